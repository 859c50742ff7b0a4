//! A graph made ready: order, amounts and error bounds, to be evaluated for one gas, month or scenario after the other.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bounds::{Bounds, Refusal, Way, bounds};
use super::graph::Graph;
use super::names::Names;
use super::order::Topology;
use super::rows::Rows;
use super::weights::{Sizes, Weights};
use super::{Fault, PLACES, at, decimal};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Amount;

/// Choices that change figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choices {
    /// Whether amounts and own emissions below zero are meant: credits.
    pub credits: bool,
    /// Whether flows that stand twice between the same two processes are added; else they are faults.
    pub add_repeated: bool,
}

impl Choices {
    /// The same choices, with or without credits.
    #[must_use]
    pub fn with_credits(mut self, credits: bool) -> Choices {
        self.credits = credits;
        self
    }

    /// The same choices, with repeated flows added or refused.
    #[must_use]
    pub fn with_add_repeated(mut self, add: bool) -> Choices {
        self.add_repeated = add;
        self
    }
}

/// A graph with the order of its evaluation and the bound of each figure.
///
/// A process takes 28 bytes and its identifier, a flow 16 bytes (24 if amounts need more than 64 bits); the topology is
/// shared by plans that differ in amounts.
///
/// # Method
/// M-160, M-161.
///
/// # Example
/// ```
/// use emitrace::number::Amount;
/// use emitrace::supply::{Choices, Graph, Plan};
///
/// let number = Amount::parse;
/// let mut graph = Graph::new();
/// let (melt, mill) = (graph.add_process("melt")?, graph.add_process("mill")?);
/// graph.add_flow(mill, melt, number("1.05")?)?;
/// graph.add_flow(melt, mill, number("0.02")?)?; // scrap goes back
/// let plan = Plan::new(graph, Choices::default())?;
/// assert!(plan.faults().is_empty());
///
/// let co2 = plan.evaluate(&[number("150")?, number("63")?]);
/// assert_eq!(co2.figure(mill).as_deref(), Some("225.229826353421859039"));
/// assert_eq!(plan.bound(mill).as_deref(), Some("0.000000000000000002095"));
/// // Another month needs no new plan.
/// let july = plan.evaluate(&[number("149")?, number("63")?]);
/// assert!(july.figure(mill) < co2.figure(mill));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) names: Arc<Names>,
    pub(super) topology: Arc<Topology>,
    pub(super) weights: Weights,
    pub(super) bounds: Arc<Bounds>,
    pub(super) choices: Choices,
    limits: Arc<Limits>,
    /// Places without a figure, whatever the column.
    pub(super) spoilt: Arc<Vec<usize>>,
    /// Processes whose rows could not be read.
    unread: Arc<Vec<u32>>,
    faults: Vec<Fault>,
}

impl Plan {
    /// Orders the processes, finds loops, and works out how exact each figure will be.
    ///
    /// What is wrong with single flows and loops is told by [`faults`](Plan::faults); processes that it touches get no figure.
    ///
    /// # Errors
    /// `PRECISION_EXCEEDED` if the amounts need more digits together than can be summed exactly.
    pub fn new(graph: Graph, choices: Choices) -> Result<Plan, Error> {
        let Graph { ref consumers, ref suppliers, .. } = graph;
        let topology = Topology::new(graph.processes(), consumers, suppliers);
        let limits = Arc::new(graph.limits().clone());
        let (names, unread) = (Arc::new(graph.names), Arc::new(graph.spoilt));
        Plan::with(names, Arc::new(topology), unread, &graph.amounts, (choices, limits))
    }

    /// The same processes and flows with other amounts, given by the numbers of the flows.
    ///
    /// # Errors
    /// `BAD_REQUEST` for another count of amounts than of flows, and as [`Plan::new`].
    pub fn with_amounts(&self, amounts: &[Amount]) -> Result<Plan, Error> {
        if amounts.len() != self.flows() {
            let message = format!("{} amounts for {} flows", amounts.len(), self.flows());
            return Err(Error::new(Code::BadRequest, message).with_help("give one amount for each flow"));
        }
        let (names, topology, unread) = (self.names.clone(), self.topology.clone(), self.unread.clone());
        Plan::with(names, topology, unread, amounts, (self.choices, self.limits.clone()))
    }

    fn with(
        names: Arc<Names>,
        topology: Arc<Topology>,
        unread: Arc<Vec<u32>>,
        amounts: &[Amount],
        (choices, limits): (Choices, Arc<Limits>),
    ) -> Result<Plan, Error> {
        let weights = Weights::new(&topology, amounts)?;
        let mut plan = Plan {
            bounds: Arc::default(),
            spoilt: Arc::default(),
            faults: Vec::new(),
            names,
            topology,
            weights,
            choices,
            limits,
            unread,
        };
        plan.bounds = Arc::new(match &plan.weights.sizes {
            Sizes::Narrow(weights) => bounds(&plan.rows(weights), &plan.limits),
            Sizes::Wide(weights) => bounds(&plan.rows(weights), &plan.limits),
        });
        plan.look();
        Ok(plan)
    }

    pub(super) fn rows<'a, W>(&'a self, weights: &'a [W]) -> Rows<'a, W> {
        Rows { topology: &self.topology, weights, credits: &self.weights.credits, scale: self.weights.scale }
    }

