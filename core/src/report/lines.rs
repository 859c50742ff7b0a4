//! The lines of an inventory as CSV, written while they are computed.

use core::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::csv::is_formula;
use crate::activity::Field;
use crate::error::Error;
use crate::inventory::{Effects, Line, Options, Part, WriteLine};
use crate::number::{Co2e, Mass, two_digits};

/// The figures of a row, as an inventory names them.
const FIGURES: &str = "scope_1_kg_co2e,scope_2_location_kg_co2e,scope_2_market_kg_co2e,scope_3_kg_co2e,biogenic_kg_co2,outside_kg_co2e,offsets_kg_co2e";

/// What stands in a row of the file.
#[derive(Clone, Copy, Debug)]
enum Of<'o> {
    /// A line, with what it adds to each figure of the inventory.
    Line(&'o Options),
    /// One mass of a line: account, factor and gas.
    Mass,
}

/// Lines of an inventory as CSV: UTF-8, RFC 4180 with plain line feeds, numbers with a decimal point; a text that a
/// spreadsheet would take for a formula begins with `'`.
///
/// # Units
/// Kilograms of a gas or of CO2 equivalent, exact.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, Takers, WriteLine, compute_json};
/// use emitrace::place::Place;
/// use emitrace::report::LinesCsv;
///
/// let catalog = Catalog::bundled()?;
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let ledger = "id,date,activity,quantity,unit\nA7,2023-05-31,electricity,1250,kWh\n";
/// let rows = LinesCsv::rows(&options);
/// let mut file = rows.header();
/// // Each thread writes its lines; the texts come in the order of the file.
/// let writers: [&dyn WriteLine; 1] = [&rows];
/// let mut take = |_: usize, text: &str| {
///     file.push_str(text);
///     Ok(())
/// };
/// let takers = Takers::nobody().with_texts(&writers, &mut take);
/// compute_json(ledger.as_bytes(), &catalog, &options, takers, &mut |_| ControlFlow::Continue(()))?;
/// assert!(file.ends_with(
///     "2,A7,2023-05-31,2023-05-31,,electricity,2.electricity,VN,0,824,824,0,0,0,0,vn-grid/electricity-2023,NO_RESIDUAL_MIX PARTIAL_GASES\n"
/// ));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Debug)]
pub struct LinesCsv<'o> {
    of: Of<'o>,
    /// The cells that masses of a line begin with.
    beginning: String,
    /// Of lines that share their answer, and of one that does not.
    shared: Shared,
    alone: Shared,
}

impl<'o> LinesCsv<'o> {
    /// One row for each line: what it adds to the figures of the inventory that has these options, its factors and its
    /// marks. The columns of figures add up to those of the inventory.
    pub fn rows(options: &'o Options) -> LinesCsv<'o> {
        LinesCsv::new(Of::Line(options))
    }

    /// One row for each mass that a line adds: account, factor and gas.
    pub fn masses() -> LinesCsv<'static> {
        LinesCsv::new(Of::Mass)
    }

    fn new(of: Of<'o>) -> LinesCsv<'o> {
        LinesCsv { of, beginning: String::new(), shared: Shared::default(), alone: Shared::default() }
    }

    /// The names of the columns: what a file begins with.
    pub fn header(&self) -> String {
        match self.of {
            Of::Line(_) => {
                format!("row,id,start,end,site,activity,category,region,{FIGURES},factors,notes\n")
            }
            Of::Mass => {
                "row,id,start,end,site,activity,category,region,account,factor,gas,kg,notes\n".to_owned()
            }
        }
    }

    fn row(&mut self, line: &Line<'_>, options: &Options, out: &mut String) -> Result<(), Error> {
        let LinesCsv { shared, alone, .. } = self;
        let common = if line.answer_number().is_some() { shared } else { alone }.of(line, options);
        let effects = Effects::of(common.parts.iter().copied().zip(line.amounts()))?;
        begin(out, line);
        out.push_str(common.activity);
        cell(out, line.region());
        for figure in [effects.scope_1, effects.scope_2_location, effects.scope_2_market, effects.scope_3] {
            effect(out, figure);
        }
        mass(out, effects.biogenic);
        effect(out, effects.outside);
        effect(out, effects.offsets);
        out.push_str(common.factors);
        Ok(())
    }

    fn each_mass(&mut self, line: &Line<'_>, out: &mut String) {
        self.beginning.clear();
        begin(&mut self.beginning, line);
        cell(&mut self.beginning, line.activity());
        let same = self.beginning.len();
        let mut last = None;
        for one in line.masses() {
            // Gases of one factor share the cells up to it.
            let leg = (one.category, one.account, one.factor);
            if last.replace(leg) != Some(leg) {
                self.beginning.truncate(same);
                cell(&mut self.beginning, one.category.key());
                cell(&mut self.beginning, line.region());
                cell(&mut self.beginning, one.account.as_str());
                cell(&mut self.beginning, one.factor);
            }
            out.push_str(&self.beginning);
            cell(out, line.gas_name(one.gas));
            mass(out, one.mass);
            out.push_str(line.marks());
            out.push('\n');
        }
    }
}

impl WriteLine for LinesCsv<'_> {
    fn another(&self) -> Box<dyn WriteLine + '_> {
        Box::new(LinesCsv::new(self.of))
    }

    fn write(&mut self, line: &Line<'_>, out: &mut String) -> Result<(), Error> {
        match self.of {
            Of::Line(options) => self.row(line, options, out),
            Of::Mass => {
                self.each_mass(line, out);
                Ok(())
            }
        }
    }
}

