//! Loops: the least counts that feed themselves.
//!
//! Rounding down (or up) what a loop takes in gives a map on whole counts that never falls when a count rises. Starting
//! from nothing, counts therefore rise until they stand still, and they stand still at the least solution, whatever the
//! order in which they are worked out (Knaster and Tarski). So a loop has one answer, to the last digit.

use core::ops::Range;

use super::rows::Rows;
use super::sum::{COUNT_END, Scale, Sum, Weight};

/// How a sum becomes a count.
pub(super) type Rounding = fn(&Scale, Sum) -> Option<u128>;

/// Why counts of a loop do not stand still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsettled {
    /// A count is too large.
    Large,
    /// They still rise after this much work.
    Rising,
}

/// Works out a loop again and again, each process with the newest counts of its suppliers; `counts` hold what came
/// before, and afterwards the loop's own.
pub(super) fn settle<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    own: &[u128],
    counts: &mut [u128],
    rounding: Rounding,
    most: Option<u64>,
) -> Result<(), Unsettled> {
    begin(around, own, counts);
    let mut sweeps = 0_u64;
    loop {
        let mut still = true;
        for (place, own) in around.clone().zip(own) {
            let count = round(rows, place, *own, counts, rounding)?;
            if let Some(known) = counts.get_mut(place)
                && *known != count
            {
                *known = count;
                still = false;
            }
        }
        if still {
            return Ok(());
        }
        sweeps = sweeps.saturating_add(1);
        if most.is_some_and(|most| sweeps >= most) {
            return Err(Unsettled::Rising);
        }
    }
}

/// The same with the counts of the sweep before: slower, but how many sweeps it takes does not depend on any order.
pub(super) fn settle_evenly<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    own: &[u128],
    counts: &mut [u128],
    rounding: Rounding,
    most: u64,
) -> Result<(), Unsettled> {
    begin(around, own, counts);
    let mut next = Vec::with_capacity(around.len());
    for _ in 0..most {
        next.clear();
        for (place, own) in around.clone().zip(own) {
            next.push(round(rows, place, *own, counts, rounding)?);
        }
        let Some(known) = counts.get_mut(around.clone()) else { return Ok(()) };
        if *known == *next {
            return Ok(());
        }
        known.copy_from_slice(&next);
    }
    Err(Unsettled::Rising)
}

fn begin(around: &Range<usize>, own: &[u128], counts: &mut [u128]) {
    if let Some(counts) = counts.get_mut(around.clone()) {
        counts.copy_from_slice(own);
    }
}

#[inline]
fn round<W: Weight>(
    rows: &Rows<'_, W>,
    place: usize,
    own: u128,
    counts: &[u128],
    rounding: Rounding,
) -> Result<u128, Unsettled> {
    let taken = rounding(&rows.scale, rows.sum(place, counts)).ok_or(Unsettled::Large)?;
    Some(own.wrapping_add(taken)).filter(|count| *count < COUNT_END).ok_or(Unsettled::Large)
}

/// A loop with credits or with own emissions below zero: each count is what adds less what takes away, and both of these are
/// the least that feed themselves.
pub(super) fn settle_signed<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    own: &[i128],
    counts: &mut [i128],
) -> Result<(), Unsettled> {
    let mut pairs: Vec<[u128; 2]> = own.iter().map(|own| pair(*own)).collect();
    loop {
        let mut still = true;
        for (at, place) in around.clone().enumerate() {
            let count = |supplier: usize| match supplier.checked_sub(around.start) {
                Some(inside) if supplier < around.end => pairs.get(inside).copied().unwrap_or_default(),
                _ => pair(counts.get(supplier).copied().unwrap_or(0)),
            };
            let sums = rows.split(place, count);
            let own = pair(own.get(at).copied().unwrap_or(0));
            let mut made = [0; 2];
            for ((made, own), sum) in made.iter_mut().zip(own).zip(sums) {
                let count = rows.scale.down(sum).map(|taken| own.wrapping_add(taken));
                *made = count.filter(|count| *count < COUNT_END).ok_or(Unsettled::Large)?;
            }
            if let Some(known) = pairs.get_mut(at)
                && *known != made
            {
                *known = made;
                still = false;
            }
        }
        if still {
            break;
        }
    }
    for (place, [plus, minus]) in around.clone().zip(pairs) {
        if let Some(count) = counts.get_mut(place) {
            *count = signed(plus).wrapping_sub(signed(minus));
        }
    }
    Ok(())
}

/// What adds and what takes away in a count.
pub(super) fn pair(count: i128) -> [u128; 2] {
    if count < 0 { [0, count.unsigned_abs()] } else { [count.unsigned_abs(), 0] }
}

/// A count, all of which fit.
pub(super) fn signed(count: u128) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// Whether a loop certainly takes in as much as it makes or more: some mixture of its goods needs at least itself to be
/// made, so that nothing can leave (Collatz and Wielandt). False says nothing.
pub(super) fn keeps_all<W: Weight>(rows: &Rows<'_, W>, around: &Range<usize>) -> bool {
    const START: u128 = 10_u128.pow(24);
    const STEPS: usize = 200;
    let inside = |supplier: u32| super::at(supplier).checked_sub(around.start);
    let mut mixture = vec![START; around.len()];
    for _ in 0..STEPS {
        let mut needs = Vec::with_capacity(mixture.len());
        for place in around.clone() {
            let mut sum = Sum::default();
            for (supplier, weight, _) in rows.flows(place) {
                let count = inside(supplier).and_then(|at| mixture.get(at)).copied().unwrap_or(0);
                weight.add_times(count, &mut sum);
            }
            let Some(need) = rows.scale.down(sum) else { return false };
            needs.push(need);
        }
        if mixture.iter().all(|made| *made == 0) {
            return false;
        }
        if mixture.iter().zip(&needs).all(|(made, need)| need >= made) {
            return true;
        }
        // Half of each, so that mixtures do not swing between suppliers and consumers.
        let largest = needs.iter().chain(&mixture).copied().max().unwrap_or(0);
        let shrink = if largest > START.saturating_mul(1 << 20) { 21 } else { 1 };
        for (made, need) in mixture.iter_mut().zip(needs) {
            *made = made.saturating_add(need) >> shrink;
        }
    }
    false
}
