//! A document against the table of its members: every value is looked at, all that is wrong is told in one pass.

use super::decimal::{Decimal, Sign};
use super::node::Node;
use super::shape::{Kind, Need, Shape};
use super::{time, v2};
use crate::error::{Code, Severity};
use crate::place::Place;
use crate::told::Told;

/// Goes through an object. What is given back says the same: members that are `null` are left out, exponents are written plain,
/// zeros lose their sign, decimals that stand as numbers become texts. What is not known, or wrong, stays as it is.
pub(super) fn walk(shape: &Shape, node: &Node, path: &str, told: &mut Told) -> Node {
    let Node::Object(members) = node else {
        return wrong(node, path, "an object", told);
    };
    let mut kept = Vec::new();
    for (name, value) in members {
        if *value == Node::Null {
            continue;
        }
        let path = below(path, name);
        let value = match shape.field(name) {
            Some(field) => look(&field.kind, value, &path, told),
            None => {
                let renamed = v2::RENAMED.iter().find(|(old, new)| old == name && shape.field(new).is_some());
                let help =
                    renamed.map_or(String::new(), |(_, new)| format!("it is called `{new}` since 3.0"));
                let message = format!("`{name}` is no member here; it is kept");
                told.tell(Severity::Info, Code::FootprintUnknownMember, &path, "", message, &help);
                value.clone()
            }
        };
        kept.push((name.clone(), value));
    }
    let cleaned = Node::Object(kept);
    for field in shape.fields.iter().filter(|field| cleaned.get(field.name).is_none()) {
        let path = below(path, field.name);
        match field.need {
            Need::Must => {
                told.error(Code::FootprintMemberMissing, &path, "", format!("`{}` is missing", field.name));
            }
            Need::Shall => told.warn(
                Code::FootprintNotStated,
                &path,
                "",
                format!("`{}` is not stated; the methodology asks for it", field.name),
            ),
            Need::Later => told.info(
                Code::FootprintNotStated,
                &path,
                "",
                format!(
                    "`{}` is not stated; the methodology asks for it from the end of 2027 on",
                    field.name
                ),
            ),
            Need::May => {}
        }
    }
    cleaned
}

