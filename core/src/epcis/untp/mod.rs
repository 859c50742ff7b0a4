//! Traceability events of UNTP 0.6 and 0.7: credentials read into events of EPCIS and written from them (METHODS M-215, M-216). What one
//! side says and the other cannot is told, each with its place.

mod json;
mod read;
mod write;

use super::document::Place;
use super::event::Kind;
use super::read::Remark;
use super::scan::{Fault, Scanner, write_text};
use crate::epcis::write::CONTEXT;
use crate::error::{Code, Severity};
use json::Json;
use read::Reader;
pub(crate) use write::{Credential, Version, Writer, canonical};

/// The code of UN/ECE Recommendation 20 for pieces, which EPCIS writes without a unit.
const PIECE: &str = "H87";

/// What has no place on the other side, and the event that says it.
pub(crate) type Lost = (Place, Remark);

fn lost(severity: Severity, path: &str, value: &str, message: &str) -> Remark {
    Remark {
        severity,
        code: Code::NotExpressible,
        path: path.into(),
        value: super::read::short(value),
        message: message.into(),
    }
}

/// An event of a credential: where it stands, and by JSON pointers of EPCIS where its values do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    path: String,
    spots: Vec<(String, String)>,
}

impl Subject {
    /// The place of a value, or of what it is in.
    pub(super) fn place(&self, pointer: &str) -> String {
        let within = |held: &str| {
            pointer.strip_prefix(held).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let known = self.spots.iter().filter(|(held, _)| within(held)).max_by_key(|(held, _)| held.len());
        let (held, path) = known.map_or(("", ""), |(held, path)| (&**held, &**path));
        format!("{}{path}{}", self.path, pointer.strip_prefix(held).unwrap_or_default())
    }

    /// Where the event stands.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

/// A credential as a document of EPCIS.
#[derive(Debug)]
pub(super) struct Events {
    pub(super) json: String,
    pub(super) subjects: Vec<Subject>,
    pub(super) losses: Vec<Lost>,
}

/// Whether a text begins like a credential and not like events of EPCIS.
pub(super) fn is_credential(text: &str, depth: usize) -> bool {
    let mut found = false;
    let mut scanner = Scanner::new(text, depth);
    let _ = scanner.members(|scanner, name| {
        found = name == "credentialSubject";
        let event = match &*name {
            "type" if scanner.peek() == Some(b'"') => {
                let kind = scanner.string()?;
                Kind::parse(&kind).is_some() || kind.ends_with("Document")
            }
            "isA" | "eventTime" | "epcisHeader" | "epcisBody" => true,
            _ if found => false,
            _ => scanner.raw(false).map(|_| false)?,
        };
        // What is known is known: the rest is not gone through.
        if found || event { Err(scanner.fault(Code::Internal, "")) } else { Ok(()) }
    });
    found
}

/// Reads the events of a credential.
///
/// # Errors
/// What is wrong in the text.
pub(super) fn read(text: &str, depth: usize) -> Result<Events, Fault> {
    let mut scanner = Scanner::new(text, depth);
    let credential = Json::read(&mut scanner)?;
    if !scanner.ended() {
        return Err(scanner.fault(Code::TrailingData, "something follows the credential"));
    }
    let mut events = Events { json: String::new(), subjects: Vec::new(), losses: Vec::new() };
    events.json = format!("{{\"@context\":[{CONTEXT}],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\"");
    if let Some(from) = credential.get("validFrom").and_then(Json::text) {
        events.json.push_str(",\"creationDate\":");
        write_text(from, &mut events.json);
    }
    events.json.push_str(",\"epcisBody\":{\"eventList\":[");
    if let Some(issuer) = credential.get("issuer") {
        let shown = issuer.get("id").unwrap_or(issuer).text().unwrap_or_default();
        let message = "EPCIS does not say who vouches for a document; verify the credential and keep it";
        events.losses.push((Place::Whole, lost(Severity::Info, "/issuer", shown, message)));
    }
    let subject = credential.get("credentialSubject");
    for (index, event) in subject.map(Json::items).unwrap_or_default().iter().enumerate() {
        if index > 0 {
            events.json.push(',');
        }
        let alone = subject.is_some_and(Json::is_object);
        let path = if alone { "/credentialSubject".into() } else { format!("/credentialSubject/{index}") };
        let mut reader = Reader::new(Place::Element("/epcisBody/eventList", index), path);
        reader.event(event);
        events.json.push_str(&reader.json);
        events.subjects.push(reader.subject);
        events.losses.append(&mut reader.losses);
    }
    events.json.push_str("]}}");
    Ok(events)
}

#[cfg(test)]
mod tests;
