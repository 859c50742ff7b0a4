use crate::factor::shipped;
use proptest::prelude::*;

use super::*;
use crate::wire::v1::{
    CbamActual, CbamImportOptions, CbamImportRequest, CbamPrecursor, CbamPrice, CbamScenario,
};

fn request(year: &str, data: &str) -> CbamImportRequest {
    let options = CbamImportOptions { year: year.into(), data: data.into(), ..Default::default() };
    CbamImportRequest { options, ..Default::default() }
}

const HEAD: &str = "date,cn_code,origin,net_mass,unit,installation,data,route,variant,production_year\n";

fn run(rows: &str, request: &CbamImportRequest) -> v1::CbamImportAnswer {
    declare(format!("{HEAD}{rows}").as_bytes(), shipped(), request).unwrap()
}

fn priced(year: &str, eur: &str) -> CbamImportRequest {
    let mut request = request(year, "default");
    request.options.prices = vec![CbamPrice {
        from: format!("{year}-01-01"),
        to: format!("{year}-12-31"),
        eur_per_t_co2e: eur.into(),
        source: "a price for the test".into(),
    }];
    request
}

fn actual(installation: &str, cn: &str, see: &str, route: &str) -> CbamActual {
    CbamActual {
        installation: installation.into(),
        cn_code: cn.into(),
        see_direct_t_co2e: see.into(),
        per: "t".into(),
        route: route.into(),
        verified: true,
        ..Default::default()
    }
}

fn precursor(cn: &str, t_per_t: &str, installation: &str, origin: &str) -> CbamPrecursor {
    CbamPrecursor {
        cn_code: cn.into(),
        t_per_t: t_per_t.into(),
        installation: installation.into(),
        origin: origin.into(),
        ..Default::default()
    }
}

#[test]
fn a_billet_with_default_values() {
    let answer = run("2026-01-05,7207 11 11,Türkiye,100,t,,,,,\n", &priced("2026", "80"));
    let line = &answer.declaration.goods[0];
    assert_eq!((&*line.see_t_co2e, &*line.sefa_t_co2e), ("2.541", "1.3299"));
    let total = &answer.declaration.total;
    assert_eq!((&*total.embedded_t_co2e, &*total.free_allocation_t_co2e), ("254.1", "132.99"));
    assert_eq!((&*total.certificates, &*total.cost_eur), ("121.11", "9688.8"));
    assert_eq!(&*total.certificates_of_mark_up, "23.1");
    assert!(answer.is_complete() && answer.declaration.holdings.is_empty());
    assert!(line.see.compared && line.sefa[0].benchmark.ends_with("/72071111/B/C"));
}

#[test]
fn prices_of_quarters_come_from_the_pack_and_unknown_ones_are_told() {
    let rows = "2026-03-31,72081000,CN,60,t,,,,,\n2026-04-01,72081000,CN,60,t,,,,,\n2026-12-01,72081000,CN,60,t,,,,,\n";
    let answer = run(rows, &request("2026", "default"));
    let slots = &answer.declaration.goods[0].slots;
    let prices: Vec<&str> = slots.iter().map(|slot| &*slot.price_eur).collect();
    assert_eq!(prices, ["75.36", "75.28", ""]);
    assert_eq!(&*slots[0].certificates, "130.197");
    assert_eq!(&*answer.declaration.total.certificates_without_price, "130.197");
    assert!(answer.declaration.notes[0].contains("2026-10-01"));
}

#[test]
fn exactly_the_threshold_is_exempt_and_hydrogen_never_is() {
    let of = |rows: &str| run(rows, &request("2026", "default")).declaration;
    let steel = "2026-01-05,72081000,CN,50,t,,,,,\n";
    let exempt = of(steel);
    assert!(exempt.threshold.exempt && exempt.total.certificates == "0" && exempt.goods[0].exempt);
    assert_ne!(exempt.total.embedded_t_co2e, "0");
    let above = of(&format!("{steel}2026-06-05,25070080,CN,1,kg,,,,,\n"));
    assert!(!above.threshold.exempt);
    assert_eq!((&*above.threshold.mass_t, &*above.threshold.overshoot), ("50.001", "0.00002"));
    let hydrogen = of(&format!("{steel}2026-06-05,28041000,CN,1,t,,,,,\n"));
    assert!(hydrogen.threshold.exempt && hydrogen.goods.iter().any(|line| !line.exempt));
    assert_eq!(hydrogen.threshold.never_exempt, ["hydrogen"]);
    assert_ne!(hydrogen.total.certificates, "0");
}

