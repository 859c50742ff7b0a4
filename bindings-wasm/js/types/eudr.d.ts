// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";
import type { FigureUse } from "./trace_figure.js";

/** Plots, a statement and lots, checked. */
export interface EudrAnswer {
  /** `emitrace/eudr/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: EudrResult;
}

/** What was found. */
export interface EudrResult {
  /** The profile. */
  profile: string;
  /** The day whose figures hold. */
  on: string;
  /** Whether nothing is wrong; the information system itself decides what it accepts. */
  accepted: boolean;
  /** The plots, in the order of the document. */
  plots: EudrPlot[];
  /** The plots as a collection of features with exactly six decimals; empty while a plot is wrong. */
  geojson: string;
  /** What is wrong, or to be looked at. */
  findings: EudrFinding[];
  /** Findings beyond the list. */
  more_findings: number;
  /** Reference numbers of everything that may be in each lot. */
  lots: EudrLotReferences[];
  /** Figures of the profile that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** A plot. */
export interface EudrPlot {
  /** Where in the document. */
  path: string;
  /** `point` or `polygon`. */
  kind: string;
  /** Producer, if it is named. */
  producer: string;
  /** Country of the producer. */
  country: string;
  /** Place of production. */
  place: string;
  /** Area as stated, in hectares; empty = not stated. */
  stated_area_ha: string;
  /** Area in hectares: of a point as stated or taken by the system, of a polygon on the sphere of the system's samples, with four decimals, half-even. */
  area_ha: string;
  /** Area of a polygon on the ellipsoid WGS84, likewise; empty for points. */
  ellipsoid_area_ha: string;
  /** Positions. */
  positions: number;
}

/** Something about a plot, a statement or a lot. */
export interface EudrFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** The rule, e.g. `ring-open`, `hole`, `latitude-range`. */
  rule: string;
  /** Where: a path in the GeoJSON document (`/features/0/geometry`), the statement or the lots. */
  path: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Reference numbers of a lot: a union, never a share. */
export interface EudrLotReferences {
  /** The lot. */
  id: string;
  /** Every reference number of every lot that may be in it, sorted. */
  references: string[];
  /** Lots that may be in it and have neither reference numbers nor inputs: the whole lot is not covered. */
  unknown: string[];
}
