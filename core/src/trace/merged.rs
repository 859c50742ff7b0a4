//! Cells of a workbook that are shown as one over several rows: a day or a document above the lines that it is said of.

use std::collections::BTreeMap;

use super::field::Field;
use super::intake::Held;
use crate::error::Error;
use crate::sheet::{Merge, Workbook};

/// Merged cells of one column, and what the first of them holds.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Last row by column, counted from 0, and first row.
    ranges: BTreeMap<(usize, u64), u64>,
    held: BTreeMap<usize, (String, Held)>,
}

/// What a merged cell above says of a row.
pub(super) enum Above<'m> {
    /// The same for each of its rows.
    Same(&'m str, Held),
    /// One amount for all of them together.
    Together,
}

impl Merged {
    /// The merged cells of a sheet. They stand behind its rows, so that it is read for them first.
    ///
    /// # Errors
    /// Those of reading the sheet.
    pub(super) fn of(book: &Workbook, at: usize) -> Result<Merged, Error> {
        let mut rows = book.rows(at)?;
        rows.by_ref().try_for_each(|row| row.map(drop))?;
        let down =
            |merge: &&Merge| merge.first_column == merge.last_column && merge.first_row < merge.last_row;
        let ranges = rows.merges().iter().filter(down).filter_map(|merge| {
            let column = usize::try_from(merge.first_column.checked_sub(1)?).ok()?;
            Some(((column, merge.first_row.into()), merge.last_row.into()))
        });
        Ok(Merged { ranges: ranges.collect(), held: BTreeMap::new() })
    }

    /// What a merged cell says of a row whose own cell holds nothing. The first row of one says it and is remembered.
    pub(super) fn above(
        &mut self,
        field: Field,
        (column, row): (usize, u64),
        own: (&str, Held),
    ) -> Option<Above<'_>> {
        let ((of, first), last) = self.ranges.range(..=(column, row)).next_back()?;
        if *of != column || *last < row {
            return None;
        }
        if *first == row {
            self.held.insert(column, (own.0.to_owned(), own.1));
            return None;
        }
        if matches!(field, Field::Quantity | Field::Received | Field::Issued | Field::Balance | Field::Carbon)
        {
            return self
                .held
                .get(&column)
                .is_some_and(|(text, _)| !text.is_empty())
                .then_some(Above::Together);
        }
        self.held.get(&column).map(|(text, held)| Above::Same(text, *held))
    }
}
