// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount, PackUse } from "./answer.js";
import type { FigureUse } from "./trace_figure.js";

/** Verdicts on all products of a request. */
export interface OriginAnswer {
  /** `emitrace/origin/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: OriginResult;
  /** Headers of the table of materials and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with rows of the table. */
  findings: Finding[];
}

/** The verdicts and the figures that they rest on. */
export interface OriginResult {
  /** The agreement. */
  agreement: string;
  /** The day whose figures hold. */
  on: string;
  /** Where the products are made. */
  country: string;
  /** The currency of all values. */
  currency: string;
  /** Materials that are in the result. */
  materials: number;
  /** Rows of the table that are not in it; then no verdict is better than `not-proven`. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
  /** Verdicts, in the order of the request. */
  products: OriginVerdict[];
  /** Figures of the agreement that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** What the data given say about a product and its rule. */
export interface OriginVerdict {
  /** Identifier of the product. */
  product: string;
  /** Its name. */
  name: string;
  /** Its code. */
  hs_code: string;
  /** Edition of the code. */
  hs_edition: string;
  /** The rule in words. */
  rule: string;
  /** Where the rule stands. */
  rule_source: string;
  /** Which value percentages are of: `exw`, `fob`, `transaction-value`. */
  basis: string;
  /** That value; empty = not given. */
  value: string;
  /** `pass`, `fail` or `not-proven`: whether the arithmetic of the rule is met on the data given. No legal decision. */
  verdict: string;
  /** What would have to be known for a verdict. */
  missing: OriginMissing[];
  /** Value of non-originating materials, those that are not determined left out. */
  non_originating_least: string;
  /** Value of non-originating and undetermined materials; empty = a value is missing. */
  non_originating_most: string;
  /** Value of materials that are shown to originate. */
  originating: string;
  /** The alternatives of the rule. */
  alternatives: OriginAlternativeVerdict[];
  /** The materials. */
  materials: OriginMaterialVerdict[];
  /** What a reader should know. */
  remarks: string[];
}

/** Something that is missing. */
export interface OriginMissing {
  /** `origin`, `evidence`, `value`, `hs-code`, `hs-edition`, `weight`, `basis`, `process`, `notes`, `operations` or `rows`. */
  what: string;
  /** The material or product. */
  about: string;
}

/** Verdict on conditions that hold together. */
export interface OriginAlternativeVerdict {
  /** Name. */
  name: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
  /** The conditions. */
  conditions: OriginConditionVerdict[];
}

/** Verdict on one condition. */
export interface OriginConditionVerdict {
  /** `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`. */
  test: string;
  /** What is asked, e.g. `build-down` or `CTH`. */
  asks: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
  /** The percentage with undetermined materials counted as non-originating, exactly: a decimal or `n/d`; empty = none. */
  percent: string;
  /** What it is compared with. */
  limit_percent: string;
  /** The comparison with whole products: `(200 - 100) x 100 = 10000 >= 8000 = 40 x 200`. */
  comparison: string;
  /** Non-originating materials that do not meet a change or a list, those that may not among them. */
  materials: string[];
  /** What the tolerance made of them. */
  tolerances: OriginTolerance[];
  /** What keeps it from being decided. */
  missing: OriginMissing[];
}

/** A tolerance and what it was used for. */
export interface OriginTolerance {
  /** `value` or `weight`. */
  of: string;
  /** Materials that do not change, in per cent, exactly; empty = something is missing. */
  percent: string;
  /** The most that is tolerated. */
  limit_percent: string;
  /** The comparison with whole products. */
  comparison: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
}

/** How a material was taken. */
export interface OriginMaterialVerdict {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Code. */
  hs_code: string;
  /** Edition of the code. */
  hs_edition: string;
  /** Quantity. */
  quantity: string;
  /** Unit. */
  unit: string;
  /** Value; empty = not given. */
  value: string;
  /** Country of origin. */
  country: string;
  /** `originating`, `non-originating` or `undetermined`, which counts as non-originating. */
  status: string;
  /** How much of its value counts as originating, in per cent. */
  originating_percent: string;
  /** Why: `stated`, `evidence`, `roll-up`, `cumulation`, `not-determined` … */
  because: string;
  /** The document. */
  evidence: string;
}
