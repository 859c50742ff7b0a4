//! A document without what is empty: reading it back gives the same document.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Writes a value whose fields all have defaults without empty texts, lists, objects and nulls.
pub(super) fn lean<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = serde_json::to_value(value).map_err(S::Error::custom)?;
    without_empty(whole).unwrap_or_else(|| Value::Object(serde_json::Map::new())).serialize(serializer)
}

/// A document, written without what is empty.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{CbamEmbeddedRequest, Lean, canonical};
///
/// let document = CbamEmbeddedRequest { period: "2025".into(), ..Default::default() };
/// assert_eq!(canonical(&Lean(&document))?, r#"{"period":"2025"}"#);
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Debug)]
pub struct Lean<'d, T>(pub &'d T);

impl<T: Serialize> Serialize for Lean<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        lean(self.0, serializer)
    }
}

fn without_empty(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        // An entry of a list keeps its place, whatever is in it.
        Value::Array(entries) if entries.is_empty() => None,
        Value::Array(entries) => {
            let kept = entries.into_iter().map(|entry| {
                let empty =
                    if entry.is_object() { Value::Object(serde_json::Map::new()) } else { entry.clone() };
                without_empty(entry).unwrap_or(empty)
            });
            Some(Value::Array(kept.collect()))
        }
        Value::Object(fields) => {
            let kept: serde_json::Map<String, Value> =
                fields.into_iter().filter_map(|(key, value)| Some((key, without_empty(value)?))).collect();
            (!kept.is_empty()).then_some(Value::Object(kept))
        }
        other => Some(other),
    }
}
