//! The floors of the house: a module of the core imports from its own floor or from lower ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Done;
use crate::process::metadata;

/// Each room and its floor.
const FLOORS: &[(&str, u8)] = &[
    ("error", 0),
    ("limits", 0),
    ("normal", 0),
    ("intern", 0),
    ("order", 0),
    // Plain data and JSON: the engine fills these types, so they stand below it.
    ("wire", 1),
    ("number", 1),
    ("archive", 1),
    ("unit", 2),
    ("gas", 2),
    ("place", 2),
    ("period", 2),
    ("id", 2),
    ("scope", 2),
    ("sheet", 2),
    ("seal", 2),
    ("gs1", 2),
    ("method", 2),
    ("told", 2),
    ("factor", 3),
    ("grid", 3),
    ("activity", 3),
    ("quality", 3),
    ("uncertainty", 3),
    ("evidence", 3),
    ("epcis", 3),
    ("import", 4),
    ("inventory", 4),
    ("footprint", 4),
    ("cbam", 4),
    ("supply", 4),
    ("trace", 4),
    ("origin", 4),
    ("eudr", 4),
    ("lot", 4),
    ("custody", 4),
    ("condition", 4),
    ("disclosure", 4),
    ("framework", 4),
    ("supplier", 5),
    ("regulation", 5),
    ("report", 5),
    ("verify", 5),
    ("compare", 5),
    // The one door for all languages: knows everybody.
    ("call", 6),
];

/// Which members of the workspace a member may depend on; all others see the core only.
const MAY_DEPEND_ON: &[(&str, &[&str])] = &[("emitrace", &["emitrace-factors"]), ("emitrace-factors", &[])];

/// Members that are used by people, and so know the public API of the core only.
const LEAVES: &[&str] = &["bindings-python", "bindings-wasm", "cli", "tests"];

