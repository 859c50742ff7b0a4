// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** Request of the method `obligations`. */
export interface ObligationsRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked, and from which on duties are told: `2026-11-22`. Required. */
  on: string;
  /** The last day for which duties are told. Required. */
  until: string;
  /** What is known about the facility. */
  facility?: FacilityFacts;
  /** One of the readings of the law; else duties are told in each of them. */
  reading?: string;
  /** Whether duties of authorities are told, too. */
  authorities?: boolean;
  /** The user's own packs, each as one text: a change of the law is a pack of kind `rules`. */
  packs?: string[];
}

/** What is known about a facility. */
export interface FacilityFacts {
  /** `thermal-power`, `steel`, `cement`, `industry`, `freight-transport`, `commercial-building`, `waste` or `other`. Required. */
  sector: string;
  /** The lists that the facility stands on, e.g. `decision-42-2026`. */
  lists?: string[];
  /** Whether emission quota is allocated to it. */
  quota?: boolean;
  /** Its yearly emissions in tonnes of CO2 equivalent, if known. */
  emissions_t_co2e?: string;
  /** Its yearly energy use in tonnes of oil equivalent, if known. */
  energy_toe?: string;
  /** The waste that it treats in a year, in tonnes, if any. */
  waste_t?: string;
}

/** Request of the method `energy.toe`. */
export interface ToeRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose coefficients and thresholds are asked. Required. */
  on: string;
  /** As in `FacilityFacts`; empty = no threshold is compared. */
  sector?: string;
  /** The energy bill of a year. */
  energy?: EnergyUse[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** A line of an energy bill. */
export interface EnergyUse {
  /** `electricity`, `diesel`, `lpg` … or a usual name. */
  energy: string;
  /** How much. */
  quantity: string;
  /** In which unit. */
  unit: string;
}

/** Request of the method `ets.compliance`. Units are units of quota. */
export interface EtsRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked. Required. */
  on: string;
  /** Quota allocated for the period, in whole units. Required. */
  allocation: string;
  /** Verified emissions of the direct sources, in tonnes of CO2 equivalent. Required. */
  direct_emissions_t_co2e: string;
  /** Carbon credits held, in whole units; empty = none. */
  credits_held?: string;
  /** Units that the facility would borrow; empty = none. */
  borrowing_requested?: string;
  /** Units of quota held; empty = not said, and then nothing is said about what is missing or left. */
  units_held?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `steam_factor`. */
export interface SteamRequest {
  /** Enthalpy of the steam at its pressure, in kJ/kg. Required. */
  enthalpy_kj_per_kg: string;
  /** Efficiency of the boiler as a fraction: 0.85, not 85. Required. */
  efficiency: string;
  /** The fuels of the boiler; their shares (of energy) add up to 1. Required. */
  fuels: SteamFuel[];
  /** Hours of supply in the period; with `t_per_h` the tonnes of steam are told. */
  hours?: string;
  /** Tonnes of steam an hour. */
  t_per_h?: string;
  /** Who supplies the steam: the publisher of the pack. Required. */
  supplier: string;
  /** The document that the inputs come from: the source of the pack. Required. */
  evidence: string;
  /** The day of that document: `2025-01-05`. Required. */
  evidence_date: string;
  /** Place code, or `site:` and the name of a site. Required. */
  place: string;
  /** When the factor is valid: `2024` or `2024-01-01/2025-12-31`. Required. */
  valid: string;
  /** Identifier of the pack, `[a-z0-9.-]+`; else `own-steam`. */
  pack_id?: string;
  /** The user's own packs, each as one text, if a fuel names a factor of one. */
  packs?: string[];
}

/** A fuel of a boiler. */
export interface SteamFuel {
  /** Its share of the boiler's energy; empty = the only fuel. */
  share?: string;
  /** A factor of the catalogue, `pack/factor`, in a mass of gas for a unit of net energy … */
  factor?: string;
  /** … or the gases by themselves. */
  gases?: GasPerEnergy[];
}

/** How much of a gas an energy gives. */
export interface GasPerEnergy {
  /** The gas. */
  gas: string;
  /** Kilograms of it for a terajoule. */
  kg_per_tj: string;
}
