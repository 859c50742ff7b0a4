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
    /// Whose rules: `transitional` or `definitive`.
    pub regime: String,
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
    /// Production processes; empty while an error keeps a figure out.
    pub processes: Vec<CbamProcessResult>,
    /// The goods with their specific embedded emissions; empty while an error keeps a figure out.
    pub goods: Vec<CbamGoodResult>,
    /// Bought precursors with their weighted averages.
    pub precursors: Vec<CbamPrecursorResult>,
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
    /// Heat that processes and others took, in TJ.
    pub delivered_tj: String,
    /// Emission factor of the heat that was taken: losses are carried by those who take it.
    pub delivered_t_co2e_per_tj: String,
    /// Emissions of heat that left the installation, in t CO2e.
    pub exported_heat_t_co2e: String,
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

/// A production process and what was attributed to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamProcessResult {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// JSON pointer into the request.
    pub path: String,
    /// Aggregated goods category of its goods.
    pub category: String,
    /// What specific emissions are stated for one of: `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`.
    pub functional_unit: String,
    /// Activity level, in functional units.
    pub activity_level: String,
    /// What the attributed direct emissions are made of, in the order of equation 55.
    pub terms: Vec<CbamTerm>,
    /// Attributed direct emissions, in t CO2e; not below zero.
    pub direct_t_co2e: String,
    /// Whether they would have been below zero.
    pub floored: bool,
    /// Electricity used, in MWh.
    pub electricity_mwh: String,
    /// Emissions of the electricity used, in t CO2e.
    pub indirect_t_co2e: String,
    /// Whether indirect emissions of this process count for its goods.
    pub indirect_counts: bool,
    /// Attributed direct emissions for a functional unit.
    pub attributed_direct: String,
    /// Emissions of its own electricity for a functional unit.
    pub attributed_indirect: String,
    /// Precursors.
    pub inputs: Vec<CbamInputResult>,
    /// Specific embedded emissions, exactly, for a functional unit.
    pub see: CbamSpecific,
}

/// A part of attributed emissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamTerm {
    /// `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out` or `electricity-produced`.
    pub term: String,
    /// Source, energy unit, process or name.
    pub with: String,
    /// JSON pointer into the request.
    pub path: String,
    /// With its sign, in t CO2e.
    pub t_co2e: String,
    /// How it was computed.
    pub formula: String,
}

/// A precursor as a process uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamInputResult {
    /// Process or bought precursor.
    pub from: String,
    /// Code of the good.
    pub cn: String,
    /// Quantity used, in t.
    pub quantity_t: String,
    /// Tonnes for a functional unit of what the process makes.
    pub t_per_functional_unit: String,
    /// Specific embedded emissions of a tonne of the precursor, exactly.
    pub see_per_t: CbamSpecific,
    /// Whether the precursor's own indirect emissions count, by the rule on goods of Annex II.
    pub indirect_counts: bool,
}

/// Specific embedded emissions, exactly: decimals, or `n/d`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSpecific {
    /// Direct, in t CO2e.
    pub direct: String,
    /// Indirect that count, in t CO2e.
    pub indirect: String,
    /// Indirect of all electricity, whether they count or not, in t CO2e.
    pub indirect_all: String,
    /// Part of direct and counted indirect that default values make up, in t CO2e.
    pub from_defaults: String,
    /// Electricity, that of precursors included as far as it is stated, in MWh.
    pub electricity_mwh: String,
}

/// A good and what it carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamGoodResult {
    /// The process that makes it.
    pub process: String,
    /// Code of the Combined Nomenclature.
    pub cn: String,
    /// Name.
    pub name: String,
    /// Aggregated goods category.
    pub category: String,
    /// `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen` or `kWh`.
    pub functional_unit: String,
    /// Functional units in a tonne of it (in a MWh of electricity).
    pub functional_units_per_t: String,
    /// Quantity made, in t (MWh of electricity).
    pub quantity: String,
    /// Quantity that no process of the installation used, in t (MWh of electricity).
    pub to_market: String,
    /// Whether indirect emissions of its own electricity count.
    pub indirect_counts: bool,
    /// Direct emissions for a functional unit, in t CO2e, rounded.
    pub see_direct: String,
    /// Indirect emissions that count, likewise.
    pub see_indirect: String,
    /// Their sum, rounded from the exact sum.
    pub see_total: String,
    /// Direct emissions for a tonne (a MWh), in t CO2e, rounded.
    pub see_direct_per_t: String,
    /// Indirect emissions that count, likewise.
    pub see_indirect_per_t: String,
    /// Their sum, rounded from the exact sum.
    pub see_total_per_t: String,
    /// The exact figures for a tonne (a MWh).
    pub exact_per_t: CbamSpecific,
    /// Part of the total that default values make up, a fraction with six decimals.
    pub default_share: String,
}

/// A bought precursor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPrecursorResult {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Code of the Combined Nomenclature.
    pub cn: String,
    /// Aggregated goods category.
    pub category: String,
    /// Quantity, in t.
    pub quantity_t: String,
    /// Quantity that processes used, in t.
    pub used_t: String,
    /// Weighted average for a tonne, exactly.
    pub see_per_t: CbamSpecific,
    /// What it is the average of.
    pub batches: Vec<CbamBatchResult>,
}

/// A precursor from one installation and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamBatchResult {
    /// Who supplies it.
    pub supplier: String,
    /// Country as the tables know it; `XX` if it is not known.
    pub country: String,
    /// The calendar year in which it was made.
    pub period: String,
    /// Quantity, in t.
    pub quantity_t: String,
    /// `actual`, `default` or `exempt` (made where embedded emissions count zero).
    pub determination: String,
    /// For a tonne, exactly.
    pub see_per_t: CbamSpecific,
    /// Where it is from: the verification report, or the row of the default value with its edition and mark-up.
    pub source: String,
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
    /// `table`, which is also what an empty text means, or `html`.
    #[serde(default)]
    pub format: String,
    /// `en` (else) or `vi`.
    #[serde(default)]
    pub lang: String,
}
