// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";

/** A rule as a pack holds it. */
export interface RuleUse {
  /** `pack/rule`. */
  id: string;
  /** `list`, `criterion`, `duty`, `trading` … */
  topic: string;
  /** What is measured or named. */
  measure: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Name of the reading, where a text is read in several ways. */
  reading: string;
  /** The form to use. */
  form: string;
  /** What the rule says, in English. */
  says_en: string;
  /** What the rule says, in Vietnamese. */
  says_vi: string;
  /** The legal text. */
  text: string;
  /** Where in the text. */
  article: string;
  /** First and last day in force: `2025-08-01/`, open ends empty. */
  in_force: string;
  /** The rule that it takes the place of. */
  supersedes: string;
  /** `A` read in the primary text, `A-` a careful copy, `B` secondary or our reading, `C` from memory. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `obligations`. */
export interface ObligationsAnswer {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** `listed`, `dropped` (stood on a list before, stands on it no more) or `not-listed`. */
  standing: string;
  /** The list that decides. */
  list: RuleUse;
  /** Whether a criterion for being put on the list is reached, whatever the standing. */
  criterion_reached: boolean;
  /** The criteria for the sector, each with what the facility says about it. */
  criteria: CriterionState[];
  /** What falls due from the day on to the last day asked for, in the order of the days. */
  duties: DutyDate[];
  /** What frees the facility from duties, if anything does. */
  released_by: RuleUse[];
  /** Readings of the law that the duties are told in; choose one with `reading`. */
  readings: string[];
  /** The lowest confidence among the rules above. */
  confidence: string;
  /** Packs that the rules came from. */
  packs: PackUse[];
}

/** A criterion and what a facility says about it. */
export interface CriterionState {
  /** The rule with its threshold. */
  rule: RuleUse;
  /** The facility's own figure; empty = not stated. */
  value: string;
  /** `reached`, `not-reached` or `not-stated`. */
  state: string;
}

/** A duty on one day. */
export interface DutyDate {
  /** The day. */
  due: string;
  /** Whether it must be done before the day; else on the day at the latest. */
  before: boolean;
  /** Years of data that it covers. */
  years: string[];
  /** Who receives it, in English. */
  recipient_en: string;
  /** Who receives it, in Vietnamese. */
  recipient_vi: string;
  /** The rule. */
  rule: RuleUse;
}

/** Answer of the method `energy.toe`. */
export interface ToeAnswer {
  /** The sum in tonnes of oil equivalent; the lower end where a coefficient is a range. */
  lower_toe: string;
  /** The upper end; equal to `lower_toe` if no coefficient is a range. */
  upper_toe: string;
  /** The parts, in the order of the request. */
  parts: ToePart[];
  /** The thresholds for the sector, each with the state `reached`, `not-reached` or `undecided` (a range around it). */
  thresholds: CriterionState[];
  /** What the figure is good for. */
  only_for: string;
  /** The lowest confidence among the coefficients and thresholds. */
  confidence: string;
  /** Packs that the coefficients and thresholds came from. */
  packs: PackUse[];
}

/** One energy in tonnes of oil equivalent. */
export interface ToePart {
  /** The energy. */
  energy: string;
  /** Its English name. */
  name_en: string;
  /** Its Vietnamese name. */
  name_vi: string;
  /** The quantity as given. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** `pack/equivalent`. */
  coefficient: string;
  /** Tonnes of oil equivalent of one `per_unit`, as printed; a range as `0.70-0.75`. */
  toe_per_unit: string;
  /** The unit that the coefficient is per. */
  per_unit: string;
  /** Tonnes of oil equivalent, lower end. */
  lower_toe: string;
  /** Tonnes of oil equivalent, upper end. */
  upper_toe: string;
  /** The text that prints the coefficient. */
  text: string;
  /** `A`, `A-`, `B` or `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `ets.compliance`. Units are units of quota; one unit stands for a tonne of CO2 equivalent. */
export interface EtsAnswer {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** Most credits that may be used. */
  credits_cap: string;
  /** Credits that may be used of those held. */
  credits_usable: string;
  /** Most units that may be borrowed. */
  borrowing_cap: string;
  /** Units that may be borrowed of those asked for. */
  borrowing_usable: string;
  /** Units to surrender. */
  units_due: string;
  /** Units still missing after those held and borrowed; empty if it is not said how many are held. */
  units_missing: string;
  /** Units left of those held; empty if it is not said how many are held. */
  units_left: string;
  /** The named rounding. */
  rounding: string;
  /** The rules that the figures come from. */
  rules: RuleUse[];
  /** Days and further figures of the scheme. */
  calendar: RuleUse[];
  /** The lowest confidence among `rules`. */
  confidence: string;
  /** Packs that the rules came from. */
  packs: PackUse[];
}

/** Answer of the method `steam_factor`. */
export interface SteamAnswer {
  /** The formula with its number in METHODS. */
  formula: string;
  /** Where the formula stands. */
  citation: string;
  /** One figure for each gas. */
  gases: SteamGas[];
  /** Whether the pack holds the exact factor; else 28 digits of it, rounded half-even. */
  exact: boolean;
  /** `pack/factor`, for the column `factor` of a ledger. */
  factor: string;
  /** A factor pack as one text, ready to be loaded. */
  pack: string;
  /** Tonnes of steam, if operating hours and tonnes an hour are given; else empty. */
  steam_t: string;
}

/** The factor of steam for one gas. */
export interface SteamGas {
  /** The gas. */
  gas: string;
  /** Kilograms of the gas for a tonne of steam, exactly: a decimal or a fraction. */
  exact_kg_per_t: string;
  /** The same with at most 28 digits, rounded half-even. */
  kg_per_t: string;
  /** The mean factor of the boiler's fuels, in kilograms of the gas for a terajoule. */
  fuel_kg_per_tj: string;
}
