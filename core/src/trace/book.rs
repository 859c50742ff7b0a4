//! From records to nodes and edges: which quantity of which lot went where. Only quantities are looked at here; what they
//! are made of is worked out afterwards.

use super::choices::{Choices, Policy};
use super::links::{Links, NONE, NOWHERE, NodeKind, Way, brings};
use super::names::Keys;
use super::record::{Base, Kind, Movements, Record};
use super::stock::{Layer, Pool, State};
use crate::error::{Code, Error, Severity};
use crate::limits::Limits;

/// A lot of an item in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct LotKey {
    pub(super) store: u32,
    pub(super) item: u32,
    pub(super) lot: u32,
}

/// A production order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) node: u32,
    pub(super) name: u32,
    pub(super) process: u32,
    /// What the inputs count, once there is one, and the item of the first.
    pub(super) base: Option<Base>,
    pub(super) item: u32,
    pub(super) first_input: Option<i64>,
    pub(super) first_output: Option<i64>,
    pub(super) last_output: Option<i64>,
    pub(super) carbon: i128,
    /// Losses that were measured.
    pub(super) lost: i128,
    /// What is missing among the inputs to make the outputs.
    pub(super) missing: i128,
    /// Nothing can be said of what its outputs are made of.
    pub(super) open: bool,
    /// Some output's quantity is not known.
    pub(super) open_outputs: bool,
}

impl Run {
    /// Whether a record counts otherwise than the inputs do, so that the two cannot be compared.
    pub(super) fn differs(&self, record: &Record) -> bool {
        let other = self.base == Some(Base::Things) && self.item != record.item;
        self.base.is_some_and(|base| base != record.base || other)
    }
}

/// Something that a reader of the answer must know or ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    pub(super) record: u32,
    pub(super) code: Code,
    pub(super) severity: Severity,
    /// The node that it is about.
    pub(super) node: u32,
    /// Base units, where there are any.
    pub(super) amount: i128,
}

/// A quantity that was taken before it was there.
#[derive(Clone, Copy, Debug)]
struct Debt {
    to: u32,
    left: i128,
}

/// All that was worked out of the records.
#[derive(Clone, Debug)]
pub(super) struct Book {
    pub(super) movements: Movements,
    pub(super) choices: Choices,
    pub(super) links: Links,
    pub(super) lots: Vec<LotKey>,
    lot_keys: Keys<LotKey>,
    /// Pool of each lot.
    lot_pools: Vec<u32>,
    pub(super) pools: Vec<Pool>,
    pool_keys: Keys<(u32, u32)>,
    pub(super) layers: Vec<Layer>,
    /// Newest layer of each lot.
    newest: Vec<u32>,
    pub(super) runs: Vec<Run>,
    run_keys: Keys<u32>,
    /// What an item's quantities count.
    bases: Keys<u32, Base>,
    /// First time that something came into each lot.
    first: Vec<i64>,
    debts: std::collections::BTreeMap<u32, Vec<Debt>>,
    pub(super) boxes: super::boxes::Boxes,
    pub(super) delivered: super::returns::Delivered,
    pub(super) gaps: Vec<Gap>,
    pub(super) skipped: Vec<u32>,
    pub(super) voided: u64,
    /// What became of each item, by its text.
    pub(super) sums: std::collections::BTreeMap<u32, Sums>,
}

/// Base units of an item by what happened to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    by_kind: std::collections::BTreeMap<Kind, i128>,
    pub(super) missing: i128,
    pub(super) unknown: u64,
    pub(super) base: Option<Base>,
}

impl Sums {
    pub(super) fn of(&self, kind: Kind) -> i128 {
        self.by_kind.get(&kind).copied().unwrap_or(0)
    }
}

