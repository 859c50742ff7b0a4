//! Processes, what they make and take in, as a linear system that is solved exactly (METHODS M-263).

use std::collections::BTreeMap;

use super::decimal::{Decimal, Sign};
use crate::cbam::{Node, Stuck, solve};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Fraction;
use crate::told::Told;
use crate::unit::Unit;
use crate::wire::v1;

/// Who gives a good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Giver {
    /// The process with this place.
    Process(usize),
    /// The bought good with this place.
    Bought(usize),
}

/// A good.
#[derive(Clone, Debug)]
pub(super) struct Good {
    pub(super) giver: Giver,
    pub(super) unit: Unit,
    /// The part of the giver's burden that one unit carries: share / amount for an output, 1 for what was bought.
    pub(super) each: Fraction,
}

/// Processes and goods with their flows.
#[derive(Debug, Default)]
pub(super) struct System<'r> {
    pub(super) goods: BTreeMap<&'r str, Good>,
    pub(super) allocations: Vec<v1::FootprintAllocation>,
    /// Consumer (a process), giver, what one run of the consumer takes of the giver's burden, whether it packs.
    flows: Vec<(usize, usize, Fraction, bool)>,
    processes: usize,
    bought: usize,
}

/// A number of a request.
pub(super) fn number(text: &str, sign: Sign, path: &str) -> Result<Fraction, Error> {
    let read = Decimal::read(text).filter(|read| sign.takes(&read.value)).ok_or_else(|| {
        let code = if text.is_empty() { Code::MissingValue } else { Code::BadNumber };
        Error::new(code, format!("`{text}` must be {}", sign.words())).at(path.to_owned())
    })?;
    Ok(read.value)
}

/// The unit of a request.
pub(super) fn unit(text: &str, path: &str) -> Result<Unit, Error> {
    Unit::parse(text).map_err(|error| error.at(path.to_owned()))
}

fn closed(message: &str) -> Error {
    Error::new(Code::LoopWithoutOutput, message)
        .with_help("check amounts and units of what the processes take from each other")
        .at("/processes")
}

fn twice(good: &str, path: &str) -> Error {
    Error::new(Code::BadRequest, format!("the good `{good}` is given twice"))
        .with_help("one process makes a good, or it is bought; name them apart and feed them to one process")
        .at(path.to_owned())
}

