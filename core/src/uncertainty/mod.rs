//! How far figures may be off: IPCC approaches 1 and 2, pedigree, trend.
//!
//! Everything here is statistics: results are decimals with a stated number of digits ([`Statistic`]), not exact
//! amounts. They are worked out in whole numbers all the same, roots, logarithms and random numbers included, so that
//! every platform gives the same bytes.

mod combine;
mod fixed;
mod pedigree;
mod random;
mod simulate;
mod spread;
mod statistic;
mod trend;

use crate::error::{Code, Error};
use crate::number::{Amount, U512};
use crate::wire::v1;

pub(crate) use combine::{Correlation, Variance, part_percent};
pub use combine::{Deviations, Sides, product};
pub(crate) use fixed::Fixed;
pub use pedigree::pedigree;
pub use simulate::Distribution;
pub(crate) use simulate::{Simulated, Term, Variable, simulate};
pub use spread::Spread;
pub use statistic::Statistic;
pub(crate) use trend::{TrendRow, trend};

/// Above this many per cent the propagation of error of approach 1 is no longer good (IPCC 2006 V1 Ch3).
pub(crate) const VALID_TO_PERCENT: u32 = 30;
/// Most draws of a simulation.
const MOST_DRAWS: u32 = 1_000_000;

/// The generator of random numbers, as answers name it.
pub(crate) const GENERATOR: &str = "SplitMix64, one stream for each uncertain thing";

/// Seed and draws, if the draws are within bounds.
pub(crate) fn checked_draws(seed: u32, draws: u32) -> Result<(u32, u32), Error> {
    if (1_000..=MOST_DRAWS).contains(&draws) {
        return Ok((seed, draws));
    }
    Err(Error::new(Code::NumberOutOfRange, format!("{draws} draws are not from 1,000 to 1,000,000"))
        .with_help("10,000 draws give two digits of an interval, 100,000 nearly three")
        .at("/draws"))
}

/// What a reader of the figures must know.
pub(crate) fn remarks(percent: Option<Sides>, unstated: Option<Statistic>) -> Vec<v1::Remark> {
    let mut remarks = Vec::new();
    if percent.is_some_and(|sides| sides.is_above(VALID_TO_PERCENT)) {
        remarks.push(v1::Remark {
            code: Code::UncertaintyLarge.as_str().into(),
            message: "approach 1 holds up to about 30 %; use approach 2".into(),
        });
    }
    if let Some(share) = unstated.filter(|share| !share.is_zero()) {
        remarks.push(v1::Remark {
            code: Code::UncertaintyUnstated.as_str().into(),
            message: format!("{share} % of the absolute emissions lack a stated uncertainty of activity or factor; what is not stated counts as exact"),
        });
    }
    remarks
}

/// `value / factor` and `value × factor`.
pub(crate) fn interval(value: Amount, factor: Statistic) -> Result<(Statistic, Statistic), Error> {
    let overflow = || Error::new(Code::Overflow, "the ends of an interval need more than 512 bits");
    let (above, below) = factor.terms().ok_or_else(overflow)?;
    let size = U512::from_u128(value.mantissa().unsigned_abs());
    let scale = U512::pow10(value.scale()).ok_or_else(overflow)?;
    let end = |above: U512, below: U512| {
        let numerator = size.checked_mul(above).ok_or_else(overflow)?;
        let denominator = scale.checked_mul(below).ok_or_else(overflow)?;
        Statistic::quotient(value.is_negative(), numerator, denominator, Statistic::DIGITS.saturating_sub(1))
    };
    Ok((end(below, above)?, end(above, below)?))
}