impl Book {
    /// Books all records in the order of their times; records of one time in the order in which they came, except that what
    /// is taken waits for what comes in at the same time.
    ///
    /// # Method
    /// M-172.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`, `OVERFLOW`.
    pub(super) fn new(movements: Movements, choices: Choices, limits: &Limits) -> Result<Book, Error> {
        let mut book = Book {
            movements,
            choices,
            links: Links::new(limits.trace_links),
            lots: Vec::new(),
            lot_keys: Keys::default(),
            lot_pools: Vec::new(),
            pools: Vec::new(),
            pool_keys: Keys::default(),
            layers: Vec::new(),
            newest: Vec::new(),
            runs: Vec::new(),
            run_keys: Keys::default(),
            bases: Keys::default(),
            first: Vec::new(),
            debts: std::collections::BTreeMap::new(),
            boxes: super::boxes::Boxes::default(),
            delivered: super::returns::Delivered::default(),
            gaps: Vec::new(),
            skipped: Vec::new(),
            voided: 0,
            sums: std::collections::BTreeMap::new(),
        };
        for lot in core::mem::take(&mut book.movements.containers) {
            book.boxes.number(lot);
        }
        let order = book.order();
        book.look_ahead(&order);
        let mut group: Vec<u32> = Vec::new();
        let mut time = i64::MIN;
        for number in order {
            let Some(record) = book.record(number) else { continue };
            if record.time != time {
                book.settle(&mut group)?;
                time = record.time;
            }
            group.push(number);
        }
        book.settle(&mut group)?;
        book.close()?;
        if book.links.too_many {
            let message = format!("more than {} links between lots", limits.trace_links);
            return Err(Error::new(Code::LimitExceeded, message)
                .with_help("name the lot that is taken in each record, or trace the stores one by one"));
        }
        Ok(book)
    }

    pub(super) fn record(&self, number: u32) -> Option<Record> {
        self.movements.records.get(super::at(number)).copied()
    }

    pub(super) fn tell(&mut self, code: Code, severity: Severity, record: u32, node: u32, amount: i128) {
        self.gaps.push(Gap { record, code, severity, node, amount });
    }

    /// The records that count, by time.
    fn order(&mut self) -> Vec<u32> {
        let records = &self.movements.records;
        let mut seen: Keys<u32> = Keys::default();
        let mut voids: Keys<u32> = Keys::default();
        for (number, record) in (0u32..).zip(records) {
            if record.kind == Kind::Void {
                voids.insert(record.id, number);
            }
        }
        let mut order = Vec::with_capacity(records.len());
        let mut told: Keys<u32> = Keys::default();
        let (mut gaps, mut voided) = (Vec::new(), 0u64);
        let gap = |record, code, severity| Gap { record, code, severity, node: NONE, amount: 0 };
        for (number, record) in (0u32..).zip(records) {
            if record.kind == Kind::Void {
                continue;
            }
            if record.id != 0 {
                if voids.contains_key(&record.id) {
                    told.insert(record.id, number);
                    voided = voided.saturating_add(1);
                    continue;
                }
                if let Some(first) = seen.get(&record.id) {
                    let first = records.get(super::at(*first));
                    let same =
                        first.is_some_and(|first| Record { evidence: first.evidence, ..*record } == *first);
                    gaps.push(if same {
                        gap(number, Code::DuplicateRecord, Severity::Warning)
                    } else {
                        gap(number, Code::RecordConflict, Severity::Error)
                    });
                    self.skipped.push(number);
                    continue;
                }
                seen.insert(record.id, number);
            }
            order.push(number);
        }
        for (number, record) in (0u32..).zip(records) {
            if record.kind == Kind::Void && !told.contains_key(&record.id) {
                gaps.push(gap(number, Code::VoidOfNothing, Severity::Warning));
            }
        }
        self.gaps.extend(gaps);
        self.voided = voided;
        order.sort_by_key(|number| records.get(super::at(*number)).map_or(0, |record| record.time));
        order
    }

