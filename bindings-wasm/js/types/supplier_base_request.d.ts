// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { ProfileFact, RequirementSet, SupplierEvidence } from "./supplier_request.js";
import type { TableInput } from "./table_request.js";

/** Request of the methods `supplier.base` and `supplier.region`. */
export interface SupplierBaseRequest {
  /** The day on which things hold: `2026-11-21`. Required: there is no clock inside. */
  as_of?: string;
  /** Identifier of a loaded set of requirements (a pack of kind `requirements`); empty if `requirements` is given. */
  set?: string;
  /** A set of your own, in place of a pack's. */
  requirements?: RequirementSet;
  /** Who is wanted, as a condition on the profile: `sector == stamping and region == 'Đông Anh'`; empty = everybody. */
  wanted?: string;
  /** The suppliers. */
  suppliers?: SupplierEntry[];
  /** Further suppliers as a table, one a row: `id`, `name`, `sites`; every other column is a fact of the profile. */
  table?: TableInput;
  /** Evidence of them all as a table; its column `supplier` has their identifiers. */
  evidence?: TableInput;
  /** Facts of the profile by which the suppliers are counted together: `region`, `sector`. */
  group_by?: string[];
  /** The fewest suppliers of a group that is shown. `supplier.region` needs it, 3 or more; `supplier.base` does not take it. */
  min_group?: string;
  /** For how many days to look ahead; empty = as the set says. */
  horizon_days?: string;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** One of many suppliers. */
export interface SupplierEntry {
  /** Identifier, unique in the request. Required. */
  id: string;
  /** Its name. */
  name?: string;
  /** What is known of it. */
  profile?: ProfileFact[];
  /** Its sites; evidence that names sites must cover all of them. */
  sites?: string[];
  /** What it can show. */
  evidence?: SupplierEvidence[];
}
