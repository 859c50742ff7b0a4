//! Methods about ledgers and inventories.

use core::ops::ControlFlow;

use super::{OpenLedger, with_packs};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options, Progress, Takers, WriteLine};
use crate::report::{self, Lang, LinesCsv};
use crate::wire::v1::{self, canonical, read_json};

/// The ledger of a request, and where to tell how far the reading is.
pub(super) struct Given<'g, 'a> {
    pub(super) open: &'g OpenLedger<'a>,
    pub(super) progress: &'g mut dyn FnMut(Progress) -> ControlFlow<()>,
}

pub(super) fn inventory(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::InventoryRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    inventory_of(
        catalog,
        &request,
        Given { open: &|| Box::new(bytes.as_slice()), progress: &mut |_| ControlFlow::Continue(()) },
    )
}

pub(super) fn inventory_given(
    catalog: &Catalog,
    request: &str,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let request: v1::InventoryRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    inventory_of(catalog, &request, given)
}

fn inventory_of(
    catalog: &Catalog,
    request: &v1::InventoryRequest,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok((given.open)()), &catalog, options)?;
    Ok(inventory::compute_json((given.open)(), &catalog, &options, Takers::nobody(), given.progress)?.1)
}

pub(super) fn claims(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::InventoryRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    claims_of(catalog, &request, &|| Box::new(bytes.as_slice()))
}

pub(super) fn claims_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::InventoryRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    claims_of(catalog, &request, given.open)
}

/// What a ledger, or a part of one, claims of instruments.
fn claims_of(
    catalog: &Catalog,
    request: &v1::InventoryRequest,
    open: &OpenLedger<'_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    canonical(&v1::ClaimsAnswer { claims: inventory::survey(open(), &catalog, &options)? })
}

pub(super) fn explain(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ExplainRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    explain_of(catalog, &request, &|| Box::new(bytes.as_slice()))
}

pub(super) fn explain_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::ExplainRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    explain_of(catalog, &request, given.open)
}

fn explain_of(
    catalog: &Catalog,
    request: &v1::ExplainRequest,
    open: &OpenLedger<'_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok(open()), &catalog, options)?;
    let record = inventory::explain_named(|| Ok(open()), &catalog, &options, &request.line);
    canonical(&record?)
}

pub(super) fn rows(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::RowsRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    let progress = &mut |_| ControlFlow::Continue(());
    rows_of(catalog, &request, Given { open: &|| Box::new(bytes.as_slice()), progress })
}

pub(super) fn rows_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::RowsRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    rows_of(catalog, &request, given)
}

fn rows_of(catalog: &Catalog, request: &v1::RowsRequest, given: Given<'_, '_>) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok((given.open)()), &catalog, options)?;
    let ledger = (given.open)();
    canonical(&match request.format.as_str() {
        "" | "rows" => inventory::rows(ledger, &catalog, &options, given.progress)?,
        "csv" => {
            let mut csv = LinesCsv::rows(&options);
            let mut text = csv.header();
            let mut count = 0usize;
            let mut take = |line: &inventory::Line<'_>| {
                inventory::rows_within(count, &options)?;
                count = count.saturating_add(1);
                csv.write(line, &mut text)
            };
            let answer =
                inventory::compute_with(ledger, &catalog, &options, Some(&mut take), given.progress)?;
            v1::RowsAnswer {
                rows: Vec::new(),
                text,
                coverage: answer.inventory.coverage,
                findings: answer.findings,
                digest: answer.digest,
            }
        }
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use rows or csv")
                .at("/format"));
        }
    })
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
        "svg" if request.by.is_empty() => report::inventory_svg(&request.answer, &["category"], lang)?,
        "svg" => report::inventory_svg(&request.answer, &request.by, lang)?,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use html, csv, table or svg")
                .at("/format"));
        }
    };
    canonical(&v1::ReportAnswer { text })
}

/// Reads a ledger without any factor: for checking files, and for seeing how they are understood.
pub(super) fn ledger(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::LedgerRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    ledger_of(&request, &|| Box::new(bytes.as_slice()))
}

pub(super) fn ledger_given(_: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::LedgerRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    ledger_of(&request, given.open)
}

fn ledger_of(request: &v1::LedgerRequest, open: &OpenLedger<'_>) -> Result<String, Error> {
    let options = Options::for_reading(&request.options)?;
    let most = usize::try_from(request.rows).unwrap_or(usize::MAX);
    canonical(&inventory::read_ledger(open(), &options, most)?)
}
