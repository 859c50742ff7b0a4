//! Through a document of XML: what stands around events is opened, events are taken one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::element::{Element, Prefixes, Refused};
use super::shape::{DOCUMENT, TEXT};
use super::write::Writer;
use super::{At, Lines, Spot};
use crate::epcis::scan::write_text;
use crate::epcis::write::CONTEXT;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::sheet::xml::{Node, Xml};

/// What its author leaves out of the hash of events: a repository's own vocabulary.
const IGNORED: (&str, &str) = ("https://repository-x.example.com/", "ignoreFields");

/// Objects and lists around an event: document, body, answer to a query with its body, list.
const AROUND: usize = 5;

struct Walk<'a, 'w> {
    text: &'a str,
    xml: Xml<&'a [u8]>,
    prefixes: Prefixes,
    writer: Writer,
    depth: usize,
    /// The elements that are open.
    path: String,
    events: Vec<At>,
    /// How many events of each name the list has.
    counts: BTreeMap<String, usize>,
    /// Elements beside the body, and attributes of the document.
    aside: Element,
    /// Events of which it is noted where their values stand, and these places; the walk ends behind the last.
    wanted: Option<&'w BTreeSet<usize>>,
    spots: BTreeMap<usize, Vec<Spot>>,
}

/// What comes next within an element that is walked through.
enum Step {
    Into(Box<Element>),
    Out,
    On,
}

/// A document as the JSON that says the same, and where its events stand.
///
/// # Errors
/// As [`Source::open`](crate::epcis::source::Source::open).
pub(in crate::epcis) fn walk(text: &str, limits: &Limits) -> Result<(String, Vec<At>), Error> {
    let mut walk = Walk::new(text, limits, None);
    let done = walk.document();
    let kind = done.map_err(|refused| walk.placed(refused))?;
    let mut head = format!("{{\"@context\":[{CONTEXT}");
    for (index, (prefix, namespace)) in walk.prefixes.iter().enumerate() {
        head.push_str(if index == 0 { ",{" } else { "," });
        write_text(prefix, &mut head);
        head.push(':');
        write_text(namespace, &mut head);
    }
    head.push_str(if head.ends_with(CONTEXT) { "],\"type\":" } else { "}],\"type\":" });
    write_text(&kind, &mut head);
    head.push_str(",\"schemaVersion\":\"2.0\"");
    let body = core::mem::take(&mut walk.writer.out);
    let aside = core::mem::take(&mut walk.aside);
    walk.writer.out = head;
    walk.writer.inside(&aside, DOCUMENT, TEXT).map_err(|refused| walk.placed(refused))?;
    let mut out = walk.writer.out;
    out.reserve_exact(body.len().saturating_add(1));
    out.push_str(&body);
    out.push('}');
    Ok((out, walk.events))
}

/// Where the values of some events stand. The document was walked through before.
pub(super) fn spots(text: &str, limits: &Limits, wanted: &BTreeSet<usize>) -> BTreeMap<usize, Vec<Spot>> {
    let mut walk = Walk::new(text, limits, Some(wanted));
    // That it can be walked through is known; what was found before the end is what was asked for.
    let _ = walk.document();
    walk.spots
}

impl<'a, 'w> Walk<'a, 'w> {
    fn new(text: &'a str, limits: &Limits, wanted: Option<&'w BTreeSet<usize>>) -> Walk<'a, 'w> {
        let depth = limits.json_depth.saturating_sub(AROUND);
        Walk {
            text,
            xml: Xml::new(text.as_bytes(), "", limits),
            prefixes: Prefixes::default(),
            writer: Writer::new(depth, false),
            depth,
            path: String::new(),
            events: Vec::new(),
            counts: BTreeMap::new(),
            aside: Element::default(),
            wanted,
            spots: BTreeMap::new(),
        }
    }

    /// An error with the elements that are open, line and column.
    fn placed(&self, refused: Refused) -> Error {
        let mut lines = Lines { text: self.text, byte: 0, line: 1 };
        lines.go(refused.byte.min(self.text.len()));
        let message = format!("{} (line {}, column {})", refused.error.message(), lines.line, lines.column());
        Error::new(refused.error.code(), message).at(format!("{}{}", self.path, refused.path))
    }

    fn refuse<T>(&self, byte: usize, code: Code, message: impl Into<Box<str>>) -> Result<T, Refused> {
        Err(Refused::new(byte, code, message))
    }

    /// What comes next; elements are told by their tags.
    fn step(&mut self) -> Result<Step, Refused> {
        let byte = self.xml.position();
        let stray = match self.xml.next() {
            Err(error) => return Err(Refused { byte, path: String::new(), error }),
            Ok(Node::Open(tag)) => return Ok(Step::Into(Element::of(&tag, &mut self.prefixes, byte).into())),
            Ok(Node::Close | Node::End) => return Ok(Step::Out),
            Ok(Node::Aside) => false,
            Ok(Node::Text(text)) => !text.trim().is_empty(),
        };
        if stray && !self.path.is_empty() {
            return self.refuse(byte, Code::WrongType, "text stands where elements are expected");
        }
        Ok(Step::On)
    }

    /// The rest of an element whose tag was read.
    fn fill(&mut self, element: Element) -> Result<Element, Refused> {
        element.fill(&mut self.xml, &mut self.prefixes)
    }

