//! The inventory report of a facility, as plain data. All amounts of gas are texts in kilograms.

use serde::{Deserialize, Serialize};

use super::{FacilityDeclarations, FactorUse, FindingCount, GasFigure, PackUse, RuleUse};

/// Name of the report's shape.
pub const FACILITY_SCHEMA: &str = "emitrace/facility-report/1";

/// Answer of the method `facility_report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacilityReport {
    /// `emitrace/facility-report/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `report`, in hexadecimal.
    pub digest: String,
    /// The report itself.
    pub report: FacilityBody,
}

/// What the report holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacilityBody {
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// The day whose law was asked.
    pub on: String,
    /// The profile of the inventories.
    pub profile: String,
    /// `AR4`, `AR5` or `AR6`.
    pub gwp: String,
    /// The years, in their order.
    pub years: Vec<String>,
    /// Whether nothing is open: no finding that is an error or a warning.
    pub complete: bool,
    /// The steps of the law, each `done` or `open`.
    pub steps: Vec<StepState>,
    /// What the facility declares.
    pub declarations: FacilityDeclarations,
    /// Emissions by kind of source, direct ones first.
    pub sources: Vec<SourceYears>,
    /// `direct`, `indirect` and `total`.
    pub totals: Vec<TotalYears>,
    /// The sources in detail: one entry for each activity.
    pub lines: Vec<ActivityYears>,
    /// Activity data: how much of each activity, in the units of the ledger.
    pub activity_data: Vec<ActivityData>,
    /// Every factor with its rank in the order of the law.
    pub factors: Vec<FactorRank>,
    /// Quality control: automatic checks first.
    pub checks: Vec<CheckState>,
    /// Statements on uncertainty.
    pub statements: Vec<StatementState>,
    /// What would make earlier results be computed again.
    pub triggers: Vec<TriggerState>,
    /// The sections of the form and whether each can be filled.
    pub form: Vec<FormSection>,
    /// Activities of the ledger that the report of this law does not hold (scope 3, heat, land …).
    pub outside: Vec<ActivityYears>,
    /// The inventories that the report was made of.
    pub inventories: Vec<InventoryYear>,
    /// What is missing, open or to be disclosed.
    pub findings: Vec<ReportFinding>,
    /// The lowest confidence among the rules.
    pub confidence: String,
    /// Packs of factors and of rules.
    pub packs: Vec<PackUse>,
}

/// A step and whether it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepState {
    /// Its number.
    pub number: String,
    /// `done` or `open`.
    pub state: String,
    /// Findings that keep it open.
    pub open: u64,
    /// The rule.
    pub rule: RuleUse,
}

/// A figure of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearFigure {
    /// The year.
    pub year: String,
    /// Rows of the ledger behind it.
    pub lines: u64,
    /// Kilograms of CO2 equivalent.
    pub kg_co2e: String,
}

/// Emissions of one kind of source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceYears {
    /// `stationary`, `mobile`, `process`, `fugitive`, `refrigerant`, `waste`, `electricity` or `steam`.
    pub source: String,
    /// `direct` or `indirect`.
    pub kind: String,
    /// `present`, `declared-absent` or `not-stated` (no row and no declaration).
    pub state: String,
    /// One figure for each year.
    pub years: Vec<YearFigure>,
    /// The last year minus the first; empty for one year.
    pub difference_kg_co2e: String,
    /// The rule.
    pub rule: RuleUse,
}

/// A total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TotalYears {
    /// `direct`, `indirect` or `total`.
    pub name: String,
    /// One figure for each year.
    pub years: Vec<YearFigure>,
    /// The last year minus the first; empty for one year.
    pub difference_kg_co2e: String,
}

/// Emissions of one activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityYears {
    /// The kind of source; empty outside the report.
    pub source: String,
    /// Category key of the ledger.
    pub category: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Its English name; may be empty.
    pub name_en: String,
    /// Its Vietnamese name; may be empty.
    pub name_vi: String,
    /// One figure for each year.
    pub years: Vec<YearFigure>,
    /// The gases, one list for each year.
    pub gases: Vec<YearGases>,
}

/// The gases of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearGases {
    /// The year.
    pub year: String,
    /// Mass and effect of each gas; indirect emissions location-based.
    pub gases: Vec<GasFigure>,
}

/// How much of an activity there was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityData {
    /// The kind of source.
    pub source: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Its English name; may be empty.
    pub name_en: String,
    /// Its Vietnamese name; may be empty.
    pub name_vi: String,
    /// The unit.
    pub unit: String,
    /// One sum for each year, exactly; empty where there is none.
    pub years: Vec<YearQuantity>,
}

/// A quantity of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearQuantity {
    /// The year.
    pub year: String,
    /// The quantity.
    pub quantity: String,
}

/// A factor and its rank in the order of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorRank {
    /// `1`, `2`, `3`; `0` for what the order does not concern; empty if the law does not name the source.
    pub tier: String,
    /// What the rank means, in English.
    pub tier_en: String,
    /// What the rank means, in Vietnamese.
    pub tier_vi: String,
    /// The years that used it.
    pub years: Vec<String>,
    /// Whether it stands in for a factor of another year or place.
    pub proxy: bool,
    /// The document by which a factor of the facility was approved; else empty.
    pub approval: String,
    /// The factor; `lines` are those of all years.
    pub factor: FactorUse,
}

/// A check of quality control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckState {
    /// Its name.
    pub check: String,
    /// Whether the engine made it.
    pub automatic: bool,
    /// `pass`, `explained` (something was found and a remark explains it), `attention`, `fail` or `open`.
    pub state: String,
    /// What the engine found; empty for declared checks.
    pub found: String,
    /// Who did it.
    pub by: String,
    /// When.
    pub date: String,
    /// Remark of whoever did it.
    pub remark: String,
    /// The rule.
    pub rule: RuleUse,
}

/// A statement on uncertainty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementState {
    /// Its name.
    pub statement: String,
    /// The words; empty = missing.
    pub text: String,
    /// The rule.
    pub rule: RuleUse,
}

/// What would make earlier results be computed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerState {
    /// Its name.
    pub trigger: String,
    /// `happened`, `did-not-happen` or `not-stated`.
    pub state: String,
    /// Remark.
    pub remark: String,
    /// The rule.
    pub rule: RuleUse,
}

/// A section of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSection {
    /// `I.1` … `III.4`.
    pub section: String,
    /// Whether everything for it is there.
    pub complete: bool,
    /// What is missing: names of declarations, or parts of the report.
    pub missing: Vec<String>,
    /// The rule.
    pub rule: RuleUse,
}

/// An inventory that the report was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventoryYear {
    /// The year.
    pub year: String,
    /// Digest of the inventory.
    pub digest: String,
    /// Data rows of the ledger.
    pub rows: u64,
    /// Rows in the result.
    pub counted: u64,
    /// Rows left out.
    pub excluded: u64,
    /// CO2 from biomass, outside the totals.
    pub biogenic_kg_co2: String,
    /// How often each code was found in the ledger.
    pub findings: Vec<FindingCount>,
    /// Codes of fallbacks and disclosures, each with what it is about.
    pub notes: Vec<NoteUse>,
}

/// A note of an inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteUse {
    /// Stable code such as `PROXY_YEAR`.
    pub code: String,
    /// What it is about.
    pub about: String,
    /// Rows that it touches.
    pub rows: u64,
}

/// A remark about the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportFinding {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// The step that it keeps open.
    pub step: String,
    /// JSON pointer into the request.
    pub path: String,
    /// What it is about: the name of a declaration, check, factor or activity.
    pub about: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
