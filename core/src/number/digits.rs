//! Whole counts written as decimals, many digits at a time: results are mostly digits.

const PAIRS: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// The two digits of a number below a hundred.
pub(crate) fn two_digits(number: u32) -> &'static str {
    let start = usize::try_from(number).unwrap_or(0).wrapping_mul(2);
    PAIRS.get(start..start.wrapping_add(2)).unwrap_or("00")
}

/// Digits that 128 bits can have, rounded up to whole pieces.
const DIGITS: usize = 48;
/// Digits that are taken off at once: what is above 64 bits is divided once for all of them, not once for each.
const PIECE: usize = 16;
const PIECES: u128 = 10_000_000_000_000_000;

/// A count as a decimal without trailing zeros.
pub(super) struct Decimal {
    /// A sign and a point beside the digits.
    text: [u8; DIGITS + 2],
    length: usize,
}

impl Decimal {
    /// `units × 10^-scale`.
    pub(super) fn new(units: i128, scale: u32) -> Decimal {
        let mut digits = [b'0'; DIGITS];
        let mut rest = units.unsigned_abs();
        for piece in digits.rchunks_exact_mut(PIECE) {
            let (above, this) = match u64::try_from(rest) {
                Ok(short) if u128::from(short) < PIECES => (0, short),
                _ => (rest.wrapping_div(PIECES), u64::try_from(rest.wrapping_rem(PIECES)).unwrap_or(0)),
            };
            write_digits(piece, this);
            rest = above;
            if rest == 0 {
                break;
            }
        }
        let point = DIGITS.saturating_sub(usize::try_from(scale).unwrap_or(0));
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or_default();
        let leading = whole.iter().take_while(|digit| **digit == b'0').count();
        // One digit stands before the point, be it a zero.
        let whole = whole.get(leading.min(point.saturating_sub(1))..).unwrap_or_default();
        let trailing = fraction.iter().rev().take_while(|digit| **digit == b'0').count();
        let fraction = fraction.get(..fraction.len().saturating_sub(trailing)).unwrap_or_default();
        let sign: &[u8] = if units < 0 { b"-" } else { b"" };
        let mark: &[u8] = if fraction.is_empty() { b"" } else { b"." };
        let mut decimal = Decimal { text: [0; DIGITS + 2], length: 0 };
        for part in [sign, whole, mark, fraction] {
            let end = decimal.length.saturating_add(part.len());
            if let Some(place) = decimal.text.get_mut(decimal.length..end) {
                place.copy_from_slice(part);
            }
            decimal.length = end;
        }
        decimal
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(self.text.get(..self.length).unwrap_or_default()).unwrap_or_default()
    }
}

/// Writes a number as digits that end where the piece ends.
fn write_digits(piece: &mut [u8], mut number: u64) {
    for pair in piece.rchunks_exact_mut(2) {
        let two = u32::try_from(number.wrapping_rem(100)).unwrap_or(0);
        number = number.wrapping_div(100);
        pair.copy_from_slice(two_digits(two).as_bytes());
        if number == 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use proptest::prelude::*;

    fn quick(units: i128, scale: u32) -> String {
        Decimal::new(units, scale).as_str().to_owned()
    }

    /// The same, digit by digit.
    fn slow(units: i128, scale: u32) -> String {
        let power = BigInt::from(10).pow(scale);
        let size = BigInt::from(units.unsigned_abs());
        let fraction = format!("{:0>width$}", (&size % &power).to_string(), width = scale as usize);
        let fraction = fraction.trim_end_matches('0');
        let (sign, point) = (if units < 0 { "-" } else { "" }, if fraction.is_empty() { "" } else { "." });
        format!("{sign}{}{point}{fraction}", size / power)
    }

    #[test]
    fn ends_of_pieces_and_of_the_range() {
        for scale in [12, 15] {
            for power in 0..39 {
                for near in [-1, 0, 1] {
                    let units = 10i128.pow(power) + near;
                    assert_eq!(quick(units, scale), slow(units, scale));
                }
            }
            for units in [i128::MIN, i128::MAX, 0] {
                assert_eq!(quick(units, scale), slow(units, scale));
            }
        }
        assert_eq!((two_digits(7), two_digits(99)), ("07", "99"));
    }

    proptest! {
        #[test]
        fn pieces_give_what_single_digits_give(units in any::<i128>(), cut in 0u32..127, scale in 1u32..=15) {
            let units = units >> cut;
            prop_assert_eq!(quick(units, scale), slow(units, scale));
        }
    }
}
