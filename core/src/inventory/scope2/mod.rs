//! Instruments for bought energy: which one covers which part of a row, in the order of their quality.
//!
//! The location-based view never sees them. What rows claim beyond an instrument's volume is covered in proportion, so the
//! ledger is read twice: once for the claims, once for the result (METHODS M-53, M-54).

mod cover;
mod hourly;
mod read;
mod register;
mod sums;
mod survey;

pub(super) use cover::{Cover, cover};
pub use hourly::hourly;
pub use read::read_instruments;
pub use register::Register;
pub(super) use sums::{Sums, merge};
pub use survey::{survey, surveyed};

#[cfg(test)]
mod tests;
