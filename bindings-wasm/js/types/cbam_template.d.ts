// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamFinding } from "./cbam_embedded.js";
import type { CbamEmbeddedRequest } from "./cbam_installation.js";

/** Request of the method `cbam.template`. */
export interface CbamTemplateRequest {
  /** The filled workbook (XLSX), in base64. Required. */
  base64: string;
  /** Whose rules compute it: `transitional` or `definitive`; what its period says if it is empty. */
  regime: string;
  /** The user's own packs, each as one text. */
  packs: string[];
}

/** Answer of the method `cbam.template`. */
export interface CbamTemplateAnswer {
  /** `emitrace/cbam-template/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Version of the template, as it says itself. */
  version: string;
  /** Whether every filled cell was used, nothing is wrong in the cells, and the document can be computed. */
  complete: boolean;
  /** The installation: the request of `cbam.embedded` and `cbam.explain`. */
  document: CbamEmbeddedRequest;
  /** What was taken, in the order of sheets, rows and columns. */
  taken: CbamTemplateCell[];
  /** What could not be used, is wrong, or was read in one of several ways. */
  findings: CbamTemplateFinding[];
  /** Figures that the template shows, beside those that its entries give. */
  template: CbamTemplateComparison;
}

/** A cell that was taken. */
export interface CbamTemplateCell {
  /** Sheet. */
  sheet: string;
  /** Cell, e.g. `L16`. */
  cell: string;
  /** What it holds, as the file holds it. */
  value: string;
  /** Whether it is the stored result of a formula. */
  formula: boolean;
  /** JSON pointer into the document. */
  path: string;
}

/** A remark about a cell. */
export interface CbamTemplateFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Sheet. */
  sheet: string;
  /** Cell, e.g. `L16`; empty if it is about the sheet. */
  cell: string;
  /** What it holds. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Figures of the template beside ours. */
export interface CbamTemplateComparison {
  /** Whose rules ours were computed by: `transitional` or `definitive`. */
  regime: string;
  /** Whether the document could be computed. */
  computed: boolean;
  /** What `cbam.embedded` says about the document. */
  findings: CbamFinding[];
  /** How many figures there are. */
  figures_total: number;
  /** How many of them agree. */
  figures_equal: number;
  /** Every figure that the template shows and that is computed here. */
  figures: CbamTemplateFigure[];
}

/** A figure of the template beside ours. */
export interface CbamTemplateFigure {
  /** What it is: `see_direct`, `t_co2e` … */
  figure: string;
  /** JSON pointer of what it is about. */
  path: string;
  /** Unit. */
  unit: string;
  /** Sheet. */
  sheet: string;
  /** Cell. */
  cell: string;
  /** What the template shows, to 15 digits. */
  template: string;
  /** What its entries give, exactly; empty if it could not be computed. */
  computed: string;
  /** Computed less shown, to 12 decimals; empty if there is nothing to compare. */
  difference: string;
  /** Whether the two differ by no more than a billionth of the larger of 1 and ours. */
  equal: boolean;
  /** Why they differ, as far as that is known: `floor`, `loop`, `indirect-not-counted`, `default-value`, `origin-exempt`, `entry-not-used`, `not-computed`, `not-shown`. */
  reasons: string[];
}

/** Request of the method `cbam.template.report`. */
export interface CbamTemplateReportRequest {
  /** The answer of `cbam.template`. */
  answer: CbamTemplateAnswer;
  /** `table`, which is also what an empty text means. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}