/// The path of a member.
pub(super) fn below(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn wrong(node: &Node, path: &str, wanted: &str, told: &mut Told) -> Node {
    let message = format!("{} stands here; it must be {wanted}", node.kind());
    told.error(Code::FootprintBadValue, path, &node.shown(), message);
    node.clone()
}

fn look(kind: &Kind, node: &Node, path: &str, told: &mut Told) -> Node {
    match kind {
        Kind::Object(shape) => return walk(shape, node, path, told),
        Kind::Set(item) => return list(item, true, true, node, path, told),
        Kind::List(item) => return list(item, true, false, node, path, told),
        Kind::Any(item) => return list(item, false, false, node, path, told),
        Kind::Decimal(sign) => return decimal(*sign, true, node, path, told),
        Kind::Number(sign) => return decimal(*sign, false, node, path, told),
        Kind::Flag if matches!(node, Node::Flag(_)) => {}
        Kind::Flag => return wrong(node, path, "`true` or `false`", told),
        Kind::Foreign if matches!(node, Node::Object(_)) => {}
        Kind::Foreign => return wrong(node, path, "an object", told),
        _ => match node {
            Node::Text(text) => {
                if let Err((severity, message)) = of_kind(kind, text) {
                    told.tell(severity, Code::FootprintBadValue, path, &node.shown(), message, "");
                }
            }
            other => return wrong(other, path, "a text", told),
        },
    }
    node.clone()
}

fn list(item: &Kind, filled: bool, once: bool, node: &Node, path: &str, told: &mut Told) -> Node {
    let Node::List(items) = node else {
        return wrong(node, path, "a list", told);
    };
    if filled && items.is_empty() {
        let message = "the list is empty; leave it out, or name at least one";
        told.error(Code::FootprintBadValue, path, "", message);
    }
    let mut seen = std::collections::BTreeMap::new();
    let mut kept = Vec::new();
    for (index, one) in items.iter().enumerate() {
        let place = format!("{path}/{index}");
        if once && let Some(first) = seen.insert(one.written(), index) {
            let message = format!("the same stands at {path}/{first} already");
            told.error(Code::FootprintRepeated, &place, &one.shown(), message);
        }
        kept.push(look(item, one, &place, told));
    }
    Node::List(kept)
}

fn decimal(sign: Sign, as_text: bool, node: &Node, path: &str, told: &mut Told) -> Node {
    let (Node::Text(text) | Node::Number(text)) = node else {
        return wrong(node, path, if as_text { "a decimal in a text" } else { "a number" }, told);
    };
    let Some(mut read) = Decimal::read(text) else {
        let message = format!("`{}` is no decimal", node.shown());
        told.error(Code::FootprintBadValue, path, &node.shown(), message);
        return node.clone();
    };
    if !sign.takes(&read.value) {
        let message = format!("`{}` must be {}", node.shown(), sign.words());
        told.error(Code::FootprintBadValue, path, &node.shown(), message);
    }
    let stands_as_text = matches!(node, Node::Text(_));
    if stands_as_text != as_text {
        let message = match as_text {
            true => "a decimal stands as a number of JSON; it is written as text",
            false => "a number stands as text",
        };
        told.warn(Code::FootprintReadLeniently, path, &node.shown(), message);
    } else if read.exponent {
        let message = format!("the decimal has an exponent; it is written `{}`", read.plain);
        told.warn(Code::FootprintReadLeniently, path, &node.shown(), message);
    }
    if read.value.is_zero()
        && let Some(plain) = read.plain.strip_prefix('-')
    {
        // The schema's pattern for what is 0 or above has no place for a sign.
        let message = format!("zero has a sign; it is written `{plain}`");
        read.plain = plain.to_owned();
        told.warn(Code::FootprintReadLeniently, path, &node.shown(), message);
    }
    match as_text {
        true => Node::Text(read.plain),
        false => Node::Number(read.plain.trim_start_matches('+').to_owned()),
    }
}

/// Whether a text is what it must be.
fn of_kind(kind: &Kind, text: &str) -> Result<(), (Severity, String)> {
    let bad = |wanted: &str| Err((Severity::Error, format!("`{}` is no {wanted}", short(text))));
    match kind {
        Kind::Named if text.is_empty() => Err((Severity::Error, "the text is empty".to_owned())),
        Kind::Uuid if !is_uuid(text) => bad("UUID"),
        Kind::SpecVersion if !is_version(text) => bad("version such as 3.0.3"),
        Kind::Urn if !is_urn(text) => bad("URN (RFC 8141)"),
        Kind::Uri if !is_uri(text) => bad("URI"),
        Kind::Report if !text.strip_prefix("AR").is_some_and(digits) => bad("assessment report such as AR6"),
        Kind::Country if !is_letters(text, 2) => bad("country code such as VN"),
        Kind::Subdivision if !is_subdivision(text) => bad("code of a subdivision such as VN-SG"),
        Kind::Country | Kind::Subdivision if Place::parse(text.get(..2).unwrap_or_default()).is_err() => {
            Err((Severity::Warning, format!("`{text}`: ISO 3166-1 has no such country")))
        }
        Kind::Word(words) if !words.contains(&text) => {
            Err((Severity::Error, format!("`{}` is not one of {}", short(text), words.join(", "))))
        }
        Kind::Open(words) if !words.contains(&text) => Err((
            Severity::Info,
            format!("`{}` is no name that the specification lists; it is kept", short(text)),
        )),
        Kind::Time => match time::read(text) {
            None => bad("date with time such as 2025-01-01T00:00:00Z"),
            Some((_, false)) => Err((Severity::Error, format!("`{}` is not written in UTC", short(text)))),
            Some(_) => Ok(()),
        },
        _ => Ok(()),
    }
}

fn short(text: &str) -> String {
    Node::of(text).shown()
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letters(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_subdivision(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, part)| {
        is_letters(country, 2)
            && (1..=3).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    })
}

/// Whether a text is a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn is_version(text: &str) -> bool {
    let (version, day) = match text.split_once('-') {
        Some((version, day)) => (version, Some(day)),
        None => (text, None),
    };
    version.split('.').count() == 3
        && version.split('.').all(digits)
        && day.is_none_or(|day| day.len() == 8 && digits(day))
}

fn is_urn(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let Some((space, name)) = rest.split_once(':') else { return false };
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    scheme.eq_ignore_ascii_case("urn")
        && (2..=32).contains(&space.len())
        && space.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && ends(space.as_bytes().first())
        && ends(space.as_bytes().last())
        && !name.is_empty()
        && !name.starts_with('/')
        && name.bytes().all(in_uri)
}

fn is_uri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !rest.is_empty()
            && rest.bytes().all(in_uri)
    })
}

/// Letters of a URI (RFC 3986).
fn in_uri(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}
