//! Checks, statements and triggers: what the engine can see by itself, and what people must declare.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Findings, QUALITY, RECALCULATION, UNCERTAINTY, statement};
use super::year::YearData;
use crate::error::{Code, Severity};
use crate::factor::{Rule, Topic};
use crate::order::Order;
use crate::regulation::rules::Book;
use crate::wire::v1;

/// Codes that say that a number or unit of a row was not understood.
const NOT_UNDERSTOOD: &[Code] = &[
    Code::AmbiguousNumber,
    Code::MixedNumberFormat,
    Code::BadGrouping,
    Code::BadCharInNumber,
    Code::UnitInNumber,
    Code::NotFinite,
    Code::BadNumber,
    Code::MissingValue,
    Code::NumberOutOfRange,
    Code::PrecisionExceeded,
    Code::UnknownUnit,
    Code::AmbiguousUnit,
    Code::DimensionMismatch,
    Code::MissingGasState,
    Code::MissingCvBasis,
    Code::AdministrativeUnit,
];

/// The log of quality control: automatic checks as the inventories answer them, the others as declared.
pub(super) fn checks(
    book: &Book<'_>,
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
    findings: &mut Findings,
) -> Vec<v1::CheckState> {
    let rules: Vec<&Rule> = book.on(Topic::Check).collect();
    for (index, entry) in declarations.checks.iter().enumerate() {
        if !rules.iter().any(|rule| *rule.measure == *entry.check) {
            let path = format!("/declarations/checks/{index}/check");
            let message = format!("there is no check `{}`", entry.check);
            findings.add(Severity::Warning, Code::UnknownValue, QUALITY, (&path, &entry.check), message);
        }
    }
    let mut states = Vec::new();
    for rule in rules {
        let entry = declarations.checks.iter().enumerate().find(|(_, entry)| *entry.check == *rule.measure);
        let path = entry.map_or_else(
            || "/declarations/checks".to_owned(),
            |(at, _)| format!("/declarations/checks/{at}"),
        );
        let logged = entry.map(|(_, entry)| entry.clone()).unwrap_or_default();
        let automatic = rule.concerns_status("automatic") && !rule.status.is_empty();
        let (state, found) = if automatic {
            let (state, found) = automatic_check(&rule.measure, years);
            let explained = state == "attention" && !logged.remark.trim().is_empty();
            (if explained { "explained" } else { state }, found)
        } else {
            let signed = logged.done && !logged.by.trim().is_empty() && is_day(&logged.date);
            (if signed { "pass" } else { "open" }, String::new())
        };
        let message = match state {
            "fail" => Some(format!("the check failed: {found}")),
            "attention" => Some(format!("the check found something that no remark explains: {found}")),
            "open" => Some("the check is not logged as done with a name and a day".to_owned()),
            _ => None,
        };
        if let Some(message) = message {
            let severity = if state == "fail" { Severity::Error } else { Severity::Warning };
            findings.add(severity, Code::CheckOpen, QUALITY, (&path, &rule.measure), message);
        }
        states.push(v1::CheckState {
            check: rule.measure.to_string(),
            automatic,
            state: state.into(),
            found,
            by: logged.by,
            date: logged.date,
            remark: logged.remark,
            rule: book.show(rule),
        });
    }
    // Automatic checks first, each part in the order of the pack.
    states.order_by_key(|state| !state.automatic);
    states
}

