//! The chain of a spend: from what was paid to the money that the factor is per.
//!
//! Tax off, one exchange at most, one deflation at most, margins off where the factor counts producer prices. Each is
//! a term with its own name in the record of the line; none is guessed.

use chrono::Datelike;

use super::parameters::{Known, Parameters};
use super::plan::{Frame, Plan};
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Factor, FactorIndex, Kind, Step, ViewOf};
use crate::method::Parameter as P;
use crate::number::Ratio;
use crate::unit::{Currency, PriceLevel, Unit};

/// The unit that the chain leads to: the plain money of the factor. Faults go to `parameters`.
///
/// # Method
/// M-32.
pub(super) fn chain(frame: Frame<'_>, plan: &mut Plan, parameters: &mut Parameters<'_>) -> Option<Unit> {
    let paid = match frame.wanted.unit.currency() {
        Some(money) => money.clone(),
        None => {
            let message = format!("`{}` is no money", frame.wanted.unit);
            let error = Error::new(Code::DimensionMismatch, message)
                .with_help("write the currency of the amount as its unit, e.g. VND or USD");
            parameters.fault(Field::Unit, error);
            return None;
        }
    };
    let base = match money_of_factor(frame) {
        Ok(money) => money,
        Err(fault) => {
            parameters.fault(fault.0, fault.1);
            return None;
        }
    };
    // Thousands or millions of the currency first.
    let plain = Unit::parse(&paid.to_string()).ok()?;
    match frame.wanted.unit.ratio_to(&plain) {
        Ok(ratio) if *frame.wanted.unit != plain => {
            let step = Step::Unit { from: frame.wanted.unit.clone(), to: plain, ratio };
            plan.steps.insert(0, step);
        }
        Ok(_) => {}
        Err(error) => parameters.fault(Field::Unit, error),
    }
    // A currency without a price year is money of the day on which it was spent.
    let day = u16::try_from(frame.wanted.day.year()).ok()?;
    let spent = paid.year().unwrap_or(day);
    let (own, theirs) = (paid.code().to_owned(), base.code().to_owned());
    let deflate = base.year().filter(|year| *year != spent);
    let index = deflation(frame, parameters, (&own, &theirs), spent, deflate);
    // The rate of the year whose prices the money is in when it is exchanged.
    let local_first = index.as_ref().is_some_and(|(code, ..)| *code == own && own != theirs);
    let rate_year = deflate.filter(|_| local_first).unwrap_or(spent);
    let rate = exchange(frame, parameters, (&own, &theirs), rate_year);
    let mut terms: Vec<(String, Known)> = Vec::new();
    let exchanged = rate.map(|known| (format!("÷ exchange_rate ({own} per {theirs}, {rate_year})"), known));
    let deflated = index.into_iter().flat_map(|(code, at_base, at_spend)| {
        let year = deflate.unwrap_or(spent);
        [
            (format!("× price_index_base_year ({code}, {year})"), at_base),
            (format!("÷ price_index_spend_year ({code}, {spent})"), at_spend),
        ]
    });
    if local_first {
        terms.extend(deflated);
        terms.extend(exchanged);
    } else {
        terms.extend(exchanged);
        terms.extend(deflated);
    }
    for (term, known) in terms {
        let ratio = if term.starts_with('÷') { known.ratio.inverse() } else { Ok(known.ratio) };
        match ratio {
            Ok(ratio) => plan.push(&term, ratio, known.record),
            Err(error) => parameters.fault(Field::Method, error),
        }
    }
    margins(&paid, &base, plan, parameters);
    Unit::parse(&base.to_string()).ok()
}

