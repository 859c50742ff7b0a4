//! An installation under CBAM as a plain document: what its operator monitors in a reporting period.
//!
//! Figures are texts with a decimal point; the unit stands in the field's name or beside it.

use serde::{Deserialize, Serialize};

use super::{CbamBoughtPrecursor, CbamParameter, CbamProcess, CbamStatements};

/// Request of the methods `cbam.embedded`, `cbam.explain` and `cbam.report`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamEmbeddedRequest {
    /// Who and where.
    pub installation: CbamInstallation,
    /// The reporting period: a calendar year; until 2025 also two days, `2024-04-01/2025-03-31`. Required.
    pub period: String,
    /// Whose rules: `transitional` (2023 to 2025) or `definitive` (from 2026 on); what the period says if it is empty.
    pub regime: String,
    /// The verifier of the operator's report.
    pub verifier: Option<CbamVerifier>,
    /// What the operator says beside the figures: data quality, legal acts of a carbon price.
    pub remarks: Vec<CbamParameter>,
    /// Fuels and materials, by the calculation-based methods.
    pub streams: Vec<CbamStream>,
    /// Emission sources with continuous measurement.
    pub measurements: Vec<CbamMeasurement>,
    /// Perfluorocarbons of primary aluminium.
    pub pfc: Vec<CbamPfc>,
    /// CO2 that leaves the installation instead of being emitted.
    pub transfers: Vec<CbamTransfer>,
    /// Boilers, combined heat and power, power plants within the installation.
    pub energy_units: Vec<CbamEnergyUnit>,
    /// Production processes.
    pub processes: Vec<CbamProcess>,
    /// Precursors that are bought.
    pub precursors: Vec<CbamBoughtPrecursor>,
    /// How the figures at the end are rounded.
    pub rounding: CbamRounding,
    /// What the operator's report says beside the figures.
    pub statements: CbamStatements,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Who and where an installation is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamInstallation {
    /// Name. Required.
    pub name: String,
    /// Its operator.
    pub operator: String,
    /// ISO 3166-1 code of the country. Required.
    pub country: String,
    /// Address.
    pub address: String,
    /// UN/LOCODE.
    pub unlocode: String,
    /// Degrees, north positive.
    pub latitude: String,
    /// Degrees, east positive.
    pub longitude: String,
    /// What it does.
    pub economic_activity: String,
    /// Name and address of the person to ask.
    pub contact: String,
}

/// Who verified the operator's report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamVerifier {
    /// Name of the company.
    pub name: String,
    /// Address.
    pub address: String,
    /// Country.
    pub country: String,
    /// Authorised representative, and how to reach him.
    pub contact: String,
    /// State of the accreditation.
    pub accreditation_country: String,
    /// National accreditation body.
    pub accreditation_body: String,
    /// Number of the accreditation.
    pub accreditation_number: String,
}

/// A part of an emission and what it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamShare {
    /// Identifier of a process or of an energy unit; `outside` for what lies outside the system boundaries. Required.
    pub to: String,
    /// A fraction of 1; may be empty if there is one entry only.
    pub share: String,
}

/// A calculation factor of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamFactor {
    /// The number.
    pub value: String,
    /// Its unit: `GJ/t`, `TJ/t`, `GJ/1000Nm3`, `tCO2/TJ`, `tCO2/t`, `tCO2/1000Nm3`, `tC/t`, `tC/1000Nm3`; empty for fractions.
    pub unit: String,
    /// `analysis`, `supplier`, `literature`, `estimate`; `unspecified` if nobody says.
    pub determination: String,
    /// Tier of the monitoring plan.
    pub tier: String,
    /// Where the number is from: laboratory report, certificate, letter.
    pub source: String,
}

/// Two readings of a meter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamReading {
    /// The meter.
    pub meter: String,
    /// Reading at the start, in the unit of the stream.
    pub start: String,
    /// Reading at the end.
    pub end: String,
    /// What a step of the meter stands for; 1 if empty.
    pub multiplier: String,
}

