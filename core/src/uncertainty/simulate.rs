//! IPCC approach 2: Monte Carlo simulation (2006 Guidelines volume 1 chapter 3), in whole numbers.

use super::fixed::Fixed;
use super::random::{Normal, Stream, Z_PLACES};
use super::spread::{SHARE, Spread};
use super::statistic::Statistic;
use crate::error::{Code, Error};
use crate::number::U512;
use crate::wire::v1;

/// Binary places of a multiplier.
const ONE: u32 = 30;
/// Largest multiplier that is drawn: 4,096 times the value.
const LARGEST: i64 = 1 << 42;
/// Values of all results and draws that are held at once, 8 bytes each.
const HELD: usize = 1 << 26;

/// How a value is spread around what is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distribution {
    /// Normal; each side with its own width, if they differ.
    Normal,
    /// Lognormal.
    LogNormal,
    /// Triangular with the value as its peak.
    Triangular,
    /// Uniform.
    Uniform,
}

impl Distribution {
    const ALL: [(Distribution, &'static str); 4] = [
        (Distribution::Normal, "normal"),
        (Distribution::LogNormal, "lognormal"),
        (Distribution::Triangular, "triangular"),
        (Distribution::Uniform, "uniform"),
    ];

    /// `normal`, `lognormal`, `triangular`, `uniform`.
    pub fn as_str(self) -> &'static str {
        Distribution::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Reads a name.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub fn parse(text: &str) -> Result<Distribution, Error> {
        Distribution::ALL.iter().find(|(_, word)| *word == text).map(|(kind, _)| *kind).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("distribution `{text}` is not known"))
                .with_help("use normal, lognormal, triangular or uniform")
        })
    }

    /// What is taken where nothing is stated: normal for even sides of at most 30 %, lognormal otherwise.
    pub fn usual(spread: Spread) -> Distribution {
        let wide = spread.upper > SHARE.saturating_mul(3).checked_div(10).unwrap_or(SHARE);
        if spread.is_symmetric() && !wide { Distribution::Normal } else { Distribution::LogNormal }
    }
}

/// A multiplier around one, ready to be drawn.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Standard deviations below and above.
    Normal { below: i64, above: i64, floor: bool },
    /// Logarithm to base 2: median and standard deviation, with 32 binary places.
    LogNormal { median: i64, deviation: i64 },
    /// Ends below and above one.
    Triangular { below: i64, above: i64, floor: bool },
    /// Least value and width.
    Uniform { least: i64, width: i64, floor: bool },
}

impl Shape {
    /// # Method
    /// M-73. `floor` cuts draws below zero off to zero, where the value cannot change its sign.
    fn new(spread: Spread, kind: Distribution, floor: bool) -> Result<Shape, Error> {
        let side = |count: u128| Fixed::quotient(false, U512::from_u128(count), U512::from_u128(SHARE));
        let (lower, upper) = (side(spread.lower)?, side(spread.upper)?);
        let narrow = |value: Fixed, places: u32| i64::try_from(value.at(places)).map_err(|_| overflow());
        match kind {
            Distribution::LogNormal if spread.is_symmetric() => {
                // Mean 1 and standard deviation U/1.96: s² = ln(1 + (U/1.96)²), median = exp(-s²/2).
                let deviation = upper.over(Fixed::Z_95)?;
                let square = Fixed::ONE.plus(deviation.times(deviation)?)?.ln()?;
                let median = Fixed::ZERO.minus(square.part(2))?;
                Ok(Shape::LogNormal {
                    median: narrow(base_2(median)?, 32)?,
                    deviation: narrow(base_2(square.sqrt()?)?, 32)?,
                })
            }
            Distribution::LogNormal if lower < Fixed::ONE => {
                // The stated ends are the percentiles 2.5 and 97.5: s = ln(upper/lower)/3.92, median sqrt(lower × upper).
                let least = Fixed::ONE.minus(lower)?.ln()?;
                let most = Fixed::ONE.plus(upper)?.ln()?;
                let deviation = most.minus(least)?.part(2).over(Fixed::Z_95)?;
                Ok(Shape::LogNormal {
                    median: narrow(base_2(least.plus(most)?.part(2))?, 32)?,
                    deviation: narrow(base_2(deviation)?, 32)?,
                })
            }
            // A lognormal value never reaches zero: two halves of a normal distribution keep the stated ends.
            Distribution::Normal | Distribution::LogNormal => Ok(Shape::Normal {
                below: narrow(lower.over(Fixed::Z_95)?, ONE)?,
                above: narrow(upper.over(Fixed::Z_95)?, ONE)?,
                floor,
            }),
            Distribution::Triangular => {
                // Each half has its outer 5 % beyond the stated side: R = U/(1 - sqrt(0.05)).
                let reach = Fixed::ONE.minus(Fixed::of(1, 20)?.sqrt()?)?;
                Ok(Shape::Triangular {
                    below: narrow(lower.over(reach)?, ONE)?,
                    above: narrow(upper.over(reach)?, ONE)?,
                    floor,
                })
            }
            Distribution::Uniform => {
                // The stated interval is the middle 95 %.
                let width = lower.plus(upper)?.times(Fixed::of(20, 19)?)?;
                let outside = width.part(40);
                let least = Fixed::ONE.minus(lower)?.minus(outside)?;
                Ok(Shape::Uniform { least: narrow(least, ONE)?, width: narrow(width, ONE)?, floor })
            }
        }
    }

