// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { PathFinding } from "./identify.js";

/** Request of the method `trace.events`. */
export interface EventsRequest {
  /** The text of an EPCIS document, of a query's answer, of one event, of a list of them, or of one a line: JSON of EPCIS 2.0; XML of EPCIS 1.2 and 2.0; or a credential of UNTP 0.6 or 0.7 with traceability events. Required. */
  document: string;
  /** What events are the same by: `id` (their `eventID`; those without one by their hash) or `hash` (all by their hash, too); empty = `id`. */
  sameness?: string;
  /** Whether each event has its hash. */
  hashes?: boolean;
  /** What is written of the events that count, in their order: `epcis` = a document of EPCIS 2.0; `untp-0.6`, `untp-0.7` = a credential of UNTP that is not signed yet; empty = nothing. */
  write?: string;
  /** When that document is made, for a source that does not say when it was: `2026-03-01T08:00:00Z`. */
  created?: string;
  /** What a credential says beside its events. */
  credential?: EventCredential;
  /** What things and places are called, for a credential. */
  names?: EventName[];
}

/** What a credential of events says beside them; each is required for one. */
export interface EventCredential {
  /** Its identifier, a URI. */
  id?: string;
  /** Who vouches for it: a DID, e.g. `did:web:example.com`. */
  issuer?: string;
  /** What the issuer is called. */
  issuer_name?: string;
  /** What it is called. */
  name?: string;
}

/** What a thing or a place is called. */
export interface EventName {
  /** Its identifier, in any of its forms. */
  identifier?: string;
  /** What it is called. */
  name?: string;
}

/** Answer of the method `trace.events`. */
export interface EventsAnswer {
  /** What was around the events: `document`, `query_document`, `event`, `list`, `lines` or `credential`. */
  envelope: string;
  /** How many events there are. */
  counts: EventCounts;
  /** The events as they stand. */
  events: EventRead[];
  /** What is to be said about them, in their order; paths are JSON pointers into the document, `/lines/7` where events stand on lines; in XML the way through its elements, and the message tells line and column. */
  findings: PathFinding[];
  /** How many findings are not listed, because there are very many. */
  findings_not_listed: number;
  /** What one format says and the other has no place for, with its place in the document: of a credential that was read, and of what was written. */
  losses: PathFinding[];
  /** How many losses are not listed, because there are very many. */
  losses_not_listed: number;
  /** The document that was asked for. */
  document?: string;
}

/** How many events there are of each status. */
export interface EventCounts {
  /** All. */
  events: number;
  /** Those that count. */
  ok: number;
  /** Those that count and that somebody should look at. */
  warning: number;
  /** Those that were retracted or stand there twice. */
  void: number;
  /** Those that cannot be read. */
  unreadable: number;
}

/** An event. */
export interface EventRead {
  /** Where it stands: a JSON pointer; in XML the way through its elements, `/EPCISDocument/EPCISBody/EventList/ObjectEvent[2]`. */
  path: string;
  /** `ok`, `warning`, `void` or `unreadable`. */
  status: string;
  /** Its place in the order of time, from 1 on; absent if it does not count. */
  order?: number;
  /** `ObjectEvent` and so on; empty if it cannot be read. */
  kind: string;
  /** `OBSERVE`, `ADD` or `DELETE`; empty for transformations. */
  action: string;
  /** Its identifier; empty if it has none. */
  event_id: string;
  /** When it happened, as it is written. */
  event_time: string;
  /** The bare word of the business step. */
  business_step: string;
  /** The bare word of the disposition. */
  disposition: string;
  /** Where it was seen, in canonical form. */
  read_point: string;
  /** Where the things are from then on, in canonical form. */
  business_location: string;
  /** What joins it with other events of one transformation. */
  transformation_id: string;
  /** The things. */
  things: EventThing[];
  /** Its hash, profile `ref-cbv2.0`: it tells statements apart, and proves nothing. */
  hash?: string;
}

/** A thing of an event. */
export interface EventThing {
  /** The member that names it: `epcList`, `inputQuantityList` and so on. */
  role: string;
  /** Its identifier in canonical form. */
  id: string;
  /** How much: a decimal; absent = unknown where a class is named, one where a thing is. */
  quantity?: string;
  /** Its unit, UN/ECE Recommendation 20; absent = pieces. */
  unit?: string;
}

/** Request of the method `trace.hash`. */
export interface EventHashRequest {
  /** The text of a document or of events, as for `trace.events`. Required. */
  document: string;
  /** The profile: `ref-cbv2.0`; empty = that one. */
  profile?: string;
  /** Whether the texts that are hashed are told, too. */
  texts?: boolean;
}

/** Answer of the method `trace.hash`. */
export interface EventHashAnswer {
  /** The profile. */
  profile: string;
  /** One for each event, in the order of the document. */
  hashes: EventHash[];
  /** Events that cannot be read, and what is odd in others. */
  findings: PathFinding[];
}

/** The hash of an event. */
export interface EventHash {
  /** Where the event stands, as in `trace.events`. */
  path: string;
  /** `ni:///sha-256;…?ver=CBV2.0`; absent if the event cannot be read. */
  hash?: string;
  /** The text that is hashed. */
  text?: string;
}
