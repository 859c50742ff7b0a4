//! How far figures may be off, and how good their data are. Percentages and shares are statistics: decimals of a
//! stated number of digits. What is named `kg_co2e` without more is exact.

use serde::{Deserialize, Serialize};

use super::{Choices, Coverage, Finding};

/// Name of the shape of [`UncertaintyAnswer`].
pub const UNCERTAINTY_SCHEMA: &str = "emitrace/uncertainty/1";
/// Name of the shape of [`QualityAnswer`].
pub const QUALITY_SCHEMA: &str = "emitrace/quality/1";

/// The uncertainty of an inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertaintyAnswer {
    /// `emitrace/uncertainty/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the inventory that the figures belong to.
    pub inventory_digest: String,
    /// Choices of the inventory.
    pub choices: Choices,
    /// Choices of the statistics.
    pub statistics: StatisticsChoices,
    /// How much of the ledger is in the result.
    pub coverage: Coverage,
    /// The total, location-based and market-based.
    pub total: Vec<UncertainFigure>,
    /// Scope 1, scope 2 both ways, scope 3.
    pub scopes: Vec<UncertainFigure>,
    /// Categories, in the order of the scopes; those of scope 2 both ways.
    pub categories: Vec<UncertainFigure>,
    /// Gases, within the location-based and the market-based total.
    pub gases: Vec<UncertainFigure>,
    /// The table behind: one row for each category, activity, factor and gas.
    pub sources: Vec<UncertainSource>,
    /// Emissions whose activity or factor has no stated uncertainty, by category.
    pub unstated: Vec<UnstatedPart>,
    /// The rules of the request, with how far each was used.
    pub rules: Vec<UncertaintyRuleUse>,
    /// What a reader must know, in sentences with a code.
    pub remarks: Vec<Remark>,
    /// The findings, in the order of the rows, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

/// The choices of the statistics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatisticsChoices {
    /// `1` or `2`.
    pub approach: String,
    /// What a percentage means.
    pub interval: String,
    /// How far the activity data of lines with the same factor are off together.
    pub activity_correlation: String,
    /// Basic 95 % factor of the pedigree; empty if scores are not turned into uncertainties.
    pub pedigree_basic_factor: String,
    /// Significant digits of figures by formula.
    pub digits: u32,
    /// Start of the random numbers.
    pub seed: Option<u32>,
    /// How often was drawn.
    pub draws: Option<u32>,
    /// The generator of the random numbers; empty for approach 1.
    pub generator: String,
    /// Significant digits of simulated figures.
    pub simulated_digits: Option<u32>,
}

/// A figure with its uncertainty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertainFigure {
    /// `total`, `scope_1`, the key of a category, or the name of a gas.
    pub of: String,
    /// `location`, `market`, or empty where the two do not differ.
    pub view: String,
    /// The figure itself, exact.
    pub kg_co2e: String,
    /// Half of the 95 % interval below the figure, in per cent of it; none for a figure of zero.
    pub lower_percent: Option<String>,
    /// Half of the 95 % interval above the figure, in per cent of it.
    pub upper_percent: Option<String>,
    /// The same below, in kilograms.
    pub lower_kg_co2e: String,
    /// The same above, in kilograms.
    pub upper_kg_co2e: String,
    /// Share of the absolute emissions of which both activity and factor have a stated uncertainty, in per cent.
    pub stated_percent: Option<String>,
    /// Share of which the activity has one.
    pub activity_stated_percent: Option<String>,
    /// Share of which the factor has one.
    pub factor_stated_percent: Option<String>,
    /// What the simulation found; none for approach 1.
    pub simulated: Option<SimulatedFigure>,
}

/// What a simulation found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimulatedFigure {
    /// Mean of all draws.
    pub mean: String,
    /// Median.
    pub median: String,
    /// Percentile 2.5.
    pub percentile_2_5: String,
    /// Percentile 97.5.
    pub percentile_97_5: String,
    /// From the percentile 2.5 to the mean, in per cent of the mean; none for a mean of zero.
    pub lower_percent: Option<String>,
    /// From the mean to the percentile 97.5, in per cent of the mean.
    pub upper_percent: Option<String>,
}

