//! Moments: where intervals of a time series begin. There is no clock and no table of time zones.

use chrono::{Days, NaiveDate};
use core::fmt;

use super::{DateOrder, DateSystem, parse::number, parse_day_or_span};
use crate::error::{Code, Error};

/// Minutes of a day.
const DAY: i64 = 1_440;

/// How far a local time is ahead of UTC, fixed: no daylight saving is known or guessed.
///
/// # Example
/// ```
/// use emitrace::period::UtcOffset;
///
/// assert_eq!(UtcOffset::parse("+07:00")?.minutes(), 420);
/// assert_eq!(UtcOffset::parse("Z")?.to_string(), "+00:00");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// Reads `+07:00`, `+0700`, `-03:30`, `Z` or `UTC`.
    ///
    /// # Errors
    /// [`Code::BadTime`] for anything else, and for offsets that no place has.
    pub fn parse(text: &str) -> Result<UtcOffset, Error> {
        let bad = || {
            Error::new(Code::BadTime, format!("`{text}` is no offset from UTC"))
                .with_help("write the offset as +07:00, or Z for UTC; names of zones are not read")
        };
        let text = text.trim();
        if matches!(text, "Z" | "z" | "UTC" | "utc") {
            return Ok(UtcOffset(0));
        }
        let (ahead, digits) = match text.split_at_checked(1) {
            Some(("+", digits)) => (true, digits),
            Some(("-", digits)) => (false, digits),
            _ => return Err(bad()),
        };
        let (hours, minutes) = match digits.split_once(':') {
            Some(parts) => parts,
            None => digits.split_at_checked(2).ok_or_else(bad)?,
        };
        let minutes = if minutes.is_empty() { "00" } else { minutes };
        let part = |part: &str, below: u32| {
            number(part, 2).filter(|n| part.len() == 2 && *n < below).and_then(|n| i16::try_from(n).ok())
        };
        let (Some(hours), Some(minutes)) = (part(hours, 15), part(minutes, 60)) else { return Err(bad()) };
        let all = hours.saturating_mul(60).saturating_add(minutes);
        if all > 840 || (!ahead && all > 720) {
            return Err(bad());
        }
        Ok(UtcOffset(if ahead { all } else { all.saturating_neg() }))
    }

    /// Minutes ahead of UTC.
    pub fn minutes(self) -> i64 {
        self.0.into()
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.0.unsigned_abs();
        let sign = if self.0 < 0 { '-' } else { '+' };
        let (hours, minutes) = (all.checked_div(60).unwrap_or(0), all.checked_rem(60).unwrap_or(0));
        write!(f, "{sign}{hours:02}:{minutes:02}")
    }
}

/// A moment: whole minutes since the start of 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The start of a local day.
    ///
    /// # Example
    /// ```
    /// use emitrace::period::{DateOrder, Moment, Period, UtcOffset, parse_moment};
    ///
    /// let offset = UtcOffset::parse("+07:00")?;
    /// let midnight = Moment::of_day(Period::parse("2025-01-01")?.start(), offset);
    /// assert_eq!(parse_moment("2024-12-31T17:00Z", DateOrder::Undeclared, offset)?.0, midnight);
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn of_day(day: NaiveDate, offset: UtcOffset) -> Moment {
        let days = day.signed_duration_since(NaiveDate::default()).num_days();
        Moment(days.saturating_mul(DAY).saturating_sub(offset.minutes()))
    }

    /// Minutes from an earlier moment to this one.
    pub fn since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment some minutes later.
    #[must_use]
    pub fn plus(self, minutes: i64) -> Moment {
        Moment(self.0.saturating_add(minutes))
    }

    /// The local day and the minute of it.
    pub fn local(self, offset: UtcOffset) -> (NaiveDate, i64) {
        let minutes = self.0.saturating_add(offset.minutes());
        let day = minutes.div_euclid(DAY);
        let origin = NaiveDate::default();
        let found = match u64::try_from(day) {
            Ok(days) => origin.checked_add_days(Days::new(days)),
            Err(_) => origin.checked_sub_days(Days::new(day.unsigned_abs())),
        };
        (found.unwrap_or(origin), minutes.rem_euclid(DAY))
    }

    /// The moment as local time: `2025-01-01T00:00+07:00`.
    pub fn text(self, offset: UtcOffset) -> String {
        let (day, minute) = self.local(offset);
        let (hours, minutes) = (minute.div_euclid(60), minute.rem_euclid(60));
        format!("{day}T{hours:02}:{minutes:02}{offset}")
    }
}

