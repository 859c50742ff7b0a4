// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";
import type { Disclosure } from "./disclosure_request.js";
import type { PathFinding } from "./identify.js";

/** A report that was filled or checked. */
export interface DisclosureAnswer {
  /** `emitrace/disclosure/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: DisclosureResult;
}

/** What became of a report. */
export interface DisclosureResult {
  /** The report with every period and unit spelled out, sorted as the taxonomy is. */
  report: Disclosure;
  /** Whether no fact is wrong. */
  valid: boolean;
  /** Whether nothing that is due is missing. */
  complete: boolean;
  /** How many items have which status. */
  counts: DisclosureCounts;
  /** Every concept of the module: whose duty it is, and what became of it. */
  items: DisclosureItem[];
  /** What is wrong or to be looked at, in the order of the report. */
  findings: PathFinding[];
  /** Findings beyond the limit that are not listed. */
  more_findings: number;
  /** The pack of the taxonomy. */
  packs: PackUse[];
}

/** How many items have which status. */
export interface DisclosureCounts {
  /** Facts of the report, those of other years included. */
  facts: number;
  /** Concepts with a fact for the period. */
  given: number;
  /** Concepts that are due and have none. */
  missing: number;
  /** Concepts that are due if they apply, about which nothing is said. */
  open: number;
  /** Concepts that are voluntary and have none. */
  voluntary: number;
  /** Concepts that do not apply. */
  not_applicable: number;
  /** Concepts that the report says it leaves out. */
  omitted: number;
}

/** A concept of the taxonomy, and what became of it. */
export interface DisclosureItem {
  /** The concept. */
  concept: string;
  /** Its disclosure: `B3`; empty for general ones. */
  disclosure: string;
  /** Its section. */
  section: string;
  /** `basic` or `comprehensive`. */
  module: string;
  /** Paragraph of the standard. */
  source: string;
  /** English label. */
  title_en: string;
  /** Vietnamese label. */
  title_vi: string;
  /** `always`, `if-any` or `may`. */
  due: string;
  /** The condition under which it is due; empty if there is none. */
  when: string;
  /** `given`, `missing`, `open`, `voluntary`, `not-applicable` or `omitted`. */
  status: string;
  /** Why, where that is not plain: the condition, what is unknown, what the report says. */
  reason: string;
  /** Facts for the period. */
  facts: number;
  /** Facts for the comparatives. */
  previous_facts: number;
  /** Where a figure can come from: `inventory`, `energy`, a formula; empty if it is asked for. */
  found_in: string[];
}

/** A form: a JSON Schema (2020-12) of what people fill in. */
export interface DisclosureFormAnswer {
  /** The schema. */
  form: unknown;
}

/** The taxonomies that are loaded. */
export interface DisclosureTaxonomiesAnswer {
  /** Their packs, with how much is in them. */
  taxonomies: DisclosureTaxonomy[];
}

/** A taxonomy that is loaded. */
export interface DisclosureTaxonomy {
  /** Identifier of its pack. */
  id: string;
  /** Title. */
  title: string;
  /** Edition. */
  edition: string;
  /** Address of its entry point. */
  entry_point: string;
  /** Concepts that can be reported. */
  concepts: number;
  /** Members of axes and enumerations. */
  members: number;
  /** Rules: formulas and limits. */
  rules: number;
}

/** The facts of a report that was read. */
export interface DisclosureReadAnswer {
  /** `emitrace/disclosure-read/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** `ixbrl`, `xbrl-json` or `json`. */
  form: string;
  /** Taxonomy, entity and facts; what a document does not say, as the module, is empty. */
  report: Disclosure;
  /** Where each fact of the report stands. */
  places: FactPlace[];
  /** The facts as xBRL-JSON, under the identifiers that they have in the document. */
  xbrl_json: string;
  /** What could not be read, and facts that a page does not show. */
  findings: PathFinding[];
  /** The pack of the taxonomy. */
  packs: PackUse[];
}

/** Where a fact stands. */
export interface FactPlace {
  /** Identifier of the fact in the document; its place in the list, counted from 0, in JSON of this engine. */
  id: string;
  /** Line of the page, counted from 1; nothing for JSON. */
  line: number | null;
  /** Whether the page keeps it from the reader's eyes. */
  hidden: boolean;
}
