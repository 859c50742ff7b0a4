//! Point 1.2: the 16 items of the summary, which an operator may hand to importers instead of the whole report. They are
//! numbered and worded apart from the full report's.

use super::common::{self, per};
use super::draft::{Draft, at, of};
use super::{Facts, electricity, precursors};
use crate::error::Error;
use crate::number::Fraction;
use crate::wire::v1;

/// Point 1.2.
pub(super) fn items(facts: &Facts<'_>, draft: &mut Draft) -> Result<(), Error> {
    draft.item("1.2", "1");
    common::operator(facts, draft);
    draft.item("1.2", "2");
    common::installation(facts, draft, ["a", "b", "c", "d", "e"]);
    draft.item("1.2", "3");
    common::processes(facts, draft);
    for good in &facts.figures.goods {
        draft.give("good", of(&good.process, &facts.place(good)), &facts.called(good), "");
    }
    draft.item("1.2", "4");
    for (index, good) in facts.figures.goods.iter().enumerate() {
        emissions(facts, draft, (good, facts.allocations.get(index)))?;
    }
    draft.item("1.2", "5");
    draft.give("direct-emissions", at("/streams"), &facts.figures.totals.direct_whole_t_co2e, "t CO2e");
    for process in &facts.figures.processes {
        let about = if process.name.is_empty() { &process.id } else { &process.name };
        draft.give("attributed-direct", of(about, &process.path), &process.direct_t_co2e, "t CO2e");
    }
    draft.item("1.2", "6");
    if facts.indirect() {
        let mut processes = facts.figures.processes.iter();
        let sum = processes.try_fold(Fraction::zero(), |sum, process| {
            sum.try_add(&crate::cbam::figures::fraction(&process.indirect_t_co2e)?)
        })?;
        draft.give("indirect-emissions", at("/processes"), &sum.to_string(), "t CO2e");
    }
    draft.item("1.2", "7");
    common::heat(facts, draft, false);
    draft.item("1.2", "8");
    common::zero_rated(facts, draft);
    draft.item("1.2", "9");
    common::waste_gases(facts, draft, false);
    draft.item("1.2", "10");
    common::transfers(facts, draft, false);
    draft.item("1.2", "11");
    electricity::made(facts, draft);
    draft.item("1.2", "12");
    precursors::by_default(facts, draft)?;
    draft.item("1.2", "13");
    precursors::by_actual(facts, draft);
    draft.item("1.2", "14");
    precursors::averages(facts, draft, true);
    draft.item("1.2", "15");
    precursors::averages(facts, draft, false);
    draft.item("1.2", "16");
    precursors::origins(facts, draft);
    Ok(())
}

/// Item 4: what a good carries, and what is allocated free of charge.
fn emissions(
    facts: &Facts<'_>,
    draft: &mut Draft,
    (good, allocation): (&v1::CbamGoodResult, Option<&v1::CbamAllocation>),
) -> Result<(), Error> {
    let (about, path) = (facts.called(good), facts.place(good));
    let place = of(&about, &path);
    draft.part("a");
    draft.give("see-direct", place, &good.see_direct, &per(&good.functional_unit));
    draft.part("b");
    draft.give("default-share", place, &good.default_share, "1");
    if good.indirect_counts {
        draft.part("c");
        electricity::shares(facts, draft, good, false)?;
    }
    if good.functional_unit == "kWh" {
        draft.part("d");
        electricity::imported(facts, draft, good, false);
        return Ok(());
    }
    let Some(allocation) = allocation else { return Ok(()) };
    draft.part("e");
    if allocation.sefa_t_co2e.is_empty() {
        let process = facts.request.processes.iter().position(|process| process.id == good.process);
        let open = process.and_then(|at| Some((at, facts.request.processes.get(at)?)));
        let open = open.filter(|(_, process)| process.benchmark_route.is_empty());
        let path = open.map_or_else(|| path.clone(), |(at, _)| format!("/processes/{at}/benchmark_route"));
        draft.miss("sefa", of(&about, &path), &allocation.missing);
        return Ok(());
    }
    draft.give("sefa", place, &allocation.sefa_t_co2e, &per("t"));
    draft.part("f");
    for part in &allocation.parts {
        let about = format!("{about}: {}", part.cn_code);
        let note = match part.benchmark.as_str() {
            "" => part.note.clone(),
            benchmark => format!(
                "{benchmark}; {} t/t; factor {} × {}",
                part.t_per_t, part.cbam_factor, part.correction_factor
            ),
        };
        let value = if part.benchmark.is_empty() { &part.sefa_t_co2e } else { &part.benchmark_t_co2e };
        draft.say("benchmark", of(&about, &path), (value, &per("t")), &note);
    }
    Ok(())
}
