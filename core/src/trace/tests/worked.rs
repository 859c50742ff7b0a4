//! The worked answers of the method, and what must be told.

use super::*;

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
fn a_lot_that_was_used_up_may_still_be_inside_what_names_it_again() {
    let records = [
        record(1, (Receive, "A", 10, "")),
        record(2, (Consume, "A", 10, "R1")),
        record(2, (Produce, "B", 10, "R1")),
        record(3, (Consume, "A", 10, "R2")),
        record(3, (Produce, "C", 10, "R2")),
    ];
    let flow = follow(&records, Choices::default());
    assert_eq!(codes(&flow), [Code::AboveStock]);
    assert_eq!(origin(&flow, "C"), pairs(&[("UNKNOWN", 10)]));
    assert_eq!(flow.ancestors("C"), ["A"]);
    assert_eq!(flow.descendants("A"), ["B", "C"]);
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
