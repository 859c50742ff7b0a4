//! What callers send about years: base years, intensities, targets.

use serde::{Deserialize, Serialize};

use super::{DiffOptions, DiffSide, InventoryAnswer};

/// An amount of one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountAmount {
    /// `scope_1`, `scope_2_location`, `scope_2_market` or `scope_3`.
    pub account: String,
    /// Kilograms of CO2 equivalent.
    pub kg_co2e: String,
}

/// When a base year is recalculated, and on which figures that is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BaseYearPolicy {
    /// `ghg-protocol`, `sbti`, `vn-circular-38`, or one of a pack of one's own. Required.
    pub name: String,
    /// From which percentage of the base year on changes are significant, where the policy leaves it to the company or a
    /// stricter one is wanted.
    pub threshold_percent: Option<String>,
    /// The accounts that count, with one view of scope 2: `scope_1`, `scope_2_location` … Required.
    pub accounts: Vec<String>,
    /// `all-year` or `pro-rata`: how a change in the middle of the current year counts in the base year. Needed if a
    /// structural change has a date.
    pub timing: Option<String>,
    /// The current year, `2025` or `2025-01-01/2025-12-31`; else that of the current inventory.
    pub current_period: Option<String>,
}

/// Something that happened since the base year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BaseYearEvent {
    /// `merger`, `acquisition`, `divestment`, `insourcing`, `outsourcing`, `boundary`, `method`, `source`,
    /// `factor-correction`, `error`; `factor-update` and `organic-growth` never lead to a recalculation. Required.
    pub kind: String,
    /// What happened, in words.
    pub what: String,
    /// The day from which it holds, for structural changes.
    pub date: Option<String>,
    /// Sites that came or went.
    pub sites: Vec<String>,
    /// For insourcing and outsourcing: the emissions were and are in a scope of the inventory.
    pub in_scopes: bool,
    /// Emissions of the base year that are concerned, by account: of the entity (not negative) for structural changes,
    /// with their sign for all others.
    pub amounts: Vec<AccountAmount>,
    /// The entity's inventory of the base year, where there is one.
    pub entity: Option<DiffSide>,
    /// The base year computed with the correction; it holds the corrections listed before it. Without a ledger, that of the
    /// base year is computed with these options and packs.
    pub corrected: Option<DiffSide>,
}

/// Request of the method `base_year`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseYearRequest {
    /// The base year as it was reported.
    pub base: DiffSide,
    /// The current year.
    #[serde(default)]
    pub current: Option<DiffSide>,
    /// The policy.
    pub policy: BaseYearPolicy,
    /// What happened since the base year.
    #[serde(default)]
    pub events: Vec<BaseYearEvent>,
    /// How base and current year are compared; lines by group and year if nothing is said.
    #[serde(default)]
    pub comparison: Option<DiffOptions>,
}

/// What an amount of emissions is divided by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Denominator {
    /// Its name, the same in all years: `revenue`, `steel`, `employees`. Required.
    pub name: String,
    /// How much, as text. Required.
    pub quantity: String,
    /// Its unit: `t`, `m2`, `{FTE}`, `USD{2024}`. Required.
    pub unit: String,
    /// The unit that the intensity is per; else that of the first year.
    pub per: Option<String>,
    /// The period that it is for, if it is to be compared with that of the inventory.
    pub period: Option<String>,
}

/// A year's emissions with what they are divided by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProgressYear {
    /// The year. Required.
    pub year: u16,
    /// Its inventory.
    pub answer: Option<InventoryAnswer>,
    /// Its emissions by account, where there is no inventory.
    pub amounts: Vec<AccountAmount>,
    /// What they are divided by.
    pub denominators: Vec<Denominator>,
}

/// Request of the method `intensity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntensityRequest {
    /// The years, in their order.
    pub years: Vec<ProgressYear>,
    /// The accounts that are added up, with one view of scope 2.
    pub accounts: Vec<String>,
    /// Decimals of an intensity, 0 to 15.
    pub decimals: u16,
}

/// A target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Target {
    /// Its name. Required.
    pub name: String,
    /// The accounts that it covers, with at most one view of scope 2. Required.
    pub accounts: Vec<String>,
    /// Categories that it leaves out: `3.15` …
    pub without: Vec<String>,
    /// The year to be reached. Required.
    pub target_year: u16,
    /// A named pathway: `sbti-1.5c`, `sbti-wb2c`, `sbti-intensity`, or one of a pack of one's own. It says the next three.
    pub pathway: Option<String>,
    /// `absolute` or `intensity`.
    pub kind: Option<String>,
    /// `linear` (of the base year) or `compound` (of the year before).
    pub shape: Option<String>,
    /// Reduction a year in per cent.
    pub annual_percent: Option<String>,
    /// Instead of `annual_percent`: the reduction of the target year against the base year in per cent, on a straight line.
    pub reduction_percent: Option<String>,
    /// For an intensity target: the name of the denominator.
    pub denominator: Option<String>,
}

/// Request of the method `targets`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetsRequest {
    /// The base year, recalculated if it had to be.
    pub base: ProgressYear,
    /// The years since.
    #[serde(default)]
    pub years: Vec<ProgressYear>,
    /// The targets.
    pub targets: Vec<Target>,
    /// Decimals of percentages and intensities, 0 to 15.
    pub decimals: u16,
}

/// Request of the method `base_year.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseYearReportRequest {
    /// The answer to write.
    pub answer: super::BaseYearAnswer,
    /// `table`, or the location-based waterfall as `vega-lite` or `svg`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `intensity.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntensityReportRequest {
    /// The answer to write.
    pub answer: super::IntensityAnswer,
    /// `table`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `targets.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetsReportRequest {
    /// The answer to write.
    pub answer: super::TargetsAnswer,
    /// `table`, or the pathways as `vega-lite` or `svg`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}
