//! JSON lines: one object a line, its keys the fields or their aliases.

use std::io::Read;

use super::encoding::Source;
use super::header::{Column, field_of};
use super::json::{Value, object};
use super::table::{Cells, Facts, Records};
use super::{Format, ReadOptions};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::limits::Limits;

/// The objects of a file as rows; the columns are the keys in the order in which they are met.
#[derive(Debug)]
pub(super) struct Lines<R> {
    source: Source<R>,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    line: u64,
    columns: Vec<Column>,
    options: ReadOptions,
    limits: Limits,
}

impl<R: Read> Lines<R> {
    pub(super) fn open(input: R, options: &ReadOptions, limits: &Limits) -> Result<Lines<R>, Vec<Finding>> {
        let mut buffer = Vec::new();
        let source = Source::open(input, options.encoding, limits.bytes, &mut buffer)
            .map_err(|error| vec![Finding::from_error(&error, Position::new(0, 0, ""), "")])?;
        Ok(Lines {
            source,
            buffer,
            start: 0,
            ended: false,
            line: 0,
            columns: Vec::new(),
            options: options.clone(),
            limits: limits.clone(),
        })
    }

    /// The next physical line without its end; `Err(true)` for one that is too long, `Err(false)` at the end.
    fn take(&mut self) -> Result<Result<(usize, usize), bool>, Error> {
        let (mut seen, mut long) = (0usize, false);
        loop {
            let from = self.start.saturating_add(seen);
            let found = memchr::memchr(b'\n', self.buffer.get(from..).unwrap_or_default());
            let end = found.map_or(self.buffer.len(), |at| from.saturating_add(at));
            long |= end.saturating_sub(self.start) > self.limits.record_bytes;
            if found.is_some() || (self.ended && (long || end > self.start)) {
                self.line = self.line.saturating_add(1);
                let start =
                    core::mem::replace(&mut self.start, end.saturating_add(usize::from(found.is_some())));
                return Ok(if long { Err(true) } else { Ok((start, end)) });
            }
            if self.ended {
                return Ok(Err(false));
            }
            // Of a line that is too long only that it is so is kept.
            let keep = if long { self.buffer.len() } else { self.start };
            self.buffer.drain(..keep);
            self.start = 0;
            seen = self.buffer.len();
            self.ended = !self.source.fill(&mut self.buffer)?;
        }
    }

    /// The column of a key, a new one if need be; `None` if there are too many.
    fn column(&mut self, key: &str, cells: &mut Cells) -> Option<usize> {
        if let Some(at) = self.columns.iter().position(|(have, _)| **have == *key) {
            return Some(at);
        }
        if self.columns.len() >= self.limits.columns {
            return None;
        }
        let field = field_of(key, &self.options);
        let at = self.columns.len();
        self.columns.push((key.into(), field));
        if field.is_none() {
            let message = format!("`{key}` is no known field; its values are not used");
            cells.remark(Some(at), Severity::Info, Error::new(Code::UnknownColumn, message), key);
        }
        Some(at)
    }

    /// Reads one line into cells.
    fn read(&mut self, start: usize, end: usize, cells: &mut Cells) {
        let bytes = self.buffer.get(start..end).unwrap_or_default().to_vec();
        let text = match core::str::from_utf8(&bytes) {
            Ok(text) if text.trim_ascii().is_empty() => return,
            Ok(text) => text,
            Err(error) => {
                let message = format!(
                    "byte {} of the line is no part of a character",
                    error.valid_up_to().saturating_add(1)
                );
                return cells.refuse(None, Error::new(Code::InvalidUtf8, message), "");
            }
        };
        let members = match object(text, self.limits.json_depth) {
            Ok(members) => members,
            Err(fault) => {
                let column = if fault.key.is_empty() { None } else { self.column(&fault.key, cells) };
                let help = if fault.code == Code::BadJson {
                    "write one JSON object on the line"
                } else {
                    fault.code.help()
                };
                let error = Error::new(fault.code, fault.message).with_help(help);
                return cells.refuse(column, error, text.get(..fit(text, 400)).unwrap_or_default());
            }
        };
        let mut found: Vec<(usize, Value<'_>)> = Vec::with_capacity(members.len());
        for (key, value) in members {
            let Some(at) = self.column(&key, cells) else {
                let message = format!("there are more than {} different keys", self.limits.columns);
                return cells.refuse(None, Error::new(Code::LimitExceeded, message), &key);
            };
            found.push((at, value));
        }
        let field = |at: usize| self.columns.get(at).and_then(|(_, field)| *field);
        for (number, (at, value)) in found.iter().enumerate() {
            let Some(meant) = field(*at) else { continue };
            let before = found.iter().take(number).find(|(other, _)| field(*other) == Some(meant));
            if let Some((other, _)) = before {
                let name = |at: usize| self.columns.get(at).map_or("", |(key, _)| key);
                let message =
                    format!("`{}` and `{}` both stand for `{}`", name(*other), name(*at), meant.name());
                cells.refuse(Some(*at), Error::new(Code::DuplicateKey, message), name(*at));
            }
            if matches!(value, Value::Bool(_) | Value::Nested) {
                let message = format!("`{}` is neither a text nor a number", meant.name());
                cells.remark(Some(*at), Severity::Error, Error::new(Code::WrongType, message), "");
                cells.keep();
            }
        }
        found.sort_unstable_by_key(|(at, _)| *at);
        for (at, value) in &found {
            while cells.count() < *at {
                cells.push_absent();
            }
            match value {
                _ if field(*at).is_none() => cells.push(""),
                Value::Text(text) => cells.push_plain(text),
                Value::Number(number) => cells.push_plain(number),
                Value::Null | Value::Bool(_) | Value::Nested => cells.push_plain(""),
            }
        }
        while cells.count() < self.columns.len() {
            cells.push_absent();
        }
        // An object is a row, also if it is empty.
        cells.keep();
    }
}

/// The longest beginning of at most `most` bytes that is text.
fn fit(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

impl<R: Read> Records for Lines<R> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn next(&mut self, cells: &mut Cells) -> Result<bool, Error> {
        let line = self.take()?;
        cells.start(self.line, self.line);
        match line {
            Ok((start, end)) => self.read(start, end, cells),
            Err(false) => return Ok(false),
            Err(true) => {
                let message = format!("the line is longer than {} bytes", self.limits.record_bytes);
                cells.refuse(None, Error::new(Code::LimitExceeded, message), "");
            }
        }
        Ok(true)
    }

    fn bytes(&self) -> u64 {
        self.source.read()
    }

    fn facts(&self) -> Facts {
        Facts::new(Format::JsonLines, 1)
    }
}
