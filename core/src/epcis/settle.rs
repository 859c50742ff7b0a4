//! Which events count: retracted and repeated ones do not, the others get their order, and what cannot have been is told.

mod causality;
mod identity;
mod twice;

use super::document::{Frame, Met, Place, visit};
use super::event::{Action, Event, Kind, Role};
use super::read::Remark;
use super::source::Source;
use super::terms::Vocabulary;
use super::texts::{Name, Texts};
use super::time::{Instant, ending, offset};
use crate::error::{Code, Error, Severity};
use crate::limits::Limits;

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It counts.
    Ok,
    /// It counts, and somebody should look at it.
    Warning,
    /// It was retracted, or stands here a second time: it does not count.
    Void,
    /// It says nothing that can be relied on.
    Unreadable,
}

impl Status {
    /// `ok`, `warning`, `void` or `unreadable`.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Warning => "warning",
            Status::Void => "void",
            Status::Unreadable => "unreadable",
        }
    }
}

/// A thing of an event; its identifier by number among the things.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) role: Role,
    pub(crate) id: Name,
    pub(crate) quantity: Option<&'a str>,
    pub(crate) unit: Option<Name>,
}

/// What an event says of documents and parties.
#[derive(Clone, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) what: What,
    /// The bare word of its type.
    pub(crate) kind: Name,
    pub(crate) id: std::borrow::Cow<'a, str>,
}

/// Where such a thing stands in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Transaction,
    Source,
    Destination,
}

/// An event in short.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    /// Number of the text that it stands in.
    pub(crate) file: usize,
    pub(crate) place: Place,
    pub(crate) raw: &'a str,
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) action: Option<Action>,
    pub(crate) time: Instant,
    pub(crate) recorded: Option<Instant>,
    pub(crate) id: Option<Name>,
    pub(crate) at: Option<Name>,
    /// The bare word of the business step.
    pub(crate) step: Option<Name>,
    pub(crate) transformation: Option<Name>,
    pub(crate) retracted: bool,
    items: (usize, usize),
    said: (usize, usize),
}

impl Row<'_> {
    /// Whether it counts.
    pub(crate) fn counts(&self) -> bool {
        matches!(self.status, Status::Ok | Status::Warning)
    }
}

/// What an event is compared by, if its `eventID` does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// Events with one `eventID`; those that have none by their hash.
    Id,
    /// All events by their hash, too.
    Hash,
}

/// What a canonical identifier is read as, if it is another one.
pub(crate) type Same<'s> = dyn Fn(&str) -> Option<String> + 's;

/// All events of some texts, in short, and what is to be said about them.
#[derive(Debug, Default)]
pub(crate) struct Log<'a> {
    /// The texts.
    pub(crate) sources: Vec<&'a Source<'a>>,
    /// What stood around the events of each.
    pub(crate) frames: Vec<Frame<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    items: Vec<Item<'a>>,
    said: Vec<Said<'a>>,
    /// Master data of what is made, by row.
    pub(crate) masters: Vec<(usize, &'a str)>,
    /// Identifiers of things.
    pub(crate) things: Texts<'a>,
    /// All other texts.
    pub(crate) texts: Texts<'a>,
    /// The canonical form of the identifiers of things, by number; itself where there is none other.
    canonical: Vec<Name>,
    pub(crate) remarks: Vec<(usize, Remark)>,
    correctives: Vec<(usize, Name)>,
    /// Rows that count, in the order of their times.
    pub(crate) order: Vec<usize>,
}

