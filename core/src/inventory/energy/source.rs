//! What a row's energy is: its carrier, and whether it is renewable.

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Catalog, FactorIndex, Kind, State};
use crate::inventory::line::WholeLine;
use crate::inventory::options::Options;
use crate::inventory::resolve::Leg;
use crate::number::Ratio;
use crate::scope::{Account, Category};

pub(super) const RENEWABLE: &str = "renewable";
pub(super) const NOT_RENEWABLE: &str = "non-renewable";
/// Partly biogenic, and by which part of its energy is not stated.
pub(super) const UNKNOWN: &str = "unknown";

/// The carrier of a category; nothing for what is no energy of the organisation.
pub(super) fn carrier(category: Category) -> Option<&'static str> {
    Some(match category.key() {
        "1.stationary" | "1.mobile" => "fuels",
        "2.electricity" => "electricity",
        "2.steam" => "steam",
        "2.heat" => "heat",
        "2.cooling" => "cooling",
        _ => return None,
    })
}

/// The leg that has the row's quantity: of scope 2 the one by location, which every row of real consumption has.
pub(super) fn own_leg<'l>(line: &'l WholeLine<'_>) -> Option<&'l Leg> {
    let own = |leg: &&Leg| matches!(leg.account, Account::Scope1 | Account::Scope2Location);
    line.resolved.legs.iter().filter(own).find(|leg| leg.category == line.resolved.category)
}

/// Parts of the row's energy that are renewable, not renewable, or either; together 1.
///
/// # Method
/// M-295.
pub(super) fn parts(
    catalog: &Catalog,
    options: &Options,
    renewable_instruments: &[String],
    line: &WholeLine<'_>,
    leg: &Leg,
) -> Result<Vec<(&'static str, Ratio)>, Error> {
    if leg.account == Account::Scope1 {
        return Ok(vec![(origin(catalog, leg.choice.factor), Ratio::ONE)]);
    }
    let proven = |name: &str| renewable_instruments.iter().any(|known| known == name);
    let mut covered = Ratio::ZERO;
    if options.instruments.is_some() {
        // A register says which part of the row each instrument covers.
        for leg in line.resolved.legs.iter().filter(|leg| leg.account == Account::Scope2Market) {
            for share in leg.shares.iter().filter(|share| share.kind == "covered" && proven(&share.about)) {
                covered = covered.try_add(share.ratio)?;
            }
        }
    } else if proven(line.record.get(Field::Instrument)) {
        covered = Ratio::ONE;
    }
    let rest = Ratio::ONE.try_sub(covered)?;
    let parts = [(RENEWABLE, covered), (NOT_RENEWABLE, rest)];
    Ok(parts.into_iter().filter(|(_, part)| !part.is_zero()).collect())
}

/// Whether the carbon of a fuel is fossil or biogenic, by its factor, or by what all factors of its activity agree on.
fn origin(catalog: &Catalog, index: FactorIndex) -> &'static str {
    if let Some(origin) = stated(catalog, index) {
        return origin;
    }
    let others = catalog.for_activity(&catalog.factor(index).activity);
    let mut said = others
        .iter()
        .filter(|other| catalog.factor(**other).kind == Kind::Emission)
        .filter_map(|other| stated(catalog, *other));
    match said.next() {
        Some(first) if said.all(|other| other == first) => first,
        _ => UNKNOWN,
    }
}

/// What one factor says of its carbon; nothing if it names neither kind of carbon dioxide.
fn stated(catalog: &Catalog, index: FactorIndex) -> Option<&'static str> {
    let has = |name: &str| {
        catalog.factor(index).values.iter().any(|value| {
            let gas = value.gas.map(|gas| &*catalog.gases().info(gas).name);
            gas == Some(name) && value.state == State::Value && !value.amount.is_zero()
        })
    };
    match (has("CO2"), has("CO2-biogenic")) {
        (true, false) => Some(NOT_RENEWABLE),
        (false, true) => Some(RENEWABLE),
        (true, true) => Some(UNKNOWN),
        (false, false) => None,
    }
}

/// A row whose instrument nobody says to be renewable: counted as not renewable, and told.
pub(super) fn unproven(renewable_instruments: &[String], line: &WholeLine<'_>) -> Option<Error> {
    let named = line.record.get(Field::Instrument);
    if named.is_empty() || renewable_instruments.iter().any(|known| known == named) {
        return None;
    }
    let message =
        format!("`{named}` is not said to be of renewable sources: its energy counts as not renewable");
    Some(Error::new(Code::InstrumentUnknown, message).with_help(
        "name it in `renewable_instruments` (command: `--renewable`) if its documents prove renewable sources",
    ))
}
