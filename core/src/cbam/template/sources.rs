//! Sheet B: source streams, perfluorocarbons, continuous measurement.

use super::cells::{Cells, Place, at};
use super::map::{GASES, METHODS, PFC_METHODS, Sheet, TECHNOLOGIES};
use crate::error::Code;
use crate::number::{Amount, Fraction};
use crate::wire::v1;

fn cell(column: &str, row: u32) -> Place {
    at(Sheet::Sources, column, row)
}

/// A factor whose determination the template does not ask for.
fn factor(value: String, unit: &str) -> Option<v1::CbamFactor> {
    (!value.is_empty()).then(|| v1::CbamFactor {
        value,
        unit: unit.into(),
        determination: "unspecified".into(),
        ..v1::CbamFactor::default()
    })
}

/// Source streams of table (a); which row each is from goes into `rows`.
pub(super) fn streams(cells: &mut Cells, rows: &mut Vec<u32>) -> Vec<v1::CbamStream> {
    let mut streams = Vec::new();
    for (number, row) in (1_u32..).zip(17..=91) {
        if cells.is_filled(cell("D", row)) {
            let here = format!("/streams/{}", streams.len());
            rows.push(row);
            streams.push(stream(cells, row, &format!("S{number}"), &here));
        }
    }
    streams
}

fn stream(cells: &mut Cells, row: u32, id: &str, here: &str) -> v1::CbamStream {
    let method = cells.word(cell("D", row), &format!("{here}/method"), METHODS);
    let name = cells.text(cell("E", row), &format!("{here}/name"));
    let unit = cells.text(cell("G", row), &format!("{here}/unit"));
    let (activity_data, direction) = quantity(cells, row, method, here);
    let ncv = cells.number(cell("H", row), &format!("{here}/net_calorific_value/value"));
    let mut stream = v1::CbamStream {
        id: id.into(),
        name,
        method: method.into(),
        direction,
        activity_data,
        net_calorific_value: factor(ncv, &format!("GJ/{unit}")),
        ..v1::CbamStream::default()
    };
    let fraction = |cells: &mut Cells, column: &str, name: &str| {
        factor(cells.percent(cell(column, row), &format!("{here}/{name}/value")), "")
    };
    match method {
        "mass-balance" => {
            let carbon = cells.number(cell("L", row), &format!("{here}/carbon_content/value"));
            stream.carbon_content = factor(carbon, &format!("tC/{unit}"));
            not_read(cells, row, &["J", "K", "N", "P"], "a mass balance reads the carbon content");
        }
        "combustion" | "process" => {
            let value = cells.number(cell("J", row), &format!("{here}/emission_factor/value"));
            let per = cells.text(cell("K", row), &format!("{here}/emission_factor/unit"));
            stream.emission_factor = factor(value, &per);
            if method == "combustion" {
                stream.oxidation_factor = fraction(cells, "N", "oxidation_factor");
                not_read(cells, row, &["L", "P"], "combustion reads emission factor and oxidation factor");
            } else {
                stream.conversion_factor = fraction(cells, "P", "conversion_factor");
                not_read(
                    cells,
                    row,
                    &["L", "N"],
                    "process emissions read emission factor and conversion factor",
                );
            }
        }
        _ => {}
    }
    (stream.biomass_fraction, stream.biomass_evidence) = biomass(cells, row, here);
    stream.biomass_sustainable = stream.biomass_fraction.is_some().then_some(true);
    stream.unit = unit;
    stream
}

/// Entries that the method does not read: the template does not count them either.
fn not_read(cells: &mut Cells, row: u32, columns: &[&str], why: &str) {
    for column in columns {
        cells.unused(
            cell(column, row),
            &format!("the method does not read the entry: {why}"),
            "empty the cell",
        );
    }
}

/// The quantity without its sign, and the direction that the sign stands for.
fn quantity(cells: &mut Cells, row: u32, method: &str, here: &str) -> (String, String) {
    let place = cell("F", row);
    let Some(amount) = cells.amount(place, &format!("{here}/activity_data")) else {
        return (String::new(), String::new());
    };
    match (amount.is_negative(), method) {
        (true, "mass-balance") => (amount.negated().to_string(), "out".into()),
        (true, _) => {
            let message = "a quantity below zero is known to mass balances only";
            cells.bad(place, message, "use the mass balance for what leaves with its carbon");
            (amount.to_string(), String::new())
        }
        (false, _) => (amount.to_string(), String::new()),
    }
}

/// The biomass fraction and where its proof would be: the template takes it off without asking for one.
fn biomass(cells: &mut Cells, row: u32, here: &str) -> (Option<v1::CbamFactor>, String) {
    let place = cell("R", row);
    let value = cells.percent(place, &format!("{here}/biomass_fraction/value"));
    if value.is_empty() || value == "0" {
        return (None, String::new());
    }
    let message = "the template counts the biomass as zero without asking for a proof of sustainability";
    let help = "put the certificate into `biomass_evidence`, or `biomass_sustainable` to false";
    cells.say(("warning", Code::TemplateAssumed), place, message, help);
    (factor(value, ""), format!("as entered in the communication template, B_EmInst!R{row}"))
}

