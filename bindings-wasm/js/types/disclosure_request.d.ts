// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryAnswer } from "./answer.js";
import type { EnergyAccountAnswer } from "./energy.js";

/** A report: facts about an entity, in the terms of a taxonomy. Blank is not zero: what is not in it was not reported. */
export interface Disclosure {
  /** Identifier of a pack of kind `taxonomy`: `vsme-2026-05-01`. Required. */
  taxonomy: string;
  /** `basic`, or `comprehensive`, which holds the basic module too. Required. */
  module: string;
  /** Who reports. Required. */
  entity: DisclosureEntity;
  /** The days that are reported: `2025`, `2025-01-01/2025-12-31`. Required. */
  period: string;
  /** The days of the comparatives; empty if there are none. */
  previous_period?: string;
  /** What is reported. */
  facts?: Fact[];
  /** Figures that reported figures were worked out of, and that are not reported themselves (`input:…`). */
  inputs?: Fact[];
  /** What does not apply to the entity. */
  not_applicable?: NotApplicable[];
}

/** Who reports. */
export interface DisclosureEntity {
  /** The scheme of the identifier, an absolute URI; `http://standards.iso.org/iso/17442` is that of the LEI. Required. */
  scheme: string;
  /** The identifier in that scheme. Required. */
  identifier: string;
  /** Name. */
  name?: string;
}

/** One fact. */
export interface Fact {
  /** What is stated: `vsme:Turnover`. Required. */
  concept: string;
  /** The value as text: a decimal, words, `true` or `false`, a member, members with spaces between them. Required. */
  value: string;
  /** Unit of a number: `utr:tCO2e`, `iso4217:VND`, `utr:tCO2e/iso4217:VND`. A pure number may leave it out. */
  unit?: string;
  /** Days, or a day for what is stated for its end; empty for the days that are reported, or their last day. */
  period?: string;
  /** Members by axis: `{"vsme:ReportingScopesAxis": "vsme:BaselineYearMember"}`. */
  dimensions?: Record<string, string>;
  /** To how many decimals a number is right: `3`, `-3`; empty if it is exact. */
  decimals?: string;
  /** Language of words: `vi`, `en`. */
  language?: string;
  /** Where it comes from. */
  sources?: FactSource[];
}

/** Where a fact comes from. */
export interface FactSource {
  /** `inventory`, `energy`, `form` or `formula`. */
  kind?: string;
  /** The digest of an inventory, the name of a document, the formula. */
  reference?: string;
  /** Ledger lines that it rests on. */
  lines?: number;
  /** What it was made of. */
  terms?: FactTerm[];
}

/** A figure that another was made of. */
export interface FactTerm {
  /** Name of a concept, an input or a category of the inventory. */
  name?: string;
  /** Exact value. */
  value?: string;
  /** Its unit. */
  unit?: string;
}

/** Something of a taxonomy that does not apply to the entity. */
export interface NotApplicable {
  /** A concept, or a section by its number. Required. */
  what: string;
  /** Why. Required. */
  reason: string;
}

/** Request of the method `disclosure.check`. */
export interface DisclosureRequest {
  /** The report. Required. */
  report: Disclosure;
  /** The user's own packs, each as one text: a new taxonomy is a pack of kind `taxonomy`. */
  packs?: string[];
}

/** Request of the method `disclosure.fill`. */
export interface DisclosureFillRequest {
  /** The report as far as it stands: taxonomy, module, entity, periods, facts of one's own. Required. */
  report: Disclosure;
  /** What was filled into the form of `disclosure.form`, by concept or input. */
  answers?: Record<string, FormAnswer[]>;
  /** Inventories: of the year, of the year before, of the base year. */
  inventories?: DisclosureInventory[];
  /** Energy that was used. */
  energy?: DisclosureEnergy[];
  /** Energy accounts of ledgers, each of its own period: answers of the method `energy.account`. */
  energy_accounts?: EnergyAccountAnswer[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** What a person answers to one question of the form. */
export interface FormAnswer {
  /** The value, as in a fact. Needed. */
  value?: string;
  /** Unit; may be left out where there is one only. */
  unit?: string;
  /** Days that it is for; empty for those that are reported. */
  period?: string;
  /** Members by axis. */
  dimensions?: Record<string, string>;
  /** To how many decimals a number is right; empty if it is exact. */
  decimals?: string;
  /** Language of words. */
  language?: string;
  /** The document that says it. */
  document?: string;
}

/** An inventory, and what of the report it is for. */
export interface DisclosureInventory {
  /** The answer of the method `inventory`, with its period. Needed. */
  answer: InventoryAnswer;
  /** Members by axis, e.g. those of a base year; none for what is currently stated. */
  dimensions?: Record<string, string>;
}

/** Energy that was used in a period. */
export interface DisclosureEnergy {
  /** `electricity` (bought), `self-generated` or `fuels`. Needed. */
  carrier?: string;
  /** Whether it is renewable. Needed. */
  renewable?: boolean;
  /** Quantity. Needed. */
  quantity?: string;
  /** Unit of energy: `kWh`, `GJ`; fuels may be given in any unit together with `per_unit`. Needed. */
  unit?: string;
  /** Calorific value of a fuel, net: energy in each unit of the quantity. */
  per_unit?: string;
  /** Unit of energy of that value: `MJ`, `GJ`. */
  per_unit_energy?: string;
  /** Days; empty for those that are reported. */
  period?: string;
  /** The document or ledger that says it. */
  document?: string;
  /** Ledger lines that it rests on. */
  lines?: number;
}

/** Request of the method `disclosure.form`. */
export interface DisclosureFormRequest {
  /** Identifier of a pack of kind `taxonomy`. Required. */
  taxonomy: string;
  /** `basic` or `comprehensive`. Required. */
  module: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `disclosure.taxonomies`. */
export interface DisclosureTaxonomiesRequest {
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `disclosure.write`. */
export interface DisclosureWriteRequest {
  /** The report. Required. */
  report: Disclosure;
  /** `xbrl-json`, `ixbrl` (a page that people and programs read), `xbri` (a report package with that page), `table` or `html` (what is complete and what is not). Required. */
  format: string;
  /** `en`, `vi`, or `both` for a page in two languages; empty for English. */
  lang?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `disclosure.read`. */
export interface DisclosureReadRequest {
  /** The report as text: an Inline XBRL page, xBRL-JSON, or JSON of this engine. Required, unless `base64` is given. */
  report?: string;
  /** The bytes of a file instead: a report package (`.xbri`), or any of these. */
  base64?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}
