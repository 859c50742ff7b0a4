//! Containers: what is packed stays what it is, and goes where its container goes.

use std::collections::BTreeSet;

use super::book::Book;
use super::links::{NONE, NodeKind, Way};
use super::names::Keys;
use super::record::Record;
use super::stock::{Layer, State};
use crate::error::{Code, Error, Severity};

/// What is in a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Child {
    Layer(u32),
    Box(u32),
}

#[derive(Clone, Debug, Default)]
struct Container {
    children: Vec<Child>,
    parent: Option<u32>,
    /// Whether its content changed since it was last written down.
    changed: bool,
    lot: u32,
}

/// All containers, by their lot.
#[derive(Clone, Debug, Default)]
pub(super) struct Boxes {
    keys: Keys<u32>,
    list: Vec<Container>,
}

impl Boxes {
    pub(super) fn is_box(&self, lot: u32) -> bool {
        lot != 0 && self.keys.contains_key(&lot)
    }

    pub(super) fn number(&mut self, lot: u32) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(NONE);
        let number = *self.keys.entry(lot).or_insert(next);
        if number == next {
            self.list.push(Container { lot, ..Container::default() });
        }
        number
    }

    fn get(&mut self, number: u32) -> Option<&mut Container> {
        self.list.get_mut(super::at(number))
    }

    /// Whether the one is the other, or in it.
    fn holds(&self, outer: u32, inner: u32) -> bool {
        let mut at = Some(inner);
        let mut steps = 0usize;
        while let Some(number) = at.filter(|_| steps <= self.list.len()) {
            if number == outer {
                return true;
            }
            at = self.list.get(super::at(number)).and_then(|container| container.parent);
            steps = steps.saturating_add(1);
        }
        false
    }
}

impl Book {
    pub(super) fn pack(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        if record.to_lot == 0 {
            self.tell(Code::MissingValue, Severity::Error, number, NONE, 0);
            self.skipped.push(number);
            return Ok(());
        }
        let outer = self.boxes.number(record.to_lot);
        let child = if self.boxes.is_box(record.lot) && !self.has_stock(record) {
            let inner = self.boxes.number(record.lot);
            if self.boxes.holds(inner, outer) {
                self.tell(Code::CircularContainment, Severity::Error, number, NONE, 0);
                self.skipped.push(number);
                return Ok(());
            }
            self.leave(Child::Box(inner));
            if let Some(inner) = self.boxes.get(inner) {
                inner.parent = Some(outer);
            }
            Child::Box(inner)
        } else {
            let Some(layer) = self.packed(number, record)? else { return Ok(()) };
            Child::Layer(layer)
        };
        if let Some(container) = self.boxes.get(outer) {
            container.children.push(child);
            container.changed = true;
        }
        if let Child::Layer(layer) = child
            && let Some(layer) = self.layers.get_mut(super::at(layer))
        {
            layer.inside = outer;
        }
        Ok(())
    }

    /// Whether a record is about a lot of an item that is in stock: a thing can be both a lot and what others are joined to.
    fn has_stock(&mut self, record: &Record) -> bool {
        let key = self.lot(record.store, record.item, record.lot);
        let layer = self.newest(key).and_then(|at| self.layers.get(super::at(at)));
        record.item != 0 && layer.is_some_and(|layer| !layer.is_empty())
    }

    /// The layer that is packed: the lot itself, or the part of it that is taken.
    fn packed(&mut self, number: u32, record: &Record) -> Result<Option<u32>, Error> {
        let key = self.lot(record.store, record.item, record.lot);
        if let Some(at) = self.newest(key)
            && let Some(layer) = self.layers.get(super::at(at)).copied()
            && record.quantity.is_none_or(|wanted| layer.state == State::Known && layer.rest == wanted)
            && !layer.is_empty()
        {
            self.leave(Child::Layer(at));
            return Ok(Some(at));
        }
        let node = self.links.node(NodeKind::Stock, number, key);
        self.take(record, number, node)?;
        let layer = u32::try_from(self.layers.len()).unwrap_or(NONE);
        self.layers.push(Layer {
            lot: key,
            node,
            rest: record.quantity.unwrap_or(0),
            state: if record.quantity.is_some() { State::Known } else { State::Open },
            time: record.time,
            touched: false,
            made_by: number,
            inside: NONE,
        });
        Ok(Some(layer))
    }

    /// Puts a quantity that came in a container back into it.
    pub(super) fn put_in(&mut self, lot: u32, layer: Layer) {
        let outer = self.boxes.number(lot);
        let at = u32::try_from(self.layers.len()).unwrap_or(NONE);
        self.layers.push(Layer { inside: outer, ..layer });
        if let Some(container) = self.boxes.get(outer) {
            container.children.push(Child::Layer(at));
            container.changed = true;
        }
    }

