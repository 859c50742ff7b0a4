//! Methods about events of EPCIS.

use crate::epcis::{
    self, Credential, Hasher, Log, Lost, Place, Row, Sameness, Source, Version, Vocabulary, Writer, visit,
    write_document, write_event,
};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::number::Amount;
use crate::wire::v1::{self, PathFinding, canonical, read_json};

/// Events with their statuses, in their order, and what cannot have been.
pub(super) fn events(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EventsRequest = read_json(request)?;
    let unknown = |what: &str, given: &str, help: &str| {
        Error::new(Code::UnknownValue, format!("`{given}` is no way {what}")).with_help(help)
    };
    let sameness = match &*request.sameness {
        "" | "id" => Sameness::Id,
        "hash" => Sameness::Hash,
        other => return Err(unknown("in which events are the same", other, "use id or hash").at("/sameness")),
    };
    let version = Version::parse(&request.write);
    if version.is_none() && !matches!(&*request.write, "" | "epcis") {
        let help = "use epcis, untp-0.6 or untp-0.7";
        return Err(unknown("to write events", &request.write, help).at("/write"));
    }
    let limits = Limits::default();
    let source = Source::open(&request.document, &limits).map_err(within)?;
    let log = Log::read(&source, sameness, &limits).map_err(within)?;
    let remarks = log.remarks.iter().take(limits.findings);
    let listed = remarks.filter_map(|(row, remark)| Some((log.rows.get(*row)?.place, remark.clone())));
    let mut answer = v1::EventsAnswer {
        envelope: source.envelope(log.frames.first().map(|frame| frame.envelope).unwrap_or_default()).into(),
        counts: counts(&log.rows),
        findings: findings(&source, listed.collect(), &limits),
        findings_not_listed: u64::try_from(log.remarks.len().saturating_sub(limits.findings))
            .unwrap_or(u64::MAX),
        ..v1::EventsAnswer::default()
    };
    let mut places = vec![None; log.rows.len()];
    for (place, row) in (1u64..).zip(&log.order) {
        if let Some(held) = places.get_mut(*row) {
            *held = Some(place);
        }
    }
    for (row, order) in log.rows.iter().zip(places) {
        let mut read = event(row)?;
        read.path = source.path(row.place);
        read.order = order;
        read.hash = if request.hashes { log.hash(row) } else { None };
        answer.events.push(read);
    }
    if request.write == "epcis" {
        let written = log.order.iter().filter_map(|row| log.rows.get(*row)).map(rewritten);
        let written: Vec<String> = written.collect::<Result<_, _>>()?;
        if let Some(frame) = log.frames.first() {
            answer.document = Some(write_document(frame, &request.created, &written)?);
        }
    }
    let mut losses = source.losses().to_vec();
    if let Some(version) = version {
        answer.document = Some(credential(&log, version, &request, &mut losses)?);
    }
    let not_listed = losses.len().saturating_sub(limits.findings);
    losses.truncate(limits.findings);
    answer.losses = findings(&source, losses, &limits);
    answer.losses_not_listed = u64::try_from(not_listed).unwrap_or(u64::MAX);
    canonical(&answer)
}

/// A credential of the events that count, in their order.
fn credential(
    log: &Log<'_>,
    version: Version,
    request: &v1::EventsRequest,
    losses: &mut Vec<Lost>,
) -> Result<String, Error> {
    let called = request.names.iter().map(|named| (epcis::canonical(&named.identifier), named.name.clone()));
    let names = called.collect();
    let mut writer = Writer::new(version, &names);
    for row in log.order.iter().filter_map(|row| log.rows.get(*row)) {
        let hash = log.hash(row).unwrap_or_default();
        visit(row.raw, &Limits::default(), &mut |met| {
            if let Ok(event) = &met.event {
                writer.event(row.place, event, &hash);
            }
            Ok(())
        })?;
    }
    let v1::EventCredential { id, issuer, issuer_name, name } = &request.credential;
    let document =
        writer.credential(Credential { id, issuer, issuer_name, name, valid_from: &request.created })?;
    losses.append(&mut writer.losses);
    Ok(document)
}

