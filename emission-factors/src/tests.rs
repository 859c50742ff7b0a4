//! What every bundled pack promises. A pack that breaks a rule of the README fails here.
#![allow(clippy::disallowed_methods, reason = "whole numbers and descriptions, no decimals")]

extern crate std;

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
    assert_eq!(PACKS.len(), 17);
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
    assert!(bytes < 1_500_000, "{bytes} bytes");
}

#[test]
fn factor_rows_are_well_formed() {
    let register = register();
    let gases = gases();
    for pack in packs_of("factors") {
        for row in rows(pack) {
            let at = |column: &str| row[column].as_str();
            let told = format!("{}: {row:?}", pack.id);
            assert!(is_slug(at("factor")), "{told}");
            assert!(is_slug(at("activity")), "{told}");
            assert!(is_place(at("place")), "{told}");
            for date in ["valid_from", "valid_to"] {
                assert!(at(date).is_empty() || is_date(at(date)), "{told}");
            }
            assert!(at("valid_to").is_empty() || at("valid_from") <= at("valid_to"), "{told}");

            match at("state") {
                "value" => assert!(is_plain_decimal(at("value")), "{told}"),
                "negligible" => assert!(at("value").is_empty() && !at("note").is_empty(), "{told}"),
                "absent" => assert!(at("value").is_empty(), "{told}"),
                _ => panic!("{told}"),
            }
            for bound in ["lower", "upper"] {
                assert!(at(bound).is_empty() || is_plain_decimal(at(bound)), "{told}");
            }

            let value_kind = kind_of(at("value_unit"));
            let per_kind = kind_of(at("per_unit"));
            match at("kind") {
                "emission" => {
                    assert!(
                        ["CO2e", "CO2-biogenic", "CO2-land-use"].contains(&at("gas"))
                            || gases.contains(at("gas")),
                        "{told}"
                    );
                    assert_eq!(value_kind, Some("mass"), "{told}");
                    assert!(per_kind.is_some(), "{told}");
                    let registered = register.contains_key(at("activity"));
                    assert!(registered || is_category(at("scope"), at("category")), "{told}");
                }
                "ncv" => {
                    assert_eq!((value_kind, per_kind), (Some("net energy"), Some("mass")), "{told}");
                }
                "gcv" => {
                    assert_eq!(value_kind, Some("gross energy"), "{told}");
                    assert!(matches!(per_kind, Some("mass" | "volume" | "gas volume, standard")), "{told}");
                }
                "density" => assert_eq!((value_kind, per_kind), (Some("mass"), Some("volume")), "{told}"),
                "loss-rate" => assert_eq!((at("value_unit"), at("per_unit")), ("%", ""), "{told}"),
                "carbon-content" => assert_eq!(value_kind, Some("mass"), "{told}"),
                "correction" => {
                    let plain = ["%", "1"].contains(&at("value_unit")) && at("per_unit").is_empty();
                    let ratio = value_kind.is_some() && (per_kind.is_some() || at("per_unit") == "ha");
                    assert!(plain || ratio, "{told}");
                    assert!(!at("note").is_empty(), "{told}");
                }
                _ => panic!("{told}"),
            }
            assert_eq!(at("gas").is_empty(), at("kind") != "emission", "{told}");
            let locked = ["AR4", "AR5", "AR6", "unstated"].contains(&at("gwp_set"));
            assert_eq!(locked, at("gas") == "CO2e", "{told}");
            assert!(locked || at("gwp_set").is_empty(), "{told}");
            assert!(
                at("scope").is_empty() && at("category").is_empty()
                    || is_category(at("scope"), at("category")),
                "{told}"
            );
            assert!(["", "location", "market"].contains(&at("view")), "{told}");
            assert!(["", "included", "excluded", "unknown"].contains(&at("td_losses")), "{told}");
            if ["electricity", "electricity-marginal"].contains(&at("activity")) {
                assert!(!at("view").is_empty() && !at("td_losses").is_empty(), "{told}");
            }
        }
    }
}