#[test]
fn free_allocation_follows_the_chain_of_actual_data() {
    let mut all = request("2026", "actual");
    let mut eaf = actual("mill", "72071114", "1", "D");
    eaf.precursors = vec![precursor("72031000", "1.1", "mill", "")];
    let mut rebar = actual("mill", "72142000", "1.5", "");
    rebar.precursors = vec![precursor("72071114", "20/19", "mill", "")];
    all.installations = vec![actual("mill", "72031000", "0.9", ""), eaf, rebar];
    let rows = "2026-01-05,72031000,VN,100,t,mill,,,,\n2026-01-05,72071114,VN,100,t,mill,,,,\n2026-01-05,72142000,VN,100,t,mill,,,,\n";
    let answer = run(rows, &all);
    let sefa: Vec<&str> = answer.declaration.goods.iter().map(|line| &*line.sefa_t_co2e).collect();
    assert_eq!(sefa, ["0.287625", "0.3797625", "0.4368"]);
    let depths: Vec<u32> = answer.declaration.goods[2].sefa.iter().map(|part| part.depth).collect();
    assert_eq!(depths, [0, 1, 2]);
    assert!(answer.findings.is_empty(), "{:?}", answer.findings);
}

#[test]
fn emissions_at_the_benchmark_leave_two_and_a_half_per_cent() {
    let mut all = request("2026", "actual");
    // Column A is the process alone; a precursor with default values brings column B of its own.
    all.installations = vec![actual("works", "25070080", "0.666", "")];
    let answer = run("2026-01-05,25070080,VN,1000,t,works,,,,\n", &all);
    assert_eq!(&*answer.declaration.total.certificates, "16.65");
    all.installations[0].see_direct_t_co2e = "0.1".into();
    let below = run("2026-01-05,25070080,VN,1000,t,works,,,,\n", &all);
    assert_eq!((&*below.declaration.total.certificates, &*below.declaration.total.cost_eur), ("0", "0"));
}

#[test]
fn precursors_of_the_union_keep_their_mass_and_are_told() {
    let mut all = request("2026", "actual");
    let mut billet = actual("mill", "72142000", "0.2", "");
    billet.precursors = vec![precursor("72071114", "0.9", "", "DE"), precursor("72071114", "0.1", "", "VN")];
    all.installations = vec![billet];
    let answer = run("2026-01-05,72142000,VN,100,t,mill,,,,\n", &all);
    let parts = &answer.declaration.goods[0].sefa;
    assert_eq!((&*parts[1].sefa_t_co2e, &*parts[1].t_per_t), ("0", "0.9"));
    // Column B of carbon steel billets, 1.364, for a tenth of a tonne.
    assert_eq!((&*parts[2].sefa_t_co2e, &*parts[2].equation), ("0.13299", "5"));
    assert!(answer.findings.iter().any(|finding| finding.code == "LAW_OPEN"));
}

