//! Laws and worked examples of comparisons.

use crate::factor::shipped;

use proptest::prelude::*;

use super::*;
use crate::gas::GwpSet;
use crate::inventory::{Profile, compute};
use crate::number::Co2e;
use crate::place::Place;

pub(super) const HEADER: &str = "id,date,site,activity,quantity,unit,category,factor,supplier\n";

pub(super) fn options(gwp: GwpSet) -> Options {
    Options::new(Profile::GhgProtocol, gwp).with_region(Place::parse("VN").unwrap()).with_proxy_years(3)
}

fn side<'a>(catalog: &'a Catalog, gwp: GwpSet, ledger: &'a str) -> Side<'a> {
    Side::new(catalog, options(gwp), move || Ok(Box::new(ledger.as_bytes())))
}

fn compared((old, old_gwp): (&str, GwpSet), (new, new_gwp): (&str, GwpSet), style: &Style) -> v1::DiffAnswer {
    let (old, new) = (format!("{HEADER}{old}"), format!("{HEADER}{new}"));
    diff(&side(shipped(), old_gwp, &old), &side(shipped(), new_gwp, &new), style).unwrap()
}

fn by_id(old: &str, new: &str) -> v1::DiffAnswer {
    compared((old, GwpSet::Ar5), (new, GwpSet::Ar5), &Style::default())
}

fn kg(text: &str) -> i128 {
    Co2e::parse(text).unwrap().units()
}

fn parts(effects: &v1::Effects) -> [i128; 8] {
    [
        &effects.activity_kg_co2e,
        &effects.factor_kg_co2e,
        &effects.gwp_kg_co2e,
        &effects.method_kg_co2e,
        &effects.structure_kg_co2e,
        &effects.coverage_kg_co2e,
        &effects.unseparated_kg_co2e,
        &effects.moved_kg_co2e,
    ]
    .map(|text| kg(text))
}

fn adds_up(change: &v1::AccountChange) {
    let sum: i128 = parts(&change.effects).iter().sum();
    assert_eq!(sum, kg(&change.change_kg_co2e), "{change:?}");
    assert_eq!(kg(&change.after_kg_co2e) - kg(&change.before_kg_co2e), sum);
}

fn account<'a>(answer: &'a v1::DiffAnswer, name: &str) -> &'a v1::AccountChange {
    answer.total.iter().find(|change| change.account == name).unwrap()
}

/// Effects add up everywhere, views add up to the total, waterfalls are closed.
fn laws(answer: &v1::DiffAnswer) {
    answer.total.iter().for_each(adds_up);
    answer.changes.iter().flat_map(|line| &line.accounts).for_each(adds_up);
    for view in &answer.views {
        view.cells.iter().flat_map(|cell| &cell.accounts).for_each(adds_up);
        for total in answer.total.iter().filter(|_| answer.comparison.depth == "lines") {
            let cells = view.cells.iter().flat_map(|cell| &cell.accounts);
            let same = cells.filter(|change| change.account == total.account);
            let sums = same.fold(([0; 8], 0), |(mut sums, change), cell| {
                let own = parts(&cell.effects);
                (0..8).for_each(|at| sums[at] += own[at]);
                (sums, change + kg(&cell.change_kg_co2e))
            });
            // What moves between cells stays within an account, so only the sum of what moves is the account's own.
            assert_eq!(sums.0, parts(&total.effects), "{:?} {}", view.by, total.account);
            assert_eq!(sums.1, kg(&total.change_kg_co2e));
        }
    }
    for fall in &answer.waterfalls {
        let (first, last) = (fall.steps.first().unwrap(), fall.steps.last().unwrap());
        let mut level = kg(&first.end_kg_co2e);
        for step in &fall.steps[1..fall.steps.len() - 1] {
            assert_eq!(kg(&step.start_kg_co2e), level);
            level = kg(&step.end_kg_co2e);
        }
        assert_eq!(level, kg(&last.end_kg_co2e));
    }
}

