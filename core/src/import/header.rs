//! The row that names the columns, wherever titles and notes above leave it.

use super::grid::{Row, Rows, clean};
use crate::error::{Code, Error};

/// Rows that may stand above the header.
const ABOVE: usize = 100;

/// The names of the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) row: u64,
    names: Vec<String>,
    folded: Vec<String>,
}

/// A heading for comparing: lower case, white space as one space, subscripts as digits, dashes as hyphens.
pub(super) fn fold(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace(['₂', '²'], "2")
        .replace('₄', "4")
        .replace('’', "'")
        .replace(['–', '—', '‑'], "-")
        .trim_matches('"')
        .to_lowercase()
}

impl Header {
    pub(super) fn of(row: &Row<'_>) -> Header {
        let names: Vec<String> = (0..row.cells.len()).map(|at| clean(row.text(at)).to_owned()).collect();
        let folded = names.iter().map(|name| fold(name)).collect();
        Header { row: row.number, names, folded }
    }

    /// The first row that holds all of the headings; rows above it are skipped.
    ///
    /// # Errors
    /// `IMPORT_LAYOUT` if there is none within the first hundred rows, `DUPLICATE_COLUMN` if a heading stands twice.
    pub(super) fn find(rows: &mut Rows<'_>, needed: &[&str]) -> Result<Header, Error> {
        let mut best: Vec<&str> = needed.to_vec();
        for row in rows.by_ref().take(ABOVE) {
            let header = Header::of(&row?);
            let missing: Vec<&str> =
                needed.iter().copied().filter(|name| header.at(name).is_none()).collect();
            if missing.is_empty() {
                header.only_once(needed)?;
                return Ok(header);
            }
            if missing.len() < best.len() {
                best = missing;
            }
        }
        let names: Vec<String> = best.iter().map(|name| format!("`{name}`")).collect();
        Err(Error::new(
            Code::ImportLayout,
            format!("no row holds all headings of this layout; missing: {}", names.join(", ")),
        ))
    }

    fn only_once(&self, needed: &[&str]) -> Result<(), Error> {
        match needed.iter().find(|name| self.folded.iter().filter(|known| **known == fold(name)).count() > 1)
        {
            Some(name) => {
                let message = format!("row {} has two columns `{name}`", self.row);
                Err(Error::new(Code::DuplicateColumn, message))
            }
            None => Ok(()),
        }
    }

    /// The column of a heading.
    pub(super) fn at(&self, name: &str) -> Option<usize> {
        let wanted = fold(name);
        self.folded.iter().position(|known| *known == wanted)
    }

    /// The first column whose heading a test accepts; it is given the heading in lower case.
    pub(super) fn position(&self, test: impl Fn(&str) -> bool) -> Option<usize> {
        self.folded.iter().position(|known| test(known))
    }

    /// A heading as the file writes it.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::csv_sheet;
    use super::*;

    #[test]
    fn the_header_is_found_below_titles() {
        let mut sheet = csv_sheet("Title\n\nYear,\" CO₂  intensity\"\n2024,1\n");
        let header = Header::find(&mut sheet.rows, &["year", "CO2 intensity"]).unwrap();
        assert_eq!((header.row, header.at("CO2 INTENSITY"), header.name(0)), (3, Some(1), "Year"));
        assert_eq!(sheet.rows.next().unwrap().unwrap().text(0), "2024");
    }

    #[test]
    fn what_is_missing_or_twice_is_named() {
        let error = Header::find(&mut csv_sheet("Year,Name\n").rows, &["Year", "Value"]).unwrap_err();
        assert!(error.message().ends_with("missing: `Value`"), "{error}");
        let error = Header::find(&mut csv_sheet("Year,Year\n").rows, &["Year"]).unwrap_err();
        assert_eq!(error.code(), Code::DuplicateColumn);
    }
}
