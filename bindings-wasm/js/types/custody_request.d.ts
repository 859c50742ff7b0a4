// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CustodyAnswer } from "./custody.js";
import type { TableInput } from "./table_request.js";

/** Request of the method `custody.check`. */
export interface CustodyRequest {
  /** `iscc-eu`, `iscc-plus`, `red-iii`, `rspo-scc-2020`, `ms-2751`, `asi-coc`, `fsc-coc`, `eudr`, or one of a pack of your own. Required. */
  scheme: string;
  /** The day whose figures hold: `2026-03-31`. Required: there is no clock inside. */
  on?: string;
  /** `fixed` (the balance counts at the end of a period) or `continuous` (it is never negative); empty = as the scheme says, if it says one of them. */
  balancing?: string;
  /** The unit of all accounts: `kg`, `t` … Required. */
  unit: string;
  /** Whether the longer period for producers of agricultural goods holds. */
  agricultural?: boolean;
  /** What the process itself keeps: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = what its inputs have. */
  process_model?: string;
  /** The periods, one behind the other. */
  periods?: CustodyPeriod[];
  /** Conversion factors that were declared. */
  factors?: CustodyFactor[];
  /** Certificates; where there are any, each receipt and certified claim must name one. */
  certificates?: CustodyCertificate[];
  /** Receipts and claims that were booked elsewhere, by their evidence. */
  evidence_elsewhere?: string[];
  /** The ledger. */
  entries?: CustodyEntry[];
  /** Further entries as a table. */
  ledger?: TableInput;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** A period of the ledger. */
export interface CustodyPeriod {
  /** First day. */
  start?: string;
  /** The day after its last. */
  end?: string;
  /** Physical stock at its end, where the scheme limits what is carried over. */
  stocks?: CustodyStock[];
}

/** Physical stock, in the unit of the accounts. */
export interface CustodyStock {
  /** Site or group. */
  site?: string;
  /** Material. */
  material?: string;
  /** Stock in units of credits. */
  quantity?: string;
}

/** A declared conversion factor. */
export interface CustodyFactor {
  /** Site; empty = every site. */
  site?: string;
  /** Material that is put in. */
  material?: string;
  /** Material that comes out; empty = credits of the same name. */
  to_material?: string;
  /** Units that come out of one. */
  factor?: string;
  /** Whether the scheme allows this one to be above 1. */
  above_one?: boolean;
}

/** A certificate. */
export interface CustodyCertificate {
  /** Its number. */
  id?: string;
  /** First day. */
  from?: string;
  /** Last day. */
  to?: string;
  /** Materials of its scope; empty = not limited. */
  materials?: string[];
  /** Sites of its scope; empty = not limited. */
  sites?: string[];
}

/** An entry of the ledger. */
export interface CustodyEntry {
  /** Identifier. */
  id?: string;
  /** Day. */
  date?: string;
  /** `in`, `out`, `convert`, `transfer`, `expire` or `adjust`. */
  kind?: string;
  /** Site or group whose account it is. */
  site?: string;
  /** Material group. */
  material?: string;
  /** Quantity; of `transfer` negative where it leaves, of `adjust` of either sign, else above zero. */
  quantity?: string;
  /** Its unit; empty = that of the accounts. */
  unit?: string;
  /** What travels with the credit, as a set: `country=VN; deforestation-free`. */
  attributes?: string;
  /** Delivery note, sustainability declaration or transaction certificate. */
  evidence?: string;
  /** The certificate that covers it. */
  certificate?: string;
  /** Model of custody: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = not stated. */
  model?: string;
  /** Of `convert`: the material that comes out. */
  to_material?: string;
  /** Of `in` and `convert`: credits of one unit. */
  conversion_factor?: string;
  /** Of `transfer`: the site at the other end. */
  counter_site?: string;
  /** Of `out`: what physically left. */
  physical_quantity?: string;
  /** Of `out`: `certified` or `uncertified`; empty = certified. */
  claim?: string;
  /** Of `out`: what the claim is used for, e.g. `eudr`, `cbam`. */
  claims_for?: string;
  /** Carbon that travels with one unit of credit, in kilograms of CO2 equivalent. */
  kg_co2e_per_unit?: string;
}

/** Request of the method `custody.report`. */
export interface CustodyReportRequest {
  /** The answer of `custody.check`. */
  answer: CustodyAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}