#[test]
fn quantity_factor_and_unit_of_a_line() {
    // 1,250 kWh in 2022 (0.6766), corrected to 1.5 MWh and moved to 2023 (0.6592).
    let answer =
        by_id("A,2022-05-31,Hanoi,electricity,1250,kWh,,,\n", "A,2023-05-31,Hanoi,electricity,1.5,MWh,,,\n");
    laws(&answer);
    let change = account(&answer, "scope_2_location");
    assert_eq!((&*change.before_kg_co2e, &*change.after_kg_co2e), ("845.75", "988.8"));
    // (1500 - 1250) × 0.6766 and 1500 × (0.6592 - 0.6766).
    assert_eq!(change.effects.activity_kg_co2e, "169.15");
    assert_eq!(change.effects.factor_kg_co2e, "-26.1");
    assert_eq!(change.effects.moved_kg_co2e, "0");
    let line = &answer.changes[0];
    let causes: Vec<&str> = line.causes.iter().map(|cause| cause.what.as_str()).collect();
    assert_eq!(causes, ["quantity", "unit", "month", "factor", "factor"]);
    assert_eq!(answer.lines.as_ref().unwrap().changed, 1);
}

#[test]
fn another_share_of_the_organisation_is_structure() {
    let with = |percent: &str| {
        let table = format!(
            "record,id,parent,economic_interest_percent,entity\napproach,equity-share,,,\nentity,group,,,\nentity,plant-co,group,{percent},\nsite,Hanoi,,,plant-co\n"
        );
        let request = v1::InventoryOptions {
            profile: "ghg-protocol".into(),
            gwp: "AR5".into(),
            region: Some("VN".into()),
            organisation: Some(crate::inventory::read_organisation(&table).unwrap()),
            ..Default::default()
        };
        Options::from_request(&request).unwrap()
    };
    let ledger = |kwh: u32| format!("{HEADER}A,2023-05-31,Hanoi,electricity,{kwh},kWh,,,\n");
    let (old, new) = (ledger(1000), ledger(1500));
    let run = |from: &str, to: &str| {
        let side = |percent: &str, text| Side::new(shipped(), with(percent), move || open(text));
        diff(&side(from, &old), &side(to, &new), &Style::default()).unwrap()
    };
    let answer = run("40", "60");
    laws(&answer);
    let effects = &account(&answer, "total_location").effects;
    // 1000 kWh × 0.6592 × (60 % - 40 %), then 500 kWh × 0.6592 × 60 %.
    assert_eq!((&*effects.structure_kg_co2e, &*effects.activity_kg_co2e), ("131.84", "197.76"));
    assert!(answer.changes[0].causes.iter().any(|cause| cause.what == "share"));
    let bought = run("0", "60");
    laws(&bought);
    assert_eq!(account(&bought, "total_location").effects.structure_kg_co2e, "593.28");
    let sold = run("60", "0");
    laws(&sold);
    assert_eq!(account(&sold, "total_location").effects.structure_kg_co2e, "-395.52");
}

fn open(text: &String) -> Result<Box<dyn Read + '_>, Error> {
    Ok(Box::new(text.as_bytes()))
}

#[test]
fn gwp_and_what_it_counts() {
    let line = "A,2023-05-31,Hanoi,R-410A,10,kg,,,\n";
    let answer = compared((line, GwpSet::Ar5), (line, GwpSet::Ar6), &Style::default());
    laws(&answer);
    let change = account(&answer, "scope_1");
    // 10 × (2255.5 - 1923.5)
    assert_eq!((&*change.change_kg_co2e, &*change.effects.gwp_kg_co2e), ("3320", "3320"));
}

#[test]
fn a_line_in_another_category_moves() {
    let answer = by_id(
        "A,2023-05-31,Hanoi,anthracite-stationary,2,t,1.stationary,,\n",
        "A,2023-05-31,Hanoi,anthracite-stationary,3,t,3.8,,\n",
    );
    laws(&answer);
    // One tonne more, then all three into the other scope.
    let (from, to) = (account(&answer, "scope_1"), account(&answer, "scope_3"));
    assert_eq!(from.after_kg_co2e, "0");
    assert_eq!(kg(&from.effects.activity_kg_co2e) * 3, kg(&to.after_kg_co2e));
    assert_eq!(from.effects.moved_kg_co2e, format!("-{}", to.effects.moved_kg_co2e));
    assert_eq!(account(&answer, "total_location").effects.moved_kg_co2e, "0");
    assert!(answer.changes[0].causes.iter().any(|cause| cause.what == "category"));
}

