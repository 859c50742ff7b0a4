//! Charts hold the figures of their answers, in both languages.

use serde_json::Value;

use super::*;
use crate::number::Co2e;

const ANSWER: &str = include_str!("../../../tests/report/answer.json");

fn made(chart: &str, answers: &[&str], by: &[&str], lang: &str) -> Value {
    let request = v1::ChartRequest {
        chart: chart.into(),
        answers: answers.iter().map(|json| (*json).to_owned()).collect(),
        years: vec!["2024".into(), "2025".into()],
        base_year: if chart == "scopes-by-year" { "2024".into() } else { String::new() },
        by: by.iter().map(|dimension| (*dimension).to_owned()).collect(),
        lang: lang.into(),
    };
    serde_json::from_str(&chart_data(&request).unwrap()).unwrap()
}

#[test]
fn the_base_year_is_a_line_at_its_total() {
    let chart = made("scopes-by-year", &[ANSWER, ANSWER], &[], "vi");
    let level = &chart["layer"][1]["data"]["values"][0]["level"];
    assert_eq!(level, "4585776.4915230929");
    assert_eq!(chart["layer"][2]["data"]["values"][0]["says"], "Năm cơ sở 2024");
    assert_eq!(chart["layer"][0]["data"]["values"].as_array().unwrap().len(), 6);
}

#[test]
fn numbers_have_the_marks_of_the_language() {
    for (lang, decimal, thousands) in [("vi", ",", "."), ("en", ".", ",")] {
        let number = &made("categories", &[ANSWER], &[], lang)["config"]["locale"]["number"];
        assert_eq!((&number["decimal"], &number["thousands"]), (&decimal.into(), &thousands.into()));
    }
    // A table of flows is no specification.
    assert_eq!(made("flow", &[ANSWER], &[], "vi")["config"], Value::Null);
}

#[test]
fn what_flows_into_a_node_flows_out_of_it() {
    for by in [&["category"][..], &["category", "site"], &["activity"]] {
        let chart = made("flow", &[ANSWER], by, "en");
        let sum = |end: &str, id: &str| {
            chart["links"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|link| link[end] == id)
                .fold(Co2e::ZERO, |sum, link| {
                    sum.try_add(Co2e::parse(link["kg_co2e"].as_str().unwrap()).unwrap()).unwrap()
                })
        };
        let last =
            chart["nodes"].as_array().unwrap().iter().map(|node| node["level"].as_u64().unwrap()).max();
        for node in chart["nodes"].as_array().unwrap() {
            let (id, level) = (node["id"].as_str().unwrap(), node["level"].as_u64());
            if level != Some(0) && level != last {
                assert_eq!(sum("target", id), sum("source", id), "{id}");
            }
        }
        assert_eq!(sum("target", "total").to_string(), "4585776.4915230929", "{by:?}");
    }
}

#[test]
fn views_are_ranked_with_their_shares() {
    let chart = made("categories", &[ANSWER], &[], "vi");
    let first = &chart["data"]["values"][0];
    assert_eq!(
        (first["kg_co2e"].as_str(), first["share"].as_str()),
        (Some("2886305.1999381"), Some("62,9 %"))
    );
    let pair = made("scope-2", &[ANSWER], &[], "en");
    assert_eq!(pair["data"]["values"][1]["kg_co2e"], "972761.12992");
}

#[test]
fn what_is_not_known_is_told() {
    let mut request = v1::ChartRequest { chart: "pie".into(), ..Default::default() };
    assert_eq!(chart_data(&request).unwrap_err().path(), "/chart");
    request.chart = "categories".into();
    assert_eq!(chart_data(&request).unwrap_err().path(), "/answers");
    request.answers = vec!["{}".into()];
    assert!(chart_data(&request).unwrap_err().path().starts_with("/answers/0"));
    request = v1::ChartRequest {
        chart: "scopes-by-year".into(),
        answers: vec![ANSWER.into()],
        base_year: "1990".into(),
        ..Default::default()
    };
    assert_eq!(chart_data(&request).unwrap_err().path(), "/base_year");
}
