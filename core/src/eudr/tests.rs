use proptest::prelude::*;

use super::check;
use crate::factor::shipped;
use crate::wire::v1::{EudrAnswer, EudrLot, EudrRequest};

fn run(geojson: &str) -> EudrAnswer {
    let request = EudrRequest {
        profile: "operator-api-v3".into(),
        on: "2026-12-30".into(),
        geojson: geojson.into(),
        ..EudrRequest::default()
    };
    check(shipped(), &request).unwrap()
}

fn rules(answer: &EudrAnswer) -> Vec<&str> {
    answer
        .result
        .findings
        .iter()
        .filter(|found| found.severity == "error")
        .map(|found| &*found.rule)
        .collect()
}

#[test]
fn what_is_written_is_read_again_as_the_same() {
    let first = run(
        r#"{"type":"Feature","properties":{"ProducerName":"HTX \"Ea Tu\"","Area":9.7e1},"geometry":
        {"type":"Polygon","coordinates":[[[108.1234567,12.5],[108.1334567,12.5],[108.1334567,12.51],[108.1234567,12.5]]]}}"#,
    );
    assert!(first.result.accepted, "{:?}", first.result.findings);
    let second = run(&first.result.geojson);
    assert_eq!(second.result.geojson, first.result.geojson);
    assert_eq!(second.result.plots[0].area_ha, first.result.plots[0].area_ha);
    assert_eq!(&*second.result.plots[0].producer, "HTX \"Ea Tu\"");
    assert!(first.result.geojson.contains("[108.123457,12.500000]"), "{}", first.result.geojson);
}

#[test]
fn hostile_documents_are_findings_with_their_place() {
    for (geojson, rule, path) in [
        ("[]", "not-geojson", ""),
        ("{}", "geometry-type", "/type"),
        (r#"{"type":"Feature"}"#, "no-plot", "/geometry"),
        (r#"{"type":"Feature","geometry":null}"#, "not-geojson", "/geometry"),
        (r#"{"type":"Point"}"#, "coordinates-shape", "/coordinates"),
        (r#"{"type":"Point","coordinates":[1]}"#, "coordinates-shape", "/coordinates"),
        (r#"{"type":"Point","coordinates":["1","2"]}"#, "coordinates-shape", "/coordinates"),
        (r#"{"type":"Point","coordinates":[180.000001,2]}"#, "longitude-range", "/coordinates"),
        (r#"{"type":"Point","coordinates":[1e30,2]}"#, "coordinates-shape", "/coordinates"),
        (r#"{"type":"Polygon","coordinates":[]}"#, "coordinates-shape", "/coordinates"),
        (r#"{"type":"Polygon","coordinates":[[[1,2],[1,3],[1,2]]]}"#, "ring-short", "/coordinates/0"),
        (r#"{"type":"MultiPolygon","coordinates":[7]}"#, "coordinates-shape", "/coordinates/0"),
        (r#"{"type":"FeatureCollection","features":[7]}"#, "not-geojson", "/features/0"),
        (
            r#"{"type":"Feature","properties":7,"geometry":{"type":"Point","coordinates":[1,2]}}"#,
            "properties",
            "/properties",
        ),
        (
            r#"{"type":"Feature","properties":{"Area":-1},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
            "area",
            "/properties/Area",
        ),
    ] {
        let answer = run(geojson);
        let found = answer.result.findings.iter().find(|found| found.rule == rule);
        assert_eq!(found.map(|found| &*found.path), Some(path), "{geojson}: {:?}", answer.result.findings);
        assert!(!answer.result.accepted && answer.result.geojson.is_empty(), "{geojson}");
    }
}

#[test]
fn findings_are_bounded_and_counted() {
    let points = vec!["[200,1]"; 1_500].join(",");
    let answer = run(&format!(r#"{{"type":"MultiPoint","coordinates":[{points}]}}"#));
    assert_eq!((answer.result.findings.len(), answer.result.more_findings), (1_000, 500));
}

fn written(ring: &[(i64, i64)]) -> String {
    let pairs: Vec<String> = ring
        .iter()
        .map(|(lon, lat)| format!("[{}.{:06},{}.{:06}]", 105 + lon / 1_000_000, lon % 1_000_000, 21, lat))
        .collect();
    format!(r#"{{"type":"Polygon","coordinates":[[{}]]}}"#, pairs.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn where_a_ring_begins_and_which_way_it_goes_changes_no_area(
        corners in prop::collection::vec((1_i64..900_000, 1_i64..900_000), 3..7), turn in 0_usize..7
    ) {
        let mut ring = corners.clone();
        ring.push(ring[0]);
        let first = run(&written(&ring));
        let mut other = corners;
        let by = turn % other.len();
        other.rotate_left(by);
        other.reverse();
        other.push(other[0]);
        let second = run(&written(&other));
        prop_assert_eq!(rules(&first).is_empty(), rules(&second).is_empty());
        if first.result.accepted {
            prop_assert_eq!(&first.result.plots[0].area_ha, &second.result.plots[0].area_ha);
            prop_assert_eq!(&first.result.plots[0].ellipsoid_area_ha, &second.result.plots[0].ellipsoid_area_ha);
        }
    }

    #[test]
    fn an_input_more_never_takes_a_reference_away(edges in prop::collection::vec((0_usize..5, 0_usize..5), 0..8), more in (0_usize..5, 0_usize..5)) {
        let lots = |edges: &[(usize, usize)]| -> Vec<EudrLot> {
            (0..5).map(|at| EudrLot {
                id: at.to_string(),
                inputs: edges.iter().filter(|(lot, _)| *lot == at).map(|(_, input)| input.to_string()).collect(),
                references: vec![format!("R{at}")],
            }).collect()
        };
        let found = |edges: &[(usize, usize)]| {
            let request = EudrRequest {
                profile: "operator-api-v3".into(), on: "2026-12-30".into(), lots: lots(edges), ..EudrRequest::default()
            };
            check(shipped(), &request).unwrap().result.lots
        };
        let before = found(&edges);
        let mut with = edges;
        with.push(more);
        for (one, other) in before.iter().zip(found(&with)) {
            prop_assert!(one.references.iter().all(|number| other.references.contains(number)));
        }
    }
}
