// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount, PackUse } from "./answer.js";
import type { FigureUse } from "./trace_figure.js";

/** A ledger, checked. */
export interface CustodyAnswer {
  /** `emitrace/custody/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: CustodyResult;
  /** Headers of the table and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with rows of the table. */
  findings: Finding[];
}

/** Balances and checks. */
export interface CustodyResult {
  /** The scheme. */
  scheme: string;
  /** The day whose figures hold. */
  on: string;
  /** `fixed` or `continuous`. */
  balancing: string;
  /** The unit of all quantities. */
  unit: string;
  /** Entries that are in the result. */
  entries: number;
  /** Rows of the table that are not in it; then the ledger is not accepted. */
  excluded: number;
  /** How often each code of the reader was found. */
  findings: FindingCount[];
  /** Whether no check failed. One file shows that nothing was booked twice here, not that nothing was booked elsewhere. */
  accepted: boolean;
  /** What the checks found, by check and place. */
  checks: CustodyCheck[];
  /** Balances of each account at the end of each period. */
  balances: CustodyBalance[];
  /** Entries that follow from the rules: expiries and forfeits. */
  made: CustodyMade[];
  /** Certified claims and the credits that they used. */
  claims: CustodyClaim[];
  /** Figures of the scheme that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** Something that a check found. */
export interface CustodyCheck {
  /** `C1` to `C12`. */
  check: string;
  /** `error` or `warning`. */
  severity: string;
  /** Day; empty where it is about no single one. */
  date: string;
  /** The account: site, material and attributes. */
  account: string;
  /** Identifiers of the entries. */
  entries: string[];
  /** How much it is about, in the unit of the accounts; of carbon in kilograms of CO2 equivalent; of months a count. */
  amount: string;
  /** What is wrong. */
  message: string;
}

/** An account at the end of a period. */
export interface CustodyBalance {
  /** Site or group. */
  site: string;
  /** Material group. */
  material: string;
  /** Attributes, sorted. */
  attributes: string;
  /** First day of the period. */
  start: string;
  /** The day after its last. */
  end: string;
  /** Balance before; below zero = overdrawn. */
  opening: string;
  /** Credits received, conversions and arrivals among them. */
  added: string;
  /** Credits claimed, converted and sent. */
  taken: string;
  /** Credits that expired. */
  expired: string;
  /** Balance at the end. */
  balance: string;
  /** Carried into the next period. */
  carried: string;
  /** Forfeited: beyond what may be carried. */
  forfeited: string;
}

/** An entry that follows from the rules. */
export interface CustodyMade {
  /** Day. */
  date: string;
  /** `expire` or `adjust`. */
  kind: string;
  /** Site or group. */
  site: string;
  /** Material group. */
  material: string;
  /** Attributes. */
  attributes: string;
  /** Quantity that leaves the account. */
  quantity: string;
  /** The entry whose credit it was. */
  of: string;
  /** `expired` or `forfeited`. */
  because: string;
}

/** A certified claim and what stands behind it. */
export interface CustodyClaim {
  /** The entry. */
  entry: string;
  /** Its quantity. */
  quantity: string;
  /** The strongest model that it may be claimed under: the weakest of its credits and of the process; empty = not stated. */
  strongest_model: string;
  /** Carbon of the credits in kilograms of CO2 equivalent; empty = a credit does not state it. */
  kg_co2e: string;
  /** The credits, oldest first. */
  credits: CustodyUse[];
  /** Not covered by any credit. */
  uncovered: string;
}

/** A part of a credit. */
export interface CustodyUse {
  /** The receipt. */
  entry: string;
  /** Its day. */
  date: string;
  /** How much of it. */
  quantity: string;
}
