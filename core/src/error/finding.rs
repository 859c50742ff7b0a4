//! Remarks about rows: data that travels with the result.

use super::{Code, Error};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row (or the file) is not in the result.
    Error,
    /// The row is in the result, and somebody should look at it.
    Warning,
    /// A choice or fallback that a reader of the result must know.
    Info,
}

impl Severity {
    /// `error`, `warning` or `info`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// Where in a table: the row as a spreadsheet counts it (header = 1) and the canonical column name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Spreadsheet row; 0 when the finding is about the file as a whole.
    pub row: u64,
    /// Physical line on which the row starts (differs from `row` when a quoted field holds a line break).
    pub line: u64,
    /// Canonical column name (`quantity`), empty when the finding is about the row as a whole.
    pub column: Box<str>,
    /// The header as written in the file (`Số lượng (kWh)`), empty if the file has no such column.
    pub header: Box<str>,
    /// The address of the cell in a workbook (`'Nhật ký'!B7`), or the part of it; empty for other formats.
    pub cell: Box<str>,
}

impl Position {
    /// A position by row, physical line and canonical column name; no header.
    pub fn new(row: u64, line: u64, column: impl Into<Box<str>>) -> Position {
        Position { row, line, column: column.into(), header: Box::default(), cell: Box::default() }
    }

    /// The same position with the column's header as the file writes it.
    #[must_use]
    pub fn with_header(mut self, header: impl Into<Box<str>>) -> Position {
        self.header = header.into();
        self
    }

    /// The same position with the address of its cell.
    #[must_use]
    pub fn with_cell(mut self, cell: impl Into<Box<str>>) -> Position {
        self.cell = cell.into();
        self
    }
}

/// One remark about one place of the input.
///
/// Findings order by position first, so a list of them reads like the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// Where.
    pub position: Position,
    /// The stable code.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// The value as read, shortened to 80 characters; empty if there was none.
    pub value: Box<str>,
    /// What is wrong, in one sentence.
    pub message: Box<str>,
    /// What to do about it.
    pub help: Box<str>,
}

/// Longest excerpt of a value that a finding repeats.
const EXCERPT: usize = 80;

impl Finding {
    /// A finding with the code's standard help.
    pub fn new(
        severity: Severity,
        code: Code,
        position: Position,
        value: &str,
        message: impl Into<Box<str>>,
    ) -> Finding {
        Finding {
            severity,
            code,
            position,
            value: excerpt(value),
            message: message.into(),
            help: code.help().into(),
        }
    }

    /// The finding for an [`Error`] met at a position.
    pub fn from_error(error: &Error, position: Position, value: &str) -> Finding {
        Finding {
            severity: Severity::Error,
            code: error.code(),
            position,
            value: excerpt(value),
            message: error.message().into(),
            help: error.help().into(),
        }
    }

    /// The same finding with a help text of its own.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Box<str>>) -> Finding {
        self.help = help.into();
        self
    }
}

/// A value as a finding repeats it: long ones in part.
pub(crate) fn excerpt(value: &str) -> Box<str> {
    if value.chars().count() <= EXCERPT {
        return value.into();
    }
    let mut short: String = value.chars().take(EXCERPT).collect();
    short.push('…');
    short.into()
}
