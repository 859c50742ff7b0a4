//! Tables of kind `rules` and `energy-equivalents`, with every fault of every row.

use std::collections::BTreeSet;

use super::rule::{Due, Equivalent, Rule, Topic};
use super::table::{Row, walk};
use crate::error::Finding;
use crate::number::Amount;
use crate::unit::Unit;

const RULE_COLUMNS: [&str; 28] = [
    "rule",
    "country",
    "topic",
    "status",
    "sectors",
    "reading",
    "measure",
    "value",
    "unit",
    "first_year",
    "last_year",
    "due",
    "due_from",
    "every_years",
    "covers_from",
    "covers_to",
    "form",
    "recipient_en",
    "recipient_vi",
    "says_en",
    "says_vi",
    "text",
    "article",
    "in_force_from",
    "in_force_to",
    "supersedes",
    "confidence",
    "note",
];
const EQUIVALENT_COLUMNS: [&str; 15] = [
    "equivalent",
    "country",
    "energy",
    "name_en",
    "name_vi",
    "aliases",
    "per_unit",
    "toe",
    "lower",
    "upper",
    "text",
    "in_force_from",
    "in_force_to",
    "article",
    "confidence",
];

/// Whose figure a rule of the topic needs.
fn needs_amount(topic: Topic, measure: &str) -> bool {
    topic == Topic::Criterion || (topic == Topic::Trading && measure.ends_with("_share"))
}

/// Rows of kind `rules`.
pub(super) fn rules(table: &str, (pack, _): (usize, &str), findings: &mut Vec<Finding>) -> (Vec<Rule>, u64) {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let rows = walk(table, &RULE_COLUMNS, findings, |row| {
        let rule = rule(row, pack)?;
        if !seen.insert(rule.id.clone()) {
            return Err(vec![row.finding("rule", "the rule stands twice in the table")]);
        }
        found.push(rule);
        Ok(())
    });
    (found, rows)
}

/// Rows of kind `energy-equivalents`.
pub(super) fn equivalents(
    table: &str,
    (pack, _): (usize, &str),
    findings: &mut Vec<Finding>,
) -> (Vec<Equivalent>, u64) {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let rows = walk(table, &EQUIVALENT_COLUMNS, findings, |row| {
        let equivalent = equivalent(row, pack)?;
        if !seen.insert(equivalent.id.clone()) {
            return Err(vec![row.finding("equivalent", "the row stands twice in the table")]);
        }
        found.push(equivalent);
        Ok(())
    });
    (found, rows)
}

/// Keeps the value of what can be read and the fault of what cannot.
fn keep<T: Default>(result: Result<T, Finding>, faults: &mut Vec<Finding>) -> T {
    result.unwrap_or_else(|fault| {
        faults.push(fault);
        T::default()
    })
}

fn slug(row: &Row<'_>, column: &str, faults: &mut Vec<Finding>) -> Box<str> {
    let text = row.get(column);
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    if text.is_empty() || !text.chars().all(sound) {
        faults.push(row.finding(column, "a name may hold a-z, 0-9, `-` and `.` only"));
    }
    text.into()
}

/// Columns that no row may leave empty.
fn must_be_filled(row: &Row<'_>, columns: &[&str], faults: &mut Vec<Finding>) {
    let empty = columns.iter().filter(|column| row.get(column).is_empty());
    faults.extend(empty.map(|column| row.finding(column, "empty")));
}

fn confidence(row: &Row<'_>, faults: &mut Vec<Finding>) -> Box<str> {
    let text = row.get("confidence");
    if !matches!(text, "A" | "A-" | "B" | "C") {
        faults.push(row.finding("confidence", "not A, A-, B or C"));
    }
    text.into()
}

fn country(row: &Row<'_>, faults: &mut Vec<Finding>) -> Box<str> {
    let code = row.get("country");
    if code.len() != 2 || crate::place::Place::parse(code).map_or(true, |known| known.as_str() != code) {
        faults.push(row.finding("country", "not a country code of ISO 3166-1"));
    }
    code.into()
}

fn words(text: &str) -> Vec<Box<str>> {
    text.split('|').map(str::trim).filter(|word| !word.is_empty()).map(Into::into).collect()
}

/// A whole number of the table: a year or a number of years.
fn whole(row: &Row<'_>, column: &str) -> Result<Option<i32>, Finding> {
    let Some(amount) = row.amount(column)? else { return Ok(None) };
    let number = if amount.scale() == 0 { i32::try_from(amount.mantissa()).ok() } else { None };
    number
        .filter(|n| (-9999..=9999).contains(n))
        .map(Some)
        .ok_or_else(|| row.finding(column, "not a whole number"))
}

fn month_day(row: &Row<'_>) -> Result<Option<(u32, u32)>, Finding> {
    let text = row.get("due");
    if text.is_empty() {
        return Ok(None);
    }
    // A leap year, so that 29 February would be read.
    chrono::NaiveDate::parse_from_str(&format!("2024-{text}"), "%Y-%m-%d")
        .map(|day| Some((chrono::Datelike::month(&day), chrono::Datelike::day(&day))))
        .map_err(|_| row.finding("due", "not a month and day such as 03-31"))
}

