// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FindingCount } from "./answer.js";

/** Request of the method `factors.import`. */
export interface ImportRequest {
  /** Which publisher's layout the files have: `desnz`, `epa-hub` … as `factors.formats` lists them. */
  format: string;
  /** The files; one for all formats but `openlca`, which may come as many. */
  files: ImportFile[];
  /** Choices and declarations. */
  options: ImportOptions;
}

/** A file of a request: as text, or as bytes in base64. */
export interface ImportFile {
  /** Its name, as the publisher gave it: it is cited, and some names hold the edition. */
  name: string;
  /** The file's text. */
  text: string | null;
  /** The file's bytes. */
  base64: string | null;
}

/** Choices of an import. What the file itself says is not asked for. */
export interface ImportOptions {
  /** Identifier of the pack; else format and edition. */
  id: string | null;
  /** Edition, where the file does not say it. */
  edition: string | null;
  /** Year of the activities that the factors are meant for, where the file does not say it; for `ember` the one year to take. */
  year: number | null;
  /** Day on which the file was fetched, `2026-11-22`. */
  retrieved: string | null;
  /** Licence, where it depends on the edition; required for `table` and `openlca`. */
  licence: string | null;
  /** Publisher; required for `table` and `openlca`. */
  publisher: string | null;
  /** Title of the pack. */
  title: string | null;
  /** Text to print with results. */
  attribution: string | null;
  /** Where the publisher keeps the file. */
  url: string | null;
  /** `A`, `A-`, `B` or `C`; else `A`, a value read off the publisher's own file. */
  confidence: string | null;
  /** Place of the factors, where the file does not say it. */
  place: string | null;
  /** GWP set that CO2 equivalents are frozen at, where the file does not say it: `AR4`, `AR5`, `AR6`, `unstated`. */
  gwp_set: string | null;
  /** For `desnz`: `split` (single gases where they add up to the printed total) or `total` (totals only). */
  gases: string | null;
  /** Sheet of a workbook, where it is not the usual one. */
  sheet: string | null;
  /** `utf-8` or `windows-1252`, for files of comma-separated values. */
  encoding: string | null;
  /** For `table`: which column is what, as JSON. */
  mapping: string | null;
  /** How many findings the answer lists; all are counted. */
  findings: number | null;
}

/** Answer of `factors.import`: the pack, and what of the file is in it. */
export interface ImportAnswer {
  /** The pack as one text, ready for `factors.check` and for the list `packs` of other requests. */
  pack: string;
  /** Its identifier. */
  id: string;
  /** Its edition. */
  edition: string;
  /** Factors in the pack. */
  factors: number;
  /** Rows of its table. */
  rows: number;
  /** Values of the file that were looked at: `taken` and `left`. */
  values: number;
  /** Values that are in the pack, blank ones included. */
  taken: number;
  /** Of these, values that the file leaves blank; they are `absent` in the pack, never zero. */
  blank: number;
  /** Values that are not in the pack; each is a finding, or one of several that a finding counts. */
  left: number;
  /** The findings by code. */
  counts: FindingCount[];
  /** The first findings in the order of the file, as many as asked for. */
  findings: ImportFinding[];
  /** Sheets, tables and columns that hold no factor and were not read, with the reason. */
  not_read: NotRead[];
  /** The files and their digests. */
  files: ImportedFile[];
}

/** A remark about one cell of an imported file. */
export interface ImportFinding {
  /** The cell: `Sheet!F123`, ``row 123 column `Value` ``, or file and JSON pointer, `processes/p1.json#/exchanges/3`. */
  cell: string;
  /** `error`: should have been a factor and is not in the pack; `warning`: is in the pack, and somebody should look; `info`: left by design, or told for completeness. */
  severity: string;
  /** Stable code. */
  code: string;
  /** What stands there, shortened. */
  value: string;
  /** What about it. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** A part of a file that was not read. */
export interface NotRead {
  /** A sheet, a table or a column. */
  part: string;
  /** Why it was not read. */
  reason: string;
}

/** A file that was imported. */
export interface ImportedFile {
  /** Its name. */
  name: string;
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  sha256: string;
}

/** Request of the method `factors.formats`. */
export interface FormatsRequest {
}

/** Answer of `factors.formats`. */
export interface FormatsAnswer {
  /** The layouts that can be imported. */
  formats: ImportFormat[];
}

/** A layout that can be imported. */
export interface ImportFormat {
  /** The name that requests use. */
  format: string;
  /** What it is. */
  title: string;
  /** Who publishes it; empty if the caller must say. */
  publisher: string;
  /** Licence of the data; empty if the caller must say. */
  licence: string;
  /** Kinds of files: `csv`, `xlsx`, `zip`, `json`. */
  files: string[];
  /** Where the publisher keeps it. */
  url: string;
}
