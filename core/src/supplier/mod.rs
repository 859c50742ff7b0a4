//! How far suppliers are, one or thousands: what is asked of them, what they can show, what is missing, and what to do next.
//!
//! A set of requirements is data (packs of kind `requirements`, or JSON of your own). The assessment is arithmetic over it: the same
//! request gives the same bytes, so that a buyer can compute it again. Nothing is estimated: what is not known stays unknown, and
//! the score has two bounds. The day is an argument, never the clock.

mod answers;
mod asked;
mod assess;
mod ecovadis;
mod entries;
mod evidence;
mod group;
mod judge;
mod many;
mod rba;
mod score;
mod set;
mod size;
mod vda;

#[cfg(test)]
mod tests;

pub use assess::assess;
pub use ecovadis::ecovadis_medal;
pub use many::{base, region};
pub use rba::rba_vap;
pub use size::size;
pub use vda::{potential, vda63};
