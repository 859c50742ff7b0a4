//! The ledger, day by day: accounts, expiry, the end of each period.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::Model;
use super::account::{Account, Lot};
use super::read::{Entry, Kind, Period};
use crate::error::Error;
use crate::number::Fraction;
use crate::order::Order;
use crate::wire::v1;

/// Site, material, attributes.
pub(super) type Key = (String, String, BTreeSet<String>);

/// What a scheme fixes.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) continuous: bool,
    pub(super) expiry_months: Option<u32>,
    pub(super) overdraw_percent: Fraction,
    pub(super) carry_needs_stock: bool,
    pub(super) process: Option<Model>,
}

/// A certified claim as it fills.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) at: usize,
    pub(super) credits: Vec<Lot>,
}

/// The walk through a ledger.
pub(super) struct Walk<'l> {
    rules: &'l Rules,
    entries: &'l [Entry],
    accounts: BTreeMap<Key, Account>,
    /// Credits on their way, by evidence, material and attributes.
    on_the_way: BTreeMap<Key, Vec<Lot>>,
    pub(super) claims: Vec<Claim>,
    pub(super) checks: Vec<v1::CustodyCheck>,
    pub(super) balances: Vec<v1::CustodyBalance>,
    pub(super) made: Vec<v1::CustodyMade>,
}

pub(super) fn said(attributes: &BTreeSet<String>) -> String {
    attributes.iter().map(String::as_str).collect::<Vec<_>>().join("; ")
}

