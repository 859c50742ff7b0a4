//! Dates with the month in Vietnamese words: `Ngày 1 tháng 3 năm 2026`, `T3/2026`, `Quý I/2026`.

use super::parse::{bad, number};
use super::{Period, check_year, day_of};
use crate::error::Error;
use crate::normal::nfc;

/// `None` when the text does not start with one of the words.
pub(super) fn vietnamese(text: &str) -> Option<Result<Period, Error>> {
    if !text.starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let lower: String = nfc(text.chars()).flat_map(char::to_lowercase).collect();
    let starts = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let known = starts(&["ngày", "ngay", "tháng", "thang", "năm", "nam", "quý", "quí", "quy"])
        || lower.strip_prefix(['t', 'q']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    known.then(|| in_words(text, &lower))
}

/// One word, then its number, then the next word: the words say which number is which.
fn in_words(text: &str, lower: &str) -> Result<Period, Error> {
    let (mut day, mut month, mut quarter, mut year) = (None, None, None, None);
    let mut expected = Expected::Year;
    for token in tokens(lower) {
        let slot = match token {
            "ngày" | "ngay" => expect(&mut expected, Expected::Day),
            "tháng" | "thang" | "t" => expect(&mut expected, Expected::Month),
            "quý" | "quí" | "quy" | "q" => expect(&mut expected, Expected::Quarter),
            "năm" | "nam" => expect(&mut expected, Expected::Year),
            _ => match expected {
                Expected::Day => Some(&mut day),
                Expected::Month => Some(&mut month),
                Expected::Quarter => Some(&mut quarter),
                Expected::Year => Some(&mut year),
            },
        };
        let Some(slot) = slot else { continue };
        let value = match (&expected, token) {
            (Expected::Quarter, "i") => Some(1),
            (Expected::Quarter, "ii") => Some(2),
            (Expected::Quarter, "iii") => Some(3),
            (Expected::Quarter, "iv") => Some(4),
            (Expected::Year, _) => number(token, 9).filter(|_| token.len() >= 4),
            _ => number(token, 2),
        };
        if value.is_none() || slot.is_some() {
            return Err(bad(text));
        }
        *slot = value;
        expected = Expected::Year;
    }
    let year = check_year(year.ok_or_else(|| bad(text))?.into())?;
    match (day, month, quarter) {
        (Some(day), Some(month), None) => Period::day(day_of(year, month, day)?),
        (None, Some(month), None) => Period::month(year, month),
        (None, None, Some(quarter)) => Period::quarter(year, quarter),
        (None, None, None) => Period::year(year),
        _ => Err(bad(text)),
    }
}

/// What the next number is; a number after a number is the year.
enum Expected {
    Day,
    Month,
    Quarter,
    Year,
}

fn expect<'a>(slot: &mut Expected, next: Expected) -> Option<&'a mut Option<u32>> {
    *slot = next;
    None
}

/// Runs of letters and runs of digits; everything else separates.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()).wrapping_mul(2) };
    let mut rest = text;
    core::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', '\u{a0}', '/', '-', '.', ',']);
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| kind(c) != kind(first)).unwrap_or(rest.len());
        let (token, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(token)
    })
}
