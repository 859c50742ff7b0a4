//! Laws over random years, against an oracle: the same definitions over exact fractions, lot by lot.

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;

use super::year::{Fractions, near, steps, whole, year};
use super::*;
use crate::trace::tally::Tally;

/// Numbers of lots or places in a random order.
fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|at| (seed ^ (*at as u64)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    order
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// I1, I2, I3, I6, I8.
    #[test]
    fn lots_are_what_the_oracle_says_and_nothing_is_lost(steps in steps(14)) {
        let year = year(&steps);
        let flow = year.follow();
        for (name, exact) in year.names.iter().zip(year.exact()) {
            let (parts, unknown) = year.by_lot(&origin(&flow, name));
            prop_assert_eq!(unknown, 0);
            prop_assert_eq!(whole(parts.values().sum()), exact.quantity());
            for label in parts.keys().chain(exact.parts.keys()) {
                let units = parts.get(label).copied().unwrap_or(0);
                prop_assert!(near(units, &exact.of(*label), &exact.error), "{} of {}", units, exact.error);
            }
            let ancestors = flow.ancestors(name);
            for label in parts.keys().map(|label| &year.names[at(*label)]).filter(|label| *label != name) {
                prop_assert!(ancestors.contains(&label.as_str()));
            }
        }
        let ends = &flow.contents.ends;
        prop_assert_eq!(ends.from_nowhere + ends.unallocated, 0);
        let all = Tally::all([&ends.in_stock, &ends.gone, &ends.lost, &ends.in_process, &ends.open]);
        let received = year.lines.iter().filter(|line| line.kind == Receive);
        prop_assert_eq!(all.carbon(), received.clone().map(|line| line.carbon.unwrap()).sum::<i128>());
        let mut sums: BTreeMap<u32, BigRational> = BTreeMap::new();
        for (label, units) in all.parts() {
            let text = flow.lot_text(flow.contents.labels[at(label)]).to_owned();
            let (lots, _) = year.by_lot(&[(text, units)]);
            *sums.entry(*lots.keys().next().unwrap()).or_insert_with(|| whole(0)) += whole(units);
        }
        let received: Fractions = received
            .filter(|line| line.units > 0)
            .map(|line| (u32::try_from(line.lot).unwrap(), whole(line.units)))
            .collect();
        prop_assert_eq!(sums, received);
    }

    /// I7: of many times as much everything is that many times as much; and names of lots do not matter.
    #[test]
    fn what_is_scaled_or_renamed_is_the_same_otherwise(steps in steps(12), times in 2i128..1_000, seed in any::<u64>()) {
        let year = year(&steps);
        let mut large = year.clone();
        for line in &mut large.lines {
            line.units *= times;
            line.carbon = line.carbon.map(|carbon| carbon * times);
        }
        let mut renamed = year.clone();
        for (lot, name) in shuffled(year.names.len(), seed).into_iter().zip(&year.names) {
            renamed.names[lot].clone_from(name);
        }
        let (scaled, other) = (large.follow(), renamed.follow());
        for (lot, (exact, large_exact)) in year.exact().iter().zip(large.exact()).enumerate() {
            for label in 0..u32::try_from(year.names.len()).unwrap() {
                prop_assert_eq!(exact.of(label) * whole(times), large_exact.of(label));
            }
            prop_assert_eq!(&exact.carbon * whole(times), large_exact.carbon.clone());
            // Every run shares carbon in whole milligrams, and every part of a lot takes whole units.
            for (year, flow, exact) in [(&large, &scaled, &large_exact), (&renamed, &other, exact)] {
                let (parts, unknown) = year.by_lot(&origin(flow, &year.names[lot]));
                prop_assert_eq!(unknown, 0);
                for label in parts.keys().chain(exact.parts.keys()) {
                    prop_assert!(near(parts.get(label).copied().unwrap_or(0), &exact.of(*label), &exact.error));
                }
            }
        }
    }

    /// I7 in one step: who is first in the alphabet gets the unit of a tie, and nothing else hangs on names.
    #[test]
    fn a_take_of_renamed_labels_is_the_same_to_a_unit(parts in prop::collection::vec(0i128..10_000, 1..9), share in 0i128..=1000, seed in any::<u64>()) {
        let order = shuffled(parts.len(), seed);
        let (mut one, mut other) = (Content::default(), Content::default());
        for (label, units) in parts.iter().enumerate() {
            one.add(&Content::of(u32::try_from(label).unwrap(), *units, Some(0))).unwrap();
            other.add(&Content::of(u32::try_from(order[label]).unwrap(), *units, Some(0))).unwrap();
        }
        let quantity = one.quantity() * share / 1000;
        let (one, other) = (one.take(quantity).unwrap(), other.take(quantity).unwrap());
        let units = |of: &Content, label: usize| {
            of.parts().iter().find(|(known, _)| at(*known) == label).map_or(0, |(_, units)| *units)
        };
        for (label, name) in order.iter().enumerate() {
            prop_assert!((units(&one, label) - units(&other, *name)).abs() <= 1);
        }
    }

    /// I9: what is in a lot is what the lot is in.
    #[test]
    fn back_and_forward_agree(steps in steps(12)) {
        let year = year(&steps);
        let flow = year.follow();
        for a in &year.names {
            for b in flow.ancestors(a) {
                prop_assert!(flow.descendants(b).contains(&a.as_str()));
            }
            for b in flow.descendants(a) {
                prop_assert!(flow.ancestors(b).contains(&a.as_str()));
            }
        }
    }

    /// I10: the order in which records are given does not matter, their times do. I13: what is void and corrected never
    /// happened.
    #[test]
    fn the_order_of_records_and_what_is_void_change_nothing(steps in steps(10), seed in any::<u64>()) {
        let year = year(&steps);
        let flow = year.follow();
        let mixed = {
            let mut all = Movements::default();
            for place in shuffled(year.lines.len(), seed) {
                let right = year.movement(place);
                if place % 3 == 0 {
                    let quantity = right.quantity.map(|units| units + 7);
                    all.push(&Movement { quantity, id: "wrong", ..right }).unwrap();
                }
                all.push(&right).unwrap();
            }
            all.push(&Movement { kind: Kind::Void, id: "wrong", ..Movement::default() }).unwrap();
            Flow::new(all, Choices::default(), &Limits::default()).unwrap()
        };
        for name in &year.names {
            prop_assert_eq!(origin(&flow, name), origin(&mixed, name));
            prop_assert_eq!(content(&flow, name).carbon(), content(&mixed, name).carbon());
        }
    }

    /// I10: what has no lot in common can happen in either order.
    #[test]
    fn independent_events_in_another_order_change_nothing(steps in steps(12), swaps in prop::collection::vec(any::<usize>(), 0..40)) {
        let year = year(&steps);
        // Events: a receipt, or all records of a run.
        let mut events: Vec<Vec<usize>> = Vec::new();
        for (place, line) in year.lines.iter().enumerate() {
            match events.last_mut() {
                Some(last) if line.run != 0 && year.lines[last[0]].run == line.run => last.push(place),
                _ => events.push(vec![place]),
            }
        }
        let lots = |event: &[usize]| -> Vec<usize> {
            let lots = event.iter().filter(|place| year.lines[**place].kind != Kind::Lose);
            lots.map(|place| year.lines[*place].lot).collect()
        };
        for swap in swaps {
            let first = swap % events.len();
            if first + 1 == events.len() {
                continue;
            }
            let (a, b) = (lots(&events[first]), lots(&events[first + 1]));
            if !a.iter().any(|lot| b.contains(lot)) {
                events.swap(first, first + 1);
            }
        }
        let mut times = vec![0; year.lines.len()];
        for (time, place) in (0..).zip(events.iter().flatten()) {
            times[*place] = time;
        }
        let flow = year.follow();
        let other = year.follow_with(|place, movement| Movement { time: times[place], ..movement });
        for name in &year.names {
            prop_assert_eq!(origin(&flow, name), origin(&other, name));
            prop_assert_eq!(content(&flow, name).carbon(), content(&other, name).carbon());
            prop_assert_eq!(flow.ancestors(name), other.ancestors(name));
        }
    }

    /// I11: a run told in many documents, days apart, is the run told at once.
    #[test]
    fn a_run_in_many_documents_is_the_run_in_one(steps in steps(12)) {
        let year = year(&steps);
        let apart = year.follow();
        let joint = year.follow_with(|place, movement| {
            let run = year.lines[place].run;
            let first = year.lines.iter().position(|line| run != 0 && line.run == run);
            Movement { time: i64::try_from(first.unwrap_or(place)).unwrap(), ..movement }
        });
        for name in &year.names {
            prop_assert_eq!(origin(&apart, name), origin(&joint, name));
            prop_assert_eq!(content(&apart, name), content(&joint, name));
            prop_assert_eq!(apart.ancestors(name), joint.ancestors(name));
            prop_assert_eq!(apart.descendants(name), joint.descendants(name));
        }
    }

    /// I12: sources put together under one name (plots of a country) before or after: the oracle cannot tell, and the
    /// engine is as far from it as the roundings of all that was put together.
    #[test]
    fn labels_can_be_put_together_before_or_after(steps in steps(12), countries in 1u32..5) {
        let year = year(&steps);
        let country = |lot: u32| lot % countries;
        let coarse = year.exact_by(|lot| country(u32::try_from(lot).unwrap()));
        let flow = year.follow();
        for (name, (fine, coarse)) in year.names.iter().zip(year.exact().iter().zip(coarse)) {
            let mut together = Fractions::new();
            for (lot, units) in &fine.parts {
                *together.entry(country(*lot)).or_insert_with(|| whole(0)) += units;
            }
            prop_assert_eq!(&together, &coarse.parts);
            prop_assert_eq!(&fine.carbon, &coarse.carbon);
            let (parts, _) = year.by_lot(&origin(&flow, name));
            for label in 0..countries {
                let own: Vec<_> = fine.parts.keys().filter(|lot| country(**lot) == label).collect();
                let units = parts.iter().filter(|(lot, _)| country(**lot) == label).map(|(_, units)| *units).sum();
                let error = &fine.error * whole(own.len().try_into().unwrap());
                prop_assert!(near(units, &coarse.of(label), &error));
            }
        }
    }

    /// I12 in one split: a name that stands for `m` of `n` labels gets less than min(m, n - m) + 1 units more or fewer.
    #[test]
    fn a_split_of_labels_put_together_differs_by_their_roundings(parts in prop::collection::vec(1i128..100_000, 1..12), share in 0i128..=1000, countries in 1u32..5) {
        let (mut fine, mut coarse) = (Content::default(), Content::default());
        for (label, units) in (0u32..).zip(&parts) {
            fine.add(&Content::of(label, *units, Some(0))).unwrap();
            coarse.add(&Content::of(label % countries, *units, Some(0))).unwrap();
        }
        let quantity = fine.quantity() * share / 1000;
        let (fine, coarse) = (fine.take(quantity).unwrap(), coarse.take(quantity).unwrap());
        let sum = |of: &Content, country: u32| -> i128 {
            of.parts().iter().filter(|(label, _)| label % countries == country).map(|(_, units)| *units).sum()
        };
        for country in 0..countries {
            let own = (0u32..).zip(&parts).filter(|(label, _)| label % countries == country).count();
            let bound = i128::try_from(own.min(parts.len() - own)).unwrap();
            prop_assert!((sum(&fine, country) - sum(&coarse, country)).abs() <= bound);
        }
    }

    /// I16: whatever the unknown quantities were, the interval holds the answer.
    #[test]
    fn intervals_hold_the_truth(steps in steps(10), hide in prop::collection::vec(any::<bool>(), 60)) {
        let year = year(&steps);
        let flow = year.follow_with(|place, movement| {
            let hidden = hide[place % hide.len()] && movement.kind == Consume;
            if hidden { Movement { quantity: None, ..movement } } else { movement }
        });
        for (name, exact) in year.names.iter().zip(&year.exact()) {
            let (parts, unknown) = year.by_lot(&origin(&flow, name));
            for (lot, units) in &exact.parts {
                let low = whole(parts.get(lot).copied().unwrap_or(0));
                let high = &low + whole(unknown);
                prop_assert!(low - &exact.error <= *units, "{name}: {units}");
                prop_assert!(high + &exact.error >= *units, "{name}: {units}");
            }
        }
    }

    /// I4 and I5.
    #[test]
    fn a_take_is_within_a_unit_of_each_share(parts in prop::collection::vec(0i128..1_000_000_000_000, 1..9), share in 0u32..=1000, carbon in 0i128..10_000_000) {
        let mut lot = Content::default();
        for (label, units) in (0u32..).zip(&parts) {
            lot.add(&Content::of(label, *units, Some(carbon))).unwrap();
        }
        let before = lot.clone();
        let quantity = before.quantity() * i128::from(share) / 1000;
        let taken = lot.take(quantity).unwrap();
        prop_assert_eq!(taken.quantity(), quantity);
        prop_assert_eq!(taken.parts().iter().map(|(_, units)| *units).sum::<i128>(), quantity);
        for (label, own) in before.parts() {
            let part = taken.parts().iter().find(|(known, _)| known == label).map_or(0, |(_, units)| *units);
            prop_assert!((0..=*own).contains(&part));
            prop_assert!((part * before.quantity() - quantity * own).abs() < before.quantity());
        }
        prop_assert_eq!(taken.carbon() + lot.carbon(), before.carbon());
        let mut both = lot.clone();
        both.add(&taken).unwrap();
        prop_assert_eq!(both, before.clone());
        let mut all = before.clone();
        prop_assert_eq!(all.take(before.quantity()).unwrap(), before.clone());
        prop_assert_eq!(all, Content::default());
        let mut all = before.clone();
        prop_assert_eq!(all.take(0).unwrap().quantity(), 0);
        prop_assert_eq!(all, before);
    }

    /// The share of one lot in all others, followed alone, is that of the full answer to within the roundings.
    #[test]
    fn one_lot_followed_alone_is_where_the_full_answer_has_it(steps in steps(10)) {
        let year = year(&steps);
        let flow = year.follow();
        let exact = year.exact();
        for (lot, name) in year.names.iter().enumerate().take(3) {
            let nodes = flow.nodes_of(name);
            let (contents, _) = evaluate(&flow.book, (&flow.inputs, &flow.outputs), &Limits::default(), &nodes).unwrap();
            let received = year.lines.iter().any(|line| line.kind == Receive && line.lot == lot);
            for (other, exact) in year.names.iter().zip(&exact) {
                let node = flow.nodes_of(other)[0];
                let focus = contents.nodes[at(node)].as_ref().unwrap();
                let units = focus.parts().iter().find(|(label, _)| *label == super::evaluate::FOCUS).map_or(0, |(_, units)| *units);
                if !flow.descendants(name).contains(&other.as_str()) && other != name {
                    prop_assert_eq!(units, 0);
                }
                if received {
                    prop_assert!(near(units, &exact.of(u32::try_from(lot).unwrap()), &exact.error));
                }
            }
        }
    }
}

/// Eight equal labels give a half each: those of the first four get a unit, so that a name for all four has four where two
/// are its share. Putting together afterwards is as exact as it says, and not to a unit a split.
#[test]
fn labels_put_together_can_differ_by_more_than_a_unit() {
    let mut fine = Content::default();
    for label in 0..8 {
        fine.add(&Content::of(label, 1, Some(0))).unwrap();
    }
    let taken = fine.take(4).unwrap();
    assert_eq!(taken.parts(), [(0, 1), (1, 1), (2, 1), (3, 1)]);
    let mut coarse = Content::of(0, 4, Some(0));
    coarse.add(&Content::of(1, 4, Some(0))).unwrap();
    assert_eq!(coarse.take(4).unwrap().parts(), [(0, 2), (1, 2)]);
}
