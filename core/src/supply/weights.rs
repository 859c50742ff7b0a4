//! Amounts of flows as whole numbers of one scale.

use super::order::Topology;
use super::sum::{Scale, Weight};
use crate::error::{Code, Error};
use crate::number::Amount;

/// The sizes of all amounts: 64 bits each where that holds them, else 128.
#[derive(Clone, Debug)]
pub(super) enum Sizes {
    Narrow(Vec<u64>),
    Wide(Vec<u128>),
}

/// Amounts in the order of the topology's flows.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) sizes: Sizes,
    /// Which are below zero; empty if none is.
    pub(super) credits: Vec<bool>,
    pub(super) scale: Scale,
}

impl Weights {
    /// Takes over the amounts of flows by their number.
    ///
    /// # Errors
    /// `PRECISION_EXCEEDED` if the longest and the largest amount together need more than 38 digits.
    pub(super) fn new(topology: &Topology, amounts: &[Amount]) -> Result<Weights, Error> {
        let places = amounts.iter().map(|amount| amount.scale()).max().unwrap_or(0);
        let Some(scale) = Scale::new(places) else {
            return Err(Error::new(Code::PrecisionExceeded, format!("an amount has {places} decimals")));
        };
        let sizes = match sizes(topology, amounts, places) {
            Some(narrow) => Sizes::Narrow(narrow),
            None => Sizes::Wide(sizes(topology, amounts, places).ok_or_else(|| {
                let message =
                    format!("amounts with {places} decimals stand beside one that is too large for them");
                Error::new(Code::PrecisionExceeded, message).with_help(
                    "round the amounts: the largest one and the smallest decimal may be 38 digits apart",
                )
            })?),
        };
        let credits = if amounts.iter().any(|amount| amount.is_negative()) {
            let credit =
                |flow: &u32| amounts.get(super::at(*flow)).is_some_and(|amount| amount.is_negative());
            topology.flows.iter().map(credit).collect()
        } else {
            Vec::new()
        };
        Ok(Weights { sizes, credits, scale })
    }
}

fn sizes<W: Weight>(topology: &Topology, amounts: &[Amount], places: u32) -> Option<Vec<W>> {
    let powers: Vec<u128> = (0..=places).map(|places| 10_u128.checked_pow(places)).collect::<Option<_>>()?;
    let size = |amount: &Amount| {
        let power = powers.get(super::at(places.saturating_sub(amount.scale())))?;
        W::of(amount.mantissa().unsigned_abs().checked_mul(*power)?)
    };
    // First in the order in which they were given, then in that of the topology: what waits for memory does nothing else.
    let given: Vec<W> = amounts.iter().map(size).collect::<Option<_>>()?;
    let size = |flow: &u32| given.get(super::at(*flow)).copied().unwrap_or_default();
    Some(topology.flows.iter().map(size).collect())
}
