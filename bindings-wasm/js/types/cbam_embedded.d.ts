// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PackUse } from "./answer.js";
import type { CbamInstallation } from "./cbam_installation.js";

/** Answer of the method `cbam.embedded`. */
export interface CbamEmbeddedAnswer {
  /** `emitrace/cbam-embedded/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The figures and how they were made. */
  report: CbamEmbeddedReport;
}

/** What an installation emitted, and what its goods carry. */
export interface CbamEmbeddedReport {
  /** Whether nothing is left out: no finding is an error. */
  complete: boolean;
  /** Who and where, as stated. */
  installation: CbamInstallation;
  /** The calendar year. */
  period: string;
  /** Whose rules: `transitional` or `definitive`. */
  regime: string;
  /** The act and its edition. */
  act: string;
  /** Decimals of specific embedded emissions. */
  decimals: number;
  /** `half-up` or `half-even`. */
  ties: string;
  /** Totals of the installation. */
  totals: CbamTotals;
  /** Every source of emissions, in the order of the document: streams, measurements, PFC, transfers. */
  sources: CbamSource[];
  /** Heat and electricity made within the installation. */
  energy_units: CbamEnergyUnitResult[];
  /** Production processes; empty while an error keeps a figure out. */
  processes: CbamProcessResult[];
  /** The goods with their specific embedded emissions; empty while an error keeps a figure out. */
  goods: CbamGoodResult[];
  /** Bought precursors with their weighted averages. */
  precursors: CbamPrecursorResult[];
  /** What is wrong, missing or to be known. */
  findings: CbamFinding[];
  /** Numbers that the act fixes and that were used. */
  parameters: CbamParameterUse[];
  /** Packs of factors and parameters that were used. */
  packs: PackUse[];
}

/** Totals of an installation in the period. */
export interface CbamTotals {
  /** Direct emissions that count, transfers taken off, in t CO2e. */
  direct_t_co2e: string;
  /** The same in whole tonnes. */
  direct_whole_t_co2e: string;
  /** CO2, transfers taken off, in t. */
  co2_t: string;
  /** N2O, in t CO2e. */
  n2o_t_co2e: string;
  /** Perfluorocarbons, in t CO2e. */
  pfc_t_co2e: string;
  /** CO2 of zero-rated biomass, in t; not in the totals. */
  biomass_t_co2: string;
  /** CO2 that was taken off because it was transferred, in t. */
  transferred_t_co2: string;
  /** Energy of fuels that count, in TJ (net). */
  fossil_tj: string;
  /** Energy of zero-rated biomass, in TJ (net). */
  biomass_tj: string;
  /** Emissions of sources outside the system boundaries, in t CO2e; part of the total. */
  outside_t_co2e: string;
  /** Emissions that no process, unit or `outside` takes, in t CO2e; part of the total. */
  unattributed_t_co2e: string;
}

/** A source of emissions. */
export interface CbamSource {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** JSON pointer into the request. */
  path: string;
  /** `combustion`, `process`, `mass-balance`, `measurement`, `pfc-slope`, `pfc-overvoltage` or `transfer`. */
  method: string;
  /** Number of the method in METHODS and the formula with its figures. */
  formula: string;
  /** Quantity of fuel, material, flue gas or metal. */
  activity_data: string;
  /** Its unit. */
  unit: string;
  /** How the quantity came about: `stated`, `readings` or `stock`. */
  quantity_from: string;
  /** Factors, in the order of the formula. */
  factors: CbamFactorUse[];
  /** Emissions that count, in t CO2e; negative for what leaves a mass balance and for transfers. */
  t_co2e: string;
  /** CO2 of zero-rated biomass, in t. */
  biomass_t_co2: string;
  /** Mass of each gas but CO2, in t. */
  gases: CbamGas[];
  /** Energy that counts, in TJ (net). */
  fossil_tj: string;
  /** Energy of zero-rated biomass, in TJ (net). */
  biomass_tj: string;
  /** What the emissions belong to. */
  attribution: CbamAttributed[];
}

