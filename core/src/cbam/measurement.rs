//! Continuous measurement and transferred CO2 (METHODS M-123, M-125).

use super::faults::{At, Faults};
use super::law::Law;
use super::read;
use super::source::{self, Gas, Source};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::Fraction;
use crate::wire::v1;

/// An emission source with continuous measurement, computed.
pub(super) fn measurement(
    law: &Law<'_>,
    faults: &mut Faults,
    given: &v1::CbamMeasurement,
    at: &At,
) -> Option<Source> {
    let gas = read::word(faults, &given.gas, &["CO2", "N2O"], &at.key("gas"), "the gas");
    let shares = source::shares(faults, &given.attribution, at);
    let grams = grams(faults, given, at);
    let name = "biomass_fraction";
    let biomass = read::fraction(faults, name, given.biomass_fraction.as_ref(), &at.key(name));
    if biomass.is_some() && gas == Some("N2O") {
        faults.error(Code::ParameterUnused, &at.key(name), "N2O has no biomass fraction");
        return None;
    }
    let proof = (given.biomass_sustainable, &*given.biomass_evidence);
    let zero_rated = source::zero_rated(faults, biomass.as_ref().map(|(value, _)| value), proof, at);
    let (gas, shares, (grams, how), zero_rated) = (gas?, shares?, grams?, zero_rated?);

    let mut shown = source::blank(&given.name, "measurement");
    shown.unit = format!("t {gas}");
    shown.factors.extend(biomass.map(|(_, used)| used));
    let computed = || -> Result<(Fraction, Fraction, Fraction), Error> {
        let tonnes = grams.try_div(&Fraction::whole(1_000_000))?;
        if gas == "CO2" {
            let biomass = tonnes.try_mul(&zero_rated)?;
            return Ok((tonnes.clone(), tonnes.try_sub(&biomass)?, biomass));
        }
        let effect = tonnes.try_mul(&law.parameter("gwp-n2o")?)?;
        Ok((tonnes, effect, Fraction::zero()))
    };
    let (tonnes, counted, biomass) = faults.take(at, computed())?;
    shown.activity_data = tonnes.to_string();
    shown.quantity_from = how.from.into();
    shown.formula = format!("M-123: {} × 10^-6", how.text);
    if gas == "N2O" {
        let (_, used) = faults.take(at, law.cited("gwp-n2o", "gwp"))?;
        shown.formula.push_str(&format!(" × {} t CO2e/t", used.value));
        shown.factors.push(used);
        shown.gases.push(v1::CbamGas { gas: gas.into(), t: tonnes.to_string(), t_co2e: counted.to_string() });
    } else if !zero_rated.is_zero() {
        shown.formula.push_str(&format!(" × (1 − {zero_rated})"));
    }
    let made = Source {
        at: at.clone(),
        id: given.id.clone(),
        gas: if gas == "N2O" { Gas::N2o } else { Gas::Co2 },
        counted,
        biomass,
        fossil_tj: Fraction::zero(),
        biomass_tj: Fraction::zero(),
        transfer: false,
        step: String::new(),
        shares,
        shown,
    };
    faults.take(at, made.finished())
}

struct How {
    from: &'static str,
    text: String,
}

