//! The report of the example installation, whole and with parts left out.

use super::report;
use crate::factor::shipped;
use crate::wire::v1::{CbamEmbeddedRequest, CbamOperatorReport, CbamReportItem, read_json};

fn steel() -> CbamEmbeddedRequest {
    read_json(include_str!("../../../../examples/cbam-steel/plant.json")).unwrap()
}

fn made(request: &CbamEmbeddedRequest) -> CbamOperatorReport {
    report(shipped(), request).unwrap().report
}

fn item<'r>(report: &'r CbamOperatorReport, point: &str, number: &str) -> &'r CbamReportItem {
    report.items.iter().find(|item| item.point == point && item.number == number).unwrap()
}

#[test]
fn every_item_of_the_annex_is_there_once_and_in_order() {
    let report = made(&steel());
    let numbers = |point: &str| -> Vec<&str> {
        report.items.iter().filter(|item| item.point == point).map(|item| &*item.number).collect()
    };
    let to = |last: u32| (1..=last).map(|number| number.to_string()).collect::<Vec<_>>();
    assert_eq!(numbers("1.1"), to(35));
    assert_eq!(numbers("1.1.1"), to(3));
    assert_eq!(numbers("1.2"), to(16));
    assert_eq!(numbers("2"), ["7207 11 14", "7214 20 00", "7213 10 00"]);
}

#[test]
fn a_missing_statement_makes_its_item_missing_and_says_where_to_add_it() {
    let mut request = steel();
    request.installation.operator.clear();
    let report = made(&request);
    let first = item(&report, "1.1", "1");
    assert_eq!(first.state, "missing");
    let fact = first.facts.iter().find(|fact| fact.what == "operator").unwrap();
    assert_eq!((&*fact.part, &*fact.path, &*fact.state), ("a", "/installation/operator", "missing"));
    assert!(!report.complete);
    let missing = report.items.iter().filter(|item| item.state == "missing").count();
    assert_eq!(report.missing, missing as u64);
}

#[test]
fn an_empty_list_is_an_answer_and_an_absent_one_is_none() {
    let mut request = steel();
    request.statements.data_gaps = None;
    let gap = |report: &CbamOperatorReport| {
        let facts = &item(report, "1.1", "16").facts;
        facts.iter().find(|fact| fact.what == "data-gap").map(|fact| (fact.state.clone(), fact.value.clone()))
    };
    assert_eq!(gap(&made(&request)), Some(("missing".into(), String::new())));
    request.statements.data_gaps = Some(Vec::new());
    assert_eq!(gap(&made(&request)), Some(("given".into(), "none".into())));
}

#[test]
fn the_example_states_everything() {
    let report = made(&steel());
    let missing: Vec<String> = report
        .items
        .iter()
        .flat_map(|item| item.facts.iter().map(move |fact| (item, fact)))
        .filter(|(_, fact)| fact.state == "missing")
        .map(|(item, fact)| {
            format!("{} {}: {} {} {}", item.point, item.number, fact.what, fact.path, fact.note)
        })
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    assert!(report.complete, "{:?}", report.figures.findings);
}

#[test]
fn benchmarks_are_those_of_the_route() {
    let mut request = steel();
    let billets = |report: &CbamOperatorReport| report.allocations.first().cloned().unwrap();
    let own = billets(&made(&request)).parts.first().cloned().unwrap();
    assert_eq!((&*own.column, &*own.equation, own.depth), ("A", "2", 0));
    request.processes[0].benchmark_route.clear();
    let without = made(&request);
    assert!(billets(&without).sefa_t_co2e.is_empty());
    let facts = &item(&without, "1.2", "4").facts;
    let sefa = facts.iter().find(|fact| fact.what == "sefa" && fact.state == "missing").unwrap();
    assert_eq!(sefa.path, "/processes/0/benchmark_route");
    assert!(sefa.note.contains("depends on the production route"), "{}", sefa.note);
}

#[test]
fn what_is_stated_beside_the_figures_changes_none() {
    let mut request = steel();
    let with = made(&request);
    request.statements = Default::default();
    let without = made(&request);
    assert_eq!(with.embedded_digest, without.embedded_digest);
    assert!(without.missing > with.missing);
}
