//! What stands around events: a document, an answer to a query, a list, lines, or nothing.

use super::event::{Event, More};
use super::read::{Found, Remark, read_event};
use super::scan::{Fault, Scanner};
use crate::error::{Code, Error};
use crate::limits::Limits;

/// What was around the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Envelope {
    /// An event alone.
    #[default]
    Bare,
    /// One value on each line.
    Lines,
    /// A list of events.
    List,
    /// `EPCISDocument`.
    Document,
    /// `EPCISQueryDocument`.
    Query,
}

impl Envelope {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Envelope::Bare => "event",
            Envelope::Lines => "lines",
            Envelope::List => "list",
            Envelope::Document => "document",
            Envelope::Query => "query_document",
        }
    }
}

/// What a document says beside its events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame<'a> {
    pub(crate) envelope: Envelope,
    pub(crate) context: Option<&'a str>,
    /// Its other members, `epcisHeader` among them.
    pub(crate) more: More<'a>,
}

/// Where an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Whole,
    /// A line, from 1 on.
    Line(usize),
    /// An element, and what the list is called.
    Element(&'static str, usize),
}

impl Place {
    /// As a JSON pointer; lines are told as `/lines/7`.
    pub(crate) fn path(self) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Line(line) => format!("/lines/{line}"),
            Place::Element(list, index) => format!("{list}/{index}"),
        }
    }
}

/// An event that was met.
#[derive(Debug)]
pub(crate) struct Met<'a, 'b> {
    pub(crate) place: Place,
    /// The text of the event.
    pub(crate) raw: &'a str,
    /// What it says, or why it cannot be read.
    pub(crate) event: Result<&'b Event<'a>, Fault>,
    pub(crate) remarks: &'b [Remark],
    pub(crate) frame: &'b Frame<'a>,
}

/// What is done with each event.
pub(crate) type Each<'a, 'b> = dyn FnMut(&Met<'a, '_>) -> Result<(), Error> + 'b;

struct Reader<'a, 'b> {
    scanner: Scanner<'a>,
    event: Event<'a>,
    remarks: Vec<Remark>,
    frame: Frame<'a>,
    each: &'b mut Each<'a, 'b>,
    /// What `each` refused.
    refused: Option<Error>,
}

/// Reads all events of a text, in any of their envelopes, one after the other.
///
/// # Errors
/// `EMPTY_FILE`, `BAD_JSON`, `NESTING_TOO_DEEP`, `WRONG_TYPE` where the text around events cannot be read, and what `each` refuses. An event that
/// cannot be read is given to `each` and the next one is read.
pub(crate) fn visit<'a>(text: &'a str, limits: &Limits, each: &mut Each<'a, '_>) -> Result<Frame<'a>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        scanner: Scanner::new(text, limits.json_depth),
        event: Event::default(),
        remarks: Vec::new(),
        frame: Frame::default(),
        each,
        refused: None,
    };
    let outcome = reader.all(text);
    match (reader.refused, outcome) {
        (Some(error), _) => Err(error),
        (None, Err(fault)) => Err(placed(text, fault)),
        (None, Ok(())) => Ok(reader.frame),
    }
}

/// A fault with its line and column.
pub(crate) fn placed(text: &str, fault: Fault) -> Error {
    let before = text.get(..fault.at).unwrap_or(text);
    let line = memchr::memchr_iter(b'\n', before.as_bytes()).count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    let path = if fault.path.is_empty() { format!("line {line}, column {column}") } else { fault.path };
    Error::new(fault.code, format!("{} (line {line}, column {column})", fault.message)).at(path)
}

