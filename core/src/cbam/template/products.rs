//! Summary_Products: codes, names, parameters and carbon prices of what is sold.

use super::cells::{Cells, Place, at};
use super::head::Slot;
use super::map::{PARAMETERS, Sheet};
use crate::error::Code;
use crate::number::Fraction;
use crate::wire::v1;

fn cell(column: &str, row: u32) -> Place {
    at(Sheet::ProductSummary, column, row)
}

/// A row of the sheet, and the good that it became.
pub(super) struct Row {
    pub(super) row: u32,
    pub(super) process: usize,
    pub(super) good: usize,
}

/// Adds the goods of each process. The template states quantities by process: the first good has them.
pub(super) fn products(
    cells: &mut Cells,
    slots: &[Slot],
    made: &[Option<Fraction>],
    processes: &mut [v1::CbamProcess],
) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in 10..=109 {
        let place = cell("D", row);
        if !cells.is_filled(place) {
            continue;
        }
        let named = cells.peek(place).to_owned();
        let Some(slot) = slots.iter().find(|slot| slot.name == named) else {
            cells.bad(place, "no production process has this name", "choose a process of sheet A_InstData");
            continue;
        };
        let Some(process) = processes.get_mut(slot.index) else { continue };
        let here = format!("/processes/{}/goods/{}", slot.index, process.goods.len());
        cells.take(place, &here);
        if !process.goods.is_empty() {
            let message = "the template has one quantity for all goods of the process: the first good carries it, this one none";
            let help = "put the quantities by good into the document; specific emissions of a tonne do not depend on them, but those of a functional unit with content do";
            cells.say(("info", Code::TemplateAssumed), place, message, help);
        }
        rows.push(Row { row, process: slot.index, good: process.goods.len() });
        process.goods.push(good(cells, row, slot.category, &here));
    }
    for slot in slots {
        let Some(process) = processes.get_mut(slot.index) else { continue };
        if process.goods.is_empty() {
            process
                .goods
                .push(v1::CbamMadeGood { category: slot.category.into(), ..v1::CbamMadeGood::default() });
        }
        let whole =
            made.get(slot.index).and_then(Option::as_ref).map_or_else(String::new, Fraction::to_string);
        for (index, good) in process.goods.iter_mut().enumerate() {
            let quantity = if index == 0 { whole.clone() } else { "0".into() };
            if slot.category == "electricity" {
                good.quantity_mwh = quantity;
            } else {
                good.quantity_t = quantity;
            }
        }
    }
    rows
}

fn good(cells: &mut Cells, row: u32, category: &str, here: &str) -> v1::CbamMadeGood {
    let cn = cells.text(cell("F", row), &format!("{here}/cn"));
    let mut good = v1::CbamMadeGood {
        category: if cn.is_empty() { category.into() } else { String::new() },
        cn,
        name: cells.text(cell("H", row), &format!("{here}/name")),
        ..v1::CbamMadeGood::default()
    };
    // Contents that the definitive period counts goods by.
    let content = match category {
        "cement" => "AB",
        "urea" | "mixed-fertilisers" => "AG",
        _ => "",
    };
    for (column, name) in PARAMETERS {
        let path = format!("{here}/parameters/{}/value", good.parameters.len());
        let value = cells.text(cell(column, row), &path);
        if value.is_empty() {
            continue;
        }
        if *column == content {
            good.content.clone_from(&value);
        }
        good.parameters.push(v1::CbamParameter { name: (*name).into(), value });
    }
    let mut text =
        |column: &str, field: &str| cells.text(cell(column, row), &format!("{here}/carbon_price/{field}"));
    let price = v1::CbamGoodPrice {
        instrument: text("AL", "instrument"),
        share_covered: text("AM", "share_covered"),
        currency: text("AP", "currency"),
        due_per_t: text("AR", "due_per_t"),
        rebate: text("AT", "rebate"),
        rebate_share: text("AU", "rebate_share"),
        rebate_per_t: text("AX", "rebate_per_t"),
    };
    good.carbon_price = (price != v1::CbamGoodPrice::default()).then_some(price);
    good
}