/// A row of the table of sources (IPCC 2006 V1 Ch3, table 3.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertainSource {
    /// `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3`.
    pub account: String,
    /// Key of the category.
    pub category: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Identifier of the factor.
    pub factor: String,
    /// Name of the gas.
    pub gas: String,
    /// Lines.
    pub lines: u64,
    /// Emissions, exact.
    pub kg_co2e: String,
    /// Uncertainty of the activity data together, below; none if no line states one.
    pub activity_lower_percent: Option<String>,
    /// The same above.
    pub activity_upper_percent: Option<String>,
    /// Share of the absolute emissions whose activity has a stated uncertainty, in per cent.
    pub activity_stated_percent: Option<String>,
    /// Uncertainty of the factor with the fuel properties on the way to its unit, below; none if none is stated.
    pub factor_lower_percent: Option<String>,
    /// The same above.
    pub factor_upper_percent: Option<String>,
    /// `pack`, `rule`, or empty if none is stated.
    pub factor_stated_by: String,
    /// Both together, below.
    pub lower_percent: Option<String>,
    /// Both together, above.
    pub upper_percent: Option<String>,
    /// Its share in the variance of the location-based total (market-based for `scope_2_market`), in per cent, were it
    /// independent of the others.
    pub variance_percent: String,
}

/// Emissions without a stated uncertainty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnstatedPart {
    /// Key of the category.
    pub category: String,
    /// `location`, `market`, or empty where the two do not differ.
    pub view: String,
    /// Absolute emissions whose activity states none.
    pub activity_kg_co2e: String,
    /// Absolute emissions whose factor states none.
    pub factor_kg_co2e: String,
}

/// A rule and how far it was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UncertaintyRuleUse {
    /// Its position in the request, from 0.
    pub rule: u32,
    /// Lines whose activity took its uncertainty.
    pub lines: u64,
    /// Factors' values that took its uncertainty.
    pub factors: u64,
}

/// A sentence with a stable code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Stable code.
    pub code: String,
    /// The sentence.
    pub message: String,
}

/// Answer of the method `uncertainty.combine`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CombineAnswer {
    /// The sum, exact.
    pub value: String,
    /// Half of the 95 % interval below the sum, in per cent of it; none for a sum of zero.
    pub lower_percent: Option<String>,
    /// The same above.
    pub upper_percent: Option<String>,
    /// The same below, in the unit of the lines.
    pub lower: String,
    /// The same above.
    pub upper: String,
    /// How far lines with the same factor are off together in their activity.
    pub activity_correlation: String,
    /// What a simulation found, in the unit of the lines.
    pub simulated: Option<SimulatedFigure>,
    /// What a reader must know.
    pub remarks: Vec<Remark>,
}

/// Answer of the method `uncertainty.pedigree`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PedigreeAnswer {
    /// The 95 % factor (the squared geometric standard deviation).
    pub factor: String,
    /// How far below the value the interval reaches, in per cent.
    pub lower_percent: String,
    /// How far above.
    pub upper_percent: String,
    /// Lower end of the interval around the value of the request.
    pub lower: Option<String>,
    /// Upper end.
    pub upper: Option<String>,
}

/// Answer of the method `uncertainty.trend`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrendAnswer {
    /// `location` or `market`.
    pub view: String,
    /// Emissions of the base year, exact.
    pub base_kg_co2e: String,
    /// Emissions of the year, exact.
    pub year_kg_co2e: String,
    /// Change, in per cent of the base year.
    pub change_percent: String,
    /// Half of the 95 % interval of the change, in percentage points.
    pub uncertainty_points: String,
    /// The rows of the table.
    pub sources: Vec<TrendSource>,
}

