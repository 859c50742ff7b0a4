//! Reading JSON strictly: depth, duplicate keys and trailing data are checked before anything is used.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::error::{Code, Error};
use crate::limits::Limits;

/// Reads a request. Duplicate keys and unknown fields are errors: what one reader takes, another must not skip.
///
/// # Errors
/// `BAD_JSON` for text that is not JSON or repeats a key, `BAD_REQUEST` for a wrong shape.
pub fn read_json<T: DeserializeOwned + Serialize>(text: &str) -> Result<T, Error> {
    let limits = Limits::default();
    if text.len() > limits.request_bytes {
        let message = format!("the request has {} bytes; the limit is {}", text.len(), limits.request_bytes);
        return Err(Error::new(Code::LimitExceeded, message)
            .with_help("compute large ledgers as files or streams instead of inside a request"));
    }
    check_json(text, &limits)?;
    let read: T = serde_json::from_str(text).map_err(|error| {
        let path = pointer(text, error.line(), error.column());
        Error::new(Code::BadRequest, error.to_string()).at(path)
    })?;
    // Derived readers take a list as the fields of an object in their order: whoever sends one did not mean that.
    let bad = |error: serde_json::Error| Error::new(Code::BadRequest, error.to_string());
    let sent: Value = serde_json::from_str(text).map_err(bad)?;
    match list_for_object(&sent, &serde_json::to_value(&read).map_err(bad)?) {
        Some(path) => Err(Error::new(Code::BadRequest, "a list stands where an object is expected").at(path)),
        None => Ok(read),
    }
}

/// Whether text is JSON without duplicate keys, without trailing data, and not nested too deeply.
///
/// # Errors
/// `BAD_JSON`, with line and column.
pub(crate) fn check_json(text: &str, limits: &Limits) -> Result<(), Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let walk = Unique { depth: limits.json_depth };
    let checked = walk.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    checked.map_err(|error| Error::new(Code::BadJson, error.to_string()))
}

/// The first place where a list was sent and an object was read.
fn list_for_object(sent: &Value, read: &Value) -> Option<String> {
    match (sent, read) {
        (Value::Array(_), Value::Object(_)) => Some(String::new()),
        (Value::Array(sent), Value::Array(read)) => (0u64..)
            .zip(sent.iter().zip(read))
            .find_map(|(at, (sent, read))| list_for_object(sent, read).map(|rest| format!("/{at}{rest}"))),
        (Value::Object(sent), Value::Object(read)) => sent.iter().find_map(|(key, sent)| {
            list_for_object(sent, read.get(key)?).map(|rest| format!("/{key}{rest}"))
        }),
        _ => None,
    }
}

/// A level of nesting on the way to a place.
enum Step {
    Object { key: String, at_key: bool },
    List { index: u64 },
}

/// The JSON pointer of what stands at a line and column of well-formed JSON, both counted from 1, in bytes.
fn pointer(text: &str, line: usize, column: usize) -> String {
    let before: usize =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).fold(0, usize::saturating_add);
    let mut way: Vec<Step> = Vec::new();
    let mut bytes = text.bytes().take(before.saturating_add(column));
    while let Some(byte) = bytes.next() {
        match (byte, way.last_mut()) {
            (b'{', _) => way.push(Step::Object { key: String::new(), at_key: true }),
            (b'[', _) => way.push(Step::List { index: 0 }),
            (b'}' | b']', _) => {
                way.pop();
            }
            (b',', Some(Step::Object { at_key, .. })) => *at_key = true,
            (b',', Some(Step::List { index })) => *index = index.saturating_add(1),
            (b'"', top) => {
                let mut raw: Vec<u8> = Vec::new();
                while let Some(byte) = bytes.next().filter(|byte| *byte != b'"') {
                    raw.push(byte);
                    raw.extend(if byte == b'\\' { bytes.next() } else { None });
                }
                if let Some(Step::Object { key, at_key }) = top
                    && core::mem::take(at_key)
                {
                    *key = String::from_utf8_lossy(&raw).replace('~', "~0").replace('/', "~1");
                }
            }
            _ => {}
        }
    }
    let step = |step: &Step| match step {
        Step::Object { key, .. } if key.is_empty() => String::new(),
        Step::Object { key, .. } => format!("/{key}"),
        Step::List { index } => format!("/{index}"),
    };
    way.iter().map(step).collect()
}

