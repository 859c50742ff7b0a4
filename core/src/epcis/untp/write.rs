//! Events of EPCIS as traceability events of UNTP (METHODS M-216).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Lost, PIECE, lost};
use crate::epcis::document::Place;
use crate::epcis::event::{Action, Event, Kind, Link, Role, Site, Thing};
use crate::epcis::terms::Vocabulary;
use crate::epcis::write::{Members, list};
use crate::error::{Code, Error, Severity};
use crate::gs1::Identifier;

/// A version of UNTP's traceability events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Shaped like EPCIS.
    Sixth,
    /// Make, move and modify.
    Seventh,
}

impl Version {
    /// Reads `untp-0.6` or `untp-0.7`.
    pub(crate) fn parse(text: &str) -> Option<Version> {
        match text {
            "untp-0.6" => Some(Version::Sixth),
            "untp-0.7" => Some(Version::Seventh),
            _ => None,
        }
    }

    fn context(self) -> &'static str {
        match self {
            Version::Sixth => "https://test.uncefact.org/vocabulary/untp/dte/0.6.0/",
            Version::Seventh => "https://vocabulary.uncefact.org/untp/0.7.0/context/",
        }
    }
}

/// What a credential says beside its events.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Credential<'a> {
    pub(crate) id: &'a str,
    pub(crate) issuer: &'a str,
    pub(crate) issuer_name: &'a str,
    pub(crate) name: &'a str,
    pub(crate) valid_from: &'a str,
}

/// Writes events, and notes what has no place in them.
#[derive(Debug)]
pub(crate) struct Writer<'a> {
    version: Version,
    /// What things and places are called, by canonical identifier.
    names: &'a BTreeMap<String, String>,
    nameless: BTreeSet<String>,
    place: Place,
    subjects: Vec<String>,
    pub(crate) losses: Vec<Lost>,
}

/// The form of an identifier by which names are found.
pub(crate) fn canonical(id: &str) -> String {
    Identifier::read(id, Some(crate::gs1::Kind::Code))
        .map_or_else(|_| id.into(), |identifier| identifier.canonical().into())
}

