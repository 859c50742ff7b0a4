//! Identifiers of processes and lots: each text once, by number.

use std::hash::{BuildHasher as _, RandomState};

use super::at;

/// Texts by number and numbers by text. Takes a text's bytes and some 16 bytes for each.
///
/// The hash is keyed anew each time, so that nobody can write identifiers that all fall into one place; it decides
/// about time alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    text: String,
    ends: Vec<usize>,
    /// Number plus one where a text falls by its hash, or behind; 0 = free. Its length is a power of two.
    table: Vec<u32>,
    keys: RandomState,
}

impl Names {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        let number = at(number);
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(number).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }

    /// The number of a text, if it has one.
    pub(crate) fn number(&self, text: &str) -> Option<u32> {
        self.find(text).ok()
    }

    /// Takes a text in: its number, or the one that it has already.
    pub(crate) fn add(&mut self, text: &str) -> Result<u32, u32> {
        if self.table.len() < self.len().saturating_mul(2).saturating_add(2) {
            self.grow();
        }
        let slot = match self.find(text) {
            Ok(known) => return Err(known),
            Err(slot) => slot,
        };
        let number = u32::try_from(self.len()).unwrap_or(u32::MAX);
        if let Some(free) = self.table.get_mut(slot) {
            *free = number.saturating_add(1);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len());
        Ok(number)
    }

    /// The text's number, or the free place for it.
    fn find(&self, text: &str) -> Result<u32, usize> {
        let last = self.table.len().saturating_sub(1);
        let hash = usize::try_from(self.keys.hash_one(text) & 0x7fff_ffff).unwrap_or(0);
        let mut slot = hash & last;
        loop {
            match self.table.get(slot).copied().unwrap_or(0).checked_sub(1) {
                None => return Err(slot),
                Some(number) if self.text(number) == text => return Ok(number),
                Some(_) => slot = slot.wrapping_add(1) & last,
            }
        }
    }

    fn grow(&mut self) {
        let size = self.table.len().saturating_mul(2).max(64);
        self.table = vec![0; size];
        for number in 0..u32::try_from(self.len()).unwrap_or(u32::MAX) {
            if let Err(slot) = self.find(self.text(number))
                && let Some(free) = self.table.get_mut(slot)
            {
                *free = number.saturating_add(1);
            }
        }
    }
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
