//! From a document to what it says, what is wrong with it, and the document as it is written again.

use super::node::Node;
use super::rules::{self, decimal};
use super::sums::{self, Total};
use super::walk::walk;
use super::{time, v2, v3};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;

/// Reads footprints, checks them and writes them again (METHODS M-260, M-261).
///
/// The document is one footprint, a list, or what the interface answers (`{"data": [...]}`), in PACT 3.0 or 2.x. It is written
/// with its members in their order, unknown ones and extensions as they are.
///
/// # Errors
/// `BAD_JSON` and `DUPLICATE_KEY` if it cannot be read, `BAD_REQUEST` if it is no footprint, `BAD_DATE` for a day of use that is
/// none.
///
/// # Example
/// ```
/// use emitrace::footprint::check;
/// use emitrace::wire::v1::FootprintCheckRequest;
///
/// let document = r#"{"specVersion": "3.0.3", "pcf": {"declaredUnitAmount": "1.", "geographyCountry": "VN"}}"#.into();
/// let result = check(&FootprintCheckRequest { document, ..Default::default() })?.result;
/// assert!(!result.valid);
/// assert_eq!((&*result.findings[0].path, &*result.findings[0].code), ("/pcf/declaredUnitAmount", "FOOTPRINT_BAD_VALUE"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn check(request: &v1::FootprintCheckRequest) -> Result<v1::FootprintAnswer, Error> {
    let read = Node::read(&request.document).map_err(under("/document"))?;
    let day = used_on(&request.as_of)?;
    let mut told = Told::new(&Limits::default());
    let (document, found) = each(&read, |footprint, path| looked_at(footprint, path, &mut told))?;
    same_ids(&found, &mut told);
    answer(document, &found, day, Vec::new(), told)
}

/// A footprint that was looked at.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) path: String,
    pub(super) node: Node,
    totals: [Option<Total>; 2],
}

/// Puts the path of a request before that of an error.
pub(super) fn under(path: &'static str) -> impl Fn(Error) -> Error {
    move |error| {
        let inner = if error.path().starts_with('/') { error.path() } else { "" };
        let path = format!("{path}{inner}");
        error.at(path)
    }
}

/// Whether a footprint is written as before 3.0.
pub(super) fn is_old(footprint: &Node) -> bool {
    let version = footprint.text_of("specVersion");
    match version.split('.').next() {
        Some("1" | "2") => true,
        Some("") | None => footprint.get("pcf").is_some_and(|pcf| pcf.get("declaredUnit").is_some()),
        _ => false,
    }
}

/// Does something with each footprint of a document and puts what comes out in its place.
pub(super) fn each(
    document: &Node,
    mut look: impl FnMut(&Node, &str) -> Result<Looked, Error>,
) -> Result<(Node, Vec<Looked>), Error> {
    let mut found = Vec::new();
    let mut all = |items: &[Node], path: &str| -> Result<Node, Error> {
        let mut out = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let looked = look(item, &format!("{path}/{index}"))?;
            out.push(looked.node.clone());
            found.push(looked);
        }
        Ok(Node::List(out))
    };
    let written = match document {
        Node::List(items) => all(items, "")?,
        Node::Object(members) if matches!(document.get("data"), Some(Node::List(_))) => {
            let mut out = Vec::new();
            for (name, value) in members {
                let value = if name == "data" { all(value.items(), "/data")? } else { value.clone() };
                out.push((name.clone(), value));
            }
            Node::Object(out)
        }
        Node::Object(_) => {
            let looked = look(document, "")?;
            let node = looked.node.clone();
            found.push(looked);
            node
        }
        other => {
            return Err(Error::new(Code::BadRequest, format!("the document is {}", other.kind()))
                .with_help("give a footprint, a list of footprints, or {\"data\": [...]}")
                .at("/document"));
        }
    };
    Ok((written, found))
}

/// Checks one footprint.
pub(super) fn looked_at(footprint: &Node, path: &str, told: &mut Told) -> Result<Looked, Error> {
    if is_old(footprint) {
        let version = footprint.text_of("specVersion");
        let message =
            format!("version {version} is read by the members and rules of 2.3, not by those of 3.0");
        told.warn(Code::FootprintVersion, &format!("{path}/specVersion"), version, message);
        let node = walk(&v2::FOOTPRINT, footprint, path, told);
        rules::old_rules(&node, path, told);
        return Ok(Looked { path: path.into(), node, totals: [None, None] });
    }
    let node = walk(&v3::FOOTPRINT, footprint, path, told);
    rules::rules(&node, path, told);
    let mut totals = [None, None];
    if let Some(pcf) = node.get("pcf") {
        totals = sums::totals(pcf)?;
        sums::tell(&totals, path, told);
        sums::plausible(pcf, path, told)?;
    }
    let version = node.text_of("specVersion");
    if !version.is_empty() && !version.starts_with("3.") {
        let message = format!("version {version} is not known; it is read as {}", v3::VERSION);
        told.warn(Code::FootprintVersion, &format!("{path}/specVersion"), version, message);
    }
    Ok(Looked { path: path.into(), node, totals })
}

