//! A report looked at: every fact, facts against each other, rules, what is missing.

use std::collections::BTreeMap;

use super::book::{Book, Entry};
use super::completeness::completeness;
use super::facts::{Spans, Stated, currency, key, stated};
use super::rules;
use super::taxonomy::Taxonomy;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::number::Fraction;
use crate::order::Order;
use crate::told::Told;
use crate::wire::v1::{self, canonical_digest};

/// Says what is wrong with a report and what it misses, all in one pass.
///
/// # Method
/// M-240 (a fact), M-242 (facts that contradict each other), M-243 and M-244 (rules), M-245 (completeness).
///
/// # Units
/// Those of the facts; the taxonomy names which they can be.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_ENTITY`, `LIMIT_EXCEEDED` and those of periods and packs, with their place. What is
/// wrong with facts is told as findings.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::Disclosure;
///
/// let report: Disclosure = serde_json::from_str(r#"{
///     "taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
///     "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"},
///     "facts": [{"concept": "vsme:GrossScope1GreenhouseGasEmissions", "value": "343.113", "unit": "utr:kg"}]}"#)?;
/// let answer = emitrace::disclosure::check(&Catalog::bundled()?, &report)?;
/// assert_eq!(answer.result.findings[0].code, "FACT_UNIT");
/// assert!(!answer.result.valid && !answer.result.complete);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(catalog: &Catalog, report: &v1::Disclosure) -> Result<v1::DisclosureAnswer, Error> {
    let taxonomy = Taxonomy::open(catalog, &report.taxonomy)?;
    let told = Told::new(&Limits::default());
    let places = |list: &str, count: usize| (0..count).map(move |at| format!("/{list}/{at}")).collect();
    let places =
        Places { facts: places("facts", report.facts.len()), inputs: places("inputs", report.inputs.len()) };
    examine(catalog, &taxonomy, report, &places, told)
}

/// Where the facts and inputs of a report stand in what was sent.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) facts: Vec<String>,
    pub(super) inputs: Vec<String>,
}

/// Reads all facts and inputs.
pub(super) fn read_all<'t>(
    taxonomy: &'t Taxonomy<'t>,
    report: &v1::Disclosure,
    places: &Places,
    spans: &Spans,
    told: &mut Told,
) -> Vec<Stated<'t>> {
    let facts = report.facts.iter().zip(&places.facts).map(|pair| (pair, "concept"));
    let inputs = report.inputs.iter().zip(&places.inputs).map(|pair| (pair, "input"));
    let mut all = Vec::new();
    for ((fact, path), what) in facts.chain(inputs) {
        let known = taxonomy.concepts.get(fact.concept.as_str());
        if known.is_some_and(|concept| *concept.row.row != *what) {
            let message = format!("`{}` is no {what}", fact.concept);
            told.error(Code::FactConcept, &format!("{path}/concept"), &fact.concept, message);
            continue;
        }
        all.extend(stated(taxonomy, spans, path.clone(), fact, told));
    }
    all
}

/// Whoever reports can be named in a document.
fn entity(entity: &v1::DisclosureEntity) -> Result<(), Error> {
    let plain = |text: &str| !text.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let scheme = &entity.scheme;
    let absolute = scheme.split_once(':').is_some_and(|(start, rest)| {
        start.starts_with(|c: char| c.is_ascii_alphabetic())
            && start.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
            && !rest.is_empty()
    });
    if !plain(scheme) || !absolute || scheme.contains(['<', '>', '"']) {
        let message = format!("the scheme `{scheme}` is not an absolute URI");
        return Err(Error::new(Code::BadEntity, message).at("/entity/scheme"));
    }
    if !plain(&entity.identifier) {
        let message = format!("the identifier `{}` is empty or has spaces", entity.identifier);
        return Err(Error::new(Code::BadEntity, message).at("/entity/identifier"));
    }
    Ok(())
}

