//! Precursors: how much of each was used where, and what its figures rest on.

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use super::common::{called, per};
use super::draft::{Draft, of};
use crate::cbam::figures::fraction;
use crate::error::Error;
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// Whether a precursor is made in the installation.
pub(super) fn is_made(facts: &Facts<'_>, from: &str) -> bool {
    facts.request.processes.iter().any(|process| process.id == from)
}

/// What the installation uses of each precursor, made here or bought.
pub(super) fn by_installation(facts: &Facts<'_>, draft: &mut Draft, made: bool) -> Result<(), Error> {
    let mut sums: BTreeMap<(&str, &str), Fraction> = BTreeMap::new();
    for input in facts.figures.processes.iter().flat_map(|process| &process.inputs) {
        if is_made(facts, &input.from) == made {
            let sum = sums.entry((&input.cn, &input.from)).or_insert_with(Fraction::zero);
            *sum = sum.try_add(&fraction(&input.quantity_t)?)?;
        }
    }
    for ((cn, from), sum) in sums {
        draft.give("quantity-used", of(&format!("{cn}, {from}"), "/processes"), &sum.to_string(), "t");
    }
    Ok(())
}

/// What each process uses of each precursor.
pub(super) fn by_process(facts: &Facts<'_>, draft: &mut Draft, made: bool) {
    for (process, path) in facts.processes() {
        let found = facts.figures.processes.iter().find(|known| known.id == process.id);
        for input in found.into_iter().flat_map(|found| &found.inputs) {
            if is_made(facts, &input.from) == made {
                let about = format!("{}: {}, {}", called(process), input.cn, input.from);
                draft.give("quantity-used", of(&about, &format!("{path}/inputs")), &input.quantity_t, "t");
            }
        }
    }
}

/// Each batch with the document's entry, its name and its place.
fn batches<'f>(
    facts: &Facts<'f>,
) -> Vec<(&'f v1::CbamPrecursorResult, &'f v1::CbamBatchResult, &'f v1::CbamBatch, String, String)> {
    let mut all = Vec::new();
    for (at, given) in facts.request.precursors.iter().enumerate() {
        let Some(found) = facts.figures.precursors.iter().find(|found| found.id == given.id) else {
            continue;
        };
        for (number, (batch, stated)) in found.batches.iter().zip(&given.batches).enumerate() {
            let supplier = [&stated.installation, &stated.supplier, &given.id];
            let supplier = supplier.into_iter().find(|name| !name.trim().is_empty()).unwrap_or(&given.id);
            let about = format!("{}, {supplier}", found.cn);
            all.push((found, batch, stated, about, format!("/precursors/{at}/batches/{number}")));
        }
    }
    all
}

/// Rounded like specific emissions of the goods.
fn rounded(facts: &Facts<'_>, text: &str) -> String {
    let ties = if facts.figures.ties == "half-even" { Ties::HalfEven } else { Ties::HalfUp };
    Fraction::parse(text).map_or_else(|| text.to_owned(), |value| value.rounded(facts.figures.decimals, ties))
}

/// Production routes of a precursor, as its suppliers name them.
fn routes(facts: &Facts<'_>, found: &v1::CbamPrecursorResult) -> String {
    let given = facts.request.precursors.iter().find(|given| given.id == found.id);
    given.map_or_else(String::new, |given| given.routes.join(", "))
}

fn routes_of(path: &str) -> String {
    format!("{}/routes", path.split("/batches").next().unwrap_or(path))
}

/// Precursors by default values.
pub(super) fn by_default(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    for (found, batch, _, about, path) in batches(facts) {
        if batch.determination == "actual" {
            continue;
        }
        let place = of(&about, &path);
        draft.part("a");
        draft.give("cn", place, &found.cn, "");
        draft.part("b");
        draft.need("name", of(&about, path.split("/batches").next().unwrap_or(&path)), &found.name);
        draft.if_said("route", of(&about, &routes_of(&path)), &routes(facts, found));
        draft.part("c");
        draft.give("country", place, &batch.country, "");
        draft.part("d");
        let see = fraction(&batch.see_per_t.direct)?.try_add(&fraction(&batch.see_per_t.indirect)?)?;
        draft.say("default-value", place, (&see.to_string(), &per("t")), &batch.source);
    }
    Ok(())
}

/// Precursors by actual values.
pub(super) fn by_actual(facts: &Facts<'_>, draft: &mut Draft) {
    for (found, batch, stated, about, path) in batches(facts) {
        if batch.determination != "actual" {
            continue;
        }
        let place = of(&about, &path);
        draft.part("a");
        draft.give("cn", place, &found.cn, "");
        draft.part("b");
        draft.need("name", of(&about, path.split("/batches").next().unwrap_or(&path)), &found.name);
        draft.if_said("route", of(&about, &routes_of(&path)), &routes(facts, found));
        draft.part("c");
        draft.give("country", place, &batch.country, "");
        draft.part("d");
        let how =
            if stated.period.is_empty() { "default reporting period" } else { "actual time of production" };
        draft.say("period", place, (&batch.period, ""), how);
        draft.part("e");
        draft.give("see-direct", place, &rounded(facts, &batch.see_per_t.direct), &per("t"));
        draft.give("see-indirect", place, &rounded(facts, &batch.see_per_t.indirect), &per("t"));
        draft.need(
            "verification-report",
            of(&about, &format!("{path}/verification_report")),
            &stated.verification_report,
        );
    }
}

/// Weighted averages of precursors that several periods, or several installations, went into.
pub(super) fn averages(facts: &Facts<'_>, draft: &mut Draft, periods: bool) {
    for (at, found) in facts.figures.precursors.iter().enumerate() {
        let kinds: BTreeSet<&str> =
            match periods {
                true => found.batches.iter().map(|batch| &*batch.period).collect(),
                false => {
                    let given = facts.request.precursors.iter().find(|given| given.id == found.id);
                    let all = given.into_iter().flat_map(|given| &given.batches);
                    all.map(|batch| {
                        if batch.installation.is_empty() { &*batch.supplier } else { &*batch.installation }
                    })
                    .collect()
                }
            };
        if kinds.len() < 2 {
            continue;
        }
        let path = format!("/precursors/{at}");
        let about = format!("{}, {}", found.cn, found.id);
        let place = of(&about, &path);
        draft.give("see-direct", place, &rounded(facts, &found.see_per_t.direct), &per("t"));
        draft.give("see-indirect", place, &rounded(facts, &found.see_per_t.indirect), &per("t"));
        if !periods {
            let chosen = facts.request.statements.chosen_precursors.contains(&found.id);
            let how = if chosen {
                "chosen installations, Article 14(3)"
            } else {
                "weighted average, Article 14(2)"
            };
            draft.give("average", place, how, "");
        }
    }
}

/// Where precursors with actual values come from.
pub(super) fn origins(facts: &Facts<'_>, draft: &mut Draft) {
    for (_, batch, stated, about, path) in batches(facts) {
        if batch.determination != "actual" {
            continue;
        }
        let other = facts.other(&stated.installation).or_else(|| facts.other(&stated.supplier));
        let operator = other.map(|other| other.operator.as_str()).filter(|operator| !operator.is_empty());
        draft.need("operator", of(&about, &format!("{path}/supplier")), operator.unwrap_or(&stated.supplier));
        draft.need("installation", of(&about, &format!("{path}/installation")), &stated.installation);
        draft.if_said(
            "registry-id",
            of(&about, "/statements/others"),
            other.map_or("", |other| &other.registry_id),
        );
        draft.give("period", of(&about, &path), &batch.period, "");
    }
}