    /// A multiplier with [`ONE`] binary places. Everything here is below 2^43 × 2^43.
    fn draw(self, tables: &Tables, bits: u64) -> i64 {
        let one = 1i64 << ONE;
        let floored = |value: i64, floor: bool| {
            if floor { value.clamp(0, LARGEST) } else { value.clamp(-LARGEST, LARGEST) }
        };
        match self {
            Shape::Normal { below, above, floor } => {
                let z = tables.normal.z(bits);
                let width = if z < 0 { below } else { above };
                floored(one.wrapping_add(product(z, width, Z_PLACES)), floor)
            }
            Shape::LogNormal { median, deviation } => {
                let z = tables.normal.z(bits);
                tables.power_of_two(median.wrapping_add(product(z, deviation, Z_PLACES)))
            }
            Shape::Triangular { below, above, floor } => {
                let whole = below.wrapping_add(above);
                let u = i64::try_from(bits >> 24).unwrap_or(0); // 40 binary places
                let place = product(u, whole, 40);
                let value = if place < below {
                    root(place, below).wrapping_sub(below)
                } else {
                    above.wrapping_sub(root(whole.wrapping_sub(place), above))
                };
                floored(one.wrapping_add(value), floor)
            }
            Shape::Uniform { least, width, floor } => {
                let u = i64::try_from(bits >> 24).unwrap_or(0);
                floored(least.wrapping_add(product(u, width, 40)), floor)
            }
        }
    }
}

/// `a × b / 2^places`, cut off downwards.
fn product(a: i64, b: i64, places: u32) -> i64 {
    let wide = i128::from(a).wrapping_mul(i128::from(b)) >> places;
    i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN >> 8 } else { i64::MAX >> 8 })
}

/// The square root of a product of numbers that are not negative.
fn root(a: i64, b: i64) -> i64 {
    let wide = u128::from(a.unsigned_abs()).wrapping_mul(u128::from(b.unsigned_abs()));
    i64::try_from(wide.isqrt()).unwrap_or(i64::MAX >> 8)
}

/// A natural logarithm as one to base 2.
fn base_2(ln: Fixed) -> Result<Fixed, Error> {
    ln.over(Fixed::whole(2).ln()?)
}

/// What is computed once for all draws.
#[derive(Debug)]
struct Tables {
    normal: Normal,
    /// `2^(j/256)` with [`ONE`] binary places.
    powers: Vec<i64>,
    /// `ln 2` with 32 binary places.
    ln_2: i64,
}

impl Tables {
    fn new() -> Result<Tables, Error> {
        let ln_2 = Fixed::whole(2).ln()?;
        let power = |j: i128| Ok(i64::try_from(ln_2.times(Fixed::of(j, 256)?)?.exp()?.at(ONE)).unwrap_or(0));
        Ok(Tables {
            normal: Normal::new()?,
            powers: (0..256).map(power).collect::<Result<_, Error>>()?,
            ln_2: i64::try_from(ln_2.at(32)).unwrap_or(0),
        })
    }

