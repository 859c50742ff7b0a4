//! What people write: cleaning the text, aliases in English and Vietnamese, letter case, refusals.

use super::aliases::{ALIASES, AMBIGUOUS, AMBIGUOUS_AS_WRITTEN};
use super::grammar::{self, Dialect};
use super::named_table::ROWS;
use super::qualifier::Qualifier;
use super::unit::{MAX_TEXT, Unit};
use super::{named, nearest};
use crate::error::{Code, Error};
use crate::normal::{nfc, nfd};
use crate::number::Ratio;

/// Words for powers of ten, as in `triệu đồng` and `million kWh`.
const NUMBER_WORDS: [(&str, i32); 12] = [
    ("nghìn", 3),
    ("ngàn", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("triệu", 6),
    ("million", 6),
    ("millions", 6),
    ("tỷ", 9),
    ("tỉ", 9),
    ("billion", 9),
    ("trăm", 2),
    ("hundred", 2),
];

/// Reads any spelling.
pub(super) fn parse(text: &str) -> Result<Unit, Error> {
    if text.len() > MAX_TEXT {
        return Err(nearest::too_long());
    }
    let clean = clean(text)?;
    if clean.is_empty() {
        return Err(Error::new(Code::UnknownUnit, "the unit is empty"));
    }
    if let Some(unit) = lookup(&clean)? {
        return Ok(unit);
    }
    if let Some(unit) = with_suffix(&clean)? {
        return Ok(unit);
    }
    if clean.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && clean != "1" {
        return Err(Error::new(Code::UnknownUnit, format!("the unit `{clean}` is a number")));
    }
    grammar::read(&clean, Dialect::Everyday)
}

/// One component of an expression: a known spelling, one with an exponent, or several words.
pub(super) fn component(text: &str) -> Result<Unit, Error> {
    if let Some(unit) = grammar::powered(text, lookup)? {
        return Ok(unit);
    }
    match words(text)? {
        Some(unit) => Ok(unit),
        None => Err(nearest::unknown(text)),
    }
}

/// A spelling as a whole.
///
/// # Errors
/// `AMBIGUOUS_UNIT`; `UNKNOWN_UNIT` for atoms of UCUM that are not carried.
pub(super) fn lookup(text: &str) -> Result<Option<Unit>, Error> {
    if let Some((_, canonical)) = ALIASES.iter().find(|(spelling, _)| *spelling == text) {
        return grammar::read(canonical, Dialect::Canonical).map(Some);
    }
    if let Some(doubt) = AMBIGUOUS_AS_WRITTEN.iter().find(|(spelling, ..)| *spelling == text) {
        return Err(doubtful(text, doubt));
    }
    let folded = text.to_lowercase();
    if let Some(doubt) = AMBIGUOUS.iter().find(|(spelling, ..)| *spelling == folded) {
        return Err(doubtful(text, doubt));
    }
    if let Some(unit) = named::symbol(text)? {
        return Ok(Some(unit));
    }
    // `v.km` is a vehicle-kilometre, `V.km` a product with volts: expressions are matched as written only.
    let word = |spelling: &str| !spelling.contains(['.', '/']) && spelling.to_lowercase() == folded;
    if let Some((_, canonical)) = ALIASES.iter().find(|(spelling, _)| word(spelling)) {
        return grammar::read(canonical, Dialect::Canonical).map(Some);
    }
    other_case(text, &folded)
}

/// A symbol in the wrong case, if there is one such symbol and the case decides nothing.
fn other_case(text: &str, folded: &str) -> Result<Option<Unit>, Error> {
    let mut same = ROWS.iter().filter(|row| row.code.to_lowercase() == folded);
    let Some(row) = same.next() else { return Ok(None) };
    let first = |text: &str| text.chars().next().filter(|c| matches!(c, 'm' | 'M' | 'p' | 'P'));
    let prefix_differs = first(text) != first(row.code) && row.code.chars().count() > 1;
    if let Some(other) = same.next() {
        return Err(doubtful(
            text,
            &("", &format!("`{}` or `{}`", row.code, other.code), "write one of these"),
        ));
    }
    if prefix_differs {
        let may = format!("`{}` or a unit a thousand million times as large or small", row.code);
        let help = format!(
            "write `{}` if that is meant: `m` is milli, `M` is mega, `p` is pico, `P` is peta",
            row.code
        );
        return Err(
            Error::new(Code::AmbiguousUnit, format!("the unit `{text}` may be {may}")).with_help(help)
        );
    }
    named::symbol(row.code)
}

fn doubtful(text: &str, (_, meanings, help): &(&str, &str, &str)) -> Error {
    Error::new(Code::AmbiguousUnit, format!("the unit `{text}` may be {meanings}")).with_help(*help)
}

/// `kWh (Net CV)`, `TJ NCV`, `t dry`, `USD 2022`, `m3 (15 °C, 101.325 kPa)`.
fn with_suffix(text: &str) -> Result<Option<Unit>, Error> {
    if let Some((head, inner)) = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        return suffixed(head.trim(), inner.trim());
    }
    for (index, _) in text.match_indices(' ') {
        let (head, tail) = text.split_at_checked(index).unwrap_or((text, ""));
        let tail = tail.trim();
        let year = tail.bytes().take_while(u8::is_ascii_digit).count() == 4;
        let known = !matches!(Qualifier::from_annotation(tail), Qualifier::Note(_) | Qualifier::State(_));
        if (known || year)
            && let Some(unit) = suffixed(head, tail)?
        {
            return Ok(Some(unit));
        }
    }
    Ok(None)
}

