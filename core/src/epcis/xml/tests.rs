use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::epcis::{Hasher, Log, Sameness, Source, visit, write_event};

/// Writes events as XML, as the standard has it: 1.2 with what came later in `extension`, 2.0 without.
struct ToXml {
    out: String,
    nested: bool,
}

const LISTS: &[(&str, &str)] = &[
    ("epcList", "epc"),
    ("childEPCs", "epc"),
    ("inputEPCList", "epc"),
    ("outputEPCList", "epc"),
    ("quantityList", "quantityElement"),
    ("childQuantityList", "quantityElement"),
    ("inputQuantityList", "quantityElement"),
    ("outputQuantityList", "quantityElement"),
    ("bizTransactionList", "bizTransaction"),
    ("sourceList", "source"),
    ("destinationList", "destination"),
    ("sensorElementList", "sensorElement"),
    ("correctiveEventIDs", "correctiveEventID"),
];
const LATER: &[&str] = &[
    "quantityList",
    "childQuantityList",
    "sourceList",
    "destinationList",
    "sensorElementList",
    "persistentDisposition",
    "ilmd",
];

impl ToXml {
    fn document(document: &Value, nested: bool) -> String {
        let mut xml = ToXml { out: String::new(), nested };
        let version = if nested { ("1", "1.2") } else { ("2", "2.0") };
        xml.out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:{}\" schemaVersion=\"{}\"",
            version.0, version.1
        );
        for bound in document["@context"].as_array().into_iter().flatten().filter_map(Value::as_object) {
            for (prefix, iri) in bound {
                xml.out.push_str(&format!(" xmlns:{prefix}=\"{}\"", iri.as_str().unwrap()));
            }
        }
        xml.out.push_str(" creationDate=\"2026-03-01T08:00:00Z\">\n");
        for field in document["repository-x:ignoreFields"].as_array().into_iter().flatten() {
            let field = field.as_str().unwrap();
            xml.element("repository-x:ignoreFields", |xml| xml.out.push_str(&format!("<{field}/>")));
        }
        let body = &document["epcisBody"];
        let events = body["eventList"].as_array().cloned().unwrap_or_else(|| vec![body["event"].clone()]);
        xml.element("EPCISBody", |xml| {
            xml.element("EventList", |xml| events.iter().for_each(|event| xml.event(event)));
        });
        xml.out.push_str("</epcis:EPCISDocument>\n");
        xml.out
    }

    fn element(&mut self, name: &str, inside: impl FnOnce(&mut ToXml)) {
        self.out.push_str(&format!("<{name}>"));
        inside(self);
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn event(&mut self, event: &Value) {
        let kind = event["type"].as_str().unwrap();
        if self.nested && matches!(kind, "TransformationEvent" | "AssociationEvent") {
            return self.element("extension", |xml| xml.inside(kind, event));
        }
        self.inside(kind, event);
    }

    fn inside(&mut self, kind: &str, event: &Value) {
        self.element(kind, |xml| {
            let mut last = "";
            for (name, value) in event.as_object().unwrap() {
                let home = match &**name {
                    "type" => continue,
                    "eventID" | "errorDeclaration" if xml.nested => "baseExtension",
                    later if xml.nested && LATER.contains(&later) && kind != "TransformationEvent" => {
                        "extension"
                    }
                    _ => "",
                };
                if home != last {
                    xml.out.push_str(&if last.is_empty() { String::new() } else { format!("</{last}>") });
                    xml.out.push_str(&if home.is_empty() { String::new() } else { format!("<{home}>") });
                    last = home;
                }
                xml.member(name, value);
            }
            xml.out.push_str(&if last.is_empty() { String::new() } else { format!("</{last}>") });
        });
    }

    fn member(&mut self, name: &str, value: &Value) {
        let item = LISTS.iter().find(|(list, _)| *list == name).map(|(_, item)| *item);
        match (item, value) {
            (Some(item), Value::Array(items)) => {
                self.element(name, |xml| items.iter().for_each(|value| xml.member(item, value)));
            }
            (_, Value::Array(items)) => items.iter().for_each(|value| self.member(name, value)),
            (_, Value::Object(members)) if matches!(name, "bizTransaction" | "source" | "destination") => {
                let kind = members.get("type").map(|kind| format!(" type=\"{}\"", scalar(kind)));
                self.out.push_str(&format!(
                    "<{name}{}>{}</{name}>",
                    kind.unwrap_or_default(),
                    scalar(&members[name])
                ));
            }
            (_, Value::Object(members)) if name.starts_with("sensor") && name != "sensorElement" => {
                self.out.push_str(&format!("<{name}"));
                for (name, value) in members {
                    self.out.push_str(&format!(" {name}=\"{}\"", scalar(value)));
                }
                self.out.push_str("/>");
            }
            (_, Value::Object(members)) => self.element(name, |xml| {
                for (name, value) in members {
                    if name == "#text" { xml.out.push_str(&scalar(value)) } else { xml.member(name, value) }
                }
            }),
            (_, value) => self.out.push_str(&format!("<{name}>{}</{name}>", scalar(value))),
        }
    }
}

