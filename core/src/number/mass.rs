//! Masses of gas and of CO2 equivalent: integers, so that sums are exact in any order.

use core::fmt;

use super::coefficient::Coefficient;
use super::digits::Decimal;
use super::wide::{U512, gcd_u128, rounds_up, rounds_up_u128};
use super::{Amount, Ratio};
use crate::error::{Code, Error};

/// Decimals of a [`Mass`] in kilograms.
const MASS_SCALE: u32 = 12;
/// `10^12`.
const MASS_UNIT: u128 = 1_000_000_000_000;
/// Decimals of a [`Co2e`] in kilograms.
const CO2E_SCALE: u32 = 15;

/// A mass of gas as an integer count of 10⁻¹² kg (a nanogram): Arrow `decimal128(38, 12)`.
///
/// # Units
/// Prints in kilograms.
///
/// # Method
/// M-01: a line's mass is `quantity × coefficient`, computed exactly and rounded **once**, half-even.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mass(i128);

impl Mass {
    /// No mass.
    pub const ZERO: Mass = Mass(0);

    /// `quantity × coefficient` in kilograms, rounded once, half-even, to 10⁻¹² kg.
    ///
    /// # Errors
    /// `OVERFLOW` if the mass is 1.7 × 10²⁶ kg or more.
    pub fn of(quantity: Amount, coefficient: &Coefficient) -> Result<Mass, Error> {
        Multiplier::new(coefficient).apply(quantity)
    }

    /// A mass from its count of 10⁻¹² kg.
    pub const fn from_units(units: i128) -> Mass {
        Mass(units)
    }

    /// Kilograms as a result prints them.
    ///
    /// # Errors
    /// `BAD_REQUEST` for any other text; more than 12 decimals are never printed.
    ///
    /// # Example
    /// ```
    /// use emitrace::number::Mass;
    ///
    /// assert_eq!(Mass::parse("-0.5")?.units(), -500_000_000_000);
    /// assert!(Mass::parse("1e3").is_err());
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Mass, Error> {
        read_units(text, MASS_SCALE).map(Mass)
    }

    /// The count of 10⁻¹² kg.
    pub const fn units(self) -> i128 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn try_add(self, other: Mass) -> Result<Mass, Error> {
        self.0.checked_add(other.0).map(Mass).ok_or_else(overflow)
    }

    /// The warming effect under a GWP, exactly.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn co2e(self, gwp: Gwp) -> Result<Co2e, Error> {
        self.0.checked_mul(i128::from(gwp.0)).map(Co2e).ok_or_else(overflow)
    }

    /// Kilograms as an exact fraction.
    pub fn to_ratio(self) -> Ratio {
        Ratio::new(self.0, 1_000_000_000_000).unwrap_or(Ratio::ZERO)
    }
}

/// A [`Coefficient`] made ready to multiply many quantities.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Multiplier {
    negative: bool,
    wide: (U512, U512),
    /// Numerator × 10¹² and denominator, where both fit 128 bits.
    narrow: Option<(u128, u128)>,
}

impl Multiplier {
    pub(crate) fn new(coefficient: &Coefficient) -> Multiplier {
        if let Some((times, by)) = Multiplier::narrow(coefficient) {
            let wide = (U512::from_u128(times), U512::from_u128(by));
            return Multiplier { negative: coefficient.negative, wide, narrow: Some((times, by)) };
        }
        // At most 256 bits by construction, so times 10^12 always fits.
        let numerator = coefficient.numerator.checked_mul(U512::from_u128(MASS_UNIT)).unwrap_or(U512::ZERO);
        let divisor = numerator.gcd(coefficient.denominator);
        let shrink = |value: U512| value.div_rem(divisor).map_or(U512::ZERO, |(quotient, _)| quotient);
        let wide = (shrink(numerator), shrink(coefficient.denominator));
        Multiplier { negative: coefficient.negative, wide, narrow: wide.0.to_u128().zip(wide.1.to_u128()) }
    }

    /// The terms in the common case: everything fits 128 bits.
    fn narrow(coefficient: &Coefficient) -> Option<(u128, u128)> {
        let numerator = coefficient.numerator.to_u128()?.checked_mul(MASS_UNIT)?;
        let denominator = coefficient.denominator.to_u128()?;
        let divisor = gcd_u128(numerator, denominator);
        Some((numerator.checked_div(divisor)?, denominator.checked_div(divisor)?))
    }

