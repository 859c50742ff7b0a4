//! Shares of customers: what a buyer asks of its suppliers.

use crate::error::{Code, Error};
use crate::number::{Amount, Fraction, Ratio, Ties};
use crate::wire::v1::{self, Datapoint};

/// Figures that are shared out, by datapoint.
const SHARED: [&str; 4] = ["ghg.scope1", "ghg.scope2.lb", "ghg.scope2.mb", "ghg.scope3.total"];
/// Decimals of a share in tonnes: grams.
const PLACES: u32 = 6;

/// What each customer carries of each figure (M-292).
///
/// # Errors
/// `CHOICE_MISSING` without name or basis, `UNKNOWN_VALUE` for another basis, those of numbers, `DIVISION_BY_ZERO`,
/// `SHARE_OUT_OF_RANGE` for more than all.
pub(super) fn shares(
    customers: &[v1::FrameworkCustomer],
    datapoints: &[Datapoint],
) -> Result<Vec<v1::CustomerShare>, Error> {
    customers.iter().enumerate().map(|(at, customer)| share(customer, datapoints, at)).collect()
}

fn share(
    customer: &v1::FrameworkCustomer,
    datapoints: &[Datapoint],
    at: usize,
) -> Result<v1::CustomerShare, Error> {
    let place = |field: &str| format!("/customers/{at}/{field}");
    for (field, value) in [("name", &customer.name), ("basis", &customer.basis), ("unit", &customer.unit)] {
        if value.trim().is_empty() {
            return Err(
                Error::new(Code::ChoiceMissing, format!("the customer has no {field}")).at(place(field))
            );
        }
    }
    if !matches!(customer.basis.as_str(), "revenue" | "mass") {
        return Err(Error::new(Code::UnknownValue, format!("basis `{}` is not known", customer.basis))
            .with_help("use revenue or mass")
            .at(place("basis")));
    }
    let read = |field: &str, text: &str| -> Result<Fraction, Error> {
        let amount = Amount::parse(text).map_err(|error| error.at(place(field)))?;
        if amount.is_negative() {
            return Err(Error::new(Code::NegativeQuantity, "sales below zero").at(place(field)));
        }
        Ok(Fraction::from(Ratio::from(amount)))
    };
    let (part, whole) = (read("part", &customer.part)?, read("whole", &customer.whole)?);
    if whole.is_zero() {
        return Err(Error::new(Code::DivisionByZero, "nothing was sold in all").at(place("whole")));
    }
    if whole.try_sub(&part)?.is_negative() {
        let message = format!("{} is more than {}", customer.part, customer.whole);
        return Err(Error::new(Code::ShareOutOfRange, message).at(place("part")));
    }
    let share = part.try_div(&whole)?;
    let mut figures = Vec::new();
    for id in SHARED {
        let values = datapoints.iter().filter(|one| one.id == id).flat_map(|one| &one.values);
        // A stated figure is as good as a computed one, if it is in tonnes.
        for value in values.filter(|value| value.unit == "tCO2e") {
            let Some(tonnes) = Fraction::parse(&value.value) else { continue };
            let exact = tonnes.try_mul(&share)?;
            figures.push(v1::CustomerFigure {
                datapoint: id.into(),
                t_co2e: exact.rounded(PLACES, Ties::HalfEven),
                exact_t_co2e: exact.to_string(),
            });
        }
    }
    Ok(v1::CustomerShare {
        name: customer.name.clone(),
        basis: customer.basis.clone(),
        part: customer.part.clone(),
        whole: customer.whole.clone(),
        unit: customer.unit.clone(),
        share: share.to_string(),
        figures,
    })
}
