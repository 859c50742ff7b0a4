//! Digits of number text: what a spreadsheet shows of what it stores.

use std::borrow::Cow;

/// Digits that a spreadsheet shows at most.
const SHOWN: usize = 15;

/// How many significant digits a number text has: those from the first that is not zero to the last that is not.
///
/// # Example
/// ```
/// use emitrace::sheet::significant_digits;
///
/// assert_eq!(significant_digits("0.30000000000000004"), 17);
/// assert_eq!(significant_digits("-1200E+5"), 2);
/// assert_eq!(significant_digits("0"), 0);
/// ```
pub fn significant_digits(number: &str) -> usize {
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    let mut last = 0usize;
    for (at, digit) in (1usize..).zip(digits) {
        if digit != b'0' {
            last = at;
        }
    }
    last
}

/// A stored number as the spreadsheet shows it: rounded to 15 significant digits, half to even.
///
/// Files hold the binary number behind what was typed: `0.30000000000000004` stands where the user sees 0.3. Text
/// that is no number comes back as it is.
///
/// # Method
/// M-90: `x` rounded half-even to 15 significant decimal digits.
///
/// # Example
/// ```
/// use emitrace::sheet::fifteen_digits;
///
/// assert_eq!(fifteen_digits("0.30000000000000004"), "0.3");
/// assert_eq!(fifteen_digits("7.0000000000000009"), "7");
/// assert_eq!(fifteen_digits("12345678901234567890"), "12345678901234600000");
/// assert_eq!(fifteen_digits("9.9999999999999995E-8"), "10E-8");
/// assert_eq!(fifteen_digits("1234.5"), "1234.5");
/// ```
pub fn fifteen_digits(number: &str) -> Cow<'_, str> {
    if number.len() <= SHOWN || significant_digits(number) <= SHOWN {
        return Cow::Borrowed(number);
    }
    let (mantissa, exponent) = match number.find(['e', 'E']) {
        Some(at) => number.split_at_checked(at).unwrap_or((number, "")),
        None => (number, ""),
    };
    let (sign, body) = match mantissa.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(number);
    }
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    let cut = leading.saturating_add(SHOWN);
    if round_at(&mut digits, cut) {
        digits.insert(0, b'1');
    }
    // The decimal mark stands as far from the end as before.
    let at = digits.len().saturating_sub(fraction.len());
    let (whole, fraction) = digits.split_at_checked(at).unwrap_or((&digits, &[]));
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect::<String>();
    let (whole, fraction) = (text(whole), text(fraction));
    let fraction = fraction.trim_end_matches('0');
    let mark = if fraction.is_empty() { "" } else { "." };
    Cow::Owned(format!("{sign}{whole}{mark}{fraction}{exponent}"))
}

/// Rounds half to even before the digit at `cut`, and writes zeros from there; true if a 1 goes before the first digit.
fn round_at(digits: &mut [u8], cut: usize) -> bool {
    let Some((kept, dropped)) = digits.split_at_mut_checked(cut) else { return false };
    let odd = kept.last().is_some_and(|digit| matches!(digit, b'1' | b'3' | b'5' | b'7' | b'9'));
    let up = match dropped.split_first() {
        Some((b'5', rest)) => odd || rest.iter().any(|digit| *digit != b'0'),
        Some((first, _)) => *first > b'5',
        None => false,
    };
    dropped.fill(b'0');
    if !up {
        return false;
    }
    for digit in kept.iter_mut().rev() {
        if *digit == b'9' {
            *digit = b'0';
        } else {
            *digit = digit.saturating_add(1);
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ties_go_to_even_and_carries_run_through() {
        for (text, want) in [
            ("1000000000000005", "1000000000000000"),
            ("1000000000000015", "1000000000000020"),
            ("1000000000000005.1", "1000000000000010"),
            ("9999999999999999", "10000000000000000"),
            ("-0.00099999999999999995", "-0.001"),
            ("0.1000000000000000055511151231257827", "0.1"),
            ("1234567890.1234567E+2", "1234567890.12346E+2"),
            ("12.34.5678901234567890", "12.34.5678901234567890"),
            ("abcdefghijklmnop1234567890123456", "abcdefghijklmnop1234567890123456"),
            ("", ""),
        ] {
            assert_eq!(fifteen_digits(text), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn fifteen_digits_are_within_half_a_step_and_idempotent(mantissa in 1u64.., scale in 0usize..20) {
            let digits = format!("{mantissa:020}");
            let (whole, fraction) = digits.split_at(20 - scale);
            let text = format!("{}.{fraction}", if whole.is_empty() { "0" } else { whole });
            let rounded = fifteen_digits(&text).into_owned();
            prop_assert!(significant_digits(&rounded) <= 15);
            let again = fifteen_digits(&rounded).into_owned();
            prop_assert_eq!(again, rounded.as_str());
            // In units of the last of the twenty digits.
            let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
            let value: u128 = format!("{whole}{fraction:0<scale$}").parse().unwrap();
            let step = 10u128.pow(u32::try_from(mantissa.to_string().len().saturating_sub(15)).unwrap());
            prop_assert!(value.abs_diff(mantissa.into()) * 2 <= step);
        }
    }
}
