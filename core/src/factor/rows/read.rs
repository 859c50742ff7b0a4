//! Rows of tables to rows of types, with every fault of every row.

use std::collections::BTreeSet;

use super::cbam::{
    BenchmarkRow, CategoryRow, CountryRow, CountryStatus, DefaultRow, FigureRow, FunctionalUnit, GoodRow,
    Sector,
};
use super::taxonomy::TaxonomyRow;
use crate::error::Finding;
use crate::factor::table::{Row, walk};
use crate::number::Amount;
use crate::order::Order;

const GOOD_COLUMNS: [&str; 11] = [
    "cn",
    "sector",
    "category",
    "gases",
    "indirect",
    "functional_unit",
    "complexity",
    "description",
    "cell",
    "confidence",
    "note",
];
const CATEGORY_COLUMNS: [&str; 9] =
    ["category", "name", "sector", "routes", "precursors", "parameters", "cell", "confidence", "note"];
const DEFAULT_COLUMNS: [&str; 8] =
    ["country", "cn", "variant", "direct", "indirect", "total", "route", "note"];
const BENCHMARK_COLUMNS: [&str; 6] = ["cn", "column", "route", "period", "value", "note"];
const FIGURE_COLUMNS: [&str; 10] =
    ["figure", "subject", "from", "to", "value", "unit", "document", "clause", "confidence", "note"];
const TAXONOMY_COLUMNS: [&str; 17] = [
    "row",
    "id",
    "value",
    "type",
    "period",
    "units",
    "axes",
    "domain",
    "section",
    "due",
    "when",
    "formula",
    "source",
    "label_en",
    "label_vi",
    "confidence",
    "note",
];
/// What a row of a taxonomy can be, and the columns that it must fill.
const TAXONOMY_ROWS: [(&str, &[&str]); 8] = [
    ("setting", &["id", "value"]),
    ("prefix", &["id", "value"]),
    ("unit", &["id", "value", "type"]),
    ("section", &["id", "type", "label_en", "label_vi"]),
    ("axis", &["id", "type", "label_en", "label_vi"]),
    ("member", &["id", "domain", "label_en"]),
    ("concept", &["id", "type", "period", "section", "due", "label_en", "label_vi"]),
    ("input", &["id", "type", "period", "units", "label_en", "label_vi"]),
];
const COUNTRY_COLUMNS: [&str; 7] = ["country", "name", "aliases", "status", "cell", "confidence", "note"];

/// Keeps the value of what can be read and the fault of what cannot.
fn keep<T>(result: Result<T, Finding>, faults: &mut Vec<Finding>) -> Option<T> {
    result.map_err(|fault| faults.push(fault)).ok()
}

pub(super) fn filled(row: &Row<'_>, columns: &[&str], faults: &mut Vec<Finding>) {
    let empty = columns.iter().filter(|column| row.get(column).is_empty());
    faults.extend(empty.map(|column| row.finding(column, "empty")));
}

pub(super) fn one_of(row: &Row<'_>, column: &str, known: &[&str], faults: &mut Vec<Finding>) {
    if !known.contains(&row.get(column)) {
        faults.push(row.finding(column, format!("not one of {}", known.join(", "))));
    }
}

pub(super) fn list(row: &Row<'_>, column: &str) -> Vec<Box<str>> {
    row.get(column).split('|').map(str::trim).filter(|word| !word.is_empty()).map(Box::from).collect()
}

/// A code of the Combined Nomenclature, or, where only its beginning is asked for, four, six or eight digits.
fn cn(row: &Row<'_>, lengths: &[usize], faults: &mut Vec<Finding>) {
    let text = row.get("cn");
    if !lengths.contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        faults.push(row.finding("cn", "a code has eight digits (four, six or eight in default values)"));
    }
}

fn sector(row: &Row<'_>, faults: &mut Vec<Finding>) -> Sector {
    Sector::parse(row.get("sector")).unwrap_or_else(|| {
        faults.push(row.finding("sector", "no such sector"));
        Sector::IronSteel
    })
}

pub(super) fn confidence(row: &Row<'_>, faults: &mut Vec<Finding>) {
    one_of(row, "confidence", &["A", "A-", "B", "C"], faults);
}

