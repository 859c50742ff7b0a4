//! The choices of an importer, checked; and the figures that they or the packs give for a year or a day.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use crate::cbam::{Figure, Subject, Tables};
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};
use crate::wire::v1;

/// Years for which a mechanism can be thought of.
const YEARS: core::ops::RangeInclusive<i32> = 2026..=2099;

/// Which emissions decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cbam) enum Data {
    Default,
    Actual,
    ActualElseDefault,
}

impl Data {
    /// Reads the word; Vietnamese words of ledgers are understood.
    pub(in crate::cbam) fn parse(text: &str) -> Result<Data, Error> {
        match text.to_lowercase().as_str() {
            "default" | "mặc định" => Ok(Data::Default),
            "actual" | "thực tế" => Ok(Data::Actual),
            "actual-else-default" => Ok(Data::ActualElseDefault),
            "" => Err(Error::new(Code::ChoiceMissing, "nothing says which emissions decide")
                .with_help("use default, actual or actual-else-default")),
            _ => Err(Error::new(Code::UnknownValue, format!("`{text}` is no way of determination"))
                .with_help("use default, actual or actual-else-default")),
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Data::Default => "default",
            Data::Actual => "actual",
            Data::ActualElseDefault => "actual-else-default",
        }
    }
}

/// A price of the request.
#[derive(Clone, Debug)]
struct Price {
    from: NaiveDate,
    to: NaiveDate,
    eur: Ratio,
    source: Box<str>,
}

/// The choices, checked.
#[derive(Clone, Debug)]
pub(super) struct Choices<'c> {
    pub(super) tables: Tables<'c>,
    pub(super) year: i32,
    pub(super) data: Data,
    pub(super) edition: Option<Box<str>>,
    prices: Vec<Price>,
    correction: Vec<(i32, Ratio, Box<str>)>,
    pub(super) reference_price: Option<Ratio>,
    /// One price for all imports of a scenario.
    flat_price: Option<Ratio>,
    asked: Asked,
}

/// A figure with the record of where it is from, which lines share.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) value: Ratio,
    pub(super) record: Rc<v1::CbamFigure>,
}

/// What was asked of the packs, and what they said: lines ask for the same few figures tens of thousands of times.
#[derive(Clone, Debug, Default)]
struct Asked {
    figures: Rc<RefCell<HashMap<NaiveDate, Vec<Answered>>>>,
    slots: Rc<RefCell<HashMap<NaiveDate, NaiveDate>>>,
}

#[derive(Debug)]
struct Answered {
    figure: &'static str,
    about: Box<str>,
    given: Result<Given, Error>,
}

/// Reads a year of import.
pub(super) fn year(text: &str, path: &str) -> Result<i32, Error> {
    if text.is_empty() {
        return Err(Error::new(Code::ChoiceMissing, "no year of import is named")
            .with_help("name the calendar year, as 2026")
            .at(path.to_owned()));
    }
    year_of(text).filter(|year| YEARS.contains(year)).ok_or_else(|| {
        Error::new(Code::UnknownValue, format!("`{text}` is no year of the mechanism"))
            .with_help("write a year from 2026 on")
            .at(path.to_owned())
    })
}

/// A year of four digits.
pub(in crate::cbam) fn year_of(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let amount = Amount::parse(text).ok().filter(|_| digits)?;
    i32::try_from(amount.mantissa()).ok().filter(|_| amount.scale() == 0)
}

/// Reads an amount of zero or more: a decimal, or a fraction `n/d` as exact answers write it.
pub(super) fn amount(text: &str, path: &str) -> Result<Ratio, Error> {
    let parse = |text: &str| Ok(Ratio::from(Amount::parse(text)?));
    let read = match text.split_once('/') {
        Some((numerator, denominator)) => {
            parse(numerator).and_then(|numerator: Ratio| numerator.try_div(parse(denominator)?))
        }
        None => parse(text),
    };
    let read = read.map_err(|error: Error| error.at(path.to_owned()))?;
    if read.is_negative() {
        return Err(Error::new(Code::NegativeQuantity, format!("`{text}` is below zero"))
            .with_help("write a figure of zero or more")
            .at(path.to_owned()));
    }
    Ok(read)
}

fn day(text: &str, path: &str) -> Result<NaiveDate, Error> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| {
        Error::new(Code::BadDate, format!("`{text}` is not a day such as 2026-10-01")).at(path.to_owned())
    })
}

fn sourced(source: &str, path: &str) -> Result<Box<str>, Error> {
    if source.trim().is_empty() {
        return Err(Error::new(Code::MissingValue, "a figure without its source is no evidence")
            .with_help("say where the figure is from")
            .at(path.to_owned()));
    }
    Ok(source.into())
}

