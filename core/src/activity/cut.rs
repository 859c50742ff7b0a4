//! How much of a buffer holds whole, ordinary records: those that need no second look.
//!
//! An ordinary record ends in a line feed (or in both line ends), closes its quotes, and is not longer than a record may
//! be. Everything else is left to [`Splitter::next`](super::split::Splitter::next), which knows what to do about it.

use memchr::{memchr, memchr_iter, memrchr};

use super::quoted::{Scan, Stop};

/// Whole records at the start of a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ordinary {
    /// Their bytes, line ends included.
    pub(super) length: usize,
    /// How many records.
    pub(super) records: u64,
    /// How many physical lines.
    pub(super) lines: u64,
    /// Nothing but visible ASCII characters, spaces, tabs and line ends.
    pub(super) plain: bool,
    /// Some record holds a quote.
    pub(super) quoted: bool,
}

/// What the bytes hold, found in one pass that the compiler makes wide.
#[derive(Clone, Copy, Debug, Default)]
struct Survey {
    feeds: u64,
    beyond: bool,
    control: bool,
    returns: bool,
    quotes: bool,
}

fn survey(bytes: &[u8]) -> Survey {
    let (mut beyond, mut control, mut returns, mut quotes) = (0u8, 0u8, 0u8, 0u8);
    let mut feeds = 0u64;
    // Line feeds are counted in bytes, which must not run over.
    for part in bytes.chunks(128) {
        let mut count = 0u8;
        for &byte in part {
            beyond |= byte;
            let odd = u8::from(byte < 0x20) | u8::from(byte == 0x7f);
            control |= odd & u8::from(byte != b'\n') & u8::from(byte != b'\t') & u8::from(byte != b'\r');
            returns |= u8::from(byte == b'\r');
            quotes |= u8::from(byte == b'"');
            count = count.wrapping_add(u8::from(byte == b'\n'));
        }
        feeds = feeds.wrapping_add(u64::from(count));
    }
    Survey {
        feeds,
        beyond: beyond >= 0x80,
        control: control != 0,
        returns: returns != 0,
        quotes: quotes != 0,
    }
}

/// The ordinary records at the start of `bytes`, which start with a record; `None` if there are none.
pub(super) fn ordinary(bytes: &[u8], delimiter: u8, longest: usize, scan: &mut Scan) -> Option<Ordinary> {
    let mut bytes = upto_line_end(bytes)?;
    let mut seen = survey(bytes);
    if seen.returns {
        let lone = memchr_iter(b'\r', bytes).find(|at| bytes.get(at.saturating_add(1)) != Some(&b'\n'));
        if let Some(lone) = lone {
            bytes = upto_line_end(bytes.get(..lone)?)?;
            seen.feeds = survey(bytes).feeds;
        }
    }
    if bytes.len() > longest {
        let whole = within(bytes, longest);
        if whole < bytes.len() {
            bytes = bytes.get(..whole)?;
            seen.feeds = survey(bytes).feeds;
        }
    }
    let mut inside = 0u64;
    if seen.quotes {
        let (whole, embedded) = quoted(bytes, delimiter, longest, scan);
        inside = embedded;
        if whole < bytes.len() {
            bytes = bytes.get(..whole)?;
            seen.feeds = survey(bytes).feeds;
        }
    }
    (!bytes.is_empty()).then_some(Ordinary {
        length: bytes.len(),
        records: seen.feeds.saturating_sub(inside),
        lines: seen.feeds,
        plain: !seen.beyond && !seen.control,
        quoted: seen.quotes,
    })
}

fn upto_line_end(bytes: &[u8]) -> Option<&[u8]> {
    bytes.get(..=memrchr(b'\n', bytes)?)
}

/// Length of the lines before the first that is longer than a record may be.
fn within(bytes: &[u8], longest: usize) -> usize {
    let mut start = 0usize;
    for feed in memchr_iter(b'\n', bytes) {
        if feed.saturating_sub(start) > longest {
            return start;
        }
        start = feed.saturating_add(1);
    }
    start
}

/// Length of the records before the first whose quotes need a second look, and the line feeds within quotes.
fn quoted(bytes: &[u8], delimiter: u8, longest: usize, scan: &mut Scan) -> (usize, u64) {
    let (mut at, mut inside) = (0usize, 0u64);
    while let Some(quote) = memchr(b'"', bytes.get(at..).unwrap_or_default()) {
        let before = bytes.get(at..at.saturating_add(quote)).unwrap_or_default();
        let start = memrchr(b'\n', before).map_or(at, |feed| at.saturating_add(feed).saturating_add(1));
        let record = bytes.get(start..).unwrap_or_default();
        scan.restart();
        match scan.run(record, delimiter, false) {
            Stop::Record(end) if end <= longest => {
                let text = record.get(..end).unwrap_or_default();
                inside = inside.saturating_add(u64::try_from(memchr_iter(b'\n', text).count()).unwrap_or(0));
                let ending = if record.get(end) == Some(&b'\r') { 2 } else { 1 };
                at = start.saturating_add(end).saturating_add(ending);
            }
            _ => return (start, inside),
        }
    }
    (bytes.len(), inside)
}
