//! What a row's calculation method does to its line: the terms before the factor, and the gases after it.

use super::parameters::{Known, Parameters};
use super::resolve::{Leg, NoteText};
use super::spend;
use crate::activity::{Field, Record};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, FactorIndex, Step, ViewOf, Wanted, fold, stated_activity};
use crate::gas::{Gas, GwpLock};
use crate::inventory::Options;
use crate::method::{Method, Move, Op, Parameter, Source, Term};
use crate::number::{Coefficient, Ratio};
use crate::scope::Category;
use crate::unit::Unit;

/// A column and what is wrong with it.
pub(super) type Fault = (Field, Error);

/// A method with the numbers of a row.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) method: &'static Method,
    /// From the row's unit to the product that the factor multiplies.
    pub(super) steps: Vec<Step>,
    /// Units that the product may be in; the first for which there is a factor is taken.
    pub(super) units: Vec<Unit>,
    /// The activity of the factor, where it is not the row's.
    activity: Option<Box<str>>,
    /// The scope 2 view that a factor outside of scope 2 is taken from.
    view: ViewOf,
    moves: Vec<(&'static Move, Known)>,
    pub(super) notes: Vec<NoteText>,
}

/// Everything that a plan is made from.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) options: &'a Options,
    pub(super) record: &'a Record,
    pub(super) category: Category,
    pub(super) wanted: &'a Wanted<'a>,
}

/// The word of the column `method`, if it is not one of the two views of scope 2, which the standard calls methods too.
pub(super) fn word(record: &Record) -> Option<&str> {
    let text = record.get(Field::Method);
    (!text.is_empty() && view_word(record).is_none()).then_some(text)
}

/// `location-based` and `market-based` in the column `method`, where the column `view` is empty.
pub(super) fn view_word(record: &Record) -> Option<ViewOf> {
    let view = ViewOf::parse(record.get(Field::Method));
    view.filter(|view| {
        record.get(Field::View).is_empty() && matches!(view, ViewOf::Location | ViewOf::Market)
    })
}

/// Notes about columns of methods that a row without one fills.
pub(super) fn unread(record: &Record) -> Vec<NoteText> {
    let filled = record.parameters().filter(|(_, text)| !text.is_empty());
    filled
        .map(|(parameter, _)| {
            let name = parameter.name();
            NoteText {
                code: Code::ParameterUnused,
                about: name.into(),
                message: format!("rows fill `{name}` but name no method that reads it").into(),
            }
        })
        .collect()
}

impl Plan {
    /// The plan of a row that names a method.
    ///
    /// # Errors
    /// Every fault of the method and its columns at once.
    pub(super) fn new(method: &'static Method, frame: Frame<'_>) -> Result<Plan, Vec<Fault>> {
        let Frame { record, category, wanted, .. } = frame;
        let mut parameters = Parameters::new(frame, method);
        if !method.may_stand_in(category) {
            let message = format!("the method `{}` may not stand in category {}", method.id, category.key());
            let help = format!("it may stand in {}", method.categories.join(", "));
            parameters.fault(Field::Method, Error::new(Code::MethodNotAllowed, message).with_help(help));
        }
        parameters.refuse_unread();
        let brings = !matches!(method.source, Source::Row | Source::Money);
        if brings && !record.get(Field::Factor).is_empty() {
            let message = format!("the method `{}` brings its own factor", method.id);
            parameters.fault(Field::Factor, Error::new(Code::ParameterUnused, message));
        }
        let mut plan = Plan {
            method,
            steps: Vec::new(),
            units: Vec::new(),
            activity: None,
            view: ViewOf::Any,
            moves: Vec::new(),
            notes: Vec::new(),
        };
        let unit = plan.take(wanted, &mut parameters);
        for term in method.terms {
            plan.term(term, &mut parameters);
        }
        for of in method.moves {
            if let Some(known) = parameters.number(of.share) {
                plan.moves.push((of, known));
            }
        }
        plan.units = match (method.source, method.gives) {
            (Source::Money, _) => spend::chain(frame, &mut plan, &mut parameters).into_iter().collect(),
            (_, []) => vec![unit],
            (_, gives) => gives.iter().filter_map(|unit| Unit::parse(unit).ok()).collect(),
        };
        plan.bring(frame, &mut parameters);
        if method.number == "M-34" {
            plan.view = ViewOf::Location;
        }
        let (notes, faults) = parameters.done();
        if !faults.is_empty() {
            return Err(faults);
        }
        plan.notes = notes;
        Ok(plan)
    }