impl<'a> Writer<'a> {
    pub(crate) fn new(version: Version, names: &'a BTreeMap<String, String>) -> Writer<'a> {
        Writer {
            version,
            names,
            nameless: BTreeSet::new(),
            place: Place::Whole,
            subjects: Vec::new(),
            losses: Vec::new(),
        }
    }

    /// Writes an event. `hash` is its hash, which names it where nothing else does.
    pub(crate) fn event(&mut self, place: Place, event: &Event<'_>, hash: &str) {
        self.place = place;
        let mut out = String::new();
        let mut members = Members::open(&mut out);
        let written = match self.version {
            Version::Sixth => self.shaped(&mut members, event, hash),
            Version::Seventh => self.lifecycle(&mut members, event, hash),
        };
        members.close();
        if written {
            self.subjects.push(out);
        }
    }

    /// The credential with all events that were written.
    ///
    /// # Errors
    /// `CHOICE_MISSING` if something is missing that a credential has to say.
    pub(crate) fn credential(&self, credential: Credential<'_>) -> Result<String, Error> {
        let Credential { id, issuer, issuer_name, name, valid_from } = credential;
        let asked = [
            ("credential.id", id),
            ("credential.issuer", issuer),
            ("credential.issuer_name", issuer_name),
            ("credential.name", name),
            ("created", valid_from),
        ];
        let missing: Vec<&str> =
            asked.into_iter().filter(|(_, given)| given.is_empty()).map(|(name, _)| name).collect();
        if !missing.is_empty() {
            let message = format!("a credential has to say {}", missing.join(", "));
            return Err(Error::new(Code::ChoiceMissing, message)
                .with_help("give the credential's id (a URI), the issuer (a DID) with a name, the credential's name, and when it is made"));
        }
        let mut out = String::new();
        let mut members = Members::open(&mut out);
        let text = |text: &'static str| Cow::Borrowed(text);
        members
            .texts("@context", &[text("https://www.w3.org/ns/credentials/v2"), text(self.version.context())]);
        members.texts("type", &[text("DigitalTraceabilityEvent"), text("VerifiableCredential")]);
        members.str("id", id);
        let mut inner = Members::open(members.name("issuer"));
        inner.texts("type", &[text("CredentialIssuer")]);
        inner.str("id", issuer);
        inner.str("name", issuer_name);
        inner.close();
        members.str("validFrom", valid_from);
        members.str("name", name);
        list(members.name("credentialSubject"), &self.subjects, |subject, out| out.push_str(subject));
        members.close();
        Ok(out)
    }

    fn lose(&mut self, severity: Severity, pointer: &str, value: &str, message: &str) {
        self.losses.push((self.place, lost(severity, pointer, value, message)));
    }

    /// What neither version has a place for.
    fn lose_common(&mut self, event: &Event<'_>) {
        let none = "UNTP has no place for it";
        if let Some(offset) = event.offset.as_ref().filter(|offset| !event.time_text.ends_with(&***offset)) {
            self.lose(Severity::Info, "/eventTimeZoneOffset", offset, none);
        }
        if let Some(time) = &event.record_text {
            self.lose(Severity::Info, "/recordTime", time, none);
        }
        if let Some(id) = &event.transformation {
            let message = "UNTP does not join events: what went in and came out stands in several that do not know of each other";
            self.lose(Severity::Warning, "/transformationID", id, message);
        }
        for (told, pointer) in [
            (!event.certifications.is_empty(), "/certificationInfo"),
            (!event.set.is_empty() || !event.unset.is_empty(), "/persistentDisposition"),
            (event.sensors.is_some(), "/sensorElementList"),
            (event.ilmd.is_some(), "/ilmd"),
        ] {
            if told {
                self.lose(Severity::Info, pointer, "", none);
            }
        }
        for (name, _) in &event.more {
            let pointer = name.replace('~', "~0").replace('/', "~1");
            self.lose(Severity::Info, &format!("/{pointer}"), "", none);
        }
    }

    /// Links of an event but those that were taken.
    fn lose_links(&mut self, name: &str, links: &[Link<'_>], taken: Option<usize>) {
        for (index, link) in links.iter().enumerate().filter(|(index, _)| taken != Some(*index)) {
            self.lose(Severity::Info, &format!("/{name}/{index}"), &link.id, "UNTP has no place for it");
        }
    }

    /// Type and identifier of an event.
    fn head(&mut self, members: &mut Members<'_>, types: [&'static str; 2], event: &Event<'_>, hash: &str) {
        members.texts("type", &types.map(Cow::Borrowed));
        members.str("id", event.id.as_deref().unwrap_or(hash));
    }

    /// Identifier and name of a thing or a place, both of which UNTP asks for.
    fn named(&mut self, members: &mut Members<'_>, (id, name): (&str, &str), value: &str, pointer: &str) {
        members.str(id, value);
        let known = canonical(value);
        members.str(name, self.names.get(&known).map_or(value, |name| name));
        if !value.contains(':') {
            self.lose(Severity::Warning, pointer, value, "UNTP asks for a URI");
        }
        if !self.names.contains_key(&known) && self.nameless.insert(known) {
            let message = "UNTP asks for a name: its identifier stands for it, give its name in `names`";
            self.lose(Severity::Info, pointer, value, message);
        }
    }

    /// An event of 0.6.
    fn shaped(&mut self, members: &mut Members<'_>, event: &Event<'_>, hash: &str) -> bool {
        self.head(members, [event.kind.as_str(), "Event"], event, hash);
        members.str("eventTime", &event.time_text);
        if let Some(action) = event.action.filter(|_| event.kind != Kind::Transformation) {
            members.str("action", &action.as_str().to_ascii_lowercase());
        }
        for (name, word, vocabulary) in [
            ("disposition", &event.disposition, Vocabulary::Disposition),
            ("bizStep", &event.step, Vocabulary::Step),
        ] {
            if let Some(word) = word {
                members.str(name, &web(vocabulary, word));
            }
        }
        if let Some(site) = &event.location {
            members.str("bizLocation", &site.id);
        }
        if let Some(site) = &event.read_point {
            self.lose(
                Severity::Info,
                "/readPoint",
                &site.id,
                "UNTP 0.6 has one place of an event, bizLocation",
            );
        }
        let (mut sources, mut destinations) = (None, None);
        if event.kind == Kind::Transaction {
            for (links, name, list, taken) in [
                (&event.sources, "sourcePartyId", "/sourceList", &mut sources),
                (&event.destinations, "destinationPartyId", "/destinationList", &mut destinations),
            ] {
                match of_kind(links, "owning_party") {
                    Some((index, id)) => {
                        members.str(name, id);
                        *taken = Some(index);
                    }
                    None => {
                        self.lose(Severity::Warning, list, "", "UNTP asks for the owning party on both sides")
                    }
                }
            }
            // The kind of the document; which one it is has no place.
            if let Some(kind) = event.transactions.first().and_then(|link| link.kind.as_ref()) {
                members.str("bizTransaction", &web(Vocabulary::Transaction, kind));
            }
        }
        for role in [Role::Parent, Role::Epc, Role::ChildEpc, Role::InputEpc, Role::OutputEpc] {
            let things: Vec<&Thing<'_>> = event.of(role).collect();
            let pointer = format!("/{}", role.member());
            match (role, things.first()) {
                (_, None) => {}
                (Role::Parent, Some(thing)) => self.item(members.name("parentEPC"), &thing.id, &pointer),
                (role, _) => {
                    let name = if role == Role::ChildEpc { "childEPCList" } else { role.member() };
                    list(members.name(name), things.iter().enumerate(), |(index, thing), out| {
                        self.item(out, &thing.id, &format!("{pointer}/{index}"));
                    });
                }
            }
        }
        for role in [Role::Quantity, Role::ChildQuantity, Role::InputQuantity, Role::OutputQuantity] {
            let things: Vec<&Thing<'_>> = event.of(role).collect();
            if things.is_empty() {
                continue;
            }
            list(members.name(role.member()), things.iter().enumerate(), |(index, thing), out| {
                let pointer = format!("/{}/{index}", role.member());
                let mut inner = Members::open(out);
                self.named(&mut inner, ("productId", "productName"), &thing.id, &pointer);
                if thing.quantity.is_none() {
                    let message = "UNTP 0.6 asks for a quantity and it is unknown: none is written";
                    self.lose(Severity::Warning, &pointer, &thing.id, message);
                }
                inner.raw("quantity", thing.quantity);
                inner.text("uom", thing.unit.as_ref());
                inner.close();
                self.lose_more(thing, &pointer);
            });
        }
        self.lose_common(event);
        self.lose_links("bizTransactionList", &event.transactions, None);
        self.lose_links("sourceList", &event.sources, sources);
        self.lose_links("destinationList", &event.destinations, destinations);
        true
    }

    /// A thing by identifier and name.
    fn item(&mut self, out: &mut String, id: &str, pointer: &str) {
        let mut members = Members::open(out);
        members.texts("type", &[Cow::Borrowed("Item")]);
        self.named(&mut members, ("id", "name"), id, pointer);
        members.close();
    }

    fn lose_more(&mut self, thing: &Thing<'_>, pointer: &str) {
        for (name, _) in &thing.more {
            self.lose(Severity::Info, &format!("{pointer}/{name}"), "", "UNTP has no place for it");
        }
    }

    /// An event of 0.7. `false` if it has none for it.
    fn lifecycle(&mut self, members: &mut Members<'_>, event: &Event<'_>, hash: &str) -> bool {
        let none = match event.kind {
            Kind::Aggregation | Kind::Association => {
                "UNTP 0.7 has no event of containers: what is in what is lost"
            }
            Kind::Transaction => "UNTP 0.7 has no event of business documents: the link to them is lost",
            Kind::Object | Kind::Transformation => "",
        };
        if !none.is_empty() {
            self.lose(Severity::Warning, "", event.kind.as_str(), none);
            return false;
        }
        let step = event.step.as_deref().map(|step| Vocabulary::Step.bare(step));
        let made = event.kind == Kind::Transformation || event.action == Some(Action::Add);
        let way = way(event, step.unwrap_or_default());
        let (types, name) = match (made, &way) {
            (true, _) => (["MakeEvent", "LifecycleEvent"], "made"),
            (false, Way::Known { .. }) => (["MoveEvent", "LifecycleEvent"], "moved"),
            (false, _) => (["ModifyEvent", "LifecycleEvent"], "modified"),
        };
        self.head(members, types, event, hash);
        members.str("name", step.unwrap_or(name));
        members.str("eventDate", &event.time_text);
        match step {
            Some(step) => {
                let mut inner = Members::open(members.name("activityType"));
                inner.texts("type", &[Cow::Borrowed("Classification")]);
                inner.str("code", step);
                inner.str("name", step);
                inner.str("schemeId", "https://ref.gs1.org/cbv/BizStep");
                inner.str("schemeName", "GS1 CBV Business Step");
                inner.close();
            }
            None => self.lose(
                Severity::Warning,
                "/bizStep",
                "",
                "UNTP asks for the activity, and the event has no step",
            ),
        }
        let (mut source, mut destination, mut document) = (None, None, None);
        if made {
            let (inputs, outputs) = match event.kind {
                Kind::Transformation => {
                    ([Role::InputEpc, Role::InputQuantity], [Role::OutputEpc, Role::OutputQuantity])
                }
                _ => ([Role::InputEpc, Role::InputQuantity], [Role::Epc, Role::Quantity]),
            };
            self.products(members, "inputProduct", event, inputs, Some("consumed"));
            self.products(members, "outputProduct", event, outputs, Some("new"));
            self.facility(members, "madeAtFacility", event);
            if let Some(word) = &event.disposition {
                self.lose(
                    Severity::Info,
                    "/disposition",
                    word,
                    "what UNTP makes is new, what it is made of consumed",
                );
            }
        } else {
            let state = self.state(event);
            if let Way::Known { from, to } = &way {
                self.products(members, "movedProduct", event, [Role::Epc, Role::Quantity], state);
                for (name, end) in [("fromFacility", from), ("toFacility", to)] {
                    self.place(members.name(name), end.id, &end.pointer);
                }
                (source, destination) = (from.link, to.link);
                document = event.transactions.iter().position(|link| {
                    let kind = link.kind.as_deref().map(|kind| Vocabulary::Transaction.bare(kind));
                    matches!(kind, None | Some("bol" | "desadv"))
                });
                if let Some(link) = document.and_then(|index| event.transactions.get(index)) {
                    members.str("consignmentId", &link.id);
                }
                for (site, pointer) in [(&event.read_point, "/readPoint"), (&event.location, "/bizLocation")]
                {
                    let site = site.as_ref().filter(|site| site.id != from.id && site.id != to.id);
                    if let Some(site) = site {
                        self.lose(Severity::Info, pointer, &site.id, "UNTP has no third place of a movement");
                    }
                }
            } else {
                if let Way::Unknown = way {
                    let message = "where it came from or went to is not told: it is written as ModifyEvent";
                    self.lose(Severity::Warning, "/bizStep", step.unwrap_or_default(), message);
                }
                self.products(members, "modifiedProduct", event, [Role::Epc, Role::Quantity], state);
                self.facility(members, "modifiedAtFacility", event);
            }
        }
        self.lose_common(event);
        self.lose_links("bizTransactionList", &event.transactions, document);
        self.lose_links("sourceList", &event.sources, source);
        self.lose_links("destinationList", &event.destinations, destination);
        true
    }

    fn place(&mut self, out: &mut String, id: &str, pointer: &str) {
        let mut members = Members::open(out);
        members.texts("type", &[Cow::Borrowed("Facility")]);
        self.named(&mut members, ("id", "name"), id, pointer);
        members.close();
    }

    /// Where an event happened.
    fn facility(&mut self, members: &mut Members<'_>, name: &str, event: &Event<'_>) {
        let sites = [(&event.location, "/bizLocation"), (&event.read_point, "/readPoint")];
        let mut sites = sites.into_iter().filter_map(|(site, pointer)| Some((site.as_ref()?, pointer)));
        match sites.next() {
            Some((site, pointer)) => {
                self.place(members.name(name), &site.id, pointer);
                for (other, pointer) in sites.filter(|(other, _)| other.id != site.id) {
                    self.lose(Severity::Info, pointer, &other.id, "UNTP has one place of an event");
                }
            }
            None => self.lose(
                Severity::Warning,
                "/bizLocation",
                "",
                "UNTP asks where it happened, and the event does not say",
            ),
        }
    }

    /// The state of the products after an event that makes none.
    fn state(&mut self, event: &Event<'_>) -> Option<&'static str> {
        let word = event.disposition.as_deref().map(|word| Vocabulary::Disposition.bare(word));
        let state = match word {
            Some("active") => Some("active"),
            Some("in_transit") => Some("inTransit"),
            Some("recalled") => Some("recalled"),
            Some("expired") => Some("expired"),
            Some("disposed" | "destroyed") => Some("disposed"),
            _ => None,
        };
        if let (Some(word), None) = (word, state) {
            self.lose(Severity::Info, "/disposition", word, "UNTP has no such state of a product");
        }
        match event.action {
            Some(Action::Delete) => Some(state.filter(|state| *state == "disposed").unwrap_or("consumed")),
            _ => state,
        }
    }

    /// Things of an event as products.
    fn products(
        &mut self,
        members: &mut Members<'_>,
        name: &str,
        event: &Event<'_>,
        roles: [Role; 2],
        state: Option<&'static str>,
    ) {
        let things = roles.into_iter().flat_map(|role| event.of(role).enumerate());
        list(members.name(name), things, |(index, thing), out| {
            let pointer = format!("/{}/{index}", thing.role.member());
            let mut outer = Members::open(out);
            outer.texts("type", &[Cow::Borrowed("EventProduct")]);
            let mut inner = Members::open(outer.name("product"));
            inner.texts("type", &[Cow::Borrowed("Product")]);
            self.named(&mut inner, ("id", "name"), &thing.id, &pointer);
            let identifier = Identifier::read(&thing.id, Some(crate::gs1::Kind::Code)).ok();
            let number = |ai: &str| {
                let elements = identifier.as_ref().map(Identifier::elements).unwrap_or_default();
                elements.iter().find(|element| element.ai() == ai).map(|element| element.value())
            };
            let single = matches!(thing.role, Role::Epc | Role::InputEpc | Role::OutputEpc);
            let granularity = match (single || number("21").is_some(), number("10")) {
                (true, _) => "item",
                (false, Some(_)) => "batch",
                (false, None) => "model",
            };
            inner.str("idGranularity", granularity);
            for (name, ai) in [("batchNumber", "10"), ("itemNumber", "21")] {
                if let Some(number) = number(ai) {
                    inner.str(name, number);
                }
            }
            inner.close();
            if let Some(quantity) = thing.quantity {
                let mut inner = Members::open(outer.name("quantity"));
                inner.texts("type", &[Cow::Borrowed("Measure")]);
                inner.raw("value", Some(quantity));
                inner.str("unit", thing.unit.as_deref().unwrap_or(PIECE));
                inner.close();
            }
            if let Some(state) = state {
                outer.str("disposition", state);
            }
            outer.close();
            self.lose_more(thing, &pointer);
        });
    }
}

/// One end of a movement.
struct End<'e> {
    id: &'e str,
    pointer: String,
    /// Which source or destination it is, if it is one.
    link: Option<usize>,
}

/// Where things were moved.
enum Way<'e> {
    /// They were not.
    Not,
    /// One end is not told.
    Unknown,
    Known {
        from: End<'e>,
        to: End<'e>,
    },
}