/// A quantity from deliveries and stocks, in the unit of the stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamStock {
    /// Delivered within the period.
    pub delivered: String,
    /// In stock at the start.
    pub opening: String,
    /// In stock at the end.
    pub closing: String,
    /// Passed on to others.
    pub passed_on: String,
}

/// A fuel or material: a source stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamStream {
    /// Identifier. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// `combustion`, `process` or `mass-balance`. Required.
    pub method: String,
    /// `in` (else) or, in a mass balance, `out` for what leaves with its carbon.
    pub direction: String,
    /// Quantity burnt or used in the period; may be left out if `readings` or `stock` say it.
    pub activity_data: String,
    /// Unit of the quantity: a mass, or a volume of gas at normal state such as `Nm3` or `1000Nm3`. Required.
    pub unit: String,
    /// Readings of the meters that the quantity is from.
    pub readings: Vec<CbamReading>,
    /// Deliveries and stocks that the quantity is from.
    pub stock: Option<CbamStock>,
    /// Name of a fuel or material in the table of standard factors: `natural-gas`; for factors that are not given.
    pub standard: String,
    /// Net calorific value.
    pub net_calorific_value: Option<CbamFactor>,
    /// Emission factor; for biomass and mixed fuels the preliminary one.
    pub emission_factor: Option<CbamFactor>,
    /// Process emissions: what the material is made of, instead of an emission factor; carbonates that go in, or oxides from carbonates that come
    /// out.
    pub composition: Vec<CbamComponent>,
    /// Process emissions: cement kiln dust that leaves the kiln, instead of an emission factor.
    pub kiln_dust: Option<CbamKilnDust>,
    /// Carbon content.
    pub carbon_content: Option<CbamFactor>,
    /// Oxidation factor, a fraction; 1 if it is not given.
    pub oxidation_factor: Option<CbamFactor>,
    /// Conversion factor, a fraction; 1 if it is not given.
    pub conversion_factor: Option<CbamFactor>,
    /// Biomass fraction of the carbon; 0 if it is not given.
    pub biomass_fraction: Option<CbamFactor>,
    /// Whether the biomass meets the criteria of sustainability. Required with a biomass fraction.
    pub biomass_sustainable: Option<bool>,
    /// The proof of sustainability.
    pub biomass_evidence: String,
    /// What the stream is used for, where a rule on system boundaries asks: `plating`, `mobile-machinery` …
    pub step: String,
    /// What the emissions belong to.
    pub attribution: Vec<CbamShare>,
}

/// A part of a material.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamComponent {
    /// The carbonate or oxide in the table of standard factors: `carbonate-caco3`, `oxide-cao`. Required.
    pub standard: String,
    /// Its fraction of the mass; of an oxide what was no carbonate in the raw meal is taken off. Required.
    pub fraction: String,
}

/// Cement kiln dust; with both fields empty the factor of the act holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamKilnDust {
    /// Emission factor of the clinker, in t CO2/t.
    pub clinker_emission_factor: String,
    /// Degree of calcination of the dust, a fraction.
    pub degree_of_calcination: String,
}

/// An emission source with continuous measurement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamMeasurement {
    /// Identifier. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// `CO2` or `N2O`. Required.
    pub gas: String,
    /// Average concentration in the flue gas, in g/Nm3.
    pub concentration_g_per_nm3: String,
    /// Average flow of the flue gas, in Nm3/h.
    pub flow_nm3_per_h: String,
    /// Hours of operation.
    pub hours: String,
    /// Concentration of each hour, in g/Nm3, instead of averages.
    pub hourly_g_per_nm3: Vec<String>,
    /// Flow of each hour, in Nm3/h.
    pub hourly_nm3: Vec<String>,
    /// Biomass fraction of the CO2; 0 if it is not given.
    pub biomass_fraction: Option<CbamFactor>,
    /// Whether the biomass meets the criteria of sustainability. Required with a biomass fraction.
    pub biomass_sustainable: Option<bool>,
    /// The proof of sustainability.
    pub biomass_evidence: String,
    /// What the emissions belong to.
    pub attribution: Vec<CbamShare>,
}

