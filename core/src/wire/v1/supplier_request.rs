//! What callers of `supplier.assess` send: what is asked of a supplier, who it is, and what it can show.

use serde::{Deserialize, Serialize};

use super::{SupplierAnswer, TableInput};

/// Request of the method `supplier.assess`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierRequest {
    /// The day on which things hold: `2026-11-21`. Required: there is no clock inside.
    pub as_of: String,
    /// Identifier of a loaded set of requirements (a pack of kind `requirements`); empty if `requirements` is given.
    pub set: String,
    /// A set of your own, in place of a pack's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<RequirementSet>,
    /// Name of the supplier, for the page.
    pub supplier: String,
    /// What is known of the supplier: `sector`, `employees` … as the conditions of the set ask for it.
    pub profile: Vec<ProfileFact>,
    /// Its sites; evidence that names sites must cover all of them.
    pub sites: Vec<String>,
    /// What it can show.
    pub evidence: Vec<SupplierEvidence>,
    /// Answers of this engine that are evidence, as JSON texts: inventories, energy accounts, sustainability reports, reports of
    /// frameworks, operator's reports of CBAM.
    pub answers: Vec<String>,
    /// Further evidence as a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TableInput>,
    /// For how many days to look ahead; empty = as the set says.
    pub horizon_days: String,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// Something that is known of a supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProfileFact {
    /// Its name: `sector`. Required.
    pub name: String,
    /// Its value: a word, or a number as text. Required.
    pub value: String,
}

/// What somebody asks of its suppliers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RequirementSet {
    /// Identifier. Required.
    pub id: String,
    /// Version; other requirements are another version.
    pub version: String,
    /// Who published it.
    pub issuer: String,
    /// Part of the weight that must be evaluated for a grade: `2/3`; empty = `2/3`.
    pub min_coverage: String,
    /// For how many days to look ahead; empty = `90`.
    pub horizon_days: String,
    /// Points of 10 for what is met in part; empty = `5`.
    pub partial_points: String,
    /// The lowest grade of a supplier that is ready; empty = any.
    pub ready_from: String,
    /// Grades, the best first.
    pub grades: Vec<RequirementGrade>,
    /// What lowers a grade.
    pub downgrades: Vec<RequirementDowngrade>,
    /// The requirements. Required.
    pub requirements: Vec<Requirement>,
}

/// A grade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RequirementGrade {
    /// Its name. Required.
    pub grade: String,
    /// The least score in per cent. Required.
    pub min_percent: String,
}

/// What lowers a grade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RequirementDowngrade {
    /// The best grade that is left. Required.
    pub to: String,
    /// Condition on `open_blocking`, `open_major`, `open_minor`, `unknown` (counts) and `lowest_theme` (per cent). Required.
    pub when: String,
}

/// Something that is asked of a supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requirement {
    /// Identifier, unique in the set. Required.
    pub id: String,
    /// Where the issuer or the law says it.
    pub clause: String,
    /// What it belongs to: `environment`, `labour` …
    pub theme: String,
    /// What is asked, in English.
    pub title_en: String,
    /// What is asked, in Vietnamese.
    pub title_vi: String,
    /// Condition on the profile: `sector == food and employees >= 50`; empty = always.
    pub applies_if: String,
    /// `certificate`, `document`, `metric`, `declaration`, `audit-score` or `training`. Required.
    pub kind: String,
    /// `blocking`, `major` or `minor`. Required.
    pub level: String,
    /// How much it counts, above zero; empty = `1`.
    pub weight: String,
    /// What evidence must be about: the names of standards, documents or metrics that are taken, divided by `|`. `ISO 9001` takes
    /// `ISO 9001:2015`, too. Required.
    pub subject: String,
    /// The least value that meets it.
    pub min: String,
    /// The least value that meets it in part.
    pub partial: String,
    /// The largest value that meets it.
    pub max: String,
    /// The unit of the values; empty = a number without one.
    pub unit: String,
    /// How many months after its issue, or after the end of its period, evidence counts; empty = no limit.
    pub max_age_months: String,
    /// Words of which one must stand in what the evidence holds for, `|` between them: `stamping|dập`; empty = any.
    pub scope: String,
    /// Whether an accreditation must stand on it.
    pub accredited: bool,
    /// The document that asks it.
    pub document: String,
}