    /// `2^x` of a number with 32 binary places, between 0 and [`LARGEST`].
    fn power_of_two(&self, x: i64) -> i64 {
        let whole = x >> 32;
        let fraction = x & 0xffff_ffff;
        let table =
            usize::try_from(fraction >> 24).ok().and_then(|at| self.powers.get(at)).copied().unwrap_or(0);
        // What is left is below 1/256: e^r = 1 + r + r²/2, off by less than 4 × 10^-9.
        let r = product(fraction & 0x00ff_ffff, self.ln_2, 34);
        let factor = (1i64 << ONE).wrapping_add(r).wrapping_add(product(r, r, ONE + 1));
        let value = product(table, factor, ONE);
        match u32::try_from(whole) {
            Ok(up) if up < 12 => value << up,
            Ok(_) => LARGEST,
            Err(_) => value.checked_shr(u32::try_from(whole.unsigned_abs()).unwrap_or(u32::MAX)).unwrap_or(0),
        }
    }
}

/// Something uncertain that terms share.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    /// Its name: the stream of its draws.
    pub(crate) name: String,
    pub(crate) spread: Spread,
    pub(crate) distribution: Distribution,
    /// Whether what it multiplies cannot change its sign.
    pub(crate) floor: bool,
}

/// A part of the result: a value times what it depends on.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The value, as a whole number of some unit.
    pub(crate) value: i128,
    /// Positions of the variables that multiply it.
    pub(crate) variables: Vec<usize>,
    /// Positions of the results that it is part of.
    pub(crate) results: Vec<usize>,
}

/// What a simulation found for a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Simulated {
    pub(crate) mean: Statistic,
    pub(crate) median: Statistic,
    pub(crate) low: Statistic,
    pub(crate) high: Statistic,
    /// Distances of the percentiles from the mean, in per cent of the mean.
    pub(crate) percent: Option<(Statistic, Statistic)>,
}

impl Simulated {
    /// As an answer shows it.
    pub(crate) fn figure(&self) -> v1::SimulatedFigure {
        v1::SimulatedFigure {
            mean: self.mean.to_string(),
            median: self.median.to_string(),
            percentile_2_5: self.low.to_string(),
            percentile_97_5: self.high.to_string(),
            lower_percent: self.percent.map(|(lower, _)| lower.to_string()),
            upper_percent: self.percent.map(|(_, upper)| upper.to_string()),
        }
    }
}

/// Simulates sums of terms.
///
/// # Method
/// M-73. Values are counts of 10^-`places`; the result is in the unit itself.
///
/// # Errors
/// `LIMIT_EXCEEDED` if all draws of all results need more than 512 MiB.
pub(crate) fn simulate(
    variables: &[Variable],
    terms: &[Term],
    results: usize,
    (seed, draws): (u32, u32),
    places: u32,
) -> Result<Vec<Simulated>, Error> {
    let count = usize::try_from(draws).unwrap_or(usize::MAX);
    if results.saturating_mul(count) > HELD {
        return Err(Error::new(
            Code::LimitExceeded,
            format!("{draws} draws of {results} figures are more than are held at once"),
        )
        .with_help("ask for fewer draws"));
    }
    let tables = Tables::new()?;
    let mut shapes = Vec::with_capacity(variables.len());
    for variable in variables {
        let shape = Shape::new(variable.spread, variable.distribution, variable.floor)?;
        shapes.push((shape, Stream::new(seed, &variable.name)));
    }
    // Values are brought to at most 50 bits together, so that no product or sum leaves 127 bits.
    let mut size = 0u128;
    for term in terms {
        size = size.checked_add(term.value.unsigned_abs()).ok_or_else(overflow)?;
    }
    let bits = 128u32.saturating_sub(size.leading_zeros());
    let (down, up) = (bits.saturating_sub(50), 50u32.saturating_sub(bits));
    let weights: Vec<i128> = terms.iter().map(|term| shifted(term.value, down) << up).collect();
    let mut samples: Vec<Vec<i64>> = vec![Vec::with_capacity(count); results];
    let mut drawn: Vec<i64> = vec![0; shapes.len()];
    let mut sums: Vec<i128> = vec![0; results];
    for draw in 0..u64::from(draws) {
        for (slot, (shape, stream)) in drawn.iter_mut().zip(&shapes) {
            *slot = shape.draw(&tables, stream.at(draw));
        }
        sums.fill(0);
        for (term, weight) in terms.iter().zip(&weights) {
            let mut value = *weight;
            for variable in &term.variables {
                let multiplier = drawn.get(*variable).copied().unwrap_or(1 << ONE);
                value = value.saturating_mul(i128::from(multiplier)) >> ONE;
            }
            for result in &term.results {
                if let Some(sum) = sums.get_mut(*result) {
                    *sum = sum.saturating_add(value);
                }
            }
        }
        for (sample, sum) in samples.iter_mut().zip(&sums) {
            sample.push(i64::try_from(*sum).unwrap_or(if *sum < 0 { i64::MIN } else { i64::MAX }));
        }
    }
    samples.into_iter().map(|sample| summary(sample, (down, up), places)).collect()
}

