//! The sheet of goods: quantity, rates and what follows from them.

use super::parts::{Part, Stretch};
use super::{Book, page_words, rows_after};
use crate::number::Fraction;
use crate::report::cbam_kinds;
use crate::report::sheets::{computed, computed_if, count, digits, lost, plain, sum, value};
use crate::sheet::write::{Cell, Look, Sheet, text};
use crate::wire::v1::CbamLine;

/// A column of the sheet of goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Good {
    Number,
    Cn,
    Description,
    Sector,
    Category,
    Origin,
    Installation,
    Data,
    Produced,
    Rows,
    FirstRow,
    Quantity,
    Unit,
    Exempt,
    Direct,
    Indirect,
    Content,
    Before,
    MarkUp,
    See,
    Sefa,
    Embedded,
    Free,
    Carbon,
    Certificates,
    OfMarkUp,
    Cost,
    Unpriced,
    ExactCertificates,
    ExactCost,
    Source,
    Note,
    Confidence,
}

pub(super) const GOODS: [(Good, u32); 33] = [
    (Good::Number, 6),
    (Good::Cn, 11),
    (Good::Description, 30),
    (Good::Sector, 14),
    (Good::Category, 18),
    (Good::Origin, 9),
    (Good::Installation, 22),
    (Good::Data, 16),
    (Good::Produced, 10),
    (Good::Rows, 8),
    (Good::FirstRow, 9),
    (Good::Quantity, 14),
    (Good::Unit, 7),
    (Good::Exempt, 9),
    (Good::Direct, 14),
    (Good::Indirect, 14),
    (Good::Content, 12),
    (Good::Before, 14),
    (Good::MarkUp, 10),
    (Good::See, 14),
    (Good::Sefa, 14),
    (Good::Embedded, 16),
    (Good::Free, 16),
    (Good::Carbon, 16),
    (Good::Certificates, 16),
    (Good::OfMarkUp, 16),
    (Good::Cost, 16),
    (Good::Unpriced, 16),
    (Good::ExactCertificates, 28),
    (Good::ExactCost, 28),
    (Good::Source, 46),
    (Good::Note, 40),
    (Good::Confidence, 10),
];

