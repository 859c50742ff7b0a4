//! Nodes and edges: what became of what. Numbers grow in the order in which things were written down.

use super::record::Kind;

/// No number.
pub(super) const NONE: u32 = u32::MAX;
/// The node from which everything comes of which nobody knows where it came from.
pub(super) const NOWHERE: u32 = 0;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// Where unknown quantities come from.
    Nowhere,
    /// A quantity that came in from outside; also the first version of its lot, unless it was mixed at once.
    Source,
    /// A version of a lot.
    Stock,
    /// A transformation.
    Run,
    /// A quantity that left: shipped, scrapped, shrunk, lost.
    Sink,
    /// A container, as it was when something happened to it.
    Container,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// The record that made it.
    pub(super) record: u32,
    /// Lot key of sources, versions and containers; number of a run.
    pub(super) key: u32,
}

/// How a quantity goes along an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// That much.
    Exact,
    /// Nobody knows how much.
    Unknown,
    /// That much leaves, and cannot be compared with what it comes into: pieces into kilograms.
    Foreign,
    /// Perhaps something; the quantity is booked elsewhere.
    Possible,
}

/// Nodes, and edges as columns.
#[derive(Clone, Debug)]
pub(super) struct Links {
    pub(super) nodes: Vec<Node>,
    pub(super) from: Vec<u32>,
    pub(super) to: Vec<u32>,
    pub(super) record: Vec<u32>,
    pub(super) way: Vec<Way>,
    pub(super) amount: Vec<i128>,
    most: usize,
    pub(super) too_many: bool,
}

impl Links {
    pub(super) fn new(most: usize) -> Links {
        Links {
            nodes: vec![Node { kind: NodeKind::Nowhere, record: NONE, key: NONE }],
            from: Vec::new(),
            to: Vec::new(),
            record: Vec::new(),
            way: Vec::new(),
            amount: Vec::new(),
            most,
            too_many: false,
        }
    }

    pub(super) fn node(&mut self, kind: NodeKind, record: u32, key: u32) -> u32 {
        let number = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        self.nodes.push(Node { kind, record, key });
        number
    }

    pub(super) fn edge(&mut self, from: u32, to: u32, way: Way, amount: i128, record: u32) {
        if self.from.len() >= self.most {
            self.too_many = true;
            return;
        }
        self.from.push(from);
        self.to.push(to);
        self.way.push(way);
        self.amount.push(amount);
        self.record.push(record);
    }

    pub(super) fn kind(&self, node: u32) -> NodeKind {
        self.nodes.get(super::at(node)).map_or(NodeKind::Nowhere, |node| node.kind)
    }

    /// Edges with their ends, ways, amounts and records.
    pub(super) fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        let ends = self.from.iter().zip(&self.to).zip(self.way.iter().zip(&self.amount)).zip(&self.record);
        ends.map(|(((from, to), (way, amount)), record)| Edge {
            from: *from,
            to: *to,
            way: *way,
            amount: *amount,
            record: *record,
        })
    }

    pub(super) fn get(&self, edge: u32) -> Option<Edge> {
        let at = super::at(edge);
        Some(Edge {
            from: *self.from.get(at)?,
            to: *self.to.get(at)?,
            way: *self.way.get(at)?,
            amount: *self.amount.get(at)?,
            record: *self.record.get(at)?,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) way: Way,
    pub(super) amount: i128,
    pub(super) record: u32,
}

/// Edges by one of their ends, in the order in which they were written.
#[derive(Clone, Debug, Default)]
pub(super) struct ByEnd {
    starts: Vec<u32>,
    edges: Vec<u32>,
}

impl ByEnd {
    pub(super) fn new(nodes: usize, ends: &[u32]) -> ByEnd {
        let mut starts = vec![0u32; nodes.saturating_add(1)];
        for end in ends {
            if let Some(count) = starts.get_mut(super::at(*end).saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0u32;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut next = starts.clone();
        let mut edges = vec![0u32; ends.len()];
        for (number, end) in (0u32..).zip(ends) {
            if let Some(place) = next.get_mut(super::at(*end)) {
                if let Some(slot) = edges.get_mut(super::at(*place)) {
                    *slot = number;
                }
                *place = place.saturating_add(1);
            }
        }
        ByEnd { starts, edges }
    }

    pub(super) fn of(&self, node: u32) -> &[u32] {
        let at = super::at(node);
        let from = self.starts.get(at).map_or(0, |start| super::at(*start));
        let to = self.starts.get(at.saturating_add(1)).map_or(0, |end| super::at(*end));
        self.edges.get(from..to).unwrap_or_default()
    }
}

/// Whether a record of this kind brings something into stock.
pub(super) const fn brings(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Opening | Kind::Receive | Kind::Produce | Kind::Return | Kind::Gain | Kind::Move | Kind::Unpack
    )
}
