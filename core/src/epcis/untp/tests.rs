use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::epcis::{Hasher, Source, visit};
use crate::limits::Limits;

fn names() -> BTreeMap<String, String> {
    [("https://id.gs1.org/414/4012345000115", "Xưởng 1"), ("urn:x:heat:1", "Thép")]
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .into()
}

/// Events as a credential, and the pointers of what was lost with how grave it is.
fn written(events: &[Value], version: Version) -> (String, Vec<(String, Severity)>) {
    let document = Value::Array(events.to_vec()).to_string();
    let names = names();
    let mut writer = Writer::new(version, &names);
    visit(&document, &Limits::default(), &mut |met| {
        let event = met.event.as_ref().unwrap();
        let hash = Hasher::default().hash(event, met.frame);
        writer.event(met.place, event, &hash);
        Ok(())
    })
    .unwrap();
    let told = Credential {
        id: "urn:uuid:1",
        issuer: "did:web:a.example",
        issuer_name: "A",
        name: "Events",
        valid_from: "2026-03-01T08:00:00Z",
    };
    let lost = writer
        .losses
        .iter()
        .map(|(place, remark)| (format!("{}{}", place.path(), remark.path), remark.severity));
    (writer.credential(told).unwrap(), lost.collect())
}

fn hashes(text: &str) -> Vec<Result<String, (Code, String)>> {
    let limits = Limits::default();
    let source = Source::open(text, &limits).unwrap();
    let mut hashes = Vec::new();
    visit(source.json(), &limits, &mut |met| {
        hashes.push(match &met.event {
            Ok(event) => Ok(Hasher::default().hash(event, met.frame)),
            Err(fault) => Err((fault.code, source.tell(&[(met.place, &fault.path)], &limits)[0].0.clone())),
        });
        Ok(())
    })
    .unwrap();
    hashes
}

fn read_json(text: &str) -> Value {
    let source = Source::open(text, &Limits::default()).unwrap();
    serde_json::from_str(source.json()).unwrap()
}

const SEVENTH: &str = r#"{"@context": ["https://www.w3.org/ns/credentials/v2", "https://vocabulary.uncefact.org/untp/0.7.0/context/"],
  "type": ["DigitalTraceabilityEvent", "VerifiableCredential"], "id": "urn:uuid:9", "issuer": {"id": "did:web:a.example", "name": "A"},
  "validFrom": "2026-03-02T00:00:00Z", "name": "Bolts",
  "credentialSubject": [
    {"type": ["MakeEvent", "LifecycleEvent"], "id": "urn:uuid:1", "name": "forging", "eventDate": "2026-03-01T08:00:00+07:00",
     "activityType": {"code": "transforming", "name": "Transforming", "schemeId": "https://ref.gs1.org/cbv/BizStep", "schemeName": "GS1 CBV Business Step"},
     "inputProduct": [{"product": {"id": "urn:x:wire", "name": "Wire", "idGranularity": "model", "batchNumber": "H1"}, "quantity": {"value": 100.50, "unit": "KGM", "upperTolerance": 0.5}, "disposition": "consumed"}],
     "outputProduct": [{"product": {"id": "urn:x:bolt:1", "name": "Bolt", "idGranularity": "item"}, "disposition": "new"},
       {"product": {"id": "urn:x:bolts", "name": "Bolts", "idGranularity": "batch"}, "quantity": {"value": 12000, "unit": "H87"}, "disposition": "new"}],
     "madeAtFacility": {"id": "urn:x:works", "name": "Works"}},
    {"type": ["MoveEvent", "LifecycleEvent"], "id": "urn:uuid:2", "name": "m", "eventDate": "2026-03-02T08:00:00Z",
     "activityType": {"code": "9", "name": "sea", "schemeId": "urn:x:own", "schemeName": "Own"},
     "movedProduct": [{"product": {"id": "urn:x:bolts", "name": "Bolts", "idGranularity": "batch"}, "quantity": {"value": 12000, "unit": "H87"}, "disposition": "inTransit"}],
     "fromFacility": {"id": "urn:x:works", "name": "Works"}, "toFacility": {"id": "urn:x:buyer", "name": "Buyer"}, "consignmentId": "urn:x:bl:1"},
    {"type": ["ModifyEvent", "LifecycleEvent"], "id": "urn:uuid:3", "name": "end", "eventDate": "2026-03-03",
     "modifiedProduct": [{"product": {"id": "urn:x:bolt:1", "name": "Bolt", "idGranularity": "item"}, "disposition": "disposed"}], "modifiedAtFacility": {"id": "urn:x:buyer", "name": "Buyer"}},
    {"type": ["BakeEvent"]}, 7 ] }"#;

