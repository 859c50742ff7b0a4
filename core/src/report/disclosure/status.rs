//! What of a report is complete, for a terminal and as a page.

use super::facts::facts;
use super::reason::reason;
use super::words::{DUES, MODULES, STATUSES, said, words};
use crate::disclosure::Taxonomy;
use crate::error::Error;
use crate::factor::Catalog;
use crate::report::Lang;
use crate::report::figure;
use crate::report::outline::Remark;
use crate::report::screen::{Align, Grid};
use crate::report::table::Page;
use crate::wire::v1::DisclosureAnswer;

use Align::{Left, Right};

/// What of a report is complete.
fn written(answer: &DisclosureAnswer, page: Page, lang: Lang) -> Page {
    finished(answer, opened(answer, page, lang), lang)
}

/// The report: what it states, if its taxonomy is loaded and its facts are valid, and what of it is complete.
///
/// # Errors
/// As [`facts`].
pub(in crate::report) fn stated(
    catalog: &Catalog,
    answer: &DisclosureAnswer,
    page: Page,
    lang: Lang,
) -> Result<Page, Error> {
    let mut page = opened(answer, page, lang);
    if answer.result.valid
        && let Ok(taxonomy) = Taxonomy::open(catalog, &answer.result.report.taxonomy)
    {
        facts(&mut page, &taxonomy, answer, lang)?;
    }
    Ok(finished(answer, page, lang))
}

/// The head of a page: who reports on what, and whether it is complete.
fn opened(answer: &DisclosureAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, result) = (words(lang), &answer.result);
    let report = &result.report;
    page.title(words.title);
    let days = |period: &str| if period.is_empty() { String::new() } else { page.text.span(period) };
    let mut grid = Grid::new(&[(Left, 30), (Left, 90)]);
    for (name, value) in [
        (words.entity, report.entity.name.as_str()),
        (words.identifier, &report.entity.identifier),
        (words.period, &days(&report.period)),
        (words.previous, &days(&report.previous_period)),
        (words.module, said(MODULES, &report.module, lang)),
        (words.taxonomy, &report.taxonomy),
    ] {
        if !value.is_empty() {
            grid.row(&[name, value]);
        }
    }
    page.grid(&grid, false);
    let marks = page.text.marks;
    let counts = &result.counts;
    let missing = format!("{} {}", words.incomplete, figure::count(counts.missing, marks));
    if result.complete {
        page.prose(0, words.complete);
    } else {
        page.notice(&missing);
    }
    page
}

/// Items by state, what is not reported and why, findings.
fn finished(answer: &DisclosureAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, result) = (words(lang), &answer.result);
    let (counts, marks) = (&result.counts, page.text.marks);
    page.section(words.counts);
    let mut grid = Grid::new(&[(Left, 40), (Right, 7)]);
    for (word, count) in [
        ("given", counts.given),
        ("missing", counts.missing),
        ("open", counts.open),
        ("voluntary", counts.voluntary),
        ("not-applicable", counts.not_applicable),
        ("omitted", counts.omitted),
    ] {
        grid.row(&[said(STATUSES, word, lang), &figure::count(count, marks)]);
    }
    page.grid(&grid, false);
    page.section(words.status_title);
    let mut grid = Grid::new(&[(Left, 4), (Left, 60), (Left, 14), (Left, 14), (Left, 24), (Left, 60)]);
    let [item, paragraph, due, state, why] = words.status_columns;
    grid.row(&["", item, paragraph, due, state, why]);
    for one in result.items.iter().filter(|one| one.status != "given") {
        let title = if lang == Lang::Vi { &one.title_vi } else { &one.title_en };
        let reason = match one.reason.as_str() {
            "" => one.found_in.join("; "),
            // The answer does not hold the names of members.
            _ => reason(result, one, |member| member.trim_end_matches("Member").to_owned(), lang),
        };
        grid.row(&[
            &one.disclosure,
            title,
            &one.source,
            said(DUES, &one.due, lang),
            said(STATUSES, &one.status, lang),
            &reason,
        ]);
    }
    page.grid(&grid, true);
    // What is missing was told by the table.
    let found: Vec<_> =
        result.findings.iter().filter(|finding| finding.code != "DISCLOSURE_MISSING").collect();
    if !found.is_empty() {
        page.section(words.findings);
        for finding in found {
            page.prose(2, &format!("{}  {}", finding.code, finding.path));
            page.remark(&Remark::new(page.text, &finding.code, &finding.message, &finding.help));
        }
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page
}

/// What of a report is complete, as plain text.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, disclosure_table};
/// use emitrace::wire::v1::Disclosure;
///
/// let report: Disclosure = serde_json::from_str(r#"{
///     "taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
///     "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}}"#)?;
/// let answer = emitrace::disclosure::check(&Catalog::bundled()?, &report)?;
/// assert!(disclosure_table(&answer, Lang::Vi).contains("chưa đầy đủ"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn disclosure_table(answer: &DisclosureAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the request is escaped.
pub fn disclosure_html(answer: &DisclosureAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}
