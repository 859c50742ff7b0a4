//! Specific embedded emissions of processes that use each other's goods: a linear system, solved exactly (METHODS M-130).
//!
//! Processes are grouped into loops: those that reach each other. Loops are solved one after the other, suppliers first; a
//! loop of one process is a quotient, a larger one is eliminated without fractions, so that numbers stay as short as the
//! determinants of the loop.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use crate::error::Error;
use crate::limits::Limits;
use crate::number::{self, Fraction};
use crate::order::Order;

/// A process as an equation: `level × x = own + Σ quantity × x(supplier)`, for several columns at once.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) level: Fraction,
    pub(crate) own: Vec<Fraction>,
    pub(crate) inputs: Vec<(usize, Fraction)>,
}

/// Why there is no solution; with the processes of the loop.
#[derive(Debug)]
pub(crate) enum Stuck {
    /// Nothing leaves the loop, so that no share of it is fixed.
    Singular(Vec<usize>),
    /// The loop is larger than the limit.
    TooLarge(Vec<usize>),
    /// A number outgrew its bound.
    Number(Error),
}

impl From<Error> for Stuck {
    fn from(error: Error) -> Stuck {
        Stuck::Number(error)
    }
}

/// The columns of each process.
pub(crate) fn solve(nodes: &[Node]) -> Result<Vec<Vec<Fraction>>, Stuck> {
    let mut solved: BTreeMap<usize, Vec<Fraction>> = BTreeMap::new();
    for members in loops(nodes) {
        // A supplier outside of the loop is solved already: its part goes to the known side.
        let known = |index: usize| -> Result<Vec<Fraction>, Error> {
            let Some(node) = nodes.get(index) else { return Ok(Vec::new()) };
            let outside =
                node.inputs.iter().filter_map(|(from, quantity)| Some((solved.get(from)?, quantity)));
            let mut sums = node.own.clone();
            for (columns, quantity) in outside {
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = sum.try_add(&quantity.try_mul(column)?)?;
                }
            }
            Ok(sums)
        };
        let right = members.iter().map(|&index| known(index)).collect::<Result<Vec<_>, Error>>()?;
        let columns = match (members.as_slice(), right.as_slice()) {
            ([alone], [right]) if !feeds_itself(nodes, *alone) => {
                let Some(node) = nodes.get(*alone) else { continue };
                vec![right.iter().map(|sum| sum.try_div(&node.level)).collect::<Result<_, Error>>()?]
            }
            _ => eliminate(nodes, &members, right)?,
        };
        solved.extend(members.into_iter().zip(columns));
    }
    Ok(solved.into_values().collect())
}

fn feeds_itself(nodes: &[Node], index: usize) -> bool {
    nodes.get(index).is_some_and(|node| node.inputs.iter().any(|(from, _)| *from == index))
}

/// Groups of processes that reach each other, suppliers first.
fn loops(nodes: &[Node]) -> Vec<Vec<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..nodes.len()).map(|start| reachable(nodes, start)).collect();
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut placed = BTreeSet::new();
    for (index, mine) in reach.iter().enumerate() {
        if !placed.insert(index) {
            continue;
        }
        let back = |other: &usize| reach.get(*other).is_some_and(|theirs| theirs.contains(&index));
        let mut members: Vec<usize> =
            mine.iter().copied().filter(|other| *other != index && back(other)).collect();
        members.push(index);
        members.order();
        placed.extend(members.iter().copied());
        let below = mine.iter().filter(|other| !members.contains(other)).count();
        groups.push((below, members));
    }
    // Whatever a loop reaches reaches fewer than the loop does itself.
    groups.order_by_key(|(below, members)| (below.saturating_add(members.len()), members.first().copied()));
    groups.into_iter().map(|(_, members)| members).collect()
}

/// Every process whose goods come into a process, over any number of steps.
fn reachable(nodes: &[Node], start: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![start];
    while let Some(index) = waiting.pop() {
        let inputs = nodes.get(index).map(|node| node.inputs.as_slice()).unwrap_or_default();
        waiting.extend(inputs.iter().map(|(from, _)| *from).filter(|from| seen.insert(*from)));
    }
    seen
}

