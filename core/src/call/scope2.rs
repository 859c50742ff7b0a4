//! Methods about bought electricity as time series.

use super::compare::written;
use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::inventory;
use crate::report;
use crate::wire::v1::{self, canonical, read_json};

/// Load and generation matched interval by interval, and over the whole period.
pub(super) fn hourly(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::HourlyRequest = read_json(request)?;
    canonical(&inventory::hourly(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Matched electricity as a document.
pub(super) fn hourly_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::HourlyReportRequest = read_json(request)?;
    let table = |lang| report::hourly_table(&request.answer, lang);
    let csv = |_| report::hourly_csv(&request.answer);
    written((&request.format, &request.lang), &[("table", &table), ("csv", &csv)])
}
