//! The event hash of CBV 2.0, profile `ref-cbv2.0` (METHODS M-185): the same text as the reference makes, byte for byte.
//!
//! **It says that two events are the same statement; it protects nothing.** One crafted value gives the text of two honest
//! extensions, so different events can share a hash. Seal a document to protect it.

mod normal;
mod number;
mod sensors;
mod tree;

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::document::Frame;
use super::event::{Event, Link, More, Role, Site};
use super::terms::Vocabulary;
use super::time::Instant;
use tree::{Node, general};

/// The name of the profile.
pub const PROFILE: &str = "ref-cbv2.0";

/// What prefixes mean in a document, and which members its author leaves out of the hash.
#[derive(Clone, Debug, Default)]
struct Names {
    bound: Vec<(String, String)>,
    ignored: Vec<String>,
}

impl Names {
    /// What a document binds in its `@context`, and an event in its own.
    fn of(contexts: [Option<&str>; 2], ignored: &[(Cow<'_, str>, &str)]) -> Names {
        let mut names = Names::default();
        for context in contexts.into_iter().flatten() {
            let read = Node::read(context, &Names::default());
            let parts = if let Node::List(parts) = read { parts } else { vec![read] };
            for part in parts {
                let Node::Object(members) = part else { continue };
                for (prefix, iri) in members {
                    if let Node::Text(iri) = iri {
                        names.bound.push((prefix, iri));
                    }
                }
            }
        }
        for (name, raw) in ignored {
            // The vocabulary of ignored fields is the repository's own.
            let prefix = name.strip_suffix(":ignoreFields");
            let own =
                prefix.and_then(|prefix| names.iri(prefix)) == Some("https://repository-x.example.com/");
            if own {
                let fields = match Node::read(raw, &Names::default()) {
                    Node::List(fields) => fields,
                    field => vec![field],
                };
                names.ignored.extend(fields.into_iter().filter_map(|field| match field {
                    Node::Text(text) => Some(text),
                    _ => None,
                }));
            }
        }
        names
    }

    fn iri(&self, prefix: &str) -> Option<&str> {
        self.bound.iter().rev().find(|(bound, _)| bound == prefix).map(|(_, iri)| &**iri)
    }

    /// `{iri}local` for a name with a bound prefix, others as they are.
    fn full(&self, name: &str) -> String {
        match name.split_once(':').and_then(|(prefix, local)| Some((self.iri(prefix)?, local))) {
            Some((iri, local)) => format!("{{{iri}}}{local}"),
            None => name.into(),
        }
    }

    fn ignored(&self, name: &str) -> bool {
        matches!(name, "rdfs:comment" | "comment") || self.ignored.iter().any(|ignored| ignored == name)
    }
}

/// Makes hashes, and keeps between events what it knows of their names.
#[derive(Debug, Default)]
pub(crate) struct Hasher<'a> {
    text: String,
    names: Names,
    /// What the names were read from.
    read: Option<([Option<&'a str>; 2], usize)>,
}

impl<'a> Hasher<'a> {
    /// The text that is hashed.
    pub(crate) fn text(&mut self, event: &Event<'a>, frame: &Frame<'a>) -> &str {
        let from = ([frame.context, event.context], frame.more.len());
        if self.read != Some(from) {
            self.names = Names::of(from.0, &frame.more);
            self.read = Some(from);
        }
        self.text.clear();
        prehash(event, &self.names, &mut self.text);
        &self.text
    }

    /// The hash of an event: `ni:///sha-256;…?ver=CBV2.0`.
    pub(crate) fn hash(&mut self, event: &Event<'a>, frame: &Frame<'a>) -> String {
        self.text(event, frame);
        let digest = Sha256::digest(self.text.as_bytes());
        let mut out = String::with_capacity(96);
        out.push_str("ni:///sha-256;");
        for byte in digest {
            for half in [byte.wrapping_shr(4), byte & 15] {
                out.push(char::from_digit(half.into(), 16).unwrap_or('0'));
            }
        }
        out.push_str("?ver=CBV2.0");
        out
    }
}

/// The text that is hashed.
fn prehash(event: &Event<'_>, names: &Names, out: &mut String) {
    let mut rest: Vec<String> = Vec::new();
    out.push_str("eventType=");
    out.push_str(event.kind.as_str());
    time("eventTime", &event.time_text, out);
    if let Some(offset) = &event.offset {
        member("eventTimeZoneOffset", offset, None, out);
    }
    sorted(out, event.certifications.iter(), |text, out| member("certificationInfo", text, None, out));
    for role in [Role::Parent, Role::Epc, Role::InputEpc, Role::ChildEpc, Role::Quantity] {
        things(event, role, names, &mut rest, out);
    }
    for role in [Role::ChildQuantity, Role::InputQuantity, Role::OutputEpc, Role::OutputQuantity] {
        things(event, role, names, &mut rest, out);
    }
    if let Some(action) = event.action {
        member("action", action.as_str(), None, out);
    }
    if let Some(transformation) = &event.transformation {
        member("transformationID", transformation, None, out);
    }
    if let Some(step) = &event.step {
        member("bizStep", step, Some(Vocabulary::Step), out);
    }
    if let Some(disposition) = &event.disposition {
        member("disposition", disposition, Some(Vocabulary::Disposition), out);
    }
    if !event.set.is_empty() || !event.unset.is_empty() {
        out.push_str("persistentDisposition");
        sorted(out, event.set.iter(), |text, out| member("set", text, Some(Vocabulary::Disposition), out));
        sorted(out, event.unset.iter(), |text, out| {
            member("unset", text, Some(Vocabulary::Disposition), out)
        });
    }
    site("readPoint", event.read_point.as_ref(), names, &mut rest, out);
    site("bizLocation", event.location.as_ref(), names, &mut rest, out);
    if let Some(raw) = event.sensors {
        sensors::sensors(&Node::read(raw, names), &mut rest, out);
    }
    links(
        "bizTransactionList",
        "bizTransaction",
        Vocabulary::Transaction,
        &event.transactions,
        names,
        &mut rest,
    );
    links("sourceList", "source", Vocabulary::Party, &event.sources, names, &mut rest);
    links("destinationList", "destination", Vocabulary::Party, &event.destinations, names, &mut rest);
    if let Some(raw) = event.ilmd {
        general("ilmd", &Node::read(raw, names), &mut rest);
    }
    for (name, raw) in &event.more {
        if !names.ignored(name) {
            general(&names.full(name), &Node::read(raw, names), &mut rest);
        }
    }
    rest.sort_unstable();
    for string in &rest {
        out.push_str(string);
    }
}

/// Appends the strings that `write` makes of items, sorted by their code points.
fn sorted<T>(out: &mut String, mut items: impl Iterator<Item = T>, mut write: impl FnMut(T, &mut String)) {
    let Some(first) = items.next() else { return };
    let Some(second) = items.next() else { return write(first, out) };
    let mut strings: Vec<String> = Vec::new();
    for item in [first, second].into_iter().chain(items) {
        let mut string = String::new();
        write(item, &mut string);
        strings.push(string);
    }
    strings.sort_unstable();
    for string in &strings {
        out.push_str(string);
    }
}

/// `name=value`, or nothing for a text of blanks.
fn member(name: &str, text: &str, vocabulary: Option<Vocabulary>, out: &mut String) {
    let length = out.len();
    out.push_str(name);
    if !value(text, vocabulary, out) {
        out.truncate(length);
    }
}

/// A member that is a time.
fn time(name: &str, text: &str, out: &mut String) {
    out.push_str(name);
    out.push('=');
    match Instant::parse(text.trim()).and_then(Instant::milliseconds) {
        Some(utc) => out.push_str(&utc),
        None => out.push_str(text.trim()),
    }
}

/// Appends `=` and the canonical form of a text; `false` if there is nothing but blanks.
fn value(text: &str, vocabulary: Option<Vocabulary>, out: &mut String) -> bool {
    let text = text.trim();
    if text.is_empty() {
        return false;
    }
    out.push('=');
    if let Some(vocabulary) = vocabulary {
        let word = vocabulary.bare(text);
        if word.len() < text.len() || vocabulary.knows(word) {
            out.push_str(vocabulary.web());
            out.push_str(word);
            return true;
        }
    }
    let text = web(text);
    if !number::print(&text, out) && !normal::normal_form(&text, out) {
        out.push_str(&text);
    }
    true
}

/// Words of CBV as URNs become web addresses, wherever they stand.
fn web(text: &str) -> Cow<'_, str> {
    if !text.contains("urn:epcglobal:cbv:") {
        return Cow::Borrowed(text);
    }
    let vocabularies = [
        Vocabulary::Step,
        Vocabulary::Disposition,
        Vocabulary::Transaction,
        Vocabulary::Party,
        Vocabulary::Error,
    ];
    let mut text = text.to_owned();
    for vocabulary in vocabularies {
        if let Some(urn) = vocabulary.urn() {
            text = text.replace(urn, vocabulary.web());
        }
    }
    Cow::Owned(text)
}

fn things(event: &Event<'_>, role: Role, names: &Names, rest: &mut Vec<String>, out: &mut String) {
    let mut found = event.of(role).peekable();
    if found.peek().is_none() {
        return;
    }
    let list = role.member();
    if role == Role::Parent {
        return sorted(out, found, |thing, out| member(list, &thing.id, None, out));
    }
    let classes =
        matches!(role, Role::Quantity | Role::ChildQuantity | Role::InputQuantity | Role::OutputQuantity);
    out.push_str(list);
    sorted(out, found, |thing, out| {
        if !classes {
            return member("epc", &thing.id, None, out);
        }
        out.push_str("quantityElement");
        member("epcClass", &thing.id, None, out);
        if let Some(quantity) = thing.quantity {
            member("quantity", quantity, None, out);
        }
        if let Some(unit) = &thing.unit {
            member("uom", unit, None, out);
        }
        nested(&thing.more, names, &format!("{list}quantityElement"), rest, out);
    });
}

fn site(name: &str, site: Option<&Site<'_>>, names: &Names, rest: &mut Vec<String>, out: &mut String) {
    let Some(site) = site else { return };
    out.push_str(name);
    member("id", &site.id, None, out);
    nested(&site.more, names, name, rest, out);
}

/// Extensions within a member stand at its end if their namespace ends in a slash; others go to the end of the event.
fn nested(more: &More<'_>, names: &Names, owner: &str, rest: &mut Vec<String>, out: &mut String) {
    let mut here = Vec::new();
    for (name, raw) in more {
        if !names.ignored(name) {
            placed(&names.full(name), &Node::read(raw, names), owner, rest, &mut here);
        }
    }
    here.sort_unstable();
    out.push_str(&here.concat());
}

fn placed(name: &str, node: &Node, owner: &str, rest: &mut Vec<String>, here: &mut Vec<String>) {
    if name.starts_with('{') && name.contains("/}") {
        return general(name, node, here);
    }
    let mut strings = Vec::new();
    general(name, node, &mut strings);
    rest.extend(strings.into_iter().map(|string| format!("{owner}{string}")));
}

fn links(
    list: &str,
    name: &str,
    vocabulary: Vocabulary,
    links: &[Link<'_>],
    names: &Names,
    rest: &mut Vec<String>,
) {
    if links.is_empty() {
        return;
    }
    let mut string = String::from(list);
    let mut inner = Vec::new();
    sorted(&mut string, links.iter(), |link, out| {
        if let Some(kind) = &link.kind {
            member("type", kind, Some(vocabulary), out);
        }
        member(name, &link.id, None, out);
        for (name, raw) in &link.more {
            let mut strings = Vec::new();
            general(&names.full(name), &Node::read(raw, names), &mut strings);
            inner.extend(strings);
        }
    });
    inner.sort_unstable();
    string.push_str(&inner.concat());
    rest.push(string);
}

/// The normal form of an identifier within hashes; `None` if the text carries no key that the reference knows.
///
/// # Example
/// ```
/// use emitrace::epcis::hash_normal_form;
///
/// assert_eq!(
///     hash_normal_form("https://example.de/gtin/04012345123456/cpv/344/ser/987654").as_deref(),
///     Some("https://id.gs1.org/01/04012345123456/21/987654")
/// );
/// assert_eq!(hash_normal_form("42"), None);
/// ```
pub fn hash_normal_form(text: &str) -> Option<String> {
    let mut out = String::new();
    normal::normal_form(text, &mut out).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::epcis::document::visit;
    use crate::limits::Limits;

    fn text(event: &str) -> String {
        let mut text = String::new();
        visit(event, &Limits::default(), &mut |met| {
            text = Hasher::default().text(met.event.as_ref().unwrap(), met.frame).to_owned();
            Ok(())
        })
        .unwrap();
        text
    }

    const HEAD: &str = r#"{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-03-01T08:00:00Z","eventTimeZoneOffset":"+07:00""#;
    const TEXT: &str = "eventType=ObjectEventeventTime=2026-03-01T08:00:00.000ZeventTimeZoneOffset=+07:00";

    #[test]
    fn order_of_lists_and_of_members_does_not_matter() {
        let one = text(&format!(
            r#"{HEAD},"epcList":["b:2","a:1"],"bizTransactionList":[{{"type":"po","bizTransaction":"x:1"}}]}}"#
        ));
        let other = text(&format!(
            r#"{HEAD},"bizTransactionList":[{{"bizTransaction":"x:1","type":"po"}}],"epcList":["a:1","b:2"]}}"#
        ));
        assert_eq!(one, other);
        let tail = "epcListepc=a:1epc=b:2action=OBSERVEbizTransactionListtype=https://ref.gs1.org/cbv/BTT-pobizTransaction=x:1";
        assert_eq!(one, format!("{TEXT}{tail}"));
    }

    #[test]
    fn what_is_not_part_of_the_statement_is_left_out() {
        let event = format!(
            r#"{HEAD},"eventID":"x:1","recordTime":"2026-03-02T00:00:00Z","epcList":["a:1"],"comment":"c","rdfs:comment":"r"}}"#
        );
        assert_eq!(text(&event), format!("{TEXT}epcListepc=a:1action=OBSERVE"));
    }

    #[test]
    fn extensions_within_places_stand_where_their_namespace_says() {
        let event = |iri: &str| {
            let point = r#"{"id":"geo:1,2","x:n":"1"}"#;
            text(&format!(
                r#"{HEAD},"@context":{{"x":"{iri}"}},"epcList":["a:1"],"bizStep":"shipping","readPoint":{point},"x:l":[2,1]}}"#
            ))
        };
        let step = "epcListepc=a:1action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-shipping";
        assert_eq!(event("e:/"), format!("{TEXT}{step}readPointid=geo:1,2{{e:/}}n=1{{e:/}}l=1{{e:/}}l=2"));
        assert_eq!(
            event("e:"),
            format!("{TEXT}{step}readPointid=geo:1,2readPoint{{e:}}n=1{{e:}}l=1{{e:}}l=2")
        );
    }

    #[test]
    fn two_statements_can_share_a_text() {
        // Why the hash proves nothing: a value may hold what looks like a second member.
        let event = |more: &str| text(&format!(r#"{HEAD},"epcList":["a:1"],{more}}}"#));
        assert_eq!(event(r#""x:a":"1x:b=2""#), event(r#""x:a":"1","x:b":"2""#));
    }
}
