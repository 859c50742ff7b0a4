//! Figures of the document: exact numbers, fractions of one, units.

use super::faults::{At, Faults, shown};
use crate::error::Code;
use crate::number::{Amount, Fraction};
use crate::unit::Unit;
use crate::wire::v1;

/// A figure of zero or more; empty gives none.
pub(super) fn optional(faults: &mut Faults, text: &str, at: &At) -> Option<Fraction> {
    if text.trim().is_empty() {
        return None;
    }
    let amount = faults.take(at, Amount::parse(text))?;
    if amount.is_negative() {
        faults
            .error(Code::NegativeQuantity, at, format!("`{}` is below zero", shown(text)))
            .help("write a figure of zero or more; what leaves a mass balance has the direction `out`");
        return None;
    }
    Some(Fraction::from(amount))
}

/// A figure of zero or more that must be there; `what` names it with its unit.
pub(super) fn needed(faults: &mut Faults, text: &str, at: &At, what: &str) -> Option<Fraction> {
    if text.trim().is_empty() {
        faults
            .error(Code::MissingValue, at, format!("{what} is missing"))
            .help("write the figure; write 0 if it is zero");
        return None;
    }
    optional(faults, text, at)
}

/// A figure above zero that must be there.
pub(super) fn positive(faults: &mut Faults, text: &str, at: &At, what: &str) -> Option<Fraction> {
    let value = needed(faults, text, at, what)?;
    if value.is_zero() {
        faults.error(Code::ParameterOutOfRange, at, format!("{what} is zero"));
        return None;
    }
    Some(value)
}

/// A fraction of one; empty gives none.
pub(super) fn share(faults: &mut Faults, text: &str, at: &At, what: &str) -> Option<Fraction> {
    let value = optional(faults, text, at)?;
    if value > Fraction::one() {
        let message = format!("{what} is {value}, above 1");
        faults.error(Code::ShareOutOfRange, at, message).help("write a fraction of 1: 0.98 for 98 %");
        return None;
    }
    Some(value)
}

/// A word out of a list.
pub(super) fn word<'w>(
    faults: &mut Faults,
    text: &str,
    known: &[&'w str],
    at: &At,
    what: &str,
) -> Option<&'w str> {
    if let Some(found) = known.iter().find(|word| **word == text) {
        return Some(found);
    }
    let help = format!("use one of {}", known.join(", "));
    if text.is_empty() {
        faults.error(Code::ChoiceMissing, at, format!("{what} is not stated")).help(help);
    } else {
        faults.error(Code::UnknownValue, at, format!("{what} `{}` is not known", shown(text))).help(help);
    }
    None
}

/// What quantities of a stream are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Tonnes.
    Mass,
    /// Thousand cubic metres of gas at 0 °C and 101.325 kPa.
    Gas,
}

impl Base {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Base::Mass => "t",
            Base::Gas => "1000Nm3",
        }
    }
}

/// The base of a unit, and how much of it the unit is.
pub(super) fn base(faults: &mut Faults, text: &str, at: &At) -> Option<(Base, Fraction)> {
    let thousand = |text: &str| text.strip_prefix("1000").map(|rest| rest.trim_start().to_owned());
    let (name, times) = match thousand(text.trim()) {
        Some(rest) => (rest, 1000),
        None => (text.trim().to_owned(), 1),
    };
    if name.is_empty() {
        faults
            .error(Code::MissingValue, at, "the unit of the quantity is missing")
            .help("write a mass such as t or kg, or a volume of gas at normal state such as Nm3 or 1000Nm3");
        return None;
    }
    let unit = faults.take(at, Unit::parse(&name))?;
    let (kind, target) = if unit.is_mass() { (Base::Mass, "t") } else { (Base::Gas, "Nm3") };
    let ratio = faults.take(at, Unit::parse(target).and_then(|target| unit.ratio_to(&target)))?;
    let size = Fraction::from(ratio).try_mul(&Fraction::whole(times));
    let size = match kind {
        Base::Mass => size,
        Base::Gas => size.and_then(|size| size.try_div(&Fraction::whole(1000))),
    };
    faults.take(at, size).map(|size| (kind, size))
}

/// What a calculation factor is for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    /// Tonne or thousand normal cubic metres.
    Base(Base),
    /// Terajoule, net.
    Energy,
}

/// A calculation factor in its plain unit: TJ, t CO2 or t C for one of something.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    pub(super) value: Fraction,
    pub(super) per: Per,
    pub(super) used: v1::CbamFactorUse,
}

