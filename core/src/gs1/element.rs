//! Element strings: application identifiers and their values, as printed with brackets or as scanned (METHODS M-181).

use core::fmt::Write;

use super::content;
use super::dictionary::{self, Entry, meets};
use crate::error::{Code, Error};

/// The separator of a scanned element string.
const FNC1: char = '\u{1d}';

/// An application identifier with its value.
///
/// # Example
/// ```
/// use emitrace::gs1::Element;
///
/// let lot = Element::new("10", "HEAT-4711")?;
/// assert_eq!((lot.ai(), lot.value(), lot.title()), ("10", "HEAT-4711", "BATCH/LOT"));
/// assert_eq!(Element::new("01", "08931234567893").unwrap_err().code().as_str(), "BAD_CHECK_DIGIT");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Element {
    ai: Box<str>,
    value: Box<str>,
}

impl Element {
    /// An element whose value fits its application identifier.
    ///
    /// # Errors
    /// `UNKNOWN_AI`, `BAD_CHECK_DIGIT`, `BAD_IDENTIFIER`.
    pub fn new(ai: &str, value: &str) -> Result<Element, Error> {
        let entry = dictionary::entry(ai).ok_or_else(|| unknown(ai))?;
        content::check(ai, entry, value)?;
        Ok(Element { ai: ai.into(), value: value.into() })
    }

    /// One that the dictionary does not know.
    pub(super) fn foreign(ai: &str, value: &str) -> Element {
        Element { ai: ai.into(), value: value.into() }
    }

    /// The application identifier.
    pub fn ai(&self) -> &str {
        &self.ai
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What the identifier is called in print, e.g. `GTIN`.
    pub fn title(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.title)
    }

    pub(super) fn entry(&self) -> Option<&'static Entry> {
        dictionary::entry(&self.ai)
    }
}

fn unknown(ai: &str) -> Error {
    let short: String = ai.chars().take(8).collect();
    Error::new(Code::UnknownAi, format!("`{short}` is no application identifier"))
}

/// Reads an element string with brackets, `(01)…(10)…`; `\(` is a bracket within a value.
///
/// # Errors
/// `BAD_IDENTIFIER`, `UNKNOWN_AI`, `BAD_CHECK_DIGIT`.
pub fn read_bracketed(text: &str) -> Result<Vec<Element>, Error> {
    let shape = || Error::new(Code::BadIdentifier, "the element string is not written as (AI)value(AI)value");
    let mut rest = text.strip_prefix('(').ok_or_else(shape)?;
    let mut elements = Vec::new();
    loop {
        let (ai, after) = rest.split_once(')').ok_or_else(shape)?;
        let mut value = String::new();
        let mut letters = after.chars();
        let next = loop {
            match letters.next() {
                None => break None,
                Some('(') => break Some(letters.as_str()),
                Some('\\') if letters.as_str().starts_with('(') => {
                    value.push('(');
                    letters.next();
                }
                Some(letter) => value.push(letter),
            }
        };
        elements.push(Element::new(ai, &value)?);
        match next {
            Some(next) => rest = next,
            None => return Ok(elements),
        }
    }
}

/// Whether a text begins as scanned data do: with FNC1 (U+001D, or `^` in its place) or a symbology identifier such as `]C1`.
pub(super) fn looks_scanned(text: &str) -> bool {
    text.starts_with([FNC1, '^']) || SYMBOLOGIES.iter().any(|symbology| text.starts_with(symbology))
}

/// What readers put before data of GS1-128, DataBar, Data Matrix, QR and dot codes.
const SYMBOLOGIES: [&str; 5] = ["]C1", "]e0", "]d2", "]Q3", "]J1"];

