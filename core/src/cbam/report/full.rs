//! Point 1.1: the 35 items of the full report, and point 1.1.1.

use super::common::{self, FIVE, called, per};
use super::draft::{Draft, at, of};
use super::{Facts, electricity, precursors};
use crate::cbam::figures::{fraction, given_good};
use crate::error::Error;
use crate::number::Fraction;
use crate::order::Order;
use crate::wire::v1;

/// Point 1.1 and its addendum.
pub(super) fn items(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    draft.item("1.1", "1");
    common::operator(facts, draft);
    common::installation(facts, draft, ["d"; 5]);
    monitoring(facts, draft)?;
    draft.item("1.1", "3");
    electricity::sources(facts, draft)?;
    draft.item("1.1", "4");
    electricity::made(facts, draft);
    draft.item("1.1", "5");
    common::waste_gases(facts, draft, true);
    draft.item("1.1", "6");
    common::transfers(facts, draft, true);
    draft.item("1.1", "7");
    draft.give("direct-emissions", at("/streams"), &facts.figures.totals.direct_whole_t_co2e, "t CO2e");
    draft.item("1.1", "8");
    draft.if_said("months", at("/statements/months"), &facts.request.statements.months);
    electricity::quantities(facts, draft)?;
    made(facts, draft)?;
    draft.item("1.1", "15");
    for good in &facts.figures.goods {
        emissions(facts, draft, good)?;
    }
    sources(facts, draft);
    draft.item("1.1", "17");
    balance(facts, draft);
    draft.item("1.1", "18");
    precursors::by_installation(facts, draft, true)?;
    draft.item("1.1", "19");
    precursors::by_process(facts, draft, true);
    draft.item("1.1", "20");
    precursors::by_installation(facts, draft, false)?;
    draft.item("1.1", "21");
    precursors::by_process(facts, draft, false);
    draft.item("1.1", "22");
    precursors::by_default(facts, draft)?;
    draft.item("1.1", "23");
    precursors::by_actual(facts, draft);
    draft.item("1.1", "24");
    precursors::averages(facts, draft, true);
    draft.item("1.1", "25");
    precursors::averages(facts, draft, false);
    draft.item("1.1", "26");
    electricity::by_process(facts, draft);
    draft.item("1.1", "27");
    precursors::by_process(facts, draft, true);
    draft.item("1.1", "28");
    precursors::origins(facts, draft);
    draft.item("1.1", "29");
    attribution(facts, draft);
    draft.item("1.1", "30");
    levels(facts, draft);
    draft.item("1.1", "31");
    in_functional_units(facts, draft)?;
    draft.item("1.1", "32");
    electricity::factors(facts, draft, &["direct-link"]);
    draft.item("1.1", "33");
    electricity::factors(facts, draft, &["ppa"]);
    routes(facts, draft)?;
    draft.item("1.1", "35");
    for (process, path) in facts.processes() {
        for (index, good) in process.goods.iter().enumerate() {
            common::parameters(facts, draft, good, &format!("{path}/goods/{index}"));
        }
    }
    electricity::addenda(facts, draft);
    Ok(())
}

/// The largest by a figure, as many as are asked for; none that are zero.
fn largest<T>(all: impl Iterator<Item = T>, size: impl Fn(&T) -> String) -> Vec<T> {
    let read = |item: T| (Fraction::parse(&size(&item)).unwrap_or_else(Fraction::zero), item);
    let mut sized: Vec<(Fraction, T)> = all.map(read).filter(|(size, _)| !size.is_zero()).collect();
    // A stable sort: equal ones stay in the order of the document.
    sized.order_by(|(a, _), (b, _)| b.cmp(a));
    sized.into_iter().take(FIVE).map(|(_, item)| item).collect()
}

