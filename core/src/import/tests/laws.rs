//! Laws of all importers: no bytes make one panic, and every value of a file is either in the pack or told as left.

use crate::factor::shipped;
use proptest::prelude::*;

use super::*;
use crate::sheet::made::{Piece, archive};

const DESNZ_HEAD: &str =
    "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025\n";
const USEEIO_HEAD: &str = "2017 NAICS Code,2017 NAICS Title,GHG,Unit,Supply Chain Emission Factors without Margins,\
    Margins of Supply Chain Emission Factors,Supply Chain Emission Factors with Margins,Reference USEEIO Code\n";
const EMBER_HEAD: &str = "Area,ISO 3 code,Year,Variable,Unit,Value\n";
const MAPPING: &str = r#"{"columns":{"name":"Fuel","value":"EF","unit":"Unit","year":"Year","place":"Place"},"constants":{"scope":"1","category":"stationary"}}"#;
const EGRID: &str = "Data Year|Subregion|Name|\
    eGRID subregion annual CO2 total output emission rate (lb/MWh)|\
    eGRID subregion annual CH4 total output emission rate (lb/MWh)\n\
    YEAR|SUBRGN|SRNAME|SRCO2RTA|SRCH4RTA\n2023|AKGD|Alaska|899.003|0.086\n2023|AKMS|Other|519.445|x\n";
const HUB: &str = "|Table 1|Stationary Combustion\n\n\
    ||Fuel Type|Heat Content (HHV)|CO2 Factor|CH4 Factor|N2O Factor\n\
    |||mmBtu per short ton|kg CO2 per mmBtu|g CH4 per mmBtu|g N2O per mmBtu\n\
    ||Coal and Coke\n||Anthracite|25.09|103.69|11|1.6\n||Bark|x|90|7|\n|Source:|somebody\n";

/// A file of each format in its layout, options that let it through, and its name.
fn whole(format: Format) -> (&'static str, Vec<u8>) {
    let text = |name, text: String| (name, text.into_bytes());
    match format {
        Format::Ademe => text("Base_Carbone_V23.6.csv", ADEME.to_owned()),
        Format::Desnz => text("flat.csv", DESNZ.to_owned()),
        Format::Egrid => ("egrid2023_data.xlsx", book(&[("Contents", "x"), ("SRL23", EGRID)])),
        Format::Ember => {
            text("yearly.csv", format!("{EMBER_HEAD}Viet Nam,VNM,2024,CO2 intensity,gCO2/kWh,486.02\n"))
        }
        Format::EpaHub => ("ghg-emission-factors-hub-2025.xlsx", book(&[("Emission Factors Hub", HUB)])),
        Format::Openlca => ("package.zip", steel_package()),
        Format::Table => {
            text("own.csv", "Fuel,EF,Unit,Year,Place\nDiesel,2.68,kg CO2/L,2025,VN\n".to_owned())
        }
        Format::Useeio => text(
            "SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv",
            format!(
                "{USEEIO_HEAD}111110,Beans,All GHGs,\"kg CO2e/2022 USD, purchaser price\",0.4,0.1,0.5,x\n"
            ),
        ),
    }
}

fn declared() -> ImportOptions {
    ImportOptions {
        publisher: Some("Us".into()),
        licence: Some("internal".into()),
        place: Some("VN".into()),
        mapping: Some(MAPPING.into()),
        ..edition("1")
    }
}

