//! Answers by small numbers: what a line is multiplied by, and where its masses go.

use std::collections::HashMap;

use super::strips::Strips;
use crate::error::Error;
use crate::factor::{Catalog, FactorIndex, Step};
use crate::inventory::resolve::Resolved;
use crate::inventory::tally::Tally;
use crate::number::Divisor;

/// Decimals of the quantities that answers are made for.
pub(super) const PLACES: u32 = 6;

/// An answer; its lists lie in those of [`Answers`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Rows with this answer must be computed alone.
    pub(super) alone: bool,
    /// All coefficients are zero.
    pub(super) zero: bool,
    /// The unit that it was worked out for.
    pub(super) unit: u32,
    /// Other units only change the quantity: each factor was alone in its rank and reached by a conversion.
    pub(super) scales: bool,
    masses: (u32, u32),
    /// For each view one after the other: the number of pieces, then each piece and how many masses it has.
    pieces: u32,
    notes: (u32, u32),
    factors: (u32, u32),
    activity: u32,
    pub(super) rows: u64,
    pub(super) first_row: u64,
}

/// One mass of an answer: what the quantity is multiplied by, and the number of the divisor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quick {
    pub(super) times: u64,
    pub(super) by: u32,
}

/// All answers.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub(super) entries: Vec<Entry>,
    masses: Vec<Quick>,
    pieces: Vec<u32>,
    notes: Vec<u32>,
    factors: Vec<FactorIndex>,
    activities: Vec<Box<str>>,
    divisors: Vec<Divisor>,
    numbers: HashMap<u64, u32>,
}

fn short(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn long(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

fn part<T>(list: &[T], (start, count): (u32, u32)) -> &[T] {
    list.get(long(start)..long(start.saturating_add(count))).unwrap_or_default()
}

impl Answers {
    /// Takes in an answer; `None` stands for rows that have none.
    pub(super) fn push(
        &mut self,
        (resolved, unit): (Option<&Resolved>, u32),
        catalog: &Catalog,
        tally: &mut Tally,
        views: &mut [Strips],
    ) -> u32 {
        let resolved = resolved.filter(|resolved| resolved.warnings.is_empty());
        let entry = resolved.and_then(|resolved| self.entry(resolved, catalog, tally, views));
        let entry = entry.unwrap_or(Entry { alone: true, ..Entry::default() });
        self.entries.push(Entry { unit, ..entry });
        short(self.entries.len()).saturating_sub(1)
    }

    fn entry(
        &mut self,
        resolved: &Resolved,
        catalog: &Catalog,
        tally: &mut Tally,
        views: &mut [Strips],
    ) -> Option<Entry> {
        let mut masses = Vec::new();
        for (_, multiplier) in resolved.legs.iter().flat_map(|leg| &leg.gases) {
            let (times, by) = multiplier.quick(PLACES)?;
            masses.push(Quick { times, by: self.divisor(by)? });
        }
        let known = tally.know(catalog, resolved);
        let start = short(self.pieces.len());
        for (at, strips) in views.iter_mut().enumerate() {
            // The view behind the last holds the total where no view does.
            let pieces = match tally.views.get(at) {
                Some(view) => known.pieces(view, resolved),
                None => known.whole(),
            };
            self.pieces.push(short(pieces.len()));
            for piece in pieces {
                let count = short(piece.1.len());
                self.pieces.extend([strips.piece(piece), count]);
            }
        }
        let entry = Entry {
            alone: false,
            zero: masses.iter().all(|mass| mass.times == 0),
            unit: 0,
            scales: resolved.legs.iter().all(|leg| {
                let steps = leg.choice.steps.as_slice();
                leg.choice.rivals == 0 && leg.shares.is_empty() && matches!(steps, [] | [Step::Unit { .. }])
            }),
            masses: (short(self.masses.len()), short(masses.len())),
            pieces: start,
            notes: (short(self.notes.len()), short(known.notes.len())),
            factors: (short(self.factors.len()), short(known.rests_on.len())),
            activity: self.activity(&resolved.activity),
            rows: 0,
            first_row: 0,
        };
        self.masses.append(&mut masses);
        self.notes.extend(known.notes.iter().map(|note| short(*note)));
        self.factors.extend(&known.rests_on);
        Some(entry)
    }

    fn divisor(&mut self, by: u64) -> Option<u32> {
        if let Some(known) = self.numbers.get(&by) {
            return Some(*known);
        }
        let number = short(self.divisors.len());
        self.divisors.push(Divisor::new(by)?);
        self.numbers.insert(by, number);
        Some(number)
    }

    fn activity(&mut self, name: &str) -> u32 {
        if self.activities.last().is_none_or(|last| **last != *name) {
            self.activities.push(name.into());
        }
        short(self.activities.len()).saturating_sub(1)
    }

    /// What a quantity is multiplied by, and the number of what it is divided by, for each mass.
    #[inline]
    pub(super) fn masses(&self, entry: &Entry) -> &[Quick] {
        part(&self.masses, entry.masses)
    }

    /// What masses are divided by.
    pub(super) fn divisors(&self) -> &[Divisor] {
        &self.divisors
    }

    /// The pieces of the first view and where those of the next stand.
    #[inline]
    pub(super) fn pieces(&self, at: u32) -> (&[[u32; 2]], u32) {
        let rest = self.pieces.get(long(at)..).unwrap_or_default();
        let Some((count, rest)) = rest.split_first() else { return (&[], at) };
        let length = long(*count).wrapping_mul(2);
        let (pieces, _) = rest.get(..length).unwrap_or_default().as_chunks::<2>();
        (pieces, at.wrapping_add(1).wrapping_add(short(length)))
    }

    /// Where the pieces of the first view stand.
    #[inline]
    pub(super) fn first_pieces(entry: &Entry) -> u32 {
        entry.pieces
    }

    /// How many pieces of memory the answers take, roughly.
    pub(super) fn size(&self) -> usize {
        self.entries.len().max(self.masses.len() >> 2).max(self.pieces.len() >> 3)
    }

    /// Tells the tally how many lines had which answer.
    pub(super) fn settle(&mut self, tally: &mut Tally) -> Result<(), Error> {
        for entry in self.entries.iter_mut().filter(|entry| entry.rows > 0) {
            let notes = part(&self.notes, entry.notes).iter().map(|note| long(*note));
            let factors = part(&self.factors, entry.factors).iter().copied();
            let activity = self.activities.get(long(entry.activity)).map_or("", |name| &**name);
            tally.lines(activity, notes, factors, (entry.rows, entry.first_row));
            entry.rows = 0;
        }
        Ok(())
    }
}