#[test]
fn events_of_the_seventh_version_are_events_of_epcis() {
    let json = read_json(SEVENTH);
    let want = json!([
        {"type": "TransformationEvent", "eventID": "urn:uuid:1", "eventTime": "2026-03-01T08:00:00+07:00", "eventTimeZoneOffset": "+07:00", "bizStep": "transforming",
         "inputQuantityList": [{"epcClass": "urn:x:wire", "quantity": 100.50, "uom": "KGM"}], "outputEPCList": ["urn:x:bolt:1"],
         "outputQuantityList": [{"epcClass": "urn:x:bolts", "quantity": 12000}], "bizLocation": {"id": "urn:x:works"}},
        {"type": "ObjectEvent", "eventID": "urn:uuid:2", "eventTime": "2026-03-02T08:00:00Z", "action": "OBSERVE", "quantityList": [{"epcClass": "urn:x:bolts", "quantity": 12000}],
         "disposition": "in_transit", "sourceList": [{"type": "location", "source": "urn:x:works"}], "destinationList": [{"type": "location", "destination": "urn:x:buyer"}],
         "bizTransactionList": [{"bizTransaction": "urn:x:bl:1"}]},
        {"type": "ObjectEvent", "eventID": "urn:uuid:3", "eventTime": "2026-03-03", "action": "DELETE", "epcList": ["urn:x:bolt:1"], "disposition": "disposed", "bizLocation": {"id": "urn:x:buyer"}},
        {"type": "BakeEvent"}, 7]);
    assert_eq!(json["epcisBody"]["eventList"], want);
    let wrong: Vec<_> = hashes(SEVENTH).into_iter().filter_map(Result::err).collect();
    let at = |path: &str| format!("/credentialSubject/{path}");
    assert_eq!(
        wrong,
        [(Code::BadTime, at("2/eventDate")), (Code::UnknownValue, at("3/type")), (Code::WrongType, at("4"))]
    );
    let limits = Limits::default();
    let source = Source::open(SEVENTH, &limits).unwrap();
    let wanted: Vec<_> = source.losses().iter().map(|(place, remark)| (*place, &*remark.path)).collect();
    let told: Vec<_> = source
        .tell(&wanted, &limits)
        .into_iter()
        .zip(source.losses())
        .map(|((path, _), (_, remark))| (path, remark.severity))
        .collect();
    assert!(told.contains(&(at("0/inputProduct/0/product/batchNumber"), Severity::Warning)), "{told:?}");
    for light in [
        "0/name",
        "0/inputProduct/0/product/name",
        "0/inputProduct/0/quantity/upperTolerance",
        "0/madeAtFacility/name",
        "1/activityType",
        "1/toFacility/name",
    ] {
        assert!(told.contains(&(at(light), Severity::Info)), "{light} {told:?}");
    }
    assert!(told.contains(&("/issuer".into(), Severity::Info)));
    assert_eq!(
        source.tell(&[(Place::Element("/epcisBody/eventList", 0), "/inputQuantityList/0/quantity")], &limits)
            [0]
        .0,
        at("0/inputProduct/0/quantity/value")
    );
}

#[test]
fn containers_are_not_lost_in_silence() {
    let packed = json!({"type": "AggregationEvent", "eventTime": "2026-03-01T08:00:00+07:00", "eventTimeZoneOffset": "+07:00", "eventID": "urn:uuid:1",
        "action": "ADD", "parentID": "urn:epc:id:sscc:4012345.0000000111", "childEPCs": ["urn:epc:id:sgtin:4012345.012345.1"]});
    let (text, lost) = written(std::slice::from_ref(&packed), Version::Seventh);
    assert_eq!(lost, [("/0".into(), Severity::Warning)]);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["credentialSubject"], json!([]));
    let (text, lost) = written(std::slice::from_ref(&packed), Version::Sixth);
    assert!(lost.iter().all(|(_, severity)| *severity == Severity::Info), "{lost:?}");
    assert_eq!(hashes(&text), hashes(&packed.to_string()), "0.6 has containers: {text}");
}

#[test]
fn what_a_credential_has_to_say_is_asked_for() {
    let names = names();
    let none = Credential { id: "", issuer: "did:web:a", issuer_name: "", name: "n", valid_from: "" };
    let error = Writer::new(Version::Seventh, &names).credential(none).unwrap_err();
    assert_eq!(error.code(), Code::ChoiceMissing);
    for missing in ["credential.id", "credential.issuer_name", "created"] {
        assert!(error.message().contains(missing));
    }
}

