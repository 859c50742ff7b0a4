//! A digit, a row, a pack: each change is told where it is.

use super::*;
use crate::factor::shipped;
use crate::inventory::compute;
use crate::report::{self, Lang, inventory_workbook};

const LEDGER: &str = "id,date,activity,quantity,unit,site\n\
    1,2023-05-31,electricity,1250,kWh,Hà Nội\n\
    2,2023-06-30,electricity,1000.5,kWh,Hà Nội\n\
    3,2023-06-30,diesel-stationary,10,kg,Huế\n\
    4,2023-05-31,diesel-stationary,20,kg,Huế\n";

fn options() -> v1::InventoryOptions {
    v1::InventoryOptions {
        profile: "ghg-protocol".into(),
        gwp: "AR5".into(),
        region: Some("VN".into()),
        ..Default::default()
    }
}

fn answer(catalog: &Catalog, ledger: &str) -> v1::InventoryAnswer {
    compute(ledger.as_bytes(), catalog, &Options::from_request(&options()).unwrap()).unwrap()
}

fn told(
    catalog: &Catalog,
    report: &[u8],
    ledger: &str,
    options: &v1::InventoryOptions,
) -> v1::ReportVerifyAnswer {
    verify(report, &Against { catalog, options, ledger: ledger.as_bytes(), list: None }).unwrap()
}

fn json(catalog: &Catalog, ledger: &str) -> String {
    v1::canonical(&answer(catalog, ledger)).unwrap()
}

#[test]
fn a_report_of_the_same_ledger_holds_in_every_form() {
    let catalog = shipped();
    let none = v1::InventoryOptions::default();
    let report = json(catalog, LEDGER);
    let holds = told(catalog, report.as_bytes(), LEDGER, &none);
    assert!(holds.holds && holds.differences.is_empty() && holds.reasons.is_empty(), "{holds:?}");
    assert!(holds.compared.figures > 300 && holds.compared.texts > 50, "{:?}", holds.compared);
    assert_eq!(holds.reported_digest, holds.recomputed_digest);
    let csv = report::csv(&answer(catalog, LEDGER));
    let holds = told(catalog, csv.as_bytes(), LEDGER, &options());
    assert!(holds.holds, "{:?}", holds.differences);
    for lang in [Lang::En, Lang::Vi] {
        let plain = inventory_workbook(&answer(catalog, LEDGER), None, lang).unwrap();
        let holds = told(catalog, &plain, LEDGER, &options());
        assert!(holds.holds, "{:?}", holds.differences);
        assert_eq!(holds.reported_digest, holds.recomputed_digest);
    }
}

#[test]
fn a_forged_digit_is_told_with_its_place() {
    let catalog = shipped();
    let none = v1::InventoryOptions::default();
    let mut forged = answer(catalog, LEDGER);
    let right = forged.inventory.total.scope_2_location_kg_co2e.clone();
    forged.inventory.total.scope_2_location_kg_co2e = right.replacen('1', "7", 1);
    let report = v1::canonical(&forged).unwrap();
    let answer = told(catalog, report.as_bytes(), LEDGER, &none);
    assert_eq!(answer.reasons, ["edited", "contradicts-itself", "figures"]);
    assert_eq!(answer.differences.len(), 1, "{:?}", answer.differences);
    let one = &answer.differences[0];
    assert_eq!(one.place, "/inventory/total/scope_2_location_kg_co2e");
    assert_eq!((one.what.as_str(), one.recomputed.as_str()), ("figure", right.as_str()));
    assert_eq!(one.difference, "-6000");
    assert!(answer.explained.is_empty(), "no line explains a forged digit");
    // The digest mended, too: the ledger still says otherwise.
    forged.digest = canonical_digest(&forged.inventory).unwrap();
    let report = v1::canonical(&forged).unwrap();
    assert_eq!(told(catalog, report.as_bytes(), LEDGER, &none).reasons, ["contradicts-itself", "figures"]);
}

#[test]
fn a_changed_row_is_among_the_lines_that_explain() {
    let catalog = shipped();
    let none = v1::InventoryOptions::default();
    let report = json(catalog, LEDGER);
    let changed = LEDGER.replace("1000.5", "1001.5");
    let answer = told(catalog, report.as_bytes(), &changed, &none);
    assert_eq!(answer.reasons, ["figures"], "the report is sound, its ledger is another one");
    assert_eq!(answer.explained.iter().map(|line| line.row).collect::<Vec<_>>(), [3]);
    let total = answer.differences.iter().find(|one| one.of == ["total", "total_location_kg_co2e"]).unwrap();
    assert_eq!(total.difference, "0.6592");
    // A new row is told as the whole difference.
    let more = format!("{LEDGER}5,2023-07-31,diesel-stationary,3,kg,Vinh\n");
    let answer = told(catalog, report.as_bytes(), &more, &none);
    assert!(answer.reasons.contains(&"coverage".to_owned()));
    assert!(answer.explained[0].whole && answer.explained[0].row == 6, "{:?}", answer.explained);
    // Line by line beside the ledger that was kept.
    let declared = Options::from_request(&options()).unwrap();
    let side =
        |text: &'static str| Side::new(catalog, declared.clone(), move || Ok(Box::new(text.as_bytes())));
    let changed: &'static str = changed.leak();
    let beside = with_changes(answer, &side(LEDGER), &side(changed)).unwrap();
    let lines = &beside.changes.as_ref().unwrap().changes;
    assert_eq!((lines.len(), lines[0].after_row, lines[0].causes[0].what.as_str()), (1, 3, "quantity"));
    let text = report::report_verify_table(&beside, Lang::Vi);
    assert!(text.contains("số lượng: 1.000,5 → 1.001,5"), "{text}");
}

