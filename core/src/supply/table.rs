//! Tables of processes and flows: text with delimiters as a stream, or named lists.

use core::ops::Range;
use std::io::Read;

use memchr::{memchr, memchr_iter};

use crate::error::{Code, Error};
use crate::limits::Limits;

/// Where a row stands: as a spreadsheet counts it (header = 1), and by physical lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: u64,
    pub(super) line: u64,
}

/// A table whose first row names its columns.
pub(super) trait Rows {
    /// The names of the columns.
    fn header(&self) -> &[String];

    /// Moves to the next row that is not blank; false at the end.
    ///
    /// # Errors
    /// What keeps the row, or all that follows, from being read; see [`Rows::broken`].
    fn next(&mut self) -> Result<bool, Error>;

    /// Whether nothing can be read after an error.
    fn broken(&self) -> bool;

    /// The text of a column in the current row; empty where the row is too short.
    ///
    /// # Errors
    /// `INVALID_UTF8`, `FIELD_TOO_LONG`.
    fn cell(&self, column: usize) -> Result<&str, Error>;

    /// Where the current row stands.
    fn place(&self) -> Place;

    /// The address of a cell of a row in the request; empty for text.
    fn address(&self, _column: usize, _row: u64) -> String {
        String::new()
    }
}

/// Text with delimiters (RFC 4180), read in pieces. A quote counts at the start of a field only.
pub(super) struct Text<R> {
    input: R,
    buffer: Vec<u8>,
    /// The current record in the buffer, and where the next one starts.
    record: Range<usize>,
    after: usize,
    ended: bool,
    broken: bool,
    delimiter: u8,
    cells: Vec<Range<usize>>,
    /// A record without its quotes, if it had some.
    unquoted: Vec<u8>,
    quoted: bool,
    place: Place,
    next_line: u64,
    bytes: u64,
    header: Vec<String>,
    limits: Limits,
}

/// Bytes that are read at once.
const PIECE: usize = 1 << 18;
/// Delimiters that are looked for.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

