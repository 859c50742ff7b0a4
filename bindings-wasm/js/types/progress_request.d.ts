// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryAnswer } from "./answer.js";
import type { DiffOptions, DiffSide } from "./compare_request.js";
import type { BaseYearAnswer, IntensityAnswer, TargetsAnswer } from "./progress.js";

/** An amount of one account. */
export interface AccountAmount {
  /** `scope_1`, `scope_2_location`, `scope_2_market` or `scope_3`. */
  account: string;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
}

/** When a base year is recalculated, and on which figures that is decided. */
export interface BaseYearPolicy {
  /** `ghg-protocol`, `sbti`, `vn-circular-38`, or one of a pack of one's own. Required. */
  name: string;
  /** From which percentage of the base year on changes are significant, where the policy leaves it to the company or a stricter one is wanted. */
  threshold_percent?: string;
  /** The accounts that count, with one view of scope 2: `scope_1`, `scope_2_location` … Required. */
  accounts: string[];
  /** `all-year` or `pro-rata`: how a change in the middle of the current year counts in the base year. Needed if a structural change has a date. */
  timing?: string;
  /** The current year, `2025` or `2025-01-01/2025-12-31`; else that of the current inventory. */
  current_period?: string;
}

/** Something that happened since the base year. */
export interface BaseYearEvent {
  /** `merger`, `acquisition`, `divestment`, `insourcing`, `outsourcing`, `boundary`, `method`, `source`, `factor-correction`, `error`; `factor-update` and `organic-growth` never lead to a recalculation. Required. */
  kind: string;
  /** What happened, in words. */
  what?: string;
  /** The day from which it holds, for structural changes. */
  date?: string;
  /** Sites that came or went. */
  sites?: string[];
  /** For insourcing and outsourcing: the emissions were and are in a scope of the inventory. */
  in_scopes?: boolean;
  /** Emissions of the base year that are concerned, by account: of the entity (not negative) for structural changes, with their sign for all others. */
  amounts?: AccountAmount[];
  /** The entity's inventory of the base year, where there is one. */
  entity?: DiffSide;
  /** The base year computed with the correction; it holds the corrections listed before it. Without a ledger, that of the base year is computed with these options and packs. */
  corrected?: DiffSide;
}

/** Request of the method `base_year`. */
export interface BaseYearRequest {
  /** The base year as it was reported. */
  base: DiffSide;
  /** The current year. */
  current?: DiffSide;
  /** The policy. */
  policy: BaseYearPolicy;
  /** What happened since the base year. */
  events?: BaseYearEvent[];
  /** How base and current year are compared; lines by group and year if nothing is said. */
  comparison?: DiffOptions;
}

/** What an amount of emissions is divided by. */
export interface Denominator {
  /** Its name, the same in all years: `revenue`, `steel`, `employees`. Required. */
  name: string;
  /** How much, as text. Required. */
  quantity: string;
  /** Its unit: `t`, `m2`, `{FTE}`, `USD{2024}`. Required. */
  unit: string;
  /** The unit that the intensity is per; else that of the first year. */
  per?: string;
  /** The period that it is for, if it is to be compared with that of the inventory. */
  period?: string;
}

/** A year's emissions with what they are divided by. */
export interface ProgressYear {
  /** The year. Required. */
  year: number;
  /** Its inventory. */
  answer?: InventoryAnswer;
  /** Its emissions by account, where there is no inventory. */
  amounts?: AccountAmount[];
  /** What they are divided by. */
  denominators?: Denominator[];
}

/** Request of the method `intensity`. */
export interface IntensityRequest {
  /** The years, in their order. */
  years: ProgressYear[];
  /** The accounts that are added up, with one view of scope 2. */
  accounts: string[];
  /** Decimals of an intensity, 0 to 15. */
  decimals: number;
}

/** A target. */
export interface Target {
  /** Its name. Required. */
  name: string;
  /** The accounts that it covers, with at most one view of scope 2. Required. */
  accounts: string[];
  /** Categories that it leaves out: `3.15` … */
  without?: string[];
  /** The year to be reached. Required. */
  target_year: number;
  /** A named pathway: `sbti-1.5c`, `sbti-wb2c`, `sbti-intensity`, or one of a pack of one's own. It says the next three. */
  pathway?: string;
  /** `absolute` or `intensity`. */
  kind?: string;
  /** `linear` (of the base year) or `compound` (of the year before). */
  shape?: string;
  /** Reduction a year in per cent. */
  annual_percent?: string;
  /** Instead of `annual_percent`: the reduction of the target year against the base year in per cent, on a straight line. */
  reduction_percent?: string;
  /** For an intensity target: the name of the denominator. */
  denominator?: string;
}

/** Request of the method `targets`. */
export interface TargetsRequest {
  /** The base year, recalculated if it had to be. */
  base: ProgressYear;
  /** The years since. */
  years?: ProgressYear[];
  /** The targets. */
  targets: Target[];
  /** Decimals of percentages and intensities, 0 to 15. */
  decimals: number;
}

/** Request of the method `base_year.report`. */
export interface BaseYearReportRequest {
  /** The answer to write. */
  answer: BaseYearAnswer;
  /** `table`, or the location-based waterfall as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `intensity.report`. */
export interface IntensityReportRequest {
  /** The answer to write. */
  answer: IntensityAnswer;
  /** `table`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `targets.report`. */
export interface TargetsReportRequest {
  /** The answer to write. */
  answer: TargetsAnswer;
  /** `table`, or the pathways as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}
