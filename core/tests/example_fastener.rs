//! The example of a year: both copies of the ledger give one inventory, and it is the one that was computed apart
//! from this crate (`tests/report/answer.json`, made with fractions from the same factors).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests assert by panicking"
)]
#![cfg(feature = "bundled-factors")]

use emitrace::factor::Catalog;
use emitrace::wire::v1::InventoryAnswer;
use serde_json::{Value, json};

const ENGLISH: &str = include_str!("../../examples/fastener/ledger.en.csv");
const VIETNAMESE: &str = include_str!("../../examples/fastener/ledger.vi.csv");
const PACK: &str = include_str!("../../examples/fastener/factors.pack");

fn inventory(ledger: &str, locale: Option<&str>) -> InventoryAnswer {
    let mut options = json!({
        "profile": "ghg-protocol", "gwp": "AR5", "period": "2025-01-01/2025-12-31", "region": "VN",
        "proxy_years": 2, "proxy_places": ["GB"],
    });
    if let Some(locale) = locale {
        options["locale"] = Value::from(locale);
    }
    let request = json!({ "ledger": { "text": ledger }, "packs": [PACK], "options": options });
    let answer =
        emitrace::call::call(&Catalog::bundled().unwrap(), "inventory", &request.to_string()).unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn computed_apart() -> InventoryAnswer {
    serde_json::from_str(include_str!("report/answer.json")).unwrap()
}

#[test]
fn both_languages_give_one_inventory() {
    let (english, vietnamese) = (inventory(ENGLISH, None), inventory(VIETNAMESE, Some("vi-VN")));
    assert_eq!(english.digest, vietnamese.digest);
    assert_eq!(english.inventory, vietnamese.inventory);
}

#[test]
fn the_workbook_gives_the_figures_of_the_text() {
    use emitrace::inventory::{Options, compute};
    let mut catalog = Catalog::bundled().unwrap();
    catalog.add_pack_text(PACK).unwrap();
    let options = json!({
        "profile": "ghg-protocol", "gwp": "AR5", "period": "2025-01-01/2025-12-31", "region": "VN",
        "proxy_years": 2, "proxy_places": ["GB"], "sheet": "Nhật ký", "header_row": 4,
    });
    let options = emitrace::wire::v1::InventoryOptions::from_json(&options.to_string()).unwrap();
    let book: &[u8] = include_bytes!("../../examples/fastener/ledger.vi.xlsx");
    let answer = compute(book, &catalog, &Options::from_request(&options).unwrap()).unwrap();
    let text = inventory(VIETNAMESE, Some("vi-VN"));
    assert_eq!(answer.inventory.total, text.inventory.total);
    assert_eq!(answer.inventory.coverage.excluded, text.inventory.coverage.excluded);
    let errors = answer.findings.iter().filter(|finding| finding.severity == "error");
    let cells: Vec<&str> = errors.map(|finding| finding.cell.as_str()).collect();
    let wanted = ["H256", "G257", "H258", "A259", "F260"].map(|cell| format!("'Nhật ký'!{cell}"));
    assert_eq!(cells, wanted);
}

#[test]
fn the_five_mistakes_and_nothing_else_are_left_out() {
    let answer = inventory(VIETNAMESE, Some("vi-VN"));
    let errors: Vec<(u64, &str)> = answer
        .findings
        .iter()
        .filter(|finding| finding.severity == "error")
        .map(|finding| (finding.row, finding.code.as_str()))
        .collect();
    assert_eq!(
        errors,
        [
            (253, "AMBIGUOUS_UNIT"),
            (254, "NEGATIVE_QUANTITY"),
            (255, "MISSING_VALUE"),
            (256, "DUPLICATE_RECORD"),
            (257, "UNKNOWN_ACTIVITY"),
        ]
    );
}

#[test]
fn every_figure_is_the_one_computed_apart() {
    let (ours, theirs) = (inventory(ENGLISH, None).inventory, computed_apart().inventory);
    assert_eq!(ours.total, theirs.total);
    let mut compared = 0;
    for view in &theirs.views {
        let Some(same) = ours.views.iter().find(|other| other.by == view.by) else { continue };
        let mut cells = same.cells.clone();
        cells.sort_by(|a, b| a.key.cmp(&b.key));
        assert_eq!(cells, view.cells, "{:?}", view.by);
        compared += view.cells.len();
    }
    assert!(compared > 60);
}
