//! What holds for every ledger: all faults are told, limits hold, no row is lost, no bytes panic.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests assert by panicking"
)]

mod reading;

use emitrace::Severity;
use emitrace::activity::{Encoding, Field, ReadOptions, Reader, Record};
use emitrace::limits::Limits;

use reading::{HEAD, Read1, locale, read, read_cut};

#[test]
fn a_row_tells_all_its_faults_with_the_headers_of_the_file() {
    let text = "Mã;Ngày;Số lượng (kWh);ĐVT;Nhà cung cấp\nR1;31/02/2025;-1,5;;a\u{202e}b\n\n;;;;\nR2;1/3/2025;2,5;kWh;x\n";
    let got = read(text.as_bytes(), &locale("vi-VN"));
    let faults: Vec<_> =
        got.findings.iter().map(|f| (f.code.as_str(), &*f.position.column, &*f.position.header)).collect();
    assert_eq!(
        faults,
        [
            ("BIDI_CONTROL", "supplier", "Nhà cung cấp"),
            ("NEGATIVE_QUANTITY", "quantity", "Số lượng (kWh)"),
            ("MISSING_VALUE", "unit", "ĐVT"),
            ("BAD_DATE", "date", "Ngày"),
        ]
    );
    assert!(got.findings.iter().all(|f| (f.position.row, f.position.line) == (2, 2)));
    assert_eq!((got.rows, got.skipped, got.good[0].row), (2, 1, 5), "blank rows keep their numbers");
}

#[test]
fn the_record_gives_tidy_text_and_the_text_of_the_file() {
    let text = "quantity,unit,date,note,cv,cv_unit,cv_basis,supplier\n1,t,2026-03-01,\" a \"\"b\"\"\nc \",\"43\",GJ/t,net,The\u{301}p\n2,t,2026-03-02,,,,,\n";
    let mut reader = Reader::open(text.as_bytes(), &ReadOptions::new(), &Limits::default()).unwrap();
    let (mut record, mut none) = (Record::new(), |finding| panic!("{finding:?}"));
    assert!(reader.read(&mut record, &mut none).unwrap());
    assert_eq!((record.get(Field::Note), record.raw(Field::Note)), ("a \"b\"\nc", " a \"b\"\nc "));
    assert_eq!((record.get(Field::Supplier), record.raw(Field::Supplier)), ("Th\u{e9}p", "The\u{301}p"));
    assert_eq!(record.calorific_value().map(|value| value.to_string()).as_deref(), Some("43"));
    assert_eq!((record.get(Field::Site), record.raw(Field::Site)), ("", ""));
    assert_eq!((record.row(), record.line()), (2, 2));
    assert!(reader.read(&mut record, &mut none).unwrap());
    assert_eq!((record.get(Field::Note), record.calorific_value()), ("", None));
    assert_eq!((record.row(), record.line()), (3, 4), "a quoted line break moves the line, not the row");
    assert!(!reader.read(&mut record, &mut none).unwrap());
    assert!(!reader.read(&mut record, &mut none).unwrap());
    assert_eq!(reader.bytes(), u64::try_from(text.len()).unwrap());
    assert_eq!(reader.header()[4], ("cv".into(), Some(Field::CalorificValue)));
}

