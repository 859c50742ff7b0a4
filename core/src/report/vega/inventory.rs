//! Charts of inventories.

use serde_json::{Value, json};

use super::{COLOURS, SCHEMA, data};
use crate::error::{Code, Error};
use crate::report::{Lang, figure, outline};
use crate::wire::v1::{Cell, InventoryAnswer};

/// Scopes stacked by year, scope 2 by location, and a line at the level of the base year.
pub(super) fn scopes_by_year(
    years: &[(String, InventoryAnswer)],
    base_year: &str,
    lang: Lang,
) -> Result<Value, Error> {
    let (text, words) = (lang.text(), lang.words());
    let accounts = ["scope_1", "scope_2_location", "scope_3"];
    let mut values = Vec::new();
    for (year, answer) in years {
        for (account, kilograms) in outline::accounts(&answer.inventory.total) {
            if let Some(order) = accounts.iter().position(|known| *known == account) {
                let scope = text.account_name(account);
                values.push(json!({ "year": year, "scope": scope, "order": order, "kg_co2e": kilograms }));
            }
        }
    }
    let names = accounts.map(|account| text.account_name(account));
    let bars = json!({
        "data": data(values, &["kg_co2e"]),
        "mark": "bar",
        "encoding": {
            "x": { "field": "year", "type": "ordinal", "title": words.year },
            "y": { "field": "kg_co2e", "type": "quantitative", "aggregate": "sum", "title": "kg CO2e" },
            "color": {
                "field": "scope",
                "type": "nominal",
                "title": Value::Null,
                "scale": { "domain": names, "range": &COLOURS[..3] },
            },
            "order": { "field": "order", "type": "quantitative" },
            "tooltip": [{ "field": "year" }, { "field": "scope" }, { "field": "kg_co2e" }],
        },
    });
    let mut layers = vec![bars];
    if !base_year.is_empty() {
        let base = years.iter().find(|(year, _)| year == base_year).ok_or_else(|| {
            let message = format!("the base year `{base_year}` is not among the inventories");
            Error::new(Code::UnknownValue, message)
                .with_help("give its inventory, too, and name the years with `years`")
                .at("/base_year")
        })?;
        let level = &base.1.inventory.total.total_location_kg_co2e;
        let line = json!({ "level": level, "says": format!("{} {base_year}", words.base_year) });
        let encoding = json!({ "y": { "field": "level", "type": "quantitative" } });
        layers.push(json!({
            "data": data(vec![line.clone()], &["level"]),
            "mark": { "type": "rule", "strokeDash": [6, 4], "color": "#2e3440" },
            "encoding": encoding,
        }));
        layers.push(json!({
            "data": data(vec![line], &["level"]),
            "mark": { "type": "text", "align": "left", "baseline": "bottom", "x": 2, "dy": -3 },
            "encoding": { "y": { "field": "level", "type": "quantitative" }, "text": { "field": "says" } },
        }));
    }
    let title = format!("{}, {}", text.account_name("total_location"), text.by_scope);
    Ok(json!({ "$schema": SCHEMA, "title": title, "width": { "step": 80 }, "layer": layers }))
}

/// Scope 2 by location beside scope 2 by market, year by year.
pub(super) fn scope_2(years: &[(String, InventoryAnswer)], lang: Lang) -> Value {
    let (text, words) = (lang.text(), lang.words());
    let mut values = Vec::new();
    for (year, answer) in years {
        let total = &answer.inventory.total;
        for (view, kilograms) in
            [(text.location, &total.scope_2_location_kg_co2e), (text.market, &total.scope_2_market_kg_co2e)]
        {
            values.push(json!({ "year": year, "view": view, "kg_co2e": kilograms }));
        }
    }
    json!({
        "$schema": SCHEMA,
        "title": text.scope_name("2"),
        "data": data(values, &["kg_co2e"]),
        "mark": "bar",
        "encoding": {
            "x": { "field": "year", "type": "ordinal", "title": words.year },
            "xOffset": { "field": "view", "sort": [text.location, text.market] },
            "y": { "field": "kg_co2e", "type": "quantitative", "title": "kg CO2e" },
            "color": {
                "field": "view",
                "type": "nominal",
                "title": Value::Null,
                "scale": { "domain": [text.location, text.market], "range": &COLOURS[..2] },
            },
            "tooltip": [{ "field": "year" }, { "field": "view" }, { "field": "kg_co2e" }],
        },
    })
}

/// A view, the largest first, with shares of the location-based total.
pub(super) fn ranked(answer: &InventoryAnswer, by: &[&str], lang: Lang) -> Result<Value, Error> {
    let text = lang.text();
    let view = answer.view(by)?;
    let cells: Vec<&Cell> = outline::largest(view, usize::MAX);
    let whole = &answer.inventory.total.total_location_kg_co2e;
    let names: Vec<String> =
        cells.iter().map(|cell| outline::cell_name(text, &answer.inventory, view, cell)).collect();
    let value = |(cell, name): (&&Cell, &String)| {
        let kilograms = &cell.figures.total_location_kg_co2e;
        let share = figure::share(kilograms, whole, text.marks).unwrap_or_default();
        json!({ "name": name, "key": cell.key, "kg_co2e": kilograms, "share": share })
    };
    let values: Vec<Value> = cells.iter().zip(&names).map(value).collect();
    let dimensions: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
    let bars = json!({ "mark": { "type": "bar", "color": COLOURS[0] } });
    let labels = json!({
        "mark": { "type": "text", "align": "left", "dx": 4 },
        "encoding": { "text": { "field": "share" } },
    });
    Ok(json!({
        "$schema": SCHEMA,
        "title": format!("{}: {}", text.account_name("total_location"), dimensions.join(" · ")),
        "data": data(values, &["kg_co2e"]),
        "width": 480,
        "encoding": {
            "y": { "field": "name", "type": "nominal", "sort": names, "title": Value::Null, "axis": { "labelLimit": 340 } },
            "x": { "field": "kg_co2e", "type": "quantitative", "title": "kg CO2e" },
            "tooltip": [{ "field": "name" }, { "field": "kg_co2e" }, { "field": "share" }],
        },
        "layer": [bars, labels],
    }))
}
