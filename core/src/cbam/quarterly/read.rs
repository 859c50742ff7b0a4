//! From the XML of a report to what it says; what the list of elements does not have is told.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::elements::{Element, Holds, NAMESPACE, REPORT, ROOT};
use crate::cbam::faults::{At, Faults, shown};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::sheet::xml::{Node, Xml};

/// What comes next in a group.
enum Step {
    /// An element of the list, by its number, and its name as written.
    Known(usize, String),
    Unknown(String),
    Stray,
    Blank,
    End,
}

/// Reads a report.
///
/// # Method
/// M-146.
///
/// # Errors
/// `BAD_XML`, `DTD_FORBIDDEN`, `NESTING_TOO_DEEP`, `LIMIT_EXCEEDED`; `UNKNOWN_VALUE` if the document is no `QReport`.
pub(super) fn read(text: &str, faults: &mut Faults) -> Result<Map<String, Value>, Error> {
    let limits = Limits::default();
    let mut xml = Xml::new(text.as_bytes(), "/xml", &limits).with_own(NAMESPACE);
    let mut report = Map::new();
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.own() == Some(ROOT) => break,
            Node::Open(tag) => {
                let message = format!("`{}` is no quarterly report", shown(tag.name()));
                return Err(Error::new(Code::UnknownValue, message)
                    .with_help(format!("give a document `{ROOT}` of the namespace {NAMESPACE}"))
                    .at("/xml"));
            }
            Node::End => return Ok(report),
            Node::Close | Node::Text(_) | Node::Aside => {}
        }
    }
    let mut reader = Reader { xml, faults, text: limits.record_bytes };
    reader.group((REPORT, 1), &mut report, &At::root().key("report"))?;
    // What stands behind the report is read to its end, so that it is XML as a whole.
    while !matches!(reader.xml.next()?, Node::End) {}
    Ok(report)
}

struct Reader<'f, R> {
    xml: Xml<R>,
    faults: &'f mut Faults,
    text: usize,
}

impl<R: BufRead> Reader<'_, R> {
    /// Takes the elements of a group up to its end; `place` is that of the group in its list.
    fn group(
        &mut self,
        (elements, place): (&[Element], usize),
        object: &mut Map<String, Value>,
        at: &At,
    ) -> Result<(), Error> {
        let mut last = 0usize;
        let mut seen = vec![0usize; elements.len()];
        loop {
            let step = match self.xml.next()? {
                Node::Open(tag) => {
                    let known =
                        tag.own().and_then(|name| elements.iter().position(|known| known.name == name));
                    let name = tag.name().to_owned();
                    known
                        .map_or_else(|| Step::Unknown(name.clone()), |known| Step::Known(known, name.clone()))
                }
                Node::Text(text) if text.chars().any(|letter| !letter.is_ascii_whitespace()) => Step::Stray,
                Node::Text(_) | Node::Aside => Step::Blank,
                Node::Close | Node::End => Step::End,
            };
            let (index, name) = match step {
                Step::End => return Ok(()),
                Step::Blank => continue,
                Step::Stray => {
                    let message = "text stands between elements: it was not taken";
                    self.faults.warning(Code::ElementUnknown, at, message);
                    continue;
                }
                Step::Unknown(name) => {
                    let message = format!("the element `{}` is not in the list of this place", shown(&name));
                    self.faults.warning(Code::ElementUnknown, at, message);
                    self.xml.skip()?;
                    continue;
                }
                Step::Known(index, name) => (index, name),
            };
            let Some(element) = elements.get(index) else { continue };
            if index < last {
                let message = format!("`{name}` stands behind an element that the list has after it");
                self.faults
                    .warning(Code::ElementMisfit, at, message)
                    .help("put it into the order of the list");
            }
            last = last.max(index);
            let count = seen.get(index).map_or(1, |count| count.saturating_add(1));
            if let Some(count_of) = seen.get_mut(index) {
                *count_of = count;
            }
            if element.most == 1 && count > 1 {
                let message = format!("`{name}` stands twice: only the first was taken");
                self.faults.error(Code::ElementMisfit, at, message).help("leave one of them");
                self.xml.skip()?;
                continue;
            }
            self.element(element, (count, place), object, at)?;
        }
    }

    fn element(
        &mut self,
        element: &Element,
        (count, place): (usize, usize),
        object: &mut Map<String, Value>,
        at: &At,
    ) -> Result<(), Error> {
        if let Holds::Group(inner) = &element.holds {
            if element.field.is_empty() {
                return self.group((inner, 1), object, at);
            }
            let here = at.key(element.field);
            let mut fields = Map::new();
            if element.most == 1 {
                self.group((inner, 1), &mut fields, &here)?;
                object.insert(element.field.into(), Value::Object(fields));
            } else {
                self.group((inner, count), &mut fields, &here.index(count.saturating_sub(1)))?;
                let list = object.entry(element.field).or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(entries) = list {
                    entries.push(Value::Object(fields));
                }
            }
            return Ok(());
        }
        let mut text = String::new();
        self.xml.text(&mut text, self.text)?;
        match &element.holds {
            Holds::Order if text.trim() != place.to_string() => {
                let message = format!("`{}` is {}; it is numbered {place} anew", element.name, shown(&text));
                self.faults.info(Code::ElementMisfit, at, message).help("nothing: places are counted from 1");
            }
            Holds::Order => {}
            Holds::Flag => {
                let flag = match text.trim() {
                    "true" | "1" => true,
                    "false" | "0" => false,
                    other => {
                        let message = format!("`{}` is neither true nor false", shown(other));
                        self.faults.error(Code::ElementMisfit, &at.key(element.field), message);
                        return Ok(());
                    }
                };
                object.insert(element.field.into(), Value::Bool(flag));
            }
            _ => {
                object.insert(element.field.into(), Value::String(text));
            }
        }
        Ok(())
    }
}
