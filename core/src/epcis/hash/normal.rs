//! The form of identifiers within a hash: a Digital Link at `id.gs1.org` of the finest level, as the reference makes it.

use crate::gs1::check_digit;

const STEM: &str = "https://id.gs1.org/";

/// Appends the normal form of a text that carries a key of GS1; `false` if it carries none that the reference knows.
pub(super) fn normal_form(text: &str, out: &mut String) -> bool {
    let length = out.len();
    let made = match text.strip_prefix("urn:epc:") {
        Some(body) => urn(body, out).is_some(),
        None if text.starts_with("http") => link(text, out).is_some(),
        None => false,
    };
    if !made {
        out.truncate(length);
    }
    made
}

/// What stands in a URN behind the company prefix and its reference.
enum Tail {
    Nothing,
    /// A serial number of at most so many letters, behind `/AI/` or appended to the key.
    Text(usize, &'static str),
    Digits(&'static str),
    Any,
    Pieces,
    AnyPieces,
}

fn urn(body: &str, out: &mut String) -> Option<()> {
    use Tail::{Any, AnyPieces, Digits, Nothing, Pieces, Text};
    let (class, rest) = body.split_once(':')?;
    let (scheme, fields) = rest.split_once(':')?;
    // Key, digits of prefix and reference together (0: text), whether the first digit of the reference leads, the tail.
    let (key, total, lead, tail) = match (class, scheme) {
        ("id", "sgtin") => ("01", 13, true, Text(20, "/21/")),
        ("id", "sscc") => ("00", 17, true, Nothing),
        ("id", "sgln") => ("414", 12, false, Text(20, "/254/")),
        ("id", "grai") => ("8003", 12, false, Text(16, "")),
        ("id", "giai") => ("8004", 0, false, Nothing),
        ("id", "gsrn") => ("8018", 17, false, Nothing),
        ("id", "gsrnp") => ("8017", 17, false, Nothing),
        ("id", "gdti") => ("253", 12, false, Text(20, "")),
        ("id", "cpi") => ("8010", 0, false, Digits("/8011/")),
        ("id", "sgcn") => ("255", 12, false, Digits("")),
        ("id", "ginc") => ("401", 0, false, Nothing),
        ("id", "gsin") => ("402", 16, false, Nothing),
        ("id", "itip") => ("8006", 13, true, Pieces),
        ("id", "upui") => ("01", 13, true, Text(28, "/235/")),
        ("id", "pgln") => ("417", 12, false, Nothing),
        ("class", "lgtin") => ("01", 13, true, Text(20, "/10/")),
        ("idpat", "sgtin" | "upui") => ("01", 13, true, Any),
        ("idpat", "grai") => ("8003", 12, false, Any),
        ("idpat", "gdti") => ("253", 12, false, Any),
        ("idpat", "sgcn") => ("255", 12, false, Any),
        ("idpat", "cpi") => ("8010", 0, false, Any),
        ("idpat", "itip") => ("8006", 13, true, AnyPieces),
        _ => return None,
    };
    let (prefix, rest) = fields.split_once('.')?;
    if !(6..=12).contains(&prefix.len()) || !digits(prefix) {
        return None;
    }
    let (reference, after) = match (total, &tail) {
        (_, Nothing) => (rest, ""),
        (0, _) => rest.rsplit_once('.')?,
        _ => rest.split_once('.')?,
    };
    out.push_str(STEM);
    out.push_str(key);
    out.push('/');
    if total == 0 {
        let part = key == "8010";
        if !letters(reference, 30usize.checked_sub(prefix.len())?, part) {
            return None;
        }
        out.push_str(prefix);
        encode(reference, out);
    } else {
        if prefix.len().checked_add(reference.len())? != total || !digits(reference) {
            return None;
        }
        let start = out.len();
        if key == "8003" {
            out.push('0');
        }
        let (first, reference) = reference.split_at_checked(usize::from(lead))?;
        out.push_str(first);
        out.push_str(prefix);
        out.push_str(reference);
        let check = check_digit(out.get(start..)?)?;
        out.push(check);
    }
    match tail {
        Nothing => {}
        Text(_, "/254/") if after == "0" => {}
        Text(most, before) => {
            if after.is_empty() || !letters(after, most, false) {
                return None;
            }
            out.push_str(before);
            encode(after, out);
        }
        Digits(before) => {
            if !(1..=12).contains(&after.len()) || !digits(after) {
                return None;
            }
            out.push_str(before);
            out.push_str(after);
        }
        Any if after == "*" => {}
        Any => return None,
        Pieces | AnyPieces => {
            let (piece, rest) = after.split_once('.')?;
            let (total, serial) = rest.split_once('.')?;
            if piece.len() != 2 || total.len() != 2 || !digits(piece) || !digits(total) {
                return None;
            }
            out.push_str(piece);
            out.push_str(total);
            match tail {
                Pieces if !serial.is_empty() && letters(serial, 20, false) => {
                    out.push_str("/21/");
                    encode(serial, out);
                }
                AnyPieces if serial == "*" => {}
                _ => return None,
            }
        }
    }
    Some(())
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters of a URN, what is written with a percent sign counted as one; those of parts (`cpi`) are fewer.
fn letters(text: &str, most: usize, part: bool) -> bool {
    let mut bytes = text.bytes();
    let mut count = 0usize;
    while let Some(byte) = bytes.next() {
        let fine = match byte {
            b'%' => {
                let hex = bytes.next().zip(bytes.next());
                hex.is_some_and(|(high, low)| {
                    let low = low.to_ascii_uppercase();
                    low.is_ascii_hexdigit()
                        && match (high, part) {
                            (b'2', false) => matches!(low, b'1' | b'2' | b'5'..=b'9' | b'A'..=b'F'),
                            (b'2', true) => matches!(low, b'3' | b'D' | b'F'),
                            (b'3', false) => true,
                            (b'3', true) => low.is_ascii_digit(),
                            (b'4', _) | (b'6', false) => low != b'0',
                            (b'5', false) => low.is_ascii_digit() || matches!(low, b'A' | b'F'),
                            (b'5', true) => low.is_ascii_digit() || low == b'A',
                            (b'7', false) => low.is_ascii_digit() || low == b'A',
                            _ => false,
                        }
                })
            }
            _ if part => byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-',
            _ => byte.is_ascii_alphanumeric() || b"!')(*+,.:;=_-".contains(&byte),
        };
        count = count.saturating_add(1);
        if !fine || count > most {
            return false;
        }
    }
    count > 0
}

/// What URNs may hold and addresses may not gets percent signs.
fn encode(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '!' => out.push_str("%21"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '*' => out.push_str("%2A"),
            '+' => out.push_str("%2B"),
            ',' => out.push_str("%2C"),
            ':' => out.push_str("%3A"),
            other => out.push(other),
        }
    }
}

/// Keys in the order in which they are looked for, and their short names.
const KEYS: [(&str, &str); 14] = [
    ("00", "sscc"),
    ("01", "gtin"),
    ("253", "gdti"),
    ("255", "gcn"),
    ("401", "ginc"),
    ("402", "gsin"),
    ("414", "gln"),
    ("417", "party"),
    ("8003", "grai"),
    ("8004", "giai"),
    ("8006", "itip"),
    ("8010", "cpid"),
    ("8017", "gsrnp"),
    ("8018", "gsrn"),
];

fn link(text: &str, out: &mut String) -> Option<()> {
    let rest = text.strip_prefix("https:").or_else(|| text.strip_prefix("http:"))?;
    let path = rest.split('?').next()?;
    let mut segments: Vec<&str> = path.split('#').next()?.split('/').collect();
    let keyed = |pair: &[&str]| -> bool {
        let [key, value] = pair else { return false };
        let lead = value.as_bytes().get(..4).is_some_and(|lead| lead.iter().all(u8::is_ascii_digit));
        KEYS.iter().any(|(ai, name)| ai == key || name == key) && lead && value.len() > 4
    };
    if !segments.windows(2).any(keyed) {
        return None;
    }
    for segment in &mut segments {
        *segment = match *segment {
            "cpv" => "22",
            "lot" => "10",
            "ser" => "21",
            other => KEYS.iter().find(|(_, name)| *name == other).map_or(other, |(ai, _)| ai),
        };
    }
    // Its own address begins with the key; any other is cut at the first key of the list that it holds.
    let own = text.starts_with("https:")
        && segments.get(2) == Some(&"id.gs1.org")
        && segments.get(3..5).is_some_and(keyed);
    let last = segments.len().checked_sub(1)?;
    let start = if own {
        3
    } else {
        KEYS.iter().find_map(|(ai, _)| {
            segments.iter().enumerate().position(|(at, segment)| segment == ai && at > 0 && at < last)
        })?
    };
    let found = segments.get(start..)?;
    let &[key, value, ref qualifiers @ ..] = found else { return None };
    let mut zeros = "";
    if key == "01" {
        let count = value.bytes().take_while(u8::is_ascii_digit).count();
        zeros = match count {
            14.. => "",
            13 => "0",
            12 => "00",
            8..=11 => "000000",
            _ => return None,
        };
    }
    let item = matches!(key, "01" | "8006");
    let wanted = if key == "01" { 14 } else { 18 };
    let whole = zeros.len().saturating_add(value.len());
    let mut qualifiers = qualifiers;
    if item && let [variant_ai @ "22", rest @ ..] = qualifiers {
        let _ = variant_ai;
        // The reference looks at no more than twenty letters of what follows.
        let follows = rest
            .iter()
            .fold(0usize, |sum, part| sum.saturating_add(part.len()).saturating_add(1))
            .saturating_sub(1);
        if follows > 20 || !rest.iter().all(|part| plain(part)) {
            return None;
        }
        qualifiers = rest.get(1..)?;
    }
    if item && let &["10", lot, "21", _] = qualifiers {
        if lot.len() > 20 || !plain(lot) {
            return None;
        }
        qualifiers = qualifiers.get(2..)?;
    }
    let fits = match (key, qualifiers) {
        ("00", []) | ("8017" | "8018", []) => value.len() == 18 && digits(value),
        ("402", []) => value.len() == 17 && digits(value),
        ("414" | "417", []) => value.len() == 13 && digits(value),
        ("414", ["254", extension]) => {
            value.len() == 13 && digits(value) && extension.len() <= 20 && plain(extension)
        }
        ("01" | "8006", []) => whole == wanted && digits(value),
        ("01" | "8006", ["21" | "10", text]) => {
            whole == wanted && digits(value) && text.len() <= 20 && plain(text)
        }
        ("01", ["235", text]) => whole == wanted && digits(value) && text.len() <= 28 && plain(text),
        ("253", []) => serial(value, 13, 17),
        ("255", []) => (13..=25).contains(&value.len()) && digits(value),
        ("8003", []) => serial(value, 14, 16),
        ("401" | "8004", []) => value.len() <= 30 && plain(value),
        ("8010", []) => value.len() <= 30 && value.bytes().all(part),
        ("8010", ["8011", text]) => {
            value.len() <= 30 && value.bytes().all(part) && text.len() <= 12 && digits(text)
        }
        _ => false,
    };
    if !fits {
        return None;
    }
    out.push_str(STEM);
    out.push_str(key);
    out.push('/');
    out.push_str(zeros);
    out.push_str(value);
    for part in qualifiers {
        out.push('/');
        out.push_str(part);
    }
    Some(())
}

fn serial(value: &str, count: usize, most: usize) -> bool {
    value
        .split_at_checked(count)
        .is_some_and(|(head, tail)| digits(head) && tail.len() <= most && plain(tail))
}

/// Letters that stand in an address as they are, as the reference lists them.
fn plain(text: &str) -> bool {
    text.bytes().all(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'"' | b'\'' | b'-' | b'.' | b';' | b'<' | b'=' | b'>' | b'?' | b'_')
    })
}

fn part(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'#' | b'-')
}
