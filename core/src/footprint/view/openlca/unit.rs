//! Declared units in the reference data of openLCA: unit, group and flow property, by the identifiers that every database of it has.

use super::entity::{Package, reference, root};
use crate::footprint::node::Node;

/// A unit of openLCA.
#[derive(Debug)]
pub(super) struct Unit {
    /// The declared unit.
    declared: &'static str,
    id: &'static str,
    name: &'static str,
    /// How many reference units of the group it is.
    size: &'static str,
    group: &'static Group,
}

/// A group of units, and what they measure.
#[derive(Debug)]
struct Group {
    id: &'static str,
    name: &'static str,
    property: &'static str,
    property_name: &'static str,
    /// Identifier and name of the reference unit.
    reference: (&'static str, &'static str),
}

const MASS: Group = Group {
    id: "93a60a57-a4c8-11da-a746-0800200c9a66",
    name: "Units of mass",
    property: "93a60a56-a3c8-11da-a746-0800200b9a66",
    property_name: "Mass",
    reference: ("20aadc24-a391-41cf-b340-3e4529f44bde", "kg"),
};
const VOLUME: Group = Group {
    id: "93a60a57-a3c8-12da-a746-0800200c9a66",
    name: "Units of volume",
    property: "93a60a56-a3c8-22da-a746-0800200c9a66",
    property_name: "Volume",
    reference: ("1c3a9695-398d-4b1f-b07e-a8715b610f70", "m3"),
};
const ENERGY: Group = Group {
    id: "93a60a57-a3c8-11da-a746-0800200c9a66",
    name: "Units of energy",
    property: "f6811440-ee37-11de-8a39-0800200c9a66",
    property_name: "Energy",
    reference: ("52765a6c-3896-43c2-b2f4-c679acf13efe", "MJ"),
};
const TRANSPORT: Group = Group {
    id: "838aaa21-0117-11db-92e3-0800200c9a66",
    name: "Units of mass*length",
    property: "838aaa20-0117-11db-92e3-0800200c9a66",
    property_name: "Goods transport (mass*distance)",
    reference: ("0dea4ed8-bb6b-4049-b2b4-b2c413ef2180", "t*km"),
};
const AREA: Group = Group {
    id: "93a60a57-a3c8-18da-a746-0800200c9a66",
    name: "Units of area",
    property: "93a60a56-a3c8-19da-a746-0800200c9a66",
    property_name: "Area",
    reference: ("3ce61faa-5716-41c1-aef6-b5920054acc9", "m2"),
};
const ITEMS: Group = Group {
    id: "5beb6eed-33a9-47b8-9ede-1dfe8f679159",
    name: "Units of items",
    property: "01846770-4cfe-4a25-8ad9-919d8d378345",
    property_name: "Number of items",
    reference: ("6dabe201-aaac-4509-92f0-d00c26cb72ab", "Item(s)"),
};
/// The unit of emissions.
pub(super) const KILOGRAM: Unit = at_reference("kilogram", &MASS);

const UNITS: [Unit; 8] = [
    KILOGRAM,
    at_reference("cubic meter", &VOLUME),
    at_reference("megajoule", &ENERGY),
    at_reference("ton kilometer", &TRANSPORT),
    at_reference("square meter", &AREA),
    at_reference("piece", &ITEMS),
    Unit {
        declared: "liter",
        id: "b80a512e-e402-4363-8ad0-7d02dcf4a459",
        name: "l",
        size: "0.001",
        group: &VOLUME,
    },
    Unit {
        declared: "kilowatt hour",
        id: "86ad2244-1f0e-4912-af53-7865283103e4",
        name: "kWh",
        size: "3.6",
        group: &ENERGY,
    },
];

const fn at_reference(declared: &'static str, group: &'static Group) -> Unit {
    Unit { declared, id: group.reference.0, name: group.reference.1, size: "1", group }
}

/// The unit of openLCA of a declared unit.
///
/// An hour is none of them: its group counts in days, and a twenty-fourth has no decimal that is exact.
pub(super) fn of(declared: &str) -> Option<&'static Unit> {
    const KNOWN: &[Unit] = &UNITS;
    KNOWN.iter().find(|unit| unit.declared == declared)
}

impl Unit {
    /// The unit, as exchanges refer to it.
    pub(super) fn reference(&self) -> Node {
        reference("Unit", self.id, self.name)
    }

    /// What it measures.
    pub(super) fn property(&self) -> Node {
        reference("FlowProperty", self.group.property, self.group.property_name)
    }

    /// Puts its group and flow property into a package; of the group only the reference unit and this one.
    pub(super) fn add_to(&self, package: &mut Package) {
        let group = self.group;
        let mut property = root("FlowProperty", group.property, group.property_name);
        property.say("flowPropertyType", "PHYSICAL_QUANTITY");
        property.put("unitGroup", reference("UnitGroup", group.id, group.name));
        package.add("flow_properties", group.property, property);
        let mut units = vec![unit(group.reference.0, group.reference.1, "1")];
        if self.id != group.reference.0 {
            units.push(unit(self.id, self.name, self.size));
        }
        let mut listed = root("UnitGroup", group.id, group.name);
        listed.put("defaultFlowProperty", self.property());
        listed.put("units", Node::List(units));
        package.add("unit_groups", group.id, listed);
    }
}

fn unit(id: &str, name: &str, size: &str) -> Node {
    let mut unit = root("Unit", id, name);
    unit.put("isRefUnit", Node::Flag(size == "1"));
    unit.put("conversionFactor", Node::Number(size.into()));
    unit.done()
}
