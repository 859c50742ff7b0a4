//! Identifiers of processes and lots: each text once, by number.

use super::at;
use crate::intern::Numbers;

/// Texts by number and numbers by text. Takes a text's bytes and some 30 bytes for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    text: String,
    ends: Vec<usize>,
    numbers: Numbers,
}

impl Names {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        held(&self.text, &self.ends, number)
    }

    /// The number of a text, if it has one.
    pub(crate) fn number(&self, text: &str) -> Option<u32> {
        self.numbers.get(text, |number| self.text(number))
    }

    /// Takes a text in: its number, or as `Err` the one that it has already.
    pub(crate) fn add(&mut self, text: &str) -> Result<u32, u32> {
        match self.numbers.take(text, |number| held(&self.text, &self.ends, number)) {
            Ok(known) => Err(known),
            Err(number) => {
                self.text.push_str(text);
                self.ends.push(self.text.len());
                Ok(number)
            }
        }
    }
}

fn held<'t>(text: &'t str, ends: &[usize], number: u32) -> &'t str {
    let number = at(number);
    let start = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    ends.get(number).and_then(|end| text.get(start..*end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn every_text_has_one_number() {
        let mut names = Names::default();
        assert_eq!(names.number("steel"), None);
        for number in 0..5_000_u32 {
            assert_eq!(names.add(&format!("p{number}")), Ok(number));
        }
        for number in 0..5_000_u32 {
            let text = format!("p{number}");
            assert_eq!((names.number(&text), names.text(number)), (Some(number), &*text));
            assert_eq!(names.add(&text), Err(number));
        }
        assert_eq!((names.number("steel"), names.len(), names.text(5_000)), (None, 5_000, ""));
    }
}
