//! Pairs of small numbers to a number.
//!
//! Where the pairs lie close together they stand in a grid: one look, and little memory to wait for. The others stand in
//! a table with linear steps and no deletion.

/// What no pair is.
const EMPTY: u64 = u64::MAX;
/// What no number in the grid is.
const NONE: u32 = u32::MAX;
/// The grid is never wider than two to this power.
const WIDEST: u32 = 10;
/// Cells that the grid may have whatever is in it, and how many it may have for each pair.
const FREE: usize = 1 << 14;
const SPARSE: usize = 12;

/// The lower half.
fn low(value: u64) -> u32 {
    u32::try_from(value & u64::from(u32::MAX)).unwrap_or(0)
}

/// Numbers by pairs of numbers, of which not both are the largest.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Rows of `2^width` cells, one row for each left number.
    grid: Vec<u32>,
    width: u32,
    slots: Vec<(u64, u32)>,
    /// Pairs in the table, and all pairs.
    far: usize,
    count: usize,
}

impl Pairs {
    /// The number of a pair.
    #[inline]
    pub(super) fn get(&self, left: u32, right: u32) -> Option<u32> {
        let near = self.cell(left, right).and_then(|at| self.grid.get(at)).copied();
        near.filter(|number| *number != NONE).or_else(|| self.look(left, right))
    }

    /// Takes in a pair that is not there yet.
    #[cold]
    pub(super) fn insert(&mut self, left: u32, right: u32, number: u32) {
        self.count = self.count.saturating_add(1);
        self.grow(left, right);
        self.put_near_or_far(left, right, number);
    }

    /// How many pairs there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// All pairs with their numbers, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        let near =
            (0u64..).zip(&self.grid).filter(|(_, number)| **number != NONE).map(move |(at, number)| {
                let right = at & 1u64.wrapping_shl(self.width).wrapping_sub(1);
                (low(at >> self.width), low(right), *number)
            });
        let far = self.slots.iter().filter(|(pair, _)| *pair != EMPTY);
        near.chain(far.map(move |(pair, number)| (low(pair >> 32), low(*pair), *number)))
    }

    /// Where a pair stands in the grid, if the grid is wide enough.
    #[inline]
    fn cell(&self, left: u32, right: u32) -> Option<usize> {
        let right = u64::from(right);
        if right >> self.width != 0 {
            return None;
        }
        usize::try_from(u64::from(left) << self.width | right).ok()
    }

    /// Makes the grid large enough for a pair, if enough of it would be filled.
    fn grow(&mut self, left: u32, right: u32) {
        let width = self.width.max(u32::BITS.wrapping_sub(right.leading_zeros()));
        let rows = usize::try_from(left).unwrap_or(usize::MAX).saturating_add(1);
        let rows = rows.checked_next_power_of_two().unwrap_or(usize::MAX).max(self.grid.len() >> self.width);
        let cells = rows.saturating_mul(1usize.unbounded_shl(width));
        if width > WIDEST || cells > self.count.saturating_mul(SPARSE).max(FREE) || cells <= self.grid.len() {
            return;
        }
        let mut grid = vec![NONE; cells];
        let new = grid.chunks_exact_mut(1usize.unbounded_shl(width));
        for (new, old) in new.zip(self.grid.chunks_exact(1usize.unbounded_shl(self.width))) {
            new.iter_mut().zip(old).for_each(|(new, old)| *new = *old);
        }
        self.grid = grid;
        self.width = width;
        // What found no place before may have one now.
        self.far = 0;
        let slots = core::mem::take(&mut self.slots);
        for (pair, number) in slots.into_iter().filter(|(pair, _)| *pair != EMPTY) {
            let (left, right) = (low(pair >> 32), low(pair));
            self.put_near_or_far(left, right, number);
        }
    }

    fn put_near_or_far(&mut self, left: u32, right: u32, number: u32) {
        let cell = self.cell(left, right).filter(|_| number != NONE);
        match cell.and_then(|at| self.grid.get_mut(at)) {
            Some(cell) => *cell = number,
            None => self.put_far(left, right, number),
        }
    }

    /// The number of a pair that stands in the table.
    fn look(&self, left: u32, right: u32) -> Option<u32> {
        let pair = u64::from(left) << 32 | u64::from(right);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.place(pair);
        loop {
            let (known, number) = *self.slots.get(at)?;
            if known == pair {
                return Some(number);
            }
            if known == EMPTY {
                return None;
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    fn place(&self, pair: u64) -> usize {
        let hash = pair.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let bits = self.slots.len().checked_ilog2().unwrap_or(0);
        usize::try_from((hash ^ (hash >> 29)).unbounded_shr(64u32.wrapping_sub(bits))).unwrap_or(0)
    }

    fn put_far(&mut self, left: u32, right: u32, number: u32) {
        if self.far.saturating_mul(8) >= self.slots.len().saturating_mul(5) {
            let larger = vec![(EMPTY, 0); self.slots.len().saturating_mul(2).max(64)];
            for (pair, number) in core::mem::replace(&mut self.slots, larger) {
                if pair != EMPTY {
                    self.put(pair, number);
                }
            }
        }
        self.far = self.far.saturating_add(1);
        self.put(u64::from(left) << 32 | u64::from(right), number);
    }

    fn put(&mut self, pair: u64, number: u32) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.place(pair);
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.0 == EMPTY {
                *slot = (pair, number);
                return;
            }
            at = at.wrapping_add(1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Pairs;

    proptest! {
        #[test]
        fn pairs_are_found_again_near_and_far(
            near in prop::collection::vec((0u32..40, 0u32..300), 0..400),
            far in prop::collection::vec((any::<u32>(), any::<u32>().prop_map(|right| right >> 1)), 0..200),
            none in (any::<u32>(), 0u32..5),
        ) {
            let mut pairs = Pairs::default();
            let mut want = BTreeMap::new();
            for (number, (left, right)) in (0u32..).zip(near.into_iter().chain(far).chain([none])) {
                if want.contains_key(&(left, right)) {
                    prop_assert!(pairs.get(left, right).is_some());
                    continue;
                }
                prop_assert_eq!(pairs.get(left, right), None);
                // The largest number is a number, too.
                let number = if (left, right) == none { u32::MAX } else { number };
                pairs.insert(left, right, number);
                want.insert((left, right), number);
            }
            prop_assert_eq!(pairs.len(), want.len());
            for (&(left, right), number) in &want {
                prop_assert_eq!(pairs.get(left, right), Some(*number));
            }
            let all: BTreeMap<_, _> = pairs.iter().map(|(left, right, number)| ((left, right), number)).collect();
            prop_assert_eq!(all, want);
        }
    }
}