    /// Numbers the lots, and remembers when something first came into each, and whether anything comes back.
    fn look_ahead(&mut self, order: &[u32]) {
        for number in order {
            let Some(record) = self.record(*number) else { continue };
            self.delivered.wanted |= record.kind == Kind::Return;
            let key = self.lot(record.store, record.item, record.lot);
            let into = if record.kind == Kind::Move { self.target(&record) } else { key };
            if brings(record.kind)
                && let Some(first) = self.first.get_mut(super::at(into))
            {
                *first = record.time.min(*first);
            }
        }
    }

    /// The lot that a move goes into.
    pub(super) fn target(&mut self, record: &Record) -> u32 {
        let or = |text: u32, else_: u32| if text == 0 { else_ } else { text };
        self.lot(or(record.to_store, record.store), record.item, or(record.to_lot, record.lot))
    }

    pub(super) fn lot(&mut self, store: u32, item: u32, lot: u32) -> u32 {
        let key = LotKey { store, item, lot };
        let next = u32::try_from(self.lots.len()).unwrap_or(NONE);
        let number = *self.lot_keys.entry(key).or_insert(next);
        if number == next {
            let pool = self.pool(store, item);
            self.lots.push(key);
            self.lot_pools.push(pool);
            self.newest.push(NONE);
            self.first.push(i64::MAX);
        }
        number
    }

    fn pool(&mut self, store: u32, item: u32) -> u32 {
        let next = u32::try_from(self.pools.len()).unwrap_or(NONE);
        let number = *self.pool_keys.entry((store, item)).or_insert(next);
        if number == next {
            let (choices, movements) = (&self.choices, &self.movements);
            let policy = choices
                .items
                .get(movements.text(item))
                .or_else(|| choices.stores.get(movements.text(store)))
                .copied()
                .unwrap_or(choices.policy);
            self.pools.push(Pool::new(policy));
        }
        number
    }

    pub(super) fn pool_of(&self, lot: u32) -> u32 {
        self.lot_pools.get(super::at(lot)).copied().unwrap_or(NONE)
    }

    pub(super) fn newest(&self, lot: u32) -> Option<u32> {
        self.newest.get(super::at(lot)).copied().filter(|layer| *layer != NONE)
    }

    pub(super) fn set_newest(&mut self, lot: u32, layer: u32) {
        if let Some(slot) = self.newest.get_mut(super::at(lot)) {
            *slot = layer;
        }
    }

    pub(super) fn first_time(&self, lot: u32) -> i64 {
        self.first.get(super::at(lot)).copied().unwrap_or(i64::MAX)
    }

    /// Books the records of one time: what cannot be taken yet waits until nothing more comes in.
    fn settle(&mut self, group: &mut Vec<u32>) -> Result<(), Error> {
        let mut waiting: Vec<u32> = core::mem::take(group);
        let alone = waiting.len() == 1;
        let mut first_pass = true;
        loop {
            let before = waiting.len();
            let mut later = Vec::new();
            for number in core::mem::take(&mut waiting) {
                let Some(record) = self.record(number) else { continue };
                if !alone && !self.is_there(&record) {
                    later.push(number);
                    continue;
                }
                if !first_pass {
                    self.tell(Code::SameTime, Severity::Info, number, NONE, 0);
                }
                self.book(number, &record)?;
            }
            if later.len() == before || later.is_empty() {
                for number in later {
                    if let Some(record) = self.record(number) {
                        self.book(number, &record)?;
                    }
                }
                return Ok(());
            }
            (waiting, first_pass) = (later, false);
        }
    }

