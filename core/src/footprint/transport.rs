//! Transport chains: footprints of shipments as iLEAP exchanges them, read, checked, completed and written (METHODS M-270).

use std::collections::{BTreeMap, BTreeSet};

use super::check::under;
use super::decimal::Sign::{Above, NotBelow};
use super::node::Node;
use super::rules::decimal;
use super::shape::{Kind, Shape, may, must};
use super::time;
use super::walk::walk;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::{Fraction, Ties};
use crate::told::Told;
use crate::wire::v1;

/// Decimals of an intensity that does not end.
const PLACES: u32 = 18;
/// Distances that a leg may state: shortest feasible, great circle, as it was driven.
const DISTANCES: [&str; 3] = ["sfd", "gcd", "actual"];

const SHIPMENT: Shape = Shape {
    fields: &[
        must("mass", Kind::Decimal(Above)),
        may("volume", Kind::Decimal(NotBelow)),
        must("shipmentId", Kind::Named),
        must("tces", Kind::List(&Kind::Object(&ELEMENT))),
    ],
};

const ELEMENT: Shape = Shape {
    fields: &[
        must("tceId", Kind::Named),
        may("prevTceIds", Kind::Any(&Kind::Named)),
        may("tocId", Kind::Named),
        may("hocId", Kind::Named),
        must("shipmentId", Kind::Named),
        may("consignmentId", Kind::Text),
        must("mass", Kind::Decimal(NotBelow)),
        may("packagingOrTrEqType", Kind::Text),
        may("packagingOrTrEqAmount", Kind::Decimal(NotBelow)),
        must("distance", Kind::Object(&DISTANCE)),
        may("origin", Kind::Foreign),
        may("destination", Kind::Foreign),
        must("transportActivity", Kind::Decimal(NotBelow)),
        may("departureAt", Kind::Text),
        may("arrivalAt", Kind::Text),
        may("flightNo", Kind::Text),
        may("voyageNo", Kind::Text),
        may("incoterms", Kind::Text),
        may("temperatureControl", Kind::Text),
        must("co2eWTW", Kind::Decimal(NotBelow)),
        must("co2eTTW", Kind::Decimal(NotBelow)),
        may("noxTTW", Kind::Decimal(NotBelow)),
        may("soxTTW", Kind::Decimal(NotBelow)),
        may("ch4TTW", Kind::Decimal(NotBelow)),
        may("pmTTW", Kind::Decimal(NotBelow)),
    ],
};

const DISTANCE: Shape = Shape {
    fields: &[
        may("sfd", Kind::Decimal(NotBelow)),
        may("gcd", Kind::Decimal(NotBelow)),
        may("actual", Kind::Decimal(NotBelow)),
    ],
};

