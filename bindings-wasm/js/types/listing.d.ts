// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FactorUse, Finding, GasFigure, PackUse, Reading } from "./answer.js";
import type { FieldValue } from "./record.js";

/** Answer of `capabilities`. */
export interface Capabilities {
  /** Version of the engine. */
  engine: string;
  /** Methods that `call` knows. */
  methods: string[];
  /** Profiles. */
  profiles: string[];
  /** GWP sets. */
  gwp_sets: string[];
  /** Dimensions of views. */
  dimensions: string[];
  /** Fields of a ledger. */
  fields: string[];
}

/** Answer of `ledger`: how a file is read. */
export interface LedgerAnswer {
  /** Data rows. */
  rows: number;
  /** Rows with an error. */
  skipped: number;
  /** The first good rows, as far as asked for. */
  records: LedgerRecord[];
  /** How the file was read. */
  reading: Reading;
  /** The findings. */
  findings: Finding[];
}

/** A row as read. */
export interface LedgerRecord {
  /** Row number (header = 1). */
  row: number;
  /** The quantity, exactly. */
  quantity: string;
  /** First day. */
  start: string;
  /** Last day. */
  end: string;
  /** The fields that are not empty, as text. */
  fields: FieldValue[];
}

/** Answer of `units.convert`. */
export interface ConvertAnswer {
  /** The unit as understood. */
  from: string;
  /** The target as understood. */
  to: string;
  /** What the quantity is multiplied by, exactly. */
  ratio: string;
  /** The converted quantity, exactly: a decimal, or a fraction `n/d`. */
  quantity: string;
}

/** Answer of `apportion`. */
export interface ApportionAnswer {
  /** The parts, in the order of the weights. */
  parts: string[];
}

/** Answer of `factors.search`. */
export interface SearchAnswer {
  /** How many factors fit. */
  found: number;
  /** The first of them, the best first. */
  factors: FactorUse[];
}

/** Answer of `factors.show`. */
export interface FactorAnswer {
  /** The factor. */
  factor: FactorUse;
  /** Its pack. */
  pack: PackUse;
  /** What the pack may not be used for. */
  not_for: string[];
  /** English name of the activity. */
  name_en: string;
  /** Vietnamese name of the activity. */
  name_vi: string;
}

/** Answer of `factors.packs`. */
export interface PacksAnswer {
  /** The loaded packs. */
  packs: PackLine[];
}

/** A loaded pack. */
export interface PackLine {
  /** The pack. */
  pack: PackUse;
  /** What its table holds. */
  kind: string;
  /** Rows of its table. */
  rows: number;
  /** Lowest confidence among its rows. */
  confidence: string;
  /** What it may not be used for. */
  not_for: string[];
}

/** Answer of `factors.check`. */
export interface CheckAnswer {
  /** Whether the pack can be loaded. */
  ok: boolean;
  /** Its faults. */
  findings: Finding[];
}

/** Answer of `gwp`. */
export interface GwpAnswer {
  /** The set. */
  gwp: string;
  /** The gases that the name stands for, with mass and effect. */
  gases: GasFigure[];
  /** Effect of the gases that are part of the totals, in kilograms of CO2 equivalent. */
  in_total_kg_co2e: string;
  /** Effect of all gases; null if one has no value in the set. */
  all_kg_co2e: string | null;
}

/** Answer of `report`. */
export interface ReportAnswer {
  /** The document. */
  text: string;
}
