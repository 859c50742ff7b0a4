//! Faults in words: a sentence with its stable code and help, and where it belongs.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use super::plan::Plan;
use crate::error::{Code, Error, Severity};

/// Processes and flows that a sentence about a loop names; the others are counted.
const NAMED: usize = 10;

const NEGATIVE: &str = "choose credits if values below zero are meant; otherwise correct the sign";

/// What a fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A flow, and the column that shows the fault.
    Flow(u32, &'static str),
    /// The own emissions of a process.
    Process(u32),
}

impl Fault {
    pub(super) fn subject(&self) -> Subject {
        match self {
            Fault::Repeated { flow, .. } | Fault::ToItself { flow } => Subject::Flow(*flow, "supplier"),
            Fault::NegativeAmount { flow } => Subject::Flow(*flow, "amount"),
            Fault::LoopWithoutOutput { flows, .. }
            | Fault::LoopNotSettled { flows, .. }
            | Fault::LoopOfCredits { flows, .. } => {
                Subject::Flow(flows.first().copied().unwrap_or(0), "amount")
            }
            Fault::OwnMissing { process }
            | Fault::NegativeOwn { process }
            | Fault::OwnTooLong { process }
            | Fault::TooLarge { process } => Subject::Process(*process),
        }
    }

    /// Whether it keeps figures back.
    pub(super) fn severity(&self) -> Severity {
        if matches!(self, Fault::ToItself { .. }) { Severity::Warning } else { Severity::Error }
    }
}

/// Consumers and suppliers of flows that sentences name.
pub(super) type Ends = BTreeMap<u32, (u32, u32)>;

impl Plan {
    /// A fault in a sentence, with its stable code and what to do about it.
    pub fn error(&self, fault: &Fault) -> Error {
        self.told(fault, &self.ends_of(core::slice::from_ref(fault)))
    }

    /// The ends of the flows that sentences about some faults name.
    pub(super) fn ends_of(&self, faults: &[Fault]) -> Ends {
        let mut flows = BTreeSet::new();
        for fault in faults {
            match fault {
                Fault::LoopWithoutOutput { flows: around, .. }
                | Fault::LoopNotSettled { flows: around, .. }
                | Fault::LoopOfCredits { flows: around, .. } => flows.extend(around.iter().take(NAMED)),
                Fault::Repeated { flow, .. } | Fault::ToItself { flow } | Fault::NegativeAmount { flow } => {
                    flows.insert(*flow);
                }
                _ => {}
            }
        }
        self.ends(&flows)
    }

    pub(super) fn told(&self, fault: &Fault, ends: &Ends) -> Error {
        let between = |flow: &u32| match ends.get(flow) {
            Some((consumer, supplier)) => format!("`{}` from `{}`", self.id(*consumer), self.id(*supplier)),
            None => "the flow".to_owned(),
        };
        let around = |processes: &[u32], flows: &[u32]| {
            let more = |all: usize| match all.saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let ids = processes.iter().take(NAMED).map(|process| format!("`{}`", self.id(*process)));
            let ids = ids.collect::<Vec<_>>().join(", ");
            let ways = flows.iter().take(NAMED).map(between).collect::<Vec<_>>().join(", ");
            let [processes_more, flows_more] = [more(processes.len()), more(flows.len())];
            format!("{} processes ({ids}{processes_more}), flows {ways}{flows_more}", processes.len())
        };
        match fault {
            Fault::Repeated { flow, .. } => Error::new(
                Code::DuplicateRecord,
                format!("a flow of {} stands before it", between(flow)),
            )
            .with_help(
                "delete the copy, write one row with the sum, or choose that repeated flows are added",
            ),
            Fault::ToItself { flow } => {
                let message =
                    format!("{}: the process takes in its own good, solved as a loop", between(flow));
                Error::new(Code::FlowToItself, message)
            }
            Fault::NegativeAmount { flow } => {
                Error::new(Code::NegativeQuantity, format!("the amount of {} is below zero", between(flow)))
                    .with_help(NEGATIVE)
            }
            Fault::LoopWithoutOutput { processes, flows } => {
                let message = format!("a loop takes in what it makes, or more: {}", around(processes, flows));
                Error::new(Code::LoopWithoutOutput, message)
                    .with_help("check the amounts: a loop must pass something on")
            }
            Fault::LoopNotSettled { processes, flows } => {
                let message = format!("a loop passes next to nothing on: {}", around(processes, flows));
                Error::new(Code::LoopNotSettled, message)
            }
            Fault::LoopOfCredits { processes, flows } => {
                let around = around(processes, flows);
                let message =
                    format!("sizes of amounts and credits of a loop take in what is made: {around}");
                Error::new(Code::LoopNotSettled, message).with_help(
                    "loops with such credits are solved up to 64 processes: leave credits out of the loop, or divide it",
                )
            }
            Fault::OwnMissing { process } => Error::new(
                Code::MissingValue,
                format!("own emissions of `{}` are missing", self.id(*process)),
            ),
            Fault::NegativeOwn { process } => {
                let message = format!("own emissions of `{}` are below zero", self.id(*process));
                Error::new(Code::NegativeQuantity, message).with_help(NEGATIVE)
            }
            Fault::OwnTooLong { process } => {
                let message = format!("own emissions of `{}` have more than 18 decimals", self.id(*process));
                Error::new(Code::PrecisionExceeded, message).with_help("round own emissions to 18 decimals")
            }
            Fault::TooLarge { process } => {
                let message =
                    format!("the figure of `{}` or its bound has more than 20 digits", self.id(*process));
                Error::new(Code::Overflow, message)
                    .with_help("check amounts and units of what goes into the process")
            }
        }
    }
}
