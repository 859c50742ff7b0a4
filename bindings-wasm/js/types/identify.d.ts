// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** Request of the method `trace.identify`. */
export interface IdentifyRequest {
  /** The identifiers. */
  identifiers?: IdentifierText[];
  /** Company prefixes of GS1 that are known, digits each: a key does not tell how long its prefix is. */
  company_prefixes?: string[];
  /** Which identifiers mean the same. */
  aliases?: AliasText[];
  /** What may be read beside the present standard: `short_gtin`, `names`, `unknown_attributes` (in links), `part_of_marking` (element strings without what they need); absent = the first three. */
  allow?: string[];
  /** What Digital Links begin with; empty = `https://id.gs1.org`. */
  stem?: string;
}

/** An identifier as it was written. */
export interface IdentifierText {
  /** A Digital Link, an EPC URN, an element string, digits, another URI or a code of one's own. Required. */
  text: string;
  /** What digits alone number: `item`, `place`, `party`, `logistic_unit` or `code`. */
  kind?: string;
}

/** A statement that two identifiers mean the same. */
export interface AliasText {
  /** The identifier that is met. */
  identifier?: IdentifierText;
  /** The identifier that it is read as. */
  same_as?: IdentifierText;
}

/** Answer of the method `trace.identify`. */
export interface IdentifyAnswer {
  /** What was read, in the order of the request. */
  identifiers: IdentifierRead[];
  /** What is wrong with identifiers and aliases, with its JSON pointer into the request. */
  findings: PathFinding[];
}

/** One identifier of the request. */
export interface IdentifierRead {
  /** As it was written. */
  text: string;
  /** What it is; absent if it cannot be read. */
  identifier?: Identified;
}

/** An identifier that was read. */
export interface Identified {
  /** How it was written: `digital_link`, `epc_urn`, `element_string`, `digits`, `uri` or `local_code`. */
  form: string;
  /** One text for all ways of writing it. */
  canonical: string;
  /** What it is read as by the aliases; equal to `canonical` if they say nothing. */
  same_as: string;
  /** Application identifiers and values, the key first. */
  elements: ElementText[];
  /** Whether it is the same thing wherever it is read. */
  globally_unique: boolean;
  /** The first three digits of the number; empty if it is none of GS1. */
  prefix: string;
  /** What they say: `viet_nam`, `restricted_circulation`, `demonstration`, `publication`, `coupon` or `other`; empty likewise. */
  prefix_says: string;
  /** The company prefix; absent = undetermined. */
  company_prefix?: string;
  /** The EPC URN; absent if the company prefix is undetermined or there is none. */
  epc_urn?: string;
  /** The Digital Link with its attributes; absent if an element has no place in one. */
  digital_link?: string;
  /** The elements with brackets. */
  element_string?: string;
  /** The elements as a symbol carries them, FNC1 as U+001D. */
  scanned?: string;
}

/** An application identifier and its value. */
export interface ElementText {
  /** The application identifier. */
  ai: string;
  /** What it is called in print. */
  title: string;
  /** The value. */
  value: string;
}

/** A remark about one place of a document. */
export interface PathFinding {
  /** Where: a JSON pointer. */
  path: string;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** The value as read, shortened. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}
