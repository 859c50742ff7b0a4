//! Which events count: retracted and repeated ones do not, the others get their order, and what cannot have been is told.

mod causality;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::document::{Frame, Met, Place, visit};
use super::event::{Action, Event, Kind, Role};
use super::hash::Hasher;
use super::read::Remark;
use super::source::Source;
use super::time::Instant;
use crate::error::{Code, Error, Severity};
use crate::gs1;
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

/// A number in the place of a text.
pub(crate) type Name = u32;

/// Texts by number, each held once.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    numbers: HashMap<Cow<'a, str>, Name>,
    texts: Vec<Cow<'a, str>>,
}

impl<'a> Texts<'a> {
    fn number(&mut self, text: Cow<'a, str>) -> Name {
        if let Some(number) = self.numbers.get(&text) {
            return *number;
        }
        let number = Name::try_from(self.texts.len()).unwrap_or(Name::MAX);
        self.numbers.insert(text.clone(), number);
        self.texts.push(text);
        number
    }

    /// The text of a number.
    pub(crate) fn text(&self, number: Name) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| text)
    }
}

/// A thing of an event, by number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) role: Role,
    pub(crate) id: Name,
    pub(crate) quantity: Option<&'a str>,
    pub(crate) unit: Option<Name>,
}

/// An event in short.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) place: Place,
    pub(crate) raw: &'a str,
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) action: Option<Action>,
    pub(crate) time: Instant,
    pub(crate) recorded: Option<Instant>,
    pub(crate) id: Option<Name>,
    pub(crate) at: Option<Name>,
    pub(crate) transformation: Option<Name>,
    pub(crate) retracted: bool,
    items: (usize, usize),
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

