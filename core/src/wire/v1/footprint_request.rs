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