impl Book<'_> {
    pub(super) fn lines(&self) -> Sheet {
        let mut rows = vec![GOODS.map(|(column, _)| text(self.head(column), Look::Head)).to_vec()];
        let (mut stretches, mut parts) = (0_usize, 0_usize);
        for line in &self.declaration().goods {
            let before = (stretches, parts);
            let at = rows.len().saturating_add(1);
            rows.push(GOODS.map(|(column, _)| self.of_good(column, line, at, before)).to_vec());
            stretches = stretches.saturating_add(line.slots.len());
            parts = parts.saturating_add(line.sefa.len());
        }
        self.sheet(self.goods, rows)
    }

    fn head(&self, column: Good) -> &'static str {
        let (said, common, text) = (page_words(self.lang), self.words, self.lang.text());
        let [cn, origin, installation, data, quantity, ..] = said.columns;
        let [embedded, free, carbon, certificates, of_mark_up, cost, unpriced] = said.sums;
        match column {
            Good::Number => common.number,
            Good::Cn => cn,
            Good::Description => common.description,
            Good::Sector => common.sector,
            Good::Category => common.category,
            Good::Origin => origin,
            Good::Installation => installation,
            Good::Data => data,
            Good::Produced => common.produced,
            Good::Rows => text.rows,
            Good::FirstRow => text.first_row,
            Good::Quantity => quantity,
            Good::Unit => common.unit,
            Good::Exempt => common.exempt,
            Good::Direct => common.direct,
            Good::Indirect => common.indirect,
            Good::Content => common.content,
            Good::Before => common.before_mark_up,
            Good::MarkUp => common.mark_up,
            Good::See => common.see,
            Good::Sefa => common.sefa,
            Good::Embedded => embedded,
            Good::Free => free,
            Good::Carbon => carbon,
            Good::Certificates => certificates,
            Good::OfMarkUp => of_mark_up,
            Good::Cost => cost,
            Good::Unpriced => unpriced,
            Good::ExactCertificates => common.exact_certificates,
            Good::ExactCost => common.exact_cost,
            Good::Source => common.source,
            Good::Note => common.note_head,
            Good::Confidence => said.confidence,
        }
    }

    /// A cell of a good in row `at`; so many stretches and summands of free allocation stand before its own.
    fn of_good(&self, column: Good, line: &CbamLine, at: usize, before: (usize, usize)) -> Cell {
        let (text, total) = (self.lang.text(), &line.total);
        let here = |column: Good| format!("{}{at}", self.goods.letters(column));
        match column {
            Good::Number => count(u64::try_from(at).unwrap_or(u64::MAX).saturating_sub(1)),
            Good::Cn => plain(&line.cn_code),
            Good::Description => plain(&line.description),
            Good::Sector => plain(&line.sector),
            Good::Category => plain(&line.category),
            Good::Origin => plain(&line.origin),
            Good::Installation => plain(&line.installation),
            Good::Data => plain(cbam_kinds::kind(&line.data, self.lang)),
            Good::Produced => plain(&line.production_year),
            Good::Rows => count(line.rows),
            Good::FirstRow => count(line.first_row),
            Good::Quantity => value(&line.quantity),
            Good::Unit => plain(&line.unit),
            Good::Exempt => plain(if line.exempt { text.yes } else { text.no }),
            Good::Direct => value(&line.see.direct_t_co2e),
            Good::Indirect => value(&line.see.indirect_t_co2e),
            Good::Content => value(&line.see.content),
            Good::Before => {
                let stated = sum([&*line.see.direct_t_co2e, &*line.see.indirect_t_co2e])
                    .and_then(|both| both.try_mul(&Fraction::parse(&line.see.content)?).ok());
                let formula =
                    || format!("({}+{})*{}", here(Good::Direct), here(Good::Indirect), here(Good::Content));
                computed_if(stated, formula, &line.see.before_mark_up_t_co2e)
            }
            Good::MarkUp => value(&line.see.mark_up),
            Good::See => {
                let marked = sum(["1", &*line.see.mark_up])
                    .and_then(|rate| rate.try_mul(&Fraction::parse(&line.see.before_mark_up_t_co2e)?).ok());
                let formula = || format!("{}*(1+{})", here(Good::Before), here(Good::MarkUp));
                computed_if(marked, formula, &line.see_t_co2e)
            }
            Good::Sefa if line.sefa.is_empty() => value(&line.sefa_t_co2e),
            Good::Sefa => {
                let summands = sum(line.sefa.iter().map(|part| &*part.sefa_t_co2e));
                let rows = rows_after(before.1, line.sefa.len());
                let formula = || format!("SUM({})", self.parts.cells(Part::Summand, rows));
                computed_if(summands, formula, &line.sefa_t_co2e)
            }
            Good::Embedded => {
                computed(format!("{}*{}", here(Good::Quantity), here(Good::See)), &total.embedded_t_co2e)
            }
            Good::Free => computed(
                format!("{}*{}", here(Good::Quantity), here(Good::Sefa)),
                &total.free_allocation_t_co2e,
            ),
            Good::Carbon => value(&total.carbon_price_t_co2e),
            Good::Certificates => computed(self.due(at, &here(Good::Embedded)), &total.certificates),
            Good::OfMarkUp => {
                let without = self.due(at, &format!("{}*{}", here(Good::Quantity), here(Good::Before)));
                let formula = format!("{}-{without}", here(Good::Certificates));
                computed(formula, &total.certificates_of_mark_up)
            }
            Good::Cost => {
                let rows = rows_after(before.0, line.slots.len());
                computed(format!("SUM({})", self.stretches.cells(Stretch::Cost, rows)), &total.cost_eur)
            }
            Good::Unpriced => {
                let rows = rows_after(before.0, line.slots.len());
                let (sums, prices) = (
                    self.stretches.cells(Stretch::Certificates, rows),
                    self.stretches.cells(Stretch::Price, rows),
                );
                computed(format!("SUMIFS({sums},{prices},\"\")"), &total.certificates_without_price)
            }
            Good::ExactCertificates => digits(lost(&total.certificates)),
            Good::ExactCost => digits(lost(&total.cost_eur)),
            Good::Source => plain(match (&*line.see.default_value, line.see.verified) {
                ("", true) => self.words.verified.to_owned(),
                ("", false) => self.words.not_verified.to_owned(),
                (id, _) => id.to_owned(),
            }),
            Good::Note => {
                let compared = if line.see.compared { "" } else { self.words.not_compared };
                let parts = [&*line.see.cell, &*line.see.edition, compared];
                plain(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "))
            }
            Good::Confidence => plain(&line.confidence),
        }
    }

    /// Certificates of the good in row `at` if so much is embedded.
    fn due(&self, at: usize, embedded: &str) -> String {
        let here = |column: Good| format!("{}{at}", self.goods.letters(column));
        format!(
            "IF({}=\"{}\",0,MAX(0,{embedded}-{}-{}))",
            here(Good::Exempt),
            self.lang.text().yes,
            here(Good::Free),
            here(Good::Carbon)
        )
    }
}
