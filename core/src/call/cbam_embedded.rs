//! Methods about an installation under CBAM.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

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

/// A filled communication template as the document of an installation.
pub(super) fn template(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamTemplateRequest = read_json(request)?;
    canonical(&cbam::template(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// What was read of a template as a document.
pub(super) fn template_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamTemplateReportRequest = read_json(request)?;
    written(&request.format, &request.lang, |lang| report::cbam_template_table(&request.answer, lang))
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

/// The operator's emissions report.
pub(super) fn report(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedRequest = read_json(request)?;
    canonical(&cbam::report(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The operator's emissions report as a document.
pub(super) fn report_document(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamReportDocumentRequest = read_json(request)?;
    let lang = match &*request.lang {
        "" => Lang::En,
        code => Lang::parse(code).map_err(|error| error.at("/lang"))?,
    };
    let text = |text: String| v1::DocumentAnswer { text, base64: String::new() };
    let answer = &request.answer;
    canonical(&match &*request.format {
        "table" => text(report::cbam_operator_table(answer, lang)),
        "html" => text(report::cbam_operator_html(answer, lang)),
        "xlsx" => {
            let bytes = report::cbam_operator_workbook(answer, lang)?;
            v1::DocumentAnswer { text: String::new(), base64: BASE64.encode(bytes) }
        }
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use table, html or xlsx")
                .at("/format"));
        }
    })
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