/// Reads an element string as scanned: FNC1 first (or a symbology identifier), and after each value of no predefined length.
///
/// # Errors
/// `BAD_IDENTIFIER`, `UNKNOWN_AI`, `BAD_CHECK_DIGIT`.
pub fn read_scanned(text: &str) -> Result<Vec<Element>, Error> {
    let separators = [FNC1, '^'];
    let start = SYMBOLOGIES.iter().find_map(|symbology| text.strip_prefix(symbology));
    let mut rest = match start {
        Some(rest) => rest.strip_prefix(separators).unwrap_or(rest),
        None => text.strip_prefix(separators).ok_or_else(|| {
            Error::new(Code::BadIdentifier, "scanned data begin with FNC1 or a symbology identifier")
        })?,
    };
    let mut elements = Vec::new();
    while !rest.is_empty() {
        let (ai, entry, after) =
            dictionary::leading(rest).ok_or_else(|| unknown(rest.get(..4).unwrap_or(rest)))?;
        let end = after.find(separators).unwrap_or(after.len());
        // A value of predefined length ends where it ends, with or without a separator.
        let most = entry.parts.iter().fold(0usize, |most, part| most.saturating_add(part.most));
        let end = if entry.predefined { end.min(most) } else { end };
        let (value, next) = after.split_at_checked(end).ok_or_else(|| {
            Error::new(
                Code::BadIdentifier,
                format!("the value of ({ai}) holds a character that may not stand there"),
            )
        })?;
        elements.push(Element::new(ai, value)?);
        rest = next.strip_prefix(separators).unwrap_or(next);
    }
    if elements.is_empty() {
        return Err(Error::new(Code::BadIdentifier, "the element string is empty"));
    }
    Ok(elements)
}

/// Elements as scanned data: FNC1 first and after each value of no predefined length, except the last.
pub fn write_scanned(elements: &[Element]) -> String {
    let mut out = String::from(FNC1);
    let mut open = false;
    for element in elements {
        if open {
            out.push(FNC1);
        }
        out.push_str(&element.ai);
        out.push_str(&element.value);
        open = !element.entry().is_some_and(|entry| entry.predefined);
    }
    out
}

/// Elements with brackets.
pub fn write_bracketed(elements: &[Element]) -> String {
    let mut out = String::new();
    for Element { ai, value } in elements {
        let _ = write!(out, "({ai}){}", value.replace('(', "\\("));
    }
    out
}

/// Whether elements may stand together on one thing: none contradicts another, each has what it needs.
///
/// # Errors
/// `AI_ASSOCIATION`.
pub fn check_together(elements: &[Element]) -> Result<(), Error> {
    let wrong = |message: String| Err(Error::new(Code::AiAssociation, message));
    let has = |pattern: &str| elements.iter().any(|other| meets(&other.ai, pattern));
    for element in elements {
        let ai = &element.ai;
        if elements.iter().any(|other| other.ai == *ai && other.value != element.value) {
            return wrong(format!("({ai}) stands twice with different values"));
        }
        let Some(entry) = element.entry() else { return Err(unknown(ai)) };
        for pattern in &entry.excludes {
            if let Some(other) = elements.iter().find(|other| other.ai != *ai && meets(&other.ai, pattern)) {
                return wrong(format!("({ai}) and ({}) exclude each other", other.ai));
            }
        }
        for alternatives in &entry.requires {
            if !alternatives.iter().any(|group| group.iter().all(|pattern| has(pattern))) {
                let wanted: Vec<String> = alternatives.iter().map(|group| group.join("+")).collect();
                return wrong(format!("({ai}) stands without one of {}", wanted.join(", ")));
            }
        }
    }
    // A signature is over one thing, not over its kind.
    if has("8030")
        && let Some(kind) = elements.iter().find(|element| match &*element.ai {
            "253" | "255" => element.value.len() <= 13,
            "8003" => element.value.len() <= 14,
            _ => false,
        })
    {
        return wrong(format!("(8030) is over one thing, and ({}) has no serial number", kind.ai));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scanned_data_come_back_as_they_were() {
        for text in [
            "\u{1d}01123456789012311012345",
            "\u{1d}1012345\u{1d}11991225",
            "\u{1d}0112345678901231235XYZ\u{1d}10BATCH",
        ] {
            assert_eq!(write_scanned(&read_scanned(text).unwrap()), text);
        }
        assert_eq!(read_scanned("]d20112345678901231").unwrap(), read_scanned("^0112345678901231").unwrap());
        assert_eq!(read_scanned("991234").unwrap_err().code(), Code::BadIdentifier);
        assert_eq!(read_scanned("^").unwrap_err().code(), Code::BadIdentifier);
        assert_eq!(read_scanned("^0112é45678901231").unwrap_err().code(), Code::BadIdentifier);
    }

    #[test]
    fn a_bracket_within_a_value_is_kept() {
        let elements = read_bracketed(r"(10)12\(11)99").unwrap();
        assert_eq!(elements[0].value(), "12(11)99");
        assert_eq!(read_bracketed(&write_bracketed(&elements)).unwrap(), elements);
    }
}
