//! GeoJSON to plots: what is allowed, what is read, what is written again.

use serde_json::value::RawValue;

use super::area::{Areas, areas};
use super::json::{Node, part};
use super::position::{Micro, Position, written};
use super::ring::{Fault, fault, repeated};
use super::told::Told;
use crate::error::Error;
use crate::number::{Amount, Fraction};
use crate::place::Place;
use crate::wire::v1::EudrPlot;

/// What a profile says of plots.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) point_least: Amount,
    /// `None` for cattle.
    pub(super) point_most: Option<Amount>,
    pub(super) point_default: Amount,
    /// Longest name of a producer.
    pub(super) name_chars: Option<usize>,
}

/// What a feature says beside its shape.
#[derive(Clone, Debug, Default)]
struct Properties {
    producer: String,
    country: String,
    place: String,
    area: Option<Amount>,
}

/// Plots as they are read, and the features that are written.
#[derive(Debug, Default)]
pub(super) struct Plots {
    pub(super) plots: Vec<EudrPlot>,
    features: Vec<String>,
    /// Positions with fewer than six printed decimals, and with more.
    fewer: u64,
    more: u64,
}

const NAMES: [&str; 4] = ["ProducerName", "ProducerCountry", "ProductionPlace", "Area"];

fn join(path: &str, name: impl core::fmt::Display) -> String {
    format!("{path}/{name}")
}

/// The members of an object; what is no object is told.
fn members<'t>(
    node: Node<'t>,
    path: &str,
    told: &mut Told,
) -> Option<std::collections::BTreeMap<String, &'t RawValue>> {
    match node {
        Node::Object(members) => Some(members),
        _ => {
            told.error("not-geojson", path, "this is no GeoJSON object", "write an object with `type`");
            None
        }
    }
}

fn list<'t>(raw: Option<&&'t RawValue>, path: &str, told: &mut Told) -> Vec<&'t RawValue> {
    match raw.map(|raw| part(raw)) {
        Some(Ok(Node::List(items))) => items,
        _ => {
            told.error(
                "coordinates-shape",
                path,
                "a list is missing here",
                "compare with the GeoJSON standard, RFC 7946",
            );
            Vec::new()
        }
    }
}

fn text(raw: Option<&&RawValue>) -> Option<String> {
    match raw.map(|raw| part(raw)) {
        Some(Ok(Node::Text(text))) => Some(text),
        _ => None,
    }
}

impl Plots {
    /// Reads a document: a collection, a feature or a bare shape.
    ///
    /// # Errors
    /// `BAD_JSON`, `OVERFLOW`.
    pub(super) fn read(&mut self, node: Node<'_>, bounds: &Bounds, told: &mut Told) -> Result<(), Error> {
        self.object(node, "", bounds, told)?;
        if self.fewer > 0 {
            let message = format!("{} positions are written with fewer than six decimals", self.fewer);
            told.info("few-decimals", "", message, "JSON drops zeros at the end: measure with six decimals, and nothing else can be checked here");
        }
        if self.more > 0 {
            let message = format!(
                "{} positions are written with more than six decimals, which the system does not keep",
                self.more
            );
            told.info("more-decimals", "", message, "send the document of the answer, which has exactly six");
        }
        Ok(())
    }

    fn object(&mut self, node: Node<'_>, path: &str, bounds: &Bounds, told: &mut Told) -> Result<(), Error> {
        let Some(members) = members(node, path, told) else { return Ok(()) };
        match text(members.get("type")).as_deref() {
            Some("FeatureCollection") => {
                let inside = join(path, "features");
                let features = list(members.get("features"), &inside, told);
                if features.is_empty() {
                    told.error("no-plot", &inside, "there is no feature", "give at least one plot");
                }
                for (at, raw) in features.into_iter().enumerate() {
                    let path = join(&inside, at);
                    self.feature(part(raw)?, &path, bounds, told)?;
                }
                Ok(())
            }
            Some("Feature") => self.feature(Node::Object(members), path, bounds, told),
            _ => self.shapes(Node::Object(members), path, (&Properties::default(), bounds), told),
        }
    }

