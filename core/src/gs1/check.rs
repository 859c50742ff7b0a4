//! Check digits and check character pairs (METHODS M-180).

/// The check digit of digits that stand without it: weights 3 and 1 in turn from the right; what lacks to the next ten.
///
/// `None` if the text is empty or holds anything but digits.
///
/// # Example
/// ```
/// use emitrace::gs1::check_digit;
///
/// assert_eq!(check_digit("893123456789"), Some('7'));
/// assert_eq!(check_digit("89A"), None);
/// ```
pub fn check_digit(digits: &str) -> Option<char> {
    let mut sum = 0u32;
    for (index, byte) in digits.bytes().rev().enumerate() {
        let digit = char::from(byte).to_digit(10)?;
        let weight = if index & 1 == 0 { 3 } else { 1 };
        sum = sum.checked_add(digit.checked_mul(weight)?)?;
    }
    let over = sum.checked_rem(10)?;
    let lacking = 10u32.checked_sub(over)?.checked_rem(10)?;
    (!digits.is_empty()).then(|| char::from_digit(lacking, 10)).flatten()
}

/// Whether the last digit is the check digit of those before it.
pub(crate) fn ends_in_check_digit(digits: &str) -> bool {
    digits
        .char_indices()
        .next_back()
        .is_some_and(|(at, last)| digits.get(..at).and_then(check_digit) == Some(last))
}

/// The 82 characters of GS1's set of them, in their order.
pub(super) const SET_82: &str =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// Weights of the characters before a check pair, from the right.
const PRIMES: [usize; 23] =
    [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];
/// What check characters are written in.
const PAIR: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The pair of check characters of a text of the 82 characters: the sum of their places, weighted by primes, modulo 1021.
pub(super) fn check_pair(text: &str) -> Option<[char; 2]> {
    if text.is_empty() || text.len() > PRIMES.len() {
        return None;
    }
    let mut sum = 0usize;
    for (letter, prime) in text.chars().rev().zip(PRIMES) {
        sum = sum.checked_add(SET_82.find(letter)?.checked_mul(prime)?)?;
    }
    let rest = sum.checked_rem(1021)?;
    let letter = |at: usize| PAIR.get(at).copied().map(char::from);
    Some([letter(rest.checked_div(32)?)?, letter(rest.checked_rem(32)?)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_of_the_general_specifications() {
        // GS1 General Specifications 7.9.1: 629104150021 takes 3; an SSCC 37610425002123456 takes 9.
        assert_eq!(check_digit("629104150021"), Some('3'));
        assert_eq!(check_digit("37610425002123456"), Some('9'));
        assert_eq!(check_digit(""), None);
        assert!(ends_in_check_digit("6291041500213"));
        assert!(!ends_in_check_digit("6291041500214"));
        assert!(!ends_in_check_digit("3"));
        assert!(!ends_in_check_digit("é"));
    }

    #[test]
    fn check_pair_of_a_model_number() {
        // The worked example of a GMN in the General Specifications, 7.9.5.
        assert_eq!(check_pair("1987654Ad4X4bL5ttr2310c"), Some(['2', 'K']));
        assert_eq!(check_pair("ä"), None);
    }

    proptest::proptest! {
        #[test]
        fn one_wrong_digit_is_always_seen(digits in "[0-9]{7,17}", at in 0usize..17, other in 1u32..10) {
            let whole = format!("{digits}{}", check_digit(&digits).unwrap());
            let mut wrong: Vec<char> = whole.chars().collect();
            let at = at % wrong.len();
            wrong[at] = char::from_digit((wrong[at].to_digit(10).unwrap() + other) % 10, 10).unwrap();
            proptest::prop_assert!(ends_in_check_digit(&whole));
            proptest::prop_assert!(!ends_in_check_digit(&wrong.into_iter().collect::<String>()));
        }
    }
}
