//! The inventory as a workbook: totals as formulas over its lines, and where every factor comes from.

mod lines;
mod words;

#[cfg(test)]
mod tests;

pub use lines::WorkbookLines;

use lines::{Col, Data};
use words::Words;

use super::sheets::{digits, heads, plain, said};
use super::{Lang, figure, outline, sheets as shared};
use crate::error::Error;
use crate::sheet::write::{Cell, Look, Sheet, Shown, day, formula, number, text, workbook};
use crate::sheet::{column_name, fifteen_digits};
use crate::wire::v1::{FactorUse, InventoryAnswer, PackUse, View};

/// Cells of a view that are listed; the rest is counted and stands in the CSV.
const CELLS: usize = 2_000;
/// Comparisons that the formulas of one view may ask of a spreadsheet; beyond them its figures stand without formulas.
const COMPARISONS: usize = 20_000_000;

/// The inventory as a workbook (XLSX): totals, a sheet for each view, what they are added up from, provenance, remarks, choices.
///
/// Totals are `SUMIFS` over the sheet of lines (without `lines`: over the cells by category and gas), and every cell of a
/// view a `SUMPRODUCT` over it; results stand in the file for readers that do not recalculate. Texts of the ledger are
/// string cells, whatever they begin with. Days are dates. Rows that stay in sight head every printed page.
///
/// # Units
/// Kilograms of CO2 equivalent, and tonnes beside them for reading. A number has the 15 digits that a spreadsheet keeps,
/// rounded half-even; the exact decimal stands beside it as text.
///
/// # Method
/// M-280 (digits, formulas).
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
pub fn inventory_workbook(
    answer: &InventoryAnswer,
    lines: Option<WorkbookLines<'_>>,
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    workbook(&sheets(answer, lines, lang), lang.text().title)
}

/// Names of the sheets of totals and of lines.
pub(crate) const fn names(lang: Lang) -> [&'static str; 2] {
    [words::of(lang).totals, words::of(lang).lines]
}

/// The sheets, in their order.
pub(crate) fn sheets(answer: &InventoryAnswer, lines: Option<WorkbookLines<'_>>, lang: Lang) -> Vec<Sheet> {
    let words = words::of(lang);
    let data = Data::new(answer, lines, words);
    let book = Book { answer, lang, words, data: &data };
    let mut sheets = vec![book.totals()];
    sheets.extend(answer.inventory.views.iter().map(|view| book.view(view)));
    let rest = [book.provenance(), book.remarks(), book.choices()];
    sheets.push(data.sheet(lang, words));
    sheets.extend(rest);
    shared::named_apart(&mut sheets);
    sheets
}

/// A workbook as it grows.
struct Book<'b> {
    answer: &'b InventoryAnswer,
    lang: Lang,
    words: &'static Words,
    data: &'b Data,
}

