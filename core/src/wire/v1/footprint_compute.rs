//! Answer of `footprint.compute`: a footprint, and where each part of it comes from.

use serde::{Deserialize, Serialize};

use super::{FactorUse, Finding, FindingCount, FootprintSummary, PackUse, PathFinding};

/// Name of the answer's shape.
pub const FOOTPRINT_COMPUTED_SCHEMA: &str = "emitrace/footprint-computed/1";

/// A footprint that was worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintComputeAnswer {
    /// `emitrace/footprint-computed/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: FootprintComputed,
    /// What was found in the ledger.
    pub ledger_findings: Vec<Finding>,
}

/// The footprint and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintComputed {
    /// Whether no finding is an error and every row of the ledger is counted.
    pub valid: bool,
    /// The footprint as a document of PACT 3.0: JSON text.
    pub document: String,
    /// The same in short.
    pub footprint: FootprintSummary,
    /// The parts of the total, before and after rounding (METHODS M-264).
    pub parts: Vec<FootprintPart>,
    /// What is emitted, gas by gas: masses × GWP add up to the parts, exactly (METHODS M-301). Answers from
    /// before there were masses have none.
    #[serde(default)]
    pub gases: Vec<FootprintGas>,
    /// CO2 from biomass burnt along the way, in kilograms of the declared amount: outside of the totals, as uptake and release
    /// balance.
    pub biogenic_kg_co2: String,
    /// Where the total comes from, the largest first; shares add up to 100.
    pub contributions: Vec<FootprintContribution>,
    /// How outputs share the burdens of their process.
    pub allocations: Vec<FootprintAllocation>,
    /// Rows of the ledger that are not counted.
    pub excluded_rows: u64,
    /// How often what was found.
    pub counts: Vec<FindingCount>,
    /// What was found.
    pub findings: Vec<PathFinding>,
    /// SHA-256 of the ledger's bytes, in hexadecimal.
    pub ledger_sha256: String,
    /// Digest of the inventory that the ledger gives with the same options: whoever has the ledger can compute it again.
    pub inventory_digest: String,
    /// Factors of the ledger's rows.
    pub factors: Vec<FactorUse>,
    /// Packs that they come from, with licences.
    pub packs: Vec<PackUse>,
}

/// A part of the total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintPart {
    /// Its member in the document.
    pub member: String,
    /// Exactly: a decimal, or `n/d`.
    pub exact_kg_co2e: String,
    /// As the document says it.
    pub kg_co2e: String,
}

/// A gas in the declared amount, or what is only known as CO2e.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintGas {
    /// The member of the document that it belongs to; empty outside of the totals: CO2 of biomass that is burnt, gases that the
    /// profile does not count.
    pub member: String,
    /// Name of the gas: `CO2`, `CH4-fossil`, `SF6`; `CO2e (AR6)` for what its source only says in CO2e, with the GWP set of the
    /// source or `unstated`.
    pub gas: String,
    /// Kilograms, exactly: a decimal, or `n/d`; below 0 for what is removed or taken up.
    pub exact_kg: String,
    /// The same with 18 decimals, half-even.
    pub kg: String,
    /// Kilograms of CO2e of a kilogram; empty outside of the totals.
    pub gwp: String,
    /// Their product, exactly; empty outside of the totals.
    pub exact_kg_co2e: String,
    /// The same with 18 decimals, half-even.
    pub kg_co2e: String,
}

/// A gas of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintSourceGas {
    /// The member of the document that it belongs to; empty outside of the totals.
    pub member: String,
    /// Name of the gas.
    pub gas: String,
    /// The factor of the row, or the source of the good.
    pub factor: String,
    /// All of it in the reference period, before anything is shared, exactly; for goods, of one unit.
    pub whole_kg: String,
    /// What of it is in the declared amount, with 18 decimals, half-even.
    pub kg: String,
}

/// A row of the ledger, or a good that was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintContribution {
    /// `row` or `bought`.
    pub kind: String,
    /// The process of the row; empty for goods.
    pub process: String,
    /// The row (header = 1); 0 for goods.
    pub row: u64,
    /// Identifier of the row, or the good.
    pub id: String,
    /// Activity of the row; empty for goods.
    pub activity: String,
    /// The factors; of a good the identifier or source of its footprint, or its lot.
    pub factors: Vec<String>,
    /// SHA-256 of the good's document as it was given, in hexadecimal; empty for rows and figures.
    pub sha256: String,
    /// All of it in the reference period, before anything is shared; for goods, of one unit.
    pub whole_kg_co2e: String,
    /// What of it is in the declared amount, with 18 decimals, half-even.
    pub kg_co2e: String,
    /// The same in per cent of the total, with 6 decimals, half-even; empty if the total is 0.
    pub percent: String,
    /// What it emits, gas by gas and factor by factor.
    #[serde(default)]
    pub gases: Vec<FootprintSourceGas>,
}

/// The share of an output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintAllocation {
    /// The process.
    pub process: String,
    /// The output.
    pub good: String,
    /// `whole`, `mass`, `physical` or `economic`.
    pub method: String,
    /// Exactly.
    pub share: String,
}
