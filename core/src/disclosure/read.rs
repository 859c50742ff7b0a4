//! Reports as they come back: answers of this engine, reports as they are written by hand, and xBRL-JSON, Inline XBRL and report
//! packages of anybody.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value};

use super::taxonomy::Taxonomy;
use super::{inline, xbrl};
use crate::archive::Archive;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1::{self, PathFinding, canonical_digest, file_bytes, read_json, read_tree};

/// A report, where each of its facts stands, and what it says of itself.
#[derive(Debug)]
pub(crate) struct Reported {
    /// `json`, `xbrl-json` or `ixbrl`.
    pub(crate) form: &'static str,
    pub(crate) report: v1::Disclosure,
    /// Where the facts stand.
    pub(crate) places: Vec<Place>,
    /// Whether the digest that it states is its own; nothing if it states none.
    pub(crate) sealed: Option<bool>,
    /// What of a page cannot be read.
    pub(crate) findings: Vec<PathFinding>,
}

/// Where a fact stands.
#[derive(Debug, Default)]
pub(crate) struct Place {
    /// Its identifier, or its place in the list.
    pub(crate) id: String,
    /// JSON pointer; for a page into the xBRL-JSON of the same facts.
    pub(crate) pointer: String,
    /// The line of a page.
    pub(crate) line: Option<u64>,
    /// Whether the page keeps the fact from the reader's eyes.
    pub(crate) hidden: bool,
}

/// The text of a report: as it is, or out of a report package.
///
/// # Errors
/// `BAD_REQUEST` for a package without one report, `INVALID_UTF8`, and those of archives.
pub(crate) fn text_of(text: &str, base64: &str) -> Result<String, Error> {
    let text = (base64.is_empty() || !text.is_empty()).then(|| text.to_owned());
    let base64 = (!base64.is_empty()).then(|| base64.to_owned());
    let bytes = file_bytes(text.as_ref(), base64.as_ref())?.into_owned();
    let bytes = if bytes.starts_with(b"PK\x03\x04") { packed(bytes)? } else { bytes };
    String::from_utf8(bytes).map_err(|_| Error::new(Code::InvalidUtf8, "the report is not UTF-8"))
}

/// The one report of a package (Report Packages 1.0).
fn packed(bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let limits = Limits::default();
    let archive = Archive::open(Arc::new(bytes), &limits)?;
    let report = |name: &str| {
        let (folder, file) = name.rsplit_once('/').unwrap_or_default();
        let parts = folder.split('/').skip(1).collect::<Vec<_>>();
        let ends =
            [".xhtml", ".html", ".htm", ".json"].iter().any(|end| file.to_ascii_lowercase().ends_with(end));
        parts.first() == Some(&"reports") && parts.len() <= 2 && ends
    };
    let found: Vec<_> = archive.entries().iter().filter(|entry| report(entry.name())).collect();
    let [entry] = found.as_slice() else {
        let message = format!("the package has {} reports", found.len());
        return Err(Error::new(Code::BadRequest, message)
            .with_help("give a package with one report in its folder `reports`, or the page itself"));
    };
    let mut inflated = Vec::new();
    archive.part(entry, &limits)?.read_to_end(&mut inflated).map_err(|error| {
        let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()).cloned();
        own.unwrap_or_else(|| Error::new(Code::Io, error.to_string()))
    })?;
    Ok(inflated)
}