    pub(crate) fn apply(&self, quantity: Amount) -> Result<Mass, Error> {
        let magnitude = self.apply_narrow(quantity).map_or_else(|| self.apply_wide(quantity), Ok)?;
        let magnitude = i128::try_from(magnitude).map_err(|_| overflow())?;
        Ok(Mass(if self.negative != quantity.is_negative() { magnitude.wrapping_neg() } else { magnitude }))
    }

    /// What a quantity counted in `10^-places` is multiplied by and divided by, where both fit and neither is negative,
    /// if the quantity was already multiplied by `over`.
    pub(crate) fn quick(&self, places: u32, over: Ratio) -> Option<(u64, u64)> {
        let (numerator, denominator) = self.narrow.filter(|_| !self.negative)?;
        let numerator = numerator.checked_mul(u128::try_from(over.denominator()).ok()?)?;
        let denominator = denominator.checked_mul(u128::try_from(over.numerator()).ok()?)?;
        let denominator = denominator.checked_mul(10u128.checked_pow(places)?)?;
        let divisor = gcd_u128(numerator, denominator);
        let shrink = |value: u128| u64::try_from(value.checked_div(divisor)?).ok();
        Some((shrink(numerator)?, shrink(denominator)?))
    }

    /// The common case: everything fits 128 bits.
    fn apply_narrow(&self, quantity: Amount) -> Option<u128> {
        let (numerator, denominator) = self.narrow?;
        let product = quantity.mantissa().unsigned_abs().checked_mul(numerator)?;
        let divisor = denominator.checked_mul(10u128.checked_pow(quantity.scale())?)?;
        if divisor == 1 {
            return Some(product);
        }
        let quotient = product.checked_div(divisor)?;
        let remainder = product.checked_sub(quotient.checked_mul(divisor)?)?;
        quotient.checked_add(u128::from(rounds_up_u128(quotient & 1 == 1, remainder, divisor)))
    }

    fn apply_wide(&self, quantity: Amount) -> Result<u128, Error> {
        let (numerator, denominator) = self.wide;
        let product = U512::from_u128(quantity.mantissa().unsigned_abs()).checked_mul(numerator);
        let divisor = U512::pow10(quantity.scale()).and_then(|power| power.checked_mul(denominator));
        let (product, divisor) = product.zip(divisor).ok_or_else(overflow)?;
        let (quotient, remainder) = product.div_rem(divisor).ok_or_else(overflow)?;
        let quotient = quotient.to_u128().ok_or_else(overflow)?;
        quotient
            .checked_add(u128::from(rounds_up(quotient & 1 == 1, remainder, divisor)))
            .ok_or_else(overflow)
    }
}

/// A mass of CO2 equivalent as an integer count of 10⁻¹⁵ kg.
///
/// # Units
/// Prints in kilograms of CO2 equivalent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Co2e(i128);

impl Co2e {
    /// No warming effect.
    pub const ZERO: Co2e = Co2e(0);

    /// A value from its count of 10⁻¹⁵ kg.
    pub const fn from_units(units: i128) -> Co2e {
        Co2e(units)
    }

    /// Kilograms of CO2 equivalent as a result prints them.
    ///
    /// # Errors
    /// `BAD_REQUEST` for any other text; more than 15 decimals are never printed.
    pub fn parse(text: &str) -> Result<Co2e, Error> {
        read_units(text, CO2E_SCALE).map(Co2e)
    }

    /// The count of 10⁻¹⁵ kg.
    pub const fn units(self) -> i128 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn try_add(self, other: Co2e) -> Result<Co2e, Error> {
        self.0.checked_add(other.0).map(Co2e).ok_or_else(overflow)
    }

