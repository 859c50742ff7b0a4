//! How far a value may be off: two sides, relative to the value.

use super::combine::Sides;
use super::fixed::Fixed;
use super::statistic::Statistic;
use crate::error::{Code, Error};
use crate::number::{Amount, NumberFormat, Ratio, U512};

/// Counts of 10^-18 in one: what the sides of a [`Spread`] are counted in.
pub(crate) const SHARE: u128 = 1_000_000_000_000_000_000;
/// The widest side that is taken, 100,000 %.
const WIDEST: u128 = 1_000 * SHARE;

/// Half of the 95 % interval over the value, below and above it.
///
/// Both sides are kept as counts of 10^-18 of the value. They belong to the value as a multiplier: where the value is
/// negative, `lower` is the side towards zero.
///
/// # Example
/// ```
/// use emitrace::number::{Amount, NumberFormat};
/// use emitrace::uncertainty::Spread;
///
/// let read = |text: &str| Spread::parse(text, NumberFormat::Point, Amount::from(1000));
/// assert_eq!(read("5")?, read("± 5 %")?);
/// assert_eq!(read("-10/+20 %")?, read("900..1200")?);
/// assert_eq!(read("-10/+20 %")?.lower_percent().to_string(), "10");
/// assert_eq!(read("about 5").unwrap_err().code().as_str(), "BAD_UNCERTAINTY");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spread {
    pub(crate) lower: u128,
    pub(crate) upper: u128,
}

impl Spread {
    /// Equally far on both sides, as a decimal in per cent.
    ///
    /// # Errors
    /// As [`Amount::parse`]; `BAD_UNCERTAINTY` if it is negative or above 100,000 %.
    pub fn percent(text: &str) -> Result<Spread, Error> {
        let side = side(Amount::parse(text)?)?;
        Ok(Spread { lower: side, upper: side })
    }

    /// Reads what a ledger writes: `5`, `5 %`, `±5%`, `-10/+20 %`, or the ends of the interval in the unit of the
    /// quantity, `950..1080`. A number without anything is per cent.
    ///
    /// # Errors
    /// `BAD_UNCERTAINTY`, or what reading a number refuses.
    pub fn parse(text: &str, format: NumberFormat, quantity: Amount) -> Result<Spread, Error> {
        let number = |text: &str| {
            let read = format.parse(&text.trim().replace('\u{2212}', "-"));
            read.map_err(|error| Error::new(Code::BadUncertainty, error.message()).with_help(help_of(&error)))
        };
        let text = text.trim();
        if let Some((lower, upper)) = text.split_once("..") {
            return Spread::within(number(lower)?, quantity, number(upper)?);
        }
        let bare = |text: &'_ str| text.trim().trim_end_matches('%').trim_end().to_owned();
        let plain = bare(text);
        let both = ["+/-", "+-", "\u{b1}"].iter().find_map(|sign| plain.strip_prefix(sign));
        if let Some(one) = both {
            let side = side(number(one)?)?;
            return Ok(Spread { lower: side, upper: side });
        }
        let Some((first, second)) = plain.split_once('/') else {
            if plain.starts_with(['-', '+', '\u{2212}']) {
                return Err(bad(format!("`{text}` has one side only")));
            }
            let side = side(number(&plain)?)?;
            return Ok(Spread { lower: side, upper: side });
        };
        let mut sides = [None, None];
        for part in [bare(first), bare(second)] {
            let minus = part.strip_prefix(['-', '\u{2212}']);
            let (at, digits) = match (minus, part.strip_prefix('+')) {
                (Some(digits), _) => (0, digits),
                (None, Some(digits)) => (1, digits),
                (None, None) => return Err(bad(format!("a side of `{text}` has no sign"))),
            };
            if let Some(slot) = sides.get_mut(at) {
                *slot = Some(side(number(digits)?)?);
            }
        }
        match sides {
            [Some(lower), Some(upper)] => Ok(Spread { lower, upper }),
            _ => Err(bad(format!("both sides of `{text}` go the same way"))),
        }
    }

    /// From the ends of the 95 % interval around a value.
    ///
    /// # Errors
    /// `BAD_UNCERTAINTY` if the value is zero or does not lie between the ends.
    pub fn within(lower: Amount, value: Amount, upper: Amount) -> Result<Spread, Error> {
        if value.is_zero() {
            return Err(bad("an interval around zero has no size relative to it".into()));
        }
        if lower > value || value > upper {
            return Err(bad(format!("{value} is not between {lower} and {upper}")));
        }
        let far = |from: Amount, to: Amount| {
            let size = Ratio::from(to).try_sub(Ratio::from(from))?.try_div(Ratio::from(value))?;
            count(size)
        };
        if value.is_negative() {
            Ok(Spread { lower: far(upper, value)?, upper: far(value, lower)? })
        } else {
            Ok(Spread { lower: far(lower, value)?, upper: far(value, upper)? })
        }
    }

    /// From a factor of dispersion: the 95 % interval goes from `value / factor` to `value × factor`.
    pub(crate) fn from_factor(factor: Fixed) -> Result<Spread, Error> {
        let share = |side: Fixed| {
            let wide = U512::from_u128(side.bits().unsigned_abs()).checked_mul(U512::from_u128(SHARE))?;
            let rounded = wide.checked_add(U512::from_u128(1 << 95))?;
            let (quotient, _) = rounded.div_rem(U512::from_u128(1 << 96))?;
            quotient.to_u128()
        };
        let upper = share(factor.minus(Fixed::ONE)?);
        let lower = share(Fixed::ONE.minus(Fixed::ONE.over(factor)?)?);
        let (lower, upper) = lower.zip(upper).ok_or_else(|| bad("the factor is too large".into()))?;
        Ok(Spread { lower: checked(lower)?, upper: checked(upper)? })
    }

