//! Adding up: integers per group, account and gas. Order and split of the rows cannot show in the result.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::boundary;
use super::dimension::Dimension;
use super::resolve::{NoteText, Resolved, rests_on};
use super::scope2;
use crate::activity::{Field, Record};
use crate::error::{Code, Error, Finding, FindingCounts};
use crate::factor::{Catalog, FactorIndex};
use crate::gas::Gas;
use crate::limits::Limits;
use crate::number::Mass;
use crate::order::Order;
use crate::scope::{Account, Category};

/// Most dimensions of a view.
const WIDTH: usize = 4;

/// Dimensions whose values are texts of the row itself.
pub(super) const TEXTS: [(Dimension, Field); 3] = [
    (Dimension::Site, Field::Site),
    (Dimension::Supplier, Field::Supplier),
    (Dimension::Product, Field::Product),
];

/// Dimensions whose values follow from a leg's category.
const OF_CATEGORY: [Dimension; 3] = [Dimension::Scope, Dimension::Category, Dimension::IsoCategory];

/// Values of the dimensions that a cell stands for, as positions in [`Words`].
pub(super) type Key = [u32; WIDTH];

/// An account and a gas that meet in the ledger; positions in [`Tally::slots`] are given on first sight.
type Slot = (Account, Gas);

/// Sums of one group.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    pub(super) lines: u64,
    /// One place for each slot: a direct look-up, where searching by account and gas cost more than adding.
    masses: Vec<Option<Mass>>,
}

impl Sums {
    fn add(&mut self, slot: usize, mass: Mass) -> Result<(), Error> {
        if slot >= self.masses.len() {
            self.masses.resize(slot.saturating_add(1), None);
        }
        if let Some(sum) = self.masses.get_mut(slot) {
            *sum = Some(sum.unwrap_or_default().try_add(mass)?);
        }
        Ok(())
    }

    fn absorb(&mut self, other: &Sums, place: impl Fn(usize) -> usize) -> Result<(), Error> {
        self.lines = self.lines.saturating_add(other.lines);
        for (slot, mass) in other.masses.iter().enumerate() {
            if let Some(mass) = mass {
                self.add(place(slot), *mass)?;
            }
        }
        Ok(())
    }

    /// What was added, by account and gas.
    pub(super) fn masses<'s>(&'s self, slots: &'s [Slot]) -> impl Iterator<Item = (Account, Gas, Mass)> + 's {
        self.masses.iter().zip(slots).filter_map(|(mass, (account, gas))| Some((*account, *gas, (*mass)?)))
    }
}

/// Texts by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
}

impl Words {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        // `Limits::groups` ends the run long before 2^32 texts.
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.into(), number);
        self.texts.push(text.into());
        number
    }

    pub(super) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| &**text)
    }
}

/// One view: cells by key.
#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) by: Vec<Dimension>,
    /// Cells of a view by several dimensions.
    cells: HashMap<Key, usize>,
    /// Cells of a view by one dimension, by its value: one lookup without hashing; 0 = no cell yet.
    dense: Vec<usize>,
    pub(super) sums: Vec<(Key, Sums)>,
    /// Whether legs or gases of one line can land in different cells.
    divides_line: bool,
    /// Whether legs of different categories land in different cells.
    divides_categories: bool,
}

/// A note with the rows that it touches.
#[derive(Clone, Debug)]
pub(super) struct NoteSum {
    pub(super) text: NoteText,
    pub(super) rows: u64,
    pub(super) first_row: u64,
}

/// What is kept of a [`Resolved`] while adding up.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    key: Values,
    factors: Vec<u32>,
    /// Scope, category and ISO category of each leg; empty where all legs are of the row's own category.
    categories: Vec<[u32; 3]>,
    /// The slot of each mass of a line, in the order in which lines hand them over.
    slots: Vec<usize>,
    pub(super) notes: Vec<usize>,
    pub(super) rests_on: Vec<FactorIndex>,
}

/// The value of each dimension.
pub(super) type Values = [u32; Dimension::ALL.len()];

