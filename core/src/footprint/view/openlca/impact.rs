//! The GWP values of a footprint as impact categories, so that openLCA finds the totals that the footprint states.

use super::entity::{Package, reference, root, uuid};
use super::inventory::Line;
use super::unit::KILOGRAM;
use crate::footprint::node::{Members, Node};

/// Puts a method with two categories into a package: the total without what the product has taken up, and the total with it.
/// `of` is the process that they belong to, `set` the GWP set.
pub(super) fn add(package: &mut Package, lines: &[Line], of: (&str, &str), set: &str) {
    let (id, name) = of;
    let mut categories = Vec::new();
    for (title, with_uptake) in [("without biogenic uptake", false), ("with biogenic uptake", true)] {
        let title = format!("Climate change (GWP 100, {set}), {title}");
        let weighed = lines.iter().filter(|line| with_uptake || !line.uptake);
        let factors: Vec<Node> = weighed.filter_map(factor).collect();
        let category_id = uuid("ImpactCategory", &format!("{id}\n{title}"));
        let mut category = root("ImpactCategory", &category_id, &title);
        category.say("refUnit", "kg CO2e");
        category.put("impactFactors", Node::List(factors));
        package.add("lcia_categories", &category_id, category);
        categories.push(reference("ImpactCategory", &category_id, &title));
    }
    let title = format!("Greenhouse gases of: {name}");
    let method_id = uuid("ImpactMethod", id);
    let mut method = root("ImpactMethod", &method_id, &title);
    method.say("description", "Weighs the flows of this one footprint, and no others.");
    method.put("impactCategories", Node::List(categories));
    package.add("lcia_methods", &method_id, method);
}

/// What a kilogram of a flow weighs; below 0 if it is taken from the air, none outside of the totals.
fn factor(line: &Line) -> Option<Node> {
    let gwp = line.gwp.as_ref()?;
    let mut factor = Members::default();
    factor.say("@type", "ImpactFactor");
    factor.put("flow", line.flow.reference());
    factor.put("flowProperty", KILOGRAM.property());
    factor.put("unit", KILOGRAM.reference());
    let sign = if line.flow.input { "-" } else { "" };
    factor.put("value", Node::Number(format!("{sign}{gwp}")));
    Some(factor.done())
}
