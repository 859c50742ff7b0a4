//! Energy of a report: what people state of it, and the accounts of ledgers.

use std::collections::BTreeMap;

use super::book::Entry;
use super::facts::{Moment, Spans};
use super::formula::Span;
use crate::error::{Code, Error};
use crate::number::{Amount, Fraction, Ratio};
use crate::period::Period;
use crate::told::Told;
use crate::unit::Unit;
use crate::wire::v1;

/// Sums by days and figure, with what they are made of.
type Sums = BTreeMap<(Period, String), (Fraction, v1::FactSource)>;

/// Energy by carrier, renewable or not, in megawatt hours: what people state, and accounts of ledgers.
///
/// # Method
/// M-247, M-297 for accounts.
pub(super) fn energy(
    request: &v1::DisclosureFillRequest,
    spans: &Spans,
    told: &mut Told,
) -> Result<Vec<Entry>, Error> {
    let mut sums = Sums::new();
    stated(request, spans, &mut sums)?;
    for (at, account) in request.energy_accounts.iter().enumerate() {
        of_account(account, &format!("/energy_accounts/{at}"), spans, &mut sums, told)?;
    }
    let entry = |((days, name), (sum, source)): ((Period, String), (Fraction, v1::FactSource))| Entry {
        path: String::new(),
        name,
        moment: Moment::Days(days),
        members: BTreeMap::new(),
        places: None,
        value: sum.to_string(),
        span: Span::exact(sum),
        unit: "utr:MWh".into(),
        source: Some(source),
    };
    Ok(sums.into_iter().map(entry).collect())
}

fn add<'s>(
    sums: &'s mut Sums,
    days: Period,
    (carrier, renewable): (&str, bool),
    amount: &Fraction,
) -> Result<&'s mut v1::FactSource, Error> {
    let name = format!("energy:{carrier}-{}renewable", if renewable { "" } else { "non-" });
    let (sum, source) = sums.entry((days, name)).or_insert_with(|| {
        let source = v1::FactSource { kind: "energy".into(), ..v1::FactSource::default() };
        (Fraction::zero(), source)
    });
    *sum = sum.try_add(amount)?;
    Ok(source)
}

/// The account of a ledger: what is not proven to be renewable is not, and what has no element is told.
fn of_account(
    account: &v1::EnergyAccountAnswer,
    path: &str,
    spans: &Spans,
    sums: &mut Sums,
    told: &mut Told,
) -> Result<(), Error> {
    let result = &account.result;
    let days = match result.period.as_str() {
        "" => spans.now,
        text => Period::parse(text).map_err(|error| error.at(format!("{path}/result/period")))?,
    };
    let missing = result.rows.missing.saturating_add(result.coverage.excluded);
    if missing > 0 {
        let message = format!(
            "{missing} of {} rows of the ledger are not in the energy account of {days}",
            result.coverage.rows
        );
        told.warn(Code::InventoryPartly, &format!("{path}/result/rows"), &missing.to_string(), message);
    }
    for (at, cell) in result.cells.iter().enumerate() {
        let place = format!("{path}/result/cells/{at}");
        let energy = &cell.figure.mwh;
        let amount = Fraction::parse(energy).ok_or_else(|| {
            Error::new(Code::BadNumber, format!("`{energy}` is no number of megawatt hours"))
                .at(format!("{place}/figure/mwh"))
        })?;
        let (carrier, renewable) = (cell.carrier.as_str(), cell.renewable == "renewable");
        if !matches!(carrier, "electricity" | "fuels") {
            let message = format!("{energy} MWh of bought {carrier} have no element in the report");
            told.warn(Code::EnergyNotTaken, &place, energy, message);
            continue;
        }
        if cell.renewable == "unknown" {
            let message =
                format!("{energy} MWh of {carrier} count as not renewable: their share is not known");
            told.warn(Code::EnergyNotTaken, &place, energy, message);
        }
        let source = add(sums, days, (carrier, renewable), &amount)?;
        source.lines = source.lines.saturating_add(cell.figure.lines);
        // Figures of one account have its digest; those of two are told apart by it.
        if !source.reference.contains(&account.digest) {
            let both = [source.reference.as_str(), &account.digest];
            source.reference = both.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
        }
        let own = |one: &&v1::EnergySource| one.carrier == carrier && one.renewable == cell.renewable;
        source.terms.extend(result.sources.iter().filter(own).map(|one| v1::FactTerm {
            name: one.activity.clone(),
            value: one.quantity.clone(),
            unit: one.unit.clone(),
        }));
    }
    Ok(())
}

/// What people state.
fn stated(request: &v1::DisclosureFillRequest, spans: &Spans, sums: &mut Sums) -> Result<(), Error> {
    for (at, given) in request.energy.iter().enumerate() {
        let place = |field: &str| format!("/energy/{at}/{field}");
        let carrier = match given.carrier.as_str() {
            carrier @ ("electricity" | "self-generated" | "fuels") => carrier,
            other => {
                return Err(Error::new(Code::UnknownValue, format!("carrier `{other}` is not known"))
                    .with_help("use electricity, self-generated or fuels")
                    .at(place("carrier")));
            }
        };
        let renewable = given.renewable.ok_or_else(|| {
            Error::new(Code::ChoiceMissing, "whether the energy is renewable is not said")
                .at(place("renewable"))
        })?;
        let days = match given.period.as_str() {
            "" => spans.now,
            text => Period::parse(text).map_err(|error| error.at(place("period")))?,
        };
        let mut amount =
            Ratio::from(Amount::parse(&given.quantity).map_err(|error| error.at(place("quantity")))?);
        let mut unit = given.unit.as_str();
        if !given.per_unit.is_empty() {
            let value = Amount::parse(&given.per_unit).map_err(|error| error.at(place("per_unit")))?;
            amount = amount.try_mul(Ratio::from(value)).map_err(|error| error.at(place("quantity")))?;
            unit = given.per_unit_energy.as_str();
        }
        let field = if given.per_unit.is_empty() { "unit" } else { "per_unit_energy" };
        let ratio = Unit::parse(unit)
            .and_then(|unit| unit.ratio_to(&Unit::parse("MWh")?))
            .map_err(|error| error.at(place(field)))?;
        let amount = amount.try_mul(ratio).map_err(|error| error.at(place("quantity")))?;
        if amount.is_negative() {
            return Err(Error::new(Code::NegativeQuantity, "energy below zero").at(place("quantity")));
        }
        let source = add(sums, days, (carrier, renewable), &Fraction::from(amount))?;
        source.lines = source.lines.saturating_add(given.lines);
        source.terms.push(v1::FactTerm {
            name: given.document.clone(),
            value: given.quantity.clone(),
            unit: given.unit.clone(),
        });
    }
    Ok(())
}
