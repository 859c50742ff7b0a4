//! Goods that customers send back: the way of a delivery is taken back as far as they came, so that a lot that returns is
//! what it was.

use std::collections::{BTreeMap, BTreeSet};

use super::book::Book;
use super::choices::Policy;
use super::links::{NONE, NOWHERE, NodeKind, Way};
use super::names::Keys;
use super::record::Record;
use super::stock::{Layer, State};
use crate::error::{Code, Error, Severity};

/// In the place of a lot or customer: any. In that of an item: a container.
const ANY: u32 = NONE;

/// Item, lot and customer.
type Key = (u32, u32, u32);

/// Deliveries that did not come back.
#[derive(Clone, Debug, Default)]
struct Pile {
    /// Ways from stock to a customer, in the order of time; those of which nothing is left are dropped as they are met.
    ways: Vec<u32>,
    /// Units by the version that they were taken from.
    open: BTreeMap<u32, i128>,
    /// Versions of which an unknown quantity was delivered.
    unsure: BTreeSet<u32>,
    total: i128,
}

/// What was delivered, by item, lot and customer; kept only if something comes back.
#[derive(Clone, Debug, Default)]
pub(super) struct Delivered {
    pub(super) wanted: bool,
    keys: Keys<Key>,
    piles: Vec<Pile>,
}

impl Delivered {
    fn pile(&mut self, key: Key) -> Option<&mut Pile> {
        let next = u32::try_from(self.piles.len()).unwrap_or(NONE);
        let number = *self.keys.entry(key).or_insert(next);
        if number == next {
            self.piles.push(Pile::default());
        }
        self.piles.get_mut(super::at(number))
    }

    fn known(&self, key: &Key) -> Option<&Pile> {
        self.keys.get(key).and_then(|number| self.piles.get(super::at(*number)))
    }
}

impl Book {
    /// Remembers the ways of a delivery: those from the given one on.
    pub(super) fn deliver(&mut self, first: usize) {
        if !self.delivered.wanted {
            return;
        }
        for way in first..self.links.from.len() {
            let Ok(way) = u32::try_from(way) else { return };
            let Some(edge) = self.links.get(way).filter(|edge| edge.way != Way::Possible) else { continue };
            for key in self.delivery_keys(way) {
                let Some(pile) = self.delivered.pile(key) else { continue };
                if edge.way == Way::Unknown {
                    pile.unsure.insert(edge.from);
                    continue;
                }
                pile.ways.push(way);
                let open = pile.open.entry(edge.from).or_insert(0);
                *open = open.saturating_add(edge.amount);
                pile.total = pile.total.saturating_add(edge.amount);
            }
        }
    }

    /// By what a way to a customer is found again: its item, lot and customer, each lot, each customer; its container.
    fn delivery_keys(&self, way: u32) -> Vec<Key> {
        let Some((edge, record)) =
            self.links.get(way).and_then(|edge| Some((edge, self.record(edge.record)?)))
        else {
            return Vec::new();
        };
        let node = self.links.nodes.get(super::at(edge.from)).filter(|_| edge.from != NOWHERE);
        let own = node.and_then(|node| self.lots.get(super::at(node.key)));
        let item = own.map_or(record.item, |lot| lot.item);
        // A mixture has no lot of its own: what the record said is what the customer was told.
        let lot = own.map(|lot| lot.lot).filter(|lot| *lot != 0).unwrap_or(record.lot);
        let party = self.movements.about(&record).party;
        let mut keys = vec![(item, lot, party), (item, lot, ANY), (item, ANY, party), (item, ANY, ANY)];
        if record.item == 0 && self.boxes.is_box(record.lot) {
            keys.extend([(ANY, record.lot, party), (ANY, record.lot, ANY)]);
        }
        keys
    }

    /// The deliveries that a record can take back, the likeliest first: of its lot before those that named none, to its
    /// customer before those to nobody.
    fn piles_of(&self, record: &Record, container: bool) -> Vec<Key> {
        let party = self.movements.about(record).party;
        let item = if container { ANY } else { record.item };
        let (lots, parties) = match (record.lot, party) {
            (0, 0) => (vec![ANY], vec![ANY]),
            (0, party) => (vec![ANY], vec![party, 0]),
            (lot, 0) => (vec![lot, 0], vec![ANY]),
            (lot, party) => (vec![lot, 0], vec![party, 0]),
        };
        let keys = lots.iter().flat_map(|lot| parties.iter().map(move |party| (item, *lot, *party)));
        keys.filter(|key| self.delivered.known(key).is_some()).collect()
    }

    /// Whether as much was delivered as a record brings back.
    pub(super) fn was_delivered(&self, record: &Record) -> bool {
        let container = record.item == 0 && self.boxes.is_box(record.lot);
        let piles = self.piles_of(record, container);
        let piles = piles.iter().filter_map(|key| self.delivered.known(key));
        let (total, unsure) = piles.fold((0i128, false), |(total, unsure), pile| {
            (total.saturating_add(pile.total), unsure || !pile.unsure.is_empty())
        });
        unsure || total >= record.quantity.unwrap_or(1)
    }