/// Adds a row that has no faults and is not there already.
pub(super) fn take<T>(
    found: &mut Vec<T>,
    seen: &mut BTreeSet<Box<str>>,
    (key, column): (String, &str),
    made: T,
    row: &Row<'_>,
    mut faults: Vec<Finding>,
) -> Result<(), Vec<Finding>> {
    if !seen.insert(key.into()) {
        faults.push(row.finding(column, "the row stands twice in the table"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    found.push(made);
    Ok(())
}

/// Rows of kind `cbam-goods`.
pub(super) fn goods(table: &str, findings: &mut Vec<Finding>) -> Vec<GoodRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &GOOD_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        cn(row, &[8], &mut faults);
        filled(row, &["category", "gases", "description", "cell"], &mut faults);
        one_of(row, "indirect", &["yes", "no"], &mut faults);
        one_of(row, "complexity", &["simple", "complex", "either"], &mut faults);
        confidence(row, &mut faults);
        let functional_unit = FunctionalUnit::parse(row.get("functional_unit")).unwrap_or_else(|| {
            faults.push(row.finding("functional_unit", "not t, t-clinker, t-nitrogen, kg-nitrogen or kWh"));
            FunctionalUnit::Tonne
        });
        let good = GoodRow {
            cn: row.get("cn").into(),
            sector: sector(row, &mut faults),
            category: row.get("category").into(),
            gases: list(row, "gases"),
            indirect: row.get("indirect") == "yes",
            functional_unit,
            complexity: row.get("complexity").into(),
            description: row.get("description").into(),
            cell: row.get("cell").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        };
        take(&mut found, &mut seen, (row.get("cn").to_owned(), "cn"), good, row, faults)
    });
    // Searched by halves.
    found.order_by(|a, b| a.cn.cmp(&b.cn));
    found
}

/// Rows of kind `cbam-categories`.
pub(super) fn categories(table: &str, findings: &mut Vec<Finding>) -> Vec<CategoryRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &CATEGORY_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        filled(row, &["category", "name", "cell"], &mut faults);
        confidence(row, &mut faults);
        let category = CategoryRow {
            category: row.get("category").into(),
            name: row.get("name").into(),
            sector: sector(row, &mut faults),
            routes: list(row, "routes"),
            precursors: list(row, "precursors"),
            parameters: list(row, "parameters"),
            cell: row.get("cell").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        };
        take(&mut found, &mut seen, (row.get("category").to_owned(), "category"), category, row, faults)
    });
    found
}

/// Rows of kind `cbam-defaults`.
pub(super) fn defaults(table: &str, findings: &mut Vec<Finding>) -> Vec<DefaultRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &DEFAULT_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        cn(row, &[4, 6, 8], &mut faults);
        let country = row.get("country");
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            faults.push(row.finding("country", "not a country code of two letters, ZZ or XX"));
        }
        one_of(row, "variant", &["", "grey", "white"], &mut faults);
        let direct = keep(row.amount("direct"), &mut faults).flatten();
        let indirect = match row.get("indirect") {
            // A good of Annex II has no indirect emissions that count.
            "N/A" => None,
            _ => keep(row.amount("indirect"), &mut faults).flatten(),
        };
        let total = keep(row.amount("total"), &mut faults).flatten();
        for (column, amount) in [("direct", direct), ("indirect", indirect), ("total", total)] {
            if amount.is_some_and(|amount| amount.is_negative()) {
                faults.push(row.finding(column, "a default value is not negative"));
            }
        }
        let made = DefaultRow {
            country: country.into(),
            cn: row.get("cn").into(),
            variant: row.get("variant").into(),
            direct,
            indirect,
            total,
            route: row.get("route").into(),
            note: row.get("note").into(),
        };
        let key = format!("{country} {} {}", row.get("cn"), row.get("variant"));
        take(&mut found, &mut seen, (key, "cn"), made, row, faults)
    });
    found.order_by(|a, b| (&a.country, &a.cn, &a.variant).cmp(&(&b.country, &b.cn, &b.variant)));
    found
}

/// Rows of kind `cbam-benchmarks`.
pub(super) fn benchmarks(table: &str, findings: &mut Vec<Finding>) -> Vec<BenchmarkRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &BENCHMARK_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        cn(row, &[8], &mut faults);
        one_of(row, "column", &["A", "B"], &mut faults);
        filled(row, &["value"], &mut faults);
        let value = keep(row.amount("value"), &mut faults).flatten().unwrap_or(Amount::ZERO);
        if value.is_negative() {
            faults.push(row.finding("value", "a benchmark is not negative"));
        }
        let made = BenchmarkRow {
            cn: row.get("cn").into(),
            column: row.get("column").into(),
            route: row.get("route").into(),
            period: row.get("period").into(),
            value,
            note: row.get("note").into(),
        };
        let key = format!("{} {} {} {}", made.cn, made.column, made.route, made.period);
        take(&mut found, &mut seen, (key, "cn"), made, row, faults)
    });
    found.order_by(|a, b| a.cn.cmp(&b.cn));
    found
}

