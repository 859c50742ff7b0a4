//! What a facility owes in an emissions-trading scheme.

use super::rules::{Book, day, lowest, needed, optional};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Rule, Topic};
use crate::number::{Amount, Ratio};
use crate::wire::v1;

/// The named rounding of units.
const ROUNDING: &str = "M-62: units due up to the next whole unit, caps down to the last whole unit";

/// Units due, credits usable and borrowing usable.
///
/// # Units
/// Units of quota, whole; emissions in tonnes of CO2 equivalent.
///
/// # Method
/// M-62: credits usable = min(held, cap, emissions); units due = emissions − credits usable; borrowing usable =
/// min(asked for, cap). Caps are shares of the allocation, and the shares are rows of the pack.
///
/// # Errors
/// `CHOICE_MISSING`, `MISSING_VALUE`, errors of numbers, `BAD_NUMBER` for units that are not whole, `RULE_MISSING`.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::regulation::compliance;
/// use emitrace::wire::v1::EtsRequest;
///
/// let answer = compliance(&Catalog::bundled()?, &EtsRequest {
///     country: "VN".into(),
///     on: "2026-11-22".into(),
///     allocation: "100000".into(),
///     direct_emissions_t_co2e: "125000".into(),
///     credits_held: "40000".into(),
///     borrowing_requested: "20000".into(),
///     ..Default::default()
/// })?;
/// assert_eq!((&*answer.credits_usable, &*answer.borrowing_usable, &*answer.units_due), ("30000", "15000", "95000"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn compliance(catalog: &Catalog, request: &v1::EtsRequest) -> Result<v1::EtsAnswer, Error> {
    let on = day(&request.on, "/on")?;
    let book = Book::open(catalog, &request.country, on)?;
    let [credits_rule, borrowing_rule, surrender_rule, unit_rule] =
        ["credits_share", "borrowing_share", "surrender_direct_share", "unit_t_co2e"]
            .map(|measure| book.the(Topic::Trading, measure));
    let rules = [unit_rule?, surrender_rule?, credits_rule?, borrowing_rule?];
    let [_, surrender, credits, borrowing] = rules;

    let allocation = whole(needed(&request.allocation, "/allocation")?, "/allocation")?;
    let emissions = Ratio::from(needed(&request.direct_emissions_t_co2e, "/direct_emissions_t_co2e")?);
    let units = |text: &str, path: &str| optional(text, path)?.map(|amount| whole(amount, path)).transpose();
    let held = units(&request.credits_held, "/credits_held")?.unwrap_or(0);
    let asked = units(&request.borrowing_requested, "/borrowing_requested")?.unwrap_or(0);
    let quota = units(&request.units_held, "/units_held")?;

    let credits_cap = floor(share_of(allocation, credits)?);
    let borrowing_cap = floor(share_of(allocation, borrowing)?);
    let owed = ceiling(emissions.try_mul(share(surrender)?)?);
    let credits_usable = held.min(credits_cap).min(owed);
    let borrowing_usable = asked.min(borrowing_cap);
    let due = owed.saturating_sub(credits_usable);
    let missing = quota.map(|quota| due.saturating_sub(quota).saturating_sub(borrowing_usable).max(0));
    let left = quota.map(|quota| quota.saturating_sub(due).max(0));
    let shown = |units: Option<i128>| units.map_or_else(String::new, |units| units.to_string());
    let used = |rule: &Rule| rules.iter().any(|known| known.id == rule.id);
    let calendar: Vec<&Rule> = book.on(Topic::Trading).filter(|rule| !used(rule)).collect();
    Ok(v1::EtsAnswer {
        country: request.country.clone(),
        on: on.to_string(),
        credits_cap: credits_cap.to_string(),
        credits_usable: credits_usable.to_string(),
        borrowing_cap: borrowing_cap.to_string(),
        borrowing_usable: borrowing_usable.to_string(),
        units_due: due.to_string(),
        units_missing: shown(missing),
        units_left: shown(left),
        rounding: ROUNDING.into(),
        rules: rules.iter().map(|rule| book.show(rule)).collect(),
        calendar: calendar.iter().map(|rule| book.show(rule)).collect(),
        confidence: lowest(rules.iter().map(|rule| &*rule.confidence)),
        packs: book.packs(rules.iter().chain(&calendar).map(|rule| rule.pack)),
    })
}

/// A whole number of units.
fn whole(amount: Amount, path: &str) -> Result<i128, Error> {
    if amount.scale() == 0 {
        return Ok(amount.mantissa());
    }
    Err(Error::new(Code::BadNumber, format!("{amount} is not a whole number of units")).at(path.to_owned()))
}

/// The share that a rule prints in per cent.
fn share(rule: &Rule) -> Result<Ratio, Error> {
    Ratio::from(rule.amount.unwrap_or(Amount::ZERO)).try_div(Ratio::whole(100))
}

fn share_of(units: i128, rule: &Rule) -> Result<Ratio, Error> {
    Ratio::new(units, 1)?.try_mul(share(rule)?)
}

fn floor(ratio: Ratio) -> i128 {
    // A denominator is positive, so the division cannot fail.
    ratio.numerator().checked_div_euclid(ratio.denominator()).unwrap_or(0)
}

fn ceiling(ratio: Ratio) -> i128 {
    let floor = floor(ratio);
    let whole = floor.checked_mul(ratio.denominator()) == Some(ratio.numerator());
    if whole { floor } else { floor.saturating_add(1) }
}
