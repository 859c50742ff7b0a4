//! Facts as they are written, turned into facts that can be relied on: every fault of every fact is told.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::taxonomy::{Concept, Sort, Taxonomy};
use super::xbrl::uri;
use crate::error::{Code, Error};
use crate::number::{Amount, Fraction};
use crate::order::Order;
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1;

/// A day at whose end something holds, or days over which something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Moment {
    Day(NaiveDate),
    Days(Period),
}

impl core::fmt::Display for Moment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Moment::Day(day) => day.fmt(f),
            Moment::Days(days) => days.fmt(f),
        }
    }
}

/// Reads `2025-12-31` as a day, everything else as days.
///
/// # Errors
/// Those of periods.
pub(crate) fn moment(text: &str) -> Result<Moment, Error> {
    if text.len() == 10 && !text.contains('/') {
        return NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Moment::Day)
            .map_err(|_| Error::new(Code::BadDate, format!("`{text}` is no day")));
    }
    Period::parse(text).map(Moment::Days)
}

/// The days of a report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spans {
    pub(super) now: Period,
    pub(super) before: Option<Period>,
}

impl Spans {
    /// # Errors
    /// `CHOICE_MISSING` and those of periods.
    pub(super) fn of(report: &v1::Disclosure) -> Result<Spans, Error> {
        if report.period.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "the days of the report are missing").at("/period"));
        }
        let read = |text: &str, path: &str| Period::parse(text).map_err(|error| error.at(path.to_owned()));
        let before = (!report.previous_period.is_empty())
            .then(|| read(&report.previous_period, "/previous_period"))
            .transpose()?;
        Ok(Spans { now: read(&report.period, "/period")?, before })
    }

    /// Whether a moment is one of the report: its days or the end of them.
    fn hold(&self, moment: Moment) -> bool {
        [Some(self.now), self.before].into_iter().flatten().any(|days| match moment {
            Moment::Day(day) => days.end() == day,
            Moment::Days(other) => days == other,
        })
    }
}

/// A fact that is right in itself.
#[derive(Clone, Debug)]
pub(super) struct Stated<'t> {
    /// Where it stands.
    pub(super) path: String,
    pub(super) concept: &'t Concept<'t>,
    pub(super) moment: Moment,
    /// The fact with everything spelled out.
    pub(super) fact: v1::Fact,
    pub(super) number: Option<Fraction>,
}

/// Reads a fact; nothing if something is wrong with it.
pub(super) fn stated<'t>(
    taxonomy: &'t Taxonomy<'t>,
    spans: &Spans,
    path: String,
    given: &v1::Fact,
    told: &mut Told,
) -> Option<Stated<'t>> {
    let Some(concept) = taxonomy.concepts.get(given.concept.as_str()) else {
        let message = format!("`{}` has no concept `{}`", taxonomy.pack.id, given.concept);
        told.error(Code::FactConcept, &format!("{path}/concept"), &given.concept, message);
        return None;
    };
    let errors = told.errors(|_| true);
    let mut fact = given.clone();
    let moment = period(concept, spans, &path, &mut fact, told);
    dimensions(taxonomy, concept, &path, &fact, told);
    let number = value(taxonomy, concept, &path, &mut fact, told);
    unit(concept, &path, &mut fact, told);
    marks(concept, &path, &mut fact, told);
    if let Some(moment) = moment
        && !spans.hold(moment)
        && fact.dimensions.values().all(|member| !taxonomy.members.contains_key(member.as_str()))
    {
        let message = format!("`{}` is stated for {moment}, which the report is not about", fact.concept);
        told.warn(Code::FactOtherPeriod, &format!("{path}/period"), &fact.period, message);
    }
    (told.errors(|_| true) == errors).then_some(Stated { path, concept, moment: moment?, fact, number })
}

