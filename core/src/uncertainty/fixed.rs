//! Roots, logarithms and exponentials in whole numbers, so that every platform finds the same digits.

use super::statistic::Statistic;
use crate::error::{Code, Error};
use crate::number::U512;

/// Binary places of a [`Fixed`].
const PLACES: u32 = 96;
/// `ln 2 × 2^96`.
const LN_2: i128 = 54_916_777_467_707_473_351_141_471_128;

/// A number with 96 binary places (29 decimals) below 2^31: what statistics are worked out in.
///
/// A product, quotient or root is cut off after the last place, so that errors stay near 10^-28.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fixed(i128);

impl Fixed {
    pub(crate) const ZERO: Fixed = Fixed(0);
    pub(crate) const ONE: Fixed = Fixed(1 << PLACES);
    /// The 97.5th percentile of the standard normal distribution, 1.959964: half a 95 % interval in standard deviations.
    pub(crate) const Z_95: Fixed = Fixed(155_284_345_089_244_492_677_622_729_801);

    /// `numerator / denominator`.
    pub(crate) fn of(numerator: i128, denominator: i128) -> Result<Fixed, Error> {
        let negative = (numerator < 0) != (denominator < 0);
        Fixed::quotient(
            negative,
            U512::from_u128(numerator.unsigned_abs()),
            U512::from_u128(denominator.unsigned_abs()),
        )
    }

    /// `numerator / denominator` of wide whole numbers.
    pub(crate) fn quotient(negative: bool, numerator: U512, denominator: U512) -> Result<Fixed, Error> {
        let stretched = numerator.checked_mul(U512::from_u128(1 << PLACES)).ok_or_else(overflow)?;
        if denominator.is_zero() {
            return Err(Error::new(Code::DivisionByZero, "a statistic divides by zero"));
        }
        let (quotient, _) = stretched.div_rem(denominator).ok_or_else(overflow)?;
        let magnitude = quotient.to_u128().and_then(|bits| i128::try_from(bits).ok()).ok_or_else(overflow)?;
        Ok(Fixed(if negative { magnitude.wrapping_neg() } else { magnitude }))
    }

    /// A statistic as a number to go on with.
    pub(crate) fn from_statistic(value: Statistic) -> Result<Fixed, Error> {
        let (numerator, denominator) = value.terms().ok_or_else(overflow)?;
        Fixed::quotient(false, numerator, denominator)
    }

    /// As a result shows it.
    pub(crate) fn shown(self) -> Result<Statistic, Error> {
        self.shown_times(1)
    }

    /// As a result shows it in per cent.
    pub(crate) fn percent(self) -> Result<Statistic, Error> {
        self.shown_times(100)
    }

    fn shown_times(self, times: u128) -> Result<Statistic, Error> {
        let size = U512::from_u128(self.0.unsigned_abs()).checked_mul(U512::from_u128(times));
        let one = U512::from_u128(1 << PLACES);
        Statistic::quotient(self.0 < 0, size.ok_or_else(overflow)?, one, Statistic::DIGITS)
    }

    pub(crate) fn whole(value: i32) -> Fixed {
        Fixed(i128::from(value) << PLACES)
    }

    /// From a count of 2^-96.
    pub(crate) const fn from_bits(bits: i128) -> Fixed {
        Fixed(bits)
    }

    /// Halved so many times.
    pub(crate) fn halved(self, times: usize) -> Fixed {
        Fixed(self.0.checked_shr(u32::try_from(times).unwrap_or(u32::MAX)).unwrap_or(0))
    }

    /// The count of 2^-96.
    pub(crate) fn bits(self) -> i128 {
        self.0
    }

    /// The count of 2^-`places`, cut off.
    pub(crate) fn at(self, places: u32) -> i128 {
        self.0 >> PLACES.saturating_sub(places)
    }

    pub(crate) fn plus(self, other: Fixed) -> Result<Fixed, Error> {
        self.0.checked_add(other.0).map(Fixed).ok_or_else(overflow)
    }

    pub(crate) fn minus(self, other: Fixed) -> Result<Fixed, Error> {
        self.0.checked_sub(other.0).map(Fixed).ok_or_else(overflow)
    }

    pub(crate) fn abs(self) -> Fixed {
        Fixed(self.0.saturating_abs())
    }

