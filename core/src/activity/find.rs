//! Which sheet of a workbook holds the ledger, and in which row its header stands.

use super::ReadOptions;
use super::book::Covers;
use super::header::{Column, columns, recognised};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::sheet::{Merge, Row, Workbook};

/// Rows with something in them among which the header is looked for.
const HEAD: usize = 64;
/// Columns in which a header is looked for.
const WIDE: u32 = 1_024;
const COLUMNS: usize = 1_024;

/// Where the ledger is.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) sheet: usize,
    /// The header's row.
    pub(super) row: u32,
    pub(super) columns: Vec<Column>,
    /// Column of the sheet, for each column of the ledger.
    pub(super) places: Vec<u32>,
    pub(super) merges: Vec<Merge>,
    /// Remarks that are no errors.
    pub(super) remarks: Vec<Finding>,
}

/// What was seen of a sheet.
struct Seen {
    sheet: usize,
    head: Vec<Row>,
    merges: Vec<Merge>,
}

/// A row that could be the header.
struct Candidate {
    row: u32,
    places: Vec<u32>,
    headers: Vec<String>,
}

/// An error about the workbook, placed where it says that it is.
pub(super) fn placed(error: &Error) -> Vec<Finding> {
    let reference = error.path().rsplit_once('!').map_or("", |(_, reference)| reference);
    let digits = reference.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let number =
        |sum: u64, digit: u8| sum.saturating_mul(10).saturating_add(digit.saturating_sub(b'0').into());
    let row = digits.bytes().filter(u8::is_ascii_digit).fold(0u64, number);
    vec![Finding::from_error(error, Position::new(row, row, "").with_cell(error.path()), "")]
}

/// Looks for the ledger.
pub(super) fn find(book: &Workbook, options: &ReadOptions) -> Result<Found, Vec<Finding>> {
    if let Some(name) = options.sheet.as_deref() {
        let sheet = named(book, name).map_err(|error| placed(&error))?;
        let seen = survey(book, sheet, options).map_err(|error| placed(&error))?;
        let hidden = book.sheets().get(sheet).is_some_and(|sheet| sheet.hidden);
        let note = hidden
            .then(|| sheet_finding(book, sheet, Severity::Warning, "the sheet is hidden in the workbook"));
        return settle(book, seen, options, note.into_iter().collect());
    }
    let (mut ledgers, mut others, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    let mut hidden_ledgers: Vec<usize> = Vec::new();
    for (sheet, info) in book.sheets().iter().enumerate() {
        match survey(book, sheet, options) {
            // A hidden sheet that cannot be read is none that is asked for.
            Err(_) if info.hidden => {}
            Err(error) => return Err(placed(&error)),
            Ok(seen) => match (seen.header(options).is_some_and(|(_, good)| good), info.hidden) {
                (true, false) => ledgers.push(seen),
                (true, true) => hidden_ledgers.push(sheet),
                (false, false) => others.push(seen),
                (false, true) => {}
            },
        }
    }
    if ledgers.len() > 1 {
        let names = listed(book, ledgers.iter().map(|seen| seen.sheet));
        let message = format!("{} sheets hold a ledger: {names}", ledgers.len());
        let finding =
            Finding::new(Severity::Error, Code::SheetAmbiguous, Position::new(0, 0, ""), "", message);
        return Err(vec![finding]);
    }
    if let Some(seen) = ledgers.pop() {
        notes.extend(hidden_ledgers.iter().map(|sheet| {
            let message = "a hidden sheet holds a ledger, too; it is not read";
            sheet_finding(book, *sheet, Severity::Warning, message)
        }));
        return settle(book, seen, options, notes);
    }
    if let Some(sheet) = hidden_ledgers.first() {
        let message = "the only ledger is on a hidden sheet";
        return Err(vec![sheet_finding(book, *sheet, Severity::Error, message)]);
    }
    // No ledger anywhere: what is missing is told of the sheet that comes closest.
    let close = |seen: &Seen| seen.header(options).map_or(0, |(candidate, _)| candidate.known(options));
    let best = others.iter().map(close).max().unwrap_or(0);
    match others.into_iter().find(|seen| close(seen) == best) {
        Some(seen) => settle(book, seen, options, notes),
        None => Err(empty()),
    }
}

fn empty() -> Vec<Finding> {
    let error = Error::new(Code::EmptyFile, "no sheet of the workbook holds anything");
    vec![Finding::from_error(&error, Position::new(1, 1, ""), "")]
}

fn sheet_finding(book: &Workbook, sheet: usize, severity: Severity, message: &str) -> Finding {
    let name = book.sheets().get(sheet).map_or("", |sheet| &sheet.name);
    Finding::new(severity, Code::HiddenSheet, Position::new(0, 0, "").with_cell(name), name, message)
}

fn listed(book: &Workbook, sheets: impl Iterator<Item = usize>) -> String {
    let name = |sheet: usize| format!("`{}`", book.sheets().get(sheet).map_or("", |sheet| &sheet.name));
    sheets.map(name).collect::<Vec<_>>().join(", ")
}

/// A sheet by its name, else by its number from 1.
fn named(book: &Workbook, name: &str) -> Result<usize, Error> {
    let number = || {
        let digits = !name.is_empty() && name.len() < 6 && name.bytes().all(|byte| byte.is_ascii_digit());
        let fold =
            |sum: usize, digit: u8| sum.saturating_mul(10).saturating_add(digit.saturating_sub(b'0').into());
        digits.then(|| name.bytes().fold(0usize, fold))?.checked_sub(1).filter(|at| *at < book.sheets().len())
    };
    book.find(name).or_else(number).ok_or_else(|| {
        let sheets = listed(book, 0..book.sheets().len());
        Error::new(Code::UnknownValue, format!("the workbook has no sheet `{name}`"))
            .with_help(format!("its sheets are {sheets}"))
    })
}

/// Reads a sheet to its end: its first rows and its merged cells, and whether all of it can be read.
fn survey(book: &Workbook, sheet: usize, options: &ReadOptions) -> Result<Seen, Error> {
    let mut rows = book.rows(sheet)?;
    let mut head: Vec<Row> = Vec::new();
    for row in rows.by_ref() {
        let row = row?;
        if head.len() < HEAD || Some(row.number()) == options.header_row {
            head.push(row);
        }
    }
    Ok(Seen { sheet, head, merges: rows.merges().to_vec() })
}

impl Seen {
    /// The row that is the header, or comes closest, and whether it is one.
    fn header(&self, options: &ReadOptions) -> Option<(Candidate, bool)> {
        let candidates = || {
            let wanted = |row: &&Row| options.header_row.is_none_or(|wanted| wanted == row.number());
            self.head.iter().filter(wanted).map(|row| self.candidate(row))
        };
        if let Some(good) = candidates().find(|candidate| candidate.is_whole(options)) {
            return Some((good, true));
        }
        let best = candidates().map(|candidate| candidate.known(options)).max()?;
        candidates().find(|candidate| candidate.known(options) == best).map(|candidate| (candidate, false))
    }

    /// The headers of a row. A cell that is covered by one further up has that one's text.
    fn candidate(&self, row: &Row) -> Candidate {
        let last = row.cells().map(|cell| cell.column).max().unwrap_or(0);
        let above = |merge: &&Merge| merge.first_row < row.number() && merge.last_row >= row.number();
        // Sound merges do not overlap, so no more of them cross a row than it has columns.
        let covering: Vec<Merge> = self.merges.iter().filter(above).take(COLUMNS).copied().collect();
        let edge = covering
            .iter()
            .map(|merge| merge.first_column)
            .filter(|column| *column <= WIDE)
            .fold(last, u32::max);
        let columns: Vec<u32> = (1..=edge).collect();
        let covers = Covers::new(&covering, &columns);
        let (mut places, mut headers) = (Vec::new(), Vec::new());
        for column in columns {
            let own = row.cell(column).map(|cell| cell.text);
            let text = own.or_else(|| {
                let merge = covers.get(column, row.number()).filter(|merge| merge.first_column == column)?;
                let anchor = self.head.iter().find(|row| row.number() == merge.first_row)?;
                anchor.cell(column).map(|cell| cell.text)
            });
            if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
                places.push(column);
                headers.push(text.to_owned());
            }
        }
        Candidate { row: row.number(), places, headers }
    }
}

