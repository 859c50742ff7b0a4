//! Workbooks as they are written, and as somebody writes them who means harm.

use proptest::prelude::*;

use super::made::{Piece, archive, pieces, workbook};
use super::{Kind, Merge, Row, Workbook};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::period::DateSystem;

fn open(bytes: Vec<u8>) -> Result<Workbook, Error> {
    Workbook::open(bytes, &Limits::default())
}

fn rows_within(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Row>, Error> {
    Workbook::open(bytes, limits)?.rows(0)?.collect()
}

fn rows(xml: &str) -> Result<Vec<Row>, Error> {
    rows_within(workbook(xml), &Limits::default())
}

fn refusal(xml: &str) -> (Code, String) {
    let error = rows(xml).unwrap_err();
    (error.code(), error.path().to_string())
}

/// The archive's code and path of refusal.
fn refused(bytes: Vec<u8>, limits: &Limits) -> (Code, String) {
    let error = rows_within(bytes, limits).unwrap_err();
    (error.code(), error.path().to_string())
}

#[test]
fn cells_keep_their_text_and_say_what_it_is() {
    let rows = rows(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>0.30000000000000004</v></c>\
         <c r=\"C2\" s=\"1\"><v>46082</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#DIV/0!</v></c>\
         <c r=\"F2\" s=\"1\"/><c r=\"G2\"><f>1+1</f></c><c r=\"H2\"><f>1+1</f><v>2</v></c>\
         <c r=\"I2\" t=\"str\"><f>A2</f><v></v></c><c r=\"K2\" t=\"inlineStr\"><is><t>x&lt;y</t></is></c></row>\
         <row/><row hidden=\"1\"><c><v><![CDATA[1]]>000</v></c><c/><c t=\"d\"><v>2025-03-01T00:00:00</v></c></row>",
    )
    .unwrap();
    let seen = |row: &Row| -> Vec<_> {
        row.cells().map(|cell| (cell.column, cell.text.to_string(), cell.kind, cell.formula)).collect()
    };
    let cell = |column, text: &str, kind, formula| (column, text.to_string(), kind, formula);
    assert_eq!(
        seen(&rows[0]),
        [
            cell(1, "shared", Kind::Text, false),
            cell(2, "0.30000000000000004", Kind::Number, false),
            cell(3, "46082", Kind::Day, false),
            cell(4, "TRUE", Kind::Bool, false),
            cell(5, "#DIV/0!", Kind::Error, false),
            cell(7, "", Kind::Missing, true),
            cell(8, "2", Kind::Number, true),
            cell(11, "x<y", Kind::Text, false),
        ]
    );
    assert_eq!(
        (rows[0].number(), rows[0].is_hidden(), rows[1].number(), rows[1].is_hidden()),
        (2, false, 4, true)
    );
    assert_eq!(
        seen(&rows[1]),
        [cell(1, "1000", Kind::Number, false), cell(3, "2025-03-01T00:00:00", Kind::Text, false)]
    );
    assert_eq!((rows[0].cell(8).unwrap().text, rows[0].cell(9)), ("2", None));
}

#[test]
fn sheets_are_found_by_name_and_know_what_the_workbook_says() {
    let sheets = [
        ("Nhật ký", "", "<sheetData/>"),
        ("Ẩn", "state=\"veryHidden\"", "<sheetData/><mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>"),
    ];
    let book = open(archive(&pieces(&sheets, true))).unwrap();
    assert_eq!(book.date_system(), DateSystem::Excel1904);
    assert_eq!(
        (book.find("nhật ký"), book.find("NHA\u{323}\u{302}T KÝ"), book.find("x")),
        (Some(0), Some(0), None)
    );
    let hidden: Vec<bool> = book.sheets().iter().map(|sheet| sheet.hidden).collect();
    assert_eq!(hidden, [false, true]);
    let mut rows = book.rows(1).unwrap();
    assert!(rows.next().is_none());
    assert_eq!(rows.merges(), [Merge { first_column: 2, first_row: 2, last_column: 3, last_row: 3 }]);
    assert_eq!(book.rows(2).unwrap_err().code(), Code::BadWorkbook);
    assert_eq!(open(archive(&pieces(&sheets[..1], false))).unwrap().date_system(), DateSystem::Excel1900);
}

#[test]
fn cells_that_readers_would_disagree_about_are_refused_with_their_address() {
    let c = |reference: &str| format!("<c r=\"{reference}\"><v>1</v></c>");
    let row = |number: &str, cells: &str| format!("<row r=\"{number}\">{cells}</row>");
    for (xml, code, path) in [
        (row("1", &(c("B1") + &c("B1"))), Code::DuplicateCell, "data!B1"),
        (row("1", &(c("B1") + &c("A1"))), Code::DuplicateCell, "data!A1"),
        (row("2", &c("A2")) + &row("2", &c("A2")), Code::DuplicateCell, "data!A2"),
        (row("1", "<c r=\"A1\"><v>1</v><v>2</v></c>"), Code::DuplicateCell, "data!A1"),
        (row("1", &c("ZZZZZZZZZZ99999999999999")), Code::BadCellRef, "data!A1"),
        (row("1", &c("A2")), Code::BadCellRef, "data!A1"),
        (row("0", ""), Code::BadCellRef, "data!A1"),
        (row("1048577", ""), Code::BadCellRef, "data!A1"),
        (row("1", "<c r=\"A1\" t=\"s\"><v>4294967295</v></c>"), Code::BadSharedString, "data!A1"),
        (row("1", "<c r=\"A1\" t=\"s\"><v>1</v></c>"), Code::BadSharedString, "data!A1"),
        (row("1", "<c r=\"A1\" t=\"s\"><v>-1</v></c>"), Code::BadSharedString, "data!A1"),
        (row("1", "<c r=\"A1\" t=\"x\"><v>1</v></c>"), Code::BadXml, "data!A1"),
        (row("1", "<c r=\"A1\" t=\"b\"><v>2</v></c>"), Code::BadXml, "data!A1"),
        (row("1", &c("A1")) + &row("1048576", &c("XFD1048576")), Code::SheetTooLarge, "data!XFD1048576"),
    ] {
        assert_eq!(refusal(&xml), (code, path.to_string()), "{xml}");
    }
    let twice = archive(&pieces(&[("data", "", "<sheetData/><sheetData/>")], false));
    assert_eq!(refused(twice, &Limits::default()).0, Code::BadXml);
    for range in ["B2:A1", "B2:XFE9", "", "B2:C3:D4"] {
        let sheet = format!("<sheetData/><mergeCells><mergeCell ref=\"{range}\"/></mergeCells>");
        assert_eq!(
            refused(archive(&pieces(&[("data", "", &sheet)], false)), &Limits::default()).0,
            Code::BadCellRef
        );
    }
}

#[test]
fn the_traps_of_xml_are_closed() {
    let value = |inside: &str| format!("<row r=\"1\"><c r=\"A1\"><v>{inside}</v></c></row>");
    for (xml, code) in [
        (value("1<!--x-->000"), Code::BadXml),
        (value("1<?x y?>000"), Code::BadXml),
        (value("<b>1</b>"), Code::BadXml),
        (value("&lol;"), Code::BadXml),
        (value("&#0;"), Code::BadXml),
        (value("\u{1}"), Code::BadXml),
        (value("1").replace("</v>", "</w>"), Code::BadXml),
        ("<row r=\"1\" r=\"2\"/>".into(), Code::DuplicateAttribute),
        ("<row r=\"&bad;\"/>".into(), Code::BadXml),
        ("<x:row r=\"1\"/>".into(), Code::UndeclaredPrefix),
        ("<row x:r=\"1\"/>".into(), Code::UndeclaredPrefix),
        ("<a>".repeat(100_000), Code::NestingTooDeep),
    ] {
        assert_eq!(refusal(&xml).0, code, "{}", &xml[..xml.len().min(60)]);
    }
    let sheet = |content: &[u8]| {
        let mut parts = pieces(&[("data", "", "")], false);
        parts.last_mut().unwrap().content = content.to_vec();
        parts.last_mut().unwrap().stored = true;
        refused(archive(&parts), &Limits::default())
    };
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let part = "xl/worksheets/sheet1.xml";
    for (text, code) in [
        (format!("<!DOCTYPE x><worksheet {main}/>"), Code::DtdForbidden),
        (format!("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet {main}/>"), Code::DtdForbidden),
        (format!("<worksheet {main}><sheetData><row r=\"1\">"), Code::BadXml),
        (format!("<worksheet {main}><sheetData/>"), Code::BadXml),
        (format!("<worksheet {main}/><worksheet {main}/>"), Code::BadXml),
        (format!("<worksheet {main}/>x"), Code::BadXml),
        (String::new(), Code::BadXml),
        ("<!-- nothing -->".into(), Code::BadXml),
        (format!("<?xml version=\"1.0\" encoding=\"UTF-7\"?><worksheet {main}/>"), Code::UnsupportedEncoding),
        (format!("<!--{}--><worksheet {main}/>", "x".repeat(2 << 20)), Code::LimitExceeded),
    ] {
        assert_eq!(sheet(text.as_bytes()), (code, part.to_string()), "{}", &text[..text.len().min(60)]);
    }
    assert_eq!(sheet(b"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\xff</worksheet>").0, Code::InvalidUtf8);
    // Another vocabulary's `worksheet` is none, and a strict one is.
    assert_eq!(sheet(b"<worksheet xmlns=\"urn:x\"><sheetData/></worksheet>").0, Code::BadWorkbook);
    let strict = "\u{feff}<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c>\
                  <x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let mut parts = pieces(&[("data", "", "")], false);
    parts.last_mut().unwrap().content = strict.as_bytes().to_vec();
    assert_eq!(rows_within(archive(&parts), &Limits::default()).unwrap()[0].cell(1).unwrap().text, "7");
}

#[test]
fn archives_that_lie_are_refused() {
    let good = pieces(&[("data", "", "<sheetData/>")], false);
    let none = Limits::default();
    let with = |change: &dyn Fn(&mut Vec<Piece>)| {
        let mut parts = good.clone();
        change(&mut parts);
        refused(archive(&parts), &none)
    };
    let (zip, sheet) = (Code::BadZip, "xl/worksheets/sheet1.xml".to_string());
    assert!(rows_within(archive(&good), &none).is_ok());
    assert_eq!(with(&|parts| parts.last_mut().unwrap().claimed_size = Some(10)), (zip, sheet.clone()));
    assert_eq!(with(&|parts| parts.last_mut().unwrap().claimed_size = Some(100_000)), (zip, sheet.clone()));
    assert_eq!(with(&|parts| parts.last_mut().unwrap().claimed_crc = Some(1)), (zip, sheet.clone()));
    assert_eq!(with(&|parts| parts.push(parts[0].clone())).0, zip);
    assert_eq!(with(&|parts| parts.push(Piece::new("XL/workbook.xml", ""))).0, zip);
    for name in ["../evil", "/etc/passwd", "a/../../b", "a//b", "C:x", "a\\b", "", ".", "a\u{7}"] {
        assert_eq!(with(&|parts| parts.push(Piece::new(name, "x"))).0, Code::BadPartName, "{name}");
    }
    assert_eq!(with(&|parts| drop(parts.pop())), (Code::BadWorkbook, sheet.clone()));
    assert_eq!(with(&|parts| drop(parts.remove(0))).0, Code::BadWorkbook);
    // A megabyte and a byte of one letter packs a thousand times; below, nobody asks.
    let bomb = |size: usize| {
        with(&|parts| {
            let text = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
            let fill = " ".repeat(size - text.len() - 12);
            parts.last_mut().unwrap().content = format!("{text}{fill}</worksheet>").into_bytes();
        })
    };
    assert_eq!(bomb((1 << 20) + 1), (Code::DecompressedTooLarge, sheet));
    let bytes = archive(&good);
    for cut in 0..bytes.len() {
        assert!(rows_within(bytes[..cut].to_vec(), &none).is_err(), "{cut}");
    }
    for (start, help) in
        [(&b"\xd0\xcf\x11\xe0\xa1"[..], "password"), (b" <html>", "save it"), (b"id,date", "save")]
    {
        let error = open(start.to_vec()).unwrap_err();
        assert_eq!(error.code(), zip);
        assert!(error.help().contains(help));
    }
    let mut commented = bytes.clone();
    let end = commented.len();
    commented[end - 2] = 3;
    commented.extend(b"abc");
    assert!(rows_within(commented, &none).is_ok());
}

#[test]
fn archives_in_the_large_form_are_read() {
    let mut bytes = workbook("<row><c><v>1</v></c></row>");
    let end = bytes.len() - 22;
    let (count, size, start) = (
        u16::from_le_bytes([bytes[end + 10], bytes[end + 11]]),
        u32::from_le_bytes(bytes[end + 12..end + 16].try_into().unwrap()),
        u32::from_le_bytes(bytes[end + 16..end + 20].try_into().unwrap()),
    );
    let mut large = Vec::new();
    large.extend(b"PK\x06\x06");
    large.extend(44u64.to_le_bytes());
    large.extend([0; 12]);
    for value in [count.into(), count.into(), u64::from(size), u64::from(start)] {
        large.extend(value.to_le_bytes());
    }
    large.extend(b"PK\x06\x07\0\0\0\0");
    large.extend((end as u64).to_le_bytes());
    large.extend(1u32.to_le_bytes());
    bytes[end + 12..end + 20].fill(0xff);
    bytes.splice(end..end, large);
    assert_eq!(rows_within(bytes, &Limits::default()).unwrap()[0].cell(1).unwrap().text, "1");
}

#[test]
fn every_bound_holds_at_the_limit_and_not_one_past_it() {
    let cells = "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"C3\" t=\"s\"><v>0</v></c></row>";
    let sheet = format!(
        "<sheetData>{cells}</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    );
    let bytes = archive(&pieces(&[("data", "", &sheet)], false));
    let all = Limits::default();
    let inflated: u64 = {
        let parts = pieces(&[("data", "", &sheet)], false);
        let read = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"];
        let size = |part: &&Piece| read.contains(&part.name.as_str());
        parts.iter().filter(size).map(|part| part.content.len() as u64).sum()
    };
    let outcome =
        |limits: Limits| rows_within(bytes.clone(), &limits).map(|rows| rows.len()).map_err(|e| e.code());
    assert_eq!(outcome(all.clone()), Ok(1));
    let longest = pieces(&[("data", "", &sheet)], false).iter().map(|part| part.content.len()).max().unwrap();
    assert!(longest < 1 << 20);
    for (at_limit, one_past, code) in [
        (all.clone().with_zip_entries(6), all.clone().with_zip_entries(5), Code::LimitExceeded),
        (
            all.clone().with_workbook_bytes(bytes.len()),
            all.clone().with_workbook_bytes(bytes.len() - 1),
            Code::LimitExceeded,
        ),
        (
            all.clone().with_inflated_bytes(inflated),
            all.clone().with_inflated_bytes(inflated - 1),
            Code::DecompressedTooLarge,
        ),
        (all.clone().with_sheet_rows(3), all.clone().with_sheet_rows(2), Code::SheetTooLarge),
        (all.clone().with_sheet_columns(3), all.clone().with_sheet_columns(2), Code::SheetTooLarge),
        (all.clone().with_sheet_cells(2), all.clone().with_sheet_cells(1), Code::SheetTooLarge),
        (all.clone().with_sheet_merges(2), all.clone().with_sheet_merges(1), Code::SheetTooLarge),
        (all.clone().with_sheet_text_bytes(7), all.clone().with_sheet_text_bytes(6), Code::LimitExceeded),
        (all.clone().with_xml_depth(5), all.clone().with_xml_depth(4), Code::NestingTooDeep),
        (all.clone().with_xml_attributes(3), all.clone().with_xml_attributes(2), Code::LimitExceeded),
    ] {
        assert_eq!(outcome(at_limit), Ok(1));
        assert_eq!(outcome(one_past), Err(code));
    }
    // Ratio: a part of more than a megabyte may become so many times as large as it is packed.
    let fill = format!("<sheetData>{}</sheetData>", " ".repeat(2 << 20));
    let parts = pieces(&[("data", "", &fill)], false);
    let packed = {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut encoder, &parts.last().unwrap().content).unwrap();
        encoder.finish().unwrap().len() as u64
    };
    let ratio = (parts.last().unwrap().content.len() as u64).div_ceil(packed);
    let limits = |ratio| all.clone().with_inflate_ratio(ratio).with_record_bytes(8 << 20);
    assert!(rows_within(archive(&parts), &limits(ratio)).is_ok());
    assert_eq!(refused(archive(&parts), &limits(ratio - 1)).0, Code::DecompressedTooLarge);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Bytes changed anywhere: an answer or a refusal, never a panic, and never more than the bounds allow.
    #[test]
    fn a_workbook_with_changed_bytes_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        stored in any::<bool>(),
    ) {
        let mut parts = pieces(&[("data", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
            <c r=\"B1\"><f>1</f><v>1E+5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")], false);
        parts.iter_mut().for_each(|part| part.stored = stored);
        let mut bytes = archive(&parts);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let limits = Limits::default().with_sheet_columns(10).with_sheet_cells(100);
        if let Ok(rows) = rows_within(bytes, &limits) {
            for row in rows {
                prop_assert!(row.cells().all(|cell| (1..=10).contains(&cell.column)));
                prop_assert!(row.cells().count() <= 10);
            }
        }
    }

    /// XML changed anywhere inside a sound archive: the checksum does not stop these.
    #[test]
    fn a_sheet_with_changed_text_is_read_or_refused(
        part in 1usize..6,
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>&/\"'a-z0-9 =!\\[\\]-]{0,6}"), 1..6),
    ) {
        let mut parts = pieces(&[("data", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
            <c r=\"B1\" t=\"inlineStr\"><is><r><t>x</t></r></is></c></row><row r=\"9\" hidden=\"1\"><c r=\"C9\"><v>5</v></c></row>\
            </sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")], false);
        let content = &mut parts[part].content;
        for (at, text) in changes {
            let at = at.index(content.len());
            content.splice(at..(at + text.len()).min(content.len()), text.bytes());
        }
        let _ = rows_within(archive(&parts), &Limits::default());
    }

    /// Whatever rows are written come back, cell by cell.
    #[test]
    fn rows_come_back_as_they_were_written(
        table in prop::collection::vec(prop::collection::vec("[ -~àéơữđ\\n]{0,12}", 0..6), 0..12),
    ) {
        let mut xml = String::new();
        for cells in &table {
            xml.push_str("<row>");
            for cell in cells {
                let text = cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace("_x", "_x005F_x");
                xml.push_str(&format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"));
            }
            xml.push_str("</row>");
        }
        let rows = rows(&xml).unwrap();
        for (number, cells) in (1u32..).zip(&table) {
            let row = rows.iter().find(|row| row.number() == number);
            for (column, cell) in (1u32..).zip(cells) {
                let read = row.and_then(|row| row.cell(column)).map_or("", |cell| cell.text);
                prop_assert_eq!(read, cell);
            }
        }
    }
}
