//! The engine against an oracle over exact fractions, and the worked answers of the method.

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;

use super::evaluate::evaluate;
use super::*;
use crate::error::Code;
use crate::limits::Limits;
use crate::number::Ratio;

/// A record in short: kind, lot, quantity, run.
type Short<'a> = (Kind, &'a str, i128, &'a str);

fn record<'a>(time: i64, (kind, lot, quantity, run): Short<'a>) -> Movement<'a> {
    Movement { kind, lot, item: lot, run, time, quantity: Some(quantity), ..Movement::default() }
}

fn follow(movements: &[Movement<'_>], choices: Choices) -> Flow {
    let mut all = Movements::default();
    movements.iter().for_each(|movement| all.push(movement).unwrap());
    Flow::new(all, choices, &Limits::default()).unwrap()
}

fn content<'f>(flow: &'f Flow, lot: &str) -> &'f Content {
    let node = flow.nodes_of(lot).into_iter().max().unwrap();
    flow.contents.nodes[at(node)].as_ref().unwrap()
}

fn origin(flow: &Flow, lot: &str) -> Vec<(String, i128)> {
    flow.mass_origin(lot)
}

fn pairs(list: &[(&str, i128)]) -> Vec<(String, i128)> {
    list.iter().map(|(label, units)| ((*label).to_owned(), *units)).collect()
}

fn codes(flow: &Flow) -> Vec<Code> {
    flow.gaps.iter().map(|gap| gap.code).collect()
}

fn rule(weights: &[(&str, Ratio)], composition: &[(&str, &str, Ratio)]) -> Choices {
    let rule = Rule {
        weights: weights.iter().map(|(item, weight)| ((*item).to_owned(), *weight)).collect(),
        other: Some(Ratio::ONE),
        composition: composition
            .iter()
            .map(|(from, to, share)| ((*from).to_owned(), (*to).to_owned(), *share))
            .collect(),
    };
    Choices { rules: BTreeMap::from([(String::new(), rule)]), ..Choices::default() }
}

use Kind::{Consume, Produce, Receive, Ship};

fn coils() -> Vec<Movement<'static>> {
    let coil =
        |lot, quantity, carbon| Movement { carbon: Some(carbon), ..record(0, (Receive, lot, quantity, "")) };
    vec![coil("CN", 600, 1200), coil("VN", 400, 800)]
}

#[test]
fn s2_stamping_shares_mass_homogeneously_and_carbon_as_declared() {
    let mut records = coils();
    for (kind, lot, quantity) in
        [(Consume, "CN", 600), (Consume, "VN", 400), (Produce, "parts", 820), (Produce, "scrap", 180)]
    {
        records.push(record(1, (kind, lot, quantity, "R")));
    }
    records.push(Movement {
        kind: Produce,
        carbon: Some(100),
        quantity: Some(0),
        ..record(1, (Produce, "parts", 0, "R"))
    });
    let flow = follow(&records, rule(&[], &[]));
    assert_eq!(origin(&flow, "parts"), pairs(&[("CN", 492), ("VN", 328)]));
    assert_eq!(origin(&flow, "scrap"), pairs(&[("CN", 108), ("VN", 72)]));
    assert_eq!((content(&flow, "parts").carbon(), content(&flow, "scrap").carbon()), (1722, 378));
    // By value, 3.0 to 0.3 a kilogram: 861000/419 = 2054.89 and 18900/419 = 45.11.
    let flow =
        follow(&records, rule(&[("parts", Ratio::whole(3)), ("scrap", Ratio::new(3, 10).unwrap())], &[]));
    assert_eq!((content(&flow, "parts").carbon(), content(&flow, "scrap").carbon()), (2055, 45));
    // Nothing is guessed where nothing is declared.
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::AllocationMissing]);
    assert!(!content(&flow, "parts").carbon_is_complete());
    assert_eq!(flow.contents.ends.unallocated, 2100);
}

