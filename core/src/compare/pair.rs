//! Two lines that are one: what changed, and because of what.
//!
//! # Method
//! M-80: share, quantity, coefficient, GWP and method are replaced one after the other; each step is a whole number of
//! 10⁻¹⁵ kg, so the steps add up to the change exactly.

use std::rc::Rc;

use super::effects::{Effect, Flow};
use super::lines::{Way, WayLeg, Words};
use crate::error::Error;
use crate::gas::{Gas, GasTable, GwpSet};
use crate::inventory::Profile;
use crate::number::{Amount, Co2e, Coefficient, Gwp, Multiplier, Ratio};
use crate::scope::{Account, Category};

/// What decides on one side what a mass of gas counts.
#[derive(Clone, Copy)]
pub(super) struct Weights<'a> {
    pub(super) gases: &'a GasTable,
    pub(super) gwp: GwpSet,
    pub(super) profile: Profile,
}

/// Both sides' weights.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    pub(super) before: Weights<'a>,
    pub(super) after: Weights<'a>,
}

/// Where one side of a leg is booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    pub(super) account: Account,
    pub(super) category: Category,
    pub(super) factor: u32,
}

/// One gas of two legs.
struct JointGas {
    gas: u32,
    old: Option<Multiplier>,
    /// The old coefficient with the new share of the organisation.
    old_at_share: Option<Multiplier>,
    /// The same on the new line's unit; none if the units do not convert.
    old_on_new: Option<Multiplier>,
    new: Option<Multiplier>,
    /// The GWP that counts, none if the gas does not: old set and profile, new set and old profile, new set and profile.
    counts: [Option<Gwp>; 3],
}

/// Two legs that stand for each other.
struct JointLeg {
    seats: [Option<Seat>; 2],
    /// Nothing of the row counted before: a share that starts at zero has no coefficient to scale.
    share_from_zero: bool,
    /// What a change of the coefficient is.
    effect: Effect,
    gases: Vec<JointGas>,
}

/// Two ways that stand for each other, worked out once for all lines that have them.
pub(super) struct Joint {
    convertible: bool,
    legs: Vec<JointLeg>,
}

/// What one gas of one leg adds, and where.
pub(super) struct Piece {
    pub(super) gas: u32,
    pub(super) seats: [Option<Seat>; 2],
    pub(super) flow: Flow,
}

impl Joint {
    /// Both ways, or one with nothing on the other side.
    pub(super) fn new(
        words: &mut Words,
        both: &Both<'_>,
        old: Option<&Rc<Way>>,
        new: Option<&Rc<Way>>,
    ) -> Result<Joint, Error> {
        let ratio = match (old, new) {
            (Some(old), Some(new)) => new.unit.ratio_to(&old.unit).ok(),
            _ => Some(Ratio::ONE),
        };
        let mut legs = Vec::new();
        for (old_leg, new_leg) in leg_pairs(old, new) {
            legs.push(joint_leg(words, both, (old, old_leg), (new, new_leg), ratio)?);
        }
        Ok(Joint { convertible: ratio.is_some(), legs })
    }

    /// The pieces of a pair of lines; whether some effects could not be told apart.
    pub(super) fn pieces(&self, quantities: [Amount; 2], pieces: &mut Vec<Piece>) -> Result<bool, Error> {
        pieces.clear();
        let [old_quantity, new_quantity] = quantities;
        let mut unseparated = false;
        for leg in &self.legs {
            for gas in &leg.gases {
                let value = |multiplier: Option<&Multiplier>, quantity: Amount, gwp: Option<Gwp>| {
                    let (Some(multiplier), Some(gwp)) = (multiplier, gwp) else { return Ok(Co2e::ZERO) };
                    multiplier.apply(quantity).and_then(|mass| mass.co2e(gwp))
                };
                let [old_counts, new_gwp, new_counts] = gas.counts;
                let before = value(gas.old.as_ref(), old_quantity, old_counts)?;
                let with_factor = value(gas.new.as_ref(), new_quantity, old_counts)?;
                let with_gwp = value(gas.new.as_ref(), new_quantity, new_gwp)?;
                let after = value(gas.new.as_ref(), new_quantity, new_counts)?;
                let mut flow = Flow::between(before, after);
                if leg.share_from_zero {
                    flow.add(Effect::Structure, after.try_sub(before)?)?;
                    pieces.push(Piece { gas: gas.gas, seats: leg.seats, flow });
                    continue;
                }
                let with_share = value(gas.old_at_share.as_ref(), old_quantity, old_counts)?;
                flow.add(Effect::Structure, with_share.try_sub(before)?)?;
                // A step in between may be too large to count where both ends are not.
                let with_activity =
                    self.convertible.then(|| value(gas.old_on_new.as_ref(), new_quantity, old_counts).ok());
                match with_activity.flatten() {
                    Some(step) => {
                        flow.add(Effect::Activity, step.try_sub(with_share)?)?;
                        flow.add(leg.effect, with_factor.try_sub(step)?)?;
                    }
                    None => {
                        unseparated = true;
                        flow.add(Effect::Unseparated, with_factor.try_sub(with_share)?)?;
                    }
                }
                flow.add(Effect::Gwp, with_gwp.try_sub(with_factor)?)?;
                flow.add(Effect::Method, after.try_sub(with_gwp)?)?;
                pieces.push(Piece { gas: gas.gas, seats: leg.seats, flow });
            }
        }
        Ok(unseparated)
    }
}

