//! Writers: an inventory as text for a terminal, as a table for a spreadsheet, as a page to print.
//!
//! Each is a pure function of the answer: no clock, no locale of the machine, the same bytes everywhere.
//! What is rounded here is rounded for the eye, half-even and once; the exact kilograms stand beside it and
//! nothing is ever added up from rounded figures.
//!
//! A language is one file of texts (`text_en.rs`, `text_vi.rs`); the compiler asks a new one for every text. What codes
//! mean in Vietnamese stands by subject in `codes_vi`.

#[macro_use]
mod bilingual;
mod boundary;
mod cause;
mod cbam_declare_explain;
mod cbam_embedded;
mod cbam_explain;
mod cbam_import;
mod cbam_kinds;
mod cbam_operator;
mod cbam_quarterly;
mod cbam_template;
mod chart;
mod codes_vi;
mod csv;
mod custody;
mod dated;
mod disclosure;
mod document;
mod energy;
mod eudr;
mod facility;
mod figure;
mod footprint;
mod footprint_page;
mod framework;
mod framework_words;
mod hourly;
mod html;
mod instruments;
mod lines;
mod lot;
mod markdown;
mod markup;
mod origin;
mod outline;
mod packs;
mod page_book;
mod paper;
mod progress;
mod rounding;
mod screen;
mod sheets;
mod statistics;
mod supplier;
mod supplier_base;
mod supply;
mod svg;
mod table;
mod text;
mod text_en;
mod text_vi;
mod trace;
mod typst;
mod vega;
mod verified;
mod verified_answer;
mod web;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

pub use cbam_declare_explain::{cbam_declare_explain_html, cbam_declare_explain_table};
pub use cbam_embedded::{cbam_embedded_html, cbam_embedded_table};
pub use cbam_explain::{cbam_explain_html, cbam_explain_table};
pub use cbam_import::{
    cbam_import_csv, cbam_import_html, cbam_import_table, cbam_import_workbook, cbam_scenarios_html,
    cbam_scenarios_table,
};
pub use cbam_operator::{cbam_operator_html, cbam_operator_table, cbam_operator_workbook};
pub use cbam_quarterly::{cbam_quarterly_html, cbam_quarterly_table};
pub use cbam_template::cbam_template_table;
pub use chart::{inventory_svg, targets_svg, uncertainty_svg, waterfall_svg};
pub use csv::{csv, safe_cell};
pub use custody::{custody_html, custody_table};
pub use disclosure::{
    PageLang, disclosure_html, disclosure_page, disclosure_table, disclosure_verify_html,
    disclosure_verify_table,
};
pub use document::{Document, document};
pub use energy::{energy_html, energy_table};
pub use eudr::{eudr_html, eudr_table};
pub use facility::{facility_csv, facility_html, facility_table};
pub use footprint::footprint_sheet;
pub use framework::{framework_html, framework_report_html, framework_report_table, framework_table};
pub use hourly::{hourly_csv, hourly_table};
pub use html::html;
pub use lines::LinesCsv;
pub use lot::{lot_html, lot_table};
pub use origin::{origin_html, origin_table};
pub use progress::{base_year_table, diff_table, intensity_table, targets_table};
pub use statistics::{quality_table, uncertainty_table};
pub use supplier::{supplier_html, supplier_table};
pub use supplier_base::{
    supplier_base_html, supplier_base_table, supplier_region_html, supplier_region_table,
};
pub use supply::{supply_csv, supply_explain_table};
pub use table::table;
pub use trace::{
    trace_csv, trace_dot, trace_html, trace_mermaid, trace_path_html, trace_path_table, trace_path_workbook,
    trace_table, trace_tree, trace_workbook,
};
pub use vega::{chart_data, targets_vega_lite, waterfall_vega_lite};
pub use verified::report_verify_table;
pub use workbook::{WorkbookLines, inventory_workbook};
pub(crate) use workbook::{names as workbook_names, sheets as workbook_sheets};

use crate::error::{Code, Error};

/// The language of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lang {
    /// English: `1,234.567`.
    En,
    /// Vietnamese: `1.234,567`.
    Vi,
}

impl Lang {
    /// Every language, in the order of their codes.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Vi];

    /// The language with an ISO 639-1 code.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` for a code without texts.
    ///
    /// # Example
    /// ```
    /// use emitrace::report::Lang;
    ///
    /// assert_eq!(Lang::parse("vi")?, Lang::Vi);
    /// assert_eq!(Lang::parse("xx").unwrap_err().code().as_str(), "UNKNOWN_VALUE");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(code: &str) -> Result<Lang, Error> {
        Lang::ALL.iter().copied().find(|lang| lang.as_str() == code).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("there are no texts in the language `{code}`"))
                .with_help("use `en` or `vi`")
        })
    }

    /// The ISO 639-1 code: `en`, `vi`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Vi => "vi",
        }
    }

    const fn text(self) -> &'static text::Text {
        match self {
            Lang::En => &text_en::TEXT,
            Lang::Vi => &text_vi::TEXT,
        }
    }
}
