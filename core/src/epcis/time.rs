//! Points in time as events state them, to the last digit.

/// A point in time: seconds of UTC since 1970 and the fraction of a second in billionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// Billionths of a second.
    pub nanos: u32,
}

impl Instant {
    /// Reads `2026-03-01T13:00:00.5+07:00`. `None` if it is no time, has no offset or more than nine digits behind the point.
    pub fn parse(text: &str) -> Option<Instant> {
        written(text)
    }

    /// `2026-03-01T06:00:00.500Z`: UTC to a thousandth of a second, halves to even; `None` outside of the years 0 to 9999.
    pub(crate) fn milliseconds(self) -> Option<String> {
        let micros = self.nanos.checked_div(1_000)?;
        let (mut millis, rest) = (micros.checked_div(1_000)?, micros.checked_rem(1_000)?);
        if rest > 500 || (rest == 500 && millis & 1 == 1) {
            millis = millis.checked_add(1)?;
        }
        let carry = millis.checked_div(1_000)?;
        let seconds = self.seconds.checked_add(i64::from(carry))?;
        let millis = millis.checked_rem(1_000)?;
        let (days, of_day) = (seconds.checked_div_euclid(86_400)?, seconds.checked_rem_euclid(86_400)?);
        let (year, month, day) = civil(days)?;
        if !(0..=9999).contains(&year) {
            return None;
        }
        let (hour, rest) = (of_day.checked_div(3_600)?, of_day.checked_rem(3_600)?);
        let (minute, second) = (rest.checked_div(60)?, rest.checked_rem(60)?);
        Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z"))
    }
}

/// An offset from UTC in minutes: `+07:00`, `-05:30` or `Z`.
pub(super) fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let bytes = text.as_bytes();
    let &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = bytes else { return None };
    let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let all = hours.checked_mul(60)?.checked_add(minutes)?;
    if sign == b'-' { all.checked_neg() } else { Some(all) }
}

/// The offset at the end of a time.
pub(super) fn ending(time: &str) -> Option<i64> {
    let zone = if time.ends_with('Z') { "Z" } else { time.get(time.len().checked_sub(6)?..)? };
    offset(zone)
}

fn two(high: u8, low: u8) -> Option<i64> {
    let (high, low) = (high.checked_sub(b'0')?, low.checked_sub(b'0')?);
    if high > 9 || low > 9 {
        return None;
    }
    i64::from(high).checked_mul(10)?.checked_add(i64::from(low))
}

fn written(text: &str) -> Option<Instant> {
    let bytes = text.as_bytes();
    let (head, rest) = bytes.split_first_chunk::<19>()?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2] = head else {
        return None;
    };
    let year = two(y1, y2)?.checked_mul(100)?.checked_add(two(y3, y4)?)?;
    let (month, day) = (two(m1, m2)?, two(d1, d2)?);
    let (hour, minute, second) = (two(h1, h2)?, two(n1, n2)?, two(s1, s2)?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let mut nanos = 0u32;
    let mut zone = rest;
    if let Some((b'.', digits)) = rest.split_first() {
        let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if count == 0 || count > 9 {
            return None;
        }
        let (fraction, after) = digits.split_at_checked(count)?;
        zone = after;
        for place in 0..9 {
            let digit = fraction.get(place).map_or(0, |byte| u32::from(byte.saturating_sub(b'0')));
            nanos = nanos.checked_mul(10)?.checked_add(digit)?;
        }
    }
    let minutes = offset(core::str::from_utf8(zone).ok()?)?;
    let days = days_from_civil(year, month, day)?;
    let of_day = hour.checked_mul(3_600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)?;
    let seconds = days.checked_mul(86_400)?.checked_add(of_day)?.checked_sub(minutes.checked_mul(60)?)?;
    Some(Instant { seconds, nanos })
}

/// Days since 1970-01-01; `None` if there is no such day.
fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year.checked_rem(4)? == 0 && (year.checked_rem(100)? != 0 || year.checked_rem(400)? == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=last).contains(&day) {
        return None;
    }
    // Years that begin in March, so that the leap day is the last one.
    let year = if month <= 2 { year.checked_sub(1)? } else { year };
    let (era, of_era) = (year.checked_div_euclid(400)?, year.checked_rem_euclid(400)?);
    let shifted = month.checked_add(9)?.checked_rem(12)?;
    let of_year =
        shifted.checked_mul(153)?.checked_add(2)?.checked_div(5)?.checked_add(day)?.checked_sub(1)?;
    let leaps = of_era.checked_div(4)?.checked_sub(of_era.checked_div(100)?)?;
    let days = of_era.checked_mul(365)?.checked_add(leaps)?.checked_add(of_year)?;
    era.checked_mul(146_097)?.checked_add(days)?.checked_sub(719_468)
}

fn civil(days: i64) -> Option<(i64, i64, i64)> {
    let days = days.checked_add(719_468)?;
    let (era, of_era) = (days.checked_div_euclid(146_097)?, days.checked_rem_euclid(146_097)?);
    let year = of_era
        .checked_sub(of_era.checked_div(1_460)?)?
        .checked_add(of_era.checked_div(36_524)?)?
        .checked_sub(of_era.checked_div(146_096)?)?
        .checked_div(365)?;
    let before =
        year.checked_mul(365)?.checked_add(year.checked_div(4)?)?.checked_sub(year.checked_div(100)?)?;
    let of_year = of_era.checked_sub(before)?;
    let shifted = of_year.checked_mul(5)?.checked_add(2)?.checked_div(153)?;
    let day =
        of_year.checked_sub(shifted.checked_mul(153)?.checked_add(2)?.checked_div(5)?)?.checked_add(1)?;
    let month = if shifted < 10 { shifted.checked_add(3)? } else { shifted.checked_sub(9)? };
    let year = era.checked_mul(400)?.checked_add(year)?;
    Some((if month <= 2 { year.checked_add(1)? } else { year }, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        Instant::parse(text)?.milliseconds()
    }

    #[test]
    fn times_go_to_utc_and_to_thousandths() {
        for (text, want) in [
            ("2020-03-04T11:00:30.000+01:00", "2020-03-04T10:00:30.000Z"),
            ("2022-02-16T20:33:31.116000-06:00", "2022-02-17T02:33:31.116Z"),
            ("2023-02-02T11:04:03.1415Z", "2023-02-02T11:04:03.142Z"),
            ("2023-02-02T11:04:03.1425Z", "2023-02-02T11:04:03.142Z"),
            ("2023-02-02T11:04:03.1425009Z", "2023-02-02T11:04:03.142Z"),
            ("2024-02-29T23:59:59.9996Z", "2024-03-01T00:00:00.000Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59.000Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(want), "{text}");
        }
        for none in [
            "2023-02-29T00:00:00Z",
            "2023-02-02T24:00:00Z",
            "2023-02-02T11:04:60Z",
            "2023-02-02T11:04:03",
            "2023-02-02",
            "2023-02-02T11:04:03.Z",
            "2023-02-02T11:04:03+15:00",
            "2023-02-02T11:04:03.1234567890Z",
        ] {
            assert_eq!(Instant::parse(none), None, "{none}");
        }
    }

    proptest::proptest! {
        #[test]
        fn days_come_back(days in -719_000i64..2_900_000) {
            let (year, month, day) = civil(days).unwrap();
            proptest::prop_assert_eq!(days_from_civil(year, month, day), Some(days));
        }
    }
}