/// Lines of one factor share everything but gas, value and citation, and no gas comes twice.
#[test]
fn lines_of_a_factor_belong_together() {
    let shared =
        ["activity", "kind", "per_unit", "place", "valid_from", "valid_to", "scope", "category", "view"];
    for pack in packs_of("factors") {
        let mut seen: BTreeMap<String, (Row, BTreeSet<String>)> = BTreeMap::new();
        let mut last = String::new();
        for row in rows(pack) {
            let factor = row["factor"].clone();
            let gas = row["gas"].clone();
            if let Some((first, gases)) = seen.get_mut(&factor) {
                assert_eq!(last, factor, "{}: lines of a factor lie apart", pack.id);
                assert!(gases.insert(gas), "{}: {row:?}", pack.id);
                for column in shared {
                    assert_eq!(first[column], row[column], "{}: {factor}: {column}", pack.id);
                }
            } else {
                seen.insert(factor.clone(), (row, BTreeSet::from([gas])));
            }
            last = factor;
        }
    }
}

/// Inside a pack, an activity at a place and time has one factor for one kind of unit: nothing to guess.
#[test]
fn no_two_factors_of_a_pack_answer_the_same_question() {
    for pack in packs_of("factors") {
        let mut seen: BTreeMap<[String; 6], String> = BTreeMap::new();
        for row in rows(pack) {
            let unit = kind_of(&row["per_unit"]).unwrap_or("none");
            let key = ["kind", "activity", "place", "valid_from", "view"].map(|column| row[column].clone());
            let [kind, activity, place, from, view] = key;
            if ["correction", "carbon-content"].contains(&kind.as_str()) {
                continue;
            }
            let question = [kind, activity, place, from, view, unit.to_string()];
            let factor = seen.entry(question).or_insert_with(|| row["factor"].clone());
            assert_eq!(*factor, row["factor"], "{}: {row:?}", pack.id);
        }
    }
}

#[test]
fn warming_potentials_are_a_full_grid() {
    let families = ["CO2", "CH4", "N2O", "HFC", "PFC", "SF6", "NF3", "HCFC", "CFC", "halon", "HFO", "other"];
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for pack in packs_of("gwp") {
        for row in rows(pack) {
            assert!(families.contains(&row["family"].as_str()), "{row:?}");
            assert!(["yes", "no"].contains(&row["kyoto"].as_str()), "{row:?}");
            assert!(["AR4", "AR5", "AR6"].contains(&row["gwp_set"].as_str()), "{row:?}");
            assert_eq!(row["horizon_years"], "100");
            assert_eq!(row["state"] == "value", is_plain_decimal(&row["gwp"]), "{row:?}");
            assert_eq!(row["state"] == "absent", row["gwp"].is_empty(), "{row:?}");
            assert!(!row["gwp"].ends_with(".0"), "{row:?}");
            let before = seen.insert((row["gas"].clone(), row["gwp_set"].clone()), row["gwp"].clone());
            assert_eq!(before, None, "{row:?}");
        }
    }
    for gas in gases() {
        for set in ["AR4", "AR5", "AR6"] {
            assert!(seen.contains_key(&(gas.clone(), set.to_string())), "{gas} {set}");
        }
    }
    let expected = [
        ("CO2", "1", "1", "1"),
        ("CH4", "25", "28", "27.9"),
        ("CH4-fossil", "25", "30", "29.8"),
        ("CH4-non-fossil", "25", "28", "27"),
        ("N2O", "298", "265", "273"),
        ("SF6", "22800", "23500", "24300"),
        ("NF3", "17200", "16100", "17400"),
        ("HFC-32", "675", "677", "771"),
        ("HFC-125", "3500", "3170", "3740"),
        ("HFC-134a", "1430", "1300", "1530"),
        ("HFC-143a", "4470", "4800", "5810"),
        ("HFO-1234yf", "", "1", "0.501"),
    ];
    for (gas, ar4, ar5, ar6) in expected {
        for (set, value) in [("AR4", ar4), ("AR5", ar5), ("AR6", ar6)] {
            assert_eq!(seen[&(gas.to_string(), set.to_string())], value, "{gas} {set}");
        }
    }
}

