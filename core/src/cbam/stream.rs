//! Source streams by the calculation-based methods: combustion, process emissions, mass balance (METHODS M-120 to M-122).

use super::composition;
use super::faults::{At, Faults, shown};
use super::law::Law;
use super::read::{self, Base, CALORIFIC, CARBON, EMISSION, Factor, Per};
use super::source::{self, Gas, Source};
use crate::error::{Code, Error};
use crate::factor::Kind;
use crate::number::Fraction;
use crate::wire::v1;

const METHODS: [&str; 3] = ["combustion", "process", "mass-balance"];

/// A stream, computed; `None` if its faults leave nothing to compute with.
pub(super) fn stream(law: &Law<'_>, faults: &mut Faults, given: &v1::CbamStream, at: &At) -> Option<Source> {
    let method = read::word(faults, &given.method, &METHODS, &at.key("method"), "the method");
    let quantity = quantity(faults, given, at);
    let shares = source::shares(faults, &given.attribution, at);
    let leaves = leaves(faults, given, at);
    let (method, quantity, shares, leaves) = (method?, quantity?, shares?, leaves?);
    let factors = Factors::read(law, faults, given, (method, quantity.base), at)?;
    let result = emission(&quantity, &factors, method, leaves);
    let computed = faults.take(at, result)?;

    let mut shown = source::blank(&given.name, method);
    shown.activity_data = quantity.value.to_string();
    shown.unit = quantity.base.as_str().into();
    shown.quantity_from = quantity.from.into();
    shown.formula = formula(method, &quantity, &factors, leaves);
    shown.factors = factors.used();
    let made = Source {
        at: at.clone(),
        id: given.id.clone(),
        gas: Gas::Co2,
        counted: computed.fossil,
        biomass: computed.biomass,
        fossil_tj: computed.fossil_tj,
        biomass_tj: computed.biomass_tj,
        transfer: false,
        step: given.step.clone(),
        shares,
        shown,
    };
    faults.take(at, made.finished())
}

/// How much of the stream was used, and how that is known.
struct Quantity {
    base: Base,
    value: Fraction,
    from: &'static str,
}

fn quantity(faults: &mut Faults, given: &v1::CbamStream, at: &At) -> Option<Quantity> {
    let base = read::base(faults, &given.unit, &at.key("unit"));
    let before = faults.errors();
    let stated = read::optional(faults, &given.activity_data, &at.key("activity_data"));
    let metered = readings(faults, &given.readings, &at.key("readings"));
    let stocked = given.stock.as_ref().and_then(|stock| balance(faults, stock, &at.key("stock")));
    if faults.errors() > before {
        return None;
    }
    let known = [(stated, "stated"), (metered, "readings"), (stocked, "stock")];
    let mut known = known.into_iter().filter_map(|(value, from)| value.map(|value| (value, from)));
    let Some((first, from)) = known.next() else {
        faults.error(Code::MissingValue, &at.key("activity_data"), "the quantity is missing").help(
            "write `activity_data`, or the `readings` or the `stock` that it is from; write 0 if it is zero",
        );
        return None;
    };
    let mut from = from;
    for (other, place) in known {
        if other != first {
            let message = format!("`{place}` gives {other}, and `{from}` {first}");
            faults
                .error(Code::Contradiction, &at.key(place), message)
                .help("correct one of the two, or leave it out");
            return None;
        }
        from = place;
    }
    let (base, size) = base?;
    let value = faults.take(at, first.try_mul(&size))?;
    Some(Quantity { base, value, from })
}

