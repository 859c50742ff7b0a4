//! The figures of a report by name, moment and members: what formulas are asked of.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Moment, Spans, Stated, decimals};
use super::formula::{Figures, Formula, Name, Span};
use super::taxonomy::Taxonomy;
use crate::error::Error;
use crate::number::Fraction;
use crate::period::Period;
use crate::wire::v1;

pub(super) type Members = BTreeMap<String, String>;

/// A figure that formulas can use.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Where it stands; empty for what is not part of the report.
    pub(super) path: String,
    pub(super) name: String,
    pub(super) moment: Moment,
    pub(super) members: Members,
    /// The value in the smallest unit of its sort, with the rounding that it states.
    pub(super) span: Span,
    /// To how many decimals it is right; nothing if it is exact.
    pub(super) places: Option<i32>,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) source: Option<v1::FactSource>,
}

impl Entry {
    /// A fact as a figure; nothing for what is no number.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(super) fn of(taxonomy: &Taxonomy<'_>, stated: &Stated<'_>) -> Result<Option<Entry>, Error> {
        let Some(number) = &stated.number else { return Ok(None) };
        let fact = &stated.fact;
        let half = half(&fact.decimals)?;
        let size = size(taxonomy, &fact.unit);
        let span = Span {
            low: number.try_sub(&half)?.try_mul(&size)?,
            high: number.try_add(&half)?.try_mul(&size)?,
        };
        Ok(Some(Entry {
            path: stated.path.clone(),
            name: fact.concept.clone(),
            moment: stated.moment,
            members: fact.dimensions.clone(),
            span,
            places: decimals(&fact.decimals),
            value: fact.value.clone(),
            unit: fact.unit.clone(),
            source: None,
        }))
    }
}

/// Half of the last decimal that a number states; nothing if it is exact.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn half(stated: &str) -> Result<Fraction, Error> {
    match decimals(stated) {
        None => Ok(Fraction::zero()),
        Some(places) => power(places)?.try_div(&Fraction::whole(2)),
    }
}

/// `10^-places`.
fn power(places: i32) -> Result<Fraction, Error> {
    let ten = Fraction::whole(10);
    let (mut value, one) = (Fraction::one(), Fraction::one());
    for _ in 0..places.unsigned_abs() {
        value = value.try_mul(&ten)?;
    }
    if places > 0 { one.try_div(&value) } else { Ok(value) }
}

/// How many of the smallest unit of its sort a unit is.
pub(super) fn size(taxonomy: &Taxonomy<'_>, unit: &str) -> Fraction {
    taxonomy.units.get(unit).and_then(|row| Fraction::parse(&row.value)).unwrap_or_else(Fraction::one)
}

/// The figures.
#[derive(Debug, Default)]
pub(super) struct Book {
    entries: Vec<Entry>,
    at: BTreeMap<(String, Moment, Members), usize>,
}

impl Book {
    /// Adds a figure; of two with one name the first counts, for the second was told to be a contradiction.
    pub(super) fn add(&mut self, entry: Entry) {
        let key = (entry.name.clone(), entry.moment, entry.members.clone());
        self.at.entry(key).or_insert(self.entries.len());
        self.entries.push(entry);
    }

    /// A figure for days, or for the end of them.
    pub(super) fn find(&self, name: &str, days: Period, members: &Members) -> Option<(usize, &Entry)> {
        let at = [Moment::Days(days), Moment::Day(days.end())]
            .into_iter()
            .find_map(|moment| self.at.get(&(name.to_owned(), moment, members.clone())))?;
        self.entries.get(*at).map(|entry| (*at, entry))
    }

