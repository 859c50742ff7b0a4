//! Numbers as the reference prints them: read as a binary float, whole ones as integers, others in their shortest form.

use num_bigint::BigUint;

/// Appends the printed form of a text that is a number; `false` if it is none, or one that the reference cannot print.
pub(super) fn print(text: &str, out: &mut String) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'n' | 'N')) {
        return false;
    }
    let plain = text.trim_start_matches(['+', '-']);
    if text.len().saturating_sub(plain.len()) > 1 {
        return false;
    }
    if plain.eq_ignore_ascii_case("nan") {
        out.push_str("nan");
        return true;
    }
    let Some(digits) = shape(plain) else { return false };
    #[allow(
        clippy::disallowed_methods,
        reason = "the profile hashes what a float prints; no quantity is read here"
    )]
    let Ok(value) = digits.parse::<f64>() else { return false };
    if !value.is_finite() {
        return false;
    }
    let negative = text.starts_with('-');
    match whole(value) {
        Some(integer) => {
            if negative && integer != BigUint::ZERO {
                out.push('-');
            }
            out.push_str(&integer.to_string());
        }
        None => {
            if negative {
                out.push('-');
            }
            out.push_str(&shortest(value));
        }
    }
    true
}

/// The text without underscores between digits, if it has the form of a decimal float.
fn shape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut bytes = text.bytes().peekable();
    let (mut digits, mut point, mut exponent) = (0usize, false, false);
    let mut before = b' ';
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => digits = digits.saturating_add(1),
            b'_' if before.is_ascii_digit() && bytes.peek().is_some_and(u8::is_ascii_digit) => {
                before = byte;
                continue;
            }
            b'.' if !point && !exponent => point = true,
            b'e' | b'E' if !exponent && digits > 0 => {
                (exponent, digits) = (true, 0);
            }
            b'+' | b'-' if matches!(before, b'e' | b'E') => {}
            _ => return None,
        }
        out.push(char::from(byte));
        before = byte;
    }
    (digits > 0).then_some(out)
}

/// The integer that a positive float is; `None` if it has a fraction.
fn whole(value: f64) -> Option<BigUint> {
    let bits = value.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let exponent = bits.wrapping_shr(52) & 0x7ff;
    let (mantissa, exponent) = if exponent == 0 { (mantissa, 1) } else { (mantissa | (1 << 52), exponent) };
    let shift = i64::try_from(exponent).ok()?.checked_sub(1_075)?;
    if mantissa == 0 {
        return Some(BigUint::ZERO);
    }
    let zeros = i64::from(mantissa.trailing_zeros());
    if shift >= 0 {
        return Some(BigUint::from(mantissa) << u64::try_from(shift).ok()?);
    }
    let down = shift.checked_neg()?;
    (zeros >= down).then(|| BigUint::from(mantissa.wrapping_shr(u32::try_from(down).unwrap_or(u32::MAX))))
}

/// The shortest digits that read back as the same float, with an exponent below 10⁻⁴.
fn shortest(value: f64) -> String {
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.strip_prefix('-') {
        Some(places) if places.len() > 1 || !matches!(places, "1" | "2" | "3" | "4") => {
            format!("{mantissa}e-{places:0>2}")
        }
        _ => format!("{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_as_the_reference_prints_them() {
        for (text, want) in [
            ("001", "1"),
            ("1e5", "100000"),
            ("0.10", "0.1"),
            ("+5", "5"),
            ("1_000", "1000"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("1e-7", "1e-07"),
            ("0.0001", "0.0001"),
            ("0.00012", "0.00012"),
            ("0.00001234", "1.234e-05"),
            ("-2.50", "-2.5"),
            ("5.", "5"),
            (".5", "0.5"),
            ("9007199254740993", "9007199254740992"),
            ("1e22", "10000000000000000000000"),
            ("1e23", "99999999999999991611392"),
            ("nan", "nan"),
            ("1e-320", "1e-320"),
            ("12.1", "12.1"),
        ] {
            let mut out = String::new();
            assert!(print(text, &mut out), "{text}");
            assert_eq!(out, want, "{text}");
        }
        for none in [
            "", "-", "1e", "1__0", "_1", "1_", "1e400", "inf", "0x10", "1.2.3", "+-1", "1 2", "e5", "1e5e5",
            "nano",
        ] {
            assert!(!print(none, &mut String::new()), "{none}");
        }
    }
}
