//! Numbers in the place of texts.

use std::borrow::Cow;

use crate::intern::Numbers;

/// A number in the place of a text.
pub(crate) type Name = u32;

/// Where a text stands: in what was read, or among those that were made.
#[derive(Clone, Copy, Debug)]
enum Held<'a> {
    Read(&'a str),
    Made(usize, usize),
}

/// Texts by number and numbers by text; what was read is not copied.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    held: Vec<Held<'a>>,
    made: String,
    numbers: Numbers,
}

impl<'a> Texts<'a> {
    pub(crate) fn len(&self) -> usize {
        self.held.len()
    }

    /// The number of a text that stands in what was read, or was unescaped.
    pub(super) fn number(&mut self, text: Cow<'a, str>) -> Name {
        match text {
            Cow::Borrowed(text) => self.find_or(text, Some(text)),
            Cow::Owned(text) => self.find_or(&text, None),
        }
    }

    /// The number of a text that was made.
    pub(super) fn made(&mut self, text: &str) -> Name {
        self.find_or(text, None)
    }

    fn find_or(&mut self, text: &str, read: Option<&'a str>) -> Name {
        match self.numbers.take(text, |number| held(&self.held, &self.made, number)) {
            Ok(known) => known,
            Err(number) => {
                self.held.push(read.map_or_else(
                    || {
                        let from = self.made.len();
                        self.made.push_str(text);
                        Held::Made(from, self.made.len())
                    },
                    Held::Read,
                ));
                number
            }
        }
    }

    /// The text of a number.
    pub(crate) fn text(&self, number: Name) -> &str {
        held(&self.held, &self.made, number)
    }
}

fn held<'t>(held: &[Held<'t>], made: &'t str, number: Name) -> &'t str {
    match usize::try_from(number).ok().and_then(|at| held.get(at)) {
        Some(Held::Read(text)) => text,
        Some(Held::Made(from, to)) => made.get(*from..*to).unwrap_or_default(),
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_one_number_however_it_came() {
        let mut texts = Texts::default();
        for number in 0..3_000_u32 {
            assert_eq!(texts.made(&format!("t{number}")), number);
        }
        for number in 0..3_000_u32 {
            let text = format!("t{number}");
            assert_eq!(texts.text(number), text);
            assert_eq!(texts.number(Cow::Owned(text)), number);
        }
        assert_eq!(texts.number(Cow::Borrowed("t7")), 7);
        assert_eq!(
            (texts.number(Cow::Borrowed("new")), texts.text(3_000), texts.text(3_001)),
            (3_000, "new", "")
        );
    }
}
