//! Heat and electricity made within the installation: boilers, combined heat and power, power plants (METHODS M-126).

use super::faults::{At, Faults};
use super::law::Law;
use super::read;
use super::source::Source;
use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

/// Terajoules of a megawatt hour: 9/2500.
const TJ_PER_MWH: (i64, i64) = (9, 2500);

/// An energy unit with what its heat and electricity carry.
#[derive(Clone, Debug)]
pub(super) struct EnergyUnit {
    pub(super) id: String,
    pub(super) at: At,
    pub(super) heat_tj: Fraction,
    pub(super) mwh: Fraction,
    pub(super) heat_emissions: Fraction,
    pub(super) electricity_emissions: Fraction,
    pub(super) exported_heat_tj: Fraction,
    pub(super) exported_mwh: Fraction,
    pub(super) shown: v1::CbamEnergyUnitResult,
}

/// What the document says of a unit, read.
struct Read {
    kind: &'static str,
    heat: Option<Fraction>,
    mwh: Option<Fraction>,
    fuel: Option<Fraction>,
    references: Option<(Fraction, Fraction)>,
    exported: (Fraction, Fraction),
}

/// An energy unit, computed from the sources that are attributed to it.
pub(super) fn unit(
    law: &Law<'_>,
    faults: &mut Faults,
    given: &v1::CbamEnergyUnit,
    sources: &[Source],
    at: &At,
) -> Option<EnergyUnit> {
    let read = read(faults, given, at);
    let input = faults.take(at, input(sources, &given.id));
    let stated = read::optional(faults, &given.t_co2e, &at.key("t_co2e"));
    let (read, (emissions, energy)) = (read?, input?);
    let emissions = match stated {
        Some(_) if sources.iter().flat_map(|source| &source.shares).any(|share| share.to == given.id) => {
            let message = "the emissions are stated, and sources are attributed to the unit";
            faults.error(Code::Contradiction, &at.key("t_co2e"), message).help("leave one of the two out");
            return None;
        }
        Some(stated) => stated,
        None => emissions,
    };
    let fuel = read.fuel.clone().or(if energy.is_zero() { None } else { Some(energy) });
    let heat = heat(law, faults, &read, fuel.as_ref(), at)?;
    let mwh = electricity(law, faults, &read, fuel.as_ref(), at)?;
    let computed = split(&read, &emissions, fuel.as_ref(), (&heat, &mwh));
    let parts = faults.take(at, computed)?;
    let one = |above: &Fraction, below: &Fraction| match below.is_zero() {
        true => Ok(String::new()),
        false => above.try_div(below).map(|value| value.to_string()),
    };
    let shown = || -> Result<v1::CbamEnergyUnitResult, Error> {
        let electric_tj = terajoules(&mwh)?;
        let nothing = Fraction::zero();
        let fuel = fuel.as_ref().unwrap_or(&nothing);
        let known = !fuel.is_zero();
        let heat_fuel = fuel.try_mul(&parts.share)?;
        Ok(v1::CbamEnergyUnitResult {
            id: given.id.clone(),
            name: given.name.clone(),
            kind: read.kind.into(),
            formula: parts.formula.clone(),
            fuel_tj: if known { fuel.to_string() } else { String::new() },
            t_co2e: emissions.to_string(),
            heat_tj: heat.to_string(),
            electricity_mwh: mwh.to_string(),
            heat_efficiency: one(&heat, fuel)?,
            electric_efficiency: one(&electric_tj, fuel)?,
            heat_share: parts.share.to_string(),
            heat_t_co2e: parts.heat.to_string(),
            heat_t_co2e_per_tj: one(&parts.heat, &heat)?,
            delivered_tj: String::new(),
            delivered_t_co2e_per_tj: String::new(),
            exported_heat_t_co2e: String::new(),
            electricity_t_co2e: parts.electricity.to_string(),
            electricity_t_co2e_per_mwh: one(&parts.electricity, &mwh)?,
            electricity_t_co2e_per_tj: one(&parts.electricity, &electric_tj)?,
            heat_fuel_tj: if known { heat_fuel.to_string() } else { String::new() },
            electricity_fuel_tj: if known { fuel.try_sub(&heat_fuel)?.to_string() } else { String::new() },
        })
    };
    let shown = faults.take(at, shown())?;
    Some(EnergyUnit {
        id: given.id.clone(),
        at: at.clone(),
        heat_tj: heat,
        mwh,
        heat_emissions: parts.heat,
        electricity_emissions: parts.electricity,
        exported_heat_tj: read.exported.0,
        exported_mwh: read.exported.1,
        shown,
    })
}

