//! What the process of a package says of itself: period, place, owner, sources, and where its figures can be found again.

use super::{Members, Node, Package, Said, reference, root, uuid};
use crate::footprint::rules;
use crate::footprint::sums::PARTS;
use crate::wire::v1;

/// Figures and the digests that they rest on: whoever has the files finds each of them again.
pub(super) fn summary(answer: &v1::FootprintComputeAnswer) -> String {
    let result = &answer.result;
    let of = &result.footprint;
    format!(
        "{} kg CO2e without biogenic uptake, {} kg CO2e with it, of {} {}.\nfootprint.compute {}, SHA-256 {}\nledger, SHA-256 {}\ninventory, digest {}",
        of.excluding_uptake_kg_co2e,
        of.including_uptake_kg_co2e,
        of.declared_amount,
        of.declared_unit,
        answer.engine,
        answer.digest,
        result.ledger_sha256,
        result.inventory_digest,
    )
}

/// The place of the process, if it is a country or a part of one.
pub(super) fn location(package: &mut Package, said: &mut Said<'_>) -> Option<Node> {
    let names = ["geographyCountrySubdivision", "geographyCountry"];
    let name = names.into_iter().find(|name| said.pcf.get(name).is_some())?;
    let code = said.member(name).and_then(Node::text)?;
    let id = uuid("Location", code);
    let mut location = root("Location", &id, code);
    location.say("code", code);
    package.add("locations", &id, location);
    Some(reference("Location", &id, code))
}

/// The documentation of the process.
pub(super) fn documentation(
    package: &mut Package,
    said: &mut Said<'_>,
    result: &v1::FootprintComputed,
) -> Node {
    let mut written = Members::default();
    let text = |said: &mut Said<'_>, name: &str| -> String {
        said.member(name).and_then(Node::text).unwrap_or_default().to_owned()
    };
    // The totals and the parts are said by the exchanges.
    for path in
        ["/pcf/pcfExcludingBiogenicUptake", "/pcf/pcfIncludingBiogenicUptake", "/pcf/biogenicCO2Uptake"]
    {
        said.say(path);
    }
    PARTS.iter().for_each(|part| said.say(&format!("/pcf/{part}")));

    // Days are inclusive, and a reference period ends before its end.
    if let Some(period) = rules::reference(said.top) {
        said.say("/pcf/referencePeriodStart");
        said.say("/pcf/referencePeriodEnd");
        written.say("validFrom", &period.from.date_naive().to_string());
        let last = period.until.date_naive().pred_opt().unwrap_or(period.until.date_naive());
        written.say("validUntil", &last.to_string());
    }
    let (from, until) = (text(said, "validityPeriodStart"), text(said, "validityPeriodEnd"));
    if !from.is_empty() || !until.is_empty() {
        written.say("timeDescription", &format!("the footprint is valid from {from} until {until}"));
    }
    written.say("creationDate", said.top.text_of("created"));
    written.say("geographyDescription", &text(said, "geographyRegionOrSubregion"));
    for (name, member) in [
        ("technologyDescription", "boundaryProcessesDescription"),
        ("inventoryMethodDescription", "allocationRulesDescription"),
        ("completenessDescription", "exemptedEmissionsDescription"),
        ("dataTreatmentDescription", "comment"),
    ] {
        written.say(name, said.member(member).and_then(Node::text).unwrap_or_default());
    }
    let primary = text(said, "primaryDataShare");
    if !primary.is_empty() {
        written.say("dataCollectionDescription", &format!("primary data: {primary} % of the total"));
    }
    let company = text(said, "companyName");
    if !company.is_empty() {
        let ids = said.member("companyIds").map(Node::items).unwrap_or_default();
        let ids: Vec<&str> = ids.iter().filter_map(Node::text).collect();
        let id = uuid("Actor", &format!("{company}\n{}", ids.join("\n")));
        let mut actor = root("Actor", &id, &company);
        actor.say("description", &ids.join("\n"));
        package.add("actors", &id, actor);
        written.put("dataSetOwner", reference("Actor", &id, &company));
    }
    said.say("/pcf/secondaryEmissionFactorSources");
    written.put("sources", Node::List(sources(package, result)));
    let licences: Vec<String> =
        result.packs.iter().map(|pack| format!("{}: {}", pack.title, pack.licence)).collect();
    written.say("restrictionsDescription", &licences.join("\n"));
    written.done()
}

/// Packs of factors with their licences, and what was bought with the digest of its document.
fn sources(package: &mut Package, result: &v1::FootprintComputed) -> Vec<Node> {
    let mut listed = Vec::new();
    let mut list = |name: &str, reference_text: &str, says: &str| {
        let id = uuid("Source", &format!("{name}\n{reference_text}\n{says}"));
        let mut source = root("Source", &id, name);
        source.say("textReference", reference_text);
        source.say("description", says);
        package.add("sources", &id, source);
        let named = reference("Source", &id, name);
        if !listed.contains(&named) {
            listed.push(named);
        }
    };
    for pack in &result.packs {
        list(&format!("{}, {}", pack.title, pack.edition), &pack.attribution, &pack.licence);
    }
    for good in result.contributions.iter().filter(|one| one.kind == "bought") {
        let digest = if good.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", good.sha256) };
        list(&good.id, &good.factors.join(", "), &digest);
    }
    listed
}
