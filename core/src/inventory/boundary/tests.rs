use proptest::prelude::*;

use super::*;
use crate::error::Code;
use crate::factor::shipped;
use crate::gas::GwpSet;
use crate::inventory::{Options, Profile, compute, merge};
use crate::number::{Mass, Ratio};
use crate::place::Place;
use crate::wire::v1;

const HEAD: &str = "id,date,period_start,period_end,site,activity,quantity,unit\n";

fn options(organisation: &str) -> Options {
    let declared = read_organisation(organisation).unwrap();
    Options::new(Profile::GhgProtocol, GwpSet::Ar5)
        .with_region(Place::parse("VN").unwrap())
        .with_organisation(Organisation::new(&declared).unwrap())
}

fn run(organisation: &str, rows: &str) -> v1::InventoryAnswer {
    let ledger = format!("{HEAD}{rows}");
    compute(ledger.as_bytes(), shipped(), &options(organisation)).unwrap()
}

const TABLE: &str = "\
record,id,parent,economic_interest_percent,financial_control,operational_control,entity,aliases,lease,from,to
approach,APPROACH,,,,,,,,,
entity,group,,,,,,,,,
entity,holding,group,80,yes,yes,,,,,
entity,plant-co,holding,50,joint,yes,,,,,2023-06-30
entity,plant-co,holding,75,yes,yes,,,,2023-07-01,
entity,fund,group,10,no,no,,,,,
site,plant,,,,,plant-co,Nhà máy | works,,,
site,office,,,,,group,,leased-in-operating,,
site,fund-house,,,,,fund,,,,
";

fn table(approach: &str) -> String {
    TABLE.replace("APPROACH", approach)
}

#[test]
fn the_chain_of_parents_multiplies() {
    let shares = |approach: &str| -> Vec<(String, String, String)> {
        let organisation = Organisation::new(&read_organisation(&table(approach)).unwrap()).unwrap();
        organisation.shares().into_iter().map(|share| (share.site, share.from, share.share)).collect()
    };
    let of = |site: &str, from: &str, share: &str| (site.to_owned(), from.to_owned(), share.to_owned());
    assert_eq!(
        shares("equity-share"),
        [
            of("fund-house", "", "0.1"),
            of("office", "", "1"),
            of("plant", "", "0.4"),
            of("plant", "2023-07-01", "0.6")
        ]
    );
    // Joint financial control counts the interest of the jointly controlled entity; the holding is counted wholly.
    assert_eq!(
        shares("financial-control"),
        [
            of("fund-house", "", "0"),
            of("office", "", "1"),
            of("plant", "", "0.5"),
            of("plant", "2023-07-01", "1")
        ]
    );
    assert_eq!(
        shares("operational-control"),
        [of("fund-house", "", "0"), of("office", "", "1"), of("plant", "", "1")]
    );
}

#[test]
fn a_row_across_a_change_of_share_is_split_by_days_and_nothing_is_lost() {
    // 61 days, 30 of them at 40 % and 31 at 60 %: 1,000 kWh × 0.6592 × (30 × 0.4 + 31 × 0.6) / 61.
    let answer = run(&table("equity-share"), "1,,2023-06-01,2023-07-31,works,electricity,1000,kWh\n");
    let inventory = &answer.inventory;
    assert_eq!(inventory.total.scope_2_location_kg_co2e, "330.680655737705");
    let boundary = inventory.boundary.as_ref().unwrap();
    assert_eq!(boundary.at_100_percent.scope_2_location_kg_co2e, "659.2");
    let parts: Vec<(&str, &str)> = boundary
        .shares
        .iter()
        .map(|share| {
            (&*share.at_100_percent.scope_2_location_kg_co2e, &*share.consolidated.scope_2_location_kg_co2e)
        })
        .collect();
    assert_eq!(parts, [("324.196721311475", "129.67868852459"), ("335.003278688525", "201.001967213115")]);
    assert_eq!(inventory.notes.iter().filter(|note| note.code == "SHARE_PRO_RATA").count(), 1);
    assert!(answer.is_complete());
}

