//! Methods about footprints of products.

use crate::error::Error;
use crate::factor::Catalog;
use crate::footprint;
use crate::report;
use crate::wire::v1::{self, canonical, read_json};

/// Footprints read, checked and written again.
pub(super) fn check(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::check(&read_json(request)?)?)
}

/// Footprints of 2.x as footprints of 3.0.
pub(super) fn migrate(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::migrate(&read_json(request)?)?)
}

/// A footprint worked out from a ledger, processes and what was bought.
pub(super) fn compute(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FootprintComputeRequest = read_json(request)?;
    let catalog = super::with_packs(catalog, &request.packs)?;
    canonical(&footprint::compute(&catalog, &request)?)
}

/// A footprint that was worked out, as a package of openLCA.
pub(super) fn openlca(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::openlca(&read_json(request)?)?)
}

/// Footprints out of a table.
pub(super) fn read_sheet(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::read_sheet(&read_json(request)?)?)
}

/// Footprints as a table.
pub(super) fn sheet(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&report::footprint_sheet(&read_json(request)?)?)
}

/// A transport chain.
pub(super) fn transport(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::transport(&read_json(request)?)?)
}

/// A footprint in the words of others.
pub(super) fn view(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&footprint::view(&read_json(request)?)?)
}