fn period(
    concept: &Concept<'_>,
    spans: &Spans,
    path: &str,
    fact: &mut v1::Fact,
    told: &mut Told,
) -> Option<Moment> {
    let read = match fact.period.as_str() {
        "" if concept.instant => Ok(Moment::Day(spans.now.end())),
        "" => Ok(Moment::Days(spans.now)),
        text => moment(text),
    };
    let place = format!("{path}/period");
    match (read, concept.instant) {
        (Err(error), _) => {
            told.error(error.code(), &place, &fact.period, error.message().to_owned());
            None
        }
        (Ok(Moment::Day(_)), false) => {
            let message = format!("`{}` is stated for days, not for the end of a day", concept.row.id);
            told.error(Code::FactPeriod, &place, &fact.period, message);
            None
        }
        (Ok(Moment::Days(_)), true) => {
            let message = format!("`{}` is stated for the end of a day, not for days", concept.row.id);
            told.error(Code::FactPeriod, &place, &fact.period, message);
            None
        }
        (Ok(moment), _) => {
            fact.period = moment.to_string();
            Some(moment)
        }
    }
}

fn dimensions(taxonomy: &Taxonomy<'_>, concept: &Concept<'_>, path: &str, fact: &v1::Fact, told: &mut Told) {
    for (axis, member) in &fact.dimensions {
        let place = format!("{path}/dimensions/{axis}");
        let Some(known) =
            taxonomy.axes.get(axis.as_str()).filter(|known| concept.row.axes.contains(&known.id))
        else {
            let message = format!("`{}` is not stated along `{axis}`", concept.row.id);
            told.error(Code::FactAxis, &place, member, message);
            continue;
        };
        if &*known.kind == "typed" {
            if member.trim().is_empty() || member.chars().any(char::is_control) {
                let message =
                    format!("the name on `{axis}` is empty or has characters that cannot be written");
                told.error(Code::FactMember, &place, member, message);
            }
        } else if *known.value == **member {
            let message = format!("`{member}` is what is meant without the axis");
            told.error(Code::FactDefaultMember, &place, member, message);
        } else if !taxonomy.belongs(member, known) {
            let message = format!("`{member}` is no member of `{axis}`");
            told.error(Code::FactMember, &place, member, message);
        }
    }
    for axis in &concept.row.axes {
        let open =
            taxonomy.axes.get(&**axis).is_some_and(|axis| &*axis.kind == "typed" || axis.value.is_empty());
        if open && !fact.dimensions.contains_key(&**axis) {
            let message = format!("`{}` is stated for each member of `{axis}`", concept.row.id);
            told.error(Code::FactAxisMissing, &format!("{path}/dimensions"), "", message);
        }
    }
}

fn value(
    taxonomy: &Taxonomy<'_>,
    concept: &Concept<'_>,
    path: &str,
    fact: &mut v1::Fact,
    told: &mut Told,
) -> Option<Fraction> {
    let place = format!("{path}/value");
    let mut bad = |value: &str, message: String| told.error(Code::FactValue, &place, value, message);
    let given = fact.value.trim().replace("\r\n", "\n");
    let what = &*concept.row.id;
    if given.is_empty() {
        bad("", format!("`{what}` has no value"));
        return None;
    }
    match concept.sort {
        Sort::Decimal | Sort::Percent => match Amount::parse(&given) {
            Ok(amount) => {
                fact.value = amount.to_string();
                let number = Fraction::from(amount);
                let low = concept.low.as_ref().is_some_and(|low| number < *low);
                if low || concept.high.as_ref().is_some_and(|high| number > *high) {
                    let message = format!("`{what}` is outside of {}", concept.row.value);
                    told.error(Code::FactRange, &place, &given, message);
                }
                return Some(number);
            }
            Err(error) => bad(&given, format!("`{what}` is a number: {}", error.message())),
        },
        Sort::Boolean if !matches!(given.as_str(), "true" | "false") => {
            bad(&given, format!("`{what}` is true or false"));
        }
        Sort::Year if given.len() != 4 || !given.bytes().all(|byte| byte.is_ascii_digit()) => {
            bad(&given, format!("`{what}` is a year such as 2025"));
        }
        Sort::Date if given.len() != 10 || NaiveDate::parse_from_str(&given, "%Y-%m-%d").is_err() => {
            bad(&given, format!("`{what}` is a day such as 2025-12-31"));
        }
        Sort::Text | Sort::TextBlock
            if given.chars().any(|c| {
                c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
            }) =>
        {
            bad(&given, format!("`{what}` has characters that a document cannot hold"));
        }
        Sort::Enumeration | Sort::EnumerationSet => {
            let mut members: Vec<&str> = given.split_whitespace().collect();
            if concept.sort == Sort::Enumeration && members.len() > 1 {
                told.error(Code::FactEnumeration, &place, &given, format!("`{what}` has one value only"));
            }
            for member in &members {
                if !taxonomy.belongs(member, concept.row) {
                    let message = format!("`{member}` is no value of `{what}`");
                    told.error(Code::FactEnumeration, &place, member, message);
                }
            }
            // The order of the documents: by address.
            members.order_by_key(|member| uri(taxonomy, member));
            members.dedup();
            fact.value = members.join(" ");
            return None;
        }
        _ => {}
    }
    fact.value = given;
    None
}

