//! Reading JSON strictly: depth, duplicate keys and trailing data are checked before anything is used.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};

use crate::error::{Code, Error};

/// Reads a request. Duplicate keys and unknown fields are errors: what one reader takes, another must not skip.
///
/// # Errors
/// `BAD_JSON` for text that is not JSON or repeats a key, `BAD_REQUEST` for a wrong shape.
pub fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // serde_json stops at a depth of 128 by itself, so the walk cannot overflow the stack.
    let checked = Unique.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    checked.map_err(|error| Error::new(Code::BadJson, error.to_string()))?;
    // Derived readers would take a list as the fields of an object in their order.
    if !text.trim_start().starts_with('{') {
        return Err(Error::new(Code::BadRequest, "a request is an object"));
    }
    serde_json::from_str(text).map_err(|error| Error::new(Code::BadRequest, error.to_string()))
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

/// Walks a document and refuses keys that stand twice in one object.
#[derive(Clone, Copy)]
struct Unique;

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
        while items.next_element_seed(Unique)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if seen.contains(&key) {
                return Err(de::Error::custom(format!("the key `{key}` stands twice")));
            }
            entries.next_value_seed(Unique)?;
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
    }
}
