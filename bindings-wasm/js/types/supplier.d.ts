// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount, PackUse } from "./answer.js";
import type { ProfileFact, RequirementSet, SupplierEvidence } from "./supplier_request.js";

/** An assessment. */
export interface SupplierAnswer {
  /** `emitrace/supplier/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal: who asks can compute it again. */
  digest: string;
  /** The result. */
  result: SupplierResult;
  /** Headers of the table and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with rows of the table. */
  findings: Finding[];
}

/** What is met, and how far the supplier is. */
export interface SupplierResult {
  /** Name of the supplier. */
  supplier: string;
  /** The day on which things hold. */
  as_of: string;
  /** The set of requirements. */
  set: string;
  /** Its version. */
  version: string;
  /** Who published it. */
  issuer: string;
  /** What was known of the supplier. */
  profile: ProfileFact[];
  /** Its sites. */
  sites: string[];
  /** Evidence that was considered. */
  evidence: number;
  /** Rows of the table that are not in it. */
  excluded: number;
  /** How often each code of the reader was found. */
  findings: FindingCount[];
  /** Score, grade, and whether the supplier is ready. */
  score: SupplierScore;
  /** Every requirement, in the order of the set. */
  requirements: RequirementState[];
  /** The evidence that decided, as it was given, with the documents that prove it. */
  documents: SupplierEvidence[];
  /** What to do, the most pressing first. */
  actions: SupplierAction[];
  /** The same some days later, if nothing is done. */
  ahead: SupplierAhead;
  /** The pack that the set comes from. */
  packs: PackUse[];
}

/** How far a supplier is. Per cents have at most two decimals, rounded half-even; grades are decided on the exact numbers. */
export interface SupplierScore {
  /** Weight of what was evaluated in that of what applies, as a fraction; empty if nothing applies. */
  coverage: string;
  /** Score if nothing of what is unknown is met. */
  low_percent: string;
  /** Score of what was evaluated. */
  evaluated_percent: string;
  /** Score if all of what is unknown is met. */
  high_percent: string;
  /** The grade of the low score after downgrades; empty if too little is known. */
  grade: string;
  /** The grade before them. */
  grade_by_score: string;
  /** Conditions that lowered it. */
  downgrades: string[];
  /** Whether too little was evaluated for a grade. */
  insufficient_data: boolean;
  /** Whether no blocking requirement is open and the grade is good enough. */
  ready: boolean;
  /** Why it is not: `blocking` with the requirement, `insufficient-data`, `grade` with the grade. */
  why_not_ready: SupplierReason[];
  /** Low scores of the themes. */
  themes: SupplierTheme[];
}

/** The score of a theme. */
export interface SupplierTheme {
  /** The theme. */
  theme: string;
  /** Score if nothing of what is unknown is met. */
  low_percent: string;
  /** Score if all of it is met. */
  high_percent: string;
  /** Requirements that apply. */
  applicable: number;
  /** Requirements that are met. */
  met: number;
}

/** A word of a fixed list, and what it is about. */
export interface SupplierReason {
  /** The word. */
  code: string;
  /** A day, a site, a field, a value; may be empty. */
  detail: string;
}

/** What became of a requirement. */
export interface RequirementState {
  /** Identifier. */
  id: string;
  /** Where it is said. */
  clause: string;
  /** The document that asks it. */
  document: string;
  /** Theme. */
  theme: string;
  /** What is asked, in English. */
  title_en: string;
  /** What is asked, in Vietnamese. */
  title_vi: string;
  /** `blocking`, `major` or `minor`. */
  level: string;
  /** Sort of evidence. */
  kind: string;
  /** How much it counts. */
  weight: string;
  /** `met`, `met_expiring_soon`, `partial`, `not_met`, `expired`, `suspended`, `unknown`, `not_applicable`. */
  status: string;
  /** Points of 10; empty if it was not evaluated. */
  points: string;
  /** The last day on which it holds; empty if it has none. */
  last_day: string;
  /** Days from the day of the assessment to it, negative if it is over; empty if it has none. */
  days_left: string;
  /** The evidence that decided. */
  evidence: string[];
  /** Why. */
  reasons: SupplierReason[];
}

