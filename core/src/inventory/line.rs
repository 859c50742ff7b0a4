//! One computed line, as it is handed to whoever wants every line (audit files, tests).

use crate::activity::Record;
use crate::factor::{Catalog, Choice};
use crate::gas::Gas;
use crate::number::{Mass, Ratio};
use crate::scope::{Account, Category};
use crate::unit::Unit;

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
#[derive(Debug)]
pub struct Line<'a> {
    /// The row as read.
    pub record: &'a Record,
    /// Row number as a spreadsheet counts it, with the offset of the part.
    pub row: u64,
    pub(super) resolved: &'a Resolved,
    pub(super) catalog: &'a Catalog,
    pub(super) masses: &'a [(u16, Gas, Mass)],
}

impl Line<'_> {
    /// Identifier of the activity.
    pub fn activity(&self) -> &str {
        &self.resolved.activity
    }

    /// The category of the row; a mass may belong to another one ([`LineMass::category`]).
    pub fn category(&self) -> Category {
        self.resolved.category
    }

    /// Codes of the fallbacks and disclosures that touch the line (`PROXY_YEAR`, `NO_RESIDUAL_MIX` …), separated by
    /// spaces; empty if there are none.
    pub fn marks(&self) -> &str {
        &self.resolved.marks
    }

    /// Where it happened.
    pub fn region(&self) -> &str {
        &self.resolved.region
    }

    /// Legal entity of the organisation; empty without one.
    pub fn entity(&self) -> &str {
        &self.resolved.entity
    }

    /// The name of a gas.
    pub fn gas_name(&self, gas: Gas) -> &str {
        &self.catalog.gases().info(gas).name
    }

    /// Everything that the line adds.
    pub fn masses(&self) -> impl Iterator<Item = LineMass<'_>> {
        self.masses.iter().filter_map(|(leg, gas, mass)| {
            let leg = self.resolved.legs.get(usize::from(*leg))?;
            let factor = &*self.catalog.factor(leg.choice.factor).id;
            Some(LineMass { account: leg.account, category: leg.category, factor, gas: *gas, mass: *mass })
        })
    }

    /// Which answer of the run the line shares with other rows: rows with the same pair have the same [`Line::legs`].
    pub(crate) fn answer(&self) -> (u64, usize) {
        (self.resolved.generation, self.resolved.serial)
    }

    /// For each of [`Line::masses`], the position of its leg in [`Line::legs`].
    pub(crate) fn legs_of_masses(&self) -> impl Iterator<Item = usize> {
        self.masses.iter().map(|(leg, ..)| usize::from(*leg))
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
