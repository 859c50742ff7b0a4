//! The rows of a sheet, one at a time.

use std::io::BufRead;
use std::sync::Arc;

use super::address::{parse, parse_row};
use super::book::Inner;
use super::strings::{item, unescape};
use super::styles::number;
use super::xml::{Node, Xml};
use crate::archive::Part;
use crate::error::{Code, Error};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// A number, written with a point and without group marks; perhaps with an exponent.
    Number,
    /// A number that the sheet shows as a day: a serial number in the workbook's date system.
    Day,
    /// `TRUE` or `FALSE`.
    Bool,
    /// An error value such as `#DIV/0!`.
    Error,
    /// Nothing: a formula whose result is not in the file.
    Missing,
}

/// A cell that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Its column, counted from 1.
    pub column: u32,
    /// Its text, as the file holds it.
    pub text: &'a str,
    /// What the text is.
    pub kind: Kind,
    /// Whether it is the stored result of a formula.
    pub formula: bool,
}

/// A row with something in it.
#[derive(Clone, Debug, Default)]
pub struct Row {
    number: u32,
    hidden: bool,
    text: String,
    cells: Vec<Held>,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    column: u32,
    start: usize,
    end: usize,
    kind: Kind,
    formula: bool,
}

impl Row {
    /// The row's number, counted from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Whether the sheet does not show the row.
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// The cells that hold something, from left to right.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.cells.iter().map(|held| self.show(held))
    }

    /// The cell of a column, counted from 1.
    pub fn cell(&self, column: u32) -> Option<Cell<'_>> {
        let at = self.cells.binary_search_by_key(&column, |held| held.column).ok()?;
        self.cells.get(at).map(|held| self.show(held))
    }

    fn show(&self, held: &Held) -> Cell<'_> {
        let text = self.text.get(held.start..held.end).unwrap_or_default();
        Cell { column: held.column, text, kind: held.kind, formula: held.formula }
    }
}

/// Cells that the sheet shows as one; all numbers count from 1 and are inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The leftmost column.
    pub first_column: u32,
    /// The uppermost row.
    pub first_row: u32,
    /// The rightmost column.
    pub last_column: u32,
    /// The lowest row.
    pub last_row: u32,
}

/// The rows of a sheet, read as they are asked for; after an error there are no more.
#[derive(Debug)]
pub struct Rows {
    book: Arc<Inner>,
    sheet: usize,
    xml: Xml<Part>,
    stage: Stage,
    /// The last row seen, empty ones included.
    row: u32,
    cells: u64,
    text_left: u64,
    value: String,
    merges: Vec<Merge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Before,
    Data,
    After,
    Done,
}

/// An element of a sheet that matters, with what its tag says.
enum Step {
    Row { number: Result<Option<u32>, String>, hidden: bool },
    Cell { reference: Option<String>, format: u32, kind: String },
    Data,
    Merges,
    Merge(String),
    Root(bool),
    Other,
    Close,
    Pass,
    End,
}

impl Rows {
    pub(super) fn new(book: Arc<Inner>, sheet: usize, xml: Xml<Part>) -> Rows {
        let text_left = book.limits.sheet_text_bytes;
        Rows {
            book,
            sheet,
            xml,
            stage: Stage::Before,
            row: 0,
            cells: 0,
            text_left,
            value: String::new(),
            merges: Vec::new(),
        }
    }

