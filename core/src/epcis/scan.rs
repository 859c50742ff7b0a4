//! JSON as a stream of pieces, read once and strictly: no tree is built, texts are borrowed, numbers stay text.

use std::borrow::Cow;

use crate::error::Code;

/// What is wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) message: Box<str>,
    /// JSON pointer from the value that was being read.
    pub(crate) path: String,
    /// Byte of the text.
    pub(super) at: usize,
}

impl Fault {
    /// The same, seen from the member's or the list's owner.
    pub(crate) fn within(mut self, key: &str) -> Fault {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        self.path = format!("/{escaped}{}", self.path);
        self
    }
}

/// A text while it is read.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str, depth: usize) -> Scanner<'a> {
        Scanner { text, at: 0, depth }
    }

    /// The byte that is read next.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes back to a byte that was read before.
    pub(super) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The text between two bytes.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    #[cold]
    pub(crate) fn fault(&self, code: Code, message: impl Into<Box<str>>) -> Fault {
        Fault { code, message: message.into(), path: String::new(), at: self.at }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// What comes next behind white space; `None` at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.step(1),
                other => return other,
            }
        }
    }

    /// Takes a mark, if it comes next.
    #[inline]
    fn takes(&mut self, mark: u8) -> bool {
        let found = self.peek() == Some(mark);
        if found {
            self.step(1);
        }
        found
    }

    fn expect(&mut self, mark: u8) -> Result<(), Fault> {
        if self.takes(mark) {
            return Ok(());
        }
        Err(self.fault(Code::BadJson, format!("`{}` is missing", char::from(mark))))
    }

    /// Whether nothing but white space follows.
    pub(crate) fn ended(&mut self) -> bool {
        self.peek().is_none()
    }

    /// A text.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.fault(Code::WrongType, "a text is expected"));
        }
        self.step(1);
        let from = self.at;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let Some(length) = memchr::memchr2(b'"', b'\\', rest) else {
            return Err(self.fault(Code::BadJson, "a text is not closed"));
        };
        let inside = rest.get(..length).unwrap_or_default();
        self.plain(inside)?;
        self.step(length);
        if rest.get(length) == Some(&b'"') {
            self.step(1);
            return Ok(Cow::Borrowed(self.between(from, from.saturating_add(length))));
        }
        self.escaped(from).map(Cow::Owned)
    }

    /// Control characters may not stand in a text.
    #[inline]
    fn plain(&self, inside: &[u8]) -> Result<(), Fault> {
        if inside.iter().fold(false, |found, byte| found | (*byte < 0x20)) {
            return Err(self.fault(Code::BadJson, "a control character stands in a text"));
        }
        Ok(())
    }

    /// The rest of a text from its first backslash on.
    #[cold]
    fn escaped(&mut self, from: usize) -> Result<String, Fault> {
        let mut out = String::from(self.between(from, self.at));
        loop {
            let start = self.at;
            let rest = self.text.as_bytes().get(start..).unwrap_or_default();
            let Some(length) = memchr::memchr2(b'"', b'\\', rest) else {
                return Err(self.fault(Code::BadJson, "a text is not closed"));
            };
            self.plain(rest.get(..length).unwrap_or_default())?;
            self.step(length);
            out.push_str(self.between(start, self.at));
            let closed = rest.get(length) == Some(&b'"');
            self.step(1);
            if closed {
                return Ok(out);
            }
            let letter = self.byte();
            self.step(1);
            out.push(match letter {
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                Some(b'/') => '/',
                Some(b'b') => '\u{8}',
                Some(b'f') => '\u{c}',
                Some(b'n') => '\n',
                Some(b'r') => '\r',
                Some(b't') => '\t',
                Some(b'u') => self.code_point()?,
                _ => return Err(self.fault(Code::BadJson, "a backslash stands before nothing that it may")),
            });
        }
    }

    fn code_point(&mut self) -> Result<char, Fault> {
        let lone = "half of a pair of surrogates stands alone";
        let high = self.unit()?;
        if !(0xd800..0xe000).contains(&high) {
            return char::from_u32(high).ok_or_else(|| self.fault(Code::BadJson, lone));
        }
        let pair = high < 0xdc00 && self.between(self.at, self.at.saturating_add(2)) == "\\u";
        if !pair {
            return Err(self.fault(Code::BadJson, lone));
        }
        self.step(2);
        let low = self.unit()?;
        let joined = low.checked_sub(0xdc00).filter(|low| *low < 0x400).and_then(|low| {
            let high = high.checked_sub(0xd800)?.checked_mul(0x400)?;
            char::from_u32(high.checked_add(low)?.checked_add(0x1_0000)?)
        });
        joined.ok_or_else(|| self.fault(Code::BadJson, lone))
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let digits = self.text.as_bytes().get(self.at..self.at.saturating_add(4));
        let value = digits.and_then(|digits| {
            digits.iter().try_fold(0u32, |value, byte| {
                value.checked_mul(16)?.checked_add(char::from(*byte).to_digit(16)?)
            })
        });
        let value = value.ok_or_else(|| self.fault(Code::BadJson, "`\\u` needs four hexadecimal digits"))?;
        self.step(4);
        Ok(value)
    }

    /// A number as it is written.
    pub(crate) fn number(&mut self) -> Result<&'a str, Fault> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.fault(Code::WrongType, "a number is expected"));
        }
        let from = self.at;
        let bad = |scanner: &Scanner<'a>| {
            scanner.fault(Code::BadJson, "the number is not written as JSON writes numbers")
        };
        if self.byte() == Some(b'-') {
            self.step(1);
        }
        match self.byte() {
            Some(b'0') => self.step(1),
            Some(b'1'..=b'9') => self.digits(),
            _ => return Err(bad(self)),
        }
        if self.byte() == Some(b'.') {
            self.step(1);
            if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(bad(self));
            }
            self.digits();
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.step(1);
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.step(1);
            }
            if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(bad(self));
            }
            self.digits();
        }
        if self
            .byte()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-'))
        {
            return Err(bad(self));
        }
        Ok(self.between(from, self.at))
    }

    fn digits(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.step(1);
        }
    }

    /// `true`, `false` or `null`.
    fn word(&mut self) -> Result<&'static str, Fault> {
        for word in ["true", "false", "null"] {
            let end = self.at.saturating_add(word.len());
            if self.between(self.at, end) == word {
                self.at = end;
                return Ok(word);
            }
        }
        Err(self.fault(Code::BadJson, "this is no JSON value"))
    }

    fn deeper(&mut self) -> Result<(), Fault> {
        self.depth =
            self.depth.checked_sub(1).ok_or_else(|| self.fault(Code::NestingTooDeep, "nested too deeply"))?;
        Ok(())
    }

    /// Reads the members of an object: `each` is given a name and reads its value.
    #[inline]
    pub(crate) fn members(
        &mut self,
        mut each: impl FnMut(&mut Scanner<'a>, Cow<'a, str>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if self.peek() != Some(b'{') {
            return Err(self.fault(Code::WrongType, "an object is expected"));
        }
        self.step(1);
        self.deeper()?;
        if !self.takes(b'}') {
            loop {
                if self.peek() != Some(b'"') {
                    return Err(self.fault(Code::BadJson, "a name is missing"));
                }
                let name = self.string()?;
                self.expect(b':')?;
                each(self, name)?;
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b'}')?;
        }
        self.depth = self.depth.saturating_add(1);
        Ok(())
    }

    /// Reads the elements of a list: `each` is given the place and reads the element.
    #[inline]
    pub(crate) fn elements(
        &mut self,
        mut each: impl FnMut(&mut Scanner<'a>, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if self.peek() != Some(b'[') {
            return Err(self.fault(Code::WrongType, "a list is expected"));
        }
        self.step(1);
        self.deeper()?;
        if !self.takes(b']') {
            let mut index = 0usize;
            loop {
                each(self, index).map_err(|fault| fault.within(&index.to_string()))?;
                index = index.saturating_add(1);
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b']')?;
        }
        self.depth = self.depth.saturating_add(1);
        Ok(())
    }

    /// Any value, read as strictly as others and left as it is written. Objects that repeat a name are refused if `strict`.
    pub(crate) fn raw(&mut self, strict: bool) -> Result<&'a str, Fault> {
        self.peek();
        let from = self.at;
        self.skip(strict)?;
        Ok(self.between(from, self.at))
    }

    fn skip(&mut self, strict: bool) -> Result<(), Fault> {
        match self.peek() {
            Some(b'"') if strict => self.string().map(drop),
            Some(b'"') => match self.string() {
                // A lone surrogate is a fault of the text, not of what stands around it.
                Err(fault) if fault.message.contains("surrogates") => self.past_string(),
                other => other.map(drop),
            },
            Some(b'{') => {
                let mut names: Vec<Cow<'a, str>> = Vec::new();
                self.members(|scanner, name| {
                    if strict && names.contains(&name) {
                        return Err(scanner.repeated(&name).within(&name));
                    }
                    scanner.skip(strict).map_err(|fault| fault.within(&name))?;
                    names.push(name);
                    Ok(())
                })
            }
            Some(b'[') => self.elements(|scanner, _| scanner.skip(strict)),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            Some(_) => self.word().map(drop),
            None => Err(self.fault(Code::BadJson, "the text ends before the value")),
        }
    }

    fn past_string(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let length = memchr::memchr2(b'"', b'\\', rest)
                .ok_or_else(|| self.fault(Code::BadJson, "a text is not closed"))?;
            self.step(length);
            if self.byte() == Some(b'"') {
                self.step(1);
                return Ok(());
            }
            self.step(2);
        }
    }

    pub(crate) fn repeated(&self, name: &str) -> Fault {
        self.fault(Code::DuplicateKey, format!("the key `{name}` stands twice"))
    }

    /// Takes `null`, if it comes next.
    pub(crate) fn null(&mut self) -> bool {
        self.peek();
        let end = self.at.saturating_add(4);
        let found = self.between(self.at, end) == "null";
        if found {
            self.at = end;
        }
        found
    }
}

