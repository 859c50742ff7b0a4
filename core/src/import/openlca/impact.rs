//! Impact categories: what they say a gas weighs, beside the GWP sets of this library.

use super::super::job::Job;
use super::gas::{Species, species};
use super::json::Object;
use super::store::Store;
use crate::error::Error;
use crate::gas::{Gas, GwpSet};
use crate::number::{Amount, Ratio};
use crate::unit::Unit;

/// A factor of a category that weighs a gas of the table.
struct Weight {
    path: String,
    printed: String,
    gas: Gas,
    /// Kilograms of CO2 equivalent per kilogram.
    gwp: Ratio,
}

/// Reports the characterisation factors of a category of climate change; they are not emissions and stay out of the pack.
pub(super) fn compare(job: &mut Job<'_>, store: &Store, object: &Object<'_>) {
    let name = object.text("name").unwrap_or_default();
    let part = format!("{} `{name}`", object.path);
    let report = match object.text("refUnit") {
        Ok(unit) if unit.contains("CO2") => &mut job.draft.report,
        Ok(_) => {
            let reason = "an impact category other than climate change in CO2 equivalent";
            return job.draft.report.not_read(part, reason);
        }
        Err(error) => return job.draft.report.refused(error.path(), "", &error),
    };
    let factors = match object.list("impactFactors") {
        Ok(factors) => factors,
        Err(error) => return report.refused(error.path(), "", &error),
    };
    let gases = job.draft.catalog.gases();
    let (mut others, mut first) = (0u64, String::new());
    for factor in factors {
        let weight = factor.and_then(|factor| Ok((weight(store, gases, &factor)?, factor.path)));
        match weight {
            Err(error) => report.refused(error.path(), "", &error),
            Ok((None, path)) => {
                others = others.saturating_add(1);
                if first.is_empty() {
                    first = path;
                }
            }
            Ok((Some(weight), _)) => {
                let same: Vec<&str> = GwpSet::ALL
                    .into_iter()
                    .filter(|set| {
                        gases
                            .gwp(weight.gas, *set)
                            .is_some_and(|gwp| Ratio::from(gwp.to_amount()) == weight.gwp)
                    })
                    .map(GwpSet::as_str)
                    .collect();
                let verdict = match same.as_slice() {
                    [] => "no GWP set of this library has this value".to_owned(),
                    same => format!("the value of {}", same.join(", ")),
                };
                let gas = &gases.info(weight.gas).name;
                let reason = format!("a characterisation factor of {gas}, not an emission: {verdict}");
                report.left(&weight.path, &weight.printed, &reason);
            }
        }
    }
    let reason = format!("{others} characterisation factors of flows that are no gases of the table");
    report.left_together(others, &first, &name, &reason);
}

fn weight(store: &Store, gases: &crate::gas::GasTable, factor: &Object<'_>) -> Result<Option<Weight>, Error> {
    let flow = store.flow(factor)?;
    let Species::Gas(name) = species(&flow, gases) else { return Ok(None) };
    let Some(gas) = gases.find(&name) else { return Ok(None) };
    let printed = factor.number("value")?.unwrap_or("0");
    let at = |error: Error| error.at(factor.at("value"));
    let amount = Amount::parse(printed).map_err(at)?;
    let measure = store.measure(factor)?;
    let per_kilogram = Unit::parse("kg")?
        .ratio_to(&measure.unit)
        .and_then(|units| Ratio::from(amount).try_mul(units))
        .map_err(|error| error.at(factor.at("unit")))?;
    Ok(Some(Weight { path: factor.path.clone(), printed: printed.to_owned(), gas, gwp: per_kilogram }))
}