#[test]
fn functional_units_are_brought_to_a_tonne() {
    let mut all = request("2026", "actual");
    let mut cement = actual("kiln", "25232900", "2.0", "");
    (cement.per, cement.content) = ("t-clinker".into(), "0.9".into());
    let mut ammonia = actual("kiln", "28141000", "3.6", "");
    (ammonia.per, ammonia.content) = ("t-nitrogen".into(), "0.825".into());
    let mut urea = actual("kiln", "31021019", "0.002", "");
    (urea.per, urea.content) = ("kg-nitrogen".into(), "0.46".into());
    all.installations = vec![cement, ammonia, urea];
    let rows = "2026-01-05,25232900,VN,100,t,kiln,,,,\n2026-01-05,28141000,VN,100,t,kiln,,,,\n2026-01-05,31021019,VN,100,t,kiln,,,,\n";
    let answer = run(rows, &all);
    let see: Vec<&str> = answer.declaration.goods.iter().map(|line| &*line.see_t_co2e).collect();
    assert_eq!(see, ["1.8", "2.97", "0.92"]);
    all.installations[0].content = "90".into();
    let refused = run(rows, &all);
    let finding = refused.findings.iter().find(|finding| finding.code == "SHARE_OUT_OF_RANGE").unwrap();
    assert_eq!(finding.column, "/installations/0/content");
    let row = refused.findings.iter().find(|finding| finding.code == "ACTUAL_MISSING").unwrap();
    assert!(row.row == 2 && row.help.contains("/installations/0"), "{row:?}");
}

#[test]
fn a_carbon_price_needs_an_average_price_and_is_marked_as_draft() {
    let mut all = request("2026", "actual");
    let mut coil = actual("mill", "72142000", "2", "");
    coil.carbon_price_eur_per_t = "20".into();
    all.installations = vec![coil];
    let rows = "2026-01-05,72142000,VN,100,t,mill,,,,\n";
    let refused = run(rows, &all);
    assert_eq!((refused.coverage.excluded, &*refused.findings[0].code), (1, "CHOICE_MISSING"));
    all.options.reference_price_eur_per_t_co2e = "80".into();
    let answer = run(rows, &all);
    assert_eq!(&*answer.declaration.total.carbon_price_t_co2e, "25");
    assert!(answer.findings.iter().any(|finding| finding.code == "LAW_OPEN"));
}

