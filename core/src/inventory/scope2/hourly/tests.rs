use crate::factor::shipped;
use proptest::prelude::*;

use super::*;
use crate::inventory::scope2::register::ratio;
use crate::number::{Mass, Ratio};

const REGISTER: &str = "\
id,kind,gases,volume,volume_unit,market,vintage_from,vintage_to,cancelled,sites
REC,certificate,CO2 = 0,100,MWh,VN,2023,2023,yes,A | B
PPA,contract,CO2 = 0.1,100,MWh,VN,,,,A
";

fn file(name: &str, unit: &str, text: &str) -> v1::SeriesFile {
    v1::SeriesFile {
        name: name.into(),
        unit: unit.into(),
        text: Some(text.into()),
        ..v1::SeriesFile::default()
    }
}

fn request(register: &str, load: &str, generation: &str) -> v1::HourlyRequest {
    let mut instruments = crate::inventory::read_instruments(register).unwrap();
    instruments.vintage_window_days = Some(0);
    v1::HourlyRequest {
        options: v1::InventoryOptions {
            profile: "ghg-protocol".into(),
            gwp: "AR5".into(),
            period: Some("2023-07-01".into()),
            region: Some("VN".into()),
            instruments: Some(instruments),
            ..v1::InventoryOptions::default()
        },
        hourly: v1::HourlyOptions {
            matching: "hourly".into(),
            utc_offset: "+07:00".into(),
            ..v1::HourlyOptions::default()
        },
        load: vec![file("load.csv", "kWh", load)],
        generation: vec![file("generation.csv", "kWh", generation)],
        factors: Vec::new(),
        packs: Vec::new(),
    }
}

fn run(request: &v1::HourlyRequest) -> v1::HourlyAnswer {
    hourly(shipped(), request).unwrap()
}

/// Codes of a file's findings with row and column.
fn found(file: &v1::SeriesReading) -> Vec<(&str, u64, &str)> {
    file.findings.iter().map(|found| (&*found.code, found.row, &*found.column)).collect()
}

/// A day of rows for each name: `name,hour,value`.
fn rows(head: &str, values: &[(&str, u32, String)]) -> String {
    let lines = values.iter().map(|(name, hour, value)| format!("2023-07-01 {hour:02}:00,{name},{value}\n"));
    format!("time,{head},value\n{}", lines.collect::<String>())
}

#[test]
fn an_hour_is_matched_in_the_order_of_quality_and_nothing_is_carried_over() {
    let load = "time,site,load\n2023-07-01 00:00,A,60\n2023-07-01 00:00,B,40\n2023-07-01 01:00,A,10\n";
    let generation = "time,instrument,generation\n2023-07-01 00:00,REC,50\n2023-07-01 01:00,REC,90\n2023-07-01 00:00,PPA,100\n";
    let mut request = request(REGISTER, load, generation);
    request.hourly.each_interval = true;
    let answer = run(&request).result;
    let each = answer.intervals.unwrap();
    let covered = |at: usize| -> Vec<(&str, &str)> {
        each[at].covered.iter().map(|part| (&*part.instrument, &*part.kwh)).collect()
    };
    // The certificate first, in proportion; the contract covers the rest of A only.
    assert_eq!(
        (&*each[0].site, covered(0), &*each[0].unmatched_kwh),
        ("A", vec![("REC", "30"), ("PPA", "30")], "0")
    );
    assert_eq!((&*each[1].site, covered(1), &*each[1].unmatched_kwh), ("B", vec![("REC", "20")], "20"));
    assert_eq!((&*each[2].start, covered(2)), ("2023-07-01T01:00+07:00", vec![("REC", "10")]));
    assert_eq!((&*answer.total.matched_kwh, &*answer.total.unmatched_kwh), ("90", "20"));
    assert_eq!(answer.total.matched_percent.as_deref(), Some("81.818182"));
    // 30 kWh of the contract at 0.1, 20 kWh at the grid average.
    assert_eq!(answer.total.market_kg_co2e, "16.184");
    assert_eq!(answer.total.location_kg_co2e, "72.512");
    let by_year = &answer.comparison.annual;
    assert_eq!((&*by_year.matched_kwh, &*answer.comparison.matched_kwh), ("110", "-20"));
    assert_eq!(answer.comparison.matched_percent_points.as_deref(), Some("-18.181818"));
    let surplus: Vec<&str> = answer.instruments.iter().map(|found| &*found.surplus_kwh).collect();
    assert_eq!(surplus, ["80", "70"]);
    assert!(answer.notes.iter().any(|note| note.code == "NO_RESIDUAL_MIX"));
}

