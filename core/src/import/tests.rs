//! Importers on files made in the publishers' layouts, with figures that the shipped packs cite.

use super::*;
use crate::factor::{Catalog, Factor, check};
use crate::wire::v1::{ImportAnswer, ImportOptions};

static CATALOG: std::sync::LazyLock<Catalog> = std::sync::LazyLock::new(|| Catalog::bundled().unwrap());

fn run(format: Format, name: &str, bytes: &[u8], options: &ImportOptions) -> Result<ImportAnswer, Error> {
    import(&CATALOG, format, &[File { name, bytes }], options)
}

/// Imports, and holds every answer to the laws: the pack loads, values are taken or left, a second run is the same.
fn good(format: Format, name: &str, bytes: &[u8], options: &ImportOptions) -> (ImportAnswer, Catalog) {
    let answer = run(format, name, bytes, options).unwrap();
    assert_eq!(check(&CATALOG, &answer.pack), []);
    assert_eq!(answer.values, answer.taken + answer.left);
    assert_eq!(answer, run(format, name, bytes, options).unwrap());
    let mut loaded = CATALOG.clone();
    loaded.add_pack_text(&answer.pack).unwrap();
    let held = loaded.packs().iter().find(|pack| *pack.id == *answer.id).unwrap();
    assert_eq!(held.rows, answer.rows);
    (answer, loaded)
}

fn factor<'c>(catalog: &'c Catalog, id: &str) -> &'c Factor {
    catalog.factor(catalog.find(id).unwrap_or_else(|| panic!("{id}")))
}

/// That an imported factor says what a shipped one says, but for its citation and confidence.
fn same(catalog: &Catalog, imported: &str, shipped: &str) {
    let plain = |id: &str| {
        let mut factor = factor(catalog, id).clone();
        factor.id = "".into();
        factor.pack = 0;
        for value in &mut factor.values {
            value.cell = "".into();
            value.confidence = "".into();
            value.note = "".into();
        }
        factor
    };
    assert_eq!(plain(imported), plain(shipped));
}

fn edition(edition: &str) -> ImportOptions {
    ImportOptions { edition: Some(edition.into()), ..ImportOptions::default() }
}

const DESNZ: &str = include_str!("tests/desnz-2025.csv");

#[test]
fn desnz_rows_equal_the_shipped_pack() {
    let options = ImportOptions { gases: Some("total".into()), ..ImportOptions::default() };
    let (answer, catalog) = good(Format::Desnz, "flat.csv", DESNZ.as_bytes(), &options);
    assert_eq!(answer.id, "desnz-2025");
    for name in [
        "butane-wtt-per-t",
        "natural-gas-wtt-per-kwh-gross",
        "water-supply-per-m3",
        "water-supply-per-million-litre",
        "water-treatment-per-m3",
        "wastewater-per-m3",
        "hotel-stay-vn",
        "travel-car-per-km",
        "commute-car-per-km",
        "travel-car-per-mile",
        "freight-hgv-articulated-over-3.5-33t-100-laden-per-tonne-km",
        "material-reused-soils-per-t",
        "telework-per-fte-hour",
        "biopropane-outside-of-scopes-per-litre",
        "natural-gas-stationary-per-m3",
        "natural-gas-stationary-per-kwh-gross",
        "electricity-per-kwh",
        "heat-per-kwh",
        "steam-per-kwh",
    ] {
        same(&catalog, &format!("desnz-2025/{name}"), &format!("uk-desnz-2025/{name}"));
    }
}

