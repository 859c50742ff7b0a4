//! What one thread does with a block.

use std::collections::HashMap;

use super::answers::{Answers, PLACES};
use super::pairs::Pairs;
use super::places::Places;
use super::scales::Scales;
use super::strips::Strips;
use crate::activity::{Block, Columns, Fate, Field, ODD, Order, Plan, Quantity, Record, Rows, Sheet, Words};
use crate::error::{Code, Error, Finding};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::inventory::Dimension;
use crate::inventory::compute::{Counted, count, shifted};
use crate::inventory::options::Options;
use crate::inventory::resolve::{Resolver, days, words};
use crate::inventory::tally::{TEXTS, Tally};
use crate::number::{HIGH, Mass};
use crate::period::Period;

/// Row of the first record below a header.
pub(super) const FIRST: u64 = 2;
/// Days that are not known yet.
const UNKNOWN: u32 = u32::MAX - 1;
/// Answers that are kept before all are forgotten.
const MOST: usize = 400_000;

/// A span of days that rows name.
#[derive(Clone, Copy, Debug)]
struct Days {
    class: u32,
    month: u32,
}

/// Where the words of a dimension come from: a column, and their numbers in the tally.
#[derive(Debug)]
struct Source {
    dimension: Dimension,
    column: Option<usize>,
    numbers: Vec<u32>,
}

/// One thread's memory.
pub(super) struct Worker<'w> {
    catalog: &'w Catalog,
    options: &'w Options,
    rows: &'w Rows,
    plan: &'w Plan,
    words: Vec<Words>,
    columns: Columns,
    record: Record,
    /// Columns of words that answers depend on, and those that say the days.
    keys: Vec<usize>,
    dates: Vec<usize>,
    folds: Vec<Pairs>,
    unit: usize,
    /// Columns of activity and place, where places count by their factors only.
    region: Option<(usize, usize)>,
    places: Places,
    /// The answer that was worked out first for words and days, whatever the unit.
    bases: Vec<u32>,
    /// Answers for words and days with another unit that is not a multiple of the first.
    others: Pairs,
    scales: Scales,
    date_folds: Vec<Pairs>,
    days: Vec<u32>,
    known_days: Vec<Days>,
    row_days: Vec<u32>,
    classes: HashMap<(usize, usize, i32), u32>,
    answers: Answers,
    sources: Vec<Source>,
    views: Vec<Strips>,
    resolver: Resolver<'w>,
    masses: Vec<(u16, Gas, Mass)>,
    quick: Vec<u128>,
    tally: Tally,
    findings: Vec<(u32, Finding)>,
}

/// What became of a block.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// In the order of the rows.
    pub(super) findings: Vec<Finding>,
    /// Rows that were read without fault and could not be computed.
    pub(super) excluded: u64,
    /// Why nothing more may be read.
    pub(super) error: Option<Error>,
}

/// The fields that are read as words.
pub(super) fn fields(catalog: &Catalog) -> Vec<Field> {
    let careful = [Field::CalorificValue, Field::CalorificUnit, Field::CalorificBasis];
    words(catalog)
        .filter(|field| !careful.contains(field))
        .chain([Field::Supplier, Field::Site, Field::Product, Field::Quality])
        .chain(DATES)
        .collect()
}

const DATES: [Field; 3] = [Field::Date, Field::PeriodStart, Field::PeriodEnd];

