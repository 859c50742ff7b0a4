//! Canonical JSON (RFC 8785) of any document without fractions: members sorted by UTF-16, no spaces, shortest escapes.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::bad;
use crate::error::{Code, Error};
use crate::order::Order;

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

/// A document in the same form whose numbers keep the digits that they are written with: for signatures over a text that is
/// carried along, where nobody writes it anew. The text was read before by [`crate::wire::v1::read_tree`], so it is no deeper
/// than that allows and repeats no member.
///
/// # Errors
/// `BAD_JSON` for text that is not JSON.
pub(super) fn as_written(text: &str) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    let raw = serde_json::from_str(text).and_then(|raw| write_raw(raw, &mut out));
    raw.map_err(|error| Error::new(Code::BadJson, error.to_string()))?;
    Ok(out)
}

fn write_raw(raw: &RawValue, out: &mut String) -> Result<(), serde_json::Error> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
            let mut members: Vec<(String, &RawValue)> = members.into_iter().collect();
            members.order_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (index, (name, value)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(&name, out);
                out.push(':');
                write_raw(value, out)?;
            }
            out.push('}');
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            out.push('[');
            for (index, item) in items.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_raw(item, out)?;
            }
            out.push(']');
        }
        Some(b'"') => write_text(&serde_json::from_str::<String>(text)?, out),
        _ => out.push_str(text),
    }
    Ok(())
}

fn write_object(object: &Map<String, Value>, out: &mut String) -> Result<(), Error> {
    let mut members: Vec<(&String, &Value)> = object.iter().collect();
    members.order_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
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