/// A value without white space between its pieces.
pub(super) fn compact(raw: &str) -> Cow<'_, str> {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    if !raw.as_bytes().iter().any(blank) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let (mut inside, mut escaped) = (false, false);
    for letter in raw.chars() {
        if inside {
            inside = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            out.push(letter);
        } else if !matches!(letter, ' ' | '\n' | '\r' | '\t') {
            inside = letter == '"';
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// Writes a text as JSON.
pub(crate) fn write_text(text: &str, out: &mut String) {
    use core::fmt::Write;
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(text: &str) -> Result<&str, (Code, String)> {
        let mut scanner = Scanner::new(text, 64);
        scanner.raw(true).map_err(|fault| (fault.code, fault.path))
    }

    #[test]
    fn what_json_refuses_is_refused() {
        for good in
            ["0", "-0.5e+10", "[1,\"\\ud83d\\ude00é\",{\"a\":null}]", " true", "{}", "[]", "\"\\u0000\""]
        {
            assert_eq!(raw(good), Ok(good.trim()));
        }
        for bad in [
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "NaN",
            "1_0",
            "tru",
            "[1,]",
            "{\"a\":}",
            "{a:1}",
            "[1 2]",
            "\"a",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\u{1}\"",
            "\"a\nb\"",
            "",
            "{\"a\" 1}",
        ] {
            assert_eq!(raw(bad).map_err(|(code, _)| code), Err(Code::BadJson), "{bad}");
        }
        assert_eq!(raw("{\"a\":[{\"b\":1,\"\\u0062\":2}]}"), Err((Code::DuplicateKey, "/a/0/b".into())));
        assert_eq!(raw(&"[".repeat(100_000)).map_err(|(code, _)| code), Err(Code::NestingTooDeep));
        assert!(raw(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_ok());
    }

    #[test]
    fn a_text_keeps_its_letters_and_a_value_loses_its_blanks() {
        let mut scanner = Scanner::new(r#" "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00z""#, 1);
        assert_eq!(scanner.string().unwrap(), "a\"\\/\u{8}\u{c}\n\r\té😀z");
        assert_eq!(compact("{ \"a b\" : [ 1 , \"\\\" x\" ] }"), "{\"a b\":[1,\"\\\" x\"]}");
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_serde_json(text in "[\\[\\]{}\",:0-9a.e+\\-tru \\\\]{0,24}") {
            let mut scanner = Scanner::new(&text, 64);
            let ours = scanner.raw(false).is_ok() && scanner.ended();
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            proptest::prop_assert_eq!(ours, theirs, "{}", text);
        }
    }
}
