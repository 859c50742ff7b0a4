//! Why a good carries what it carries: the way down to the meters, what matters most, what is missing for verification.

use serde::{Deserialize, Serialize};

use super::{CbamEmbeddedReport, CbamFactorUse};

/// Name of the answer's shape.
pub const CBAM_EXPLAIN_SCHEMA: &str = "emitrace/cbam-explain/1";

/// Answer of the method `cbam.explain`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamExplainAnswer {
    /// `emitrace/cbam-explain/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the answer of `cbam.embedded` for the same document.
    pub digest: String,
    /// The goods; empty while an error keeps a figure out.
    pub goods: Vec<CbamGoodExplained>,
    /// What the operator's report must hold, and whether the document does.
    pub completeness: Vec<CbamItem>,
    /// The figures that are explained.
    pub report: CbamEmbeddedReport,
}

/// A good explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamGoodExplained {
    /// The process that makes it.
    pub process: String,
    /// Code of the Combined Nomenclature.
    pub cn: String,
    /// Name.
    pub name: String,
    /// The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure.
    pub rows: Vec<CbamRow>,
    /// What the figure is made of, the largest part first.
    pub parts: Vec<CbamPart>,
}

/// A step on the way down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamRow {
    /// How deep it stands; the good is 0.
    pub level: u32,
    /// `good`, `process`, `direct`, `indirect`, `source`, `stated`, `heat-in` …, `electricity`, `precursor`, `batch`, `reading`, `loop`.
    pub kind: String,
    /// What it is about.
    pub about: String,
    /// JSON pointer into the request.
    pub path: String,
    /// What it adds to a tonne (a MWh) of the good, in t CO2e, exactly; empty for readings.
    pub t_co2e_per_t: String,
    /// How it came about.
    pub formula: String,
    /// Factors behind it.
    pub factors: Vec<CbamFactorUse>,
}

/// A part of what a good carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPart {
    /// `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out`, `electricity-produced`, `electricity` or `batch`.
    pub kind: String,
    /// What it is.
    pub about: String,
    /// JSON pointer into the request.
    pub path: String,
    /// In a tonne (a MWh) of the good, all ways through other processes included, in t CO2e, exactly.
    pub t_co2e_per_t: String,
    /// Per cent of the good's total with two decimals: also by how much the total changes for a hundred per cent more of any factor in it.
    pub percent: String,
    /// The inputs that it is the product of: one per cent more of any of them is one per cent more of the part.
    pub inputs: Vec<String>,
    /// `standard`, `assumed`, `default`, `actual`, `measured` or `stated`: the weakest data behind it.
    pub data: String,
    /// For default values: what the mark-up alone adds to a tonne, in t CO2e, exactly.
    pub mark_up_t_co2e_per_t: String,
    /// For default values: what is in the goods of the period that no process of the installation used, in t CO2e, rounded to three decimals.
    pub to_market_t_co2e: String,
}

/// Something that the operator's report must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamItem {
    /// What.
    pub item: String,
    /// JSON pointer into the request.
    pub path: String,
    /// `present` or `missing`.
    pub state: String,
    /// Where it is asked for.
    pub rule: String,
}

/// Request of the method `cbam.explain.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamExplainReportRequest {
    /// The answer of `cbam.explain`.
    pub answer: CbamExplainAnswer,
    /// `table`, which is also what an empty text means, or `html`.
    #[serde(default)]
    pub format: String,
    /// `en` (else) or `vi`.
    #[serde(default)]
    pub lang: String,
}
