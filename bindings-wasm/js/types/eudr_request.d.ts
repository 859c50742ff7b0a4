// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { EudrAnswer } from "./eudr.js";

/** Request of the method `eudr.check`. */
export interface EudrRequest {
  /** Whose limits: `operator-api-v3` or `validation-rules-1.3`. Required, because they differ. */
  profile?: string;
  /** The day whose figures hold. Required: there is no clock inside. */
  on?: string;
  /** Whether the commodity is cattle: then points have no largest area. */
  cattle?: boolean;
  /** Plots: the text of a GeoJSON document; its numbers are read as they are written. */
  geojson?: string;
  /** The data of a due diligence statement. */
  statement?: EudrStatement;
  /** Lots, for the reference numbers of everything that may be in them. */
  lots?: EudrLot[];
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** The data of a due diligence statement, as far as the information system limits them. */
export interface EudrStatement {
  /** `DOMESTIC`, `IMPORT` or `EXPORT`. */
  activity?: string;
  /** Country of the operator, ISO 3166-1. */
  operator_country?: string;
  /** Whether that country is a member of the EU. */
  operator_in_eu?: boolean;
  /** EORI number; needed for import and export. */
  eori?: string;
  /** The goods. */
  commodities?: EudrCommodity[];
  /** Statements that this one refers to. */
  references?: EudrReference[];
}

/** A commodity of a statement. */
export interface EudrCommodity {
  /** Two to six digits of the Harmonized System. */
  hs_heading?: string;
  /** Description. */
  description?: string;
  /** Net weight in kilograms; needed for import and export. */
  net_weight_kg?: string;
  /** Supplementary unit: how many. */
  supplementary_unit?: string;
  /** Its qualifier. */
  supplementary_qualifier?: string;
  /** Whether it is timber or made of it; chapter 44 always is. */
  timber?: boolean;
  /** Species. */
  species?: EudrSpecies[];
  /** Producers. */
  producers?: EudrProducer[];
}

/** A species. */
export interface EudrSpecies {
  /** Scientific name. */
  scientific_name?: string;
  /** Common name. */
  common_name?: string;
}

/** A producer. */
export interface EudrProducer {
  /** Name. */
  name?: string;
  /** Country, ISO 3166-1. */
  country?: string;
}

/** A statement that is referred to. */
export interface EudrReference {
  /** Reference number. */
  reference?: string;
  /** Verification number. */
  verification?: string;
  /** Its status, if it is known: `AVAILABLE`, `ARCHIVED` … */
  status?: string;
}

/** A lot: what it was made of, and which reference numbers came with it. */
export interface EudrLot {
  /** Identifier. */
  id?: string;
  /** Lots that may be in it. */
  inputs?: string[];
  /** Reference numbers that came with it. */
  references?: string[];
}

/** Request of the method `eudr.report`. */
export interface EudrReportRequest {
  /** The answer of `eudr.check`. */
  answer: EudrAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
