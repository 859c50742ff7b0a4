//! Answer of `eudr.check`: plots with their areas, what is wrong, reference numbers of lots.

use serde::{Deserialize, Serialize};

use super::{FigureUse, PackUse};

/// Name of the answer's shape.
pub const EUDR_SCHEMA: &str = "emitrace/eudr/1";

/// Plots, a statement and lots, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrAnswer {
    /// `emitrace/eudr/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: EudrResult,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrResult {
    /// The profile.
    pub profile: String,
    /// The day whose figures hold.
    pub on: String,
    /// Whether nothing is wrong; the information system itself decides what it accepts.
    pub accepted: bool,
    /// The plots, in the order of the document.
    pub plots: Vec<EudrPlot>,
    /// The plots as a collection of features with exactly six decimals; empty while a plot is wrong.
    pub geojson: String,
    /// What is wrong, or to be looked at.
    pub findings: Vec<EudrFinding>,
    /// Findings beyond the list.
    pub more_findings: u64,
    /// Reference numbers of everything that may be in each lot.
    pub lots: Vec<EudrLotReferences>,
    /// Figures of the profile that were used.
    pub figures: Vec<FigureUse>,
    /// The packs that they come from.
    pub packs: Vec<PackUse>,
}

/// A plot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrPlot {
    /// Where in the document.
    pub path: String,
    /// `point` or `polygon`.
    pub kind: String,
    /// Producer, if it is named.
    pub producer: String,
    /// Country of the producer.
    pub country: String,
    /// Place of production.
    pub place: String,
    /// Area as stated, in hectares; empty = not stated.
    pub stated_area_ha: String,
    /// Area in hectares: of a point as stated or taken by the system, of a polygon on the sphere of the system's samples, with
    /// four decimals, half-even.
    pub area_ha: String,
    /// Area of a polygon on the ellipsoid WGS84, likewise; empty for points.
    pub ellipsoid_area_ha: String,
    /// Positions.
    pub positions: u64,
}

/// Something about a plot, a statement or a lot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrFinding {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// The rule, e.g. `ring-open`, `hole`, `latitude-range`.
    pub rule: String,
    /// Where: a path in the GeoJSON document (`/features/0/geometry`), the statement or the lots.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Reference numbers of a lot: a union, never a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrLotReferences {
    /// The lot.
    pub id: String,
    /// Every reference number of every lot that may be in it, sorted.
    pub references: Vec<String>,
    /// Lots that may be in it and have neither reference numbers nor inputs: the whole lot is not covered.
    pub unknown: Vec<String>,
}
