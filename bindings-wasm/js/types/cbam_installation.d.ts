// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamBoughtPrecursor, CbamParameter, CbamProcess } from "./cbam_process.js";
import type { CbamStatements } from "./cbam_statements.js";

/** Request of the methods `cbam.embedded`, `cbam.explain` and `cbam.report`. */
export interface CbamEmbeddedRequest {
  /** Who and where. */
  installation?: CbamInstallation;
  /** The reporting period: a calendar year; until 2025 also two days, `2024-04-01/2025-03-31`. Required. */
  period: string;
  /** Whose rules: `transitional` (2023 to 2025) or `definitive` (from 2026 on); what the period says if it is empty. */
  regime?: string;
  /** The verifier of the operator's report. */
  verifier?: CbamVerifier;
  /** What the operator says beside the figures: data quality, legal acts of a carbon price. */
  remarks?: CbamParameter[];
  /** Fuels and materials, by the calculation-based methods. */
  streams?: CbamStream[];
  /** Emission sources with continuous measurement. */
  measurements?: CbamMeasurement[];
  /** Perfluorocarbons of primary aluminium. */
  pfc?: CbamPfc[];
  /** CO2 that leaves the installation instead of being emitted. */
  transfers?: CbamTransfer[];
  /** Boilers, combined heat and power, power plants within the installation. */
  energy_units?: CbamEnergyUnit[];
  /** Production processes. */
  processes?: CbamProcess[];
  /** Precursors that are bought. */
  precursors?: CbamBoughtPrecursor[];
  /** How the figures at the end are rounded. */
  rounding?: CbamRounding;
  /** What the operator's report says beside the figures. */
  statements?: CbamStatements;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Who and where an installation is. */
export interface CbamInstallation {
  /** Name. Required. */
  name: string;
  /** Its operator. */
  operator?: string;
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** Address. */
  address?: string;
  /** UN/LOCODE. */
  unlocode?: string;
  /** Degrees, north positive. */
  latitude?: string;
  /** Degrees, east positive. */
  longitude?: string;
  /** What it does. */
  economic_activity?: string;
  /** Name and address of the person to ask. */
  contact?: string;
}

/** Who verified the operator's report. */
export interface CbamVerifier {
  /** Name of the company. */
  name?: string;
  /** Address. */
  address?: string;
  /** Country. */
  country?: string;
  /** Authorised representative, and how to reach him. */
  contact?: string;
  /** State of the accreditation. */
  accreditation_country?: string;
  /** National accreditation body. */
  accreditation_body?: string;
  /** Number of the accreditation. */
  accreditation_number?: string;
}

/** A part of an emission and what it belongs to. */
export interface CbamShare {
  /** Identifier of a process or of an energy unit; `outside` for what lies outside the system boundaries. Required. */
  to: string;
  /** A fraction of 1; may be empty if there is one entry only. */
  share?: string;
}

/** A calculation factor of a stream. */
export interface CbamFactor {
  /** The number. */
  value?: string;
  /** Its unit: `GJ/t`, `TJ/t`, `GJ/1000Nm3`, `tCO2/TJ`, `tCO2/t`, `tCO2/1000Nm3`, `tC/t`, `tC/1000Nm3`; empty for fractions. */
  unit?: string;
  /** `analysis`, `supplier`, `literature`, `estimate`; `unspecified` if nobody says. */
  determination?: string;
  /** Tier of the monitoring plan. */
  tier?: string;
  /** Where the number is from: laboratory report, certificate, letter. */
  source?: string;
}

/** Two readings of a meter. */
export interface CbamReading {
  /** The meter. */
  meter?: string;
  /** Reading at the start, in the unit of the stream. */
  start?: string;
  /** Reading at the end. */
  end?: string;
  /** What a step of the meter stands for; 1 if empty. */
  multiplier?: string;
}

/** A quantity from deliveries and stocks, in the unit of the stream. */
export interface CbamStock {
  /** Delivered within the period. */
  delivered?: string;
  /** In stock at the start. */
  opening?: string;
  /** In stock at the end. */
  closing?: string;
  /** Passed on to others. */
  passed_on?: string;
}

/** A fuel or material: a source stream. */
export interface CbamStream {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `combustion`, `process` or `mass-balance`. Required. */
  method: string;
  /** `in` (else) or, in a mass balance, `out` for what leaves with its carbon. */
  direction?: string;
  /** Quantity burnt or used in the period; may be left out if `readings` or `stock` say it. */
  activity_data?: string;
  /** Unit of the quantity: a mass, or a volume of gas at normal state such as `Nm3` or `1000Nm3`. Required. */
  unit: string;
  /** Readings of the meters that the quantity is from. */
  readings?: CbamReading[];
  /** Deliveries and stocks that the quantity is from. */
  stock?: CbamStock;
  /** Name of a fuel or material in the table of standard factors: `natural-gas`; for factors that are not given. */
  standard?: string;
  /** Net calorific value. */
  net_calorific_value?: CbamFactor;
  /** Emission factor; for biomass and mixed fuels the preliminary one. */
  emission_factor?: CbamFactor;
  /** Process emissions: what the material is made of, instead of an emission factor; carbonates that go in, or oxides from carbonates that come out. */
  composition?: CbamComponent[];
  /** Process emissions: cement kiln dust that leaves the kiln, instead of an emission factor. */
  kiln_dust?: CbamKilnDust;
  /** Carbon content. */
  carbon_content?: CbamFactor;
  /** Oxidation factor, a fraction; 1 if it is not given. */
  oxidation_factor?: CbamFactor;
  /** Conversion factor, a fraction; 1 if it is not given. */
  conversion_factor?: CbamFactor;
  /** Biomass fraction of the carbon; 0 if it is not given. */
  biomass_fraction?: CbamFactor;
  /** Whether the biomass meets the criteria of sustainability. Required with a biomass fraction. */
  biomass_sustainable?: boolean;
  /** The proof of sustainability. */
  biomass_evidence?: string;
  /** What the stream is used for, where a rule on system boundaries asks: `plating`, `mobile-machinery` … */
  step?: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** A part of a material. */
export interface CbamComponent {
  /** The carbonate or oxide in the table of standard factors: `carbonate-caco3`, `oxide-cao`. Required. */
  standard: string;
  /** Its fraction of the mass; of an oxide what was no carbonate in the raw meal is taken off. Required. */
  fraction: string;
}

/** Cement kiln dust; with both fields empty the factor of the act holds. */
export interface CbamKilnDust {
  /** Emission factor of the clinker, in t CO2/t. */
  clinker_emission_factor?: string;
  /** Degree of calcination of the dust, a fraction. */
  degree_of_calcination?: string;
}

/** An emission source with continuous measurement. */
export interface CbamMeasurement {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `CO2` or `N2O`. Required. */
  gas: string;
  /** Average concentration in the flue gas, in g/Nm3. */
  concentration_g_per_nm3?: string;
  /** Average flow of the flue gas, in Nm3/h. */
  flow_nm3_per_h?: string;
  /** Hours of operation. */
  hours?: string;
  /** Concentration of each hour, in g/Nm3, instead of averages. */
  hourly_g_per_nm3?: string[];
  /** Flow of each hour, in Nm3/h. */
  hourly_nm3?: string[];
  /** Biomass fraction of the CO2; 0 if it is not given. */
  biomass_fraction?: CbamFactor;
  /** Whether the biomass meets the criteria of sustainability. Required with a biomass fraction. */
  biomass_sustainable?: boolean;
  /** The proof of sustainability. */
  biomass_evidence?: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** Perfluorocarbons of a potline. */
export interface CbamPfc {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `slope` or `overvoltage`. Required. */
  method: string;
  /** Technology of the cells, for standard coefficients: `cwpb`, `swpb`, `vss`, `hss`, `pfpb-l`, `pfpb-m`, `pfpb-mw`. */
  technology?: string;
  /** Primary aluminium produced, in t. Required. */
  aluminium_t: string;
  /** Slope: anode effects a cell-day. */
  anode_effects_per_cell_day?: string;
  /** Slope: mean duration of an anode effect, in minutes. */
  anode_effect_minutes?: string;
  /** Slope: emission factor in (kg CF4/t Al)/(anode-effect minutes/cell-day). */
  slope_emission_factor?: CbamFactor;
  /** Overvoltage: anode effect overvoltage, in mV a cell. */
  overvoltage_mv?: string;
  /** Overvoltage: mean current efficiency, in per cent. */
  current_efficiency_percent?: string;
  /** Overvoltage: coefficient in (kg CF4/t Al)/mV. */
  overvoltage_coefficient?: CbamFactor;
  /** Mass of C2F6 for a mass of CF4. */
  c2f6_fraction?: CbamFactor;
  /** Collection efficiency of the ducts, a fraction. Required. */
  collection_efficiency: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** CO2 that leaves the installation instead of being emitted. */
export interface CbamTransfer {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** CO2 transferred, in t, that of biomass included. Required. */
  t_co2: string;
  /** `permanent-storage`, `permanent-products` or another use such as `urea`. Required. */
  destination: string;
  /** Whether the receiver monitors it by rules equivalent to those of the EU ETS. Required. */
  equivalent_monitoring: boolean;
  /** Part of the CO2 that is from zero-rated biomass; 0 if it is not given. */
  biomass_fraction?: string;
  /** The receiver, and the proof. */
  receiver?: string;
  /** What the emissions belonged to. */
  attribution?: CbamShare[];
}

/** A boiler, a combined heat and power unit or a power plant. */
export interface CbamEnergyUnit {
  /** Identifier; streams name it in their attribution. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `boiler`, `chp` or `power`. Required. */
  kind: string;
  /** Net measurable heat produced, in TJ. */
  heat_tj?: string;
  /** Flows of heat that the net heat is computed from. */
  heat_flows?: CbamHeatFlow[];
  /** Electricity produced, in MWh. */
  electricity_mwh?: string;
  /** Energy put in, in TJ; else that of the streams attributed to the unit. */
  fuel_tj?: string;
  /** Emissions stated for the unit, in t CO2e, instead of those of the sources attributed to it. */
  t_co2e?: string;
  /** Combined heat and power: reference efficiency of separate heat, a fraction. */
  reference_heat_efficiency?: string;
  /** Combined heat and power: reference efficiency of separate electricity, a fraction. */
  reference_electric_efficiency?: string;
  /** Heat that leaves the installation, in TJ; 0 if it is not given. */
  exported_heat_tj?: string;
  /** Electricity that leaves the installation, in MWh; 0 if it is not given. */
  exported_mwh?: string;
}

/** Heat in a flow of steam or water. */
export interface CbamHeatFlow {
  /** Mass, in t. */
  mass_t?: string;
  /** Specific enthalpy supplied, in kJ/kg. */
  supply_kj_per_kg?: string;
  /** Specific enthalpy returned, in kJ/kg: that of water at 90 °C if the return is not known. */
  return_kj_per_kg?: string;
}

/** How figures are rounded at the end. */
export interface CbamRounding {
  /** Decimals of specific embedded emissions, at most 5, which is also what an empty field means. */
  decimals?: number;
  /** `half-up` (else) or `half-even`: the act does not say what becomes of ties. */
  ties?: string;
}
