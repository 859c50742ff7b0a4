//! What two versions of one report say, place by place.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::error::{Code, Error};
use crate::number::{Co2e, Fraction};
use crate::order::Order;
use crate::wire::v1::{Figures, Inventory, VerifyDifference};

/// Says what kind of thing stands at a place, from the place, what it is of, and what both sides say.
type Sort = fn(&str, &[String], [&str; 2]) -> &'static str;

/// What was compared, and what differs.
#[derive(Debug)]
pub(super) struct Found {
    sort: Sort,
    pub(super) figures: u64,
    pub(super) texts: u64,
    pub(super) differences: Vec<VerifyDifference>,
}

impl Default for Found {
    fn default() -> Found {
        Found { sort: of_inventory, figures: 0, texts: 0, differences: Vec::new() }
    }
}

impl Found {
    /// Compares two texts at a place; numbers of one value are equal, however they are written.
    pub(super) fn take(&mut self, mut place: VerifyDifference) {
        let (one, two) = (&place.reported, &place.recomputed);
        let count = if place.what == "figure" { &mut self.figures } else { &mut self.texts };
        *count = count.saturating_add(1);
        if one == two {
            return;
        }
        let numbers = (Fraction::parse(one), Fraction::parse(two));
        match (place.what.as_str(), numbers) {
            ("figure", (Some(one), Some(two))) if one == two => return,
            ("figure", _) => place.difference = less(two, one),
            _ => {}
        }
        self.differences.push(place);
    }
}

/// `a` less `b`, exactly; empty where one is no amount. What is not there counts as nothing.
fn less(a: &str, b: &str) -> String {
    let amount = |text: &str| Fraction::parse(if text.is_empty() { "0" } else { text });
    let difference = amount(a).zip(amount(b)).and_then(|(a, b)| a.try_sub(&b).ok());
    difference.map_or_else(String::new, |difference| difference.to_string())
}

/// Whether the views of an inventory add up to its total, account by account and gas by gas.
pub(super) fn adds_up(inventory: &Inventory) -> Result<bool, Error> {
    let sums =
        |figures: &mut dyn Iterator<Item = &Figures>| -> Result<BTreeMap<(String, String), Co2e>, Error> {
            let mut sums: BTreeMap<(String, String), Co2e> = BTreeMap::new();
            let mut add = |account: &str, gas: &str, text: &str| -> Result<(), Error> {
                let sum = sums.entry((account.to_owned(), gas.to_owned())).or_default();
                *sum = sum.try_add(Co2e::parse(text)?)?;
                Ok(())
            };
            for one in figures {
                add("scope_1", "", &one.scope_1_kg_co2e)?;
                add("scope_2_location", "", &one.scope_2_location_kg_co2e)?;
                add("scope_2_market", "", &one.scope_2_market_kg_co2e)?;
                add("scope_3", "", &one.scope_3_kg_co2e)?;
                add("total_location", "", &one.total_location_kg_co2e)?;
                add("total_market", "", &one.total_market_kg_co2e)?;
                for gas in &one.gases {
                    add(&gas.account, &gas.gas, &gas.kg)?;
                }
            }
            sums.retain(|_, sum| *sum != Co2e::ZERO);
            Ok(sums)
        };
    let whole = sums(&mut core::iter::once(&inventory.total))?;
    for view in &inventory.views {
        if sums(&mut view.cells.iter().map(|cell| &cell.figures))? != whole {
            return Ok(false);
        }
    }
    let total = &inventory.total;
    let direct = Co2e::parse(&total.scope_1_kg_co2e)?.try_add(Co2e::parse(&total.scope_3_kg_co2e)?)?;
    let holds = |scope_2: &str, sum: &str| -> Result<bool, Error> {
        Ok(direct.try_add(Co2e::parse(scope_2)?)? == Co2e::parse(sum)?)
    };
    Ok(holds(&total.scope_2_location_kg_co2e, &total.total_location_kg_co2e)?
        && holds(&total.scope_2_market_kg_co2e, &total.total_market_kg_co2e)?)
}

/// Two inventories, leaf by leaf.
pub(super) fn inventories(reported: &Inventory, again: &Inventory) -> Result<Found, Error> {
    let tree = |inventory: &Inventory| {
        serde_json::to_value(inventory).map_err(|error| Error::new(Code::Internal, error.to_string()))
    };
    let mut found = Found::default();
    walk(&mut found, ("/inventory", &[]), Some(&tree(reported)?), Some(&tree(again)?));
    Ok(found)
}

