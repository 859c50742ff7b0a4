import type { BundleVerifyAnswer, SealVerifyAnswer } from "./types.js";

export type { BundleDocument, BundleVerifyAnswer, Finding, SealVerifyAnswer } from "./types.js";

/** What is thrown for text that cannot be checked, or a document whose seal does not hold. Branch on `code`. */
export class EmitraceError extends Error {
  private constructor();
  readonly name: "EmitraceError";
  readonly code: string;
  readonly path: string;
  readonly help: string;
}

/** Loads the wasm once; `url` is where it is, if it is not beside the entry. In Node nothing is left to do. */
export function init(url?: string | URL): Promise<void>;
export default init;
/** Checks a bundle, and those before it. It does not throw for one that does not hold: `holds` is false, and no document is handed out. */
export function verifyBundle(bundle: string, settings?: { key?: string; earlier?: readonly string[] }): BundleVerifyAnswer;
/** Checks the seal of a JSON text; throws if it does not hold. */
export function verifyDocument(document: string, key?: string): SealVerifyAnswer;
