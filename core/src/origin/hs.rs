//! Codes of the Harmonized System: how far two of them differ, and spans of codes.

use super::Verdict;
use crate::error::{Code, Error};

/// A code: its digits and its edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HsCode {
    digits: Box<str>,
    edition: Box<str>,
}

impl HsCode {
    /// Reads `7318.15` or `731815`; an empty text is a code without digits.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` for anything else.
    pub(super) fn read(text: &str, edition: &str) -> Result<HsCode, Error> {
        let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
        let odd = !digits.bytes().all(|byte| byte.is_ascii_digit());
        if odd || digits.len() == 1 || digits.len() > 12 {
            return Err(Error::new(
                Code::UnknownValue,
                format!("`{text}` is no code of the Harmonized System"),
            )
            .with_help("write two to twelve digits, with or without points"));
        }
        Ok(HsCode { digits: digits.into(), edition: edition.into() })
    }

    pub(super) fn edition(&self) -> &str {
        &self.edition
    }

    pub(super) fn digits(&self) -> &str {
        &self.digits
    }

    /// The chapter, where the code has one.
    pub(super) fn chapter(&self) -> Option<u8> {
        self.digits.get(..2).and_then(chapter)
    }

    /// Whether it differs from another code within the first digits.
    pub(super) fn differs(&self, other: &HsCode, digits: usize) -> Verdict {
        let both = self.digits.bytes().zip(other.digits.bytes()).take(digits);
        if both.clone().any(|(ours, theirs)| ours != theirs) {
            return Verdict::Pass;
        }
        if both.count() == digits { Verdict::Fail } else { Verdict::NotProven }
    }
}

/// A chapter of one or two digits.
pub(super) fn chapter(text: &str) -> Option<u8> {
    let mut digits = text.chars().map(|c| c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()));
    let number = digits.try_fold(0_u8, |number, digit| number.checked_mul(10)?.checked_add(digit?));
    number.filter(|_| !text.is_empty())
}

/// A code or a span of codes, as rules write them: `7213`, `72.13`, `7301-7320`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    first: Box<str>,
    last: Box<str>,
}

impl Span {
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub(super) fn read(text: &str) -> Result<Span, Error> {
        let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
        let digits = |text: &str| HsCode::read(text.trim(), "").map(|code| code.digits);
        let (first, last) = (digits(first)?, digits(last)?);
        if first.is_empty() || first.len() != last.len() || first > last {
            return Err(Error::new(Code::UnknownValue, format!("`{text}` is no code and no span of codes"))
                .with_help("write codes such as 7213, or spans of equally long ones such as 7301-7320"));
        }
        Ok(Span { first, last })
    }

    /// Whether a code lies in it.
    pub(super) fn holds(&self, code: &HsCode) -> Verdict {
        let length = self.first.len();
        match code.digits.get(..length) {
            Some(start) if *start >= *self.first && *start <= *self.last => Verdict::Pass,
            Some(_) => Verdict::Fail,
            // A shorter code may lie in it if a longer one that begins with it does.
            None => {
                let cut = |text: &'_ str| text.get(..code.digits.len()).unwrap_or_default().to_owned();
                let within = *cut(&self.first) <= *code.digits && *code.digits <= *cut(&self.last);
                if within { Verdict::NotProven } else { Verdict::Fail }
            }
        }
    }
}

/// Spans as a list of a request.
///
/// # Errors
/// `UNKNOWN_VALUE`, with its place.
pub(super) fn spans(list: &[String], path: &str) -> Result<Vec<Span>, Error> {
    let read =
        |(at, text): (usize, &String)| Span::read(text).map_err(|error| error.at(format!("{path}/{at}")));
    list.iter().enumerate().map(read).collect()
}

/// Whether a code lies in one of them.
pub(super) fn any_holds(spans: &[Span], code: &HsCode) -> Verdict {
    spans.iter().map(|span| span.holds(code)).max().unwrap_or(Verdict::Fail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> HsCode {
        HsCode::read(text, "HS2012").unwrap()
    }

    #[test]
    fn codes_differ_at_the_digits_that_a_rule_asks_for() {
        let bolt = code("7318.15");
        for (other, chapter, heading, subheading) in [
            ("721391", Verdict::Pass, Verdict::Pass, Verdict::Pass),
            ("731700", Verdict::Fail, Verdict::Pass, Verdict::Pass),
            ("731816", Verdict::Fail, Verdict::Fail, Verdict::Pass),
            ("731815", Verdict::Fail, Verdict::Fail, Verdict::Fail),
            ("73", Verdict::Fail, Verdict::NotProven, Verdict::NotProven),
            ("72", Verdict::Pass, Verdict::Pass, Verdict::Pass),
            ("", Verdict::NotProven, Verdict::NotProven, Verdict::NotProven),
        ] {
            let found = [2, 4, 6].map(|digits| bolt.differs(&code(other), digits));
            assert_eq!(found, [chapter, heading, subheading], "{other}");
        }
        assert_eq!((bolt.chapter(), code("").chapter()), (Some(73), None));
        assert!(HsCode::read("73x", "").is_err() && HsCode::read("7", "").is_err());
    }

    #[test]
    fn spans_hold_codes_and_say_when_a_code_is_too_short() {
        let span = Span::read("7208-7212").unwrap();
        assert_eq!(span.holds(&code("7210.12")), Verdict::Pass);
        assert_eq!(span.holds(&code("7213.91")), Verdict::Fail);
        assert_eq!(span.holds(&code("72")), Verdict::NotProven);
        assert_eq!(span.holds(&code("73")), Verdict::Fail);
        assert_eq!(Span::read("72.13").unwrap().holds(&code("721391")), Verdict::Pass);
        for odd in ["", "7320-7301", "72-7301", "a"] {
            assert!(Span::read(odd).is_err(), "{odd}");
        }
    }
}
