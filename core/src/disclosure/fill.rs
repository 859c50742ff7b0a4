//! A report filled from what is known: answers of people, inventories, energy accounts, and what formulas make of them.

use std::collections::BTreeMap;

use super::book::{Book, Entry, Place, places, size};
use super::check::{Places, book, examine, read_all};
use super::energy::energy;
use super::facts::{Moment, Spans, currency};
use super::formula::Span;
use super::taxonomy::{Rule, RuleKind, Taxonomy};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::number::{Amount, Fraction, Ties};
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1;

/// Fills a report: takes over answers, figures of inventories and energy accounts, and works out what formulas give.
///
/// A figure that somebody stated is never overwritten; whether it is what the formula gives, [`check`](fn@super::check) says.
///
/// # Method
/// M-246 (inventories), M-247 (energy), M-248 (formulas and their rounding).
///
/// # Units
/// Inventories in kilograms of CO2 equivalent become tonnes with three decimals, energies megawatt hours.
///
/// # Errors
/// As [`check`](fn@super::check); those of numbers and units of energy, with their place.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::DisclosureFillRequest;
///
/// let request: DisclosureFillRequest = serde_json::from_str(r#"{
///     "report": {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
///         "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}},
///     "answers": {"input:employees-left": [{"value": "50"}], "input:employees-begin": [{"value": "201"}],
///         "input:employees-end": [{"value": "151"}]}}"#)?;
/// let answer = emitrace::disclosure::fill(&Catalog::bundled()?, &request)?;
/// assert_eq!(answer.result.report.facts[0].value, "0.2840909091");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fill(catalog: &Catalog, request: &v1::DisclosureFillRequest) -> Result<v1::DisclosureAnswer, Error> {
    let mut report = request.report.clone();
    let taxonomy = Taxonomy::open(catalog, &report.taxonomy).map_err(|error| below("/report", error))?;
    let spans = Spans::of(&report).map_err(|error| below("/report", error))?;
    let list = |list: &str, count: usize| (0..count).map(|at| format!("/report/{list}/{at}")).collect();
    let mut places =
        Places { facts: list("facts", report.facts.len()), inputs: list("inputs", report.inputs.len()) };
    answers(&taxonomy, request, &spans, &mut report, &mut places);
    let mut told = Told::new(&Limits::default());
    let mut outside = inventories(request, &spans, &mut told)?;
    outside.extend(energy(request, &spans, &mut told)?);
    // Faults of facts are told when the whole report is looked at.
    let mut quiet = Told::new(&Limits::default());
    let known = read_all(&taxonomy, &report, &places, &spans, &mut quiet);
    let mut figures = book(&taxonomy, &known)?;
    outside.into_iter().for_each(|entry| figures.add(entry));
    let made = work_out(&taxonomy, &mut figures, &spans)?;
    for fact in made {
        let input =
            taxonomy.concepts.get(fact.concept.as_str()).is_some_and(|known| &*known.row.row == "input");
        let (list, places, name) = match input {
            true => (&mut report.inputs, &mut places.inputs, "inputs"),
            false => (&mut report.facts, &mut places.facts, "facts"),
        };
        places.push(format!("/result/report/{name}/{}", fact.concept));
        list.push(fact);
    }
    examine(catalog, &taxonomy, &report, &places, told)
}

pub(crate) fn below(path: &str, error: Error) -> Error {
    // A place in a pack is none in the request.
    if !error.path().is_empty() && !error.path().starts_with('/') {
        return error;
    }
    let path = format!("{path}{}", error.path());
    error.at(path)
}

/// Answers as facts and inputs.
fn answers(
    taxonomy: &Taxonomy<'_>,
    request: &v1::DisclosureFillRequest,
    spans: &Spans,
    report: &mut v1::Disclosure,
    places: &mut Places,
) {
    for (name, given) in &request.answers {
        let concept = taxonomy.concepts.get(name.as_str());
        for (at, answer) in given.iter().enumerate() {
            let days = match answer.period.as_str() {
                "" => Ok(spans.now),
                text => Period::parse(text),
            };
            // A form speaks of years; what is stated for the end of them is so by its concept.
            let period = match days {
                Ok(days) if concept.is_some_and(|concept| concept.instant) => days.end().to_string(),
                Ok(days) => days.to_string(),
                Err(_) => answer.period.clone(),
            };
            let fact = v1::Fact {
                concept: name.clone(),
                value: answer.value.clone(),
                unit: answer.unit.clone(),
                period,
                dimensions: answer.dimensions.clone(),
                decimals: answer.decimals.clone(),
                language: answer.language.clone(),
                sources: vec![v1::FactSource {
                    kind: "form".into(),
                    reference: answer.document.clone(),
                    ..v1::FactSource::default()
                }],
            };
            let input = concept.is_some_and(|concept| &*concept.row.row == "input");
            let (list, places) = match input {
                true => (&mut report.inputs, &mut places.inputs),
                false => (&mut report.facts, &mut places.facts),
            };
            list.push(fact);
            places.push(format!("/answers/{name}/{at}"));
        }
    }
}