/// Two answers of one method, leaf by leaf, without what names the engine and the digest.
pub(super) fn answers(reported: &Value, again: &Value) -> Found {
    let mut found = Found { sort: of_any, ..Found::default() };
    let bare = |answer: &Value| {
        let mut answer = answer.clone();
        if let Some(members) = answer.as_object_mut() {
            members.retain(|name, _| !matches!(name.as_str(), "engine" | "digest"));
        }
        answer
    };
    walk(&mut found, ("", &[]), Some(&bare(reported)), Some(&bare(again)));
    found
}

/// Fields that say which one of a list an object is, the first that it has.
const NAMES: [&[&str]; 14] = [
    &["name", "basis"],
    &["by"],
    &["key"],
    &["id"],
    &["account", "gas"],
    &["site", "entity", "from"],
    &["code", "about", "message"],
    &["code"],
    &["gas"],
    &["datapoint"],
    &["name"],
    &["part"],
    &["carrier", "use"],
    &["good"],
];

/// Which one of a list an object is; nothing for texts and objects without a name.
fn name(value: &Value) -> Option<Vec<String>> {
    let object = value.as_object()?;
    let fields = NAMES.iter().find(|fields| fields.iter().all(|field| object.contains_key(*field)))?;
    let texts = fields.iter().filter_map(|field| object.get(*field)).flat_map(|value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(texts) => texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    });
    Some(texts.collect())
}

fn walk(found: &mut Found, (place, of): (&str, &[String]), reported: Option<&Value>, again: Option<&Value>) {
    match (reported, again) {
        (Some(Value::Object(_)) | None, Some(Value::Object(_)) | None)
        | (Some(Value::Object(_)), Some(_))
        | (Some(_), Some(Value::Object(_))) => objects(found, (place, of), reported, again),
        (Some(Value::Array(_)) | None, Some(Value::Array(_)) | None) => {
            lists(found, (place, of), reported, again);
        }
        _ => {
            let (reported, recomputed) = (said(reported), said(again));
            found.take(VerifyDifference {
                what: (found.sort)(place, of, [&reported, &recomputed]).into(),
                place: place.into(),
                of: of.to_vec(),
                reported,
                recomputed,
                difference: String::new(),
            });
        }
    }
}

fn objects(found: &mut Found, (place, of): (&str, &[String]), one: Option<&Value>, two: Option<&Value>) {
    let empty = Map::new();
    let [one, two] = [one, two].map(|value| value.and_then(Value::as_object).unwrap_or(&empty));
    let fields: BTreeSet<&String> = one.keys().chain(two.keys()).collect();
    for field in fields {
        let mut of = of.to_vec();
        // What holds a list says nothing about what a number is of.
        if !matches!(
            field.as_str(),
            "result" | "table" | "figures" | "views" | "cells" | "gases" | "key" | "by"
        ) {
            of.push(field.clone());
        }
        walk(found, (&format!("{place}/{field}"), &of), one.get(field), two.get(field));
    }
}

fn lists(found: &mut Found, (place, of): (&str, &[String]), one: Option<&Value>, two: Option<&Value>) {
    let [one, two] = [one, two].map(|list| list.and_then(Value::as_array).map_or(&[][..], Vec::as_slice));
    // Equal names are told apart by how many there were before.
    let named = |list: &[Value]| -> BTreeMap<(Vec<String>, usize), usize> {
        let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut places = BTreeMap::new();
        for (at, value) in list.iter().enumerate() {
            let name = name(value).unwrap_or_else(|| vec![at.to_string()]);
            let count = seen.entry(name.clone()).or_default();
            places.insert((name, *count), at);
            *count = count.saturating_add(1);
        }
        places
    };
    let (ours, theirs) = (named(one), named(two));
    let names: BTreeSet<&(Vec<String>, usize)> = ours.keys().chain(theirs.keys()).collect();
    // In the order of the report.
    let mut names: Vec<_> = names.into_iter().collect();
    names.order_by_key(|name| (ours.get(*name).or(theirs.get(*name)).copied(), (*name).clone()));
    for key in names {
        let (mine, other) = (ours.get(key), theirs.get(key));
        let at = mine.or(other).copied().unwrap_or(0);
        let mut of = of.to_vec();
        let value = mine.and_then(|at| one.get(*at)).or_else(|| other.and_then(|at| two.get(*at)));
        if value.is_some_and(Value::is_object) {
            of.extend(key.0.iter().cloned());
        }
        let [a, b] = [mine.and_then(|at| one.get(*at)), other.and_then(|at| two.get(*at))];
        walk(found, (&format!("{place}/{at}"), &of), a, b);
    }
}

