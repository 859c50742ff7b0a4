//! Licences of all dependencies, and what the core must never depend on.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::Done;
use crate::process::{cargo, metadata, output};

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
    // Not the resolved list above: that one unites the features which other members ask for.
    let of_core = ["tree", "--package", "emitrace", "--all-features", "--target", "all"];
    let tree =
        output(cargo(root).args(of_core).args(["--edges", "normal", "--prefix", "none", "--no-dedupe"]));
    let tree = tree.map_err(|error| vec![error])?;
    complaints.extend(forbidden(&tree).iter().map(|name| format!("the core depends on {name}")));
    if complaints.is_empty() {
        Ok(format!("licences: {judged} dependencies are allowed, none of the core's is forbidden"))
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

/// Those of the packages that `cargo tree` lists which the core must not have.
fn forbidden(tree: &str) -> Vec<&'static str> {
    let used: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    FORBIDDEN_IN_CORE.iter().copied().filter(|name| used.contains(name)).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{allowed, forbidden};

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
    fn a_forbidden_package_of_the_core_is_found_by_its_whole_name() {
        let tree = "emitrace v0.1.0\ncsv v1.4.0\ntokio-like v1.0.0\ntokio v1.48.0\n";
        assert_eq!(forbidden(tree), ["tokio"]);
    }
}