#[test]
fn zero_shares_are_told_and_unknown_sites_are_findings() {
    let rows = "1,2023-03-01,,,fund-house,electricity,1000,kWh\n2,2023-03-01,,,elsewhere,electricity,1000,kWh\n3,2023-03-01,,,,electricity,1000,kWh\n";
    let answer = run(&table("financial-control"), rows);
    let boundary = answer.inventory.boundary.as_ref().unwrap();
    assert_eq!((answer.inventory.coverage.counted, answer.inventory.coverage.excluded), (1, 2));
    assert_eq!(answer.inventory.total.total_location_kg_co2e, "0");
    assert_eq!(boundary.share_zero_at_100_percent.lines, 1);
    assert_eq!(boundary.share_zero_at_100_percent.total_location_kg_co2e, "659.2");
    assert!(answer.findings.iter().all(|finding| finding.code == "UNKNOWN_SITE" && finding.column == "site"));
    assert_eq!(answer.findings.len(), 2);
}

#[test]
fn a_leased_office_moves_to_scope_3_unless_it_is_operated() {
    let rows = "1,2023-03-01,,,office,electricity,1000,kWh\n";
    let equity = run(&table("equity-share"), rows).inventory;
    assert_eq!((&*equity.total.scope_2_location_kg_co2e, &*equity.total.scope_3_kg_co2e), ("0", "659.2"));
    assert_eq!(
        (&*equity.total.total_location_kg_co2e, &*equity.total.total_market_kg_co2e),
        ("659.2", "659.2")
    );
    assert!(equity.notes.iter().any(|note| note.code == "LEASED_ASSET"));
    let category = equity.views.iter().find(|view| view.by == ["category"]).unwrap();
    assert_eq!(category.cells[0].key, ["3.8"]);
    let operated = run(&table("operational-control"), rows).inventory;
    assert_eq!((&*operated.total.scope_2_location_kg_co2e, &*operated.total.scope_3_kg_co2e), ("659.2", "0"));
}

#[test]
fn days_before_an_entity_was_held_count_nothing() {
    let bought = "record,id,parent,economic_interest_percent,entity,from\napproach,equity-share,,,,\nentity,group,,,,\nentity,new,group,100,,2023-07-01\nsite,plant,,,new,\n";
    let answer =
        run(bought, "1,2023-06-30,,,plant,electricity,1,kWh\n2,2023-07-01,,,plant,electricity,1,kWh\n");
    assert_eq!(answer.inventory.total.total_location_kg_co2e, "0.6592");
    let shares = &answer.inventory.boundary.as_ref().unwrap().shares;
    assert_eq!((&*shares[0].share, &*shares[0].because), ("0", "outside the dates"));
}

#[test]
fn a_row_across_two_entities_is_a_finding() {
    let moved = "record,id,parent,economic_interest_percent,entity,from,to\napproach,equity-share,,,,,\nentity,a,,,,,\nentity,b,a,50,,,\nsite,plant,,,a,,2023-06-30\nsite,plant,,,b,2023-07-01,\n";
    let answer = run(moved, "1,,2023-06-01,2023-07-31,plant,electricity,1000,kWh\n");
    assert_eq!(answer.findings[0].code, "PERIOD_CROSSES_ENTITIES");
}