impl<'r> System<'r> {
    /// Reads processes; goods that were bought come with their units.
    ///
    /// # Errors
    /// What is missing, no number, no unit, not known or given twice, with its path; `LIMIT_EXCEEDED`.
    pub(super) fn read(
        request: &'r v1::FootprintComputeRequest,
        bought: &[Unit],
        told: &mut Told,
    ) -> Result<System<'r>, Error> {
        let most = Limits::default().processes;
        if request.processes.len().saturating_add(bought.len()) > most {
            let message = format!("more than {most} processes and bought goods");
            return Err(Error::new(Code::LimitExceeded, message).at("/processes"));
        }
        let mut system =
            System { processes: request.processes.len(), bought: bought.len(), ..System::default() };
        for (at, (given, unit)) in request.bought.iter().zip(bought).enumerate() {
            let good = Good { giver: Giver::Bought(at), unit: unit.clone(), each: Fraction::one() };
            if system.goods.insert(&given.good, good).is_some() {
                return Err(twice(&given.good, &format!("/bought/{at}/good")));
            }
        }
        for (at, process) in request.processes.iter().enumerate() {
            system.outputs(at, process, told)?;
        }
        for (at, process) in request.processes.iter().enumerate() {
            system.inputs(at, process)?;
        }
        Ok(system)
    }

    fn outputs(
        &mut self,
        at: usize,
        process: &'r v1::FootprintProcess,
        told: &mut Told,
    ) -> Result<(), Error> {
        let path = format!("/processes/{at}");
        let method = match (&*process.allocation, process.outputs.len()) {
            (_, 0) => {
                return Err(Error::new(Code::BadRequest, format!("process `{}` makes nothing", process.id))
                    .at(format!("{path}/outputs")));
            }
            (_, 1) => "whole",
            (method @ ("mass" | "physical" | "economic"), _) => method,
            ("", _) => {
                let message = format!("process `{}` makes several goods", process.id);
                return Err(Error::new(Code::AllocationMissing, message)
                    .with_help("divide the process, or name `mass`, `physical` or `economic`, and say why")
                    .at(format!("{path}/allocation")));
            }
            (other, _) => {
                return Err(Error::new(Code::UnknownValue, format!("allocation `{other}` is not known"))
                    .with_help("use mass, physical or economic")
                    .at(format!("{path}/allocation")));
            }
        };
        if method != "whole" && process.allocation_reason.is_empty() {
            let message =
                format!("process `{}` shares its burdens, and nothing says why in this way", process.id);
            told.warn(Code::FootprintNotStated, &format!("{path}/allocation_reason"), "", message);
        }
        let mut read = Vec::new();
        let mut all = Fraction::zero();
        for (index, output) in process.outputs.iter().enumerate() {
            let path = format!("{path}/outputs/{index}");
            let unit = unit(&output.unit, &format!("{path}/unit"))?;
            let amount = number(&output.amount, Sign::Above, &format!("{path}/amount"))?;
            let place = format!("{path}/basis");
            let basis = match (method, &*output.basis) {
                ("whole", _) => Fraction::one(),
                ("mass", "") if unit.is_mass() => {
                    let kg = Unit::parse("kg")?;
                    amount.try_mul(&Fraction::from(unit.ratio_to(&kg)?))?
                }
                (_, basis) => number(basis, Sign::NotBelow, &place)?,
            };
            all = all.try_add(&basis)?;
            read.push((output, unit, amount, basis, path));
        }
        for (output, unit, amount, basis, path) in read {
            let share = basis.try_div(&all).map_err(|error| error.at(format!("{path}/basis")))?;
            self.allocations.push(v1::FootprintAllocation {
                process: process.id.clone(),
                good: output.good.clone(),
                method: method.into(),
                share: share.to_string(),
            });
            let good = Good { giver: Giver::Process(at), unit, each: share.try_div(&amount)? };
            if self.goods.insert(&output.good, good).is_some() {
                return Err(twice(&output.good, &format!("{path}/good")));
            }
        }
        Ok(())
    }

    fn inputs(&mut self, at: usize, process: &v1::FootprintProcess) -> Result<(), Error> {
        for (index, input) in process.inputs.iter().enumerate() {
            let path = format!("/processes/{at}/inputs/{index}");
            let good = self.good(&input.good, &format!("{path}/good"))?;
            let amount = number(&input.amount, Sign::NotBelow, &format!("{path}/amount"))?;
            let place = format!("{path}/unit");
            let ratio = match &*input.unit {
                "" => Fraction::one(),
                text => unit(text, &place)?.ratio_to(&good.unit).map_err(|error| error.at(place))?.into(),
            };
            let taken = amount.try_mul(&ratio)?.try_mul(&good.each)?;
            let giver = self.place(good.giver);
            self.flows.push((at, giver, taken, input.packaging));
        }
        Ok(())
    }

    /// A good by its name.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub(super) fn good(&self, name: &str, path: &str) -> Result<&Good, Error> {
        self.goods.get(name).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("nobody makes or sells `{name}`"))
                .with_help("make it an output of a process, or put it among what was bought")
                .at(path.to_owned())
        })
    }

    /// Processes stand first, then what was bought.
    pub(super) fn place(&self, giver: Giver) -> usize {
        match giver {
            Giver::Process(at) => at,
            Giver::Bought(at) => self.processes.saturating_add(at),
        }
    }

    fn nodes(&self) -> Vec<Node> {
        let count = self.processes.saturating_add(self.bought);
        let empty = Node { level: Fraction::one(), own: vec![Fraction::zero()], inputs: Vec::new() };
        vec![empty; count]
    }

    /// How often each process runs, and how much of each bought good is needed, for so many units of a good.
    ///
    /// # Errors
    /// `LOOP_WITHOUT_OUTPUT` if processes take in what they make or more; `LIMIT_EXCEEDED`, `OVERFLOW`.
    pub(super) fn runs(&self, good: &Good, amount: &Fraction) -> Result<Vec<Fraction>, Error> {
        let mut nodes = self.nodes();
        if let Some(node) = nodes.get_mut(self.place(good.giver)) {
            node.own = vec![good.each.try_mul(amount)?];
        }
        // Seen from the giver: it runs as often as whoever takes from it asks for.
        for (consumer, giver, taken, _) in &self.flows {
            if let Some(node) = nodes.get_mut(*giver) {
                node.inputs.push((*consumer, taken.clone()));
            }
        }
        let runs = self.solved(&nodes)?;
        // A loop that takes in more than it makes has a solution, too: one with runs below zero.
        if runs.iter().any(Fraction::is_negative) {
            return Err(closed("processes take in more than they make"));
        }
        Ok(runs)
    }

    /// The embedded figure of one run of each process, and of one unit of each bought good.
    ///
    /// # Errors
    /// As [`System::runs`].
    fn embedded(&self, own: &[Fraction]) -> Result<Vec<Fraction>, Error> {
        let mut nodes = self.nodes();
        for (node, own) in nodes.iter_mut().zip(own) {
            node.own = vec![own.clone()];
        }
        for (consumer, giver, taken, _) in &self.flows {
            if let Some(node) = nodes.get_mut(*consumer) {
                node.inputs.push((*giver, taken.clone()));
            }
        }
        self.solved(&nodes)
    }

    /// What the inputs that pack carry, for so many runs; `own` are the figures of runs and bought goods themselves.
    ///
    /// # Errors
    /// As [`System::runs`].
    pub(super) fn packaging(&self, own: &[Fraction], runs: &[Fraction]) -> Result<Option<Fraction>, Error> {
        if !self.flows.iter().any(|(.., packs)| *packs) {
            return Ok(None);
        }
        let embedded = self.embedded(own)?;
        let mut sum = Fraction::zero();
        for (consumer, giver, taken, _) in self.flows.iter().filter(|(.., packs)| *packs) {
            if let Some((figure, run)) = embedded.get(*giver).zip(runs.get(*consumer)) {
                sum = sum.try_add(&figure.try_mul(taken)?.try_mul(run)?)?;
            }
        }
        Ok(Some(sum))
    }

    fn solved(&self, nodes: &[Node]) -> Result<Vec<Fraction>, Error> {
        let solved = solve(nodes).map_err(|stuck| match stuck {
            Stuck::Singular(_) => closed("processes take in all that they make"),
            Stuck::TooLarge(members) => {
                let message = format!("{} processes feed each other in one loop", members.len());
                Error::new(Code::LimitExceeded, message).at("/processes")
            }
            Stuck::Number(error) => error,
        })?;
        let first = |columns: Vec<Fraction>| columns.into_iter().next().unwrap_or_else(Fraction::zero);
        Ok(solved.into_iter().map(first).collect())
    }
}
