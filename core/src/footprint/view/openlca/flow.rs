//! Elementary flows of what a footprint emits, takes up and removes.

use super::entity::{Package, reference, root, uuid};
use super::unit::KILOGRAM;
use crate::footprint::node::{Members, Node};
use crate::wire::v1;

const TO_AIR: &str = "Elementary flows/Emission to air/unspecified";
const FROM_AIR: &str = "Elementary flows/Resource/in air";

/// Flows that databases of openLCA share: gas, name, identifier, CAS number. One without an identifier there that is public gets
/// one made of its name.
const KNOWN: [(&str, &str, &str, &str); 11] = [
    ("CO2", "Carbon dioxide, fossil", "349b29d1-3e58-4c66-98b9-9d1a076efd2e", "124-38-9"),
    ("CO2-biogenic", "Carbon dioxide, non-fossil", "eba59fd6-f37e-41dc-9ca3-c7ea22d602c7", "124-38-9"),
    (
        "CO2-land-use",
        "Carbon dioxide, from soil or biomass stock",
        "e4e9febc-07c1-403d-8d3a-6707bb4d96e6",
        "124-38-9",
    ),
    ("CH4-fossil", "Methane, fossil", "0795345f-c7ae-410c-ad25-1845784c75f5", "74-82-8"),
    ("CH4-non-fossil", "Methane, non-fossil", "da1157e2-7593-4dfd-80dd-a3449b37a4d8", "74-82-8"),
    ("CH4", "Methane", "", "74-82-8"),
    ("N2O", "Dinitrogen monoxide", "20185046-64bb-4c09-a8e7-e8a9e144ca98", "10024-97-2"),
    ("SF6", "Sulfur hexafluoride", "", "2551-62-4"),
    ("NF3", "Nitrogen trifluoride", "", "7783-54-2"),
    ("CF4", "Tetrafluoromethane", "", "75-73-0"),
    ("C2F6", "Hexafluoroethane", "", "76-16-4"),
];

/// CO2 that plants took out of the air.
const UPTAKE: (&str, &str, &str) =
    ("Carbon dioxide, in air", "cc6a1abb-b123-4ca6-8f16-38209df609be", "124-38-9");

/// Parts of a footprint in the names of flows.
const PARTS: [(&str, &str); 7] = [
    ("fossilGhgEmissions", "fossil"),
    ("landUseChangeGhgEmissions", "land use change"),
    ("landManagementBiogenicCO2Emissions", "land management"),
    ("landManagementBiogenicCO2Removals", "land management"),
    ("technologicalCO2Removals", "technology"),
    ("ccsTechnologicalCO2Capture", "capture and storage"),
    ("biogenicNonCO2Emissions", "biomass"),
];

/// A flow between a process and nature, always in kilograms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Flow {
    /// Whether it is taken from nature; what is emitted stands first.
    pub(super) input: bool,
    pub(super) name: String,
    id: String,
    cas: String,
}

impl Flow {
    /// The flow of a gas of a footprint; what is removed (below 0) is taken from the air.
    pub(super) fn of(one: &v1::FootprintGas) -> Flow {
        let input = one.exact_kg.starts_with('-');
        if one.member == "biogenicCO2Uptake" {
            let (name, id, cas) = UPTAKE;
            return Flow { input: true, name: name.into(), id: id.into(), cas: cas.into() };
        }
        // Figures in CO2e are no gas: flows of their own, with the GWP set in the name, which no method weighs by accident.
        if one.gas.starts_with("CO2e") {
            let part = PARTS.iter().find(|(member, _)| *member == one.member);
            let part = part.map_or("outside of the totals", |(_, part)| part);
            let what = if input { "Greenhouse gases removed" } else { "Greenhouse gases" };
            let name = format!("{what}, {part}, {}", one.gas);
            return Flow { input, id: uuid("Flow", &name), name, cas: String::new() };
        }
        let known = KNOWN.iter().find(|(gas, ..)| *gas == one.gas);
        let (name, id, cas) = known.map_or((&*one.gas, "", ""), |(_, name, id, cas)| (*name, *id, *cas));
        let id = if id.is_empty() { uuid("Flow", name) } else { id.to_owned() };
        Flow { input: false, name: name.into(), id, cas: cas.into() }
    }

    /// How exchanges and characterisation factors name it.
    pub(super) fn reference(&self) -> Node {
        let mut named = Members::default();
        named.say("@type", "Flow");
        named.say("@id", &self.id);
        named.say("name", &self.name);
        named.say("category", self.category());
        named.say("flowType", "ELEMENTARY_FLOW");
        named.say("refUnit", "kg");
        named.done()
    }

    fn category(&self) -> &'static str {
        if self.input { FROM_AIR } else { TO_AIR }
    }

    /// Puts its data set into a package.
    pub(super) fn add_to(&self, package: &mut Package) {
        let mut flow = root("Flow", &self.id, &self.name);
        flow.say("category", self.category());
        flow.say("flowType", "ELEMENTARY_FLOW");
        flow.say("cas", &self.cas);
        flow.put("flowProperties", Node::List(vec![measured(KILOGRAM.property())]));
        package.add("flows", &self.id, flow);
    }
}

/// The flow property of a flow, as its reference.
pub(super) fn measured(property: Node) -> Node {
    let mut factor = Members::default();
    factor.say("@type", "FlowPropertyFactor");
    factor.put("isRefFlowProperty", Node::Flag(true));
    factor.put("conversionFactor", Node::Number("1".into()));
    factor.put("flowProperty", property);
    factor.done()
}

/// The flow of the product, as a reference; its data set is put into the package.
pub(super) fn product(package: &mut Package, id: &str, name: &str, says: &str, property: Node) -> Node {
    let mut flow = root("Flow", id, name);
    flow.say("description", says);
    flow.say("flowType", "PRODUCT_FLOW");
    flow.put("flowProperties", Node::List(vec![measured(property)]));
    package.add("flows", id, flow);
    let Node::Object(mut named) = reference("Flow", id, name) else { return Node::Null };
    named.push(("flowType".to_owned(), Node::of("PRODUCT_FLOW")));
    Node::Object(named)
}