/// Consecutive masses of a line that land in one cell of a view: the values of the cell as far as they are the
/// answer's own, and the slots of the masses.
pub(super) type Piece = (Values, Vec<usize>);

impl Known {
    /// A line with this answer as a whole.
    pub(super) fn whole(&self) -> Vec<Piece> {
        vec![(Values::default(), self.slots.clone())]
    }

    /// How a line with this answer falls into the cells of a view.
    pub(super) fn pieces(&self, view: &View, resolved: &Resolved) -> Vec<Piece> {
        let divides = view.divides_line || (view.divides_categories && !self.categories.is_empty());
        let mut pieces: Vec<Piece> = Vec::new();
        let masses = (0usize..)
            .zip(&resolved.legs)
            .flat_map(|(at, leg)| leg.gases.iter().map(move |(gas, _)| (at, *gas)));
        let mut last = Key::default();
        for ((leg, gas), slot) in masses.zip(&self.slots) {
            let mut values = self.key;
            if divides || pieces.is_empty() {
                set(&mut values, Dimension::Gas, u32::try_from(gas.index()).unwrap_or(0));
                set(&mut values, Dimension::Factor, self.factors.get(leg).copied().unwrap_or(0));
                if let Some(numbers) = self.categories.get(leg) {
                    set_all(&mut values, *numbers);
                }
                let key = view.key(&values);
                if pieces.is_empty() || key != last {
                    pieces.push((view.only(&values), Vec::new()));
                }
                last = key;
            }
            if let Some((_, slots)) = pieces.last_mut() {
                slots.push(*slot);
            }
        }
        pieces
    }
}

/// All sums of a run.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub(super) words: Words,
    pub(super) total: Sums,
    pub(super) views: Vec<View>,
    pub(super) notes: Vec<NoteSum>,
    pub(super) factors: BTreeMap<FactorIndex, u64>,
    /// Activities of counted lines.
    pub(super) activities: BTreeSet<Box<str>>,
    pub(super) findings: Vec<Finding>,
    pub(super) finding_counts: FindingCounts,
    pub(super) counted: u64,
    pub(super) slots: Vec<Slot>,
    /// The same at 100 %, where an organisation consolidates.
    pub(super) boundary: boundary::Sums,
    /// What instruments covered.
    pub(super) instruments: scope2::Sums,
    /// By the serial number of the answer; an answer whose first row could not be counted comes later than its number.
    known: Vec<Option<Known>>,
    generation: u64,
    /// Whether some view divides by a dimension; of others no words are kept.
    asked: [bool; Dimension::ALL.len()],
    /// Texts of rows that some view divides by; others are not remembered.
    texts: Vec<(Dimension, Field)>,
    groups: usize,
    group_limit: usize,
    finding_limit: usize,
}

impl Tally {
    pub(super) fn new(views: &[Vec<Dimension>], limits: &Limits) -> Tally {
        let view = |by: &Vec<Dimension>| View {
            by: by.clone(),
            cells: HashMap::new(),
            dense: Vec::new(),
            sums: Vec::new(),
            divides_line: by.iter().any(|dimension| matches!(dimension, Dimension::Gas | Dimension::Factor)),
            divides_categories: by.iter().any(|dimension| OF_CATEGORY.contains(dimension)),
        };
        let asked = Dimension::ALL.map(|dimension| views.iter().flatten().any(|by| *by == dimension));
        Tally {
            asked,
            words: Words::default(),
            total: Sums::default(),
            views: views.iter().map(view).collect(),
            notes: Vec::new(),
            factors: BTreeMap::new(),
            activities: BTreeSet::new(),
            findings: Vec::new(),
            finding_counts: FindingCounts::default(),
            counted: 0,
            slots: Vec::new(),
            boundary: boundary::Sums::default(),
            instruments: scope2::Sums::default(),
            known: Vec::new(),
            generation: 0,
            texts: TEXTS
                .into_iter()
                .filter(|(dimension, _)| asked.get(dimension.index()) == Some(&true))
                .collect(),
            groups: 0,
            group_limit: limits.groups,
            finding_limit: limits.findings,
        }
    }

