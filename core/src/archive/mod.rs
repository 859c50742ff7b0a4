//! The directory of a zip archive, and its parts inflated as streams. Headers are checked, never believed.
//!
//! Workbooks and packages of data sets come as such archives; which parts they have is for their readers to say.

mod write;

pub(crate) use write::archive;
#[cfg(test)]
pub(crate) use write::part_text;

use std::collections::BTreeSet;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use crate::error::{Code, Error};
use crate::limits::Limits;

/// Parts up to this size may be packed as tightly as they like: what they give cannot hurt.
const SMALL: u64 = 1 << 20;
/// Inflated bytes held at a time.
const CHUNK: usize = 16 * 1024;

/// An archive whose directory is good.
#[derive(Debug)]
pub(crate) struct Archive {
    bytes: Arc<Vec<u8>>,
    entries: Vec<Entry>,
}

/// One part of an archive, as the directory describes it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    name: Box<str>,
    deflated: bool,
    crc: u32,
    packed: u64,
    size: u64,
    offset: u64,
}

impl Entry {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Inflated bytes, as promised; [`Part`] gives no more and no less.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }
}

fn bad(message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadZip, message)
}

/// A little-endian number of `N` bytes.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(N)?)?;
    Some(part.iter().rev().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte)))
}

fn place(value: u64) -> Option<usize> {
    usize::try_from(value).ok()
}

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    /// `BAD_ZIP`, `BAD_PART_NAME`, `LIMIT_EXCEEDED`.
    pub(crate) fn open(bytes: Arc<Vec<u8>>, limits: &Limits) -> Result<Archive, Error> {
        let (count, start, end) = directory(&bytes)?;
        if count > limits.zip_entries {
            let message = format!("the archive has {count} parts; the limit is {}", limits.zip_entries);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let torn = || bad("the directory of the archive is torn");
        let mut directory = bytes.get(start..end).ok_or_else(torn)?;
        let mut entries: Vec<Entry> = Vec::new();
        let mut names = BTreeSet::new();
        for _ in 0..count {
            let (entry, rest) = Entry::read(directory)?;
            directory = rest;
            if !names.insert(entry.name.to_ascii_lowercase()) {
                return Err(bad(format!("the part `{}` is there twice", entry.name)));
            }
            entries.push(entry);
        }
        if !directory.is_empty() {
            return Err(torn());
        }
        Ok(Archive { bytes, entries })
    }

    /// The parts, in the order of the directory.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The part of a name; names are compared without regard to ASCII case, as the format says.
    pub(crate) fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A part, inflated as it is read.
    ///
    /// # Errors
    /// `BAD_ZIP`, `DECOMPRESSED_TOO_LARGE`; while reading, the same as [`io::Error`]s that hold them.
    pub(crate) fn part(&self, entry: &Entry, limits: &Limits) -> Result<Part, Error> {
        let at = |error: Error| error.at(entry.name.clone());
        if entry.size > limits.inflated_bytes {
            let message = format!("inflates to {} bytes; the limit is {}", entry.size, limits.inflated_bytes);
            return Err(at(Error::new(Code::DecompressedTooLarge, message)));
        }
        if entry.size > SMALL && entry.size > entry.packed.saturating_mul(limits.inflate_ratio) {
            let message = format!(
                "{} bytes inflate to {}, more than {} times as many",
                entry.packed, entry.size, limits.inflate_ratio
            );
            return Err(at(Error::new(Code::DecompressedTooLarge, message)));
        }
        let (start, end) =
            self.data(entry).ok_or_else(|| at(bad("the part does not lie where the directory says")))?;
        let slice = Slice { bytes: Arc::clone(&self.bytes), at: start, end };
        let input = if entry.deflated {
            Input::Deflated(Box::new(DeflateDecoder::new(slice)))
        } else {
            Input::Stored(slice)
        };
        Ok(Part {
            input,
            name: entry.name.clone(),
            left: entry.size,
            wanted: entry.crc,
            crc: Crc::new(),
            buffer: vec![0; CHUNK],
            from: 0,
            until: 0,
            checked: false,
        })
    }

    /// Where the packed bytes lie; the header in front of them must agree with the directory.
    fn data(&self, entry: &Entry) -> Option<(usize, usize)> {
        let header = self.bytes.get(place(entry.offset)?..)?;
        let method = if entry.deflated { 8 } else { 0 };
        if number::<4>(header, 0)? != 0x0403_4b50 || number::<2>(header, 8)? != method {
            return None;
        }
        let (name, extra) = (place(number::<2>(header, 26)?)?, place(number::<2>(header, 28)?)?);
        let behind = 30usize.checked_add(name)?;
        if header.get(30..behind)? != entry.name.as_bytes() {
            return None;
        }
        let start = place(entry.offset)?.checked_add(behind)?.checked_add(extra)?;
        let end = start.checked_add(place(entry.packed)?)?;
        (end <= self.bytes.len()).then_some((start, end))
    }
}

