//! From what a report says to its XML, by the list of elements.

use serde_json::{Map, Value};

use super::elements::{Element, Holds, NAMESPACE, REPORT, ROOT};

/// Marks the file where it begins: no element and no attribute is ours.
const MARK: &str = "<?emitrace unofficial QReport 23.00?>\n";

/// The report as XML.
///
/// # Method
/// M-145: elements in the order of the list, what is empty left out, places of lists counted from 1, two spaces a level.
pub(super) fn xml(report: &Map<String, Value>, errors: usize) -> String {
    let state = match errors {
        0 => "Nothing is missing and nothing misfits by that list.".to_owned(),
        _ => format!("INCOMPLETE: {errors} parts are missing or misfit by that list."),
    };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<!-- Unofficial. Written by emitrace from the list of elements of QReport 23.00 (transitional period of CBAM); ");
    out.push_str("not checked against the schema of the Commission. ");
    out.push_str(&state);
    out.push_str(" -->\n");
    out.push_str(MARK);
    out.push_str(&format!("<{ROOT} xmlns=\"{NAMESPACE}\">\n"));
    group(REPORT, report, 1, 1, &mut out);
    out.push_str(&format!("</{ROOT}>\n"));
    out
}

/// The elements of a group, the `place`-th of its list.
fn group(elements: &[Element], object: &Map<String, Value>, place: usize, depth: usize, out: &mut String) {
    for element in elements {
        let value = object.get(element.field).unwrap_or(&Value::Null);
        match (&element.holds, value) {
            (Holds::Order, _) => leaf(element.name, &place.to_string(), depth, out),
            (Holds::Group(inner), _) if element.field.is_empty() && !are_empty(inner, object) => {
                nested(element.name, (inner, object, 1), depth, out);
            }
            (Holds::Group(inner), Value::Array(entries)) => {
                for (place, entry) in (1..).zip(entries) {
                    if let Value::Object(fields) = entry {
                        nested(element.name, (inner, fields, place), depth, out);
                    }
                }
            }
            (Holds::Group(inner), Value::Object(fields)) if !is_empty(value) => {
                nested(element.name, (inner, fields, 1), depth, out);
            }
            (_, Value::String(text)) if !text.is_empty() => leaf(element.name, text, depth, out),
            (_, Value::Bool(flag)) => leaf(element.name, &flag.to_string(), depth, out),
            _ => {}
        }
    }
}

fn nested(
    name: &str,
    (elements, object, place): (&[Element], &Map<String, Value>, usize),
    depth: usize,
    out: &mut String,
) {
    let indent = "  ".repeat(depth);
    out.push_str(&format!("{indent}<{name}>\n"));
    group(elements, object, place, depth.saturating_add(1), out);
    out.push_str(&format!("{indent}</{name}>\n"));
}

fn leaf(name: &str, text: &str, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    out.push_str(&format!("{indent}<{name}>{}</{name}>\n", escaped(text)));
}

/// Text as XML holds it so that it is read back to the letter; what XML cannot hold is left out, and was told.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| holds(*letter)) {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            // A reader makes one of the ends of lines; references stay what they are.
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' => safe.push_str(&format!("&#{};", u32::from(letter))),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Whether XML 1.0 can hold a character.
pub(super) fn holds(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a value says nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether none of a group's elements says anything.
pub(super) fn are_empty(elements: &[Element], object: &Map<String, Value>) -> bool {
    elements.iter().all(|element| match &element.holds {
        Holds::Order => true,
        Holds::Group(inner) if element.field.is_empty() => are_empty(inner, object),
        _ => object.get(element.field).is_none_or(is_empty),
    })
}