/// The sum of meter readings.
fn readings(faults: &mut Faults, given: &[v1::CbamReading], at: &At) -> Option<Fraction> {
    let mut sum = Fraction::zero();
    for (index, reading) in given.iter().enumerate() {
        let at = at.index(index);
        let start = read::needed(faults, &reading.start, &at.key("start"), "the reading at the start");
        let end = read::needed(faults, &reading.end, &at.key("end"), "the reading at the end");
        let step = read::optional(faults, &reading.multiplier, &at.key("multiplier"));
        let step = step.unwrap_or_else(Fraction::one);
        let (start, end) = (start?, end?);
        if end < start {
            let message = format!("meter `{}` runs backwards: {start}, then {end}", shown(&reading.meter));
            faults
                .error(Code::NegativeBalance, &at, message)
                .help("a meter that was changed or began anew has two entries");
            return None;
        }
        let run = end.try_sub(&start).and_then(|run| run.try_mul(&step));
        sum = faults.take(&at, run.and_then(|run| sum.try_add(&run)))?;
    }
    (!given.is_empty()).then_some(sum)
}

/// Delivered + opening − closing − passed on.
fn balance(faults: &mut Faults, given: &v1::CbamStock, at: &At) -> Option<Fraction> {
    let mut read =
        |text: &str, key: &str| read::optional(faults, text, &at.key(key)).unwrap_or_else(Fraction::zero);
    let (delivered, opening) = (read(&given.delivered, "delivered"), read(&given.opening, "opening"));
    let (closing, passed_on) = (read(&given.closing, "closing"), read(&given.passed_on, "passed_on"));
    let used = || delivered.try_add(&opening)?.try_sub(&closing)?.try_sub(&passed_on);
    let used = faults.take(at, used())?;
    if used.is_negative() {
        let message = format!("more was left or passed on than there was: {used}");
        faults
            .error(Code::NegativeBalance, at, message)
            .help("look for a delivery or an opening stock that is missing");
        return None;
    }
    Some(used)
}

/// Whether the stream leaves the mass balance with its carbon.
fn leaves(faults: &mut Faults, given: &v1::CbamStream, at: &At) -> Option<bool> {
    let at = at.key("direction");
    if given.direction.is_empty() {
        return Some(false);
    }
    let out = read::word(faults, &given.direction, &["in", "out"], &at, "the direction")? == "out";
    if out && given.method != "mass-balance" {
        faults
            .error(Code::ParameterUnused, &at, "only a mass balance knows what leaves")
            .help("use the method `mass-balance`, or leave the direction out");
        return None;
    }
    Some(out)
}

/// The factors of a stream that its method reads.
struct Factors {
    calorific: Option<Factor>,
    /// t CO2 for one of what `per` says.
    emission: Factor,
    /// The carbon content that the emission factor was computed from.
    carbon: Option<Factor>,
    /// Oxidation or conversion.
    converted: Option<(Fraction, v1::CbamFactorUse)>,
    biomass: Option<(Fraction, v1::CbamFactorUse)>,
    zero_rated: Fraction,
}

