//! The end of the books: what runs took in and gave, and what does not fit together.

use super::book::Book;
use super::choices::Policy;
use super::content::overflow;
use super::links::{NOWHERE, NodeKind, Way};
use crate::error::{Code, Error, Severity};

/// What a run took in and gave.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    taken: i128,
    given: i128,
    inputs: u64,
    outputs: u64,
    open_inputs: bool,
    foreign: bool,
    open_outputs: bool,
}

impl Book {
    pub(super) fn close(&mut self) -> Result<(), Error> {
        for pool in 0..self.pools.len() {
            let pool = self.pools.get(pool).filter(|pool| pool.policy == Policy::PeriodAverage);
            if let Some(layer) = pool.and_then(|pool| pool.layers.last().copied())
                && let Some(record) = self.layers.get(super::at(layer)).map(|layer| layer.made_by)
            {
                self.close_period(layer, record);
            }
        }
        self.close_boxes();
        self.mark_foreign();
        let sums = self.sums()?;
        for (number, sums) in (0u32..).zip(sums) {
            self.close_run(number, &sums)?;
        }
        self.gaps.sort_unstable();
        Ok(())
    }

    /// Outputs that are counted in another way than the inputs.
    fn mark_foreign(&mut self) {
        let links = &mut self.links;
        for ((from, way), record) in links.from.iter().zip(&mut links.way).zip(&links.record) {
            let node = links.nodes.get(super::at(*from)).filter(|node| node.kind == NodeKind::Run);
            let run = node.and_then(|node| self.runs.get(super::at(node.key)));
            let record = self.movements.records.get(super::at(*record));
            let differs =
                |run: &super::book::Run| record.map_or(run.base.is_some(), |record| run.differs(record));
            if *way == Way::Exact && run.is_some_and(differs) {
                *way = Way::Foreign;
            }
        }
    }

    fn sums(&self) -> Result<Vec<Sums>, Error> {
        let mut sums = vec![Sums::default(); self.runs.len()];
        for edge in self.links.edges() {
            if let Some(to) =
                self.links.nodes.get(super::at(edge.to)).filter(|node| node.kind == NodeKind::Run)
                && let Some(run) = sums.get_mut(super::at(to.key))
            {
                run.inputs = run.inputs.saturating_add(1);
                match edge.way {
                    Way::Exact => run.taken = run.taken.checked_add(edge.amount).ok_or_else(overflow)?,
                    Way::Unknown => run.open_inputs = true,
                    Way::Foreign => (run.open_inputs, run.foreign) = (true, true),
                    Way::Possible => {}
                }
            }
            let from = self.links.nodes.get(super::at(edge.from)).filter(|node| node.kind == NodeKind::Run);
            if let Some(run) = from.and_then(|from| sums.get_mut(super::at(from.key))) {
                run.outputs = run.outputs.saturating_add(1);
                match edge.way {
                    Way::Exact => run.given = run.given.checked_add(edge.amount).ok_or_else(overflow)?,
                    Way::Unknown => run.open_outputs = true,
                    Way::Foreign => (run.open_outputs, run.foreign) = (true, true),
                    Way::Possible => {}
                }
            }
        }
        Ok(sums)
    }

    fn close_run(&mut self, number: u32, sums: &Sums) -> Result<(), Error> {
        let Some(run) = self.runs.get(super::at(number)).copied() else { return Ok(()) };
        let record = self.links.nodes.get(super::at(run.node)).map_or(super::links::NONE, |node| node.record);
        let given = sums.given.checked_add(run.lost).ok_or_else(overflow)?;
        let excess = given.saturating_sub(sums.taken);
        if sums.foreign {
            self.tell(Code::UnitWeightMissing, Severity::Warning, record, run.node, 0);
        }
        if let (Some(input), Some(output)) = (run.first_input, run.first_output)
            && output < input
        {
            self.tell(Code::OutputBeforeInput, Severity::Warning, record, run.node, 0);
        }
        let mut missing = 0;
        let mut open = false;
        if sums.inputs == 0 {
            self.tell(Code::MissingParent, Severity::Error, record, run.node, given);
            missing = given;
        } else if sums.outputs == 0 {
            self.tell(Code::RunWithoutOutput, Severity::Info, record, run.node, sums.taken);
        } else if sums.open_inputs {
            open = sums.open_outputs || excess < 0;
            missing = if open { 0 } else { excess };
        } else if excess > 0 {
            self.tell(Code::OutputAboveInput, Severity::Error, record, run.node, excess);
            missing = excess;
        } else if excess < 0 && run.lost > 0 && !sums.open_outputs {
            self.tell(Code::Unbalanced, Severity::Warning, record, run.node, excess.saturating_neg());
        }
        if missing > 0 {
            self.links.edge(NOWHERE, run.node, Way::Exact, missing, record);
        }
        if let Some(run) = self.runs.get_mut(super::at(number)) {
            (run.missing, run.open, run.open_outputs) = (missing, open, sums.open_outputs);
        }
        Ok(())
    }
}
