//! Through the XML of a page: elements with the names that hold where they stand, and their lines.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::limits::Limits;
use crate::sheet::xml::{Node, Xml};

/// An element and its attributes.
#[derive(Debug)]
pub(super) struct Element {
    namespace: String,
    pub(super) local: String,
    /// Namespace, local name and value.
    attributes: Vec<(String, String, String)>,
}

impl Element {
    /// The local name, if the element is of a namespace.
    pub(super) fn of(&self, namespace: &str) -> Option<&str> {
        (self.namespace == namespace).then_some(self.local.as_str())
    }

    /// An attribute without a namespace; empty if it is not there.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attribute_of("", name).unwrap_or_default()
    }

    pub(super) fn attribute_of(&self, namespace: &str, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(of, local, _)| of == namespace && local == name);
        found.map(|(.., value)| value.as_str())
    }
}

/// An element with all that stands in it.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) element: Element,
    pub(super) text: String,
    /// The text and the attribute `dimension` as names of the taxonomy.
    pub(super) named: String,
    pub(super) dimension: String,
    pub(super) children: Vec<Branch>,
}

impl Branch {
    /// The first element of a local name, at any depth.
    pub(super) fn find(&self, local: &str) -> Option<&Branch> {
        if self.element.local == local {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(local))
    }
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Step {
    Open(Element),
    Close,
    Text(String),
    End,
}

/// A page while it is read.
#[derive(Debug)]
pub(super) struct Walk<'x> {
    xml: Xml<&'x [u8]>,
    text: &'x str,
    counted: usize,
    line: u64,
    /// Depth, prefix and namespace of what is declared, the innermost last.
    scopes: Vec<(usize, String, String)>,
    /// Prefixes of the taxonomy by namespace.
    prefixes: BTreeMap<&'x str, &'x str>,
}

impl<'x> Walk<'x> {
    pub(super) fn new(text: &'x str, prefixes: &BTreeMap<&'x str, &'x str>) -> Walk<'x> {
        Walk {
            xml: Xml::new(text.as_bytes(), "", &Limits::default()),
            text,
            counted: 0,
            line: 1,
            scopes: Vec::new(),
            prefixes: prefixes.iter().map(|(prefix, address)| (*address, *prefix)).collect(),
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.xml.depth()
    }

    /// The line of what was read last, counted from 1.
    pub(super) fn line(&mut self) -> u64 {
        let now = self.xml.position().min(self.text.len());
        let read = self.text.as_bytes().get(self.counted..now).unwrap_or_default();
        let more = read.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u64::try_from(more).unwrap_or(u64::MAX));
        self.counted = now;
        self.line
    }

    /// # Errors
    /// Those of the XML.
    pub(super) fn step(&mut self) -> Result<Step, Error> {
        // What an element declares holds until its end was dealt with.
        let depth = self.xml.depth();
        while self.scopes.last().is_some_and(|(of, ..)| *of > depth) {
            self.scopes.pop();
        }
        loop {
            match self.xml.next()? {
                Node::Open(tag) => {
                    let name = tag.full();
                    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
                    let element = Element {
                        namespace: owned(name.namespace),
                        local: name.local.to_owned(),
                        attributes: tag
                            .attributes()
                            .map(|(name, value)| {
                                (owned(name.namespace), name.local.to_owned(), value.into_owned())
                            })
                            .collect(),
                    };
                    let depth = depth.saturating_add(1);
                    let declared =
                        tag.bindings().map(|(prefix, to)| (depth, prefix.to_owned(), to.into_owned()));
                    self.scopes.extend(declared);
                    return Ok(Step::Open(element));
                }
                Node::Close => return Ok(Step::Close),
                Node::Text(text) => return Ok(Step::Text(text.into_owned())),
                Node::Aside => {}
                Node::End => return Ok(Step::End),
            }
        }
    }

    /// The namespace of a qualified name where the walk stands.
    pub(super) fn namespace(&self, name: &str) -> Option<&str> {
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        self.scopes.iter().rev().find(|(_, known, _)| known == prefix).map(|(.., address)| address.as_str())
    }

    /// A qualified name with the prefix of the taxonomy; one of another namespace stays as it is.
    pub(super) fn named(&self, name: &str) -> String {
        let name = name.trim();
        let own = name.split_once(':').and_then(|(_, local)| {
            let prefix = self.prefixes.get(self.namespace(name)?)?;
            Some(format!("{prefix}:{local}"))
        });
        own.unwrap_or_else(|| name.to_owned())
    }

    /// An address of a name (`namespace#local`) as a name of the taxonomy.
    pub(super) fn addressed(&self, address: &str) -> String {
        let own = address.rsplit_once('#').and_then(|(namespace, local)| {
            let prefix = self.prefixes.get(namespace)?;
            Some(format!("{prefix}:{local}"))
        });
        own.unwrap_or_else(|| self.named(address))
    }

    /// All of the element that was opened last.
    ///
    /// # Errors
    /// Those of the XML, which bounds how deep elements stand.
    pub(super) fn branch(&mut self, element: Element) -> Result<Branch, Error> {
        let dimension = self.named(element.attribute("dimension"));
        let (mut text, mut children) = (String::new(), Vec::new());
        loop {
            match self.step()? {
                Step::Open(element) => children.push(self.branch(element)?),
                Step::Text(more) => text.push_str(&more),
                Step::Close | Step::End => break,
            }
        }
        let named = self.named(&text);
        Ok(Branch { element, text, named, dimension, children })
    }
}
