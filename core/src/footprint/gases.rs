//! What the sources of a footprint emit, gas by gas, in kilograms (METHODS M-301).
//!
//! A source that says gases is kept as gases; one that only says CO2 equivalent is kept as that, with the GWP set it was worked
//! out with. So nothing is counted twice, and nothing is taken for a gas that is none.

use std::collections::BTreeMap;

use super::sums::PARTS;
use crate::error::{Code, Error};
use crate::gas::{Family, Gas, GasTable, GwpLock};
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// Decimals of masses that are rounded for reading.
pub(super) const PLACES: u32 = 18;

/// Where a mass belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Member {
    /// A part of the total without uptake, by its place among [`PARTS`].
    Part(usize),
    /// CO2 that the product has taken up, in the total with uptake alone.
    Uptake,
    /// Outside of both totals: CO2 of biomass that is burnt, gases that the profile does not count.
    Outside,
}

impl Member {
    /// As the document names it; empty outside of the totals.
    fn name(self) -> &'static str {
        match self {
            Member::Part(at) => PARTS.get(at).copied().unwrap_or_default(),
            Member::Uptake => "biogenicCO2Uptake",
            Member::Outside => "",
        }
    }
}

/// A gas that a source emits.
#[derive(Clone, Debug)]
pub(super) struct Emission {
    pub(super) member: Member,
    pub(super) gas: Gas,
    /// The factor, or the source of what was bought.
    pub(super) factor: String,
    /// Below 0 for what is removed.
    pub(super) kg: Fraction,
    /// Kilograms of CO2e of a kilogram; 0 outside of the totals.
    pub(super) gwp: Fraction,
}

/// What emissions do together.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn co2e(emissions: &[Emission]) -> Result<Fraction, Error> {
    let mut sum = Fraction::zero();
    for one in emissions {
        sum = sum.try_add(&one.kg.try_mul(&one.gwp)?)?;
    }
    Ok(sum)
}

/// Emissions of a good whose parts are stated in CO2e alone.
pub(super) fn stated(parts: Vec<Fraction>, lock: GwpLock, source: &str) -> Vec<Emission> {
    let said = parts.into_iter().enumerate().filter(|(_, kg)| !kg.is_zero());
    said.map(|(at, kg)| Emission {
        member: Member::Part(at),
        gas: Gas::co2e(lock),
        factor: source.to_owned(),
        kg,
        gwp: Fraction::one(),
    })
    .collect()
}

/// The GWP set that figures name.
///
/// # Errors
/// `UNKNOWN_VALUE`.
pub(super) fn lock(text: &str, path: &str) -> Result<GwpLock, Error> {
    match text {
        "" => Ok(GwpLock::Unstated),
        text => GwpLock::parse(text).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("GWP set `{text}` is not known"))
                .with_help("name one of AR4, AR5, AR6, or none if the source does not say it")
                .at(path.to_owned())
        }),
    }
}

/// Masses of the declared amount by where they belong.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<(Member, Gas), (Fraction, Fraction)>);

impl Tally {
    /// Adds emissions of a source that runs so often.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn add(&mut self, emissions: &[Emission], runs: &Fraction) -> Result<(), Error> {
        for one in emissions {
            let zero = (Fraction::zero(), one.gwp.clone());
            let (kg, _) = self.0.entry((one.member, one.gas)).or_insert(zero);
            *kg = kg.try_add(&one.kg.try_mul(runs)?)?;
        }
        Ok(())
    }

    /// Adds what the product holds: CO2 that plants took out of the air, below 0.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn take_up(&mut self, kg: Fraction) -> Result<(), Error> {
        let factor = String::new();
        let one =
            Emission { member: Member::Uptake, gas: Gas::CO2_BIOGENIC, factor, kg, gwp: Fraction::one() };
        self.add(&[one], &Fraction::one())
    }

    /// The parts of the total, in the order of [`PARTS`].
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn parts(&self) -> Result<Vec<Fraction>, Error> {
        let mut parts = vec![Fraction::zero(); PARTS.len()];
        for ((member, _), (kg, gwp)) in &self.0 {
            if let Member::Part(at) = member
                && let Some(part) = parts.get_mut(*at)
            {
                *part = part.try_add(&kg.try_mul(gwp)?)?;
            }
        }
        Ok(parts)
    }

    /// CO2 of biomass that is burnt, outside of the totals.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn biogenic(&self, gases: &GasTable) -> Result<Fraction, Error> {
        let mut sum = Fraction::zero();
        for ((member, gas), (kg, _)) in &self.0 {
            if *member == Member::Outside && gases.info(*gas).family == Family::Co2 {
                sum = sum.try_add(kg)?;
            }
        }
        Ok(sum)
    }

    /// As the answer says it, in the order of the document's members, then of the table of gases.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn shown(&self, gases: &GasTable) -> Result<Vec<v1::FootprintGas>, Error> {
        let some = self.0.iter().filter(|(_, (kg, _))| !kg.is_zero());
        let shown = some.map(|((member, gas), (kg, gwp))| {
            let effect = Some(kg.try_mul(gwp)?).filter(|_| *member != Member::Outside);
            Ok(v1::FootprintGas {
                member: member.name().into(),
                gas: gases.info(*gas).name.to_string(),
                exact_kg: kg.to_string(),
                kg: kg.rounded(PLACES, Ties::HalfEven),
                gwp: effect.as_ref().map(|_| gwp.to_string()).unwrap_or_default(),
                exact_kg_co2e: effect.as_ref().map(Fraction::to_string).unwrap_or_default(),
                kg_co2e: effect.map(|effect| effect.rounded(PLACES, Ties::HalfEven)).unwrap_or_default(),
            })
        });
        shown.collect()
    }
}

/// What a source emits, and how much of it is in the declared amount.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn of_source(
    emissions: &[Emission],
    gases: &GasTable,
    runs: &Fraction,
) -> Result<Vec<v1::FootprintSourceGas>, Error> {
    let some = emissions.iter().filter(|one| !one.kg.is_zero());
    let shown = some.map(|one| {
        Ok(v1::FootprintSourceGas {
            member: one.member.name().into(),
            gas: gases.info(one.gas).name.to_string(),
            factor: one.factor.clone(),
            whole_kg: one.kg.to_string(),
            kg: one.kg.try_mul(runs)?.rounded(PLACES, Ties::HalfEven),
        })
    });
    shown.collect()
}