/** Something to do. */
export interface SupplierAction {
  /** The requirement. */
  requirement: string;
  /** `provide`, `renew`, `complete`, `improve`, `resolve` (a suspension) or `tell` (something of the profile). */
  action: string;
  /** The last day for it; empty if it is over or there is none. */
  before: string;
  /** Whether a blocking requirement is open. */
  blocking: boolean;
  /** Days to its last day, as in the requirement. */
  days_left: string;
  /** What the low score gains at most, in points of 100. */
  gain_percent: string;
}

/** The same assessment some days later, if nothing is done. */
export interface SupplierAhead {
  /** The later day. */
  on: string;
  /** The low score then. */
  low_percent: string;
  /** The grade then. */
  grade: string;
  /** Whether the supplier is ready then. */
  ready: boolean;
  /** Requirements that are met now and not then. */
  lapses: RequirementLapse[];
}

/** A requirement that is met now and not later. */
export interface RequirementLapse {
  /** The requirement. */
  requirement: string;
  /** `blocking`, `major` or `minor`. */
  level: string;
  /** The last day on which it is met. */
  last_day: string;
  /** Its status then. */
  status: string;
}

/** Answer of `supplier.sets`. */
export interface SupplierSetsAnswer {
  /** The sets of the loaded packs, the one loaded last first. */
  sets: RequirementSet[];
}

/** Answer of `supplier.size`. */
export interface SupplierSizeAnswer {
  /** `micro`, `small`, `medium`, `large`; empty if what is given does not decide. */
  size: string;
  /** What would decide. */
  missing: string[];
  /** The document and its clause. */
  source: string;
  /** The pack of the limits. */
  packs: PackUse[];
}

/** Answer of `supplier.vda63`. */
export interface VdaAnswer {
  /** Degree of conformity of all elements together, in per cent with two decimals at most. */
  overall_percent: string;
  /** `A`, `B`, `C`; empty if too few questions were evaluated. */
  grade: string;
  /** The grade before downgrades. */
  grade_by_score: string;
  /** Elements, sub-elements and process steps. */
  parts: VdaPart[];
  /** Why the grade was lowered, or is not given. */
  reasons: SupplierReason[];
}

/** An element, sub-element or process step. */
export interface VdaPart {
  /** `element`, `sub-element` or `step`. */
  kind: string;
  /** `P5`, `U2`, or the name of the step. */
  name: string;
  /** Degree of conformity in per cent with two decimals at most. */
  percent: string;
  /** Questions that were evaluated. */
  evaluated: number;
  /** Questions that were given. */
  questions: number;
}

/** Answer of `supplier.vda63_potential`. */
export interface VdaPotentialAnswer {
  /** `green` (approved), `yellow` (conditionally) or `red` (barred). */
  verdict: string;
}

/** Answer of `supplier.rba_vap`. */
export interface RbaVapAnswer {
  /** All questions, those that do not apply included. */
  questions: number;
  /** Questions that apply. */
  applicable: number;
  /** 200 for full conformance; four decimals at most. */
  conformance_points: string;
  /** What findings take away: 20 for a priority one, 4 for a major one, 1 for a minor one. */
  deduction: string;
  /** Points of 200 with four decimals at most; below zero if findings take away more. */
  score: string;
  /** `green`, `yellow` or `red`. */
  colour: string;
  /** `platinum`, `gold`, `silver` or empty. */
  recognition: string;
  /** What the next higher recognition lacks. */
  reasons: SupplierReason[];
  /** The last day on which the report is valid; empty without the day of the audit. */
  last_day: string;
  /** How sure the formula is: `A` to `C`. */
  confidence: string;
}

/** Answer of `supplier.ecovadis_medal`. */
export interface EcovadisAnswer {
  /** `platinum`, `gold`, `silver`, `bronze` or empty. */
  medal: string;
  /** Whether the scorecard is valid on the day of the question. */
  valid: boolean;
  /** The last day on which it is valid. */
  last_day: string;
  /** Why there is no medal, or why the scorecard is not valid. */
  reasons: SupplierReason[];
}
