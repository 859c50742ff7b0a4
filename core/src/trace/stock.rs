//! Stock: layers of lots, and which of them a record takes from.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _};

use super::book::Book;
use super::choices::{Policy, Span};
use super::links::{NONE, NodeKind, Way};
use super::record::{Kind, Record};
use crate::error::{Code, Error, Severity};

/// What is known of the quantity of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// `rest` is there.
    Known,
    /// At most `rest` is there: an unknown quantity was taken. What it is made of is known.
    Loose,
    /// Nobody knows how much there is.
    Open,
}

/// A version of a lot that is in stock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    pub(super) lot: u32,
    pub(super) node: u32,
    pub(super) rest: i128,
    pub(super) state: State,
    /// When something last came in.
    pub(super) time: i64,
    /// Whether something was taken from this version.
    pub(super) touched: bool,
    /// The record that last brought something.
    pub(super) made_by: u32,
    /// The container that it is in.
    pub(super) inside: u32,
}

impl Layer {
    pub(super) fn is_empty(&self) -> bool {
        self.state == State::Known && self.rest <= 0
    }
}

/// All lots of an item in a store.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    pub(super) policy: Policy,
    /// In the order in which they came.
    pub(super) layers: Vec<u32>,
    /// Those that are not empty, where records name their lots.
    pub(super) stocked: BTreeSet<u32>,
    /// Layers before this one are empty for good, under `fifo`.
    first: usize,
    total: i128,
    /// Some layer's quantity is not known.
    open: bool,
    last_in: i64,
    last_out: i64,
    told_tie: bool,
    /// The period of a period average.
    period: i64,
}

impl Pool {
    pub(super) fn new(policy: Policy) -> Pool {
        Pool {
            policy,
            layers: Vec::new(),
            stocked: BTreeSet::new(),
            first: 0,
            total: 0,
            open: false,
            last_in: i64::MIN,
            last_out: i64::MIN,
            told_tie: false,
            period: i64::MIN,
        }
    }

    pub(super) fn came(&mut self, amount: Option<i128>, time: i64) {
        self.total = self.total.saturating_add(amount.unwrap_or(0));
        self.open |= amount.is_none();
        self.last_in = time;
    }

    fn went(&mut self, amount: i128, time: i64) {
        self.total = self.total.saturating_sub(amount);
        self.last_out = time;
    }
}

/// The number of the period that a time falls into.
fn period_of(time: i64, span: Span) -> i64 {
    let Some(day) = DateTime::from_timestamp_millis(time) else { return i64::MIN };
    let (year, month) = (i64::from(day.year()), i64::from(day.month0()));
    match span {
        Span::Month => year.saturating_mul(12).saturating_add(month),
        Span::Quarter => year.saturating_mul(4).saturating_add(month.checked_div(3).unwrap_or(0)),
        Span::Year => year,
    }
}

impl Book {
    /// Whether a record can be booked at once.
    pub(super) fn is_there(&mut self, record: &Record) -> bool {
        if record.kind == Kind::Return {
            return self.was_delivered(record);
        }
        let takes = matches!(
            record.kind,
            Kind::Consume
                | Kind::Move
                | Kind::Ship
                | Kind::SendBack
                | Kind::Scrap
                | Kind::Shrink
                | Kind::Pack
        );
        if !takes || self.boxes.is_box(record.lot) {
            return true;
        }
        let key = self.lot(record.store, record.item, record.lot);
        let Some(pool) = self.pools.get(super::at(self.pool_of(key))) else { return false };
        match pool.policy {
            Policy::PeriodAverage => true,
            Policy::Specific if record.lot != 0 => {
                let layer = self.newest(key).and_then(|layer| self.layers.get(super::at(layer)));
                layer.is_some_and(|layer| {
                    layer.state == State::Open
                        || record.quantity.map_or(!layer.is_empty(), |wanted| layer.rest >= wanted)
                })
            }
            _ => pool.open || record.quantity.map_or(pool.total > 0, |wanted| pool.total >= wanted),
        }
    }

