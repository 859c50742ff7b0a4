//! The head of a file: encoding, `sep=` line, delimiter, header.

use std::io::Read;

use super::encoding::Source;
use super::header::{Column, columns, recognised};
use super::record::undouble;
use super::split::{Bounds, Split, Splitter};
use super::text::odd;
use super::{Encoding, ReadOptions};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::limits::Limits;

/// Delimiters that are looked for.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// Longest record whatever the limit says: places in it are counted with 32 bits.
const LONGEST: usize = 1 << 29;

/// A file whose header is good.
#[derive(Debug)]
pub(super) struct Opened<R> {
    pub(super) split: Splitter<R>,
    pub(super) columns: Vec<Column>,
    /// Remarks about the header that are no errors.
    pub(super) remarks: Vec<Finding>,
}

/// Reads up to and with the header line.
pub(super) fn open<R: Read>(
    input: R,
    options: &ReadOptions,
    limits: &Limits,
) -> Result<Opened<R>, Vec<Finding>> {
    let mut buffer = Vec::new();
    let source = Source::open(input, options.encoding, limits.bytes, &mut buffer).map_err(|e| whole(&e))?;
    let bounds = Bounds {
        record: limits.record_bytes.min(LONGEST),
        field: limits.field_bytes,
        cells: limits.columns.saturating_add(1),
    };
    let mut split = Splitter::new(source, buffer, b',', bounds);
    let delimiter = match declared(options).map_err(|e| whole(&e))? {
        Some(delimiter) => to_header(&mut split)?.map_or(delimiter, |_| delimiter),
        None => match to_header(&mut split)? {
            Some(named) => named,
            None => read_off(&mut split, options).map_err(|e| whole(&e))?,
        },
    };
    let outcome = split.again(delimiter).map_err(|e| whole(&e))?;
    if outcome != Split::Record {
        return Err(broken(outcome, &split));
    }
    if split.count() > limits.columns {
        let message = format!("{} columns; the limit is {}", split.count(), limits.columns);
        return Err(at_header(&split, &Error::new(Code::LimitExceeded, message)));
    }
    let headers = headers(&split)?;
    let (columns, findings) = columns(headers, options, split.row(), split.line());
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    Ok(Opened { split, columns, remarks: findings })
}

/// A finding about the file before any row is known; encodings and emptiness show in row 1.
fn whole(error: &Error) -> Vec<Finding> {
    let row = match error.code() {
        Code::UndetectedEncoding | Code::EmptyFile => 1,
        _ => 0,
    };
    vec![Finding::from_error(error, Position::new(row, row, ""), "")]
}

fn at_header<R: Read>(split: &Splitter<R>, error: &Error) -> Vec<Finding> {
    vec![Finding::from_error(error, Position::new(split.row(), split.line(), ""), "")]
}

fn declared(options: &ReadOptions) -> Result<Option<u8>, Error> {
    match options.delimiter {
        Some(delimiter) if !DELIMITERS.contains(&delimiter) => {
            let shown = char::from(delimiter).escape_default();
            Err(Error::new(Code::UnknownValue, format!("`{shown}` is no delimiter that is read"))
                .with_help("use `,`, `;` or a tab"))
        }
        delimiter => Ok(delimiter),
    }
}

/// Moves to the header record; gives the delimiter that a `sep=` line before it names.
fn to_header<R: Read>(split: &mut Splitter<R>) -> Result<Option<u8>, Vec<Finding>> {
    let mut named = None;
    loop {
        let outcome = split.next().map_err(|e| whole(&e))?;
        match outcome {
            Split::End => {
                return Err(whole(&Error::new(Code::EmptyFile, "the file has no header line")));
            }
            Split::FieldTooLong(_) | Split::RecordTooLong => return Err(broken(outcome, split)),
            _ if split.record().trim_ascii().is_empty() => {}
            _ => match separator(split.record()).filter(|_| split.row() == 1) {
                Some(delimiter) => {
                    named = Some(delimiter);
                    split.uncount();
                }
                None => return Ok(named),
            },
        }
    }
}

/// The delimiter of a line `sep=;`, as Excel writes and reads it.
fn separator(line: &[u8]) -> Option<u8> {
    let line = line.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(line);
    let (name, delimiter) = line.split_at_checked(4)?;
    match delimiter {
        [delimiter] if name.eq_ignore_ascii_case(b"sep=") && DELIMITERS.contains(delimiter) => {
            Some(*delimiter)
        }
        _ => None,
    }
}

/// The delimiter under which the header line has the most known names, then the most fields.
fn read_off<R: Read>(split: &mut Splitter<R>, options: &ReadOptions) -> Result<u8, Error> {
    let mut best = (b',', 0usize, 0usize);
    for delimiter in DELIMITERS {
        if split.again(delimiter)? != Split::Record {
            continue;
        }
        let record = split.record();
        let names = split
            .cells()
            .iter()
            .filter_map(|cell| core::str::from_utf8(record.get(cell.start..cell.end)?).ok());
        let (known, count) = (recognised(names, options), split.count());
        if (known, count) > (best.1, best.2) {
            best = (delimiter, known, count);
        }
    }
    Ok(best.0)
}

fn broken<R: Read>(outcome: Split, split: &Splitter<R>) -> Vec<Finding> {
    let error = match outcome {
        Split::UnclosedQuote(_) => Error::new(Code::UnclosedQuote, "a quote in the header is not closed"),
        Split::TextAfterQuote(_) => {
            Error::new(Code::UnclosedQuote, "text follows a closing quote in the header")
        }
        Split::FieldTooLong(_) => Error::new(Code::FieldTooLong, "a header is longer than a field may be"),
        _ => Error::new(Code::LimitExceeded, "the header line is longer than a record may be"),
    };
    at_header(split, &error)
}

/// The header's names; broken characters in them are told all at once.
fn headers<R: Read>(split: &Splitter<R>) -> Result<Vec<String>, Vec<Finding>> {
    let (mut names, mut findings) = (Vec::new(), Vec::new());
    for cell in split.cells() {
        let place = Position::new(split.row(), split.line(), "");
        let bytes = split.record().get(cell.start..cell.end).unwrap_or_default();
        match core::str::from_utf8(bytes) {
            Ok(text) => {
                let text = if cell.doubled { undouble(text) } else { text.into() };
                if let Some(odd) = odd(&text).filter(|odd| odd.refused) {
                    let message = format!("a header holds U+{:04X}", u32::from(odd.character));
                    findings.push(Finding::new(Severity::Error, odd.code, place, "", message));
                }
                names.push(text);
            }
            Err(error) => {
                let at = cell.start.saturating_add(error.valid_up_to());
                findings.push(undecodable(
                    split.record(),
                    at,
                    (split.source().encoding(), split.offset(at)),
                    place,
                ));
            }
        }
    }
    if findings.is_empty() { Ok(names) } else { Err(findings) }
}

/// The finding for bytes that stand for no character: the one at `at`, which is at `offset` of the file.
pub(super) fn undecodable(
    bytes: &[u8],
    at: usize,
    (encoding, offset): (Encoding, Option<u64>),
    place: Position,
) -> Finding {
    let byte = bytes.get(at).copied().unwrap_or(0);
    let message = match (encoding, offset) {
        (Encoding::Utf8, Some(offset)) => {
            format!("byte 0x{byte:02X} at offset {offset} of the file is not UTF-8")
        }
        (Encoding::Windows1258, _) => "the cell holds a byte that windows-1258 does not know".into(),
        _ => "the cell holds half of a UTF-16 pair".into(),
    };
    Finding::new(Severity::Error, Code::InvalidUtf8, place, "", message)
}
