//! A ledger in a sheet of a workbook: its rows as cells, and what a sheet can do that a text cannot.

use super::find::Found;
use super::header::Column;
use super::options::SheetNumbers;
use super::table::{Cells, Facts, Records};
use super::{Field, Format, ReadOptions};
use crate::error::{Code, Error, Severity};
use crate::order::Order;
use crate::period::{DateSystem, parse_serial};
use crate::sheet::{Cell, Kind, Merge, Row, Rows, Workbook, column_name, fifteen_digits, significant_digits};

/// Digits of which every binary number of a spreadsheet is told apart from its neighbours.
const STORED: usize = 17;
/// Digits that a spreadsheet shows.
const SHOWN: usize = 15;

/// The rows below the header of a sheet.
#[derive(Debug)]
pub(super) struct Book {
    book: Workbook,
    sheet: usize,
    rows: Rows,
    /// Column of the sheet, for each column of the ledger.
    places: Vec<u32>,
    columns: Vec<Column>,
    covers: Covers,
    header_row: u32,
    /// Rows up to this one belong to the header.
    header_end: u32,
    numbers: SheetNumbers,
    dates: DateSystem,
    /// Columns whose formulas were told of.
    told: Vec<bool>,
    bytes: u64,
}

/// Where a field stands among those whose cells are read in a way of their own.
fn is_date(field: Field) -> bool {
    matches!(field, Field::Date | Field::PeriodStart | Field::PeriodEnd)
}

impl Book {
    pub(super) fn new(
        book: Workbook,
        found: Found,
        options: &ReadOptions,
        bytes: u64,
    ) -> Result<Book, Error> {
        let rows = book.rows(found.sheet)?;
        let places: Vec<u32> = found.places;
        let mapped: Vec<u32> =
            places.iter().zip(&found.columns).filter_map(|(at, (_, field))| field.map(|_| *at)).collect();
        // A header whose cells reach down over several rows ends with the lowest of them.
        let reaches = |merge: &&Merge| {
            merge.first_row <= found.row && merge.last_row > found.row && mapped.contains(&merge.first_column)
        };
        let header_end =
            found.merges.iter().filter(reaches).map(|merge| merge.last_row).fold(found.row, u32::max);
        let dates =
            if options.date_system == DateSystem::None { book.date_system() } else { options.date_system };
        Ok(Book {
            sheet: found.sheet,
            rows,
            covers: Covers::new(&found.merges, &mapped),
            told: vec![false; places.len()],
            places,
            columns: found.columns,
            header_row: found.row,
            header_end,
            numbers: options.sheet_numbers,
            dates,
            book,
            bytes,
        })
    }

    /// Which day the serial numbers of the ledger count from: as declared, else as the workbook says.
    pub(super) fn dates(&self) -> DateSystem {
        self.dates
    }

    fn cell(&mut self, at: usize, row: &Row, cells: &mut Cells) {
        let (Some(&place), Some(field)) =
            (self.places.get(at), self.columns.get(at).and_then(|(_, field)| *field))
        else {
            return cells.push("");
        };
        let refuse = |cells: &mut Cells, code: Code, message: String, value: &str| {
            cells.remark(Some(at), Severity::Error, Error::new(code, message), value);
        };
        let Some(cell) = row.cell(place) else {
            if let Some(merge) = self.covers.get(place, row.number()) {
                let range = |column: u32, row: u32| format!("{}{row}", column_name(column));
                let (first, last) =
                    (range(merge.first_column, merge.first_row), range(merge.last_column, merge.last_row));
                let message = format!(
                    "the cell is a part of the merged cells {first}:{last} and holds nothing of its own"
                );
                refuse(cells, Code::MergedCell, message, "");
            }
            return cells.push("");
        };
        if cell.formula && cell.kind != Kind::Missing && !self.told.get(at).copied().unwrap_or(true) {
            if let Some(told) = self.told.get_mut(at) {
                *told = true;
            }
            let message = "the value is the stored result of a formula; so may be others of the column";
            cells.remark(Some(at), Severity::Warning, Error::new(Code::FormulaValue, message), cell.text);
        }
        match cell.kind {
            Kind::Number => self.number(at, &cell, cells),
            Kind::Day => match parse_serial(cell.text, self.dates) {
                Ok(day) => cells.push(&day.start().to_string()),
                Err(error) => {
                    if is_date(field) {
                        cells.remark(Some(at), Severity::Error, error, cell.text);
                    }
                    cells.push_plain(cell.text);
                }
            },
            Kind::Error => {
                let message = format!("the cell shows the error `{}`", cell.text);
                refuse(cells, Code::SpreadsheetErrorValue, message, cell.text);
                cells.push(cell.text);
            }
            Kind::Missing => {
                let message = "the cell has a formula whose result is not in the file".to_owned();
                refuse(cells, Code::FormulaWithoutValue, message, "");
                cells.keep();
                cells.push("");
            }
            _ => cells.push(cell.text),
        }
    }