#[test]
fn every_bad_cell_of_a_row_is_told_in_one_pass() {
    let rows = "2026-13-05,7204 10 00,Nowhere,-5,stone,,maybe,,pink,1999\n2026-01-05,7204 10 00,Nowhere,5,t,,maybe,,pink,x\n2026-01-05,72071111,TR,5,L,,,,,\n2026-01-05,72071111,NO,5,t,,,,,\n";
    let answer = run(rows, &request("2026", "default"));
    let told: Vec<(u64, &str, &str)> =
        answer.findings.iter().map(|finding| (finding.row, &*finding.column, &*finding.code)).collect();
    for expected in [
        (2, "date", "BAD_DATE"),
        (2, "net_mass", "NEGATIVE_QUANTITY"),
        (3, "cn_code", "GOOD_NOT_IN_SCOPE"),
        (3, "origin", "UNKNOWN_PLACE"),
        (3, "data", "UNKNOWN_VALUE"),
        (3, "variant", "UNKNOWN_VALUE"),
        (3, "production_year", "UNKNOWN_VALUE"),
        (4, "unit", "DIMENSION_MISMATCH"),
        (5, "origin", "ORIGIN_EXEMPT"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
    }
    let coverage = &answer.coverage;
    assert_eq!((coverage.rows, coverage.counted, coverage.exempt_origin, coverage.excluded), (4, 0, 1, 3));
}

#[test]
fn a_vietnamese_ledger_says_the_same() {
    let file = "Ngày nhập khẩu;Mã HS;Nước xuất xứ;Khối lượng tịnh (kg);Đơn vị tính\n05/01/2026;7207.11.11;Thổ Nhĩ Kỳ;100.000,0;kg\n";
    let mut all = priced("2026", "80");
    all.reading.locale = Some("vi-VN".into());
    let answer = declare(file.as_bytes(), shipped(), &all).unwrap();
    assert_eq!(&*answer.declaration.total.cost_eur, "9688.8");
    let english = run("2026-01-05,7207 11 11,Türkiye,100,t,,,,,\n", &priced("2026", "80"));
    assert_eq!(answer.digest, english.digest);
}

#[test]
fn holdings_grow_from_quarter_to_quarter_without_mark_up() {
    let rows = "2027-01-05,72071111,TR,100,t,,,,,\n2027-07-05,72071111,TR,100,t,,,,,\n";
    let answer = run(rows, &request("2027", "default"));
    // 100 t × (2.31 − 0.95 × 1.364) × 50 %.
    let held: Vec<&str> = answer.declaration.holdings.iter().map(|held| &*held.certificates).collect();
    assert_eq!(held, ["50.71", "50.71", "101.42", "101.42"]);
}

#[test]
fn a_circle_of_precursors_is_refused() {
    let mut all = request("2026", "actual");
    let mut one = actual("mill", "72142000", "1", "");
    one.precursors = vec![precursor("72142000", "0.5", "mill", "")];
    all.installations = vec![one];
    let answer = run("2026-01-05,72142000,VN,100,t,mill,,,,\n", &all);
    assert_eq!((&*answer.findings[0].code, answer.coverage.excluded), ("BAD_ACTUAL", 1));
}

#[test]
fn scenarios_stand_beside_the_ledger() {
    let mut all = priced("2026", "80");
    all.installations =
        vec![actual("clean", "72071111", "0.5", "E"), actual("dirty", "72071111", "2.2", "C")];
    all.scenarios = vec![
        CbamScenario { name: "actual".into(), data: "actual".into(), ..Default::default() },
        CbamScenario {
            name: "other supplier".into(),
            data: "actual".into(),
            suppliers: vec![v1::CbamSwap { from: "dirty".into(), to: "clean".into(), origin: "VN".into() }],
            ..Default::default()
        },
        CbamScenario {
            name: "2034".into(),
            year: "2034".into(),
            price_eur_per_t_co2e: "100".into(),
            ..Default::default()
        },
        CbamScenario { name: "2032".into(), year: "2032".into(), ..Default::default() },
    ];
    let rows = format!("{HEAD}2026-01-05,72071111,TR,100,t,dirty,,,,\n");
    let answer = scenarios(rows.as_bytes(), shipped(), &all).unwrap();
    let of = |at: usize| {
        let case = &answer.scenarios[at];
        (case.total.certificates.as_str(), case.cost_difference_eur.as_str(), case.excluded)
    };
    // Column A of route C is 0.188, of route E 0.065.
    assert_eq!(of(0), ("201.67", "6444.8", 0));
    assert_eq!(of(1), ("43.6625", "-6195.8", 0));
    assert_eq!(of(2), ("300.3", "20341.2", 0));
    // Nobody knows the correction factor after 2030.
    assert_eq!((of(3).2, &*answer.scenarios[3].findings[0].code), (1, "FIGURE_MISSING"));
}

#[test]
fn choices_have_no_silent_default() {
    let refuse = |change: &dyn Fn(&mut CbamImportRequest)| {
        let mut all = request("2026", "default");
        change(&mut all);
        let error = declare(HEAD.as_bytes(), shipped(), &all).unwrap_err();
        (error.code().as_str(), error.path().to_owned())
    };
    assert_eq!(refuse(&|all| all.options.year.clear()), ("CHOICE_MISSING", "/options/year".into()));
    assert_eq!(refuse(&|all| all.options.year = "2025".into()), ("UNKNOWN_VALUE", "/options/year".into()));
    assert_eq!(refuse(&|all| all.options.data.clear()), ("CHOICE_MISSING", "/options/data".into()));
    let price = |source: &str| CbamPrice {
        from: "2026-01-01".into(),
        to: "2026-12-31".into(),
        eur_per_t_co2e: "80".into(),
        source: source.into(),
    };
    assert_eq!(
        refuse(&|all| all.options.prices = vec![price("")]),
        ("MISSING_VALUE", "/options/prices/0/source".into())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Splitting a row, or the order of rows, changes no sum; nothing due is negative; the threshold is one sum.
    #[test]
    fn splitting_and_order_change_nothing(
        grams in proptest::collection::vec((1u32..200_000_000, 0usize..4, 1u32..12, 1u32..28), 1..12),
        cut in 0u32..1000,
    ) {
        let codes = ["72071111", "72081000", "25070080", "28041000"];
        let row = |mass: u64, (_, code, month, day): &(u32, usize, u32, u32)| {
            format!("2026-{month:02}-{day:02},{},TR,{mass},g,,,,,\n", codes[*code])
        };
        let whole: String = grams.iter().map(|entry| row(entry.0.into(), entry)).collect();
        let split: String = grams
            .iter()
            .rev()
            .map(|entry| {
                let part = u64::from(entry.0) * u64::from(cut) / 1000;
                format!("{}{}", row(part, entry), row(u64::from(entry.0) - part, entry))
            })
            .collect();
        let (one, two) = (run(&whole, &priced("2026", "80")), run(&split, &priced("2026", "80")));
        let (one, two) = (one.declaration, two.declaration);
        prop_assert_eq!(&one.threshold, &two.threshold);
        let sums = |total: &v1::CbamSums| v1::CbamSums { rows: 0, ..total.clone() };
        prop_assert_eq!(sums(&one.total), sums(&two.total));
        prop_assert!(!one.total.certificates.starts_with('-'));
        let counted: u64 = grams.iter().filter(|entry| entry.1 < 3).map(|entry| u64::from(entry.0)).sum();
        prop_assert_eq!(one.threshold.exempt, counted <= 50_000_000);
        if one.threshold.exempt && grams.iter().all(|entry| entry.1 < 3) {
            prop_assert_eq!(one.total.certificates.as_str(), "0");
        }
    }
}

/// A melt shop with a bar mill as the document of its operator: fuel, an own precursor, a bought one by default values.
fn steelworks() -> v1::CbamPlant {
    let document = r#"{
        "installation": { "name": "Works", "country": "VN" }, "period": "2026",
        "streams": [
            { "id": "gas", "method": "combustion", "activity_data": "900", "unit": "t", "standard": "natural-gas",
              "attribution": [{ "to": "melt", "share": "0.25" }, { "to": "mill", "share": "0.75" }] },
            { "id": "carbon", "method": "mass-balance", "activity_data": "300", "unit": "t", "standard": "eaf-charge-carbon",
              "attribution": [{ "to": "melt" }] } ],
        "processes": [
            { "id": "melt", "benchmark_route": "E", "goods": [{ "cn": "7207 11 14", "quantity_t": "20000" }],
              "inputs": [{ "from": "iron", "quantity_t": "3000" }] },
            { "id": "mill", "goods": [{ "cn": "7214 20 00", "quantity_t": "18000" }],
              "inputs": [{ "from": "melt", "quantity_t": "19000" }] } ],
        "precursors": [{ "id": "iron", "cn": "7203 10 00",
            "batches": [{ "supplier": "anybody", "country": "VN", "quantity_t": "3000", "determination": "default" }] }]
    }"#;
    v1::CbamPlant {
        installation: "works".into(),
        document: v1::read_json(document).unwrap(),
        verified: true,
        ..Default::default()
    }
}

#[test]
fn a_document_says_what_its_figures_say_by_hand() {
    let rows = "2026-01-05,72142000,VN,100,t,Works,,,,\n2026-02-05,72071114,VN,60,t,works,,,,\n";
    let mut by_plant = request("2026", "actual");
    by_plant.plants = vec![steelworks()];
    let computed = crate::cbam::embedded(shipped(), &by_plant.plants[0].document).unwrap().report;
    assert!(computed.complete, "{:?}", computed.findings);
    let mut by_hand = request("2026", "actual");
    let see = |at: usize| computed.goods[at].see_direct_per_t.clone();
    let mut billet = actual("works", "72071114", &see(0), "E");
    billet.precursors = vec![precursor("72031000", "0.15", "", "VN")];
    let mut bar = actual("works", "72142000", &see(1), "");
    bar.precursors = vec![precursor("72071114", "19/18", "works", "")];
    by_hand.installations = vec![billet, bar];
    let (plant, hand) = (run(rows, &by_plant).declaration, run(rows, &by_hand).declaration);
    assert_eq!((&plant.total, &plant.goods), (&hand.total, &hand.goods));
    assert_eq!(plant.plants[0].goods, ["72071114", "72142000"]);
    assert!(hand.plants.is_empty());
}

#[test]
fn faults_of_a_document_are_told_with_their_place_and_the_rows_that_need_it() {
    let mut all = request("2026", "actual");
    all.plants = vec![steelworks()];
    all.plants[0].document.processes[0].goods[0].quantity_t = "-1".into();
    let answer = run("2026-01-05,72142000,VN,100,t,Works,,,,\n", &all);
    let found = |column: &str| answer.findings.iter().find(|finding| finding.column == column).unwrap();
    let fault = found("/plants/0/document/processes/0/goods/0/quantity_t");
    assert!(fault.severity == "error" && fault.row == 0, "{fault:?}");
    assert!(found("installation").help.contains("mend /plants/0"));
    assert_eq!(answer.coverage.excluded, 1);
    let mut old = request("2026", "actual");
    old.plants = vec![steelworks()];
    old.plants[0].document.period = "2025".into();
    let answer = run("2026-01-05,72142000,VN,100,t,Works,,,,\n", &old);
    assert!(answer.findings.iter().any(|finding| finding.column == "/plants/0/document/period"));
    assert_eq!(answer.coverage.excluded, 1);
    all.plants[0].document.rounding.decimals = Some(9);
    let error = declare(HEAD.as_bytes(), shipped(), &all).unwrap_err();
    assert!(error.path().starts_with("/plants/0/document/rounding"), "{error:?}");
}

/// Each row is the sum of those below it that are one level deeper, as far as they have a figure.
fn adds_up(rows: &[v1::CbamDueRow]) {
    let value = |row: &v1::CbamDueRow| crate::number::Fraction::parse(&row.t_co2e);
    for (at, row) in rows.iter().enumerate() {
        let below = rows[at + 1..].iter().take_while(|below| below.level > row.level);
        let parts: Vec<_> = below.filter(|below| below.level == row.level + 1).filter_map(value).collect();
        // A batch of a precursor and a source are leaves with readings only.
        if parts.is_empty() {
            continue;
        }
        let sum = parts.iter().fold(crate::number::Fraction::zero(), |sum, part| sum.try_add(part).unwrap());
        assert_eq!(value(row).unwrap(), sum, "{} {}", row.kind, row.about);
    }
}

#[test]
fn an_explanation_adds_up_from_the_meters_to_the_certificates() {
    let rows = "2026-01-05,72142000,VN,100,t,Works,,,,\n2026-02-05,72071111,TR,60,t,,default,,,\n2026-02-06,72142000,VN,7,t,mill,,,,\n";
    let mut all = priced("2026", "80");
    all.options.data = "actual".into();
    all.options.reference_price_eur_per_t_co2e = "80".into();
    all.plants = vec![steelworks()];
    let mut cheap = actual("mill", "72142000", "0.001", "");
    cheap.carbon_price_eur_per_t = "1".into();
    all.installations = vec![cheap];
    let told = explain_declaration(format!("{HEAD}{rows}").as_bytes(), shipped(), &all).unwrap();
    assert_eq!(told.goods.len(), 3);
    for (line, shown) in told.goods.iter().zip(&told.answer.declaration.goods) {
        adds_up(&line.rows);
        assert_eq!(line.rows[0].t_co2e, shown.total.certificates);
    }
    let kinds = |at: usize| told.goods[at].rows.iter().map(|row| &*row.kind).collect::<Vec<_>>();
    let works = told.goods.iter().position(|line| line.installation == "Works").unwrap();
    for kind in ["good", "direct", "source", "precursor", "batch", "rounding", "benchmark"] {
        assert!(kinds(works).contains(&kind), "{kind}: {:?}", kinds(works));
    }
    let mill = told.goods.iter().position(|line| line.installation == "mill").unwrap();
    assert!(kinds(mill).contains(&"carbon-price") && kinds(mill).contains(&"floor"));
    // The billet's mark-up is 10 % of 2.31 t for 60 t at EUR 80; the iron's share of the bars is smaller.
    assert_eq!((&*told.defaults[0].about, &*told.defaults[0].of_mark_up_eur), ("72071111 TR", "1108.8"));
    assert_eq!(told.defaults.len(), 2);
    assert!(told.defaults[1].path.starts_with("/plants/0/document/precursors/0/batches/0"));
    let saved: Vec<bool> = told.goods.iter().map(|line| line.saved_by_actual_eur.is_empty()).collect();
    assert_eq!(
        saved.iter().filter(|empty| **empty).count(),
        1,
        "of the billet only default values are known"
    );
    assert!(told.plants[0].completeness.iter().any(|item| item.state == "missing"));
}

#[test]
fn exempt_imports_are_explained_as_exempt() {
    let text = format!("{HEAD}2026-01-05,72071111,TR,10,t,,,,,\n");
    let told = explain_declaration(text.as_bytes(), shipped(), &priced("2026", "80")).unwrap();
    adds_up(&told.goods[0].rows);
    assert_eq!(told.goods[0].rows.last().unwrap().kind, "exempt");
    assert_eq!(told.defaults[0].of_mark_up_eur, "0");
}

/// The melt shop and the bar mill of the template's loop: part of the bars goes back into the furnace.
fn looped() -> v1::CbamPlant {
    let document = r#"{
        "installation": { "name": "Works", "country": "VN" }, "period": "2026",
        "processes": [
            { "id": "melt", "benchmark_route": "E", "goods": [{ "cn": "7207 11 14", "quantity_t": "1000000" }],
              "direct": [{ "name": "furnace", "t_co2e": "150000" }], "inputs": [{ "from": "mill", "quantity_t": "20000" }] },
            { "id": "mill", "goods": [{ "cn": "7214 20 00", "quantity_t": "900000" }],
              "direct": [{ "name": "mill", "t_co2e": "63000" }], "inputs": [{ "from": "melt", "quantity_t": "950000" }] } ]
    }"#;
    let document = v1::read_json(document).unwrap();
    v1::CbamPlant { installation: "works".into(), document, verified: true, ..Default::default() }
}