    /// Takes the quantity of a record out of stock and leads it to a node.
    pub(super) fn take(&mut self, record: &Record, number: u32, to: u32) -> Result<(), Error> {
        if self.boxes.is_box(record.lot) && record.item == 0 {
            return self.empty_box(record, number, to);
        }
        let key = self.lot(record.store, record.item, record.lot);
        let pool_number = self.pool_of(key);
        let Some(policy) = self.pools.get(super::at(pool_number)).map(|pool| pool.policy) else {
            return Ok(());
        };
        self.tell_ties(policy, pool_number, record, number);
        if policy == Policy::PeriodAverage {
            return self.take_of_period(record, number, (pool_number, key), to);
        }
        let layers = self.candidates(policy, pool_number, key, record);
        if policy == Policy::Specific && record.lot == 0 && layers.len() > 1 {
            return self.take_unnamed(record, number, &layers, to);
        }
        let Some(wanted) = record.quantity else {
            self.tell(Code::UnknownQuantity, Severity::Warning, number, to, 0);
            for layer in &layers {
                self.draw(*layer, Way::Unknown, 0, to, number);
                if let Some(layer) =
                    self.layers.get_mut(super::at(*layer)).filter(|l| l.state == State::Known)
                {
                    layer.state = State::Loose;
                }
            }
            if layers.is_empty() {
                self.short(record, number, key, to, 0);
            }
            return Ok(());
        };
        let (mut left, mut emptied) = (wanted, Vec::new());
        let way = self.way_into(record, to);
        for layer in layers {
            if left <= 0 {
                break;
            }
            let Some(from) = self.layers.get_mut(super::at(layer)) else { continue };
            let units = if from.state == State::Open { left } else { from.rest.min(left) };
            if units <= 0 {
                continue;
            }
            from.rest = from.rest.saturating_sub(units).max(0);
            if from.is_empty() {
                emptied.push(layer);
            }
            left = left.saturating_sub(units);
            self.draw(layer, way, units, to, number);
        }
        if let Some(pool) = self.pools.get_mut(super::at(pool_number)) {
            pool.went(wanted.saturating_sub(left), record.time);
            emptied.iter().for_each(|layer| _ = pool.stocked.remove(layer));
        }
        self.advance(pool_number);
        if left > 0 {
            self.short(record, number, key, to, left);
        }
        Ok(())
    }

    /// Pieces that go into a run of kilograms cannot be compared with it.
    pub(super) fn way_into(&self, record: &Record, to: u32) -> Way {
        let node = self.links.nodes.get(super::at(to)).filter(|node| node.kind == NodeKind::Run);
        let run = node.and_then(|node| self.runs.get(super::at(node.key)));
        if run.is_some_and(|run| run.differs(record)) { Way::Foreign } else { Way::Exact }
    }

    /// The layers that a record takes from, in their order: no more of them than it needs, where the order decides.
    fn candidates(&self, policy: Policy, pool: u32, key: u32, record: &Record) -> Vec<u32> {
        let named = record.lot != 0;
        if policy == Policy::Specific && named {
            return self.newest(key).into_iter().collect();
        }
        let Some(pool) = self.pools.get(super::at(pool)) else { return Vec::new() };
        let full = |number: u32| {
            let layer = self.layers.get(super::at(number)).copied().filter(|layer| !layer.is_empty())?;
            (!named || layer.lot == key || policy == Policy::Average).then_some((number, layer))
        };
        let mut needed = match policy {
            Policy::Fifo | Policy::Lifo => record.quantity,
            _ => None,
        };
        let mut found = Vec::new();
        let mut take = |number: u32| {
            if let Some((number, layer)) = full(number) {
                found.push(number);
                let there = if layer.state == State::Open { i128::MAX } else { layer.rest };
                needed = needed.map(|units| units.saturating_sub(there));
            }
            needed.is_none_or(|units| units > 0)
        };
        match policy {
            Policy::Specific => pool.stocked.iter().all(|number| take(*number)),
            Policy::Lifo => pool.layers.iter().skip(pool.first).rev().all(|number| take(*number)),
            _ => pool.layers.iter().skip(pool.first).all(|number| take(*number)),
        };
        found
    }

    /// Passes over layers that are empty for good.
    fn advance(&mut self, pool: u32) {
        let Some(pool) = self.pools.get_mut(super::at(pool)) else { return };
        if !matches!(pool.policy, Policy::Fifo | Policy::Lifo) {
            return;
        }
        let empty = |layer: &u32| self.layers.get(super::at(*layer)).is_none_or(Layer::is_empty);
        while pool.layers.get(pool.first).is_some_and(empty) {
            pool.first = pool.first.saturating_add(1);
        }
        while pool.layers.len() > pool.first && pool.layers.last().is_some_and(empty) {
            pool.layers.pop();
        }
    }

    /// Nobody said which of several lots was taken: it is unknown, and each of them may be inside.
    fn take_unnamed(&mut self, record: &Record, number: u32, layers: &[u32], to: u32) -> Result<(), Error> {
        self.tell(Code::LotNotNamed, Severity::Error, number, to, record.quantity.unwrap_or(0));
        for layer in layers {
            let way = if record.quantity.is_some() { Way::Possible } else { Way::Unknown };
            self.draw(*layer, way, 0, to, number);
            if let Some(layer) = self.layers.get_mut(super::at(*layer)).filter(|l| l.state == State::Known) {
                layer.state = State::Loose;
            }
        }
        if let Some(wanted) = record.quantity {
            self.conjure(to, wanted, number);
        }
        Ok(())
    }