impl<'a> Reader<'a, '_> {
    fn all(&mut self, text: &'a str) -> Result<(), Fault> {
        match self.scanner.peek() {
            None => return Err(self.scanner.fault(Code::EmptyFile, "there are no events")),
            Some(b'[') => {
                self.frame.envelope = Envelope::List;
                self.list("")?;
                return self.end();
            }
            Some(b'{') => {}
            Some(_) => return Err(self.scanner.fault(Code::WrongType, "events are JSON objects")),
        }
        let mut place = Place::Whole;
        let (mut line, mut counted) = (1usize, 0usize);
        loop {
            self.scanner.peek();
            let at = self.scanner.at();
            if place != Place::Whole {
                let between = text.as_bytes().get(counted..at).unwrap_or_default();
                line = line.saturating_add(memchr::memchr_iter(b'\n', between).count());
                counted = at;
                place = Place::Line(line);
            }
            match self.one(place) {
                Ok(Found::Event) => {}
                Ok(_) => self.document(place)?,
                Err(fault) => {
                    // A line that cannot be read leaves the others readable, if the next one begins an object.
                    let next = text.get(at..).and_then(|rest| rest.find("\n{"));
                    let Some(next) = next.map(|next| at.saturating_add(next)) else { return Err(fault) };
                    self.told(Place::Line(line), text.get(at..next).unwrap_or_default(), fault)?;
                    self.scanner.back_to(next);
                    place = Place::Line(line);
                    self.frame.envelope = Envelope::Lines;
                    continue;
                }
            }
            if self.scanner.ended() {
                return Ok(());
            }
            if self.scanner.peek() != Some(b'{') {
                return Err(self.scanner.fault(Code::TrailingData, "something follows the document"));
            }
            if self.frame.envelope != Envelope::Bare && self.frame.envelope != Envelope::Lines {
                return Err(self.scanner.fault(Code::TrailingData, "a second document follows the first"));
            }
            self.frame.envelope = Envelope::Lines;
            place = Place::Line(line);
        }
    }

    fn end(&mut self) -> Result<(), Fault> {
        if self.scanner.ended() {
            return Ok(());
        }
        Err(self.scanner.fault(Code::TrailingData, "something follows the document"))
    }

    /// Reads one value that should be an event. If it is a document, the reader stands before it again.
    fn one(&mut self, place: Place) -> Result<Found, Fault> {
        self.scanner.peek();
        let start = self.scanner.clone();
        let read = read_event(&mut self.scanner, &mut self.event, &mut self.remarks);
        match read {
            Ok(Found::Event) => {
                let met = Met {
                    place,
                    raw: start.between(start.at(), self.scanner.at()),
                    event: Ok(&self.event),
                    remarks: &self.remarks,
                    frame: &self.frame,
                };
                if let Err(error) = (self.each)(&met) {
                    return Err(self.stop(error));
                }
                Ok(Found::Event)
            }
            Ok(found) => {
                self.scanner = start;
                Ok(found)
            }
            Err(fault) => {
                // What is well-formed can be passed over.
                self.scanner = start.clone();
                if let Err(fault) = self.scanner.raw(false) {
                    self.scanner = start;
                    return Err(fault);
                }
                let raw = start.between(start.at(), self.scanner.at());
                self.told(place, raw, fault)?;
                Ok(Found::Event)
            }
        }
    }

    fn told(&mut self, place: Place, raw: &'a str, fault: Fault) -> Result<(), Fault> {
        let met = Met { place, raw, event: Err(fault), remarks: &[], frame: &self.frame };
        (self.each)(&met).map_err(|error| self.stop(error))
    }

    fn stop(&mut self, error: Error) -> Fault {
        self.refused = Some(error);
        self.scanner.fault(Code::Internal, "")
    }

    fn list(&mut self, name: &'static str) -> Result<(), Fault> {
        let mut scanner = self.scanner.clone();
        scanner.elements(|scanner, index| {
            self.scanner = scanner.clone();
            let found = self.one(Place::Element(name, index))?;
            *scanner = self.scanner.clone();
            match found {
                Found::Event => Ok(()),
                _ => Err(scanner.fault(Code::WrongType, "a document stands where an event is expected")),
            }
        })?;
        self.scanner = scanner;
        Ok(())
    }

    /// Reads a document around events.
    fn document(&mut self, place: Place) -> Result<(), Fault> {
        if place != Place::Whole {
            return Err(self
                .scanner
                .fault(Code::WrongType, "a document stands on a line where an event is expected"));
        }
        let mut scanner = self.scanner.clone();
        let mut body = None;
        let mut kind = None;
        scanner.members(|scanner, name| {
            if self.frame.more.iter().any(|(known, _)| *known == name)
                || (name == "@context" && self.frame.context.is_some())
                || (name == "epcisBody" && body.is_some())
                || (name == "type" && kind.is_some())
            {
                return Err(scanner.repeated(&name).within(&name));
            }
            match &*name {
                "@context" => self.frame.context = Some(scanner.raw(true)?),
                "type" | "isA" => kind = Some(scanner.string()?),
                "epcisBody" => {
                    // With the context read, its events are read at once; else when it is.
                    let from = scanner.clone();
                    if self.frame.context.is_some() {
                        self.scanner = from.clone();
                        self.body()?;
                        *scanner = self.scanner.clone();
                    } else {
                        scanner.raw(false)?;
                    }
                    body = Some((from, self.frame.context.is_some()));
                }
                _ => {
                    let raw = scanner.raw(true).map_err(|fault| fault.within(&name))?;
                    self.frame.more.push((name, raw));
                }
            }
            Ok(())
        })?;
        if let Some((from, false)) = body {
            self.scanner = from;
            self.body()?;
        }
        self.scanner = scanner;
        if kind.as_deref().is_some_and(|kind| kind.ends_with("EPCISQueryDocument")) {
            self.frame.envelope = Envelope::Query;
        }
        Ok(())
    }

    /// Reads `epcisBody`.
    fn body(&mut self) -> Result<(), Fault> {
        self.frame.envelope = Envelope::Document;
        self.inside(&[
            ("eventList", "/epcisBody/eventList"),
            ("event", "/epcisBody/event"),
            ("queryResults", ""),
        ])
    }

    /// Reads the members of an object on the way to the events.
    fn inside(&mut self, ways: &[(&'static str, &'static str)]) -> Result<(), Fault> {
        let mut scanner = self.scanner.clone();
        let mut seen: Vec<String> = Vec::new();
        scanner.members(|scanner, name| {
            if seen.iter().any(|seen| *seen == name) {
                return Err(scanner.repeated(&name).within(&name));
            }
            seen.push(name.clone().into_owned());
            let Some((way, list)) = ways.iter().find(|(way, _)| *way == name) else {
                return scanner.raw(true).map(drop).map_err(|fault| fault.within(&name));
            };
            self.scanner = scanner.clone();
            match *way {
                "queryResults" => self.inside(&[("resultsBody", "")])?,
                "resultsBody" => {
                    self.inside(&[("eventList", "/epcisBody/queryResults/resultsBody/eventList")])?;
                }
                "event" if self.scanner.peek() != Some(b'[') => {
                    self.one(Place::Element("/epcisBody", 0))?;
                }
                _ => self.list(list)?,
            }
            *scanner = self.scanner.clone();
            Ok(())
        })?;
        self.scanner = scanner;
        Ok(())
    }
}
