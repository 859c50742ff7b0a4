//! Everyday spellings: what is read, what is refused and why, exact conversions.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "tests assert by panicking"
)]

use emitrace::error::Code;
use emitrace::unit::{CalorificBasis, GasState, PriceLevel, Unit};

const CONVERSIONS: &str = include_str!("unit/conversions.csv");

fn unit(text: &str) -> Unit {
    Unit::parse(text).unwrap_or_else(|error| panic!("{text}: {error}; {}", error.help()))
}

fn refusal(from: &str, to: &str) -> (Code, String) {
    let error = unit(from).ratio_to(&unit(to)).unwrap_err();
    (error.code(), format!("{}; {}", error.message(), error.help()))
}

#[test]
fn conversions_are_exact() {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(CONVERSIONS.as_bytes());
    let mut seen = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let ratio = unit(&row[1]).ratio_to(&unit(&row[2])).unwrap();
        assert_eq!(ratio.to_string(), &row[3], "{}", &row[0]);
        seen += 1;
    }
    assert_eq!(seen, 40);
}

/// Text and canonical spelling.
#[test]
fn english_spellings() {
    for (text, canonical) in [
        ("kg", "kg"),
        ("KG", "kg"),
        ("Kg", "kg"),
        ("kgs", "kg"),
        ("  kg ", "kg"),
        ("kg.", "kg"),
        ("tonnes", "t"),
        ("metric tons", "t"),
        ("lbs", "lb"),
        ("KWH", "kWh"),
        ("kwh", "kWh"),
        ("kWh", "kWh"),
        ("kW.h", "kWh"),
        ("kW*h", "kWh"),
        ("kW h", "kWh"),
        ("kW·h", "kWh"),
        ("MWH", "MWh"),
        ("gwh", "GWh"),
        ("Lit", "L"),
        ("LIT", "L"),
        ("l", "L"),
        ("ml", "mL"),
        ("litres", "L"),
        ("m3", "m3"),
        ("m^3", "m3"),
        ("m³", "m3"),
        ("M3", "m3"),
        ("cbm", "m3"),
        ("cubic  metre", "m3"),
        ("km2", "km2"),
        ("km²", "km2"),
        ("m⁻²", "1/m2"),
        ("kg/m³", "kg/m3"),
        ("kg / m3", "kg/m3"),
        ("kg per m3", "kg/m3"),
        ("kg.m-3", "kg/m3"),
        ("10^6 m3", "10*6.m3"),
        ("10⁶ m³", "10*6.m3"),
        ("10¹² J", "10*12.J"),
        ("m²·10³", "10*3.m2"),
        ("10*6.m3", "10*6.m3"),
        ("1000 m3", "10*3.m3"),
        ("million kWh", "10*6.kWh"),
        ("L/100 km", "L/100/km"),
        ("L/(100.km)", "L/100/km"),
        ("Nm3", "Nm3"),
        ("Nm³", "Nm3"),
        ("Sm3", "Sm3"),
        ("scf", "scf"),
        ("MMscf", "MMcf{60degF_14.696psi}"),
        ("m3{0Cel_101.325kPa}", "Nm3"),
        ("m3 (15 °C, 101.325 kPa)", "Sm3"),
        ("m3{25Cel_1bar}", "m3{25Cel_100kPa}"),
        ("MJ/Nm3", "MJ/Nm3"),
        ("MJ{net}/Nm3", "MJ{net}/Nm3"),
        ("MMBTU", "mmBtu"),
        ("mmBtu{gross}", "mmBtu{gross}"),
        ("mmBtu HHV", "mmBtu{gross}"),
        ("kWh (Net CV)", "kWh{net}"),
        ("kWh (gross)", "kWh{gross}"),
        ("kWh GCV", "kWh{gross}"),
        ("TJ NCV", "TJ{net}"),
        ("MJ (LHV)", "MJ{net}"),
        ("kg/TJ (net)", "kg/TJ{net}"),
        ("t{dry}", "t{dry}"),
        ("t (wet)", "t{wet}"),
        ("tonne-km", "t.km"),
        ("tkm", "t.km"),
        ("km.t", "t.km"),
        ("short ton-mile", "[ston_av].mi"),
        ("short ton.mi", "[ston_av].mi"),
        ("passenger-km", "passenger.km"),
        ("passenger–km", "passenger.km"),
        ("pkm", "passenger.km"),
        ("vkm", "vehicle.km"),
        ("FTE hour", "FTE.h"),
        ("room night", "room-night"),
        ("pcs", "item"),
        ("boxes", "item{box}"),
        ("USD", "USD"),
        ("USD 2022", "USD{2022}"),
        ("USD (2022, purchaser prices)", "USD{2022:purchaser}"),
        ("USD{2022:purchaser}", "USD{2022:purchaser}"),
        ("EUR{basic}", "EUR{basic}"),
        ("million USD", "10*6.USD"),
        ("kg/USD{2022:purchaser}", "kg/USD{2022:purchaser}"),
        ("[lb_av]", "lb"),
        ("ft", "ft"),
        ("Gg", "Gg"),
        ("Mg", "Mg"),
        ("1", "1"),
        ("mW.h", "mW.h"),
    ] {
        assert_eq!(unit(text).to_string(), canonical, "{text}");
        assert_eq!(unit(canonical), unit(text), "{text}");
    }
}

