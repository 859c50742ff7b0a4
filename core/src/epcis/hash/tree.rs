//! Parts of an event that are hashed by general rules: extensions, master data of lots, sensors.

use super::Names;
use crate::epcis::scan::{Fault, Scanner};

/// What the text of an element is called that has attributes or elements, too.
const TEXT: &str = "#text";

/// A value with its names written out.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Text(String),
    Object(Vec<(String, Node)>),
    List(Vec<Node>),
    Nothing,
}

impl Node {
    /// The value of a JSON text that was read before.
    pub(super) fn read(raw: &str, names: &Names) -> Node {
        node(&mut Scanner::new(raw, 256), names).unwrap_or(Node::Nothing)
    }
}

fn node(scanner: &mut Scanner<'_>, names: &Names) -> Result<Node, Fault> {
    Ok(match scanner.peek() {
        Some(b'"') => Node::Text(scanner.string()?.into_owned()),
        Some(b'{') => {
            let mut members = Vec::new();
            scanner.members(|scanner, name| {
                let value = node(scanner, names)?;
                if !names.ignored(&name) {
                    members.push((names.full(&name), value));
                }
                Ok(())
            })?;
            Node::Object(members)
        }
        Some(b'[') => {
            let mut items = Vec::new();
            scanner.elements(|scanner, _| {
                items.push(node(scanner, names)?);
                Ok(())
            })?;
            Node::List(items)
        }
        _ => match scanner.raw(true)? {
            "null" => Node::Nothing,
            word => Node::Text(word.into()),
        },
    })
}

/// Appends the strings of a member by the general rule: name, `=` and value, then what is inside, sorted.
pub(super) fn general(name: &str, node: &Node, out: &mut Vec<String>) {
    match node {
        Node::Nothing => {}
        Node::Text(text) => {
            let mut string = String::from(name);
            super::value(text, None, &mut string);
            out.push(string);
        }
        // An element with attributes has its own text as a member.
        Node::Object(members) => {
            let mut string = String::from(name);
            if let Some((_, Node::Text(text))) = members.iter().find(|(name, _)| name == TEXT) {
                super::value(text, None, &mut string);
            }
            string.push_str(&inside(members));
            out.push(string);
        }
        // A list of things is a list of the name without `List`.
        Node::List(items) => match name.strip_suffix("List") {
            Some(item) => {
                let mut strings = Vec::new();
                for node in items {
                    general(item, node, &mut strings);
                }
                strings.sort_unstable();
                out.push(format!("{name}{}", strings.concat()));
            }
            None => {
                for node in items {
                    general(name, node, out);
                }
            }
        },
    }
}

fn inside(members: &[(String, Node)]) -> String {
    let mut strings = Vec::new();
    for (name, node) in members.iter().filter(|(name, _)| name != TEXT) {
        general(name, node, &mut strings);
    }
    strings.sort_unstable();
    strings.concat()
}