#[test]
fn blends_add_up_to_a_hundred_and_name_known_gases() {
    let gases = gases();
    let mut milli: BTreeMap<String, u32> = BTreeMap::new();
    for pack in packs_of("blends") {
        for row in rows(pack) {
            assert!(gases.contains(&row["gas"]), "{row:?}");
            assert!(is_plain_decimal(&row["mass_percent"]), "{row:?}");
            let (whole, fraction) = row["mass_percent"].split_once('.').unwrap_or((&row["mass_percent"], ""));
            let share: u32 = format!("{whole}{fraction:0<3}").parse().unwrap();
            let sum = milli.entry(row["blend"].clone()).or_default();
            *sum = sum.checked_add(share).unwrap();
        }
    }
    assert_eq!(milli.len(), 50);
    for (blend, sum) in milli {
        assert_eq!(sum, 100_000, "{blend}");
    }
}

#[test]
fn leak_rates_are_percentages() {
    for pack in packs_of("leak-rates") {
        let mut seen = BTreeSet::new();
        for row in rows(pack) {
            assert!(is_slug(&row["factor"]) && seen.insert(row["factor"].clone()), "{row:?}");
            assert!(is_place(&row["place"]), "{row:?}");
            for column in ["initial_percent", "annual_percent", "remaining_percent", "recovery_percent"] {
                let whole = row[column].split('.').next().unwrap_or_default();
                assert!(is_plain_decimal(&row[column]), "{row:?}");
                assert!(whole.parse::<u8>().is_ok_and(|n| n <= 100), "{row:?}");
            }
        }
    }
}

#[test]
fn rules_cite_their_text_and_replace_rules_that_are_there() {
    for pack in packs_of("rules") {
        let mut seen = BTreeSet::new();
        for row in rows(pack) {
            assert!(is_slug(&row["rule"]) && seen.insert(row["rule"].clone()), "{row:?}");
            for column in ["says_en", "says_vi", "text", "article"] {
                assert!(!row[column].is_empty(), "{column}: {row:?}");
            }
            // Every law has a first day; where it was not seen, the row says so.
            assert!(!row["in_force_from"].is_empty() || row["note"].contains("not seen"), "{row:?}");
        }
        for row in rows(pack) {
            assert!(row["supersedes"].is_empty() || seen.contains(&row["supersedes"]), "{row:?}");
        }
    }
}

#[test]
fn energy_equivalents_are_a_figure_or_a_range() {
    for pack in packs_of("energy-equivalents") {
        for row in rows(pack) {
            assert!(is_slug(&row["equivalent"]) && is_slug(&row["energy"]), "{row:?}");
            let range = !row["lower"].is_empty() && !row["upper"].is_empty();
            assert!(row["toe"].is_empty() == range, "{row:?}");
            for column in ["toe", "lower", "upper"] {
                assert!(row[column].is_empty() || is_plain_decimal(&row[column]), "{row:?}");
            }
        }
    }
}

#[test]
fn the_register_is_well_formed_and_its_names_are_honest() {
    let register = register();
    let ids: BTreeSet<String> = register.keys().map(|id| folded(id)).collect();
    assert_eq!(ids.len(), register.len(), "two ids differ in case or separators only");
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (id, row) in &register {
        assert!(is_slug(id), "{id}");
        assert!(!row["name_en"].is_empty() && !row["name_vi"].is_empty(), "{id}");
        assert!(is_category(&row["scope"], &row["category"]), "{id}");
        assert!(row["fuel"].is_empty() || is_slug(&row["fuel"]), "{id}");
        assert!(row["per"].is_empty() || kind_of(&row["per"]).is_some(), "{id}");
        for column in ["aliases_en", "aliases_vi"] {
            assert!(!row[column].is_empty(), "{id}: no {column}");
            for alias in row[column].split(" | ") {
                assert_eq!(alias.trim(), alias, "{id}");
                assert!(!alias.is_empty() && !alias.contains('|'), "{id}: {alias}");
                assert!(!ids.contains(&folded(alias)), "{id}: the alias {alias} is an id");
                owners.entry(folded(alias)).or_default().insert(id);
            }
        }
    }
    for (id, row) in &register {
        let said: BTreeSet<String> = row["note"]
            .split_once("ambiguous: ")
            .map(|(_, list)| list.split(" | ").map(folded).collect())
            .unwrap_or_default();
        let shared: BTreeSet<String> = owners
            .iter()
            .filter(|(_, who)| who.len() > 1 && who.contains(id.as_str()))
            .map(|(alias, _)| alias.clone())
            .collect();
        assert_eq!(said, shared, "{id}: the note must list the names it shares");
    }
    let shared_by = |name: &str| owners[&folded(name)].iter().copied().collect::<Vec<_>>();
    assert_eq!(shared_by("diesel"), ["diesel-road", "diesel-stationary"]);
    assert_eq!(shared_by("dầu DO"), ["diesel-road", "diesel-stationary"]);
    assert_eq!(shared_by("grid_electricity"), ["electricity"]);
    assert_eq!(shared_by("điện lưới"), ["electricity"]);
    assert_eq!(shared_by("xăng"), ["gasoline-road"]);
}

