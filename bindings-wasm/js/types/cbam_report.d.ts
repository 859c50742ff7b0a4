// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamEmbeddedReport } from "./cbam_embedded.js";
import type { CbamSefa } from "./cbam_import.js";

/** Answer of the method `cbam.report`. */
export interface CbamReportAnswer {
  /** `emitrace/cbam-operator-report/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The report. */
  report: CbamOperatorReport;
}

/** The operator's emissions report. */
export interface CbamOperatorReport {
  /** Whether no item misses anything and no finding keeps a figure out. */
  complete: boolean;
  /** Items that miss something. */
  missing: number;
  /** The act that asks for the items. */
  basis: string;
  /** Who verified it, as stated. */
  verifier: string;
  /** The verification report, as stated. */
  verification_report: string;
  /** Digest of the answer of `cbam.embedded` for the same document. */
  embedded_digest: string;
  /** Points 1.1, 1.1.1, 1.2 and 2, in their order. */
  items: CbamReportItem[];
  /** Free allocation of each good; empty while an error keeps a figure out. */
  allocations: CbamAllocation[];
  /** The figures. */
  figures: CbamEmbeddedReport;
}

/** An item that the report has to hold. */
export interface CbamReportItem {
  /** Point of the annex: `1.1`, `1.1.1`, `1.2` or `2`. */
  point: string;
  /** Its number there; of point 2 the code of the good. */
  number: string;
  /** `given`, `missing` or `none`: there is nothing to say. */
  state: string;
  /** What is said. */
  facts: CbamFact[];
}

/** A statement of the report. */
export interface CbamFact {
  /** Letter within the item; empty if it has none. */
  part: string;
  /** What is stated: `operator`, `see-direct`, `quantity-used` … */
  what: string;
  /** Process, good, source, supplier that it is about; empty for the installation. */
  about: string;
  /** The statement: a name, an exact figure, or a word. */
  value: string;
  /** Unit of a figure. */
  unit: string;
  /** JSON pointer into the document. */
  path: string;
  /** `given`, or `missing`: `path` says what to add. */
  state: string;
  /** Remark: formula, reason. */
  note: string;
}

/** Free allocation that is embedded in a good. */
export interface CbamAllocation {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** For a tonne (a MWh), in t CO2e, exactly; empty if it cannot be computed. */
  sefa_t_co2e: string;
  /** The benchmarks behind it, each with the tonnes of the precursor in a tonne. */
  parts: CbamSefa[];
  /** Why there is no figure, and what to add. */
  missing: string;
}

/** Answer of `cbam.report.document`. */
export interface DocumentAnswer {
  /** The document as text; empty for a workbook. */
  text: string;
  /** The bytes of a workbook in base64; empty for a text. */
  base64: string;
}
