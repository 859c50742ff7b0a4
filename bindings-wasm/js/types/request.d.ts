// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, InventoryAnswer } from "./answer.js";
import type { Instruments } from "./instruments.js";
import type { Organisation } from "./organisation.js";

/** Choices and declarations for an inventory. */
export interface InventoryOptions {
  /** `ghg-protocol`, `iso-14064-1`, `vn-circular-38`. Required. */
  profile: string;
  /** `AR4`, `AR5`, `AR6`. Required. */
  gwp: string;
  /** `2025`, `2025-03` or `2025-01-01/2025-12-31`; rows outside are findings. */
  period?: string;
  /** Where rows without a region happen: `VN`, `VN-HN`. */
  region?: string;
  /** How numbers and dates are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `dmy` or `mdy`; overrides the locale. */
  date_order?: string;
  /** `excel1900` or `excel1904`, if the dates are serial numbers. */
  date_system?: string;
  /** `,`, `;` or a tab; else it is read off the header. */
  delimiter?: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`; else by the byte-order mark. */
  encoding?: string;
  /** Headers of the ledger that are not known by name, and the fields that they hold. */
  columns?: Column[];
  /** `csv`, `xlsx` or `jsonl`; else told by the first bytes. */
  ledger_format?: string;
  /** The sheet of a workbook, by name or by number from 1; else the one that holds a ledger. */
  sheet?: string;
  /** The row of the sheet that holds the headers; else the first that has all that a ledger needs. */
  header_row?: number;
  /** Which digits of a workbook's numbers count: `excel15`, the 15 that the user saw (the default), or `raw`. */
  sheet_numbers?: string;
  /** Packs that are asked for factors, the preferred first; else the profile's own order. */
  sources?: string[];
  /** How many years older than the activity a factor may be. */
  proxy_years?: number;
  /** Places whose factors may stand in. */
  proxy_places?: string[];
  /** Views: `site`, `supplier,scope,category` …; else one view for each dimension. */
  by?: string[];
  /** The register of instruments for bought energy; else rows name the factors of what was contracted themselves. */
  instruments?: Instruments;
  /** Whether rows of scopes 1 and 2 bring their upstream emissions (scope 3 category 3) with them. */
  upstream?: boolean;
  /** Whose emissions are counted, and with which share; else everything in the ledger, wholly. */
  organisation?: Organisation;
  /** Added to the row numbers: for a part of a larger ledger. */
  row_offset?: number;
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** A ledger inside a request: as text, or as bytes in base64 where the encoding matters. */
export interface Ledger {
  /** The file's text. */
  text?: string;
  /** The file's bytes. */
  base64?: string;
}

/** Request of the method `inventory`. */
export interface InventoryRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `explain`: an inventory's request and the line that is asked about. */
export interface ExplainRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** A record identifier, or a row number. */
  line: string;
}

/** Request of the method `ledger`: how a file is read, without any factor. */
export interface LedgerRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Declarations; `profile` and `gwp` are not needed. */
  options?: InventoryOptions;
  /** How many rows to show. */
  rows?: number;
}

/** Request of the method `merge`: answers for parts of one ledger. */
export interface MergeRequest {
  /** The answers. */
  answers: InventoryAnswer[];
}

/** Request of the method `units.convert`. */
export interface ConvertRequest {
  /** The quantity, as text. */
  quantity: string;
  /** Its unit. */
  from: string;
  /** The unit wanted. */
  to: string;
}

/** Request of the method `apportion`. */
export interface ApportionRequest {
  /** The whole number to share out, as text. */
  total: string;
  /** Weights: decimals or fractions `1/3`, as text. */
  weights: string[];
}

/** Request of the method `factors.search`. */
export interface SearchRequest {
  /** Words; empty lists everything. */
  query?: string;
  /** Most hits; 0 = 50. */
  limit?: number;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the methods `factors.show` and `factors.check`. */
export interface FactorRequest {
  /** For `factors.show`: `pack/factor`. */
  id?: string;
  /** For `factors.check`: the pack as one text. */
  text?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `gwp`. */
export interface GwpRequest {
  /** `AR4`, `AR5`, `AR6`. */
  gwp?: string;
  /** A gas or a blend. */
  gas?: string;
  /** A mass in kilograms, as text. */
  kg?: string;
}

/** Request of the method `report`. */
export interface ReportRequest {
  /** The answer to write. */
  answer: InventoryAnswer;
  /** `html`, `csv`, `table`, or `svg`: one view as bars. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
  /** For `svg` the dimensions of the view; `category` if there are none. */
  by?: string[];
}
