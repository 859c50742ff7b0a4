//! Which gas an elementary flow is, and whether it goes to air.

use super::super::header::fold;
use super::super::names;
use super::store::Flow;
use crate::gas::{Family, GasInfo, GasTable};

/// What is known of an elementary flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Species {
    /// A gas of the table.
    Gas(String),
    /// Carbon dioxide or methane of an origin that the name does not say: fossil and biogenic count apart.
    Unclear,
    /// A fluorinated substance that the table does not hold.
    Fluorinated,
    /// Something else.
    Other,
}

/// Identifiers of carbon dioxide and of methane, whose origin only a name tells.
const OF_TWO_ORIGINS: [&str; 2] = ["124-38-9", "74-82-8"];

/// How flows begin that hold a figure in CO2e of a footprint (METHODS M-302); the GWP set stands at the end of the name.
const STATED_IN_CO2E: &str = "Greenhouse gases, ";

/// The gas of a flow: by its name, by the short name at the end of it (`Ethane, 1,1-difluoro-, HFC-152a`), by its CAS number.
pub(super) fn species(flow: &Flow, gases: &GasTable) -> Species {
    if let [meaning] = names::exact("openlca", &flow.name) {
        return Species::Gas(meaning.activity.clone());
    }
    let last = flow.name.rsplit_once(", ").map_or(flow.name.as_str(), |(_, last)| last);
    let dashed = last.replace("Halon ", "Halon-");
    let known = [flow.name.as_str(), last, &dashed].into_iter().find_map(|name| gases.find(name.trim()));
    // What somebody calls CO2e is nobody's gas; a flow that says what it is, and which GWP set it was worked out with, is taken as that.
    let stated = flow.name.starts_with(STATED_IN_CO2E);
    let counts = |info: &&GasInfo| info.family != Family::Co2e || stated;
    if let Some(info) = known.map(|gas| gases.info(gas)).filter(counts) {
        return Species::Gas(info.name.to_string());
    }
    let cas = flow.cas.trim().trim_start_matches('0');
    if let [meaning] = names::exact("openlca-cas", cas) {
        return Species::Gas(meaning.activity.clone());
    }
    let name = fold(&flow.name);
    if OF_TWO_ORIGINS.contains(&cas) || name.starts_with("carbon dioxide") || name.starts_with("methane (") {
        return Species::Unclear;
    }
    if name.contains("fluoro") { Species::Fluorinated } else { Species::Other }
}

/// Where an elementary flow goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compartment {
    Air,
    Elsewhere,
    Unsaid,
}

/// The compartment, by the words of the flow's categories: `Elementary flows/Emission to air/unspecified`.
pub(super) fn compartment(flow: &Flow) -> Compartment {
    let category = fold(&flow.category);
    if category.is_empty() {
        return Compartment::Unsaid;
    }
    let says =
        |wanted: &[&str]| category.split(|c: char| !c.is_alphanumeric()).any(|word| wanted.contains(&word));
    match says(&["air"]) && !says(&["resource", "resources"]) {
        true => Compartment::Air,
        false => Compartment::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::shipped;

    #[test]
    fn flows_are_known_by_name_short_name_and_number() {
        let catalog = shipped();
        let of = |name: &str, cas: &str| {
            species(&Flow { name: name.into(), cas: cas.into(), ..Flow::default() }, catalog.gases())
        };
        for (name, cas, gas) in [
            ("Carbon dioxide, fossil", "", "CO2"),
            ("Carbon dioxide, from soil or biomass stock", "", "CO2-land-use"),
            ("methane, non-fossil", "000074-82-8", "CH4-non-fossil"),
            ("Ethane, 1,1,1,2-tetrafluoro-, HFC-134a", "", "HFC-134a"),
            ("Methane, bromotrifluoro-, Halon 1301", "", "Halon-1301"),
            ("Norflurane", "000811-97-2", "HFC-134a"),
            ("Laughing gas", "10024-97-2", "N2O"),
            ("Greenhouse gases, fossil, CO2e (AR6)", "", "CO2e (AR6)"),
            ("Greenhouse gases, land use change, CO2e (unstated)", "", "CO2e (unstated)"),
        ] {
            assert_eq!(of(name, cas), Species::Gas(gas.into()), "{name}");
        }
        assert_eq!(of("Carbon dioxide, in the sky", ""), Species::Unclear);
        assert_eq!(of("Gas of swamps", "74-82-8"), Species::Unclear);
        assert_eq!(of("Fluorotelomer, perfluoroalkyl", ""), Species::Fluorinated);
        for name in ["Sulfur dioxide", "CO2e (AR5)", "Methane, dichloro-, HCC-30", ""] {
            assert_eq!(of(name, ""), Species::Other, "{name}");
        }
    }

    #[test]
    fn every_gas_of_the_data_is_in_the_table() {
        let catalog = shipped();
        for format in ["openlca", "openlca-cas"] {
            let rows = names::rows(format);
            assert!(!rows.is_empty());
            for gas in rows {
                assert!(catalog.gases().find(gas).is_some(), "{format}: {gas}");
            }
        }
    }

    #[test]
    fn only_air_is_air() {
        let of = |category: &str| compartment(&Flow { category: category.into(), ..Flow::default() });
        assert_eq!(of("Elementary flows/Emission to air/high population density"), Compartment::Air);
        assert_eq!(of("Elementary Flows/emission/air/troposphere/rural"), Compartment::Air);
        assert_eq!(of("Elementary flows/Resource/in air"), Compartment::Elsewhere);
        assert_eq!(of("Elementary flows/Emission to water/unspecified"), Compartment::Elsewhere);
        assert_eq!(of("Airports"), Compartment::Elsewhere);
        assert_eq!(of(" "), Compartment::Unsaid);
    }
}
