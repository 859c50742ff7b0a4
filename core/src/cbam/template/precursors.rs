//! Sheet E and table 5 of sheet A: purchased precursors.

use super::cells::{Cells, Place, at};
use super::head::{Remarks, Slot};
use super::map::{CATEGORIES, DETERMINATIONS, ELECTRICITY, PRECURSORS, Sheet};
use super::processes::{balance, passed, sum};
use crate::error::Code;
use crate::number::Fraction;
use crate::wire::v1;

/// Every purchased precursor; what processes use of it goes into their inputs, the first row of its block into `rows`.
pub(super) fn precursors(
    cells: &mut Cells,
    remarks: &mut Remarks,
    slots: &[Slot],
    inputs: &mut [Vec<v1::CbamInput>],
    rows: &mut Vec<u32>,
) -> Vec<v1::CbamBoughtPrecursor> {
    let mut all = Vec::new();
    for (number, row) in (1_u32..).zip(102..=121) {
        if cells.is_filled(at(Sheet::Installation, "E", row)) {
            let reader = Reader { number, row, index: all.len() };
            rows.push(PRECURSORS.row(number));
            all.push(reader.precursor(cells, remarks, slots, inputs));
        }
    }
    all
}

struct Reader {
    number: u32,
    /// Its row in table 5 of sheet A.
    row: u32,
    /// Its place in the document.
    index: usize,
}

impl Reader {
    fn listed(&self, column: &str) -> Place {
        at(Sheet::Installation, column, self.row)
    }

    fn cell(&self, column: &str, offset: u32) -> Place {
        at(Sheet::Precursors, column, PRECURSORS.row(self.number).saturating_add(offset))
    }

    fn precursor(
        &self,
        cells: &mut Cells,
        remarks: &mut Remarks,
        slots: &[Slot],
        inputs: &mut [Vec<v1::CbamInput>],
    ) -> v1::CbamBoughtPrecursor {
        let here = format!("/precursors/{}", self.index);
        let id = format!("PP{}", self.number);
        let category = cells.word(self.listed("E"), &format!("{here}/category"), CATEGORIES);
        let given = cells.text(self.listed("L"), &format!("{here}/name"));
        let name = if given.is_empty() { format!("{id} - {}", cells.peek(self.listed("E"))) } else { given };
        let mut routes: Vec<String> = Vec::new();
        for column in ["G", "H", "I", "J", "K"] {
            let route = cells.text(self.listed(column), &format!("{here}/routes/{}", routes.len()));
            if !route.is_empty() {
                routes.push(route);
            }
        }
        let quantity = self.quantity(cells, &here, &id, slots, inputs);
        let mut batch = self.values(cells, remarks, &format!("{here}/batches/0"), &id);
        batch.quantity_t = quantity.map_or_else(String::new, |quantity| quantity.to_string());
        batch.country = self.country(cells, &here);
        v1::CbamBoughtPrecursor {
            id,
            name,
            category: category.into(),
            routes,
            batches: vec![batch],
            ..v1::CbamBoughtPrecursor::default()
        }
    }

    fn country(&self, cells: &mut Cells, here: &str) -> String {
        let place = self.listed("F");
        let code = cells.text(place, &format!("{here}/batches/0/country"));
        if code.is_empty() {
            let message = "the country where the precursor was made is not stated";
            cells.say(("warning", Code::TemplateAssumed), place, message, "enter its code of two letters");
            return "unknown".into();
        }
        code
    }

    /// What was bought, and who used it.
    fn quantity(
        &self,
        cells: &mut Cells,
        here: &str,
        id: &str,
        slots: &[Slot],
        inputs: &mut [Vec<v1::CbamInput>],
    ) -> Option<Fraction> {
        let places: Vec<Place> = (3..=10).map(|offset| self.cell("L", offset)).collect();
        let path = format!("{here}/batches/0/quantity_t");
        let bought = sum(cells, &places, &path);
        let mut gone = Vec::new();
        for slot in slots {
            let place = self.cell("L", slot.number.saturating_add(13));
            gone.extend(passed(cells, place, id, slot, inputs));
        }
        gone.extend(cells.amount(self.cell("L", 24), &path).map(Fraction::from));
        if bought.is_none() {
            let used = gone.iter().try_fold(Fraction::zero(), |sum, part| sum.try_add(part).ok());
            let message = "it is not stated how much was bought: what was used is taken";
            let place = self.cell("L", 3);
            cells.say(("warning", Code::TemplateAssumed), place, message, "enter the quantity by route");
            return used;
        }
        balance(cells, self.cell("L", 25), bought.as_ref(), &gone);
        bought
    }

    /// Specific embedded emissions of a tonne.
    fn values(&self, cells: &mut Cells, remarks: &mut Remarks, here: &str, id: &str) -> v1::CbamBatch {
        let see_direct = cells.number(self.cell("L", 35), &format!("{here}/see_direct"));
        let determination = self.determination(cells, 35, &format!("{here}/determination"));
        let mwh = cells.number(self.cell("L", 36), &format!("{here}/mwh"));
        let indirect = self.determination(cells, 36, &format!("{here}/indirect_determination"));
        let factor = cells.number(self.cell("L", 37), &format!("{here}/t_co2e_per_mwh"));
        let source = self.cell("M", 37);
        if cells.is_filled(source) {
            let path = format!("/remarks/{}/value", remarks.list.len());
            let basis = cells.word(source, &path, ELECTRICITY);
            let name = format!("{id}: basis of the electricity factor");
            remarks.list.push(v1::CbamParameter { name, value: basis.into() });
        }
        remarks.keep(cells, self.cell("K", 40), &format!("{id}: justification for default values"));
        let open = if mwh.is_empty() { Some((36, "electricity")) } else { None };
        let open = open.or(factor.is_empty().then_some((37, "emission factor")));
        let mut see_indirect = String::new();
        if let Some((offset, what)) = open {
            if mwh != "0" {
                let message = format!(
                    "no {what} is entered: the template counts no indirect emissions of the precursor"
                );
                let help = "enter the supplier's figure; 0 if it states zero";
                cells.say(("warning", Code::TemplateAssumed), self.cell("L", offset), &message, help);
            }
            see_indirect = "0".into();
        }
        let factor = if see_indirect.is_empty() { factor } else { String::new() };
        v1::CbamBatch {
            determination: determination.into(),
            indirect_determination: if indirect == determination { "" } else { indirect }.into(),
            see_direct,
            see_indirect,
            mwh,
            t_co2e_per_mwh: factor,
            per: "t".into(),
            ..v1::CbamBatch::default()
        }
    }

    /// How a value was determined; what nobody says counts as an estimate.
    fn determination(&self, cells: &mut Cells, offset: u32, path: &str) -> &'static str {
        let place = self.cell("M", offset);
        if cells.is_filled(place) {
            return cells.word(place, path, DETERMINATIONS);
        }
        if cells.is_filled(self.cell("L", offset)) {
            let message = "it is not stated whether the value was measured: it counts as an estimate";
            cells.say(
                ("warning", Code::TemplateAssumed),
                place,
                message,
                "choose Measured, Default or Unknown",
            );
        }
        "estimate"
    }
}
