// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Finding, PackUse } from "./answer.js";
import type { CbamFinding } from "./cbam_embedded.js";
import type { CbamCoverage } from "./cbam_import.js";
import type { CbamLedgerReading } from "./cbam_import_request.js";
import type { CbamEmbeddedRequest } from "./cbam_installation.js";
import type { CbamQuarterlyEmissions, CbamQuarterlyReport } from "./cbam_quarterly_report.js";
import type { Ledger } from "./request.js";

/** Request of the method `cbam.quarterly`. */
export interface CbamQuarterlyRequest {
  /** What the report says; goods that are in it already stay, those of the ledger come behind them. Required. */
  report: CbamQuarterlyReport;
  /** The imports of the quarter: a ledger as text or base64; none if the goods are in the report. */
  imports?: Ledger;
  /** How the ledger is written. */
  reading?: CbamLedgerReading;
  /** Where rows of the ledger do not say it: `default` or `actual`. Required with a ledger. */
  data?: string;
  /** Code of the customs procedure of the ledger's imports: `40` release for free circulation. Required with a ledger. */
  requested_procedure?: string;
  /** What installations say about their goods. */
  installations?: CbamQuarterlySource[];
  /** Default values of the transitional period. */
  defaults?: CbamQuarterlyDefaults;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** What an installation says about goods. */
export interface CbamQuarterlySource {
  /** Name of the installation, as the ledger writes it. Required. */
  installation: string;
  /** Code of the good. Required. */
  cn_code: string;
  /** Its document (a request of `cbam.embedded`): fills names, place and figures that `emissions` leaves empty. */
  document?: CbamEmbeddedRequest;
  /** What is stated: operator, installation, methods, figures; the quantity is that of the ledger. */
  emissions?: CbamQuarterlyEmissions;
}

/** Default values of the transitional period. */
export interface CbamQuarterlyDefaults {
  /** The pack of default values that the Commission published for the period; none is shipped. */
  edition?: string;
  /** What is stated beside their figures: production methods, codes. */
  emissions?: CbamQuarterlyEmissions;
}

/** Answer of the method `cbam.quarterly`. */
export interface CbamQuarterlyAnswer {
  /** `emitrace/cbam-quarterly/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Whether nothing is missing or misfits by the list of elements, and every row of the ledger is in it. */
  complete: boolean;
  /** The report as XML. Unofficial: it was not checked against the Commission's schema. */
  xml: string;
  /** SHA-256 of the XML, in hexadecimal. */
  sha256: string;
  /** Last day for the report of the quarter; empty if the quarter is none. */
  due: string;
  /** What the XML says: reading it gives the same. */
  report: CbamQuarterlyReport;
  /** What became of the rows of the ledger. */
  coverage: CbamCoverage;
  /** What is to be said of rows, in their order. */
  rows: Finding[];
  /** What is missing, misfits or must be known, in the order of the report. */
  findings: CbamFinding[];
  /** What was checked, and what was not. */
  checks: CbamQuarterlyCheck[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A check of the report. */
export interface CbamQuarterlyCheck {
  /** `elements`, `schema`, `code-lists`, `quantities`, `determination`, `registry-rules`. */
  check: string;
  /** Whether it was made. */
  made: boolean;
  /** What it looks at, and where it is from. */
  note: string;
}

/** Request of the method `cbam.quarterly.read`. */
export interface CbamQuarterlyReadRequest {
  /** The XML of a report. Required. */
  xml: string;
}

/** Answer of the method `cbam.quarterly.read`. */
export interface CbamQuarterlyReadAnswer {
  /** `emitrace/cbam-quarterly-read/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Whether everything in the file was taken, nothing is missing and nothing misfits. */
  complete: boolean;
  /** What the file says: the `report` of a request of `cbam.quarterly`. */
  report: CbamQuarterlyReport;
  /** Elements that were not taken, and what is missing or misfits. */
  findings: CbamFinding[];
}

/** Request of the method `cbam.quarterly.report`. */
export interface CbamQuarterlyReportRequest {
  /** The answer of `cbam.quarterly`. */
  answer: CbamQuarterlyAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
