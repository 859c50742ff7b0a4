//! What callers of `framework.table` and `framework.report` send: answers of the engine, and what people say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    BaseYearAnswer, DisclosureAnswer, EnergyAccountAnswer, IntensityAnswer, InventoryAnswer,
    UncertaintyAnswer,
};

/// Request of the methods `framework.table` and `framework.report`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrameworkRequest {
    /// The report that is wanted: `iso-14064-1`, `ghg-protocol`, `vn-circular-96` or one of your own. Required for `framework.report` only.
    pub report: String,
    /// Frameworks whose codes are shown: an edition (`gri-2016`) or a family (`gri`), of which the day chooses; empty for all families.
    pub frameworks: Vec<String>,
    /// The day on which the report is published, as `2026-11-30`. Required where a family has editions.
    pub on: String,
    /// The answer of the method `inventory`, with its period. Required.
    pub inventory: Option<InventoryAnswer>,
    /// The inventory of the period before, for figures to compare with; those of a sustainability report come with its facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<InventoryAnswer>,
    /// The answer of `disclosure.fill` or `disclosure.check`: its facts fill what is known by their concepts.
    pub disclosure: Option<DisclosureAnswer>,
    /// The answer of `energy.account` for the same ledger.
    pub energy: Option<EnergyAccountAnswer>,
    /// The answer of `intensity`; the year of this inventory is taken.
    pub intensity: Option<IntensityAnswer>,
    /// The answer of `base_year`.
    pub base_year: Option<BaseYearAnswer>,
    /// The answer of `uncertainty` for the same ledger.
    pub uncertainty: Option<UncertaintyAnswer>,
    /// What people state, by datapoint: `{"organization": {"value": "…"}}`.
    pub statements: BTreeMap<String, FrameworkStatement>,
    /// Datapoints that do not apply, with the reason.
    pub not_applicable: BTreeMap<String, String>,
    /// Customers to whom a share of the emissions is told.
    pub customers: Vec<FrameworkCustomer>,
    /// The user's own packs, each as one text: further frameworks and reports are packs of kind `crosswalk`.
    pub packs: Vec<String>,
}

/// What somebody states about one datapoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrameworkStatement {
    /// Words, or a decimal with `.` as the decimal mark. Required.
    pub value: String,
    /// Unit of a decimal: one that the datapoint knows. Empty for words.
    pub unit: String,
    /// The document that says it.
    pub document: String,
}

/// A customer, and its share of what is sold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrameworkCustomer {
    /// Name. Required.
    pub name: String,
    /// `revenue` or `mass`: there is no default. Required.
    pub basis: String,
    /// What the customer bought in the period. Required.
    pub part: String,
    /// What was sold in all in the period. Required.
    pub whole: String,
    /// Unit of both: `VND`, `t`. Required.
    pub unit: String,
}
