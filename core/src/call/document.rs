//! Methods that write answers down.

use core::ops::ControlFlow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::with_packs;
use crate::compare::Side;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::report::{self, Document, Lang, WorkbookLines};
use crate::verify::{self, Against};
use crate::wire::v1::{self, canonical, read_json};

/// Any answer as a document; the workbook of an inventory with the lines of its ledger, if that is given.
pub(super) fn document(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DocumentRequest = read_json(request)?;
    let lang = lang(&request.lang)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let lines = match &request.ledger {
        None => None,
        Some(ledger) => {
            if request.format != "xlsx" {
                let message = "only the workbook of an inventory lists the lines of a ledger";
                return Err(Error::new(Code::BadRequest, message).at("/ledger"));
            }
            let answer: v1::InventoryAnswer = read_json(&request.answer)?;
            Some(lines(&catalog, &request.options, &ledger.bytes()?, &answer)?)
        }
    };
    let written = report::document(&catalog, &request.answer, &request.format, lang, lines)?;
    canonical(&match written {
        Document::Text(text) => v1::DocumentAnswer { text, base64: String::new() },
        Document::Bytes(bytes) => v1::DocumentAnswer { text: String::new(), base64: BASE64.encode(bytes) },
    })
}

/// A chart as data.
pub(super) fn chart(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&v1::ReportAnswer { text: report::chart_data(&read_json(request)?)? })
}

/// A report computed again from its ledger.
pub(super) fn verify_report(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ReportVerifyRequest = read_json(request)?;
    let report = v1::file_bytes(request.report.text.as_ref(), request.report.base64.as_ref())
        .map_err(|error| error.at("/report"))?;
    let own = with_packs(catalog, &request.packs)?;
    let ledger = request.ledger.bytes()?;
    let against = Against { catalog: &own, options: &request.options, ledger: &ledger, list: request.list };
    let mut answer = verify::verify(&report, &against)?;
    if let Some(earlier) = request.earlier {
        let place = |error: Error| {
            let path = format!("/earlier{}", error.path());
            error.at(path)
        };
        let Some(before) = &earlier.ledger else {
            let message = "the earlier side needs its ledger, to be compared line by line";
            return Err(Error::new(Code::BadRequest, message).at("/earlier/ledger"));
        };
        let declared = match (request.options.profile.as_str(), core::str::from_utf8(&report)) {
            ("", Ok(text)) => verify::choices_of(text, &own)?,
            _ => request.options.clone(),
        };
        let before = before.bytes().map_err(place)?;
        let old_catalog = with_packs(catalog, &earlier.packs).map_err(place)?;
        let old_options = earlier.options.as_ref().unwrap_or(&declared);
        let old = Side::new(&old_catalog, Options::from_request(old_options).map_err(place)?, || {
            Ok(Box::new(before.as_slice()))
        });
        let now = Side::new(&own, Options::from_request(&declared)?, || Ok(Box::new(ledger.as_slice())));
        answer = verify::with_changes(answer, &old, &now)?;
    }
    canonical(&answer)
}

/// Any answer computed again from its request.
pub(super) fn verify_answer(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::AnswerVerifyRequest = read_json(request)?;
    let own = with_packs(catalog, &request.packs)?;
    let ask = |method: &str, request: &str| super::call(&own, method, request);
    let packs = |packs: &[String]| Ok(with_packs(&own, packs)?.into_owned());
    canonical(&verify::answer(&request, &ask, &packs)?)
}

/// The lines of a ledger, which must give the very inventory that is written.
fn lines<'c>(
    catalog: &'c Catalog,
    options: &v1::InventoryOptions,
    ledger: &[u8],
    answer: &v1::InventoryAnswer,
) -> Result<WorkbookLines<'c>, Error> {
    let options = inventory::surveyed(|| Ok(ledger), catalog, Options::from_request(options)?)?;
    let mut lines = WorkbookLines::new(catalog, &options);
    let again =
        inventory::compute_with(ledger, catalog, &options, Some(&mut |line| lines.take(line)), &mut |_| {
            ControlFlow::Continue(())
        })?;
    if again.inventory.total != answer.inventory.total {
        let message = "the ledger with these options and packs does not give the totals of the answer";
        return Err(Error::new(Code::BadRequest, message)
            .with_help(
                "give the ledger, options and packs of the inventory; `report.verify` says what differs",
            )
            .at("/ledger"));
    }
    Ok(lines)
}

fn lang(code: &str) -> Result<Lang, Error> {
    if code.is_empty() { Ok(Lang::En) } else { Lang::parse(code).map_err(|error| error.at("/lang")) }
}
