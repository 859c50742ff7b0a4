//! Laws of footprints, on documents of our own.

mod computed;
mod openlca;

use proptest::prelude::*;

use super::node::Node;
use super::{check, migrate};
use crate::wire::v1::{FootprintAnswer, FootprintCheckRequest, FootprintMigrateRequest};

/// A footprint in which nothing is wrong.
const BOLT: &str = include_str!("tests/bolt.json");
/// The same kind of product before 3.0.
const OLD: &str = include_str!("../../../examples/fastener/footprint/old.json");

fn checked(document: &str) -> FootprintAnswer {
    check(&FootprintCheckRequest { document: document.into(), ..FootprintCheckRequest::default() }).unwrap()
}

/// What a change of the bolt makes of it: severities, codes and paths.
fn after(from: &str, to: &str) -> Vec<String> {
    assert!(BOLT.contains(from), "{from}");
    let found = checked(&BOLT.replacen(from, to, 1)).result.findings;
    found.iter().map(|one| format!("{} {} {}", one.severity, one.code, one.path)).collect()
}

#[test]
fn what_is_right_is_written_as_it_came() {
    let answer = checked(BOLT);
    assert!(answer.result.valid && answer.result.findings.is_empty(), "{:?}", answer.result.findings);
    assert_eq!(answer.result.document, BOLT.trim_end());
    let summary = &answer.result.footprints[0];
    assert_eq!((&*summary.difference_excluding_kg_co2e, &*summary.difference_including_kg_co2e), ("0", "0"));
    assert_eq!(
        (&*summary.valid_from, &*summary.valid_until),
        ("2025-12-31T00:00:00Z", "2028-12-31T00:00:00Z")
    );
}