/// An error as canonical JSON.
pub fn error_json(error: &Error) -> String {
    serde_json::json!({
        "code": error.code().as_str(),
        "help": error.help(),
        "message": error.message(),
        "path": error.path(),
    })
    .to_string()
}

/// Walks a document and refuses keys that stand twice in one object, and nesting beyond `depth`.
#[derive(Clone, Copy)]
struct Unique {
    depth: usize,
}

impl Unique {
    /// The walk one level deeper.
    fn deeper<E: de::Error>(self) -> Result<Unique, E> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| E::custom("nested too deeply"))?;
        Ok(Unique { depth })
    }
}

impl<'de> DeserializeSeed<'de> for Unique {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let inside = self.deeper()?;
        while items.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let inside = self.deeper()?;
        let mut seen = BTreeSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if seen.contains(&key) {
                return Err(de::Error::custom(format!("the key `{key}` stands twice")));
            }
            entries.next_value_seed(inside)?;
            seen.insert(key);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicate_keys_depth_and_trailing_data_are_refused() {
        let code = |text: &str| read_json::<serde_json::Value>(text).map_err(|error| error.code());
        assert!(code(r#"{"a":[1,{"b":null}],"c":"x"}"#).is_ok());
        assert_eq!(code(r#"{"a":1,"a":2}"#), Err(Code::BadJson));
        assert_eq!(code(r#"{"a":1,"\u0061":2}"#), Err(Code::BadJson));
        assert_eq!(code(r#"{"a":{"b":1,"b":2}}"#), Err(Code::BadJson));
        assert_eq!(code("{} {}"), Err(Code::BadJson));
        assert_eq!(code(&"[".repeat(100_000)), Err(Code::BadJson));
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(code(&nested(64)).is_ok());
        assert_eq!(code(&nested(65)), Err(Code::BadJson));
    }

    #[test]
    fn the_size_of_a_request_is_limited_at_the_limit_and_one_past_it() {
        let limit = Limits::default().request_bytes;
        let code = |bytes: usize| read_json::<serde_json::Value>(&" ".repeat(bytes)).unwrap_err().code();
        assert_eq!(code(limit), Code::BadJson);
        assert_eq!(code(limit + 1), Code::LimitExceeded);
    }

    #[test]
    fn a_list_is_no_object_wherever_it_stands() {
        #[derive(Debug, serde::Deserialize, Serialize)]
        struct Inner {
            a: String,
        }
        #[derive(Debug, serde::Deserialize, Serialize)]
        struct Outer {
            inner: Vec<Inner>,
        }
        assert_eq!(read_json::<Outer>(r#"{"inner":[{"a":"x"}]}"#).unwrap().inner[0].a, "x");
        assert_eq!(read_json::<Outer>(r#"{"inner":[["x"]]}"#).unwrap_err().path(), "/inner/0");
        assert_eq!(read_json::<Outer>("[[]]").unwrap_err().code(), Code::BadRequest);
        for (text, path) in [
            (r#"{"inner":[{"a":1}]}"#, "/inner/0/a"),
            ("{\"inner\":\n [{\"a\":\"x, \\\" {\"},\n  {\"a\":null}]}", "/inner/1/a"),
            (r#"{"inner":[{"a":"x"},{}]}"#, "/inner/1"),
            (r#"{"inner":"x"}"#, "/inner"),
            ("{}", ""),
        ] {
            assert_eq!(read_json::<Outer>(text).unwrap_err().path(), path, "{text}");
        }
    }
}