/// Item 2: what the monitoring plan covers.
fn monitoring(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    let said = &facts.request.statements;
    draft.item("1.1", "2");
    draft.part("a");
    common::processes(facts, draft);
    draft.part("b");
    draft.list(
        "other-process",
        "/statements/other_processes",
        said.other_processes.as_deref(),
        |draft, name, path| {
            draft.need("other-process", at(path), name);
        },
    );
    draft.part("c");
    for (process, _) in facts.processes() {
        let goods = facts.figures.goods.iter().filter(|good| good.process == process.id);
        for good in largest(goods, |good| good.quantity.clone()) {
            draft.give("good", of(&called(process), &facts.place(good)), &facts.called(good), "");
        }
    }
    draft.part("d");
    let energy = |source: &&v1::CbamSource| {
        let sum = fraction(&source.fossil_tj).and_then(|tj| tj.try_add(&fraction(&source.biomass_tj)?));
        sum.map_or_else(|_| String::new(), |tj| tj.to_string())
    };
    let fuels = facts.figures.sources.iter().filter(|source| source.method == "combustion");
    for fuel in largest(fuels, energy) {
        draft.give("fuel", of(name(fuel), &fuel.path), &energy(&fuel), "TJ");
    }
    draft.part("e");
    let emitted = |source: &&v1::CbamSource| source.t_co2e.trim_start_matches('-').to_owned();
    let materials =
        facts.figures.sources.iter().filter(|source| ["process", "mass-balance"].contains(&&*source.method));
    for material in largest(materials, emitted) {
        draft.give("material", of(name(material), &material.path), &material.t_co2e, "t CO2e");
    }
    draft.part("f");
    let measured = facts.figures.sources.iter().filter(|source| source.method == "measurement");
    for source in largest(measured, emitted) {
        let gas = facts.request.measurements.iter().find(|given| given.id == source.id);
        draft.say(
            "measured",
            of(name(source), &source.path),
            (&source.t_co2e, "t CO2e"),
            gas.map_or("", |gas| &gas.gas),
        );
    }
    draft.part("g");
    common::zero_rated(facts, draft);
    draft.part("h");
    common::heat(facts, draft, true);
    Ok(())
}

/// How a source is called in statements.
fn name(source: &v1::CbamSource) -> &str {
    if source.name.is_empty() { &source.id } else { &source.name }
}

/// Items 13 and 14: goods, and what is made beside them.
fn made(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    draft.item("1.1", "13");
    for good in &facts.figures.goods {
        let unit = if good.functional_unit == "kWh" { "MWh" } else { "t" };
        let about = format!("{}: {}", good.process, facts.called(good));
        draft.give("quantity", of(&about, &facts.place(good)), &good.quantity, unit);
    }
    draft.item("1.1", "14");
    let other = facts.request.statements.other_goods.as_deref();
    draft.list("other-good", "/statements/other_goods", other, |draft, good, path| {
        let about = format!("{}: {}", good.process, good.name);
        draft.need("other-good", of(&about, path), &good.name);
        if !good.quantity_t.is_empty() {
            draft.give("quantity", of(&about, path), &good.quantity_t, "t");
        }
    });
    for (process, path) in facts.processes() {
        for (index, by_product) in process.by_products.iter().enumerate() {
            let path = format!("{path}/by_products/{index}");
            let about = format!("{}: {}", process.id, by_product.name);
            draft.say("by-product", of(&about, &path), (&by_product.quantity_t, "t"), &by_product.kind);
        }
    }
    Ok(())
}

/// Item 15: what a good carries.
fn emissions(facts: &Facts<'_>, draft: &mut Draft, good: &v1::CbamGoodResult) -> Result<(), Error> {
    let (about, path) = (facts.called(good), facts.place(good));
    let place = of(&about, &path);
    draft.part("a");
    draft.give("see-direct", place, &good.see_direct, &per(&good.functional_unit));
    let content = given_good(facts.request, good).map_or("", |(_, given)| given.content.as_str());
    if !content.is_empty() {
        draft.part("b");
        draft.say("see-direct", place, (&good.see_direct_per_t, &per("t")), &format!("content {content}"));
    }
    draft.part("c");
    let by_default = fraction(&good.default_share)?;
    draft.give(
        "data",
        place,
        if by_default.is_zero() { "monitoring only" } else { "default values in part" },
        "",
    );
    draft.part("d");
    draft.give("default-share", place, &good.default_share, "1");
    if good.indirect_counts {
        draft.part("e");
        electricity::shares(facts, draft, good, true)?;
    }
    if good.functional_unit == "kWh" {
        draft.part("f");
        electricity::imported(facts, draft, good, true);
    }
    Ok(())
}

/// Item 16: every source with its figures.
fn sources(facts: &Facts<'_>, draft: &mut Draft) {
    draft.item("1.1", "16");
    for source in &facts.figures.sources {
        let part = match &*source.method {
            "combustion" | "process" | "mass-balance" => "a",
            "measurement" => "b",
            "transfer" => "d",
            _ => "c",
        };
        draft.part(part);
        let place = of(name(source), &source.path);
        if !source.activity_data.is_empty() {
            draft.say("activity-data", place, (&source.activity_data, &source.unit), &source.quantity_from);
        }
        for factor in &source.factors {
            let how = [&factor.factor, &factor.determination, &factor.source].map(String::as_str);
            let how: Vec<&str> = how.into_iter().filter(|word| !word.is_empty()).collect();
            draft.say("factor", place, (&factor.value, &factor.unit), &how.join(", "));
        }
        draft.say("emissions", place, (&source.t_co2e, "t CO2e"), &source.formula);
    }
    draft.part("c");
    for (process, path) in facts.processes() {
        for (index, stated) in process.direct.iter().enumerate() {
            let path = format!("{path}/direct/{index}");
            draft.say("emissions", of(&stated.name, &path), (&stated.t_co2e, "t CO2e"), &stated.source);
            draft.need("source", of(&stated.name, &format!("{path}/source")), &stated.source);
        }
    }
    draft.part("e");
    let gaps = facts.request.statements.data_gaps.as_deref();
    draft.list("data-gap", "/statements/data_gaps", gaps, |draft, gap, path| {
        draft.need("data-gap", at(path), gap)
    });
}

