//! The operator's emissions report as text for a terminal, as a page to print and send, and as a workbook.

mod html;
mod sheets;
mod table;
mod words;

pub use html::cbam_operator_html;
pub use sheets::cbam_operator_workbook;
pub use table::cbam_operator_table;
pub(super) use table::written;

use super::{Lang, figure};
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamFact, CbamReportItem};

/// Decimals of an exact figure, for reading.
const DECIMALS: u32 = 6;

/// The value of a statement, for reading: figures with at most six decimals, words in the language.
fn value(fact: &CbamFact, lang: Lang) -> String {
    if fact.unit.is_empty() {
        return words::said(&fact.value, lang).to_owned();
    }
    let shown = short(&fact.value, lang);
    if fact.unit == "1" { shown } else { format!("{shown} {}", fact.unit) }
}

/// An exact figure with at most six decimals.
fn short(text: &str, lang: Lang) -> String {
    let rounded = Fraction::parse(text).map(|value| value.rounded(DECIMALS, Ties::HalfEven));
    figure::exact(rounded.as_deref().unwrap_or(text), lang.text().marks)
}

/// Statements that are missing, each once: the summary asks for some that the full report asks for, too.
fn missing(items: &[CbamReportItem]) -> Vec<(&CbamReportItem, &CbamFact)> {
    let mut told: Vec<(&CbamReportItem, &CbamFact)> = Vec::new();
    for item in items {
        for fact in item.facts.iter().filter(|fact| fact.state == "missing") {
            let known = told.iter().any(|(_, known)| {
                (&known.what, &known.about, &known.path, &known.note)
                    == (&fact.what, &fact.about, &fact.path, &fact.note)
            });
            if !known {
                told.push((item, fact));
            }
        }
    }
    told
}
