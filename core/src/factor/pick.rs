//! Choosing the factor for an activity: by place, date, source and unit, with reasons, never by a guess.

use chrono::{Datelike, NaiveDate};

use super::catalog::{Catalog, FactorIndex};
use super::coefficient::{Property, Step, steps};
use super::record::{Factor, Kind, State, ViewOf};
use crate::error::{Code, Error};
use crate::gas::Gas;
use crate::number::{Coefficient, Ratio};
use crate::order::Order;
use crate::place::Place;
use crate::unit::Unit;

/// What a factor is asked for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Identifier of the activity.
    pub activity: &'a str,
    /// Where it happened.
    pub place: &'a Place,
    /// Name of the site; empty if none.
    pub site: &'a str,
    /// First day of the activity.
    pub day: NaiveDate,
    /// Unit of its quantity.
    pub unit: &'a Unit,
    /// The scope 2 view that is asked for.
    pub view: ViewOf,
    /// A calorific value measured for the row.
    pub calorific: Option<Property>,
}

/// The stated choices about where factors may come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Shipped packs that are asked, the preferred first. A user's own packs are always asked before them.
    pub sources: Vec<Box<str>>,
    /// How many years older than the activity a factor may be; 0 = none.
    pub proxy_years: u16,
    /// Places whose factors may stand in where the place itself has none, in this order.
    pub proxy_places: Vec<Place>,
}

/// A factor chosen, with the way from the row's unit to kilograms of gas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The factor.
    pub factor: FactorIndex,
    /// Conversions, calorific values and densities in the order in which they are applied.
    pub steps: Vec<Step>,
    /// Kilograms of gas for one unit of the quantity, exactly.
    pub coefficients: Vec<(Gas, Coefficient)>,
    /// Fallbacks taken and statements of the source that a reader must know.
    pub notes: Vec<(Code, Box<str>)>,
    /// How many other factors of the same rank fitted too, by a longer way.
    pub rivals: usize,
}

/// A factor with what a reader must know about it.
pub(crate) type Nearest = (FactorIndex, Vec<(Code, Box<str>)>);

/// How near a factor is: place first, then age, then source. Lower is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    place: usize,
    age: u16,
    source: usize,
}

/// The frame in which all factors of one question are ranked.
pub(super) struct Candidates<'a> {
    catalog: &'a Catalog,
    places: Vec<&'a str>,
    own_places: usize,
    site: String,
    policy: &'a Policy,
    day: NaiveDate,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(catalog: &'a Catalog, wanted: &Wanted<'a>, policy: &'a Policy) -> Candidates<'a> {
        let mut places = wanted.place.chain();
        let own_places = places.len();
        places.extend(policy.proxy_places.iter().map(Place::as_str));
        Candidates {
            catalog,
            places,
            own_places,
            site: format!("site:{}", wanted.site),
            policy,
            day: wanted.day,
        }
    }

    /// How near a factor is; `None` if it does not apply at all.
    pub(super) fn rank(&self, factor: &Factor) -> Option<Rank> {
        // A site's own figures are nearest; sites are compared as written.
        let place = if *factor.place == *self.site {
            0
        } else {
            self.places.iter().position(|place| **place == *factor.place)?.saturating_add(1)
        };
        self.rank_at(place, factor)
    }

    /// The same for a factor whose place is known to be the site (0) or one of the places (from 1).
    fn rank_at(&self, place: usize, factor: &Factor) -> Option<Rank> {
        Some(Rank { place, age: self.age(factor)?, source: self.source(factor)? })
    }

    /// 0 if valid on the day, else by how many years it is too old, if the policy allows that many.
    fn age(&self, factor: &Factor) -> Option<u16> {
        if factor.is_valid_on(self.day) {
            return Some(0);
        }
        let to = factor.valid_to.filter(|to| *to < self.day)?;
        let years = u16::try_from(self.day.year().checked_sub(to.year())?).ok()?.max(1);
        (years <= self.policy.proxy_years).then_some(years)
    }

    /// User packs in the order in which they were loaded, then the policy's sources.
    fn source(&self, factor: &Factor) -> Option<usize> {
        let pack = self.catalog.pack_of(factor)?;
        let own = |pack: &&super::pack::Pack| !pack.shipped;
        if !pack.shipped {
            return self.catalog.packs().iter().filter(own).position(|known| known.id == pack.id);
        }
        let named = self.policy.sources.iter().position(|id| *id == pack.id)?;
        Some(named.saturating_add(self.catalog.packs().iter().filter(own).count()))
    }

    /// What a reader must know about a factor of this rank.
    fn notes(&self, factor: &Factor, rank: Rank) -> Vec<(Code, Box<str>)> {
        let mut notes = Vec::new();
        if rank.age > 0 {
            let message = format!(
                "`{}` is {} year(s) older than the activity and used as a proxy",
                factor.id, rank.age
            );
            notes.push((Code::ProxyYear, message.into()));
        }
        if rank.place > self.own_places {
            let message = format!("`{}` is a factor of {} used as a proxy", factor.id, factor.place);
            notes.push((Code::ProxyPlace, message.into()));
        }
        notes
    }
}

