//! The order in which processes can be evaluated: suppliers first, processes of a loop together.

use core::hint::black_box;
use core::ops::Range;

use super::at;

/// Flows by consumer, each with its supplier; and processes in the order of evaluation.
///
/// Everything that follows from who supplies whom and nothing else: it is worked out once for all amounts, gases, months and
/// scenarios.
#[derive(Debug)]
pub(super) struct Topology {
    /// The process at each place of the order.
    pub(super) order: Vec<u32>,
    /// The place of each process.
    pub(super) places: Vec<u32>,
    /// Where the flows of the process at each place start; one more than there are processes.
    pub(super) starts: Vec<u32>,
    /// The place of each flow's supplier.
    pub(super) suppliers: Vec<u32>,
    /// The number of each flow, as it was given.
    pub(super) flows: Vec<u32>,
    /// Places of processes that supply each other, or themselves.
    pub(super) loops: Vec<Range<usize>>,
}

impl Topology {
    /// Groups flows by consumer and orders the processes.
    pub(super) fn new(processes: usize, consumers: &[u32], suppliers: &[u32]) -> Topology {
        let (starts, edges) = by_consumer(processes, consumers, suppliers);
        let (order, loops) = order(&starts, &edges);
        let mut places = vec![0_u32; processes];
        for (place, &process) in (0_u32..).zip(&order) {
            if let Some(slot) = places.get_mut(at(process)) {
                *slot = place;
            }
        }
        let mut made = Topology {
            starts: Vec::with_capacity(starts.len()),
            suppliers: Vec::with_capacity(edges.len()),
            flows: Vec::with_capacity(edges.len()),
            places,
            loops,
            order,
        };
        made.starts.push(0);
        let rows: Vec<Range<usize>> = made.order.iter().map(|process| range(&starts, at(*process))).collect();
        for (row, ahead) in rows.iter().zip(ahead(&rows)) {
            // Rows lie all over the memory: a later one is fetched while this one is copied.
            black_box(edges.get(ahead.start).copied());
            let edges = edges.get(row.clone()).unwrap_or_default();
            let place = |edge: &(u32, u32)| made.places.get(at(edge.0)).copied().unwrap_or(0);
            made.suppliers.extend(edges.iter().map(place));
            made.flows.extend(edges.iter().map(|(_, flow)| *flow));
            made.starts.push(u32::try_from(made.flows.len()).unwrap_or(u32::MAX));
        }
        made
    }

    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The flows of the process at a place.
    #[inline]
    pub(super) fn row(&self, place: usize) -> Range<usize> {
        range(&self.starts, place)
    }

    /// Stretches of places: a process alone, or a loop.
    pub(super) fn groups(&self) -> impl Iterator<Item = Group> + '_ {
        let mut from = 0;
        let ends = self.loops.iter().map(|around| (around.start, Some(around.clone())));
        ends.chain([(self.len(), None)]).flat_map(move |(until, around)| {
            let alone = !(from..until).is_empty();
            let before = alone.then_some(Group::Alone(from..until));
            from = around.as_ref().map_or(until, |around| around.end);
            [before, around.map(Group::Loop)].into_iter().flatten()
        })
    }
}

/// A stretch of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// Processes one after the other, none of which is in a loop.
    Alone(Range<usize>),
    /// Processes that supply each other.
    Loop(Range<usize>),
}

/// For each row the one that is some rows further on.
fn ahead(rows: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    rows.iter().skip(AHEAD).cloned().chain(core::iter::repeat(0..0))
}

/// How many rows ahead memory is asked for.
const AHEAD: usize = 12;

#[inline]
fn range(starts: &[u32], row: usize) -> Range<usize> {
    match starts.get(row..row.saturating_add(2)) {
        Some(&[start, end]) => at(start)..at(end),
        _ => 0..0,
    }
}