/// The figures of inventories, in tonnes.
fn inventories(
    request: &v1::DisclosureFillRequest,
    spans: &Spans,
    told: &mut Told,
) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for (at, given) in request.inventories.iter().enumerate() {
        let path = format!("/inventories/{at}");
        let inventory = &given.answer.inventory;
        let days = match inventory.choices.period.as_str() {
            "" => spans.now,
            text => Period::parse(text).map_err(|error| below(&format!("{path}/answer"), error))?,
        };
        let coverage = &inventory.coverage;
        if coverage.excluded > 0 {
            let message = format!(
                "{} of {} rows of the ledger are in the inventory of {days}",
                coverage.counted, coverage.rows
            );
            let place = format!("{path}/answer/inventory/coverage");
            told.warn(Code::InventoryPartly, &place, &coverage.excluded.to_string(), message);
        }
        let of = |figures: &v1::Figures, scope: &str| match scope {
            "scope-1" => figures.scope_1_kg_co2e.clone(),
            "scope-2-location" => figures.scope_2_location_kg_co2e.clone(),
            "scope-2-market" => figures.scope_2_market_kg_co2e.clone(),
            _ => figures.scope_3_kg_co2e.clone(),
        };
        for scope in ["scope-1", "scope-2-location", "scope-2-market", "scope-3"] {
            let kilograms = of(&inventory.total, scope);
            let read = Fraction::parse(&kilograms).ok_or_else(|| {
                let message = format!("`{kilograms}` is no number of kilograms");
                Error::new(Code::BadNumber, message).at(format!("{path}/answer/inventory/total"))
            })?;
            // What the figure is made of, category by category.
            let views = inventory.views.iter().filter(|view| view.by == ["category"]);
            let cells = views.flat_map(|view| &view.cells).map(|cell| (cell, of(&cell.figures, scope)));
            let parts: Vec<_> = cells.filter(|(_, value)| !value.is_empty() && value != "0").collect();
            let lines = parts.iter().fold(0_u64, |sum, (cell, _)| sum.saturating_add(cell.figures.lines));
            let term = |(cell, value): &(&v1::Cell, String)| v1::FactTerm {
                name: cell.key.join(" "),
                value: value.clone(),
                unit: "kg CO2e".into(),
            };
            entries.push(Entry {
                path: String::new(),
                name: format!("inventory:{scope}"),
                moment: Moment::Days(days),
                members: given.dimensions.clone(),
                span: Span::exact(read.try_div(&Fraction::whole(1000))?),
                places: None,
                value: kilograms,
                unit: "utr:tCO2e".into(),
                source: Some(v1::FactSource {
                    kind: "inventory".into(),
                    reference: given.answer.digest.clone(),
                    lines,
                    terms: parts.iter().map(term).collect(),
                }),
            });
        }
    }
    Ok(entries)
}

/// Asks rules until they give nothing new: a total may be part of another.
fn work_out(taxonomy: &Taxonomy<'_>, figures: &mut Book, spans: &Spans) -> Result<Vec<v1::Fact>, Error> {
    let mut made: Vec<v1::Fact> = Vec::new();
    let makes =
        |rule: &&Rule<'_>| matches!(rule.kind, RuleKind::Source | RuleKind::Identity | RuleKind::Default);
    loop {
        let before = made.len();
        for days in figures.periods(spans) {
            for rule in taxonomy.rules.iter().filter(makes) {
                for members in places(taxonomy, figures, days, &rule.target, &rule.formula) {
                    let mut place =
                        Place { taxonomy, book: figures, days, members: &members, used: Vec::new() };
                    let target = place.target(&rule.target);
                    if figures.find(&rule.target.name, days, &target).is_some() {
                        continue;
                    }
                    let value = match rule.formula.value(&mut place) {
                        Ok(Some(span)) => middle(&span)?,
                        Ok(None) => continue,
                        Err(error) if error.code() == Code::DivisionByZero => continue,
                        Err(error) => return Err(error),
                    };
                    let used: Vec<&Entry> = place.used.iter().filter_map(|at| figures.entry(*at)).collect();
                    let Some((fact, entry)) = worked_out(taxonomy, rule, days, target, &value, &used)? else {
                        continue;
                    };
                    made.push(fact);
                    figures.add(entry);
                }
            }
        }
        if made.len() == before {
            return Ok(made);
        }
    }
}

