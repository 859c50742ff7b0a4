//! Waterfalls and pathways as Vega-Lite specifications.

use serde_json::{Value, json};

use super::{COLOURS, SCHEMA, drawn};
use crate::report::Lang;
use crate::wire::v1;

/// The waterfall of a total as a Vega-Lite specification.
///
/// The numbers stand in it as exact texts; the drawing program turns them into its own numbers.
///
/// # Units
/// Kilograms of CO2 equivalent.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, waterfall_vega_lite};
/// use emitrace::wire::v1::{Waterfall, WaterfallStep};
///
/// let step = WaterfallStep {
///     step: "activity".into(),
///     start_kg_co2e: "10".into(),
///     end_kg_co2e: "12.5".into(),
///     change_kg_co2e: "2.5".into(),
/// };
/// let chart = waterfall_vega_lite(&Waterfall { account: "total_market".into(), steps: vec![step] }, Lang::En);
/// assert!(chart.contains(r#""end":"12.5""#));
/// ```
pub fn waterfall_vega_lite(fall: &v1::Waterfall, lang: Lang) -> String {
    let (text, words) = (lang.text(), lang.words());
    let values: Vec<Value> = fall
        .steps
        .iter()
        .map(|step| {
            let kind = match step.step.as_str() {
                "before" | "after" => "total",
                _ if step.change_kg_co2e.starts_with('-') => "less",
                _ => "more",
            };
            json!({
                "step": words.step_name(&step.step),
                "start": step.start_kg_co2e,
                "end": step.end_kg_co2e,
                "kind": kind,
            })
        })
        .collect();
    let order: Vec<&str> = fall.steps.iter().map(|step| words.step_name(&step.step)).collect();
    let chart = json!({
        "$schema": SCHEMA,
        "title": text.account_name(&fall.account),
        "data": { "values": values, "format": { "parse": { "start": "number", "end": "number" } } },
        "mark": "bar",
        "encoding": {
            "x": { "field": "step", "type": "nominal", "sort": order, "title": Value::Null, "axis": { "labelAngle": -35, "labelLimit": 340 } },
            "y": { "field": "start", "type": "quantitative", "title": "kg CO2e" },
            "y2": { "field": "end" },
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": { "domain": ["total", "more", "less"], "range": ["#4c566a", "#bf616a", "#5e8d5a"] },
                "legend": Value::Null,
            },
            "tooltip": [{ "field": "step" }, { "field": "start" }, { "field": "end" }],
        },
    });
    drawn(chart, lang)
}

/// Pathways and years of all targets as a Vega-Lite specification: one panel a target.
///
/// # Units
/// Kilograms of CO2 equivalent, or per unit for an intensity target.
pub fn targets_vega_lite(answer: &v1::TargetsAnswer, lang: Lang) -> String {
    let words = lang.words();
    let panels: Vec<Value> = answer
        .targets
        .iter()
        .map(|target| {
            let mut values = Vec::new();
            for year in &target.path {
                values.push(json!({ "year": year.year, "level": year.path_level, "of": words.pathway }));
                if let Some(level) = &year.level {
                    values.push(json!({ "year": year.year, "level": level, "of": words.actual }));
                }
            }
            let unit = if target.per.is_empty() {
                "kg CO2e".to_owned()
            } else {
                format!("kg CO2e / {}", target.per)
            };
            json!({
                "title": target.name,
                "width": 480,
                "data": { "values": values, "format": { "parse": { "level": "number" } } },
                "mark": { "type": "line", "point": true },
                "encoding": {
                    "x": { "field": "year", "type": "ordinal", "title": words.year },
                    "y": { "field": "level", "type": "quantitative", "title": unit },
                    "color": { "field": "of", "type": "nominal", "title": Value::Null, "scale": { "domain": [words.pathway, words.actual], "range": [COLOURS[1], COLOURS[0]] } },
                },
            })
        })
        .collect();
    drawn(json!({ "$schema": SCHEMA, "vconcat": panels }), lang)
}
