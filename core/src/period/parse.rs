//! Date text to [`Period`].

use chrono::{Days, NaiveDate};

use super::{DateOrder, DateSystem, Period, check_year, day_of, words};
use crate::error::{Code, Error};

/// Longest date text, in bytes: `Ngày 01 tháng 03 năm 2026` with room to spare.
const LENGTH: usize = 64;

/// Reads the text of a date cell: one day, or a month, quarter or year, which are spans of days.
///
/// | text | needs |
/// |---|---|
/// | `2026-03-01`, `2026/3/1`, `20260301`, `2026-03-01 00:00:00` | nothing |
/// | `2026-03`, `2026`, `2026-Q1`, `2026-01-01/2026-03-31` | nothing |
/// | `Ngày 1 tháng 3 năm 2026`, `Tháng 03 năm 2026`, `T3/2026`, `Quý 1/2026`, `Năm 2026` | nothing |
/// | `01/03/2026`, `1.3.2026`, `01-03-2026`, `03/2026` | a declared `order` |
/// | `46082` | a declared `system` |
///
/// # Errors
/// * [`Code::MissingValue`] when the text is empty.
/// * [`Code::AmbiguousDate`] when the order is needed and not declared, and for years of two digits.
/// * [`Code::SerialDate`] for a serial number without a declared system.
/// * [`Code::DateOutOfRange`] for years outside 1990 to 2100, Buddhist-era years among them.
/// * [`Code::BadDate`] for anything else.
///
/// # Example
/// ```
/// use emitrace::period::{DateOrder, DateSystem, parse_day_or_span};
///
/// let read = |text, order| parse_day_or_span(text, order, DateSystem::None);
/// assert_eq!(read("03/04/2026", DateOrder::Dmy)?.start().to_string(), "2026-04-03");
/// assert_eq!(read("Tháng 3/2026", DateOrder::Undeclared)?.days(), 31);
/// let error = read("03/04/2026", DateOrder::Undeclared).unwrap_err();
/// assert_eq!(error.code().as_str(), "AMBIGUOUS_DATE");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn parse_day_or_span(text: &str, order: DateOrder, system: DateSystem) -> Result<Period, Error> {
    // Nearly every row: `2026-03-01`.
    if let Some(day) = iso_day(text.as_bytes()) {
        return Period::day(day);
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::new(Code::MissingValue, "the date is empty"));
    }
    if text.len() > LENGTH {
        return Err(bad(text.get(..20).unwrap_or("the text")));
    }
    if let Some((start, end)) = text.split_once('/').filter(|(start, _)| start.len() == 10) {
        return iso_span(text, start, end);
    }
    if let Some(read) = words::vietnamese(text) {
        return read;
    }
    let day = without_time(text)?;
    if day.bytes().all(|b| b.is_ascii_digit() || b == b'.') && day.matches('.').count() < 2 {
        return digits_only(day, order, system);
    }
    let mut parts = day.split(['-', '/', '.']);
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), None, None) => two_parts(text, first, second, order),
        (Some(first), Some(second), Some(third), None) => three_parts(text, [first, second, third], order),
        _ => Err(bad(text)),
    }
}

/// `2025`, `2025-03`, `2025-03-01`, `2025-01-01/2025-12-31`.
pub(super) fn iso_period(text: &str) -> Result<Period, Error> {
    let text = text.trim();
    if let Some((start, end)) = text.split_once('/') {
        return iso_span(text, start, end);
    }
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4)).filter(|_| text.len() >= 4);
    let month = parts.next().map(|part| number(part, 2).filter(|_| part.len() == 2));
    let day = parts.next().map(|part| number(part, 2).filter(|_| part.len() == 2));
    match (year, month, day, parts.next()) {
        (Some(year), None, None, None) => Period::year(check_year(year.into())?),
        (Some(year), Some(Some(month)), None, None) => Period::month(check_year(year.into())?, month),
        (Some(year), Some(Some(month)), Some(Some(day)), None) => {
            Period::day(day_of(check_year(year.into())?, month, day)?)
        }
        _ => Err(bad(text).with_help("write `2025`, `2025-03` or `2025-01-01/2025-12-31`")),
    }
}

