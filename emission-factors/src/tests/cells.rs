//! What the packs hold: cells read by hand, states, what must not be shipped, and the counts of the README.

use super::*;

/// Data that may not be passed on must not slip in.
#[test]
fn nothing_that_may_not_be_shipped() {
    let barred = [
        "EFDB",
        "IPCC 2006",
        "2006 IPCC",
        "Table 7.9",
        "Carbon Footprint Ltd",
        "Electricity Maps",
        "UNFCCC IFI",
        "IFI Default",
        "cross-sector EFs",
        "IEA data",
    ];
    for pack in PACKS {
        for word in barred {
            assert!(!pack.table.contains(word), "{}: {word}", pack.id);
        }
    }
    let licence = |id: &str| text(get(id).unwrap(), "licence");
    assert_eq!(licence("ipcc-gwp"), "CC0-1.0");
    assert_eq!(licence("uk-desnz-2025"), "OGL-UK-3.0");
    assert_eq!(licence("ember-2024"), "CC-BY-4.0");
    assert_eq!(licence("emitrace-activities"), "MIT OR Apache-2.0");
    assert!(text(get("uk-desnz-2025").unwrap(), "attribution").contains("Open Government Licence v3.0"));
}

/// Cells read against the sources by hand.
#[test]
fn known_cells() {
    let expected = [
        ("vn-grid", "electricity-2023", "CO2", "0.6592"),
        ("vn-grid", "electricity-2022", "CO2", "0.6766"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "CO2", "74100"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "CH4", "3"),
        ("vn-decision-2626", "diesel-stationary-manufacturing", "N2O", "0.6"),
        ("vn-decision-2626", "diesel-stationary-commercial", "CH4", "10"),
        ("vn-decision-2626", "anthracite-stationary-manufacturing", "CH4", "10"),
        ("vn-decision-2626", "diesel-road", "N2O", "3.9"),
        ("vn-decision-2626", "anaerobic-digestion-dry", "N2O", ""),
        ("vn-decision-2626", "gas-production-flaring", "N2O", "0.000000025"),
        ("eu-standard-fuels", "diesel-stationary", "CO2", "74.1"),
        ("eu-standard-fuels", "ncv-diesel", "", "43.0"),
        ("us-epa-hub-2025", "natural-gas-stationary", "CO2", "53.06"),
        ("us-epa-hub-2025", "gcv-natural-gas", "", "0.001026"),
        ("us-epa-hub-2025", "blast-furnace-gas-stationary", "CH4", "0.022"),
        ("us-egrid-2023", "electricity-camx", "CO2", "436.655"),
        ("us-egrid-2023", "grid-loss-camx", "", "4.1"),
        ("us-useeio-1.3.0", "spend-111110", "CO2e", "0.532"),
        ("us-useeio-1.3.0", "spend-111110-without-margins", "CO2e", "0.488"),
        ("uk-desnz-2025", "electricity-per-kwh", "CO2e", "0.177"),
        ("uk-desnz-2025", "electricity-td-losses-per-kwh", "CO2e", "0.01853"),
        ("uk-desnz-2025", "waste-landfill-mixed-per-t", "CO2e", "520.5327"),
        ("uk-desnz-2024-2026-selected", "electricity-per-kwh-2026", "CO2e", "0.13096"),
        ("ember-2024", "electricity-vn-2024", "CO2e", "486.13"),
    ];
    for (pack, factor, gas, value) in expected {
        let found = rows(get(pack).unwrap());
        let row = found.iter().find(|row| row["factor"] == factor && row["gas"] == gas);
        assert_eq!(row.map(|row| row["value"].as_str()), Some(value), "{pack}: {factor}: {gas}");
    }
}

/// Value, zero, declared negligible and absent stay four different things.
#[test]
fn zero_negligible_and_absent_are_told_apart() {
    let states = |id: &str| {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for row in rows(get(id).unwrap()) {
            let zero = row["state"] == "value" && row["value"].bytes().all(|b| b == b'0' || b == b'.');
            let state = if zero { "zero".to_string() } else { row["state"].clone() };
            let n = count.entry(state).or_default();
            *n = n.saturating_add(1);
        }
        count
    };
    assert_eq!(states("vn-decision-2626").get("negligible"), Some(&2));
    assert_eq!(states("vn-decision-2626").get("absent"), None);
    assert!(states("vn-decision-2626")["zero"] >= 1);
    assert_eq!(states("uk-desnz-2025").get("absent"), Some(&DESNZ_BLANK_CELLS));
}

const DESNZ_BLANK_CELLS: usize = 579;

#[test]
fn the_readme_counts_the_rows() {
    let readme = include_str!("../../README.md");
    for pack in PACKS {
        let count = rows(pack).len();
        let line = readme.lines().find(|line| line.starts_with(&format!("| `{}` |", pack.id)));
        let cells: Vec<&str> = line.unwrap_or_default().split('|').map(str::trim).collect();
        assert_eq!(cells.get(3).copied(), Some(count.to_string().as_str()), "{}: README.md", pack.id);
    }
    let licences = include_str!("../../LICENSES.md");
    for pack in PACKS {
        assert!(licences.contains(&format!("`{}`", pack.id)), "{}: LICENSES.md", pack.id);
    }
}
