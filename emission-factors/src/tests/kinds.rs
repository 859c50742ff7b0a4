//! Tables of the other kinds: warming potentials, blends, leak rates, rules, equivalents.

use super::*;

#[test]
fn warming_potentials_are_a_full_grid() {
    let families = ["CO2", "CH4", "N2O", "HFC", "PFC", "SF6", "NF3", "HCFC", "CFC", "halon", "HFO", "other"];
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for pack in packs_of("gwp") {
        for row in rows(pack) {
            assert!(families.contains(&row["family"].as_str()), "{row:?}");
            assert!(["yes", "no"].contains(&row["kyoto"].as_str()), "{row:?}");
            assert!(["AR4", "AR5", "AR6"].contains(&row["gwp_set"].as_str()), "{row:?}");
            assert_eq!(row["horizon_years"], "100");
            assert_eq!(row["state"] == "value", is_plain_decimal(&row["gwp"]), "{row:?}");
            assert_eq!(row["state"] == "absent", row["gwp"].is_empty(), "{row:?}");
            assert!(!row["gwp"].ends_with(".0"), "{row:?}");
            let before = seen.insert((row["gas"].clone(), row["gwp_set"].clone()), row["gwp"].clone());
            assert_eq!(before, None, "{row:?}");
        }
    }
    for gas in gases() {
        for set in ["AR4", "AR5", "AR6"] {
            assert!(seen.contains_key(&(gas.clone(), set.to_string())), "{gas} {set}");
        }
    }
    let expected = [
        ("CO2", "1", "1", "1"),
        ("CH4", "25", "28", "27.9"),
        ("CH4-fossil", "25", "30", "29.8"),
        ("CH4-non-fossil", "25", "28", "27"),
        ("N2O", "298", "265", "273"),
        ("SF6", "22800", "23500", "24300"),
        ("NF3", "17200", "16100", "17400"),
        ("HFC-32", "675", "677", "771"),
        ("HFC-125", "3500", "3170", "3740"),
        ("HFC-134a", "1430", "1300", "1530"),
        ("HFC-143a", "4470", "4800", "5810"),
        ("HFO-1234yf", "", "1", "0.501"),
    ];
    for (gas, ar4, ar5, ar6) in expected {
        for (set, value) in [("AR4", ar4), ("AR5", ar5), ("AR6", ar6)] {
            assert_eq!(seen[&(gas.to_string(), set.to_string())], value, "{gas} {set}");
        }
    }
}

#[test]
fn blends_add_up_to_a_hundred_and_name_known_gases() {
    let gases = gases();
    let mut milli: BTreeMap<String, u32> = BTreeMap::new();
    for pack in packs_of("blends") {
        for row in rows(pack) {
            assert!(gases.contains(&row["gas"]), "{row:?}");
            assert!(is_plain_decimal(&row["mass_percent"]), "{row:?}");
            let (whole, fraction) = row["mass_percent"].split_once('.').unwrap_or((&row["mass_percent"], ""));
            let share: u32 = format!("{whole}{fraction:0<3}").parse().unwrap();
            let sum = milli.entry(row["blend"].clone()).or_default();
            *sum = sum.checked_add(share).unwrap();
        }
    }
    assert_eq!(milli.len(), 50);
    for (blend, sum) in milli {
        assert_eq!(sum, 100_000, "{blend}");
    }
}

#[test]
fn leak_rates_are_percentages() {
    for pack in packs_of("leak-rates") {
        let mut seen = BTreeSet::new();
        for row in rows(pack) {
            assert!(is_slug(&row["factor"]) && seen.insert(row["factor"].clone()), "{row:?}");
            assert!(is_place(&row["place"]), "{row:?}");
            for column in ["initial_percent", "annual_percent", "remaining_percent", "recovery_percent"] {
                let whole = row[column].split('.').next().unwrap_or_default();
                assert!(is_plain_decimal(&row[column]), "{row:?}");
                assert!(whole.parse::<u8>().is_ok_and(|n| n <= 100), "{row:?}");
            }
        }
    }
}

