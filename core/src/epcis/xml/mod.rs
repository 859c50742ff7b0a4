//! EPCIS 1.2 and 2.0 as XML (METHODS M-188): it becomes the JSON that says the same, and everything behind reads that. What is said
//! about an event is told at its place in the XML.

mod element;
mod shape;
mod walk;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use super::document::Place;
use super::source::{Told, Wanted};
use crate::limits::Limits;
pub(super) use walk::walk;

/// Where an event stands in XML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    /// `/EPCISDocument/EPCISBody/EventList/ObjectEvent[2]`.
    path: Box<str>,
    /// Byte of its tag.
    byte: usize,
}

impl At {
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

/// Where a value of an event stands in XML.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spot {
    /// Its JSON pointer below the event.
    pointer: String,
    /// Its way below the event.
    path: String,
    /// Byte of its tag.
    byte: usize,
}

/// Where in XML stands what is to be said about events. It is read a second time for it.
pub(super) fn tell(given: &str, events: &[At], wanted: &[Wanted<'_>], limits: &Limits) -> Vec<Told> {
    let index = |place: Place| if let Place::Element(_, index) = place { index } else { usize::MAX };
    let numbers: BTreeSet<usize> = wanted.iter().map(|(place, _)| index(*place)).collect();
    let spots = walk::spots(given, limits, &numbers);
    let mut lines = Lines { text: given, byte: 0, line: 1 };
    let starts: BTreeMap<usize, Lines<'_>> = numbers
        .iter()
        .filter_map(|number| {
            lines.go(events.get(*number)?.byte);
            Some((*number, lines.clone()))
        })
        .collect();
    let tell = |(place, pointer): &Wanted<'_>| {
        let number = index(*place);
        let (Some(at), Some(start)) = (events.get(number), starts.get(&number)) else {
            return (format!("{}{pointer}", place.path()), None);
        };
        let within = |spot: &&Spot| {
            pointer.strip_prefix(&*spot.pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let known = spots.get(&number).map(Vec::as_slice).unwrap_or_default();
        let spot = known.iter().filter(within).max_by_key(|spot| spot.pointer.len());
        let (path, held, byte) =
            spot.map_or(("", "", at.byte), |spot| (&spot.path, &spot.pointer, spot.byte));
        let rest = pointer.strip_prefix(held).unwrap_or_default();
        let mut lines = start.clone();
        lines.go(byte);
        (format!("{}{path}{rest}", at.path), Some((lines.line, lines.column())))
    };
    wanted.iter().map(tell).collect()
}

/// Goes through a text and counts its lines.
#[derive(Clone, Debug)]
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn go(&mut self, byte: usize) {
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.line = self.line.saturating_add(memchr::memchr_iter(b'\n', passed).count());
        self.byte = self.byte.max(byte);
    }

    /// Characters from the beginning of the line on, counted from 1.
    fn column(&self) -> usize {
        let before = self.text.as_bytes().get(..self.byte).unwrap_or_default();
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at.saturating_add(1));
        let line = String::from_utf8_lossy(before.get(start..).unwrap_or_default());
        line.chars().count().saturating_add(1)
    }
}

#[cfg(test)]
mod tests;
