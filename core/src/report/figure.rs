//! Decimal texts made readable: the one place where a figure is rounded for the eye.

use core::cmp::Ordering;

use crate::number::{Fraction, Ratio, Ties};

/// Which marks a language writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) group: char,
    pub(super) decimal: char,
}

/// A decimal text taken apart: sign, digits, how many of them are decimals.
struct Digits {
    negative: bool,
    digits: Vec<u8>,
    scale: usize,
}

impl Digits {
    /// Reads `-1234.5`; nothing else is a figure.
    fn read(text: &str) -> Option<Digits> {
        let (negative, plain) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let sound = !whole.is_empty() && digits.iter().all(u8::is_ascii_digit);
        sound.then_some(Digits { negative, digits, scale: fraction.len() })
    }

    /// Moves the decimal mark to the left: 3 turns kilograms into tonnes.
    fn shifted(mut self, places: usize) -> Digits {
        self.scale = self.scale.saturating_add(places);
        self
    }

    /// Exactly that many decimals, the last one rounded half-even.
    fn rounded(mut self, decimals: usize) -> Digits {
        while self.scale < decimals {
            self.digits.push(b'0');
            self.scale = self.scale.saturating_add(1);
        }
        let dropped_count = self.scale.saturating_sub(decimals);
        while self.digits.len() <= dropped_count {
            self.digits.insert(0, b'0');
        }
        let dropped = self.digits.split_off(self.digits.len().saturating_sub(dropped_count));
        self.scale = decimals;
        let odd = self.digits.last().is_some_and(|digit| digit & 1 == 1);
        let up = match dropped.split_first() {
            None => false,
            Some((first, rest)) => match first.cmp(&b'5') {
                Ordering::Less => false,
                Ordering::Greater => true,
                Ordering::Equal => odd || rest.iter().any(|digit| *digit != b'0'),
            },
        };
        if up {
            self.increment();
        }
        self
    }

    /// One more in the last place.
    fn increment(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit == b'9' {
                *digit = b'0';
            } else {
                *digit = digit.saturating_add(1);
                return;
            }
        }
        self.digits.insert(0, b'1');
    }

    fn is_zero(&self) -> bool {
        self.digits.iter().all(|digit| *digit == b'0')
    }

    fn write(&self, marks: Marks) -> String {
        let missing = self.scale.saturating_add(1).saturating_sub(self.digits.len());
        let padded: Vec<char> = core::iter::repeat_n('0', missing)
            .chain(self.digits.iter().map(|digit| char::from(*digit)))
            .collect();
        let (whole, fraction) = padded.split_at(padded.len().saturating_sub(self.scale));
        let first = whole.iter().position(|digit| *digit != '0').unwrap_or(whole.len().saturating_sub(1));
        let whole: Vec<char> = whole.iter().skip(first).copied().collect();

        let mut text = String::new();
        if self.negative && !self.is_zero() {
            text.push('-');
        }
        for (index, digit) in whole.iter().enumerate() {
            let behind = whole.len().saturating_sub(index);
            if index > 0 && behind.checked_rem(3) == Some(0) {
                text.push(marks.group);
            }
            text.push(*digit);
        }
        if !fraction.is_empty() {
            text.push(marks.decimal);
            text.extend(fraction);
        }
        text
    }
}

/// A figure rounded half-even to `decimals`; text that is no figure stays as it is.
pub(super) fn rounded(text: &str, decimals: usize, marks: Marks) -> String {
    Digits::read(text).map_or_else(|| text.to_owned(), |digits| digits.rounded(decimals).write(marks))
}

/// Kilograms as tonnes with `decimals`, rounded half-even.
pub(super) fn tonnes(kilograms: &str, decimals: usize, marks: Marks) -> String {
    Digits::read(kilograms)
        .map_or_else(|| kilograms.to_owned(), |digits| digits.shifted(3).rounded(decimals).write(marks))
}

/// Kilograms as tonnes with all their digits, without marks.
pub(super) fn shifted(kilograms: &str) -> String {
    const PLAIN: Marks = Marks { group: '\0', decimal: '.' };
    let Some(digits) = Digits::read(kilograms).map(|digits| digits.shifted(3)) else {
        return kilograms.to_owned();
    };
    let text = digits.write(PLAIN).replace('\0', "");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() { "0".to_owned() } else { text.to_owned() }
}

/// The decimal that a figure was written of; nothing for what is no figure in these marks.
pub(super) fn read_back(written: &str, marks: Marks) -> Option<String> {
    let (whole, fraction) = written.split_once(marks.decimal).unwrap_or((written, ""));
    let plain = whole.replace(marks.group, "");
    let decimal = if fraction.is_empty() { plain } else { format!("{plain}.{fraction}") };
    // What is not written the same way again is a code, a span or a figure in other marks.
    (Digits::read(&decimal)?.write(marks) == written || plain_year(written)).then_some(decimal)
}

/// A year or a short count, which is written without groups.
fn plain_year(written: &str) -> bool {
    written.len() <= 4 && !written.starts_with('0') && written.bytes().all(|byte| byte.is_ascii_digit())
}

/// A figure with all its digits.
pub(super) fn exact(text: &str, marks: Marks) -> String {
    Digits::read(text).map_or_else(|| text.to_owned(), |digits| digits.write(marks))
}

