//! All cases on the core, so that a plain `cargo test` covers them.

use std::path::Path;

use emitrace_conformance::{case, compare, run};

#[test]
fn every_case_holds_on_the_core() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let cases = case::load(&folder).expect("the cases can be read");
    let files = case::files(&folder).expect("the folder can be read");
    assert!(!files.is_empty());
    let results = run::core(&case::requests(&cases)).expect("the packs can be read");
    assert_eq!(results.len(), files.len(), "every case file was run");
    let report = compare::compare(&cases, &[("core".to_owned(), results)]);
    assert_eq!(report.complaints, Vec::<String>::new());
    assert_eq!((report.passed, report.failed), (files.len(), 0));
}
