//! Master data of a lot: country of origin and lot number, where an event tells them when it makes something.

use crate::epcis::members;

/// What master data say of where a thing comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Master {
    pub(super) country: String,
    pub(super) lot: String,
    /// Several countries are told: none of them is the one.
    pub(super) several: bool,
}

/// Reads `ilmd`. Names are known by what follows their prefix, for prefixes are bound differently.
pub(super) fn master(raw: &str) -> Master {
    let mut master = Master::default();
    for (name, texts) in members(raw) {
        let local = name.rsplit([':', '#', '/']).next().unwrap_or_default();
        match local {
            "countryOfOrigin" => {
                master.several |= texts.len() > 1 || !master.country.is_empty();
                master.country = texts.into_iter().next().unwrap_or_default();
            }
            "lotNumber" => master.lot = texts.into_iter().next().unwrap_or_default(),
            _ => {}
        }
    }
    if master.several {
        master.country.clear();
    }
    // Countries may be written as links: https://gs1.org/voc/country-VN, …/countryCode/VN.
    if let Some(code) = master.country.rsplit(['/', '-']).next().filter(|_| master.country.contains('/')) {
        master.country = code.to_owned();
    }
    master
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_and_lot_under_any_prefix() {
        let of = |raw| master(raw);
        let vn = of(
            r#"{"cbvmda:countryOfOrigin": "VN", "https://ns.example.com/lotNumber": "L7", "x:other": {"a": [1]}}"#,
        );
        assert_eq!((vn.country.as_str(), vn.lot.as_str()), ("VN", "L7"));
        let nested = of(r#"{"cbvmda:countryOfOrigin": [{"@value": "VN"}]}"#);
        assert_eq!(nested.country, "VN");
        let two = of(r#"{"cbvmda:countryOfOrigin": ["VN", "CN"]}"#);
        assert!(two.several && two.country.is_empty());
        assert_eq!(of(r#"{"cbvmda:lotNumber": 17}"#).lot, "17");
    }
}
