//! Rows of a graph with their amounts: what a process takes in, summed over its suppliers.

use core::hint::black_box;
use core::ops::Range;

use super::order::Topology;
use super::sum::{Scale, Sum, Weight};

/// How many rows ahead memory is asked for.
const AHEAD: usize = 8;

/// Flows with amounts of one width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a, W> {
    pub(super) topology: &'a Topology,
    /// The size of each amount, in the order of the topology's flows.
    pub(super) weights: &'a [W],
    /// Which amounts are credits; empty if none is.
    pub(super) credits: &'a [bool],
    pub(super) scale: Scale,
}

/// Supplier, size and sign of a flow.
pub(super) type Flow<W> = (u32, W, bool);

impl<W: Weight> Rows<'_, W> {
    /// The flows of the process at a place, without their signs.
    #[inline]
    fn sizes(&self, place: usize) -> impl Iterator<Item = (u32, W)> {
        let row = self.topology.row(place);
        let suppliers = self.topology.suppliers.get(row.clone()).unwrap_or_default();
        suppliers.iter().copied().zip(self.weights.get(row).unwrap_or_default().iter().copied())
    }

    /// The flows of the process at a place; true where the amount is a credit.
    pub(super) fn flows(&self, place: usize) -> impl Iterator<Item = Flow<W>> {
        let credits = self.credits.get(self.topology.row(place)).unwrap_or_default();
        let credits = credits.iter().copied().chain(core::iter::repeat(false));
        self.sizes(place).zip(credits).map(|((supplier, weight), credit)| (supplier, weight, credit))
    }

    /// Asks for the memory of counts that a later row needs, while an earlier one is summed.
    #[inline]
    pub(super) fn fetch(&self, place: usize, counts: &[u128]) {
        let ahead =
            self.topology.suppliers.get(self.topology.row(place.saturating_add(AHEAD))).unwrap_or_default();
        let count = |supplier: &u32| counts.get(super::at(*supplier)).copied().unwrap_or(0);
        black_box(ahead.iter().fold(0, |all, supplier| all ^ count(supplier)));
    }

    /// Sizes of amounts times counts of the suppliers.
    #[inline]
    pub(super) fn sum(&self, place: usize, counts: &[u128]) -> Sum {
        let mut sum = Sum::default();
        for (supplier, weight) in self.sizes(place) {
            weight.add_times(counts.get(super::at(supplier)).copied().unwrap_or(0), &mut sum);
        }
        sum
    }

    /// The same where amounts and counts have signs: what adds, and what takes away.
    pub(super) fn split(&self, place: usize, count: impl Fn(usize) -> [u128; 2]) -> [Sum; 2] {
        let [mut plus, mut minus] = [Sum::default(); 2];
        for (supplier, weight, credit) in self.flows(place) {
            let [more, less] = count(super::at(supplier));
            let (more, less) = if credit { (less, more) } else { (more, less) };
            weight.add_times(more, &mut plus);
            weight.add_times(less, &mut minus);
        }
        [plus, minus]
    }

    /// Whether a flow between the places is a credit.
    pub(super) fn has_credits(&self, places: &Range<usize>) -> bool {
        !self.credits.is_empty()
            && places.clone().any(|place| {
                self.flows(place).any(|(supplier, _, credit)| credit && places.contains(&super::at(supplier)))
            })
    }
}
