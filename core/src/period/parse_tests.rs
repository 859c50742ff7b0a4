use super::*;
use chrono::Datelike;
use proptest::prelude::*;

fn read(text: &str, order: DateOrder, system: DateSystem) -> String {
    match parse_day_or_span(text, order, system) {
        Err(error) => error.code().to_string(),
        Ok(period) if period.start() == period.end() => period.start().to_string(),
        Ok(period) => period.to_string(),
    }
}

#[test]
fn each_writing_of_a_date_reads_as_declared_or_says_why_not() {
    use DateOrder::{Dmy, Mdy, Undeclared};
    for (order, text, want) in [
        (Undeclared, "2026-03-01", "2026-03-01"),
        (Undeclared, " 2026-03-01 ", "2026-03-01"),
        (Undeclared, "2026/3/1", "2026-03-01"),
        (Undeclared, "2026.03.01", "2026-03-01"),
        (Undeclared, "20260301", "2026-03-01"),
        (Undeclared, "2026-03-01 00:00:00", "2026-03-01"),
        (Undeclared, "2026-03-01T13:30", "2026-03-01"),
        (Undeclared, "2026-03-01T13:30:00.000", "2026-03-01"),
        (Undeclared, "2026-03-01T13:30:00Z", "BAD_DATE"),
        (Undeclared, "2026-03-01T13:30:00+07:00", "BAD_DATE"),
        (Undeclared, "2026-03-01 25:00", "BAD_DATE"),
        (Undeclared, "2026-03", "2026-03-01/2026-03-31"),
        (Undeclared, "2026-3", "2026-03-01/2026-03-31"),
        (Undeclared, "2026", "2026-01-01/2026-12-31"),
        (Undeclared, "2026-Q2", "2026-04-01/2026-06-30"),
        (Undeclared, "2026-01-15/2026-02-14", "2026-01-15/2026-02-14"),
        (Undeclared, "2026-02-14/2026-01-15", "PERIOD_REVERSED"),
        (Undeclared, "T3/2026", "2026-03-01/2026-03-31"),
        (Undeclared, "t03-2026", "2026-03-01/2026-03-31"),
        (Undeclared, "tháng 3/2026", "2026-03-01/2026-03-31"),
        (Undeclared, "Tháng 03 năm 2026", "2026-03-01/2026-03-31"),
        (Undeclared, "THÁNG 12 NĂM 2026", "2026-12-01/2026-12-31"),
        (Undeclared, "tha\u{301}ng 3 na\u{306}m 2026", "2026-03-01/2026-03-31"),
        (Undeclared, "Ngày 01 tháng 03 năm 2026", "2026-03-01"),
        (Undeclared, "ngày 31 tháng 2 năm 2026", "BAD_DATE"),
        (Undeclared, "Quý I/2026", "2026-01-01/2026-03-31"),
        (Undeclared, "quý 4 năm 2026", "2026-10-01/2026-12-31"),
        (Undeclared, "Q3/2026", "2026-07-01/2026-09-30"),
        (Undeclared, "Năm 2026", "2026-01-01/2026-12-31"),
        (Undeclared, "tháng 13/2026", "BAD_DATE"),
        (Undeclared, "tháng 3", "BAD_DATE"),
        (Undeclared, "T3/26", "BAD_DATE"),
        (Undeclared, "Tháng 3/2569", "DATE_OUT_OF_RANGE"),
        (Undeclared, "03/04/2026", "AMBIGUOUS_DATE"),
        (Undeclared, "13/04/2026", "AMBIGUOUS_DATE"),
        (Undeclared, "03/2026", "AMBIGUOUS_DATE"),
        (Dmy, "03/04/2026", "2026-04-03"),
        (Mdy, "03/04/2026", "2026-03-04"),
        (Dmy, "13/04/2026", "2026-04-13"),
        (Mdy, "13/04/2026", "BAD_DATE"),
        (Dmy, "04/13/2026", "BAD_DATE"),
        (Dmy, "1.3.2026", "2026-03-01"),
        (Dmy, "01-03-2026", "2026-03-01"),
        (Dmy, "01/03/2026 00:00:00", "2026-03-01"),
        (Dmy, "03/2026", "2026-03-01/2026-03-31"),
        (Mdy, "3-2026", "2026-03-01/2026-03-31"),
        (Dmy, "03.2026", "2026-03-01/2026-03-31"),
        (Dmy, "13/2026", "BAD_DATE"),
        (Undeclared, "2026-02-29", "BAD_DATE"),
        (Undeclared, "2028-02-29", "2028-02-29"),
        (Dmy, "29/02/2026", "BAD_DATE"),
        (Undeclared, "01/03/26", "AMBIGUOUS_DATE"),
        (Dmy, "01/03/26", "AMBIGUOUS_DATE"),
        (Undeclared, "26-03-01", "AMBIGUOUS_DATE"),
        (Dmy, "03/26", "AMBIGUOUS_DATE"),
        (Undeclared, "10000-01-01", "DATE_OUT_OF_RANGE"),
        (Undeclared, "01/03/2569", "DATE_OUT_OF_RANGE"),
        (Undeclared, "2569-03-01", "DATE_OUT_OF_RANGE"),
        (Undeclared, "1989-12-31", "DATE_OUT_OF_RANGE"),
        (Undeclared, "2101-01-01", "DATE_OUT_OF_RANGE"),
        (Undeclared, "46082", "SERIAL_DATE"),
        (Undeclared, "46082.5", "SERIAL_DATE"),
        (Undeclared, "2569", "DATE_OUT_OF_RANGE"),
        (Undeclared, "3", "BAD_DATE"),
        (Undeclared, "123456", "BAD_DATE"),
        (Undeclared, "", "MISSING_VALUE"),
        (Undeclared, "  ", "MISSING_VALUE"),
        (Undeclared, "yesterday", "BAD_DATE"),
        (Undeclared, "２０２６-03-01", "BAD_DATE"),
        (Undeclared, "2026-03-01-01", "BAD_DATE"),
        (Undeclared, "2026--01", "BAD_DATE"),
        (Undeclared, "0000-00-00", "DATE_OUT_OF_RANGE"),
        (Undeclared, "+2026-03-01", "BAD_DATE"),
    ] {
        assert_eq!(read(text, order, DateSystem::None), want, "{order:?} `{text}`");
    }
}

