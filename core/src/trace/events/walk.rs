//! Events one after the other, in the order of their times.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::amount::{Counted, single};
use super::ship::Shipment;
use crate::epcis::{Action, Item, Kind as Event, Log, Name, Role, Row};
use crate::error::{Error, Severity};
use crate::trace::intake::Intake;
use crate::trace::links::NONE;
use crate::trace::record::{About, Base, Evidence, Kind, Record};

/// What is known of a thing or lot while events are gone through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thing {
    /// Numbers of its item and lot among the movements; `NONE` = not asked for yet.
    pub(super) item: u32,
    pub(super) lot: u32,
    /// The thing that it is in.
    pub(super) inside: Name,
    /// How many things are in it.
    pub(super) held: u32,
    /// Its shipment that no later event has answered yet, by number.
    pub(super) shipment: u32,
    /// Some event that counts makes it.
    pub(super) made: bool,
    /// Something is put into it, now or later.
    pub(super) container: bool,
    /// It is something itself, beside what is in it or joined to it.
    pub(super) own: bool,
    /// It is there: made, received, or taken for having been there.
    pub(super) known: bool,
    /// Something was in it before.
    pub(super) was_held: bool,
    /// It came in from outside: there is no more of it than that.
    pub(super) received: bool,
    /// It was put into itself: its own substance goes where it goes.
    pub(super) with_itself: bool,
}

/// Where stock cards brought lots, by item and lot: times and stores, in the order of the cards.
type Stores = HashMap<(u32, u32), Vec<(i64, u32)>>;

pub(super) struct Walk<'w, 'a> {
    pub(super) log: &'w Log<'a>,
    pub(super) intake: &'w mut Intake,
    files: &'w [u32],
    /// Numbers of events in their files.
    numbers: &'w [u32],
    pub(super) things: Vec<Thing>,
    pub(super) sizes: BTreeMap<u32, Counted>,
    /// What is in each container, and how much of a class.
    pub(super) children: BTreeMap<Name, Vec<(Name, Option<i128>)>>,
    pub(super) shipments: Vec<Shipment>,
    /// Shipments of classes that no receipt has answered yet.
    pub(super) open: BTreeMap<Name, Vec<u32>>,
    /// What is said of containers that came in closed.
    pub(super) received: BTreeMap<Name, About>,
    /// Numbers of the log's texts among the movements; `NONE` = not asked for yet.
    texts: Vec<u32>,
    masters: usize,
    stores: Stores,
    /// Milliseconds from UTC to the clock of the first event: days of cards and events are then days of one place.
    shift: i64,
    /// The first record that events made.
    pub(super) cards: usize,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(
        log: &'w Log<'a>,
        files: &'w [u32],
        numbers: &'w [u32],
        intake: &'w mut Intake,
    ) -> Walk<'w, 'a> {
        let nothing = Thing {
            item: NONE,
            lot: NONE,
            inside: NONE,
            held: 0,
            shipment: NONE,
            made: false,
            container: false,
            own: false,
            known: false,
            was_held: false,
            received: false,
            with_itself: false,
        };
        let first = log.order.first().and_then(|row| log.rows.get(*row));
        let shift = first.map_or(0, |row| log.offset_minutes(row).saturating_mul(60_000));
        let cards = intake.movements.records.len();
        Walk {
            things: vec![nothing; log.things.len()],
            texts: vec![NONE; log.texts.len()],
            log,
            intake,
            files,
            numbers,
            sizes: BTreeMap::new(),
            children: BTreeMap::new(),
            shipments: Vec::new(),
            open: BTreeMap::new(),
            received: BTreeMap::new(),
            masters: 0,
            stores: HashMap::new(),
            shift,
            cards,
        }
    }

