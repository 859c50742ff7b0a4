// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { LotData } from "./lot_page_request.js";

/** A lot, checked for the ten data of Circular 02/2024/TT-BKHCN. */
export interface LotAnswer {
  /** `emitrace/lot/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: LotResult;
}

/** The data and their state. */
export interface LotResult {
  /** Whether none of the ten is missing. */
  complete: boolean;
  /** The ten data, in the order of the circular. */
  items: LotItem[];
  /** Whether the lot can be followed one step back. */
  one_step_back: boolean;
  /** Whether the lot can be followed one step forward. */
  one_step_forward: boolean;
  /** The data as they were given. */
  lot: LotData;
}

/** One of the ten data. */
export interface LotItem {
  /** 1 to 10. */
  number: number;
  /** Its name: `product-name`, `image`, `party`, `address`, `stages`, `time`, `trace-code`, `brand`, `shelf-life`, `standards`. */
  item: string;
  /** `given`, `missing`, or `none` where the data says that there is none. */
  state: string;
  /** Fields that are empty, as paths of the request. */
  missing: string[];
}
