//! IPCC approach 1: propagation of error (2006 Guidelines volume 1 chapter 3, equations 3.1 and 3.2).

use super::spread::Spread;
use super::statistic::Statistic;
use crate::error::{Code, Error};
use crate::number::U512;

/// Thousandths in one: what correlations are counted in, and squares with them.
const THOUSAND: u32 = 1_000;

/// A lower and an upper side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Below the value.
    pub lower: Statistic,
    /// Above the value.
    pub upper: Statistic,
}

impl Sides {
    /// Whether a side is above a whole number.
    pub fn is_above(self, bound: u32) -> bool {
        self.lower.is_above(bound) || self.upper.is_above(bound)
    }
}

/// The uncertainty of a product of independent quantities, in per cent.
///
/// # Method
/// M-70 (IPCC 2006 V1 Ch3, equation 3.1): `U = sqrt(U1² + … + Un²)`, each side for itself.
///
/// # Errors
/// `OVERFLOW`.
pub fn product(spreads: &[Spread]) -> Result<Sides, Error> {
    let mut squares = [U512::ZERO; 2];
    for spread in spreads {
        for (sum, side) in squares.iter_mut().zip([spread.lower, spread.upper]) {
            *sum = sum.checked_add(square(U512::from_u128(side))?).ok_or_else(overflow)?;
        }
    }
    // Counts of 10^-18, shown in per cent.
    let unit = U512::pow10(32).ok_or_else(overflow)?;
    let [lower, upper] = squares;
    Ok(Sides { lower: Statistic::root(lower, unit)?, upper: Statistic::root(upper, unit)? })
}

/// Half-widths of the lines that share something, added in both ways: as if independent, and as if one.
///
/// Values are whole numbers of some unit, half-widths whole numbers of 10^-18 of it; nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deviations {
    /// Sums of squares, lower and upper.
    squares: [Wide; 2],
    /// Sums of half-widths of positive and of negative values; lower and upper.
    plus: [Wide; 2],
    minus: [Wide; 2],
}

/// A wide number whose default is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wide(U512);

impl Default for Wide {
    fn default() -> Wide {
        Wide(U512::ZERO)
    }
}

impl Wide {
    fn add(&mut self, other: U512) -> Result<(), Error> {
        self.0 = self.0.checked_add(other).ok_or_else(overflow)?;
        Ok(())
    }
}

impl Deviations {
    /// Adds a value that is off by itself.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn add(&mut self, value: i128, spread: Spread) -> Result<(), Error> {
        let wide = U512::from_u128(value.unsigned_abs());
        let half = |side: u128| wide.checked_mul(U512::from_u128(side)).ok_or_else(overflow);
        let halves = [half(spread.lower)?, half(spread.upper)?];
        let signed = if value < 0 { &mut self.minus } else { &mut self.plus };
        for (sum, half) in signed.iter_mut().zip(halves) {
            sum.add(half)?;
        }
        // A negative value times a larger multiplier goes down: its sides change places.
        let [lower, upper] = halves;
        let placed = if value < 0 { [upper, lower] } else { [lower, upper] };
        for (sum, half) in self.squares.iter_mut().zip(placed) {
            sum.add(square(half)?)?;
        }
        Ok(())
    }

    /// Adds what was added to another.
    pub(crate) fn merge(&mut self, other: &Deviations) -> Result<(), Error> {
        for (sums, others) in [
            (&mut self.squares, &other.squares),
            (&mut self.plus, &other.plus),
            (&mut self.minus, &other.minus),
        ] {
            for (sum, more) in sums.iter_mut().zip(others) {
                sum.add(more.0)?;
            }
        }
        Ok(())
    }

    /// Half-widths if everything moves together: how far down, how far up.
    fn together(&self) -> [U512; 2] {
        let [plus_lower, plus_upper] = self.plus;
        let [minus_lower, minus_upper] = self.minus;
        // With the multiplier up the sum changes by `plus_upper - minus_upper`, with it down by the other pair.
        let (up, up_negative) = difference(plus_upper.0, minus_upper.0);
        let (down, down_negative) = difference(plus_lower.0, minus_lower.0);
        let rise = |value: U512, is_rise: bool| if is_rise { value } else { U512::ZERO };
        let larger = |a: U512, b: U512| if a > b { a } else { b };
        [
            larger(rise(down, !down_negative), rise(up, up_negative)),
            larger(rise(up, !up_negative), rise(down, down_negative)),
        ]
    }
}

/// The size of a difference and whether it is negative.
fn difference(a: U512, b: U512) -> (U512, bool) {
    match a.checked_sub(b) {
        Some(rest) => (rest, false),
        None => (b.checked_sub(a).unwrap_or(U512::ZERO), true),
    }
}

/// The variance of a sum, as far as it is known: squares of half-widths, below and above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variance([Wide; 2]);

