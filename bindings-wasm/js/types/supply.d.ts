// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount } from "./answer.js";
import type { SupplyOptions } from "./supply_request.js";

/** Embedded emissions of all processes. */
export interface SupplyAnswer {
  /** `emitrace/supply/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result` as columns, in hexadecimal: the same whatever the format. */
  digest: string;
  /** The result; independent of the order of rows. */
  result: SupplyResult;
  /** How `processes` and `flows` were read. */
  tables: SupplyTableReading[];
}

/** Figures with their bound. */
export interface SupplyResult {
  /** Choices that change a number. */
  options: SupplyOptions;
  /** How much of the input is in the result. */
  coverage: SupplyCoverage;
  /** The rounding of each figure: `down`, once for each process. */
  rounding: string;
  /** What figures are counts of: `0.000000000000000001`. */
  step: string;
  /** The largest bound of all figures: an exact figure lies at most this above the one shown, with credits on either side. */
  largest_bound: string;
  /** Names of the columns of figures: `embedded_kg_co2e` for own emissions `own_kg_co2e`. */
  names: string[];
  /** The processes in the order of their identifiers; absent where the answer is CSV. */
  processes?: string[];
  /** Units of the processes, in the same order; absent where there are none. */
  units?: string[];
  /** Figures by column and process, in the unit of own emissions for one unit of output; empty = withheld. */
  figures?: string[][];
  /** Bounds by process, where the request asks for them. */
  bounds?: string[];
  /** The same as CSV, where the request asks for it. */
  csv?: string;
}

/** How much of the input is in the result. */
export interface SupplyCoverage {
  /** Processes. */
  processes: number;
  /** Flows. */
  flows: number;
  /** Loops, a process that supplies itself among them. */
  loops: number;
  /** Processes in the largest loop. */
  largest_loop: number;
  /** Figures that are withheld, over all columns: a fault touches them, or something that they are made from. */
  withheld: number;
  /** Rows left out of both tables. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How a table was read. */
export interface SupplyTableReading {
  /** `processes` or `flows`. */
  table: string;
  /** Rows. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the columns they were taken for; empty field = not used. */
  columns: Column[];
  /** The findings by row, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** What a figure is made of. */
export interface SupplyExplanation {
  /** Version of the engine. */
  engine: string;
  /** Name of the column of figures. */
  name: string;
  /** The process, with its suppliers below it. */
  process: SupplyPart;
}

/** A process and what it takes in; `own + contributions + rest - rounded_off` is the figure, exactly. */
export interface SupplyPart {
  /** Identifier. */
  process: string;
  /** Unit of its output; empty if it has none. */
  unit: string;
  /** Embedded emissions of one unit. */
  figure: string;
  /** How far the exact figure can be from it. */
  bound: string;
  /** Own emissions of one unit. */
  own: string;
  /** Its suppliers, the largest contribution first. */
  inputs: SupplyInput[];
  /** How many suppliers are not named. */
  rest_inputs: number;
  /** What they contribute together. */
  rest: string;
  /** What the one rounding took away. */
  rounded_off: string;
}

/** What a supplier contributes. */
export interface SupplyInput {
  /** Amount of the supplier's good for one unit, in its unit. */
  amount: string;
  /** Amount times figure of the supplier, exactly. */
  contribution: string;
  /** 100 × contribution / figure, half-even to four decimals; empty where the figure is zero. */
  percent: string;
  /** Identifier of the supplier; where the steps end, and where it is its own supplier further up, nothing more is said of it. */
  supplier: string;
  /** The supplier, with its suppliers below it. */
  process?: SupplyPart;
}

/** A planned network in numbers and names. */
export interface SupplyPlanAbout {
  /** Identifiers of the processes, in the order of their rows. */
  ids: string[];
  /** Bounds of their figures; empty = no figure. */
  bounds: string[];
  /** Names of the columns of own emissions. */
  own: string[];
  /** Flows. */
  flows: number;
  /** Loops. */
  loops: number;
  /** Processes in the largest loop. */
  largest_loop: number;
  /** The largest bound of all figures. */
  largest_bound: string;
  /** How the tables were read, with their findings. */
  tables: SupplyTableReading[];
}

/** The figures of a planned network for one column of own emissions. */
export interface SupplyFigures {
  /** Figures in the order of the processes; empty = withheld. */
  figures: string[];
  /** What is wrong with the column. */
  faults: string[];
}
