use proptest::prelude::*;

use super::*;
use crate::error::Code;
use crate::factor::shipped;
use crate::gas::GwpSet;
use crate::inventory::{Options, Profile, compute, explain, merge};
use crate::number::{Mass, Ratio};
use crate::place::Place;
use crate::wire::v1;

const HEAD: &str = "id,date,site,activity,quantity,unit,instrument\n";
const TABLE: &str = "\
id,kind,gases,volume,volume_unit,market,vintage_from,vintage_to,cancelled,sites
REC-1,certificate,CO2 = 0,400,MWh,VN,2023,2023,yes,A
PPA,contract,CO2 = 0.1,100,MWh,VN,,,,A | B
";

fn options(table: &str) -> Options {
    let mut declared = read_instruments(table).unwrap();
    declared.vintage_window_days = Some(0);
    let mut options =
        Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    options.instruments = Some(Register::new(&declared).unwrap());
    options
}

fn run(table: &str, rows: &str) -> v1::InventoryAnswer {
    let ledger = format!("{HEAD}{rows}");
    let options = surveyed(|| Ok(ledger.as_bytes()), shipped(), options(table)).unwrap();
    compute(ledger.as_bytes(), shipped(), &options).unwrap()
}

#[test]
fn explain_shows_the_covered_part() {
    let ledger = format!("{HEAD}1,2023-07-01,A,electricity,1000,MWh,REC-1\n");
    let options = surveyed(|| Ok(ledger.as_bytes()), shipped(), options(TABLE)).unwrap();
    let wanted = crate::inventory::LineWanted::Id("1".into());
    let record = explain(ledger.as_bytes(), shipped(), &options, &wanted).unwrap();
    let market: Vec<(&str, &str)> = record
        .legs
        .iter()
        .filter(|leg| leg.account == "scope_2_market")
        .filter_map(|leg| leg.steps.last().map(|step| (&*step.kind, &*step.times)))
        .collect();
    assert_eq!(market, [("covered", "0.4"), ("uncovered", "0.6")]);
}

#[test]
fn without_the_claims_nothing_is_computed() {
    let refused = compute(HEAD.as_bytes(), shipped(), &options(TABLE)).unwrap_err();
    assert_eq!((refused.code(), refused.path()), (Code::ChoiceMissing, "/options/instruments/claims"));
}

#[test]
fn parts_merge_with_the_claims_of_the_whole_and_not_with_their_own() {
    let rows = ["1,2023-07-01,A,electricity,700,MWh,\n", "2,2023-07-01,B,electricity,300,MWh,\n"];
    let whole = run(TABLE, &rows.concat());
    let part = |at: usize| format!("{HEAD}{}", rows[at]);
    let mut claims = Vec::new();
    for at in 0..2 {
        claims.extend(survey(part(at).as_bytes(), shipped(), &options(TABLE)).unwrap());
    }
    let compute_part = |at: usize, claims: Option<&[v1::Claim]>| {
        let mut options = options(TABLE);
        if let (Some(claims), Some(register)) = (claims, &mut options.instruments) {
            register.take_claims(claims).unwrap();
        }
        options.row_offset = u64::try_from(at).unwrap();
        let options = surveyed(|| Ok(std::io::Cursor::new(part(at))), shipped(), options).unwrap();
        compute(part(at).as_bytes(), shipped(), &options).unwrap()
    };
    let merged = merge(&[compute_part(1, Some(&claims)), compute_part(0, Some(&claims))]).unwrap();
    assert_eq!(merged.inventory, whole.inventory);
    let refused = merge(&[compute_part(0, None), compute_part(1, None)]).unwrap_err();
    assert_eq!(refused.code(), Code::CannotMerge);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Covered and uncovered parts are the row; volumes are never exceeded; order does not matter; the location-based view is
    /// what it is without instruments; nothing is negative.
    #[test]
    fn covered_and_uncovered_are_the_consumption(
        rows in prop::collection::vec((0usize..3, 1u64..500_000), 1..10),
        volumes in (0u32..600, 0u32..600),
    ) {
        let table = TABLE.replace(",400,", &format!(",{},", volumes.0)).replace(",100,", &format!(",{},", volumes.1));
        let lines: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(at, (site, kwh))| format!("{at},2023-07-01,{},electricity,{kwh},kWh,\n", ["A", "B", "C"][*site]))
            .collect();
        let answer = run(&table, &lines.concat());
        prop_assert!(answer.is_complete(), "{:?}", answer.findings);
        let uses = answer.inventory.instruments.clone().unwrap();
        let mut market = Ratio::ZERO;
        let mut covered = Ratio::ZERO;
        for found in &uses {
            let energy = register::ratio(&found.covered_kwh).unwrap();
            prop_assert!(!energy.is_negative());
            prop_assert!(energy <= register::ratio(&found.volume_kwh).unwrap(), "{}", found.id);
            covered = covered.try_add(energy).unwrap();
            if found.id == "PPA" {
                market = market.try_add(energy.try_mul(Ratio::new(1, 10).unwrap()).unwrap()).unwrap();
            }
        }
        // What is not covered is exactly the rest of the consumption, at the grid average.
        let all: u64 = rows.iter().map(|(_, kwh)| kwh).sum();
        let rest = Ratio::whole(i64::try_from(all).unwrap()).try_sub(covered).unwrap();
        prop_assert!(!rest.is_negative());
        let grid = rest.try_mul(Ratio::new(6592, 10_000).unwrap()).unwrap();
        let want = market.try_add(grid).unwrap();
        let kg = |text: &str| Mass::parse(text).unwrap().to_ratio();
        let got = kg(&answer.inventory.total.scope_2_market_kg_co2e);
        let error = if got < want { want.try_sub(got).unwrap() } else { got.try_sub(want).unwrap() };
        prop_assert!(error <= Ratio::new(i128::try_from(rows.len() * 3).unwrap(), 1_000_000_000_000).unwrap());
        let location = Ratio::whole(i64::try_from(all).unwrap()).try_mul(Ratio::new(6592, 10_000).unwrap()).unwrap();
        prop_assert_eq!(kg(&answer.inventory.total.scope_2_location_kg_co2e), location);
        let turned = run(&table, &lines.iter().rev().map(String::as_str).collect::<String>());
        prop_assert_eq!(turned.inventory.total, answer.inventory.total);
        prop_assert_eq!(turned.inventory.instruments, answer.inventory.instruments);
    }
}
