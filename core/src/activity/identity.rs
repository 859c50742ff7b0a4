//! Identifiers: repeated ones, ones that a spreadsheet spoilt, and GS1 numbers.

use core::hash::Hasher;
use std::hash::DefaultHasher;

use super::packed::{cut, fold, halves, sixteen};
use super::words::content;

/// Remembers identifiers, up to a limit.
///
/// An identifier of up to 15 bytes is remembered as it is; of a longer one 120 bits of hash, which leave chance no room.
/// The keys lie in the order of their rows. Mostly a ledger is written in the order of its identifiers: as long as each
/// key is greater than those before it, it cannot be among them. From the first that is not, an open table with linear
/// steps finds them. At most half of its slots of four bytes are full: a million identifiers take 21 or 29 MiB.
#[derive(Debug)]
pub(super) struct Identifiers {
    keys: Vec<u128>,
    rows: Vec<Row>,
    /// The number of an entry, counted from 1, and above it as many bits of its hash as there is room for; 0 is empty.
    /// None while the keys ascend.
    slots: Vec<u32>,
    limit: usize,
    full: bool,
    /// Keeps what was fetched from being left out.
    fetched: u32,
}

/// A row in five bytes.
#[derive(Clone, Copy, Debug)]
struct Row([u8; 5]);

impl Row {
    fn new(row: u64) -> Row {
        let [a, b, c, d, e, ..] = row.min((1 << 40) - 1).to_le_bytes();
        Row([a, b, c, d, e])
    }

    fn get(self) -> u64 {
        let [a, b, c, d, e] = self.0;
        u64::from_le_bytes([a, b, c, d, e, 0, 0, 0])
    }
}

/// The key of an identifier; 0 for an empty one. Keys of short ones are in the order of their texts.
pub(super) fn key(text: &str) -> u128 {
    let length = text.len();
    if length <= 15 { short(text.as_bytes(), 0, length) } else { long(text.as_bytes()) }
}

fn short(bytes: &[u8], start: usize, length: usize) -> u128 {
    let [low, high] = cut(sixteen(bytes, start), length);
    let length = u128::try_from(length).unwrap_or(0);
    (u128::from(low) | u128::from(high) << 64).swap_bytes() | length
}

fn long(text: &[u8]) -> u128 {
    let (low, high) = hash(text);
    u128::from(low) | u128::from(high) << 64 | 0xff
}

/// The key of the identifier in a cell of an ordinary record; `None` if the cell needs a careful look.
pub(super) fn key_at(bytes: &[u8], start: usize, end: usize) -> Option<u128> {
    let length = end.wrapping_sub(start);
    if length == 0 {
        return Some(0);
    }
    let cell = bytes.get(start..end)?;
    let (first, last) = (cell.first()?, cell.last()?);
    if *first == b'"' {
        let (inside, doubled) = content(cell)?;
        let text = core::str::from_utf8(inside).ok().filter(|text| !doubled && text.is_ascii())?;
        return (text.trim() == text && !is_scientific(text)).then(|| key(text));
    }
    if !first.is_ascii_graphic() || !last.is_ascii_graphic() {
        return None;
    }
    if length <= 15 {
        let key = short(bytes, start, length);
        // A sign somewhere behind an `e` makes the number of a spreadsheet.
        if holds_e(key) && is_scientific(core::str::from_utf8(cell).ok()?) {
            return None;
        }
        return Some(key);
    }
    let text = core::str::from_utf8(cell).ok()?;
    (!is_scientific(text)).then(|| long(cell))
}

