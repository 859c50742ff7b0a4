//! XML without its traps: no document types, no entities, bounded depth, and nothing that ends before it is closed.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, NamespaceResolver, PrefixDeclaration, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::error::{Code, Error};
use crate::limits::Limits;

/// Namespaces of workbooks, in the transitional and the strict form.
const SHEET: [&str; 2] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
];
const RELATION: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const PACKAGE: [&str; 1] = ["http://schemas.openxmlformats.org/package/2006/relationships"];

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    Sheet,
    Package,
    /// The one that the reader was asked for.
    Own,
    Other,
}

/// The start of an element.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    start: BytesStart<'a>,
    space: Space,
    relation: Option<Box<str>>,
    names: &'a NamespaceResolver,
}

/// A name with the namespace it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    pub(crate) namespace: Option<&'a str>,
    pub(crate) prefix: &'a str,
    pub(crate) local: &'a str,
}

impl<'a> Name<'a> {
    fn of(name: QName<'a>, space: ResolveResult<'a>) -> Name<'a> {
        let (local, prefix) = name.decompose();
        let namespace = if let ResolveResult::Bound(namespace) = space { Some(namespace.0) } else { None };
        Name { namespace, prefix: prefix.map_or("", |prefix| prefix.into_inner()), local: local.into_inner() }
    }
}

impl Tag<'_> {
    /// Whether this is the element of that name in the vocabulary of workbooks.
    pub(super) fn is(&self, name: &str) -> bool {
        self.space == Space::Sheet && self.start.local_name().as_ref() == name
    }

    /// Whether this is the element of that name in the vocabulary of packages.
    pub(super) fn is_package(&self, name: &str) -> bool {
        self.space == Space::Package && self.start.local_name().as_ref() == name
    }

    /// The name of the element, if it is of the vocabulary that was asked for.
    pub(crate) fn own(&self) -> Option<&str> {
        (self.space == Space::Own).then(|| self.start.local_name().into_inner())
    }

    /// The name of the element as it is written.
    pub(crate) fn name(&self) -> &str {
        self.start.name().into_inner()
    }

    /// The name of the element with its namespace.
    pub(crate) fn full(&self) -> Name<'_> {
        Name::of(self.start.name(), self.names.resolve_element(self.start.name()).0)
    }

    /// The attributes with their values, in their order, without what binds prefixes.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (Name<'_>, Cow<'_, str>)> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        attributes.flatten().filter(|held| held.key.as_namespace_binding().is_none()).filter_map(|held| {
            let name = Name::of(held.key, self.names.resolve_attribute(held.key).0);
            // That the value can be read was seen when the tag was.
            Some((name, held.normalized_value(XmlVersion::Implicit1_0).ok()?))
        })
    }

    /// The prefixes that the element binds, and to what; the empty prefix is that of names without one.
    pub(crate) fn bindings(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        attributes.flatten().filter_map(|held| {
            let prefix = match held.key.as_namespace_binding()? {
                PrefixDeclaration::Default => "",
                PrefixDeclaration::Named(prefix) => prefix,
            };
            Some((prefix, held.normalized_value(XmlVersion::Implicit1_0).ok()?))
        })
    }

    /// The attribute `id` of relationships (`r:id`).
    pub(super) fn relation(&self) -> Option<&str> {
        self.relation.as_deref()
    }

    /// The attribute of that name without a namespace.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let found =
            self.start.attributes().with_checks(false).flatten().find(|held| held.key.as_ref() == name)?;
        // That the value can be read was seen when the tag was.
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// Whether the attribute says yes.
    pub(super) fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }
}

/// What comes next in a document.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    Open(Tag<'a>),
    Close,
    Text(Cow<'a, str>),
    /// A comment or a processing instruction.
    Aside,
    End,
}

/// A document while it is read.
#[derive(Debug)]
pub(crate) struct Xml<R> {
    reader: NsReader<Budget<R>>,
    buffer: Vec<u8>,
    part: Box<str>,
    depth: usize,
    rooted: bool,
    most_depth: usize,
    most_attributes: usize,
    token: usize,
    own: &'static str,
}

