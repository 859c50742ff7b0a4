//! From the unit of a row to the unit that an answer was worked out for.

use super::pairs::Pairs;
use crate::activity::ODD;
use crate::number::Divisor;
use crate::unit::Unit;

/// A quantity times `times / by` is what an answer multiplies.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) times: u64,
    by: u64,
    /// The divisors of the answers times `by`; none where that does not fit.
    divisors: Vec<Option<Divisor>>,
}

/// The scales between units, by the numbers of their words.
#[derive(Debug)]
pub(super) struct Scales {
    numbers: Pairs,
    scales: Vec<Scale>,
}

impl Default for Scales {
    fn default() -> Scales {
        Scales { numbers: Pairs::default(), scales: vec![Scale { times: 1, by: 1, divisors: Vec::new() }] }
    }
}

impl Scales {
    /// The number of the scale between a unit and itself.
    pub(super) const SAME: u32 = 0;

    /// The number of the scale that leads from one unit to another, if the one converts into the other.
    #[inline]
    pub(super) fn number(&mut self, from: u32, to: u32, text: impl Fn(u32) -> String) -> Option<u32> {
        let number = match self.numbers.get(from, to) {
            Some(known) => known,
            None => self.learn(from, to, &text(from), &text(to)),
        };
        (number != ODD).then_some(number)
    }

    #[cold]
    fn learn(&mut self, from: u32, to: u32, own: &str, other: &str) -> u32 {
        let number = scale(own, other).map_or(ODD, |scale| {
            self.scales.push(scale);
            u32::try_from(self.scales.len()).unwrap_or(0).saturating_sub(1)
        });
        self.numbers.insert(from, to, number);
        number
    }

    /// A scale and the divisors with it.
    #[inline]
    pub(super) fn get(&mut self, number: u32, divisors: &[Divisor]) -> Option<(u64, &[Option<Divisor>])> {
        let scale = self.scales.get_mut(usize::try_from(number).ok()?)?;
        if scale.divisors.len() < divisors.len() {
            let known = scale.divisors.len();
            let by = scale.by;
            let more = divisors.iter().skip(known);
            scale.divisors.extend(more.map(|divisor| Divisor::new(divisor.value().checked_mul(by)?)));
        }
        Some((scale.times, &scale.divisors))
    }
}

fn scale(own: &str, other: &str) -> Option<Scale> {
    let (own, other) = (Unit::parse(own).ok()?, Unit::parse(other).ok()?);
    if own.is_administrative() != other.is_administrative() {
        return None;
    }
    let ratio = own.ratio_to(&other).ok()?;
    Some(Scale {
        times: u64::try_from(ratio.numerator()).ok()?,
        by: u64::try_from(ratio.denominator()).ok()?,
        divisors: Vec::new(),
    })
}
