// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamFactorUse } from "./cbam_embedded.js";
import type { CbamItem } from "./cbam_explain.js";
import type { CbamImportAnswer } from "./cbam_import.js";

/** Answer of the method `cbam.declare.explain`. */
export interface CbamDeclareExplainAnswer {
  /** `emitrace/cbam-declare-explain/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the answer of `cbam.declare` for the same request. */
  digest: string;
  /** The lines of the declaration, in its order. */
  goods: CbamLineExplained[];
  /** Where default values stand, the most expensive mark-up first. */
  defaults: CbamDefaultUse[];
  /** What the operators' reports must hold, and whether their documents do. */
  plants: CbamPlantChecked[];
  /** The figures that are explained. */
  answer: CbamImportAnswer;
}

/** A line of the declaration explained. */
export interface CbamLineExplained {
  /** Code of the good. */
  cn_code: string;
  /** Country of origin. */
  origin: string;
  /** The installation; empty if the rows name none. */
  installation: string;
  /** `actual` or `default`. */
  data: string;
  /** The first row of the line. */
  first_row: number;
  /** Net mass in tonnes, or electricity in MWh. */
  quantity: string;
  /** `t` or `MWh`. */
  unit: string;
  /** The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure. */
  rows: CbamDueRow[];
  /** What the certificates are made of, the largest part first. */
  parts: CbamDuePart[];
  /** Certificates if default values stood; empty if there is none. */
  certificates_by_default: string;
  /** Certificates by the installation's own data; empty if there are none. */
  certificates_by_actual: string;
  /** What the installation's own data save against default values, EUR; empty unless both and the prices are known. */
  saved_by_actual_eur: string;
}

/** A step on the way down from certificates. */
export interface CbamDueRow {
  /** How deep it stands; the certificates are 0. */
  level: number;
  /** `certificates`, `embedded`, `default`, `mark-up`, `direct`, `indirect`, `good` with the kinds of `cbam.explain` below it, `rounding`, `free-allocation`, `benchmark`, `carbon-price`, `floor`, `exempt`. */
  kind: string;
  /** What it is about. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** What it adds to the certificates of the line, in t CO2e, exactly; empty for readings. */
  t_co2e: string;
  /** How it came about. */
  formula: string;
  /** Factors behind it. */
  factors: CbamFactorUse[];
}

/** A part of what is due. */
export interface CbamDuePart {
  /** The kinds of `cbam.explain`, `default`, `mark-up`, `direct`, `indirect`, `benchmark` or `carbon-price`. */
  kind: string;
  /** What it is. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** In the whole quantity, in t CO2e, exactly; negative for what is taken off. */
  t_co2e: string;
  /** Per cent of the embedded emissions with two decimals. */
  percent: string;
  /** What it adds to the cost at the average price of the line, EUR with two decimals: also what a hundred per cent more of it would add. 0 where nothing is due; empty while no price is known. */
  eur: string;
  /** The inputs that it is the product of. */
  inputs: string[];
  /** `standard`, `assumed`, `default`, `actual`, `measured`, `stated` or `law`: the weakest data behind it. */
  data: string;
}

/** A default value that stands in a line: for the good itself or for a precursor. */
export interface CbamDefaultUse {
  /** Code of the good of the line. */
  cn_code: string;
  /** Country of origin of the line. */
  origin: string;
  /** The installation of the line; empty if the rows name none. */
  installation: string;
  /** The first row of the line. */
  first_row: number;
  /** What the value stands for. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** What it brings, mark-up included, in t CO2e, exactly. */
  t_co2e: string;
  /** What its mark-up alone brings, in t CO2e, exactly. */
  of_mark_up_t_co2e: string;
  /** What the mark-up costs at the average price of the line, EUR with two decimals; empty while no price is known. */
  of_mark_up_eur: string;
}

/** What the report of an installation must hold. */
export interface CbamPlantChecked {
  /** The installation, as the imports write it. */
  installation: string;
  /** What is asked for, and whether the document has it. */
  completeness: CbamItem[];
}

/** Request of the method `cbam.declare.explain.report`. */
export interface CbamDeclareExplainReportRequest {
  /** The answer of `cbam.declare.explain`. */
  answer: CbamDeclareExplainAnswer;
  /** `table`, which is also what an empty text means. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}