    fn book(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        let record = &self.checked(number, record);
        let sums = self.sums.entry(record.item).or_default();
        match record.quantity {
            Some(units) => {
                let sum = sums.by_kind.entry(record.kind).or_insert(0);
                *sum = sum.checked_add(units).ok_or_else(super::content::overflow)?;
                sums.base = sums.base.or(Some(record.base));
            }
            None => sums.unknown = sums.unknown.saturating_add(1),
        }
        match record.kind {
            Kind::Opening | Kind::Receive | Kind::Gain => {
                let key = self.lot(record.store, record.item, record.lot);
                let source = self.links.node(NodeKind::Source, number, key);
                if record.quantity.is_none() {
                    self.tell(Code::UnknownQuantity, Severity::Warning, number, source, 0);
                }
                self.add(key, record.quantity, (source, true), number, record.time)
            }
            Kind::Consume if record.run == 0 => {
                let sink = self.links.node(NodeKind::Sink, number, NONE);
                self.tell(Code::MissingRun, Severity::Warning, number, sink, 0);
                self.take(record, number, sink)
            }
            Kind::Consume => {
                let run = self.run(number, record);
                let node = self.runs.get(super::at(run)).map_or(NONE, |run| run.node);
                if let Some(run) = self.runs.get_mut(super::at(run)) {
                    run.first_input = Some(run.first_input.map_or(record.time, |time| time.min(record.time)));
                }
                if record.item != 0 || !self.boxes.is_box(record.lot) {
                    self.counts_in(node, record);
                }
                self.take(record, number, node)
            }
            Kind::Produce => {
                let key = self.lot(record.store, record.item, record.lot);
                if record.run == 0 {
                    let source = self.links.node(NodeKind::Source, number, key);
                    self.tell(Code::MissingParent, Severity::Error, number, source, 0);
                    return self.add(key, record.quantity, (source, true), number, record.time);
                }
                let run = self.run(number, record);
                let node = self.runs.get(super::at(run)).map_or(NONE, |run| run.node);
                if let Some(run) = self.runs.get_mut(super::at(run)) {
                    let time = record.time;
                    run.first_output = Some(run.first_output.map_or(time, |first| first.min(time)));
                    run.last_output = Some(run.last_output.map_or(time, |last| last.max(time)));
                }
                if record.quantity.is_none() {
                    self.tell(Code::UnknownQuantity, Severity::Warning, number, node, 0);
                }
                self.add(key, record.quantity, (node, false), number, record.time)
            }
            Kind::Lose => {
                let run = self.run(number, record);
                if let Some(run) = self.runs.get_mut(super::at(run)) {
                    let lost = record.quantity.unwrap_or(0);
                    run.lost = run.lost.checked_add(lost).ok_or_else(super::content::overflow)?;
                }
                Ok(())
            }
            Kind::Move if record.item == 0 && self.boxes.is_box(record.lot) => self.move_box(number, record),
            Kind::Move => {
                let key = self.target(record);
                let node = self.links.node(NodeKind::Stock, number, key);
                self.take(record, number, node)?;
                self.add(key, record.quantity, (node, true), number, record.time)
            }
            Kind::Ship => {
                let sink = self.links.node(NodeKind::Sink, number, NONE);
                let first = self.links.from.len();
                self.take(record, number, sink)?;
                self.deliver(first);
                Ok(())
            }
            Kind::Return => self.come_back(number, record),
            Kind::SendBack | Kind::Scrap | Kind::Shrink => {
                let sink = self.links.node(NodeKind::Sink, number, NONE);
                self.take(record, number, sink)
            }
            Kind::Pack => self.pack(number, record),
            Kind::Unpack => self.unpack(number, record),
            Kind::Void => Ok(()),
        }
    }

    /// The run of a record, with what the record says of it.
    fn run(&mut self, number: u32, record: &Record) -> u32 {
        let next = u32::try_from(self.runs.len()).unwrap_or(NONE);
        let run = *self.run_keys.entry(record.run).or_insert(next);
        if run == next {
            let node = self.links.node(NodeKind::Run, number, next);
            self.runs.push(Run {
                node,
                name: record.run,
                process: record.process,
                base: None,
                item: 0,
                first_input: None,
                first_output: None,
                last_output: None,
                carbon: 0,
                lost: 0,
                missing: 0,
                open: false,
                open_outputs: false,
            });
        }
        if let Some(run) = self.runs.get_mut(super::at(run)) {
            if run.process == 0 {
                run.process = record.process;
            }
            run.carbon = run.carbon.saturating_add(record.carbon.unwrap_or(0));
        }
        run
    }

