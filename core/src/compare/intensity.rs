//! Emissions per unit of something.

use super::accounts::{self, Amounts, Chosen, KG_DECIMALS};
use super::note;
use crate::error::{Code, Error};
use crate::number::{Amount, Co2e, Coefficient, Ratio};
use crate::period::Period;
use crate::scope::Account;
use crate::unit::Unit;
use crate::wire::v1::{self, canonical_digest};

/// Emissions of years divided by what was made, earned, used or who worked.
///
/// # Units
/// Kilograms of CO2 equivalent per unit of the denominator; the answer names it.
///
/// # Method
/// M-83: `intensity = sum of the accounts / denominator`, exact, and rounded half-even to the stated decimals.
///
/// # Errors
/// `CHOICE_MISSING` for no accounts, `UNKNOWN_UNIT`, `BAD_NUMBER`, `DIVISION_BY_ZERO`, `OVERFLOW`, each with its path.
///
/// # Example
/// ```
/// use emitrace::wire::v1;
///
/// let request: v1::IntensityRequest = serde_json::from_str(r#"{
///   "years": [{"year": 2024, "amounts": [{"account": "scope_1", "kg_co2e": "5000"}],
///              "denominators": [{"name": "steel", "quantity": "3", "unit": "t"}]}],
///   "accounts": ["scope_1"], "decimals": 3
/// }"#)?;
/// let answer = emitrace::compare::intensity(&request)?;
/// let steel = &answer.years[0].intensities[0];
/// assert_eq!((&*steel.kg_co2e_per_unit, &*steel.exact_kg_co2e_per_unit), ("1666.667", "5000/3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn intensity(request: &v1::IntensityRequest) -> Result<v1::IntensityAnswer, Error> {
    let chosen = Chosen::parse(&request.accounts, "/accounts")?;
    let decimals = decimals(request.decimals)?;
    let mut notes = Vec::new();
    let mut years: Vec<v1::IntensityYear> = Vec::new();
    let mut firsts: Vec<First> = Vec::new();
    for (at, year) in request.years.iter().enumerate() {
        let path = format!("/years/{at}");
        let total = chosen.sum(&amounts_of_year(year, &path)?)?;
        let mut intensities = Vec::with_capacity(year.denominators.len());
        for (of, denominator) in year.denominators.iter().enumerate() {
            let place = format!("{path}/denominators/{of}");
            let read = Divisor::read(denominator, &place)?;
            check_period(year, denominator, &place, &mut notes)?;
            intensities.push(one(total, year.year, &read, decimals, &mut firsts, &mut notes)?);
        }
        years.push(v1::IntensityYear {
            year: year.year,
            inventory: year.answer.as_ref().map_or_else(String::new, |answer| answer.digest.clone()),
            kg_co2e: total.to_string(),
            intensities,
        });
    }
    same_choices(&request.years, &mut notes);
    let mut answer = v1::IntensityAnswer {
        schema: v1::INTENSITY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        accounts: chosen.names(),
        rounding: format!("M-83: half-even to {decimals} decimals"),
        years,
        notes,
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// How many decimals are asked for.
pub(super) fn decimals(wanted: u16) -> Result<u32, Error> {
    if u32::from(wanted) > KG_DECIMALS {
        let message = format!("{wanted} decimals are more than {KG_DECIMALS}");
        return Err(Error::new(Code::NumberOutOfRange, message).with_help("ask for 0 to 15").at("/decimals"));
    }
    Ok(wanted.into())
}

/// The emissions of a year, from its inventory or as stated.
pub(super) fn amounts_of_year(year: &v1::ProgressYear, path: &str) -> Result<Amounts, Error> {
    match (&year.answer, year.amounts.as_slice()) {
        (Some(answer), []) => accounts::of_figures(&answer.inventory.total),
        (None, [_, ..]) => accounts::stated(&year.amounts, &format!("{path}/amounts"), false),
        _ => Err(Error::new(Code::BadRequest, "give either `answer` or `amounts`").at(path)),
    }
}

/// A denominator, read.
pub(super) struct Divisor {
    pub(super) name: String,
    pub(super) quantity: Amount,
    pub(super) unit: Unit,
    per: Option<Unit>,
}

impl Divisor {
    pub(super) fn read(denominator: &v1::Denominator, path: &str) -> Result<Divisor, Error> {
        if denominator.name.is_empty() {
            return Err(
                Error::new(Code::ChoiceMissing, "the denominator has no name").at(format!("{path}/name"))
            );
        }
        let at = |field: &str| format!("{path}/{field}");
        let quantity = Amount::parse(&denominator.quantity).map_err(|error| error.at(at("quantity")))?;
        if quantity.is_zero() {
            return Err(Error::new(Code::DivisionByZero, "the denominator is zero").at(at("quantity")));
        }
        if quantity.is_negative() {
            return Err(Error::new(Code::NegativeQuantity, "the denominator is below zero")
                .with_help("a denominator is an amount of something: give it above zero")
                .at(at("quantity")));
        }
        let unit = Unit::parse(&denominator.unit).map_err(|error| error.at(at("unit")))?;
        let per =
            denominator.per.as_deref().map(Unit::parse).transpose().map_err(|error| error.at(at("per")))?;
        if let Some(per) = &per {
            unit.ratio_to(per).map_err(|error| error.at(at("per")))?;
        }
        Ok(Divisor { name: denominator.name.clone(), quantity, unit, per })
    }

    /// The unit that an intensity is per if no year before says another.
    pub(super) fn own_per(&self) -> &Unit {
        self.per.as_ref().unwrap_or(&self.unit)
    }
}

/// The first intensity of a name.
struct First {
    name: String,
    per: Unit,
    exact: Coefficient,
}

/// `kilograms / quantity`, exactly, per a unit.
pub(super) fn divide(kilograms: Co2e, divisor: &Divisor, per: &Unit) -> Result<Coefficient, Error> {
    let ratio = divisor.unit.ratio_to(per)?;
    Coefficient::ONE
        .times(kilograms.to_ratio()?)?
        .times(Ratio::from(divisor.quantity).inverse()?)?
        .times(ratio.inverse()?)
}

fn one(
    total: Co2e,
    year: u16,
    divisor: &Divisor,
    decimals: u32,
    firsts: &mut Vec<First>,
    notes: &mut Vec<v1::Note>,
) -> Result<v1::Intensity, Error> {
    let first = firsts.iter().find(|first| first.name == divisor.name);
    let per = first.map_or(divisor.own_per(), |first| &first.per).clone();
    let (per, first) = match divisor.unit.ratio_to(&per) {
        Ok(_) => (per, first),
        Err(error) => {
            let message = format!("{year}: {}", error.message());
            let mut told = note(Code::NotComparable, &divisor.name, (0, 0), message);
            told.help = error.help().into();
            notes.push(told);
            (divisor.own_per().clone(), None)
        }
    };
    if divisor.unit.currency().is_some_and(|money| money.year().is_none()) {
        let message = format!("{year}: the money does not say its price year");
        notes.push(note(Code::NotComparable, &divisor.name, (0, 0), message));
    }
    let exact = divide(total, divisor, &per)?;
    let change = match first {
        Some(first) if !first.exact.is_zero() => {
            let hundred = Coefficient::ONE.times(Ratio::whole(100))?;
            let ratio = exact.over(first.exact)?.minus_one()?;
            Some(hundred.multiplied(ratio)?.round_half_even(decimals)?.to_string())
        }
        _ => None,
    };
    if !firsts.iter().any(|first| first.name == divisor.name) {
        firsts.push(First { name: divisor.name.clone(), per: per.clone(), exact });
    }
    Ok(v1::Intensity {
        name: divisor.name.clone(),
        quantity: divisor.quantity.to_string(),
        unit: divisor.unit.to_string(),
        per: per.to_string(),
        kg_co2e_per_unit: exact.round_half_even(decimals)?.to_string(),
        exact_kg_co2e_per_unit: exact.to_ratio().map_or_else(String::new, |ratio| ratio.to_string()),
        change_percent: change,
    })
}

/// The denominator must be of the inventory's own period.
fn check_period(
    year: &v1::ProgressYear,
    denominator: &v1::Denominator,
    path: &str,
    notes: &mut Vec<v1::Note>,
) -> Result<(), Error> {
    let (Some(text), Some(answer)) = (denominator.period.as_deref(), &year.answer) else { return Ok(()) };
    let period = Period::parse(text).map_err(|error| error.at(format!("{path}/period")))?;
    let own = &answer.inventory.choices.period;
    if *own != period.to_string() {
        let of = if own.is_empty() { "no stated period" } else { own };
        let message = format!("{}: the denominator is for {period}, the inventory for {of}", year.year);
        notes.push(note(Code::NotComparable, &denominator.name, (0, 0), message));
    }
    Ok(())
}

/// Inventories that were not made alike stand side by side only with a remark.
pub(super) fn same_choices(years: &[v1::ProgressYear], notes: &mut Vec<v1::Note>) {
    let mut answers = years.iter().filter_map(|year| Some((year.year, year.answer.as_ref()?)));
    let Some((first_year, first)) = answers.next() else { return };
    let mut tell =
        |about: &str, message: String| notes.push(note(Code::NotComparable, about, (0, 0), message));
    let left_out = |answer: &v1::InventoryAnswer| answer.inventory.coverage.excluded;
    if left_out(first) > 0 {
        tell("coverage", format!("{first_year}: {} rows are not in the inventory", left_out(first)));
    }
    for (year, answer) in answers {
        let (old, new) = (&first.inventory.choices, &answer.inventory.choices);
        for (about, old, new) in [
            ("profile", &old.profile, &new.profile),
            ("gwp", &old.gwp, &new.gwp),
            ("gases_in_total", &old.gases_in_total.join(", "), &new.gases_in_total.join(", ")),
        ] {
            if old != new {
                tell(about, format!("{first_year}: {old}; {year}: {new}"));
            }
        }
        if left_out(answer) > 0 {
            tell("coverage", format!("{year}: {} rows are not in the inventory", left_out(answer)));
        }
    }
}

/// The offsets of a year, where its inventory says them.
pub(super) fn offsets(year: &v1::ProgressYear) -> Result<Option<Co2e>, Error> {
    let Some(answer) = &year.answer else { return Ok(None) };
    Ok(accounts::of_figures(&answer.inventory.total)?.get(&Account::Offsets).copied())
}
