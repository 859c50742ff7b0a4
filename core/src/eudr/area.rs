//! Areas of rings on the sphere of the information system's samples, and on the ellipsoid.

use num_bigint::BigInt;

use super::position::Micro;
use super::sine::{PI, sine};
use crate::error::Error;
use crate::number::{Fraction, Ties};
use crate::uncertainty::Fixed;

/// Equatorial radius of WGS84 in metres: the sphere's, and the ellipsoid's half axis.
const RADIUS: i64 = 6_378_137;
/// Flattening of WGS84 is 10^9 / 298257223563.
const FLATTENING: (i128, i128) = (1_000_000_000, 298_257_223_563);
/// Decimals of a hectare: square metres.
const PLACES: u32 = 4;

/// Hectares on the sphere and on the ellipsoid.
#[derive(Clone, Debug)]
pub(super) struct Areas {
    pub(super) sphere: Fraction,
    pub(super) ellipsoid: Fraction,
}

impl Areas {
    /// An area as an answer shows it.
    pub(super) fn shown(area: &Fraction) -> String {
        area.rounded(PLACES, Ties::HalfEven)
    }
}

/// Areas of a closed ring (M-203, M-204).
///
/// # Errors
/// `OVERFLOW`, not for positions on the earth.
pub(super) fn areas(ring: &[Micro]) -> Result<Areas, Error> {
    let eccentricity = eccentricity()?;
    let (mut sphere, mut ellipsoid) = (BigInt::ZERO, BigInt::ZERO);
    let mut before: Option<(i64, Fixed, Fixed)> = None;
    for &(longitude, latitude) in ring {
        let sine = sine(latitude)?;
        let strip = strip(sine, eccentricity)?;
        if let Some((west, sine_west, strip_west)) = before {
            let width = BigInt::from(longitude.saturating_sub(west));
            sphere += &width * (BigInt::from(sine.bits()) + BigInt::from(sine_west.bits()));
            ellipsoid += width * (BigInt::from(strip.bits()) + BigInt::from(strip_west.bits()));
        }
        before = Some((longitude, sine, strip));
    }
    // The width of the whole ring is zero, so the 2 of (2 + sin + sin) falls away.
    Ok(Areas { sphere: hectares(&sphere, 2)?, ellipsoid: hectares(&ellipsoid, 4)? })
}

/// `|sum| × (pi / 180 10^6) × R² / parts`, in hectares; the sum is in counts of 2^-96.
fn hectares(sum: &BigInt, parts: i64) -> Result<Fraction, Error> {
    let size = BigInt::from(sum.magnitude().clone());
    let above = size * BigInt::from(PI) * BigInt::from(RADIUS) * BigInt::from(RADIUS);
    let below =
        (BigInt::from(1) << 192) * BigInt::from(180_000_000) * BigInt::from(parts) * BigInt::from(10_000);
    Fraction::new(above, below)
}

/// The square of the first eccentricity: `f (2 − f)`.
fn eccentricity() -> Result<Fixed, Error> {
    let (above, below) = FLATTENING;
    let flattening = Fixed::of(above, below)?;
    flattening.times(Fixed::whole(2).minus(flattening)?)
}

/// Twice the area between equator and a latitude for one radian, in units of the half axis squared:
/// `(1 − e²) (s / (1 − e² s²) + artanh(e s) / e)` as the series `(1 − e²) s Σ (e² s²)^k (2k + 2) / (2k + 1)`.
fn strip(sine: Fixed, eccentricity: Fixed) -> Result<Fixed, Error> {
    let ratio = eccentricity.times(sine.times(sine)?)?;
    let (mut power, mut sum, mut k) = (Fixed::ONE, Fixed::ZERO, 0_i128);
    while power.bits() != 0 {
        let odd = k.saturating_mul(2).saturating_add(1);
        // (2k + 2) / (2k + 1) is one and a part.
        sum = sum.plus(power)?.plus(power.part(odd))?;
        power = power.times(ratio)?;
        k = k.saturating_add(1);
    }
    Fixed::ONE.minus(eccentricity)?.times(sine)?.times(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_earth_has_its_area() {
        // Half of it, as a strip of 180 degrees from pole to pole.
        let ring = [
            (-90_000_000, -90_000_000),
            (90_000_000, -90_000_000),
            (90_000_000, 90_000_000),
            (-90_000_000, 90_000_000),
            (-90_000_000, -90_000_000),
        ];
        let found = areas(&ring).unwrap();
        // 2 pi R² in hectares, and half of the 510 065 621.724 km² of WGS84.
        assert_eq!(found.sphere.rounded(0, Ties::HalfEven), "25560394670");
        assert_eq!(found.ellipsoid.rounded(0, Ties::HalfEven), "25503281086");
    }
}
