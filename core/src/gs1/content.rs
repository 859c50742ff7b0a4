//! Whether a value is what its application identifier promises: characters, lengths, dates, codes.

use super::check::{SET_82, check_pair, ends_in_check_digit};
use super::dictionary::{Entry, Part, Set};
use crate::error::{Code, Error};
use crate::place::Place;

/// Checks a value against its entry. Codes of packages, currencies and coupons are not compared with their lists.
pub(super) fn check(ai: &str, entry: &Entry, value: &str) -> Result<(), Error> {
    let mut rest = value;
    for part in &entry.parts {
        if rest.is_empty() && part.optional {
            continue;
        }
        let taken = part.most.min(rest.len());
        let Some((piece, after)) =
            rest.split_at_checked(taken).filter(|(piece, _)| piece.len() >= part.least)
        else {
            return Err(bad(ai, entry, value, "has the wrong length"));
        };
        if !piece.chars().all(|letter| part.set.has(letter)) {
            return Err(bad(ai, entry, value, "holds a character that may not stand there"));
        }
        checks(ai, entry, part, piece, value)?;
        rest = after;
    }
    if rest.is_empty() { Ok(()) } else { Err(bad(ai, entry, value, "is too long")) }
}

fn bad(ai: &str, entry: &Entry, value: &str, what: &str) -> Error {
    let short: String = value.chars().take(40).collect();
    Error::new(Code::BadIdentifier, format!("`{short}` of ({ai}) {} {what}", entry.title))
}

impl Set {
    fn has(self, letter: char) -> bool {
        match self {
            Set::Digits => letter.is_ascii_digit(),
            Set::Set82 => SET_82.contains(letter),
            Set::Set39 => matches!(letter, '#' | '-' | '/' | '0'..='9' | 'A'..='Z'),
            Set::Set64 => letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '='),
        }
    }
}

fn checks(ai: &str, entry: &Entry, part: &Part, piece: &str, value: &str) -> Result<(), Error> {
    for name in &part.checks {
        if *name == "csum" && !ends_in_check_digit(piece) {
            let before = piece.get(..piece.len().saturating_sub(1)).and_then(super::check_digit);
            let error = Error::new(
                Code::BadCheckDigit,
                format!("`{piece}` of ({ai}) {} does not end in its check digit", entry.title),
            );
            return Err(match before {
                Some(digit) => error.with_help(format!(
                    "compare it with its source: to the digits before it belongs {digit}"
                )),
                None => error,
            });
        }
        if let Some(what) = fault(name, piece) {
            return Err(bad(ai, entry, value, what));
        }
    }
    Ok(())
}

/// What a check of that name finds wrong.
fn fault(check: &str, piece: &str) -> Option<&'static str> {
    let number = |from: usize, to: usize| piece.get(from..to).and_then(number);
    let within = |from: usize, to: usize, least: u64, most: u64| {
        number(from, to).is_some_and(|number| (least..=most).contains(&number))
    };
    let digits_lead = |from: usize| {
        let lead = piece.get(from..from.saturating_add(4));
        lead.is_some_and(|lead| lead.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let fine = match check {
        "gcppos1" => digits_lead(0),
        "gcppos2" => digits_lead(1),
        "csumalpha" => pair_fits(piece),
        "yymmd0" => day(number(0, 2), number(2, 4), number(4, 6), true),
        "yymmdd" => day(number(0, 2), number(2, 4), number(4, 6), false),
        "yyyymmdd" => day(number(0, 4), number(4, 6), number(6, 8), false),
        "hhmi" => within(0, 2, 0, 23) && within(2, 4, 0, 59),
        "hh" => within(0, 2, 0, 23),
        "mi" | "ss" => within(0, 2, 0, 59),
        "iso3166" => country(piece),
        "iso3166999" => piece == "999" || country(piece),
        "iso3166alpha2" => piece.bytes().all(|byte| byte.is_ascii_uppercase()) && Place::parse(piece).is_ok(),
        "latitude" => within(0, 10, 0, 1_800_000_000),
        "longitude" => within(0, 10, 0, 3_600_000_000),
        "yesno" => matches!(piece, "0" | "1"),
        "zero" => piece.bytes().all(|byte| byte == b'0'),
        "nonzero" => piece.bytes().any(|byte| byte != b'0'),
        "nozeroprefix" => !piece.starts_with('0'),
        "hasnondigit" => piece.bytes().any(|byte| !byte.is_ascii_digit()),
        "hyphen" => piece.bytes().all(|byte| byte == b'-'),
        "winding" => matches!(piece, "0" | "1" | "9"),
        "iso5218" => matches!(piece, "0" | "1" | "2" | "9"),
        "importeridx" => {
            piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        }
        "mediatype" => within(0, 2, 1, 10) || within(0, 2, 80, 99),
        "pieceoftotal" => {
            number(0, 2).zip(number(2, 4)).is_some_and(|(piece, all)| 1 <= piece && piece <= all)
        }
        "posinseqslash" => {
            let (at, of) = piece.split_once('/').unwrap_or_default();
            super::content::number(at)
                .zip(super::content::number(of))
                .is_some_and(|(at, of)| 1 <= at && at <= of)
        }
        "pcenc" => percents(piece),
        "iban" => iban(piece),
        _ => true,
    };
    if fine {
        return None;
    }
    Some(match check {
        "gcppos1" | "gcppos2" => "has no company prefix: at least four digits",
        "csumalpha" => "does not end in its check characters",
        "yymmd0" | "yymmdd" | "yyyymmdd" => "is no day",
        "hhmi" | "hh" | "mi" | "ss" => "is no time",
        "iso3166" | "iso3166999" | "iso3166alpha2" => "is no country of ISO 3166",
        "latitude" | "longitude" => "is no place on earth",
        "pieceoftotal" | "posinseqslash" => "counts past its total",
        "iban" => "does not fit its check digits",
        _ => "holds a value that it may not have",
    })
}

fn number(digits: &str) -> Option<u64> {
    let digit = |letter: char| letter.to_digit(10).map(u64::from);
    let value = |sum: u64, letter| sum.checked_mul(10)?.checked_add(digit(letter)?);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, value) }
}

