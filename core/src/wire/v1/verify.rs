//! A report computed again from its ledger, and what does not fit.

use serde::{Deserialize, Serialize};

use super::{Choices, DiffAnswer, DiffSide, InventoryOptions, Ledger, TableInput};

/// Name of the answer's shape.
pub const REPORT_VERIFY_SCHEMA: &str = "emitrace/report-verify/1";

/// Request of the method `report.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportVerifyRequest {
    /// The report of an inventory as this engine wrote it: JSON or CSV as `text`, a workbook (XLSX) as `base64`.
    pub report: TableInput,
    /// The ledger that it is said to be of.
    pub ledger: Ledger,
    /// Choices and declarations; JSON holds them itself, so that they may be left out.
    #[serde(default)]
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
    /// The ledger as it was kept when the report was made: then the two are compared line by line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<DiffSide>,
    /// How many differences and lines are listed (1,000 if not given); all are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<u32>,
}

/// Answer of `report.verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportVerifyAnswer {
    /// `emitrace/report-verify/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// `json`, `csv` or `xlsx`.
    pub form: String,
    /// Whether everything that was compared is equal.
    pub holds: bool,
    /// Why it does not hold: `edited` (its own digest does not fit it), `contradicts-itself` (its views do not add up to its total),
    /// `choices`, `packs` (another edition), `factors`, `coverage`, `figures`, `texts`.
    pub reasons: Vec<String>,
    /// The digest that the report states; empty where it states none.
    pub reported_digest: String,
    /// The digest of the inventory that was computed again.
    pub recomputed_digest: String,
    /// The choices that it was computed with.
    pub choices: Choices,
    /// What was compared.
    pub compared: VerifyCounts,
    /// Differences that were found.
    pub differences_found: u64,
    /// The differences, in the order of the report, up to the limit.
    pub differences: Vec<VerifyDifference>,
    /// Lines that were found to explain figures, see `explained`.
    pub explained_found: u64,
    /// The lines of the ledger that lie in a changed cell of every view, those whose own sum is the whole difference first, then the
    /// largest: if one row of the ledger changed, it is among them.
    pub explained: Vec<VerifyLine>,
    /// The earlier ledger beside this one, line by line, if it was given.
    pub changes: Option<DiffAnswer>,
}

/// How much was compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifyCounts {
    /// Rows of the ledger.
    pub rows: u64,
    /// Lines that were computed.
    pub lines: u64,
    /// Amounts of the report.
    pub figures: u64,
    /// Everything else that it says: names, choices, packs, factors, notes.
    pub texts: u64,
}

/// Something that the report says otherwise than its ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifyDifference {
    /// `figure`, `pack`, `factor`, `choice`, `coverage`, `note` or `text`.
    pub what: String,
    /// Where it stands: a JSON pointer, the row of the CSV, or the cell of the workbook.
    pub place: String,
    /// What it is of: `total`, or the view with its keys; then its name.
    pub of: Vec<String>,
    /// What the report says; empty if it says nothing.
    pub reported: String,
    /// What was computed; empty if there is nothing.
    pub recomputed: String,
    /// Recomputed less reported, exactly; empty where one of them is no number.
    pub difference: String,
}

/// A line of the ledger that can explain what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifyLine {
    /// Row as a spreadsheet counts it.
    pub row: u64,
    /// Identifier of the record; may be empty.
    pub id: String,
    /// Site.
    pub site: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Factors, as `pack/factor`.
    pub factors: Vec<String>,
    /// What it adds to the location-based total.
    pub location_kg_co2e: String,
    /// What it adds to the market-based total.
    pub market_kg_co2e: String,
    /// Whether that is the whole difference of the totals: the line is new.
    pub whole: bool,
}
