//! Figures of agreements, schemes and profiles that an answer rests on.

use serde::{Deserialize, Serialize};

/// A figure of a pack of kind `trace-figures`, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureUse {
    /// `tolerance-value-percent`, `expiry-months` …
    pub figure: String,
    /// The figure or word.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// First day on which it holds; empty = not stated.
    pub from: String,
    /// Last day on which it holds; empty = open.
    pub to: String,
    /// The document.
    pub document: String,
    /// Where in the document.
    pub clause: String,
    /// `A` (primary text read), `A-`, `B`, `C` (compare with the text before use).
    pub confidence: String,
    /// Remark.
    pub note: String,
    /// The pack.
    pub pack: String,
}
