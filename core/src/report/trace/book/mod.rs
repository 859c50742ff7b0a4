//! Lots and paths as workbooks: stocks and shares as formulas over lots and sources.

mod lots;
mod path;
mod way;

use super::super::sheets::{self, Columns, count, heads, plain, value};
use super::super::text::Text;
use super::super::{Lang, outline};
use super::short;
use super::words::{self, Words};
use crate::error::Error;
use crate::number::Fraction;
use crate::sheet::write::{Cell, Look, Sheet, Shown, day, workbook};
use crate::wire::v1::{TraceAnswer, TraceFinding, TracePath};

/// Lots, what became of each item, and open questions as a workbook (XLSX).
///
/// The stock of an item is a formula over what came in and went out, and beside it one over its lots; carbon of one unit and shares of
/// origin are formulas, too. Results stand in the file. A formula stands where its exact result is the figure of the answer.
///
/// # Units
/// Kilograms, pieces or litres, and kilograms of CO2 equivalent. A number has the 15 digits that a spreadsheet keeps, rounded half-even.
///
/// # Method
/// M-280 (digits, formulas).
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, trace_workbook};
/// use emitrace::wire::v1::TraceAnswer;
///
/// assert!(trace_workbook(&TraceAnswer::default(), Lang::Vi)?.starts_with(b"PK"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn trace_workbook(answer: &TraceAnswer, lang: Lang) -> Result<Vec<u8>, Error> {
    let words = words::of(lang);
    workbook(&of_answer(&short::answer(answer), Book { lang, words, text: lang.text() }), words.title)
}

/// A path as a workbook (XLSX): the answer, what came in or what left, lots and steps on the way, open questions.
///
/// Origins by country, supplier and heat are sums over the sheet of what came in.
///
/// # Units
/// As [`trace_workbook`].
///
/// # Method
/// M-280 (digits, formulas).
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, trace_path_workbook};
/// use emitrace::wire::v1::TracePath;
///
/// let path = TracePath { direction: "forward".into(), ..TracePath::default() };
/// assert!(trace_path_workbook(&path, Lang::En)?.starts_with(b"PK"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn trace_path_workbook(path: &TracePath, lang: Lang) -> Result<Vec<u8>, Error> {
    let words = words::of(lang);
    let title = if path.direction == "back" { words.back } else { words.forward };
    workbook(&of_path(&short::path(path), Book { lang, words, text: lang.text() }), title)
}

fn of_answer(answer: &TraceAnswer, book: Book) -> Vec<Sheet> {
    vec![
        book.balances(answer),
        book.lots(&answer.result.lots),
        book.shares(&answer.result.lots),
        book.findings(&answer.result.findings),
        book.files(answer),
    ]
}

fn of_path(path: &TracePath, book: Book) -> Vec<Sheet> {
    let mut sheets = vec![book.summary(path)];
    if path.direction == "back" {
        sheets.push(book.sources(path));
    } else {
        sheets.extend([book.deliveries(&path.deliveries), book.holding(&path.lots)]);
    }
    sheets.extend([book.steps(path), book.links(path), book.findings(&path.gaps)]);
    sheets
}

#[derive(Clone, Copy)]
struct Book {
    lang: Lang,
    words: &'static Words,
    text: &'static Text,
}

/// The last row of a table that begins below one row of heads.
fn last(rows: usize) -> usize {
    rows.max(1).saturating_add(1)
}

/// The quotient of two texts of numbers, if there is one.
fn quotient(dividend: &str, divisor: &str) -> Option<Fraction> {
    Fraction::parse(dividend)?.try_div(&Fraction::parse(divisor)?).ok()
}

impl Book {
    fn day(&self, iso: &str) -> Cell {
        day(iso, if self.lang == Lang::Vi { Shown::DayFirst } else { Shown::Day })
    }

    fn table(name: &str, widths: Vec<u32>, rows: Vec<Vec<Cell>>) -> Sheet {
        let name = name.chars().take(31).collect();
        Sheet { name, widths, frozen: 1, filter: true, rows }
    }

