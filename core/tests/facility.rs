//! The report of a facility: the example's figures, its documents, and laws that hold for every ledger and law.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "tests assert by panicking"
)]
#![cfg(feature = "bundled-factors")]

use emitrace::factor::Catalog;
use emitrace::number::Co2e;
use emitrace::regulation::{compliance, facility_report, obligations, steam_factor};
use emitrace::report::{Lang, facility_csv, facility_html, facility_table};
use emitrace::wire::v1::{
    EtsRequest, FacilityFacts, FacilityReport, FacilityReportRequest, GasPerEnergy, ObligationsRequest,
    SteamFuel, SteamRequest,
};
use proptest::prelude::*;
use serde_json::json;

const LEDGERS: [&str; 2] = [
    include_str!("../../examples/facility-vn/so-lieu-2024.csv"),
    include_str!("../../examples/facility-vn/so-lieu-2025.csv"),
];
const DECLARATIONS: &str = include_str!("../../examples/facility-vn/khai-bao.json");
const PACKS: [&str; 2] = [
    include_str!("../../examples/facility-vn/nhiet-tri.pack"),
    include_str!("../../examples/facility-vn/hoi.pack"),
];
const STEAM: &str = include_str!("../../examples/facility-vn/hoi.json");

fn catalog() -> Catalog {
    let mut catalog = Catalog::bundled().unwrap();
    PACKS.iter().for_each(|pack| catalog.add_pack_text(pack).unwrap());
    catalog
}

fn request(ledgers: [&str; 2]) -> FacilityReportRequest {
    serde_json::from_value(json!({
        "country": "VN", "on": "2026-11-22",
        "years": [{ "year": 2024, "ledger": { "text": ledgers[0] } }, { "year": 2025, "ledger": { "text": ledgers[1] } }],
        "options": { "gwp": "AR5", "locale": "vi-VN", "proxy_years": 2 },
        "declarations": serde_json::from_str::<serde_json::Value>(DECLARATIONS).unwrap(),
    }))
    .unwrap()
}

fn example() -> FacilityReport {
    facility_report(&catalog(), &request(LEDGERS)).unwrap()
}

#[test]
fn the_example_is_complete_and_its_steam_pack_is_the_one_that_the_formula_gives() {
    let report = example().report;
    assert!(report.complete, "{:?}", report.findings);
    assert!(report.steps.len() == 8 && report.steps.iter().all(|step| step.state == "done"));
    let total = &report.totals[2];
    assert_eq!(total.years[0].kg_co2e, "1924733.723452941176");
    assert_eq!(total.years[1].kg_co2e, "2218108.095798235294");
    let steam: SteamRequest = serde_json::from_str(STEAM).unwrap();
    assert_eq!(steam_factor(&Catalog::bundled().unwrap(), &steam).unwrap().pack, PACKS[1]);
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let turned = |ledger: &str| {
        let mut lines: Vec<&str> = ledger.lines().collect();
        lines[1..].reverse();
        lines.join("\n")
    };
    let (first, second) = (turned(LEDGERS[0]), turned(LEDGERS[1]));
    let again = facility_report(&catalog(), &request([&first, &second])).unwrap();
    assert_eq!(again.report.totals, example().report.totals);
    assert_eq!(again.report.lines, example().report.lines);
}

#[test]
fn a_facility_is_reported_whole() {
    let mut asked = request(LEDGERS);
    asked.options.organisation = Some(emitrace::wire::v1::Organisation::default());
    assert_eq!(facility_report(&catalog(), &asked).unwrap_err().path(), "/options/organisation");
}

