//! Rows of crosswalks: datapoints, the codes that frameworks have for them, and reports made of them.

use std::collections::BTreeSet;

use super::read::{confidence, filled, list, one_of, take};
use crate::error::Finding;
use crate::factor::table::walk;

const COLUMNS: [&str; 14] = [
    "row",
    "id",
    "of",
    "code",
    "unit",
    "source",
    "due",
    "label_en",
    "label_vi",
    "who",
    "from",
    "until",
    "confidence",
    "note",
];
/// What a row can be, and the columns that it must fill.
const ROWS: [(&str, &[&str]); 6] = [
    ("framework", &["id", "code", "source", "label_en", "label_vi"]),
    ("datapoint", &["id", "unit", "source", "label_en", "label_vi", "who"]),
    ("code", &["id", "of", "code"]),
    ("report", &["id", "of", "label_en", "label_vi"]),
    ("section", &["id", "of", "label_en", "label_vi"]),
    ("item", &["id", "of", "code", "source", "due", "label_en", "label_vi"]),
];

/// A row of a crosswalk.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CrosswalkRow {
    /// `framework`, `datapoint`, `code`, `report`, `section` or `item`.
    pub row: Box<str>,
    /// Its name; that of the datapoint for a code.
    pub id: Box<str>,
    /// The framework of a code or a report, the report of a section or an item.
    pub of: Box<str>,
    /// Codes of a datapoint in a framework, the number of an item, the family of a framework.
    pub code: Vec<Box<str>>,
    /// Units that a figure may have, the first is that of computed ones; `text` for words, `*` for any currency.
    pub unit: Vec<Box<str>>,
    /// What a datapoint is taken from, the datapoints of an item, what the days of a framework are about (`published`, `period`).
    pub source: Vec<Box<str>>,
    /// `required` or `optional` for an item; `early` where a framework may be used before its first day.
    pub due: Box<str>,
    /// English label, in our words.
    pub label_en: Box<str>,
    /// Vietnamese label, in our words.
    pub label_vi: Box<str>,
    /// Who can give it.
    pub who: Box<str>,
    /// First day of a framework; empty if there is none.
    pub from: Box<str>,
    /// Last day of a framework; empty if there is none.
    pub until: Box<str>,
    /// `A`, `A-`, `B` or `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

/// Rows of kind `crosswalk`; what they say of each other is looked at by those who use them.
pub(super) fn read(table: &str, findings: &mut Vec<Finding>) -> Vec<CrosswalkRow> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    walk(table, &COLUMNS, findings, |row| {
        let mut faults = Vec::new();
        let what = row.get("row");
        match ROWS.iter().find(|(known, _)| *known == what) {
            Some((_, columns)) => filled(row, columns, &mut faults),
            None => faults
                .push(row.finding("row", "not one of framework, datapoint, code, report, section, item")),
        }
        match what {
            "item" => one_of(row, "due", &["required", "optional"], &mut faults),
            "framework" => {
                one_of(row, "due", &["", "early"], &mut faults);
                one_of(row, "source", &["published", "period"], &mut faults);
            }
            _ => {}
        }
        confidence(row, &mut faults);
        let text = |column: &str| Box::from(row.get(column));
        let made = CrosswalkRow {
            row: text("row"),
            id: text("id"),
            of: text("of"),
            code: list(row, "code"),
            unit: list(row, "unit"),
            source: list(row, "source"),
            due: text("due"),
            label_en: text("label_en"),
            label_vi: text("label_vi"),
            who: text("who"),
            from: text("from"),
            until: text("until"),
            confidence: text("confidence"),
            note: text("note"),
        };
        take(
            &mut found,
            &mut seen,
            (format!("{what} {} {}", row.get("of"), row.get("id")), "id"),
            made,
            row,
            faults,
        )
    });
    found
}
