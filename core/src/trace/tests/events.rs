//! Events of EPCIS as movements: each event type by an example worked by hand.

use crate::error::Code;
use crate::limits::Limits;
use crate::trace::Traced;
use crate::wire::v1::{
    AliasText, IdentifierText, TraceAsk, TraceCard, TraceItem, TraceReading, TraceRequest,
};

const CLASS: &str = "urn:epc:class:lgtin:8931234.010001.";
const ITEM: &str = "https://id.gs1.org/01/08931234100018";

fn lot(name: &str) -> String {
    format!("{ITEM}/10/{name}")
}

/// An event: minute, type and what else it says.
fn event(minute: u32, kind: &str, rest: &str) -> String {
    format!(
        r#"{{"type":"{kind}","eventTime":"2026-03-01T08:{minute:02}:00+07:00","eventTimeZoneOffset":"+07:00",{rest}}}"#
    )
}

fn amount(class: &str, quantity: &str, uom: &str) -> String {
    format!(r#"{{"epcClass":"{CLASS}{class}","quantity":{quantity},"uom":"{uom}"}}"#)
}

fn made(minute: u32, class: &str, quantity: &str, country: &str) -> String {
    let rest = format!(
        r#""action":"ADD","bizStep":"commissioning","quantityList":[{}],"ilmd":{{"cbvmda:countryOfOrigin":"{country}"}}"#,
        amount(class, quantity, "KGM")
    );
    event(minute, "ObjectEvent", &rest)
}

fn seen(minute: u32, step: &str, list: &str, more: &str) -> String {
    event(minute, "ObjectEvent", &format!(r#""action":"OBSERVE","bizStep":"{step}",{list}{more}"#))
}

fn run(minute: u32, inputs: &[String], outputs: &[String], more: &str) -> String {
    let rest = format!(
        r#""inputQuantityList":[{}],"outputQuantityList":[{}]{more}"#,
        inputs.join(","),
        outputs.join(",")
    );
    event(minute, "TransformationEvent", &rest)
}

fn card(name: &str, text: &str) -> TraceCard {
    TraceCard { name: name.into(), text: Some(text.into()), ..TraceCard::default() }
}

fn request(events: &[String]) -> TraceRequest {
    TraceRequest {
        cards: vec![card("events.json", &format!("[{}]", events.join(",")))],
        ..TraceRequest::default()
    }
}

fn traced(request: &TraceRequest) -> Traced {
    Traced::new(request, &Limits::default()).unwrap()
}

fn follow(events: &[String]) -> Traced {
    traced(&request(events))
}

fn codes(traced: &Traced) -> Vec<String> {
    traced.answer().unwrap().result.findings.into_iter().map(|finding| finding.code).collect()
}

/// Shares of a lot by country, as quantities.
fn origin(traced: &Traced, name: &str) -> Vec<(String, String)> {
    let path = traced.back(&TraceAsk { lot: name.into(), ..TraceAsk::default() }).unwrap();
    path.countries.into_iter().map(|share| (share.label, share.quantity)).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_transformation_mixes_what_goes_in() {
    let events = [
        made(1, "C1", "600", "CN"),
        made(2, "V1", "400", "VN"),
        run(3, &[amount("C1", "600", "KGM"), amount("V1", "400", "KGM")], &[amount("W", "1000", "KGM")], ""),
    ];
    let flow = follow(&events);
    assert_eq!(origin(&flow, "W"), pairs(&[("CN", "600"), ("VN", "400")]));
    assert_eq!(flow.flow().ancestors(&lot("W")), [lot("C1"), lot("V1")]);
    assert_eq!(flow.flow().descendants(&format!("{CLASS}C1")), [lot("W")], "in any form of the identifier");
    assert!(codes(&flow).is_empty());
}

#[test]
fn one_transformation_over_several_events_is_one_run() {
    let same = r#","transformationID":"urn:epc:id:gdti:8931234.00001.7""#;
    let (inputs, output) = (amount("C1", "600", "KGM"), amount("W", "1000", "KGM"));
    let apart = [
        made(1, "C1", "600", "CN"),
        made(2, "V1", "400", "VN"),
        run(3, &[], &[output], same),
        run(4, &[inputs], &[], same),
        run(5, &[amount("V1", "400", "KGM")], &[], same),
    ];
    let flow = follow(&apart);
    assert_eq!(origin(&flow, "W"), pairs(&[("CN", "600"), ("VN", "400")]), "whatever their times");
    assert_eq!(codes(&flow), ["OUTPUT_BEFORE_INPUT"]);
}

#[test]
fn no_quantity_is_unknown_and_not_one() {
    let unknown = format!(r#"{{"epcClass":"{CLASS}C1"}}"#);
    let events = [
        made(1, "C1", "600", "CN"),
        made(2, "V1", "400", "VN"),
        run(3, &[unknown, amount("V1", "400", "KGM")], &[amount("W", "500", "KGM")], ""),
    ];
    let flow = follow(&events);
    // 400 of VN are known to be in; 100 came from nowhere that is known.
    assert_eq!(origin(&flow, "W"), pairs(&[("UNKNOWN", "100"), ("VN", "400")]));
    assert!(codes(&flow).contains(&"UNKNOWN_QUANTITY".to_owned()));
    assert_eq!(flow.flow().ancestors(&lot("W")), [lot("C1"), lot("V1")]);
}

#[test]
fn pieces_of_different_items_are_not_compared() {
    let part = |serial: u32| format!(r#""urn:epc:id:sgtin:8931234.010001.{serial}""#);
    let assembly = r#""inputEPCList":["urn:epc:id:sgtin:8931234.010001.1","urn:epc:id:sgtin:8931234.020002.1"],"outputEPCList":["urn:epc:id:sgtin:8931234.030003.1"]"#;
    let events = [
        event(
            1,
            "ObjectEvent",
            &format!(r#""action":"ADD","epcList":[{},"urn:epc:id:sgtin:8931234.020002.1"]"#, part(1)),
        ),
        event(2, "TransformationEvent", assembly),
    ];
    let flow = follow(&events);
    assert_eq!(codes(&flow), ["UNIT_WEIGHT_MISSING"]);
    let device = "urn:epc:id:sgtin:8931234.030003.1";
    assert!(origin(&flow, device).is_empty(), "no share is guessed");
    assert_eq!(flow.flow().ancestors(device).len(), 2);
    // With weights they are.
    let mut request = request(&events);
    for (item, kg) in
        [("(01)08931234100018", "0.3"), ("(01)08931234200022", "0.1"), ("(01)08931234300036", "0.4")]
    {
        request.items.push(TraceItem { item: item.into(), kg: kg.into(), ..TraceItem::default() });
    }
    let flow = traced(&request);
    assert!(codes(&flow).is_empty());
    assert_eq!(origin(&flow, device), pairs(&[("UNKNOWN", "0.4")]));
}

const PALLET: &str = "urn:epc:id:sscc:8931234.1000000001";
const OUTER: &str = "urn:epc:id:sscc:8931234.1000000002";

fn pack(minute: u32, action: &str, parent: &str, children: &str) -> String {
    event(minute, "AggregationEvent", &format!(r#""action":"{action}","parentID":"{parent}"{children}"#))
}

fn to(party: &str, document: &str) -> String {
    format!(
        r#","destinationList":[{{"type":"owning_party","destination":"{party}"}}],"bizTransactionList":[{{"type":"desadv","bizTransaction":"{document}"}}]"#
    )
}

#[test]
fn what_is_packed_leaves_with_its_container() {
    let child = format!(r#","childQuantityList":[{}]"#, amount("C1", "200", "KGM"));
    let events = [
        made(1, "C1", "600", "CN"),
        pack(2, "ADD", PALLET, &child),
        pack(3, "ADD", OUTER, &format!(r#","childEPCs":["{PALLET}"]"#)),
        seen(
            4,
            "shipping",
            &format!(r#""epcList":["{OUTER}"]"#),
            &to("urn:epc:id:pgln:8801234.00000", "PX1"),
        ),
        seen(5, "departing", &format!(r#""epcList":["{OUTER}"]"#), ""),
    ];
    let flow = follow(&events);
    assert_eq!(codes(&flow), ["MISSING_VALUE"; 0]);
    let forward = flow.forward(&TraceAsk { lot: "C1".into(), ..TraceAsk::default() }).unwrap();
    let left: Vec<_> = forward
        .deliveries
        .iter()
        .map(|left| (left.customer.as_str(), left.document.as_str(), left.holds.as_str(), left.unit.as_str()))
        .collect();
    assert_eq!(left, [("https://id.gs1.org/417/8801234000000", "PX1", "200", "kg")]);
    let by_document = flow.back(&TraceAsk { document: "PX1".into(), ..TraceAsk::default() }).unwrap();
    assert_eq!(by_document.countries[0].quantity, "200");
}

#[test]
fn a_part_that_is_taken_out_leaves_the_rest_in() {
    let child = |quantity| format!(r#","childQuantityList":[{}]"#, amount("C1", quantity, "KGM"));
    for packed in ["600", "200"] {
        let events = [
            made(1, "C1", "600", "CN"),
            pack(2, "ADD", PALLET, &child(packed)),
            pack(3, "DELETE", PALLET, &child("50")),
            seen(4, "shipping", &format!(r#""epcList":["{PALLET}"]"#), ""),
        ];
        let flow = follow(&events);
        let forward = flow.forward(&TraceAsk { lot: "C1".into(), ..TraceAsk::default() }).unwrap();
        let holds: Vec<_> = forward.deliveries.iter().map(|left| left.holds.as_str()).collect();
        assert_eq!(holds, [if packed == "600" { "550" } else { "150" }]);
    }
}

#[test]
fn delete_without_children_empties_a_container() {
    let child = format!(r#","childQuantityList":[{}]"#, amount("C1", "200", "KGM"));
    let events = [
        made(1, "C1", "200", "CN"),
        pack(2, "ADD", PALLET, &child),
        pack(3, "DELETE", PALLET, ""),
        run(4, &[amount("C1", "200", "KGM")], &[amount("W", "200", "KGM")], ""),
        seen(5, "shipping", &format!(r#""epcList":["{PALLET}"]"#), ""),
    ];
    let flow = follow(&events);
    assert_eq!(origin(&flow, "W"), pairs(&[("CN", "200")]));
    let forward = flow.forward(&TraceAsk { lot: "C1".into(), ..TraceAsk::default() }).unwrap();
    assert!(forward.deliveries.is_empty(), "an empty pallet takes nothing along");
}

#[test]
fn a_shipment_that_is_answered_is_a_way_and_no_delivery() {
    let list = format!(r#""quantityList":[{}]"#, amount("C1", "200", "KGM"));
    let at = |place: &str| format!(r#","readPoint":{{"id":"urn:epc:id:sgln:8931234.{place}.0"}}"#);
    let events = [
        made(1, "C1", "600", "CN"),
        seen(2, "shipping", &list, &at("00001")),
        seen(3, "receiving", &list, &at("00002")),
        seen(4, "shipping", &list, &at("00002")),
        run(5, &[amount("C1", "400", "KGM")], &[amount("W", "400", "KGM")], ""),
    ];
    let flow = follow(&events);
    assert!(codes(&flow).is_empty());
    let forward = flow.forward(&TraceAsk { lot: "C1".into(), ..TraceAsk::default() }).unwrap();
    assert_eq!(forward.deliveries.len(), 1, "the second shipment is never answered");
    assert_eq!(forward.deliveries[0].holds, "200");
    assert_eq!(origin(&flow, "W"), pairs(&[("CN", "400")]));
}

#[test]
fn another_quantity_with_the_same_document_is_told() {
    let list = |quantity| format!(r#""quantityList":[{}]"#, amount("C1", quantity, "KGM"));
    let paper = r#","bizTransactionList":[{"type":"desadv","bizTransaction":"PX1"}]"#;
    let flow = follow(&[
        made(1, "C1", "600", "CN"),
        seen(2, "shipping", &list("200"), paper),
        seen(3, "receiving", &list("198"), paper),
    ]);
    let answer = flow.answer().unwrap();
    let found = &answer.result.findings[0];
    assert_eq!((found.code.as_str(), found.row, found.column.as_str()), ("UNBALANCED", 3, "/2/quantityList"));
    assert_eq!(found.message, "200 were shipped, 198 were received");
}

#[test]
fn a_shipment_that_did_not_leave_is_none() {
    let list = format!(r#""quantityList":[{}]"#, amount("C1", "200", "KGM"));
    let flow = follow(&[
        made(1, "C1", "600", "CN"),
        seen(2, "shipping", &list, ""),
        seen(3, "void_shipping", &list, ""),
    ]);
    let forward = flow.forward(&TraceAsk { lot: "C1".into(), ..TraceAsk::default() }).unwrap();
    assert!(forward.deliveries.is_empty());
}

#[test]
fn what_nobody_told_the_coming_of_is_an_open_question() {
    let flow = follow(&[run(1, &[amount("C9", "50", "KGM")], &[amount("W", "50", "KGM")], "")]);
    let answer = flow.answer().unwrap();
    let found = &answer.result.findings[0];
    assert_eq!((found.code.as_str(), found.file.as_str(), found.row), ("MISSING_PARENT", "events.json", 1));
    assert_eq!(found.column, "/0/inputQuantityList");
    assert_eq!(origin(&flow, "W"), pairs(&[("UNKNOWN", "50")]));
    assert_eq!(flow.flow().ancestors(&lot("W")), [lot("C9")], "and yet it is known which lot it was");
}

#[test]
fn a_pallet_of_a_supplier_is_opened_here() {
    let from = r#","sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:4012345.00000"}]"#;
    let child = format!(r#","childQuantityList":[{}]"#, amount("C1", "200", "KGM"));
    let flow = follow(&[
        seen(1, "receiving", &format!(r#""epcList":["{PALLET}"]"#), from),
        pack(2, "DELETE", PALLET, &child),
        run(3, &[amount("C1", "200", "KGM")], &[amount("W", "200", "KGM")], ""),
    ]);
    let back = flow.back(&TraceAsk { lot: "W".into(), ..TraceAsk::default() }).unwrap();
    assert_eq!(back.suppliers[0].label, "https://id.gs1.org/417/4012345000009");
}

#[test]
fn joined_parts_go_with_what_they_are_joined_to() {
    let join = r#""action":"ADD","parentID":"urn:epc:id:sgtin:8931234.030003.1","childEPCs":["urn:epc:id:giai:8931234.S7"]"#;
    let flow = follow(&[
        event(
            1,
            "ObjectEvent",
            r#""action":"ADD","epcList":["urn:epc:id:sgtin:8931234.030003.1","urn:epc:id:giai:8931234.S7"]"#,
        ),
        event(2, "AssociationEvent", join),
        seen(3, "shipping", r#""epcList":["urn:epc:id:sgtin:8931234.030003.1"]"#, &to("A", "PX1")),
    ]);
    assert!(codes(&flow).is_empty());
    for thing in ["urn:epc:id:giai:8931234.S7", "urn:epc:id:sgtin:8931234.030003.1"] {
        let forward = flow.forward(&TraceAsk { lot: thing.into(), ..TraceAsk::default() }).unwrap();
        assert_eq!(forward.deliveries[0].holds, "1", "{thing}");
    }
}

#[test]
fn retracted_and_repeated_events_never_happened() {
    let named = |event: String, id: &str, more: &str| {
        event.replacen('{', &format!(r#"{{"eventID":"{id}"{more},"#), 1)
    };
    let error = r#","errorDeclaration":{"declarationTime":"2026-03-02T00:00:00Z"}"#;
    let wrong = made(1, "C1", "900", "CN");
    let right = named(made(1, "C1", "600", "CN"), "urn:uuid:b", "");
    let mut request = request(&[named(wrong.clone(), "urn:uuid:a", ""), right.clone()]);
    // The retraction stands in another file, and so does a copy.
    request.cards.push(card("more.ndjson", &format!("{}\n{right}\n", named(wrong, "urn:uuid:a", error))));
    let flow = traced(&request);
    let answer = flow.answer().unwrap();
    assert_eq!((answer.result.coverage.voided, answer.result.coverage.records), (3, 4));
    let lots: Vec<_> = answer.result.lots.iter().map(|lot| lot.quantity.as_str()).collect();
    assert_eq!(lots, ["600"]);
    let copy = answer.result.findings.iter().find(|found| found.code == "DUPLICATE_EVENT").unwrap();
    assert_eq!((copy.file.as_str(), copy.row, copy.column.as_str()), ("more.ndjson", 2, "/lines/2"));
}

#[test]
fn cards_and_events_meet_in_a_lot() {
    let cards = "date,kind,store,item,lot,quantity,unit,run,country\n\
        2026-02-27,receive,A,COIL,X1,600,kg,,CN\n\
        2026-02-28,consume,A,COIL,X1,600,kg,R1,\n\
        2026-02-28,produce,B,WIRE,C1,600,kg,R1,\n\
        2026-03-02,receive,C,WIRE,W,100,kg,,\n\
        2026-03-03,consume,C,WIRE,W,100,kg,R2,\n\
        2026-03-03,produce,C,NAIL,N1,100,kg,R2,\n";
    let mut request = request(&[
        run(3, &[amount("C1", "600", "KGM")], &[amount("W", "600", "KGM")], ""),
        seen(4, "shipping", &format!(r#""quantityList":[{}]"#, amount("W", "100", "KGM")), ""),
    ]);
    request.cards.push(card("cards.csv", cards));
    let text = |text: &str| IdentifierText { text: text.into(), ..IdentifierText::default() };
    request.aliases = vec![AliasText { identifier: text("WIRE"), same_as: text("(01)08931234100018") }];
    request.reading = TraceReading { locale: Some("en-US".into()), ..TraceReading::default() };
    let flow = traced(&request);
    assert_eq!(codes(&flow), [""; 0]);
    // Made on a card, worked up by an event, shipped by an event, taken in and used on cards.
    assert_eq!(origin(&flow, "N1"), pairs(&[("CN", "100")]));
    assert_eq!(
        flow.flow().ancestors("N1"),
        ["X1".to_owned(), lot("C1"), lot("W")]
            .iter()
            .map(String::as_str)
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_others() {
    let mut request = request(&[made(1, "C1", "600", "CN")]);
    request.cards.push(card("cut.json", r#"{"type":"EPCISDocument","epcisBody":{"eventList":[{"#));
    let answer = traced(&request).answer().unwrap();
    assert_eq!(answer.result.coverage.excluded, 1);
    assert_eq!(
        (answer.result.findings[0].file.as_str(), answer.result.findings[0].severity.as_str()),
        ("cut.json", "error")
    );
    assert_eq!(answer.result.lots.len(), 1);
    let unit = TraceCard { unit: "kg".into(), ..card("e.json", "[]") };
    let error =
        Traced::new(&TraceRequest { cards: vec![unit], ..TraceRequest::default() }, &Limits::default())
            .unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::BadRequest, "/cards/0"));
}