impl<R: Read> Text<R> {
    /// Reads the header; without a declared delimiter it is the one that cuts the header into most names.
    ///
    /// # Errors
    /// `EMPTY_FILE`, `INVALID_UTF8`, `UNCLOSED_QUOTE`, `UNKNOWN_VALUE`, `LIMIT_EXCEEDED`, `IO`.
    pub(super) fn open(input: R, delimiter: Option<u8>, limits: &Limits) -> Result<Text<R>, Error> {
        if let Some(odd) = delimiter.filter(|delimiter| !DELIMITERS.contains(delimiter)) {
            let message = format!("`{}` is no delimiter that is read", char::from(odd).escape_default());
            return Err(Error::new(Code::UnknownValue, message).with_help("use `,`, `;` or a tab"));
        }
        let mut table = Text {
            input,
            buffer: Vec::new(),
            record: 0..0,
            after: 0,
            ended: false,
            broken: false,
            delimiter: delimiter.unwrap_or(b','),
            cells: Vec::new(),
            unquoted: Vec::new(),
            quoted: false,
            place: Place::default(),
            next_line: 1,
            bytes: 0,
            header: Vec::new(),
            limits: limits.clone(),
        };
        while table.buffer.len() < 3 && !table.ended {
            table.fill()?;
        }
        if table.buffer.starts_with(&[0xef, 0xbb, 0xbf]) {
            table.after = 3;
        }
        if !table.next()? {
            return Err(Error::new(Code::EmptyFile, "the file has no header line"));
        }
        if delimiter.is_none() {
            let head = table.buffer.get(table.record.clone()).unwrap_or_default();
            let most = DELIMITERS.iter().rev().max_by_key(|mark| memchr_iter(**mark, head).count());
            table.delimiter = most.copied().unwrap_or(b',');
            table.cut()?;
        }
        if table.cells.len() > limits.columns {
            let message = format!("{} columns; the limit is {}", table.cells.len(), limits.columns);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let names = (0..table.cells.len()).map(|column| table.cell(column).map(str::to_owned));
        table.header = names.collect::<Result<_, _>>()?;
        Ok(table)
    }

    fn fill(&mut self) -> Result<(), Error> {
        let start = self.record.start.min(self.after);
        self.buffer.drain(..start);
        self.record = self.record.start.saturating_sub(start)..self.record.end.saturating_sub(start);
        self.after = self.after.saturating_sub(start);
        let known = self.buffer.len();
        self.buffer.resize(known.saturating_add(PIECE), 0);
        let space = self.buffer.get_mut(known..).unwrap_or_default();
        let read = loop {
            match self.input.read(space) {
                Ok(read) => break read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.broken = true;
                    return Err(Error::new(Code::Io, error.to_string()));
                }
            }
        };
        self.buffer.truncate(known.saturating_add(read));
        self.ended = read == 0;
        self.bytes = self.bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if self.bytes > self.limits.bytes {
            self.broken = true;
            let message = format!("more than {} bytes", self.limits.bytes);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        Ok(())
    }

    /// The end of the line that starts at `from`, without what ends it; `after` moves behind it.
    fn line(&mut self, mut from: usize) -> Result<Option<usize>, Error> {
        let mut seen = 0;
        loop {
            let text = self.buffer.get(from.saturating_add(seen)..).unwrap_or_default();
            let found = memchr(b'\n', text);
            seen = seen.saturating_add(found.unwrap_or(text.len()));
            let end = from.saturating_add(seen);
            if end.saturating_sub(self.record.start) > self.limits.record_bytes {
                self.broken = true;
                let message = format!("a record is longer than {} bytes", self.limits.record_bytes);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            if found.is_none() && !self.ended {
                let moved = self.record.start;
                self.fill()?;
                from = from.saturating_sub(moved.saturating_sub(self.record.start));
                continue;
            }
            if found.is_none() && seen == 0 {
                return Ok(None);
            }
            self.after = end.saturating_add(usize::from(found.is_some()));
            self.next_line = self.next_line.saturating_add(1);
            let back = usize::from(seen > 0 && self.buffer.get(end.saturating_sub(1)) == Some(&b'\r'));
            return Ok(Some(end.saturating_sub(back)));
        }
    }

    /// Cuts the current record at its delimiters.
    fn cut(&mut self) -> Result<(), Error> {
        self.cells.clear();
        let record = self.buffer.get(self.record.clone()).unwrap_or_default();
        self.quoted = memchr(b'"', record).is_some();
        if self.quoted {
            return self.cut_quoted();
        }
        let mut start = self.record.start;
        for end in memchr_iter(self.delimiter, record) {
            let end = self.record.start.saturating_add(end);
            self.cells.push(start..end);
            start = end.saturating_add(1);
        }
        self.cells.push(start..self.record.end);
        Ok(())
    }

    /// The same where quotes stand; a field may go on over lines.
    fn cut_quoted(&mut self) -> Result<(), Error> {
        self.unquoted.clear();
        let (mut at, mut start, mut inside, mut begins) = (0_usize, 0, false, true);
        loop {
            let byte = self.buffer.get(self.record.start.saturating_add(at)).copied();
            let in_record = self.record.start.saturating_add(at) < self.record.end;
            at = at.saturating_add(1);
            match byte.filter(|_| in_record) {
                None if inside => {
                    // The line ends within quotes: the next one belongs to the record.
                    let Some(end) = self.line(self.after)? else {
                        self.broken = true;
                        return Err(Error::new(
                            Code::UnclosedQuote,
                            "a quote is not closed before the file ends",
                        ));
                    };
                    self.record.end = end;
                    at = at.saturating_sub(1);
                    if self.buffer.get(self.record.start.saturating_add(at)) == Some(&b'\r') {
                        at = at.saturating_add(1);
                    }
                    self.unquoted.push(b'\n');
                    at = at.saturating_add(1);
                }
                None => {
                    self.cells.push(start..self.unquoted.len());
                    return Ok(());
                }
                Some(b'"') if begins => (inside, begins) = (true, false),
                Some(b'"') if inside => {
                    let next = self.buffer.get(self.record.start.saturating_add(at)).copied();
                    let next = next.filter(|_| self.record.start.saturating_add(at) < self.record.end);
                    match next {
                        Some(b'"') => {
                            self.unquoted.push(b'"');
                            at = at.saturating_add(1);
                        }
                        Some(byte) if byte != self.delimiter => {
                            return Err(Error::new(Code::UnclosedQuote, "text follows a closing quote"));
                        }
                        _ => inside = false,
                    }
                }
                Some(byte) if byte == self.delimiter && !inside => {
                    self.cells.push(start..self.unquoted.len());
                    (start, begins) = (self.unquoted.len(), true);
                }
                Some(byte) => {
                    self.unquoted.push(byte);
                    begins = false;
                }
            }
        }
    }
}

impl<R: Read> Rows for Text<R> {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn next(&mut self) -> Result<bool, Error> {
        loop {
            let line = self.next_line;
            self.record = self.after..self.after;
            let Some(end) = self.line(self.after)? else { return Ok(false) };
            self.record.end = end;
            self.place = Place { row: self.place.row.saturating_add(1), line };
            let text = self.buffer.get(self.record.clone()).unwrap_or_default();
            if !text.trim_ascii().is_empty() {
                self.cut()?;
                let (cells, names) = (self.cells.len(), self.header.len());
                // The header itself is read before there are names.
                if names > 0 && cells != names {
                    let message = format!("the row has {cells} fields, the header {names}");
                    return Err(Error::new(Code::RowLength, message));
                }
                return Ok(true);
            }
        }
    }

    fn broken(&self) -> bool {
        self.broken
    }

    fn cell(&self, column: usize) -> Result<&str, Error> {
        let Some(cell) = self.cells.get(column) else { return Ok("") };
        let bytes = if self.quoted { self.unquoted.get(cell.clone()) } else { self.buffer.get(cell.clone()) };
        let bytes = bytes.unwrap_or_default().trim_ascii();
        if bytes.len() > self.limits.field_bytes {
            let message = format!("the field is longer than {} bytes", self.limits.field_bytes);
            return Err(Error::new(Code::FieldTooLong, message));
        }
        core::str::from_utf8(bytes).map_err(|_| Error::new(Code::InvalidUtf8, "the cell is not UTF-8"))
    }

    fn place(&self) -> Place {
        self.place
    }
}

/// Named lists of equal length.
#[derive(Debug)]
pub(super) struct Lists<'a> {
    names: Vec<String>,
    values: Vec<&'a [String]>,
    /// The row after the current one.
    next: usize,
    path: &'a str,
}

impl<'a> Lists<'a> {
    /// Lists of a request; `path` is the JSON pointer to them.
    ///
    /// # Errors
    /// `BAD_REQUEST` if they differ in length.
    pub(super) fn new(
        lists: impl Iterator<Item = (&'a str, &'a [String])>,
        path: &'a str,
    ) -> Result<Lists<'a>, Error> {
        let (names, values): (Vec<String>, Vec<&[String]>) =
            lists.map(|(name, values)| (name.to_owned(), values)).unzip();
        let length = values.first().map_or(0, |values| values.len());
        for (at, values) in values.iter().enumerate() {
            if values.len() != length {
                let message = format!("a list of {} values beside one of {length}", values.len());
                return Err(Error::new(Code::BadRequest, message)
                    .with_help("give as many values in each list")
                    .at(format!("{path}/{at}/values")));
            }
        }
        Ok(Lists { names, values, next: 0, path })
    }
}

