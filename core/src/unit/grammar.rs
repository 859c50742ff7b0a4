//! The grammar of unit expressions: symbols with exponents and annotations, joined by `.` and `/` from left to
//! right, with parentheses. One pass, a stack of signs instead of recursion.

use super::atom::{Atom, Term};
use super::dimension::Dimension;
use super::qualifier::Qualifier;
use super::unit::{MAX_TEXT, Unit};
use super::{everyday, named, nearest, ucum};
use crate::error::{Code, Error};
use crate::number::Ratio;

/// Whose symbols are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// UCUM, case-sensitive, ASCII only.
    Ucum,
    /// This library's own canonical symbols: what tables and aliases are written in.
    Canonical,
    /// Everything that people write.
    Everyday,
}

/// Deepest nesting of parentheses.
const MAX_DEPTH: usize = 64;

/// Reads a whole expression.
pub(super) fn read(text: &str, dialect: Dialect) -> Result<Unit, Error> {
    if text.len() > MAX_TEXT {
        return Err(nearest::too_long());
    }
    if dialect == Dialect::Ucum && !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(malformed(text, "UCUM is written in ASCII without spaces"));
    }
    let mut coefficient = Ratio::ONE;
    let mut terms: Vec<Term> = Vec::new();
    let mut groups: Vec<i8> = Vec::new();
    let (mut group, mut sign) = (1i8, 1i8);
    let mut rest = text.trim();
    if let Some(after) = rest.strip_prefix('/') {
        (rest, sign) = (after, -1);
    }
    let mut component_next = true;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        if first == ' ' {
            rest = after;
        } else if component_next && first == '(' {
            if groups.len() >= MAX_DEPTH {
                return Err(malformed(text, "parentheses are nested too deep"));
            }
            groups.push(group);
            group = group.wrapping_mul(sign);
            (rest, sign) = (after, 1);
        } else if component_next {
            let (symbol, annotation, after) = component(rest);
            let unit = resolve(symbol, annotation, dialect).map_err(|error| match symbol.is_empty() {
                true if annotation.is_none() => malformed(text, "a symbol is missing"),
                _ => error,
            })?;
            let unit = if group.wrapping_mul(sign) < 0 { unit.power(-1)? } else { unit };
            coefficient = coefficient.try_mul(unit.coefficient())?;
            terms.extend_from_slice(unit.terms());
            (rest, component_next) = (after, false);
        } else if first == ')' {
            group = groups.pop().ok_or_else(|| malformed(text, "a parenthesis is closed but not opened"))?;
            rest = after;
        } else {
            sign = match first {
                '.' => 1,
                '/' => -1,
                _ => return Err(malformed(text, "symbols are joined by `.` or `/`")),
            };
            (rest, component_next) = (after, true);
        }
    }
    if component_next {
        return Err(malformed(text, "a symbol is missing"));
    }
    if !groups.is_empty() {
        return Err(malformed(text, "a parenthesis is not closed"));
    }
    Unit::assemble(coefficient, terms)
}

/// The symbol at the start of the text, its annotation without braces, and what follows.
fn component(text: &str) -> (&str, Option<&str>, &str) {
    let mut brackets = false;
    let end = text
        .char_indices()
        .find(|(_, c)| {
            match c {
                '[' => brackets = true,
                ']' => brackets = false,
                _ => {}
            }
            !brackets && matches!(c, '.' | '/' | '(' | ')' | '{' | '}')
        })
        .map_or(text.len(), |(index, _)| index);
    let (symbol, after) = text.split_at_checked(end).unwrap_or((text, ""));
    let note = after.strip_prefix('{').and_then(|inner| inner.split_once('}'));
    match note {
        Some((note, after)) => (symbol.trim(), Some(note), after),
        None => (symbol.trim(), None, after),
    }
}

fn resolve(symbol: &str, annotation: Option<&str>, dialect: Dialect) -> Result<Unit, Error> {
    let unit = match (symbol.is_empty(), annotation) {
        (true, None) => return Err(malformed(symbol, "a symbol is missing")),
        (true, Some(_)) => Unit::one(),
        _ => match factor(symbol)? {
            Some(factor) => Unit::assemble(factor, Vec::new())?,
            None => match dialect {
                Dialect::Ucum => powered(symbol, ucum_symbol)?,
                Dialect::Canonical => powered(symbol, named::symbol)?,
                Dialect::Everyday => Some(everyday::component(symbol)?),
            }
            .ok_or_else(|| nearest::unknown(symbol))?,
        },
    };
    match annotation {
        None => Ok(unit),
        Some(note) if note.is_empty() || note.contains('{') => {
            Err(malformed(note, "an annotation has text and no braces inside its braces"))
        }
        Some(note) => annotated(unit, note),
    }
}

