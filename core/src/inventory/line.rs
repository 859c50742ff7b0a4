//! One computed line, as it is handed to whoever wants every line (audit files, tests).

use core::fmt;
use std::borrow::Cow;

use crate::activity::{Field, Record};
use crate::error::Error;
use crate::factor::{Catalog, Choice, FactorIndex};
use crate::gas::Gas;
use crate::number::{Amount, Mass, Ratio};
use crate::period::Period;
use crate::scope::{Account, Category};
use crate::unit::Unit;

use super::effects::{Effects, Part};
use super::options::Options;
use super::resolve::Resolved;

/// One mass that a line adds, and where it is added.
#[derive(Clone, Copy, Debug)]
pub struct LineMass<'a> {
    /// The account.
    pub account: Account,
    /// The category within the account's scope.
    pub category: Category,
    /// The factor, as `pack/factor`.
    pub factor: &'a str,
    /// The gas.
    pub gas: Gas,
    /// Its mass.
    pub mass: Mass,
}

/// A counted row with the masses that it adds.
pub struct Line<'a> {
    /// Row number as a spreadsheet counts it, with the offset of the part.
    pub row: u64,
    pub(super) said: &'a dyn Said,
    pub(super) region: &'a str,
    pub(super) answer: Answer<'a>,
    pub(super) catalog: &'a Catalog,
    pub(super) masses: Masses<'a>,
}

/// The masses of a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Masses<'a> {
    /// Each with its leg and gas.
    Told(&'a [(u16, Gas, Mass)]),
    /// As integer counts, in the order of the answer's gases.
    Units(&'a [u128]),
}

impl<'a> Masses<'a> {
    /// Those of the one kind, and those of the other.
    fn lists(self) -> (&'a [(u16, Gas, Mass)], &'a [u128]) {
        match self {
            Masses::Told(told) => (told, &[]),
            Masses::Units(units) => (&[], units),
        }
    }
}

fn mass(units: &u128) -> Mass {
    i128::try_from(*units).map_or(Mass::ZERO, Mass::from_units)
}

impl fmt::Debug for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not all that a row rests on: small builds would carry how to write it.
        let (row, activity, region) = (self.row, self.activity(), self.region());
        f.debug_struct("Line")
            .field("row", &row)
            .field("activity", &activity)
            .field("region", &region)
            .finish_non_exhaustive()
    }
}

/// The row itself, however it was read.
pub(super) trait Said {
    /// As [`Record::get`].
    fn get(&self, field: Field) -> Cow<'_, str>;
    /// As [`Record::period`].
    fn period(&self) -> Period;
    /// As [`Record::quantity`].
    fn quantity(&self) -> Amount;
}

impl Said for Record {
    fn get(&self, field: Field) -> Cow<'_, str> {
        Cow::Borrowed(self.get(field))
    }

    fn period(&self) -> Period {
        self.period()
    }

    fn quantity(&self) -> Amount {
        self.quantity()
    }
}

/// What a line shares with other rows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer<'a> {
    /// As it was worked out for the row.
    Worked(&'a Resolved),
    /// As far as lines tell of it, and its number.
    Kept(&'a Kept, AnswerNumber),
}

/// Lines with the same number share everything but the row itself, its place and its masses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AnswerNumber {
    /// Numbers start anew when answers are forgotten.
    pub(crate) epoch: u64,
    pub(crate) number: u32,
}

/// What lines tell of an answer, beside their place.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    activity: Box<str>,
    category: Category,
    entity: Box<str>,
    marks: Box<str>,
    legs: Vec<(Account, Category, FactorIndex)>,
    /// The leg and the gas of each mass.
    gases: Vec<(u16, Gas)>,
}

impl Kept {
    pub(super) fn new(resolved: &Resolved) -> Kept {
        let legs = resolved.legs.iter();
        let gases = (0u16..)
            .zip(&resolved.legs)
            .flat_map(|(at, leg)| leg.gases.iter().map(move |(gas, _)| (at, *gas)));
        Kept {
            activity: resolved.activity.clone(),
            category: resolved.category,
            entity: resolved.entity.clone(),
            marks: resolved.marks.clone(),
            legs: legs.map(|leg| (leg.account, leg.category, leg.choice.factor)).collect(),
            gases: gases.collect(),
        }
    }
}

impl Answer<'_> {
    fn leg(&self, at: u16) -> Option<(Account, Category, FactorIndex)> {
        match self {
            Answer::Worked(resolved) => {
                let leg = resolved.legs.get(usize::from(at))?;
                Some((leg.account, leg.category, leg.choice.factor))
            }
            Answer::Kept(kept, _) => kept.legs.get(usize::from(at)).copied(),
        }
    }
}