/// Whether a text is a page and not JSON.
fn is_page(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

/// Reads a report in any of its forms.
///
/// # Errors
/// `BAD_JSON`, `BAD_REQUEST`, `UNKNOWN_VALUE` for a report by another taxonomy, and those of XML.
pub(crate) fn reported(taxonomy: &Taxonomy<'_>, text: &str) -> Result<Reported, Error> {
    if is_page(text) {
        by(taxonomy, &inline::entry_points(text)?, "")?;
        return inline::read(taxonomy, text);
    }
    let tree = read_tree(text)?;
    let places = |start: &str, report: &v1::Disclosure| {
        let place = |at: usize| Place {
            id: at.to_string(),
            pointer: format!("{start}/facts/{at}"),
            ..Place::default()
        };
        (0..report.facts.len()).map(place).collect()
    };
    if tree.get("documentInfo").is_some() {
        return xbrl_json(taxonomy, &tree);
    }
    if tree.get("result").is_some() {
        let answer: v1::DisclosureAnswer = read_json(text)?;
        let sealed = Some(canonical_digest(&answer.result)? == answer.digest);
        let report = answer.result.report;
        return Ok(Reported {
            form: "json",
            places: places("/result/report", &report),
            report,
            sealed,
            findings: Vec::new(),
        });
    }
    let report: v1::Disclosure = read_json(text)?;
    Ok(Reported { form: "json", places: places("", &report), report, sealed: None, findings: Vec::new() })
}

/// Refuses a report that names other taxonomies only.
fn by(taxonomy: &Taxonomy<'_>, entry_points: &[String], place: &str) -> Result<(), Error> {
    if entry_points.iter().any(|one| one == taxonomy.entry_point) {
        return Ok(());
    }
    let message = format!("the report is not by `{}` ({})", taxonomy.pack.id, taxonomy.entry_point);
    Err(Error::new(Code::UnknownValue, message)
        .with_help("name the taxonomy of the report, or load it as a pack")
        .at(place))
}

/// The facts of a report of anybody: an Inline XBRL page, a report package, xBRL-JSON, or an answer of this engine.
///
/// Nothing is looked up and nothing is fetched: the taxonomy is that of a pack. What cannot be read is told in `findings` with its
/// place, and is not among the facts.
///
/// # Units
/// Those of the facts, as the report states them.
///
/// # Method
/// M-300.
///
/// # Errors
/// `BAD_REQUEST` for a text that is no report, `UNKNOWN_VALUE` for one by a taxonomy that is not loaded, and those of archives, XML
/// and JSON.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, PageLang, disclosure_page};
/// use emitrace::wire::v1::{Disclosure, DisclosureReadRequest};
///
/// let catalog = Catalog::bundled()?;
/// let report: Disclosure = serde_json::from_str(r#"{
///     "taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
///     "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"},
///     "facts": [{"concept": "vsme:Turnover", "value": "1234.5", "unit": "iso4217:EUR"}]}"#)?;
/// let answer = emitrace::disclosure::check(&catalog, &report)?;
/// let page = disclosure_page(&catalog, &answer, PageLang::One(Lang::Vi))?;
/// assert!(page.contains(">1.234,5</ix:nonFraction>"));
/// let told = emitrace::disclosure::read(&catalog, &DisclosureReadRequest { report: page, ..Default::default() })?;
/// assert_eq!((told.form.as_str(), told.report.facts[0].value.as_str()), ("ixbrl", "1234.5"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(
    catalog: &Catalog,
    request: &v1::DisclosureReadRequest,
) -> Result<v1::DisclosureReadAnswer, Error> {
    let at = |error: Error| super::below("/report", error);
    let text = text_of(&request.report, &request.base64).map_err(at)?;
    let id = taxonomy_of(catalog, &text).map_err(at)?;
    let taxonomy = Taxonomy::open(catalog, &id)?;
    let read = reported(&taxonomy, &text).map_err(at)?;
    let mut told = Told::new(&Limits::default());
    for (fact, place) in read.report.facts.iter().zip(&read.places) {
        let message = match taxonomy.concepts.get(fact.concept.as_str()) {
            None => format!("`{id}` has no concept `{}`", fact.concept),
            Some(known) if place.hidden && !known.sort.is_hidden() => {
                let line = place.line.unwrap_or_default();
                let message =
                    format!("line {line}: `{}` stands among what the page does not show", fact.concept);
                told.warn(Code::FactHidden, &place.pointer, &fact.value, message);
                continue;
            }
            Some(_) => continue,
        };
        told.error(Code::FactConcept, &place.pointer, &fact.concept, message);
    }
    let ids: Vec<&str> = read.places.iter().map(|place| place.id.as_str()).collect();
    let mut answer = v1::DisclosureReadAnswer {
        schema: v1::DISCLOSURE_READ_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        form: read.form.into(),
        xbrl_json: xbrl::xbrl_json(&taxonomy, &read.report, |at| {
            ids.get(at).map_or(String::new(), |id| (*id).to_owned())
        })?,
        places: read
            .places
            .iter()
            .map(|place| v1::FactPlace { id: place.id.clone(), line: place.line, hidden: place.hidden })
            .collect(),
        report: read.report,
        findings: read.findings.into_iter().chain(told.done().1).collect(),
        packs: crate::inventory::packs_used(catalog, |pack| *pack.id == *id),
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// The loaded taxonomy that a report is by.
fn taxonomy_of(catalog: &Catalog, text: &str) -> Result<String, Error> {
    let named = if is_page(text) {
        inline::entry_points(text)?
    } else {
        let tree = read_tree(text)?;
        let own =
            ["/result/report/taxonomy", "/taxonomy"].iter().find_map(|path| tree.pointer(path)?.as_str());
        if let Some(own) = own {
            return Ok(own.to_owned());
        }
        let list = tree.pointer("/documentInfo/taxonomy").and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let loaded = super::taxonomies(catalog)?.taxonomies;
    let found = loaded.into_iter().find(|one| named.contains(&one.entry_point));
    found.map(|one| one.id).ok_or_else(|| {
        let message = format!("the report is by no taxonomy that is loaded: {}", named.join(", "));
        Error::new(Code::UnknownValue, message).with_help("load the taxonomy of the report as a pack")
    })
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
    let entry_points = info.get("taxonomy").and_then(Value::as_array).into_iter().flatten();
    let entry_points: Vec<String> = entry_points.filter_map(Value::as_str).map(str::to_owned).collect();
    by(taxonomy, &entry_points, "/documentInfo/taxonomy")?;
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
        places.push(Place { id: id.clone(), pointer: place, ..Place::default() });
    }
    Ok(Reported { form: "xbrl-json", report, places, sealed: None, findings: Vec::new() })
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
