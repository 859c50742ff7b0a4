//! What every bundled pack promises. A pack that breaks a rule of the README fails here.
#![allow(clippy::disallowed_methods, reason = "whole numbers and descriptions, no decimals")]

extern crate std;

mod cells;
mod factors;
mod kinds;
mod register;

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use sha2::{Digest, Sha256};

use crate::{PACKS, Pack, get};

type Row = BTreeMap<String, String>;

const FACTORS: &[&str] = &[
    "factor",
    "activity",
    "kind",
    "gas",
    "value",
    "state",
    "value_unit",
    "per_unit",
    "place",
    "valid_from",
    "valid_to",
    "scope",
    "category",
    "view",
    "gwp_set",
    "td_losses",
    "lower",
    "upper",
    "cell",
    "confidence",
    "note",
];
const GWP: &[&str] =
    &["gas", "family", "kyoto", "gwp_set", "horizon_years", "gwp", "state", "cell", "confidence", "note"];
const BLENDS: &[&str] = &["blend", "gas", "mass_percent", "cell", "confidence"];
const LEAK_RATES: &[&str] = &[
    "factor",
    "set",
    "application",
    "initial_percent",
    "annual_percent",
    "remaining_percent",
    "recovery_percent",
    "place",
    "cell",
    "confidence",
    "note",
];
const RULES: &[&str] = &[
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
const EQUIVALENTS: &[&str] = &[
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
    "note",
];
const POLICIES: &[&str] =
    &["policy", "kind", "parameter", "value", "document", "clause", "confidence", "note"];
const CBAM_GOODS: &[&str] = &[
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
const CBAM_CATEGORIES: &[&str] =
    &["category", "name", "sector", "routes", "precursors", "parameters", "cell", "confidence", "note"];
const CBAM_DEFAULTS: &[&str] = &["country", "cn", "variant", "direct", "indirect", "total", "route", "note"];
const CBAM_BENCHMARKS: &[&str] = &["cn", "column", "route", "period", "value", "note"];
const CBAM_FIGURES: &[&str] =
    &["figure", "subject", "from", "to", "value", "unit", "document", "clause", "confidence", "note"];
const CBAM_COUNTRIES: &[&str] = &["country", "name", "aliases", "status", "cell", "confidence", "note"];
const TAXONOMY: &[&str] = &[
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
const CROSSWALK: &[&str] = &[
    "row",
    "id",
    "of",
    "code",
    "unit",
    "source",
    "due",
    "label_en",
    "label_vi",
    "who",
    "from",
    "until",
    "confidence",
    "note",
];
const REQUIREMENTS: &[&str] = &[
    "row",
    "id",
    "value",
    "theme",
    "title_en",
    "title_vi",
    "applies_if",
    "kind",
    "level",
    "weight",
    "subject",
    "scope",
    "min",
    "partial",
    "max",
    "unit",
    "max_age_months",
    "accredited",
    "document",
    "clause",
    "confidence",
    "note",
];
const PARAMETERS: &[&str] = &["parameter", "value", "unit", "document", "clause", "confidence", "note"];
const ACTIVITIES: &[&str] = &[
    "activity",
    "name_en",
    "name_vi",
    "aliases_en",
    "aliases_vi",
    "scope",
    "category",
    "fuel",
    "per",
    "note",
];

/// Every unit a table may use, with what it measures: two units of one kind can be converted.
const UNITS: &[(&str, &str)] = &[
    ("kg", "mass"),
    ("g", "mass"),
    ("t", "mass"),
    ("Gg", "mass"),
    ("lb", "mass"),
    ("short ton", "mass"),
    ("long ton", "mass"),
    ("TJ{net}", "net energy"),
    ("GJ{net}", "net energy"),
    ("kWh{net}", "net energy"),
    ("TJ{gross}", "gross energy"),
    ("kWh{gross}", "gross energy"),
    ("mmBtu{gross}", "gross energy"),
    ("kWh", "energy delivered"),
    ("MWh", "energy delivered"),
    ("GJ", "energy delivered"),
    ("L", "volume"),
    ("m3", "volume"),
    ("gal US", "volume"),
    ("scf", "gas volume, standard"),
    ("Nm3", "gas volume, normal"),
    ("m3{15Cel_101.325kPa}", "gas volume at 15 degrees"),
    ("t.km", "freight"),
    ("short ton.mi", "freight"),
    ("passenger.km", "travel"),
    ("vehicle.km", "vehicle distance"),
    ("vehicle.mi", "vehicle distance"),
    ("km", "distance"),
    ("mi", "distance"),
    ("room-night", "hotel nights"),
    ("FTE.h", "working time"),
    ("USD{2022:purchaser}", "money"),
    ("ha.d", "area and time"),
];

const CONFIDENCE: &[&str] = &["A", "A-", "B", "C"];

fn kind_of(unit: &str) -> Option<&'static str> {
    UNITS.iter().find(|(name, _)| *name == unit).map(|(_, kind)| *kind)
}

fn describe(pack: &Pack) -> toml::Table {
    pack.description.parse().unwrap_or_else(|error| panic!("{}: {error}", pack.id))
}

fn text(pack: &Pack, key: &str) -> String {
    describe(pack)
        .get(key)
        .and_then(toml::Value::as_str)
        .unwrap_or_else(|| panic!("{}: no text for {key}", pack.id))
        .to_string()
}

fn header(pack: &Pack) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(pack.table.as_bytes());
    reader.headers().unwrap().iter().map(ToString::to_string).collect()
}

fn rows(pack: &Pack) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(pack.table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<Row> = reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|error| panic!("{}: {error}", pack.id));
            names.iter().zip(record.iter()).map(|(k, v)| (k.to_string(), v.to_string())).collect()
        })
        .collect();
    assert!(!rows.is_empty(), "{} is empty", pack.id);
    rows
}