#[test]
fn vietnamese_spellings() {
    for (text, canonical) in [
        ("tấn", "t"),
        ("Tấn", "t"),
        ("TẤN", "t"),
        // decomposed, as some systems store it
        ("ta\u{302}\u{301}n", "t"),
        ("tạ", "quintal"),
        ("yến", "yến"),
        ("ký", "kg"),
        ("ki-lô-gam", "kg"),
        ("gam", "g"),
        ("lít", "L"),
        ("Lít", "L"),
        ("m³", "m3"),
        ("mét khối", "m3"),
        ("Mét khối", "m3"),
        ("khối", "m3"),
        ("mét vuông", "m2"),
        ("số điện", "kWh"),
        ("số", "kWh"),
        ("Số điện", "kWh"),
        ("kWh", "kWh"),
        ("km", "km"),
        ("cây số", "km"),
        ("hải lý", "nmi"),
        ("tấn.km", "t.km"),
        ("tấn km", "t.km"),
        ("tấn-km", "t.km"),
        ("tấn × km", "t.km"),
        ("cái", "item"),
        ("chiếc", "item"),
        ("con", "item"),
        ("thùng", "item{box}"),
        ("bao", "item{bag}"),
        ("thùng dầu", "bbl"),
        ("hành khách", "passenger"),
        ("hành khách.km", "passenger.km"),
        ("hành khách km", "passenger.km"),
        ("xe.km", "vehicle.km"),
        ("giờ", "h"),
        ("ngày", "d"),
        ("tuần", "wk"),
        ("phút", "min"),
        ("phòng-đêm", "room-night"),
        ("phòng đêm", "room-night"),
        ("héc-ta", "ha"),
        ("đồng", "VND"),
        ("VND", "VND"),
        ("VNĐ", "VND"),
        ("₫", "VND"),
        ("nghìn đồng", "10*3.VND"),
        ("triệu đồng", "10*6.VND"),
        ("tỷ đồng", "10*9.VND"),
        ("tỉ đồng", "10*9.VND"),
        ("VND{2022}", "VND{2022}"),
        ("triệu đồng (2022)", "10*6.VND{2022}"),
        ("nghìn tấn", "10*3.t"),
        ("triệu kWh", "10*6.kWh"),
        ("nghìn m3", "10*3.m3"),
        ("kg/tấn", "kg/t"),
        ("lít/100 km", "L/100/km"),
        ("tấn khô", "t{dry}"),
        ("tấn ướt", "t{wet}"),
        ("tấn dầu quy đổi", "toe"),
        ("kWh/m2", "kWh/m2"),
        ("triệu BTU", "mmBtu"),
        ("tấn Mỹ", "[ston_av]"),
    ] {
        assert_eq!(unit(text).to_string(), canonical, "{text}");
    }
}