    /// Looks for faults of flows and loops.
    fn look(&mut self) {
        let topology = &*self.topology;
        let mut spoilt: Vec<usize> = self
            .unread
            .iter()
            .filter_map(|process| topology.places.get(at(*process)).map(|place| at(*place)))
            .collect();
        let flow = |slot: usize| topology.flows.get(slot).copied().unwrap_or(0);
        let mut sorted = Vec::new();
        for place in 0..topology.len() {
            let row = topology.row(place);
            let suppliers = topology.suppliers.get(row.clone()).unwrap_or_default();
            if !self.choices.add_repeated && some_twice(suppliers, &mut sorted) {
                let mut ends: Vec<(u32, u32)> =
                    row.clone().zip(suppliers).map(|(slot, supplier)| (*supplier, flow(slot))).collect();
                ends.sort_unstable();
                for (&(supplier, first), &(next, flow)) in ends.iter().zip(ends.iter().skip(1)) {
                    if supplier == next {
                        self.faults.push(Fault::Repeated { flow, first });
                    }
                }
                spoilt.push(place);
            }
            for (slot, supplier) in row.zip(suppliers) {
                if at(*supplier) == place {
                    self.faults.push(Fault::ToItself { flow: flow(slot) });
                }
                if !self.choices.credits && self.weights.credits.get(slot) == Some(&true) {
                    self.faults.push(Fault::NegativeAmount { flow: flow(slot) });
                    spoilt.push(place);
                }
            }
        }
        for (around, way) in topology.loops.iter().zip(&self.bounds.ways) {
            if let Way::None(refusal) = way {
                self.faults.push(self.closed(around, *refusal));
                spoilt.extend(around.clone());
            }
        }
        for &place in &self.bounds.too_large {
            let process = topology.order.get(place).copied().unwrap_or(0);
            self.faults.push(Fault::TooLarge { process });
            spoilt.push(place);
        }
        spoilt.sort_unstable();
        spoilt.dedup();
        self.spoilt = Arc::new(spoilt);
        self.faults.sort_unstable();
    }

    fn closed(&self, around: &Range<usize>, refusal: Refusal) -> Fault {
        let mut processes: Vec<u32> = self.topology.order.get(around.clone()).unwrap_or_default().to_vec();
        processes.sort_unstable();
        let slots = around.clone().flat_map(|place| self.topology.row(place));
        let inside = |slot: &usize| {
            self.topology.suppliers.get(*slot).is_some_and(|supplier| around.contains(&at(*supplier)))
        };
        let mut flows: Vec<u32> =
            slots.filter(inside).filter_map(|slot| self.topology.flows.get(slot).copied()).collect();
        flows.sort_unstable();
        match refusal {
            Refusal::KeepsAll => Fault::LoopWithoutOutput { processes, flows },
            Refusal::TooSlow => Fault::LoopNotSettled { processes, flows },
            Refusal::Credits => Fault::LoopOfCredits { processes, flows },
        }
    }

    /// What is wrong with flows and loops, by kind and number.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many processes there are.
    pub fn processes(&self) -> usize {
        self.topology.len()
    }

    /// How many flows there are.
    pub fn flows(&self) -> usize {
        self.topology.flows.len()
    }

    /// How many loops there are, and how many processes are in the largest.
    pub fn loops(&self) -> (usize, usize) {
        let largest = self.topology.loops.iter().map(ExactSizeIterator::len).max();
        (self.topology.loops.len(), largest.unwrap_or(0))
    }

    /// The number of a process.
    pub fn process(&self, id: &str) -> Option<u32> {
        self.names.number(id)
    }

    /// The identifier of a process; empty if there is none of this number.
    pub fn id(&self, process: u32) -> &str {
        self.names.text(process)
    }

    /// Consumer and supplier of some flows, by their numbers.
    pub(super) fn ends(&self, flows: &BTreeSet<u32>) -> BTreeMap<u32, (u32, u32)> {
        let mut ends = BTreeMap::new();
        let Topology { order, suppliers, .. } = &*self.topology;
        let process = |place: usize| order.get(place).copied().unwrap_or(0);
        for place in (0..order.len()).filter(|_| !flows.is_empty()) {
            for slot in self.topology.row(place) {
                let (Some(flow), Some(supplier)) = (self.topology.flows.get(slot), suppliers.get(slot))
                else {
                    break;
                };
                if flows.contains(flow) {
                    ends.insert(*flow, (process(place), process(at(*supplier))));
                }
            }
        }
        ends
    }

    /// How far the figure of a process can be from the exact one, in the unit of the figures: the exact one is not below the
    /// figure and at most this above it; with credits it can be on either side. `None` if there is no such process, or no
    /// figure.
    pub fn bound(&self, process: u32) -> Option<String> {
        let place = at(*self.topology.places.get(at(process))?);
        let figure = self.spoilt.binary_search(&place).is_err();
        let bound = self.bounds.counts.get(place).filter(|_| figure)?;
        Some(decimal(i128::try_from(*bound).ok()?, PLACES.saturating_add(3)))
    }

    /// The largest bound of all processes that can have a figure.
    pub fn largest_bound(&self) -> String {
        let largest = self.bounds.counts.iter().copied().max().unwrap_or(0);
        decimal(i128::try_from(largest).unwrap_or(i128::MAX), PLACES.saturating_add(3))
    }
}

/// Whether a supplier stands twice in a row.
fn some_twice(suppliers: &[u32], sorted: &mut Vec<u32>) -> bool {
    const SHORT: usize = 12;
    if suppliers.len() <= SHORT {
        let mut rest = suppliers.iter();
        return core::iter::from_fn(|| rest.next().map(|one| rest.as_slice().contains(one)))
            .any(|twice| twice);
    }
    sorted.clear();
    sorted.extend(suppliers);
    sorted.sort_unstable();
    sorted.iter().zip(sorted.iter().skip(1)).any(|(one, next)| one == next)
}
