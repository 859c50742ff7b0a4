//! Sines in whole numbers, so that every platform finds the same digits.

use crate::error::Error;
use crate::uncertainty::Fixed;

/// `pi × 2^96`, cut off.
pub(super) const PI: i128 = 248_902_613_312_231_085_230_521_944_622;

/// The sine of an angle in millionths of a degree within ±90 degrees; errs by less than 10^-26.
///
/// # Errors
/// `OVERFLOW`, not for angles within the range.
pub(super) fn sine(micro_degrees: i64) -> Result<Fixed, Error> {
    // pi is below 2^98 and the angle below 2^27.
    let product = PI.saturating_mul(i128::from(micro_degrees));
    let angle = Fixed::from_bits(product.checked_div(180_000_000).unwrap_or(0));
    let square = angle.times(angle)?;
    let (mut term, mut sum) = (angle, angle);
    let mut step: i128 = 2;
    // x − x³/3! + x⁵/5! − …, until nothing is added.
    while term.bits() != 0 {
        let divisor = step.saturating_mul(step.saturating_add(1));
        term = Fixed::ZERO.minus(term.times(square)?.part(divisor))?;
        sum = sum.plus(term)?;
        step = step.saturating_add(2);
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_sines_come_out() {
        let near = |found: Fixed, want: Fixed| found.minus(want).unwrap().abs().bits() < 1 << 10;
        let half = Fixed::of(1, 2).unwrap();
        for (degrees, want) in [
            (0, Fixed::ZERO),
            (30, half),
            (-30, Fixed::ZERO.minus(half).unwrap()),
            (45, half.sqrt().unwrap()),
            (60, Fixed::of(3, 4).unwrap().sqrt().unwrap()),
            (90, Fixed::ONE),
        ] {
            assert!(near(sine(degrees * 1_000_000).unwrap(), want), "{degrees}");
        }
    }
}
