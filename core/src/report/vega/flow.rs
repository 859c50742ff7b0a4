//! A view as a flow: nodes and links, for programs that draw Sankey diagrams (Vega-Lite draws none).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::error::Error;
use crate::number::Co2e;
use crate::report::{Lang, outline};
use crate::wire::v1::InventoryAnswer;

/// Links from the first dimension of a view through the others to the total, location-based; categories flow through
/// their scopes. What flows into a node flows out of it, to the last digit.
///
/// A cell below zero (a correction, a removal) cannot be drawn as a band: it stands in `left_out`, and links are without it.
///
/// # Method
/// M-281.
pub(super) fn flow(answer: &InventoryAnswer, by: &[&str], lang: Lang) -> Result<Value, Error> {
    let text = lang.text();
    let view = answer.view(by)?;
    let scopes = view.by.iter().any(|dimension| dimension == "scope");
    // Nodes by level and key, links by both ends.
    let mut nodes: BTreeMap<(usize, String), String> = BTreeMap::new();
    let mut links: BTreeMap<[(usize, String); 2], Co2e> = BTreeMap::new();
    let mut left_out = Vec::new();
    for cell in &view.cells {
        let amount = Co2e::parse(&cell.figures.total_location_kg_co2e)?;
        if amount == Co2e::ZERO {
            continue;
        }
        if amount < Co2e::ZERO {
            let name = outline::cell_name(text, &answer.inventory, view, cell);
            left_out.push(json!({ "name": name, "kg_co2e": amount.to_string() }));
            continue;
        }
        let mut way: Vec<(String, String)> = Vec::new();
        for (dimension, key) in view.by.iter().zip(&cell.key) {
            let name = match outline::activity_name(text, &answer.inventory, key) {
                Some(name) if dimension == "activity" => name.to_owned(),
                _ => text.key_name(dimension, key),
            };
            way.push((format!("{dimension}:{key}"), name));
            if dimension == "category" && !scopes {
                let scope = key.split('.').next().unwrap_or_default();
                way.push((format!("scope:{scope}"), text.scope_name(scope)));
            }
        }
        way.push(("total".to_owned(), text.account_name("total_location").to_owned()));
        let mut before: Option<(usize, String)> = None;
        for (level, (id, name)) in way.into_iter().enumerate() {
            let node = (level, id);
            nodes.insert(node.clone(), name);
            if let Some(source) = before.replace(node.clone()) {
                let sum = links.entry([source, node]).or_default();
                *sum = sum.try_add(amount)?;
            }
        }
    }
    let nodes: Vec<Value> =
        nodes.iter().map(|((level, id), name)| json!({ "id": id, "name": name, "level": level })).collect();
    let links: Vec<Value> = links
        .iter()
        .map(|([(_, source), (_, target)], sum)| {
            json!({ "source": source, "target": target, "kg_co2e": sum.to_string() })
        })
        .collect();
    let dimensions: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
    Ok(json!({
        "title": format!("{}: {}", text.account_name("total_location"), dimensions.join(" → ")),
        "unit": "kg CO2e",
        "nodes": nodes,
        "links": links,
        "left_out": left_out,
    }))
}
