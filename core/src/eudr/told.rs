//! Findings about plots and statements: a rule, a place, a sentence.

use crate::wire::v1::EudrFinding;

/// Findings as they come; all are counted, the list is bounded.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) list: Vec<EudrFinding>,
    pub(super) errors: u64,
    pub(super) more: u64,
    pub(super) most: usize,
}

impl Told {
    pub(super) fn error(&mut self, rule: &str, path: &str, message: impl Into<String>, help: &str) {
        self.errors = self.errors.saturating_add(1);
        self.tell("error", rule, path, message.into(), help);
    }

    pub(super) fn warn(&mut self, rule: &str, path: &str, message: impl Into<String>, help: &str) {
        self.tell("warning", rule, path, message.into(), help);
    }

    pub(super) fn info(&mut self, rule: &str, path: &str, message: impl Into<String>, help: &str) {
        self.tell("info", rule, path, message.into(), help);
    }

    fn tell(&mut self, severity: &str, rule: &str, path: &str, message: String, help: &str) {
        if self.list.len() >= self.most {
            self.more = self.more.saturating_add(1);
            return;
        }
        self.list.push(EudrFinding {
            severity: severity.into(),
            rule: rule.into(),
            path: path.into(),
            message,
            help: help.into(),
        });
    }
}
