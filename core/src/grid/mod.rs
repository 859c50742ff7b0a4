//! A file as rows of raw cells: comma-separated values and workbooks look the same to an importer.

use std::borrow::Cow;

mod csv_rows;
mod table;
mod windows1252;

pub(crate) use crate::told::RowsTold as Told;
pub(crate) use table::{Known, Line, Taken, taken};

use csv_rows::CsvRows;

use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::sheet::{Kind, Workbook, address, column_name};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// Text; in a file of comma-separated values everything is.
    Text,
    /// A number of a workbook, as the file stores it.
    Number,
    /// A number that the sheet shows as a day.
    Day,
    /// A formula whose result was not stored.
    NoValue,
    /// An error such as `#REF!`.
    Fault,
}

/// A cell as the file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) kind: CellKind,
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell { text: text.into(), kind: CellKind::Text }
    }
}

/// A row: its number as a spreadsheet counts (from 1), and its cells from the first column on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) number: u64,
    pub(crate) cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// The text of a cell without white space around it; empty if the row is shorter.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| clean(&cell.text))
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.kind == CellKind::Text && clean(&cell.text).is_empty())
    }
}

/// Text without the white space around it, fixed spaces included.
pub(crate) fn clean(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// The rows of one sheet, top down.
pub(crate) type Rows<'a> = Box<dyn Iterator<Item = Result<Row<'a>, Error>> + 'a>;

/// One table of cells; `name` is empty for a file of comma-separated values.
pub(crate) struct Sheet<'a> {
    pub(crate) name: String,
    pub(crate) rows: Rows<'a>,
}

impl Sheet<'_> {
    /// Where a cell stands: `Sheet!F123`, or ``row 123 column `Value` ``.
    pub(crate) fn cell(name: &str, row: u64, column: usize, header: &str) -> String {
        let number = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        if !name.is_empty() {
            return address(name, number, u32::try_from(row).unwrap_or(u32::MAX));
        }
        if header.is_empty() {
            return format!("row {row} column {}", column_name(number));
        }
        format!("row {row} column `{header}`")
    }
}

/// Whether bytes are a zip archive, as a workbook is one.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text of a file of comma-separated values.
///
/// # Errors
/// `INVALID_UTF8` if it is not UTF-8 and no other encoding was declared or is the publisher's usual one,
/// `UNSUPPORTED_ENCODING`.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
    publisher_writes_1252: bool,
) -> Result<Cow<'a, str>, Error> {
    // What spreadsheets save as Unicode text begins with a mark that says the order of its bytes.
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes).map(Cow::Owned);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes).map(Cow::Owned);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let utf8 = std::str::from_utf8(bytes);
    match (declared.map(str::to_lowercase).as_deref(), utf8) {
        (None | Some("utf-8" | "utf8"), Ok(text)) => Ok(Cow::Borrowed(text)),
        (None, Err(_)) if publisher_writes_1252 => windows1252::decode(bytes).map(Cow::Owned),
        (Some("windows-1252" | "cp1252" | "latin-1" | "iso-8859-1"), _) => {
            windows1252::decode(bytes).map(Cow::Owned)
        }
        (None | Some("utf-8" | "utf8"), Err(error)) => {
            let at = error.valid_up_to();
            let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count().saturating_add(1);
            Err(Error::new(Code::InvalidUtf8, format!("line {line} is not valid UTF-8"))
                .with_help("save the file as UTF-8, or declare the encoding `windows-1252`"))
        }
        (Some(other), _) => {
            Err(Error::new(Code::UnsupportedEncoding, format!("encoding `{other}` is not read"))
                .with_help("use `utf-8` or `windows-1252`")
                .at("/options/encoding"))
        }
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, Error> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<String, _>>();
    text.ok().filter(|_| odd.is_empty()).ok_or_else(|| {
        Error::new(Code::UnsupportedEncoding, "the file begins as UTF-16 and does not go on so")
            .with_help("save the file as UTF-8")
    })
}

