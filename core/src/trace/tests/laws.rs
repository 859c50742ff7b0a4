//! Laws over random years, against an oracle: the same definitions over exact fractions, lot by lot.

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;

use super::*;

type Fractions = BTreeMap<u32, BigRational>;

#[derive(Clone, Debug, Default)]
struct Exact {
    parts: Fractions,
    carbon: BigRational,
    /// How far a count of the engine may be from it: 0 for a source, 1 more for each proper take.
    error: BigRational,
}

fn whole(value: i128) -> BigRational {
    BigRational::from_integer(value.into())
}

impl Exact {
    fn quantity(&self) -> BigRational {
        self.parts.values().fold(whole(0), |sum, part| sum + part)
    }

    fn mix(&mut self, other: &Exact) {
        for (label, units) in &other.parts {
            *self.parts.entry(*label).or_insert_with(|| whole(0)) += units;
        }
        self.carbon += &other.carbon;
        self.error += &other.error;
    }

    fn take(&mut self, units: &BigRational) -> Exact {
        let all = self.quantity();
        if all == whole(0) {
            return Exact::default();
        }
        let share = units / &all;
        let scaled = |parts: &Fractions, by: &BigRational| parts.iter().map(|(l, u)| (*l, u * by)).collect();
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
struct Step {
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

/// A year as records, with the exact content of each lot when it was made, by the oracle.
struct Year {
    names: Vec<String>,
    /// Kind, lot, quantity, run, carbon.
    records: Vec<(Kind, usize, i128, usize, Option<i128>)>,
    exact: Vec<Exact>,
    received: Fractions,
    carbon: i128,
}

fn year(steps: &[Step]) -> Year {
    let mut records = Vec::new();
    let mut exact: Vec<Exact> = Vec::new();
    let mut now: Vec<Exact> = Vec::new();
    let mut rests: Vec<i128> = Vec::new();
    let mut received = Fractions::new();
    let mut carbon = 0;
    for (run, step) in steps.iter().enumerate() {
        let lot = exact.len();
        received.insert(u32::try_from(lot).unwrap(), whole(step.received));
        records.push((Receive, lot, step.received, 0, Some(step.carbon)));
        carbon += step.carbon;
        let mut source = Exact { carbon: whole(step.carbon), ..Exact::default() };
        if step.received > 0 {
            source.parts.insert(u32::try_from(lot).unwrap(), whole(step.received));
        }
        exact.push(source.clone());
        now.push(source);
        rests.push(step.received);
        let (mut pool, mut taken) = (Exact::default(), 0);
        let mut used = Vec::new();
        for (which, share) in &step.inputs {
            let input = which % rests.len();
            let units = rests[input] * i128::from(*share) / 1000;
            if units == 0 || used.contains(&input) {
                continue;
            }
            used.push(input);
            pool.mix(&now[input].take(&whole(units)));
            rests[input] -= units;
            taken += units;
            records.push((Consume, input, units, run + 1, None));
        }
        if taken == 0 {
            continue;
        }
        let mut left = taken;
        // Carbon goes by mass to the outputs, and none to the loss.
        let made: Vec<i128> = step
            .outputs
            .iter()
            .map(|share| {
                let units = (taken * i128::from(*share) / 1000).clamp(1, left.max(1)).min(left);
                left -= units;
                units
            })
            .filter(|units| *units > 0)
            .collect();
        let all: i128 = made.iter().sum();
        let run_carbon = pool.carbon.clone();
        for units in made {
            let lot = exact.len();
            let mut part = pool.take(&whole(units));
            part.carbon = &run_carbon * whole(units) / whole(all);
            exact.push(part.clone());
            now.push(part);
            rests.push(units);
            records.push((Produce, lot, units, run + 1, None));
        }
        if left > 0 {
            records.push((Kind::Lose, 0, left, run + 1, None));
        }
    }
    let names = (0..exact.len()).map(|lot| format!("L{lot:04}")).collect();
    Year { names, records, exact, received, carbon }
}

impl Year {
    fn follow(&self, runs: &[String], change: impl Fn(usize, Movement<'_>) -> Option<Movement<'_>>) -> Flow {
        let mut all = Movements::default();
        for (at, (kind, lot, quantity, run, carbon)) in self.records.iter().enumerate() {
            let run = if *run == 0 { "" } else { runs[*run].as_str() };
            let lot = if *kind == Kind::Lose { "" } else { self.names[*lot].as_str() };
            let movement = Movement {
                kind: *kind,
                lot,
                item: "x",
                run,
                time: i64::try_from(at).unwrap(),
                quantity: Some(*quantity),
                carbon: *carbon,
                ..Movement::default()
            };
            if let Some(movement) = change(at, movement) {
                all.push(&movement).unwrap();
            }
        }
        Flow::new(all, Choices::default(), &Limits::default()).unwrap()
    }

    fn runs(&self) -> Vec<String> {
        (0..=self.records.len()).map(|run| format!("R{run}")).collect()
    }
}

/// Units by number of the lot that they come from; the last is what is unknown.
fn by_lot(year: &Year, origin: &[(String, i128)]) -> (BTreeMap<u32, i128>, i128) {
    let mut parts = BTreeMap::new();
    let mut unknown = 0;
    for (text, units) in origin {
        match year.names.iter().position(|name| name == text) {
            Some(lot) => {
                parts.insert(u32::try_from(lot).unwrap(), *units);
            }
            None => unknown += units,
        }
    }
    (parts, unknown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// I1, I2, I3, I6, I8.
    #[test]
    fn lots_are_what_the_oracle_says_and_nothing_is_lost(steps in prop::collection::vec(step(), 1..14)) {
        let year = year(&steps);
        let flow = year.follow(&year.runs(), |_, movement| Some(movement));
        for (name, exact) in year.names.iter().zip(&year.exact) {
            let (parts, unknown) = by_lot(&year, &origin(&flow, name));
            prop_assert_eq!(unknown, 0);
            prop_assert_eq!(whole(parts.values().sum()), exact.quantity());
            let zero = whole(0);
            for label in parts.keys().chain(exact.parts.keys()) {
                let units = whole(parts.get(label).copied().unwrap_or(0));
                let off = units - exact.parts.get(label).unwrap_or(&zero);
                prop_assert!(off <= exact.error && -off.clone() <= exact.error, "{} of {}", off, exact.error);
            }
            let ancestors = flow.ancestors(name);
            for label in parts.keys().map(|label| &year.names[at(*label)]).filter(|label| *label != name) {
                prop_assert!(ancestors.contains(&label.as_str()));
            }
        }
        let ends = &flow.contents.ends;
        prop_assert_eq!(ends.from_nowhere + ends.unallocated, 0);
        let mut all = Content::default();
        for end in [&ends.in_stock, &ends.gone, &ends.lost, &ends.in_process, &ends.open] {
            all.add(end).unwrap();
        }
        prop_assert_eq!(all.carbon(), year.carbon);
        let mut sums: BTreeMap<u32, BigRational> = BTreeMap::new();
        for (label, units) in all.parts() {
            let (lots, _) = by_lot(&year, &[(flow.lot_text(flow.contents.labels[at(*label)]).to_owned(), *units)]);
            *sums.entry(*lots.keys().next().unwrap()).or_insert_with(|| whole(0)) += whole(*units);
        }
        let received: Fractions = year.received.into_iter().filter(|(_, units)| *units != whole(0)).collect();
        prop_assert_eq!(sums, received);
    }

    /// I9: what is in a lot is what the lot is in.
    #[test]
    fn back_and_forward_agree(steps in prop::collection::vec(step(), 1..12)) {
        let year = year(&steps);
        let flow = year.follow(&year.runs(), |_, movement| Some(movement));
        for a in &year.names {
            for b in flow.ancestors(a) {
                prop_assert!(flow.descendants(b).contains(&a.as_str()));
            }
            for b in flow.descendants(a) {
                prop_assert!(flow.ancestors(b).contains(&a.as_str()));
            }
        }
    }

    /// I10: the order in which records are given does not matter, their times do. I11: nor how many documents a run has.
    /// I13: what is void never happened.
    #[test]
    fn the_order_of_records_and_what_is_void_change_nothing(steps in prop::collection::vec(step(), 1..10), seed in any::<u64>()) {
        let year = year(&steps);
        let runs = year.runs();
        let flow = year.follow(&runs, |_, movement| Some(movement));
        let mut order: Vec<usize> = (0..year.records.len()).collect();
        order.sort_by_key(|at| (seed ^ (*at as u64)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mixed = {
            let mut all = Movements::default();
            for at in order {
                let (kind, lot, quantity, run, carbon) = &year.records[at];
                let run = if *run == 0 { "" } else { runs[*run].as_str() };
                let lot = if *kind == Kind::Lose { "" } else { year.names[*lot].as_str() };
                let time = i64::try_from(at).unwrap();
                let wrong = Movement { kind: *kind, lot, item: "x", run, time, quantity: Some(quantity + 7), id: "wrong", carbon: *carbon, ..Movement::default() };
                if at % 3 == 0 {
                    all.push(&wrong).unwrap();
                }
                all.push(&Movement { quantity: Some(*quantity), id: "", ..wrong }).unwrap();
            }
            all.push(&Movement { kind: Kind::Void, id: "wrong", ..Movement::default() }).unwrap();
            Flow::new(all, Choices::default(), &Limits::default()).unwrap()
        };
        for name in &year.names {
            prop_assert_eq!(origin(&flow, name), origin(&mixed, name));
            prop_assert_eq!(content(&flow, name).carbon(), content(&mixed, name).carbon());
        }
    }

    /// I16: whatever the unknown quantities were, the interval holds the answer.
    #[test]
    fn intervals_hold_the_truth(steps in prop::collection::vec(step(), 1..10), hide in prop::collection::vec(any::<bool>(), 60)) {
        let year = year(&steps);
        let flow = year.follow(&year.runs(), |at, movement| {
            let hidden = hide[at % hide.len()] && movement.kind == Consume;
            Some(if hidden { Movement { quantity: None, ..movement } } else { movement })
        });
        for (name, exact) in year.names.iter().zip(&year.exact) {
            let (parts, unknown) = by_lot(&year, &origin(&flow, name));
            for (lot, units) in &exact.parts {
                let low = whole(parts.get(lot).copied().unwrap_or(0));
                let high = &low + whole(unknown);
                prop_assert!(low - &exact.error <= *units, "{name}: {units}");
                prop_assert!(high + &exact.error >= *units, "{name}: {units}");
            }
        }
    }

    /// I4 and I5, and the forward answer of one lot against that of all.
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
    fn one_lot_followed_alone_is_where_the_full_answer_has_it(steps in prop::collection::vec(step(), 1..10)) {
        let year = year(&steps);
        let flow = year.follow(&year.runs(), |_, movement| Some(movement));
        for name in year.names.iter().take(3) {
            let nodes = flow.nodes_of(name);
            let (contents, _) = evaluate(&flow.book, (&flow.inputs, &flow.outputs), &Limits::default(), &nodes).unwrap();
            for (other, exact) in year.names.iter().zip(&year.exact) {
                let node = flow.nodes_of(other)[0];
                let focus = contents.nodes[at(node)].as_ref().unwrap();
                let units = focus.parts().iter().find(|(label, _)| *label == super::evaluate::FOCUS).map_or(0, |(_, units)| *units);
                if !flow.descendants(name).contains(&other.as_str()) && other != name {
                    prop_assert_eq!(units, 0);
                }
                let lot = year.names.iter().position(|known| known == name).unwrap();
                if year.received.contains_key(&u32::try_from(lot).unwrap()) {
                    let zero = whole(0);
                    let off = whole(units) - exact.parts.get(&u32::try_from(lot).unwrap()).unwrap_or(&zero);
                    prop_assert!(off <= exact.error && -off.clone() <= exact.error);
                }
            }
        }
    }
}
