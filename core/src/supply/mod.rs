//! Supply graphs: the embedded emissions of every process of a network, loops included, each with a certified bound.
//!
//! A process makes one unit of a good, emits something itself and takes in goods of other processes. A [`Graph`] is read once,
//! a [`Plan`] holds what follows from its flows, and [`Plan::evaluate`] is quick: another gas, month or scenario is another
//! column of own emissions.
//!
//! Figures are counts of 10⁻¹⁸. Each is rounded once, downwards, and only whole numbers are added and multiplied, so that every
//! platform and every order of the input gives the same digits. How far roundings can add up is worked out beside them.

mod answer;
mod bounds;
mod evaluate;
mod exact;
mod explain;
mod graph;
mod names;
mod order;
mod places;
mod plan;
mod read;
mod rows;
mod say;
mod settle;
mod sum;
mod table;
mod weights;

#[cfg(test)]
mod tests;

pub use answer::{Network, embedded, embedded_tables};
pub use evaluate::Embedded;
pub use explain::{explain, explain_tables};
pub use graph::Graph;
pub(crate) use names::Names;
pub use plan::{Choices, Plan};
pub use read::{Input, OwnColumn, Table, read};

/// Decimals of a figure.
const PLACES: u32 = 18;

/// Something that keeps figures back, or that somebody should look at. Numbers are those of processes and flows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fault {
    /// A flow between two processes that have one already.
    Repeated {
        /// The flow.
        flow: u32,
        /// The one that stands before it.
        first: u32,
    },
    /// A flow from a process to itself; it is counted.
    ToItself {
        /// The flow.
        flow: u32,
    },
    /// An amount below zero, although no credits were chosen.
    NegativeAmount {
        /// The flow.
        flow: u32,
    },
    /// A loop that takes in what it makes, or more.
    LoopWithoutOutput {
        /// Its processes.
        processes: Vec<u32>,
        /// The flows between them.
        flows: Vec<u32>,
    },
    /// A loop that passes so little on that it does not settle.
    LoopNotSettled {
        /// Its processes.
        processes: Vec<u32>,
        /// The flows between them.
        flows: Vec<u32>,
    },
    /// A large loop in which credits and amounts outweigh each other.
    LoopOfCredits {
        /// Its processes.
        processes: Vec<u32>,
        /// The flows between them.
        flows: Vec<u32>,
    },
    /// A process without own emissions.
    OwnMissing {
        /// The process.
        process: u32,
    },
    /// Own emissions below zero, although no credits were chosen.
    NegativeOwn {
        /// The process.
        process: u32,
    },
    /// Own emissions with more than 18 decimals.
    OwnTooLong {
        /// The process.
        process: u32,
    },
    /// A figure, or its bound, of more than 20 digits before the decimal mark.
    TooLarge {
        /// The process.
        process: u32,
    },
}

/// A count of 10⁻¹⁸ as a decimal.
///
/// # Example
/// ```
/// assert_eq!(emitrace::supply::figure_text(-1_500_000_000_000_000_000), "-1.5");
/// ```
pub fn figure_text(count: i128) -> String {
    decimal(count, PLACES)
}

fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A count as a decimal, without zeros at its end.
pub(crate) fn decimal(count: i128, places: u32) -> String {
    let digits = count.unsigned_abs().to_string();
    let places = at(places);
    let missing = places.saturating_add(1).saturating_sub(digits.len());
    let mut text = "0".repeat(missing);
    text.push_str(&digits);
    text.insert(text.len().saturating_sub(places), '.');
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    if count < 0 {
        text.insert(0, '-');
    }
    text
}
