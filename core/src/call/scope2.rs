//! Methods about bought electricity as time series.

use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::inventory;
use crate::wire::v1::{self, canonical, read_json};

/// Load and generation matched interval by interval, and over the whole period.
pub(super) fn hourly(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::HourlyRequest = read_json(request)?;
    canonical(&inventory::hourly(&*with_packs(catalog, &request.packs)?, &request)?)
}
