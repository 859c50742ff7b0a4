//! One row of the ledger, in a buffer that is reused from row to row.

use super::Field;
use super::field::COUNT;
use super::split::Cell;
use super::text::is_nfc;
use crate::method::Parameter;
use crate::normal::nfc;
use crate::number::Amount;
use crate::period::Period;

/// One row of the ledger; make one and hand it to [`Reader::read`](super::Reader::read) again and again.
#[derive(Clone, Debug)]
pub struct Record {
    row: u64,
    line: u64,
    /// The row as it stands in the file, then whatever had to be written differently.
    text: String,
    fields: [Span; COUNT],
    raw: [Span; COUNT],
    /// Columns that methods read, as far as the file has them.
    parameters: Vec<(Parameter, Cells)>,
    quantity: Amount,
    period: Period,
    calorific_value: Option<Amount>,
}

/// A cell without surrounding spaces and composed, and as it stands in the file.
#[derive(Clone, Copy, Debug, Default)]
struct Cells {
    tidy: Span,
    raw: Span,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Span {
        Span { start: u32::try_from(start).unwrap_or(0), end: u32::try_from(end).unwrap_or(0) }
    }
}

impl Default for Record {
    fn default() -> Record {
        Record::new()
    }
}

impl Record {
    /// An empty record.
    pub fn new() -> Record {
        Record {
            row: 0,
            line: 0,
            text: String::new(),
            fields: [Span::default(); COUNT],
            raw: [Span::default(); COUNT],
            parameters: Vec::new(),
            quantity: Amount::ZERO,
            period: Period::UNSET,
            calorific_value: None,
        }
    }

    /// The row as a spreadsheet counts it: the header is row 1.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// The physical line on which the row starts.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The text of a field: without surrounding spaces, composed (NFC); empty if the file has no such column.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Parameter(parameter) => self.text_of(self.cells(parameter).tidy),
            field => self.slice(&self.fields, field),
        }
    }

    /// The text of a field as the file writes it: decoded and unquoted, nothing else done to it.
    pub fn raw(&self, field: Field) -> &str {
        match field {
            Field::Parameter(parameter) => self.text_of(self.cells(parameter).raw),
            field => self.slice(&self.raw, field),
        }
    }

    /// The columns of the file that methods read, with their texts.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (Parameter, &str)> {
        self.parameters.iter().map(|(parameter, cells)| (*parameter, self.text_of(cells.tidy)))
    }

    fn cells(&self, parameter: Parameter) -> Cells {
        let own = self.parameters.iter().find(|(known, _)| *known == parameter);
        own.map_or(Cells::default(), |(_, cells)| *cells)
    }

    /// The quantity; negative only in a correction.
    pub fn quantity(&self) -> Amount {
        self.quantity
    }

    /// The days that the quantity covers: `period_start` to `period_end` if the row fills them, else `date`.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The calorific value, if the row gives one.
    pub fn calorific_value(&self) -> Option<Amount> {
        self.calorific_value
    }

    fn slice(&self, spans: &[Span; COUNT], field: Field) -> &str {
        spans.get(field.index()).map_or("", |span| self.text_of(*span))
    }

    fn text_of(&self, span: Span) -> &str {
        let range = usize::try_from(span.start).unwrap_or(0)..usize::try_from(span.end).unwrap_or(0);
        self.text.get(range).unwrap_or("")
    }

    pub(super) fn set_quantity(&mut self, quantity: Amount) {
        self.quantity = quantity;
    }

    pub(super) fn set_period(&mut self, period: Period) {
        self.period = period;
    }

    pub(super) fn set_calorific_value(&mut self, value: Option<Amount>) {
        self.calorific_value = value;
    }

    /// Makes the record of no row: what stood in it must not be taken for the next one's.
    pub(super) fn forget(&mut self) {
        (self.row, self.line) = (0, 0);
        self.fields = [Span::default(); COUNT];
        self.raw = [Span::default(); COUNT];
        self.parameters.clear();
    }

    /// Makes the record of a row that says no more than this, in the form that [`get`](Record::get) gives.
    pub(super) fn say(&mut self, fields: &[(Field, &str)]) {
        self.forget();
        self.text.clear();
        for (field, text) in fields {
            let (start, end) = self.append(text);
            if let Some(span) = self.fields.get_mut(field.index()) {
                *span = Span::new(start, end);
            }
        }
    }

    /// Takes over a row; the numbers are set by the checks.
    pub(super) fn fill(
        &mut self,
        at: (u64, u64),
        text: &str,
        cells: &[Cell],
        mapped: &[(Field, usize)],
        composed: bool,
    ) {
        (self.row, self.line) = at;
        self.text.clear();
        self.text.push_str(text);
        self.fields = [Span::default(); COUNT];
        self.raw = [Span::default(); COUNT];
        self.parameters.clear();
        for &(field, column) in mapped {
            let Some(cell) = cells.get(column) else { continue };
            let (start, end) = if cell.doubled { self.unquote(cell) } else { (cell.start, cell.end) };
            let (from, to) = self.tidy(start, end, composed);
            if let Field::Parameter(parameter) = field {
                let cells = Cells { tidy: Span::new(from, to), raw: Span::new(start, end) };
                self.parameters.push((parameter, cells));
            } else if let (Some(raw), Some(tidy)) =
                (self.raw.get_mut(field.index()), self.fields.get_mut(field.index()))
            {
                *raw = Span::new(start, end);
                *tidy = Span::new(from, to);
            }
        }
    }

    /// Writes the cell again with single quotes for doubled ones.
    fn unquote(&mut self, cell: &Cell) -> (usize, usize) {
        let text = undouble(self.text.get(cell.start..cell.end).unwrap_or(""));
        self.append(&text)
    }

    fn append(&mut self, text: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(text);
        (start, self.text.len())
    }

    /// Without surrounding spaces, and composed.
    fn tidy(&mut self, start: usize, end: usize, composed: bool) -> (usize, usize) {
        let Some(text) = self.text.get(start..end) else { return (0, 0) };
        let visible = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_graphic());
        let (from, text) = if visible(text.as_bytes().first()) && visible(text.as_bytes().last()) {
            (start, text)
        } else {
            let behind = text.trim_start();
            (start.saturating_add(text.len().saturating_sub(behind.len())), behind.trim_end())
        };
        if composed || text.is_ascii() || is_nfc(text) {
            return (from, from.saturating_add(text.len()));
        }
        let text: String = nfc(text.chars()).collect();
        self.append(&text)
    }
}

/// A quoted field's text: doubled quotes stand for one.
pub(super) fn undouble(text: &str) -> String {
    text.replace("\"\"", "\"")
}
