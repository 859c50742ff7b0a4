//! Which number a text has: the one hash table of all that keep texts by number.

use std::hash::{BuildHasher as _, RandomState};

/// Numbers of texts that are kept elsewhere, from zero on.
///
/// Identifiers are written by others, who could choose them so that all fall into one place. So the hash is keyed anew each time
/// (SipHash): quicker hashes can be met on purpose, and a tree or a sort takes longer than the hash. The key decides about time
/// alone, never about numbers. The hash stands beside the number, so that another text is looked at only where hashes agree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// Hash of a text and its number plus one, where it falls or behind; 0 = free. As many places as a power of two.
    places: Vec<(u32, u32)>,
    count: u32,
    keys: RandomState,
}

impl Numbers {
    /// The number of a text, if it has one; `held` gives the text of a number.
    pub(crate) fn get<'t>(&self, text: &str, held: impl Fn(u32) -> &'t str) -> Option<u32> {
        self.find(self.hash(text), text, held).ok()
    }

    /// The number that a text has already, or as `Err` the next one, which it gets.
    pub(crate) fn take<'t>(&mut self, text: &str, held: impl Fn(u32) -> &'t str) -> Result<u32, u32> {
        if self.places.len() < index(self.count).saturating_mul(2).saturating_add(2) {
            self.grow();
        }
        let hash = self.hash(text);
        let free = match self.find(hash, text, held) {
            Ok(known) => return Ok(known),
            Err(free) => free,
        };
        let number = self.count;
        self.count = number.saturating_add(1);
        if let Some(place) = self.places.get_mut(free) {
            *place = (hash, self.count);
        }
        Err(number)
    }

    fn hash(&self, text: &str) -> u32 {
        u32::try_from(self.keys.hash_one(text) >> 32).unwrap_or(0)
    }

    /// The text's number, or the free place for it.
    fn find<'t>(&self, hash: u32, text: &str, held: impl Fn(u32) -> &'t str) -> Result<u32, usize> {
        let last = self.places.len().saturating_sub(1);
        let mut at = index(hash) & last;
        loop {
            let (own, number) = self.places.get(at).copied().unwrap_or_default();
            match number.checked_sub(1) {
                None => return Err(at),
                Some(known) if own == hash && held(known) == text => return Ok(known),
                Some(_) => at = at.wrapping_add(1) & last,
            }
        }
    }

    fn grow(&mut self) {
        let size = self.places.len().saturating_mul(2).max(64);
        let old = core::mem::replace(&mut self.places, vec![(0, 0); size]);
        let last = size.saturating_sub(1);
        for place in old.into_iter().filter(|(_, number)| *number != 0) {
            let mut at = index(place.0) & last;
            while self.places.get(at).is_some_and(|(_, number)| *number != 0) {
                at = at.wrapping_add(1) & last;
            }
            if let Some(free) = self.places.get_mut(at) {
                *free = place;
            }
        }
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
