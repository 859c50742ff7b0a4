//! Methods about suppliers: readiness, size, audits.

use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::report;
use crate::supplier;
use crate::wire::v1::{self, canonical, read_json};

/// What a supplier meets, how far it is, what to do next.
pub(super) fn assess(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierRequest = read_json(request)?;
    canonical(&supplier::assess(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// An assessment as a document.
pub(super) fn report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierReportRequest = read_json(request)?;
    super::trace::document(&request.format, &request.lang, |web, lang| match web {
        false => report::supplier_table(&request.answer, lang),
        true => report::supplier_html(&request.answer, lang),
    })
}

/// Who of many suppliers meets what.
pub(super) fn base(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierBaseRequest = read_json(request)?;
    canonical(&supplier::base(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Where the suppliers of a region stand, without naming one.
pub(super) fn region(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierBaseRequest = read_json(request)?;
    canonical(&supplier::region(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The sets of requirements that are loaded.
pub(super) fn sets(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierSetsRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let sets = catalog.requirement_sets().map(|(_, set)| set.clone()).collect();
    canonical(&v1::SupplierSetsAnswer { sets })
}

/// The size class of an enterprise.
pub(super) fn size(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplierSizeRequest = read_json(request)?;
    canonical(&supplier::size(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Conformity and grade of a process audit.
pub(super) fn vda63(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&supplier::vda63(&read_json(request)?)?)
}

/// Verdict of a potential analysis.
pub(super) fn potential(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&supplier::potential(&read_json(request)?))
}

/// Score, colour and recognition of an audit.
pub(super) fn rba_vap(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&supplier::rba_vap(&read_json(request)?)?)
}

/// The medal that a scorecard stands for.
pub(super) fn ecovadis_medal(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&supplier::ecovadis_medal(&read_json(request)?)?)
}
