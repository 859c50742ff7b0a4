//! Cells of the workbook that are read: what they hold, and what became of each.

use std::collections::BTreeMap;

use super::map::{Sheet, Words};
use crate::cbam::faults::shown;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::{Amount, Fraction};
use crate::order::Order;
use crate::period::DateSystem;
use crate::sheet::{Kind, Workbook, column_name, fifteen_digits};
use crate::wire::v1;

/// Rows below this one belong to no sheet of the template.
const LAST_ROW: u32 = 1200;

/// A cell of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) sheet: Sheet,
    pub(super) row: u32,
    pub(super) column: u32,
}

/// The cell of a column, named by its letters, and a row.
pub(super) fn at(sheet: Sheet, column: &str, row: u32) -> Place {
    let value = |byte: u8| u32::from(byte.saturating_sub(b'A')).saturating_add(1);
    let column = column.bytes().fold(0_u32, |sum, byte| sum.saturating_mul(26).saturating_add(value(byte)));
    Place { sheet, row, column }
}

/// What a cell holds.
#[derive(Clone, Debug)]
struct Held {
    text: String,
    kind: Kind,
    formula: bool,
    used: bool,
}

/// The cells that hold something, and what was made of them.
#[derive(Debug)]
pub(super) struct Cells {
    held: BTreeMap<Place, Held>,
    names: BTreeMap<Sheet, Box<str>>,
    dates: DateSystem,
    taken: BTreeMap<Place, (String, String)>,
    findings: Vec<(Place, v1::CbamTemplateFinding)>,
}

impl Cells {
    /// Reads the sheets that the map names.
    ///
    /// # Errors
    /// `TEMPLATE_UNKNOWN` if one that has to be there is missing; those of [`Workbook`].
    pub(super) fn read(bytes: Vec<u8>) -> Result<Cells, Error> {
        let book = Workbook::open(bytes, &Limits::default())?;
        let mut cells = Cells {
            held: BTreeMap::new(),
            names: BTreeMap::new(),
            dates: book.date_system(),
            taken: BTreeMap::new(),
            findings: Vec::new(),
        };
        for (sheet, name, needed) in super::map::SHEETS {
            let Some(number) = book.find(name) else {
                if *needed {
                    return Err(Error::new(
                        Code::TemplateUnknown,
                        format!("the workbook has no sheet `{name}`"),
                    ));
                }
                continue;
            };
            cells.names.insert(*sheet, (*name).into());
            for row in book.rows(number)? {
                let row = row?;
                if row.number() > LAST_ROW {
                    break;
                }
                for cell in row.cells() {
                    let place = Place { sheet: *sheet, row: row.number(), column: cell.column };
                    let (text, kind, formula) = (cell.text.trim().to_owned(), cell.kind, cell.formula);
                    cells.held.insert(place, Held { text, kind, formula, used: false });
                }
            }
        }
        Ok(cells)
    }

    pub(super) fn dates(&self) -> DateSystem {
        self.dates
    }

    /// What a cell holds, if it holds anything.
    fn filled(&self, place: Place) -> Option<&Held> {
        self.held.get(&place).filter(|held| held.kind != Kind::Missing && !held.text.is_empty())
    }

    pub(super) fn is_filled(&self, place: Place) -> bool {
        self.filled(place).is_some()
    }

    /// The text of a cell without taking it.
    pub(super) fn peek(&self, place: Place) -> &str {
        self.filled(place).map_or("", |held| &held.text)
    }

    /// The cells of a column, from the first row on.
    pub(super) fn column(&self, sheet: Sheet, column: &str) -> Vec<(Place, String)> {
        let wanted = at(sheet, column, 1).column;
        let cells = self
            .held
            .iter()
            .filter(|(place, held)| place.sheet == sheet && place.column == wanted && !held.text.is_empty());
        cells.map(|(place, held)| (*place, held.text.clone())).collect()
    }

    /// A cell was used for what stands at `path` of the document.
    pub(super) fn take(&mut self, place: Place, path: &str) {
        if let Some(held) = self.held.get_mut(&place).filter(|held| !held.text.is_empty()) {
            held.used = true;
            self.taken.insert(place, (held.text.clone(), path.to_owned()));
        }
    }

    /// The cell is as the blank template has it: nobody entered it.
    pub(super) fn pass_over(&mut self, place: Place) {
        if let Some(held) = self.held.get_mut(&place) {
            held.used = true;
        }
    }

    /// Text of any kind.
    pub(super) fn text(&mut self, place: Place, path: &str) -> String {
        let Some(held) = self.filled(place) else { return String::new() };
        if held.kind == Kind::Error {
            self.bad(place, "the cell shows an error", "mend the formula");
            return String::new();
        }
        let text = match held.kind {
            Kind::Number => plain(&held.text).unwrap_or_else(|| held.text.clone()),
            _ => held.text.clone(),
        };
        self.take(place, path);
        text
    }