#[test]
fn desnz_gases_are_given_where_they_add_up_and_the_printed_total_where_they_do_not() {
    let (answer, catalog) = good(Format::Desnz, "flat.csv", DESNZ.as_bytes(), &ImportOptions::default());
    // 0.16608 + 0.00019 + 0.00098 = 0.16725 for the average car, per kilometre and per mile.
    let car = factor(&catalog, "desnz-2025/travel-car-per-km");
    let values: Vec<(String, &str)> =
        car.values.iter().map(|value| (value.amount.to_string(), &*value.unit_text)).collect();
    let want = [("0.16608", "kg"), ("0.00019", "kg/28"), ("0.00098", "kg/265")];
    assert_eq!(values, want.map(|(value, unit)| (value.to_owned(), unit)));
    // 0.07578 + 0.00001 + 0.00095 = 0.07674 for the truck.
    assert_eq!(
        factor(&catalog, "desnz-2025/freight-hgv-articulated-over-3.5-33t-100-laden-per-tonne-km")
            .values
            .len(),
        3
    );
    // Blank is absent, never zero.
    let soils = factor(&catalog, "desnz-2025/material-reused-soils-per-t");
    assert_eq!(soils.values[0].state, crate::factor::State::Absent);
    assert_eq!(answer.blank, 1);
    let row = "row 26 column `GHG Conversion Factor 2025`";
    assert_eq!(answer.findings.len(), 1, "{:?}", answer.findings);
    assert_eq!((&*answer.findings[0].cell, &*answer.findings[0].code), (row, "NOT_IMPORTED"));

    let off = DESNZ.replace("kg CO2e of N2O per unit,0.00095", "kg CO2e of N2O per unit,0.00096");
    let (answer, catalog) = good(Format::Desnz, "flat.csv", off.as_bytes(), &ImportOptions::default());
    let truck = factor(&catalog, "desnz-2025/freight-hgv-articulated-over-3.5-33t-100-laden-per-tonne-km");
    assert_eq!(truck.values.len(), 1);
    assert_eq!((truck.values[0].amount.to_string().as_str(), &*truck.values[0].unit_text), ("0.07674", "kg"));
    assert_eq!(
        answer
            .counts
            .iter()
            .filter(|count| count.code == "SPLIT_NOT_TOTAL")
            .map(|count| count.count)
            .sum::<u64>(),
        3
    );
}

#[test]
fn desnz_words_that_mean_nothing_are_told_with_their_row() {
    let more = "99_9_9_1_1,Scope 3,Freighting goods,Vans,A,,,furlongs,kg CO2e,1\n\
                99_9_9_1_1,Scope 4,Freighting goods,Vans,A,,,km,kg CO2e,1\n\
                99_9_9_1_1,Scope 3,Freighting goods,Vans,B,,,km,kg of soot,1\n\
                99_9_9_1_1,Scope 3,Freighting goods,Vans,C,,,km,kg CO2e,=A1\n\
                99_9_9_1_1,Scope 3,Freighting goods,Vans,D,,,km,kg CO2e,1e99\n\
                99_9_9_1_1,Scope 3,Hotel stay,Hotel stay,Atlantis,,,Room per night,kg CO2e,1\n\
                99_9_9_1_1,Scope 3,Freighting goods,Vans,E,,,km,kg CO2e,1\n\
                99_9_9_1_1,Scope 3,Freighting goods,Vans,E,,,km,kg CO2e,2\n";
    let file = format!("{DESNZ}{more}");
    let (answer, catalog) = good(Format::Desnz, "flat.csv", file.as_bytes(), &ImportOptions::default());
    let mut errors: Vec<(&str, &str)> = answer
        .findings
        .iter()
        .filter(|finding| finding.severity == "error")
        .map(|finding| (finding.cell.split(" column").next().unwrap(), &*finding.code))
        .collect();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            ("row 31", "UNKNOWN_UNIT"),
            ("row 32", "UNKNOWN_VALUE"),
            ("row 33", "UNKNOWN_VALUE"),
            ("row 34", "BAD_NUMBER"),
            ("row 35", "NUMBER_OUT_OF_RANGE"),
            ("row 36", "UNKNOWN_PLACE"),
            ("row 38", "DUPLICATE_RECORD"),
        ]
    );
    assert!(catalog.find("desnz-2025/freighting-goods-vans-e-per-km").is_some());
}

