// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InstrumentUse, Instruments } from "./instruments.js";
import type { Boundary, Organisation } from "./organisation.js";

/** An inventory with how it was read and what was found on the way. */
export interface InventoryAnswer {
  /** `emitrace/inventory/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `inventory`, in hexadecimal: a stranger can recompute it. */
  digest: string;
  /** The result itself; independent of the language and the layout of the ledger. */
  inventory: Inventory;
  /** How the ledger was read. */
  reading: Reading;
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** Results, choices and what they rest on. */
export interface Inventory {
  /** Every choice that changes a number. */
  choices: Choices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The whole. */
  total: Figures;
  /** The same, divided; each view adds up to `total` to the last digit. */
  views: View[];
  /** Fallbacks taken and things a reader must know, with the number of rows they touch. */
  notes: Note[];
  /** Names of the activities in the result. */
  activities: ActivityName[];
  /** Every factor that was multiplied, with its source. */
  factors: FactorUse[];
  /** Every pack that a factor, conversion or GWP came from, with licence and attribution. */
  packs: PackUse[];
  /** What instruments covered, where there is a register of them. */
  instruments?: InstrumentUse[];
  /** What consolidation did, where there is an organisation. */
  boundary?: Boundary;
}

/** The choices that the profile and the caller made. */
export interface Choices {
  /** `ghg-protocol`, `iso-14064-1`, `vn-circular-38`. */
  profile: string;
  /** `AR4`, `AR5` or `AR6`. */
  gwp: string;
  /** `2025-01-01/2025-12-31`; empty if rows of any date are taken. */
  period: string;
  /** Where rows without a region happen; empty if every row must name its own. */
  region: string;
  /** Packs that are asked for factors, the preferred first. */
  sources: string[];
  /** How many years older than the activity a factor may be; 0 = no proxy. */
  proxy_years: number;
  /** Places whose factors may stand in where no other is found, in this order. */
  proxy_places: string[];
  /** Gas families that are counted in the totals. */
  gases_in_total: string[];
  /** Name of the one rounding. */
  rounding: string;
  /** The register of instruments, with what the ledger claims of it. */
  instruments?: Instruments;
  /** Whether rows of scopes 1 and 2 bring their upstream emissions with them. */
  upstream?: boolean;
  /** The organisation that the inventory is consolidated for. */
  organisation?: Organisation;
}

/** How much of the input the result covers. */
export interface Coverage {
  /** Data rows in the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How often a code was found. */
export interface FindingCount {
  /** Stable code. */
  code: string;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** How often. */
  count: number;
}

/** Sums of a group of lines. All texts are exact decimals in kilograms. */
export interface Figures {
  /** Lines that contribute. */
  lines: number;
  /** Scope 1. */
  scope_1_kg_co2e: string;
  /** Scope 2 by where the grid is. */
  scope_2_location_kg_co2e: string;
  /** Scope 2 by what is contracted. */
  scope_2_market_kg_co2e: string;
  /** Scope 3. */
  scope_3_kg_co2e: string;
  /** Scopes 1, 2 (location-based) and 3. */
  total_location_kg_co2e: string;
  /** Scopes 1, 2 (market-based) and 3. */
  total_market_kg_co2e: string;
  /** CO2 from biomass, outside the totals; scope 2 by location (`gases` has the market-based part). */
  biogenic_kg_co2: string;
  /** Gases outside the totals (HCFC, CFC …) with a GWP, as CO2 equivalent; scope 2 by location. */
  outside_kg_co2e: string;
  /** Offsets and credits: never part of a total. */
  offsets_kg_co2e: string;
  /** Mass and effect per account and gas. */
  gases: GasFigure[];
}

/** One gas in one account. */
export interface GasFigure {
  /** `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3` or `offsets`. */
  account: string;
  /** `CO2`, `CH4`, `HFC-134a`, `CO2e (AR5)` … */
  gas: string;
  /** Mass in kilograms. */
  kg: string;
  /** Effect in kilograms of CO2 equivalent; null if the GWP set has no value for the gas. */
  kg_co2e: string | null;
  /** Whether it is part of the account's total. */
  in_total: boolean;
}

/** The result divided by one or more dimensions. */
export interface View {
  /** `scope`, `category`, `iso_category`, `gas`, `site`, `region`, `supplier`, `product`, `month`, `activity`, `factor`, `entity`. */
  by: string[];
  /** The groups, sorted by key. */
  cells: Cell[];
}

/** One group of a view. */
export interface Cell {
  /** One value for each dimension of the view; empty text = the row does not say. */
  key: string[];
  /** The sums. */
  figures: Figures;
}

/** A fallback taken or a disclosure to make. */
export interface Note {
  /** Stable code such as `PROXY_YEAR`. */
  code: string;
  /** The factor, activity or gas that it is about. */
  about: string;
  /** Rows that it touches. */
  rows: number;
  /** The first of them. */
  first_row: number;
  /** One sentence. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** What people call an activity; empty where only its identifier is known. */
export interface ActivityName {
  /** Identifier. */
  id: string;
  /** English name. */
  name_en: string;
  /** Vietnamese name. */
  name_vi: string;
}

/** A factor that was multiplied. */
export interface FactorUse {
  /** `pack/factor`. */
  id: string;
  /** What it is a factor for. */
  activity: string;
  /** `emission`, or the property that it is: `ncv`, `gcv`, `density`. */
  kind: string;
  /** Lines that used it. */
  lines: number;
  /** Where it is valid. */
  place: string;
  /** When it is valid: `2025-01-01/2025-12-31`, open ends empty. */
  valid: string;
  /** Its values: one for each gas. */
  values: FactorValue[];
  /** SHA-256 of the factor's canonical record. */
  digest: string;
}

/** One value of a factor as its source prints it. */
export interface FactorValue {
  /** The gas; empty for calorific values and densities. */
  gas: string;
  /** The printed value; empty if `state` is not `value`. */
  value: string;
  /** `kg/TJ{net}`. */
  unit: string;
  /** `value`, `negligible` or `absent`. */
  state: string;
  /** Where in the source. */
  cell: string;
  /** `A`, `A-`, `B` or `C`. */
  confidence: string;
}

/** A data pack that the result rests on. */
export interface PackUse {
  /** Identifier. */
  id: string;
  /** Title. */
  title: string;
  /** Who publishes the data. */
  publisher: string;
  /** Edition. */
  edition: string;
  /** Licence of the data. */
  licence: string;
  /** Text to print with results. */
  attribution: string;
  /** SHA-256 of the table. */
  sha256: string;
  /** Whether it came with emitrace or from the user. */
  shipped: boolean;
}

/** How the ledger was read. */
export interface Reading {
  /** `undeclared`, `point`, `comma`, `space` or `lakh`. */
  number_format: string;
  /** `undeclared`, `dmy` or `mdy`. */
  date_order: string;
  /** `,`, `;` or `\t`. */
  delimiter: string;
  /** `utf-8`, `utf-16le` … */
  encoding: string;
  /** Bytes read. */
  bytes: number;
  /** Whether all record identifiers of this ledger were compared with each other. */
  ids_checked: boolean;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
  /** `xlsx` or `jsonl`; absent for text with delimiters. */
  format?: string;
  /** The sheet of a workbook. */
  sheet?: string;
  /** The row of the sheet that holds the headers. */
  header_row?: number;
  /** Which digits of a workbook's numbers count: `excel15` or `raw`. */
  sheet_numbers?: string;
}

/** A column of the ledger. */
export interface Column {
  /** The header as written. */
  header: string;
  /** The field that it was taken for; empty = not used. */
  field: string;
}

/** A remark about one place of the ledger. */
export interface Finding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Spreadsheet row (header = 1); 0 = the file as a whole. */
  row: number;
  /** Physical line on which the row starts. */
  line: number;
  /** Field (`quantity`); empty = the row as a whole. */
  column: string;
  /** Header of that column as written. */
  header: string;
  /** Address of the cell in a workbook (`'Nhật ký'!B7`), or the part of it; absent for other formats. */
  cell?: string;
  /** The value as read, shortened. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}
