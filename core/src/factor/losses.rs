//! Losses of a grid as a rate: what must be generated beside what is consumed.

use super::catalog::{Catalog, FactorIndex};
use super::pick::{Candidates, Policy, Wanted};
use super::record::{Kind, State};
use crate::error::{Code, Error};
use crate::number::Ratio;
use crate::order::Order;

impl Catalog {
    /// The electricity lost for one unit consumed, by the nearest loss rate of the activity.
    ///
    /// # Method
    /// M-55: r / (1 − r) for a rate r of what is put into the grid, r for a rate of what is consumed. A pack says which in
    /// `per_unit`: `generation` or `consumption`; empty is generation, as grid statistics print it.
    ///
    /// # Errors
    /// `FACTOR_AMBIGUOUS` if two rates fit equally well; `NUMBER_OUT_OF_RANGE` for a rate that is not between 0 and 1.
    pub(crate) fn losses(
        &self,
        wanted: &Wanted<'_>,
        policy: &Policy,
    ) -> Result<Option<(FactorIndex, Ratio)>, Error> {
        let candidates = Candidates::new(self, wanted, policy);
        let mut ranked: Vec<_> = self
            .for_activity(wanted.activity)
            .iter()
            .filter(|index| self.factor(**index).kind == Kind::LossRate)
            .filter_map(|index| Some((candidates.rank(self.factor(*index))?, *index)))
            .collect();
        ranked.order_by_key(|(rank, _)| *rank);
        let Some((rank, index)) = ranked.first() else { return Ok(None) };
        let factor = self.factor(*index);
        if ranked.get(1).is_some_and(|(other, _)| other == rank) {
            let message = format!("several loss rates fit as well as `{}`", factor.id);
            return Err(Error::new(Code::FactorAmbiguous, message));
        }
        let Some(value) = factor.values.first().filter(|value| value.state == State::Value) else {
            return Ok(None);
        };
        let unit = if &*value.unit_text == "%" { Ratio::whole(100) } else { Ratio::ONE };
        let rate = Ratio::from(value.amount).try_div(unit)?;
        if rate.is_negative() || rate >= Ratio::ONE {
            let message = format!("the loss rate of `{}` is not between 0 and 1", factor.id);
            return Err(Error::new(Code::NumberOutOfRange, message));
        }
        let lost =
            if &*factor.per_text == "consumption" { rate } else { rate.try_div(Ratio::ONE.try_sub(rate)?)? };
        Ok(Some((*index, lost)))
    }
}