#[test]
fn free_allocation_of_processes_that_feed_each_other_meets_their_equations() {
    let mut of_loop = request("2026", "actual");
    of_loop.plants = vec![looped()];
    let rows = "2026-01-05,72071114,VN,100,t,works,,,,\n2026-01-06,72142000,VN,100,t,works,,,,\n";
    let goods = run(rows, &of_loop).declaration.goods;
    let number = |text: &str| crate::number::Fraction::parse(text).unwrap();
    let (billet, bar) = (number(&goods[0].sefa_t_co2e), number(&goods[1].sefa_t_co2e));
    // 0.975 × 0.065 + 0.02 × bar, and 0.975 × 0.038 + 950/900 × billet.
    let by_hand = number("0.063375").try_add(&number("0.02").try_mul(&bar).unwrap()).unwrap();
    assert_eq!(billet, by_hand);
    let by_hand = number("0.03705").try_add(&number("19/18").try_mul(&billet).unwrap()).unwrap();
    assert_eq!(bar, by_hand);
    for good in &goods {
        let parts = good.sefa.iter().map(|part| number(&part.sefa_t_co2e));
        let sum = parts.fold(crate::number::Fraction::zero(), |sum, part| sum.try_add(&part).unwrap());
        assert_eq!(sum, number(&good.sefa_t_co2e));
        assert_eq!(good.sefa.iter().map(|part| part.depth).collect::<Vec<_>>(), [0, 1]);
    }
}

