//! Importers on files made in the publishers' layouts, with figures that the shipped packs cite.

mod laws;

use super::*;
use crate::factor::shipped;
use crate::factor::{Catalog, Factor, check};
use crate::wire::v1::{ImportAnswer, ImportOptions};

fn run(format: Format, name: &str, bytes: &[u8], options: &ImportOptions) -> Result<ImportAnswer, Error> {
    import(shipped(), format, &[File { name, bytes }], options)
}

/// Imports, and holds every answer to the laws: the pack loads, values are taken or left, a second run is the same.
fn good(format: Format, name: &str, bytes: &[u8], options: &ImportOptions) -> (ImportAnswer, Catalog) {
    let answer = run(format, name, bytes, options).unwrap();
    assert_eq!(check(shipped(), &answer.pack), []);
    assert_eq!(answer.values, answer.taken + answer.left);
    assert_eq!(answer, run(format, name, bytes, options).unwrap());
    let mut loaded = shipped().clone();
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
    assert!(answer.pack.contains("GB,2025-01-01,2025-12-31,outside,,,"));
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

/// A workbook of sheets whose rows are lines and whose cells are divided by `|`; numbers are stored as numbers.
fn book(sheets: &[(&str, &str)]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let content = |text: &str| {
        let rows = text.lines().enumerate().map(|(row, line)| {
            let cells =
                line.split('|').enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| {
                    let at = format!("{}{}", crate::sheet::column_name(column as u32 + 1), row + 1);
                    match cell {
                        "#NOVALUE" => format!("<c r=\"{at}\"><f>A1*2</f></c>"),
                        "#REF!" => format!("<c r=\"{at}\" t=\"e\"><v>#REF!</v></c>"),
                        _ if cell.parse::<f64>().is_ok() => format!("<c r=\"{at}\"><v>{cell}</v></c>"),
                        _ => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{}</t></is></c>", escape(cell)),
                    }
                });
            format!("<row r=\"{}\">{}</row>", row + 1, cells.collect::<String>())
        });
        format!("<sheetData>{}</sheetData>", rows.collect::<String>())
    };
    let contents: Vec<(String, String)> =
        sheets.iter().map(|(name, text)| (escape(name), content(text))).collect();
    let parts: Vec<(&str, &str, &str)> =
        contents.iter().map(|(name, content)| (name.as_str(), "", content.as_str())).collect();
    crate::sheet::made::archive(&crate::sheet::made::pieces(&parts, false))
}

#[test]
fn desnz_workbook_gives_the_numbers_that_the_sheet_shows() {
    let sheet = "title\n\n\n\n\n\
        ID|Scope|Level 1|Level 2|Level 3|Level 4|Column Text|UOM|GHG/Unit|GHG Conversion Factor 2025\n\
        1|Scope 1|Fuels|Gaseous fuels|Natural gas|||cubic metres|kg CO2e|2.0667200000000001\n\
        2|Scope 1|Fuels|Gaseous fuels|LPG|||litres|kg CO2e|#NOVALUE\n\
        3|Scope 1|Fuels|Gaseous fuels|CNG|||litres|kg CO2e|#REF!\n";
    let bytes = book(&[("Index", "a"), ("Factors by Category", sheet)]);
    let (answer, catalog) = good(Format::Desnz, "flat.xlsx", &bytes, &ImportOptions::default());
    same(&catalog, "desnz-2025/natural-gas-stationary-per-m3", "uk-desnz-2025/natural-gas-stationary-per-m3");
    let value = &factor(&catalog, "desnz-2025/natural-gas-stationary-per-m3").values[0];
    assert_eq!(&*value.cell, "'Factors by Category'!J7, ID 1");
    let errors: Vec<(&str, &str)> =
        answer.findings.iter().map(|finding| (&*finding.cell, &*finding.code)).collect();
    assert_eq!(
        errors,
        [("'Factors by Category'!J8", "MISSING_VALUE"), ("'Factors by Category'!J9", "BAD_NUMBER")]
    );
    assert_eq!(answer.not_read[0].part, "sheet `Index`");
    let error =
        run(Format::Desnz, "x.xlsx", &book(&[("Index", "a")]), &ImportOptions::default()).unwrap_err();
    assert!(error.message().contains("`Index`"), "{error}");
    let error =
        run(Format::Desnz, "x.xlsx", &bytes[..bytes.len() / 2], &ImportOptions::default()).unwrap_err();
    assert_eq!(error.code().as_str(), "BAD_ZIP");
}

