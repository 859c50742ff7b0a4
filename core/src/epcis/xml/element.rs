//! One element of XML with all that is in it, and what prefixes are called in JSON.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Code, Error};
use crate::sheet::xml::{Name, Node, Tag, Xml};

/// Namespaces of EPCIS itself. Their names, and those without a namespace, are written without a prefix.
pub(super) const EPCIS: [&str; 2] = ["urn:epcglobal:epcis:xsd:1", "urn:epcglobal:epcis:xsd:2"];
/// The same for answers to queries.
pub(super) const QUERY: [&str; 2] = ["urn:epcglobal:epcis-query:xsd:1", "urn:epcglobal:epcis-query:xsd:2"];
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Namespaces that say how XML is built, not what happened.
const SILENT: [&str; 4] = [
    INSTANCE,
    "http://www.w3.org/2001/XMLSchema",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2000/xmlns/",
];

/// What prefixes mean: each namespace has one.
#[derive(Debug, Default)]
pub(super) struct Prefixes {
    by_namespace: BTreeMap<Box<str>, Box<str>>,
    taken: BTreeSet<Box<str>>,
}

impl Prefixes {
    /// Namespaces with their prefixes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_namespace.iter().map(|(namespace, prefix)| (&**prefix, &**namespace))
    }

    /// Whether a name of JSON is that of a namespace.
    pub(super) fn is(&self, (namespace, local): (&str, &str), name: &str) -> bool {
        let prefix = self.by_namespace.get(namespace);
        prefix.is_some_and(|prefix| name.split_once(':') == Some((prefix, local)))
    }

    /// Notes what an element binds.
    pub(super) fn bind(&mut self, tag: &Tag<'_>) {
        for (prefix, namespace) in tag.bindings() {
            let own = EPCIS.contains(&&*namespace) || QUERY.contains(&&*namespace);
            if !prefix.is_empty() && !own && !SILENT.contains(&&*namespace) {
                self.prefix(&namespace, prefix);
            }
        }
    }

    /// The prefix of a namespace: the one it was bound to first, if that means nothing else.
    fn prefix(&mut self, namespace: &str, wanted: &str) -> &str {
        if !self.by_namespace.contains_key(namespace) {
            let wanted = if wanted.is_empty() { "ns" } else { wanted };
            let mut prefix: Box<str> = wanted.into();
            let mut number = 2u32;
            while !self.taken.insert(prefix.clone()) {
                prefix = format!("{wanted}{number}").into();
                number = number.saturating_add(1);
            }
            self.by_namespace.insert(namespace.into(), prefix);
        }
        self.by_namespace.get(namespace).map_or("", |prefix| prefix)
    }

    /// A name as JSON writes it, and whether it is EPCIS's own.
    pub(super) fn name(&mut self, name: &Name<'_>) -> (String, bool) {
        match name.namespace {
            None => (name.local.into(), true),
            Some(own) if EPCIS.contains(&own) || QUERY.contains(&own) => (name.local.into(), true),
            Some(other) => (format!("{}:{}", self.prefix(other, name.prefix), name.local), false),
        }
    }
}

/// What cannot be taken, and where.
pub(super) struct Refused {
    /// Byte of the tag or of the text.
    pub(super) byte: usize,
    /// The elements that it is in, below those that are walked through.
    pub(super) path: String,
    pub(super) error: Error,
}

impl Refused {
    pub(super) fn new(byte: usize, code: Code, message: impl Into<Box<str>>) -> Refused {
        Refused { byte, path: String::new(), error: Error::new(code, message) }
    }
}

/// What `xsi:type` says of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Typed {
    #[default]
    Text,
    Number,
    Flag,
    /// `xsi:nil`: nothing.
    Nil,
}

/// An attribute.
#[derive(Debug)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) own: bool,
    pub(super) value: String,
}

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// As JSON writes it.
    pub(super) name: String,
    /// Whether it is EPCIS's own, or of no namespace.
    pub(super) own: bool,
    pub(super) attributes: Vec<Attribute>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
    pub(super) typed: Typed,
    /// Byte of its tag.
    pub(super) byte: usize,
}

impl Element {
    /// An element from its tag.
    pub(super) fn of(tag: &Tag<'_>, prefixes: &mut Prefixes, byte: usize) -> Element {
        prefixes.bind(tag);
        let (name, own) = prefixes.name(&tag.full());
        let mut element = Element { name, own, byte, ..Element::default() };
        for (name, value) in tag.attributes() {
            match (name.namespace, name.local) {
                (Some(INSTANCE), "type") => element.typed = typed(&value),
                (Some(INSTANCE), "nil") if matches!(value.trim(), "true" | "1") => element.typed = Typed::Nil,
                (Some(silent), _) if SILENT.contains(&silent) => {}
                _ => {
                    let (name, own) = prefixes.name(&name);
                    element.attributes.push(Attribute { name, own, value: value.into() });
                }
            }
        }
        element
    }

    /// Reads on behind the end of the element, and takes what is in it.
    pub(super) fn fill(mut self, xml: &mut Xml<&[u8]>, prefixes: &mut Prefixes) -> Result<Element, Refused> {
        let mut open: Vec<Element> = Vec::new();
        loop {
            let byte = xml.position();
            let node = xml.next().map_err(|error| {
                let inside = open.iter().skip(1).chain(open.first().map(|_| &self));
                let path = inside.map(|element| format!("/{}", element.name)).collect();
                Refused { byte, path, error }
            })?;
            match node {
                Node::Open(tag) => {
                    let inner = Element::of(&tag, prefixes, byte);
                    open.push(core::mem::replace(&mut self, inner));
                }
                Node::Text(text) => self.text.push_str(&text),
                Node::Aside | Node::End => {}
                Node::Close => {
                    let trimmed = self.text.trim();
                    if trimmed.len() < self.text.len() {
                        self.text = trimmed.into();
                    }
                    let Some(mut outer) = open.pop() else { return Ok(self) };
                    outer.children.push(self);
                    self = outer;
                }
            }
        }
    }

    /// Whether there is nothing but text in it.
    pub(super) fn plain(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty()
    }
}

fn typed(value: &str) -> Typed {
    match value.trim().rsplit(':').next().unwrap_or_default() {
        "boolean" => Typed::Flag,
        "integer" | "int" | "long" | "short" | "byte" | "decimal" | "double" | "float"
        | "nonNegativeInteger" | "positiveInteger" | "unsignedInt" | "unsignedLong" => Typed::Number,
        _ => Typed::Text,
    }
}