impl<R: BufRead> Xml<R> {
    pub(crate) fn new(input: R, part: &str, limits: &Limits) -> Xml<R> {
        let mut reader = NsReader::from_reader(Budget { input, left: 0 });
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            buffer: Vec::new(),
            part: part.into(),
            depth: 0,
            rooted: false,
            most_depth: limits.xml_depth,
            most_attributes: limits.xml_attributes,
            token: limits.record_bytes,
            own: "",
        }
    }

    /// The same reader, which knows elements of a namespace by [`Tag::own`].
    #[must_use]
    pub(crate) fn with_own(self, namespace: &'static str) -> Xml<R> {
        Xml { own: namespace, ..self }
    }

    /// How many bytes were read.
    pub(crate) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// What comes next.
    ///
    /// # Errors
    /// `BAD_XML`, `DTD_FORBIDDEN`, `NESTING_TOO_DEEP`, `LIMIT_EXCEEDED`, and what the input refuses.
    pub(crate) fn next(&mut self) -> Result<Node<'_>, Error> {
        let part = &self.part;
        let fail = |error: Error| error.at(part.clone());
        self.buffer.clear();
        self.reader.get_mut().left = self.token;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| fail(told(error)))?;
        match event {
            Event::Start(start) => {
                if self.depth >= self.most_depth {
                    let message = format!("elements stand more than {} deep in each other", self.most_depth);
                    return Err(fail(Error::new(Code::NestingTooDeep, message)));
                }
                if self.depth == 0 && core::mem::replace(&mut self.rooted, true) {
                    return Err(fail(bad("the document has two roots")));
                }
                self.depth = self.depth.saturating_add(1);
                let tag = tag(&self.reader, start, (self.own, self.most_attributes)).map_err(fail)?;
                Ok(Node::Open(tag))
            }
            // Empty elements come as a start and an end.
            Event::End(_) | Event::Empty(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::Close)
            }
            Event::Text(text) => {
                let text = text.xml10_content();
                let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{feff}');
                if self.depth == 0 && !text.chars().all(blank) {
                    return Err(fail(bad("text stands outside of the document")));
                }
                allowed(&text).map_err(fail)?;
                Ok(Node::Text(text))
            }
            Event::CData(text) => {
                let text = text.xml10_content();
                allowed(&text).map_err(fail)?;
                Ok(Node::Text(text))
            }
            Event::GeneralRef(reference) => {
                if let Some(character) = reference.resolve_char_ref().map_err(|error| fail(told(error)))? {
                    allowed(character.encode_utf8(&mut [0; 4])).map_err(fail)?;
                    return Ok(Node::Text(character.to_string().into()));
                }
                match quick_xml::escape::resolve_xml_entity(&reference) {
                    Some(text) => Ok(Node::Text(text.into())),
                    None => {
                        let message = format!("the entity `&{};` is not defined", &*reference);
                        Err(fail(bad(message)))
                    }
                }
            }
            Event::Decl(declaration) => match declaration.encoding() {
                None => Ok(Node::Aside),
                Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(Node::Aside),
                Some(Ok(encoding)) => {
                    let message = format!("it says that it is written in {encoding}, not in UTF-8");
                    Err(fail(Error::new(Code::UnsupportedEncoding, message)))
                }
                Some(Err(error)) => Err(fail(bad(error.to_string()))),
            },
            Event::Comment(_) | Event::PI(_) => Ok(Node::Aside),
            Event::DocType(_) => {
                Err(fail(Error::new(Code::DtdForbidden, "the document brings a document type with it")))
            }
            Event::Eof if self.depth > 0 => Err(fail(bad("the document ends inside an element"))),
            Event::Eof if !self.rooted => Err(fail(bad("the document is empty"))),
            Event::Eof => Ok(Node::End),
        }
    }

    /// Reads on behind the end of the element that was opened last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// Appends the text of the element that was opened last, and reads on behind its end.
    ///
    /// # Errors
    /// `BAD_XML` if there is anything but text, a comment among it; `LIMIT_EXCEEDED` past `most` bytes.
    pub(crate) fn text(&mut self, into: &mut String, most: usize) -> Result<(), Error> {
        let part = self.part.clone();
        loop {
            match self.next()? {
                Node::Text(text) => {
                    if into.len().saturating_add(text.len()) > most {
                        let message = format!("a text has more than {most} bytes");
                        return Err(Error::new(Code::LimitExceeded, message).at(part));
                    }
                    into.push_str(&text);
                }
                Node::Close => return Ok(()),
                Node::Open(_) => return Err(bad("an element stands inside a value").at(part)),
                Node::Aside => return Err(bad("a comment stands inside a value").at(part)),
                Node::End => return Err(bad("the document ends inside a value").at(part)),
            }
        }
    }
}

