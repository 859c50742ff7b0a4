//! One number for all ways of writing an identifier.

use std::collections::BTreeMap;

use super::{Log, Name, Same};
use crate::error::{Code, Severity};
use crate::gs1;

impl Log<'_> {
    /// The one number of an identifier of a thing in all its forms.
    pub(crate) fn one(&self, id: Name) -> Name {
        usize::try_from(id).ok().and_then(|at| self.canonical.get(at)).copied().unwrap_or(id)
    }

    /// Whether two texts of `texts` name one place.
    pub(super) fn one_place(&self, a: Name, b: Name) -> bool {
        let read = |name| gs1::Identifier::read(self.texts.text(name), Some(gs1::Kind::Code));
        a == b || read(a).ok().zip(read(b).ok()).is_some_and(|(a, b)| a.canonical() == b.canonical())
    }

    /// Brings identifiers of things into one form, each once.
    pub(super) fn identify(&mut self, same: Option<&Same<'_>>) {
        let count = Name::try_from(self.things.len()).unwrap_or(Name::MAX);
        self.canonical = (0..count).collect();
        let mut wrong: BTreeMap<Name, (Code, String)> = BTreeMap::new();
        let mut quick = String::new();
        for (id, slot) in (0..count).zip(&mut self.canonical) {
            let text = self.things.text(id);
            if !gs1::plain_canonical(text, &mut quick) {
                quick.clear();
                match gs1::Identifier::read(text, Some(gs1::Kind::Code)) {
                    Err(error) => {
                        wrong.insert(id, (error.code(), error.message().into()));
                        continue;
                    }
                    Ok(identifier) => quick.push_str(identifier.canonical()),
                }
            }
            if let Some(other) = same.and_then(|same| same(&quick)) {
                quick = other;
            }
            if quick != self.things.text(id) {
                *slot = self.things.made(&quick);
            }
        }
        if wrong.is_empty() {
            return;
        }
        let mut found = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            for item in self.items(row) {
                if let Some((code, message)) = wrong.get(&item.id) {
                    let path = format!("/{}", item.role.member());
                    found.push((number, *code, path, format!("`{}`: {message}", self.things.text(item.id))));
                }
            }
        }
        for (number, code, path, message) in found {
            self.say(number, Severity::Warning, code, &path, message);
        }
    }
}
