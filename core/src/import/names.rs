//! What publishers' words mean: activities, categories, units and places, kept as data beside the code.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::header::fold;

/// What is known of a publisher's label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Identifier of the activity (for properties: of the fuel); empty if the label itself becomes the name.
    pub(super) activity: String,
    pub(super) scope: String,
    pub(super) category: String,
    pub(super) view: String,
    pub(super) td_losses: String,
    /// A gas that takes the place of CO2: `CO2-biogenic`.
    pub(super) co2: String,
}

/// What is known of a publisher's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitMeaning {
    /// The unit that the factor is per; empty if the value must be left, which `note` explains.
    pub(super) per_unit: String,
    /// Unit of the value where the publisher's unit is a multiple; empty if the value keeps its own.
    pub(super) value_unit: String,
    /// How names call the unit.
    pub(super) word: String,
    pub(super) confidence: String,
    pub(super) note: String,
}

/// A row of a file of this folder: comma-separated, the first column says which layouts it is for.
fn table(text: &'static str, mut take: impl FnMut(&csv::StringRecord)) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        take(&record);
    }
}

fn field(record: &csv::StringRecord, at: usize) -> String {
    record.get(at).unwrap_or_default().trim().to_owned()
}

type Labels = BTreeMap<(String, String), Vec<Meaning>>;

static NAMES: LazyLock<Labels> = LazyLock::new(|| {
    let mut names = Labels::new();
    table(include_str!("names.csv"), |record| {
        let meaning = Meaning {
            activity: field(record, 2),
            scope: field(record, 3),
            category: field(record, 4),
            view: field(record, 5),
            td_losses: field(record, 6),
            co2: field(record, 7),
        };
        names.entry((field(record, 0), fold(&field(record, 1)))).or_default().push(meaning);
    });
    names
});

/// What a label of a publisher means, exactly as written; more than one where one cell serves several activities.
pub(super) fn exact(format: &str, label: &str) -> &'static [Meaning] {
    NAMES.get(&(format.to_owned(), fold(label))).map_or(&[], Vec::as_slice)
}

/// What the labels of a layout mean, for tests of the data.
#[cfg(test)]
pub(super) fn rows(format: &str) -> Vec<&'static str> {
    let rows = NAMES.iter().filter(|((of, _), _)| of == format);
    rows.flat_map(|(_, meanings)| meanings.iter().map(|meaning| meaning.activity.as_str())).collect()
}

/// The eGRID subregions of a region of grid losses.
pub(super) fn subregions(region: &str) -> Vec<&'static str> {
    exact("egrid-region", region).iter().map(|meaning| meaning.activity.as_str()).collect()
}

/// What the longest known beginning of a hierarchy says of scope and category; levels are separated by ` / `.
pub(super) fn under(format: &str, label: &str) -> Meaning {
    let folded = fold(label);
    let mut rest: &str = &folded;
    loop {
        if let Some(found) =
            NAMES.get(&(format.to_owned(), rest.to_owned())).and_then(|meanings| meanings.first())
        {
            return Meaning { activity: String::new(), ..found.clone() };
        }
        match rest.rsplit_once(" / ") {
            Some((above, _)) => rest = above,
            None => return Meaning::default(),
        }
    }
}

/// By format and printed unit: below which label it holds, and what it means there.
type Units = BTreeMap<(String, String), Vec<(String, UnitMeaning)>>;

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut units = Units::new();
    table(include_str!("units.csv"), |record| {
        let meaning = UnitMeaning {
            per_unit: field(record, 3),
            value_unit: field(record, 4),
            word: field(record, 5),
            confidence: field(record, 6),
            note: field(record, 7),
        };
        let key = (field(record, 0), fold(&field(record, 2)));
        units.entry(key).or_default().push((fold(&field(record, 1)), meaning));
    });
    units
});

/// What a unit of a publisher means below a label; the longest beginning decides.
pub(super) fn unit(format: &str, label: &str, printed: &str) -> Option<&'static UnitMeaning> {
    let label = fold(label);
    let below = |above: &str| {
        above.is_empty()
            || label.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with(" / "))
    };
    UNITS
        .get(&(format.to_owned(), fold(printed)))?
        .iter()
        .filter(|(above, _)| below(above))
        .max_by_key(|(above, _)| above.len())
        .map(|(_, meaning)| meaning)
}

static PLACES: LazyLock<BTreeMap<(String, String), String>> = LazyLock::new(|| {
    let mut places = BTreeMap::new();
    table(include_str!("places.csv"), |record| {
        places.insert((field(record, 0), fold(&field(record, 1))), field(record, 2));
    });
    places
});

/// The place code of a publisher's name or of an ISO 3166-1 alpha-3 code (`iso3`).
pub(super) fn place(names: &str, name: &str) -> Option<&'static str> {
    PLACES.get(&(names.to_owned(), fold(name))).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::shipped;
    use crate::place::Place;
    use crate::scope::{Category, Scope};
    use crate::unit::Unit;

    #[test]
    fn every_row_of_the_data_is_well_formed() {
        for ((format, label), meanings) in NAMES.iter() {
            for meaning in meanings {
                let scope = Scope::parse(&meaning.scope);
                if !meaning.category.is_empty() {
                    assert!(Category::parse(&meaning.category, scope.ok()).is_ok(), "{format} {label}");
                }
                assert!(["", "location", "residual"].contains(&&*meaning.view), "{format} {label}");
                assert!(["", "CO2-biogenic", "CO2-land-use"].contains(&&*meaning.co2), "{format} {label}");
            }
        }
        for ((format, printed), meanings) in UNITS.iter() {
            for (_, meaning) in meanings {
                assert!(
                    meaning.per_unit.is_empty() || Unit::parse(&meaning.per_unit).is_ok(),
                    "{format} {printed}: {}",
                    meaning.per_unit
                );
                assert!(!meaning.per_unit.is_empty() || !meaning.note.is_empty(), "{format} {printed}");
                assert!(meaning.value_unit.is_empty() || Unit::parse(&meaning.value_unit).is_ok());
            }
        }
        for ((list, name), code) in PLACES.iter() {
            assert_eq!(
                Place::parse(code).map(|place| place.to_string()).as_deref(),
                Ok(&**code),
                "{list} {name}"
            );
        }
        assert_eq!(PLACES.keys().filter(|(list, _)| list == "iso3").count(), 250);
    }

    #[test]
    fn activities_of_the_data_are_registered() {
        let catalog = shipped();
        for ((format, label), meanings) in NAMES
            .iter()
            .filter(|((format, _), _)| !["openlca", "openlca-cas", "egrid-region"].contains(&&**format))
        {
            for meaning in meanings.iter().filter(|meaning| !meaning.activity.is_empty()) {
                assert!(
                    catalog.activity(&meaning.activity).is_some(),
                    "{format} {label}: {}",
                    meaning.activity
                );
            }
        }
    }

    #[test]
    fn the_longest_beginning_decides() {
        let meaning = under("desnz", "WTT- fuels / Gaseous fuels / A gas of next year");
        assert_eq!((&*meaning.scope, &*meaning.category), ("3", "3"));
        assert_eq!(under("desnz", "Something new"), Meaning::default());
        let water = unit("desnz", "Water supply / Water supply", "cubic metres").unwrap();
        assert_eq!(water.per_unit, "m3");
        let gas = unit("desnz", "Fuels / Gaseous fuels / Natural gas", "cubic metres").unwrap();
        assert_eq!(gas.per_unit, "m3{15Cel_101.325kPa}");
    }
}
