//! One event of EPCIS 2.0 JSON, read in one pass.

use std::borrow::Cow;

use super::event::{Action, Event, Kind, Link, More, Retraction, Role, Site, Thing};
use super::scan::{Fault, Scanner};
use super::time::{Instant, offset};
use crate::error::{Code, Severity};
use crate::number::Amount;

/// A remark about an event that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) severity: Severity,
    pub(crate) code: Code,
    /// JSON pointer below the event.
    pub(crate) path: String,
    pub(crate) value: String,
    pub(crate) message: String,
}

impl From<&Fault> for Remark {
    fn from(fault: &Fault) -> Remark {
        Remark {
            severity: Severity::Error,
            code: fault.code,
            path: fault.path.clone(),
            value: String::new(),
            message: fault.message.clone().into(),
        }
    }
}

/// Members of events by number, so that one that stands twice is seen at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Member {
    Type,
    Context,
    Id,
    Time,
    Offset,
    Recorded,
    Action,
    Step,
    Disposition,
    Persistent,
    ReadPoint,
    Location,
    Transformation,
    Certification,
    Things(Role),
    Transactions,
    Sources,
    Destinations,
    Sensors,
    Ilmd,
    Retraction,
    Body,
    Subject,
    Other,
}

/// By length first: most names differ in it.
fn member(name: &str) -> Member {
    let known = match name.len() {
        3 => [("isA", Member::Type)].as_slice(),
        4 => &[("type", Member::Type), ("ilmd", Member::Ilmd)],
        6 => &[("action", Member::Action)],
        7 => &[("eventID", Member::Id), ("epcList", Member::Things(Role::Epc)), ("bizStep", Member::Step)],
        8 => &[("@context", Member::Context), ("parentID", Member::Things(Role::Parent))],
        9 => &[
            ("eventTime", Member::Time),
            ("readPoint", Member::ReadPoint),
            ("childEPCs", Member::Things(Role::ChildEpc)),
            ("epcisBody", Member::Body),
        ],
        10 => &[("recordTime", Member::Recorded), ("sourceList", Member::Sources)],
        11 => &[("disposition", Member::Disposition), ("bizLocation", Member::Location)],
        12 => &[
            ("inputEPCList", Member::Things(Role::InputEpc)),
            ("quantityList", Member::Things(Role::Quantity)),
        ],
        13 => &[("outputEPCList", Member::Things(Role::OutputEpc))],
        15 => &[("destinationList", Member::Destinations)],
        16 => &[("transformationID", Member::Transformation), ("errorDeclaration", Member::Retraction)],
        17 => &[
            ("inputQuantityList", Member::Things(Role::InputQuantity)),
            ("childQuantityList", Member::Things(Role::ChildQuantity)),
            ("certificationInfo", Member::Certification),
            ("sensorElementList", Member::Sensors),
            ("credentialSubject", Member::Subject),
        ],
        18 => &[
            ("bizTransactionList", Member::Transactions),
            ("outputQuantityList", Member::Things(Role::OutputQuantity)),
        ],
        19 => &[("eventTimeZoneOffset", Member::Offset)],
        21 => &[("persistentDisposition", Member::Persistent)],
        _ => &[],
    };
    known.iter().find(|(known, _)| *known == name).map_or(Member::Other, |(_, member)| *member)
}

impl Member {
    /// One bit for each.
    fn bit(self) -> u64 {
        let place = match self {
            Member::Things(role) => 32u32.saturating_add(match role {
                Role::Epc => 0,
                Role::Quantity => 1,
                Role::Parent => 2,
                Role::ChildEpc => 3,
                Role::ChildQuantity => 4,
                Role::InputEpc => 5,
                Role::InputQuantity => 6,
                Role::OutputEpc => 7,
                Role::OutputQuantity => 8,
            }),
            Member::Type => 0,
            Member::Context => 1,
            Member::Id => 2,
            Member::Time => 3,
            Member::Offset => 4,
            Member::Recorded => 5,
            Member::Action => 6,
            Member::Step => 7,
            Member::Disposition => 8,
            Member::Persistent => 9,
            Member::ReadPoint => 10,
            Member::Location => 11,
            Member::Transformation => 12,
            Member::Certification => 13,
            Member::Transactions => 14,
            Member::Sources => 15,
            Member::Destinations => 16,
            Member::Sensors => 17,
            Member::Ilmd => 18,
            Member::Retraction => 19,
            Member::Body => 20,
            Member::Subject => 21,
            Member::Other => return 0,
        };
        1u64.wrapping_shl(place)
    }
}

/// What a value that begins like an event turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Event,
    /// A document around events.
    Document,
    /// A credential about events.
    Credential,
}