/// Every element that is opened is closed, in the right order.
fn check_tags(html: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut seen = 0;
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(start) = rest.find('<') {
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
        if !matches!(name, "meta" | "br") {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
    seen
}

#[test]
fn documents_are_sound_in_both_languages_whatever_is_declared() {
    let evil = "<script>alert('x')</script>\"&\u{1b}[31m\u{202e}=1+1";
    let mut asked = request(LEDGERS);
    asked.declarations.name = evil.into();
    asked.declarations.sinks = evil.into();
    asked.declarations.uncertainty.model = evil.into();
    asked.declarations.checks[0].remark = evil.into();
    asked.declarations.own_factors[0].document = evil.into();
    asked.declarations.sources_absent = vec![evil.into()];
    let hostile = facility_report(&catalog(), &asked).unwrap();
    for report in [example(), hostile] {
        for lang in [Lang::En, Lang::Vi] {
            let html = facility_html(&report, lang);
            assert!(check_tags(&html) > 300);
            assert!(!html.contains("<script") && !html.contains('\u{1b}') && !html.contains('\u{202e}'));
            let table = facility_table(&report, lang);
            assert!(!table.contains('\u{1b}') && !table.contains('\u{202e}'));
        }
        let csv = facility_csv(&report);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(rows.iter().all(|row| row.len() == 7 && row.iter().all(|cell| !cell.starts_with('='))));
    }
    let vietnamese = facility_html(&example(), Lang::Vi);
    assert!(vietnamese.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    assert!(vietnamese.contains("Kết quả kiểm kê khí nhà kính cho năm 2024 và năm 2025"));
    assert!(facility_table(&example(), Lang::En).contains("1,924.734"));
}

fn sum(figures: impl Iterator<Item = String>) -> Co2e {
    figures.fold(Co2e::ZERO, |sum, figure| sum.try_add(Co2e::parse(&figure).unwrap()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn sources_add_up_to_the_totals(rows in prop::collection::vec((0..6usize, 0..1_000_000u32, 2024..=2025u16), 1..30)) {
        let words = ["anthracite-stationary,{} ,TJ{net}", "R-22,{} ,kg", "electricity,{} ,kWh", "steam,{} ,t", "SF6,{} ,g",
            "composting-wet,{} ,kg"];
        let mut ledgers = ["id,date,activity,quantity,unit\n".to_owned(), "id,date,activity,quantity,unit\n".to_owned()];
        for (at, (word, quantity, year)) in rows.iter().enumerate() {
            let row = words[*word].replace("{} ", &format!("{}.{:03}", quantity / 1000, quantity % 1000));
            ledgers[usize::from(year - 2024)].push_str(&format!("{at},{year}-05-31,{row}\n"));
        }
        let mut asked = request([&ledgers[0], &ledgers[1]]);
        asked.options.locale = Some("en-US".into());
        asked.options.region = Some("VN".into());
        let report = facility_report(&catalog(), &asked).unwrap().report;
        for year in 0..2 {
            let of = |kind: &str| sum(report.sources.iter().filter(|source| kind == "total" || source.kind == kind).map(|source| source.years[year].kg_co2e.clone()));
            for total in &report.totals {
                prop_assert_eq!(of(&total.name), Co2e::parse(&total.years[year].kg_co2e).unwrap());
            }
            let mut counted = 0;
            report.lines.iter().chain(&report.outside).for_each(|line| counted += line.years[year].lines);
            prop_assert_eq!(counted, report.inventories[year].counted);
        }
        for total in &report.totals {
            let change = Co2e::parse(&total.difference_kg_co2e).unwrap();
            let before = Co2e::parse(&total.years[0].kg_co2e).unwrap();
            prop_assert_eq!(before.try_add(change).unwrap(), Co2e::parse(&total.years[1].kg_co2e).unwrap());
        }
    }

    #[test]
    fn duties_fall_due_in_the_span_and_cover_years_before_their_day(
        start in 0..2000u64, span in 0..2500u64, sector in prop::sample::select(vec!["steel", "industry", "waste", "other"]), quota: bool, lists in 0..4u8,
    ) {
        let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        let on = first.checked_add_days(chrono::Days::new(start)).unwrap();
        let until = on.checked_add_days(chrono::Days::new(span)).unwrap();
        let names = ["decision-13-2024", "decision-42-2026"];
        let lists = (0..2).filter(|bit| lists & (1 << bit) != 0).map(|bit| names[bit].to_owned()).collect();
        let answer = obligations(&Catalog::bundled().unwrap(), &ObligationsRequest {
            country: "VN".into(), on: on.to_string(), until: until.to_string(),
            facility: FacilityFacts { sector: sector.into(), lists, quota, ..FacilityFacts::default() },
            ..ObligationsRequest::default()
        }).unwrap();
        prop_assert!(answer.duties.is_sorted_by_key(|duty| duty.due.clone()));
        for duty in &answer.duties {
            prop_assert!(on.to_string() <= duty.due && duty.due <= until.to_string());
            prop_assert!(!duty.years.is_empty() && duty.years.iter().all(|year| **year < duty.due[..4]));
            prop_assert!(answer.standing == "listed" || (answer.standing == "dropped" && *duty.due < *"2027"));
        }
    }

    #[test]
    fn units_due_and_credits_make_up_what_is_owed(allocation in 0..1_000_000u64, direct in 0..2_000_000u64, credits in 0..1_000_000u64, borrow in 0..1_000_000u64) {
        let answer = compliance(&Catalog::bundled().unwrap(), &EtsRequest {
            country: "VN".into(), on: "2026-11-22".into(), allocation: allocation.to_string(), direct_emissions_t_co2e: direct.to_string(),
            credits_held: credits.to_string(), borrowing_requested: borrow.to_string(), ..EtsRequest::default()
        }).unwrap();
        let read = |text: &str| text.bytes().fold(0u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        prop_assert_eq!(read(&answer.units_due) + read(&answer.credits_usable), direct);
        prop_assert!(read(&answer.credits_usable) <= credits && read(&answer.credits_usable) * 10 <= allocation * 3);
        prop_assert!(read(&answer.borrowing_usable) <= borrow && read(&answer.borrowing_usable) * 20 <= allocation * 3);
    }

    #[test]
    fn the_pack_of_steam_gives_the_exact_formula(enthalpy in 1..5000u32, efficiency in 400..=1000u32, factor in 1..120_000u32) {
        let efficiency = if efficiency == 1000 { "1".to_owned() } else { format!("0.{efficiency:03}") };
        let answer = steam_factor(&Catalog::bundled().unwrap(), &SteamRequest {
            enthalpy_kj_per_kg: enthalpy.to_string(), efficiency: efficiency.clone(),
            fuels: vec![SteamFuel { gases: vec![GasPerEnergy { gas: "CO2".into(), kg_per_tj: factor.to_string() }], ..SteamFuel::default() }],
            supplier: "A".into(), evidence: "B".into(), evidence_date: "2025-01-05".into(), place: "VN".into(), valid: "2024".into(),
            ..SteamRequest::default()
        }).unwrap();
        prop_assert!(answer.exact);
        let ratio = |text: &str| {
            let (above, below) = text.split_once('/').unwrap_or((text, "1"));
            let read = |text: &str| emitrace::number::Ratio::from(emitrace::number::Amount::parse(text).unwrap());
            read(above).try_div(read(below)).unwrap()
        };
        let wanted = ratio(&format!("{enthalpy}/{efficiency}")).try_mul(ratio(&format!("{factor}/1000000"))).unwrap();
        prop_assert_eq!(ratio(&answer.gases[0].exact_kg_per_t), wanted);
    }
}
