//! Sums in one long row of integers: a strip for each cell and each list of gases that falls into it.

use std::collections::HashMap;

use super::pairs::Pairs;
use super::sources::Sources;
use crate::error::Error;
use crate::inventory::dimension::Dimension;
use crate::inventory::tally::{Piece, Tally, Values};
use crate::number::Mass;

/// The strips of one view.
#[derive(Debug, Default)]
pub(super) struct Strips {
    /// Dimensions whose values come from the row; the others come from its answer.
    own: Vec<Dimension>,
    /// Several values of a row as one number, and back.
    folds: Vec<Pairs>,
    folded: Vec<Vec<u32>>,
    pieces: Vec<Piece>,
    numbers: HashMap<Piece, u32>,
    /// The strip for a row's values and a piece: where it starts.
    strips: Pairs,
    /// The number of lines, then a mass for each slot of the piece; behind them zeros to the end of the line.
    sums: Vec<Line>,
    /// What the rows at hand add.
    waiting: Vec<Waiting>,
    /// The values of the rows at hand, each row's as one number.
    values: Vec<u32>,
    /// What sums said that were read only to have them near.
    fetched: i128,
}

/// Numbers in a piece of the memory as the processor fetches it: most strips are one.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Line([i128; 4]);

/// Masses of one line that fall into one strip.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    /// The row among those at hand; then where the strip starts.
    at: u32,
    piece: u32,
    /// Where the masses start, and how many there are.
    first: u32,
    count: u16,
}

impl Strips {
    pub(super) fn new(by: &[Dimension], of_row: impl Fn(Dimension) -> bool) -> Strips {
        let own: Vec<Dimension> = by.iter().copied().filter(|dimension| of_row(*dimension)).collect();
        let folds = own.iter().skip(1).map(|_| Pairs::default()).collect();
        Strips { own, folds, ..Strips::default() }
    }

    /// How many strips there are.
    pub(super) fn len(&self) -> usize {
        self.strips.len()
    }

    /// The number of a piece.
    pub(super) fn piece(&mut self, piece: Piece) -> u32 {
        if let Some(known) = self.numbers.get(&piece) {
            return *known;
        }
        let number = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
        self.pieces.push(piece.clone());
        self.numbers.insert(piece, number);
        number
    }

    /// Takes the values of the rows at hand.
    pub(super) fn read(&mut self, sources: &Sources, rows: usize) {
        let mut values = core::mem::take(&mut self.values);
        values.clear();
        let mut own = self.own.iter().map(|dimension| sources.values(*dimension));
        match own.next() {
            None => values.resize(rows, 0),
            Some(first) => values.extend_from_slice(first),
        }
        let rest: Vec<&[u32]> = own.collect();
        for (at, more) in rest.into_iter().enumerate() {
            for (left, &right) in values.iter_mut().zip(more) {
                *left = match self.folds.get(at).and_then(|fold| fold.get(*left, right)) {
                    Some(known) => known,
                    None => self.learn(at, *left, right),
                };
            }
        }
        self.values = values;
    }

    #[cold]
    fn learn(&mut self, at: usize, left: u32, right: u32) -> u32 {
        let mut values = match at.checked_sub(1) {
            None => vec![left],
            Some(_) => self.unfold(left),
        };
        values.push(right);
        let number = u32::try_from(self.folded.len()).unwrap_or(u32::MAX);
        self.folded.push(values);
        if let Some(fold) = self.folds.get_mut(at) {
            fold.insert(left, right, number);
        }
        number
    }

    fn unfold(&self, folded: u32) -> Vec<u32> {
        if self.own.len() <= 1 {
            return vec![folded];
        }
        usize::try_from(folded).ok().and_then(|at| self.folded.get(at)).cloned().unwrap_or_default()
    }

    /// Lets masses of a row at hand that fall into a piece wait until all are known.
    #[inline]
    pub(super) fn wait(&mut self, at: u32, piece: u32, (first, count): (u32, u16)) {
        self.waiting.push(Waiting { at, piece, first, count });
    }

    /// Adds what waits; `None` if a sum runs over.
    ///
    /// First all strips are found, then all masses added: memory that is far away is waited for many times at once.
    pub(super) fn pour(&mut self, masses: &[u128]) -> Option<()> {
        let mut waiting = core::mem::take(&mut self.waiting);
        for part in &mut waiting {
            let row = usize::try_from(part.at).ok().and_then(|at| self.values.get(at)).copied().unwrap_or(0);
            part.at = match self.strips.get(row, part.piece) {
                Some(start) => start,
                None => self.open(row, part.piece),
            };
        }
        self.fetched ^= waiting.iter().fold(0, |seen, part| {
            let line = usize::try_from(part.at).ok().and_then(|at| self.sums.get(at));
            seen ^ line.map_or(0, |Line([lines, ..])| *lines)
        });
        for part in waiting.drain(..) {
            let strip = self.sums.get_mut(usize::try_from(part.at).ok()?..)?;
            let (Line([lines, near @ ..]), far) = strip.split_first_mut()?;
            *lines = lines.wrapping_add(1);
            let own = masses.get(usize::try_from(part.first).ok()?..)?.get(..usize::from(part.count))?;
            match own.split_at_checked(near.len()) {
                None => add(near, own)?,
                Some((own, more)) => {
                    add(near, own)?;
                    let mut far = far.iter_mut().zip(more.chunks(4));
                    far.try_for_each(|(Line(sums), own)| add(sums, own))?;
                }
            }
        }
        self.waiting = waiting;
        Some(())
    }

    #[cold]
    fn open(&mut self, row: u32, piece: u32) -> u32 {
        let start = self.sums.len();
        let slots =
            usize::try_from(piece).ok().and_then(|at| self.pieces.get(at)).map_or(0, |piece| piece.1.len());
        let lines = slots.saturating_add(1).div_ceil(4);
        self.sums.resize(start.saturating_add(lines), Line::default());
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        self.strips.insert(row, piece, start);
        start
    }

    /// Moves all sums into the tally's view, and into its total if this view is the one that says it.
    pub(super) fn settle(&mut self, tally: &mut Tally, view: usize, total: bool) -> Result<(), Error> {
        let strips = core::mem::take(&mut self.strips);
        for (row, piece, start) in strips.iter() {
            let Some((values, slots)) = usize::try_from(piece).ok().and_then(|at| self.pieces.get(at)) else {
                continue;
            };
            let mut values: Values = *values;
            for (dimension, value) in self.own.iter().zip(self.unfold(row)) {
                if let Some(slot) = values.get_mut(dimension.index()) {
                    *slot = value;
                }
            }
            let strip = usize::try_from(start).ok().and_then(|at| self.sums.get(at..)).unwrap_or_default();
            let mut numbers = strip.iter().flat_map(|Line(numbers)| *numbers);
            let lines = u64::try_from(numbers.next().unwrap_or(0)).unwrap_or(0);
            let masses = || slots.iter().copied().zip(numbers.clone().map(Mass::from_units));
            tally.deposit(view, &values, lines, masses())?;
            if total {
                tally.deposit_total(masses())?;
            }
        }
        self.sums.clear();
        Ok(())
    }

    /// Forgets pieces and values; what was added must be settled before.
    pub(super) fn forget(&mut self) {
        let own = core::mem::take(&mut self.own);
        *self = Strips::new(&own, |_| true);
    }
}

#[inline]
fn add(sums: &mut [i128], masses: &[u128]) -> Option<()> {
    for (sum, mass) in sums.iter_mut().zip(masses) {
        *sum = sum.checked_add(i128::try_from(*mass).ok()?)?;
    }
    Some(())
}