#[test]
fn serial_numbers_count_from_the_declared_day() {
    for (system, text, want) in [
        (DateSystem::Excel1900, "46082", "2026-03-01"),
        (DateSystem::Excel1904, "46082", "2030-03-02"),
        (DateSystem::Excel1900, "46082.75", "2026-03-01"),
        (DateSystem::Excel1900, "32874", "1990-01-01"),
        (DateSystem::Excel1900, "32873", "DATE_OUT_OF_RANGE"),
        (DateSystem::Excel1900, "60", "BAD_DATE"),
        (DateSystem::Excel1900, "61", "DATE_OUT_OF_RANGE"),
        (DateSystem::Excel1900, "1234567", "BAD_DATE"),
    ] {
        assert_eq!(read(text, DateOrder::Dmy, system), want, "{system:?} {text}");
    }
}

#[test]
fn a_date_of_any_length_is_refused_in_little_time() {
    let long = "1".repeat(1 << 20);
    assert_eq!(read(&long, DateOrder::Dmy, DateSystem::Excel1900), "BAD_DATE");
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,40}") {
        for order in [DateOrder::Undeclared, DateOrder::Dmy, DateOrder::Mdy] {
            let _ = read(&text, order, DateSystem::Excel1900);
        }
    }

    #[test]
    fn no_date_like_text_panics(text in "[TQtq0-9/. :-]{0,24}") {
        for system in [DateSystem::None, DateSystem::Excel1900, DateSystem::Excel1904] {
            let _ = read(&text, DateOrder::Dmy, system);
        }
    }

    #[test]
    fn every_day_reads_back_in_each_writing(count in 0u64..40_541) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(count);
        let (y, m, d) = (day.year(), day.month(), day.day());
        for (order, text) in [
            (DateOrder::Undeclared, format!("{y}-{m:02}-{d:02}")),
            (DateOrder::Undeclared, format!("{y}{m:02}{d:02}")),
            (DateOrder::Undeclared, format!("{y}/{m}/{d}")),
            (DateOrder::Dmy, format!("{d:02}/{m:02}/{y}")),
            (DateOrder::Mdy, format!("{m:02}/{d:02}/{y}")),
            (DateOrder::Undeclared, format!("Ngày {d:02} tháng {m:02} năm {y}")),
        ] {
            prop_assert_eq!(read(&text, order, DateSystem::None), day.to_string());
        }
    }
}
