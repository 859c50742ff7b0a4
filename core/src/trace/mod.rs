//! Origin-trace chains: which lot went into which, what each is made of, and what it carries.
//!
//! A factory's books are [`Movements`]: quantities of lots that came in, were worked up, moved and left. [`Flow`] follows
//! them and answers two questions that must not share one number. **Mass origin**: how many units of a lot come from each
//! source; they add up to the lot, to the unit. **Possible origin**: everything that may be inside; found by reachability
//! and never by shares, so that rounding to zero cannot hide anything.
//!
//! Quantities are whole numbers of base units (milligrams, pieces, microlitres), carbon is whole milligrams of CO2e. Where a
//! share is not whole, units are given out by largest remainder: nothing is lost and nothing is made. What is unknown is a
//! label of its own, `UNKNOWN`: it is never dropped and never spread over the others, so an answer about a label is an
//! interval from what is known to what is known and unknown together.

mod answer;
mod book;
mod boxes;
mod card;
mod choices;
mod circles;
mod close;
mod content;
mod evaluate;
mod events;
mod field;
mod flow;
mod intake;
mod links;
mod loops;
mod merged;
mod names;
mod path;
mod reach;
mod record;
mod returns;
mod same;
mod say;
mod stock;
mod tally;

#[cfg(test)]
mod tests;

pub use answer::{Traced, follow};
pub use choices::{Choices, Policy, Rule, Span};
pub use content::Content;
pub use flow::Flow;
pub use record::{Base, Evidence, Kind, Movement, Movements};

fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The label of what nobody knows the origin of.
pub const UNKNOWN: &str = "UNKNOWN";
