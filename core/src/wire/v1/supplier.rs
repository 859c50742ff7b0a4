//! Answers of the methods `supplier.*`: what is met, how far a supplier is, and what to do next.

use serde::{Deserialize, Serialize};

use super::{Column, Finding, FindingCount, PackUse, ProfileFact, RequirementSet, SupplierEvidence};

/// Name of the answer's shape.
pub const SUPPLIER_SCHEMA: &str = "emitrace/supplier/1";

/// An assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierAnswer {
    /// `emitrace/supplier/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal: who asks can compute it again.
    pub digest: String,
    /// The result.
    pub result: SupplierResult,
    /// Headers of the table and the fields that they were taken for.
    pub columns: Vec<Column>,
    /// What is wrong with rows of the table.
    pub findings: Vec<Finding>,
}

/// What is met, and how far the supplier is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierResult {
    /// Name of the supplier.
    pub supplier: String,
    /// The day on which things hold.
    pub as_of: String,
    /// The set of requirements.
    pub set: String,
    /// Its version.
    pub version: String,
    /// Who published it.
    pub issuer: String,
    /// What was known of the supplier.
    pub profile: Vec<ProfileFact>,
    /// Its sites.
    pub sites: Vec<String>,
    /// Evidence that was considered.
    pub evidence: u64,
    /// Rows of the table that are not in it.
    pub excluded: u64,
    /// How often each code of the reader was found.
    pub findings: Vec<FindingCount>,
    /// Score, grade, and whether the supplier is ready.
    pub score: SupplierScore,
    /// Every requirement, in the order of the set.
    pub requirements: Vec<RequirementState>,
    /// The evidence that decided, as it was given, with the documents that prove it.
    #[serde(default)]
    pub documents: Vec<SupplierEvidence>,
    /// What to do, the most pressing first.
    pub actions: Vec<SupplierAction>,
    /// The same some days later, if nothing is done.
    pub ahead: SupplierAhead,
    /// The pack that the set comes from.
    pub packs: Vec<PackUse>,
}

/// How far a supplier is. Per cents have at most two decimals, rounded half-even; grades are decided on the exact numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierScore {
    /// Weight of what was evaluated in that of what applies, as a fraction; empty if nothing applies.
    pub coverage: String,
    /// Score if nothing of what is unknown is met.
    pub low_percent: String,
    /// Score of what was evaluated.
    pub evaluated_percent: String,
    /// Score if all of what is unknown is met.
    pub high_percent: String,
    /// The grade of the low score after downgrades; empty if too little is known.
    pub grade: String,
    /// The grade before them.
    pub grade_by_score: String,
    /// Conditions that lowered it.
    pub downgrades: Vec<String>,
    /// Whether too little was evaluated for a grade.
    pub insufficient_data: bool,
    /// Whether no blocking requirement is open and the grade is good enough.
    pub ready: bool,
    /// Why it is not: `blocking` with the requirement, `insufficient-data`, `grade` with the grade.
    pub why_not_ready: Vec<SupplierReason>,
    /// Low scores of the themes.
    pub themes: Vec<SupplierTheme>,
}

/// The score of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierTheme {
    /// The theme.
    pub theme: String,
    /// Score if nothing of what is unknown is met.
    pub low_percent: String,
    /// Score if all of it is met.
    pub high_percent: String,
    /// Requirements that apply.
    pub applicable: u64,
    /// Requirements that are met.
    pub met: u64,
}

/// A word of a fixed list, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierReason {
    /// The word.
    pub code: String,
    /// A day, a site, a field, a value; may be empty.
    pub detail: String,
}

