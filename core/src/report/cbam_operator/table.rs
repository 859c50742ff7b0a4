//! The report as text for a terminal, for paper and for spreadsheets.

use super::super::Lang;
use super::super::figure;
use super::super::screen::{Align, Grid};
use super::super::table::Page;
use super::words::{self, words};
use super::{missing, value};
use crate::wire::v1::CbamReportAnswer;

use Align::{Left, Right};

/// The operator's emissions report as plain text: goods, what is missing and where to add it, then every item with what it says.
///
/// # Units
/// Each statement names its unit; figures have at most six decimals, rounded half-even for reading.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, cbam_operator_table};
/// use emitrace::wire::v1::CbamEmbeddedRequest;
///
/// let catalog = emitrace::factor::Catalog::bundled()?;
/// let request = CbamEmbeddedRequest { period: "2026".into(), ..Default::default() };
/// let answer = emitrace::cbam::report(&catalog, &request)?;
/// assert!(cbam_operator_table(&answer, Lang::En).contains("/installation/operator"));
/// assert!(cbam_operator_table(&answer, Lang::Vi).starts_with("Báo cáo phát thải"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_operator_table(answer: &CbamReportAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The report into a page's medium.
pub(in crate::report) fn written(answer: &CbamReportAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, report) = (words(lang), &answer.report);
    page.title(words.title);
    let installation = &report.figures.installation;
    let mut grid = Grid::new(&[(Left, 24), (Left, 90)]);
    grid.row(&[words.installation, &*format!("{} ({})", installation.name, installation.country)]);
    grid.row(&[words.operator, &*installation.operator]);
    grid.row(&[page.text.period, &*report.figures.period]);
    grid.row(&[words.act, &*report.basis]);
    let verified = format!("{} {}", report.verifier, report.verification_report);
    grid.row(&[
        words.verification,
        if verified.trim().is_empty() { words.not_verified } else { verified.trim() },
    ]);
    page.grid(&grid, false);
    page.line("");
    let state = words.incomplete.replace("{n}", &report.missing.to_string());
    page.prose(0, if report.complete { words.complete } else { &state });
    if !report.figures.complete {
        page.prose(0, words.figures_missing);
    }
    if !report.figures.goods.is_empty() {
        page.section(words.goods);
        let right = (Right, 12);
        let mut grid = Grid::new(&[(Left, 10), (Left, 26), right, right, right, (Left, 12), (Right, 26)]);
        let heads = [words.see_direct, words.see_indirect, words.see_total];
        let [direct, indirect, total] = heads;
        grid.row(&["CN", words.good, direct, indirect, total, words.unit, words.sefa]);
        for (good, allocation) in report.figures.goods.iter().zip(&report.allocations) {
            let marks = page.text.marks;
            let decimals = usize::try_from(report.figures.decimals).unwrap_or(0);
            let see = |text: &str| figure::rounded(text, decimals, marks);
            let sefa = super::short(&allocation.sefa_t_co2e, lang);
            grid.row(&[
                &*good.cn,
                &good.name,
                &see(&good.see_direct),
                &see(&good.see_indirect),
                &see(&good.see_total),
                &good.functional_unit,
                if sefa.is_empty() { "–" } else { &sefa },
            ]);
        }
        page.grid(&grid, true);
    }
    page.section(words.missing);
    let open = missing(&report.items);
    if open.is_empty() {
        page.prose(2, words.nothing_missing);
    }
    for (item, fact) in open {
        let about = if fact.about.is_empty() { String::new() } else { format!(" ({})", fact.about) };
        page.prose(2, &format!("{} {}  {}{about}", item.point, item.number, words::fact(&fact.what, lang)));
        page.prose(6, &format!("{} {}", words.add, fact.path));
        if !fact.note.is_empty() {
            page.prose(6, &fact.note);
        }
    }
    for (point, name) in words.points {
        let items: Vec<_> = report.items.iter().filter(|item| item.point == point).collect();
        if items.iter().all(|item| item.facts.is_empty()) {
            continue;
        }
        page.section(&format!("{point} {name}"));
        for item in items {
            let state = words::state(&item.state, lang);
            page.prose(2, &format!("{}. {} – {state}", item.number, words::item(point, &item.number, lang)));
            for fact in item.facts.iter().filter(|fact| fact.state == "given") {
                let part = if fact.part.is_empty() { String::new() } else { format!("({}) ", fact.part) };
                let about = if fact.about.is_empty() { String::new() } else { format!(", {}", fact.about) };
                let note = if fact.note.is_empty() { String::new() } else { format!("  [{}]", fact.note) };
                let said = words::fact(&fact.what, lang);
                page.prose(6, &format!("{part}{said}{about}: {}{note}", value(fact, lang)));
            }
        }
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page
}
