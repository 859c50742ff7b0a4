//! Answer of the method `energy.account`: the energy of an organisation out of its ledger.

use serde::{Deserialize, Serialize};

use super::{Coverage, Finding, PackUse, StepRecord};

/// Name of the shape of an [`EnergyAccountAnswer`].
pub const ENERGY_SCHEMA: &str = "emitrace/energy/1";

/// An energy account with its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyAccountAnswer {
    /// `emitrace/energy/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: EnergyAccount,
}

/// The energy that an organisation used, out of the rows of its ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyAccount {
    /// Period of the ledger; empty if none was declared.
    pub period: String,
    /// Profile of the inventory, which says whose factors and properties are asked.
    pub profile: String,
    /// Digest of the inventory of the same ledger with the same choices.
    pub inventory: String,
    /// Instruments that were said to be of renewable sources.
    pub renewable_instruments: Vec<String>,
    /// What became of the rows.
    pub rows: EnergyRows,
    /// Rows of the inventory, and findings by code.
    pub coverage: Coverage,
    /// Everything together.
    pub total: EnergyFigure,
    /// The total by carrier, renewable or not.
    pub cells: Vec<EnergyCell>,
    /// The total by dimension, as far as asked for.
    pub views: Vec<EnergyView>,
    /// What the cells are made of: rows of one activity, unit and way to energy.
    pub sources: Vec<EnergySource>,
    /// Rows that use energy and whose energy is not known.
    pub missing: Vec<EnergyMissing>,
    /// Rows of other categories, which are no energy of the organisation.
    pub not_energy: Vec<EnergyElsewhere>,
    /// Packs of the properties that were used.
    pub packs: Vec<PackUse>,
    /// What is wrong with the rows that are missing from the inventory, or to be looked at.
    pub findings: Vec<Finding>,
}

/// What became of the rows of the inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyRows {
    /// In the account.
    pub counted: u64,
    /// Bought energy for the market-based view alone: another row has its quantity.
    pub repeated: u64,
    /// No energy of the organisation.
    pub not_energy: u64,
    /// Energy, but how much is not known.
    pub missing: u64,
}

/// An amount of energy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyFigure {
    /// Megawatt hours, exactly.
    pub mwh: String,
    /// The same in gigajoules.
    pub gj: String,
    /// Rows that it rests on.
    pub lines: u64,
}

/// Energy of one carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyCell {
    /// `electricity`, `steam`, `heat` or `cooling` that was bought; `fuels` that were burnt.
    pub carrier: String,
    /// `renewable`, `non-renewable` or, for fuels that are partly biogenic, `unknown`.
    pub renewable: String,
    /// How much.
    pub figure: EnergyFigure,
}

/// Energy by some dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyView {
    /// `site`, `month`, `region`, `category`, `activity`.
    pub by: Vec<String>,
    /// The cells.
    pub cells: Vec<EnergyViewCell>,
}

/// Energy of one carrier at one place of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyViewCell {
    /// One value for each dimension.
    pub key: Vec<String>,
    /// As in the cells of the whole.
    pub carrier: String,
    /// As in the cells of the whole.
    pub renewable: String,
    /// How much.
    pub figure: EnergyFigure,
}

/// Rows that came to energy in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergySource {
    /// Its carrier.
    pub carrier: String,
    /// Whether it is renewable.
    pub renewable: String,
    /// Identifier of the activity.
    pub activity: String,
    /// English name.
    pub name_en: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// Sum of the quantities, in `unit`: the part that the organisation counts.
    pub quantity: String,
    /// Unit of the rows.
    pub unit: String,
    /// `net` or `gross` calorific value; empty for what is no fuel, or where the ledger's unit says neither.
    pub basis: String,
    /// Megawatt hours of one unit, exactly.
    pub mwh_per_unit: String,
    /// From the unit to energy: conversions, calorific values and densities with their sources.
    pub steps: Vec<StepRecord>,
    /// How much.
    pub figure: EnergyFigure,
}

/// Rows whose energy is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyMissing {
    /// Its carrier.
    pub carrier: String,
    /// Identifier of the activity.
    pub activity: String,
    /// English name.
    pub name_en: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// Sum of the quantities, in `unit`.
    pub quantity: String,
    /// Unit of the rows.
    pub unit: String,
    /// Stable code of what is missing.
    pub code: String,
    /// What is missing.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// How many rows.
    pub lines: u64,
    /// The first of them.
    pub first_row: u64,
}

/// Rows that are no energy of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyElsewhere {
    /// The category: `3.1`, `1.fugitive`.
    pub category: String,
    /// How many rows.
    pub lines: u64,
}
