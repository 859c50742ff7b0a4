//! The exact decimal that inputs are read into.

use core::cmp::Ordering;
use core::fmt;
use rust_decimal::Decimal;

use super::scan;
use super::wide::U512;
use crate::error::{Code, Error};

/// Most significant digits an amount may have: what a 96-bit mantissa always holds.
const DIGITS: u32 = 28;
/// Most decimal places.
const SCALE: u32 = 28;
/// `10^28`, the first mantissa that is too long.
const MANTISSA_END: u128 = 10_000_000_000_000_000_000_000_000_000;

/// A decimal number with at most 28 significant digits and 28 decimal places, exact.
///
/// Every operation is exact or an error; nothing rounds. Equal values have one form: trailing
/// zeros are not kept and there is no negative zero, so `1.10` prints as `1.1`.
///
/// # Example
/// ```
/// use emitrace::number::Amount;
///
/// let price = Amount::parse("1.10")?;
/// assert_eq!(price.to_string(), "1.1");
/// assert_eq!(price.try_mul(Amount::parse("3")?)?.to_string(), "3.3");
///
/// // The product has 56 decimals: rust_decimal would answer 0, we refuse.
/// let tiny = Amount::parse("1e-28")?;
/// assert_eq!(tiny.try_mul(tiny).unwrap_err().code().as_str(), "OVERFLOW");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount(Decimal);

impl Amount {
    /// Zero.
    pub const ZERO: Amount = Amount(Decimal::ZERO);
    /// One.
    pub const ONE: Amount = Amount(Decimal::ONE);

    /// `mantissa × 10^-scale`.
    ///
    /// # Errors
    /// `OVERFLOW` if the value has more than 28 significant digits or 28 decimal places.
    pub fn new(mantissa: i128, scale: u32) -> Result<Amount, Error> {
        let (mut digits, mut places) = (mantissa.unsigned_abs(), scale);
        while places > 0 && digits.checked_rem(10) == Some(0) {
            digits = digits.checked_div(10).unwrap_or(0);
            places = places.saturating_sub(1);
        }
        if digits == 0 {
            return Ok(Amount::ZERO);
        }
        if digits >= MANTISSA_END || places > SCALE {
            return Err(too_long());
        }
        let signed = i128::try_from(digits).map_err(|_| too_long())?;
        let signed = if mantissa < 0 { signed.wrapping_neg() } else { signed };
        Decimal::try_from_i128_with_scale(signed, places).map(Amount).map_err(|_| too_long())
    }

    /// Reads a number in the one form that needs no locale: ASCII digits, `.` as the decimal mark,
    /// an optional leading sign and an optional exponent.
    ///
    /// For numbers as people type them see [`NumberFormat`](super::NumberFormat).
    ///
    /// # Errors
    /// `MISSING_VALUE`, `BAD_NUMBER`, `BAD_CHAR_IN_NUMBER`, `NOT_FINITE`, `UNIT_IN_NUMBER`, `FIELD_TOO_LONG`,
    /// `NUMBER_OUT_OF_RANGE` or `PRECISION_EXCEEDED`.
    pub fn parse(text: &str) -> Result<Amount, Error> {
        scan::canonical(text)
    }

