// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamEmbeddedReport, CbamFactorUse } from "./cbam_embedded.js";

/** Answer of the method `cbam.explain`. */
export interface CbamExplainAnswer {
  /** `emitrace/cbam-explain/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the answer of `cbam.embedded` for the same document. */
  digest: string;
  /** The goods; empty while an error keeps a figure out. */
  goods: CbamGoodExplained[];
  /** What the operator's report must hold, and whether the document does. */
  completeness: CbamItem[];
  /** The figures that are explained. */
  report: CbamEmbeddedReport;
}

/** A good explained. */
export interface CbamGoodExplained {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Name. */
  name: string;
  /** The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure. */
  rows: CbamRow[];
  /** What the figure is made of, the largest part first. */
  parts: CbamPart[];
}

/** A step on the way down. */
export interface CbamRow {
  /** How deep it stands; the good is 0. */
  level: number;
  /** `good`, `process`, `direct`, `indirect`, `source`, `stated`, `heat-in` …, `electricity`, `precursor`, `batch`, `reading`, `loop`. */
  kind: string;
  /** What it is about. */
  about: string;
  /** JSON pointer into the request. */
  path: string;
  /** What it adds to a tonne (a MWh) of the good, in t CO2e, exactly; empty for readings. */
  t_co2e_per_t: string;
  /** How it came about. */
  formula: string;
  /** Factors behind it. */
  factors: CbamFactorUse[];
}

/** A part of what a good carries. */
export interface CbamPart {
  /** `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out`, `electricity-produced`, `electricity` or `batch`. */
  kind: string;
  /** What it is. */
  about: string;
  /** JSON pointer into the request. */
  path: string;
  /** In a tonne (a MWh) of the good, all ways through other processes included, in t CO2e, exactly. */
  t_co2e_per_t: string;
  /** Per cent of the good's total with two decimals: also by how much the total changes for a hundred per cent more of any factor in it. */
  percent: string;
  /** The inputs that it is the product of: one per cent more of any of them is one per cent more of the part. */
  inputs: string[];
  /** `standard`, `assumed`, `default`, `actual`, `measured` or `stated`: the weakest data behind it. */
  data: string;
  /** For default values: what the mark-up alone adds to a tonne, in t CO2e, exactly. */
  mark_up_t_co2e_per_t: string;
  /** For default values: what is in the goods of the period that no process of the installation used, in t CO2e, rounded to three decimals. */
  to_market_t_co2e: string;
}

/** Something that the operator's report must hold. */
export interface CbamItem {
  /** What. */
  item: string;
  /** JSON pointer into the request. */
  path: string;
  /** `present` or `missing`. */
  state: string;
  /** Where it is asked for. */
  rule: string;
}

/** Request of the method `cbam.explain.report`. */
export interface CbamExplainReportRequest {
  /** The answer of `cbam.explain`. */
  answer: CbamExplainAnswer;
  /** `table`, which is also what an empty text means, or `html`. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}