/// Grams of the gas: hour by hour, or from averages.
fn grams(faults: &mut Faults, given: &v1::CbamMeasurement, at: &At) -> Option<(Fraction, How)> {
    let (concentrations, flows) = (&given.hourly_g_per_nm3, &given.hourly_nm3);
    if concentrations.is_empty() && flows.is_empty() {
        let what =
            ["the average concentration (g/Nm3)", "the average flow (Nm3/h)", "the hours of operation"];
        let [c, f, h] = what;
        let conc = &given.concentration_g_per_nm3;
        let conc = read::needed(faults, conc, &at.key("concentration_g_per_nm3"), c);
        let flow = read::needed(faults, &given.flow_nm3_per_h, &at.key("flow_nm3_per_h"), f);
        let hours = read::needed(faults, &given.hours, &at.key("hours"), h);
        let (conc, flow, hours) = (conc?, flow?, hours?);
        if hours > Fraction::whole(8784) {
            let message = format!("{hours} hours are more than a year has");
            faults.error(Code::ParameterOutOfRange, &at.key("hours"), message);
            return None;
        }
        let text = format!("{conc} g/Nm3 × {flow} Nm3/h × {hours} h");
        let grams = conc.try_mul(&flow).and_then(|grams| grams.try_mul(&hours));
        return Some((faults.take(at, grams)?, How { from: "averages", text }));
    }
    if concentrations.len() != flows.len() {
        let message = format!("{} hours have a concentration, {} a flow", concentrations.len(), flows.len());
        faults.error(Code::MissingInterval, &at.key("hourly_nm3"), message).help(
            "give both for each hour; substitute missing hours conservatively and say so in the report",
        );
        return None;
    }
    let limit = Limits::default().series_values;
    if flows.len() > limit {
        let message = format!("more than {limit} values");
        faults.error(Code::LimitExceeded, &at.key("hourly_nm3"), message);
        return None;
    }
    let mut sum = Fraction::zero();
    for (index, (conc, flow)) in concentrations.iter().zip(flows).enumerate() {
        let here = at.key("hourly_g_per_nm3").index(index);
        let conc = read::needed(faults, conc, &here, "the concentration");
        let flow = read::needed(faults, flow, &at.key("hourly_nm3").index(index), "the flow");
        if let (Some(conc), Some(flow)) = (conc, flow) {
            sum = faults.take(&here, conc.try_mul(&flow).and_then(|grams| sum.try_add(&grams)))?;
        }
    }
    let text = format!("{sum} g in {} hours", flows.len());
    Some((sum, How { from: "hourly", text }))
}

/// CO2 that is transferred instead of emitted.
pub(super) fn transfer(faults: &mut Faults, given: &v1::CbamTransfer, at: &At) -> Option<Source> {
    const RULE: &str = "Implementing Regulation (EU) 2025/2547, Annex II B: CO2 is subtracted only if it is transferred, \
        under monitoring equivalent to that of the EU ETS, for permanent storage or to be bound chemically in products \
        for good";
    let tonnes = read::needed(faults, &given.t_co2, &at.key("t_co2"), "the CO2 transferred (t)");
    let shares = source::shares(faults, &given.attribution, at);
    let biomass =
        read::share(faults, &given.biomass_fraction, &at.key("biomass_fraction"), "the biomass fraction");
    if given.destination.is_empty() {
        faults
            .error(Code::ChoiceMissing, &at.key("destination"), "the destination of the CO2 is not stated")
            .help("write permanent-storage, permanent-products, or the other use");
    }
    if given.equivalent_monitoring.is_none() {
        let message =
            "it is not stated whether the receiver monitors the CO2 by rules equivalent to the EU ETS";
        faults
            .error(Code::ChoiceMissing, &at.key("equivalent_monitoring"), message)
            .rule(RULE)
            .help("write true or false");
    }
    let (tonnes, shares, monitored) = (tonnes?, shares?, given.equivalent_monitoring?);
    let permanent = ["permanent-storage", "permanent-products"].contains(&&*given.destination);
    let counts = permanent && monitored;
    let mut shown = source::blank(&given.name, "transfer");
    shown.activity_data = tonnes.to_string();
    shown.unit = "t CO2".into();
    if !counts {
        let message = format!("{tonnes} t of transferred CO2 are not subtracted: they count as emitted");
        faults
            .info(Code::TransferNotSubtracted, at, message)
            .rule(RULE)
            .help("nothing needs to be done; CO2 bound in urea is not subtracted either");
    }
    let biomass = biomass.unwrap_or_else(Fraction::zero);
    let computed = || -> Result<(Fraction, Fraction), Error> {
        let taken = tonnes.try_mul(&biomass)?;
        Ok((tonnes.try_sub(&taken)?.negated(), taken.negated()))
    };
    let (counted, biomass_t) = match counts {
        true => faults.take(at, computed())?,
        false => (Fraction::zero(), Fraction::zero()),
    };
    shown.formula = match counts {
        true => format!("M-125: −{tonnes} t × (1 − {biomass})"),
        false => "M-125: not subtracted".into(),
    };
    let made = Source {
        at: at.clone(),
        id: given.id.clone(),
        gas: Gas::Co2,
        counted,
        biomass: biomass_t,
        fossil_tj: Fraction::zero(),
        biomass_tj: Fraction::zero(),
        transfer: true,
        step: String::new(),
        shares,
        shown,
    };
    faults.take(at, made.finished())
}
