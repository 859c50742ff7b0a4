//! Bytes of a file to UTF-8, streaming.
//!
//! What cannot be decoded comes out as bytes that are not valid UTF-8, never as a replacement character: the
//! row that holds them is then refused with its place, and only that row.

use std::io::Read;

use super::Encoding;
use super::windows1258::{GAP, UPPER};
use crate::error::{Code, Error};

/// Bytes asked from the input at a time.
const CHUNK: usize = 64 * 1024;
/// How far the header is searched for NUL bytes.
const HEAD: usize = 1024;
/// A byte that no UTF-8 text holds: stands for what could not be decoded.
const BROKEN: u8 = 0xff;

/// An input that yields UTF-8.
#[derive(Debug)]
pub(super) struct Source<R> {
    input: R,
    encoding: Encoding,
    /// Input bytes not decoded yet: an unpaired surrogate or half of a code unit.
    raw: Vec<u8>,
    /// Length of the byte-order mark.
    mark: u64,
    read: u64,
    limit: u64,
    /// The input goes on behind the limit.
    over: bool,
    ended: bool,
}

impl<R: Read> Source<R> {
    /// Looks at the head of the input and settles the encoding; decoded head bytes are put into `out`.
    ///
    /// # Errors
    /// `UNDETECTED_ENCODING` for NUL bytes in the header line of a file without mark or declaration; `IO`.
    pub(super) fn open(
        input: R,
        declared: Option<Encoding>,
        limit: u64,
        out: &mut Vec<u8>,
    ) -> Result<Source<R>, Error> {
        let encoding = declared.unwrap_or(Encoding::Utf8);
        let mut source =
            Source { input, encoding, raw: Vec::new(), mark: 0, read: 0, limit, over: false, ended: false };
        while !source.ended && source.raw.len() < HEAD {
            source.take()?;
        }
        let (mark, marked) = match source.raw.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => (3, Some(Encoding::Utf8)),
            [0xff, 0xfe, ..] => (2, Some(Encoding::Utf16Le)),
            [0xfe, 0xff, ..] => (2, Some(Encoding::Utf16Be)),
            _ => (0, None),
        };
        source.encoding = marked.or(declared).unwrap_or(Encoding::Utf8);
        source.raw.drain(..mark);
        source.mark = u64::try_from(mark).unwrap_or(0);
        if marked.is_none() && declared.is_none() {
            let mut head = source.raw.iter().take(HEAD).take_while(|&&b| b != b'\n' && b != b'\r');
            if head.any(|&b| b == 0) {
                return Err(Error::new(Code::UndetectedEncoding, "the header line holds NUL bytes"));
            }
        }
        source.decode(out);
        Ok(source)
    }

    /// Appends more decoded bytes to `out`; false at the end of the input.
    ///
    /// # Errors
    /// `IO`, and `LIMIT_EXCEEDED` for more bytes than the limit.
    pub(super) fn fill(&mut self, out: &mut Vec<u8>) -> Result<bool, Error> {
        if self.ended {
            return Ok(false);
        }
        if self.encoding == Encoding::Utf8 {
            let got = self.read_into(out)?;
            return Ok(got > 0);
        }
        self.take()?;
        self.decode(out);
        Ok(true)
    }

    /// Input bytes read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// Where in the input a decoded byte came from, as far as that is a fixed distance.
    pub(super) fn offset(&self, decoded: u64) -> Option<u64> {
        (self.encoding == Encoding::Utf8).then(|| decoded.saturating_add(self.mark))
    }

    /// The encoding that was settled.
    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    fn take(&mut self) -> Result<(), Error> {
        let mut raw = core::mem::take(&mut self.raw);
        let result = self.read_into(&mut raw);
        self.raw = raw;
        result.map(|_| ())
    }

    /// What lies within the limit is given before it is told that there is more: which rows are read does not depend on
    /// how many bytes the input gives at a time.
    fn read_into(&mut self, out: &mut Vec<u8>) -> Result<usize, Error> {
        if self.over {
            return Err(self.too_large());
        }
        let before = out.len();
        out.resize(before.saturating_add(CHUNK), 0);
        let got = loop {
            match self.input.read(out.get_mut(before..).unwrap_or_default()) {
                Ok(got) => break got,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    out.truncate(before);
                    return Err(Error::new(Code::Io, format!("the input could not be read: {error}")));
                }
            }
        };
        self.ended = got == 0;
        let room = usize::try_from(self.limit.saturating_sub(self.read)).unwrap_or(usize::MAX);
        self.over = got > room;
        let got = got.min(room);
        out.truncate(before.saturating_add(got));
        self.read = self.read.saturating_add(u64::try_from(got).unwrap_or(u64::MAX));
        if self.over && got == 0 { Err(self.too_large()) } else { Ok(got) }
    }

    fn too_large(&self) -> Error {
        Error::new(Code::LimitExceeded, format!("the file is larger than the limit of {} bytes", self.limit))
    }

    fn decode(&mut self, out: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Utf8 => out.append(&mut self.raw),
            Encoding::Windows1258 => {
                for &byte in &self.raw {
                    let upper = byte.checked_sub(0x80).and_then(|at| UPPER.get(usize::from(at)));
                    match upper {
                        None => out.push(byte),
                        Some(&GAP) => out.push(BROKEN),
                        Some(&letter) => push(out, letter),
                    }
                }
                self.raw.clear();
            }
            Encoding::Utf16Le => self.decode_utf16(out, u16::from_le_bytes),
            Encoding::Utf16Be => self.decode_utf16(out, u16::from_be_bytes),
        }
    }

    fn decode_utf16(&mut self, out: &mut Vec<u8>, unit: fn([u8; 2]) -> u16) {
        let mut used = 0usize;
        let (pairs, _) = self.raw.as_chunks::<2>();
        let mut units = pairs.iter().map(|&pair| unit(pair)).peekable();
        while let Some(first) = units.next() {
            let high = (0xd800..0xdc00).contains(&first);
            if high && units.peek().is_none() && !self.ended {
                break;
            }
            let low = if high { units.next_if(|next| (0xdc00..0xe000).contains(next)) } else { None };
            used = used.saturating_add(if low.is_some() { 4 } else { 2 });
            match char::decode_utf16([first].into_iter().chain(low)).next() {
                Some(Ok(letter)) => push(out, letter),
                _ => out.push(BROKEN),
            }
        }
        self.raw.drain(..used.min(self.raw.len()));
        if self.ended && !self.raw.is_empty() {
            // Half of a code unit at the end of the file.
            self.raw.clear();
            out.push(BROKEN);
        }
    }
}

fn push(out: &mut Vec<u8>, letter: char) {
    out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
}
