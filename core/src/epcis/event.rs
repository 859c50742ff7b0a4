//! What an EPCIS event says. Texts are borrowed from what was read; extensions stay JSON text.

use std::borrow::Cow;

use super::time::Instant;

/// The five kinds of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something happened to things.
    #[default]
    Object,
    /// Things were put into, or taken out of, something for a while.
    Aggregation,
    /// Things were joined to something for long.
    Association,
    /// Things were linked to business documents.
    Transaction,
    /// Things became other things.
    Transformation,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] =
        [Kind::Object, Kind::Aggregation, Kind::Association, Kind::Transaction, Kind::Transformation];

    /// The name as EPCIS writes it, e.g. `ObjectEvent`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Object => "ObjectEvent",
            Kind::Aggregation => "AggregationEvent",
            Kind::Association => "AssociationEvent",
            Kind::Transaction => "TransactionEvent",
            Kind::Transformation => "TransformationEvent",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Kind> {
        let text = text.strip_prefix("epcis:").unwrap_or(text);
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// How an event relates to the life of its things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// They were seen.
    Observe,
    /// They began to be, or were put in.
    Add,
    /// They ended, or were taken out.
    Delete,
}

impl Action {
    /// `OBSERVE`, `ADD` or `DELETE`.
    pub fn as_str(self) -> &'static str {
        match self {
            Action::Observe => "OBSERVE",
            Action::Add => "ADD",
            Action::Delete => "DELETE",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Action> {
        [Action::Observe, Action::Add, Action::Delete].into_iter().find(|action| action.as_str() == text)
    }
}

/// What a thing is in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What the event is about: one thing.
    Epc,
    /// The same: a number of one class.
    Quantity,
    /// The container, or what others are joined to.
    Parent,
    /// What is in it: one thing.
    ChildEpc,
    /// The same: a number of one class.
    ChildQuantity,
    /// What went in: one thing.
    InputEpc,
    /// The same: a number of one class.
    InputQuantity,
    /// What came out: one thing.
    OutputEpc,
    /// The same: a number of one class.
    OutputQuantity,
}

impl Role {
    /// The member of an event that holds things of the role.
    pub fn member(self) -> &'static str {
        self.path().trim_start_matches('/')
    }

    /// The same as a JSON pointer below the event.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Role::Epc => "/epcList",
            Role::Quantity => "/quantityList",
            Role::Parent => "/parentID",
            Role::ChildEpc => "/childEPCs",
            Role::ChildQuantity => "/childQuantityList",
            Role::InputEpc => "/inputEPCList",
            Role::InputQuantity => "/inputQuantityList",
            Role::OutputEpc => "/outputEPCList",
            Role::OutputQuantity => "/outputQuantityList",
        }
    }
}

/// A member that the standard does not name, or whose inside is not looked into: its name and its JSON text.
pub(crate) type More<'a> = Vec<(Cow<'a, str>, &'a str)>;

/// A thing of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thing<'a> {
    pub(crate) role: Role,
    pub(crate) id: Cow<'a, str>,
    /// How much, as it is written; absent = unknown where a class is named.
    pub(crate) quantity: Option<&'a str>,
    /// Its unit, UN/ECE Recommendation 20; absent = pieces.
    pub(crate) unit: Option<Cow<'a, str>>,
    pub(crate) more: More<'a>,
}

/// Where something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site<'a> {
    pub(crate) id: Cow<'a, str>,
    pub(crate) more: More<'a>,
}

/// A business document, source or destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    pub(crate) kind: Option<Cow<'a, str>>,
    pub(crate) id: Cow<'a, str>,
    pub(crate) more: More<'a>,
}

/// That the event was told in error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Retraction<'a> {
    pub(crate) time: Cow<'a, str>,
    pub(crate) reason: Option<Cow<'a, str>>,
    pub(crate) correctives: Vec<Cow<'a, str>>,
    pub(crate) more: More<'a>,
}

/// An event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    pub(crate) kind: Kind,
    pub(crate) context: Option<&'a str>,
    pub(crate) id: Option<Cow<'a, str>>,
    pub(crate) time_text: Cow<'a, str>,
    pub(crate) time: Instant,
    pub(crate) offset: Option<Cow<'a, str>>,
    pub(crate) record_text: Option<Cow<'a, str>>,
    pub(crate) recorded: Option<Instant>,
    pub(crate) action: Option<Action>,
    pub(crate) step: Option<Cow<'a, str>>,
    pub(crate) disposition: Option<Cow<'a, str>>,
    pub(crate) set: Vec<Cow<'a, str>>,
    pub(crate) unset: Vec<Cow<'a, str>>,
    pub(crate) read_point: Option<Site<'a>>,
    pub(crate) location: Option<Site<'a>>,
    pub(crate) transformation: Option<Cow<'a, str>>,
    pub(crate) certifications: Vec<Cow<'a, str>>,
    pub(crate) things: Vec<Thing<'a>>,
    pub(crate) transactions: Vec<Link<'a>>,
    pub(crate) sources: Vec<Link<'a>>,
    pub(crate) destinations: Vec<Link<'a>>,
    pub(crate) sensors: Option<&'a str>,
    pub(crate) ilmd: Option<&'a str>,
    pub(crate) retraction: Option<Retraction<'a>>,
    pub(crate) more: More<'a>,
}

impl Event<'_> {
    /// Forgets what it says and keeps its memory for the next.
    pub(super) fn clear(&mut self) {
        let Event { set, unset, certifications, things, transactions, sources, destinations, more, .. } =
            self;
        set.clear();
        unset.clear();
        certifications.clear();
        things.clear();
        transactions.clear();
        sources.clear();
        destinations.clear();
        more.clear();
        self.kind = Kind::Object;
        (self.context, self.id, self.offset, self.record_text, self.recorded) =
            (None, None, None, None, None);
        (self.action, self.step, self.disposition, self.read_point, self.location) =
            (None, None, None, None, None);
        (self.transformation, self.sensors, self.ilmd, self.retraction) = (None, None, None, None);
        self.time_text = Cow::Borrowed("");
        self.time = Instant::default();
    }

    /// Things of a role, in their order.
    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = &Thing<'_>> {
        self.things.iter().filter(move |thing| thing.role == role)
    }
}
