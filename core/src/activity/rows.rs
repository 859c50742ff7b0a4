//! What one record must be to count, as far as it can be seen in the record alone.

use super::checks::{Report, Rules, characters};
use super::header::Column;
use super::open::undecodable;
use super::quoted::Scan;
use super::split::Cell;
use super::text::look;
use super::{Encoding, Field, ReadOptions, Record};
use crate::error::{Code, Finding, Position, Severity};
use crate::limits::Limits;
use crate::period::Period;

/// A record as it was cut from the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'r> {
    pub(super) bytes: &'r [u8],
    /// The fields, as far as they are kept.
    pub(super) cells: &'r [Cell],
    /// How many fields there are, those not kept included.
    pub(super) count: usize,
    pub(super) row: u64,
    pub(super) line: u64,
    /// Where in the input the record starts, if that can be said.
    pub(super) offset: Option<u64>,
}

impl Raw<'_> {
    /// Whether all cells are empty: such a row is none.
    pub(super) fn is_blank(&self) -> bool {
        let blank = |range| self.bytes.get(range).is_none_or(|bytes: &[u8]| bytes.trim_ascii().is_empty());
        self.cells.iter().all(|cell| blank(cell.start..cell.end))
    }
}

/// What is declared and bounded for all rows of a file.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(super) columns: Vec<Column>,
    pub(super) mapped: Vec<(Field, usize)>,
    /// Columns up to the last that has a header.
    needed: usize,
    pub(super) rules: Rules,
    pub(super) limits: Limits,
    pub(super) encoding: Encoding,
}

impl Rows {
    pub(super) fn new(
        columns: Vec<Column>,
        options: &ReadOptions,
        limits: &Limits,
        encoding: Encoding,
    ) -> Rows {
        let mapped =
            columns.iter().enumerate().filter_map(|(at, (_, field))| Some(((*field)?, at))).collect();
        let named = columns.iter().rposition(|(header, _)| !header.is_empty());
        Rows {
            rules: Rules::new(options, &columns),
            needed: named.map_or(0, |at| at.saturating_add(1)),
            columns,
            mapped,
            limits: limits.clone(),
            encoding,
        }
    }

    /// What the cells of a row are found with.
    pub(crate) fn scan(&self) -> Scan {
        Scan::new(self.limits.columns.saturating_add(1))
    }

    /// Where a field of a row is.
    pub(crate) fn position(&self, record: &Record, field: Field) -> Position {
        Position::new(record.row(), record.line(), field.name()).with_header(self.header_of(field))
    }

    /// The header of a field's column as the file writes it; empty if the file has no such column.
    pub(crate) fn header_of(&self, field: Field) -> &str {
        self.columns.iter().find(|(_, known)| *known == Some(field)).map_or("", |(header, _)| header)
    }

    /// The days that a row says, if there is nothing to remark about them.
    pub(crate) fn days(&self, said: &[(Field, &str)]) -> Option<Period> {
        let mut record = Record::new();
        record.say(said);
        self.rules.days(&record, &self.columns)
    }

    /// A report about a row.
    pub(super) fn report<'a>(
        &'a self,
        (row, line): (u64, u64),
        sink: &'a mut dyn FnMut(Finding),
    ) -> Report<'a> {
        Report { row, line, columns: &self.columns, sink, good: true }
    }

    /// Reads a record; false if it is so broken that nothing across rows can be said of it.
    pub(super) fn read(&self, raw: &Raw<'_>, record: &mut Record, report: &mut Report<'_>) -> bool {
        let (bytes, cells) = (raw.bytes, raw.cells);
        if !self.right_length(raw) {
            let message = format!("{} fields where the header has {}", raw.count, self.columns.len());
            let finding =
                Finding::new(Severity::Error, Code::RowLength, report.whole(), excerpt(bytes), message);
            report.add(finding);
            return false;
        }
        if bytes.len() > self.limits.field_bytes {
            for (column, cell) in cells.iter().enumerate() {
                if cell.len() > self.limits.field_bytes {
                    report.add(too_long(report, column, self.limits.field_bytes));
                }
            }
        }
        let Ok(text) = core::str::from_utf8(bytes) else {
            for (column, cell) in cells.iter().enumerate() {
                let part = bytes.get(cell.start..cell.end).unwrap_or_default();
                if let Err(error) = core::str::from_utf8(part) {
                    let at = cell.start.saturating_add(error.valid_up_to());
                    let place =
                        raw.offset.map(|offset| offset.saturating_add(u64::try_from(at).unwrap_or(0)));
                    report.add(undecodable(bytes, at, (self.encoding, place), report.column(column)));
                }
            }
            return false;
        };
        if !report.good {
            return false;
        }
        let seen = look(text);
        record.fill((raw.row, raw.line), text, cells, &self.mapped, seen.composed);
        if !seen.clean {
            characters(record, &self.mapped, report);
        }
        self.rules.check(record, report);
        true
    }

    /// As many fields as headers, give or take empty ones at the end.
    fn right_length(&self, raw: &Raw<'_>) -> bool {
        if raw.count == self.columns.len() {
            return true;
        }
        let extra = raw.cells.get(self.columns.len()..).unwrap_or_default();
        let empty = |range| raw.bytes.get(range).is_none_or(|bytes: &[u8]| bytes.trim_ascii().is_empty());
        raw.count >= self.needed
            && raw.count == raw.cells.len()
            && extra.iter().all(|cell| empty(cell.start..cell.end))
    }
}

pub(super) fn too_long(report: &Report<'_>, column: usize, limit: usize) -> Finding {
    let message = format!("the field is longer than {limit} bytes");
    Finding::new(Severity::Error, Code::FieldTooLong, report.column(column), "", message)
}

/// The readable beginning of a record, for a finding.
pub(super) fn excerpt(bytes: &[u8]) -> &str {
    let head = bytes.get(..400).unwrap_or(bytes);
    match core::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) => {
            head.get(..error.valid_up_to()).and_then(|good| core::str::from_utf8(good).ok()).unwrap_or("")
        }
    }
}
