//! Which nodes can be in which: breadth-first over both directions, with nothing but numbers.

use super::links::{Links, NOWHERE};

/// Neighbours by node.
#[derive(Clone, Debug)]
struct Neighbours {
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Neighbours {
    fn new(nodes: usize, ends: &[u32], others: &[u32]) -> Neighbours {
        let mut starts = vec![0u32; nodes.saturating_add(2)];
        for end in ends {
            if let Some(count) = starts.get_mut(super::at(*end).saturating_add(2)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0u32;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut list = vec![0u32; ends.len()];
        for (end, other) in ends.iter().zip(others) {
            if let Some(place) = starts.get_mut(super::at(*end).saturating_add(1)) {
                if let Some(slot) = list.get_mut(super::at(*place)) {
                    *slot = *other;
                }
                *place = place.saturating_add(1);
            }
        }
        Neighbours { starts, nodes: list }
    }

    fn of(&self, node: u32) -> &[u32] {
        let at = super::at(node);
        let from = self.starts.get(at).map_or(0, |start| super::at(*start));
        let to = self.starts.get(at.saturating_add(1)).map_or(0, |end| super::at(*end));
        self.nodes.get(from..to).unwrap_or_default()
    }
}

/// A set of nodes.
#[derive(Clone, Debug)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub(super) fn new(nodes: usize) -> Set {
        Set(vec![0; nodes.div_ceil(64)])
    }

    /// Whether it was not in yet.
    pub(super) fn insert(&mut self, node: u32) -> bool {
        let Some(word) = self.0.get_mut(super::at(node >> 6)) else { return false };
        let bit = 1u64.wrapping_shl(node & 63);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn has(&self, node: u32) -> bool {
        self.0.get(super::at(node >> 6)).is_some_and(|word| word & 1u64.wrapping_shl(node & 63) != 0)
    }
}

/// Both directions of a graph.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    nodes: usize,
    parents: Neighbours,
    children: Neighbours,
}

impl Reach {
    pub(super) fn new(links: &Links) -> Reach {
        let nodes = links.nodes.len();
        Reach {
            nodes,
            parents: Neighbours::new(nodes, &links.to, &links.from),
            children: Neighbours::new(nodes, &links.from, &links.to),
        }
    }

    pub(super) fn parents(&self, node: u32) -> &[u32] {
        self.parents.of(node)
    }

    pub(super) fn children(&self, node: u32) -> &[u32] {
        self.children.of(node)
    }

    /// All nodes that may be in the given ones, nearest first, with how many steps away; the given ones are first, at 0.
    pub(super) fn back(&self, from: &[u32]) -> (Vec<u32>, Set) {
        self.walk(&self.parents, from)
    }

    /// All nodes that the given ones may be in, likewise.
    pub(super) fn forward(&self, from: &[u32]) -> (Vec<u32>, Set) {
        self.walk(&self.children, from)
    }

    fn walk(&self, next: &Neighbours, from: &[u32]) -> (Vec<u32>, Set) {
        let mut seen = Set::new(self.nodes);
        let mut found: Vec<u32> = Vec::new();
        for node in from {
            if seen.insert(*node) {
                found.push(*node);
            }
        }
        let mut at = 0usize;
        while let Some(node) = found.get(at).copied() {
            at = at.saturating_add(1);
            // Everything unknown comes from nowhere: nothing follows from having that in common.
            if node == NOWHERE {
                continue;
            }
            for other in next.of(node) {
                if seen.insert(*other) {
                    found.push(*other);
                }
            }
        }
        (found, seen)
    }
}