/// Checks the sources of the core and the dependencies of the members.
pub(crate) fn check(root: &Path) -> Done {
    let mut complaints = Vec::new();
    let mut sources = Vec::new();
    let base = root.join("core").join("src");
    for file in rust_files(&base).map_err(|error| vec![error])? {
        let text = fs::read_to_string(&file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
        let inside = file.strip_prefix(&base).unwrap_or(&file);
        sources.push((inside.to_string_lossy().replace('\\', "/"), text));
    }
    if sources.is_empty() {
        complaints.push("there is no source below core/src".to_owned());
    }
    let arrows = upward_arrows(&sources);
    let count = sources.len();
    complaints.extend(arrows);
    complaints.extend(wrong_dependencies(&metadata(root, &["--no-deps"]).map_err(|error| vec![error])?));
    for leaf in LEAVES {
        for file in rust_files(&root.join(leaf)).map_err(|error| vec![error])? {
            let text =
                fs::read_to_string(&file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
            if text.contains("core/src") {
                complaints.push(format!("{}: reaches into the sources of the core", file.display()));
            }
        }
    }
    if complaints.is_empty() {
        Ok(format!("layers: {count} files of the core, no upward arrow"))
    } else {
        Err(complaints)
    }
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !name.starts_with('.') && !["node_modules", "target", "cases"].contains(&name.as_str()) {
                    waiting.push(path);
                }
            } else if name.ends_with(".rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Complaints about dependencies between members of the workspace.
fn wrong_dependencies(workspace: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    let packages = workspace.get("packages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for package in packages {
        let name = package.get("name").and_then(Value::as_str).unwrap_or_default();
        let allowed = MAY_DEPEND_ON
            .iter()
            .find(|(member, _)| *member == name)
            .map_or(&["emitrace"][..], |(_, list)| list);
        for dependency in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            let on = dependency.get("name").and_then(Value::as_str).unwrap_or_default();
            let inside = dependency.get("path").is_some_and(Value::is_string);
            if inside && !allowed.contains(&on) {
                complaints.push(format!("{name} must not depend on {on}"));
            }
        }
    }
    complaints
}

/// Complaints about the imports in the sources of the core, given as (path below `core/src`, text).
///
/// An import from a higher floor is one; so is a circle of rooms on the same floor.
pub(crate) fn upward_arrows(sources: &[(String, String)]) -> Vec<String> {
    let mut complaints = Vec::new();
    let exported =
        sources.iter().find(|(path, _)| path == "lib.rs").map(|(_, text)| exports(text)).unwrap_or_default();
    let mut level: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources {
        let Some(room) = room_of(path) else { continue };
        let Some(floor) = floor_of(&room) else {
            complaints.push(format!(
                "core/src/{path}: the room `{room}` has no floor: add it to xtask/src/layers.rs"
            ));
            continue;
        };
        let mut told = BTreeSet::new();
        for (line, name) in root_names(path, text) {
            if !told.insert((line, name.clone())) {
                continue;
            }
            let target = exported.get(&name).unwrap_or(&name);
            match floor_of(target) {
                None => complaints.push(format!("core/src/{path}:{line}: `crate::{name}` is on no floor")),
                Some(other) if other > floor => complaints.push(format!(
                    "core/src/{path}:{line}: {room} (floor {floor}) imports {target} (floor {other})"
                )),
                Some(other) if other == floor && *target != room => {
                    level.entry(room.clone()).or_default().insert(target.clone());
                }
                Some(_) => {}
            }
        }
    }
    for room in level.keys() {
        if reaches(&level, room, room) {
            complaints.push(format!("core/src/{room}: a circle of rooms on one floor leads back to it"));
        }
    }
    complaints
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// The room that a file belongs to; none for `lib.rs`.
fn room_of(path: &str) -> Option<String> {
    let first = path.split('/').next()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (room != "lib").then(|| room.to_owned())
}

fn reaches(graph: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let mut waiting: Vec<&String> = graph.get(from).into_iter().flatten().collect();
    let mut seen = BTreeSet::new();
    while let Some(room) = waiting.pop() {
        if room == to {
            return true;
        }
        if seen.insert(room) {
            waiting.extend(graph.get(room).into_iter().flatten());
        }
    }
    false
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Path,
    Mark(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Token::Word(text) if text == word)
    }
}

/// Names that the crate root gives out again, each with the room that it comes from.
fn exports(text: &str) -> BTreeMap<String, String> {
    let tokens = tokens(text);
    let mut found = BTreeMap::new();
    for (index, (_, token)) in tokens.iter().enumerate() {
        if token.is("use") {
            for path in tree(&tokens, index.saturating_add(1)).0 {
                let inside: Vec<&String> =
                    path.iter().filter(|part| *part != "crate" && *part != "self").collect();
                if let [room, .., name] = inside.as_slice() {
                    found.insert((*name).clone(), (*room).clone());
                }
            }
        }
    }
    found
}

/// First names of all paths that start at the crate root, with their lines.
fn root_names(path: &str, text: &str) -> Vec<(usize, String)> {
    let tokens = tokens(text);
    let parts = path.split('/').count();
    let file_depth = if path.ends_with("/mod.rs") { parts.saturating_sub(1) } else { parts };
    let mut inner: Vec<usize> = Vec::new(); // brace depths at which inline modules began
    let mut braces = 0_usize;
    let mut found = Vec::new();
    let mut index = 0_usize;
    while let Some((line, token)) = tokens.get(index) {
        let next = index.saturating_add(1);
        match token {
            Token::Mark('{') => {
                let opens_module = matches!(before(&tokens, index, 2), Some(word) if word.is("mod"));
                if opens_module {
                    inner.push(braces);
                }
                braces = braces.saturating_add(1);
            }
            Token::Mark('}') => {
                braces = braces.saturating_sub(1);
                if inner.last() == Some(&braces) {
                    inner.pop();
                }
            }
            Token::Word(word)
                if (word == "crate" || word == "super") && follows(&tokens, next, &Token::Path) =>
            {
                let depth = file_depth.saturating_add(inner.len());
                let (mut ups, mut at) = (usize::from(word == "super"), next.saturating_add(1));
                while word == "super"
                    && tokens.get(at).is_some_and(|(_, token)| token.is("super"))
                    && follows(&tokens, at.saturating_add(1), &Token::Path)
                {
                    ups = ups.saturating_add(1);
                    at = at.saturating_add(2);
                }
                if word == "crate" || ups == depth {
                    let (paths, _) = tree(&tokens, at);
                    found.extend(
                        paths
                            .into_iter()
                            .filter_map(|path| path.into_iter().next())
                            .map(|name| (*line, name)),
                    );
                }
                index = at;
                continue;
            }
            Token::Word(_) | Token::Path | Token::Mark(_) => {}
        }
        index = next;
    }
    found.retain(|(_, name)| name != "self");
    found
}

fn before(tokens: &[(usize, Token)], index: usize, back: usize) -> Option<&Token> {
    index.checked_sub(back).and_then(|index| tokens.get(index)).map(|(_, token)| token)
}

fn follows(tokens: &[(usize, Token)], index: usize, wanted: &Token) -> bool {
    tokens.get(index).is_some_and(|(_, token)| token == wanted)
}

/// The paths of a use tree that starts at `index`, and where it ends. A renamed leaf has its new name.
fn tree(tokens: &[(usize, Token)], index: usize) -> (Vec<Vec<String>>, usize) {
    let mut prefix: Vec<String> = Vec::new();
    let mut at = index;
    loop {
        match tokens.get(at).map(|(_, token)| token) {
            Some(Token::Mark('{')) => {
                let mut paths = Vec::new();
                at = at.saturating_add(1);
                while let Some((_, token)) = tokens.get(at) {
                    match token {
                        Token::Mark('}') => break,
                        Token::Mark(',') => at = at.saturating_add(1),
                        _ => {
                            let (below, end) = tree(tokens, at);
                            paths.extend(
                                below.into_iter().map(|path| prefix.iter().cloned().chain(path).collect()),
                            );
                            at = end.max(at.saturating_add(1));
                        }
                    }
                }
                return (paths, at.saturating_add(1));
            }
            Some(Token::Word(word)) if word != "as" => {
                prefix.push(word.clone());
                at = at.saturating_add(1);
            }
            Some(Token::Mark('*')) => {
                prefix.push("*".to_owned());
                return (vec![prefix], at.saturating_add(1));
            }
            _ => return (Vec::new(), at),
        }
        match tokens.get(at).map(|(_, token)| token) {
            Some(Token::Path) => at = at.saturating_add(1),
            Some(word) if word.is("as") => {
                if let Some((_, Token::Word(name))) = tokens.get(at.saturating_add(1)) {
                    prefix.pop();
                    prefix.push(name.clone());
                }
                return (vec![prefix], at.saturating_add(2));
            }
            _ => return (vec![prefix], at),
        }
    }
}

/// Words, `::` and marks of a Rust text with their lines; comments, strings and characters are left out.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    let mut line = 1_usize;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = literal(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            found.push((
                line,
                Token::Word(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()),
            ));
            length
        } else if rest.starts_with("::") {
            found.push((line, Token::Path));
            2
        } else {
            if !first.is_whitespace() {
                found.push((line, Token::Mark(first)));
            }
            first.len_utf8()
        };
        let (taken, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        line = line.saturating_add(taken.matches('\n').count());
        rest = after;
    }
    found
}