#[test]
fn egrid_subregions_equal_the_shipped_pack() {
    let rates = "Data Year|eGRID subregion acronym|eGRID subregion name|\
        eGRID subregion annual CO2 total output emission rate (lb/MWh)|\
        eGRID subregion annual CH4 total output emission rate (lb/MWh)|\
        eGRID subregion annual N2O total output emission rate (lb/MWh)|\
        eGRID subregion annual CO2 non-baseload output emission rate (lb/MWh)|\
        eGRID subregion annual CH4 non-baseload output emission rate (lb/MWh)|\
        eGRID subregion annual N2O non-baseload output emission rate (lb/MWh)\n\
        YEAR|SUBRGN|SRNAME|SRCO2RTA|SRCH4RTA|SRN2ORTA|SRNBCO2|SRNBCH4|SRNBN2O\n\
        2023|AKGD|ASCC Alaska Grid|899.00300000000004|0.086|0.012|1077.11|0.116|0.016\n\
        2023|AKMS|ASCC Miscellaneous|519.445|0.026|0.0040000000000000001|1548.607|0.067|0.012\n";
    let losses = "Data Year|One of the regions|Gross grid loss\nYEAR|REGION|GGRSLOSS\n2023|Alaska|0.041000000000000002\n2023|Mars|0.05\n2023|Hawaii|5.4\n";
    let bytes = book(&[("Contents", "x"), ("SRL23", rates), ("GGL23", losses)]);
    let (answer, catalog) = good(Format::Egrid, "egrid2023_data.xlsx", &bytes, &ImportOptions::default());
    for name in [
        "electricity-akgd",
        "electricity-akgd-nonbaseload",
        "electricity-akms",
        "grid-loss-akgd",
        "grid-loss-akms",
    ] {
        same(&catalog, &format!("egrid-2023/{name}"), &format!("us-egrid-2023/{name}"));
    }
    assert_eq!((answer.taken, answer.left), (13, 2));
    let old =
        rates.replace("CH4 total output emission rate (lb/MWh)", "CH4 total output emission rate (lb/GWh)");
    let (_, catalog) = good(Format::Egrid, "x.xlsx", &book(&[("SRL09", &old)]), &ImportOptions::default());
    assert_eq!(&*factor(&catalog, "egrid-2023/electricity-akgd").values[1].unit_text, "lb/1000");
}

