//! Methods about where products come from: rules of origin, chain of custody, deforestation, lots.

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::report::{self, Lang};
use crate::wire::v1::{self, canonical, read_json};
use crate::{custody, eudr, lot, origin};

use super::with_packs;

/// Verdicts on the arithmetic of rules of origin.
pub(super) fn origin(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::OriginRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    canonical(&origin::assess(&catalog, &request)?)
}

/// The worksheet on origin as a document.
pub(super) fn origin_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::OriginReportRequest = read_json(request)?;
    document(&request.format, &request.lang, |web, lang| match web {
        false => report::origin_table(&request.answer, lang),
        true => report::origin_html(&request.answer, lang),
    })
}

/// A ledger of credits, balanced and checked.
pub(super) fn custody(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CustodyRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    canonical(&custody::check(&catalog, &request)?)
}

/// A checked ledger as a document.
pub(super) fn custody_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CustodyReportRequest = read_json(request)?;
    document(&request.format, &request.lang, |web, lang| match web {
        false => report::custody_table(&request.answer, lang),
        true => report::custody_html(&request.answer, lang),
    })
}

/// Plots, a statement and lots under the deforestation regulation.
pub(super) fn eudr(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EudrRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    canonical(&eudr::check(&catalog, &request)?)
}

/// A check under the deforestation regulation as a document.
pub(super) fn eudr_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EudrReportRequest = read_json(request)?;
    document(&request.format, &request.lang, |web, lang| match web {
        false => report::eudr_table(&request.answer, lang),
        true => report::eudr_html(&request.answer, lang),
    })
}

/// Which of the ten data a lot has.
pub(super) fn lot(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&lot::check(&read_json(request)?)?)
}

/// The public page of a lot.
pub(super) fn lot_page(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::LotPageRequest = read_json(request)?;
    document(&request.format, &request.lang, |web, lang| match web {
        false => report::lot_table(&request.answer, lang),
        true => report::lot_html(&request.answer, lang),
    })
}

/// A document as a table of the terminal or as a page.
pub(super) fn document(
    format: &str,
    lang: &str,
    write: impl Fn(bool, Lang) -> String,
) -> Result<String, Error> {
    let lang = match lang {
        "" => Lang::En,
        code => Lang::parse(code).map_err(|error| error.at("/lang"))?,
    };
    let web = match format {
        "" | "table" => false,
        "html" => true,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use table or html")
                .at("/format"));
        }
    };
    canonical(&v1::ReportAnswer { text: write(web, lang) })
}
