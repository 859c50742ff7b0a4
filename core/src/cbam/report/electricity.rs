//! Electricity: where it comes from, by which factors, and how much of the indirect emissions rests on actual ones
//! (METHODS M-151).

use std::collections::BTreeMap;

use super::Facts;
use super::common::{called, identity};
use super::draft::{Draft, at, of};
use crate::cbam::figures::fraction;
use crate::error::Error;
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// Decimals of shares.
const SHARES: u32 = 6;
/// The basis of a factor of the grid; every other one is an actual value.
const GRID: &str = "grid-default";

/// A figure of the document; nothing where it cannot be read, because then a finding tells it.
fn number(text: &str) -> Fraction {
    Fraction::parse(text.trim()).unwrap_or_else(Fraction::zero)
}

/// Electricity used, by source.
fn by_source<'f>(facts: &Facts<'f>, counting: bool) -> Result<BTreeMap<&'f str, Fraction>, Error> {
    let mut sources: BTreeMap<&str, Fraction> = BTreeMap::new();
    for (process, _) in facts.processes() {
        if counting && !counts(facts, &process.id) {
            continue;
        }
        for used in &process.electricity {
            let sum = sources.entry(&used.from).or_insert_with(Fraction::zero);
            *sum = sum.try_add(&number(&used.mwh))?;
        }
    }
    Ok(sources)
}

/// Whether indirect emissions of a process count.
fn counts(facts: &Facts<'_>, process: &str) -> bool {
    facts.figures.processes.iter().any(|known| known.id == process && known.indirect_counts)
}

/// Where electricity comes from.
pub(super) fn sources(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    for (from, mwh) in by_source(facts, false)? {
        draft.give("electricity-used", of(from, "/processes"), &mwh.to_string(), "MWh");
        if !facts.is_inside(from) {
            identity(facts, draft, from, "/statements/others");
        }
    }
    Ok(())
}

/// Electricity made within the installation.
pub(super) fn made(facts: &Facts<'_>, draft: &mut Draft) {
    for (index, unit) in
        facts.figures.energy_units.iter().enumerate().filter(|(_, unit)| unit.kind != "boiler")
    {
        let path = format!("/energy_units/{index}");
        let place = of(&unit.id, &path);
        draft.part(if unit.kind == "chp" { "a" } else { "b" });
        let what = if unit.kind == "chp" { "cogeneration" } else { "separate-generation" };
        draft.give(what, place, &unit.electricity_mwh, "MWh");
        draft.part("c");
        let of_unit = |source: &&v1::CbamSource| source.attribution.iter().any(|part| part.to == unit.id);
        let fuels = || facts.figures.sources.iter().filter(of_unit);
        let fossil = fuels().any(|source| source.fossil_tj != "0");
        let renewable = fuels().any(|source| source.biomass_tj != "0");
        let said = match (fossil, renewable) {
            (true, true) => "fossil and renewable",
            (false, true) => "renewable",
            _ => "fossil",
        };
        draft.give("energy-source", place, said, "");
        draft.part("d");
        let exported = facts.request.energy_units.get(index).map_or("", |given| given.exported_mwh.as_str());
        draft.give("electricity-exported", place, if exported.is_empty() { "0" } else { exported }, "MWh");
    }
    for (process, path) in facts.processes() {
        for (index, made) in process.electricity_produced.iter().enumerate() {
            draft.part("d");
            let path = format!("{path}/electricity_produced/{index}");
            draft.say("electricity-produced", of(&called(process), &path), (&made.mwh, "MWh"), &made.source);
        }
    }
}

/// Items 9 to 12: quantities, sources and factors where goods outside Annex II are made.
pub(super) fn quantities(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    let total = |sources: BTreeMap<&str, Fraction>| {
        sources.into_values().try_fold(Fraction::zero(), |sum, mwh| sum.try_add(&mwh))
    };
    let counts_here = facts.indirect();
    draft.item("1.1", "9");
    if counts_here {
        draft.give(
            "electricity-used",
            at("/processes"),
            &total(by_source(facts, false)?)?.to_string(),
            "MWh",
        );
    }
    draft.item("1.1", "10");
    if counts_here {
        draft.give("electricity-used", at("/processes"), &total(by_source(facts, true)?)?.to_string(), "MWh");
    }
    draft.item("1.1", "11");
    if counts_here {
        for from in by_source(facts, true)?.into_keys() {
            if facts.is_inside(from) {
                draft.give(
                    "other-installation",
                    of(from, "/energy_units"),
                    &facts.request.installation.name,
                    "",
                );
            } else {
                identity(facts, draft, from, "/statements/others");
            }
        }
    }
    draft.item("1.1", "12");
    for (process, path) in facts.processes() {
        for (index, used) in process.electricity.iter().enumerate() {
            let about = format!("{}, {}", called(process), used.from);
            let path = format!("{path}/electricity/{index}");
            let place = of(&about, &path);
            draft.give("electricity-used", place, &used.mwh, "MWh");
            if facts.is_inside(&used.from) {
                draft.give("country", place, &facts.request.installation.country, "");
            } else {
                let country = facts.other(&used.from).map_or("", |other| other.country.as_str());
                draft.need("country", of(&used.from, "/statements/others"), country);
                draft.say("electricity-factor", place, (&used.t_co2e_per_mwh, "t CO2e/MWh"), &used.basis);
            }
        }
        let Some(found) = facts.figures.processes.iter().find(|known| known.id == process.id) else {
            continue;
        };
        let mwh = fraction(&found.electricity_mwh)?;
        if !mwh.is_zero() {
            let factor = fraction(&found.indirect_t_co2e)?.try_div(&mwh)?;
            let about = called(process);
            draft.give(
                "electricity-factor-used",
                of(&about, &path),
                &factor.rounded(SHARES, Ties::HalfEven),
                "t CO2e/MWh",
            );
        }
    }
    Ok(())
}

