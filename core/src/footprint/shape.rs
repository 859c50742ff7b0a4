//! What an object may say: tables of members with their kinds, and whether they must be there.

use super::decimal::Sign;

/// An object.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) fields: &'static [Field],
}

impl Shape {
    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A member.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
}

/// Whether a member must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// The schema asks for it.
    Must,
    /// The methodology asks for it, the schema does not.
    Shall,
    /// The methodology asks for it from the end of 2027 on.
    Later,
    May,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Text,
    /// A text that says something.
    Named,
    Uuid,
    SpecVersion,
    /// A date with its time in UTC.
    Time,
    Flag,
    Urn,
    Uri,
    /// `AR6`: an assessment report.
    Report,
    Country,
    Subdivision,
    /// A decimal as text.
    Decimal(Sign),
    /// A decimal as a number of JSON.
    Number(Sign),
    /// One of these.
    Word(&'static [&'static str]),
    /// One of these, or another: new ones may come.
    Open(&'static [&'static str]),
    Object(&'static Shape),
    /// At least one; none stands twice.
    Set(&'static Kind),
    /// At least one.
    List(&'static Kind),
    /// A list that may be empty.
    Any(&'static Kind),
    /// An object that somebody else defines; it is kept as it is.
    Foreign,
}

pub(super) const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Must }
}

pub(super) const fn shall(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Shall }
}

pub(super) const fn later(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Later }
}

pub(super) const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::May }
}
