//! Events of EPCIS: what callers of `trace.events` and `trace.hash` send and get.

use serde::{Deserialize, Serialize};

use super::PathFinding;

/// Request of the method `trace.events`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EventsRequest {
    /// The text of an EPCIS document, of a query's answer, of one event, of a list of them, or of one a line: JSON of EPCIS 2.0; XML of EPCIS 1.2 and 2.0; or a credential of UNTP 0.6 or 0.7 with traceability events. Required.
    pub document: String,
    /// What events are the same by: `id` (their `eventID`; those without one by their hash) or `hash` (all by their hash, too); empty = `id`.
    pub sameness: String,
    /// Whether each event has its hash.
    pub hashes: bool,
    /// What is written of the events that count, in their order: `epcis` = a document of EPCIS 2.0; `untp-0.6`, `untp-0.7` = a credential of UNTP that is not signed yet; empty = nothing.
    pub write: String,
    /// When that document is made, for a source that does not say when it was: `2026-03-01T08:00:00Z`.
    pub created: String,
    /// What a credential says beside its events.
    pub credential: EventCredential,
    /// What things and places are called, for a credential.
    pub names: Vec<EventName>,
}

/// What a credential of events says beside them; each is required for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EventCredential {
    /// Its identifier, a URI.
    pub id: String,
    /// Who vouches for it: a DID, e.g. `did:web:example.com`.
    pub issuer: String,
    /// What the issuer is called.
    pub issuer_name: String,
    /// What it is called.
    pub name: String,
}

/// What a thing or a place is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EventName {
    /// Its identifier, in any of its forms.
    pub identifier: String,
    /// What it is called.
    pub name: String,
}

/// Answer of the method `trace.events`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventsAnswer {
    /// What was around the events: `document`, `query_document`, `event`, `list`, `lines` or `credential`.
    pub envelope: String,
    /// How many events there are.
    pub counts: EventCounts,
    /// The events as they stand.
    pub events: Vec<EventRead>,
    /// What is to be said about them, in their order; paths are JSON pointers into the document, `/lines/7` where events stand on lines; in XML the way through its elements, and the message tells line and column.
    pub findings: Vec<PathFinding>,
    /// How many findings are not listed, because there are very many.
    pub findings_not_listed: u64,
    /// What one format says and the other has no place for, with its place in the document: of a credential that was read, and of what was written.
    pub losses: Vec<PathFinding>,
    /// How many losses are not listed, because there are very many.
    pub losses_not_listed: u64,
    /// The document that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// How many events there are of each status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventCounts {
    /// All.
    pub events: u64,
    /// Those that count.
    pub ok: u64,
    /// Those that count and that somebody should look at.
    pub warning: u64,
    /// Those that were retracted or stand there twice.
    pub void: u64,
    /// Those that cannot be read.
    pub unreadable: u64,
}

/// An event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRead {
    /// Where it stands: a JSON pointer; in XML the way through its elements, `/EPCISDocument/EPCISBody/EventList/ObjectEvent[2]`.
    pub path: String,
    /// `ok`, `warning`, `void` or `unreadable`.
    pub status: String,
    /// Its place in the order of time, from 1 on; absent if it does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<u64>,
    /// `ObjectEvent` and so on; empty if it cannot be read.
    pub kind: String,
    /// `OBSERVE`, `ADD` or `DELETE`; empty for transformations.
    pub action: String,
    /// Its identifier; empty if it has none.
    pub event_id: String,
    /// When it happened, as it is written.
    pub event_time: String,
    /// The bare word of the business step.
    pub business_step: String,
    /// The bare word of the disposition.
    pub disposition: String,
    /// Where it was seen, in canonical form.
    pub read_point: String,
    /// Where the things are from then on, in canonical form.
    pub business_location: String,
    /// What joins it with other events of one transformation.
    pub transformation_id: String,
    /// The things.
    pub things: Vec<EventThing>,
    /// Its hash, profile `ref-cbv2.0`: it tells statements apart, and proves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// A thing of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventThing {
    /// The member that names it: `epcList`, `inputQuantityList` and so on.
    pub role: String,
    /// Its identifier in canonical form.
    pub id: String,
    /// How much: a decimal; absent = unknown where a class is named, one where a thing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// Its unit, UN/ECE Recommendation 20; absent = pieces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// Request of the method `trace.hash`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EventHashRequest {
    /// The text of a document or of events, as for `trace.events`. Required.
    pub document: String,
    /// The profile: `ref-cbv2.0`; empty = that one.
    pub profile: String,
    /// Whether the texts that are hashed are told, too.
    pub texts: bool,
}

/// Answer of the method `trace.hash`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventHashAnswer {
    /// The profile.
    pub profile: String,
    /// One for each event, in the order of the document.
    pub hashes: Vec<EventHash>,
    /// Events that cannot be read, and what is odd in others.
    pub findings: Vec<PathFinding>,
}

/// The hash of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventHash {
    /// Where the event stands, as in `trace.events`.
    pub path: String,
    /// `ni:///sha-256;…?ver=CBV2.0`; absent if the event cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// The text that is hashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
