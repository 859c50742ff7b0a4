//! The exact multiplier of a ledger line: conversion × factor.

use super::wide::{U512, gcd_u128, rounds_up};
use super::{Amount, Ratio};
use crate::error::{Code, Error};

/// A non-negative or negative exact fraction, wide enough for any product of a unit conversion, a calorific
/// value, a density and a factor of 28 digits each.
///
/// # Example
/// ```
/// use emitrace::number::{Amount, Coefficient, Mass, Ratio};
///
/// // 1250 kWh × 0.6592 t/MWh, in kg: conversion 1 MWh / 1000 kWh, 1000 kg / 1 t.
/// let grid = Coefficient::ONE
///     .times(Ratio::new(1, 1000)?)?
///     .times(Ratio::from(Amount::parse("0.6592")?))?
///     .times(Ratio::whole(1000))?;
/// assert_eq!(Mass::of(Amount::from(1250), &grid)?.to_string(), "824");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Coefficient {
    pub(super) negative: bool,
    pub(super) numerator: U512,
    pub(super) denominator: U512,
}

impl Coefficient {
    /// One.
    pub const ONE: Coefficient =
        Coefficient { negative: false, numerator: U512::ONE, denominator: U512::ONE };

    /// The coefficient times an exact fraction.
    ///
    /// # Errors
    /// `OVERFLOW` if the reduced product needs more than 256 bits, which leaves room for a 28-digit quantity.
    pub fn times(self, ratio: Ratio) -> Result<Coefficient, Error> {
        if ratio == Ratio::ONE {
            return Ok(self);
        }
        if let Some(product) = self.times_narrow(ratio) {
            return Ok(product);
        }
        let numerator = self.numerator.checked_mul(ratio.num_wide()).ok_or_else(overflow)?;
        let denominator = self.denominator.checked_mul(ratio.den_wide()).ok_or_else(overflow)?;
        Coefficient::reduced(self.negative != ratio.is_negative(), numerator, denominator)
    }

    /// The common case: all products fit 128 bits.
    fn times_narrow(self, ratio: Ratio) -> Option<Coefficient> {
        let numerator = self.numerator.to_u128()?.checked_mul(ratio.numerator().unsigned_abs())?;
        let denominator = self.denominator.to_u128()?.checked_mul(ratio.denominator().unsigned_abs())?;
        let divisor = gcd_u128(numerator, denominator);
        Some(Coefficient {
            negative: self.negative != ratio.is_negative(),
            numerator: U512::from_u128(numerator.checked_div(divisor)?),
            denominator: U512::from_u128(denominator.checked_div(divisor)?),
        })
    }

    fn reduced(negative: bool, numerator: U512, denominator: U512) -> Result<Coefficient, Error> {
        let divisor = numerator.gcd(denominator);
        let shrink = |value: U512| value.div_rem(divisor).map(|(quotient, _)| quotient).ok_or_else(overflow);
        let product =
            Coefficient { negative, numerator: shrink(numerator)?, denominator: shrink(denominator)? };
        // Half of the width stays free for the quantity's mantissa, its power of ten and the scale of the mass.
        let room = U512::from_u128(u128::MAX);
        let limit = room.checked_mul(room).ok_or_else(overflow)?;
        if product.numerator > limit || product.denominator > limit {
            return Err(overflow());
        }
        Ok(product)
    }

    /// The coefficient as a fraction, if its terms fit 127 bits.
    pub fn to_ratio(self) -> Option<Ratio> {
        let numerator = i128::try_from(self.numerator.to_u128()?).ok()?;
        let denominator = i128::try_from(self.denominator.to_u128()?).ok()?;
        Ratio::new(if self.negative { numerator.checked_neg()? } else { numerator }, denominator).ok()
    }

    /// Whether the coefficient is below zero.
    pub fn is_negative(self) -> bool {
        self.negative && !self.numerator.is_zero()
    }

    /// The product with another coefficient.
    ///
    /// # Errors
    /// As [`times`](Coefficient::times).
    pub(crate) fn multiplied(self, other: Coefficient) -> Result<Coefficient, Error> {
        let numerator = self.numerator.checked_mul(other.numerator).ok_or_else(overflow)?;
        let denominator = self.denominator.checked_mul(other.denominator).ok_or_else(overflow)?;
        Coefficient::reduced(self.negative != other.negative, numerator, denominator)
    }

    /// The quotient.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`; as [`times`](Coefficient::times).
    pub(crate) fn over(self, other: Coefficient) -> Result<Coefficient, Error> {
        if other.is_zero() {
            return Err(Error::new(Code::DivisionByZero, "a coefficient is divided by zero"));
        }
        let inverse = Coefficient {
            negative: other.negative,
            numerator: other.denominator,
            denominator: other.numerator,
        };
        self.multiplied(inverse)
    }

    /// Whether the value is at most the other one.
    pub(crate) fn at_most(self, other: Coefficient) -> bool {
        // At most 256 bits each, so the products always fit.
        let cross = |a: U512, b: U512| a.checked_mul(b).unwrap_or(U512::ZERO);
        let (left, right) =
            (cross(self.numerator, other.denominator), cross(other.numerator, self.denominator));
        match (self.negative && !self.is_zero(), other.negative && !other.is_zero()) {
            (false, false) => left <= right,
            (true, true) => left >= right,
            (negative, _) => negative,
        }
    }

    /// One less.
    ///
    /// # Errors
    /// As [`times`](Coefficient::times).
    pub(crate) fn minus_one(self) -> Result<Coefficient, Error> {
        let (above, below) = (self.numerator, self.denominator);
        let (negative, numerator) = if self.negative {
            (true, above.checked_add(below).ok_or_else(overflow)?)
        } else {
            match above.checked_sub(below) {
                Some(rest) => (false, rest),
                None => (true, below.checked_sub(above).ok_or_else(overflow)?),
            }
        };
        Coefficient::reduced(negative, numerator, below)
    }

    /// The value at a number of decimal places, rounded half-even. The name of the rounding belongs in the record.
    ///
    /// # Errors
    /// `OVERFLOW` if the rounded value needs more than 28 digits.
    pub fn round_half_even(self, scale: u32) -> Result<Amount, Error> {
        let power = U512::pow10(scale).ok_or_else(overflow)?;
        let scaled = self.numerator.checked_mul(power).ok_or_else(overflow)?;
        let (quotient, remainder) = scaled.div_rem(self.denominator).ok_or_else(overflow)?;
        let quotient = quotient.to_u128().ok_or_else(overflow)?;
        let up = rounds_up(quotient & 1 == 1, remainder, self.denominator);
        let rounded = quotient.checked_add(u128::from(up)).and_then(|value| i128::try_from(value).ok());
        let rounded = rounded.ok_or_else(overflow)?;
        Amount::new(if self.negative { rounded.wrapping_neg() } else { rounded }, scale)
    }

    /// Whether multiplying gives nothing.
    pub fn is_zero(self) -> bool {
        self.numerator.is_zero()
    }

    /// `quantity × coefficient` as an exact fraction, if its terms fit 127 bits.
    pub fn exact_product(self, quantity: Amount) -> Option<Ratio> {
        self.times(Ratio::from(quantity)).ok()?.to_ratio()
    }
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the product of conversion and factor needs more than 256 bits")
}
