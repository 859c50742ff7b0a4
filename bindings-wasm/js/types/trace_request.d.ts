// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column } from "./answer.js";
import type { AliasText } from "./identify.js";
import type { TraceAnswer, TracePath } from "./trace.js";

/** Request of the method `trace.follow`. */
export interface TraceRequest {
  /** Stock cards, goods-received and issue notes (CSV or workbooks), and EPCIS events (JSON, NDJSON), in any mixture. */
  cards?: TraceCard[];
  /** Records beside the cards. */
  records?: TraceRecord[];
  /** What items weigh that are counted. */
  items?: TraceItem[];
  /** Names that mean the same: a code of the cards, and an identifier of the events. */
  aliases?: AliasText[];
  /** Choices that change a result. */
  options?: TraceOptions;
  /** How the cards are written. */
  reading?: TraceReading;
}

/** A file of movements. */
export interface TraceCard {
  /** Name of the file, for findings. */
  name?: string;
  /** CSV text, or the JSON text of events. */
  text?: string;
  /** A file in base64: a workbook (XLSX), CSV, or events. */
  base64?: string;
  /** The sheet of a workbook; empty = every sheet that holds movements. */
  sheet?: string;
  /** Store of rows that name none. */
  store?: string;
  /** Item of rows that name none. */
  item?: string;
  /** Unit of rows that name none. */
  unit?: string;
}

/** One movement. */
export interface TraceRecord {
  /** Identifier: equal ones count once, and `void` refers to it. */
  id?: string;
  /** `opening`, `receive`, `consume`, `produce`, `lose`, `move`, `ship`, `return`, `send_back`, `scrap`, `gain`, `shrink`, `pack`, `unpack`, `void`. */
  kind?: string;
  /** Day. */
  date?: string;
  /** Where. */
  store?: string;
  /** Where a moved quantity goes; empty = the same store. */
  to_store?: string;
  /** What. */
  item?: string;
  /** Which lot; empty = as the stock policy says. */
  lot?: string;
  /** The lot that a moved quantity goes into, or the container. */
  to_lot?: string;
  /** How much; empty = unknown. */
  quantity?: string;
  /** Its unit. */
  unit?: string;
  /** Production order. */
  run?: string;
  /** What is done in it. */
  process?: string;
  /** Supplier of what comes in, customer of what goes out. */
  party?: string;
  /** Country of origin. */
  country?: string;
  /** The supplier's lot: heat, melt, batch. */
  heat?: string;
  /** Plot, farm or mine. */
  plot?: string;
  /** Goods-received note, issue note, invoice. */
  document?: string;
  /** Carbon of what comes in, or what the run adds; empty = not known. */
  carbon_kg_co2e?: string;
}

/** What one of an item weighs. */
export interface TraceItem {
  /** The item. */
  item?: string;
  /** The unit that is weighed: `cái`, `thùng` …; empty = `item`. */
  unit?: string;
  /** Kilograms of one. */
  kg?: string;
}

/** Choices that change a result. */
export interface TraceOptions {
  /** Which lot is taken: `specific`, `fifo`, `lifo`, `average`, `period-average`; empty = specific. */
  policy?: string;
  /** The same for one store. */
  stores?: TracePolicy[];
  /** The same for one item, before that of its store. */
  items?: TracePolicy[];
  /** The period of `period-average`: `month`, `quarter` or `year`; empty = month. */
  period?: string;
  /** What is declared of processes. */
  processes?: TraceProcess[];
}

/** A stock policy. */
export interface TracePolicy {
  /** Store or item. */
  name?: string;
  /** `specific`, `fifo`, `lifo`, `average`, `period-average`. */
  policy?: string;
}

/** What is declared of a process. */
export interface TraceProcess {
  /** The process; empty = all that are not named. */
  process?: string;
  /** How carbon is shared between items that come out: `mass`, or `weights` per kilogram (prices, heating values); empty = not declared. */
  allocation?: string;
  /** Weights of items; of `mass` an item may be given 0, as scrap. */
  weights?: TraceWeight[];
  /** Which share of an input ends in which output; what is left of it is lost. Empty = all outputs alike. */
  composition?: TraceComposition[];
}

/** What an item weighs in an allocation. */
export interface TraceWeight {
  /** The item. */
  item?: string;
  /** Its weight for one base unit. */
  weight?: string;
}

/** Where a share of an input ends. */
export interface TraceComposition {
  /** Item that goes in. */
  input?: string;
  /** Item that comes out. */
  output?: string;
  /** Share of the input, from 0 to 1. */
  share?: string;
}

/** How the cards are written. */
export interface TraceReading {
  /** How numbers and dates are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `dmy` or `mdy`; else that of the locale. */
  date_order?: string;
  /** Encoding of CSV in base64: `utf-8` or `windows-1252`; a file with a byte-order mark says it itself, UTF-16 too. */
  encoding?: string;
  /** Headers that are not known by name, and the columns that they hold. */
  columns?: Column[];
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** Request of the methods `trace.back` and `trace.forward`: what is asked of which records. */
export interface TraceAskRequest {
  /** What is asked. */
  ask?: TraceAsk;
  /** The records. */
  request?: TraceRequest;
}

/** What is asked: a lot, or the deliveries of a document. */
export interface TraceAsk {
  /** A lot, or a container. */
  lot?: string;
  /** Only of this item. */
  item?: string;
  /** Only in this store. */
  store?: string;
  /** Instead of a lot: a document by which something left. */
  document?: string;
  /** How many lots, runs and deliveries the answer lists; 0 = 1000. All are counted. */
  most?: number;
}

/** Request of the method `trace.report`: an answer as a page, a picture or a table. */
export interface TraceReportRequest {
  /** An answer of `trace.follow`; or */
  answer?: TraceAnswer;
  /** one of `trace.back` or `trace.forward`. */
  path?: TracePath;
  /** `table`, `tree`, `html`, `csv`, `mermaid` or `dot`; empty = table. */
  format?: string;
  /** Of the answer of `trace.follow`: `lots` or `gaps`; empty = lots. */
  view?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
