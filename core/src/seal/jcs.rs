//! Canonical JSON (RFC 8785) of any document without fractions: members sorted by UTF-16, no spaces, shortest escapes.

use serde_json::{Map, Value};

use super::bad;
use crate::error::Error;

/// Largest whole number that every reader of JSON keeps.
const SAFE: u64 = (1 << 53) - 1;

/// The canonical text of an object.
///
/// # Errors
/// `BAD_SEAL` for a number that is not whole, or larger than 2^53 − 1: readers of JSON do not agree on such ones. Amounts are
/// texts.
pub(crate) fn canonical(object: &Map<String, Value>) -> Result<String, Error> {
    let mut out = String::new();
    write_object(object, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), Error> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => {
            let whole = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
            if whole.is_none_or(|whole| whole > SAFE) {
                return Err(bad(
                    format!("the number {number} cannot be sealed"),
                    "write amounts as texts; numbers are whole and at most 9007199254740991",
                ));
            }
            out.push_str(&number.to_string());
        }
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(object) => write_object(object, out)?,
    }
    Ok(())
}

fn write_object(object: &Map<String, Value>, out: &mut String) -> Result<(), Error> {
    let mut members: Vec<(&String, &Value)> = object.iter().collect();
    members.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    out.push('{');
    for (index, (name, value)) in members.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_text(name, out);
        out.push(':');
        write(value, out)?;
    }
    out.push('}');
    Ok(())
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
}