#[test]
fn each_rule_is_told_with_its_place() {
    for (from, to, found) in [
        ("\"id\": \"0b8d", "\"id\": \"b8d", "error FOOTPRINT_BAD_VALUE /id"),
        ("\"status\": \"Active\"", "\"status\": \"active\"", "error FOOTPRINT_BAD_VALUE /status"),
        ("\"status\": \"Active\"", "\"status\": null", "error FOOTPRINT_MEMBER_MISSING /status"),
        ("urn:gtin", "gtin", "error FOOTPRINT_BAD_VALUE /productIds/0"),
        (
            "\"declaredUnitAmount\": \"1000\"",
            "\"declaredUnitAmount\": \"0\"",
            "error FOOTPRINT_BAD_VALUE /pcf/declaredUnitAmount",
        ),
        (
            "\"geographyCountry\": \"VN\"",
            "\"geographyCountry\": \"Vn\"",
            "error FOOTPRINT_BAD_VALUE /pcf/geographyCountry",
        ),
        (
            "\"geographyCountry\": \"VN\"",
            "\"geographyCountry\": \"ZZ\"",
            "warning FOOTPRINT_BAD_VALUE /pcf/geographyCountry",
        ),
        (
            "\"geographyCountry\": \"VN\"",
            "\"geographyCountry\": \"VN\", \"geographyRegionOrSubregion\": \"Asia\"",
            "error FOOTPRINT_CONTRADICTION /pcf/geographyCountry",
        ),
        (
            "\"biogenicCO2Uptake\": \"0\"",
            "\"biogenicCO2Uptake\": \"120\"",
            "error FOOTPRINT_BAD_VALUE /pcf/biogenicCO2Uptake",
        ),
        (
            "\"fossilGhgEmissions\": \"23.4\"",
            "\"fossilGhgEmissions\": \"23.5\"",
            "info FOOTPRINT_PARTS_DIFFER /pcf/pcfExcludingBiogenicUptake",
        ),
        (
            "\"fossilGhgEmissions\": \"23.4\"",
            "\"fossilGhgEmissions\": \"23.6\"",
            "warning FOOTPRINT_PARTS_DIFFER /pcf/pcfExcludingBiogenicUptake",
        ),
        (
            "\"fossilGhgEmissions\": \"23.4\"",
            "\"fossilGhgEmissions\": 23.4",
            "warning FOOTPRINT_READ_LENIENTLY /pcf/fossilGhgEmissions",
        ),
        (
            "\"fossilGhgEmissions\": \"23.4\"",
            "\"fossilGhgEmissions\": \"2.34e1\"",
            "warning FOOTPRINT_READ_LENIENTLY /pcf/fossilGhgEmissions",
        ),
        ("\"AR6\"", "\"AR6\", \"AR6\"", "error FOOTPRINT_REPEATED /pcf/ipccCharacterizationFactors/1"),
        ("\"AR6\"", "\"AR5\"", "info FOOTPRINT_NOT_STATED /pcf/ipccCharacterizationFactors"),
        ("\"PACT-3.0\"", "\"EN 15804\"", "info FOOTPRINT_BAD_VALUE /pcf/crossSectoralStandards/1"),
        (
            "\"packagingEmissionsIncluded\": true",
            "\"packagingEmissionsIncluded\": false",
            "error FOOTPRINT_CONTRADICTION /pcf/packagingGhgEmissions",
        ),
        (
            "\"ccsTechnologicalCO2CaptureIncluded\": false",
            "\"ccsTechnologicalCO2CaptureIncluded\": false, \"technologicalCO2Removals\": \"0\"",
            "error FOOTPRINT_CONTRADICTION /pcf/technologicalCO2Removals",
        ),
        (
            "\"primaryDataShare\": \"61.5\"",
            "\"primaryDataShare\": \"100\"",
            "warning FOOTPRINT_CONTRADICTION /pcf/secondaryEmissionFactorSources",
        ),
        (
            "\"primaryDataShare\": \"61.5\"",
            "\"primaryDataShare\": \"101\"",
            "error FOOTPRINT_BAD_VALUE /pcf/primaryDataShare",
        ),
        (
            "\"exemptedEmissionsPercent\": \"0\"",
            "\"exemptedEmissionsPercent\": \"2\"",
            "warning FOOTPRINT_NOT_STATED /pcf/exemptedEmissionsDescription",
        ),
        (
            "2025-12-31T00:00:00Z\",\n    \"geo",
            "2024-12-31T00:00:00Z\",\n    \"geo",
            "error FOOTPRINT_CONTRADICTION /pcf/referencePeriodEnd",
        ),
        (
            "\"companyName\"",
            "\"validityPeriodStart\": \"2025-06-01T00:00:00Z\", \"companyName\"",
            "error FOOTPRINT_CONTRADICTION /validityPeriodStart",
        ),
        (
            "\"companyName\"",
            "\"validityPeriodEnd\": \"2029-01-01T00:00:00Z\", \"companyName\"",
            "warning FOOTPRINT_CONTRADICTION /validityPeriodEnd",
        ),
        (
            "\"companyName\"",
            "\"validityPeriodEnd\": \"2025-12-31T00:00:00Z\", \"companyName\"",
            "error FOOTPRINT_CONTRADICTION /validityPeriodEnd",
        ),
        (
            "\"productMassPerDeclaredUnit\": \"12.5\"",
            "\"productMassPerDeclaredUnit\": \"0.0125\"",
            "warning FOOTPRINT_IMPLAUSIBLE /pcf/pcfExcludingBiogenicUptake",
        ),
        (
            "\"declaredUnitAmount\": \"1000\"",
            "\"declaredUnitAmount\": \"5000000\"",
            "warning FOOTPRINT_IMPLAUSIBLE /pcf/declaredUnitAmount",
        ),
        (
            "\"fossilCarbonContent\": \"0.03\"",
            "\"fossilCarbonContent\": \"30\"",
            "warning FOOTPRINT_IMPLAUSIBLE /pcf/fossilCarbonContent",
        ),
        ("\"piece\"", "\"kilogram\"", "warning FOOTPRINT_IMPLAUSIBLE /pcf/productMassPerDeclaredUnit"),
        (
            "\"fossilGhgEmissions\": \"23.4\"",
            "\"dLucGhgEmissions\": \"0\", \"fossilGhgEmissions\": \"23.4\"",
            "info FOOTPRINT_UNKNOWN_MEMBER /pcf/dLucGhgEmissions",
        ),
    ] {
        let all = after(from, to);
        assert!(all.iter().any(|one| one == found), "{from} → {to}: {all:?}");
    }
}

#[test]
fn several_footprints_have_identifiers_of_their_own() {
    let list = format!("{{\"data\": [{BOLT}, {BOLT}]}}");
    let answer = checked(&list).result;
    assert_eq!((answer.findings.len(), &*answer.findings[0].path), (1, "/data/1/id"));
    assert_eq!(Node::read(&answer.document).unwrap(), Node::read(&list).unwrap());
}

