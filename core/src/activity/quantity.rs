//! Quantities as they stand in the file: all digits of a short one are read together.

use super::checks::number_of;
use super::packed::{halves, sixteen};
use super::words::content;
use crate::number::{Amount, NumberFormat};

/// A quantity that is not negative, as it stands in the row: `digits × 10^-places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) digits: u64,
    pub(crate) places: u32,
}

impl Quantity {
    /// The same as a decimal.
    pub(crate) fn amount(self) -> Option<Amount> {
        Amount::new(self.digits.into(), self.places).ok()
    }
}

const ZEROS: u128 = 0x3030_3030_3030_3030_3030_3030_3030_3030;
const ONES: u128 = 0x0101_0101_0101_0101_0101_0101_0101_0101;
const TOPS: u128 = 0x8080_8080_8080_8080_8080_8080_8080_8080;

/// Digits with at most one decimal mark, as [`number_of`] reads them; anything else is none of its business.
#[inline]
pub(super) fn quick(bytes: &[u8], start: usize, end: usize, format: NumberFormat) -> Option<Quantity> {
    let length = end.wrapping_sub(start);
    if length == 0 || length > 16 {
        return None;
    }
    let mark = match format {
        NumberFormat::Comma | NumberFormat::Space => b',',
        NumberFormat::Point | NumberFormat::Lakh | NumberFormat::Undeclared => b'.',
    };
    let [low, high] = sixteen(bytes, start);
    // The text moves up to the highest bytes, the last digit into the highest of all; zeros are digits before it.
    let before = 128u32.wrapping_sub(u32::try_from(length).ok()?.wrapping_mul(8));
    let text = (u128::from(low) | u128::from(high) << 64).unbounded_shl(before)
        | ZEROS.unbounded_shr(128u32.wrapping_sub(before));
    let marks = text ^ ONES.wrapping_mul(u128::from(mark));
    let marks = !((marks & !TOPS).wrapping_add(!TOPS) | marks) & TOPS;
    if marks == 0 {
        return Some(Quantity { digits: number(text)?, places: 0 });
    }
    // Up to the mark, the mark included; a second one is no digit.
    let upto = marks ^ marks.wrapping_sub(1);
    let at = upto.count_ones();
    let places = 128u32.wrapping_sub(at) / 8;
    // Three digits behind the mark are read in two ways where nothing is declared.
    if places == 0 || at <= before.wrapping_add(8) || (places == 3 && format == NumberFormat::Undeclared) {
        return None;
    }
    // What stands before the mark moves over it.
    let digits = number(text & !upto | (text & upto) << 8 & upto | u128::from(b'0'))?;
    Some(Quantity { digits, places })
}

/// Sixteen digits, the first of them in the lowest byte.
#[inline]
fn number(text: u128) -> Option<u64> {
    let digits = text ^ ZEROS;
    if (digits.wrapping_add(ONES.wrapping_mul(0x76)) | digits) & TOPS != 0 {
        return None;
    }
    let [first, last] = halves(digits).map(eight);
    Some(first.wrapping_mul(100_000_000).wrapping_add(last))
}

/// Eight digits: pairs of them, then pairs of pairs, then both.
#[inline]
fn eight(digits: u64) -> u64 {
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff
}

/// A quantity as rows are checked, if it is not negative and fits.
#[cold]
pub(super) fn careful(cell: &[u8], format: NumberFormat) -> Option<Quantity> {
    let (cell, doubled) = content(cell)?;
    let text = core::str::from_utf8(cell).ok().filter(|text| !doubled && text.is_ascii())?;
    let amount = number_of(format, text.trim()).ok()?;
    let digits = u64::try_from(amount.mantissa()).ok()?;
    Some(Quantity { digits, places: amount.scale() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_numbers_are_what_the_rules_read() {
        use proptest::prelude::*;
        let formats = [
            NumberFormat::Undeclared,
            NumberFormat::Point,
            NumberFormat::Comma,
            NumberFormat::Space,
            NumberFormat::Lakh,
        ];
        proptest!(|(
            text in prop_oneof!["[0-9]{1,10}[.,]?[0-9]{0,8}", "[0-9.,]{0,18}", "[0-9.,eE+ :/-]{0,18}"],
            around in "[0-9.,]{3}",
        )| {
            let bytes = format!("{around}{text}{around}").into_bytes();
            for format in formats {
                let Some(read) = quick(&bytes, around.len(), around.len() + text.len(), format) else { continue };
                let want = number_of(format, &text).unwrap();
                prop_assert_eq!(crate::number::Amount::new(read.digits.into(), read.places).unwrap(), want);
            }
        });
        for (text, digits, places) in
            [("0", 0, 0), ("12.5", 125, 1), ("9876543210123456", 9876543210123456, 0)]
        {
            let read = quick(text.as_bytes(), 0, text.len(), NumberFormat::Point);
            assert_eq!(read, Some(Quantity { digits, places }), "{text}");
        }
    }
}
