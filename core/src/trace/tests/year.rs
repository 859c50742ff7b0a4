//! Random years, and the oracle: the same definitions over exact fractions, lot by lot.

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;

use super::*;

pub(super) type Fractions = BTreeMap<u32, BigRational>;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exact {
    pub(super) parts: Fractions,
    pub(super) carbon: BigRational,
    /// How far a count of the engine may be from it: 0 for a source, 1 more for each proper take.
    pub(super) error: BigRational,
}

pub(super) fn whole(value: i128) -> BigRational {
    BigRational::from_integer(value.into())
}

impl Exact {
    pub(super) fn quantity(&self) -> BigRational {
        self.parts.values().fold(whole(0), |sum, part| sum + part)
    }

    /// Units of a label.
    pub(super) fn of(&self, label: u32) -> BigRational {
        self.parts.get(&label).cloned().unwrap_or_else(|| whole(0))
    }

    pub(super) fn mix(&mut self, other: &Exact) {
        for (label, units) in &other.parts {
            *self.parts.entry(*label).or_insert_with(|| whole(0)) += units;
        }
        self.carbon += &other.carbon;
        self.error += &other.error;
    }

    pub(super) fn take(&mut self, units: &BigRational) -> Exact {
        let all = self.quantity();
        if all == whole(0) {
            return Exact::default();
        }
        let share = units / &all;
        let scaled = |parts: &Fractions, by: &BigRational| {
            parts
                .iter()
                .map(|(label, units)| (*label, units * by))
                .filter(|(_, units)| *units != whole(0))
                .collect()
        };
        let proper = share > whole(0) && share < whole(1);
        let error = if proper { &self.error + whole(1) } else { self.error.clone() };
        let taken =
            Exact { parts: scaled(&self.parts, &share), carbon: &self.carbon * &share, error: error.clone() };
        let rest = whole(1) - &share;
        *self = Exact { parts: scaled(&self.parts, &rest), carbon: &self.carbon * &rest, error };
        taken
    }
}

/// One step of a random year. Lots are named by number.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Inputs: which of the lots so far, and which share of its rest in per mille.
    inputs: Vec<(usize, u16)>,
    /// Shares of the outputs in per mille of what went in; the rest is lost.
    outputs: Vec<u16>,
    received: i128,
    carbon: i128,
}

fn step() -> impl Strategy<Value = Step> {
    (
        prop::collection::vec((any::<usize>(), 0u16..=1000), 0..4),
        prop::collection::vec(1u16..600, 1..3),
        0i128..5_000,
        0i128..9_999,
    )
        .prop_map(|(inputs, outputs, received, carbon)| Step { inputs, outputs, received, carbon })
}

pub(super) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

/// A record of a year: lots and runs by number; run 0 is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    pub(super) lot: usize,
    pub(super) units: i128,
    pub(super) run: usize,
    pub(super) carbon: Option<i128>,
}

/// A year as records: each step receives a lot, and a run works up some of what is there.
#[derive(Clone, Debug)]
pub(super) struct Year {
    pub(super) names: Vec<String>,
    pub(super) lines: Vec<Line>,
}

pub(super) fn year(steps: &[Step]) -> Year {
    let mut lines = Vec::new();
    let mut rests: Vec<i128> = Vec::new();
    for (run, step) in (1..).zip(steps) {
        let mut push = |kind, lot, units, run, carbon| lines.push(Line { kind, lot, units, run, carbon });
        push(Receive, rests.len(), step.received, 0, Some(step.carbon));
        rests.push(step.received);
        let (mut taken, mut used) = (0, Vec::new());
        for (which, share) in &step.inputs {
            let input = which % rests.len();
            let units = rests[input] * i128::from(*share) / 1000;
            if units == 0 || used.contains(&input) {
                continue;
            }
            used.push(input);
            rests[input] -= units;
            taken += units;
            push(Consume, input, units, run, None);
        }
        let mut left = taken;
        for share in step.outputs.iter().filter(|_| taken > 0) {
            let units = (taken * i128::from(*share) / 1000).clamp(1, left.max(1)).min(left);
            if units > 0 {
                left -= units;
                push(Produce, rests.len(), units, run, None);
                rests.push(units);
            }
        }
        if left > 0 {
            push(Kind::Lose, 0, left, run, None);
        }
    }
    Year { names: (0..rests.len()).map(|lot| format!("L{lot:04}")).collect(), lines }
}

