//! Exact fractions: unit conversions, shares, factors.

use core::cmp::Ordering;
use core::fmt;

use super::Amount;
use super::wide::{U512, gcd_u128, rounds_up};
use crate::error::{Code, Error};

/// A fraction in lowest terms with a positive denominator, both below 2^127.
///
/// # Example
/// ```
/// use emitrace::number::Ratio;
///
/// let mile_in_km = Ratio::new(1_609_344, 1_000_000)?;
/// assert_eq!(mile_in_km.to_string(), "1.609344");
/// assert_eq!(Ratio::new(44, 12)?.to_string(), "11/3");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Zero.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`; `OVERFLOW` for the one integer without a positive twin.
    pub fn new(numerator: i128, denominator: i128) -> Result<Ratio, Error> {
        if denominator == 0 {
            return Err(Error::new(Code::DivisionByZero, format!("{numerator} / 0")));
        }
        let negative = (numerator < 0) != (denominator < 0);
        Ratio::from_parts(
            negative,
            U512::from_u128(numerator.unsigned_abs()),
            U512::from_u128(denominator.unsigned_abs()),
        )
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Ratio {
        #[expect(clippy::as_conversions, reason = "widening, exact, and `From` is not const")]
        Ratio { numerator: value as i128, denominator: 1 }
    }

    /// `10^exponent`; exponents beyond ±37 do not fit.
    ///
    /// # Errors
    /// `OVERFLOW` if the power does not fit.
    pub fn pow10(exponent: i32) -> Result<Ratio, Error> {
        let power = 10i128.checked_pow(exponent.unsigned_abs()).ok_or_else(overflow)?;
        if exponent < 0 { Ratio::new(1, power) } else { Ratio::new(power, 1) }
    }

    /// The numerator; carries the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator; always positive.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether the fraction is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether the fraction is zero.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The product, exactly.
    ///
    /// # Errors
    /// `OVERFLOW` if a term of the reduced product needs more than 127 bits.
    pub fn try_mul(self, other: Ratio) -> Result<Ratio, Error> {
        if let Some(product) = self.small_product(other) {
            return Ok(product);
        }
        let numerator = self.num_wide().checked_mul(other.num_wide()).ok_or_else(overflow)?;
        let denominator = self.den_wide().checked_mul(other.den_wide()).ok_or_else(overflow)?;
        Ratio::from_parts(self.is_negative() != other.is_negative(), numerator, denominator)
    }

    /// The quotient, exactly.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub fn try_div(self, other: Ratio) -> Result<Ratio, Error> {
        self.try_mul(other.inverse()?)
    }

    /// The sum, exactly.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn try_add(self, other: Ratio) -> Result<Ratio, Error> {
        if let Some(sum) = self.small_sum(other) {
            return Ok(sum);
        }
        let a = self.num_wide().checked_mul(other.den_wide()).ok_or_else(overflow)?;
        let b = other.num_wide().checked_mul(self.den_wide()).ok_or_else(overflow)?;
        let denominator = self.den_wide().checked_mul(other.den_wide()).ok_or_else(overflow)?;
        let (negative, numerator) = match (self.is_negative(), other.is_negative()) {
            (x, y) if x == y => (x, a.checked_add(b)),
            (x, y) => {
                if a >= b {
                    (x, a.checked_sub(b))
                } else {
                    (y, b.checked_sub(a))
                }
            }
        };
        Ratio::from_parts(negative, numerator.ok_or_else(overflow)?, denominator)
    }

    /// The difference, exactly.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn try_sub(self, other: Ratio) -> Result<Ratio, Error> {
        self.try_add(Ratio { numerator: other.numerator.wrapping_neg(), denominator: other.denominator })
    }

    /// The integer power, exactly; negative exponents invert.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub fn try_pow(self, exponent: i32) -> Result<Ratio, Error> {
        let base = if exponent < 0 { self.inverse()? } else { self };
        let mut power = Ratio::ONE;
        for _ in 0..exponent.unsigned_abs() {
            power = power.try_mul(base)?;
        }
        Ok(power)
    }

    /// One divided by the fraction.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`.
    pub fn inverse(self) -> Result<Ratio, Error> {
        Ratio::new(self.denominator, self.numerator)
    }

    /// The decimal with the same value, if there is one of at most 28 digits.
    pub fn to_amount(self) -> Option<Amount> {
        let (mut rest, mut twos, mut fives) = (self.denominator, 0u32, 0u32);
        while rest.checked_rem(2) == Some(0) {
            (rest, twos) = (rest.checked_div(2)?, twos.checked_add(1)?);
        }
        while rest.checked_rem(5) == Some(0) {
            (rest, fives) = (rest.checked_div(5)?, fives.checked_add(1)?);
        }
        if rest != 1 {
            return None;
        }
        let scale = twos.max(fives);
        let stretch = 10i128.checked_pow(scale)?.checked_div(self.denominator)?;
        Amount::new(self.numerator.checked_mul(stretch)?, scale).ok()
    }

    /// The value at a number of decimal places, rounded half-even. The name of the rounding belongs in the record.
    ///
    /// # Errors
    /// `OVERFLOW` if the rounded value needs more than 28 digits.
    pub fn round_half_even(self, scale: u32) -> Result<Amount, Error> {
        let power = U512::pow10(scale).ok_or_else(overflow)?;
        let scaled = self.num_wide().checked_mul(power).ok_or_else(overflow)?;
        let (quotient, remainder) = scaled.div_rem(self.den_wide()).ok_or_else(overflow)?;
        let quotient = quotient.to_u128().ok_or_else(overflow)?;
        let up = rounds_up(quotient & 1 == 1, remainder, self.den_wide());
        let rounded =
            quotient.checked_add(u128::from(up)).and_then(|q| i128::try_from(q).ok()).ok_or_else(overflow)?;
        Amount::new(if self.is_negative() { rounded.wrapping_neg() } else { rounded }, scale)
    }

    pub(super) fn num_wide(self) -> U512 {
        U512::from_u128(self.numerator.unsigned_abs())
    }

    pub(super) fn den_wide(self) -> U512 {
        U512::from_u128(self.denominator.unsigned_abs())
    }

    /// The product, where all of it fits 128 bits; mostly it does.
    fn small_product(self, other: Ratio) -> Option<Ratio> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Ratio::reduced(numerator, denominator)
    }

    /// The sum, where all of it fits 128 bits.
    fn small_sum(self, other: Ratio) -> Option<Ratio> {
        if self.denominator == other.denominator {
            return Ratio::reduced(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let a = self.numerator.checked_mul(other.denominator)?;
        let b = other.numerator.checked_mul(self.denominator)?;
        Ratio::reduced(a.checked_add(b)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// Lowest terms; the denominator is above zero.
    fn reduced(numerator: i128, denominator: i128) -> Option<Ratio> {
        if denominator == 1 {
            // The integer without a positive twin is no numerator.
            return (numerator != i128::MIN).then_some(Ratio { numerator, denominator });
        }
        let divisor = i128::try_from(gcd_u128(numerator.unsigned_abs(), denominator.unsigned_abs())).ok()?;
        let numerator = numerator.checked_div(divisor).filter(|reduced| *reduced != i128::MIN)?;
        Some(Ratio { numerator, denominator: denominator.checked_div(divisor)? })
    }

    fn from_parts(negative: bool, numerator: U512, denominator: U512) -> Result<Ratio, Error> {
        let (numerator, denominator) = match (numerator.to_u128(), denominator.to_u128()) {
            (Some(n), Some(d)) => {
                let divisor = gcd_u128(n, d);
                (n.checked_div(divisor), d.checked_div(divisor))
            }
            _ => {
                let divisor = numerator.gcd(denominator);
                let shrink =
                    |value: U512| value.div_rem(divisor).and_then(|(quotient, _)| quotient.to_u128());
                (shrink(numerator), shrink(denominator))
            }
        };
        let fit = |value: Option<u128>| value.and_then(|v| i128::try_from(v).ok()).ok_or_else(overflow);
        let numerator = fit(numerator)?;
        Ok(Ratio {
            numerator: if negative { numerator.wrapping_neg() } else { numerator },
            denominator: fit(denominator)?,
        })
    }
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "a fraction needs more than 127 bits")
}

impl From<Amount> for Ratio {
    fn from(amount: Amount) -> Ratio {
        // 10^28 fits i128, the mantissa is below 2^96, and the amount is in lowest decimal form: never fails.
        let denominator = 10i128.checked_pow(amount.scale()).unwrap_or(1);
        Ratio::new(amount.mantissa(), denominator).unwrap_or(Ratio::ZERO)
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        match (self.is_negative(), other.is_negative()) {
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            _ => {}
        }
        // 127 bits times 127 bits always fit.
        let left = self.num_wide().checked_mul(other.den_wide()).unwrap_or(U512::ZERO);
        let right = other.num_wide().checked_mul(self.den_wide()).unwrap_or(U512::ZERO);
        if self.is_negative() { right.cmp(&left) } else { left.cmp(&right) }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// As a decimal if it ends, as `n/d` if it does not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_amount() {
            Some(amount) => amount.fmt(f),
            None if self.denominator == 1 => self.numerator.fmt(f),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_rational::BigRational;
    use proptest::prelude::*;

    fn big(r: Ratio) -> BigRational {
        BigRational::new(r.numerator.into(), r.denominator.into())
    }

    fn ratio() -> impl Strategy<Value = Ratio> {
        (any::<i64>(), 1i64..).prop_map(|(n, d)| Ratio::new(n.into(), d.into()).unwrap())
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_big_rationals(a in ratio(), b in ratio()) {
            prop_assert_eq!(big(a.try_mul(b).unwrap()), big(a) * big(b));
            if let Ok(sum) = a.try_add(b) {
                prop_assert_eq!(big(sum), big(a) + big(b));
            }
            prop_assert_eq!(a.cmp(&b), big(a).cmp(&big(b)));
        }

        #[test]
        fn an_amount_and_its_ratio_print_alike(m in any::<i64>(), s in 0u32..28) {
            let amount = Amount::new(m.into(), s).unwrap();
            prop_assert_eq!(Ratio::from(amount).to_string(), amount.to_string());
        }
    }

    #[test]
    fn rounding_is_half_even() {
        for (n, d, want) in [(1, 2, "0"), (3, 2, "2"), (5, 2, "2"), (-1, 2, "0"), (-3, 2, "-2"), (2, 3, "1")]
        {
            assert_eq!(Ratio::new(n, d).unwrap().round_half_even(0).unwrap().to_string(), want);
        }
    }
}
