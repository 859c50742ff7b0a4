//! Footprints of goods that were bought: a supplier's document, a lot that was traced, or figures with their source.

use super::check::looked_at;
use super::decimal::Sign;
use super::gases::{Emission, lock, stated};
use super::node::Node;
use super::rows::{BIOGENIC_GASES, FOSSIL, LAND_USE_CHANGE};
use super::rules::{Validity, decimal, validity};
use super::sums::PARTS;
use super::system::{number, unit};
use super::traced;
use crate::error::{Code, Error};
use crate::gas::GwpLock;
use crate::number::Fraction;
use crate::told::Told;
use crate::unit::Unit;
use crate::wire::v1;

/// A bought good: figures of one unit.
#[derive(Clone, Debug)]
pub(super) struct Bought {
    pub(super) unit: Unit,
    /// What it stands for, in CO2e, part by part.
    pub(super) emissions: Vec<Emission>,
    /// Share of primary data, in per cent.
    pub(super) primary: Fraction,
    pub(super) ratings: Option<[Fraction; 3]>,
    /// Identifier of the document, the lot, or source of the figures.
    pub(super) source: String,
    /// SHA-256 of the document; empty for figures.
    pub(super) sha256: String,
    /// Name and version of a source that is no supplier.
    pub(super) secondary: Option<(String, String)>,
}

/// The units of footprints as the engine knows them.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("liter", "L"),
    ("kilogram", "kg"),
    ("cubic meter", "m3"),
    ("kilowatt hour", "kWh"),
    ("megajoule", "MJ"),
    ("ton kilometer", "tkm"),
    ("square meter", "m2"),
    ("piece", "item"),
    ("hour", "h"),
];

/// The engine's unit of a declared unit.
///
/// # Errors
/// `UNKNOWN_UNIT`.
pub(super) fn declared(unit: &str, path: &str) -> Result<Unit, Error> {
    match UNITS.iter().find(|(name, _)| *name == unit) {
        Some((_, code)) => Unit::parse(code),
        None => {
            Err(Error::new(Code::UnknownUnit, format!("`{unit}` cannot be worked with")).at(path.to_owned()))
        }
    }
}

/// Reads a bought good; `period` is when it was used.
///
/// # Errors
/// What cannot be read, with its path.
pub(super) fn read(
    given: &v1::FootprintBought,
    at: usize,
    period: Option<Validity>,
    told: &mut Told,
) -> Result<Bought, Error> {
    let path = format!("/bought/{at}");
    match (&given.figures, given.document.is_empty()) {
        (Some(figures), true) => of_figures(figures, &format!("{path}/figures")),
        (None, false) => of_document(&given.document, &format!("{path}/document"), period, told),
        _ => Err(Error::new(Code::BadRequest, format!("`{}` needs a document or figures", given.good))
            .with_help("give one of the two")
            .at(path)),
    }
}

fn of_document(text: &str, path: &str, period: Option<Validity>, told: &mut Told) -> Result<Bought, Error> {
    let read = Node::read(text).map_err(|error| {
        let inner = if error.path().starts_with('/') { error.path().to_owned() } else { String::new() };
        error.at(format!("{path}{inner}"))
    })?;
    if super::check::is_old(&read) {
        return Err(Error::new(Code::BadRequest, "the footprint is one of 2.x")
            .with_help("migrate it first, and look at what is lost")
            .at(path.to_owned()));
    }
    if read.text_of("schema") == v1::TRACE_PATH_SCHEMA {
        return traced::read(text, path, period, told);
    }
    let node = looked_at(&read, path, told)?.node;
    let pcf = node.get("pcf").unwrap_or(&Node::Null);
    let inside = format!("{path}/pcf");
    if let (Some(valid), Some(used)) = (validity(&node), period)
        && (valid.until < used.from || valid.from > used.until)
    {
        let message = "the footprint was not valid in the reference period";
        told.warn(Code::FootprintContradiction, path, node.text_of("id"), message);
    }
    if node.text_of("status") == "Deprecated" {
        told.warn(
            Code::FootprintContradiction,
            &format!("{path}/status"),
            "Deprecated",
            "a newer one takes its place",
        );
    }
    let unit =
        declared(pcf.text_of("declaredUnitOfMeasurement"), &format!("{inside}/declaredUnitOfMeasurement"))?;
    let amount =
        number(pcf.text_of("declaredUnitAmount"), Sign::Above, &format!("{inside}/declaredUnitAmount"))?;
    number(pcf.text_of("fossilGhgEmissions"), Sign::NotBelow, &format!("{inside}/fossilGhgEmissions"))?;
    let each = |name: &&str| match decimal(pcf, name) {
        Some(stated) => stated.value.try_div(&amount),
        None => Ok(Fraction::zero()),
    };
    let nothing = Node::Null;
    let dqi = pcf.get("dqi").unwrap_or(&nothing);
    let rating = |name: &str| decimal(dqi, name).map(|rating| rating.value);
    let ratings = [rating("technologicalDQR"), rating("geographicalDQR"), rating("temporalDQR")];
    let parts = PARTS.iter().map(each).collect::<Result<_, Error>>()?;
    let source = node.text_of("id");
    Ok(Bought {
        unit,
        emissions: stated(parts, assessment(pcf), source),
        primary: decimal(pcf, "primaryDataShare").map_or_else(Fraction::zero, |share| share.value),
        ratings: all(ratings),
        source: source.to_owned(),
        sha256: v1::hex_sha256(text.as_bytes()),
        secondary: None,
    })
}

