//! Names of activities: identifiers, what people call them, and where they usually belong.

use std::collections::BTreeMap;

use super::fold::fold;
use crate::error::{Code, Error};
use crate::order::Order;
use crate::scope::{Category, Scope};

/// An activity that factors are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Identifier: `diesel-stationary`.
    pub id: Box<str>,
    /// English name.
    pub name_en: Box<str>,
    /// Vietnamese name.
    pub name_vi: Box<str>,
    /// Usual category; `None` if the ledger must say.
    pub category: Option<Category>,
    /// Fuel whose calorific values and densities apply; empty if none.
    pub fuel: Box<str>,
    /// Usual unit.
    pub per: Box<str>,
}

/// Activities by identifier, and every way to write them.
#[derive(Clone, Debug, Default)]
pub(super) struct Registry {
    activities: BTreeMap<Box<str>, Activity>,
    spellings: BTreeMap<String, Vec<Box<str>>>,
}

impl Registry {
    pub(super) fn get(&self, id: &str) -> Option<&Activity> {
        self.activities.get(id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Activity> {
        self.activities.values()
    }

    /// Adds an activity; a fuller description replaces one that only a factor table implied.
    pub(super) fn add(&mut self, activity: Activity, aliases: &[&str]) {
        let id = activity.id.clone();
        let implied = self.activities.get(&id).is_some_and(|old| !old.name_en.is_empty());
        for spelling in
            [&*id, &*activity.name_en, &*activity.name_vi].into_iter().chain(aliases.iter().copied())
        {
            self.add_spelling(spelling, &id);
        }
        if !implied {
            self.activities.insert(id, activity);
        }
    }

    /// Makes an activity known that only a factor table names.
    pub(super) fn imply(&mut self, id: &str, category: Option<Category>) {
        if !self.activities.contains_key(id) {
            let activity = Activity {
                id: id.into(),
                name_en: Box::default(),
                name_vi: Box::default(),
                category,
                // By the naming rule of packs, `crude-oil-stationary` burns the fuel `crude-oil`.
                fuel: ["-stationary", "-road", "-mobile"]
                    .iter()
                    .find_map(|place| id.split_once(place))
                    .map_or("", |(fuel, _)| fuel)
                    .into(),
                per: Box::default(),
            };
            self.add_spelling(id, id);
            self.activities.insert(id.into(), activity);
        }
    }

    fn add_spelling(&mut self, spelling: &str, id: &str) {
        let folded = fold(spelling);
        if folded.is_empty() {
            return;
        }
        let ids = self.spellings.entry(folded).or_default();
        if !ids.iter().any(|known| **known == *id) {
            ids.push(id.into());
            ids.order();
        }
    }

    /// The activity that a text alone means, if it is one and no other.
    pub(super) fn only(&self, text: &str) -> Option<&Activity> {
        match self.spellings.get(&fold(text))?.as_slice() {
            [one] => self.activities.get(one),
            _ => None,
        }
    }

    /// The activity that a ledger's text means. A category narrows down a word that several activities share.
    pub(super) fn resolve(
        &self,
        text: &str,
        category: Option<Category>,
        scope: Option<Scope>,
    ) -> Result<&Activity, Error> {
        let folded = fold(text);
        if folded.is_empty() {
            return Err(Error::new(Code::MissingActivity, "the row names no activity"));
        }
        let Some(ids) = self.spellings.get(&folded) else {
            return Err(self.unknown(text, &folded));
        };
        let fits = |activity: &&Activity| {
            category.is_none_or(|wanted| activity.category == Some(wanted))
                && scope.is_none_or(|wanted| activity.category.is_some_and(|known| known.scope() == wanted))
        };
        let all: Vec<&Activity> = ids.iter().filter_map(|id| self.activities.get(id)).collect();
        let narrowed: Vec<&Activity> = all.iter().copied().filter(fits).collect();
        match (all.as_slice(), narrowed.as_slice()) {
            ([one], _) | (_, [one]) => Ok(one),
            _ => {
                let names: Vec<&str> = ids.iter().map(|id| &**id).collect();
                Err(Error::new(Code::AmbiguousActivity, format!("`{text}` can mean {}", names.join(", ")))
                    .with_help("write one of these identifiers, or fill `category` so that one remains"))
            }
        }
    }

    fn unknown(&self, text: &str, folded: &str) -> Error {
        let near = self.nearest(folded, 3);
        let error = Error::new(
            Code::UnknownActivity,
            format!("activity `{}` is not known", super::search::shorten(text)),
        );
        if near.is_empty() {
            return error;
        }
        error.with_help(format!("did you mean {}? `emitrace factors search` finds more", near.join(" or ")))
    }

    /// Identifiers whose spelling is near, for help texts.
    fn nearest(&self, folded: &str, most: usize) -> Vec<&str> {
        let mut scored: Vec<(usize, &str)> = Vec::new();
        let length = folded.chars().count();
        if length > 60 {
            return Vec::new();
        }
        let limit = (length / 3).max(1);
        for (spelling, ids) in &self.spellings {
            // So many letters must come or go at least.
            if spelling.chars().count().abs_diff(length) > limit {
                continue;
            }
            if let Some(distance) = super::search::distance(folded, spelling, limit) {
                scored.extend(ids.iter().map(|id| (distance, &**id)));
            }
        }
        scored.order();
        let mut near: Vec<&str> = Vec::new();
        for (_, id) in scored {
            if near.len() < most && !near.contains(&id) {
                near.push(id);
            }
        }
        near
    }
}