/// How many entries the directory has, and where it lies.
fn directory(bytes: &[u8]) -> Result<(usize, usize, usize), Error> {
    match bytes {
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(bad("the file is no XLSX workbook: it is an old .xls, or locked with a password")
                .with_help("open it in a spreadsheet program and save it as .xlsx, without a password"));
        }
        [b'P', b'K', 3 | 5, ..] => {}
        _ if bytes.trim_ascii_start().starts_with(b"<") => {
            return Err(bad("the file is a web page or XML under a workbook's name")
                .with_help("open it in a spreadsheet program and save it as .xlsx or as CSV"));
        }
        _ => return Err(bad("the file is no XLSX workbook: it does not begin as a zip archive does")),
    }
    let none = || bad("the archive has no directory at its end: the file is cut short or damaged");
    // The record may be followed by a comment of at most 65,535 bytes; it fits to the end exactly.
    let tail = bytes.len().saturating_sub(65_557);
    let end = bytes.get(tail..).unwrap_or_default();
    let at = memchr::memmem::rfind_iter(end, b"PK\x05\x06")
        .map(|at| tail.saturating_add(at))
        .find(|at| {
            let fits = number::<2>(bytes, at.saturating_add(20)).and_then(place);
            fits.is_some_and(|comment| at.saturating_add(22).saturating_add(comment) == bytes.len())
        })
        .ok_or_else(none)?;
    let record = bytes.get(at..).unwrap_or_default();
    let read = || -> Option<(u64, u64, u64, u64)> {
        let disks = number::<4>(record, 4)?;
        Some((disks, number::<2>(record, 10)?, number::<4>(record, 12)?, number::<4>(record, 16)?))
    };
    let (disks, mut count, mut size, mut start) = read().ok_or_else(none)?;
    if disks != 0 || number::<2>(record, 8) != Some(count) {
        return Err(bad("the archive is a part of several"));
    }
    if count == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff {
        (count, size, start) = large_directory(bytes, at).ok_or_else(none)?;
    }
    let span = place(count).zip(place(start)).zip(place(start.saturating_add(size)));
    match span {
        Some(((count, start), end)) if end <= at => Ok((count, start, end)),
        _ => Err(none()),
    }
}

/// Count, size and start of the directory of an archive in the large form (zip64).
fn large_directory(bytes: &[u8], end: usize) -> Option<(u64, u64, u64)> {
    let locator = bytes.get(end.checked_sub(20)?..end)?;
    if number::<4>(locator, 0)? != 0x0706_4b50 {
        return None;
    }
    let record = bytes.get(place(number::<8>(locator, 8)?)?..)?;
    if number::<4>(record, 0)? != 0x0606_4b50 {
        return None;
    }
    Some((number::<8>(record, 32)?, number::<8>(record, 40)?, number::<8>(record, 48)?))
}

impl Entry {
    /// The first entry of a directory, and the rest of it.
    fn read(directory: &[u8]) -> Result<(Entry, &[u8]), Error> {
        let torn = || bad("the directory of the archive is torn");
        let at = |from: usize, length: usize| directory.get(from..from.checked_add(length)?);
        let read = || -> Option<_> {
            let lengths = [28, 30, 32].map(|from| number::<2>(directory, from).and_then(place));
            let [Some(name), Some(extra), Some(comment)] = lengths else { return None };
            let behind = 46usize.checked_add(name)?;
            let rest = behind.checked_add(extra)?.checked_add(comment)?;
            Some((at(46, name)?, at(behind, extra)?, directory.get(rest..)?))
        };
        if number::<4>(directory, 0) != Some(0x0201_4b50) {
            return Err(torn());
        }
        let (name, extra, rest) = read().ok_or_else(torn)?;
        let name = safe_name(name)?;
        let numbers = || -> Option<_> {
            let (flags, method) = (number::<2>(directory, 8)?, number::<2>(directory, 10)?);
            let crc = u32::try_from(number::<4>(directory, 16)?).ok()?;
            let (packed, size) = (number::<4>(directory, 20)?, number::<4>(directory, 24)?);
            Some((flags, method, crc, large_sizes(extra, [size, packed, number::<4>(directory, 42)?])?))
        };
        let (flags, method, crc, [size, packed, offset]) = numbers().ok_or_else(torn)?;
        if flags & 1 != 0 {
            return Err(
                bad("the archive is locked with a password").with_help("save the file without a password")
            );
        }
        let deflated = match method {
            0 => false,
            8 => true,
            _ => {
                return Err(bad(format!("the part is packed by method {method}, which is not read")).at(name));
            }
        };
        Ok((Entry { name: name.into(), deflated, crc, packed, size, offset }, rest))
    }
}