#[test]
fn what_is_not_known_is_left_out_and_told() {
    let event = json!({"type": "ObjectEvent", "eventTime": "2026-03-01T08:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE", "bizStep": "shipping",
        "quantityList": [{"epcClass": "PHÔI-07"}], "transformationID": "urn:x:1", "readPoint": {"id": "urn:epc:id:sgln:4012345.00011.0"}, "ex:note": 1});
    for (version, pointers) in [
        (
            Version::Sixth,
            vec![
                "/0/quantityList/0",
                "/0/transformationID",
                "/0/readPoint",
                "/0/ex:note",
                "/0/eventTimeZoneOffset",
            ],
        ),
        (
            Version::Seventh,
            vec![
                "/0/quantityList/0",
                "/0/transformationID",
                "/0/bizStep",
                "/0/ex:note",
                "/0/eventTimeZoneOffset",
            ],
        ),
    ] {
        let (text, lost) = written(std::slice::from_ref(&event), version);
        for pointer in pointers {
            assert!(lost.iter().any(|(held, _)| held == pointer), "{pointer} {lost:?}");
        }
        let subject = &serde_json::from_str::<Value>(&text).unwrap()["credentialSubject"][0];
        assert!(
            subject["id"].as_str().unwrap().starts_with("ni:///sha-256;"),
            "an event without an identifier has its hash"
        );
        assert!(!subject.to_string().contains("quantity\":"), "unknown is not zero: {subject}");
    }
}

fn thing(kind: &str, place: &str) -> impl Strategy<Value = Value> + use<> {
    let (kind, place) = (kind.to_owned(), place.to_owned());
    let epcs = prop::collection::vec("urn:x:[a-c]{1,3}", 1..3);
    let classes =
        prop::collection::vec(("urn:x:[d-f]{1,3}", 1u32..1_000_000, prop::option::of(Just("KGM"))), 1..3);
    (epcs, classes, 0u32..60, prop::sample::select(vec!["commissioning", "transforming", "inspecting"]), any::<bool>()).prop_map(move |(epcs, classes, minute, step, other)| {
        let class = |(id, amount, unit): (String, u32, Option<&str>)| {
            let mut class = json!({"epcClass": id, "quantity": amount});
            if let Some(unit) = unit {
                class["uom"] = json!(unit);
            }
            class
        };
        let classes: Vec<Value> = classes.into_iter().map(class).collect();
        let mut event = json!({"type": kind, "eventTime": format!("2026-03-01T08:{minute:02}:00+07:00"), "eventTimeZoneOffset": "+07:00", "eventID": "urn:uuid:1",
            "bizStep": step, "bizLocation": {"id": place}});
        let lists = match &*kind {
            "TransformationEvent" => ["inputEPCList", "outputQuantityList"],
            "ObjectEvent" => ["epcList", "quantityList"],
            _ => ["childEPCs", "childQuantityList"],
        };
        event[lists[0]] = json!(epcs);
        event[lists[1]] = json!(classes);
        if kind != "TransformationEvent" {
            event["action"] = json!(if other { "ADD" } else { "OBSERVE" });
        }
        if lists[0] == "childEPCs" {
            event["parentID"] = json!("urn:x:box");
        }
        event
    })
}

proptest! {
    #[test]
    fn what_both_can_say_comes_back(
        kept in prop_oneof![thing("ObjectEvent", "urn:x:p"), thing("TransformationEvent", "urn:x:p"), thing("AggregationEvent", "urn:x:p"), thing("AssociationEvent", "urn:x:p")],
    ) {
        let given = hashes(&kept.to_string());
        let (sixth, _) = written(std::slice::from_ref(&kept), Version::Sixth);
        prop_assert_eq!(hashes(&sixth), given.clone(), "{}", sixth);
        if !matches!(kept["type"].as_str(), Some("AggregationEvent" | "AssociationEvent")) {
            let (seventh, _) = written(std::slice::from_ref(&kept), Version::Seventh);
            prop_assert_eq!(hashes(&seventh), given, "{}", seventh);
        }
    }

    #[test]
    fn no_credential_panics(cuts in prop::collection::vec((0usize..3_000, 0usize..40, "[\\[\\]{}\",:0-9a.\\\\]{0,4}"), 1..4)) {
        let mut text = SEVENTH.to_owned();
        for (at, length, with) in cuts {
            let near = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let range = near(at)..near(at + length);
            text.replace_range(range, &with);
        }
        let limits = Limits::default();
        if let Ok(source) = Source::open(&text, &limits) {
            let _ = visit(source.json(), &limits, &mut |met| {
                source.tell(&[(met.place, "/a")], &limits);
                Ok(())
            });
        }
    }
}
