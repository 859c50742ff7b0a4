//! Methods about what an importer owes under CBAM.

use super::compare::written;
use super::with_packs;
use crate::cbam;
use crate::error::Error;
use crate::factor::Catalog;
use crate::report;
use crate::wire::v1::{self, canonical, read_json};

use super::ledger::Given;

/// What an importer owes for a year.
pub(super) fn declare(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    let bytes = imports(&request)?;
    canonical(&cbam::declare(bytes.as_slice(), &*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn declare_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    absent(&request)?;
    canonical(&cbam::declare((given.open)(), &*with_packs(catalog, &request.packs)?, &request)?)
}

/// Why so much is owed.
pub(super) fn explain(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    let bytes = imports(&request)?;
    let packs = with_packs(catalog, &request.packs)?;
    canonical(&cbam::explain_declaration(bytes.as_slice(), &packs, &request)?)
}

pub(super) fn explain_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    absent(&request)?;
    let packs = with_packs(catalog, &request.packs)?;
    canonical(&cbam::explain_declaration((given.open)(), &packs, &request)?)
}

/// An explanation as a document.
pub(super) fn explain_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamDeclareExplainReportRequest = read_json(request)?;
    let table = |lang| report::cbam_declare_explain_table(&request.answer, lang);
    let html = |lang| report::cbam_declare_explain_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("html", &html)])
}

/// The same in other cases.
pub(super) fn scenarios(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    let bytes = imports(&request)?;
    canonical(&cbam::scenarios(bytes.as_slice(), &*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn scenarios_given(
    catalog: &Catalog,
    request: &str,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let request: v1::CbamImportRequest = read_json(request)?;
    absent(&request)?;
    canonical(&cbam::scenarios((given.open)(), &*with_packs(catalog, &request.packs)?, &request)?)
}

/// Other cases as a document.
pub(super) fn scenarios_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamScenariosReportRequest = read_json(request)?;
    let table = |lang| report::cbam_scenarios_table(&request.answer, lang);
    let html = |lang| report::cbam_scenarios_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("", &table), ("table", &table), ("html", &html)])
}

fn imports(request: &v1::CbamImportRequest) -> Result<Vec<u8>, Error> {
    request.imports.bytes().map_err(of_imports)
}

fn absent(request: &v1::CbamImportRequest) -> Result<(), Error> {
    request.imports.must_be_absent().map_err(of_imports)
}

/// The field is called `imports` here.
fn of_imports(error: Error) -> Error {
    let path = error.path().replacen("/ledger", "/imports", 1);
    error.at(path)
}

/// An importer's answer as a document.
pub(super) fn declare_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamImportReportRequest = read_json(request)?;
    let table = |lang| report::cbam_import_table(&request.answer, lang);
    let csv = |_| report::cbam_import_csv(&request.answer);
    let html = |lang| report::cbam_import_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("csv", &csv), ("html", &html)])
}

/// The quarterly report of the transitional period; without a ledger its goods are those of the request.
pub(super) fn quarterly(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamQuarterlyRequest = read_json(request)?;
    let given = request.imports != v1::Ledger::default();
    let bytes = if given { Some(request.imports.bytes().map_err(of_imports)?) } else { None };
    canonical(&cbam::quarterly(bytes.as_deref(), &*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn quarterly_given(
    catalog: &Catalog,
    request: &str,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let request: v1::CbamQuarterlyRequest = read_json(request)?;
    request.imports.must_be_absent().map_err(of_imports)?;
    canonical(&cbam::quarterly(Some((given.open)()), &*with_packs(catalog, &request.packs)?, &request)?)
}

/// What the XML of a quarterly report says.
pub(super) fn read_quarterly(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamQuarterlyReadRequest = read_json(request)?;
    canonical(&cbam::read_quarterly(catalog, &request)?)
}

/// A quarterly report as a document for people.
pub(super) fn quarterly_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamQuarterlyReportRequest = read_json(request)?;
    let table = |lang| report::cbam_quarterly_table(&request.answer, lang);
    let html = |lang| report::cbam_quarterly_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("", &table), ("table", &table), ("html", &html)])
}

/// Goods of Annex I.
pub(super) fn goods(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamGoodsRequest = read_json(request)?;
    canonical(&cbam::goods(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Default values and benchmarks of a good.
pub(super) fn values(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamValuesRequest = read_json(request)?;
    canonical(&cbam::values(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The days of a year of import.
pub(super) fn calendar(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamCalendarRequest = read_json(request)?;
    canonical(&cbam::calendar(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The price of certificates from auctions.
pub(super) fn price(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamPriceRequest = read_json(request)?;
    canonical(&cbam::average_price(&request)?)
}
