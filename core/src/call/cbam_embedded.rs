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

pub(super) fn explain(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedRequest = read_json(request)?;
    canonical(&cbam::explain(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// Embedded emissions as a document.
pub(super) fn embedded_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedReportRequest = read_json(request)?;
    written(&request.format, &request.lang, |lang| report::cbam_embedded_table(&request.answer, lang))
}

/// An explanation as a document.
pub(super) fn explain_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamExplainReportRequest = read_json(request)?;
    written(&request.format, &request.lang, |lang| report::cbam_explain_table(&request.answer, lang))
}

fn written(format: &str, lang: &str, table: impl Fn(Lang) -> String) -> Result<String, Error> {
    let lang =
        if lang.is_empty() { Lang::En } else { Lang::parse(lang).map_err(|error| error.at("/lang"))? };
    match format {
        "" | "table" => canonical(&v1::ReportAnswer { text: table(lang) }),
        other => Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
            .with_help("use table")
            .at("/format")),
    }
}
