//! Days and spans of days: reporting periods, and the dates of ledger rows.
//!
//! A [`Period`] counts whole days, both ends included. There is no time zone and no clock: a day is the day
//! that the record names. A [`Moment`] is where an interval of a time series begins, at a stated [`UtcOffset`]. [`parse_day_or_span`] reads the text of a cell; what it may read depends on what the
//! caller declared, because `03/04/2026` is two different days.

mod declared;
mod moment;
mod parse;
mod words;

use chrono::{Datelike, Months, NaiveDate};
use core::fmt;

use crate::error::{Code, Error};

pub use declared::{DateOrder, DateSystem};
pub use moment::{Moment, UtcOffset, parse_moment};
pub(crate) use parse::iso_day;
pub use parse::{parse_day_or_span, parse_serial};

/// First year that is read.
const FIRST_YEAR: i32 = 1990;
/// Last year that is read.
const LAST_YEAR: i32 = 2100;

/// Reads a day of a request written as `2026-11-22`; `path` is where it stands.
///
/// # Errors
/// `CHOICE_MISSING` if it is empty, `BAD_DATE`.
pub(crate) fn day_at(text: &str, path: &str) -> Result<NaiveDate, Error> {
    let (code, message) = match text {
        "" => (Code::ChoiceMissing, "no day is given: there is no clock inside".to_owned()),
        _ => match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) => return Ok(day),
            Err(_) => (Code::BadDate, format!("`{text}` is not a day such as 2026-11-22")),
        },
    };
    Err(Error::new(code, message).at(path.to_owned()))
}

/// A span of whole days, both ends included.
///
/// # Example
/// ```
/// use emitrace::period::Period;
///
/// let march = Period::parse("2025-03")?;
/// assert_eq!(march.to_string(), "2025-03-01/2025-03-31");
/// assert_eq!(march.days(), 31);
/// assert!(Period::year(2025)?.contains(march.start()));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

