//! Digital Links: web addresses that carry a key (METHODS M-182).

use core::fmt::Write;

use super::dictionary;
use super::element::{Element, check_together};
use crate::error::{Code, Error};
use crate::order::Order;

/// What may be read beside addresses of the present standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leniency {
    /// A GTIN of 8, 12 or 13 digits, which is filled with zeros.
    pub short_gtin: bool,
    /// Names such as `gtin` and `lot` for application identifiers, as early editions had them.
    pub names: bool,
    /// Numeric names in the query that are no application identifiers of the dictionary.
    pub unknown_attributes: bool,
}

/// Names that early editions allowed.
const NAMES: &[(&str, &str)] = &[
    ("sscc", "00"),
    ("gtin", "01"),
    ("lot", "10"),
    ("ser", "21"),
    ("cpv", "22"),
    ("gdti", "253"),
    ("glnx", "254"),
    ("gcn", "255"),
    ("ginc", "401"),
    ("gsin", "402"),
    ("gln", "414"),
    ("payTo", "415"),
    ("party", "417"),
    ("grai", "8003"),
    ("giai", "8004"),
    ("itip", "8006"),
    ("cpid", "8010"),
    ("cpsn", "8011"),
    ("gmn", "8013"),
    ("gsrnp", "8017"),
    ("gsrn", "8018"),
    ("srin", "8019"),
    ("refno", "8020"),
];

/// Reads a Digital Link: the right-most key of its path with the qualifiers behind it, then the attributes of its query.
///
/// # Errors
/// `BAD_IDENTIFIER`, `UNKNOWN_AI`, `BAD_CHECK_DIGIT`, `AI_ASSOCIATION`.
///
/// # Example
/// ```
/// use emitrace::gs1::{Leniency, read_link};
///
/// let elements = read_link("https://example.vn/trace/01/08931234567897/10/L%2F7?17=270131", Leniency::default())?;
/// let read: Vec<(&str, &str)> = elements.iter().map(|element| (element.ai(), element.value())).collect();
/// assert_eq!(read, [("01", "08931234567897"), ("10", "L/7"), ("17", "270131")]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_link(address: &str, leniency: Leniency) -> Result<Vec<Element>, Error> {
    let (path, query) = split(address)?;
    let mut elements = read_path(path, leniency)?;
    let key = elements.first().and_then(Element::entry).and_then(|entry| entry.key.as_ref());
    for part in query.split('&') {
        let Some((ai, value)) = part.split_once('=').filter(|(ai, _)| digits(ai)) else { continue };
        let value = decode(value, true)?;
        if key.is_some_and(|sequences| sequences.iter().flatten().any(|qualifier| *qualifier == ai)) {
            return Err(bad(format!("({ai}) qualifies the key and stands in the query, not in the path")));
        }
        if elements.iter().any(|element| element.ai() == ai) {
            return Err(bad(format!("({ai}) stands twice")));
        }
        match dictionary::entry(ai) {
            Some(entry) if entry.in_query => elements.push(element(ai, &value, leniency)?),
            Some(_) => return Err(bad(format!("({ai}) may not stand in the query"))),
            None if leniency.unknown_attributes && !value.is_empty() => {
                elements.push(Element::foreign(ai, &value));
            }
            None => return Err(Error::new(Code::UnknownAi, format!("`{ai}` is no application identifier"))),
        }
    }
    let known: Vec<Element> = elements.iter().filter(|element| element.entry().is_some()).cloned().collect();
    check_together(&known)?;
    Ok(elements)
}

fn bad(message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadIdentifier, message)
}

/// Characters of a web address.
fn checked(address: &str) -> Result<(), Error> {
    match address.find(|c: char| !c.is_ascii_graphic() || "\"<>\\^`{|}".contains(c)) {
        Some(_) => Err(bad("the address holds a character that no address may hold")),
        None => Ok(()),
    }
}

/// Path (behind the host) and query of an address that may be a Digital Link.
fn split(address: &str) -> Result<(&str, &str), Error> {
    checked(address)?;
    let rest = ["https://", "http://", "HTTPS://", "HTTP://"]
        .into_iter()
        .find_map(|scheme| address.strip_prefix(scheme))
        .ok_or_else(|| bad("the address does not begin with https:// or http://"))?;
    let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = rest.split_once('/').ok_or_else(|| bad("the address has no path"))?;
    if host.is_empty() || !host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)) {
        return Err(bad("the address names no host"));
    }
    Ok((path, query))
}

/// Whether an address has a path that ends in a key of GS1: a Digital Link, well or badly written.
///
/// # Errors
/// `BAD_IDENTIFIER` for a web address with characters that none may hold.
pub(super) fn looks_like_link(text: &str, leniency: Leniency) -> Result<bool, Error> {
    let web = ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if web {
        checked(text)?;
    }
    Ok(web && split(text).is_ok_and(|(path, _)| key_of(path, leniency).is_some()))
}

/// The right-most key of a path and what follows it, as pairs.
fn key_of(path: &str, leniency: Leniency) -> Option<Vec<(&str, &str)>> {
    let segments: Vec<&str> = path.split('/').collect();
    let mut pairs = Vec::new();
    for pair in segments.rchunks_exact(2) {
        let [ai, value] = pair else { return None };
        let named = NAMES.iter().find(|(name, _)| leniency.names && name == ai).map(|(_, ai)| *ai);
        let ai = named.unwrap_or(ai);
        let entry = Some(ai).filter(|ai| digits(ai)).and_then(dictionary::entry)?;
        pairs.push((ai, *value));
        if entry.key.is_some() {
            pairs.reverse();
            return Some(pairs);
        }
    }
    None
}