#[test]
fn another_edition_of_a_pack_is_told_exactly() {
    let catalog = shipped();
    let none = v1::InventoryOptions::default();
    let mut other = answer(catalog, LEDGER);
    let pack = &mut other.inventory.packs[0];
    pack.edition = "of yesterday".into();
    pack.sha256 = "00".repeat(32);
    other.digest = canonical_digest(&other.inventory).unwrap();
    let report = v1::canonical(&other).unwrap();
    let answer = told(catalog, report.as_bytes(), LEDGER, &none);
    assert_eq!(answer.reasons, ["packs"]);
    let id = &other.inventory.packs[0].id;
    for (one, field) in answer.differences.iter().zip(["edition", "sha256"]) {
        assert_eq!(one.of, ["packs", id.as_str(), field]);
        assert_eq!(one.what, "pack");
    }
    assert_eq!(answer.differences[0].reported, "of yesterday");
}

#[test]
fn a_workbook_is_compared_cell_by_cell() {
    let catalog = shipped();
    let changed = LEDGER.replace("1000.5", "1001.5");
    let plain = inventory_workbook(&answer(catalog, LEDGER), None, Lang::En).unwrap();
    let answer = told(catalog, &plain, &changed, &options());
    assert!(!answer.holds);
    let total = answer.differences.iter().find(|one| one.of.iter().any(|of| of == "total_location")).unwrap();
    assert!(total.place.starts_with("Totals!B"), "{total:?}");
    assert_eq!(total.difference, "0.6592");
    // A row that is gone in the report, or one too many, has its texts.
    let fewer: String = LEDGER.lines().take(3).map(|line| format!("{line}\n")).collect();
    let answer = told(catalog, &plain, &fewer, &options());
    assert!(answer.differences.iter().any(|one| one.reported.contains("Huế") && one.recomputed.is_empty()));
}

#[test]
fn what_is_no_report_is_refused() {
    let catalog = shipped();
    let none = v1::InventoryOptions::default();
    let refused = |report: &[u8], options: &v1::InventoryOptions| {
        let against = Against { catalog, options, ledger: LEDGER.as_bytes(), list: None };
        let error = verify(report, &against).unwrap_err();
        (error.code().as_str(), error.path().to_owned())
    };
    assert_eq!(refused(b"a,b\n1,2\n", &options()), ("BAD_REQUEST", "/report".into()));
    assert_eq!(refused(b"{}", &none).1.get(..7), Some("/report"));
    assert_eq!(refused(&[0xff, 0xfe, 0x41], &none).0, "INVALID_UTF8");
    let csv = report::csv(&answer(catalog, LEDGER));
    assert_eq!(refused(csv.as_bytes(), &none).0, "CHOICE_MISSING");
    let cut = inventory_workbook(&answer(catalog, LEDGER), None, Lang::En).unwrap();
    assert_eq!(refused(&cut[..100], &options()).0, "BAD_ZIP");
}

#[test]
fn the_example_of_a_year_holds_with_the_choices_it_states() {
    let catalog = {
        let mut catalog = shipped().clone();
        catalog.add_pack_text(include_str!("../../../examples/fastener/factors.pack")).unwrap();
        catalog
    };
    let declared = v1::InventoryOptions {
        profile: "ghg-protocol".into(),
        gwp: "AR5".into(),
        period: Some("2025".into()),
        region: Some("VN".into()),
        locale: Some("vi-VN".into()),
        proxy_years: 2,
        proxy_places: vec!["GB".into()],
        ..Default::default()
    };
    let ledger = include_bytes!("../../../examples/fastener/ledger.vi.csv");
    let answer = compute(&ledger[..], &catalog, &Options::from_request(&declared).unwrap()).unwrap();
    let report = v1::canonical(&answer).unwrap();
    let none = v1::InventoryOptions::default();
    let against = Against { catalog: &catalog, options: &none, ledger, list: None };
    let told = verify(report.as_bytes(), &against).unwrap();
    assert!(told.holds, "{:?} {:?}", told.reasons, told.differences);
    assert_eq!(told.compared.rows, 256);
}
