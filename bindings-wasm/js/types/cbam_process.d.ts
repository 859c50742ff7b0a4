// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** A production process, or several goods and steps in one joint process. */
export interface CbamProcess {
  /** Identifier; streams, inputs and heat name it. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** Production routes of its goods. */
  routes?: string[];
  /** Indicator of the production route for the benchmark: `C`, `E`, `K` …, where the table has several. */
  benchmark_route?: string;
  /** Joint process: the aggregated goods categories that are made and used up within it. */
  covers?: string[];
  /** Joint process: how much of them is made and used up; their benchmarks count for the adjustment for free allocation. */
  covered?: CbamCovered[];
  /** Why goods of one code are made in more than one process, if they are. */
  split_reason?: string;
  /** What it makes. Required. */
  goods: CbamMadeGood[];
  /** Scrap, by-products, residues: they carry nothing. */
  by_products?: CbamByProduct[];
  /** Direct emissions that are stated instead of computed from sources. */
  direct?: CbamStatedEmission[];
  /** Measurable heat that comes in or goes out. */
  heat?: CbamHeatUse[];
  /** Waste gas that comes in or goes out. */
  waste_gas?: CbamWasteGas[];
  /** Electricity used. */
  electricity?: CbamElectricityUse[];
  /** Electricity produced within the process. */
  electricity_produced?: CbamElectricityMade[];
  /** Precursors used, all that is needed, losses and scrap included. */
  inputs?: CbamInput[];
}

/** A precursor that a joint process makes and uses up. */
export interface CbamCovered {
  /** Code of the Combined Nomenclature, eight digits. Required. */
  cn: string;
  /** Quantity made and used up in the period, in t. Required. */
  quantity_t: string;
  /** Indicator of its production route for the benchmark, where the table has several. */
  benchmark_route?: string;
}

/** A good that a process makes. */
export interface CbamMadeGood {
  /** Code of the Combined Nomenclature, eight digits. Required, or else the category. */
  cn?: string;
  /** Aggregated goods category, for what is used up within the installation and has no code in the papers. */
  category?: string;
  /** Name. */
  name?: string;
  /** Quantity made in the period that meets the specification, in t, what is used in other processes included. */
  quantity_t?: string;
  /** Quantity of electricity made, in MWh; for electricity instead of tonnes. */
  quantity_mwh?: string;
  /** Clinker or nitrogen contained, a fraction of the mass; for goods whose functional unit is one of them. */
  content?: string;
  /** Parameters of the sector that have to be reported. */
  parameters?: CbamParameter[];
  /** The carbon price due where it was made; kept for the importer, nothing is computed with it. */
  carbon_price?: CbamGoodPrice;
}

/** The carbon price due for a good where it was made. */
export interface CbamGoodPrice {
  /** Kind of instrument: tax, trading system. */
  instrument?: string;
  /** Part of the total embedded emissions that it covers, a fraction of 1. */
  share_covered?: string;
  /** Currency, ISO 4217. */
  currency?: string;
  /** Price due before rebates, in the currency for a tonne (a MWh) of the good. */
  due_per_t?: string;
  /** Kind of rebate. */
  rebate?: string;
  /** Part of the total embedded emissions that the rebate covers, a fraction of 1. */
  rebate_share?: string;
  /** Rebate, in the currency for a tonne (a MWh) of the good. */
  rebate_per_t?: string;
}

/** A parameter of the sector. */
export interface CbamParameter {
  /** Its name, as the category lists it. */
  name?: string;
  /** Its value. */
  value?: string;
}

/** What a process makes beside its goods. */
export interface CbamByProduct {
  /** Name. */
  name?: string;
  /** `scrap`, `by-product` or `residue`. */
  kind?: string;
  /** Quantity, in t. */
  quantity_t?: string;
}

/** Emissions that are stated. */
export interface CbamStatedEmission {
  /** What they are. */
  name?: string;
  /** In t CO2e. Required. */
  t_co2e: string;
  /** Where the figure is from. */
  source?: string;
}