#[test]
fn rules_cite_their_text_and_replace_rules_that_are_there() {
    for pack in packs_of("rules") {
        let mut seen = BTreeSet::new();
        for row in rows(pack) {
            assert!(is_slug(&row["rule"]) && seen.insert(row["rule"].clone()), "{row:?}");
            for column in ["says_en", "says_vi", "text", "article"] {
                assert!(!row[column].is_empty(), "{column}: {row:?}");
            }
            // Every law has a first day; where it was not seen, the row says so.
            assert!(!row["in_force_from"].is_empty() || row["note"].contains("not seen"), "{row:?}");
        }
        for row in rows(pack) {
            assert!(row["supersedes"].is_empty() || seen.contains(&row["supersedes"]), "{row:?}");
        }
    }
}

#[test]
fn energy_equivalents_are_a_figure_or_a_range() {
    for pack in packs_of("energy-equivalents") {
        for row in rows(pack) {
            assert!(is_slug(&row["equivalent"]) && is_slug(&row["energy"]), "{row:?}");
            let range = !row["lower"].is_empty() && !row["upper"].is_empty();
            assert!(row["toe"].is_empty() == range, "{row:?}");
            for column in ["toe", "lower", "upper"] {
                assert!(row[column].is_empty() || is_plain_decimal(&row[column]), "{row:?}");
            }
        }
    }
}

#[test]
fn goods_have_eight_digits_and_a_category_that_is_there() {
    let categories: BTreeSet<String> =
        packs_of("cbam-categories").into_iter().flat_map(rows).map(|row| row["category"].clone()).collect();
    for pack in packs_of("cbam-goods") {
        for row in rows(pack) {
            assert!(row["cn"].len() == 8 && row["cn"].bytes().all(|b| b.is_ascii_digit()), "{row:?}");
            assert!(categories.contains(&row["category"]), "{row:?}");
        }
    }
    for pack in packs_of("cbam-categories") {
        for row in rows(pack) {
            for precursor in row["precursors"].split(" | ").filter(|word| !word.is_empty()) {
                assert!(categories.contains(precursor), "{row:?}");
            }
        }
    }
}

/// A correction holds rows of the act that it corrects; what it does not hold was not compared.
#[test]
fn default_values_are_decimals_and_a_correction_corrects_rows_that_are_there() {
    let keys = |pack: &Pack| -> BTreeSet<(String, String, String)> {
        let key = |row: Row| (row["country"].clone(), row["cn"].clone(), row["variant"].clone());
        rows(pack).into_iter().map(key).collect()
    };
    for pack in packs_of("cbam-defaults") {
        assert_eq!(keys(pack).len(), rows(pack).len(), "{}: a row stands twice", pack.id);
        for row in rows(pack) {
            for column in ["direct", "indirect", "total"] {
                let cell = row[column].as_str();
                assert!(matches!(cell, "" | "N/A") || is_plain_decimal(cell), "{row:?}");
            }
        }
    }
    let original = keys(get("eu-cbam-defaults-2025-2621").unwrap());
    assert!(keys(get("eu-cbam-defaults-2026-1740").unwrap()).is_subset(&original));
}

#[test]
fn benchmarks_are_of_goods_that_are_there() {
    let goods: BTreeSet<String> =
        packs_of("cbam-goods").into_iter().flat_map(rows).map(|row| row["cn"].clone()).collect();
    for pack in packs_of("cbam-benchmarks") {
        for row in rows(pack) {
            assert!(goods.contains(&row["cn"]) && is_plain_decimal(&row["value"]), "{row:?}");
            assert!(matches!(row["column"].as_str(), "A" | "B"), "{row:?}");
        }
    }
}

