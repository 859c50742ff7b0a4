//! Base years, intensities and targets, as plain data.

use serde::{Deserialize, Serialize};

use super::{AccountAmount, AccountChange, InventoryMark, Note, Waterfall};

/// Name of the shape of a [`BaseYearAnswer`].
pub const BASE_YEAR_SCHEMA: &str = "emitrace/base-year/1";
/// Name of the shape of an [`IntensityAnswer`].
pub const INTENSITY_SCHEMA: &str = "emitrace/intensity/1";
/// Name of the shape of a [`TargetsAnswer`].
pub const TARGETS_SCHEMA: &str = "emitrace/targets/1";

/// Whether a base year is recalculated, and to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseYearAnswer {
    /// `emitrace/base-year/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// Whether the base year is to be recalculated.
    pub recalculate: bool,
    /// Why, or why not, in one sentence.
    pub because: String,
    /// Name of the policy.
    pub policy: String,
    /// Its document and clause.
    pub document: String,
    /// From which percentage on changes are significant; empty = every change that triggers.
    pub threshold_percent: String,
    /// The accounts that were added up.
    pub accounts: Vec<String>,
    /// `all-year`, `pro-rata` or empty.
    pub timing: String,
    /// Each event with what it does.
    pub events: Vec<EventResult>,
    /// Sizes of the changes that trigger, added up without sign, in kilograms of CO2 equivalent.
    pub cumulative_kg_co2e: String,
    /// The same in per cent of the base year, rounded half-even to six decimals for reading; the comparison is exact.
    pub cumulative_percent: String,
    /// The base year as it was reported, with its digest and the editions of its packs: it is kept.
    pub reported: InventoryMark,
    /// The base year on the accounts as reported.
    pub reported_kg_co2e: String,
    /// The base year by account, recalculated; as reported if nothing is recalculated.
    pub base: Vec<AccountAmount>,
    /// Their sum over the accounts of the policy.
    pub base_kg_co2e: String,
    /// The current year on the accounts; absent if none was given.
    pub current_kg_co2e: Option<String>,
    /// Current year less recalculated base year: growth or decline that no event explains.
    pub organic_kg_co2e: Option<String>,
    /// The years that must be shown after a recalculation.
    pub years_to_show: Vec<String>,
    /// From base year as reported to current year, by account.
    pub total: Vec<AccountChange>,
    /// From the total of the base year as reported to that of the current year, step by step.
    pub waterfalls: Vec<Waterfall>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

/// What an event does to a base year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventResult {
    /// The kind.
    pub kind: String,
    /// What happened, in words.
    pub what: String,
    /// Whether the policy recalculates for this kind.
    pub triggers: bool,
    /// Whether it is significant alone.
    pub significant: bool,
    /// Change of the base year by account.
    pub amounts: Vec<AccountAmount>,
    /// Its sum over the accounts of the policy, in kilograms of CO2 equivalent.
    pub kg_co2e: String,
    /// The same in per cent of the base year, rounded half-even to six decimals for reading.
    pub percent: String,
    /// The share of a year that counts, exactly.
    pub share: String,
    /// Why it triggers, or why not.
    pub because: String,
    /// Document and clause behind that; empty if the policy says nothing.
    pub clause: String,
    /// `A`, `A-`, `B`, `C`; empty if the policy says nothing.
    pub confidence: String,
}

/// Intensities of years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntensityAnswer {
    /// `emitrace/intensity/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// The accounts that were added up.
    pub accounts: Vec<String>,
    /// Name of the rounding.
    pub rounding: String,
    /// The years.
    pub years: Vec<IntensityYear>,
    /// What cannot be compared, and why.
    pub notes: Vec<Note>,
}

/// Intensities of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntensityYear {
    /// The year.
    pub year: u16,
    /// Digest of its inventory; empty if its emissions were stated.
    pub inventory: String,
    /// The emissions, in kilograms of CO2 equivalent.
    pub kg_co2e: String,
    /// One for each denominator.
    pub intensities: Vec<Intensity>,
}

/// Emissions per unit of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intensity {
    /// Name of the denominator.
    pub name: String,
    /// How much of it, in its own unit.
    pub quantity: String,
    /// Its unit.
    pub unit: String,
    /// The unit that the intensity is per.
    pub per: String,
    /// Kilograms of CO2 equivalent per unit of `per`, rounded.
    pub kg_co2e_per_unit: String,
    /// The same exactly: a decimal or a fraction `n/d`; empty if its terms need more than 127 bits.
    pub exact_kg_co2e_per_unit: String,
    /// Change against the first year in per cent, rounded; absent in the first year and where it cannot be compared.
    pub change_percent: Option<String>,
}

/// Targets with their pathways and the way there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetsAnswer {
    /// `emitrace/targets/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// The base year.
    pub base_year: u16,
    /// Name of the roundings.
    pub rounding: String,
    /// The targets.
    pub targets: Vec<TargetResult>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

/// One target.
///
/// Levels are kilograms of CO2 equivalent; for an intensity target kilograms per unit of `per`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetResult {
    /// Its name.
    pub name: String,
    /// `absolute` or `intensity`.
    pub kind: String,
    /// `linear` or `compound`.
    pub shape: String,
    /// Reduction a year in per cent, exactly.
    pub annual_percent: String,
    /// Named pathway; empty if none.
    pub pathway: String,
    /// Document, clause and confidence of the pathway's percentage; empty if it was stated by the caller.
    pub source: String,
    /// For an intensity target the unit that it is per; else empty.
    pub per: String,
    /// The level of the base year.
    pub base_level: String,
    /// The year to be reached.
    pub target_year: u16,
    /// The level to be reached.
    pub target_level: String,
    /// Year by year.
    pub path: Vec<PathYear>,
    /// How much of the base year is inside the target.
    pub coverage: TargetCoverage,
}

/// One year on the way to a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathYear {
    /// The year.
    pub year: u16,
    /// Where the pathway is.
    pub path_level: String,
    /// Where the year was; absent if it is not known.
    pub level: Option<String>,
    /// Level less pathway: above zero is too much.
    pub gap: Option<String>,
    /// The gap in per cent of the pathway, rounded.
    pub gap_percent: Option<String>,
    /// Change against the base year in per cent, rounded.
    pub change_percent: Option<String>,
    /// Whether the level is on or below the pathway.
    pub on_track: Option<bool>,
    /// What has to be saved every year from here, in per cent of the base level, on a straight line; rounded.
    pub needed_annual_percent: Option<String>,
    /// Offsets and credits of the year in kilograms of CO2 equivalent: shown, and never counted.
    pub offsets_kg_co2e: Option<String>,
}

/// How much of the base year a target covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetCoverage {
    /// Of scopes 1 and 2 together, in per cent, rounded; absent without emissions there.
    pub scope_1_2_percent: Option<String>,
    /// Of scope 3, in per cent, rounded; absent without emissions there.
    pub scope_3_percent: Option<String>,
    /// Share of scope 3 in the total, in per cent, rounded; absent without emissions.
    pub scope_3_share_percent: Option<String>,
    /// What the pathway asks for, each with whether it is met.
    pub demands: Vec<CoverageDemand>,
}

/// One demand on the boundary of a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageDemand {
    /// `coverage_scope_1_2_percent`, `coverage_scope_3_percent`.
    pub parameter: String,
    /// At least so many per cent.
    pub at_least_percent: String,
    /// Whether it is met.
    pub met: bool,
    /// Document, clause and confidence.
    pub source: String,
}
