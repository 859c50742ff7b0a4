//! Methods about ledgers and inventories.

use core::ops::ControlFlow;

use super::{OpenLedger, with_packs};
use crate::activity::{Field, Reader, Record};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, LineWanted, Options, Progress};
use crate::report::{self, Lang};
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
    canonical(&inventory::compute_with((given.open)(), &catalog, &options, &mut |_| Ok(()), given.progress)?)
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
    let mut refused = Error::new(Code::LineNotFound, format!("no line `{}`", request.line)).at("/line");
    for wanted in LineWanted::parse(&request.line) {
        match inventory::explain(open(), &catalog, &options, &wanted) {
            Ok(record) => return canonical(&record),
            Err(error) if error.code() == Code::LineNotFound => {}
            Err(error) => refused = error,
        }
    }
    Err(refused)
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
    let bytes = request.ledger.bytes()?;
    ledger_of(&request, &|| Box::new(bytes.as_slice()))
}

pub(super) fn ledger_given(_: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::LedgerRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    ledger_of(&request, given.open)
}

fn ledger_of(request: &v1::LedgerRequest, open: &OpenLedger<'_>) -> Result<String, Error> {
    let mut declared = request.options.clone();
    // Reading needs neither profile nor GWP set: fill in any, nothing of them is used.
    if declared.profile.is_empty() {
        declared.profile = "ghg-protocol".into();
    }
    if declared.gwp.is_empty() {
        declared.gwp = "AR5".into();
    }
    let options = Options::from_request(&declared)?;
    let mut findings: Vec<v1::Finding> = Vec::new();
    let limit = options.limits.findings;
    let mut answer = v1::LedgerAnswer {
        rows: 0,
        skipped: 0,
        records: Vec::new(),
        reading: v1::Reading::default(),
        findings: Vec::new(),
    };
    match Reader::open(open(), &options.read, &options.limits) {
        Err(header) => findings.extend(header.iter().map(v1::Finding::from)),
        Ok(mut reader) => {
            let mut record = Record::default();
            let most = usize::try_from(request.rows).unwrap_or(usize::MAX);
            let mut keep = |finding: crate::error::Finding| {
                if findings.len() < limit {
                    findings.push(v1::Finding::from(&finding));
                }
            };
            while reader.read(&mut record, &mut keep)? {
                if answer.records.len() < most {
                    answer.records.push(row(&record));
                }
            }
            answer.rows = reader.rows();
            answer.skipped = reader.skipped();
            answer.reading = inventory::reading(&reader, &options);
        }
    }
    answer.findings = findings;
    canonical(&answer)
}

fn row(record: &Record) -> v1::LedgerRecord {
    let filled = Field::ALL.iter().filter(|field| !record.get(**field).is_empty());
    v1::LedgerRecord {
        row: record.row(),
        quantity: record.quantity().to_string(),
        start: record.period().start().to_string(),
        end: record.period().end().to_string(),
        fields: filled
            .map(|field| v1::FieldValue { field: field.name().into(), value: record.get(*field).into() })
            .collect(),
    }
}
