//! Handing over lines in the order of the file.

use std::borrow::Cow;

use super::answers::Answers;
use crate::activity::{Columns, Field, Quantity, Record, Sheet, Words};
use crate::error::Error;
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::inventory::line::{Answer, AnswerNumber, Line, Masses, Said};
use crate::inventory::options::Options;
use crate::inventory::resolve::Resolved;
use crate::inventory::takers::Lines;
use crate::number::{Amount, Mass};
use crate::period::Period;
use crate::place::Place;

/// Hands over a line that was worked out for its row.
pub(super) fn worked_out(
    lines: &mut Lines<'_, '_>,
    (record, row): (&Record, u64),
    resolved: &Resolved,
    catalog: &Catalog,
    masses: &[(u16, Gas, Mass)],
) -> Result<(), Error> {
    let answer = Answer::Worked(resolved);
    let masses = Masses::Told(masses);
    lines.take(&Line { row, said: record, region: &resolved.region, answer, catalog, masses })
}

/// A row that stands in the columns of a block.
#[derive(Clone, Copy)]
pub(super) struct InColumns<'r> {
    pub(super) sheet: Sheet<'r>,
    pub(super) columns: &'r Columns,
    pub(super) words: &'r [Words],
    /// Its place in the block.
    pub(super) at: usize,
    pub(super) period: Period,
    pub(super) quantity: Quantity,
}

impl InColumns<'_> {
    /// The number of its word in a column of words.
    fn word(&self, column: usize) -> Option<u32> {
        self.columns.words.get(column)?.get(self.at).copied()
    }
}

impl Said for InColumns<'_> {
    fn get(&self, field: Field) -> Cow<'_, str> {
        match field {
            Field::Id => return Cow::Borrowed(self.sheet.id(self.at, self.columns)),
            Field::Evidence => return self.sheet.evidence(self.at, self.columns),
            _ => {}
        }
        let column = self.words.iter().position(|words| words.field() == field);
        if let Some((words, number)) = column.and_then(|at| self.words.get(at).zip(self.word(at))) {
            return Cow::Borrowed(words.text(number));
        }
        let mut record = Record::new();
        self.sheet.again(self.at, self.columns, &mut record, &mut self.sheet.rows.scan());
        Cow::Owned(record.get(field).to_owned())
    }

    fn period(&self) -> Period {
        self.period
    }

    fn quantity(&self) -> Amount {
        self.quantity.amount().unwrap_or(Amount::ZERO)
    }
}

/// What is needed to hand over a line whose answer is shared.
#[derive(Debug)]
pub(super) struct Teller {
    /// The column of places, if there is one.
    region: Option<usize>,
    /// Where rows without a place are; then places by the number of their word.
    default: Box<str>,
    places: Vec<Option<Box<str>>>,
    epoch: u64,
}

impl Teller {
    pub(super) fn new(region: Option<usize>, options: &Options) -> Teller {
        let default = options.region.as_ref().map_or("", Place::as_str).into();
        Teller { region, default, places: Vec::new(), epoch: 0 }
    }

    /// Forgets what words and answers mean: their numbers start anew.
    pub(super) fn forget(&mut self) {
        self.places.clear();
        self.epoch = self.epoch.saturating_add(1);
    }

    /// Hands over a line with its masses.
    pub(super) fn tell(
        &mut self,
        lines: &mut Lines<'_, '_>,
        (said, row): (&InColumns<'_>, u64),
        (answers, program, masses): (&Answers, u32, &[u128]),
        catalog: &Catalog,
    ) -> Result<(), Error> {
        let Some(kept) = answers.kept(program) else { return Ok(()) };
        self.learn_place(said);
        let number = AnswerNumber { epoch: self.epoch, number: program };
        let answer = Answer::Kept(kept, number);
        let masses = Masses::Units(masses);
        lines.take(&Line { row, said, region: self.place(said), answer, catalog, masses })
    }

    fn learn_place(&mut self, said: &InColumns<'_>) {
        let Some(number) = self.region.and_then(|column| said.word(column)) else { return };
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        if at >= self.places.len() {
            self.places.resize(at.saturating_add(1), None);
        }
        if let Some(place @ None) = self.places.get_mut(at) {
            let known = match &*said.get(Field::Region) {
                "" => self.default.clone(),
                text => Place::parse(text).map_or_else(|_| Box::default(), |place| place.as_str().into()),
            };
            *place = Some(known);
        }
    }

    fn place(&self, said: &InColumns<'_>) -> &str {
        let number = self.region.and_then(|column| said.word(column));
        let known = number.and_then(|number| self.places.get(usize::try_from(number).ok()?)?.as_deref());
        known.unwrap_or(&self.default)
    }
}
