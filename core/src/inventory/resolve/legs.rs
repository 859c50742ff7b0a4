//! The accounts that a row goes to, each with the factor chosen for it.

use super::Beside;
use super::resolved::Leg;
use crate::activity::{Field, Record};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, ViewOf, Wanted};
use crate::inventory::options::Options;
use crate::inventory::scope2;
use crate::scope::{Account, Category, Scope};

/// The accounts that a line goes to, each with its factor.
pub(super) fn legs(
    catalog: &Catalog,
    options: &Options,
    record: &Record,
    category: Category,
    wanted: &Wanted<'_>,
    view: ViewOf,
    beside: &mut Beside,
) -> Result<Vec<Leg>, (Field, Error)> {
    let named = record.get(Field::Factor);
    let policy = &options.policy;
    let pick = |view: ViewOf| catalog.pick(&Wanted { view, ..wanted.clone() }, policy).map_err(place_error);
    let pick_named = || {
        catalog.pick_named(named, wanted, policy).map_err(|error| match place_error(error) {
            (Field::Activity, error) => (Field::Factor, error),
            other => other,
        })
    };
    let account = match category.scope() {
        Scope::One => Account::Scope1,
        Scope::Three => Account::Scope3,
        Scope::Outside => Account::Offsets,
        Scope::Two => {
            return scope_2((catalog, options), record, category, wanted, (pick, pick_named), beside);
        }
    };
    let choice = if named.is_empty() { pick(view)? } else { pick_named()? };
    let credit = choice.coefficients.iter().any(|(_, coefficient)| coefficient.is_negative());
    if credit && matches!(category.key(), "3.5" | "3.12") {
        let message =
            format!("`{}` is below zero: it credits what is avoided", catalog.factor(choice.factor).id);
        return Err((Field::Factor, Error::new(Code::AvoidedEmissions, message)));
    }
    Ok(vec![Leg::new(account, category, choice)])
}

/// Scope 2 goes to both views, unless the row says that it is for one of them.
fn scope_2(
    (catalog, options): (&Catalog, &Options),
    record: &Record,
    category: Category,
    wanted: &Wanted<'_>,
    (pick, pick_named): (
        impl Fn(ViewOf) -> Result<Choice, (Field, Error)>,
        impl Fn() -> Result<Choice, (Field, Error)>,
    ),
    beside: &mut Beside,
) -> Result<Vec<Leg>, (Field, Error)> {
    let (named, instrument) = (record.get(Field::Factor), record.get(Field::Instrument));
    let mut legs = Vec::with_capacity(2);
    // A named factor speaks for the view that it is made for; with an instrument it is what was contracted.
    let made_for = match catalog.find(named) {
        _ if named.is_empty() => None,
        Some(index) if catalog.factor(index).view == ViewOf::Any && !instrument.is_empty() => {
            Some(ViewOf::Market)
        }
        Some(index) if catalog.factor(index).view == ViewOf::Residual => Some(ViewOf::Market),
        Some(index) => Some(catalog.factor(index).view),
        None => return pick_named().map(|_| legs),
    };
    if wanted.view != ViewOf::Market {
        let own = matches!(made_for, Some(ViewOf::Location | ViewOf::Any));
        let choice = if own { pick_named()? } else { pick(ViewOf::Location)? };
        legs.push(Leg::new(Account::Scope2Location, category, choice));
    }
    if wanted.view != ViewOf::Location {
        let own = matches!(made_for, Some(ViewOf::Market | ViewOf::Any));
        if let Some(register) = &options.instruments {
            if own && !instrument.is_empty() {
                let message =
                    format!("the row names `{named}` beside `{instrument}`, whose factor the register has");
                return Err((
                    Field::Factor,
                    Error::new(Code::FactorAmbiguous, message).with_help(
                        "leave the column `factor` empty in rows that name a registered instrument",
                    ),
                ));
            }
            let rest = || if own { pick_named() } else { market(&pick) };
            let lists = (&mut legs, &mut beside.notes, &mut beside.warnings);
            let from = (register, catalog, &options.policy);
            beside.cover = Some(scope2::cover(from, record, category, wanted, rest, lists)?);
            return Ok(legs);
        }
        let choice = if own {
            pick_named()?
        } else if !instrument.is_empty() {
            let message = format!("the row is covered by `{instrument}` but names no factor for it");
            return Err((Field::Factor, Error::new(Code::FactorMissing, message)
                .with_help("name the factor of the contract or certificate in the column `factor`; zero must be stated by a factor too")));
        } else {
            market(&pick)?
        };
        legs.push(Leg::new(Account::Scope2Market, category, choice));
    }
    Ok(legs)
}

/// The residual mix if a pack has one, else the grid average, which must be disclosed.
pub(in crate::inventory) fn market(
    pick: &impl Fn(ViewOf) -> Result<Choice, (Field, Error)>,
) -> Result<Choice, (Field, Error)> {
    let refused = match pick(ViewOf::Residual) {
        Ok(choice) => return Ok(choice),
        Err((_, error)) if error.code() != Code::FactorMissing => return Err(place_error(error)),
        Err(refused) => refused,
    };
    let mut choice = pick(ViewOf::Location).map_err(|_| refused)?;
    choice.notes.push((
        Code::NoResidualMix,
        "the market-based figure uses the grid average: no residual mix is known".into(),
    ));
    Ok(choice)
}

/// The column that an error of choosing is about.
pub(in crate::inventory) fn place_error(error: Error) -> (Field, Error) {
    let field = match error.code() {
        Code::DimensionMismatch
        | Code::MissingCvBasis
        | Code::MissingGasState
        | Code::AdministrativeUnit
        | Code::UnknownUnit
        | Code::AmbiguousUnit => Field::Unit,
        Code::FactorUnknown | Code::FactorNotMultiplier => Field::Factor,
        _ => Field::Activity,
    };
    (field, error)
}