type LegPair<'w> = (Option<&'w WayLeg>, Option<&'w WayLeg>);

/// Legs of the same account and category stand for each other, then those of the same account, then what is left.
fn leg_pairs<'w>(old: Option<&'w Rc<Way>>, new: Option<&'w Rc<Way>>) -> Vec<LegPair<'w>> {
    let mut left_old: Vec<&WayLeg> = old.map_or_else(Vec::new, |way| way.legs.iter().collect());
    let mut left_new: Vec<&WayLeg> = new.map_or_else(Vec::new, |way| way.legs.iter().collect());
    let mut pairs: Vec<LegPair<'w>> = Vec::new();
    let alike: [fn(&WayLeg, &WayLeg) -> bool; 2] =
        [|a, b| a.account == b.account && a.category == b.category, |a, b| a.account == b.account];
    for alike in alike {
        left_old.retain(|old| match left_new.iter().position(|new| alike(old, new)) {
            Some(at) => {
                pairs.push((Some(*old), Some(left_new.remove(at))));
                false
            }
            None => true,
        });
    }
    let (mut old, mut new) = (left_old.into_iter(), left_new.into_iter());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return pairs,
            pair => pairs.push(pair),
        }
    }
}

fn joint_leg(
    words: &mut Words,
    both: &Both<'_>,
    (old_way, old): (Option<&Rc<Way>>, Option<&WayLeg>),
    (new_way, new): (Option<&Rc<Way>>, Option<&WayLeg>),
    ratio: Option<Ratio>,
) -> Result<JointLeg, Error> {
    let mut gases: Vec<(u32, Option<&Coefficient>, Option<&Coefficient>)> = Vec::new();
    for (gas, coefficient) in old.iter().flat_map(|leg| &leg.gases) {
        gases.push((words.number(&both.before.gases.info(*gas).name), Some(coefficient), None));
    }
    for (gas, coefficient) in new.iter().flat_map(|leg| &leg.gases) {
        let name = words.number(&both.after.gases.info(*gas).name);
        match gases.iter_mut().find(|(known, _, _)| *known == name) {
            Some((_, _, slot)) => *slot = Some(coefficient),
            None => gases.push((name, None, Some(coefficient))),
        }
    }
    let shares = old.zip(new).map_or((Ratio::ONE, Ratio::ONE), |(old, new)| (old.share, new.share));
    let share_from_zero = shares.0.is_zero() && !shares.1.is_zero();
    let scale = if shares.0.is_zero() { Ratio::ONE } else { shares.1.try_div(shares.0)? };
    let mut joint = Vec::with_capacity(gases.len());
    for (gas, old_coefficient, new_coefficient) in gases {
        let old_at_share = old_coefficient.map(|coefficient| coefficient.times(scale)).transpose()?;
        let old_on_new = match (old_at_share, ratio) {
            (Some(coefficient), Some(ratio)) => Some(coefficient.times(ratio)?),
            _ => None,
        };
        joint.push(JointGas {
            gas,
            old: old_coefficient.map(Multiplier::new),
            old_at_share: old_at_share.as_ref().map(Multiplier::new),
            old_on_new: old_on_new.as_ref().map(Multiplier::new),
            new: new_coefficient.map(Multiplier::new),
            counts: counts(both, words.text(gas)),
        });
    }
    let same_method = match (old_way.zip(old), new_way.zip(new)) {
        (Some((old_way, old)), Some((new_way, new))) => {
            old_way.activity == new_way.activity
                && old.category == new.category
                && old.properties == new.properties
                && both.before.profile == both.after.profile
        }
        _ => false,
    };
    let seat = |leg: Option<&WayLeg>| {
        leg.map(|leg| Seat { account: leg.account, category: leg.category, factor: leg.factor })
    };
    Ok(JointLeg {
        seats: [seat(old), seat(new)],
        share_from_zero,
        effect: if same_method { Effect::Factor } else { Effect::Method },
        gases: joint,
    })
}

/// What a gas counts: old set and profile; new set, old profile; new set and profile.
fn counts(both: &Both<'_>, name: &str) -> [Option<Gwp>; 3] {
    let find = |side: &Weights<'_>| -> Option<(Gas, Option<Gwp>)> {
        let gas = side.gases.find(name)?;
        Some((gas, side.gases.gwp(gas, side.gwp)))
    };
    let (old, new) = (find(&both.before), find(&both.after));
    // Whether a profile counts a gas is a matter of its family, which both tables know alike.
    let counted = |profile: Profile| {
        old.map(|(gas, _)| both.before.gases.info(gas))
            .or_else(|| new.map(|(gas, _)| both.after.gases.info(gas)))
            .is_some_and(|info| profile.counts(info))
    };
    let (before, after) = (counted(both.before.profile), counted(both.after.profile));
    let (old_gwp, new_gwp) = (old.and_then(|(_, gwp)| gwp), new.and_then(|(_, gwp)| gwp));
    [old_gwp.filter(|_| before), new_gwp.filter(|_| before), new_gwp.filter(|_| after)]
}