/// A whole number, or a power of ten written `10*6` or `10^6`.
#[expect(clippy::disallowed_methods, reason = "whole numbers: read exactly or refused")]
pub(super) fn factor(symbol: &str) -> Result<Option<Ratio>, Error> {
    if let Some(exponent) = symbol.strip_prefix("10*").or_else(|| symbol.strip_prefix("10^")) {
        if exponent.is_empty() {
            return Ok(Some(Ratio::whole(10)));
        }
        return match exponent.parse::<i32>() {
            Ok(exponent) => Ratio::pow10(exponent).map(Some),
            Err(_) => Ok(None),
        };
    }
    if symbol.is_empty() || !symbol.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match symbol.parse::<i128>() {
        Ok(value) if value > 0 => Ratio::new(value, 1).map(Some),
        _ => Err(malformed(symbol, "a number in a unit is above zero and has at most 38 digits")),
    }
}

/// Resolves a symbol as it stands, then without its trailing exponent.
pub(super) fn powered(
    symbol: &str,
    resolve: impl Fn(&str) -> Result<Option<Unit>, Error>,
) -> Result<Option<Unit>, Error> {
    if let Some(unit) = resolve(symbol)? {
        return Ok(Some(unit));
    }
    let Some((stem, exponent)) = split_exponent(symbol) else { return Ok(None) };
    match resolve(stem)? {
        Some(unit) => unit.power(exponent).map(Some),
        None => Ok(None),
    }
}

/// `m-3` as `m` and -3.
#[expect(clippy::disallowed_methods, reason = "whole numbers: read exactly or refused")]
fn split_exponent(symbol: &str) -> Option<(&str, i8)> {
    let stem = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    let stem = stem.strip_suffix(['-', '+']).unwrap_or(stem);
    let exponent: i8 = symbol.strip_prefix(stem)?.parse().ok()?;
    (exponent != 0 && !stem.is_empty()).then_some((stem, exponent))
}

/// A symbol of UCUM in a spelling that everyday reading understands the same way: femtotonnes are printed
/// `t/10*15`, because `ft` reads as foot.
fn ucum_symbol(symbol: &str) -> Result<Option<Unit>, Error> {
    let Some(found) = ucum::symbol(symbol)? else { return Ok(None) };
    let unit = Unit::from(found);
    if everyday::lookup(&unit.to_string()).ok().flatten().as_ref() == Some(&unit) {
        return Ok(Some(unit));
    }
    let Some((prefix, base)) = ucum::split(symbol)? else { return Ok(Some(unit)) };
    Unit::assemble(prefix, vec![Term::new(base, 1)]).map(Some)
}

/// The unit with what its annotation says.
fn annotated(unit: Unit, note: &str) -> Result<Unit, Error> {
    let qualifier = match unit.currency() {
        Some(_) => Qualifier::Note(note.into()),
        None => Qualifier::from_annotation(note),
    };
    match unit.terms() {
        // A number of things that only the annotation names: `10*3{rbc}`.
        [] => {
            let things = Term::new(Atom::new("", Dimension::ONE, Ratio::ONE), 1);
            Unit::assemble(unit.coefficient(), vec![things.qualified(Qualifier::Note(note.into()))?])
        }
        [single] => Unit::assemble(unit.coefficient(), vec![single.clone().qualified(qualifier)?]),
        _ => match qualifier {
            Qualifier::Basis(basis) => unit.with_calorific_basis(basis),
            Qualifier::State(state) => unit.with_gas_state(state),
            Qualifier::Moisture(moisture) => unit.with_moisture(moisture),
            _ => unit.with_money(note),
        },
    }
}

fn malformed(text: &str, why: &str) -> Error {
    Error::new(Code::UnknownUnit, format!("`{text}` is no unit: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_reads_from_left_to_right() {
        for (text, printed) in [
            ("s/m.mg", "mg.s/m"),
            ("s/(m.mg)", "s/mg/m"),
            ("/m", "1/m"),
            ("mmol/(8.h.kg)", "mmol/8/kg/h"),
            ("((m))", "m"),
            ("10*3/ul", "10*3/uL"),
            ("kg.m/s2", "kg.m/s2"),
            ("g/(g/(g/g))", "1"),
            ("ft", "t/10*15"),
            ("Mt", "10*6.t"),
            ("kW.h", "kWh"),
        ] {
            assert_eq!(read(text, Dialect::Ucum).unwrap().to_string(), printed, "{text}");
        }
    }

    #[test]
    fn malformed_texts_are_refused() {
        for text in [
            "", "/", "m/", "m..s", "(m", "m)", "()", "m{", "m}", "{a}m", "m{}", "m{a{b}}", "m0", "0", "m s",
            "µg",
        ] {
            let error = read(text, Dialect::Ucum).unwrap_err();
            assert_eq!(error.code(), Code::UnknownUnit, "{text}");
        }
        let deep = "(".repeat(65);
        assert_eq!(read(&deep, Dialect::Ucum).unwrap_err().code(), Code::UnknownUnit);
    }
}