    /// A number, as it is stored or as the spreadsheet shows it.
    fn number(&self, at: usize, cell: &Cell<'_>, cells: &mut Cells) {
        let sane = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
        if !cell.text.bytes().all(sane) {
            let error =
                Error::new(Code::BadNumber, format!("`{}` is stored as a number and is none", cell.text));
            cells.remark(Some(at), Severity::Error, error, cell.text);
        }
        let digits = significant_digits(cell.text);
        let shown = fifteen_digits(cell.text);
        let whole = |text: &str| text.split(['.', 'e', 'E']).next().map_or(0, str::len);
        // Noise of the binary number stands far behind the point. Whole digits that go are another matter.
        if digits > STORED || (digits > SHOWN && whole(cell.text) > SHOWN) {
            let message = match self.numbers {
                SheetNumbers::Shown => {
                    format!("a number of {digits} digits is read as {shown}, as a spreadsheet shows it")
                }
                SheetNumbers::Stored => format!("a number of {digits} digits: a spreadsheet keeps 15"),
            };
            let error = Error::new(Code::PrecisionSuspect, message);
            cells.remark(Some(at), Severity::Warning, error, cell.text);
        }
        cells.push_plain(match self.numbers {
            SheetNumbers::Shown => &shown,
            SheetNumbers::Stored => cell.text,
        });
    }
}

impl Records for Book {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn next(&mut self, cells: &mut Cells) -> Result<bool, Error> {
        loop {
            let Some(row) = self.rows.next() else { return Ok(false) };
            let row = row?;
            if row.number() <= self.header_end {
                continue;
            }
            let number = u64::from(row.number());
            cells.start(number, number);
            if row.is_hidden() {
                let error = Error::new(Code::HiddenRow, "the row is hidden in the sheet; it is counted");
                cells.remark(None, Severity::Warning, error, "");
            }
            for at in 0..self.places.len() {
                self.cell(at, &row, cells);
            }
            return Ok(true);
        }
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn facts(&self) -> Facts {
        let sheet = self.book.sheets().get(self.sheet).map_or("", |sheet| &sheet.name);
        let mut facts = Facts::new(Format::Xlsx, u64::from(self.header_end).saturating_add(1));
        facts.header_row = self.header_row.into();
        facts.sheet = sheet.into();
        facts
    }

    fn address(&self, column: Option<usize>, row: u64) -> String {
        match (column.and_then(|column| self.places.get(column)), u32::try_from(row)) {
            (Some(place), Ok(row)) => self.book.address(self.sheet, *place, row),
            (None, Ok(row)) => self.book.row_address(self.sheet, row),
            _ => String::new(),
        }
    }
}

/// For each column that matters, the merged cells that reach into it, from top to bottom.
#[derive(Debug)]
pub(super) struct Covers {
    columns: Vec<(u32, Vec<Merge>)>,
}

impl Covers {
    pub(super) fn new(merges: &[Merge], columns: &[u32]) -> Covers {
        let in_column = |column: u32| {
            let reaches = |merge: &&Merge| (merge.first_column..=merge.last_column).contains(&column);
            let mut merges: Vec<Merge> = merges.iter().filter(reaches).copied().collect();
            merges.order_by_key(|merge| merge.first_row);
            merges
        };
        Covers { columns: columns.iter().map(|column| (*column, in_column(*column))).collect() }
    }

    /// The merged cells that cover a cell, if it is not the first of them.
    pub(super) fn get(&self, column: u32, row: u32) -> Option<Merge> {
        let (_, merges) = self.columns.iter().find(|(have, _)| *have == column)?;
        let above = merges.partition_point(|merge| merge.first_row <= row);
        let merge = merges.get(above.checked_sub(1)?)?;
        let covers = merge.last_row >= row && (merge.first_row, merge.first_column) != (row, column);
        covers.then_some(*merge)
    }
}
