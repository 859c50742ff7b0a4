//! Sums over a whole chain. A lot has few labels, a chain has all of them: adding up costs what is added, not what is there.

use super::content::{Content, overflow};
use crate::error::Error;

/// A sum of contents.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// By label: labels are numbered from zero on.
    units: Vec<i128>,
    quantity: i128,
    carbon: i128,
}

impl Tally {
    /// Adds a content.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn add(&mut self, content: &Content) -> Result<(), Error> {
        self.quantity = self.quantity.checked_add(content.quantity()).ok_or_else(overflow)?;
        self.carbon = self.carbon.checked_add(content.carbon()).ok_or_else(overflow)?;
        for (label, units) in content.parts() {
            let at = super::at(*label);
            if at >= self.units.len() {
                self.units.resize(at.saturating_add(1), 0);
            }
            if let Some(sum) = self.units.get_mut(at) {
                // No sum of parts is above that of the quantities, which was checked.
                *sum = sum.saturating_add(*units);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
impl Tally {
    pub(super) fn quantity(&self) -> i128 {
        self.quantity
    }

    pub(super) fn carbon(&self) -> i128 {
        self.carbon
    }

    /// Units by label, labels ascending, none of them zero.
    pub(super) fn parts(&self) -> Vec<(u32, i128)> {
        (0..)
            .zip(&self.units)
            .map(|(label, units)| (label, *units))
            .filter(|(_, units)| *units != 0)
            .collect()
    }

    /// The sum of several.
    pub(super) fn all<'t>(tallies: impl IntoIterator<Item = &'t Tally>) -> Tally {
        let mut all = Tally::default();
        for tally in tallies {
            all.quantity += tally.quantity;
            all.carbon += tally.carbon;
            all.units.resize(all.units.len().max(tally.units.len()), 0);
            all.units.iter_mut().zip(&tally.units).for_each(|(sum, units)| *sum += units);
        }
        all
    }
}
