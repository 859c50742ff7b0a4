//! Free allocation of goods that are precursors of each other: a linear system, solved exactly (METHODS M-116).

use super::actual::Actual;
use super::rate::{Chain, Fault, Rater, Who};
use crate::activity::Field;
use crate::cbam::solve::{Node, Stuck, solve};
use crate::cbam::{Column, Good};
use crate::error::{Code, Error};
use crate::number::{Fraction, Ratio};

/// A good with actual data, made by a route.
struct Stop<'s, 'c> {
    good: Good<'c>,
    actual: &'s Actual<'c>,
    at: usize,
    route: &'s str,
    /// How many steps from the good that is asked about, by the shortest way.
    depth: u32,
}

impl<'c> Rater<'_, 'c> {
    /// Free allocation of a good whose precursors lead back to themselves.
    ///
    /// # Method
    /// M-116: w = e + Aᵀ w, where A holds the tonnes of a precursor for a tonne of a good; then SEFA = Σ w × what is
    /// allocated to each good itself and to those of its precursors that lie outside (Eq 2 to 5).
    pub(super) fn allocation_in_circle(
        &self,
        good: &Good<'c>,
        (at, route): (usize, &str),
        year: i32,
        chain: &mut Chain<'_>,
    ) -> Result<Ratio, Fault> {
        let supplier = |error: Error| (Field::Supplier, error);
        let (stops, flows) = self.stops(good, (at, route), year)?;
        let mut nodes: Vec<Node> = stops
            .iter()
            .map(|stop| {
                let asked = if stop.depth == 0 { Fraction::one() } else { Fraction::zero() };
                Node { level: Fraction::one(), own: vec![asked], inputs: Vec::new() }
            })
            .collect();
        for (user, used, tonnes) in &flows {
            if let Some(node) = nodes.get_mut(*used) {
                node.inputs.push((*user, Fraction::from(*tonnes)));
            }
        }
        let weights = solve(&nodes).map_err(|stuck| supplier(stuck_error(&stops, stuck)))?;
        let mut sum = Ratio::ZERO;
        for (stop, weight) in stops.iter().zip(&weights) {
            let Some(weight) = weight.first() else { continue };
            if weight.is_negative() {
                return Err(supplier(no_surplus(&[stop])));
            }
            let weight = weight.to_ratio().map_err(supplier)?;
            let found = self.choices.tables.benchmark(&stop.good, Column::A, stop.route, year);
            let benchmark = found.map_err(|error| (Field::Category, error))?;
            let who = Who {
                cn: stop.good.code,
                installation: &stop.actual.installation,
                column: "A",
                equation: "2",
            };
            let own = self.part(&who, &benchmark, year, (weight, stop.depth), chain)?;
            sum = sum.try_add(own).map_err(supplier)?;
            for precursor in &stop.actual.precursors {
                let weight = weight.try_mul(precursor.t_per_t).map_err(supplier)?;
                let deeper = stop.depth.saturating_add(1);
                if let Some(part) = self.outside(precursor, year, (weight, deeper), chain)? {
                    sum = sum.try_add(part).map_err(supplier)?;
                }
            }
        }
        Ok(sum)
    }

    /// Every good with actual data that goes into a good, and the tonnes of one for a tonne of another.
    #[expect(clippy::type_complexity, reason = "used once, in the function above")]
    fn stops<'s>(
        &'s self,
        good: &Good<'c>,
        (at, route): (usize, &'s str),
        year: i32,
    ) -> Result<(Vec<Stop<'s, 'c>>, Vec<(usize, usize, Ratio)>), Fault> {
        let supplier = |error: Error| (Field::Supplier, error);
        let mut stops: Vec<Stop<'s, 'c>> = Vec::new();
        let mut flows = Vec::new();
        stops.extend(self.actuals.get(at).map(|actual| Stop { good: *good, actual, at, route, depth: 0 }));
        let mut next = 0usize;
        while let Some(stop) = stops.get(next) {
            let (actual, depth) = (stop.actual, stop.depth.saturating_add(1));
            for precursor in actual.precursors.iter().filter(|precursor| precursor.has_data()) {
                let at = self.actuals.find(
                    &precursor.installation,
                    &precursor.good,
                    year.saturating_sub(self.shift),
                );
                let at = at.map_err(supplier)?;
                let Some(own) = self.actuals.get(at) else { continue };
                let route = if precursor.route.is_empty() { &*own.route } else { &*precursor.route };
                let known = stops.iter().position(|stop| stop.at == at && stop.route == route);
                let used = known.unwrap_or(stops.len());
                if used == next {
                    let message = format!(
                        "`{}` of `{}` is a precursor of itself",
                        precursor.good.code, own.installation
                    );
                    let help = "leave out what circulates within the process; its goods are what leaves it";
                    return Err(supplier(Error::new(Code::BadActual, message).with_help(help)));
                }
                if known.is_none() {
                    stops.push(Stop { good: precursor.good, actual: own, at, route, depth });
                }
                flows.push((next, used, precursor.t_per_t));
            }
            next = next.saturating_add(1);
        }
        Ok((stops, flows))
    }
}

fn stuck_error(stops: &[Stop<'_, '_>], stuck: Stuck) -> Error {
    match stuck {
        Stuck::Singular(members) => {
            let members: Vec<&Stop<'_, '_>> = members.iter().filter_map(|at| stops.get(*at)).collect();
            no_surplus(&members)
        }
        Stuck::TooLarge(members) => {
            let message = format!("{} goods are precursors of each other in one loop", members.len());
            Error::new(Code::LimitExceeded, message)
                .with_help("state the free allocation of one of them in `sefa_t_co2e_per_t`")
        }
        Stuck::Number(error) => error,
    }
}

/// A loop that takes in as much as it makes, or more.
fn no_surplus(stops: &[&Stop<'_, '_>]) -> Error {
    let names: Vec<String> =
        stops.iter().map(|stop| format!("`{}` of `{}`", stop.good.code, stop.actual.installation)).collect();
    let message =
        format!("{} goes back into itself whole: nothing of the loop is left to sell", names.join(", "));
    Error::new(Code::BadActual, message).with_help("check `t_per_t` of the precursors")
}
