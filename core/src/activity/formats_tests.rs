//! Ledgers in sheets and as JSON lines: the same rows, checks and findings as in text.

use proptest::prelude::*;

use super::{Field, Format, Ledger, ReadOptions, Record, SheetNumbers};
use crate::error::{Code, Finding, Severity};
use crate::limits::Limits;
use crate::sheet::made::{archive, pieces, workbook};

type Read = (Vec<(u64, String, String)>, Vec<Finding>);

/// Row, quantity and day of the good rows, and all findings.
fn read(bytes: &[u8], options: &ReadOptions) -> Read {
    let mut ledger = match Ledger::open(bytes, options, &Limits::default()) {
        Ok(ledger) => ledger,
        Err(findings) => return (Vec::new(), findings),
    };
    let (mut record, mut findings, mut rows) = (Record::new(), Vec::new(), Vec::new());
    while ledger.read(&mut record, &mut |finding| findings.push(finding)).unwrap() {
        rows.push((record.row(), record.quantity().to_string(), record.period().start().to_string()));
    }
    assert_eq!(ledger.rows() - ledger.skipped(), rows.len() as u64);
    (rows, findings)
}

/// Code, row and cell of what is more than a remark.
fn told(findings: &[Finding]) -> Vec<(Code, u64, &str)> {
    let serious = findings.iter().filter(|finding| finding.severity != Severity::Info);
    serious.map(|finding| (finding.code, finding.position.row, &*finding.position.cell)).collect()
}

fn text(cell: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")
}

