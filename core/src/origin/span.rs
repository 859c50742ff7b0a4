//! Sums of which only the ends are known, compared without rounding.

use std::collections::BTreeSet;

use super::Verdict;
use crate::error::Error;
use crate::number::Fraction;
use crate::wire::v1::OriginMissing;

/// What is missing, once each, in a fixed order.
pub(super) type Missing = BTreeSet<OriginMissing>;

/// A thing that is missing.
pub(super) fn lacks(what: &str, about: &str) -> OriginMissing {
    OriginMissing { what: what.into(), about: about.into() }
}

/// A sum between its least and its most; without a most, a value is missing.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) least: Fraction,
    pub(super) most: Option<Fraction>,
    /// What keeps the two apart.
    pub(super) missing: Missing,
}

impl Sum {
    pub(super) fn zero() -> Sum {
        Sum { least: Fraction::zero(), most: Some(Fraction::zero()), missing: Missing::new() }
    }

    /// Adds a part that is counted in any case (`sure`), and what may be counted at most.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn add(&mut self, sure: &Fraction, most: Option<&Fraction>) -> Result<(), Error> {
        self.least = self.least.try_add(sure)?;
        self.most = match (&self.most, most) {
            (Some(sum), Some(most)) => Some(sum.try_add(most)?),
            _ => None,
        };
        Ok(())
    }

    /// Whether it is at most `percent` per cent of a whole; equality passes.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn at_most(&self, percent: &Fraction, whole: &Fraction) -> Result<Verdict, Error> {
        let bound = percent.try_mul(whole)?;
        let hundred = Fraction::whole(100);
        if self.least.try_mul(&hundred)? > bound {
            return Ok(Verdict::Fail);
        }
        let most = self.most.as_ref().map(|most| most.try_mul(&hundred)).transpose()?;
        Ok(if most.is_some_and(|most| most <= bound) { Verdict::Pass } else { Verdict::NotProven })
    }

    /// Whether it is at least `percent` per cent of a whole; equality passes.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn at_least(&self, percent: &Fraction, whole: &Fraction) -> Result<Verdict, Error> {
        let bound = percent.try_mul(whole)?;
        let hundred = Fraction::whole(100);
        if self.least.try_mul(&hundred)? >= bound {
            return Ok(Verdict::Pass);
        }
        let most = self.most.as_ref().map(|most| most.try_mul(&hundred)).transpose()?;
        Ok(if most.is_some_and(|most| most < bound) { Verdict::Fail } else { Verdict::NotProven })
    }
}

/// `part × 100 / whole`, exactly.
///
/// # Errors
/// `OVERFLOW`, `DIVISION_BY_ZERO`.
pub(super) fn percent(part: &Fraction, whole: &Fraction) -> Result<Fraction, Error> {
    part.try_mul(&Fraction::whole(100))?.try_div(whole)
}

/// A comparison with whole products: `(200 - 100) x 100 = 10000 >= 8000 = 40 x 200`.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn comparison(
    said: &str,
    part: &Fraction,
    limit: &Fraction,
    whole: &Fraction,
    wanted: core::cmp::Ordering,
) -> Result<String, Error> {
    use core::cmp::Ordering::{Equal, Greater, Less};
    let (left, right) = (part.try_mul(&Fraction::whole(100))?, limit.try_mul(whole)?);
    let sign = match (left.cmp(&right), wanted) {
        (Equal, Greater) => ">=",
        (Equal, _) => "<=",
        (Greater, Greater) => ">=",
        (Less, Less) => "<=",
        (Greater, _) => ">",
        (Less, _) => "<",
    };
    Ok(format!("{said} x 100 = {left} {sign} {right} = {limit} x {whole}"))
}
