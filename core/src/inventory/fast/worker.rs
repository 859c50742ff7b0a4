//! What one thread does with a block.

use super::answers::{Answers, Counted, Found, PLACES};
use super::days::Days;
use super::documents::Documents;
use super::keys::Keys;
use super::lines::{InColumns, Teller, worked_out};
use super::pairs::Pairs;
use super::places::Places;
use super::scales::Scales;
use super::sources::Sources;
use super::strips::Strips;
use crate::activity::{
    Block, Columns, Fate, Field, ODD, Order, Plan, Quantity, Record, Rows, Scan, Sheet, Words,
};
use crate::error::{Code, Error, Finding};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::inventory::Dimension;
use crate::inventory::compute::{self, count, shifted};
use crate::inventory::guard::Kind;
use crate::inventory::options::Options;
use crate::inventory::resolve::{Resolver, words};
use crate::inventory::takers::Lines;
use crate::inventory::tally::{TEXTS, Tally};
use crate::number::Mass;

/// Row of the first record below a header.
pub(super) const FIRST: u64 = 2;
/// Answers that are kept before all are forgotten.
const MOST: usize = 400_000;
/// Rows at hand: few enough that what is known of them stays near.
const HAND: usize = 256;

/// One thread's memory.
pub(super) struct Worker<'w> {
    catalog: &'w Catalog,
    options: &'w Options,
    rows: &'w Rows,
    plan: &'w Plan,
    words: Vec<Words>,
    columns: Columns,
    record: Record,
    scan: Scan,
    days: Days,
    /// The number of each row's days.
    row_days: Vec<u32>,
    keys: Keys,
    /// The column of units.
    unit: usize,
    /// The answer that was worked out first for a key, whatever the unit.
    bases: Vec<Found>,
    /// Answers for keys with another unit that is not a multiple of the first.
    others: Pairs,
    /// Answers of `others`.
    more: Vec<Found>,
    scales: Scales,
    answers: Answers,
    /// Whether lines are wanted.
    tells: bool,
    teller: Teller,
    sources: Sources,
    views: Vec<Strips>,
    resolver: Resolver<'w>,
    masses: Vec<(u16, Gas, Mass)>,
    tally: Tally,
    findings: Vec<(u32, Finding)>,
    hand: Hand,
}

/// What is known of the rows at hand.
#[derive(Debug, Default)]
struct Hand {
    keys: Vec<u32>,
    months: Vec<u32>,
    /// Each row's answer and the scale of its quantity.
    answers: Vec<(u32, u32)>,
    masses: Vec<u128>,
    /// Where each row's masses start.
    firsts: Vec<u32>,
    fetched: u64,
}

impl Hand {
    /// The masses of a row.
    fn masses_of(&self, row: usize) -> &[u128] {
        let first = |row: usize| self.firsts.get(row).and_then(|first| usize::try_from(*first).ok());
        let end = first(row.saturating_add(1)).unwrap_or(self.masses.len());
        first(row).and_then(|first| self.masses.get(first..end)).unwrap_or_default()
    }
}

