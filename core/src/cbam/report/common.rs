//! What the report and its summary both say.

use super::Facts;
use super::draft::{Draft, at, of};
use crate::cbam::figures::given_good;
use crate::factor::rows::FunctionalUnit;
use crate::wire::v1;

/// Of a list only the first so many are asked for.
pub(super) const FIVE: usize = 5;

impl<'f> Facts<'f> {
    /// The processes that the document describes, each with its place.
    pub(super) fn processes(&self) -> impl Iterator<Item = (&'f v1::CbamProcess, String)> + use<'f> {
        let all = self.request.processes.iter().enumerate();
        all.map(|(at, process)| (process, format!("/processes/{at}")))
    }

    /// Whether a name is of a process, an energy unit or a precursor of the document.
    pub(super) fn is_inside(&self, name: &str) -> bool {
        self.request.processes.iter().any(|process| process.id == name)
            || self.request.energy_units.iter().any(|unit| unit.id == name)
    }

    /// Who stands behind a name.
    pub(super) fn other(&self, name: &str) -> Option<&'f v1::CbamOther> {
        self.request.statements.others.iter().find(|other| other.name == name)
    }

    /// Whether goods of Annex I are made that are not in Annex II.
    pub(super) fn indirect(&self) -> bool {
        self.figures.goods.iter().any(|good| good.indirect_counts)
    }

    /// Whether electricity is a good of the installation.
    pub(super) fn makes_electricity(&self) -> bool {
        self.figures.goods.iter().any(|good| good.functional_unit == FunctionalUnit::KilowattHour.as_str())
    }

    /// How a good is called in statements: its code, its name, and the process if it needs telling apart.
    pub(super) fn called(&self, good: &v1::CbamGoodResult) -> String {
        let same = self.figures.goods.iter().filter(|other| other.cn == good.cn).count();
        let process = if same > 1 { format!(", {}", good.process) } else { String::new() };
        format!("{} {}{process}", good.cn, good.name).trim_end().to_owned()
    }

    /// Where a good stands in the document.
    pub(super) fn place(&self, good: &v1::CbamGoodResult) -> String {
        let wanted = given_good(self.request, good);
        for (process, path) in self.processes() {
            let is_wanted =
                |given: &v1::CbamMadeGood| wanted.is_some_and(|(_, wanted)| core::ptr::eq(wanted, given));
            let at = process.goods.iter().position(is_wanted);
            if let Some(at) = at {
                return format!("{path}/goods/{at}");
            }
        }
        "/processes".into()
    }
}

/// The unit of specific emissions for one of something.
pub(super) fn per(unit: &str) -> String {
    format!("t CO2e/{unit}")
}

/// Operator, registration, address.
pub(super) fn operator(facts: &Facts<'_>, draft: &mut Draft) {
    let (installation, said) = (&facts.request.installation, &facts.request.statements);
    draft.part("a");
    draft.need("operator", at("/installation/operator"), &installation.operator);
    draft.part("b");
    draft.need("registration-number", at("/statements/registration_number"), &said.registration_number);
    draft.part("c");
    draft.need("operator-address", at("/statements/operator_address"), &said.operator_address);
}

/// The installation; each statement in a part of its own if `parts` name them.
pub(super) fn installation(facts: &Facts<'_>, draft: &mut Draft, parts: [&'static str; 5]) {
    let (installation, said) = (&facts.request.installation, &facts.request.statements);
    let [name, registry, unlocode, address, place] = parts;
    draft.part(name);
    draft.need("installation", at("/installation/name"), &installation.name);
    draft.part(registry);
    draft.need("registry-id", at("/statements/registry_id"), &said.registry_id);
    draft.part(unlocode);
    draft.need("unlocode", at("/installation/unlocode"), &installation.unlocode);
    draft.part(address);
    draft.need("address", at("/installation/address"), &installation.address);
    draft.part(place);
    draft.need("latitude", at("/installation/latitude"), &installation.latitude);
    draft.need("longitude", at("/installation/longitude"), &installation.longitude);
}

/// Processes with their routes; a route is needed where the category tells routes apart.
pub(super) fn processes(facts: &Facts<'_>, draft: &mut Draft) {
    for (process, path) in facts.processes() {
        let told_apart = process.goods.iter().any(|good| {
            let category =
                facts.tables.good(&good.cn).and_then(|good| facts.tables.category(&good.row.category));
            category.is_ok_and(|(_, row)| !row.routes.is_empty())
        });
        let about = called(process);
        draft.give("process", of(&about, &path), &process.id, "");
        let routes = format!("{path}/routes");
        if told_apart {
            draft.need("route", of(&about, &routes), &process.routes.join(", "));
        } else {
            draft.if_said("route", of(&about, &routes), &process.routes.join(", "));
        }
    }
}

/// How a process is called in statements.
pub(super) fn called(process: &v1::CbamProcess) -> String {
    if process.name.is_empty() { process.id.clone() } else { process.name.clone() }
}

