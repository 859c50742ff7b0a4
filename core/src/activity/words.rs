//! The spellings of a column by small numbers: each distinct cell is read carefully once.

use std::collections::HashMap;

use super::Field;
use super::Record;
use super::packed::Packed;
use super::record::undouble;
use super::split::Cell;
use super::text::{look, odd};
use crate::quality::Quality;

/// No number: the cell needs a careful look in every row.
pub(crate) const ODD: u32 = u32::MAX;
/// Spellings that are remembered of a column.
const MOST: usize = 1 << 16;
/// Bytes of long spellings that are remembered of a column.
const HELD: usize = 4 << 20;
/// Steps of a search; more of them only come from cells that were made to collide.
const STEPS: usize = 64;
/// Cells that are looked up together.
const HAND: usize = 64;

/// The spellings of one column as they stand in the file, quotes and spaces included, and the texts they stand for.
#[derive(Debug)]
pub(crate) struct Words {
    field: Field,
    slots: Vec<Slot>,
    /// How many slots are taken.
    spellings: usize,
    /// Length and bytes of spellings that are too long for their key to say everything.
    long: Vec<u8>,
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    longest: usize,
    /// Whether a text was handed on, and the first that was not.
    told: Vec<bool>,
    quiet: u32,
    /// What slots said that were read only to have them near.
    fetched: u32,
}

/// A spelling, all in one piece of the memory as the processor fetches it: there are more of them than fit near it.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Slot {
    key: Packed,
    number: u32,
    /// Where its bytes start in `long`.
    start: u32,
}

const EMPTY: Slot = Slot { key: Packed::NONE, number: ODD, start: 0 };

impl Words {
    /// Words of a field, none of them longer than `longest` bytes.
    pub(super) fn new(field: Field, longest: usize) -> Words {
        Words {
            field,
            slots: vec![EMPTY; 256],
            spellings: 0,
            long: Vec::new(),
            texts: Vec::new(),
            numbers: HashMap::new(),
            longest,
            told: Vec::new(),
            quiet: 0,
            fetched: 0,
        }
    }

    /// Whether nobody asked this about a text before.
    pub(super) fn is_news(&mut self, number: u32) -> bool {
        if number < self.quiet {
            return false;
        }
        self.told.resize(self.texts.len(), false);
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let news = self.told.get_mut(at).is_some_and(|told| !core::mem::replace(told, true));
        while usize::try_from(self.quiet).ok().and_then(|quiet| self.told.get(quiet)) == Some(&true) {
            self.quiet = self.quiet.wrapping_add(1);
        }
        news
    }