/// What became of a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementState {
    /// Identifier.
    pub id: String,
    /// Where it is said.
    pub clause: String,
    /// The document that asks it.
    pub document: String,
    /// Theme.
    pub theme: String,
    /// What is asked, in English.
    pub title_en: String,
    /// What is asked, in Vietnamese.
    pub title_vi: String,
    /// `blocking`, `major` or `minor`.
    pub level: String,
    /// Sort of evidence.
    pub kind: String,
    /// How much it counts.
    pub weight: String,
    /// `met`, `met_expiring_soon`, `partial`, `not_met`, `expired`, `suspended`, `unknown`, `not_applicable`.
    pub status: String,
    /// Points of 10; empty if it was not evaluated.
    pub points: String,
    /// The last day on which it holds; empty if it has none.
    pub last_day: String,
    /// Days from the day of the assessment to it, negative if it is over; empty if it has none.
    pub days_left: String,
    /// The evidence that decided.
    pub evidence: Vec<String>,
    /// Why.
    pub reasons: Vec<SupplierReason>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierAction {
    /// The requirement.
    pub requirement: String,
    /// `provide`, `renew`, `complete`, `improve`, `resolve` (a suspension) or `tell` (something of the profile).
    pub action: String,
    /// The last day for it; empty if it is over or there is none.
    pub before: String,
    /// Whether a blocking requirement is open.
    pub blocking: bool,
    /// Days to its last day, as in the requirement.
    pub days_left: String,
    /// What the low score gains at most, in points of 100.
    pub gain_percent: String,
}

/// The same assessment some days later, if nothing is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierAhead {
    /// The later day.
    pub on: String,
    /// The low score then.
    pub low_percent: String,
    /// The grade then.
    pub grade: String,
    /// Whether the supplier is ready then.
    pub ready: bool,
    /// Requirements that are met now and not then.
    pub lapses: Vec<RequirementLapse>,
}

/// A requirement that is met now and not later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementLapse {
    /// The requirement.
    pub requirement: String,
    /// `blocking`, `major` or `minor`.
    pub level: String,
    /// The last day on which it is met.
    pub last_day: String,
    /// Its status then.
    pub status: String,
}

/// Answer of `supplier.sets`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierSetsAnswer {
    /// The sets of the loaded packs, the one loaded last first.
    pub sets: Vec<RequirementSet>,
}

/// Answer of `supplier.size`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierSizeAnswer {
    /// `micro`, `small`, `medium`, `large`; empty if what is given does not decide.
    pub size: String,
    /// What would decide.
    pub missing: Vec<String>,
    /// The document and its clause.
    pub source: String,
    /// The pack of the limits.
    pub packs: Vec<PackUse>,
}

/// Answer of `supplier.vda63`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VdaAnswer {
    /// Degree of conformity of all elements together, in per cent with two decimals at most.
    pub overall_percent: String,
    /// `A`, `B`, `C`; empty if too few questions were evaluated.
    pub grade: String,
    /// The grade before downgrades.
    pub grade_by_score: String,
    /// Elements, sub-elements and process steps.
    pub parts: Vec<VdaPart>,
    /// Why the grade was lowered, or is not given.
    pub reasons: Vec<SupplierReason>,
}

/// An element, sub-element or process step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VdaPart {
    /// `element`, `sub-element` or `step`.
    pub kind: String,
    /// `P5`, `U2`, or the name of the step.
    pub name: String,
    /// Degree of conformity in per cent with two decimals at most.
    pub percent: String,
    /// Questions that were evaluated.
    pub evaluated: u64,
    /// Questions that were given.
    pub questions: u64,
}

/// Answer of `supplier.vda63_potential`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VdaPotentialAnswer {
    /// `green` (approved), `yellow` (conditionally) or `red` (barred).
    pub verdict: String,
}

/// Answer of `supplier.rba_vap`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RbaVapAnswer {
    /// All questions, those that do not apply included.
    pub questions: u64,
    /// Questions that apply.
    pub applicable: u64,
    /// 200 for full conformance; four decimals at most.
    pub conformance_points: String,
    /// What findings take away: 20 for a priority one, 4 for a major one, 1 for a minor one.
    pub deduction: String,
    /// Points of 200 with four decimals at most; below zero if findings take away more.
    pub score: String,
    /// `green`, `yellow` or `red`.
    pub colour: String,
    /// `platinum`, `gold`, `silver` or empty.
    pub recognition: String,
    /// What the next higher recognition lacks.
    pub reasons: Vec<SupplierReason>,
    /// The last day on which the report is valid; empty without the day of the audit.
    pub last_day: String,
    /// How sure the formula is: `A` to `C`.
    pub confidence: String,
}

/// Answer of `supplier.ecovadis_medal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EcovadisAnswer {
    /// `platinum`, `gold`, `silver`, `bronze` or empty.
    pub medal: String,
    /// Whether the scorecard is valid on the day of the question.
    pub valid: bool,
    /// The last day on which it is valid.
    pub last_day: String,
    /// Why there is no medal, or why the scorecard is not valid.
    pub reasons: Vec<SupplierReason>,
}
