//! Which nodes go in circles: strongly connected components (R. Tarjan, *Depth-first search and linear graph algorithms*,
//! SIAM Journal on Computing 1, 1972), without recursion.

use super::links::{ByEnd, Links, Way};
use super::reach::Set;

/// Components of more than one node, or with an edge to itself, such that what flows into one comes before it.
pub(super) fn circles(links: &Links, inputs: &ByEnd, done: &Set) -> Vec<Vec<u32>> {
    let nodes = links.nodes.len();
    let count = u32::try_from(nodes).unwrap_or(u32::MAX);
    let (mut index, mut low) = (vec![0u32; nodes], vec![0u32; nodes]);
    let (mut stack, mut on_stack) = (Vec::new(), vec![false; nodes]);
    let (mut next, mut circles) = (1u32, Vec::new());
    // A node, and how many of its inputs were looked at.
    let mut path: Vec<(u32, usize)> = Vec::new();
    for start in (0..count).filter(|node| !done.has(*node)) {
        if get(&index, start) != 0 {
            continue;
        }
        path.push((start, 0));
        while let Some((node, looked)) = path.last().copied() {
            if looked == 0 && get(&index, node) == 0 {
                set(&mut index, node, next);
                set(&mut low, node, next);
                next = next.saturating_add(1);
                stack.push(node);
                set(&mut on_stack, node, true);
            }
            if let Some(edge) = inputs.of(node).get(looked).copied() {
                if let Some(top) = path.last_mut() {
                    top.1 = looked.saturating_add(1);
                }
                let edge = links.get(edge).filter(|edge| edge.way != Way::Possible && !done.has(edge.from));
                let Some(edge) = edge else { continue };
                if get(&index, edge.from) == 0 {
                    path.push((edge.from, 0));
                } else if get(&on_stack, edge.from) {
                    let lowest = get(&low, node).min(get(&index, edge.from));
                    set(&mut low, node, lowest);
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                let lowest = get(&low, *above).min(get(&low, node));
                set(&mut low, *above, lowest);
            }
            if get(&low, node) == get(&index, node) {
                let mut circle = Vec::new();
                while let Some(member) = stack.pop() {
                    set(&mut on_stack, member, false);
                    circle.push(member);
                    if member == node {
                        break;
                    }
                }
                let itself = || {
                    let edges = inputs.of(node).iter().filter_map(|edge| links.get(*edge));
                    edges.filter(|edge| edge.way != Way::Possible).any(|edge| edge.from == node)
                };
                if circle.len() > 1 || itself() {
                    circle.sort_unstable();
                    circles.push(circle);
                }
            }
        }
    }
    circles
}

fn get<T: Copy + Default>(list: &[T], node: u32) -> T {
    list.get(super::at(node)).copied().unwrap_or_default()
}

fn set<T>(list: &mut [T], node: u32, value: T) {
    if let Some(slot) = list.get_mut(super::at(node)) {
        *slot = value;
    }
}
