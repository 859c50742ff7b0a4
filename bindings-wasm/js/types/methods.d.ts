// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** Answer of `methods`: what a form for a ledger row needs to know. */
export interface MethodsAnswer {
  /** The methods, in the order of their numbers. */
  methods: MethodEntry[];
}

/** A calculation method. */
export interface MethodEntry {
  /** The word for the column `method`: `freight`. */
  id: string;
  /** Its number in METHODS. */
  number: string;
  /** What it does, in English. */
  says: string;
  /** What it does, in Vietnamese. */
  says_vi: string;
  /** The formula, with the columns that it reads; what stands in `[…]` may be left out. */
  formula: string;
  /** The rule that it follows. */
  clause: string;
  /** Other words for it. */
  aliases: string[];
  /** Units that the quantity may be in, or convert to; empty: any unit that leads to the factor's. */
  takes: string[];
  /** Units of what the factor multiplies; empty: that of the quantity. */
  gives: string[];
  /** Categories in which it may stand: keys, or `1`, `2`, `3` for a whole scope. */
  categories: string[];
  /** Whether the row's activity and place decide the factor; `false`: the method brings its own. */
  uses_factor: boolean;
  /** The columns that it reads, in the order of the formula. */
  parameters: ParameterEntry[];
}

/** A column that a method reads. */
export interface ParameterEntry {
  /** The column name: `distance_km`. */
  name: string;
  /** Unit of its numbers; `1` for a plain number, empty for a word. */
  unit: string;
  /** What may stand in it. */
  range: string;
  /** Whether every row of the method needs it, of its own or from a record of a pack. */
  needed: boolean;
  /** What it is, in English. */
  says: string;
  /** What it is, in Vietnamese. */
  says_vi: string;
  /** Headers that stand for it beside its name, English and Vietnamese. */
  headers: string[];
  /** Words that it knows; empty for numbers and for words of packs. */
  words: string[];
  /** Records of packs that stand in where the cell is empty, by the ends of their names or by their kinds. */
  records: string[];
}

/** Answer of `allocate`: a mass shared out, to the last 10⁻¹² kg. */
export interface AllocateAnswer {
  /** The parts in kilograms, in the order of the weights; they add up to the total. */
  parts_kg: string[];
  /** Kilograms for one unit of weight, exactly: a decimal or a fraction. */
  kg_per_weight: string;
}