/// A row of the table of the trend (IPCC 2006 V1 Ch3, table 3.2, columns I to M).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrendSource {
    /// Key of the category.
    pub category: String,
    /// Identifier of the activity.
    pub activity: String,
    /// Name of the gas.
    pub gas: String,
    /// Emissions of the base year, exact.
    pub base_kg_co2e: String,
    /// Emissions of the year, exact.
    pub year_kg_co2e: String,
    /// Type A sensitivity: percentage points of the trend for 1 % more in both years.
    pub type_a: String,
    /// Type B sensitivity: for 1 % more in the year alone.
    pub type_b: String,
    /// What the factor brings into the trend, in percentage points.
    pub factor_points: String,
    /// What the activity brings.
    pub activity_points: String,
}

/// The quality of the data behind an inventory. Scores are exact: decimals or fractions `n/d`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityAnswer {
    /// `emitrace/quality/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Digest of the inventory that the weights belong to.
    pub inventory_digest: String,
    /// Choices of the inventory.
    pub choices: Choices,
    /// How much of the ledger is in the result.
    pub coverage: Coverage,
    /// The total, location-based and market-based.
    pub total: Vec<QualityFigure>,
    /// Categories, in the order of the scopes; those of scope 2 both ways.
    pub categories: Vec<QualityFigure>,
    /// The findings, in the order of the rows, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

/// Scores of a part of the inventory, weighted by absolute emissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityFigure {
    /// `total` or the key of a category.
    pub of: String,
    /// `location`, `market`, or empty where the two do not differ.
    pub view: String,
    /// Absolute emissions, the weight of everything here.
    pub weight_kg_co2e: String,
    /// Share with a score, in per cent.
    pub scored_percent: Option<String>,
    /// One score from 1 (best) to 5: the mean of the five where a line has five, else its one score.
    pub score: Option<WeightedScore>,
    /// The five raw criteria, over what has five scores.
    pub criteria: Vec<CriterionScore>,
    /// PCAF, 1 to 5, weighted by emissions here; portfolios weigh by outstanding amount with `quality.weigh`.
    pub pcaf: Option<WeightedScore>,
    /// PACT data-quality rating, 1 to 3, over activities above 5 % of the emissions.
    pub pact: Option<WeightedScore>,
    /// The five criteria by PACT, over the same.
    pub pact_criteria: Vec<CriterionScore>,
    /// Share of the emissions that PACT's five per cent leave in, in per cent.
    pub pact_share_percent: Option<String>,
    /// Levels of the GHG Protocol: share of the emissions in each, for each criterion.
    pub ghg_protocol: Vec<RatingShare>,
    /// Words about the data: share of the emissions with each.
    pub words: Vec<WordShare>,
}

/// A score weighted over several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightedScore {
    /// Exact: a decimal or a fraction `n/d`.
    pub exact: String,
    /// Rounded half-even to two decimals, for reading.
    pub rounded: String,
}

/// The weighted score of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionScore {
    /// `technological`, `temporal`, `geographical`, `completeness`, `reliability`.
    pub criterion: String,
    /// The score.
    pub score: WeightedScore,
}

/// A level of the GHG Protocol and how much of the emissions it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingShare {
    /// One of the five criteria; empty for a level that was given for the line as a whole.
    pub criterion: String,
    /// `very good`, `good`, `fair`, `poor`.
    pub rating: String,
    /// Share of the emissions, in per cent.
    pub share_percent: String,
}

/// A word and how much of the emissions it stands beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordShare {
    /// `measured`, `estimated` …
    pub word: String,
    /// Share of the emissions, in per cent.
    pub share_percent: String,
}

/// Answer of the method `quality.weigh`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeighAnswer {
    /// The scheme.
    pub scheme: String,
    /// The mean score; none if no item has a weight.
    pub score: Option<WeightedScore>,
    /// Share of the weights with a score, in per cent.
    pub scored_percent: Option<String>,
}
