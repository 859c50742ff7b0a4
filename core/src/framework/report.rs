//! A report: the items of one framework, and what fills them.

use std::collections::{BTreeMap, BTreeSet};

use super::crosswalk::Crosswalk;
use super::table::filled;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::factor::rows::CrosswalkRow;
use crate::wire::v1::{self, Datapoint, canonical_digest};

/// One report with its completeness: each item is filled, filled in part, missing, or does not apply.
///
/// An item is filled where each of its datapoints is reported, stated, or said not to apply with a reason. The report is complete if
/// every required item is filled, every row of the ledger is in the inventory, and nothing that was sent is refused.
///
/// # Method
/// M-293; values as in [`table`](super::table()).
///
/// # Errors
/// As [`table`](super::table()); `CHOICE_MISSING` and `UNKNOWN_VALUE` for the report.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::FrameworkRequest;
///
/// # let json = include_str!("../../tests/report/answer.json");
/// let request = FrameworkRequest {
///     report: "iso-14064-1".into(),
///     inventory: Some(serde_json::from_str(json)?),
///     ..FrameworkRequest::default()
/// };
/// let report = emitrace::framework::report(&Catalog::bundled()?, &request)?.result;
/// let states: Vec<&str> = report.sections[0].items.iter().map(|item| &*item.state).collect();
/// assert_eq!(states, ["missing", "missing", "filled", "missing", "partly"]);
/// assert!(!report.complete && report.required == 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(catalog: &Catalog, request: &v1::FrameworkRequest) -> Result<v1::FrameworkReportAnswer, Error> {
    let crosswalk = Crosswalk::open(catalog)?;
    let (pack, row) = crosswalk.report(&request.report)?;
    let mut frameworks = vec![row.of.to_string()];
    frameworks.extend(request.frameworks.iter().filter(|name| ***name != *row.of).cloned());
    let (mut table, wrong) = filled(catalog, &crosswalk, request, &frameworks, &row.id).map_err(|error| {
        // The framework of the report itself stands before those of the request.
        match (0..frameworks.len()).find(|at| error.path() == format!("/frameworks/{at}")) {
            Some(at) => {
                let path = at.checked_sub(1).map_or("/report".to_owned(), |at| format!("/frameworks/{at}"));
                error.at(path)
            }
            None => error,
        }
    })?;
    let known: BTreeMap<&str, &Datapoint> =
        table.datapoints.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut sections: Vec<v1::FrameworkSection> = Vec::new();
    for one in crosswalk.items(pack, &row.id) {
        match (&*one.row, sections.last_mut()) {
            ("item", Some(section)) => section.items.push(item(one, &known)?),
            ("item", None) => {
                let message = format!("item `{}` stands before the first section of `{pack}`", one.id);
                return Err(Error::new(Code::BadPack, message));
            }
            _ => sections.push(v1::FrameworkSection {
                title_en: one.label_en.to_string(),
                title_vi: one.label_vi.to_string(),
                items: Vec::new(),
            }),
        }
    }
    let items = || sections.iter().flat_map(|section| &section.items);
    // The report shows what it asks for; the neutral table shows everything.
    let asked: BTreeSet<&String> = items().flat_map(|item| &item.datapoints).collect();
    table.datapoints.retain(|one| asked.contains(&one.id));
    let count = |items: usize| u64::try_from(items).unwrap_or(u64::MAX);
    let required = || items().filter(|item| item.due == "required");
    let done = |item: &&v1::FrameworkItem| matches!(item.state.as_str(), "filled" | "not-applicable");
    let (required, filled) = (count(required().count()), count(required().filter(done).count()));
    let state = |state: &str| count(table.datapoints.iter().filter(|one| one.state == state).count());
    table.counts = v1::FrameworkCounts {
        reported: state("reported"),
        stated: state("stated"),
        missing: state("missing"),
        not_applicable: state("not-applicable"),
    };
    let result = v1::FrameworkReport {
        report: row.id.to_string(),
        title_en: row.label_en.to_string(),
        title_vi: row.label_vi.to_string(),
        complete: required == filled && !table.inventory_partly && !wrong,
        required,
        filled,
        sections,
        table,
    };
    Ok(v1::FrameworkReportAnswer {
        schema: v1::FRAMEWORK_REPORT_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

fn item(row: &CrosswalkRow, datapoints: &BTreeMap<&str, &Datapoint>) -> Result<v1::FrameworkItem, Error> {
    let mut missing = Vec::new();
    let mut applies = false;
    for id in &row.source {
        let Some(found) = datapoints.get(&**id) else {
            let message = format!("item `{}` asks for `{id}`, which no crosswalk has", row.id);
            return Err(Error::new(Code::BadPack, message));
        };
        applies |= found.state != "not-applicable";
        if found.state == "missing" {
            missing.push(id.to_string());
        }
    }
    let state = match (applies, missing.len()) {
        (false, _) => "not-applicable",
        (true, 0) => "filled",
        (true, open) if open == row.source.len() => "missing",
        _ => "partly",
    };
    Ok(v1::FrameworkItem {
        code: row.code.join("|"),
        label_en: row.label_en.to_string(),
        label_vi: row.label_vi.to_string(),
        due: row.due.to_string(),
        state: state.into(),
        datapoints: row.source.iter().map(|id| id.to_string()).collect(),
        missing,
        confidence: row.confidence.to_string(),
    })
}
