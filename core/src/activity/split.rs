//! Splits decoded bytes into records and fields, streaming over one reused buffer.
//!
//! The rules are RFC 4180's, with CR, LF and CRLF as line ends. A quote only counts at the start of a field;
//! elsewhere it is text (`thép 12"`). After a closing quote only spaces may stand before the delimiter.
//!
//! # When a quote is not closed
//! The record that opened it is broken: text follows the closing quote, or the quote is still open at the end
//! of the file or after `record_bytes`. Reading goes on at the *next physical line*, so one stray quote costs one
//! row. Up to the line where the fault showed, quotes must then close on their own line: nothing is read more
//! than three times, however the quotes are strewn.

use std::io::Read;

use memchr::{memchr, memchr_iter, memchr2, memrchr2};

use super::cut::{Ordinary, ordinary};
use super::encoding::Source;
use super::quoted::{Scan, Stop};
use super::rows::Raw;
use crate::error::Error;

/// One field: where it is in the record, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Holds doubled quotes.
    pub(super) doubled: bool,
}

impl Cell {
    pub(super) fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// What the next record turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// The end of the input.
    End,
    /// A record; its fields are in [`Splitter::cells`].
    Record,
    /// The quote of this field (counted from 0) is not closed.
    UnclosedQuote(usize),
    /// Text follows the closing quote of this field.
    TextAfterQuote(usize),
    /// The record is too long, and so is this field of it.
    FieldTooLong(usize),
    /// The record is too long.
    RecordTooLong,
}

/// Bounds of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) record: usize,
    pub(super) field: usize,
    /// Fields kept of a record; further ones are only counted.
    pub(super) cells: usize,
}

/// Records taken as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    /// Where the first record starts in the bytes.
    pub(super) start: usize,
    /// Row before the first record's.
    pub(super) row: u64,
    /// Physical line on which the first record starts.
    pub(super) line: u64,
    /// Where in the input the first record starts, if that can be said.
    pub(super) offset: Option<u64>,
    pub(super) seen: Ordinary,
}

/// The splitter. `next` moves on; the record stays readable until the next call.
#[derive(Debug)]
pub(super) struct Splitter<R> {
    source: Source<R>,
    buffer: Vec<u8>,
    ended: bool,
    /// Start of the current record in the buffer.
    start: usize,
    /// Start of the next record in the buffer.
    after: usize,
    /// Length of the current record.
    length: usize,
    /// Decoded bytes dropped from the front of the buffer so far.
    dropped: u64,
    /// Records that start before this decoded byte must close their quotes on one line.
    one_line_until: u64,
    delimiter: u8,
    bounds: Bounds,
    scan: Scan,
    row: u64,
    line: u64,
    next_line: u64,
    /// An error of the input that comes after what was read before it.
    failed: Option<Error>,
}

impl<R: Read> Splitter<R> {
    pub(super) fn new(source: Source<R>, buffer: Vec<u8>, delimiter: u8, bounds: Bounds) -> Splitter<R> {
        Splitter {
            source,
            buffer,
            ended: false,
            start: 0,
            after: 0,
            length: 0,
            dropped: 0,
            one_line_until: 0,
            delimiter,
            bounds,
            scan: Scan::new(bounds.cells),
            row: 0,
            line: 0,
            next_line: 1,
            failed: None,
        }
    }

    /// The delimiter in force.
    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Reads the current record again, with another delimiter.
    ///
    /// # Errors
    /// As [`Splitter::next`].
    pub(super) fn again(&mut self, delimiter: u8) -> Result<Split, Error> {
        self.delimiter = delimiter;
        self.after = self.start;
        self.next_line = self.line;
        self.row = self.row.saturating_sub(1);
        self.one_line_until = 0;
        self.next()
    }

    /// Forgets that the current record counted as a row.
    pub(super) fn uncount(&mut self) {
        self.row = self.row.saturating_sub(1);
    }

    /// Moves to the next record.
    ///
    /// # Errors
    /// Those of [`Source::fill`].
    pub(super) fn next(&mut self) -> Result<Split, Error> {
        self.start = self.after;
        self.line = self.next_line;
        let Some(end) = self.line_end()? else {
            if self.rest() > self.bounds.record {
                return self.too_long();
            }
            return Ok(Split::End);
        };
        self.row = self.row.saturating_add(1);
        let line = self.buffer.get(self.start..self.start.saturating_add(end)).unwrap_or_default();
        if memchr(b'"', line).is_none() {
            self.scan.plain(line, self.delimiter);
            self.length = end;
            self.advance(end)?;
            return Ok(Split::Record);
        }
        self.quoted(end)
    }

