//! What the charts say, and that they are whole documents without anything from elsewhere.

use super::*;
use crate::factor::shipped;
use crate::gas::GwpSet;
use crate::inventory::{Options, Profile, compute};
use crate::place::Place;
use crate::report::Lang;
use crate::wire::v1::{Waterfall, WaterfallStep};

fn inventory(rows: &str) -> crate::wire::v1::InventoryAnswer {
    let ledger = format!("id,date,site,activity,quantity,unit,quality\n{rows}");
    let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    compute(ledger.as_bytes(), shipped(), &options).unwrap()
}

fn is_whole(svg: &str) {
    assert!(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>\n"),
        "{svg}"
    );
    assert_eq!(svg.matches("http").count(), 1, "nothing is fetched");
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    assert!(!svg.contains("var(") && !svg.contains("<script"), "nothing is taken from a page");
}

#[test]
fn bars_are_sorted_counted_and_escaped() {
    let rows: String =
        (1..=30).map(|n| format!("{n},2023-05-31,<b>Site {n:02}</b>,electricity,{n}000,kWh,\n")).collect();
    let svg = inventory_svg(&inventory(&rows), &["site"], Lang::Vi).unwrap();
    is_whole(&svg);
    assert_eq!(svg.matches("fill=\"#1f6f5c\"").count(), 24);
    assert!(
        svg.contains("+ 6 …") && svg.contains("&lt;b&gt;Site 30&lt;/b&gt;") && svg.contains("19,776"),
        "{svg}"
    );
    let first = svg.find("Site 30").unwrap();
    assert!(first < svg.find("Site 07").unwrap() && !svg.contains("Site 06"), "the largest come first");
}

#[test]
fn small_figures_are_kilograms_and_negative_ones_lie_left_of_zero() {
    let rows = "1,2023-05-31,A,electricity,1.25,kWh,\n2,2023-05-31,B,electricity,-1,kWh,correction\n";
    let svg = inventory_svg(&inventory(rows), &["site"], Lang::En).unwrap();
    is_whole(&svg);
    assert!(svg.contains("kg CO₂e") && svg.contains("0.824") && svg.contains("−0.659"), "{svg}");
    let empty = inventory_svg(&inventory(""), &["site"], Lang::En).unwrap();
    is_whole(&empty);
    let refused = inventory_svg(&inventory(rows), &["site", "gas"], Lang::En).unwrap_err();
    assert_eq!((refused.code().as_str(), refused.path()), ("UNKNOWN_VALUE", "/by"));
}

#[test]
fn a_waterfall_starts_each_step_where_the_one_before_ended() {
    let step = |step: &str, start: &str, end: &str, change: &str| WaterfallStep {
        step: step.into(),
        start_kg_co2e: start.into(),
        end_kg_co2e: end.into(),
        change_kg_co2e: change.into(),
    };
    let fall = Waterfall {
        account: "total_location".into(),
        steps: vec![
            step("before", "0", "100000", "100000"),
            step("activity", "100000", "150000", "50000"),
            step("gwp", "150000", "150000", "0"),
            step("factor", "150000", "-50000", "-200000"),
            step("after", "0", "-50000", "-50000"),
        ],
    };
    let svg = waterfall_svg(&fall, Lang::En);
    is_whole(&svg);
    // From -50 to 150 t on 530 pixels from 220: zero lies at 352, 100 t at 617, 150 t at 750.
    for bar in [
        "x=\"352\" y=\"62\" width=\"265\"",
        "x=\"617\" y=\"92\" width=\"133\"",
        "x=\"220\" y=\"122\" width=\"530\"",
    ] {
        assert!(svg.contains(bar), "{bar}: {svg}");
    }
    assert!(svg.contains("+50.0") && svg.contains("−200.0") && svg.contains("−50.0"), "{svg}");
    assert!(!svg.contains("GWP set"), "{svg}");
}

#[test]
fn figures_have_as_many_decimals_as_the_largest_asks_for() {
    let marks = Lang::Vi.text().marks;
    assert_eq!(Scale::new(100_000_000, marks).written("123456.78"), "123,5");
    assert_eq!(Scale::new(1_000_000, marks).written("1234.5678"), "1,235");
    assert_eq!(Scale::new(999_999, marks).written("-12.5"), "−12,500");
    assert_eq!(Scale::new(999_999, marks).change("12.5"), "+12,500");
    assert_eq!(Scale::new(100_000_000, marks).change("0.1"), "0,0");
}