impl<'w> Worker<'w> {
    pub(super) fn new(
        catalog: &'w Catalog,
        options: &'w Options,
        (rows, plan): (&'w Rows, &'w Plan),
    ) -> Worker<'w> {
        let words = plan.tables();
        let places = |wanted: &dyn Fn(Field) -> bool| -> Vec<usize> {
            words.iter().enumerate().filter(|(_, words)| wanted(words.field())).map(|(at, _)| at).collect()
        };
        let needed: Vec<Field> = crate::inventory::resolve::words(catalog).collect();
        let keys = places(&|field| needed.contains(&field) && field != Field::Unit);
        let column = |field: Field| words.iter().position(|words| words.field() == field);
        let unit = column(Field::Unit).unwrap_or(usize::MAX);
        let region =
            column(Field::Activity).zip(column(Field::Region)).filter(|_| Places::apply(options, plan));
        let dates = places(&|field| DATES.contains(&field));
        let of_row = |dimension: Dimension| {
            dimension == Dimension::Month || TEXTS.iter().any(|(text, _)| *text == dimension)
        };
        let mut views: Vec<Strips> = options.views.iter().map(|by| Strips::new(by, of_row)).collect();
        if views.is_empty() {
            views.push(Strips::new(&[], of_row));
        }
        let sources = TEXTS.into_iter().map(|(dimension, field)| Source {
            dimension,
            column: words.iter().position(|words| words.field() == field),
            numbers: Vec::new(),
        });
        Worker {
            catalog,
            options,
            rows,
            plan,
            columns: Columns::default(),
            record: Record::new(),
            folds: keys.iter().map(|_| Pairs::default()).collect(),
            unit,
            region,
            places: Places::default(),
            bases: Vec::new(),
            others: Pairs::default(),
            scales: Scales::default(),
            date_folds: dates.iter().skip(1).map(|_| Pairs::default()).collect(),
            keys,
            dates,
            days: Vec::new(),
            known_days: Vec::new(),
            row_days: Vec::new(),
            classes: HashMap::new(),
            answers: Answers::default(),
            sources: sources.collect(),
            views,
            resolver: Resolver::new(catalog, options),
            masses: Vec::new(),
            quick: Vec::new(),
            tally: Tally::new(&options.views, &options.limits),
            findings: Vec::new(),
            words,
        }
    }

    /// Reads a block into columns; needs nothing but the block.
    pub(super) fn read(&mut self, block: &Block) {
        if self.is_full() {
            self.forget();
        }
        self.findings.clear();
        self.columns.read(block, self.plan, &mut self.words);
        self.row_days.clear();
        for at in 0..self.columns.len() {
            let days = self.days(at);
            self.row_days.push(days.unwrap_or(ODD));
            if let Some(odd) = self.columns.odd.get_mut(at).filter(|_| days.is_none()) {
                *odd = true;
            }
        }
        self.columns.look_for_names(&mut self.words);
    }

    /// Looks at what must be seen in the order of the file.
    pub(super) fn see(&mut self, block: &Block, order: &mut Order) -> Result<(), Error> {
        let sheet = Sheet { block, plan: self.plan, rows: self.rows };
        let seen = order.see(&sheet, &mut self.columns, &self.words, &mut self.record, &mut self.findings);
        for (_, finding) in &mut self.findings {
            *finding = shifted(finding.clone(), FIRST, self.options.row_offset);
        }
        seen
    }

    /// Adds the rows of the block that are good.
    pub(super) fn add(&mut self, block: &Block) -> Result<Done, Error> {
        let sheet = Sheet { block, plan: self.plan, rows: self.rows };
        let mut done = Done::default();
        let fates = core::mem::take(&mut self.columns.fates);
        for (at, fate) in fates.iter().enumerate() {
            let alone = match fate {
                Fate::Passed => false,
                Fate::Alone => true,
                Fate::Column => !self.add_quickly(&sheet, at)?,
            };
            if alone {
                self.add_alone(&sheet, at, &mut done)?;
            }
        }
        self.columns.fates = fates;
        self.findings.sort_by_key(|(row, _)| *row);
        done.findings = self.findings.drain(..).map(|(_, finding)| finding).collect();
        let strips = self.views.iter().fold(0usize, |sum, view| sum.saturating_add(view.len()));
        if strips > self.options.limits.groups.saturating_add(1) {
            self.settle()?;
            self.tally.within_limit()?;
        }
        Ok(done)
    }

    /// All that was added, with everything settled.
    pub(super) fn finish(mut self) -> Result<Tally, Error> {
        self.settle()?;
        Ok(self.tally)
    }

    /// A row as the reference computes it.
    #[cold]
    fn add_alone(&mut self, sheet: &Sheet<'_>, at: usize, done: &mut Done) -> Result<(), Error> {
        sheet.again(at, &self.columns, &mut self.record);
        let row = sheet.row(at).saturating_add(self.options.row_offset);
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        let findings = &mut self.findings;
        let counted = count(
            &mut self.resolver,
            (&self.record, row),
            &mut self.masses,
            &|record, field| self.rows.position(record, field),
            &mut |finding| findings.push((place, finding)),
        );
        match counted {
            Counted::Line(resolved) => {
                self.tally.add(self.catalog, &self.record, row, &resolved, &self.masses)
            }
            Counted::Excluded => {
                done.excluded = done.excluded.saturating_add(1);
                Ok(())
            }
        }
    }

    /// Adds a row from the columns; false if it must be computed alone.
    #[inline]
    fn add_quickly(&mut self, sheet: &Sheet<'_>, at: usize) -> Result<bool, Error> {
        let days = self.row_days.get(at).and_then(|days| self.known_days.get(usize::try_from(*days).ok()?));
        let Some(&days) = days else { return Ok(false) };
        let (answer, scale) = self.answer(sheet, at, days.class);
        let answer = usize::try_from(answer).unwrap_or(usize::MAX);
        let Some(entry) = self.answers.entries.get(answer).copied().filter(|entry| !entry.alone) else {
            return Ok(false);
        };
        let Some(quantity) = self.columns.quantities.get(at).and_then(scaled) else { return Ok(false) };
        self.quick.clear();
        let mut any = 0u128;
        let Some((times, divisors)) = self.scales.get(scale, self.answers.divisors()) else {
            return Ok(false);
        };
        let Some(scaled) = quantity.checked_mul(times) else { return Ok(false) };
        for mass in self.answers.masses(&entry) {
            let Some(Some(divisor)) = usize::try_from(mass.by).ok().and_then(|by| divisors.get(by)) else {
                return Ok(false);
            };
            let mass = divisor.round(u128::from(scaled).wrapping_mul(u128::from(mass.times)));
            if mass >= HIGH {
                return Ok(false);
            }
            any |= mass;
            self.quick.push(mass);
        }
        // An emission that rounds to nothing is told.
        if any == 0 && quantity != 0 && !entry.zero {
            return Ok(false);
        }
        let mut next = Answers::first_pieces(&entry);
        for view in 0..self.views.len() {
            let values = match self.views.get(view).map_or(0, |view| view.own().len()) {
                0 => 0,
                _ => self.values(view, at, days.month),
            };
            let (pieces, behind) = self.answers.pieces(next);
            next = behind;
            let mut masses = self.quick.as_slice();
            let Some(strips) = self.views.get_mut(view) else { continue };
            for &[piece, count] in pieces {
                let count = usize::try_from(count).unwrap_or(0);
                let (own, rest) = masses.split_at_checked(count).unwrap_or((masses, &[]));
                masses = rest;
                strips.add(values, piece, own).ok_or_else(overflow)?;
            }
        }
        if let Some(entry) = self.answers.entries.get_mut(answer) {
            if entry.rows == 0 {
                entry.first_row = sheet.row(at).saturating_add(self.options.row_offset);
            }
            entry.rows = entry.rows.wrapping_add(1);
        }
        Ok(true)
    }

    /// The row's own values of a view's dimensions, as one number.
    #[inline]
    fn values(&mut self, view: usize, at: usize, month: u32) -> u32 {
        let Worker { views, sources, columns, words, tally, .. } = self;
        let Some(strips) = views.get_mut(view) else { return 0 };
        let mut values = [0u32; 4];
        let mut count = 0usize;
        for (slot, dimension) in values.iter_mut().zip(strips.own()) {
            count = count.wrapping_add(1);
            *slot = match dimension {
                Dimension::Month => month,
                _ => sources
                    .iter_mut()
                    .find(|source| source.dimension == *dimension)
                    .map_or(0, |source| source.value(at, columns, words, tally)),
            };
        }
        strips.fold(values.into_iter().take(count))
    }

    /// The number of a row's days, if there is nothing to remark about them.
    #[inline]
    fn days(&mut self, at: usize) -> Option<u32> {
        if self.columns.odd.get(at) == Some(&true) {
            return None;
        }
        let mut columns = self.dates.iter().filter_map(|column| self.columns.words.get(*column)?.get(at));
        let mut folded = *columns.next()?;
        for (fold, number) in self.date_folds.iter_mut().zip(columns) {
            folded = match fold.get(folded, *number) {
                Some(known) => known,
                None => {
                    let next = u32::try_from(fold.len()).ok()?;
                    fold.insert(folded, *number, next);
                    next
                }
            };
        }
        let place = usize::try_from(folded).ok()?;
        let known = match self.days.get(place).copied() {
            Some(known) if known != UNKNOWN => known,
            _ => self.learn_days(place, at),
        };
        (known != ODD).then_some(known)
    }

    #[cold]
    fn learn_days(&mut self, place: usize, at: usize) -> u32 {
        let said: Vec<(Field, &str)> = self
            .dates
            .iter()
            .filter_map(|column| {
                let words = self.words.get(*column)?;
                Some((words.field(), words.text(*self.columns.words.get(*column)?.get(at)?)))
            })
            .collect();
        let days = self.rows.days(&said).map(|period| self.class(period));
        let number = days.map_or(ODD, |days| {
            self.known_days.push(days);
            u32::try_from(self.known_days.len()).unwrap_or(0).wrapping_sub(1)
        });
        if place >= self.days.len() {
            self.days.resize(place.saturating_add(1), UNKNOWN);
        }
        if let Some(slot) = self.days.get_mut(place) {
            *slot = number;
        }
        number
    }

    fn class(&mut self, period: Period) -> Days {
        let next = u32::try_from(self.classes.len()).unwrap_or(0);
        let class = *self.classes.entry(days(self.catalog, period)).or_insert(next);
        Days { class, month: crate::inventory::tally::month(period.start()) }
    }

    /// The answer for a row, and the scale of its quantity.
    #[inline]
    fn answer(&mut self, sheet: &Sheet<'_>, at: usize, class: u32) -> (u32, u32) {
        let word = |columns: &Columns, column: usize| {
            columns.words.get(column).and_then(|numbers| numbers.get(at)).copied().unwrap_or(0)
        };
        let mut base = class;
        for (column, fold) in self.keys.iter().zip(&mut self.folds) {
            let mut number = word(&self.columns, *column);
            if let Some((activity, region)) = self.region.filter(|(_, region)| region == column) {
                let activity_number = word(&self.columns, activity);
                let texts = || {
                    let text = |column: usize, number| {
                        self.words.get(column).map_or("", |words| words.text(number)).to_owned()
                    };
                    (text(activity, activity_number), text(region, number))
                };
                number = self.places.class((activity_number, number), texts, (self.catalog, self.options));
            }
            base = match fold.get(base, number) {
                Some(known) => known,
                None => {
                    let next = u32::try_from(fold.len()).unwrap_or(ODD);
                    fold.insert(base, number, next);
                    next
                }
            };
        }
        let unit = word(&self.columns, self.unit);
        let place = usize::try_from(base).unwrap_or(usize::MAX);
        let first = match self.bases.get(place).copied() {
            Some(known) if known != ODD => known,
            _ => {
                let first = self.work_out(sheet, at, unit);
                if place >= self.bases.len() {
                    self.bases.resize(place.saturating_add(1), ODD);
                }
                if let Some(slot) = self.bases.get_mut(place) {
                    *slot = first;
                }
                first
            }
        };
        let Some(entry) = usize::try_from(first).ok().and_then(|at| self.answers.entries.get(at)) else {
            return (ODD, Scales::SAME);
        };
        if entry.unit == unit {
            return (first, Scales::SAME);
        }
        if entry.scales {
            let words = self.words.get(self.unit);
            let text = |number| words.map_or("", |words| words.text(number)).to_owned();
            if let Some(scale) = self.scales.number(unit, entry.unit, text) {
                return (first, scale);
            }
        }
        match self.others.get(base, unit) {
            Some(known) => (known, Scales::SAME),
            None => {
                let other = self.work_out(sheet, at, unit);
                self.others.insert(base, unit, other);
                (other, Scales::SAME)
            }
        }
    }

    #[cold]
    fn work_out(&mut self, sheet: &Sheet<'_>, at: usize, unit: u32) -> u32 {
        sheet.again(at, &self.columns, &mut self.record);
        let resolved = self.resolver.fresh(&self.record).ok();
        self.answers.push((resolved.as_ref(), unit), self.catalog, &mut self.tally, &mut self.views)
    }

    fn is_full(&self) -> bool {
        self.answers.size() > MOST || self.words.iter().any(Words::is_full)
    }

    /// Starts anew with empty memory: neither words nor answers may grow with the rows.
    fn forget(&mut self) {
        // An error shows again when everything is settled at the end.
        if self.settle().is_err() {
            return;
        }
        self.words.iter_mut().for_each(Words::forget);
        self.folds.iter_mut().chain(&mut self.date_folds).for_each(|fold| *fold = Pairs::default());
        self.places = Places::default();
        self.bases.clear();
        self.others = Pairs::default();
        self.scales = Scales::default();
        self.days.clear();
        self.known_days.clear();
        self.answers = Answers::default();
        self.sources.iter_mut().for_each(|source| source.numbers.clear());
        self.views.iter_mut().for_each(Strips::forget);
    }

    fn settle(&mut self) -> Result<(), Error> {
        self.answers.settle(&mut self.tally)?;
        for (at, view) in self.views.iter_mut().enumerate() {
            view.settle(&mut self.tally, at, at == 0)?;
        }
        Ok(())
    }
}

