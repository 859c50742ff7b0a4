// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryAnswer } from "./answer.js";
import type { DiffAnswer } from "./compare.js";
import type { InventoryOptions, Ledger } from "./request.js";

/** An inventory to compare: a finished answer, or a ledger with its options. */
export interface DiffSide {
  /** A finished inventory. */
  answer?: InventoryAnswer;
  /** The ledger, where there is no finished answer. */
  ledger?: Ledger;
  /** Choices and declarations for the ledger. */
  options?: InventoryOptions;
  /** The user's own packs for the ledger, each as one text. */
  packs?: string[];
}

/** How lines of two ledgers are matched. */
export interface Matching {
  /** `id` (else): by identifier, lines without one by their group. `group`: all lines by their group (site, activity, supplier, product, view and period). */
  by?: string;
  /** Which part of the period a group has: `day` (else, both days), `month` (month of any year) or `year` (none of it). */
  period?: string;
}

/** How two inventories shall be compared. */
export interface DiffOptions {
  /** How lines are matched. */
  matching?: Matching;
  /** Sites that a structural change brought or took. */
  structure?: string[];
  /** Views of the change; else one for each dimension. */
  by?: string[];
  /** How many changed lines the answer lists, the largest first (1,000 if not given); all are counted. */
  lines?: number;
}

/** Request of the method `diff.report`. */
export interface DiffReportRequest {
  /** The comparison to write. */
  answer: DiffAnswer;
  /** `table`, or the location-based waterfall as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `diff`. */
export interface DiffRequest {
  /** The inventory before. */
  before: DiffSide;
  /** The inventory after. */
  after: DiffSide;
  /** How they are compared. */
  options?: DiffOptions;
}
