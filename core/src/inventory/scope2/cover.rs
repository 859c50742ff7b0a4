//! The market-based legs of a row: covered parts first, the rest by residual mix or grid average.

use super::super::resolve::{Faults, Leg, NoteText, Share};
use super::Register;
use super::register::kwh;
use crate::activity::{Field, Record};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, Policy, Wanted};
use crate::number::Ratio;
use crate::scope::{Account, Category};

/// How a row is covered: what it may use, what each instrument takes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::inventory) struct Cover {
    /// Instruments that the row may use, in the order of use; empty if none.
    pub(super) eligible: Vec<usize>,
    /// The exact part of the row that each instrument takes.
    pub(super) parts: Vec<(usize, Ratio)>,
    /// From the row's unit to kWh; `None` if there is no way and no volume that asks for it.
    pub(super) to_kwh: Option<Ratio>,
}

/// Adds the market-based legs of a row, and gives back how it is covered.
///
/// # Method
/// M-53: part(i) = what is left × share(i), in the order certificate, contract, supplier's rate; the rest to `uncovered`. The parts
/// add up to the row exactly.
///
/// # Errors
/// `INSTRUMENT_UNKNOWN`, `FACTOR_AMBIGUOUS` where the row names a factor beside the instrument, and those of factors and units.
pub(in crate::inventory) fn cover(
    (register, catalog, policy): (&Register, &Catalog, &Policy),
    record: &Record,
    category: Category,
    wanted: &Wanted<'_>,
    uncovered: impl FnOnce() -> Result<Choice, (Field, Error)>,
    (legs, notes, warnings): (&mut Vec<Leg>, &mut Vec<NoteText>, &mut Faults),
) -> Result<Cover, (Field, Error)> {
    let named = record.get(Field::Instrument);
    if !named.is_empty() && !register.items.iter().any(|item| *item.id == *named) {
        let message = format!("the register has no instrument `{named}`");
        return Err((Field::Instrument, Error::new(Code::InstrumentUnknown, message)));
    }
    let mut found = Cover::default();
    for (at, item) in register.items.iter().enumerate() {
        let meant =
            if named.is_empty() { item.covers(wanted.site, wanted.place) } else { *item.id == *named };
        if !meant || (named.is_empty() && item.category != category) {
            continue;
        }
        match register.refusal(item, category, wanted.place, record.period()) {
            None => found.eligible.push(at),
            Some(why) => {
                let message = format!("`{}` does not cover the row: {why}", item.id);
                if named.is_empty() {
                    let note = NoteText {
                        code: Code::InstrumentNotApplied,
                        about: (&*item.id).into(),
                        message: message.into(),
                    };
                    notes.push(note);
                } else {
                    warnings.push((Field::Instrument, Error::new(Code::InstrumentNotApplied, message)));
                }
            }
        }
    }
    let limited =
        found.eligible.iter().any(|at| register.items.get(*at).is_some_and(|item| item.volume.is_some()));
    found.to_kwh = match kwh().and_then(|kwh| wanted.unit.ratio_to(&kwh)) {
        Ok(ratio) => Some(ratio),
        Err(error) if limited => return Err((Field::Unit, error)),
        Err(_) => None,
    };
    let faulty = |error| (Field::Quantity, error);
    let mut left = Ratio::ONE;
    for at in &found.eligible {
        let Some(item) = register.items.get(*at) else { continue };
        let part = left.try_mul(register.share(*at)).map_err(faulty)?;
        if part.is_zero() {
            continue;
        }
        let choice =
            catalog.pick_named(&item.factor, wanted, policy).map_err(|error| (Field::Instrument, error))?;
        let mut leg = Leg::new(Account::Scope2Market, category, choice);
        leg.take(Share { kind: "covered", ratio: part, about: (&*item.id).into(), factor: None })
            .map_err(faulty)?;
        legs.push(leg);
        found.parts.push((*at, part));
        left = left.try_sub(part).map_err(faulty)?;
    }
    if !left.is_zero() {
        let mut leg = Leg::new(Account::Scope2Market, category, uncovered()?);
        if left != Ratio::ONE {
            leg.take(Share { kind: "uncovered", ratio: left, about: Box::default(), factor: None })
                .map_err(faulty)?;
        }
        legs.push(leg);
    }
    Ok(found)
}
