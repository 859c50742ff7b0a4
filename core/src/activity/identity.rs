//! Identifiers: repeated ones, ones that a spreadsheet spoilt, and GS1 numbers.

use core::hash::Hasher;
use std::hash::DefaultHasher;

/// Remembers identifiers by a 128-bit hash, up to a limit.
///
/// The hashes lie in the order of their rows; an open table with linear steps finds them. A slot of the table is
/// eight bytes and at most three quarters are full, so that a million identifiers are looked up in 16 MiB.
#[derive(Debug)]
pub(super) struct Identifiers {
    entries: Vec<Entry>,
    slots: Vec<Slot>,
    limit: usize,
    full: bool,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: (u64, u64),
    /// Row of the first record with the identifier.
    row: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Upper half of the first hash: tells most entries apart without looking them up.
    tag: u32,
    /// One more than the entry's number; 0 in an empty slot.
    entry: u32,
}

/// Slots of the first table.
const FIRST: usize = 1024;

/// What is known about an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// For the first time.
    First,
    /// In this row before.
    Before(u64),
    /// The limit was reached with this one: neither it nor any later new one is remembered.
    Full,
    /// The limit was reached earlier.
    NotChecked,
}

impl Identifiers {
    pub(super) fn new(limit: usize) -> Identifiers {
        Identifiers { entries: Vec::new(), slots: Vec::new(), limit, full: false }
    }

    /// Whether every identifier so far was compared with all before it.
    pub(super) fn complete(&self) -> bool {
        !self.full
    }

    /// Looks an identifier up, and remembers it with its row.
    pub(super) fn see(&mut self, text: &str, row: u64) -> Seen {
        let hash = hash(text);
        let tag = u32::try_from(hash.0 >> 32).unwrap_or(0);
        if self.entries.len().saturating_mul(4) >= self.slots.len().saturating_mul(3) && !self.full {
            self.grow();
        }
        let next = u32::try_from(self.entries.len().saturating_add(1)).ok();
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.place(tag);
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.entry == 0 {
                let Some(entry) = next.filter(|_| !self.full && self.entries.len() < self.limit) else {
                    break;
                };
                *slot = Slot { tag, entry };
                self.entries.push(Entry { hash, row });
                return Seen::First;
            }
            if slot.tag == tag {
                let entry = usize::try_from(slot.entry)
                    .ok()
                    .and_then(|entry| self.entries.get(entry.wrapping_sub(1)));
                if let Some(entry) = entry.filter(|entry| entry.hash == hash) {
                    return Seen::Before(entry.row);
                }
            }
            at = at.wrapping_add(1) & mask;
        }
        if core::mem::replace(&mut self.full, true) { Seen::NotChecked } else { Seen::Full }
    }

    /// The slot at which the search for a tag starts: its upper bits, so that a larger table keeps the order of a
    /// smaller one and growing runs through memory from front to back.
    fn place(&self, tag: u32) -> usize {
        let bits = self.slots.len().checked_ilog2().unwrap_or(0);
        let place = u64::from(tag).checked_shl(bits).unwrap_or(0) >> 32;
        usize::try_from(place).unwrap_or(0)
    }

    /// Twice the slots; without memory for them the table stays and counts as full.
    fn grow(&mut self) {
        let size = self.slots.len().saturating_mul(2).max(FIRST);
        let mut larger: Vec<Slot> = Vec::new();
        let room = size.saturating_sub(self.slots.len());
        if larger.try_reserve_exact(size).is_err() || self.entries.try_reserve(room).is_err() {
            self.limit = self.entries.len();
            return;
        }
        larger.resize(size, Slot::default());
        let old = core::mem::replace(&mut self.slots, larger);
        let mask = size.wrapping_sub(1);
        for slot in old.iter().filter(|slot| slot.entry != 0) {
            let mut at = self.place(slot.tag);
            while let Some(free) = self.slots.get_mut(at) {
                if free.entry == 0 {
                    *free = *slot;
                    break;
                }
                at = at.wrapping_add(1) & mask;
            }
        }
    }
}

/// Two hashes with fixed keys: the same on every machine, and 128 bits leave chance no room.
pub(super) fn hash(text: &str) -> (u64, u64) {
    let mut low = DefaultHasher::new();
    low.write(text.as_bytes());
    let mut high = low.clone();
    low.write_u8(0xff);
    high.write_u64(0x9e37_79b9_7f4a_7c15);
    (low.finish(), high.finish())
}

/// `8.93E+12`: what a spreadsheet makes of a long number.
pub(super) fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    number(whole) && number(fraction) && exponent.strip_prefix(['+', '-']).is_some_and(number)
}

/// What is wrong with a GS1 trade item number, if anything is.
pub(super) fn gtin_fault(text: &str) -> Option<String> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(format!("`{text}` holds more than digits"));
    }
    if !matches!(text.len(), 8 | 12 | 13 | 14) {
        return Some(format!("`{text}` has {} digits; a GTIN has 8, 12, 13 or 14", text.len()));
    }
    // From the right: the check digit, then weights 3, 1, 3, …; all together a multiple of ten.
    let sum = text.bytes().rev().enumerate().fold(0u32, |sum, (at, b)| {
        let digit = u32::from(b.wrapping_sub(b'0'));
        sum.saturating_add(if at & 1 == 1 { digit.saturating_mul(3) } else { digit })
    });
    (!sum.is_multiple_of(10)).then(|| format!("the check digit of `{text}` does not fit"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_repeated_identifier_is_named() {
        let mut ids = Identifiers::new(10_000);
        for row in 0..10_000u64 {
            assert_eq!(ids.see(&format!("R{row}"), row + 2), Seen::First);
        }
        assert_eq!(ids.see("R4711", 20_000), Seen::Before(4713));
        assert!(ids.complete());
    }

    #[test]
    fn past_the_limit_known_identifiers_are_still_found_and_one_remark_is_made() {
        let mut ids = Identifiers::new(2);
        assert_eq!(ids.see("a", 2), Seen::First);
        assert_eq!(ids.see("b", 3), Seen::First);
        assert!(ids.complete());
        assert_eq!(ids.see("a", 4), Seen::Before(2));
        assert_eq!(ids.see("c", 5), Seen::Full);
        assert_eq!(ids.see("c", 6), Seen::NotChecked);
        assert_eq!(ids.see("b", 7), Seen::Before(3));
        assert!(!ids.complete());
        assert_eq!(Identifiers::new(0).see("a", 2), Seen::Full);
    }

    #[test]
    fn spoilt_numbers_are_known_from_identifiers_with_an_e() {
        for (text, want) in [
            ("8.93E+12", true),
            ("8,93E+12", true),
            ("8e+12", true),
            ("1E-5", true),
            ("1E5", false),
            ("INV-E+1", false),
            ("8.93E+", false),
            ("8.9.3E+12", false),
            ("", false),
        ] {
            assert_eq!(is_scientific(text), want, "{text}");
        }
    }

    #[test]
    fn the_check_digit_decides_about_a_gtin() {
        for (text, good) in [
            ("4006381333931", true),
            ("04006381333931", true),
            ("036000291452", true),
            ("73513537", true),
            ("4006381333932", false),
            ("893460200107", false),
            ("400638133393", false),
            ("123", false),
            ("4006381333931x", false),
        ] {
            assert_eq!(gtin_fault(text).is_none(), good, "{text}");
        }
    }
}
