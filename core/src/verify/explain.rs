//! Which lines of the ledger can explain what differs.

use core::cmp::Reverse;
use core::ops::ControlFlow;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Again, Against};
use crate::activity::Field;
use crate::error::Error;
use crate::inventory::{Dimension, Line, compute_with};
use crate::number::Co2e;
use crate::order::Order;
use crate::scope::Account;
use crate::wire::v1::{VerifyDifference, VerifyLine};

/// Dimensions whose keys a line has by itself; a gas or a factor divides a line.
const OF_LINES: [Dimension; 9] = [
    Dimension::Scope,
    Dimension::Category,
    Dimension::IsoCategory,
    Dimension::Site,
    Dimension::Region,
    Dimension::Supplier,
    Dimension::Product,
    Dimension::Month,
    Dimension::Activity,
];

/// A count as answers have it.
pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The lines that lie in a changed cell of every view of one dimension, where the totals differ, too.
///
/// # Method
/// M-282: a row that changed moved every cell that it lies in, so it is among them, unless it went away.
pub(super) fn lines(
    differences: &[VerifyDifference],
    again: &Again,
    against: &Against<'_>,
) -> Result<Vec<VerifyLine>, Error> {
    let mut changed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut whole = [Co2e::ZERO; 2];
    for one in differences.iter().filter(|one| one.what == "figure") {
        match one.of.as_slice() {
            [total, name] | [total, name, _] if total == "total" => {
                for (at, account) in ["total_location", "total_market"].into_iter().enumerate() {
                    let amount = Co2e::parse(&one.difference).ok().filter(|_| name.starts_with(account));
                    if let (Some(amount), Some(slot)) = (amount, whole.get_mut(at)) {
                        *slot = amount;
                    }
                }
            }
            [view, key, ..] if OF_LINES.iter().any(|dimension| dimension.as_str() == view) => {
                changed.entry(view).or_default().insert(key);
            }
            _ => {}
        }
    }
    if changed.is_empty() || whole == [Co2e::ZERO; 2] {
        return Ok(Vec::new());
    }
    let mut found: Vec<VerifyLine> = Vec::new();
    let gases = against.catalog.gases();
    let mut see = |line: &Line<'_>| -> Result<(), Error> {
        if !changed.iter().all(|(view, keys)| lies_in(line, view, keys)) {
            return Ok(());
        }
        let mut sums = [Co2e::ZERO; 2];
        let mut factors: Vec<String> = Vec::new();
        for mass in line.masses() {
            if !factors.iter().any(|known| known == mass.factor) {
                factors.push(mass.factor.to_owned());
            }
            let counts = again.options.profile.counts(gases.info(mass.gas));
            let Some(gwp) = gases.gwp(mass.gas, again.options.gwp).filter(|_| counts) else { continue };
            let effect = mass.mass.co2e(gwp)?;
            let views = match mass.account {
                Account::Scope2Location => [true, false],
                Account::Scope2Market => [false, true],
                Account::Offsets => [false, false],
                Account::Scope1 | Account::Scope3 => [true, true],
            };
            for (sum, _) in sums.iter_mut().zip(views).filter(|(_, counts)| *counts) {
                *sum = sum.try_add(effect)?;
            }
        }
        let [location, market] = sums;
        found.push(VerifyLine {
            row: line.row,
            id: line.get(Field::Id).into(),
            site: line.get(Field::Site).into(),
            activity: line.activity().into(),
            factors,
            location_kg_co2e: location.to_string(),
            market_kg_co2e: market.to_string(),
            whole: sums == whole,
        });
        Ok(())
    };
    compute_with(against.ledger, against.catalog, &again.options, Some(&mut see), &mut |_| {
        ControlFlow::Continue(())
    })?;
    let size = |line: &VerifyLine| Co2e::parse(&line.location_kg_co2e).unwrap_or_default();
    found.order_by_key(|line| (Reverse(line.whole), Reverse(size(line).units().unsigned_abs()), line.row));
    Ok(found)
}

/// Whether a line lies in one of the changed cells of a view.
fn lies_in(line: &Line<'_>, view: &str, keys: &BTreeSet<&str>) -> bool {
    let key: Cow<'_, str> = match view {
        "site" => line.get(Field::Site),
        "supplier" => line.get(Field::Supplier),
        "product" => line.get(Field::Product),
        "region" => line.region().into(),
        "activity" => line.activity().into(),
        "month" => line.period().start().to_string().chars().take(7).collect(),
        // A line may add to several categories.
        _ => {
            return line.masses().any(|mass| match view {
                "scope" => keys.contains(mass.category.scope().as_str()),
                "category" => keys.contains(mass.category.key()),
                _ => keys.contains(mass.category.iso_14064_1().to_string().as_str()),
            });
        }
    };
    keys.contains(&*key)
}