    /// Takes something out of the container that it is in.
    fn leave(&mut self, child: Child) {
        let outer = match child {
            Child::Layer(layer) => {
                let layer = self.layers.get_mut(super::at(layer));
                layer.map_or(NONE, |layer| core::mem::replace(&mut layer.inside, NONE))
            }
            Child::Box(inner) => self.boxes.get(inner).and_then(|inner| inner.parent.take()).unwrap_or(NONE),
        };
        if let Some(outer) = self.boxes.get(outer) {
            outer.children.retain(|known| *known != child);
            outer.changed = true;
        }
    }

    pub(super) fn unpack(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        if !self.boxes.is_box(record.to_lot) {
            self.tell(Code::NotInContainer, Severity::Warning, number, NONE, 0);
            return Ok(());
        }
        let outer = self.boxes.number(record.to_lot);
        self.write_down(outer, number);
        let inner = self.boxes.is_box(record.lot).then(|| self.boxes.number(record.lot));
        let wanted = |child: &Child, layers: &[Layer], lots: &[super::book::LotKey]| match child {
            _ if record.lot == 0 => true,
            Child::Box(number) => Some(*number) == inner,
            Child::Layer(layer) => {
                let lot = layers.get(super::at(*layer)).and_then(|layer| lots.get(super::at(layer.lot)));
                lot.is_some_and(|lot| lot.lot == record.lot && (record.item == 0 || lot.item == record.item))
            }
        };
        let children = self.boxes.get(outer).map(|outer| outer.children.clone()).unwrap_or_default();
        let out: Vec<Child> =
            children.into_iter().filter(|child| wanted(child, &self.layers, &self.lots)).collect();
        if out.is_empty() {
            self.tell(Code::NotInContainer, Severity::Warning, number, NONE, 0);
        }
        for child in out {
            let Child::Layer(at) = child else {
                self.leave(child);
                continue;
            };
            let Some(layer) = self.layers.get(super::at(at)).copied() else { continue };
            if let Some(wanted) = record.quantity.filter(|wanted| record.lot != 0 && *wanted < layer.rest)
                && layer.state == State::Known
            {
                self.unpack_part(at, wanted, number, record.time)?;
                continue;
            }
            self.leave(child);
            // A part that was taken for the container goes back to its lot.
            if self.newest(layer.lot) != Some(at) {
                let amount = (layer.state == State::Known).then_some(layer.rest);
                if amount != Some(0) {
                    self.add(layer.lot, amount, (layer.node, true), number, record.time)?;
                }
                if let Some(layer) = self.layers.get_mut(super::at(at)) {
                    (layer.rest, layer.state) = (0, State::Known);
                }
            }
        }
        Ok(())
    }

    /// A part of what is packed of a lot goes back to it; the rest stays in.
    fn unpack_part(&mut self, at: u32, wanted: i128, number: u32, time: i64) -> Result<(), Error> {
        let Some(layer) = self.layers.get(super::at(at)).copied() else { return Ok(()) };
        let rest = layer.rest.saturating_sub(wanted);
        if self.newest(layer.lot) != Some(at) {
            if let Some(packed) = self.layers.get_mut(super::at(at)) {
                packed.rest = rest;
            }
            return self.add(layer.lot, Some(wanted), (layer.node, true), number, time);
        }
        // All of the lot is packed: what stays in becomes a part of its own.
        let node = self.links.node(NodeKind::Stock, number, layer.lot);
        self.draw(at, Way::Exact, rest, node, number);
        let part = u32::try_from(self.layers.len()).unwrap_or(NONE);
        self.layers.push(Layer { node, rest, touched: false, made_by: number, ..layer });
        if let Some(outer) = self.boxes.get(layer.inside) {
            outer.children.push(Child::Layer(part));
        }
        self.leave(Child::Layer(at));
        if let Some(free) = self.layers.get_mut(super::at(at)) {
            free.rest = wanted;
        }
        Ok(())
    }

    /// What the first of some layers counts: the record of their container counts that, too.
    fn count_as(&mut self, layers: &[u32], number: u32) -> Option<u32> {
        let layer = layers.first().and_then(|at| self.layers.get(super::at(*at)))?;
        let base = self.record(layer.made_by)?.base;
        if let Some(record) = self.movements.records.get_mut(super::at(number)) {
            record.base = base;
        }
        Some(base.way())
    }

    /// All layers in a container, those of the containers within it too.
    fn content(&self, outer: u32) -> Vec<u32> {
        let (mut layers, mut seen, mut todo) = (Vec::new(), BTreeSet::new(), vec![outer]);
        while let Some(number) = todo.pop() {
            if !seen.insert(number) {
                continue;
            }
            let container = self.boxes.list.get(super::at(number));
            for child in container.map(|container| container.children.as_slice()).unwrap_or_default() {
                match child {
                    Child::Layer(layer) => layers.push(*layer),
                    Child::Box(inner) => todo.push(*inner),
                }
            }
        }
        layers
    }