#[test]
fn doubtful_texts_are_refused_with_help() {
    for (text, help) in [
        ("ton", "short ton"),
        ("tons", "`t`"),
        ("Ton", "short ton"),
        ("TON", "short ton"),
        ("ton.km", "short ton"),
        ("ton-mile", "short ton"),
        ("kg/ton", "short ton"),
        ("T", "`t`"),
        ("MT", "`t`"),
        ("Mt", "megatonne"),
        ("mt", "`t`"),
        ("gal", "US gallon"),
        ("gallon", "imperial gallon"),
        ("Gallons", "imperial gallon"),
        ("kg/gal", "US gallon"),
        ("mwh", "`MWh`"),
        ("mWh", "`MWh`"),
        ("mw", "`MW`"),
        ("mj", "`MJ`"),
        ("pj", "`PJ`"),
        ("MBtu", "mmBtu"),
        ("nm3", "`Nm3`"),
        ("MG", "`Mg`"),
        ("year", "8784"),
        ("năm", "8784"),
        ("tháng", "30.4375"),
        ("lạng", "`g`"),
        ("sào", "`m2`"),
        ("pc", "`item`"),
        ("LT", "`long ton`"),
        ("gr", "`g`"),
        ("KGS", "`kg`"),
        ("cây", "`km`"),
        ("$", "`USD`"),
    ] {
        let error = Unit::parse(text).unwrap_err();
        assert_eq!(error.code(), Code::AmbiguousUnit, "{text}");
        assert!(error.help().contains(help), "{text}: {}", error.help());
    }
}

#[test]
fn unknown_texts_are_refused_with_help() {
    let long = "k".repeat(50_000);
    for (text, help) in [
        ("", ""),
        ("   ", ""),
        (long.as_str(), ""),
        ("kwhh", "`kWh`"),
        ("kg CO2e", "`CO2e`"),
        ("kgCO2e", "`CO2e`"),
        ("tCO₂", "`CO2`"),
        ("tC", "`C`"),
        // Cyrillic ka, Greek omicron, fullwidth letters, zero width space, right-to-left override
        ("\u{43a}g", "Latin"),
        ("m\u{3bf}l", "Latin"),
        ("\u{ff4b}g", "Latin"),
        ("k\u{200b}g", "Latin"),
        ("kg\u{202e}", "Latin"),
        ("103 m3", ""),
        ("12h", ""),
        ("1000", ""),
        ("12.5", ""),
        ("kg/", ""),
        ("kg//m3", ""),
        ("{", ""),
        ("°C", ""),
        ("Cel", "ratio"),
        ("USD{soon}", "USD{2022:purchaser}"),
        ("XYZ", ""),
    ] {
        let error = Unit::parse(text).unwrap_err();
        assert_eq!(error.code(), Code::UnknownUnit, "{text}");
        assert!(error.message().len() < 200 && error.help().contains(help), "{text}: {}", error.help());
    }
}

#[test]
fn heating_values_never_mix() {
    assert_eq!(refusal("kWh", "TJ{net}").0, Code::MissingCvBasis);
    assert_eq!(refusal("TJ{gross}", "kWh").0, Code::MissingCvBasis);
    assert!(refusal("kWh", "TJ{net}").1.contains("{gross}"));
    let (code, text) = refusal("kWh{gross}", "TJ{net}");
    assert_eq!(code, Code::DimensionMismatch);
    assert!(text.contains("gross") && text.contains("net") && text.contains("measured"));
    assert_eq!(unit("kWh{net}").ratio_to(&unit("MJ{net}")).unwrap().to_string(), "3.6");
    assert_eq!(unit("kWh").ratio_to(&unit("MJ")).unwrap().to_string(), "3.6");
    assert_eq!(refusal("MJ{gross}/Nm3", "MJ/Nm3").0, Code::MissingCvBasis);
    assert_eq!(unit("MJ{gross}/Nm3").calorific_basis(), Some(CalorificBasis::Gross));
    let mixed = unit("TJ{net}").per(&unit("TJ{gross}")).unwrap_err();
    assert_eq!(mixed.code(), Code::DimensionMismatch);
    let kwh = unit("kWh{net}").with_calorific_basis(CalorificBasis::Gross).unwrap_err();
    assert_eq!(kwh.code(), Code::DimensionMismatch);
    assert!(Unit::parse("t{gross}").is_err());
}