impl Source {
    #[inline]
    fn value(&mut self, at: usize, columns: &Columns, words: &[Words], tally: &mut Tally) -> u32 {
        let number = self.column.and_then(|column| columns.words.get(column)?.get(at)).copied().unwrap_or(0);
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        match self.numbers.get(place).copied() {
            Some(known) if known != ODD => known,
            _ => self.learn(place, number, words, tally),
        }
    }

    #[cold]
    fn learn(&mut self, place: usize, number: u32, words: &[Words], tally: &mut Tally) -> u32 {
        let text = self.column.and_then(|column| words.get(column)).map_or("", |words| words.text(number));
        let word = tally.word(text);
        if place >= self.numbers.len() {
            self.numbers.resize(place.saturating_add(1), ODD);
        }
        if let Some(slot) = self.numbers.get_mut(place) {
            *slot = word;
        }
        word
    }
}

/// The quantity counted in `10^-PLACES`, if it fits.
#[inline]
fn scaled(quantity: &Quantity) -> Option<u64> {
    const POWERS: [u64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    let places = usize::try_from(PLACES.checked_sub(quantity.places)?).ok()?;
    quantity.digits.checked_mul(*POWERS.get(places)?)
}

fn overflow() -> Error {
    Mass::from_units(i128::MAX)
        .try_add(Mass::from_units(1))
        .err()
        .unwrap_or_else(|| Error::new(Code::Overflow, "a sum does not fit 38 digits"))
}