/// Where each consumer's flows start, and supplier and number of each flow.
fn by_consumer(processes: usize, consumers: &[u32], suppliers: &[u32]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut starts = vec![0_u32; processes.saturating_add(1)];
    for &consumer in consumers {
        if let Some(count) = starts.get_mut(at(consumer)) {
            *count = count.wrapping_add(1);
        }
    }
    let mut sum = 0_u32;
    for start in &mut starts {
        sum = sum.wrapping_add(*start);
        *start = sum;
    }
    // From the back, so that each start comes to where it belongs.
    let mut edges = vec![(0, 0); consumers.len()];
    for ((&consumer, &supplier), flow) in consumers
        .iter()
        .zip(suppliers)
        .rev()
        .zip((0..u32::try_from(consumers.len()).unwrap_or(u32::MAX)).rev())
    {
        if let Some(start) = starts.get_mut(at(consumer)) {
            *start = start.wrapping_sub(1);
            if let Some(edge) = edges.get_mut(at(*start)) {
                *edge = (supplier, flow);
            }
        }
    }
    (starts, edges)
}

/// A process on the way down.
#[derive(Clone, Copy, Debug)]
struct Frame {
    process: u32,
    next: u32,
    end: u32,
    /// Whether nothing seen so far leads to a process that was entered before it.
    root: bool,
}

/// What is known of a process while they are ordered.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Where its flows start.
    start: u32,
    /// 0 = not seen; [`DONE`] = in the order; else the lowest number that it was found to reach.
    low: u32,
}

const DONE: u32 = u32::MAX;

/// Strongly connected components, suppliers first.
///
/// # Method
/// D. J. Pearce, *A space-efficient algorithm for finding strongly connected components* (Information Processing Letters
/// 116, 2016), with the way down held in a list. Members of a loop come out in the order in which they were left, so that
/// most of a loop's flows point backwards.
fn order(starts: &[u32], edges: &[(u32, u32)]) -> (Vec<u32>, Vec<Range<usize>>) {
    let mut marks: Vec<Mark> = starts.iter().map(|&start| Mark { start, low: 0 }).collect();
    let processes = marks.len().saturating_sub(1);
    let mut order = Vec::with_capacity(processes);
    let (mut loops, mut way, mut open) = (Vec::new(), Vec::<Frame>::new(), Vec::<u32>::new());
    let mut index = 0_u32;
    for start in 0..u32::try_from(processes).unwrap_or(u32::MAX) {
        enter(start, &mut marks, edges, &mut order, &mut way, &mut index);
        while let Some(frame) = way.last_mut() {
            let mut below = None;
            let mut low = low_of(&marks, frame.process);
            while frame.next < frame.end {
                let Some(&(supplier, _)) = edges.get(at(frame.next)) else { break };
                let reached = low_of(&marks, supplier);
                if reached == 0 {
                    below = Some(supplier);
                    break;
                }
                if reached < low {
                    low = reached;
                    frame.root = false;
                }
                frame.next = frame.next.wrapping_add(1);
            }
            let left = *frame;
            if let Some(mark) = marks.get_mut(at(left.process)) {
                mark.low = low;
            }
            if let Some(supplier) = below {
                enter(supplier, &mut marks, edges, &mut order, &mut way, &mut index);
                continue;
            }
            way.pop();
            if !left.root {
                open.push(left.process);
                continue;
            }
            let members = open.iter().rev().take_while(|&&member| low_of(&marks, member) >= low).count();
            let first = order.len();
            order.extend(open.drain(open.len().saturating_sub(members)..));
            order.push(left.process);
            for &member in order.get(first..).unwrap_or_default() {
                if let Some(mark) = marks.get_mut(at(member)) {
                    mark.low = DONE;
                }
            }
            let flows = edges.get(range(starts, at(left.process))).unwrap_or_default();
            if members > 0 || flows.iter().any(|(supplier, _)| *supplier == left.process) {
                loops.push(first..order.len());
            }
        }
    }
    (order, loops)
}

