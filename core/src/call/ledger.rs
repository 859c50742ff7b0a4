//! Methods about ledgers and inventories.

use super::with_packs;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::report::{self, Lang};
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn inventory(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::InventoryRequest = read_json(request)?;
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    canonical(&inventory::compute(request.ledger.bytes()?.as_slice(), &catalog, &options)?)
}

pub(super) fn explain(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ExplainRequest = read_json(request)?;
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let ledger = request.ledger.bytes()?;
    let record = inventory::explain_named(|| Ok(ledger.as_slice()), &catalog, &options, &request.line);
    canonical(&record?)
}

pub(super) fn merge(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::MergeRequest = read_json(request)?;
    canonical(&inventory::merge(&request.answers)?)
}

pub(super) fn report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ReportRequest = read_json(request)?;
    let lang = if request.lang.is_empty() {
        Lang::En
    } else {
        Lang::parse(&request.lang).map_err(|error| error.at("/lang"))?
    };
    let text = match request.format.as_str() {
        "html" => report::html(&request.answer, lang),
        "csv" => report::csv(&request.answer),
        "table" => report::table(&request.answer, lang),
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use html, csv or table")
                .at("/format"));
        }
    };
    canonical(&v1::ReportAnswer { text })
}

/// Reads a ledger without any factor: for checking files, and for seeing how they are understood.
pub(super) fn ledger(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::LedgerRequest = read_json(request)?;
    let options = Options::for_reading(&request.options)?;
    let most = usize::try_from(request.rows).unwrap_or(usize::MAX);
    canonical(&inventory::read_ledger(request.ledger.bytes()?.as_slice(), &options, most)?)
}
