//! A result of statistics: a decimal with a stated number of digits, never an exact amount.

use core::fmt;

use crate::error::{Code, Error};
use crate::number::U512;

/// A result of statistics, rounded to a stated number of significant digits.
///
/// It is a type of its own so that nobody takes it for an exact amount: it can be printed and compared, not added.
///
/// # Example
/// ```
/// use emitrace::uncertainty::{Spread, product};
///
/// // IPCC 2006 volume 1 chapter 3, equation 3.1: 5 % and 3 % together.
/// let both = product(&[Spread::percent("5")?, Spread::percent("3")?])?;
/// assert_eq!(both.upper.to_string(), "5.83095189484530047");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistic {
    negative: bool,
    /// Below 10^18, not a multiple of ten unless zero.
    digits: u64,
    exponent: i32,
}

impl Statistic {
    /// Significant digits of everything that is computed by formula.
    pub const DIGITS: u32 = 18;
    /// Significant digits of everything that is simulated.
    pub const SIMULATED_DIGITS: u32 = 9;
    /// Zero.
    pub const ZERO: Statistic = Statistic { negative: false, digits: 0, exponent: 0 };

    /// `numerator / denominator`, rounded half-even to `digits` significant digits (at most 18).
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub(crate) fn quotient(
        negative: bool,
        numerator: U512,
        denominator: U512,
        digits: u32,
    ) -> Result<Statistic, Error> {
        if denominator.is_zero() {
            return Err(Error::new(Code::DivisionByZero, "a statistic divides by zero"));
        }
        if numerator.is_zero() {
            return Ok(Statistic::ZERO);
        }
        let (quotient, power, rest) = scaled(numerator, denominator, digits.saturating_add(1), 1)?;
        Ok(Statistic::new(negative, without_last(quotient, rest), power.wrapping_neg().wrapping_add(1)))
    }

    /// `sqrt(numerator / denominator)`, rounded to 18 significant digits.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub(crate) fn root(numerator: U512, denominator: U512) -> Result<Statistic, Error> {
        if denominator.is_zero() {
            return Err(Error::new(Code::DivisionByZero, "a statistic divides by zero"));
        }
        if numerator.is_zero() {
            return Ok(Statistic::ZERO);
        }
        // 37 or 38 digits under the root and an even power of ten: the root has 19 digits, one more than is kept.
        let (radicand, power, rest) = scaled(numerator, denominator, 37, 2)?;
        let root = radicand.isqrt();
        let inexact = rest || root.checked_mul(root) != Some(radicand);
        let exponent = (power >> 1).wrapping_neg().wrapping_add(1);
        Ok(Statistic::new(false, without_last(root, inexact), exponent))
    }

    fn new(negative: bool, digits: u128, exponent: i32) -> Statistic {
        let (mut digits, mut exponent) = (u64::try_from(digits).unwrap_or(u64::MAX), exponent);
        while digits != 0 && digits.checked_rem(10) == Some(0) {
            (digits, exponent) = (digits.checked_div(10).unwrap_or(0), exponent.wrapping_add(1));
        }
        if digits == 0 { Statistic::ZERO } else { Statistic { negative, digits, exponent } }
    }

    /// The value as a quotient of whole numbers.
    pub(crate) fn terms(self) -> Option<(U512, U512)> {
        let digits = U512::from_u128(u128::from(self.digits));
        let power = U512::pow10(self.exponent.unsigned_abs())?;
        if self.exponent < 0 { Some((digits, power)) } else { Some((digits.checked_mul(power)?, U512::ONE)) }
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Whether the value is above a whole number.
    pub fn is_above(self, bound: u32) -> bool {
        let Some((numerator, denominator)) = self.terms() else { return self.exponent > 0 };
        let bound = denominator.checked_mul(U512::from_u128(u128::from(bound)));
        !self.negative && bound.is_some_and(|bound| numerator > bound)
    }
}

