// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column } from "./answer.js";
import type { SupplyExplanation } from "./supply.js";

/** Request of the method `supply.embedded`. */
export interface SupplyRequest {
  /** Processes: columns `process`, `unit` (if there are units) and one or more of own emissions per unit of output. */
  processes: SupplyTable;
  /** Flows: columns `consumer`, `supplier`, `amount` (of the supplier's good for one unit of the consumer's), `unit`. */
  flows: SupplyTable;
  /** Choices that change a number. */
  options?: SupplyOptions;
  /** How the tables are written. */
  reading?: SupplyReading;
  /** `columns` or `csv`; empty = columns. */
  format?: string;
  /** Whether the answer has the bound of each process. */
  bounds?: boolean;
}

/** A table: its text, or its columns as lists. */
export interface SupplyTable {
  /** CSV text with a header. */
  text?: string;
  /** Columns of equal length; numbers with a decimal point. */
  columns?: SupplyColumn[];
}

/** A column of a table. */
export interface SupplyColumn {
  /** Its name, as a header would say it. */
  name?: string;
  /** Its values. */
  values?: string[];
}

/** Choices that change a number. */
export interface SupplyOptions {
  /** Whether amounts and own emissions below zero are meant. */
  credits?: boolean;
  /** What becomes of flows that stand twice between the same two processes: `refuse` or `add`; empty = refuse. */
  repeated_flows?: string;
}

/** How the tables are written. */
export interface SupplyReading {
  /** How numbers of text are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `,`, `;` or a tab; else it is read off the header. */
  delimiter?: string;
  /** Headers that are not known by name, and the columns that they hold: `process`, `consumer`, `supplier`, `amount`, `unit`. */
  columns?: Column[];
  /** Headers of the columns of own emissions; empty = those that begin with `own_`. */
  own?: string[];
  /** How many findings the answer lists for each table; all are counted. */
  findings?: number;
}

/** Request of the method `supply.explain`: as `supply.embedded`, and which figure. */
export interface SupplyExplainRequest {
  /** The process. */
  process: string;
  /** The column of own emissions; empty = the first. */
  own?: string;
  /** How many suppliers are named at each step; 0 = 10. */
  top?: number;
  /** How many steps down; 0 = 1. */
  depth?: number;
  /** The request that is explained. */
  request: SupplyRequest;
}

/** Request of the method `supply.explain.report`. */
export interface SupplyExplainReportRequest {
  /** The answer of `supply.explain`. */
  answer: SupplyExplanation;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
