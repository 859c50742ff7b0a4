//! The carbon footprint of a battery passport (METHODS M-269): kilograms for each kilowatt hour that the battery gives in its life.

use super::said::{Said, exact};
use crate::error::{Code, Error, Severity};
use crate::footprint::decimal::{Decimal, Sign};
use crate::footprint::node::{Members, Node};
use crate::number::Fraction;

/// Stages of the life of a battery; its use is none of them. The first two are what a footprint from cradle to gate holds.
const STAGES: [&str; 4] = ["RawMaterialExtraction", "MainProduction", "Distribution", "Recycling"];
const TO_THE_GATE: usize = 2;
const ENERGY: &str = "deliveredEnergyKwh";
const CLASS: &str = "carbonFootprintPerformanceClass";
const STUDY: &str = "carbonFootprintStudy";

/// What is stated beside the footprint: energy and stages of the declared amount, class and study.
pub(super) fn asks() -> Vec<&'static str> {
    STAGES.into_iter().chain([ENERGY, CLASS, STUDY]).collect()
}

/// A figure that is stated.
fn figure(said: &mut Said<'_>, name: &str, sign: Sign, missing: &str) -> Option<Fraction> {
    let path = format!("/stated/{name}");
    let Some(node) = said.stated(name) else {
        said.told.tell(
            Severity::Error,
            Code::FootprintMemberMissing,
            &path,
            "",
            format!("`{name}` is missing"),
            missing,
        );
        return None;
    };
    let read = match node {
        Node::Text(text) | Node::Number(text) => Decimal::read(text).filter(|read| sign.takes(&read.value)),
        _ => None,
    };
    if read.is_none() {
        let message = format!("`{}` must be {}", node.shown(), sign.words());
        said.told.error(Code::FootprintBadValue, &path, &node.shown(), message);
    }
    read.map(|read| read.value)
}

fn text(said: &mut Said<'_>, name: &str, shown: &mut Members) {
    let path = format!("/stated/{name}");
    match said.stated(name).map(|node| (node, node.text().unwrap_or_default())) {
        Some((_, text)) if !text.is_empty() => shown.say(name, text),
        Some((node, _)) => {
            said.told.error(Code::FootprintBadValue, &path, &node.shown(), "a text must stand here")
        }
        None => said.told.error(Code::FootprintMemberMissing, &path, "", format!("`{name}` is missing")),
    }
}

/// The members of the passport's carbon footprint; figures only where all stages are there and fit the footprint.
///
/// # Errors
/// `MISSING_VALUE` without the total or the declared amount.
pub(super) fn write(said: &mut Said<'_>) -> Result<Node, Error> {
    let total = said.figure("pcfExcludingBiogenicUptake")?;
    let amount = said.figure("declaredUnitAmount")?;
    let unit = said.member("declaredUnitOfMeasurement").and_then(Node::text).unwrap_or_default();
    let energy = figure(
        said,
        ENERGY,
        Sign::Above,
        "state the energy that the declared amount gives over its service life, in kWh; it is not the capacity",
    );
    let mut stages = Vec::new();
    for name in STAGES {
        let help = "state the kg CO2e of this stage of the declared amount; a footprint from cradle to gate does not divide them";
        stages.push(figure(said, name, Sign::NotBelow, help));
    }
    let stages: Option<Vec<Fraction>> = stages.into_iter().collect();
    let mut shown = Members::default();
    if let (Some(energy), Some(stages)) = (energy, stages) {
        let sum =
            |stages: &[Fraction]| stages.iter().try_fold(Fraction::zero(), |sum, stage| sum.try_add(stage));
        let gate = sum(stages.get(..TO_THE_GATE).unwrap_or_default())?;
        if gate == total {
            let life = sum(&stages)?;
            shown.put("batteryCarbonFootprint", exact(&life.try_div(&energy)?));
            let mut listed = Vec::new();
            for (name, stage) in STAGES.iter().zip(&stages) {
                let mut one = Members::default();
                one.say("lifecycleStage", name);
                one.put("carbonFootprint", exact(&stage.try_div(&energy)?));
                listed.push(one.done());
            }
            shown.put("carbonFootprintPerLifecycleStage", Node::List(listed));
            if unit == "piece" {
                shown.put("absoluteCarbonFootprint", exact(&life.try_div(&amount)?));
            } else {
                let reason = "how many batteries the declared amount is, is not known; the absolute figure is left out";
                said.note("/pcf/declaredUnitOfMeasurement", unit, "dropped", reason);
            }
        } else {
            let apart = gate.try_sub(&total)?;
            let message = format!(
                "raw materials and production are {gate}, the footprint to the gate is {total}: {apart} apart"
            );
            said.told.error(Code::FootprintPartsDiffer, "/stated/MainProduction", &gate.to_string(), message);
        }
    }
    text(said, CLASS, &mut shown);
    text(said, STUDY, &mut shown);
    Ok(shown.done())
}
