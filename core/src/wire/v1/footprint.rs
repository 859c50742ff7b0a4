//! Answers of `footprint.check` and `footprint.migrate`: footprints of products, what is wrong, what was lost.

use serde::{Deserialize, Serialize};

use super::{FindingCount, PathFinding};

/// Name of the answer's shape.
pub const FOOTPRINT_SCHEMA: &str = "emitrace/footprint/1";

/// Footprints, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintAnswer {
    /// `emitrace/footprint/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: FootprintResult,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintResult {
    /// Whether no finding is an error.
    pub valid: bool,
    /// The footprints, in the order of the document.
    pub footprints: Vec<FootprintSummary>,
    /// What a migration could not carry over; none of a check.
    pub losses: Vec<FootprintLoss>,
    /// How often what was found.
    pub counts: Vec<FindingCount>,
    /// What was found, as far as the list goes.
    pub findings: Vec<PathFinding>,
    /// The document as it is written: JSON text.
    pub document: String,
}

/// A footprint in short. Figures are of the declared amount; those of 2.x of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintSummary {
    /// Where in the document (JSON pointer).
    pub path: String,
    /// Identifier.
    pub id: String,
    /// Version of the specification, as stated.
    pub spec_version: String,
    /// Who states it.
    pub company: String,
    /// Name of the product.
    pub product: String,
    /// `Active` or `Deprecated`.
    pub status: String,
    /// How many units.
    pub declared_amount: String,
    /// The unit, as the specification writes it.
    pub declared_unit: String,
    /// Mass of the product without packaging.
    pub mass_kg: String,
    /// Stated, without biogenic uptake.
    pub excluding_uptake_kg_co2e: String,
    /// Stated, with biogenic uptake.
    pub including_uptake_kg_co2e: String,
    /// What the parts give, without uptake (METHODS M-260); empty for 2.x.
    pub summed_excluding_kg_co2e: String,
    /// What the parts give, with uptake.
    pub summed_including_kg_co2e: String,
    /// Stated less summed, without uptake.
    pub difference_excluding_kg_co2e: String,
    /// Stated less summed, with uptake.
    pub difference_including_kg_co2e: String,
    /// From when it is valid, as stated or by default.
    pub valid_from: String,
    /// Until when: as stated, or three years after the reference period.
    pub valid_until: String,
    /// `yes` or `no`: whether it is active and valid on the day that was asked for; empty if none was.
    pub in_force: String,
}

/// Something that the other form has no place for, or that means something else there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintLoss {
    /// Where it stood (JSON pointer).
    pub path: String,
    /// What stood there, shortened.
    pub value: String,
    /// What became of it: `dropped`, `moved`, `changed` or `added`.
    pub what: String,
    /// Why.
    pub reason: String,
}

/// Answer of the method `footprint.read_sheet`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintSheetAnswer {
    /// `emitrace/footprint/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The footprints as a list of documents; paths begin with their row.
    pub result: FootprintResult,
    /// Rows that could not be read.
    pub excluded_rows: u64,
    /// Headers and the fields that they were taken for.
    pub columns: Vec<super::Column>,
    /// What is wrong with cells.
    pub table_findings: Vec<super::Finding>,
}

/// Answer of the method `footprint.sheet`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintSheetFile {
    /// The table as CSV; empty for a workbook.
    pub text: String,
    /// The bytes of a workbook in base64; empty for CSV.
    pub base64: String,
    /// What no column holds.
    pub losses: Vec<FootprintLoss>,
}

/// Answer of the method `footprint.view`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintViewAnswer {
    /// Whether no finding is an error.
    pub valid: bool,
    /// JSON text.
    pub document: String,
    /// What the view does not say, says otherwise, or adds.
    pub losses: Vec<FootprintLoss>,
    /// How often what was found.
    pub counts: Vec<FindingCount>,
    /// What was found: in the footprint (`/document`), in what is stated beside it (`/stated`), in the view (`/view`).
    pub findings: Vec<PathFinding>,
}

/// Name of the answer's shape.
pub const FOOTPRINT_TRANSPORT_SCHEMA: &str = "emitrace/footprint-transport/1";

/// Answer of the method `footprint.transport`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintTransportAnswer {
    /// `emitrace/footprint-transport/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: FootprintTransport,
}

/// The footprint of a shipment, checked. A sum is empty if one of its parts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintTransport {
    /// Whether no finding is an error.
    pub valid: bool,
    /// Identifier of the shipment.
    pub shipment: String,
    /// Identifiers of the elements in the order of the chain.
    pub order: Vec<String>,
    /// Transport activity of all elements.
    pub activity_tkm: String,
    /// Emissions from well to wheel.
    pub wtw_kg_co2e: String,
    /// Emissions from tank to wheel.
    pub ttw_kg_co2e: String,
    /// Emissions from well to wheel of a tonne-kilometre, 18 decimals, half-even; empty without activity.
    pub wtw_kg_co2e_per_tkm: String,
    /// Activities that were added.
    pub losses: Vec<FootprintLoss>,
    /// How often what was found.
    pub counts: Vec<FindingCount>,
    /// What was found.
    pub findings: Vec<PathFinding>,
    /// The document as it is written: JSON text.
    pub document: String,
}

/// Answer of `footprint.openlca`: a package for openLCA.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintPackage {
    /// Whether the footprint is valid: no finding is an error, and every row of the ledger is counted.
    pub valid: bool,
    /// Identifier (UUID) of the process: that of the footprint, if it has one.
    pub process: String,
    /// The bytes of the zip archive in base64.
    pub base64: String,
    /// What the package does not say, and amounts that had to be rounded.
    pub losses: Vec<FootprintLoss>,
}
