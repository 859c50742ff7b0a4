//! The table of application identifiers, read from `dictionary.tsv` when it is first asked.

use std::sync::LazyLock;

/// The syntax dictionary, one identifier or range a line.
const TEXT: &str = include_str!("dictionary.tsv");

static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| TEXT.lines().filter_map(Entry::read).collect());

/// The entry of an application identifier.
pub(super) fn entry(ai: &str) -> Option<&'static Entry> {
    let after = TABLE.partition_point(|entry| entry.from <= ai);
    let found = TABLE.get(after.checked_sub(1)?)?;
    (found.from.len() == ai.len() && ai <= found.to).then_some(found)
}

/// The application identifier that a text begins with, its entry and what follows.
pub(super) fn leading(text: &str) -> Option<(&str, &'static Entry, &str)> {
    [2, 3, 4].into_iter().find_map(|length| {
        let (ai, rest) = text.split_at_checked(length)?;
        Some((ai, entry(ai)?, rest))
    })
}

/// What the dictionary says of one application identifier.
#[derive(Debug)]
pub(super) struct Entry {
    from: &'static str,
    to: &'static str,
    /// Of predefined length: no separator follows it.
    pub(super) predefined: bool,
    /// May stand in the query of a Digital Link.
    pub(super) in_query: bool,
    pub(super) parts: Vec<Part>,
    /// Each must be met: by one of its alternatives, each of which is a group of identifiers that all must be there.
    pub(super) requires: Vec<Vec<Vec<&'static str>>>,
    pub(super) excludes: Vec<&'static str>,
    /// A key of a Digital Link, with the alternative sequences of its qualifiers.
    pub(super) key: Option<Vec<Vec<&'static str>>>,
    pub(super) title: &'static str,
}

/// One component of a value.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) set: Set,
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) optional: bool,
    pub(super) checks: Vec<&'static str>,
}

/// Which characters a component is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    Digits,
    /// The 82 characters that are the same in all alphabets.
    Set82,
    /// 39 of them.
    Set39,
    /// Base 64 for file names and addresses.
    Set64,
}

impl Entry {
    fn read(line: &'static str) -> Option<Entry> {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        let (ais, flags, parts, attributes, title) = (cell()?, cell()?, cell()?, cell()?, cell()?);
        let (from, to) = ais.split_once('-').unwrap_or((ais, ais));
        let mut entry = Entry {
            from,
            to,
            predefined: flags.contains('*'),
            in_query: flags.contains('?'),
            parts: parts.split(' ').filter_map(Part::read).collect(),
            requires: Vec::new(),
            excludes: Vec::new(),
            key: None,
            title,
        };
        for attribute in attributes.split(' ') {
            let lists = |text: &'static str, mark: char| -> Vec<Vec<&'static str>> {
                let inner = if mark == '|' { ',' } else { '+' };
                text.split(mark).map(|list| list.split(inner).filter(|ai| !ai.is_empty()).collect()).collect()
            };
            match attribute.split_once('=').unwrap_or((attribute, "")) {
                ("req", text) => entry.requires.push(lists(text, ',')),
                ("ex", text) => entry.excludes.extend(text.split(',')),
                ("dlpkey", text) => entry.key = Some(lists(text, '|')),
                _ => {}
            }
        }
        Some(entry)
    }
}

impl Part {
    fn read(text: &'static str) -> Option<Part> {
        let mut words = text.split(',');
        let form = words.next()?;
        let bare = form.strip_prefix('[').and_then(|form| form.strip_suffix(']'));
        let optional = bare.is_some();
        let mut letters = bare.unwrap_or(form).chars();
        let set = match letters.next()? {
            'N' => Set::Digits,
            'X' => Set::Set82,
            'Y' => Set::Set39,
            'Z' => Set::Set64,
            _ => return None,
        };
        let length = letters.as_str();
        let count = |digits: &str| {
            digits.chars().try_fold(0usize, |count, letter| {
                count.checked_mul(10)?.checked_add(usize::try_from(letter.to_digit(10)?).ok()?)
            })
        };
        let (least, most) = match length.strip_prefix("..") {
            Some(most) => (1, count(most)?),
            None => (count(length)?, count(length)?),
        };
        Some(Part { set, least, most, optional, checks: words.collect() })
    }
}

/// Whether an identifier meets a pattern such as `31nn`, in which `n` is any digit.
pub(super) fn meets(ai: &str, pattern: &str) -> bool {
    ai.len() == pattern.len() && ai.bytes().zip(pattern.bytes()).all(|(a, p)| p == b'n' || a == p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_entry_and_every_part_is_read() {
        let lines = TEXT.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!((TABLE.len(), lines), (224, 224));
        for (line, entry) in TEXT.lines().filter(|line| !line.starts_with('#')).zip(TABLE.iter()) {
            assert_eq!(line.split('\t').nth(2).unwrap().split(' ').count(), entry.parts.len(), "{line}");
        }
        assert!(TABLE.is_sorted_by(|a, b| a.to < b.from));
    }

    #[test]
    fn entries_are_found_by_prefix_and_range() {
        assert_eq!(
            leading("3103000195").map(|(ai, entry, rest)| (ai, entry.title, rest)),
            Some(("3103", "NET WEIGHT (kg)", "000195"))
        );
        assert_eq!(entry("01").unwrap().key.as_ref().unwrap(), &[vec!["22", "10", "21"], vec!["235"]]);
        assert_eq!(entry("00").unwrap().key.as_ref().unwrap(), &[Vec::<&str>::new()]);
        for none in ["3106", "89", "0", "", "9", "010"] {
            assert!(entry(none).is_none(), "{none}");
        }
        assert!(meets("3105", "31nn") && !meets("310", "31nn") && !meets("3205", "31nn"));
    }
}