#[test]
fn a_zero_is_a_value_and_a_gap_is_not() {
    let load = "time,site,load\n2023-07-01 00:00,A,0\n2023-07-01 03:00,A,5\n";
    let answer = run(&request(REGISTER, load, "time,instrument,value\n2023-07-01 03:00,REC,0\n"));
    let site = &answer.result.sites[0];
    assert_eq!((site.intervals, site.missing_intervals), (2, 22));
    // The gap shows in the row behind it; the one at the end of the day in no row.
    assert_eq!(found(&answer.files[0]), [("MISSING_INTERVAL", 0, "date"), ("MISSING_INTERVAL", 3, "date")]);
    assert!(
        answer.files[0].findings[1].message.contains("from 2023-07-01T01:00+07:00 up to 2023-07-01T03:00")
    );
    assert!(answer.files[1].findings.iter().all(|found| found.severity == "warning"));
    assert!(!answer.is_complete());
}

#[test]
fn every_fault_of_a_row_is_told_with_its_place() {
    let load = "time,site,load\n\
        2023-07-01 00:00,A,-1\n\
        2023-07-01 01:30,A,1\n\
        2023-07-02 00:00,A,1\n\
        2023-07-01 02:00,,1\n\
        2023-07-01 03:00,A,1\n\
        2023-06-30T20:00Z,A,1\n\
        2023-07-01,A,1\n\
        2023-07-01 04:00,A,0.0000000000001\n\
        2023-07-01 05:00,A,x\n";
    let answer = run(&request(REGISTER, load, "time,instrument,value\n2023-07-01 03:00,SUN,1\n"));
    let faults: Vec<_> =
        found(&answer.files[0]).into_iter().filter(|(code, ..)| *code != "MISSING_INTERVAL").collect();
    assert_eq!(
        faults,
        [
            ("NEGATIVE_QUANTITY", 2, "quantity"),
            ("INTERVAL_OFF_GRID", 3, "date"),
            ("DATE_OUTSIDE_PERIOD", 4, "date"),
            ("MISSING_VALUE", 5, "site"),
            ("DUPLICATE_INTERVAL", 7, "date"),
            ("BAD_TIME", 8, "date"),
            ("PRECISION_EXCEEDED", 9, "quantity"),
            ("BAD_NUMBER", 10, "quantity"),
        ]
    );
    assert_eq!(found(&answer.files[1])[0], ("INSTRUMENT_UNKNOWN", 2, "instrument"));
    let coverage = &answer.result.coverage;
    assert_eq!((coverage.rows, coverage.counted, coverage.excluded), (10, 1, 9));
    assert_eq!(answer.result.total.load_kwh, "1");
}

