//! Characters: what may stand in a cell, the composed form (NFC), and keys under which spellings are equal.

use unicode_normalization::{IsNormalized, is_nfc_quick};

use crate::error::Code;
use crate::normal::{nfc, nfd};
use crate::order::Order;

/// What a record's bytes hold, found in one or two quick passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bytes {
    /// Nothing that [`odd`] finds; false only means that it has to look.
    pub(super) clean: bool,
    /// Composed (NFC) throughout; false only means that [`is_nfc`] has to look.
    pub(super) composed: bool,
}

/// Looks at every byte of a record; written so that the compiler does many at a time.
pub(super) fn look(text: &str) -> Bytes {
    let (mut high, mut control) = (0u8, 0u8);
    for &byte in text.as_bytes() {
        high |= byte;
        control |= u8::from(byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) | u8::from(byte == 0x7f);
    }
    if high < 0x80 { Bytes { clean: control == 0, composed: true } } else { look_beyond_ascii(text, control) }
}

/// By the first bytes of the characters: Vietnamese letters pass here, and so do those of Western languages.
fn look_beyond_ascii(text: &str, control: u8) -> Bytes {
    let bytes = text.as_bytes();
    let (mut suspect, mut loose) = (0u8, 0u8);
    // The last byte of valid text starts no character beyond ASCII: pairs see all that matters.
    for (&first, &second) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        // U+0080..00BF, U+0600..063F, U+2000..2FFF, U+F000..FFFF.
        suspect |= u8::from(matches!(first, 0xc2 | 0xd8 | 0xe2 | 0xef));
        // From U+0300 on only U+1E00..1EFF is known to be composed.
        let extended = first == 0xe1 && (0xb8..=0xbb).contains(&second);
        loose |= u8::from(first >= 0xcc) & u8::from(!extended);
    }
    Bytes { clean: control | suspect == 0, composed: loose == 0 }
}

/// A character that should not be in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Odd {
    pub(super) character: char,
    pub(super) code: Code,
    /// Whether the row is refused for it.
    pub(super) refused: bool,
}

/// The worst odd character of a text, the first of equals.
pub(super) fn odd(text: &str) -> Option<Odd> {
    let mut found = None;
    for character in text.chars() {
        let (code, refused) = match character {
            '\t' | '\n' | '\r' => continue,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => (Code::InvisibleChar, true),
            // Marks, embeddings, overrides and isolates of direction.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                (Code::BidiControl, true)
            }
            // Zero-width, soft hyphen, joiners, byte-order mark.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => (Code::InvisibleChar, false),
            _ => continue,
        };
        let odd = Odd { character, code, refused };
        if refused {
            return Some(odd);
        }
        found = found.or(Some(odd));
    }
    found
}

/// Whether the text is composed (NFC) already; a quick answer for the letters of European languages.
pub(super) fn is_nfc(text: &str) -> bool {
    let plain = |c: char| matches!(c, '\0'..'\u{300}' | '\u{1e00}'..'\u{1f00}' | '\u{2010}'..='\u{2027}');
    text.chars().all(plain)
        || match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => true,
            IsNormalized::No => false,
            IsNormalized::Maybe => nfc(text.chars()).eq(text.chars()),
        }
}

/// The key under which two spellings of a Vietnamese word are equal: lower case, composed, and each word's tone
/// at its end, wherever the writer put it (`hòa`, `hoà`).
pub(super) fn tone_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut tones: Vec<char> = Vec::new();
    let close = |key: &mut String, tones: &mut Vec<char>| {
        tones.order();
        key.extend(tones.drain(..));
    };
    for c in nfd(text.chars().flat_map(char::to_lowercase)) {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(c),
            c if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => key.push(c),
            c => {
                close(&mut key, &mut tones);
                key.push(c);
            }
        }
    }
    close(&mut key, &mut tones);
    key
}

/// The text in lower case without any marks on its letters: `Số lượng` is `so luong`.
pub(super) fn unmarked(text: &str) -> String {
    nfd(text.chars().flat_map(char::to_lowercase))
        .filter(|&c| !unicode_normalization::char::is_combining_mark(c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_ranges_are_composed_characters_only() {
        for c in ('\0'..'\u{300}').chain('\u{1e00}'..'\u{1f00}').chain('\u{2010}'..='\u{2027}') {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "U+{:04X}", u32::from(c));
        }
        assert!(is_nfc("Thép Đại Việt – số 1"));
        assert!(!is_nfc("The\u{301}p"));
        assert!(!is_nfc("\u{212b}"));
        assert!(is_nfc("鉄鋼"));
    }

    #[test]
    fn tone_keys_ignore_where_the_tone_is_written_and_nothing_else() {
        for (a, b) in [
            ("Hòa Phát", "Hoà Phát"),
            ("THÚY", "thuý"),
            ("khỏe", "khoẻ"),
            ("Hòa", nfd("Hòa".chars()).collect::<String>().as_str()),
        ] {
            assert_eq!(tone_key(a), tone_key(b), "{a} {b}");
        }
        for (a, b) in [("Hòa", "Hóa"), ("Hòa", "Hoa"), ("Hô", "Ho"), ("ba má", "bá ma"), ("Đa", "Da")]
        {
            assert_ne!(tone_key(a), tone_key(b), "{a} {b}");
        }
    }

    #[test]
    fn control_direction_and_zero_width_characters_are_told_apart() {
        for (text, want) in [
            ("tab\tand\nline\r", None),
            ("nul\0", Some((Code::InvisibleChar, true))),
            ("\u{7f}", Some((Code::InvisibleChar, true))),
            ("\u{85}", Some((Code::InvisibleChar, true))),
            ("a\u{202e}b", Some((Code::BidiControl, true))),
            ("a\u{200b}b", Some((Code::InvisibleChar, false))),
            ("\u{200b}\u{2066}", Some((Code::BidiControl, true))),
            ("Đại Việt", None),
        ] {
            assert_eq!(odd(text).map(|odd| (odd.code, odd.refused)), want, "{text:?}");
        }
    }

    #[test]
    fn the_quick_look_never_passes_what_the_careful_one_finds() {
        let mut passed = 0;
        for c in '\0'..=char::MAX {
            let text = format!("a{c}b");
            let seen = look(&text);
            assert!(!seen.clean || odd(&text).is_none(), "U+{:04X}", u32::from(c));
            assert!(!seen.composed || is_nfc(&text), "U+{:04X}", u32::from(c));
            passed += u32::from(seen.clean && seen.composed);
        }
        assert!(passed > 500);
        let name = look("Thép Đại Việt, Hồ Chí Minh");
        assert!(name.clean && name.composed && look("abc\t\r\n\"").clean);
    }
}
