//! Networks of processes, planned once and evaluated as often as one likes.

use emitrace::limits::Limits;
use emitrace::number::Amount;
use emitrace::supply::{Network, Table as Rows};
use emitrace::wire::v1::{self, read_json};
use pyo3::prelude::*;

use crate::convert::Exact;
use crate::error::Failure;
use crate::source::Ledger;
use crate::table::Table;
use crate::{guarded, tables};

/// A planned network.
#[pyclass(frozen, module = "emitrace._native")]
pub(crate) struct SupplyPlan {
    network: Network,
}

#[pymethods]
impl SupplyPlan {
    /// Reads and plans.
    #[new]
    #[pyo3(signature = (processes, flows, options_json, reading_json, /))]
    fn new(
        py: Python<'_>,
        processes: Ledger,
        flows: Ledger,
        options_json: &str,
        reading_json: &str,
    ) -> PyResult<SupplyPlan> {
        let failure = Failure::default();
        let done = guarded(py, || {
            let request = v1::SupplyRequest {
                options: read_json(options_json)?,
                reading: read_json(reading_json)?,
                ..v1::SupplyRequest::default()
            };
            let processes = Rows::Stream(Box::new(processes.open(&failure)?));
            let flows = Rows::Stream(Box::new(flows.open(&failure)?));
            Ok(SupplyPlan { network: Network::read(processes, flows, &request, &Limits::default())? })
        });
        failure.or(done)
    }

    /// Identifiers of the processes by their numbers.
    fn ids(&self) -> Vec<&str> {
        let plan = self.network.plan();
        (0..count(plan.processes())).map(|process| plan.id(process)).collect()
    }

    /// The number of a process.
    #[pyo3(signature = (id, /))]
    fn process(&self, id: &str) -> Option<u32> {
        self.network.plan().process(id)
    }

    /// Names of the columns of own emissions.
    #[getter]
    fn own(&self) -> Vec<&str> {
        self.network.own().iter().map(|column| &*column.name).collect()
    }

    /// Processes, flows, loops, processes in the largest loop.
    #[getter]
    fn size(&self) -> (usize, usize, usize, usize) {
        let plan = self.network.plan();
        let (loops, largest) = plan.loops();
        (plan.processes(), plan.flows(), loops, largest)
    }

    /// The largest bound of all figures.
    #[getter]
    fn largest_bound(&self) -> String {
        self.network.plan().largest_bound()
    }

    /// The bound of a process, if it has one.
    #[pyo3(signature = (process, /))]
    fn bound(&self, process: u32) -> Option<String> {
        self.network.plan().bound(process)
    }

    /// What was found in `processes` (0) or `flows` (1).
    #[pyo3(signature = (table, /))]
    fn findings(&self, py: Python<'_>, table: usize) -> PyResult<Table> {
        guarded(py, || {
            let tables = self.network.tables();
            tables::findings(tables.get(table).map_or(&[], |table| &*table.findings))
        })
    }

    /// Evaluates own emissions by the numbers of the processes: figures, and what is wrong with them.
    #[pyo3(signature = (own, /))]
    #[expect(clippy::needless_pass_by_value, reason = "the list is made for the call")]
    fn evaluate(&self, py: Python<'_>, own: Vec<Exact>) -> PyResult<(Table, Vec<String>)> {
        guarded(py, || {
            let own: Vec<Amount> = own.iter().map(|exact| exact.0).collect();
            self.solved(&own)
        })
    }

    /// Evaluates a column of the table of processes.
    #[pyo3(signature = (name, /))]
    fn evaluate_column(&self, py: Python<'_>, name: &str) -> PyResult<Option<(Table, Vec<String>)>> {
        guarded(py, || {
            let column = self.network.own().iter().find(|column| column.name == name);
            column.map(|column| self.solved(&column.values)).transpose()
        })
    }
}

impl SupplyPlan {
    fn solved(&self, own: &[Amount]) -> Result<(Table, Vec<String>), emitrace::Error> {
        let plan = self.network.plan();
        let embedded = plan.evaluate(own);
        let processes = || 0..count(plan.processes());
        let table = tables::supply(
            processes().map(|process| plan.id(process)),
            processes().map(|process| embedded.count(process)),
        )?;
        Ok((table, embedded.faults().iter().map(|fault| plan.error(fault).to_string()).collect()))
    }
}

fn count(processes: usize) -> u32 {
    u32::try_from(processes).unwrap_or(u32::MAX)
}
