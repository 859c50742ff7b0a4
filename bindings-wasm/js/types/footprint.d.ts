// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column, Finding, FindingCount } from "./answer.js";
import type { PathFinding } from "./identify.js";

/** Footprints, checked. */
export interface FootprintAnswer {
  /** `emitrace/footprint/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: FootprintResult;
}

/** What was found. */
export interface FootprintResult {
  /** Whether no finding is an error. */
  valid: boolean;
  /** The footprints, in the order of the document. */
  footprints: FootprintSummary[];
  /** What a migration could not carry over; none of a check. */
  losses: FootprintLoss[];
  /** How often what was found. */
  counts: FindingCount[];
  /** What was found, as far as the list goes. */
  findings: PathFinding[];
  /** The document as it is written: JSON text. */
  document: string;
}

/** A footprint in short. Figures are of the declared amount; those of 2.x of one unit. */
export interface FootprintSummary {
  /** Where in the document (JSON pointer). */
  path: string;
  /** Identifier. */
  id: string;
  /** Version of the specification, as stated. */
  spec_version: string;
  /** Who states it. */
  company: string;
  /** Name of the product. */
  product: string;
  /** `Active` or `Deprecated`. */
  status: string;
  /** How many units. */
  declared_amount: string;
  /** The unit, as the specification writes it. */
  declared_unit: string;
  /** Mass of the product without packaging. */
  mass_kg: string;
  /** Stated, without biogenic uptake. */
  excluding_uptake_kg_co2e: string;
  /** Stated, with biogenic uptake. */
  including_uptake_kg_co2e: string;
  /** What the parts give, without uptake (METHODS M-260); empty for 2.x. */
  summed_excluding_kg_co2e: string;
  /** What the parts give, with uptake. */
  summed_including_kg_co2e: string;
  /** Stated less summed, without uptake. */
  difference_excluding_kg_co2e: string;
  /** Stated less summed, with uptake. */
  difference_including_kg_co2e: string;
  /** From when it is valid, as stated or by default. */
  valid_from: string;
  /** Until when: as stated, or three years after the reference period. */
  valid_until: string;
  /** `yes` or `no`: whether it is active and valid on the day that was asked for; empty if none was. */
  in_force: string;
}

/** Something that the other form has no place for, or that means something else there. */
export interface FootprintLoss {
  /** Where it stood (JSON pointer). */
  path: string;
  /** What stood there, shortened. */
  value: string;
  /** What became of it: `dropped`, `moved`, `changed` or `added`. */
  what: string;
  /** Why. */
  reason: string;
}

/** Answer of the method `footprint.read_sheet`. */
export interface FootprintSheetAnswer {
  /** `emitrace/footprint/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The footprints as a list of documents; paths begin with their row. */
  result: FootprintResult;
  /** Rows that could not be read. */
  excluded_rows: number;
  /** Headers and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with cells. */
  table_findings: Finding[];
}

/** Answer of the method `footprint.sheet`. */
export interface FootprintSheetFile {
  /** The table as CSV; empty for a workbook. */
  text: string;
  /** The bytes of a workbook in base64; empty for CSV. */
  base64: string;
  /** What no column holds. */
  losses: FootprintLoss[];
}

/** Answer of the method `footprint.view`. */
export interface FootprintViewAnswer {
  /** Whether no finding is an error. */
  valid: boolean;
  /** JSON text. */
  document: string;
  /** What the view does not say, says otherwise, or adds. */
  losses: FootprintLoss[];
  /** How often what was found. */
  counts: FindingCount[];
  /** What was found: in the footprint (`/document`), in what is stated beside it (`/stated`), in the view (`/view`). */
  findings: PathFinding[];
}

/** Answer of the method `footprint.transport`. */
export interface FootprintTransportAnswer {
  /** `emitrace/footprint-transport/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: FootprintTransport;
}

/** The footprint of a shipment, checked. A sum is empty if one of its parts cannot be read. */
export interface FootprintTransport {
  /** Whether no finding is an error. */
  valid: boolean;
  /** Identifier of the shipment. */
  shipment: string;
  /** Identifiers of the elements in the order of the chain. */
  order: string[];
  /** Transport activity of all elements. */
  activity_tkm: string;
  /** Emissions from well to wheel. */
  wtw_kg_co2e: string;
  /** Emissions from tank to wheel. */
  ttw_kg_co2e: string;
  /** Emissions from well to wheel of a tonne-kilometre, 18 decimals, half-even; empty without activity. */
  wtw_kg_co2e_per_tkm: string;
  /** Activities that were added. */
  losses: FootprintLoss[];
  /** How often what was found. */
  counts: FindingCount[];
  /** What was found. */
  findings: PathFinding[];
  /** The document as it is written: JSON text. */
  document: string;
}

/** Answer of `footprint.openlca`: a package for openLCA. */
export interface FootprintPackage {
  /** Whether the footprint is valid: no finding is an error, and every row of the ledger is counted. */
  valid: boolean;
  /** Identifier (UUID) of the process: that of the footprint, if it has one. */
  process: string;
  /** The bytes of the zip archive in base64. */
  base64: string;
  /** What the package does not say, and amounts that had to be rounded. */
  losses: FootprintLoss[];
}