fn rule(row: &Row<'_>, pack: usize) -> Result<Rule, Vec<Finding>> {
    let mut faults = Vec::new();
    let faults_ref = &mut faults;
    let id = slug(row, "rule", faults_ref);
    let topic = Topic::parse(row.get("topic"));
    if topic.is_none() {
        faults_ref.push(row.finding("topic", "no such topic"));
    }
    let topic = topic.unwrap_or(Topic::Text);
    must_be_filled(row, &["says_en", "says_vi", "text", "article"], faults_ref);
    let measure: Box<str> = row.get("measure").into();
    // Words and figures share the column; only where a figure is needed must it be one.
    let amount = if needs_amount(topic, &measure) {
        let amount = keep(row.amount("value"), faults_ref);
        if amount.is_none_or(Amount::is_negative) {
            faults_ref.push(row.finding("value", "a figure of zero or more is needed"));
        }
        amount
    } else {
        row.amount("value").ok().flatten()
    };
    let [first_year, last_year, due_from, every, covers_from, covers_to] =
        ["first_year", "last_year", "due_from", "every_years", "covers_from", "covers_to"]
            .map(|column| keep(whole(row, column), faults_ref));
    let month_day = keep(month_day(row), faults_ref);
    let due = month_day.zip(due_from).map(|(month_day, from)| Due {
        month_day,
        from,
        every: every.and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        covers_from: covers_from.unwrap_or(0),
        covers_to: covers_to.unwrap_or(0),
    });
    if topic == Topic::Duty
        && (due.is_none() || covers_from.is_none() || covers_to.is_none() || covers_from < covers_to)
    {
        faults_ref.push(row.finding("due", "a duty needs `due`, `due_from`, `covers_from` and `covers_to`"));
    }
    if topic == Topic::Duty && !matches!(&*measure, "before" | "by") {
        faults_ref.push(row.finding("measure", "a duty is due `before` or `by` its day"));
    }
    let in_force_from = keep(row.day("in_force_from"), faults_ref);
    let in_force_to = keep(row.day("in_force_to"), faults_ref);
    if in_force_from.is_none() && topic != Topic::Text {
        faults_ref.push(row.finding("in_force_from", "empty"));
    }
    if in_force_from.zip(in_force_to).is_some_and(|(from, to)| to < from) {
        faults_ref.push(row.finding("in_force_to", "before in_force_from"));
    }
    let country = country(row, faults_ref);
    let confidence = confidence(row, faults_ref);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Rule {
        id,
        pack,
        country,
        topic,
        status: words(row.get("status")),
        sectors: words(row.get("sectors")),
        reading: row.get("reading").into(),
        measure,
        value: row.get("value").into(),
        amount,
        unit: row.get("unit").into(),
        first_year,
        last_year,
        due,
        from_year: due_from,
        form: row.get("form").into(),
        recipient_en: row.get("recipient_en").into(),
        recipient_vi: row.get("recipient_vi").into(),
        says_en: row.get("says_en").into(),
        says_vi: row.get("says_vi").into(),
        text: row.get("text").into(),
        article: row.get("article").into(),
        in_force_from,
        in_force_to,
        supersedes: row.get("supersedes").into(),
        confidence,
        note: row.get("note").into(),
    })
}

fn equivalent(row: &Row<'_>, pack: usize) -> Result<Equivalent, Vec<Finding>> {
    let mut faults = Vec::new();
    let id = slug(row, "equivalent", &mut faults);
    let energy = slug(row, "energy", &mut faults);
    must_be_filled(row, &["name_en", "name_vi", "text", "article"], &mut faults);
    let per = Unit::parse(row.get("per_unit")).map_err(|error| row.wrap("per_unit", &error));
    let [toe, lower, upper] = ["toe", "lower", "upper"].map(|column| keep(row.amount(column), &mut faults));
    let range = match (toe, lower, upper) {
        (Some(toe), None, None) => Some((toe, toe)),
        (None, Some(lower), Some(upper)) if lower <= upper => Some((lower, upper)),
        _ => None,
    };
    if range.is_none_or(|(lower, _)| lower.is_negative()) {
        faults.push(row.finding("toe", "give either `toe`, or `lower` and `upper`, not below zero"));
    }
    let in_force_from = keep(row.day("in_force_from"), &mut faults);
    let in_force_to = keep(row.day("in_force_to"), &mut faults);
    let country = country(row, &mut faults);
    let confidence = confidence(row, &mut faults);
    match (per, range) {
        (Ok(per), Some((lower, upper))) if faults.is_empty() => Ok(Equivalent {
            id,
            pack,
            country,
            energy,
            name_en: row.get("name_en").into(),
            name_vi: row.get("name_vi").into(),
            aliases: words(row.get("aliases")),
            per,
            per_text: row.get("per_unit").into(),
            lower,
            upper,
            text: row.get("text").into(),
            article: row.get("article").into(),
            in_force_from,
            in_force_to,
            confidence,
            note: row.get("note").into(),
        }),
        (per, _) => {
            faults.extend(per.err());
            Err(faults)
        }
    }
}
