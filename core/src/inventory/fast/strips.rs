//! Sums in one long row of integers: a strip for each cell and each list of gases that falls into it.

use std::collections::HashMap;

use super::pairs::Pairs;
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
    /// The number of lines, then a mass for each slot of the piece.
    sums: Vec<i128>,
}

impl Strips {
    pub(super) fn new(by: &[Dimension], of_row: impl Fn(Dimension) -> bool) -> Strips {
        let own: Vec<Dimension> = by.iter().copied().filter(|dimension| of_row(*dimension)).collect();
        let folds = own.iter().skip(1).map(|_| Pairs::default()).collect();
        Strips { own, folds, ..Strips::default() }
    }

    /// The dimensions whose values a row must give.
    pub(super) fn own(&self) -> &[Dimension] {
        &self.own
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

    /// A row's values as one number.
    #[inline]
    pub(super) fn fold(&mut self, mut values: impl Iterator<Item = u32>) -> u32 {
        let Some(mut folded) = values.next() else { return 0 };
        for (at, value) in values.enumerate() {
            folded = match self.folds.get(at).and_then(|fold| fold.get(folded, value)) {
                Some(known) => known,
                None => self.learn(at, folded, value),
            };
        }
        folded
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

    /// Adds the masses of one line that fall into a piece; `None` if a sum runs over.
    #[inline]
    pub(super) fn add(&mut self, row: u32, piece: u32, masses: &[u128]) -> Option<()> {
        let start = match self.strips.get(row, piece) {
            Some(start) => start,
            None => self.open(row, piece),
        };
        let start = usize::try_from(start).ok()?;
        let (lines, sums) = self.sums.get_mut(start..)?.split_first_mut()?;
        *lines = lines.wrapping_add(1);
        for (sum, mass) in sums.iter_mut().zip(masses) {
            *sum = sum.checked_add(i128::try_from(*mass).ok()?)?;
        }
        Some(())
    }

    #[cold]
    fn open(&mut self, row: u32, piece: u32) -> u32 {
        let start = self.sums.len();
        let slots =
            usize::try_from(piece).ok().and_then(|at| self.pieces.get(at)).map_or(0, |piece| piece.1.len());
        self.sums.resize(start.saturating_add(slots).saturating_add(1), 0);
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
            let Some((lines, sums)) =
                usize::try_from(start).ok().and_then(|at| self.sums.get(at..)?.split_first())
            else {
                continue;
            };
            let masses = || slots.iter().copied().zip(sums.iter().map(|sum| Mass::from_units(*sum)));
            tally.deposit(view, &values, u64::try_from(*lines).unwrap_or(0), masses())?;
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
