//! Sharing out a whole number without losing a unit.

use super::Ratio;
use super::wide::U512;
use crate::error::{Code, Error};

/// Shares `total` out in proportion to `weights` so that the parts add up to it exactly.
///
/// # Method
/// M-03, largest remainder (Hamilton): everybody gets the whole part of the quota, the units left go one by one
/// to the largest remainders, the earlier first among equals. A negative total is shared as its positive twin.
///
/// # Errors
/// `NUMBER_OUT_OF_RANGE` if a weight is negative or all are zero; `OVERFLOW` if the weights' common denominator
/// needs more than 512 bits.
///
/// # Example
/// ```
/// use emitrace::number::{Ratio, apportion};
///
/// let thirds = [Ratio::ONE, Ratio::ONE, Ratio::ONE];
/// assert_eq!(apportion(10_000, &thirds)?, [3334, 3333, 3333]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn apportion(total: i128, weights: &[Ratio]) -> Result<Vec<i128>, Error> {
    let refuse = |message: &str| {
        Error::new(Code::NumberOutOfRange, message)
            .with_help("give weights of zero or more, at least one above zero")
    };
    if weights.iter().any(|weight| weight.is_negative()) {
        return Err(refuse("a weight is negative"));
    }
    let whole = whole_weights(weights).ok_or_else(overflow)?;
    let all =
        whole.iter().try_fold(U512::ZERO, |sum, &weight| sum.checked_add(weight)).ok_or_else(overflow)?;
    if all.is_zero() {
        return Err(refuse("all weights are zero"));
    }
    let units = U512::from_u128(total.unsigned_abs());
    let mut parts = Vec::with_capacity(weights.len());
    let mut given: u128 = 0;
    for (index, &weight) in whole.iter().enumerate() {
        let quota =
            units.checked_mul(weight).and_then(|product| product.div_rem(all)).ok_or_else(overflow)?;
        let part = quota.0.to_u128().ok_or_else(overflow)?;
        given = given.checked_add(part).ok_or_else(overflow)?;
        parts.push((index, part, quota.1));
    }
    let mut left = total.unsigned_abs().checked_sub(given).ok_or_else(overflow)?;
    // Fewer units are left than there are parts with a remainder, so one pass is enough.
    parts.sort_unstable_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    for part in &mut parts {
        if left == 0 {
            break;
        }
        part.1 = part.1.saturating_add(1);
        left = left.saturating_sub(1);
    }
    parts.sort_unstable_by_key(|part| part.0);
    parts
        .into_iter()
        .map(|(_, part, _)| {
            let part = i128::try_from(part).map_err(|_| overflow())?;
            Ok(if total < 0 { part.wrapping_neg() } else { part })
        })
        .collect()
}

/// The weights over their common denominator.
fn whole_weights(weights: &[Ratio]) -> Option<Vec<U512>> {
    let mut common = U512::ONE;
    for weight in weights {
        let denominator = weight.den_wide();
        let (step, _) = denominator.div_rem(common.gcd(denominator))?;
        common = common.checked_mul(step)?;
    }
    weights.iter().map(|weight| common.div_rem(weight.den_wide())?.0.checked_mul(weight.num_wide())).collect()
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the weights need more than 512 bits")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_add_up_and_stay_within_one_unit(total in -1_000_000i64..1_000_000, weights in prop::collection::vec((0i64..1000, 1i64..1000), 1..12)) {
            let ratios: Vec<Ratio> = weights.iter().map(|&(n, d)| Ratio::new(n.into(), d.into()).unwrap()).collect();
            let Ok(parts) = apportion(total.into(), &ratios) else {
                prop_assert!(ratios.iter().all(|r| r.is_zero()));
                return Ok(());
            };
            prop_assert_eq!(parts.iter().sum::<i128>(), i128::from(total));
            for (part, ratio) in parts.iter().zip(&ratios) {
                prop_assert!(!ratio.is_zero() || *part == 0);
            }
        }
    }
}
