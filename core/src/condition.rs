//! Conditions: `sector == food and (employees >= 50 or not exports in (EU, JP))`. What is not known makes them unknown, not false.

use std::collections::BTreeSet;
use std::fmt;

use crate::error::{Code, Error};
use crate::factor::fold;
use crate::number::Fraction;

/// Characters and nested brackets of a condition: more is a mistake.
const LONGEST: usize = 1_000;
const DEEPEST: usize = 16;

/// A condition on named facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    Always,
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Not(Box<Condition>),
    Compare(String, Operator, String),
    In(String, Vec<String>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    AtLeast,
    AtMost,
    Above,
    Below,
}

const OPERATORS: [(&str, Operator); 6] = [
    ("==", Operator::Equal),
    ("!=", Operator::NotEqual),
    (">=", Operator::AtLeast),
    ("<=", Operator::AtMost),
    (">", Operator::Above),
    ("<", Operator::Below),
];

/// The facts that conditions ask for.
pub(crate) trait Facts {
    /// The value of a fact; `None` if it is not known.
    fn fact(&self, name: &str) -> Option<String>;
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// `BAD_CONDITION`, which says what was expected and where.
    pub(crate) fn parse(text: &str) -> Result<Condition, Error> {
        if text.trim().is_empty() {
            return Ok(Condition::Always);
        }
        if text.len() > LONGEST {
            return Err(bad(format!("the condition has more than {LONGEST} characters")));
        }
        let tokens = tokens(text)?;
        let mut reader = Reader { tokens: &tokens, depth: 0 };
        let read = reader.any()?;
        match reader.tokens.first() {
            None => Ok(read),
            Some(left) => Err(bad(format!("`{left}` was not expected"))),
        }
    }

    /// Whether it holds; `None` if that is not known, and then `missing` has what would tell.
    ///
    /// # Errors
    /// `BAD_CONDITION` where words are compared by size.
    pub(crate) fn holds(
        &self,
        facts: &dyn Facts,
        missing: &mut BTreeSet<String>,
    ) -> Result<Option<bool>, Error> {
        match self {
            Condition::Always => Ok(Some(true)),
            Condition::Not(inner) => Ok(inner.holds(facts, missing)?.map(|holds| !holds)),
            Condition::All(parts) => together(parts, false, facts, missing),
            Condition::Any(parts) => together(parts, true, facts, missing),
            Condition::In(name, values) => {
                let Some(fact) = known(name, facts, missing) else { return Ok(None) };
                Ok(Some(values.iter().any(|value| same(&fact, value))))
            }
            Condition::Compare(name, operator, value) => {
                let Some(fact) = known(name, facts, missing) else { return Ok(None) };
                compared(name, &fact, *operator, value).map(Some)
            }
        }
    }
}

impl Condition {
    /// What a profile that does not meet it does not meet: the parts that must all hold, each by itself.
    pub(crate) fn against(&self, facts: &dyn Facts) -> Result<Vec<String>, Error> {
        let parts = match self {
            Condition::All(parts) => parts.as_slice(),
            other => std::slice::from_ref(other),
        };
        let mut found = Vec::new();
        for part in parts {
            if part.holds(facts, &mut BTreeSet::new())? == Some(false) {
                found.push(part.to_string());
            }
        }
        Ok(found)
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |parts: &[Condition], word: &str| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| match part {
                    Condition::Any(_) | Condition::All(_) => format!("({part})"),
                    _ => part.to_string(),
                })
                .collect();
            parts.join(word)
        };
        match self {
            Condition::Always => Ok(()),
            Condition::Any(parts) => f.write_str(&joined(parts, " or ")),
            Condition::All(parts) => f.write_str(&joined(parts, " and ")),
            Condition::Not(part) => write!(f, "not {}", joined(std::slice::from_ref(part), "")),
            Condition::Compare(name, operator, value) => {
                let sign = OPERATORS.iter().find(|(_, known)| known == operator).map_or("", |(sign, _)| sign);
                write!(f, "{name} {sign} {}", quoted(value))
            }
            Condition::In(name, values) => {
                let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
                write!(f, "{name} in ({})", values.join(", "))
            }
        }
    }
}

/// A value as a condition writes it.
fn quoted(value: &str) -> String {
    let plain = !value.is_empty()
        && !["and", "or", "not", "in"].contains(&value)
        && value.chars().all(|c| !c.is_whitespace() && !"(),=!<>'\"".contains(c));
    match (plain, value.contains('\'')) {
        (true, _) => value.to_owned(),
        (false, true) => format!("\"{value}\""),
        (false, false) => format!("'{value}'"),
    }
}

/// A part that decides does so whatever the others are.
fn together(
    parts: &[Condition],
    decides: bool,
    facts: &dyn Facts,
    missing: &mut BTreeSet<String>,
) -> Result<Option<bool>, Error> {
    let (mut open, mut asked) = (false, BTreeSet::new());
    for part in parts {
        match part.holds(facts, &mut asked)? {
            Some(holds) if holds == decides => return Ok(Some(decides)),
            Some(_) => {}
            None => open = true,
        }
    }
    if open {
        missing.append(&mut asked);
        return Ok(None);
    }
    Ok(Some(!decides))
}

