//! The operator's emissions report: what Annex IV of the act on methods asks of an installation, item by item.

use serde::{Deserialize, Serialize};

use super::{CbamEmbeddedReport, CbamSefa};

/// Name of the answer's shape.
pub const CBAM_REPORT_SCHEMA: &str = "emitrace/cbam-operator-report/1";

/// Answer of the method `cbam.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamReportAnswer {
    /// `emitrace/cbam-operator-report/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `report`, in hexadecimal.
    pub digest: String,
    /// The report.
    pub report: CbamOperatorReport,
}

/// The operator's emissions report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamOperatorReport {
    /// Whether no item misses anything and no finding keeps a figure out.
    pub complete: bool,
    /// Items that miss something.
    pub missing: u64,
    /// The act that asks for the items.
    pub basis: String,
    /// Who verified it, as stated.
    pub verifier: String,
    /// The verification report, as stated.
    pub verification_report: String,
    /// Digest of the answer of `cbam.embedded` for the same document.
    pub embedded_digest: String,
    /// Points 1.1, 1.1.1, 1.2 and 2, in their order.
    pub items: Vec<CbamReportItem>,
    /// Free allocation of each good; empty while an error keeps a figure out.
    pub allocations: Vec<CbamAllocation>,
    /// The figures.
    pub figures: CbamEmbeddedReport,
}

/// An item that the report has to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamReportItem {
    /// Point of the annex: `1.1`, `1.1.1`, `1.2` or `2`.
    pub point: String,
    /// Its number there; of point 2 the code of the good.
    pub number: String,
    /// `given`, `missing` or `none`: there is nothing to say.
    pub state: String,
    /// What is said.
    pub facts: Vec<CbamFact>,
}

/// A statement of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFact {
    /// Letter within the item; empty if it has none.
    pub part: String,
    /// What is stated: `operator`, `see-direct`, `quantity-used` …
    pub what: String,
    /// Process, good, source, supplier that it is about; empty for the installation.
    pub about: String,
    /// The statement: a name, an exact figure, or a word.
    pub value: String,
    /// Unit of a figure.
    pub unit: String,
    /// JSON pointer into the document.
    pub path: String,
    /// `given`, or `missing`: `path` says what to add.
    pub state: String,
    /// Remark: formula, reason.
    pub note: String,
}

/// Free allocation that is embedded in a good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamAllocation {
    /// The process that makes it.
    pub process: String,
    /// Code of the Combined Nomenclature.
    pub cn: String,
    /// For a tonne (a MWh), in t CO2e, exactly; empty if it cannot be computed.
    pub sefa_t_co2e: String,
    /// The benchmarks behind it, each with the tonnes of the precursor in a tonne.
    pub parts: Vec<CbamSefa>,
    /// Why there is no figure, and what to add.
    pub missing: String,
}

/// Answer of `cbam.report.document`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAnswer {
    /// The document as text; empty for a workbook.
    pub text: String,
    /// The bytes of a workbook in base64; empty for a text.
    pub base64: String,
}
