//! Canonical JSON (RFC 8785) of texts whose numbers are integers: amounts are strings in all answers.

use serde_json::{Map, Value};

/// The canonical text of a JSON text: keys in the order of their UTF-16 code units, no white space.
///
/// # Errors
/// A sentence, if the text is not JSON, or holds a number that is no integer within ±(2^53 - 1).
pub fn canonical(text: &str) -> Result<String, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    let mut out = String::with_capacity(text.len());
    write(&value, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), String> {
    match value {
        Value::Object(map) => object(map, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
            Ok(())
        }
        Value::Number(number) => {
            const SAFE: u64 = 9_007_199_254_740_991;
            match number.as_i64() {
                Some(integer) if integer.unsigned_abs() <= SAFE => {
                    out.push_str(&integer.to_string());
                    Ok(())
                }
                _ => Err(format!("the number {number} is no integer that every language reads exactly")),
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {
            out.push_str(&value.to_string());
            Ok(())
        }
    }
}

fn object(map: &Map<String, Value>, out: &mut String) -> Result<(), String> {
    let mut entries: Vec<(Vec<u16>, &String, &Value)> =
        map.iter().map(|(key, value)| (key.encode_utf16().collect(), key, value)).collect();
    entries.sort_by(|left, right| left.0.cmp(&right.0));
    out.push('{');
    for (index, (_, key, value)) in entries.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&Value::String(key.clone()).to_string());
        out.push(':');
        write(value, out)?;
    }
    out.push('}');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn sorts_and_strips() {
        let text = "{ \"b\": [1, -2], \"a\": {\"d\": null, \"c\": \"x\\u000ay\"} }";
        assert_eq!(canonical(text).unwrap(), "{\"a\":{\"c\":\"x\\ny\",\"d\":null},\"b\":[1,-2]}");
    }

    #[test]
    fn orders_keys_by_utf_16() {
        // U+10000 is D800 DC00 in UTF-16 and so comes before U+FB33.
        let text = "{\"\u{fb33}\":1,\"\u{10000}\":2}";
        assert_eq!(canonical(text).unwrap(), "{\"\u{10000}\":2,\"\u{fb33}\":1}");
    }

    #[test]
    fn a_number_that_is_not_exact_everywhere_is_refused() {
        for text in ["1.5", "1e3", "9007199254740993", "-9007199254740992"] {
            assert!(canonical(text).is_err(), "{text}");
        }
        assert_eq!(canonical("9007199254740991").unwrap(), "9007199254740991");
    }

    #[test]
    fn a_doubled_key_is_not_canonical() {
        assert_ne!(canonical("{\"a\":1,\"a\":1}").unwrap(), "{\"a\":1,\"a\":1}");
    }
}
