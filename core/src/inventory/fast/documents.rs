//! Rows that name documents: noted side by side, compared in the order of the file.

use crate::activity::{Field, Rows};
use crate::error::{Finding, Position};
use crate::inventory::compute::twice;
use crate::inventory::guard::{Guard, Seen};

/// The rows of a block that name documents, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Documents {
    names: String,
    rows: Vec<Named>,
}

/// A row that names a document.
#[derive(Debug)]
struct Named {
    /// Its place in the block.
    at: u32,
    line: u64,
    /// Where the document's name ends.
    end: usize,
    seen: Seen,
}

impl Documents {
    /// Takes a counted row, if it names a document.
    pub(super) fn take(&mut self, (at, line): (u32, u64), evidence: &str, seen: impl FnOnce() -> Seen) {
        if !evidence.is_empty() {
            self.names.push_str(evidence);
            self.rows.push(Named { at, line, end: self.names.len(), seen: seen() });
        }
    }

    /// Compares the rows with those before them; what must be said, each with its row's place in the block.
    pub(super) fn compare(&self, guard: &mut Guard, rows: &Rows) -> Vec<(u32, Finding)> {
        let mut told = Vec::new();
        let mut start = 0usize;
        for named in &self.rows {
            let evidence = self.names.get(start..named.end).unwrap_or_default();
            start = named.end;
            if let Some(error) = guard.document(evidence, named.seen) {
                let position = Position::new(named.seen.row(), named.line, Field::Evidence.name())
                    .with_header(rows.header_of(Field::Evidence));
                told.push((named.at, twice(&error, position, evidence)));
            }
        }
        told
    }
}