#[test]
fn clocks_that_are_put_back_and_forward_are_seen() {
    let day = |hours: &[&str]| {
        let rows: String = hours.iter().map(|hour| format!("{hour},1\n")).collect();
        format!("time,load\n{rows}")
    };
    let mut all: Vec<String> = (0..24).map(|hour| format!("2023-07-01T{hour:02}:00")).collect();
    all.insert(2, "2023-07-01T01:00".into());
    let text = day(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let mut request = request(REGISTER, &text, "time,instrument,value\n");
    request.load[0].id = "A".into();
    assert_eq!(found(&run(&request).files[0]), [("DUPLICATE_INTERVAL", 4, "date")]);
    // With its own offset each row is another moment.
    all.remove(2);
    all[1] = "2023-06-30T18:00Z".into();
    request.load[0].text = Some(day(&all.iter().map(String::as_str).collect::<Vec<_>>()));
    let answer = run(&request);
    assert_eq!(found(&answer.files[0]), []);
    all.remove(3);
    request.load[0].text = Some(day(&all.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(found(&run(&request).files[0]), [("MISSING_INTERVAL", 5, "date")]);
}

#[test]
fn vietnamese_files_quarter_hours_and_joules_are_read() {
    let load =
        "Thời điểm;Nhà máy;Điện năng;ĐVT\n01/07/2023 00:00;A;1.000,5;kWh\n01/07/2023 00:30;A;3,6018;GJ\n";
    let mut request = request(REGISTER, load, "time,instrument,value\n");
    request.options.locale = Some("vi-VN".into());
    request.load[0].unit = String::new();
    request.load[0].step_minutes = 30;
    let answer = run(&request).result;
    // 3.6018 GJ are 1000.5 kWh.
    assert_eq!(answer.total.load_kwh, "2001");
    assert_eq!(answer.choices.share_step_kwh, "0.000000000001");
    // A half of an hour is no hour.
    request.load[0].text = Some(load.replace("00:30", "01:30"));
    assert_eq!(run(&request).result.total.load_kwh, "0");
}

#[test]
fn a_volume_below_the_generation_is_shared_by_the_hours() {
    let register = REGISTER.replace(",100,MWh,VN,2023", ",9,kWh,VN,2023");
    let load = rows("site", &[("A", 0, "10".into()), ("A", 1, "10".into()), ("A", 2, "10".into())]);
    let generation =
        rows("instrument", &[("REC", 0, "10".into()), ("REC", 1, "10".into()), ("REC", 2, "7".into())]);
    let mut request = request(&register, &load, &generation);
    request.hourly.each_interval = true;
    let answer = run(&request).result;
    let parts: Vec<&str> = answer.intervals.iter().flatten().map(|at| &*at.covered[0].kwh).collect();
    assert_eq!(parts, ["3.333333333334", "3.333333333333", "2.333333333333"]);
    let rec = &answer.instruments[0];
    assert_eq!((&*rec.generation_kwh, &*rec.available_kwh, &*rec.matched_kwh), ("27", "9", "9"));
    assert!(answer.notes.iter().any(|note| note.code == "GENERATION_ABOVE_VOLUME"));
}

#[test]
fn markets_vintages_and_cancellation_are_asked_of_the_hour() {
    let generation = "time,instrument,value\n2023-07-01 00:00,REC,10\n";
    let load = "time,site,value\n2023-07-01 00:00,A,10\n";
    for register in [
        REGISTER.replace("VN,2023,2023", "TH,2023,2023"),
        REGISTER.replace("VN,2023,2023", "VN,2023-06,2023-06"),
        REGISTER.replace(",yes,", ",no,"),
        REGISTER.replace("A | B", "C"),
    ] {
        let answer = run(&request(&register, load, generation)).result;
        assert_eq!(answer.total.matched_kwh, "0", "{register}");
        let rec = &answer.instruments[0];
        assert_eq!(rec.state, if register.contains("2023-06") { "not-applied" } else { &rec.state });
        assert!(answer.notes.iter().any(|note| note.code == "INSTRUMENT_NOT_APPLIED" && note.about == "REC"));
    }
    // Laos delivers to Viet Nam where somebody says so.
    let mut request = request(&REGISTER.replace("VN,2023,2023", "LA,2023,2023"), load, generation);
    assert_eq!(run(&request).result.total.matched_kwh, "0");
    request.options.instruments.as_mut().unwrap().connected =
        vec![v1::ConnectedMarket { market: "LA".into(), serves: "VN".into() }];
    assert_eq!(run(&request).result.total.matched_kwh, "10");
}

#[test]
fn factors_of_series_go_before_those_of_packs() {
    let load = rows("site", &[("A", 0, "10".into()), ("A", 1, "20".into()), ("A", 2, "30".into())]);
    let generation = rows("instrument", &[("REC", 1, "5".into())]);
    let mut request = request(REGISTER, &load, &generation);
    let factors = |view: &str, text: &str| v1::SeriesFile {
        view: view.into(),
        gas: "CO2".into(),
        id: "VN".into(),
        ..file(view, "kg/MWh", text)
    };
    request.factors = vec![factors("location", "time,value\n2023-07-01 00:00,500\n2023-07-01 01:00,100\n")];
    let answer = run(&request).result;
    // 10 × 0.5 + 20 × 0.1 + 30 × 0.6592; of the second hour 5 kWh are covered at zero.
    assert_eq!(answer.total.location_kg_co2e, "26.776");
    assert_eq!(answer.total.market_kg_co2e, "26.276");
    assert!(answer.notes.iter().any(|note| note.code == "NO_HOURLY_FACTOR"));
    assert!(answer.notes.iter().any(|note| note.code == "NO_RESIDUAL_MIX" && note.about == "A"));
    request.factors.push(factors("residual", "time,value\n2023-07-01 01:00,700\n"));
    let answer = run(&request).result;
    // 15 × 0.7, and 10 and 30 at the grid average of the packs: the series of the residual mix has no value for them.
    assert_eq!(answer.total.market_kg_co2e, "36.868");
    // By the annual rule 5 of 60 kWh are covered, each hour in the same part: 55/60 × (40 × 0.6592 + 20 × 0.7).
    let mut all = request.clone();
    all.generation[0].text = Some(rows("instrument", &[("REC", 1, "5".into())]));
    all.options.instruments.as_mut().unwrap().register[0].volume = "0.005".into();
    all.options.instruments.as_mut().unwrap().register[1].volume = "0".into();
    let by_year = run(&all).result.comparison.annual;
    assert_eq!((&*by_year.matched_kwh, &*by_year.market_kg_co2e), ("5", "37.004"));
}

#[test]
fn choices_are_asked_for() {
    let whole = request(REGISTER, "time,site,value\n", "time,instrument,value\n");
    let refused = |change: &dyn Fn(&mut v1::HourlyRequest)| {
        let mut request = whole.clone();
        change(&mut request);
        let error = hourly(shipped(), &request).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let missing = |path: &str| (Code::ChoiceMissing, path.to_owned());
    assert_eq!(refused(&|request| request.hourly.matching.clear()), missing("/hourly/matching"));
    assert_eq!(refused(&|request| request.hourly.utc_offset.clear()), missing("/hourly/utc_offset"));
    assert_eq!(refused(&|request| request.options.period = None), missing("/options/period"));
    assert_eq!(refused(&|request| request.load.clear()).0, Code::BadRequest);
    assert_eq!(refused(&|request| request.options.upstream = true).1, "/options/upstream");
    assert_eq!(refused(&|request| request.hourly.interval_minutes = 45).1, "/hourly/interval_minutes");
    assert_eq!(refused(&|request| request.load[0].step_minutes = 90).1, "/load/0/step_minutes");
    assert_eq!(refused(&|request| request.load[0].unit = "kg".into()).1, "/load/0/unit");
    let strange = v1::HourlySitePlace { site: "Z".into(), region: "VN".into() };
    assert_eq!(refused(&|request| request.hourly.sites = vec![strange.clone()]).1, "/hourly/sites/0/site");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Matched and unmatched are the load, in every interval and in sum; lines add up to the totals; instruments never give more
    /// than they have; the order of rows does not matter.
    #[test]
    fn nothing_is_lost_and_order_does_not_matter(
        load in prop::collection::vec((0usize..2, 0u32..24, 0u64..1_000_000), 1..40),
        generation in prop::collection::vec((0usize..2, 0u32..24, 0u64..1_000_000), 0..30),
        volume in 0u64..5_000,
    ) {
        let register = REGISTER.replace(",100,MWh,VN,2023", &format!(",{volume},kWh,VN,2023"));
        let once = |values: &[(usize, u32, u64)], names: [&'static str; 2]| {
            let map: std::collections::BTreeMap<_, _> =
                values.iter().map(|(at, hour, wh)| ((names[*at], *hour), *wh)).collect();
            map.into_iter()
                .map(|((name, hour), wh)| (name, hour, format!("{}.{:03}0", wh / 1000, wh % 1000)))
                .collect::<Vec<_>>()
        };
        let (mut load, mut generation) = (once(&load, ["A", "B"]), once(&generation, ["REC", "PPA"]));
        let mut whole = request(&register, &rows("site", &load), &rows("instrument", &generation));
        whole.hourly.each_interval = true;
        let answer = run(&whole).result;
        let sum = |texts: &mut dyn Iterator<Item = &str>| {
            texts.fold(Ratio::ZERO, |sum, text| sum.try_add(ratio(text).unwrap()).unwrap())
        };
        let each = answer.intervals.clone().unwrap();
        for interval in &each {
            let parts = interval.covered.iter().map(|part| &*part.kwh);
            prop_assert_eq!(sum(&mut parts.chain([&*interval.unmatched_kwh])), ratio(&interval.load_kwh).unwrap());
        }
        for both in [&answer.comparison.hourly, &answer.comparison.annual] {
            let parts = sum(&mut [&*both.matched_kwh, &*both.unmatched_kwh].into_iter());
            prop_assert_eq!(parts, sum(&mut load.iter().map(|(.., kwh)| &**kwh)));
            prop_assert!(!ratio(&both.unmatched_kwh).unwrap().is_negative());
        }
        let all = sum(&mut each.iter().map(|interval| &*interval.load_kwh));
        prop_assert_eq!(ratio(&answer.total.load_kwh).unwrap(), all);
        let unmatched = sum(&mut each.iter().map(|interval| &*interval.unmatched_kwh));
        prop_assert_eq!(ratio(&answer.total.unmatched_kwh).unwrap(), unmatched);
        for found in &answer.instruments {
            let parts = sum(&mut [&*found.matched_kwh, &*found.surplus_kwh].into_iter());
            prop_assert_eq!(parts, ratio(&found.available_kwh).unwrap());
            prop_assert!(!ratio(&found.surplus_kwh).unwrap().is_negative());
            let by_site = answer.sites.iter().flat_map(|site| &site.covered).filter(|part| part.instrument == found.id);
            prop_assert_eq!(sum(&mut by_site.map(|part| &*part.kwh)), ratio(&found.matched_kwh).unwrap());
        }
        for (account, total) in [("scope_2_location", &answer.total.location_kg_co2e), ("scope_2_market", &answer.total.market_kg_co2e)] {
            let lines = answer.lines.iter().filter(|line| line.account == account);
            prop_assert_eq!(sum(&mut lines.clone().map(|line| &*line.kg_co2e)), ratio(total).unwrap());
            prop_assert_eq!(sum(&mut lines.map(|line| &*line.kwh)), all);
        }
        load.reverse();
        generation.reverse();
        let mut turned = request(&register, &rows("site", &load), &rows("instrument", &generation));
        turned.hourly.each_interval = true;
        prop_assert_eq!(run(&turned).result, answer);
    }

    /// Where every instrument may serve every load, hours never match more than the year; more generation of what is cleaner than
    /// the grid never raises the market-based figure; finer intervals never match more.
    #[test]
    fn hours_match_at_most_the_year_and_more_generation_never_emits_more(
        load in prop::collection::vec((0usize..2, 0u32..24, 0u32..1_000), 1..30),
        generation in prop::collection::vec((0usize..2, 0u32..24, 0u32..1_000), 1..30),
        more in (0usize..2, 0u32..24, 1u32..1_000),
    ) {
        let register = "id,kind,gases,volume,volume_unit,market,sites\n\
            SUN,contract,CO2 = 0,,,VN,A | B\nWIND,contract,CO2 = 0,,,VN,A | B\n";
        let mut register = crate::inventory::read_instruments(&register.replace("contract", "green-tariff")).unwrap();
        register.vintage_window_days = None;
        let map = |values: &[(usize, u32, u32)], names: [&'static str; 2]| {
            let mut map: std::collections::BTreeMap<(&str, u32), u32> = std::collections::BTreeMap::new();
            for (at, hour, kwh) in values {
                *map.entry((names[*at], *hour)).or_insert(0) += kwh;
            }
            let rows_of: Vec<_> = map.into_iter().map(|((name, hour), kwh)| (name, hour, kwh.to_string())).collect();
            rows_of
        };
        let answer = |generation: &[(usize, u32, u32)]| {
            let mut request = request(
                REGISTER,
                &rows("site", &map(&load, ["A", "B"])),
                &rows("instrument", &map(generation, ["SUN", "WIND"])),
            );
            request.options.instruments = Some(register.clone());
            run(&request).result
        };
        let before = answer(&generation);
        let kwh = |text: &str| ratio(text).unwrap();
        prop_assert!(kwh(&before.comparison.hourly.matched_kwh) <= kwh(&before.comparison.annual.matched_kwh));
        let mut grown = generation.clone();
        grown.push(more);
        let after = answer(&grown);
        let kg = |text: &str| Mass::parse(text).unwrap().to_ratio();
        prop_assert!(kg(&after.total.market_kg_co2e) <= kg(&before.total.market_kg_co2e));
        prop_assert_eq!(&after.total.location_kg_co2e, &before.total.location_kg_co2e);
        prop_assert!(kwh(&after.total.matched_kwh) >= kwh(&before.total.matched_kwh));
    }
}
