//! Rows that come in other ways than as text with delimiters: one small trait, and the checks that all rows pass.

use super::checks::{Plain, Report, Rules, characters};
use super::header::Column;
use super::split::Cell;
use super::text::look;
use super::watch::Watch;
use super::{Field, Format, ReadOptions, Record};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::limits::Limits;

/// A source of rows: what a format has to do so that its rows are checked and counted like those of any other.
pub(super) trait Records {
    /// The columns that are known now, each with its header and the field that it stands for. A source may add to
    /// them while it reads, never take away.
    fn columns(&self) -> &[(Box<str>, Option<Field>)];

    /// Writes the next row into `cells`, a cell for each column; false at the end.
    ///
    /// # Errors
    /// Whatever ends the reading; a fault of one row is a [`Cells::remark`].
    fn next(&mut self, cells: &mut Cells) -> Result<bool, Error>;

    /// Bytes of the input read so far.
    fn bytes(&self) -> u64;

    /// What was read, and how.
    fn facts(&self) -> Facts;

    /// Where the cell of a column is, or the row as a whole, as the format names places: `'Nhật ký'!B7`; empty if it
    /// names none.
    fn address(&self, _column: Option<usize>, _row: u64) -> String {
        String::new()
    }
}

/// What is said of a ledger's form in the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// The format.
    pub format: Format,
    /// The sheet that was read; empty where there are none.
    pub sheet: Box<str>,
    /// The row of the header; 0 where there is none.
    pub header_row: u64,
    /// The first row that can hold data.
    pub first_row: u64,
}

impl Facts {
    /// Facts of a format whose first row of data is `first_row` and that has no sheets.
    pub(super) fn new(format: Format, first_row: u64) -> Facts {
        Facts { format, sheet: Box::default(), header_row: first_row.saturating_sub(1), first_row }
    }
}

/// The cells of one row, in the order of the columns, and what is to be said of them.
#[derive(Debug, Default)]
pub(super) struct Cells {
    row: u64,
    line: u64,
    text: String,
    cells: Vec<Cell>,
    kinds: Vec<Kind>,
    remarks: Vec<Remark>,
    broken: bool,
    filled: bool,
}

/// What is known of a cell apart from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// As people write.
    Written,
    /// As every program reads it.
    Plain,
    /// The row has no such cell.
    Absent,
}

/// Something that a format has to say of a row, beyond what its text shows.
#[derive(Debug)]
pub(super) struct Remark {
    column: Option<usize>,
    severity: Severity,
    value: String,
    error: Error,
}

impl Cells {
    /// Makes room for the row of this number, on this physical line.
    pub(super) fn start(&mut self, row: u64, line: u64) {
        (self.row, self.line, self.broken, self.filled) = (row, line, false, false);
        self.text.clear();
        self.cells.clear();
        self.kinds.clear();
        self.remarks.clear();
    }

    /// Adds a cell as people write it: how its numbers are written is declared for the whole ledger.
    pub(super) fn push(&mut self, text: &str) {
        self.add(text, Kind::Written);
    }

    /// Adds a cell whose number needs no declaration: digits, a point, perhaps an exponent.
    pub(super) fn push_plain(&mut self, text: &str) {
        self.add(text, Kind::Plain);
    }

    /// Adds the cell of a column that this row does not have.
    pub(super) fn push_absent(&mut self) {
        self.add("", Kind::Absent);
    }

    fn add(&mut self, text: &str, kind: Kind) {
        let start = self.text.len();
        self.text.push_str(text);
        self.cells.push(Cell { start, end: self.text.len(), doubled: false });
        self.kinds.push(kind);
    }

    /// How many cells the row has so far.
    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// Says something about the cell of a column, or about the row; an error refuses the row.
    pub(super) fn remark(&mut self, column: Option<usize>, severity: Severity, error: Error, value: &str) {
        self.remarks.push(Remark { column, severity, value: value.into(), error });
    }

    /// Says why the row cannot be read at all.
    pub(super) fn refuse(&mut self, column: Option<usize>, error: Error, value: &str) {
        self.broken = true;
        self.remark(column, Severity::Error, error, value);
    }

    /// Says that the row is none to pass over although its cells are empty.
    pub(super) fn keep(&mut self) {
        self.filled = true;
    }

    fn is_blank(&self) -> bool {
        !self.broken && !self.filled && self.text.trim_ascii().is_empty()
    }

    fn is(&self, column: usize, kind: Kind) -> bool {
        self.kinds.get(column) == Some(&kind)
    }
}

/// Reads rows from a source and checks them.
pub(super) struct Table<'a> {
    records: Box<dyn Records + 'a>,
    cells: Cells,
    columns: Vec<Column>,
    mapped: Vec<(Field, usize)>,
    /// Those of them that the current row has.
    present: Vec<(Field, usize)>,
    rules: Rules,
    watch: Watch,
    remarks: Vec<Finding>,
    limits: Limits,
    rows: u64,
    skipped: u64,
}

