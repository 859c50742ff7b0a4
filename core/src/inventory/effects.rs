//! What masses come to: the figures of a line, of a group, of a whole inventory.

use crate::error::Error;
use crate::gas::{Gas, GasTable};
use crate::number::{Co2e, Gwp, Mass};
use crate::scope::Account;

use super::options::Options;

/// The figures of an inventory, or what a line adds to them.
///
/// # Method
/// M-02. Over all lines of a ledger each adds up to the figure of the same name in the inventory, to the last digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Scope 1.
    pub scope_1: Co2e,
    /// Scope 2 by where the grid is.
    pub scope_2_location: Co2e,
    /// Scope 2 by what is contracted.
    pub scope_2_market: Co2e,
    /// Scope 3.
    pub scope_3: Co2e,
    /// CO2 from biomass, outside the totals; scope 2 by location.
    pub biogenic: Mass,
    /// Gases outside the totals (HCFC, CFC …) with a GWP; scope 2 by location.
    pub outside: Co2e,
    /// Offsets and credits: never part of a total.
    pub offsets: Co2e,
}

/// Which figure a mass adds to, and how: the same for all masses of an account and a gas.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    to: Figure,
    /// Nothing if the GWP set has no value for the gas.
    gwp: Option<Gwp>,
}

/// A figure of [`Effects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    Account(Account),
    Biogenic,
    Outside,
    /// Market-based scope 2 repeats the location-based tonnes: what stands outside is counted in one view only.
    Repeated,
}

impl Part {
    pub(super) fn new(account: Account, gas: Gas, gases: &GasTable, options: &Options) -> Part {
        let to = if options.profile.counts(gases.info(gas)) {
            Figure::Account(account)
        } else if account == Account::Scope2Market {
            Figure::Repeated
        } else if gas == Gas::CO2_BIOGENIC {
            Figure::Biogenic
        } else {
            Figure::Outside
        };
        Part { to, gwp: gases.gwp(gas, options.gwp) }
    }

    /// The warming effect of a mass.
    pub(super) fn co2e(&self, mass: Mass) -> Result<Option<Co2e>, Error> {
        self.gwp.map(|gwp| mass.co2e(gwp)).transpose()
    }

    /// Whether the mass is part of its account's total.
    pub(super) fn in_total(&self) -> bool {
        matches!(self.to, Figure::Account(account) if account != Account::Offsets)
    }
}

impl Effects {
    /// What masses come to.
    pub(crate) fn of(masses: impl Iterator<Item = (Part, Mass)>) -> Result<Effects, Error> {
        let mut effects = Effects::default();
        for (part, mass) in masses {
            effects.add(part, mass)?;
        }
        Ok(effects)
    }

    /// Adds a mass.
    pub(super) fn add(&mut self, part: Part, mass: Mass) -> Result<(), Error> {
        let sum = match part.to {
            Figure::Account(account) => self.account(account),
            Figure::Outside => &mut self.outside,
            Figure::Biogenic => {
                self.biogenic = self.biogenic.try_add(mass)?;
                return Ok(());
            }
            Figure::Repeated => return Ok(()),
        };
        *sum = sum.try_add(part.co2e(mass)?.unwrap_or_default())?;
        Ok(())
    }

    /// Scopes 1, 2 by where the grid is, and 3.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn total_location(&self) -> Result<Co2e, Error> {
        self.scope_1.try_add(self.scope_2_location)?.try_add(self.scope_3)
    }

    /// Scopes 1, 2 by what is contracted, and 3.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn total_market(&self) -> Result<Co2e, Error> {
        self.scope_1.try_add(self.scope_2_market)?.try_add(self.scope_3)
    }

    fn account(&mut self, account: Account) -> &mut Co2e {
        match account {
            Account::Scope1 => &mut self.scope_1,
            Account::Scope2Location => &mut self.scope_2_location,
            Account::Scope2Market => &mut self.scope_2_market,
            Account::Scope3 => &mut self.scope_3,
            Account::Offsets => &mut self.offsets,
        }
    }
}