/// Item 17: heat, waste gases and electricity across the boundary of each process.
fn balance(facts: &Facts<'_>, draft: &mut Draft) {
    for (process, path) in facts.processes() {
        let about = called(process);
        for (index, heat) in process.heat.iter().enumerate() {
            let what = if heat.direction == "in" { "heat-in" } else { "heat-out" };
            draft.say(what, of(&about, &format!("{path}/heat/{index}")), (&heat.tj, "TJ"), &heat.with);
        }
        for (index, gas) in process.waste_gas.iter().enumerate() {
            let what = if gas.direction == "in" { "waste-gas-in" } else { "waste-gas-out" };
            let figure = if gas.tj.is_empty() { (&*gas.knm3, "1000 Nm3") } else { (&*gas.tj, "TJ") };
            draft.say(what, of(&about, &format!("{path}/waste_gas/{index}")), figure, &gas.with);
        }
        for (index, used) in process.electricity.iter().enumerate() {
            let place = format!("{path}/electricity/{index}");
            draft.say("electricity-used", of(&about, &place), (&used.mwh, "MWh"), &used.from);
        }
        for (index, made) in process.electricity_produced.iter().enumerate() {
            let place = format!("{path}/electricity_produced/{index}");
            draft.say("electricity-produced", of(&about, &place), (&made.mwh, "MWh"), &made.source);
        }
    }
}

/// Item 29: the terms of equation 55, and electricity.
fn attribution(facts: &Facts<'_>, draft: &mut Draft) {
    for process in &facts.figures.processes {
        let about = if process.name.is_empty() { &process.id } else { &process.name };
        for term in &process.terms {
            let note = format!("{} {}: {}", term.term, term.with, term.formula);
            draft.say("attributed-direct", of(about, &term.path), (&term.t_co2e, "t CO2e"), &note);
        }
        if process.indirect_counts {
            let figure = (process.indirect_t_co2e.as_str(), "t CO2e");
            draft.say(
                "attributed-indirect",
                of(about, &process.path),
                figure,
                &format!("{} MWh", process.electricity_mwh),
            );
        }
    }
}

/// Item 30: activity level and attributed emissions.
fn levels(facts: &Facts<'_>, draft: &mut Draft) {
    for process in &facts.figures.processes {
        let about = if process.name.is_empty() { &process.id } else { &process.name };
        let place = of(about, &process.path);
        draft.give("activity-level", place, &process.activity_level, &process.functional_unit);
        let note = if process.floored { "below zero, set to zero" } else { "" };
        draft.say("attributed-direct", place, (&process.direct_t_co2e, "t CO2e"), note);
        draft.give("attributed-indirect", place, &process.indirect_t_co2e, "t CO2e");
    }
}

/// A quantity of a good in its functional unit.
fn functional(good: &v1::CbamGoodResult) -> Result<String, Error> {
    Ok(fraction(&good.quantity)?.try_mul(&fraction(&good.functional_units_per_t)?)?.to_string())
}

/// Item 31: goods in functional units, and what joint processes make and use up.
fn in_functional_units(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    for good in &facts.figures.goods {
        draft.give(
            "quantity",
            of(&facts.called(good), &facts.place(good)),
            &functional(good)?,
            &good.functional_unit,
        );
    }
    for (process, path) in facts.processes() {
        draft.if_said("covers", of(&called(process), &format!("{path}/covers")), &process.covers.join(", "));
    }
    Ok(())
}

/// Item 34: quantities by route.
fn routes(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    draft.item("1.1", "34");
    for good in &facts.figures.goods {
        let given = facts.request.processes.iter().find(|process| process.id == good.process);
        let route = given.map(|process| process.routes.join(", ")).unwrap_or_default();
        let (about, path) = (facts.called(good), facts.place(good));
        draft.part("a");
        draft.say("quantity", of(&about, &path), (&functional(good)?, &good.functional_unit), &route);
    }
    for process in facts.figures.processes.iter().filter(|process| process.functional_unit != "t") {
        draft.part("b");
        let about = if process.name.is_empty() { &process.id } else { &process.name };
        draft.give("quantity", of(about, &process.path), &process.activity_level, &process.functional_unit);
    }
    Ok(())
}