    fn rest(&self) -> usize {
        self.buffer.len().saturating_sub(self.start)
    }

    /// More decoded bytes; what lies before the current record is dropped.
    fn fill(&mut self) -> Result<(), Error> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.dropped = self.dropped.saturating_add(u64::try_from(self.start).unwrap_or(0));
            self.after = self.after.saturating_sub(self.start);
            self.start = 0;
        }
        self.ended = !self.source.fill(&mut self.buffer)?;
        Ok(())
    }

    /// Length of the physical line at the record's start; `None` at the end of input or past `record` bytes.
    fn line_end(&mut self) -> Result<Option<usize>, Error> {
        let mut seen = 0usize;
        loop {
            let from = self.start.saturating_add(seen);
            let found = memchr2(b'\n', b'\r', self.buffer.get(from..).unwrap_or_default());
            let end = found.map_or(self.rest(), |at| at.saturating_add(seen));
            if end > self.bounds.record {
                return Ok(None);
            }
            if found.is_some() {
                return Ok(Some(end));
            }
            if self.ended {
                return Ok((self.rest() > 0).then_some(end));
            }
            seen = end;
            self.fill()?;
        }
    }

    /// Sets the next record behind the line end at `end`.
    fn advance(&mut self, end: usize) -> Result<(), Error> {
        self.next_line = self.next_line.saturating_add(1);
        let at = |buffer: &[u8], start: usize, plus: usize| {
            buffer.get(start.saturating_add(end).saturating_add(plus)).copied()
        };
        let mut length = end;
        match at(&self.buffer, self.start, 0) {
            Some(b'\n') => length = end.saturating_add(1),
            Some(b'\r') => {
                // Whether a line feed follows may not be read yet.
                while at(&self.buffer, self.start, 1).is_none() && !self.ended {
                    self.fill()?;
                }
                let pair = at(&self.buffer, self.start, 1) == Some(b'\n');
                length = end.saturating_add(if pair { 2 } else { 1 });
            }
            _ => {}
        }
        self.after = self.start.saturating_add(length);
        Ok(())
    }

    /// A record with quotes, whose first physical line is `first` long.
    fn quoted(&mut self, first: usize) -> Result<Split, Error> {
        let here = self.dropped.saturating_add(u64::try_from(self.start).unwrap_or(0));
        let one_line = here < self.one_line_until;
        let bound = if one_line { first } else { self.bounds.record.saturating_add(1) };
        self.scan.restart();
        let stop = loop {
            let until = self.start.saturating_add(bound).min(self.buffer.len());
            let bytes = self.buffer.get(self.start..until).unwrap_or_default();
            let last = self.ended || bytes.len() == bound;
            match self.scan.run(bytes, self.delimiter, last) {
                Stop::More => self.fill()?,
                stop => break stop,
            }
        };
        let full = !one_line && self.scan.at() > self.bounds.record;
        match stop {
            Stop::Record(end) if !full => {
                self.length = end;
                let inside = self.buffer.get(self.start..self.start.saturating_add(end)).unwrap_or_default();
                self.next_line = self.next_line.saturating_add(line_ends(inside));
                self.advance(end)?;
                Ok(Split::Record)
            }
            Stop::Unclosed(field) => self.resume(first, Split::UnclosedQuote(field)),
            Stop::TextAfterQuote(field) => self.resume(first, Split::TextAfterQuote(field)),
            _ => self.resume(first, Split::RecordTooLong),
        }
    }

    /// Goes on at the physical line after the record's first.
    fn resume(&mut self, first: usize, split: Split) -> Result<Split, Error> {
        let reached = self.start.saturating_add(self.scan.at()).min(self.buffer.len());
        let behind = self.buffer.get(self.start..reached).unwrap_or_default();
        let line = memrchr2(b'\n', b'\r', behind).map_or(0, |at| at.saturating_add(1));
        let line = self.start.saturating_add(line);
        self.one_line_until =
            self.one_line_until.max(self.dropped.saturating_add(u64::try_from(line).unwrap_or(0)));
        self.length = first;
        self.advance(first)?;
        Ok(split)
    }

    /// A physical line longer than a record may be: says which field it is and skips the line unread.
    fn too_long(&mut self) -> Result<Split, Error> {
        self.row = self.row.saturating_add(1);
        let bytes = self.buffer.get(self.start..).unwrap_or_default();
        let bytes = bytes.get(..self.bounds.record).unwrap_or(bytes);
        self.scan.restart();
        let stop = self.scan.run(bytes, self.delimiter, true);
        let long = self.scan.cells().iter().position(|cell| cell.len() > self.bounds.field);
        let split = match (long, stop) {
            (Some(field), _) => Split::FieldTooLong(field),
            (None, Stop::Unclosed(field)) if self.scan.open_length(bytes) > self.bounds.field => {
                Split::FieldTooLong(field)
            }
            _ => Split::RecordTooLong,
        };
        self.length = 0;
        loop {
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(end) = memchr2(b'\n', b'\r', rest) {
                self.advance(end)?;
                return Ok(split);
            }
            self.start = self.buffer.len();
            if self.ended {
                self.next_line = self.next_line.saturating_add(1);
                self.after = self.start;
                return Ok(split);
            }
            self.fill()?;
        }
    }

    /// The current record, as it stands in the file without its line end.
    pub(super) fn record(&self) -> &[u8] {
        self.buffer.get(self.start..self.start.saturating_add(self.length)).unwrap_or_default()
    }

    /// The fields of the current record, as far as they are kept.
    pub(super) fn cells(&self) -> &[Cell] {
        self.scan.cells()
    }

    /// How many fields the current record has, those not kept included.
    pub(super) fn count(&self) -> usize {
        self.scan.count()
    }

    /// The current record's row, as a spreadsheet counts it.
    pub(super) fn row(&self) -> u64 {
        self.row
    }

    /// The physical line on which the current record starts.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Where in the input a byte of the current record is, if that can be said.
    pub(super) fn offset(&self, within: usize) -> Option<u64> {
        let at = u64::try_from(self.start.saturating_add(within)).ok()?;
        self.source.offset(self.dropped.saturating_add(at))
    }

    /// Takes the records that stand next in the file out of the buffer, as far as they are ordinary: about `size`
    /// bytes of whole records, each ending in a line feed. Nothing is taken where [`next`](Splitter::next) has to look
    /// first; a record that it would not give back whole is never among those taken.
    ///
    /// What could not be read yet is told by the next call of either.
    pub(super) fn take(&mut self, size: usize, out: &mut Vec<u8>) -> Option<Taken> {
        self.start = self.after;
        while self.rest() < size && !self.ended && self.failed.is_none() {
            if let Err(error) = self.fill() {
                self.failed = Some(error);
            }
        }
        let here = self.dropped.saturating_add(u64::try_from(self.start).unwrap_or(0));
        if here < self.one_line_until {
            return None;
        }
        let rest = self.buffer.get(self.start..).unwrap_or_default();
        let seen = ordinary(rest, self.delimiter, self.bounds.record, &mut self.scan)?;
        // What is behind the records moves to the front of the other buffer; the records themselves stay where they are.
        let end = self.start.saturating_add(seen.length);
        out.clear();
        out.extend_from_slice(self.buffer.get(end..).unwrap_or_default());
        core::mem::swap(out, &mut self.buffer);
        out.truncate(end);
        let taken =
            Taken { start: self.start, row: self.row, line: self.next_line, offset: self.offset(0), seen };
        self.dropped = self.dropped.saturating_add(u64::try_from(end).unwrap_or(0));
        self.row = self.row.saturating_add(seen.records);
        self.next_line = self.next_line.saturating_add(seen.lines);
        (self.start, self.after, self.length) = (0, 0, 0);
        Some(taken)
    }

    /// The current record with its place.
    pub(super) fn raw(&self) -> Raw<'_> {
        Raw {
            bytes: self.record(),
            cells: self.cells(),
            count: self.count(),
            row: self.row,
            line: self.line,
            offset: self.offset(0),
        }
    }

    /// Where the bytes come from.
    pub(super) fn source(&self) -> &Source<R> {
        &self.source
    }
}

/// Line ends within a record: CRLF counts once.
fn line_ends(bytes: &[u8]) -> u64 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let lone = memchr_iter(b'\r', bytes).filter(|at| bytes.get(at.saturating_add(1)) != Some(&b'\n')).count();
    u64::try_from(feeds.saturating_add(lone)).unwrap_or(0)
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;
