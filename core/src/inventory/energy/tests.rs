//! Examples worked by hand, and the law that an account adds up.

use core::ops::ControlFlow;

use proptest::prelude::*;

use super::energy_account;
use crate::factor::shipped;
use crate::inventory::Options;
use crate::number::Fraction;
use crate::wire::v1;

fn account(ledger: &str, more: &str, renewable: &[&str]) -> v1::EnergyAccount {
    let options = format!("{{\"profile\":\"vn-circular-38\",\"gwp\":\"AR5\",\"region\":\"VN\"{more}}}");
    let options = Options::from_request(&serde_json::from_str(&options).unwrap()).unwrap();
    let renewable: Vec<String> = renewable.iter().map(|name| (*name).to_owned()).collect();
    let mut go_on = |_| ControlFlow::Continue(());
    let catalog = shipped();
    let answer = energy_account(ledger.as_bytes(), catalog, &options, &renewable, &mut go_on);
    answer.unwrap().result
}

fn cells(account: &v1::EnergyAccount) -> Vec<(&str, &str, &str)> {
    account
        .cells
        .iter()
        .map(|cell| (cell.carrier.as_str(), cell.renewable.as_str(), cell.figure.gj.as_str()))
        .collect()
}

#[test]
fn fuels_by_mass_take_the_calorific_value_of_the_packs() {
    // IPCC 2006, volume 2, table 1.2: anthracite 26.7, other primary solid biomass 11.6 TJ/Gg.
    let ledger = "id,date,activity,quantity,unit\n\
                  1,2023-05-31,anthracite-stationary,10,t\n\
                  2,2023-05-31,biomass-stationary,1000,kg\n\
                  3,2023-06-30,anthracite-stationary,36,GJ{net}\n";
    let account = account(ledger, "", &[]);
    assert_eq!(cells(&account), [("fuels", "non-renewable", "303"), ("fuels", "renewable", "11.6")]);
    assert_eq!((account.rows.counted, account.total.lines, account.total.gj.as_str()), (3, 3, "314.6"));
    let step = account.sources.iter().flat_map(|one| &one.steps).find(|step| step.kind == "ncv").unwrap();
    assert!(step.factor.as_ref().is_some_and(|factor| !factor.values[0].cell.is_empty()), "with its source");
    assert!(account.sources.iter().all(|one| one.basis == "net"));
}

#[test]
fn a_measured_calorific_value_goes_before_that_of_a_pack() {
    let ledger = "id,date,activity,quantity,unit,calorific_value,calorific_unit,calorific_basis\n\
                  1,2023-05-31,anthracite-stationary,2,t,25.1,GJ/t,net\n";
    let account = account(ledger, "", &[]);
    assert_eq!(cells(&account), [("fuels", "non-renewable", "50.2")]);
    assert!(account.sources[0].steps.iter().any(|step| step.kind == "measured"));
}

#[test]
fn what_is_not_known_is_listed_with_how_to_mend_it() {
    let ledger = "id,date,activity,quantity,unit\n\
                  1,2023-05-31,electricity,1,MWh\n2,2023-05-31,refrigerant-r410a,1,kg\n";
    let packs = "id,date,activity,quantity,unit,factor\n1,2023-05-31,steam,5,t,own/steam\n2,2023-05-31,electricity,1,MWh,\n";
    let mut catalog = shipped().clone();
    catalog.add_pack_text(OWN).unwrap();
    let options = r#"{"profile":"vn-circular-38","gwp":"AR5","region":"VN"}"#;
    let options = Options::from_request(&serde_json::from_str(options).unwrap()).unwrap();
    let mut go_on = |_| ControlFlow::Continue(());
    let found = energy_account(packs.as_bytes(), &catalog, &options, &[], &mut go_on).unwrap().result;
    let [missing] = found.missing.as_slice() else { panic!("{:?}", found.missing) };
    let said = (missing.carrier.as_str(), missing.quantity.as_str(), missing.lines, missing.first_row);
    assert_eq!(said, ("steam", "5", 1, 2));
    assert!(missing.help.contains("enthalpy") && missing.code == "ENERGY_MISSING");
    assert_eq!((found.rows.counted, found.rows.missing), (1, 1));
    // Refrigerants are no energy; a row that the inventory does not have is counted as such.
    let other = account(ledger, "", &[]);
    assert_eq!(other.rows.not_energy.saturating_add(other.coverage.excluded), 1);
}

