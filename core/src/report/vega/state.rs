//! Charts of intensities, of data quality and of a supplier's readiness.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{COLOURS, SCHEMA, data};
use crate::error::Error;
use crate::number::Co2e;
use crate::report::{Lang, figure, supplier};
use crate::wire::v1::{IntensityAnswer, QualityAnswer, SupplierAnswer};

/// Emissions per unit by year: one panel for each denominator, since their units differ.
pub(super) fn intensity(answer: &IntensityAnswer, lang: Lang) -> Value {
    let words = lang.words();
    let mut panels: BTreeMap<(&str, &str), Vec<Value>> = BTreeMap::new();
    for year in &answer.years {
        for one in &year.intensities {
            panels.entry((one.name.as_str(), one.per.as_str())).or_default().push(json!({
                "year": year.year,
                "intensity": one.kg_co2e_per_unit,
                "exact": one.exact_kg_co2e_per_unit,
            }));
        }
    }
    let panels: Vec<Value> = panels
        .into_iter()
        .map(|((name, per), values)| {
            json!({
                "title": name,
                "width": 480,
                "data": data(values, &["intensity"]),
                "mark": { "type": "line", "point": true, "color": COLOURS[0] },
                "encoding": {
                    "x": { "field": "year", "type": "ordinal", "title": words.year },
                    "y": { "field": "intensity", "type": "quantitative", "title": format!("kg CO2e / {per}") },
                    "tooltip": [{ "field": "year" }, { "field": "exact" }],
                },
            })
        })
        .collect();
    json!({ "$schema": SCHEMA, "title": words.intensity_title, "vconcat": panels })
}

/// Absolute emissions by the weighted score of their category, from 1 (best) to 5, as a ring; scope 2 by location.
pub(super) fn quality(answer: &QualityAnswer, lang: Lang) -> Result<Value, Error> {
    let (text, statistics) = (lang.text(), &lang.text().statistics);
    let mut classes: BTreeMap<String, Co2e> = BTreeMap::new();
    for figure in answer.categories.iter().filter(|figure| figure.view != "market") {
        // A class holds its category's mean rounded to a whole score.
        let class = figure.score.as_ref().map_or_else(
            || text.not_stated.to_owned(),
            |score| format!("{} {}", statistics.score, figure::rounded(&score.rounded, 0, text.marks)),
        );
        let sum = classes.entry(class).or_default();
        *sum = sum.try_add(Co2e::parse(&figure.weight_kg_co2e)?)?;
    }
    let values: Vec<Value> =
        classes.iter().map(|(class, sum)| json!({ "class": class, "kg_co2e": sum.to_string() })).collect();
    Ok(json!({
        "$schema": SCHEMA,
        "title": statistics.quality,
        "data": data(values, &["kg_co2e"]),
        "mark": { "type": "arc", "innerRadius": 60 },
        "encoding": {
            "theta": { "field": "kg_co2e", "type": "quantitative" },
            "color": {
                "field": "class",
                "type": "nominal",
                "title": Value::Null,
                "scale": { "range": COLOURS },
            },
            "tooltip": [{ "field": "class" }, { "field": "kg_co2e" }],
        },
    }))
}

/// Colours of states, the best first: left to the drawing program, what is met would be red.
const STATES: [(&str, &str); 8] = [
    ("met", "#009e73"),
    ("met_expiring_soon", "#e69f00"),
    ("partial", "#56b4e9"),
    ("suspended", "#cc79a7"),
    ("expired", "#d55e00"),
    ("not_met", "#7f3b08"),
    ("unknown", "#999999"),
    ("not_applicable", "#cccccc"),
];

/// How long each requirement is met, from the day of the assessment; those without a last day are a point.
pub(super) fn readiness(answer: &SupplierAnswer, lang: Lang) -> Value {
    let result = &answer.result;
    let mut values = Vec::new();
    for state in &result.requirements {
        values.push(json!({
            "requirement": supplier::title(state, lang),
            "status": supplier::status(&state.status, lang),
            "from": result.as_of,
            "until": if state.last_day.is_empty() { &result.as_of } else { &state.last_day },
        }));
    }
    let order: Vec<&str> = result.requirements.iter().map(|state| supplier::title(state, lang)).collect();
    let day = |day: &str, dash: [u8; 2]| {
        json!({
            "data": { "values": [{ "day": day }] },
            "mark": { "type": "rule", "color": "#2e3440", "strokeDash": dash },
            "encoding": { "x": { "field": "day", "type": "temporal" } },
        })
    };
    let axis = json!({ "axis": { "labelLimit": 340 } });
    let mut requirement =
        json!({ "field": "requirement", "type": "nominal", "sort": order, "title": Value::Null });
    if let (Some(place), Some(axis)) = (requirement.as_object_mut(), axis.as_object()) {
        place.extend(axis.clone());
    }
    let days = if lang == Lang::Vi { "%d/%m/%Y" } else { "%Y-%m-%d" };
    let title = match result.supplier.as_str() {
        "" => supplier::heading(lang).to_owned(),
        name => format!("{}: {name}", supplier::heading(lang)),
    };
    let (shown, colours): (Vec<&str>, Vec<&str>) = STATES
        .into_iter()
        .filter(|(state, _)| result.requirements.iter().any(|requirement| requirement.status == *state))
        .map(|(state, colour)| (supplier::status(state, lang), colour))
        .unzip();
    let colour = json!({
        "field": "status",
        "type": "nominal",
        "title": Value::Null,
        "scale": { "domain": shown, "range": colours },
    });
    let tooltip = json!([{ "field": "requirement" }, { "field": "status" }, { "field": "until" }]);
    let bars = json!({
        "data": { "values": values },
        "mark": { "type": "bar", "height": 8 },
        "encoding": {
            "y": requirement,
            "x": { "field": "from", "type": "temporal", "title": Value::Null, "axis": { "format": days } },
            "x2": { "field": "until" },
            "color": colour,
            "tooltip": tooltip,
        },
    });
    let points = json!({
        "data": { "values": values },
        "mark": { "type": "point", "filled": true },
        "encoding": {
            "y": requirement,
            "x": { "field": "until", "type": "temporal" },
            "color": colour,
            "tooltip": tooltip,
        },
    });
    json!({
        "$schema": SCHEMA,
        "title": title,
        "width": 480,
        "layer": [bars, points, day(&result.as_of, [1, 0]), day(&result.ahead.on, [4, 4])],
    })
}
