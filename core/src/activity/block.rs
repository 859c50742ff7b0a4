//! Ordinary records many at a time: where each field ends, and the fields as columns of small numbers.
//!
//! A block says nothing about a row that the row itself would not say if it were read alone. A row in which anything is
//! unusual is only marked: it is read again by itself, and judged there.

use std::borrow::Cow;

use super::quantity::{Quantity, careful, quick};
use super::quoted::Scan;
use super::reader::{Order, too_many};
use super::record::undouble;
use super::rows::{Raw, Rows};
use super::split::Taken;
use super::stops::{closing, stops};
use super::text::look;
use super::watch::NAMED;
use super::words::{ODD, Words, content};
use super::{Field, Record};
use crate::error::{Error, Finding};
use crate::number::NumberFormat;

/// Bytes behind the records, so that reading ahead stays inside.
const PAD: usize = 64;

/// Identifiers whose places are fetched together.
const NEAR: usize = 64;

/// Whole records of a ledger, as they stand in the file.
#[derive(Debug, Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    taken: Option<Taken>,
}

impl Block {
    /// The buffer, to be filled with records.
    pub(super) fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    pub(super) fn filled(&mut self, taken: Option<Taken>) {
        self.taken = taken;
        self.bytes.resize(self.bytes.len().saturating_add(PAD), 0);
    }
}

/// Which column is read in which way.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    columns: usize,
    delimiter: u8,
    quantity: usize,
    id: Option<usize>,
    evidence: Option<usize>,
    /// Columns that are read as words.
    words: Vec<(Field, usize)>,
    /// Columns that must be empty, else the row is read by itself.
    empty: Vec<usize>,
    format: NumberFormat,
    longest: usize,
}

impl Plan {
    /// A plan that reads the named fields as words. `None` if there is nothing to gain.
    pub(super) fn new(rows: &Rows, delimiter: u8, words: &[Field]) -> Option<Plan> {
        let mut plan = Plan {
            columns: rows.columns.len(),
            delimiter,
            quantity: 0,
            id: None,
            evidence: None,
            words: Vec::new(),
            empty: Vec::new(),
            format: rows.rules.number_format(),
            longest: rows.limits.field_bytes,
        };
        let mut quantity = None;
        for &(field, column) in &rows.mapped {
            match field {
                Field::Quantity => quantity = Some(column),
                Field::Id => plan.id = Some(column),
                Field::Evidence => plan.evidence = Some(column),
                _ if words.contains(&field) => plan.words.push((field, column)),
                // Neither read nor judged, apart from its characters.
                Field::Note => {}
                _ => plan.empty.push(column),
            }
        }
        plan.quantity = quantity?;
        Some(plan)
    }

    /// Whether a field is read as words.
    pub(crate) fn reads(&self, field: Field) -> bool {
        self.words.iter().any(|(known, _)| *known == field)
    }

    /// Whether rows name documents.
    pub(crate) fn names_documents(&self) -> bool {
        self.evidence.is_some()
    }

    /// The tables of the words, in the order of [`Columns::words`].
    pub(crate) fn tables(&self) -> Vec<Words> {
        self.words.iter().map(|(field, _)| Words::new(*field, self.longest)).collect()
    }
}

/// The columns of a block; made once and used again.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Where each field ends, row by row.
    ends: Vec<u32>,
    /// Where each row starts, and behind the last the end of all.
    starts: Vec<u32>,
    /// Rows behind which more line feeds stood within quotes, and how many until there.
    embedded: Vec<(u32, u32)>,
    /// Whether a row must be read by itself.
    pub(crate) odd: Vec<bool>,
    /// Numbers of words, a column each.
    pub(crate) words: Vec<Vec<u32>>,
    pub(crate) quantities: Vec<Quantity>,
    /// Identifiers as keys; see [`Identifiers`](super::identity::Identifiers).
    pub(super) ids: Vec<u128>,
    /// Names that stand here for the first time: row, column of words, number.
    pub(super) news: Vec<(u32, usize, u32)>,
    /// What became of each row in the order of the file.
    pub(crate) fates: Vec<Fate>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Good, and in the columns.
    Column,
    /// Good, but to be read by itself.
    Alone,
    /// Blank, or refused.
    Passed,
}