/// Reads an event into `event`.
///
/// # Errors
/// What makes it unreadable.
pub(super) fn read_event<'a>(
    scanner: &mut Scanner<'a>,
    event: &mut Event<'a>,
    remarks: &mut Vec<Remark>,
) -> Result<Found, Fault> {
    event.clear();
    remarks.clear();
    let mut seen = 0u64;
    let mut kind = None;
    let mut found = Found::Event;
    scanner.members(|scanner, name| {
        let member = member(&name);
        let bit = member.bit();
        if seen & bit != 0 || (bit == 0 && event.more.iter().any(|(known, _)| *known == name)) {
            return Err(scanner.repeated(&name).within(&name));
        }
        seen |= bit;
        match member {
            Member::Body => found = Found::Document,
            Member::Subject => found = Found::Credential,
            _ => {}
        }
        if found != Found::Event {
            return scanner.raw(false).map(drop);
        }
        let read = match member {
            Member::Type => scanner.string().map(|text| kind = Some(text)),
            // Nothing of the standard is as if it were absent; an extension may say so.
            member if member != Member::Other && scanner.null() => Ok(()),
            member => value(scanner, member, name.clone(), event),
        };
        read.map_err(|fault| fault.within(&name))
    })?;
    if found == Found::Event {
        let kind = kind.ok_or_else(|| scanner.fault(Code::MissingValue, "the event has no type"))?;
        event.kind = Kind::parse(&kind).ok_or_else(|| {
            scanner
                .fault(Code::UnknownValue, format!("`{}` is no kind of event", short(&kind)))
                .within("type")
        })?;
        check(scanner, event, remarks)?;
    }
    Ok(found)
}

/// Reads the value of a member.
fn value<'a>(
    scanner: &mut Scanner<'a>,
    member: Member,
    name: Cow<'a, str>,
    event: &mut Event<'a>,
) -> Result<(), Fault> {
    match member {
        Member::Context => event.context = Some(scanner.raw(true)?),
        Member::Id => event.id = Some(scanner.string()?),
        Member::Time => event.time_text = scanner.string()?,
        Member::Offset => event.offset = Some(scanner.string()?),
        Member::Recorded => event.record_text = Some(scanner.string()?),
        Member::Action => {
            let text = scanner.string()?;
            let action = Action::parse(&text);
            let unknown = || scanner.fault(Code::UnknownValue, format!("`{}` is no action", short(&text)));
            event.action = Some(action.ok_or_else(unknown)?);
        }
        Member::Step => event.step = Some(scanner.string()?),
        Member::Disposition => event.disposition = Some(scanner.string()?),
        Member::Persistent => persistent(scanner, event)?,
        Member::ReadPoint => event.read_point = Some(site(scanner)?),
        Member::Location => event.location = Some(site(scanner)?),
        Member::Transformation => event.transformation = Some(scanner.string()?),
        Member::Certification => texts(scanner, &mut event.certifications)?,
        Member::Things(Role::Parent) => {
            let id = scanner.string()?;
            event.things.push(Thing { role: Role::Parent, id, quantity: None, unit: None, more: Vec::new() });
        }
        Member::Things(role) => things(scanner, role, &mut event.things)?,
        Member::Transactions => links(scanner, "bizTransaction", &mut event.transactions)?,
        Member::Sources => links(scanner, "source", &mut event.sources)?,
        Member::Destinations => links(scanner, "destination", &mut event.destinations)?,
        Member::Sensors => event.sensors = Some(scanner.raw(true)?),
        Member::Ilmd => event.ilmd = Some(scanner.raw(true)?),
        Member::Retraction => event.retraction = Some(retraction(scanner)?),
        Member::Type | Member::Body | Member::Subject => {}
        Member::Other => {
            let raw = scanner.raw(true)?;
            event.more.push((name, raw));
        }
    }
    Ok(())
}

/// A text or a list of them.
fn texts<'a>(scanner: &mut Scanner<'a>, into: &mut Vec<Cow<'a, str>>) -> Result<(), Fault> {
    if scanner.peek() == Some(b'[') {
        return scanner.elements(|scanner, _| {
            into.push(scanner.string()?);
            Ok(())
        });
    }
    into.push(scanner.string()?);
    Ok(())
}