    /// The difference.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn try_sub(self, other: Co2e) -> Result<Co2e, Error> {
        self.0.checked_sub(other.0).map(Co2e).ok_or_else(overflow)
    }

    /// The value times an exact fraction, rounded once, half-even, to 10⁻¹⁵ kg.
    ///
    /// # Errors
    /// `OVERFLOW`.
    ///
    /// # Example
    /// ```
    /// use emitrace::number::{Co2e, Coefficient, Ratio};
    ///
    /// let third = Coefficient::ONE.times(Ratio::new(1, 3)?)?;
    /// assert_eq!(Co2e::parse("100")?.share(&third)?.to_string(), "33.333333333333333");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn share(self, coefficient: &Coefficient) -> Result<Co2e, Error> {
        let product =
            U512::from_u128(self.0.unsigned_abs()).checked_mul(coefficient.numerator).ok_or_else(overflow)?;
        let (quotient, remainder) = product.div_rem(coefficient.denominator).ok_or_else(overflow)?;
        let quotient = quotient.to_u128().ok_or_else(overflow)?;
        let up = rounds_up(quotient & 1 == 1, remainder, coefficient.denominator);
        let magnitude = quotient.checked_add(u128::from(up)).ok_or_else(overflow)?;
        let magnitude = i128::try_from(magnitude).map_err(|_| overflow())?;
        Ok(Co2e(if (self.0 < 0) != coefficient.negative { magnitude.wrapping_neg() } else { magnitude }))
    }

    /// Kilograms as an exact fraction.
    ///
    /// # Errors
    /// `OVERFLOW` for the one count without a positive twin.
    pub fn to_ratio(self) -> Result<Ratio, Error> {
        Ratio::new(self.0, 1_000_000_000_000_000)
    }

    /// Tonnes, rounded half-even to a number of decimals: for people to read, never to add.
    pub fn tonnes(self, decimals: u32) -> Box<str> {
        rounded(self.0, CO2E_SCALE.saturating_add(3), decimals)
    }
}

/// `units × 10^-scale`, rounded half-even to `decimals`, with exactly that many decimals.
fn rounded(units: i128, scale: u32, decimals: u32) -> Box<str> {
    let divisor = 10u128.checked_pow(scale.saturating_sub(decimals)).unwrap_or(u128::MAX);
    let magnitude = units.unsigned_abs();
    let quotient = magnitude.checked_div(divisor).unwrap_or(0);
    let remainder = magnitude.checked_rem(divisor).unwrap_or(0);
    let quotient = quotient.saturating_add(u128::from(rounds_up_u128(quotient & 1 == 1, remainder, divisor)));
    let width = usize::try_from(decimals).unwrap_or(0).saturating_add(1);
    let mut text = format!("{quotient:0width$}");
    if decimals > 0 {
        text.insert(text.len().saturating_sub(width.saturating_sub(1)), '.');
    }
    if units < 0 && quotient != 0 {
        text.insert(0, '-');
    }
    text.into()
}

/// A global warming potential with at most three decimals, as a count of thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gwp(i64);

impl Gwp {
    /// One: CO2, and CO2 equivalent itself.
    pub const ONE: Gwp = Gwp(1000);

    /// A GWP from a decimal.
    ///
    /// # Errors
    /// `NUMBER_OUT_OF_RANGE` if the value has more than three decimals or is too large.
    pub fn new(value: Amount) -> Result<Gwp, Error> {
        let refuse = || {
            Error::new(
                Code::NumberOutOfRange,
                format!("GWP {value} has more than three decimals or is too large"),
            )
        };
        let power = 3u32
            .checked_sub(value.scale())
            .and_then(|places| 10i128.checked_pow(places))
            .ok_or_else(refuse)?;
        let units = value.mantissa().checked_mul(power).ok_or_else(refuse)?;
        i64::try_from(units).map(Gwp).map_err(|_| refuse())
    }

    /// The value as a decimal.
    pub fn to_amount(self) -> Amount {
        Amount::new(self.0.into(), 3).unwrap_or(Amount::ZERO)
    }
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the mass does not fit 38 digits")
}

impl Mass {
    /// Writes it as [`fmt::Display`] does, for files of many numbers.
    pub(crate) fn write_to(self, out: &mut String) {
        out.push_str(Decimal::new(self.0, MASS_SCALE).as_str());
    }
}

impl Co2e {
    /// Writes it as [`fmt::Display`] does, for files of many numbers.
    pub(crate) fn write_to(self, out: &mut String) {
        out.push_str(Decimal::new(self.0, CO2E_SCALE).as_str());
    }
}

impl fmt::Display for Mass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Decimal::new(self.0, MASS_SCALE).as_str())
    }
}

impl fmt::Display for Co2e {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Decimal::new(self.0, CO2E_SCALE).as_str())
    }
}

impl fmt::Display for Gwp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_amount().fmt(f)
    }
}

