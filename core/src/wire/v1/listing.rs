//! Answers of the smaller methods.

use serde::{Deserialize, Serialize};

use super::{FactorUse, Finding, PackUse, Reading};

/// Answer of `capabilities`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capabilities {
    /// Version of the engine.
    pub engine: String,
    /// Methods that `call` knows.
    pub methods: Vec<String>,
    /// Profiles.
    pub profiles: Vec<String>,
    /// GWP sets.
    pub gwp_sets: Vec<String>,
    /// Dimensions of views.
    pub dimensions: Vec<String>,
    /// Fields of a ledger.
    pub fields: Vec<String>,
}

/// Answer of `ledger`: how a file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerAnswer {
    /// Data rows.
    pub rows: u64,
    /// Rows with an error.
    pub skipped: u64,
    /// The first good rows, as far as asked for.
    pub records: Vec<LedgerRecord>,
    /// How the file was read.
    pub reading: Reading,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// A row as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerRecord {
    /// Row number (header = 1).
    pub row: u64,
    /// The quantity, exactly.
    pub quantity: String,
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// The fields that are not empty, as text.
    pub fields: Vec<super::FieldValue>,
}

/// Answer of `units.convert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConvertAnswer {
    /// The unit as understood.
    pub from: String,
    /// The target as understood.
    pub to: String,
    /// What the quantity is multiplied by, exactly.
    pub ratio: String,
    /// The converted quantity, exactly: a decimal, or a fraction `n/d`.
    pub quantity: String,
}

/// Answer of `apportion`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApportionAnswer {
    /// The parts, in the order of the weights.
    pub parts: Vec<String>,
}

/// Answer of `factors.search`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchAnswer {
    /// How many factors fit.
    pub found: u64,
    /// The first of them, the best first.
    pub factors: Vec<FactorUse>,
}

/// Answer of `factors.show`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorAnswer {
    /// The factor.
    pub factor: FactorUse,
    /// Its pack.
    pub pack: PackUse,
    /// What the pack may not be used for.
    pub not_for: Vec<String>,
    /// English name of the activity.
    pub name_en: String,
    /// Vietnamese name of the activity.
    pub name_vi: String,
}

/// Answer of `factors.packs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PacksAnswer {
    /// The loaded packs.
    pub packs: Vec<PackLine>,
}

/// A loaded pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackLine {
    /// The pack.
    pub pack: PackUse,
    /// What its table holds.
    pub kind: String,
    /// Rows of its table.
    pub rows: u64,
    /// Lowest confidence among its rows.
    pub confidence: String,
    /// What it may not be used for.
    pub not_for: Vec<String>,
}

/// Answer of `factors.check`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckAnswer {
    /// Whether the pack can be loaded.
    pub ok: bool,
    /// Its faults.
    pub findings: Vec<Finding>,
}

/// Answer of `gwp`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GwpAnswer {
    /// The set.
    pub gwp: String,
    /// The gases that the name stands for, with mass and effect.
    pub gases: Vec<super::GasFigure>,
    /// Effect of the gases that are part of the totals, in kilograms of CO2 equivalent.
    pub in_total_kg_co2e: String,
    /// Effect of all gases; null if one has no value in the set.
    pub all_kg_co2e: Option<String>,
}

/// Answer of `report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportAnswer {
    /// The document.
    pub text: String,
}