#[test]
fn gas_states_convert_as_ideal_gases() {
    let ratio = unit("m3{25Cel_1bar}").ratio_to(&unit("Nm3")).unwrap();
    assert_eq!(ratio.to_string(), "7284000/8056013");
    assert_eq!(ratio.round_half_even(6).unwrap().to_string(), "0.904169");
    assert_eq!(unit("Sm3").ratio_to(&unit("Nm3")).unwrap().to_string(), "1821/1921");
    assert_eq!(unit("MJ/Sm3").ratio_to(&unit("MJ/Nm3")).unwrap().to_string(), "1921/1821");
    assert_eq!(unit("L{0Cel_101.325kPa}").ratio_to(&unit("Nm3")).unwrap().to_string(), "0.001");
    assert_eq!(refusal("m3", "Nm3").0, Code::MissingGasState);
    assert_eq!(refusal("scf", "m3").0, Code::MissingGasState);
    assert_eq!(unit("m3").with_gas_state(GasState::NORMAL).unwrap(), unit("Nm3"));
    assert_eq!(unit("Nm3").times(&unit("Nm3")).unwrap().to_string(), "Nm3.Nm3");
    assert_eq!(unit("Nm3.Nm3"), unit("Nm3").times(&unit("Nm3")).unwrap());
    assert!(unit("Nm3").per(&unit("Sm3")).is_err());
}

#[test]
fn moisture_counts_and_money_are_kept_apart() {
    assert!(refusal("t{dry}", "t{wet}").1.contains("dry"));
    for (from, to) in [
        ("t{dry}", "t{wet}"),
        ("t", "t{dry}"),
        ("passenger.km", "km"),
        ("vehicle.km", "km"),
        ("vehicle.km", "passenger.km"),
        ("t.km", "km"),
        ("t", "m3"),
        ("kWh", "t"),
        ("kW", "kWh"),
        ("item{box}", "item"),
        ("item{box}", "item{bag}"),
        ("kg{CO2}", "kg{CO2e}"),
        ("VND", "USD"),
        ("VND", "VND{2022}"),
        ("USD{2021}", "USD{2022}"),
        ("USD{2022:basic}", "USD{2022:purchaser}"),
        ("USD{2022}", "USD{2022:purchaser}"),
        ("FTE.h", "h"),
        ("item", "1"),
    ] {
        assert_eq!(refusal(from, to).0, Code::DimensionMismatch, "{from} to {to}");
    }
    assert!(refusal("VND", "VND{2022}").1.contains("VND{2022}"));
    let money = unit("USD{2022:purchaser}");
    let money = money.currency().unwrap();
    assert_eq!((money.code(), money.year(), money.level()), ("USD", Some(2022), Some(PriceLevel::Purchaser)));
    assert!(unit("toe").is_administrative() && unit("kgoe").is_administrative());
    assert!(!unit("GJ").is_administrative());
    assert!(unit("tấn").is_mass() && unit("số điện").is_energy() && unit("khối").is_volume());
}

/// The unit texts of the hostile ledgers: what each must end as.
#[test]
fn hostile_ledgers() {
    for (text, code) in
        [("ton", Code::AmbiguousUnit), ("mwh", Code::AmbiguousUnit), ("gal", Code::AmbiguousUnit)]
    {
        assert_eq!(Unit::parse(text).unwrap_err().code(), code);
    }
    assert_eq!(unit("MMBtu").ratio_to(&unit("GJ")).unwrap().to_string(), "1.05505585262");
    assert_eq!(refusal("MJ/Nm3", "MJ{net}/Nm3").0, Code::MissingCvBasis);
    assert_eq!(refusal("kWh", "t").0, Code::DimensionMismatch);
    for micro in ["\u{b5}g", "\u{3bc}g"] {
        assert_eq!(unit(micro), unit("ug"));
        assert_eq!(unit(micro).ratio_to(&unit("kg")).unwrap().to_string(), "0.000000001");
    }
    assert_eq!(unit("m³").to_string(), "m3");
    let trap = format!("kg{}!", " ".repeat(50_000));
    let error = Unit::parse(&trap).unwrap_err();
    assert_eq!(error.code(), Code::UnknownUnit);
    assert!(error.to_string().len() < 100);
}
