//! One datapoint after the other: taken from answers, stated by people, said not to apply, or missing.

use std::collections::BTreeSet;

use super::crosswalk::Crosswalk;
use super::measure::Known;
use crate::error::{Code, Error};
use crate::factor::rows::CrosswalkRow;
use crate::number::Amount;
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1::{self, Datapoint, DatapointValue};

/// The period, and that of the comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Periods {
    pub(super) now: Option<Period>,
    pub(super) before: Option<Period>,
}

/// All datapoints of the crosswalks (M-290).
pub(super) fn datapoints(
    crosswalk: &Crosswalk<'_>,
    request: &v1::FrameworkRequest,
    known: &Known<'_>,
    periods: Periods,
    editions: &[v1::FrameworkEdition],
    told: &mut Told,
) -> Result<Vec<Datapoint>, Error> {
    let rows = crosswalk.datapoints();
    unknown(&rows, request, told);
    let mut found = Vec::new();
    for row in rows {
        let unit = row.unit.first().map(|unit| &**unit).unwrap_or_default();
        let mut values = Vec::new();
        for source in &row.source {
            values.extend(known.values(source, unit)?);
        }
        if values.is_empty() {
            values = facts(crosswalk, &row.id, request, periods);
        }
        let mut datapoint = Datapoint {
            id: row.id.to_string(),
            label_en: row.label_en.to_string(),
            label_vi: row.label_vi.to_string(),
            state: if values.is_empty() { "missing" } else { "reported" }.into(),
            who: row.who.to_string(),
            units: row.unit.iter().map(|unit| unit.to_string()).collect(),
            values,
            codes: crosswalk.codes(&row.id, editions),
            ..Datapoint::default()
        };
        said(row, request, &mut datapoint, told);
        found.push(datapoint);
    }
    Ok(found)
}

/// Names that are no datapoints: they are refused, not dropped.
fn unknown(rows: &[&CrosswalkRow], request: &v1::FrameworkRequest, told: &mut Told) {
    let ids: BTreeSet<&str> = rows.iter().map(|row| &*row.id).collect();
    let names = |list: &'static str, name: &str| (list, name.to_owned());
    let stated = request.statements.keys().map(|name| names("statements", name));
    let declined = request.not_applicable.keys().map(|name| names("not_applicable", name));
    for (list, name) in stated.chain(declined).filter(|(_, name)| !ids.contains(name.as_str())) {
        let message = format!("there is no datapoint `{name}`");
        told.error(Code::UnknownReference, &format!("/{list}/{}", pointer(&name)), &name, message);
    }
}

/// A name as a part of a JSON pointer.
fn pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What somebody says about a datapoint.
fn said(row: &CrosswalkRow, request: &v1::FrameworkRequest, datapoint: &mut Datapoint, told: &mut Told) {
    let id = &*row.id;
    let path = |list: &str, field: &str| format!("/{list}/{}{field}", pointer(id));
    if let Some(reason) = request.not_applicable.get(id) {
        if reason.trim().is_empty() {
            let message = format!("why `{id}` does not apply is not said");
            told.error(Code::MissingValue, &path("not_applicable", ""), "", message);
        } else if datapoint.state == "reported" || request.statements.contains_key(id) {
            let message = format!("`{id}` has a value, and is said not to apply");
            told.error(Code::NotApplicableButGiven, &path("not_applicable", ""), reason, message);
        } else {
            datapoint.state = "not-applicable".into();
            datapoint.reason.clone_from(reason);
        }
    }
    let Some(statement) = request.statements.get(id) else { return };
    let value = statement.value.trim();
    if datapoint.state == "reported" {
        let message = format!("`{id}` comes from an answer of the engine; what is stated is not used");
        return told.error(Code::Contradiction, &path("statements", "/value"), value, message);
    }
    if value.is_empty() {
        let message = format!("nothing is stated about `{id}`");
        return told.error(Code::MissingValue, &path("statements", "/value"), "", message);
    }
    let words = row.unit.iter().any(|unit| &**unit == "text");
    if !words && let Err(error) = Amount::parse(value) {
        let message = error.message().to_owned();
        return told.error(error.code(), &path("statements", "/value"), value, message);
    }
    let unit = statement.unit.as_str();
    let fits = if words { unit.is_empty() } else { row.unit.iter().any(|known| matches(known, unit)) };
    if !fits {
        let known: Vec<&str> = row.unit.iter().map(|unit| &**unit).collect();
        let message = match words {
            true => format!("`{id}` is said in words and has no unit"),
            false => format!("`{id}` is stated in {} (`*`: any currency), not in `{unit}`", known.join(", ")),
        };
        return told.error(Code::UnknownUnit, &path("statements", "/unit"), unit, message);
    }
    datapoint.state = "stated".into();
    datapoint.values = vec![DatapointValue {
        value: value.into(),
        unit: if words { "text".into() } else { unit.into() },
        source: "statement".into(),
        reference: statement.document.clone(),
        place: path("statements", "/value"),
        ..DatapointValue::default()
    }];
}