fn of_figures(figures: &v1::FootprintFigures, path: &str) -> Result<Bought, Error> {
    for (name, text) in [("source", &figures.source), ("version", &figures.version)] {
        if text.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, format!("the {name} of the figures is not named"))
                .at(format!("{path}/{name}")));
        }
    }
    let amount = number(&figures.amount, Sign::Above, &format!("{path}/amount"))?;
    let each = |name: &str, text: &str, needed: bool| -> Result<Fraction, Error> {
        if text.is_empty() && !needed {
            return Ok(Fraction::zero());
        }
        number(text, Sign::NotBelow, &format!("{path}/{name}"))?.try_div(&amount)
    };
    let mut parts = vec![Fraction::zero(); PARTS.len()];
    for (place, value) in [
        (FOSSIL, each("fossil_kg_co2e", &figures.fossil_kg_co2e, true)?),
        (LAND_USE_CHANGE, each("land_use_change_kg_co2e", &figures.land_use_change_kg_co2e, false)?),
        (BIOGENIC_GASES, each("biogenic_non_co2_kg_co2e", &figures.biogenic_non_co2_kg_co2e, false)?),
    ] {
        if let Some(part) = parts.get_mut(place) {
            *part = value;
        }
    }
    let source = format!("{} {}", figures.source, figures.version);
    let set = lock(&figures.gwp_set, &format!("{path}/gwp_set"))?;
    Ok(Bought {
        unit: unit(&figures.unit, &format!("{path}/unit"))?,
        emissions: stated(parts, set, &source),
        primary: percent(&figures.primary_percent, &format!("{path}/primary_percent"))?,
        ratings: ratings(&figures.ratings, &format!("{path}/ratings"))?,
        source,
        sha256: String::new(),
        secondary: Some((figures.source.clone(), figures.version.clone())),
    })
}

/// The GWP set of a document, if it names one alone.
fn assessment(pcf: &Node) -> GwpLock {
    let named = pcf.get("ipccCharacterizationFactors").map(Node::items).unwrap_or_default();
    let set = if let [Node::Text(set)] = named { GwpLock::parse(set) } else { None };
    set.unwrap_or(GwpLock::Unstated)
}

/// A share in per cent; none is claimed where nothing stands.
pub(super) fn percent(text: &str, path: &str) -> Result<Fraction, Error> {
    if text.is_empty() { Ok(Fraction::zero()) } else { number(text, Sign::Percent, path) }
}

/// Three ratings, or none.
pub(super) fn ratings(given: &v1::FootprintRatings, path: &str) -> Result<Option<[Fraction; 3]>, Error> {
    let texts = [&given.technological, &given.geographical, &given.temporal];
    if texts.iter().all(|text| text.is_empty()) {
        return Ok(None);
    }
    let [technological, geographical, temporal] = texts.map(|text| number(text, Sign::Rating, path));
    Ok(Some([technological?, geographical?, temporal?]))
}

fn all(ratings: [Option<Fraction>; 3]) -> Option<[Fraction; 3]> {
    let [technological, geographical, temporal] = ratings;
    Some([technological?, geographical?, temporal?])
}
