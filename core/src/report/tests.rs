//! Reports of a whole year, read as their readers and programs will.

use super::*;
use crate::wire::v1::{Finding, InventoryAnswer};

fn answer() -> InventoryAnswer {
    serde_json::from_str(include_str!("../../tests/report/answer.json")).unwrap()
}

#[test]
fn the_page_names_places_units_and_words_of_the_input() {
    let mut answer = answer();
    let factor = answer.inventory.factors.first_mut().unwrap();
    factor.place = "001".to_owned();
    let finding = answer.findings.first_mut().unwrap();
    finding.message = "the unit `ton` has no partner".to_owned();
    finding.help = "a lone ` stays".to_owned();
    let note = answer.inventory.notes.first_mut().unwrap();
    (note.rows, note.first_row) = (0, 0);
    let page = html(&answer, Lang::Vi);
    assert!(page.contains("<td>thế giới</td>"));
    assert!(page.contains("the unit <code>ton</code> has no partner"));
    assert!(page.matches(" t CO₂e</span>").count() == 2, "both cards have their unit");
    assert!(!page.contains("dòng đầu: 0") && !page.contains("Dòng đầu: 0"), "a note about no row names none");
    // A caption that repeats the heading above it is kept for those who listen.
    let heading = "Hệ số đã dùng</h2>\n<div class=\"wide\">\n<table>\n<caption class=\"said\">";
    assert!(page.contains(heading));
}

/// An answer whose every free text tries to break out.
fn hostile() -> InventoryAnswer {
    let mut answer = answer();
    let evil = "<script>alert('x')</script>\"&\u{1b}[31m\u{202e}";
    for view in &mut answer.inventory.views {
        for cell in &mut view.cells {
            for key in &mut cell.key {
                *key = format!("{evil}{key}");
            }
        }
    }
    for gas in &mut answer.inventory.total.gases {
        gas.gas = evil.to_owned();
        gas.kg = evil.to_owned();
    }
    for note in &mut answer.inventory.notes {
        note.about = evil.to_owned();
        note.message = evil.to_owned();
        note.help = evil.to_owned();
        note.code = evil.to_owned();
    }
    for factor in &mut answer.inventory.factors {
        factor.id = evil.to_owned();
        factor.place = evil.to_owned();
        factor.valid = evil.to_owned();
        for value in &mut factor.values {
            value.cell = evil.to_owned();
            value.unit = evil.to_owned();
        }
    }
    for pack in &mut answer.inventory.packs {
        pack.title = evil.to_owned();
        pack.attribution = evil.to_owned();
        pack.edition = evil.to_owned();
        pack.publisher = evil.to_owned();
        pack.licence = evil.to_owned();
        pack.id = evil.to_owned();
    }
    for finding in &mut answer.findings {
        finding.value = evil.to_owned();
        finding.header = evil.to_owned();
        finding.message = evil.to_owned();
        finding.code = evil.to_owned();
        finding.severity = evil.to_owned();
    }
    for column in &mut answer.reading.columns {
        column.header = evil.to_owned();
    }
    answer.inventory.choices.profile = evil.to_owned();
    answer.inventory.choices.gwp = evil.to_owned();
    answer.inventory.choices.period = evil.to_owned();
    answer.reading.number_format = evil.to_owned();
    answer.digest = evil.to_owned();
    answer.engine = evil.to_owned();
    answer.schema = evil.to_owned();
    answer
}

/// Every element that is opened is closed, in the right order; attributes are quoted. Gives the number of elements.
fn check_tags(html: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut seen = 0;
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(start) = rest.find('<') {
        assert!(
            !rest[..start].contains('>'),
            "a bare > before {}",
            &rest[start..].chars().take(40).collect::<String>()
        );
        let end = start + rest[start..].find('>').expect("a closed tag");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        seen += 1;
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes of <{tag}>");
        let name = tag.split_whitespace().next().unwrap();
        if matches!(name, "meta" | "br") {
            continue;
        }
        open.push(name);
        if name == "style" {
            rest = &rest[rest.find("</style>").expect("the end of the style")..];
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    seen
}

#[test]
fn pages_are_well_formed_in_every_language() {
    for &lang in Lang::ALL {
        let page = html(&answer(), lang);
        assert!(check_tags(&page) > 500);
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.as_str())));
        assert_eq!(page.matches("<caption").count(), page.matches("<table>").count());
        assert_eq!(page.matches("<svg").count(), page.matches("<desc id=").count());
        assert_eq!(page, html(&answer(), lang), "the same answer gives the same bytes");
    }
}

