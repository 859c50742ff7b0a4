//! The example of an importer: English and Vietnamese rows come to the same declaration.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests assert by panicking")]

use emitrace::cbam::{declare, scenarios};
use emitrace::factor::Catalog;
use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest, CbamPrice};

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