/// Day zero means the end of the month. A year of two digits is read as 2000 and so on: leap days recur alike.
fn day(year: Option<u64>, month: Option<u64>, day: Option<u64>, zero: bool) -> bool {
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (u64::from(!zero)..=last).contains(&day)
}

fn pair_fits(text: &str) -> bool {
    let split = text.len().checked_sub(2).and_then(|at| text.split_at_checked(at));
    split.is_some_and(|(text, pair)| check_pair(text).is_some_and(|want| pair.chars().eq(want)))
}

fn percents(text: &str) -> bool {
    text.split('%')
        .skip(1)
        .all(|after| after.get(..2).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())))
}

/// ISO 13616: the first four characters at the end, letters as two digits, modulo 97.
fn iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else { return false };
    let rest = tail.chars().chain(head.chars()).try_fold(0u32, |rest, letter| {
        let value = letter.to_digit(36).filter(|_| !letter.is_ascii_lowercase())?;
        let shift = if value > 9 { 100 } else { 10 };
        rest.checked_mul(shift)?.checked_add(value)?.checked_rem(97)
    });
    rest == Some(1)
}

/// Numeric codes of ISO 3166-1.
const COUNTRIES: &str = "004008010012016020024028031032036040044048050051052056060064068070072074076084086090092096100104108112116120124132136140144148152156158162166170174175178180184188191192196203204208212214218222226231232233234238239242246248250254258260262266268270275276288292296300304308312316320324328332334336340344348352356360364368372376380384388392398400404408410414417418422426428430434438440442446450454458462466470474478480484492496498499500504508512516520524528531533534535540548554558562566570574578580581583584585586591598600604608612616620624626630634638642643646652654659660662663666670674678682686688690694702703704705706710716724728729732740744748752756760762764768772776780784788792795796798800804807818826831832833834840850854858860862876882887894";

fn country(code: &str) -> bool {
    COUNTRIES.as_bytes().chunks_exact(3).any(|known| known == code.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_countries_once() {
        let codes: Vec<&[u8]> = COUNTRIES.as_bytes().chunks(3).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted_by(|a, b| a < b));
        assert!(country("704") && !country("703704") && !country("999"));
    }

    #[test]
    fn each_check_takes_and_refuses() {
        for (check, good, wrong) in [
            ("yymmd0", "260200", "260230"),
            ("yymmdd", "280229", "270229"),
            ("yymmdd", "260131", "260100"),
            ("yyyymmdd", "20000229", "19000229"),
            ("hhmi", "2359", "2400"),
            ("ss", "59", "60"),
            ("iso3166", "704", "703 "),
            ("iso3166999", "999", "998"),
            ("iso3166alpha2", "VN", "vn"),
            ("latitude", "1800000000", "1800000001"),
            ("longitude", "3600000000", "3600000001"),
            ("yesno", "1", "2"),
            ("zero", "0", "1"),
            ("nonzero", "10", "00"),
            ("nozeroprefix", "12", "012"),
            ("hasnondigit", "1a", "12"),
            ("hyphen", "-", "+"),
            ("winding", "9", "2"),
            ("iso5218", "9", "3"),
            ("importeridx", "_", "!"),
            ("mediatype", "80", "11"),
            ("pieceoftotal", "0102", "0301"),
            ("pieceoftotal", "0101", "0001"),
            ("posinseqslash", "1/2", "2/1"),
            ("pcenc", "a%20b", "a%2"),
            ("gcppos1", "1234A", "123A"),
            ("gcppos2", "91234", "9123"),
            // ISO 13616 prints this one.
            ("iban", "GB82WEST12345698765432", "GB82WEST12345698765431"),
            ("csumalpha", "1987654Ad4X4bL5ttr2310c2K", "1987654Ad4X4bL5ttr2310c2L"),
        ] {
            assert_eq!(fault(check, good), None, "{check} {good}");
            assert!(fault(check, wrong).is_some(), "{check} {wrong}");
        }
    }
}