/// Reads the footprint of a shipment, tells all that is wrong, and writes it with the activities that were not stated.
///
/// # Method
/// M-270.
///
/// # Units
/// Masses in kg, distances in km, activities in tkm, emissions in kg CO2e.
///
/// # Errors
/// `BAD_JSON` and `DUPLICATE_KEY` if it cannot be read, `BAD_REQUEST` if it is no object, `LIMIT_EXCEEDED`, `OVERFLOW`.
///
/// # Example
/// ```
/// use emitrace::footprint::transport;
/// use emitrace::wire::v1::FootprintTransportRequest;
///
/// let document = r#"{"mass": "230", "shipmentId": "S1", "tces": [{"tceId": "a", "tocId": "truck", "shipmentId": "S1",
///     "mass": "230", "distance": {"actual": "700"}, "co2eWTW": "11.27", "co2eTTW": "9.5"}]}"#.into();
/// let result = transport(&FootprintTransportRequest { document })?.result;
/// assert!(result.valid && result.document.contains("\"transportActivity\": \"161\""));
/// assert_eq!(result.wtw_kg_co2e_per_tkm, "0.07");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn transport(request: &v1::FootprintTransportRequest) -> Result<v1::FootprintTransportAnswer, Error> {
    let read = Node::read(&request.document).map_err(under("/document"))?;
    if !matches!(read, Node::Object(_)) {
        return Err(Error::new(Code::BadRequest, format!("the document is {}", read.kind()))
            .with_help("give the footprint of one shipment")
            .at("/document"));
    }
    let count = read.get("tces").map_or(0, |tces| tces.items().len());
    let most = Limits::default().processes;
    if count > most {
        return Err(
            Error::new(Code::LimitExceeded, format!("more than {most} elements")).at("/document/tces")
        );
    }
    let mut told = Told::new(&Limits::default());
    let mut losses = Vec::new();
    let filled = completed(&read, &mut losses)?;
    let shipment = walk(&SHIPMENT, &filled, "", &mut told);
    let elements = shipment.get("tces").map(Node::items).unwrap_or_default();
    for (at, element) in elements.iter().enumerate() {
        looked_at(&shipment, element, &format!("/tces/{at}"), &mut told)?;
    }
    let order = chain(elements, &mut told);
    let sum = |name: &str| -> Result<Option<Fraction>, Error> {
        let mut sum = Fraction::zero();
        for element in elements {
            let Some(value) = decimal(element, name) else { return Ok(None) };
            sum = sum.try_add(&value.value)?;
        }
        Ok(Some(sum))
    };
    let (activity, well, tank) = (sum("transportActivity")?, sum("co2eWTW")?, sum("co2eTTW")?);
    let intensity = match (&activity, &well) {
        (Some(activity), Some(well)) if !activity.is_zero() => {
            well.try_div(activity)?.rounded(PLACES, Ties::HalfEven)
        }
        _ => String::new(),
    };
    let shown = |value: Option<Fraction>| value.map(|value| value.to_string()).unwrap_or_default();
    let valid = !told.has_errors();
    let (counts, findings) = told.done();
    let result = v1::FootprintTransport {
        valid,
        shipment: shipment.text_of("shipmentId").into(),
        order: order
            .iter()
            .filter_map(|at| elements.get(*at))
            .map(|one| one.text_of("tceId").into())
            .collect(),
        activity_tkm: shown(activity),
        wtw_kg_co2e: shown(well),
        ttw_kg_co2e: shown(tank),
        wtw_kg_co2e_per_tkm: intensity,
        losses,
        counts,
        findings,
        document: shipment.written(),
    };
    Ok(v1::FootprintTransportAnswer {
        schema: v1::FOOTPRINT_TRANSPORT_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: v1::canonical_digest(&result)?,
        result,
    })
}

/// Activities that the stated distances give; a stated activity must be one of them.
fn activities(element: &Node) -> Result<Vec<Fraction>, Error> {
    let Some(mass) = decimal(element, "mass") else { return Ok(Vec::new()) };
    let distance = element.get("distance").unwrap_or(&Node::Null);
    let stated = DISTANCES.iter().filter_map(|name| decimal(distance, name));
    stated.map(|stated| stated.value.try_mul(&mass.value)?.try_div(&Fraction::whole(1000))).collect()
}

/// The document with an activity where none is stated and one distance is.
fn completed(document: &Node, losses: &mut Vec<v1::FootprintLoss>) -> Result<Node, Error> {
    let mut out = Vec::new();
    for (name, value) in document.members() {
        let Node::List(items) = value else {
            out.push((name.clone(), value.clone()));
            continue;
        };
        let mut kept = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mut members = item.members().to_vec();
            if name == "tces"
                && item.get("transportActivity").is_none()
                && let [activity] = activities(item)?.as_slice()
            {
                members.retain(|(name, _)| name != "transportActivity");
                members.push(("transportActivity".to_owned(), Node::Text(activity.to_string())));
                losses.push(v1::FootprintLoss {
                    path: format!("/tces/{at}/transportActivity"),
                    value: activity.to_string(),
                    what: "added".into(),
                    reason: "distance × mass / 1000".into(),
                });
            }
            kept.push(if matches!(item, Node::Object(_)) { Node::Object(members) } else { item.clone() });
        }
        out.push((name.clone(), Node::List(kept)));
    }
    Ok(Node::Object(out))
}

