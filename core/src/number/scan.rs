//! Number text to [`Amount`]: a scanner of our own, with limits before any arithmetic.
//!
//! It exists because `Decimal::from_str` rounds past the 28th digit and takes `1_000`, and because a megabyte
//! of digits must cost nothing.

use super::{Amount, NumberFormat};
use crate::error::{Code, Error};

/// Longest number text, in bytes.
const LENGTH: usize = 64;
/// Largest exponent, up or down.
const EXPONENT: i32 = 28;
/// Most significant digits.
const DIGITS: usize = 28;

/// The one form that needs no locale.
pub(super) fn canonical(text: &str) -> Result<Amount, Error> {
    if let Some(amount) = plain(text, NumberFormat::Point) {
        return Ok(amount);
    }
    let parts = Parts::of(text)?;
    parts.no_grouping('.')?.value()
}

/// A number as declared for the file.
pub(super) fn localized(text: &str, format: NumberFormat) -> Result<Amount, Error> {
    // The common case costs one pass: plain ASCII digits with at most one decimal mark.
    if let Some(amount) = plain(text, format) {
        return Ok(amount);
    }
    let parts = Parts::of(text)?;
    match format {
        NumberFormat::Undeclared => undeclared(&parts),
        NumberFormat::Point => {
            declared(&parts, '.', ',', thousands).or_else(|error| other_style(&parts, ',', '.', error))
        }
        NumberFormat::Comma => {
            declared(&parts, ',', '.', thousands).or_else(|error| other_style(&parts, '.', ',', error))
        }
        NumberFormat::Space => declared(&parts.with_spaces_as('\''), ',', '\'', thousands)
            .or_else(|error| other_style(&parts, '.', ',', error)),
        NumberFormat::Lakh => {
            declared(&parts, '.', ',', lakh).or_else(|error| other_style(&parts, ',', '.', error))
        }
    }?
    .value()
}

/// Digits with at most one decimal mark that no declaration could read differently.
fn plain(text: &str, format: NumberFormat) -> Option<Amount> {
    let mark = match format {
        NumberFormat::Point | NumberFormat::Lakh => b'.',
        NumberFormat::Comma | NumberFormat::Space => b',',
        NumberFormat::Undeclared => 0,
    };
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    let (mut mantissa, mut scale, mut seen) = (0i64, 0u32, false);
    for &byte in text.as_bytes() {
        if byte.is_ascii_digit() {
            mantissa = mantissa.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
            scale = scale.wrapping_add(u32::from(seen));
        } else if byte == mark && !seen {
            seen = true;
        } else {
            return None;
        }
    }
    // `5.` and `.5` are left to the careful path.
    let edges = text.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && text.as_bytes().last().is_some_and(u8::is_ascii_digit);
    if edges { Amount::new(mantissa.into(), scale).ok() } else { None }
}

/// Number text cut at its sign and exponent; the body still holds marks.
struct Parts<'a> {
    text: &'a str,
    negative: bool,
    body: String,
    exponent: i32,
}

