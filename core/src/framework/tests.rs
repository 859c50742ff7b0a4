//! The shipped crosswalk over the example's inventory; laws of shares.

use proptest::prelude::*;

use crate::error::Error;
use crate::factor::shipped;
use crate::number::Fraction;
use crate::wire::v1::{Datapoint, DatapointValue, FrameworkCustomer, FrameworkRequest, FrameworkStatement};

fn request() -> FrameworkRequest {
    let json = include_str!("../../tests/report/answer.json");
    FrameworkRequest {
        inventory: Some(serde_json::from_str(json).unwrap()),
        on: "2026-11-30".into(),
        ..FrameworkRequest::default()
    }
}

fn place(result: Result<impl core::fmt::Debug, Error>) -> (&'static str, String) {
    let error = result.unwrap_err();
    (error.code().as_str(), error.path().to_owned())
}

#[test]
fn all_frameworks_are_shown_and_every_datapoint_has_a_state() {
    let catalog = shipped();
    let table = super::table(catalog, &request()).unwrap().result;
    let ids: Vec<&str> = table.frameworks.iter().map(|one| one.id.as_str()).collect();
    // The inventory is of 2025.
    assert!(ids.contains(&"esrs-2023") && ids.contains(&"gri-2016") && !ids.contains(&"gri-2025"), "{ids:?}");
    let counts = &table.counts;
    let all = counts.reported + counts.stated + counts.missing + counts.not_applicable;
    assert_eq!(all, table.datapoints.len() as u64);
    for one in &table.datapoints {
        assert_eq!(one.state == "reported", !one.values.is_empty(), "{}", one.id);
        assert!(
            one.values.iter().all(|value| !value.place.is_empty() && !value.reference.is_empty()),
            "{}",
            one.id
        );
    }
    assert!(table.inventory_partly);
}

#[test]
fn parts_add_up_to_their_whole() {
    let table = super::table(shipped(), &request()).unwrap().result;
    let sum = |id: &str| {
        let values = table.datapoints.iter().filter(|one| one.id == id).flat_map(|one| &one.values);
        values.fold(Fraction::zero(), |sum, value| {
            sum.try_add(&Fraction::parse(&value.value).unwrap()).unwrap()
        })
    };
    for (whole, parts) in [
        ("ghg.scope1", "ghg.scope1.by_gas"),
        ("ghg.scope3.total", "ghg.scope3.by_category"),
        ("ghg.total.lb", "ghg.iso_categories"),
        ("ghg.total.lb", "ghg.by_site"),
    ] {
        assert_eq!(sum(whole), sum(parts), "{whole}");
    }
    assert_eq!(sum("ghg.scope1").try_add(&sum("ghg.scope2.mb")).unwrap(), sum("ghg.scope12.mb"));
}

#[test]
fn editions_follow_the_day() {
    let catalog = shipped();
    let of = |name: &str, on: &str| {
        let request = FrameworkRequest { frameworks: vec![name.into()], on: on.into(), ..request() };
        super::table(catalog, &request)
    };
    let shown = |name: &str, on: &str| {
        let edition = of(name, on).unwrap().result.frameworks.remove(0);
        (edition.id, edition.early)
    };
    assert_eq!(shown("gri", "2026-12-31"), ("gri-2016".into(), false));
    assert_eq!(shown("gri", "2027-01-01"), ("gri-2025".into(), false));
    assert_eq!(shown("gri-2025", "2026-12-31"), ("gri-2025".into(), true));
    assert_eq!(shown("ifrs-s2", ""), ("ifrs-s2".into(), false));
    assert_eq!(place(of("gri-2016", "2027-01-01")), ("UNKNOWN_VALUE", "/frameworks/0".into()));
    assert_eq!(place(of("gri", "")), ("CHOICE_MISSING", "/on".into()));
    assert_eq!(place(of("gri", "2026")), ("BAD_DATE", "/on".into()));
    assert_eq!(place(of("cdp", "2026-11-30")), ("UNKNOWN_VALUE", "/frameworks/0".into()));
}

