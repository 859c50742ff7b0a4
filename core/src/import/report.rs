//! What of a file is in the pack and what is not: every value is counted, none is dropped in silence.

use std::collections::BTreeMap;

use crate::error::{Code, Error, Severity};
use crate::wire::v1;

/// Findings listed when the caller names no number.
const LISTED: usize = 1_000;
/// Longest excerpt of a cell.
const EXCERPT: usize = 80;

/// Counts and findings of an import.
#[derive(Debug)]
pub(super) struct Report {
    /// Values of the file that are in the pack.
    pub(super) taken: u64,
    /// Of these, blank ones.
    pub(super) blank: u64,
    pub(super) left: u64,
    counts: BTreeMap<(Severity, Code), u64>,
    findings: Vec<v1::ImportFinding>,
    most: usize,
    not_read: Vec<v1::NotRead>,
}

impl Report {
    pub(super) fn new(most: Option<u32>) -> Report {
        Report {
            taken: 0,
            blank: 0,
            left: 0,
            counts: BTreeMap::new(),
            findings: Vec::new(),
            most: most.map_or(LISTED, |most| usize::try_from(most).unwrap_or(usize::MAX)),
            not_read: Vec::new(),
        }
    }

    /// A value that should have been a factor and is not in the pack.
    pub(super) fn refused(&mut self, cell: &str, value: &str, error: &Error) {
        self.left = self.left.saturating_add(1);
        self.tell(Severity::Error, error.code(), cell, value, error.message(), error.help());
    }

    /// A value that is left by design.
    pub(super) fn left(&mut self, cell: &str, value: &str, reason: &str) {
        self.left = self.left.saturating_add(1);
        self.tell(Severity::Info, Code::NotImported, cell, value, reason, Code::NotImported.help());
    }

    /// Values that are left by design for one reason; `cell` names the first of them.
    pub(super) fn left_together(&mut self, count: u64, cell: &str, value: &str, reason: &str) {
        if count > 0 {
            self.left = self.left.saturating_add(count);
            self.tell(Severity::Info, Code::NotImported, cell, value, reason, Code::NotImported.help());
        }
    }

    /// Values that share the fate of one that was told.
    pub(super) fn left_with_it(&mut self, count: u64) {
        self.left = self.left.saturating_add(count);
    }

    /// A remark about a value that is in the pack.
    pub(super) fn note(&mut self, severity: Severity, code: Code, cell: &str, value: &str, message: &str) {
        self.tell(severity, code, cell, value, message, code.help());
    }

    fn tell(&mut self, severity: Severity, code: Code, cell: &str, value: &str, message: &str, help: &str) {
        let count = self.counts.entry((severity, code)).or_default();
        *count = count.saturating_add(1);
        if self.findings.len() < self.most {
            let mut short: String = value.chars().take(EXCERPT).collect();
            if value.chars().count() > EXCERPT {
                short.push('…');
            }
            self.findings.push(v1::ImportFinding {
                cell: cell.into(),
                severity: severity.as_str().into(),
                code: code.as_str().into(),
                value: short,
                message: message.into(),
                help: help.into(),
            });
        }
    }

    /// A sheet, table or column that holds no factor.
    pub(super) fn not_read(&mut self, part: impl Into<String>, reason: impl Into<String>) {
        if self.not_read.len() < LISTED {
            self.not_read.push(v1::NotRead { part: part.into(), reason: reason.into() });
        }
    }

    /// Counts by severity and code.
    pub(super) fn counts(&self) -> Vec<v1::FindingCount> {
        let count = |(&(severity, code), &count): (&(Severity, Code), &u64)| v1::FindingCount {
            code: code.as_str().into(),
            severity: severity.as_str().into(),
            count,
        };
        self.counts.iter().map(count).collect()
    }

    pub(super) fn into_lists(self) -> (Vec<v1::ImportFinding>, Vec<v1::NotRead>) {
        (self.findings, self.not_read)
    }
}