    fn feature(&mut self, node: Node<'_>, path: &str, bounds: &Bounds, told: &mut Told) -> Result<(), Error> {
        let Some(members) = members(node, path, told) else { return Ok(()) };
        if text(members.get("type")).as_deref() != Some("Feature") {
            told.error(
                "not-geojson",
                &join(path, "type"),
                "a feature has the type `Feature`",
                "write \"type\": \"Feature\"",
            );
            return Ok(());
        }
        let properties = match members.get("properties").map(|raw| part(raw)).transpose()? {
            Some(Node::Object(given)) => properties(&given, &join(path, "properties"), bounds, told)?,
            None | Some(Node::Word("null")) => Properties::default(),
            Some(_) => {
                told.error(
                    "properties",
                    &join(path, "properties"),
                    "properties are an object",
                    "write names and values, or {}",
                );
                Properties::default()
            }
        };
        let inside = join(path, "geometry");
        match members.get("geometry") {
            Some(raw) => self.shapes(part(raw)?, &inside, (&properties, bounds), told),
            None => {
                told.error("no-plot", &inside, "the feature has no geometry", "give a point or a polygon");
                Ok(())
            }
        }
    }

    fn shapes(
        &mut self,
        node: Node<'_>,
        path: &str,
        given: (&Properties, &Bounds),
        told: &mut Told,
    ) -> Result<(), Error> {
        let Some(members) = members(node, path, told) else { return Ok(()) };
        let inside = join(path, "coordinates");
        let coordinates = members.get("coordinates");
        match text(members.get("type")).as_deref() {
            Some("Point") => match coordinates {
                Some(raw) => self.point(raw, &inside, given, told),
                None => told.error(
                    "coordinates-shape",
                    &inside,
                    "there are no coordinates",
                    "write [longitude, latitude]",
                ),
            },
            Some("MultiPoint") => {
                for (at, raw) in list(coordinates, &inside, told).into_iter().enumerate() {
                    self.point(raw, &join(&inside, at), given, told);
                }
            }
            Some("Polygon") => {
                let rings = list(coordinates, &inside, told);
                self.polygon(&rings, &inside, given, told)?;
            }
            Some("MultiPolygon") => {
                for (at, raw) in list(coordinates, &inside, told).into_iter().enumerate() {
                    let path = join(&inside, at);
                    let rings = list(Some(&raw), &path, told);
                    self.polygon(&rings, &path, given, told)?;
                }
            }
            Some("GeometryCollection") => {
                let inside = join(path, "geometries");
                for (at, raw) in list(members.get("geometries"), &inside, told).into_iter().enumerate() {
                    self.shapes(part(raw)?, &join(&inside, at), given, told)?;
                }
            }
            Some(known @ ("LineString" | "MultiLineString")) => {
                let message = format!("`{known}` encloses no plot");
                told.error("geometry-type", &join(path, "type"), message, "draw the plot as a polygon");
            }
            other => {
                let message = format!("`{}` is no shape that is read", other.unwrap_or_default());
                let help = "use Point, MultiPoint, Polygon, MultiPolygon or GeometryCollection";
                told.error("geometry-type", &join(path, "type"), message, help);
            }
        }
        Ok(())
    }

    fn count(&mut self, position: &Position) {
        match position.decimals {
            6 => {}
            0..6 => self.fewer = self.fewer.saturating_add(1),
            _ => self.more = self.more.saturating_add(1),
        }
    }

    fn point(
        &mut self,
        raw: &RawValue,
        path: &str,
        (properties, bounds): (&Properties, &Bounds),
        told: &mut Told,
    ) {
        let Some(position) = Position::read(raw, path, told) else { return };
        self.count(&position);
        let area = properties.area.unwrap_or(bounds.point_default);
        if area < bounds.point_least {
            let message = format!("the area of a point is at least {} ha", bounds.point_least);
            told.error("area-range", path, message, "state the area in hectares");
        }
        if let Some(most) = bounds.point_most.filter(|most| area > *most) {
            let message = format!("a plot of more than {most} ha needs a polygon");
            told.error("area-range", path, message, "draw the plot as a polygon");
        }
        let shape = format!("{{\"type\":\"Point\",\"coordinates\":{}}}", pair(position.rounded()));
        self.add(properties, path, "point", (area.to_string(), String::new()), 1, &shape);
    }

