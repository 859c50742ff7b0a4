// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Choices, Column, FactorUse, Finding, FindingCount, GasFigure, PackUse } from "./answer.js";

/** Matched electricity with how the series were read and what was found on the way. */
export interface HourlyAnswer {
  /** `emitrace/scope2-hourly/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result; independent of the order of rows and files. */
  result: HourlyResult;
  /** How each file was read, in the order of the request. */
  files: SeriesReading[];
}

/** What was matched, and the emissions of scope 2. */
export interface HourlyResult {
  /** Every choice that changes a number. */
  choices: HourlyChoices;
  /** How much of the input and of the period is in the result. */
  coverage: HourlyCoverage;
  /** The whole, by the rule that was chosen. */
  total: HourlyFigures;
  /** The same load by both rules. */
  comparison: HourlyComparison;
  /** The result by site. */
  sites: HourlySite[];
  /** The result by instrument. */
  instruments: HourlyInstrument[];
  /** What was multiplied: one line for each site, stretch of days, account and source. */
  lines: HourlyLine[];
  /** What a reader must know. */
  notes: HourlyNote[];
  /** Every factor of a pack that was multiplied. */
  factors: FactorUse[];
  /** Every pack that a factor or GWP came from. */
  packs: PackUse[];
  /** Every interval of every site that has load, where the request asks for them. */
  intervals?: HourlyInterval[];
}

/** The choices behind the result. */
export interface HourlyChoices {
  /** `hourly` or `annual`. */
  matching: string;
  /** Minutes within which generation meets load by the hourly rule. */
  interval_minutes: number;
  /** `+07:00`. */
  utc_offset: string;
  /** The smallest part of a kWh in which a supply that is too small is shared out: a decimal or a fraction. */
  share_step_kwh: string;
  /** The choices of an inventory. */
  inventory: Choices;
}

/** How much of the input is in the result. */
export interface HourlyCoverage {
  /** Intervals of the period. */
  intervals: number;
  /** Intervals with load, over all sites. */
  load_intervals: number;
  /** Intervals without load, over all sites: they are in no figure. */
  missing_load_intervals: number;
  /** Rows of all files. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** Energy and emissions of some load. */
export interface HourlyFigures {
  /** Electricity used. */
  load_kwh: string;
  /** The part that instruments cover. */
  matched_kwh: string;
  /** The rest: `load_kwh` less `matched_kwh`, exactly. */
  unmatched_kwh: string;
  /** 100 × matched / load, half-even to six decimals; null without load. */
  matched_percent: string | null;
  /** Scope 2 by where the grid is. */
  location_kg_co2e: string;
  /** Scope 2 by what is contracted. */
  market_kg_co2e: string;
}

/** The same load by both rules, and hourly less annual. */
export interface HourlyComparison {
  /** Generation meets load within the same interval only. */
  hourly: HourlyFigures;
  /** Volumes meet the load of the period near their vintage. */
  annual: HourlyFigures;
  /** Matched energy, hourly less annual. */
  matched_kwh: string;
  /** Matched part, hourly less annual, in points, half-even to six decimals; null without load. */
  matched_percent_points: string | null;
  /** Market-based emissions, hourly less annual. */
  market_kg_co2e: string;
}

/** The load of a site. */
export interface HourlySite {
  /** Name of the site. */
  site: string;
  /** Its place. */
  region: string;
  /** Intervals with load. */
  intervals: number;
  /** Intervals of the period without load: not zero, missing. */
  missing_intervals: number;
  /** Its figures by the rule that was chosen. */
  figures: HourlyFigures;
  /** Which instrument covered what of it. */
  covered: CoveredEnergy[];
}

/** What an instrument covers. */
export interface CoveredEnergy {
  /** The instrument. */
  instrument: string;
  /** Energy that it covers. */
  kwh: string;
}

/** An instrument and what became of its energy. */
export interface HourlyInstrument {
  /** Identifier. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. */
  kind: string;
  /** Its factor. */
  factor: string;
  /** Its volume in the register; empty = without a limit. */
  volume_kwh: string;
  /** What its series holds for the period; empty = it has no series. */
  generation_kwh: string;
  /** What it can cover by the rule that was chosen; empty = without a limit. */
  available_kwh: string;
  /** What it covers. */
  matched_kwh: string;
  /** What it can cover and does not: never carried to another interval. Empty = without a limit. */
  surplus_kwh: string;
  /** Intervals of the period that its series does not hold; null without a series. */
  missing_intervals: number | null;
  /** `covered`, `surplus`, `unclaimed` or `not-applied`. */
  state: string;
}

/** A part of the load with what it is multiplied by. */
export interface HourlyLine {
  /** Name of the site. */
  site: string;
  /** `scope_2_location` or `scope_2_market`. */
  account: string;
  /** The days: `2025-01-01/2025-12-31`. */
  period: string;
  /** The instrument that covers it; empty for what is not covered, and in the location-based account. */
  instrument: string;
  /** `pack/factor`; empty where the factors come from series. */
  factor: string;
  /** Names of the files whose factors were multiplied. */
  series: string[];
  /** Energy. */
  kwh: string;
  /** Emissions in the total. */
  kg_co2e: string;
  /** Mass and effect of each gas. */
  gases: GasFigure[];
}

/** Something that a reader must know. */
export interface HourlyNote {
  /** Stable code such as `NO_RESIDUAL_MIX`. */
  code: string;
  /** The factor, instrument or site that it is about. */
  about: string;
  /** One sentence. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** One interval of a site. */
export interface HourlyInterval {
  /** Where it begins, as local time with its offset. */
  start: string;
  /** Name of the site. */
  site: string;
  /** Electricity used. */
  load_kwh: string;
  /** The part that nothing covers within the interval. */
  unmatched_kwh: string;
  /** Which instrument covers what of it. */
  covered: CoveredEnergy[];
}

/** How a file of a series was read. */
export interface SeriesReading {
  /** `load`, `generation` or `factors`. */
  kind: string;
  /** Its name. */
  name: string;
  /** Rows. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
  /** The findings in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}