/// Hashes of events.
pub(super) fn hash(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EventHashRequest = read_json(request)?;
    if !matches!(&*request.profile, "" | epcis::HASH_PROFILE) {
        return Err(Error::new(Code::UnknownValue, format!("there is no profile `{}`", request.profile))
            .with_help(format!("use {}", epcis::HASH_PROFILE))
            .at("/profile"));
    }
    let mut answer =
        v1::EventHashAnswer { profile: epcis::HASH_PROFILE.into(), ..v1::EventHashAnswer::default() };
    let limits = Limits::default();
    let source = Source::open(&request.document, &limits).map_err(within)?;
    let mut hasher = Hasher::default();
    let mut unreadable = Vec::new();
    visit(source.json(), &limits, &mut |met| {
        let mut told = v1::EventHash { path: source.path(met.place), ..v1::EventHash::default() };
        match &met.event {
            Ok(event) => {
                told.hash = Some(hasher.hash(event, met.frame));
                told.text = request.texts.then(|| hasher.text(event, met.frame).to_owned());
            }
            Err(fault) => unreadable.push((met.place, epcis::Remark::from(fault))),
        }
        answer.hashes.push(told);
        Ok(())
    })
    .map_err(within)?;
    answer.findings = findings(&source, unreadable, &limits);
    canonical(&answer)
}

/// An error of the text, seen from the request.
fn within(error: Error) -> Error {
    let path =
        if error.path().starts_with('/') { format!("/document{}", error.path()) } else { "/document".into() };
    error.at(path)
}

fn counts(rows: &[Row<'_>]) -> v1::EventCounts {
    let of = |status: epcis::Status| {
        u64::try_from(rows.iter().filter(|row| row.status == status).count()).unwrap_or(u64::MAX)
    };
    v1::EventCounts {
        events: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        ok: of(epcis::Status::Ok),
        warning: of(epcis::Status::Warning),
        void: of(epcis::Status::Void),
        unreadable: of(epcis::Status::Unreadable),
    }
}

/// What is to be said about events, each with its place in the text that was given.
fn findings(source: &Source<'_>, remarks: Vec<(Place, epcis::Remark)>, limits: &Limits) -> Vec<PathFinding> {
    let wanted: Vec<_> = remarks.iter().map(|(place, remark)| (*place, &*remark.path)).collect();
    let told = source.tell(&wanted, limits);
    let finding = |((_, remark), (path, at)): (&(Place, epcis::Remark), epcis::Told)| {
        let at = at.map(|(line, column)| format!(" (line {line}, column {column})"));
        PathFinding {
            path,
            severity: remark.severity.as_str().into(),
            code: remark.code.as_str().into(),
            value: remark.value.clone(),
            message: format!("{}{}", remark.message, at.unwrap_or_default()),
            help: remark.code.help().into(),
        }
    };
    remarks.iter().zip(told).map(finding).collect()
}

/// An event as it is told.
fn event(row: &Row<'_>) -> Result<v1::EventRead, Error> {
    let mut read = v1::EventRead { status: row.status.as_str().into(), ..v1::EventRead::default() };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    if row.status == epcis::Status::Unreadable {
        return Ok(read);
    }
    visit(row.raw, &Limits::default(), &mut |met| {
        let Ok(event) = &met.event else { return Ok(()) };
        read.kind = event.kind.as_str().into();
        let action = event.action.filter(|_| event.kind != epcis::Kind::Transformation);
        read.action = text(action.map(epcis::Action::as_str));
        read.event_id = text(event.id.as_deref());
        read.event_time = event.time_text.clone().into_owned();
        read.business_step = text(event.step.as_deref().map(|step| Vocabulary::Step.bare(step)));
        read.disposition = text(event.disposition.as_deref().map(|word| Vocabulary::Disposition.bare(word)));
        read.read_point =
            event.read_point.as_ref().map(|site| epcis::canonical(&site.id)).unwrap_or_default();
        read.business_location =
            event.location.as_ref().map(|site| epcis::canonical(&site.id)).unwrap_or_default();
        read.transformation_id = text(event.transformation.as_deref());
        for thing in &event.things {
            read.things.push(v1::EventThing {
                role: thing.role.member().into(),
                id: epcis::canonical(&thing.id),
                quantity: thing.quantity.map(Amount::parse).transpose()?.map(|amount| amount.to_string()),
                unit: thing.unit.as_deref().map(Into::into),
            });
        }
        Ok(())
    })?;
    Ok(read)
}

/// An event as EPCIS 2.0 writes it.
fn rewritten(row: &Row<'_>) -> Result<String, Error> {
    let mut out = String::new();
    visit(row.raw, &Limits::default(), &mut |met| {
        if let Ok(event) = &met.event {
            write_event(event, &mut out);
        }
        Ok(())
    })?;
    Ok(out)
}
