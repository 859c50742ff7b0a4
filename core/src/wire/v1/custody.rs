//! Answer of `custody.check`: accounts, periods, claims, and what the checks found.

use serde::{Deserialize, Serialize};

use super::{Column, FigureUse, Finding, FindingCount, PackUse};

/// Name of the answer's shape.
pub const CUSTODY_SCHEMA: &str = "emitrace/custody/1";

/// A ledger, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyAnswer {
    /// `emitrace/custody/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: CustodyResult,
    /// Headers of the table and the fields that they were taken for.
    pub columns: Vec<Column>,
    /// What is wrong with rows of the table.
    pub findings: Vec<Finding>,
}

/// Balances and checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyResult {
    /// The scheme.
    pub scheme: String,
    /// The day whose figures hold.
    pub on: String,
    /// `fixed` or `continuous`.
    pub balancing: String,
    /// The unit of all quantities.
    pub unit: String,
    /// Entries that are in the result.
    pub entries: u64,
    /// Rows of the table that are not in it; then the ledger is not accepted.
    pub excluded: u64,
    /// How often each code of the reader was found.
    pub findings: Vec<FindingCount>,
    /// Whether no check failed. One file shows that nothing was booked twice here, not that nothing was booked elsewhere.
    pub accepted: bool,
    /// What the checks found, by check and place.
    pub checks: Vec<CustodyCheck>,
    /// Balances of each account at the end of each period.
    pub balances: Vec<CustodyBalance>,
    /// Entries that follow from the rules: expiries and forfeits.
    pub made: Vec<CustodyMade>,
    /// Certified claims and the credits that they used.
    pub claims: Vec<CustodyClaim>,
    /// Figures of the scheme that were used.
    pub figures: Vec<FigureUse>,
    /// The packs that they come from.
    pub packs: Vec<PackUse>,
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyCheck {
    /// `C1` to `C12`.
    pub check: String,
    /// `error` or `warning`.
    pub severity: String,
    /// Day; empty where it is about no single one.
    pub date: String,
    /// The account: site, material and attributes.
    pub account: String,
    /// Identifiers of the entries.
    pub entries: Vec<String>,
    /// How much it is about, in the unit of the accounts; of carbon in kilograms of CO2 equivalent; of months a count.
    pub amount: String,
    /// What is wrong.
    pub message: String,
}

/// An account at the end of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyBalance {
    /// Site or group.
    pub site: String,
    /// Material group.
    pub material: String,
    /// Attributes, sorted.
    pub attributes: String,
    /// First day of the period.
    pub start: String,
    /// The day after its last.
    pub end: String,
    /// Balance before; below zero = overdrawn.
    pub opening: String,
    /// Credits received, conversions and arrivals among them.
    pub added: String,
    /// Credits claimed, converted and sent.
    pub taken: String,
    /// Credits that expired.
    pub expired: String,
    /// Balance at the end.
    pub balance: String,
    /// Carried into the next period.
    pub carried: String,
    /// Forfeited: beyond what may be carried.
    pub forfeited: String,
}

/// An entry that follows from the rules.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyMade {
    /// Day.
    pub date: String,
    /// `expire` or `adjust`.
    pub kind: String,
    /// Site or group.
    pub site: String,
    /// Material group.
    pub material: String,
    /// Attributes.
    pub attributes: String,
    /// Quantity that leaves the account.
    pub quantity: String,
    /// The entry whose credit it was.
    pub of: String,
    /// `expired` or `forfeited`.
    pub because: String,
}

/// A certified claim and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyClaim {
    /// The entry.
    pub entry: String,
    /// Its quantity.
    pub quantity: String,
    /// The strongest model that it may be claimed under: the weakest of its credits and of the process; empty = not stated.
    pub strongest_model: String,
    /// Carbon of the credits in kilograms of CO2 equivalent; empty = a credit does not state it.
    pub kg_co2e: String,
    /// The credits, oldest first.
    pub credits: Vec<CustodyUse>,
    /// Not covered by any credit.
    pub uncovered: String,
}

/// A part of a credit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyUse {
    /// The receipt.
    pub entry: String,
    /// Its day.
    pub date: String,
    /// How much of it.
    pub quantity: String,
}