/// What Article 9 asks of a good whose indirect emissions count: shares of actual and default factors, and what has to be
/// confirmed of the actual ones.
pub(super) fn shares(
    facts: &Facts<'_>,
    draft: &mut Draft,
    good: &v1::CbamGoodResult,
    evidence: bool,
) -> Result<(), Error> {
    let called = facts.called(good);
    let Some(process) = facts.request.processes.iter().position(|process| process.id == good.process) else {
        return Ok(());
    };
    let path = format!("/processes/{process}/electricity");
    let place = of(&called, &path);
    let (mut actual, mut whole) = (Fraction::zero(), Fraction::zero());
    for used in facts.request.processes.get(process).into_iter().flat_map(|process| &process.electricity) {
        let factor = facts.figures.energy_units.iter().find(|unit| unit.id == used.from);
        let factor = factor.map_or(&used.t_co2e_per_mwh, |unit| &unit.electricity_t_co2e_per_mwh);
        let part = number(&used.mwh).try_mul(&number(factor))?;
        whole = whole.try_add(&part)?;
        if used.basis != GRID {
            actual = actual.try_add(&part)?;
        }
    }
    if !whole.is_zero() {
        let share = actual.try_div(&whole)?;
        draft.give("indirect-actual", place, &share.rounded(SHARES, Ties::HalfEven), "1");
        let rest = Fraction::one().try_sub(&share)?;
        draft.give("indirect-default", place, &rest.rounded(SHARES, Ties::HalfEven), "1");
    }
    if !actual.is_zero() {
        let said = &facts.request.statements;
        draft.confirm(
            "electricity-criteria",
            at("/statements/electricity_criteria_met"),
            said.electricity_criteria_met,
        );
        if evidence {
            let path = "/statements/electricity_evidence_submitted";
            draft.confirm("electricity-evidence", at(path), said.electricity_evidence_submitted);
        }
    }
    draft.give("see-indirect", place, &good.see_indirect, &super::common::per(&good.functional_unit));
    Ok(())
}

/// What has to be confirmed of electricity that is imported into the Union.
pub(super) fn imported(facts: &Facts<'_>, draft: &mut Draft, good: &v1::CbamGoodResult, addenda: bool) {
    let path = "/statements/imported_electricity";
    let said = facts.request.statements.imported_electricity.clone().unwrap_or_default();
    let called = facts.called(good);
    let mut ask =
        |what: &str, field: &str, value| draft.confirm(what, of(&called, &format!("{path}/{field}")), value);
    ask("direct-connection", "direct_connection", said.direct_connection);
    ask("below-emission-limit", "below_emission_limit", said.below_emission_limit);
    ask("evidence-submitted", "evidence_submitted", said.evidence_submitted);
    if addenda {
        ask("addenda-sent", "addenda_sent", said.addenda_sent);
    }
    draft.give("electricity-factor", of(&called, &facts.place(good)), &good.see_direct_per_t, "t CO2e/MWh");
}

/// Point 1.1.1: an addendum for each declarant.
pub(super) fn addenda(facts: &Facts<'_>, draft: &mut Draft) {
    let path = "/statements/imported_electricity/addenda";
    let said = facts.request.statements.imported_electricity.as_ref();
    let addenda = said.map_or(&[][..], |said| &said.addenda);
    let asked = facts.makes_electricity();
    for (number, what) in [("1", "eori"), ("2", "addendum-criteria"), ("3", "electricity-imported")] {
        draft.item("1.1.1", number);
        if !asked {
            continue;
        }
        if addenda.is_empty() {
            draft.miss(what, at(path), "");
        }
        for (index, addendum) in addenda.iter().enumerate() {
            let path = format!("{path}/{index}");
            let place = of(&addendum.eori, &path);
            match number {
                "1" => draft.need(what, of("", &path), &addendum.eori),
                "2" => draft.confirm(what, place, addendum.criteria_met),
                _ if addendum.mwh.trim().is_empty() => draft.miss(what, place, ""),
                _ => draft.give(what, place, &addendum.mwh, "MWh"),
            }
        }
    }
}

/// Electricity that each process uses.
pub(super) fn by_process(facts: &Facts<'_>, draft: &mut Draft) {
    for (process, path) in facts.processes() {
        let found = facts.figures.processes.iter().find(|known| known.id == process.id);
        if let Some(found) = found.filter(|found| found.electricity_mwh != "0") {
            let path = format!("{path}/electricity");
            draft.give("electricity-used", of(&called(process), &path), &found.electricity_mwh, "MWh");
        }
    }
}

/// Factors of one basis.
pub(super) fn factors(facts: &Facts<'_>, draft: &mut Draft, bases: &[&str]) {
    for (process, path) in facts.processes() {
        for (index, used) in process.electricity.iter().enumerate() {
            if bases.contains(&&*used.basis) {
                let path = format!("{path}/electricity/{index}");
                let about = format!("{}, {}", called(process), used.from);
                let figure = (used.t_co2e_per_mwh.as_str(), "t CO2e/MWh");
                draft.say("electricity-factor", of(&about, &path), figure, &used.source);
                draft.need("source", of(&about, &format!("{path}/source")), &used.source);
            }
        }
    }
}