    pub(crate) fn times(self, other: Fixed) -> Result<Fixed, Error> {
        let (high, low) = wide_product(self.0.unsigned_abs(), other.0.unsigned_abs());
        let fits = high >> (PLACES.wrapping_sub(1)) == 0;
        let magnitude = (high << (128u32.wrapping_sub(PLACES))) | (low >> PLACES);
        let magnitude = Some(magnitude)
            .filter(|_| fits)
            .and_then(|bits| i128::try_from(bits).ok())
            .ok_or_else(overflow)?;
        Ok(Fixed(if (self.0 < 0) != (other.0 < 0) { magnitude.wrapping_neg() } else { magnitude }))
    }

    pub(crate) fn over(self, other: Fixed) -> Result<Fixed, Error> {
        Fixed::of(self.0, other.0)
    }

    /// Divided by a small whole number.
    pub(crate) fn part(self, divisor: i128) -> Fixed {
        Fixed(self.0.checked_div(divisor).unwrap_or(0))
    }

    /// The square root; of a negative number, zero.
    pub(crate) fn sqrt(self) -> Result<Fixed, Error> {
        let Some(radicand) = u128::try_from(self.0).ok().filter(|bits| *bits > 0) else {
            return Ok(Fixed::ZERO);
        };
        // 64 bits of the root from the integer root of the number shifted up by an even count, the rest by Newton.
        let shift = radicand.leading_zeros() & !1;
        let coarse = (radicand << shift).isqrt();
        // sqrt(x × 2^96) = sqrt(x × 2^shift) × 2^(48 - shift/2)
        let coarse = i128::try_from(coarse).map_err(|_| overflow())?;
        let mut root = match 48u32.checked_sub(shift >> 1) {
            Some(up) => coarse << up,
            None => coarse >> (shift >> 1).wrapping_sub(48),
        }
        .max(1);
        for _ in 0..2 {
            root = self.over(Fixed(root))?.0.wrapping_add(root) >> 1;
        }
        Ok(Fixed(root))
    }

    /// The natural logarithm.
    ///
    /// # Errors
    /// `NUMBER_OUT_OF_RANGE` unless the number is above zero.
    pub(crate) fn ln(self) -> Result<Fixed, Error> {
        let bits = u128::try_from(self.0)
            .ok()
            .filter(|bits| *bits > 0)
            .ok_or_else(|| Error::new(Code::NumberOutOfRange, "a logarithm needs a number above zero"))?;
        // x = m × 2^e with m in [1, 2); ln m = 2 × (s + s^3/3 + s^5/5 + …) with s = (m - 1)/(m + 1) below 1/3.
        let length = 128u32.wrapping_sub(bits.leading_zeros());
        let exponent = i32::try_from(length).unwrap_or(0).wrapping_sub(97);
        let mantissa = match u32::try_from(exponent) {
            Ok(down) => bits >> down,
            Err(_) => bits << exponent.unsigned_abs(),
        };
        let mantissa = Fixed(i128::try_from(mantissa).map_err(|_| overflow())?);
        let s = mantissa.minus(Fixed::ONE)?.over(mantissa.plus(Fixed::ONE)?)?;
        let square = s.times(s)?;
        let (mut term, mut sum, mut odd) = (s, s, 1i128);
        while term.0 != 0 {
            term = term.times(square)?;
            odd = odd.wrapping_add(2);
            sum = sum.plus(term.part(odd))?;
        }
        sum.plus(sum)?.plus(Fixed(LN_2.checked_mul(i128::from(exponent)).ok_or_else(overflow)?))
    }

    /// The exponential.
    ///
    /// # Errors
    /// `OVERFLOW` beyond 2^31.
    pub(crate) fn exp(self) -> Result<Fixed, Error> {
        // x = k ln 2 + r with r in [0, ln 2).
        let k = self.0.checked_div_euclid(LN_2).unwrap_or(0);
        let r = Fixed(self.0.checked_rem_euclid(LN_2).unwrap_or(0));
        let (mut term, mut sum, mut n) = (Fixed::ONE, Fixed::ONE, 0i128);
        while term.0 != 0 {
            n = n.wrapping_add(1);
            term = term.times(r)?.part(n);
            sum = sum.plus(term)?;
        }
        let shift = u32::try_from(k.unsigned_abs()).unwrap_or(u32::MAX);
        if k < 0 {
            return Ok(Fixed(sum.0.checked_shr(shift).unwrap_or(0)));
        }
        // The sum is below 2, so 30 binary places above are free.
        if shift > 29 {
            return Err(overflow());
        }
        Ok(Fixed(sum.0 << shift))
    }
}

