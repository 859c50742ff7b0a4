//! Handing over lines in the order of the file.

use std::collections::HashMap;

use super::answers::Answers;
use crate::activity::{Field, Record};
use crate::error::Error;
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::inventory::compute::EachLine;
use crate::inventory::line::{Answer, Line};
use crate::inventory::options::Options;
use crate::inventory::resolve::Resolved;
use crate::number::Mass;
use crate::place::Place;

/// Who wants the lines, if anybody does.
pub(super) struct Lines<'l, 'e>(pub(super) Option<&'l mut EachLine<'e>>);

impl Lines<'_, '_> {
    /// Hands over a line that was worked out for its row.
    pub(super) fn worked_out(
        &mut self,
        (record, row): (&Record, u64),
        resolved: &Resolved,
        catalog: &Catalog,
        masses: &[(u16, Gas, Mass)],
    ) -> Result<(), Error> {
        let Some(each_line) = &mut self.0 else { return Ok(()) };
        let answer = Answer::Worked(resolved);
        each_line(&Line { record, row, region: &resolved.region, answer, catalog, masses })
    }
}

/// What is needed to hand over a line whose answer is shared.
#[derive(Debug, Default)]
pub(super) struct Teller {
    masses: Vec<(u16, Gas, Mass)>,
    /// Places as rows name them, and as they are known.
    places: HashMap<Box<str>, Box<str>>,
}

/// Spellings of places that are remembered.
const PLACES: usize = 10_000;

impl Teller {
    /// Hands over a line with the masses that begin with its own.
    pub(super) fn tell(
        &mut self,
        lines: &mut Lines<'_, '_>,
        (record, row): (&Record, u64),
        (answers, program, masses): (&Answers, u32, &[u128]),
        (catalog, options): (&Catalog, &Options),
    ) -> Result<(), Error> {
        let Some((each_line, kept)) = lines.0.as_mut().zip(answers.kept(program)) else { return Ok(()) };
        let mass = |mass: &u128| i128::try_from(*mass).map_or(Mass::ZERO, Mass::from_units);
        self.masses.clear();
        self.masses
            .extend(kept.gases.iter().zip(masses).map(|((leg, gas), units)| (*leg, *gas, mass(units))));
        let said = record.get(Field::Region);
        if !self.places.contains_key(said) {
            let place = match (said, &options.region) {
                ("", Some(region)) => Some(region.clone()),
                (text, _) => Place::parse(text).ok(),
            };
            if self.places.len() >= PLACES {
                self.places.clear();
            }
            self.places.insert(said.into(), place.as_ref().map_or("", Place::as_str).into());
        }
        let (region, answer) = (self.places.get(said).map_or("", |place| place), Answer::Kept(kept));
        each_line(&Line { record, row, region, answer, catalog, masses: &self.masses })
    }
}
