//! The carbon border adjustment mechanism of the European Union: goods, values, and what an importer owes.
//!
//! The law is data: goods, default values, benchmarks, factors and days are rows of packs, each with the act it stands in.
//! [`Tables`] answers from them; a pack that is loaded goes before the shipped ones. The large tables are read when the
//! first question is asked, so an inventory never pays for them.
//!
//! [`embedded`] is the producer's side: from the meters of an installation to the emissions embedded in a tonne of each
//! good, by Implementing Regulation (EU) 2025/2547, in exact fractions that are rounded once, at the end. Faults of a
//! document are found in one pass, each with its place, its rule and what to do.

mod annex;
mod attribute;
mod benchmark;
mod bought;
mod boundary;
mod chain;
mod code;
mod composition;
mod covered;
mod default_value;
mod embedded;
mod energy;
mod explain;
mod faults;
mod figure;
mod figures;
mod good;
mod importer;
mod law;
mod measurement;
mod nickel;
mod origin;
mod pfc;
mod process;
mod product;
mod quarterly;
mod read;
mod regime;
mod report;
mod solve;
mod source;
mod specific;
mod stream;
mod template;

pub use benchmark::{Benchmark, Column};
pub use code::{CnCode, Variant};
pub use default_value::{DefaultValue, Fallback};
pub use embedded::embedded;
pub use explain::explain;
pub use figure::{Figure, Subject};
pub use figures::figures;
pub use good::Good;
pub use importer::{average_price, calendar, declare, explain_declaration, goods, scenarios, values};
pub use origin::Origin;
pub use quarterly::{quarterly, read_quarterly};
pub use report::report;
pub(crate) use solve::{Node, Stuck, solve};
pub use template::template;

use core::cmp::Ordering;

use crate::factor::Catalog;

/// What the loaded packs say about the mechanism.
///
/// # Example
/// ```
/// use emitrace::cbam::Tables;
/// use emitrace::factor::Catalog;
///
/// let catalog = Catalog::bundled()?;
/// let tables = Tables::new(&catalog);
/// let good = tables.good("7207 11 14")?;
/// assert_eq!((&*good.row.category, good.row.functional_unit.as_str()), ("crude-steel", "t"));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tables<'c> {
    catalog: &'c Catalog,
    regime: regime::Regime,
}

impl<'c> Tables<'c> {
    /// The tables of a catalogue.
    pub fn new(catalog: &'c Catalog) -> Tables<'c> {
        Tables { catalog, regime: regime::Regime::Definitive }
    }

    /// The same tables, read by the rules of a regime.
    fn by(self, regime: regime::Regime) -> Tables<'c> {
        Tables { regime, ..self }
    }

    /// The catalogue.
    pub fn catalog(&self) -> &'c Catalog {
        self.catalog
    }
}

/// The rows of a sorted table that are equal to what is asked for; `order` says how a row stands to it.
fn range<T>(rows: &[T], order: impl Fn(&T) -> Ordering) -> &[T] {
    let start = rows.partition_point(|row| order(row).is_lt());
    let rest = rows.get(start..).unwrap_or_default();
    rest.get(..rest.partition_point(|row| order(row).is_le())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