#[test]
fn what_is_not_well_formed_is_refused_at_its_place() {
    let refuse = |from: &str, to: &str| {
        let text = table("equity-share").replace(from, to);
        let error = read_organisation(&text).and_then(|declared| Organisation::new(&declared)).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let bad = Code::BadOrganisation;
    assert_eq!(refuse("approach,equity-share", "approach,"), (Code::ChoiceMissing, "/approach".into()));
    assert_eq!(
        refuse(",80,", ",101,"),
        (Code::NumberOutOfRange, "/entities/1/economic_interest_percent".into())
    );
    assert_eq!(refuse(",80,", ",,"), (Code::ChoiceMissing, "/entities/1/economic_interest_percent".into()));
    assert_eq!(refuse("holding,group", "holding,plant-co"), (bad, "/entities".into()));
    assert_eq!(refuse("fund,group", "fund,nobody"), (bad, "/entities/4/parent".into()));
    assert_eq!(refuse("2023-06-30", "2023-07-30"), (bad, "/entities/3/from".into()));
    assert_eq!(refuse("site,plant,,,,,plant-co", "site,plant,,,,,nobody"), (bad, "/sites/0/entity".into()));
    assert_eq!(refuse("Nhà máy | works", "office"), (bad, "/sites/0/aliases".into()));
    assert_eq!(refuse("leased-in-operating", "rented"), (Code::UnknownValue, "/sites/1/lease".into()));
    assert_eq!(refuse("site,office", "side,office"), (bad, "line 9, column `record`".into()));
    assert_eq!(refuse("record,id", "record,key").0, bad);
}

#[test]
fn parts_of_one_organisation_merge_and_those_of_two_do_not() {
    let rows =
        ["1,,2023-06-01,2023-07-31,plant,electricity,1000,kWh\n", "2,2023-08-01,,,works,electricity,7,kWh\n"];
    let whole = run(&table("equity-share"), &rows.concat());
    let part = |at: usize, approach: &str| {
        let mut options = options(&table(approach));
        options.row_offset = u64::try_from(at).unwrap();
        compute(format!("{HEAD}{}", rows[at]).as_bytes(), shipped(), &options).unwrap()
    };
    let merged = merge(&[part(1, "equity-share"), part(0, "equity-share")]).unwrap();
    assert_eq!(merged.inventory, whole.inventory);
    let refused = merge(&[part(0, "equity-share"), part(1, "operational-control")]).unwrap_err();
    assert_eq!(refused.code(), Code::CannotMerge);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No chain ever comes to more than the whole, and each link can only take away.
    #[test]
    fn shares_of_a_chain_only_shrink(percents in prop::collection::vec(0u32..=10_000, 1..9)) {
        let mut declared = v1::Organisation { approach: "equity-share".into(), ..v1::Organisation::default() };
        for (at, percent) in percents.iter().enumerate() {
            declared.entities.push(v1::LegalEntity {
                id: at.to_string(),
                parent: at.checked_sub(1).map_or_else(String::new, |parent| parent.to_string()),
                economic_interest_percent: format!("{percent}/100"),
                ..v1::LegalEntity::default()
            });
            declared.sites.push(v1::OrganisationSite {
                id: format!("{at:02}"),
                entity: at.to_string(),
                ..v1::OrganisationSite::default()
            });
        }
        let shares = Organisation::new(&declared).unwrap();
        let mut last = Ratio::ONE;
        for at in 0..percents.len() {
            let (_, span) = shares.span(at, 0).unwrap();
            prop_assert!(span.share <= last && !span.share.is_negative());
            last = span.share;
        }
    }

    /// The consolidated figure is never above the one at 100 %; spans add up to both, to the last digit; the order of the
    /// rows does not matter.
    #[test]
    fn consolidated_is_at_most_the_whole_and_spans_add_up(
        rows in prop::collection::vec((0u32..4, 1u32..28, 0i64..400, 1u64..1_000_000_000), 1..12),
        interest in 0u32..=10_000,
    ) {
        let text = table("equity-share").replace(",75,", &format!(",{interest}/100,"));
        let line = |(at, (site, day, days, grams)): (usize, &(u32, u32, i64, u64))| {
            let start = chrono::NaiveDate::from_ymd_opt(2023, 1, *day).unwrap();
            let end = start + chrono::Days::new(u64::try_from(*days).unwrap());
            let site = ["plant", "works", "office", "fund-house"][usize::try_from(*site).unwrap()];
            format!("{at},,{start},{end},{site},natural-gas-stationary,{}.{:04},kWh{{net}}\n", grams / 10_000, grams % 10_000)
        };
        let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
        let answer = run(&text, &lines.concat());
        prop_assert!(answer.is_complete(), "{:?}", answer.findings);
        let boundary = answer.inventory.boundary.clone().unwrap();
        let co2 = |figures: &v1::Figures| -> i128 {
            figures.gases.iter().map(|gas| Mass::parse(&gas.kg).unwrap().units()).sum()
        };
        let sum = |of: fn(&v1::BoundaryShare) -> &v1::Figures| -> i128 {
            boundary.shares.iter().map(|share| co2(of(share))).sum()
        };
        prop_assert_eq!(sum(|share| &share.at_100_percent), co2(&boundary.at_100_percent));
        prop_assert_eq!(sum(|share| &share.consolidated), co2(&answer.inventory.total));
        prop_assert!(co2(&answer.inventory.total) <= co2(&boundary.at_100_percent));
        let reversed: String = lines.iter().rev().map(String::as_str).collect();
        let turned = run(&text, &reversed).inventory;
        prop_assert_eq!(turned.total, answer.inventory.total);
        prop_assert_eq!(turned.boundary, answer.inventory.boundary);
        // The facility inventory stays what it is without an organisation.
        let plain = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
        let ledger = format!("{HEAD}{}", lines.concat());
        let alone = compute(ledger.as_bytes(), shipped(), &plain).unwrap();
        prop_assert_eq!(co2(&alone.inventory.total), co2(&boundary.at_100_percent));
    }
}
