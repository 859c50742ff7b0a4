//! A ledger in parts, and in another order of its rows, gives the same inventory.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests assert by panicking")]

use emitrace::factor::Catalog;
use emitrace::number::Co2e;
use serde_json::{Value, json};

const LEDGER: &str = include_str!("../examples/fastener/ledger.en.csv");
const PACK: &str = include_str!("../examples/fastener/factors.pack");

fn ask(catalog: &Catalog, method: &str, request: &Value) -> Value {
    let answer = emitrace::call(catalog, method, &request.to_string()).expect("the request is answered");
    serde_json::from_str(&answer).expect("the answer is JSON")
}

fn inventory(catalog: &Catalog, header: &str, rows: &[&str], offset: usize) -> Value {
    let text = format!("{header}\n{}\n", rows.join("\n"));
    let options = json!({
        "profile": "ghg-protocol", "gwp": "AR5", "period": "2025", "region": "VN",
        "proxy_years": 2, "proxy_places": ["GB"], "row_offset": offset,
    });
    ask(catalog, "inventory", &json!({ "ledger": { "text": text }, "options": options, "packs": [PACK] }))
}

/// The header and the rows; the copy of an identifier is left out because parts do not see each other's.
fn ledger() -> (&'static str, Vec<&'static str>) {
    let (header, rest) = LEDGER.split_once('\n').expect("a header");
    let mut seen = std::collections::BTreeSet::new();
    let first = |row: &&str| seen.insert(row.split(',').next().unwrap_or_default().to_owned());
    (header, rest.lines().filter(first).collect())
}

/// Row, code and column of every finding.
fn places(answer: &Value) -> Vec<[String; 3]> {
    let findings = answer["findings"].as_array().expect("findings");
    findings.iter().map(|finding| ["row", "code", "column"].map(|name| finding[name].to_string())).collect()
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(bound).expect("a small number");
        usize::try_from((self.0 >> 33).checked_rem(bound).expect("not zero")).expect("a small number")
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index.saturating_add(1)));
        }
    }
}

#[test]
fn parts_add_up_to_the_whole_to_the_last_byte() {
    let catalog = Catalog::bundled().expect("the packs");
    let (header, rows) = ledger();
    assert!(rows.len() > 200);
    let whole = inventory(&catalog, header, &rows, 0);
    let mut chance = Chance(7);
    for count in [1, 2, 5, 37] {
        let size = rows.len().div_ceil(count);
        let mut parts: Vec<Value> = rows
            .chunks(size)
            .enumerate()
            .map(|(index, part)| inventory(&catalog, header, part, index.saturating_mul(size)))
            .collect();
        for _ in 0..3 {
            let merged = ask(&catalog, "merge", &json!({ "answers": parts }));
            assert_eq!(merged["inventory"].to_string(), whole["inventory"].to_string(), "{count} parts");
            assert_eq!(merged["digest"], whole["digest"], "{count} parts");
            // Physical lines are those of the part's own file; rows are those of the whole.
            assert_eq!(places(&merged), places(&whole), "{count} parts");
            // The parts may come in any order.
            chance.shuffle(&mut parts);
        }
    }
}

