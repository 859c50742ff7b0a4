//! A payload of Catena-X, aspect `io.catenax.pcf` 9.0.0 (METHODS M-268).

use std::collections::BTreeMap;

use super::catena_form::{PAYLOAD, REPORTS, UNSPECIFIED, WORLD};
use super::said::{Said, exact, number};
use crate::error::{Code, Error, Severity};
use crate::footprint::decimal::Decimal;
use crate::footprint::node::{Members, Node};
use crate::footprint::rules::{decimal, validity};
use crate::footprint::shape::{Kind, Shape};
use crate::footprint::time;
use crate::footprint::walk::walk;
use crate::number::Fraction;
use crate::place::Place;

const VERSION: &str = "urn:io.catenax.pcf:datamodel:version:9.0.0";
/// Regions by their codes of the United Nations (M49); those that hold others come last.
const REGIONS: [(&str, &str); 22] = [
    ("053", "Australia and New Zealand"),
    ("143", "Central Asia"),
    ("030", "Eastern Asia"),
    ("151", "Eastern Europe"),
    ("419", "Latin America and the Caribbean"),
    ("054", "Melanesia"),
    ("057", "Micronesia"),
    ("015", "Northern Africa"),
    ("021", "Northern America"),
    ("154", "Northern Europe"),
    ("061", "Polynesia"),
    ("035", "South-eastern Asia"),
    ("034", "Southern Asia"),
    ("039", "Southern Europe"),
    ("202", "Sub-Saharan Africa"),
    ("145", "Western Asia"),
    ("155", "Western Europe"),
    ("002", "Africa"),
    ("019", "Americas"),
    ("142", "Asia"),
    ("150", "Europe"),
    ("009", "Oceania"),
];
/// What the total of the production stage is made of there; aircraft stands beside fossil emissions and not inside of them.
const PARTS: [&str; 6] = [
    "fossilGhgEmissions",
    "aircraftGhgEmissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals",
    "biogenicNonCO2Emissions",
];
/// Most that may be exempted, in per cent: by the schema, by the rulebook.
const EXEMPTED: [(i64, Severity, &str); 2] =
    [(10, Severity::Error, "the schema"), (3, Severity::Warning, "the rulebook")];

/// Members that may be stated beside the footprint: all that the form has and that are not worked out.
pub(super) fn asks() -> Vec<&'static str> {
    let mut names = Vec::new();
    leaves(&PAYLOAD, &mut names);
    names.retain(|name| {
        !["specVersion", "partialFullPcf", "version", "id", "created", "status"].contains(name)
    });
    names
}

fn leaves(shape: &Shape, names: &mut Vec<&'static str>) {
    for field in shape.fields {
        match &field.kind {
            Kind::List(Kind::Object(inner)) => leaves(inner, names),
            _ => names.push(field.name),
        }
    }
}

/// The payload, with what is missing told by its place in it.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn write(said: &mut Said<'_>) -> Result<Node, Error> {
    let mut derived = BTreeMap::new();
    fixed(said, &mut derived);
    geography(said, &mut derived);
    lists(said, &mut derived);
    figures(said, &mut derived)?;
    rulebook(said)?;
    let payload = filled(&PAYLOAD, &derived, said);
    Ok(walk(&PAYLOAD, &payload, "/view", &mut said.told))
}

type Derived = BTreeMap<&'static str, Node>;

fn filled(shape: &Shape, derived: &Derived, said: &mut Said<'_>) -> Node {
    let mut out = Members::default();
    for field in shape.fields {
        let value = match &field.kind {
            Kind::List(Kind::Object(inner)) => {
                let group = filled(inner, derived, said);
                let empty = group.members().is_empty() && field.need != crate::footprint::shape::Need::Must;
                (!empty).then(|| Node::List(vec![group]))
            }
            kind => leaf(field.name, kind, derived, said),
        };
        if let Some(value) = value {
            out.put(field.name, value);
        }
    }
    out.done()
}

