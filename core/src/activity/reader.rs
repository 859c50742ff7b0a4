//! The reader: rows in, good records and findings out.

use std::io::Read;

use super::block::{Block, Plan};
use super::open::{Opened, open};
use super::rows::{Rows, excerpt, too_long};
use super::split::{Split, Splitter};
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
    checks: Rows,
    order: Order,
    remarks: Vec<Finding>,
}

/// What is remembered from row to row: rows must come in the order of the file.
#[derive(Debug)]
pub(crate) struct Order {
    pub(super) watch: Watch,
    pub(super) rows: u64,
    pub(super) skipped: u64,
}

impl Order {
    /// Data rows seen so far.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }
}

/// The file behind a reader.
#[derive(Debug)]
pub(crate) struct Cutter<'r, R> {
    split: &'r mut Splitter<R>,
}

impl<R: Read> Cutter<'_, R> {
    /// Fills a block with the ordinary records that come next, about `size` bytes; false if there are none.
    pub(crate) fn block(&mut self, size: usize, block: &mut Block) -> bool {
        let taken = self.split.take(size, block.buffer());
        block.filled(taken);
        taken.is_some()
    }

    /// Reads the next row by itself, as [`Reader::read_row`].
    pub(crate) fn row(
        &mut self,
        (checks, order): (&Rows, &mut Order),
        record: &mut Record,
        findings: &mut dyn FnMut(Finding),
    ) -> Result<Option<bool>, Error> {
        read_row(self.split, checks, order, record, findings)
    }

    /// Bytes of the input read so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.split.source().read()
    }
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
        Ok(Reader {
            checks: Rows::new(columns, options, limits, split.source().encoding()),
            order: Order { watch: Watch::new(limits), rows: 0, skipped: 0 },
            split,
            remarks,
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
        read_row(&mut self.split, &self.checks, &mut self.order, record, findings)
    }

    /// The parts of the reader that blocks are read with; remarks about the header come first.
    pub(crate) fn parts(&mut self, findings: &mut dyn FnMut(Finding)) -> (Cutter<'_, R>, &Rows, &mut Order) {
        self.remarks.drain(..).for_each(findings);
        (Cutter { split: &mut self.split }, &self.checks, &mut self.order)
    }

    /// How blocks are read whose fields, as named, are words.
    pub(crate) fn plan(&self, words: &[Field]) -> Option<Plan> {
        Plan::new(&self.checks, self.split.delimiter(), words)
    }

    /// Data rows seen so far, good or bad; blank rows are none.
    pub fn rows(&self) -> u64 {
        self.order.rows
    }

    /// Rows seen so far that have an error and were not given back.
    pub fn skipped(&self) -> u64 {
        self.order.skipped
    }

    /// Bytes of the input read so far.
    pub fn bytes(&self) -> u64 {
        self.split.source().read()
    }

    /// The columns of the file: each header as written, and the field that it stands for.
    pub fn header(&self) -> &[(Box<str>, Option<Field>)] {
        &self.checks.columns
    }

    /// The header of a field's column as the file writes it; empty if the file has no such column.
    pub fn header_of(&self, field: Field) -> &str {
        self.checks.header_of(field)
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
        self.order.watch.ids_checked()
    }
}

fn read_row<R: Read>(
    split: &mut Splitter<R>,
    checks: &Rows,
    order: &mut Order,
    record: &mut Record,
    findings: &mut dyn FnMut(Finding),
) -> Result<Option<bool>, Error> {
    let what = loop {
        match split.next()? {
            Split::End => return Ok(None),
            Split::Record if split.raw().is_blank() => {}
            what => break what,
        }
    };
    if order.rows >= checks.limits.rows {
        return Err(too_many(checks));
    }
    order.rows = order.rows.saturating_add(1);
    record.forget();
    let good = match what {
        Split::Record => {
            let raw = split.raw();
            let mut report = checks.report((raw.row, raw.line), findings);
            if checks.read(&raw, record, &mut report) {
                order.watch.check(record, &mut report);
            }
            report.good
        }
        broken => tell_broken(split, broken, checks, findings),
    };
    order.skipped = order.skipped.saturating_add(u64::from(!good));
    Ok(Some(good))
}

pub(super) fn too_many(checks: &Rows) -> Error {
    Error::new(Code::LimitExceeded, format!("more than {} rows", checks.limits.rows))
}

/// Tells of a record that could not be split.
fn tell_broken<R: Read>(
    split: &Splitter<R>,
    what: Split,
    checks: &Rows,
    findings: &mut dyn FnMut(Finding),
) -> bool {
    let (row, line) = (split.row(), split.line());
    let mut report = checks.report((row, line), findings);
    let value = excerpt(split.record());
    let finding = match what {
        Split::UnclosedQuote(column) => {
            let message = "the quote that opens this field is not closed; reading goes on at the next line";
            Finding::new(Severity::Error, Code::UnclosedQuote, report.column(column), value, message)
        }
        Split::TextAfterQuote(column) => {
            let message = "text follows the quote that closes this field";
            Finding::new(Severity::Error, Code::UnclosedQuote, report.column(column), value, message)
        }
        Split::FieldTooLong(column) => too_long(&report, column, checks.limits.field_bytes),
        _ => {
            let message = format!("the row is longer than {} bytes", checks.limits.record_bytes);
            Finding::new(Severity::Error, Code::LimitExceeded, report.whole(), value, message)
        }
    };
    report.add(finding);
    false
}