/// What each row adds is worked out line by line, the total by gas: they meet to the last digit.
#[test]
fn rows_add_up_to_the_figures_of_the_inventory() {
    let catalog = Catalog::bundled().expect("the packs");
    let fastener = |profile: &str| {
        let options = json!({
            "profile": profile, "gwp": "AR5", "period": "2025", "region": "VN", "proxy_years": 2, "proxy_places": ["GB"],
        });
        json!({ "ledger": { "text": LEDGER }, "options": options, "packs": [PACK] })
    };
    let group = || {
        let organisation: Value =
            serde_json::from_str(include_str!("../examples/group-vn/to-chuc.json")).expect("an organisation");
        let options = json!({
            "profile": "ghg-protocol", "gwp": "AR5", "period": "2025", "region": "VN", "locale": "vi-VN",
            "organisation": organisation,
        });
        let ledger = include_str!("../examples/group-vn/so-lieu.csv");
        json!({ "ledger": { "text": ledger }, "options": options, "packs": [include_str!("../examples/group-vn/he-so.pack")] })
    };
    for (name, request, least) in [
        ("ghg-protocol", fastener("ghg-protocol"), 200),
        ("iso-14064-1", fastener("iso-14064-1"), 200),
        ("vn-circular-38", fastener("vn-circular-38"), 100),
        ("a group with shares and methods", group(), 15),
    ] {
        let whole = ask(&catalog, "inventory", &request);
        let answer = ask(&catalog, "inventory.rows", &request);
        let rows = answer["rows"].as_array().expect("rows");
        assert_eq!(json!(rows.len()), whole["inventory"]["coverage"]["counted"], "{name}");
        assert!(rows.len() >= least, "{name}");
        assert_eq!(answer["digest"], whole["digest"], "{name}");
        for figure in [
            "scope_1_kg_co2e",
            "scope_2_location_kg_co2e",
            "scope_2_market_kg_co2e",
            "scope_3_kg_co2e",
            "biogenic_kg_co2",
            "outside_kg_co2e",
            "offsets_kg_co2e",
        ] {
            let read = |value: &Value| Co2e::parse(value.as_str().expect("a text")).expect("a number");
            let sum = rows
                .iter()
                .try_fold(Co2e::ZERO, |sum, row| sum.try_add(read(&row[figure])))
                .expect("no overflow");
            assert_eq!(sum, read(&whole["inventory"]["total"][figure]), "{name} {figure}");
        }
    }
}

#[test]
fn parts_may_be_merged_in_any_grouping() {
    let catalog = Catalog::bundled().expect("the packs");
    let (header, rows) = ledger();
    let size = rows.len().div_ceil(3);
    let parts: Vec<Value> = rows
        .chunks(size)
        .enumerate()
        .map(|(index, part)| inventory(&catalog, header, part, index.saturating_mul(size)))
        .collect();
    let merge = |answers: &[&Value]| ask(&catalog, "merge", &json!({ "answers": answers }));
    let [a, b, c] = parts.as_slice() else { panic!("three parts") };
    let left = merge(&[&merge(&[a, b]), c]);
    let right = merge(&[a, &merge(&[b, c])]);
    assert_eq!(left["inventory"], right["inventory"]);
    assert_eq!(left["digest"], right["digest"]);
}

#[test]
fn the_order_of_rows_never_shows_in_a_figure() {
    let catalog = Catalog::bundled().expect("the packs");
    let (header, mut rows) = ledger();
    let whole = inventory(&catalog, header, &rows, 0);
    let mut chance = Chance(11);
    for round in 0..5 {
        chance.shuffle(&mut rows);
        let other = inventory(&catalog, header, &rows, 0);
        // Row numbers of findings and notes move with the rows; nothing else does.
        for part in ["total", "views", "factors", "packs", "coverage", "choices"] {
            assert_eq!(
                other["inventory"][part].to_string(),
                whole["inventory"][part].to_string(),
                "round {round}: {part}"
            );
        }
    }
}

#[test]
fn a_row_split_in_two_keeps_its_sum_where_no_rounding_is_needed() {
    let catalog = Catalog::bundled().expect("the packs");
    let header = "id,date,activity,quantity,unit";
    let one = inventory(&catalog, header, &["1,2025-05-01,anthracite-stationary,3,TJ{net}"], 0);
    let two = inventory(
        &catalog,
        header,
        &[
            "1,2025-05-01,anthracite-stationary,1.25,TJ{net}",
            "2,2025-05-01,anthracite-stationary,1750,GJ{net}",
        ],
        0,
    );
    for name in ["scope_1_kg_co2e", "total_location_kg_co2e", "total_market_kg_co2e"] {
        assert_eq!(one["inventory"]["total"][name], two["inventory"]["total"][name]);
    }
}

#[test]
fn parts_with_other_choices_are_not_added() {
    let catalog = Catalog::bundled().expect("the packs");
    let ledger = "id,date,activity,quantity,unit\n1,2023-05-01,electricity,1,kWh\n";
    let answer = |gwp: &str| {
        let options = json!({ "profile": "ghg-protocol", "gwp": gwp, "region": "VN" });
        ask(&catalog, "inventory", &json!({ "ledger": { "text": ledger }, "options": options }))
    };
    let request = json!({ "answers": [answer("AR5"), answer("AR6")] });
    let refused = emitrace::call(&catalog, "merge", &request.to_string()).expect_err("two GWP sets");
    assert_eq!(refused.code().as_str(), "CANNOT_MERGE");
}
