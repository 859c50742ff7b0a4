//! Putting lists in order with one sort for all types.
//!
//! The sorts of the standard library are compiled anew for every type and comparison, 3 to 5 kB each in the browser: a tenth
//! of the small build. Here positions are sorted, and the items moved to them. Where many thousands of items are put in order
//! (events, supply graphs, lots, samples) the standard library's sorts are faster and stay.

use core::cmp::Ordering;
use core::mem::replace;

/// Stable sorts of small lists.
pub(crate) trait Order<T> {
    /// As `sort_by`.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// As `sort_by_cached_key`.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord;
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let places = places(self.len(), &|a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        arrange(self, places);
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
        arrange(self, places);
    }

    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

/// Where the item of each place stands now. Not generic, nor inlined: it is there once.
#[inline(never)]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Moves every item to its place, around each circle of items that take each other's places.
fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..places.len() {
        let mut to = start;
        while let Some(place) = places.get_mut(to) {
            let from = replace(place, to);
            if from == start || from == to {
                break;
            }
            items.swap(to, from);
            to = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(items in proptest::collection::vec((0_u8..9, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            ours.order();
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);

            let (mut ours, mut theirs) = (items.clone(), items.clone());
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs, "equal keys stay in the order they had");

            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by(|a, b| b.0.cmp(&a.0));
            theirs.sort_by_key(|item| core::cmp::Reverse(item.0));
            prop_assert_eq!(&ours, &theirs);
        }
    }
}