impl<'c> Choices<'c> {
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_DATE`, `MISSING_VALUE` and those of numbers, with the path of the field.
    pub(super) fn new(tables: Tables<'c>, options: &v1::CbamImportOptions) -> Result<Choices<'c>, Error> {
        let mut prices = Vec::with_capacity(options.prices.len());
        for (at, price) in options.prices.iter().enumerate() {
            let path = |field: &str| format!("/options/prices/{at}/{field}");
            let (from, to) = (day(&price.from, &path("from"))?, day(&price.to, &path("to"))?);
            if to < from {
                let message = format!("{to} lies before {from}");
                return Err(Error::new(Code::PeriodReversed, message).at(path("to")));
            }
            prices.push(Price {
                from,
                to,
                eur: amount(&price.eur_per_t_co2e, &path("eur_per_t_co2e"))?,
                source: sourced(&price.source, &path("source"))?,
            });
        }
        let mut correction = Vec::with_capacity(options.correction_factors.len());
        for (at, factor) in options.correction_factors.iter().enumerate() {
            let path = |field: &str| format!("/options/correction_factors/{at}/{field}");
            let value = amount(&factor.value, &path("value"))?;
            let source = sourced(&factor.source, &path("source"))?;
            correction.push((year(&factor.year, &path("year"))?, value, source));
        }
        let reference = &options.reference_price_eur_per_t_co2e;
        let path = "/options/reference_price_eur_per_t_co2e";
        let reference_price = match reference.as_str() {
            "" => None,
            text => Some(amount(text, path)?),
        };
        if reference_price.is_some_and(Ratio::is_zero) {
            return Err(Error::new(Code::DivisionByZero, "the average price is zero").at(path));
        }
        let edition: Option<Box<str>> =
            (!options.defaults_edition.is_empty()).then(|| options.defaults_edition.as_str().into());
        if let Some(edition) = &edition {
            let editions = tables.catalog().cbam_defaults()?;
            let known: Vec<&str> = editions.iter().map(|(pack, _)| &*pack.id).collect();
            if !known.contains(&&**edition) {
                let message = format!("no loaded pack of default values is called `{edition}`");
                return Err(Error::new(Code::UnknownValue, message)
                    .with_help(format!("use one of {}", known.join(", ")))
                    .at("/options/defaults_edition"));
            }
        }
        let choices = Choices {
            tables,
            year: year(&options.year, "/options/year")?,
            data: Data::parse(&options.data).map_err(|error| error.at("/options/data"))?,
            edition,
            prices,
            correction,
            reference_price,
            flat_price: None,
            asked: Asked::default(),
        };
        for (at, price) in choices.prices.iter().enumerate() {
            let next = price.to.succ_opt().unwrap_or(price.to);
            for (field, day) in [("from", price.from), ("to", next)] {
                if choices.slot(day) != day {
                    let message =
                        "a price holds for whole quarters of 2026, and for whole weeks from 2027 on";
                    return Err(Error::new(Code::UnknownValue, message)
                        .with_help("let it begin with a quarter (week) and end with one")
                        .at(format!("/options/prices/{at}/{field}")));
                }
            }
        }
        Ok(choices)
    }

    /// The same choices with one price for all imports.
    pub(super) fn with_price(mut self, eur: Ratio) -> Choices<'c> {
        self.flat_price = Some(eur);
        self
    }

    /// 1 January of the year of import.
    pub(super) fn first_day(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, 1, 1).unwrap_or_default()
    }

    /// A figure of the packs.
    pub(super) fn figure(&self, figure: &'static str, about: &str, on: NaiveDate) -> Result<Given, Error> {
        let mut figures = self.asked.figures.borrow_mut();
        let known = figures.entry(on).or_default();
        if let Some(known) = known.iter().find(|known| known.figure == figure && *known.about == *about) {
            return known.given.clone();
        }
        let found = self.tables.figure(Subject { figure, about }, on);
        let given = found.and_then(|found| {
            Ok(Given { value: Ratio::from(found.amount()?), record: Rc::new(record(&found)) })
        });
        known.push(Answered { figure, about: about.into(), given: given.clone() });
        given
    }

    /// The share of free allocation that remains for goods of a year of production.
    pub(super) fn cbam_factor(&self, year: i32) -> Result<Given, Error> {
        self.figure("cbam-factor", "", first_of(year))
    }

    /// The cross-sectoral correction factor of a year of production.
    pub(super) fn correction(&self, year: i32) -> Result<Given, Error> {
        if let Some((_, value, source)) = self.correction.iter().find(|(known, ..)| *known == year) {
            return Ok(Given { value: *value, record: requested("correction_factors", *value, "1", source) });
        }
        self.figure("cscf", "", first_of(year)).map_err(|error| {
            let help = "give it in `correction_factors`, or load a pack of kind `cbam-figures` that has it";
            Error::new(error.code(), error.message()).with_help(help)
        })
    }

    /// The price for imports of a day; none if nobody gives it.
    pub(super) fn price(&self, on: NaiveDate) -> Result<Option<Given>, Error> {
        if let Some(value) = self.flat_price {
            let record = requested("price", value, "EUR/t CO2e", "the scenario");
            return Ok(Some(Given { value, record }));
        }
        if let Some(price) = self.prices.iter().find(|price| price.from <= on && on <= price.to) {
            let record = requested("prices", price.eur, "EUR/t CO2e", &price.source);
            return Ok(Some(Given { value: price.eur, record }));
        }
        match self.figure("price", "", on) {
            Ok(given) => Ok(Some(given)),
            Err(error) if error.code() == Code::FigureMissing => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// First day of the stretch that shares a price and a quarter with a day: a quarter, or a week of one.
    pub(super) fn slot(&self, on: NaiveDate) -> NaiveDate {
        *self.asked.slots.borrow_mut().entry(on).or_insert_with(|| self.stretch(on))
    }

    fn stretch(&self, on: NaiveDate) -> NaiveDate {
        let month = on.month0().saturating_sub(on.month0().checked_rem(3).unwrap_or(0)).saturating_add(1);
        let quarter = NaiveDate::from_ymd_opt(on.year(), month, 1).unwrap_or(on);
        let period = self.tables.figure(Subject { figure: "price-period", about: "" }, on);
        if period.is_ok_and(|period| *period.row.value == *"week") {
            let back = chrono::Days::new(on.weekday().num_days_from_monday().into());
            return on.checked_sub_days(back).unwrap_or(on).max(quarter);
        }
        quarter
    }
}

fn first_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// A row of the packs as answers show it.
pub(super) fn record(figure: &Figure<'_>) -> v1::CbamFigure {
    v1::CbamFigure {
        id: figure.id(),
        value: figure.row.value.to_string(),
        unit: figure.row.unit.to_string(),
        document: figure.row.document.to_string(),
        clause: figure.row.clause.to_string(),
        confidence: figure.row.confidence.to_string(),
        note: figure.row.note.to_string(),
    }
}

/// A figure of the request as answers show it.
fn requested(field: &str, value: Ratio, unit: &str, source: &str) -> Rc<v1::CbamFigure> {
    Rc::new(v1::CbamFigure {
        id: format!("request/{field}"),
        value: value.to_string(),
        unit: unit.into(),
        document: source.into(),
        clause: String::new(),
        confidence: String::new(),
        note: "given with the request".into(),
    })
}

/// What was used on the way to a result.
#[derive(Clone, Debug, Default)]
pub(super) struct Used {
    pub(super) figures: BTreeSet<Rc<v1::CbamFigure>>,
    pub(super) packs: BTreeSet<Box<str>>,
    pub(super) confidences: BTreeSet<Box<str>>,
}

impl Used {
    /// Remembers a figure; the pack stands before the first slash of its name.
    pub(super) fn figure(&mut self, record: &Rc<v1::CbamFigure>) {
        if self.figures.contains(record) {
            return;
        }
        if let Some((pack, _)) = record.id.split_once('/').filter(|(pack, _)| *pack != "request") {
            remember(&mut self.packs, pack);
        }
        if !record.confidence.is_empty() {
            remember(&mut self.confidences, &record.confidence);
        }
        self.figures.insert(Rc::clone(record));
    }

    /// Remembers a row of a table.
    pub(super) fn pack(&mut self, pack: &crate::factor::Pack) {
        remember(&mut self.packs, &pack.id);
        remember(&mut self.confidences, &pack.confidence);
    }

    pub(super) fn take(&mut self, other: &Used) {
        for figure in &other.figures {
            if !self.figures.contains(figure) {
                self.figures.insert(Rc::clone(figure));
            }
        }
        other.packs.iter().for_each(|pack| remember(&mut self.packs, pack));
        other.confidences.iter().for_each(|word| remember(&mut self.confidences, word));
    }

    /// The lowest confidence.
    pub(super) fn confidence(&self) -> String {
        const ORDER: [&str; 4] = ["A", "A-", "B", "C"];
        let rank = |word: &str| ORDER.iter().position(|known| *known == word).unwrap_or(ORDER.len());
        self.confidences.iter().max_by_key(|word| rank(word)).map_or_else(String::new, ToString::to_string)
    }
}

/// Most lines say what others said: only what is new is copied.
fn remember(known: &mut BTreeSet<Box<str>>, word: &str) {
    if !known.contains(word) {
        known.insert(word.into());
    }
}
