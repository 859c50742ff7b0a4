//! Reading JSON strictly: depth, duplicate keys and trailing data are checked before anything is used.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::read::read;
use crate::error::{Code, Error};
use crate::limits::Limits;

/// Reads a request. Duplicate keys and unknown fields are errors: what one reader takes, another must not skip.
///
/// # Errors
/// `BAD_JSON` for text that is not JSON or repeats a key, `BAD_REQUEST` for a wrong shape, with its JSON path.
pub fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    read(read_tree(text)?).map_err(|fault| Error::new(Code::BadRequest, fault.message).at(fault.path))
}

/// Reads a document of any shape, as strictly.
///
/// # Errors
/// `BAD_JSON`, `LIMIT_EXCEEDED`.
pub(crate) fn read_tree(text: &str) -> Result<Value, Error> {
    let limits = Limits::default();
    if text.len() > limits.request_bytes {
        let message = format!("the request has {} bytes; the limit is {}", text.len(), limits.request_bytes);
        return Err(Error::new(Code::LimitExceeded, message)
            .with_help("compute large ledgers as files or streams instead of inside a request"));
    }
    walk(text, Walk { depth: limits.json_depth, keep: true })
}

/// Whether text is JSON without duplicate keys, without trailing data, and not nested too deeply.
///
/// # Errors
/// `BAD_JSON`, with line and column.
pub(crate) fn check_json(text: &str, limits: &Limits) -> Result<(), Error> {
    walk(text, Walk { depth: limits.json_depth, keep: false }).map(|_| ())
}

fn walk(text: &str, walk: Walk) -> Result<Value, Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let walked = walk.deserialize(&mut deserializer).and_then(|tree| deserializer.end().map(|()| tree));
    walked.map_err(|error| Error::new(Code::BadJson, error.to_string()))
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

/// Walks a document and refuses keys that stand twice in one object, and nesting beyond `depth`; gives back the tree if
/// it is to be kept.
#[derive(Clone, Copy)]
struct Walk {
    depth: usize,
    keep: bool,
}

impl Walk {
    /// The walk one level deeper.
    fn deeper<E: de::Error>(self) -> Result<Walk, E> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| E::custom("nested too deeply"))?;
        Ok(Walk { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Walk {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // Kept as it came; no type of a request takes it.
        Ok(Value::from(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(if self.keep { Value::String(text.to_owned()) } else { Value::Null })
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            if self.keep {
                list.push(item);
            }
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let inside = self.deeper()?;
        let mut members = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if members.contains_key(&key) {
                return Err(de::Error::custom(format!("the key `{key}` stands twice")));
            }
            let value = entries.next_value_seed(inside)?;
            members.insert(key, value);
        }
        Ok(Value::Object(members))
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
        #[derive(Debug, serde::Deserialize)]
        struct Inner {
            a: String,
        }
        #[derive(Debug, serde::Deserialize)]
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

    #[test]
    fn every_shape_of_a_request_is_read_or_refused_with_its_place() {
        #[derive(Debug, PartialEq, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Kind {
            Plain,
            Of(u32),
            Pair(u32, bool),
            Named { x: Option<i64> },
        }
        #[derive(Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Shape {
            #[serde(default)]
            kinds: Vec<Kind>,
            #[serde(default)]
            names: std::collections::BTreeMap<String, u64>,
            #[serde(default)]
            pair: Option<(i64, String)>,
        }
        let read = |text: &str| read_json::<Shape>(text);
        let want = Shape {
            kinds: vec![Kind::Plain, Kind::Of(7), Kind::Pair(1, true), Kind::Named { x: Some(-1) }],
            names: [("a/b".into(), u64::MAX)].into(),
            pair: Some((i64::MIN, "é".into())),
        };
        let text = r#"{"kinds":["plain",{"of":7},{"pair":[1,true]},{"named":{"x":-1}}],
            "names":{"a/b":18446744073709551615},"pair":[-9223372036854775808,"\u00e9"]}"#;
        assert_eq!(read(text).unwrap(), want);
        assert_eq!(read(r#"{"pair":null}"#).unwrap().pair, None);
        for (text, path) in [
            (r#"{"kinds":["odd"]}"#, "/kinds/0"),
            (r#"{"kinds":[{"plain":1}]}"#, "/kinds/0/plain"),
            (r#"{"kinds":["plain",{"of":-7}]}"#, "/kinds/1/of"),
            (r#"{"kinds":[{"of":1.5}]}"#, "/kinds/0/of"),
            (r#"{"kinds":[{"of":1,"plain":null}]}"#, "/kinds/0"),
            (r#"{"kinds":[{"pair":[1]}]}"#, "/kinds/0/pair"),
            (r#"{"kinds":[{"named":[1]}]}"#, "/kinds/0/named"),
            (r#"{"names":{"a/b~":"x"}}"#, "/names/a~1b~0"),
            (r#"{"pair":[1,2]}"#, "/pair/1"),
            (r#"{"odd":1}"#, "/odd"),
            ("7", ""),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.code(), error.path()), (Code::BadRequest, path), "{text}: {error}");
        }
    }
}