fn known(name: &str, facts: &dyn Facts, missing: &mut BTreeSet<String>) -> Option<String> {
    let fact = facts.fact(name);
    if fact.is_none() {
        missing.insert(name.to_owned());
    }
    fact
}

/// Numbers are compared as numbers, words without regard to capitals.
fn same(a: &str, b: &str) -> bool {
    match (Fraction::parse(a.trim()), Fraction::parse(b.trim())) {
        (Some(a), Some(b)) => a == b,
        _ => fold(a) == fold(b),
    }
}

fn compared(name: &str, fact: &str, operator: Operator, value: &str) -> Result<bool, Error> {
    let order = match operator {
        Operator::Equal => return Ok(same(fact, value)),
        Operator::NotEqual => return Ok(!same(fact, value)),
        _ => match (Fraction::parse(fact.trim()), Fraction::parse(value)) {
            (Some(fact), Some(value)) => fact.cmp(&value),
            (None, _) => return Err(bad(format!("`{name}` is `{fact}`, which is no number"))),
            (_, None) => return Err(bad(format!("`{value}` is no number"))),
        },
    };
    Ok(match operator {
        Operator::AtLeast => order.is_ge(),
        Operator::AtMost => order.is_le(),
        Operator::Above => order.is_gt(),
        _ => order.is_lt(),
    })
}

fn bad(message: String) -> Error {
    Error::new(Code::BadCondition, message).with_help(
        "write conditions as `sector == food and (employees >= 50 or not exports in (EU, JP))`; texts with spaces stand in quotes",
    )
}

/// A word, a sign, or a text in quotes, which keeps one quote in front so that `'and'` is no `and`.
fn tokens(text: &str) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => {
                let inside = rest.get(1..).unwrap_or_default();
                let Some(end) = inside.find(first) else {
                    return Err(bad("a quote is not closed".to_owned()));
                };
                found.push(format!("'{}", inside.get(..end).unwrap_or_default()));
                rest = inside.get(end.saturating_add(1)..).unwrap_or_default().trim_start();
                continue;
            }
            '(' | ')' | ',' => 1,
            '=' | '!' | '<' | '>' => rest.find(|c| !matches!(c, '=' | '!' | '<' | '>')).unwrap_or(rest.len()),
            _ => rest
                .find(|c: char| {
                    c.is_whitespace() || matches!(c, '(' | ')' | ',' | '=' | '!' | '<' | '>' | '"' | '\'')
                })
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        found.push(token.to_owned());
        rest = after.trim_start();
    }
    Ok(found)
}

struct Reader<'t> {
    tokens: &'t [String],
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self, wanted: &str) -> Result<&str, Error> {
        match self.tokens {
            [first, rest @ ..] => {
                self.tokens = rest;
                Ok(first)
            }
            [] => Err(bad(format!("{wanted} is missing at the end"))),
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        match self.tokens {
            [first, rest @ ..] if first.eq_ignore_ascii_case(word) => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn any(&mut self) -> Result<Condition, Error> {
        let mut parts = vec![self.all()?];
        while self.takes("or") {
            parts.push(self.all()?);
        }
        Ok(one(parts, Condition::Any))
    }

    fn all(&mut self) -> Result<Condition, Error> {
        let mut parts = vec![self.part()?];
        while self.takes("and") {
            parts.push(self.part()?);
        }
        Ok(one(parts, Condition::All))
    }

    fn part(&mut self) -> Result<Condition, Error> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(bad(format!("more than {DEEPEST} brackets stand in one another")));
        }
        let part = if self.takes("not") {
            Condition::Not(Box::new(self.part()?))
        } else if self.takes("(") {
            let inner = self.any()?;
            self.closed()?;
            inner
        } else {
            self.compare()?
        };
        self.depth = self.depth.saturating_sub(1);
        Ok(part)
    }

    fn closed(&mut self) -> Result<(), Error> {
        if self.takes(")") { Ok(()) } else { Err(bad("a bracket is not closed".to_owned())) }
    }

    fn compare(&mut self) -> Result<Condition, Error> {
        let name = self.next("the name of a fact")?.to_owned();
        let sound = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
        if !sound || ["and", "or", "in"].contains(&name.as_str()) {
            return Err(bad(format!("`{name}` is no name of a fact")));
        }
        if self.takes("in") {
            if !self.takes("(") {
                return Err(bad("after `in` a list in brackets is needed".to_owned()));
            }
            let mut values = vec![self.value()?];
            while self.takes(",") {
                values.push(self.value()?);
            }
            self.closed()?;
            return Ok(Condition::In(name, values));
        }
        let sign = self.next("a comparison")?.to_owned();
        let operator = OPERATORS.iter().find(|(text, _)| *text == sign).map(|(_, operator)| *operator);
        let operator = operator.ok_or_else(|| bad(format!("`{sign}` is no comparison")))?;
        Ok(Condition::Compare(name, operator, self.value()?))
    }

    fn value(&mut self) -> Result<String, Error> {
        let value = self.next("a value")?;
        match value.strip_prefix('\'') {
            Some(quoted) => Ok(quoted.to_owned()),
            None if value.starts_with(['(', ')', ',', '=', '!', '<', '>']) => {
                Err(bad(format!("`{value}` is no value")))
            }
            None => Ok(value.to_owned()),
        }
    }
}

fn one(mut parts: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            many(parts)
        }
    }
}
