use std::io::Read;

use proptest::prelude::*;

use super::*;
use crate::activity::quoted::Scan;

/// Gives `step` bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Got {
    Fields(u64, u64, Vec<String>),
    Broken(u64, u64, Split),
}

fn split_with(bytes: &[u8], step: usize, delimiter: u8, bounds: Bounds) -> Vec<Got> {
    let mut buffer = Vec::new();
    let source =
        Source::open(Drip(bytes, step), Some(crate::activity::Encoding::Utf8), u64::MAX, &mut buffer)
            .unwrap();
    let mut split = Splitter::new(source, buffer, delimiter, bounds);
    let mut all = Vec::new();
    loop {
        match split.next().unwrap() {
            Split::End => return all,
            Split::Record => {
                let field = |cell: &Cell| {
                    let text = String::from_utf8_lossy(&split.record()[cell.start..cell.end]).into_owned();
                    if cell.doubled { text.replace("\"\"", "\"") } else { text }
                };
                all.push(Got::Fields(split.row(), split.line(), split.cells().iter().map(field).collect()));
            }
            broken => all.push(Got::Broken(split.row(), split.line(), broken)),
        }
    }
}

const WIDE: Bounds = Bounds { record: 1 << 20, field: 1 << 16, cells: 100 };

fn split(text: &str, step: usize) -> Vec<Got> {
    split_with(text.as_bytes(), step, b',', WIDE)
}

fn fields(row: u64, line: u64, fields: &[&str]) -> Got {
    Got::Fields(row, line, fields.iter().map(|field| (*field).into()).collect())
}

#[test]
fn line_ends_quotes_and_blank_lines() {
    for step in [1, 2, 3, 100] {
        assert_eq!(
            split("a,b\r\nc,d\re,f\n\n\"g\r\nh\",\"i\"\"j\" \r\nk,l", step),
            [
                fields(1, 1, &["a", "b"]),
                fields(2, 2, &["c", "d"]),
                fields(3, 3, &["e", "f"]),
                fields(4, 4, &[""]),
                fields(5, 5, &["g\r\nh", "i\"j"]),
                fields(6, 7, &["k", "l"]),
            ]
        );
        assert_eq!(split("a,\"\"\n,\n", step), [fields(1, 1, &["a", ""]), fields(2, 2, &["", ""])]);
        assert_eq!(split("5\",x\"y\n", step), [fields(1, 1, &["5\"", "x\"y"])]);
        assert_eq!(split("", step), []);
        assert_eq!(split("\r", step), [fields(1, 1, &[""])]);
        assert_eq!(split("\"a\"", step), [fields(1, 1, &["a"])]);
    }
}

#[test]
fn an_open_quote_costs_one_row() {
    for step in [1, 2, 7, 100] {
        assert_eq!(
            split("a,b\nR1,\"x\nR2,y\nR3,z\n", step),
            [
                fields(1, 1, &["a", "b"]),
                Got::Broken(2, 2, Split::UnclosedQuote(1)),
                fields(3, 3, &["R2", "y"]),
                fields(4, 4, &["R3", "z"]),
            ]
        );
        // A later, good quote shows the fault; the rows between are kept, and so is the one that showed it.
        assert_eq!(
            split("R1,\"x\nR2,y\nR3,\"multi\nline\"\nR4,w\n", step),
            [
                Got::Broken(1, 1, Split::TextAfterQuote(1)),
                fields(2, 2, &["R2", "y"]),
                fields(3, 3, &["R3", "multi\nline"]),
                fields(4, 5, &["R4", "w"]),
            ]
        );
        assert_eq!(
            split("\"12\" pipe\",5\nb,6\n", step),
            [Got::Broken(1, 1, Split::TextAfterQuote(0)), fields(2, 2, &["b", "6"])]
        );
    }
}

#[test]
fn strewn_quotes_are_read_in_linear_time() {
    // Each line leaves a quote open when read afresh, and passes one on when read inside a quote.
    let text = "a\"b,\"c\n".repeat(200_000);
    let got = split(&text, 1 << 16);
    assert_eq!(got.len(), 200_000);
}

