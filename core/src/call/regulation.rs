//! Methods about laws: duties, thresholds, emissions trading, the steam formula.

use super::with_packs;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::regulation;
use crate::report::{self, Lang};
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn obligations(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ObligationsRequest = read_json(request)?;
    canonical(&regulation::obligations(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn toe(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ToeRequest = read_json(request)?;
    canonical(&regulation::toe(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn compliance(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EtsRequest = read_json(request)?;
    canonical(&regulation::compliance(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn steam_factor(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SteamRequest = read_json(request)?;
    canonical(&regulation::steam_factor(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn facility_report(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FacilityReportRequest = read_json(request)?;
    canonical(&regulation::facility_report(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// A facility report as a document.
pub(super) fn facility_document(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FacilityDocumentRequest = read_json(request)?;
    let lang = if request.lang.is_empty() {
        Lang::Vi
    } else {
        Lang::parse(&request.lang).map_err(|error| error.at("/lang"))?
    };
    let text = match request.format.as_str() {
        "html" => report::facility_html(&request.answer, lang),
        "csv" => report::facility_csv(&request.answer),
        "table" => report::facility_table(&request.answer, lang),
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use html, csv or table")
                .at("/format"));
        }
    };
    canonical(&v1::ReportAnswer { text })
}
