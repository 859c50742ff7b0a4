//! Perfluorocarbons of primary aluminium by slope and overvoltage (METHODS M-124).

use super::faults::{At, Faults};
use super::law::Law;
use super::read;
use super::source::{self, Gas, Source};
use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

const TECHNOLOGIES: [&str; 7] = ["cwpb", "swpb", "vss", "hss", "pfpb-l", "pfpb-m", "pfpb-mw"];

/// A factor and how the answer shows it.
type Used = (Fraction, v1::CbamFactorUse);

/// The perfluorocarbons of a potline, computed.
pub(super) fn pfc(law: &Law<'_>, faults: &mut Faults, given: &v1::CbamPfc, at: &At) -> Option<Source> {
    let method =
        read::word(faults, &given.method, &["slope", "overvoltage"], &at.key("method"), "the method");
    let metal =
        read::needed(faults, &given.aluminium_t, &at.key("aluminium_t"), "the aluminium produced (t)");
    let shares = source::shares(faults, &given.attribution, at);
    let collected = &given.collection_efficiency;
    let what = "the collection efficiency";
    let collected = read::positive(faults, collected, &at.key("collection_efficiency"), what);
    if let Some(value) = &collected
        && *value > Fraction::one()
    {
        let message = format!("the collection efficiency is {value}, above 1");
        faults
            .error(Code::ShareOutOfRange, &at.key("collection_efficiency"), message)
            .help("write a fraction of 1: 0.98 for 98 %; the communication template says per cent and holds a fraction");
        return None;
    }
    let method = method?;
    let coefficients = coefficients(law, faults, given, method, at);
    let per_tonne = match method {
        "slope" => slope(faults, given, at),
        _ => overvoltage(faults, given, at),
    };
    let (metal, shares, collected) = (metal?, shares?, collected?);
    let ((first, first_used), (second, second_used)) = coefficients?;
    let (effects, text) = per_tonne?;
    let computed = || -> Result<[Fraction; 5], Error> {
        // Both coefficients are in kg of CF4 for a tonne of aluminium.
        let cf4 = effects.try_mul(&first)?.try_mul(&metal)?.try_div(&Fraction::whole(1000))?;
        let c2f6 = cf4.try_mul(&second)?;
        let cf4_effect = cf4.try_mul(&law.parameter("gwp-cf4")?)?;
        let c2f6_effect = c2f6.try_mul(&law.parameter("gwp-c2f6")?)?;
        let counted = cf4_effect.try_add(&c2f6_effect)?.try_div(&collected)?;
        Ok([cf4, c2f6, cf4_effect, c2f6_effect, counted])
    };
    let [cf4, c2f6, cf4_effect, c2f6_effect, counted] = faults.take(at, computed())?;

    let mut shown =
        source::blank(&given.name, if method == "slope" { "pfc-slope" } else { "pfc-overvoltage" });
    shown.activity_data = metal.to_string();
    shown.unit = "t Al".into();
    shown.formula = format!(
        "M-124: CF4 = {first} × {text} × {metal} t / 1000 = {cf4} t; C2F6 = {second} × CF4; (CF4 × GWP + C2F6 × GWP) / {collected}"
    );
    shown.factors = vec![first_used, second_used];
    for (name, t, effect) in [("CF4", &cf4, &cf4_effect), ("C2F6", &c2f6, &c2f6_effect)] {
        shown.gases.push(v1::CbamGas { gas: name.into(), t: t.to_string(), t_co2e: effect.to_string() });
    }
    let made = Source {
        at: at.clone(),
        id: given.id.clone(),
        gas: Gas::Pfc,
        counted,
        biomass: Fraction::zero(),
        fossil_tj: Fraction::zero(),
        biomass_tj: Fraction::zero(),
        transfer: false,
        step: String::new(),
        shares,
        shown,
    };
    faults.take(at, made.finished())
}

