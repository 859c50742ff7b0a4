// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { OriginAnswer } from "./origin.js";
import type { TableInput } from "./table_request.js";

/** Request of the method `origin.assess`. */
export interface OriginRequest {
  /** `evfta`, `rcep`, `cptpp`, `atiga`, `vn-non-preferential`, or one of a pack of your own. Required. */
  agreement: string;
  /** The day whose figures hold, e.g. of export: `2026-03-01`. Required: there is no clock inside. */
  on?: string;
  /** Where the products are made, ISO 3166-1: `VN`. Required. */
  country: string;
  /** The currency of all values; words only. */
  currency?: string;
  /** Edition of the Harmonized System of all codes that do not name one: `HS2012`. Required. */
  hs_edition: string;
  /** The products, and intermediates that are assessed before them. */
  products?: OriginProduct[];
  /** Their materials. */
  materials?: OriginMaterial[];
  /** Further materials as a table. */
  bom?: TableInput;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** A product or intermediate: what it is worth and which rule it is asked about. All values are of the same quantity of it. */
export interface OriginProduct {
  /** Identifier. */
  id?: string;
  /** Name. */
  name?: string;
  /** Code of the Harmonized System, six digits or more. */
  hs_code?: string;
  /** Edition of the code; empty = that of the request. */
  hs_edition?: string;
  /** Value free on board. */
  fob?: string;
  /** Ex-works price. */
  exw?: string;
  /** Transaction value. */
  transaction_value?: string;
  /** Net cost: total cost without sales promotion, royalties, shipping and packing, and interest that does not count. */
  net_cost?: string;
  /** Weight in kilograms, for tolerances by weight. */
  weight_kg?: string;
  /** Direct labour, for build-up. */
  labour?: string;
  /** Direct overhead, for build-up. */
  overhead?: string;
  /** Profit, for build-up. */
  profit?: string;
  /** Other costs, for build-up. */
  other?: string;
  /** Whether nothing but minimal operations (packing, sorting, simple mixing …) was carried out. */
  minimal_operations?: boolean;
  /** The rule. */
  rule?: OriginRule;
}

/** A product-specific rule as the caller states it. */
export interface OriginRule {
  /** The rule in words, as the annex prints it. */
  says?: string;
  /** Where it stands. Required. */
  source: string;
  /** Edition of the Harmonized System that it is written in; empty = that of the request. */
  hs_edition?: string;
  /** Alternatives, one of which is enough. */
  any?: OriginAlternative[];
}

/** Conditions that hold together. */
export interface OriginAlternative {
  /** Name, e.g. `CTH`. */
  name?: string;
  /** The conditions. */
  all?: OriginCondition[];
}

/** One condition; which fields it needs depends on `test`. */
export interface OriginCondition {
  /** `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`. */
  test?: string;
  /** Of `rvc`: `build-down`, `build-up`, `focused` or `net-cost`. */
  formula?: string;
  /** Of `rvc` the least, of `value-limit` the largest percentage; empty = what the agreement says for all products. */
  percent?: string;
  /** Of `change`: `CC`, `CTH` or `CTSH`. */
  change?: string;
  /** Of `change`: codes, or spans as `7301-7320`, whose materials do not count as changed. */
  except_from?: string[];
  /** Of `made-from` the headings that materials may have, of `focused` those that count. */
  headings?: string[];
  /** Of `process`: what must have been carried out. */
  process?: string;
  /** Of `process`: whether there is proof that it was. */
  shown?: boolean;
}

/** A material of a product. */
export interface OriginMaterial {
  /** The product that it goes into; empty = the only one. */
  product?: string;
  /** Identifier. */
  id?: string;
  /** Name. */
  name?: string;
  /** Code of the Harmonized System. */
  hs_code?: string;
  /** Edition of the code; empty = that of the request. */
  hs_edition?: string;
  /** Quantity; for the worksheet. */
  quantity?: string;
  /** Unit of the quantity. */
  unit?: string;
  /** Value in the request's currency. */
  value?: string;
  /** Weight in kilograms, for tolerances by weight. */
  weight_kg?: string;
  /** Country of origin, ISO 3166-1; empty = not known. */
  country?: string;
  /** `originating`, `non-originating`, or empty = not determined. */
  status?: string;
  /** The document that proves an originating status, e.g. the number of a proof of origin. */
  evidence?: string;
  /** How a material of another country is taken in: `bilateral`, `diagonal`, `regional`, `full` or `partial`. */
  cumulation?: string;
  /** Of `full` and `partial`: how much of its value originates, in per cent. */
  originating_percent?: string;
  /** The product of this request as which it was made: its verdict is the material's status. */
  made_as?: string;
}

/** Request of the method `origin.report`. */
export interface OriginReportRequest {
  /** The answer of `origin.assess`. */
  answer: OriginAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
