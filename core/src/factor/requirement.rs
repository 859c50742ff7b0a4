//! Sets of requirements: data, so that what a buyer asks next year is another pack.

use std::collections::BTreeSet;

use super::pack::Pack;
use super::table::{Row, walk};
use crate::error::Finding;
use crate::wire::v1;

/// Columns of kind `requirements`; `row` says what a row is: `setting`, `grade`, `downgrade` or `requirement`.
const COLUMNS: [&str; 22] = [
    "row",
    "id",
    "value",
    "theme",
    "title_en",
    "title_vi",
    "applies_if",
    "kind",
    "level",
    "weight",
    "subject",
    "scope",
    "min",
    "partial",
    "max",
    "unit",
    "max_age_months",
    "accredited",
    "document",
    "clause",
    "confidence",
    "note",
];

/// The set of a pack, with its edition and publisher, and how many rows it has.
pub(super) fn requirements(
    table: &str,
    pack: &Pack,
    findings: &mut Vec<Finding>,
) -> (v1::RequirementSet, u64) {
    let mut set = v1::RequirementSet {
        id: pack.id.to_string(),
        version: pack.edition.to_string(),
        issuer: pack.publisher.to_string(),
        ..Default::default()
    };
    let mut seen = BTreeSet::new();
    let rows = walk(table, &COLUMNS, findings, |row| {
        let text = |column: &str| row.get(column).to_owned();
        let filled = |columns: &[&str]| -> Result<(), Vec<Finding>> {
            let empty: Vec<Finding> = columns
                .iter()
                .filter(|column| row.get(column).is_empty())
                .map(|column| row.finding(column, "empty"))
                .collect();
            if empty.is_empty() { Ok(()) } else { Err(empty) }
        };
        match row.get("row") {
            "setting" => setting(&mut set, row)?,
            "grade" => {
                filled(&["id", "value"])?;
                set.grades.push(v1::RequirementGrade { grade: text("id"), min_percent: text("value") });
            }
            "downgrade" => {
                filled(&["id", "applies_if"])?;
                set.downgrades.push(v1::RequirementDowngrade { to: text("id"), when: text("applies_if") });
            }
            "requirement" => {
                filled(&[
                    "id",
                    "title_en",
                    "title_vi",
                    "kind",
                    "level",
                    "subject",
                    "document",
                    "confidence",
                ])?;
                if !matches!(row.get("accredited"), "" | "yes") {
                    return Err(vec![row.finding("accredited", "neither `yes` nor empty")]);
                }
                if !seen.insert(text("id")) {
                    return Err(vec![row.finding("id", format!("`{}` stands twice", row.get("id")))]);
                }
                set.requirements.push(v1::Requirement {
                    id: text("id"),
                    clause: text("clause"),
                    theme: text("theme"),
                    title_en: text("title_en"),
                    title_vi: text("title_vi"),
                    applies_if: text("applies_if"),
                    kind: text("kind"),
                    level: text("level"),
                    weight: text("weight"),
                    subject: text("subject"),
                    scope: text("scope"),
                    min: text("min"),
                    partial: text("partial"),
                    max: text("max"),
                    unit: text("unit"),
                    max_age_months: text("max_age_months"),
                    accredited: row.get("accredited") == "yes",
                    document: text("document"),
                });
            }
            other => {
                let message = format!("`{other}` is none of setting, grade, downgrade, requirement");
                return Err(vec![row.finding("row", message)]);
            }
        }
        Ok(())
    });
    (set, rows)
}

fn setting(set: &mut v1::RequirementSet, row: &Row<'_>) -> Result<(), Vec<Finding>> {
    let value = row.get("value").to_owned();
    if value.is_empty() {
        return Err(vec![row.finding("value", "empty")]);
    }
    match row.get("id") {
        "min-coverage" => set.min_coverage = value,
        "horizon-days" => set.horizon_days = value,
        "partial-points" => set.partial_points = value,
        "ready-from" => set.ready_from = value,
        other => {
            let message =
                format!("`{other}` is none of min-coverage, horizon-days, partial-points, ready-from");
            return Err(vec![row.finding("id", message)]);
        }
    }
    Ok(())
}