    /// Books what went or came in a container to the item that it is.
    pub(super) fn count(&mut self, kind: Kind, lot: u32, units: i128) -> Result<(), Error> {
        let item = self.lots.get(super::at(lot)).map_or(0, |lot| lot.item);
        let sum = self.sums.entry(item).or_default().by_kind.entry(kind).or_insert(0);
        *sum = sum.checked_add(units).ok_or_else(super::content::overflow)?;
        Ok(())
    }

    /// What an item's quantities count; `None` while none is known.
    pub(super) fn base_of(&self, item: u32) -> Option<Base> {
        self.bases.get(&item).copied()
    }

    /// A run counts as its first input does.
    pub(super) fn counts_in(&mut self, node: u32, record: &Record) {
        let node = self.links.nodes.get(super::at(node)).filter(|node| node.kind == NodeKind::Run);
        if let Some(run) = node.and_then(|node| self.runs.get_mut(super::at(node.key)))
            && run.base.is_none()
            && record.quantity.is_some()
        {
            (run.base, run.item) = (Some(record.base), record.item);
        }
    }

    /// An item is counted in one way; a record that counts it in another is of unknown quantity.
    fn checked(&mut self, number: u32, record: &Record) -> Record {
        let other = record.item != 0
            && record.quantity.is_some()
            && self.bases.entry(record.item).or_insert(record.base).way() != record.base.way();
        if !other {
            return *record;
        }
        self.tell(Code::UnitWeightMissing, Severity::Error, number, NONE, 0);
        Record { quantity: None, ..*record }
    }

    /// Brings a quantity into a lot: a new version of it, or more of the one that nobody took from yet.
    ///
    /// `from` is where it comes from, and whether that node can be the version itself.
    pub(super) fn add(
        &mut self,
        key: u32,
        amount: Option<i128>,
        (from, direct): (u32, bool),
        number: u32,
        time: i64,
    ) -> Result<(), Error> {
        let pool_number = self.pool_of(key);
        let policy = self.pools.get(super::at(pool_number)).map_or(Policy::Specific, |pool| pool.policy);
        let way = if amount.is_some() { Way::Exact } else { Way::Unknown };
        let units = amount.unwrap_or(0);
        let mixes = matches!(policy, Policy::Average | Policy::PeriodAverage);
        let (mut from, mut direct) = (from, direct);
        let own = key;
        let key = if mixes { self.mixture(key) } else { key };
        if mixes && !direct && own != key {
            // What goes into a mixture can still be asked for by its own name.
            let node = self.links.node(NodeKind::Stock, number, own);
            self.links.edge(from, node, way, units, number);
            (from, direct) = (node, true);
        }
        let known = match policy {
            Policy::Fifo | Policy::Lifo => None,
            Policy::Specific => self.newest(key),
            Policy::Average | Policy::PeriodAverage => {
                if policy == Policy::PeriodAverage {
                    self.turn_period(pool_number, number, time)?;
                }
                self.pools.get(super::at(pool_number)).and_then(|pool| pool.layers.last().copied())
            }
        };
        let node = match known.and_then(|layer| self.layers.get(super::at(layer)).copied()) {
            None => self.own_node(key, (from, direct && policy != Policy::PeriodAverage), way, units, number),
            Some(layer) if layer.is_empty() && policy != Policy::PeriodAverage => {
                self.own_node(key, (from, direct), way, units, number)
            }
            // A version that nobody took from can still take in: it is one mixture either way.
            Some(layer)
                if policy == Policy::PeriodAverage
                    || (!layer.touched && self.links.kind(layer.node) == NodeKind::Stock) =>
            {
                self.links.edge(from, layer.node, way, units, number);
                layer.node
            }
            Some(layer) => {
                let node = self.links.node(NodeKind::Stock, number, key);
                let rest = if layer.state == State::Known { Way::Exact } else { Way::Unknown };
                self.links.edge(layer.node, node, rest, layer.rest, number);
                self.links.edge(from, node, way, units, number);
                node
            }
        };
        let fresh = || Layer {
            lot: key,
            node,
            rest: 0,
            state: State::Known,
            time,
            touched: false,
            made_by: number,
            inside: NONE,
        };
        let number_of = match known {
            Some(layer) => layer,
            None => {
                let layer = u32::try_from(self.layers.len()).unwrap_or(NONE);
                self.layers.push(fresh());
                if let Some(pool) = self.pools.get_mut(super::at(pool_number)) {
                    pool.layers.push(layer);
                }
                layer
            }
        };
        self.set_newest(key, number_of);
        let Some(layer) = self.layers.get_mut(super::at(number_of)) else { return Ok(()) };
        if layer.is_empty() && policy != Policy::PeriodAverage {
            *layer = Layer { inside: layer.inside, ..fresh() };
        }
        if layer.node != node {
            (layer.node, layer.touched) = (node, false);
        }
        layer.made_by = number;
        let was_known = layer.state == State::Known;
        match amount {
            Some(units) if was_known => {
                layer.rest = layer.rest.checked_add(units).ok_or_else(super::content::overflow)?;
            }
            _ => layer.state = State::Open,
        }
        layer.time = time;
        if let Some(pool) = self.pools.get_mut(super::at(pool_number)) {
            pool.came(amount, time);
            if policy == Policy::Specific {
                pool.stocked.insert(number_of);
            }
        }
        self.pay(own, pool_number, node, amount, number);
        Ok(())
    }

