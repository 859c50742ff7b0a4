//! Dates with their times, as footprints write them.

use chrono::{DateTime, Months, Utc};

/// Reads `2024-12-31T00:00:00Z`; the second value says whether it is written in UTC.
pub(super) fn read(text: &str) -> Option<(DateTime<Utc>, bool)> {
    // The reader takes a blank for the `T`, too.
    if text.as_bytes().get(10) != Some(&b'T') {
        return None;
    }
    let read = DateTime::parse_from_rfc3339(text).ok()?;
    Some((read.to_utc(), read.offset().local_minus_utc() == 0))
}

/// Three years later.
pub(super) fn three_years(from: DateTime<Utc>) -> Option<DateTime<Utc>> {
    from.checked_add_months(Months::new(36))
}

/// As footprints write it.
pub(super) fn text(moment: DateTime<Utc>) -> String {
    let text = moment.naive_utc().to_string();
    format!("{}Z", text.replace(' ', "T"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_an_offset_and_utc_is_told_apart() {
        let plain = read("2024-12-31T00:00:00Z").unwrap();
        assert_eq!(plain, read("2024-12-31T00:00:00+00:00").unwrap());
        let hanoi = read("2024-12-31T07:00:00+07:00").unwrap();
        assert_eq!((hanoi.0, hanoi.1), (plain.0, false));
        for text in ["2024-12-31", "2024-12-31T00:00:00", "2024-12-31 00:00:00Z", "31/12/2024T00:00:00Z", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn three_years_from_a_leap_day_end_on_the_last_of_february() {
        let leap = read("2024-02-29T00:00:00Z").unwrap().0;
        assert_eq!(text(three_years(leap).unwrap()), "2027-02-28T00:00:00Z");
        assert_eq!(text(read("2024-12-31T10:20:30.5Z").unwrap().0), "2024-12-31T10:20:30.500Z");
    }
}