/// Something that a supplier can show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierEvidence {
    /// Identifier: number of the certificate, name of the file. Required.
    pub id: String,
    /// `certificate`, `document`, `metric`, `declaration`, `audit-score` or `training`. Required.
    pub kind: String,
    /// What it is about: a standard, a document, a metric. Required.
    pub subject: String,
    /// What it covers, in words.
    pub scope: String,
    /// Sites that it covers, divided by `;`; empty = the whole firm.
    pub sites: String,
    /// Who issued it.
    pub issuer: String,
    /// Accreditation of the issuer.
    pub accreditation: String,
    /// Day of issue.
    pub issued: String,
    /// First day on which it holds.
    pub valid_from: String,
    /// Last day on which it holds.
    pub expires: String,
    /// Last day for the next surveillance.
    pub surveillance_due: String,
    /// `valid` (also if empty), `suspended`, `withdrawn` or `incomplete`.
    pub status: String,
    /// Last day of the period that a metric is about.
    pub period_end: String,
    /// The value of a metric or the score of an audit.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// Request of the method `supplier.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierReportRequest {
    /// An answer of `supplier.assess`.
    pub answer: SupplierAnswer,
    /// `table` or `html`.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `supplier.sets`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierSetsRequest {
    /// Packs of your own as text, named before the shipped ones.
    pub packs: Vec<String>,
}

/// Request of the method `supplier.size`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierSizeRequest {
    /// `A` (agriculture, forestry, fishery; industry and construction) or `B` (trade and services). Required.
    pub group: String,
    /// Employees with social insurance, average of the year. Required.
    pub employees: String,
    /// Revenue of the year in VND.
    pub revenue_vnd: String,
    /// Capital in VND.
    pub capital_vnd: String,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// Request of the method `supplier.vda63`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VdaRequest {
    /// The ratings of an audit, one for each question and process step.
    pub ratings: Vec<VdaRating>,
}

/// A rating. The questions themselves are not part of emitrace: their catalogue is protected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VdaRating {
    /// `P2` to `P7`. Required.
    pub element: String,
    /// Number of the question: `6.1.1`. Required.
    pub question: String,
    /// Sub-element of P6: `U1` to `U6`.
    pub sub_element: String,
    /// Process step of P6.
    pub step: String,
    /// 0, 4, 6, 8 or 10; empty = not evaluated.
    pub points: String,
    /// Whether it is a question with a star.
    pub star: bool,
}

/// Request of the method `supplier.vda63_potential`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VdaPotentialRequest {
    /// How many questions are yellow.
    pub yellow: u64,
    /// How many questions are red.
    pub red: u64,
}

/// Request of the method `supplier.rba_vap`: how many questions of an audit by the Responsible Business Alliance were found to be what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RbaVapRequest {
    /// Questions that conform.
    pub conformance: u64,
    /// Questions with a risk of nonconformance.
    pub risk: u64,
    /// Whether a risk of nonconformance counts as conformance, as in newer protocols.
    pub risk_conforms: bool,
    /// Questions with a finding.
    pub findings: RbaFindings,
    /// How many of the findings are closed.
    pub closed: RbaFindings,
    /// Questions that do not apply; they count among `questions` and in no score.
    pub not_applicable: u64,
    /// The last day of the audit, for the day until which its report is valid.
    pub audited: String,
}

/// Findings of an audit by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RbaFindings {
    /// Priority findings.
    pub priority: u64,
    /// Major findings.
    pub major: u64,
    /// Minor findings.
    pub minor: u64,
}

/// Request of the method `supplier.ecovadis_medal`: what a scorecard states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EcovadisRequest {
    /// The percentile, 0 to 100. Required: no medal follows from a score.
    pub percentile: String,
    /// The scores of the four themes. Required.
    pub themes: EcovadisThemes,
    /// The overall score, 0 to 100. It decides nothing.
    pub score: String,
    /// When the scorecard was published: `2026-03-01`. Required.
    pub published: String,
    /// The day of the question. Required.
    pub as_of: String,
}

/// Scores of the four themes, 0 to 100.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EcovadisThemes {
    /// Environment.
    pub environment: String,
    /// Labor and human rights.
    pub labor_and_human_rights: String,
    /// Ethics.
    pub ethics: String,
    /// Sustainable procurement.
    pub sustainable_procurement: String,
}