    /// Takes a finding: every one is counted, the first ones are kept.
    pub(super) fn find(&mut self, finding: Finding) {
        self.finding_counts.add(finding.code, finding.severity);
        if self.findings.len() < self.finding_limit {
            self.findings.push(finding);
        }
    }

    /// Adds a line.
    pub(super) fn add(
        &mut self,
        catalog: &Catalog,
        record: &Record,
        row: u64,
        resolved: &Resolved,
        masses: &[(u16, Gas, Mass)],
    ) -> Result<(), Error> {
        self.learn(catalog, resolved);
        let Some(Some(known)) = self.known.get(resolved.serial) else { return Ok(()) };
        self.counted = self.counted.saturating_add(1);
        for note in &known.notes {
            if let Some(note) = self.notes.get_mut(*note) {
                note.add(1, row);
            }
        }
        for factor in &known.rests_on {
            let lines = self.factors.entry(*factor).or_default();
            *lines = lines.saturating_add(1);
        }
        let mut key = known.key;
        for &(dimension, field) in &self.texts {
            set(&mut key, dimension, self.words.number(record.get(field)));
        }
        let start = record.period().start();
        set(&mut key, Dimension::Month, month(start));
        self.total.lines = self.total.lines.saturating_add(1);
        for ((_, _, mass), slot) in masses.iter().zip(&known.slots) {
            self.total.add(*slot, *mass)?;
        }
        for view in &mut self.views {
            let mut last = usize::MAX;
            for ((leg, gas, mass), slot) in masses.iter().zip(&known.slots) {
                let divides = view.divides_line || (view.divides_categories && !known.categories.is_empty());
                if last == usize::MAX || divides {
                    set(&mut key, Dimension::Gas, u32::try_from(gas.index()).unwrap_or(0));
                    set(
                        &mut key,
                        Dimension::Factor,
                        known.factors.get(usize::from(*leg)).copied().unwrap_or(0),
                    );
                    if let Some(numbers) = known.categories.get(usize::from(*leg)) {
                        set_all(&mut key, *numbers);
                    }
                    let at = view.cell(&key, &mut self.groups);
                    // A line counts once in every cell that it touches.
                    if at != last
                        && let Some((_, sums)) = view.sums.get_mut(at)
                    {
                        sums.lines = sums.lines.saturating_add(1);
                    }
                    last = at;
                }
                if let Some((_, sums)) = view.sums.get_mut(last) {
                    sums.add(*slot, *mass)?;
                }
            }
        }
        self.within_limit()
    }

    /// Keeps the numbers of an answer's words, once.
    fn learn(&mut self, catalog: &Catalog, resolved: &Resolved) {
        if resolved.generation != self.generation {
            self.known.clear();
            self.generation = resolved.generation;
        }
        if matches!(self.known.get(resolved.serial), Some(Some(_))) {
            return;
        }
        self.activities.insert(resolved.activity.clone());
        let known = self.know(catalog, resolved);
        if resolved.serial >= self.known.len() {
            self.known.resize(resolved.serial.saturating_add(1), None);
        }
        if let Some(slot) = self.known.get_mut(resolved.serial) {
            *slot = Some(known);
        }
    }

    /// The numbers of an answer's words.
    pub(super) fn know(&mut self, catalog: &Catalog, resolved: &Resolved) -> Known {
        let mut known = Known::default();
        set_all(&mut known.key, self.of_category(resolved.category));
        if resolved.legs.iter().any(|leg| leg.category != resolved.category) {
            known.categories = resolved.legs.iter().map(|leg| self.of_category(leg.category)).collect();
        }
        set(&mut known.key, Dimension::Region, self.asked_word(Dimension::Region, &resolved.region));
        set(&mut known.key, Dimension::Entity, self.asked_word(Dimension::Entity, &resolved.entity));
        set(&mut known.key, Dimension::Activity, self.asked_word(Dimension::Activity, &resolved.activity));
        for leg in &resolved.legs {
            let factor = &catalog.factor(leg.choice.factor).id;
            known.factors.push(self.asked_word(Dimension::Factor, factor));
            known.rests_on.extend(rests_on(leg));
            for (gas, _) in &leg.gases {
                let at = self.slot((leg.account, *gas));
                known.slots.push(at);
            }
        }
        known.rests_on.order();
        known.rests_on.dedup();
        for text in &resolved.notes {
            let at = self.note(text);
            known.notes.push(at);
        }
        known
    }