/** The mass of a gas. */
export interface CbamGas {
  /** `N2O`, `CF4` or `C2F6`. */
  gas: string;
  /** Mass in t, before the collection efficiency. */
  t: string;
  /** Effect in t CO2e, before the collection efficiency. */
  t_co2e: string;
}

/** A factor as it was used. */
export interface CbamFactorUse {
  /** `net_calorific_value`, `emission_factor` … */
  factor: string;
  /** The number. */
  value: string;
  /** Its unit. */
  unit: string;
  /** `standard`, `analysis`, `supplier`, `literature`, `estimate`, `computed` or `assumed`. */
  determination: string;
  /** Tier as stated. */
  tier: string;
  /** Where it is from: the citation of a standard factor, or as stated. */
  source: string;
  /** Confidence of a standard factor. */
  confidence: string;
}

/** A part of an emission. */
export interface CbamAttributed {
  /** Process, energy unit or `outside`. */
  to: string;
  /** A fraction of 1. */
  share: string;
  /** Emissions in t CO2e. */
  t_co2e: string;
}

/** Heat and electricity of an energy unit. */
export interface CbamEnergyUnitResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** `boiler`, `chp` or `power`. */
  kind: string;
  /** Formula with METHODS number. */
  formula: string;
  /** Energy put in, in TJ. */
  fuel_tj: string;
  /** Emissions, in t CO2e. */
  t_co2e: string;
  /** Net heat, in TJ. */
  heat_tj: string;
  /** Electricity, in MWh. */
  electricity_mwh: string;
  /** Efficiency of heat, a fraction; empty if the energy put in is not known. */
  heat_efficiency: string;
  /** Efficiency of electricity, a fraction. */
  electric_efficiency: string;
  /** Part of the emissions that heat carries. */
  heat_share: string;
  /** Emissions of heat, in t CO2e. */
  heat_t_co2e: string;
  /** Emission factor of heat, in t CO2e/TJ; empty without heat. */
  heat_t_co2e_per_tj: string;
  /** Heat that processes and others took, in TJ. */
  delivered_tj: string;
  /** Emission factor of the heat that was taken: losses are carried by those who take it. */
  delivered_t_co2e_per_tj: string;
  /** Emissions of heat that left the installation, in t CO2e. */
  exported_heat_t_co2e: string;
  /** Emissions of electricity, in t CO2e. */
  electricity_t_co2e: string;
  /** Emission factor of electricity, in t CO2e/MWh; empty without electricity. */
  electricity_t_co2e_per_mwh: string;
  /** The same, in t CO2e/TJ. */
  electricity_t_co2e_per_tj: string;
  /** Fuel for heat, in TJ. */
  heat_fuel_tj: string;
  /** Fuel for electricity, in TJ. */
  electricity_fuel_tj: string;
}

/** A production process and what was attributed to it. */
export interface CbamProcessResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** JSON pointer into the request. */
  path: string;
  /** Aggregated goods category of its goods. */
  category: string;
  /** What specific emissions are stated for one of: `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`. */
  functional_unit: string;
  /** Activity level, in functional units. */
  activity_level: string;
  /** What the attributed direct emissions are made of, in the order of equation 55. */
  terms: CbamTerm[];
  /** Attributed direct emissions, in t CO2e; not below zero. */
  direct_t_co2e: string;
  /** Whether they would have been below zero. */
  floored: boolean;
  /** Electricity used, in MWh. */
  electricity_mwh: string;
  /** Emissions of the electricity used, in t CO2e. */
  indirect_t_co2e: string;
  /** Whether indirect emissions of this process count for its goods. */
  indirect_counts: boolean;
  /** Attributed direct emissions for a functional unit. */
  attributed_direct: string;
  /** Emissions of its own electricity for a functional unit. */
  attributed_indirect: string;
  /** Precursors. */
  inputs: CbamInputResult[];
  /** Specific embedded emissions, exactly, for a functional unit. */
  see: CbamSpecific;
}

/** A part of attributed emissions. */
export interface CbamTerm {
  /** `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out` or `electricity-produced`. */
  term: string;
  /** Source, energy unit, process or name. */
  with: string;
  /** JSON pointer into the request. */
  path: string;
  /** With its sign, in t CO2e. */
  t_co2e: string;
  /** How it was computed. */
  formula: string;
}

