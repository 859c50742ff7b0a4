//! Windows code page 1258 (Vietnamese), its upper half.
//!
//! The page writes most tones as combining marks after the letter: its text is composed (NFC) afterwards.

/// A byte that stands for nothing in the page.
pub(super) const GAP: char = '\u{fffd}';

/// What the bytes 0x80 to 0xFF stand for.
#[rustfmt::skip]
pub(super) const UPPER: [char; 128] = [
    '\u{20ac}', GAP, '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', GAP, '\u{2039}', '\u{152}', GAP, GAP, GAP,
    GAP, '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', GAP, '\u{203a}', '\u{153}', GAP, GAP, '\u{178}',
    '\u{a0}', '\u{a1}', '\u{a2}', '\u{a3}', '\u{a4}', '\u{a5}', '\u{a6}', '\u{a7}',
    '\u{a8}', '\u{a9}', '\u{aa}', '\u{ab}', '\u{ac}', '\u{ad}', '\u{ae}', '\u{af}',
    '\u{b0}', '\u{b1}', '\u{b2}', '\u{b3}', '\u{b4}', '\u{b5}', '\u{b6}', '\u{b7}',
    '\u{b8}', '\u{b9}', '\u{ba}', '\u{bb}', '\u{bc}', '\u{bd}', '\u{be}', '\u{bf}',
    '\u{c0}', '\u{c1}', '\u{c2}', '\u{102}', '\u{c4}', '\u{c5}', '\u{c6}', '\u{c7}',
    '\u{c8}', '\u{c9}', '\u{ca}', '\u{cb}', '\u{300}', '\u{cd}', '\u{ce}', '\u{cf}',
    '\u{110}', '\u{d1}', '\u{309}', '\u{d3}', '\u{d4}', '\u{1a0}', '\u{d6}', '\u{d7}',
    '\u{d8}', '\u{d9}', '\u{da}', '\u{db}', '\u{dc}', '\u{1af}', '\u{303}', '\u{df}',
    '\u{e0}', '\u{e1}', '\u{e2}', '\u{103}', '\u{e4}', '\u{e5}', '\u{e6}', '\u{e7}',
    '\u{e8}', '\u{e9}', '\u{ea}', '\u{eb}', '\u{301}', '\u{ed}', '\u{ee}', '\u{ef}',
    '\u{111}', '\u{f1}', '\u{323}', '\u{f3}', '\u{f4}', '\u{1a1}', '\u{f6}', '\u{f7}',
    '\u{f8}', '\u{f9}', '\u{fa}', '\u{fb}', '\u{fc}', '\u{1b0}', '\u{20ab}', '\u{ff}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_the_vietnamese_page_are_where_they_belong() {
        for (byte, letter) in [
            (0xC3, 'Ă'),
            (0xD0, 'Đ'),
            (0xD5, 'Ơ'),
            (0xDD, 'Ư'),
            (0xE3, 'ă'),
            (0xF0, 'đ'),
            (0xF5, 'ơ'),
            (0xFD, 'ư'),
            (0xCC, '\u{300}'),
            (0xD2, '\u{309}'),
            (0xDE, '\u{303}'),
            (0xEC, '\u{301}'),
            (0xF2, '\u{323}'),
            (0xFE, '₫'),
            (0xA0, '\u{a0}'),
            (0xFF, 'ÿ'),
        ] {
            assert_eq!(UPPER[usize::from(byte - 0x80u8)], letter, "{byte:#x}");
        }
        assert_eq!(UPPER.iter().filter(|&&c| c == GAP).count(), 9);
    }
}
