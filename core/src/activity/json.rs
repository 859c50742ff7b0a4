//! JSON, strictly and without a float: the members of one object, numbers as they are written.

use std::collections::BTreeSet;

use crate::error::Code;

/// A member's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Text(String),
    Number(&'a str),
    Null,
    Bool(bool),
    /// A list or an object; it was read to its end.
    Nested,
}

/// What is wrong with a line, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) message: String,
    /// The key that it is about, as far as one is.
    pub(super) key: String,
}

/// Reads the one object that a line is.
pub(super) fn object<'a>(line: &'a str, depth: usize) -> Result<Vec<(String, Value<'a>)>, Fault> {
    let mut scan = Scan { text: line, at: 0, depth };
    scan.space();
    if scan.peek() != Some(b'{') {
        // What is no JSON at all is told as such.
        scan.value()?;
        return Err(scan.fault(Code::WrongType, "the line is no object"));
    }
    let mut members = Vec::new();
    scan.members(&mut |key, value| members.push((key, value)))?;
    scan.space();
    if scan.peek().is_some() {
        return Err(scan.fault(Code::TrailingData, "something follows the object"));
    }
    Ok(members)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// How much deeper lists and objects may stand in each other.
    depth: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.step();
        }
    }

    fn fault(&self, code: Code, what: &str) -> Fault {
        let before = self.text.get(..self.at).map_or(self.at, |text| text.chars().count());
        Fault {
            code,
            message: format!("{what}, at character {}", before.saturating_add(1)),
            key: String::new(),
        }
    }

    fn bad(&self, what: &str) -> Fault {
        self.fault(Code::BadJson, what)
    }

    fn expect(&mut self, byte: u8, what: &str) -> Result<(), Fault> {
        self.space();
        if self.peek() != Some(byte) {
            return Err(self.bad(what));
        }
        self.step();
        Ok(())
    }

    fn deeper(&mut self) -> Result<(), Fault> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                self.step();
                self.space();
                Ok(())
            }
            None => Err(self.fault(Code::NestingTooDeep, "lists or objects stand too deep in each other")),
        }
    }

    /// The members of the object that starts here.
    fn members(&mut self, each: &mut dyn FnMut(String, Value<'a>)) -> Result<(), Fault> {
        self.deeper()?;
        let mut seen: BTreeSet<String> = BTreeSet::new();
        if self.peek() != Some(b'}') {
            loop {
                self.space();
                if self.peek() != Some(b'"') {
                    return Err(self.bad("a key in quotes is expected"));
                }
                let key = self.string()?;
                if seen.contains(&key) {
                    let fault = self.fault(Code::DuplicateKey, &format!("the key `{key}` stands twice"));
                    return Err(Fault { key, ..fault });
                }
                self.expect(b':', "`:` is expected")?;
                let value = self.value().map_err(|fault| match fault.key.is_empty() {
                    true => Fault { key: key.clone(), ..fault },
                    false => fault,
                })?;
                seen.insert(key.clone());
                each(key, value);
                self.space();
                match self.peek() {
                    Some(b',') => self.step(),
                    Some(b'}') => break,
                    _ => return Err(self.bad("`,` or `}` is expected")),
                }
            }
        }
        self.step();
        self.depth = self.depth.saturating_add(1);
        Ok(())
    }

    fn value(&mut self) -> Result<Value<'a>, Fault> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Value::Text),
            Some(b'{') => self.members(&mut |_, _| {}).map(|()| Value::Nested),
            Some(b'[') => self.list().map(|()| Value::Nested),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Number),
            _ => {
                for (word, value) in
                    [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))]
                {
                    if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                        self.at = self.at.saturating_add(word.len());
                        return Ok(value);
                    }
                }
                Err(self.bad("a value is expected"))
            }
        }
    }

    fn list(&mut self) -> Result<(), Fault> {
        self.deeper()?;
        if self.peek() != Some(b']') {
            loop {
                self.value()?;
                self.space();
                match self.peek() {
                    Some(b',') => self.step(),
                    Some(b']') => break,
                    _ => return Err(self.bad("`,` or `]` is expected")),
                }
            }
        }
        self.step();
        self.depth = self.depth.saturating_add(1);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.bad("a digit is expected"));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step();
        }
        Ok(())
    }

    fn number(&mut self) -> Result<&'a str, Fault> {
        let from = self.at;
        if self.peek() == Some(b'-') {
            self.step();
        }
        if self.peek() == Some(b'0') {
            self.step();
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(self.bad("a number has a zero in front"));
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.step();
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step();
            }
            self.digits()?;
        }
        Ok(self.text.get(from..self.at).unwrap_or_default())
    }

    /// The text in the quotes that open here.
    fn string(&mut self) -> Result<String, Fault> {
        self.step();
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain =
                rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).unwrap_or(rest.len());
            out.push_str(rest.get(..plain).unwrap_or_default());
            self.at = self.at.saturating_add(plain);
            match self.peek() {
                Some(b'"') => {
                    self.step();
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.step();
                    out.push(self.escape()?);
                }
                Some(_) => {
                    return Err(self.bad("a control character stands in a text; write it as an escape"));
                }
                None => return Err(self.bad("a text is not closed")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let letter = self.peek();
        self.step();
        Ok(match letter {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.unit()?;
                let second = match first {
                    0xd800..=0xdbff
                        if self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u")) =>
                    {
                        self.at = self.at.saturating_add(2);
                        Some(self.unit()?)
                    }
                    _ => None,
                };
                let decoded = char::decode_utf16([first].into_iter().chain(second)).next();
                match decoded {
                    Some(Ok(character)) => character,
                    _ => return Err(self.bad("half of a UTF-16 pair stands in a text")),
                }
            }
            _ => return Err(self.bad("no such escape")),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, Fault> {
        let digits = self.text.get(self.at..self.at.saturating_add(4)).unwrap_or_default();
        let value = digits
            .chars()
            .try_fold(0u16, |sum, digit| Some((sum << 4) | u16::try_from(digit.to_digit(16)?).ok()?));
        match value.filter(|_| digits.len() == 4) {
            Some(value) => {
                self.at = self.at.saturating_add(4);
                Ok(value)
            }
            None => Err(self.bad("four hexadecimal digits are expected")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(line: &str) -> Option<Code> {
        object(line, 64).err().map(|fault| fault.code)
    }

    #[test]
    fn numbers_keep_their_text_and_texts_are_decoded() {
        let line = " {\"a\" : 9007199254740993, \"b\":\"\\u0061\\n\\ud83d\\ude00 dầu\",\"c\":-0.10e+5, \"d\":null,\"e\":[1,{}],\"\":true}\r";
        let members = object(line, 64).unwrap();
        let value = |key: &str| members.iter().find(|(have, _)| have == key).map(|(_, value)| value.clone());
        assert_eq!(value("a"), Some(Value::Number("9007199254740993")));
        assert_eq!(value("b"), Some(Value::Text("a\n😀 dầu".into())));
        assert_eq!(value("c"), Some(Value::Number("-0.10e+5")));
        assert_eq!(
            (value("d"), value("e"), value("")),
            (Some(Value::Null), Some(Value::Nested), Some(Value::Bool(true)))
        );
    }

    #[test]
    fn what_is_not_strict_is_refused() {
        for (line, want) in [
            ("{\"a\":1,\"a\":2}", Code::DuplicateKey),
            ("{\"a\":1,\"\\u0061\":2}", Code::DuplicateKey),
            ("{\"x\":{\"a\":1,\"a\":2}}", Code::DuplicateKey),
            ("{} {}", Code::TrailingData),
            ("{}x", Code::TrailingData),
            ("[1]", Code::WrongType),
            ("7", Code::WrongType),
            ("{\"a\":01}", Code::BadJson),
            ("{\"a\":-}", Code::BadJson),
            ("{\"a\":1.}", Code::BadJson),
            ("{\"a\":.5}", Code::BadJson),
            ("{\"a\":1e}", Code::BadJson),
            ("{\"a\":NaN}", Code::BadJson),
            ("{\"a\":+1}", Code::BadJson),
            ("{'a':1}", Code::BadJson),
            ("{\"a\":1,}", Code::BadJson),
            ("{\"a\" 1}", Code::BadJson),
            ("{\"a\":\"\\ud800\"}", Code::BadJson),
            ("{\"a\":\"\\ud800\\u0041\"}", Code::BadJson),
            ("{\"a\":\"\\udc00\"}", Code::BadJson),
            ("{\"a\":\"\\x41\"}", Code::BadJson),
            ("{\"a\":\"\\u00g1\"}", Code::BadJson),
            ("{\"a\":\"\t\"}", Code::BadJson),
            ("{\"a\":\"", Code::BadJson),
            ("{\"a\":\"\\", Code::BadJson),
            ("{\"a\":nul}", Code::BadJson),
            ("{", Code::BadJson),
            ("", Code::BadJson),
            ("hello", Code::BadJson),
        ] {
            assert_eq!(code(line), Some(want), "{line}");
        }
    }

    #[test]
    fn nesting_is_bounded_at_the_limit_and_not_one_past_it() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(code(&nested(63)), None);
        assert_eq!(code(&nested(64)), Some(Code::NestingTooDeep));
        assert_eq!(code(&nested(100_000)), Some(Code::NestingTooDeep));
        assert_eq!(code(&"{\"a\":".repeat(100_000)), Some(Code::NestingTooDeep));
    }

    proptest! {
        #[test]
        fn it_takes_what_another_strict_reader_takes(line in "[{}\\[\\]\":,a0-9.eE+\\\\u\\- ntrfl]{0,24}") {
            let theirs = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&line);
            match object(&line, 64) {
                Ok(members) => {
                    // Numbers beyond a float are read here and not there.
                    if let Ok(theirs) = theirs {
                        prop_assert_eq!(theirs.len(), members.len());
                    } else {
                        prop_assert!(line.contains(['e', 'E']));
                    }
                }
                Err(fault) => prop_assert!(theirs.is_err() || fault.code == Code::DuplicateKey),
            }
        }
    }
}