const OWN: &str = "+++\nid = \"own\"\nkind = \"factors\"\ntitle = \"Own\"\npublisher = \"Tests\"\nedition = \"1\"\n\
    licence = \"MIT OR Apache-2.0\"\nattribution = \"\"\nsource = \"made for the test\"\nurl = \"\"\n\
    retrieved = \"2026-11-21\"\nconfidence = \"B\"\n+++\n\
    factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note\n\
    steam,steam,emission,CO2,200,value,kg,t,VN,,,,,location,,excluded,,,row 1,B,\n";

#[test]
fn electricity_is_renewable_by_the_part_that_proven_instruments_cover() {
    // 400 of 1,000 MWh, shared by the rows; nothing is renewable as long as nobody says that the certificate proves it.
    let ledger = "id,date,activity,quantity,unit,instrument\n\
                  1,2023-07-01,electricity,100,MWh,REC-1\n2,2023-07-02,electricity,900,MWh,REC-1\n";
    let register = r#","instruments":{"vintage_window_days":0,"register":[{"id":"REC-1","kind":"certificate",
        "gases":[{"gas":"CO2","kg_per_kwh":"0"}],"volume":"400","volume_unit":"MWh","market":"VN",
        "vintage_from":"2023-01-01","vintage_to":"2023-12-31","cancelled":"yes","registry":"I-REC 1"}],
        "claims":[{"instruments":["REC-1"],"kwh":"1000000"}]}"#;
    let proven = account(ledger, register, &["REC-1"]);
    let shares: Vec<_> =
        proven.cells.iter().map(|cell| (cell.renewable.as_str(), cell.figure.mwh.as_str())).collect();
    assert_eq!(shares, [("non-renewable", "600"), ("renewable", "400")]);
    assert_eq!((proven.total.mwh.as_str(), proven.total.lines), ("1000", 2));
    let unproven = account(ledger, register, &[]);
    assert_eq!(cells(&unproven), [("electricity", "non-renewable", "3600")]);
    let told = unproven.findings.iter().find(|finding| finding.code == "INSTRUMENT_UNKNOWN");
    assert_eq!(told.map(|finding| finding.row), Some(2));
}

#[test]
fn a_row_for_the_market_alone_repeats_energy() {
    let ledger = "id,date,activity,quantity,unit,view\n\
                  1,2023-07-01,electricity,10,MWh,location\n2,2023-07-01,electricity,10,MWh,market\n";
    let account = account(ledger, "", &[]);
    assert_eq!((account.total.mwh.as_str(), account.rows.repeated), ("10", 1));
}

#[test]
fn a_view_by_what_is_no_energy_is_refused() {
    let options = r#"{"profile":"vn-circular-38","gwp":"AR5","region":"VN","by":["gas"]}"#;
    let options = Options::from_request(&serde_json::from_str(options).unwrap()).unwrap();
    let ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1,MWh\n";
    let mut go_on = |_| ControlFlow::Continue(());
    let error = energy_account(ledger.as_bytes(), shipped(), &options, &[], &mut go_on).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/options/by"));
}

fn sum<'a>(figures: impl Iterator<Item = &'a v1::EnergyFigure>) -> Fraction {
    figures.fold(Fraction::zero(), |sum, one| sum.try_add(&Fraction::parse(&one.mwh).unwrap()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Cells, sources and views each add up to the total, and every row of the inventory is accounted for once.
    #[test]
    fn an_account_adds_up(rows in proptest::collection::vec((0_usize..5, 0_u32..100_000, 1_u32..13), 1..20)) {
        let words = [
            ("electricity", "kWh"), ("anthracite-stationary", "t"), ("biomass-stationary", "kg"),
            ("lpg-stationary", "kg"), ("anthracite-stationary", "GJ{net}"),
        ];
        let mut ledger = String::from("id,date,site,activity,quantity,unit\n");
        for (at, (what, quantity, month)) in rows.iter().enumerate() {
            let (activity, unit) = words[*what];
            ledger += &format!("{at},2023-{month:02}-01,S{},{activity},{quantity}.7,{unit}\n", at % 3);
        }
        let account = account(&ledger, r#","by":["site","month,site"]"#, &[]);
        let total = Fraction::parse(&account.total.mwh).unwrap();
        prop_assert_eq!(sum(account.cells.iter().map(|one| &one.figure)), total.clone());
        prop_assert_eq!(sum(account.sources.iter().map(|one| &one.figure)), total.clone());
        for view in &account.views {
            prop_assert_eq!(sum(view.cells.iter().map(|one| &one.figure)), total.clone());
        }
        let all = account.rows.counted + account.rows.repeated + account.rows.not_energy + account.rows.missing;
        prop_assert_eq!(all, account.coverage.counted);
        prop_assert_eq!(account.coverage.counted, u64::try_from(rows.len()).unwrap());
    }
}
