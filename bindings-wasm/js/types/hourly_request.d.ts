// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column } from "./answer.js";
import type { HourlyAnswer } from "./hourly.js";
import type { InventoryOptions } from "./request.js";

/** Request of the method `scope2.hourly`. */
export interface HourlyRequest {
  /** The choices of an inventory: `profile`, `gwp` and `period` are required; `instruments` holds the register, `region` the place of sites that have none of their own, `locale` and the like say how the files are written. */
  options: InventoryOptions;
  /** How load and generation are matched. */
  hourly: HourlyOptions;
  /** Electricity used, by site. */
  load: SeriesFile[];
  /** Electricity generated for the instruments of the register. */
  generation?: SeriesFile[];
  /** Grid and residual factors that change with time; else those of the packs. */
  factors?: SeriesFile[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** How load and generation are matched. */
export interface HourlyOptions {
  /** Which rule makes the result: `hourly` or `annual`. The other one is shown beside it. Required. */
  matching: string;
  /** How far local time is ahead of UTC: `+07:00`. Days and the period begin by it, and so do times without an offset of their own. Required. */
  utc_offset: string;
  /** Minutes within which generation must meet load: 60, or a divisor of it; 0 = 60. */
  interval_minutes?: number;
  /** Where sites are, if not in the region of the options. */
  sites?: HourlySitePlace[];
  /** Whether the answer lists every interval of every site. */
  each_interval?: boolean;
}

/** Where a site is. */
export interface HourlySitePlace {
  /** Name of the site, as the series write it. Required. */
  site: string;
  /** Its place: `VN-HN`. Required. */
  region: string;
}

/** One file of a time series: a row is an interval. */
export interface SeriesFile {
  /** Its name, for findings. */
  name?: string;
  /** The file's text. */
  text?: string;
  /** The file's bytes. */
  base64?: string;
  /** Site, instrument or region of rows that name none. */
  id?: string;
  /** Unit of rows that name none: `kWh`; of factors `kg/MWh`. */
  unit?: string;
  /** Minutes that a row covers; 0 = as long as an interval of the matching. */
  step_minutes?: number;
  /** Headers that are not known by name, and the fields that they hold: `date` is the time at which a row begins. */
  columns?: Column[];
  /** Of a file of factors: `location` or `residual`. */
  view?: string;
  /** Of a file of factors: the gas, such as `CO2`, or CO2 equivalent as it was printed: `CO2e (AR5)`. */
  gas?: string;
}

/** Request of the method `scope2.hourly.report`. */
export interface HourlyReportRequest {
  /** The answer of `scope2.hourly`. */
  answer: HourlyAnswer;
  /** `table` or `csv`. */
  format: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