/// Reads a day with a time of day, and gives the moment with the local day that it names.
///
/// `2025-03-01T13:00+07:00`, `2025-03-01 13:00:00`, `01/03/2025 13:00` (with a declared order), `2025-03-01T06:00Z`. Without an
/// offset of its own the text is taken at the declared one.
///
/// # Errors
/// [`Code::BadTime`] without a time of day, for times between minutes and names of zones; those of
/// [`parse_day_or_span`] for the day.
///
/// # Example
/// ```
/// use emitrace::period::{DateOrder, UtcOffset, parse_moment};
///
/// let offset = UtcOffset::parse("+07:00")?;
/// let (moment, day) = parse_moment("01/03/2025 00:30", DateOrder::Dmy, offset)?;
/// assert_eq!((moment.text(offset), day.to_string()), ("2025-03-01T00:30+07:00".into(), "2025-03-01".into()));
/// let error = parse_moment("2025-03-01", DateOrder::Undeclared, offset).unwrap_err();
/// assert_eq!(error.code().as_str(), "BAD_TIME");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn parse_moment(text: &str, order: DateOrder, declared: UtcOffset) -> Result<(Moment, NaiveDate), Error> {
    let text = text.trim();
    let bad = |why: &str| {
        let shown = text.get(..40).unwrap_or(text);
        Error::new(Code::BadTime, format!("`{shown}` {why}"))
    };
    if text.is_empty() {
        return Err(Error::new(Code::MissingValue, "the time is empty"));
    }
    let at = text.find(['T', ' ']).filter(|at| *at >= 8).ok_or_else(|| bad("has no time of day"))?;
    let (day, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let rest = rest.get(1..).unwrap_or("").trim();
    let period = parse_day_or_span(day, order, DateSystem::None)?;
    if period.days() != 1 {
        return Err(bad("names no single day"));
    }
    let split = rest.find(['+', '-', 'Z', 'z', 'U', 'u']);
    let (clock, offset) = split.and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
    let offset = if offset.is_empty() { declared } else { UtcOffset::parse(offset)? };
    let mut parts = clock.trim().split(':');
    let mut part = |below: u32| {
        let part = parts.next()?;
        number(part, 2).filter(|n| part.len() <= 2 && *n < below)
    };
    let (Some(hour), Some(minute)) = (part(24), part(60)) else {
        return Err(bad("has no time of day from 00:00 to 23:59"));
    };
    let whole = |seconds: &str| {
        let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        [seconds, fraction].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|b| b == b'0'))
    };
    match (parts.next(), parts.next()) {
        (None, None) => {}
        (Some(seconds), None) if whole(seconds) => {}
        _ => return Err(bad("is not a whole minute")),
    }
    let minutes = i64::from(hour).saturating_mul(60).saturating_add(minute.into());
    Ok((Moment::of_day(period.start(), offset).plus(minutes), period.start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Code> {
        let offset = UtcOffset::parse("+07:00").unwrap();
        parse_moment(text, DateOrder::Dmy, offset)
            .map(|(moment, _)| moment.text(UtcOffset::parse("Z").unwrap()))
            .map_err(|error| error.code())
    }

    #[test]
    fn what_one_moment_looks_like() {
        for text in [
            "2025-03-01T00:00:00+07:00",
            "2025-03-01 00:00",
            "2025-03-01 0:00",
            "01/03/2025 00:00:00.000",
            "2025-02-28T17:00Z",
            "2025-02-28 17:00 UTC",
            "2025-02-28T12:00-0500",
            "2025-02-28T13:30-03:30",
        ] {
            assert_eq!(read(text).unwrap(), "2025-02-28T17:00+00:00", "{text}");
        }
    }

    #[test]
    fn what_no_moment_looks_like() {
        for text in [
            "2025-03-01",
            "2025-03",
            "2025-03-01T24:00",
            "2025-03-01T10",
            "2025-03-01T10:60",
            "2025-03-01T10:00:30",
            "2025-03-01T10:00+15:00",
            "2025-03-01T10:00-13:00",
            "2025-03-01T10:00 Asia/Ho_Chi_Minh",
            "46082.5",
            "T10:00",
        ] {
            assert_eq!(read(text).unwrap_err(), Code::BadTime, "{text}");
        }
        assert_eq!(read("").unwrap_err(), Code::MissingValue);
        assert_eq!(read("2025-02-30 10:00").unwrap_err(), Code::BadDate);
        assert_eq!(read("12025-02-01 10:00").unwrap_err(), Code::DateOutOfRange);
    }

    #[test]
    fn local_days_before_1970_do_not_wrap() {
        let offset = UtcOffset::parse("-12:00").unwrap();
        assert_eq!(Moment(0).text(offset), "1969-12-31T12:00-12:00");
    }
}
