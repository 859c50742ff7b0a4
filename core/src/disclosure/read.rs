//! Reports as they come back: answers of this engine, reports as they are written by hand, and xBRL-JSON of anybody.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value};

use super::taxonomy::Taxonomy;
use crate::error::{Code, Error};
use crate::period::Period;
use crate::wire::v1::{self, canonical_digest, read_json, read_tree};

/// A report, where each of its facts stands, and what it says of itself.
#[derive(Debug)]
pub(crate) struct Reported {
    /// `json` or `xbrl-json`.
    pub(crate) form: &'static str,
    pub(crate) report: v1::Disclosure,
    /// JSON pointers of the facts.
    pub(crate) places: Vec<String>,
    /// Whether the digest that it states is its own; nothing if it states none.
    pub(crate) sealed: Option<bool>,
}

/// Reads a report in any of the forms that are JSON.
///
/// # Errors
/// `BAD_JSON`, `BAD_REQUEST`, `UNKNOWN_VALUE` for a report by another taxonomy.
pub(crate) fn read(taxonomy: &Taxonomy<'_>, text: &str) -> Result<Reported, Error> {
    let tree = read_tree(text)?;
    let places = |start: &str, report: &v1::Disclosure| {
        (0..report.facts.len()).map(|at| format!("{start}/facts/{at}")).collect()
    };
    if tree.get("documentInfo").is_some() {
        return xbrl_json(taxonomy, &tree);
    }
    if tree.get("result").is_some() {
        let answer: v1::DisclosureAnswer = read_json(text)?;
        let sealed = Some(canonical_digest(&answer.result)? == answer.digest);
        let report = answer.result.report;
        return Ok(Reported { form: "json", places: places("/result/report", &report), report, sealed });
    }
    let report: v1::Disclosure = read_json(text)?;
    Ok(Reported { form: "json", places: places("", &report), report, sealed: None })
}

/// Names of a document in those of the taxonomy: prefixes are anybody's own choice, addresses are not.
struct Names<'t>(BTreeMap<&'t str, &'t str>);