/// Looks at a report whose facts may stand elsewhere in what was sent.
pub(super) fn examine(
    catalog: &Catalog,
    taxonomy: &Taxonomy<'_>,
    report: &v1::Disclosure,
    places: &Places,
    mut told: Told,
) -> Result<v1::DisclosureAnswer, Error> {
    taxonomy.module(&report.module)?;
    entity(&report.entity)?;
    let most = Limits::default().facts;
    if report.facts.len().saturating_add(report.inputs.len()) > most {
        let message = format!("the report has more than {most} facts");
        return Err(Error::new(Code::LimitExceeded, message).at("/facts"));
    }
    let spans = Spans::of(report)?;
    let all = read_all(taxonomy, report, places, &spans, &mut told);
    contradictions(&all, &mut told)?;
    let book = book(taxonomy, &all)?;
    rules::ask(taxonomy, &book, &spans, &mut told)?;
    let (items, counts) = completeness(taxonomy, report, &spans, &all, &mut told)?;
    let mut whole = report.clone();
    whole.period = spans.now.to_string();
    whole.previous_period = spans.before.map_or(String::new(), |days| days.to_string());
    // What is wrong stays as it was written, behind what is right.
    let order = |stated: &&Stated<'_>| (stated.concept.order, stated.moment, stated.fact.dimensions.clone());
    let (mut right, mut inputs): (Vec<_>, Vec<_>) =
        all.iter().partition(|stated| &*stated.concept.row.row == "concept");
    right.order_by_key(order);
    inputs.order_by_key(order);
    let wrong = |given: &[v1::Fact], places: &[String], right: &[&Stated<'_>]| -> Vec<v1::Fact> {
        let kept: std::collections::BTreeSet<&str> =
            right.iter().map(|stated| stated.path.as_str()).collect();
        let lost = given.iter().zip(places).filter(|(_, path)| !kept.contains(path.as_str()));
        right.iter().map(|stated| stated.fact.clone()).chain(lost.map(|(fact, _)| fact.clone())).collect()
    };
    whole.facts = wrong(&report.facts, &places.facts, &right);
    whole.inputs = wrong(&report.inputs, &places.inputs, &inputs);
    // A report that lacks something is incomplete, not wrong.
    let valid = told.errors(|code| code != Code::DisclosureMissing) == 0;
    let more_findings = told.more();
    let result = v1::DisclosureResult {
        report: whole,
        valid,
        complete: counts.missing == 0,
        counts,
        items,
        findings: told.done().1,
        more_findings,
        packs: packs_used(catalog, |pack| *pack.id == *report.taxonomy),
    };
    Ok(v1::DisclosureAnswer {
        schema: v1::DISCLOSURE_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

/// The figures of a report.
pub(super) fn book(taxonomy: &Taxonomy<'_>, all: &[Stated<'_>]) -> Result<Book, Error> {
    let mut book = Book::default();
    for stated in all {
        if let Some(entry) = Entry::of(taxonomy, stated)? {
            book.add(entry);
        }
    }
    Ok(book)
}

/// Facts that are stated twice, with one value or with several, and money in several currencies.
///
/// Figures contradict each other if what they can be, to the decimals and in the units that they state, does not meet.
fn contradictions(all: &[Stated<'_>], told: &mut Told) -> Result<(), Error> {
    let mut seen = BTreeMap::new();
    let mut money: Option<(&str, &str)> = None;
    for stated in all {
        if let Some(code) = currency(&stated.fact.unit) {
            match money {
                None => money = Some((code, &stated.path)),
                Some((first, _)) if first == code => {}
                Some((first, path)) => {
                    let message = format!("{code} here, {first} at {path}");
                    let place = format!("{}/unit", stated.path);
                    told.error(Code::FactCurrency, &place, &stated.fact.unit, message);
                }
            }
        }
        let Some(before) = seen.insert(key(stated), stated) else { continue };
        let place = format!("{}/value", stated.path);
        if same(before, stated)? {
            let message = format!("the same fact stands at {}", before.path);
            told.warn(Code::FactRepeated, &place, &stated.fact.value, message);
        } else {
            let message = format!("`{}` is {} at {}", stated.fact.concept, before.fact.value, before.path);
            told.error(Code::FactContradiction, &place, &stated.fact.value, message);
        }
    }
    Ok(())
}

fn same(a: &Stated<'_>, b: &Stated<'_>) -> Result<bool, Error> {
    let (a, b) = match (&a.number, &b.number) {
        (Some(left), Some(right)) if a.fact.unit == b.fact.unit => ((left, a), (right, b)),
        (Some(_), Some(_)) => return Ok(false),
        _ => return Ok(a.fact.value == b.fact.value),
    };
    let distance = a.0.try_sub(b.0)?;
    let distance = if distance.is_negative() { distance.negated() } else { distance };
    let mut room = Fraction::zero();
    for stated in [a.1, b.1] {
        room = room.try_add(&super::book::half(&stated.fact.decimals)?)?;
    }
    Ok(distance <= room)
}
