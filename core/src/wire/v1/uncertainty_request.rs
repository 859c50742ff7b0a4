//! What callers send to ask how far figures may be off, and how good their data are.

use serde::{Deserialize, Serialize};

use super::{InventoryOptions, Ledger, UncertainSource};

/// Request of the method `uncertainty`: an inventory's request and the choices of the statistics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertaintyRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations of the inventory.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
    /// Choices of the statistics.
    pub uncertainty: UncertaintyOptions,
}

/// Choices of the statistics. None that changes a number has a default, save that lines are independent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UncertaintyOptions {
    /// `1` (propagation of error) or `2` (Monte Carlo, beside approach 1). Required.
    pub approach: String,
    /// Start of the random numbers; needed for approach 2.
    pub seed: Option<u32>,
    /// How often is drawn, at most 1,000,000; needed for approach 2.
    pub draws: Option<u32>,
    /// How far the activity data of lines with the same factor are off together, from 0 to 1; 0 if it is not given.
    pub activity_correlation: Option<String>,
    /// Basic 95 % factor of the pedigree, such as `1.05`; if given, the five scores of a line speak where its column
    /// `uncertainty` is empty.
    pub pedigree_basic_factor: Option<String>,
    /// Uncertainties and distributions for what states none, by category, activity, factor or pack; the first that
    /// fits is taken.
    pub rules: Vec<UncertaintyRule>,
}

/// An uncertainty or a distribution for everything that it fits; what is left empty fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UncertaintyRule {
    /// `activity` for the quantities of lines, `factor` for the values of factors. Required.
    pub of: String,
    /// Key of a category, such as `1.stationary`.
    pub category: String,
    /// Identifier of an activity.
    pub activity: String,
    /// Identifier of a factor, `pack/factor`.
    pub factor: String,
    /// Identifier of a pack.
    pub pack: String,
    /// Name of a gas; for factors.
    pub gas: String,
    /// Half of the 95 % interval, as a ledger writes it: `5 %`, `-10/+20 %`. It never replaces a stated one.
    pub uncertainty: String,
    /// `normal`, `lognormal`, `triangular`, `uniform`: for approach 2, whoever stated the uncertainty.
    pub distribution: String,
}

/// Request of the method `uncertainty.combine`: lines as plain numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CombineRequest {
    /// The lines, all in one unit.
    pub lines: Vec<CombineLine>,
    /// How far lines with the same factor are off together in their activity, from 0 to 1; 0 if it is not given.
    #[serde(default)]
    pub activity_correlation: Option<String>,
    /// Start of the random numbers, to simulate as well.
    #[serde(default)]
    pub seed: Option<u32>,
    /// How often is drawn.
    #[serde(default)]
    pub draws: Option<u32>,
}

/// A line of [`CombineRequest`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CombineLine {
    /// The value; at most 15 decimals. Required.
    pub value: String,
    /// Uncertainty of the activity: `5 %`, `-10/+20 %`; empty if none is stated.
    pub activity_uncertainty: String,
    /// Name of the factor: lines of one name are off together in it; empty for a factor of its own.
    pub factor: String,
    /// Uncertainty of the factor; empty if none is stated.
    pub factor_uncertainty: String,
    /// Distribution of the activity, for a simulation.
    pub activity_distribution: String,
    /// Distribution of the factor, for a simulation.
    pub factor_distribution: String,
}

/// Request of the method `uncertainty.pedigree`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PedigreeRequest {
    /// Five scores, as a ledger writes them: `2-1-3-2-1` (technology, time, geography, completeness, reliability).
    pub scores: String,
    /// Basic 95 % factor, such as `1.05`; 1 adds nothing.
    pub basic_factor: String,
    /// A value to show the interval of.
    #[serde(default)]
    pub value: Option<String>,
}

/// Request of the method `uncertainty.trend`: the `sources` of two answers of the method `uncertainty`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrendRequest {
    /// Sources of the base year.
    pub base: Vec<UncertainSource>,
    /// Sources of the year that is compared with it.
    pub year: Vec<UncertainSource>,
    /// `location` or `market`. Required.
    pub view: String,
    /// Sources whose factors of the two years are independent of each other; else the error of a factor is the same in
    /// both years.
    #[serde(default)]
    pub independent_factors: Vec<TrendSelector>,
    /// Sources whose activity data are off by the same in both years; else they are independent.
    #[serde(default)]
    pub correlated_activities: Vec<TrendSelector>,
}

/// Which sources are meant; what is left empty fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrendSelector {
    /// Key of a category.
    pub category: String,
    /// Identifier of an activity.
    pub activity: String,
    /// Name of a gas.
    pub gas: String,
}

/// Request of the method `quality`: an inventory's request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations of the inventory.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
}

/// Request of the method `quality.weigh`: scores with their weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeighRequest {
    /// `raw` or `pcaf` (1 to 5) or `pact` (1 to 3).
    pub scheme: String,
    /// What is weighed: outstanding amounts for PCAF, emissions otherwise.
    pub items: Vec<WeighItem>,
}

/// An item of [`WeighRequest`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeighItem {
    /// Weight; its sign does not matter.
    pub weight: String,
    /// One score or five, as a ledger writes them.
    pub quality: String,
}

/// Request of the method `uncertainty.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertaintyReportRequest {
    /// The answer to write.
    pub answer: super::UncertaintyAnswer,
    /// `table`, or `svg`: figures with their intervals.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `quality.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityReportRequest {
    /// The answer to write.
    pub answer: super::QualityAnswer,
    /// `table`.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
}
