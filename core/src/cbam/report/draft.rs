//! Items as they are written.

use crate::wire::v1;

/// The items so far; statements go to the last one.
#[derive(Debug, Default)]
pub(super) struct Draft {
    items: Vec<v1::CbamReportItem>,
    part: &'static str,
}

/// What a statement is about, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    pub(super) about: &'p str,
    pub(super) path: &'p str,
}

/// A statement about the installation, at a place of the document.
pub(super) const fn at(path: &str) -> Place<'_> {
    Place { about: "", path }
}

/// A statement about something, at a place of the document.
pub(super) const fn of<'p>(about: &'p str, path: &'p str) -> Place<'p> {
    Place { about, path }
}

impl Draft {
    /// Begins an item.
    pub(super) fn item(&mut self, point: &str, number: &str) {
        self.part = "";
        self.items.push(v1::CbamReportItem {
            point: point.into(),
            number: number.into(),
            state: "none".into(),
            facts: Vec::new(),
        });
    }

    /// Begins a part of the item.
    pub(super) fn part(&mut self, part: &'static str) {
        self.part = part;
    }

    fn push(&mut self, fact: v1::CbamFact) {
        let part = self.part;
        if let Some(item) = self.items.last_mut() {
            // What is missing decides how the item stands.
            if item.state != "missing" {
                item.state.clone_from(&fact.state);
            }
            item.facts.push(v1::CbamFact { part: part.into(), ..fact });
        }
    }

    /// A statement; its remark may be empty.
    pub(super) fn say(&mut self, what: &str, place: Place<'_>, (value, unit): (&str, &str), note: &str) {
        self.push(v1::CbamFact {
            what: what.into(),
            about: place.about.into(),
            value: value.into(),
            unit: unit.into(),
            path: place.path.into(),
            state: "given".into(),
            note: note.into(),
            ..v1::CbamFact::default()
        });
    }

    /// A figure or word without remark.
    pub(super) fn give(&mut self, what: &str, place: Place<'_>, value: &str, unit: &str) {
        self.say(what, place, (value, unit), "");
    }

    /// Something that has to be stated: missing if it is empty.
    pub(super) fn need(&mut self, what: &str, place: Place<'_>, value: &str) {
        if value.trim().is_empty() {
            self.miss(what, place, "");
        } else {
            self.give(what, place, value, "");
        }
    }

    /// Something that has to be confirmed or denied.
    pub(super) fn confirm(&mut self, what: &str, place: Place<'_>, said: Option<bool>) {
        match said {
            Some(said) => self.give(what, place, if said { "yes" } else { "no" }, ""),
            None => self.miss(what, place, ""),
        }
    }

    /// Something that is stated only where there is something to say.
    pub(super) fn if_said(&mut self, what: &str, place: Place<'_>, value: &str) {
        if !value.trim().is_empty() {
            self.give(what, place, value, "");
        }
    }

    /// A list that has to be answered: an empty one says that there is nothing.
    pub(super) fn list<T>(
        &mut self,
        what: &str,
        path: &str,
        list: Option<&[T]>,
        mut each: impl FnMut(&mut Draft, &T, &str),
    ) {
        match list {
            None => self.miss(what, at(path), ""),
            Some([]) => self.give(what, at(path), "none", ""),
            Some(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    each(self, entry, &format!("{path}/{index}"));
                }
            }
        }
    }

    /// Something that is missing, and why if that is not plain.
    pub(super) fn miss(&mut self, what: &str, place: Place<'_>, note: &str) {
        self.push(v1::CbamFact {
            what: what.into(),
            about: place.about.into(),
            path: place.path.into(),
            state: "missing".into(),
            note: note.into(),
            ..v1::CbamFact::default()
        });
    }

    pub(super) fn into_items(self) -> Vec<v1::CbamReportItem> {
        self.items
    }
}