impl Columns {
    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.odd.len()
    }

    /// Reads a block.
    pub(crate) fn read(&mut self, block: &Block, plan: &Plan, words: &mut [Words]) {
        let Some(taken) = block.taken else { return };
        self.index(block, &taken, plan);
        if !taken.seen.plain {
            self.characters(block);
        }
        if block.bytes.len() > plan.longest {
            self.long(plan.longest);
        }
        self.words.resize_with(plan.words.len(), Vec::new);
        for (((_, column), numbers), words) in plan.words.iter().zip(&mut self.words).zip(words.iter_mut()) {
            numbers.clear();
            let fields = Fields::new(&self.ends, &self.starts, *column, plan.columns);
            words.number(&block.bytes, fields, numbers);
            for (number, odd) in numbers.iter().zip(&mut self.odd) {
                *odd |= *number == ODD;
            }
        }
        self.quantities.clear();
        let fields = Fields::new(&self.ends, &self.starts, plan.quantity, plan.columns);
        for ((start, end), odd) in fields.zip(&mut self.odd) {
            let read = match quick(&block.bytes, start, end, plan.format) {
                Some(read) => Some(read),
                None if *odd => None,
                None => careful(block.bytes.get(start..end).unwrap_or_default(), plan.format),
            };
            *odd |= read.is_none();
            self.quantities.push(read.unwrap_or(Quantity { digits: 0, places: 0 }));
        }
        for column in &plan.empty {
            let fields = Fields::new(&self.ends, &self.starts, *column, plan.columns);
            for ((start, end), odd) in fields.zip(&mut self.odd) {
                *odd |= start != end;
            }
        }
        self.ids.clear();
        if let Some(column) = plan.id {
            let fields = Fields::new(&self.ends, &self.starts, column, plan.columns);
            for ((start, end), odd) in fields.zip(&mut self.odd) {
                let key = super::identity::key_at(&block.bytes, start, end);
                *odd |= key.is_none();
                self.ids.push(key.unwrap_or(0));
            }
        }
    }

    /// Looks for names that were not there before, in rows that are not odd.
    pub(crate) fn look_for_names(&mut self, words: &mut [Words]) {
        self.news.clear();
        for (at, (numbers, words)) in self.words.iter().zip(words).enumerate() {
            if !NAMED.contains(&words.field()) {
                continue;
            }
            for ((row, number), odd) in (0u32..).zip(numbers).zip(&self.odd) {
                if !odd && words.is_news(*number) {
                    self.news.push((row, at, *number));
                }
            }
        }
        self.news.sort_unstable();
    }

    /// Row number and physical line of a row.
    fn position(&self, at: usize, taken: &Taken) -> (u64, u64) {
        let before = self.embedded.partition_point(|(row, _)| place(*row) <= at);
        let inside =
            before.checked_sub(1).and_then(|last| self.embedded.get(last)).map_or(0, |(_, lines)| *lines);
        let at = u64::try_from(at).unwrap_or(0);
        let row = taken.row.saturating_add(at).saturating_add(1);
        (row, taken.line.saturating_add(at).saturating_add(u64::from(inside)))
    }

    /// The identifier of a row, which has a key.
    pub(super) fn id<'b>(&self, at: usize, block: &'b Block, plan: &Plan) -> &'b str {
        self.cell(at, plan.id, block, plan).map_or("", |(text, _)| text)
    }

    /// What stands in a cell between quotes, if there are any, and whether it holds doubled ones.
    fn cell<'b>(
        &self,
        at: usize,
        column: Option<usize>,
        block: &'b Block,
        plan: &Plan,
    ) -> Option<(&'b str, bool)> {
        let ends = self.ends.get(at.wrapping_mul(plan.columns)..)?;
        let starts = self.starts.get(at..)?;
        let (start, end) = Fields::new(ends, starts, column?, plan.columns).next()?;
        let (cell, doubled) = content(block.bytes.get(start..end)?)?;
        Some((core::str::from_utf8(cell).ok()?, doubled))
    }

    /// Finds the ends of all fields.
    fn index(&mut self, block: &Block, taken: &Taken, plan: &Plan) {
        self.ends.clear();
        self.starts.clear();
        self.embedded.clear();
        self.odd.clear();
        let bytes = &block.bytes;
        let end = taken.start.saturating_add(taken.seen.length);
        let mut at = taken.start;
        let mut start = at;
        // Where the field starts that is being read.
        let mut field = at;
        let mut inside = 0u32;
        let short = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        self.starts.push(short(start));
        while at < end {
            let Some(part) = bytes.get(at..).and_then(|rest| rest.first_chunk::<64>()) else { break };
            let mut stops = stops(part, plan.delimiter, taken.seen.quoted);
            let mut next = at.saturating_add(64);
            while stops != 0 {
                let place = at.saturating_add(usize::try_from(stops.trailing_zeros()).unwrap_or(0));
                stops &= stops.wrapping_sub(1);
                let byte = bytes.get(place).copied().unwrap_or(0);
                if byte == b'"' {
                    if place == field {
                        let (behind, feeds) = closing(bytes, place);
                        inside = inside.wrapping_add(feeds);
                        next = behind;
                        break;
                    }
                    continue;
                }
                field = place.wrapping_add(1);
                self.ends.push(short(place));
                if byte == b'\n' {
                    self.row(bytes, start, place, plan.columns);
                    start = field;
                    self.starts.push(short(start));
                    if self.embedded.last().map_or(0, |(_, lines)| *lines) != inside {
                        self.embedded.push((short(self.odd.len()), inside));
                    }
                }
            }
            at = next;
        }
    }

    /// A row ends: it has as many fields as the header, or is marked and filled up.
    fn row(&mut self, bytes: &[u8], start: usize, feed: usize, columns: usize) {
        let want = self.odd.len().wrapping_add(1).wrapping_mul(columns);
        let odd = self.ends.len() != want;
        if odd {
            self.ends.truncate(want.wrapping_sub(columns));
            self.ends.resize(want, u32::try_from(start).unwrap_or(0));
        }
        if feed > start
            && bytes.get(feed.wrapping_sub(1)) == Some(&b'\r')
            && let Some(last) = self.ends.last_mut()
        {
            *last = last.wrapping_sub(u32::from(!odd));
        }
        self.odd.push(odd);
    }

    /// Marks rows with characters that need a look.
    fn characters(&mut self, block: &Block) {
        for (pair, odd) in self.starts.windows(2).zip(&mut self.odd) {
            let &[start, end] = pair else { continue };
            let range = place(start)..place(end);
            let fine =
                block.bytes.get(range).and_then(|row| core::str::from_utf8(row).ok()).is_some_and(|row| {
                    let seen = look(row);
                    seen.clean && seen.composed
                });
            *odd |= !fine;
        }
    }

    /// Marks rows that may hold a field that is too long.
    fn long(&mut self, longest: usize) {
        for (pair, odd) in self.starts.windows(2).zip(&mut self.odd) {
            let &[start, end] = pair else { continue };
            *odd |= place(end).saturating_sub(place(start)) > longest;
        }
    }

    /// A row as it would be cut from the file.
    fn raw<'r>(&self, at: usize, block: &'r Block, plan: &Plan, scan: &'r mut Scan) -> Option<Raw<'r>> {
        let taken = block.taken?;
        let (start, next) = (place(*self.starts.get(at)?), place(*self.starts.get(at.saturating_add(1))?));
        let bytes = block.bytes.get(start..next)?;
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        if memchr::memchr(b'"', bytes).is_none() {
            scan.plain(bytes, plan.delimiter);
        } else {
            scan.restart();
            scan.run(bytes, plan.delimiter, true);
        }
        let (row, line) = self.position(at, &taken);
        let within = u64::try_from(start.saturating_sub(taken.start)).unwrap_or(0);
        Some(Raw {
            bytes,
            cells: scan.cells(),
            count: scan.count(),
            row,
            line,
            offset: taken.offset.map(|offset| offset.saturating_add(within)),
        })
    }
}