#[test]
fn s3_a_declared_composition_leads_zinc_into_dross() {
    let mut records = vec![record(0, (Receive, "CN", 90, "")), record(0, (Receive, "KR", 10, ""))];
    for (kind, lot, quantity) in
        [(Consume, "CN", 90), (Consume, "KR", 10), (Produce, "galv", 96), (Produce, "dross", 4)]
    {
        records.push(record(1, (kind, lot, quantity, "R")));
    }
    let share = |above, below| Ratio::new(above, below).unwrap();
    let zinc = [("CN", "galv", Ratio::ONE), ("KR", "galv", share(3, 5)), ("KR", "dross", share(2, 5))];
    let flow = follow(&records, rule(&[], &zinc));
    assert_eq!(origin(&flow, "galv"), pairs(&[("CN", 90), ("KR", 6)]));
    assert_eq!(origin(&flow, "dross"), pairs(&[("KR", 4)]));
    // A composition that does not give what came out is told, and what came out is unknown.
    let wrong = [("CN", "galv", Ratio::ONE), ("KR", "dross", Ratio::ONE)];
    let flow = follow(&records, rule(&[], &wrong));
    assert_eq!(codes(&flow), [Code::CompositionUnbalanced]);
    assert_eq!(origin(&flow, "galv"), pairs(&[("UNKNOWN", 96)]));
}

#[test]
fn s4_a_diamond_is_not_counted_twice() {
    let records = [
        record(0, (Receive, "A", 100, "")),
        record(1, (Consume, "A", 100, "1")),
        record(1, (Produce, "B", 60, "1")),
        record(1, (Produce, "C", 40, "1")),
        record(2, (Consume, "B", 60, "2")),
        record(2, (Consume, "C", 40, "2")),
        record(2, (Produce, "D", 100, "2")),
    ];
    let flow = follow(&records, rule(&[], &[]));
    assert_eq!(origin(&flow, "D"), pairs(&[("A", 100)]));
    assert_eq!(flow.ancestors("D"), ["A", "B", "C"]);
}

#[test]
fn s5_rework_is_a_new_version_each_time() {
    let mut records = vec![record(0, (Receive, "CN", 80, "")), record(0, (Receive, "VN", 200, ""))];
    records.push(record(1, (Consume, "CN", 80, "1")));
    records.push(record(1, (Produce, "p", 80, "1")));
    for (time, run) in [(2, "2"), (3, "3")] {
        // Four fifths are sold, one fifth goes through again with fresh material.
        records.push(record(time, (Ship, "p", 64, "")));
        records.push(record(time + 10, (Consume, "p", 16, run)));
        records.push(record(time + 10, (Consume, "VN", 64, run)));
        records.push(record(time + 10, (Produce, "p", 80, run)));
    }
    records.sort_by_key(|record| record.time);
    // Times 2, 3, 12, 13: the second sale would come before the second pass; bring them into their order.
    for (record, time) in records.iter_mut().zip(0..) {
        record.time = time;
    }
    let order = [0, 1, 2, 3, 4, 6, 7, 8, 5, 9, 10, 11];
    let records: Vec<Movement<'_>> =
        order.iter().zip(0..).map(|(from, time)| Movement { time, ..records[*from] }).collect();
    let flow = follow(&records, Choices::default());
    let passes: Vec<Vec<(u32, i128)>> = flow
        .nodes_of("p")
        .into_iter()
        .map(|node| flow.contents.nodes[at(node)].as_ref().unwrap().parts().to_vec())
        .collect();
    // 1, 1/5, 1/25 of 80: 80, 16, 16/5 = 3.2.
    assert_eq!(passes, [vec![(0, 80)], vec![(0, 16), (2, 64)], vec![(0, 3), (2, 77)]]);
    assert!(codes(&flow).is_empty());
}

/// 60 of CN, 30 of VN and 10 of the own output make 100, of which 10 go back: 2/3 and 1/3.
fn recycle(outside: bool) -> Flow {
    let own = if outside { 10 } else { 100 };
    let mut records = Vec::new();
    if outside {
        records.push(record(0, (Receive, "CN", 60_000, "")));
        records.push(record(0, (Receive, "VN", 30_000, "")));
        records.push(Movement { carbon: Some(500), ..record(1, (Consume, "CN", 60_000, "R")) });
        records.push(record(1, (Consume, "VN", 30_000, "R")));
    }
    records.push(record(1, (Consume, "own", own * 1000, "R")));
    records.push(record(2, (Produce, "own", 100_000, "R")));
    records.push(record(3, (Ship, "own", (100 - own) * 1000, "")));
    let choices = Choices { policy: Policy::PeriodAverage, ..Choices::default() };
    follow(&records, choices)
}

