//! The report as a workbook: a sheet for each point, and one for what is missing.

use super::super::Lang;
use super::missing;
use super::words::{self, words};
use crate::error::Error;
use crate::number::{Fraction, Ties};
use crate::sheet::write::{Cell, Look, Sheet, figure, text, workbook};
use crate::wire::v1::{CbamReportAnswer, CbamReportItem};

/// Decimals of a figure that does not end.
const DECIMALS: u32 = 9;

/// The operator's emissions report as a workbook (XLSX): head and goods, a sheet for each point of the annex, what is missing.
///
/// Figures are decimals, digit by digit as they stand in the answer; one that does not end is rounded half-even to nine
/// decimals, and stands beside it exactly. Nothing is a formula.
///
/// # Units
/// Each statement names its unit.
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
pub fn cbam_operator_workbook(answer: &CbamReportAnswer, lang: Lang) -> Result<Vec<u8>, Error> {
    let words = words(lang);
    let mut sheets = vec![front(answer, lang)];
    for (point, name) in words.points {
        let items: Vec<&CbamReportItem> =
            answer.report.items.iter().filter(|item| item.point == point).collect();
        if items.iter().any(|item| !item.facts.is_empty()) {
            sheets.push(of_point(&format!("{point} {name}"), &items, lang));
        }
    }
    sheets.push(open(answer, lang));
    workbook(&sheets, &format!("{}: {}", words.title, answer.report.figures.installation.name))
}

fn heads(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| text(*name, Look::Head)).collect()
}

/// A figure as a decimal, and exactly where the decimal is not all of it.
fn decimal(text: &str) -> (String, String) {
    match Fraction::parse(text) {
        Some(value) if text.contains('/') => (value.rounded(DECIMALS, Ties::HalfEven), text.to_owned()),
        _ => (text.to_owned(), String::new()),
    }
}

fn front(answer: &CbamReportAnswer, lang: Lang) -> Sheet {
    let (words, report) = (words(lang), &answer.report);
    let installation = &report.figures.installation;
    let state = if report.complete {
        words.complete.to_owned()
    } else {
        words.incomplete.replace("{n}", &report.missing.to_string())
    };
    let verified = format!("{} {}", report.verifier, report.verification_report);
    let fact = |name: &str, value: &str| vec![text(name, Look::Head), text(value, Look::Plain)];
    let mut rows = vec![vec![text(words.title, Look::Title)]];
    if !words.in_english.is_empty() {
        rows.push(vec![text(words.in_english, Look::Title)]);
    }
    rows.extend([
        Vec::new(),
        fact(words.installation, &installation.name),
        fact(words.operator, &installation.operator),
        fact(words.country, &installation.country),
        fact(lang.text().period, &report.figures.period),
        fact(words.act, &report.basis),
        fact("", &report.figures.act),
        fact(
            words.verification,
            if verified.trim().is_empty() { words.not_verified } else { verified.trim() },
        ),
        fact(words.state, &state),
        fact(&format!("{} (t CO2e)", words.direct), &report.figures.totals.direct_whole_t_co2e),
        fact("SHA-256", &answer.digest),
        Vec::new(),
        heads(&[
            words.good,
            "CN",
            words.quantity,
            "",
            words.see_direct,
            words.see_indirect,
            words.see_total,
            words.unit,
            words.default_share,
            words.sefa,
            words.exact,
        ]),
    ]);
    for (good, allocation) in report.figures.goods.iter().zip(&report.allocations) {
        let (sefa, exact) = decimal(&allocation.sefa_t_co2e);
        let unit = if good.functional_unit == "kWh" { "MWh" } else { "t" };
        let (quantity, _) = decimal(&good.quantity);
        let plain = |words: &str| text(words, Look::Plain);
        rows.push(vec![
            plain(&good.name),
            plain(&good.cn),
            figure(quantity),
            plain(unit),
            figure(&good.see_direct),
            figure(&good.see_indirect),
            figure(&good.see_total),
            plain(&good.functional_unit),
            figure(&good.default_share),
            figure(sefa),
            plain(&exact),
        ]);
    }
    Sheet {
        name: words.title.chars().take(31).collect(),
        widths: vec![34, 48, 14, 8, 12, 12, 12, 14, 14, 18, 24],
        frozen: 0,
        filter: false,
        rows,
    }
}

fn of_point(name: &str, items: &[&CbamReportItem], lang: Lang) -> Sheet {
    let words = words(lang);
    let mut rows = vec![heads(&[
        words.item,
        words.part,
        words.statement,
        words.about,
        words.value,
        "",
        words.exact,
        words.remark,
        words.state,
        words.place,
    ])];
    for item in items {
        let said = words::item(&item.point, &item.number, lang);
        let state = words::state(&item.state, lang);
        let head = [&*item.number, "", said, "", "", "", "", "", state, ""];
        rows.push(heads(&head));
        for fact in &item.facts {
            let look = if fact.state == "missing" { Look::Open } else { Look::Plain };
            let (value, exact) = match fact.unit.is_empty() {
                true => (text(words::said(&fact.value, lang), look), String::new()),
                false => {
                    let (value, exact) = decimal(&fact.value);
                    (figure(value), exact)
                }
            };
            let plain = |words: &str| text(words, look);
            rows.push(vec![
                plain(&item.number),
                plain(&fact.part),
                plain(words::fact(&fact.what, lang)),
                plain(&fact.about),
                value,
                plain(if fact.unit == "1" { "" } else { &fact.unit }),
                plain(&exact),
                plain(&fact.note),
                plain(words::state(&fact.state, lang)),
                plain(&fact.path),
            ]);
        }
    }
    Sheet {
        name: name.chars().take(31).collect(),
        widths: vec![13, 6, 40, 38, 24, 14, 22, 60, 12, 34],
        frozen: 1,
        filter: false,
        rows,
    }
}

fn open(answer: &CbamReportAnswer, lang: Lang) -> Sheet {
    let words = words(lang);
    let mut rows = vec![heads(&[words.item, words.statement, words.about, words.add, words.remark])];
    for (item, fact) in missing(&answer.report.items) {
        let texts = [
            format!("{}, {}", item.point, item.number),
            words::fact(&fact.what, lang).to_owned(),
            fact.about.clone(),
            fact.path.clone(),
            fact.note.clone(),
        ];
        rows.push(texts.into_iter().map(|words| text(words, Look::Open)).collect());
    }
    if rows.len() == 1 {
        rows.push(vec![text(words.nothing_missing, Look::Plain)]);
    }
    Sheet {
        name: words.missing.chars().take(31).collect(),
        widths: vec![14, 40, 40, 44, 70],
        frozen: 1,
        filter: false,
        rows,
    }
}
