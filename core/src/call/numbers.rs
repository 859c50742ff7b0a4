//! Methods about numbers, units and gases.

use crate::error::{Code, Error};
use crate::factor::{Catalog, fold};
use crate::gas::GwpSet;
use crate::number::{self, Amount, Co2e, Coefficient, Mass, Ratio};
use crate::unit::Unit;
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn convert(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ConvertRequest = read_json(request)?;
    let quantity = Amount::parse(&request.quantity).map_err(|error| error.at("/quantity"))?;
    let from = Unit::parse(&request.from).map_err(|error| error.at("/from"))?;
    let to = Unit::parse(&request.to).map_err(|error| error.at("/to"))?;
    let ratio = from.ratio_to(&to).map_err(|error| error.at("/to"))?;
    canonical(&v1::ConvertAnswer {
        from: from.to_string(),
        to: to.to_string(),
        ratio: ratio.to_string(),
        quantity: Ratio::from(quantity).try_mul(ratio).map_err(|error| error.at("/quantity"))?.to_string(),
    })
}

pub(super) fn apportion(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ApportionRequest = read_json(request)?;
    let total = Amount::parse(&request.total).map_err(|error| error.at("/total"))?;
    if total.scale() > 0 {
        return Err(Error::new(Code::BadNumber, "the total is not a whole number").at("/total"));
    }
    let mut weights = Vec::with_capacity(request.weights.len());
    for (index, text) in request.weights.iter().enumerate() {
        weights.push(weight(text).map_err(|error| error.at(format!("/weights/{index}")))?);
    }
    let parts = number::apportion(total.mantissa(), &weights).map_err(|error| error.at("/weights"))?;
    canonical(&v1::ApportionAnswer { parts: parts.iter().map(ToString::to_string).collect() })
}

/// A decimal, or a fraction of two.
pub(super) fn weight(text: &str) -> Result<Ratio, Error> {
    match text.split_once('/') {
        Some((above, below)) => {
            Ratio::from(Amount::parse(above)?).try_div(Ratio::from(Amount::parse(below)?))
        }
        None => Amount::parse(text).map(Ratio::from),
    }
}

/// The effect of a mass of a gas or a blend.
pub(super) fn gwp(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::GwpRequest = read_json(request)?;
    let set = GwpSet::parse(&request.gwp).map_err(|error| error.at("/gwp"))?;
    let quantity = Amount::parse(&request.kg).map_err(|error| error.at("/kg"))?;
    let unknown = || Error::new(Code::UnknownGas, format!("gas `{}` is not known", request.gas)).at("/gas");
    let activity = catalog.resolve_activity(&request.gas, None, None).map_err(|_| unknown())?;
    let release = format!("release {}", fold(&request.gas));
    let named = fold(&activity.id).starts_with("release ") || fold(&activity.id) == release;
    let factor = catalog
        .for_activity(&activity.id)
        .first()
        .filter(|_| named)
        .map(|index| catalog.factor(*index))
        .ok_or_else(unknown)?;
    let mut answer = v1::GwpAnswer {
        gwp: set.as_str().into(),
        gases: Vec::new(),
        in_total_kg_co2e: String::new(),
        all_kg_co2e: None,
    };
    let (mut in_total, mut all) = (Co2e::ZERO, Some(Co2e::ZERO));
    for value in &factor.values {
        let Some(gas) = value.gas else { continue };
        let info = catalog.gases().info(gas);
        let mass = Mass::of(quantity, &Coefficient::ONE.times(Ratio::from(value.amount))?)?;
        let effect = catalog.gases().gwp(gas, set).map(|gwp| mass.co2e(gwp)).transpose()?;
        if info.in_total {
            in_total = in_total.try_add(effect.unwrap_or_default())?;
        }
        all = all.zip(effect).map(|(sum, effect)| sum.try_add(effect)).transpose()?;
        answer.gases.push(v1::GasFigure {
            account: "scope_1".into(),
            gas: info.name.to_string(),
            kg: mass.to_string(),
            kg_co2e: effect.map(|effect| effect.to_string()),
            in_total: info.in_total,
        });
    }
    answer.in_total_kg_co2e = in_total.to_string();
    answer.all_kg_co2e = all.map(|effect| effect.to_string());
    canonical(&answer)
}
