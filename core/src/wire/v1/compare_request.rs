//! What callers send to compare inventories.

use serde::{Deserialize, Serialize};

use super::{InventoryAnswer, InventoryOptions, Ledger};

/// An inventory to compare: a finished answer, or a ledger with its options.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DiffSide {
    /// A finished inventory.
    pub answer: Option<InventoryAnswer>,
    /// The ledger, where there is no finished answer.
    pub ledger: Option<Ledger>,
    /// Choices and declarations for the ledger.
    pub options: Option<InventoryOptions>,
    /// The user's own packs for the ledger, each as one text.
    pub packs: Vec<String>,
}

/// How lines of two ledgers are matched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Matching {
    /// `id` (else): by identifier, lines without one by their group. `group`: all lines by their group (site, activity,
    /// supplier, product, view and period).
    pub by: Option<String>,
    /// Which part of the period a group has: `day` (else, both days), `month` (month of any year) or `year` (none of it).
    pub period: Option<String>,
}

/// How two inventories shall be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DiffOptions {
    /// How lines are matched.
    pub matching: Matching,
    /// Sites that a structural change brought or took.
    pub structure: Vec<String>,
    /// Views of the change; else one for each dimension.
    pub by: Option<Vec<String>>,
    /// How many changed lines the answer lists, the largest first (1,000 if not given); all are counted.
    pub lines: Option<u32>,
}

/// Request of the method `diff.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffReportRequest {
    /// The comparison to write.
    pub answer: super::DiffAnswer,
    /// `table`, or the location-based waterfall as `vega-lite` or `svg`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `diff`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffRequest {
    /// The inventory before.
    pub before: DiffSide,
    /// The inventory after.
    pub after: DiffSide,
    /// How they are compared.
    #[serde(default)]
    pub options: DiffOptions,
}