/// The data sets that a process needs, and the process; exchanges are put in between.
fn data_sets(exchanges: &str) -> Vec<(&'static str, String)> {
    let flow = |id: &str, name: &str, kind: &str| {
        format!(
            r#"{{"@type":"Flow","@id":"{id}","name":"{name}","flowType":"{kind}","category":"Emission to air"}}"#
        )
    };
    vec![
        ("openlca.json", r#"{"schemaVersion":2}"#.into()),
        ("flows/a.json", flow("co2", "Carbon dioxide, fossil", "ELEMENTARY_FLOW")),
        ("flows/b.json", flow("so2", "Sulfur dioxide", "ELEMENTARY_FLOW")),
        ("flows/c.json", flow("steel", "Steel", "PRODUCT_FLOW")),
        (
            "unit_groups/m.json",
            r#"{"@type":"UnitGroup","@id":"m","units":[{"@id":"kg","name":"kg","isRefUnit":true,"conversionFactor":1.0},{"@id":"t","name":"t","conversionFactor":1000.0}]}"#.into(),
        ),
        (
            "processes/p.json",
            format!(
                r#"{{"@type":"Process","@id":"p","name":"Steel","exchanges":[{}{exchanges}]}}"#,
                exchange("steel", "1.0", "t", r#","isQuantitativeReference":true"#)
            ),
        ),
    ]
}

fn exchange(flow: &str, amount: &str, unit: &str, more: &str) -> String {
    format!(
        r#"{{"amount":{amount},"flow":{{"@id":"{flow}"}},"unit":{{"@id":"{unit}","name":"{unit}"}}{more}}}"#
    )
}

fn zipped(files: &[(&'static str, String)]) -> Vec<u8> {
    archive(&files.iter().map(|(name, text)| Piece::new(name, text)).collect::<Vec<_>>())
}

fn steel_package() -> Vec<u8> {
    zipped(&data_sets(&format!(",{}", exchange("co2", "1850", "kg", ""))))
}

/// A file of which a part is replaced.
fn broken(whole: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = whole.len();
    (0..=length, 0..40usize, prop::collection::vec(any::<u8>(), 0..24)).prop_map(move |(from, cut, new)| {
        let mut bytes = whole[..from].to_vec();
        bytes.extend(new);
        bytes.extend(&whole[(from + cut).min(length)..]);
        bytes
    })
}

/// A package whose data sets are broken, in an archive that is not.
fn broken_package() -> impl Strategy<Value = Vec<u8>> {
    let files = data_sets(&format!(",{}", exchange("co2", "1850", "kg", "")));
    (1..files.len()).prop_flat_map(move |at| {
        let files = files.clone();
        broken(files[at].1.clone().into_bytes()).prop_map(move |bytes| {
            let mut pieces: Vec<Piece> = files.iter().map(|(name, text)| Piece::new(name, text)).collect();
            pieces[at].content = bytes;
            archive(&pieces)
        })
    })
}

fn hostile(format: Format) -> BoxedStrategy<Vec<u8>> {
    let file = whole(format).1;
    let packages = match format {
        Format::Openlca => broken_package().boxed(),
        Format::Egrid => "[|0-9.A-Za-z#!\n()/]{0,200}".prop_map(|text| book(&[("SRL23", &text)])).boxed(),
        Format::EpaHub => broken(HUB.into())
            .prop_map(|text| {
                book(&[(
                    "Emission Factors Hub",
                    &String::from_utf8_lossy(&text).replace(|c: char| c.is_control() && c != '\n', "?"),
                )])
            })
            .boxed(),
        _ => "[,;0-9.A-Za-z#=\"\n()/]{0,200}".prop_map(String::into_bytes).boxed(),
    };
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..200),
        4 => broken(file),
        4 => packages,
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 144, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_an_importer_panic_and_each_value_is_taken_or_left(
        (format, bytes) in prop::sample::select(Format::ALL).prop_flat_map(|format| (Just(format), hostile(format)))
    ) {
        if let Ok(answer) = run(format, whole(format).0, &bytes, &declared()) {
            prop_assert_eq!(answer.values, answer.taken + answer.left);
            prop_assert!(answer.blank <= answer.taken && answer.factors <= answer.rows);
            prop_assert!(answer.rows > 0);
            prop_assert_eq!(check(shipped(), &answer.pack), []);
            // What is left is told: an importer that leaves something has at least one finding.
            prop_assert!(answer.left == 0 || !answer.findings.is_empty());
            prop_assert_eq!(&answer, &run(format, whole(format).0, &bytes, &declared()).unwrap());
        }
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..1000u32, 0..4u32).prop_map(|(a, b)| format!("{a}.{b}")),
        1 => prop::sample::select(&["", "-", "NA", "x", "1e-3", "-1", "1e99", "=A1", "1,5"][..]).prop_map(str::to_owned),
    ]
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

/// Rows of a format, and how many values each of them holds.
fn rows(format: Format) -> (&'static str, u64, BoxedStrategy<Vec<String>>) {
    let quoted = |text: &str| format!("\"{text}\"");
    let row = match format {
        Format::Table => (
            word(&["Diesel", "Coal", "", "Mazut"]),
            number(),
            word(&["kg CO2/L", "kg CO2e per kg", "pieces", "kg CO2/t"]),
            word(&["2024", "2025", "x", ""]),
            word(&["VN", "FR", "Atlantis", ""]),
        )
            .prop_map(move |(fuel, value, unit, year, place)| {
                format!("{fuel},{},{unit},{year},{place}\n", quoted(&value))
            })
            .boxed(),
        Format::Ember => (word(&["Viet Nam,VNM", "France,FRA", "EU,", ",XXX"]), 2000..2030u16, number())
            .prop_map(move |(area, year, value)| {
                format!("{area},{year},CO2 intensity,gCO2/kWh,{}\n", quoted(&value))
            })
            .boxed(),
        Format::Useeio => (
            word(&["111110", "111120", "", "1-1"]),
            word(&["All GHGs", "Methane", "Soot"]),
            word(&["kg CO2e/2022 USD, purchaser price", "kg/2022 USD, purchaser price", "kg/EUR"]),
            number(),
            number(),
        )
            .prop_map(move |(code, gas, unit, without, with)| {
                format!("{code},Title,{gas},{},{},0,{},x\n", quoted(&unit), quoted(&without), quoted(&with))
            })
            .boxed(),
        _ => (
            0..9u32,
            word(&["Scope 1", "Scope 3", "Outside of Scopes", "Scope 9"]),
            word(&[
                "Fuels,Gaseous fuels,Butane",
                "Water supply,Water supply,",
                "Business travel- land,Cars (by size),Small car",
            ]),
            word(&["litres", "tonnes", "furlongs", "km"]),
            number(),
        )
            .prop_map(move |(id, scope, levels, unit, value)| {
                format!("{id},{scope},{levels},,,{unit},kg CO2e,{}\n", quoted(&value))
            })
            .boxed(),
    };
    let (head, each) = match format {
        Format::Table => ("Fuel,EF,Unit,Year,Place\n", 1),
        Format::Ember => (EMBER_HEAD, 1),
        Format::Useeio => (USEEIO_HEAD, 2),
        _ => (DESNZ_HEAD, 1),
    };
    (head, each, prop::collection::vec(row, 1..12).boxed())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn taken_and_left_are_the_rows_that_the_file_has(
        (format, rows) in prop::sample::select(&[Format::Table, Format::Ember, Format::Useeio, Format::Desnz][..])
            .prop_flat_map(|format| (Just(format), rows(format).2))
    ) {
        let (head, each, _) = self::rows(format);
        let text = format!("{head}{}", rows.concat());
        match run(format, whole(format).0, text.as_bytes(), &declared()) {
            Ok(answer) => {
                let errors: u64 = answer.counts.iter().map(|count| count.count).sum();
                prop_assert_eq!(answer.values, rows.len() as u64 * each, "{}", text);
                prop_assert_eq!(answer.left, errors, "{}", text);
            }
            // Only a file of which nothing is left is refused as a whole.
            Err(error) => prop_assert_eq!(error.code().as_str(), "IMPORT_LAYOUT"),
        }
    }

    #[test]
    fn taken_and_left_are_the_exchanges_that_a_process_has(
        exchanges in prop::collection::vec(
            (
                prop::sample::select(&["co2", "so2", "steel", "none"][..]),
                prop::sample::select(&["1", "0.25", "2e-3", "-1", "1e-20", "1e99", "\"1\"", "null"][..]),
                prop::sample::select(&["kg", "t", "stone"][..]),
                prop::sample::select(&["", ",\"isInput\":true"][..]),
            ),
            1..8,
        )
    ) {
        let list: String = exchanges.iter().map(|(flow, amount, unit, more)| format!(",{}", exchange(flow, amount, unit, more))).collect();
        // A process that is always taken stands beside it.
        let mut files = data_sets(&list);
        let sound = data_sets(&format!(",{}", exchange("co2", "7", "kg", ""))).pop().unwrap();
        files.push(("processes/sound.json", sound.1.replace("\"@id\":\"p\",\"name\":\"Steel\"", "\"@id\":\"q\",\"name\":\"Sound\"")));
        let answer = run(Format::Openlca, "package.zip", &zipped(&files), &declared()).unwrap();
        prop_assert_eq!(answer.values, exchanges.len() as u64 + 1);
        prop_assert_eq!(answer.values, answer.taken + answer.left);
        prop_assert!(answer.taken >= 1);
    }
}
