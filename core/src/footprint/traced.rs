//! A lot that was traced as a good of a footprint: its carbon and its quantity, out of the answer of `trace.back`.

use super::bought::Bought;
use super::decimal::Sign;
use super::gases::stated;
use super::rows::FOSSIL;
use super::rules::Validity;
use super::sums::PARTS;
use super::system::{number, unit};
use crate::error::{Code, Error};
use crate::gas::GwpLock;
use crate::number::Fraction;
use crate::told::Told;
use crate::wire::v1;

/// The lot that an answer of `trace.back` is about; `period` is when it was used.
///
/// Records of stock do not divide carbon by where it comes from: all of it is written as fossil, and none as primary data.
///
/// # Errors
/// A lot that is not there, has several versions, or whose quantity nobody knows.
pub(super) fn read(
    text: &str,
    path: &str,
    period: Option<Validity>,
    told: &mut Told,
) -> Result<Bought, Error> {
    let trace: v1::TracePath = v1::read_json(text).map_err(|error| error.at(path.to_owned()))?;
    let [lot] = trace.versions.as_slice() else {
        let message = format!("the trace is about {} versions of lots, not about one", trace.versions.len());
        return Err(Error::new(Code::BadRequest, message)
            .with_help(
                "trace one lot back; if goods came in after some had gone, trace the lots that went into it",
            )
            .at(format!("{path}/versions")));
    };
    let place = format!("{path}/versions/0");
    if lot.quantity.is_empty() {
        return Err(Error::new(
            Code::MissingValue,
            format!("the quantity of lot `{}` is not known", lot.lot),
        )
        .with_help("mend the gaps that the trace lists")
        .at(format!("{place}/quantity")));
    }
    let amount = number(&lot.quantity, Sign::Above, &format!("{place}/quantity"))?;
    let carbon = number(&lot.carbon_kg_co2e, Sign::NotBelow, &format!("{place}/carbon_kg_co2e"))?;
    if !lot.carbon_complete {
        let message = format!("not all carbon of lot `{}` is known: the footprint is too low", lot.lot);
        told.error(Code::FootprintNotStated, &format!("{place}/carbon_complete"), "", message);
    }
    if period.is_some_and(|used| lot.date > used.until.date_naive().to_string()) {
        let message = format!("lot `{}` was made after the reference period", lot.lot);
        told.warn(Code::FootprintContradiction, &format!("{place}/date"), &lot.date, message);
    }
    let mut parts = vec![Fraction::zero(); PARTS.len()];
    if let Some(fossil) = parts.get_mut(FOSSIL) {
        *fossil = carbon.try_div(&amount)?;
    }
    Ok(Bought {
        unit: unit(&lot.unit, &format!("{place}/unit"))?,
        emissions: stated(parts, GwpLock::Unstated, &lot.lot),
        primary: Fraction::zero(),
        ratings: None,
        source: lot.lot.clone(),
        sha256: v1::hex_sha256(text.as_bytes()),
        secondary: None,
    })
}