impl Factors {
    fn read(
        law: &Law<'_>,
        faults: &mut Faults,
        given: &v1::CbamStream,
        (method, base): (&'static str, Base),
        at: &At,
    ) -> Option<Factors> {
        let before = faults.errors();
        if !given.standard.is_empty() && !law.knows(&given.standard) {
            let message = format!("no standard factor is named `{}`", shown(&given.standard));
            faults.error(Code::FactorUnknown, &at.key("standard"), message).help(
                "search the pack eu-standard-fuels: `emitrace factors search`; or give measured factors",
            );
        }
        let mut one = |kind: Kind, name: &str, given_factor: &Option<v1::CbamFactor>, units| {
            let at = at.key(name);
            match given_factor {
                Some(stated) => read::factor(faults, name, stated, units, &at),
                None if given.standard.is_empty() => None,
                None => law.standard(faults, &given.standard, kind, &at),
            }
        };
        let calorific = one(Kind::Ncv, "net_calorific_value", &given.net_calorific_value, CALORIFIC);
        // A stated carbon content comes before a standard emission factor.
        let stated_carbon = given.carbon_content.is_some() && given.emission_factor.is_none();
        let emission = match stated_carbon {
            true => None,
            false => one(Kind::Emission, "emission_factor", &given.emission_factor, EMISSION),
        };
        let carbon = one(Kind::CarbonContent, "carbon_content", &given.carbon_content, CARBON);
        let oxidation = ("oxidation_factor", given.oxidation_factor.is_some());
        let conversion = ("conversion_factor", given.conversion_factor.is_some());
        let unread = [oxidation, conversion].into_iter().filter(|(name, stated)| {
            *stated
                && !matches!(
                    (method, *name),
                    ("combustion", "oxidation_factor") | ("process", "conversion_factor")
                )
        });
        for (name, _) in unread {
            faults
                .error(Code::ParameterUnused, &at.key(name), format!("the method `{method}` does not read {name}"))
                .help("combustion reads oxidation_factor, process emissions conversion_factor, a mass balance neither");
        }
        let (name, stated) = match method {
            "process" => ("conversion_factor", &given.conversion_factor),
            _ => ("oxidation_factor", &given.oxidation_factor),
        };
        let converted = read::fraction(faults, name, stated.as_ref(), &at.key(name));
        let name = "biomass_fraction";
        let biomass = read::fraction(faults, name, given.biomass_fraction.as_ref(), &at.key(name));
        let proof = (given.biomass_sustainable, &*given.biomass_evidence);
        let zero_rated = source::zero_rated(faults, biomass.as_ref().map(|(value, _)| value), proof, at);
        let emission = match composition::asked(given) {
            true => composition::emission_factor(law, faults, given, at).and_then(|composed| {
                emission_factor(law, faults, given, (method, base), (Some(composed), carbon), at)
            }),
            false => emission_factor(law, faults, given, (method, base), (emission, carbon), at),
        };
        if let Some(calorific) = &calorific
            && calorific.per != Per::Base(base)
        {
            wrong_base(faults, "net_calorific_value", base, at);
        }
        if faults.errors() > before {
            return None;
        }
        let (emission, carbon) = emission?;
        if emission.per == Per::Energy && calorific.is_none() {
            faults
                .error(
                    Code::ParameterMissing,
                    &at.key("net_calorific_value"),
                    "the emission factor is per energy, and the net calorific value is missing",
                )
                .help("give the net calorific value, or an emission factor per tonne or 1000 Nm3");
            return None;
        }
        Some(Factors { calorific, emission, carbon, converted, biomass, zero_rated: zero_rated? })
    }

    fn used(&self) -> Vec<v1::CbamFactorUse> {
        let mut used = Vec::new();
        used.extend(self.calorific.as_ref().map(|factor| factor.used.clone()));
        used.extend(self.carbon.as_ref().map(|factor| factor.used.clone()));
        used.push(self.emission.used.clone());
        used.extend(self.converted.as_ref().map(|(_, used)| used.clone()));
        used.extend(self.biomass.as_ref().map(|(_, used)| used.clone()));
        used
    }
}

/// A factor that is for one of something else than the quantity is counted in.
fn wrong_base(faults: &mut Faults, name: &str, base: Base, at: &At) {
    let message = format!("{name} is not for one {} of the quantity", base.as_str());
    faults.error(Code::DimensionMismatch, &at.key(name), message).help(
        "give quantity and factors for the same: tonnes, or 1000 Nm3; standard calorific values are per mass",
    );
}

/// The emission factor of a stream, stated or from its carbon content.
fn emission_factor(
    law: &Law<'_>,
    faults: &mut Faults,
    given: &v1::CbamStream,
    (method, base): (&str, Base),
    (emission, carbon): (Option<Factor>, Option<Factor>),
    at: &At,
) -> Option<(Factor, Option<Factor>)> {
    // A mass balance is made of carbon; elsewhere an emission factor that is there comes first.
    let from_carbon = match method {
        "mass-balance" => carbon.is_some() && given.emission_factor.is_none(),
        _ => emission.is_none() && carbon.is_some(),
    };
    if from_carbon && let Some(carbon) = carbon {
        if carbon.per != Per::Base(base) {
            wrong_base(faults, "carbon_content", base, at);
            return None;
        }
        let whole = match law.parameter("carbon-to-co2") {
            Ok(f) => carbon.value.try_mul(&f),
            Err(error) => Err(error),
        };
        let value = faults.take(at, whole)?;
        let used = v1::CbamFactorUse {
            factor: "emission_factor".into(),
            value: value.to_string(),
            unit: format!("tCO2/{}", base.as_str()),
            determination: "computed".into(),
            tier: String::new(),
            source: "carbon content × 3.664 t CO2/t C".into(),
            confidence: String::new(),
        };
        return Some((Factor { value, per: carbon.per, used }, Some(carbon)));
    }
    let Some(emission) = emission else {
        if given.standard.is_empty() || law.knows(&given.standard) {
            let wanted = if method == "mass-balance" { "carbon_content" } else { "emission_factor" };
            faults
                .error(Code::ParameterMissing, &at.key(wanted), format!("{wanted} is missing"))
                .help("give it from an analysis, or name a `standard` fuel or material");
        }
        return None;
    };
    if let Per::Base(other) = emission.per
        && other != base
    {
        wrong_base(faults, "emission_factor", base, at);
        return None;
    }
    Some((emission, None))
}

struct Computed {
    fossil: Fraction,
    biomass: Fraction,
    fossil_tj: Fraction,
    biomass_tj: Fraction,
}

fn emission(quantity: &Quantity, factors: &Factors, method: &str, leaves: bool) -> Result<Computed, Error> {
    let energy = match &factors.calorific {
        Some(calorific) => quantity.value.try_mul(&calorific.value)?,
        None => Fraction::zero(),
    };
    let per = match factors.emission.per {
        Per::Energy => &energy,
        Per::Base(_) => &quantity.value,
    };
    let mut all = per.try_mul(&factors.emission.value)?;
    if let Some((converted, _)) = &factors.converted {
        all = all.try_mul(converted)?;
    }
    if leaves {
        all = all.negated();
    }
    let biomass = all.try_mul(&factors.zero_rated)?;
    // Energy is told for what is burnt: a material of a mass balance that leaves takes none with it.
    let energy = if method == "combustion" || !leaves { energy } else { energy.negated() };
    let biomass_tj = energy.try_mul(&factors.zero_rated)?;
    Ok(Computed {
        fossil: all.try_sub(&biomass)?,
        biomass,
        fossil_tj: energy.try_sub(&biomass_tj)?,
        biomass_tj,
    })
}

/// The formula with its figures.
fn formula(method: &str, quantity: &Quantity, factors: &Factors, leaves: bool) -> String {
    let number = match method {
        "combustion" => "M-120",
        "process" => "M-121",
        _ => "M-122",
    };
    let sign = if leaves { "−" } else { "" };
    let mut text = format!("{number}: {sign}{} {}", quantity.value, quantity.base.as_str());
    let mut times = |used: &v1::CbamFactorUse| {
        let gap = if used.unit.is_empty() { "" } else { " " };
        text.push_str(&format!(" × {}{gap}{}", used.value, used.unit));
    };
    if factors.emission.per == Per::Energy
        && let Some(calorific) = &factors.calorific
    {
        times(&calorific.used);
    }
    match &factors.carbon {
        Some(carbon) => {
            times(&carbon.used);
            text.push_str(" × 3.664 tCO2/tC");
        }
        None => times(&factors.emission.used),
    }
    if let Some((_, used)) = &factors.converted {
        text.push_str(&format!(" × {}", used.value));
    }
    if !factors.zero_rated.is_zero() {
        text.push_str(&format!(" × (1 − {})", factors.zero_rated));
    }
    text
}
