//! Any answer computed again: the inventories of its request from their ledgers, then the method once more.

use serde_json::Value;

use super::disclosure::energy_again;
use super::explain::count;
use super::{Against, LISTED, compare, json_again};
use crate::disclosure::below;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::wire::v1::{self, canonical, canonical_digest, read_json};

/// Asks a method: its name, its request, and its answer.
type Ask<'a> = &'a dyn Fn(&str, &str) -> Result<String, Error>;
/// The catalog of a ledger's own packs.
type Packs<'a> = &'a dyn Fn(&[String]) -> Result<Catalog, Error>;

/// Computes an answer of any method again from its request and says what differs, place by place.
///
/// Inventories of the request whose ledger is given are computed again first, and energy accounts of the same ledgers with them. So
/// a figure that differs because a row of a ledger differs is told with that inventory's lines. Everything else of the request is
/// taken as it stands, and told as `given`. `ask` is [`call`](crate::call::call) with the caller's packs.
///
/// # Units
/// Those of the answer; inventories in kilograms of CO2 equivalent.
///
/// # Method
/// M-304, M-282 for inventories.
///
/// # Errors
/// `BAD_JSON`, `BAD_REQUEST` for an answer without a shape or a method that cannot be asked here, `UNKNOWN_VALUE` for an answer of
/// another shape than the method gives and for a ledger whose place has no inventory; else as the method itself, below `/request`.
///
/// # Example
/// ```
/// use emitrace::call::call;
/// use emitrace::factor::Catalog;
/// use emitrace::verify::answer;
/// use emitrace::wire::v1::AnswerVerifyRequest;
///
/// let catalog = Catalog::bundled()?;
/// let ask = |method: &str, request: &str| call(&catalog, method, request);
/// let ledger = r#"{"text": "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1000,kWh\n"}"#;
/// let options = r#"{"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}"#;
/// let request = format!(r#"{{"ledger": {ledger}, "options": {options}}}"#);
/// let report = ask("energy.account", &request)?;
/// let method = "energy.account".to_owned();
/// let mut again = AnswerVerifyRequest { report, method, request, ..Default::default() };
/// assert!(answer(&again, &ask, &|_| Catalog::bundled())?.holds);
///
/// again.request = again.request.replace("1000,", "1010,");
/// let told = answer(&again, &ask, &|_| Catalog::bundled())?;
/// assert_eq!(told.reasons, ["figures", "texts"]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn answer(
    request: &v1::AnswerVerifyRequest,
    ask: Ask<'_>,
    packs: Packs<'_>,
) -> Result<v1::AnswerVerifyAnswer, Error> {
    let method = request.method.as_str();
    if matches!(method, "answer.verify" | "report.verify" | "disclosure.verify") {
        let message = format!("`{method}` verifies, it does not report");
        return Err(Error::new(Code::BadRequest, message)
            .with_help("name the method whose answer the report is, e.g. framework.report")
            .at("/method"));
    }
    let at = |path: &'static str| move |error: Error| below(path, error);
    let reported: Value = read_json(&request.report).map_err(at("/report"))?;
    let mut given: Value = read_json(&request.request).map_err(at("/request"))?;
    let (answers, renewed) = answers(&mut given, request, packs)?;
    let text = ask(method, &canonical(&given)?).map_err(at("/request"))?;
    let again: Value = read_json(&text)?;
    let [schema, other] = [&reported, &again].map(schema_of);
    if schema.is_empty() {
        return Err(Error::new(Code::BadRequest, "the report says no `schema`")
            .with_help("give an answer of the engine as it was written with `--format json`")
            .at("/report"));
    }
    if schema != other {
        let message = format!("the report is `{schema}`, and `{method}` answers `{other}`");
        return Err(Error::new(Code::UnknownValue, message)
            .with_help("name the method that wrote the report")
            .at("/report/schema"));
    }
    let mut found = compare::answers(&reported, &again);
    // An answer that was computed again is told by itself; everything that quotes its digest is not told again.
    found
        .differences
        .retain(|one| !renewed.iter().any(|(old, new)| (old, new) == (&one.reported, &one.recomputed)));
    let mut reasons = Vec::new();
    let mut because = |holds: bool, reason: &str| {
        if holds {
            reasons.push(reason.to_owned());
        }
    };
    because(!sealed(&reported)?, "edited");
    let fails = |one: &v1::VerifiedAnswer| one.verified.as_ref().is_some_and(|verified| !verified.holds);
    because(answers.iter().any(fails), "inventories");
    because(found.differences.iter().any(|one| one.what == "figure"), "figures");
    because(found.differences.iter().any(|one| one.what != "figure"), "texts");
    let mut differences = found.differences;
    let differences_found = count(differences.len());
    differences.truncate(request.list.map_or(LISTED, |list| usize::try_from(list).unwrap_or(usize::MAX)));
    let digest = |answer: &Value| answer.get("digest").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut answer = v1::AnswerVerifyAnswer {
        schema: v1::ANSWER_VERIFY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        method: method.into(),
        report_schema: schema,
        holds: reasons.is_empty(),
        reasons,
        reported_digest: digest(&reported),
        recomputed_digest: digest(&again),
        figures: found.figures,
        texts: found.texts,
        differences_found,
        differences,
        answers,
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

fn schema_of(answer: &Value) -> String {
    answer.get("schema").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Whether the digest of an answer fits it: it is that of its one part, or of the whole with an empty digest.
fn sealed(answer: &Value) -> Result<bool, Error> {
    let Some(members) = answer.as_object() else { return Ok(true) };
    let Some(stated) = members.get("digest").and_then(Value::as_str) else { return Ok(true) };
    for part in members.values().filter(|part| part.is_object()) {
        if canonical_digest(part)? == stated {
            return Ok(true);
        }
    }
    let mut whole = members.clone();
    whole.insert("digest".into(), Value::String(String::new()));
    Ok(canonical_digest(&whole)? == stated)
}

/// The digest of an answer as it was given, and as it was computed again.
type Renewed = (String, String);

/// The answers of a request, those with a ledger computed again and put in their place.
fn answers(
    given: &mut Value,
    request: &v1::AnswerVerifyRequest,
    packs: Packs<'_>,
) -> Result<(Vec<v1::VerifiedAnswer>, Vec<Renewed>), Error> {
    let (mut told, mut renewed) = (Vec::new(), Vec::new());
    standing(given, "", &mut told);
    for (number, ledger) in request.ledgers.iter().enumerate() {
        let place = |error: Error| below(&format!("/ledgers/{number}"), error);
        let known =
            told.iter_mut().find(|one| one.place == ledger.place && one.schema == v1::INVENTORY_SCHEMA);
        let (Some(known), Some(stands)) = (known, given.pointer(&ledger.place)) else {
            let message = format!("no inventory stands at `{}` of the request", ledger.place);
            return Err(Error::new(Code::UnknownValue, message)
                .with_help("name the place of an inventory as a JSON pointer, e.g. /inventory")
                .at(format!("/ledgers/{number}/place")));
        };
        let Some(file) = &ledger.file.ledger else { continue };
        let (own, bytes) = (packs(&ledger.file.packs).map_err(place)?, file.bytes().map_err(place)?);
        let against =
            Against { catalog: &own, options: &ledger.file.options, ledger: &bytes, list: request.list };
        let text = canonical(stands)?;
        let inventory: v1::InventoryAnswer = read_json(&text).map_err(place)?;
        let (verified, computed) = json_again(&text, &against).map_err(place)?;
        known.how = "recomputed".into();
        known.verified = Some(verified);
        put(given, &ledger.place, &computed)?;
        renewed.push((known.digest.clone(), computed.digest.clone()));
        for account in told.iter_mut().filter(|one| one.schema == v1::ENERGY_SCHEMA) {
            let Some(stands) = given.pointer(&account.place) else { continue };
            let old: v1::EnergyAccountAnswer = read_json(&canonical(stands)?).map_err(place)?;
            if old.result.inventory == inventory.digest {
                account.how = "recomputed".into();
                let new = energy_again(&old, &inventory, &against).map_err(place)?;
                renewed.push((old.digest, new.digest.clone()));
                put(given, &account.place, &new)?;
            }
        }
    }
    Ok((told, renewed))
}

fn put<T: serde::Serialize>(request: &mut Value, place: &str, answer: &T) -> Result<(), Error> {
    if let Some(slot) = request.pointer_mut(place) {
        *slot =
            serde_json::to_value(answer).map_err(|error| Error::new(Code::Internal, error.to_string()))?;
    }
    Ok(())
}

/// Lists the answers of the engine that stand in a request, in the order of its members.
fn standing(value: &Value, place: &str, told: &mut Vec<v1::VerifiedAnswer>) {
    match value {
        Value::Object(members) => {
            let schema = schema_of(value);
            if schema.starts_with("emitrace/") {
                told.push(v1::VerifiedAnswer {
                    place: place.into(),
                    schema,
                    how: "given".into(),
                    digest: members.get("digest").and_then(Value::as_str).unwrap_or_default().into(),
                    verified: None,
                });
                return;
            }
            for (name, inner) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                standing(inner, &format!("{place}/{name}"), told);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                standing(inner, &format!("{place}/{at}"), told);
            }
        }
        _ => {}
    }
}
