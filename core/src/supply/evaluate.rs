//! One column of own emissions through a planned graph (METHODS M-160).

use super::bounds::Way;
use super::exact;
use super::order::Group;
use super::plan::Plan;
use super::rows::Rows;
use super::settle::{Unsettled, pair, settle, settle_signed, signed};
use super::sum::{COUNT_END, Scale, Sum, Weight};
use super::weights::Sizes;
use super::{Fault, PLACES, at, decimal};
use crate::number::Amount;

/// The embedded emissions of every process, for one column of own emissions.
#[derive(Clone, Debug)]
pub struct Embedded {
    /// Counts of 10⁻¹⁸ by the number of the process.
    counts: Vec<i128>,
    /// Whether a process has no figure, by its number; empty if all have one.
    withheld: Vec<bool>,
    faults: Vec<Fault>,
}

impl Embedded {
    /// Figures as counts of 10⁻¹⁸ of the unit of own emissions, by the numbers of the processes; 0 where one is withheld.
    pub fn counts(&self) -> &[i128] {
        &self.counts
    }

    /// The count of a process; `None` if it has no figure.
    pub fn count(&self, process: u32) -> Option<i128> {
        let withheld = self.withheld.get(at(process)).copied().unwrap_or(false);
        self.counts.get(at(process)).copied().filter(|_| !withheld)
    }

    /// The figure of a process as a decimal; `None` if it has none.
    pub fn figure(&self, process: u32) -> Option<String> {
        self.count(process).map(|count| decimal(count, PLACES))
    }

    /// How many processes have no figure, because of faults of the graph or of this column.
    pub fn withheld(&self) -> usize {
        self.withheld.iter().filter(|withheld| **withheld).count()
    }

    /// What is wrong with this column alone.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl Plan {
    /// Embedded emissions of every process: its own and those of what it takes in, over all steps (METHODS M-160).
    ///
    /// `own` holds the emissions of each process for one unit of its good, by the numbers of the processes; a missing one is
    /// a fault, as is one below zero unless credits were chosen, and one with more than 18 decimals.
    pub fn evaluate(&self, own: &[Amount]) -> Embedded {
        let mut faults = Vec::new();
        let own = self.own(own, &mut faults);
        let mut spoilt: Vec<usize> = faults.iter().filter_map(|fault| self.place_of(fault)).collect();
        let plain = self.weights.credits.is_empty() && own.iter().all(|own| *own >= 0);
        let (counts, large) = match (&self.weights.sizes, plain) {
            (Sizes::Narrow(weights), true) => plain_counts(self, &self.rows(weights), &own),
            (Sizes::Wide(weights), true) => plain_counts(self, &self.rows(weights), &own),
            (Sizes::Narrow(weights), false) => signed_counts(self, &self.rows(weights), own),
            (Sizes::Wide(weights), false) => signed_counts(self, &self.rows(weights), own),
        };
        for &place in &large {
            // A process behind one without a figure was worked out from nothing: nothing is said of it.
            faults.push(Fault::TooLarge { process: self.process_at(place) });
        }
        spoilt.extend(large);
        let withheld = self.withheld(spoilt);
        let count = |place: &u32| counts.get(at(*place)).copied().unwrap_or(0);
        let mut counts: Vec<i128> = self.topology.places.iter().map(count).collect();
        for (count, _) in counts.iter_mut().zip(&withheld).filter(|(_, withheld)| **withheld) {
            *count = 0;
        }
        Embedded { counts, withheld, faults }
    }

    /// Own emissions as counts, in the order of the places.
    fn own(&self, own: &[Amount], faults: &mut Vec<Fault>) -> Vec<i128> {
        let powers: Vec<i128> = (0..=PLACES).map(|places| 10_i128.saturating_pow(places)).collect();
        let count = |(process, amount): (u32, &Amount)| {
            let power = PLACES.checked_sub(amount.scale()).and_then(|places| powers.get(at(places)));
            let fault = match power.map(|power| amount.mantissa().checked_mul(*power)) {
                _ if amount.is_negative() && !self.choices.credits => Fault::NegativeOwn { process },
                Some(Some(count)) if count.unsigned_abs() < COUNT_END => return count,
                Some(_) => Fault::TooLarge { process },
                None => Fault::OwnTooLong { process },
            };
            faults.push(fault);
            0
        };
        // First in the order in which they were given, then in that of the topology: what waits for memory does nothing else.
        let given: Vec<i128> = (0..).zip(own).take(self.topology.len()).map(count).collect();
        let missing = (0..u32::try_from(self.topology.len()).unwrap_or(u32::MAX)).skip(given.len());
        faults.extend(missing.map(|process| Fault::OwnMissing { process }));
        self.topology.order.iter().map(|process| given.get(at(*process)).copied().unwrap_or(0)).collect()
    }

    fn process_at(&self, place: usize) -> u32 {
        self.topology.order.get(place).copied().unwrap_or(0)
    }

    fn place_of(&self, fault: &Fault) -> Option<usize> {
        match fault {
            Fault::OwnMissing { process }
            | Fault::NegativeOwn { process }
            | Fault::OwnTooLong { process }
            | Fault::TooLarge { process } => self.topology.places.get(at(*process)).map(|place| at(*place)),
            _ => None,
        }
    }

