//! Events as EPCIS 2.0 JSON: members in one order, no white space, extensions as they were read.

use std::borrow::Cow;

use super::document::Frame;
use super::event::{Event, Link, More, Role, Site, Thing};
use super::scan::{compact, write_text};
use crate::error::{Code, Error};

/// The context of the standard.
pub(super) const CONTEXT: &str = "\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"";

/// Members of an object while it is written.
pub(super) struct Members<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Members<'o> {
    pub(super) fn open(out: &'o mut String) -> Members<'o> {
        out.push('{');
        Members { out, first: true }
    }

    pub(super) fn name(&mut self, name: &str) -> &mut String {
        if !core::mem::replace(&mut self.first, false) {
            self.out.push(',');
        }
        write_text(name, self.out);
        self.out.push(':');
        self.out
    }

    pub(super) fn str(&mut self, name: &str, text: &str) {
        write_text(text, self.name(name));
    }

    pub(super) fn text(&mut self, name: &str, text: Option<&Cow<'_, str>>) {
        if let Some(text) = text {
            self.str(name, text);
        }
    }

    pub(super) fn texts(&mut self, name: &str, texts: &[Cow<'_, str>]) {
        if !texts.is_empty() {
            list(self.name(name), texts, |text, out| write_text(text, out));
        }
    }

    pub(super) fn raw(&mut self, name: &str, raw: Option<&str>) {
        if let Some(raw) = raw {
            let text = compact(raw);
            self.name(name).push_str(&text);
        }
    }

    fn more(&mut self, more: &More<'_>) {
        for (name, raw) in more {
            self.raw(name, Some(raw));
        }
    }

    pub(super) fn close(self) {
        self.out.push('}');
    }
}

pub(super) fn list<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(T, &mut String),
) {
    out.push('[');
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}

/// Appends an event.
pub(crate) fn write_event(event: &Event<'_>, out: &mut String) {
    let mut members = Members::open(out);
    members.raw("@context", event.context);
    write_text(event.kind.as_str(), members.name("type"));
    members.text("eventID", event.id.as_ref());
    members.text("eventTime", Some(&event.time_text));
    members.text("recordTime", event.record_text.as_ref());
    members.text("eventTimeZoneOffset", event.offset.as_ref());
    if let Some(retraction) = &event.retraction {
        let mut inner = Members::open(members.name("errorDeclaration"));
        inner.text("declarationTime", Some(&retraction.time));
        inner.text("reason", retraction.reason.as_ref());
        inner.texts("correctiveEventIDs", &retraction.correctives);
        inner.more(&retraction.more);
        inner.close();
    }
    members.texts("certificationInfo", &event.certifications);
    for role in [Role::Parent, Role::Epc, Role::ChildEpc, Role::InputEpc, Role::OutputEpc] {
        let mut things = event.of(role).peekable();
        if role == Role::Parent {
            members.text("parentID", things.next().map(|thing| &thing.id));
        } else if things.peek().is_some() {
            list(members.name(role.member()), things, |thing, out| write_text(&thing.id, out));
        }
    }
    for role in [Role::Quantity, Role::ChildQuantity, Role::InputQuantity, Role::OutputQuantity] {
        let mut things = event.of(role).peekable();
        if things.peek().is_some() {
            list(members.name(role.member()), things, quantity);
        }
    }
    if let Some(action) = event.action {
        write_text(action.as_str(), members.name("action"));
    }
    members.text("transformationID", event.transformation.as_ref());
    members.text("bizStep", event.step.as_ref());
    members.text("disposition", event.disposition.as_ref());
    if !event.set.is_empty() || !event.unset.is_empty() {
        let mut inner = Members::open(members.name("persistentDisposition"));
        inner.texts("set", &event.set);
        inner.texts("unset", &event.unset);
        inner.close();
    }
    site(&mut members, "readPoint", event.read_point.as_ref());
    site(&mut members, "bizLocation", event.location.as_ref());
    links(&mut members, "bizTransactionList", "bizTransaction", &event.transactions);
    links(&mut members, "sourceList", "source", &event.sources);
    links(&mut members, "destinationList", "destination", &event.destinations);
    members.raw("sensorElementList", event.sensors);
    members.raw("ilmd", event.ilmd);
    members.more(&event.more);
    members.close();
}

fn quantity(thing: &Thing<'_>, out: &mut String) {
    let mut members = Members::open(out);
    members.text("epcClass", Some(&thing.id));
    members.raw("quantity", thing.quantity);
    members.text("uom", thing.unit.as_ref());
    members.more(&thing.more);
    members.close();
}