#[test]
fn ember_reads_both_layouts_and_equals_the_shipped_pack() {
    let long = "Area,ISO 3 code,Year,Area type,Category,Subcategory,Variable,Unit,Value,YoY absolute change\n\
                Afghanistan,AFG,2023,Country or economy,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,123.71,\n\
                Afghanistan,AFG,2023,Country or economy,Electricity generation,Fuel,Coal,TWh,0.1,\n\
                Africa,,2024,Region,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,545.09,\n\
                ASEAN,,2024,Region,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,570,\n\
                Nowhere,QQQ,2024,Country or economy,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,570,\n\
                Albania,ALB,2024,Country or economy,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,,\n";
    let (answer, catalog) = good(Format::Ember, "long.csv", long.as_bytes(), &edition("test"));
    same(&catalog, "ember-test/electricity-af-2023", "ember-2024/electricity-af-2023");
    same(&catalog, "ember-test/electricity-002-2024", "ember-2024/electricity-002-2024");
    assert_eq!((answer.taken, answer.blank, answer.left), (3, 1, 2));
    let wide = "Area,ISO 3 code,Year,Area type,Electricity source,Generation (TWh),Emissions intensity (gCO2e/kWh)\n\
                Afghanistan,AFG,2023,Country or economy,Coal,1,900\n\
                Afghanistan,AFG,2023,Country or economy,Total generation,1,123.71\n";
    let (answer, catalog) = good(Format::Ember, "wide.csv", wide.as_bytes(), &edition("test"));
    same(&catalog, "ember-test/electricity-af-2023", "ember-2024/electricity-af-2023");
    assert_eq!(answer.taken, 1);
    let error = run(Format::Ember, "wide.csv", wide.as_bytes(), &ImportOptions::default()).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("CHOICE_MISSING", "/options/edition"));
}

#[test]
fn useeio_rows_equal_the_shipped_pack() {
    let head = "\"2017 NAICS Code\",\"2017 NAICS Title\",\"GHG\",\"Unit\",\
                \"Supply Chain Emission Factors without Margins\",\"Margins of Supply Chain Emission Factors\",\
                \"Supply Chain Emission Factors with Margins\",\"Reference USEEIO Code\"\n";
    let rows = "111110,\"Soybean Farming\",\"All GHGs\",\"kg CO2e/2022 USD, purchaser price\",0.488,0.044,0.532,\"1111A0\"\n\
                111120,\"Oilseed (except Soybean) Farming\",\"All GHGs\",\"kg CO2e/2022 USD, purchaser price\",0.488,0.044,0.532,\"1111A0\"\n\
                111120,\"Oilseed (except Soybean) Farming\",\"All GHGs\",\"kg CO2e/2022 EUR\",0.488,0.044,0.532,\"1111A0\"\n";
    let name = "SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv";
    let (answer, catalog) =
        good(Format::Useeio, name, format!("{head}{rows}").as_bytes(), &ImportOptions::default());
    assert_eq!(answer.id, "useeio-1.3.0");
    for factor in ["spend-111110", "spend-111110-without-margins", "spend-111120"] {
        same(&catalog, &format!("useeio-1.3.0/{factor}"), &format!("us-useeio-1.3.0/{factor}"));
    }
    assert_eq!((answer.taken, answer.left, answer.not_read.len()), (4, 2, 1));

    let by_gas = "111110,Soybean Farming,Carbon dioxide,\"kg/2022 USD, purchaser price\",0.1,0.1,0.2,x\n\
                  111110,Soybean Farming,Methane,\"kg/2022 USD, purchaser price\",0.01,0.01,0.02,x\n";
    let (_, catalog) = good(
        Format::Useeio,
        "f_v1.4.0_x.csv",
        format!("{head}{by_gas}").as_bytes(),
        &ImportOptions::default(),
    );
    assert_eq!(factor(&catalog, "useeio-1.4.0/spend-111110").values.len(), 2);
    let pack = catalog.packs().iter().find(|pack| &*pack.id == "useeio-1.4.0").unwrap();
    assert_eq!(&*pack.licence, "CC-BY-SA-4.0");
}

#[test]
fn a_file_of_another_layout_says_what_is_missing() {
    for &format in Format::ALL {
        for bytes in [&b""[..], b"a,b\n1,2\n", b"PK\x03\x04", b"\xff\xfe\x00"] {
            let options =
                ImportOptions { licence: Some("x".into()), publisher: Some("x".into()), ..edition("x") };
            assert!(run(format, "x", bytes, &options).is_err(), "{format:?}");
        }
    }
    let error = run(Format::Desnz, "x.csv", b"a,b\n", &ImportOptions::default()).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("IMPORT_LAYOUT", "x.csv"));
}
