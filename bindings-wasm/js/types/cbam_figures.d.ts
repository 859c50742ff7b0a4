// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamActual } from "./cbam_import_request.js";
import type { CbamEmbeddedRequest } from "./cbam_installation.js";

/** Request of the method `cbam.figures`. */
export interface CbamFiguresRequest {
  /** The installation. Required. */
  document: CbamEmbeddedRequest;
  /** The secret key that seals the figures: a Multikey (`z3u2…`) or 64 hexadecimal digits; empty = they are not sealed. */
  key?: string;
  /** When they are sealed: `2027-02-01T08:00:00Z`. Required with a key. */
  created?: string;
}

/** Answer of the method `cbam.figures`. */
export interface CbamFiguresAnswer {
  /** The figures as the text of one JSON object, sealed if a key was given: what the importer is sent. */
  document: string;
  /** The key that checks the seal, as a Multikey; empty if there is none. */
  public_key: string;
  /** The same figures, to be looked at. */
  figures: CbamFigures;
}

/** What an importer needs of an installation. */
export interface CbamFigures {
  /** `emitrace/cbam-figures/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Name of the installation. */
  installation: string;
  /** Its operator. */
  operator: string;
  /** Its country. */
  country: string;
  /** Its identifier in the CBAM Registry; empty if it is not stated. */
  registry_id: string;
  /** The reporting period. */
  period: string;
  /** The act and its edition. */
  act: string;
  /** Decimals of specific embedded emissions, and what became of ties. */
  rounding: string;
  /** The goods, as a declaration takes them. */
  installations: CbamActual[];
  /** Who verified them, as stated. */
  verifier: string;
  /** The verification report, as stated. */
  verification_report: string;
  /** Packs of factors and parameters that were used. */
  packs: CbamPackEdition[];
  /** Digest of the whole report (`cbam.report`). */
  report_digest: string;
}

/** A pack and its edition. */
export interface CbamPackEdition {
  /** The pack. */
  id: string;
  /** Its edition. */
  edition: string;
  /** SHA-256 of its table. */
  sha256: string;
}
