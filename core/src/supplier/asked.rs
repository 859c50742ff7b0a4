//! What is asked and on which day, who is asked, and what becomes of each requirement: the same for one supplier and for thousands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::evidence::Evidence;
use super::judge::{Status, Verdict, View, judge};
use super::score::State;
use super::set::{Set, whole};
use crate::condition::Facts;
use crate::error::{Code, Error};
use crate::factor::fold;
use crate::period::day_at;
use crate::wire::v1;

/// A set of requirements, checked, and the days on which it is asked.
#[derive(Debug)]
pub(super) struct Asked<'s> {
    pub(super) set: Set<'s>,
    pub(super) on: NaiveDate,
    /// The day that is looked ahead to.
    pub(super) then: NaiveDate,
    horizon_days: u64,
}

impl<'s> Asked<'s> {
    /// Reads the set and the days; an empty horizon is that of the set.
    ///
    /// # Errors
    /// `BAD_DATE`, `BAD_NUMBER` and those of the set, with their place.
    pub(super) fn read(
        given: &'s v1::RequirementSet,
        as_of: &str,
        horizon: &str,
    ) -> Result<Asked<'s>, Error> {
        let on = day_at(as_of, "/as_of")?;
        let set = Set::read(given)?;
        let horizon_days = match horizon {
            "" => set.horizon_days,
            text => whole(text).map_err(|error| error.at("/horizon_days"))?,
        };
        let then = on.checked_add_days(Days::new(horizon_days)).ok_or_else(|| {
            Error::new(Code::BadDate, "the day ahead is beyond the calendar").at("/horizon_days")
        })?;
        Ok(Asked { set, on, then, horizon_days })
    }

    /// What becomes of each requirement on a day.
    ///
    /// # Errors
    /// `BAD_CONDITION` where the profile has a word and a condition asks for a number; `OVERFLOW`.
    pub(super) fn states(&self, supplier: &Supplier, on: NaiveDate) -> Result<Vec<State<'_>>, Error> {
        let view = View { on, horizon_days: self.horizon_days, sites: &supplier.sites };
        let mut states = Vec::with_capacity(self.set.requirements.len());
        for (at, requirement) in self.set.requirements.iter().enumerate() {
            let mut missing = BTreeSet::new();
            let applies = requirement.applies_if.holds(&supplier.profile, &mut missing);
            let applies =
                applies.map_err(|error| error.at(format!("/requirements/requirements/{at}/applies_if")))?;
            let verdict = match applies {
                Some(true) => judge(requirement, &supplier.held, &view)?,
                Some(false) => Verdict::bare(Status::NotApplicable, "", []),
                // It may be asked: it counts as unknown until somebody tells.
                None => Verdict::bare(Status::Unknown, "profile-missing", missing),
            };
            states.push((requirement, verdict));
        }
        Ok(states)
    }
}

/// Who is asked, and what it can show.
#[derive(Debug)]
pub(super) struct Supplier {
    pub(super) profile: Profile,
    /// As written and folded.
    pub(super) sites: Vec<(String, String)>,
    pub(super) held: Vec<Evidence>,
}

/// Facts of a profile, by folded name.
#[derive(Debug)]
pub(super) struct Profile(BTreeMap<String, String>);

impl Facts for Profile {
    fn fact(&self, name: &str) -> Option<String> {
        self.0.get(&fold(name)).cloned()
    }
}

impl Profile {
    /// Reads the facts.
    ///
    /// # Errors
    /// `MISSING_VALUE`, `DUPLICATE_KEY`, below `/profile`.
    pub(super) fn read(facts: &[v1::ProfileFact]) -> Result<Profile, Error> {
        let mut profile = BTreeMap::new();
        for (at, fact) in facts.iter().enumerate() {
            for (field, text) in [("name", &fact.name), ("value", &fact.value)] {
                if text.trim().is_empty() {
                    let message = format!("`{field}` is empty");
                    return Err(Error::new(Code::MissingValue, message).at(format!("/profile/{at}/{field}")));
                }
            }
            if profile.insert(fold(&fact.name), fact.value.trim().to_owned()).is_some() {
                let message = format!("`{}` stands twice", fact.name);
                return Err(Error::new(Code::DuplicateKey, message).at(format!("/profile/{at}/name")));
            }
        }
        Ok(Profile(profile))
    }
}