/// Perfluorocarbons of a potline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamPfc {
    /// Identifier. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// `slope` or `overvoltage`. Required.
    pub method: String,
    /// Technology of the cells, for standard coefficients: `cwpb`, `swpb`, `vss`, `hss`, `pfpb-l`, `pfpb-m`, `pfpb-mw`.
    pub technology: String,
    /// Primary aluminium produced, in t. Required.
    pub aluminium_t: String,
    /// Slope: anode effects a cell-day.
    pub anode_effects_per_cell_day: String,
    /// Slope: mean duration of an anode effect, in minutes.
    pub anode_effect_minutes: String,
    /// Slope: emission factor in (kg CF4/t Al)/(anode-effect minutes/cell-day).
    pub slope_emission_factor: Option<CbamFactor>,
    /// Overvoltage: anode effect overvoltage, in mV a cell.
    pub overvoltage_mv: String,
    /// Overvoltage: mean current efficiency, in per cent.
    pub current_efficiency_percent: String,
    /// Overvoltage: coefficient in (kg CF4/t Al)/mV.
    pub overvoltage_coefficient: Option<CbamFactor>,
    /// Mass of C2F6 for a mass of CF4.
    pub c2f6_fraction: Option<CbamFactor>,
    /// Collection efficiency of the ducts, a fraction. Required.
    pub collection_efficiency: String,
    /// What the emissions belong to.
    pub attribution: Vec<CbamShare>,
}

/// CO2 that leaves the installation instead of being emitted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamTransfer {
    /// Identifier. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// CO2 transferred, in t, that of biomass included. Required.
    pub t_co2: String,
    /// `permanent-storage`, `permanent-products` or another use such as `urea`. Required.
    pub destination: String,
    /// Whether the receiver monitors it by rules equivalent to those of the EU ETS. Required.
    pub equivalent_monitoring: Option<bool>,
    /// Part of the CO2 that is from zero-rated biomass; 0 if it is not given.
    pub biomass_fraction: String,
    /// The receiver, and the proof.
    pub receiver: String,
    /// What the emissions belonged to.
    pub attribution: Vec<CbamShare>,
}

/// A boiler, a combined heat and power unit or a power plant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamEnergyUnit {
    /// Identifier; streams name it in their attribution. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// `boiler`, `chp` or `power`. Required.
    pub kind: String,
    /// Net measurable heat produced, in TJ.
    pub heat_tj: String,
    /// Flows of heat that the net heat is computed from.
    pub heat_flows: Vec<CbamHeatFlow>,
    /// Electricity produced, in MWh.
    pub electricity_mwh: String,
    /// Energy put in, in TJ; else that of the streams attributed to the unit.
    pub fuel_tj: String,
    /// Emissions stated for the unit, in t CO2e, instead of those of the sources attributed to it.
    pub t_co2e: String,
    /// Combined heat and power: reference efficiency of separate heat, a fraction.
    pub reference_heat_efficiency: String,
    /// Combined heat and power: reference efficiency of separate electricity, a fraction.
    pub reference_electric_efficiency: String,
    /// Heat that leaves the installation, in TJ; 0 if it is not given.
    pub exported_heat_tj: String,
    /// Electricity that leaves the installation, in MWh; 0 if it is not given.
    pub exported_mwh: String,
}

/// Heat in a flow of steam or water.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamHeatFlow {
    /// Mass, in t.
    pub mass_t: String,
    /// Specific enthalpy supplied, in kJ/kg.
    pub supply_kj_per_kg: String,
    /// Specific enthalpy returned, in kJ/kg: that of water at 90 °C if the return is not known.
    pub return_kj_per_kg: String,
}

/// How figures are rounded at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamRounding {
    /// Decimals of specific embedded emissions, at most 5, which is also what an empty field means.
    pub decimals: Option<u32>,
    /// `half-up` (else) or `half-even`: the act does not say what becomes of ties.
    pub ties: String,
}
