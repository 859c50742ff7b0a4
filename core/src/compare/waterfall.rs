//! From one total to another, step by step.

use super::effects::{Effect, Flow};
use crate::error::Error;
use crate::number::Co2e;
use crate::wire::v1;

/// Steps that are shown even where they are zero.
const ALWAYS: [Effect; 5] =
    [Effect::Activity, Effect::Factor, Effect::Gwp, Effect::Method, Effect::Structure];

/// The waterfall of a flow: each step starts where the one before ended.
///
/// # Method
/// M-82.
pub(super) fn waterfall(account: &str, flow: &Flow) -> Result<v1::Waterfall, Error> {
    let step = |name: &str, start: Co2e, end: Co2e| -> Result<v1::WaterfallStep, Error> {
        Ok(v1::WaterfallStep {
            step: name.into(),
            start_kg_co2e: start.to_string(),
            end_kg_co2e: end.to_string(),
            change_kg_co2e: end.try_sub(start)?.to_string(),
        })
    };
    let mut steps = vec![step("before", Co2e::ZERO, flow.before)?];
    let mut level = flow.before;
    for effect in Effect::ALL {
        let change = flow.effect(effect);
        if change == Co2e::ZERO && !ALWAYS.contains(&effect) {
            continue;
        }
        let end = level.try_add(change)?;
        steps.push(step(effect.as_str(), level, end)?);
        level = end;
    }
    steps.push(step("after", Co2e::ZERO, flow.after)?);
    Ok(v1::Waterfall { account: account.into(), steps })
}