fn scalar(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    quick_xml::escape::escape(text).into_owned()
}

/// The hashes of all events, and the events as they are written.
fn told(text: &str) -> Vec<(String, String)> {
    let limits = Limits::default();
    let source = Source::open(text, &limits).unwrap();
    let mut told = Vec::new();
    let mut hasher = Hasher::default();
    visit(source.json(), &limits, &mut |met| {
        let event = met.event.as_ref().unwrap();
        let mut written = String::new();
        write_event(event, &mut written);
        told.push((hasher.hash(event, met.frame), written));
        Ok(())
    })
    .unwrap();
    told
}

#[test]
fn vectors_of_the_reference_have_the_same_hash_as_xml() {
    let mut counts = (0, 0);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/trace");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let name = case["case"].as_str().unwrap();
        if !name.starts_with("hash-") || name.starts_with("hash-xml") {
            continue;
        }
        let document: Value = serde_json::from_str(case["request"]["document"].as_str().unwrap()).unwrap();
        let want = case["expect"]["ok"]["hashes"].as_array().unwrap();
        for nested in [true, false] {
            let xml = ToXml::document(&document, nested);
            let got: Vec<_> = told(&xml).into_iter().map(|(hash, _)| hash).collect();
            let want: Vec<_> = want.iter().map(|hash| hash["hash"].as_str().unwrap()).collect();
            assert_eq!(got, want, "{name}\n{xml}");
            counts.1 += got.len();
        }
        counts.0 += 1;
    }
    println!("{} documents, {} events as XML", counts.0, counts.1);
    assert_eq!(counts, (10, 30));
}

const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- what a 1.2 system sends -->
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:sbdh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader" xmlns:ex="https://example.com/"
    xsi:schemaLocation="urn:epcglobal:epcis:xsd:1 EPCglobal-epcis-1_2.xsd" schemaVersion="1.2" creationDate="2026-03-01T08:00:00Z">
  <EPCISHeader>
    <sbdh:StandardBusinessDocumentHeader><sbdh:HeaderVersion>1.0</sbdh:HeaderVersion></sbdh:StandardBusinessDocumentHeader>
    <extension><EPCISMasterData><VocabularyList><Vocabulary type="urn:epcglobal:epcis:vtype:EPCClass"><VocabularyElementList>
      <VocabularyElement id="urn:epc:class:lgtin:4012345.012345.H1"><attribute id="urn:epcglobal:cbv:mda#lotNumber">H1</attribute>
        <children><id>urn:x:1</id></children></VocabularyElement>
    </VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension>
  </EPCISHeader>
  <EPCISBody><EventList>
    <ObjectEvent>
      <eventTime> 2026-03-01T08:00:00.000+07:00 </eventTime>
      <eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
      <baseExtension><eventID>urn:uuid:1</eventID><errorDeclaration><declarationTime>2026-03-02T08:00:00Z</declarationTime>
        <reason>urn:epcglobal:cbv:er:incorrect_data</reason><correctiveEventIDs><correctiveEventID>urn:uuid:2</correctiveEventID></correctiveEventIDs>
      </errorDeclaration></baseExtension>
      <epcList><epc>urn:epc:id:sgtin:4012345.012345.1</epc><epc><![CDATA[urn:epc:id:sgtin:]]>4012345.012345.2</epc></epcList>
      <action>ADD</action>
      <bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep>
      <disposition>urn:epcglobal:cbv:disp:active</disposition>
      <readPoint><id>urn:epc:id:sgln:4012345.00011.0</id><ex:door>7 &amp; 8</ex:door></readPoint>
      <bizTransactionList><bizTransaction type="urn:epcglobal:cbv:btt:po">urn:x:po</bizTransaction><bizTransaction>urn:x:2</bizTransaction></bizTransactionList>
      <extension>
        <quantityList><quantityElement><epcClass>urn:epc:class:lgtin:4012345.012345.H1</epcClass><quantity>+0100.50</quantity><uom>KGM</uom></quantityElement>
          <quantityElement><epcClass>urn:epc:class:lgtin:4012345.012345.H2</epcClass></quantityElement></quantityList>
        <sourceList><source type="urn:epcglobal:cbv:sdt:owning_party">urn:x:3</source></sourceList>
        <ilmd><extension><ex:heat>H 1</ex:heat></extension></ilmd>
        <extension><sensorElementList><sensorElement><sensorMetadata time="2026-03-01T01:00:00Z"/>
          <sensorReport type="gs1:Temperature" value="26.10" booleanValue="true" ex:n="x"/></sensorElement></sensorElementList></extension>
      </extension>
      <ex:weight unit="KGM">3.50</ex:weight>
      <ex:n xsi:type="xsd:integer">007</ex:n><ex:list>a</ex:list><ex:list>b</ex:list>
    </ObjectEvent>
    <extension><TransformationEvent>
      <eventTime>2026-03-01T09:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset>
      <inputEPCList><epc>urn:epc:id:sgtin:4012345.012345.1</epc></inputEPCList>
      <outputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:4012345.012345.K1</epcClass><quantity>.5</quantity><uom>KGM</uom></quantityElement></outputQuantityList>
    </TransformationEvent></extension>
  </EventList></EPCISBody>
