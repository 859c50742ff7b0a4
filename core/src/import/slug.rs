//! Names that packs may write: `a` to `z`, digits, hyphens, and points within numbers.

use sha2::{Digest as _, Sha256};

use crate::normal::nfd;

/// Longest name; what is longer is cut and told apart by the head of its digest.
const LONGEST: usize = 120;

/// A publisher's words as a name: `Articulated (>3.5 - 33t)` is `articulated-over-3.5-33t`.
pub(super) fn slug(text: &str) -> String {
    let mut name = String::new();
    let mut gap = false;
    let mut put = |word: &str, own_word: bool| {
        if (gap || own_word) && !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        name.push_str(word);
        gap = own_word;
    };
    let characters: Vec<char> = nfd(text.chars()).collect();
    for (at, c) in characters.iter().enumerate() {
        let near = |step: usize| at.checked_add(step).and_then(|at| characters.get(at));
        let digit_before =
            at.checked_sub(1).and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit);
        match c {
            'a'..='z' | '0'..='9' => put(c.encode_utf8(&mut [0; 4]), false),
            'A'..='Z' => put(c.to_ascii_lowercase().encode_utf8(&mut [0; 4]), false),
            '.' if digit_before && near(1).is_some_and(char::is_ascii_digit) => put(".", false),
            '>' | '≥' => put("over", true),
            '<' | '≤' => put("under", true),
            '+' => put("plus", true),
            '&' => put("and", true),
            'œ' | 'Œ' => put("oe", false),
            'æ' | 'Æ' => put("ae", false),
            'ß' => put("ss", false),
            'đ' | 'Đ' => put("d", false),
            'ø' | 'Ø' => put("o", false),
            'ł' | 'Ł' => put("l", false),
            '₀'..='₉' => {
                let digit =
                    u32::from(*c).checked_sub(u32::from('₀')).and_then(|digit| char::from_digit(digit, 10));
                put(digit.unwrap_or('0').encode_utf8(&mut [0; 4]), false);
            }
            // Marks that decomposing left over, and apostrophes, join what stands around them.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ => put("", true),
        }
    }
    bounded(name.trim_matches('-'), text)
}

fn bounded(name: &str, text: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let head: String = name.chars().take(LONGEST.saturating_sub(9)).collect();
    let digest: String =
        Sha256::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{digest}", head.trim_end_matches('-'))
}

/// The slugs of the levels of a hierarchy as one name; a level that repeats the one before is left out.
pub(super) fn path(levels: &[&str]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for level in levels {
        let part = slug(level);
        if !part.is_empty() && parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    let name = parts.join("-");
    bounded(&name, &name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_of_publishers_become_names() {
        for (text, want) in [
            ("Articulated (>3.5 - 33t)", "articulated-over-3.5-33t"),
            ("100% Laden", "100-laden"),
            ("T&D- UK electricity", "t-and-d-uk-electricity"),
            ("Électricité – mix moyen", "electricite-mix-moyen"),
            ("Bœuf d'élevage", "boeuf-delevage"),
            ("120,000–199,999 dwt", "120-000-199-999-dwt"),
            ("CO₂", "co2"),
            ("5.", "5"),
            ("", ""),
        ] {
            assert_eq!(slug(text), want);
        }
        assert_eq!(path(&["Hotel stay", "Hotel stay", "UK"]), "hotel-stay-uk");
        let long = "word ".repeat(60);
        assert_eq!(slug(&long).len(), slug(&long).len().min(LONGEST));
        assert_ne!(slug(&long), slug(&format!("{long}x")));
    }

    proptest! {
        #[test]
        fn every_name_may_stand_in_a_pack(text in ".{0,200}") {
            let name = slug(&text);
            prop_assert!(name.len() <= LONGEST);
            prop_assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.'));
            prop_assert!(!name.starts_with('-') && !name.ends_with('-') && !name.contains("--"));
        }
    }
}