/// The rows of comma-separated values; the delimiter is read off the first lines.
pub(crate) fn csv_sheet(text: &str) -> Sheet<'_> {
    Sheet { name: String::new(), rows: Box::new(CsvRows::new(text, delimiter(text), &Limits::default())) }
}

/// The rows of a sheet of a workbook; columns that hold nothing are blank cells.
///
/// # Errors
/// Those of opening the sheet; each row gives those of reading it, and `LIMIT_EXCEEDED` for too many columns.
pub(crate) fn book_sheet(book: &Workbook, at: usize) -> Result<Sheet<'static>, Error> {
    let name = book.sheets().get(at).map_or_else(String::new, |info| info.name.to_string());
    let most = Limits::default().columns;
    let rows = book.rows(at)?.map(move |row| {
        let row = row?;
        let mut cells: Vec<Cell<'static>> = Vec::new();
        for cell in row.cells() {
            let column = usize::try_from(cell.column.saturating_sub(1)).unwrap_or(usize::MAX);
            if column >= most {
                let message = format!("row {} has more than {most} columns", row.number());
                return Err(Error::new(Code::LimitExceeded, message));
            }
            cells.resize(column, Cell::text(""));
            let kind = match cell.kind {
                Kind::Number => CellKind::Number,
                Kind::Day => CellKind::Day,
                Kind::Error => CellKind::Fault,
                Kind::Missing => CellKind::NoValue,
                _ => CellKind::Text,
            };
            cells.push(Cell { text: Cow::Owned(cell.text.to_owned()), kind });
        }
        Ok(Row { number: row.number().into(), cells })
    });
    Ok(Sheet { name, rows: Box::new(rows) })
}

/// Which of comma, semicolon and tab stands most often outside quotes in the first lines.
fn delimiter(text: &str) -> u8 {
    const HEAD: usize = 20;
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    let mut lines = 0usize;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines = lines.saturating_add(1),
            _ if !quoted => {
                for (mark, count) in &mut counts {
                    *count = count.saturating_add(usize::from(*mark == byte));
                }
            }
            _ => {}
        }
        if lines >= HEAD {
            break;
        }
    }
    // Where two are equally frequent, the earlier of the list.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cited_as_a_spreadsheet_names_them() {
        assert_eq!(Sheet::cell("Factors by Category", 123, 5, "x"), "'Factors by Category'!F123");
        assert_eq!(Sheet::cell("", 123, 5, "Value"), "row 123 column `Value`");
        assert_eq!(Sheet::cell("", 123, 26, ""), "row 123 column AA");
    }

    #[test]
    fn the_delimiter_is_read_off_the_first_lines() {
        assert_eq!(delimiter("a;b;c\n\"1,2\";3,4;5\n"), b';');
        assert_eq!(delimiter("a\tb\n"), b'\t');
        assert_eq!(delimiter("a\n"), b',');
    }

    #[test]
    fn bytes_become_text_only_as_declared() {
        assert_eq!(decode(b"\xef\xbb\xbfa", None, false).unwrap(), "a");
        assert_eq!(decode(b"\xff\xfek\0\xbb\x1e", None, false).unwrap(), "kẻ");
        assert_eq!(decode(b"\xfe\xff\0k\x1e\xbb", None, false).unwrap(), "kẻ");
        assert!(decode(b"\xff\xfek", None, false).is_err());
        assert!(decode(b"\xff\xfe\0\xd8", None, false).is_err());
        assert_eq!(decode(b"\xe9l", None, false).unwrap_err().code(), Code::InvalidUtf8);
        assert_eq!(decode(b"\xe9l\x80", None, true).unwrap(), "él€");
        assert_eq!(decode(b"\xe9", Some("windows-1252"), false).unwrap(), "é");
        assert_eq!(decode(b"a", Some("ebcdic"), false).unwrap_err().code(), Code::UnsupportedEncoding);
        assert_eq!(
            decode(b"\x81", Some("windows-1252"), false).unwrap_err().code(),
            Code::UnsupportedEncoding
        );
    }
}