/// Kilograms as a result prints them, back to the integer count.
fn read_units(text: &str, scale: u32) -> Result<i128, Error> {
    let bad = || Error::new(Code::BadRequest, format!("`{text}` is not a mass that emitrace prints"));
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = u32::try_from(fraction.len()).map_err(|_| bad())?;
    let missing = scale.checked_sub(places).ok_or_else(bad)?;
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return Err(bad());
    }
    let mut units: i128 = 0;
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = i128::from(byte.wrapping_sub(b'0'));
        units = units.checked_mul(10).and_then(|units| units.checked_add(digit)).ok_or_else(bad)?;
    }
    let units = 10i128.checked_pow(missing).and_then(|power| units.checked_mul(power)).ok_or_else(bad)?;
    Ok(if negative { units.wrapping_neg() } else { units })
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::*;

    /// Half-even by the book, on big rationals.
    fn oracle(quantity: Amount, ratios: &[Ratio]) -> BigInt {
        let mut exact = BigRational::new(quantity.mantissa().into(), BigInt::from(10).pow(quantity.scale()));
        for r in ratios {
            exact *= BigRational::new(r.numerator().into(), r.denominator().into());
        }
        exact *= BigRational::from(BigInt::from(10).pow(12));
        let floor = exact.floor().to_integer();
        let rest = exact - BigRational::from(floor.clone());
        let half = BigRational::new(1.into(), 2.into());
        let odd = &floor % 2 != BigInt::from(0);
        if rest > half || (rest == half && odd) { floor + 1 } else { floor }
    }

    fn amount() -> impl Strategy<Value = Amount> {
        (
            -9_999_999_999_999_999_999_999_999_999i128..=9_999_999_999_999_999_999_999_999_999,
            0u32..=28,
            0u32..28,
        )
            .prop_map(|(m, s, cut)| Amount::new(m / 10i128.pow(cut), s).unwrap())
    }

    proptest! {
        #[test]
        fn a_mass_prints_every_digit_that_counts(units in any::<i128>(), shift in 0u32..127) {
            let units = units >> shift;
            let exact = rounded(units, MASS_SCALE, MASS_SCALE);
            let want = exact.trim_end_matches('0').trim_end_matches('.');
            let mass = Mass::from_units(units);
            prop_assert_eq!(mass.to_string(), want);
            prop_assert_eq!(format!("{mass:>50}"), format!("{want:>50}"));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_mass_is_the_exact_product_rounded_once(q in amount(), f in amount(), n in 1i64.., d in 1i64..) {
            let ratios = [Ratio::from(f), Ratio::new(n.into(), d.into()).unwrap()];
            let mut coefficient = Coefficient::ONE;
            for r in ratios {
                coefficient = coefficient.times(r).unwrap();
            }
            let want = oracle(q, &ratios);
            match Mass::of(q, &coefficient) {
                Ok(mass) => prop_assert_eq!(BigInt::from(mass.units()), want),
                Err(_) => prop_assert!(want.magnitude() > &num_bigint::BigUint::from(i128::MAX.unsigned_abs())),
            }
        }
    }

    #[test]
    fn prints_without_trailing_zeros() {
        for (units, want) in
            [(0, "0"), (1, "0.000000000001"), (-1_500_000_000_000, "-1.5"), (2_000_000_000_000, "2")]
        {
            assert_eq!(Mass(units).to_string(), want);
        }
        assert_eq!(&*Co2e::from_units(1_234_567_500_000_000_000).tonnes(3), "1.235");
        assert_eq!(&*Co2e::from_units(-400_000_000_000).tonnes(3), "0.000");
        assert_eq!(&*Co2e::from_units(1_500_000_000_000_000_000).tonnes(0), "2");
    }

    #[test]
    fn printed_masses_read_back() {
        for units in [0, 1, -1, 123_456_789_012_345_678, -1_000_000_000_000_000] {
            assert_eq!(Mass::parse(&Mass::from_units(units).to_string()).unwrap().units(), units);
            assert_eq!(Co2e::parse(&Co2e::from_units(units).to_string()).unwrap().units(), units);
        }
        for text in ["", "1.", ".5", "1e3", "1,5", "--1", "0.0000000000001"] {
            assert_eq!(text == "1.", Mass::parse(text).is_ok(), "{text}");
        }
    }
}
