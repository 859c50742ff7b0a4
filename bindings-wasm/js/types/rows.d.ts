// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Coverage, Finding } from "./answer.js";
import type { InventoryOptions, Ledger } from "./request.js";

/** Request of the method `inventory.rows`: an inventory's request and the form of the answer. */
export interface RowsRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** `rows` for a list (also if empty), `csv` for a text that spreadsheets read. */
  format?: string;
}

/** Answer of `inventory.rows`. */
export interface RowsAnswer {
  /** Every row that counts, in the order of the ledger. */
  rows: RowFigures[];
  /** The same as CSV, if that was asked for; then `rows` is empty. */
  text: string;
  /** How many rows count, and what was found. */
  coverage: Coverage;
  /** Rows that do not count, and why, beside other findings. */
  findings: Finding[];
  /** Digest of the inventory that the rows add up to. */
  digest: string;
}

/** What a row of the ledger adds to the figures of the inventory that have the same names. All amounts are exact decimals in kilograms; over all rows they add up to those figures. */
export interface RowFigures {
  /** Row number as a spreadsheet counts it. */
  row: number;
  /** Identifier of the record; may be empty. */
  id: string;
  /** First day, `2025-03-01`. */
  start: string;
  /** Last day. */
  end: string;
  /** Site. */
  site: string;
  /** Identifier of the activity. */
  activity: string;
  /** Scope and category, `2.electricity`. */
  category: string;
  /** Where it happened. */
  region: string;
  /** Scope 1. */
  scope_1_kg_co2e: string;
  /** Scope 2 by where the grid is. */
  scope_2_location_kg_co2e: string;
  /** Scope 2 by what is contracted. */
  scope_2_market_kg_co2e: string;
  /** Scope 3. */
  scope_3_kg_co2e: string;
  /** CO2 from biomass, outside the totals. */
  biogenic_kg_co2: string;
  /** Gases outside the totals. */
  outside_kg_co2e: string;
  /** Offsets and credits. */
  offsets_kg_co2e: string;
  /** Emission factors, as `pack/factor`. */
  factors: string[];
  /** Codes of the fallbacks and disclosures that touch the row. */
  notes: string[];
}
