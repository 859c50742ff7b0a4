//! Pairs of numbers to a number: a table with linear steps and no deletion.

/// What no pair is.
const EMPTY: u64 = u64::MAX;

/// Numbers by pairs of numbers, of which not both are the largest.
#[derive(Debug)]
pub(super) struct Pairs {
    slots: Vec<(u64, u32)>,
    count: usize,
}

impl Default for Pairs {
    fn default() -> Pairs {
        Pairs { slots: vec![(EMPTY, 0); 64], count: 0 }
    }
}

impl Pairs {
    fn place(&self, pair: u64) -> usize {
        let hash = pair.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let bits = self.slots.len().checked_ilog2().unwrap_or(0);
        usize::try_from((hash ^ (hash >> 29)).unbounded_shr(64u32.wrapping_sub(bits))).unwrap_or(0)
    }

    /// The number of a pair.
    #[inline]
    pub(super) fn get(&self, left: u32, right: u32) -> Option<u32> {
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

    /// Takes in a pair that is not there yet.
    #[cold]
    pub(super) fn insert(&mut self, left: u32, right: u32, number: u32) {
        if self.count.saturating_mul(8) >= self.slots.len().saturating_mul(5) {
            let larger = vec![(EMPTY, 0); self.slots.len().saturating_mul(2)];
            for (pair, number) in core::mem::replace(&mut self.slots, larger) {
                if pair != EMPTY {
                    self.put(pair, number);
                }
            }
        }
        self.count = self.count.saturating_add(1);
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

    /// How many pairs there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// All pairs with their numbers, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        let halves = |pair: u64| {
            (u32::try_from(pair >> 32).unwrap_or(0), u32::try_from(pair & u64::from(u32::MAX)).unwrap_or(0))
        };
        self.slots.iter().filter(|(pair, _)| *pair != EMPTY).map(move |(pair, number)| {
            let (left, right) = halves(*pair);
            (left, right, *number)
        })
    }
}