    /// More is taken than there is: what is missing comes from nowhere, and may be what comes later. Of a lot that is named it may
    /// as well be what was there: the count can be wrong, or the record, and a recall must not depend on which.
    fn short(&mut self, record: &Record, number: u32, key: u32, to: u32, left: i128) {
        let nothing_taken = record.quantity.is_none_or(|wanted| wanted == left);
        if let Some(layer) = self.newest(key).filter(|_| record.lot != 0 && nothing_taken) {
            self.draw(layer, Way::Possible, 0, to, number);
        }
        let first = self.first_time(key);
        let early = first > record.time && first != i64::MAX;
        let code = if early { Code::TakenBeforeMade } else { Code::AboveStock };
        self.tell(code, Severity::Error, number, to, left);
        self.conjure(to, left, number);
        self.owe(key, to, left.max(1));
    }

    /// Where layers or mixtures of one time are taken from, the order of the records decides.
    fn tell_ties(&mut self, policy: Policy, number: u32, record: &Record, by: u32) {
        let Some(pool) = self.pools.get_mut(super::at(number)) else { return };
        let mixes = policy == Policy::Average && pool.last_in == record.time && !pool.layers.is_empty();
        if mixes && !pool.told_tie {
            pool.told_tie = true;
            self.tell(Code::TiedOrder, Severity::Info, by, NONE, 0);
        }
    }

    /// Period averages: all that came in the period is one mixture, whenever it was taken from.
    fn take_of_period(
        &mut self,
        record: &Record,
        number: u32,
        (pool, key): (u32, u32),
        to: u32,
    ) -> Result<(), Error> {
        self.turn_period(pool, number, record.time)?;
        let known = self.pools.get(super::at(pool)).and_then(|pool| pool.layers.last().copied());
        let layer = match known {
            Some(layer) => layer,
            None => {
                // Taken before anything came in this period: the mixture is to come.
                let key = self.mixture(key);
                let node = self.links.node(NodeKind::Stock, number, key);
                let layer = u32::try_from(self.layers.len()).unwrap_or(NONE);
                self.layers.push(Layer {
                    lot: key,
                    node,
                    rest: 0,
                    state: State::Known,
                    time: record.time,
                    touched: false,
                    made_by: number,
                    inside: NONE,
                });
                if let Some(pool) = self.pools.get_mut(super::at(pool)) {
                    pool.layers.push(layer);
                }
                layer
            }
        };
        let way = if record.quantity.is_some() { self.way_into(record, to) } else { Way::Unknown };
        self.draw(layer, way, record.quantity.unwrap_or(0), to, number);
        if let Some(from) = self.layers.get_mut(super::at(layer)) {
            match record.quantity {
                Some(units) => from.rest = from.rest.saturating_sub(units),
                None if from.state == State::Known => from.state = State::Loose,
                None => {}
            }
        }
        if record.quantity.is_none() {
            self.tell(Code::UnknownQuantity, Severity::Warning, number, to, 0);
        }
        Ok(())
    }

    /// Closes the period before, and carries what is left into the new one.
    pub(super) fn turn_period(&mut self, pool: u32, number: u32, time: i64) -> Result<(), Error> {
        let period = period_of(time, self.choices.span);
        let Some(own) = self.pools.get_mut(super::at(pool)) else { return Ok(()) };
        if own.period == period {
            return Ok(());
        }
        own.period = period;
        let Some(layer) = own.layers.last().copied() else { return Ok(()) };
        self.close_period(layer, number);
        let Some(old) = self.layers.get(super::at(layer)).copied() else { return Ok(()) };
        let node = self.links.node(NodeKind::Stock, number, old.lot);
        if !old.is_empty() {
            let way = if old.state == State::Known { Way::Exact } else { Way::Unknown };
            self.links.edge(old.node, node, way, old.rest, number);
        }
        if let Some(layer) = self.layers.get_mut(super::at(layer)) {
            (layer.node, layer.touched) = (node, false);
        }
        Ok(())
    }

    /// What was taken beyond all that the period brought is missing.
    pub(super) fn close_period(&mut self, layer: u32, number: u32) {
        let Some(own) = self.layers.get_mut(super::at(layer)) else { return };
        if own.rest < 0 && own.state == State::Known {
            let (missing, node) = (own.rest.saturating_neg(), own.node);
            own.rest = 0;
            self.tell(Code::AboveStock, Severity::Error, number, node, missing);
            self.conjure(node, missing, number);
        }
    }
}