impl Line<'_> {
    /// The text of a field: without surrounding spaces, composed (NFC); empty if the file has no such column. Identifier, site,
    /// supplier, product and the words that decide the factor are at hand; for others the row is read again.
    pub fn get(&self, field: Field) -> Cow<'_, str> {
        self.said.get(field)
    }

    /// The days that the quantity covers.
    pub fn period(&self) -> Period {
        self.said.period()
    }

    /// The quantity; negative only in a correction.
    pub fn quantity(&self) -> Amount {
        self.said.quantity()
    }

    /// Identifier of the activity.
    pub fn activity(&self) -> &str {
        match self.answer {
            Answer::Worked(resolved) => &resolved.activity,
            Answer::Kept(kept, _) => &kept.activity,
        }
    }

    /// The category of the row; a mass may belong to another one ([`LineMass::category`]).
    pub fn category(&self) -> Category {
        match self.answer {
            Answer::Worked(resolved) => resolved.category,
            Answer::Kept(kept, _) => kept.category,
        }
    }

    /// Codes of the fallbacks and disclosures that touch the line (`PROXY_YEAR`, `NO_RESIDUAL_MIX` …), separated by
    /// spaces; empty if there are none.
    pub fn marks(&self) -> &str {
        match self.answer {
            Answer::Worked(resolved) => &resolved.marks,
            Answer::Kept(kept, _) => &kept.marks,
        }
    }

    /// Where it happened.
    pub fn region(&self) -> &str {
        self.region
    }

    /// Legal entity of the organisation; empty without one.
    pub fn entity(&self) -> &str {
        match self.answer {
            Answer::Worked(resolved) => &resolved.entity,
            Answer::Kept(kept, _) => &kept.entity,
        }
    }

    /// The name of a gas.
    pub fn gas_name(&self, gas: Gas) -> &str {
        &self.catalog.gases().info(gas).name
    }

    /// What the line adds to the figures of its inventory, whose options are given.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn effects(&self, options: &Options) -> Result<Effects, Error> {
        Effects::of(self.parts(options).zip(self.amounts()))
    }

    /// For each mass of the line which figure it adds to, and how.
    pub(crate) fn parts(&self, options: &Options) -> impl Iterator<Item = Part> {
        self.each().filter_map(|(leg, gas, _)| {
            let (account, ..) = self.answer.leg(leg)?;
            Some(Part::new(account, gas, self.catalog.gases(), options))
        })
    }

    /// The masses alone.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = Mass> {
        let (told, units) = self.masses.lists();
        told.iter().map(|(.., mass)| *mass).chain(units.iter().map(mass))
    }

    /// Leg, gas and mass.
    fn each(&self) -> impl Iterator<Item = (u16, Gas, Mass)> {
        let (told, units) = self.masses.lists();
        let gases = match self.answer {
            Answer::Kept(kept, _) => &*kept.gases,
            Answer::Worked(_) => &[],
        };
        let kept = gases.iter().zip(units).map(|((leg, gas), units)| (*leg, *gas, mass(units)));
        told.iter().copied().chain(kept)
    }

    /// Which lines this one shares its answer with, if that is known.
    pub(crate) fn answer_number(&self) -> Option<AnswerNumber> {
        match self.answer {
            Answer::Worked(_) => None,
            Answer::Kept(_, number) => Some(number),
        }
    }

    /// The emission factors of the line, as `pack/factor`; each once.
    pub fn factors(&self) -> impl Iterator<Item = &str> {
        let legs = (0u16..).map_while(|at| self.answer.leg(at)).map(|(.., factor)| factor);
        let mut seen: Option<FactorIndex> = None;
        // Accounts that share a factor stand side by side.
        let news = legs.filter(move |factor| seen.replace(*factor) != Some(*factor));
        news.map(|factor| &*self.catalog.factor(factor).id)
    }

    /// Everything that the line adds.
    pub fn masses(&self) -> impl Iterator<Item = LineMass<'_>> {
        self.each().filter_map(|(leg, gas, mass)| {
            let (account, category, factor) = self.answer.leg(leg)?;
            let factor = &*self.catalog.factor(factor).id;
            Some(LineMass { account, category, factor, gas, mass })
        })
    }
}

/// A line with all that was worked out for it.
#[derive(Debug)]
pub(crate) struct WholeLine<'a> {
    pub(super) line: Line<'a>,
    pub(crate) record: &'a Record,
    pub(super) resolved: &'a Resolved,
}

impl<'a> core::ops::Deref for WholeLine<'a> {
    type Target = Line<'a>;

    fn deref(&self) -> &Line<'a> {
        &self.line
    }
}

impl WholeLine<'_> {
    /// Which answer of the run the line shares with other rows: rows with the same pair have the same
    /// [`WholeLine::legs`].
    pub(crate) fn answer(&self) -> (u64, usize) {
        (self.resolved.generation, self.resolved.serial)
    }

    /// For each of [`Line::masses`], the position of its leg in [`WholeLine::legs`].
    pub(crate) fn legs_of_masses(&self) -> impl Iterator<Item = usize> {
        self.line.each().map(|(leg, ..)| usize::from(leg))
    }

    /// The unit of the quantity.
    pub(crate) fn unit(&self) -> &Unit {
        &self.resolved.unit
    }

    /// What the quantity is multiplied by, account by account, and the share of the organisation in it.
    pub(crate) fn legs(&self) -> impl Iterator<Item = (Account, Category, &Choice, Ratio)> {
        self.resolved.legs.iter().map(|leg| {
            // An organisation gives a leg one share.
            let share = leg.shares.iter().find(|share| share.kind == "share");
            (leg.account, leg.category, &leg.choice, share.map_or(Ratio::ONE, |share| share.ratio))
        })
    }
}
