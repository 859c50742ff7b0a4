//! Processes and flows as they are given, before anything is worked out.

use super::names::Names;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Amount;

/// Processes by identifier, and flows between them: how much of a supplier's good goes into one unit of a consumer's.
///
/// Processes and flows are numbered from 0 in the order in which they are added. A process takes its identifier and some
/// 16 bytes, a flow 24 bytes.
///
/// # Example
/// ```
/// use emitrace::number::Amount;
/// use emitrace::supply::Graph;
///
/// let mut graph = Graph::new();
/// let (ore, steel) = (graph.add_process("ore")?, graph.add_process("steel")?);
/// graph.add_flow(steel, ore, Amount::parse("1.6")?)?;
/// assert_eq!((graph.process("steel"), graph.id(ore)), (Some(1), "ore"));
/// assert_eq!(graph.add_process("ore").unwrap_err().code().as_str(), "DUPLICATE_RECORD");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(super) names: Names,
    pub(super) consumers: Vec<u32>,
    pub(super) suppliers: Vec<u32>,
    pub(super) amounts: Vec<Amount>,
    /// Processes of which something could not be read.
    pub(super) spoilt: Vec<u32>,
    limits: Limits,
}

impl Graph {
    /// A graph without processes.
    pub fn new() -> Graph {
        Graph::default()
    }

    /// The same graph with other bounds on its size.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Graph {
        self.limits = limits;
        self
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Adds a process; gives its number.
    ///
    /// # Errors
    /// `MISSING_VALUE` without an identifier, `DUPLICATE_RECORD` for one that stands already, `LIMIT_EXCEEDED`.
    pub fn add_process(&mut self, id: &str) -> Result<u32, Error> {
        if id.is_empty() {
            return Err(Error::new(Code::MissingValue, "the process has no identifier")
                .with_help("give each process an identifier of its own"));
        }
        if self.processes() >= self.limits.supply_processes {
            let message = format!("more than {} processes", self.limits.supply_processes);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        self.names.add(id).map_err(|_| {
            Error::new(Code::DuplicateRecord, format!("the process `{id}` stands already"))
                .with_help("keep one row for each process; write months and gases as columns")
        })
    }

    /// Adds a flow: `amount` units of the supplier's good for one unit of the consumer's; gives its number.
    ///
    /// # Errors
    /// `UNKNOWN_REFERENCE` for a number that no process has, `LIMIT_EXCEEDED`.
    pub fn add_flow(&mut self, consumer: u32, supplier: u32, amount: Amount) -> Result<u32, Error> {
        for process in [consumer, supplier] {
            if super::at(process) >= self.processes() {
                return Err(Error::new(
                    Code::UnknownReference,
                    format!("there is no process number {process}"),
                ));
            }
        }
        if self.flows() >= self.limits.supply_flows {
            let message = format!("more than {} flows", self.limits.supply_flows);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let number = u32::try_from(self.flows()).unwrap_or(u32::MAX);
        self.consumers.push(consumer);
        self.suppliers.push(supplier);
        self.amounts.push(amount);
        Ok(number)
    }

    /// Says that something about a process could not be read: neither it nor what is made from it gets a figure.
    pub fn spoil(&mut self, process: u32) {
        self.spoilt.push(process);
    }

    /// The number of a process.
    pub fn process(&self, id: &str) -> Option<u32> {
        self.names.number(id)
    }

    /// The identifier of a process; empty if there is none of this number.
    pub fn id(&self, process: u32) -> &str {
        self.names.text(process)
    }

    /// How many processes there are.
    pub fn processes(&self) -> usize {
        self.names.len()
    }

    /// How many flows there are.
    pub fn flows(&self) -> usize {
        self.amounts.len()
    }
}
