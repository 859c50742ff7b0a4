//! Methods that compare inventories.

use std::borrow::Cow;

use super::with_packs;
use crate::compare::{self, Side, Style};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::report::{self, Lang};
use crate::wire::v1::{self, canonical, read_json};

/// A ledger with everything that makes an inventory of it.
struct Ledger<'c> {
    catalog: Cow<'c, Catalog>,
    options: Options,
    bytes: Vec<u8>,
}

impl Ledger<'_> {
    fn side(&self) -> Side<'_> {
        Side::new(&self.catalog, self.options.clone(), || Ok(Box::new(self.bytes.as_slice())))
    }
}

/// One side of a comparison, ready to be compared.
enum Given<'c> {
    Answer(Box<v1::InventoryAnswer>),
    Ledger(Box<Ledger<'c>>),
}

impl<'c> Given<'c> {
    fn new(catalog: &'c Catalog, side: v1::DiffSide, path: &str) -> Result<Given<'c>, Error> {
        let place = |error: Error| {
            let path = format!("{path}{}", error.path());
            error.at(path)
        };
        match (side.answer, side.ledger) {
            (Some(answer), None) => Ok(Given::Answer(Box::new(answer))),
            (None, Some(ledger)) => {
                let options = Options::from_request(&side.options.unwrap_or_default()).map_err(place)?;
                let catalog = with_packs(catalog, &side.packs).map_err(place)?;
                let bytes = ledger.bytes().map_err(place)?;
                Ok(Given::Ledger(Box::new(Ledger { catalog, options, bytes })))
            }
            _ => {
                Err(Error::new(Code::BadRequest, "give either `answer`, or `ledger` with its options")
                    .at(path))
            }
        }
    }

    fn answer(&self) -> Result<Cow<'_, v1::InventoryAnswer>, Error> {
        match self {
            Given::Answer(answer) => Ok(Cow::Borrowed(answer)),
            Given::Ledger(given) => {
                let (bytes, catalog) = (given.bytes.as_slice(), &given.catalog);
                let options = inventory::surveyed(|| Ok(bytes), catalog, given.options.clone())?;
                inventory::compute(bytes, catalog, &options).map(Cow::Owned)
            }
        }
    }
}

pub(super) fn diff(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DiffRequest = read_json(request)?;
    let style = Style::from_request(&request.options)?;
    let before = Given::new(catalog, request.before, "/before")?;
    let after = Given::new(catalog, request.after, "/after")?;
    let answer = match (&before, &after) {
        (Given::Ledger(old), Given::Ledger(new)) => compare::diff(&old.side(), &new.side(), &style)?,
        // A finished side knows its cells only.
        _ => compare::diff_answers(catalog, before.answer()?.as_ref(), after.answer()?.as_ref(), &style)?,
    };
    canonical(&answer)
}

pub(super) fn intensity(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&compare::intensity(&read_json(request)?)?)
}

pub(super) fn targets(catalog: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&compare::targets(catalog, &read_json(request)?)?)
}

/// The base year; ledgers of the request become finished inventories first.
pub(super) fn base_year(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let mut request: v1::BaseYearRequest = read_json(request)?;
    let base = Given::new(catalog, request.base.clone(), "/base")?;
    let current = request.current.clone().map(|side| Given::new(catalog, side, "/current")).transpose()?;
    for (at, event) in request.events.iter_mut().enumerate() {
        if let Some(side) = &mut event.entity {
            finish(catalog, side, &format!("/events/{at}/entity"))?;
        }
        if let Some(side) = &mut event.corrected {
            // Other options and packs for the same rows.
            if side.answer.is_none() && side.ledger.is_none() {
                side.ledger = request.base.ledger.clone();
            }
            finish(catalog, side, &format!("/events/{at}/corrected"))?;
        }
    }
    let finished = |given: &Given<'_>| -> Result<v1::DiffSide, Error> {
        Ok(v1::DiffSide { answer: Some(given.answer()?.into_owned()), ..v1::DiffSide::default() })
    };
    request.base = finished(&base)?;
    request.current = current.as_ref().map(finished).transpose()?;
    let mut answer = compare::base_year(catalog, &request)?;
    if let (Given::Ledger(old), Some(Given::Ledger(new))) = (&base, &current) {
        // Both ledgers are at hand: the comparison goes down to the lines.
        let style = Style::for_years(&request)?;
        answer.take(compare::diff(&old.side(), &new.side(), &style)?)?;
    }
    canonical(&answer)
}

/// Computes a side that is a ledger.
fn finish(catalog: &Catalog, side: &mut v1::DiffSide, path: &str) -> Result<(), Error> {
    let answer = Given::new(catalog, core::mem::take(side), path)?.answer()?.into_owned();
    side.answer = Some(answer);
    Ok(())
}

/// A writer of one form of an answer.
type Form<'a> = (&'static str, &'a dyn Fn(Lang) -> String);

/// A document in one of the forms that an answer has.
pub(super) fn written((format, lang): (&str, &str), forms: &[Form<'_>]) -> Result<String, Error> {
    let lang =
        if lang.is_empty() { Lang::En } else { Lang::parse(lang).map_err(|error| error.at("/lang"))? };
    let Some((_, write)) = forms.iter().find(|(name, _)| *name == format) else {
        let names = forms.iter().map(|(name, _)| *name).filter(|name| !name.is_empty());
        let names: Vec<&str> = names.collect();
        return Err(Error::new(Code::UnknownValue, format!("format `{format}` is not known"))
            .with_help(format!("use {}", names.join(" or ")))
            .at("/format"));
    };
    canonical(&v1::ReportAnswer { text: write(lang) })
}

/// The location-based waterfall, drawn.
fn waterfall(falls: &[v1::Waterfall], draw: impl Fn(&v1::Waterfall) -> String) -> String {
    falls.first().map_or_else(String::new, draw)
}

pub(super) fn diff_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DiffReportRequest = read_json(request)?;
    let answer = &request.answer;
    let chart = |lang| waterfall(&answer.waterfalls, |fall| report::waterfall_vega_lite(fall, lang));
    let picture = |lang| waterfall(&answer.waterfalls, |fall| report::waterfall_svg(fall, lang));
    let table = |lang| report::diff_table(answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("vega-lite", &chart), ("svg", &picture)])
}

pub(super) fn base_year_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::BaseYearReportRequest = read_json(request)?;
    let answer = &request.answer;
    let chart = |lang| waterfall(&answer.waterfalls, |fall| report::waterfall_vega_lite(fall, lang));
    let picture = |lang| waterfall(&answer.waterfalls, |fall| report::waterfall_svg(fall, lang));
    let table = |lang| report::base_year_table(answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("vega-lite", &chart), ("svg", &picture)])
}

pub(super) fn intensity_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::IntensityReportRequest = read_json(request)?;
    let table = |lang| report::intensity_table(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table)])
}

pub(super) fn targets_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::TargetsReportRequest = read_json(request)?;
    let chart = |lang| report::targets_vega_lite(&request.answer, lang);
    let picture = |lang| report::targets_svg(&request.answer, lang);
    let table = |lang| report::targets_table(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("vega-lite", &chart), ("svg", &picture)])
}
