//! Laws of the room as a whole.

use proptest::prelude::*;

use super::{Taxonomy, check, fact_id, fill, form, reported, xbrl_json};
use crate::factor::shipped;
use crate::wire::v1::{self, Disclosure, DisclosureFillRequest, Fact};

const SCOPE_1: &str = "vsme:GrossScope1GreenhouseGasEmissions";
const SCOPE_2: &str = "vsme:GrossLocationBasedScope2GreenhouseGasEmissions";

fn report() -> Disclosure {
    Disclosure {
        taxonomy: "vsme-2026-05-01".into(),
        module: "comprehensive".into(),
        entity: v1::DisclosureEntity {
            scheme: "https://example.com/id".into(),
            identifier: "1".into(),
            name: "A & B <Co>".into(),
        },
        period: "2025".into(),
        ..Disclosure::default()
    }
}

fn answer(value: String, unit: &str) -> Vec<v1::FormAnswer> {
    vec![v1::FormAnswer { value, unit: unit.into(), ..v1::FormAnswer::default() }]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    // What is worked out is what the check finds right, however the parts were rounded.
    #[test]
    fn what_is_filled_in_is_right(
        scopes in (0_u64..10_000_000, 0_u64..10_000_000),
        turnover in 1_u64..1_000_000_000_000,
        people in (0_u32..500, 1_u32..500, 1_u32..500),
        decimals in 0_u32..4,
    ) {
        let catalog = shipped();
        let mut request = DisclosureFillRequest { report: report(), ..DisclosureFillRequest::default() };
        let mut put = |name: &str, value: String, unit: &str| request.answers.insert(name.into(), answer(value, unit));
        put(SCOPE_2, format!("{}.{:03}", scopes.1 / 1000, scopes.1 % 1000), "utr:tCO2e");
        put("vsme:Turnover", turnover.to_string(), "iso4217:VND");
        put("input:employees-left", people.0.to_string(), "");
        put("input:employees-begin", people.1.to_string(), "");
        put("input:employees-end", people.2.to_string(), "");
        let mut rounded = answer(scopes.0.to_string(), "utr:tCO2e");
        rounded[0].decimals = decimals.to_string();
        request.answers.insert(SCOPE_1.into(), rounded);
        let filled = fill(catalog, &request).unwrap();
        prop_assert!(filled.result.valid, "{:?}", filled.result.findings);
        let again = check(catalog, &filled.result.report).unwrap();
        prop_assert!(again.result.valid);
        prop_assert_eq!(&again.result.report, &filled.result.report);
        let totals = filled.result.report.facts.iter().filter(|fact| fact.concept.contains("IntensityValue")).count();
        prop_assert_eq!(totals, 1);
        // What is written as xBRL-JSON is read back to the letter.
        let taxonomy = Taxonomy::open(catalog, "vsme-2026-05-01").unwrap();
        let report = again.result.report;
        let back = reported(&taxonomy, &xbrl_json(&taxonomy, &report, fact_id).unwrap()).unwrap();
        let sorted = |facts: &[Fact]| {
            let mut facts: Vec<_> = facts.iter().map(|fact| format!("{:?}", Fact { sources: Vec::new(), ..fact.clone() })).collect();
            facts.sort();
            facts
        };
        prop_assert_eq!(sorted(&back.report.facts), sorted(&report.facts));
        prop_assert_eq!((&back.report.entity.scheme, &back.report.entity.identifier), (&report.entity.scheme, &report.entity.identifier));
    }

    // No text of a fact makes the check stop, and what is wrong keeps its place.
    #[test]
    fn no_fact_stops_the_check(
        concept in prop_oneof![Just(SCOPE_1), Just("vsme:CityOfSite"), Just("vsme:BasisForReporting"), Just("x")],
        value in ".{0,12}", unit in "[a-z:*/]{0,8}", period in "[0-9/-]{0,12}", axis in "[a-z:]{0,6}",
    ) {
        let catalog = shipped();
        let fact = Fact {
            concept: concept.into(), value, unit, period,
            dimensions: [(axis, "y".to_owned())].into(),
            ..Fact::default()
        };
        let mut report = report();
        report.facts = vec![fact.clone()];
        let answer = check(catalog, &report).unwrap();
        prop_assert!(!answer.result.valid);
        prop_assert_eq!(&answer.result.report.facts[0].concept, &fact.concept);
        prop_assert!(answer.result.findings.iter().any(|finding| finding.path.starts_with("/facts/0/")));
    }
}

#[test]
fn the_form_asks_everything_and_says_how() {
    let catalog = shipped();
    let asked = |module: &str| {
        let form = form(catalog, "vsme-2026-05-01", module).unwrap().form;
        let properties = form["properties"].as_object().unwrap().clone();
        assert!(properties.values().all(|question| !question["x-title-vi"].as_str().unwrap().is_empty()));
        properties
    };
    let (basic, whole) = (asked("basic"), asked("comprehensive"));
    let concepts = |questions: &serde_json::Map<String, serde_json::Value>| {
        questions.keys().filter(|name| name.starts_with("vsme:")).count()
    };
    assert_eq!(concepts(&whole), 143);
    assert!(concepts(&basic) < 143 && !basic.contains_key("vsme:GenderDiversityRatioInGovernanceBody"));
    let unit = &whole["vsme:WeightOfMaterialUsed"]["items"]["properties"]["unit"]["pattern"];
    assert_eq!(unit, "^(utr:kg|utr:t)$");
    let required = &whole["vsme:AddressOfSite"]["items"]["properties"]["dimensions"]["required"];
    assert_eq!(required[0], "vsme:IdentifierOfSiteTypedAxis");
}

#[test]
fn a_package_holds_the_page() {
    use std::io::Read;
    let bytes = super::package("<html/>").unwrap();
    let limits = crate::limits::Limits::default();
    let archive = crate::archive::Archive::open(std::sync::Arc::new(bytes), &limits).unwrap();
    let mut text = String::new();
    let entry = archive.find("report/reports/report.xhtml").unwrap();
    archive.part(entry, &limits).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "<html/>");
}