fn read(faults: &mut Faults, given: &v1::CbamEnergyUnit, at: &At) -> Option<Read> {
    let before = faults.errors();
    let kind =
        read::word(faults, &given.kind, &["boiler", "chp", "power"], &at.key("kind"), "the kind of unit");
    let heat = read::optional(faults, &given.heat_tj, &at.key("heat_tj"));
    let flows = flows(faults, &given.heat_flows, &at.key("heat_flows"));
    if let (Some(heat), Some(flows)) = (&heat, &flows)
        && heat != flows
    {
        let message = format!("`heat_flows` give {flows} TJ, and `heat_tj` {heat}");
        faults.error(Code::Contradiction, &at.key("heat_tj"), message).help("leave one of the two out");
    }
    let mwh = read::optional(faults, &given.electricity_mwh, &at.key("electricity_mwh"));
    let fuel = read::optional(faults, &given.fuel_tj, &at.key("fuel_tj"));
    let mut reference = |text: &str, key: &str| {
        let what = "the reference efficiency of separate production";
        let value = read::share(faults, text, &at.key(key), what);
        if kind == Some("chp") && text.trim().is_empty() {
            faults
                .error(Code::ParameterMissing, &at.key(key), format!("{what} is missing"))
                .rule("Implementing Regulation (EU) 2025/2547, Annex III C: reference efficiencies by fuel")
                .help("take the fraction for the fuel and the year of construction from Annex III C");
        }
        value.filter(|value| !value.is_zero())
    };
    let references = (
        reference(&given.reference_heat_efficiency, "reference_heat_efficiency"),
        reference(&given.reference_electric_efficiency, "reference_electric_efficiency"),
    );
    let mut exported =
        |text: &str, key: &str| read::optional(faults, text, &at.key(key)).unwrap_or_else(Fraction::zero);
    let exported = (
        exported(&given.exported_heat_tj, "exported_heat_tj"),
        exported(&given.exported_mwh, "exported_mwh"),
    );
    let unread = match kind {
        Some("boiler") => Some(("electricity_mwh", mwh.is_some())),
        Some("power") => Some(("heat_tj", heat.is_some() || flows.is_some())),
        _ => None,
    };
    if let (Some((name, true)), Some(kind)) = (unread, kind) {
        faults
            .error(Code::ParameterUnused, &at.key(name), format!("a unit of kind `{kind}` has no {name}"))
            .help("write the kind `chp` for a unit that makes heat and electricity");
    }
    if faults.errors() > before {
        return None;
    }
    Some(Read {
        kind: kind?,
        heat: heat.or(flows),
        mwh,
        fuel,
        references: references.0.zip(references.1),
        exported,
    })
}

/// Net heat of flows: mass × (enthalpy supplied − returned).
fn flows(faults: &mut Faults, given: &[v1::CbamHeatFlow], at: &At) -> Option<Fraction> {
    let mut sum = Fraction::zero();
    for (index, flow) in given.iter().enumerate() {
        let at = at.index(index);
        let mass = read::needed(faults, &flow.mass_t, &at.key("mass_t"), "the mass (t)");
        let supply = &flow.supply_kj_per_kg;
        let supply =
            read::needed(faults, supply, &at.key("supply_kj_per_kg"), "the enthalpy supplied (kJ/kg)");
        let back = &flow.return_kj_per_kg;
        if back.trim().is_empty() {
            faults
                .error(Code::MissingValue, &at.key("return_kj_per_kg"), "the enthalpy returned (kJ/kg) is missing")
                .rule("Implementing Regulation (EU) 2025/2547, Annex II C: a return that is not known counts as water at 90 °C")
                .help("write the measured enthalpy, or that of water at 90 °C from your steam table");
            continue;
        }
        let back = read::needed(faults, back, &at.key("return_kj_per_kg"), "the enthalpy returned (kJ/kg)");
        let (Some(mass), Some(supply), Some(back)) = (mass, supply, back) else { continue };
        if supply < back {
            let message = format!("more heat comes back ({back} kJ/kg) than is supplied ({supply} kJ/kg)");
            faults
                .error(Code::NegativeBalance, &at, message)
                .help("exchange the two figures if they are swapped");
            continue;
        }
        // t × kJ/kg = MJ; a million of them are a terajoule.
        let heat =
            || supply.try_sub(&back)?.try_mul(&mass)?.try_div(&Fraction::whole(1_000_000))?.try_add(&sum);
        sum = faults.take(&at, heat())?;
    }
    (!given.is_empty()).then_some(sum)
}