</epcis:EPCISDocument>
"#;

#[test]
fn a_document_becomes_the_json_that_says_the_same() {
    let limits = Limits::default();
    let source = Source::open(DOCUMENT, &limits).unwrap();
    let json: Value = serde_json::from_str(source.json()).unwrap();
    let want = json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
            {"sbdh": "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader", "ex": "https://example.com/"}],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-01T08:00:00Z",
        "epcisHeader": {"sbdh:StandardBusinessDocumentHeader": {"sbdh:HeaderVersion": "1.0"},
            "epcisMasterData": {"vocabularyList": [{"type": "urn:epcglobal:epcis:vtype:EPCClass", "vocabularyElementList": [
                {"id": "urn:epc:class:lgtin:4012345.012345.H1", "attributes": [{"id": "urn:epcglobal:cbv:mda#lotNumber", "attribute": "H1"}],
                 "children": ["urn:x:1"]}]}]}},
        "epcisBody": {"eventList": [
            {"type": "ObjectEvent", "eventTime": "2026-03-01T08:00:00.000+07:00", "eventTimeZoneOffset": "+07:00", "eventID": "urn:uuid:1",
             "errorDeclaration": {"declarationTime": "2026-03-02T08:00:00Z", "reason": "incorrect_data", "correctiveEventIDs": ["urn:uuid:2"]},
             "epcList": ["urn:epc:id:sgtin:4012345.012345.1", "urn:epc:id:sgtin:4012345.012345.2"], "action": "ADD", "bizStep": "commissioning",
             "disposition": "active", "readPoint": {"id": "urn:epc:id:sgln:4012345.00011.0", "ex:door": "7 & 8"},
             "bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po"}, {"bizTransaction": "urn:x:2"}],
             "quantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.012345.H1", "quantity": 100.50, "uom": "KGM"},
                 {"epcClass": "urn:epc:class:lgtin:4012345.012345.H2"}],
             "sourceList": [{"type": "owning_party", "source": "urn:x:3"}], "ilmd": {"ex:heat": "H 1"},
             "sensorElementList": [{"sensorMetadata": {"time": "2026-03-01T01:00:00Z"},
                 "sensorReport": [{"type": "Temperature", "value": 26.10, "booleanValue": true, "ex:n": "x"}]}],
             "ex:weight": {"unit": "KGM", "#text": "3.50"}, "ex:n": 7, "ex:list": ["a", "b"]},
            {"type": "TransformationEvent", "eventTime": "2026-03-01T09:00:00Z", "eventTimeZoneOffset": "+00:00",
             "inputEPCList": ["urn:epc:id:sgtin:4012345.012345.1"],
             "outputQuantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.012345.K1", "quantity": 0.5, "uom": "KGM"}]}]}});
    assert_eq!(json, want);
    assert!(source.json().contains("\"quantity\":100.50,"), "digits stay");
}