#[test]
fn a_loop_that_takes_in_what_it_makes_is_refused() {
    let mut all = request("2026", "actual");
    let mut billet = actual("works", "72071114", "1", "E");
    billet.precursors = vec![precursor("72142000", "0.8", "works", "")];
    let mut bar = actual("works", "72142000", "1", "");
    for (tonnes, words) in [("1.25", "goes back into itself whole"), ("1.5", "goes back into itself whole")] {
        bar.precursors = vec![precursor("72071114", tonnes, "works", "")];
        all.installations = vec![billet.clone(), bar.clone()];
        let answer = run("2026-01-05,72142000,VN,100,t,works,,,,\n", &all);
        assert_eq!(answer.coverage.excluded, 1);
        assert!(
            answer.findings.iter().any(|finding| finding.message.contains(words)),
            "{:?}",
            answer.findings
        );
    }
}

#[test]
fn a_joint_process_that_says_what_it_uses_up_is_allocated_like_its_chain() {
    let document = |processes: &str| {
        let text = format!(
            r#"{{ "installation": {{ "name": "Works", "country": "VN" }}, "period": "2026", "processes": [{processes}] }}"#
        );
        v1::CbamPlant { document: v1::read_json(&text).unwrap(), verified: true, ..Default::default() }
    };
    let chain = r#"{ "id": "melt", "benchmark_route": "E", "goods": [{ "cn": "72071114", "quantity_t": "1050000" }],
            "direct": [{ "name": "furnace", "t_co2e": "105000" }] },
        { "id": "mill", "goods": [{ "cn": "72142000", "quantity_t": "1000000" }],
            "direct": [{ "name": "mill", "t_co2e": "60000" }], "inputs": [{ "from": "melt", "quantity_t": "1050000" }] }"#;
    let joint = r#"{ "id": "joint", "covers": ["crude-steel"], "goods": [{ "cn": "72142000", "quantity_t": "1000000" }],
            "covered": [{ "cn": "72071114", "quantity_t": "1050000", "benchmark_route": "E" }],
            "direct": [{ "name": "works", "t_co2e": "165000" }] }"#;
    let answer = |processes: &str| {
        let mut all = request("2026", "actual");
        all.plants = vec![document(processes)];
        let answer = run("2026-01-05,72142000,VN,100,t,Works,,,,\n", &all);
        assert_eq!(answer.coverage.excluded, 0, "{:?}", answer.findings);
        answer.declaration
    };
    let (chain, one) = (answer(chain), answer(joint));
    assert_eq!(chain.goods[0].sefa_t_co2e, one.goods[0].sefa_t_co2e);
    assert_eq!(chain.total, one.total);
    assert_eq!(one.goods[0].sefa.len(), 2);
    // The operator's report says the same.
    let figures = crate::cbam::figures(shipped(), &document(joint).document).unwrap();
    assert!(figures.installations[0].precursors[0].within);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Goods of one works that go into each other; of each tonne at most 0.9 comes from the others.
    #[test]
    fn loops_of_any_shape_meet_their_equations(shares in proptest::collection::vec(0_u32..30, 9)) {
        const CODES: [&str; 3] = ["72142000", "72171090", "73181595"];
        let mut all = request("2026", "actual");
        let share = |user: usize, used: usize| if user == used { 0 } else { shares[user * 3 + used] };
        for (user, cn) in CODES.iter().enumerate() {
            let mut good = actual("works", cn, "1", "");
            for (used, code) in CODES.iter().enumerate().filter(|(used, _)| share(user, *used) > 0) {
                good.precursors.push(precursor(code, &format!("{}/100", share(user, used)), "works", ""));
            }
            all.installations.push(good);
        }
        let rows: String = CODES.iter().map(|cn| format!("2026-01-05,{cn},VN,1,t,works,,,,\n")).collect();
        let goods = run(&rows, &all).declaration.goods;
        let number = |text: &str| crate::number::Fraction::parse(text).unwrap();
        let of = |cn: &str| number(&goods.iter().find(|good| good.cn_code == cn).unwrap().sefa_t_co2e);
        for (user, cn) in CODES.iter().enumerate() {
            let mut sum = number("0.03705");
            for (used, code) in CODES.iter().enumerate() {
                let part = of(code).try_mul(&number(&format!("{}/100", share(user, used)))).unwrap();
                sum = sum.try_add(&part).unwrap();
            }
            prop_assert_eq!(sum, of(cn));
        }
    }
}