impl Catalog {
    /// The factor for an activity: nearest place, then valid on the day (or the youngest allowed proxy), then the
    /// preferred source, then the shortest way from the row's unit.
    ///
    /// # Method
    /// M-05. Site, subdivision, country, region, world, then the stated proxy places.
    ///
    /// # Errors
    /// `FACTOR_MISSING` with what was there instead, `FACTOR_AMBIGUOUS` with the candidates, `FACTOR_ABSENT`,
    /// `FACTOR_NOT_MULTIPLIER`, or the unit error of the nearest factor that failed only by its unit.
    pub fn pick(&self, wanted: &Wanted<'_>, policy: &Policy) -> Result<Choice, Error> {
        let candidates = Candidates::new(self, wanted, policy);
        let all = self.for_activity(wanted.activity);
        let frame = core::iter::once(&*candidates.site).chain(candidates.places.iter().copied());
        let by_place = self.by_place(wanted.activity);
        let mut ranked: Vec<(Rank, FactorIndex)> = frame
            .enumerate()
            .filter_map(|(at, place)| Some((at, by_place?.get(place)?)))
            .flat_map(|(at, there)| there.iter().map(move |index| (at, *index)))
            .filter_map(|(at, index)| {
                let factor = self.factor(index);
                // What was contracted speaks only for the rows that name it.
                let view = factor.view != ViewOf::Market
                    && (factor.view == ViewOf::Any
                        || wanted.view == ViewOf::Any
                        || factor.view == wanted.view);
                if factor.kind != Kind::Emission || !view {
                    return None;
                }
                Some((candidates.rank_at(at, factor)?, index))
            })
            .collect();
        ranked.order_by(|a, b| a.0.cmp(&b.0).then_with(|| self.factor(a.1).id.cmp(&self.factor(b.1).id)));
        // A proxy place may be one of the row's own.
        ranked.dedup();
        let mut refused: Option<Error> = None;
        let mut rest = ranked.as_slice();
        while let Some((rank, _)) = rest.first() {
            let (same, further) = rest.split_at(rest.partition_point(|(other, _)| other == rank));
            rest = further;
            match self.pick_among(wanted, &candidates, *rank, same) {
                Ok(choice) => return Ok(choice),
                Err(error) if error.code() == Code::FactorAmbiguous => return Err(error),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        Err(refused.unwrap_or_else(|| self.missing(wanted, policy, all)))
    }

    /// The factor that the row names itself.
    ///
    /// # Errors
    /// `FACTOR_UNKNOWN`, `FACTOR_NOT_MULTIPLIER`, `FACTOR_ABSENT` or the unit's error.
    pub fn pick_named(&self, id: &str, wanted: &Wanted<'_>, policy: &Policy) -> Result<Choice, Error> {
        let index = self
            .find(id)
            .ok_or_else(|| Error::new(Code::FactorUnknown, format!("there is no factor `{id}`")))?;
        let factor = self.factor(index);
        if factor.kind != Kind::Emission {
            let message = format!(
                "`{id}` is a {} factor and must not be multiplied by an activity",
                factor.kind.as_str()
            );
            return Err(Error::new(Code::FactorNotMultiplier, message));
        }
        let candidates = Candidates::new(self, wanted, policy);
        let mut choice = self.choose(wanted, &candidates, index)?;
        choice.notes.extend(self.named_notes(wanted, policy, index));
        Ok(choice)
    }

    /// The nearest of some factors by place, age and source, whatever its unit; notes say what stands in for what.
    ///
    /// # Method
    /// M-05, for numbers that methods read (M-20).
    ///
    /// # Errors
    /// `FACTOR_AMBIGUOUS` if two that differ are equally near.
    pub(crate) fn nearest(
        &self,
        wanted: &Wanted<'_>,
        policy: &Policy,
        among: &[FactorIndex],
    ) -> Result<Option<Nearest>, Error> {
        let candidates = Candidates::new(self, wanted, policy);
        let mut ranked: Vec<(Rank, &str, FactorIndex)> = among
            .iter()
            .filter_map(|&index| {
                let factor = self.factor(index);
                Some((candidates.rank(factor)?, &*factor.id, index))
            })
            .collect();
        ranked.order();
        let Some(&(rank, _, first)) = ranked.first() else { return Ok(None) };
        let same: Vec<&str> =
            ranked.iter().take_while(|(other, ..)| *other == rank).map(|(_, id, _)| *id).collect();
        if same.len() > 1 {
            let message = format!("{} fit equally well", same.join(", "));
            return Err(
                Error::new(Code::FactorAmbiguous, message).with_help("name the one that is meant in the row")
            );
        }
        Ok(Some((first, candidates.notes(self.factor(first), rank))))
    }

    /// What a reader must know about a record that a row names itself.
    pub(crate) fn named_notes(
        &self,
        wanted: &Wanted<'_>,
        policy: &Policy,
        index: FactorIndex,
    ) -> Vec<(Code, Box<str>)> {
        let (candidates, factor) = (Candidates::new(self, wanted, policy), self.factor(index));
        let mut notes = Vec::new();
        let id = &factor.id;
        if !factor.is_valid_on(wanted.day) {
            // No day in the text: rows of the same stretch of validity share one note.
            let message = format!("`{id}` is named by the row but valid {} only", factor.validity());
            notes.push((Code::ProxyYear, message.into()));
        }
        let known = factor.place.starts_with("site:")
            || candidates.places.iter().take(candidates.own_places).any(|place| **place == *factor.place);
        if !known {
            let message =
                format!("`{id}` is named by the row but made for {}, not for {}", factor.place, wanted.place);
            notes.push((Code::ProxyPlace, message.into()));
        }
        notes
    }

    /// The one factor among equals: the shortest way wins; two equally short ways are a tie.
    fn pick_among(
        &self,
        wanted: &Wanted<'_>,
        candidates: &Candidates<'_>,
        rank: Rank,
        same: &[(Rank, FactorIndex)],
    ) -> Result<Choice, Error> {
        let mut fitting: Vec<Choice> = Vec::new();
        let mut refused: Option<Error> = None;
        for (_, index) in same {
            match self.choose(wanted, candidates, *index) {
                Ok(choice) => fitting.push(choice),
                Err(error) if error.code() == Code::FactorAmbiguous => return Err(error),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        fitting.order_by_key(|choice| choice.steps.len());
        let shortest = fitting.first().map(|choice| choice.steps.len());
        let ties = fitting.iter().filter(|choice| Some(choice.steps.len()) == shortest).count();
        let rivals = fitting.len().saturating_sub(1);
        match (fitting.into_iter().next(), ties) {
            (Some(mut choice), 1) => {
                choice.rivals = rivals;
                let mut notes = candidates.notes(self.factor(choice.factor), rank);
                notes.append(&mut choice.notes);
                choice.notes = notes;
                Ok(choice)
            }
            (Some(_), _) => {
                let ids: Vec<&str> = same.iter().map(|(_, index)| &*self.factor(*index).id).collect();
                Err(Error::new(
                    Code::FactorAmbiguous,
                    format!("{} fit `{}` equally well", ids.join(", "), wanted.activity),
                ))
            }
            (None, _) => Err(refused.unwrap_or_else(|| Error::new(Code::FactorMissing, "no factor"))),
        }
    }

    /// Works a factor out: steps, coefficients per gas, and what its source says of gases without a number.
    fn choose(
        &self,
        wanted: &Wanted<'_>,
        candidates: &Candidates<'_>,
        index: FactorIndex,
    ) -> Result<Choice, Error> {
        let factor = self.factor(index);
        if factor.values.iter().all(|value| value.state == State::Absent) {
            return Err(Error::new(
                Code::FactorAbsent,
                format!("the source of `{}` leaves the value blank", factor.id),
            ));
        }
        let steps = steps(self, wanted, candidates, factor)?;
        let mut way = Coefficient::ONE;
        for step in &steps {
            way = way.times(step.ratio())?;
        }
        static KILOGRAM: std::sync::LazyLock<Result<Unit, Error>> =
            std::sync::LazyLock::new(|| Unit::parse("kg"));
        let kilogram = KILOGRAM.as_ref().map_err(Error::clone)?;
        let mut coefficients = Vec::with_capacity(factor.values.len());
        let mut notes = Vec::new();
        for value in &factor.values {
            let (Some(gas), Some(unit)) = (value.gas, &value.unit) else { continue };
            let name = &self.gases().info(gas).name;
            match value.state {
                State::Value => {
                    coefficients
                        .push((gas, way.times(Ratio::from(value.amount))?.times(unit.ratio_to(kilogram)?)?));
                }
                State::Negligible => {
                    coefficients.push((gas, Coefficient::ONE.times(Ratio::ZERO)?));
                    notes.push((
                        Code::DeclaredNegligible,
                        format!("`{}` declares {name} negligible", factor.id).into(),
                    ));
                }
                State::Absent => notes
                    .push((Code::FactorAbsent, format!("`{}` has no value for {name}", factor.id).into())),
            }
        }
        for step in &steps {
            if let Step::Property { factor: property, .. } = step {
                let property = self.factor(*property);
                notes.extend(
                    candidates
                        .rank(property)
                        .map(|rank| candidates.notes(property, rank))
                        .unwrap_or_default(),
                );
            }
        }
        Ok(Choice { factor: index, steps, coefficients, notes, rivals: 0 })
    }

    /// Nothing fits: say what there is instead.
    fn missing(&self, wanted: &Wanted<'_>, policy: &Policy, all: &[FactorIndex]) -> Error {
        let message =
            format!("no factor for `{}` in {} in {}", wanted.activity, wanted.place, wanted.day.year());
        let error = Error::new(Code::FactorMissing, message);
        let emission: Vec<&Factor> = all
            .iter()
            .map(|&index| self.factor(index))
            .filter(|factor| factor.kind == Kind::Emission)
            .collect();
        if emission.is_empty() {
            return match all.first() {
                Some(&other) => {
                    let other = self.factor(other);
                    let message = format!(
                        "`{}` is a {} factor and must not be multiplied by an activity",
                        other.id,
                        other.kind.as_str()
                    );
                    Error::new(Code::FactorNotMultiplier, message)
                }
                None => error.with_help(format!("load a pack that has a factor for `{}`", wanted.activity)),
            };
        }
        let anywhere = Policy { proxy_years: u16::MAX, ..policy.clone() };
        let relaxed = Candidates::new(self, wanted, &anywhere);
        let mut older: Vec<(Rank, &Factor)> =
            emission.iter().filter_map(|factor| Some((relaxed.rank(factor)?, *factor))).collect();
        older.order_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.id.cmp(&b.1.id)));
        if let Some((rank, factor)) = older.first() {
            let help = format!(
                "the nearest is `{}`, {} year(s) older: allow it with proxy_years = {}",
                factor.id, rank.age, rank.age
            );
            return error.with_help(help);
        }
        let listed: Vec<String> = emission
            .iter()
            .take(4)
            .map(|factor| format!("`{}` ({}, {})", factor.id, factor.place, factor.validity()))
            .collect();
        error.with_help(format!(
            "there are {}: name one in the column `factor`, or allow its place with proxy_places",
            listed.join(", ")
        ))
    }
}
