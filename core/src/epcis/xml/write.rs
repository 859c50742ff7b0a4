//! An element as JSON, by its shape.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Spot;
use super::element::{Element, Refused, Typed};
use super::shape::{ANY, EVENT, Field, Shape, TEXT, field};
use crate::epcis::scan::write_text;
use crate::epcis::terms::Vocabulary;
use crate::error::Code;

/// Writes elements as JSON and, if it is asked to, notes where each value stands.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) out: String,
    /// How much deeper objects and lists may stand in each other.
    depth: usize,
    /// Where values stand, if that is noted.
    pub(super) spots: Option<Vec<Spot>>,
    pointer: String,
    path: String,
}

/// An element in the place where it counts: `extension` is unfolded.
struct Child<'e> {
    element: &'e Element,
    /// Its way from the element that it is in.
    step: String,
}

impl Writer {
    pub(super) fn new(depth: usize, noting: bool) -> Writer {
        Writer {
            out: String::new(),
            depth,
            spots: noting.then(Vec::new),
            pointer: String::new(),
            path: String::new(),
        }
    }

    /// Appends an event.
    pub(super) fn event(&mut self, event: &Element) -> Result<(), Refused> {
        let named = |name: &str| matches!(name, "epcisBody" | "credentialSubject");
        let children = event.children.iter().any(|child| child.own && named(&child.name));
        if children || event.attributes.iter().any(|held| held.own && named(&held.name)) {
            let message = "a document stands where an event is expected";
            return Err(Refused::new(event.byte, Code::WrongType, message));
        }
        self.open(event, '{')?;
        self.out.push_str("\"type\":");
        write_text(&event.name, &mut self.out);
        self.note("/type", "", event);
        self.inside(event, EVENT, TEXT)?;
        self.close('}');
        Ok(())
    }

    fn open(&mut self, element: &Element, bracket: char) -> Result<(), Refused> {
        let refused = || Refused::new(element.byte, Code::NestingTooDeep, "nested too deeply");
        self.depth = self.depth.checked_sub(1).ok_or_else(refused)?;
        self.out.push(bracket);
        Ok(())
    }

    fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_add(1);
        self.out.push(bracket);
    }

    /// A comma, if something stands before.
    fn comma(&mut self) {
        if !self.out.ends_with(['{', '[']) {
            self.out.push(',');
        }
    }

    /// A key as it stands in a JSON pointer.
    fn key(&self, key: &str) -> String {
        if self.spots.is_some() { key.replace('~', "~0").replace('/', "~1") } else { String::new() }
    }

    /// Notes where something stands that is no element of its own.
    fn note(&mut self, pointer: &str, step: &str, element: &Element) {
        if let Some(spots) = &mut self.spots {
            let (pointer, path) = (format!("{}{pointer}", self.pointer), format!("{}{step}", self.path));
            spots.push(Spot { pointer, path, byte: element.byte });
        }
    }

    /// Does something one step further on both ways.
    fn at<T>(&mut self, pointer: &str, child: &Child<'_>, then: impl FnOnce(&mut Writer) -> T) -> T {
        let lengths = (self.pointer.len(), self.path.len());
        if let Some(spots) = &mut self.spots {
            for (way, step) in [(&mut self.pointer, pointer), (&mut self.path, &child.step)] {
                way.push('/');
                way.push_str(step);
            }
            let (pointer, path) = (self.pointer.clone(), self.path.clone());
            spots.push(Spot { pointer, path, byte: child.element.byte });
        }
        let done = then(self);
        self.pointer.truncate(lengths.0);
        self.path.truncate(lengths.1);
        done
    }

    /// Appends a value.
    fn value(&mut self, element: &Element, shape: &'static Shape) -> Result<(), Refused> {
        match shape {
            Shape::Many(inner) => return self.value(element, inner),
            Shape::List(item, inner) if element.attributes.is_empty() && element.text.is_empty() => {
                return self.list(element, item, inner);
            }
            Shape::Object(fields, text)
                if !element.plain() || *text != TEXT || (element.text.is_empty() && !fields.is_empty()) =>
            {
                self.open(element, '{')?;
                self.inside(element, fields, text)?;
                self.close('}');
            }
            // What has no inside where one is needed is told by the reader.
            _ if !element.plain() => return self.value(element, &ANY),
            shape => self.scalar(&element.text, shape, element.typed),
        }
        Ok(())
    }

    fn list(&mut self, element: &Element, item: &str, inner: &'static Shape) -> Result<(), Refused> {
        self.open(element, '[')?;
        for (index, child) in self.children(element).into_iter().enumerate() {
            self.comma();
            self.at(&index.to_string(), &child, |writer| {
                if child.element.own && child.element.name == item {
                    return writer.value(child.element, inner);
                }
                // Something else in a list: an object with its name.
                writer.open(child.element, '{')?;
                write_text(&child.element.name, &mut writer.out);
                writer.out.push(':');
                writer.value(child.element, &ANY)?;
                writer.close('}');
                Ok(())
            })?;
        }
        self.close(']');
        Ok(())
    }

    /// Appends attributes, elements and text as members.
    pub(super) fn inside(
        &mut self,
        element: &Element,
        fields: &'static [Field],
        text: &str,
    ) -> Result<(), Refused> {
        for held in &element.attributes {
            let known = if held.own { field(fields, &held.name) } else { None };
            let (key, shape) = known.map_or((&*held.name, &Shape::Text), |(_, key, shape)| (*key, shape));
            self.name(key);
            let step = if self.spots.is_some() { format!("@{}", held.name) } else { String::new() };
            let pointer = self.key(key);
            self.at(&pointer, &Child { element, step }, |writer| {
                writer.scalar(&held.value, shape, Typed::Text)
            });
        }
        let children = self.children(element);
        let mut alike: BTreeMap<&str, Vec<&Child<'_>>> = BTreeMap::new();
        for child in &children {
            alike.entry(&child.element.name).or_default().push(child);
        }
        for child in &children {
            let name = &*child.element.name;
            let known = if child.element.own { field(fields, name) } else { None };
            let (key, shape) = known.map_or((name, &ANY), |(_, key, shape)| (*key, shape));
            if child.element.typed == Typed::Nil && known.is_some() {
                continue;
            }
            // Members of EPCIS stand once; extensions of one name are one list.
            let listed = matches!(shape, Shape::Many(_));
            let gathered = listed || (known.is_none() && (fields.is_empty() || !child.element.own));
            let same = alike.get(name).map(Vec::as_slice).unwrap_or_default();
            if gathered && !same.first().is_some_and(|first| core::ptr::eq(*first, child)) {
                continue;
            }
            self.name(key);
            let pointer = self.key(key);
            if !gathered || (same.len() < 2 && !listed) {
                self.at(&pointer, child, |writer| writer.value(child.element, shape))?;
                continue;
            }
            self.open(child.element, '[')?;
            for (index, child) in same.iter().enumerate() {
                self.comma();
                self.at(&format!("{pointer}/{index}"), child, |writer| writer.value(child.element, shape))?;
            }
            self.close(']');
        }
        if !element.text.is_empty() {
            let pointer = self.key(text);
            self.note(&format!("/{pointer}"), "/text()", element);
            self.name(text);
            write_text(&element.text, &mut self.out);
        }
        Ok(())
    }

    /// The name of a member.
    fn name(&mut self, name: &str) {
        self.comma();
        write_text(name, &mut self.out);
        self.out.push(':');
    }

    /// The elements in one. What stands in EPCIS's `extension` and `baseExtension` stands in their place.
    fn children<'e>(&self, element: &'e Element) -> Vec<Child<'e>> {
        let mut out = Vec::with_capacity(element.children.len());
        self.unfold(element, "", &mut out);
        out
    }

    fn unfold<'e>(&self, element: &'e Element, before: &str, out: &mut Vec<Child<'e>>) {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        if self.spots.is_some() {
            for child in &element.children {
                let (all, _) = counts.entry(&child.name).or_default();
                *all = all.saturating_add(1);
            }
        }
        for child in &element.children {
            let mut step = String::new();
            if let Some((all, count)) = counts.get_mut(&*child.name) {
                *count = count.saturating_add(1);
                let number = if *all > 1 { format!("[{count}]") } else { String::new() };
                step = format!("{before}{}{number}", child.name);
            }
            let folded = element.own && child.own && matches!(&*child.name, "extension" | "baseExtension");
            if folded && child.attributes.is_empty() && child.text.is_empty() {
                self.unfold(child, &format!("{step}/"), out);
            } else {
                out.push(Child { element: child, step });
            }
        }
    }

    fn scalar(&mut self, text: &str, shape: &Shape, typed: Typed) {
        let text = text.trim();
        let shape = match (shape, typed) {
            (Shape::Object(..), Typed::Nil) => {
                self.out.push_str("null");
                return;
            }
            (Shape::Object(..), Typed::Number) => &Shape::Number,
            (Shape::Object(..), Typed::Flag) => &Shape::Flag,
            _ => shape,
        };
        match shape {
            Shape::Number => match number(text) {
                Some(number) => self.out.push_str(&number),
                None => write_text(text, &mut self.out),
            },
            Shape::Flag if matches!(text, "true" | "1") => self.out.push_str("true"),
            Shape::Flag if matches!(text, "false" | "0") => self.out.push_str("false"),
            Shape::Word(vocabulary) => write_text(bare(*vocabulary, text), &mut self.out),
            _ => write_text(text, &mut self.out),
        }
    }
}

/// The bare word of a vocabulary's word, other texts as they are.
fn bare(vocabulary: Vocabulary, text: &str) -> &str {
    let word = vocabulary.bare(text);
    if vocabulary.knows(word) { word } else { text }
}

/// A number of XML Schema as JSON writes it; `None` if it is none.
pub(super) fn number(text: &str) -> Option<Cow<'_, str>> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = rest.split_at(rest.find(['e', 'E']).unwrap_or(rest.len()));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = exponent.trim_start_matches(['e', 'E']);
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let odd =
        !digits(whole) || !digits(fraction) || !digits(power) || (power.is_empty() && !exponent.is_empty());
    if odd || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let kept = whole.trim_start_matches('0');
    let whole = if kept.is_empty() { "0" } else { kept };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}{exponent}").into())
}
