//! Answer of `lot.check`: the ten data of a lot, and what is missing.

use serde::{Deserialize, Serialize};

use super::LotData;

/// Name of the answer's shape.
pub const LOT_SCHEMA: &str = "emitrace/lot/1";

/// A lot, checked for the ten data of Circular 02/2024/TT-BKHCN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotAnswer {
    /// `emitrace/lot/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: LotResult,
}

/// The data and their state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotResult {
    /// Whether none of the ten is missing.
    pub complete: bool,
    /// The ten data, in the order of the circular.
    pub items: Vec<LotItem>,
    /// Whether the lot can be followed one step back.
    pub one_step_back: bool,
    /// Whether the lot can be followed one step forward.
    pub one_step_forward: bool,
    /// The data as they were given.
    pub lot: LotData,
}

/// One of the ten data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotItem {
    /// 1 to 10.
    pub number: u32,
    /// Its name: `product-name`, `image`, `party`, `address`, `stages`, `time`, `trace-code`, `brand`, `shelf-life`, `standards`.
    pub item: String,
    /// `given`, `missing`, or `none` where the data says that there is none.
    pub state: String,
    /// Fields that are empty, as paths of the request.
    pub missing: Vec<String>,
}