impl Variance {
    /// Adds lines of which each two are correlated by so many thousandths.
    ///
    /// # Method
    /// M-71: `(1 - r) × sum(h²) + r × (sum h)²`.
    pub(crate) fn add(&mut self, lines: &Deviations, correlation: Correlation) -> Result<(), Error> {
        let apart = U512::from_u128(u128::from(THOUSAND.saturating_sub(correlation.0)));
        let joined = U512::from_u128(u128::from(correlation.0));
        for ((sum, squares), together) in self.0.iter_mut().zip(&lines.squares).zip(lines.together()) {
            sum.add(squares.0.checked_mul(apart).ok_or_else(overflow)?)?;
            if correlation.0 != 0 {
                sum.add(square(together)?.checked_mul(joined).ok_or_else(overflow)?)?;
            }
        }
        Ok(())
    }

    /// Adds a source that all of a value shares: a factor, fully correlated.
    pub(crate) fn add_shared(&mut self, value: i128, spread: Spread) -> Result<(), Error> {
        let mut one = Deviations::default();
        one.add(value, spread)?;
        self.add(&one, Correlation::FULL)
    }

    /// Adds a variance that is independent of this one.
    pub(crate) fn join(&mut self, other: &Variance) -> Result<(), Error> {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            sum.add(more.0)?;
        }
        Ok(())
    }

    /// Half-widths over the absolute value, in per cent; none if the value is zero.
    ///
    /// # Method
    /// M-71 (IPCC 2006 V1 Ch3, equation 3.2): `U = sqrt(sum h²) / |sum x|`.
    pub(crate) fn percent(&self, value: i128) -> Result<Option<Sides>, Error> {
        if value == 0 {
            return Ok(None);
        }
        // 100 × sqrt(S / 1000) / (10^18 |X|) = sqrt(10 S / (10^36 X²))
        let size = square(U512::from_u128(value.unsigned_abs()))?;
        let unit = U512::pow10(36).ok_or_else(overflow)?.checked_mul(size).ok_or_else(overflow)?;
        let ten = U512::from_u128(10);
        self.sides(|sum| Statistic::root(sum.checked_mul(ten).ok_or_else(overflow)?, unit)).map(Some)
    }

    /// Half-widths in the unit of which values are counts of 10^-`places`.
    pub(crate) fn half_widths(&self, places: u32) -> Result<Sides, Error> {
        let unit = U512::pow10(places.saturating_mul(2).saturating_add(39)).ok_or_else(overflow)?;
        self.sides(|sum| Statistic::root(sum, unit))
    }

    /// The share of this variance in another, in per cent, by the wider side of the other.
    pub(crate) fn share_of(&self, whole: &Variance) -> Result<Statistic, Error> {
        let [lower, upper] = whole.0;
        let [own_lower, own_upper] = self.0;
        let (own, all) = if lower.0 > upper.0 { (own_lower, lower) } else { (own_upper, upper) };
        if all.0.is_zero() {
            return Ok(Statistic::ZERO);
        }
        let percent = own.0.checked_mul(U512::from_u128(100)).ok_or_else(overflow)?;
        Statistic::quotient(false, percent, all.0, Statistic::DIGITS)
    }

    fn sides(&self, root: impl Fn(U512) -> Result<Statistic, Error>) -> Result<Sides, Error> {
        let [lower, upper] = self.0;
        Ok(Sides { lower: root(lower.0)?, upper: root(upper.0)? })
    }
}

/// How far lines move together, from 0 (independent) to 1, counted in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Correlation(u32);

impl Correlation {
    pub(crate) const NONE: Correlation = Correlation(0);
    pub(crate) const FULL: Correlation = Correlation(THOUSAND);

    /// Reads a decimal from 0 to 1 of at most three places; nothing is 0.
    pub(crate) fn parse(text: &str) -> Result<Correlation, Error> {
        let refuse = || {
            Error::new(Code::NumberOutOfRange, format!("a correlation of `{text}` is not from 0 to 1"))
                .with_help(
                    "give 0 for independent lines, 1 for lines that are off together, at most three decimals",
                )
        };
        if text.is_empty() {
            return Ok(Correlation(0));
        }
        let value = crate::number::Amount::parse(text)?;
        let power =
            3u32.checked_sub(value.scale()).and_then(|up| 10i128.checked_pow(up)).ok_or_else(refuse)?;
        let thousandths = value.mantissa().checked_mul(power).and_then(|count| u32::try_from(count).ok());
        thousandths.filter(|count| *count <= THOUSAND).map(Correlation).ok_or_else(refuse)
    }

    /// Whether lines are drawn together; a simulation knows only 0 and 1.
    pub(crate) fn for_simulation(self) -> Result<bool, Error> {
        match self {
            Correlation::NONE => Ok(false),
            Correlation::FULL => Ok(true),
            other => Err(Error::new(
                Code::NumberOutOfRange,
                format!("a simulation cannot draw lines with a correlation of {}", other.text()),
            )
            .with_help("give 0 or 1 for approach 2")),
        }
    }

