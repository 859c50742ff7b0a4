//! Production processes and precursors of an installation under CBAM, as its operator writes them.

use serde::{Deserialize, Serialize};

/// A production process, or several goods and steps in one joint process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamProcess {
    /// Identifier; streams, inputs and heat name it. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// Production routes of its goods.
    pub routes: Vec<String>,
    /// Indicator of the production route for the benchmark: `C`, `E`, `K` …, where the table has several.
    pub benchmark_route: String,
    /// Joint process: the aggregated goods categories that are made and used up within it.
    pub covers: Vec<String>,
    /// Joint process: how much of them is made and used up; their benchmarks count for the adjustment for free allocation.
    pub covered: Vec<CbamCovered>,
    /// Why goods of one code are made in more than one process, if they are.
    pub split_reason: String,
    /// What it makes. Required.
    pub goods: Vec<CbamMadeGood>,
    /// Scrap, by-products, residues: they carry nothing.
    pub by_products: Vec<CbamByProduct>,
    /// Direct emissions that are stated instead of computed from sources.
    pub direct: Vec<CbamStatedEmission>,
    /// Measurable heat that comes in or goes out.
    pub heat: Vec<CbamHeatUse>,
    /// Waste gas that comes in or goes out.
    pub waste_gas: Vec<CbamWasteGas>,
    /// Electricity used.
    pub electricity: Vec<CbamElectricityUse>,
    /// Electricity produced within the process.
    pub electricity_produced: Vec<CbamElectricityMade>,
    /// Precursors used, all that is needed, losses and scrap included.
    pub inputs: Vec<CbamInput>,
}

/// A precursor that a joint process makes and uses up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamCovered {
    /// Code of the Combined Nomenclature, eight digits. Required.
    pub cn: String,
    /// Quantity made and used up in the period, in t. Required.
    pub quantity_t: String,
    /// Indicator of its production route for the benchmark, where the table has several.
    pub benchmark_route: String,
}

/// A good that a process makes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamMadeGood {
    /// Code of the Combined Nomenclature, eight digits. Required, or else the category.
    pub cn: String,
    /// Aggregated goods category, for what is used up within the installation and has no code in the papers.
    pub category: String,
    /// Name.
    pub name: String,
    /// Quantity made in the period that meets the specification, in t, what is used in other processes included.
    pub quantity_t: String,
    /// Quantity of electricity made, in MWh; for electricity instead of tonnes.
    pub quantity_mwh: String,
    /// Clinker or nitrogen contained, a fraction of the mass; for goods whose functional unit is one of them.
    pub content: String,
    /// Parameters of the sector that have to be reported.
    pub parameters: Vec<CbamParameter>,
    /// The carbon price due where it was made; kept for the importer, nothing is computed with it.
    pub carbon_price: Option<CbamGoodPrice>,
}

/// The carbon price due for a good where it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamGoodPrice {
    /// Kind of instrument: tax, trading system.
    pub instrument: String,
    /// Part of the total embedded emissions that it covers, a fraction of 1.
    pub share_covered: String,
    /// Currency, ISO 4217.
    pub currency: String,
    /// Price due before rebates, in the currency for a tonne (a MWh) of the good.
    pub due_per_t: String,
    /// Kind of rebate.
    pub rebate: String,
    /// Part of the total embedded emissions that the rebate covers, a fraction of 1.
    pub rebate_share: String,
    /// Rebate, in the currency for a tonne (a MWh) of the good.
    pub rebate_per_t: String,
}

/// A parameter of the sector.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamParameter {
    /// Its name, as the category lists it.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What a process makes beside its goods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamByProduct {
    /// Name.
    pub name: String,
    /// `scrap`, `by-product` or `residue`.
    pub kind: String,
    /// Quantity, in t.
    pub quantity_t: String,
}

/// Emissions that are stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamStatedEmission {
    /// What they are.
    pub name: String,
    /// In t CO2e. Required.
    pub t_co2e: String,
    /// Where the figure is from.
    pub source: String,
}