    /// Which processes have no figure: those at the places and all that are made from them.
    fn withheld(&self, mut spoilt: Vec<usize>) -> Vec<bool> {
        spoilt.extend(self.spoilt.iter());
        if spoilt.is_empty() {
            return Vec::new();
        }
        let mut touched = vec![false; self.topology.len()];
        for place in spoilt {
            touched.get_mut(place).into_iter().for_each(|touched| *touched = true);
        }
        let takes = |place: usize, touched: &[bool]| {
            let row = self.topology.suppliers.get(self.topology.row(place)).unwrap_or_default();
            row.iter().any(|supplier| touched.get(at(*supplier)) == Some(&true))
        };
        for group in self.topology.groups() {
            match group {
                Group::Alone(places) => {
                    for place in places {
                        if takes(place, &touched) {
                            touched.get_mut(place).into_iter().for_each(|touched| *touched = true);
                        }
                    }
                }
                Group::Loop(around) => {
                    let any = around
                        .clone()
                        .any(|place| touched.get(place) == Some(&true) || takes(place, &touched));
                    if let Some(touched) = touched.get_mut(around).filter(|_| any) {
                        touched.fill(true);
                    }
                }
            }
        }
        self.topology.places.iter().map(|place| touched.get(at(*place)).copied().unwrap_or(false)).collect()
    }
}

/// Counts where nothing is below zero, and places whose count is too large.
fn plain_counts<W: Weight>(plan: &Plan, rows: &Rows<'_, W>, own: &[i128]) -> (Vec<i128>, Vec<usize>) {
    let mut counts: Vec<u128> = own.iter().map(|own| own.unsigned_abs()).collect();
    let mut large = Vec::new();
    let mut ways = plan.bounds.ways.iter();
    for group in plan.topology.groups() {
        match group {
            Group::Alone(places) => {
                for place in places {
                    rows.fetch(place, &counts);
                    let taken = rows.scale.down(rows.sum(place, &counts));
                    let Some(count) = counts.get_mut(place) else { continue };
                    let sum = taken.map(|taken| count.wrapping_add(taken)).filter(|sum| *sum < COUNT_END);
                    *count = sum.unwrap_or_else(|| {
                        large.push(place);
                        0
                    });
                }
            }
            Group::Loop(around) => {
                let Some(inside) = own.get(around.clone()) else { continue };
                let done = match ways.next() {
                    Some(Way::Settled) => {
                        let own: Vec<u128> = inside.iter().map(|own| own.unsigned_abs()).collect();
                        settle(rows, &around, &own, &mut counts, Scale::down, None)
                    }
                    Some(Way::Exact) => {
                        // Rare and slow, so that counts may be copied.
                        let known: Vec<i128> = counts.iter().copied().map(signed).collect();
                        let solved = exact::values(
                            rows,
                            &around,
                            |place| own.get(place).copied().unwrap_or(0),
                            &known,
                        );
                        let slots = counts.get_mut(around.clone());
                        slots.zip(solved).map_or(Err(Unsettled::Large), |(slots, solved)| {
                            slots
                                .iter_mut()
                                .zip(solved)
                                .for_each(|(slot, count)| *slot = count.unsigned_abs());
                            Ok(())
                        })
                    }
                    Some(Way::None(_)) | None => Ok(()),
                };
                if done.is_err() {
                    counts.get_mut(around.clone()).unwrap_or_default().fill(0);
                    large.extend(around);
                }
            }
        }
    }
    (counts.into_iter().map(signed).collect(), large)
}

/// The same where amounts or own emissions can be below zero.
fn signed_counts<W: Weight>(plan: &Plan, rows: &Rows<'_, W>, own: Vec<i128>) -> (Vec<i128>, Vec<usize>) {
    let mut counts = own;
    let mut large = Vec::new();
    let mut ways = plan.bounds.ways.iter();
    for group in plan.topology.groups() {
        match group {
            Group::Alone(places) => {
                for place in places {
                    let sums = rows.split(place, |supplier| pair(counts.get(supplier).copied().unwrap_or(0)));
                    let taken = difference(&rows.scale, sums);
                    let Some(count) = counts.get_mut(place) else { continue };
                    let sum = taken.map(|taken| count.wrapping_add(taken));
                    *count = sum.filter(|sum| sum.unsigned_abs() < COUNT_END).unwrap_or_else(|| {
                        large.push(place);
                        0
                    });
                }
            }
            Group::Loop(around) => {
                let Some(inside) = counts.get(around.clone()).map(<[i128]>::to_vec) else { continue };
                let done = match ways.next() {
                    Some(Way::Settled) => settle_signed(rows, &around, &inside, &mut counts),
                    Some(Way::Exact) => {
                        let own = |place: usize| {
                            place
                                .checked_sub(around.start)
                                .and_then(|at| inside.get(at))
                                .copied()
                                .unwrap_or(0)
                        };
                        let solved = exact::values(rows, &around, own, &counts);
                        let slots = counts.get_mut(around.clone());
                        slots.zip(solved).map_or(Err(Unsettled::Large), |(slots, solved)| {
                            slots.copy_from_slice(&solved);
                            Ok(())
                        })
                    }
                    Some(Way::None(_)) | None => Ok(()),
                };
                if done.is_err() {
                    counts.get_mut(around.clone()).unwrap_or_default().fill(0);
                    large.extend(around);
                }
            }
        }
    }
    (counts, large)
}

/// What adds less what takes away, rounded down.
fn difference(scale: &Scale, [plus, minus]: [Sum; 2]) -> Option<i128> {
    if plus >= minus {
        scale.down(plus.less(minus)).map(signed)
    } else {
        scale.up(minus.less(plus)).map(|count| signed(count).wrapping_neg())
    }
}
