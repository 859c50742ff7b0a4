// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FactorUse, Finding, FindingCount, PackUse } from "./answer.js";
import type { FootprintSummary } from "./footprint.js";
import type { PathFinding } from "./identify.js";

/** A footprint that was worked out. */
export interface FootprintComputeAnswer {
  /** `emitrace/footprint-computed/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: FootprintComputed;
  /** What was found in the ledger. */
  ledger_findings: Finding[];
}

/** The footprint and what it is made of. */
export interface FootprintComputed {
  /** Whether no finding is an error and every row of the ledger is counted. */
  valid: boolean;
  /** The footprint as a document of PACT 3.0: JSON text. */
  document: string;
  /** The same in short. */
  footprint: FootprintSummary;
  /** The parts of the total, before and after rounding (METHODS M-264). */
  parts: FootprintPart[];
  /** What is emitted, gas by gas: masses × GWP add up to the parts, exactly (METHODS M-301). Answers from before there were masses have none. */
  gases: FootprintGas[];
  /** CO2 from biomass burnt along the way, in kilograms of the declared amount: outside of the totals, as uptake and release balance. */
  biogenic_kg_co2: string;
  /** Where the total comes from, the largest first; shares add up to 100. */
  contributions: FootprintContribution[];
  /** How outputs share the burdens of their process. */
  allocations: FootprintAllocation[];
  /** Rows of the ledger that are not counted. */
  excluded_rows: number;
  /** How often what was found. */
  counts: FindingCount[];
  /** What was found. */
  findings: PathFinding[];
  /** SHA-256 of the ledger's bytes, in hexadecimal. */
  ledger_sha256: string;
  /** Digest of the inventory that the ledger gives with the same options: whoever has the ledger can compute it again. */
  inventory_digest: string;
  /** Factors of the ledger's rows. */
  factors: FactorUse[];
  /** Packs that they come from, with licences. */
  packs: PackUse[];
}

/** A part of the total. */
export interface FootprintPart {
  /** Its member in the document. */
  member: string;
  /** Exactly: a decimal, or `n/d`. */
  exact_kg_co2e: string;
  /** As the document says it. */
  kg_co2e: string;
}

/** A gas in the declared amount, or what is only known as CO2e. */
export interface FootprintGas {
  /** The member of the document that it belongs to; empty outside of the totals: CO2 of biomass that is burnt, gases that the profile does not count. */
  member: string;
  /** Name of the gas: `CO2`, `CH4-fossil`, `SF6`; `CO2e (AR6)` for what its source only says in CO2e, with the GWP set of the source or `unstated`. */
  gas: string;
  /** Kilograms, exactly: a decimal, or `n/d`; below 0 for what is removed or taken up. */
  exact_kg: string;
  /** The same with 18 decimals, half-even. */
  kg: string;
  /** Kilograms of CO2e of a kilogram; empty outside of the totals. */
  gwp: string;
  /** Their product, exactly; empty outside of the totals. */
  exact_kg_co2e: string;
  /** The same with 18 decimals, half-even. */
  kg_co2e: string;
}

/** A gas of a source. */
export interface FootprintSourceGas {
  /** The member of the document that it belongs to; empty outside of the totals. */
  member: string;
  /** Name of the gas. */
  gas: string;
  /** The factor of the row, or the source of the good. */
  factor: string;
  /** All of it in the reference period, before anything is shared, exactly; for goods, of one unit. */
  whole_kg: string;
  /** What of it is in the declared amount, with 18 decimals, half-even. */
  kg: string;
}

/** A row of the ledger, or a good that was bought. */
export interface FootprintContribution {
  /** `row` or `bought`. */
  kind: string;
  /** The process of the row; empty for goods. */
  process: string;
  /** The row (header = 1); 0 for goods. */
  row: number;
  /** Identifier of the row, or the good. */
  id: string;
  /** Activity of the row; empty for goods. */
  activity: string;
  /** The factors; of a good the identifier or source of its footprint, or its lot. */
  factors: string[];
  /** SHA-256 of the good's document as it was given, in hexadecimal; empty for rows and figures. */
  sha256: string;
  /** All of it in the reference period, before anything is shared; for goods, of one unit. */
  whole_kg_co2e: string;
  /** What of it is in the declared amount, with 18 decimals, half-even. */
  kg_co2e: string;
  /** The same in per cent of the total, with 6 decimals, half-even; empty if the total is 0. */
  percent: string;
  /** What it emits, gas by gas and factor by factor. */
  gases: FootprintSourceGas[];
}

/** The share of an output. */
export interface FootprintAllocation {
  /** The process. */
  process: string;
  /** The output. */
  good: string;
  /** `whole`, `mass`, `physical` or `economic`. */
  method: string;
  /** Exactly. */
  share: string;
}
