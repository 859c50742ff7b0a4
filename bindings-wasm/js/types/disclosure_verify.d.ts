// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";
import type { DisclosureFillRequest, FactSource } from "./disclosure_request.js";
import type { PathFinding } from "./identify.js";
import type { InventoryOptions, Ledger } from "./request.js";
import type { ReportVerifyAnswer } from "./verify.js";

/** Request of the method `disclosure.verify`. */
export interface DisclosureVerifyRequest {
  /** The report as text: an Inline XBRL page, xBRL-JSON, the answer of `disclosure.fill` or `disclosure.check`, or a report as it is written. Required, unless `base64` is given. */
  report?: string;
  /** The bytes of a file instead: a report package (`.xbri`), or any of these. */
  base64?: string;
  /** What it is said to be made of: the request of `disclosure.fill`. Required. */
  fill: DisclosureFillRequest;
  /** The ledgers of the inventories of `fill`, in their order; one that is not given leaves its inventory as it stands. */
  ledgers?: DisclosureLedger[];
  /** How many differences and lines are listed (1,000 if not given); all are counted. */
  list?: number;
}

/** The ledger of an inventory. */
export interface DisclosureLedger {
  /** The file; nothing if it is not at hand. */
  ledger?: Ledger;
  /** Choices, instead of those that the inventory states. */
  options?: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Answer of `disclosure.verify`. */
export interface DisclosureVerifyAnswer {
  /** `emitrace/disclosure-verify/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** `json`, `xbrl-json` or `ixbrl`. */
  form: string;
  /** Whether everything that was compared is equal, and every inventory that was computed again holds. */
  holds: boolean;
  /** Why it does not hold: `edited` (its own digest does not fit it), `unreadable` (of a page, see `findings`), `facts`, `shown` (a page shows something else beside right facts), `inventories`. */
  reasons: string[];
  /** What was compared. */
  compared: DisclosureVerifyCounts;
  /** Differences that were found. */
  differences_found: number;
  /** The differences, in the order of the report, up to the limit. */
  differences: FactDifference[];
  /** What of a page could not be read. */
  findings: PathFinding[];
  /** The inventories, in the order in which they were given. */
  inventories: VerifiedInventory[];
  /** The pack of the taxonomy. */
  packs: PackUse[];
}

/** How many facts were compared, by where they come from. */
export interface DisclosureVerifyCounts {
  /** Facts of the report. */
  facts: number;
  /** Taken over from an inventory, or worked out of one. */
  from_inventories: number;
  /** Taken over from energy accounts, or worked out of them. */
  from_energy: number;
  /** Worked out of what people stated. */
  from_formulas: number;
  /** Stated by people. */
  stated: number;
}

/** Something that the report says otherwise than what it is made of. */
export interface FactDifference {
  /** `value`, `scale` (the same digits by another power of ten), `unit`, `decimals`, `period` (all else is as it follows), `missing` (it follows, and the report does not say it), `unsupported` (the report says it, and it follows from nothing that was given), `hidden` (a page holds it and does not show it), `shown` (facts are right, and the page shows something else beside them), `entity`. */
  what: string;
  /** JSON pointer into the report, of a page into the xBRL-JSON of its facts: `/facts/f12`; empty for what is missing. */
  place: string;
  /** Line of a page, counted from 1. */
  line?: number;
  /** The concept; empty for the entity. */
  concept: string;
  /** English label. */
  title_en: string;
  /** Vietnamese label. */
  title_vi: string;
  /** Days, or the day for whose end it is stated. */
  period: string;
  /** Members by axis. */
  dimensions: Record<string, string>;
  /** Unit of the value. */
  unit: string;
  /** What the report says. */
  reported: string;
  /** What follows. */
  recomputed: string;
  /** What follows less what is reported, exactly; empty for what is no number. */
  difference: string;
  /** What it follows from. */
  sources: FactSource[];
  /** The inventories that it rests on, counted from 0; their `explained` lines can explain it. */
  inventories: number[];
}

/** An inventory of the report. */
export interface VerifiedInventory {
  /** The days that it is for; empty if it does not say. */
  period: string;
  /** Its digest, as it was given. */
  digest: string;
  /** What became of it when it was computed again; nothing if its ledger was not given. */
  verified?: ReportVerifyAnswer;
}