fn bad(message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadXml, message)
}

/// Our own errors come through the parser as they were; its own become ours.
fn told(error: quick_xml::Error) -> Error {
    match &error {
        quick_xml::Error::Io(inner) => {
            match inner.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
                Some(own) => own.clone(),
                None => Error::new(Code::Io, inner.to_string()),
            }
        }
        quick_xml::Error::Encoding(_) => Error::new(Code::InvalidUtf8, "the part is not UTF-8"),
        _ => bad(error.to_string()),
    }
}

/// Characters that XML 1.0 allows.
fn allowed(text: &str) -> Result<(), Error> {
    let refused = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.bytes().any(|byte| byte < 0x20 || byte == 0xef)
        && let Some(c) = text.chars().find(|c| refused(*c))
    {
        return Err(bad(format!("the character U+{:04X} is none that XML allows", u32::from(c))));
    }
    Ok(())
}

/// The tag of an element, whose attributes are all well-formed.
fn tag<'a, R>(
    reader: &'a NsReader<R>,
    start: BytesStart<'a>,
    (own, most): (&str, usize),
) -> Result<Tag<'a>, Error> {
    let resolver = reader.resolver();
    let undeclared =
        |name: &str| Error::new(Code::UndeclaredPrefix, format!("the prefix of `{name}` is not declared"));
    let one_of = |known: &[&str], namespace: Namespace<'_>| known.contains(&namespace.0);
    let space = match resolver.resolve_element(start.name()).0 {
        ResolveResult::Bound(namespace) if one_of(&SHEET, namespace) => Space::Sheet,
        ResolveResult::Bound(namespace) if one_of(&PACKAGE, namespace) => Space::Package,
        ResolveResult::Bound(namespace) if !own.is_empty() && namespace.0 == own => Space::Own,
        ResolveResult::Bound(_) | ResolveResult::Unbound => Space::Other,
        ResolveResult::Unknown(_) => return Err(undeclared(start.name().0)),
    };
    let mut relation = None;
    for (count, attribute) in (1usize..).zip(start.attributes()) {
        if count > most {
            return Err(Error::new(
                Code::LimitExceeded,
                format!("an element has more than {most} attributes"),
            ));
        }
        let attribute = attribute.map_err(|error| match error {
            AttrError::Duplicated(..) => {
                let message = format!("an attribute of `{}` stands twice", start.name().into_inner());
                Error::new(Code::DuplicateAttribute, message)
            }
            other => bad(other.to_string()),
        })?;
        let value =
            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| bad(error.to_string()))?;
        if attribute.key.prefix().is_none() || attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        match resolver.resolve_attribute(attribute.key) {
            (ResolveResult::Bound(namespace), name)
                if one_of(&RELATION, namespace) && name.as_ref() == "id" =>
            {
                relation = Some(value.into());
            }
            (ResolveResult::Unknown(_), _) => return Err(undeclared(attribute.key.0)),
            _ => {}
        }
    }
    Ok(Tag { start, space, relation, names: resolver })
}

/// Bounds what is read for one event: an event is held in memory as a whole.
#[derive(Debug)]
struct Budget<R> {
    input: R,
    left: usize,
}

impl<R: BufRead> BufRead for Budget<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let message = "a tag, a text or a comment is longer than a record may be";
            return Err(io::Error::other(Error::new(Code::LimitExceeded, message)));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.input.consume(count);
    }
}

impl<R: BufRead> Read for Budget<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut rest = self.fill_buf()?;
        let read = rest.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}