    /// Writes a container down as it is now, so that it can be asked about.
    fn write_down(&mut self, outer: u32, number: u32) -> Option<u32> {
        let container = self.boxes.get(outer).filter(|container| container.changed)?;
        container.changed = false;
        let lot = container.lot;
        let layers = self.content(outer);
        if layers.is_empty() {
            return None;
        }
        let key = self.lot(0, 0, lot);
        let node = self.links.node(NodeKind::Container, number, key);
        for layer in layers {
            let Some(from) = self.layers.get(super::at(layer)).map(|layer| layer.node) else { continue };
            self.links.edge(from, node, Way::Possible, 0, number);
        }
        Some(node)
    }

    /// All that is in a container goes where it goes.
    pub(super) fn empty_box(&mut self, record: &Record, number: u32, to: u32) -> Result<(), Error> {
        let outer = self.boxes.number(record.lot);
        if let Some(node) = self.write_down(outer, number) {
            self.links.edge(node, to, Way::Possible, 0, number);
        }
        let layers = self.content(outer);
        let base = self.count_as(&layers, number);
        for at in layers {
            let Some(layer) = self.layers.get(super::at(at)).copied() else { continue };
            let made = self.record(layer.made_by);
            if let Some(made) = made {
                self.counts_in(to, &Record { quantity: Some(layer.rest), ..made });
            }
            let way = match made {
                Some(made) if Some(made.base.way()) == base => self.way_into(&made, to),
                _ => Way::Foreign,
            };
            let (way, units) = match layer.state {
                State::Known => (way, layer.rest),
                State::Loose | State::Open => (Way::Unknown, 0),
            };
            if let Some(layer) = self.layers.get_mut(super::at(at)) {
                (layer.rest, layer.state) = (0, State::Known);
            }
            let lot = layer.lot;
            self.draw(at, way, units, to, number);
            self.leave(Child::Layer(at));
            self.count(record.kind, lot, units)?;
        }
        Ok(())
    }

    /// A container that goes to another store takes what is in it along.
    pub(super) fn move_box(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        let outer = self.boxes.number(record.lot);
        self.write_down(outer, number);
        let store = if record.to_store == 0 { record.store } else { record.to_store };
        let place = self.movements.about(record).place;
        let layers = self.content(outer);
        self.count_as(&layers, number);
        for at in layers {
            let Some(layer) = self.layers.get(super::at(at)).copied() else { continue };
            let Some(old) = self.lots.get(super::at(layer.lot)).copied() else { continue };
            if store == 0 && place == 0 || store != 0 && store == old.store {
                continue;
            }
            // Without a store it is another place that is told beside it.
            let key = self.lot(if store == 0 { old.store } else { store }, old.item, old.lot);
            let node = self.links.node(NodeKind::Stock, number, key);
            let (way, units) = match layer.state {
                State::Known => (Way::Exact, layer.rest),
                State::Loose | State::Open => (Way::Unknown, 0),
            };
            self.draw(at, way, units, node, number);
            if key != layer.lot {
                self.change_store(at, &layer, key, record.time);
            }
            if let Some(layer) = self.layers.get_mut(super::at(at)) {
                (layer.lot, layer.node, layer.touched, layer.time) = (key, node, false, record.time);
                if layer.state == State::Loose {
                    layer.state = State::Open;
                }
            }
        }
        Ok(())
    }

    /// A layer goes over to the lot key of another store.
    fn change_store(&mut self, at: u32, layer: &Layer, key: u32, time: i64) {
        let (from, to) = (self.pool_of(layer.lot), self.pool_of(key));
        if self.newest(layer.lot) == Some(at) {
            self.set_newest(layer.lot, NONE);
            self.set_newest(key, at);
        }
        if let Some(pool) = self.pools.get_mut(super::at(from)) {
            pool.layers.retain(|known| *known != at);
            pool.stocked.remove(&at);
        }
        if let Some(pool) = self.pools.get_mut(super::at(to)) {
            pool.layers.push(at);
            pool.stocked.insert(at);
            pool.came((layer.state == State::Known).then_some(layer.rest), time);
        }
    }

    /// Writes down what is still packed at the end.
    pub(super) fn close_boxes(&mut self) {
        for number in 0..u32::try_from(self.boxes.list.len()).unwrap_or(NONE) {
            let record = self.content(number).first().and_then(|layer| self.layers.get(super::at(*layer)));
            let record = record.map_or(NONE, |layer| layer.made_by);
            self.write_down(number, record);
        }
    }
}
