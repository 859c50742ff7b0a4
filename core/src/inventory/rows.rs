//! What each row of a ledger adds to its inventory, as a list.

use core::ops::ControlFlow;
use std::io::Read;

use super::compute::{Progress, compute_with};
use super::line::Line;
use super::options::Options;
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::wire::v1;

/// Lists what each row of a ledger adds to its inventory, with factors and notes; rows that do not count are findings.
///
/// # Units
/// Kilograms of CO2 equivalent, of CO2 for biomass.
///
/// # Method
/// M-01 and M-02: over all rows each figure adds up to that of the inventory, to the last digit.
///
/// # Errors
/// As [`compute`](super::compute()); `LIMIT_EXCEEDED` past the limit `listed_rows`.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, rows};
/// use emitrace::place::Place;
///
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let ledger = "id,date,activity,quantity,unit\nA7,2023-05-31,electricity,1250,kWh\n";
/// let answer = rows(ledger.as_bytes(), &Catalog::bundled()?, &options, &mut |_| ControlFlow::Continue(()))?;
/// assert_eq!(answer.rows[0].scope_2_location_kg_co2e, "824");
/// assert_eq!(answer.rows[0].factors, ["vn-grid/electricity-2023"]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn rows(
    ledger: impl Read,
    catalog: &Catalog,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<v1::RowsAnswer, Error> {
    let mut rows = Vec::new();
    let mut take = |line: &Line<'_>| -> Result<(), Error> {
        within(rows.len(), options)?;
        rows.push(figures(line, options)?);
        Ok(())
    };
    let answer = compute_with(ledger, catalog, options, Some(&mut take), progress)?;
    Ok(v1::RowsAnswer {
        rows,
        text: String::new(),
        coverage: answer.inventory.coverage,
        findings: answer.findings,
        digest: answer.digest,
    })
}

/// Whether one more row fits an answer.
pub(crate) fn within(rows: usize, options: &Options) -> Result<(), Error> {
    if rows < options.limits.listed_rows {
        return Ok(());
    }
    Err(Error::new(
        Code::LimitExceeded,
        format!("more than {} rows for one answer", options.limits.listed_rows),
    )
    .with_help(
        "ask for parts of the ledger, with `row_offset`; `emitrace inventory --rows` writes any number",
    ))
}

fn figures(line: &Line<'_>, options: &Options) -> Result<v1::RowFigures, Error> {
    let effects = line.effects(options)?;
    let period = line.period();
    Ok(v1::RowFigures {
        row: line.row,
        id: line.get(Field::Id).into(),
        start: period.start().to_string(),
        end: period.end().to_string(),
        site: line.get(Field::Site).into(),
        activity: line.activity().into(),
        category: line.category().key().into(),
        region: line.region().into(),
        scope_1_kg_co2e: effects.scope_1.to_string(),
        scope_2_location_kg_co2e: effects.scope_2_location.to_string(),
        scope_2_market_kg_co2e: effects.scope_2_market.to_string(),
        scope_3_kg_co2e: effects.scope_3.to_string(),
        biogenic_kg_co2: effects.biogenic.to_string(),
        outside_kg_co2e: effects.outside.to_string(),
        offsets_kg_co2e: effects.offsets.to_string(),
        factors: line.factors().map(String::from).collect(),
        notes: line.marks().split_ascii_whitespace().map(String::from).collect(),
    })
}
