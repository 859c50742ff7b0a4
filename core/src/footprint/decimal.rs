//! Decimals of footprints: any number of digits, exact, and what their text says about rounding.

use crate::number::Fraction;

/// Longest text that is read as a decimal.
const LONGEST: usize = 200;
/// Largest exponent, up or down.
const EXPONENT: usize = 100;

/// Which values a decimal may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Any,
    Above,
    NotBelow,
    NotAbove,
    /// 0, 1, 2 and so on.
    Count,
    /// 0 to 100.
    Percent,
    /// 1 to 5: ratings of data since 3.0.
    Rating,
    /// 1 to 3: ratings of data before.
    OldRating,
}

impl Sign {
    /// Whether a value may stand.
    pub(super) fn takes(self, value: &Fraction) -> bool {
        let from_to = |low: i64, high: i64| *value >= Fraction::whole(low) && *value <= Fraction::whole(high);
        match self {
            Sign::Any => true,
            Sign::Above => !value.is_negative() && !value.is_zero(),
            Sign::NotBelow => !value.is_negative(),
            Sign::Count => !value.is_negative() && value.is_whole(),
            Sign::NotAbove => value.is_negative() || value.is_zero(),
            Sign::Percent => from_to(0, 100),
            Sign::Rating => from_to(1, 5),
            Sign::OldRating => from_to(1, 3),
        }
    }

    /// What it must be, for messages.
    pub(super) fn words(self) -> &'static str {
        match self {
            Sign::Any => "a decimal",
            Sign::Above => "above 0",
            Sign::NotBelow => "0 or above",
            Sign::Count => "a whole number, 0 or above",
            Sign::NotAbove => "0 or below",
            Sign::Percent => "from 0 to 100",
            Sign::Rating => "from 1 to 5",
            Sign::OldRating => "from 1 to 3",
        }
    }
}

/// A decimal that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) value: Fraction,
    /// Without exponent.
    pub(super) plain: String,
    /// Whether it was written with an exponent.
    pub(super) exponent: bool,
}

impl Decimal {
    /// Reads `-12.50` or `1.2345e+6`; nothing may stand before or behind, and digits stand on both sides of a mark.
    pub(super) fn read(text: &str) -> Option<Decimal> {
        if text.len() > LONGEST {
            return None;
        }
        let (sign, digits) = match text.split_at_checked(1) {
            Some((sign @ ("+" | "-"), rest)) => (sign, rest),
            _ => ("", text),
        };
        let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (digits, None),
        };
        let (units, places) = match mantissa.split_once('.') {
            Some((units, places)) => (units, Some(places)),
            None => (mantissa, None),
        };
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(units) || !places.is_none_or(all_digits) {
            return None;
        }
        let plain = match exponent {
            None => mantissa.to_owned(),
            Some(exponent) => shifted(units, places.unwrap_or_default(), exponent)?,
        };
        let value = Fraction::parse(&plain)?;
        let value = if sign == "-" { value.negated() } else { value };
        Some(Decimal { value, plain: format!("{sign}{plain}"), exponent: exponent.is_some() })
    }

    /// Half of the last place: how far rounding can have moved it. A zero was not rounded.
    pub(super) fn slack(&self) -> Fraction {
        if self.value.is_zero() {
            return Fraction::zero();
        }
        let places = self.plain.split_once('.').map_or(0, |(_, places)| places.len());
        Fraction::parse(&format!("0.{}5", "0".repeat(places))).unwrap_or_else(Fraction::zero)
    }
}

/// Digits with their mark moved by an exponent.
fn shifted(units: &str, places: &str, exponent: &str) -> Option<String> {
    let (up, digits) = match exponent.split_at_checked(1) {
        Some(("-", rest)) => (false, rest),
        Some(("+", rest)) => (true, rest),
        _ => (true, exponent),
    };
    let by =
        crate::number::Amount::parse(digits).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let by = usize::try_from(by.mantissa()).ok().filter(|by| *by <= EXPONENT)?;
    let all = format!("{units}{places}");
    let mark = if up { units.len().checked_add(by) } else { units.len().checked_sub(by) };
    let text = match mark {
        Some(mark) if mark >= all.len() => format!("{all}{}", "0".repeat(mark.saturating_sub(all.len()))),
        Some(mark) if mark > 0 => {
            let (before, behind) = all.split_at_checked(mark)?;
            format!("{before}.{behind}")
        }
        _ => format!("0.{}{all}", "0".repeat(by.saturating_sub(units.len()))),
    };
    let whole = text.trim_start_matches('0');
    Some(if whole.is_empty() || whole.starts_with('.') { format!("0{whole}") } else { whole.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_half_anchored_patterns_let_through_is_refused() {
        for text in [
            "5abc", "1.", ".5", "", "+", "-", "--1", "abc0", "-1x", "1e", "1e1.5", "1e999", "１", " 1",
            "0x10", "1,5",
        ] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
        let above = Decimal::read("120").unwrap();
        assert!(!Sign::NotAbove.takes(&above.value));
        assert!(Sign::NotAbove.takes(&Decimal::read("-0.0").unwrap().value));
    }

    #[test]
    fn exponents_become_plain_digits() {
        for (text, plain) in [
            ("1.2345e+6", "1234500"),
            ("1.2345e2", "123.45"),
            ("-5E-3", "-0.005"),
            ("12.5e-1", "1.25"),
            ("0e0", "0"),
            ("0.012e1", "0.12"),
            ("100e-2", "1.00"),
        ] {
            assert_eq!(Decimal::read(text).unwrap().plain, plain, "{text}");
        }
        assert_eq!(Decimal::read("77.0").unwrap().plain, "77.0", "plain ones stay as they are");
        assert_eq!(Decimal::read("0.35").unwrap().slack().to_string(), "0.005");
    }

    proptest! {
        #[test]
        fn moving_the_mark_keeps_the_value(units in "[0-9]{1,8}", places in "[0-9]{1,8}", by in -20i32..20) {
            let text = format!("{units}.{places}e{by}");
            let read = Decimal::read(&text).unwrap();
            let ten = Fraction::parse(&format!("1{}", "0".repeat(by.unsigned_abs() as usize))).unwrap();
            let given = Fraction::parse(&format!("{units}.{places}")).unwrap();
            let value = if by < 0 { given.try_div(&ten) } else { given.try_mul(&ten) };
            prop_assert_eq!(&read.value, &value.unwrap());
            prop_assert_eq!(Fraction::parse(&read.plain), Some(read.value));
        }
    }
}