/// Whether a unit is the known one; `*` stands for a currency of three letters.
fn matches(known: &str, unit: &str) -> bool {
    match known.split_once('*') {
        None => known == unit,
        Some((before, after)) => {
            let middle = unit.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            middle.is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        }
    }
}

/// The facts of a sustainability report that are the datapoint, for the period of the inventory.
fn facts(
    crosswalk: &Crosswalk<'_>,
    id: &str,
    request: &v1::FrameworkRequest,
    periods: Periods,
) -> Vec<DatapointValue> {
    let Some(answer) = &request.disclosure else { return Vec::new() };
    let is_for = |fact: &v1::Fact, period: Option<Period>| match (Period::parse(&fact.period), period) {
        // A stock is stated for the last day.
        (Ok(own), Some(days)) => own == days || (own.start() == own.end() && own.end() == days.end()),
        _ => false,
    };
    let before = |fact: &v1::Fact| {
        let same = |other: &&v1::Fact| {
            (&other.concept, &other.dimensions, &other.unit) == (&fact.concept, &fact.dimensions, &fact.unit)
        };
        let mut others = answer.result.report.facts.iter().filter(same);
        // Words are not compared.
        let found = others.find(|other| !fact.unit.is_empty() && is_for(other, periods.before));
        found.map(|other| other.value.clone()).unwrap_or_default()
    };
    let mut found = Vec::new();
    let concepts: Vec<&str> = crosswalk.concepts(id).collect();
    for &concept in &concepts {
        for (at, fact) in answer.result.report.facts.iter().enumerate() {
            // Facts of base and target years stand in their own scope of reporting.
            let other_year = fact.dimensions.contains_key("vsme:ReportingScopesAxis");
            if fact.concept != concept || other_year || !is_for(fact, periods.now) {
                continue;
            }
            let members = fact.dimensions.values().map(String::as_str);
            // Where there is one concept only, the datapoint says it.
            let named = (concepts.len() > 1).then_some(concept);
            let part: Vec<&str> = named.into_iter().chain(members).map(plain).collect();
            found.push(DatapointValue {
                part: part.join(" "),
                value: fact.value.clone(),
                unit: unit_of(fact),
                previous: before(fact),
                source: "disclosure".into(),
                reference: answer.digest.clone(),
                place: format!("/result/report/facts/{at}"),
                lines: fact.sources.iter().fold(0, |sum: u64, source| sum.saturating_add(source.lines)),
            });
        }
    }
    found
}

/// A name of a taxonomy without its prefix.
fn plain(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, plain)| plain)
}

/// The unit of a fact as a datapoint writes it: `tCO2e/VND` for `utr:tCO2e/iso4217:VND`, `1` for a pure number.
fn unit_of(fact: &v1::Fact) -> String {
    if fact.unit.is_empty() {
        return "text".into();
    }
    let parts: Vec<&str> = fact.unit.split('/').map(plain).collect();
    let unit = parts.join("/");
    if unit == "pure" { "1".into() } else { unit }
}
