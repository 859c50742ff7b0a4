// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Choices, Coverage, Finding } from "./answer.js";

/** The uncertainty of an inventory. */
export interface UncertaintyAnswer {
  /** `emitrace/uncertainty/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the inventory that the figures belong to. */
  inventory_digest: string;
  /** Choices of the inventory. */
  choices: Choices;
  /** Choices of the statistics. */
  statistics: StatisticsChoices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The total, location-based and market-based. */
  total: UncertainFigure[];
  /** Scope 1, scope 2 both ways, scope 3. */
  scopes: UncertainFigure[];
  /** Categories, in the order of the scopes; those of scope 2 both ways. */
  categories: UncertainFigure[];
  /** Gases, within the location-based and the market-based total. */
  gases: UncertainFigure[];
  /** The table behind: one row for each category, activity, factor and gas. */
  sources: UncertainSource[];
  /** Emissions whose activity or factor has no stated uncertainty, by category. */
  unstated: UnstatedPart[];
  /** The rules of the request, with how far each was used. */
  rules: UncertaintyRuleUse[];
  /** What a reader must know, in sentences with a code. */
  remarks: Remark[];
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** The choices of the statistics. */
export interface StatisticsChoices {
  /** `1` or `2`. */
  approach: string;
  /** What a percentage means. */
  interval: string;
  /** How far the activity data of lines with the same factor are off together. */
  activity_correlation: string;
  /** Basic 95 % factor of the pedigree; empty if scores are not turned into uncertainties. */
  pedigree_basic_factor: string;
  /** Significant digits of figures by formula. */
  digits: number;
  /** Start of the random numbers. */
  seed: number | null;
  /** How often was drawn. */
  draws: number | null;
  /** The generator of the random numbers; empty for approach 1. */
  generator: string;
  /** Significant digits of simulated figures. */
  simulated_digits: number | null;
}

/** A figure with its uncertainty. */
export interface UncertainFigure {
  /** `total`, `scope_1`, the key of a category, or the name of a gas. */
  of: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** The figure itself, exact. */
  kg_co2e: string;
  /** Half of the 95 % interval below the figure, in per cent of it; none for a figure of zero. */
  lower_percent: string | null;
  /** Half of the 95 % interval above the figure, in per cent of it. */
  upper_percent: string | null;
  /** The same below, in kilograms. */
  lower_kg_co2e: string;
  /** The same above, in kilograms. */
  upper_kg_co2e: string;
  /** Share of the absolute emissions of which both activity and factor have a stated uncertainty, in per cent. */
  stated_percent: string | null;
  /** Share of which the activity has one. */
  activity_stated_percent: string | null;
  /** Share of which the factor has one. */
  factor_stated_percent: string | null;
  /** What the simulation found; none for approach 1. */
  simulated: SimulatedFigure | null;
}

/** What a simulation found. */
export interface SimulatedFigure {
  /** Mean of all draws. */
  mean: string;
  /** Median. */
  median: string;
  /** Percentile 2.5. */
  percentile_2_5: string;
  /** Percentile 97.5. */
  percentile_97_5: string;
  /** From the percentile 2.5 to the mean, in per cent of the mean; none for a mean of zero. */
  lower_percent: string | null;
  /** From the mean to the percentile 97.5, in per cent of the mean. */
  upper_percent: string | null;
}

/** A row of the table of sources (IPCC 2006 V1 Ch3, table 3.2). */
export interface UncertainSource {
  /** `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3`. */
  account: string;
  /** Key of the category. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Identifier of the factor. */
  factor: string;
  /** Name of the gas. */
  gas: string;
  /** Lines. */
  lines: number;
  /** Emissions, exact. */
  kg_co2e: string;
  /** Uncertainty of the activity data together, below; none if no line states one. */
  activity_lower_percent: string | null;
  /** The same above. */
  activity_upper_percent: string | null;
  /** Share of the absolute emissions whose activity has a stated uncertainty, in per cent. */
  activity_stated_percent: string | null;
  /** Uncertainty of the factor with the fuel properties on the way to its unit, below; none if none is stated. */
  factor_lower_percent: string | null;
  /** The same above. */
  factor_upper_percent: string | null;
  /** `pack`, `rule`, or empty if none is stated. */
  factor_stated_by: string;
  /** Both together, below. */
  lower_percent: string | null;
  /** Both together, above. */
  upper_percent: string | null;
  /** Its share in the variance of the location-based total (market-based for `scope_2_market`), in per cent, were it independent of the others. */
  variance_percent: string;
}

/** Emissions without a stated uncertainty. */
export interface UnstatedPart {
  /** Key of the category. */
  category: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** Absolute emissions whose activity states none. */
  activity_kg_co2e: string;
  /** Absolute emissions whose factor states none. */
  factor_kg_co2e: string;
}

/** A rule and how far it was used. */
export interface UncertaintyRuleUse {
  /** Its position in the request, from 0. */
  rule: number;
  /** Lines whose activity took its uncertainty. */
  lines: number;
  /** Factors' values that took its uncertainty. */
  factors: number;
}

/** A sentence with a stable code. */
export interface Remark {
  /** Stable code. */
  code: string;
  /** The sentence. */
  message: string;
}

/** Answer of the method `uncertainty.combine`. */
export interface CombineAnswer {
  /** The sum, exact. */
  value: string;
  /** Half of the 95 % interval below the sum, in per cent of it; none for a sum of zero. */
  lower_percent: string | null;
  /** The same above. */
  upper_percent: string | null;
  /** The same below, in the unit of the lines. */
  lower: string;
  /** The same above. */
  upper: string;
  /** How far lines with the same factor are off together in their activity. */
  activity_correlation: string;
  /** What a simulation found, in the unit of the lines. */
  simulated: SimulatedFigure | null;
  /** What a reader must know. */
  remarks: Remark[];
}

/** Answer of the method `uncertainty.pedigree`. */
export interface PedigreeAnswer {
  /** The 95 % factor (the squared geometric standard deviation). */
  factor: string;
  /** How far below the value the interval reaches, in per cent. */
  lower_percent: string;
  /** How far above. */
  upper_percent: string;
  /** Lower end of the interval around the value of the request. */
  lower: string | null;
  /** Upper end. */
  upper: string | null;
}

/** Answer of the method `uncertainty.trend`. */
export interface TrendAnswer {
  /** `location` or `market`. */
  view: string;
  /** Emissions of the base year, exact. */
  base_kg_co2e: string;
  /** Emissions of the year, exact. */
  year_kg_co2e: string;
  /** Change, in per cent of the base year. */
  change_percent: string;
  /** Half of the 95 % interval of the change, in percentage points. */
  uncertainty_points: string;
  /** The rows of the table. */
  sources: TrendSource[];
}

/** A row of the table of the trend (IPCC 2006 V1 Ch3, table 3.2, columns I to M). */
export interface TrendSource {
  /** Key of the category. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Name of the gas. */
  gas: string;
  /** Emissions of the base year, exact. */
  base_kg_co2e: string;
  /** Emissions of the year, exact. */
  year_kg_co2e: string;
  /** Type A sensitivity: percentage points of the trend for 1 % more in both years. */
  type_a: string;
  /** Type B sensitivity: for 1 % more in the year alone. */
  type_b: string;
  /** What the factor brings into the trend, in percentage points. */
  factor_points: string;
  /** What the activity brings. */
  activity_points: string;
}

/** The quality of the data behind an inventory. Scores are exact: decimals or fractions `n/d`. */
export interface QualityAnswer {
  /** `emitrace/quality/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the inventory that the weights belong to. */
  inventory_digest: string;
  /** Choices of the inventory. */
  choices: Choices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The total, location-based and market-based. */
  total: QualityFigure[];
  /** Categories, in the order of the scopes; those of scope 2 both ways. */
  categories: QualityFigure[];
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** Scores of a part of the inventory, weighted by absolute emissions. */
export interface QualityFigure {
  /** `total` or the key of a category. */
  of: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** Absolute emissions, the weight of everything here. */
  weight_kg_co2e: string;
  /** Share with a score, in per cent. */
  scored_percent: string | null;
  /** One score from 1 (best) to 5: the mean of the five where a line has five, else its one score. */
  score: WeightedScore | null;
  /** The five raw criteria, over what has five scores. */
  criteria: CriterionScore[];
  /** PCAF, 1 to 5, weighted by emissions here; portfolios weigh by outstanding amount with `quality.weigh`. */
  pcaf: WeightedScore | null;
  /** PACT data-quality rating, 1 to 3, over activities above 5 % of the emissions. */
  pact: WeightedScore | null;
  /** The five criteria by PACT, over the same. */
  pact_criteria: CriterionScore[];
  /** Share of the emissions that PACT's five per cent leave in, in per cent. */
  pact_share_percent: string | null;
  /** Levels of the GHG Protocol: share of the emissions in each, for each criterion. */
  ghg_protocol: RatingShare[];
  /** Words about the data: share of the emissions with each. */
  words: WordShare[];
}

/** A score weighted over several. */
export interface WeightedScore {
  /** Exact: a decimal or a fraction `n/d`. */
  exact: string;
  /** Rounded half-even to two decimals, for reading. */
  rounded: string;
}

/** The weighted score of one criterion. */
export interface CriterionScore {
  /** `technological`, `temporal`, `geographical`, `completeness`, `reliability`. */
  criterion: string;
  /** The score. */
  score: WeightedScore;
}

/** A level of the GHG Protocol and how much of the emissions it has. */
export interface RatingShare {
  /** One of the five criteria; empty for a level that was given for the line as a whole. */
  criterion: string;
  /** `very good`, `good`, `fair`, `poor`. */
  rating: string;
  /** Share of the emissions, in per cent. */
  share_percent: string;
}

/** A word and how much of the emissions it stands beside. */
export interface WordShare {
  /** `measured`, `estimated` … */
  word: string;
  /** Share of the emissions, in per cent. */
  share_percent: string;
}

/** Answer of the method `quality.weigh`. */
export interface WeighAnswer {
  /** The scheme. */
  scheme: string;
  /** The mean score; none if no item has a weight. */
  score: WeightedScore | null;
  /** Share of the weights with a score, in per cent. */
  scored_percent: string | null;
}