/// All events of a text, in short, and what is to be said about them.
#[derive(Debug, Default)]
pub(crate) struct Log<'a> {
    source: Option<&'a Source<'a>>,
    pub(crate) frame: Frame<'a>,
    pub(crate) rows: Vec<Row<'a>>,
    items: Vec<Item<'a>>,
    pub(crate) texts: Texts<'a>,
    /// The canonical form of identifiers, by number; itself where there is none other.
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
        let mut log = Log { source: Some(source), ..Log::default() };
        log.frame = visit(source.json(), limits, &mut |met| {
            if log.rows.len() >= limits.events {
                let message = format!("there are more than {} events", limits.events);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            log.push(met);
            Ok(())
        })?;
        log.canonicalise();
        log.void();
        log.repeated(sameness);
        log.sort();
        causality::check(&mut log);
        for (row, remark) in &log.remarks {
            if remark.severity != Severity::Info
                && let Some(row) = log.rows.get_mut(*row)
                && row.status == Status::Ok
            {
                row.status = Status::Warning;
            }
        }
        log.remarks.sort_by_key(|(row, _)| *row);
        Ok(log)
    }

    /// The things of a row.
    pub(crate) fn items(&self, row: &Row<'_>) -> &[Item<'a>] {
        self.items.get(row.items.0..row.items.1).unwrap_or_default()
    }

    /// The one number of an identifier in all its forms.
    pub(crate) fn one(&self, id: Name) -> Name {
        usize::try_from(id).ok().and_then(|at| self.canonical.get(at)).copied().unwrap_or(id)
    }

    fn push(&mut self, met: &Met<'a, '_>) {
        let number = self.rows.len();
        let start = self.items.len();
        let mut row = Row {
            place: met.place,
            raw: met.raw,
            status: Status::Ok,
            kind: Kind::Object,
            action: None,
            time: Instant::default(),
            recorded: None,
            id: None,
            at: None,
            transformation: None,
            retracted: false,
            items: (start, start),
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
        row.transformation = event.transformation.as_ref().map(|id| self.texts.number(id.clone()));
        for thing in &event.things {
            let item = Item {
                role: thing.role,
                id: self.texts.number(thing.id.clone()),
                quantity: thing.quantity,
                unit: thing.unit.as_ref().map(|unit| self.texts.number(unit.clone())),
            };
            self.items.push(item);
        }
        row.items.1 = self.items.len();
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

    fn path(&self, row: usize) -> String {
        let path = self.source.zip(self.rows.get(row)).map(|(source, row)| source.path(row.place));
        let path = path.unwrap_or_default();
        if path.is_empty() { "/".into() } else { path }
    }

    /// Brings identifiers of things, places and transformations into one form, each once.
    fn canonicalise(&mut self) {
        let count = self.texts.texts.len();
        self.canonical = (0..count).filter_map(|at| Name::try_from(at).ok()).collect();
        let mut done = vec![false; count];
        let mut wrong: BTreeMap<Name, (Code, String)> = BTreeMap::new();
        let ids: Vec<Name> =
            self.items.iter().map(|item| item.id).chain(self.rows.iter().filter_map(|row| row.at)).collect();
        for id in ids {
            let Some(seen) = usize::try_from(id).ok().and_then(|at| done.get_mut(at)) else { continue };
            if core::mem::replace(seen, true) {
                continue;
            }
            match gs1::Identifier::read(self.texts.text(id), Some(gs1::Kind::Code)) {
                Err(error) => {
                    wrong.insert(id, (error.code(), error.message().into()));
                }
                Ok(identifier) if identifier.canonical() != self.texts.text(id) => {
                    let one = self.texts.number(Cow::Owned(identifier.canonical().into()));
                    if let Some(held) = usize::try_from(id).ok().and_then(|at| self.canonical.get_mut(at)) {
                        *held = one;
                    }
                }
                Ok(_) => {}
            }
        }
        if wrong.is_empty() {
            return;
        }
        let mut found = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            for item in self.items(row) {
                if let Some((code, message)) = wrong.get(&item.id) {
                    let path = format!("/{}", item.role.member());
                    found.push((number, *code, path, format!("`{}`: {message}", self.texts.text(item.id))));
                }
            }
        }
        for (number, code, path, message) in found {
            self.say(number, Severity::Warning, code, &path, message);
        }
    }

    /// Events that were declared to be in error, and the statements that they retract.
    fn void(&mut self) {
        let mut retracted: Vec<Name> = Vec::new();
        let mut nameless: Vec<usize> = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            match (row.retracted, row.id) {
                (true, Some(id)) => retracted.push(id),
                (true, None) => nameless.push(number),
                _ => {}
            }
        }
        retracted.sort_unstable();
        // Without an identifier the retracted statement is the one that says the same.
        let hashes: Vec<(usize, String)> = if nameless.is_empty() {
            Vec::new()
        } else {
            let without = |(_, row): &(usize, &Row<'_>)| row.id.is_none() && row.status != Status::Unreadable;
            self.rows
                .iter()
                .enumerate()
                .filter(without)
                .filter_map(|(at, row)| Some((at, self.hash(row)?)))
                .collect()
        };
        let retracts = |at: &usize| nameless.binary_search(at).is_ok();
        let mut said: Vec<&String> =
            hashes.iter().filter(|(at, _)| retracts(at)).map(|(_, hash)| hash).collect();
        said.sort_unstable();
        let same = |(_, hash): &&(usize, String)| said.binary_search(&hash).is_ok();
        let meant: Vec<usize> = hashes.iter().filter(same).map(|(at, _)| *at).collect();
        let mut voids = Vec::new();
        for (number, row) in self.rows.iter_mut().enumerate() {
            let void = row.id.is_some_and(|id| retracted.binary_search(&id).is_ok())
                || meant.binary_search(&number).is_ok();
            if void && row.status != Status::Unreadable {
                row.status = Status::Void;
                voids.push((number, row.retracted));
            }
        }
        for (number, declares) in voids {
            let message = if declares {
                "the event declares that it was told in error"
            } else {
                "the event was declared to be in error"
            };
            self.say(number, Severity::Info, Code::EventVoid, "", message.into());
        }
        let mut held: Vec<Name> =
            self.rows.iter().filter(|row| row.counts()).filter_map(|row| row.id).collect();
        held.sort_unstable();
        for (number, id) in core::mem::take(&mut self.correctives) {
            if held.binary_search(&id).is_err() {
                let message = format!("the corrective event `{}` is not here", self.texts.text(id));
                self.say(
                    number,
                    Severity::Warning,
                    Code::CorrectiveMissing,
                    "/errorDeclaration/correctiveEventIDs",
                    message,
                );
            }
        }
    }

    /// The hash of an event that stands in the text.
    pub(crate) fn hash(&self, row: &Row<'a>) -> Option<String> {
        let mut hash = None;
        let _ = visit(row.raw, &Limits::default(), &mut |met| {
            if let Ok(event) = &met.event {
                hash = Some(Hasher::default().hash(event, &self.frame));
            }
            Ok(())
        });
        hash
    }

    /// Events that stand here twice.
    fn repeated(&mut self, sameness: Sameness) {
        let mut first: HashMap<Name, usize> = HashMap::new();
        let mut first_hash: HashMap<String, usize> = HashMap::new();
        for number in 0..self.rows.len() {
            let Some(row) = self.rows.get(number).filter(|row| row.counts()) else { continue };
            let mut twin = None;
            if let Some(id) = row.id {
                match first.get(&id).and_then(|at| Some((*at, self.rows.get(*at)?))) {
                    None => {
                        first.insert(id, number);
                    }
                    Some((at, other)) => {
                        let same = row.raw == other.raw || self.hash(row) == self.hash(other);
                        twin = Some((at, same));
                    }
                }
            }
            if twin.is_none()
                && (row.id.is_none() || sameness == Sameness::Hash)
                && let Some(hash) = self.hash(row)
            {
                match first_hash.get(&hash) {
                    None => {
                        first_hash.insert(hash, number);
                    }
                    Some(at) => twin = Some((*at, true)),
                }
            }
            let Some((at, same)) = twin else { continue };
            if let Some(row) = self.rows.get_mut(number) {
                row.status = Status::Void;
            }
            let other = self.path(at);
            if same {
                self.say(
                    number,
                    Severity::Info,
                    Code::DuplicateEvent,
                    "",
                    format!("the event says what {other} says"),
                );
            } else {
                let message =
                    format!("{other} has the same eventID and says something else; this one does not count");
                self.say(number, Severity::Error, Code::EventIdConflict, "/eventID", message);
            }
        }
    }

    /// By time, then by when they were recorded, then by the bytes of their identifiers; others as they stand.
    fn sort(&mut self) {
        let mut order: Vec<usize> =
            self.rows.iter().enumerate().filter(|(_, row)| row.counts()).map(|(number, _)| number).collect();
        let key = |number: &usize| {
            let row = self.rows.get(*number);
            let id = row.and_then(|row| row.id).map(|id| self.texts.text(id));
            (row.map(|row| row.time), row.and_then(|row| row.recorded), id)
        };
        order.sort_by(|a, b| key(a).cmp(&key(b)));
        self.order = order;
    }
}
