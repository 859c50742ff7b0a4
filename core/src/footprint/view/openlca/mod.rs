//! A computed footprint as a package of openLCA (JSON-LD): one process with the masses of its gases (METHODS M-302, M-303).
//!
//! It is the result of a life cycle: nothing is linked, gases go to air, and what is only known in CO2e has flows of its own.

mod document;
mod entity;
mod flow;
mod impact;
mod inventory;
mod unit;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::said::{Said, number};
use crate::error::{Code, Error};
use crate::footprint::check::under;
use crate::footprint::decimal::Decimal;
use crate::footprint::node::{Members, Node};
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;
use entity::{Package, is_uuid, reference, root, uuid};

/// The package of a footprint that was worked out: a zip archive that openLCA 2 imports, the same bytes everywhere.
///
/// # Method
/// M-302 (flows, identifiers, rounding), M-303 (characterisation).
///
/// # Errors
/// `BAD_REQUEST` for anything but an answer of `footprint.compute` as it was given, `UNKNOWN_UNIT` for a declared unit that the
/// reference data of openLCA does not hold exactly, `MISSING_VALUE` without an amount.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::footprint::{compute, openlca};
/// use emitrace::wire::v1::{FootprintPackageRequest, canonical, read_json};
///
/// let request = r#"{
///   "frame": "{\"productNameCompany\": \"Wire\", \"pcf\": {\"declaredUnitOfMeasurement\": \"kilogram\", \"declaredUnitAmount\": \"1\", \"biogenicCarbonContent\": \"0\"}}",
///   "good": "wire", "scope_2": "location", "decimals": "6",
///   "ledger": {"text": "id,date,activity,quantity,unit,product\nE1,2023-05-31,electricity,1250,kWh,drawing\n"},
///   "options": {"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"},
///   "processes": [{"id": "drawing", "outputs": [{"good": "wire", "amount": "1000", "unit": "kg"}]}]
/// }"#;
/// let answer = canonical(&compute(&Catalog::bundled()?, &read_json(request)?)?)?;
/// let package = openlca(&FootprintPackageRequest { answer })?;
/// assert!(package.base64.starts_with("UEsDB"), "a zip archive");
/// assert!(package.losses.iter().all(|loss| loss.what == "dropped"), "nothing had to be rounded");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn openlca(request: &v1::FootprintPackageRequest) -> Result<v1::FootprintPackage, Error> {
    let answer: v1::FootprintComputeAnswer = v1::read_json(&request.answer).map_err(under("/answer"))?;
    let result = &answer.result;
    if answer.schema != v1::FOOTPRINT_COMPUTED_SCHEMA || v1::canonical_digest(result)? != answer.digest {
        return Err(Error::new(Code::BadRequest, "this is no answer of `footprint.compute` as it was given")
            .with_help("compute the footprint again: its digest must be that of its result")
            .at("/answer/digest"));
    }
    let top = Node::read(&result.document).map_err(under("/answer/result/document"))?;
    let nothing = Node::Object(Vec::new());
    let mut said = Said::new(&top, &nothing, Told::new(&Limits::default()));
    let mut package = Package::default();

    let product = &result.footprint.product;
    let product = if product.is_empty() { "product" } else { product };
    let id = identifier(&mut said, &result.footprint.id, &answer.digest);
    let mut process = root("Process", &id, product);
    process.say("description", &document::summary(&answer));
    process.say("lastChange", said.member("created").and_then(Node::text).unwrap_or_default());
    process.say("processType", "LCI_RESULT");
    if let Some(location) = document::location(&mut package, &mut said) {
        process.put("location", location);
    }
    process.put("processDocumentation", document::documentation(&mut package, &mut said, result));

    let lines = inventory::lines(&result.gases)?;
    let mut exchanges = vec![declared(&mut package, &mut said, product)?];
    for line in &lines {
        line.flow.add_to(&mut package);
        let number = exchanges.len().saturating_add(1);
        exchanges.push(line.exchange(number, &mut said));
    }
    unit::KILOGRAM.add_to(&mut package);
    process.put("lastInternalId", Node::Number(exchanges.len().to_string()));
    process.put("exchanges", Node::List(exchanges));
    package.add("processes", &id, process);
    let sets = said.member("ipccCharacterizationFactors").map(Node::items).unwrap_or_default();
    let set = sets.first().and_then(Node::text).unwrap_or_default();
    impact::add(&mut package, &lines, (&id, product), set);

    let (losses, _) = said.done();
    Ok(v1::FootprintPackage {
        valid: result.valid,
        process: id,
        base64: BASE64.encode(package.bytes()?),
        losses,
    })
}

/// The identifier of the footprint if it is a UUID (files are named by it), else one made of the answer's digest.
fn identifier(said: &mut Said<'_>, stated: &str, digest: &str) -> String {
    if is_uuid(stated) {
        said.say("/id");
        return stated.to_owned();
    }
    let made = uuid("Process", digest);
    if !stated.is_empty() {
        said.note("/id", stated, "changed", format!("no UUID; the process is {made}"));
    }
    made
}

/// The product in its declared amount: what everything else of the process is of.
fn declared(package: &mut Package, said: &mut Said<'_>, product: &str) -> Result<Node, Error> {
    let name = said.member("declaredUnitOfMeasurement").and_then(Node::text).unwrap_or_default();
    let place = "/answer/result/document/pcf";
    let unit = unit::of(name).ok_or_else(|| {
        Error::new(Code::UnknownUnit, format!("`{name}` is no unit that openLCA holds exactly"))
            .with_help("declare an amount, a mass, a volume, an area, energy or transport")
            .at(format!("{place}/declaredUnitOfMeasurement"))
    })?;
    unit.add_to(package);
    let amount =
        said.member("declaredUnitAmount").and_then(Node::text).and_then(Decimal::read).ok_or_else(|| {
            Error::new(Code::MissingValue, "the document does not say of how much it is")
                .at(format!("{place}/declaredUnitAmount"))
        })?;
    let company = said.member("companyName").and_then(Node::text).unwrap_or_default();
    said.say("/productNameCompany");
    let ids: Vec<&str> = said
        .member("productIds")
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(Node::text)
        .collect();
    let says = said.member("productDescription").and_then(Node::text).unwrap_or_default();
    // Another footprint of the same product has the same flow: processes of several years provide one product.
    let id = uuid("Flow", &format!("{company}\n{product}\n{}\n{name}", ids.join("\n")));
    let says =
        [says, &ids.join(", ")].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    let flow = flow::product(package, &id, product, &says, unit.property());
    let mut exchange = inventory::exchange(1, flow, unit, number(&amount));
    exchange.put("isInput", Node::Flag(false));
    exchange.put("isQuantitativeReference", Node::Flag(true));
    Ok(exchange.done())
}
