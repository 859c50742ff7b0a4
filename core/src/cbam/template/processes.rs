//! Sheet D: what each process makes, gives to others, emits and exchanges.

use super::cells::{Cells, Place, at};
use super::head::Slot;
use super::map::{ELECTRICITY, PROCESSES, Sheet};
use crate::error::Code;
use crate::number::{Amount, Fraction};
use crate::wire::v1;

/// A block of the sheet, which belongs to one process.
pub(super) struct Block<'s> {
    slot: &'s Slot,
    here: String,
}

impl<'s> Block<'s> {
    pub(super) fn new(slot: &'s Slot) -> Block<'s> {
        Block { slot, here: format!("/processes/{}", slot.index) }
    }

    fn cell(&self, column: &str, offset: u32) -> Place {
        at(Sheet::Processes, column, PROCESSES.row(self.slot.number).saturating_add(offset))
    }

    /// What the process makes, of all routes.
    pub(super) fn made(&self, cells: &mut Cells) -> Option<Fraction> {
        let field = if self.slot.category == "electricity" { "quantity_mwh" } else { "quantity_t" };
        let path = format!("{}/goods/0/{field}", self.here);
        let places: Vec<Place> = (5..=12).map(|offset| self.cell("L", offset)).collect();
        sum(cells, &places, &path)
    }

    /// What goes to other processes of the installation: their numbers and quantities.
    pub(super) fn passed_on(&self, cells: &mut Cells, slots: &[Slot], inputs: &mut [Vec<v1::CbamInput>]) {
        let made = self.made(cells);
        let mut gone: Vec<Fraction> = Vec::new();
        for line in 1..=9_u32 {
            // The list leaves the process itself out.
            let number = if line < self.slot.number { line } else { line.saturating_add(1) };
            let place = self.cell("L", line.saturating_add(20));
            let Some(other) = slots.iter().find(|slot| slot.number == number) else { continue };
            gone.extend(passed(cells, place, &self.slot.id, other, inputs));
        }
        for offset in [16, 30] {
            let place = self.cell("L", offset);
            let path = format!("{}/goods/0", self.here);
            gone.extend(cells.amount(place, &path).map(Fraction::from));
        }
        balance(cells, self.cell("L", 31), made.as_ref(), &gone);
    }

    /// Emissions, heat, waste gas and electricity.
    pub(super) fn flows(&self, cells: &mut Cells, process: &mut v1::CbamProcess) {
        let place = self.cell("L", 43);
        let direct = cells.number(place, &format!("{}/direct/0/t_co2e", self.here));
        if !direct.is_empty() {
            process.direct.push(v1::CbamStatedEmission {
                name: "directly attributable emissions (DirEm*)".into(),
                t_co2e: direct,
                source: "communication template, D_Processes".into(),
            });
        }
        self.heat(cells, process);
        self.waste_gas(cells, process);
        self.asked(cells, ("K", "heat"), !process.heat.is_empty());
        self.asked(cells, ("L", "waste_gas"), !process.waste_gas.is_empty());
        self.electricity(cells, process);
        let mwh = cells.amount(self.cell("L", 60), &format!("{}/electricity_produced/0/mwh", self.here));
        let factor =
            cells.number(self.cell("L", 61), &format!("{}/electricity_produced/0/t_co2e_per_mwh", self.here));
        if mwh.is_none() {
            let why = "there is no exported electricity that the factor belongs to";
            cells.unused(self.cell("L", 61), why, "enter the electricity");
        }
        if let Some(mwh) = mwh.filter(|mwh| !mwh.is_zero()) {
            process.electricity_produced.push(v1::CbamElectricityMade {
                mwh: mwh.to_string(),
                t_co2e_per_mwh: factor,
                source: String::new(),
            });
        }
    }

    fn heat(&self, cells: &mut Cells, process: &mut v1::CbamProcess) {
        for (column, direction) in [("L", "in"), ("M", "out")] {
            let here = format!("{}/heat/{}", self.here, process.heat.len());
            let quantity = cells.amount(self.cell(column, 46), &format!("{here}/tj"));
            let factor = cells.number(self.cell(column, 47), &format!("{here}/t_co2e_per_tj"));
            if quantity.is_none() {
                cells.unused(
                    self.cell(column, 47),
                    "there is no heat that the factor belongs to",
                    "enter the heat",
                );
            }
            if let Some(tj) = quantity.filter(|tj| !tj.is_zero()) {
                process.heat.push(v1::CbamHeatUse {
                    direction: direction.into(),
                    tj: tj.to_string(),
                    t_co2e_per_tj: factor,
                    ..v1::CbamHeatUse::default()
                });
            }
        }
    }

    fn waste_gas(&self, cells: &mut Cells, process: &mut v1::CbamProcess) {
        for (column, direction) in [("L", "in"), ("M", "out")] {
            let here = format!("{}/waste_gas/{}", self.here, process.waste_gas.len());
            let quantity = cells.amount(self.cell(column, 50), &format!("{here}/tj"));
            let why = "the template does not read this factor: waste gas counts as natural gas";
            cells.unused(self.cell(column, 51), why, "nothing needs to be done");
            if let Some(tj) = quantity.filter(|tj| !tj.is_zero()) {
                process.waste_gas.push(v1::CbamWasteGas {
                    direction: direction.into(),
                    tj: tj.to_string(),
                    ..v1::CbamWasteGas::default()
                });
            }
        }
    }

    /// Whether the operator says that heat or waste gas crosses the boundary at all.
    fn asked(&self, cells: &mut Cells, (column, field): (&str, &str), any: bool) {
        let place = self.cell(column, 39);
        cells.take(place, &format!("{}/{field}", self.here));
        if any && cells.peek(place) == "FALSE" {
            let message = "this says that nothing of it crosses the boundary, and entries below say otherwise: the template counts them";
            cells.say(("warning", Code::TemplateAssumed), place, message, "correct one of the two");
        }
    }

    fn electricity(&self, cells: &mut Cells, process: &mut v1::CbamProcess) {
        let here = format!("{}/electricity/0", self.here);
        let quantity = cells.amount(self.cell("L", 54), &format!("{here}/mwh"));
        let factor = cells.number(self.cell("L", 55), &format!("{here}/t_co2e_per_mwh"));
        let place = self.cell("L", 56);
        let basis = cells.word(place, &format!("{here}/basis"), ELECTRICITY);
        if quantity.is_none() {
            for offset in [55, 56] {
                let why = "there is no electricity that the entry belongs to";
                cells.unused(self.cell("L", offset), why, "enter the electricity");
            }
        }
        let Some(mwh) = quantity.filter(|mwh| !mwh.is_zero()) else { return };
        if basis.is_empty() && !cells.is_filled(place) {
            let message = "it is not stated where the emission factor of the electricity is from";
            cells.say(("warning", Code::TemplateAssumed), place, message, "choose the source in the list");
        }
        process.electricity.push(v1::CbamElectricityUse {
            from: if ["own", "own-chp"].contains(&basis) { "installation" } else { "grid" }.into(),
            mwh: mwh.to_string(),
            t_co2e_per_mwh: factor,
            basis: if basis.is_empty() { "unspecified" } else { basis }.into(),
            source: cells.peek(place).to_owned(),
        });
    }
}

/// The sum of the cells that hold a number; nothing if none does.
pub(super) fn sum(cells: &mut Cells, places: &[Place], path: &str) -> Option<Fraction> {
    let amounts: Vec<Amount> = places.iter().filter_map(|place| cells.amount(*place, path)).collect();
    let parts: Vec<Fraction> = amounts.into_iter().map(Fraction::from).collect();
    if parts.is_empty() { None } else { total(&parts) }
}

fn total(parts: &[Fraction]) -> Option<Fraction> {
    parts.iter().try_fold(Fraction::zero(), |sum, part| sum.try_add(part).ok())
}

/// A quantity of something that a process uses, as an input of that process.
pub(super) fn passed(
    cells: &mut Cells,
    place: Place,
    from: &str,
    to: &Slot,
    inputs: &mut [Vec<v1::CbamInput>],
) -> Option<Fraction> {
    let list = inputs.get_mut(to.index)?;
    let path = format!("/processes/{}/inputs/{}/quantity_t", to.index, list.len());
    let amount = cells.amount(place, &path)?;
    if !amount.is_zero() {
        list.push(v1::CbamInput { from: from.into(), cn: String::new(), quantity_t: amount.to_string() });
    }
    Some(Fraction::from(amount))
}

/// Whether what is made or bought is what goes somewhere, where anything is said about that.
pub(super) fn balance(cells: &mut Cells, control: Place, whole: Option<&Fraction>, gone: &[Fraction]) {
    let (Some(whole), Some(sum)) = (whole, total(gone)) else { return };
    if !gone.is_empty() && *whole != sum {
        let message = format!("{whole} are made or bought, and {sum} go somewhere");
        cells.say(("warning", Code::TemplateBalance), control, &message, "");
    }
}