/// What was worked out, else what the footprint says, else what its maker adds.
fn leaf(name: &'static str, kind: &Kind, derived: &Derived, said: &mut Said<'_>) -> Option<Node> {
    let found = derived.get(name).cloned().or_else(|| said.member(name).cloned());
    let value = match (found, said.stated(name)) {
        (Some(found), Some(stated)) => {
            let message = format!("`{name}` follows from the footprint: {}", found.shown());
            said.told.error(
                Code::FootprintContradiction,
                &format!("/stated/{name}"),
                &stated.shown(),
                message,
            );
            found
        }
        (found, stated) => found.or_else(|| stated.cloned())?,
    };
    let read = match (&value, kind) {
        (Node::Text(text) | Node::Number(text), Kind::Number(_)) => Decimal::read(text),
        _ => None,
    };
    Some(read.as_ref().map_or(value, number))
}

fn fixed(said: &mut Said<'_>, derived: &mut Derived) {
    derived.insert("specVersion", Node::List(vec![Node::of(VERSION)]));
    derived.insert("partialFullPcf", Node::of("Cradle-to-gate"));
    derived.insert("version", Node::Number("0".to_owned()));
    said.note("/specVersion", said.top.text_of("specVersion"), "changed", "the payload says its own version");
    if let Some(ids) = said.top.get("precedingPfIds") {
        let reason = "the schema has objects without members there, so they cannot be named";
        said.note("/precedingPfIds", &ids.shown(), "dropped", reason);
    }
    if said.top.get("validityPeriodEnd").is_none()
        && let Some(validity) = validity(said.top)
    {
        let until = time::text(validity.until);
        said.note(
            "/validityPeriodEnd",
            &until,
            "added",
            "three years after the reference period, unless it is stated",
        );
        derived.insert("validityPeriodEnd", Node::Text(until));
    }
}

/// The region is asked for always; it follows from the country, the country from its subdivision.
fn geography(said: &mut Said<'_>, derived: &mut Derived) {
    let (subdivision, country) =
        (said.pcf.text_of("geographyCountrySubdivision"), said.pcf.text_of("geographyCountry"));
    if said.pcf.get("geographyRegionOrSubregion").is_some()
        || said.stated("geographyRegionOrSubregion").is_some()
    {
        return;
    }
    let finer = if subdivision.is_empty() { country } else { subdivision };
    if finer.is_empty() {
        said.note(
            "/pcf/geographyRegionOrSubregion",
            WORLD,
            "added",
            "a footprint without geography is one of the world",
        );
        derived.insert("geographyRegionOrSubregion", Node::of(WORLD));
        return;
    }
    let Ok(place) = Place::parse(finer) else { return };
    let chain = place.chain();
    let name = REGIONS.iter().find(|(code, _)| chain.contains(code)).map(|(_, name)| *name);
    if let Some(name) = name {
        said.note("/pcf/geographyRegionOrSubregion", name, "added", format!("{finer} lies in it"));
        derived.insert("geographyRegionOrSubregion", Node::of(name));
    }
    if let (true, Some((country, _))) = (country.is_empty(), subdivision.split_once('-')) {
        said.note("/pcf/geographyCountry", country, "added", format!("{subdivision} lies in it"));
        derived.insert("geographyCountry", Node::of(country));
    }
}

/// Lists that are texts there, or one word.
fn lists(said: &mut Said<'_>, derived: &mut Derived) {
    let sources = said.member("secondaryEmissionFactorSources").map(Node::items).unwrap_or_default();
    if !sources.is_empty() || said.pcf.get("primaryDataShare").is_some() {
        let text = |one: &Node| Node::Text(format!("{} {}", one.text_of("name"), one.text_of("version")));
        derived.insert("secondaryEmissionFactorSources", Node::List(sources.iter().map(text).collect()));
    }
    let rules = said.member("productOrSectorSpecificRules").map(Node::items).unwrap_or_default();
    let mut texts = Vec::new();
    for rule in rules {
        let operator = match rule.text_of("otherOperatorName") {
            "" => rule.text_of("operator"),
            other => other,
        };
        let names = rule.get("ruleNames").map(Node::items).unwrap_or_default();
        texts.extend(
            names.iter().filter_map(Node::text).map(|name| Node::Text(format!("{operator}: {name}"))),
        );
    }
    derived.insert("productOrSectorSpecificRules", Node::List(texts));
    let reports = said.member("ipccCharacterizationFactors");
    if let Some(listed) = reports {
        let report = match listed.items() {
            [one] if REPORTS.contains(&one.text().unwrap_or_default()) => one.clone(),
            _ => {
                let reason = "the payload names one report of AR4 to AR6";
                said.note("/pcf/ipccCharacterizationFactors", &listed.shown(), "changed", reason);
                Node::of(UNSPECIFIED)
            }
        };
        derived.insert("ipccCharacterizationFactors", report);
    }
}