/// Figures whose value is a number.
const NUMBERS: [&str; 6] = ["cbam-factor", "cscf", "price", "mark-up", "holding-share", "penalty"];

/// Rows of kinds `cbam-figures` and `trace-figures`.
pub(super) fn figures(table: &str, findings: &mut Vec<Finding>) -> Vec<FigureRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &FIGURE_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        filled(row, &["figure", "value", "document", "clause"], &mut faults);
        confidence(row, &mut faults);
        let from = keep(row.day("from"), &mut faults).flatten();
        let to = keep(row.day("to"), &mut faults).flatten();
        let amount = row.amount("value");
        let amount = if NUMBERS.contains(&row.get("figure")) || row.get("subject") == "mass" {
            keep(amount, &mut faults).flatten()
        } else {
            amount.ok().flatten()
        };
        let made = FigureRow {
            figure: row.get("figure").into(),
            subject: row.get("subject").into(),
            from,
            to,
            value: row.get("value").into(),
            amount,
            unit: row.get("unit").into(),
            document: row.get("document").into(),
            clause: row.get("clause").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        };
        let key = format!("{} {} {}", made.figure, made.subject, row.get("from"));
        take(&mut found, &mut seen, (key, "figure"), made, row, faults)
    });
    found
}

/// Rows of kind `cbam-countries`.
pub(super) fn countries(table: &str, findings: &mut Vec<Finding>) -> Vec<CountryRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &COUNTRY_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        filled(row, &["country", "name", "cell"], &mut faults);
        confidence(row, &mut faults);
        let status = CountryStatus::parse(row.get("status")).unwrap_or_else(|| {
            faults.push(row.finding("status", "not one of table, eu, exempt, unknown"));
            CountryStatus::Table
        });
        let made = CountryRow {
            country: row.get("country").into(),
            name: row.get("name").into(),
            aliases: list(row, "aliases"),
            status,
            cell: row.get("cell").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        };
        take(&mut found, &mut seen, (row.get("country").to_owned(), "country"), made, row, faults)
    });
    found
}

/// Rows of kind `taxonomy`; what they say of each other is looked at by those who read a report with them.
pub(super) fn taxonomy(table: &str, findings: &mut Vec<Finding>) -> Vec<TaxonomyRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &TAXONOMY_COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        let what = row.get("row");
        // A figure may be fixed by more than one rule.
        let rule = what == "rule";
        match TAXONOMY_ROWS.iter().find(|(known, _)| *known == what) {
            Some((_, columns)) => filled(row, columns, &mut faults),
            None if rule => {
                filled(row, &["id", "type", "formula"], &mut faults);
                one_of(row, "type", &["source", "identity", "default", "expectation", "limit"], &mut faults);
            }
            None => faults.push(row.finding(
                "row",
                "not one of setting, prefix, unit, section, axis, member, concept, input, rule",
            )),
        }
        if what == "concept" {
            one_of(row, "due", &["always", "if-any", "may"], &mut faults);
            one_of(row, "period", &["instant", "duration"], &mut faults);
        }
        confidence(row, &mut faults);
        let text = |column: &str| Box::from(row.get(column));
        let made = TaxonomyRow {
            row: text("row"),
            id: text("id"),
            value: text("value"),
            kind: text("type"),
            period: text("period"),
            units: list(row, "units"),
            axes: list(row, "axes"),
            domain: list(row, "domain"),
            section: list(row, "section"),
            due: text("due"),
            when: text("when"),
            formula: text("formula"),
            source: text("source"),
            label_en: text("label_en"),
            label_vi: text("label_vi"),
            confidence: text("confidence"),
        };
        let formula = if rule { row.get("formula") } else { "" };
        let key = format!("{what} {} {} {formula}", row.get("id"), if rule { row.get("type") } else { "" });
        take(&mut found, &mut seen, (key, "id"), made, row, faults)
    });
    found
}