/// The first day that is read, for places that need some day before the first row.
const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl Period {
    /// Stands in a record that was not filled yet.
    pub(crate) const UNSET: Period = Period { start: FIRST_DAY, end: FIRST_DAY };

    /// The days from `start` to `end`.
    ///
    /// # Errors
    /// * [`Code::PeriodReversed`] when `end` is before `start`.
    /// * [`Code::DateOutOfRange`] when a day is before 1990 or after 2100.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Result<Period, Error> {
        check_year(i64::from(start.year()))?;
        check_year(i64::from(end.year()))?;
        if end < start {
            return Err(Error::new(Code::PeriodReversed, format!("{end} is before {start}")));
        }
        Ok(Period { start, end })
    }

    /// A single day.
    ///
    /// # Errors
    /// [`Code::DateOutOfRange`] outside 1990 to 2100.
    pub fn day(day: NaiveDate) -> Result<Period, Error> {
        Period::new(day, day)
    }

    /// A calendar year.
    ///
    /// # Errors
    /// [`Code::DateOutOfRange`] outside 1990 to 2100.
    pub fn year(year: i32) -> Result<Period, Error> {
        check_year(year.into())?;
        Period::new(day_of(year, 1, 1)?, day_of(year, 12, 31)?)
    }

    /// A calendar month; January is 1.
    ///
    /// # Errors
    /// [`Code::DateOutOfRange`] outside 1990 to 2100, [`Code::BadDate`] for a month that does not exist.
    pub fn month(year: i32, month: u32) -> Result<Period, Error> {
        Period::months(year, month, 1)
    }

    /// A quarter of the calendar year; January to March is 1.
    ///
    /// # Errors
    /// [`Code::DateOutOfRange`] outside 1990 to 2100, [`Code::BadDate`] for a quarter that does not exist.
    pub fn quarter(year: i32, quarter: u32) -> Result<Period, Error> {
        if !(1..=4).contains(&quarter) {
            return Err(Error::new(Code::BadDate, format!("there is no quarter {quarter}")));
        }
        Period::months(year, quarter.saturating_mul(3).saturating_sub(2), 3)
    }

    fn months(year: i32, first: u32, count: u32) -> Result<Period, Error> {
        check_year(year.into())?;
        let start = day_of(year, first, 1)?;
        let end = start.checked_add_months(Months::new(count)).and_then(|next| next.pred_opt());
        Period::new(start, end.unwrap_or(start))
    }

    /// Reads `2025`, `2025-03`, `2025-03-01` or `2025-01-01/2025-12-31`.
    ///
    /// # Errors
    /// [`Code::BadDate`], [`Code::DateOutOfRange`], [`Code::PeriodReversed`].
    pub fn parse(text: &str) -> Result<Period, Error> {
        parse::iso_period(text)
    }

    /// The first day.
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub fn end(self) -> NaiveDate {
        self.end
    }

    /// Whether the day is within the period.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether every day of `other` is within the period.
    pub fn covers(self, other: Period) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// From the first day of this period to the last day of `other`.
    ///
    /// # Errors
    /// [`Code::PeriodReversed`] when that is backwards.
    pub fn until(self, other: Period) -> Result<Period, Error> {
        Period::new(self.start, other.end)
    }

    /// How many days the period has; at least 1.
    pub fn days(self) -> u32 {
        let nights = self.end.signed_duration_since(self.start).num_days();
        u32::try_from(nights.saturating_add(1)).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

/// Refuses years that are typing errors or another era's.
fn check_year(year: i64) -> Result<i32, Error> {
    match i32::try_from(year) {
        Ok(year) if (FIRST_YEAR..=LAST_YEAR).contains(&year) => Ok(year),
        _ => Err(Error::new(
            Code::DateOutOfRange,
            format!("the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}"),
        )),
    }
}

/// A day that exists, in a year that is read.
fn day_of(year: i32, month: u32, day: u32) -> Result<NaiveDate, Error> {
    check_year(year.into())?;
    NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| Error::new(Code::BadDate, format!("there is no day {year}-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_never_ends_before_it_starts() {
        let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
        assert_eq!(Period::new(day(3, 2), day(3, 1)).unwrap_err().code(), Code::PeriodReversed);
        assert_eq!(Period::new(day(3, 1), day(3, 1)).unwrap().days(), 1);
    }

    #[test]
    fn years_outside_1990_to_2100_are_refused() {
        assert!(Period::year(1990).is_ok() && Period::year(2100).is_ok());
        for year in [1989, 2101, 2569, 0, -1, i32::MAX, i32::MIN] {
            assert_eq!(Period::year(year).unwrap_err().code(), Code::DateOutOfRange, "{year}");
        }
    }

    #[test]
    fn months_quarters_and_leap_days() {
        assert_eq!(Period::month(2024, 2).unwrap().days(), 29);
        assert_eq!(Period::month(2100, 12).unwrap().to_string(), "2100-12-01/2100-12-31");
        assert_eq!(Period::quarter(2025, 4).unwrap().to_string(), "2025-10-01/2025-12-31");
        assert_eq!(Period::month(2025, 13).unwrap_err().code(), Code::BadDate);
        assert_eq!(Period::quarter(2025, 5).unwrap_err().code(), Code::BadDate);
    }

    #[test]
    fn display_and_parse_are_inverse() {
        for text in ["2025", "2025-03", "2025-01-01/2025-12-31", "2025-03-01"] {
            let period = Period::parse(text).unwrap();
            assert_eq!(Period::parse(&period.to_string()).unwrap(), period);
        }
        for text in ["", "25", "2025-13", "2025-01-01/", "2025/03", "01/03/2025", "2025-1-1/2025-12-31"] {
            assert_eq!(Period::parse(text).unwrap_err().code(), Code::BadDate, "{text}");
        }
    }
}