/// What members of one element say together, and with the shipment.
fn looked_at(shipment: &Node, element: &Node, path: &str, told: &mut Told) -> Result<(), Error> {
    match (element.get("tocId").is_some(), element.get("hocId").is_some()) {
        (true, true) => {
            let message = "an element is a transport (`tocId`) or a hub (`hocId`), not both";
            told.error(
                Code::FootprintContradiction,
                &format!("{path}/hocId"),
                element.text_of("hocId"),
                message,
            );
        }
        (false, false) => {
            let message = "neither `tocId` nor `hocId` says what the element is";
            told.error(Code::FootprintMemberMissing, &format!("{path}/tocId"), "", message);
        }
        _ => {}
    }
    let (whose, own) = (shipment.text_of("shipmentId"), element.text_of("shipmentId"));
    if !own.is_empty() && own != whose {
        let message = format!("the element is of the shipment `{own}`, the footprint of `{whose}`");
        told.error(Code::FootprintContradiction, &format!("{path}/shipmentId"), own, message);
    }
    let distance = element.get("distance").unwrap_or(&Node::Null);
    if matches!(distance, Node::Object(_)) && !DISTANCES.iter().any(|name| distance.get(name).is_some()) {
        let message = format!("no distance is stated: one of {}", DISTANCES.join(", "));
        told.error(Code::FootprintMemberMissing, &format!("{path}/distance"), "", message);
    }
    let given = activities(element)?;
    if let (Some(stated), Some(first)) = (decimal(element, "transportActivity"), given.first())
        && !given.contains(&stated.value)
    {
        let apart = stated.value.try_sub(first)?;
        let message =
            format!("{} tkm are stated, distance × mass / 1000 is {first}: {apart} apart", stated.plain);
        told.warn(Code::FootprintPartsDiffer, &format!("{path}/transportActivity"), &stated.plain, message);
    }
    if let (Some(well), Some(tank)) = (decimal(element, "co2eWTW"), decimal(element, "co2eTTW"))
        && tank.value > well.value
    {
        let message =
            format!("{} from tank to wheel is more than {} from well to wheel", tank.plain, well.plain);
        told.warn(Code::FootprintImplausible, &format!("{path}/co2eTTW"), &tank.plain, message);
    }
    if let (Some(part), Some(all)) = (decimal(element, "mass"), decimal(shipment, "mass"))
        && part.value > all.value
    {
        let message = format!("the element carries {} kg of a shipment of {} kg", part.plain, all.plain);
        told.warn(Code::FootprintImplausible, &format!("{path}/mass"), &part.plain, message);
    }
    let mut moments = Vec::new();
    for name in ["departureAt", "arrivalAt"] {
        let text = element.text_of(name);
        let read = time::read(text).map(|(moment, _)| moment);
        if !text.is_empty() && read.is_none() {
            let message = format!("`{text}` is no date with time such as 2025-01-01T00:00:00Z");
            told.error(Code::FootprintBadValue, &format!("{path}/{name}"), text, message);
        }
        moments.push(read);
    }
    if let [Some(departure), Some(arrival)] = moments.as_slice()
        && arrival < departure
    {
        let text = element.text_of("arrivalAt");
        told.error(
            Code::FootprintContradiction,
            &format!("{path}/arrivalAt"),
            text,
            "it arrives before it departs",
        );
    }
    Ok(())
}

