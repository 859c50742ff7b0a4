//! Methods about an installation under CBAM.

use super::with_packs;
use crate::cbam;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::report::{self, Lang};
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn embedded(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedRequest = read_json(request)?;
    canonical(&cbam::embedded(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Embedded emissions as a document.
pub(super) fn embedded_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedReportRequest = read_json(request)?;
    let lang = match request.lang.as_str() {
        "" => Lang::En,
        lang => Lang::parse(lang).map_err(|error| error.at("/lang"))?,
    };
    let text = match request.format.as_str() {
        "" | "table" => report::cbam_embedded_table(&request.answer, lang),
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use table")
                .at("/format"));
        }
    };
    canonical(&v1::ReportAnswer { text })
}
