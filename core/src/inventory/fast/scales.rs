//! From the unit of a row to the unit that an answer was worked out for.

use super::pairs::Pairs;
use crate::activity::ODD;
use crate::number::{Divisor, HIGH};
use crate::unit::Unit;

/// A quantity times `times / by` is what an answer multiplies.
#[derive(Debug)]
pub(super) struct Scale {
    times: u64,
    by: u64,
    /// The divisors of the answers times `by`; none where that does not fit.
    divisors: Vec<Option<Divisor>>,
}

/// The scales from the units of rows, by the numbers of their words, to the units that answers count in.
#[derive(Debug)]
pub(super) struct Scales {
    units: Vec<Unit>,
    numbers: Pairs,
    scales: Vec<Scale>,
}

impl Default for Scales {
    fn default() -> Scales {
        Scales {
            units: Vec::new(),
            numbers: Pairs::default(),
            scales: vec![Scale { times: 1, by: 1, divisors: Vec::new() }],
        }
    }
}

impl Scales {
    /// The number of the scale between a unit and itself.
    pub(super) const SAME: u32 = 0;

    /// The number of a unit that answers count in.
    pub(super) fn unit(&mut self, unit: &Unit) -> u32 {
        let known = self.units.iter().position(|known| known == unit).unwrap_or_else(|| {
            self.units.push(unit.clone());
            self.units.len().saturating_sub(1)
        });
        u32::try_from(known).unwrap_or(u32::MAX)
    }

    /// The number of the scale that leads from a row's unit to one that answers count in, if the one converts into the
    /// other.
    #[inline]
    pub(super) fn number(&mut self, word: u32, unit: u32, text: impl Fn() -> String) -> Option<u32> {
        let number = match self.numbers.get(word, unit) {
            Some(known) => known,
            None => self.learn(word, unit, &text()),
        };
        (number != ODD).then_some(number)
    }

    #[cold]
    fn learn(&mut self, word: u32, unit: u32, own: &str) -> u32 {
        let to = usize::try_from(unit).ok().and_then(|at| self.units.get(at));
        let number = to.and_then(|to| scale(own, to)).map_or(ODD, |scale| {
            self.scales.push(scale);
            u32::try_from(self.scales.len()).unwrap_or(0).saturating_sub(1)
        });
        self.numbers.insert(word, unit, number);
        number
    }

    /// Makes ready what masses are divided by under each scale.
    pub(super) fn prepare(&mut self, divisors: &[Divisor]) {
        for scale in &mut self.scales {
            let by = scale.by;
            let more = divisors.get(scale.divisors.len()..).unwrap_or_default().iter();
            scale.divisors.extend(more.map(|divisor| Divisor::new(divisor.value().checked_mul(by)?)));
        }
    }

    /// A scale.
    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&Scale> {
        self.scales.get(usize::try_from(number).ok()?)
    }
}

impl Scale {
    /// `quantity × times` of the mass over its divisor, rounded half-even; none where it does not fit.
    #[inline]
    pub(super) fn mass(&self, quantity: u128, times: u64, divisor: usize) -> Option<u128> {
        let divisor = self.divisors.get(divisor)?.as_ref()?;
        let product = match u64::try_from(quantity) {
            Ok(quantity) => u128::from(quantity).wrapping_mul(u128::from(times)),
            Err(_) => quantity.checked_mul(u128::from(times))?,
        };
        let mass = divisor.round(product);
        (mass < HIGH).then_some(mass)
    }

    /// The quantity in the unit that the answer was worked out for, over the scale's divisor.
    #[inline]
    pub(super) fn quantity(&self, quantity: u64) -> u128 {
        u128::from(quantity).wrapping_mul(u128::from(self.times))
    }
}

fn scale(own: &str, other: &Unit) -> Option<Scale> {
    let own = Unit::parse(own).ok()?;
    if own.is_administrative() != other.is_administrative() {
        return None;
    }
    let ratio = own.ratio_to(other).ok()?;
    Some(Scale {
        times: u64::try_from(ratio.numerator()).ok()?,
        by: u64::try_from(ratio.denominator()).ok()?,
        divisors: Vec::new(),
    })
}