fn way<'e>(event: &'e Event<'_>, step: &str) -> Way<'e> {
    let leaves = matches!(step, "shipping" | "departing" | "consigning" | "transporting");
    let arrives = matches!(step, "receiving" | "arriving" | "accepting");
    if event.action != Some(Action::Observe) || !(leaves || arrives) {
        return Way::Not;
    }
    let end = |links: &'e [Link<'_>], list: &str, sites: [Option<(&'e Site<'_>, &str)>; 2]| {
        let link =
            of_kind(links, "location").map(|(index, id)| (id, format!("/{list}/{index}"), Some(index)));
        let site =
            sites.into_iter().flatten().next().map(|(site, pointer)| (&*site.id, pointer.into(), None));
        let (id, pointer, link) = link.or(site)?;
        Some(End { id, pointer, link })
    };
    let seen = event.read_point.as_ref().map(|site| (site, "/readPoint"));
    let stays = event.location.as_ref().map(|site| (site, "/bizLocation"));
    let from = end(&event.sources, "sourceList", if leaves { [seen, None] } else { [None, None] });
    let to = end(&event.destinations, "destinationList", if arrives { [stays, seen] } else { [None, None] });
    match (from, to) {
        (Some(from), Some(to)) => Way::Known { from, to },
        _ => Way::Unknown,
    }
}

/// The first link of a kind.
fn of_kind<'e>(links: &'e [Link<'_>], kind: &str) -> Option<(usize, &'e str)> {
    let fits =
        |link: &Link<'_>| link.kind.as_deref().is_some_and(|held| Vocabulary::Party.bare(held) == kind);
    links.iter().enumerate().find(|(_, link)| fits(link)).map(|(index, link)| (index, &*link.id))
}

/// A word of a vocabulary as web address, others as they are.
fn web(vocabulary: Vocabulary, word: &str) -> String {
    let bare = vocabulary.bare(word);
    if vocabulary.knows(bare) { format!("{}{bare}", vocabulary.web()) } else { word.into() }
}