    /// Takes back units of the newest delivery of a pile: the way that they went, the version that they came from, and how many.
    fn newest_back(&mut self, key: Key, most: i128) -> Option<(u32, i128)> {
        let (way, edge) = loop {
            let pile = self.delivered.pile(key)?;
            let way = *pile.ways.last()?;
            match self.links.get(way).filter(|edge| edge.amount > 0) {
                Some(edge) => break (way, edge),
                None => _ = pile.ways.pop(),
            }
        };
        let part = edge.amount.min(most);
        if let Some(amount) = self.links.amount.get_mut(super::at(way)) {
            *amount = amount.saturating_sub(part);
        }
        for key in self.delivery_keys(way) {
            let Some(pile) = self.delivered.pile(key) else { continue };
            pile.total = pile.total.saturating_sub(part);
            if let Some(open) = pile.open.get_mut(&edge.from) {
                *open = open.saturating_sub(part);
                if *open == 0 {
                    pile.open.remove(&edge.from);
                }
            }
        }
        Some((edge.from, part))
    }

    /// Versions of which an unknown quantity was delivered; with `known`, all of which a delivery is open.
    fn open_versions(&self, piles: &[Key], known: bool) -> BTreeSet<u32> {
        let piles = piles.iter().filter_map(|key| self.delivered.known(key));
        piles.flat_map(|pile| pile.open.keys().filter(move |_| known).chain(&pile.unsure)).copied().collect()
    }

    /// Brings back what a customer returns.
    ///
    /// # Method
    /// M-208.
    pub(super) fn come_back(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        if record.item == 0 && self.boxes.is_box(record.lot) {
            return self.box_back(number, record);
        }
        let key = self.lot(record.store, record.item, record.lot);
        let policy =
            self.pools.get(super::at(self.pool_of(key))).map_or(Policy::Specific, |pool| pool.policy);
        let node = self.links.node(NodeKind::Stock, number, key);
        let piles = self.piles_of(record, false);
        // Where a policy says which lot a delivery was, it may as well say which came back: the last.
        let versions = match (policy, record.quantity) {
            (Policy::Specific, _) | (_, None) => self.open_versions(&piles, true),
            _ => BTreeSet::new(),
        };
        let text = |version: &u32| {
            let node = self.links.nodes.get(super::at(*version)).filter(|_| *version != NOWHERE);
            node.and_then(|node| self.lots.get(super::at(node.key))).map(|lot| lot.lot)
        };
        let lots: BTreeSet<u32> = versions.iter().filter_map(text).collect();
        let mut possible = versions;
        match record.quantity {
            None => {
                self.tell(Code::UnknownQuantity, Severity::Warning, number, node, 0);
                for version in core::mem::take(&mut possible) {
                    self.links.edge(version, node, Way::Unknown, 0, number);
                }
            }
            Some(wanted) if policy == Policy::Specific && record.lot == 0 && lots.len() > 1 => {
                self.tell(Code::LotNotNamed, Severity::Error, number, node, wanted);
                self.links.edge(NOWHERE, node, Way::Exact, wanted, number);
            }
            Some(wanted) => {
                let mut left = wanted;
                for key in &piles {
                    while left > 0
                        && let Some((version, part)) = self.newest_back(*key, left)
                    {
                        left = left.saturating_sub(part);
                        possible.remove(&version);
                        self.links.edge(version, node, Way::Exact, part, number);
                    }
                }
                if left > 0 {
                    let unsure = self.open_versions(&piles, false);
                    if unsure.is_empty() {
                        self.tell(Code::ReturnedAboveDelivered, Severity::Error, number, node, left);
                    }
                    possible.extend(unsure);
                    self.links.edge(NOWHERE, node, Way::Exact, left, number);
                } else if !possible.is_empty() {
                    self.tell(Code::ReturnOfSeveral, Severity::Info, number, node, wanted);
                }
            }
        }
        for version in possible.into_iter().filter(|version| *version != NOWHERE) {
            self.links.edge(version, node, Way::Possible, 0, number);
        }
        self.add(key, record.quantity, (node, true), number, record.time)
    }

    /// A container comes back with all that was in it when it left.
    fn box_back(&mut self, number: u32, record: &Record) -> Result<(), Error> {
        let piles = self.piles_of(record, true);
        let mut came = false;
        for key in piles {
            while let Some((version, part)) = self.newest_back(key, i128::MAX) {
                came = true;
                let lot = self.links.nodes.get(super::at(version)).map_or(NONE, |node| node.key);
                let Some(lot) = self.lots.get(super::at(lot)).copied() else { continue };
                let own = self.lot(record.store, lot.item, lot.lot);
                let node = self.links.node(NodeKind::Stock, number, own);
                self.links.edge(version, node, Way::Exact, part, number);
                let layer = Layer {
                    lot: own,
                    node,
                    rest: part,
                    state: State::Known,
                    time: record.time,
                    touched: false,
                    made_by: number,
                    inside: NONE,
                };
                self.put_in(record.lot, layer);
                self.count(record.kind, own, part)?;
            }
        }
        if !came {
            self.tell(Code::ReturnedAboveDelivered, Severity::Error, number, NONE, 0);
        }
        Ok(())
    }
}
