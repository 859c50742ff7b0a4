//! Sums of amounts times counts, 256 bits wide, and their one division by a power of ten.

use crate::number::Divisor;

/// Counts stay below this, so that 38 digits hold them.
pub(super) const COUNT_END: u128 = 10_u128.pow(38);

/// A sum that has not been rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sum {
    high: u128,
    low: u128,
}

impl Sum {
    /// Adds a number that stands `2⁶⁴` times `moved` higher.
    #[inline]
    fn add(&mut self, number: u128, moved: u32) {
        let (low, high) = match moved {
            0 => (number, 0),
            1 => (number << 64, number >> 64),
            _ => (0, number),
        };
        let (low, carry) = self.low.overflowing_add(low);
        self.low = low;
        // What would not fit stays too large to be a count.
        self.high = self.high.saturating_add(high).saturating_add(u128::from(carry));
    }

    /// The difference, which must not be negative.
    pub(super) fn less(self, other: Sum) -> Sum {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        Sum { high: self.high.saturating_sub(other.high).saturating_sub(u128::from(borrow)), low }
    }
}

/// An amount as a whole number of the scale that all amounts of a graph share.
pub(super) trait Weight: Copy + Default {
    /// The weight of a mantissa, if it fits.
    fn of(mantissa: u128) -> Option<Self>;

    /// Adds amount times count.
    fn add_times(self, count: u128, sum: &mut Sum);

    fn to_u128(self) -> u128;
}

impl Weight for u64 {
    fn of(mantissa: u128) -> Option<u64> {
        u64::try_from(mantissa).ok()
    }

    #[inline]
    fn add_times(self, count: u128, sum: &mut Sum) {
        let [low, high] = words(count);
        sum.add(times(self, low), 0);
        sum.add(times(self, high), 1);
    }

    fn to_u128(self) -> u128 {
        self.into()
    }
}

impl Weight for u128 {
    fn of(mantissa: u128) -> Option<u128> {
        (mantissa < COUNT_END).then_some(mantissa)
    }

    fn add_times(self, count: u128, sum: &mut Sum) {
        let ([a, b], [c, d]) = (words(self), words(count));
        sum.add(times(a, c), 0);
        sum.add(times(a, d), 1);
        sum.add(times(b, c), 1);
        sum.add(times(b, d), 2);
    }

    fn to_u128(self) -> u128 {
        self
    }
}

/// Division by the power of ten that all amounts of a graph are counts of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    places: u32,
    /// Two powers of ten, one after the other: a quotient of a quotient rounds down as the quotient of the product does.
    first: Divisor,
    second: Option<Divisor>,
}

/// The largest power of ten in 64 bits.
const SHORT: u32 = 19;

impl Scale {
    /// The scale of amounts with this many decimals; at most 28.
    pub(super) fn new(places: u32) -> Option<Scale> {
        let power = |places: u32| Divisor::new(10_u64.checked_pow(places)?);
        let rest = places.saturating_sub(SHORT);
        let second = if rest > 0 { Some(power(rest)?) } else { None };
        Some(Scale { places, first: power(places.min(SHORT))?, second })
    }

    pub(super) fn places(&self) -> u32 {
        self.places
    }

    /// The sum over the power of ten, rounded down, and whether something was left; `None` if the quotient is no count.
    #[inline]
    fn divide(&self, sum: Sum) -> Option<(u128, bool)> {
        let (quotient, rest) = divide(sum, &self.first);
        let (quotient, rest) = match &self.second {
            None => (quotient, rest > 0),
            Some(second) => {
                let (shorter, more) = divide(quotient, second);
                (shorter, rest > 0 || more > 0)
            }
        };
        (quotient.high == 0 && quotient.low < COUNT_END).then_some((quotient.low, rest))
    }

    /// Rounded down.
    #[inline]
    pub(super) fn down(&self, sum: Sum) -> Option<u128> {
        self.divide(sum).map(|(quotient, _)| quotient)
    }