    fn polygon(
        &mut self,
        rings: &[&RawValue],
        path: &str,
        (properties, bounds): (&Properties, &Bounds),
        told: &mut Told,
    ) -> Result<(), Error> {
        let Some(outer) = rings.first() else {
            told.error(
                "coordinates-shape",
                path,
                "the polygon has no ring",
                "write a ring of at least four positions",
            );
            return Ok(());
        };
        if rings.len() > 1 {
            let help = "cut the plot into two shapes without holes";
            told.error("hole", &join(path, 1), "holes are not read: only the outer ring would count", help);
        }
        let path = join(path, 0);
        let before = told.errors;
        let positions = list(Some(outer), &path, told);
        let positions = positions.into_iter().enumerate();
        let positions: Vec<Position> =
            positions.filter_map(|(at, raw)| Position::read(raw, &join(&path, at), told)).collect();
        positions.iter().for_each(|position| self.count(position));
        if told.errors > before {
            return Ok(());
        }
        if positions.len() < 4 {
            let message = format!("a ring of {} positions: at least four are needed", positions.len());
            told.error("ring-short", &path, message, "write each corner, and the first one again at the end");
            return Ok(());
        }
        if !positions.first().zip(positions.last()).is_some_and(|(first, last)| first.same(last)) {
            told.error(
                "ring-open",
                &path,
                "the last position is not the first",
                "write the first position again at the end",
            );
            return Ok(());
        }
        let rounded: Vec<Micro> = positions.iter().map(Position::rounded).collect();
        let cut: Vec<Micro> = positions.iter().map(Position::cut).collect();
        if doubtful(&rounded, &cut, &path, told) {
            return Ok(());
        }
        let area = areas(&rounded)?;
        if let Some(most) = bounds.point_most {
            let most = Fraction::from(most);
            if (area.sphere > most) != (area.ellipsoid > most) {
                let message = format!("the two areas lie on either side of {most} ha");
                told.warn("area-close", &path, message, "a polygon is right in any case");
            }
        }
        let pairs: Vec<String> = rounded.iter().map(|place| pair(*place)).collect();
        let shape = format!("{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}", pairs.join(","));
        let shown = (Areas::shown(&area.sphere), Areas::shown(&area.ellipsoid));
        let count = u64::try_from(positions.len()).unwrap_or(u64::MAX);
        self.add(properties, &path, "polygon", shown, count, &shape);
        Ok(())
    }

    fn add(
        &mut self,
        given: &Properties,
        path: &str,
        kind: &str,
        (area, ellipsoid): (String, String),
        positions: u64,
        shape: &str,
    ) {
        let mut said = Vec::new();
        for (name, value) in [
            ("ProducerName", &given.producer),
            ("ProducerCountry", &given.country),
            ("ProductionPlace", &given.place),
        ] {
            if !value.is_empty() {
                said.push(format!("\"{name}\":{}", serde_json::Value::from(value.as_str())));
            }
        }
        said.extend(given.area.map(|area| format!("\"Area\":{area}")));
        self.features.push(format!(
            "{{\"type\":\"Feature\",\"properties\":{{{}}},\"geometry\":{shape}}}",
            said.join(",")
        ));
        self.plots.push(EudrPlot {
            path: path.into(),
            kind: kind.into(),
            producer: given.producer.clone(),
            country: given.country.clone(),
            place: given.place.clone(),
            stated_area_ha: given.area.map_or_else(String::new, |area| area.to_string()),
            area_ha: area,
            ellipsoid_area_ha: ellipsoid,
            positions,
        });
    }

    /// The plots as one collection, a feature each, with exactly six decimals.
    pub(super) fn document(&self) -> String {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", self.features.join(","))
    }
}

fn pair((longitude, latitude): Micro) -> String {
    format!("[{},{}]", written(longitude), written(latitude))
}

