//! Any answer as a document: which one it is stands in its schema.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::paper::Form;
use super::table::Page;
use super::{
    Lang, WorkbookLines, cbam_declare_explain, cbam_embedded, cbam_explain, cbam_import, cbam_operator_html,
    cbam_operator_table, cbam_operator_workbook, cbam_quarterly, csv, custody, disclosure, energy, eudr,
    facility_csv, facility_html, facility_table, footprint_page, framework, html, inventory_workbook, lot,
    origin, progress, supplier, supplier_base, table, trace, verified,
};
use crate::error::{Code, Error};
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
/// `table`, `markdown` and `typst` are written of inventories, comparisons, base years, intensities, targets, CBAM
/// (importer, installation, explanations, quarterly reports), energy accounts, traces and their paths, custody, EUDR, origin, suppliers,
/// sustainability reports, reporting frameworks, footprints that were worked out and lots; `html` of the same without the four
/// comparisons; `csv` of inventories, facility reports, importers, traces and reporting frameworks;
/// `xlsx` of inventories, the operator's report of CBAM, importers, traces and their paths. `lines` go into the workbook of an inventory.
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
/// let Document::Text(text) = document(json, "markdown", Lang::Vi, None)? else { return Ok(()) };
/// assert!(text.starts_with("# Kiểm kê khí nhà kính\n"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn document(
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
        ("csv", v1::FRAMEWORK_SCHEMA) => {
            framework::values_csv(&read_json::<v1::FrameworkAnswer>(answer)?.result)
        }
        ("csv", v1::FRAMEWORK_REPORT_SCHEMA) => {
            framework::values_csv(&read_json::<v1::FrameworkReportAnswer>(answer)?.result.table)
        }
        ("table", v1::CBAM_REPORT_SCHEMA) => cbam_operator_table(&read_json(answer)?, lang),
        ("html", v1::CBAM_REPORT_SCHEMA) => cbam_operator_html(&read_json(answer)?, lang),
        ("table", v1::FACILITY_SCHEMA) => facility_table(&read_json(answer)?, lang),
        ("html", v1::FACILITY_SCHEMA) => facility_html(&read_json(answer)?, lang),
        ("csv", v1::FACILITY_SCHEMA) => facility_csv(&read_json(answer)?),
        _ => match (page(format, lang, &engine), writer(&schema)) {
            (Some(page), Some((write, web))) if web || format != "html" => write(answer, page, lang)?,
            (_, None) if !known(&schema) => return Err(unknown_schema(&schema)),
            _ => return Err(unknown_format(format, &schema)),
        },
    };
    Ok(Document::Text(text))
}

fn page(format: &str, lang: Lang, engine: &str) -> Option<Page> {
    match format {
        "table" => Some(Page::new(lang)),
        "html" => Some(Page::web(lang, engine)),
        "markdown" => Some(Page::paper(lang, Form::Markdown)),
        "typst" => Some(Page::paper(lang, Form::Typst)),
        _ => None,
    }
}

/// Writes the JSON of an answer into a page.
type Writer = fn(&str, Page, Lang) -> Result<String, Error>;

/// The writer of a schema that every medium can take, and whether it makes pages for browsers.
fn writer(schema: &str) -> Option<(Writer, bool)> {
    fn of<T: DeserializeOwned + Serialize>(
        json: &str,
        (page, lang): (Page, Lang),
        write: impl Fn(&T, Page, Lang) -> String,
    ) -> Result<String, Error> {
        Ok(write(&read_json(json)?, page, lang))
    }
    Some(match schema {
        v1::INVENTORY_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), |answer, page, _| table::written(answer, page)), true)
        }
        v1::DIFF_SCHEMA => (|json, page, lang| of(json, (page, lang), progress::diff), false),
        v1::BASE_YEAR_SCHEMA => (|json, page, lang| of(json, (page, lang), progress::base_year), false),
        v1::INTENSITY_SCHEMA => (|json, page, lang| of(json, (page, lang), progress::intensity), false),
        v1::TARGETS_SCHEMA => (|json, page, lang| of(json, (page, lang), progress::targets), false),
        v1::CBAM_IMPORT_SCHEMA => (|json, page, lang| of(json, (page, lang), cbam_import::declared), true),
        v1::CBAM_DECLARE_EXPLAIN_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), cbam_declare_explain::written), true)
        }
        v1::CBAM_EMBEDDED_SCHEMA => (|json, page, lang| of(json, (page, lang), cbam_embedded::written), true),
        v1::CBAM_EXPLAIN_SCHEMA => (|json, page, lang| of(json, (page, lang), cbam_explain::written), true),
        v1::CBAM_QUARTERLY_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), cbam_quarterly::written), true)
        }
        v1::TRACE_SCHEMA => (
            |json, page, lang| {
                of(json, (page, lang), |answer, page, lang| trace::written(answer, "", page, lang))
            },
            true,
        ),
        v1::TRACE_PATH_SCHEMA => (|json, page, lang| of(json, (page, lang), trace::path_written), true),
        v1::CUSTODY_SCHEMA => (|json, page, lang| of(json, (page, lang), custody::written), true),
        v1::EUDR_SCHEMA => (|json, page, lang| of(json, (page, lang), eudr::written), true),
        v1::ORIGIN_SCHEMA => (|json, page, lang| of(json, (page, lang), origin::written), true),
        v1::FOOTPRINT_COMPUTED_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), footprint_page::written), true)
        }
        v1::SUPPLIER_SCHEMA => (|json, page, lang| of(json, (page, lang), supplier::written), true),
        v1::REPORT_VERIFY_SCHEMA => (|json, page, lang| of(json, (page, lang), verified::written), true),
        v1::DISCLOSURE_SCHEMA => (|json, page, lang| of(json, (page, lang), disclosure::written), true),
        v1::DISCLOSURE_VERIFY_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), disclosure::verify_written), true)
        }
        v1::ENERGY_SCHEMA => (|json, page, lang| of(json, (page, lang), energy::written), true),
        v1::SUPPLIER_BASE_SCHEMA => (|json, page, lang| of(json, (page, lang), supplier_base::base), true),
        v1::SUPPLIER_REGION_SCHEMA => {
            (|json, page, lang| of(json, (page, lang), supplier_base::region), true)
        }
        v1::FRAMEWORK_SCHEMA => (|json, page, lang| of(json, (page, lang), framework::neutral), true),
        v1::FRAMEWORK_REPORT_SCHEMA => (|json, page, lang| of(json, (page, lang), framework::report), true),
        v1::LOT_SCHEMA => (|json, page, lang| of(json, (page, lang), lot::written), true),
        _ => return None,
    })
}

fn known(schema: &str) -> bool {
    matches!(schema, v1::CBAM_REPORT_SCHEMA | v1::FACILITY_SCHEMA)
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
        match document(ANSWER, format, lang, None).unwrap() {
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
            matches!(document(ANSWER, "xlsx", Lang::En, None).unwrap(), Document::Bytes(bytes) if bytes.starts_with(b"PK"))
        );
    }

    #[test]
    fn what_is_not_known_is_told() {
        let error = document("{\"schema\":\"emitrace/x/1\"}", "table", Lang::En, None).unwrap_err();
        assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/answer/schema"));
        let error = document(ANSWER, "docx", Lang::En, None).unwrap_err();
        assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/format"));
    }
}
