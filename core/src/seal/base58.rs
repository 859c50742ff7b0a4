//! Base 58 as Bitcoin writes it, with the letter `z` of multibase before it.

const LETTERS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Longest text that is read: a signature has 88 letters.
const LONGEST: usize = 128;

/// Bytes as a multibase text.
pub(super) fn multibase(bytes: &[u8]) -> String {
    // Digits of base 58, the lowest first.
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry = carry.saturating_add(digit.saturating_mul(256));
            *digit = carry.checked_rem(58).unwrap_or(0);
            carry = carry.checked_div(58).unwrap_or(0);
        }
        while carry > 0 {
            digits.push(carry.checked_rem(58).unwrap_or(0));
            carry = carry.checked_div(58).unwrap_or(0);
        }
    }
    let zeros = bytes.iter().take_while(|byte| **byte == 0).map(|_| '1');
    let letter = |digit: &u32| {
        usize::try_from(*digit).ok().and_then(|at| LETTERS.get(at)).map_or('1', |letter| char::from(*letter))
    };
    core::iter::once('z').chain(zeros).chain(digits.iter().rev().map(letter)).collect()
}

/// The bytes of a multibase text in base 58.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('z').filter(|text| text.len() <= LONGEST)?;
    // Bytes, the lowest first.
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(LETTERS.iter().position(|known| *known == letter)?).ok()?;
        for byte in &mut bytes {
            carry = carry.checked_add(u32::from(*byte).checked_mul(58)?)?;
            *byte = u8::try_from(carry & 255).ok()?;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(u8::try_from(carry & 255).ok()?);
            carry >>= 8;
        }
    }
    let zeros = text.bytes().take_while(|letter| *letter == b'1').map(|_| 0);
    Some(zeros.chain(bytes.into_iter().rev()).collect())
}