#[test]
fn what_is_said_stands_at_its_place() {
    let limits = Limits::default();
    let source = Source::open(DOCUMENT, &limits).unwrap();
    let place = |index| Place::Element("/epcisBody/eventList", index);
    let list = "/EPCISDocument/EPCISBody/EventList";
    let wanted = [
        (0, "", "/ObjectEvent[1]", "    <ObjectEvent>"),
        (0, "/eventTime", "/ObjectEvent[1]/eventTime", "      <eventTime> 2026"),
        (0, "/missing", "/ObjectEvent[1]/missing", "    <ObjectEvent>"),
        (
            0,
            "/quantityList/0/uom",
            "/ObjectEvent[1]/extension/quantityList/quantityElement[1]/uom",
            "<uom>KGM",
        ),
        (
            0,
            "/quantityList/1/quantity",
            "/ObjectEvent[1]/extension/quantityList/quantityElement[2]/quantity",
            "<quantityElement><epcClass>urn:epc:class:lgtin:4012345.012345.H2",
        ),
        (
            0,
            "/errorDeclaration/correctiveEventIDs",
            "/ObjectEvent[1]/baseExtension/errorDeclaration/correctiveEventIDs",
            "<correctiveEventIDs>",
        ),
        (
            0,
            "/sensorElementList/0/sensorReport/0/value",
            "/ObjectEvent[1]/extension/extension/sensorElementList/sensorElement/sensorReport/@value",
            "<sensorReport",
        ),
        (0, "/ex:list/1", "/ObjectEvent[1]/ex:list[2]", "<ex:list>b"),
        (
            1,
            "/inputEPCList/0",
            "/extension[1]/TransformationEvent[1]/inputEPCList/epc",
            "<epc>urn:epc:id:sgtin:4012345.012345.1</epc></inputEPCList>",
        ),
    ];
    let asked: Vec<_> = wanted.iter().map(|(event, pointer, ..)| (place(*event), *pointer)).collect();
    for ((.., path, tag), (got, at)) in wanted.iter().zip(source.tell(&asked, &limits)) {
        assert_eq!(got, format!("{list}{path}"));
        let byte = DOCUMENT.find(tag).unwrap() + tag.len() - tag.trim_start().len();
        let before = &DOCUMENT[..byte];
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1;
        assert_eq!(at, Some((before.matches('\n').count() + 1, column)), "{path}");
    }
}

#[test]
fn numbers_of_xml_schema_are_numbers_of_json() {
    for (xml, json) in [
        ("5", Some("5")),
        ("+5", Some("5")),
        ("-05.50", Some("-5.50")),
        (".5", Some("0.5")),
        ("5.", Some("5")),
        ("000", Some("0")),
        ("1e3", Some("1e3")),
        ("1.5E-7", Some("1.5E-7")),
        ("", None),
        (".", None),
        ("-", None),
        ("INF", None),
        ("NaN", None),
        ("1e", None),
        ("1,5", None),
        ("0x10", None),
        ("1 000", None),
        ("--1", None),
        ("+-1", None),
        ("١", None),
        ("1e+-3", None),
    ] {
        assert_eq!(write::number(xml).as_deref(), json, "{xml}");
    }
}