    /// Rounded up.
    #[inline]
    pub(super) fn up(&self, sum: Sum) -> Option<u128> {
        self.divide(sum).map(|(quotient, rest)| quotient.wrapping_add(u128::from(rest)))
    }
}

/// Word by word, as on paper.
#[inline]
fn divide(sum: Sum, by: &Divisor) -> (Sum, u64) {
    let ([w0, w1], mut rest) = (words(sum.low), 0);
    let mut high = 0;
    if sum.high > 0 {
        let [w2, w3] = words(sum.high);
        let (q3, left) = by.step(0, w3);
        let (q2, left) = by.step(left, w2);
        (high, rest) = (join(q2, q3), left);
    }
    let (q1, rest) = if rest == 0 && w1 < by.value() { (0, w1) } else { by.step(rest, w1) };
    let (q0, rest) = by.step(rest, w0);
    (Sum { high, low: join(q0, q1) }, rest)
}

#[inline]
fn times(a: u64, b: u64) -> u128 {
    // Below 2^128.
    u128::from(a).wrapping_mul(u128::from(b))
}

#[inline]
#[expect(clippy::as_conversions, reason = "the two halves of a 128-bit integer, exactly")]
fn words(value: u128) -> [u64; 2] {
    [value as u64, (value >> 64) as u64]
}

#[inline]
fn join(low: u64, high: u64) -> u128 {
    u128::from(low) | u128::from(high) << 64
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn big(sum: Sum) -> BigUint {
        (BigUint::from(sum.high) << 128_u32) + BigUint::from(sum.low)
    }

    proptest! {
        #[test]
        fn sums_and_quotients_are_those_of_big_integers(
            terms in proptest::collection::vec((any::<u64>(), 0..COUNT_END, 0_u32..128), 1..6),
            places in 0_u32..=19,
        ) {
            let (mut sum, mut want) = (Sum::default(), BigUint::ZERO);
            for (weight, count, cut) in terms {
                let count = count >> cut;
                weight.add_times(count, &mut sum);
                want += BigUint::from(weight) * BigUint::from(count);
            }
            prop_assert_eq!(big(sum), want.clone());
            let ten = BigUint::from(10_u8).pow(places);
            let scale = Scale::new(places).unwrap();
            let down = &want / &ten;
            let up = (&want + &ten - 1_u8) / &ten;
            let fits = down < BigUint::from(COUNT_END);
            prop_assert_eq!(scale.down(sum).map(BigUint::from), fits.then_some(down));
            prop_assert_eq!(scale.up(sum).map(BigUint::from), fits.then_some(up));
        }

        #[test]
        fn long_amounts_too(
            weight in 0..COUNT_END, count in 0..COUNT_END, cut in 0_u32..128, places in 0_u32..=28,
        ) {
            let count = count >> cut;
            let mut sum = Sum::default();
            weight.add_times(count, &mut sum);
            let want = BigUint::from(weight) * BigUint::from(count);
            prop_assert_eq!(big(sum), want.clone());
            let down = want / BigUint::from(10_u8).pow(places);
            let fits = down < BigUint::from(COUNT_END);
            prop_assert_eq!(Scale::new(places).unwrap().down(sum).map(BigUint::from), fits.then_some(down));
        }

        #[test]
        fn what_is_taken_away_was_there(a in any::<[u128; 2]>(), b in any::<[u128; 2]>()) {
            let (a, b) = (Sum { high: a[0], low: a[1] }, Sum { high: b[0], low: b[1] });
            let (more, less) = if a >= b { (a, b) } else { (b, a) };
            prop_assert_eq!(big(more.less(less)), big(more) - big(less));
        }
    }

    #[test]
    fn a_sum_past_its_width_is_no_count() {
        let mut sum = Sum::default();
        for _ in 0..40 {
            (COUNT_END - 1).add_times(COUNT_END - 1, &mut sum);
        }
        assert_eq!(Scale::new(28).unwrap().down(sum), None);
    }
}
