//! A text of events in whatever form, as JSON of EPCIS, and where in the text its events and their values stand.

use std::borrow::Cow;

use super::document::{Envelope, Place, placed};
use super::untp::{self, Lost, Subject};
use super::xml;
use crate::error::Error;
use crate::limits::Limits;

#[derive(Debug)]
enum Form {
    Json,
    /// XML, and where each event stands.
    Xml(Vec<xml::At>),
    /// A credential of UNTP.
    Credential(Vec<Subject>, Vec<Lost>),
}

/// A text of events: JSON of EPCIS as it is given, other forms as the JSON that says the same.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    given: &'a str,
    json: Cow<'a, str>,
    form: Form,
}

/// Something to be said about an event: where the event stands, and a JSON pointer below it.
pub(crate) type Wanted<'a> = (Place, &'a str);

/// The same in the text that was given: its path and, in XML, its line and column.
pub(crate) type Told = (String, Option<(usize, usize)>);

impl<'a> Source<'a> {
    /// Takes a text. One that begins with `<` is XML; an object with `credentialSubject` is a credential of UNTP.
    ///
    /// # Errors
    /// What is wrong with XML, with line and column: `BAD_XML`, `DTD_FORBIDDEN`, `DUPLICATE_ATTRIBUTE`, `UNDECLARED_PREFIX`, `UNSUPPORTED_ENCODING`,
    /// `NESTING_TOO_DEEP`, `LIMIT_EXCEEDED`, `WRONG_TYPE` if it is no document of EPCIS, `DUPLICATE_KEY`. What is wrong with a credential: `BAD_JSON`,
    /// `DUPLICATE_KEY`, `NESTING_TOO_DEEP`, `TRAILING_DATA`.
    pub(crate) fn open(given: &'a str, limits: &Limits) -> Result<Source<'a>, Error> {
        let text = given.strip_prefix('\u{feff}').unwrap_or(given);
        if text.trim_ascii_start().starts_with('<') {
            let (json, events) = xml::walk(text, limits)?;
            return Ok(Source { given: text, json: Cow::Owned(json), form: Form::Xml(events) });
        }
        if untp::is_credential(text, limits.json_depth) {
            let events = untp::read(text, limits.json_depth).map_err(|fault| placed(text, fault))?;
            let form = Form::Credential(events.subjects, events.losses);
            return Ok(Source { given: text, json: Cow::Owned(events.json), form });
        }
        Ok(Source { given, json: Cow::Borrowed(given), form: Form::Json })
    }

    /// Whether the text that was given is in another form than its JSON.
    pub(crate) fn is_translated(&self) -> bool {
        !matches!(self.form, Form::Json)
    }

    /// The JSON.
    pub(crate) fn json(&self) -> &str {
        &self.json
    }

    /// What was around the events.
    pub(crate) fn envelope(&self, read: Envelope) -> &'static str {
        if let Form::Credential(..) = self.form { "credential" } else { read.as_str() }
    }

    /// What the text says and EPCIS cannot.
    pub(crate) fn losses(&self) -> &[Lost] {
        if let Form::Credential(_, losses) = &self.form { losses } else { &[] }
    }

    /// Where an event stands in the text that was given.
    pub(crate) fn path(&self, place: Place) -> String {
        let path = match (&self.form, place) {
            (Form::Xml(events), Place::Element(_, index)) => events.get(index).map(xml::At::path),
            (Form::Credential(subjects, _), Place::Element(_, index)) => {
                subjects.get(index).map(Subject::path)
            }
            _ => None,
        };
        path.map_or_else(|| place.path(), Into::into)
    }

    /// Where in the text that was given stands what is to be said. XML is read a second time for it.
    pub(crate) fn tell(&self, wanted: &[Wanted<'_>], limits: &Limits) -> Vec<Told> {
        let simple = |(place, pointer): &Wanted<'_>| match (&self.form, place) {
            (Form::Credential(subjects, _), Place::Element(_, index)) => {
                let path = subjects.get(*index).map(|subject| subject.place(pointer));
                (path.unwrap_or_else(|| (*pointer).into()), None)
            }
            _ => (format!("{}{pointer}", place.path()), None),
        };
        match &self.form {
            Form::Xml(events) => xml::tell(self.given, events, wanted, limits),
            Form::Json | Form::Credential(..) => wanted.iter().map(simple).collect(),
        }
    }
}
