// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Coverage, Finding, PackUse } from "./answer.js";
import type { StepRecord } from "./record.js";

/** An energy account with its digest. */
export interface EnergyAccountAnswer {
  /** `emitrace/energy/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: EnergyAccount;
}

/** The energy that an organisation used, out of the rows of its ledger. */
export interface EnergyAccount {
  /** Period of the ledger; empty if none was declared. */
  period: string;
  /** Profile of the inventory, which says whose factors and properties are asked. */
  profile: string;
  /** Digest of the inventory of the same ledger with the same choices. */
  inventory: string;
  /** Instruments that were said to be of renewable sources. */
  renewable_instruments: string[];
  /** What became of the rows. */
  rows: EnergyRows;
  /** Rows of the inventory, and findings by code. */
  coverage: Coverage;
  /** Everything together. */
  total: EnergyFigure;
  /** The total by carrier, renewable or not. */
  cells: EnergyCell[];
  /** The total by dimension, as far as asked for. */
  views: EnergyView[];
  /** What the cells are made of: rows of one activity, unit and way to energy. */
  sources: EnergySource[];
  /** Rows that use energy and whose energy is not known. */
  missing: EnergyMissing[];
  /** Rows of other categories, which are no energy of the organisation. */
  not_energy: EnergyElsewhere[];
  /** Packs of the properties that were used. */
  packs: PackUse[];
  /** What is wrong with the rows that are missing from the inventory, or to be looked at. */
  findings: Finding[];
}

/** What became of the rows of the inventory. */
export interface EnergyRows {
  /** In the account. */
  counted: number;
  /** Bought energy for the market-based view alone: another row has its quantity. */
  repeated: number;
  /** No energy of the organisation. */
  not_energy: number;
  /** Energy, but how much is not known. */
  missing: number;
}

/** An amount of energy. */
export interface EnergyFigure {
  /** Megawatt hours, exactly. */
  mwh: string;
  /** The same in gigajoules. */
  gj: string;
  /** Rows that it rests on. */
  lines: number;
}

/** Energy of one carrier. */
export interface EnergyCell {
  /** `electricity`, `steam`, `heat` or `cooling` that was bought; `fuels` that were burnt. */
  carrier: string;
  /** `renewable`, `non-renewable` or, for fuels that are partly biogenic, `unknown`. */
  renewable: string;
  /** How much. */
  figure: EnergyFigure;
}

/** Energy by some dimensions. */
export interface EnergyView {
  /** `site`, `month`, `region`, `category`, `activity`. */
  by: string[];
  /** The cells. */
  cells: EnergyViewCell[];
}

/** Energy of one carrier at one place of a view. */
export interface EnergyViewCell {
  /** One value for each dimension. */
  key: string[];
  /** As in the cells of the whole. */
  carrier: string;
  /** As in the cells of the whole. */
  renewable: string;
  /** How much. */
  figure: EnergyFigure;
}

/** Rows that came to energy in the same way. */
export interface EnergySource {
  /** Its carrier. */
  carrier: string;
  /** Whether it is renewable. */
  renewable: string;
  /** Identifier of the activity. */
  activity: string;
  /** English name. */
  name_en: string;
  /** Vietnamese name. */
  name_vi: string;
  /** Sum of the quantities, in `unit`: the part that the organisation counts. */
  quantity: string;
  /** Unit of the rows. */
  unit: string;
  /** `net` or `gross` calorific value; empty for what is no fuel, or where the ledger's unit says neither. */
  basis: string;
  /** Megawatt hours of one unit, exactly. */
  mwh_per_unit: string;
  /** From the unit to energy: conversions, calorific values and densities with their sources. */
  steps: StepRecord[];
  /** How much. */
  figure: EnergyFigure;
}

/** Rows whose energy is not known. */
export interface EnergyMissing {
  /** Its carrier. */
  carrier: string;
  /** Identifier of the activity. */
  activity: string;
  /** English name. */
  name_en: string;
  /** Vietnamese name. */
  name_vi: string;
  /** Sum of the quantities, in `unit`. */
  quantity: string;
  /** Unit of the rows. */
  unit: string;
  /** Stable code of what is missing. */
  code: string;
  /** What is missing. */
  message: string;
  /** How to mend it. */
  help: string;
  /** How many rows. */
  lines: number;
  /** The first of them. */
  first_row: number;
}

/** Rows that are no energy of the organisation. */
export interface EnergyElsewhere {
  /** The category: `3.1`, `1.fugitive`. */
  category: string;
  /** How many rows. */
  lines: number;
}
