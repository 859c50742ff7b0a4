//! Methods about an installation under CBAM.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::compare::written;
use super::with_packs;
use crate::cbam;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::report::{self, Lang};
use crate::seal::{self, SecretKey};
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
    let table = |lang| report::cbam_template_table(&request.answer, lang);
    written((&request.format, &request.lang), &[("", &table), ("table", &table)])
}

/// Embedded emissions as a document.
pub(super) fn embedded_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedReportRequest = read_json(request)?;
    let table = |lang| report::cbam_embedded_table(&request.answer, lang);
    let html = |lang| report::cbam_embedded_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("", &table), ("table", &table), ("html", &html)])
}

/// An explanation as a document.
pub(super) fn explain_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamExplainReportRequest = read_json(request)?;
    let table = |lang| report::cbam_explain_table(&request.answer, lang);
    let html = |lang| report::cbam_explain_html(&request.answer, lang);
    written((&request.format, &request.lang), &[("", &table), ("table", &table), ("html", &html)])
}

/// The operator's emissions report.
pub(super) fn report(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamEmbeddedRequest = read_json(request)?;
    canonical(&cbam::report(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The figures that an importer needs, sealed with the caller's key.
pub(super) fn figures(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CbamFiguresRequest = read_json(request)?;
    let placed = |error: Error| {
        let path = format!("/document{}", error.path());
        error.at(path)
    };
    let packs = with_packs(catalog, &request.document.packs).map_err(placed)?;
    let figures = cbam::figures(&packs, &request.document).map_err(placed)?;
    let (document, public_key) = match request.key.as_str() {
        "" => (canonical(&figures)?, String::new()),
        key => {
            let key = SecretKey::parse(key).map_err(|error| error.at("/key"))?;
            let value = read_json(&canonical(&figures)?)?;
            let sealed = seal::sign(&value, &key, &request.created).map_err(|error| error.at("/created"))?;
            (canonical(&sealed)?, key.public().multikey())
        }
    };
    canonical(&v1::CbamFiguresAnswer { document, public_key, figures })
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
