//! Methods about sustainability reports.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::with_packs;
use crate::disclosure::{self, Taxonomy};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::report::{self, Lang, PageLang};
use crate::wire::v1::{self, canonical, read_json};

/// What is wrong with a report and what it misses.
pub(super) fn check(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureRequest = read_json(request)?;
    canonical(&checked(&*with_packs(catalog, &request.packs)?, &request.report)?)
}

fn checked(catalog: &Catalog, report: &v1::Disclosure) -> Result<v1::DisclosureAnswer, Error> {
    disclosure::check(catalog, report).map_err(|error| disclosure::below("/report", error))
}

/// A report filled from answers, inventories and energy accounts.
pub(super) fn fill(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureFillRequest = read_json(request)?;
    canonical(&disclosure::fill(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// A report computed again from its ledgers and from what people stated.
pub(super) fn verify(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureVerifyRequest = read_json(request)?;
    let own = with_packs(catalog, &request.fill.packs).map_err(|error| disclosure::below("/fill", error))?;
    let packs = |packs: &[String]| Ok(with_packs(catalog, packs)?.into_owned());
    canonical(&crate::verify::disclosure(&own, &request, &packs)?)
}

/// The facts of a report of anybody.
pub(super) fn read(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureReadRequest = read_json(request)?;
    canonical(&disclosure::read(&*with_packs(catalog, &request.packs)?, &request)?)
}

/// The form of a taxonomy.
pub(super) fn form(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureFormRequest = read_json(request)?;
    canonical(&disclosure::form(&*with_packs(catalog, &request.packs)?, &request.taxonomy, &request.module)?)
}

/// The taxonomies that are loaded.
pub(super) fn taxonomies(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureTaxonomiesRequest = read_json(request)?;
    canonical(&disclosure::taxonomies(&*with_packs(catalog, &request.packs)?)?)
}

/// A report as a document.
pub(super) fn write(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DisclosureWriteRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let answer = checked(&catalog, &request.report)?;
    let lang = || PageLang::parse(&request.lang).map_err(|error| error.at("/lang"));
    let one = || match lang()? {
        PageLang::One(lang) => Ok(lang),
        PageLang::Both => Ok(Lang::En),
    };
    let page = || {
        report::disclosure_page(&catalog, &answer, lang()?).map_err(|error| {
            let path = format!("/report{}", error.path().trim_start_matches("/report"));
            error.at(path)
        })
    };
    let text = |text: String| v1::DocumentAnswer { text, base64: String::new() };
    canonical(&match request.format.as_str() {
        "xbrl-json" => {
            // The page refuses what is wrong; so does this.
            if !answer.result.valid {
                page()?;
            }
            let taxonomy = Taxonomy::open(&catalog, &request.report.taxonomy)?;
            text(disclosure::xbrl_json(&taxonomy, &answer.result.report, disclosure::fact_id)?)
        }
        "ixbrl" => text(page()?),
        "xbri" => {
            v1::DocumentAnswer { text: String::new(), base64: BASE64.encode(disclosure::package(&page()?)?) }
        }
        "table" => text(report::disclosure_table(&answer, one()?)),
        "html" => text(report::disclosure_html(&answer, one()?)),
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use xbrl-json, ixbrl, xbri, table or html")
                .at("/format"));
        }
    })
}
