//! Rows of packs that most calls do not need: read when something asks for them, never at every start.

mod cbam;
mod crosswalk;
mod later;
mod read;
mod taxonomy;

pub use cbam::{
    BenchmarkRow, CategoryRow, CountryRow, CountryStatus, DefaultRow, FigureRow, FunctionalUnit, GoodRow,
    Sector,
};
pub use crosswalk::CrosswalkRow;
pub(super) use later::Later;
pub use taxonomy::TaxonomyRow;
