//! The formats of a ledger, told apart by what is declared or by the first bytes.

use crate::error::{Code, Error};

/// How a ledger is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Text with delimiters: commas, semicolons or tabs.
    Csv,
    /// A workbook, XLSX.
    Xlsx,
    /// One JSON object a line.
    JsonLines,
}

impl Format {
    /// `csv`, `xlsx` or `jsonl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::JsonLines => "jsonl",
        }
    }

    /// The format of files with that name.
    ///
    /// # Errors
    /// [`Code::UnknownValue`] for any other name.
    ///
    /// # Example
    /// ```
    /// use emitrace::activity::Format;
    ///
    /// assert_eq!(Format::from_name("XLSX")?, Format::Xlsx);
    /// assert_eq!(Format::from_name("ods").unwrap_err().code().as_str(), "UNKNOWN_VALUE");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn from_name(name: &str) -> Result<Format, Error> {
        match name.to_ascii_lowercase().as_str() {
            "csv" => Ok(Format::Csv),
            "xlsx" => Ok(Format::Xlsx),
            "jsonl" | "ndjson" => Ok(Format::JsonLines),
            _ => Err(Error::new(Code::UnknownValue, format!("ledgers are not read as `{name}`"))
                .with_help("use csv, xlsx or jsonl")),
        }
    }

    /// The format that a file's first bytes leave no doubt about; anything else is text with delimiters.
    ///
    /// What begins as an old workbook or as a web page is nobody's table: it is handed to the reader of workbooks,
    /// which says what it is.
    pub(super) fn recognise(head: &[u8]) -> Format {
        let text = match head {
            [b'P', b'K', 3 | 5, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return Format::Xlsx,
            [0xff, 0xfe, first, 0, ..] | [0xfe, 0xff, 0, first, ..] => core::slice::from_ref(first),
            [0xef, 0xbb, 0xbf, text @ ..] | text => text,
        };
        match text.trim_ascii_start().first() {
            Some(b'{') => Format::JsonLines,
            Some(b'<') => Format::Xlsx,
            _ => Format::Csv,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_decide() {
        for (head, want) in [
            (&b"PK\x03\x04\x14"[..], Format::Xlsx),
            (b"PK;Date", Format::Csv),
            (b"\xd0\xcf\x11\xe0\xa1", Format::Xlsx),
            (b" \n<table>", Format::Xlsx),
            (b"{\"id\":1}", Format::JsonLines),
            (b"\xef\xbb\xbf {", Format::JsonLines),
            (b"\xff\xfe{\0", Format::JsonLines),
            (b"\xfe\xff\0{", Format::JsonLines),
            (b"id,date", Format::Csv),
            (b"", Format::Csv),
        ] {
            assert_eq!(Format::recognise(head), want, "{head:?}");
        }
    }
}
