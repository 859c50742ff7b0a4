//! Names that are probably one: they differ only in letter case or in where the tone mark is written.

use std::collections::{HashMap, HashSet};

use super::identity::hash;
use super::text::tone_key;

/// Watches the names of one column.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The name of the row before: most ledgers are sorted, and then nothing needs to be looked up.
    last: String,
    known: HashSet<(u64, u64)>,
    /// Key to the first spelling and its row.
    spellings: HashMap<(u64, u64), (Box<str>, u64)>,
}

/// What is known about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing to remark.
    Fine,
    /// For the first time in this spelling; the other spelling and its row.
    Like(Box<str>, u64),
    /// New, but there are too many names to watch.
    Full,
}

impl Names {
    /// Looks at a name; `room` is how many more distinct names may be remembered.
    pub(super) fn see(&mut self, name: &str, row: u64, room: &mut usize) -> Known {
        if name == self.last {
            return Known::Fine;
        }
        name.clone_into(&mut self.last);
        let exact = hash(name.as_bytes());
        if self.known.contains(&exact) {
            return Known::Fine;
        }
        let Some(rest) = room.checked_sub(1) else { return Known::Full };
        *room = rest;
        self.known.insert(exact);
        let key = hash(tone_key(name).as_bytes());
        match self.spellings.get(&key) {
            Some((spelling, first)) => Known::Like(spelling.clone(), *first),
            None => {
                self.spellings.insert(key, (name.into(), row));
                Known::Fine
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_spellings_is_remarked_once() {
        let (mut names, mut room) = (Names::default(), 10);
        assert_eq!(names.see("Hòa Phát", 2, &mut room), Known::Fine);
        assert_eq!(names.see("Hoà Phát", 3, &mut room), Known::Like("Hòa Phát".into(), 2));
        assert_eq!(names.see("Hòa Phát", 4, &mut room), Known::Fine);
        assert_eq!(names.see("Hoà Phát", 5, &mut room), Known::Fine);
        assert_eq!(names.see("HÒA PHÁT", 6, &mut room), Known::Like("Hòa Phát".into(), 2));
        assert_eq!(names.see("Hóa Phát", 7, &mut room), Known::Fine);
        assert_eq!(room, 6);
    }

    #[test]
    fn names_past_the_limit_are_not_remembered() {
        let (mut names, mut room) = (Names::default(), 1);
        assert_eq!(names.see("a", 2, &mut room), Known::Fine);
        assert_eq!(names.see("b", 3, &mut room), Known::Full);
        assert_eq!(names.see("a", 4, &mut room), Known::Fine);
    }
}
