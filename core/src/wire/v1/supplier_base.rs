//! Answers about many suppliers: `supplier.base` for a buyer, `supplier.region` for who must not name them.

use serde::{Deserialize, Serialize};

use super::{Column, Finding, FindingCount, PackUse, ProfileFact, RequirementLapse, SupplierReason};

/// Name of the shape of a buyer's answer.
pub const SUPPLIER_BASE_SCHEMA: &str = "emitrace/supplier-base/1";
/// Name of the shape of a region's answer.
pub const SUPPLIER_REGION_SCHEMA: &str = "emitrace/supplier-region/1";

/// Who of a buyer's suppliers meets what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierBaseAnswer {
    /// `emitrace/supplier-base/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: SupplierBaseResult,
    /// Headers of the table of suppliers and what they were taken for.
    pub columns: Vec<Column>,
    /// Headers of the table of evidence and what they were taken for.
    pub evidence_columns: Vec<Column>,
    /// What is wrong with rows of the table of suppliers.
    pub findings: Vec<Finding>,
    /// What is wrong with rows of the table of evidence.
    pub evidence_findings: Vec<Finding>,
}

/// What was asked of everybody, and on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierAsked {
    /// The day on which things hold.
    pub as_of: String,
    /// The later day that is looked ahead to.
    pub ahead: String,
    /// The set of requirements.
    pub set: String,
    /// Its version.
    pub version: String,
    /// Who published it.
    pub issuer: String,
    /// Who was wanted; empty = everybody.
    pub wanted: String,
    /// Facts by which suppliers are counted together.
    pub group_by: Vec<String>,
    /// Every requirement, in the order of the set.
    pub requirements: Vec<RequirementAsked>,
    /// Suppliers that were read.
    pub suppliers: u64,
    /// Those of them that are not wanted: they are in no count below.
    pub unwanted: u64,
    /// Rows of the tables that are in no figure.
    pub excluded: u64,
    /// How often each code of the reader was found.
    pub findings: Vec<FindingCount>,
    /// The pack that the set comes from.
    pub packs: Vec<PackUse>,
}

/// A requirement that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementAsked {
    /// Identifier.
    pub id: String,
    /// Theme.
    pub theme: String,
    /// `blocking`, `major` or `minor`.
    pub level: String,
    /// What is asked, in English.
    pub title_en: String,
    /// What is asked, in Vietnamese.
    pub title_vi: String,
}

/// A buyer's view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierBaseResult {
    /// What was asked.
    pub asked: SupplierAsked,
    /// All suppliers, the best first; those that are not wanted last.
    pub ranking: Vec<SupplierRank>,
    /// All that are wanted together.
    pub total: SupplierGroup,
    /// The same by the facts of `group_by`.
    pub groups: Vec<SupplierGroup>,
}

/// A supplier among others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierRank {
    /// Its place, from 1 on; equal ones share a place, and the next place is so much further. 0 = not wanted.
    pub rank: u64,
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether it is who is wanted: `yes`, `no`, `unknown`.
    pub fits: String,
    /// What it does not meet of what is wanted, or which facts would tell.
    pub fit_reasons: Vec<SupplierReason>,
    /// Whether it is ready.
    pub ready: bool,
    /// Whether it is still ready on the later day, if nothing is done.
    pub ready_ahead: bool,
    /// Its grade; empty if too little is known.
    pub grade: String,
    /// Weight of what was evaluated in that of what applies, as a fraction.
    pub coverage: String,
    /// Score if nothing of what is unknown is met, in per cent with two decimals at most.
    pub low_percent: String,
    /// Score if all of it is met.
    pub high_percent: String,
    /// Why it is not ready.
    pub why_not_ready: Vec<SupplierReason>,
    /// The status of each requirement, in the order of the set.
    pub statuses: Vec<String>,
    /// What lapses until the later day.
    pub lapses: Vec<RequirementLapse>,
}

/// Suppliers counted together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierGroup {
    /// The facts that they share; a value that is not known is empty.
    pub facts: Vec<ProfileFact>,
    /// How many they are.
    pub suppliers: u64,
    /// How many are ready.
    pub ready: u64,
    /// How many are ready on the later day, if nothing is done.
    pub ready_ahead: u64,
    /// Of how many too little is known for a grade.
    pub insufficient_data: u64,
    /// Mean of the low scores, in per cent with two decimals at most; empty if none has a score.
    pub low_percent_mean: String,
    /// How many suppliers are in which state, for each requirement in the order of the set.
    pub requirements: Vec<RequirementCounts>,
}

/// How many suppliers are in which state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementCounts {
    /// The requirement.
    pub id: String,
    /// It is met, and holds for longer.
    pub met: u64,
    /// It is met and lapses soon.
    pub met_expiring_soon: u64,
    /// It is met in part.
    pub partial: u64,
    /// It is not met.
    pub not_met: u64,
    /// It has expired.
    pub expired: u64,
    /// It is suspended.
    pub suspended: u64,
    /// It is not known.
    pub unknown: u64,
    /// It does not apply.
    pub not_applicable: u64,
}

/// Where a region's suppliers stand, without naming one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierRegionAnswer {
    /// `emitrace/supplier-region/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: SupplierRegionResult,
}

/// A region's view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplierRegionResult {
    /// What was asked.
    pub asked: SupplierAsked,
    /// The fewest suppliers of a group that is shown.
    pub min_group: u64,
    /// All that are wanted together.
    pub total: SupplierGroup,
    /// Groups that are large enough.
    pub groups: Vec<SupplierGroup>,
    /// How many groups are not shown by themselves.
    pub withheld_groups: u64,
    /// Those groups together: none, or large enough that no difference shows a small one.
    pub withheld: SupplierGroup,
}
