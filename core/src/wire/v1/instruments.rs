//! Contractual instruments for bought energy: the register, what rows claim, and what was covered.

use serde::{Deserialize, Serialize};

/// The register of instruments. With one, only registered instruments count, each once and up to its volume.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Instruments {
    /// The instruments.
    pub register: Vec<Instrument>,
    /// How many days before and after its vintage an instrument may be used; needed where a vintage is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vintage_window_days: Option<u32>,
    /// Markets from which electricity can be delivered to another one: instruments of the first count in the second, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub connected: Vec<ConnectedMarket>,
    /// What the rows of the whole ledger claim, from `scope2.claims`; needed where a ledger is computed in parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<Claim>>,
}

/// A market that delivers to another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConnectedMarket {
    /// The market of instruments, as a place code. Required.
    pub market: String,
    /// The place whose rows they may cover, too. Required.
    pub serves: String,
}

/// A certificate, contract, supplier's rate or tariff.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Instrument {
    /// Identifier, as rows write it in the column `instrument`. Required.
    pub id: String,
    /// `certificate`, `contract`, `supplier-rate` or `green-tariff`. Required.
    pub kind: String,
    /// `electricity`, `steam`, `heat` or `cooling`; empty = electricity.
    pub energy: String,
    /// Its factor, as `pack/factor`; either this or `gases`.
    pub factor: String,
    /// Its gases per kWh; zero must be stated.
    pub gases: Vec<InstrumentGas>,
    /// How much it covers; needed for certificates and contracts, empty = without a limit.
    pub volume: String,
    /// Unit of the volume, e.g. `MWh`.
    pub volume_unit: String,
    /// The market in which it is valid, as a place code: rows within it may use it. Required.
    pub market: String,
    /// First day of generation; needed for certificates.
    pub vintage_from: String,
    /// Last day of generation.
    pub vintage_to: String,
    /// `solar`, `wind` …, for the record.
    pub technology: String,
    /// Whether it was cancelled or retired for this consumption: `yes` or `no`; needed for certificates.
    pub cancelled: String,
    /// The day of it, for the record.
    pub cancelled_on: String,
    /// Reference in the tracking system, for the record.
    pub registry: String,
    /// Sites whose rows it covers although they do not name it.
    pub sites: Vec<String>,
    /// Places whose rows it covers although they do not name it.
    pub regions: Vec<String>,
}

/// One gas of an instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InstrumentGas {
    /// `CO2`, `CH4` … Required.
    pub gas: String,
    /// Kilograms of it for one kWh. Required.
    pub kg_per_kwh: String,
}

/// What rows claim that may use the same instruments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claim {
    /// The instruments, in the order in which they are used. Required.
    pub instruments: Vec<String>,
    /// Energy of the rows, exactly. Required.
    pub kwh: String,
}

/// Answer of the method `scope2.claims`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimsAnswer {
    /// The claims; those of several parts of a ledger may stand in one list.
    pub claims: Vec<Claim>,
}

/// What an instrument covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentUse {
    /// Identifier.
    pub id: String,
    /// `certificate`, `contract`, `supplier-rate` or `green-tariff`.
    pub kind: String,
    /// Its factor.
    pub factor: String,
    /// Its volume; empty = without a limit.
    pub volume_kwh: String,
    /// What the rows of the whole ledger ask of it; empty where it has no limit.
    pub claimed_kwh: String,
    /// The part of what is claimed that it covers, exactly; 1 where it has no limit.
    pub share: String,
    /// What it covered in the rows of this result, exactly.
    pub covered_kwh: String,
    /// Volume that nobody claims: it lowers nothing.
    pub surplus_kwh: String,
    /// Rows that it covers, wholly or in part.
    pub lines: u64,
    /// `covered`, `over-claimed`, `surplus` or `unclaimed`.
    pub state: String,
}