fn things<'a>(scanner: &mut Scanner<'a>, role: Role, into: &mut Vec<Thing<'a>>) -> Result<(), Fault> {
    let classes =
        matches!(role, Role::Quantity | Role::ChildQuantity | Role::InputQuantity | Role::OutputQuantity);
    scanner.elements(|scanner, _| {
        if !classes {
            let id = scanner.string()?;
            into.push(Thing { role, id, quantity: None, unit: None, more: Vec::new() });
            return Ok(());
        }
        let mut id = None;
        let mut thing = Thing { role, id: Cow::Borrowed(""), quantity: None, unit: None, more: Vec::new() };
        let mut seen = 0u8;
        scanner.members(|scanner, name| {
            let bit = match &*name {
                "epcClass" => 1u8,
                "quantity" => 2,
                "uom" => 4,
                _ => 0,
            };
            if seen & bit != 0 {
                return Err(scanner.repeated(&name).within(&name));
            }
            seen |= bit;
            let read = match bit {
                1 => scanner.string().map(|text| id = Some(text)),
                2 => quantity(scanner).map(|text| thing.quantity = Some(text)),
                4 => scanner.string().map(|text| thing.unit = Some(text)),
                _ => more(scanner, name.clone(), &mut thing.more),
            };
            read.map_err(|fault| fault.within(&name))
        })?;
        thing.id = id.ok_or_else(|| {
            scanner.fault(Code::MissingValue, "a quantity names no class").within("epcClass")
        })?;
        into.push(thing);
        Ok(())
    })
}

/// A quantity as it is written, which the engine can hold exactly and which is not below zero.
fn quantity<'a>(scanner: &mut Scanner<'a>) -> Result<&'a str, Fault> {
    let text = scanner.number()?;
    let amount = Amount::parse(text).map_err(|error| scanner.fault(error.code(), error.message()))?;
    if amount.is_negative() {
        return Err(scanner.fault(Code::NegativeQuantity, "a quantity of things is not below zero"));
    }
    Ok(text)
}

fn more<'a>(scanner: &mut Scanner<'a>, name: Cow<'a, str>, into: &mut More<'a>) -> Result<(), Fault> {
    if into.iter().any(|(known, _)| *known == name) {
        return Err(scanner.repeated(&name));
    }
    let raw = scanner.raw(true)?;
    into.push((name, raw));
    Ok(())
}

/// A place: `{"id": …}`, or its text alone.
fn site<'a>(scanner: &mut Scanner<'a>) -> Result<Site<'a>, Fault> {
    if scanner.peek() == Some(b'"') {
        return Ok(Site { id: scanner.string()?, more: Vec::new() });
    }
    let mut id = None;
    let mut rest = Vec::new();
    scanner.members(|scanner, name| {
        let read = match &*name {
            "id" if id.is_some() => Err(scanner.repeated("id")),
            "id" => scanner.string().map(|text| id = Some(text)),
            _ => more(scanner, name.clone(), &mut rest),
        };
        read.map_err(|fault| fault.within(&name))
    })?;
    let id = id.ok_or_else(|| scanner.fault(Code::MissingValue, "a place has no id").within("id"))?;
    Ok(Site { id, more: rest })
}

fn links<'a>(scanner: &mut Scanner<'a>, member: &str, into: &mut Vec<Link<'a>>) -> Result<(), Fault> {
    scanner.elements(|scanner, _| {
        let (mut id, mut kind) = (None, None);
        let mut rest = Vec::new();
        scanner.members(|scanner, name| {
            let target = match &*name {
                "type" => &mut kind,
                name if name == member => &mut id,
                _ => return more(scanner, name.clone(), &mut rest).map_err(|fault| fault.within(&name)),
            };
            if target.is_some() {
                return Err(scanner.repeated(&name).within(&name));
            }
            *target = Some(scanner.string().map_err(|fault| fault.within(&name))?);
            Ok(())
        })?;
        let missing = || scanner.fault(Code::MissingValue, format!("`{member}` is missing")).within(member);
        into.push(Link { kind, id: id.ok_or_else(missing)?, more: rest });
        Ok(())
    })
}

fn persistent<'a>(scanner: &mut Scanner<'a>, event: &mut Event<'a>) -> Result<(), Fault> {
    scanner.members(|scanner, name| {
        let into = match &*name {
            "set" => &mut event.set,
            "unset" => &mut event.unset,
            _ => {
                return Err(scanner
                    .fault(Code::UnknownValue, "a persistent disposition has `set` and `unset`")
                    .within(&name));
            }
        };
        if !into.is_empty() {
            return Err(scanner.repeated(&name).within(&name));
        }
        texts(scanner, into).map_err(|fault| fault.within(&name))
    })
}

fn retraction<'a>(scanner: &mut Scanner<'a>) -> Result<Retraction<'a>, Fault> {
    let mut told = Retraction::default();
    let mut time = None;
    scanner.members(|scanner, name| {
        let repeated = match &*name {
            "declarationTime" => time.is_some(),
            "reason" => told.reason.is_some(),
            "correctiveEventIDs" => !told.correctives.is_empty(),
            _ => false,
        };
        if repeated {
            return Err(scanner.repeated(&name).within(&name));
        }
        let read = match &*name {
            "declarationTime" => scanner.string().map(|text| time = Some(text)),
            "reason" => scanner.string().map(|text| told.reason = Some(text)),
            "correctiveEventIDs" => texts(scanner, &mut told.correctives),
            _ => more(scanner, name.clone(), &mut told.more),
        };
        read.map_err(|fault| fault.within(&name))
    })?;
    let missing = || {
        scanner.fault(Code::MissingValue, "a declaration of an error has its time").within("declarationTime")
    };
    told.time = time.ok_or_else(missing)?;
    Ok(told)
}

