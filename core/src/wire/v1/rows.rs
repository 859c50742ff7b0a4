//! What each row of a ledger adds to an inventory.

use serde::{Deserialize, Serialize};

use super::{Coverage, Finding, InventoryOptions, Ledger};

/// Request of the method `inventory.rows`: an inventory's request and the form of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowsRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
    /// `rows` for a list (also if empty), `csv` for a text that spreadsheets read.
    #[serde(default)]
    pub format: String,
}

/// Answer of `inventory.rows`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowsAnswer {
    /// Every row that counts, in the order of the ledger.
    pub rows: Vec<RowFigures>,
    /// The same as CSV, if that was asked for; then `rows` is empty.
    pub text: String,
    /// How many rows count, and what was found.
    pub coverage: Coverage,
    /// Rows that do not count, and why, beside other findings.
    pub findings: Vec<Finding>,
    /// Digest of the inventory that the rows add up to.
    pub digest: String,
}

/// What a row of the ledger adds to the figures of the inventory that have the same names. All amounts are exact decimals in
/// kilograms; over all rows they add up to those figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowFigures {
    /// Row number as a spreadsheet counts it.
    pub row: u64,
    /// Identifier of the record; may be empty.
    pub id: String,
    /// First day, `2025-03-01`.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Site.
    pub site: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Scope and category, `2.electricity`.
    pub category: String,
    /// Where it happened.
    pub region: String,
    /// Scope 1.
    pub scope_1_kg_co2e: String,
    /// Scope 2 by where the grid is.
    pub scope_2_location_kg_co2e: String,
    /// Scope 2 by what is contracted.
    pub scope_2_market_kg_co2e: String,
    /// Scope 3.
    pub scope_3_kg_co2e: String,
    /// CO2 from biomass, outside the totals.
    pub biogenic_kg_co2: String,
    /// Gases outside the totals.
    pub outside_kg_co2e: String,
    /// Offsets and credits.
    pub offsets_kg_co2e: String,
    /// Emission factors, as `pack/factor`.
    pub factors: Vec<String>,
    /// Codes of the fallbacks and disclosures that touch the row.
    pub notes: Vec<String>,
}