/// Length of the (nested) block comment at the start.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let step = if rest.starts_with("/*") {
            depth = depth.saturating_add(1);
            2
        } else if rest.starts_with("*/") {
            depth = depth.saturating_sub(1);
            2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at = at.saturating_add(step);
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length of the string, raw string or character at the start, if there is one. A lifetime is none.
fn literal(text: &str) -> Option<usize> {
    let raw = text.strip_prefix("br").or_else(|| text.strip_prefix('r'));
    if let Some(raw) = raw {
        let hashes = raw.chars().take_while(|c| *c == '#').count();
        if raw.get(hashes..).is_some_and(|rest| rest.starts_with('"')) {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = text.len().saturating_sub(raw.len()).saturating_add(hashes).saturating_add(1);
            let inside = text.get(start..)?;
            return Some(start.saturating_add(inside.find(&end)?).saturating_add(end.len()));
        }
    }
    let quoted = text.strip_prefix('b').filter(|rest| rest.starts_with(['"', '\''])).unwrap_or(text);
    let quote = quoted.chars().next().filter(|c| *c == '"' || *c == '\'')?;
    let mut characters = quoted.char_indices().skip(1);
    let mut count = 0_usize;
    let mut escaped_any = false;
    while let Some((at, c)) = characters.next() {
        if c == quote {
            let prefix = text.len().saturating_sub(quoted.len());
            return Some(prefix.saturating_add(at).saturating_add(1));
        }
        if c == '\\' {
            escaped_any = true;
            characters.next();
        }
        count = count.saturating_add(1);
        if quote == '\'' && count >= 1 && !escaped_any {
            // 'x' is a character, 'x without a quote after it is a lifetime.
            let closes = characters.next().is_some_and(|(_, c)| c == '\'');
            return closes.then(|| {
                let prefix = text.len().saturating_sub(quoted.len());
                prefix.saturating_add(at).saturating_add(c.len_utf8()).saturating_add(1)
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{upward_arrows, wrong_dependencies};
    use serde_json::json;

    fn arrows(files: &[(&str, &str)]) -> Vec<String> {
        let lib =
            ("lib.rs", "pub mod error; pub use error::{Code, Error}; pub use inventory::Inventory as Whole;");
        let all: Vec<_> =
            files.iter().chain([&lib]).map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        upward_arrows(&all)
    }

    #[test]
    fn a_made_up_upward_arrow_is_caught() {
        for text in [
            "use crate::inventory::Inventory;",
            "use crate::{error::Error, inventory::{self, Inventory}};",
            "fn f() { crate::call::call() }",
            "use super::inventory::Inventory;",
            "mod tests { use super::super::report; }",
            "use crate::Whole;",
            "let c = '\"'; use crate::call; // \"",
            "fn f<'a>(x: &'a str) { crate::report::f(x) }",
        ] {
            assert_eq!(arrows(&[("factor/mod.rs", text)]).len(), 1, "{text}");
        }
        assert_eq!(
            arrows(&[("number/amount.rs", "\n\nuse super::super::unit::Unit;")]),
            ["core/src/number/amount.rs:3: number (floor 1) imports unit (floor 2)"]
        );
    }

    #[test]
    fn downward_arrows_and_mere_words_pass() {
        let text = r##"
            //! [`crate::wire`] is a link.
            use crate::{error::{Code, Finding}, number::Amount, Error};
            /* use crate::wire; /* nested */ */
            const A: &str = "crate::wire"; const B: &str = r#"use "crate::report"#;
            const C: char = '\''; const D: u8 = b'"';
            use super::pick;
            pub(crate) fn f() {}
            mod tests { use super::*; use super::super::sibling; }
        "##;
        assert_eq!(arrows(&[("factor/catalog.rs", text)]), Vec::<String>::new());
    }

    #[test]
    fn rooms_of_one_floor_may_not_go_in_circles() {
        let one_way =
            [("activity/mod.rs", "use crate::factor::Key;"), ("factor/mod.rs", "use crate::unit::Unit;")];
        assert!(arrows(&one_way).is_empty());
        let circle =
            [("activity/mod.rs", "use crate::factor::Key;"), ("factor/mod.rs", "use crate::activity::Row;")];
        assert_eq!(arrows(&circle).len(), 2);
    }

    #[test]
    fn rooms_and_names_without_a_floor_are_told() {
        assert_eq!(arrows(&[("attic/mod.rs", "")]).len(), 1);
        assert_eq!(arrows(&[("unit/mod.rs", "use crate::attic::Box;")]).len(), 1);
        assert_eq!(arrows(&[("unit/mod.rs", "use crate::*;")]).len(), 1);
    }

    #[test]
    fn a_binding_depends_on_the_core_only() {
        let on = |package: &str, other: &str| {
            json!({"packages": [{"name": package, "dependencies": [
                {"name": other, "path": "somewhere"}, {"name": "serde", "source": "registry"}]}]})
        };
        assert!(wrong_dependencies(&on("emitrace-python", "emitrace")).is_empty());
        assert!(wrong_dependencies(&on("emitrace", "emitrace-factors")).is_empty());
        assert_eq!(wrong_dependencies(&on("emitrace-python", "emitrace-factors")).len(), 1);
        assert_eq!(wrong_dependencies(&on("emitrace", "emitrace-cli")).len(), 1);
        assert_eq!(wrong_dependencies(&on("emitrace-factors", "emitrace")).len(), 1);
    }
}