fn site(members: &mut Members<'_>, name: &str, site: Option<&Site<'_>>) {
    let Some(site) = site else { return };
    let mut inner = Members::open(members.name(name));
    inner.text("id", Some(&site.id));
    inner.more(&site.more);
    inner.close();
}

fn links(members: &mut Members<'_>, name: &str, item: &str, links: &[Link<'_>]) {
    if links.is_empty() {
        return;
    }
    list(members.name(name), links, |link, out| {
        let mut inner = Members::open(out);
        inner.text("type", link.kind.as_ref());
        inner.text(item, Some(&link.id));
        inner.more(&link.more);
        inner.close();
    });
}

/// A document around events that were written before. What the source said beside its events is kept.
///
/// # Errors
/// `CHOICE_MISSING` if neither the source nor the caller says when the document was made.
pub(crate) fn write_document(frame: &Frame<'_>, created: &str, events: &[String]) -> Result<String, Error> {
    let mut out = String::new();
    let mut members = Members::open(&mut out);
    members.raw("@context", Some(frame.context.unwrap_or(CONTEXT)));
    write_text("EPCISDocument", members.name("type"));
    let held = |name: &str| frame.more.iter().any(|(held, _)| held == name);
    if !held("schemaVersion") {
        write_text("2.0", members.name("schemaVersion"));
    }
    match (held("creationDate"), created) {
        (true, "") => {}
        (false, "") => {
            return Err(Error::new(Code::ChoiceMissing, "nothing says when the document was made")
                .with_help("give `created`, e.g. 2026-03-01T08:00:00Z: the engine has no clock"));
        }
        (_, created) => write_text(created, members.name("creationDate")),
    }
    for (name, raw) in &frame.more {
        if name != "creationDate" || created.is_empty() {
            members.raw(name, Some(raw));
        }
    }
    let mut body = Members::open(members.name("epcisBody"));
    list(body.name("eventList"), events, |event, out| out.push_str(event));
    body.close();
    members.close();
    Ok(out)
}

#[cfg(test)]
mod tests {
    use crate::epcis::laws::rewritten;

    const DOCUMENT: &str = r#"{ "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"ex": "https://example.com/"}],
      "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-01T08:00:00Z", "epcisHeader": {"a": [1, 2.50]},
      "epcisBody": { "eventList": [
        { "type": "TransformationEvent", "eventTime": "2026-03-01T08:00:00Z", "eventTimeZoneOffset": "+07:00", "eventID": "urn:uuid:1",
          "inputQuantityList": [{"epcClass": "urn:epc:class:lgtin:4054739.099914.H1", "quantity": 100.50, "uom": "KGM", "ex:a": true}],
          "outputEPCList": ["urn:epc:id:sgtin:4012345.012345.\u0031"], "transformationID": "urn:x:1", "ilmd": { "ex:heat": "H 1" },
          "readPoint": "urn:epc:id:sgln:4012345.00011.0", "persistentDisposition": {"set": ["active"]}, "ex:z": [ {"k": null} ],
          "sensorElementList": [ {"sensorReport": [ {"type": "Temperature", "value": 26.10} ] } ] },
        { "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-03-01T09:00:00.123456789+07:00", "eventTimeZoneOffset": "+07:00",
          "recordTime": "2026-03-02T00:00:00Z", "epcList": ["a:b"], "certificationInfo": "https://c", "bizTransactionList": [{"type": "po", "bizTransaction": "p:1"}],
          "errorDeclaration": {"declarationTime": "2026-03-03T00:00:00Z", "reason": "incorrect_data", "correctiveEventIDs": ["urn:uuid:2"]},
          "sourceList": [{"type": "owning_party", "source": "p:2"}], "destinationList": [], "disposition": "in_transit" } ] } }"#;

    #[test]
    fn parse_write_parse_is_identity() {
        let once = rewritten(DOCUMENT);
        assert_eq!(rewritten(&once), once);
        assert!(once.contains(r#""quantity":100.50"#), "digits stay as they are written");
        let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        let (mut before, after) = (values(DOCUMENT), values(&once));
        let events = &mut before["epcisBody"]["eventList"];
        events[0]["readPoint"] = serde_json::json!({"id": "urn:epc:id:sgln:4012345.00011.0"});
        events[1]["certificationInfo"] = serde_json::json!(["https://c"]);
        events[1].as_object_mut().unwrap().remove("destinationList");
        assert_eq!(after, before, "nothing is lost and nothing is added");
    }
}
