//! What rows themselves say of the dimensions of views: the month, and words of columns as numbers of the tally.

use crate::activity::{Columns, ODD, Words};
use crate::inventory::Dimension;
use crate::inventory::tally::{TEXTS, Tally};

/// One dimension.
#[derive(Debug)]
struct Source {
    dimension: Dimension,
    /// The column of its words; the month has none.
    column: Option<usize>,
    /// The tally's numbers by those of the column.
    numbers: Vec<u32>,
    /// Of the rows at hand.
    values: Vec<u32>,
}

/// The dimensions that views divide by.
#[derive(Debug)]
pub(super) struct Sources(Vec<Source>);

impl Sources {
    /// Sources of the dimensions that are asked for.
    pub(super) fn new(asked: impl Fn(Dimension) -> bool, words: &[Words]) -> Sources {
        let texts = TEXTS.into_iter().map(|(dimension, field)| Source {
            dimension,
            column: words.iter().position(|words| words.field() == field),
            numbers: Vec::new(),
            values: Vec::new(),
        });
        let month =
            Source { dimension: Dimension::Month, column: None, numbers: Vec::new(), values: Vec::new() };
        Sources(texts.chain([month]).filter(|source| asked(source.dimension)).collect())
    }

    /// Reads the values of some rows, the first of which stands at `start`.
    pub(super) fn read(
        &mut self,
        start: usize,
        months: &[u32],
        (columns, words): (&Columns, &[Words]),
        tally: &mut Tally,
    ) {
        for source in &mut self.0 {
            source.values.clear();
            if source.dimension == Dimension::Month {
                source.values.extend_from_slice(months);
                continue;
            }
            let own = source.column.and_then(|column| columns.words.get(column)?.get(start..));
            let Some(own) = own else {
                source.values.resize(months.len(), tally.word(""));
                continue;
            };
            for word in own.iter().take(months.len()) {
                let place = usize::try_from(*word).unwrap_or(usize::MAX);
                let value = match source.numbers.get(place).copied() {
                    Some(known) if known != ODD => known,
                    // A row that is odd is none of these.
                    _ if *word == ODD => 0,
                    _ => {
                        let text = source
                            .column
                            .and_then(|column| words.get(column))
                            .map_or("", |words| words.text(*word));
                        learn(&mut source.numbers, place, tally.word(text))
                    }
                };
                source.values.push(value);
            }
        }
    }

    /// The values of a dimension.
    pub(super) fn values(&self, dimension: Dimension) -> &[u32] {
        self.0.iter().find(|source| source.dimension == dimension).map_or(&[], |source| &source.values)
    }

    /// Forgets the numbers of words.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().for_each(|source| source.numbers.clear());
    }
}

#[cold]
fn learn(numbers: &mut Vec<u32>, place: usize, word: u32) -> u32 {
    if place >= numbers.len() {
        numbers.resize(place.saturating_add(1), ODD);
    }
    if let Some(slot) = numbers.get_mut(place) {
        *slot = word;
    }
    word
}
