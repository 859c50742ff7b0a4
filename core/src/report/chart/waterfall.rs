//! The way from one total to another, step by step.

use super::super::{Lang, figure};
use super::canvas::{Anchor, Canvas, INK, LESS, LINE, MORE, QUIET, TOP, TOTAL};
use super::{Scale, along};
use crate::wire::v1::{Waterfall, WaterfallStep};

const LEFT: i128 = 220;
const LONGEST: i128 = 530;
const STEP: i128 = 30;

/// The waterfall of a total as SVG: both totals as whole bars from zero, between them each effect from where the one
/// before it ended. Effects of nothing are left out.
///
/// # Units
/// Tonnes of CO2 equivalent, or kilograms where no bar reaches a tonne; rounded half-even for reading.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, waterfall_svg};
/// use emitrace::wire::v1::{Waterfall, WaterfallStep};
///
/// let step = |step: &str, start: &str, end: &str, change: &str| WaterfallStep {
///     step: step.into(),
///     start_kg_co2e: start.into(),
///     end_kg_co2e: end.into(),
///     change_kg_co2e: change.into(),
/// };
/// let steps = vec![
///     step("before", "0", "10", "10"),
///     step("activity", "10", "12.5", "2.5"),
///     step("after", "0", "12.5", "12.5"),
/// ];
/// let chart = waterfall_svg(&Waterfall { account: "total_market".into(), steps }, Lang::En);
/// assert!(chart.starts_with("<svg") && chart.contains("+2.500"));
/// ```
pub fn waterfall_svg(fall: &Waterfall, lang: Lang) -> String {
    let (text, words) = (lang.text(), lang.words());
    let steps: Vec<&WaterfallStep> =
        fall.steps.iter().filter(|step| is_total(step) || figure::grams(&step.change_kg_co2e) != 0).collect();
    let ends = || {
        steps.iter().flat_map(|step| [figure::grams(&step.start_kg_co2e), figure::grams(&step.end_kg_co2e)])
    };
    let axis = (ends().min().unwrap_or(0).min(0), ends().max().unwrap_or(0).max(0));
    let scale = Scale::new(axis.1.max(axis.0.saturating_neg()), text.marks);
    let at = |kilograms: &str| along(figure::grams(kilograms), axis, (LEFT, LONGEST));

    let mut canvas = Canvas::default();
    let zero = along(0, axis, (LEFT, LONGEST));
    let mut top = TOP;
    for (number, step) in steps.iter().enumerate() {
        let total = is_total(step);
        let (start, end) = (if total { zero } else { at(&step.start_kg_co2e) }, at(&step.end_kg_co2e));
        let (colour, label) = match step.change_kg_co2e.strip_prefix('-') {
            _ if total => (TOTAL, scale.written(&step.end_kg_co2e)),
            Some(_) => (LESS, scale.change(&step.change_kg_co2e)),
            None => (MORE, scale.change(&step.change_kg_co2e)),
        };
        let (name, baseline) = (words.step_name(&step.step), top.saturating_add(14));
        let beside = (start.max(end).saturating_add(8), baseline);
        let name_at = (LEFT.saturating_sub(12), baseline);
        canvas.bar((start.min(end), top), end.abs_diff(start).try_into().unwrap_or(0), colour);
        if total {
            canvas.strong(name_at, Anchor::End, name);
            canvas.strong(beside, Anchor::Start, &label);
        } else {
            canvas.text(name_at, Anchor::End, INK, name);
            canvas.text(beside, Anchor::Start, QUIET, &label);
        }
        canvas.say(format!("{name} {label}"));
        let below = top.saturating_add(STEP);
        if number.saturating_add(1) < steps.len() {
            canvas.line((end, top.saturating_add(18)), (end, below), QUIET, 1);
        }
        top = below;
    }
    canvas.line((zero, TOP.saturating_sub(4)), (zero, top), LINE, 1);
    let subtitle = format!("{}, {}", text.account_name(&fall.account), scale.unit());
    canvas.finish(lang, words.waterfall, &subtitle, top.saturating_add(10))
}

fn is_total(step: &WaterfallStep) -> bool {
    matches!(step.step.as_str(), "before" | "after")
}