fn packs_of(kind: &str) -> Vec<&'static Pack> {
    let found: Vec<_> = PACKS.iter().filter(|pack| text(pack, "kind") == kind).collect();
    assert!(!found.is_empty(), "no pack of kind {kind}");
    found
}

fn is_slug(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
}

/// Digits with at most one point between them: no sign, no exponent, no spaces, 28 digits at most.
fn is_plain_decimal(s: &str) -> bool {
    let (whole, fraction) = s.split_once('.').unwrap_or((s, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let no_leading_zero = whole == "0" || !whole.starts_with('0');
    digits(whole) && digits(fraction) && no_leading_zero && s.len() <= 29
}

fn is_date(s: &str) -> bool {
    let parts: Vec<&str> = s.split('-').collect();
    let shape = parts.iter().map(|part| part.len()).eq([4, 2, 2]);
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    shape
        && (1990..=2100).contains(&number(0))
        && (1..=12).contains(&number(1))
        && (1..=31).contains(&number(2))
}

/// ISO 3166-1 alpha-2, ISO 3166-2, an eGRID subregion of the US, or a three-digit M49 area.
fn is_place(s: &str) -> bool {
    let upper = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase());
    match s.split('-').collect::<Vec<_>>().as_slice() {
        [area] if area.len() == 3 => area.bytes().all(|b| b.is_ascii_digit()),
        [country] => country.len() == 2 && upper(country),
        [country, part] => country.len() == 2 && upper(country) && part.len() <= 3 && upper(part),
        ["US", "EGRID", part] => part.len() == 4 && upper(part),
        _ => false,
    }
}

fn is_category(scope: &str, category: &str) -> bool {
    match scope {
        "1" => ["stationary", "mobile", "process", "fugitive", "land"].contains(&category),
        "2" => ["electricity", "steam", "heat", "cooling"].contains(&category),
        "3" => category.parse::<u8>().is_ok_and(|n| (1..=15).contains(&n)),
        "outside" => ["", "offsets"].contains(&category),
        _ => false,
    }
}

/// Names are compared without case, and with space, hyphen and underscore as one.
fn folded(name: &str) -> String {
    name.to_lowercase().split([' ', '-', '_']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn register() -> BTreeMap<String, Row> {
    let all = rows(get("emitrace-activities").unwrap());
    let count = all.len();
    let by_id: BTreeMap<_, _> = all.into_iter().map(|row| (row["activity"].clone(), row)).collect();
    assert_eq!(by_id.len(), count, "an activity id occurs twice");
    by_id
}

fn gases() -> BTreeSet<String> {
    rows(get("ipcc-gwp").unwrap()).into_iter().map(|row| row["gas"].clone()).collect()
}

#[test]
fn packs_are_sorted_unique_and_found_by_id() {
    assert_eq!(PACKS.len(), 42);
    assert!(PACKS.windows(2).all(|pair| pair[0].id < pair[1].id));
    for pack in PACKS {
        assert!(is_slug(pack.id));
        assert_eq!(get(pack.id), Some(pack));
    }
    assert_eq!(get("no-such-pack"), None);
    assert_eq!(get(""), None);
    assert!(format!("{:?}", PACKS[0]).starts_with("Pack { id: \"ashrae-blends\", description_bytes: "));
}

#[test]
fn descriptions_are_flat_complete_and_true() {
    let keys = [
        "attribution",
        "confidence",
        "edition",
        "id",
        "kind",
        "licence",
        "not_for",
        "publisher",
        "retrieved",
        "sha256",
        "source",
        "title",
        "url",
    ];
    for pack in PACKS {
        let described = describe(pack);
        let mut found: Vec<&str> = described.keys().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, keys, "{}", pack.id);
        for key in keys.iter().filter(|key| !["not_for", "url"].contains(key)) {
            assert!(!text(pack, key).trim().is_empty(), "{}: {key} is empty", pack.id);
        }
        let not_for = described["not_for"].as_array().unwrap();
        assert!(!not_for.is_empty(), "{}", pack.id);
        assert!(not_for.iter().all(|entry| entry.as_str().is_some_and(|s| s.ends_with('.'))), "{}", pack.id);
        assert_eq!(text(pack, "id"), pack.id);
        assert!(is_date(&text(pack, "retrieved")));
        let url = text(pack, "url");
        assert!(url.is_empty() || url.starts_with("https://"), "{}", pack.id);
        let digest: String =
            Sha256::digest(pack.table.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(text(pack, "sha256"), digest, "{}: the table changed without its sha256", pack.id);
    }
}

#[test]
fn a_pack_is_as_sure_as_its_worst_row() {
    for pack in PACKS.iter().filter(|pack| header(pack).contains(&"confidence".to_string())) {
        let rank = |name: &str| CONFIDENCE.iter().position(|c| *c == name);
        let worst = rows(pack)
            .iter()
            .map(|row| rank(&row["confidence"]).unwrap_or_else(|| panic!("{}: {row:?}", pack.id)))
            .max();
        assert_eq!(rank(&text(pack, "confidence")), worst, "{}", pack.id);
    }
}

#[test]
fn tables_are_clean_text_with_the_columns_of_their_kind() {
    for pack in PACKS {
        let columns = match text(pack, "kind").as_str() {
            "factors" => FACTORS,
            "gwp" => GWP,
            "blends" => BLENDS,
            "leak-rates" => LEAK_RATES,
            "activities" => ACTIVITIES,
            "rules" => RULES,
            "energy-equivalents" => EQUIVALENTS,
            "policies" => POLICIES,
            "cbam-goods" => CBAM_GOODS,
            "cbam-categories" => CBAM_CATEGORIES,
            "cbam-defaults" => CBAM_DEFAULTS,
            "cbam-benchmarks" => CBAM_BENCHMARKS,
            "cbam-figures" | "trace-figures" => CBAM_FIGURES,
            "cbam-countries" => CBAM_COUNTRIES,
            "parameters" => PARAMETERS,
            "requirements" => REQUIREMENTS,
            "taxonomy" => TAXONOMY,
            "crosswalk" => CROSSWALK,
            other => panic!("{}: unknown kind {other}", pack.id),
        };
        assert_eq!(header(pack), columns, "{}", pack.id);
        assert!(!pack.table.contains('\r') && !pack.table.starts_with('\u{feff}'), "{}", pack.id);
        assert!(pack.table.ends_with('\n') && !pack.table.contains("\n\n"), "{}", pack.id);
        assert!(!pack.table.contains('\u{fffd}'), "{}: a broken character", pack.id);
        for row in rows(pack) {
            for (column, cell) in &row {
                assert_eq!(cell.trim(), cell, "{}: {column}: {row:?}", pack.id);
                assert!(!cell.contains('\n'), "{}: {column}: {row:?}", pack.id);
            }
            if columns.contains(&"cell") {
                assert!(!row["cell"].is_empty(), "{}: no citation: {row:?}", pack.id);
            }
        }
    }
    let bytes = PACKS.iter().fold(0_usize, |all, pack| all.saturating_add(pack.table.len()));
    assert!(bytes < 2_400_000, "{bytes} bytes");
}
