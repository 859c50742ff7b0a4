//! Any answer as a document: which one it is stands in its schema.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::paper::Form;
use super::table::Page;
use super::{
    Lang, WorkbookLines, cbam_declare_explain, cbam_embedded, cbam_explain, cbam_import, cbam_operator,
    cbam_operator_html, cbam_operator_workbook, cbam_quarterly, csv, custody, disclosure, energy, eudr,
    facility, facility_csv, facility_html, footprint_page, framework, html, inventory_workbook, lot, origin,
    progress, supplier, supplier_base, table, trace, verified, verified_answer,
};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::wire::v1::{self, read_json};

/// A document: text, or the bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Document {
    /// Text in UTF-8.
    Text(String),
    /// A workbook.
    Bytes(Vec<u8>),
}

/// What every answer begins with, whatever else it says.
#[derive(Debug, Deserialize, Serialize)]
struct Head {
    #[serde(default)]
    schema: String,
    #[serde(default)]
    engine: String,
}

/// An answer of the engine (JSON) as `table`, `html`, `markdown`, `typst`, `csv` or `xlsx`; its field `schema` says which one
/// it is.
///
/// `table`, `html`, `markdown`, `typst` and `xlsx` are written of inventories, comparisons, base years, intensities, targets,
/// facility reports, CBAM (importer, installation, explanations, quarterly reports), energy accounts, traces and their paths,
/// custody, EUDR, origin, suppliers, sustainability reports, reporting frameworks, footprints that were worked out and lots;
/// `csv` of inventories, facility reports, importers, traces, reporting frameworks, sustainability reports (facts), energy
/// accounts, suppliers (requirements) and many of them (ranking). `catalog` holds the taxonomy that names the facts of a
/// sustainability report; without it the document says what is complete and lists no facts. Workbooks of inventories, the
/// operator's report of CBAM, importers, traces and their paths have formulas or layouts of their own; every other one has
/// the figures of its page, a sheet for each section with tables. `lines` go into the workbook of an inventory.
///
/// # Units
/// As the writers of each kind say; figures are rounded half-even for reading, never added up again.
///
/// # Errors
/// `UNKNOWN_VALUE` for a schema or format that is not known, `BAD_JSON`, `BAD_REQUEST`, `LIMIT_EXCEEDED`.
///
/// # Example
/// ```
/// use emitrace::report::{Document, Lang, document};
/// # let json = include_str!("../../tests/report/answer.json");
/// let catalog = emitrace::factor::Catalog::bundled()?;
/// let Document::Text(text) = document(&catalog, json, "markdown", Lang::Vi, None)? else { return Ok(()) };
/// assert!(text.starts_with("# Kiểm kê khí nhà kính\n"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn document(
    catalog: &Catalog,
    answer: &str,
    format: &str,
    lang: Lang,
    lines: Option<WorkbookLines<'_>>,
) -> Result<Document, Error> {
    let Head { schema, engine } = read_json(answer)?;
    match (format, schema.as_str()) {
        ("xlsx", v1::INVENTORY_SCHEMA) => {
            return inventory_workbook(&read_json(answer)?, lines, lang).map(Document::Bytes);
        }
        ("xlsx", v1::CBAM_REPORT_SCHEMA) => {
            return cbam_operator_workbook(&read_json(answer)?, lang).map(Document::Bytes);
        }
        ("xlsx", v1::CBAM_IMPORT_SCHEMA) => {
            return cbam_import::cbam_import_workbook(&read_json(answer)?, lang).map(Document::Bytes);
        }
        ("xlsx", v1::TRACE_SCHEMA) => {
            return trace::trace_workbook(&read_json(answer)?, lang).map(Document::Bytes);
        }
        ("xlsx", v1::TRACE_PATH_SCHEMA) => {
            return trace::trace_path_workbook(&read_json(answer)?, lang).map(Document::Bytes);
        }
        _ => {}
    }
    let text = match (format, schema.as_str()) {
        ("html", v1::INVENTORY_SCHEMA) => html(&read_json(answer)?, lang),
        ("csv", v1::INVENTORY_SCHEMA) => csv::csv(&read_json(answer)?),
        ("csv", v1::CBAM_IMPORT_SCHEMA) => cbam_import::cbam_import_csv(&read_json(answer)?),
        ("csv", v1::TRACE_SCHEMA) => trace::trace_csv(&read_json(answer)?),
        ("csv", v1::DISCLOSURE_SCHEMA) => disclosure::facts_csv(&read_json(answer)?),
        ("csv", v1::ENERGY_SCHEMA) => energy::energy_csv(&read_json(answer)?),
        ("csv", v1::SUPPLIER_SCHEMA) => supplier::requirements_csv(&read_json(answer)?),
        ("csv", v1::SUPPLIER_BASE_SCHEMA) => supplier_base::ranking_csv(&read_json(answer)?),
        ("csv", v1::FRAMEWORK_SCHEMA) => {
            framework::values_csv(&read_json::<v1::FrameworkAnswer>(answer)?.result)
        }
        ("csv", v1::FRAMEWORK_REPORT_SCHEMA) => {
            framework::values_csv(&read_json::<v1::FrameworkReportAnswer>(answer)?.result.table)
        }
        ("html", v1::CBAM_REPORT_SCHEMA) => cbam_operator_html(&read_json(answer)?, lang),
        ("html", v1::FACILITY_SCHEMA) => facility_html(&read_json(answer)?, lang),
        ("csv", v1::FACILITY_SCHEMA) => facility_csv(&read_json(answer)?),
        _ => {
            let page = page(format, lang, &engine).ok_or_else(|| unknown_format(format, &schema))?;
            return paged(catalog, &schema, answer, (page, lang))?.document();
        }
    };
    Ok(Document::Text(text))
}

