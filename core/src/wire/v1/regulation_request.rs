//! Questions about laws: duties, thresholds, emissions trading, the steam formula. Dates are inputs: there is no clock.

use serde::{Deserialize, Serialize};

/// Request of the method `obligations`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ObligationsRequest {
    /// ISO 3166-1 code of the country. Required.
    pub country: String,
    /// The day whose law is asked, and from which on duties are told: `2026-11-22`. Required.
    pub on: String,
    /// The last day for which duties are told. Required.
    pub until: String,
    /// What is known about the facility.
    pub facility: FacilityFacts,
    /// One of the readings of the law; else duties are told in each of them.
    pub reading: String,
    /// Whether duties of authorities are told, too.
    pub authorities: bool,
    /// The user's own packs, each as one text: a change of the law is a pack of kind `rules`.
    pub packs: Vec<String>,
}

/// What is known about a facility.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FacilityFacts {
    /// `thermal-power`, `steel`, `cement`, `industry`, `freight-transport`, `commercial-building`, `waste` or `other`. Required.
    pub sector: String,
    /// The lists that the facility stands on, e.g. `decision-42-2026`.
    pub lists: Vec<String>,
    /// Whether emission quota is allocated to it.
    pub quota: bool,
    /// Its yearly emissions in tonnes of CO2 equivalent, if known.
    pub emissions_t_co2e: String,
    /// Its yearly energy use in tonnes of oil equivalent, if known.
    pub energy_toe: String,
    /// The waste that it treats in a year, in tonnes, if any.
    pub waste_t: String,
}

/// Request of the method `energy.toe`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ToeRequest {
    /// ISO 3166-1 code of the country. Required.
    pub country: String,
    /// The day whose coefficients and thresholds are asked. Required.
    pub on: String,
    /// As in `FacilityFacts`; empty = no threshold is compared.
    pub sector: String,
    /// The energy bill of a year.
    pub energy: Vec<EnergyUse>,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// A line of an energy bill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyUse {
    /// `electricity`, `diesel`, `lpg` … or a usual name.
    pub energy: String,
    /// How much.
    pub quantity: String,
    /// In which unit.
    pub unit: String,
}

/// Request of the method `ets.compliance`. Units are units of quota.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EtsRequest {
    /// ISO 3166-1 code of the country. Required.
    pub country: String,
    /// The day whose law is asked. Required.
    pub on: String,
    /// Quota allocated for the period, in whole units. Required.
    pub allocation: String,
    /// Verified emissions of the direct sources, in tonnes of CO2 equivalent. Required.
    pub direct_emissions_t_co2e: String,
    /// Carbon credits held, in whole units; empty = none.
    pub credits_held: String,
    /// Units that the facility would borrow; empty = none.
    pub borrowing_requested: String,
    /// Units of quota held; empty = not said, and then nothing is said about what is missing or left.
    pub units_held: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `steam_factor`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SteamRequest {
    /// Enthalpy of the steam at its pressure, in kJ/kg. Required.
    pub enthalpy_kj_per_kg: String,
    /// Efficiency of the boiler as a fraction: 0.85, not 85. Required.
    pub efficiency: String,
    /// The fuels of the boiler; their shares (of energy) add up to 1. Required.
    pub fuels: Vec<SteamFuel>,
    /// Hours of supply in the period; with `t_per_h` the tonnes of steam are told.
    pub hours: String,
    /// Tonnes of steam an hour.
    pub t_per_h: String,
    /// Who supplies the steam: the publisher of the pack. Required.
    pub supplier: String,
    /// The document that the inputs come from: the source of the pack. Required.
    pub evidence: String,
    /// The day of that document: `2025-01-05`. Required.
    pub evidence_date: String,
    /// Place code, or `site:` and the name of a site. Required.
    pub place: String,
    /// When the factor is valid: `2024` or `2024-01-01/2025-12-31`. Required.
    pub valid: String,
    /// Identifier of the pack, `[a-z0-9.-]+`; else `own-steam`.
    pub pack_id: String,
    /// The user's own packs, each as one text, if a fuel names a factor of one.
    pub packs: Vec<String>,
}

/// A fuel of a boiler.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SteamFuel {
    /// Its share of the boiler's energy; empty = the only fuel.
    pub share: String,
    /// A factor of the catalogue, `pack/factor`, in a mass of gas for a unit of net energy …
    pub factor: String,
    /// … or the gases by themselves.
    pub gases: Vec<GasPerEnergy>,
}

/// How much of a gas an energy gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GasPerEnergy {
    /// The gas.
    pub gas: String,
    /// Kilograms of it for a terajoule.
    pub kg_per_tj: String,
}
