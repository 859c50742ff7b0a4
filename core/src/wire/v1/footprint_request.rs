//! What callers of `footprint.check` and `footprint.migrate` send.

use serde::{Deserialize, Serialize};

/// Request of the method `footprint.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintCheckRequest {
    /// JSON text: a footprint, a list of them, or `{"data": [...]}`, in PACT 3.0 or 2.x. Required.
    pub document: String,
    /// A day, to be told whether the footprints are in force on it; empty = not asked.
    pub as_of: String,
}

/// Request of the method `footprint.migrate`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintMigrateRequest {
    /// JSON text, as for `footprint.check`. Footprints of 3.0 stay as they are.
    pub document: String,
    /// Identifiers (UUID) of the new footprints, in the order of those that are migrated; the old ones become those that came
    /// before. Empty = they keep their identifiers.
    pub ids: Vec<String>,
    /// When the new footprints were made: `2026-11-22T00:00:00Z`; empty = as the old ones say.
    pub created: String,
}

/// Request of the method `footprint.read_sheet`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintSheetRequest {
    /// A row for each footprint; headers in English or Vietnamese.
    pub table: super::TableInput,
}

/// Request of the method `footprint.sheet`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintSheetWriteRequest {
    /// JSON text: footprints of 3.0; empty = an empty table, for a supplier to fill in.
    pub document: String,
    /// `en` (decimal point, days as 2025-12-31) or `vi` (decimal comma, 31/12/2025, `;` between cells); empty = en.
    pub lang: String,
    /// `csv` or `xlsx`; empty = csv.
    pub format: String,
}

/// Request of the method `footprint.transport`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintTransportRequest {
    /// JSON text: the footprint of a shipment (iLEAP). Required.
    pub document: String,
}

/// Request of the method `footprint.view`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintViewRequest {
    /// JSON text: one footprint of 3.0.
    pub document: String,
    /// `untp`: the emissions of a product passport. `catena-x-9`: a payload of the aspect `io.catenax.pcf` 9.0.0. `battery-passport`: the
    /// carbon footprint of a battery.
    pub form: String,
    /// JSON text: an object with what the form asks and the footprint does not say, by the names of the form; empty = nothing.
    pub stated: String,
}

/// Request of the method `footprint.openlca`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FootprintPackageRequest {
    /// JSON text: the answer of `footprint.compute` as it was given. Required.
    pub answer: String,
}
