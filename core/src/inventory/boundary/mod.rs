//! The organisational boundary: whose emissions are counted, and with which share.
//!
//! The inventory of the facilities stays at 100 %; the share of a row is the last exact term of its coefficient, so a
//! consolidated line is rounded once like any other (METHODS M-50 to M-52).

mod apply;
mod read;
mod sums;
mod tree;

pub(super) use apply::apply;
pub use read::read_organisation;
pub(super) use sums::{Sums, merge};
pub(super) use tree::Held;
pub use tree::Organisation;

#[cfg(test)]
mod tests;
