// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryOptions, Ledger } from "./request.js";

/** Request of the method `footprint.compute`. */
export interface FootprintComputeRequest {
  /** The frame: a footprint of PACT 3.0 as JSON text with everything that is not worked out: identifier, time, names, declared unit, mass, carbon contents, periods, geography, whether packaging is included. */
  frame: string;
  /** The good whose footprint it is; an output of a process. */
  good: string;
  /** Which scope 2 counts: `location` or `market`. Required, because they differ. */
  scope_2: string;
  /** Decimals of the figures, `0` to `18`. Required, because it changes them. */
  decimals: string;
  /** What was used and emitted in the reference period; its column `product` names the process. Required. */
  ledger: Ledger;
  /** How the ledger is computed, as for `inventory`. */
  options: InventoryOptions;
  /** The processes. */
  processes: FootprintProcess[];
  /** Goods that come from others. */
  bought?: FootprintBought[];
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** A process in the reference period. */
export interface FootprintProcess {
  /** Identifier, as the ledger's column `product` writes it. */
  id?: string;
  /** What it made. */
  outputs?: FootprintOutput[];
  /** What it took in: outputs of processes, or goods that were bought. */
  inputs?: FootprintInput[];
  /** How several outputs share its burdens: `mass`, `physical` or `economic`; empty with one output. */
  allocation?: string;
  /** Why this way: ISO 14067 asks for it where several outputs share. */
  allocation_reason?: string;
  /** How much of the emissions of its rows rests on primary data, in per cent; empty = none is claimed. */
  primary_percent?: string;
  /** Ratings of the data of its rows, `1` to `5`; empty = not rated. */
  ratings?: FootprintRatings;
}

/** An output. */
export interface FootprintOutput {
  /** Name of the good, made by one process alone. */
  good?: string;
  /** How much was made in the period. */
  amount?: string;
  /** Its unit: `kg`, `item` … */
  unit?: string;
  /** What the sharing goes by: kilograms of all of it, its revenue, its energy … Empty with `mass` = the amount, if that is a mass. */
  basis?: string;
}

/** An input. */
export interface FootprintInput {
  /** Name of the good. */
  good?: string;
  /** How much was taken in during the period. */
  amount?: string;
  /** Its unit; empty = that of the good. */
  unit?: string;
  /** Whether it packs the product. */
  packaging?: boolean;
}

/** A good that was bought. */
export interface FootprintBought {
  /** Name of the good. */
  good?: string;
  /** JSON text: the supplier's footprint of PACT 3.0, or the answer of `trace.back` for the lot that was used; empty if figures are given. */
  document?: string;
  /** Figures, if there is no document. */
  figures?: FootprintFigures;
}

/** A footprint without a document. */
export interface FootprintFigures {
  /** How much the figures are of. */
  amount?: string;
  /** Its unit. */
  unit?: string;
  /** Fossil emissions. */
  fossil_kg_co2e?: string;
  /** Emissions of land use change; empty = 0. */
  land_use_change_kg_co2e?: string;
  /** Emissions of other gases than CO2 from biomass; empty = 0. */
  biogenic_non_co2_kg_co2e?: string;
  /** GWP set that they were worked out with: `AR4`, `AR5`, `AR6`; empty = the source does not say. */
  gwp_set?: string;
  /** Primary data, in per cent; empty = none is claimed. */
  primary_percent?: string;
  /** Ratings of the data, `1` to `5`. */
  ratings?: FootprintRatings;
  /** Who says so: the name of a database or a document. Required. */
  source: string;
  /** Its version. Required. */
  version: string;
}

/** Ratings of data, `1` (best) to `5`. */
export interface FootprintRatings {
  /** Technology. */
  technological?: string;
  /** Geography. */
  geographical?: string;
  /** Time. */
  temporal?: string;
}
