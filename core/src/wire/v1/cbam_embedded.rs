//! Embedded emissions of an installation's goods. Emissions are exact texts in tonnes: a decimal, or `n/d` where none ends.

use serde::{Deserialize, Serialize};

use super::{CbamInstallation, PackUse};

/// Name of the answer's shape.
pub const CBAM_EMBEDDED_SCHEMA: &str = "emitrace/cbam-embedded/1";

/// Answer of the method `cbam.embedded`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamEmbeddedAnswer {
    /// `emitrace/cbam-embedded/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `report`, in hexadecimal.
    pub digest: String,
    /// The figures and how they were made.
    pub report: CbamEmbeddedReport,
}

/// What an installation emitted, and what its goods carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamEmbeddedReport {
    /// Whether nothing is left out: no finding is an error.
    pub complete: bool,
    /// Who and where, as stated.
    pub installation: CbamInstallation,
    /// The calendar year.
    pub period: String,
    /// The act and its edition.
    pub act: String,
    /// Decimals of specific embedded emissions.
    pub decimals: u32,
    /// `half-up` or `half-even`.
    pub ties: String,
    /// Totals of the installation.
    pub totals: CbamTotals,
    /// Every source of emissions, in the order of the document: streams, measurements, PFC, transfers.
    pub sources: Vec<CbamSource>,
    /// Heat and electricity made within the installation.
    pub energy_units: Vec<CbamEnergyUnitResult>,
    /// What is wrong, missing or to be known.
    pub findings: Vec<CbamFinding>,
    /// Numbers that the act fixes and that were used.
    pub parameters: Vec<CbamParameterUse>,
    /// Packs of factors and parameters that were used.
    pub packs: Vec<PackUse>,
}

/// Totals of an installation in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTotals {
    /// Direct emissions that count, transfers taken off, in t CO2e.
    pub direct_t_co2e: String,
    /// The same in whole tonnes.
    pub direct_whole_t_co2e: String,
    /// CO2, transfers taken off, in t.
    pub co2_t: String,
    /// N2O, in t CO2e.
    pub n2o_t_co2e: String,
    /// Perfluorocarbons, in t CO2e.
    pub pfc_t_co2e: String,
    /// CO2 of zero-rated biomass, in t; not in the totals.
    pub biomass_t_co2: String,
    /// CO2 that was taken off because it was transferred, in t.
    pub transferred_t_co2: String,
    /// Energy of fuels that count, in TJ (net).
    pub fossil_tj: String,
    /// Energy of zero-rated biomass, in TJ (net).
    pub biomass_tj: String,
    /// Emissions of sources outside the system boundaries, in t CO2e; part of the total.
    pub outside_t_co2e: String,
    /// Emissions that no process, unit or `outside` takes, in t CO2e; part of the total.
    pub unattributed_t_co2e: String,
}

/// A source of emissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSource {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// JSON pointer into the request.
    pub path: String,
    /// `combustion`, `process`, `mass-balance`, `measurement`, `pfc-slope`, `pfc-overvoltage` or `transfer`.
    pub method: String,
    /// Number of the method in METHODS and the formula with its figures.
    pub formula: String,
    /// Quantity of fuel, material, flue gas or metal.
    pub activity_data: String,
    /// Its unit.
    pub unit: String,
    /// How the quantity came about: `stated`, `readings` or `stock`.
    pub quantity_from: String,
    /// Factors, in the order of the formula.
    pub factors: Vec<CbamFactorUse>,
    /// Emissions that count, in t CO2e; negative for what leaves a mass balance and for transfers.
    pub t_co2e: String,
    /// CO2 of zero-rated biomass, in t.
    pub biomass_t_co2: String,
    /// Mass of each gas but CO2, in t.
    pub gases: Vec<CbamGas>,
    /// Energy that counts, in TJ (net).
    pub fossil_tj: String,
    /// Energy of zero-rated biomass, in TJ (net).
    pub biomass_tj: String,
    /// What the emissions belong to.
    pub attribution: Vec<CbamAttributed>,
}

/// The mass of a gas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamGas {
    /// `N2O`, `CF4` or `C2F6`.
    pub gas: String,
    /// Mass in t, before the collection efficiency.
    pub t: String,
    /// Effect in t CO2e, before the collection efficiency.
    pub t_co2e: String,
}

/// A factor as it was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFactorUse {
    /// `net_calorific_value`, `emission_factor` …
    pub factor: String,
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// `standard`, `analysis`, `supplier`, `literature`, `estimate`, `computed` or `assumed`.
    pub determination: String,
    /// Tier as stated.
    pub tier: String,
    /// Where it is from: the citation of a standard factor, or as stated.
    pub source: String,
    /// Confidence of a standard factor.
    pub confidence: String,
}

/// A part of an emission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamAttributed {
    /// Process, energy unit or `outside`.
    pub to: String,
    /// A fraction of 1.
    pub share: String,
    /// Emissions in t CO2e.
    pub t_co2e: String,
}

/// Heat and electricity of an energy unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamEnergyUnitResult {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `boiler`, `chp` or `power`.
    pub kind: String,
    /// Formula with METHODS number.
    pub formula: String,
    /// Energy put in, in TJ.
    pub fuel_tj: String,
    /// Emissions, in t CO2e.
    pub t_co2e: String,
    /// Net heat, in TJ.
    pub heat_tj: String,
    /// Electricity, in MWh.
    pub electricity_mwh: String,
    /// Efficiency of heat, a fraction; empty if the energy put in is not known.
    pub heat_efficiency: String,
    /// Efficiency of electricity, a fraction.
    pub electric_efficiency: String,
    /// Part of the emissions that heat carries.
    pub heat_share: String,
    /// Emissions of heat, in t CO2e.
    pub heat_t_co2e: String,
    /// Emission factor of heat, in t CO2e/TJ; empty without heat.
    pub heat_t_co2e_per_tj: String,
    /// Emissions of electricity, in t CO2e.
    pub electricity_t_co2e: String,
    /// Emission factor of electricity, in t CO2e/MWh; empty without electricity.
    pub electricity_t_co2e_per_mwh: String,
    /// The same, in t CO2e/TJ.
    pub electricity_t_co2e_per_tj: String,
    /// Fuel for heat, in TJ.
    pub heat_fuel_tj: String,
    /// Fuel for electricity, in TJ.
    pub electricity_fuel_tj: String,
}

/// A remark about a place of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFinding {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// JSON pointer into the request.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// The rule behind it: act, article, what it says; empty if the fault is no matter of law.
    pub rule: String,
    /// What to do about it.
    pub help: String,
}

/// A number that the act fixes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamParameterUse {
    /// `pack/parameter`.
    pub id: String,
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Document and clause.
    pub source: String,
    /// Confidence.
    pub confidence: String,
}

/// Request of the method `cbam.embedded.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamEmbeddedReportRequest {
    /// The answer of `cbam.embedded`.
    pub answer: CbamEmbeddedAnswer,
    /// `table`, which is also what an empty text means.
    #[serde(default)]
    pub format: String,
    /// `en` (else) or `vi`.
    #[serde(default)]
    pub lang: String,
}