/// Units that factors may be written in: text, multiple of the plain unit as a power of ten, and what it is per.
type Units = &'static [(&'static str, i32, Per)];

pub(super) const CALORIFIC: Units = &[
    ("GJ/t", -3, Per::Base(Base::Mass)),
    ("TJ/t", 0, Per::Base(Base::Mass)),
    ("TJ/Gg", -3, Per::Base(Base::Mass)),
    ("MJ/kg", -3, Per::Base(Base::Mass)),
    ("GJ/1000Nm3", -3, Per::Base(Base::Gas)),
    ("TJ/1000Nm3", 0, Per::Base(Base::Gas)),
    ("MJ/Nm3", -3, Per::Base(Base::Gas)),
];
pub(super) const EMISSION: Units = &[
    ("tCO2/TJ", 0, Per::Energy),
    ("kgCO2/GJ", 0, Per::Energy),
    ("kgCO2/TJ", -3, Per::Energy),
    ("tCO2/t", 0, Per::Base(Base::Mass)),
    ("kgCO2/t", -3, Per::Base(Base::Mass)),
    ("tCO2/1000Nm3", 0, Per::Base(Base::Gas)),
    ("kgCO2/Nm3", 0, Per::Base(Base::Gas)),
];
pub(super) const CARBON: Units = &[
    ("tC/t", 0, Per::Base(Base::Mass)),
    ("kgC/kg", 0, Per::Base(Base::Mass)),
    ("tC/1000Nm3", 0, Per::Base(Base::Gas)),
    ("kgC/Nm3", 0, Per::Base(Base::Gas)),
];

/// `unspecified` is for files that do not say it, such as the communication template.
const DETERMINATIONS: [&str; 5] = ["analysis", "supplier", "literature", "estimate", "unspecified"];

/// A stated calculation factor with a unit.
pub(super) fn factor(
    faults: &mut Faults,
    name: &str,
    given: &v1::CbamFactor,
    units: Units,
    at: &At,
) -> Option<Factor> {
    let value = needed(faults, &given.value, &at.key("value"), name);
    let text: String = given.unit.split_whitespace().collect();
    let unit = units.iter().find(|(known, ..)| *known == text);
    if unit.is_none() {
        let known: Vec<&str> = units.iter().map(|(known, ..)| *known).collect();
        let message = format!("`{}` is no unit of {name}", shown(&given.unit));
        faults
            .error(Code::UnknownUnit, &at.key("unit"), message)
            .help(format!("use one of {}", known.join(", ")));
    }
    let used = stated(faults, name, given, at);
    let (&(_, power, per), value, used) = (unit?, value?, used?);
    let size = crate::number::Ratio::pow10(power).map(Fraction::from);
    let value = faults.take(at, size.and_then(|size| value.try_mul(&size)))?;
    Some(Factor { value, per, used })
}

/// A stated fraction of one such as an oxidation factor.
pub(super) fn fraction(
    faults: &mut Faults,
    name: &str,
    given: Option<&v1::CbamFactor>,
    at: &At,
) -> Option<(Fraction, v1::CbamFactorUse)> {
    let given = given?;
    let value = share(faults, &given.value, &at.key("value"), name);
    if given.value.trim().is_empty() {
        needed(faults, "", &at.key("value"), name);
    }
    if !given.unit.trim().is_empty() {
        faults
            .error(Code::UnknownUnit, &at.key("unit"), format!("{name} is a fraction of 1 without unit"))
            .help("leave the unit empty; write 0.98 for 98 %");
        return None;
    }
    Some((value?, stated(faults, name, given, at)?))
}

/// How a stated factor stands in the answer.
fn stated(faults: &mut Faults, name: &str, given: &v1::CbamFactor, at: &At) -> Option<v1::CbamFactorUse> {
    let at = at.key("determination");
    let determination =
        word(faults, &given.determination, &DETERMINATIONS, &at, "how the factor was determined");
    Some(v1::CbamFactorUse {
        factor: name.into(),
        value: given.value.trim().into(),
        unit: given.unit.split_whitespace().collect(),
        determination: determination?.into(),
        tier: given.tier.clone(),
        source: given.source.clone(),
        confidence: String::new(),
    })
}

/// A stated coefficient whose unit the field's name fixes.
pub(super) fn plain(
    faults: &mut Faults,
    name: &str,
    given: &v1::CbamFactor,
    at: &At,
) -> Option<(Fraction, v1::CbamFactorUse)> {
    let value = needed(faults, &given.value, &at.key("value"), name);
    let used = stated(faults, name, given, at);
    Some((value?, used?))
}
