// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** The register of instruments. With one, only registered instruments count, each once and up to its volume. */
export interface Instruments {
  /** The instruments. */
  register?: Instrument[];
  /** How many days before and after its vintage an instrument may be used; needed where a vintage is stated. */
  vintage_window_days?: number;
  /** Markets from which electricity can be delivered to another one: instruments of the first count in the second, too. */
  connected?: ConnectedMarket[];
  /** What the rows of the whole ledger claim, from `scope2.claims`; needed where a ledger is computed in parts. */
  claims?: Claim[];
}

/** A market that delivers to another one. */
export interface ConnectedMarket {
  /** The market of instruments, as a place code. Required. */
  market: string;
  /** The place whose rows they may cover, too. Required. */
  serves: string;
}

/** A certificate, contract, supplier's rate or tariff. */
export interface Instrument {
  /** Identifier, as rows write it in the column `instrument`. Required. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. Required. */
  kind: string;
  /** `electricity`, `steam`, `heat` or `cooling`; empty = electricity. */
  energy?: string;
  /** Its factor, as `pack/factor`; either this or `gases`. */
  factor?: string;
  /** Its gases per kWh; zero must be stated. */
  gases?: InstrumentGas[];
  /** How much it covers; needed for certificates and contracts, empty = without a limit. */
  volume?: string;
  /** Unit of the volume, e.g. `MWh`. */
  volume_unit?: string;
  /** The market in which it is valid, as a place code: rows within it may use it. Required. */
  market: string;
  /** First day of generation; needed for certificates. */
  vintage_from?: string;
  /** Last day of generation. */
  vintage_to?: string;
  /** `solar`, `wind` …, for the record. */
  technology?: string;
  /** Whether it was cancelled or retired for this consumption: `yes` or `no`; needed for certificates. */
  cancelled?: string;
  /** The day of it, for the record. */
  cancelled_on?: string;
  /** Reference in the tracking system, for the record. */
  registry?: string;
  /** Sites whose rows it covers although they do not name it. */
  sites?: string[];
  /** Places whose rows it covers although they do not name it. */
  regions?: string[];
}

/** One gas of an instrument. */
export interface InstrumentGas {
  /** `CO2`, `CH4` … Required. */
  gas: string;
  /** Kilograms of it for one kWh. Required. */
  kg_per_kwh: string;
}

/** What rows claim that may use the same instruments. */
export interface Claim {
  /** The instruments, in the order in which they are used. Required. */
  instruments: string[];
  /** Energy of the rows, exactly. Required. */
  kwh: string;
}

/** Answer of the method `scope2.claims`. */
export interface ClaimsAnswer {
  /** The claims; those of several parts of a ledger may stand in one list. */
  claims: Claim[];
}

/** What an instrument covered. */
export interface InstrumentUse {
  /** Identifier. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. */
  kind: string;
  /** Its factor. */
  factor: string;
  /** Its volume; empty = without a limit. */
  volume_kwh: string;
  /** What the rows of the whole ledger ask of it; empty where it has no limit. */
  claimed_kwh: string;
  /** The part of what is claimed that it covers, exactly; 1 where it has no limit. */
  share: string;
  /** What it covered in the rows of this result, exactly. */
  covered_kwh: string;
  /** Volume that nobody claims: it lowers nothing. */
  surplus_kwh: string;
  /** Rows that it covers, wholly or in part. */
  lines: number;
  /** `covered`, `over-claimed`, `surplus` or `unclaimed`. */
  state: string;
}