fn row(number: u32, cells: &[String]) -> String {
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

fn words(number: u32, cells: &[&str]) -> String {
    row(number, &cells.iter().map(|cell| text(cell)).collect::<Vec<_>>())
}

const HEADER: [&str; 5] = ["Mã", "Ngày", "Nhiên liệu", "Số lượng", "ĐVT"];

fn data(number: u32, id: &str, value: &str) -> String {
    let day = format!("<c s=\"1\"><v>{}</v></c>", 45_657 + number);
    row(number, &[text(id), day, text("dầu DO"), value.into(), text("L")])
}

fn number(value: &str) -> String {
    format!("<c><v>{value}</v></c>")
}

fn one(quantity: &str, day: &str) -> Vec<(u64, String, String)> {
    vec![(5, quantity.into(), day.into())]
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let title = words(1, &["CÔNG TY TNHH"]) + &words(2, &["Sổ theo dõi", "ngày", "2025"]);
    let bytes = workbook(
        &(title
            + &words(4, &HEADER)
            + &data(5, "R1", &number("0.30000000000000004"))
            + "<row r=\"6\"><c s=\"1\"/></row>"),
    );
    assert_eq!(read(&bytes, &ReadOptions::new()), (one("0.3", "2025-01-05"), vec![]));
    let raw = ReadOptions::new().with_sheet_numbers(SheetNumbers::Stored);
    assert_eq!(read(&bytes, &raw).0, one("0.30000000000000004", "2025-01-05"));
    assert_eq!(read(&bytes, &ReadOptions::new().with_header_row(4)).0, one("0.3", "2025-01-05"));
    for row in [2, 3] {
        let (rows, findings) = read(&bytes, &ReadOptions::new().with_header_row(row));
        assert!(
            rows.is_empty() && findings.iter().any(|finding| finding.code == Code::MissingColumn),
            "{row}"
        );
    }
    let csv = b"id,date,quantity,unit\n1,2025-01-05,1,L\n";
    for options in [ReadOptions::new().with_header_row(1), ReadOptions::new().with_sheet("x")] {
        assert_eq!(told(&read(csv, &options).1), [(Code::BadRequest, 0, "")]);
    }
    assert_eq!(told(&read(csv, &ReadOptions::new().with_format(Format::Xlsx)).1), [(Code::BadZip, 0, "")]);
}

#[test]
fn a_header_of_two_rows_is_one() {
    // `Mã` and `Ngày` reach over both rows, `Điện` over two columns.
    let header = words(3, &["Mã", "Ngày", "Nhiên liệu", "Điện"])
        + "<row r=\"4\"><c r=\"D4\" t=\"inlineStr\"><is><t>Số lượng</t></is></c><c r=\"E4\" t=\"inlineStr\"><is><t>ĐVT</t></is></c></row>";
    let sheet = |header: &str, merges: &str| {
        let rows = format!(
            "<sheetData>{header}{}</sheetData><mergeCells>{merges}</mergeCells>",
            data(5, "R1", &number("7"))
        );
        archive(&pieces(&[("data", "", &rows)], false))
    };
    let merges = "<mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:C4\"/><mergeCell ref=\"D3:E3\"/>";
    assert_eq!(read(&sheet(&header, merges), &ReadOptions::new()), (one("7", "2025-01-05"), vec![]));
    // All of them reach over both rows: the second is no data.
    let merges = "<mergeCell ref=\"A3:A4\"/><mergeCell ref=\"D3:D4\"/>";
    let note = words(3, &HEADER) + "<row r=\"4\"><c r=\"E4\" t=\"inlineStr\"><is><t>(lít)</t></is></c></row>";
    assert_eq!(read(&sheet(&note, merges), &ReadOptions::new()), (one("7", "2025-01-05"), vec![]));
}

#[test]
fn the_sheet_is_named_or_there_is_one_that_holds_a_ledger() {
    let ledger = format!("<sheetData>{}{}</sheetData>", words(1, &HEADER), data(5, "R1", &number("7")));
    let other = format!("<sheetData>{}</sheetData>", words(1, &["Ghi chú"]));
    let book = |sheets: &[(&str, &str, &str)]| archive(&pieces(sheets, false));
    let found = one("7", "2025-01-05");

    let (rows, findings) =
        read(&book(&[("Note", "", &other), ("Nhật ký", "", &ledger)]), &ReadOptions::new());
    assert_eq!((rows, findings), (found.clone(), vec![]));

    let two = book(&[("T1", "", &ledger), ("Note", "", &other), ("T2", "", &ledger)]);
    let (rows, findings) = read(&two, &ReadOptions::new());
    assert_eq!((rows.len(), told(&findings)), (0, vec![(Code::SheetAmbiguous, 0, "")]));
    assert!(findings[0].message.contains("`T1`, `T2`"));
    for name in ["T2", "t2", "3"] {
        assert_eq!(read(&two, &ReadOptions::new().with_sheet(name)).0, found, "{name}");
    }
    for name in ["T3", "4", "0", ""] {
        let (_, findings) = read(&two, &ReadOptions::new().with_sheet(name));
        assert_eq!(findings[0].code, Code::UnknownValue);
        assert!(findings[0].help.contains("`T1`, `Note`, `T2`"));
    }

    let hidden = "state=\"hidden\"";
    let (rows, findings) = read(&book(&[("A", "", &ledger), ("B", hidden, &ledger)]), &ReadOptions::new());
    assert_eq!((rows, told(&findings)), (found.clone(), vec![(Code::HiddenSheet, 0, "B")]));
    let only = book(&[("A", "", &other), ("B", hidden, &ledger)]);
    let (rows, findings) = read(&only, &ReadOptions::new());
    assert_eq!(
        (rows.len(), findings[0].severity, told(&findings)),
        (0, Severity::Error, vec![(Code::HiddenSheet, 0, "B")])
    );
    let (rows, findings) = read(&only, &ReadOptions::new().with_sheet("B"));
    assert_eq!((rows, told(&findings)), (found, vec![(Code::HiddenSheet, 0, "B")]));

    let (_, findings) = read(&book(&[("A", "", &other)]), &ReadOptions::new());
    assert!(findings.iter().any(|finding| finding.code == Code::MissingColumn));
    assert_eq!(
        told(&read(&book(&[("A", "", "<sheetData/>")]), &ReadOptions::new()).1),
        [(Code::EmptyFile, 1, "")]
    );
}

#[test]
fn what_only_sheets_do_is_told_with_the_cell() {
    let rows = words(1, &HEADER)
        + &data(2, "R1", "<c t=\"e\"><v>#N/A</v></c>")
        + &data(3, "R2", "<c><f>1+1</f></c>")
        + &data(4, "R3", "<c><f>1+1</f><v>2</v></c>")
        + &data(5, "R4", "<c><f>1+1</f><v>3</v></c>")
        + &data(6, "R5", &text("1.234,5"))
        + &data(7, "R6", &number("1234567890123456"))
        + &data(8, "R7", "<c s=\"1\"><v>45700</v></c>")
        + &data(9, "R8", "<c t=\"b\"><v>1</v></c>")
        + &data(10, "R9", &number("1,5"))
        + &row(11, &[text("R10"), "<c s=\"1\"><v>60</v></c>".into(), text("dầu DO"), number("1"), text("L")])
        + &row(12, &[text("R11"), number("45658"), text("dầu DO"), number("1.5E+2"), text("L")])
        + &words(13, &["R12", "45659", "dầu DO", "1", "L"])
        + &data(14, "R1", &number("1"));
    let (good, findings) = read(&workbook(&rows), &ReadOptions::from_locale("vi-VN").unwrap());
    let good: Vec<(u64, &str)> = good.iter().map(|(row, quantity, _)| (*row, quantity.as_str())).collect();
    assert_eq!(good, [(4, "2"), (5, "3"), (6, "1234.5"), (7, "1234567890123460"), (12, "150"), (13, "1")]);
    assert_eq!(
        told(&findings),
        [
            (Code::SpreadsheetErrorValue, 2, "data!D2"),
            (Code::FormulaWithoutValue, 3, "data!D3"),
            (Code::FormulaValue, 4, "data!D4"),
            (Code::PrecisionSuspect, 7, "data!D7"),
            (Code::BadCharInNumber, 8, "data!D8"),
            (Code::BadNumber, 9, "data!D9"),
            (Code::BadNumber, 10, "data!D10"),
            (Code::BadDate, 11, "data!B11"),
            (Code::DuplicateRecord, 14, "data!A14"),
        ]
    );
    // The days of the other system are four years and a day later.
    let mut parts = pieces(
        &[(
            "data",
            "",
            &format!("<sheetData>{}{}</sheetData>", words(1, &HEADER), data(5, "R1", &number("7"))),
        )],
        true,
    );
    assert_eq!(read(&archive(&parts), &ReadOptions::new()).0, one("7", "2029-01-06"));
    let declared = ReadOptions::new().with_date_system(crate::period::DateSystem::Excel1900);
    assert_eq!(read(&archive(&parts), &declared).0, one("7", "2025-01-05"));
    parts.truncate(5);
    assert_eq!(read(&archive(&parts), &ReadOptions::new()).1[0].code, Code::BadWorkbook);
}

#[test]
fn lines_may_use_different_names_for_a_field() {
    let lines = "{\"id\":\"1\",\"date\":\"2025-01-05\",\"quantity\":0.1,\"unit\":\"L\",\"x\":{}}\n\n\
                 {\"đvt\":\"L\",\"mã\":\"2\",\"ngày\":20250105,\"số lượng\":\"9007199254740993\"}\r\n\
                 {\"id\":\"3\",\"date\":\"2025-01-05\",\"quantity\":\"1,5\",\"unit\":\"L\"}\n\
                 {\"id\":\"1\",\"date\":\"2025-01-05\",\"quantity\":1,\"unit\":\"L\"}";
    let (rows, findings) = read(lines.as_bytes(), &ReadOptions::from_locale("vi-VN").unwrap());
    assert_eq!(
        rows,
        [(1, "0.1".into(), "2025-01-05".into()), (3, "9007199254740993".into(), "2025-01-05".into())]
    );
    assert_eq!(told(&findings), [(Code::BadNumber, 4, ""), (Code::DuplicateRecord, 5, "")]);
    let unknown: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Info).collect();
    assert_eq!((unknown.len(), unknown[0].code, &*unknown[0].position.header), (1, Code::UnknownColumn, "x"));
    // The caller's own names go before the known ones.
    let own = ReadOptions::new().with_column("chỉ số", Field::Quantity);
    let line = r#"{"id":"1","date":"2025-01-05","quantity":5,"chỉ số":7,"unit":"L"}"#;
    assert_eq!(read(line.as_bytes(), &own).0[0].1, "7");
    // UTF-16 with a mark, as some programs write.
    let wide: Vec<u8> = "\u{feff}{\"id\":\"1\",\"date\":\"2025-01-05\",\"quantity\":5,\"unit\":\"L\"}\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&wide, &ReadOptions::new()).0[0].1, "5");
}