fn iso_span(text: &str, start: &str, end: &str) -> Result<Period, Error> {
    let day = |part: &str| iso_day(part.trim().as_bytes());
    match (day(start), day(end)) {
        (Some(start), Some(end)) => Period::new(start, end),
        _ => Err(bad(text).with_help("write `2025`, `2025-03` or `2025-01-01/2025-12-31`")),
    }
}

/// Exactly `2026-03-01`, and a day that exists.
pub(crate) fn iso_day(text: &[u8]) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let fold = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |sum, &b| {
            b.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(u32::from(b.wrapping_sub(b'0'))))
        })
    };
    let year = i32::try_from(fold(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, fold(&[m1, m2])?, fold(&[d1, d2])?)
}

/// Digits alone, at most `most` of them.
pub(super) fn number(part: &str, most: usize) -> Option<u32> {
    if part.is_empty() || part.len() > most.min(9) {
        return None;
    }
    part.bytes().try_fold(0u32, |sum, b| {
        b.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(u32::from(b.wrapping_sub(b'0'))))
    })
}

/// Drops a time of day. A zone is refused: which day it is would depend on where one looks from.
fn without_time(text: &str) -> Result<&str, Error> {
    let Some(at) = text.find(['T', ' ']).filter(|&at| at >= 8) else { return Ok(text) };
    let (day, time) = (text.get(..at).unwrap_or(text), text.get(at.saturating_add(1)..).unwrap_or(""));
    let mut clock = time.trim().split(':');
    let within = |part: Option<&str>, below: u32| {
        part.is_some_and(|part| part.len() == 2 && number(part, 2).is_some_and(|n| n < below))
    };
    let (hour, minute) = (within(clock.next(), 24), within(clock.next(), 60));
    let second = match clock.next() {
        None => true,
        Some(second) => {
            let (whole, fraction) = second.split_once('.').unwrap_or((second, "0"));
            within(Some(whole), 60) && number(fraction, 9).is_some()
        }
    };
    if hour && minute && second && clock.next().is_none() {
        return Ok(day);
    }
    Err(bad(text).with_help("write the local day alone, as 2025-03-01; a time with a zone is not read"))
}

/// A year, a compact ISO day, or a spreadsheet's serial number.
fn digits_only(text: &str, order: DateOrder, system: DateSystem) -> Result<Period, Error> {
    if let Some((first, second)) = text.split_once('.').filter(|(_, second)| second.len() == 4) {
        // `03.2026`: a month. A serial number with four decimals is not seen in practice.
        if first.len() <= 2 {
            return two_parts(text, first, second, order);
        }
    }
    match (text.len(), number(text, 9)) {
        (4, Some(year)) => Period::year(check_year(year.into())?),
        // As day-month-year the last four digits would be a year, and no year from 1990 on reads as a month.
        (8, Some(_)) => {
            let part = |from, to| text.get(from..to).and_then(|part| number(part, 4)).unwrap_or(0);
            Period::day(day_of(check_year(part(0, 4).into())?, part(4, 6), part(6, 8))?)
        }
        _ => serial(text, system),
    }
}

/// The day of a spreadsheet's serial number; a time of day behind the point is dropped.
///
/// # Errors
/// [`Code::BadDate`], for serial 60 of 1900 among others; [`Code::DateOutOfRange`]; [`Code::SerialDate`] without a
/// system.
///
/// # Example
/// ```
/// use emitrace::period::{DateSystem, parse_serial};
///
/// let day = |text, system| parse_serial(text, system).map(|day| day.start().to_string());
/// assert_eq!(day("46082.729166666664", DateSystem::Excel1900)?, "2026-03-01");
/// assert_eq!(day("44620", DateSystem::Excel1904)?, "2026-03-01");
/// assert_eq!(day("60", DateSystem::Excel1900).unwrap_err().code().as_str(), "BAD_DATE");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn parse_serial(text: &str, system: DateSystem) -> Result<Period, Error> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad(text));
    }
    serial(whole, system)
}

