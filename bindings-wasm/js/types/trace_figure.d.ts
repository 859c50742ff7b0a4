// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** A figure of a pack of kind `trace-figures`, with its source. */
export interface FigureUse {
  /** `tolerance-value-percent`, `expiry-months` … */
  figure: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** First day on which it holds; empty = not stated. */
  from: string;
  /** Last day on which it holds; empty = open. */
  to: string;
  /** The document. */
  document: string;
  /** Where in the document. */
  clause: string;
  /** `A` (primary text read), `A-`, `B`, `C` (compare with the text before use). */
  confidence: string;
  /** Remark. */
  note: string;
  /** The pack. */
  pack: string;
}
