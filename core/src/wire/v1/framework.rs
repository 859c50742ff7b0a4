//! Answers of `framework.table` and `framework.report`: datapoints in the terms of reporting frameworks.

use serde::{Deserialize, Serialize};

use super::{PackUse, PathFinding};

/// Name of the shape of a [`FrameworkAnswer`].
pub const FRAMEWORK_SCHEMA: &str = "emitrace/framework/1";
/// Name of the shape of a [`FrameworkReportAnswer`].
pub const FRAMEWORK_REPORT_SCHEMA: &str = "emitrace/framework-report/1";

/// The neutral table: every datapoint of the crosswalks, with its value and its codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkAnswer {
    /// `emitrace/framework/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: FrameworkTable,
}

/// Datapoints with their values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkTable {
    /// Period of the inventory.
    pub period: String,
    /// Digest of the inventory.
    pub inventory: String,
    /// Whether rows of its ledger are missing from it.
    pub inventory_partly: bool,
    /// The period that figures are compared with; empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub previous_period: String,
    /// Digest of the inventory of that period; empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub previous_inventory: String,
    /// Frameworks whose codes are shown.
    pub frameworks: Vec<FrameworkEdition>,
    /// How many datapoints are in which state.
    pub counts: FrameworkCounts,
    /// The datapoints.
    pub datapoints: Vec<Datapoint>,
    /// Shares of customers.
    pub customers: Vec<CustomerShare>,
    /// What is wrong or to be looked at.
    pub findings: Vec<PathFinding>,
    /// Packs that the codes are from, and those of the factors of the inventory.
    pub packs: Vec<PackUse>,
}

/// A framework, in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkEdition {
    /// Identifier: `gri-2016`.
    pub id: String,
    /// English name.
    pub label_en: String,
    /// Vietnamese name.
    pub label_vi: String,
    /// First day; empty if there is none.
    pub from: String,
    /// Last day; empty if there is none.
    pub until: String,
    /// Whether it is used before its first day.
    pub early: bool,
}

/// How many datapoints are in which state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkCounts {
    /// Taken from answers of the engine.
    pub reported: u64,
    /// Stated by people.
    pub stated: u64,
    /// Neither.
    pub missing: u64,
    /// Said not to apply.
    pub not_applicable: u64,
}

/// One datapoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Datapoint {
    /// Identifier: `ghg.scope1`.
    pub id: String,
    /// English label.
    pub label_en: String,
    /// Vietnamese label.
    pub label_vi: String,
    /// `reported`, `stated`, `missing` or `not-applicable`.
    pub state: String,
    /// Why it does not apply, or what would fill it.
    pub reason: String,
    /// Who can give it: `inventory`, `energy`, `environment`, `hr`, `legal`, `management`, `purchasing`, `verifier`.
    pub who: String,
    /// Units that a statement may have; `text` for words, `*` for any currency.
    pub units: Vec<String>,
    /// Its values: one, or one for each part.
    pub values: Vec<DatapointValue>,
    /// Its codes in the frameworks.
    pub codes: Vec<DatapointCode>,
}

/// A value with where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatapointValue {
    /// The part: a category, a gas, a site, a pack; empty for the whole.
    pub part: String,
    /// Exact decimal or `n/d`, or words.
    pub value: String,
    /// The value of the previous period, in the same unit; empty if it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub previous: String,
    /// Unit; `text` for words.
    pub unit: String,
    /// `inventory`, `disclosure`, `intensity`, `base-year`, `uncertainty` or `statement`.
    pub source: String,
    /// Digest of that answer; for statements the document.
    pub reference: String,
    /// Where in the answer: a JSON pointer.
    pub place: String,
    /// Ledger lines that contribute; 0 where that is not counted.
    pub lines: u64,
}

/// Codes of a datapoint in a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatapointCode {
    /// The framework.
    pub framework: String,
    /// The codes.
    pub codes: Vec<String>,
    /// How sure the codes are: `A`, `A-`, `B` or `C`.
    pub confidence: String,
    /// Remark.
    pub note: String,
}

/// A customer's share of the emissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerShare {
    /// Name.
    pub name: String,
    /// `revenue` or `mass`.
    pub basis: String,
    /// What the customer bought.
    pub part: String,
    /// What was sold in all.
    pub whole: String,
    /// Unit of both.
    pub unit: String,
    /// The exact share, as a decimal or `n/d`.
    pub share: String,
    /// The share of each figure.
    pub figures: Vec<CustomerFigure>,
}

/// The share of one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerFigure {
    /// The datapoint that is shared out: `ghg.scope1`.
    pub datapoint: String,
    /// Tonnes of CO2 equivalent, rounded half-even to six decimals.
    pub t_co2e: String,
    /// The same exactly, as a decimal or `n/d`.
    pub exact_t_co2e: String,
}

/// A report: the items that a framework asks for, and what fills them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkReportAnswer {
    /// `emitrace/framework-report/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: FrameworkReport,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkReport {
    /// Identifier: `iso-14064-1`.
    pub report: String,
    /// English title.
    pub title_en: String,
    /// Vietnamese title.
    pub title_vi: String,
    /// Whether nothing that is required is missing, no row of the ledger is left out, and no statement is refused.
    pub complete: bool,
    /// Required items.
    pub required: u64,
    /// Required items that are filled, or do not apply.
    pub filled: u64,
    /// The sections, in the order of the report.
    pub sections: Vec<FrameworkSection>,
    /// The datapoints of the items, and all else that the neutral table says.
    pub table: FrameworkTable,
}

/// A section of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkSection {
    /// English title.
    pub title_en: String,
    /// Vietnamese title.
    pub title_vi: String,
    /// Its items.
    pub items: Vec<FrameworkItem>,
}

/// An item of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkItem {
    /// Its number in the framework: `a`.
    pub code: String,
    /// English label.
    pub label_en: String,
    /// Vietnamese label.
    pub label_vi: String,
    /// `required` or `optional`.
    pub due: String,
    /// `filled`, `partly`, `missing` or `not-applicable`.
    pub state: String,
    /// Its datapoints.
    pub datapoints: Vec<String>,
    /// Those of them that are missing.
    pub missing: Vec<String>,
    /// How sure the item is: `A`, `A-`, `B` or `C`.
    pub confidence: String,
}