#[test]
fn records_are_bounded_at_the_limit_and_one_past_it() {
    let bounds = Bounds { record: 10, field: 6, cells: 3 };
    for step in [1, 3, 100] {
        let run = |text: &str| split_with(text.as_bytes(), step, b',', bounds);
        assert_eq!(run("aaaa,bbbbb\nc,d\n"), [fields(1, 1, &["aaaa", "bbbbb"]), fields(2, 2, &["c", "d"])]);
        assert_eq!(run("aaaa,bbbbbb\nc\n"), [Got::Broken(1, 1, Split::RecordTooLong), fields(2, 2, &["c"])]);
        assert_eq!(
            run("aa,bbbbbbbbb\nc\n"),
            [Got::Broken(1, 1, Split::FieldTooLong(1)), fields(2, 2, &["c"])]
        );
        assert_eq!(
            run("a,\"bbbbbbbbbb\"\nc"),
            [Got::Broken(1, 1, Split::FieldTooLong(1)), fields(2, 2, &["c"])]
        );
        assert_eq!(run("\"aa\nbbbbb\"\nc\n"), [fields(1, 1, &["aa\nbbbbb"]), fields(2, 3, &["c"])]);
        assert_eq!(
            run("\"aa\nbbbbbb\"\nc\n"),
            [Got::Broken(1, 1, Split::RecordTooLong), fields(2, 2, &["bbbbbb\""]), fields(3, 3, &["c"])]
        );
        assert_eq!(
            run("\"a\nbbb\nccc\nddd\n"),
            [
                Got::Broken(1, 1, Split::UnclosedQuote(0)),
                fields(2, 2, &["bbb"]),
                fields(3, 3, &["ccc"]),
                fields(4, 4, &["ddd"]),
            ]
        );
        // Fields past the bound are counted, not kept.
        assert_eq!(run("a,b,c,d\n"), [fields(1, 1, &["a", "b", "c"])]);
    }
}

#[test]
fn an_open_quote_of_fifty_megabytes_is_not_held() {
    let text = ["a\n\"".as_bytes(), &b"x".repeat(50 << 20), b"\nb\n"].concat();
    let mut buffer = Vec::new();
    let source = Source::open(text.as_slice(), None, u64::MAX, &mut buffer).unwrap();
    let mut split = Splitter::new(source, buffer, b',', WIDE);
    assert_eq!(split.next().unwrap(), Split::Record);
    assert_eq!(split.next().unwrap(), Split::FieldTooLong(0));
    assert_eq!(split.next().unwrap(), Split::Record);
    assert_eq!((split.record(), split.line()), (&b"b"[..], 3));
    assert!(split.buffer.capacity() < 4 << 20, "{}", split.buffer.capacity());

    let text = ["a\n\"open".as_bytes(), &b"x,y\n".repeat(12 << 20)].concat();
    let mut buffer = Vec::new();
    let source = Source::open(text.as_slice(), None, u64::MAX, &mut buffer).unwrap();
    let mut split = Splitter::new(source, buffer, b',', WIDE);
    let mut good = 0;
    loop {
        match split.next().unwrap() {
            Split::End => break,
            Split::Record => good += 1,
            broken => assert_eq!((broken, split.row()), (Split::UnclosedQuote(0), 2)),
        }
    }
    assert_eq!(good, 12 << 20);
    assert!(split.buffer.capacity() < 4 << 20, "{}", split.buffer.capacity());
}

#[test]
fn the_scan_is_small() {
    assert!(size_of::<Scan>() <= 96);
}

/// A table as the csv crate writes it.
fn table() -> impl Strategy<Value = (Vec<Vec<String>>, u8, bool)> {
    let field = prop_oneof!["[a-z0-9 .]{0,6}", "[a-zê,;\t\"\r\n]{0,6}", Just(String::new())];
    (1usize..5, prop_oneof![Just(b','), Just(b';'), Just(b'\t')], any::<bool>()).prop_flat_map(
        move |(width, delimiter, crlf)| {
            let row = prop::collection::vec(field.clone(), width);
            (prop::collection::vec(row, 1..6), Just(delimiter), Just(crlf))
        },
    )
}

proptest! {
    #[test]
    fn equals_the_csv_crate_however_the_input_is_cut((rows, delimiter, crlf) in table(), step in 1usize..9) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(&*text);
        let want: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
        let got: Vec<Vec<String>> = split_with(&text, step, delimiter, WIDE)
            .into_iter()
            .map(|got| match got {
                Got::Fields(_, _, fields) => fields,
                broken => vec![format!("{broken:?}")],
            })
            .collect();
        prop_assert_eq!(&got, &want);
        prop_assert_eq!(&got, &rows);
    }

    #[test]
    fn no_bytes_panic_and_every_cut_gives_the_same(
        text in "[ab,;\"\r\n ]{0,60}", step in 1usize..7, record in 4usize..40, field in 1usize..20,
    ) {
        let bounds = Bounds { record, field, cells: 4 };
        let whole = split_with(text.as_bytes(), usize::MAX, b',', bounds);
        prop_assert_eq!(split_with(text.as_bytes(), step, b',', bounds), whole);
    }
}
