//! The law of the format: what is written reads as what was read.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{visit, write_document, write_event};
use crate::limits::Limits;

/// A text read, and written again.
pub(super) fn rewritten(text: &str) -> String {
    let mut events = Vec::new();
    let frame = visit(text, &Limits::default(), &mut |met| {
        let mut out = String::new();
        write_event(met.event.as_ref().unwrap(), &mut out);
        events.push(out);
        Ok(())
    })
    .unwrap();
    write_document(&frame, "", &events).unwrap()
}

/// Texts with everything that JSON escapes, and what it need not.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z:./0-9]{1,24}",
        "[\"\\\\/\u{8}\u{c}\n\r\t\u{1}\u{7f} a-zđếốư\u{e000}😀]{1,12}",
        any::<String>().prop_map(|text| format!("x{text}")),
    ]
}

/// A number as events may write it, with no more digits than the comparison below reads alike.
fn number() -> impl Strategy<Value = Value> {
    "(0|[1-9][0-9]{0,6})(\\.[0-9]{1,4})?(e-?[1-4])?".prop_map(|text| serde_json::from_str(&text).unwrap())
}

/// Any value of an extension.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number(),
        text().prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(text(), inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn extensions() -> impl Strategy<Value = Map<String, Value>> {
    let own = ("[a-z]{1,6}", value()).prop_map(|(name, value)| (format!("ex:{name}"), value));
    prop::collection::vec(own, 0..3).prop_map(|list| list.into_iter().collect())
}

fn time() -> impl Strategy<Value = String> {
    let parts = (2000u32..2100, 1u32..13, 1u32..29, 0u32..24, 0u32..60, 0u32..60);
    let tail = ("(\\.[0-9]{1,9})?", prop::sample::select(vec!["Z", "+07:00", "-03:30"]));
    (parts, tail).prop_map(|((year, month, day, hour, minute, second), (fraction, offset))| {
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
    })
}

/// Things of a class, or single ones.
fn things(classes: bool) -> BoxedStrategy<Value> {
    if !classes {
        return prop::collection::vec(text(), 1..4).prop_map(Value::from).boxed();
    }
    let one = (text(), prop::option::of(number()), prop::option::of("[A-Z0-9]{2,3}"), extensions());
    let one = one.prop_map(|(class, quantity, unit, more)| {
        let mut thing = more;
        thing.insert("epcClass".into(), class.into());
        quantity.map(|quantity| thing.insert("quantity".into(), quantity));
        unit.map(|unit| thing.insert("uom".into(), unit.into()));
        Value::from(thing)
    });
    prop::collection::vec(one, 1..3).prop_map(Value::from).boxed()
}

fn place() -> impl Strategy<Value = Value> {
    (text(), extensions()).prop_map(|(id, mut more)| {
        more.insert("id".into(), id.into());
        Value::from(more)
    })
}

fn links(member: &'static str) -> impl Strategy<Value = Value> {
    let one = (text(), prop::option::of(text()), extensions()).prop_map(move |(id, kind, mut more)| {
        more.insert(member.into(), id.into());
        kind.map(|kind| more.insert("type".into(), kind.into()));
        Value::from(more)
    });
    prop::collection::vec(one, 1..3).prop_map(Value::from)
}

fn texts() -> impl Strategy<Value = Value> {
    prop::collection::vec(text(), 1..3).prop_map(Value::from)
}

fn retraction() -> impl Strategy<Value = Value> {
    (time(), prop::option::of(text()), prop::option::of(texts()), extensions()).prop_map(
        |(time, reason, correctives, mut more)| {
            more.insert("declarationTime".into(), time.into());
            reason.map(|reason| more.insert("reason".into(), reason.into()));
            correctives.map(|ids| more.insert("correctiveEventIDs".into(), ids));
            Value::from(more)
        },
    )
}

/// The members that each kind of event has beside those of all.
fn own_members(kind: &str) -> &'static [(&'static str, bool)] {
    match kind {
        "ObjectEvent" => &[("epcList", false), ("quantityList", true)],
        "TransactionEvent" => &[("epcList", false), ("quantityList", true)],
        "TransformationEvent" => &[
            ("inputEPCList", false),
            ("inputQuantityList", true),
            ("outputEPCList", false),
            ("outputQuantityList", true),
        ],
        _ => &[("childEPCs", false), ("childQuantityList", true)],
    }
}

fn event() -> impl Strategy<Value = Value> {
    let kinds =
        ["ObjectEvent", "AggregationEvent", "AssociationEvent", "TransactionEvent", "TransformationEvent"];
    prop::sample::select(kinds.to_vec()).prop_flat_map(|kind| {
        let mut members: Vec<(&str, BoxedStrategy<Value>)> = vec![
            ("eventID", text().prop_map(Value::from).boxed()),
            ("recordTime", time().prop_map(Value::from).boxed()),
            ("eventTimeZoneOffset", Just(json!("+07:00")).boxed()),
            ("errorDeclaration", retraction().boxed()),
            ("certificationInfo", texts().boxed()),
            ("bizStep", text().prop_map(Value::from).boxed()),
            ("disposition", text().prop_map(Value::from).boxed()),
            ("persistentDisposition", texts().prop_map(|set| json!({ "set": set })).boxed()),
            ("readPoint", place().boxed()),
            ("bizLocation", place().boxed()),
            ("bizTransactionList", links("bizTransaction").boxed()),
            ("sourceList", links("source").boxed()),
            ("destinationList", links("destination").boxed()),
            ("sensorElementList", prop::collection::vec(value(), 1..3).prop_map(Value::from).boxed()),
            ("ilmd", extensions().prop_map(Value::from).boxed()),
            ("@context", extensions().prop_map(Value::from).boxed()),
        ];
        members.extend(own_members(kind).iter().map(|(name, classes)| (*name, things(*classes))));
        if matches!(kind, "AggregationEvent" | "AssociationEvent" | "TransactionEvent") {
            members.push(("parentID", text().prop_map(Value::from).boxed()));
        }
        if kind == "TransformationEvent" {
            members.push(("transformationID", text().prop_map(Value::from).boxed()));
        }
        let action = prop::sample::select(vec!["OBSERVE", "ADD", "DELETE"]);
        let each: Vec<_> = members
            .into_iter()
            .map(|(name, value)| prop::option::of(value).prop_map(move |value| (name, value)))
            .collect();
        (each, extensions(), time(), action).prop_map(move |(each, more, time, action)| {
            let mut event = more;
            event.insert("type".into(), kind.into());
            event.insert("eventTime".into(), time.into());
            if kind != "TransformationEvent" {
                event.insert("action".into(), action.into());
            }
            event.extend(each.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            Value::from(event)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// I17: written and read again, every event says what it said, and the text stays as it is from then on.
    #[test]
    fn what_is_written_reads_as_what_was_read(events in prop::collection::vec(event(), 1..4), header in value(), pretty in any::<bool>()) {
        let document = json!({
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"ex": "https://example.com/"}],
            "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-01T08:00:00Z",
            "epcisHeader": header, "epcisBody": {"eventList": events},
        });
        let given = if pretty { serde_json::to_string_pretty(&document).unwrap() } else { document.to_string() };
        let once = rewritten(&given);
        prop_assert_eq!(&rewritten(&once), &once);
        // Nothing is lost and nothing is added: as values the two documents are one.
        prop_assert_eq!(serde_json::from_str::<Value>(&once).unwrap(), document);
    }
}
