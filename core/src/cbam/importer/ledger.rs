//! From rows of imports to lines: what good, from where, made by whom, how much in which stretch of days.

use std::collections::BTreeMap;
use std::io::Read;

use chrono::NaiveDate;

use super::actual::Actuals;
use super::choices::{Choices, Data, year_of};
use super::rate::{Fault, Key, Rate, Rater};
use crate::activity::{Field, ImportsForm, Ledger, ReadOptions, Record, import_field, import_name};
use crate::cbam::Variant;
use crate::error::{Code, Error, Finding, FindingCounts, Position, Severity};
use crate::factor::cbam::Sector;
use crate::factor::fold;
use crate::inventory::{Options, found};
use crate::limits::Limits;
use crate::number::Ratio;
use crate::period::Period;
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

    pub(super) fn rows(&self) -> u64 {
        self.slots.values().fold(0, |sum, slot| sum.saturating_add(slot.rows))
    }

    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn quantity(&self) -> Result<Ratio, Error> {
        self.slots.values().try_fold(Ratio::ZERO, |sum, slot| sum.try_add(slot.quantity))
    }
}

/// Findings up to a limit; all are counted.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) list: Vec<Finding>,
    counts: FindingCounts,
    most: usize,
}

impl Told {
    pub(super) fn new(most: usize) -> Told {
        Told { most, ..Told::default() }
    }

    pub(super) fn tell(&mut self, finding: Finding) {
        self.counts.add(&finding);
        if self.list.len() < self.most {
            self.list.push(finding);
        }
    }

    pub(super) fn counts(&self) -> Vec<v1::FindingCount> {
        found(&self.counts)
    }
}

/// The rows of a ledger, taken together.
#[derive(Debug)]
pub(super) struct Imports<'c> {
    /// In the order in which they appear.
    pub(super) lines: Vec<Line<'c>>,
    pub(super) rows: u64,
    pub(super) counted: u64,
    pub(super) exempt_origin: u64,
    pub(super) told: Told,
}

/// The options of the reader, from the words of a request.
pub(super) fn read_options(
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
        mut told: Told,
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
            known: BTreeMap::new(),
            ratios: BTreeMap::new(),
            imports: Imports { lines: Vec::new(), rows: 0, counted: 0, exempt_origin: 0, told },
            by_words: BTreeMap::new(),
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
        Ok(reader.imports)
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
    /// Rows that say the same are looked at once.
    known: BTreeMap<Box<str>, Meaning>,
    /// Size of a unit, in tonnes or MWh.
    ratios: BTreeMap<(Box<str>, bool), Result<Ratio, Error>>,
    imports: Imports<'c>,
    by_words: BTreeMap<[Box<str>; 4], usize>,
    most: usize,
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
        let mut words = String::new();
        for field in DECIDE {
            words.push_str(record.get(field));
            words.push('\u{1f}');
        }
        if !self.known.contains_key(&*words) {
            let meaning = self.understand(record, place)?;
            if self.known.len() >= self.most {
                let message =
                    format!("more than {} combinations of good, origin and installation", self.most);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            self.known.insert(words.as_str().into(), meaning);
        }
        let told = &mut self.imports.told;
        let mut fault = |(field, error): &Fault| {
            let value = record.get(*field);
            told.tell(Finding {
                severity: Severity::Error,
                ..Finding::from_error(error, place(*field), value)
            });
        };
        let at = match self.known.get(&*words) {
            Some(Meaning::Line(at)) => *at,
            Some(Meaning::Exempt(country)) => {
                let message = format!("goods from `{country}` have no obligation");
                let error = Error::new(Code::OriginExempt, message);
                let place = place(Field::Region);
                told.tell(Finding {
                    severity: Severity::Info,
                    ..Finding::from_error(&error, place, record.get(Field::Region))
                });
                self.imports.exempt_origin = self.imports.exempt_origin.saturating_add(1);
                return Ok(());
            }
            Some(Meaning::Faults(faults)) => {
                faults.iter().for_each(fault);
                return Ok(());
            }
            None => return Ok(()),
        };
        let Some(line) = self.imports.lines.get_mut(at) else { return Ok(()) };
        let electricity = line.key.good.row.sector == Sector::Electricity;
        let text = record.get(Field::Unit);
        let ratio = self.ratios.entry((text.into(), electricity)).or_insert_with(|| {
            let unit = match (&self.unit, text) {
                (Some(unit), "") => unit.clone(),
                _ => Unit::parse(text)?,
            };
            unit.ratio_to(if electricity { &self.mwh } else { &self.tonne })
        });
        let quantity = match ratio {
            Ok(ratio) => Ratio::from(record.quantity()).try_mul(*ratio),
            Err(error) => {
                fault(&(Field::Unit, error.clone()));
                return Ok(());
            }
        };
        let slot = self.rater.choices.slot(record.period().start());
        let known = line.slots.get(&slot).copied().unwrap_or(Slot { quantity: Ratio::ZERO, rows: 0 });
        match quantity.and_then(|quantity| known.quantity.try_add(quantity)) {
            Ok(quantity) => {
                line.slots.insert(slot, Slot { quantity, rows: known.rows.saturating_add(1) });
            }
            Err(error) => {
                fault(&(Field::Quantity, error));
                return Ok(());
            }
        }
        match &line.rate {
            Ok(_) => self.imports.counted = self.imports.counted.saturating_add(1),
            Err(why) => fault(why),
        }
        Ok(())
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
        let origin = choices.tables.origin(record.get(Field::Region));
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
        let same: [Box<str>; 4] = [
            format!("{} {}", key.good.code, key.origin.country).into(),
            fold(&key.installation).into(),
            format!("{} {produced}", key.data.as_str()).into(),
            format!("{} {}", key.route, key.variant.map_or("", Variant::as_str)).into(),
        ];
        if let Some(at) = self.by_words.get(&same) {
            return Ok(Meaning::Line(*at));
        }
        let rate = self.rater.rate(&key);
        if let Ok(rate) = &rate {
            for (severity, field, error) in &rate.remarks {
                let finding = Finding::from_error(error, place(*field), record.get(*field));
                self.imports.told.tell(Finding { severity: *severity, ..finding });
            }
        }
        let at = self.imports.lines.len();
        self.imports.lines.push(Line { key, rate, slots: BTreeMap::new(), first: place(Field::Product) });
        self.by_words.insert(same, at);
        Ok(Meaning::Line(at))
    }
}
