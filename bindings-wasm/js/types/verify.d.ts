// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Choices } from "./answer.js";
import type { DiffAnswer } from "./compare.js";
import type { DiffSide } from "./compare_request.js";
import type { InventoryOptions, Ledger } from "./request.js";
import type { TableInput } from "./table_request.js";

/** Request of the method `report.verify`. */
export interface ReportVerifyRequest {
  /** The report of an inventory as this engine wrote it: JSON or CSV as `text`, a workbook (XLSX) as `base64`. */
  report: TableInput;
  /** The ledger that it is said to be of. */
  ledger: Ledger;
  /** Choices and declarations; JSON holds them itself, so that they may be left out. */
  options?: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** The ledger as it was kept when the report was made: then the two are compared line by line. */
  earlier?: DiffSide;
  /** How many differences and lines are listed (1,000 if not given); all are counted. */
  list?: number;
}

/** Answer of `report.verify`. */
export interface ReportVerifyAnswer {
  /** `emitrace/report-verify/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** `json`, `csv` or `xlsx`. */
  form: string;
  /** Whether everything that was compared is equal. */
  holds: boolean;
  /** Why it does not hold: `edited` (its own digest does not fit it), `contradicts-itself` (its views do not add up to its total), `choices`, `packs` (another edition), `factors`, `coverage`, `figures`, `texts`. */
  reasons: string[];
  /** The digest that the report states; empty where it states none. */
  reported_digest: string;
  /** The digest of the inventory that was computed again. */
  recomputed_digest: string;
  /** The choices that it was computed with. */
  choices: Choices;
  /** What was compared. */
  compared: VerifyCounts;
  /** Differences that were found. */
  differences_found: number;
  /** The differences, in the order of the report, up to the limit. */
  differences: VerifyDifference[];
  /** Lines that were found to explain figures, see `explained`. */
  explained_found: number;
  /** The lines of the ledger that lie in a changed cell of every view, those whose own sum is the whole difference first, then the largest: if one row of the ledger changed, it is among them. */
  explained: VerifyLine[];
  /** The earlier ledger beside this one, line by line, if it was given. */
  changes?: DiffAnswer;
}

/** How much was compared. */
export interface VerifyCounts {
  /** Rows of the ledger. */
  rows: number;
  /** Lines that were computed. */
  lines: number;
  /** Amounts of the report. */
  figures: number;
  /** Everything else that it says: names, choices, packs, factors, notes. */
  texts: number;
}

/** Something that the report says otherwise than its ledger. */
export interface VerifyDifference {
  /** `figure`, `pack`, `factor`, `choice`, `coverage`, `note` or `text`. */
  what: string;
  /** Where it stands: a JSON pointer, the row of the CSV, or the cell of the workbook. */
  place: string;
  /** What it is of: `total`, or the view with its keys; then its name. */
  of: string[];
  /** What the report says; empty if it says nothing. */
  reported: string;
  /** What was computed; empty if there is nothing. */
  recomputed: string;
  /** Recomputed less reported, exactly; empty where one of them is no number. */
  difference: string;
}

/** A line of the ledger that can explain what differs. */
export interface VerifyLine {
  /** Row as a spreadsheet counts it. */
  row: number;
  /** Identifier of the record; may be empty. */
  id: string;
  /** Site. */
  site: string;
  /** Identifier of the activity. */
  activity: string;
  /** Factors, as `pack/factor`. */
  factors: string[];
  /** What it adds to the location-based total. */
  location_kg_co2e: string;
  /** What it adds to the market-based total. */
  market_kg_co2e: string;
  /** Whether that is the whole difference of the totals: the line is new. */
  whole: boolean;
}