/// Fields whose digits are a name, not an amount.
const NAMED: [&str; 9] =
    ["period", "previous_period", "year", "id", "row", "code", "edition", "sha256", "last_digit"];

/// What kind of thing stands at a place of any answer.
fn of_any(_: &str, of: &[String], said: [&str; 2]) -> &'static str {
    let named = of.last().is_some_and(|field| NAMED.contains(&field.as_str()));
    let numbers = said.iter().all(|text| text.is_empty() || Fraction::parse(text).is_some());
    if numbers && !named && said != ["", ""] { "figure" } else { "text" }
}

/// What kind of thing stands at a place of an inventory.
fn of_inventory(place: &str, of: &[String], _: [&str; 2]) -> &'static str {
    let part = place.strip_prefix("/inventory/").unwrap_or(place).split('/').next().unwrap_or_default();
    let field = of.last().map_or("", String::as_str);
    let amount = field.ends_with("_kg_co2e") || field.ends_with("_kg_co2") || field.ends_with("_kwh");
    match part {
        "choices" => "choice",
        "coverage" => "coverage",
        "packs" => "pack",
        "factors" => "factor",
        "notes" => "note",
        _ if amount || matches!(field, "kg" | "kg_co2e" | "lines") => "figure",
        _ => "text",
    }
}

fn said(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// The views that a table of ours has; all usual ones where it has none.
pub(super) fn views_of_csv(text: &str) -> Result<Option<Vec<String>>, Error> {
    let mut views: Vec<String> = Vec::new();
    for row in records(text)? {
        let view = row.first().map_or("", String::as_str);
        if !matches!(view, "total" | "at_100_percent" | "consolidated" | "instrument") {
            let view = view.replace('+', ",");
            if !views.contains(&view) {
                views.push(view);
            }
        }
    }
    Ok(Some(views))
}

/// The data rows of a table of ours.
fn records(text: &str) -> Result<Vec<Vec<String>>, Error> {
    let bad = |message: String| {
        Error::new(Code::BadRequest, message)
            .with_help("give a report of an inventory: JSON, CSV or XLSX as this engine writes them")
            .at("/report")
    };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let head = reader.headers().map_err(|error| bad(error.to_string()))?;
    if head.get(0) != Some("view") || head.iter().next_back() != Some("in_total") {
        return Err(bad("the file is no report of an inventory".into()));
    }
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        row.map(|row| row.iter().map(str::to_owned).collect()).map_err(|error| bad(error.to_string()))
    };
    reader.records().map(row).collect()
}

/// Two tables of ours, row by row under their keys.
pub(super) fn tables(reported: &str, again: &str) -> Result<Found, Error> {
    let (one, two) = (records(reported)?, records(again)?);
    let keyed = |rows: &[Vec<String>]| -> BTreeMap<(Vec<String>, usize), usize> {
        let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut places = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            // The last three columns hold what is said of the keys before them.
            let key: Vec<String> = row.iter().take(row.len().saturating_sub(3)).cloned().collect();
            let count = seen.entry(key.clone()).or_default();
            places.insert((key, *count), at);
            *count = count.saturating_add(1);
        }
        places
    };
    let (ours, theirs) = (keyed(&one), keyed(&two));
    let keys: BTreeSet<&(Vec<String>, usize)> = ours.keys().chain(theirs.keys()).collect();
    let mut keys: Vec<_> = keys.into_iter().collect();
    keys.order_by_key(|key| (ours.get(*key).copied().unwrap_or(usize::MAX), (*key).clone()));
    let mut found = Found::default();
    for key in keys {
        let [a, b] = [ours.get(key).and_then(|at| one.get(*at)), theirs.get(key).and_then(|at| two.get(*at))];
        let place =
            ours.get(key).map_or_else(|| "missing".to_owned(), |at| format!("row {}", at.saturating_add(2)));
        let of: Vec<String> = key.0.iter().filter(|text| !text.is_empty()).cloned().collect();
        for (back, field, what) in [(3, "kg", "figure"), (2, "kg_co2e", "figure"), (1, "in_total", "text")] {
            let cell = |row: Option<&Vec<String>>| {
                let at = row.map_or(0, |row| row.len().saturating_sub(back));
                row.and_then(|row| row.get(at)).cloned().unwrap_or_default()
            };
            let (reported, recomputed) = (cell(a), cell(b));
            if reported.is_empty() && recomputed.is_empty() {
                continue;
            }
            let mut of = of.clone();
            of.push(field.into());
            let difference = String::new();
            found.take(VerifyDifference {
                what: what.into(),
                place: place.clone(),
                of,
                reported,
                recomputed,
                difference,
            });
        }
    }
    Ok(found)
}
