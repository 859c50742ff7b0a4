//! A document as a tree that keeps the order of its members and the text of its numbers.

use crate::epcis::{Fault, Scanner, placed, write_text};
use crate::error::{Code, Error};
use crate::limits::Limits;

/// A value of JSON. No number becomes a float.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Null,
    Flag(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Reads a whole document, strictly.
    ///
    /// # Errors
    /// `BAD_JSON`, `DUPLICATE_KEY`, `NESTING_TOO_DEEP`, with line and column.
    pub(crate) fn read(text: &str) -> Result<Node, Error> {
        let mut scanner = Scanner::new(text, Limits::default().json_depth);
        let node = Node::scan(&mut scanner).map_err(|fault| placed(text, fault))?;
        if scanner.ended() {
            return Ok(node);
        }
        Err(placed(text, scanner.fault(Code::BadJson, "something follows behind the document")))
    }

    fn scan(scanner: &mut Scanner<'_>) -> Result<Node, Fault> {
        Ok(match scanner.peek() {
            Some(b'"') => Node::Text(scanner.string()?.into_owned()),
            Some(b'{') => {
                let mut members: Vec<(String, Node)> = Vec::new();
                let mut names = std::collections::BTreeSet::new();
                scanner.members(|scanner, name| {
                    if !names.insert(name.to_string()) {
                        return Err(scanner.repeated(&name).within(&name));
                    }
                    let value = Node::scan(scanner).map_err(|fault| fault.within(&name))?;
                    members.push((name.into_owned(), value));
                    Ok(())
                })?;
                Node::Object(members)
            }
            Some(b'[') => {
                let mut items = Vec::new();
                scanner.elements(|scanner, _| {
                    items.push(Node::scan(scanner)?);
                    Ok(())
                })?;
                Node::List(items)
            }
            Some(b'-' | b'0'..=b'9') => Node::Number(scanner.number()?.to_owned()),
            _ => match scanner.raw(true)? {
                "true" => Node::Flag(true),
                "false" => Node::Flag(false),
                _ => Node::Null,
            },
        })
    }

    /// A text.
    pub(crate) fn of(text: impl Into<String>) -> Node {
        Node::Text(text.into())
    }

    /// The members of an object; none of anything else.
    pub(crate) fn members(&self) -> &[(String, Node)] {
        if let Node::Object(members) = self { members } else { &[] }
    }

    /// The elements of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Node] {
        if let Node::List(items) = self { items } else { &[] }
    }

    /// A member of an object that says something: `null` is as if it were not there.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        let found = self.members().iter().find(|(held, _)| held == name);
        found.map(|(_, value)| value).filter(|value| **value != Node::Null)
    }

    /// Its text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Node::Text(text) = self { Some(text) } else { None }
    }

    /// The text of a member.
    pub(crate) fn text_of(&self, name: &str) -> &str {
        self.get(name).and_then(Node::text).unwrap_or_default()
    }

    /// The truth value of a member.
    pub(crate) fn flag_of(&self, name: &str) -> Option<bool> {
        if let Some(Node::Flag(flag)) = self.get(name) { Some(*flag) } else { None }
    }

    /// What kind of value it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Node::Null => "null",
            Node::Flag(_) => "a truth value",
            Node::Number(_) => "a number",
            Node::Text(_) => "a text",
            Node::List(_) => "a list",
            Node::Object(_) => "an object",
        }
    }

    /// Its value in a few letters, for findings.
    pub(crate) fn shown(&self) -> String {
        let whole = match self {
            Node::Text(text) | Node::Number(text) => text.clone(),
            other => other.written().split_whitespace().collect::<Vec<_>>().join(" "),
        };
        match whole.char_indices().nth(60) {
            Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default()),
            None => whole,
        }
    }

    /// As JSON with two blanks a level, members in their order.
    pub(crate) fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, level: usize) {
        let line = |out: &mut String, level: usize| {
            out.push('\n');
            out.push_str(&"  ".repeat(level));
        };
        let inside = level.saturating_add(1);
        match self {
            Node::Null => out.push_str("null"),
            Node::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Node::Number(number) => out.push_str(number),
            Node::Text(text) => write_text(text, out),
            Node::List(items) if items.is_empty() => out.push_str("[]"),
            Node::Object(members) if members.is_empty() => out.push_str("{}"),
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    line(out, inside);
                    item.write(out, inside);
                }
                line(out, level);
                out.push(']');
            }
            Node::Object(members) => {
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push(if index == 0 { '{' } else { ',' });
                    line(out, inside);
                    write_text(name, out);
                    out.push_str(": ");
                    value.write(out, inside);
                }
                line(out, level);
                out.push('}');
            }
        }
    }
}

/// An object that is written member by member; what is not known is left out.
#[derive(Debug, Default)]
pub(crate) struct Members(Vec<(String, Node)>);

impl Members {
    /// Adds a member.
    pub(crate) fn put(&mut self, name: &str, value: Node) {
        self.0.push((name.to_owned(), value));
    }

    /// Adds a text unless it is empty.
    pub(crate) fn say(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, Node::of(text));
        }
    }

    /// Adds what another object says under the same name.
    pub(crate) fn copy(&mut self, name: &str, from: &Node) {
        if let Some(value) = from.get(name) {
            self.put(name, value.clone());
        }
    }

    /// The object.
    pub(crate) fn done(self) -> Node {
        Node::Object(self.0)
    }
}
