// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryOptions, Ledger } from "./request.js";

/** Request of the method `report.document`; answered by a `DocumentAnswer`. */
export interface DocumentRequest {
  /** The answer to write, as JSON text; its field `schema` says which one it is. */
  answer: string;
  /** `table`, `html`, `markdown`, `typst`, `csv` or `xlsx`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
  /** For the workbook of an inventory: the ledger that it was computed from, whose lines the totals are formulas over. */
  ledger?: Ledger;
  /** The choices and declarations of that ledger. */
  options?: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `report.chart`; answered by a `ReportAnswer` whose text is JSON. */
export interface ChartRequest {
  /** `scopes-by-year`, `scope-2`, `categories`, `flow`, `waterfall`, `intensity`, `targets`, `quality` or `readiness`. */
  chart: string;
  /** The answers to draw, as JSON text: inventories, one for each year; else one answer of the kind that the chart is of. */
  answers: string[];
  /** Names of the years of inventories; else the years of their periods. */
  years?: string[];
  /** For `scopes-by-year`: the year at whose level a line is drawn. */
  base_year?: string;
  /** For `categories` and `flow`: the dimensions of a view; `category` if there are none. */
  by?: string[];
  /** `en` or `vi`. */
  lang?: string;
}