    /// The integer whose `10^-scale` multiple is the amount.
    pub fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// The number of decimal places of the shortest form.
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// Whether the amount is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa() < 0
    }

    /// Whether the amount is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The sum, exactly.
    ///
    /// # Errors
    /// `OVERFLOW` if the sum needs more than 28 significant digits.
    pub fn try_add(self, other: Amount) -> Result<Amount, Error> {
        let scale = self.scale().max(other.scale());
        let sum = self.at_scale(scale).zip(other.at_scale(scale)).and_then(|(a, b)| a.checked_add(b));
        Amount::new(sum.ok_or_else(too_long)?, scale)
    }

    /// The difference, exactly.
    ///
    /// # Errors
    /// `OVERFLOW` if the difference needs more than 28 significant digits.
    pub fn try_sub(self, other: Amount) -> Result<Amount, Error> {
        self.try_add(other.negated())
    }

    /// The product, exactly.
    ///
    /// # Errors
    /// `OVERFLOW` if the product needs more than 28 significant digits or 28 decimal places.
    pub fn try_mul(self, other: Amount) -> Result<Amount, Error> {
        let negative = self.is_negative() != other.is_negative();
        let wide = U512::from_u128(self.mantissa().unsigned_abs())
            .checked_mul(U512::from_u128(other.mantissa().unsigned_abs()))
            .ok_or_else(too_long)?;
        // Both factors have at most 28 places, so the product of two 28-digit mantissas may shrink by its zeros.
        let (mut wide, mut scale) = (wide, self.scale().saturating_add(other.scale()));
        let ten = U512::from_u128(10);
        while scale > 0 && wide.to_u128().is_none_or(|small| small >= MANTISSA_END || scale > SCALE) {
            match wide.div_rem(ten) {
                Some((shorter, rest)) if rest.is_zero() => (wide, scale) = (shorter, scale.saturating_sub(1)),
                _ => return Err(too_long()),
            }
        }
        let mantissa = wide.to_u128().and_then(|m| i128::try_from(m).ok()).ok_or_else(too_long)?;
        Amount::new(if negative { mantissa.wrapping_neg() } else { mantissa }, scale)
    }

    /// The amount with the other sign.
    #[must_use]
    pub fn negated(self) -> Amount {
        let mut negated = self.0;
        negated.set_sign_positive(self.is_zero() || self.is_negative());
        Amount(negated)
    }

    /// The mantissa at a larger scale, if it fits.
    fn at_scale(self, scale: u32) -> Option<i128> {
        let power = 10i128.checked_pow(scale.checked_sub(self.scale())?)?;
        self.mantissa().checked_mul(power)
    }
}

fn too_long() -> Error {
    Error::new(
        Code::Overflow,
        format!("the result needs more than {DIGITS} significant digits or {SCALE} decimal places"),
    )
}

impl From<i64> for Amount {
    fn from(value: i64) -> Amount {
        Amount(Decimal::from(value))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Amount) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Amount) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount() -> impl Strategy<Value = Amount> {
        (-9_999_999_999_999_999_999_999_999_999i128..=9_999_999_999_999_999_999_999_999_999, 0u32..=28)
            .prop_map(|(m, s)| Amount::new(m, s).unwrap())
    }

    /// Exact value as a big rational over 10^56.
    fn big(a: Amount) -> num_bigint::BigInt {
        num_bigint::BigInt::from(a.mantissa()) * num_bigint::BigInt::from(10).pow(56 - a.scale())
    }

    #[test]
    fn silent_rounding_of_the_decimal_crate_is_an_error_here() {
        let a = Amount::parse("1.000000000000000000000000001").unwrap();
        assert_eq!(a.try_mul(a).unwrap_err().code(), Code::Overflow);
        let tiny = Amount::parse("1e-28").unwrap();
        assert_eq!(tiny.try_mul(tiny).unwrap_err().code(), Code::Overflow);
        let big = Amount::parse("7922816251426433759354395033").unwrap();
        assert_eq!(big.try_add(Amount::parse("0.05").unwrap()).unwrap_err().code(), Code::Overflow);
    }

    #[test]
    fn equal_values_have_one_form() {
        for text in ["1.10", "1.1", "+1.1", "11e-1", "0.11e1", "01.1"] {
            assert_eq!(Amount::parse(text).unwrap().to_string(), "1.1", "{text}");
        }
        for text in ["-0.00", "0", "0e5"] {
            assert_eq!(Amount::parse(text).unwrap().to_string(), "0", "{text}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_is_the_identity(a in amount()) {
            prop_assert_eq!(Amount::parse(&a.to_string()).unwrap(), a);
        }

        #[test]
        fn sums_and_products_are_exact_or_refused(a in amount(), b in amount()) {
            if let Ok(sum) = a.try_add(b) {
                prop_assert_eq!(big(sum), big(a) + big(b));
            }
            if let Ok(product) = a.try_mul(b) {
                prop_assert_eq!(big(product) * num_bigint::BigInt::from(10).pow(56), big(a) * big(b));
            }
        }

        #[test]
        fn short_products_are_never_refused(a in -99_999_999_999i64..99_999_999_999, b in -99_999_999_999i64..99_999_999_999, s in 0u32..14, t in 0u32..14) {
            let (x, y) = (Amount::new(a.into(), s).unwrap(), Amount::new(b.into(), t).unwrap());
            prop_assert!(x.try_mul(y).is_ok());
            prop_assert!(x.try_add(y).is_ok());
        }
    }
}