impl Rows for Lists<'_> {
    fn header(&self) -> &[String] {
        &self.names
    }

    fn next(&mut self) -> Result<bool, Error> {
        self.next = self.next.saturating_add(1);
        Ok(self.values.first().is_some_and(|values| self.next <= values.len()))
    }

    fn broken(&self) -> bool {
        false
    }

    fn cell(&self, column: usize) -> Result<&str, Error> {
        let row = self.next.saturating_sub(1);
        Ok(self.values.get(column).and_then(|values| values.get(row)).map_or("", |text| text.trim()))
    }

    fn place(&self) -> Place {
        // As if the names of the lists were a header.
        let row = u64::try_from(self.next).unwrap_or(u64::MAX).saturating_add(1);
        Place { row, line: row }
    }

    fn address(&self, column: usize, row: u64) -> String {
        format!("{}/{column}/values/{}", self.path, row.saturating_sub(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, limits: &Limits) -> Vec<Result<(Place, Vec<String>), Code>> {
        let mut table = Text::open(text.as_bytes(), None, limits).unwrap();
        let mut rows = Vec::new();
        loop {
            match table.next() {
                Ok(false) => return rows,
                Ok(true) => {
                    let cells = (0..table.cells.len()).map(|at| table.cell(at).unwrap().to_owned()).collect();
                    rows.push(Ok((table.place(), cells)));
                }
                Err(error) => rows.push(Err(error.code())),
            }
            if table.broken() {
                return rows;
            }
        }
    }

    #[test]
    fn rows_and_lines_are_counted_and_quotes_undone() {
        let text = "\u{feff}a;b\r\n\r\n1;\"x;\"\"y\r\nz\"\n2;\"\"\n3; 12\" \"\n4;\"u\"v\n5;w;\n6;x";
        let got = rows(text, &Limits::default());
        let row = |row, line, cells: &[&str]| {
            Ok((Place { row, line }, cells.iter().map(|c| (*c).to_owned()).collect()))
        };
        let want = vec![
            row(3, 3, &["1", "x;\"y\nz"]),
            row(4, 5, &["2", ""]),
            row(5, 6, &["3", "12\" \""]),
            Err(Code::UnclosedQuote),
            Err(Code::RowLength),
            row(8, 9, &["6", "x"]),
        ];
        assert_eq!(got, want);
    }

    #[test]
    fn what_never_ends_is_told_once() {
        let small = Limits::default().with_record_bytes(100);
        assert_eq!(rows("a,b\n1,\"x\n", &small), [Err(Code::UnclosedQuote)]);
        assert_eq!(rows(&format!("a,b\n1,\"{}", "x\n".repeat(80)), &small), [Err(Code::LimitExceeded)]);
        assert!(matches!(Text::open(&b""[..], None, &small), Err(error) if error.code() == Code::EmptyFile));
    }

    #[test]
    fn a_long_file_is_read_in_pieces() {
        let text: String = core::iter::once("a,b\n".to_owned())
            .chain((0..200_000).map(|at| format!("{at},{at}\n")))
            .collect();
        let got = rows(&text, &Limits::default());
        assert_eq!(got.len(), 200_000);
        let last =
            Ok((Place { row: 200_001, line: 200_001 }, vec!["199999".to_owned(), "199999".to_owned()]));
        assert_eq!(got[199_999], last);
    }

    #[test]
    fn lists_have_places_in_the_request() {
        let (ids, amounts) = (["a".to_owned(), "b".to_owned()], ["1".to_owned()]);
        let error = Lists::new([("process", &ids[..]), ("own", &amounts[..])].into_iter(), "/flows/columns");
        assert_eq!(error.unwrap_err().path(), "/flows/columns/1/values");
        let mut lists = Lists::new([("process", &ids[..])].into_iter(), "/processes/columns").unwrap();
        assert!(lists.next().unwrap());
        assert_eq!((lists.cell(0).unwrap(), lists.place().row), ("a", 2));
        assert_eq!(lists.address(0, 2), "/processes/columns/0/values/0");
    }
}
