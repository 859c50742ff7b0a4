//! The neutral table.

use super::crosswalk::Crosswalk;
use super::customers;
use super::fill::{self, Periods};
use super::measure::Known;
use crate::error::{Code, Error};
use crate::factor::{Catalog, Pack};
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::order::Order;
use crate::period::Period;
use crate::told::Told;
use crate::wire::v1::{self, canonical_digest};

/// Every datapoint of the crosswalks with its exact value, where it comes from, and its codes in the frameworks.
///
/// A datapoint is `reported` where an answer of the engine says it, `stated` where a person does, `not-applicable` with a
/// reason, or `missing`. A scope without a line of the ledger is missing, not zero.
///
/// # Method
/// M-290 (values), M-291 (editions), M-292 (shares of customers).
///
/// # Units
/// Tonnes of CO2 equivalent, exactly (a thousandth of the inventory's kilograms), energy in megawatt hours; each value says its unit.
///
/// # Errors
/// `CHOICE_MISSING` without an inventory or, where a family of frameworks has editions, without the day; `UNKNOWN_VALUE` for a
/// framework that is not known or does not hold on that day. What is wrong with statements is in the findings.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::FrameworkRequest;
///
/// # let json = include_str!("../../tests/report/answer.json");
/// let request = FrameworkRequest {
///     inventory: Some(serde_json::from_str(json)?),
///     frameworks: vec!["gri".into()],
///     on: "2026-11-30".into(),
///     ..FrameworkRequest::default()
/// };
/// let table = emitrace::framework::table(&Catalog::bundled()?, &request)?.result;
/// let scope_1 = table.datapoints.iter().find(|one| one.id == "ghg.scope1").expect("it is in the crosswalk");
/// assert_eq!((scope_1.values[0].value.as_str(), scope_1.values[0].unit.as_str()), ("343.1127300757929", "tCO2e"));
/// assert_eq!((scope_1.codes[0].framework.as_str(), scope_1.codes[0].codes[0].as_str()), ("gri-2016", "305-1 a"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn table(catalog: &Catalog, request: &v1::FrameworkRequest) -> Result<v1::FrameworkAnswer, Error> {
    let crosswalk = Crosswalk::open(catalog)?;
    let (result, _) = filled(catalog, &crosswalk, request, &request.frameworks, "")?;
    Ok(v1::FrameworkAnswer {
        schema: v1::FRAMEWORK_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

/// The table, and whether anything is wrong with what was sent.
pub(super) fn filled(
    catalog: &Catalog,
    crosswalk: &Crosswalk<'_>,
    request: &v1::FrameworkRequest,
    frameworks: &[String],
    report: &str,
) -> Result<(v1::FrameworkTable, bool), Error> {
    let Some(inventory) = &request.inventory else {
        return Err(Error::new(Code::ChoiceMissing, "there is no inventory")
            .with_help("give the answer of the method `inventory`")
            .at("/inventory"));
    };
    let mut told = Told::new(&Limits::default());
    let choices = &inventory.inventory.choices;
    let period = match choices.period.as_str() {
        "" => None,
        text => Some(Period::parse(text).map_err(|error| error.at("/inventory/inventory/choices/period"))?),
    };
    let editions = crosswalk.editions(frameworks, &request.on, period)?;
    let coverage = &inventory.inventory.coverage;
    if coverage.excluded > 0 {
        let message =
            format!("{} of {} rows of the ledger are in the inventory", coverage.counted, coverage.rows);
        let place = "/inventory/inventory/coverage";
        told.warn(Code::InventoryPartly, place, &coverage.excluded.to_string(), message);
    }
    let energy = own(request.energy.as_ref(), "/energy", &mut told, |answer| {
        answer.result.inventory == inventory.digest
    });
    if let Some(rows) = energy.map(|answer| &answer.result.rows).filter(|rows| rows.missing > 0) {
        let message = format!("the energy of {} rows of the ledger is not known", rows.missing);
        told.warn(Code::InventoryPartly, "/energy/result/rows", &rows.missing.to_string(), message);
    }
    let previous = request.previous.as_ref().filter(|before| is_before(before, inventory, period, &mut told));
    let known = Known {
        inventory,
        previous,
        energy,
        intensity: own(request.intensity.as_ref(), "/intensity", &mut told, |answer| {
            answer.years.iter().any(|year| year.inventory == inventory.digest)
        }),
        base_year: request.base_year.as_ref(),
        uncertainty: own(request.uncertainty.as_ref(), "/uncertainty", &mut told, |answer| {
            answer.inventory_digest == inventory.digest
        }),
    };
    let previous_period = match previous {
        Some(before) => before.inventory.choices.period.clone(),
        None => {
            let report = request.disclosure.as_ref().map(|answer| &answer.result.report);
            report.map(|report| report.previous_period.clone()).unwrap_or_default()
        }
    };
    let periods = Periods { now: period, before: Period::parse(&previous_period).ok() };
    let datapoints = fill::datapoints(crosswalk, request, &known, periods, &editions, &mut told)?;
    let customers = customers::shares(&request.customers, &datapoints)?;
    let count = |state: &str| {
        u64::try_from(datapoints.iter().filter(|one| one.state == state).count()).unwrap_or(u64::MAX)
    };
    let wrong = told.has_errors();
    let table = v1::FrameworkTable {
        period: choices.period.clone(),
        inventory: inventory.digest.clone(),
        inventory_partly: coverage.excluded > 0,
        previous_period,
        previous_inventory: previous.map(|before| before.digest.clone()).unwrap_or_default(),
        counts: v1::FrameworkCounts {
            reported: count("reported"),
            stated: count("stated"),
            missing: count("missing"),
            not_applicable: count("not-applicable"),
        },
        packs: packs(catalog, |pack| crosswalk.is_shown(&pack.id, &editions, report), &inventory.inventory),
        frameworks: editions,
        datapoints,
        customers,
        findings: told.done().1,
    };
    Ok((table, wrong))
}

/// Packs of the codes that are shown, and of the factors of the inventory.
fn packs(catalog: &Catalog, shown: impl Fn(&Pack) -> bool, inventory: &v1::Inventory) -> Vec<v1::PackUse> {
    let mut packs = packs_used(catalog, shown);
    for pack in &inventory.packs {
        if packs.iter().all(|known| known.id != pack.id) {
            packs.push(pack.clone());
        }
    }
    packs.order_by(|a, b| a.id.cmp(&b.id));
    packs
}

/// Whether an inventory is of a period before this one; what makes it differ, or be less than the whole, is told.
fn is_before(
    before: &v1::InventoryAnswer,
    inventory: &v1::InventoryAnswer,
    period: Option<Period>,
    told: &mut Told,
) -> bool {
    let (old, new) = (&before.inventory.choices, &inventory.inventory.choices);
    let place = "/previous/inventory/choices";
    let earlier = match (Period::parse(&old.period), period) {
        (Ok(old), Some(new)) => old.end() < new.start(),
        _ => false,
    };
    if !earlier {
        let message = "the previous inventory is not of a period before this one, and is not used";
        told.error(Code::Contradiction, &format!("{place}/period"), &old.period, message);
        return false;
    }
    for (field, old, new) in [("gwp", &old.gwp, &new.gwp), ("profile", &old.profile, &new.profile)] {
        if old != new {
            let message = format!("the previous inventory was made with {old}, this one with {new}");
            told.warn(Code::NotComparable, &format!("{place}/{field}"), old, message);
        }
    }
    let coverage = &before.inventory.coverage;
    if coverage.excluded > 0 {
        let message = format!(
            "{} of {} rows of the ledger are in the previous inventory",
            coverage.counted, coverage.rows
        );
        let place = "/previous/inventory/coverage";
        told.warn(Code::InventoryPartly, place, &coverage.excluded.to_string(), message);
    }
    true
}

/// An answer, if it is about the same inventory.
fn own<'a, T>(
    answer: Option<&'a T>,
    path: &str,
    told: &mut Told,
    same: impl Fn(&T) -> bool,
) -> Option<&'a T> {
    let answer = answer?;
    if same(answer) {
        return Some(answer);
    }
    let message = "the answer is about another inventory and is not used";
    told.error(Code::Contradiction, path, "", message);
    None
}
