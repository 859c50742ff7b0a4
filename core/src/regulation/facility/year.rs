//! One year of a facility: its inventory, and how much of each activity there was.

use std::collections::BTreeMap;
use std::io::Read;

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{Line, Options, compute_with, surveyed};
use crate::number::Ratio;
use crate::period::Period;
use crate::unit::Unit;
use crate::wire::v1;

/// An inventory of a year, with its activity data.
#[derive(Clone, Debug)]
pub struct YearData {
    /// The calendar year.
    pub year: u16,
    /// The inventory.
    pub answer: v1::InventoryAnswer,
    /// Category, activity and unit, each with the sum of its quantities; `None` where the sum needs too many digits.
    pub(super) quantities: BTreeMap<(String, String, String), Option<Ratio>>,
}

/// Computes the inventory of one year and adds up its activity data. Rows of other years are findings.
///
/// The ledger is opened twice where instruments with a volume are registered: what the year claims of them is read first.
///
/// # Errors
/// Whatever `open` returns; as [`compute`](crate::inventory::compute); `LIMIT_EXCEEDED` for more groups than the limit allows.
pub fn facility_year<R: Read>(
    open: impl Fn() -> Result<R, Error>,
    catalog: &Catalog,
    options: &Options,
    year: u16,
) -> Result<YearData, Error> {
    let mut options = options.clone();
    options.read.period = Some(Period::year(i32::from(year)).map_err(|error| error.at("/years"))?);
    let mut quantities: BTreeMap<(String, String, String), Option<Ratio>> = BTreeMap::new();
    let groups = options.limits.groups;
    let mut add = |line: &Line<'_>| {
        let written = line.get(Field::Unit);
        let written = &*written;
        // The same unit in another spelling is the same unit.
        let unit = Unit::parse(written).map_or_else(|_| written.to_owned(), |unit| unit.to_string());
        let key = (line.category().key().to_owned(), line.activity().to_owned(), unit);
        let quantity = Ratio::from(line.quantity());
        let sum = quantities.entry(key).or_insert(Some(Ratio::ZERO));
        *sum = sum.and_then(|sum| sum.try_add(quantity).ok());
        if quantities.len() > groups {
            return Err(Error::new(Code::LimitExceeded, "too many activities and units"));
        }
        Ok(())
    };
    let options = surveyed(&open, catalog, options)?;
    let answer = compute_with(open()?, catalog, &options, Some(&mut add), &mut |_| {
        core::ops::ControlFlow::Continue(())
    })?;
    Ok(YearData { year, answer, quantities })
}