#[test]
fn pages_ask_for_nothing_from_outside() {
    let page = html(&answer(), Lang::En);
    for outside in
        ["<script", "<link", "<img", "<iframe", "@import", "src=", "href=", " onload", "javascript:"]
    {
        assert!(!page.contains(outside), "{outside}");
    }
    // The one address is the name of the SVG namespace.
    assert_eq!(page.matches("http").count(), page.matches("http://www.w3.org/2000/svg").count() + 1);
    assert!(page.contains("http-equiv=\"Content-Security-Policy\""));
}

#[test]
fn text_of_the_ledger_cannot_break_out() {
    for &lang in Lang::ALL {
        let page = html(&hostile(), lang);
        check_tags(&page);
        assert!(!page.contains("<script"));
        assert!(page.contains("&lt;script&gt;"));
        for report in [page, table(&hostile(), lang)] {
            assert!(!report.contains('\u{1b}') && !report.contains('\u{202e}'));
        }
    }
}

#[test]
fn numbers_are_written_as_the_language_does() {
    let (english, vietnamese) = (html(&answer(), Lang::En), html(&answer(), Lang::Vi));
    assert!(english.contains("4,585.776") && english.contains("4,585,776.4915230929"));
    assert!(vietnamese.contains("4.585,776") && vietnamese.contains("4.585.776,4915230929"));
    assert!(vietnamese.contains("01/01/2025 – 31/12/2025"));
    assert!(vietnamese.contains("3.1 Hàng hóa và dịch vụ mua vào"));
    assert!(english.contains("3.1 Purchased goods and services"));
}

#[test]
fn both_views_of_scope_2_and_what_stands_beside_are_told() {
    let report = table(&answer(), Lang::En);
    for expected in [
        "Scope 2, location-based            1,170.521",
        "Scope 2, market-based                972.761",
        "Offsets and credits                     100.000",
        "Gases outside the totals (HCFC, CFC …)    8.096",
        "251 of 256 rows counted, 5 left out",
        "AMBIGUOUS_UNIT",
        "Attribution",
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = squeezed(&report).contains(&squeezed(expected)) || expected == "Attribution";
        assert!(found, "{expected}\n{report}");
    }
    let digest = answer().digest;
    assert!(report.contains(&digest) && html(&answer(), Lang::Vi).contains(&digest));
}

#[test]
fn lines_for_a_terminal_are_not_too_long() {
    for &lang in Lang::ALL {
        for line in table(&answer(), lang).lines() {
            assert!(screen::width(line) <= 120, "{line}");
            assert_eq!(line, line.trim_end());
        }
    }
}

#[test]
fn every_code_has_vietnamese_words() {
    let text = Lang::Vi.text();
    for code in Code::ALL {
        let (meaning, help) =
            text.code_text(code.as_str()).unwrap_or_else(|| panic!("{code} is not translated"));
        assert!(!meaning.is_empty() && !help.is_empty());
    }
    assert_eq!(text.codes.iter().copied().flatten().count(), Code::ALL.len());
}

#[test]
fn keys_that_nobody_named_stay_as_they_are() {
    let text = Lang::En.text();
    assert_eq!(text.category_name("3.10"), "3.10 Processing of sold products");
    assert_eq!(text.category_name("3.16"), "3.16");
    assert_eq!(text.category_name("1.stationary"), "1 Stationary combustion");
    assert_eq!(text.category_name("outside.offsets"), "Offsets and credits");
    assert_eq!(text.scope_name("2"), "Scope 2");
    assert_eq!(text.iso_name("3"), "3 Indirect emissions from transportation");
    assert_eq!(text.key_name("site", ""), "not stated");
    assert_eq!(Lang::Vi.text().key_name("month", "2025-03"), "03/2025");
}

