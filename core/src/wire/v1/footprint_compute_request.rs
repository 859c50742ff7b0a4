//! What callers of `footprint.compute` send: a frame, rows of a ledger, processes, what they take in, what was bought.

use serde::{Deserialize, Serialize};

use super::{InventoryOptions, Ledger};

/// Request of the method `footprint.compute`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintComputeRequest {
    /// The frame: a footprint of PACT 3.0 as JSON text with everything that is not worked out: identifier, time, names, declared
    /// unit, mass, carbon contents, periods, geography, whether packaging is included.
    pub frame: String,
    /// The good whose footprint it is; an output of a process.
    pub good: String,
    /// Which scope 2 counts: `location` or `market`. Required, because they differ.
    pub scope_2: String,
    /// Decimals of the figures, `0` to `18`. Required, because it changes them.
    pub decimals: String,
    /// What was used and emitted in the reference period; its column `product` names the process. Required.
    pub ledger: Ledger,
    /// How the ledger is computed, as for `inventory`.
    pub options: InventoryOptions,
    /// The processes.
    pub processes: Vec<FootprintProcess>,
    /// Goods that come from others.
    #[serde(default)]
    pub bought: Vec<FootprintBought>,
    /// Packs of your own as text, asked before the shipped ones.
    #[serde(default)]
    pub packs: Vec<String>,
}

/// A process in the reference period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintProcess {
    /// Identifier, as the ledger's column `product` writes it.
    pub id: String,
    /// What it made.
    pub outputs: Vec<FootprintOutput>,
    /// What it took in: outputs of processes, or goods that were bought.
    pub inputs: Vec<FootprintInput>,
    /// How several outputs share its burdens: `mass`, `physical` or `economic`; empty with one output.
    pub allocation: String,
    /// Why this way: ISO 14067 asks for it where several outputs share.
    pub allocation_reason: String,
    /// How much of the emissions of its rows rests on primary data, in per cent; empty = none is claimed.
    pub primary_percent: String,
    /// Ratings of the data of its rows, `1` to `5`; empty = not rated.
    pub ratings: FootprintRatings,
}

/// An output.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintOutput {
    /// Name of the good, made by one process alone.
    pub good: String,
    /// How much was made in the period.
    pub amount: String,
    /// Its unit: `kg`, `item` …
    pub unit: String,
    /// What the sharing goes by: kilograms of all of it, its revenue, its energy … Empty with `mass` = the amount, if that is a mass.
    pub basis: String,
}

/// An input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintInput {
    /// Name of the good.
    pub good: String,
    /// How much was taken in during the period.
    pub amount: String,
    /// Its unit; empty = that of the good.
    pub unit: String,
    /// Whether it packs the product.
    pub packaging: bool,
}

/// A good that was bought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintBought {
    /// Name of the good.
    pub good: String,
    /// JSON text: the supplier's footprint of PACT 3.0, or the answer of `trace.back` for the lot that was used; empty if figures
    /// are given.
    pub document: String,
    /// Figures, if there is no document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<FootprintFigures>,
}

/// A footprint without a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintFigures {
    /// How much the figures are of.
    pub amount: String,
    /// Its unit.
    pub unit: String,
    /// Fossil emissions.
    pub fossil_kg_co2e: String,
    /// Emissions of land use change; empty = 0.
    pub land_use_change_kg_co2e: String,
    /// Emissions of other gases than CO2 from biomass; empty = 0.
    pub biogenic_non_co2_kg_co2e: String,
    /// GWP set that they were worked out with: `AR4`, `AR5`, `AR6`; empty = the source does not say.
    pub gwp_set: String,
    /// Primary data, in per cent; empty = none is claimed.
    pub primary_percent: String,
    /// Ratings of the data, `1` to `5`.
    pub ratings: FootprintRatings,
    /// Who says so: the name of a database or a document. Required.
    pub source: String,
    /// Its version. Required.
    pub version: String,
}

/// Ratings of data, `1` (best) to `5`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintRatings {
    /// Technology.
    pub technological: String,
    /// Geography.
    pub geographical: String,
    /// Time.
    pub temporal: String,
}
