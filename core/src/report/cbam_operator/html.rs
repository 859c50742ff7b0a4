//! The report as one page to read, print and send.

use super::super::markup::{Column, Page, chemical, escaped, ticked};
use super::super::svg::{self, Bar};
use super::super::{Lang, figure, packs};
use super::words::{self, Words, words};
use super::{missing, short, value};
use crate::wire::v1::{CbamReportAnswer, CbamReportItem};

/// Decimals of the lengths of bars.
const STEPS: usize = 6;

/// The operator's emissions report as a page that needs nothing else: no script, no font, no picture, no request.
///
/// Goods with a chart, what is missing and where to add it, the summary, the full report, the parameters of the sector. It
/// prints on A4. All text of the document is escaped.
///
/// # Units
/// Each statement names its unit; figures have at most six decimals, rounded half-even for reading.
pub fn cbam_operator_html(answer: &CbamReportAnswer, lang: Lang) -> String {
    let (words, report) = (words(lang), &answer.report);
    let mut page = Page::empty(lang);
    let installation = &report.figures.installation;
    page.head(&format!("{}, {}", words.title, installation.name), &answer.engine, include_str!("page.css"));
    page.push(&format!("<h1>{}</h1>\n", escaped(words.title)));
    if !words.in_english.is_empty() {
        page.paragraph("quiet", words.in_english);
    }
    let verified = format!("{} {}", report.verifier, report.verification_report);
    page.facts(&[
        (words.installation, format!("{} ({})", installation.name, installation.country)),
        (words.operator, installation.operator.clone()),
        (lang.text().period, report.figures.period.clone()),
        (words.act, report.basis.clone()),
        (words.verification, if verified.trim().is_empty() { words.not_verified.into() } else { verified }),
    ]);
    let state = words.incomplete.replace("{n}", &report.missing.to_string());
    let (class, state) = if report.complete { ("state", words.complete) } else { ("state open", &*state) };
    page.push(&format!("<p class=\"{class}\">{}</p>\n", escaped(state)));
    if !report.figures.complete {
        page.paragraph("state open", words.figures_missing);
    }
    goods(&mut page, answer, (words, lang));
    open(&mut page, answer, (words, lang));
    for (point, name) in words.points {
        let items: Vec<&CbamReportItem> = report.items.iter().filter(|item| item.point == point).collect();
        if items.iter().any(|item| !item.facts.is_empty()) {
            of_point(&mut page, (point, name), &items, (words, lang));
        }
    }
    page.section(lang.text().packs);
    let rows: Vec<Vec<String>> = report
        .figures
        .packs
        .iter()
        .map(|pack| {
            let named = packs::named(pack, lang);
            vec![
                format!("<code>{}</code>", escaped(&pack.id)),
                chemical(&format!("{}, {}", named.title, named.edition)),
                chemical(&pack.attribution),
            ]
        })
        .collect();
    let text = lang.text();
    page.table(text.packs, &[(text.pack, false), (text.edition, false), (text.attribution, false)], &rows, 0);
    page.section(text.proof);
    let proof = format!("{}; {}; emitrace {}", answer.digest, answer.schema, answer.engine);
    page.push(&format!("<p class=\"quiet digest\">{}</p>\n", escaped(&proof)));
    page.close()
}

