//! Factors: where they come from, how they are found, why one is chosen.
//!
//! Data live in packs (a description and a table, one licence each). A [`Catalog`] holds the packs that are
//! loaded; [`Catalog::pick`] answers which factor speaks for an activity, and says why or why not.

mod catalog;
mod check;
mod coefficient;
mod dated;
mod factor_table;
mod fold;
mod losses;
mod pack;
mod parameter;
mod pick;
mod policy;
mod record;
mod registry;
mod requirement;
pub mod rows;
mod rule;
mod rule_table;
mod search;
mod table;

pub(crate) use catalog::stated_activity;
pub use catalog::{Catalog, FactorIndex};
pub use check::check;
pub use coefficient::{Property, Step};
pub(crate) use dated::Figures;
pub(crate) use factor_table::FACTOR_COLUMNS;
pub use fold::fold;
pub use pack::{Pack, PackKind};
pub use parameter::ParameterRow;
pub use pick::{Choice, Policy, Wanted};
pub use policy::PolicyRow;
pub use record::{Factor, Kind, State, Text, Value, ViewOf};
pub use registry::Activity;
pub use rule::{Due, Equivalent, Rule, Topic};
pub use search::Hit;

/// The packs that come with emitrace, read once for all tests of a program.
#[cfg(test)]
pub(crate) fn shipped() -> &'static Catalog {
    static SHIPPED: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    SHIPPED.get_or_init(|| Catalog::bundled().unwrap())
}
