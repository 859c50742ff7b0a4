// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Column } from "./answer.js";

/** A table as text or bytes, and how it is written. */
export interface TableInput {
  /** The text of a CSV file; its delimiter is read off its first lines. */
  text?: string;
  /** The bytes of a CSV file or a workbook (XLSX) in base64. */
  base64?: string;
  /** How numbers and dates are written: `vi-VN`, `en-US` …; empty = only what reads the same everywhere. */
  locale?: string;
  /** `dmy` or `mdy`; empty = as the locale says. */
  date_order?: string;
  /** The sheet of a workbook; empty = the first that has the headers. */
  sheet?: string;
  /** Headers that are not known by name, and the fields that they hold. */
  columns?: Column[];
}
