// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Choices, Figures, Note, PackUse } from "./answer.js";

/** What changed between two inventories, by how much and because of what. */
export interface DiffAnswer {
  /** `emitrace/diff/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The inventory before. */
  before: InventoryMark;
  /** The inventory after. */
  after: InventoryMark;
  /** How the two were compared. */
  comparison: Comparison;
  /** Change per account, then of both totals, each with its effects. */
  total: AccountChange[];
  /** From the total before to the total after, step by step: by location, then by market. */
  waterfalls: Waterfall[];
  /** How many lines changed in which way; absent if no lines were compared. */
  lines: LineCounts | null;
  /** The lines with the largest changes, up to the limit; `lines` counts all. */
  changes: LineChange[];
  /** The cells with a change; those of each view add up to `total`, effect by effect. */
  views: DiffView[];
  /** What a reader must know about the comparison. */
  notes: Note[];
}

/** Which inventory was compared. */
export interface InventoryMark {
  /** Its digest. */
  digest: string;
  /** Version of the engine that computed it. */
  engine: string;
  /** Every choice that changed a number. */
  choices: Choices;
  /** Rows of its ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with a finding. */
  excluded: number;
  /** Its sums. */
  total: Figures;
  /** The packs that it rests on, with their editions. */
  packs: PackUse[];
}

/** How two inventories were compared. */
export interface Comparison {
  /** `lines` where both ledgers were at hand, else `cells`. */
  depth: string;
  /** How lines were matched; empty for `cells`. */
  matching: string;
  /** The formula of the effects, with its number in METHODS. */
  formula: string;
  /** Sites whose lines count as structural change. */
  structure: string[];
}

/** A sum before and after, and what the change is made of. All texts are exact kilograms of CO2 equivalent. */
export interface AccountChange {
  /** `scope_1` … `offsets`, `total_location` or `total_market`. */
  account: string;
  /** Before. */
  before_kg_co2e: string;
  /** After. */
  after_kg_co2e: string;
  /** After less before: the sum of the effects, to the last digit. */
  change_kg_co2e: string;
  /** What the change is made of. */
  effects: Effects;
}

/** Parts of a change; they add up to it to the last digit. */
export interface Effects {
  /** More or less was done or used. */
  activity_kg_co2e: string;
  /** Other factors, editions, calorific values or conversions. */
  factor_kg_co2e: string;
  /** Another GWP set. */
  gwp_kg_co2e: string;
  /** Another method, activity or profile. */
  method_kg_co2e: string;
  /** Sites that a structural change brought or took. */
  structure_kg_co2e: string;
  /** Rows that a finding keeps out of one of the two. */
  coverage_kg_co2e: string;
  /** Activity and factor together, where they cannot be told apart. */
  unseparated_kg_co2e: string;
  /** Moved between accounts or cells without a change of its own. */
  moved_kg_co2e: string;
}

/** The way from one total to another. */
export interface Waterfall {
  /** `total_location` or `total_market`. */
  account: string;
  /** `before`, the effects in their order, `after`. */
  steps: WaterfallStep[];
}

/** One step of a waterfall: it starts where the one before ended. */
export interface WaterfallStep {
  /** `before`, `activity`, `factor` … `after`. */
  step: string;
  /** Where the bar starts. */
  start_kg_co2e: string;
  /** Where it ends. */
  end_kg_co2e: string;
  /** End less start. */
  change_kg_co2e: string;
}

/** How many lines changed in which way. */
export interface LineCounts {
  /** In both, and nothing changed. */
  unchanged: number;
  /** In both, with a change. */
  changed: number;
  /** In the second only. */
  appeared: number;
  /** In the first only. */
  disappeared: number;
  /** Counted before, kept out by a finding now. */
  excluded: number;
  /** Kept out by a finding before, counted now. */
  restored: number;
}

/** A line that changed. */
export interface LineChange {
  /** `changed`, `appeared`, `disappeared`, `excluded` or `restored`. */
  kind: string;
  /** Identifier of the record; may be empty. */
  id: string;
  /** Row in the first ledger; 0 = none. */
  before_row: number;
  /** Row in the second ledger; 0 = none. */
  after_row: number;
  /** Site as the ledger names it. */
  site: string;
  /** Identifier of the activity. */
  activity: string;
  /** What is different about the line. */
  causes: Cause[];
  /** The accounts that the line touches, each with its effects. */
  accounts: AccountChange[];
  /** For `excluded` and `restored`: the code of the finding, if it is among those listed. */
  finding: string;
}

/** One thing that is different about a line. */
export interface Cause {
  /** `quantity`, `unit`, `activity`, `category`, `region`, `entity`, `site`, `supplier`, `product`, `month`, `factor`, `edition`, `record` (another record under the same name), `share` (of the organisation), `properties` (calorific values, densities), `gwp`, `profile`. */
  what: string;
  /** The account that it is about; empty = the line as a whole. */
  account: string;
  /** Before. */
  before: string;
  /** After. */
  after: string;
}

/** The change divided by one or more dimensions. */
export interface DiffView {
  /** Its dimensions. */
  by: string[];
  /** The cells with a change, sorted by key. */
  cells: DiffCell[];
  /** How many cells have none. */
  unchanged: number;
}

/** One group of a view. */
export interface DiffCell {
  /** One value for each dimension of the view. */
  key: string[];
  /** `changed`, `appeared` or `disappeared`. */
  kind: string;
  /** The accounts that changed, then both totals. */
  accounts: AccountChange[];
}