    /// As a result prints it.
    pub(crate) fn text(self) -> String {
        crate::number::Amount::new(i128::from(self.0), 3).unwrap_or(crate::number::Amount::ZERO).to_string()
    }
}

/// The part of a whole in per cent, of numbers that are not negative.
pub(crate) fn part_percent(part: u128, whole: u128) -> Option<Statistic> {
    if whole == 0 {
        return None;
    }
    let hundred = U512::from_u128(part).checked_mul(U512::from_u128(100))?;
    Statistic::quotient(false, hundred, U512::from_u128(whole), Statistic::DIGITS).ok()
}

fn square(value: U512) -> Result<U512, Error> {
    value.checked_mul(value).ok_or_else(overflow)
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the squares of an uncertainty need more than 512 bits")
}

#[cfg(test)]
mod tests {
    use super::super::spread::SHARE;
    use super::*;
    use proptest::prelude::*;

    fn spread(percent: &str) -> Spread {
        Spread::percent(percent).unwrap()
    }

    fn sum(lines: &[(i128, &str)], correlation: &str) -> String {
        let mut deviations = Deviations::default();
        let mut total = 0;
        for (value, percent) in lines {
            deviations.add(*value, spread(percent)).unwrap();
            total += value;
        }
        let mut variance = Variance::default();
        variance.add(&deviations, Correlation::parse(correlation).unwrap()).unwrap();
        let sides = variance.percent(total).unwrap().unwrap();
        assert_eq!(sides.lower, sides.upper);
        sides.upper.to_string()
    }

    #[test]
    fn ten_equal_lines_are_better_known_than_one_unless_they_are_off_together() {
        let lines = [(100, "10"); 10];
        assert_eq!(sum(&lines, "0"), "3.16227766016837933");
        assert_eq!(sum(&lines, "1"), "10");
        // sqrt(0.5 × 10 × 10² + 0.5 × 100²) of 1000
        assert_eq!(sum(&lines, "0.5"), "7.41619848709566295");
    }

    #[test]
    fn a_sink_makes_the_net_uncertain() {
        assert_eq!(sum(&[(100, "10"), (-95, "20")], "0"), "429.418211071677769");
    }

    #[test]
    fn sides_of_what_is_subtracted_change_places() {
        let asymmetric = Spread { lower: SHARE / 10, upper: SHARE / 5 };
        let mut variance = Variance::default();
        variance.add_shared(-100, asymmetric).unwrap();
        let sides = variance.percent(-100).unwrap().unwrap();
        assert_eq!((sides.lower.to_string(), sides.upper.to_string()), ("20".into(), "10".into()));
        let mut mixed = Deviations::default();
        mixed.add(100, asymmetric).unwrap();
        mixed.add(-100, asymmetric).unwrap();
        // Off together, what is added and taken away cancels.
        assert_eq!(mixed.together(), [U512::ZERO; 2]);
        assert_eq!(mixed.squares[0], mixed.squares[1]);
        assert_eq!(Variance::default().percent(0).unwrap(), None);
    }

    #[test]
    fn correlations_are_from_nought_to_one() {
        for text in ["-0.1", "1.1", "0.0001", "x"] {
            assert!(Correlation::parse(text).is_err(), "{text}");
        }
        assert_eq!(Correlation::parse("0.25").unwrap().text(), "0.25");
        assert_eq!(Correlation::parse("").unwrap().text(), "0");
    }

    proptest! {
        #[test]
        fn order_and_grouping_do_not_show(rows in prop::collection::vec((-1_000_000_000i64..1_000_000_000, 0u64..3000, 0u64..3000), 1..30), cut in 0usize..30) {
            let add = |rows: &[(i64, u64, u64)]| {
                let mut all = Deviations::default();
                for (value, lower, upper) in rows {
                    let unit = SHARE / 1000;
                    all.add(i128::from(*value), Spread { lower: u128::from(*lower) * unit, upper: u128::from(*upper) * unit }).unwrap();
                }
                all
            };
            let whole = add(&rows);
            let mut turned = rows.clone();
            turned.reverse();
            prop_assert_eq!(whole, add(&turned));
            let cut = cut.min(rows.len());
            let mut parts = add(&rows[..cut]);
            parts.merge(&add(&rows[cut..])).unwrap();
            prop_assert_eq!(whole, parts);
        }

        #[test]
        fn correlation_never_lowers_the_uncertainty_of_emissions(rows in prop::collection::vec((1i64..1_000_000, 0u64..2000), 1..20), r in 0u32..1000) {
            let mut lines = Deviations::default();
            for (value, side) in &rows {
                let side = u128::from(*side) * (SHARE / 1000);
                lines.add(i128::from(*value), Spread { lower: side, upper: side }).unwrap();
            }
            let at = |r: u32| {
                let mut variance = Variance::default();
                variance.add(&lines, Correlation(r)).unwrap();
                variance.0[0].0
            };
            prop_assert!(at(r) <= at(r + 1));
        }
    }
}