    /// From half-widths in per cent.
    pub(crate) fn from_sides(sides: Sides) -> Result<Spread, Error> {
        let side = |percent: Statistic| {
            let (numerator, denominator) = percent.terms()?;
            let wide = numerator.checked_mul(U512::from_u128(SHARE / 100))?;
            wide.div_rem(denominator)?.0.to_u128()
        };
        let (lower, upper) = side(sides.lower)
            .zip(side(sides.upper))
            .ok_or_else(|| bad("a half-width is too large".into()))?;
        Ok(Spread { lower: lower.min(WIDEST), upper: upper.min(WIDEST) })
    }

    /// With its sides exchanged.
    pub(crate) fn turned(self) -> Spread {
        Spread { lower: self.upper, upper: self.lower }
    }

    /// The side below, in per cent.
    pub fn lower_percent(self) -> Statistic {
        percent_of(self.lower)
    }

    /// The side above, in per cent.
    pub fn upper_percent(self) -> Statistic {
        percent_of(self.upper)
    }

    /// Whether both sides are equal.
    pub fn is_symmetric(self) -> bool {
        self.lower == self.upper
    }
}

fn percent_of(side: u128) -> Statistic {
    // A side has at most 21 digits in front of 18 places.
    Statistic::quotient(false, U512::from_u128(side), U512::from_u128(SHARE / 100), Statistic::DIGITS)
        .unwrap_or(Statistic::ZERO)
}

/// A side from its per cent.
fn side(percent: Amount) -> Result<u128, Error> {
    count(Ratio::from(percent).try_div(Ratio::whole(100))?)
}

fn count(share: Ratio) -> Result<u128, Error> {
    if share.is_negative() {
        return Err(bad("an uncertainty is never negative".into()));
    }
    let wide = U512::from_u128(share.numerator().unsigned_abs()).checked_mul(U512::from_u128(SHARE));
    let half = U512::from_u128(share.denominator().unsigned_abs() >> 1);
    let rounded = wide
        .and_then(|wide| wide.checked_add(half)?.div_rem(U512::from_u128(share.denominator().unsigned_abs())))
        .and_then(|(quotient, _)| quotient.to_u128());
    checked(rounded.unwrap_or(u128::MAX))
}

fn checked(side: u128) -> Result<u128, Error> {
    if side > WIDEST { Err(bad("an uncertainty above 100,000 % says nothing".into())) } else { Ok(side) }
}

/// A number of two readings needs the declaration of its style; any other text needs the forms that are known.
fn help_of(error: &Error) -> &str {
    match error.code() {
        Code::AmbiguousNumber | Code::MixedNumberFormat | Code::BadGrouping => error.help(),
        _ => Code::BadUncertainty.help(),
    }
}

fn bad(message: String) -> Error {
    Error::new(Code::BadUncertainty, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Spread, Error> {
        Spread::parse(text, NumberFormat::Undeclared, Amount::from(200))
    }

    fn spread(lower: u128, upper: u128) -> Spread {
        // In hundredths of a per cent.
        Spread { lower: lower * SHARE / 10_000, upper: upper * SHARE / 10_000 }
    }

    #[test]
    fn every_form_is_read() {
        for text in
            ["5", "5%", "5 %", "±5%", "± 5 %", "+/-5", "+-5%", " 5.0 % ", "-5/+5", "190..210", "190 .. 210"]
        {
            assert_eq!(read(text).unwrap(), spread(500, 500), "{text}");
        }
        for text in ["-10/+20 %", "+20/-10", "-10%/+20%", "\u{2212}10 / +20 %", "180..240"] {
            assert_eq!(read(text).unwrap(), spread(1000, 2000), "{text}");
        }
        assert_eq!(read("0").unwrap(), spread(0, 0));
        let vietnamese = Spread::parse("2,5 %", NumberFormat::Comma, Amount::ONE).unwrap();
        assert_eq!(vietnamese, spread(250, 250));
    }

    #[test]
    fn what_is_no_interval_is_refused() {
        for text in [
            "-5",
            "+5",
            "5/10",
            "-5/-10",
            "+5/+10",
            "210..190",
            "190..199",
            "201..210",
            "200000",
            "- 5/+ 10 kg",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("-5").unwrap_err().code(), Code::BadUncertainty);
        assert_eq!(read("low").unwrap_err().code(), Code::BadUncertainty);
        let zero = Spread::parse("-1..1", NumberFormat::Point, Amount::ZERO);
        assert_eq!(zero.unwrap_err().code(), Code::BadUncertainty);
    }

    #[test]
    fn a_negative_value_keeps_its_sides_as_a_multiplier() {
        let amount = |text| Amount::parse(text).unwrap();
        // -120 is 1.2 times -100.
        let around = Spread::within(amount("-120"), amount("-100"), amount("-90")).unwrap();
        assert_eq!(around, spread(1000, 2000));
    }

    proptest! {
        #[test]
        fn a_percentage_prints_as_it_was_written(hundredths in 0u32..1_000_000) {
            let text = Amount::new(hundredths.into(), 2).unwrap().to_string();
            prop_assert_eq!(Spread::percent(&text).unwrap().upper_percent().to_string(), text);
        }
    }
}
