//! Patterns: what an answer must hold.
//!
//! Every key of an expected object must be present and meet its pattern; other keys may be there. Arrays
//! must be equally long and meet in order. `{"$contains": [p, q]}` stands for an array that holds, for each
//! pattern in the list, an element that meets it. Everything else must be equal.

use serde_json::Value;

/// Whether `answer` meets `pattern`.
///
/// # Errors
/// A sentence that names the first place (a JSON pointer) that does not.
pub fn meets(pattern: &Value, answer: &Value) -> Result<(), String> {
    at("", pattern, answer)
}

fn at(path: &str, pattern: &Value, answer: &Value) -> Result<(), String> {
    let place = if path.is_empty() { "the answer" } else { path };
    match (pattern, answer) {
        (Value::Object(wanted), _) if wanted.contains_key("$contains") => contains(place, wanted, answer),
        (Value::Object(wanted), Value::Object(given)) => wanted.iter().try_for_each(|(key, pattern)| {
            let below = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
            match given.get(key) {
                Some(answer) => at(&below, pattern, answer),
                None => Err(format!("{below} is missing, {pattern} is expected")),
            }
        }),
        (Value::Array(wanted), Value::Array(given)) => {
            if wanted.len() != given.len() {
                return Err(format!("{place} has {} elements, {} are expected", given.len(), wanted.len()));
            }
            wanted
                .iter()
                .zip(given)
                .enumerate()
                .try_for_each(|(index, (pattern, answer))| at(&format!("{path}/{index}"), pattern, answer))
        }
        _ if pattern == answer => Ok(()),
        _ => Err(format!("{place} is {}, {pattern} is expected", shortened(answer))),
    }
}

fn contains(place: &str, wanted: &serde_json::Map<String, Value>, answer: &Value) -> Result<(), String> {
    let (Some(Value::Array(patterns)), 1) = (wanted.get("$contains"), wanted.len()) else {
        return Err(format!("{place}: `$contains` takes a list and stands alone"));
    };
    let Value::Array(elements) = answer else {
        return Err(format!("{place} is {}, a list is expected", shortened(answer)));
    };
    patterns.iter().try_for_each(|pattern| {
        let found = elements.iter().any(|element| meets(pattern, element).is_ok());
        if found { Ok(()) } else { Err(format!("{place} has no element that meets {pattern}")) }
    })
}

fn shortened(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 200 { text } else { text.chars().take(200).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::meets;
    use serde_json::json;

    #[test]
    fn other_keys_are_allowed_but_not_other_values() {
        assert!(meets(&json!({"a": {"b": "1"}}), &json!({"a": {"b": "1", "c": 2}, "d": 3})).is_ok());
        let error = meets(&json!({"a": {"b": "1"}}), &json!({"a": {"b": "2"}})).unwrap_err();
        assert_eq!(error, "/a/b is \"2\", \"1\" is expected");
        assert!(meets(&json!({"a": null}), &json!({})).is_err());
        assert!(meets(&json!("1.0"), &json!("1")).is_err());
        assert!(meets(&json!({}), &json!([])).is_err());
    }

    #[test]
    fn arrays_meet_in_order_and_in_full() {
        assert!(meets(&json!([{"a": 1}, 2]), &json!([{"a": 1, "b": 1}, 2])).is_ok());
        assert!(meets(&json!([1, 2]), &json!([2, 1])).is_err());
        assert!(meets(&json!([1]), &json!([1, 2])).is_err());
    }

    #[test]
    fn contains_looks_for_each() {
        let answer = json!([{"code": "A", "row": 1}, {"code": "B", "row": 2}]);
        assert!(meets(&json!({"$contains": [{"code": "B"}, {"row": 1}]}), &answer).is_ok());
        assert!(meets(&json!({"$contains": [{"code": "C"}]}), &answer).is_err());
        assert!(meets(&json!({"$contains": []}), &json!({})).is_err());
        assert!(meets(&json!({"$contains": [], "x": 1}), &answer).is_err());
    }
}
