//! The fields of one record: a fast way without quotes, and a resumable scan with them.

use memchr::{memchr, memchr_iter, memchr3};

use super::split::Cell;

/// Where the scan is.
#[derive(Clone, Copy, Debug)]
enum Mode {
    /// At the first byte of a field.
    Start,
    /// In a field without quotes.
    Plain,
    /// Behind an opening quote.
    Quoted,
    /// Behind a closing quote; the field ended there.
    Closed(usize),
}

/// Why the scan stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// More bytes are needed.
    More,
    /// The record ends before this byte.
    Record(usize),
    /// The quote of this field is open at the end.
    Unclosed(usize),
    /// Text follows the closing quote of this field.
    TextAfterQuote(usize),
}

/// Fields of a record and the state of the scan that finds them.
#[derive(Debug)]
pub(crate) struct Scan {
    cells: Vec<Cell>,
    most: usize,
    count: usize,
    at: usize,
    start: usize,
    doubled: bool,
    mode: Mode,
}

impl Scan {
    /// A scan that keeps at most `most` fields of a record and counts the others.
    pub(super) fn new(most: usize) -> Scan {
        Scan { cells: Vec::new(), most, count: 0, at: 0, start: 0, doubled: false, mode: Mode::Start }
    }

    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// How many bytes of the record were looked at.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Length of the field that the scan stopped in.
    pub(super) fn open_length(&self, bytes: &[u8]) -> usize {
        bytes.len().saturating_sub(self.start)
    }

    /// Forgets the last record.
    pub(super) fn restart(&mut self) {
        self.cells.clear();
        self.count = 0;
        self.at = 0;
        self.start = 0;
        self.doubled = false;
        self.mode = Mode::Start;
    }

    /// All fields of a line that holds no quote.
    pub(super) fn plain(&mut self, line: &[u8], delimiter: u8) {
        self.cells.clear();
        self.count = 0;
        let mut start = 0usize;
        for end in memchr_iter(delimiter, line) {
            self.push(Cell { start, end, doubled: false });
            start = end.saturating_add(1);
        }
        self.push(Cell { start, end: line.len(), doubled: false });
    }

    fn push(&mut self, cell: Cell) {
        if self.cells.len() < self.most {
            self.cells.push(cell);
        }
        self.count = self.count.saturating_add(1);
    }

    /// Goes on over `bytes`, which start with the record; `last` says that no more will come.
    pub(super) fn run(&mut self, bytes: &[u8], delimiter: u8, last: bool) -> Stop {
        loop {
            let stop = match self.mode {
                Mode::Start => self.start(bytes, last),
                Mode::Plain => self.in_plain(bytes, delimiter, last),
                Mode::Quoted => self.in_quotes(bytes, last),
                Mode::Closed(end) => self.closed(end, bytes, delimiter, last),
            };
            if let Some(stop) = stop {
                return stop;
            }
        }
    }

    fn start(&mut self, bytes: &[u8], last: bool) -> Option<Stop> {
        self.doubled = false;
        match bytes.get(self.at) {
            None if !last => return Some(Stop::More),
            Some(b'"') => {
                self.at = self.at.saturating_add(1);
                self.mode = Mode::Quoted;
            }
            _ => self.mode = Mode::Plain,
        }
        self.start = self.at;
        None
    }

    fn in_plain(&mut self, bytes: &[u8], delimiter: u8, last: bool) -> Option<Stop> {
        match memchr3(delimiter, b'\n', b'\r', bytes.get(self.at..).unwrap_or_default()) {
            Some(found) => {
                self.at = self.at.saturating_add(found);
                self.field(self.at, bytes, delimiter)
            }
            None => {
                self.at = bytes.len();
                if !last {
                    return Some(Stop::More);
                }
                self.field(self.at, bytes, delimiter)
            }
        }
    }

    /// Ends a field at `end`; the scan stands on what follows it.
    fn field(&mut self, end: usize, bytes: &[u8], delimiter: u8) -> Option<Stop> {
        self.push(Cell { start: self.start, end, doubled: self.doubled });
        if bytes.get(self.at) == Some(&delimiter) {
            self.at = self.at.saturating_add(1);
            self.mode = Mode::Start;
            return None;
        }
        Some(Stop::Record(self.at))
    }

    fn in_quotes(&mut self, bytes: &[u8], last: bool) -> Option<Stop> {
        let Some(found) = memchr(b'"', bytes.get(self.at..).unwrap_or_default()) else {
            self.at = bytes.len();
            return Some(if last { Stop::Unclosed(self.count) } else { Stop::More });
        };
        let quote = self.at.saturating_add(found);
        match bytes.get(quote.saturating_add(1)) {
            Some(b'"') => {
                self.doubled = true;
                self.at = quote.saturating_add(2);
                None
            }
            // Whether the quote closes or is doubled shows in the next byte.
            None if !last => {
                self.at = quote;
                Some(Stop::More)
            }
            _ => {
                self.at = quote.saturating_add(1);
                self.mode = Mode::Closed(quote);
                None
            }
        }
    }

    fn closed(&mut self, end: usize, bytes: &[u8], delimiter: u8, last: bool) -> Option<Stop> {
        match bytes.get(self.at) {
            None if !last => Some(Stop::More),
            None | Some(b'\n' | b'\r') => self.field(end, bytes, delimiter),
            Some(&byte) if byte == delimiter => self.field(end, bytes, delimiter),
            Some(b' ' | b'\t') => {
                self.at = self.at.saturating_add(1);
                None
            }
            Some(_) => Some(Stop::TextAfterQuote(self.count)),
        }
    }
}
