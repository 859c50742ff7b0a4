//! Numbers that an act or a standard fixes for its formulas: data, so that a corrected act is another pack.

use super::table::walk;
use crate::error::Finding;
use crate::number::Amount;

const COLUMNS: [&str; 7] = ["parameter", "value", "unit", "document", "clause", "confidence", "note"];

/// A number that a document fixes for a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterRow {
    /// The pack that it stands in.
    pub pack: Box<str>,
    /// Name of the parameter: `carbon-to-co2`.
    pub parameter: Box<str>,
    /// The number as printed.
    pub value: Amount,
    /// Its unit as the document writes it; may be empty.
    pub unit: Box<str>,
    /// The document.
    pub document: Box<str>,
    /// Where in it.
    pub clause: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

/// Rows of kind `parameters`.
pub(super) fn parameters(table: &str, pack: &str, findings: &mut Vec<Finding>) -> (Vec<ParameterRow>, u64) {
    let mut found: Vec<ParameterRow> = Vec::new();
    let rows = walk(table, &COLUMNS, findings, |row| {
        let empty = ["parameter", "document", "clause", "confidence"];
        if let Some(column) = empty.into_iter().find(|column| row.get(column).is_empty()) {
            return Err(vec![row.finding(column, "empty")]);
        }
        let name = row.get("parameter");
        if found.iter().any(|known| *known.parameter == *name) {
            return Err(vec![row.finding("parameter", format!("`{name}` stands twice"))]);
        }
        let value = row.amount("value").map_err(|fault| vec![fault])?;
        let value = value.ok_or_else(|| vec![row.finding("value", "empty")])?;
        found.push(ParameterRow {
            pack: pack.into(),
            parameter: name.into(),
            value,
            unit: row.get("unit").into(),
            document: row.get("document").into(),
            clause: row.get("clause").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        });
        Ok(())
    });
    (found, rows)
}
