//! Who gets what of a supply: the whole of it, or a part in proportion to what is needed.

use super::count::{add, overflow};
use crate::error::Error;
use crate::number::{Ratio, apportion};
use crate::order::Order;

/// Gives a supply to those who may have it, and takes what they get off their needs.
///
/// # Method
/// M-56: everybody gets what is needed if the supply is enough; else it is shared out in proportion to the needs, in whole
/// steps, by largest remainder (M-03). Needs and supply are multiples of `step`. Returns what each of `eligible` gets, in
/// their order; it adds up to the smaller of supply and needs.
pub(super) fn share_out(
    needs: &mut [u128],
    eligible: &[usize],
    supply: Option<u128>,
    step: u128,
) -> Result<Vec<u128>, Error> {
    let wanted: Vec<u128> = eligible.iter().map(|at| needs.get(*at).copied().unwrap_or_default()).collect();
    let all = wanted.iter().try_fold(0, |sum, need| add(sum, *need))?;
    let parts = match supply {
        Some(supply) if supply < all => in_proportion(supply, &wanted, all, step)?,
        _ => wanted,
    };
    for (at, part) in eligible.iter().zip(&parts) {
        if let Some(need) = needs.get_mut(*at) {
            *need = need.checked_sub(*part).ok_or_else(overflow)?;
        }
    }
    Ok(parts)
}

/// Shares a total out in whole steps by weights that add up to `all`.
pub(super) fn in_proportion(
    total: u128,
    weights: &[u128],
    all: u128,
    step: u128,
) -> Result<Vec<u128>, Error> {
    let steps = total.checked_div(step).ok_or_else(overflow)?;
    let parts = match narrow(steps, weights, all) {
        Some(parts) => parts,
        None => {
            let whole = |value: u128| i128::try_from(value).map_err(|_| overflow());
            let weights: Result<Vec<Ratio>, Error> =
                weights.iter().map(|weight| Ratio::new(whole(*weight)?, 1)).collect();
            let parts = apportion(whole(steps)?, &weights?)?;
            parts.into_iter().filter_map(|part| u128::try_from(part).ok()).collect()
        }
    };
    parts.into_iter().map(|part| part.checked_mul(step).ok_or_else(overflow)).collect()
}

/// M-03 where every product fits 128 bits: the common case, many times in a year.
fn narrow(total: u128, weights: &[u128], all: u128) -> Option<Vec<u128>> {
    let mut left = total;
    let mut parts = Vec::with_capacity(weights.len());
    for (at, weight) in weights.iter().enumerate() {
        let product = total.checked_mul(*weight)?;
        let part = product.checked_div(all)?;
        left = left.checked_sub(part)?;
        parts.push((product.checked_rem(all)?, at, part));
    }
    parts.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, _, part) in &mut parts {
        if left == 0 {
            break;
        }
        (*part, left) = (part.checked_add(1)?, left.checked_sub(1)?);
    }
    parts.order_by_key(|(_, at, _)| *at);
    Some(parts.into_iter().map(|(_, _, part)| part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn enough_for_all_leaves_a_surplus_and_too_little_is_shared() {
        let mut needs = [60, 30, 10];
        assert_eq!(share_out(&mut needs, &[0, 2], Some(1_000), 1).unwrap(), [60, 10]);
        assert_eq!(needs, [0, 30, 0]);
        let mut needs = [60, 30, 10];
        assert_eq!(share_out(&mut needs, &[0, 1, 2], Some(10), 1).unwrap(), [6, 3, 1]);
        assert_eq!(needs, [54, 27, 9]);
        let mut needs = [9, 9, 9];
        assert_eq!(share_out(&mut needs, &[0, 1, 2], Some(9), 9).unwrap(), [9, 0, 0]);
        let mut needs = [0, 0];
        assert_eq!(share_out(&mut needs, &[0, 1], Some(9), 9).unwrap(), [0, 0]);
        assert_eq!(share_out(&mut [5], &[0], None, 1).unwrap(), [5]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nobody_gets_more_than_is_needed(
            needs in prop::collection::vec(0u128..1 << 100, 1..8),
            supply in 0u128..1 << 100,
            step in prop::sample::select(vec![1u128, 9]),
        ) {
            let needs: Vec<u128> = needs.iter().map(|need| need / 16 * step).collect();
            let supply = supply / 16 * step;
            let all: Vec<usize> = (0..needs.len()).collect();
            let mut left = needs.clone();
            let parts = share_out(&mut left, &all, Some(supply), step).unwrap();
            let sum: u128 = parts.iter().sum();
            prop_assert_eq!(sum, supply.min(needs.iter().sum()));
            for ((part, need), left) in parts.iter().zip(&needs).zip(&left) {
                prop_assert_eq!(part + left, *need);
                prop_assert_eq!(part % step, 0);
            }
        }

        #[test]
        fn the_narrow_way_is_the_wide_way(
            weights in prop::collection::vec(0u128..1 << 40, 1..8),
            total in 0u128..1 << 40,
        ) {
            let all: u128 = weights.iter().sum();
            prop_assume!(all > 0);
            let wide: Vec<Ratio> =
                weights.iter().map(|weight| Ratio::new(i128::try_from(*weight).unwrap(), 1).unwrap()).collect();
            let wide = apportion(i128::try_from(total).unwrap(), &wide).unwrap();
            let narrow = narrow(total, &weights, all).unwrap();
            prop_assert!(narrow.iter().zip(&wide).all(|(a, b)| i128::try_from(*a).unwrap() == *b));
        }
    }
}
