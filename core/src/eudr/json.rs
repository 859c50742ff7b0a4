//! JSON whose numbers stay the text that was written.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::wire::v1::check_json;

/// A value, opened one level at a time.
#[derive(Debug)]
pub(super) enum Node<'t> {
    Object(BTreeMap<String, &'t RawValue>),
    List(Vec<&'t RawValue>),
    Text(String),
    Number(&'t str),
    /// `true`, `false`, `null`.
    Word(&'t str),
}

/// Opens a document after its grammar, keys and depth were checked.
///
/// # Errors
/// `BAD_JSON`.
pub(super) fn open(text: &str) -> Result<Node<'_>, Error> {
    check_json(text, &Limits::default())?;
    node(text)
}

/// Opens a part of a checked document.
///
/// # Errors
/// `BAD_JSON`.
pub(super) fn part<'t>(raw: &'t RawValue) -> Result<Node<'t>, Error> {
    node(raw.get())
}

fn node(text: &str) -> Result<Node<'_>, Error> {
    let text = text.trim();
    let bad = |error: serde_json::Error| Error::new(Code::BadJson, error.to_string());
    Ok(match text.as_bytes().first() {
        Some(b'{') => Node::Object(serde_json::from_str(text).map_err(bad)?),
        Some(b'[') => Node::List(serde_json::from_str(text).map_err(bad)?),
        Some(b'"') => Node::Text(serde_json::from_str(text).map_err(bad)?),
        Some(b'-' | b'0'..=b'9') => Node::Number(text),
        _ => Node::Word(text),
    })
}