/// What became of a block.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// In the order of the rows, each with its place in the block.
    pub(super) findings: Vec<(u32, Finding)>,
    pub(super) documents: Documents,
    /// Rows that were read without fault and could not be computed.
    pub(super) excluded: u64,
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
        (catalog, options, rows): (&'w Catalog, &'w Options, &'w Rows),
        plan: &'w Plan,
        tells: bool,
    ) -> Worker<'w> {
        let words = plan.tables();
        let places = |wanted: &dyn Fn(Field) -> bool| -> Vec<usize> {
            words.iter().enumerate().filter(|(_, words)| wanted(words.field())).map(|(at, _)| at).collect()
        };
        let needed: Vec<Field> = crate::inventory::resolve::words(catalog).collect();
        let column = |field: Field| words.iter().position(|words| words.field() == field);
        let region =
            column(Field::Activity).zip(column(Field::Region)).filter(|_| Places::apply(options, plan));
        let of_row = |dimension: Dimension| {
            dimension == Dimension::Month || TEXTS.iter().any(|(text, _)| *text == dimension)
        };
        let mut views: Vec<Strips> = options.views.iter().map(|by| Strips::new(by, of_row)).collect();
        if views.is_empty() {
            views.push(Strips::new(&[], of_row));
        }
        let asked = |dimension| options.views.iter().flatten().any(|by| *by == dimension);
        Worker {
            catalog,
            options,
            rows,
            plan,
            columns: Columns::default(),
            record: Record::new(),
            scan: rows.scan(),
            days: Days::new(places(&|field| DATES.contains(&field))),
            row_days: Vec::new(),
            keys: Keys::new(places(&|field| needed.contains(&field) && field != Field::Unit), region),
            unit: column(Field::Unit).unwrap_or(usize::MAX),
            bases: Vec::new(),
            others: Pairs::default(),
            more: Vec::new(),
            scales: Scales::default(),
            answers: Answers::new(tells, plan.names_documents()),
            tells,
            teller: Teller::new(column(Field::Region), options),
            sources: Sources::new(asked, &words),
            views,
            resolver: Resolver::new(catalog, options),
            masses: Vec::new(),
            tally: Tally::new(&options.views, &options.limits),
            findings: Vec::new(),
            hand: Hand::default(),
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
            let odd = self.columns.odd.get(at) == Some(&true);
            let given = (&self.columns, self.words.as_slice(), self.rows);
            let days = if odd { None } else { self.days.number(at, given, self.catalog) };
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
    pub(super) fn add(&mut self, block: &Block, lines: &mut Lines<'_, '_>) -> Result<Done, Error> {
        let sheet = Sheet { block, plan: self.plan, rows: self.rows };
        let mut done = Done::default();
        let fates = core::mem::take(&mut self.columns.fates);
        let mut start = 0usize;
        for fates in fates.chunks(HAND) {
            self.add_some(&sheet, start, fates)?;
            for (at, fate) in (start..).zip(fates) {
                let found = self.hand.answers.get(at.saturating_sub(start)).map(|(program, _)| *program);
                match (fate, found) {
                    (Fate::Passed, _) => {}
                    (Fate::Column, Some(program)) if program != ODD => {
                        self.note_document(&sheet, at, program, &mut done);
                        if self.tells {
                            self.tell(&sheet, (at, at.saturating_sub(start)), program, lines)?;
                        }
                    }
                    _ => self.add_alone(&sheet, at, &mut done, lines)?,
                }
            }
            start = start.saturating_add(HAND);
        }
        self.columns.fates = fates;
        self.findings.sort_by_key(|(row, _)| *row);
        done.findings = core::mem::take(&mut self.findings);
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
    fn add_alone(
        &mut self,
        sheet: &Sheet<'_>,
        at: usize,
        done: &mut Done,
        lines: &mut Lines<'_, '_>,
    ) -> Result<(), Error> {
        sheet.again(at, &self.columns, &mut self.record, &mut self.scan);
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
            compute::Counted::Line(resolved) => {
                let record = &self.record;
                done.documents.take((place, record.line()), record.get(Field::Evidence), || {
                    Kind::of(&resolved).row(row, record.quantity(), record.get(Field::Unit), record.period())
                });
                worked_out(lines, (&self.record, row), &resolved, self.catalog, &self.masses)?;
                self.tally.add(self.catalog, &self.record, row, &resolved, &self.masses)
            }
            compute::Counted::Excluded => {
                done.excluded = done.excluded.saturating_add(1);
                Ok(())
            }
        }
    }

    /// Notes the document that a row in the columns names.
    fn note_document(&mut self, sheet: &Sheet<'_>, at: usize, program: u32, done: &mut Done) {
        let Some(kind) = self.answers.kind(program) else { return };
        let evidence = sheet.evidence(at, &self.columns);
        let quantity = self.columns.quantities.get(at).copied().and_then(Quantity::amount);
        let period = self.row_days.get(at).and_then(|days| self.days.span(*days)).map(|span| span.period);
        let unit = self.columns.words.get(self.unit).and_then(|words| words.get(at)).copied();
        let unit = self.words.get(self.unit).zip(unit).map_or("", |(words, unit)| words.text(unit));
        let Some((quantity, period)) = quantity.zip(period) else { return };
        let row = sheet.row(at).saturating_add(self.options.row_offset);
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        done.documents.take((place, sheet.line(at, &self.columns)), &evidence, || {
            kind.row(row, quantity, unit, period)
        });
    }

    /// Hands over the line of a row that stands in the columns; also said is where it stands at hand.
    fn tell(
        &mut self,
        sheet: &Sheet<'_>,
        (at, hand): (usize, usize),
        program: u32,
        lines: &mut Lines<'_, '_>,
    ) -> Result<(), Error> {
        let row = sheet.row(at).saturating_add(self.options.row_offset);
        let Worker { columns, words, teller, answers, .. } = self;
        let masses = self.hand.masses_of(hand);
        let span = self.row_days.get(at).and_then(|days| self.days.span(*days));
        let Some((span, quantity)) = span.zip(columns.quantities.get(at).copied()) else { return Ok(()) };
        let said = InColumns { sheet: *sheet, columns, words, at, period: span.period, quantity };
        teller.tell(lines, (&said, row), (answers, program, masses), self.catalog)
    }

    /// Adds rows from the columns, the first of which stands at `start`; those that must be computed alone are left
    /// without an answer.
    ///
    /// Each step runs over all rows at hand before the next one, so that the processor waits for many places of memory
    /// at once.
    fn add_some(&mut self, sheet: &Sheet<'_>, start: usize, fates: &[Fate]) -> Result<(), Error> {
        let mut hand = core::mem::take(&mut self.hand);
        self.find_answers(sheet, (start, fates), &mut hand);
        self.sources.read(start, &hand.months, (&self.columns, &self.words), &mut self.tally);
        for view in &mut self.views {
            view.read(&self.sources, fates.len());
        }
        self.scales.prepare(self.answers.divisors());
        hand.fetched =
            hand.answers.iter().fold(hand.fetched, |sum, (program, _)| sum ^ self.answers.fetch(*program));
        hand.masses.clear();
        hand.firsts.clear();
        let Worker { answers, scales, views, columns, .. } = self;
        let quantities = columns.quantities.get(start..).unwrap_or_default();
        for ((row, (program, scale)), quantity) in (0u32..).zip(&mut hand.answers).zip(quantities) {
            let masses = &mut hand.masses;
            hand.firsts.push(u32::try_from(masses.len()).unwrap_or(u32::MAX));
            if *program == ODD {
                continue;
            }
            match line((answers, *program), (scales, *scale), *quantity, masses) {
                None => *program = ODD,
                Some(first) => {
                    answers.wait(*program, (row, first), views);
                    let at = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(start);
                    answers.count(*program, || sheet.row(at).saturating_add(self.options.row_offset));
                }
            }
        }
        let poured = self.views.iter_mut().try_for_each(|view| view.pour(&hand.masses));
        self.hand = hand;
        poured.ok_or_else(overflow)
    }

    /// Finds the answer for each row at hand, and the scale of its quantity.
    fn find_answers(&mut self, sheet: &Sheet<'_>, (start, fates): (usize, &[Fate]), hand: &mut Hand) {
        hand.keys.clear();
        hand.months.clear();
        for (fate, days) in fates.iter().zip(self.row_days.get(start..).unwrap_or_default()) {
            let span = self.days.span(*days).filter(|_| *fate == Fate::Column);
            hand.keys.push(span.map_or(ODD, |span| span.class));
            hand.months.push(span.map_or(0, |span| span.month));
        }
        let given = (&self.columns, self.words.as_slice());
        self.keys.fold(&mut hand.keys, start, given, (self.catalog, self.options));
        hand.answers.clear();
        for key in &hand.keys {
            let base = usize::try_from(*key).ok().and_then(|key| self.bases.get(key));
            hand.fetched ^= base.map_or(0, |found| u64::from(found.program));
        }
        for (at, key) in (start..).zip(&hand.keys) {
            let found = if *key == ODD { None } else { self.answer(sheet, at, *key) };
            hand.answers.push(found.unwrap_or((ODD, Scales::SAME)));
        }
    }

    /// The answer for a row by its key, and the scale of its quantity.
    #[inline]
    fn answer(&mut self, sheet: &Sheet<'_>, at: usize, key: u32) -> Option<(u32, u32)> {
        let unit = self.columns.words.get(self.unit)?.get(at).copied()?;
        let place = usize::try_from(key).ok()?;
        let found = match self.bases.get(place).copied() {
            Some(found) if found != Found::NONE => found,
            _ => self.first(sheet, at, (place, unit)),
        };
        if let Some(scale) = self.scale(found.counted(), unit) {
            return Some((found.program, scale));
        }
        let other = match self.others.get(key, unit) {
            Some(known) => known,
            None => self.other(sheet, at, (key, unit)),
        };
        // An answer of its own may be counted in the unit of its factors, too.
        let found = *self.more.get(usize::try_from(other).ok()?)?;
        Some((found.program, self.scale(found.counted(), unit)?))
    }

    /// The scale from a row's unit to what an answer is counted in, if the one leads to the other.
    #[inline]
    fn scale(&mut self, counted: Counted, unit: u32) -> Option<u32> {
        match counted {
            Counted::Word(word) => (word == unit).then_some(Scales::SAME),
            Counted::Unit(counted) => {
                let words = self.words.get(self.unit);
                let text = || words.map_or("", |words| words.text(unit)).to_owned();
                self.scales.number(unit, counted, text)
            }
        }
    }

    #[cold]
    fn first(&mut self, sheet: &Sheet<'_>, at: usize, (place, unit): (usize, u32)) -> Found {
        let found = self.work_out(sheet, at, unit);
        if place >= self.bases.len() {
            self.bases.resize(place.saturating_add(1), Found::NONE);
        }
        if let Some(slot) = self.bases.get_mut(place) {
            *slot = found;
        }
        found
    }

    #[cold]
    fn other(&mut self, sheet: &Sheet<'_>, at: usize, (key, unit): (u32, u32)) -> u32 {
        let found = self.work_out(sheet, at, unit);
        let number = u32::try_from(self.more.len()).unwrap_or(u32::MAX);
        self.more.push(found);
        self.others.insert(key, unit, number);
        number
    }

    fn work_out(&mut self, sheet: &Sheet<'_>, at: usize, unit: u32) -> Found {
        sheet.again(at, &self.columns, &mut self.record, &mut self.scan);
        let resolved = self.resolver.fresh(&self.record).ok();
        let answer = (resolved.as_ref(), unit);
        self.answers.push(answer, &mut self.scales, (self.catalog, &mut self.tally, &mut self.views))
    }

    fn is_full(&self) -> bool {
        let answers = self.answers.size().max(self.bases.len() >> 2).max(self.more.len());
        answers > MOST || self.words.iter().any(Words::is_full)
    }

    /// Starts anew with empty memory: neither words nor answers may grow with the rows.
    fn forget(&mut self) {
        // An error shows again when everything is settled at the end.
        if self.settle().is_err() {
            return;
        }
        self.words.iter_mut().for_each(Words::forget);
        self.days.forget();
        self.keys.forget();
        self.bases.clear();
        self.others = Pairs::default();
        self.more.clear();
        self.scales = Scales::default();
        self.answers = Answers::new(self.tells, self.plan.names_documents());
        self.teller.forget();
        self.sources.forget();
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

/// Works out the masses of a line; where the first of them stands, or `None` if the row must be computed alone.
#[inline]
fn line(
    (answers, program): (&Answers, u32),
    (scales, scale): (&Scales, u32),
    quantity: Quantity,
    masses: &mut Vec<u128>,
) -> Option<u32> {
    let program = answers.program(program)?;
    let scale = scales.get(scale)?;
    let quantity = scaled(quantity)?;
    let exact = scale.quantity(quantity);
    let first = masses.len();
    let mut any = 0u128;
    for (times, divisor) in program.times.iter().zip(program.divisors()) {
        let Some(mass) = scale.mass(exact, *times, divisor) else {
            masses.truncate(first);
            return None;
        };
        any |= mass;
        masses.push(mass);
    }
    // An emission that rounds to nothing is told.
    if any == 0 && quantity != 0 && !program.zero {
        masses.truncate(first);
        return None;
    }
    u32::try_from(first).ok()
}

/// The quantity counted in `10^-PLACES`, if it fits.
#[inline]
fn scaled(quantity: Quantity) -> Option<u64> {
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