/// The unit `head`, stated as the suffix says; `None` if the suffix says nothing that is known.
fn suffixed(head: &str, suffix: &str) -> Result<Option<Unit>, Error> {
    let read = |head: &str| match lookup(head)? {
        Some(unit) => Ok(unit),
        None => grammar::read(head, Dialect::Everyday),
    };
    match Qualifier::from_annotation(suffix) {
        Qualifier::Basis(basis) => read(head)?.with_calorific_basis(basis).map(Some),
        Qualifier::State(state) => read(head)?.with_gas_state(state).map(Some),
        Qualifier::Moisture(moisture) => read(head)?.with_moisture(moisture).map(Some),
        _ => match read(head) {
            Ok(unit) if unit.currency().is_some() => unit.with_money(suffix).map(Some),
            _ => Ok(None),
        },
    }
}

/// Several words: a number and a unit (`1000 m3`, `triệu kWh`, `100km`) or a product (`tấn km`, `pax-km`).
fn words(text: &str) -> Result<Option<Unit>, Error> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = match text.split_once(' ') {
        Some((first, rest)) if digits == 0 || digits == first.len() || first.starts_with("10") => {
            (first, rest)
        }
        _ => text.split_at_checked(digits).unwrap_or((text, "")),
    };
    if let Some(size) = power_of_ten(number)? {
        let unit = component(rest.trim())?;
        return Unit::assemble(size.try_mul(unit.coefficient())?, unit.terms().to_vec()).map(Some);
    }
    for (index, mark) in text.rmatch_indices([' ', '-']) {
        let (head, tail) = text.split_at_checked(index).unwrap_or((text, ""));
        let tail = tail.strip_prefix(mark).unwrap_or(tail).trim();
        let Some(left) = grammar::powered(head.trim(), lookup)? else { continue };
        let right = match grammar::powered(tail, lookup)? {
            Some(right) => right,
            None => match words(tail)? {
                Some(right) => right,
                None => continue,
            },
        };
        return left.times(&right).map(Some);
    }
    Ok(None)
}

/// 10, 100, 1000 …, `10*6` or a word. Other numbers are refused: `103 m3` has lost the form of 10³.
fn power_of_ten(text: &str) -> Result<Option<Ratio>, Error> {
    if let Some((_, exponent)) = NUMBER_WORDS.iter().find(|(word, _)| *word == text.to_lowercase()) {
        return Ratio::pow10(*exponent).map(Some);
    }
    let zeros =
        text.strip_prefix('1').filter(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'));
    let written = text.starts_with("10*") || text.starts_with("10^");
    if zeros.is_some() || written { grammar::factor(text) } else { Ok(None) }
}

/// The text in NFC, with one way of writing products, powers and spaces; braces keep their content.
fn clean(text: &str) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    let (mut braces, mut raised) = (false, false);
    for c in nfc(text.chars()) {
        match c {
            '{' => braces = true,
            '}' => braces = false,
            _ => {}
        }
        match c {
            _ if braces && c.is_ascii_graphic() => out.push(c),
            'µ' | 'μ' => out.push('u'),
            // `10³` must not become `103`.
            _ if is_raised(c) => {
                if !raised {
                    out.push('^');
                }
                out.push(lowered(c));
            }
            '·' | '⋅' | '∙' | '•' | '×' => out.push('.'),
            '−' | '–' | '‑' | '‐' => out.push('-'),
            '₂' => out.push('2'),
            '₃' => out.push('3'),
            ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}' | '\u{3000}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '°' | '₫' | '€' | '£' | '¥' | '‰' => out.push(c),
            _ if c.is_ascii_graphic() || is_vietnamese(c) => out.push(c),
            _ => return Err(foreign(c)),
        }
        raised = is_raised(c);
    }
    Ok(tidy(out.trim()))
}

/// The digit or minus that a superscript stands for.
fn lowered(c: char) -> char {
    match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => {
            char::from_digit(u32::from(c).saturating_sub(u32::from('⁴')).saturating_add(4), 10).unwrap_or('-')
        }
        _ => '-',
    }
}

/// A superscript digit or minus.
fn is_raised(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '⁻')
}

/// Removes spaces around marks, `^` behind letters, and writes `*` and `per` as `.` and `/`.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut braces = false;
    let words = text.replace(" per ", "/");
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        braces = c == '{' || braces && c != '}';
        let next = rest.peek().copied();
        match c {
            _ if braces => out.push(c),
            ' ' if matches!(next, Some('.' | '/' | '*' | '^' | ')' | '{' | ' ') | None) => {}
            ' ' if out.ends_with(['.', '/', '(', '*', '^']) => {}
            '^' if ends_with_ten(&out) => out.push('*'),
            '^' => {}
            '*' if !ends_with_ten(&out) => out.push('.'),
            '.' if next.is_none() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Whether the text ends with the number 10 standing alone.
fn ends_with_ten(text: &str) -> bool {
    text.strip_suffix("10").is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '^'))
}

/// A letter of Vietnamese: an ASCII letter with the marks that Vietnamese uses, or đ.
fn is_vietnamese(c: char) -> bool {
    if matches!(c, 'đ' | 'Đ') {
        return true;
    }
    let mut parts = nfd([c]);
    let letter = parts.next().is_some_and(|first| first.is_ascii_alphabetic());
    letter
        && parts.all(|mark| {
            matches!(
                mark,
                '\u{300}' | '\u{301}' | '\u{302}' | '\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}'
            )
        })
}

/// The error for a character that no unit is written with: look-alikes of other alphabets, invisible ones.
fn foreign(c: char) -> Error {
    let shown = if c.is_alphanumeric() { format!("`{c}` ") } else { String::new() };
    Error::new(
        Code::UnknownUnit,
        format!("the unit has the character {shown}(U+{:04X}), which no unit is written with", u32::from(c)),
    )
    .with_help("type the unit again in Latin letters; letters of other alphabets may look the same")
}
