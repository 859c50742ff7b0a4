//! Laws of the inventory: what must hold for every ledger.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests assert by panicking"
)]

use std::sync::LazyLock;

use emitrace::Code;
use emitrace::factor::Catalog;
use emitrace::gas::GwpSet;
use emitrace::inventory::{Dimension, Options, Profile, compute, merge};
use emitrace::number::Amount;
use emitrace::place::Place;
use emitrace::wire::v1::{Figures, Finding, InventoryAnswer, canonical};
use proptest::prelude::*;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::bundled().unwrap());

const HEADER: &str = "id,date,site,activity,quantity,unit,supplier,product\n";

fn options() -> Options {
    Options::new(Profile::GhgProtocol, GwpSet::Ar5)
        .with_region(Place::parse("VN").unwrap())
        .with_proxy_years(3)
}

fn run(rows: &[String], options: &Options) -> InventoryAnswer {
    compute(format!("{HEADER}{}", rows.concat()).as_bytes(), &CATALOG, options).unwrap()
}

/// A row, good or bad; `number` makes its identifier.
fn row(number: usize) -> impl Strategy<Value = String> {
    let activity = prop_oneof![
        Just(("electricity", "kWh")),
        Just(("điện lưới", "MWh")),
        Just(("anthracite-stationary", "t")),
        Just(("lpg-stationary", "TJ (net)")),
        Just(("R-410A", "kg")),
        Just(("R-22", "lb")),
        Just(("wood-stationary", "GJ (NCV)")),
        Just(("perpetual motion", "kWh")),
        Just(("electricity", "ton")),
        Just(("steel-wire-rod", "t")),
    ];
    (activity, 0u64..10_000_000, 0usize..5, 1u32..=12, 0usize..3).prop_map(move |((activity, unit), n, places, month, site)| {
        let quantity = format!("{}.{:05}", n / 100_000, n % 100_000);
        let quantity: String = quantity.chars().take(quantity.len() - places).collect();
        format!("R{number},2023-{month:02}-15,Site {site},{activity},{quantity}9,{unit},Supplier {},Product {}\n", n % 7, n % 5)
    })
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    (1usize..40).prop_flat_map(|count| (0..count).map(row).collect::<Vec<_>>())
}

fn add(sum: &mut Vec<Amount>, figures: &Figures) {
    let texts = [
        &figures.scope_1_kg_co2e,
        &figures.scope_2_location_kg_co2e,
        &figures.scope_2_market_kg_co2e,
        &figures.scope_3_kg_co2e,
        &figures.total_location_kg_co2e,
        &figures.total_market_kg_co2e,
        &figures.biogenic_kg_co2,
        &figures.outside_kg_co2e,
        &figures.offsets_kg_co2e,
    ];
    sum.resize(texts.len(), Amount::ZERO);
    for (sum, text) in sum.iter_mut().zip(texts) {
        *sum = sum.try_add(Amount::parse(text).unwrap()).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_view_adds_up_to_the_total(rows in rows()) {
        let mut options = options();
        options.views.push(vec![Dimension::Site, Dimension::Supplier, Dimension::Gas]);
        let inventory = run(&rows, &options).inventory;
        let mut total = Vec::new();
        add(&mut total, &inventory.total);
        for view in &inventory.views {
            let mut sum = Vec::new();
            view.cells.iter().for_each(|cell| add(&mut sum, &cell.figures));
            if !view.cells.is_empty() {
                prop_assert_eq!(&sum, &total, "{:?}", view.by);
            }
        }
        prop_assert_eq!(inventory.coverage.counted + inventory.coverage.excluded, inventory.coverage.rows);
    }

    #[test]
    fn the_order_of_rows_never_matters(rows in rows(), seed in any::<u64>()) {
        let mut shuffled = rows.clone();
        let mut state = seed;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        let (a, b) = (run(&rows, &options()).inventory, run(&shuffled, &options()).inventory);
        prop_assert_eq!(canonical(&a.views).unwrap(), canonical(&b.views).unwrap());
        prop_assert_eq!(canonical(&a.factors).unwrap(), canonical(&b.factors).unwrap());
        prop_assert_eq!((a.total, a.coverage), (b.total, b.coverage));
    }

    #[test]
    fn parts_merge_to_the_whole_byte_for_byte(rows in rows(), cuts in prop::collection::vec(0usize..40, 0..6), turn in any::<bool>()) {
        let whole = run(&rows, &options());
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(rows.len())).chain([0, rows.len()]).collect();
        cuts.sort_unstable();
        let mut parts: Vec<InventoryAnswer> = cuts
            .windows(2)
            .map(|pair| {
                let mut part = options();
                part.row_offset = u64::try_from(pair[0]).unwrap();
                run(&rows[pair[0]..pair[1]], &part)
            })
            .collect();
        if turn {
            parts.reverse();
        }
        let merged = merge(&parts).unwrap();
        prop_assert_eq!(canonical(&merged.inventory).unwrap(), canonical(&whole.inventory).unwrap());
        prop_assert_eq!(merged.digest, whole.digest);
        // The physical line is that of the part's own file; everything else is that of the whole.
        let placed = |findings: &[Finding]| findings.iter().map(|f| Finding { line: 0, ..f.clone() }).collect::<Vec<_>>();
        prop_assert_eq!(placed(&merged.findings), placed(&whole.findings));
    }
}