    /// The lot key of the mixture that a lot goes into.
    pub(super) fn mixture(&mut self, key: u32) -> u32 {
        let lot = self.lots.get(super::at(key)).copied();
        lot.map_or(key, |lot| self.lot(lot.store, lot.item, 0))
    }

    /// The node of a lot that was empty.
    fn own_node(&mut self, key: u32, (from, direct): (u32, bool), way: Way, units: i128, number: u32) -> u32 {
        if direct {
            return from;
        }
        let node = self.links.node(NodeKind::Stock, number, key);
        self.links.edge(from, node, way, units, number);
        node
    }

    /// Remembers that a quantity was taken that was not there.
    pub(super) fn owe(&mut self, lot: u32, to: u32, left: i128) {
        self.debts.entry(lot).or_default().push(Debt { to, left });
    }

    /// What was taken before may have been what comes now.
    fn pay(&mut self, key: u32, pool: u32, node: u32, amount: Option<i128>, number: u32) {
        let unnamed = self.lots.get(super::at(key)).copied();
        let unnamed = unnamed.and_then(|lot| self.lot_keys.get(&LotKey { lot: 0, ..lot }).copied());
        for lot in [Some(key), unnamed].into_iter().flatten() {
            if self.pool_of(lot) != pool {
                continue;
            }
            let Some(debts) = self.debts.get_mut(&lot) else { continue };
            for debt in debts.iter_mut() {
                self.links.edge(node, debt.to, Way::Possible, 0, number);
                debt.left = debt.left.saturating_sub(amount.unwrap_or(0));
            }
            debts.retain(|debt| debt.left > 0);
            if debts.is_empty() {
                self.debts.remove(&lot);
            }
        }
    }

    /// An edge out of a layer.
    pub(super) fn draw(&mut self, layer: u32, way: Way, units: i128, to: u32, number: u32) {
        let Some(from) = self.layers.get_mut(super::at(layer)) else { return };
        from.touched = true;
        let node = from.node;
        self.links.edge(node, to, way, units, number);
    }

    /// What is missing comes from nowhere.
    pub(super) fn conjure(&mut self, to: u32, units: i128, number: u32) {
        if let Some(record) = self.record(number) {
            let sums = self.sums.entry(record.item).or_default();
            sums.missing = sums.missing.saturating_add(units);
        }
        self.links.edge(NOWHERE, to, Way::Exact, units, number);
    }
}
