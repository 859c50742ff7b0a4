// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { LotAnswer } from "./lot_page.js";

/** Request of the method `lot.check`. */
export interface LotRequest {
  /** The data. */
  lot: LotData;
}

/** The public data of a lot. */
export interface LotData {
  /** Product name, in Vietnamese. */
  product_name?: string;
  /** Product name in English, if there is one. */
  product_name_en?: string;
  /** Picture of the product: `data:image/…;base64,…`, which the page shows, or an address, which it names. */
  image?: string;
  /** Who produces or trades it. */
  party?: string;
  /** Address of that party. */
  address?: string;
  /** The stages of production and trade. */
  stages?: LotStage[];
  /** When it was produced or traded: a day or a span. */
  time?: string;
  /** Trace code of the product. */
  trace_code?: string;
  /** Brand. */
  brand?: string;
  /** Model. */
  model?: string;
  /** Serial number. */
  serial?: string;
  /** Shelf life, or the day until which it keeps. */
  shelf_life?: string;
  /** Standards and technical regulations that are applied. */
  standards?: string[];
  /** Data that there are none of: `brand`, `shelf-life`. */
  none?: string[];
  /** From whom the lot or its materials came. */
  back?: LotStep[];
  /** To whom the lot went. */
  forward?: LotStep[];
}

/** A stage. */
export interface LotStage {
  /** What is done. */
  name?: string;
  /** Trace code of the product at this stage. */
  product_code?: string;
  /** Trace code of the place. */
  place_code?: string;
  /** When. */
  time?: string;
}

/** One step back or forward. */
export interface LotStep {
  /** The other party. */
  party?: string;
  /** What it is: a material, the lot itself. */
  what?: string;
  /** Trace code or lot number. */
  code?: string;
  /** Day. */
  date?: string;
}

/** Request of the method `lot.page`. */
export interface LotPageRequest {
  /** The answer of `lot.check`. */
  answer: LotAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** Which language stands first, `en` or `vi`; empty = en. */
  lang?: string;
}