    /// The merged cells of the sheet: they stand behind the rows, and are known when the last row was read.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    fn place(&self, column: u32) -> String {
        self.book.address(self.sheet, column, self.row)
    }

    fn refuse(&self, code: Code, column: u32, message: impl Into<Box<str>>) -> Error {
        Error::new(code, message).at(self.place(column))
    }

    fn step(&mut self) -> Result<Step, Error> {
        let depth = self.xml.depth();
        Ok(match self.xml.next()? {
            Node::Open(tag) if depth == 0 => Step::Root(tag.is("worksheet")),
            Node::Open(tag) if tag.is("c") => Step::Cell {
                reference: tag.attribute("r").map(Into::into),
                format: number(tag.attribute("s")).unwrap_or(0),
                kind: tag.attribute("t").map_or_else(String::new, Into::into),
            },
            Node::Open(tag) if tag.is("row") => Step::Row {
                number: match tag.attribute("r") {
                    Some(text) => parse_row(&text).map(Some).ok_or_else(|| text.into_owned()),
                    None => Ok(None),
                },
                hidden: tag.says("hidden"),
            },
            Node::Open(tag) if tag.is("sheetData") => Step::Data,
            Node::Open(tag) if tag.is("mergeCells") => Step::Merges,
            Node::Open(tag) if tag.is("mergeCell") => {
                Step::Merge(tag.attribute("ref").map_or_else(String::new, Into::into))
            }
            Node::Open(_) => Step::Other,
            Node::Close => Step::Close,
            Node::Text(_) | Node::Aside => Step::Pass,
            Node::End => Step::End,
        })
    }

    /// The next row that holds something.
    fn read(&mut self) -> Result<Option<Row>, Error> {
        loop {
            let step = self.step()?;
            match (self.stage, step) {
                (_, Step::End) => {
                    self.stage = Stage::Done;
                    return Ok(None);
                }
                (_, Step::Root(worksheet)) => {
                    if !worksheet {
                        let message = format!("`{}` is no sheet of cells", self.book.name(self.sheet));
                        return Err(Error::new(Code::BadWorkbook, message));
                    }
                }
                (Stage::Before, Step::Data) => self.stage = Stage::Data,
                (Stage::Data, Step::Row { number, hidden }) => {
                    if let Some(row) = self.row(number, hidden)? {
                        return Ok(Some(row));
                    }
                }
                (Stage::Data, Step::Close) => self.stage = Stage::After,
                (_, Step::Data) => {
                    return Err(Error::new(Code::BadXml, "the sheet has its rows twice").at(self.place(1)));
                }
                (Stage::Before | Stage::After, Step::Merges | Step::Close | Step::Pass) | (_, Step::Pass) => {
                }
                (Stage::Before | Stage::After, Step::Merge(range)) => {
                    self.merge(&range)?;
                    self.xml.skip()?;
                }
                _ => self.xml.skip()?,
            }
        }
    }

    fn merge(&mut self, range: &str) -> Result<(), Error> {
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let merge =
            parse(first).zip(parse(last)).map(|((first_column, first_row), (last_column, last_row))| Merge {
                first_column,
                first_row,
                last_column,
                last_row,
            });
        let fits =
            |merge: &Merge| merge.first_column <= merge.last_column && merge.first_row <= merge.last_row;
        let Some(merge) = merge.filter(fits) else {
            let message = format!("`{}` is no range of cells", range.escape_default());
            return Err(Error::new(Code::BadCellRef, message).at(self.book.name(self.sheet).to_string()));
        };
        if self.merges.len() >= self.book.limits.sheet_merges {
            let message = format!("more than {} merged ranges", self.book.limits.sheet_merges);
            let place = self.book.address(self.sheet, merge.first_column, merge.first_row);
            return Err(Error::new(Code::SheetTooLarge, message).at(place));
        }
        self.merges.push(merge);
        Ok(())
    }

    /// A row, whose tag was read; `None` if nothing is in it.
    fn row(&mut self, number: Result<Option<u32>, String>, hidden: bool) -> Result<Option<Row>, Error> {
        let before = self.row;
        self.row = match number {
            Ok(number) => number.unwrap_or_else(|| before.saturating_add(1)),
            Err(text) => {
                self.row = before.saturating_add(1);
                let message = format!("`{}` is no row of a sheet", text.escape_default());
                return Err(self.refuse(Code::BadCellRef, 1, message));
            }
        };
        if self.row <= before {
            let message = format!("row {} stands behind row {before}", self.row);
            return Err(self.refuse(Code::DuplicateCell, 1, message));
        }
        if self.row > self.book.limits.sheet_rows {
            let message = format!("the sheet has more than {} rows", self.book.limits.sheet_rows);
            return Err(self.refuse(Code::SheetTooLarge, 1, message));
        }
        let mut row = Row { number: self.row, hidden, text: String::new(), cells: Vec::new() };
        let mut column = 0u32;
        loop {
            match self.step()? {
                Step::Cell { reference, format, kind } => {
                    column = self.column(column, reference.as_deref())?;
                    self.cell(&mut row, column, format, &kind)?;
                }
                Step::Close => return Ok((!row.cells.is_empty()).then_some(row)),
                Step::Pass => {}
                _ => self.xml.skip()?,
            }
        }
    }

    /// The column of the next cell: as its reference says, else the one behind the cell before.
    fn column(&mut self, before: u32, reference: Option<&str>) -> Result<u32, Error> {
        self.cells = self.cells.saturating_add(1);
        let next = before.saturating_add(1);
        if self.cells > self.book.limits.sheet_cells {
            let message = format!("the sheet has more than {} cells", self.book.limits.sheet_cells);
            return Err(self.refuse(Code::SheetTooLarge, next, message));
        }
        let Some(reference) = reference else { return Ok(next) };
        match parse(reference) {
            Some((column, row)) if row == self.row && column > before => Ok(column),
            Some((column, row)) if row == self.row => {
                let message = format!("`{reference}` stands twice, or behind a cell to its right");
                Err(self.refuse(Code::DuplicateCell, column, message))
            }
            _ => {
                let shown: String = reference.chars().take(40).collect();
                let message = format!("`{}` is no cell of row {}", shown.escape_default(), self.row);
                Err(self.refuse(Code::BadCellRef, next, message))
            }
        }
    }

    /// A cell, whose tag was read.
    fn cell(&mut self, row: &mut Row, column: u32, format: u32, kind: &str) -> Result<(), Error> {
        let (mut valued, mut formula) = (false, false);
        let most = self.book.limits.record_bytes;
        self.value.clear();
        loop {
            let (value, inline, is_formula) = match self.xml.next()? {
                Node::Open(tag) => (tag.is("v"), tag.is("is"), tag.is("f")),
                Node::Close => break,
                Node::Aside if kind == "inlineStr" => continue,
                _ => continue,
            };
            if (value || inline) && core::mem::replace(&mut valued, true) {
                return Err(self.refuse(Code::DuplicateCell, column, "the cell has two values"));
            }
            match (value, inline) {
                (true, _) => self.xml.text(&mut self.value, most)?,
                (_, true) => item(&mut self.xml, &mut self.value, most)?,
                _ => self.xml.skip()?,
            }
            formula |= is_formula;
        }
        let book = Arc::clone(&self.book);
        let (text, found) = match kind {
            "" | "n" => {
                let text = self.value.trim_matches([' ', '\t', '\n', '\r']);
                (text, if book.styles.is_day(format) { Kind::Day } else { Kind::Number })
            }
            "s" => match index(&self.value).and_then(|index| book.strings.get(index)) {
                Some(text) => (text, Kind::Text),
                None if self.value.is_empty() => ("", Kind::Text),
                None => {
                    let message = format!("there is no shared string `{}`", self.value.escape_default());
                    return Err(self.refuse(Code::BadSharedString, column, message));
                }
            },
            "str" => {
                unescape(&mut self.value, 0);
                (self.value.as_str(), Kind::Text)
            }
            "inlineStr" | "d" => (self.value.as_str(), Kind::Text),
            "b" => match self.value.trim() {
                "1" | "true" => ("TRUE", Kind::Bool),
                "0" | "false" => ("FALSE", Kind::Bool),
                "" => ("", Kind::Bool),
                other => {
                    let message = format!("`{}` is neither true nor false", other.escape_default());
                    return Err(self.refuse(Code::BadXml, column, message));
                }
            },
            "e" => (self.value.as_str(), Kind::Error),
            other => {
                let message = format!("`{}` is no kind of cell", other.escape_default());
                return Err(self.refuse(Code::BadXml, column, message));
            }
        };
        // A formula may give the empty text; a formula without any result was never computed.
        let missing = formula && text.is_empty() && kind != "str";
        if text.is_empty() && !missing {
            return Ok(());
        }
        let (columns, bytes) = (book.limits.sheet_columns, book.limits.record_bytes);
        if column > columns {
            let message = format!("the sheet uses more than {columns} columns");
            return Err(self.refuse(Code::SheetTooLarge, column, message));
        }
        let start = row.text.len();
        let end = start.saturating_add(text.len());
        let left = self.text_left.checked_sub(u64::try_from(text.len()).unwrap_or(u64::MAX));
        let (Some(left), true) = (left, end <= bytes) else {
            let message = format!("the row has more than {bytes} bytes of text, or the sheet too much");
            return Err(self.refuse(Code::LimitExceeded, column, message));
        };
        row.text.push_str(text);
        let kind = if missing { Kind::Missing } else { found };
        row.cells.push(Held { column, start, end, kind, formula });
        self.text_left = left;
        Ok(())
    }
}

/// The number of a shared string.
fn index(text: &str) -> Option<usize> {
    number(Some(text.trim().into())).and_then(|index| usize::try_from(index).ok())
}

impl Iterator for Rows {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Result<Row, Error>> {
        if self.stage == Stage::Done {
            return None;
        }
        let row = self.read();
        if row.is_err() {
            self.stage = Stage::Done;
        }
        row.transpose()
    }
}

/// Reads a document to its end, for those that only look at its tags.
pub(super) fn each_tag<R: BufRead>(
    xml: &mut Xml<R>,
    see: &mut dyn FnMut(usize, &super::xml::Tag<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Node::Open(tag) => see(depth, &tag)?,
            Node::End => return Ok(()),
            _ => {}
        }
    }
}