/// Tells identifiers that two footprints have.
pub(super) fn same_ids(found: &[Looked], told: &mut Told) {
    let mut seen = std::collections::BTreeMap::new();
    for looked in found {
        let id = looked.node.text_of("id").to_ascii_lowercase();
        if let Some(first) = seen.insert(id.clone(), &looked.path)
            && !id.is_empty()
        {
            let message = format!("the footprint at {first} has the same identifier");
            told.error(Code::FootprintRepeated, &format!("{}/id", looked.path), &id, message);
        }
    }
}

/// The day on which footprints are to be used.
pub(super) fn used_on(text: &str) -> Result<Option<chrono::NaiveDate>, Error> {
    if text.is_empty() { Ok(None) } else { crate::period::day_at(text, "/as_of").map(Some) }
}

/// All of it as an answer.
pub(super) fn answer(
    document: Node,
    found: &[Looked],
    day: Option<chrono::NaiveDate>,
    losses: Vec<v1::FootprintLoss>,
    told: Told,
) -> Result<v1::FootprintAnswer, Error> {
    let valid = !told.has_errors();
    let (counts, findings) = told.done();
    let result = v1::FootprintResult {
        valid,
        footprints: found.iter().map(|looked| summary(looked, day)).collect(),
        losses,
        counts,
        findings,
        document: document.written(),
    };
    Ok(v1::FootprintAnswer {
        schema: v1::FOOTPRINT_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: v1::canonical_digest(&result)?,
        result,
    })
}

pub(super) fn summary(looked: &Looked, day: Option<chrono::NaiveDate>) -> v1::FootprintSummary {
    let Looked { path, node, totals: [without, with] } = looked;
    let nothing = Node::Null;
    let pcf = node.get("pcf").unwrap_or(&nothing);
    let any = |new: &str, old: &str| {
        let stated = decimal(pcf, new).or_else(|| decimal(pcf, old));
        stated.map(|stated| stated.value.to_string()).unwrap_or_default()
    };
    let summed =
        |total: &Option<Total>| total.as_ref().map(|total| total.summed.to_string()).unwrap_or_default();
    let apart =
        |total: &Option<Total>| total.as_ref().map(|total| total.difference.to_string()).unwrap_or_default();
    let validity = rules::validity(node);
    let in_force = match (validity, day.and_then(|day| day.and_hms_opt(0, 0, 0))) {
        (Some(validity), Some(day)) => {
            let within = validity.from <= day.and_utc() && day.and_utc() <= validity.until;
            if within && node.text_of("status") != "Deprecated" { "yes" } else { "no" }
        }
        _ => "",
    };
    let unit = pcf.get("declaredUnitOfMeasurement").or_else(|| pcf.get("declaredUnit"));
    v1::FootprintSummary {
        path: path.clone(),
        id: node.text_of("id").into(),
        spec_version: node.text_of("specVersion").into(),
        company: node.text_of("companyName").into(),
        product: node.text_of("productNameCompany").into(),
        status: node.text_of("status").into(),
        declared_amount: any("declaredUnitAmount", "unitaryProductAmount"),
        declared_unit: unit.and_then(Node::text).unwrap_or_default().into(),
        mass_kg: any("productMassPerDeclaredUnit", ""),
        excluding_uptake_kg_co2e: any("pcfExcludingBiogenicUptake", "pCfExcludingBiogenic"),
        including_uptake_kg_co2e: any("pcfIncludingBiogenicUptake", "pCfIncludingBiogenic"),
        summed_excluding_kg_co2e: summed(without),
        summed_including_kg_co2e: summed(with),
        difference_excluding_kg_co2e: apart(without),
        difference_including_kg_co2e: apart(with),
        valid_from: validity.map(|validity| time::text(validity.from)).unwrap_or_default(),
        valid_until: validity.map(|validity| time::text(validity.until)).unwrap_or_default(),
        in_force: in_force.into(),
    }
}
