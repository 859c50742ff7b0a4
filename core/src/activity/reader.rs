//! The reader: rows in, good records and findings out.

use std::io::Read;

use super::checks::{Report, Rules, characters};
use super::header::Column;
use super::open::{Opened, open, undecodable};
use super::split::{Split, Splitter};
use super::text::look;
use super::watch::Watch;
use super::{Encoding, Field, ReadOptions, Record};
use crate::error::{Code, Error, Finding, Severity};
use crate::limits::Limits;

/// Reads a ledger row by row; see the [module](super) for an example.
///
/// A row counts or is told, never both and never neither: `rows() - skipped()` records were given back.
///
/// # What is refused, what is forgiven
/// * Rows of blank cells are passed over; they keep their number, so that rows count as in a spreadsheet.
/// * Empty cells behind the last column are forgiven; any other difference in length is `ROW_LENGTH`.
/// * A quote that is never closed costs one row: reading goes on at the next physical line.
/// * Fields and records over their limit are skipped without being held in memory.
/// * Bytes that are no characters cost their row. Odd characters are judged in known columns only.
/// * A repeated `id` is an error in every row but the first, also if the first has faults of its own.
#[derive(Debug)]
pub struct Reader<R> {
    split: Splitter<R>,
    columns: Vec<Column>,
    mapped: Vec<(Field, usize)>,
    /// Columns up to the last that has a header.
    needed: usize,
    rules: Rules,
    watch: Watch,
    remarks: Vec<Finding>,
    limits: Limits,
    rows: u64,
    skipped: u64,
}