/// One block with what is needed to read rows of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet<'s> {
    pub(crate) block: &'s Block,
    pub(crate) plan: &'s Plan,
    pub(crate) rows: &'s Rows,
}

impl Sheet<'_> {
    /// The number of a row, as a spreadsheet counts it.
    pub(crate) fn row(&self, at: usize) -> u64 {
        let before = self.block.taken.map_or(0, |taken| taken.row);
        before.saturating_add(u64::try_from(at).unwrap_or(0)).saturating_add(1)
    }

    /// The physical line on which a row starts.
    pub(crate) fn line(&self, at: usize, columns: &Columns) -> u64 {
        self.block.taken.map_or(0, |taken| columns.position(at, &taken).1)
    }

    /// The identifier of a row that is not odd.
    pub(crate) fn id(&self, at: usize, columns: &Columns) -> &str {
        columns.id(at, self.block, self.plan)
    }

    /// The document that a row names which is not odd, as [`Record::get`] would give it.
    pub(crate) fn evidence(&self, at: usize, columns: &Columns) -> Cow<'_, str> {
        match columns.cell(at, self.plan.evidence, self.block, self.plan) {
            // Such a row is composed: `characters` looked at it.
            Some((text, false)) => Cow::Borrowed(text.trim()),
            Some((text, true)) => Cow::Owned(undouble(text).trim().to_owned()),
            None => Cow::Borrowed(""),
        }
    }

    /// Reads a row by itself, which is good: nothing is told that was told already.
    pub(crate) fn again(&self, at: usize, columns: &Columns, record: &mut Record, scan: &mut Scan) {
        record.forget();
        if let Some(raw) = columns.raw(at, self.block, self.plan, scan) {
            let sink = &mut |_| {};
            self.rows.read(&raw, record, &mut self.rows.report((raw.row, raw.line), sink));
        }
    }
}