/// Ledgers and other packs rely on these ids: taking one away breaks them.
#[test]
fn ids_that_must_stay() {
    let register = register();
    let needed = "electricity steam heat cooling diesel-stationary \
        diesel-road diesel-forklift gasoline-road lpg-stationary lpg-forklift \
        natural-gas-stationary fuel-oil-stationary anthracite-stationary bituminous-coal-stationary wood-stationary \
        biomass-stationary charcoal-stationary kerosene-stationary clinker lime \
        glass crude-steel nitric-acid steel-wire-rod steel \
        stainless-steel aluminium copper zinc plastics \
        paper cardboard wood-packaging chemicals acid \
        lubricant water-supply water-treatment freight-road-hgv freight-road-van \
        freight-rail freight-sea-container freight-air waste-landfill-mixed waste-recycling-metal \
        waste-recycling-paper waste-recycling-plastic waste-combustion-mixed waste-hazardous wastewater \
        travel-air-short-haul travel-air-long-haul travel-rail travel-taxi travel-bus \
        travel-car travel-motorbike hotel-stay commute-motorbike commute-car \
        commute-bus telework electricity-td-losses electricity-wtt diesel-wtt \
        gasoline-wtt lpg-wtt natural-gas-wtt offset-credit";
    for id in needed.split_ascii_whitespace() {
        assert!(register.contains_key(id), "{id}");
    }
}

/// Fuel links lead somewhere: a calorific value in some pack, except for the two that have none.
#[test]
fn fuels_of_the_register_have_a_calorific_value() {
    let mut known = BTreeSet::new();
    for pack in packs_of("factors") {
        for row in rows(pack) {
            if ["ncv", "gcv"].contains(&row["kind"].as_str()) && row["state"] == "value" {
                known.insert(row["activity"].clone());
            }
        }
    }
    for (id, row) in register() {
        let without = ["", "acetylene"].contains(&row["fuel"].as_str());
        assert!(without || known.contains(&row["fuel"]), "{id}: no calorific value for {}", row["fuel"]);
    }
}

/// Data that may not be passed on must not slip in.
#[test]
fn nothing_that_may_not_be_shipped() {
    let barred = [
        "EFDB",
        "IPCC 2006",
        "2006 IPCC",
        "Table 7.9",
        "Carbon Footprint Ltd",
        "Electricity Maps",
        "UNFCCC IFI",
        "IFI Default",
        "cross-sector EFs",
        "IEA data",
    ];
    for pack in PACKS {
        for word in barred {
            assert!(!pack.table.contains(word), "{}: {word}", pack.id);
        }
    }
    let licence = |id: &str| text(get(id).unwrap(), "licence");
    assert_eq!(licence("ipcc-gwp"), "CC0-1.0");
    assert_eq!(licence("uk-desnz-2025"), "OGL-UK-3.0");
    assert_eq!(licence("ember-2024"), "CC-BY-4.0");
    assert_eq!(licence("emitrace-activities"), "MIT OR Apache-2.0");
    assert!(text(get("uk-desnz-2025").unwrap(), "attribution").contains("Open Government Licence v3.0"));
}