#[test]
fn an_old_footprint_is_multiplied_and_what_is_lost_is_listed() {
    let request = FootprintMigrateRequest {
        document: OLD.into(),
        ids: vec!["c5b6e7f0-1f2e-4c7c-9a2b-3d4e5f607182".into()],
        created: "2026-11-22T00:00:00Z".into(),
    };
    let answer = migrate(&request).unwrap().result;
    assert!(answer.valid, "{:?}", answer.findings);
    let new = Node::read(&answer.document).unwrap();
    let pcf = new.get("pcf").unwrap();
    for (name, value) in [
        ("declaredUnitAmount", "12"),
        ("fossilGhgEmissions", "18"),
        ("productMassPerDeclaredUnit", "9.468"),
        ("pcfExcludingBiogenicUptake", "18.36"),
        ("pcfIncludingBiogenicUptake", "-0.9996"),
        ("landManagementBiogenicCO2Removals", "-0.12"),
        ("primaryDataShare", "12.9"),
    ] {
        assert_eq!(pcf.text_of(name), value, "{name}");
    }
    assert_eq!(
        new.get("precedingPfIds").unwrap().items(),
        [Node::of(Node::read(OLD).unwrap().text_of("id"))]
    );
    let lost: Vec<String> = answer.losses.iter().map(|loss| format!("{} {}", loss.what, loss.path)).collect();
    assert_eq!(
        lost,
        [
            "moved /productCategoryCpc",
            "moved /statusComment",
            "dropped /version",
            "added /pcf/pcfIncludingBiogenicUptake",
            "changed /pcf/pCfExcludingBiogenic",
            "changed /pcf/otherBiogenicGhgEmissions",
            "changed /pcf/landManagementGhgEmissions",
            "dropped /pcf/iLucGhgEmissions",
            "dropped /pcf/dqi",
            "dropped /pcf/uncertaintyAssessmentDescription",
            "dropped /pcf/assurance/level",
            "dropped /pcf/assurance/boundary",
        ]
    );
}

#[test]
fn migrating_twice_changes_nothing_more() {
    let once =
        migrate(&FootprintMigrateRequest { document: OLD.into(), ..Default::default() }).unwrap().result;
    let twice = migrate(&FootprintMigrateRequest { document: once.document.clone(), ..Default::default() });
    let twice = twice.unwrap().result;
    assert_eq!(once.document, twice.document);
    assert!(twice.losses.is_empty());
}

proptest! {
    #[test]
    fn sums_of_made_parts_have_no_difference(parts in prop::collection::vec(0u32..1_000_000, 3), uptake in 0u32..1000) {
        let [fossil, land, other] = parts[..] else { unreachable!() };
        let total = u64::from(fossil) + u64::from(land) + u64::from(other);
        let text = BOLT
            .replace("\"fossilGhgEmissions\": \"23.4\"", &format!("\"fossilGhgEmissions\": \"{fossil}\""))
            .replace("\"landUseChangeGhgEmissions\": \"0\"", &format!("\"landUseChangeGhgEmissions\": \"{land}\""))
            .replace("\"biogenicNonCO2Emissions\": \"0\"", &format!("\"biogenicNonCO2Emissions\": \"{other}\""))
            .replace("\"biogenicCO2Uptake\": \"0\"", &format!("\"biogenicCO2Uptake\": \"-{uptake}\""))
            .replace("\"pcfExcludingBiogenicUptake\": \"23.4\"", &format!("\"pcfExcludingBiogenicUptake\": \"{total}\""))
            .replace(
                "\"pcfIncludingBiogenicUptake\": \"23.4\"",
                &format!("\"pcfIncludingBiogenicUptake\": \"{}\"", i128::from(total) - i128::from(uptake)),
            );
        let result = checked(&text).result;
        prop_assert!(result.findings.iter().all(|one| one.code != "FOOTPRINT_PARTS_DIFFER"), "{:?}", result.findings);
        prop_assert_eq!(result.document, text.trim_end());
    }

    #[test]
    fn no_text_makes_it_stop(text in "[\\[\\]{}\",:0-9a.e+\\-tru \\\\]{0,40}") {
        let _ = check(&FootprintCheckRequest { document: text, ..Default::default() });
    }
}