type Told = (&'static Words, Lang);

/// Cards, the goods as bars, and as a table.
fn goods(page: &mut Page, answer: &CbamReportAnswer, (words, lang): Told) {
    let report = &answer.report;
    let marks = lang.text().marks;
    page.push(&format!(
        "<ul class=\"cards\">\n<li><span class=\"label\">{}</span><span class=\"number\">{} t CO₂e</span></li>\n</ul>\n",
        escaped(words.direct),
        escaped(&figure::exact(&report.figures.totals.direct_whole_t_co2e, marks)),
    ));
    if report.figures.goods.is_empty() {
        return;
    }
    page.section(words.goods);
    let decimals = usize::try_from(report.figures.decimals).unwrap_or(0);
    let see = |text: &str| figure::rounded(text, decimals, marks);
    let bars: Vec<Bar> = report
        .figures
        .goods
        .iter()
        .map(|good| Bar {
            name: format!("{} {}", good.cn, good.name),
            amount: figure::steps(&good.see_total_per_t, STEPS),
            label: see(&good.see_total_per_t),
            hatched: false,
        })
        .collect();
    page.paragraph("quiet", words.chart);
    page.push("<div class=\"wide\">\n");
    page.push(&svg::rows("goods", words.chart, lang.text().bar_chart, &bars));
    page.push("</div>\n");
    let rows: Vec<Vec<String>> = report
        .figures
        .goods
        .iter()
        .zip(&report.allocations)
        .map(|(good, allocation)| {
            let unit = if good.functional_unit == "kWh" { "MWh" } else { "t" };
            let sefa = short(&allocation.sefa_t_co2e, lang);
            vec![
                format!("<span class=\"nowrap\">{}</span><br>{}", escaped(&good.cn), chemical(&good.name)),
                escaped(&format!("{} {unit}", short(&good.quantity, lang))),
                escaped(&see(&good.see_direct)),
                escaped(&see(&good.see_indirect)),
                escaped(&see(&good.see_total)),
                escaped(&good.functional_unit),
                escaped(&short(&good.default_share, lang)),
                if sefa.is_empty() { "–".into() } else { escaped(&sefa) },
            ]
        })
        .collect();
    let columns: [Column<'_>; 8] = [
        (words.good, false),
        (words.quantity, true),
        (words.see_direct, true),
        (words.see_indirect, true),
        (words.see_total, true),
        (words.unit, false),
        (words.default_share, true),
        (words.sefa, true),
    ];
    page.table(&format!("{}, t CO2e", words.goods), &columns, &rows, 0);
}

/// What is missing, and where to add it.
fn open(page: &mut Page, answer: &CbamReportAnswer, (words, lang): Told) {
    page.section(words.missing);
    let open = missing(&answer.report.items);
    if open.is_empty() {
        page.paragraph("quiet", words.nothing_missing);
        return;
    }
    let rows: Vec<Vec<String>> = open
        .into_iter()
        .map(|(item, fact)| {
            vec![
                format!("<span class=\"nowrap\">{} / {}</span>", escaped(&item.point), escaped(&item.number)),
                chemical(words::fact(&fact.what, lang)),
                chemical(&fact.about),
                format!("<code>{}</code>", escaped(&fact.path)),
                ticked(&fact.note),
            ]
        })
        .collect();
    let columns = [
        (words.item, false),
        (words.statement, false),
        (words.about, false),
        (words.add, false),
        (words.remark, false),
    ];
    page.table(words.missing, &columns, &rows, 0);
}

/// A point of the annex: a table for each item that says something, and the others by number.
fn of_point(page: &mut Page, (point, name): (&str, &str), items: &[&CbamReportItem], (words, lang): Told) {
    page.section(&format!("{point} {name}"));
    let mut silent = Vec::new();
    for item in items {
        let title = format!("{}. {}", item.number, words::item(point, &item.number, lang));
        let title = title.trim_end_matches([' ', '.']);
        if item.facts.is_empty() {
            silent.push(title.to_owned());
            continue;
        }
        page.push(&format!("<h3>{}</h3>\n", chemical(title)));
        // A column that no statement fills is left out.
        let about = item.facts.iter().any(|fact| !fact.about.is_empty());
        let remarks = item.facts.iter().any(|fact| !fact.note.is_empty() && fact.state == "given");
        let rows: Vec<Vec<String>> = item
            .facts
            .iter()
            .map(|fact| {
                let part = if fact.part.is_empty() { String::new() } else { format!("({}) ", fact.part) };
                let shown = match fact.state.as_str() {
                    "missing" => format!(
                        "<em class=\"open-point\">{}: {} <code>{}</code></em>",
                        escaped(words::state("missing", lang)),
                        escaped(words.add),
                        escaped(&fact.path)
                    ),
                    _ if fact.unit.is_empty() => chemical(&value(fact, lang)),
                    _ => format!("<span class=\"nowrap\">{}</span>", chemical(&value(fact, lang))),
                };
                let mut row = vec![format!("{part}{}", chemical(words::fact(&fact.what, lang)))];
                if about {
                    row.push(chemical(&fact.about));
                }
                row.push(shown);
                if remarks {
                    row.push(format!("<span class=\"details\">{}</span>", ticked(&fact.note)));
                }
                row
            })
            .collect();
        let columns =
            [(words.statement, true), (words.about, about), (words.value, true), (words.remark, remarks)];
        let columns: Vec<Column<'_>> =
            columns.into_iter().filter(|(_, shown)| *shown).map(|(name, _)| (name, false)).collect();
        page.table(title, &columns, &rows, 0);
    }
    if !silent.is_empty() {
        page.paragraph("quiet", &format!("{}: {}.", words.nothing_to_say, silent.join("; ")));
    }
}