/// The money of the named factor, or of the nearest one that is per money.
fn money_of_factor(frame: Frame<'_>) -> Result<Currency, (Field, Error)> {
    let catalog = frame.catalog;
    let named = frame.record.get(Field::Factor);
    let per_money = |factor: &Factor| factor.per.as_ref().and_then(|unit| unit.currency()).cloned();
    let index = if named.is_empty() {
        let is = |factor: &Factor| {
            factor.kind == Kind::Emission && factor.view != ViewOf::Market && per_money(factor).is_some()
        };
        let among: Vec<FactorIndex> = catalog
            .for_activity(frame.wanted.activity)
            .iter()
            .copied()
            .filter(|index| is(catalog.factor(*index)))
            .collect();
        let near = catalog.nearest(frame.wanted, &frame.options.policy, &among);
        near.map_err(|error| (Field::Activity, error))?.map(|(index, _)| index)
    } else {
        catalog.find(named)
    };
    index.and_then(|index| per_money(catalog.factor(index))).ok_or_else(|| {
        let message = format!("no factor per money for `{}` in {}", frame.wanted.activity, frame.wanted.place);
        let error = Error::new(Code::FactorMissing, message).with_help(
            "name a factor per money in the column `factor`, allow its place with proxy_places, or load a pack that has one",
        );
        (if named.is_empty() { Field::Activity } else { Field::Factor }, error)
    })
}

/// The index of the base year and of the year of the spend, with the currency whose prices they follow.
fn deflation(
    frame: Frame<'_>,
    parameters: &mut Parameters<'_>,
    (own, theirs): (&str, &str),
    spent: u16,
    base: Option<u16>,
) -> Option<(String, Known, Known)> {
    let columns = [P::PriceIndexSpend, P::PriceIndexBase, P::PriceIndexCurrency];
    let filled: Vec<P> = columns.into_iter().filter(|column| parameters.is_filled(*column)).collect();
    let Some(base) = base else {
        if let Some(first) = filled.first() {
            let message =
                format!("the amount is in prices of {spent}, as the factor is: nothing is to be deflated");
            parameters.fault(Field::Parameter(*first), Error::new(Code::DoubleDeflation, message));
        }
        return None;
    };
    if filled.is_empty() {
        // One series for both years, of the factor's currency before the row's.
        for code in [theirs, own] {
            let at = |year: u16| series(frame, code, year);
            if let (Some((pack, base)), Some((same, spend))) = (at(base), at(spent))
                && pack == same
            {
                let mut read = |parameter: P, index| {
                    parameters.of_record(parameter, index, Vec::new()).map_err(|error| (parameter, error))
                };
                let found = read(P::PriceIndexBase, base)
                    .and_then(|base| Ok((base, read(P::PriceIndexSpend, spend)?)));
                return match found {
                    Ok((base, spend)) => Some((code.to_owned(), base, spend)),
                    Err((parameter, error)) => {
                        parameters.fault(Field::Parameter(parameter), error);
                        None
                    }
                };
            }
        }
        let why = format!(": the factor counts prices of {base}, the amount is of {spent}");
        parameters.missing(P::PriceIndexSpend, &why);
        return None;
    }
    let code = parameters.text(P::PriceIndexCurrency).map(str::to_uppercase);
    if let Some(code) = &code
        && code != own
        && code != theirs
    {
        let message =
            format!("`{code}` is neither the currency of the row, {own}, nor of the factor, {theirs}");
        let error = Error::new(Code::ParameterOutOfRange, message);
        parameters.fault(Field::Parameter(P::PriceIndexCurrency), error);
    }
    let (base, spend) = (needed(parameters, P::PriceIndexBase), needed(parameters, P::PriceIndexSpend));
    Some((code?, base?, spend?))
}

fn needed(parameters: &mut Parameters<'_>, parameter: P) -> Option<Known> {
    if parameters.is_filled(parameter) {
        return parameters.number(parameter);
    }
    parameters.missing(parameter, "");
    None
}

/// The price index of a currency in a year, with its pack: both years must come from one series.
fn series(frame: Frame<'_>, code: &str, year: u16) -> Option<(usize, FactorIndex)> {
    let mut found = frame.catalog.records().filter(|(_, factor)| {
        factor.kind == Kind::PriceIndex && factor.activity.eq_ignore_ascii_case(code) && of_year(factor, year)
    });
    let (index, factor) = found.next()?;
    found.next().is_none().then_some((factor.pack, index))
}

fn of_year(factor: &Factor, year: u16) -> bool {
    let is = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day.year() == i32::from(year));
    is(factor.valid_from) && is(factor.valid_to)
}

