//! One spelling for matching: what people type is compared without regard to case and separators.

use crate::normal::nfc;

/// The form in which activity names are compared: NFC, lower case, `_`, `-`, `.` and spaces as one space.
///
/// Tone marks stay: in Vietnamese they make the word.
///
/// # Example
/// ```
/// use emitrace::factor::fold;
///
/// assert_eq!(fold("Grid_Electricity"), "grid electricity");
/// assert_eq!(fold("  Điện  lưới "), "điện lưới");
/// ```
pub fn fold(text: &str) -> String {
    // Plain letters are composed already: most texts are, and need no tables.
    if text.is_ascii() { folded(text.chars(), text.len()) } else { folded(nfc(text.chars()), text.len()) }
}

fn folded(text: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut gap = false;
    for c in text {
        if c.is_whitespace() || matches!(c, '_' | '-' | '.') {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        if c.is_ascii() { folded.push(c.to_ascii_lowercase()) } else { folded.extend(c.to_lowercase()) }
    }
    folded
}