impl core::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Table")
            .field("columns", &self.columns)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl<'a> Table<'a> {
    pub(super) fn new(
        records: Box<dyn Records + 'a>,
        options: &ReadOptions,
        limits: &Limits,
        remarks: Vec<Finding>,
    ) -> Table<'a> {
        let mut table = Table {
            rules: Rules::new(options, records.columns()),
            records,
            cells: Cells::default(),
            columns: Vec::new(),
            mapped: Vec::new(),
            present: Vec::new(),
            watch: Watch::new(limits),
            remarks,
            limits: limits.clone(),
            rows: 0,
            skipped: 0,
        };
        if table.facts().format == Format::JsonLines {
            // Each object has the keys that it has.
            table.rules = Rules::new(options, &Field::ALL.map(|field| (Box::default(), Some(field))));
        }
        table.learn();
        table
    }

    /// Takes over the columns that the source has come to know.
    fn learn(&mut self) {
        let known = self.columns.len();
        for (at, column) in self.records.columns().iter().enumerate().skip(known) {
            self.mapped.extend(column.1.map(|field| (field, at)));
            self.columns.push(column.clone());
        }
    }

    pub(super) fn read_row(
        &mut self,
        record: &mut Record,
        findings: &mut dyn FnMut(Finding),
    ) -> Result<Option<bool>, Error> {
        self.remarks.drain(..).for_each(&mut *findings);
        loop {
            if !self.records.next(&mut self.cells)? {
                return Ok(None);
            }
            if !self.cells.is_blank() {
                break;
            }
        }
        if self.rows >= self.limits.rows {
            return Err(Error::new(Code::LimitExceeded, format!("more than {} rows", self.limits.rows)));
        }
        self.rows = self.rows.saturating_add(1);
        self.learn();
        record.forget();
        let good = self.check(record, findings);
        self.skipped = self.skipped.saturating_add(u64::from(!good));
        Ok(Some(good))
    }

    /// All that is to be said of a row; true if it is good.
    fn check(&mut self, record: &mut Record, findings: &mut dyn FnMut(Finding)) -> bool {
        self.present.clear();
        self.present.extend(self.mapped.iter().filter(|(_, at)| !self.cells.is(*at, Kind::Absent)));
        let (cells, columns, records, present) = (&self.cells, &self.columns, &self.records, &self.present);
        let (row, line) = (cells.row, cells.line);
        // What the format says of a cell goes before what its text would be told for.
        let mut spoilt: Vec<Field> = Vec::new();
        let mut good = !cells.broken;
        for remark in &cells.remarks {
            let (header, field) =
                remark.column.and_then(|at| columns.get(at)).map_or(("", None), |(h, f)| (h, *f));
            let place = Position::new(row, line, field.map_or("", Field::name)).with_header(header);
            let place = place.with_cell(records.address(remark.column, row));
            if remark.severity == Severity::Error {
                spoilt.extend(field);
                good = false;
            }
            findings(Finding {
                severity: remark.severity,
                ..Finding::from_error(&remark.error, place, &remark.value)
            });
        }
        if cells.broken {
            return false;
        }
        let mut sink = |mut finding: Finding| {
            let column = &*finding.position.column;
            if finding.severity == Severity::Error && spoilt.iter().any(|field| field.name() == column) {
                return;
            }
            let at = present.iter().find(|(field, _)| field.name() == column).map(|(_, at)| *at);
            if let Some((header, _)) = at.and_then(|at| columns.get(at)) {
                finding.position.header = header.clone();
            }
            finding.position.cell = records.address(at, row).into();
            findings(finding);
        };
        let mut report = Report { row, line, columns, sink: &mut sink, good };
        for (column, cell) in cells.cells.iter().enumerate() {
            if cell.len() > self.limits.field_bytes {
                let message = format!("the field is longer than {} bytes", self.limits.field_bytes);
                report.add(Finding::new(
                    Severity::Error,
                    Code::FieldTooLong,
                    report.column(column),
                    "",
                    message,
                ));
            }
        }
        let seen = look(&cells.text);
        record.fill((row, line), &cells.text, &cells.cells, present, seen.composed);
        if !seen.clean {
            characters(record, present, &mut report);
        }
        let plain = |field| present.iter().any(|(have, at)| *have == field && cells.is(*at, Kind::Plain));
        self.rules.plain =
            Plain { quantity: plain(Field::Quantity), calorific_value: plain(Field::CalorificValue) };
        self.rules.check(record, &mut report);
        self.watch.check(record, &mut report);
        report.good
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    pub(super) fn skipped(&self) -> u64 {
        self.skipped
    }

    pub(super) fn bytes(&self) -> u64 {
        self.records.bytes()
    }

    pub(super) fn header(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn ids_checked(&self) -> bool {
        self.watch.ids_checked()
    }

    pub(super) fn facts(&self) -> Facts {
        self.records.facts()
    }

    /// Where a field of the row that was read last is.
    pub(super) fn position(&self, record: &Record, field: Field) -> Position {
        let at = self.present.iter().find(|(have, _)| *have == field).map(|(_, at)| *at);
        let header = at.and_then(|at| self.columns.get(at)).map_or("", |(header, _)| header);
        let position = Position::new(record.row(), record.line(), field.name()).with_header(header);
        position.with_cell(self.records.address(at, record.row()))
    }
}