    /// The number of a word, if some view divides by its dimension.
    fn asked_word(&mut self, dimension: Dimension, text: &str) -> u32 {
        if self.asked.get(dimension.index()) == Some(&true) { self.words.number(text) } else { 0 }
    }

    /// The numbers of the words of [`OF_CATEGORY`].
    fn of_category(&mut self, category: Category) -> [u32; 3] {
        OF_CATEGORY.map(|dimension| match dimension {
            Dimension::Scope => self.asked_word(dimension, category.scope().as_str()),
            Dimension::Category => self.asked_word(dimension, category.key()),
            _ => self.asked_word(dimension, &category.iso_14064_1().to_string()),
        })
    }

    /// The number of a text among the words of results.
    pub(super) fn word(&mut self, text: &str) -> u32 {
        self.words.number(text)
    }

    /// Adds lines of one answer, without their masses.
    pub(super) fn lines(
        &mut self,
        activity: &str,
        notes: impl Iterator<Item = usize>,
        factors: impl Iterator<Item = FactorIndex>,
        (rows, first_row): (u64, u64),
    ) {
        self.counted = self.counted.saturating_add(rows);
        self.total.lines = self.total.lines.saturating_add(rows);
        if !self.activities.contains(activity) {
            self.activities.insert(activity.into());
        }
        for note in notes {
            if let Some(note) = self.notes.get_mut(note) {
                note.add(rows, first_row);
            }
        }
        for factor in factors {
            let lines = self.factors.entry(factor).or_default();
            *lines = lines.saturating_add(rows);
        }
    }

    /// Adds masses to a cell of a view.
    pub(super) fn deposit(
        &mut self,
        view: usize,
        values: &Values,
        lines: u64,
        masses: impl Iterator<Item = (usize, Mass)>,
    ) -> Result<(), Error> {
        let Some(view) = self.views.get_mut(view) else { return Ok(()) };
        let at = view.cell(values, &mut self.groups);
        let Some((_, sums)) = view.sums.get_mut(at) else { return Ok(()) };
        sums.lines = sums.lines.saturating_add(lines);
        masses.into_iter().try_for_each(|(slot, mass)| sums.add(slot, mass))
    }

    /// Adds masses to the total; their lines are counted with [`lines`](Tally::lines).
    pub(super) fn deposit_total(&mut self, masses: impl Iterator<Item = (usize, Mass)>) -> Result<(), Error> {
        masses.into_iter().try_for_each(|(slot, mass)| self.total.add(slot, mass))
    }

    /// Adds another tally of the same views, without its findings: it was made of other rows.
    pub(super) fn absorb(&mut self, other: &Tally) -> Result<(), Error> {
        self.counted = self.counted.saturating_add(other.counted);
        self.activities.extend(other.activities.iter().cloned());
        for (factor, lines) in &other.factors {
            let sum = self.factors.entry(*factor).or_default();
            *sum = sum.saturating_add(*lines);
        }
        for note in other.notes.iter().filter(|note| note.rows > 0) {
            let at = self.note(&note.text);
            if let Some(own) = self.notes.get_mut(at) {
                own.add(note.rows, note.first_row);
            }
        }
        let slots: Vec<usize> = other.slots.iter().map(|slot| self.slot(*slot)).collect();
        let numbers: Vec<u32> = other.words.texts.iter().map(|text| self.words.number(text)).collect();
        let place = |slot: usize| slots.get(slot).copied().unwrap_or(usize::MAX);
        self.total.absorb(&other.total, place)?;
        for (view, others) in self.views.iter_mut().zip(&other.views) {
            for (key, sums) in &others.sums {
                let mut values = Values::default();
                for (dimension, value) in view.by.iter().zip(key) {
                    let own = match dimension {
                        Dimension::Month | Dimension::Gas => Some(*value),
                        _ => usize::try_from(*value).ok().and_then(|at| numbers.get(at)).copied(),
                    };
                    set(&mut values, *dimension, own.unwrap_or(0));
                }
                let at = view.cell(&values, &mut self.groups);
                if let Some((_, own)) = view.sums.get_mut(at) {
                    own.absorb(sums, place)?;
                }
            }
        }
        Ok(())
    }