/// Units of the row's currency for one of the factor's, of the right year.
fn exchange(
    frame: Frame<'_>,
    parameters: &mut Parameters<'_>,
    (own, theirs): (&str, &str),
    year: u16,
) -> Option<Known> {
    if own == theirs {
        for column in [P::ExchangeRate, P::ExchangeRateYear] {
            if parameters.is_filled(column) {
                let message = format!("row and factor are both in {own}: nothing is to be exchanged");
                parameters.fault(Field::Parameter(column), Error::new(Code::ParameterUnused, message));
            }
        }
        return None;
    }
    if parameters.is_filled(P::ExchangeRate) {
        let stated = parameters.year(P::ExchangeRateYear);
        if let Some(stated) = stated
            && stated != year
        {
            let message = format!("the rate is of {stated}, and the money is exchanged in {year}");
            parameters.fault(Field::Parameter(P::ExchangeRateYear), Error::new(Code::RateYear, message));
        }
        return parameters.number(P::ExchangeRate);
    }
    match rate_of_packs(frame, (own, theirs), year) {
        Ok(Some(known)) => Some(known),
        Ok(None) => {
            parameters.missing(P::ExchangeRate, &format!(": {own} for one {theirs}, mean of {year}"));
            None
        }
        Err(error) => {
            parameters.fault(Field::Parameter(P::ExchangeRate), error);
            None
        }
    }
}

/// A rate that a pack has for the year, written either way round.
fn rate_of_packs(frame: Frame<'_>, (own, theirs): (&str, &str), year: u16) -> Result<Option<Known>, Error> {
    let code =
        |unit: Option<&Unit>| unit.and_then(|unit| unit.currency()).map(|money| money.code().to_owned());
    let mut found: Vec<(FactorIndex, Ratio)> = Vec::new();
    for (index, factor) in frame.catalog.records() {
        let Some(value) = factor.values.first() else { continue };
        if factor.kind != Kind::ExchangeRate || !of_year(factor, year) || value.amount.is_zero() {
            continue;
        }
        let ratio = Ratio::from(value.amount);
        match (code(value.unit.as_ref()), code(factor.per.as_ref())) {
            (Some(above), Some(below)) if above == own && below == theirs => found.push((index, ratio)),
            (Some(above), Some(below)) if above == theirs && below == own => {
                found.push((index, ratio.inverse()?));
            }
            _ => {}
        }
    }
    match found.as_slice() {
        [] => Ok(None),
        [(index, ratio)] => Ok(Some(Known { ratio: *ratio, record: Some(*index) })),
        [..] => {
            let ids: Vec<&str> = found.iter().map(|(index, _)| &*frame.catalog.factor(*index).id).collect();
            let message = format!("{} fit equally well", ids.join(", "));
            Err(Error::new(Code::FactorAmbiguous, message)
                .with_help("name one in the column `exchange_rate`"))
        }
    }
}

/// Purchaser prices become producer prices by taking the margins off, if the factor wants them so.
fn margins(paid: &Currency, base: &Currency, plan: &mut Plan, parameters: &mut Parameters<'_>) {
    let same = paid.level().is_some() && paid.level() == base.level();
    let purchaser = |level: Option<PriceLevel>| matches!(level, None | Some(PriceLevel::Purchaser));
    let field = Field::Parameter(P::MarginShare);
    match (purchaser(paid.level()), purchaser(base.level())) {
        _ if same => {}
        (true, true) => {}
        (true, false) => {
            if parameters.is_filled(P::MarginShare) {
                if let Some(known) = parameters.number(P::MarginShare) {
                    match Ratio::ONE.try_sub(known.ratio) {
                        Ok(ratio) => plan.push("× (1 − margin_share)", ratio, known.record),
                        Err(error) => parameters.fault(field, error),
                    }
                }
            } else {
                parameters.missing(
                    P::MarginShare,
                    &format!(": the factor counts {base}, invoices are purchaser prices"),
                );
            }
            return;
        }
        (false, _) => {
            let message = format!("the amount is in {paid}, and the factor counts {base}");
            parameters.fault(Field::Unit, Error::new(Code::DimensionMismatch, message));
        }
    }
    if parameters.is_filled(P::MarginShare) {
        let message = format!("the factor counts {base}: no margin is to be taken off");
        parameters.fault(field, Error::new(Code::ParameterUnused, message));
    }
}
