//! What an importer owes as a workbook: every certificate and euro as a formula, down to default values, benchmarks and prices.

mod goods;
mod parts;
mod words;

use super::super::sheets::{self, Columns, FINDINGS, computed, digits, fact, heads, plain, value};
use super::super::{Lang, cbam_kinds, figure};
use super::words as page_words;
use crate::error::Error;
use crate::sheet::write::{Cell, Look, Sheet, Shown, day, text, workbook};
use crate::wire::v1::{CbamDeclaration, CbamImportAnswer, CbamSums};
use goods::{GOODS, Good};
use parts::{PARTS, Part, STRETCHES, Stretch};
use words::Words;

/// What an importer owes as a workbook (XLSX): the sums, every good, its prices and its free allocation, provenance, remarks.
///
/// Sums, certificates and cost are formulas over the goods; those of a good over its quantity, its rates, its stretches and the
/// summands of its free allocation. A formula stands where its exact result is the figure of the answer; where a figure
/// comes about in another way (loops of precursors, what an installation states), it stands alone. Results stand in the file.
///
/// # Units
/// Tonnes of CO2 equivalent, certificates, EUR; heads name them. A number has the 15 digits that a spreadsheet keeps, rounded
/// half-even; an exact figure that needs more stands beside as text.
///
/// # Method
/// M-106 (certificates), M-280 (digits, formulas).
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
///
/// # Example
/// ```
/// use emitrace::cbam::declare;
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, cbam_import_workbook};
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,TR,100,t\n";
/// let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
/// let request = CbamImportRequest { options, ..Default::default() };
/// let answer = declare(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// assert!(cbam_import_workbook(&answer, Lang::Vi)?.starts_with(b"PK"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_import_workbook(answer: &CbamImportAnswer, lang: Lang) -> Result<Vec<u8>, Error> {
    workbook(&book(answer, lang), page_words(lang).title)
}

fn book(answer: &CbamImportAnswer, lang: Lang) -> Vec<Sheet> {
    let words = words::of(lang);
    let book = Book {
        answer,
        lang,
        words,
        goods: Columns { sheet: words.goods, columns: &GOODS },
        stretches: Columns { sheet: words.stretches, columns: &STRETCHES },
        parts: Columns { sheet: words.allocation, columns: &PARTS },
    };
    let mut sheets = vec![book.owed(), book.lines()];
    sheets.extend([book.stretches(), book.allocation(), book.provenance(), book.remarks()]);
    sheets
}

struct Book<'b> {
    answer: &'b CbamImportAnswer,
    lang: Lang,
    words: &'static Words,
    goods: Columns<'static, Good>,
    stretches: Columns<'static, Stretch>,
    parts: Columns<'static, Part>,
}

/// Rows that follow each other, after so many before them and one of heads.
fn rows_after(before: usize, rows: usize) -> (usize, usize) {
    (before.saturating_add(2), before.saturating_add(rows).saturating_add(1))
}

