//! The example of docs/cbam.md: a melt shop and a bar mill with bought iron, alloy and billets.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test")]

use emitrace::cbam::{embedded, explain};
use emitrace::factor::Catalog;
use emitrace::wire::v1::{CbamEmbeddedRequest, read_json};

const PLANT: &str = include_str!("../../examples/cbam-steel/plant.json");

#[test]
fn the_example_is_complete_and_says_what_the_book_says() {
    let request: CbamEmbeddedRequest = read_json(PLANT).unwrap();
    let report = embedded(&Catalog::bundled().unwrap(), &request).unwrap().report;
    assert!(report.complete);
    let figures: Vec<(&str, &str, &str)> =
        report.goods.iter().map(|good| (&*good.cn, &*good.see_total, &*good.default_share)).collect();
    assert_eq!(
        figures,
        [
            ("72071114", "0.44003", "0.043937"),
            ("72142000", "0.7993", "0.397048"),
            ("72131000", "0.7993", "0.397048")
        ]
    );
    // One good bought in two places, one default value: nothing else is to be known.
    let codes: Vec<&str> = report.findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["COUNTRY_UNKNOWN", "DEFAULT_NOT_COMPARED", "ENERGY_UNATTRIBUTED"]);
}

#[test]
fn the_way_down_reaches_the_meters_of_the_boiler() {
    let request: CbamEmbeddedRequest = read_json(PLANT).unwrap();
    let billets = explain(&Catalog::bundled().unwrap(), &request).unwrap().goods.remove(0);
    let heat = billets.rows.iter().position(|row| row.kind == "heat-in").unwrap();
    let below: Vec<(&str, &str)> =
        billets.rows[heat + 1..heat + 4].iter().map(|row| (&*row.kind, &*row.about)).collect();
    assert_eq!(below, [("source", "gas"), ("reading", "FQ-201"), ("reading", "FQ-202")]);
    // All that the boiler emits is of the gas: the wood chips are zero-rated.
    assert_eq!(billets.rows[heat + 1].t_co2e_per_t, billets.rows[heat].t_co2e_per_t);
}
