//! The exact multiplier of a ledger line: conversion × factor.

use super::wide::U512;
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
        let numerator = self.numerator.checked_mul(ratio.num_wide()).ok_or_else(overflow)?;
        let denominator = self.denominator.checked_mul(ratio.den_wide()).ok_or_else(overflow)?;
        let divisor = numerator.gcd(denominator);
        let shrink = |value: U512| value.div_rem(divisor).map(|(quotient, _)| quotient).ok_or_else(overflow);
        let product = Coefficient {
            negative: self.negative != ratio.is_negative(),
            numerator: shrink(numerator)?,
            denominator: shrink(denominator)?,
        };
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
