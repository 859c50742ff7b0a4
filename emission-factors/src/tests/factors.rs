//! Rows of factors: each well formed, those of a factor together, none that answers what another answers.

use super::*;

#[test]
fn factor_rows_are_well_formed() {
    let register = register();
    let gases = gases();
    for pack in packs_of("factors") {
        for row in rows(pack) {
            let at = |column: &str| row[column].as_str();
            let told = format!("{}: {row:?}", pack.id);
            assert!(is_slug(at("factor")), "{told}");
            assert!(is_slug(at("activity")), "{told}");
            assert!(is_place(at("place")), "{told}");
            for date in ["valid_from", "valid_to"] {
                assert!(at(date).is_empty() || is_date(at(date)), "{told}");
            }
            assert!(at("valid_to").is_empty() || at("valid_from") <= at("valid_to"), "{told}");

            match at("state") {
                "value" => assert!(is_plain_decimal(at("value")), "{told}"),
                "negligible" => assert!(at("value").is_empty() && !at("note").is_empty(), "{told}"),
                "absent" => assert!(at("value").is_empty(), "{told}"),
                _ => panic!("{told}"),
            }
            for bound in ["lower", "upper"] {
                assert!(at(bound).is_empty() || is_plain_decimal(at(bound)), "{told}");
            }

            let value_kind = kind_of(at("value_unit"));
            let per_kind = kind_of(at("per_unit"));
            match at("kind") {
                "emission" => {
                    assert!(
                        ["CO2e", "CO2-biogenic", "CO2-land-use"].contains(&at("gas"))
                            || gases.contains(at("gas")),
                        "{told}"
                    );
                    assert_eq!(value_kind, Some("mass"), "{told}");
                    assert!(per_kind.is_some(), "{told}");
                    let registered = register.contains_key(at("activity"));
                    assert!(registered || is_category(at("scope"), at("category")), "{told}");
                }
                "ncv" => {
                    assert_eq!((value_kind, per_kind), (Some("net energy"), Some("mass")), "{told}");
                }
                "gcv" => {
                    assert_eq!(value_kind, Some("gross energy"), "{told}");
                    assert!(matches!(per_kind, Some("mass" | "volume" | "gas volume, standard")), "{told}");
                }
                "density" => assert_eq!((value_kind, per_kind), (Some("mass"), Some("volume")), "{told}"),
                "loss-rate" => assert_eq!((at("value_unit"), at("per_unit")), ("%", ""), "{told}"),
                "carbon-content" => assert_eq!(value_kind, Some("mass"), "{told}"),
                "correction" => {
                    let plain = ["%", "1"].contains(&at("value_unit")) && at("per_unit").is_empty();
                    let ratio = value_kind.is_some() && (per_kind.is_some() || at("per_unit") == "ha");
                    assert!(plain || ratio, "{told}");
                    assert!(!at("note").is_empty(), "{told}");
                }
                _ => panic!("{told}"),
            }
            assert_eq!(at("gas").is_empty(), at("kind") != "emission", "{told}");
            let locked = ["AR4", "AR5", "AR6", "unstated"].contains(&at("gwp_set"));
            assert_eq!(locked, at("gas") == "CO2e", "{told}");
            assert!(locked || at("gwp_set").is_empty(), "{told}");
            assert!(
                at("scope").is_empty() && at("category").is_empty()
                    || is_category(at("scope"), at("category")),
                "{told}"
            );
            assert!(["", "location", "market"].contains(&at("view")), "{told}");
            assert!(["", "included", "excluded", "unknown"].contains(&at("td_losses")), "{told}");
            if ["electricity", "electricity-marginal"].contains(&at("activity")) {
                assert!(!at("view").is_empty() && !at("td_losses").is_empty(), "{told}");
            }
        }
    }
}

/// Lines of one factor share everything but gas, value and citation, and no gas comes twice.
#[test]
fn lines_of_a_factor_belong_together() {
    let shared =
        ["activity", "kind", "per_unit", "place", "valid_from", "valid_to", "scope", "category", "view"];
    for pack in packs_of("factors") {
        let mut seen: BTreeMap<String, (Row, BTreeSet<String>)> = BTreeMap::new();
        let mut last = String::new();
        for row in rows(pack) {
            let factor = row["factor"].clone();
            let gas = row["gas"].clone();
            if let Some((first, gases)) = seen.get_mut(&factor) {
                assert_eq!(last, factor, "{}: lines of a factor lie apart", pack.id);
                assert!(gases.insert(gas), "{}: {row:?}", pack.id);
                for column in shared {
                    assert_eq!(first[column], row[column], "{}: {factor}: {column}", pack.id);
                }
            } else {
                seen.insert(factor.clone(), (row, BTreeSet::from([gas])));
            }
            last = factor;
        }
    }
}

/// Inside a pack, an activity at a place and time has one factor for one kind of unit: nothing to guess.
#[test]
fn no_two_factors_of_a_pack_answer_the_same_question() {
    for pack in packs_of("factors") {
        let mut seen: BTreeMap<[String; 6], String> = BTreeMap::new();
        for row in rows(pack) {
            let unit = kind_of(&row["per_unit"]).unwrap_or("none");
            let key = ["kind", "activity", "place", "valid_from", "view"].map(|column| row[column].clone());
            let [kind, activity, place, from, view] = key;
            if ["correction", "carbon-content"].contains(&kind.as_str()) {
                continue;
            }
            let question = [kind, activity, place, from, view, unit.to_string()];
            let factor = seen.entry(question).or_insert_with(|| row["factor"].clone());
            assert_eq!(*factor, row["factor"], "{}: {row:?}", pack.id);
        }
    }
}
