//! What laws ask of a facility: whether it must report, when, what it owes in an emissions-trading scheme.
//!
//! The law is data: every threshold, list, day and share is a row of a pack of kind `rules` with its text, article,
//! validity and confidence, and the confidence travels into each answer. A change of the law is another row, not
//! another program. Dates are inputs; there is no clock.

mod energy;
mod facility;
mod obligations;
mod rules;
mod steam;
mod trading;

pub use energy::toe;
pub use facility::{YearData, facility_options, facility_report, facility_report_of, facility_year};
pub use obligations::obligations;
pub use steam::steam_factor;
pub use trading::compliance;