#[test]
fn other_choices_do_not_merge() {
    let rows = ["R1,2023-01-15,A,electricity,1,kWh,,\n".to_string()];
    let other = run(&rows, &options().with_proxy_years(1));
    assert_eq!(merge(&[run(&rows, &options()), other]).unwrap_err().code(), Code::CannotMerge);
    assert_eq!(merge(&[]).unwrap_err().code(), Code::CannotMerge);
}

#[test]
fn groups_and_findings_hold_at_the_limit_and_one_past_it() {
    let rows: Vec<String> =
        (0..5).map(|n| format!("R{n},2023-01-15,Site {n},electricity,1,kWh,,\n")).collect();
    let mut options = options();
    options.views = vec![vec![Dimension::Site]];
    options.limits = options.limits.with_groups(5);
    assert_eq!(run(&rows, &options).inventory.views[0].cells.len(), 5);
    options.limits = options.limits.with_groups(4);
    let ledger = format!("{HEADER}{}", rows.concat());
    assert_eq!(compute(ledger.as_bytes(), &CATALOG, &options).unwrap_err().code(), Code::LimitExceeded);

    let bad: Vec<String> = (0..5).map(|n| format!("R{n},2023-01-15,A,electricity,x,kWh,,\n")).collect();
    for (limit, listed) in [(5, 5), (4, 4), (0, 0)] {
        options.limits = options.limits.clone().with_findings(limit);
        let answer = run(&bad, &options);
        assert_eq!(answer.findings.len(), listed);
        assert_eq!(answer.inventory.coverage.findings[0].count, 5, "all are counted");
    }
}

#[test]
fn forgetting_answers_never_shows_in_the_result() {
    let header = "id,date,activity,quantity,unit,calorific_value,calorific_unit,calorific_basis\n";
    let row = |n: usize| {
        format!("R{n},2023-0{}-15,anthracite-stationary,{n},t,{}.{n:04},MJ/kg,net\n", n % 9 + 1, 20 + n % 4)
    };
    let ledger: String =
        (1..200).map(row).chain((300..310).map(|n| format!("R{n},2023-01-01,nothing,1,t,,,\n"))).collect();
    let run = |answers: usize| {
        let mut options = options();
        options.limits = options.limits.with_answers(answers);
        canonical(&compute(format!("{header}{ledger}").as_bytes(), &CATALOG, &options).unwrap()).unwrap()
    };
    let whole = run(100_000);
    assert!(whole.contains("\"counted\":199"));
    for answers in [0, 1, 7] {
        assert_eq!(run(answers), whole, "{answers}");
    }
}

#[test]
fn a_row_whose_unit_does_not_fit_changes_nothing_in_the_rows_behind_it() {
    let good = "R2,2023-10-15,Site 0,electricity,47.89,kWh,Supplier 0,Product 4\n".to_owned();
    let bad = "R1,2023-02-15,Site 1,electricity,51.09,ton,Supplier 5,Product 2\n".to_owned();
    let total = run(&[bad, good], &options()).inventory.total;
    assert_eq!(total.scope_2_location_kg_co2e, "31.569088");
}