/// Whether a ring cannot be kept with six decimals, in either way of getting them; what is wrong is told.
fn doubtful(rounded: &[Micro], cut: &[Micro], path: &str, told: &mut Told) -> bool {
    let ways = [("rounded", rounded), ("cut off", cut)];
    let faults = ways.map(|(_, ring)| fault(ring));
    let help = "correct the corners; the system keeps six decimals, and its papers say both that it rounds and that it cuts";
    if faults.iter().any(Option::is_some) {
        let mut told_rules = Vec::new();
        for ((way, ring), fault) in ways.iter().zip(&faults) {
            let Some(fault) = fault else { continue };
            let (rule, message, at) = match fault {
                Fault::Short => {
                    ("ring-short", "fewer than three different corners are left".to_owned(), None)
                }
                Fault::NoArea => ("no-area", "the ring encloses nothing".to_owned(), None),
                Fault::Folds(at) => ("folding", "the ring goes back on itself".to_owned(), Some(*at)),
                Fault::Crosses(first, second) => {
                    ("crossing", format!("the sides {first} and {second} cross or touch"), Some(*first))
                }
                Fault::Intricate => {
                    ("intricate", "too many sides lie close to each other to be checked".to_owned(), None)
                }
            };
            if told_rules.contains(&rule) {
                continue;
            }
            told_rules.push(rule);
            let place = at.filter(|_| rounded == cut || ring.len() == rounded.len());
            let path = place.map_or_else(|| path.to_owned(), |at| join(path, at));
            let way = if rounded == cut { String::new() } else { format!(" when decimals are {way}") };
            told.error(rule, &path, format!("{message}{way}"), help);
        }
        return true;
    }
    let same = ways.map(|(_, ring)| repeated(ring));
    match same {
        [None, None] => false,
        [Some(at), Some(_)] => {
            let message = "two positions in a row are one and the same with six decimals";
            told.error("repeated-position", &join(path, at), message, "leave one of them out");
            true
        }
        [rounding, cutting] => {
            let way = if rounding.is_some() { "rounded" } else { "cut off" };
            let at = rounding.or(cutting).unwrap_or_default();
            let message = format!("two positions in a row are one and the same when decimals are {way}");
            told.warn("repeated-position", &join(path, at), message, "leave one of them out");
            false
        }
    }
}

fn properties(
    given: &std::collections::BTreeMap<String, &RawValue>,
    path: &str,
    bounds: &Bounds,
    told: &mut Told,
) -> Result<Properties, Error> {
    let mut found = Properties::default();
    for (name, raw) in given {
        let path = join(path, name.replace('~', "~0").replace('/', "~1"));
        let node = part(raw)?;
        match (name.as_str(), node) {
            ("ProducerName" | "ProducerCountry" | "ProductionPlace", Node::Text(text)) => match name.as_str()
            {
                "ProducerName" => {
                    if bounds.name_chars.is_some_and(|most| text.chars().count() > most) {
                        let message = "the name of the producer is longer than the system takes";
                        told.error("producer-name", &path, message, "shorten the name");
                    }
                    found.producer = text;
                }
                "ProducerCountry" => {
                    let two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
                    if !two || Place::parse(&text).is_err() {
                        let message = format!("`{text}` is no country code of two letters");
                        told.error("country", &path, message, "use ISO 3166-1 alpha-2, e.g. VN");
                    }
                    found.country = text;
                }
                _ => found.place = text,
            },
            ("Area", Node::Number(text)) => match Amount::parse(text) {
                Ok(area) if !area.is_negative() => found.area = Some(area),
                _ => told.error("area", &path, format!("`{text}` is no area"), "state hectares as a number"),
            },
            ("Area", Node::Text(text)) => {
                let message = format!("the area is the text \"{text}\", which the system reads as 0");
                told.error("area-text", &path, message, "write the number without quotes");
            }
            (known, Node::Word("null")) if NAMES.contains(&known) => {}
            (known, _) if NAMES.contains(&known) => {
                told.error(
                    "properties",
                    &path,
                    format!("`{known}` has a value of another type"),
                    "compare with the description of the format",
                );
            }
            (other, _) => {
                let near = NAMES.iter().find(|known| known.eq_ignore_ascii_case(other));
                let message = format!("`{other}` is not read");
                match near {
                    Some(known) => told.warn("unknown-property", &path, message, &format!("write `{known}`")),
                    None => told.warn(
                        "unknown-property",
                        &path,
                        message,
                        "nothing needs to be done if it is only for you",
                    ),
                }
            }
        }
    }
    Ok(found)
}
