//! 512-bit unsigned integers: wide enough that a 28-digit quantity, a conversion and a factor multiply without loss.

use core::cmp::Ordering;

const LIMBS: usize = 8;
const BITS: u32 = 512;

/// Little-endian limbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct U512([u64; LIMBS]);

impl U512 {
    pub(crate) const ZERO: U512 = U512([0; LIMBS]);
    pub(crate) const ONE: U512 = U512([1, 0, 0, 0, 0, 0, 0, 0]);

    pub(crate) const fn from_u128(value: u128) -> U512 {
        let [low, high] = split(value);
        U512([low, high, 0, 0, 0, 0, 0, 0])
    }

    /// The value, if it fits 128 bits.
    pub(crate) fn to_u128(self) -> Option<u128> {
        let [low, high, rest @ ..] = self.0;
        rest.iter().all(|&limb| limb == 0).then(|| join(low, high))
    }

    pub(crate) fn is_zero(self) -> bool {
        self == U512::ZERO
    }

    /// `10^exponent`, if it fits.
    pub(crate) fn pow10(exponent: u32) -> Option<U512> {
        let mut power = U512::ONE;
        for _ in 0..exponent {
            power = power.checked_mul(U512::from_u128(10))?;
        }
        Some(power)
    }

    pub(crate) fn checked_add(self, other: U512) -> Option<U512> {
        let mut out = [0u64; LIMBS];
        let mut carry = false;
        for ((slot, &a), &b) in out.iter_mut().zip(&self.0).zip(&other.0) {
            let (sum, first) = a.overflowing_add(b);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            *slot = sum;
            carry = first | second;
        }
        (!carry).then_some(U512(out))
    }

    /// `self - other`, if it is not negative.
    pub(crate) fn checked_sub(self, other: U512) -> Option<U512> {
        let (difference, negative) = self.overflowing_sub(other);
        (!negative).then_some(difference)
    }

    pub(crate) fn checked_mul(self, other: U512) -> Option<U512> {
        let mut out = [0u64; LIMBS];
        for (i, &a) in self.0.iter().enumerate() {
            if a == 0 {
                continue;
            }
            let mut carry: u64 = 0;
            for (j, &b) in other.0.iter().enumerate() {
                let Some(slot) = i.checked_add(j).and_then(|k| out.get_mut(k)) else {
                    if b != 0 || carry != 0 {
                        return None;
                    }
                    continue;
                };
                // a*b + slot + carry < 2^128 always.
                let product = u128::from(a)
                    .wrapping_mul(u128::from(b))
                    .wrapping_add(u128::from(*slot))
                    .wrapping_add(u128::from(carry));
                [*slot, carry] = split(product);
            }
            if carry != 0 {
                return None;
            }
        }
        Some(U512(out))
    }

    /// Quotient and remainder; `None` when dividing by zero.
    pub(crate) fn div_rem(self, divisor: U512) -> Option<(U512, U512)> {
        if divisor.is_zero() {
            return None;
        }
        if let (Some(a), Some(b)) = (self.to_u128(), divisor.to_u128()) {
            return Some((U512::from_u128(a.checked_div(b)?), U512::from_u128(a.checked_rem(b)?)));
        }
        // Schoolbook, bit by bit: runs once per distinct coefficient or for oversized rows, never in the hot loop.
        let mut quotient = U512::ZERO;
        let mut remainder = U512::ZERO;
        for bit in (0..self.bits()).rev() {
            let top = remainder.bit(BITS.wrapping_sub(1));
            remainder = remainder.double();
            if self.bit(bit) {
                remainder.0[0] |= 1;
            }
            if top || remainder >= divisor {
                // Where doubling lost the top bit, the difference modulo 2^512 is the true one.
                (remainder, _) = remainder.overflowing_sub(divisor);
                quotient.set_bit(bit);
            }
        }
        Some((quotient, remainder))
    }

    /// Greatest common divisor.
    pub(crate) fn gcd(self, other: U512) -> U512 {
        let (mut a, mut b) = (self, other);
        loop {
            // Nearly always both fit at once, and short division is far quicker.
            if let Some((a, b)) = a.to_u128().zip(b.to_u128()) {
                return U512::from_u128(gcd_u128(a, b));
            }
            let Some((_, rest)) = a.div_rem(b) else { return a };
            (a, b) = (b, rest);
        }
    }

    /// How many bits the number needs.
    pub(crate) fn bits(self) -> u32 {
        let mut high = BITS;
        for &limb in self.0.iter().rev() {
            if limb != 0 {
                return high.saturating_sub(limb.leading_zeros());
            }
            high = high.saturating_sub(u64::BITS);
        }
        0
    }

