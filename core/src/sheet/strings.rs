//! The strings that the cells of a workbook share.

use std::io::BufRead;

use super::xml::{Node, Xml};
use crate::error::{Code, Error};

/// All shared strings, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the part.
    ///
    /// # Errors
    /// Those of [`Xml::next`]; `LIMIT_EXCEEDED` for a string of more than `most` bytes.
    pub(super) fn read<R: BufRead>(mut xml: Xml<R>, most: usize) -> Result<Strings, Error> {
        let mut strings = Strings::default();
        let mut one = String::new();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.is("si") => {
                    one.clear();
                    item(&mut xml, &mut one, most)?;
                    strings.text.push_str(&one);
                    let end = u32::try_from(strings.text.len());
                    strings
                        .ends
                        .push(end.map_err(|_| Error::new(Code::LimitExceeded, "more than 4 GiB of text"))?);
                }
                Node::End => return Ok(strings),
                _ => {}
            }
        }
    }

    /// The string of a number, counted from 0.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let place = |end: &u32| usize::try_from(*end).ok();
        let end = place(self.ends.get(index)?)?;
        let start = match index.checked_sub(1) {
            Some(before) => place(self.ends.get(before)?)?,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// Appends the text of the string item that was opened last: all its runs, without the readings of characters.
pub(super) fn item<R: BufRead>(xml: &mut Xml<R>, into: &mut String, most: usize) -> Result<(), Error> {
    let outside = xml.depth().saturating_sub(1);
    let from = into.len();
    while xml.depth() > outside {
        let text = match xml.next()? {
            Node::Open(tag) if tag.is("t") => true,
            Node::Open(tag) if !tag.is("r") => false,
            _ => continue,
        };
        if text {
            xml.text(into, most.saturating_add(from))?;
        } else {
            xml.skip()?;
        }
    }
    unescape(into, from);
    Ok(())
}

/// Writes `_x000D_` as the character that it stands for, from a place in the text on.
pub(super) fn unescape(text: &mut String, from: usize) {
    let Some(tail) = text.get(from..).filter(|tail| tail.contains("_x")) else { return };
    let mut out = String::with_capacity(tail.len());
    let mut rest = tail;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        match escaped(escape) {
            Some(character) => {
                out.push(character);
                rest = escape.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = escape.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    text.truncate(from);
    text.push_str(&out);
}

/// The character of `_xHHHH_` at the start.
fn escaped(text: &str) -> Option<char> {
    let digits = text.get(2..6).filter(|_| text.as_bytes().get(6) == Some(&b'_'))?;
    let value = digits.chars().try_fold(0u32, |sum, digit| Some((sum << 4) | digit.to_digit(16)?))?;
    char::from_u32(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    #[test]
    fn runs_are_joined_readings_left_out_and_escapes_written() {
        let text = format!(
            "<x:sst xmlns:x=\"{MAIN}\"><x:si><x:t>a&amp;b</x:t></x:si><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>dầu</x:t></x:r>\
             <x:r><x:t xml:space=\"preserve\"> DO</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>no</x:t></x:rPh></x:si><x:si/>\
             <x:si><x:t>1_x000A_2_x005F_x000A_ _x00_ _xZZZZ_</x:t></x:si></x:sst>"
        );
        let strings = Strings::read(Xml::new(text.as_bytes(), "s", &Limits::default()), 100).unwrap();
        let all: Vec<_> = (0..5).map(|index| strings.get(index)).collect();
        assert_eq!(all, [Some("a&b"), Some("dầu DO"), Some(""), Some("1\n2_x000A_ _x00_ _xZZZZ_"), None]);
    }

    #[test]
    fn a_string_is_bounded() {
        let text = format!("<sst xmlns=\"{MAIN}\"><si><t>12345</t></si></sst>");
        let read = |most| Strings::read(Xml::new(text.as_bytes(), "s", &Limits::default()), most).map(|_| ());
        assert!(read(5).is_ok());
        assert_eq!(read(4).unwrap_err().code(), Code::LimitExceeded);
    }
}