/// What lines share that share their answer, as a file writes it: worked out once.
#[derive(Debug, Default)]
struct Shared {
    epoch: Option<u64>,
    /// By the number of the answer.
    entries: Vec<Option<Entry>>,
    text: String,
    parts: Vec<Part>,
}

/// Where it stands: in `text` up to the category, then up to the end of the line, and in `parts`.
#[derive(Clone, Copy, Debug)]
struct Entry {
    text: (usize, usize, usize),
    parts: (usize, usize),
}

/// What a line shares with others.
struct Common<'s> {
    /// Activity and category.
    activity: &'s str,
    /// Factors and notes.
    factors: &'s str,
    parts: &'s [Part],
}

impl Shared {
    fn of(&mut self, line: &Line<'_>, options: &Options) -> Common<'_> {
        let number = line.answer_number();
        let epoch = number.map(|number| number.epoch);
        // A line that shares nothing leaves nothing behind.
        if epoch.is_none() || epoch != self.epoch {
            *self = Shared { epoch, ..Shared::default() };
        }
        let at = number.and_then(|number| usize::try_from(number.number).ok());
        let known = at.and_then(|at| self.entries.get(at).copied().flatten());
        let entry = known.unwrap_or_else(|| self.write(line, at, options));
        let (start, middle, end) = entry.text;
        Common {
            activity: self.text.get(start..middle).unwrap_or_default(),
            factors: self.text.get(middle..end).unwrap_or_default(),
            parts: self.parts.get(entry.parts.0..entry.parts.1).unwrap_or_default(),
        }
    }

    #[cold]
    fn write(&mut self, line: &Line<'_>, at: Option<usize>, options: &Options) -> Entry {
        let out = &mut self.text;
        let start = out.len();
        cell(out, line.activity());
        cell(out, line.category().key());
        let middle = out.len();
        cell(out, &line.factors().collect::<Vec<_>>().join(" "));
        out.push_str(line.marks());
        out.push('\n');
        let first = self.parts.len();
        self.parts.extend(line.parts(options));
        let entry = Entry { text: (start, middle, self.text.len()), parts: (first, self.parts.len()) };
        if let Some(at) = at {
            if at >= self.entries.len() {
                self.entries.resize(at.saturating_add(1), None);
            }
            if let Some(slot) = self.entries.get_mut(at) {
                *slot = Some(entry);
            }
        }
        entry
    }
}

/// The cells that both kinds of rows begin with.
fn begin(out: &mut String, line: &Line<'_>) {
    let period = line.period();
    number(out, line.row);
    own(out, &line.get(Field::Id));
    day(out, period.start());
    day(out, period.end());
    own(out, &line.get(Field::Site));
}

/// A day and the comma behind it.
fn day(out: &mut String, date: NaiveDate) {
    let Some(year) = u32::try_from(date.year()).ok().filter(|year| *year <= 9999) else {
        return number(out, date);
    };
    let parts = [year.wrapping_div(100), year.wrapping_rem(100), date.month(), date.day()];
    for (part, behind) in parts.into_iter().zip(["", "-", "-", ","]) {
        out.push_str(two_digits(part));
        out.push_str(behind);
    }
}

/// An effect and the comma behind it; most of a row's are zero.
fn effect(out: &mut String, figure: Co2e) {
    if figure == Co2e::ZERO {
        out.push('0');
    } else {
        figure.write_to(out);
    }
    out.push(',');
}

/// A mass and the comma behind it.
fn mass(out: &mut String, figure: Mass) {
    figure.write_to(out);
    out.push(',');
}

/// A number and the comma behind it.
fn number(out: &mut String, number: impl core::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number},");
}

/// A cell with a text of the ledger's own, and the comma behind it.
fn own(out: &mut String, text: &str) {
    if is_formula(text) { cell(out, &format!("'{text}")) } else { cell(out, text) }
}

/// A cell and the comma behind it, quoted where it must be.
fn cell(out: &mut String, text: &str) {
    // Without a branch in between the whole text is looked at many bytes at a time.
    let special = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().fold(false, |seen, byte| seen | special(byte)) {
        out.push_str(text);
    } else {
        out.push('"');
        for letter in text.chars() {
            out.push(letter);
            if letter == '"' {
                out.push(letter);
            }
        }
        out.push('"');
    }
    out.push(',');
}