#[test]
fn s6_a_period_that_feeds_itself_is_solved() {
    let flow = recycle(true);
    assert_eq!(codes(&flow), [] as [Code; 0]);
    assert_eq!(origin(&flow, "own"), pairs(&[("CN", 66_667), ("VN", 33_333)]));
    let ends = &flow.contents.ends;
    assert_eq!(ends.gone.parts().iter().map(|(_, units)| *units).collect::<Vec<_>>(), [60_000, 30_000]);
    assert_eq!((ends.gone.quantity(), ends.in_stock.quantity(), ends.lost.quantity()), (90_000, 0, 0));
    assert_eq!(ends.gone.carbon(), 500);
}

#[test]
fn s7_a_loop_without_a_source_is_an_error_and_not_zero() {
    let flow = recycle(false);
    assert_eq!(codes(&flow), [Code::NoExternalSource]);
    assert_eq!(origin(&flow, "own"), pairs(&[("UNKNOWN", 100_000)]));
}

#[test]
fn s9_to_s11_nothing_has_no_shares_and_more_than_there_is_is_told() {
    let mut empty = Content::default();
    assert_eq!((empty.quantity(), empty.parts().len()), (0, 0));
    assert_eq!(empty.take(1).unwrap_err().code(), Code::AboveStock);
    let over = [
        record(0, (Receive, "A", 10_000_000, "")),
        record(1, (Consume, "A", 10_000_001, "R")),
        record(1, (Produce, "B", 10_000_002, "R")),
    ];
    let flow = follow(&over, Choices::default());
    assert_eq!(codes(&flow), [Code::AboveStock, Code::OutputAboveInput]);
    assert_eq!(origin(&flow, "B"), pairs(&[("A", 10_000_000), ("UNKNOWN", 2)]));
}

#[test]
fn what_is_taken_before_it_is_there_may_still_be_inside() {
    let records = [
        record(1, (Consume, "A", 10, "R")),
        record(1, (Produce, "B", 10, "R")),
        record(5, (Receive, "A", 30, "")),
        record(9, (Receive, "A", 30, "")),
    ];
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::TakenBeforeMade]);
    assert_eq!(origin(&flow, "B"), pairs(&[("UNKNOWN", 10)]));
    assert_eq!(flow.ancestors("B"), ["A"]);
    // Only the receipt that could have covered it.
    assert_eq!(flow.reach.back(&flow.nodes_of("B")).0.len(), 4);
}

#[test]
fn records_of_one_time_wait_for_each_other() {
    let records = [
        record(1, (Ship, "B", 10, "")),
        record(1, (Produce, "B", 10, "R")),
        record(1, (Consume, "A", 10, "R")),
        record(1, (Receive, "A", 10, "")),
    ];
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::SameTime, Code::SameTime]);
    assert_eq!(origin(&flow, "B"), pairs(&[("A", 10)]));
}

#[test]
fn a_lot_that_nobody_named_is_unknown_and_every_candidate_may_be_inside() {
    let item = |kind, lot, quantity, run| Movement { item: "steel", ..record(0, (kind, lot, quantity, run)) };
    let mut records = vec![item(Receive, "A", 10, ""), item(Receive, "B", 10, "")];
    records.push(Movement { time: 1, ..item(Consume, "", 5, "R") });
    records.push(record(2, (Produce, "P", 5, "R")));
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::LotNotNamed]);
    assert_eq!(flow.ancestors("P"), ["A", "B"]);
    assert_eq!(origin(&flow, "P"), pairs(&[("UNKNOWN", 5)]));
    // With one lot in stock there is nothing to choose; with a policy it is declared.
    let flow = follow(&[records[0], records[2], records[3]], Choices::default());
    assert_eq!(origin(&flow, "P"), pairs(&[("A", 5)]));
    let flow = follow(&records, Choices { policy: Policy::Lifo, ..Choices::default() });
    assert_eq!((origin(&flow, "P"), flow.ancestors("P")), (pairs(&[("B", 5)]), vec!["B"]));
}

