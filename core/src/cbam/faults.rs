//! Remarks about a document, each with its place, collected in one pass.

use crate::error::{Code, Error};
use crate::wire::v1;

/// A place in the document: a JSON pointer that grows on the way down.
#[derive(Clone, Debug)]
pub(super) struct At(String);

impl At {
    pub(super) fn root() -> At {
        At(String::new())
    }

    pub(super) fn key(&self, key: &str) -> At {
        At(format!("{}/{key}", self.0))
    }

    pub(super) fn index(&self, index: usize) -> At {
        At(format!("{}/{index}", self.0))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The remarks so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<v1::CbamFinding>,
    errors: usize,
}

impl Faults {
    /// What keeps a figure out of the result.
    pub(super) fn error(&mut self, code: Code, at: &At, message: impl Into<String>) -> Said<'_> {
        self.errors = self.errors.saturating_add(1);
        self.push("error", code, at, message.into())
    }

    /// What somebody should look at.
    pub(super) fn warning(&mut self, code: Code, at: &At, message: impl Into<String>) -> Said<'_> {
        self.push("warning", code, at, message.into())
    }

    /// What a reader of the result must know.
    pub(super) fn info(&mut self, code: Code, at: &At, message: impl Into<String>) -> Said<'_> {
        self.push("info", code, at, message.into())
    }

    /// The value, or a remark about why there is none.
    pub(super) fn take<T>(&mut self, at: &At, result: Result<T, Error>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.error(error.code(), at, error.message()).help(error.help());
                None
            }
        }
    }

    /// How many errors there are.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// Adds what somebody else found.
    pub(super) fn append(&mut self, mut other: Faults) {
        self.errors = self.errors.saturating_add(other.errors);
        self.list.append(&mut other.list);
    }

    pub(super) fn into_list(self) -> Vec<v1::CbamFinding> {
        self.list
    }

    /// Says again what another document was told.
    pub(super) fn repeat(&mut self, finding: v1::CbamFinding) {
        if finding.severity == "error" {
            self.errors = self.errors.saturating_add(1);
        }
        self.list.push(finding);
    }

    fn push(&mut self, severity: &str, code: Code, at: &At, message: String) -> Said<'_> {
        self.list.push(v1::CbamFinding {
            severity: severity.into(),
            code: code.as_str().into(),
            path: at.as_str().into(),
            message,
            rule: String::new(),
            help: code.help().into(),
        });
        Said(self.list.last_mut())
    }
}

/// The remark that was just made, to say more about it.
pub(super) struct Said<'f>(Option<&'f mut v1::CbamFinding>);

impl Said<'_> {
    /// What to do about it, where that is more than the code's standard advice.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        if let Some(finding) = &mut self.0 {
            finding.help = help.into();
        }
        self
    }

    /// The rule behind it.
    pub(super) fn rule(mut self, rule: impl Into<String>) -> Self {
        if let Some(finding) = &mut self.0 {
            finding.rule = rule.into();
        }
        self
    }
}

/// Text of the document as a message repeats it.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