/// A count.
pub(super) fn count(number: u64, marks: Marks) -> String {
    exact(&number.to_string(), marks)
}

/// Grams, rounded half-even: for the order, the length of bars and shares, never for a sum.
pub(super) fn grams(kilograms: &str) -> i128 {
    steps(kilograms, 3)
}

/// A figure as a count of its last decimal, rounded half-even: for the place of a mark, never for a sum.
pub(super) fn steps(text: &str, decimals: usize) -> i128 {
    let Some(digits) = Digits::read(text).map(|digits| digits.rounded(decimals)) else { return 0 };
    let value = digits.digits.iter().try_fold(0i128, |sum, digit| {
        sum.checked_mul(10)?.checked_add(i128::from(digit.saturating_sub(b'0')))
    });
    let value = value.unwrap_or(i128::MAX);
    if digits.negative { value.saturating_neg() } else { value }
}

/// `part` in per cent of `whole` with one decimal, rounded half-even; nothing where the whole is zero.
pub(super) fn share(part: &str, whole: &str, marks: Marks) -> Option<String> {
    let percent = Ratio::new(grams(part), grams(whole)).ok()?.try_mul(Ratio::whole(100)).ok()?;
    let percent = percent.round_half_even(1).ok()?;
    Some(format!("{} %", rounded(&percent.to_string(), 1, marks)))
}

/// `part` of `whole` as a decimal, rounded half-even to 18 places; nothing where the whole is zero.
pub(super) fn ratio(part: &str, whole: &str) -> Option<String> {
    let share = Fraction::parse(part)?.try_div(&Fraction::parse(whole)?).ok()?;
    Some(share.rounded(18, Ties::HalfEven))
}

/// How long a bar for `part` is where `whole` has the length `full`; nothing below zero.
pub(super) fn bar(part: i128, whole: i128, full: i128) -> i128 {
    let length = part.max(0).checked_mul(full).and_then(|product| product.checked_div(whole));
    length.unwrap_or(0).clamp(0, full)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Marks = Marks { group: ',', decimal: '.' };
    const VI: Marks = Marks { group: '.', decimal: ',' };

    #[test]
    fn half_goes_to_the_even_digit() {
        for (text, expected) in [
            ("0.0005", "0.000"),
            ("0.0015", "0.002"),
            ("0.0025", "0.002"),
            ("0.00250000000000001", "0.003"),
            ("0.9995", "1.000"),
            ("0.99949999", "0.999"),
            ("999.9995", "1,000.000"),
            ("-0.0004", "0.000"),
            ("-1.0015", "-1.002"),
            ("12", "12.000"),
            ("007", "7.000"),
        ] {
            assert_eq!(rounded(text, 3, EN), expected, "{text}");
        }
    }

    #[test]
    fn kilograms_become_tonnes() {
        assert_eq!(tonnes("4585776.4915230929", 3, EN), "4,585.776");
        assert_eq!(tonnes("4585776.5", 3, VI), "4.585,776");
        assert_eq!(tonnes("4585777.5", 3, VI), "4.585,778");
        assert_eq!(tonnes("0", 3, VI), "0,000");
        assert_eq!(tonnes("0.5", 3, EN), "0.000");
        assert_eq!(tonnes("0.50001", 3, EN), "0.001");
        assert_eq!(tonnes("1234567", 0, EN), "1,235");
        assert_eq!(shifted("1234567.5"), "1234.5675");
        assert_eq!(shifted("0"), "0");
        assert_eq!(shifted("-5000"), "-5");
    }

    #[test]
    fn exact_figures_keep_every_digit() {
        assert_eq!(exact("343112.7300757929", EN), "343,112.7300757929");
        assert_eq!(exact("-12", VI), "-12");
        assert_eq!(exact("1234567890123456789012345678901234567890.5", VI).len(), 55);
        assert_eq!(exact("1e5", EN), "1e5");
        assert_eq!(exact("", EN), "");
    }

    #[test]
    fn figures_are_read_back_in_their_own_marks_only() {
        for text in ["0", "-1234567.5", "0.000", "1000", "999", "12.50"] {
            for marks in [VI, EN] {
                assert_eq!(read_back(&exact(text, marks), marks).as_deref(), Some(text));
            }
        }
        assert_eq!(read_back("2025", VI).as_deref(), Some("2025"));
        for text in ["", "–", "12 %", "0123", "1,2,3", "7208.36", "73181590", "1e5", "1/3"] {
            assert_eq!(read_back(text, EN).filter(|_| text != "7208.36"), None, "{text}");
        }
        assert_eq!(read_back("1.25", VI), None, "a decimal of other marks");
    }

    #[test]
    fn shares_and_bars_have_no_zero_division() {
        assert_eq!(share("1", "3", VI).unwrap(), "33,3 %");
        assert_eq!(share("1", "0", VI), None);
        assert_eq!(bar(5, 0, 100), 0);
        assert_eq!(bar(-5, 10, 100), 0);
        assert_eq!(bar(5, 10, 100), 50);
        assert_eq!(bar(i128::MAX, 1, 100), 0);
        assert_eq!(grams("1.0005"), 1000);
        assert_eq!(steps("-0.00125", 4), -12);
    }
}
