//! The Commission's communication template for installations, read into the document of an installation.

use serde::{Deserialize, Serialize};

use super::{CbamEmbeddedRequest, CbamFinding};

/// Schema of the answer of `cbam.template`.
pub const CBAM_TEMPLATE_SCHEMA: &str = "emitrace/cbam-template/1";

/// Request of the method `cbam.template`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamTemplateRequest {
    /// The filled workbook (XLSX), in base64. Required.
    pub base64: String,
    /// Whose rules compute it: `transitional` or `definitive`; what its period says if it is empty.
    pub regime: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Answer of the method `cbam.template`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateAnswer {
    /// `emitrace/cbam-template/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Version of the template, as it says itself.
    pub version: String,
    /// Whether every filled cell was used, nothing is wrong in the cells, and the document can be computed.
    pub complete: bool,
    /// The installation: the request of `cbam.embedded` and `cbam.explain`.
    #[serde(serialize_with = "super::lean::lean")]
    pub document: CbamEmbeddedRequest,
    /// What was taken, in the order of sheets, rows and columns.
    pub taken: Vec<CbamTemplateCell>,
    /// What could not be used, is wrong, or was read in one of several ways.
    pub findings: Vec<CbamTemplateFinding>,
    /// Figures that the template shows, beside those that its entries give.
    pub template: CbamTemplateComparison,
}

/// A cell that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateCell {
    /// Sheet.
    pub sheet: String,
    /// Cell, e.g. `L16`.
    pub cell: String,
    /// What it holds, as the file holds it.
    pub value: String,
    /// Whether it is the stored result of a formula.
    pub formula: bool,
    /// JSON pointer into the document.
    pub path: String,
}

/// A remark about a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateFinding {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// Sheet.
    pub sheet: String,
    /// Cell, e.g. `L16`; empty if it is about the sheet.
    pub cell: String,
    /// What it holds.
    pub value: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Figures of the template beside ours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateComparison {
    /// Whose rules ours were computed by: `transitional` or `definitive`.
    pub regime: String,
    /// Whether the document could be computed.
    pub computed: bool,
    /// What `cbam.embedded` says about the document.
    pub findings: Vec<CbamFinding>,
    /// How many figures there are.
    pub figures_total: u32,
    /// How many of them agree.
    pub figures_equal: u32,
    /// Every figure that the template shows and that is computed here.
    pub figures: Vec<CbamTemplateFigure>,
}

/// A figure of the template beside ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateFigure {
    /// What it is: `see_direct`, `t_co2e` …
    pub figure: String,
    /// JSON pointer of what it is about.
    pub path: String,
    /// Unit.
    pub unit: String,
    /// Sheet.
    pub sheet: String,
    /// Cell.
    pub cell: String,
    /// What the template shows, to 15 digits.
    pub template: String,
    /// What its entries give, exactly; empty if it could not be computed.
    pub computed: String,
    /// Computed less shown, to 12 decimals; empty if there is nothing to compare.
    pub difference: String,
    /// Whether the two differ by no more than a billionth of the larger of 1 and ours.
    pub equal: bool,
    /// Why they differ, as far as that is known: `floor`, `loop`, `indirect-not-counted`, `default-value`, `origin-exempt`,
    /// `entry-not-used`, `not-computed`, `not-shown`.
    pub reasons: Vec<String>,
}

/// Request of the method `cbam.template.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTemplateReportRequest {
    /// The answer of `cbam.template`.
    pub answer: CbamTemplateAnswer,
    /// `table`, which is also what an empty text means.
    #[serde(default)]
    pub format: String,
    /// `en` (else) or `vi`.
    #[serde(default)]
    pub lang: String,
}