fn event() -> impl Strategy<Value = Value> {
    let id = "[a-z]{2,5}:[A-Za-z0-9.]{1,8}";
    let text = "[ -~àđế€😀]{0,6}[a-z&<>\"']";
    let ids = || prop::collection::vec(id, 1..4);
    let amount = (0u32..100_000, 0u32..4).prop_map(|(digits, places)| {
        let text = format!("{digits:05}");
        let at = text.len() - usize::try_from(places).unwrap();
        let text = if places == 0 { text } else { format!("{}.{}", &text[..at], &text[at..]) };
        serde_json::from_str::<Value>(text.trim_start_matches('0').trim_start_matches('.'))
            .unwrap_or(json!(0))
    });
    let classes = || {
        prop::collection::vec((id, prop::option::of(amount.clone())), 1..3).prop_map(|all| {
            let one = |(class, amount): (String, Option<Value>)| match amount {
                Some(amount) => json!({"epcClass": class, "quantity": amount, "uom": "KGM"}),
                None => json!({"epcClass": class}),
            };
            Value::Array(all.into_iter().map(one).collect())
        })
    };
    let leaf = text.prop_map(|text| Value::String(text.trim().into()));
    let extension = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_filter("lists of lists", |items| !items.iter().any(Value::is_array))
                .prop_map(Value::Array),
            prop::collection::btree_map("ex:[a-c]", inner, 1..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    let head = (
        0i64..86_400,
        ids(),
        classes(),
        ids(),
        classes(),
        prop::sample::select(vec!["shipping", "packing", "urn:x:own"]),
    );
    let rest = (prop::option::of(id), extension.clone(), extension, 0usize..5, any::<bool>());
    (head, rest).prop_map(|((second, epcs, quantities, others, more, step), (eid, ilmd, ext, kind, sensed))| {
        let time = format!("2026-03-01T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60);
        let mut event = json!({"type": "", "eventTime": time, "eventTimeZoneOffset": "+07:00"});
        let map = event.as_object_mut().unwrap();
        if let Some(id) = eid {
            map.insert("eventID".into(), json!(id));
        }
        let (name, members) = [
            ("ObjectEvent", ["epcList", "quantityList", "", ""]),
            ("AggregationEvent", ["childEPCs", "childQuantityList", "", ""]),
            ("AssociationEvent", ["childEPCs", "childQuantityList", "", ""]),
            ("TransactionEvent", ["epcList", "quantityList", "", ""]),
            ("TransformationEvent", ["inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList"]),
        ][kind];
        map.insert("type".into(), json!(name));
        for (member, value) in members.into_iter().zip([json!(epcs), quantities, json!(others), more]) {
            if !member.is_empty() {
                map.insert(member.into(), value);
            }
        }
        if kind < 4 {
            map.insert("action".into(), json!("ADD"));
        }
        if members[0] == "childEPCs" {
            map.insert("parentID".into(), json!("p:1"));
        }
        map.insert("bizStep".into(), json!(step));
        map.insert("readPoint".into(), json!({"id": "geo:1,2", "ex:p": ilmd}));
        map.insert("bizTransactionList".into(), json!([{"type": "po", "bizTransaction": "x:1"}, {"bizTransaction": "x:2"}]));
        map.insert("sourceList".into(), json!([{"type": "owning_party", "source": "x:3"}]));
        if kind == 0 {
            map.insert("ilmd".into(), json!({"ex:i": ilmd}));
        }
        if sensed {
            map.insert("sensorElementList".into(), json!([{"sensorMetadata": {"time": time}, "sensorReport": [{"type": "Temperature", "value": 26.5, "ex:k": "v"}, {"booleanValue": false}]}]));
        }
        map.insert("ex:e".into(), ext);
        event
    })
}

fn document(events: &[Value]) -> Value {
    json!({"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"ex": "https://example.com/"}],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-01T08:00:00Z", "epcisBody": {"eventList": events}})
}

proptest! {
    #[test]
    fn xml_says_what_json_says(events in prop::collection::vec(event(), 1..4), nested: bool) {
        let json = document(&events);
        let xml = ToXml::document(&json, nested);
        prop_assert_eq!(told(&xml), told(&json.to_string()), "{}", xml);
    }

    #[test]
    fn no_mutation_panics(cuts in prop::collection::vec((0usize..DOCUMENT.len(), 0usize..12, "[<>&;\"'=/!\\[\\]?\\-a:\u{0}é ]{0,3}"), 1..4)) {
        let mut text = DOCUMENT.to_owned();
        for (at, length, with) in cuts {
            let near = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let range = near(at)..near(at + length);
            text.replace_range(range, &with);
        }
        let limits = Limits::default();
        match Source::open(&text, &limits) {
            Err(error) => prop_assert!(text.trim_start().starts_with('<'), "{}", error),
            Ok(source) => if let Ok(log) = Log::read(&source, Sameness::Id, &limits) {
                let wanted: Vec<_> = log.remarks.iter().map(|(row, remark)| (log.rows[*row].place, &*remark.path)).collect();
                let told = source.tell(&wanted, &limits);
                prop_assert_eq!(told.len(), wanted.len());
            },
        }
    }
}
