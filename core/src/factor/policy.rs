//! What named policies and pathways ask for: data, so that another version of a document is another pack.

/// One demand of a named policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRow {
    /// The pack that it stands in.
    pub pack: Box<str>,
    /// Name of the policy: `ghg-protocol`, `sbti-1.5c`.
    pub policy: Box<str>,
    /// `recalculation` or `pathway`.
    pub kind: Box<str>,
    /// What is asked: `trigger`, `threshold`, `annual_percent` …
    pub parameter: Box<str>,
    /// The word or number.
    pub value: Box<str>,
    /// The document.
    pub document: Box<str>,
    /// Where in it.
    pub clause: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}