/// The product of two 128-bit numbers, high and low half.
fn wide_product(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = (1 << 64) - 1;
    let (a_low, a_high, b_low, b_high) = (a & LOW, a >> 64, b & LOW, b >> 64);
    // Products of two 64-bit numbers fit 128 bits, and so does the sum of three 64-bit numbers.
    let low = a_low.wrapping_mul(b_low);
    let cross = a_low.wrapping_mul(b_high);
    let other = a_high.wrapping_mul(b_low);
    let middle = (low >> 64).wrapping_add(cross & LOW).wrapping_add(other & LOW);
    let high = a_high
        .wrapping_mul(b_high)
        .wrapping_add(cross >> 64)
        .wrapping_add(other >> 64)
        .wrapping_add(middle >> 64);
    (high, (low & LOW) | (middle << 64))
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "a statistic leaves the range in which it is worked out")
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use proptest::prelude::*;

    fn fixed(numerator: i128, denominator: i128) -> Fixed {
        Fixed::of(numerator, denominator).unwrap()
    }

    /// Within a few units of the last place, scaled by the size of the number.
    fn near(a: Fixed, b: Fixed) -> bool {
        (a.0 - b.0).abs() <= 64 + (a.0.abs() >> 88)
    }

    #[test]
    fn known_values_hold_to_28_digits() {
        // Digits from tables of constants.
        let e = fixed(2_718_281_828_459_045_235_360_287_471, 1_000_000_000_000_000_000_000_000_000);
        assert!((Fixed::ONE.exp().unwrap().0 - e.0).abs() < 1 << 8);
        let ln_10 = fixed(2_302_585_092_994_045_684_017_991_455, 1_000_000_000_000_000_000_000_000_000);
        assert!((Fixed::whole(10).ln().unwrap().0 - ln_10.0).abs() < 1 << 8);
        let root_2 = fixed(1_414_213_562_373_095_048_801_688_724, 1_000_000_000_000_000_000_000_000_000);
        assert!((Fixed::whole(2).sqrt().unwrap().0 - root_2.0).abs() < 1 << 8);
    }

    #[test]
    fn what_has_no_value_is_refused() {
        assert_eq!(Fixed::ZERO.ln().unwrap_err().code(), Code::NumberOutOfRange);
        assert_eq!(Fixed::whole(22).exp().unwrap_err().code(), Code::Overflow);
        assert_eq!(Fixed::whole(-200).exp().unwrap(), Fixed::ZERO);
        assert_eq!(Fixed::whole(1 << 16).times(Fixed::whole(1 << 16)).unwrap_err().code(), Code::Overflow);
        assert_eq!(Fixed::ONE.over(Fixed::ZERO).unwrap_err().code(), Code::DivisionByZero);
        assert_eq!(Fixed::whole(-4).sqrt().unwrap(), Fixed::ZERO);
    }

    proptest! {
        #[test]
        fn products_are_cut_off_big_integers(a in any::<i64>(), b in any::<i64>()) {
            let (x, y) = (Fixed(i128::from(a) << 30), Fixed(i128::from(b) << 30));
            let exact: BigInt = (BigInt::from(x.0.abs()) * BigInt::from(y.0.abs())) >> 96u32;
            prop_assert_eq!(BigInt::from(x.times(y).unwrap().0.abs()), exact);
        }

        #[test]
        fn a_root_squares_back(bits in 1i128..(1 << 126)) {
            let root = Fixed(bits).sqrt().unwrap();
            let exact = (BigInt::from(bits) << 96u32).sqrt();
            prop_assert!((BigInt::from(root.0) - exact).magnitude() <= &2u8.into());
        }

        #[test]
        fn logarithm_and_exponential_undo_each_other(bits in (1i128 << 80)..(1i128 << 120)) {
            let x = Fixed(bits);
            let back = x.ln().unwrap().exp().unwrap();
            prop_assert!(near(back, x) || (back.0 - x.0).abs() <= x.0 >> 88, "{x:?} {back:?}");
        }
    }
}