impl Order {
    /// Looks at the rows of a block in the order of the file; blocks must come in that order.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED` past the limit `rows`; the rows before it are judged, the others passed over.
    pub(crate) fn see(
        &mut self,
        sheet: &Sheet<'_>,
        columns: &mut Columns,
        words: &[Words],
        record: &mut Record,
        findings: &mut Vec<(u32, Finding)>,
    ) -> Result<(), Error> {
        let count = columns.len();
        columns.fates.clear();
        columns.fates.resize(count, Fate::Passed);
        // Near the limit every row is looked at by itself.
        let most = self.rows.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        let near = most > sheet.rows.limits.rows;
        let mut scan = sheet.rows.scan();
        let mut at = 0usize;
        let mut news = 0usize;
        while at < count {
            let odd = columns.odd.get(at..).and_then(|rest| rest.iter().position(|odd| *odd));
            let until = if near { at } else { odd.map_or(count, |odd| at.saturating_add(odd)) };
            self.columns(sheet, columns, at..until, findings);
            while let Some((row, column, number)) = columns.news.get(news).copied() {
                if place(row) >= until && !near {
                    break;
                }
                news = news.saturating_add(1);
                if let Some(words) = words.get(column).filter(|_| !near) {
                    let sink = &mut |finding| findings.push((row, finding));
                    let position =
                        sheet.block.taken.map_or((0, 0), |taken| columns.position(place(row), &taken));
                    let mut report = sheet.rows.report(position, sink);
                    self.watch.name(words.field(), words.text(number), &mut report);
                }
            }
            if until >= count {
                break;
            }
            let Some(raw) = columns.raw(until, sheet.block, sheet.plan, &mut scan) else { break };
            if !raw.is_blank() {
                if self.rows >= sheet.rows.limits.rows {
                    return Err(too_many(sheet.rows));
                }
                self.rows = self.rows.saturating_add(1);
                record.forget();
                let row = u32::try_from(until).unwrap_or(u32::MAX);
                let sink = &mut |finding| findings.push((row, finding));
                let mut report = sheet.rows.report((raw.row, raw.line), sink);
                if sheet.rows.read(&raw, record, &mut report) {
                    self.watch.check(record, &mut report);
                }
                let good = report.good;
                self.skipped = self.skipped.saturating_add(u64::from(!good));
                if let Some(fate) = columns.fates.get_mut(until).filter(|_| good) {
                    *fate = Fate::Alone;
                }
            }
            at = until.saturating_add(1);
        }
        Ok(())
    }

    /// Rows in which nothing is unusual: only their identifiers are looked at.
    fn columns(
        &mut self,
        sheet: &Sheet<'_>,
        columns: &mut Columns,
        range: core::ops::Range<usize>,
        findings: &mut Vec<(u32, Finding)>,
    ) {
        let rows = u64::try_from(range.len()).unwrap_or(0);
        self.rows = self.rows.saturating_add(rows);
        if let Some(fates) = columns.fates.get_mut(range.clone()) {
            fates.fill(Fate::Column);
        }
        let first = sheet.row(range.start);
        let mut seen = Vec::new();
        let mut rows = (first..).zip(range.clone());
        for keys in columns.ids.get(range).unwrap_or_default().chunks(NEAR) {
            self.watch.fetch(keys);
            for (key, (row, at)) in keys.iter().zip(&mut rows) {
                if *key != 0
                    && let Some(what) = self.watch.glance(*key, row)
                {
                    seen.push((at, what));
                }
            }
        }
        for (at, what) in seen {
            let row = u32::try_from(at).unwrap_or(u32::MAX);
            let sink = &mut |finding| findings.push((row, finding));
            let position = sheet.block.taken.map_or((0, 0), |taken| columns.position(at, &taken));
            let mut report = sheet.rows.report(position, sink);
            self.watch.tell(what, columns.id(at, sheet.block, sheet.plan), &mut report);
            if !report.good {
                self.skipped = self.skipped.saturating_add(1);
                if let Some(fate) = columns.fates.get_mut(at) {
                    *fate = Fate::Passed;
                }
            }
        }
    }
}

/// Start and end of one field in each row.
struct Fields<'c> {
    ends: core::slice::ChunksExact<'c, u32>,
    starts: core::slice::Iter<'c, u32>,
    column: usize,
}

impl<'c> Fields<'c> {
    fn new(ends: &'c [u32], starts: &'c [u32], column: usize, columns: usize) -> Fields<'c> {
        Fields { ends: ends.chunks_exact(columns.max(1)), starts: starts.iter(), column }
    }
}

impl Iterator for Fields<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        let row = self.ends.next()?;
        let start = *self.starts.next()?;
        let end = place(*row.get(self.column)?);
        let start = match self.column.checked_sub(1) {
            Some(before) => place(*row.get(before)?).wrapping_add(1),
            None => place(start),
        };
        Some((start.min(end), end))
    }
}

fn place(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
