// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { TableInput } from "./table_request.js";

/** Request of the method `footprint.check`. */
export interface FootprintCheckRequest {
  /** JSON text: a footprint, a list of them, or `{"data": [...]}`, in PACT 3.0 or 2.x. Required. */
  document: string;
  /** A day, to be told whether the footprints are in force on it; empty = not asked. */
  as_of?: string;
}

/** Request of the method `footprint.migrate`. */
export interface FootprintMigrateRequest {
  /** JSON text, as for `footprint.check`. Footprints of 3.0 stay as they are. */
  document?: string;
  /** Identifiers (UUID) of the new footprints, in the order of those that are migrated; the old ones become those that came before. Empty = they keep their identifiers. */
  ids?: string[];
  /** When the new footprints were made: `2026-11-22T00:00:00Z`; empty = as the old ones say. */
  created?: string;
}

/** Request of the method `footprint.read_sheet`. */
export interface FootprintSheetRequest {
  /** A row for each footprint; headers in English or Vietnamese. */
  table?: TableInput;
}

/** Request of the method `footprint.sheet`. */
export interface FootprintSheetWriteRequest {
  /** JSON text: footprints of 3.0; empty = an empty table, for a supplier to fill in. */
  document?: string;
  /** `en` (decimal point, days as 2025-12-31) or `vi` (decimal comma, 31/12/2025, `;` between cells); empty = en. */
  lang?: string;
  /** `csv` or `xlsx`; empty = csv. */
  format?: string;
}

/** Request of the method `footprint.transport`. */
export interface FootprintTransportRequest {
  /** JSON text: the footprint of a shipment (iLEAP). Required. */
  document: string;
}

/** Request of the method `footprint.view`. */
export interface FootprintViewRequest {
  /** JSON text: one footprint of 3.0. */
  document?: string;
  /** `untp`: the emissions of a product passport. `catena-x-9`: a payload of the aspect `io.catenax.pcf` 9.0.0. `battery-passport`: the carbon footprint of a battery. */
  form?: string;
  /** JSON text: an object with what the form asks and the footprint does not say, by the names of the form; empty = nothing. */
  stated?: string;
}

/** Request of the method `footprint.openlca`. */
export interface FootprintPackageRequest {
  /** JSON text: the answer of `footprint.compute` as it was given. Required. */
  answer: string;
}
