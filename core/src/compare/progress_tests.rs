//! Base years, intensities and targets: laws and worked examples.

use crate::factor::shipped;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::tests::{HEADER, options};
use super::*;
use crate::gas::GwpSet;
use crate::inventory::compute;
use crate::number::Co2e;

fn inventory(ledger: &str) -> v1::InventoryAnswer {
    compute(format!("{HEADER}{ledger}").as_bytes(), shipped(), &options(GwpSet::Ar5)).unwrap()
}

fn side(answer: v1::InventoryAnswer) -> v1::DiffSide {
    v1::DiffSide { answer: Some(answer), ..Default::default() }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn amounts(pairs: &[(&str, &str)]) -> Vec<v1::AccountAmount> {
    let amount = |(account, kg): &(&str, &str)| v1::AccountAmount {
        account: (*account).into(),
        kg_co2e: (*kg).into(),
    };
    pairs.iter().map(amount).collect()
}

/// A base year of 10,000 t and a policy with a threshold.
fn case(policy: &str, threshold: Option<&str>, events: Vec<v1::BaseYearEvent>) -> v1::BaseYearRequest {
    let tonnes = |kg: &str| inventory(&format!("A,2023-01-31,Hanoi,CO2,{kg},kg,1.process,,\n"));
    v1::BaseYearRequest {
        base: side(tonnes("10000000")),
        current: Some(side(tonnes("13000000"))),
        policy: v1::BaseYearPolicy {
            name: policy.into(),
            threshold_percent: threshold.map(Into::into),
            accounts: texts(&["scope_1", "scope_2_location"]),
            ..Default::default()
        },
        events,
        comparison: None,
    }
}

fn event(kind: &str, kg: &str) -> v1::BaseYearEvent {
    let amounts = if kg.is_empty() { Vec::new() } else { amounts(&[("scope_1", kg)]) };
    v1::BaseYearEvent { kind: kind.into(), amounts, ..Default::default() }
}

fn decided(request: &v1::BaseYearRequest) -> v1::BaseYearAnswer {
    base_year(shipped(), request).unwrap()
}

#[test]
fn organic_growth_never_recalculates() {
    for policy in ["ghg-protocol", "sbti", "vn-circular-38"] {
        let answer =
            decided(&case(policy, Some("5"), vec![event("organic-growth", ""), event("factor-update", "")]));
        assert!(!answer.recalculate, "{policy}");
        assert_eq!(answer.base_kg_co2e, "10000000");
        assert_eq!(answer.organic_kg_co2e.as_deref(), Some("3000000"));
        assert!(answer.years_to_show.is_empty());
    }
}

#[test]
fn the_threshold_counts_together_and_at_its_edge() {
    let run = |events| decided(&case("sbti", None, events));
    let below = run(vec![event("acquisition", "499999.999")]);
    assert!(!below.recalculate && below.events[0].triggers);
    assert_eq!(below.cumulative_percent, "5");
    let at = run(vec![event("acquisition", "500000")]);
    assert!(at.recalculate);
    assert_eq!((&*at.base_kg_co2e, &*at.reported_kg_co2e), ("10500000", "10000000"));
    // Two small ones in opposite directions are significant together.
    let together = run(vec![event("acquisition", "300000"), event("divestment", "200000")]);
    assert!(together.recalculate && together.events.iter().all(|event| !event.significant));
    assert_eq!(together.base_kg_co2e, "10100000");
    assert_eq!(together.reported.digest.len(), 64);
}

#[test]
fn a_policy_has_its_own_list() {
    let correction = || vec![event("factor-correction", "-10")];
    assert!(decided(&case("vn-circular-38", None, correction())).recalculate);
    assert!(!decided(&case("ghg-protocol", Some("5"), correction())).recalculate);
    // Article 22 does not list errors.
    let answer = decided(&case("vn-circular-38", None, vec![event("error", "100000")]));
    assert!(!answer.recalculate && !answer.events[0].triggers);
    let refused = |policy, threshold| base_year(shipped(), &case(policy, threshold, Vec::new())).unwrap_err();
    assert_eq!(refused("ghg-protocol", None).path(), "/policy/threshold_percent");
    assert_eq!(refused("nobody", None).code(), Code::UnknownValue);
}

#[test]
fn outsourcing_that_stays_in_a_scope_is_no_reason() {
    let mut outsourced = event("outsourcing", "2000000");
    assert!(decided(&case("sbti", None, vec![outsourced.clone()])).recalculate);
    outsourced.in_scopes = true;
    assert!(!decided(&case("sbti", None, vec![outsourced])).recalculate);
}

#[test]
fn sites_that_left_and_days_of_a_year() {
    let base =
        inventory("A,2023-01-31,Hanoi,CO2,7300,kg,1.process,,\nB,2023-01-31,Vinh,CO2,3650,kg,1.process,,\n");
    let mut request = case("sbti", None, Vec::new());
    request.base = side(base);
    request.policy.current_period = Some("2025".into());
    request.policy.timing = Some("pro-rata".into());
    let sold = v1::BaseYearEvent {
        kind: "divestment".into(),
        sites: texts(&["Vinh"]),
        date: Some("2025-10-20".into()),
        ..Default::default()
    };
    request.events = vec![sold];
    let answer = decided(&request);
    // 73 of 365 days.
    assert_eq!((&*answer.events[0].share, &*answer.events[0].kg_co2e), ("0.2", "-730"));
    assert_eq!(answer.base_kg_co2e, "10220");
    request.policy.timing = Some("all-year".into());
    assert_eq!(decided(&request).base_kg_co2e, "7300");
    request.events[0].date = Some("2026-01-01".into());
    assert!(!decided(&request).recalculate);
    request.policy.timing = None;
    assert_eq!(base_year(shipped(), &request).unwrap_err().path(), "/policy/timing");
    request.events[0].sites = texts(&["Hue"]);
    request.events[0].date = None;
    assert_eq!(base_year(shipped(), &request).unwrap_err().path(), "/events/0/sites/0");
}

#[test]
fn corrections_follow_each_other() {
    let of = |kg: &str| Some(side(inventory(&format!("A,2023-01-31,Hanoi,CO2,{kg},kg,1.process,,\n"))));
    let corrected = |kind: &str, kg: &str| v1::BaseYearEvent { corrected: of(kg), ..event(kind, "") };
    let answer =
        decided(&case("sbti", None, vec![corrected("method", "10400000"), corrected("error", "10700000")]));
    let parts: Vec<&str> = answer.events.iter().map(|event| &*event.kg_co2e).collect();
    assert_eq!(parts, ["400000", "300000"]);
    assert!(answer.recalculate);
    assert_eq!(answer.base_kg_co2e, "10700000");
}

fn year(year: u16, kg: &str, denominators: &[(&str, &str, &str)]) -> v1::ProgressYear {
    let denominator = |(name, quantity, unit): &(&str, &str, &str)| v1::Denominator {
        name: (*name).into(),
        quantity: (*quantity).into(),
        unit: (*unit).into(),
        ..Default::default()
    };
    v1::ProgressYear {
        year,
        answer: None,
        amounts: amounts(&[("scope_1", kg)]),
        denominators: denominators.iter().map(denominator).collect(),
    }
}

fn intensities(years: Vec<v1::ProgressYear>, decimals: u16) -> Result<v1::IntensityAnswer, Error> {
    intensity(&v1::IntensityRequest { years, accounts: texts(&["scope_1"]), decimals })
}

#[test]
fn intensities_in_one_unit_and_what_cannot_be_compared() {
    let answer = intensities(
        vec![
            year(
                2023,
                "1000",
                &[("steel", "2", "t"), ("revenue", "50", "USD{2023}"), ("people", "8", "FTE")],
            ),
            year(
                2024,
                "900",
                &[("steel", "2500", "kg"), ("revenue", "60", "USD{2024}"), ("people", "9", "FTE")],
            ),
        ],
        3,
    )
    .unwrap();
    let [first, second] = answer.years.as_slice() else { panic!() };
    let shown = |year: &v1::IntensityYear| {
        year.intensities.iter().map(|one| one.kg_co2e_per_unit.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown(first), ["500", "20", "125"]);
    assert_eq!(shown(second), ["360", "15", "100"]);
    let changes: Vec<Option<&str>> =
        second.intensities.iter().map(|one| one.change_percent.as_deref()).collect();
    assert_eq!(changes, [Some("-28"), None, Some("-20")]);
    assert_eq!(answer.notes.len(), 1);
    assert!(answer.notes[0].help.contains("deflate"));
    let refused = |quantity: &str, unit: &str| {
        intensities(vec![year(2023, "1", &[("x", quantity, unit)])], 3).unwrap_err()
    };
    assert_eq!(refused("0", "t").code(), Code::DivisionByZero);
    assert_eq!(refused("-1", "t").path(), "/years/0/denominators/0/quantity");
    assert_eq!(refused("1", "blorps").path(), "/years/0/denominators/0/unit");
    assert_eq!(intensities(Vec::new(), 16).unwrap_err().path(), "/decimals");
}

#[test]
fn accounts_are_named_and_offsets_are_not_among_them() {
    let with = |names: &[&str]| {
        intensity(&v1::IntensityRequest { years: Vec::new(), accounts: texts(names), decimals: 3 })
            .map_err(|error| (error.code(), error.path().to_owned()))
    };
    assert!(with(&["scope_1", "scope_2_market"]).is_ok());
    assert_eq!(with(&[]).unwrap_err(), (Code::ChoiceMissing, "/accounts".into()));
    assert_eq!(with(&["scope_1", "offsets"]).unwrap_err().1, "/accounts/1");
    assert_eq!(with(&["scope_1", "scope_1"]).unwrap_err().1, "/accounts/1");
    assert_eq!(with(&["scope_2_location", "scope_2_market"]).unwrap_err().1, "/accounts");
}

fn target(json: &str) -> v1::Target {
    serde_json::from_str(json).unwrap()
}

fn planned(
    base: v1::ProgressYear,
    years: Vec<v1::ProgressYear>,
    json: &str,
    decimals: u16,
) -> Result<v1::TargetResult, Error> {
    let request = v1::TargetsRequest { base, years, targets: vec![target(json)], decimals };
    targets(shipped(), &request).map(|mut answer| answer.targets.remove(0))
}

#[test]
fn a_straight_line_to_a_target() {
    let json = r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"absolute","shape":"linear","reduction_percent":"50"}"#;
    let result =
        planned(year(2020, "1000", &[]), vec![year(2022, "880", &[]), year(2030, "500", &[])], json, 2)
            .unwrap();
    assert_eq!((&*result.annual_percent, &*result.target_level), ("5", "500"));
    assert_eq!(result.path.len(), 11);
    let on = &result.path[2];
    assert_eq!((&*on.path_level, on.gap.as_deref(), on.on_track), ("900", Some("-20"), Some(true)));
    // (880 - 500) / 8 years of 1,000.
    assert_eq!(on.needed_annual_percent.as_deref(), Some("4.75"));
    let last = &result.path[10];
    assert_eq!((last.on_track, last.needed_annual_percent.as_deref()), (Some(true), None));
    // A line that would fall below zero stays there.
    let steep = r#"{"name":"n","accounts":["scope_1"],"target_year":2050,"pathway":"sbti-1.5c"}"#;
    assert_eq!(planned(year(2020, "1000", &[]), Vec::new(), steep, 2).unwrap().target_level, "0");
}

#[test]
fn a_compounded_intensity() {
    let json = r#"{"name":"n","accounts":["scope_1"],"target_year":2023,"pathway":"sbti-intensity","denominator":"steel"}"#;
    let result = planned(
        year(2021, "3000", &[("steel", "3", "t")]),
        vec![year(2022, "1861", &[("steel", "2000", "kg")])],
        json,
        3,
    )
    .unwrap();
    let levels: Vec<&str> = result.path.iter().map(|year| &*year.path_level).collect();
    assert_eq!(levels, ["1000", "930", "864.9"]);
    let year = &result.path[1];
    assert_eq!(
        (year.level.as_deref(), year.gap.as_deref(), year.on_track),
        (Some("930.5"), Some("0.5"), Some(false))
    );
    assert!(result.source.contains("(C; emitrace-policies)"));
}

#[test]
fn what_a_target_covers() {
    let base = inventory(
        "A,2023-01-31,Hanoi,CO2,60,kg,1.process,,\nB,2023-01-31,Hanoi,CO2,30,kg,3.1,,\nC,2023-01-31,Hanoi,CO2,10,kg,3.5,,\n",
    );
    let of = |json: &str| {
        let base = v1::ProgressYear { year: 2023, answer: Some(base.clone()), ..Default::default() };
        planned(base, Vec::new(), json, 1).unwrap()
    };
    let result = of(
        r#"{"name":"n","accounts":["scope_1","scope_3"],"without":["3.5"],"target_year":2030,"pathway":"sbti-wb2c"}"#,
    );
    assert_eq!(result.base_level, "90");
    let coverage = result.coverage;
    assert_eq!(coverage.scope_1_2_percent.as_deref(), Some("100"));
    assert_eq!(
        (coverage.scope_3_percent.as_deref(), coverage.scope_3_share_percent.as_deref()),
        (Some("75"), Some("40"))
    );
    assert_eq!((coverage.demands.len(), coverage.demands[0].met), (1, true));
    let narrow = of(
        r#"{"name":"n","accounts":["scope_1","scope_3"],"without":["3.1"],"target_year":2030,"pathway":"sbti-wb2c"}"#,
    );
    assert!(!narrow.coverage.demands[0].met);
}

#[test]
fn targets_that_are_not_clear_are_refused() {
    let refused = |json: &str| planned(year(2020, "1", &[]), Vec::new(), json, 2).unwrap_err();
    for (json, path) in [
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2020,"pathway":"sbti-1.5c"}"#,
            "/targets/0/target_year",
        ),
        (r#"{"name":"n","accounts":["scope_1"],"target_year":2030}"#, "/targets/0/kind"),
        (r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"pathway":"x"}"#, "/targets/0/pathway"),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"absolute","shape":"linear"}"#,
            "/targets/0/annual_percent",
        ),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"absolute","shape":"compound","reduction_percent":"5"}"#,
            "/targets/0/reduction_percent",
        ),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"pathway":"sbti-1.5c","annual_percent":"9"}"#,
            "/targets/0",
        ),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"pathway":"sbti-1.5c","shape":"compound"}"#,
            "/targets/0/shape",
        ),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"intensity","shape":"linear","annual_percent":"2"}"#,
            "/targets/0/denominator",
        ),
        (
            r#"{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"absolute","shape":"linear","annual_percent":"101"}"#,
            "/targets/0/annual_percent",
        ),
    ] {
        assert_eq!(refused(json).path(), path, "{json}");
    }
}