/// The key of a path and its qualifiers.
fn read_path(path: &str, leniency: Leniency) -> Result<Vec<Element>, Error> {
    let pairs =
        key_of(path, leniency).ok_or_else(|| bad("no key of GS1 stands at the end of the address"))?;
    let mut ais = pairs.iter().map(|(ai, _)| *ai);
    let key = ais.next().unwrap_or_default();
    let sequences = dictionary::entry(key).and_then(|entry| entry.key.as_ref());
    if !sequences.is_some_and(|sequences| sequences.iter().any(|sequence| stands_in(ais.clone(), sequence))) {
        let names: Vec<&str> = ais.collect();
        return Err(bad(format!("({key}) is not followed by ({}) in a Digital Link", names.join(") ("))));
    }
    pairs.iter().map(|(ai, value)| element(ai, &decode(value, false)?, leniency)).collect()
}

/// Whether qualifiers are some of a sequence, in its order.
fn stands_in<'a>(mut qualifiers: impl Iterator<Item = &'a str>, sequence: &[&str]) -> bool {
    let mut left = sequence.iter();
    qualifiers.all(|qualifier| left.any(|next| *next == qualifier))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn element(ai: &str, value: &str, leniency: Leniency) -> Result<Element, Error> {
    if leniency.short_gtin && matches!(ai, "01" | "02") && matches!(value.len(), 8 | 12 | 13) {
        return Element::new(ai, &format!("{value:0>14}"));
    }
    Element::new(ai, value)
}

/// Text without its percent signs; in a query a plus is a space.
pub(super) fn decode(text: &str, query: bool) -> Result<String, Error> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut hex = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
                let value = hex().zip(hex()).and_then(|(high, low)| high.checked_mul(16)?.checked_add(low));
                value
                    .and_then(|value| u8::try_from(value).ok())
                    .ok_or_else(|| bad("a percent sign stands without two hexadecimal digits"))?
            }
            b'+' if query => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| bad("what is written with percent signs is not UTF-8"))
}

/// Appends a text with percent signs for all but letters, digits and `-._~`.
pub(super) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// The elements as a Digital Link below a stem: the first key, its qualifiers in their order, all others in the query, those of
/// predefined length first.
///
/// # Errors
/// `BAD_IDENTIFIER` if there is no key, or something that may stand neither in its path nor in a query.
///
/// # Example
/// ```
/// use emitrace::gs1::{read_bracketed, write_link};
///
/// let elements = read_bracketed("(21)XYZ(01)12312312312333(10)ABC+1(99)Q")?;
/// assert_eq!(write_link(&elements, "https://id.gs1.org")?, "https://id.gs1.org/01/12312312312333/10/ABC%2B1/21/XYZ?99=Q");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn write_link(elements: &[Element], stem: &str) -> Result<String, Error> {
    let mut out = write_path(elements, stem).ok_or_else(|| bad("no key of GS1 is among the elements"))?;
    let path = path_of(elements);
    let sequences = path.first().and_then(|key| key.entry()).and_then(|entry| entry.key.as_ref());
    let mut attributes: Vec<&Element> = Vec::new();
    for element in elements {
        let ai = element.ai();
        if path.iter().any(|held| held.ai() == ai) || attributes.contains(&element) {
            continue;
        }
        let qualifies = sequences.into_iter().flatten().flatten().any(|qualifier| *qualifier == ai);
        if qualifies || !element.entry().is_some_and(|entry| entry.in_query) {
            return Err(bad(format!("({ai}) has no place in this Digital Link")));
        }
        attributes.push(element);
    }
    attributes.order_by_key(|element| !element.entry().is_some_and(|entry| entry.predefined));
    for (index, element) in attributes.iter().enumerate() {
        let _ = write!(out, "{}{}=", if index == 0 { '?' } else { '&' }, element.ai());
        encode(element.value(), &mut out);
    }
    Ok(out)
}

/// Key and qualifiers as a Digital Link below a stem, without the rest; `None` if there is no key.
pub(super) fn write_path(elements: &[Element], stem: &str) -> Option<String> {
    let path = path_of(elements);
    let mut out = String::from(stem.trim_end_matches('/'));
    for element in &path {
        let _ = write!(out, "/{}/", element.ai());
        encode(element.value(), &mut out);
    }
    (!path.is_empty()).then_some(out)
}

/// The first key and those of the others that qualify it, in their order.
fn path_of(elements: &[Element]) -> Vec<&Element> {
    let Some((key, sequences)) =
        elements.iter().find_map(|element| Some((element, element.entry()?.key.as_ref()?)))
    else {
        return Vec::new();
    };
    let find = |ai: &str| elements.iter().find(|element| element.ai() == ai);
    let held = |sequence: &Vec<&str>| sequence.iter().filter(|ai| find(ai).is_some()).count();
    // The first of the sequences that hold most.
    let sequence = sequences.iter().rev().max_by_key(|sequence| held(sequence));
    core::iter::once(key).chain(sequence.into_iter().flatten().filter_map(|ai| find(ai))).collect()
}