impl Book<'_> {
    fn declaration(&self) -> &CbamDeclaration {
        &self.answer.declaration
    }

    fn day(&self, iso: &str) -> Cell {
        day(iso, if self.lang == Lang::Vi { Shown::DayFirst } else { Shown::Day })
    }

    /// The figures of a sum with the columns that they are added up from.
    fn sums(total: &CbamSums) -> [(Good, &str); 7] {
        [
            (Good::Embedded, &total.embedded_t_co2e),
            (Good::Free, &total.free_allocation_t_co2e),
            (Good::Carbon, &total.carbon_price_t_co2e),
            (Good::Certificates, &total.certificates),
            (Good::OfMarkUp, &total.certificates_of_mark_up),
            (Good::Cost, &total.cost_eur),
            (Good::Unpriced, &total.certificates_without_price),
        ]
    }

    /// Facts, the sums, sectors, what has to be held.
    fn owed(&self) -> Sheet {
        let (said, common, text_of) = (page_words(self.lang), self.words, self.lang.text());
        let declaration = self.declaration();
        let threshold = &declaration.threshold;
        let state = if threshold.exempt { said.exempt } else { said.above };
        let marks = text_of.marks;
        let mass = format!(
            "{} t, {state} ({} t)",
            figure::exact(&threshold.mass_t, marks),
            figure::exact(&threshold.limit_t, marks)
        );
        let coverage = &self.answer.coverage;
        let rows_of = |count| figure::count(count, marks);
        let mut rows = vec![
            vec![text(said.title, Look::Title)],
            fact(said.year, &declaration.year),
            fact(said.data, cbam_kinds::kind(&declaration.data, self.lang)),
            fact(said.threshold, &mass),
            fact(text_of.coverage, &format!("{} / {}", rows_of(coverage.counted), rows_of(coverage.rows))),
            fact(said.confidence, &declaration.confidence),
            fact("SHA-256", &self.answer.digest),
        ];
        if !self.answer.is_complete() {
            rows.push(vec![text("!", Look::Open), text(common.incomplete, Look::Open)]);
        }
        rows.extend([Vec::new(), heads(&[said.total, common.sums, common.exact])]);
        let goods = (2, declaration.goods.len().max(1).saturating_add(1));
        for (name, (column, exact)) in said.sums.iter().zip(Self::sums(&declaration.total)) {
            let sum = format!("SUM({})", self.goods.cells(column, goods));
            let figure = computed(sum, exact).shown(Shown::Thousandths);
            rows.push(vec![text(*name, Look::Head), figure, digits(exact)]);
        }
        rows.push(Vec::new());
        let mut head = vec![common.sector];
        head.extend(said.sums);
        rows.push(heads(&head));
        for sector in &declaration.sectors {
            let at = rows.len().saturating_add(1);
            let mut row = vec![plain(&sector.sector)];
            row.extend(Self::sums(&sector.total).map(|(column, exact)| {
                let (sums, keys) = (self.goods.cells(column, goods), self.goods.cells(Good::Sector, goods));
                computed(format!("SUMIFS({sums},{keys},$A{at})"), exact).shown(Shown::Thousandths)
            }));
            rows.push(row);
        }
        rows.push(Vec::new());
        self.holdings(&mut rows);
        rows.push(vec![text(common.note, Look::Wide)]);
        Sheet {
            name: common.owed.into(),
            widths: vec![44, 24, 30, 24, 20, 20, 20, 22],
            frozen: 0,
            filter: false,
            rows,
        }
    }

    /// What has to be held at the end of each quarter.
    fn holdings(&self, rows: &mut Vec<Vec<Cell>>) {
        let holdings = &self.declaration().holdings;
        if holdings.is_empty() {
            return;
        }
        let said = page_words(self.lang);
        let [on, embedded, free, certificates] = said.holding;
        rows.push(vec![text(said.holdings, Look::Head)]);
        rows.push(heads(&[on, embedded, free, self.words.share, certificates, self.words.without_default]));
        for holding in holdings {
            let at = rows.len().saturating_add(1);
            rows.push(vec![
                self.day(&holding.on),
                value(&holding.embedded_t_co2e),
                value(&holding.free_allocation_t_co2e),
                value(&holding.share),
                computed(format!("MAX(0,B{at}-C{at})*D{at}"), &holding.certificates),
                plain(holding.without_default.join(", ")),
            ]);
        }
        rows.push(Vec::new());
    }

    fn sheet<C: Copy + PartialEq>(&self, columns: Columns<'_, C>, rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet { name: columns.sheet.into(), widths: columns.widths(), frozen: 1, filter: true, rows }
    }

    /// Every figure of law and every price that was used, packs with editions, licences and digests, installations.
    fn provenance(&self) -> Sheet {
        let (said, common, text) = (page_words(self.lang), self.words, self.lang.text());
        let declaration = self.declaration();
        let mut rows = vec![heads(&[
            common.figure,
            text.value,
            common.unit,
            common.document,
            common.clause,
            said.confidence,
            common.note_head,
        ])];
        rows.extend(declaration.figures.iter().map(|row| {
            vec![
                plain(&row.id),
                value(&row.value),
                plain(&row.unit),
                plain(&row.document),
                plain(&row.clause),
                plain(&row.confidence),
                plain(&row.note),
            ]
        }));
        rows.extend([Vec::new(), heads(&sheets::pack_heads(text, common.pack_digest))]);
        let plants = declaration.plants.iter().flat_map(|plant| &plant.packs);
        let mut told: Vec<&str> = Vec::new();
        for pack in declaration.packs.iter().chain(plants) {
            if !told.contains(&&*pack.id) {
                told.push(&pack.id);
                rows.push(sheets::pack(text, Some(pack)).to_vec());
            }
        }
        if !declaration.plants.is_empty() {
            let [cn, _, installation, ..] = said.columns;
            rows.extend([Vec::new(), heads(&[common.plants])]);
            rows.push(heads(&[installation, common.description, text.period, cn, "SHA-256"]));
            rows.extend(declaration.plants.iter().map(|plant| {
                let goods = plant.goods.join(", ");
                [&plant.installation, &plant.name, &plant.period, &goods, &plant.digest].map(plain).to_vec()
            }));
        }
        Sheet {
            name: common.provenance.into(),
            widths: vec![46, 34, 18, 50, 44, 18, 66],
            frozen: 1,
            filter: false,
            rows,
        }
    }

    /// Notes, then findings.
    fn remarks(&self) -> Sheet {
        let mut rows = sheets::findings(self.lang.text(), self.words.code, &self.answer.findings);
        rows.extend(self.declaration().notes.iter().map(|note| vec![text(note, Look::Wide)]));
        Sheet { name: self.words.remarks.into(), widths: FINDINGS.to_vec(), frozen: 1, filter: false, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbam::declare;
    use crate::factor::shipped;
    use crate::sheet::write::Stored;
    use crate::wire::v1::{CbamImportOptions, CbamImportRequest};

    /// Rows of a sheet as a program reads them.
    fn stored(sheet: &Sheet) -> Vec<Vec<(Stored, String)>> {
        sheet.rows.iter().map(|row| row.iter().map(Cell::stored).collect()).collect()
    }

    #[test]
    fn certificates_and_cost_are_formulas_whose_results_are_those_of_the_answer() {
        let imports = "date,cn_code,origin,net_mass,unit,installation\n\
                       2026-02-03,7207 11 11,TR,100,t,=HYPERLINK(1)\n\
                       2026-12-03,7207 11 11,TR,1/3,t,\n\
                       2026-05-03,7207 11 11,TR,50,t,=HYPERLINK(1)\n";
        let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
        let request = CbamImportRequest { options, ..Default::default() };
        let answer = declare(imports.as_bytes(), shipped(), &request).unwrap();
        // One row cannot be read, and the workbook says so on its face.
        assert_eq!((answer.coverage.counted, answer.coverage.excluded), (2, 1));
        let sheets = book(&answer, Lang::En);
        let front = stored(sheets.first().unwrap());
        assert!(
            front.iter().flatten().any(|(_, text)| text == "Rows of the ledger are missing in these figures")
        );
        let due =
            front.iter().find(|row| row.first().is_some_and(|cell| cell.1 == "Certificates due")).unwrap();
        let total = &answer.declaration.total;
        assert_eq!(
            due[1..],
            [(Stored::Formula, total.certificates.clone()), (Stored::Text, total.certificates.clone())]
        );
        let goods = stored(sheets.get(1).unwrap());
        let figures = |row: &[(Stored, String)]| row.iter().filter(|cell| cell.0 == Stored::Formula).count();
        assert_eq!(goods.len(), 2);
        // SEE, SEFA, embedded, free, certificates, of them by mark-up, cost, without price.
        assert_eq!(goods.get(1).map(|row| figures(row)), Some(8));
        assert!(goods.iter().flatten().any(|cell| *cell == (Stored::Text, "=HYPERLINK(1)".into())));
        let stretches = stored(sheets.get(2).unwrap());
        assert_eq!(stretches.len(), 3, "two quarters");
    }
}
