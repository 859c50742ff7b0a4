// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryOptions, Ledger } from "./request.js";
import type { QualityAnswer, UncertainSource, UncertaintyAnswer } from "./uncertainty.js";

/** Request of the method `uncertainty`: an inventory's request and the choices of the statistics. */
export interface UncertaintyRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations of the inventory. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** Choices of the statistics. */
  uncertainty: UncertaintyOptions;
}

/** Choices of the statistics. None that changes a number has a default, save that lines are independent. */
export interface UncertaintyOptions {
  /** `1` (propagation of error) or `2` (Monte Carlo, beside approach 1). Required. */
  approach: string;
  /** Start of the random numbers; needed for approach 2. */
  seed?: number;
  /** How often is drawn, at most 1,000,000; needed for approach 2. */
  draws?: number;
  /** How far the activity data of lines with the same factor are off together, from 0 to 1; 0 if it is not given. */
  activity_correlation?: string;
  /** Basic 95 % factor of the pedigree, such as `1.05`; if given, the five scores of a line speak where its column `uncertainty` is empty. */
  pedigree_basic_factor?: string;
  /** Uncertainties and distributions for what states none, by category, activity, factor or pack; the first that fits is taken. */
  rules?: UncertaintyRule[];
}

/** An uncertainty or a distribution for everything that it fits; what is left empty fits all. */
export interface UncertaintyRule {
  /** `activity` for the quantities of lines, `factor` for the values of factors. Required. */
  of: string;
  /** Key of a category, such as `1.stationary`. */
  category?: string;
  /** Identifier of an activity. */
  activity?: string;
  /** Identifier of a factor, `pack/factor`. */
  factor?: string;
  /** Identifier of a pack. */
  pack?: string;
  /** Name of a gas; for factors. */
  gas?: string;
  /** Half of the 95 % interval, as a ledger writes it: `5 %`, `-10/+20 %`. It never replaces a stated one. */
  uncertainty?: string;
  /** `normal`, `lognormal`, `triangular`, `uniform`: for approach 2, whoever stated the uncertainty. */
  distribution?: string;
}

/** Request of the method `uncertainty.combine`: lines as plain numbers. */
export interface CombineRequest {
  /** The lines, all in one unit. */
  lines: CombineLine[];
  /** How far lines with the same factor are off together in their activity, from 0 to 1; 0 if it is not given. */
  activity_correlation?: string;
  /** Start of the random numbers, to simulate as well. */
  seed?: number;
  /** How often is drawn. */
  draws?: number;
}

/** A line of [`CombineRequest`]. */
export interface CombineLine {
  /** The value; at most 15 decimals. Required. */
  value: string;
  /** Uncertainty of the activity: `5 %`, `-10/+20 %`; empty if none is stated. */
  activity_uncertainty?: string;
  /** Name of the factor: lines of one name are off together in it; empty for a factor of its own. */
  factor?: string;
  /** Uncertainty of the factor; empty if none is stated. */
  factor_uncertainty?: string;
  /** Distribution of the activity, for a simulation. */
  activity_distribution?: string;
  /** Distribution of the factor, for a simulation. */
  factor_distribution?: string;
}

/** Request of the method `uncertainty.pedigree`. */
export interface PedigreeRequest {
  /** Five scores, as a ledger writes them: `2-1-3-2-1` (technology, time, geography, completeness, reliability). */
  scores: string;
  /** Basic 95 % factor, such as `1.05`; 1 adds nothing. */
  basic_factor: string;
  /** A value to show the interval of. */
  value?: string;
}

/** Request of the method `uncertainty.trend`: the `sources` of two answers of the method `uncertainty`. */
export interface TrendRequest {
  /** Sources of the base year. */
  base: UncertainSource[];
  /** Sources of the year that is compared with it. */
  year: UncertainSource[];
  /** `location` or `market`. Required. */
  view: string;
  /** Sources whose factors of the two years are independent of each other; else the error of a factor is the same in both years. */
  independent_factors?: TrendSelector[];
  /** Sources whose activity data are off by the same in both years; else they are independent. */
  correlated_activities?: TrendSelector[];
}

/** Which sources are meant; what is left empty fits all. */
export interface TrendSelector {
  /** Key of a category. */
  category?: string;
  /** Identifier of an activity. */
  activity?: string;
  /** Name of a gas. */
  gas?: string;
}

/** Request of the method `quality`: an inventory's request. */
export interface QualityRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations of the inventory. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `quality.weigh`: scores with their weights. */
export interface WeighRequest {
  /** `raw` or `pcaf` (1 to 5) or `pact` (1 to 3). */
  scheme: string;
  /** What is weighed: outstanding amounts for PCAF, emissions otherwise. */
  items: WeighItem[];
}

/** An item of [`WeighRequest`]. */
export interface WeighItem {
  /** Weight; its sign does not matter. */
  weight: string;
  /** One score or five, as a ledger writes them. */
  quality: string;
}

/** Request of the method `uncertainty.report`. */
export interface UncertaintyReportRequest {
  /** The answer to write. */
  answer: UncertaintyAnswer;
  /** `table`, or `svg`: figures with their intervals. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `quality.report`. */
export interface QualityReportRequest {
  /** The answer to write. */
  answer: QualityAnswer;
  /** `table`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}