fn is_day(text: &str) -> bool {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

/// What the inventories say about a check, as a state and a sentence.
fn automatic_check(name: &str, years: &[YearData]) -> (&'static str, String) {
    let count = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        let mut said = Vec::new();
        for data in years {
            for found in &data.answer.inventory.coverage.findings {
                if wanted(&found.code) {
                    said.push(format!("{}: {} × {}", data.year, found.count, found.code));
                }
            }
        }
        said
    };
    let notes = |code: Code| -> Vec<String> {
        let mut said = Vec::new();
        for data in years {
            let about = data.answer.inventory.notes.iter().filter(|note| note.code == code.as_str());
            said.extend(about.map(|note| format!("{}: {} ({})", data.year, note.about, note.rows)));
        }
        said
    };
    let (state, said) = match name {
        "all-rows-counted" => {
            let left = years.iter().filter(|data| {
                let coverage = &data.answer.inventory.coverage;
                coverage.excluded > 0 || coverage.rows == 0
            });
            let said: Vec<String> = left
                .map(|data| {
                    let coverage = &data.answer.inventory.coverage;
                    format!("{}: {}/{}", data.year, coverage.excluded, coverage.rows)
                })
                .collect();
            ("fail", said)
        }
        "no-repeated-record" => {
            let mut said = count(&|code| code == Code::DuplicateRecord.as_str());
            let unchecked = years.iter().filter(|data| !data.answer.reading.ids_checked);
            let code = Code::DuplicatesNotChecked.as_str();
            said.extend(unchecked.map(|data| format!("{}: {code}", data.year)));
            ("attention", said)
        }
        "units-understood" => {
            ("fail", count(&|code| NOT_UNDERSTOOD.iter().any(|known| known.as_str() == code)))
        }
        "factors-of-the-year" => ("attention", notes(Code::ProxyYear)),
        "factors-of-the-country" => ("attention", notes(Code::ProxyPlace)),
        "gases-complete" => ("attention", notes(Code::PartialGases)),
        "one-gwp-set" => ("attention", notes(Code::MixedGwpSets)),
        "same-factors-both-years" => ("attention", changed_factors(years)),
        // A check that the pack calls automatic and that this engine does not know is for people to do.
        _ => ("attention", vec![format!("{}: {name}", Code::UnknownMethod.as_str())]),
    };
    if said.is_empty() { ("pass", String::new()) } else { (state, said.join("; ")) }
}

/// Activities of both years that used different factors.
fn changed_factors(years: &[YearData]) -> Vec<String> {
    let [first, second] = years else { return Vec::new() };
    let used = |data: &YearData| {
        let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for factor in &data.answer.inventory.factors {
            used.entry(factor.activity.clone()).or_default().insert(factor.id.clone());
        }
        used
    };
    let (before, after) = (used(first), used(second));
    let both = before.iter().filter_map(|(activity, ids)| Some((activity, ids, after.get(activity)?)));
    let list = |ids: &BTreeSet<String>| ids.iter().cloned().collect::<Vec<_>>().join(", ");
    both.filter(|(_, before, after)| before != after)
        .map(|(activity, before, after)| format!("{activity}: {} → {}", list(before), list(after)))
        .collect()
}

/// The statements on uncertainty.
pub(super) fn statements(
    book: &Book<'_>,
    declarations: &v1::FacilityDeclarations,
    findings: &mut Findings,
) -> Vec<v1::StatementState> {
    let mut states = Vec::new();
    for rule in book.on(Topic::Statement) {
        let text = statement(&declarations.uncertainty, &rule.measure).trim();
        if text.is_empty() {
            let path = format!("/declarations/uncertainty/{}", rule.measure);
            findings.missing(UNCERTAINTY, &path, &rule.measure);
        }
        states.push(v1::StatementState {
            statement: rule.measure.to_string(),
            text: text.into(),
            rule: book.show(rule),
        });
    }
    states
}

/// What would make earlier results be computed again: each must be answered, and explained if it happened.
pub(super) fn triggers(
    book: &Book<'_>,
    declarations: &v1::FacilityDeclarations,
    findings: &mut Findings,
) -> Vec<v1::TriggerState> {
    let mut states = Vec::new();
    for rule in book.on(Topic::Trigger) {
        let entry =
            declarations.recalculation.iter().enumerate().find(|(_, entry)| *entry.trigger == *rule.measure);
        let (state, remark) = match entry {
            None => {
                findings.missing(RECALCULATION, "/declarations/recalculation", &rule.measure);
                ("not-stated", "")
            }
            Some((at, entry)) if entry.happened && entry.remark.trim().is_empty() => {
                let path = format!("/declarations/recalculation/{at}/remark");
                findings.missing(RECALCULATION, &path, &rule.measure);
                ("happened", "")
            }
            Some((_, entry)) => {
                (if entry.happened { "happened" } else { "did-not-happen" }, entry.remark.trim())
            }
        };
        states.push(v1::TriggerState {
            trigger: rule.measure.to_string(),
            state: state.into(),
            remark: remark.into(),
            rule: book.show(rule),
        });
    }
    states
}