impl Candidate {
    /// How many of its headers are known.
    fn known(&self, options: &ReadOptions) -> usize {
        recognised(self.headers.iter().map(String::as_str), options)
    }

    /// Whether every column is there that a ledger must have.
    fn is_whole(&self, options: &ReadOptions) -> bool {
        // What is missing needs no search for near misses as long as nothing is known at all.
        self.known(options) > 1 && {
            let (_, findings) = columns(self.headers.clone(), options, 0, 0);
            findings.iter().all(|finding| finding.code != Code::MissingColumn)
        }
    }
}

/// Takes a sheet's header, or says what is wrong with it.
fn settle(
    book: &Workbook,
    seen: Seen,
    options: &ReadOptions,
    mut remarks: Vec<Finding>,
) -> Result<Found, Vec<Finding>> {
    let Some((candidate, _)) = seen.header(options) else {
        return Err(match options.header_row {
            None => empty(),
            Some(row) => {
                let error = Error::new(Code::MissingColumn, format!("row {row} of the sheet is empty"))
                    .with_help("name the row that holds the column headers in the option `header_row`");
                vec![Finding::from_error(&error, Position::new(row.into(), row.into(), ""), "")]
            }
        });
    };
    let row = u64::from(candidate.row);
    let headers = candidate.headers.clone();
    let (columns, mut findings) = columns(candidate.headers, options, row, row);
    for finding in &mut findings {
        let place = headers.iter().position(|header| *header == *finding.position.header);
        if let Some(place) = place.and_then(|at| candidate.places.get(at)) {
            finding.position.cell = book.address(seen.sheet, *place, candidate.row).into();
        }
    }
    let failed = findings.iter().any(|finding| finding.severity == Severity::Error);
    remarks.extend(findings);
    if failed {
        return Err(remarks);
    }
    Ok(Found {
        sheet: seen.sheet,
        row: candidate.row,
        columns,
        places: candidate.places,
        merges: seen.merges,
        remarks,
    })
}
