//! What instruments covered, for the answer.

use super::super::options::Options;
use super::Cover;
use super::register::ratio;
use crate::error::Error;
use crate::number::{Amount, Ratio};
use crate::wire::v1;

/// Lines and energy by instrument.
#[derive(Clone, Debug, Default)]
pub(in crate::inventory) struct Sums(Vec<(u64, Ratio)>);

impl Sums {
    /// Adds a covered row.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(in crate::inventory) fn add(&mut self, cover: &Cover, quantity: Amount) -> Result<(), Error> {
        for (at, part) in &cover.parts {
            if *at >= self.0.len() {
                self.0.resize(at.saturating_add(1), (0, Ratio::ZERO));
            }
            if let Some((lines, energy)) = self.0.get_mut(*at) {
                *lines = lines.saturating_add(1);
                if let Some(ratio) = cover.to_kwh {
                    *energy = energy.try_add(Ratio::from(quantity).try_mul(ratio)?.try_mul(*part)?)?;
                }
            }
        }
        Ok(())
    }

    /// The block of the answer.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(in crate::inventory) fn answer(
        &self,
        options: &Options,
    ) -> Result<Option<Vec<v1::InstrumentUse>>, Error> {
        let Some(register) = &options.instruments else { return Ok(None) };
        let mut uses = Vec::with_capacity(register.items.len());
        for (at, item) in register.items.iter().enumerate() {
            let (lines, covered) = self.0.get(at).copied().unwrap_or((0, Ratio::ZERO));
            let (claimed, share) = register
                .shares
                .as_ref()
                .and_then(|shares| shares.get(at))
                .copied()
                .unwrap_or((Ratio::ZERO, Ratio::ONE));
            let surplus = match item.volume {
                Some(volume) if claimed < volume => volume.try_sub(claimed)?,
                _ => Ratio::ZERO,
            };
            let limited = |text: Ratio| item.volume.map_or_else(String::new, |_| text.to_string());
            let mut found = v1::InstrumentUse {
                id: item.id.to_string(),
                kind: item.kind.into(),
                factor: item.factor.to_string(),
                volume_kwh: item.volume.map_or_else(String::new, |volume| volume.to_string()),
                claimed_kwh: limited(claimed),
                share: share.to_string(),
                covered_kwh: covered.to_string(),
                surplus_kwh: limited(surplus),
                lines,
                state: String::new(),
            };
            found.state = state(&found).into();
            uses.push(found);
        }
        Ok(Some(uses))
    }
}

fn state(found: &v1::InstrumentUse) -> &'static str {
    if found.lines == 0 && matches!(found.claimed_kwh.as_str(), "" | "0") {
        "unclaimed"
    } else if found.share != "1" {
        "over-claimed"
    } else if matches!(found.surplus_kwh.as_str(), "" | "0") {
        "covered"
    } else {
        "surplus"
    }
}

/// Adds the blocks of two parts of a ledger.
///
/// # Errors
/// `OVERFLOW`, and those of numbers that emitrace does not print.
pub(in crate::inventory) fn merge(
    whole: &mut Option<Vec<v1::InstrumentUse>>,
    other: Option<&Vec<v1::InstrumentUse>>,
) -> Result<(), Error> {
    for (known, more) in whole.iter_mut().flatten().zip(other.into_iter().flatten()) {
        known.lines = known.lines.saturating_add(more.lines);
        known.covered_kwh = ratio(&known.covered_kwh)?.try_add(ratio(&more.covered_kwh)?)?.to_string();
        known.state = state(known).into();
    }
    Ok(())
}
