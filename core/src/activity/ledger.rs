//! A ledger in any of its formats.

use std::io::{Chain, Cursor, Read};

use super::book::Book;
use super::find::{find, placed};
use super::lines::Lines;
use super::table::{Facts, Records, Table};
use super::{Encoding, Field, Format, ReadOptions, Reader, Record};
use crate::error::{Code, Error, Finding, Position};
use crate::limits::Limits;
use crate::sheet::Workbook;

/// First bytes that are looked at to tell the formats apart.
const HEAD: u64 = 64;

/// An input whose first bytes were looked at.
type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// Reads a ledger row by row, whatever its format: text with delimiters, a workbook or JSON lines.
///
/// The same fields, aliases, checks and findings hold for all of them. Text and JSON lines are read as streams; a
/// workbook is held as a whole, because its directory stands at its end, and its sheets are then read as streams.
///
/// # Example
/// ```
/// use emitrace::activity::{Field, Format, Ledger, ReadOptions, Record};
/// use emitrace::limits::Limits;
///
/// let lines = r#"{"id":"R1","date":"2025-03-01","nhiên liệu":"dầu DO","số lượng":1234.5,"đvt":"L"}"#;
/// let mut ledger = Ledger::open(lines.as_bytes(), &ReadOptions::new(), &Limits::default()).unwrap();
/// let mut record = Record::new();
/// assert!(ledger.read(&mut record, &mut |finding| panic!("{finding:?}"))?);
/// assert_eq!((ledger.facts().format, record.get(Field::Unit)), (Format::JsonLines, "L"));
/// assert_eq!(record.quantity().to_string(), "1234.5");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Debug)]
pub struct Ledger<'a, R> {
    body: Body<'a, R>,
}

#[derive(Debug)]
enum Body<'a, R> {
    Text(Reader<Whole<R>>),
    Table(Table<'a>),
}

