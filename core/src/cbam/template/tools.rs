//! Sheet F: combined heat and power, the tool for the carbon price.

use super::cells::{Cells, Place, at};
use super::head::Remarks;
use super::map::Sheet;
use super::processes::sum;
use crate::number::Fraction;
use crate::wire::v1;

/// Rows of one of the two tools for combined heat and power.
pub(super) struct Tool {
    energy: u32,
    emissions: u32,
    references: u32,
    /// Row of the emissions of heat and electricity.
    pub(super) result: u32,
    /// Row of the fuel for heat and electricity.
    pub(super) fuel: u32,
    /// Row of the efficiencies.
    pub(super) efficiencies: u32,
}

/// The two tools.
pub(super) const TOOLS: [Tool; 2] = [
    Tool { energy: 21, emissions: 26, references: 41, result: 49, fuel: 54, efficiencies: 34 },
    Tool { energy: 61, emissions: 64, references: 72, result: 76, fuel: 79, efficiencies: 69 },
];

/// Reference efficiencies that the blank template holds.
const PRESET: [(&str, &str); 2] = [("J", "0.88"), ("K", "0.442")];

pub(super) fn cell(column: &str, row: u32) -> Place {
    at(Sheet::Tools, column, row)
}

/// Units of combined heat and power; which tool each is from.
pub(super) fn energy_units(cells: &mut Cells) -> (Vec<v1::CbamEnergyUnit>, Vec<usize>) {
    let (mut units, mut from) = (Vec::new(), Vec::new());
    for (index, tool) in TOOLS.iter().enumerate() {
        let entries = [
            cell("J", tool.energy),
            cell("K", tool.energy),
            cell("L", tool.energy),
            cell("J", tool.emissions),
            cell("K", tool.emissions),
        ];
        if !entries.iter().any(|place| cells.is_filled(*place)) {
            for (column, preset) in PRESET {
                let place = cell(column, tool.references);
                if cells.figure(place).as_deref() == Some(preset) {
                    cells.pass_over(place);
                }
            }
            continue;
        }
        let here = format!("/energy_units/{}", units.len());
        let [_, _, _, fuel, cleaning] = entries;
        let emissions = sum(cells, &[fuel, cleaning], &format!("{here}/t_co2e"));
        let mut number =
            |column: &str, row: u32, field: &str| cells.number(cell(column, row), &format!("{here}/{field}"));
        let label = index.saturating_add(1);
        units.push(v1::CbamEnergyUnit {
            id: format!("CHP{label}"),
            name: format!("combined heat and power, tool {label}"),
            kind: "chp".into(),
            fuel_tj: number("J", tool.energy, "fuel_tj"),
            heat_tj: number("K", tool.energy, "heat_tj"),
            electricity_mwh: number("L", tool.energy, "electricity_mwh"),
            t_co2e: emissions.as_ref().map_or_else(String::new, Fraction::to_string),
            reference_heat_efficiency: number("J", tool.references, "reference_heat_efficiency"),
            reference_electric_efficiency: number("K", tool.references, "reference_electric_efficiency"),
            ..v1::CbamEnergyUnit::default()
        });
        from.push(index);
    }
    (units, from)
}

/// Entries of the tool for the carbon price, kept as they are: its results stand in Summary_Products.
pub(super) fn carbon_price(cells: &mut Cells, remarks: &mut Remarks) {
    for row in 101..=130_u32 {
        let number = row.saturating_sub(if row > 110 { 110 } else { 100 });
        let id = format!("{}{number}", if row > 110 { "PP" } else { "P" });
        for (column, name) in
            [("H", "share covered"), ("J", "price due per t CO2e"), ("K", "rebate per t CO2e")]
        {
            remarks.keep(cells, cell(column, row), &format!("carbon price tool, {id}: {name}"));
        }
    }
}
