//! Requests and answers about calculation methods.

use serde::{Deserialize, Serialize};

/// Answer of `methods`: what a form for a ledger row needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodsAnswer {
    /// The methods, in the order of their numbers.
    pub methods: Vec<MethodEntry>,
}

/// A calculation method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodEntry {
    /// The word for the column `method`: `freight`.
    pub id: String,
    /// Its number in METHODS.
    pub number: String,
    /// What it does, in English.
    pub says: String,
    /// What it does, in Vietnamese.
    pub says_vi: String,
    /// The formula, with the columns that it reads; what stands in `[…]` may be left out.
    pub formula: String,
    /// The rule that it follows.
    pub clause: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// Units that the quantity may be in, or convert to; empty: any unit that leads to the factor's.
    pub takes: Vec<String>,
    /// Units of what the factor multiplies; empty: that of the quantity.
    pub gives: Vec<String>,
    /// Categories in which it may stand: keys, or `1`, `2`, `3` for a whole scope.
    pub categories: Vec<String>,
    /// Whether the row's activity and place decide the factor; `false`: the method brings its own.
    pub uses_factor: bool,
    /// The columns that it reads, in the order of the formula.
    pub parameters: Vec<ParameterEntry>,
}

/// A column that a method reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterEntry {
    /// The column name: `distance_km`.
    pub name: String,
    /// Unit of its numbers; `1` for a plain number, empty for a word.
    pub unit: String,
    /// What may stand in it.
    pub range: String,
    /// Whether every row of the method needs it, of its own or from a record of a pack.
    pub needed: bool,
    /// What it is, in English.
    pub says: String,
    /// What it is, in Vietnamese.
    pub says_vi: String,
    /// Headers that stand for it beside its name, English and Vietnamese.
    pub headers: Vec<String>,
    /// Words that it knows; empty for numbers and for words of packs.
    pub words: Vec<String>,
    /// Records of packs that stand in where the cell is empty, by the ends of their names or by their kinds.
    pub records: Vec<String>,
}

/// Answer of `allocate`: a mass shared out, to the last 10⁻¹² kg.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllocateAnswer {
    /// The parts in kilograms, in the order of the weights; they add up to the total.
    pub parts_kg: Vec<String>,
    /// Kilograms for one unit of weight, exactly: a decimal or a fraction.
    pub kg_per_weight: String,
}