/// `floor(numerator / denominator × 10^power)` with `length` digits, or one more where powers go by steps of two;
/// and whether something was cut off.
fn scaled(numerator: U512, denominator: U512, length: u32, step: i32) -> Result<(u128, i32, bool), Error> {
    let overflow = || Error::new(Code::Overflow, "a statistic needs more than 512 bits");
    let at = |power: i32| {
        let stretch = U512::pow10(power.unsigned_abs())?;
        let (above, below) = if power < 0 {
            (numerator, denominator.checked_mul(stretch)?)
        } else {
            (numerator.checked_mul(stretch)?, denominator)
        };
        let (quotient, rest) = above.div_rem(below)?;
        Some((quotient, !rest.is_zero()))
    };
    // Digits before the point, to within one: a bit is 0.30103 digits.
    let bits = i64::from(numerator.bits()).wrapping_sub(i64::from(denominator.bits()));
    let guess = bits.wrapping_mul(30_103).div_euclid(100_000);
    let mut power = i64::from(length).wrapping_sub(guess);
    power = power.wrapping_sub(power.rem_euclid(i64::from(step)));
    let mut power = i32::try_from(power).map_err(|_| overflow())?;
    let end = 10u128.checked_pow(length).ok_or_else(overflow)?;
    let start = end.checked_div(10).unwrap_or(1);
    // With steps of two the next digit is accepted as well.
    let end = if step == 2 { end.saturating_mul(10) } else { end };
    for _ in 0..6 {
        match at(power) {
            Some((quotient, rest)) => match quotient.to_u128() {
                Some(quotient) if quotient < start => power = power.wrapping_add(step),
                Some(quotient) if quotient < end => return Ok((quotient, power, rest)),
                _ => power = power.wrapping_sub(step),
            },
            None => power = power.wrapping_sub(step),
        }
    }
    Err(overflow())
}

/// A whole number without its last digit, rounded half-even; `inexact` says that something was cut off before.
fn without_last(value: u128, inexact: bool) -> u128 {
    let (kept, last) = (value.checked_div(10).unwrap_or(0), value.checked_rem(10).unwrap_or(0));
    let up = last > 5 || (last == 5 && (inexact || kept & 1 == 1));
    kept.saturating_add(u128::from(up))
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        let digits = self.digits.to_string();
        match usize::try_from(self.exponent) {
            Ok(zeros) => write!(f, "{digits}{}", "0".repeat(if self.digits == 0 { 0 } else { zeros })),
            Err(_) => {
                let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(0);
                let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
                let (whole, fraction) =
                    padded.split_at_checked(padded.len().saturating_sub(places)).unwrap_or((&padded, ""));
                write!(f, "{whole}.{fraction}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wide(value: u128) -> U512 {
        U512::from_u128(value)
    }

    #[test]
    fn roots_and_quotients_are_rounded_to_their_digits() {
        let root = |n: u128, d: u128| Statistic::root(wide(n), wide(d)).unwrap().to_string();
        assert_eq!(root(34, 1), "5.83095189484530047");
        assert_eq!(root(2, 1), "1.41421356237309505");
        assert_eq!(root(1, 10), "0.316227766016837933");
        assert_eq!(root(144, 1), "12");
        assert_eq!(root(1, 10_000), "0.01");
        assert_eq!(root(0, 7), "0");
        assert_eq!(root(10u128.pow(36), 1), "1000000000000000000");
        assert_eq!(root(2 * 10u128.pow(37), 1), "4472135954999579390");
        let part = |n, d, digits| Statistic::quotient(false, wide(n), wide(d), digits).unwrap().to_string();
        assert_eq!(part(2, 3, 18), "0.666666666666666667");
        assert_eq!(part(1, 3, 4), "0.3333");
        assert_eq!(part(25, 10, 1), "2");
        assert_eq!(part(35, 10, 1), "4");
        assert_eq!(part(999_999, 10, 3), "100000");
        assert_eq!(part(1, 8, 18), "0.125");
        assert_eq!(Statistic::quotient(true, wide(13), wide(5), 9).unwrap().to_string(), "-2.6");
        assert_eq!(
            Statistic::quotient(false, wide(1), U512::ZERO, 9).unwrap_err().code(),
            Code::DivisionByZero
        );
    }

    #[test]
    fn a_bound_is_above_or_not() {
        let thirty = Statistic::root(wide(900), U512::ONE).unwrap();
        assert!(!thirty.is_above(30) && thirty.is_above(29));
        assert!(Statistic::root(wide(901), U512::ONE).unwrap().is_above(30));
    }

    proptest! {
        #[test]
        fn a_quotient_is_within_half_a_unit_of_its_last_digit(n in 1u64.., d in 1u64.., digits in 1u32..=18) {
            let found = Statistic::quotient(false, wide(n.into()), wide(d.into()), digits).unwrap();
            let (above, below) = found.terms().unwrap();
            // |n/d - a/b| × 2 × 10^(digits - 1) <= n/d  <=>  |n b - a d| × 2 × 10^(digits - 1) <= n b
            let one = wide(n.into()).checked_mul(below).unwrap();
            let other = above.checked_mul(wide(d.into())).unwrap();
            let gap = one.checked_sub(other).or_else(|| other.checked_sub(one)).unwrap();
            let reach = gap.checked_mul(wide(2 * 10u128.pow(digits - 1))).unwrap();
            prop_assert!(reach <= one);
        }
    }
}