/// The elements in the order of the chain, as far as what comes before what can be.
fn chain(elements: &[Node], told: &mut Told) -> Vec<usize> {
    let mut places = BTreeMap::new();
    for (at, element) in elements.iter().enumerate() {
        let id = element.text_of("tceId");
        if places.contains_key(id) {
            let message = format!("two elements have the identifier `{id}`");
            told.error(Code::FootprintRepeated, &format!("/tces/{at}/tceId"), id, message);
        } else if !id.is_empty() {
            places.insert(id, at);
        }
    }
    let mut before: Vec<BTreeSet<usize>> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let mut earlier = BTreeSet::new();
        let listed = element.get("prevTceIds").map(Node::items).unwrap_or_default();
        for (index, id) in listed.iter().enumerate() {
            let (path, id) = (format!("/tces/{at}/prevTceIds/{index}"), id.text().unwrap_or_default());
            let Some(place) = places.get(id) else {
                told.error(Code::UnknownValue, &path, id, format!("no element is called `{id}`"));
                continue;
            };
            earlier.insert(*place);
            let moment =
                |at: usize, name: &str| elements.get(at).and_then(|one| time::read(one.text_of(name)));
            if let (Some((arrival, _)), Some((departure, _))) =
                (moment(*place, "arrivalAt"), moment(at, "departureAt"))
                && departure < arrival
            {
                let message = format!("it departs before `{id}` has arrived");
                told.warn(Code::FootprintContradiction, &format!("/tces/{at}/departureAt"), id, message);
            }
        }
        before.push(earlier);
    }
    let (order, circles) = sorted(&before);
    for circle in circles {
        let names: Vec<&str> =
            circle.iter().filter_map(|at| elements.get(*at)).map(|one| one.text_of("tceId")).collect();
        let message = format!("elements come before themselves: {}", names.join(" after "));
        let at = circle.first().copied().unwrap_or_default();
        told.error(Code::FootprintContradiction, &format!("/tces/{at}/prevTceIds"), "", message);
    }
    order
}

/// An order in which nothing comes before what it follows, and the circles that stood in its way.
fn sorted(before: &[BTreeSet<usize>]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut waiting: Vec<usize> = before.iter().map(BTreeSet::len).collect();
    let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, earlier) in before.iter().enumerate() {
        for one in earlier {
            after.entry(*one).or_default().push(at);
        }
    }
    let mut left: BTreeSet<usize> = (0..before.len()).collect();
    let mut ready: BTreeSet<usize> =
        waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| at).collect();
    let (mut order, mut circles) = (Vec::new(), Vec::new());
    loop {
        while let Some(at) = ready.pop_first() {
            if !left.remove(&at) {
                continue;
            }
            order.push(at);
            for later in after.get(&at).into_iter().flatten() {
                if let Some(count) = waiting.get_mut(*later) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        ready.insert(*later);
                    }
                }
            }
        }
        let Some(first) = left.first() else { return (order, circles) };
        // Everything that is left waits for something that is left, so that going back comes to a place twice.
        let (mut way, mut at) = (vec![*first], *first);
        while let Some(next) =
            before.get(at).and_then(|earlier| earlier.iter().find(|one| left.contains(one)))
        {
            if let Some(start) = way.iter().position(|one| one == next) {
                let mut circle: Vec<usize> = way.split_off(start);
                circle.push(*next);
                circles.push(circle);
                break;
            }
            way.push(*next);
            at = *next;
        }
        // One of the circle goes first, or nothing would.
        ready.insert(circles.last().and_then(|circle| circle.first()).copied().unwrap_or(*first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_element_stands_once_and_without_circles_behind_what_it_follows(
            count in 1usize..20, arrows in proptest::collection::vec((0usize..20, 0usize..20), 0..60),
        ) {
            let mut before = vec![BTreeSet::new(); count];
            for (from, to) in arrows {
                before[to % count].insert(from % count);
            }
            let (order, circles) = sorted(&before);
            let all: BTreeSet<usize> = order.iter().copied().collect();
            prop_assert_eq!((all.len(), order.len()), (count, count));
            for circle in &circles {
                prop_assert!(circle.len() > 1 && circle.first() == circle.last());
                prop_assert!(circle.windows(2).all(|pair| before[pair[0]].contains(&pair[1])));
            }
            let place = |at: usize| order.iter().position(|one| *one == at).unwrap();
            let kept = (0..count).all(|at| before[at].iter().all(|one| place(*one) < place(at)));
            prop_assert_eq!(kept, circles.is_empty());
        }
    }
}