impl Book<'_> {
    fn day(&self, iso: &str) -> Cell {
        day(iso, if self.lang == Lang::Vi { Shown::DayFirst } else { Shown::Day })
    }

    /// `SUMIFS` of one part of an account.
    fn sum(&self, of: Col, part: &str, account: &str) -> String {
        let (sum, parts) = (self.data.range(of), self.data.range(Col::Part));
        let accounts = if account.is_empty() {
            String::new()
        } else {
            format!(",{},\"{account}\"", self.data.range(Col::Account))
        };
        format!("SUMIFS({sum},{parts},\"{part}\"{accounts})")
    }

    /// Title, what the inventory is of, the sums with their formulas, what stands beside them, the digest.
    fn totals(&self) -> Sheet {
        let (text, words) = (self.lang.text(), self.words);
        let inventory = &self.answer.inventory;
        let wide = |value: &str| super::workbook::text(value, Look::Wide);
        let fact = |name: &str, value: &str| vec![super::workbook::text(name, Look::Head), wide(value)];
        let mut rows = vec![vec![super::workbook::text(text.title, Look::Title)]];
        rows.extend(
            outline::choices(text, self.answer).iter().take(3).map(|(name, value)| fact(name, value)),
        );
        let complete = inventory.coverage.excluded == 0;
        rows.push(fact(text.coverage, &outline::coverage(text, self.answer)));
        if complete {
            rows.push(fact("", text.complete));
        } else {
            // An incomplete report says so on its face.
            let mut row = vec![super::workbook::text("", Look::Head), wide(text.incomplete)];
            row.insert(1, super::workbook::text("!", Look::Open));
            rows.push(row);
        }
        rows.push(fact("SHA-256", &self.answer.digest));
        rows.push(fact("emitrace", &self.answer.engine));
        rows.push(Vec::new());
        rows.push(heads(&[text.account, words.kilograms, text.tonnes, text.share, words.exact, words.key]));
        let first = rows.len().saturating_add(1);
        // Scope 1, scope 2 by location and by market, scope 3, then both totals.
        let [one, location, market, three, whole] =
            [0, 1, 2, 3, 4].map(|at: usize| format!("B{}", first.saturating_add(at)));
        for (account, exact) in outline::accounts(&inventory.total) {
            let sum = match account {
                "total_location" => format!("{one}+{location}+{three}"),
                "total_market" => format!("{one}+{market}+{three}"),
                account => self.sum(Col::Effect, "total", account),
            };
            let row = rows.len().saturating_add(1);
            let share = match account {
                "scope_2_market" | "total_market" => plain(""),
                _ => self.share(exact, &format!("IF({whole}=0,0,B{row}/{whole})")),
            };
            rows.push(vec![
                super::workbook::text(text.account_name(account), Look::Head),
                formula(sum, exact, Shown::Thousandths),
                formula(format!("B{row}/1000"), &thousandth(exact), Shown::Thousandths),
                share,
                digits(exact),
                plain(account),
            ]);
        }
        rows.push(Vec::new());
        rows.push(heads(&[text.beside, words.kilograms, text.tonnes, "", words.exact, words.key]));
        for (account, exact) in outline::beside(&inventory.total) {
            let of = if account == "biogenic" { Col::Kg } else { Col::Effect };
            let row = rows.len().saturating_add(1);
            rows.push(vec![
                super::workbook::text(text.account_name(account), Look::Head),
                formula(self.sum(of, account, ""), exact, Shown::Thousandths),
                formula(format!("B{row}/1000"), &thousandth(exact), Shown::Thousandths),
                plain(""),
                digits(exact),
                plain(account),
            ]);
        }
        rows.push(Vec::new());
        for note in [text.beside_note, words.note, words.parts, text.proof_note] {
            rows.push(vec![wide(note)]);
        }
        Sheet {
            name: words.totals.into(),
            widths: vec![40, 20, 16, 11, 32, 20],
            frozen: 0,
            filter: false,
            rows,
        }
    }

    /// The share of the location-based total.
    fn share(&self, exact: &str, sum: &str) -> Cell {
        let whole = &self.answer.inventory.total.total_location_kg_co2e;
        let share = figure::ratio(exact, whole).unwrap_or_else(|| "0".to_owned());
        formula(sum.to_owned(), &share, Shown::Percent)
    }

    /// A view: names, keys, both totals as formulas and exactly, tonnes.
    fn view(&self, view: &View) -> Sheet {
        let (text, words) = (self.lang.text(), self.words);
        let names: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
        let title = names.join(" · ");
        let keys: Vec<String> = names.iter().map(|name| format!("{}: {name}", words.key)).collect();
        let mut head = vec![title.as_str()];
        head.extend(keys.iter().map(String::as_str));
        let (location, market) = (
            format!("{}, {}", words.kilograms, text.location),
            format!("{}, {}", words.kilograms, text.market),
        );
        let exact =
            [format!("{}, {}", text.location, words.exact), format!("{}, {}", text.market, words.exact)];
        head.extend([location.as_str(), market.as_str(), text.location_tonnes]);
        head.extend(exact.iter().map(String::as_str));
        let mut rows = vec![heads(&head)];
        let cells = match view.by.first().map(String::as_str) {
            Some("category") => outline::in_order(view),
            Some("month") => outline::counted(view),
            _ => outline::largest(view, usize::MAX),
        };
        let shown = cells.len().min(CELLS);
        let columns: Option<Vec<Col>> =
            view.by.iter().map(|dimension| Col::of(dimension).filter(|col| self.data.has(*col))).collect();
        let columns = columns.filter(|_| shown.saturating_mul(self.data.len()) <= COMPARISONS);
        for cell in cells.iter().take(CELLS) {
            let row = rows.len().saturating_add(1);
            let of = |other: &str, exact: &str| match &columns {
                Some(columns) => formula(self.product(columns, row, other), exact, Shown::Thousandths),
                None => number(exact, Shown::Thousandths),
            };
            let figures = &cell.figures;
            let mut line = vec![plain(outline::cell_name(text, &self.answer.inventory, view, cell))];
            line.extend(cell.key.iter().map(plain));
            let letters = column_name(u32::try_from(line.len()).unwrap_or(1).saturating_add(1));
            line.extend([
                of("scope_2_market", &figures.total_location_kg_co2e),
                of("scope_2_location", &figures.total_market_kg_co2e),
                formula(
                    format!("{letters}{row}/1000"),
                    &thousandth(&figures.total_location_kg_co2e),
                    Shown::Thousandths,
                ),
                digits(&figures.total_location_kg_co2e),
                digits(&figures.total_market_kg_co2e),
            ]);
            rows.push(line);
        }
        if cells.len() > CELLS {
            let more = figure::count(
                u64::try_from(cells.len().saturating_sub(CELLS)).unwrap_or(u64::MAX),
                text.marks,
            );
            rows.push(vec![plain(format!("+ {more} {}", words.more))]);
        }
        let mut widths = vec![46];
        widths.extend(view.by.iter().map(|_| 26));
        widths.extend([22, 22, 16, 32, 32]);
        Sheet { name: title, widths, frozen: 1, filter: true, rows }
    }

    /// The sum of a row's keys over the data without the other view of scope 2. Criteria of `SUMIFS` would read `3.10` as
    /// 3.1 and `*` as anything; `EXACT` compares letter by letter.
    fn product(&self, columns: &[Col], row: usize, other: &str) -> String {
        let keys: String = (2_u32..)
            .zip(columns)
            .map(|(at, col)| format!("EXACT({},${}{row})*", self.data.range(*col), column_name(at)))
            .collect();
        format!(
            "SUMPRODUCT({keys}({}=\"total\")*({}<>\"{other}\"),{})",
            self.data.range(Col::Part),
            self.data.range(Col::Account),
            self.data.range(Col::Effect)
        )
    }

    /// Every value that was multiplied, with pack, edition, licence, place in the source and digests; then packs that gave
    /// something else.
    fn provenance(&self) -> Sheet {
        let (text, words) = (self.lang.text(), self.words);
        let inventory = &self.answer.inventory;
        let mut rows = vec![heads(&[
            text.factor,
            words.activity,
            text.lines,
            text.gas,
            words.printed,
            words.unit,
            words.state,
            text.place,
            words.valid_from,
            words.valid_to,
            text.cited,
            words.confidence,
            text.pack,
            text.edition,
            text.publisher,
            text.licence,
            text.attribution,
            text.origin,
            words.factor_digest,
            words.pack_digest,
        ])];
        for factor in &inventory.factors {
            let id = factor.id.split('/').next().unwrap_or_default();
            let pack = inventory.packs.iter().find(|pack| pack.id == id);
            rows.extend(self.of_factor(factor, pack));
        }
        for pack in &inventory.packs {
            let gave = |factor: &FactorUse| factor.id.split('/').next() == Some(pack.id.as_str());
            if !inventory.factors.iter().any(gave) {
                let mut row: Vec<Cell> = (0..12).map(|_| plain("")).collect();
                row.extend(self.of_pack(Some(pack), ""));
                rows.push(row);
            }
        }
        Sheet {
            name: words.provenance.into(),
            widths: vec![44, 30, 8, 14, 16, 18, 12, 10, 12, 12, 46, 11, 24, 24, 30, 24, 50, 18, 66, 66],
            frozen: 1,
            filter: true,
            rows,
        }
    }

    fn of_factor(&self, factor: &FactorUse, pack: Option<&PackUse>) -> Vec<Vec<Cell>> {
        let text = self.lang.text();
        let (from, to) = factor.valid.split_once('/').unwrap_or((&factor.valid, ""));
        let row = |value: &crate::wire::v1::FactorValue| {
            let name = outline::activity_name(text, &self.answer.inventory, &factor.activity);
            let mut row = vec![
                plain(&factor.id),
                plain(name.unwrap_or(&factor.activity)),
                number(&factor.lines.to_string(), Shown::General),
                plain(&value.gas),
                // A printed value is kept as printed, whole.
                crate::sheet::write::figure(&value.value),
                plain(&value.unit),
                plain(&value.state),
                plain(text.place_name(&factor.place)),
                self.day(from),
                self.day(to),
                plain(&value.cell),
                plain(&value.confidence),
            ];
            row.extend(self.of_pack(pack, &factor.digest));
            row
        };
        factor.values.iter().map(row).collect()
    }

    fn of_pack(&self, pack: Option<&PackUse>, digest: &str) -> [Cell; 8] {
        let [id, edition, publisher, licence, attribution, origin, sha256] =
            shared::pack(self.lang.text(), pack);
        [id, edition, publisher, licence, attribution, origin, plain(digest), sha256]
    }

    /// Notes, then findings.
    fn remarks(&self) -> Sheet {
        let (text, words) = (self.lang.text(), self.words);
        let mut rows = vec![heads(&[
            text.severity,
            words.code,
            text.about,
            text.rows,
            text.row,
            text.column,
            text.value,
            text.what,
            text.help,
        ])];
        for note in &self.answer.inventory.notes {
            let remark = outline::Remark::new(text, &note.code, &note.message, &note.help);
            rows.push(vec![
                plain(""),
                plain(&note.code),
                plain(&note.about),
                number(&note.rows.to_string(), Shown::General),
                number(&note.first_row.to_string(), Shown::General),
                plain(""),
                plain(""),
                plain(said(remark.meaning, &remark.message)),
                plain(remark.help),
            ]);
        }
        for finding in &self.answer.findings {
            let remark = outline::Remark::new(text, &finding.code, &finding.message, &finding.help);
            let look = if finding.severity == "error" { Look::Open } else { Look::Plain };
            let row = [
                plain(text.severity_name(&finding.severity)),
                plain(&finding.code),
                plain(""),
                plain(""),
                number(&finding.row.to_string(), Shown::General),
                plain(outline::column(&finding.header, &finding.column)),
                plain(&finding.value),
                plain(said(remark.meaning, &remark.message)),
                plain(remark.help),
            ];
            rows.push(row.map(|cell| cell.looking(look)).to_vec());
        }
        if rows.len() == 1 {
            rows.push(vec![plain(text.no_findings)]);
        }
        Sheet {
            name: words.remarks.into(),
            widths: vec![12, 24, 40, 9, 9, 18, 22, 70, 60],
            frozen: 1,
            filter: true,
            rows,
        }
    }

    /// Every choice that changes a number, and how the ledger was read.
    fn choices(&self) -> Sheet {
        let text = self.lang.text();
        let mut rows = vec![heads(&[text.choices, ""])];
        let mut facts = outline::choices(text, self.answer);
        rows.extend(facts.drain(..).map(|(name, value)| vec![plain(name), plain(value)]));
        rows.push(heads(&[text.reading, ""]));
        rows.extend(
            outline::reading(text, self.answer)
                .into_iter()
                .map(|(name, value)| vec![plain(name), plain(value)]),
        );
        rows.push(heads(&[text.header, text.field]));
        for column in &self.answer.reading.columns {
            let field = if column.field.is_empty() { text.not_used } else { &column.field };
            rows.push(vec![plain(&column.header), plain(field)]);
        }
        Sheet { name: self.words.choices.into(), widths: vec![44, 90], frozen: 0, filter: false, rows }
    }
}

/// Kilograms as tonnes, exactly.
fn thousandth(kilograms: &str) -> String {
    fifteen_digits(&figure::shifted(kilograms)).into_owned()
}
