//! Nothing that comes through the door may panic: any method, any text, any ledger.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests assert by panicking")]

use std::sync::LazyLock;

use emitrace::factor::Catalog;
use proptest::prelude::*;
use serde_json::{Value, json};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::bundled().unwrap());

const METHODS: &[&str] = &[
    "apportion",
    "capabilities",
    "explain",
    "factors.check",
    "factors.formats",
    "factors.import",
    "factors.packs",
    "factors.search",
    "factors.show",
    "gwp",
    "inventory",
    "ledger",
    "merge",
    "report",
    "units.convert",
];

/// Words that reach deep into the engine, and any other text.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "", "ghg-protocol", "vn-circular-38", "AR5", "AR6", "VN", "US-EGRID-AKGD", "vi-VN", "2025", "2023-01-01/2023-12-31",
            "electricity", "diesel", "R-410A", "wood-stationary", "kWh", "t", "m3", "GJ{net}", "TJ (gross)", "1/3", "-1", "0",
            "9999999999999999999999999999", "1e28", "1e-28", "site,supplier", "html", "vi", "1.234,5", "+++\n", "kg", "=1+1",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![6 => word().prop_map(Value::from), 1 => any::<i64>().prop_map(Value::from), 1 => Just(Value::Null)];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((field(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn field() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "ledger",
        "options",
        "packs",
        "line",
        "text",
        "base64",
        "profile",
        "gwp",
        "region",
        "period",
        "by",
        "quantity",
        "from",
        "to",
        "total",
        "weights",
        "query",
        "id",
        "gas",
        "kg",
        "answer",
        "answers",
        "format",
        "lang",
        "proxy_years",
        "rows",
    ])
    .prop_map(str::to_owned)
}

/// A row of words: now and then one that the engine computes.
fn row() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 8).prop_map(|cells| {
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        quoted.join(",") + "\n"
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_request_panics(method in prop::sample::select(METHODS.to_vec()), request in value()) {
        let _ = emitrace::call(&CATALOG, method, &request.to_string());
    }

    #[test]
    fn no_text_panics(method in prop::sample::select(METHODS.to_vec()), text in ".{0,60}") {
        let _ = emitrace::call(&CATALOG, method, &text);
    }

    #[test]
    fn no_ledger_panics_and_no_row_is_lost(
        rows in prop::collection::vec(row(), 0..12),
        columns in prop::sample::subsequence(vec!["activity", "region", "scope", "category", "view", "instrument", "factor", "site"], 0..=4),
    ) {
        let mut header = vec!["date", "quantity", "unit"];
        header.extend(columns);
        header.extend(["calorific_value", "calorific_unit", "calorific_basis", "supplier", "product"]);
        header.truncate(8);
        let ledger = format!("{}\n{}", header.join(","), rows.concat());
        let options = json!({"profile": "ghg-protocol", "gwp": "AR6", "region": "VN", "proxy_years": 3, "proxy_places": ["GB"]});
        let request = json!({"ledger": {"text": ledger}, "options": options});
        let answer = emitrace::call(&CATALOG, "inventory", &request.to_string()).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let coverage = &answer["inventory"]["coverage"];
        let count = |name: &str| coverage[name].as_u64().unwrap();
        prop_assert_eq!(count("counted").checked_add(count("excluded")), Some(count("rows")));
        for format in ["html", "csv", "table"] {
            let request = json!({"answer": answer, "format": format, "lang": "vi"});
            prop_assert!(emitrace::call(&CATALOG, "report", &request.to_string()).is_ok());
        }
    }
}