/// Anode-effect minutes a cell-day.
fn slope(faults: &mut Faults, given: &v1::CbamPfc, at: &At) -> Option<(Fraction, String)> {
    let frequency = &given.anode_effects_per_cell_day;
    let what = "the frequency of anode effects (a cell-day)";
    let frequency = read::needed(faults, frequency, &at.key("anode_effects_per_cell_day"), what);
    let minutes = &given.anode_effect_minutes;
    let what = "the duration of an anode effect (minutes)";
    let minutes = read::needed(faults, minutes, &at.key("anode_effect_minutes"), what);
    let (frequency, minutes) = (frequency?, minutes?);
    let product = faults.take(at, frequency.try_mul(&minutes))?;
    Some((product, format!("{frequency}/cell-day × {minutes} min")))
}

/// Overvoltage over current efficiency, which is in per cent.
fn overvoltage(faults: &mut Faults, given: &v1::CbamPfc, at: &At) -> Option<(Fraction, String)> {
    let what = "the anode effect overvoltage (mV)";
    let millivolts = read::needed(faults, &given.overvoltage_mv, &at.key("overvoltage_mv"), what);
    let place = at.key("current_efficiency_percent");
    let what = "the current efficiency (per cent)";
    let efficiency = read::positive(faults, &given.current_efficiency_percent, &place, what);
    let (millivolts, efficiency) = (millivolts?, efficiency?);
    if efficiency <= Fraction::one() || efficiency > Fraction::whole(100) {
        let message = format!("a current efficiency of {efficiency} % cannot be");
        faults
            .error(Code::ParameterOutOfRange, &place, message)
            .rule("Implementing Regulation (EU) 2025/2547, Annex II B.7, equation 24: the current efficiency is in per cent")
            .help("write 96 for 96 %, not 0.96");
        return None;
    }
    let quotient = faults.take(at, millivolts.try_div(&efficiency))?;
    Some((quotient, format!("({millivolts} mV / {efficiency} %)")))
}

/// The coefficient of CF4 and the mass of C2F6 for a mass of CF4: stated, or the standard ones of the technology.
fn coefficients(
    law: &Law<'_>,
    faults: &mut Faults,
    given: &v1::CbamPfc,
    method: &str,
    at: &At,
) -> Option<(Used, Used)> {
    let (name, stated, short) = match method {
        "slope" => ("slope_emission_factor", &given.slope_emission_factor, "sef"),
        _ => ("overvoltage_coefficient", &given.overvoltage_coefficient, "ovc"),
    };
    let other = match method {
        "slope" => ("overvoltage_coefficient", &given.overvoltage_coefficient),
        _ => ("slope_emission_factor", &given.slope_emission_factor),
    };
    if other.1.is_some() {
        let message = format!("the method `{method}` does not read {}", other.0);
        faults.error(Code::ParameterUnused, &at.key(other.0), message);
    }
    let standard = stated.is_none() || given.c2f6_fraction.is_none();
    let technology = match (standard, given.technology.is_empty()) {
        (false, true) => "",
        _ => read::word(faults, &given.technology, &TECHNOLOGIES, &at.key("technology"), "the technology")?,
    };
    let mut one = |name: &str, stated: &Option<v1::CbamFactor>, short: &str| -> Option<Used> {
        let place = at.key(name);
        if let Some(stated) = stated {
            return read::plain(faults, name, stated, &place);
        }
        match law.cited(&format!("pfc-{method}-{technology}-{short}"), name) {
            Ok(used) => Some(used),
            Err(_) => {
                let message = format!("`{technology}` has no standard {name} for the method `{method}`");
                faults
                    .error(Code::ParameterMissing, &place, message)
                    .rule("Implementing Regulation (EU) 2025/2547, Annex II B.7: technologies without standard coefficients need measured ones")
                    .help("give the coefficient that was measured at the smelter; without one use those of cwpb for pfpb-mw");
                None
            }
        }
    };
    let (first, second) = (one(name, stated, short), one("c2f6_fraction", &given.c2f6_fraction, "f"));
    Some((first?, second?))
}
