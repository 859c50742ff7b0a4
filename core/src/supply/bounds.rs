//! How far a figure can be from the exact one (METHODS M-161), and which loops have an answer at all.

use core::ops::Range;

use super::exact;
use super::order::{Group, Topology};
use super::rows::Rows;
use super::settle::{Unsettled, keeps_all, settle, settle_evenly};
use super::sum::{Scale, Weight};
use crate::limits::Limits;

/// Bounds are counts of 10⁻²¹: a thousandth of what figures are counts of.
pub(super) const ROUNDING: u128 = 1_000;

/// How a loop is solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By the least counts that feed themselves.
    Settled,
    /// By fractions of any length.
    Exact,
    /// Not at all.
    None(Refusal),
}

/// Why a loop has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It takes in what it makes, or more.
    KeepsAll,
    /// It passes so little on that it does not settle within the limits.
    TooSlow,
    /// It has credits that outweigh each other, and is too large for fractions.
    Credits,
}

/// The bound of each place, the way of each loop, and places whose bound is too large to be told.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    pub(super) counts: Vec<u128>,
    pub(super) ways: Vec<Way>,
    pub(super) too_large: Vec<usize>,
}

/// Bounds of all places, suppliers first.
pub(super) fn bounds<W: Weight>(rows: &Rows<'_, W>, limits: &Limits) -> Bounds {
    let mut made = Bounds { counts: vec![0; rows.topology.len()], ..Bounds::default() };
    for group in rows.topology.groups() {
        match group {
            Group::Alone(places) => {
                for place in places {
                    rows.fetch(place, &made.counts);
                    alone(rows, place, &mut made);
                }
            }
            Group::Loop(around) => {
                let way = around_bounds(rows, &around, &mut made.counts, limits);
                if let (Way::None(_), Some(counts)) = (way, made.counts.get_mut(around)) {
                    counts.fill(0);
                }
                made.ways.push(way);
            }
        }
    }
    made
}

fn alone<W: Weight>(rows: &Rows<'_, W>, place: usize, made: &mut Bounds) {
    // What takes nothing in is not rounded.
    if rows.topology.row(place).is_empty() {
        return;
    }
    match rows.scale.up(rows.sum(place, &made.counts)) {
        Some(taken) => {
            if let Some(count) = made.counts.get_mut(place) {
                *count = taken.saturating_add(ROUNDING);
            }
        }
        None => made.too_large.push(place),
    }
}

fn around_bounds<W: Weight>(
    rows: &Rows<'_, W>,
    around: &Range<usize>,
    counts: &mut [u128],
    limits: &Limits,
) -> Way {
    let own = vec![ROUNDING; around.len()];
    if around.len() <= limits.loop_processes {
        // Which way a loop goes must not depend on the order of its processes: sweeps are counted evenly.
        if settle_evenly(rows, around, &own, counts, Scale::up, EVEN_SWEEPS).is_ok() {
            return Way::Settled;
        }
        return match exact::bounds(rows, around, ROUNDING, counts) {
            Some(exact) => {
                if let Some(counts) = counts.get_mut(around.clone()) {
                    counts.copy_from_slice(&exact);
                }
                Way::Exact
            }
            None => Way::None(Refusal::KeepsAll),
        };
    }
    let flows = u64::try_from(flows_of(rows.topology, around)).unwrap_or(u64::MAX);
    let most = WORK.checked_div(flows).unwrap_or(WORK).clamp(EVEN_SWEEPS, SWEEPS);
    let mut done = settle(rows, around, &own, counts, Scale::up, Some(EVEN_SWEEPS));
    let credits = rows.has_credits(around);
    let keeps_all = done.is_err() && !credits && keeps_all(rows, around);
    if done == Err(Unsettled::Rising) && !keeps_all {
        done = settle(rows, around, &own, counts, Scale::up, Some(most));
    }
    match done {
        Ok(()) => Way::Settled,
        Err(_) if keeps_all => Way::None(Refusal::KeepsAll),
        Err(_) if credits => Way::None(Refusal::Credits),
        Err(_) => Way::None(Refusal::TooSlow),
    }
}

fn flows_of(topology: &Topology, around: &Range<usize>) -> usize {
    topology.row(around.end.saturating_sub(1)).end.saturating_sub(topology.row(around.start).start)
}

/// Sweeps after which a small loop is solved in fractions, and a large one is looked at more closely.
const EVEN_SWEEPS: u64 = 1_000;
/// Most sweeps over a large loop.
const SWEEPS: u64 = 50_000;
/// Most flows that are gone through for one large loop.
const WORK: u64 = 2_000_000_000;