fn middle(span: &Span) -> Result<Fraction, Error> {
    span.low.try_add(&span.high)?.try_div(&Fraction::whole(2))
}

/// A figure as a fact; nothing if no unit fits, or if a needed axis has no member here.
fn worked_out(
    taxonomy: &Taxonomy<'_>,
    rule: &Rule<'_>,
    days: Period,
    members: BTreeMap<String, String>,
    value: &Fraction,
    used: &[&Entry],
) -> Result<Option<(v1::Fact, Entry)>, Error> {
    let Some(concept) = taxonomy.concepts.get(rule.target.name.as_str()) else { return Ok(None) };
    let open = |axis: &&str| {
        taxonomy.axes.get(axis).is_some_and(|row| &*row.kind == "typed" || row.value.is_empty())
    };
    let axes = concept.row.axes.iter().map(|axis| &**axis);
    if axes.filter(open).any(|axis| !members.contains_key(axis)) {
        return Ok(None);
    }
    let Some(unit) = unit_of(&concept.row.units, used) else { return Ok(None) };
    let value = value.try_div(&size(taxonomy, &unit))?;
    // Exact figures give an exact figure if it can be written with the digits of the rule.
    let exact = used.iter().all(|entry| entry.span.low == entry.span.high && entry.source.is_none());
    let places = decimals(rule.digits, &value)?;
    // A sum is right to no more decimals than its parts.
    let parts = used.iter().filter(|entry| entry.unit == unit && rule.digits.starts_with('d'));
    let parts = parts.filter_map(|entry| entry.places).filter_map(|places| u32::try_from(places).ok()).min();
    let places = parts.map_or(places, |parts| parts.min(places));
    let text = value.rounded(places, Ties::HalfEven);
    let ends = exact && Fraction::parse(&text).is_some_and(|written| written == value);
    let moment = if concept.instant { Moment::Day(days.end()) } else { Moment::Days(days) };
    let term = |entry: &&Entry| v1::FactTerm {
        name: entry.name.clone(),
        value: entry.value.clone(),
        unit: entry.unit.clone(),
    };
    let formula = v1::FactSource {
        kind: "formula".into(),
        reference: rule.text.into(),
        lines: 0,
        terms: used.iter().map(term).collect(),
    };
    let taken_over = used.iter().find_map(|entry| entry.source.clone());
    let fact = v1::Fact {
        concept: rule.target.name.clone(),
        value: text,
        unit,
        period: moment.to_string(),
        dimensions: members,
        decimals: if ends { String::new() } else { places.to_string() },
        language: String::new(),
        sources: vec![taken_over.filter(|_| rule.kind == RuleKind::Source).unwrap_or(formula)],
    };
    let number = Fraction::parse(&fact.value);
    let stated = super::facts::Stated { path: String::new(), concept, moment, fact, number };
    Ok(Entry::of(taxonomy, &stated)?.map(|entry| (stated.fact, entry)))
}

/// The unit of a figure: that of a part if it can be, with the currency of the parts.
fn unit_of(units: &[Box<str>], used: &[&Entry]) -> Option<String> {
    let money = used.iter().find_map(|entry| currency(&entry.unit));
    let shared =
        used.iter().map(|entry| entry.unit.as_str()).find(|unit| units.iter().any(|known| **known == **unit));
    if let Some(unit) = shared {
        return Some(unit.to_owned());
    }
    let first = units.first()?;
    match first.strip_suffix('*') {
        None => Some(first.to_string()),
        Some(start) => money.map(|code| format!("{start}{code}")),
    }
}

/// How many decimals a rule writes a value with.
fn decimals(digits: &str, value: &Fraction) -> Result<u32, Error> {
    let count = digits.get(1..).and_then(|text| Amount::parse(text).ok()).map_or(0, Amount::mantissa);
    let count = u32::try_from(count).unwrap_or(0);
    if digits.starts_with('d') || value.is_zero() {
        return Ok(count.min(28));
    }
    // Significant digits: the first decimal that is not zero counts as one.
    let size = if value.is_negative() { value.negated() } else { value.clone() };
    let (one, ten) = (Fraction::one(), Fraction::whole(10));
    let (mut scaled, mut places) = (size, count.saturating_sub(1));
    while scaled < one && places < 28 {
        scaled = scaled.try_mul(&ten)?;
        places = places.saturating_add(1);
    }
    while scaled >= ten && places > 0 {
        scaled = scaled.try_div(&ten)?;
        places = places.saturating_sub(1);
    }
    Ok(places)
}