#[test]
fn what_is_packed_goes_where_its_container_goes() {
    let pack = |kind, time, lot, outer| Movement {
        kind,
        lot,
        to_lot: outer,
        time,
        item: if lot.starts_with('P') { "" } else { "nuts" },
        ..Movement::default()
    };
    let nuts = |kind, time, lot| Movement {
        kind,
        lot,
        time,
        item: "nuts",
        quantity: Some(7),
        ..Movement::default()
    };
    let ship = Movement { kind: Ship, lot: "P2", time: 9, document: "DN-1", ..Movement::default() };
    let records = [
        nuts(Receive, 0, "A"),
        nuts(Receive, 0, "B"),
        pack(Kind::Pack, 1, "A", "P1"),
        pack(Kind::Pack, 1, "B", "P1"),
        pack(Kind::Pack, 2, "P1", "P2"),
        pack(Kind::Unpack, 3, "A", "P1"),
        pack(Kind::Pack, 4, "P2", "P1"),
        ship,
    ];
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::CircularContainment]);
    assert_eq!(flow.contents.ends.gone.parts(), [(1, 7)]);
    assert_eq!(flow.ancestors("P2"), ["B"]);
    assert_eq!(flow.ancestors("P1"), ["A", "B"]);
    assert_eq!(flow.contents.ends.in_stock.quantity(), 7);
}

#[test]
fn a_void_record_never_happened_and_a_copy_counts_once() {
    let coil = Movement { id: "1", ..record(0, (Receive, "A", 10, "")) };
    let wrong = Movement { id: "2", ..record(0, (Receive, "A", 99, "")) };
    let void = Movement { kind: Kind::Void, id: "2", ..Movement::default() };
    let copy = Movement { evidence: Evidence { file: 1, row: 5 }, ..coil };
    let other = Movement { quantity: Some(11), ..coil };
    let flow = follow(&[coil, wrong, copy, void, other], Choices::default());
    assert_eq!(origin(&flow, "A"), pairs(&[("A", 10)]));
    assert_eq!(codes(&flow), [Code::DuplicateRecord, Code::RecordConflict]);
    let none = follow(&[coil, Movement { id: "3", ..void }], Choices::default());
    assert_eq!(codes(&none), [Code::VoidOfNothing]);
}

/// Appendix A and B of schedules 7 and 8 of the CUSMA rules of origin regulations (SOR/2020-155): receipts and shipments of
/// fungible goods; which receipts each shipment is taken from.
#[test]
fn inventory_methods_take_what_the_regulation_says() {
    type Taken = &'static [(&'static str, i128)];
    let seventh: &[(i64, i128)] = &[
        (1, 200),
        (3, 1000),
        (5, 1000),
        (8, -500),
        (9, -500),
        (10, 1000),
        (14, -1500),
        (16, 2000),
        (18, -1500),
    ];
    let fifo: &[Taken] = &[
        &[("1", 200), ("3", 300)],
        &[("3", 500)],
        &[("3", 200), ("5", 1000), ("10", 300)],
        &[("10", 700), ("16", 800)],
    ];
    let lifo: &[Taken] = &[&[("5", 500)], &[("5", 500)], &[("10", 1000), ("3", 500)], &[("16", 1500)]];
    for (policy, wanted) in [(Policy::Fifo, fifo), (Policy::Lifo, lifo)] {
        let names: Vec<String> = seventh.iter().map(|(day, _)| day.to_string()).collect();
        let records: Vec<Movement<'_>> = seventh
            .iter()
            .zip(&names)
            .map(|((day, units), name)| {
                let kind = if *units < 0 { Ship } else { Receive };
                let lot = if *units < 0 { "" } else { name.as_str() };
                Movement { item: "part", ..record(*day, (kind, lot, units.abs(), "")) }
            })
            .collect();
        let flow = follow(&records, Choices { policy, ..Choices::default() });
        let mut shipments = Vec::new();
        for (node, about) in (0u32..).zip(&flow.book.links.nodes) {
            if about.kind == super::links::NodeKind::Sink {
                let mut taken: Vec<(String, i128)> = Vec::new();
                for edge in flow.book.links.edges().filter(|edge| edge.to == node) {
                    taken.push((flow.lot_text(edge.from).to_owned(), edge.amount));
                }
                shipments.push(taken);
            }
        }
        let wanted: Vec<Vec<(String, i128)>> = wanted.iter().map(|list| pairs(list)).collect();
        assert_eq!(shipments, wanted, "{policy:?}");
    }
}

// ---- the oracle: the same definitions over fractions, lot by lot

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
