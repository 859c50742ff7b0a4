//! Small loops that rounding does not settle: solved in fractions of any length, rounded once.

use core::ops::Range;

use num_bigint::{BigInt, Sign};

use super::rows::Rows;
use super::sum::{COUNT_END, Weight};
use crate::number::eliminate;

/// The coefficients of a loop: amounts that processes of it take from each other, off the unit that each makes.
fn system<W: Weight>(rows: &Rows<'_, W>, around: &Range<usize>) -> Vec<Vec<BigInt>> {
    let one = BigInt::from(10).pow(rows.scale.places());
    let row = |place: usize| {
        let mut row = vec![BigInt::ZERO; around.len()];
        if let Some(own) = place.checked_sub(around.start).and_then(|at| row.get_mut(at)) {
            *own = one.clone();
        }
        for (supplier, weight, credit) in rows.flows(place) {
            let Some(at) = super::at(supplier).checked_sub(around.start) else { continue };
            if let Some(value) = row.get_mut(at) {
                let weight = BigInt::from(weight.to_u128());
                if credit { *value += weight } else { *value -= weight }
            }
        }
        row
    };
    around.clone().map(row).collect()
}

/// What each process of a loop has by itself and from outside of the loop, times the scale of the amounts.
fn known<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    own: impl Fn(usize) -> i128,
    counts: impl Fn(usize) -> BigInt,
    signs: bool,
) -> Vec<BigInt> {
    let one = BigInt::from(10).pow(rows.scale.places());
    let row = |place: usize| {
        let mut sum = BigInt::from(own(place)) * &one;
        for (supplier, weight, credit) in rows.flows(place) {
            let supplier = super::at(supplier);
            if !around.contains(&supplier) {
                let part = BigInt::from(weight.to_u128()) * counts(supplier);
                if credit && signs { sum -= part } else { sum += part }
            }
        }
        sum
    };
    around.clone().map(row).collect()
}

/// The counts of a loop, each rounded down; `None` if the loop does not fix them or they are too large.
pub(super) fn values<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    own: impl Fn(usize) -> i128,
    counts: &[i128],
) -> Option<Vec<i128>> {
    let mut system = system(rows, around);
    let count = |supplier: usize| BigInt::from(counts.get(supplier).copied().unwrap_or(0));
    for (row, right) in system.iter_mut().zip(known(rows, around, own, count, true)) {
        row.push(right);
    }
    if !eliminate(&mut system, around.len()) {
        return None;
    }
    let value = |(at, row): (usize, &Vec<BigInt>)| {
        let count = i128::try_from(down(row.get(around.len())?, row.get(at)?)).ok()?;
        (count.unsigned_abs() < COUNT_END).then_some(count)
    };
    system.iter().enumerate().map(value).collect()
}

/// Bounds of the errors of a loop's counts, for errors of `local` by rounding and the bounds of suppliers outside; `None` if
/// the loop has no solution, or if it has one only below zero although nothing in it is a credit.
pub(super) fn bounds<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    local: u128,
    bounds: &[u128],
) -> Option<Vec<u128>> {
    let bound = |supplier: usize| BigInt::from(bounds.get(supplier).copied().unwrap_or(0));
    let outside = known(rows, around, |_| 0, bound, false);
    let mut system = system(rows, around);
    let size = around.len();
    let credits = rows.has_credits(around);
    let one = BigInt::from(10).pow(rows.scale.places());
    for (at, (row, outside)) in system.iter_mut().zip(&outside).enumerate() {
        if credits {
            // The sides of the inverse: a credit can turn an error around, so that sizes are added.
            row.extend((0..size).map(|side| BigInt::from(u8::from(side == at))));
        } else {
            row.push(outside + BigInt::from(local) * &one);
        }
    }
    if !eliminate(&mut system, size) {
        return None;
    }
    let bound = |(at, row): (usize, &Vec<BigInt>)| {
        let own = row.get(at)?;
        let right = row.get(size..)?;
        let bound = if credits {
            let mut sum = BigInt::ZERO;
            for (side, outside) in right.iter().zip(&outside) {
                sum += BigInt::from(side.magnitude().clone()) * outside;
            }
            up(&sum, &BigInt::from(own.magnitude().clone())) + BigInt::from(local)
        } else {
            let bound = up(right.first()?, own);
            if bound.sign() != Sign::Plus {
                return None;
            }
            bound
        };
        u128::try_from(bound).ok().filter(|bound| *bound < COUNT_END)
    };
    system.iter().enumerate().map(bound).collect()
}

/// The quotient, rounded down; the divisor is not zero.
fn down(value: &BigInt, by: &BigInt) -> BigInt {
    let quotient = value / by;
    let rest = value - &quotient * by;
    let below = rest.sign() != Sign::NoSign && rest.sign() != by.sign();
    if below { quotient - BigInt::from(1) } else { quotient }
}

/// The quotient, rounded up; the divisor is not zero.
fn up(value: &BigInt, by: &BigInt) -> BigInt {
    -down(&-value, by)
}