fn serial(text: &str, system: DateSystem) -> Result<Period, Error> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let (Some(count), Some(_)) = (number(whole, 6), number(fraction, 9)) else { return Err(bad(text)) };
    let origin = match system {
        // Every day that is read has five digits: `3` is a month that lost its year, not a serial number.
        DateSystem::None if whole.len() != 5 => {
            return Err(bad(text).with_help("write the month with its year, as 2025-03"));
        }
        DateSystem::None => {
            return Err(Error::new(
                Code::SerialDate,
                format!("`{text}` is a serial number, which is a different day in different date systems"),
            ));
        }
        // Excel's 1900 has a day 60 that never was; from day 61 on the count runs from 1899-12-30.
        DateSystem::Excel1900 if count == 60 => {
            return Err(Error::new(Code::BadDate, "serial 60 is 1900-02-29, a day that never was"));
        }
        DateSystem::Excel1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        DateSystem::Excel1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    let day = origin.and_then(|origin| origin.checked_add_days(Days::new(count.into())));
    Period::day(day.ok_or_else(|| bad(text))?)
}

fn two_parts(text: &str, first: &str, second: &str, order: DateOrder) -> Result<Period, Error> {
    // `2026-Q1`
    if let Some(quarter) = second.strip_prefix(['Q', 'q']).and_then(|digit| number(digit, 1)) {
        let year = number(first, 9).ok_or_else(|| bad(text))?;
        return Period::quarter(check_year(year.into())?, quarter);
    }
    match (first.len(), number(first, 9), second.len(), number(second, 9)) {
        (4.., Some(year), 1 | 2, Some(month)) => Period::month(check_year(year.into())?, month),
        (1 | 2, Some(month), 4.., Some(year)) => {
            let year = check_year(year.into())?;
            if order == DateOrder::Undeclared {
                return Err(undeclared(text));
            }
            Period::month(year, month)
        }
        (1 | 2, Some(_), 1 | 2, Some(_)) => Err(two_digits(text)),
        _ => Err(bad(text)),
    }
}

fn three_parts(text: &str, parts: [&str; 3], order: DateOrder) -> Result<Period, Error> {
    let lengths = parts.map(str::len);
    let [Some(a), Some(b), Some(c)] = parts.map(|part| number(part, 9)) else { return Err(bad(text)) };
    match lengths {
        [4..=9, 1 | 2, 1 | 2] => Period::day(day_of(check_year(a.into())?, b, c)?),
        [1 | 2, 1 | 2, 4..=9] => {
            // The year first: a Buddhist year is wrong in either order.
            let year = check_year(c.into())?;
            match order {
                DateOrder::Undeclared => Err(undeclared(text)),
                DateOrder::Dmy => in_order(text, year, b, a, "day/month/year"),
                DateOrder::Mdy => in_order(text, year, a, b, "month/day/year"),
            }
        }
        [1 | 2, 1 | 2, 1 | 2] => Err(two_digits(text)),
        _ => Err(bad(text)),
    }
}

fn in_order(text: &str, year: i32, month: u32, day: u32, order: &str) -> Result<Period, Error> {
    if day_of(year, month, day).is_err() && day_of(year, day, month).is_ok() {
        return Err(Error::new(Code::BadDate, format!("`{text}` is no day in the declared order {order}"))
            .with_help("check the declared order: the date exists only in the other one"));
    }
    Period::day(day_of(year, month, day)?)
}

fn undeclared(text: &str) -> Error {
    Error::new(Code::AmbiguousDate, format!("`{text}` needs to be read in an order that was not declared"))
}

fn two_digits(text: &str) -> Error {
    Error::new(Code::AmbiguousDate, format!("`{text}` has a year of two digits"))
        .with_help("write the year with four digits, as 2025-03-01")
}

pub(super) fn bad(text: &str) -> Error {
    Error::new(Code::BadDate, format!("`{text}` is not a date"))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
