//! Methods about reporting frameworks.

use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::framework;
use crate::wire::v1::{self, canonical, read_json};

/// Every datapoint with its codes in the frameworks.
pub(super) fn table(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FrameworkRequest = read_json(request)?;
    canonical(&framework::table(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// One report, and what it misses.
pub(super) fn report(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FrameworkRequest = read_json(request)?;
    canonical(&framework::report(&*with_packs(catalog, &request.packs)?, &request)?)
}
