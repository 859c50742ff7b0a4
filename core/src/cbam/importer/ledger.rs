//! From rows of imports to lines: what good, from where, made by whom, how much in which stretch of days.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use chrono::NaiveDate;

use super::actual::Actuals;
use super::choices::{Choices, Data, year_of};
use super::rate::{Fault, Key, Rate, Rater};
use crate::activity::{Field, ImportsForm, Ledger, ReadOptions, Record, import_field, import_name};
use crate::cbam::{Origin, Variant};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::factor::fold;
use crate::factor::rows::Sector;
use crate::inventory::Options;
use crate::limits::Limits;
use crate::number::{Amount, Ratio};
use crate::period::Period;
use crate::told::RowsTold;
use crate::unit::Unit;
use crate::wire::v1;

/// Quantity and rows of a stretch of days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) quantity: Ratio,
    pub(super) rows: u64,
}

/// Rows that share good, origin, installation and way of determination.
#[derive(Clone, Debug)]
pub(super) struct Line<'c> {
    pub(super) key: Key<'c>,
    pub(super) rate: Result<Rate, Fault>,
    /// By first day of the stretch.
    pub(super) slots: BTreeMap<NaiveDate, Slot>,
    pub(super) first: Position,
}

impl Line<'_> {
    /// Tonnes, or MWh.
    pub(super) fn unit(&self) -> &'static str {
        if self.key.good.row.sector == Sector::Electricity { "MWh" } else { "t" }
    }

    /// The size of a unit for this line: in tonnes, or in MWh.
    fn size<'s>(&self, [tonnes, mwh]: &'s [Result<Ratio, Error>; 2]) -> &'s Result<Ratio, Error> {
        if self.key.good.row.sector == Sector::Electricity { mwh } else { tonnes }
    }

    pub(super) fn rows(&self) -> u64 {
        self.slots.values().fold(0, |sum, slot| sum.saturating_add(slot.rows))
    }

    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn quantity(&self) -> Result<Ratio, Error> {
        self.slots.values().try_fold(Ratio::ZERO, |sum, slot| sum.try_add(slot.quantity))
    }
}

/// Tells what is wrong, or to be said, of a cell of a row.
fn tell_row(
    told: &mut RowsTold,
    severity: Severity,
    (field, error): (Field, &Error),
    record: &Record,
    place: &dyn Fn(Field) -> Position,
) {
    told.tell(Finding { severity, ..Finding::from_error(error, place(field), record.get(field)) });
}

/// The rows of a ledger, taken together.
#[derive(Debug)]
pub(super) struct Imports<'c> {
    /// In the order in which they appear.
    pub(super) lines: Vec<Line<'c>>,
    pub(super) rows: u64,
    pub(super) counted: u64,
    pub(super) exempt_origin: u64,
    pub(super) told: RowsTold,
}

/// The options of the reader, from the words of a request.
pub(in crate::cbam) fn read_options(
    reading: &v1::CbamLedgerReading,
    year: i32,
) -> Result<(ReadOptions, Option<Unit>, Limits), Error> {
    let placed = |error: Error| {
        let inner = error.path().replacen("/options", "/reading", 1);
        error.at(inner)
    };
    let declared = v1::InventoryOptions {
        locale: reading.locale.clone(),
        date_order: reading.date_order.clone(),
        date_system: reading.date_system.clone(),
        delimiter: reading.delimiter.clone(),
        encoding: reading.encoding.clone(),
        ledger_format: reading.ledger_format.clone(),
        sheet: reading.sheet.clone(),
        header_row: reading.header_row,
        sheet_numbers: reading.sheet_numbers.clone(),
        findings: reading.findings,
        ..v1::InventoryOptions::default()
    };
    let options = Options::for_reading(&declared).map_err(placed)?;
    let mut read = options.read;
    for (at, column) in reading.columns.iter().enumerate() {
        let field = import_field(&column.field).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("column `{}` is not known", column.field))
                .with_help("use a column such as cn_code, origin, net_mass, unit, installation or data")
                .at(format!("/reading/columns/{at}/field"))
        })?;
        read = read.with_column(&column.header, field);
    }
    let unit = match reading.unit.as_deref() {
        None | Some("") => None,
        Some(text) => Some(Unit::parse(text).map_err(|error| error.at("/reading/unit"))?),
    };
    let read = read.with_period(Period::year(year)?).with_imports(ImportsForm { unit: unit.is_some() });
    Ok((read, unit, options.limits))
}