/// Heat that comes from others or goes to them.
pub(super) fn heat(facts: &Facts<'_>, draft: &mut Draft, identify: bool) {
    for (process, path) in facts.processes() {
        for (index, heat) in process.heat.iter().enumerate().filter(|(_, heat)| !facts.is_inside(&heat.with))
        {
            let what = if heat.direction == "in" { "heat-imported" } else { "heat-exported" };
            let path = format!("{path}/heat/{index}");
            draft.give(what, of(&called(process), &path), &heat.tj, "TJ");
            if identify {
                identity(facts, draft, &heat.with, &path);
            }
        }
    }
    for (index, unit) in facts.request.energy_units.iter().enumerate() {
        if !unit.exported_heat_tj.is_empty() {
            let path = format!("/energy_units/{index}/exported_heat_tj");
            draft.give("heat-exported", of(&unit.id, &path), &unit.exported_heat_tj, "TJ");
        }
    }
}

/// Who stands behind a name outside the installation.
pub(super) fn identity(facts: &Facts<'_>, draft: &mut Draft, name: &str, path: &str) {
    match (facts.other(name), name.trim().is_empty()) {
        (_, true) => draft.miss("other-installation", of("", &format!("{path}/with")), ""),
        (Some(other), false) => {
            let parts = [&other.operator, &other.country, &other.registry_id, &other.contact];
            let parts: Vec<&str> =
                parts.into_iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
            draft.give("other-installation", of(name, path), &parts.join(", "), "");
        }
        (None, false) => draft.miss("other-installation", of(name, "/statements/others"), ""),
    }
}

/// Biomass that counts zero, and its proof.
pub(super) fn zero_rated(facts: &Facts<'_>, draft: &mut Draft) {
    let streams = facts.request.streams.iter().enumerate().map(|(at, stream)| {
        let proof = (&stream.biomass_fraction, stream.biomass_sustainable, &stream.biomass_evidence);
        (
            format!("/streams/{at}/biomass_evidence"),
            if stream.name.is_empty() { &stream.id } else { &stream.name },
            proof,
        )
    });
    let measured = facts.request.measurements.iter().enumerate().map(|(at, source)| {
        let proof = (&source.biomass_fraction, source.biomass_sustainable, &source.biomass_evidence);
        (format!("/measurements/{at}/biomass_evidence"), &source.id, proof)
    });
    for (path, name, (fraction, sustainable, evidence)) in streams.chain(measured) {
        if fraction.is_some() && sustainable == Some(true) {
            draft.need("zero-rating-evidence", of(name, &path), evidence);
        }
    }
}

/// Waste gases, and who is at the other end.
pub(super) fn waste_gases(facts: &Facts<'_>, draft: &mut Draft, identify: bool) {
    for (process, path) in facts.processes() {
        for (index, gas) in process.waste_gas.iter().enumerate() {
            let inside = facts.is_inside(&gas.with);
            let what = match (&*gas.direction, inside) {
                ("in", _) => "waste-gas-imported",
                (_, true) => "waste-gas-used-inside",
                _ => "waste-gas-exported",
            };
            let (value, unit) = if gas.tj.is_empty() { (&gas.knm3, "1000 Nm3") } else { (&gas.tj, "TJ") };
            let path = format!("{path}/waste_gas/{index}");
            draft.give(what, of(&called(process), &path), value, unit);
            if identify && !inside {
                identity(facts, draft, &gas.with, &path);
            }
        }
    }
}

/// CO2 that is transferred, and who receives it.
pub(super) fn transfers(facts: &Facts<'_>, draft: &mut Draft, contact: bool) {
    for (index, transfer) in facts.request.transfers.iter().enumerate() {
        let path = format!("/transfers/{index}");
        draft.say(
            "co2-transferred",
            of(&transfer.id, &path),
            (&transfer.t_co2, "t CO2"),
            &transfer.destination,
        );
        draft.need("receiver", of(&transfer.id, &format!("{path}/receiver")), &transfer.receiver);
        if contact {
            let known = facts.other(&transfer.receiver).map(|other| other.contact.as_str());
            draft.need(
                "receiver-contact",
                of(&transfer.receiver, "/statements/others"),
                known.unwrap_or_default(),
            );
        }
    }
}

/// Parameters of the sector for each good that the installation makes.
pub(super) fn parameters(facts: &Facts<'_>, draft: &mut Draft, good: &v1::CbamMadeGood, path: &str) {
    let found = facts.tables.good(&good.cn).and_then(|found| facts.tables.category(&found.row.category));
    let Ok((_, category)) = found else { return };
    let about = format!("{} {}", good.cn, good.name);
    let about = about.trim_end();
    let path = format!("{path}/parameters");
    for parameter in &category.parameters {
        let stated = good.parameters.iter().find(|stated| *stated.name == **parameter);
        let value = stated.map_or("", |stated| stated.value.trim());
        if value.is_empty() {
            draft.miss("parameter", of(about, &path), parameter);
        } else {
            draft.say("parameter", of(about, &path), (value, ""), parameter);
        }
    }
}

/// Point 2: an item for each good.
pub(super) fn sector(facts: &Facts<'_>, draft: &mut Draft) {
    for (process, path) in facts.processes() {
        for (index, good) in process.goods.iter().enumerate() {
            draft.item("2", &good.cn);
            parameters(facts, draft, good, &format!("{path}/goods/{index}"));
        }
    }
}
