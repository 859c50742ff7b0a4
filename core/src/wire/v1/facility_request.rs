//! What a facility sends for its inventory report: ledgers and declarations.

use serde::{Deserialize, Serialize};

use super::{FacilityReport, InventoryOptions, Ledger};

/// Request of the method `facility_report`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FacilityReportRequest {
    /// ISO 3166-1 code of the country. Required.
    pub country: String,
    /// The day whose law is asked: that of the report. Required.
    pub on: String,
    /// One year, or two that follow each other. Required.
    pub years: Vec<FacilityYear>,
    /// Choices for all years; `profile` is that of the law, `period` is each year's own.
    pub options: InventoryOptions,
    /// What the facility declares; what is missing is a finding.
    pub declarations: FacilityDeclarations,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// A year and its ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FacilityYear {
    /// The calendar year. Required.
    pub year: u16,
    /// Its ledger. Required.
    pub ledger: Ledger,
}

/// What a facility declares for its report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FacilityDeclarations {
    /// Name of the facility.
    pub name: String,
    /// Address.
    pub address: String,
    /// Number, day and place of the business licence.
    pub business_licence: String,
    /// Legal representative: name and office.
    pub representative: String,
    /// Line of business.
    pub business: String,
    /// Boundary and scope of operation.
    pub boundary: String,
    /// Infrastructure, technology and activities.
    pub infrastructure: String,
    /// Sinks within the boundary; say so if there are none.
    pub sinks: String,
    /// Removals by sinks, reported apart and never subtracted.
    pub removals: Vec<Removal>,
    /// Information system and data.
    pub data_system: String,
    /// Causes of limitations of the inventory.
    pub limitations: String,
    /// How activity data were collected.
    pub data_collection: String,
    /// Why this GWP set was chosen.
    pub gwp_reason: String,
    /// Kinds of source that the facility does not have.
    pub sources_absent: Vec<String>,
    /// Activities that belong to another kind of source than the ledger's category says.
    pub activity_sources: Vec<ActivitySource>,
    /// Statements on uncertainty; all six are needed.
    pub uncertainty: UncertaintyStatements,
    /// The log of quality control.
    pub checks: Vec<CheckDone>,
    /// Whether something happened that makes earlier results be computed again.
    pub recalculation: Vec<TriggerDeclared>,
    /// Approvals of factors of the facility's own.
    pub own_factors: Vec<OwnFactor>,
}

/// Removals by sinks in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Removal {
    /// The year.
    pub year: u16,
    /// The sink.
    pub sink: String,
    /// Kilograms of CO2 equivalent removed.
    pub kg_co2e: String,
}

/// The kind of source that an activity belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ActivitySource {
    /// Identifier of the activity.
    pub activity: String,
    /// The kind of source: `waste` …
    pub source: String,
}

/// The six statements on uncertainty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UncertaintyStatements {
    /// Completeness.
    pub completeness: String,
    /// Fitness of the model.
    pub model: String,
    /// Adequacy of the data.
    pub data: String,
    /// Representativeness.
    pub representativeness: String,
    /// Anomalies.
    pub anomalies: String,
    /// Lack of transparency, or a wrong boundary.
    pub transparency: String,
}

/// An entry in the log of quality control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CheckDone {
    /// Name of the check.
    pub check: String,
    /// Whether it was done.
    pub done: bool,
    /// By whom.
    pub by: String,
    /// On which day.
    pub date: String,
    /// What was found and done about it.
    pub remark: String,
}

/// Whether a trigger of recalculation happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TriggerDeclared {
    /// Name of the trigger.
    pub trigger: String,
    /// Whether it happened.
    pub happened: bool,
    /// What changed, and where the recalculated result stands.
    pub remark: String,
}

/// The approval of a factor of the facility's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OwnFactor {
    /// `pack/factor`.
    pub factor: String,
    /// The document that approves or proves it.
    pub document: String,
}

/// Request of the method `facility_document`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacilityDocumentRequest {
    /// The answer of `facility_report`.
    pub answer: FacilityReport,
    /// `html`, `csv` or `table`.
    pub format: String,
    /// `vi` (else) or `en`.
    #[serde(default)]
    pub lang: String,
}
