//! The fraction between two units, and every reason why there is none.

use super::dimension::Dimension;
use super::gas_state::GasState;
use super::qualifier::{CalorificBasis, Currency, Qualifier};
use super::unit::Unit;
use crate::error::{Code, Error};
use crate::number::Ratio;
use crate::order::Order;

/// `quantity_in_from * ratio = quantity_in_to`.
pub(super) fn ratio(from: &Unit, to: &Unit) -> Result<Ratio, Error> {
    if from == to {
        return Ok(Ratio::ONE);
    }
    if from.dimension() != to.dimension() {
        return Err(different(from, to));
    }
    same_basis(from, to)?;
    same_labels(from, to)?;
    let gas = gas_ratio(from, to)?;
    from.size().try_div(to.size())?.try_mul(gas)
}

fn mismatch(message: String, help: impl Into<Box<str>>) -> Error {
    Error::new(Code::DimensionMismatch, message).with_help(help)
}

/// The two measure different things: says what, and what would bridge them.
fn different(from: &Unit, to: &Unit) -> Error {
    let (left, right) = (from.dimension(), to.dimension());
    let message = format!("`{from}` measures {left} and `{to}` measures {right}");
    let either = |a, b| (left, right) == (a, b) || (left, right) == (b, a);
    if either(Dimension::MASS, Dimension::VOLUME) {
        return mismatch(message, "convert with a density, e.g. in `kg/L`");
    }
    if either(Dimension::ENERGY, Dimension::MASS) || either(Dimension::ENERGY, Dimension::VOLUME) {
        return mismatch(message, "convert with a heating value, e.g. in `GJ{net}/t` or `MJ{net}/Nm3`");
    }
    if either(Dimension::POWER, Dimension::ENERGY) {
        return mismatch(message, "multiply the power by the hours of running, e.g. `kW.h`");
    }
    Error::new(Code::DimensionMismatch, message)
}

/// What is stated of the unit as a whole: a value and the power it stands in. Powers that cancel state nothing.
fn stated<'a, T: PartialEq>(unit: &'a Unit, pick: impl Fn(&'a Qualifier) -> Option<T>) -> Vec<(T, i16)> {
    let mut found: Vec<(T, i16)> = Vec::new();
    for term in unit.terms() {
        let Some(value) = pick(&term.qualifier) else { continue };
        let exponent = i16::from(term.exponent);
        match found.iter_mut().find(|(known, _)| *known == value) {
            Some((_, sum)) => *sum = sum.saturating_add(exponent),
            None => found.push((value, exponent)),
        }
    }
    found.retain(|(_, exponent)| *exponent != 0);
    found
}

fn same_basis(from: &Unit, to: &Unit) -> Result<(), Error> {
    let basis = |qualifier: &Qualifier| match qualifier {
        Qualifier::Basis(basis) => Some(*basis),
        _ => None,
    };
    let (left, right) = (stated(from, basis), stated(to, basis));
    if left == right {
        return Ok(());
    }
    let word = |list: &[(CalorificBasis, i16)]| list.first().map(|(basis, _)| *basis);
    match (word(&left), word(&right)) {
        (Some(a), Some(b)) if a != b => Err(mismatch(
            format!("`{from}` is stated {a} and `{to}` is stated {b}"),
            "gross and net heating values are 5 % to 11 % apart, depending on the fuel: give the quantity in \
             the other basis, or the fuel's measured ratio of net to gross",
        )),
        _ => Err(Error::new(
            Code::MissingCvBasis,
            format!("one of `{from}` and `{to}` says net or gross, the other does not"),
        )
        .with_help("write `{net}` or `{gross}` behind the unit of energy of a fuel, e.g. `MWh{gross}`")),
    }
}

/// Moisture, money and annotations must agree; they never convert.
fn same_labels(from: &Unit, to: &Unit) -> Result<(), Error> {
    let money = |qualifier: &Qualifier| match qualifier {
        Qualifier::Money(money) => Some(money.clone()),
        _ => None,
    };
    let (left, right) = (sorted(stated(from, money)), sorted(stated(to, money)));
    if left != right {
        return Err(different_money(from, to, &left, &right));
    }
    let moisture = |qualifier: &Qualifier| match qualifier {
        Qualifier::Moisture(moisture) => Some(*moisture),
        _ => None,
    };
    if sorted(stated(from, moisture)) != sorted(stated(to, moisture)) {
        return Err(mismatch(
            format!("`{from}` and `{to}` are unlike: dry mass, wet mass and mass that says neither"),
            "write `{dry}` or `{wet}` behind the unit of mass; converting one to the other needs the measured \
             moisture",
        ));
    }
    let note = |qualifier: &Qualifier| match qualifier {
        Qualifier::Note(note) => Some(note.clone()),
        _ => None,
    };
    if sorted(stated(from, note)) != sorted(stated(to, note)) {
        return Err(mismatch(
            format!("`{from}` and `{to}` have different annotations"),
            "delete the annotation in braces if it changes nothing, or give the quantity in the other unit",
        ));
    }
    Ok(())
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.order();
    list
}

fn different_money(from: &Unit, to: &Unit, left: &[(Currency, i16)], right: &[(Currency, i16)]) -> Error {
    let message = format!("`{from}` and `{to}` are different money");
    let help = match (left.first(), right.first()) {
        (Some((a, _)), Some((b, _))) if a.code() != b.code() => {
            "money is not converted between currencies: exchange with a rate that you cite".to_owned()
        }
        (Some((a, _)), Some((b, _))) if a.year() != b.year() => match (a.year(), b.year()) {
            (Some(_), Some(_)) => {
                "money is not converted between price years: deflate with an index that you cite".to_owned()
            }
            (year, other) => {
                let year = year.or(other).map_or(String::new(), |year| year.to_string());
                format!("say the price year: `{}{{{year}}}` if the prices are those of {year}", a.code())
            }
        },
        _ => {
            "money is not converted between purchaser, producer and basic prices: say the price level, as in \
              `USD{2022:purchaser}`"
                .to_owned()
        }
    };
    mismatch(message, help)
}

/// What the volume of gas grows by between the two states.
fn gas_ratio(from: &Unit, to: &Unit) -> Result<Ratio, Error> {
    let state = |qualifier: &Qualifier| match qualifier {
        Qualifier::State(state) => Some(*state),
        _ => None,
    };
    let single = |unit: &Unit| -> Option<(GasState, i16)> { stated(unit, state).pop() };
    match (single(from), single(to)) {
        (None, None) => Ok(Ratio::ONE),
        (Some((a, power)), Some((b, other))) if power == other => a.volume_ratio_to(b)?.try_pow(power.into()),
        _ => Err(Error::new(
            Code::MissingGasState,
            format!(
                "one of `{from}` and `{to}` is a volume of gas at a stated temperature and pressure, the other is not"
            ),
        )),
    }
}
