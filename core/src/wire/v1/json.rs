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
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let walk = Unique { depth: limits.json_depth };
    let checked = walk.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    checked.map_err(|error| Error::new(Code::BadJson, error.to_string()))?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read: T = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = pointer(error.path());
        Error::new(Code::BadRequest, error.into_inner().to_string()).at(path)
    })?;
    // Derived readers take a list as the fields of an object in their order: whoever sends one did not mean that.
    let bad = |error: serde_json::Error| Error::new(Code::BadRequest, error.to_string());
    let sent: Value = serde_json::from_str(text).map_err(bad)?;
    match list_for_object(&sent, &serde_json::to_value(&read).map_err(bad)?) {
        Some(path) => Err(Error::new(Code::BadRequest, "a list stands where an object is expected").at(path)),
        None => Ok(read),
    }
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

/// The JSON pointer of a place in a request.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        let step = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { variant } => variant.clone(),
            Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&step);
    }
    pointer
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
        assert_eq!(read_json::<Outer>(r#"{"inner":[{"a":1}]}"#).unwrap_err().path(), "/inner/0/a");
    }
}
