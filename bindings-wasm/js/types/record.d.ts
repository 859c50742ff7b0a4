// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FactorUse, PackUse } from "./answer.js";

/** How one line came about. */
export interface LineRecord {
  /** `emitrace/line/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this record with an empty digest. */
  digest: string;
  /** Row number (header = 1). */
  row: number;
  /** Record identifier; may be empty. */
  id: string;
  /** The row's fields as read. */
  fields: FieldValue[];
  /** Identifier of the activity. */
  activity: string;
  /** Category key. */
  category: string;
  /** Place code. */
  region: string;
  /** Days that the row covers. */
  period: string;
  /** The quantity, exactly. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** The calculation method that the row names; absent where it is quantity × factor. */
  method?: MethodUse;
  /** The formula, with its number in METHODS. */
  formula: string;
  /** The rounding. */
  rounding: string;
  /** The profile. */
  profile: string;
  /** The GWP set. */
  gwp: string;
  /** One entry for each account that the line goes to. */
  legs: LegRecord[];
  /** Fallbacks and disclosures. */
  notes: string[];
}

/** The calculation method of a line. */
export interface MethodUse {
  /** The word that the row writes: `freight`. */
  id: string;
  /** Its number in METHODS. */
  number: string;
  /** The formula, with the columns that it reads. */
  formula: string;
  /** The rule that it follows. */
  clause: string;
}

/** A field of the row as read. */
export interface FieldValue {
  /** Field name. */
  field: string;
  /** Text of the cell. */
  value: string;
}

/** One account's part. */
export interface LegRecord {
  /** `scope_1`, `scope_2_location` … */
  account: string;
  /** Category key, where it is not the line's own. */
  category?: string;
  /** The factor. */
  factor: FactorUse;
  /** Its pack. */
  pack: PackUse | null;
  /** From the row's unit to the factor's unit. */
  steps: StepRecord[];
  /** The gases. */
  gases: GasRecord[];
}

/** One step from unit to unit. */
export interface StepRecord {
  /** `conversion`, `ncv`, `gcv`, `density` or `measured`; `term` and `move` of a calculation method; `share` is the part of the row that an organisation counts, `covered` and `uncovered` the part that an instrument covers or none does, `losses` what a grid lost for it. */
  kind: string;
  /** Unit before; for a part of the row, what it is the part of; empty for a term. */
  from: string;
  /** Unit after; empty for a part of the row and for a term. */
  to: string;
  /** The term as the formula writes it: `× distance_km`. */
  term?: string;
  /** What the quantity is multiplied by, exactly. */
  times: string;
  /** Where a property stands. */
  factor: FactorUse | null;
}

/** One gas of one account. */
export interface GasRecord {
  /** The gas. */
  gas: string;
  /** The factor's value as printed. */
  factor_value: string;
  /** Its unit. */
  factor_unit: string;
  /** Kilograms for one unit of the quantity, exactly. */
  coefficient: string;
  /** Kilograms before rounding, exactly: a decimal or a fraction. */
  exact_kg: string;
  /** Kilograms. */
  kg: string;
  /** The GWP. */
  gwp: string;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** Whether it is part of the account's total. */
  in_total: boolean;
}