    fn columns<C>(sheet: &'static str, columns: &'static [(C, u32)]) -> Columns<'static, C> {
        Columns { sheet, columns }
    }

    /// A share as a formula; nothing where there is no whole.
    fn share(part: &str, whole: &str, formula: &str) -> Cell {
        match quotient(part, whole) {
            Some(share) => sheets::computed(formula.to_owned(), &share.to_string()).shown(Shown::Percent),
            None => plain(""),
        }
    }

    fn findings(&self, findings: &[TraceFinding]) -> Sheet {
        let (words, text) = (self.words, self.text);
        let mut rows = vec![heads(&[
            text.severity,
            words.code,
            words.file,
            text.row,
            text.column,
            words.lot,
            words.run,
            words.quantity,
            text.what,
            text.help,
        ])];
        rows.extend(findings.iter().map(|finding| {
            let remark = outline::Remark::new(text, &finding.code, &finding.message, &finding.help);
            let look = if finding.severity == "error" { Look::Open } else { Look::Plain };
            let row = [
                plain(text.severity_name(&finding.severity)),
                plain(&finding.code),
                plain(&finding.file),
                count(finding.row),
                plain(&finding.column),
                plain(&finding.lot),
                plain(&finding.run),
                value(&finding.quantity),
                plain(sheets::said(remark.meaning, &remark.message)),
                plain(remark.help),
            ];
            row.map(|cell| cell.looking(look)).to_vec()
        }));
        if findings.is_empty() {
            rows.push(vec![plain(words.no_gaps)]);
        }
        Self::table(words.gaps, vec![12, 24, 30, 8, 16, 20, 16, 14, 70, 60], rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::sheet::write::Stored;
    use crate::trace::{Traced, follow};
    use crate::wire::v1::{TraceAsk, TraceRecord, TraceRequest};

    fn request() -> TraceRequest {
        let record = |kind: &str, date: &str, lot: &str, quantity: &str| TraceRecord {
            kind: kind.into(),
            date: date.into(),
            item: "steel".into(),
            lot: lot.into(),
            quantity: quantity.into(),
            unit: "kg".into(),
            ..TraceRecord::default()
        };
        let coil = TraceRecord { country: "CN".into(), ..record("receive", "2026-01-05", "C1", "600") };
        let more = TraceRecord { country: "VN".into(), ..record("receive", "2026-01-05", "C1", "150") };
        let left = TraceRecord { party: "=1+1".into(), ..record("ship", "2026-02-05", "C1", "30") };
        TraceRequest { records: vec![coil, more, left], ..TraceRequest::default() }
    }

    fn formulas(sheets: &[Sheet]) -> Vec<String> {
        let cells = sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).map(Cell::stored);
        cells.filter(|cell| cell.0 == Stored::Formula).map(|cell| cell.1).collect()
    }

    #[test]
    fn stocks_shares_and_recalled_masses_are_formulas() {
        let book = Book { lang: Lang::En, words: words::of(Lang::En), text: Lang::En.text() };
        let answer = follow(&request()).unwrap();
        // Stock by its row and by its lots; carbon of a unit of both receipts and of the lot they became; their shares.
        let found = formulas(&of_answer(&answer, book));
        assert_eq!(found, ["720", "720", "0", "0", "0", "1", "1", "0.8", "0.2"]);
        let traced = Traced::new(&request(), &Limits::default()).unwrap();
        let ask = TraceAsk { lot: "C1".into(), ..TraceAsk::default() };
        let found = formulas(&of_path(&traced.back(&ask).unwrap(), book));
        assert!(found.iter().filter(|text| *text == "0.8").count() >= 2, "{found:?}");
        let sheets = of_path(&traced.forward(&ask).unwrap(), book);
        assert_eq!(formulas(&sheets), ["30"]);
        let named = (Stored::Text, "=1+1".to_owned());
        assert!(
            sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).any(|cell| cell.stored() == named)
        );
    }
}
