//! The example of an importer: English and Vietnamese rows come to the same declaration.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests assert by panicking")]

use emitrace::cbam::{declare, explain_declaration, scenarios};
use emitrace::factor::Catalog;
use emitrace::report::{Lang, cbam_declare_explain_table, cbam_scenarios_table};
use emitrace::wire::v1::{self, CbamImportOptions, CbamImportRequest, CbamPlant, CbamPrice};

const ENGLISH: &str = include_str!("../../examples/cbam-importer/imports.en.csv");
const VIETNAMESE: &str = include_str!("../../examples/cbam-importer/imports.vi.csv");
const INSTALLATIONS: &str = include_str!("../../examples/cbam-importer/installations.json");
const SCENARIOS: &str = include_str!("../../examples/cbam-importer/scenarios.json");

fn request() -> CbamImportRequest {
    CbamImportRequest {
        options: CbamImportOptions {
            year: "2026".into(),
            data: "actual-else-default".into(),
            prices: vec![CbamPrice {
                from: "2026-10-01".into(),
                to: "2026-12-31".into(),
                eur_per_t_co2e: "81.50".into(),
                source: "the example".into(),
            }],
            ..Default::default()
        },
        installations: serde_json::from_str(INSTALLATIONS).unwrap(),
        ..Default::default()
    }
}

#[test]
fn english_and_vietnamese_rows_are_the_same_declaration() {
    let catalog = Catalog::bundled().unwrap();
    let english = declare(ENGLISH.as_bytes(), &catalog, &request()).unwrap();
    let mut vietnamese = request();
    vietnamese.reading.locale = Some("vi-VN".into());
    let vietnamese = declare(VIETNAMESE.as_bytes(), &catalog, &vietnamese).unwrap();
    assert_eq!(english.digest, vietnamese.digest);
    let coverage = &english.coverage;
    assert_eq!((coverage.rows, coverage.counted, coverage.exempt_origin, coverage.excluded), (10, 9, 1, 0));
    assert_eq!(english.declaration.threshold.mass_t, "7699.75");
    // Rod of the mill: (0.842 − 0.975 × (column A of rod + 1.032 × column A of billets by route E)) × 801.25 t.
    let rod = english.declaration.goods.iter().find(|line| line.cn_code == "72139110").unwrap();
    assert_eq!((rod.sefa.len(), rod.quantity.as_str()), (2, "801.25"));
}

#[test]
fn other_cases_cost_more() {
    let catalog = Catalog::bundled().unwrap();
    let mut request = request();
    request.scenarios = serde_json::from_str(SCENARIOS).unwrap();
    let answer = scenarios(ENGLISH.as_bytes(), &catalog, &request).unwrap();
    assert_eq!(answer.scenarios.len(), 4);
    assert!(answer.scenarios.iter().all(|case| case.excluded == 0), "{:?}", answer.scenarios);
    assert!(answer.scenarios.iter().all(|case| !case.certificates_difference.starts_with('-')));
}

const PLANT: &str = include_str!("../../examples/fastener/cbam/dong-anh.json");
const BOLTS: &str = include_str!("../../examples/fastener/cbam/imports.csv");
const BOLT_CASES: &str = include_str!("../../examples/fastener/cbam/scenarios.json");

/// The figures that the example's README prints.
#[test]
fn the_fastener_maker_saves_by_own_data_what_its_readme_says() {
    let catalog = Catalog::bundled().unwrap();
    let plant = CbamPlant {
        installation: "Đông Anh".into(),
        document: v1::read_json(PLANT).unwrap(),
        verified: true,
        ..Default::default()
    };
    let request = CbamImportRequest {
        options: CbamImportOptions { year: "2026".into(), data: "actual".into(), ..Default::default() },
        plants: vec![plant],
        scenarios: v1::read_json(BOLT_CASES).unwrap(),
        ..Default::default()
    };
    let told = explain_declaration(BOLTS.as_bytes(), &catalog, &request).unwrap();
    assert!(
        told.answer.is_complete() && told.plants[0].completeness.iter().all(|item| item.state == "present")
    );
    let why = cbam_declare_explain_table(&told, Lang::En);
    for figure in ["88.761", "125.861", "2,858.82"] {
        assert!(why.contains(figure), "{figure}: {why}");
    }
    let marked: Vec<&str> = told.defaults.iter().map(|used| &*used.of_mark_up_eur).collect();
    assert_eq!(marked, ["822.83", "133.1"]);
    let cases = cbam_scenarios_table(&scenarios(BOLTS.as_bytes(), &catalog, &request).unwrap(), Lang::En);
    for figure in ["6,839.52", "9,698.34", "2,858.82", "37.101"] {
        assert!(cases.contains(figure), "{figure}: {cases}");
    }
}
