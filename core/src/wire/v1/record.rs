//! The calculation record of a line, as plain data.

use serde::{Deserialize, Serialize};

use super::{FactorUse, PackUse};

/// Name of the record's shape.
pub const LINE_SCHEMA: &str = "emitrace/line/1";

/// How one line came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineRecord {
    /// `emitrace/line/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this record with an empty digest.
    pub digest: String,
    /// Row number (header = 1).
    pub row: u64,
    /// Record identifier; may be empty.
    pub id: String,
    /// The row's fields as read.
    pub fields: Vec<FieldValue>,
    /// Identifier of the activity.
    pub activity: String,
    /// Category key.
    pub category: String,
    /// Place code.
    pub region: String,
    /// Days that the row covers.
    pub period: String,
    /// The quantity, exactly.
    pub quantity: String,
    /// Its unit.
    pub unit: String,
    /// The calculation method that the row names; absent where it is quantity × factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<MethodUse>,
    /// The formula, with its number in METHODS.
    pub formula: String,
    /// The rounding.
    pub rounding: String,
    /// The profile.
    pub profile: String,
    /// The GWP set.
    pub gwp: String,
    /// One entry for each account that the line goes to.
    pub legs: Vec<LegRecord>,
    /// Fallbacks and disclosures.
    pub notes: Vec<String>,
}

/// The calculation method of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodUse {
    /// The word that the row writes: `freight`.
    pub id: String,
    /// Its number in METHODS.
    pub number: String,
    /// The formula, with the columns that it reads.
    pub formula: String,
    /// The rule that it follows.
    pub clause: String,
}

/// A field of the row as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldValue {
    /// Field name.
    pub field: String,
    /// Text of the cell.
    pub value: String,
}

/// One account's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegRecord {
    /// `scope_1`, `scope_2_location` …
    pub account: String,
    /// Category key, where it is not the line's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub category: String,
    /// The factor.
    pub factor: FactorUse,
    /// Its pack.
    pub pack: Option<PackUse>,
    /// From the row's unit to the factor's unit.
    pub steps: Vec<StepRecord>,
    /// The gases.
    pub gases: Vec<GasRecord>,
}

/// One step from unit to unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecord {
    /// `conversion`, `ncv`, `gcv`, `density` or `measured`; `term` and `move` of a calculation method; `share` is
    /// the part of the row that an organisation counts, `covered` and `uncovered` the part that an instrument
    /// covers or none does, `losses` what a grid lost for it.
    pub kind: String,
    /// Unit before; for a part of the row, what it is the part of; empty for a term.
    pub from: String,
    /// Unit after; empty for a part of the row and for a term.
    pub to: String,
    /// The term as the formula writes it: `× distance_km`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub term: String,
    /// What the quantity is multiplied by, exactly.
    pub times: String,
    /// Where a property stands.
    pub factor: Option<FactorUse>,
}

/// One gas of one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GasRecord {
    /// The gas.
    pub gas: String,
    /// The factor's value as printed.
    pub factor_value: String,
    /// Its unit.
    pub factor_unit: String,
    /// Kilograms for one unit of the quantity, exactly.
    pub coefficient: String,
    /// Kilograms before rounding, exactly: a decimal or a fraction.
    pub exact_kg: String,
    /// Kilograms.
    pub kg: String,
    /// The GWP.
    pub gwp: String,
    /// Kilograms of CO2 equivalent.
    pub kg_co2e: String,
    /// Whether it is part of the account's total.
    pub in_total: bool,
}
