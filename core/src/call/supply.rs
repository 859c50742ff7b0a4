//! Methods about networks of processes.

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::report;
use crate::supply;
use crate::wire::v1::{self, canonical, read_json};

/// Embedded emissions of every process, as columns or CSV.
pub(super) fn embedded(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplyRequest = read_json(request)?;
    let csv = match &*request.format {
        "" | "columns" => false,
        "csv" => true,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use columns or csv")
                .at("/format"));
        }
    };
    let mut answer = supply::embedded(&request)?;
    if csv {
        let result = &mut answer.result;
        result.csv = Some(report::supply_csv(result));
        (result.processes, result.units, result.figures, result.bounds) = (None, None, None, None);
    }
    canonical(&answer)
}

/// What one figure is made of.
pub(super) fn explain(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplyExplainRequest = read_json(request)?;
    canonical(&supply::explain(&request)?)
}

/// A figure taken apart as a table.
pub(super) fn explain_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SupplyExplainReportRequest = read_json(request)?;
    let lang = match &*request.lang {
        "" => report::Lang::En,
        lang => report::Lang::parse(lang).map_err(|error| error.at("/lang"))?,
    };
    canonical(&v1::ReportAnswer { text: report::supply_explain_table(&request.answer, lang) })
}