    /// Goes through all events that count.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`.
    pub(super) fn all(&mut self) -> Result<(), Error> {
        let log = self.log;
        for number in &log.order {
            let Some(row) = log.rows.get(*number) else { continue };
            self.look_ahead(row);
        }
        self.look_at_cards();
        for number in &log.order {
            let Some(row) = log.rows.get(*number) else { continue };
            match (row.kind, row.action) {
                (Event::Transformation, _) => self.transform(*number, row)?,
                (Event::Aggregation | Event::Association, Some(Action::Add)) => self.pack(*number, row)?,
                (Event::Aggregation | Event::Association, Some(Action::Delete)) => {
                    self.unpack(*number, row)?
                }
                (Event::Object, Some(Action::Add)) => self.make(*number, row)?,
                (Event::Object, Some(Action::Delete)) => self.end(*number, row)?,
                (Event::Object, Some(Action::Observe)) => self.observe(*number, row)?,
                // A business document moves nothing, and containers that are seen are what they were.
                _ => self.seen(row)?,
            }
        }
        self.deliver()
    }

    /// What a thing will turn out to be.
    fn look_ahead(&mut self, row: &Row<'_>) {
        let log = self.log;
        let joins = matches!(row.kind, Event::Aggregation | Event::Association);
        for item in log.items(row) {
            let made_here = matches!(item.role, Role::OutputEpc | Role::OutputQuantity);
            let Some(thing) = self.thing(log.one(item.id)) else { continue };
            let begins = row.kind == Event::Object && row.action == Some(Action::Add);
            thing.made |= made_here || begins;
            thing.own |= made_here;
            if item.role == Role::Parent && joins && row.action != Some(Action::Observe) {
                thing.container = true;
                thing.own |= row.kind == Event::Association;
            }
        }
    }

    /// Which lots cards hold, and where. What events make is not made by the card that takes it in.
    fn look_at_cards(&mut self) {
        if self.cards == 0 {
            return;
        }
        let made = (0..Name::try_from(self.things.len()).unwrap_or(Name::MAX))
            .filter(|id| self.get(*id).is_some_and(|thing| thing.made))
            .collect::<Vec<_>>();
        let made: HashSet<(u32, u32)> = made.into_iter().map(|id| self.names(id)).collect();
        for record in self.intake.movements.records.iter().filter(|record| record.lot != 0) {
            let (store, lot) = match record.kind {
                Kind::Move => (or(record.to_store, record.store), or(record.to_lot, record.lot)),
                Kind::Receive if made.contains(&(record.item, record.lot)) => continue,
                Kind::Unpack => continue,
                kind if crate::trace::links::brings(kind) => (record.store, record.lot),
                _ => continue,
            };
            self.stores.entry((record.item, lot)).or_default().push((record.time, store));
        }
    }

    pub(super) fn thing(&mut self, id: Name) -> Option<&mut Thing> {
        usize::try_from(id).ok().and_then(|at| self.things.get_mut(at))
    }

    pub(super) fn get(&self, id: Name) -> Option<Thing> {
        usize::try_from(id).ok().and_then(|at| self.things.get(at)).copied()
    }

    /// Numbers of a thing's item and lot.
    pub(super) fn names(&mut self, id: Name) -> (u32, u32) {
        if let Some(thing) = self.get(id).filter(|thing| thing.item != NONE) {
            return (thing.item, thing.lot);
        }
        let log = self.log;
        let text = log.things.text(id);
        let Intake { same, movements, .. } = &mut *self.intake;
        let (item, lot) = same.item_and_lot(text);
        let both = (movements.number(item), movements.number(&lot));
        if let Some(thing) = self.thing(id) {
            (thing.item, thing.lot) = both;
        }
        both
    }

    /// The number of one of the log's texts among the movements.
    pub(super) fn text(&mut self, name: Option<Name>) -> u32 {
        let log = self.log;
        let Some(at) = name.and_then(|name| usize::try_from(name).ok()) else { return 0 };
        let known = self.texts.get(at).copied().unwrap_or(0);
        if known != NONE {
            return known;
        }
        let number = self.intake.movements.number(log.texts.text(name.unwrap_or_default()));
        if let Some(slot) = self.texts.get_mut(at) {
            *slot = number;
        }
        number
    }

