//! Sensor data within a hash: members in the order that the vocabulary states.

use super::tree::Node;
use super::{member, placed, time};
use crate::epcis::terms::Vocabulary;

const METADATA: &[&str] = &[
    "time",
    "startTime",
    "endTime",
    "deviceID",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "bizRules",
];

const REPORT: &[&str] = &[
    "type",
    "exception",
    "deviceID",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "time",
    "microorganism",
    "chemicalSubstance",
    "value",
    "component",
    "stringValue",
    "booleanValue",
    "hexBinaryValue",
    "uriValue",
    "minValue",
    "maxValue",
    "meanValue",
    "sDev",
    "percRank",
    "percValue",
    "uom",
    "coordinateReferenceSystem",
];

/// Appends the sensor elements of an event.
pub(super) fn sensors(node: &Node, rest: &mut Vec<String>, out: &mut String) {
    let mut elements: Vec<String> = Vec::new();
    for element in each(node) {
        let Node::Object(members) = element else { continue };
        let mut string = String::new();
        for (name, order) in [("sensorMetadata", METADATA), ("sensorReport", REPORT)] {
            let mut parts: Vec<String> = Vec::new();
            for (_, value) in members.iter().filter(|(held, _)| held == name) {
                parts.extend(each(value).filter_map(|part| ordered(name, part, order, rest)));
            }
            parts.sort_unstable();
            string.push_str(&parts.concat());
        }
        let mut here = Vec::new();
        for (name, value) in members {
            if name != "sensorMetadata" && name != "sensorReport" {
                placed(name, value, "sensorElementListsensorElement", rest, &mut here);
            }
        }
        here.sort_unstable();
        string.push_str(&here.concat());
        if !string.is_empty() {
            elements.push(format!("sensorElement{string}"));
        }
    }
    elements.sort_unstable();
    if !elements.is_empty() {
        out.push_str("sensorElementList");
        out.push_str(&elements.concat());
    }
}

/// The elements of a list, or the value alone.
fn each(node: &Node) -> impl Iterator<Item = &Node> {
    let (list, alone) = match node {
        Node::List(items) => (items.as_slice(), None),
        other => (&[][..], Some(other)),
    };
    list.iter().chain(alone)
}

/// A part with its members in order, extensions behind them; `None` if it is empty.
fn ordered(name: &str, part: &Node, order: &[&str], rest: &mut Vec<String>) -> Option<String> {
    let Node::Object(members) = part else { return None };
    let mut out = String::from(name);
    for wanted in order {
        let mut strings: Vec<String> = Vec::new();
        for (_, value) in members.iter().filter(|(held, _)| held == wanted) {
            for value in each(value) {
                let Node::Text(text) = value else { continue };
                let mut string = String::new();
                match *wanted {
                    "time" | "startTime" | "endTime" => time(wanted, text, &mut string),
                    "type" | "exception" => member(wanted, text, Some(Vocabulary::Measure), &mut string),
                    "component" => member(wanted, text, Some(Vocabulary::Component), &mut string),
                    _ => member(wanted, text, None, &mut string),
                }
                strings.push(string);
            }
        }
        strings.sort_unstable();
        out.push_str(&strings.concat());
    }
    let mut here = Vec::new();
    for (held, value) in members {
        if !order.contains(&&**held) {
            placed(held, value, &format!("sensorElementListsensorElement{name}"), rest, &mut here);
        }
    }
    here.sort_unstable();
    out.push_str(&here.concat());
    (out.len() > name.len()).then_some(out)
}
