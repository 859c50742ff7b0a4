// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, FindingCount } from "./answer.js";
import type { TraceAsk, TraceOptions } from "./trace_request.js";

/** All lots of the records. */
export interface TraceAnswer {
  /** `emitrace/trace/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: TraceResult;
  /** How each file was read. */
  tables: TraceTable[];
}

/** Lots, balances and open questions. */
export interface TraceResult {
  /** Choices that change a result. */
  options: TraceOptions;
  /** How quantities are shared where a share is not whole: `largest-remainder`, in steps of 1 mg, 1 piece or 1 µL. */
  rounding: string;
  /** How much of the input is in the result. */
  coverage: TraceCoverage;
  /** Versions of lots, by item, lot and store. */
  lots: TraceLot[];
  /** What became of each item. */
  items: TraceBalance[];
  /** What is wrong with records, or open, by file and row, up to the limit; `coverage` counts all. */
  findings: TraceFinding[];
}

/** How much of the input is in the result. */
export interface TraceCoverage {
  /** Rows and records read. */
  records: number;
  /** Those that could not be used. */
  excluded: number;
  /** Those that a void record takes back. */
  voided: number;
  /** Versions of lots. */
  lots: number;
  /** Runs. */
  runs: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How a file was read. */
export interface TraceTable {
  /** The file. */
  name: string;
  /** The sheet of a workbook; empty for CSV. */
  sheet: string;
  /** Rows with anything in them below the header. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
}

/** A version of a lot, as it was when the last of it had come in. */
export interface TraceLot {
  /** The lot. */
  lot: string;
  /** What it is. */
  item: string;
  /** Where it is. */
  store: string;
  /** Which of its versions, from 1: a new one where something came in after something was taken. */
  version: number;
  /** Day on which it was made. */
  date: string;
  /** How: `opening`, `receive`, `produce`, `move` … */
  kind: string;
  /** Production order that it came from; empty = none. */
  run: string;
  /** Its document; empty = none. */
  document: string;
  /** How much; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of this version is still there; empty = not known. */
  in_stock: string;
  /** Mass origin by country, adding up to the quantity; none where the quantity is zero or not known. */
  origin: TraceShare[];
  /** Carbon that is known of. */
  carbon_kg_co2e: string;
  /** Whether that is all of it; if not it is a lower bound. */
  carbon_complete: boolean;
}

/** A share of a quantity. */
export interface TraceShare {
  /** Country, supplier, heat …; `UNKNOWN` = what nobody knows. */
  label: string;
  /** How much of it is known to be there. */
  quantity: string;
  /** That in per cent of the whole, by largest remainder to four decimals: all shares are 100 together. */
  percent: string;
  /** How much of it there may be: what is known, and all that is unknown. */
  most: string;
}

/** What became of an item. */
export interface TraceBalance {
  /** The item. */
  item: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** In stock when the books opened. */
  opening: string;
  /** Came in. */
  received: string;
  /** Came out of runs. */
  produced: string;
  /** Counted more than booked. */
  gained: string;
  /** Went into runs. */
  consumed: string;
  /** Left. */
  shipped: string;
  /** Came back from customers; not there if nothing did. */
  returned?: string;
  /** Went back to suppliers; not there if nothing did. */
  sent_back?: string;
  /** Scrapped. */
  scrapped: string;
  /** Counted less than booked. */
  shrunk: string;
  /** Taken although it was not there. */
  missing: string;
  /** In stock at the end: opening + received + produced + returned + gained + missing − consumed − shipped − sent back − scrapped − shrunk. */
  in_stock: string;
  /** Records without a quantity: with any, the balance is not known exactly. */
  unknown_records: number;
}

/** Something that is wrong with a record, or open. */
export interface TraceFinding {
  /** The file; empty = a record of the request. */
  file: string;
  /** Row as a spreadsheet counts it, number of the record or event from 1; 0 = the whole file. */
  row: number;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Field, or of an event the JSON pointer into its file; empty = the row as a whole. */
  column: string;
  /** The lot, where it is about one. */
  lot: string;
  /** The run, where it is about one. */
  run: string;
  /** How much it is about; empty = nothing that can be counted. */
  quantity: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** What may be in a lot, or what it may be in. */
export interface TracePath {
  /** `emitrace/trace-path/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** What was asked. */
  ask: TraceAsk;
  /** `back` or `forward`. */
  direction: string;
  /** The versions that were asked about; empty for a document. */
  versions: TraceLot[];
  /** One step: lots directly before, or directly behind. */
  nearest: string[];
  /** How many lots, runs and deliveries there are. */
  found: number;
  /** The first of them, nearest first. */
  steps: TraceStep[];
  /** What goes from step to step, among those that are listed. */
  links: TraceLink[];
  /** Back: the quantities that came in from outside, and how much of each is in what was asked about (all versions together). */
  sources: TraceSource[];
  /** Back: mass origin of what was asked about, by country. */
  countries: TraceShare[];
  /** Back: the same by supplier. */
  suppliers: TraceShare[];
  /** Back: the same by the supplier's lot. */
  heats: TraceShare[];
  /** Back: everything that may be inside, whatever its share. */
  possible: TracePossible;
  /** Forward: lots that it may be in and how much of it they hold. */
  lots: TraceHolding[];
  /** Forward: what may hold it and left. */
  deliveries: TraceDelivery[];
  /** Carbon of what was asked about, all versions together. */
  carbon_kg_co2e: string;
  /** Whether that is all of it. */
  carbon_complete: boolean;
  /** Open questions on the way. */
  gaps: TraceFinding[];
}

/** A lot, run or delivery on the way. */
export interface TraceStep {
  /** Its number in this answer, from 1. */
  number: number;
  /** Steps away from what was asked. */
  depth: number;
  /** `lot`, `source`, `run`, `delivery`, `container` or `unknown`. */
  kind: string;
  /** Lot, run or document. */
  name: string;
  /** Item, or what is done in a run. */
  item: string;
  /** Store. */
  store: string;
  /** Supplier of a source, customer of a delivery. */
  party: string;
  /** Country of a source. */
  country: string;
  /** Day. */
  date: string;
  /** How much; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
}

/** A quantity that goes from one step to another. */
export interface TraceLink {
  /** Number of the step that it comes from. */
  from: number;
  /** Number of the step that it goes to. */
  to: number;
  /** How much; empty = not known, or perhaps nothing. */
  quantity: string;
  /** `exact`, `unknown` or `possible`. */
  certainty: string;
}

/** A quantity that came in from outside. */
export interface TraceSource {
  /** The lot it came in as; `UNKNOWN` = what nobody knows. */
  lot: string;
  /** What it is. */
  item: string;
  /** Who supplied it. */
  supplier: string;
  /** Country of origin. */
  country: string;
  /** The supplier's lot. */
  heat: string;
  /** Plot, farm or mine. */
  plot: string;
  /** Its document. */
  document: string;
  /** Day. */
  date: string;
  /** File and row of the record. */
  file: string;
  /** Row of the record. */
  row: number;
  /** How much of it is in what was asked about; zero can mean less than one unit. */
  quantity: string;
  /** That in per cent. */
  percent: string;
}

/** Everything that may be inside. */
export interface TracePossible {
  /** Whether something of which nobody knows where it came from may be inside: the lists are then not all. */
  unknown: boolean;
  /** Countries of origin. */
  countries: string[];
  /** Suppliers. */
  suppliers: string[];
  /** Supplier's lots. */
  heats: string[];
  /** Plots. */
  plots: string[];
  /** Documents of sources. */
  documents: string[];
}

/** A lot that holds, or may hold, what was asked about. */
export interface TraceHolding {
  /** The lot. */
  lot: string;
  /** What it is. */
  item: string;
  /** Where. */
  store: string;
  /** Its version. */
  version: number;
  /** Day on which it was made. */
  date: string;
  /** How much it is; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of what was asked about is known to be in it. */
  holds: string;
  /** How much may be in it. */
  holds_at_most: string;
  /** How much of this version is still there; empty = not known. */
  in_stock: string;
}

/** Something that left and holds, or may hold, what was asked about. */
export interface TraceDelivery {
  /** `ship`, `send_back`, `scrap`, `shrink` or `consume`. */
  kind: string;
  /** The lot that left. */
  lot: string;
  /** What it is. */
  item: string;
  /** To whom. */
  customer: string;
  /** By which document. */
  document: string;
  /** Day. */
  date: string;
  /** How much left; empty = not known. What came back of it is not in `holds` any more. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of what was asked about is known to be in it. */
  holds: string;
  /** How much may be in it. */
  holds_at_most: string;
}