/// Perfluorocarbons of table (b).
pub(super) fn pfc(cells: &mut Cells, rows: &mut Vec<u32>) -> Vec<v1::CbamPfc> {
    let mut all = Vec::new();
    for (number, row) in (1_u32..).zip(98..=107) {
        if !cells.is_filled(cell("D", row)) {
            continue;
        }
        let here = format!("/pfc/{}", all.len());
        rows.push(row);
        let method = cells.word(cell("D", row), &format!("{here}/method"), PFC_METHODS);
        let name = cells.text(cell("E", row), &format!("{here}/technology"));
        let folded = name.to_lowercase();
        let technology = TECHNOLOGIES.iter().find(|known| folded.contains(**known)).copied();
        let mut number_of =
            |column: &str, field: &str| cells.number(cell(column, row), &format!("{here}/{field}"));
        let mut one = v1::CbamPfc {
            id: format!("PFC{number}"),
            technology: technology.unwrap_or_default().into(),
            method: method.into(),
            aluminium_t: number_of("F", "aluminium_t"),
            c2f6_fraction: factor(number_of("AM", "c2f6_fraction/value"), ""),
            name,
            ..v1::CbamPfc::default()
        };
        if method == "slope" {
            one.anode_effects_per_cell_day = number_of("AG", "anode_effects_per_cell_day");
            one.anode_effect_minutes = number_of("AH", "anode_effect_minutes");
            one.slope_emission_factor = factor(number_of("AI", "slope_emission_factor/value"), "");
            not_read(cells, row, &["AJ", "AK", "AL"], "the slope method reads frequency, duration and SEF");
        } else {
            one.overvoltage_mv = number_of("AJ", "overvoltage_mv");
            one.current_efficiency_percent = number_of("AK", "current_efficiency_percent");
            one.overvoltage_coefficient = factor(number_of("AL", "overvoltage_coefficient/value"), "");
            not_read(cells, row, &["AG", "AH", "AI"], "the overvoltage method reads AEO, CE and OVC");
        }
        one.collection_efficiency = collected(cells, row, &here);
        all.push(one);
    }
    all
}

/// The collection efficiency: a fraction, although the header says per cent.
fn collected(cells: &mut Cells, row: u32, here: &str) -> String {
    let place = cell("AT", row);
    let Some(amount) = cells.amount(place, &format!("{here}/collection_efficiency")) else {
        if !cells.is_filled(place) {
            let message = "no collection efficiency is entered: the template counts 1";
            cells.say(("info", Code::TemplateAssumed), place, message, "enter a fraction of 1");
            return "1".into();
        }
        return String::new();
    };
    if Amount::new(1, 0).is_ok_and(|one| amount > one) {
        let message = "the header says per cent, but the template divides by the entry: 98 makes the emissions 98 times too small";
        cells.bad(place, message, "enter a fraction of 1: 0.98 for 98 %");
    }
    amount.to_string()
}

/// Continuous measurement of table (c).
pub(super) fn measurements(cells: &mut Cells, rows: &mut Vec<u32>) -> Vec<v1::CbamMeasurement> {
    let mut all = Vec::new();
    for (number, row) in (1_u32..).zip(113..=122) {
        if !cells.is_filled(cell("E", row)) {
            continue;
        }
        let here = format!("/measurements/{}", all.len());
        rows.push(row);
        let gas = cells.word(cell("E", row), &format!("{here}/gas"), GASES);
        let flow = cells.amount(cell("Z", row), &format!("{here}/flow_nm3_per_h"));
        let flow = flow.and_then(|flow| Fraction::from(flow).try_mul(&Fraction::whole(1000)).ok());
        let (biomass_fraction, biomass_evidence) = biomass(cells, row, &here);
        all.push(v1::CbamMeasurement {
            id: format!("CEMS{number}"),
            name: cells.text(cell("D", row), &format!("{here}/name")),
            gas: gas.into(),
            concentration_g_per_nm3: cells.number(cell("V", row), &format!("{here}/concentration_g_per_nm3")),
            flow_nm3_per_h: flow.map_or_else(String::new, |flow| flow.to_string()),
            hours: cells.number(cell("X", row), &format!("{here}/hours")),
            biomass_sustainable: biomass_fraction.is_some().then_some(true),
            biomass_fraction,
            biomass_evidence,
            ..v1::CbamMeasurement::default()
        });
        for column in ["AX", "AY"] {
            let why = "the document has no place for the energy of a measured source";
            cells.unused(cell(column, row), why, "the template's total fuel input holds it, ours does not");
        }
    }
    all
}
