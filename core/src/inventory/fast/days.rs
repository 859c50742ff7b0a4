//! The days of rows, by the words of their date columns.

use std::collections::HashMap;

use super::pairs::Pairs;
use crate::activity::{Columns, Field, ODD, Rows, Words};
use crate::factor::Catalog;
use crate::inventory::resolve::days;
use crate::inventory::tally::month;
use crate::period::Period;

/// Days that are not known yet.
const UNKNOWN: u32 = u32::MAX - 1;

/// A span of days that rows name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Spans of one class lie within the same stretches of validity.
    pub(super) class: u32,
    pub(super) month: u32,
    pub(super) period: Period,
}

/// What the words of dates mean.
#[derive(Debug)]
pub(super) struct Days {
    columns: Vec<usize>,
    folds: Vec<Pairs>,
    /// The number of a span by the number of its words.
    numbers: Vec<u32>,
    spans: Vec<Span>,
    classes: HashMap<(usize, usize, i32), u32>,
}

impl Days {
    /// Days that the named columns of words say.
    pub(super) fn new(columns: Vec<usize>) -> Days {
        Days {
            folds: columns.iter().skip(1).map(|_| Pairs::default()).collect(),
            columns,
            numbers: Vec::new(),
            spans: Vec::new(),
            classes: HashMap::new(),
        }
    }

    /// The span of a number.
    #[inline]
    pub(super) fn span(&self, number: u32) -> Option<Span> {
        self.spans.get(usize::try_from(number).ok()?).copied()
    }

    /// The number of a row's span, if there is nothing to remark about it.
    #[inline]
    pub(super) fn number(
        &mut self,
        at: usize,
        given: (&Columns, &[Words], &Rows),
        catalog: &Catalog,
    ) -> Option<u32> {
        let mut columns = self.columns.iter().filter_map(|column| given.0.words.get(*column)?.get(at));
        let mut folded = *columns.next()?;
        for (fold, number) in self.folds.iter_mut().zip(columns) {
            folded = match fold.get(folded, *number) {
                Some(known) => known,
                None => {
                    let next = u32::try_from(fold.len()).ok()?;
                    fold.insert(folded, *number, next);
                    next
                }
            };
        }
        let place = usize::try_from(folded).ok()?;
        let known = match self.numbers.get(place).copied() {
            Some(known) if known != UNKNOWN => known,
            _ => self.learn(place, at, given, catalog),
        };
        (known != ODD).then_some(known)
    }

    #[cold]
    fn learn(
        &mut self,
        place: usize,
        at: usize,
        (columns, words, rows): (&Columns, &[Words], &Rows),
        catalog: &Catalog,
    ) -> u32 {
        let said: Vec<(Field, &str)> = self
            .columns
            .iter()
            .filter_map(|column| {
                let words = words.get(*column)?;
                Some((words.field(), words.text(*columns.words.get(*column)?.get(at)?)))
            })
            .collect();
        let number = rows.days(&said).map_or(ODD, |period| {
            let next = u32::try_from(self.classes.len()).unwrap_or(0);
            let class = *self.classes.entry(days(catalog, period)).or_insert(next);
            self.spans.push(Span { class, month: month(period.start()), period });
            u32::try_from(self.spans.len()).unwrap_or(0).wrapping_sub(1)
        });
        if place >= self.numbers.len() {
            self.numbers.resize(place.saturating_add(1), UNKNOWN);
        }
        if let Some(slot) = self.numbers.get_mut(place) {
            *slot = number;
        }
        number
    }

    /// Forgets all words.
    pub(super) fn forget(&mut self) {
        *self = Days::new(core::mem::take(&mut self.columns));
    }
}