#[test]
fn lines_are_bounded_one_by_one() {
    let good = "{\"id\":\"1\",\"date\":\"2025-01-05\",\"quantity\":5,\"unit\":\"L\"}";
    let limits =
        |record: usize, columns: usize| Limits::default().with_record_bytes(record).with_columns(columns);
    let outcome = |text: &str, limits: &Limits| {
        let mut ledger = Ledger::open(text.as_bytes(), &ReadOptions::new(), limits).unwrap();
        let (mut record, mut codes) = (Record::new(), Vec::new());
        while ledger
            .read(&mut record, &mut |finding| codes.push((finding.code, finding.position.row)))
            .unwrap()
        {}
        (ledger.rows(), ledger.skipped(), codes)
    };
    assert_eq!(outcome(good, &limits(good.len(), 4)), (1, 0, vec![]));
    assert_eq!(outcome(good, &limits(good.len() - 1, 4)), (1, 1, vec![(Code::LimitExceeded, 1)]));
    assert_eq!(outcome(good, &limits(1000, 3)), (1, 1, vec![(Code::LimitExceeded, 1)]));
    let long = format!("{{\"id\":\"{}\"}}\n{good}\n\n{good}", "x".repeat(300_000));
    let told = vec![(Code::LimitExceeded, 1), (Code::DuplicateRecord, 4)];
    assert_eq!(outcome(&long, &limits(1000, 4)), (3, 2, told));
    let one_row = Limits::default().with_rows(1);
    let mut ledger = Ledger::open(long.as_bytes(), &ReadOptions::new(), &one_row).unwrap();
    let mut record = Record::new();
    assert_eq!(ledger.read(&mut record, &mut |_| {}).unwrap_err().code(), Code::LimitExceeded);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The same rows as text, as a sheet and as JSON lines are the same records.
    #[test]
    fn the_format_changes_nothing(
        table in prop::collection::vec(("[a-zàđ0-9 ]{0,6}", 0i64..100_000_000, 0usize..5, 0u32..700), 1..8),
    ) {
        let (mut csv, mut sheet, mut lines) = ("id,date,quantity,unit\n".to_string(), words(1, &["id", "date", "quantity", "unit"]), String::new());
        for (at, (id, value, scale, day)) in (2u32..).zip(&table) {
            let digits = format!("{value:06}");
            let (whole, fraction) = digits.split_at(digits.len() - scale);
            let whole = whole.trim_start_matches('0');
            let quantity = format!("{}{}{fraction}", if whole.is_empty() { "0" } else { whole }, if *scale > 0 { "." } else { "" });
            let date = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new((*day).into());
            csv.push_str(&format!("r{id},{date},{quantity},L\n"));
            let serial = format!("<c s=\"1\"><v>{}</v></c>", 45_292 + day);
            sheet.push_str(&row(at, &[text(&format!("r{id}")), serial, number(&quantity), text("L")]));
            lines.push_str(&format!("{{\"unit\":\"L\",\"quantity\":{quantity},\"id\":\"r{id}\",\"date\":\"{date}\"}}\n"));
        }
        let point = ReadOptions::new().with_number_format(crate::number::NumberFormat::Point);
        let (rows, findings) = read(csv.as_bytes(), &point);
        let (in_sheet, told_of_sheet) = read(&workbook(&sheet), &ReadOptions::new());
        let (in_lines, told_of_lines) = read(lines.as_bytes(), &ReadOptions::new());
        prop_assert_eq!(&rows, &in_sheet);
        let in_lines: Vec<_> = in_lines.into_iter().map(|(row, quantity, day)| (row + 1, quantity, day)).collect();
        prop_assert_eq!(&rows, &in_lines);
        let codes = |findings: &[Finding]| findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
        prop_assert_eq!(codes(&findings), codes(&told_of_sheet));
        prop_assert_eq!(codes(&findings), codes(&told_of_lines));
    }

    /// Bytes changed anywhere in a workbook or in lines: no panic, and no row that is neither counted nor told.
    #[test]
    fn changed_bytes_are_read_or_refused(
        lines in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let mut bytes = if lines {
            b"{\"id\":\"1\",\"date\":\"2025-01-05\",\"quantity\":5,\"unit\":\"L\"}\n{\"id\":\"2\"}\n".to_vec()
        } else {
            let mut parts = pieces(&[("data", "", &format!("<sheetData>{}{}</sheetData>", words(1, &HEADER), data(5, "R1", &number("7"))))], false);
            parts.iter_mut().for_each(|part| part.stored = true);
            archive(&parts)
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(mut ledger) = Ledger::open(bytes.as_slice(), &ReadOptions::new(), &Limits::default()) {
            let (mut record, mut errors, mut good) = (Record::new(), 0u64, 0u64);
            while let Ok(true) = ledger.read(&mut record, &mut |finding| errors += u64::from(finding.severity == Severity::Error)) {
                good += 1;
            }
            prop_assert!(ledger.rows() <= good + errors);
        }
    }
}
