//! What stands beside the consolidated inventory: the same rows at 100 %, by site and span of days.

use std::collections::BTreeMap;

use super::super::answer::figures;
use super::super::options::Options;
use super::super::resolve::Resolved;
use super::Held;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::number::{Amount, Mass, Ratio, apportion};
use crate::order::Order;
use crate::scope::Account;
use crate::wire::v1;

/// Masses by account and gas.
type Masses = BTreeMap<(Account, Gas), Mass>;

#[derive(Clone, Debug, Default)]
struct Pair {
    lines: u64,
    whole: Masses,
    consolidated: Masses,
}

/// Sums at 100 %, and by share.
#[derive(Clone, Debug, Default)]
pub(in crate::inventory) struct Sums {
    whole: Pair,
    zero: Pair,
    spans: BTreeMap<(usize, usize), Pair>,
}

fn add(masses: &mut Masses, account: Account, gas: Gas, mass: Mass) -> Result<(), Error> {
    let sum = masses.entry((account, gas)).or_default();
    *sum = sum.try_add(mass)?;
    Ok(())
}

impl Sums {
    /// Adds a line: its masses as they are consolidated, and the same at 100 %.
    ///
    /// # Method
    /// M-51: the mass of a row that falls into several spans is shared out by largest remainder (M-03), by days at
    /// 100 % and by days times share when consolidated; both add up to the row's mass exactly.
    ///
    /// # Errors
    /// `OVERFLOW`, `LIMIT_EXCEEDED`.
    pub(in crate::inventory) fn add(
        &mut self,
        options: &Options,
        held: &Held,
        quantity: Amount,
        resolved: &Resolved,
        masses: &[(u16, Gas, Mass)],
    ) -> Result<(), Error> {
        let Some(organisation) = &options.organisation else { return Ok(()) };
        self.whole.lines = self.whole.lines.saturating_add(1);
        if held.share.is_zero() {
            self.zero.lines = self.zero.lines.saturating_add(1);
        }
        for (span, _) in &held.spans {
            let pair = self.spans.entry((held.site, *span)).or_default();
            pair.lines = pair.lines.saturating_add(1);
        }
        if self.spans.len() > options.limits.groups {
            let message = format!("the boundary has more than {} spans", options.limits.groups);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let days: Vec<Ratio> = held.spans.iter().map(|(_, days)| Ratio::whole((*days).into())).collect();
        let mut weights = Vec::with_capacity(days.len());
        for ((span, _), days) in held.spans.iter().zip(&days) {
            let share = organisation.span(held.site, *span).map_or(Ratio::ZERO, |(_, span)| span.share);
            weights.push(days.try_mul(share)?);
        }
        let legs = resolved.legs.iter().flat_map(|leg| {
            leg.gases.iter().zip(&leg.whole).map(|((gas, _), multiplier)| (leg.account, *gas, multiplier))
        });
        for ((account, gas, multiplier), (_, _, mass)) in legs.zip(masses) {
            let whole = multiplier.apply(quantity)?;
            add(&mut self.whole.whole, account, gas, whole)?;
            if held.share.is_zero() {
                add(&mut self.zero.whole, account, gas, whole)?;
            }
            let parts = split(whole, &days)?.into_iter().zip(split(*mass, &weights)?);
            for ((span, _), (whole, consolidated)) in held.spans.iter().zip(parts) {
                let pair = self.spans.entry((held.site, *span)).or_default();
                add(&mut pair.whole, account, gas, whole)?;
                add(&mut pair.consolidated, account, gas, consolidated)?;
            }
        }
        Ok(())
    }

    /// The block of the answer.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(in crate::inventory) fn answer(
        &self,
        catalog: &Catalog,
        options: &Options,
    ) -> Result<Option<v1::Boundary>, Error> {
        let Some(organisation) = &options.organisation else { return Ok(None) };
        let of = |lines: u64, masses: &Masses| {
            let masses = masses.iter().map(|((account, gas), mass)| (*account, *gas, *mass));
            figures(catalog, options, lines, masses)
        };
        let mut shares = Vec::with_capacity(self.spans.len());
        for ((site, span), pair) in &self.spans {
            let Some(share) = organisation.share(*site, *span) else { continue };
            shares.push(v1::BoundaryShare {
                site: share.site,
                entity: share.entity,
                chain: share.chain,
                from: share.from,
                to: share.to,
                share: share.share,
                because: share.because,
                moved_to: share.moved_to,
                lines: pair.lines,
                at_100_percent: of(pair.lines, &pair.whole)?,
                consolidated: of(pair.lines, &pair.consolidated)?,
            });
        }
        Ok(Some(v1::Boundary {
            approach: organisation.declared().approach.clone(),
            at_100_percent: of(self.whole.lines, &self.whole.whole)?,
            share_zero_at_100_percent: of(self.zero.lines, &self.zero.whole)?,
            shares,
        }))
    }
}

/// A mass in parts that add up to it; nothing to share out where all weights are zero.
fn split(mass: Mass, weights: &[Ratio]) -> Result<Vec<Mass>, Error> {
    match weights {
        [_] => Ok(vec![mass]),
        _ if weights.iter().all(|weight| weight.is_zero()) => Ok(vec![Mass::ZERO; weights.len()]),
        _ => Ok(apportion(mass.units(), weights)?.into_iter().map(Mass::from_units).collect()),
    }
}

/// Adds the blocks of two parts of a ledger.
///
/// # Errors
/// `BAD_REQUEST`, `OVERFLOW`.
pub(in crate::inventory) fn merge(
    whole: &mut Option<v1::Boundary>,
    other: Option<&v1::Boundary>,
    figures: impl Fn(&mut v1::Figures, &v1::Figures) -> Result<(), Error>,
) -> Result<(), Error> {
    let (Some(whole), Some(other)) = (whole, other) else { return Ok(()) };
    figures(&mut whole.at_100_percent, &other.at_100_percent)?;
    figures(&mut whole.share_zero_at_100_percent, &other.share_zero_at_100_percent)?;
    for share in &other.shares {
        let same = |known: &&mut v1::BoundaryShare| known.site == share.site && known.from == share.from;
        match whole.shares.iter_mut().find(same) {
            Some(known) => {
                known.lines = known.lines.saturating_add(share.lines);
                figures(&mut known.at_100_percent, &share.at_100_percent)?;
                figures(&mut known.consolidated, &share.consolidated)?;
            }
            None => whole.shares.push(share.clone()),
        }
    }
    whole.shares.order_by(|a, b| (&a.site, &a.from).cmp(&(&b.site, &b.from)));
    Ok(())
}
