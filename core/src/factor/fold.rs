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
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in nfc(text.chars()) {
        if c.is_whitespace() || matches!(c, '_' | '-' | '.') {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        folded.extend(c.to_lowercase());
    }
    folded
}
