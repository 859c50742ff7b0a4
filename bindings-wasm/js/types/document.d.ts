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