/// Whether a unit is what a pattern means; `*` stands for a currency.
fn fits(pattern: &str, unit: &str) -> bool {
    match pattern.strip_suffix('*') {
        None => pattern == unit,
        Some(start) => unit
            .strip_prefix(start)
            .is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())),
    }
}

/// The currency of a unit.
pub(super) fn currency(unit: &str) -> Option<&str> {
    unit.rsplit_once("iso4217:").map(|(_, code)| code)
}

/// The first of a concept's units that a unit fits, or that it can be without saying so.
fn unit(concept: &Concept<'_>, path: &str, fact: &mut v1::Fact, told: &mut Told) {
    let units = &concept.row.units;
    if let ("", [only]) = (fact.unit.as_str(), units.as_slice())
        && !only.ends_with('*')
    {
        fact.unit = only.to_string();
        return;
    }
    let place = format!("{path}/unit");
    if !concept.sort.is_number() {
        if !fact.unit.is_empty() {
            let message = format!("`{}` is no number and has no unit", concept.row.id);
            told.error(Code::FactUnit, &place, &fact.unit, message);
        }
    } else if !units.iter().any(|pattern| fits(pattern, &fact.unit)) {
        let known: Vec<&str> = units.iter().map(|unit| &**unit).collect();
        let message = format!("`{}` is stated in {}", concept.row.id, known.join(" or "));
        told.error(Code::FactUnit, &place, &fact.unit, message);
    }
}

/// Decimals and language.
fn marks(concept: &Concept<'_>, path: &str, fact: &mut v1::Fact, told: &mut Told) {
    if !fact.decimals.is_empty() && (!concept.sort.is_number() || decimals(&fact.decimals).is_none()) {
        let message = format!("`{}` is not a number of decimals of `{}`", fact.decimals, concept.row.id);
        told.error(Code::FactDecimals, &format!("{path}/decimals"), &fact.decimals, message);
    }
    let tag =
        fact.language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && fact.language.len() <= 35;
    if !fact.language.is_empty() && (!concept.sort.is_text() || !tag) {
        let message = format!("`{}` is not a language of `{}`", fact.language, concept.row.id);
        told.error(Code::FactLanguage, &format!("{path}/language"), &fact.language, message);
    }
}

/// A whole number of decimals.
pub(super) fn decimals(text: &str) -> Option<i32> {
    let amount = Amount::parse(text).ok().filter(|amount| amount.scale() == 0)?;
    i32::try_from(amount.mantissa()).ok().filter(|decimals| (-30..=30).contains(decimals))
}

/// What makes two facts one: the concept, the moment, the members, the language of words.
pub(super) type Key = (String, Moment, BTreeMap<String, String>, String);

pub(super) fn key(stated: &Stated<'_>) -> Key {
    let fact = &stated.fact;
    (fact.concept.clone(), stated.moment, fact.dimensions.clone(), fact.language.clone())
}
