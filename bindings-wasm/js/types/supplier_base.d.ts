// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount, PackUse } from "./answer.js";
import type { RequirementLapse, SupplierReason } from "./supplier.js";
import type { ProfileFact } from "./supplier_request.js";

/** Who of a buyer's suppliers meets what. */
export interface SupplierBaseAnswer {
  /** `emitrace/supplier-base/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: SupplierBaseResult;
  /** Headers of the table of suppliers and what they were taken for. */
  columns: Column[];
  /** Headers of the table of evidence and what they were taken for. */
  evidence_columns: Column[];
  /** What is wrong with rows of the table of suppliers. */
  findings: Finding[];
  /** What is wrong with rows of the table of evidence. */
  evidence_findings: Finding[];
}

/** What was asked of everybody, and on which day. */
export interface SupplierAsked {
  /** The day on which things hold. */
  as_of: string;
  /** The later day that is looked ahead to. */
  ahead: string;
  /** The set of requirements. */
  set: string;
  /** Its version. */
  version: string;
  /** Who published it. */
  issuer: string;
  /** Who was wanted; empty = everybody. */
  wanted: string;
  /** Facts by which suppliers are counted together. */
  group_by: string[];
  /** Every requirement, in the order of the set. */
  requirements: RequirementAsked[];
  /** Suppliers that were read. */
  suppliers: number;
  /** Those of them that are not wanted: they are in no count below. */
  unwanted: number;
  /** Rows of the tables that are in no figure. */
  excluded: number;
  /** How often each code of the reader was found. */
  findings: FindingCount[];
  /** The pack that the set comes from. */
  packs: PackUse[];
}

/** A requirement that was asked. */
export interface RequirementAsked {
  /** Identifier. */
  id: string;
  /** Theme. */
  theme: string;
  /** `blocking`, `major` or `minor`. */
  level: string;
  /** What is asked, in English. */
  title_en: string;
  /** What is asked, in Vietnamese. */
  title_vi: string;
}

/** A buyer's view. */
export interface SupplierBaseResult {
  /** What was asked. */
  asked: SupplierAsked;
  /** All suppliers, the best first; those that are not wanted last. */
  ranking: SupplierRank[];
  /** All that are wanted together. */
  total: SupplierGroup;
  /** The same by the facts of `group_by`. */
  groups: SupplierGroup[];
}

/** A supplier among others. */
export interface SupplierRank {
  /** Its place, from 1 on; equal ones share a place, and the next place is so much further. 0 = not wanted. */
  rank: number;
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Whether it is who is wanted: `yes`, `no`, `unknown`. */
  fits: string;
  /** What it does not meet of what is wanted, or which facts would tell. */
  fit_reasons: SupplierReason[];
  /** Whether it is ready. */
  ready: boolean;
  /** Whether it is still ready on the later day, if nothing is done. */
  ready_ahead: boolean;
  /** Its grade; empty if too little is known. */
  grade: string;
  /** Weight of what was evaluated in that of what applies, as a fraction. */
  coverage: string;
  /** Score if nothing of what is unknown is met, in per cent with two decimals at most. */
  low_percent: string;
  /** Score if all of it is met. */
  high_percent: string;
  /** Why it is not ready. */
  why_not_ready: SupplierReason[];
  /** The status of each requirement, in the order of the set. */
  statuses: string[];
  /** What lapses until the later day. */
  lapses: RequirementLapse[];
}

/** Suppliers counted together. */
export interface SupplierGroup {
  /** The facts that they share; a value that is not known is empty. */
  facts: ProfileFact[];
  /** How many they are. */
  suppliers: number;
  /** How many are ready. */
  ready: number;
  /** How many are ready on the later day, if nothing is done. */
  ready_ahead: number;
  /** Of how many too little is known for a grade. */
  insufficient_data: number;
  /** Mean of the low scores, in per cent with two decimals at most; empty if none has a score. */
  low_percent_mean: string;
  /** How many suppliers are in which state, for each requirement in the order of the set. */
  requirements: RequirementCounts[];
}

/** How many suppliers are in which state. */
export interface RequirementCounts {
  /** The requirement. */
  id: string;
  /** It is met, and holds for longer. */
  met: number;
  /** It is met and lapses soon. */
  met_expiring_soon: number;
  /** It is met in part. */
  partial: number;
  /** It is not met. */
  not_met: number;
  /** It has expired. */
  expired: number;
  /** It is suspended. */
  suspended: number;
  /** It is not known. */
  unknown: number;
  /** It does not apply. */
  not_applicable: number;
}

/** Where a region's suppliers stand, without naming one. */
export interface SupplierRegionAnswer {
  /** `emitrace/supplier-region/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: SupplierRegionResult;
}

/** A region's view. */
export interface SupplierRegionResult {
  /** What was asked. */
  asked: SupplierAsked;
  /** The fewest suppliers of a group that is shown. */
  min_group: number;
  /** All that are wanted together. */
  total: SupplierGroup;
  /** Groups that are large enough. */
  groups: SupplierGroup[];
  /** How many groups are not shown by themselves. */
  withheld_groups: number;
  /** Those groups together: none, or large enough that no difference shows a small one. */
  withheld: SupplierGroup;
}
