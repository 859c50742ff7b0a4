//! The organisation's inventory: a ledger in, sums per scope, category, gas and more out, each line explained.
//!
//! [`compute`] reads a ledger row by row; memory grows with the number of groups, never with the number of rows.
//! A line's mass per gas is rounded once (METHODS M-01); everything after it is integer addition, so every view
//! adds up to the total to the last digit, in any order and any split.

mod answer;
mod boundary;
mod compute;
mod dimension;
mod effects;
mod energy;
mod explain;
mod fast;
mod guard;
mod ledger;
mod line;
mod merge;
mod options;
mod parameters;
mod plan;
mod request;
mod resolve;
mod rows;
mod scope2;
mod spend;
mod statistics;
mod takers;
mod tally;
mod upstream;

pub(crate) use answer::{ROUNDING, factor_use, pack_use, packs_used};
pub use boundary::{Organisation, read_organisation};
pub(crate) use compute::compute_whole;
pub use compute::{EachLine, Progress, compute, compute_json, compute_with, reference};
pub use dimension::Dimension;
pub use effects::Effects;
pub(crate) use effects::Part;
pub use energy::energy_account;
pub use explain::{Wanted as LineWanted, explain, explain_named};
pub use ledger::read_ledger;
pub(crate) use line::WholeLine;
pub use line::{Line, LineMass};
pub use merge::merge;
pub use options::{Options, Profile};
pub use rows::rows;
pub(crate) use rows::within as rows_within;
pub use scope2::{Register, hourly, read_instruments, survey, surveyed};
pub use statistics::{quality, uncertainty};
pub use takers::{TakeText, Takers, WriteLine};
