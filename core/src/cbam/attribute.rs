//! Attributed emissions of processes: sources, heat, waste gas, electricity, with the floor at zero (METHODS M-127).

use std::collections::BTreeMap;

use super::energy::EnergyUnit;
use super::faults::{At, Faults, shown};
use super::law::Law;
use super::process::{Exchange, Process};
use super::read;
use super::source::Source;
use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

/// What was attributed to a process.
#[derive(Clone, Debug)]
pub(super) struct Attributed {
    pub(super) terms: Vec<Term>,
    /// Direct emissions, not below zero.
    pub(super) direct: Fraction,
    pub(super) floored: bool,
    pub(super) mwh: Fraction,
    /// Emissions of all electricity used.
    pub(super) indirect: Fraction,
    /// The electricity used, each with its emissions.
    pub(super) electricity: Vec<Term>,
}

/// A part of attributed emissions.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) t_co2e: Fraction,
    pub(super) shown: v1::CbamTerm,
}

impl Term {
    fn new(term: &str, with: &str, at: &At, t_co2e: Fraction, formula: String) -> Term {
        let shown = v1::CbamTerm {
            term: term.into(),
            with: with.into(),
            path: at.as_str().into(),
            t_co2e: t_co2e.to_string(),
            formula,
        };
        Term { t_co2e, shown }
    }
}

/// Factors of heat and electricity that units deliver, and what processes give to each other.
struct Supply<'u> {
    units: BTreeMap<&'u str, (Fraction, Fraction)>,
    processes: Vec<&'u str>,
}

