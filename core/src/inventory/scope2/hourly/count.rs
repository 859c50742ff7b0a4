//! Whole counts of a small unit: energy and factors of many intervals are added without fractions.

use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};

/// Energy is counted in ninths of 10⁻¹² kWh: kilowatt-hours and joules of up to twelve and nine decimals are whole counts of it.
pub(super) const PER_KWH: u64 = 9_000_000_000_000;
/// Energy of meters in kWh stays a multiple of this, and then so do shares of it: they end as decimals.
pub(super) const NINE: u128 = 9;
/// Factors of series are counted in 10⁻¹⁵ kg for one kWh.
const PER_KG_PER_KWH: u64 = 1_000_000_000_000_000;

/// How a written quantity becomes a count: the count of one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale(Ratio);

impl Scale {
    /// Of energy in a unit that is so many kWh.
    pub(super) fn energy(to_kwh: Ratio) -> Result<Scale, Error> {
        to_kwh.try_mul(Ratio::new(PER_KWH.into(), 1)?).map(Scale)
    }

    /// Of factors in a unit that is so many kilograms for one kWh.
    pub(super) fn factor(to_kg_per_kwh: Ratio) -> Result<Scale, Error> {
        to_kg_per_kwh.try_mul(Ratio::new(PER_KG_PER_KWH.into(), 1)?).map(Scale)
    }

    /// The count of a quantity that is not negative.
    ///
    /// # Errors
    /// `PRECISION_EXCEEDED` if it is no whole count, `OVERFLOW`.
    pub(super) fn count(self, quantity: Amount) -> Result<u128, Error> {
        self.count_of(Ratio::from(quantity), &quantity)
    }

    pub(super) fn count_of(self, quantity: Ratio, shown: &dyn core::fmt::Display) -> Result<u128, Error> {
        let count = quantity.try_mul(self.0)?;
        match (count.denominator(), u128::try_from(count.numerator())) {
            (1, Ok(count)) if count < u128::MAX => Ok(count),
            _ => {
                let message = format!("{shown} is finer than the twelve decimals of a kWh that are kept");
                Err(Error::new(Code::PrecisionExceeded, message)
                    .with_help("round the value to at most twelve decimals of a kWh, or nine of a kg/kWh"))
            }
        }
    }
}

/// A count of energy in kWh, exactly.
pub(super) fn kwh(count: u128) -> Result<Ratio, Error> {
    Ratio::new(i128::try_from(count).map_err(|_| overflow())?, PER_KWH.into())
}

/// A sum.
pub(super) fn add(a: u128, b: u128) -> Result<u128, Error> {
    a.checked_add(b).ok_or_else(overflow)
}

/// Energy times factor, a count of kilograms.
pub(super) fn mass(energy: u128, factor: u128) -> Result<u128, Error> {
    energy.checked_mul(factor).ok_or_else(overflow)
}

/// A count of [`mass`] in kilograms, exactly.
pub(super) fn kilograms(count: u128) -> Result<Ratio, Error> {
    let unit = i128::from(PER_KWH).checked_mul(PER_KG_PER_KWH.into()).ok_or_else(overflow)?;
    Ratio::new(i128::try_from(count).map_err(|_| overflow())?, unit)
}

pub(super) fn overflow() -> Error {
    Error::new(Code::Overflow, "the energy of a series does not fit the exact range")
}
