//! Gases, what they are counted as, and how much they warm.
//!
//! Species, families and GWP values are data (pack kind `gwp`); blends are data too (pack kind `blends`).
//! A GWP set is always named by the caller; there is no default.

mod set;
mod table;

pub use set::{GwpLock, GwpSet};
pub use table::{Family, Gas, GasInfo, GasTable};