fn figures(said: &mut Said<'_>, derived: &mut Derived) -> Result<(), Error> {
    let value = |name: &str| decimal(said.pcf, name).map(|read| read.value);
    let fossil = value("fossilGhgEmissions");
    if let (Some(fossil), Some(aircraft)) = (&fossil, value("aircraftGhgEmissions"))
        && !aircraft.is_zero()
    {
        let rest = fossil.try_sub(&aircraft)?;
        let reason = "emissions of aircraft are inside of it in PACT and stand beside it there";
        said.note("/pcf/fossilGhgEmissions", &fossil.to_string(), "changed", reason);
        derived.insert("fossilGhgEmissions", exact(&rest));
    }
    if let (Some(fossil), Some(biogenic)) = (value("fossilCarbonContent"), value("biogenicCarbonContent")) {
        derived.insert("carbonContentTotal", exact(&fossil.try_add(&biogenic)?));
    }
    if let Some(packaging) = said.member("packagingGhgEmissions") {
        derived.insert("packagingPcfExcludingBiogenicUptake", packaging.clone());
    }
    let outbound = said.member("outboundLogisticsGhgEmissions");
    if outbound.is_none() {
        let reason = "the footprint states no outbound logistics";
        said.note("/pcf/outboundLogisticsGhgEmissions", "false", "added", reason);
    }
    derived.insert("distributionStageIncluded", Node::Flag(outbound.is_some()));
    if let Some(outbound) = outbound {
        derived.insert("distributionStagePcfExcludingBiogenicUptake", outbound.clone());
    }
    differs(said, derived)
}

/// What PACT counts into the total and the payload has no place for leaves its parts short of it.
fn differs(said: &mut Said<'_>, derived: &Derived) -> Result<(), Error> {
    let Some(total) = decimal(said.pcf, "pcfExcludingBiogenicUptake") else { return Ok(()) };
    let mut sum = Fraction::zero();
    for name in PARTS {
        let given = derived.get(name).or_else(|| said.pcf.get(name));
        if let Some(Node::Text(text) | Node::Number(text)) = given
            && let Some(part) = Decimal::read(text)
        {
            sum = sum.try_add(&part.value)?;
        }
    }
    let apart = total.value.try_sub(&sum)?;
    if !apart.is_zero() {
        let message = format!(
            "the total is {} and the parts that the payload names give {sum}: {apart} apart",
            total.plain
        );
        let path = "/view/productLifeCycleStagesAndEmissions/0/productionStage/0/pcfExcludingBiogenicUptake";
        said.told.warn(Code::FootprintPartsDiffer, path, &total.plain, message);
    }
    Ok(())
}

/// What the rulebook asks for beside the schema.
fn rulebook(said: &mut Said<'_>) -> Result<(), Error> {
    let ids = said.top.get("companyIds").map(Node::items).unwrap_or_default();
    if !ids.iter().filter_map(Node::text).any(|id| id.contains("BPNL")) {
        let message = "no identifier of the company is a business partner number (BPNL)";
        said.told.warn(Code::FootprintNotStated, "/document/companyIds", "", message);
    }
    let unit = said.pcf.text_of("declaredUnitOfMeasurement");
    if !["piece", "kilogram"].contains(&unit) {
        let message =
            format!("the rulebook declares footprints for pieces and kilograms, this one for `{unit}`");
        said.told.warn(Code::FootprintBadValue, "/document/pcf/declaredUnitOfMeasurement", unit, message);
    }
    let exempted = decimal(said.pcf, "exemptedEmissionsPercent");
    if let Some(exempted) = exempted
        && let Some((most, severity, whose)) =
            EXEMPTED.into_iter().find(|(most, ..)| exempted.value > Fraction::whole(*most))
    {
        let message = format!("{} per cent are exempted; {whose} allows {most}", exempted.plain);
        let path = "/document/pcf/exemptedEmissionsPercent";
        said.told.tell(severity, Code::FootprintBadValue, path, &exempted.plain, message, "");
    }
    Ok(())
}