/// Divided by a power of two, half away from zero.
fn shifted(value: i128, down: u32) -> i128 {
    if down == 0 {
        return value;
    }
    let half = 1u128.wrapping_shl(down.wrapping_sub(1));
    let size = i128::try_from(value.unsigned_abs().saturating_add(half) >> down).unwrap_or(0);
    if value < 0 { size.wrapping_neg() } else { size }
}

fn summary(mut sample: Vec<i64>, scale: (u32, u32), places: u32) -> Result<Simulated, Error> {
    sample.sort_unstable();
    let count = i128::try_from(sample.len()).unwrap_or(i128::MAX);
    let total = sample.iter().fold(0i128, |total, value| total.wrapping_add(i128::from(*value)));
    // Counts of a thousandth of the scaled unit from here on.
    let mean = total.wrapping_mul(1000).checked_div(count).unwrap_or(0);
    let (low, median, high) = (percentile(&sample, 25), percentile(&sample, 500), percentile(&sample, 975));
    let percent = |end: i128| {
        let (above, below) = (end.abs_diff(mean), mean.unsigned_abs());
        let above = U512::from_u128(above).checked_mul(U512::from_u128(100)).ok_or_else(overflow)?;
        Statistic::quotient(false, above, U512::from_u128(below), Statistic::SIMULATED_DIGITS)
    };
    let value = |thousandths: i128| unscaled(thousandths, scale, places);
    Ok(Simulated {
        mean: value(mean)?,
        median: value(median)?,
        low: value(low)?,
        high: value(high)?,
        percent: if mean == 0 { None } else { Some((percent(low)?, percent(high)?)) },
    })
}

/// A percentile in thousandths, in counts of a thousandth: linear between order statistics, at (n - 1) p.
fn percentile(sorted: &[i64], thousandths: u128) -> i128 {
    let steps = u128::try_from(sorted.len()).unwrap_or(0).saturating_sub(1).saturating_mul(thousandths);
    let (at, rest) = (steps.checked_div(1000).unwrap_or(0), steps.checked_rem(1000).unwrap_or(0));
    let value = |at: u128| usize::try_from(at).ok().and_then(|at| sorted.get(at)).copied().map(i128::from);
    let low = value(at).unwrap_or(0);
    let high = value(at.saturating_add(1)).unwrap_or(low);
    let rest = i128::try_from(rest).unwrap_or(0);
    low.wrapping_mul(1000).wrapping_add(high.wrapping_sub(low).wrapping_mul(rest))
}

/// Back from thousandths of scaled counts to the unit.
fn unscaled(thousandths: i128, (down, up): (u32, u32), places: u32) -> Result<Statistic, Error> {
    let above = U512::from_u128(thousandths.unsigned_abs()).checked_mul(U512::from_u128(1u128 << down));
    let below =
        U512::pow10(places.saturating_add(3)).and_then(|unit| unit.checked_mul(U512::from_u128(1u128 << up)));
    let (above, below) = above.zip(below).ok_or_else(overflow)?;
    Statistic::quotient(thousandths < 0, above, below, Statistic::SIMULATED_DIGITS)
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "a simulated figure leaves the range in which it is worked out")
}

#[cfg(test)]
#[expect(clippy::float_arithmetic, reason = "compared with what the formulas of the distributions give")]
mod tests {
    use super::*;
    use crate::number::Amount;

    fn one(spread: Spread, distribution: Distribution, floor: bool, seed: u32) -> Simulated {
        let variable = Variable { name: "a".into(), spread, distribution, floor };
        let term = Term { value: 100_000, variables: vec![0], results: vec![0] };
        simulate(&[variable], &[term], 1, (seed, 100_000), 3).unwrap()[0]
    }

    fn number(statistic: Statistic) -> f64 {
        statistic.to_string().parse().unwrap()
    }

    fn near(found: Statistic, want: f64, reach: f64) {
        let found = number(found);
        assert!((found - want).abs() <= reach, "{found}, not {want} ± {reach}");
    }