    /// Brings the quantity to the unit that the method takes.
    fn take(&mut self, wanted: &Wanted<'_>, parameters: &mut Parameters<'_>) -> Unit {
        let mut refused: Option<Error> = None;
        for text in self.method.takes {
            let Ok(unit) = Unit::parse(text) else { continue };
            match wanted.unit.ratio_to(&unit) {
                Ok(ratio) => {
                    if *wanted.unit != unit {
                        self.steps.push(Step::Unit { from: wanted.unit.clone(), to: unit.clone(), ratio });
                    }
                    return unit;
                }
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        if let Some(error) = refused {
            let help = format!(
                "the method `{}` takes a quantity in {}",
                self.method.id,
                self.method.takes.join(" or ")
            );
            parameters.fault(Field::Unit, Error::new(error.code(), error.message()).with_help(help));
        }
        wanted.unit.clone()
    }

    /// Adds one term, or the fault of its parameter.
    fn term(&mut self, term: &Term, parameters: &mut Parameters<'_>) {
        if term.optional && term.parameters().all(|parameter| !parameters.is_filled(parameter)) {
            return;
        }
        let formula = term.formula();
        let ratio = match term.op {
            Op::Constant { numerator, denominator, .. } => {
                Ratio::new(numerator.into(), denominator.into()).map(|ratio| (ratio, None))
            }
            Op::Sign(parameter, words) => match parameters.sign(parameter, words) {
                Some(sign) => Ok((Ratio::whole(sign), None)),
                None => return,
            },
            Op::TimesDifference(first, second) => {
                match (parameters.number(first), parameters.number(second)) {
                    (Some(a), Some(b)) if a.ratio < b.ratio => {
                        let message = format!("`{}` is less than `{}`", first.name(), second.name());
                        let error = Error::new(Code::ParameterOutOfRange, message);
                        parameters.fault(Field::Parameter(first), error);
                        return;
                    }
                    (Some(a), Some(b)) => {
                        a.ratio.try_sub(b.ratio).map(|ratio| (ratio, a.record.or(b.record)))
                    }
                    _ => return,
                }
            }
            Op::Times(parameter)
            | Op::Over(parameter)
            | Op::TimesOneMinus(parameter)
            | Op::TimesOnePlus(parameter)
            | Op::OverOneMinus(parameter)
            | Op::OverOnePlus(parameter) => {
                let Some(known) = parameters.number(parameter) else { return };
                parameters.is_part(parameter, known.ratio);
                let ratio = match term.op {
                    Op::Over(_) => known.ratio.inverse(),
                    Op::TimesOneMinus(_) => Ratio::ONE.try_sub(known.ratio),
                    Op::TimesOnePlus(_) => Ratio::ONE.try_add(known.ratio),
                    Op::OverOneMinus(_) => Ratio::ONE.try_sub(known.ratio).and_then(Ratio::inverse),
                    Op::OverOnePlus(_) => Ratio::ONE.try_add(known.ratio).and_then(Ratio::inverse),
                    _ => Ok(known.ratio),
                };
                ratio.map(|ratio| (ratio, known.record)).map_err(|error| match error.code() {
                    Code::DivisionByZero => Error::new(
                        Code::ParameterOutOfRange,
                        format!("`{}` would divide by zero", parameter.name()),
                    ),
                    _ => error,
                })
            }
        };
        match ratio {
            Ok((ratio, record)) => self.push(&formula, ratio, record),
            Err(error) => {
                let field = term.parameters().next().map_or(Field::Method, Field::Parameter);
                parameters.fault(field, error);
            }
        }
    }

    pub(super) fn push(&mut self, term: &str, ratio: Ratio, factor: Option<FactorIndex>) {
        self.steps.push(Step::Term { term: term.into(), factor, ratio });
    }

    /// The activity of the factor, where the method knows it better than the row.
    fn bring(&mut self, frame: Frame<'_>, parameters: &mut Parameters<'_>) {
        self.activity = match self.method.source {
            Source::Row | Source::Money => {
                if self.method.words.contains(&Parameter::RadiativeForcing) {
                    self.flight(frame, parameters)
                } else {
                    None
                }
            }
            Source::Gas(gas) => Some(format!("release-{}", gas.to_lowercase()).into()),
            Source::Nothing => Some(stated_activity(GwpLock::Set(frame.options.gwp)).into()),
            Source::Stated => {
                let Some(text) = parameters.text(Parameter::StatedGwpSet) else { return };
                let upper = text.to_uppercase();
                let lock = GwpLock::parse(&upper).or_else(|| GwpLock::parse(&upper.to_lowercase()));
                if lock.is_none() {
                    let message = format!("`{text}` is no GWP set");
                    let error = Error::new(Code::UnknownValue, message)
                        .with_help("write AR4, AR5, AR6, or unstated if the statement does not say");
                    parameters.fault(Field::Parameter(Parameter::StatedGwpSet), error);
                }
                lock.map(|lock| stated_activity(lock).into())
            }
        };
    }

    /// The activity with or without radiative forcing, as the row states.
    fn flight(&self, frame: Frame<'_>, parameters: &mut Parameters<'_>) -> Option<Box<str>> {
        const WITHOUT: &str = "-without-rf";
        let text = parameters.text(Parameter::RadiativeForcing)?;
        let row = frame.wanted.activity;
        let (with, without) = match row.strip_suffix(WITHOUT) {
            Some(stem) => (stem.to_owned(), row.to_owned()),
            None => (row.to_owned(), format!("{row}{WITHOUT}")),
        };
        let wanted = match fold(text).as_str() {
            "with" | "yes" | "có" => with,
            "without" | "no" | "không" => without,
            _ => {
                let message = format!("`{text}` is neither with nor without");
                let error = Error::new(Code::UnknownValue, message).with_help("write `with` or `without`");
                parameters.fault(Field::Parameter(Parameter::RadiativeForcing), error);
                return None;
            }
        };
        // A factor that the row names speaks for itself.
        if wanted == row || !frame.record.get(Field::Factor).is_empty() {
            return None;
        }
        if frame.catalog.activity(&wanted).is_none() {
            let message = format!("no pack has `{wanted}`");
            let error = Error::new(Code::FactorMissing, message)
                .with_help("name the factor that carries this choice in the column `factor`");
            parameters.fault(Field::Parameter(Parameter::RadiativeForcing), error);
            return None;
        }
        Some(wanted.into())
    }

    /// The legs of the line: the factor is chosen for the product, then the terms and moves are worked in.
    pub(super) fn legs(
        &self,
        frame: Frame<'_>,
        choose: impl Fn(&Wanted<'_>, ViewOf) -> Result<(Vec<Leg>, Vec<NoteText>), Fault>,
    ) -> Result<(Vec<Leg>, Vec<NoteText>), Fault> {
        let mut refused: Option<Fault> = None;
        for unit in &self.units {
            let wanted = Wanted {
                unit,
                activity: self.activity.as_deref().unwrap_or(frame.wanted.activity),
                ..frame.wanted.clone()
            };
            match choose(&wanted, self.view) {
                Ok((mut legs, told)) => {
                    for leg in &mut legs {
                        self.check(frame, leg)?;
                        self.apply(frame, leg)?;
                    }
                    return Ok((legs, told));
                }
                Err(fault) => refused = refused.or(Some(fault)),
            }
        }
        Err(refused.unwrap_or_else(|| {
            (Field::Method, Error::new(Code::MethodNotAllowed, "the method gives nothing to multiply"))
        }))
    }

    /// What only the chosen factor can tell.
    fn check(&self, frame: Frame<'_>, leg: &Leg) -> Result<(), Fault> {
        let factor = frame.catalog.factor(leg.choice.factor);
        if self.method.number == "M-34" && &*factor.td_losses == "included" {
            let message = format!("`{}` includes the losses of the grid already", factor.id);
            return Err((Field::Method, Error::new(Code::LossesIncluded, message)));
        }
        if self.method.id == "upstream-fuel" {
            let usual = frame.catalog.activity(&factor.activity).and_then(|known| known.category);
            let scope = factor.category.or(usual).map_or("3", |category| category.scope().as_str());
            if matches!(scope, "1" | "2") {
                let message =
                    format!("`{}` is a factor of scope {scope}, not of what is upstream", factor.id);
                let error = Error::new(Code::DoubleCount, message).with_help(
                    "name an upstream activity, e.g. `diesel-wtt`: category 3 holds nothing that scope 1 or 2 holds",
                );
                return Err((Field::Activity, error));
            }
        }
        Ok(())
    }

    /// Multiplies the terms into every gas, and lets shares of gases leave as others.
    fn apply(&self, frame: Frame<'_>, leg: &mut Leg) -> Result<(), Fault> {
        let overflow = |error: Error| (Field::Method, error);
        let Choice { steps, coefficients, .. } = &mut leg.choice;
        for (_, coefficient) in coefficients.iter_mut() {
            for step in &self.steps {
                *coefficient = coefficient.times(step.ratio()).map_err(overflow)?;
            }
        }
        let mut all = self.steps.clone();
        all.append(steps);
        // What the row brings with it in another category, such as the way of its fuel, keeps its gases.
        for (of, share) in self.moves.iter().filter(|_| leg.category == frame.category) {
            all.push(part_ways(frame.catalog, of, share, coefficients)?);
        }
        *steps = all;
        leg.ready();
        Ok(())
    }
}

/// Lets the share of a gas leave as another one.
fn part_ways(
    catalog: &Catalog,
    of: &Move,
    share: &Known,
    coefficients: &mut Vec<(Gas, Coefficient)>,
) -> Result<Step, Fault> {
    let field = Field::Parameter(of.share);
    let fault = |error: Error| (field, error);
    let leaves = if of.stays { Ratio::ONE.try_sub(share.ratio).map_err(fault)? } else { share.ratio };
    let stays = Ratio::ONE.try_sub(leaves).map_err(fault)?;
    let times = Ratio::new(of.times.0.into(), of.times.1.into())
        .and_then(|ratio| ratio.try_mul(leaves))
        .map_err(fault)?;
    let gas = |name: &str| catalog.gases().find(name);
    let found = of.gases.iter().find_map(|(from, to)| {
        let from = gas(from)?;
        let at = coefficients.iter().position(|(known, _)| *known == from)?;
        Some((at, *to))
    });
    let Some((at, name)) = found else {
        let names: Vec<&str> = of.gases.iter().map(|(from, _)| *from).collect();
        let message = format!("the factor gives no {} that could be divided", names.join(" or "));
        return Err((Field::Activity, Error::new(Code::MethodNotAllowed, message)));
    };
    let Some(to) = gas(name) else {
        return Err((field, Error::new(Code::UnknownGas, format!("no loaded pack knows {name}"))));
    };
    if coefficients.iter().any(|(known, _)| *known == to) {
        let message = format!("the factor states {name} itself");
        return Err((Field::Method, Error::new(Code::MethodNotAllowed, message)));
    }
    let mut new = Coefficient::ONE;
    if let Some((_, coefficient)) = coefficients.get_mut(at) {
        new = coefficient.times(times).map_err(fault)?;
        *coefficient = coefficient.times(stays).map_err(fault)?;
    }
    if !leaves.is_zero() {
        coefficients.push((to, new));
    }
    Ok(Step::Move { term: of.formula().into(), factor: share.record, ratio: times })
}
