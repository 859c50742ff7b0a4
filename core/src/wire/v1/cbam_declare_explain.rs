//! Why an importer owes what he owes: from certificates down to the meters of the installations.

use serde::{Deserialize, Serialize};

use super::{CbamFactorUse, CbamImportAnswer, CbamItem};

/// Name of the answer's shape.
pub const CBAM_DECLARE_EXPLAIN_SCHEMA: &str = "emitrace/cbam-declare-explain/1";

/// Answer of the method `cbam.declare.explain`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDeclareExplainAnswer {
    /// `emitrace/cbam-declare-explain/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the answer of `cbam.declare` for the same request.
    pub digest: String,
    /// The lines of the declaration, in its order.
    pub goods: Vec<CbamLineExplained>,
    /// Where default values stand, the most expensive mark-up first.
    pub defaults: Vec<CbamDefaultUse>,
    /// What the operators' reports must hold, and whether their documents do.
    pub plants: Vec<CbamPlantChecked>,
    /// The figures that are explained.
    pub answer: CbamImportAnswer,
}

/// A line of the declaration explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamLineExplained {
    /// Code of the good.
    pub cn_code: String,
    /// Country of origin.
    pub origin: String,
    /// The installation; empty if the rows name none.
    pub installation: String,
    /// `actual` or `default`.
    pub data: String,
    /// The first row of the line.
    pub first_row: u64,
    /// Net mass in tonnes, or electricity in MWh.
    pub quantity: String,
    /// `t` or `MWh`.
    pub unit: String,
    /// The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure.
    pub rows: Vec<CbamDueRow>,
    /// What the certificates are made of, the largest part first.
    pub parts: Vec<CbamDuePart>,
    /// Certificates if default values stood; empty if there is none.
    pub certificates_by_default: String,
    /// Certificates by the installation's own data; empty if there are none.
    pub certificates_by_actual: String,
    /// What the installation's own data save against default values, EUR; empty unless both and the prices are known.
    pub saved_by_actual_eur: String,
}

/// A step on the way down from certificates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDueRow {
    /// How deep it stands; the certificates are 0.
    pub level: u32,
    /// `certificates`, `embedded`, `default`, `mark-up`, `direct`, `indirect`, `good` with the kinds of `cbam.explain` below it, `rounding`,
    /// `free-allocation`, `benchmark`, `carbon-price`, `floor`, `exempt`.
    pub kind: String,
    /// What it is about.
    pub about: String,
    /// JSON pointer into the request, or the row of a pack.
    pub path: String,
    /// What it adds to the certificates of the line, in t CO2e, exactly; empty for readings.
    pub t_co2e: String,
    /// How it came about.
    pub formula: String,
    /// Factors behind it.
    pub factors: Vec<CbamFactorUse>,
}

/// A part of what is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDuePart {
    /// The kinds of `cbam.explain`, `default`, `mark-up`, `direct`, `indirect`, `benchmark` or `carbon-price`.
    pub kind: String,
    /// What it is.
    pub about: String,
    /// JSON pointer into the request, or the row of a pack.
    pub path: String,
    /// In the whole quantity, in t CO2e, exactly; negative for what is taken off.
    pub t_co2e: String,
    /// Per cent of the embedded emissions with two decimals.
    pub percent: String,
    /// What it adds to the cost at the average price of the line, EUR with two decimals: also what a hundred per cent more of it would
    /// add. 0 where nothing is due; empty while no price is known.
    pub eur: String,
    /// The inputs that it is the product of.
    pub inputs: Vec<String>,
    /// `standard`, `assumed`, `default`, `actual`, `measured`, `stated` or `law`: the weakest data behind it.
    pub data: String,
}

/// A default value that stands in a line: for the good itself or for a precursor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDefaultUse {
    /// Code of the good of the line.
    pub cn_code: String,
    /// Country of origin of the line.
    pub origin: String,
    /// The installation of the line; empty if the rows name none.
    pub installation: String,
    /// The first row of the line.
    pub first_row: u64,
    /// What the value stands for.
    pub about: String,
    /// JSON pointer into the request, or the row of a pack.
    pub path: String,
    /// What it brings, mark-up included, in t CO2e, exactly.
    pub t_co2e: String,
    /// What its mark-up alone brings, in t CO2e, exactly.
    pub of_mark_up_t_co2e: String,
    /// What the mark-up costs at the average price of the line, EUR with two decimals; empty while no price is known.
    pub of_mark_up_eur: String,
}

/// What the report of an installation must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPlantChecked {
    /// The installation, as the imports write it.
    pub installation: String,
    /// What is asked for, and whether the document has it.
    pub completeness: Vec<CbamItem>,
}

/// Request of the method `cbam.declare.explain.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDeclareExplainReportRequest {
    /// The answer of `cbam.declare.explain`.
    pub answer: CbamDeclareExplainAnswer,
    /// `table`, which is also what an empty text means.
    #[serde(default)]
    pub format: String,
    /// `en` (else) or `vi`.
    #[serde(default)]
    pub lang: String,
}