/** Measurable heat across the boundary of a process. */
export interface CbamHeatUse {
  /** `in` or `out`. Required. */
  direction: string;
  /** In: an energy unit of the document, or who supplies the heat. Out: a process of the document, or who takes it. */
  with?: string;
  /** Net heat, in TJ. Required. */
  tj: string;
  /** Emission factor, in t CO2e/TJ; not for heat of an energy unit, which has its own. */
  t_co2e_per_tj?: string;
  /** Where the factor is from. */
  source?: string;
}

/** Waste gas across the boundary of a process. */
export interface CbamWasteGas {
  /** `in` or `out`. Required. */
  direction: string;
  /** Out: a process of the document, or who takes it. In: who supplies it. */
  with?: string;
  /** Energy of the gas (net), in TJ; or quantity and calorific value. */
  tj?: string;
  /** Volume, in 1000 Nm3. */
  knm3?: string;
  /** Net calorific value, in GJ/1000 Nm3. */
  gj_per_knm3?: string;
}

/** Electricity that a process uses. */
export interface CbamElectricityUse {
  /** An energy unit of the document, or who supplies it. Required. */
  from: string;
  /** In MWh. Required. */
  mwh: string;
  /** Emission factor, in t CO2e/MWh; not for electricity of an energy unit, which has its own. */
  t_co2e_per_mwh?: string;
  /** Why this factor: `grid-default`, `direct-link` or `ppa`; until 2025 also `grid-other`, `own`, `own-chp`, `mix`, `unspecified`; not for an energy unit. */
  basis?: string;
  /** Where the factor is from. */
  source?: string;
}

/** Electricity that a process makes, e.g. from recovered heat or pressure. */
export interface CbamElectricityMade {
  /** In MWh. Required. */
  mwh: string;
  /** Emission factor, in t CO2e/MWh. Required. */
  t_co2e_per_mwh: string;
  /** Where the factor is from. */
  source?: string;
}

/** A precursor that a process uses. */
export interface CbamInput {
  /** A process or a bought precursor of the document. Required. */
  from: string;
  /** Code of the good, if the process makes several. */
  cn?: string;
  /** Quantity used, in t. Required. */
  quantity_t: string;
}

/** A precursor that is bought. */
export interface CbamBoughtPrecursor {
  /** Identifier; inputs name it. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** Code of the Combined Nomenclature, eight digits. Required, or else the category. */
  cn?: string;
  /** Aggregated goods category, where the papers do not state the code; `alloys` for FeMn, FeCr or FeNi. */
  category?: string;
  /** Clinker or nitrogen contained, a fraction of the mass; where specific emissions are per functional unit. */
  content?: string;
  /** `grey` or `white`, where default values tell clinker apart. */
  variant?: string;
  /** Production routes, as its suppliers name them. */
  routes?: string[];
  /** What was used of it, by installation and period. Required. */
  batches: CbamBatch[];
}

/** A precursor from one installation and period. */
export interface CbamBatch {
  /** Who supplies it. */
  supplier?: string;
  /** The installation that made it. */
  installation?: string;
  /** Country where it was made, code or name; `unknown` if it is not known. Required. */
  country: string;
  /** The calendar year in which it was made; that of the report if it is not given. */
  period?: string;
  /** Quantity, in t. Required. */
  quantity_t: string;
  /** Indicator of its production route for the benchmark, where the tables do not tell it. */
  benchmark_route?: string;
  /** `actual` or `default`; in the transitional regime also `estimate`. Required. */
  determination: string;
  /** Transitional regime: how indirect emissions were determined, if not in the same way. */
  indirect_determination?: string;
  /** Actual, in the transitional regime always: specific direct embedded emissions, in t CO2e. */
  see_direct?: string;
  /** Actual: specific indirect embedded emissions, in t CO2e. */
  see_indirect?: string;
  /** Actual: electricity for one, in MWh; instead of `see_indirect`, with the factor beside it. */
  mwh?: string;
  /** Actual: emission factor of that electricity, in t CO2e/MWh. */
  t_co2e_per_mwh?: string;
  /** Actual: what the three are for one of: `t` or `functional-unit`. Required where the functional unit is not the tonne. */
  per?: string;
  /** Actual: the verifier, accredited for the sector. */
  verifier?: string;
  /** Actual: the verification report. */
  verification_report?: string;
  /** Actual: specific embedded free allocation of a tonne, in t CO2e, as the report of its installation states it. */
  sefa_per_t?: string;
}
