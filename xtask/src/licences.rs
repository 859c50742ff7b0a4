//! Licences of all dependencies, and what the core must never depend on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::Done;
use crate::process::metadata;

/// Licences that ask for no more than their text to be kept.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What must not come into the core by any path: interpreters, browsers, clocks that wait, the network.
const FORBIDDEN_IN_CORE: &[&str] = &[
    "pyo3",
    "wasm-bindgen",
    "js-sys",
    "web-sys",
    "tokio",
    "reqwest",
    "hyper",
    "openssl",
    "openssl-sys",
    "rustls",
];

/// Reads the resolved dependencies and judges them.
pub(crate) fn check(root: &Path) -> Done {
    let resolved = metadata(root, &[]).map_err(|error| vec![error])?;
    let mut complaints = Vec::new();
    let packages = list(&resolved, "packages");
    let mut judged = 0_usize;
    for package in packages {
        if package.get("source").is_some_and(Value::is_null) {
            continue; // a member of this workspace
        }
        judged = judged.saturating_add(1);
        let licence = text(package, "license");
        if !allowed(licence) {
            let shown = if licence.is_empty() { "no licence" } else { licence };
            complaints.push(format!(
                "{} {}: {shown} is not on the list",
                text(package, "name"),
                text(package, "version")
            ));
        }
    }
    let used = normal_dependencies(&resolved, "emitrace");
    if used.is_empty() {
        complaints.push("the core was not found among the packages".to_owned());
    }
    for name in FORBIDDEN_IN_CORE.iter().filter(|name| used.contains(**name)) {
        complaints.push(format!("the core depends on {name}"));
    }
    if complaints.is_empty() {
        Ok(format!("licences: {judged} dependencies allowed, {} of them in the core", used.len()))
    } else {
        Err(complaints)
    }
}

/// Whether an SPDX expression can be met with the allowed licences.
fn allowed(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = any(&mut rest);
    met && rest.is_empty()
}

fn any(rest: &mut &[&str]) -> bool {
    let mut met = all(rest);
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        met |= all(rest);
    }
    met
}

fn all(rest: &mut &[&str]) -> bool {
    let mut met = one(rest);
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        met &= one(rest);
    }
    met
}

fn one(rest: &mut &[&str]) -> bool {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let met = any(rest);
            if let [")", after @ ..] = *rest {
                *rest = after;
                met
            } else {
                false
            }
        }
        [licence, "WITH", exception, after @ ..] => {
            *rest = after;
            ALLOWED.contains(&format!("{licence} WITH {exception}").as_str()) || ALLOWED.contains(licence)
        }
        [licence, after @ ..] => {
            *rest = after;
            ALLOWED.contains(licence)
        }
        [] => false,
    }
}

/// Names of all packages that `package` needs to run, directly or not.
fn normal_dependencies(resolved: &Value, package: &str) -> BTreeSet<String> {
    let names: BTreeMap<&str, &str> = list(resolved, "packages")
        .iter()
        .map(|package| (text(package, "id"), text(package, "name")))
        .collect();
    let empty = Value::Null;
    let graph: BTreeMap<&str, Vec<&str>> = list(resolved.get("resolve").unwrap_or(&empty), "nodes")
        .iter()
        .map(|node| {
            (
                text(node, "id"),
                list(node, "deps").iter().filter(|dep| is_normal(dep)).map(|dep| text(dep, "pkg")).collect(),
            )
        })
        .collect();
    let mut waiting: Vec<&str> =
        names.iter().filter(|(_, name)| **name == package).map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        for next in graph.get(id).into_iter().flatten() {
            if seen.insert(*next) {
                waiting.push(next);
            }
        }
    }
    seen.into_iter().filter_map(|id| names.get(id)).map(|name| (*name).to_owned()).collect()
}

fn is_normal(dependency: &Value) -> bool {
    list(dependency, "dep_kinds").iter().any(|kind| kind.get("kind").is_some_and(Value::is_null))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{allowed, normal_dependencies};
    use serde_json::json;

    #[test]
    fn expressions() {
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT MIT", "GPL-3.0 OR (MIT AND AGPL-3.0)"] {
            assert!(!allowed(bad), "{bad}");
        }
    }

    #[test]
    fn only_what_is_needed_to_run_counts() {
        let kinds = |kind: serde_json::Value| json!([{ "kind": kind }]);
        let resolved = json!({
            "packages": [{"id": "1", "name": "emitrace"}, {"id": "2", "name": "a"}, {"id": "3", "name": "tokio"}, {"id": "4", "name": "dev"}],
            "resolve": {"nodes": [
                {"id": "1", "deps": [{"pkg": "2", "dep_kinds": kinds(json!(null))}, {"pkg": "4", "dep_kinds": kinds(json!("dev"))}]},
                {"id": "2", "deps": [{"pkg": "3", "dep_kinds": kinds(json!(null))}]},
            ]},
        });
        let used: Vec<String> = normal_dependencies(&resolved, "emitrace").into_iter().collect();
        assert_eq!(used, ["a", "tokio"]);
    }
}