    /// Walks through the elements of one that is open, and does with each what `each` says.
    fn through(
        &mut self,
        name: &str,
        each: &mut dyn FnMut(&mut Self, Element) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(name);
        loop {
            match self.step()? {
                Step::On => {}
                Step::Out => break,
                Step::Into(element) => each(self, *element)?,
            }
        }
        self.path.truncate(length);
        Ok(())
    }

    /// Walks through the document, and says what it is.
    fn document(&mut self) -> Result<String, Refused> {
        let root = loop {
            match self.step()? {
                Step::Into(root) => break *root,
                Step::Out => return self.refuse(0, Code::BadXml, "the document is empty"),
                Step::On => {}
            }
        };
        let kind = root.name.clone();
        if !root.own || !matches!(&*kind, "EPCISDocument" | "EPCISQueryDocument") {
            let byte = root.byte;
            self.path = format!("/{}", short(&kind));
            // What is no XML at all is told as that.
            self.fill(root)?;
            let message =
                format!("the document is `{}`, not EPCISDocument or EPCISQueryDocument", short(&kind));
            return self.refuse(byte, Code::WrongType, message);
        }
        let mut seen = BTreeSet::new();
        self.aside.attributes = root.attributes;
        self.aside.attributes.retain(|held| !held.own || held.name != "schemaVersion");
        self.through(&kind, &mut |walk, element| walk.beside(element, &mut seen))?;
        if !seen.contains("EPCISBody") {
            return self.refuse(root.byte, Code::MissingValue, "`EPCISBody` is missing");
        }
        // Nothing may follow.
        while !matches!(self.step()?, Step::Out) {}
        Ok(kind)
    }

    /// An element of the document.
    fn beside(&mut self, element: Element, seen: &mut BTreeSet<String>) -> Result<(), Refused> {
        if element.own && element.name == "extension" {
            return self.through("extension", &mut |walk, inner| walk.beside(inner, seen));
        }
        if element.own {
            self.once(&element, seen)?;
        }
        if element.own && element.name == "EPCISBody" {
            self.writer.out.push_str(",\"epcisBody\":{");
            let mut seen = BTreeSet::new();
            self.through("EPCISBody", &mut |walk, element| walk.body(element, &mut seen))?;
            self.writer.out.push('}');
            return Ok(());
        }
        let element = self.fill(element)?;
        if !element.own && self.prefixes.is(IGNORED, &element.name) {
            // Elements without content name what JSON lists as texts.
            for field in element.children {
                let name = element.name.clone();
                self.aside.children.push(Element {
                    name,
                    text: field.name,
                    byte: field.byte,
                    ..Element::default()
                });
            }
            return Ok(());
        }
        self.aside.children.push(element);
        Ok(())
    }

    fn once(&self, element: &Element, seen: &mut BTreeSet<String>) -> Result<(), Refused> {
        if seen.insert(element.name.clone()) {
            return Ok(());
        }
        self.refuse(element.byte, Code::DuplicateKey, format!("`{}` stands twice", short(&element.name)))
    }

    /// An element on the way to the events.
    fn body(&mut self, element: Element, seen: &mut BTreeSet<String>) -> Result<(), Refused> {
        let json = match &*element.name {
            _ if !element.own => "",
            "extension" => {
                return self.through("extension", &mut |walk, inner| walk.body(inner, seen));
            }
            "EventList" => "eventList",
            "QueryResults" => "queryResults",
            "resultsBody" => "resultsBody",
            _ => "",
        };
        if json.is_empty() {
            // As in JSON: what is neither events nor on the way to them is passed over.
            self.fill(element)?;
            return Ok(());
        }
        self.once(&element, seen)?;
        if !self.writer.out.ends_with('{') {
            self.writer.out.push(',');
        }
        write_text(json, &mut self.writer.out);
        self.writer.out.push(':');
        if json == "eventList" {
            self.writer.out.push('[');
            self.through("EventList", &mut Self::event)?;
            self.writer.out.push(']');
            return Ok(());
        }
        self.writer.out.push('{');
        let mut seen = BTreeSet::new();
        self.through(&element.name, &mut |walk, element| walk.body(element, &mut seen))?;
        self.writer.out.push('}');
        Ok(())
    }

    /// An event, or what holds some.
    fn event(&mut self, element: Element) -> Result<(), Refused> {
        let length = self.path.len();
        let count = self.counts.entry(element.name.clone()).or_default();
        *count = count.saturating_add(1);
        let step = format!("{}[{count}]", element.name);
        if element.own && element.name == "extension" {
            let counts = core::mem::take(&mut self.counts);
            self.through(&step, &mut Self::event)?;
            self.counts = counts;
            return Ok(());
        }
        self.path.push('/');
        self.path.push_str(&step);
        let number = self.events.len();
        let byte = element.byte;
        let event = self.fill(element)?;
        if let Some(wanted) = self.wanted {
            if wanted.contains(&number) {
                let mut writer = Writer::new(self.depth, true);
                writer.event(&event)?;
                self.spots.insert(number, writer.spots.unwrap_or_default());
            }
            if wanted.last().is_none_or(|last| *last <= number) {
                return self.refuse(byte, Code::Internal, "the rest is of no interest");
            }
        } else {
            if self.writer.out.ends_with('}') {
                self.writer.out.push(',');
            }
            self.writer.event(&event)?;
        }
        self.events.push(At { path: (&*self.path).into(), byte });
        self.path.truncate(length);
        Ok(())
    }
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