impl<R: Read> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// Every problem of the file's head at once, as findings:
    /// [`Code::EmptyFile`], [`Code::UndetectedEncoding`], [`Code::MissingColumn`], [`Code::DuplicateColumn`],
    /// [`Code::UnclosedQuote`], [`Code::InvalidUtf8`], [`Code::LimitExceeded`], [`Code::Io`]. Remarks that are no
    /// errors ([`Code::UnknownColumn`]) are among them; for a good header they come with the first row.
    pub fn open(input: R, options: &ReadOptions, limits: &Limits) -> Result<Reader<R>, Vec<Finding>> {
        let Opened { split, columns, remarks } = open(input, options, limits)?;
        let mapped =
            columns.iter().enumerate().filter_map(|(at, (_, field))| Some(((*field)?, at))).collect();
        let named = columns.iter().rposition(|(header, _)| !header.is_empty());
        Ok(Reader {
            rules: Rules::new(options, &columns),
            watch: Watch::new(limits),
            needed: named.map_or(0, |at| at.saturating_add(1)),
            split,
            columns,
            mapped,
            remarks,
            limits: limits.clone(),
            rows: 0,
            skipped: 0,
        })
    }

    /// Reads on to the next good row and fills `record` with it; false at the end of the file.
    ///
    /// Rows on the way that are not good are told to `findings`, with all their faults, and skipped.
    ///
    /// # Errors
    /// [`Code::Io`] when the input fails, [`Code::LimitExceeded`] past the limits `bytes` and `rows`. Nothing more
    /// can be read then.
    pub fn read(&mut self, record: &mut Record, findings: &mut dyn FnMut(Finding)) -> Result<bool, Error> {
        loop {
            match self.read_row(record, findings)? {
                Some(false) => {}
                row => return Ok(row.is_some()),
            }
        }
    }

    /// Reads the next row, good (`Some(true)`) or bad (`Some(false)`, `record` then holds what could be read of it).
    pub(crate) fn read_row(
        &mut self,
        record: &mut Record,
        findings: &mut dyn FnMut(Finding),
    ) -> Result<Option<bool>, Error> {
        for remark in self.remarks.drain(..) {
            findings(remark);
        }
        let split = loop {
            match self.split.next()? {
                Split::End => return Ok(None),
                Split::Record if self.is_blank() => {}
                split => break split,
            }
        };
        if self.rows >= self.limits.rows {
            let message = format!("more than {} rows", self.limits.rows);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        self.rows = self.rows.saturating_add(1);
        record.forget();
        let good = match split {
            Split::Record => self.row(record, findings),
            broken => self.broken(broken, findings),
        };
        self.skipped = self.skipped.saturating_add(u64::from(!good));
        Ok(Some(good))
    }

    /// Data rows seen so far, good or bad; blank rows are none.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Rows seen so far that have an error and were not given back.
    pub fn skipped(&self) -> u64 {
        self.skipped
    }

    /// Bytes of the input read so far.
    pub fn bytes(&self) -> u64 {
        self.split.source().read()
    }

    /// The columns of the file: each header as written, and the field that it stands for.
    pub fn header(&self) -> &[(Box<str>, Option<Field>)] {
        &self.columns
    }

    /// The header of a field's column as the file writes it; empty if the file has no such column.
    pub fn header_of(&self, field: Field) -> &str {
        self.columns.iter().find(|(_, known)| *known == Some(field)).map_or("", |(header, _)| header)
    }

    /// The delimiter of the columns.
    pub fn delimiter(&self) -> u8 {
        self.split.delimiter()
    }

    /// The encoding of the file.
    pub fn encoding(&self) -> Encoding {
        self.split.source().encoding()
    }

    /// Whether all record identifiers so far were compared with each other.
    pub fn ids_checked(&self) -> bool {
        self.watch.ids_checked()
    }

    fn is_blank(&self) -> bool {
        let record = self.split.record();
        let blank = |range| record.get(range).is_none_or(|bytes: &[u8]| bytes.trim_ascii().is_empty());
        self.split.cells().iter().all(|cell| blank(cell.start..cell.end))
    }

    /// Reads a whole row; true if it is good.
    fn row(&mut self, record: &mut Record, findings: &mut dyn FnMut(Finding)) -> bool {
        let (bytes, cells) = (self.split.record(), self.split.cells());
        let (row, line) = (self.split.row(), self.split.line());
        let mut report = Report { row, line, columns: &self.columns, sink: findings, good: true };
        if !self.right_length() {
            let message =
                format!("{} fields where the header has {}", self.split.count(), self.columns.len());
            let finding =
                Finding::new(Severity::Error, Code::RowLength, report.whole(), excerpt(bytes), message);
            report.add(finding);
            return false;
        }
        if bytes.len() > self.limits.field_bytes {
            for (column, cell) in cells.iter().enumerate() {
                if cell.len() > self.limits.field_bytes {
                    report.add(too_long(&report, column, self.limits.field_bytes));
                }
            }
        }
        let Ok(text) = core::str::from_utf8(bytes) else {
            for (column, cell) in cells.iter().enumerate() {
                let part = bytes.get(cell.start..cell.end).unwrap_or_default();
                if let Err(error) = core::str::from_utf8(part) {
                    let at = cell.start.saturating_add(error.valid_up_to());
                    report.add(undecodable(&self.split, at, report.column(column)));
                }
            }
            return false;
        };
        if !report.good {
            return false;
        }
        let seen = look(text);
        record.fill((row, line), text, cells, &self.mapped, seen.composed);
        if !seen.clean {
            characters(record, &self.mapped, &mut report);
        }
        self.rules.check(record, &mut report);
        self.watch.check(record, &mut report);
        report.good
    }

    /// As many fields as headers, give or take empty ones at the end.
    fn right_length(&self) -> bool {
        let (count, cells) = (self.split.count(), self.split.cells());
        if count == self.columns.len() {
            return true;
        }
        let extra = cells.get(self.columns.len()..).unwrap_or_default();
        let empty =
            |range| self.split.record().get(range).is_none_or(|bytes: &[u8]| bytes.trim_ascii().is_empty());
        count >= self.needed && count == cells.len() && extra.iter().all(|cell| empty(cell.start..cell.end))
    }

    /// Tells of a record that could not be split.
    fn broken(&self, split: Split, findings: &mut dyn FnMut(Finding)) -> bool {
        let (row, line) = (self.split.row(), self.split.line());
        let mut report = Report { row, line, columns: &self.columns, sink: findings, good: true };
        let value = excerpt(self.split.record());
        let finding = match split {
            Split::UnclosedQuote(column) => {
                let message =
                    "the quote that opens this field is not closed; reading goes on at the next line";
                Finding::new(Severity::Error, Code::UnclosedQuote, report.column(column), value, message)
            }
            Split::TextAfterQuote(column) => {
                let message = "text follows the quote that closes this field";
                Finding::new(Severity::Error, Code::UnclosedQuote, report.column(column), value, message)
            }
            Split::FieldTooLong(column) => too_long(&report, column, self.limits.field_bytes),
            _ => {
                let message = format!("the row is longer than {} bytes", self.limits.record_bytes);
                Finding::new(Severity::Error, Code::LimitExceeded, report.whole(), value, message)
            }
        };
        report.add(finding);
        false
    }
}

fn too_long(report: &Report<'_>, column: usize, limit: usize) -> Finding {
    let message = format!("the field is longer than {limit} bytes");
    Finding::new(Severity::Error, Code::FieldTooLong, report.column(column), "", message)
}

/// The readable beginning of a record, for a finding.
fn excerpt(bytes: &[u8]) -> &str {
    let head = bytes.get(..400).unwrap_or(bytes);
    match core::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) => {
            head.get(..error.valid_up_to()).and_then(|good| core::str::from_utf8(good).ok()).unwrap_or("")
        }
    }
}
