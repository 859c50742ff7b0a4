//! Any answer as a document.

use serde::{Deserialize, Serialize};

use super::{InventoryOptions, Ledger};

/// Request of the method `report.document`; answered by a `DocumentAnswer`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRequest {
    /// The answer to write, as JSON text; its field `schema` says which one it is.
    pub answer: String,
    /// `table`, `html`, `markdown`, `typst`, `csv` or `xlsx`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
    /// For the workbook of an inventory: the ledger that it was computed from, whose lines the totals are formulas over.
    #[serde(default)]
    pub ledger: Option<Ledger>,
    /// The choices and declarations of that ledger.
    #[serde(default)]
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
}

/// Request of the method `report.chart`; answered by a `ReportAnswer` whose text is JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartRequest {
    /// `scopes-by-year`, `scope-2`, `categories`, `flow`, `waterfall`, `intensity`, `targets`, `quality` or `readiness`.
    pub chart: String,
    /// The answers to draw, as JSON text: inventories, one for each year; else one answer of the kind that the chart is of.
    pub answers: Vec<String>,
    /// Names of the years of inventories; else the years of their periods.
    #[serde(default)]
    pub years: Vec<String>,
    /// For `scopes-by-year`: the year at whose level a line is drawn.
    #[serde(default)]
    pub base_year: String,
    /// For `categories` and `flow`: the dimensions of a view; `category` if there are none.
    #[serde(default)]
    pub by: Vec<String>,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}