pub(super) fn account_name((site, material, attributes): &Key) -> String {
    [site.as_str(), material, &said(attributes)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// A finding of a check.
pub(super) fn found(
    check: &str,
    severity: &str,
    date: Option<NaiveDate>,
    (key, entries): (Option<&Key>, Vec<String>),
    amount: &Fraction,
    message: impl Into<String>,
) -> v1::CustodyCheck {
    v1::CustodyCheck {
        check: check.into(),
        severity: severity.into(),
        date: date.map_or_else(String::new, |date| date.to_string()),
        account: key.map_or_else(String::new, account_name),
        entries,
        amount: amount.to_string(),
        message: message.into(),
    }
}

impl<'l> Walk<'l> {
    pub(super) fn new(rules: &'l Rules, entries: &'l [Entry]) -> Walk<'l> {
        Walk {
            rules,
            entries,
            accounts: BTreeMap::new(),
            on_the_way: BTreeMap::new(),
            claims: Vec::new(),
            checks: Vec::new(),
            balances: Vec::new(),
            made: Vec::new(),
        }
    }

    /// Goes through all periods; what was before the first has been booked in it.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn run(&mut self, periods: &[Period]) -> Result<(), Error> {
        let entries = self.entries;
        let mut order: Vec<usize> = (0..entries.len()).collect();
        let rank = |at: &usize| {
            entries.get(*at).map(|entry| {
                // What leaves by a transfer arrives on the same day.
                let arrives = entry.kind == Kind::Transfer && !entry.quantity.is_negative();
                let taken = entry.kind == Kind::Adjust && entry.quantity.is_negative();
                (entry.date, if taken { Kind::Out } else { entry.kind }, arrives)
            })
        };
        order.order_by_key(rank);
        let mut order = order.into_iter().peekable();
        for period in periods {
            while let Some(entry) = order.peek().and_then(|at| entries.get(*at)) {
                if entry.date >= period.end {
                    break;
                }
                let Some(at) = order.next() else { break };
                self.book(at, entry)?;
            }
            self.close(period)?;
        }
        Ok(())
    }

    fn last_day(&self) -> impl Fn(NaiveDate) -> Option<NaiveDate> + use<> {
        let months = self.rules.expiry_months;
        move |date| months.and_then(|months| date.checked_add_months(Months::new(months)))
    }

    /// Credits of an account whose time is over become entries.
    fn lapse(&mut self, key: &Key, day: NaiveDate) -> Result<(), Error> {
        let last = self.last_day();
        let Some(account) = self.accounts.get_mut(key) else { return Ok(()) };
        for lot in account.lapse(day, &last)? {
            let date = last(lot.date);
            let message = "credits expired unused: the oldest go first, and an entry was made on the last day that they held";
            let entries = vec![lot.entry.clone()];
            self.checks.push(found("C7", "warning", date, (Some(key), entries), &lot.quantity, message));
            self.made.push(made(date.unwrap_or(day), "expire", key, &lot, "expired"));
        }
        Ok(())
    }

    fn account(&mut self, key: &Key) -> &mut Account {
        self.accounts.entry(key.clone()).or_insert_with(Account::new)
    }

    fn add(&mut self, key: &Key, lot: Lot) -> Result<(), Error> {
        for (claim, part) in self.account(key).add(lot)? {
            if let Some(claim) = self.claims.get_mut(claim) {
                claim.credits.push(part);
            }
        }
        Ok(())
    }

    fn take(
        &mut self,
        key: &Key,
        entry: &Entry,
        quantity: &Fraction,
        claim: Option<usize>,
    ) -> Result<(Vec<Lot>, Fraction), Error> {
        let (parts, missing) = self.account(key).take(quantity, &entry.id, claim)?;
        if !missing.is_zero() && self.rules.continuous {
            let at = (Some(key), vec![entry.id.clone()]);
            let message =
                "more is taken than there are credits on that day, and the balance must never be negative";
            self.checks.push(found("C1", "error", Some(entry.date), at, &missing, message));
        }
        Ok((parts, missing))
    }

    fn book(&mut self, at: usize, entry: &Entry) -> Result<(), Error> {
        let key = (entry.site.clone(), entry.material.clone(), entry.attributes.clone());
        self.lapse(&key, entry.date)?;
        let fresh = |quantity: Fraction| Lot {
            entry: entry.id.clone(),
            date: entry.date,
            quantity,
            model: entry.model,
            carbon: entry.carbon.clone(),
        };
        let one = Fraction::one();
        let factor = entry.factor.as_ref().unwrap_or(&one);
        match entry.kind {
            Kind::In => {
                let mut lot = fresh(entry.quantity.try_mul(factor)?);
                // What one unit received carries is carried by the credits made of it.
                lot.carbon = match lot.carbon {
                    Some(carbon) if !factor.is_zero() => Some(carbon.try_div(factor)?),
                    other => other,
                };
                self.add(&key, lot)?;
            }
            Kind::Adjust if !entry.quantity.is_negative() => self.add(&key, fresh(entry.quantity.clone()))?,
            Kind::Adjust => {
                self.take(&key, entry, &entry.quantity.negated(), None)?;
            }
            Kind::Out if !entry.certified => {}
            Kind::Out => {
                let number = self.claims.len();
                self.claims.push(Claim { at, credits: Vec::new() });
                let (parts, _) = self.take(&key, entry, &entry.quantity, Some(number))?;
                if let Some(claim) = self.claims.get_mut(number) {
                    claim.credits = parts;
                }
            }
            Kind::Convert => {
                let (mut parts, missing) = self.take(&key, entry, &entry.quantity, None)?;
                if !missing.is_zero() {
                    parts.push(Lot { carbon: None, ..fresh(missing) });
                }
                let to = (entry.site.clone(), entry.to_material.clone(), entry.attributes.clone());
                for lot in parts {
                    self.strengthened(entry, &key, &lot);
                    let carbon = match &lot.carbon {
                        Some(carbon) if !factor.is_zero() => Some(carbon.try_div(factor)?),
                        _ => None,
                    };
                    let model = weaker(weaker(lot.model, entry.model), self.rules.process);
                    let quantity = lot.quantity.try_mul(factor)?;
                    self.add(&to, Lot { quantity, model, carbon, ..lot })?;
                }
            }
            Kind::Transfer => {
                let way = (entry.evidence.clone(), entry.material.clone(), entry.attributes.clone());
                if entry.quantity.is_negative() {
                    let (parts, _) = self.take(&key, entry, &entry.quantity.negated(), None)?;
                    self.on_the_way.entry(way).or_default().extend(parts);
                    return Ok(());
                }
                let mut open = entry.quantity.clone();
                let mut left = self.on_the_way.remove(&way).unwrap_or_default().into_iter();
                let mut rest = Vec::new();
                for lot in left.by_ref() {
                    let part = lot.quantity.clone().min(open.clone());
                    open = open.try_sub(&part)?;
                    let over = lot.quantity.try_sub(&part)?;
                    if !over.is_zero() {
                        rest.push(Lot { quantity: over, ..lot.clone() });
                    }
                    if !part.is_zero() {
                        self.add(&key, Lot { quantity: part, ..lot })?;
                    }
                }
                self.on_the_way.insert(way, rest);
                if !open.is_zero() {
                    self.add(&key, fresh(open))?;
                }
            }
            Kind::Expire => {
                let (_, missing) = self.account(&key).drop(&entry.quantity)?;
                if !missing.is_zero() {
                    let at = (Some(&key), vec![entry.id.clone()]);
                    let message = "more is written off than there are credits";
                    self.checks.push(found("C1", "error", Some(entry.date), at, &missing, message));
                }
            }
        }
        Ok(())
    }

    /// A step may keep or weaken the model, never strengthen it.
    fn strengthened(&mut self, entry: &Entry, key: &Key, lot: &Lot) {
        if let (Some(claimed), Some(model)) = (entry.model, lot.model)
            && claimed > model
        {
            let message =
                format!("`{}` is stronger than `{}` of what was put in", claimed.as_str(), model.as_str());
            let at = (Some(key), vec![lot.entry.clone(), entry.id.clone()]);
            self.checks.push(found("C5", "error", Some(entry.date), at, &lot.quantity, message));
        }
    }

    /// The end of a period: the balance, what is carried, what is forfeited.
    fn close(&mut self, period: &Period) -> Result<(), Error> {
        let keys: Vec<Key> = self.accounts.keys().cloned().collect();
        let last = period.end.pred_opt().unwrap_or(period.end);
        for key in keys {
            self.lapse(&key, period.end)?;
            let Some(account) = self.accounts.get_mut(&key) else { continue };
            let balance = account.balance()?;
            let mut forfeited = Fraction::zero();
            if balance.is_negative() {
                let debt = balance.negated();
                let allowed =
                    account.added.try_mul(&self.rules.overdraw_percent)?.try_div(&Fraction::whole(100))?;
                let at = (Some(&key), account.uncovered());
                if debt <= allowed && !account.overdrawn && !self.rules.continuous {
                    let message = "overdrawn within what the scheme allows; the next period has to repay it";
                    self.checks.push(found("C1", "warning", Some(last), at, &debt, message));
                    account.overdrawn = true;
                } else if !self.rules.continuous {
                    let message = "more was claimed than there were credits at the end of the period";
                    self.checks.push(found("C1", "error", Some(last), at, &debt, message));
                }
            } else {
                account.overdrawn = false;
                if self.rules.carry_needs_stock && !balance.is_zero() {
                    let stock =
                        period.stocks.iter().find(|(site, material, _)| *site == key.0 && *material == key.1);
                    match stock {
                        Some((_, _, stock)) if *stock < balance => {
                            forfeited = balance.try_sub(stock)?;
                            let message = "credits beyond the physical stock are not carried over";
                            self.checks.push(found(
                                "C8",
                                "warning",
                                Some(last),
                                (Some(&key), Vec::new()),
                                &forfeited,
                                message,
                            ));
                        }
                        Some(_) => {}
                        None => {
                            let message = "the physical stock at the end of the period is not stated: nothing shows what may be carried over";
                            self.checks.push(found(
                                "C8",
                                "error",
                                Some(last),
                                (Some(&key), Vec::new()),
                                &balance,
                                message,
                            ));
                        }
                    }
                }
            }
            let expired = account.expired.clone();
            for lot in account.drop(&forfeited)?.0 {
                self.made.push(made(last, "adjust", &key, &lot, "forfeited"));
            }
            self.balances.push(v1::CustodyBalance {
                site: key.0.clone(),
                material: key.1.clone(),
                attributes: said(&key.2),
                start: period.start.to_string(),
                end: period.end.to_string(),
                opening: account.opening.to_string(),
                added: account.added.to_string(),
                taken: account.taken.to_string(),
                expired: expired.to_string(),
                balance: balance.to_string(),
                carried: balance.try_sub(&forfeited)?.to_string(),
                forfeited: forfeited.to_string(),
            });
            account.turn()?;
        }
        Ok(())
    }
}

/// The weaker of two models; one that is not stated says nothing.
pub(super) fn weaker(one: Option<Model>, other: Option<Model>) -> Option<Model> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.meet(other)),
        (one, other) => one.or(other),
    }
}

fn made(date: NaiveDate, kind: &str, key: &Key, lot: &Lot, because: &str) -> v1::CustodyMade {
    v1::CustodyMade {
        date: date.to_string(),
        kind: kind.into(),
        site: key.0.clone(),
        material: key.1.clone(),
        attributes: said(&key.2),
        quantity: lot.quantity.to_string(),
        of: lot.entry.clone(),
        because: because.into(),
    }
}