impl Year {
    /// Each lot when it was made, by the oracle: what was received counts for the label that `label` gives it.
    pub(super) fn exact_by(&self, label: impl Fn(usize) -> u32) -> Vec<Exact> {
        let mut given: BTreeMap<usize, i128> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.kind == Produce) {
            *given.entry(line.run).or_default() += line.units;
        }
        let (mut made, mut now): (Vec<Exact>, Vec<Exact>) = (Vec::new(), Vec::new());
        let mut pools: BTreeMap<usize, Exact> = BTreeMap::new();
        let mut carbons: BTreeMap<usize, BigRational> = BTreeMap::new();
        for line in &self.lines {
            let units = whole(line.units);
            let lot = match line.kind {
                Receive => {
                    let mut source = Exact { carbon: whole(line.carbon.unwrap_or(0)), ..Exact::default() };
                    if line.units > 0 {
                        source.parts.insert(label(line.lot), units);
                    }
                    source
                }
                Produce => {
                    let pool = pools.get_mut(&line.run).unwrap();
                    // Carbon goes by mass to the outputs, and none to the loss.
                    let carbon = carbons.entry(line.run).or_insert_with(|| pool.carbon.clone());
                    let share = &units / whole(given[&line.run]);
                    Exact { carbon: &*carbon * share, ..pool.take(&units) }
                }
                Consume => {
                    let taken = now[line.lot].take(&units);
                    pools.entry(line.run).or_default().mix(&taken);
                    continue;
                }
                _ => continue,
            };
            made.push(lot.clone());
            now.push(lot);
        }
        made
    }

    pub(super) fn exact(&self) -> Vec<Exact> {
        self.exact_by(|lot| u32::try_from(lot).unwrap())
    }

    /// The movement of a line: its time is its place in the year.
    pub(super) fn movement(&self, place: usize) -> Movement<'_> {
        let line = &self.lines[place];
        let run = if line.run == 0 { "" } else { RUNS[line.run] };
        Movement {
            kind: line.kind,
            lot: if line.kind == Kind::Lose { "" } else { &self.names[line.lot] },
            item: "x",
            run,
            time: i64::try_from(place).unwrap(),
            quantity: Some(line.units),
            carbon: line.carbon,
            ..Movement::default()
        }
    }

    pub(super) fn follow_with<'y>(&'y self, change: impl Fn(usize, Movement<'y>) -> Movement<'y>) -> Flow {
        let movements = (0..self.lines.len()).map(|place| change(place, self.movement(place)));
        follow(&movements.collect::<Vec<_>>(), Choices::default())
    }

    pub(super) fn follow(&self) -> Flow {
        self.follow_with(|_, movement| movement)
    }

    /// Units by number of the lot that they come from, and what is unknown.
    pub(super) fn by_lot(&self, origin: &[(String, i128)]) -> (BTreeMap<u32, i128>, i128) {
        let mut parts = BTreeMap::new();
        let mut unknown = 0;
        for (text, units) in origin {
            match self.names.iter().position(|name| name == text) {
                Some(lot) => {
                    parts.insert(u32::try_from(lot).unwrap(), *units);
                }
                None => unknown += units,
            }
        }
        (parts, unknown)
    }
}

/// Names of production orders.
const RUNS: [&str; 16] =
    ["", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15"];

/// Whether a count of the engine is as near to the oracle as it must be.
pub(super) fn near(units: i128, exact: &BigRational, error: &BigRational) -> bool {
    let off = whole(units) - exact;
    off <= *error && -off <= *error
}