#[test]
fn epa_hub_tables_are_found_by_their_titles_and_equal_the_shipped_pack() {
    let sheet = "|Emission Factors for Greenhouse Gas Inventories\n\
        |Table 1|Stationary Combustion\n\n\
        ||Fuel Type|Heat Content (HHV)|CO2 Factor|CH4 Factor|N2O Factor|CO2 Factor\n\
        |||mmBtu per short ton|kg CO2 per mmBtu|g CH4 per mmBtu|g N2O per mmBtu|kg CO2 per short ton\n\
        ||Coal and Coke\n\
        ||Anthracite|25.09|103.69|11|1.6|2602\n\
        ||Biomass Fuels - Solid\n\
        ||Wood and Wood Residuals|17.48|93.8|7.2|3.6|1640\n\
        ||Bark of Tomorrow|17|90|7|3|1\n\
        |||mmBtu per scf|kg CO2 per mmBtu|g CH4 per mmBtu|g N2O per mmBtu|kg CO2 per scf\n\
        ||Natural Gas\n\
        ||Natural Gas|0.001026|53.06|1|0.10000000000000001|0.05444\n\
        |Source:|Federal Register\n\
        |Table 3|Mobile Combustion CH4 and N2O for On-Road Gasoline Vehicles\n\
        ||Vehicle Type|Year|CH4 Factor (g / mile)|N2O Factor (g / mile)\n\
        ||Gasoline Passenger Cars|2019|0.0053|0.0015\n\
        |||2020|0.0048|#REF!\n\
        |Source:|EPA\n\
        |Table 6|Electricity\n\
        ||||Total Output|||Non-Baseload\n\
        ||eGRID Subregion Acronym|eGRID Subregion Name|CO2 Factor|CH4 Factor|N2O Factor|CO2 Factor|CH4 Factor|N2O Factor\n\
        ||AKGD|ASCC Alaska Grid|899.003|0.086|0.012|1077.11|0.116|0.016\n\
        |Source:|EPA eGRID2023, January 2025\n\
        |Table 8|Scope 3 Category 4: Upstream Transportation and Distribution\n\
        ||Vehicle Type|CO2 Factor (kg CO2 / unit)|CH4 Factor (g CH4 / unit)|N2O Factor (g N2O / unit)|Units\n\
        ||Medium- and Heavy-Duty Truck|1.298|0.0115|0.0376|vehicle-mile\n\
        ||Medium- and Heavy-Duty TruckC|0.186|0.0016|0.0054|short ton-mile\n\
        |Source:|EPA\n\
        |Table 9|Scope 3 Category 5: Waste Generated in Operations\n\
        ||Material|RecycledA|LandfilledB|CombustedC|CompostedD|Anaerobically Digested (Dry Digestate with Curing)|Anaerobically Digested (Wet Digestate with Curing)\n\
        ||Aluminum Cans|0.06|0.02|0.01|NA|NA|NA\n\
        ||Mixed MSW|NA|0.58|0.43|NA|NA|NA\n\
        |Notes:|AR5 GWPs are used to convert all waste emission factors into CO2e.\n\
        |Table 11|Global Warming Potentials (GWPs)\n\
        ||Gas|GWP\n||Methane|28\n";
    let bytes = book(&[("Emission Factors Hub", sheet)]);
    let (answer, catalog) =
        good(Format::EpaHub, "ghg-emission-factors-hub-2025.xlsx", &bytes, &ImportOptions::default());
    for name in [
        "anthracite-stationary",
        "gcv-anthracite",
        "wood-stationary",
        "gcv-wood",
        "natural-gas-stationary",
        "gcv-natural-gas",
        "freight-road-hgv-vehicle-mile",
        "freight-road-hgv-short-ton-mile",
        "waste-landfill-aluminum-cans",
        "waste-composting-aluminum-cans",
        "waste-landfill-mixed-msw",
        "waste-combustion-mixed-msw",
    ] {
        same(&catalog, &format!("epa-hub-2025/{name}"), &format!("us-epa-hub-2025/{name}"));
    }
    same(&catalog, "epa-hub-2025/electricity-akgd", "us-egrid-2023/electricity-akgd");
    let bark = factor(&catalog, "epa-hub-2025/bark-of-tomorrow-stationary");
    assert_eq!(bark.values[0].gas, Some(crate::gas::Gas::CO2_BIOGENIC));
    // The name of a merged cell holds on for the rows below it.
    assert_eq!(factor(&catalog, "epa-hub-2025/on-road-gasoline-passenger-cars-2020-mile").values.len(), 1);
    let error = answer.findings.iter().find(|finding| finding.severity == "error").unwrap();
    assert_eq!((&*error.cell, &*error.code), ("'Emission Factors Hub'!F18", "BAD_NUMBER"));
    assert!(answer.not_read.iter().any(|part| part.part == "Table 11"));
    let error = run(Format::EpaHub, "hub.xlsx", &bytes, &ImportOptions::default()).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("CHOICE_MISSING", "/options/year"));
    let later = ImportOptions { year: Some(2026), ..ImportOptions::default() };
    let error = run(Format::EpaHub, "hub.xlsx", &bytes, &later).unwrap_err();
    assert_eq!(error.path(), "/options/licence");
}

const ADEME: &str = "Type Ligne;Identifiant de l'élément;Structure;Type de l'élément;Statut de l'élément;\
    Nom base français;Nom attribut français;Nom frontière français;Code de la catégorie;Unité français;\
    Localisation géographique;Sous-localisation géographique français;Période de validité;Type poste;Nom poste français;\
    Total poste non décomposé;CO2f;CH4f;CH4b;N2O;Autres GES;CO2b\n\
    Elément;1;élément décomposé;Facteur d'émission;Valide générique;Gaz inventé;Essai;;Combustibles > Fossiles > Gazeux;kgCO2e/kWh PCI;France continentale;;Décembre 2030;;;0,244;0,2;0,04;0;0,004;0;0\n\
    Poste;1;élément décomposé;Facteur d'émission;Valide générique;Gaz inventé;Essai;;Combustibles > Fossiles > Gazeux;kgCO2e/kWh PCI;France continentale;;;Combustion;A la combustion;0,204;0,2;0;0;0,004;0;0\n\
    Elément;2;;Facteur d'émission;Valide générique;Bûches inventées;;;Combustibles > Organiques;kgCO2e/tonne;Monde;;;;;30,10;20,1;0;10;0;0;1500\n\
    Elément;3;;Facteur d'émission;Archivé;Vieux;;;Combustibles;kgCO2e/kg;Monde;;;;;1;1;0;0;0;0;0\n\
    Elément;4;;Donnée source;Valide générique;Donnée;;;Combustibles;kgCO2e/kg;Monde;;;;;1;1;0;0;0;0;0\n\
    Elément;5;;Facteur d'émission;Valide générique;Service inventé;2021;;Achats de services;kgCO2e/keuro (2021) HT;France continentale;;;;;110;;;;;;\n\
    Elément;6;;Facteur d'émission;Valide générique;Tep inventée;;;Combustibles;kgCO2e/tep PCI;Monde;;;;;110;;;;;;\n\
    Elément;7;;Facteur d'émission;Valide générique;Bois mêlé;;;Combustibles;kgCO2e/kg;Monde;;;;;1501;1;0;0;0;0;1500\n\
    Elément;8;;Facteur d'émission;Valide générique;Ailleurs;;;Combustibles;kgCO2e/kg;Atlantide;;;;;1;1;0;0;0;0;0\n\
    Elément;9;;Facteur d'émission;Valide générique;Vide;;;Combustibles;kgCO2e/kg;Autre pays du monde;Viêt Nam;;;;;;;;;;\n";