    /// The text of a number, as [`Record::get`] would give it.
    pub(crate) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| &**text)
    }

    /// The field whose words these are.
    pub(crate) fn field(&self) -> Field {
        self.field
    }

    /// Whether no more spellings are taken in until all are forgotten.
    pub(crate) fn is_full(&self) -> bool {
        self.spellings >= MOST || self.long.len() >= HELD
    }

    /// Forgets everything; numbers start anew.
    pub(crate) fn forget(&mut self) {
        *self = Words::new(self.field, self.longest);
    }

    /// The numbers of cells, which stand at `start..end` of `bytes`, behind those that are there already; [`ODD`] where
    /// the row must be looked at.
    ///
    /// First the keys of some cells are made, then their slots are read for nothing but to have them near, then they are
    /// compared: there are more slots than fit the near memory, and many are waited for at once.
    pub(super) fn number(
        &mut self,
        bytes: &[u8],
        cells: impl Iterator<Item = (usize, usize)>,
        numbers: &mut Vec<u32>,
    ) {
        let mut hand = [(Packed::NONE, 0u64); HAND];
        let mut places = [(0usize, 0usize); HAND];
        let mut cells = cells.peekable();
        while cells.peek().is_some() {
            let mut count = 0usize;
            for (((key, hash), place), (start, end)) in hand.iter_mut().zip(&mut places).zip(&mut cells) {
                *key = Packed::new(bytes, start, end);
                *hash = key.hash() >> 32;
                *place = (start, end);
                count = count.wrapping_add(1);
            }
            let mask = self.slots.len().wrapping_sub(1);
            self.fetched ^= hand.iter().take(count).fold(0, |seen, (_, hash)| {
                let slot = usize::try_from(*hash).ok().and_then(|hash| self.slots.get(hash & mask));
                seen ^ slot.map_or(0, |slot| slot.number)
            });
            for ((key, hash), (start, end)) in hand.iter().zip(&places).take(count) {
                numbers.push(self.look(*key, *hash, bytes.get(*start..*end).unwrap_or_default()));
            }
        }
    }

    #[inline]
    fn look(&mut self, key: Packed, hash: u64, cell: &[u8]) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = usize::try_from(hash).unwrap_or(0) & mask;
        for _ in 0..STEPS {
            let Some(slot) = self.slots.get(at) else { return ODD };
            if slot.key == key && (key.is_exact() || self.is(slot, cell)) {
                return slot.number;
            }
            if slot.key == Packed::NONE {
                return self.learn(key, cell, at);
            }
            at = at.wrapping_add(1) & mask;
        }
        ODD
    }

    /// Whether a long spelling is the cell.
    fn is(&self, known: &Slot, cell: &[u8]) -> bool {
        let held = usize::try_from(known.start).ok().and_then(|start| self.long.get(start..));
        let Some((length, held)) = held.and_then(|held| held.split_first_chunk()) else { return false };
        // The first sixteen bytes and a hash of the last were compared by the keys.
        let length = usize::from_le_bytes(*length);
        held.get(..length).is_some_and(|held| match length {
            ..=32 => Packed::same_end(held, cell),
            _ => held == cell,
        })
    }

    #[cold]
    fn learn(&mut self, key: Packed, cell: &[u8], at: usize) -> u32 {
        if self.is_full() {
            return ODD;
        }
        let number = self.read(cell);
        let Ok(start) = u32::try_from(self.long.len()) else { return ODD };
        if !key.is_exact() {
            self.long.extend_from_slice(&cell.len().to_le_bytes());
            self.long.extend_from_slice(cell);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { key, number, start };
        }
        self.spellings = self.spellings.saturating_add(1);
        if self.spellings.saturating_mul(2) > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let size = self.slots.len().saturating_mul(2);
        let mask = size.wrapping_sub(1);
        let mut slots = vec![EMPTY; size];
        for spelling in self.slots.iter().filter(|slot| slot.key != Packed::NONE) {
            let mut at = usize::try_from(spelling.key.hash() >> 32).unwrap_or(0) & mask;
            while let Some(slot) = slots.get_mut(at) {
                if slot.key == Packed::NONE {
                    *slot = *spelling;
                    break;
                }
                at = at.wrapping_add(1) & mask;
            }
        }
        self.slots = slots;
    }

    /// Reads a spelling as a record reads it; what is remarked about any of its characters is no word.
    fn read(&mut self, cell: &[u8]) -> u32 {
        let Some(text) = content(cell).and_then(|(cell, doubled)| {
            let text = core::str::from_utf8(cell).ok()?;
            Some(if doubled { undouble(text) } else { text.into() })
        }) else {
            return ODD;
        };
        if cell.len() > self.longest || odd(&text).is_some() {
            return ODD;
        }
        let mut record = Record::new();
        let whole = Cell { start: 0, end: text.len(), doubled: false };
        record.fill((0, 0), &text, &[whole], &[(self.field, 0)], look(&text).composed);
        let text = record.get(self.field);
        // An empty unit and a quality that cannot be read are told in each row.
        let told = match self.field {
            Field::Unit => text.is_empty(),
            Field::Quality => !text.is_empty() && Quality::parse(text).is_err(),
            _ => false,
        };
        if told {
            return ODD;
        }
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(ODD);
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }
}

/// What stands between the quotes of a cell of an ordinary record, and whether it holds doubled quotes.
pub(super) fn content(cell: &[u8]) -> Option<(&[u8], bool)> {
    let Some(quoted) = cell.strip_prefix(b"\"") else { return Some((cell, false)) };
    let closed = quoted.iter().rposition(|byte| !matches!(byte, b' ' | b'\t'))?;
    let inside = quoted.get(..closed).filter(|_| quoted.get(closed) == Some(&b'"'))?;
    Some((inside, memchr::memchr(b'"', inside).is_some()))
}