fn low_of(marks: &[Mark], process: u32) -> u32 {
    marks.get(at(process)).map_or(DONE, |mark| mark.low)
}

/// Goes down into a process that was not seen before; one whose suppliers are all in the order joins it at once.
fn enter(
    process: u32,
    marks: &mut [Mark],
    edges: &[(u32, u32)],
    order: &mut Vec<u32>,
    way: &mut Vec<Frame>,
    index: &mut u32,
) {
    let Some(&[Mark { start, low: 0 }, Mark { start: end, .. }]) =
        marks.get(at(process)..at(process).saturating_add(2))
    else {
        return;
    };
    // Looks at all suppliers at once, and at the first of theirs: memory is fetched for one while the others are waited for.
    let flows = edges.get(at(start)..at(end)).unwrap_or_default();
    let (mut lowest, mut ahead) = (DONE, 0);
    for (supplier, _) in flows {
        let Some(mark) = marks.get(at(*supplier)) else { continue };
        lowest = lowest.min(mark.low);
        if mark.low == 0 {
            ahead ^= edges.get(at(mark.start)).map_or(0, |(supplier, _)| *supplier);
        }
    }
    black_box(ahead);
    let Some(mark) = marks.get_mut(at(process)) else { return };
    if lowest == DONE {
        mark.low = DONE;
        order.push(process);
        return;
    }
    *index = index.wrapping_add(1);
    mark.low = *index;
    way.push(Frame { process, next: start, end, root: true });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn topology(processes: usize, flows: &[(u32, u32)]) -> Topology {
        let (consumers, suppliers): (Vec<u32>, Vec<u32>) = flows.iter().copied().unzip();
        Topology::new(processes, &consumers, &suppliers)
    }

    /// Which process reaches which, over any number of steps.
    fn reach(processes: usize, flows: &[(u32, u32)]) -> Vec<Vec<bool>> {
        let mut reach = vec![vec![false; processes]; processes];
        flows.iter().for_each(|(from, to)| reach[at(*from)][at(*to)] = true);
        for middle in 0..processes {
            for from in 0..processes {
                for to in 0..processes {
                    reach[from][to] |= reach[from][middle] && reach[middle][to];
                }
            }
        }
        reach
    }

    proptest! {
        #[test]
        fn suppliers_come_first_and_loops_stand_together(
            flows in proptest::collection::vec((0_u32..9, 0_u32..9), 0..24)
        ) {
            let made = topology(9, &flows);
            let mut sorted = made.order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..9).collect::<Vec<_>>());
            let reach = reach(9, &flows);
            let mut covered = 0;
            for group in made.groups() {
                let (places, around) = match group {
                    Group::Alone(places) => (places, false),
                    Group::Loop(places) => (places, true),
                };
                prop_assert_eq!(places.start, covered);
                covered = places.end;
                for place in places.clone() {
                    let process = at(made.order[place]);
                    prop_assert_eq!(reach[process][process], around);
                    for slot in made.row(place) {
                        let supplier = at(made.suppliers[slot]);
                        prop_assert!(supplier < place || (around && places.contains(&supplier)));
                        prop_assert_eq!(flows[at(made.flows[slot])], (made.order[place], made.order[supplier]));
                    }
                    let mates = (0..9).filter(|&to| reach[process][to] && reach[to][process]).count();
                    prop_assert_eq!(mates, if around { places.len() } else { 0 });
                }
            }
            prop_assert_eq!(covered, 9);
            prop_assert_eq!(made.flows.len(), flows.len());
        }
    }

    #[test]
    fn a_chain_of_a_million_is_no_recursion() {
        let flows: Vec<(u32, u32)> = (1..1_000_000).map(|at| (at - 1, at)).collect();
        let made = topology(1_000_000, &flows);
        assert_eq!((made.order[0], made.order[999_999]), (999_999, 0));
        assert!(made.loops.is_empty());
    }
}