#[test]
fn lines_that_come_go_and_are_kept_out() {
    let old = "A,2023-05-31,Hanoi,electricity,10,kWh,,,\nB,2023-05-31,Hanoi,electricity,20,kWh,,,\nC,2023-05-31,Vinh,electricity,30,kWh,,,\n";
    let new = "A,2023-05-31,Hanoi,electricity,,kWh,,,\nD,2023-05-31,Hanoi,electricity,40,kWh,,,\n";
    let style = Style { structure: vec!["Vinh".into()], ..Style::default() };
    let answer = compared((old, GwpSet::Ar5), (new, GwpSet::Ar5), &style);
    laws(&answer);
    let counts = answer.lines.clone().unwrap();
    assert_eq!((counts.excluded, counts.disappeared, counts.appeared), (1, 2, 1));
    let effects = &account(&answer, "total_location").effects;
    assert_eq!(effects.coverage_kg_co2e, "-6.592");
    assert_eq!(effects.structure_kg_co2e, "-19.776");
    assert_eq!(effects.activity_kg_co2e, "13.184");
    let excluded = answer.changes.iter().find(|change| change.kind == "excluded").unwrap();
    assert_eq!((&*excluded.finding, excluded.before_row, excluded.after_row), ("MISSING_VALUE", 2, 2));
    // And the other way round.
    let back = compared((new, GwpSet::Ar5), (old, GwpSet::Ar5), &style);
    laws(&back);
    assert_eq!(account(&back, "total_location").effects.coverage_kg_co2e, "6.592");
    assert_eq!(back.lines.unwrap().restored, 1);
}

#[test]
fn a_site_that_nobody_declared_is_told() {
    let answer =
        by_id("A,2023-05-31,Hanoi,electricity,10,kWh,,,\n", "A,2023-05-31,Vinh,electricity,10,kWh,,,\n");
    laws(&answer);
    assert_eq!(account(&answer, "total_location").change_kg_co2e, "0");
    let told: Vec<&str> = answer.notes.iter().map(|note| note.about.as_str()).collect();
    assert_eq!(told, ["Hanoi", "Vinh"]);
    let site = answer.views.iter().find(|view| view.by == ["site"]).unwrap();
    assert_eq!(site.cells[0].accounts.last().unwrap().effects.moved_kg_co2e, "-6.592");
    assert_eq!(site.cells[1].accounts.last().unwrap().effects.moved_kg_co2e, "6.592");
}

#[test]
fn one_year_against_another_by_group() {
    let old = "1,2022-01-31,Hanoi,electricity,100,kWh,,,\n2,2022-02-28,Hanoi,electricity,100,kWh,,,\n";
    let new = "7,2023-01-31,Hanoi,electricity,100,kWh,,,\n8,2023-02-28,Hanoi,electricity,100,kWh,,,\n9,2023-03-31,Hanoi,electricity,50,kWh,,,\n";
    let matching = Matching { by: MatchBy::Group, period: MatchPeriod::Year };
    let style = Style { matching, ..Style::default() };
    let answer = compared((old, GwpSet::Ar5), (new, GwpSet::Ar5), &style);
    laws(&answer);
    // The fifty more kilowatt hours at the old factor, all 250 at the change of the factor.
    let effects = &account(&answer, "total_location").effects;
    assert_eq!((&*effects.activity_kg_co2e, &*effects.factor_kg_co2e), ("33.83", "-4.35"));
    assert!(answer.notes.iter().any(|note| note.code == "MATCHED_BY_ORDER"));
}

#[test]
fn more_lines_than_the_limit_are_refused() {
    let ledger = format!("{HEADER}A,2023-05-31,,electricity,1,kWh,,,\nB,2023-05-31,,electricity,1,kWh,,,\n");
    let with = |most: usize| {
        let mut old = side(shipped(), GwpSet::Ar5, &ledger);
        old.options.limits = old.options.limits.with_compared(most);
        diff(&old, &side(shipped(), GwpSet::Ar5, &ledger), &Style::default())
    };
    assert!(with(2).is_ok());
    assert_eq!(with(1).unwrap_err().code(), Code::LimitExceeded);
}

#[test]
fn finished_inventories_say_what_they_can() {
    let of = |ledger: &str, gwp| {
        compute(format!("{HEADER}{ledger}").as_bytes(), shipped(), &options(gwp)).unwrap()
    };
    let old =
        of("A,2023-05-31,Hanoi,R-410A,10,kg,,,\nB,2023-05-31,Vinh,electricity,10,kWh,,,\n", GwpSet::Ar5);
    let new = of("A,2023-05-31,Hanoi,R-410A,12,kg,,,\n", GwpSet::Ar6);
    let style = Style { structure: vec!["Vinh".into()], ..Style::default() };
    let answer = diff_answers(shipped(), &old, &new, &style).unwrap();
    laws(&answer);
    let effects = &account(&answer, "total_location").effects;
    // 2 × 1923.5; 12 × 332; the ten kilowatt hours of the site that left.
    assert_eq!((&*effects.unseparated_kg_co2e, &*effects.gwp_kg_co2e), ("3847", "3984"));
    assert_eq!(effects.structure_kg_co2e, "-6.592");
    assert!(answer.notes.iter().any(|note| note.code == "NOT_SEPARABLE"));
}