#[test]
fn figures_cite_an_act_and_name_the_days_that_they_hold_for() {
    for pack in packs_of("cbam-figures") {
        for row in rows(pack) {
            assert!(!row["document"].is_empty() && !row["clause"].is_empty(), "{row:?}");
            for column in ["from", "to"] {
                assert!(row[column].is_empty() || is_date(&row[column]), "{row:?}");
            }
        }
    }
    for pack in packs_of("trace-figures") {
        for row in rows(pack) {
            assert!(!row["document"].is_empty() && !row["subject"].is_empty(), "{row:?}");
            assert!(row["from"].is_empty() || is_date(&row["from"]), "{row:?}");
        }
    }
    for pack in packs_of("cbam-countries") {
        assert!(rows(pack).iter().all(|row| is_place(&row["country"])), "{}", pack.id);
    }
}

#[test]
fn sets_of_requirements_are_examples_that_name_their_documents_in_two_languages() {
    let sets = packs_of("requirements");
    assert_eq!(sets.len(), 7);
    for pack in sets {
        assert!(
            pack.description.contains("(example)") && pack.description.contains("not issued by"),
            "{}",
            pack.id
        );
        for row in rows(pack).iter().filter(|row| row["row"] == "requirement") {
            for column in ["title_en", "title_vi", "subject", "document"] {
                assert!(!row[column].is_empty(), "{}: {column}: {row:?}", pack.id);
            }
        }
    }
}

#[test]
fn taxonomies_name_everything_that_is_reported_in_two_languages() {
    for pack in packs_of("taxonomy") {
        let rows = rows(pack);
        let of = |what: &str| rows.iter().filter(|row| row["row"] == what).collect::<Vec<_>>();
        let members: BTreeSet<&str> = of("member").iter().map(|row| row["id"].as_str()).collect();
        let prefixes: BTreeSet<&str> = of("prefix").iter().map(|row| row["id"].as_str()).collect();
        for row in of("concept").into_iter().chain(of("section")).chain(of("input")) {
            assert!(!row["label_en"].is_empty() && !row["label_vi"].is_empty(), "{}: {row:?}", pack.id);
        }
        for row in of("concept").into_iter().chain(of("member")) {
            let prefix = row["id"].split(':').next().unwrap_or_default();
            assert!(prefixes.contains(prefix), "{}: {row:?}", pack.id);
        }
        for row in of("axis").iter().filter(|row| row["type"] == "explicit" && !row["value"].is_empty()) {
            assert!(members.contains(row["value"].as_str()), "{}: {row:?}", pack.id);
        }
    }
}

#[test]
fn crosswalks_name_datapoints_and_reports_in_two_languages() {
    let all: Vec<_> = packs_of("crosswalk").into_iter().flat_map(rows).collect();
    let ids = |what: &str| -> BTreeSet<String> {
        all.iter().filter(|row| row["row"] == what).map(|row| row["id"].clone()).collect()
    };
    let (frameworks, datapoints, reports) = (ids("framework"), ids("datapoint"), ids("report"));
    for row in &all {
        match row["row"].as_str() {
            "code" => {
                assert!(datapoints.contains(&row["id"]) && frameworks.contains(&row["of"]), "{row:?}");
                // A guess of the research is no code.
                assert!(!row["code"].contains('?') && row["code"] != "-", "{row:?}");
                continue;
            }
            "item" => {
                assert!(reports.contains(&row["of"]), "{row:?}");
                assert!(row["source"].split('|').all(|id| datapoints.contains(id)), "{row:?}");
            }
            "section" => assert!(reports.contains(&row["of"]), "{row:?}"),
            "report" => assert!(frameworks.contains(&row["of"]), "{row:?}"),
            _ => {}
        }
        assert!(!row["label_en"].is_empty() && !row["label_vi"].is_empty(), "{row:?}");
    }
    // 9.3.1 of ISO 14064-1 has twenty items.
    let letters: String = all
        .iter()
        .filter(|row| row["row"] == "item" && row["of"] == "iso-14064-1" && row["due"] == "required")
        .map(|row| row["code"].as_str())
        .collect();
    assert_eq!(letters, "abcdefghijklmnopqrst");
}