    pub(super) fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// The figures of a name in a period.
    pub(super) fn named<'b>(
        &'b self,
        name: &'b str,
        days: Period,
    ) -> impl Iterator<Item = (usize, &'b Entry)> {
        self.entries.iter().enumerate().filter(move |(_, entry)| {
            entry.name == name
                && (entry.moment == Moment::Days(days) || entry.moment == Moment::Day(days.end()))
        })
    }

    /// The periods of a report and all others that figures are for.
    pub(super) fn periods(&self, spans: &Spans) -> BTreeSet<Period> {
        let days = self.entries.iter().filter_map(|entry| match entry.moment {
            Moment::Days(days) => Some(days),
            Moment::Day(_) => None,
        });
        days.chain([spans.now]).chain(spans.before).collect()
    }
}

/// One place in which a formula is asked: days, members, and the members that its target names itself.
#[derive(Debug)]
pub(super) struct Place<'b> {
    pub(super) taxonomy: &'b Taxonomy<'b>,
    pub(super) book: &'b Book,
    pub(super) days: Period,
    /// Members of the place without those that the target names.
    pub(super) members: &'b Members,
    /// The figures that were used.
    pub(super) used: Vec<usize>,
}

impl Figures for Place<'_> {
    fn figure(&mut self, name: &Name) -> Option<Span> {
        let members = self.members_of(name);
        let (at, entry) = self.book.find(&name.name, self.days, &members)?;
        self.used.push(at);
        Some(entry.span.clone())
    }

    fn total(&mut self, name: &Name, class: Option<&str>) -> Result<Option<Span>, Error> {
        let mut sum: Option<Span> = None;
        for (at, entry) in self.book.named(&name.name, self.days) {
            // Without members it is the total itself.
            let counts = !entry.members.is_empty()
                && class.is_none_or(|class| {
                    entry.members.values().any(|member| {
                        self.taxonomy.members.get(member.as_str()).is_some_and(|row| *row.value == *class)
                    })
                });
            if counts {
                self.used.push(at);
                sum = Some(match sum {
                    Some(sum) => sum.add(&entry.span)?,
                    None => entry.span.clone(),
                });
            }
        }
        Ok(sum)
    }
}

impl Place<'_> {
    /// The members of a figure here: those of the place along its own axes, and the one that the formula names.
    fn members_of(&self, name: &Name) -> Members {
        let Some(concept) = self.taxonomy.concepts.get(name.name.as_str()) else {
            return self.members.clone();
        };
        let axes = &concept.row.axes;
        let mut members: Members = self
            .members
            .iter()
            .filter(|(axis, _)| axes.iter().any(|known| **known == ***axis))
            .map(|(axis, member)| (axis.clone(), member.clone()))
            .collect();
        if let Some(member) = &name.member
            && let Some(axis) = self.taxonomy.axis_of(&name.name, member)
        {
            members.insert(axis.to_owned(), member.clone());
        }
        members
    }

    /// The members of a target here.
    pub(super) fn target(&self, target: &Name) -> Members {
        self.members_of(target)
    }
}

/// The members for which a formula can be asked in a period.
pub(super) fn places(
    taxonomy: &Taxonomy<'_>,
    book: &Book,
    days: Period,
    target: &Name,
    formula: &Formula,
) -> BTreeSet<Members> {
    let concept = taxonomy.concepts.get(target.name.as_str());
    let axes: Vec<&str> = concept.iter().flat_map(|concept| &concept.row.axes).map(|axis| &**axis).collect();
    let mut names = vec![target];
    formula.names(&mut names);
    // An axis along which somebody is named is not one along which the formula is asked again.
    let own = |name: &&Name| name.member.as_deref().and_then(|member| taxonomy.axis_of(&name.name, member));
    let named: Vec<&str> = names.iter().filter_map(own).collect();
    let mut found = BTreeSet::new();
    for name in &names {
        for (_, entry) in book.named(&name.name, days) {
            let kept = entry
                .members
                .iter()
                .filter(|(axis, _)| axes.contains(&axis.as_str()) && !named.contains(&axis.as_str()));
            found.insert(kept.map(|(axis, member)| (axis.clone(), member.clone())).collect());
        }
    }
    found
}
