//! Random numbers in whole numbers: the same on every platform.

use sha2::{Digest, Sha256};

use super::fixed::Fixed;
use crate::error::Error;

/// The step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): 2^64 divided by the golden ratio, made odd.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A stream of random numbers: SplitMix64, whose n-th number is a function of n alone.
///
/// Each uncertain thing has a stream of its own, started from the seed and the name of the thing: what is drawn for one
/// does not depend on which others there are, nor on the order of the ledger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stream(u64);

impl Stream {
    /// The stream of a named thing.
    pub(super) fn new(seed: u32, name: &str) -> Stream {
        let digest = Sha256::new().chain_update(seed.to_le_bytes()).chain_update(name.as_bytes()).finalize();
        let start = digest.iter().take(8).fold(0u64, |start, byte| (start << 8) | u64::from(*byte));
        Stream(start)
    }

    /// The number at a position, from 0.
    pub(super) fn at(self, position: u64) -> u64 {
        let mut z = self.0.wrapping_add(position.wrapping_add(1).wrapping_mul(STEP));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Binary places of a standard normal number.
pub(super) const Z_PLACES: u32 = 28;
/// Halvings of the tail that are told apart: past the last the quantile stays at 6.4 standard deviations.
const OCTAVES: usize = 32;
/// Pieces of each halving.
const PIECES: usize = 32;

/// The inverse of the normal distribution, as cubic pieces between exactly computed points.
#[derive(Debug)]
pub(super) struct Normal {
    /// Coefficients of each piece over its fraction, constant first, with [`Z_PLACES`] binary places.
    pieces: Vec<[i64; 4]>,
}

impl Normal {
    /// # Method
    /// M-73: upper-tail probabilities p = 2^-(k+2) × (1 + j/32 + …) for k below 32; quantiles by Newton's method on the
    /// series of the distribution, cubic Hermite pieces between them. The error is below 10^-6 standard deviations.
    pub(super) fn new() -> Result<Normal, Error> {
        let mut pieces = Vec::with_capacity(OCTAVES.saturating_mul(PIECES));
        // From the middle outwards: z grows as p falls.
        let mut right = (Fixed::ZERO, density(Fixed::ZERO)?);
        for octave in 0..OCTAVES {
            let mut within = Vec::with_capacity(PIECES);
            // p of the whole octave goes from 2^-(octave+1) down to 2^-(octave+2).
            let least = Fixed::ONE.halved(octave.saturating_add(2));
            let width = least.halved(5);
            for piece in (0..PIECES).rev() {
                let share = Fixed::of(i128::try_from(piece).unwrap_or(0), 1)?;
                let p = least.plus(width.times(share)?)?;
                let z = quantile(p, right.0)?;
                let left = (z, density(z)?);
                within.push(cubic(left, right, width)?);
                right = left;
            }
            pieces.extend(within.into_iter().rev());
        }
        Ok(Normal { pieces })
    }

    /// A standard normal number from 64 random bits.
    pub(super) fn z(&self, bits: u64) -> i64 {
        let magnitude = bits << 1;
        // p = (magnitude + 1) / 2^65 is below one half.
        let octave = magnitude.leading_zeros();
        let fraction = magnitude.wrapping_shl(octave.wrapping_add(1));
        let at = (u64::from(octave) << 5) | (fraction >> 59);
        let last = self.pieces.last().copied().unwrap_or_default();
        let at = usize::try_from(at).ok().filter(|_| octave < 32);
        let [a, b, c, d] = at.and_then(|at| self.pieces.get(at)).copied().unwrap_or(last);
        // 30 bits of the fraction within the piece; each product stays below 2^63, since |z| is below 8.
        let t = i64::try_from((fraction << 5) >> 34).unwrap_or(0);
        let step = |high: i64, low: i64| (high.wrapping_mul(t) >> 30).wrapping_add(low);
        let z = step(step(step(d, c), b), a);
        if bits >> 63 == 0 { z } else { z.wrapping_neg() }
    }
}

/// The density of the normal distribution.
fn density(z: Fixed) -> Result<Fixed, Error> {
    // 1/sqrt(2 pi) with 96 binary places.
    let peak = Fixed::from_bits(31_607_463_825_455_920_808_620_519_744);
    let square = z.times(z)?.part(2);
    Fixed::ZERO.minus(square)?.exp()?.times(peak)
}

/// The probability above `z`: `1/2 - density × (z + z³/3 + z⁵/15 + …)`.
fn tail(z: Fixed, density: Fixed) -> Result<Fixed, Error> {
    let square = z.times(z)?;
    // The density goes in first: no term is ever above one half then.
    let first = z.times(density)?;
    let (mut term, mut sum, mut odd) = (first, first, 1i128);
    while term.bits() != 0 {
        odd = odd.wrapping_add(2);
        term = term.times(square)?.part(odd);
        sum = sum.plus(term)?;
    }
    Fixed::ONE.halved(1).minus(sum)
}

/// The `z` whose tail is `p`, from a start that is near and below.
fn quantile(p: Fixed, start: Fixed) -> Result<Fixed, Error> {
    let mut z = start;
    for _ in 0..6 {
        let density = density(z)?;
        let step = tail(z, density)?.minus(p)?.over(density)?;
        z = z.plus(step)?;
        // Newton doubles the digits each time: below 2^-40 the next step is below what is kept.
        if step.abs().bits() < 1 << 56 {
            break;
        }
    }
    Ok(z)
}

/// The cubic over a piece that meets both ends with their slopes.
fn cubic(left: (Fixed, Fixed), right: (Fixed, Fixed), width: Fixed) -> Result<[i64; 4], Error> {
    // dz/dp = -1/density, so over the whole piece the slope is -width/density.
    let slope = |density: Fixed| Fixed::ZERO.minus(width.over(density)?);
    let (from, to) = (slope(left.1)?, slope(right.1)?);
    let rise = right.0.minus(left.0)?;
    let thrice = rise.plus(rise)?.plus(rise)?;
    let square = thrice.minus(from)?.minus(from)?.minus(to)?;
    let cube = from.plus(to)?.minus(rise)?.minus(rise)?;
    let narrow = |value: Fixed| i64::try_from(value.at(Z_PLACES)).unwrap_or(0);
    Ok([narrow(left.0), narrow(from), narrow(square), narrow(cube)])
}

#[cfg(test)]
#[expect(clippy::float_arithmetic, reason = "compared with tables of the normal distribution")]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix64() {
        // The published sequence for the seed 1234567.
        let stream = Stream(1_234_567);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|n| stream.at(n)),
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
        assert_ne!(Stream::new(1, "a").at(0), Stream::new(1, "b").at(0));
        assert_ne!(Stream::new(1, "a").at(0), Stream::new(2, "a").at(0));
    }

    /// z for an upper-tail probability given as 63 bits.
    fn z(tail: f64) -> f64 {
        let normal = Normal::new().unwrap();
        let bits = (tail * 2f64.powi(64)) as u64;
        normal.z(bits) as f64 / 2f64.powi(28)
    }

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (tail, want) in [
            (0.499_999_999, 2.506_628e-9),
            (0.25, 0.674_489_750_196_082),
            (0.158_655_253_931_457, 1.0),
            (0.1, 1.281_551_565_544_6),
            (0.05, 1.644_853_626_951_472),
            (0.025, 1.959_963_984_540_054),
            (0.005, 2.575_829_303_548_901),
            (0.001, 3.090_232_306_167_814),
            (1e-6, 4.753_424_308_822_899),
            (1e-9, 5.997_807_015_007_687),
        ] {
            let found = z(tail);
            assert!((found - want).abs() < 1e-6, "{tail}: {found}, not {want}");
        }
        let normal = Normal::new().unwrap();
        assert_eq!(normal.z(5 | 1 << 63), -normal.z(5), "symmetric");
        assert!(normal.z(0) as f64 / 2f64.powi(28) > 6.2, "the far tail stays where the table ends");
    }

    #[test]
    fn quantiles_fall_as_the_tail_grows() {
        let normal = Normal::new().unwrap();
        let mut last = normal.z(0);
        for step in 0..(1u64 << 16) {
            let z = normal.z(step << 47);
            assert!(z <= last + 2, "at {step}");
            last = z;
        }
    }
}