impl<'a, R: Read + 'a> Ledger<'a, R> {
    /// Reads the head of a ledger; its format is the declared one, else the one that its first bytes show.
    ///
    /// # Errors
    /// Every problem of the head at once, as findings: those of [`Reader::open`], and for workbooks those of
    /// [`Workbook::open`] and [`Workbook::rows`] with the address of the cell, `SHEET_AMBIGUOUS`, `HIDDEN_SHEET`.
    pub fn open(mut input: R, options: &ReadOptions, limits: &Limits) -> Result<Ledger<'a, R>, Vec<Finding>> {
        let whole = |error: &Error| vec![Finding::from_error(error, Position::new(0, 0, ""), "")];
        let mut head = Vec::new();
        (&mut input).take(HEAD).read_to_end(&mut head).map_err(|error| whole(&failed(&error)))?;
        let format = options.format.unwrap_or_else(|| Format::recognise(&head));
        if format != Format::Xlsx
            && let Some(option) = options.of_sheets()
        {
            let message =
                format!("the option `{option}` is for workbooks, and the ledger is {}", format.as_str());
            return Err(whole(&Error::new(Code::BadRequest, message).with_help("leave the option out")));
        }
        let input = Cursor::new(head).chain(input);
        let table = |records: Box<dyn Records + 'a>, options: &ReadOptions, remarks| {
            Body::Table(Table::new(records, options, limits, remarks))
        };
        let body = match format {
            Format::Xlsx => {
                let (book, remarks) = workbook(input, options, limits)?;
                let options = options.clone().with_date_system(book.dates());
                table(Box::new(book), &options, remarks)
            }
            Format::JsonLines => table(Box::new(Lines::open(input, options, limits)?), options, Vec::new()),
            Format::Csv => Body::Text(Reader::open(input, options, limits)?),
        };
        Ok(Ledger { body })
    }

    /// Reads on to the next good row and fills `record` with it; false at the end.
    ///
    /// Rows on the way that are not good are told to `findings`, with all their faults, and skipped.
    ///
    /// # Errors
    /// `IO` when the input fails, `LIMIT_EXCEEDED` past the limits `bytes` and `rows`.
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
        match &mut self.body {
            Body::Text(reader) => reader.read_row(record, findings),
            Body::Table(table) => table.read_row(record, findings),
        }
    }

    /// The reader of text with delimiters, if the ledger is that.
    pub(crate) fn text(&mut self) -> Option<&mut Reader<impl Read + use<'a, R>>> {
        match &mut self.body {
            Body::Text(reader) => Some(reader),
            Body::Table(_) => None,
        }
    }

    /// Data rows seen so far, good or bad; blank rows are none.
    pub fn rows(&self) -> u64 {
        match &self.body {
            Body::Text(reader) => reader.rows(),
            Body::Table(table) => table.rows(),
        }
    }

    /// Rows seen so far that have an error and were not given back.
    pub fn skipped(&self) -> u64 {
        match &self.body {
            Body::Text(reader) => reader.skipped(),
            Body::Table(table) => table.skipped(),
        }
    }

    /// Bytes of the input read so far.
    pub fn bytes(&self) -> u64 {
        match &self.body {
            Body::Text(reader) => reader.bytes(),
            Body::Table(table) => table.bytes(),
        }
    }

    /// The columns: each header as written, and the field that it stands for. Of JSON lines the keys met so far.
    pub fn header(&self) -> &[(Box<str>, Option<Field>)] {
        match &self.body {
            Body::Text(reader) => reader.header(),
            Body::Table(table) => table.header(),
        }
    }

    /// Where a field of a row is: row, line, header, and the address of the cell if there are addresses.
    pub fn position(&self, record: &Record, field: Field) -> Position {
        match &self.body {
            Body::Text(reader) => {
                Position::new(record.row(), record.line(), field.name()).with_header(reader.header_of(field))
            }
            Body::Table(table) => table.position(record, field),
        }
    }

    /// The delimiter, if columns are delimited.
    pub fn delimiter(&self) -> Option<u8> {
        match &self.body {
            Body::Text(reader) => Some(reader.delimiter()),
            Body::Table(_) => None,
        }
    }

    /// The encoding, if the ledger is text with delimiters.
    pub fn encoding(&self) -> Option<Encoding> {
        match &self.body {
            Body::Text(reader) => Some(reader.encoding()),
            Body::Table(_) => None,
        }
    }

    /// Whether all record identifiers so far were compared with each other.
    pub fn ids_checked(&self) -> bool {
        match &self.body {
            Body::Text(reader) => reader.ids_checked(),
            Body::Table(table) => table.ids_checked(),
        }
    }

    /// The format, the sheet, and where the rows begin.
    pub fn facts(&self) -> Facts {
        match &self.body {
            Body::Text(_) => Facts::new(Format::Csv, 2),
            Body::Table(table) => table.facts(),
        }
    }
}

fn failed(error: &std::io::Error) -> Error {
    Error::new(Code::Io, format!("the input could not be read: {error}"))
}

/// The rows of the sheet that holds the ledger, and remarks about it.
fn workbook<R: Read>(
    input: R,
    options: &ReadOptions,
    limits: &Limits,
) -> Result<(Book, Vec<Finding>), Vec<Finding>> {
    let most = u64::try_from(limits.workbook_bytes).unwrap_or(u64::MAX).min(limits.bytes).saturating_add(1);
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes).map_err(|error| placed(&failed(&error)))?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length >= most {
        let message = format!("the workbook has more than {} bytes", most.saturating_sub(1));
        return Err(placed(&Error::new(Code::LimitExceeded, message)));
    }
    let book = Workbook::open(bytes, limits).map_err(|error| placed(&error))?;
    let mut found = find(&book, options)?;
    let remarks = core::mem::take(&mut found.remarks);
    let book = Book::new(book, found, options, length).map_err(|error| placed(&error))?;
    Ok((book, remarks))
}