impl<'c> Imports<'c> {
    /// Reads all rows; what cannot be used is told, row by row, with all its faults.
    ///
    /// # Errors
    /// `IO`, `LIMIT_EXCEEDED`.
    pub(super) fn read<R: Read>(
        input: R,
        (options, unit, limits): (&ReadOptions, Option<&Unit>, &Limits),
        choices: &Choices<'c>,
        actuals: &Actuals<'c>,
        mut told: RowsTold,
    ) -> Result<Imports<'c>, Error> {
        let mut ledger = match Ledger::open(input, options, limits) {
            Ok(ledger) => ledger,
            Err(findings) => {
                findings.into_iter().for_each(|finding| told.tell(named(finding)));
                return Ok(Imports { lines: Vec::new(), rows: 0, counted: 0, exempt_origin: 0, told });
            }
        };
        let tonne = Unit::parse("t")?;
        let mut reader = Reader {
            rater: Rater { choices, actuals, shift: 0 },
            unit: unit.cloned(),
            tonne,
            mwh: Unit::parse("MWh")?,
            known: HashMap::new(),
            meanings: Vec::new(),
            origins: HashMap::new(),
            units: HashMap::new(),
            ratios: Vec::new(),
            imports: Imports { lines: Vec::new(), rows: 0, counted: 0, exempt_origin: 0, told },
            masses: Vec::new(),
            by_words: HashMap::new(),
            words: String::new(),
            most: limits.groups,
        };
        let mut record = Record::new();
        loop {
            let read =
                ledger.read_row(&mut record, &mut |finding| reader.imports.told.tell(named(finding)))?;
            match read {
                None => break,
                Some(false) => {}
                Some(true) => {
                    let place = |field| {
                        let mut position = ledger.position(&record, field);
                        position.column = import_name(field).into();
                        position
                    };
                    reader.row(&record, &place)?;
                }
            }
        }
        reader.imports.rows = ledger.rows();
        Ok(reader.finish())
    }
}

/// A finding of the reader under the names of this kind of file.
fn named(mut finding: Finding) -> Finding {
    if let Some(field) = Field::ALL.into_iter().find(|field| *field.name() == *finding.position.column) {
        finding.position.column = import_name(field).into();
    }
    finding
}

/// What the words of rows mean: a line, an origin without obligation, or faults.
#[derive(Debug)]
enum Meaning {
    Line(usize),
    Exempt(Box<str>),
    Faults(Vec<Fault>),
}

struct Reader<'r, 'c> {
    rater: Rater<'r, 'c>,
    unit: Option<Unit>,
    tonne: Unit,
    mwh: Unit,
    /// Rows that say the same are looked at once: their words, and the place of what they mean.
    known: HashMap<Box<str>, usize>,
    meanings: Vec<Meaning>,
    /// The same for countries, of which there are few.
    origins: HashMap<Box<str>, Result<Origin<'c>, Error>>,
    /// Numbers of units' words: the place of their sizes.
    units: HashMap<Box<str>, usize>,
    /// Sizes of a unit in tonnes and in MWh.
    ratios: Vec<[Result<Ratio, Error>; 2]>,
    imports: Imports<'c>,
    /// Of each line.
    masses: Vec<Masses>,
    by_words: HashMap<Box<str>, usize>,
    words: String,
    most: usize,
}

/// What rows of a line say, by stretch of days and by unit: decimals are added, and made fractions once.
type Masses = BTreeMap<NaiveDate, Mass>;

#[derive(Debug, Default)]
struct Mass {
    rows: u64,
    /// A line knows few units.
    by_unit: Vec<(usize, Amount)>,
}

impl Mass {
    fn add(&mut self, unit: usize, quantity: Amount) -> Result<(), Error> {
        match self.by_unit.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, sum)) => *sum = sum.try_add(quantity)?,
            None => self.by_unit.push((unit, quantity)),
        }
        self.rows = self.rows.saturating_add(1);
        Ok(())
    }
}

