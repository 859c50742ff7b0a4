//! JSON as a tree whose values keep their text: no number becomes a float.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::epcis::scan::{Fault, Scanner};

/// A value.
#[derive(Clone, Debug)]
pub(super) struct Json<'a> {
    /// As it is written.
    pub(super) raw: &'a str,
    inside: Inside<'a>,
}

#[derive(Clone, Debug)]
enum Inside<'a> {
    Text(Cow<'a, str>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    List(Vec<Json<'a>>),
    /// A number, `true`, `false` or `null`.
    Word,
}

impl<'a> Json<'a> {
    /// Reads a value, strictly.
    ///
    /// # Errors
    /// As the scanner; `DUPLICATE_KEY`.
    pub(super) fn read(scanner: &mut Scanner<'a>) -> Result<Json<'a>, Fault> {
        let first = scanner.peek();
        let from = scanner.at();
        let inside = match first {
            Some(b'"') => Inside::Text(scanner.string()?),
            Some(b'{') => {
                let mut members: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
                let mut held = BTreeSet::new();
                scanner.members(|scanner, name| {
                    if !held.insert(name.clone()) {
                        return Err(scanner.repeated(&name).within(&name));
                    }
                    let value = Json::read(scanner).map_err(|fault| fault.within(&name))?;
                    members.push((name, value));
                    Ok(())
                })?;
                Inside::Object(members)
            }
            Some(b'[') => {
                let mut items = Vec::new();
                scanner.elements(|scanner, _| {
                    items.push(Json::read(scanner)?);
                    Ok(())
                })?;
                Inside::List(items)
            }
            _ => {
                scanner.raw(true)?;
                Inside::Word
            }
        };
        Ok(Json { raw: scanner.between(from, scanner.at()), inside })
    }

    /// The members of an object.
    pub(super) fn members(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        if let Inside::Object(members) = &self.inside { members } else { &[] }
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.members().iter().find(|(held, _)| held == name).map(|(_, value)| value)
    }

    /// The elements of a list; one value is a list of one.
    pub(super) fn items(&self) -> &[Json<'a>] {
        if let Inside::List(items) = &self.inside { items } else { core::slice::from_ref(self) }
    }

    /// Its text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Inside::Text(text) = &self.inside { Some(text) } else { None }
    }

    /// Whether it is an object.
    pub(super) fn is_object(&self) -> bool {
        matches!(self.inside, Inside::Object(_))
    }
}
