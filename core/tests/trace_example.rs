//! The fastener maker's year, from steel heats to boxes: the figures that `docs/trace.md` prints.
#![allow(clippy::unwrap_used, reason = "tests assert by panicking")]

use std::fs;
use std::path::PathBuf;

use emitrace::limits::Limits;
use emitrace::trace::Traced;
use emitrace::wire::v1::{TraceAsk, TraceCard, TraceRequest, read_json};

fn example() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/fastener/trace")
}

fn traced() -> Traced {
    with(&[])
}

fn with(more: &[&str]) -> Traced {
    let read = |name: &str| fs::read_to_string(example().join(name)).unwrap();
    let mut request: TraceRequest = read_json(&read("khai-bao.json")).unwrap();
    let cards = ["giao-hang.csv", "san-xuat.csv", "the-kho-kem.csv", "vat-tu.csv"];
    for name in cards.iter().chain(more).copied() {
        let text = Some(read(name));
        request.cards.push(TraceCard { name: name.into(), text, ..TraceCard::default() });
    }
    Traced::new(&request, &Limits::default()).unwrap()
}

fn ask(lot: &str) -> TraceAsk {
    TraceAsk { lot: lot.into(), ..TraceAsk::default() }
}

#[test]
fn every_record_of_the_year_is_followed() {
    let answer = traced().answer().unwrap();
    assert!(answer.is_complete());
    let errors: Vec<_> = answer.result.findings.iter().filter(|finding| finding.severity != "info").collect();
    assert_eq!(errors, Vec::<&emitrace::wire::v1::TraceFinding>::new());
    // Every kilogram of every item is somewhere.
    for lot in &answer.result.lots {
        assert!(lot.origin.iter().all(|share| share.label != "UNKNOWN"), "{}", lot.lot);
        assert!(lot.carbon_complete, "{}", lot.lot);
    }
}

#[test]
fn a_box_of_june_is_what_the_page_says() {
    let page = fs::read_to_string(example().join("../../../docs/trace.md")).unwrap();
    let path = traced().back(&ask("T0601")).unwrap();
    for share in &path.countries {
        let row = format!("| {} | {} | {} % |", share.label, share.quantity, share.percent);
        assert!(page.contains(&row), "{row}");
    }
    for share in path.heats.iter().filter(|share| share.percent.split('.').next().unwrap().len() > 1) {
        let row = format!("| {} | {} | {} % |", share.label, share.quantity, share.percent);
        assert!(page.contains(&row), "{row}");
    }
    let carbon = format!("{} kg CO2e", path.carbon_kg_co2e);
    assert!(page.contains(&carbon), "{carbon}");
    let possible = format!("{} heats", path.possible.heats.len());
    assert!(page.contains(&possible), "{possible}");
    assert!(path.gaps.is_empty() && !path.possible.unknown);
    assert_eq!(path.nearest, ["M06"]);
}

#[test]
fn a_heat_is_recalled_from_customers() {
    let page = fs::read_to_string(example().join("../../../docs/trace.md")).unwrap();
    let path = traced().forward(&ask("C053")).unwrap();
    let boxes = path.lots.iter().filter(|lot| lot.item == "HOP-BL-M8x40").count();
    let shipped = path.deliveries.iter().filter(|left| left.item == "HOP-BL-M8x40").count();
    let said = format!("{boxes} boxes, {shipped} of them delivered");
    assert!(page.contains(&said), "{said}");
    // What is in a box backward is in it forward.
    let back = traced().back(&ask("T0601")).unwrap();
    let source = back.sources.iter().find(|source| source.lot == "C053").unwrap();
    let holding = path.lots.iter().find(|lot| lot.lot == "T0601").unwrap();
    assert_eq!(source.quantity, holding.holds);
}

#[test]
fn boxes_go_on_as_events() {
    let page = fs::read_to_string(example().join("../../../docs/trace.md")).unwrap();
    let year = with(&["thang-1-2026.json"]);
    assert!(year.answer().unwrap().is_complete());
    let path = year.forward(&ask("C121")).unwrap();
    let left: Vec<_> = path.deliveries.iter().filter(|left| left.date.starts_with("2026")).collect();
    let said: Vec<_> = left.iter().map(|left| (left.customer.as_str(), left.lot.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Hanshin Fastening (Osaka)", "https://id.gs1.org/00/189312340000001015"),
            ("https://id.gs1.org/417/8055555000007", "T1204")
        ]
    );
    for left in left {
        assert!(page.contains(&left.holds), "{}", left.holds);
    }
    let there =
        path.lots.iter().filter(|lot| lot.store.ends_with("/414/8052345000018") && lot.in_stock != "0");
    assert_eq!(there.count(), 3);
    // The events' own identifier of a box asks for the box of the cards.
    let gtin = year.back(&ask("urn:epc:class:lgtin:8931234.000001.T1204")).unwrap();
    assert_eq!(gtin.countries, year.back(&ask("T1204")).unwrap().countries);
}
