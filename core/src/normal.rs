//! Canonical composition and decomposition of text (NFC, NFD of Unicode Annex 15).
//!
//! Built on the tables of `unicode-normalization` for canonical forms alone: its own iterators bring the far larger
//! tables of the compatibility forms with them, a tenth of the browser's download.

use crate::order::Order;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// Fully decomposed, marks in canonical order (NFD).
pub(crate) fn nfd(text: impl IntoIterator<Item = char>) -> impl Iterator<Item = char> {
    decomposed(text).into_iter().map(|(_, c)| c)
}

/// Fully composed (NFC).
pub(crate) fn nfc(text: impl IntoIterator<Item = char>) -> std::vec::IntoIter<char> {
    let parts = decomposed(text);
    let mut out: Vec<char> = Vec::with_capacity(parts.len());
    let mut starter: Option<usize> = None;
    // The class of what was last put behind the starter; 0 = nothing was.
    let mut last = 0;
    for (class, c) in parts {
        // A mark is blocked by one of its own class or a higher one between it and the starter.
        let open = last == 0 || last < class;
        if let Some(base) = starter.filter(|_| open).and_then(|at| out.get_mut(at))
            && let Some(composed) = compose(*base, c)
        {
            *base = composed;
            continue;
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last = class;
        out.push(c);
    }
    out.into_iter()
}

fn decomposed(text: impl IntoIterator<Item = char>) -> Vec<(u8, char)> {
    let mut parts: Vec<(u8, char)> = Vec::new();
    for c in text {
        if c.is_ascii() {
            parts.push((0, c));
        } else {
            decompose_canonical(c, |part| parts.push((canonical_combining_class(part), part)));
        }
    }
    for marks in parts.chunk_by_mut(|before, after| before.0 != 0 && after.0 != 0) {
        if marks.len() > 1 {
            marks.order_by_key(|(class, _)| *class);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn agree(text: &str) {
        assert!(nfd(text.chars()).eq(text.nfd()), "NFD of {text:?}");
        assert!(nfc(text.chars()).eq(text.nfc()), "NFC of {text:?}");
    }

    #[test]
    fn every_character_alone_and_behind_others() {
        for c in '\0'..=char::MAX {
            agree(&c.to_string());
            agree(&format!("a{c}\u{301}"));
            agree(&format!("e\u{302}{c}\u{323}"));
        }
    }

    #[test]
    fn marks_hangul_and_blocked_marks() {
        for text in [
            "",
            "\u{301}a",
            "a\u{328}\u{301}\u{301}",
            "\u{1100}\u{1161}\u{11a8}\u{11a8}",
            "각\u{11a8}",
            "o\u{31b}\u{323}\u{302}",
        ] {
            agree(text);
        }
    }

    proptest! {
        #[test]
        fn any_text(text in "[aeoAEOưđ\u{1100}\u{1161}\u{11a8}\u{300}-\u{34e}\u{5b0}-\u{5bd}\u{1ea0}-\u{1ef9}\u{ac00}-\u{ac20}]{0,12}") {
            agree(&text);
        }
    }
}
