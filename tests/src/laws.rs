//! Laws that every inventory obeys, whatever its case expects.

use serde_json::Value;

/// The figures of a cell that add up.
const SUMS: [&str; 9] = [
    "scope_1_kg_co2e",
    "scope_2_location_kg_co2e",
    "scope_2_market_kg_co2e",
    "scope_3_kg_co2e",
    "total_location_kg_co2e",
    "total_market_kg_co2e",
    "biogenic_kg_co2",
    "outside_kg_co2e",
    "offsets_kg_co2e",
];

/// Checks an answer if it is an inventory: every view adds up to the total to the last digit, scopes add up to the
/// totals, and every row is either counted or excluded.
///
/// # Errors
/// A sentence that says what does not add up.
pub fn hold(answer: &Value) -> Result<(), String> {
    if answer.pointer("/schema").and_then(Value::as_str) != Some("emitrace/inventory/1") {
        return Ok(());
    }
    let inventory = answer.pointer("/inventory").ok_or("no inventory")?;
    let total = inventory.pointer("/total").ok_or("no total")?;
    for view in list(inventory, "/views")? {
        let by = view.pointer("/by").map(Value::to_string).unwrap_or_default();
        for name in SUMS {
            let mut sum = 0i128;
            for cell in list(view, "/cells")? {
                let part = figure(cell.pointer("/figures").ok_or("a cell without figures")?, name)?;
                sum = sum.checked_add(part).ok_or("a sum is too large")?;
            }
            if sum != figure(total, name)? {
                return Err(format!("the view by {by} does not add up to the total: {name}"));
            }
        }
        for gas in list(total, "/gases")? {
            gas_adds_up(view, gas).map_err(|why| format!("the view by {by}: {why}"))?;
        }
    }
    boundary_adds_up(inventory, total)?;
    let direct = figure(total, "scope_1_kg_co2e")?.checked_add(figure(total, "scope_3_kg_co2e")?);
    for (whole, part) in [
        ("total_location_kg_co2e", "scope_2_location_kg_co2e"),
        ("total_market_kg_co2e", "scope_2_market_kg_co2e"),
    ] {
        if direct.and_then(|direct| direct.checked_add(figure(total, part).ok()?))
            != Some(figure(total, whole)?)
        {
            return Err(format!("the scopes do not add up to {whole}"));
        }
    }
    let count = |path: &str| inventory.pointer(path).and_then(Value::as_u64).ok_or(format!("no {path}"));
    let (rows, counted, excluded) =
        (count("/coverage/rows")?, count("/coverage/counted")?, count("/coverage/excluded")?);
    if counted.checked_add(excluded) != Some(rows) || count("/total/lines")? != counted {
        return Err(format!("of {rows} rows {counted} are counted and {excluded} excluded"));
    }
    Ok(())
}

/// The spans of an organisation add up to the consolidated total and to the figures at 100 %.
fn boundary_adds_up(inventory: &Value, total: &Value) -> Result<(), String> {
    let Some(boundary) = inventory.pointer("/boundary") else { return Ok(()) };
    let whole = boundary.pointer("/at_100_percent").ok_or("no figures at 100 %")?;
    for (part, whole) in [("/consolidated", total), ("/at_100_percent", whole)] {
        for name in SUMS {
            let mut sum = 0i128;
            for share in list(boundary, "/shares")? {
                let part = figure(share.pointer(part).ok_or("a share without figures")?, name)?;
                sum = sum.checked_add(part).ok_or("a sum is too large")?;
            }
            if sum != figure(whole, name)? {
                return Err(format!("the boundary's {part} does not add up: {name}"));
            }
        }
    }
    Ok(())
}

/// A gas of an account has the same mass in the total as in all cells of a view together.
fn gas_adds_up(view: &Value, gas: &Value) -> Result<(), String> {
    let name = |gas: &Value| (gas.pointer("/account").cloned(), gas.pointer("/gas").cloned());
    let mut sum = 0i128;
    for cell in list(view, "/cells")? {
        for other in list(cell, "/figures/gases")? {
            if name(other) == name(gas) {
                sum = sum.checked_add(figure(other, "kg")?).ok_or("a sum is too large")?;
            }
        }
    }
    if sum == figure(gas, "kg")? { Ok(()) } else { Err(format!("{gas} does not add up")) }
}

fn list<'a>(value: &'a Value, path: &str) -> Result<&'a Vec<Value>, String> {
    value.pointer(path).and_then(Value::as_array).ok_or_else(|| format!("there is no list {path}"))
}

fn figure(value: &Value, name: &str) -> Result<i128, String> {
    let text = value.get(name).and_then(Value::as_str).ok_or_else(|| format!("there is no {name}"))?;
    units(text).ok_or_else(|| format!("{name} is `{text}`"))
}

/// A decimal as a count of 10^-15: read here apart from the engine's own reader.
#[expect(clippy::disallowed_methods, reason = "whole numbers: read exactly or refused")]
fn units(text: &str) -> Option<i128> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let places = 15usize.checked_sub(decimals.len())?;
    let written = format!("{whole}{decimals}{}", "0".repeat(places));
    if whole.is_empty() || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude: i128 = written.parse().ok()?;
    if negative { magnitude.checked_neg() } else { Some(magnitude) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answer(cell: &str, total: &str, counted: u64) -> Value {
        let figures = |scope_1: &str| {
            let mut figures: serde_json::Map<String, Value> =
                SUMS.iter().map(|name| ((*name).to_owned(), json!("0"))).collect();
            for name in ["scope_1_kg_co2e", "total_location_kg_co2e", "total_market_kg_co2e"] {
                figures.insert(name.to_owned(), json!(scope_1));
            }
            figures.insert("lines".to_owned(), json!(2));
            figures
                .insert("gases".to_owned(), json!([{ "account": "scope_1", "gas": "CO2", "kg": scope_1 }]));
            Value::Object(figures)
        };
        json!({
            "schema": "emitrace/inventory/1",
            "inventory": {
                "total": figures(total),
                "views": [{ "by": ["site"], "cells": [
                    { "key": ["a"], "figures": figures("0.1") }, { "key": ["b"], "figures": figures(cell) },
                ] }],
                "coverage": { "rows": 2, "counted": counted, "excluded": 0 },
            },
        })
    }

    #[test]
    fn what_does_not_add_up_is_caught() {
        assert_eq!(hold(&answer("0.2", "0.3", 2)), Ok(()));
        assert!(hold(&answer("0.200000000000001", "0.3", 2)).is_err());
        assert!(hold(&answer("0.2", "0.30000000000000004", 2)).is_err(), "too many decimals");
        assert!(hold(&answer("0.2", "0.3", 1)).is_err(), "a row is lost");
        assert_eq!(hold(&json!({ "rows": 1 })), Ok(()), "no inventory");
    }

    #[test]
    fn decimals_are_read_exactly() {
        for (text, want) in [
            ("0", Some(0)),
            ("-1.5", Some(-1_500_000_000_000_000)),
            ("0.000000000000001", Some(1)),
            ("0.0000000000000001", None),
            ("", None),
            ("1e3", None),
        ] {
            assert_eq!(units(text), want, "{text}");
        }
    }
}