fn ledger() -> impl Strategy<Value = String> {
    let line = (
        0u32..12,
        prop::sample::select(vec!["2022-03-31", "2023-05-31", "2023-06-30"]),
        prop::sample::select(vec!["Hanoi", "Vinh", ""]),
        prop::sample::select(vec![
            ("electricity", "kWh"),
            ("electricity", "MJ"),
            ("diesel-stationary", "L"),
            ("diesel-stationary", "kg"),
            ("diesel-mobile", "L"),
            ("R-410A", "kg"),
            ("R-22", "kg"),
            ("anthracite-stationary", "t"),
            ("nonsense", "t"),
        ]),
        0u64..100_000,
        prop::sample::select(vec!["A", "B"]),
    );
    prop::collection::vec(line, 0..14).prop_map(|lines| {
        lines.into_iter().fold(
            String::new(),
            |text, (id, date, site, (activity, unit), quantity, supplier)| {
                let id = if id < 3 { String::new() } else { id.to_string() };
                text + &format!("{id},{date},{site},{activity},{quantity}.37,{unit},,,{supplier}\n")
            },
        )
    })
}

fn sets() -> impl Strategy<Value = GwpSet> {
    prop::sample::select(GwpSet::ALL.to_vec())
}

fn styles() -> impl Strategy<Value = Style> {
    let by = prop::sample::select(vec![MatchBy::Id, MatchBy::Group]);
    let period = prop::sample::select(vec![MatchPeriod::Day, MatchPeriod::Month, MatchPeriod::Year]);
    let structure = prop::sample::subsequence(vec!["Hanoi".to_owned(), "Vinh".to_owned()], 0..=2);
    (by, period, structure).prop_map(|(by, period, structure)| {
        let mut style = Style { matching: Matching { by, period }, structure, ..Style::default() };
        style.views.push(vec![crate::inventory::Dimension::Site, crate::inventory::Dimension::Gas]);
        style
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn effects_add_up_and_turn_round(old in ledger(), new in ledger(), from in sets(), to in sets(), style in styles()) {
        let there = compared((&old, from), (&new, to), &style);
        let back = compared((&new, to), (&old, from), &style);
        laws(&there);
        laws(&back);
        for (a, b) in there.total.iter().zip(&back.total) {
            prop_assert_eq!(&a.account, &b.account);
            prop_assert_eq!(kg(&a.change_kg_co2e), -kg(&b.change_kg_co2e));
            prop_assert_eq!(&a.before_kg_co2e, &b.after_kg_co2e);
        }
        if style.matching.by == MatchBy::Id {
            // What is on one side only has one effect, whichever way it is looked at.
            let effect = |answer: &v1::DiffAnswer| answer.total.iter().map(|total| kg(&total.effects.structure_kg_co2e)).collect::<Vec<_>>();
            let turned: Vec<i128> = effect(&back).into_iter().map(|kg| -kg).collect();
            prop_assert_eq!(effect(&there), turned);
        }
    }

    #[test]
    fn what_is_equal_has_no_difference(lines in ledger(), gwp in sets(), style in styles()) {
        let answer = compared((&lines, gwp), (&lines, gwp), &style);
        prop_assert!(answer.changes.is_empty());
        prop_assert!(answer.views.iter().all(|view| view.cells.is_empty()));
        prop_assert!(answer.total.iter().all(|total| parts(&total.effects) == [0; 8]));
        let counts = answer.lines.unwrap();
        prop_assert_eq!(counts.unchanged, answer.before.counted);
    }

    #[test]
    fn cells_of_finished_inventories_add_up(old in ledger(), new in ledger(), from in sets(), to in sets(), style in styles()) {
            let of = |ledger: &str, gwp| compute(format!("{HEADER}{ledger}").as_bytes(), shipped(), &options(gwp)).unwrap();
        let (old, new) = (of(&old, from), of(&new, to));
        laws(&diff_answers(shipped(), &old, &new, &style).unwrap());
        let same = diff_answers(shipped(), &old, &old, &style).unwrap();
        prop_assert!(same.views.iter().all(|view| view.cells.is_empty()));
    }
}