    /// A number as the spreadsheet shows it.
    pub(super) fn amount(&mut self, place: Place, path: &str) -> Option<Amount> {
        let held = self.filled(place)?;
        let read = match held.kind {
            Kind::Number => Amount::parse(&fifteen_digits(&held.text)).ok(),
            _ => None,
        };
        match read {
            Some(amount) => {
                self.take(place, path);
                Some(amount)
            }
            None => {
                self.bad(
                    place,
                    "no number stands here",
                    "enter a number; text and dates are not read as one",
                );
                None
            }
        }
    }

    /// The same as text; empty if there is none.
    pub(super) fn number(&mut self, place: Place, path: &str) -> String {
        self.amount(place, path).map_or_else(String::new, |amount| amount.to_string())
    }

    /// A percentage as a fraction of one; empty if there is none.
    pub(super) fn percent(&mut self, place: Place, path: &str) -> String {
        let amount = self.amount(place, path);
        let part = amount.and_then(|amount| Fraction::from(amount).try_div(&Fraction::whole(100)).ok());
        part.map_or_else(String::new, |part| part.to_string())
    }

    /// A word of a list, as ours.
    pub(super) fn word(&mut self, place: Place, path: &str, words: Words) -> &'static str {
        let Some(held) = self.filled(place) else { return "" };
        let folded = held.text.to_lowercase();
        match words.iter().find(|(word, _)| word.to_lowercase() == folded) {
            Some((_, ours)) => {
                self.take(place, path);
                ours
            }
            None => {
                let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                self.bad(
                    place,
                    "the list of the cell has no such word",
                    &format!("choose one of: {}", known.join("; ")),
                );
                ""
            }
        }
    }

    /// A number that the template shows, as text; nothing if it shows none.
    pub(super) fn figure(&self, place: Place) -> Option<String> {
        let held = self.filled(place).filter(|held| held.kind == Kind::Number)?;
        plain(&held.text)
    }

    /// Whether a cell that the template computes holds an entry instead.
    pub(super) fn is_entered(&self, place: Place) -> bool {
        self.filled(place).is_some_and(|held| !held.formula)
    }

    /// Whether a formula has no stored result.
    pub(super) fn is_uncomputed(&self, place: Place) -> bool {
        self.held.get(&place).is_some_and(|held| held.kind == Kind::Missing)
    }

    /// The cell does not hold what belongs there.
    pub(super) fn bad(&mut self, place: Place, message: &str, help: &str) {
        self.say(("error", Code::TemplateCellBad), place, message, help);
    }

    /// The cell is filled and nothing is made of it; `why` says so.
    pub(super) fn unused(&mut self, place: Place, why: &str, help: &str) {
        if self.is_filled(place) {
            self.taken.remove(&place);
            self.say(("warning", Code::TemplateCellUnused), place, why, help);
        }
    }

    /// A remark about a cell, which counts as seen with it.
    pub(super) fn say(&mut self, (severity, code): (&str, Code), place: Place, message: &str, help: &str) {
        let value = self.peek(place);
        let finding = v1::CbamTemplateFinding {
            severity: severity.into(),
            code: code.as_str().into(),
            sheet: self.sheet(place),
            cell: name(place),
            value: shown(value),
            message: message.into(),
            help: if help.is_empty() { code.help().into() } else { help.into() },
        };
        self.findings.push((place, finding));
        if let Some(held) = self.held.get_mut(&place) {
            held.used = true;
        }
    }

    /// Tells of every cell of a range that is filled and was not seen.
    pub(super) fn leftovers(&mut self, sheet: Sheet, columns: &str, rows: (u32, u32)) {
        let columns: Vec<u32> = columns.split(' ').map(|letters| at(sheet, letters, 1).column).collect();
        let (first, last) =
            (Place { sheet, row: rows.0, column: 0 }, Place { sheet, row: rows.1, column: u32::MAX });
        let left: Vec<Place> = self
            .held
            .range(first..=last)
            .filter(|(place, held)| {
                columns.contains(&place.column)
                    && !held.used
                    && !held.text.is_empty()
                    && held.kind != Kind::Missing
            })
            .map(|(place, _)| *place)
            .collect();
        for place in left {
            self.unused(place, "the entry belongs to nothing that was read", "");
        }
    }

    pub(super) fn sheet(&self, place: Place) -> String {
        self.names.get(&place.sheet).map_or_else(String::new, |name| name.to_string())
    }

    /// What was taken, and the remarks, in the order of the sheets.
    pub(super) fn finish(mut self) -> (Vec<v1::CbamTemplateCell>, Vec<v1::CbamTemplateFinding>) {
        let taken =
            core::mem::take(&mut self.taken).into_iter().map(|(place, (value, path))| v1::CbamTemplateCell {
                sheet: self.sheet(place),
                cell: name(place),
                value,
                formula: self.held.get(&place).is_some_and(|held| held.formula),
                path,
            });
        let taken = taken.collect();
        self.findings.order_by_key(|(place, _)| *place);
        (taken, self.findings.into_iter().map(|(_, finding)| finding).collect())
    }
}

/// The name of a cell within its sheet.
pub(super) fn name(place: Place) -> String {
    if place.column == 0 { String::new() } else { format!("{}{}", column_name(place.column), place.row) }
}

/// A stored number, written out.
fn plain(text: &str) -> Option<String> {
    Amount::parse(&fifteen_digits(text)).ok().map(|amount| amount.to_string())
}
