//! An account: credits by age, and what was taken before it came.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::Model;
use crate::error::Error;
use crate::number::Fraction;

/// A credit, or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Lot {
    /// The receipt.
    pub(super) entry: String,
    /// Its day: conversions and transfers do not make it younger.
    pub(super) date: NaiveDate,
    pub(super) quantity: Fraction,
    pub(super) model: Option<Model>,
    /// Kilograms of CO2 equivalent for one unit.
    pub(super) carbon: Option<Fraction>,
}

/// What was taken and is not covered yet.
#[derive(Clone, Debug)]
struct Debt {
    quantity: Fraction,
    /// The entry, and the claim if it is one.
    entry: String,
    claim: Option<usize>,
}

/// Credits of one site, material and set of attributes.
#[derive(Clone, Debug)]
pub(super) struct Account {
    lots: VecDeque<Lot>,
    debts: VecDeque<Debt>,
    /// Sums of the current period.
    pub(super) added: Fraction,
    pub(super) taken: Fraction,
    pub(super) expired: Fraction,
    pub(super) opening: Fraction,
    /// Whether the period before ended overdrawn.
    pub(super) overdrawn: bool,
}

impl Account {
    pub(super) fn new() -> Account {
        Account {
            lots: VecDeque::new(),
            debts: VecDeque::new(),
            added: Fraction::zero(),
            taken: Fraction::zero(),
            expired: Fraction::zero(),
            opening: Fraction::zero(),
            overdrawn: false,
        }
    }

    /// Credits less what is not covered.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn balance(&self) -> Result<Fraction, Error> {
        let credits = self.lots.iter().try_fold(Fraction::zero(), |sum, lot| sum.try_add(&lot.quantity))?;
        self.debts.iter().try_fold(credits, |sum, debt| sum.try_sub(&debt.quantity))
    }

    /// Entries that are not covered.
    pub(super) fn uncovered(&self) -> Vec<String> {
        self.debts.iter().map(|debt| debt.entry.clone()).collect()
    }

    /// Adds a credit; what was taken before it came is covered first. Gives back the parts that covered claims.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn add(&mut self, mut lot: Lot) -> Result<Vec<(usize, Lot)>, Error> {
        self.added = self.added.try_add(&lot.quantity)?;
        let mut covered = Vec::new();
        while let Some(debt) = self.debts.front_mut() {
            if lot.quantity.is_zero() {
                break;
            }
            let part = debt.quantity.clone().min(lot.quantity.clone());
            lot.quantity = lot.quantity.try_sub(&part)?;
            debt.quantity = debt.quantity.try_sub(&part)?;
            covered.extend(debt.claim.map(|claim| (claim, Lot { quantity: part, ..lot.clone() })));
            if debt.quantity.is_zero() {
                self.debts.pop_front();
            }
        }
        if !lot.quantity.is_zero() {
            let at = self.lots.partition_point(|other| other.date <= lot.date);
            self.lots.insert(at, lot);
        }
        Ok(covered)
    }

    /// Takes credits, the oldest first; what is not there becomes a debt. Gives back the parts and what was missing.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn take(
        &mut self,
        quantity: &Fraction,
        entry: &str,
        claim: Option<usize>,
    ) -> Result<(Vec<Lot>, Fraction), Error> {
        self.taken = self.taken.try_add(quantity)?;
        let (parts, missing) = self.draw(quantity)?;
        if !missing.is_zero() {
            self.debts.push_back(Debt { quantity: missing.clone(), entry: entry.to_owned(), claim });
        }
        Ok((parts, missing))
    }

    /// Takes credits, the oldest first, without owing what is not there.
    fn draw(&mut self, quantity: &Fraction) -> Result<(Vec<Lot>, Fraction), Error> {
        let (mut parts, mut open) = (Vec::new(), quantity.clone());
        while let Some(lot) = self.lots.front_mut() {
            if open.is_zero() {
                break;
            }
            let part = lot.quantity.clone().min(open.clone());
            open = open.try_sub(&part)?;
            lot.quantity = lot.quantity.try_sub(&part)?;
            parts.push(Lot { quantity: part, ..lot.clone() });
            if lot.quantity.is_zero() {
                self.lots.pop_front();
            }
        }
        Ok((parts, open))
    }

    /// Takes out what a ledger expires or a rule forfeits, the oldest first; gives back the parts and what was not there.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn drop(&mut self, quantity: &Fraction) -> Result<(Vec<Lot>, Fraction), Error> {
        let (parts, missing) = self.draw(quantity)?;
        self.expired = self.expired.try_add(quantity)?.try_sub(&missing)?;
        Ok((parts, missing))
    }

    /// Takes out the credits whose last day, by `last`, is before a day.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn lapse(
        &mut self,
        day: NaiveDate,
        last: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Result<Vec<Lot>, Error> {
        let mut lapsed = Vec::new();
        while self.lots.front().and_then(|lot| last(lot.date)).is_some_and(|last| last < day) {
            let Some(lot) = self.lots.pop_front() else { break };
            self.expired = self.expired.try_add(&lot.quantity)?;
            lapsed.push(lot);
        }
        Ok(lapsed)
    }

    /// Begins the next period.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn turn(&mut self) -> Result<(), Error> {
        self.opening = self.balance()?;
        (self.added, self.taken, self.expired) = (Fraction::zero(), Fraction::zero(), Fraction::zero());
        Ok(())
    }
}