fn page(format: &str, lang: Lang, engine: &str) -> Option<Page> {
    match format {
        "table" => Some(Page::new(lang)),
        "html" => Some(Page::web(lang, engine)),
        "markdown" => Some(Page::paper(lang, Form::Markdown)),
        "typst" => Some(Page::paper(lang, Form::Typst)),
        "xlsx" => Some(Page::paper(lang, Form::Workbook)),
        _ => None,
    }
}

/// Writes the JSON of an answer into a page, whatever its medium.
fn paged(catalog: &Catalog, schema: &str, json: &str, to: (Page, Lang)) -> Result<Page, Error> {
    fn of<T: DeserializeOwned>(
        json: &str,
        (page, lang): (Page, Lang),
        write: impl Fn(&T, Page, Lang) -> Page,
    ) -> Result<Page, Error> {
        Ok(write(&read_json(json)?, page, lang))
    }
    match schema {
        v1::INVENTORY_SCHEMA => of(json, to, |answer, page, _| table::written(answer, page)),
        v1::TRACE_SCHEMA => of(json, to, |answer, page, lang| trace::written(answer, "", page, lang)),
        v1::FACILITY_SCHEMA => of(json, to, facility::written),
        v1::CBAM_REPORT_SCHEMA => of(json, to, cbam_operator::written),
        v1::DIFF_SCHEMA => of(json, to, progress::diff),
        v1::BASE_YEAR_SCHEMA => of(json, to, progress::base_year),
        v1::INTENSITY_SCHEMA => of(json, to, progress::intensity),
        v1::TARGETS_SCHEMA => of(json, to, progress::targets),
        v1::CBAM_IMPORT_SCHEMA => of(json, to, cbam_import::declared),
        v1::CBAM_DECLARE_EXPLAIN_SCHEMA => of(json, to, cbam_declare_explain::written),
        v1::CBAM_EMBEDDED_SCHEMA => of(json, to, cbam_embedded::written),
        v1::CBAM_EXPLAIN_SCHEMA => of(json, to, cbam_explain::written),
        v1::CBAM_QUARTERLY_SCHEMA => of(json, to, cbam_quarterly::written),
        v1::TRACE_PATH_SCHEMA => of(json, to, trace::path_written),
        v1::CUSTODY_SCHEMA => of(json, to, custody::written),
        v1::EUDR_SCHEMA => of(json, to, eudr::written),
        v1::ORIGIN_SCHEMA => of(json, to, origin::written),
        v1::FOOTPRINT_COMPUTED_SCHEMA => of(json, to, footprint_page::written),
        v1::SUPPLIER_SCHEMA => of(json, to, supplier::written),
        v1::REPORT_VERIFY_SCHEMA => of(json, to, verified::written),
        v1::ANSWER_VERIFY_SCHEMA => of(json, to, verified_answer::written),
        v1::DISCLOSURE_SCHEMA => disclosure::stated(catalog, &read_json(json)?, to.0, to.1),
        v1::DISCLOSURE_VERIFY_SCHEMA => of(json, to, disclosure::verify_written),
        v1::ENERGY_SCHEMA => of(json, to, energy::written),
        v1::SUPPLIER_BASE_SCHEMA => of(json, to, supplier_base::base),
        v1::SUPPLIER_REGION_SCHEMA => of(json, to, supplier_base::region),
        v1::FRAMEWORK_SCHEMA => of(json, to, framework::neutral),
        v1::FRAMEWORK_REPORT_SCHEMA => of(json, to, framework::report),
        v1::LOT_SCHEMA => of(json, to, lot::written),
        _ => Err(unknown_schema(schema)),
    }
}

fn unknown_schema(schema: &str) -> Error {
    let message = match schema {
        "" => "the answer does not say what it is".to_owned(),
        schema => format!("no document is written of `{schema}`"),
    };
    Error::new(Code::UnknownValue, message)
        .with_help("give an answer of this engine, whole, with its field `schema`")
        .at("/answer/schema")
}

fn unknown_format(format: &str, schema: &str) -> Error {
    Error::new(Code::UnknownValue, format!("`{schema}` has no format `{format}`"))
        .with_help("use table, html, markdown, typst, csv or xlsx, as far as the kind of answer has it")
        .at("/format")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = include_str!("../../tests/report/answer.json");

    fn text(format: &str, lang: Lang) -> String {
        match document(crate::factor::shipped(), ANSWER, format, lang, None).unwrap() {
            Document::Text(text) => text,
            Document::Bytes(_) => panic!("text"),
        }
    }

    #[test]
    fn an_inventory_has_every_form() {
        let markdown = text("markdown", Lang::En);
        assert!(markdown.contains("| Scope 1 |") && markdown.contains("343,112.7300757929"), "{markdown}");
        assert!(markdown.contains("## Factors used"), "factors with their places in the source");
        let typst = text("typst", Lang::Vi);
        assert!(typst.contains("table.header(") && typst.contains("343.112,7300757929"));
        assert!(text("table", Lang::Vi).contains("Phạm vi 1"));
        assert!(text("csv", Lang::Vi).starts_with("view,"));
        assert!(
            matches!(document(crate::factor::shipped(), ANSWER, "xlsx", Lang::En, None).unwrap(), Document::Bytes(bytes) if bytes.starts_with(b"PK"))
        );
    }

    #[test]
    fn what_is_not_known_is_told() {
        let error =
            document(crate::factor::shipped(), "{\"schema\":\"emitrace/x/1\"}", "table", Lang::En, None)
                .unwrap_err();
        assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/answer/schema"));
        let error = document(crate::factor::shipped(), ANSWER, "docx", Lang::En, None).unwrap_err();
        assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/format"));
    }
}