/// Sizes and offset that stand in an extra field because 32 bits do not hold them (zip64).
fn large_sizes(mut extra: &[u8], mut values: [u64; 3]) -> Option<[u64; 3]> {
    const ELSEWHERE: u64 = 0xffff_ffff;
    if !values.contains(&ELSEWHERE) {
        return Some(values);
    }
    loop {
        let (kind, length) = (number::<2>(extra, 0)?, place(number::<2>(extra, 2)?)?);
        let field = extra.get(4..length.checked_add(4)?)?;
        if kind == 1 {
            let mut at = 0usize;
            for value in values.iter_mut().filter(|value| **value == ELSEWHERE) {
                *value = number::<8>(field, at)?;
                at = at.checked_add(8)?;
            }
            return Some(values);
        }
        extra = extra.get(length.checked_add(4)?..)?;
    }
}

/// A name that stays inside whatever folder it may be put into by somebody else.
fn safe_name(name: &[u8]) -> Result<&str, Error> {
    let refused =
        |shown: &str| Error::new(Code::BadPartName, format!("the archive has a part named `{shown}`"));
    let Ok(name) = core::str::from_utf8(name) else { return Err(refused("(no text)")) };
    let mut steps = name.strip_suffix('/').unwrap_or(name).split('/');
    let odd = |c: char| c == '\\' || c == ':' || c.is_control();
    if name.contains(odd) || steps.any(|step| matches!(step, "" | "." | "..")) {
        return Err(refused(&name.escape_default().to_string()));
    }
    Ok(name)
}

/// A range of the archive's bytes, read from its start.
#[derive(Debug)]
struct Slice {
    bytes: Arc<Vec<u8>>,
    at: usize,
    end: usize,
}

impl BufRead for Slice {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.bytes.get(self.at..self.end).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.end);
    }
}

impl Read for Slice {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut rest = self.fill_buf()?;
        let read = rest.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

#[derive(Debug)]
enum Input {
    Stored(Slice),
    Deflated(Box<DeflateDecoder<Slice>>),
}

/// A part while it is read: exactly as many bytes as the directory says, with the checksum that it says.
#[derive(Debug)]
pub(crate) struct Part {
    input: Input,
    name: Box<str>,
    /// Bytes that are still to come.
    left: u64,
    wanted: u32,
    crc: Crc,
    buffer: Vec<u8>,
    from: usize,
    until: usize,
    checked: bool,
}

impl Part {
    fn refuse(&self, message: &str) -> io::Error {
        io::Error::other(bad(message).at(self.name.clone()))
    }

    fn refill(&mut self) -> io::Result<()> {
        let read = match &mut self.input {
            Input::Stored(slice) => slice.read(&mut self.buffer),
            Input::Deflated(decoder) => decoder.read(&mut self.buffer),
        };
        let Ok(read) = read else { return Err(self.refuse("the part cannot be inflated")) };
        let count = u64::try_from(read).unwrap_or(u64::MAX);
        self.left = match self.left.checked_sub(count) {
            Some(left) => left,
            None => return Err(self.refuse("the part holds more bytes than the directory says")),
        };
        self.crc.update(self.buffer.get(..read).unwrap_or_default());
        (self.from, self.until) = (0, read);
        if read == 0 {
            if self.left > 0 {
                return Err(self.refuse("the part holds fewer bytes than the directory says"));
            }
            if self.crc.sum() != self.wanted {
                return Err(self.refuse("the part is damaged: its checksum is another one"));
            }
            self.checked = true;
        }
        Ok(())
    }
}

impl BufRead for Part {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from == self.until && !self.checked {
            self.refill()?;
        }
        Ok(self.buffer.get(self.from..self.until).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.from = self.from.saturating_add(count).min(self.until);
    }
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut rest = self.fill_buf()?;
        let read = rest.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}
