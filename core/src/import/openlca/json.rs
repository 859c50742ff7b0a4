//! A data set as JSON, looked into step by step: each thing knows its pointer, and numbers keep their digits.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::wire::v1::check_json;

/// An object, and where it stands: `processes/p1.json`, `processes/p1.json#/exchanges/2`.
#[derive(Debug)]
pub(super) struct Object<'t> {
    fields: BTreeMap<String, &'t RawValue>,
    pub(super) path: String,
}

impl<'t> Object<'t> {
    /// The object that a file holds.
    ///
    /// # Errors
    /// `BAD_JSON` for what is no strict JSON, `WRONG_TYPE` for another thing than an object.
    pub(super) fn of_file(text: &'t str, name: &str) -> Result<Object<'t>, Error> {
        check_json(text, &Limits::default()).map_err(|error| error.at(name))?;
        Object::read(text, name.to_owned())
    }

    fn read(raw: &'t str, path: String) -> Result<Object<'t>, Error> {
        match serde_json::from_str(raw) {
            Ok(fields) => Ok(Object { fields, path }),
            Err(_) => Err(wrong("an object", raw).at(path)),
        }
    }

    /// Where something under a key stands: the pointer follows the name of the file as a fragment.
    pub(super) fn at(&self, key: &str) -> String {
        let mark = if self.path.contains('#') { "" } else { "#" };
        format!("{}{mark}/{key}", self.path)
    }

    /// What stands under a key; `null` is nothing.
    fn raw(&self, key: &str) -> Option<&'t str> {
        self.fields.get(key).map(|raw| raw.get()).filter(|raw| *raw != "null")
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// # Errors
    /// `WRONG_TYPE` for another thing than a text.
    pub(super) fn text(&self, key: &str) -> Result<String, Error> {
        let Some(raw) = self.raw(key) else { return Ok(String::new()) };
        serde_json::from_str(raw).map_err(|_| wrong("a text", raw).at(self.at(key)))
    }

    /// # Errors
    /// `WRONG_TYPE` for another thing than `true` and `false`.
    pub(super) fn truth(&self, key: &str) -> Result<bool, Error> {
        match self.raw(key) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(raw) => Err(wrong("true or false", raw).at(self.at(key))),
        }
    }

    /// A number as the file writes it.
    ///
    /// # Errors
    /// `WRONG_TYPE` for another thing than a number.
    pub(super) fn number(&self, key: &str) -> Result<Option<&'t str>, Error> {
        match self.raw(key) {
            Some(raw) if !raw.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => {
                Err(wrong("a number", raw).at(self.at(key)))
            }
            raw => Ok(raw),
        }
    }

    /// # Errors
    /// `WRONG_TYPE` for another thing than an object.
    pub(super) fn object(&self, key: &str) -> Result<Option<Object<'t>>, Error> {
        self.raw(key).map(|raw| Object::read(raw, self.at(key))).transpose()
    }

    /// The objects of a list, each for itself.
    ///
    /// # Errors
    /// `WRONG_TYPE` for another thing than a list.
    pub(super) fn list(&self, key: &str) -> Result<Vec<Result<Object<'t>, Error>>, Error> {
        let Some(raw) = self.raw(key) else { return Ok(Vec::new()) };
        let path = self.at(key);
        let items: Vec<&'t RawValue> =
            serde_json::from_str(raw).map_err(|_| wrong("a list", raw).at(path.as_str()))?;
        let item = |(at, item): (u64, &'t RawValue)| Object::read(item.get(), format!("{path}/{at}"));
        Ok((0u64..).zip(items).map(item).collect())
    }
}

fn wrong(wanted: &str, raw: &str) -> Error {
    const SHOWN: usize = 40;
    let shown: String = raw.chars().take(SHOWN).collect();
    Error::new(Code::WrongType, format!("{wanted} is expected, and `{shown}` stands there"))
        .with_help("the layout is that of openLCA 2: https://greendelta.github.io/olca-schema/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept_and_places_are_told() {
        let text = r#"{"a":0.10000000000000000555,"b":[{"c":1e-40},7],"d":null,"e":"x","f":true}"#;
        let object = Object::of_file(text, "p.json").unwrap();
        assert_eq!(object.number("a").unwrap(), Some("0.10000000000000000555"));
        let items = object.list("b").unwrap();
        let first = items[0].as_ref().unwrap();
        assert_eq!((first.path.as_str(), first.number("c").unwrap()), ("p.json#/b/0", Some("1e-40")));
        assert_eq!(items[1].as_ref().unwrap_err().path(), "p.json#/b/1");
        assert_eq!(
            (object.number("d").unwrap(), object.text("d").unwrap(), object.truth("d").unwrap()),
            (None, String::new(), false)
        );
        for error in [
            object.number("e").unwrap_err(),
            object.object("e").unwrap_err(),
            object.list("e").unwrap_err(),
            object.truth("e").unwrap_err(),
        ] {
            assert_eq!((error.code(), error.path()), (Code::WrongType, "p.json#/e"));
        }
        assert_eq!(object.text("f").unwrap_err().path(), "p.json#/f");
    }

    #[test]
    fn only_strict_json_is_read() {
        let code = |text: &str| Object::of_file(text, "p").map(|_| ()).map_err(|error| error.code());
        assert_eq!(code("{}"), Ok(()));
        for text in ["", "{", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":NaN}", &"[".repeat(100_000)] {
            assert_eq!(code(text), Err(Code::BadJson), "{text:.20}");
        }
        for text in ["[]", "7", "\"x\"", "null"] {
            assert_eq!(code(text), Err(Code::WrongType), "{text}");
        }
    }
}
