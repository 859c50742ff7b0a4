//! The register of activities.

use super::*;

#[test]
fn the_register_is_well_formed_and_its_names_are_honest() {
    let register = register();
    let ids: BTreeSet<String> = register.keys().map(|id| folded(id)).collect();
    assert_eq!(ids.len(), register.len(), "two ids differ in case or separators only");
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (id, row) in &register {
        assert!(is_slug(id), "{id}");
        assert!(!row["name_en"].is_empty() && !row["name_vi"].is_empty(), "{id}");
        assert!(is_category(&row["scope"], &row["category"]), "{id}");
        assert!(row["fuel"].is_empty() || is_slug(&row["fuel"]), "{id}");
        assert!(row["per"].is_empty() || kind_of(&row["per"]).is_some(), "{id}");
        for column in ["aliases_en", "aliases_vi"] {
            assert!(!row[column].is_empty(), "{id}: no {column}");
            for alias in row[column].split(" | ") {
                assert_eq!(alias.trim(), alias, "{id}");
                assert!(!alias.is_empty() && !alias.contains('|'), "{id}: {alias}");
                assert!(!ids.contains(&folded(alias)), "{id}: the alias {alias} is an id");
                owners.entry(folded(alias)).or_default().insert(id);
            }
        }
    }
    for (id, row) in &register {
        let said: BTreeSet<String> = row["note"]
            .split_once("ambiguous: ")
            .map(|(_, list)| list.split(" | ").map(folded).collect())
            .unwrap_or_default();
        let shared: BTreeSet<String> = owners
            .iter()
            .filter(|(_, who)| who.len() > 1 && who.contains(id.as_str()))
            .map(|(alias, _)| alias.clone())
            .collect();
        assert_eq!(said, shared, "{id}: the note must list the names it shares");
    }
    let shared_by = |name: &str| owners[&folded(name)].iter().copied().collect::<Vec<_>>();
    assert_eq!(shared_by("diesel"), ["diesel-road", "diesel-stationary"]);
    assert_eq!(shared_by("dầu DO"), ["diesel-road", "diesel-stationary"]);
    assert_eq!(shared_by("grid_electricity"), ["electricity"]);
    assert_eq!(shared_by("điện lưới"), ["electricity"]);
    assert_eq!(shared_by("xăng"), ["gasoline-road"]);
}

/// Ledgers and other packs rely on these ids: taking one away breaks them.
#[test]
fn ids_that_must_stay() {
    let register = register();
    let needed = "electricity steam heat cooling diesel-stationary \
        diesel-road diesel-forklift gasoline-road lpg-stationary lpg-forklift \
        natural-gas-stationary fuel-oil-stationary anthracite-stationary bituminous-coal-stationary wood-stationary \
        biomass-stationary charcoal-stationary kerosene-stationary clinker lime \
        glass crude-steel nitric-acid steel-wire-rod steel \
        stainless-steel aluminium copper zinc plastics \
        paper cardboard wood-packaging chemicals acid \
        lubricant water-supply water-treatment freight-road-hgv freight-road-van \
        freight-rail freight-sea-container freight-air waste-landfill-mixed waste-recycling-metal \
        waste-recycling-paper waste-recycling-plastic waste-combustion-mixed waste-hazardous wastewater \
        travel-air-short-haul travel-air-long-haul travel-rail travel-taxi travel-bus \
        travel-car travel-motorbike hotel-stay commute-motorbike commute-car \
        commute-bus telework electricity-td-losses electricity-wtt diesel-wtt \
        gasoline-wtt lpg-wtt natural-gas-wtt offset-credit";
    for id in needed.split_ascii_whitespace() {
        assert!(register.contains_key(id), "{id}");
    }
}

/// Fuel links lead somewhere: a calorific value in some pack, except for the two that have none.
#[test]
fn fuels_of_the_register_have_a_calorific_value() {
    let mut known = BTreeSet::new();
    for pack in packs_of("factors") {
        for row in rows(pack) {
            if ["ncv", "gcv"].contains(&row["kind"].as_str()) && row["state"] == "value" {
                known.insert(row["activity"].clone());
            }
        }
    }
    for (id, row) in register() {
        let without = ["", "acetylene"].contains(&row["fuel"].as_str());
        assert!(without || known.contains(&row["fuel"]), "{id}: no calorific value for {}", row["fuel"]);
    }
}
