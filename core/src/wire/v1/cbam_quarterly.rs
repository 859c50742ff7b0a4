//! The quarterly report of the transitional period: what it is made of, its XML, and what became of a file that is read.

use serde::{Deserialize, Serialize};

use super::{
    CbamCoverage, CbamEmbeddedRequest, CbamFinding, CbamLedgerReading, CbamQuarterlyEmissions,
    CbamQuarterlyReport, Finding, Ledger, PackUse,
};

/// Name of the answer's shape.
pub const CBAM_QUARTERLY_SCHEMA: &str = "emitrace/cbam-quarterly/1";

/// Name of the shape of what was read.
pub const CBAM_QUARTERLY_READ_SCHEMA: &str = "emitrace/cbam-quarterly-read/1";

/// Request of the method `cbam.quarterly`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyRequest {
    /// What the report says; goods that are in it already stay, those of the ledger come behind them. Required.
    pub report: CbamQuarterlyReport,
    /// The imports of the quarter: a ledger as text or base64; none if the goods are in the report.
    pub imports: Ledger,
    /// How the ledger is written.
    pub reading: CbamLedgerReading,
    /// Where rows of the ledger do not say it: `default` or `actual`. Required with a ledger.
    pub data: String,
    /// Code of the customs procedure of the ledger's imports: `40` release for free circulation. Required with a ledger.
    pub requested_procedure: String,
    /// What installations say about their goods.
    pub installations: Vec<CbamQuarterlySource>,
    /// Default values of the transitional period.
    pub defaults: CbamQuarterlyDefaults,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// What an installation says about goods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlySource {
    /// Name of the installation, as the ledger writes it. Required.
    pub installation: String,
    /// Code of the good. Required.
    pub cn_code: String,
    /// Its document (a request of `cbam.embedded`): fills names, place and figures that `emissions` leaves empty.
    pub document: Option<CbamEmbeddedRequest>,
    /// What is stated: operator, installation, methods, figures; the quantity is that of the ledger.
    pub emissions: CbamQuarterlyEmissions,
}

/// Default values of the transitional period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyDefaults {
    /// The pack of default values that the Commission published for the period; none is shipped.
    pub edition: String,
    /// What is stated beside their figures: production methods, codes.
    pub emissions: CbamQuarterlyEmissions,
}

/// Answer of the method `cbam.quarterly`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamQuarterlyAnswer {
    /// `emitrace/cbam-quarterly/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Whether nothing is missing or misfits by the list of elements, and every row of the ledger is in it.
    pub complete: bool,
    /// The report as XML. Unofficial: it was not checked against the Commission's schema.
    pub xml: String,
    /// SHA-256 of the XML, in hexadecimal.
    pub sha256: String,
    /// Last day for the report of the quarter; empty if the quarter is none.
    pub due: String,
    /// What the XML says: reading it gives the same.
    #[serde(serialize_with = "super::lean::lean")]
    pub report: CbamQuarterlyReport,
    /// What became of the rows of the ledger.
    pub coverage: CbamCoverage,
    /// What is to be said of rows, in their order.
    pub rows: Vec<Finding>,
    /// What is missing, misfits or must be known, in the order of the report.
    pub findings: Vec<CbamFinding>,
    /// What was checked, and what was not.
    pub checks: Vec<CbamQuarterlyCheck>,
    /// The packs that rows came from.
    pub packs: Vec<PackUse>,
}

/// A check of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamQuarterlyCheck {
    /// `elements`, `schema`, `code-lists`, `quantities`, `determination`, `registry-rules`.
    pub check: String,
    /// Whether it was made.
    pub made: bool,
    /// What it looks at, and where it is from.
    pub note: String,
}

/// Request of the method `cbam.quarterly.read`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyReadRequest {
    /// The XML of a report. Required.
    pub xml: String,
}

/// Answer of the method `cbam.quarterly.read`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamQuarterlyReadAnswer {
    /// `emitrace/cbam-quarterly-read/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Whether everything in the file was taken, nothing is missing and nothing misfits.
    pub complete: bool,
    /// What the file says: the `report` of a request of `cbam.quarterly`.
    #[serde(serialize_with = "super::lean::lean")]
    pub report: CbamQuarterlyReport,
    /// Elements that were not taken, and what is missing or misfits.
    pub findings: Vec<CbamFinding>,
}

/// Request of the method `cbam.quarterly.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamQuarterlyReportRequest {
    /// The answer of `cbam.quarterly`.
    pub answer: CbamQuarterlyAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
