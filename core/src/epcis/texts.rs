//! Numbers in the place of texts.

use std::borrow::Cow;
use std::hash::{BuildHasher as _, RandomState};

/// A number in the place of a text.
pub(crate) type Name = u32;

/// Where a text stands: in what was read, or among those that were made.
#[derive(Clone, Copy, Debug)]
enum Held<'a> {
    Read(&'a str),
    Made(usize, usize),
}

/// A place of the table: the hash of a text, and its number plus one; 0 = free.
type Slot = (u32, u32);

/// Texts by number and numbers by text, each held once.
///
/// Identifiers of events are written by others, who could choose them so that all fall into one place of the table. So it is
/// hashed with a key that is drawn anew each time (SipHash): quicker hashes can be met on purpose, and a tree or a sort
/// takes longer than the hash. The key decides about time alone, never about numbers. The hash stands beside the number,
/// so that another text is looked at only where the hashes agree.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    held: Vec<Held<'a>>,
    made: String,
    table: Vec<Slot>,
    keys: RandomState,
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
        if self.table.len() < self.held.len().saturating_mul(2).saturating_add(2) {
            self.grow();
        }
        let hash = u32::try_from(self.keys.hash_one(text) >> 32).unwrap_or(0);
        let last = self.table.len().saturating_sub(1);
        let mut at = usize::try_from(hash).unwrap_or(0) & last;
        let number = Name::try_from(self.held.len()).unwrap_or(Name::MAX);
        loop {
            let slot = self.table.get(at).copied().unwrap_or_default();
            match slot.1.checked_sub(1) {
                None => break,
                Some(known) if slot.0 == hash && self.text(known) == text => return known,
                Some(_) => at = at.wrapping_add(1) & last,
            }
        }
        if let Some(free) = self.table.get_mut(at) {
            *free = (hash, number.saturating_add(1));
        }
        self.held.push(match read {
            Some(text) => Held::Read(text),
            None => {
                let from = self.made.len();
                self.made.push_str(text);
                Held::Made(from, self.made.len())
            }
        });
        number
    }

    fn grow(&mut self) {
        let size = self.table.len().saturating_mul(2).max(64);
        let old = core::mem::replace(&mut self.table, vec![(0, 0); size]);
        let last = size.saturating_sub(1);
        for slot in old.into_iter().filter(|slot| slot.1 != 0) {
            let mut at = usize::try_from(slot.0).unwrap_or(0) & last;
            while self.table.get(at).is_some_and(|taken| taken.1 != 0) {
                at = at.wrapping_add(1) & last;
            }
            if let Some(free) = self.table.get_mut(at) {
                *free = slot;
            }
        }
    }

    /// The text of a number.
    pub(crate) fn text(&self, number: Name) -> &str {
        match usize::try_from(number).ok().and_then(|at| self.held.get(at)) {
            Some(Held::Read(text)) => text,
            Some(Held::Made(from, to)) => self.made.get(*from..*to).unwrap_or_default(),
            None => "",
        }
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