#[test]
fn header_problems_come_all_at_once() {
    let got = read("Số lượng (kWh),quantity,Đon gía,sup plier\n".as_bytes(), &ReadOptions::new());
    let codes: Vec<_> = got.findings.iter().map(|f| (f.code.as_str(), &*f.position.column)).collect();
    assert_eq!(
        codes,
        [
            ("DUPLICATE_COLUMN", "quantity"),
            ("UNKNOWN_COLUMN", ""),
            ("UNKNOWN_COLUMN", ""),
            ("MISSING_COLUMN", "unit"),
            ("MISSING_COLUMN", "date"),
        ]
    );
    assert!(got.findings[2].help.contains("`supplier`"), "{}", got.findings[2].help);
    assert!(got.findings[3].help.contains("Số lượng (kWh)"), "{}", got.findings[3].help);

    let mapped = ReadOptions::new().with_column("kg net", Field::Quantity).with_column("wann", Field::Date);
    let got = read(b"Amount,KG_NET,unit\n9,5,kg\n", &mapped);
    let codes: Vec<_> = got.findings.iter().map(|f| (f.code.as_str(), &*f.position.column)).collect();
    assert_eq!(codes, [("UNKNOWN_COLUMN", ""), ("MISSING_COLUMN", "date")]);
    let got = read(b"Amount,KG_NET,unit,Wann\n9,5,kg,2026-03-01\n", &mapped);
    assert_eq!((&*got.good[0].quantity, got.findings.len()), ("5", 1));
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let none = ReadOptions::new();
    let run = |text: &str, limits: Limits| read_cut(text.as_bytes(), usize::MAX, &none, &limits);
    let code = |got: &Read1| got.findings.last().map_or("", |f| f.code.as_str());
    let text = "record_id,quantity,unit,date,supplier\nR1,5,t,2026-03-01,a\nR2,5,t,2026-03-01,b\n";
    let length = u64::try_from(text.len()).unwrap();

    assert_eq!(code(&run(text, Limits::default().with_bytes(length))), "");
    assert_eq!(code(&run(text, Limits::default().with_bytes(length - 1))), "LIMIT_EXCEEDED");
    assert_eq!(code(&run(text, Limits::default().with_rows(2))), "");
    let got = run(text, Limits::default().with_rows(1));
    assert_eq!((code(&got), got.good.len()), ("LIMIT_EXCEEDED", 1));
    assert_eq!(code(&run(text, Limits::default().with_columns(5))), "");
    assert_eq!(code(&run(text, Limits::default().with_columns(4))), "LIMIT_EXCEEDED");
    assert!(run(text, Limits::default().with_ids(2)).ids_checked);
    let got = run(text, Limits::default().with_ids(1));
    assert_eq!((code(&got), got.ids_checked, got.good.len()), ("DUPLICATES_NOT_CHECKED", false, 2));
    assert_eq!(got.findings[0].severity, Severity::Info);
    assert_eq!(code(&run(text, Limits::default().with_names(2))), "");
    assert_eq!(code(&run(text, Limits::default().with_names(1))), "LIMIT_EXCEEDED");
    assert_eq!(run(text, Limits::default().with_names(1)).good.len(), 2);

    let wide = |n: usize| format!("{HEAD}R1,{},e,5,kWh,2026-03-01\nR2,H,e,5,kWh,2026-03-01\n", "A".repeat(n));
    assert_eq!(code(&run(&wide(65_536), Limits::default())), "");
    assert_eq!(code(&run(&wide(65_537), Limits::default())), "FIELD_TOO_LONG");
    let record = wide(100).lines().nth(1).unwrap().len();
    assert_eq!(code(&run(&wide(100), Limits::default().with_record_bytes(record))), "");
    let got = run(&wide(100), Limits::default().with_record_bytes(record - 1));
    assert_eq!((code(&got), got.good.len(), got.rows), ("LIMIT_EXCEEDED", 1, 2));
}

proptest::proptest! {
    #[test]
    fn no_bytes_panic_and_no_row_is_lost(
        rows in proptest::collection::vec("[R0-9a-zêỐ;,.\"\r\n\u{200b}\u{202e}\0/-]{0,40}", 0..6),
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..40),
        step in 1usize..9,
    ) {
        let mut file = HEAD.as_bytes().to_vec();
        for row in &rows {
            file.extend_from_slice(row.as_bytes());
            file.extend_from_slice(b"\nR1,H,e,5,kWh,2026-03-01\n");
        }
        file.extend_from_slice(&bytes);
        let whole = read_cut(&file, usize::MAX, &ReadOptions::new(), &Limits::default());
        proptest::prop_assert_eq!(read_cut(&file, step, &ReadOptions::new(), &Limits::default()), whole);
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1258] {
            let options = ReadOptions::new().with_encoding(encoding);
            let whole = read_cut(&bytes, usize::MAX, &options, &Limits::default());
            proptest::prop_assert_eq!(read_cut(&bytes, step, &options, &Limits::default()), whole);
        }
    }
}
