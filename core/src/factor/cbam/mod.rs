//! Tables of the carbon border adjustment mechanism: read when something asks for them, never at every start.

mod crosswalk;
mod later;
mod read;
mod rows;

pub use crosswalk::CrosswalkRow;
pub(super) use later::Later;
pub use rows::{
    BenchmarkRow, CategoryRow, CountryRow, CountryStatus, DefaultRow, FigureRow, FunctionalUnit, GoodRow,
    Sector, TaxonomyRow,
};
