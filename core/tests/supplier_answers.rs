//! Answers of the engine as evidence of a supplier: computed by the requests of conformance cases, and given to an assessment.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests assert by panicking")]

use std::path::Path;

use emitrace::factor::Catalog;
use emitrace::wire::v1::{RequirementState, SupplierAnswer, SupplierRequest};
use emitrace::{Code, call, supplier};
use serde_json::Value;

/// What the engine answers to the request of a case.
fn answered(catalog: &Catalog, case: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases").join(case);
    let case: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    call(catalog, case["call"].as_str().unwrap(), &case["request"].to_string()).unwrap()
}

fn assessed(catalog: &Catalog, set: &str, answers: &[String]) -> SupplierAnswer {
    let request = SupplierRequest {
        as_of: "2026-11-21".into(),
        set: set.into(),
        answers: answers.to_vec(),
        ..SupplierRequest::default()
    };
    supplier::assess(catalog, &request).unwrap()
}

fn state<'a>(answer: &'a SupplierAnswer, id: &str) -> &'a RequirementState {
    answer.result.requirements.iter().find(|state| state.id == id).unwrap()
}

#[test]
fn a_report_shows_each_item_that_is_filled() {
    let catalog = Catalog::bundled().unwrap();
    let report = answered(&catalog, "framework/framework-iso-14064-1.json");
    let answer = assessed(&catalog, "supplier-iso-14064-1", &[report]);
    let direct = state(&answer, "i.direct");
    assert_eq!((direct.status.as_str(), direct.last_day.as_str()), ("met", "2027-12-31"));
    assert!(direct.evidence[0].ends_with(" iso-14064-1.f"), "{:?}", direct.evidence);
    assert_eq!(state(&answer, "i.conformity").status, "unknown", "nobody stated it");
    let shown = &answer.result.documents;
    assert!(!shown.is_empty() && shown.iter().all(|one| one.sha256.len() == 64), "{shown:?}");
}

#[test]
fn a_sustainability_report_shows_its_disclosures_and_numbers() {
    let catalog = Catalog::bundled().unwrap();
    let report = answered(&catalog, "disclosure/vsme-water.json");
    let answer = assessed(&catalog, "supplier-vsme-basic", &[report]);
    assert_eq!(state(&answer, "v.water").status, "met");
    assert_eq!(state(&answer, "v.scope1").status, "unknown", "the report has no such fact");
    let energy = answered(&catalog, "energy/energy-fuels-and-power.json");
    let answer = assessed(&catalog, "supplier-vsme-basic", &[energy]);
    assert!(state(&answer, "v.energy").evidence[0].starts_with("energy account "));
}

#[test]
fn an_operators_report_shows_goods_and_processes() {
    let catalog = Catalog::bundled().unwrap();
    let report = answered(&catalog, "cbam/cbam-report-mill.json");
    let answer = assessed(&catalog, "supplier-cbam-data", &[report]);
    let (direct, document) = (state(&answer, "c.direct"), state(&answer, "c.report"));
    assert!(direct.evidence[0].ends_with(" cbam.see.direct"), "{direct:?}");
    assert_eq!(direct.status, document.status);
    assert_eq!(state(&answer, "c.verification").status, "unknown", "a report is not its own verification");
}

#[test]
fn what_is_no_evidence_or_was_changed_is_refused() {
    let catalog = Catalog::bundled().unwrap();
    let energy = answered(&catalog, "energy/energy-fuels-and-power.json");
    let refused = |answer: &str| {
        let request = SupplierRequest {
            as_of: "2026-11-21".into(),
            set: "supplier-vsme-basic".into(),
            answers: vec![energy.clone(), answer.into()],
            ..SupplierRequest::default()
        };
        let error = supplier::assess(&catalog, &request).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let changed = energy.replacen("\"lines\":", "\"lines\":1", 1);
    assert_eq!(refused(&changed), (Code::AnswerChanged, "/answers/1/digest".into()));
    assert_eq!(refused(r#"{"schema":"emitrace/lot/1"}"#), (Code::UnknownValue, "/answers/1/schema".into()));
    assert_eq!(refused("{").0, Code::BadJson);
}