    fn slot(&mut self, slot: Slot) -> usize {
        self.slots.iter().position(|known| *known == slot).unwrap_or_else(|| {
            self.slots.push(slot);
            self.slots.len().saturating_sub(1)
        })
    }

    fn note(&mut self, text: &NoteText) -> usize {
        self.notes.iter().position(|note| note.text == *text).unwrap_or_else(|| {
            self.notes.push(NoteSum { text: text.clone(), rows: 0, first_row: 0 });
            self.notes.len().saturating_sub(1)
        })
    }

    /// # Errors
    /// `LIMIT_EXCEEDED` if there are more groups than the limit allows.
    pub(super) fn within_limit(&self) -> Result<(), Error> {
        if self.groups <= self.group_limit {
            return Ok(());
        }
        let message = format!("the views have more than {} groups", self.group_limit);
        Err(Error::new(Code::LimitExceeded, message)
            .with_help("ask for fewer views with `by`, or raise the limit `groups`"))
    }
}

impl NoteSum {
    fn add(&mut self, rows: u64, first_row: u64) {
        self.first_row = if self.rows == 0 { first_row } else { self.first_row.min(first_row) };
        self.rows = self.rows.saturating_add(rows);
    }
}

impl View {
    /// The values without those that the view does not divide by: answers that differ in nothing else share their sums.
    fn only(&self, values: &Values) -> Values {
        let mut only = Values::default();
        for dimension in &self.by {
            set(&mut only, *dimension, values.get(dimension.index()).copied().unwrap_or(0));
        }
        only
    }

    /// The values that the view divides by.
    fn key(&self, values: &Values) -> Key {
        let mut key = Key::default();
        for (slot, dimension) in key.iter_mut().zip(&self.by) {
            *slot = values.get(dimension.index()).copied().unwrap_or(0);
        }
        key
    }

    /// The position of the cell that a line's values fall into; a new one if it is the first.
    fn cell(&mut self, values: &[u32; Dimension::ALL.len()], groups: &mut usize) -> usize {
        let value = |dimension: &Dimension| values.get(dimension.index()).copied().unwrap_or(0);
        let key = self.key(values);
        let View { by, cells, dense, sums, .. } = self;
        let slot = match by.as_slice() {
            [one] => {
                // Values are positions in `Words`, months or gases: small, and bounded by the limits.
                let at = usize::try_from(value(one)).unwrap_or(0);
                if at >= dense.len() {
                    dense.resize(at.saturating_add(1), 0);
                }
                dense.get_mut(at)
            }
            _ => Some(cells.entry(key).or_insert(0)),
        };
        let Some(slot) = slot else { return usize::MAX };
        if *slot == 0 {
            sums.push((key, Sums::default()));
            *groups = groups.saturating_add(1);
            *slot = sums.len();
        }
        slot.saturating_sub(1)
    }
}

/// A month as a number.
pub(super) fn month(day: NaiveDate) -> u32 {
    u32::try_from(day.year()).unwrap_or(0).saturating_mul(12).saturating_add(day.month0())
}

fn set_all(key: &mut [u32; Dimension::ALL.len()], numbers: [u32; 3]) {
    for (dimension, number) in OF_CATEGORY.into_iter().zip(numbers) {
        set(key, dimension, number);
    }
}

fn set(key: &mut [u32; Dimension::ALL.len()], dimension: Dimension, value: u32) {
    if let Some(slot) = key.get_mut(dimension.index()) {
        *slot = value;
    }
}
