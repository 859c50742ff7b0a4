//! Scores weighted by absolute emissions or by money.

use crate::error::{Code, Error};
use crate::number::Ratio;
use crate::wire::v1;

/// Adds scores, each with its weight.
///
/// # Method
/// M-76: `sum(|w| × score) / sum(|w|)`, an exact fraction.
///
/// # Example
/// ```
/// use emitrace::quality::Weighed;
///
/// let mut portfolio = Weighed::default();
/// portfolio.add(800, 2)?;
/// portfolio.add(200, 5)?;
/// assert_eq!(portfolio.mean()?.unwrap().to_string(), "2.6");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weighed {
    weights: i128,
    products: i128,
}

impl Weighed {
    /// Adds a score; the sign of the weight does not matter.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn add(&mut self, weight: i128, score: u8) -> Result<(), Error> {
        let weight = weight.checked_abs().ok_or_else(overflow)?;
        let product = weight.checked_mul(i128::from(score)).ok_or_else(overflow)?;
        self.weights = self.weights.checked_add(weight).ok_or_else(overflow)?;
        self.products = self.products.checked_add(product).ok_or_else(overflow)?;
        Ok(())
    }

    /// Adds what was added to another.
    pub(crate) fn join(&mut self, other: &Weighed) -> Result<(), Error> {
        self.weights = self.weights.checked_add(other.weights).ok_or_else(overflow)?;
        self.products = self.products.checked_add(other.products).ok_or_else(overflow)?;
        Ok(())
    }

    /// The sum of the weights.
    pub fn weights(self) -> i128 {
        self.weights
    }

    /// The mean score; none if nothing with a weight was added.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn mean(self) -> Result<Option<Ratio>, Error> {
        if self.weights == 0 { Ok(None) } else { Ratio::new(self.products, self.weights).map(Some) }
    }
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the weights of scores add up to more than 127 bits")
}

/// The mean of five sums of scores that were counted in halves, all with the same weights.
pub(crate) fn mean_of_halves(sums: &[Weighed; 5]) -> Result<Option<v1::WeightedScore>, Error> {
    let mut total = Ratio::ZERO;
    for sum in sums {
        let Some(mean) = sum.mean()? else { return Ok(None) };
        total = total.try_add(mean)?;
    }
    shown(total.try_div(Ratio::whole(10))?).map(Some)
}

/// A score as an answer shows it.
pub(crate) fn shown(score: Ratio) -> Result<v1::WeightedScore, Error> {
    Ok(v1::WeightedScore { exact: score.to_string(), rounded: score.round_half_even(2)?.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_mean_lies_between_the_scores_and_knows_no_sign(rows in prop::collection::vec((-1_000_000i64..1_000_000, 1u8..=5), 1..20)) {
            let (mut one, mut other) = (Weighed::default(), Weighed::default());
            for (weight, score) in &rows {
                one.add(i128::from(*weight), *score).unwrap();
                other.add(-i128::from(*weight), *score).unwrap();
            }
            prop_assert_eq!(one, other);
            let weighed: Vec<u8> = rows.iter().filter(|(w, _)| *w != 0).map(|(_, s)| *s).collect();
            match one.mean().unwrap() {
                None => prop_assert!(weighed.is_empty()),
                Some(mean) => {
                    let least = Ratio::whole(i64::from(*weighed.iter().min().unwrap()));
                    let most = Ratio::whole(i64::from(*weighed.iter().max().unwrap()));
                    prop_assert!(least <= mean && mean <= most);
                }
            }
        }
    }
}