/// Whether one of the bytes is `E` or `e`; false alarms do no harm.
fn holds_e(key: u128) -> bool {
    let [low, high] = halves(key);
    let zero = |word: u64| {
        let word = (word | 0x2020_2020_2020_2020) ^ 0x6565_6565_6565_6565;
        word.wrapping_sub(0x0101_0101_0101_0101) & !word & 0x8080_8080_8080_8080
    };
    zero(low) | zero(high) != 0
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
        Identifiers { keys: Vec::new(), rows: Vec::new(), slots: Vec::new(), limit, full: false, fetched: 0 }
    }

    /// Whether every identifier so far was compared with all before it.
    pub(super) fn complete(&self) -> bool {
        !self.full
    }

    /// Reads the slots of some keys for nothing but to have them near: many such reads wait together.
    pub(super) fn fetch(&mut self, keys: &[u128]) {
        if self.slots.is_empty() {
            return;
        }
        let bits = self.slots.len().checked_ilog2().unwrap_or(0);
        self.fetched = keys.iter().fold(self.fetched, |sum, key| {
            sum ^ self.slots.get(start(spread(*key), bits)).copied().unwrap_or(0)
        });
    }

    /// Looks an identifier up by its key, and remembers it with its row.
    #[inline]
    pub(super) fn see(&mut self, key: u128, row: u64) -> Seen {
        if self.slots.is_empty() && self.keys.last().is_none_or(|last| *last < key) {
            return if self.remember(key, row) { Seen::First } else { self.no_room() };
        }
        self.search(key, row)
    }

    /// Looks an identifier up in the table.
    fn search(&mut self, key: u128, row: u64) -> Seen {
        let half = self.keys.len().saturating_mul(2) >= self.slots.len();
        if self.slots.is_empty() || (half && !self.full && self.keys.len() < self.limit) {
            self.grow();
        }
        let mask = self.slots.len().wrapping_sub(1);
        let bits = self.slots.len().checked_ilog2().unwrap_or(0);
        let hash = spread(key);
        let tag = tag(hash, bits);
        let mut at = start(hash, bits);
        while let Some(slot) = self.slots.get(at).copied() {
            if slot == 0 {
                if !self.remember(key, row) {
                    break;
                }
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = tag | u32::try_from(self.keys.len()).unwrap_or(0);
                }
                return Seen::First;
            }
            if (slot ^ tag).unbounded_shr(bits) == 0 {
                let entry = usize::try_from(slot ^ tag).unwrap_or(0).wrapping_sub(1);
                if self.keys.get(entry) == Some(&key) {
                    return Seen::Before(self.rows.get(entry).map_or(0, |row| row.get()));
                }
            }
            at = at.wrapping_add(1) & mask;
        }
        self.no_room()
    }

    fn no_room(&mut self) -> Seen {
        if core::mem::replace(&mut self.full, true) { Seen::NotChecked } else { Seen::Full }
    }

    /// Keeps a new identifier, if there is room.
    fn remember(&mut self, key: u128, row: u64) -> bool {
        if self.full || self.keys.len() >= self.limit {
            return false;
        }
        if self.keys.len() == self.keys.capacity() && !self.reserve() {
            return false;
        }
        self.keys.push(key);
        self.rows.push(Row::new(row));
        true
    }

    /// Room for as many again, but for no more than will come; without memory for them there is none.
    #[cold]
    fn reserve(&mut self) -> bool {
        let more = self.keys.len().max(FIRST).min(self.limit.saturating_sub(self.keys.len()));
        self.keys.try_reserve_exact(more).is_ok() && self.rows.try_reserve_exact(more).is_ok()
    }

    /// Twice the slots that are needed; without memory for them the table stays and counts as full.
    #[cold]
    fn grow(&mut self) {
        let slots = self.keys.len().saturating_add(1).saturating_mul(2).max(FIRST);
        let size = slots.checked_next_power_of_two().unwrap_or(usize::MAX);
        // More than 2³¹ entries do not fit a slot.
        let mut larger: Vec<u32> = Vec::new();
        if size > 1 << 31 || larger.try_reserve_exact(size).is_err() {
            self.limit = self.keys.len();
            return;
        }
        larger.resize(size, 0);
        let mask = size.wrapping_sub(1);
        let bits = size.checked_ilog2().unwrap_or(0);
        for (entry, key) in (1u32..).zip(&self.keys) {
            let hash = spread(*key);
            let mut at = start(hash, bits);
            while let Some(free) = larger.get_mut(at) {
                if *free == 0 {
                    *free = tag(hash, bits) | entry;
                    break;
                }
                at = at.wrapping_add(1) & mask;
            }
        }
        self.slots = larger;
    }
}

fn spread(key: u128) -> u64 {
    let [low, high] = halves(key);
    fold(low ^ 0x9e37_79b9_7f4a_7c15, high ^ 0xbb67_ae85_84ca_a73b)
}

/// The slot at which the search starts, in a table of `2^bits` slots.
fn start(hash: u64, bits: u32) -> usize {
    usize::try_from(hash.unbounded_shr(64u32.wrapping_sub(bits))).unwrap_or(0)
}

/// Bits of the hash above those that an entry's number needs.
fn tag(hash: u64, bits: u32) -> u32 {
    u32::try_from(hash & 0xffff_ffff).unwrap_or(0).unbounded_shr(bits).unbounded_shl(bits)
}

/// Two hashes with fixed keys: the same on every machine, and 128 bits leave chance no room.
pub(super) fn hash(text: &[u8]) -> (u64, u64) {
    let mut low = DefaultHasher::new();
    low.write(text);
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
            assert_eq!(ids.see(key(&format!("R{row}")), row + 2), Seen::First);
        }
        assert_eq!(ids.see(key("R4711"), 20_000), Seen::Before(4713));
        assert!(ids.complete());
    }

    #[test]
    fn identifiers_in_any_order_are_what_a_map_says() {
        use proptest::prelude::*;
        use std::collections::HashMap;
        proptest!(|(sorted in 0usize..200, rest in prop::collection::vec(0u32..400, 0..300), limit in 0usize..400)| {
            let ordered = (0..sorted).map(|number| format!("A{number:03}"));
            let texts = ordered.chain(rest.iter().map(|number| format!("A{number:03}")));
            let mut ids = Identifiers::new(limit);
            let mut rows: HashMap<String, u64> = HashMap::new();
            let mut full = false;
            for (row, text) in (2u64..).zip(texts) {
                let want = match rows.get(&text) {
                    Some(first) => Seen::Before(*first),
                    None if rows.len() < limit => {
                        rows.insert(text.clone(), row);
                        Seen::First
                    }
                    None if core::mem::replace(&mut full, true) => Seen::NotChecked,
                    None => Seen::Full,
                };
                prop_assert_eq!(ids.see(key(&text), row), want, "{} in row {}", text, row);
            }
            prop_assert_eq!(ids.complete(), !full);
        });
    }

    #[test]
    fn past_the_limit_known_identifiers_are_still_found_and_one_remark_is_made() {
        let mut ids = Identifiers::new(2);
        assert_eq!(ids.see(key("a"), 2), Seen::First);
        assert_eq!(ids.see(key("b"), 3), Seen::First);
        assert!(ids.complete());
        assert_eq!(ids.see(key("a"), 4), Seen::Before(2));
        assert_eq!(ids.see(key("c"), 5), Seen::Full);
        assert_eq!(ids.see(key("c"), 6), Seen::NotChecked);
        assert_eq!(ids.see(key("b"), 7), Seen::Before(3));
        assert!(!ids.complete());
        assert_eq!(Identifiers::new(0).see(key("a"), 2), Seen::Full);
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