    fn within(lower: &str, upper: &str) -> Spread {
        let amount = |text| Amount::parse(text).unwrap();
        Spread::within(amount(lower), Amount::ONE, amount(upper)).unwrap()
    }

    #[test]
    fn a_normal_line_of_ten_per_cent() {
        let found = one(Spread::percent("10").unwrap(), Distribution::Normal, true, 42);
        near(found.mean, 100.0, 0.05);
        near(found.median, 100.0, 0.08);
        near(found.low, 90.0, 0.15);
        near(found.high, 110.0, 0.15);
        assert_eq!(found, one(Spread::percent("10").unwrap(), Distribution::Normal, true, 42));
        assert_ne!(found, one(Spread::percent("10").unwrap(), Distribution::Normal, true, 43));
    }

    #[test]
    fn each_distribution_has_its_stated_interval_as_the_middle_95_per_cent() {
        for kind in [Distribution::Normal, Distribution::Triangular, Distribution::Uniform] {
            let found = one(Spread::percent("20").unwrap(), kind, true, 7);
            near(found.mean, 100.0, 0.15);
            near(found.low, 80.0, 0.4);
            near(found.high, 120.0, 0.4);
        }
        // CH4 25 (7.5 to 86) kg/TJ in shares: the ends are the percentiles, the median their geometric mean.
        let found = one(within("0.3", "3.44"), Distribution::LogNormal, true, 7);
        near(found.low, 30.0, 0.6);
        near(found.high, 344.0, 7.0);
        near(found.median, 100.0 * (0.3f64 * 3.44).sqrt(), 0.6);
        let sigma = (3.44f64 / 0.3).ln() / 3.92;
        near(found.mean, 100.0 * (0.3f64 * 3.44).sqrt() * (sigma * sigma / 2.0).exp(), 1.0);
        // Wide and even: the mean stays.
        let found = one(Spread::percent("80").unwrap(), Distribution::LogNormal, true, 7);
        near(found.mean, 100.0, 0.5);
        // The uneven uniform and the lower end beyond zero.
        let found = one(within("0.9", "1.3"), Distribution::Uniform, true, 7);
        near(found.low, 90.0, 0.3);
        near(found.high, 130.0, 0.3);
        let found = one(within("-0.5", "3"), Distribution::LogNormal, true, 7);
        near(found.low, 0.0, 0.0);
        near(found.high, 300.0, 3.0);
        near(one(within("-0.5", "3"), Distribution::Normal, false, 7).low, -50.0, 2.0);
    }

    #[test]
    fn what_is_shared_does_not_cancel() {
        let variable = |name: &str| Variable {
            name: name.into(),
            spread: Spread::percent("10").unwrap(),
            distribution: Distribution::Normal,
            floor: true,
        };
        let term = |variable: usize| Term { value: 100, variables: vec![variable], results: vec![0] };
        let variables: Vec<Variable> = (0..10).map(|n| variable(&n.to_string())).collect();
        let apart: Vec<Term> = (0..10).map(term).collect();
        let joined: Vec<Term> = (0..10).map(|_| term(0)).collect();
        let run = |terms: &[Term]| simulate(&variables, terms, 1, (1, 50_000), 0).unwrap()[0];
        near(run(&apart).percent.unwrap().1, 3.162, 0.05);
        near(run(&joined).percent.unwrap().1, 10.0, 0.15);
    }

    #[test]
    fn very_small_and_very_large_values_keep_their_digits() {
        let variable = Variable {
            name: "a".into(),
            spread: Spread::percent("0").unwrap(),
            distribution: Distribution::Normal,
            floor: true,
        };
        for value in [1, 3, 1_000_003, 1i128 << 100, -(1i128 << 90)] {
            let term = Term { value, variables: vec![0], results: vec![0] };
            let found = simulate(core::slice::from_ref(&variable), &[term], 1, (1, 10), 0).unwrap()[0];
            let want =
                Statistic::quotient(value < 0, U512::from_u128(value.unsigned_abs()), U512::ONE, 9).unwrap();
            assert_eq!((found.mean, found.low, found.high), (want, want, want), "{value}");
        }
    }

    #[test]
    fn too_much_at_once_is_refused() {
        assert_eq!(simulate(&[], &[], 1_000, (1, 1_000_000), 0).unwrap_err().code(), Code::LimitExceeded);
    }
}
