//! Answers by small numbers: what a line is multiplied by, and where its masses go.

use std::collections::HashMap;

use super::scales::Scales;
use super::strips::Strips;
use crate::activity::ODD;
use crate::error::Error;
use crate::factor::{Catalog, FactorIndex, Step};
use crate::inventory::guard::Kind;
use crate::inventory::line::Kept;
use crate::inventory::resolve::Resolved;
use crate::inventory::tally::Tally;
use crate::number::{Divisor, Ratio};
use crate::unit::Unit;

/// Decimals of the quantities that answers are made for.
pub(super) const PLACES: u32 = 6;

/// Behind the last piece of a view.
const LAST: u64 = 1 << 63;
/// All masses of an answer are zero, whatever the quantity.
const ZERO: u64 = 1 << 63;
/// The program is too long for its line.
const FAR: u64 = 1 << 62;
/// What is counted is counted in a unit, not in a word.
const UNIT: u32 = 1 << 31;
/// Divisors that fit one word.
const DIVISORS: usize = 4;

/// An answer, as far as rows do not ask for it; its lists lie in those of [`Answers`].
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    notes: (u32, u32),
    factors: (u32, u32),
    activity: u32,
    first_row: u64,
}

/// Where to find an answer, and what its quantities are counted in; small, for there is one for each key of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its program; [`ODD`] if rows with this answer must be computed alone.
    pub(super) program: u32,
    counted: u32,
}

impl Found {
    /// What stands where nothing is known yet.
    pub(super) const NONE: Found = Found { program: ODD, counted: ODD };

    fn new(program: u32, counted: Counted) -> Found {
        let counted = match counted {
            Counted::Word(word) => word,
            Counted::Unit(unit) => unit | UNIT,
        };
        Found { program, counted }
    }

    #[inline]
    pub(super) fn counted(self) -> Counted {
        if self.counted & UNIT == 0 {
            Counted::Word(self.counted)
        } else {
            Counted::Unit(self.counted ^ UNIT)
        }
    }
}

/// What a quantity must be counted in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Counted {
    /// In the unit with this word, as the row that the answer was worked out for.
    Word(u32),
    /// In a unit of [`Scales`], which any unit of its kind converts into: each factor was alone in its rank and reached
    /// by a conversion.
    Unit(u32),
}

/// Words in a piece of the memory as the processor fetches it.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Line([u64; 8]);

/// All answers.
///
/// What each row asks of its answer stands in one piece, its program, because a ledger has more answers than fit the
/// near memory. It has words of 64 bits: how many rows had the answer; how many masses it has, and whether all are
/// zero; what the quantity is multiplied by for each mass; the numbers of what it is divided by, four in a word; and for
/// each view its pieces with the number of masses that fall into each. With a few gases and one view all that is one
/// line; of longer ones the line says where the words behind the second stand.
#[derive(Debug, Default)]
pub(super) struct Answers {
    entries: Vec<Entry>,
    lines: Vec<Line>,
    far: Vec<u64>,
    notes: Vec<u32>,
    factors: Vec<FactorIndex>,
    activities: Vec<Box<str>>,
    divisors: Vec<Divisor>,
    numbers: HashMap<u64, u16>,
    /// For each answer what lines tell of it, where they are asked for.
    kept: Option<Vec<Kept>>,
    /// For each answer what its rows are to documents, where rows name them.
    kinds: Option<Vec<Kind>>,
}

/// The part of a program that a row needs to work out its masses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Program<'a> {
    pub(super) times: &'a [u64],
    divisors: &'a [u64],
    pieces: &'a [u64],
    pub(super) zero: bool,
}

impl<'a> Program<'a> {
    /// What the masses are divided by, by its number.
    #[inline]
    pub(super) fn divisors(&self) -> impl Iterator<Item = usize> + 'a {
        self.divisors.iter().flat_map(|word| {
            [*word, word >> 16, word >> 32, word >> 48]
                .map(|number| usize::try_from(number & 0xffff).unwrap_or(usize::MAX))
        })
    }
}

