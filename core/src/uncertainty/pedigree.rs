//! From five scores to an interval.

use super::fixed::Fixed;
use super::spread::Spread;
use super::statistic::Statistic;
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio, U512};
use crate::quality::Scores;

/// Hundredths that each score of a criterion adds as a factor of dispersion, in the order of [`Scores::CRITERIA`].
///
/// The factors are those of ecoinvent's first pedigree matrix as the GHG Protocol's guidance on quantitative
/// uncertainty repeats them; each is a 95 % factor (the square of a geometric standard deviation) already.
const FACTORS: [[u16; 5]; 5] = [
    [100, 100, 120, 150, 200],
    [100, 103, 110, 120, 150],
    [100, 101, 102, 102, 110],
    [100, 102, 105, 110, 120],
    [100, 105, 110, 120, 150],
];

/// The 95 % factor of dispersion of data with these scores: the interval goes from value/factor to value × factor.
///
/// # Method
/// M-74: `exp( sqrt( ln²U1 + … + ln²U5 + ln²Ub ) )` with the factors of the scores and a basic factor `Ub`.
///
/// # Errors
/// `NUMBER_OUT_OF_RANGE` unless the basic factor is from 1 to 100.
///
/// # Example
/// ```
/// use emitrace::number::Amount;
/// use emitrace::quality::Scores;
/// use emitrace::uncertainty::pedigree;
///
/// let (factor, interval) = pedigree(Scores::new([3, 3, 3, 3, 3])?, Amount::parse("1.05")?)?;
/// assert_eq!(factor.to_string(), "1.26849141369703713");
/// assert_eq!(interval.upper_percent().to_string(), "26.8491413697037134");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn pedigree(scores: Scores, basic: Amount) -> Result<(Statistic, Spread), Error> {
    let within = basic >= Amount::ONE && basic <= Amount::from(100);
    if !within {
        let message = format!("a basic uncertainty factor of {basic} is not from 1 to 100");
        return Err(Error::new(Code::NumberOutOfRange, message)
            .with_help("give the 95 % factor of the basic uncertainty, such as 1.05; 1 adds nothing"));
    }
    let basic = Ratio::from(basic);
    let square = |ln: Fixed| ln.times(ln);
    let mut sum = square(Fixed::of(basic.numerator(), basic.denominator())?.ln()?)?;
    for (score, factors) in scores.get().into_iter().zip(FACTORS) {
        let factor = factors.get(usize::from(score).saturating_sub(1)).copied().unwrap_or(100);
        sum = sum.plus(square(Fixed::of(i128::from(factor), 100)?.ln()?)?)?;
    }
    let factor = sum.sqrt()?.exp()?;
    let shown = Statistic::quotient(
        false,
        U512::from_u128(factor.bits().unsigned_abs()),
        U512::from_u128(1 << 96),
        Statistic::DIGITS,
    )?;
    Ok((shown, Spread::from_factor(factor)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(scores: [u8; 5], basic: &str) -> String {
        pedigree(Scores::new(scores).unwrap(), Amount::parse(basic).unwrap()).unwrap().0.to_string()
    }

    #[test]
    fn the_best_scores_leave_the_basic_factor() {
        assert_eq!(factor([1; 5], "1.05"), "1.05");
        assert_eq!(factor([1; 5], "1"), "1");
    }

    #[test]
    fn one_score_alone_is_its_factor() {
        assert_eq!(factor([5, 1, 1, 1, 1], "1"), "2");
        assert_eq!(factor([1, 1, 1, 4, 1], "1"), "1.1");
        assert_eq!(factor([1, 1, 1, 1, 2], "1"), "1.05");
    }

    #[test]
    fn a_worse_score_never_narrows_the_interval() {
        for criterion in 0..5 {
            for score in 1..5u8 {
                let (mut better, mut worse) = ([2; 5], [2; 5]);
                (better[criterion], worse[criterion]) = (score, score + 1);
                let width = |scores| pedigree(Scores::new(scores).unwrap(), Amount::ONE).unwrap().1.upper;
                assert!(width(better) <= width(worse));
            }
        }
    }

    #[test]
    fn a_factor_below_one_is_refused() {
        let refused = pedigree(Scores::new([1; 5]).unwrap(), Amount::parse("0.9").unwrap());
        assert_eq!(refused.unwrap_err().code(), Code::NumberOutOfRange);
    }
}