/** A precursor as a process uses it. */
export interface CbamInputResult {
  /** Process or bought precursor. */
  from: string;
  /** Code of the good. */
  cn: string;
  /** Quantity used, in t. */
  quantity_t: string;
  /** Tonnes for a functional unit of what the process makes. */
  t_per_functional_unit: string;
  /** Specific embedded emissions of a tonne of the precursor, exactly. */
  see_per_t: CbamSpecific;
  /** Whether the precursor's own indirect emissions count, by the rule on goods of Annex II. */
  indirect_counts: boolean;
}

/** Specific embedded emissions, exactly: decimals, or `n/d`. */
export interface CbamSpecific {
  /** Direct, in t CO2e. */
  direct: string;
  /** Indirect that count, in t CO2e. */
  indirect: string;
  /** Indirect of all electricity, whether they count or not, in t CO2e. */
  indirect_all: string;
  /** Part of direct and counted indirect that default values make up, in t CO2e. */
  from_defaults: string;
  /** Electricity, that of precursors included as far as it is stated, in MWh. */
  electricity_mwh: string;
}

/** A good and what it carries. */
export interface CbamGoodResult {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Name. */
  name: string;
  /** Aggregated goods category. */
  category: string;
  /** `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen` or `kWh`. */
  functional_unit: string;
  /** Functional units in a tonne of it (in a MWh of electricity). */
  functional_units_per_t: string;
  /** Quantity made, in t (MWh of electricity). */
  quantity: string;
  /** Quantity that no process of the installation used, in t (MWh of electricity). */
  to_market: string;
  /** Whether indirect emissions of its own electricity count. */
  indirect_counts: boolean;
  /** Direct emissions for a functional unit, in t CO2e, rounded. */
  see_direct: string;
  /** Indirect emissions that count, likewise. */
  see_indirect: string;
  /** Their sum, rounded from the exact sum. */
  see_total: string;
  /** Direct emissions for a tonne (a MWh), in t CO2e, rounded. */
  see_direct_per_t: string;
  /** Indirect emissions that count, likewise. */
  see_indirect_per_t: string;
  /** Their sum, rounded from the exact sum. */
  see_total_per_t: string;
  /** The exact figures for a tonne (a MWh). */
  exact_per_t: CbamSpecific;
  /** Part of the total that default values make up, a fraction with six decimals. */
  default_share: string;
}

/** A bought precursor. */
export interface CbamPrecursorResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Aggregated goods category. */
  category: string;
  /** Quantity, in t. */
  quantity_t: string;
  /** Quantity that processes used, in t. */
  used_t: string;
  /** Weighted average for a tonne, exactly. */
  see_per_t: CbamSpecific;
  /** What it is the average of. */
  batches: CbamBatchResult[];
}

/** A precursor from one installation and period. */
export interface CbamBatchResult {
  /** Who supplies it. */
  supplier: string;
  /** Country as the tables know it; `XX` if it is not known. */
  country: string;
  /** The calendar year in which it was made. */
  period: string;
  /** Quantity, in t. */
  quantity_t: string;
  /** `actual`, `default` or `exempt` (made where embedded emissions count zero). */
  determination: string;
  /** For a tonne, exactly. */
  see_per_t: CbamSpecific;
  /** Where it is from: the verification report, or the row of the default value with its edition and mark-up. */
  source: string;
}

/** A remark about a place of the document. */
export interface CbamFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** JSON pointer into the request. */
  path: string;
  /** What is wrong. */
  message: string;
  /** The rule behind it: act, article, what it says; empty if the fault is no matter of law. */
  rule: string;
  /** What to do about it. */
  help: string;
}

/** A number that the act fixes. */
export interface CbamParameterUse {
  /** `pack/parameter`. */
  id: string;
  /** The number. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Document and clause. */
  source: string;
  /** Confidence. */
  confidence: string;
}

/** Request of the method `cbam.embedded.report`. */
export interface CbamEmbeddedReportRequest {
  /** The answer of `cbam.embedded`. */
  answer: CbamEmbeddedAnswer;
  /** `table`, which is also what an empty text means, or `html`. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}
