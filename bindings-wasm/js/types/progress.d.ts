// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Note } from "./answer.js";
import type { AccountChange, InventoryMark, Waterfall } from "./compare.js";
import type { AccountAmount } from "./progress_request.js";

/** Whether a base year is recalculated, and to what. */
export interface BaseYearAnswer {
  /** `emitrace/base-year/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** Whether the base year is to be recalculated. */
  recalculate: boolean;
  /** Why, or why not, in one sentence. */
  because: string;
  /** Name of the policy. */
  policy: string;
  /** Its document and clause. */
  document: string;
  /** From which percentage on changes are significant; empty = every change that triggers. */
  threshold_percent: string;
  /** The accounts that were added up. */
  accounts: string[];
  /** `all-year`, `pro-rata` or empty. */
  timing: string;
  /** Each event with what it does. */
  events: EventResult[];
  /** Sizes of the changes that trigger, added up without sign, in kilograms of CO2 equivalent. */
  cumulative_kg_co2e: string;
  /** The same in per cent of the base year, rounded half-even to six decimals for reading; the comparison is exact. */
  cumulative_percent: string;
  /** The base year as it was reported, with its digest and the editions of its packs: it is kept. */
  reported: InventoryMark;
  /** The base year on the accounts as reported. */
  reported_kg_co2e: string;
  /** The base year by account, recalculated; as reported if nothing is recalculated. */
  base: AccountAmount[];
  /** Their sum over the accounts of the policy. */
  base_kg_co2e: string;
  /** The current year on the accounts; absent if none was given. */
  current_kg_co2e: string | null;
  /** Current year less recalculated base year: growth or decline that no event explains. */
  organic_kg_co2e: string | null;
  /** The years that must be shown after a recalculation. */
  years_to_show: string[];
  /** From base year as reported to current year, by account. */
  total: AccountChange[];
  /** From the total of the base year as reported to that of the current year, step by step. */
  waterfalls: Waterfall[];
  /** What a reader must know. */
  notes: Note[];
}

/** What an event does to a base year. */
export interface EventResult {
  /** The kind. */
  kind: string;
  /** What happened, in words. */
  what: string;
  /** Whether the policy recalculates for this kind. */
  triggers: boolean;
  /** Whether it is significant alone. */
  significant: boolean;
  /** Change of the base year by account. */
  amounts: AccountAmount[];
  /** Its sum over the accounts of the policy, in kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** The same in per cent of the base year, rounded half-even to six decimals for reading. */
  percent: string;
  /** The share of a year that counts, exactly. */
  share: string;
  /** Why it triggers, or why not. */
  because: string;
  /** Document and clause behind that; empty if the policy says nothing. */
  clause: string;
  /** `A`, `A-`, `B`, `C`; empty if the policy says nothing. */
  confidence: string;
}

/** Intensities of years. */
export interface IntensityAnswer {
  /** `emitrace/intensity/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The accounts that were added up. */
  accounts: string[];
  /** Name of the rounding. */
  rounding: string;
  /** The years. */
  years: IntensityYear[];
  /** What cannot be compared, and why. */
  notes: Note[];
}

/** Intensities of one year. */
export interface IntensityYear {
  /** The year. */
  year: number;
  /** Digest of its inventory; empty if its emissions were stated. */
  inventory: string;
  /** The emissions, in kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** One for each denominator. */
  intensities: Intensity[];
}

/** Emissions per unit of something. */
export interface Intensity {
  /** Name of the denominator. */
  name: string;
  /** How much of it, in its own unit. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** The unit that the intensity is per. */
  per: string;
  /** Kilograms of CO2 equivalent per unit of `per`, rounded. */
  kg_co2e_per_unit: string;
  /** The same exactly: a decimal or a fraction `n/d`; empty if its terms need more than 127 bits. */
  exact_kg_co2e_per_unit: string;
  /** Change against the first year in per cent, rounded; absent in the first year and where it cannot be compared. */
  change_percent: string | null;
}

/** Targets with their pathways and the way there. */
export interface TargetsAnswer {
  /** `emitrace/targets/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The base year. */
  base_year: number;
  /** Name of the roundings. */
  rounding: string;
  /** The targets. */
  targets: TargetResult[];
  /** What a reader must know. */
  notes: Note[];
}

/** One target.  Levels are kilograms of CO2 equivalent; for an intensity target kilograms per unit of `per`. */
export interface TargetResult {
  /** Its name. */
  name: string;
  /** `absolute` or `intensity`. */
  kind: string;
  /** `linear` or `compound`. */
  shape: string;
  /** Reduction a year in per cent, exactly. */
  annual_percent: string;
  /** Named pathway; empty if none. */
  pathway: string;
  /** Document, clause and confidence of the pathway's percentage; empty if it was stated by the caller. */
  source: string;
  /** For an intensity target the unit that it is per; else empty. */
  per: string;
  /** The level of the base year. */
  base_level: string;
  /** The year to be reached. */
  target_year: number;
  /** The level to be reached. */
  target_level: string;
  /** Year by year. */
  path: PathYear[];
  /** How much of the base year is inside the target. */
  coverage: TargetCoverage;
}

/** One year on the way to a target. */
export interface PathYear {
  /** The year. */
  year: number;
  /** Where the pathway is. */
  path_level: string;
  /** Where the year was; absent if it is not known. */
  level: string | null;
  /** Level less pathway: above zero is too much. */
  gap: string | null;
  /** The gap in per cent of the pathway, rounded. */
  gap_percent: string | null;
  /** Change against the base year in per cent, rounded. */
  change_percent: string | null;
  /** Whether the level is on or below the pathway. */
  on_track: boolean | null;
  /** What has to be saved every year from here, in per cent of the base level, on a straight line; rounded. */
  needed_annual_percent: string | null;
  /** Offsets and credits of the year in kilograms of CO2 equivalent: shown, and never counted. */
  offsets_kg_co2e: string | null;
}

/** How much of the base year a target covers. */
export interface TargetCoverage {
  /** Of scopes 1 and 2 together, in per cent, rounded; absent without emissions there. */
  scope_1_2_percent: string | null;
  /** Of scope 3, in per cent, rounded; absent without emissions there. */
  scope_3_percent: string | null;
  /** Share of scope 3 in the total, in per cent, rounded; absent without emissions. */
  scope_3_share_percent: string | null;
  /** What the pathway asks for, each with whether it is met. */
  demands: CoverageDemand[];
}

/** One demand on the boundary of a target. */
export interface CoverageDemand {
  /** `coverage_scope_1_2_percent`, `coverage_scope_3_percent`. */
  parameter: string;
  /** At least so many per cent. */
  at_least_percent: string;
  /** Whether it is met. */
  met: boolean;
  /** Document, clause and confidence. */
  source: string;
}
