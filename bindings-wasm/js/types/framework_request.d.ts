// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryAnswer } from "./answer.js";
import type { DisclosureAnswer } from "./disclosure.js";
import type { EnergyAccountAnswer } from "./energy.js";
import type { BaseYearAnswer, IntensityAnswer } from "./progress.js";
import type { UncertaintyAnswer } from "./uncertainty.js";

/** Request of the methods `framework.table` and `framework.report`. */
export interface FrameworkRequest {
  /** The report that is wanted: `iso-14064-1`, `ghg-protocol`, `vn-circular-96` or one of your own. Required for `framework.report` only. */
  report?: string;
  /** Frameworks whose codes are shown: an edition (`gri-2016`) or a family (`gri`), of which the day chooses; empty for all families. */
  frameworks?: string[];
  /** The day on which the report is published, as `2026-11-30`. Required where a family has editions. */
  on?: string;
  /** The answer of the method `inventory`, with its period. Required. */
  inventory: InventoryAnswer;
  /** The inventory of the period before, for figures to compare with; those of a sustainability report come with its facts. */
  previous?: InventoryAnswer;
  /** The answer of `disclosure.fill` or `disclosure.check`: its facts fill what is known by their concepts. */
  disclosure?: DisclosureAnswer;
  /** The answer of `energy.account` for the same ledger. */
  energy?: EnergyAccountAnswer;
  /** The answer of `intensity`; the year of this inventory is taken. */
  intensity?: IntensityAnswer;
  /** The answer of `base_year`. */
  base_year?: BaseYearAnswer;
  /** The answer of `uncertainty` for the same ledger. */
  uncertainty?: UncertaintyAnswer;
  /** What people state, by datapoint: `{"organization": {"value": "…"}}`. */
  statements?: Record<string, FrameworkStatement>;
  /** Datapoints that do not apply, with the reason. */
  not_applicable?: Record<string, string>;
  /** Customers to whom a share of the emissions is told. */
  customers?: FrameworkCustomer[];
  /** The user's own packs, each as one text: further frameworks and reports are packs of kind `crosswalk`. */
  packs?: string[];
}

/** What somebody states about one datapoint. */
export interface FrameworkStatement {
  /** Words, or a decimal with `.` as the decimal mark. Required. */
  value: string;
  /** Unit of a decimal: one that the datapoint knows. Empty for words. */
  unit?: string;
  /** The document that says it. */
  document?: string;
}

/** A customer, and its share of what is sold. */
export interface FrameworkCustomer {
  /** Name. Required. */
  name: string;
  /** `revenue` or `mass`: there is no default. Required. */
  basis: string;
  /** What the customer bought in the period. Required. */
  part: string;
  /** What was sold in all in the period. Required. */
  whole: string;
  /** Unit of both: `VND`, `t`. Required. */
  unit: string;
}
