//! Numbers of a page as people read them, turned back into plain decimals.

use crate::disclosure::facts::decimals as whole;

/// Where transformations of all editions of the registry live.
const REGISTRY: &str = "http://www.xbrl.org/inlineXBRL/transformation/";

/// The name of a transformation as all editions of the registry write it: `num-dot-decimal` and `numdotdecimal` are one.
///
/// # Errors
/// What is wrong, for a format of anybody else.
pub(super) fn transformation(namespace: Option<&str>, name: &str) -> Result<String, String> {
    let local = name.rsplit(':').next().unwrap_or(name);
    match namespace {
        Some(namespace) if namespace.starts_with(REGISTRY) => Ok(local.replace('-', "").to_ascii_lowercase()),
        _ => Err(format!("the format `{name}` is none of the registry of transformations")),
    }
}

/// A number as a plain decimal.
///
/// # Errors
/// What is wrong with it.
pub(super) fn plain(shown: &str, transformation: &str, scale: &str, sign: &str) -> Result<String, String> {
    let bad = || format!("`{shown}` is no number of the format `{transformation}`");
    let shown = shown.trim();
    let (mark, gap) = match transformation {
        "" => ('.', None),
        "numdotdecimal" => ('.', Some(',')),
        "numcommadecimal" => (',', Some('.')),
        "fixedzero" | "zerodash" | "numdash" => return Ok("0".into()),
        other => return Err(format!("the format `{other}` is not one of numbers that is read")),
    };
    let mut digits = String::with_capacity(shown.len());
    for c in shown.chars() {
        match c {
            '0'..='9' => digits.push(c),
            _ if c == mark && !digits.contains('.') => digits.push('.'),
            // Groups end before the decimals.
            _ if gap == Some(c) && !digits.contains('.') => {}
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if gap.is_some() && !digits.contains('.') => {}
            _ => return Err(bad()),
        }
    }
    if !digits.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(bad());
    }
    let scale = match scale.trim() {
        "" => 0,
        text => {
            whole(text).ok_or_else(|| format!("the scale `{text}` is not a whole number from -30 to 30"))?
        }
    };
    let size = shifted(&digits, scale);
    match sign {
        "" => Ok(size),
        "-" if size.bytes().all(|byte| matches!(byte, b'0' | b'.')) => Ok(size),
        "-" => Ok(format!("-{size}")),
        other => Err(format!("the sign `{other}` is neither `-` nor left out")),
    }
}

/// Digits with their decimal mark moved, exactly.
fn shifted(digits: &str, scale: i32) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let count = |text: &str| i32::try_from(text.len()).unwrap_or(i32::MAX);
    let moved = count(whole).saturating_add(scale);
    let all = format!(
        "{}{whole}{part}{}",
        zeros(moved.saturating_neg()),
        zeros(moved.saturating_sub(count(whole).saturating_add(count(part))))
    );
    let (whole, part) = all.split_at_checked(usize::try_from(moved).unwrap_or(0)).unwrap_or((&all, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match if scale == 0 { part } else { part.trim_end_matches('0') } {
        "" => whole.to_owned(),
        part => format!("{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_shown() {
        let read = |shown, format, scale, sign| plain(shown, format, scale, sign);
        assert_eq!(read("1,234.50", "numdotdecimal", "0", ""), Ok("1234.50".into()));
        assert_eq!(read("1.234,5", "numcommadecimal", "", "-"), Ok("-1234.5".into()));
        assert_eq!(read("1 234,5", "numcommadecimal", "3", ""), Ok("1234500".into()));
        assert_eq!(read("5.25", "numdotdecimal", "-2", "-"), Ok("-0.0525".into()));
        assert_eq!(read("50", "", "-2", ""), Ok("0.5".into()));
        assert_eq!(read("0", "", "-2", "-"), Ok("0".into()));
        assert_eq!(read("1", "", "-5", ""), Ok("0.00001".into()));
        assert_eq!(read("1.5", "", "4", ""), Ok("15000".into()));
        assert_eq!(read("-", "fixedzero", "", ""), Ok("0".into()));
        for (shown, format, scale, sign) in [
            ("1.2.3", "numdotdecimal", "", ""),
            ("1,5", "", "", ""),
            ("1.5,000", "numdotdecimal", "", ""),
            ("", "numdotdecimal", "", ""),
            (".", "", "", ""),
            ("1e3", "", "", ""),
            ("1", "", "31", ""),
            ("1", "", "1.5", ""),
            ("1", "", "", "+"),
            ("1", "datedaymonthyear", "", ""),
        ] {
            assert!(read(shown, format, scale, sign).is_err(), "{shown} {format} {scale} {sign}");
        }
        assert_eq!(
            transformation(
                Some("http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"),
                "t:num-dot-decimal"
            ),
            Ok("numdotdecimal".into())
        );
        assert!(transformation(Some("http://example.com"), "t:num-dot-decimal").is_err());
    }
}
