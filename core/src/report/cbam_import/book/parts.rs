//! What a good's figures are made of: quarters or weeks with their prices, and the summands of its free allocation.

use super::goods::Good;
use super::{Book, page_words};
use crate::report::sheets::{computed, computed_if, count, digits, heads, lost, plain, product, value};
use crate::sheet::write::{Cell, Sheet};
use crate::wire::v1::{CbamLine, CbamSefa, CbamSlot};

/// A column of the sheet of stretches, one row for each quarter or week of a good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Good,
    Cn,
    From,
    Quantity,
    Certificates,
    Price,
    Cost,
    Exact,
    Source,
}

pub(super) const STRETCHES: [(Stretch, u32); 9] = [
    (Stretch::Good, 6),
    (Stretch::Cn, 11),
    (Stretch::From, 12),
    (Stretch::Quantity, 16),
    (Stretch::Certificates, 18),
    (Stretch::Price, 14),
    (Stretch::Cost, 18),
    (Stretch::Exact, 28),
    (Stretch::Source, 44),
];

/// A column of the sheet of free allocation, one row for each good or precursor in a good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Good,
    Depth,
    Cn,
    Installation,
    TPerT,
    Column,
    Benchmark,
    BenchmarkValue,
    CbamFactor,
    Correction,
    Summand,
    Equation,
    Note,
}

pub(super) const PARTS: [(Part, u32); 13] = [
    (Part::Good, 6),
    (Part::Depth, 8),
    (Part::Cn, 11),
    (Part::Installation, 22),
    (Part::TPerT, 14),
    (Part::Column, 9),
    (Part::Benchmark, 40),
    (Part::BenchmarkValue, 14),
    (Part::CbamFactor, 12),
    (Part::Correction, 12),
    (Part::Summand, 16),
    (Part::Equation, 10),
    (Part::Note, 50),
];

impl Book<'_> {
    pub(super) fn stretches(&self) -> Sheet {
        let (said, common) = (page_words(self.lang), self.words);
        let [cn, _, _, _, quantity, ..] = said.columns;
        let [_, _, _, certificates, _, cost, _] = said.sums;
        let head = STRETCHES.map(|(column, _)| match column {
            Stretch::Good => common.number,
            Stretch::Cn => cn,
            Stretch::From => common.from,
            Stretch::Quantity => quantity,
            Stretch::Certificates => certificates,
            Stretch::Price => common.price,
            Stretch::Cost => cost,
            Stretch::Exact => common.exact_cost,
            Stretch::Source => common.source,
        });
        let mut rows = vec![heads(&head)];
        for (number, line) in (1_usize..).zip(&self.declaration().goods) {
            for slot in &line.slots {
                let at = rows.len().saturating_add(1);
                rows.push(
                    STRETCHES.map(|(column, _)| self.of_stretch(column, (number, line), slot, at)).to_vec(),
                );
            }
        }
        self.sheet(self.stretches, rows)
    }

    fn of_stretch(
        &self,
        column: Stretch,
        (number, line): (usize, &CbamLine),
        slot: &CbamSlot,
        at: usize,
    ) -> Cell {
        let here = |column: Stretch| format!("{}{at}", self.stretches.letters(column));
        let good = |column: Good| {
            let row = number.saturating_add(1);
            self.goods.cells(column, (row, row)).split(':').next().unwrap_or_default().to_owned()
        };
        match column {
            Stretch::Good => count(u64::try_from(number).unwrap_or(u64::MAX)),
            Stretch::Cn => plain(&line.cn_code),
            Stretch::From => self.day(&slot.from),
            Stretch::Quantity => value(&slot.quantity),
            Stretch::Certificates => {
                let (whole, due) = (good(Good::Quantity), good(Good::Certificates));
                computed(
                    format!("IF({whole}=0,0,{}*{due}/{whole})", here(Stretch::Quantity)),
                    &slot.certificates,
                )
            }
            Stretch::Price => value(&slot.price_eur),
            Stretch::Cost if slot.price_eur.is_empty() => plain(""),
            Stretch::Cost => {
                computed(format!("{}*{}", here(Stretch::Certificates), here(Stretch::Price)), &slot.cost_eur)
            }
            Stretch::Exact => digits(lost(&slot.cost_eur)),
            Stretch::Source => plain(&slot.price_source),
        }
    }

    pub(super) fn allocation(&self) -> Sheet {
        let (said, common) = (page_words(self.lang), self.words);
        let [cn, _, installation, ..] = said.columns;
        let head = PARTS.map(|(column, _)| match column {
            Part::Good => common.number,
            Part::Depth => common.depth,
            Part::Cn => cn,
            Part::Installation => installation,
            Part::TPerT => common.t_per_t,
            Part::Column => common.column,
            Part::Benchmark => common.benchmark,
            Part::BenchmarkValue => common.benchmark_value,
            Part::CbamFactor => common.cbam_factor,
            Part::Correction => common.correction,
            Part::Summand => common.summand,
            Part::Equation => common.equation,
            Part::Note => common.note_head,
        });
        let mut rows = vec![heads(&head)];
        for (number, line) in (1_u64..).zip(&self.declaration().goods) {
            for part in &line.sefa {
                let at = rows.len().saturating_add(1);
                rows.push(PARTS.map(|(column, _)| self.of_part(column, number, part, at)).to_vec());
            }
        }
        self.sheet(self.parts, rows)
    }

    fn of_part(&self, column: Part, number: u64, part: &CbamSefa, at: usize) -> Cell {
        match column {
            Part::Good => count(number),
            Part::Depth => count(part.depth.into()),
            Part::Cn => plain(&part.cn_code),
            Part::Installation => plain(&part.installation),
            Part::TPerT => value(&part.t_per_t),
            Part::Column => plain(&part.column),
            Part::Benchmark => plain(&part.benchmark),
            Part::BenchmarkValue => value(&part.benchmark_t_co2e),
            Part::CbamFactor => value(&part.cbam_factor),
            Part::Correction => value(&part.correction_factor),
            Part::Summand => {
                let factors =
                    [&*part.t_per_t, &part.benchmark_t_co2e, &part.cbam_factor, &part.correction_factor];
                let formula = || {
                    [Part::TPerT, Part::BenchmarkValue, Part::CbamFactor, Part::Correction]
                        .map(|column| format!("{}{at}", self.parts.letters(column)))
                        .join("*")
                };
                computed_if(product(&factors), formula, &part.sefa_t_co2e)
            }
            Part::Equation => plain(&part.equation),
            Part::Note => plain(&part.note),
        }
    }
}