/// Measurable heat across the boundary of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamHeatUse {
    /// `in` or `out`. Required.
    pub direction: String,
    /// In: an energy unit of the document, or who supplies the heat. Out: a process of the document, or who takes it.
    pub with: String,
    /// Net heat, in TJ. Required.
    pub tj: String,
    /// Emission factor, in t CO2e/TJ; not for heat of an energy unit, which has its own.
    pub t_co2e_per_tj: String,
    /// Where the factor is from.
    pub source: String,
}

/// Waste gas across the boundary of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamWasteGas {
    /// `in` or `out`. Required.
    pub direction: String,
    /// Out: a process of the document, or who takes it. In: who supplies it.
    pub with: String,
    /// Energy of the gas (net), in TJ; or quantity and calorific value.
    pub tj: String,
    /// Volume, in 1000 Nm3.
    pub knm3: String,
    /// Net calorific value, in GJ/1000 Nm3.
    pub gj_per_knm3: String,
}

/// Electricity that a process uses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamElectricityUse {
    /// An energy unit of the document, or who supplies it. Required.
    pub from: String,
    /// In MWh. Required.
    pub mwh: String,
    /// Emission factor, in t CO2e/MWh; not for electricity of an energy unit, which has its own.
    pub t_co2e_per_mwh: String,
    /// Why this factor: `grid-default`, `direct-link` or `ppa`; until 2025 also `grid-other`, `own`, `own-chp`, `mix`, `unspecified`; not for an energy unit.
    pub basis: String,
    /// Where the factor is from.
    pub source: String,
}

/// Electricity that a process makes, e.g. from recovered heat or pressure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamElectricityMade {
    /// In MWh. Required.
    pub mwh: String,
    /// Emission factor, in t CO2e/MWh. Required.
    pub t_co2e_per_mwh: String,
    /// Where the factor is from.
    pub source: String,
}

/// A precursor that a process uses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamInput {
    /// A process or a bought precursor of the document. Required.
    pub from: String,
    /// Code of the good, if the process makes several.
    pub cn: String,
    /// Quantity used, in t. Required.
    pub quantity_t: String,
}

/// A precursor that is bought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamBoughtPrecursor {
    /// Identifier; inputs name it. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// Code of the Combined Nomenclature, eight digits. Required, or else the category.
    pub cn: String,
    /// Aggregated goods category, where the papers do not state the code; `alloys` for FeMn, FeCr or FeNi.
    pub category: String,
    /// Clinker or nitrogen contained, a fraction of the mass; where specific emissions are per functional unit.
    pub content: String,
    /// `grey` or `white`, where default values tell clinker apart.
    pub variant: String,
    /// Production routes, as its suppliers name them.
    pub routes: Vec<String>,
    /// What was used of it, by installation and period. Required.
    pub batches: Vec<CbamBatch>,
}

/// A precursor from one installation and period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamBatch {
    /// Who supplies it.
    pub supplier: String,
    /// The installation that made it.
    pub installation: String,
    /// Country where it was made, code or name; `unknown` if it is not known. Required.
    pub country: String,
    /// The calendar year in which it was made; that of the report if it is not given.
    pub period: String,
    /// Quantity, in t. Required.
    pub quantity_t: String,
    /// Indicator of its production route for the benchmark, where the tables do not tell it.
    pub benchmark_route: String,
    /// `actual` or `default`; in the transitional regime also `estimate`. Required.
    pub determination: String,
    /// Transitional regime: how indirect emissions were determined, if not in the same way.
    pub indirect_determination: String,
    /// Actual, in the transitional regime always: specific direct embedded emissions, in t CO2e.
    pub see_direct: String,
    /// Actual: specific indirect embedded emissions, in t CO2e.
    pub see_indirect: String,
    /// Actual: electricity for one, in MWh; instead of `see_indirect`, with the factor beside it.
    pub mwh: String,
    /// Actual: emission factor of that electricity, in t CO2e/MWh.
    pub t_co2e_per_mwh: String,
    /// Actual: what the three are for one of: `t` or `functional-unit`. Required where the functional unit is not the tonne.
    pub per: String,
    /// Actual: the verifier, accredited for the sector.
    pub verifier: String,
    /// Actual: the verification report.
    pub verification_report: String,
    /// Actual: specific embedded free allocation of a tonne, in t CO2e, as the report of its installation states it.
    pub sefa_per_t: String,
}