    /// The milliseconds of an event, by the clock of the first one.
    pub(super) fn time(&self, row: &Row<'_>) -> i64 {
        let millis = i64::from(row.time.nanos.checked_div(1_000_000).unwrap_or(0));
        row.time.seconds.saturating_mul(1_000).saturating_add(millis).saturating_add(self.shift)
    }

    pub(super) fn evidence(&self, number: usize) -> (u32, u32) {
        let file = self.log.rows.get(number).and_then(|row| self.files.get(row.file));
        (file.copied().unwrap_or(0), self.numbers.get(number).copied().unwrap_or(0))
    }

    /// The JSON pointer of a thing of an event.
    pub(super) fn place_of(&self, row: &Row<'_>, item: &Item<'_>) -> String {
        format!("{}{}", self.log.path_of(row), item.role.path())
    }

    pub(super) fn tell(&mut self, number: usize, severity: Severity, error: &Error, path: &str) {
        let place = self.evidence(number);
        self.intake.tell(severity, error, place, path);
    }

    /// The master data of a row, which are asked for in the order of the rows or anew.
    pub(super) fn master(&mut self, number: usize) -> Option<&'a str> {
        let log = self.log;
        let at = log.masters.get(self.masters).filter(|(row, _)| *row == number);
        let at = match at {
            Some(_) => self.masters,
            None => log.masters.binary_search_by_key(&number, |(row, _)| *row).ok()?,
        };
        self.masters = at.saturating_add(1);
        log.masters.get(at).map(|(_, raw)| *raw)
    }

    /// A record of a thing at an event.
    pub(super) fn record(&mut self, number: usize, row: &Row<'_>, kind: Kind, id: Name) -> Record {
        let (item, lot) = self.names(id);
        let (file, event) = self.evidence(number);
        let time = self.time(row);
        Record {
            kind,
            base: Base::Things,
            id: 0,
            time,
            store: self.store((item, lot), time),
            to_store: 0,
            item,
            lot,
            to_lot: 0,
            quantity: None,
            run: 0,
            process: 0,
            carbon: None,
            about: 0,
            evidence: Evidence { file, row: event },
        }
    }

    /// The same for a container with all that is in it.
    pub(super) fn box_record(&mut self, number: usize, row: &Row<'_>, kind: Kind, id: Name) -> Record {
        let record = self.record(number, row, kind, id);
        Record { item: 0, store: 0, ..record }
    }

    /// The store that cards brought a lot to last before a time; none for a lot that they do not know.
    fn store(&self, key: (u32, u32), time: i64) -> u32 {
        if self.stores.is_empty() {
            return 0;
        }
        let Some(stores) = self.stores.get(&key) else { return 0 };
        let before = stores.iter().filter(|(came, _)| *came <= time).max_by_key(|(came, _)| *came);
        before.or(stores.first()).map_or(0, |(_, store)| *store)
    }

    /// Whether cards hold the lot.
    pub(super) fn on_cards(&mut self, id: Name) -> bool {
        !self.stores.is_empty() && {
            let names = self.names(id);
            self.stores.contains_key(&names)
        }
    }

    /// Takes a record in.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`.
    pub(super) fn push(&mut self, record: Record, about: About) -> Result<(), Error> {
        let about = self.intake.movements.about_number(about);
        self.intake.movements.add(Record { about, ..record })
    }

    /// A container whose content goes where it goes.
    pub(super) fn is_full(&self, id: Name) -> bool {
        self.get(id).is_some_and(|thing| thing.container && thing.held > 0)
    }

    /// Whether it is named one by one.
    pub(super) fn is_single(item: &Item<'_>) -> bool {
        single(item.role)
    }
}

fn or(text: u32, other: u32) -> u32 {
    if text == 0 { other } else { text }
}
