//! Free allocation of the goods of one installation, for the operator's own report.

use super::actual::{Actuals, Place, Said};
use super::choices::{Choices, Data};
use super::rate::{Key, Rater};
use crate::cbam::Tables;
use crate::error::{Error, Finding};
use crate::factor::Catalog;
use crate::wire::v1;

/// Free allocation of a good with its summands, or why there is none.
pub(in crate::cbam) type Allocated = Result<(String, Vec<v1::CbamSefa>), String>;

/// What is allocated for a tonne (a MWh) of each entry, in their order.
///
/// # Method
/// M-105, for goods that are made and imported in one year.
pub(in crate::cbam) fn allocations(
    catalog: &Catalog,
    (said, country, year): (&[v1::CbamActual], &str, &str),
) -> Result<Vec<Allocated>, Error> {
    let tables = Tables::new(catalog);
    let options = v1::CbamImportOptions {
        year: year.into(),
        data: "actual".into(),
        ..v1::CbamImportOptions::default()
    };
    let choices = Choices::new(tables, &options)?;
    // What was paid for carbon says nothing of the allocation.
    let unpaid =
        |actual: &v1::CbamActual| v1::CbamActual { carbon_price_eur_per_t: String::new(), ..actual.clone() };
    let said: Vec<v1::CbamActual> = said.iter().map(unpaid).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let entries = said.iter().enumerate().map(|(at, actual)| Said::Of { actual, place: Place::Listed(at) });
    let actuals = Actuals::new(tables, entries, &mut |finding| findings.push(finding));
    let rater = Rater { choices: &choices, actuals: &actuals, shift: 0 };
    let origin = tables.origin(country)?;
    let mut all = Vec::with_capacity(said.len());
    for (at, actual) in said.iter().enumerate() {
        let place = format!("/installations/{at}/");
        if let Some(fault) = findings.iter().find(|fault| fault.position.column.starts_with(&place)) {
            all.push(Err(format!("{}; {}", fault.message, fault.help)));
            continue;
        }
        let key = Key {
            good: tables.good(&actual.cn_code)?,
            origin: origin.clone(),
            variant: None,
            installation: actual.installation.as_str().into(),
            data: Data::Actual,
            route: "".into(),
            produced: choices.year,
        };
        all.push(match rater.rate(&key) {
            Ok(rate) => Ok((rate.sefa.to_string(), rate.sefa_parts)),
            Err((_, error)) => Err(format!("{}; {}", error.message(), error.help())),
        });
    }
    Ok(all)
}
