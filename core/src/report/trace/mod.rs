//! Traces: lots, open questions and paths as text, pages, spreadsheets, workbooks and pictures.

mod book;
mod graph;
mod path;
mod picture;
mod short;
mod words;

use super::Lang;
use super::csv::safe_cell;
use super::figure;
use super::outline::Remark;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::wire::v1::{TraceAnswer, TraceFinding, TracePath, TraceShare};

use Align::{Left, Right};

pub use book::{trace_path_workbook, trace_workbook};
pub use graph::{trace_dot, trace_mermaid};
pub use path::{trace_path_html, trace_path_table, trace_tree};

/// Lots with their mass origin and carbon, and what became of each item, as plain text.
///
/// # Units
/// As in the answer: kilograms, pieces or litres, and kilograms of CO2 equivalent, with all their digits.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, trace_table};
/// use emitrace::trace::follow;
/// use emitrace::wire::v1::{TraceRecord, TraceRequest};
///
/// let coil = TraceRecord {
///     kind: "receive".into(),
///     date: "2026-01-05".into(),
///     item: "steel".into(),
///     lot: "C1".into(),
///     quantity: "600".into(),
///     unit: "kg".into(),
///     country: "CN".into(),
///     ..TraceRecord::default()
/// };
/// let answer = follow(&TraceRequest { records: vec![coil], ..TraceRequest::default() })?;
/// assert!(trace_table(&answer, "lots", Lang::En).contains("CN 100 %"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn trace_table(answer: &TraceAnswer, view: &str, lang: Lang) -> String {
    written(answer, view, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else.
pub fn trace_html(answer: &TraceAnswer, view: &str, lang: Lang) -> String {
    written(answer, view, Page::web(lang, &answer.engine), lang).finish()
}

/// A path in a page's medium.
pub(super) fn path_written(path: &TracePath, page: Page, lang: Lang) -> Page {
    path::written(path, page, words::of(lang), false)
}

/// The lots as CSV, a row for each version and country of origin.
pub fn trace_csv(answer: &TraceAnswer) -> String {
    let mut text = String::from(
        "item,lot,store,version,date,kind,run,document,quantity,unit,in_stock,country,country_quantity,country_percent,country_most,carbon_kg_co2e,carbon_complete\r\n",
    );
    for lot in &answer.result.lots {
        let none = [TraceShare::default()];
        let shares = if lot.origin.is_empty() { &none[..] } else { &lot.origin };
        for share in shares {
            let version = lot.version.to_string();
            let complete = if lot.carbon_complete { "true" } else { "false" };
            let cells = [
                &*lot.item,
                &*lot.lot,
                &*lot.store,
                &*version,
                &*lot.date,
                &*lot.kind,
                &*lot.run,
                &*lot.document,
                &*lot.quantity,
                &*lot.unit,
                &*lot.in_stock,
                &*share.label,
                &*share.quantity,
                &*share.percent,
                &*share.most,
                &*lot.carbon_kg_co2e,
                complete,
            ];
            for (at, cell) in cells.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                let cell = safe_cell(cell);
                if cell.contains([',', '"', '\n', '\r']) {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                } else {
                    text.push_str(&cell);
                }
            }
            text.push_str("\r\n");
        }
    }
    text
}

pub(super) fn written(answer: &TraceAnswer, view: &str, mut page: Page, lang: Lang) -> Page {
    let answer = &short::answer(answer);
    let words = words::of(lang);
    let marks = page.text.marks;
    page.title(words.title);
    let coverage = &answer.result.coverage;
    let mut facts = Grid::new(&[(Left, 60), (Right, 24)]);
    for (name, count) in [
        (words.records, coverage.records),
        (words.excluded, coverage.excluded),
        (words.voided, coverage.voided),
        (words.versions, coverage.lots),
        (words.runs, coverage.runs),
    ] {
        facts.row(&[name, &figure::count(count, marks)]);
    }
    page.grid(&facts, false);
    if view != "gaps" {
        page.section(words.lots);
        let mut grid = Grid::new(&[
            (Left, 24),
            (Left, 24),
            (Left, 18),
            (Left, 12),
            (Right, 20),
            (Left, 6),
            (Right, 20),
            (Left, 60),
            (Right, 22),
        ]);
        grid.row(&[
            words.item,
            words.lot,
            words.store,
            words.date,
            words.quantity,
            words.unit,
            words.in_stock,
            words.origin,
            words.carbon,
        ]);
        for lot in &answer.result.lots {
            let name =
                if lot.version > 1 { format!("{} ({})", lot.lot, lot.version) } else { lot.lot.clone() };
            grid.row(&[
                &lot.item,
                &name,
                &lot.store,
                &lot.date,
                &known(&lot.quantity, marks),
                &lot.unit,
                &known(&lot.in_stock, marks),
                &shares(&lot.origin, marks),
                &carbon(&lot.carbon_kg_co2e, lot.carbon_complete, marks),
            ]);
        }
        page.grid(&grid, true);
        page.prose(0, words.lots_note);
        page.section(words.balance);
        let mut grid = Grid::new(&[
            (Left, 24),
            (Left, 6),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
        ]);
        grid.row(&[
            words.item,
            words.unit,
            words.opening,
            words.received,
            words.produced,
            words.consumed,
            words.shipped,
            words.scrapped,
            words.missing,
            words.in_stock,
        ]);
        for item in &answer.result.items {
            let cells = [
                &item.opening,
                &item.received,
                &item.produced,
                &item.consumed,
                &item.shipped,
                &item.scrapped,
                &item.missing,
                &item.in_stock,
            ];
            let mut row = vec![item.item.clone(), item.unit.clone()];
            row.extend(cells.into_iter().map(|cell| figure::exact(cell, marks)));
            grid.row(&row);
        }
        page.grid(&grid, true);
    }
    gaps(&mut page, words.gaps, words.no_gaps, &answer.result.findings);
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page
}

/// Findings one by one, each with what its code means and what to do.
fn gaps(page: &mut Page, title: &str, none: &str, findings: &[TraceFinding]) {
    page.section(title);
    if findings.is_empty() {
        page.prose(2, none);
    }
    for finding in findings {
        let place = match (finding.file.as_str(), finding.row) {
            ("", 0) => String::new(),
            ("", row) => format!("  {} {row}", page.text.row),
            (file, 0) => format!("  {file}"),
            (file, row) => format!("  {file} {} {row}", page.text.row),
        };
        // Of an event, where it stands in its file.
        let pointer =
            if finding.column.starts_with('/') { format!("  {}", finding.column) } else { String::new() };
        page.prose(2, &format!("{}{place}{pointer}", finding.code));
        let remark = Remark::new(page.text, &finding.code, &finding.message, &finding.help);
        page.remark(&remark);
    }
}

/// A figure that may not be known.
fn known(text: &str, marks: figure::Marks) -> String {
    if text.is_empty() { "?".into() } else { figure::exact(text, marks) }
}

/// A carbon figure; `≥` where it is not all.
fn carbon(text: &str, complete: bool, marks: figure::Marks) -> String {
    let figure = figure::exact(text, marks);
    if complete { figure } else { format!("≥ {figure}") }
}

/// `CN 60 %, VN 40 %`.
fn shares(shares: &[TraceShare], marks: figure::Marks) -> String {
    let each =
        shares.iter().map(|share| format!("{} {} %", share.label, figure::exact(&share.percent, marks)));
    each.collect::<Vec<_>>().join(", ")
}
