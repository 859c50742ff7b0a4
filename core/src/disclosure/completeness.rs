//! What a report has, what it misses, and whose duty that is.

use std::collections::BTreeSet;

use super::facts::{Moment, Spans, Stated};
use super::taxonomy::{Concept, RuleKind, Sort, Taxonomy, local};
use crate::condition::Facts;
use crate::error::{Code, Error};
use crate::order::Order;
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1;

/// What conditions ask of a report: the figure or word of a concept for the period, by its name without prefix.
struct Reported<'r, 't> {
    facts: &'r [Stated<'t>],
    now: Period,
}

impl Facts for Reported<'_, '_> {
    fn fact(&self, name: &str) -> Option<String> {
        let found = self.facts.iter().find(|stated| {
            local(&stated.fact.concept) == name
                && is_for(stated, self.now)
                && stated.fact.dimensions.is_empty()
        })?;
        let value = &found.fact.value;
        Some(if found.concept.sort == Sort::Enumeration { local(value) } else { value }.to_owned())
    }
}

fn is_for(stated: &Stated<'_>, days: Period) -> bool {
    match stated.moment {
        Moment::Day(day) => day == days.end(),
        Moment::Days(other) => other == days,
    }
}

/// Every concept of the module with its status; what is due and missing is told.
///
/// # Method
/// M-245.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE` for the module, `BAD_CONDITION` of a pack.
pub(super) fn completeness(
    taxonomy: &Taxonomy<'_>,
    report: &v1::Disclosure,
    spans: &Spans,
    facts: &[Stated<'_>],
    told: &mut Told,
) -> Result<(Vec<v1::DisclosureItem>, v1::DisclosureCounts), Error> {
    let whole = taxonomy.module(&report.module)?;
    let reported = Reported { facts, now: spans.now };
    let omitted = omitted(taxonomy, facts, spans.now);
    statements(taxonomy, report, facts, told);
    let mut counts = v1::DisclosureCounts {
        facts: u64::try_from(report.facts.len()).unwrap_or(u64::MAX),
        ..v1::DisclosureCounts::default()
    };
    let mut concepts: Vec<&Concept<'_>> =
        taxonomy.concepts.values().filter(|concept| &*concept.row.row == "concept").collect();
    concepts.order_by_key(|concept| concept.order);
    let mut items = Vec::new();
    for concept in concepts {
        let Some(section) = taxonomy.section_of(concept) else { continue };
        if &*section.kind == "comprehensive" && !whole {
            continue;
        }
        let row = concept.row;
        let count = |days: Option<Period>| {
            let found = facts.iter().filter(|stated| {
                *stated.fact.concept == *row.id && days.is_some_and(|days| is_for(stated, days))
            });
            u64::try_from(found.count()).unwrap_or(u64::MAX)
        };
        let given = count(Some(spans.now));
        let state =
            if given > 0 { ("given", String::new()) } else { state(concept, report, &reported, &omitted)? };
        let tally = match state.0 {
            "given" => &mut counts.given,
            "missing" => &mut counts.missing,
            "open" => &mut counts.open,
            "voluntary" => &mut counts.voluntary,
            "omitted" => &mut counts.omitted,
            _ => &mut counts.not_applicable,
        };
        *tally = tally.saturating_add(1);
        if state.0 == "missing" {
            let message = format!("`{}` ({}, {}) is due and missing", row.id, row.label_en, row.source);
            told.error(Code::DisclosureMissing, "/facts", &row.id, message);
        }
        items.push(v1::DisclosureItem {
            concept: row.id.to_string(),
            disclosure: section.domain.first().map_or(String::new(), ToString::to_string),
            section: section.id.to_string(),
            module: section.kind.to_string(),
            source: row.source.to_string(),
            title_en: row.label_en.to_string(),
            title_vi: row.label_vi.to_string(),
            due: row.due.to_string(),
            when: row.when.to_string(),
            status: state.0.into(),
            reason: state.1,
            facts: given,
            previous_facts: count(spans.before),
            found_in: found_in(taxonomy, &row.id),
        });
    }
    Ok((items, counts))
}

/// The status of a concept without facts, and why.
fn state(
    concept: &Concept<'_>,
    report: &v1::Disclosure,
    reported: &Reported<'_, '_>,
    omitted: &BTreeSet<&str>,
) -> Result<(&'static str, String), Error> {
    let row = concept.row;
    let is_it = |what: &str| *what == *row.id || row.section.iter().any(|section| **section == *what);
    if let Some(said) = report.not_applicable.iter().find(|said| is_it(&said.what)) {
        return Ok(("not-applicable", said.reason.clone()));
    }
    if omitted.iter().any(|what| is_it(what)) {
        return Ok(("omitted", String::new()));
    }
    let mut missing = BTreeSet::new();
    match concept.when.holds(reported, &mut missing)? {
        Some(true) => {}
        Some(false) => return Ok(("not-applicable", row.when.to_string())),
        None => return Ok(("open", missing.into_iter().collect::<Vec<_>>().join(", "))),
    }
    Ok(match &*row.due {
        "always" => ("missing", String::new()),
        "if-any" => ("open", String::new()),
        _ => ("voluntary", String::new()),
    })
}

/// Concepts and sections that the report says it leaves out, by the members of the list that it names.
fn omitted<'t>(taxonomy: &Taxonomy<'t>, facts: &[Stated<'_>], now: Period) -> BTreeSet<&'t str> {
    let lists = facts.iter().filter(|stated| stated.fact.concept == taxonomy.omitted && is_for(stated, now));
    lists
        .flat_map(|stated| stated.fact.value.split_whitespace())
        .filter_map(|member| taxonomy.members.get(member))
        .flat_map(|row| row.section.iter().map(|section| &**section))
        .collect()
}

/// Statements that something does not apply must be about something, have a reason, and not be contradicted.
fn statements(taxonomy: &Taxonomy<'_>, report: &v1::Disclosure, facts: &[Stated<'_>], told: &mut Told) {
    for (at, said) in report.not_applicable.iter().enumerate() {
        let path = format!("/not_applicable/{at}");
        let section = taxonomy.sections.iter().any(|section| *section.id == *said.what);
        if !section && !taxonomy.concepts.contains_key(said.what.as_str()) {
            let message = format!("`{}` is neither a concept nor a section", said.what);
            told.error(Code::FactConcept, &format!("{path}/what"), &said.what, message);
        }
        if said.reason.trim().is_empty() {
            let message = format!("why `{}` does not apply is not said", said.what);
            told.error(Code::MissingValue, &format!("{path}/reason"), "", message);
        }
        let against = facts.iter().find(|stated| stated.fact.concept == said.what);
        if let Some(stated) = against {
            let message = format!("`{}` is said not to apply, and has a fact at {}", said.what, stated.path);
            told.error(Code::NotApplicableButGiven, &format!("{path}/what"), &said.what, message);
        }
    }
}

/// Where a figure can come from.
fn found_in(taxonomy: &Taxonomy<'_>, concept: &str) -> Vec<String> {
    let rules = taxonomy.rules.iter().filter(|rule| rule.target.name == concept);
    let mut found: Vec<String> = rules
        .filter_map(|rule| match rule.kind {
            RuleKind::Source => rule.text.split_once(':').map(|(from, _)| from.to_owned()),
            RuleKind::Identity | RuleKind::Default => Some(rule.text.to_owned()),
            RuleKind::Expectation | RuleKind::Limit => None,
        })
        .collect();
    found.dedup();
    found
}
