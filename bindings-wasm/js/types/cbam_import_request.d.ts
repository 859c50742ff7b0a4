// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column } from "./answer.js";
import type { CbamImportAnswer, CbamScenariosAnswer } from "./cbam_import.js";
import type { CbamEmbeddedRequest } from "./cbam_installation.js";
import type { Ledger } from "./request.js";

/** Request of the methods `cbam.declare` and `cbam.scenarios`. */
export interface CbamImportRequest {
  /** The imports of one importer: a ledger as text or base64. Required. */
  imports: Ledger;
  /** How the ledger is written. */
  reading?: CbamLedgerReading;
  /** The choices. Required. */
  options: CbamImportOptions;
  /** What installations say about their goods. */
  installations?: CbamActual[];
  /** Installations as documents of their operators: what they say about their goods is computed. */
  plants?: CbamPlant[];
  /** Figures that installations sealed: the texts of documents of `cbam.figures`. */
  sealed?: string[];
  /** Public keys that are known to belong to the installations, for `sealed`. */
  trusted_keys?: string[];
  /** Cases to compute beside the ledger as it is (`cbam.scenarios`). */
  scenarios?: CbamScenario[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** How a ledger of imports is written. */
export interface CbamLedgerReading {
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
  /** Headers that are not known by name, and the columns that they hold: `cn_code`, `origin`, `net_mass` … */
  columns?: Column[];
  /** `csv`, `xlsx` or `jsonl`; else told by the first bytes. */
  ledger_format?: string;
  /** The sheet of a workbook, by name or by number from 1. */
  sheet?: string;
  /** The row of the sheet that holds the headers. */
  header_row?: number;
  /** `excel15` (the default) or `raw`. */
  sheet_numbers?: string;
  /** Unit of rows that name none: `t`, `kg`, `MWh`. */
  unit?: string;
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** Choices that change a number. */
export interface CbamImportOptions {
  /** The calendar year of import: `2026`. Required. */
  year: string;
  /** Where rows do not say it in the column `data`: `default`, `actual`, or `actual-else-default`. Required. */
  data: string;
  /** The edition of the default values, by its pack; empty = the youngest. */
  defaults_edition?: string;
  /** Prices of certificates that no pack has, or that go before it. */
  prices?: CbamPrice[];
  /** Cross-sectoral correction factors of years that no pack has, or that go before it. */
  correction_factors?: CbamYearFigure[];
  /** Average price of certificates of the year, EUR per tonne: what a carbon price paid abroad is divided by. */
  reference_price_eur_per_t_co2e?: string;
}

/** The price of certificates for imports of some days. */
export interface CbamPrice {
  /** First day of import. */
  from?: string;
  /** Last day of import. */
  to?: string;
  /** EUR for a tonne of CO2 equivalent. */
  eur_per_t_co2e?: string;
  /** Where the price is from. Required. */
  source: string;
}

/** A figure of a year. */
export interface CbamYearFigure {
  /** The year. */
  year?: string;
  /** The figure. */
  value?: string;
  /** Where it is from. Required. */
  source: string;
}

/** What an installation says about a good that it makes. */
export interface CbamActual {
  /** Name of the installation, as the imports write it. Required. */
  installation: string;
  /** Code of the good. Required. */
  cn_code: string;
  /** Reporting period; empty = the year of import, whichever it is. */
  year?: string;
  /** Direct specific embedded emissions, t CO2e for one of `per`. Required. */
  see_direct_t_co2e: string;
  /** Indirect specific embedded emissions that count, t CO2e for one of `per`; empty = none count. */
  see_indirect_t_co2e?: string;
  /** What the emissions are stated for one of: `t` (the good), or its functional unit, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `MWh`. Required. */
  per: string;
  /** Tonnes of clinker or nitrogen in a tonne of the good, as a fraction: `0.9`; needed where `per` is one of these. */
  content?: string;
  /** Indicator of the production route for the benchmark: `C`, `E`, `K` … */
  route?: string;
  /** Whether an accredited verifier verified the data. */
  verified?: boolean;
  /** Relevant precursors for a tonne of the good; needed for the adjustment for free allocation. */
  precursors?: CbamPrecursor[];
  /** Carbon price effectively paid in the country of origin, EUR for a tonne of the good, rebates deducted. */
  carbon_price_eur_per_t?: string;
}

/** An installation whose goods are computed from its operator's document. */
export interface CbamPlant {
  /** Name of the installation, as the imports write it; empty = the name in the document. */
  installation?: string;
  /** The document: a request of `cbam.embedded`. Required. */
  document: CbamEmbeddedRequest;
  /** Whether an accredited verifier verified it. */
  verified?: boolean;
  /** Carbon prices effectively paid in the country of origin. */
  carbon_prices?: CbamCarbonPrice[];
}

/** A carbon price that was paid for a good. */
export interface CbamCarbonPrice {
  /** Code of the good. Required. */
  cn_code: string;
  /** EUR for a tonne (a MWh) of the good, rebates deducted. Required. */
  eur_per_t: string;
}

/** A precursor of a good with actual data. */
export interface CbamPrecursor {
  /** Code of the precursor. Required. */
  cn_code: string;
  /** Tonnes of it for a tonne of the good. Required. */
  t_per_t: string;
  /** The installation with actual data for it; empty = default values. */
  installation?: string;
  /** Where it is from; needed for default values. `unknown` if it is not known. */
  origin?: string;
  /** Indicator of its production route, where the table prints none. */
  route?: string;
  /** `grey` or `white` clinker. */
  variant?: string;
  /** Its specific embedded free allocation, in t CO2e for a tonne, as the report of its installation states it; then data of that installation are not needed. */
  sefa_t_co2e_per_t?: string;
  /** Whether it is made and used up in the same joint process: its benchmark of column A counts, and it has no data of its own. */
  within?: boolean;
}

/** A case that is computed beside the ledger as it is: each field that is filled changes something. */
export interface CbamScenario {
  /** Its name. Required. */
  name: string;
  /** All rows by `default`, `actual` or `actual-else-default`, whatever they say themselves. */
  data?: string;
  /** All imports in another year, with its factors, benchmarks, mark-ups and correction factor. */
  year?: string;
  /** One price for all imports, EUR for a tonne of CO2 equivalent. */
  price_eur_per_t_co2e?: string;
  /** Installations that deliver in place of others. */
  suppliers?: CbamSwap[];
}

/** An installation that delivers in place of another. */
export interface CbamSwap {
  /** The installation of the ledger. Required. */
  from: string;
  /** The one that delivers in its place. Required. */
  to: string;
  /** Country of origin of its goods; empty = as in the ledger. */
  origin?: string;
}

/** Request of the method `cbam.goods`. */
export interface CbamGoodsRequest {
  /** Codes, or beginnings of codes; empty = all goods. */
  cn_codes?: string[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.values`: default values and benchmarks of a good. */
export interface CbamValuesRequest {
  /** Code of the good. Required. */
  cn_code: string;
  /** Country of origin. Required. */
  origin: string;
  /** Year of import. Required. */
  year: string;
  /** `grey` or `white` clinker. */
  variant?: string;
  /** Indicator of the production route, where the table prints none. */
  route?: string;
  /** The edition of the default values, by its pack; empty = the youngest. */
  defaults_edition?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.calendar`. */
export interface CbamCalendarRequest {
  /** Year of import. Required. */
  year: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.price`. */
export interface CbamPriceRequest {
  /** The auctions of the quarter or week. */
  auctions?: CbamAuction[];
}

/** An auction of allowances. */
export interface CbamAuction {
  /** Clearing price, EUR for an allowance. */
  price_eur?: string;
  /** Allowances sold. */
  volume?: string;
}

/** Request of the method `cbam.declare.report`. */
export interface CbamImportReportRequest {
  /** The answer of `cbam.declare`. */
  answer: CbamImportAnswer;
  /** `table`, `csv` or `html`. */
  format: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Request of the method `cbam.scenarios.report`. */
export interface CbamScenariosReportRequest {
  /** The answer of `cbam.scenarios`. */
  answer: CbamScenariosAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