fn exact(text: &str) -> BigRational {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let number = |text: &str| {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits: BigInt = format!("{whole}{part}").parse().unwrap();
        BigRational::new(digits, BigInt::from(10).pow(u32::try_from(part.len()).unwrap()))
    };
    number(above) / number(below)
}

proptest! {
    #[test]
    fn an_intensity_times_its_denominator_is_the_total(units in 0i64.., quantity in 1u64.., scale in 0u32..6, decimals in 0u16..10) {
        let kg = Co2e::from_units(i128::from(units)).to_string();
        let quantity = crate::number::Amount::new(quantity.into(), scale).unwrap().to_string();
        let answer = intensities(vec![year(2023, &kg, &[("x", &quantity, "t")])], decimals).unwrap();
        let one = &answer.years[0].intensities[0];
        let half = BigRational::new(1.into(), BigInt::from(2) * BigInt::from(10).pow(decimals.into()));
        let off = exact(&one.kg_co2e_per_unit) * exact(&quantity) - exact(&kg);
        prop_assert!(off <= half.clone() * exact(&quantity) && off >= -half * exact(&quantity));
        if !one.exact_kg_co2e_per_unit.is_empty() {
            prop_assert_eq!(exact(&one.exact_kg_co2e_per_unit) * exact(&quantity), exact(&kg));
        }
    }

    #[test]
    fn pathways_fall_and_a_year_on_its_pathway_is_on_track(kg in 1u32.., tenths in 0u32..=1000, compound: bool) {
        let shape = if compound { "compound" } else { "linear" };
        let json = format!(
            r#"{{"name":"n","accounts":["scope_1"],"target_year":2030,"kind":"absolute","shape":"{shape}","annual_percent":"{}.{}"}}"#,
            tenths / 10, tenths % 10
        );
        let base = year(2020, &kg.to_string(), &[]);
        let result = planned(base.clone(), Vec::new(), &json, 6).unwrap();
        let level = |year: &v1::PathYear| Co2e::parse(&year.path_level).unwrap();
        prop_assert!(result.path.windows(2).all(|pair| level(&pair[0]) >= level(&pair[1])));
        prop_assert_eq!(&result.path[10].path_level, &result.target_level);
        let years = vec![year(2025, &result.path[5].path_level, &[])];
        let met = planned(base, years, &json, 6).unwrap();
        prop_assert_eq!(met.path[5].gap.as_deref(), Some("0"));
    }
}