/// Solves a loop by elimination without fractions.
fn eliminate(
    nodes: &[Node],
    members: &[usize],
    right: Vec<Vec<Fraction>>,
) -> Result<Vec<Vec<Fraction>>, Stuck> {
    if members.len() > Limits::default().loop_processes {
        return Err(Stuck::TooLarge(members.to_vec()));
    }
    let mut rows: Vec<Vec<BigInt>> = Vec::new();
    for (&index, right) in members.iter().zip(&right) {
        let Some(node) = nodes.get(index) else { continue };
        let mut row: Vec<Fraction> = Vec::new();
        for &column in members {
            let mut from_here = node.inputs.iter().filter(|(from, _)| *from == column);
            let used = from_here.try_fold(Fraction::zero(), |sum, (_, quantity)| sum.try_add(quantity))?;
            let level = if column == index { node.level.clone() } else { Fraction::zero() };
            row.push(level.try_sub(&used)?);
        }
        row.extend(right.iter().cloned());
        rows.push(Fraction::whole_numbers(&row));
    }
    if !number::eliminate(&mut rows, members.len()) {
        return Err(Stuck::Singular(members.to_vec()));
    }
    let solution = |(index, row): (usize, &Vec<BigInt>)| -> Result<Vec<Fraction>, Error> {
        let own = row.get(index).cloned().unwrap_or(BigInt::ZERO);
        let columns = row.iter().skip(members.len());
        columns.map(|value| Fraction::new(value.clone(), own.clone())).collect()
    };
    Ok(rows.iter().enumerate().map(solution).collect::<Result<Vec<_>, Error>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(value: i64) -> Fraction {
        Fraction::whole(value)
    }

    fn node(level: i64, own: i64, inputs: &[(usize, i64)]) -> Node {
        let inputs = inputs.iter().map(|(from, quantity)| (*from, whole(*quantity))).collect();
        Node { level: whole(level), own: vec![whole(own)], inputs }
    }

    #[test]
    fn two_processes_that_feed_each_other() {
        // Communication template, sheet InputOutput: melt and mill.
        let nodes = [node(1_000_000, 150_000, &[(1, 20_000)]), node(900_000, 63_000, &[(0, 950_000)])];
        let solved = solve(&nodes).unwrap();
        assert_eq!(solved[0][0].rounded(12, crate::number::Ties::HalfEven), "0.154665153235");
        assert_eq!(solved[1][0].rounded(12, crate::number::Ties::HalfEven), "0.233257661748");
    }

    #[test]
    fn a_loop_that_nothing_leaves_has_no_solution() {
        let nodes = [node(100, 5, &[(1, 100)]), node(100, 5, &[(0, 100)]), node(10, 1, &[])];
        assert!(matches!(solve(&nodes), Err(Stuck::Singular(members)) if members == [0, 1]));
        let many: Vec<Node> = (0..100).map(|at| node(2, 1, &[((at + 1) % 100, 1)])).collect();
        assert!(matches!(solve(&many), Err(Stuck::TooLarge(members)) if members.len() == 100));
    }

    #[test]
    fn a_long_chain_is_no_loop() {
        let nodes: Vec<Node> = (0..200)
            .map(|at| node(1, 1, if at == 0 { vec![] } else { vec![(at - 1, 1)] }.as_slice()))
            .collect();
        assert_eq!(solve(&nodes).unwrap()[199][0], whole(200));
    }

    /// Processes with random flows; of each output at least a part leaves for the market.
    fn plant() -> impl Strategy<Value = Vec<Node>> {
        (2_usize..7).prop_flat_map(|size| {
            proptest::collection::vec((1_i64..1000, proptest::collection::vec(0_i64..50, size)), size)
                .prop_map(move |rows| {
                    (0..size)
                        .map(|at| {
                            // What process `at` gives to others, plus what it sells.
                            let given: i64 = rows.iter().map(|(_, from)| from[at]).sum();
                            let inputs = (0..size).filter(|from| rows[at].1[*from] > 0);
                            let inputs: Vec<(usize, i64)> =
                                inputs.map(|from| (from, rows[at].1[from])).collect();
                            node(given + rows[at].0, rows[at].0 * 7 % 101, &inputs)
                        })
                        .collect()
                })
        })
    }

    proptest! {
        #[test]
        fn the_solution_solves_the_equations_and_is_not_negative(nodes in plant()) {
            let solved = solve(&nodes).unwrap();
            for (node, columns) in nodes.iter().zip(&solved) {
                let mut right = node.own[0].clone();
                for (from, quantity) in &node.inputs {
                    right = right.try_add(&quantity.try_mul(&solved[*from][0]).unwrap()).unwrap();
                }
                prop_assert_eq!(node.level.try_mul(&columns[0]).unwrap(), right);
                prop_assert!(!columns[0].is_negative());
            }
        }

        #[test]
        fn iterating_comes_close_to_the_solution(nodes in plant()) {
            // Counts of 10^-18, always rounded down: the limit is approached from below.
            let whole = |value: &Fraction| value.to_string().parse::<i128>().unwrap();
            let mut guess = vec![0_i128; nodes.len()];
            for _ in 0..20_000 {
                let next = |node: &Node| {
                    let fed: i128 = node.inputs.iter().map(|(from, quantity)| whole(quantity) * guess[*from]).sum();
                    (whole(&node.own[0]) * 10_i128.pow(18) + fed) / whole(&node.level)
                };
                let next: Vec<i128> = nodes.iter().map(next).collect();
                if next == guess {
                    break;
                }
                guess = next;
            }
            let solved = solve(&nodes).unwrap();
            for (near, exact) in guess.into_iter().zip(&solved) {
                let near = Fraction::new(near.into(), 10_i128.pow(18).into()).unwrap();
                let gap = exact[0].try_sub(&near).unwrap();
                prop_assert!(!gap.is_negative() && gap < Fraction::new(1.into(), 1_000_000.into()).unwrap());
            }
        }

        #[test]
        fn the_order_of_processes_does_not_matter(nodes in plant(), turn in 0_usize..6) {
            let size = nodes.len();
            let place = |at: usize| (at + turn) % size;
            let mut turned = nodes.clone();
            for (at, node) in nodes.iter().enumerate() {
                turned[place(at)] = Node {
                    inputs: node.inputs.iter().map(|(from, quantity)| (place(*from), quantity.clone())).collect(),
                    ..node.clone()
                };
            }
            let (one, other) = (solve(&nodes).unwrap(), solve(&turned).unwrap());
            for at in 0..size {
                prop_assert_eq!(&one[at], &other[place(at)]);
            }
        }
    }
}
