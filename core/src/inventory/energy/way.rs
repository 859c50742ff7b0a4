//! From a row's unit to megawatt hours, by the properties that its emissions rest on.

use std::rc::Rc;

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, Step, ViewOf, Wanted};
use crate::inventory::line::WholeLine;
use crate::inventory::options::Options;
use crate::inventory::resolve::calorific;
use crate::number::Ratio;
use crate::place::Place;
use crate::scope::Scope;
use crate::unit::{CalorificBasis, Unit};

/// How rows come to energy.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Megawatt hours of one unit.
    pub(super) ratio: Ratio,
    pub(super) basis: Option<CalorificBasis>,
    pub(super) steps: Vec<Step>,
    /// The steps as one text: rows with the same come to energy in the same way.
    pub(super) told: Rc<str>,
}

/// The way of a row to energy: its unit, the steps of its emissions, or the properties that lead there.
///
/// # Method
/// M-294.
///
/// # Errors
/// What is missing, with how to mend it.
pub(super) fn way(
    catalog: &Catalog,
    options: &Options,
    line: &WholeLine<'_>,
    choice: &Choice,
) -> Result<Way, Error> {
    let unit = &line.resolved.unit;
    let steps = || choice.steps.iter().filter(|step| !matches!(step, Step::Move { .. }));
    // The terms of a calculation method make another quantity of the row's, which has the unit of the factor.
    let measured_otherwise = steps().any(|step| matches!(step, Step::Term { .. }));
    if unit.is_energy() && !measured_otherwise {
        return ends(unit, Vec::new());
    }
    let mut taken = Vec::new();
    for step in steps() {
        taken.push(step.clone());
        if let Step::Unit { to, .. } | Step::Property { to, .. } | Step::Measured { to, .. } = step
            && to.is_energy()
        {
            return ends(to, taken);
        }
    }
    let factor = catalog.factor(choice.factor);
    let per = factor.per.as_ref().unwrap_or(unit);
    if per.is_energy() {
        return ends(per, taken);
    }
    let place = Place::parse(&line.resolved.region)?;
    let (from, own) = match measured_otherwise {
        true => (per, None),
        false => {
            taken.clear();
            (unit, calorific(line.record, Unit::parse).map_err(|(_, error)| error)?)
        }
    };
    let wanted = Wanted {
        activity: &factor.activity,
        place: &place,
        site: line.record.get(Field::Site),
        day: line.record.period().start(),
        unit: from,
        view: ViewOf::Any,
        calorific: own,
    };
    let mut refused = None;
    for target in ["MWh{net}", "MWh{gross}"] {
        let target = Unit::parse(target)?;
        match catalog.way(&wanted, &options.policy, &target) {
            Ok(more) => return ends(&target, taken.into_iter().chain(more).collect()),
            Err(error) if error.code() == Code::FactorAmbiguous => return Err(error),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(explained(line, refused))
}

/// The way that ends at a unit of energy.
fn ends(unit: &Unit, mut steps: Vec<Step>) -> Result<Way, Error> {
    let (target, basis) = match unit.calorific_basis() {
        None => (Unit::parse("MWh")?, None),
        Some(basis) => (Unit::parse("MWh")?.with_calorific_basis(basis)?, Some(basis)),
    };
    let ratio = unit.ratio_to(&target)?;
    if *unit != target {
        steps.push(Step::Unit { from: unit.clone(), to: target, ratio });
    }
    let ratio = steps.iter().try_fold(Ratio::ONE, |product, step| product.try_mul(step.ratio()))?;
    Ok(Way { ratio, basis, told: format!("{steps:?}").into(), steps })
}

/// Why there is no way, and what would make one.
fn explained(line: &WholeLine<'_>, refused: Option<Error>) -> Error {
    let why = refused.unwrap_or_else(|| Error::new(Code::EnergyMissing, "no way leads to energy"));
    let error = Error::new(Code::EnergyMissing, why.message());
    match line.resolved.category.scope() {
        Scope::Two => error.with_help(
            "give the quantity in GJ or MWh (steam: mass times its enthalpy, less that of the condensate that \
             goes back), or fill `calorific_value`",
        ),
        _ => error.with_help(why.help()),
    }
}