pub(super) fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// What an event must have by its kind, and what is odd in it.
fn check(scanner: &Scanner<'_>, event: &mut Event<'_>, remarks: &mut Vec<Remark>) -> Result<(), Fault> {
    let mut warn = |code: Code, path: &str, value: &str, message: &str| {
        remarks.push(Remark {
            severity: Severity::Warning,
            code,
            path: path.into(),
            value: short(value),
            message: message.into(),
        });
    };
    if event.time_text.is_empty() {
        return Err(scanner.fault(Code::MissingValue, "the event has no time").within("eventTime"));
    }
    let bad_time = |text: &str| {
        scanner.fault(Code::BadTime, format!("`{}` is no time with its offset from UTC", short(text)))
    };
    event.time =
        Instant::parse(&event.time_text).ok_or_else(|| bad_time(&event.time_text).within("eventTime"))?;
    if let Some(text) = &event.record_text {
        event.recorded = Some(Instant::parse(text).ok_or_else(|| bad_time(text).within("recordTime"))?);
    }
    match &event.offset {
        None => {
            warn(Code::MissingValue, "/eventTimeZoneOffset", "", "the event does not say its offset from UTC")
        }
        Some(text) if offset(text).is_none() || text == "Z" => {
            warn(Code::BadTime, "/eventTimeZoneOffset", text, "the offset is not written as +07:00");
        }
        Some(_) => {}
    }
    match (event.kind, event.action) {
        (Kind::Transformation, Some(action)) => {
            warn(
                Code::UnexpectedMember,
                "/action",
                action.as_str(),
                "a transformation has no action; it is not used",
            );
        }
        (Kind::Transformation, None) | (_, Some(_)) => {}
        (_, None) => {
            return Err(scanner.fault(Code::MissingValue, "the event has no action").within("action"));
        }
    }
    for (index, thing) in event.things.iter().enumerate() {
        if thing.id.is_empty() {
            return Err(scanner
                .fault(Code::MissingValue, "a thing has no identifier")
                .within(thing.role.member()));
        }
        if let Some(unit) = &thing.unit {
            let fits = matches!(unit.len(), 2 | 3)
                && unit.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            let place = event.things.iter().take(index).filter(|other| other.role == thing.role).count();
            let path = format!("/{}/{place}/uom", thing.role.member());
            if !fits {
                warn(Code::UnknownUnit, &path, unit, "the unit is no code of UN/ECE Recommendation 20");
            } else if thing.quantity.is_none() {
                warn(Code::MissingValue, &path, unit, "a unit stands without a quantity");
            }
        }
        let allowed = match thing.role {
            Role::Epc | Role::Quantity => matches!(event.kind, Kind::Object | Kind::Transaction),
            Role::Parent => !matches!(event.kind, Kind::Object | Kind::Transformation),
            Role::ChildEpc | Role::ChildQuantity => {
                matches!(event.kind, Kind::Aggregation | Kind::Association)
            }
            _ => event.kind == Kind::Transformation,
        };
        if !allowed {
            let member = thing.role.member();
            let message = format!("{} has no `{member}`", event.kind.as_str());
            return Err(scanner.fault(Code::UnexpectedMember, message).within(member));
        }
    }
    let contains = matches!(event.kind, Kind::Aggregation | Kind::Association);
    if contains && event.action != Some(Action::Observe) && event.of(Role::Parent).next().is_none() {
        warn(
            Code::MissingValue,
            "/parentID",
            "",
            "nothing says what the things were put into or taken out of",
        );
    }
    if event.things.is_empty() && event.sensors.is_none() {
        warn(Code::MissingValue, "", "", "the event is about nothing");
    }
    let made = event.kind == Kind::Transformation
        || (event.kind == Kind::Object && event.action == Some(Action::Add));
    if event.ilmd.is_some() && !made {
        warn(Code::UnexpectedMember, "/ilmd", "", "master data of a lot are told when it is made");
    }
    for (name, _) in &event.more {
        if !name.contains(':') && !name.starts_with("http") && !matches!(&**name, "comment" | "id") {
            warn(
                Code::UnexpectedMember,
                &format!("/{name}"),
                name,
                "EPCIS has no such member and no extension is named so",
            );
        }
    }
    Ok(())
}