/// Cells read against the sources by hand.
#[test]
fn known_cells() {
    let expected = [
        ("vn-grid", "electricity-2023", "CO2", "0.6592"),
        ("vn-grid", "electricity-2022", "CO2", "0.6766"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "CO2", "74100"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "CH4", "3"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "N2O", "0.6"),
        ("vn-decision-2626", "diesel-stationary-commercial", "CH4", "10"),
        ("vn-decision-2626", "anthracite-stationary-manufacturing", "CH4", "10"),
        ("vn-decision-2626", "diesel-road", "N2O", "3.9"),
        ("vn-decision-2626", "anaerobic-digestion-dry", "N2O", ""),
        ("vn-decision-2626", "gas-production-flaring", "N2O", "0.000000025"),
        ("eu-standard-fuels", "diesel-stationary", "CO2", "74.1"),
        ("eu-standard-fuels", "ncv-diesel", "", "43.0"),
        ("us-epa-hub-2025", "natural-gas-stationary", "CO2", "53.06"),
        ("us-epa-hub-2025", "gcv-natural-gas", "", "0.001026"),
        ("us-epa-hub-2025", "blast-furnace-gas-stationary", "CH4", "0.022"),
        ("us-egrid-2023", "electricity-camx", "CO2", "436.655"),
        ("us-egrid-2023", "grid-loss-camx", "", "4.1"),
        ("us-useeio-1.3.0", "spend-111110", "CO2e", "0.532"),
        ("us-useeio-1.3.0", "spend-111110-without-margins", "CO2e", "0.488"),
        ("uk-desnz-2025", "electricity-per-kwh", "CO2e", "0.177"),
        ("uk-desnz-2025", "electricity-td-losses-per-kwh", "CO2e", "0.01853"),
        ("uk-desnz-2025", "waste-landfill-mixed-per-t", "CO2e", "520.5327"),
        ("uk-desnz-2024-2026-selected", "electricity-per-kwh-2026", "CO2e", "0.13096"),
        ("ember-2024", "electricity-vn-2024", "CO2e", "486.13"),
    ];
    for (pack, factor, gas, value) in expected {
        let found = rows(get(pack).unwrap());
        let row = found.iter().find(|row| row["factor"] == factor && row["gas"] == gas);
        assert_eq!(row.map(|row| row["value"].as_str()), Some(value), "{pack}: {factor}: {gas}");
    }
}

/// Value, zero, declared negligible and absent stay four different things.
#[test]
fn zero_negligible_and_absent_are_told_apart() {
    let states = |id: &str| {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for row in rows(get(id).unwrap()) {
            let zero = row["state"] == "value" && row["value"].bytes().all(|b| b == b'0' || b == b'.');
            let state = if zero { "zero".to_string() } else { row["state"].clone() };
            let n = count.entry(state).or_default();
            *n = n.saturating_add(1);
        }
        count
    };
    assert_eq!(states("vn-decision-2626").get("negligible"), Some(&2));
    assert_eq!(states("vn-decision-2626").get("absent"), None);
    assert!(states("vn-decision-2626")["zero"] >= 1);
    assert_eq!(states("uk-desnz-2025").get("absent"), Some(&DESNZ_BLANK_CELLS));
}

const DESNZ_BLANK_CELLS: usize = 579;

#[test]
fn the_readme_counts_the_rows() {
    let readme = include_str!("../README.md");
    for pack in PACKS {
        let count = rows(pack).len();
        let line = readme.lines().find(|line| line.starts_with(&format!("| `{}` |", pack.id)));
        let cells: Vec<&str> = line.unwrap_or_default().split('|').map(str::trim).collect();
        assert_eq!(cells.get(3).copied(), Some(count.to_string().as_str()), "{}: README.md", pack.id);
    }
    let licences = include_str!("../LICENSES.md");
    for pack in PACKS {
        assert!(licences.contains(&format!("`{}`", pack.id)), "{}: LICENSES.md", pack.id);
    }
}
