//! What rows that say the same are multiplied by: accounts, gases, notes.

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Choice, FactorIndex, Text};
use crate::gas::Gas;
use crate::inventory::scope2::Cover;
use crate::method::Method;
use crate::number::{Multiplier, Ratio};
use crate::scope::{Account, Category};
use crate::unit::{PriceLevel, Unit};

/// One account's part of a line: the gases of one factor.
#[derive(Debug)]
pub(in crate::inventory) struct Leg {
    pub(in crate::inventory) account: Account,
    /// Where the leg is reported: the row's own category, or another one that the row's activity brings with it.
    pub(in crate::inventory) category: Category,
    pub(in crate::inventory) choice: Choice,
    pub(in crate::inventory) gases: Vec<(Gas, Multiplier)>,
    /// Parts of the row that the leg is for, in the order in which they are multiplied after the steps.
    pub(in crate::inventory) shares: Vec<Share>,
    /// The multipliers before the share of the organisation, in the order of the gases; empty without one.
    pub(in crate::inventory) whole: Vec<Multiplier>,
}

/// An exact part of a row, and why only this part counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::inventory) struct Share {
    /// `share`: of the organisation; `losses`: lost on the way for one unit that arrived; `covered`, `uncovered`: by an
    /// instrument, or by none.
    pub(in crate::inventory) kind: &'static str,
    pub(in crate::inventory) ratio: Ratio,
    pub(in crate::inventory) about: Box<str>,
    /// The row of a pack that the part stands in.
    pub(in crate::inventory) factor: Option<FactorIndex>,
}

impl Leg {
    pub(in crate::inventory) fn new(account: Account, category: Category, choice: Choice) -> Leg {
        let mut leg =
            Leg { account, category, choice, gases: Vec::new(), shares: Vec::new(), whole: Vec::new() };
        leg.ready();
        leg
    }

    /// Multiplies everything by a part of the row.
    pub(in crate::inventory) fn take(&mut self, share: Share) -> Result<(), Error> {
        for (_, coefficient) in &mut self.choice.coefficients {
            *coefficient = coefficient.times(share.ratio)?;
        }
        self.shares.push(share);
        self.ready();
        Ok(())
    }

    /// Makes the multipliers anew after the coefficients changed.
    pub(in crate::inventory) fn ready(&mut self) {
        let coefficients = self.choice.coefficients.iter();
        self.gases = coefficients.map(|(gas, coefficient)| (*gas, Multiplier::new(coefficient))).collect();
    }
}

/// A fallback or disclosure that applies to every row with this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::inventory) struct NoteText {
    pub(in crate::inventory) code: Code,
    pub(in crate::inventory) about: Text,
    pub(in crate::inventory) message: Box<str>,
}

/// What rows that say the same are multiplied by.
#[derive(Debug)]
pub(in crate::inventory) struct Resolved {
    pub(in crate::inventory) activity: Box<str>,
    pub(in crate::inventory) category: Category,
    pub(in crate::inventory) region: Box<str>,
    /// Legal entity of the organisation; empty without one.
    pub(in crate::inventory) entity: Box<str>,
    pub(in crate::inventory) unit: Unit,
    /// The calculation method that the row names.
    pub(in crate::inventory) method: Option<&'static Method>,
    /// The price level of the money that the factor is per.
    pub(in crate::inventory) priced: Option<PriceLevel>,
    pub(in crate::inventory) legs: Vec<Leg>,
    pub(in crate::inventory) notes: Vec<NoteText>,
    /// What somebody should look at in every row with this answer.
    pub(in crate::inventory) warnings: Faults,
    /// How instruments cover the row, where there is a register of them.
    pub(in crate::inventory) cover: Option<Cover>,
    /// The codes of the notes, each once, for the line's own record.
    pub(in crate::inventory) marks: Box<str>,
    /// Position in the order of first use within a generation; the tally keeps its own data by it.
    pub(in crate::inventory) serial: usize,
    /// How often the memory of answers was dropped before: numbers start anew each time, so that neither this memory
    /// nor the tally's grows with the rows where every row says something of its own (a calorific value, say).
    pub(in crate::inventory) generation: u64,
}

/// A row that cannot be computed: every fault with the column that it is about.
pub(in crate::inventory) type Faults = Vec<(Field, Error)>;

/// The factors and properties that a leg rests on.
pub(in crate::inventory) fn rests_on(leg: &Leg) -> impl Iterator<Item = FactorIndex> {
    let properties = leg.choice.steps.iter().filter_map(|step| match step {
        crate::factor::Step::Property { factor, .. } => Some(*factor),
        crate::factor::Step::Term { factor, .. } | crate::factor::Step::Move { factor, .. } => *factor,
        _ => None,
    });
    let shares = leg.shares.iter().filter_map(|share| share.factor);
    core::iter::once(leg.choice.factor).chain(properties).chain(shares)
}
