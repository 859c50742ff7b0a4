//! Findings about footprints: a code, a place, a sentence.

use std::collections::BTreeMap;

use crate::error::{Code, Severity};
use crate::limits::Limits;
use crate::wire::v1::{FindingCount, PathFinding};

/// Findings as they come; all are counted, the list is bounded.
#[derive(Debug)]
pub(super) struct Told {
    list: Vec<PathFinding>,
    counts: BTreeMap<(Code, Severity), u64>,
    most: usize,
}

impl Told {
    pub(super) fn new(limits: &Limits) -> Told {
        Told { list: Vec::new(), counts: BTreeMap::new(), most: limits.findings }
    }

    pub(super) fn tell(
        &mut self,
        severity: Severity,
        code: Code,
        path: &str,
        value: &str,
        message: impl Into<String>,
        help: &str,
    ) {
        let count = self.counts.entry((code, severity)).or_insert(0);
        *count = count.saturating_add(1);
        if self.list.len() < self.most {
            self.list.push(PathFinding {
                severity: severity.as_str().into(),
                code: code.as_str().into(),
                path: path.into(),
                value: value.into(),
                message: message.into(),
                help: if help.is_empty() { code.help() } else { help }.into(),
            });
        }
    }

    pub(super) fn error(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Error, code, path, value, message, "");
    }

    pub(super) fn warn(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Warning, code, path, value, message, "");
    }

    pub(super) fn info(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Info, code, path, value, message, "");
    }

    /// Tells rows of a ledger that are not counted.
    pub(super) fn excluded(&mut self, rows: u64) {
        if rows > 0 {
            let message = format!("{rows} rows of the ledger are not counted: the footprint is too low");
            self.error(Code::FootprintNotStated, "/ledger", "", message);
        }
    }

    /// Tells rows of a table that could not be read.
    pub(super) fn excluded_footprints(&mut self, rows: u64) {
        if rows > 0 {
            let message = format!("{rows} rows of the table could not be read");
            self.error(Code::FootprintBadValue, "/table", "", message);
        }
    }

    /// Whether anything is wrong.
    pub(super) fn has_errors(&self) -> bool {
        self.counts.keys().any(|(_, severity)| *severity == Severity::Error)
    }

    /// How often what was found, and the list.
    pub(super) fn done(self) -> (Vec<FindingCount>, Vec<PathFinding>) {
        let counts = self.counts.into_iter().map(|((code, severity), count)| FindingCount {
            code: code.as_str().into(),
            severity: severity.as_str().into(),
            count,
        });
        (counts.collect(), self.list)
    }
}
