//! From the words and days of rows to one number each: rows with the same number have the same answer, but for the unit.
//!
//! A row's number starts with that of its days; column by column it becomes the number of the pair of itself and the
//! column's word.

use super::pairs::Pairs;
use super::places::Places;
use crate::activity::{Columns, ODD, Words};
use crate::factor::Catalog;
use crate::inventory::options::Options;

/// Columns that answers depend on, with the numbers of pairs.
#[derive(Debug)]
pub(super) struct Keys {
    columns: Vec<(usize, Pairs)>,
    /// Columns of activity and place, where places count by their factors only.
    region: Option<(usize, usize)>,
    places: Places,
}

impl Keys {
    /// Keys of the named columns of words.
    pub(super) fn new(columns: Vec<usize>, region: Option<(usize, usize)>) -> Keys {
        Keys {
            columns: columns.into_iter().map(|column| (column, Pairs::default())).collect(),
            region,
            places: Places::default(),
        }
    }

    /// Turns the numbers of the rows' days into those of their keys; the first row stands at `start`.
    pub(super) fn fold(
        &mut self,
        numbers: &mut [u32],
        start: usize,
        (columns, words): (&Columns, &[Words]),
        given: (&Catalog, &Options),
    ) {
        let Keys { columns: keys, region, places } = self;
        for (column, pairs) in keys {
            let of = |column: usize| {
                columns.words.get(column).and_then(|all| all.get(start..)).unwrap_or_default()
            };
            let own = of(*column).iter().zip(numbers.iter_mut()).filter(|(_, number)| **number != ODD);
            match region.filter(|(_, region)| region == column) {
                None => own.for_each(|(word, number)| step(pairs, number, *word)),
                Some((activity, place)) => {
                    let text = |column: usize, number| {
                        words.get(column).map_or("", |words: &Words| words.text(number)).to_owned()
                    };
                    let rows = of(activity).iter().zip(of(place)).zip(numbers.iter_mut());
                    for ((&name, &word), number) in rows.filter(|(_, number)| **number != ODD) {
                        let texts = || (text(activity, name), text(place, word));
                        step(pairs, number, places.class((name, word), texts, given));
                    }
                }
            }
        }
    }

    /// Forgets all pairs.
    pub(super) fn forget(&mut self) {
        let columns = self.columns.iter().map(|(column, _)| *column).collect();
        *self = Keys::new(columns, self.region);
    }
}

#[inline]
fn step(pairs: &mut Pairs, number: &mut u32, word: u32) {
    *number = match pairs.get(*number, word) {
        Some(known) => known,
        None => {
            let next = u32::try_from(pairs.len()).unwrap_or(ODD);
            pairs.insert(*number, word, next);
            next
        }
    };
}