/// Emissions and energy that the sources bring to a unit.
fn input(sources: &[Source], id: &str) -> Result<(Fraction, Fraction), Error> {
    let (mut emissions, mut energy) = (Fraction::zero(), Fraction::zero());
    for source in sources {
        for share in source.shares.iter().filter(|share| share.to == id) {
            emissions = emissions.try_add(&source.counted.try_mul(&share.share)?)?;
            let whole = source.fossil_tj.try_add(&source.biomass_tj)?;
            energy = energy.try_add(&whole.try_mul(&share.share)?)?;
        }
    }
    Ok((emissions, energy))
}

/// Net heat as measured, else from the energy put in by an efficiency of the act.
fn heat(
    law: &Law<'_>,
    faults: &mut Faults,
    read: &Read,
    fuel: Option<&Fraction>,
    at: &At,
) -> Option<Fraction> {
    if read.kind == "power" {
        return Some(Fraction::zero());
    }
    if let Some(heat) = &read.heat {
        return Some(heat.clone());
    }
    let name = if read.kind == "chp" { "chp-heat-efficiency" } else { "heat-unknown-efficiency" };
    assumed(law, faults, (name, "net heat"), fuel, &at.key("heat_tj"))
}

/// Electricity as metered, else from the energy put in by the efficiency of the act.
fn electricity(
    law: &Law<'_>,
    faults: &mut Faults,
    read: &Read,
    fuel: Option<&Fraction>,
    at: &At,
) -> Option<Fraction> {
    match (read.kind, &read.mwh) {
        ("boiler", _) => Some(Fraction::zero()),
        (_, Some(mwh)) => Some(mwh.clone()),
        ("chp", None) => {
            let at = at.key("electricity_mwh");
            let energy = assumed(law, faults, ("chp-electric-efficiency", "electricity"), fuel, &at)?;
            faults.take(&at, megawatt_hours(&energy))
        }
        _ => read::needed(faults, "", &at.key("electricity_mwh"), "the electricity produced (MWh)"),
    }
}

/// Energy made of the energy put in by an efficiency that the act fixes for units that do not know their own.
fn assumed(
    law: &Law<'_>,
    faults: &mut Faults,
    (name, what): (&str, &str),
    fuel: Option<&Fraction>,
    at: &At,
) -> Option<Fraction> {
    let Some(fuel) = fuel else {
        faults
            .error(Code::MissingValue, at, format!("neither the {what} nor the energy put in is known"))
            .help("give the measured figure, or calorific values for the fuels of the unit");
        return None;
    };
    let efficiency = faults.take(at, law.parameter(name))?;
    let made = faults.take(at, fuel.try_mul(&efficiency))?;
    let message = format!("the {what} is not measured; {efficiency} of the energy put in is assumed");
    faults
        .warning(Code::AssumedEfficiency, at, message)
        .rule("Implementing Regulation (EU) 2025/2547, Annex II C: efficiencies for units whose own is not known")
        .help("measure it; the assumed efficiency can cost emissions");
    Some(made)
}

/// What heat and what electricity carries.
struct Parts {
    share: Fraction,
    heat: Fraction,
    electricity: Fraction,
    formula: String,
}

fn split(
    read: &Read,
    emissions: &Fraction,
    fuel: Option<&Fraction>,
    (heat, mwh): (&Fraction, &Fraction),
) -> Result<Parts, Error> {
    let (share, formula) = match (read.kind, &read.references) {
        ("boiler", _) => (Fraction::one(), format!("M-126: {emissions} t / {heat} TJ")),
        ("chp", Some((reference_heat, reference_electric))) => {
            let fuel = fuel.ok_or_else(|| {
                Error::new(Code::MissingValue, "the energy put in is not known")
                    .with_help("give calorific values for the fuels of the unit, or `fuel_tj`")
            })?;
            let h = heat.try_div(fuel)?.try_div(reference_heat)?;
            let e = terajoules(mwh)?.try_div(fuel)?.try_div(reference_electric)?;
            let text = format!(
                "M-126: F = ({heat}/{fuel}/{reference_heat}) / (({heat}/{fuel}/{reference_heat}) + ({mwh} × 0.0036/{fuel}/{reference_electric}))"
            );
            (h.try_div(&h.try_add(&e)?)?, text)
        }
        _ => (Fraction::zero(), format!("M-126: {emissions} t / {mwh} MWh")),
    };
    let warm = emissions.try_mul(&share)?;
    Ok(Parts { electricity: emissions.try_sub(&warm)?, heat: warm, share, formula })
}

fn terajoules(mwh: &Fraction) -> Result<Fraction, Error> {
    mwh.try_mul(&Fraction::whole(TJ_PER_MWH.0))?.try_div(&Fraction::whole(TJ_PER_MWH.1))
}

fn megawatt_hours(tj: &Fraction) -> Result<Fraction, Error> {
    tj.try_mul(&Fraction::whole(TJ_PER_MWH.1))?.try_div(&Fraction::whole(TJ_PER_MWH.0))
}