/// The unit of all factors of an answer and how many of it one of the row's unit is, if the answer is good for every unit
/// that converts into it.
///
/// In the unit of a factor its digits are few; in the unit of some row that came first they may be many.
fn common(resolved: &Resolved) -> Option<(Unit, Ratio)> {
    let scales = resolved.legs.iter().all(|leg| {
        let steps = leg.choice.steps.as_slice();
        leg.choice.rivals == 0 && leg.shares.is_empty() && matches!(steps, [] | [Step::Unit { .. }])
    });
    if !scales {
        return None;
    }
    let mut reached = resolved.legs.iter().map(|leg| match leg.choice.steps.first() {
        Some(Step::Unit { to, ratio, .. }) => Some((to, *ratio)),
        _ => None,
    });
    let first = reached.next().flatten();
    match first {
        Some((unit, over)) if reached.all(|other| other.is_some_and(|(other, _)| other == unit)) => {
            Some((unit.clone(), over))
        }
        _ => Some((resolved.unit.clone(), Ratio::ONE)),
    }
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
    /// No answers yet; `keeps` what lines tell of them, `compares` what their rows are to documents.
    pub(super) fn new(keeps: bool, compares: bool) -> Answers {
        Answers { kept: keeps.then(Vec::new), kinds: compares.then(Vec::new), ..Answers::default() }
    }

    /// Takes in an answer of rows whose unit has the word; `None` stands for rows that have none.
    pub(super) fn push(
        &mut self,
        (resolved, word): (Option<&Resolved>, u32),
        scales: &mut Scales,
        given: (&Catalog, &mut Tally, &mut [Strips]),
    ) -> Found {
        let alone = Found::new(ODD, Counted::Word(word));
        let Some(resolved) = resolved.filter(|resolved| resolved.warnings.is_empty()) else { return alone };
        let (catalog, tally, views) = given;
        if let Some((unit, over)) = common(resolved)
            && let Some(program) = self.entry((resolved, over), catalog, tally, views)
        {
            return Found::new(program, Counted::Unit(scales.unit(&unit)));
        }
        let program = self.entry((resolved, Ratio::ONE), catalog, tally, views);
        program.map_or(alone, |program| Found::new(program, Counted::Word(word)))
    }

    fn entry(
        &mut self,
        (resolved, over): (&Resolved, Ratio),
        catalog: &Catalog,
        tally: &mut Tally,
        views: &mut [Strips],
    ) -> Option<u32> {
        let mut times = Vec::new();
        let mut divisors = Vec::new();
        for (_, multiplier) in resolved.legs.iter().flat_map(|leg| &leg.gases) {
            let (up, by) = multiplier.quick(PLACES, over)?;
            times.push(up);
            divisors.push(self.divisor(by)?);
        }
        let count = u16::try_from(times.len()).ok().filter(|count| *count > 0)?;
        let program = u32::try_from(self.lines.len()).ok().filter(|program| *program != ODD)?;
        let known = tally.know(catalog, resolved);
        let zero = if times.iter().all(|times| *times == 0) { ZERO } else { 0 };
        let mut words = times;
        words.extend(
            divisors
                .chunks(DIVISORS)
                .map(|part| part.iter().rev().fold(0u64, |word, number| word << 16 | u64::from(*number))),
        );
        for (at, strips) in views.iter_mut().enumerate() {
            // The view behind the last holds the total where no view does.
            let pieces = match tally.views.get(at) {
                Some(view) => known.pieces(view, resolved),
                None => known.whole(),
            };
            let last = pieces.len().saturating_sub(1);
            for (at, piece) in pieces.into_iter().enumerate() {
                let count = u64::from(u16::try_from(piece.1.len()).unwrap_or(0));
                let end = if at == last { LAST } else { 0 };
                words.push(u64::from(strips.piece(piece)) | count << 32 | end);
            }
        }
        self.line(u64::from(count) | zero, words);
        let activity = self.activity(&resolved.activity);
        self.entries.push(Entry {
            notes: (short(self.notes.len()), short(known.notes.len())),
            factors: (short(self.factors.len()), short(known.rests_on.len())),
            activity,
            first_row: 0,
        });
        if let Some(kept) = &mut self.kept {
            kept.push(Kept::new(resolved));
        }
        if let Some(kinds) = &mut self.kinds {
            kinds.push(Kind::of(resolved));
        }
        self.notes.extend(known.notes.iter().map(|note| short(*note)));
        self.factors.extend(&known.rests_on);
        Some(program)
    }

    /// Takes in a program: its second word and those behind it.
    fn line(&mut self, head: u64, mut words: Vec<u64>) {
        let mut line = [0; 8];
        let [_, second, near @ ..] = &mut line;
        *second = head;
        if words.len() > near.len() {
            *second |= FAR;
            let start = u64::try_from(self.far.len()).unwrap_or(u64::MAX);
            self.far.append(&mut words);
            words.push(start);
        }
        near.iter_mut().zip(words).for_each(|(near, word)| *near = word);
        self.lines.push(Line(line));
    }

    fn divisor(&mut self, by: u64) -> Option<u16> {
        if let Some(known) = self.numbers.get(&by) {
            return Some(*known);
        }
        let number = u16::try_from(self.divisors.len()).ok()?;
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

    /// What masses are divided by.
    pub(super) fn divisors(&self) -> &[Divisor] {
        &self.divisors
    }

    /// Reads a program for nothing but to have it near: many such reads wait together.
    #[inline]
    pub(super) fn fetch(&self, program: u32) -> u64 {
        self.lines.get(long(program)).map_or(0, |Line([rows, ..])| *rows)
    }

    /// A program.
    #[inline]
    pub(super) fn program(&self, at: u32) -> Option<Program<'_>> {
        let Line([_, head, near @ ..]) = self.lines.get(long(at))?;
        let words = if head & FAR == 0 { near } else { self.behind(near)? };
        let count = usize::try_from(head & 0xffff).ok()?;
        let (times, rest) = words.split_at_checked(count)?;
        let (divisors, pieces) = rest.split_at_checked(count.div_ceil(DIVISORS))?;
        Some(Program { times, divisors, pieces, zero: head & ZERO != 0 })
    }

    /// The words of a long program.
    fn behind(&self, [start, ..]: &[u64; 6]) -> Option<&[u64]> {
        self.far.get(usize::try_from(*start).ok()?..)
    }

    /// Hands the masses of a line, the first of which stands at `first`, to the views.
    #[inline]
    pub(super) fn wait(&self, at: u32, (row, first): (u32, u32), views: &mut [Strips]) {
        let Some(program) = self.program(at) else { return };
        let mut views = views.iter_mut();
        let mut view = views.next();
        let mut mass = first;
        for word in program.pieces {
            let Some(strips) = view.as_mut() else { return };
            let piece = u32::try_from(word & 0xffff_ffff).unwrap_or(0);
            let count = u16::try_from(word >> 32 & 0xffff).unwrap_or(0);
            strips.wait(row, piece, (mass, count));
            mass = mass.wrapping_add(u32::from(count));
            if word & LAST != 0 {
                mass = first;
                view = views.next();
            }
        }
    }

    /// What lines tell of a program's answer.
    pub(super) fn kept(&self, at: u32) -> Option<&Kept> {
        self.kept.as_ref()?.get(long(at))
    }

    /// What the rows of a program's answer are to documents; `None` where rows name none.
    pub(super) fn kind(&self, at: u32) -> Option<Kind> {
        self.kinds.as_ref()?.get(long(at)).copied()
    }

    /// Counts a row that had an answer.
    #[inline]
    pub(super) fn count(&mut self, at: u32, row: impl FnOnce() -> u64) {
        let Some(Line([rows, ..])) = self.lines.get_mut(long(at)) else { return };
        *rows = rows.wrapping_add(1);
        if *rows == 1
            && let Some(entry) = self.entries.get_mut(long(at))
        {
            entry.first_row = row();
        }
    }

    /// How many pieces of memory the answers take, roughly.
    pub(super) fn size(&self) -> usize {
        self.entries.len().max(self.far.len() >> 4)
    }

    /// Tells the tally how many lines had which answer.
    pub(super) fn settle(&mut self, tally: &mut Tally) -> Result<(), Error> {
        for (entry, Line([rows, ..])) in self.entries.iter().zip(&mut self.lines) {
            let rows = core::mem::take(rows);
            if rows == 0 {
                continue;
            }
            let notes = part(&self.notes, entry.notes).iter().map(|note| long(*note));
            let factors = part(&self.factors, entry.factors).iter().copied();
            let activity = self.activities.get(long(entry.activity)).map_or("", |name| &**name);
            tally.lines(activity, notes, factors, (rows, entry.first_row));
        }
        Ok(())
    }
}