#[test]
fn ademe_takes_valid_elements_and_posts_with_biogenic_co2_beside_them() {
    let latin: Vec<u8> = ADEME.chars().map(|c| if c == '’' { b'\x92' } else { c as u8 }).collect();
    for bytes in [ADEME.as_bytes(), &latin] {
        let (answer, catalog) =
            good(Format::Ademe, "Base_Carbone_V23.6.csv", bytes, &ImportOptions::default());
        assert_eq!(answer.id, "ademe-23.6");
        let gas = factor(&catalog, "ademe-23.6/1-gaz-invente-essai-per-kwh-net-fr");
        assert_eq!((gas.values[0].amount.to_string().as_str(), &*gas.per_text), ("0.244", "kWh{net}"));
        let burnt =
            factor(&catalog, "ademe-23.6/1-gaz-invente-essai-combustion-a-la-combustion-per-kwh-net-fr");
        assert_eq!(burnt.category.map(|category| category.key()), Some("1.stationary"));
        let wood = factor(&catalog, "ademe-23.6/2-buches-inventees-per-t-001");
        assert_eq!(wood.values[1].gas, Some(crate::gas::Gas::CO2_BIOGENIC));
        assert_eq!(wood.values[1].amount.to_string(), "1500");
        let spend = factor(&catalog, "ademe-23.6/5-service-invente-2021-per-keur-fr");
        assert_eq!(&*spend.per_text, "1000.EUR{2021}");
        assert_eq!(&*factor(&catalog, "ademe-23.6/9-vide-per-kg-vn").place, "VN");
        let mut codes: Vec<(&str, &str)> = answer
            .findings
            .iter()
            .map(|finding| (finding.cell.split(" column").next().unwrap(), &*finding.code))
            .collect();
        codes.sort_unstable();
        assert_eq!(
            codes,
            [
                ("row 10", "UNKNOWN_PLACE"),
                ("row 5", "NOT_IMPORTED"),
                ("row 6", "NOT_IMPORTED"),
                ("row 8", "NOT_IMPORTED"),
                ("row 9", "IMPORT_LAYOUT"),
            ]
        );
    }
}

#[test]
fn any_table_can_be_mapped() {
    let csv = "Our factors\n\nFuel;EF;Unit;Year\nDiesel;2,68;kg CO2/L;2025\nMazut;;kg CO2e per kg;2025\nWhat;1;pieces;2025\n";
    let mapping = r#"{"columns":{"name":"Fuel","value":"EF","unit":"Unit","year":"Year"},"constants":{"scope":"1","category":"stationary","place":"VN"},"decimal":","}"#;
    let options = ImportOptions {
        mapping: Some(mapping.into()),
        publisher: Some("We".into()),
        licence: Some("internal".into()),
        gwp_set: Some("AR5".into()),
        ..edition("2025")
    };
    let (answer, catalog) = good(Format::Table, "own.csv", csv.as_bytes(), &options);
    let diesel = factor(&catalog, "table-2025/diesel-per-l-vn-2025");
    assert_eq!(
        (diesel.values[0].amount.to_string().as_str(), &*diesel.values[0].cell),
        ("2.68", "row 4 column `EF`")
    );
    assert_eq!((answer.taken, answer.blank, answer.left), (2, 1, 1));
    let (_, catalog) = good(
        Format::Table,
        "own.xlsx",
        &book(&[("S", "Fuel|EF|Unit|Year\nDiesel|2.68|kg CO2/L|2025\n")]),
        &options,
    );
    assert_eq!(&*factor(&catalog, "table-2025/diesel-per-l-vn-2025").values[0].cell, "S!B2");
    let bad = ImportOptions { mapping: Some(r#"{"columns":{"fuel":"Fuel"}}"#.into()), ..options.clone() };
    assert_eq!(run(Format::Table, "x", csv.as_bytes(), &bad).unwrap_err().path(), "/options/mapping");
    let none = ImportOptions { mapping: None, ..options };
    assert_eq!(run(Format::Table, "x", csv.as_bytes(), &none).unwrap_err().code().as_str(), "CHOICE_MISSING");
}