impl<'a> Log<'a> {
    /// Reads all events of a text, and puts them in order.
    ///
    /// # Errors
    /// As [`visit`].
    pub(crate) fn read(
        source: &'a Source<'a>,
        sameness: Sameness,
        limits: &Limits,
    ) -> Result<Log<'a>, Error> {
        let mut log = Log::default();
        log.add(source, limits)?;
        log.settle(sameness, None);
        Ok(log)
    }

    /// Reads the events of one more text. If it cannot be read as a whole, none of them is taken in.
    ///
    /// # Errors
    /// As [`visit`].
    pub(crate) fn add(&mut self, source: &'a Source<'a>, limits: &Limits) -> Result<(), Error> {
        let before = (self.rows.len(), self.remarks.len(), self.masters.len(), self.correctives.len());
        let read = visit(source.json(), limits, &mut |met| {
            if self.rows.len() >= limits.events {
                let message = format!("there are more than {} events", limits.events);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            self.push(met);
            Ok(())
        });
        if read.is_err() {
            self.rows.truncate(before.0);
            self.remarks.truncate(before.1);
            self.masters.truncate(before.2);
            self.correctives.truncate(before.3);
        }
        self.frames.push(read?);
        self.sources.push(source);
        Ok(())
    }

    /// Says which events count, in which order, and what cannot have been. Identifiers are read as others where `same` says so.
    pub(crate) fn settle(&mut self, sameness: Sameness, same: Option<&Same<'_>>) {
        self.identify(same);
        self.void();
        self.repeated(sameness);
        self.sort();
        causality::check(self);
        for (row, remark) in &self.remarks {
            if remark.severity != Severity::Info
                && let Some(row) = self.rows.get_mut(*row)
                && row.status == Status::Ok
            {
                row.status = Status::Warning;
            }
        }
        self.remarks.sort_by_key(|(row, _)| *row);
    }

    /// Minutes from UTC to the clock of an event.
    pub(crate) fn offset_minutes(&self, row: &Row<'_>) -> i64 {
        let mut minutes = 0;
        let _ = visit(row.raw, &Limits::default(), &mut |met| {
            if let Ok(event) = &met.event {
                let written = event.offset.as_deref().and_then(offset);
                minutes = written.or_else(|| ending(&event.time_text)).unwrap_or(0);
            }
            Ok(())
        });
        minutes
    }

    /// The things of a row.
    pub(crate) fn items(&self, row: &Row<'_>) -> &[Item<'a>] {
        self.items.get(row.items.0..row.items.1).unwrap_or_default()
    }

    /// Documents and parties of a row.
    pub(crate) fn said(&self, row: &Row<'_>) -> &[Said<'a>] {
        self.said.get(row.said.0..row.said.1).unwrap_or_default()
    }

    fn push(&mut self, met: &Met<'a, '_>) {
        let number = self.rows.len();
        let (start, told) = (self.items.len(), self.said.len());
        let mut row = Row {
            file: self.frames.len(),
            place: met.place,
            raw: met.raw,
            status: Status::Ok,
            kind: Kind::Object,
            action: None,
            time: Instant::default(),
            recorded: None,
            id: None,
            at: None,
            step: None,
            transformation: None,
            retracted: false,
            items: (start, start),
            said: (told, told),
        };
        match &met.event {
            Err(fault) => {
                row.status = Status::Unreadable;
                self.remarks.push((number, fault.into()));
            }
            Ok(event) => {
                self.fill(&mut row, number, event);
                self.remarks.extend(met.remarks.iter().map(|remark| (number, remark.clone())));
            }
        }
        self.rows.push(row);
    }

    fn fill(&mut self, row: &mut Row<'a>, number: usize, event: &Event<'a>) {
        (row.kind, row.action, row.time, row.recorded) =
            (event.kind, event.action, event.time, event.recorded);
        row.id = event.id.as_ref().map(|id| self.texts.number(id.clone()));
        let site = event.location.as_ref().or(event.read_point.as_ref());
        row.at = site.map(|site| self.texts.number(site.id.clone()));
        row.step = event.step.as_deref().map(|step| self.texts.made(Vocabulary::Step.bare(step)));
        row.transformation = event.transformation.as_ref().map(|id| self.texts.number(id.clone()));
        for thing in &event.things {
            let item = Item {
                role: thing.role,
                id: self.things.number(thing.id.clone()),
                quantity: thing.quantity,
                unit: thing.unit.as_ref().map(|unit| self.texts.number(unit.clone())),
            };
            self.items.push(item);
        }
        row.items.1 = self.items.len();
        for (what, links, words) in [
            (What::Transaction, &event.transactions, Vocabulary::Transaction),
            (What::Source, &event.sources, Vocabulary::Party),
            (What::Destination, &event.destinations, Vocabulary::Party),
        ] {
            for link in links {
                let kind = self.texts.made(words.bare(link.kind.as_deref().unwrap_or_default()));
                self.said.push(Said { what, kind, id: link.id.clone() });
            }
        }
        row.said.1 = self.said.len();
        self.masters.extend(event.ilmd.map(|raw| (number, raw)));
        if let Some(retraction) = &event.retraction {
            row.retracted = true;
            for id in &retraction.correctives {
                let id = self.texts.number(id.clone());
                self.correctives.push((number, id));
            }
        }
    }

    fn say(&mut self, row: usize, severity: Severity, code: Code, path: &str, message: String) {
        self.remarks.push((row, Remark { severity, code, path: path.into(), value: String::new(), message }));
    }

    /// Where an event stands in the text that was given.
    pub(crate) fn path_of(&self, row: &Row<'_>) -> String {
        self.sources.get(row.file).map(|source| source.path(row.place)).unwrap_or_default()
    }

    fn path(&self, row: usize) -> String {
        let path = self.rows.get(row).map(|row| self.path_of(row)).unwrap_or_default();
        if path.is_empty() { "/".into() } else { path }
    }

    /// By time, then by when they were recorded, then by the bytes of their identifiers; others as they stand.
    fn sort(&mut self) {
        let mut order: Vec<usize> =
            self.rows.iter().enumerate().filter(|(_, row)| row.counts()).map(|(number, _)| number).collect();
        let times = |number: &usize| self.rows.get(*number).map(|row| (row.time, row.recorded));
        let id = |number: &usize| self.rows.get(*number).and_then(|row| row.id).map(|id| self.texts.text(id));
        order.sort_by(|a, b| times(a).cmp(&times(b)).then_with(|| id(a).cmp(&id(b))));
        self.order = order;
    }
}