#[test]
fn what_people_say_is_checked_in_one_pass() {
    let say = |value: &str, unit: &str| FrameworkStatement {
        value: value.into(),
        unit: unit.into(),
        document: String::new(),
    };
    let mut request = FrameworkRequest { frameworks: vec!["vsme".into()], ..request() };
    request.statements = [
        ("organisation".to_owned(), say("x", "")),
        ("ghg.scope1".to_owned(), say("1", "tCO2e")),
        ("env.fines.amount".to_owned(), say("1,5", "VND")),
        ("energy.total".to_owned(), say("1", "kWh")),
        ("organization".to_owned(), say(" ", "")),
        ("verification".to_owned(), say("none", "")),
    ]
    .into();
    request.not_applicable =
        [("ghg.scope3.total".to_owned(), "no".to_owned()), ("ghg.removals".to_owned(), String::new())].into();
    let table = super::table(shipped(), &request).unwrap().result;
    let told: Vec<(&str, &str)> = table
        .findings
        .iter()
        .filter(|one| one.severity == "error")
        .map(|one| (one.code.as_str(), one.path.as_str()))
        .collect();
    for expected in [
        ("UNKNOWN_REFERENCE", "/statements/organisation"),
        ("CONTRADICTION", "/statements/ghg.scope1/value"),
        ("UNKNOWN_UNIT", "/statements/energy.total/unit"),
        ("MISSING_VALUE", "/statements/organization/value"),
        ("NOT_APPLICABLE_BUT_GIVEN", "/not_applicable/ghg.scope3.total"),
        ("MISSING_VALUE", "/not_applicable/ghg.removals"),
    ] {
        assert!(told.contains(&expected), "{expected:?}: {told:?}");
    }
    assert!(told.iter().any(|(_, path)| *path == "/statements/env.fines.amount/value"), "{told:?}");
    assert_eq!(told.len(), 7);
    let stated: Vec<&str> =
        table.datapoints.iter().filter(|one| one.state == "stated").map(|one| one.id.as_str()).collect();
    assert_eq!(stated, ["verification"]);
}

#[test]
fn every_shipped_report_can_be_filled() {
    let catalog = shipped();
    for name in ["iso-14064-1", "ghg-protocol", "vn-circular-96"] {
        let mut request = FrameworkRequest { report: name.into(), ..request() };
        let coverage = &mut request.inventory.as_mut().unwrap().inventory.coverage;
        coverage.rows = coverage.counted;
        coverage.excluded = 0;
        let before = super::report(catalog, &request).unwrap().result;
        assert!(!before.complete && before.filled < before.required, "{name}");
        for one in before.table.datapoints.iter().filter(|one| one.state == "missing") {
            request.not_applicable.insert(one.id.clone(), "for the test".into());
        }
        let after = super::report(catalog, &request).unwrap().result;
        assert!(after.complete && after.filled == after.required, "{name}: {:?}", after.table.findings);
    }
    let unknown = FrameworkRequest { report: "tcfd".into(), ..request() };
    assert_eq!(place(super::report(catalog, &unknown)), ("UNKNOWN_VALUE", "/report".into()));
}

proptest! {
    #[test]
    fn customers_who_bought_everything_carry_everything(
        kilograms in 1_u64..1_000_000_000,
        parts in prop::collection::vec(1_u32..1_000_000, 1..8),
    ) {
        let whole: u64 = parts.iter().map(|part| u64::from(*part)).sum();
        let tonnes = Fraction::parse(&format!("{kilograms}/1000")).unwrap();
        let scope_1 = Datapoint {
            id: "ghg.scope1".into(),
            values: vec![DatapointValue { value: tonnes.to_string(), unit: "tCO2e".into(), ..Default::default() }],
            ..Default::default()
        };
        let customers: Vec<FrameworkCustomer> = parts
            .iter()
            .map(|part| FrameworkCustomer {
                name: "c".into(),
                basis: "mass".into(),
                part: part.to_string(),
                whole: whole.to_string(),
                unit: "t".into(),
            })
            .collect();
        let shares = super::customers::shares(&customers, &[scope_1]).unwrap();
        let sum = shares.iter().fold(Fraction::zero(), |sum, share| {
            sum.try_add(&Fraction::parse(&share.figures[0].exact_t_co2e).unwrap()).unwrap()
        });
        prop_assert_eq!(sum, tonnes);
    }
}