/// Digits before and after the decimal mark.
struct Digits {
    negative: bool,
    whole: String,
    fraction: String,
    exponent: i32,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Result<Parts<'a>, Error> {
        let text = text.trim_matches([' ', '\t']);
        if text.is_empty() {
            return Err(Error::new(Code::MissingValue, "the number is empty"));
        }
        if text.len() > LENGTH {
            return Err(Error::new(
                Code::FieldTooLong,
                format!("a number of {} bytes; the limit is {LENGTH}", text.len()),
            ));
        }
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let lower = unsigned.to_ascii_lowercase();
        if ["inf", "infinity", "nan", "∞"].contains(&lower.as_str()) {
            return Err(Error::new(Code::NotFinite, format!("`{text}` is not a finite number")));
        }
        let (body, exponent) = match lower.split_once('e') {
            Some((body, exponent)) if body.ends_with(|c: char| c.is_ascii_digit() || c == '.') => {
                (body, Some(exponent))
            }
            _ => (lower.as_str(), None),
        };
        check_characters(text, body)?;
        Ok(Parts {
            text,
            negative,
            body: body.into(),
            exponent: exponent.map_or(Ok(0), |e| read_exponent(text, e))?,
        })
    }

    fn with_spaces_as(&self, mark: char) -> Parts<'a> {
        let body = self.body.chars().map(|c| if is_space(c) { mark } else { c }).collect();
        Parts { text: self.text, negative: self.negative, body, exponent: self.exponent }
    }

    fn digits(&self, whole: String, fraction: String) -> Digits {
        Digits { negative: self.negative, whole, fraction, exponent: self.exponent }
    }

    /// The body with a decimal mark and no group marks.
    fn no_grouping(&self, mark: char) -> Result<Digits, Error> {
        let (whole, fraction) = self.body.split_once(mark).unwrap_or((&self.body, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || self.body.ends_with(mark) {
            return Err(if self.body.contains(',') {
                Error::new(
                    Code::BadNumber,
                    format!("`{}` is not written with `.` as its only mark", self.text),
                )
            } else {
                self.bad()
            });
        }
        Ok(self.digits(whole.into(), fraction.into()))
    }

    fn bad(&self) -> Error {
        Error::new(Code::BadNumber, format!("`{}` is not a number", self.text))
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// Refuses what cannot be part of any number, naming the character.
fn check_characters(text: &str, body: &str) -> Result<(), Error> {
    let has_digit = body.bytes().any(|b| b.is_ascii_digit());
    for (at, c) in body.char_indices() {
        if c.is_ascii_digit() || matches!(c, '.' | ',') {
            continue;
        }
        // A number, then letters: somebody typed the unit into the cell.
        let rest = body.get(at..).unwrap_or_default().trim_start_matches(is_space);
        if has_digit && at > 0 && rest.starts_with(|c: char| c.is_alphabetic()) {
            return Err(Error::new(Code::UnitInNumber, format!("`{text}` holds a unit")));
        }
        if is_space(c) {
            continue;
        }
        if !has_digit && c.is_ascii() && !matches!(c, '_' | '%' | '(' | ')') {
            return Err(Error::new(Code::BadNumber, format!("`{text}` is not a number")));
        }
        return Err(Error::new(
            Code::BadCharInNumber,
            format!("`{c}` (U+{:04X}) is not part of a number", u32::from(c)),
        ));
    }
    if has_digit { Ok(()) } else { Err(Error::new(Code::BadNumber, format!("`{text}` is not a number"))) }
}

fn read_exponent(text: &str, exponent: &str) -> Result<i32, Error> {
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(rest) => (-1i32, rest),
        None => (1, exponent.strip_prefix('+').unwrap_or(exponent)),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Error::new(Code::BadNumber, format!("`{text}` has a broken exponent")));
    }
    let value = digits
        .bytes()
        .fold(0i32, |sum, b| sum.saturating_mul(10).saturating_add(i32::from(b.wrapping_sub(b'0'))));
    if value > EXPONENT {
        return Err(Error::new(
            Code::NumberOutOfRange,
            format!("`{text}` has an exponent beyond ±{EXPONENT}"),
        ));
    }
    Ok(sign.wrapping_mul(value))
}

type Grouping = fn(&[&str]) -> bool;

/// Groups of three after a first group of one to three digits that is not a lone zero.
fn thousands(groups: &[&str]) -> bool {
    match groups {
        [_] => true,
        [first, rest @ ..] => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    }
}

/// A last group of three, before it groups of two.
fn lakh(groups: &[&str]) -> bool {
    match groups {
        [_] => true,
        [first, middle @ .., last] => {
            (1..=2).contains(&first.len())
                && !first.starts_with('0')
                && middle.iter().all(|group| group.len() == 2)
                && last.len() == 3
        }
        [] => false,
    }
}

/// Reads the body with a decimal mark and a group mark.
fn declared(parts: &Parts<'_>, mark: char, group: char, grouping: Grouping) -> Result<Digits, Error> {
    let (whole, fraction) = parts.body.split_once(mark).unwrap_or((&parts.body, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if parts.body.chars().any(is_space) {
        return Err(Error::new(Code::BadCharInNumber, format!("`{}` holds a space", parts.text)));
    }
    if !groups.iter().all(digits)
        || !fraction.bytes().all(|b| b.is_ascii_digit())
        || parts.body.ends_with(mark)
    {
        return Err(parts.bad());
    }
    if !grouping(&groups) {
        return Err(Error::new(
            Code::BadGrouping,
            format!("`{}` has group marks in unusual places", parts.text),
        ));
    }
    Ok(parts.digits(groups.concat(), fraction.into()))
}

/// A value that fails in the declared style but reads in the other one is a mixed file, not a typing error.
fn other_style(parts: &Parts<'_>, mark: char, group: char, error: Error) -> Result<Digits, Error> {
    match declared(parts, mark, group, thousands) {
        Ok(_) => Err(Error::new(
            Code::MixedNumberFormat,
            format!("`{}` is not written in the declared number style", parts.text),
        )),
        Err(_) => Err(error),
    }
}

/// Nothing declared: only what reads one way and needs no comma.
fn undeclared(parts: &Parts<'_>) -> Result<Digits, Error> {
    if parts.body.chars().any(is_space) {
        return Err(Error::new(Code::BadCharInNumber, format!("`{}` holds a space", parts.text)));
    }
    let point = declared(parts, '.', ',', thousands);
    let comma = declared(parts, ',', '.', thousands);
    match (point, comma) {
        (Ok(digits), Err(_)) if !parts.body.contains(',') => Ok(digits),
        (Ok(digits), Ok(_)) if !parts.body.contains(['.', ',']) => Ok(digits),
        (Err(error), Err(_)) => Err(error),
        _ => Err(Error::new(
            Code::AmbiguousNumber,
            format!("`{}` is a different number where `,` marks decimals and where `.` does", parts.text),
        )),
    }
}

impl Digits {
    /// Limits first, then the one conversion.
    fn value(&self) -> Result<Amount, Error> {
        let all: String = [self.whole.as_str(), self.fraction.as_str()].concat();
        let significant = all.trim_start_matches('0');
        if significant.is_empty() {
            return Ok(Amount::ZERO);
        }
        let fraction = i32::try_from(self.fraction.len()).unwrap_or(i32::MAX);
        let trailing = significant.len().saturating_sub(significant.trim_end_matches('0').len());
        let digits = significant.trim_end_matches('0');
        // value = digits × 10^power
        let power = self
            .exponent
            .saturating_sub(fraction)
            .saturating_add(i32::try_from(trailing).unwrap_or(i32::MAX));
        let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
        let before_mark = length.saturating_add(power);
        if before_mark > 28 || (power < 0 && before_mark < -27) {
            return Err(Error::new(
                Code::NumberOutOfRange,
                "the number is beyond 28 digits before or after the decimal mark",
            ));
        }
        if digits.len() > DIGITS {
            return Err(Error::new(
                Code::PrecisionExceeded,
                format!("{} significant digits; the limit is {DIGITS}", digits.len()),
            ));
        }
        if power < -28 {
            return Err(Error::new(Code::NumberOutOfRange, "the number has more than 28 decimal places"));
        }
        let mantissa = digits
            .bytes()
            .fold(0i128, |sum, b| sum.wrapping_mul(10).wrapping_add(i128::from(b.wrapping_sub(b'0'))));
        let mantissa = if self.negative { mantissa.wrapping_neg() } else { mantissa };
        let scale = u32::try_from(power.saturating_neg()).unwrap_or(0);
        let stretch = 10i128.checked_pow(u32::try_from(power).unwrap_or(0));
        let mantissa = stretch.and_then(|power| mantissa.checked_mul(power));
        Amount::new(mantissa.unwrap_or(i128::MAX), scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(format: NumberFormat, text: &str) -> String {
        format.parse(text).map_or_else(|e| e.code().to_string(), |a| a.to_string())
    }

    #[test]
    fn each_trap_has_its_code() {
        use NumberFormat::{Comma, Lakh, Point, Space, Undeclared};
        for (format, text, want) in [
            (Undeclared, "1,234", "AMBIGUOUS_NUMBER"),
            (Undeclared, "1.234", "AMBIGUOUS_NUMBER"),
            (Undeclared, "1.234,56", "AMBIGUOUS_NUMBER"),
            (Undeclared, "0.6592", "0.6592"),
            (Undeclared, "0.123", "0.123"),
            (Undeclared, "1500", "1500"),
            (Undeclared, "12,34,567.8", "BAD_GROUPING"),
            (Undeclared, "1\u{a0}234\u{202f}567.5", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "1_000", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "１２３", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "\u{2212}5", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "(1234.5)", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "12%", "BAD_CHAR_IN_NUMBER"),
            (Undeclared, "12.5 MWh", "UNIT_IN_NUMBER"),
            (Undeclared, "-Infinity", "NOT_FINITE"),
            (Undeclared, "NaN", "NOT_FINITE"),
            (Undeclared, "1.5E+3", "1500"),
            (Undeclared, "1.2.3", "BAD_NUMBER"),
            (Undeclared, "", "MISSING_VALUE"),
            (Undeclared, "-0.00", "0"),
            (Undeclared, "########", "BAD_NUMBER"),
            (Undeclared, "abc", "BAD_NUMBER"),
            (Undeclared, "1e999999", "NUMBER_OUT_OF_RANGE"),
            (Undeclared, "1e-999999", "NUMBER_OUT_OF_RANGE"),
            (Undeclared, "79228162514264337593543950336", "NUMBER_OUT_OF_RANGE"),
            (Undeclared, "79228162514264337593543950335", "NUMBER_OUT_OF_RANGE"),
            (Undeclared, "9999999999999999999999999999", "9999999999999999999999999999"),
            (Undeclared, "1.2345678901234567890123456789012345", "PRECISION_EXCEEDED"),
            (Undeclared, "0.0000000000000000000000000001", "0.0000000000000000000000000001"),
            (Undeclared, ".5", "BAD_NUMBER"),
            (Undeclared, "5.", "BAD_NUMBER"),
            (Comma, "1.234,56", "1234.56"),
            (Comma, "1.234", "1234"),
            (Comma, "1,234.56", "MIXED_NUMBER_FORMAT"),
            (Comma, "12.5", "MIXED_NUMBER_FORMAT"),
            (Comma, "1,5", "1.5"),
            (Point, "1,234", "1234"),
            (Point, "1,234.5", "1234.5"),
            (Point, "12,34,567.8", "BAD_GROUPING"),
            (Lakh, "12,34,567.8", "1234567.8"),
            (Space, "1\u{a0}234\u{202f}567,5", "1234567.5"),
            (Space, "1234,5", "1234.5"),
        ] {
            assert_eq!(code(format, text), want, "{format:?} `{text}`");
        }
    }

    #[test]
    fn length_limit_holds_at_the_limit_and_one_past_it() {
        let at = format!("0.{}", "0".repeat(62));
        assert_eq!(at.len(), 64);
        assert_eq!(code(NumberFormat::Undeclared, &at), "0");
        assert_eq!(code(NumberFormat::Undeclared, &format!("{at}0")), "FIELD_TOO_LONG");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,80}") {
            for format in [NumberFormat::Undeclared, NumberFormat::Point, NumberFormat::Comma, NumberFormat::Space, NumberFormat::Lakh] {
                let _ = format.parse(&text);
            }
        }

        #[test]
        fn every_amount_reads_back_in_every_declared_style(m in any::<i64>(), s in 0u32..20) {
            let amount = Amount::new(m.into(), s).unwrap();
            let text = amount.to_string();
            prop_assert_eq!(NumberFormat::Point.parse(&text).unwrap(), amount);
            prop_assert_eq!(NumberFormat::Comma.parse(&text.replace('.', ",")).unwrap(), amount);
        }
    }
}
