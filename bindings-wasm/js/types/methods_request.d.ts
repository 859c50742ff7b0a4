// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** Request of `methods`. */
export interface MethodsRequest {
  /** A method's word, for one of them only. */
  id?: string;
  /** A category such as `3.4`, for the methods that may stand in it. */
  category?: string;
}

/** Request of `allocate`. */
export interface AllocateRequest {
  /** What is shared out, in kilograms: a decimal of at most twelve places. */
  total_kg: string;
  /** What each is weighed by, e.g. tonne-kilometres over great-circle distance: decimals or fractions `n/d`. */
  weights: string[];
}
