//! Comma-separated values to rows, counted as a spreadsheet counts them: blank lines and titles have a number, too.

use std::borrow::Cow;

use super::{Cell, Row};
use crate::error::{Code, Error};
use crate::limits::Limits;

/// Cuts a text into rows as it is asked for them.
pub(super) struct CsvRows<'a> {
    rest: &'a str,
    delimiter: u8,
    row: u64,
    columns: usize,
    field_bytes: usize,
    failed: bool,
}

impl<'a> CsvRows<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8, limits: &Limits) -> CsvRows<'a> {
        CsvRows {
            rest: text,
            delimiter,
            row: 0,
            columns: limits.columns,
            field_bytes: limits.field_bytes,
            failed: false,
        }
    }

    /// One row; `rest` moves behind it.
    fn record(&mut self) -> Result<Row<'a>, Error> {
        self.row = self.row.saturating_add(1);
        let mut cells = Vec::new();
        loop {
            let (cell, ends) = self.field()?;
            cells.push(cell);
            if cells.len() > self.columns {
                let message = format!("row {} has more than {} columns", self.row, self.columns);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            if ends {
                return Ok(Row { number: self.row, cells });
            }
        }
    }

    /// One field and whether the row ends behind it.
    fn field(&mut self) -> Result<(Cell<'a>, bool), Error> {
        let bytes = self.rest.as_bytes();
        let text = if bytes.first() == Some(&b'"') {
            let mut at = 1usize;
            let mut doubled = false;
            loop {
                match (bytes.get(at), bytes.get(at.saturating_add(1))) {
                    (Some(b'"'), Some(b'"')) => {
                        doubled = true;
                        at = at.saturating_add(2);
                    }
                    (Some(b'"'), _) => break,
                    (Some(_), _) => at = at.saturating_add(1),
                    (None, _) => {
                        let message = format!("a quote is opened in row {} and never closed", self.row);
                        return Err(Error::new(Code::UnclosedQuote, message));
                    }
                }
            }
            let inside = self.rest.get(1..at).unwrap_or_default();
            self.rest = self.rest.get(at.saturating_add(1)..).unwrap_or_default();
            let behind = self.until_mark();
            let text = if doubled { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) };
            // What stands between a closing quote and the delimiter belongs to the field, as spreadsheets read it.
            if behind.is_empty() { text } else { Cow::Owned(format!("{text}{behind}")) }
        } else {
            Cow::Borrowed(self.until_mark())
        };
        if text.len() > self.field_bytes {
            let message = format!("a field of row {} has more than {} bytes", self.row, self.field_bytes);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let ends = match self.rest.as_bytes() {
            [b'\r', b'\n', ..] => self.skip(2),
            [b'\n' | b'\r', ..] => self.skip(1),
            [] => true,
            _ => {
                self.skip(1);
                false
            }
        };
        Ok((Cell::text(text), ends))
    }

    /// The text up to the next delimiter or line end, which stays.
    fn until_mark(&mut self) -> &'a str {
        let end = self
            .rest
            .bytes()
            .position(|byte| byte == self.delimiter || byte == b'\n' || byte == b'\r')
            .unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }

    fn skip(&mut self, bytes: usize) -> bool {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        true
    }
}

impl<'a> Iterator for CsvRows<'a> {
    type Item = Result<Row<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed || self.rest.is_empty() {
            return None;
        }
        let row = self.record();
        self.failed = row.is_err();
        Some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = CsvRows::new(text, b',', &Limits::default());
        rows.map(|row| row.unwrap())
            .map(|row| (row.number, row.cells.iter().map(|cell| cell.text.to_string()).collect()))
            .collect()
    }

    #[test]
    fn rows_count_as_in_a_spreadsheet() {
        let got = rows("title\r\n\na,\"b \"\"x\"\"\nc\",d\n1,,\n");
        assert_eq!(got[0], (1, vec!["title".into()]));
        assert_eq!(got[1], (2, vec!["".into()]));
        assert_eq!(got[2], (3, vec!["a".into(), "b \"x\"\nc".into(), "d".into()]));
        assert_eq!(got[3], (4, vec!["1".into(), "".into(), "".into()]));
        assert_eq!(got.len(), 4);
        assert_eq!(rows("a,b"), [(1, vec!["a".to_string(), "b".into()])]);
    }

    #[test]
    fn what_never_ends_is_an_error_with_its_row() {
        let mut rows = CsvRows::new("a\n\"b", b',', &Limits::default());
        assert!(rows.next().unwrap().is_ok());
        let error = rows.next().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::UnclosedQuote);
        assert!(error.message().contains("row 2"));
        assert!(rows.next().is_none());
        let wide = ",".repeat(300);
        let error = CsvRows::new(&wide, b',', &Limits::default()).next().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::LimitExceeded);
    }
}
