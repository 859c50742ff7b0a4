//! Packages made in the layout of openLCA 2, with invented processes.

use super::super::{File, Format, import};
use crate::error::Code;
use crate::factor::shipped;
use crate::factor::{Catalog, Factor, check};
use crate::sheet::made::{Piece, archive};
use crate::wire::v1::{ImportAnswer, ImportOptions};

fn options() -> ImportOptions {
    ImportOptions {
        edition: Some("1".into()),
        publisher: Some("Us".into()),
        licence: Some("CC0-1.0".into()),
        ..ImportOptions::default()
    }
}

fn unit_group(id: &str, units: &[(&str, &str)]) -> (String, String) {
    let units: Vec<String> = units
        .iter()
        .enumerate()
        .map(|(at, (name, factor))| {
            format!(
                r#"{{"@type":"Unit","@id":"u-{name}","name":"{name}","isRefUnit":{},"conversionFactor":{factor}}}"#,
                at == 0
            )
        })
        .collect();
    let text = format!(r#"{{"@type":"UnitGroup","@id":"{id}","name":"{id}","units":[{}]}}"#, units.join(","));
    (format!("unit_groups/{id}.json"), text)
}

fn flow(id: &str, name: &str, kind: &str, category: &str) -> (String, String) {
    let text = format!(
        r#"{{"@type":"Flow","@id":"{id}","name":"{name}","flowType":"{kind}","category":"{category}"}}"#
    );
    (format!("flows/{id}.json"), text)
}

/// An exchange: flow, amount, unit and what else it says.
fn exchange(flow: &str, amount: &str, unit: &str, more: &str) -> String {
    format!(
        r#"{{"@type":"Exchange","amount":{amount},"flow":{{"@type":"Flow","@id":"{flow}"}},"unit":{{"@type":"Unit","@id":"u-{unit}","name":"{unit}"}},"flowProperty":{{"@id":"fp","name":"Mass"}}{more}}}"#
    )
}

const REFERENCE: &str = r#","isQuantitativeReference":true"#;

fn process(id: &str, name: &str, more: &str, exchanges: &[String]) -> (String, String) {
    let text = format!(
        r#"{{"@type":"Process","@id":"{id}","name":"{name}","location":{{"@type":"Location","@id":"l-vn"}}{more},"exchanges":[{}]}}"#,
        exchanges.join(",")
    );
    (format!("processes/{id}.json"), text)
}

const DOCUMENTED: &str = r#","processType":"LCI_RESULT","processDocumentation":{"isCopyrightProtected":false,"validFrom":"2024-01-01","validUntil":"2024-12-31T00:00:00+07:00","sources":[{"@type":"Source","@id":"s-1"}]}"#;

const AIR: &str = "Elementary flows/Emission to air/unspecified";

/// What processes refer to.
fn base() -> Vec<(String, String)> {
    let nature = "ELEMENTARY_FLOW";
    vec![
        ("openlca.json".into(), r#"{"schemaVersion":5}"#.into()),
        unit_group("mass", &[("kg", "1.0"), ("g", "0.001"), ("t", "1000.0"), ("lb av", "0.45359237")]),
        unit_group("energy", &[("MJ", "1.0"), ("kWh", "3.6"), ("furnace", "7")]),
        flow("co2", "Carbon dioxide, fossil", nature, AIR),
        flow("co2b", "Carbon dioxide, biogenic", nature, AIR),
        flow("ch4", "Methane, fossil", nature, AIR),
        flow(
            "ch4-city",
            "Methane, fossil",
            nature,
            "Elementary flows/Emission to air/high population density",
        ),
        flow("ch4-water", "Methane, fossil", nature, "Elementary flows/Emission to water/river"),
        flow("hfc", "Ethane, 1,1,1,2-tetrafluoro-, HFC-134a", nature, AIR),
        flow("so2", "Sulfur dioxide", nature, AIR),
        flow("air", "Carbon dioxide, in air", nature, "Elementary flows/Resource/in air"),
        flow("steel", "Steel", "PRODUCT_FLOW", "Products"),
        flow("heat", "Heat", "PRODUCT_FLOW", "Products"),
        flow("ash", "Ash", "WASTE_FLOW", "Waste"),
        (
            "locations/l-vn.json".into(),
            r#"{"@type":"Location","@id":"l-vn","name":"Viet Nam","code":"VN"}"#.into(),
        ),
        (
            "sources/s-1.json".into(),
            r#"{"@type":"Source","@id":"s-1","name":"S","textReference":"A book, 2024"}"#.into(),
        ),
        ("actors/a.json".into(), r#"{"@type":"Actor","@id":"a"}"#.into()),
    ]
}

fn package(files: &[(String, String)]) -> Vec<u8> {
    let pieces: Vec<Piece> = files.iter().map(|(name, content)| Piece::new(name, content)).collect();
    archive(&pieces)
}

fn with(more: &[(String, String)]) -> Vec<u8> {
    let mut files = base();
    for (name, content) in more {
        files.retain(|(known, _)| known != name);
        files.push((name.clone(), content.clone()));
    }
    package(&files)
}

fn run(bytes: &[u8], options: &ImportOptions) -> Result<ImportAnswer, crate::Error> {
    import(shipped(), Format::Openlca, &[File { name: "package.zip", bytes }], options)
}

fn good(bytes: &[u8]) -> (ImportAnswer, Catalog) {
    let answer = run(bytes, &options()).unwrap();
    assert_eq!(check(shipped(), &answer.pack), []);
    assert_eq!(answer.values, answer.taken + answer.left);
    let mut loaded = shipped().clone();
    loaded.add_pack_text(&answer.pack).unwrap();
    (answer, loaded)
}

fn factor<'c>(catalog: &'c Catalog, name: &str) -> &'c Factor {
    catalog.factor(catalog.find(&format!("openlca-1/{name}")).unwrap_or_else(|| panic!("{name}")))
}

/// Gas, digits and unit of each value.
fn values(factor: &Factor) -> Vec<(String, String, String)> {
    factor
        .values
        .iter()
        .map(|value| {
            let gas = shipped().gases().info(value.gas.unwrap()).name.to_string();
            (gas, value.amount.to_string(), value.unit_text.to_string())
        })
        .collect()
}

fn told(answer: &ImportAnswer) -> Vec<(&str, &str)> {
    answer.findings.iter().map(|finding| (&*finding.code, &*finding.cell)).collect()
}

/// The steel maker that stands for itself.
fn steel() -> (String, String) {
    process(
        "p1",
        "Steel, from Nowhere",
        DOCUMENTED,
        &[
            exchange("steel", "1.0", "t", REFERENCE),
            exchange("co2", "1851.70", "kg", ""),
            exchange("co2b", "2.5e1", "kg", ""),
            exchange("ch4", "600", "g", ""),
            exchange("ch4-city", "0.4", "kg", ""),
            exchange("hfc", "1.2345678901234567E-15", "kg", ""),
            exchange("so2", "3", "kg", ""),
            exchange("ch4-water", "1", "kg", ""),
            exchange("air", "9", "kg", r#","isInput":true"#),
        ],
    )
}

#[test]
fn a_process_that_stands_for_itself_becomes_a_factor_gas_by_gas() {
    let (answer, catalog) = good(&with(&[steel()]));
    let factor = factor(&catalog, "steel-from-nowhere-vn-2024");
    assert_eq!((&*factor.activity, &*factor.per_text, &*factor.place), ("steel-from-nowhere", "t", "VN"));
    assert_eq!(factor.validity(), "2024-01-01/2024-12-31");
    let want = [
        ("CH4-fossil", "1", "kg"),
        ("CO2", "1851.7", "kg"),
        ("CO2-biogenic", "25", "kg"),
        ("HFC-134a", "1.2345678901234567", "kg/10^15"),
    ];
    assert_eq!(values(factor), want.map(|(a, b, c)| (a.into(), b.into(), c.into())));
    // The text of the pack keeps the digits of the file.
    assert!(answer.pack.contains(",CO2,1851.70,value,kg,t,VN,"));
    let value = &factor.values[0];
    assert_eq!(&*value.cell, "processes/p1.json#/exchanges/3, processes/p1.json#/exchanges/4");
    assert!(value.note.contains("life-cycle result; source: A book, 2024"), "{}", value.note);
    assert_eq!((answer.values, answer.taken, answer.left), (8, 5, 3));
    assert_eq!(
        told(&answer),
        [
            ("NOT_IMPORTED", "processes/p1.json#/exchanges/8"),
            ("NOT_IMPORTED", "processes/p1.json#/exchanges/7"),
            ("NOT_IMPORTED", "processes/p1.json#/exchanges/6"),
        ]
    );
    assert_eq!(answer.not_read[0].part, "folder `actors`");
}

#[test]
fn the_reference_may_be_any_amount_of_any_unit_and_nothing_is_rounded() {
    let of = |amount: &str, unit: &str| {
        let exchanges = [exchange("heat", amount, unit, REFERENCE), exchange("co2", "0.3", "lb av", "")];
        let (_, catalog) = good(&with(&[process("p1", "Heat of ours", "", &exchanges)]));
        let factor = factor(&catalog, "heat-of-ours-vn");
        assert_eq!(values(factor)[0], ("CO2".into(), "0.3".into(), "lb".into()));
        (factor.per_text.to_string(), factor.values[0].note.to_string())
    };
    assert_eq!(of("1", "MJ").0, "MJ");
    assert_eq!(of("3.0", "MJ").0, "3.MJ");
    assert_eq!(of("0.3", "kWh").0, "3.kWh/10");
    // A unit that only the package knows, by its own definition.
    let (per, note) = of("2", "furnace");
    assert_eq!(per, "2.7.MJ");
    assert!(note.contains("1 furnace is 7 MJ by the unit group"), "{note}");
}

#[test]
fn a_unit_that_the_package_defines_otherwise_is_followed_and_told() {
    let odd = unit_group("energy", &[("MJ", "1.0"), ("kWh", "3.5")]);
    let exchanges = [exchange("heat", "1", "kWh", REFERENCE), exchange("co2", "1", "kg", "")];
    let (_, catalog) = good(&with(&[odd, process("p1", "Heat of ours", "", &exchanges)]));
    let factor = factor(&catalog, "heat-of-ours-vn");
    assert_eq!(&*factor.per_text, "7.MJ/2");
    assert!(factor.values[0].note.contains("1 kWh is 3.5 MJ"));
}

#[test]
fn energy_of_fuel_keeps_its_calorific_basis() {
    let net = exchange("heat", "1", "MJ", REFERENCE).replace("\"Mass\"", "\"Net calorific value\"");
    let exchanges = [net, exchange("co2", "0.056", "kg", "")];
    let (_, catalog) = good(&with(&[process("p1", "Gas of ours", "", &exchanges)]));
    assert_eq!(&*factor(&catalog, "gas-of-ours-vn").per_text, "MJ{net}");
}

/// A second process that makes steel, gives off CO2, and has one more exchange.
fn with_one_more(name: &str, more: String) -> (String, String) {
    process("p2", name, "", &[exchange("steel", "1", "kg", REFERENCE), exchange("co2", "1", "kg", ""), more])
}

#[test]
fn what_is_linked_to_others_is_left_with_its_exchange() {
    for (more, says) in [
        (exchange("heat", "5", "MJ", r#","isInput":true"#), "takes in other products"),
        (exchange("ash", "5", "kg", ""), "takes in other products"),
        (exchange("heat", "5", "MJ", ""), "gives several products"),
        (exchange("ash", "5", "kg", r#","isInput":true"#), "gives several products"),
        (exchange("heat", "5", "MJ", r#","isInput":true,"isAvoidedProduct":true"#), "avoids another"),
    ] {
        let (answer, catalog) = good(&with(&[steel(), with_one_more("Linked", more)]));
        assert_eq!(catalog.find("openlca-1/linked-vn"), None);
        let finding = answer.findings.iter().find(|finding| finding.cell.contains("p2")).unwrap();
        assert_eq!((&*finding.severity, &*finding.cell), ("info", "processes/p2.json#/exchanges/2"));
        assert!(finding.message.contains(says), "{}", finding.message);
        assert_eq!((answer.taken, answer.left), (5, 5));
    }
}

#[test]
fn a_fault_of_one_gas_leaves_the_whole_process() {
    let faults = [
        (exchange("ch4", "\"1\"", "kg", ""), "WRONG_TYPE", "/exchanges/2/amount"),
        (exchange("ch4", "-1", "kg", ""), "NEGATIVE_QUANTITY", "/exchanges/2/amount"),
        (exchange("ch4", "1e99", "kg", ""), "NUMBER_OUT_OF_RANGE", "/exchanges/2/amount"),
        (exchange("ch4", "1e-99", "kg", ""), "NUMBER_OUT_OF_RANGE", "/exchanges/2/amount"),
        (exchange("ch4", "null", "kg", ""), "MISSING_VALUE", "/exchanges/2/amount"),
        (exchange("ch4", "1", "MJ", ""), "DIMENSION_MISMATCH", "/exchanges/2/unit"),
        (exchange("ch4", "1", "firkin", ""), "REFERENCE_MISSING", "/exchanges/2/unit"),
        (exchange("ch9", "1", "kg", ""), "REFERENCE_MISSING", "/exchanges/2/flow"),
        (exchange("ch4", "1", "kg", r#","isInput":"no""#), "WRONG_TYPE", "/exchanges/2/isInput"),
        (exchange("ch4", "1", "kg", r#","input":true"#), "IMPORT_LAYOUT", "/exchanges/2"),
        ("7".into(), "WRONG_TYPE", "/exchanges/2"),
    ];
    for (fault, code, at) in faults {
        let (answer, catalog) = good(&with(&[steel(), with_one_more("Bad", fault)]));
        assert_eq!(catalog.find("openlca-1/bad-vn"), None);
        let errors: Vec<(&str, &str)> = answer
            .findings
            .iter()
            .filter(|finding| finding.severity == "error")
            .map(|finding| (&*finding.code, &*finding.cell))
            .collect();
        assert_eq!(errors, [(code, &*format!("processes/p2.json#{at}"))]);
        assert_eq!((answer.taken, answer.left), (5, 5));
    }
}

#[test]
fn a_data_set_without_a_sound_reference_place_or_name_is_left() {
    let co2 = exchange("co2", "1", "kg", "");
    let steel_of = |amount: &str| exchange("steel", amount, "kg", REFERENCE);
    let plain = |exchanges: &[String]| process("p2", "Odd", "", exchanges).1;
    for (text, code, at) in [
        (plain(std::slice::from_ref(&co2)), "MISSING_VALUE", ""),
        (plain(&[steel_of("1"), steel_of("1"), co2.clone()]), "IMPORT_LAYOUT", ""),
        (plain(&[steel_of("0"), co2.clone()]), "NEGATIVE_QUANTITY", "#/exchanges/0/amount"),
        (plain(&[steel_of("-1"), co2.clone()]), "NEGATIVE_QUANTITY", "#/exchanges/0/amount"),
        (plain(&[exchange("so2", "1", "kg", REFERENCE), co2.clone()]), "IMPORT_LAYOUT", "#/exchanges/0"),
        (plain(&[steel_of("1"), co2.clone()]).replace("l-vn", "l-xx"), "REFERENCE_MISSING", "#/location"),
        (plain(&[steel_of("1"), co2.clone()]).replace("\"location\"", "\"where\""), "UNKNOWN_PLACE", ""),
        (plain(&[steel_of("1"), co2.clone()]).replace("\"p2\"", "7"), "WRONG_TYPE", "#/@id"),
        (plain(&[steel_of("1"), co2.clone()]).replace("\"Process\"", "\"Epd\""), "WRONG_TYPE", "#/@type"),
        (plain(&[steel_of("1"), co2.clone()]).replace("\"p2\"", "\"p1\""), "DUPLICATE_RECORD", ""),
        ("{".into(), "BAD_JSON", ""),
        ("[]".into(), "WRONG_TYPE", ""),
        ("{\"@id\":\"x\",\"@id\":\"y\"}".into(), "BAD_JSON", ""),
        (
            process("p2", "Odd", r#","processDocumentation":{"validFrom":"soon"}"#, &[steel_of("1"), co2]).1,
            "BAD_DATE",
            "#/processDocumentation/validFrom",
        ),
    ] {
        let (answer, _) = good(&with(&[steel(), ("processes/p2.json".into(), text)]));
        let errors: Vec<(&str, &str)> = answer
            .findings
            .iter()
            .filter(|finding| finding.severity == "error")
            .map(|finding| (&*finding.code, &*finding.cell))
            .collect();
        // A duplicate is told at its value.
        let at = if code == "DUPLICATE_RECORD" { "#/exchanges/1" } else { at };
        assert_eq!(errors, [(code, &*format!("processes/p2.json{at}"))]);
        assert_eq!(answer.taken, 5);
    }
}

#[test]
fn two_data_sets_of_one_identifier_are_nobodys() {
    for (name, text, code) in [
        ("flows/x.json", flow("co2", "Water", "ELEMENTARY_FLOW", "").1, "flow"),
        ("unit_groups/x.json", unit_group("x", &[("kg", "2")]).1, "unit"),
        ("locations/x.json", r#"{"@type":"Location","@id":"l-vn","code":"FR"}"#.into(), "location"),
    ] {
        let error = run(&with(&[steel(), (name.into(), text)]), &options()).unwrap_err();
        // Nothing is left that could be a factor.
        assert_eq!(error.code(), Code::ImportLayout, "{code}");
    }
}

#[test]
fn processes_of_one_name_are_told_apart_by_their_identifiers() {
    let exchanges = [exchange("steel", "1", "kg", REFERENCE), exchange("co2", "1", "kg", "")];
    let twin = |id: &str| process(id, "Twin", "", &exchanges);
    let (answer, catalog) = good(&with(&[twin("aaaaaaaa-1"), twin("bbbbbbbb-2")]));
    assert_eq!(answer.factors, 2);
    assert_eq!(&*factor(&catalog, "twin-aaaaaaaa-vn").activity, "twin-aaaaaaaa");
    assert!(catalog.find("openlca-1/twin-bbbbbbbb-vn").is_some());
}

#[test]
fn licences_that_are_unclear_are_marked() {
    let exchanges = [exchange("steel", "1", "kg", REFERENCE), exchange("co2", "1", "kg", "")];
    for (said, note, marked) in [
        ("", "sources and copyright not said", true),
        (r#","processDocumentation":{}"#, "direct emissions", true),
        (r#","processDocumentation":{"isCopyrightProtected":true}"#, "protected by copyright", true),
        (
            r#","processDocumentation":{"isCopyrightProtected":false,"restrictionsDescription":"members only"}"#,
            "restrictions: members only",
            true,
        ),
        (r#","processDocumentation":{"isCopyrightProtected":false}"#, "direct emissions", false),
    ] {
        let (answer, catalog) = good(&with(&[process("p1", "Open", said, &exchanges)]));
        assert!(factor(&catalog, "open-vn").values[0].note.contains(note));
        assert_eq!(answer.findings.iter().any(|finding| finding.code == "LICENCE_UNCLEAR"), marked, "{said}");
    }
}

#[test]
fn characterisation_factors_are_compared_and_left() {
    let factor = |flow: &str, value: &str| {
        format!(
            r#"{{"@type":"ImpactFactor","value":{value},"flow":{{"@id":"{flow}"}},"unit":{{"@id":"u-kg","name":"kg"}}}}"#
        )
    };
    let category = format!(
        r#"{{"@type":"ImpactCategory","@id":"c","name":"GWP100","refUnit":"kg CO2-Eq","impactFactors":[{},{},{},{}]}}"#,
        factor("hfc", "1530.0"),
        factor("hfc", "1530.5"),
        factor("so2", "1"),
        factor("hfc", "true"),
    );
    let soil = category.replace("kg CO2-Eq", "mol H+").replace("GWP100", "Acid");
    let (answer, _) = good(&with(&[
        steel(),
        ("lcia_categories/c.json".into(), category),
        ("lcia_categories/d.json".into(), soil),
    ]));
    let of = |at: usize| {
        let cell = format!("lcia_categories/c.json#/impactFactors/{at}");
        answer.findings.iter().find(|finding| finding.cell.starts_with(&cell)).unwrap()
    };
    assert!(of(0).message.ends_with("the value of AR6"), "{}", of(0).message);
    assert!(of(1).message.ends_with("no GWP set of this library has this value"));
    assert!(of(2).message.starts_with("1 characterisation factors"));
    assert_eq!((&*of(3).code, &*of(3).cell), ("WRONG_TYPE", "lcia_categories/c.json#/impactFactors/3/value"));
    assert!(answer.not_read.iter().any(|part| part.part.contains("`Acid`")));
    assert_eq!((answer.taken, answer.left), (5, 7));
}

#[test]
fn results_of_product_systems_are_read_with_a_declared_place() {
    let (_, text) = steel();
    let result = text
        .replace("Process", "Result")
        .replace("exchanges", "flowResults")
        .replace("isQuantitativeReference", "isRefFlow")
        .replace("location", "nowhere");
    let bytes = with(&[("results/r.json".into(), result)]);
    let there = ImportOptions { place: Some("VN".into()), ..options() };
    assert!(run(&bytes, &options()).is_err());
    let answer = run(&bytes, &there).unwrap();
    assert_eq!((answer.factors, answer.taken), (1, 5));
}

#[test]
fn single_files_are_read_by_their_types() {
    let mut files = base();
    files.push(steel());
    let names: Vec<String> =
        files.iter().map(|(name, _)| name.rsplit('/').next().unwrap().to_owned()).collect();
    let loose: Vec<File<'_>> =
        names.iter().zip(&files).map(|(name, (_, text))| File { name, bytes: text.as_bytes() }).collect();
    let answer = import(shipped(), Format::Openlca, &loose, &options()).unwrap();
    assert_eq!((answer.taken, answer.left), (5, 3));
    assert!(answer.not_read.iter().any(|part| part.part == "type `Actor`"));
    // One process alone: what it refers to is not there.
    let (_, text) = steel();
    let alone = [File { name: "p1.json", bytes: text.as_bytes() }];
    assert_eq!(
        import(shipped(), Format::Openlca, &alone, &options()).unwrap_err().code(),
        Code::ImportLayout
    );
}

#[test]
fn packages_that_are_old_hostile_or_too_large_are_refused() {
    let old = with(&[("openlca.json".into(), r#"{"schemaVersion":1}"#.into()), steel()]);
    let error = run(&old, &options()).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ImportLayout, "openlca.json"));
    assert!(error.help().contains("openLCA 2"));

    let outside = with(&[("../../evil.json".into(), "{}".into())]);
    assert_eq!(run(&outside, &options()).unwrap_err().code(), Code::BadPartName);

    let mut bomb = Piece::new("processes/b.json", "");
    bomb.content = vec![b' '; 64 << 20];
    assert_eq!(run(&archive(&[bomb]), &options()).unwrap_err().code(), Code::ImportLayout);

    let mut liar = Piece::new("processes/b.json", "{}");
    liar.claimed_size = Some(u32::MAX - 1);
    assert_eq!(run(&archive(&[liar]), &options()).unwrap_err().code(), Code::DecompressedTooLarge);

    let same = [Piece::new("processes/b.json", "{}"), Piece::new("processes/B.json", "{}")];
    assert_eq!(run(&archive(&same), &options()).unwrap_err().code(), Code::BadZip);

    // What the directory promises and the part does not hold is told at the part.
    let (name, text) = steel();
    let mut torn = Piece::new(&name, &text);
    torn.claimed_crc = Some(7);
    assert!(run(&archive(&[torn]), &options()).is_err());

    let deep = ("processes/d.json".to_owned(), "[".repeat(100_000));
    let (answer, _) = good(&with(&[steel(), deep]));
    assert!(told(&answer).contains(&("BAD_JSON", "processes/d.json")));
}