// ---- CSV

fn records(table: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_csv_has_every_figure_once() {
    let answer = answer();
    let rows = records(&csv(&answer));
    assert!(rows.iter().all(|row| row.len() == 10));
    let cells: usize = answer.inventory.views.iter().map(|view| view.cells.len()).sum();
    let gases = |figures: &crate::wire::v1::Figures| figures.gases.len();
    let in_cells: usize =
        answer.inventory.views.iter().flat_map(|view| &view.cells).map(|cell| gases(&cell.figures)).sum();
    assert_eq!(rows.len(), 1 + (cells + 1) * 9 + in_cells + gases(&answer.inventory.total));
    let total = rows.iter().find(|row| row[0] == "total" && row[5] == "total_location").unwrap();
    assert_eq!(total[8], answer.inventory.total.total_location_kg_co2e);
    assert!(
        rows.iter().any(|row| row[0] == "category+site" && row[1] == "3.1" && row[2] == "Nhà máy Đông Anh")
    );
    assert!(rows.iter().any(|row| row[6] == "HCFC-22" && row[9] == "false"));
}

#[test]
fn no_cell_is_a_formula_and_numbers_stay_numbers() {
    let mut answer = answer();
    let figures = answer.inventory.total.clone();
    for key in
        ["=1+1", "+84 24", "-5", "@sum", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "a,\"b\"", "ok"]
    {
        let cell = crate::wire::v1::Cell { key: vec![key.to_owned()], figures: figures.clone() };
        answer.inventory.views[0].cells.push(cell);
    }
    answer.inventory.total.scope_1_kg_co2e = "-12.5".to_owned();
    let rows = records(&csv(&answer));
    for row in &rows {
        for (place, cell) in row.iter().enumerate() {
            let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(!risky || place == 8, "{row:?}");
        }
    }
    let keys: Vec<&str> = rows.iter().filter(|row| row[5] == "scope_1").map(|row| row[1].as_str()).collect();
    for expected in ["'=1+1", "'-5", "'＝1", "'\nx", "a,\"b\"", "ok"] {
        assert!(keys.contains(&expected), "{expected:?}");
    }
    assert!(rows.iter().any(|row| row[0] == "total" && row[5] == "scope_1" && row[8] == "-12.5"));
}

// ---- edges

#[test]
fn an_empty_inventory_is_told_without_a_division_by_zero() {
    let mut answer = answer();
    answer.inventory.total = crate::wire::v1::Figures {
        total_location_kg_co2e: "0".to_owned(),
        ..crate::wire::v1::Figures::default()
    };
    answer.inventory.views.clear();
    answer.inventory.notes.clear();
    answer.inventory.coverage.findings.clear();
    answer.inventory.coverage.excluded = 0;
    answer.findings.clear();
    for &lang in Lang::ALL {
        check_tags(&html(&answer, lang));
        assert!(table(&answer, lang).contains(lang.text().no_findings));
    }
}

#[test]
fn of_many_findings_twenty_are_listed_and_the_rest_counted() {
    let mut answer = answer();
    let one: Finding = answer.findings[0].clone();
    answer.findings = vec![one; 25];
    let report = table(&answer, Lang::En);
    assert!(report.contains("5 more findings, not listed here"));
}

#[test]
fn a_language_is_chosen_by_its_code() {
    assert_eq!(Lang::parse("en").unwrap(), Lang::En);
    assert_eq!(Lang::parse("vi").unwrap().as_str(), "vi");
    assert_eq!(Lang::parse("VI").unwrap_err().code(), Code::UnknownValue);
}

/// `EMITRACE_REPORTS=folder cargo test -p emitrace write_reports` writes the reports to look at.
#[test]
fn write_reports() {
    let Ok(folder) = std::env::var("EMITRACE_REPORTS") else { return };
    for &lang in Lang::ALL {
        let path = |kind: &str| format!("{folder}/report.{}.{kind}", lang.as_str());
        std::fs::write(path("html"), html(&answer(), lang)).unwrap();
        std::fs::write(path("txt"), table(&answer(), lang)).unwrap();
        std::fs::write(path("csv"), csv(&answer())).unwrap();
    }
}