/// The columns whose words decide which line a row belongs to.
const DECIDE: [Field; 7] = [
    Field::Product,
    Field::Region,
    Field::Supplier,
    Field::Method,
    Field::Category,
    Field::Activity,
    Field::View,
];

impl<'c> Reader<'_, 'c> {
    fn row(&mut self, record: &Record, place: &dyn Fn(Field) -> Position) -> Result<(), Error> {
        self.words.clear();
        for field in DECIDE {
            self.words.push_str(record.get(field));
            self.words.push('\u{1f}');
        }
        let meaning = match self.known.get(&*self.words) {
            Some(known) => *known,
            None => self.learn(record, place)?,
        };
        let told = &mut self.imports.told;
        let at = match self.meanings.get(meaning) {
            Some(Meaning::Line(at)) => *at,
            Some(Meaning::Exempt(country)) => {
                let message = format!("goods from `{country}` have no obligation");
                let error = Error::new(Code::OriginExempt, message);
                tell_row(told, Severity::Info, (Field::Region, &error), record, place);
                self.imports.exempt_origin = self.imports.exempt_origin.saturating_add(1);
                return Ok(());
            }
            Some(Meaning::Faults(faults)) => {
                for (field, error) in faults {
                    tell_row(told, Severity::Error, (*field, error), record, place);
                }
                return Ok(());
            }
            None => return Ok(()),
        };
        if let Err((field, error)) = self.add(at, record) {
            tell_row(&mut self.imports.told, Severity::Error, (field, &error), record, place);
            return Ok(());
        }
        match self.imports.lines.get(at).map(|line| &line.rate) {
            Some(Err((field, error))) => {
                tell_row(&mut self.imports.told, Severity::Error, (*field, error), record, place);
            }
            _ => self.imports.counted = self.imports.counted.saturating_add(1),
        }
        Ok(())
    }

    /// The number of words that are met for the first time.
    fn learn(&mut self, record: &Record, place: &dyn Fn(Field) -> Position) -> Result<usize, Error> {
        let meaning = self.understand(record, place)?;
        let next = self.meanings.len();
        if next >= self.most {
            let message = format!("more than {} combinations of good, origin and installation", self.most);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        self.known.insert(self.words.as_str().into(), next);
        self.meanings.push(meaning);
        Ok(next)
    }

    /// Adds the quantity of a row to its line.
    fn add(&mut self, at: usize, record: &Record) -> Result<(), Fault> {
        let unit = self.unit_number(record.get(Field::Unit)).map_err(|error| (Field::Unit, error))?;
        if let (Some(line), Some(sizes)) = (self.imports.lines.get(at), self.ratios.get(unit)) {
            line.size(sizes).as_ref().map_err(|error| (Field::Unit, error.clone()))?;
        }
        let slot = self.rater.choices.slot(record.period().start());
        let Some(masses) = self.masses.get_mut(at) else { return Ok(()) };
        let mass = masses.entry(slot).or_default();
        mass.add(unit, record.quantity()).map_err(|error| (Field::Quantity, error))
    }

    /// The number of a unit's words; what measures nothing of use is not remembered.
    fn unit_number(&mut self, text: &str) -> Result<usize, Error> {
        if let Some(known) = self.units.get(text) {
            return Ok(*known);
        }
        let unit = match (&self.unit, text) {
            (Some(unit), "") => unit.clone(),
            _ => Unit::parse(text)?,
        };
        let sizes = [unit.ratio_to(&self.tonne), unit.ratio_to(&self.mwh)];
        let next = self.ratios.len();
        self.ratios.push(sizes);
        self.units.insert(text.into(), next);
        Ok(next)
    }

    /// Fractions of tonnes (MWh) from what the rows said; a line that does not fit is told and left out.
    fn finish(mut self) -> Imports<'c> {
        for (line, masses) in self.imports.lines.iter_mut().zip(self.masses) {
            for (slot, mass) in masses {
                let parts = mass.by_unit.iter().filter_map(|(unit, sum)| {
                    let size = self.ratios.get(*unit).map(|sizes| line.size(sizes))?;
                    Some((size.as_ref().ok()?, Ratio::from(*sum)))
                });
                let quantity = parts.into_iter().try_fold(Ratio::ZERO, |all, (size, sum)| {
                    all.try_add(if *size == Ratio::ONE { sum } else { sum.try_mul(*size)? })
                });
                match quantity {
                    Ok(quantity) => {
                        line.slots.insert(slot, Slot { quantity, rows: mass.rows });
                    }
                    Err(error) => {
                        let mut place = line.first.clone();
                        place.column = import_name(Field::Quantity).into();
                        self.imports.told.tell(Finding {
                            severity: Severity::Error,
                            ..Finding::from_error(&error, place, "")
                        });
                        if line.rate.is_ok() {
                            self.imports.counted = self.imports.counted.saturating_sub(mass.rows);
                        }
                    }
                }
            }
        }
        self.imports
    }

    /// What a row's words mean; all their faults at once.
    fn understand(&mut self, record: &Record, place: &dyn Fn(Field) -> Position) -> Result<Meaning, Error> {
        let choices = self.rater.choices;
        let mut faults: Vec<Fault> = Vec::new();
        let good = choices.tables.good(record.get(Field::Product)).map_err(|error| {
            let empty = record.get(Field::Product).is_empty();
            let error = if empty {
                Error::new(Code::MissingValue, "the code is empty").with_help(Code::BadCnCode.help())
            } else {
                error
            };
            faults.push((Field::Product, error));
        });
        let origin = self.origin(record.get(Field::Region));
        let origin = origin.map_err(|error| faults.push((Field::Region, error)));
        let said = record.get(Field::Method);
        let data = if said.is_empty() { Ok(choices.data) } else { Data::parse(said) };
        let data = data.map_err(|error| faults.push((Field::Method, error)));
        let variant = match record.get(Field::Activity) {
            "" => Ok(None),
            text => Variant::parse(text).map(Some).map_err(|error| faults.push((Field::Activity, error))),
        };
        let produced = match record.get(Field::View) {
            "" => Ok(choices.year),
            text => year_of(text).filter(|year| *year <= choices.year).ok_or_else(|| {
                let message = format!("`{text}` is no year of production of an import of {}", choices.year);
                let error = Error::new(Code::UnknownValue, message)
                    .with_help("write a year up to that of the import, as 2026");
                faults.push((Field::View, error));
            }),
        };
        let (Ok(good), Ok(origin), Ok(data), Ok(variant), Ok(produced)) =
            (good, origin, data, variant, produced)
        else {
            return Ok(Meaning::Faults(faults));
        };
        if origin.is_exempt() {
            return Ok(Meaning::Exempt(origin.country));
        }
        let key = Key {
            good,
            origin,
            variant: good.code.variant().or(variant),
            installation: record.get(Field::Supplier).into(),
            data,
            route: record.get(Field::Category).to_uppercase().into(),
            produced,
        };
        // Spellings of one and the same thing are one line.
        let same = format!(
            "{}\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{produced}\u{1f}{}\u{1f}{}",
            key.good.code,
            key.origin.country,
            fold(&key.installation),
            key.data.as_str(),
            key.route,
            key.variant.map_or("", Variant::as_str)
        );
        if let Some(at) = self.by_words.get(&*same) {
            return Ok(Meaning::Line(*at));
        }
        let rate = self.rater.rate(&key);
        if let Ok(rate) = &rate {
            for (severity, field, error) in &rate.remarks {
                tell_row(&mut self.imports.told, *severity, (*field, error), record, place);
            }
        }
        let at = self.imports.lines.len();
        self.imports.lines.push(Line { key, rate, slots: BTreeMap::new(), first: place(Field::Product) });
        self.masses.push(Masses::new());
        self.by_words.insert(same.into(), at);
        Ok(Meaning::Line(at))
    }

    fn origin(&mut self, text: &str) -> Result<Origin<'c>, Error> {
        if let Some(known) = self.origins.get(text) {
            return known.clone();
        }
        let origin = self.rater.choices.tables.origin(text);
        self.origins.insert(text.into(), origin.clone());
        origin
    }
}
