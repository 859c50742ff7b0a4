// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";
import type { PathFinding } from "./identify.js";

/** The neutral table: every datapoint of the crosswalks, with its value and its codes. */
export interface FrameworkAnswer {
  /** `emitrace/framework/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: FrameworkTable;
}

/** Datapoints with their values. */
export interface FrameworkTable {
  /** Period of the inventory. */
  period: string;
  /** Digest of the inventory. */
  inventory: string;
  /** Whether rows of its ledger are missing from it. */
  inventory_partly: boolean;
  /** The period that figures are compared with; empty if there is none. */
  previous_period?: string;
  /** Digest of the inventory of that period; empty if there is none. */
  previous_inventory?: string;
  /** Frameworks whose codes are shown. */
  frameworks: FrameworkEdition[];
  /** How many datapoints are in which state. */
  counts: FrameworkCounts;
  /** The datapoints. */
  datapoints: Datapoint[];
  /** Shares of customers. */
  customers: CustomerShare[];
  /** What is wrong or to be looked at. */
  findings: PathFinding[];
  /** Packs that the codes are from, and those of the factors of the inventory. */
  packs: PackUse[];
}

/** A framework, in one edition. */
export interface FrameworkEdition {
  /** Identifier: `gri-2016`. */
  id: string;
  /** English name. */
  label_en: string;
  /** Vietnamese name. */
  label_vi: string;
  /** First day; empty if there is none. */
  from: string;
  /** Last day; empty if there is none. */
  until: string;
  /** Whether it is used before its first day. */
  early: boolean;
}

/** How many datapoints are in which state. */
export interface FrameworkCounts {
  /** Taken from answers of the engine. */
  reported: number;
  /** Stated by people. */
  stated: number;
  /** Neither. */
  missing: number;
  /** Said not to apply. */
  not_applicable: number;
}

/** One datapoint. */
export interface Datapoint {
  /** Identifier: `ghg.scope1`. */
  id: string;
  /** English label. */
  label_en: string;
  /** Vietnamese label. */
  label_vi: string;
  /** `reported`, `stated`, `missing` or `not-applicable`. */
  state: string;
  /** Why it does not apply, or what would fill it. */
  reason: string;
  /** Who can give it: `inventory`, `energy`, `environment`, `hr`, `legal`, `management`, `purchasing`, `verifier`. */
  who: string;
  /** Units that a statement may have; `text` for words, `*` for any currency. */
  units: string[];
  /** Its values: one, or one for each part. */
  values: DatapointValue[];
  /** Its codes in the frameworks. */
  codes: DatapointCode[];
}

/** A value with where it comes from. */
export interface DatapointValue {
  /** The part: a category, a gas, a site, a pack; empty for the whole. */
  part: string;
  /** Exact decimal or `n/d`, or words. */
  value: string;
  /** The value of the previous period, in the same unit; empty if it is not known. */
  previous?: string;
  /** Unit; `text` for words. */
  unit: string;
  /** `inventory`, `disclosure`, `intensity`, `base-year`, `uncertainty` or `statement`. */
  source: string;
  /** Digest of that answer; for statements the document. */
  reference: string;
  /** Where in the answer: a JSON pointer. */
  place: string;
  /** Ledger lines that contribute; 0 where that is not counted. */
  lines: number;
}

/** Codes of a datapoint in a framework. */
export interface DatapointCode {
  /** The framework. */
  framework: string;
  /** The codes. */
  codes: string[];
  /** How sure the codes are: `A`, `A-`, `B` or `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** A customer's share of the emissions. */
export interface CustomerShare {
  /** Name. */
  name: string;
  /** `revenue` or `mass`. */
  basis: string;
  /** What the customer bought. */
  part: string;
  /** What was sold in all. */
  whole: string;
  /** Unit of both. */
  unit: string;
  /** The exact share, as a decimal or `n/d`. */
  share: string;
  /** The share of each figure. */
  figures: CustomerFigure[];
}

/** The share of one figure. */
export interface CustomerFigure {
  /** The datapoint that is shared out: `ghg.scope1`. */
  datapoint: string;
  /** Tonnes of CO2 equivalent, rounded half-even to six decimals. */
  t_co2e: string;
  /** The same exactly, as a decimal or `n/d`. */
  exact_t_co2e: string;
}

/** A report: the items that a framework asks for, and what fills them. */
export interface FrameworkReportAnswer {
  /** `emitrace/framework-report/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: FrameworkReport;
}

/** The report. */
export interface FrameworkReport {
  /** Identifier: `iso-14064-1`. */
  report: string;
  /** English title. */
  title_en: string;
  /** Vietnamese title. */
  title_vi: string;
  /** Whether nothing that is required is missing, no row of the ledger is left out, and no statement is refused. */
  complete: boolean;
  /** Required items. */
  required: number;
  /** Required items that are filled, or do not apply. */
  filled: number;
  /** The sections, in the order of the report. */
  sections: FrameworkSection[];
  /** The datapoints of the items, and all else that the neutral table says. */
  table: FrameworkTable;
}

/** A section of a report. */
export interface FrameworkSection {
  /** English title. */
  title_en: string;
  /** Vietnamese title. */
  title_vi: string;
  /** Its items. */
  items: FrameworkItem[];
}

/** An item of a report. */
export interface FrameworkItem {
  /** Its number in the framework: `a`. */
  code: string;
  /** English label. */
  label_en: string;
  /** Vietnamese label. */
  label_vi: string;
  /** `required` or `optional`. */
  due: string;
  /** `filled`, `partly`, `missing` or `not-applicable`. */
  state: string;
  /** Its datapoints. */
  datapoints: string[];
  /** Those of them that are missing. */
  missing: string[];
  /** How sure the item is: `A`, `A-`, `B` or `C`. */
  confidence: string;
}
