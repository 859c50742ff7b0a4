//! Division by the same number many times, rounded half-even: two multiplications instead of a long division.

/// A divisor made ready.
///
/// # Method
/// The quotient of two words by one with a precomputed inverse, after Möller and Granlund, *Improved division by
/// invariant integers* (IEEE Transactions on Computers 60, 2011), algorithm 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Divisor {
    value: u64,
    /// The divisor moved up until its highest bit is set, and by how much.
    moved: u64,
    shift: u32,
    /// `⌊(2¹²⁸ − 1) / moved⌋ − 2⁶⁴`.
    inverse: u64,
}

impl Divisor {
    /// `None` for zero.
    pub(crate) fn new(value: u64) -> Option<Divisor> {
        let shift = value.leading_zeros();
        let moved = value.checked_shl(shift)?;
        let inverse = u128::MAX.checked_div(u128::from(moved))?.checked_sub(1 << 64)?;
        Some(Divisor { value, moved, shift, inverse: u64::try_from(inverse).ok()? })
    }

    /// What it divides by.
    pub(crate) fn value(&self) -> u64 {
        self.value
    }

    /// `product / divisor`, rounded half-even.
    #[inline]
    pub(crate) fn round(&self, product: u128) -> u128 {
        let [low, high] = words(product);
        let (top, rest) = if high < self.value {
            (0, high)
        } else {
            (high.checked_div(self.value).unwrap_or(0), high.checked_rem(self.value).unwrap_or(0))
        };
        let (quotient, rest) = self.moved_step(rest, low);
        let other = self.moved.wrapping_sub(rest);
        let up = rest > other || (rest == other && quotient & 1 == 1);
        join(quotient, top).wrapping_add(u128::from(up))
    }

    /// Quotient and rest of `rest × 2⁶⁴ + word`; the rest that comes in must be below the divisor.
    #[inline]
    pub(crate) fn step(&self, rest: u64, word: u64) -> (u64, u64) {
        let (quotient, rest) = self.moved_step(rest, word);
        (quotient, rest.wrapping_shr(self.shift))
    }

    /// As [`step`](Divisor::step); the rest that comes out is moved up as the divisor is.
    #[inline]
    fn moved_step(&self, rest: u64, word: u64) -> (u64, u64) {
        // The rest is below the divisor: moved up, it still fits.
        let [u0, u1] = words(join(word, rest).wrapping_shl(self.shift));
        let estimate = u128::from(self.inverse).wrapping_mul(u128::from(u1)).wrapping_add(join(u0, u1));
        let [q0, q1] = words(estimate);
        let mut quotient = q1.wrapping_add(1);
        let mut rest = u0.wrapping_sub(quotient.wrapping_mul(self.moved));
        if rest > q0 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.moved);
        }
        if rest >= self.moved {
            quotient = quotient.wrapping_add(1);
            rest = rest.wrapping_sub(self.moved);
        }
        (quotient, rest)
    }
}

fn words(value: u128) -> [u64; 2] {
    let low = u64::try_from(value & u128::from(u64::MAX)).unwrap_or(0);
    [low, u64::try_from(value >> 64).unwrap_or(0)]
}

fn join(low: u64, high: u64) -> u128 {
    u128::from(low) | u128::from(high) << 64
}

/// Masses of two to the 64th times this and more are left to the careful way.
pub(crate) const HIGH: u128 = 1 << 94;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_the_book(product: u128, divisor: u64) -> u128 {
        let divisor = u128::from(divisor);
        let (quotient, rest) = (product / divisor, product % divisor);
        quotient + u128::from(rest * 2 > divisor || (rest * 2 == divisor && quotient % 2 == 1))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn quotients_are_those_of_long_division(p in any::<u128>(), cut in 0u32..128, d in 1u64.., less in 0u32..64) {
            let (product, divisor) = (p >> cut, (d >> less).max(1));
            prop_assert_eq!(Divisor::new(divisor).unwrap().round(product), by_the_book(product, divisor));
            let [low, high] = words(product);
            let rest = high % divisor;
            let (long, divisor) = (join(low, rest), u128::from(divisor));
            let (quotient, rest) = Divisor::new(divisor as u64).unwrap().step(rest, low);
            prop_assert_eq!((u128::from(quotient), u128::from(rest)), (long / divisor, long % divisor));
        }

        #[test]
        fn ties_go_to_the_even_one(q in any::<u64>(), d in 1u64..1 << 62) {
            let product = u128::from(q) * u128::from(d * 2) + u128::from(d);
            prop_assert_eq!(Divisor::new(d * 2).unwrap().round(product), by_the_book(product, d * 2));
        }
    }

    #[test]
    fn the_edges() {
        for divisor in [1, 2, 3, u64::MAX, 1 << 63, (1 << 63) + 1] {
            for product in [0, 1, u128::MAX >> 1, u128::from(u64::MAX), 1 << 64] {
                let want = by_the_book(product, divisor);
                assert_eq!(Divisor::new(divisor).unwrap().round(product), want, "{product} / {divisor}");
            }
        }
        assert!(Divisor::new(0).is_none());
    }
}