impl<'t> Names<'t> {
    fn of(taxonomy: &'t Taxonomy<'t>, info: &'t Value) -> Names<'t> {
        let stated = info.get("namespaces").and_then(Value::as_object);
        let known = |address: &str| {
            taxonomy.prefixes.iter().find(|(_, known)| **known == address).map(|(prefix, _)| *prefix)
        };
        let pairs = stated.into_iter().flatten().filter_map(|(prefix, address)| {
            let own = address.as_str().and_then(known)?;
            Some((prefix.as_str(), own))
        });
        Names(pairs.collect())
    }

    /// A qualified name; one of an unknown prefix stays as it is.
    fn name(&self, text: &str) -> String {
        match text.split_once(':') {
            Some((prefix, local)) => match self.0.get(prefix) {
                Some(own) => format!("{own}:{local}"),
                None => text.to_owned(),
            },
            None => text.to_owned(),
        }
    }

    fn each(&self, text: &str, between: char) -> String {
        text.split(between).map(|name| self.name(name)).collect::<Vec<_>>().join(&between.to_string())
    }
}

/// xBRL-JSON (Open Information Model 1.0), whoever wrote it.
fn xbrl_json(taxonomy: &Taxonomy<'_>, tree: &Value) -> Result<Reported, Error> {
    let info = tree.get("documentInfo").unwrap_or(&Value::Null);
    let entry_points = info.get("taxonomy").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if !entry_points.iter().any(|one| one.as_str() == Some(taxonomy.entry_point)) {
        let message = format!("the report is not by `{}` ({})", taxonomy.pack.id, taxonomy.entry_point);
        return Err(Error::new(Code::UnknownValue, message)
            .with_help("name the taxonomy of the report, or load it as a pack")
            .at("/documentInfo/taxonomy"));
    }
    let names = Names::of(taxonomy, info);
    let empty = Map::new();
    let facts = tree.get("facts").and_then(Value::as_object).unwrap_or(&empty);
    let (mut report, mut places) = (v1::Disclosure::default(), Vec::new());
    report.taxonomy = taxonomy.pack.id.to_string();
    for (id, given) in facts {
        let place = format!("/facts/{id}");
        let (fact, entity) = fact(taxonomy, &names, given).map_err(|error| {
            let path = format!("{place}{}", error.path());
            error.at(path)
        })?;
        if let Some((prefix, identifier)) = entity.split_once(':') {
            let scheme = info.pointer(&format!("/namespaces/{prefix}")).and_then(Value::as_str);
            let entity = v1::DisclosureEntity {
                scheme: scheme.unwrap_or_default().into(),
                identifier: identifier.into(),
                name: String::new(),
            };
            if report.entity.identifier.is_empty() {
                report.entity = entity;
            } else if report.entity != entity {
                let message =
                    format!("the report is about `{}` and about `{identifier}`", report.entity.identifier);
                return Err(Error::new(Code::BadEntity, message).at(format!("{place}/dimensions/entity")));
            }
        }
        report.facts.push(fact);
        places.push(place);
    }
    Ok(Reported { form: "xbrl-json", report, places, sealed: None })
}

fn fact(taxonomy: &Taxonomy<'_>, names: &Names<'_>, given: &Value) -> Result<(v1::Fact, String), Error> {
    let empty = Map::new();
    let dimensions = given.get("dimensions").and_then(Value::as_object).unwrap_or(&empty);
    let text = |name: &str| dimensions.get(name).and_then(Value::as_str).unwrap_or_default();
    let concept = names.name(text("concept"));
    let known = taxonomy.concepts.get(concept.as_str());
    let value = match given.get("value") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(_) => {
            return Err(Error::new(Code::BadRequest, "a value of xBRL-JSON is text").at("/value"));
        }
    };
    let decimals = match given.get("decimals") {
        None | Some(Value::Null) => String::new(),
        Some(decimals) => decimals.to_string(),
    };
    let is_name = known.is_some_and(|concept| concept.sort.is_enumeration());
    let number = known.is_some_and(|concept| concept.sort.is_number());
    let unit = match (number, text("unit")) {
        (true, "") => "xbrli:pure".to_owned(),
        (_, unit) => unit.split('/').map(|part| names.each(part, '*')).collect::<Vec<_>>().join("/"),
    };
    let mut axes = BTreeMap::new();
    for (axis, member) in dimensions {
        if matches!(axis.as_str(), "concept" | "entity" | "period" | "unit" | "language" | "noteId") {
            continue;
        }
        let member = member.as_str().unwrap_or_default();
        let named = names.name(member);
        let known = taxonomy.members.contains_key(named.as_str());
        axes.insert(names.name(axis), if known { named } else { member.to_owned() });
    }
    let fact = v1::Fact {
        concept,
        value: if is_name { names.each(&value, ' ') } else { value },
        unit,
        period: days(text("period")).map_err(|error| error.at("/dimensions/period"))?,
        dimensions: axes,
        decimals,
        language: text("language").to_owned(),
        sources: Vec::new(),
    };
    Ok((fact, text("entity").to_owned()))
}

/// Midnights as days: a period ends before its second one, and a moment is the end of the day before.
fn days(text: &str) -> Result<String, Error> {
    let bad = || {
        Error::new(Code::BadDate, format!("`{text}` is neither a midnight nor two of them"))
            .with_help("xBRL-JSON states days as 2025-01-01T00:00:00/2026-01-01T00:00:00, their end as 2026-01-01T00:00:00")
    };
    let midnight = |text: &str| -> Option<NaiveDate> {
        let moment = NaiveDateTime::parse_from_str(text.trim_end_matches('Z'), "%Y-%m-%dT%H:%M:%S").ok()?;
        (moment.time() == chrono::NaiveTime::MIN).then(|| moment.date())
    };
    let before = |text: &str| midnight(text).and_then(|day| day.pred_opt());
    match text.split_once('/') {
        Some((from, to)) => {
            let (from, to) = (midnight(from).ok_or_else(bad)?, before(to).ok_or_else(bad)?);
            Ok(Period::new(from, to)?.to_string())
        }
        None => before(text).map(|day| day.to_string()).ok_or_else(bad),
    }
}
