//! Remarks about an input, in the order in which they were found: about places of a document, or about rows of a table.

use crate::error::{Code, Finding, FindingCounts, Severity, excerpt};
use crate::limits::Limits;
use crate::order::Order;
use crate::wire::v1::{self, PathFinding};

/// Remarks as they come: all are counted, the list is bounded.
#[derive(Debug)]
pub(crate) struct Findings<F> {
    list: Vec<F>,
    counts: FindingCounts,
    most: usize,
}

/// Remarks about places of a document.
pub(crate) type Told = Findings<PathFinding>;

/// Remarks about rows of a table.
pub(crate) type RowsTold = Findings<Finding>;

impl<F> Findings<F> {
    pub(crate) fn new(limits: &Limits) -> Findings<F> {
        Findings { list: Vec::new(), counts: FindingCounts::default(), most: limits.findings }
    }

    /// Whether a further remark would still be listed.
    pub(crate) fn lists(&self) -> bool {
        self.list.len() < self.most
    }

    /// How often what was found.
    pub(crate) fn counts(&self) -> &FindingCounts {
        &self.counts
    }
}

impl RowsTold {
    pub(crate) fn tell(&mut self, finding: Finding) {
        self.counts.add(finding.code, finding.severity);
        if self.lists() {
            self.list.push(finding);
        }
    }

    /// The remarks by their places, as answers say them.
    pub(crate) fn list(&self) -> Vec<v1::Finding> {
        let mut list: Vec<&Finding> = self.list.iter().collect();
        list.order();
        list.into_iter().map(v1::Finding::from).collect()
    }
}

impl Told {
    /// Tells a remark with a help of its own; an empty one is that of the code.
    pub(crate) fn tell(
        &mut self,
        severity: Severity,
        code: Code,
        path: &str,
        value: &str,
        message: impl Into<String>,
        help: &str,
    ) {
        self.counts.add(code, severity);
        if self.lists() {
            self.list.push(PathFinding {
                severity: severity.as_str().into(),
                code: code.as_str().into(),
                path: path.into(),
                value: excerpt(value).into(),
                message: message.into(),
                help: if help.is_empty() { code.help() } else { help }.into(),
            });
        }
    }

    pub(crate) fn error(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Error, code, path, value, message, "");
    }

    pub(crate) fn warn(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Warning, code, path, value, message, "");
    }

    pub(crate) fn info(&mut self, code: Code, path: &str, value: &str, message: impl Into<String>) {
        self.tell(Severity::Info, code, path, value, message, "");
    }

    /// How many errors were told, of the codes that count.
    pub(crate) fn errors(&self, counts: impl Fn(Code) -> bool) -> u64 {
        let errors =
            self.counts.iter().filter(|(code, severity, _)| *severity == Severity::Error && counts(*code));
        errors.fold(0, |sum, (.., count)| sum.saturating_add(count))
    }

    /// Whether anything is wrong.
    pub(crate) fn has_errors(&self) -> bool {
        self.counts.has_errors()
    }

    /// How many remarks are not on the list.
    pub(crate) fn more(&self) -> u64 {
        let all = self.counts.iter().fold(0_u64, |sum, (.., count)| sum.saturating_add(count));
        all.saturating_sub(u64::try_from(self.list.len()).unwrap_or(u64::MAX))
    }

    /// How often what was found, and the list.
    pub(crate) fn done(self) -> (Vec<v1::FindingCount>, Vec<PathFinding>) {
        (found(&self.counts), self.list)
    }
}

/// How often each code was found, as answers say it.
pub(crate) fn found(counts: &FindingCounts) -> Vec<v1::FindingCount> {
    let shown = counts.iter().map(|(code, severity, count)| v1::FindingCount {
        code: code.as_str().into(),
        severity: severity.as_str().into(),
        count,
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remark_is_counted_and_the_list_is_bounded() {
        let mut told = Told::new(&Limits { findings: 2, ..Limits::default() });
        told.error(Code::FactValue, "/facts/0/value", &"x".repeat(200), "no number");
        told.warn(Code::FactRepeated, "/facts/1", "", "twice");
        told.error(Code::FactValue, "/facts/2/value", "y", "no number");
        assert_eq!(told.errors(|_| true), 2);
        assert_eq!(told.errors(|code| code != Code::FactValue), 0);
        assert_eq!(told.more(), 1);
        let (counts, list) = told.done();
        assert_eq!(counts.iter().map(|found| found.count).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].value, format!("{}…", "x".repeat(80)), "a long value is shown in part");
        assert!(list.iter().all(|finding| !finding.help.is_empty()));
    }
}