    fn place(bit: u32) -> (usize, u64) {
        (usize::try_from(bit >> 6).unwrap_or(LIMBS), 1u64.wrapping_shl(bit & 63))
    }

    fn bit(self, bit: u32) -> bool {
        let (limb, mask) = U512::place(bit);
        self.0.get(limb).is_some_and(|limb| limb & mask != 0)
    }

    fn set_bit(&mut self, bit: u32) {
        let (limb, mask) = U512::place(bit);
        if let Some(limb) = self.0.get_mut(limb) {
            *limb |= mask;
        }
    }

    fn double(self) -> U512 {
        let mut out = [0u64; LIMBS];
        let mut carry = 0u64;
        for (slot, &limb) in out.iter_mut().zip(&self.0) {
            *slot = limb.wrapping_shl(1) | carry;
            carry = limb >> 63;
        }
        U512(out)
    }

    /// The difference modulo 2^512, and whether it is negative.
    fn overflowing_sub(self, other: U512) -> (U512, bool) {
        let mut out = [0u64; LIMBS];
        let mut borrow = false;
        for ((slot, &a), &b) in out.iter_mut().zip(&self.0).zip(&other.0) {
            let (difference, first) = a.overflowing_sub(b);
            let (difference, second) = difference.overflowing_sub(u64::from(borrow));
            *slot = difference;
            borrow = first | second;
        }
        (U512(out), borrow)
    }
}

impl PartialOrd for U512 {
    fn partial_cmp(&self, other: &U512) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for U512 {
    fn cmp(&self, other: &U512) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

#[expect(clippy::as_conversions, reason = "the two halves of a 128-bit integer, exactly")]
const fn split(value: u128) -> [u64; 2] {
    [value as u64, (value >> 64) as u64]
}

#[expect(clippy::as_conversions, reason = "widening, exact")]
const fn join(low: u64, high: u64) -> u128 {
    (low as u128) | ((high as u128) << 64)
}

/// Whether a quotient with this remainder rounds away from zero under half-even.
pub(crate) fn rounds_up(odd: bool, remainder: U512, divisor: U512) -> bool {
    match divisor.checked_sub(remainder).map(|rest| remainder.cmp(&rest)) {
        Some(Ordering::Greater) => true,
        Some(Ordering::Equal) => odd,
        Some(Ordering::Less) | None => false,
    }
}

/// The same for 128-bit integers, for the fast path.
pub(crate) fn rounds_up_u128(odd: bool, remainder: u128, divisor: u128) -> bool {
    match remainder.cmp(&divisor.saturating_sub(remainder)) {
        Ordering::Greater => true,
        Ordering::Equal => odd,
        Ordering::Less => false,
    }
}

/// Greatest common divisor of two 128-bit integers.
pub(crate) fn gcd_u128(mut a: u128, mut b: u128) -> u128 {
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_u64(a, b).into();
        }
        let Some(rest) = a.checked_rem(b) else { return a };
        (a, b) = (b, rest);
    }
}

/// By halves and differences: a division takes longer than several of them.
fn gcd_u64(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let halves = (a | b).trailing_zeros();
    a = a.wrapping_shr(a.trailing_zeros());
    loop {
        b = b.wrapping_shr(b.trailing_zeros());
        let (less, more) = if a < b { (a, b) } else { (b, a) };
        (a, b) = (less, more.wrapping_sub(less));
        if b == 0 {
            return a.wrapping_shl(halves);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn big(value: U512) -> BigUint {
        BigUint::from_slice(&value.0.iter().flat_map(|&l| [l as u32, (l >> 32) as u32]).collect::<Vec<_>>())
    }

    fn wide() -> impl Strategy<Value = U512> {
        (any::<[u64; 8]>(), 0usize..=8).prop_map(|(mut limbs, keep)| {
            limbs[keep..].fill(0);
            U512(limbs)
        })
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_big_integers(a in wide(), b in wide()) {
            let limit = BigUint::from(1u8) << 512u32;
            let sum = big(a) + big(b);
            prop_assert_eq!(a.checked_add(b).map(big), (sum < limit).then_some(sum));
            let product = big(a) * big(b);
            prop_assert_eq!(a.checked_mul(b).map(big), (product < limit).then_some(product));
            prop_assert_eq!(a.checked_sub(b).map(big), (a >= b).then(|| big(a) - big(b)));
            if !b.is_zero() {
                let (quotient, remainder) = a.div_rem(b).unwrap();
                prop_assert_eq!(big(quotient), big(a) / big(b));
                prop_assert_eq!(big(remainder), big(a) % big(b));
            }
        }
    }
}
