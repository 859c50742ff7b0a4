//! Workbooks read back by our own reader; the formulas are recalculated by another program in `tests/workbook`.

use core::ops::ControlFlow;

use super::*;
use crate::archive::part_text;
use crate::factor::shipped;
use crate::gas::GwpSet;
use crate::inventory::{Options, Profile, compute_with};
use crate::limits::Limits;
use crate::place::Place;
use crate::sheet::{Kind, Workbook};

fn answer() -> InventoryAnswer {
    serde_json::from_str(include_str!("../../../tests/report/answer.json")).unwrap()
}

/// Name of the sheet, then rows of texts.
fn read(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
    let book = Workbook::open(bytes, &Limits::default()).unwrap();
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.to_string()).collect();
    let rows = |at: usize| {
        book.rows(at)
            .unwrap()
            .map(|row| row.unwrap().cells().map(|cell| cell.text.to_owned()).collect())
            .collect()
    };
    names.into_iter().enumerate().map(|(at, name)| (name, rows(at))).collect()
}

#[test]
fn every_total_is_a_formula_with_its_result_and_the_exact_text() {
    let answer = answer();
    let bytes = inventory_workbook(&answer, None, Lang::En).unwrap();
    let book = Workbook::open(bytes.clone(), &Limits::default()).unwrap();
    let mut found = 0;
    for row in book.rows(0).unwrap() {
        let row = row.unwrap();
        let key = row.cell(6).map(|cell| cell.text.to_owned()).unwrap_or_default();
        let total = &answer.inventory.total;
        let known = outline::accounts(total).into_iter().chain(outline::beside(total));
        if let Some((_, exact)) = known.into_iter().find(|(known, _)| *known == key) {
            let (number, text) = (row.cell(2).unwrap(), row.cell(5).unwrap());
            assert!(number.formula && number.kind == Kind::Number, "{key}");
            assert_eq!(number.text, fifteen_digits(exact), "{key}");
            assert_eq!((text.text, text.kind), (exact, Kind::Text), "{key}");
            found += 1;
        }
    }
    assert_eq!(found, 9);
    let heads: Vec<Vec<String>> = read(bytes.clone()).swap_remove(0).1;
    let head = heads.iter().find(|row| row.first().is_some_and(|text| text == "Account")).unwrap();
    assert_eq!(head[1..], ["kg CO2e", "t CO2e", "Share", "exact (text)", "Key"]);
    let sheets = read(bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 13, "{names:?}");
    assert_eq!(names.first(), Some(&"Totals"));
    assert!(names.contains(&"Provenance") && names.contains(&"Cells"));
}

#[test]
fn lines_add_up_to_every_sum_as_the_formulas_say() {
    // Every sum of the workbook, added up from the cells that its formula names.
    let catalog = shipped();
    let options = Options::new(Profile::VnCircular38, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    let ledger = "id,date,activity,quantity,unit,site,supplier\n\
                  1,2023-05-31,electricity,1250.123456789,kWh,=cmd|'/c',*\n\
                  2,2023-06-30,diesel-stationary,10.5,kg,HÀ NỘI,a~?\n\
                  3,2023-06-30,diesel-stationary,7,kg,Hà Nội,3.10\n\
                  4,2023-07-31,HCFC-22,2,kg,@x,3.1\n";
    let mut lines = WorkbookLines::new(catalog, &options);
    let answer =
        compute_with(ledger.as_bytes(), catalog, &options, Some(&mut |line| lines.take(line)), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(answer.inventory.coverage.counted, 4, "{:?}", answer.findings);
    let masses = lines.rows.len();
    let sheets = sheets(&answer, Some(lines), Lang::Vi);
    let data = sheets.iter().find(|sheet| sheet.name == "Từng dòng").unwrap();
    assert_eq!(data.rows.len(), masses + 1);
    // Account, part and exact effect of each line; the exact effect stands in its own column where digits are lost.
    let sum = |account: &str| {
        data.rows.iter().skip(1).fold(crate::number::Co2e::ZERO, |sum, row| {
            let text = |at: usize| row[at].text.as_str();
            let effect = if text(22).is_empty() { text(20) } else { text(22) };
            if text(14) == account && text(17) == "total" {
                sum.try_add(crate::number::Co2e::parse(effect).unwrap()).unwrap()
            } else {
                sum
            }
        })
    };
    let total = &answer.inventory.total;
    assert_eq!(sum("scope_1").to_string(), total.scope_1_kg_co2e);
    assert_eq!(sum("scope_2_location").to_string(), total.scope_2_location_kg_co2e);
    let totals = part_text(inventory_workbook(&answer, None, Lang::En).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(totals.contains("SUMIFS('Cells'!$F$2:"), "cells where there are no lines");
    let sites = sheets.iter().find(|sheet| sheet.name == "Cơ sở").unwrap();
    assert_eq!(sites.rows.len(), 5, "sites that differ in case alone stay apart");
}

#[test]
fn more_lines_than_the_limit_are_refused_with_a_way_out() {
    let catalog = shipped();
    let mut options =
        Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    options.limits.workbook_lines = 1;
    let mut lines = WorkbookLines::new(catalog, &options);
    let ledger = "date,activity,quantity,unit\n2023-05-31,electricity,1,kWh\n";
    let error =
        compute_with(ledger.as_bytes(), catalog, &options, Some(&mut |line| lines.take(line)), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap_err();
    assert_eq!(error.code().as_str(), "LIMIT_EXCEEDED");
    assert!(error.help().contains("CSV"));
}

#[test]
fn sheets_have_names_that_programs_take() {
    let sheet = |name: &str| Sheet { name: name.into(), ..Sheet::default() };
    let mut sheets = vec![
        sheet("Hạng mục · Cơ sở · Nhà cung cấp · Tháng"),
        sheet("hạng mục · cơ sở · nhà cung cấp"),
        sheet("a/b"),
    ];
    sheets.push(sheet("A.B"));
    crate::report::sheets::named_apart(&mut sheets);
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(names.iter().all(|name| name.chars().count() <= 31), "{names:?}");
    assert_eq!(names.last(), Some(&"A.B 2"));
}
