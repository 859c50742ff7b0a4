//! A workbook of ours beside the one that its ledger gives, cell by cell.

use std::collections::BTreeMap;

use super::compare::Found;
use super::{Again, Against};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Fraction;
use crate::report::{Lang, workbook_sheets};
use crate::sheet::write::{Sheet, Stored};
use crate::sheet::{Kind, Workbook, fifteen_digits};
use crate::wire::v1::{ReportVerifyAnswer, VerifyDifference};

/// A cell as it is compared: its column, what kind of thing it holds, and what.
type Held = (u32, Stored, String);

/// The rows of a sheet by their texts; equal ones are told apart by how many there were before.
type Rows = BTreeMap<(Vec<String>, usize), (u32, Vec<Held>)>;

pub(super) fn verify(report: &[u8], against: &Against<'_>) -> Result<ReportVerifyAnswer, Error> {
    let book = Workbook::open(report.to_vec(), &Limits::default())?;
    let names: Vec<&str> = book.sheets().iter().map(|sheet| &*sheet.name).collect();
    let Some((lang, with_lines)) = Lang::ALL.iter().find_map(|lang| {
        let [totals, lines] = crate::report::workbook_names(*lang);
        names.contains(&totals).then(|| (*lang, names.contains(&lines)))
    }) else {
        let message = "the workbook has no sheet of totals: it is no report of an inventory";
        return Err(Error::new(Code::BadRequest, message)
            .with_help("give a report of an inventory: JSON, CSV or XLSX as this engine writes them")
            .at("/report"));
    };
    let (again, lines) = Again::new(against, against.options, with_lines)?;
    let sheets = workbook_sheets(&again.answer, lines, lang);
    let mut found = Found::default();
    let mut stated = String::new();
    for sheet in &sheets {
        let theirs = ours(sheet);
        let mut reported = match book.find(&sheet.name) {
            Some(at) => read(&book, at)?,
            None => Rows::new(),
        };
        if sheet.name == names.first().copied().unwrap_or_default() {
            let digest =
                reported.keys().find(|(texts, _)| texts.first().is_some_and(|text| text == "SHA-256"));
            stated = digest.and_then(|(texts, _)| texts.get(1)).cloned().unwrap_or_default();
        }
        for (key, (_, cells)) in &theirs {
            let mine = reported.remove(key);
            compare(&mut found, (&book, &sheet.name), &key.0, (mine.as_ref(), cells));
        }
        for ((texts, _), (row, _)) in reported {
            found.take(VerifyDifference {
                what: "text".into(),
                place: format!("{}, {row}", sheet.name),
                of: vec![sheet.name.clone()],
                reported: texts.join(" · "),
                ..VerifyDifference::default()
            });
        }
    }
    again.told(against, "xlsx", &stated, found, Vec::new())
}

fn compare(
    found: &mut Found,
    (book, sheet): (&Workbook, &str),
    key: &[String],
    (mine, cells): (Option<&(u32, Vec<Held>)>, &[Held]),
) {
    let Some((row, held)) = mine else {
        found.take(VerifyDifference {
            what: "text".into(),
            place: sheet.to_owned(),
            of: vec![sheet.to_owned()],
            recomputed: key.join(" · "),
            ..VerifyDifference::default()
        });
        return;
    };
    let at = book.find(sheet).unwrap_or(0);
    let columns = cells.iter().chain(held).map(|(column, ..)| *column);
    let columns: std::collections::BTreeSet<u32> = columns.collect();
    for column in columns {
        let of = |cells: &[Held]| {
            cells.iter().find(|(at, ..)| *at == column).map_or_else(String::new, |(_, _, text)| text.clone())
        };
        let figure =
            cells.iter().chain(held.iter()).any(|(at, stored, _)| *at == column && *stored != Stored::Text);
        let digits = key.iter().all(|text| *text != of(cells));
        let calculated = cells.iter().any(|(at, stored, _)| *at == column && *stored == Stored::Formula);
        let (mut reported, recomputed) = (of(held), of(cells));
        if calculated && as_calculated(&reported, &recomputed) {
            reported.clone_from(&recomputed);
        }
        let mut names = vec![sheet.to_owned()];
        names.extend(key.iter().filter(|text| !text.is_empty()).take(3).cloned());
        found.take(VerifyDifference {
            what: if figure || digits { "figure" } else { "text" }.into(),
            place: book.address(at, column, *row),
            of: names,
            reported,
            recomputed,
            difference: String::new(),
        });
    }
}

/// Whether a number is what a program that calculates with doubles may have made of a formula: equal to twelve digits. The
/// exact text beside it is compared to the last.
fn as_calculated(reported: &str, recomputed: &str) -> bool {
    let off = || {
        let (one, two) = (Fraction::parse(reported)?, Fraction::parse(recomputed)?);
        let difference = one.try_sub(&two).ok()?;
        let size = |number: Fraction| if number.is_negative() { number.negated() } else { number };
        let scaled = size(difference).try_mul(&Fraction::whole(1_000_000_000_000)).ok()?;
        Some(scaled <= size(two))
    };
    off().unwrap_or(false)
}

/// The rows that are written again.
fn ours(sheet: &Sheet) -> Rows {
    let rows = sheet.rows.iter().map(|row| {
        let cells = (1_u32..).zip(row).map(|(column, cell)| {
            let (stored, held) = cell.stored();
            (column, stored, held)
        });
        cells.filter(|(_, _, text)| !text.is_empty()).collect::<Vec<Held>>()
    });
    keyed((1_u32..).zip(rows))
}

/// The rows of the report.
fn read(book: &Workbook, sheet: usize) -> Result<Rows, Error> {
    let mut rows = Vec::new();
    for row in book.rows(sheet)? {
        let row = row?;
        let cells = row.cells().map(|cell| match cell.kind {
            Kind::Number | Kind::Day => (cell.column, Stored::Number, fifteen_digits(cell.text).into_owned()),
            _ => (cell.column, Stored::Text, cell.text.to_owned()),
        });
        rows.push((row.number(), cells.filter(|(_, _, text)| !text.is_empty()).collect()));
    }
    Ok(keyed(rows.into_iter()))
}

/// Rows under their texts; exact figures are texts, too, but what a row is of stands in others.
fn keyed(rows: impl Iterator<Item = (u32, Vec<Held>)>) -> Rows {
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut keyed = Rows::new();
    for (number, cells) in rows {
        let name =
            |text: &str| !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        let texts = cells.iter().filter(|(_, stored, held)| *stored == Stored::Text && name(held));
        let key: Vec<String> = texts.map(|(.., held)| held.clone()).collect();
        if cells.is_empty() {
            continue;
        }
        let count = seen.entry(key.clone()).or_default();
        keyed.insert((key, *count), (number, cells));
        *count = count.saturating_add(1);
    }
    keyed
}
