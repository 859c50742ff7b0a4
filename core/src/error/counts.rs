//! How often what was found.

use std::collections::BTreeMap;

use super::{Code, Severity};

/// How often each code was found with each severity.
#[derive(Clone, Debug, Default)]
pub(crate) struct FindingCounts(BTreeMap<(Code, Severity), u64>);

impl FindingCounts {
    /// Counts a finding.
    pub(crate) fn add(&mut self, code: Code, severity: Severity) {
        let count = self.0.entry((code, severity)).or_insert(0);
        *count = count.saturating_add(1);
    }

    /// Adds what was counted elsewhere.
    pub(crate) fn merge(&mut self, other: &FindingCounts) {
        for (key, more) in &other.0 {
            let count = self.0.entry(*key).or_insert(0);
            *count = count.saturating_add(*more);
        }
    }

    /// Whether anything was found that is an error.
    pub(crate) fn has_errors(&self) -> bool {
        self.0.keys().any(|(_, severity)| *severity == Severity::Error)
    }

    /// Each code and severity with its count, in the order of codes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Code, Severity, u64)> + '_ {
        self.0.iter().map(|((code, severity), count)| (*code, *severity, *count))
    }
}
