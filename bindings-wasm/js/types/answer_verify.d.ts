// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { DisclosureLedger } from "./disclosure_verify.js";
import type { ReportVerifyAnswer, VerifyDifference } from "./verify.js";

/** Request of the method `answer.verify`. */
export interface AnswerVerifyRequest {
  /** The answer of the engine as text (JSON): a report by a framework, an energy account, a facility report, a footprint. Required. */
  report: string;
  /** The method that it is said to be an answer of, e.g. `framework.report`. Required. */
  method: string;
  /** The request that it is said to be made of, as text (JSON). Required. */
  request: string;
  /** The ledgers of inventories of that request; an inventory without its ledger is taken as it stands. */
  ledgers?: AnswerLedger[];
  /** The user's own packs, each as one text: for the ledgers and, beside those of the request, for the method. */
  packs?: string[];
  /** How many differences and lines are listed (1,000 if not given); all are counted. */
  list?: number;
}

/** The ledger of an inventory that stands in a request. */
export interface AnswerLedger {
  /** JSON pointer of the inventory in the request: `/inventory`. Required. */
  place: string;
  /** The file, and choices and packs if the inventory does not state them. */
  file?: DisclosureLedger;
}

/** Answer of `answer.verify`. */
export interface AnswerVerifyAnswer {
  /** `emitrace/answer-verify/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The method that was asked again. */
  method: string;
  /** Shape of the report: `emitrace/framework-report/1`. */
  report_schema: string;
  /** Whether everything that was compared is equal, and every inventory that was computed again holds. */
  holds: boolean;
  /** Why it does not hold: `edited` (its own digest does not fit it), `inventories` (one does not follow from its ledger), `figures`, `texts`. */
  reasons: string[];
  /** The digest that the report states; empty where it states none. */
  reported_digest: string;
  /** The digest of the answer that was computed again. */
  recomputed_digest: string;
  /** Figures that were compared. */
  figures: number;
  /** Everything else that was compared: names, states, sources, findings. */
  texts: number;
  /** Differences that were found. */
  differences_found: number;
  /** The differences, in the order of the report, up to the limit. */
  differences: VerifyDifference[];
  /** Answers that stand in the request, each computed again from its ledger or taken as it stands. */
  answers: VerifiedAnswer[];
}

/** An answer that a report is made of. */
export interface VerifiedAnswer {
  /** JSON pointer into the request. */
  place: string;
  /** Its shape: `emitrace/inventory/1`. */
  schema: string;
  /** `recomputed` (from its ledger; an energy account from the ledger of its inventory), or `given` (taken as it stands). */
  how: string;
  /** Its digest, as it was given. */
  digest: string;
  /** Of an inventory that was computed again: what became of it, with the lines that can explain a difference. */
  verified?: ReportVerifyAnswer;
}
