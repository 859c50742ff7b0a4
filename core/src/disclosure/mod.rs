//! Sustainability reports: facts in the terms of a taxonomy, what is wrong with them, what they miss, what can be worked out.
//!
//! A taxonomy is data (packs of kind `taxonomy`): concepts with their types, units, axes and duties, members, and rules, which
//! are formulas and limits. What replaces a standard is another pack. Blank is not zero: nothing is reported that nobody stated
//! and no formula gives.

mod book;
mod check;
mod completeness;
mod energy;
mod facts;
mod fill;
mod form;
mod formula;
mod inline;
mod read;
mod rules;
mod taxonomy;
mod xbrl;

#[cfg(test)]
mod tests;

pub use check::check;
pub(crate) use facts::{Moment, moment};
pub(crate) use fill::below;
pub use fill::fill;
pub use form::form;
pub use read::read;
pub(crate) use read::{Place, Reported, reported, text_of};
pub use taxonomy::taxonomies;
pub(crate) use taxonomy::{Sort, Taxonomy, local};
pub(crate) use xbrl::{fact_id, instant_or_days, package, uri, xbrl_json};