/// Attributes everything to the processes, in their order.
pub(super) fn attribute(
    law: &Law<'_>,
    faults: &mut Faults,
    sources: &[Source],
    units: &mut [EnergyUnit],
    processes: &[Process<'_>],
) -> Option<Vec<Attributed>> {
    let before = faults.errors();
    deliver(faults, units, processes);
    let ids = processes.iter().map(|process| process.id.as_str()).collect();
    let mut supply = Supply { units: BTreeMap::new(), processes: ids };
    for unit in units.iter() {
        let factors = || {
            Ok::<_, Error>((
                over(&unit.heat_emissions, &delivered(unit, processes)?)?,
                over(&unit.electricity_emissions, &unit.mwh)?,
            ))
        };
        let factors = faults.take(&unit.at, factors())?;
        supply.units.insert(&unit.id, factors);
    }
    let mut all = Vec::new();
    for process in processes {
        let mut terms = Vec::new();
        let result = from_sources(sources, &process.id);
        terms.extend(faults.take(&process.at, result).unwrap_or_default());
        terms.extend(process.stated.iter().map(|entry| {
            Term::new("stated", &entry.name, &entry.at, entry.t_co2e.clone(), "as stated".into())
        }));
        terms.extend(heat(faults, &supply, process));
        for other in processes {
            terms.extend(given(faults, law, other, &process.id));
        }
        terms.extend(waste_gas(law, faults, &supply, process));
        for made in &process.generated {
            let Some(factor) = &made.factor else { continue };
            let formula = format!("−{} MWh × {factor} t/MWh", made.quantity);
            let value = made.quantity.try_mul(factor).map(|value| value.negated());
            let value = faults.take(&made.at, value);
            terms.extend(value.map(|value| Term::new("electricity-produced", "", &made.at, value, formula)));
        }
        let electricity: Vec<Term> = electricity(law, faults, &supply, process);
        let sum =
            |terms: &[Term]| terms.iter().try_fold(Fraction::zero(), |sum, term| sum.try_add(&term.t_co2e));
        let direct = faults.take(&process.at, sum(&terms))?;
        let indirect = faults.take(&process.at, sum(&electricity))?;
        let mwh =
            process.electricity.iter().try_fold(Fraction::zero(), |sum, use_| sum.try_add(&use_.quantity));
        let mwh = faults.take(&process.at, mwh)?;
        // The floor is a rule of the definitive period: before, attributed emissions could be negative.
        let floored = direct.is_negative() && !law.regime().is_transitional();
        if direct.is_negative() && !floored {
            let message = format!("attributed emissions are below zero: {direct} t CO2e");
            faults
                .info(Code::AttributionNegative, &process.at, message)
                .rule("Implementing Regulation (EU) 2023/1773, Annex III, section F, as the communication template 2.1.1 computes it: no floor; from 2026 on attributed emissions are not below zero")
                .help("check what goes out: heat, waste gas and electricity take off more than the process emits");
        }
        if floored {
            let message = format!("attributed emissions of {direct} t CO2e count as zero");
            faults
                .warning(Code::AttributionFloored, &process.at, message)
                .rule("Implementing Regulation (EU) 2025/2547, Annex III A, equation 55: attributed emissions are not below zero")
                .help("check what goes out: heat, waste gas and electricity take off more than the process emits");
        }
        let direct = if floored { Fraction::zero() } else { direct };
        all.push(Attributed { terms, direct, floored, mwh, indirect, electricity });
    }
    (faults.errors() == before).then_some(all)
}

fn over(above: &Fraction, below: &Fraction) -> Result<Fraction, Error> {
    if below.is_zero() { Ok(Fraction::zero()) } else { above.try_div(below) }
}

/// Heat that a unit gives to processes and out of the installation, in TJ.
fn delivered(unit: &EnergyUnit, processes: &[Process<'_>]) -> Result<Fraction, Error> {
    let uses = processes.iter().flat_map(|process| &process.heat);
    let mut uses = uses.filter(|entry| !entry.out && entry.with == unit.id);
    uses.try_fold(unit.exported_heat_tj.clone(), |sum, entry| sum.try_add(&entry.quantity))
}

/// Compares what units make with what is taken of it, and shows what those who take it carry.
fn deliver(faults: &mut Faults, units: &mut [EnergyUnit], processes: &[Process<'_>]) {
    for unit in units {
        let heat = delivered(unit, processes);
        let uses = processes.iter().flat_map(|process| &process.electricity);
        let mut uses = uses.filter(|entry| entry.with == unit.id);
        let power = uses.try_fold(unit.exported_mwh.clone(), |sum, entry| sum.try_add(&entry.quantity));
        let (Some(heat), Some(power)) = (faults.take(&unit.at, heat), faults.take(&unit.at, power)) else {
            continue;
        };
        for (taken, made, what) in
            [(&heat, &unit.heat_tj, "TJ of heat"), (&power, &unit.mwh, "MWh of electricity")]
        {
            if taken > made {
                let message =
                    format!("{taken} {what} are taken of `{}`, which makes {made}", shown(&unit.id));
                faults
                    .error(Code::FlowsExceedOutput, &unit.at, message)
                    .help("correct what the unit makes or what is taken of it; energy from elsewhere has an entry of its own");
            } else if taken < made && !processes.is_empty() {
                let left = made.try_sub(taken).map(|left| left.to_string()).unwrap_or_default();
                let message = format!("{left} {what} of `{}` are taken by nobody", shown(&unit.id));
                let said = faults.warning(Code::EnergyUnattributed, &unit.at, message);
                if what.starts_with("TJ") && !taken.is_zero() {
                    said.rule("Implementing Regulation (EU) 2025/2547, Annex II C: losses of heat belong to those who use it, in proportion")
                        .help("nothing, if these are losses: those who take heat carry them; else name who takes it");
                } else {
                    said.help(
                        "name who takes it, or what leaves the installation; its emissions are in no good",
                    );
                }
            }
        }
        let factor = over(&unit.heat_emissions, &heat);
        let exported = factor.clone().and_then(|factor| factor.try_mul(&unit.exported_heat_tj));
        if let (Some(factor), Some(exported)) =
            (faults.take(&unit.at, factor), faults.take(&unit.at, exported))
        {
            unit.shown.delivered_tj = heat.to_string();
            if !heat.is_zero() {
                unit.shown.delivered_t_co2e_per_tj = factor.to_string();
            }
            unit.shown.exported_heat_t_co2e = exported.to_string();
        }
    }
}

/// The parts of sources that a process takes.
fn from_sources(sources: &[Source], id: &str) -> Result<Vec<Term>, Error> {
    let mut terms = Vec::new();
    for source in sources {
        for share in source.shares.iter().filter(|share| share.to == id) {
            let value = source.counted.try_mul(&share.share)?;
            let formula = format!("{} t × {}", source.counted, share.share);
            terms.push(Term::new("source", &source.id, &source.at, value, formula));
        }
    }
    Ok(terms)
}

/// Heat that comes in, and heat that goes out.
fn heat(faults: &mut Faults, supply: &Supply<'_>, process: &Process<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for entry in &process.heat {
        let unit = supply.units.get(entry.with.as_str()).filter(|_| !entry.out);
        let factor = match (unit, &entry.factor) {
            (Some(_), Some(_)) => {
                faults
                    .error(
                        Code::ParameterUnused,
                        &entry.at.key("t_co2e_per_tj"),
                        "heat of an energy unit has the factor of the unit",
                    )
                    .help("leave the factor out");
                continue;
            }
            (Some((factor, _)), None) => factor.clone(),
            (None, Some(factor)) => factor.clone(),
            (None, None) => {
                faults
                    .error(
                        Code::MissingValue,
                        &entry.at.key("t_co2e_per_tj"),
                        "the emission factor of the heat (t CO2e/TJ) is missing",
                    )
                    .help("ask the supplier; heat that is recovered without fuel has 0");
                continue;
            }
        };
        if !entry.out && supply.processes.contains(&entry.with.as_str()) {
            faults
                .error(
                    Code::DoubleCount,
                    &entry.at.key("with"),
                    "heat of another process is stated where it goes out",
                )
                .help("leave this entry out, and name this process in the entry `out` of the other one");
            continue;
        }
        terms.extend(exchanged(faults, entry, "heat", &factor));
    }
    terms
}

/// A term of energy in TJ times a factor; what goes out is taken off.
fn exchanged(faults: &mut Faults, entry: &Exchange, what: &str, factor: &Fraction) -> Option<Term> {
    let (way, sign) = if entry.out { ("out", "−") } else { ("in", "") };
    let value = faults.take(&entry.at, entry.quantity.try_mul(factor))?;
    let value = if entry.out { value.negated() } else { value };
    let formula = format!("{sign}{} TJ × {factor} t/TJ", entry.quantity);
    Some(Term::new(&format!("{what}-{way}"), &entry.with, &entry.at, value, formula))
}

/// What another process gives to this one: heat with its factor, waste gas as natural gas.
fn given(faults: &mut Faults, law: &Law<'_>, other: &Process<'_>, id: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let turned = |entry: &Exchange| Exchange { out: false, with: other.id.clone(), ..entry.clone() };
    for entry in other.heat.iter().filter(|entry| entry.out && entry.with == id) {
        if let Some(factor) = &entry.factor {
            terms.extend(exchanged(faults, &turned(entry), "heat", factor));
        }
    }
    for entry in other.waste_gas.iter().filter(|entry| entry.out && entry.with == id) {
        if let Some(factor) = faults.take(&entry.at, law.parameter("natural-gas-emission-factor")) {
            terms.extend(exchanged(faults, &turned(entry), "waste-gas", &factor));
        }
    }
    terms
}

/// Waste gas counts as natural gas; whoever gives it away keeps a third of that.
fn waste_gas(law: &Law<'_>, faults: &mut Faults, supply: &Supply<'_>, process: &Process<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for entry in &process.waste_gas {
        if !entry.out && supply.processes.contains(&entry.with.as_str()) {
            faults
                .error(
                    Code::DoubleCount,
                    &entry.at.key("with"),
                    "waste gas of another process is stated where it goes out",
                )
                .help("leave this entry out, and name this process in the entry `out` of the other one");
            continue;
        }
        let factor = law.parameter("natural-gas-emission-factor").and_then(|factor| match entry.out {
            true => factor.try_mul(&law.parameter("waste-gas-export-correction")?),
            false => Ok(factor),
        });
        if let Some(factor) = faults.take(&entry.at, factor) {
            terms.extend(exchanged(faults, entry, "waste-gas", &factor));
        }
    }
    terms
}

/// Why an electricity factor is what it is; those of the transitional regime follow the others.
const BASES: [&str; 8] =
    ["grid-default", "direct-link", "ppa", "grid-other", "own", "own-chp", "mix", "unspecified"];
const OLD_BASES: [&str; 5] = ["grid-other", "own", "own-chp", "mix", "unspecified"];

/// Electricity that a process uses.
fn electricity(law: &Law<'_>, faults: &mut Faults, supply: &Supply<'_>, process: &Process<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for entry in &process.electricity {
        let unit = supply.units.get(entry.with.as_str());
        let factor = match (unit, &entry.factor) {
            (Some(_), Some(_)) => {
                faults
                    .error(
                        Code::ParameterUnused,
                        &entry.at.key("t_co2e_per_mwh"),
                        "electricity of an energy unit has the factor of the unit",
                    )
                    .help("leave the factor out");
                continue;
            }
            (Some((_, factor)), None) => factor.clone(),
            (None, factor) => {
                let basis = read::word(
                    faults,
                    &entry.basis,
                    &BASES,
                    &entry.at.key("basis"),
                    "the basis of the factor",
                );
                if let Some(word) = basis.filter(|word| OLD_BASES.contains(word))
                    && !law.regime().is_transitional()
                {
                    let message = format!("`{word}` is a basis of the transitional regime");
                    faults
                        .warning(Code::BasisNotAllowed, &entry.at.key("basis"), message)
                        .rule("Implementing Regulation (EU) 2025/2547, Annex II D: the grid value, a direct technical link, or a power purchase agreement; electricity of the installation itself is that of an energy unit")
                        .help("name an energy unit of the document, or state what the factor is based on");
                }
                if factor.is_none() {
                    faults
                        .error(Code::MissingValue, &entry.at.key("t_co2e_per_mwh"), "the emission factor (t CO2e/MWh) is missing")
                        .rule("Implementing Regulation (EU) 2025/2547, Annex II D: the default is the grid value of Implementing Regulation (EU) 2025/2621, Annex II; an actual value needs a direct technical link or a power purchase agreement")
                        .help("write the grid value of the country; those of the act are not shipped because their licence forbids it");
                }
                match (basis, factor) {
                    (Some(_), Some(factor)) => factor.clone(),
                    _ => continue,
                }
            }
        };
        let value = entry.quantity.try_mul(&factor);
        let Some(value) = faults.take(&entry.at, value) else { continue };
        let formula = format!("{} MWh × {factor} t/MWh", entry.quantity);
        terms.push(Term::new("electricity", &entry.with, &entry.at, value, formula));
    }
    terms
}
