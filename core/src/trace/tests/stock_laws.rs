//! Laws of stock and of units: what goes out and what stays are worth what came in; a quantity is the same in every unit.

use num_rational::BigRational;
use proptest::prelude::*;

use super::year::{near, whole};
use super::*;
use crate::trace::tally::Tally;
use crate::wire::v1;

/// A quantity in stock: units, what they are worth exactly, and how far a count may be from it.
type Slice = (i128, BigRational, BigRational);

/// Takes units out of a slice, with their share of its worth.
fn cut(slice: &mut Slice, units: i128) -> (BigRational, BigRational) {
    let (all, worth, error) = slice.clone();
    let own = &worth * whole(units) / whole(all);
    // What is taken whole is not rounded.
    let error = if units == all { error } else { error + whole(1) };
    *slice = (all - units, worth - &own, error.clone());
    (own, error)
}

/// What an issue is worth by a policy, slice by slice.
fn issue(policy: Policy, stock: &mut Vec<Slice>, units: i128) -> (BigRational, BigRational) {
    let (mut left, mut worth, mut error) = (units, whole(0), whole(0));
    while left > 0 {
        let at = if policy == Policy::Lifo { stock.len() - 1 } else { 0 };
        let part = left.min(stock[at].0);
        let (own, off) = cut(&mut stock[at], part);
        (left, worth, error) = (left - part, worth + own, error + off);
        if stock[at].0 == 0 {
            stock.remove(at);
        }
    }
    (worth, error)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// I18: what was issued and what is left are worth what was there and what came, to the milligram; and each issue is worth
    /// what its slices are.
    #[test]
    fn issues_and_stock_are_worth_what_came_in(
        policy in prop::sample::select(vec![Policy::Fifo, Policy::Lifo, Policy::Average, Policy::PeriodAverage]),
        opening in (1i128..2_000, 0i128..50_000),
        moves in prop::collection::vec((any::<bool>(), 1i128..2_000, 0i128..50_000), 1..20),
    ) {
        let names: Vec<String> = (0..=moves.len()).map(|lot| format!("L{lot:02}")).collect();
        let receipt = |kind, time: usize, units, worth| Movement {
            kind, item: "x", lot: &names[time], time: time.try_into().unwrap(), quantity: Some(units), carbon: Some(worth), ..Movement::default()
        };
        let mut records = vec![receipt(Kind::Opening, 0, opening.0, opening.1)];
        let (mut there, mut came) = (opening.0, opening.1);
        for (time, (comes, units, worth)) in (1..).zip(&moves) {
            if *comes {
                records.push(receipt(Receive, time, *units, *worth));
                (there, came) = (there + units, came + worth);
            } else if there > 0 {
                let units = 1 + units % there;
                records.push(Movement { lot: "", carbon: None, ..receipt(Ship, time, units, 0) });
                there -= units;
            }
        }
        let flow = follow(&records, Choices { policy, ..Choices::default() });
        prop_assert!(codes(&flow).is_empty());

        // The same book in slices; an average is one slice, a period's average that of all that came in it.
        let mut stock: Vec<Slice> = Vec::new();
        if policy == Policy::PeriodAverage {
            stock.push((there + records.iter().filter(|record| record.kind == Ship).map(|record| record.quantity.unwrap()).sum::<i128>(), whole(came), whole(0)));
        }
        let mut issues = Vec::new();
        for record in &records {
            let units = record.quantity.unwrap();
            match (record.kind, policy) {
                (Ship, _) => issues.push(issue(policy, &mut stock, units)),
                (_, Policy::PeriodAverage) => {}
                (_, Policy::Average) if !stock.is_empty() => {
                    stock[0] = (stock[0].0 + units, &stock[0].1 + whole(record.carbon.unwrap()), stock[0].2.clone());
                }
                _ => stock.push((units, whole(record.carbon.unwrap()), whole(0))),
            }
        }
        let left = stock.iter().fold(whole(0), |sum, (_, worth, _)| sum + worth);
        let issued = issues.iter().fold(whole(0), |sum, (worth, _)| sum + worth);
        prop_assert_eq!(left + issued, whole(came));

        let ends = &flow.contents.ends;
        prop_assert_eq!(ends.gone.carbon() + ends.in_stock.carbon(), came);
        prop_assert_eq!(ends.in_stock.quantity(), there);
        let sinks = flow.book.links.nodes.iter().zip(&flow.contents.nodes);
        let sinks = sinks.filter(|(node, _)| node.kind == super::links::NodeKind::Sink);
        let contents: Vec<i128> = sinks.map(|(_, content)| content.as_ref().unwrap().carbon()).collect();
        prop_assert_eq!(contents.len(), issues.len());
        for (carbon, (worth, error)) in contents.into_iter().zip(&issues) {
            prop_assert!(near(carbon, worth, error), "{carbon} for {worth}");
        }
    }

    /// M-208: goods that go out and come back, as often as one likes, are neither more nor fewer, of no source and in no policy.
    #[test]
    fn what_comes_back_is_what_went_out(
        policy in prop::sample::select(vec![Policy::Specific, Policy::Fifo, Policy::Lifo, Policy::Average, Policy::PeriodAverage]),
        moves in prop::collection::vec((0u8..4, 1i128..2_000, 0usize..3), 2..30),
    ) {
        let (names, parties) = (["A", "B", "C"], ["", "Osaka", "Kyoto"]);
        let (mut there, mut out) = ([0i128; 3], [[0i128; 3]; 3]);
        let mut records = Vec::new();
        for (time, (kind, units, which)) in (0..).zip(&moves) {
            let party = (units % 3) as usize;
            let (kind, units) = match kind {
                0 => (Receive, *units),
                1 | 2 => (Ship, units % (there[*which] + 1)),
                _ => (Kind::Return, units % (out[*which][party] + 1)),
            };
            if units == 0 {
                continue;
            }
            match kind {
                Receive => there[*which] += units,
                Ship => (there[*which], out[*which][party]) = (there[*which] - units, out[*which][party] + units),
                _ => (there[*which], out[*which][party]) = (there[*which] + units, out[*which][party] - units),
            }
            // Each item has one lot of its own name, so that every policy can serve what is asked of it.
            records.push(Movement {
                kind, item: names[*which], lot: names[*which], party: parties[party], time, quantity: Some(units),
                carbon: (kind == Receive).then_some(units * 3), ..Movement::default()
            });
        }
        let flow = follow(&records, Choices { policy, ..Choices::default() });
        prop_assert!(flow.gaps.iter().all(|gap| gap.severity == crate::error::Severity::Info), "{:?}", codes(&flow));
        let ends = &flow.contents.ends;
        prop_assert_eq!(ends.in_stock.quantity(), there.iter().sum::<i128>());
        prop_assert_eq!(ends.gone.quantity(), out.iter().flatten().sum::<i128>());
        let all = Tally::all([&ends.in_stock, &ends.gone]);
        let received: i128 = records.iter().filter(|record| record.kind == Receive).map(|record| record.quantity.unwrap()).sum();
        prop_assert_eq!(all.carbon(), received * 3);
        for (label, units) in all.parts() {
            let source = flow.book.record(flow.book.links.nodes[at(flow.contents.labels[at(label)])].record).unwrap();
            prop_assert_eq!(Some(units), source.quantity);
        }
    }

    /// I14: a quantity that is whole in base units is the same there, in whatever unit it was written.
    #[test]
    fn a_quantity_goes_through_units_and_back_unchanged(
        base in 1i128..1_000_000_000_000,
        unit in prop::sample::select(vec![
            // The unit, its size in base units, and the decimals of the answer's unit.
            ("t", 1_000_000_000, 6), ("tấn", 1_000_000_000, 6), ("tạ", 100_000_000, 6), ("kg", 1_000_000, 6), ("g", 1_000, 6), ("mg", 1, 6),
            ("m3", 1_000_000_000, 6), ("L", 1_000_000, 6), ("lít", 1_000_000, 6), ("mL", 1_000, 6), ("cái", 1, 0), ("thùng", 1, 0),
        ]),
    ) {
        let (unit, size, decimals): (&str, i128, u32) = unit;
        let ask = |quantity: String, unit: &str| {
            let record = v1::TraceRecord {
                kind: "receive".into(), date: "2026-01-02".into(), item: "x".into(), lot: "A".into(), quantity, unit: unit.into(),
                ..v1::TraceRecord::default()
            };
            let answer = super::super::follow(&v1::TraceRequest { records: vec![record], ..v1::TraceRequest::default() }).unwrap();
            assert!(answer.result.findings.is_empty(), "{unit}: {:?}", answer.result.findings);
            (answer.result.lots[0].quantity.clone(), answer.result.lots[0].unit.clone())
        };
        let digits = size.ilog10();
        let (there, kept) = ask(crate::supply::decimal(base, digits), unit);
        prop_assert_eq!(&there, &crate::supply::decimal(base, decimals));
        prop_assert_eq!(ask(there.clone(), &kept), (there, kept));
    }
}
