//! A set of requirements, checked: words become kinds, texts become numbers and conditions.

use std::collections::BTreeSet;

use crate::condition::Condition;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::number::{Amount, Fraction};
use crate::unit::Unit;
use crate::wire::v1;

/// How much depends on a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Blocking,
    Major,
    Minor,
}

impl Level {
    const ALL: [Level; 3] = [Level::Blocking, Level::Major, Level::Minor];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Level::Blocking => "blocking",
            Level::Major => "major",
            Level::Minor => "minor",
        }
    }
}

/// Sorts of evidence.
pub(super) const KINDS: [&str; 6] =
    ["certificate", "document", "metric", "declaration", "audit-score", "training"];

/// A requirement, checked.
#[derive(Debug)]
pub(super) struct Requirement<'s> {
    pub(super) given: &'s v1::Requirement,
    pub(super) applies_if: Condition,
    pub(super) level: Level,
    pub(super) weight: Fraction,
    pub(super) min: Option<Fraction>,
    pub(super) partial: Option<Fraction>,
    pub(super) max: Option<Fraction>,
    pub(super) unit: Option<Unit>,
    pub(super) max_age_months: Option<u32>,
}

/// A set, checked.
#[derive(Debug)]
pub(super) struct Set<'s> {
    pub(super) requirements: Vec<Requirement<'s>>,
    /// The best first, each with its least score.
    pub(super) grades: Vec<(&'s str, Fraction)>,
    /// The place of the best grade that is left, and when.
    pub(super) downgrades: Vec<(usize, Condition, &'s str)>,
    pub(super) min_coverage: Fraction,
    pub(super) horizon_days: u64,
    pub(super) partial_points: Fraction,
    /// The place of the lowest grade of a supplier that is ready.
    pub(super) ready_from: Option<usize>,
}

/// The set of a request: its own, or that of a pack by its name, the one loaded last first.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`.
pub(super) fn chosen<'c>(
    catalog: &'c Catalog,
    own: Option<&'c v1::RequirementSet>,
    name: &str,
) -> Result<&'c v1::RequirementSet, Error> {
    if let Some(own) = own {
        return Ok(own);
    }
    if let Some((_, set)) = catalog.requirement_sets().find(|(pack, _)| *pack.id == *name) {
        return Ok(set);
    }
    let names: BTreeSet<&str> = catalog.requirement_sets().map(|(pack, _)| &*pack.id).collect();
    let (code, message) = match name {
        "" => (Code::ChoiceMissing, "no set of requirements is chosen".to_owned()),
        other => (Code::UnknownValue, format!("no loaded pack is the set `{other}`")),
    };
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    Err(Error::new(code, message)
        .with_help(format!("use one of {names}, load a pack of kind `requirements`, or give `requirements`"))
        .at("/set"))
}

impl<'s> Set<'s> {
    /// Checks a set.
    ///
    /// # Errors
    /// `MISSING_VALUE`, `UNKNOWN_VALUE`, `BAD_CONDITION`, `DUPLICATE_RECORD`, `LIMIT_EXCEEDED` and those of numbers and units, with the
    /// path of the field below `/requirements`.
    pub(super) fn read(given: &'s v1::RequirementSet) -> Result<Set<'s>, Error> {
        let at = |field: &str| {
            let path = format!("/requirements/{field}");
            move |error: Error| error.at(path)
        };
        let number = |text: &str, usual: &str, field: &str| {
            let text = if text.is_empty() { usual } else { text };
            fraction(text).map_err(at(field))
        };
        if given.requirements.is_empty() {
            return Err(
                Error::new(Code::MissingValue, "the set asks nothing").at("/requirements/requirements")
            );
        }
        let limits = Limits::default();
        if given.requirements.len() > limits.pack_rows {
            return Err(Error::new(
                Code::LimitExceeded,
                format!("more than {} requirements", limits.pack_rows),
            ));
        }
        let (mut requirements, mut seen) = (Vec::new(), BTreeSet::new());
        for (number, asked) in given.requirements.iter().enumerate() {
            let path = format!("/requirements/requirements/{number}");
            if !seen.insert(&asked.id) {
                let message = format!("two requirements are called `{}`", asked.id);
                return Err(Error::new(Code::DuplicateRecord, message).at(format!("{path}/id")));
            }
            requirements.push(requirement(asked).map_err(|error| {
                let path = format!("{path}{}", error.path());
                error.at(path)
            })?);
        }
        let mut grades: Vec<(&str, Fraction)> = Vec::new();
        for (number, grade) in given.grades.iter().enumerate() {
            let least = fraction(&grade.min_percent).map_err(at(&format!("grades/{number}/min_percent")))?;
            if grade.grade.is_empty() || grades.last().is_some_and(|(_, before)| *before <= least) {
                let message = "grades have a name each and stand in their order, the best first";
                return Err(
                    Error::new(Code::UnknownValue, message).at(format!("/requirements/grades/{number}"))
                );
            }
            grades.push((&grade.grade, least));
        }
        let place = |name: &str, field: &str| {
            grades.iter().position(|(grade, _)| *grade == name).ok_or_else(|| {
                Error::new(Code::UnknownValue, format!("the set has no grade `{name}`"))
                    .at(format!("/requirements/{field}"))
            })
        };
        let mut downgrades = Vec::new();
        for (number, downgrade) in given.downgrades.iter().enumerate() {
            let to = place(&downgrade.to, &format!("downgrades/{number}/to"))?;
            let when = Condition::parse(&downgrade.when).map_err(at(&format!("downgrades/{number}/when")))?;
            downgrades.push((to, when, downgrade.when.as_str()));
        }
        let ready_from = match given.ready_from.as_str() {
            "" => None,
            name => Some(place(name, "ready_from")?),
        };
        let days = if given.horizon_days.is_empty() { "90" } else { &given.horizon_days };
        Ok(Set {
            requirements,
            downgrades,
            min_coverage: number(&given.min_coverage, "2/3", "min_coverage")?,
            horizon_days: whole(days).map_err(at("horizon_days"))?,
            partial_points: number(&given.partial_points, "5", "partial_points")?,
            ready_from,
            grades,
        })
    }
}

fn requirement(given: &v1::Requirement) -> Result<Requirement<'_>, Error> {
    for (field, value) in [("id", &given.id), ("subject", &given.subject)] {
        if value.trim().is_empty() {
            return Err(Error::new(Code::MissingValue, format!("`{field}` is empty")).at(format!("/{field}")));
        }
    }
    let unknown = |field: &str, value: &str, words: &[&str]| {
        Error::new(Code::UnknownValue, format!("{field} `{value}` is not known"))
            .with_help(format!("use one of {}", words.join(", ")))
            .at(format!("/{field}"))
    };
    if !KINDS.contains(&given.kind.as_str()) {
        return Err(unknown("kind", &given.kind, &KINDS));
    }
    let level = Level::ALL.into_iter().find(|level| level.as_str() == given.level);
    let level = level.ok_or_else(|| unknown("level", &given.level, &Level::ALL.map(Level::as_str)))?;
    let bound = |text: &str, field: &str| {
        let read =
            if text.is_empty() { Ok(None) } else { Amount::parse(text).map(|amount| Some(amount.into())) };
        read.map_err(|error: Error| error.at(format!("/{field}")))
    };
    let (min, partial, max) =
        (bound(&given.min, "min")?, bound(&given.partial, "partial")?, bound(&given.max, "max")?);
    let below = |a: &Option<Fraction>, b: &Option<Fraction>| matches!((a, b), (Some(a), Some(b)) if a < b);
    if partial.is_some() && min.is_none() || below(&min, &partial) || below(&max, &min) {
        let message = "the least value for a part is at most the least value, and that at most the largest";
        return Err(Error::new(Code::UnknownValue, message)
            .with_help("give `min` beside `partial`, and the three in their order")
            .at(if below(&max, &min) { "/max" } else { "/partial" }));
    }
    let weight = if given.weight.is_empty() { Ok(Fraction::one()) } else { fraction(&given.weight) };
    let weight = weight.map_err(|error| error.at("/weight"))?;
    if weight.is_zero() {
        return Err(Error::new(Code::UnknownValue, "a requirement that weighs nothing decides nothing")
            .with_help("give a weight above zero")
            .at("/weight"));
    }
    let months = match given.max_age_months.as_str() {
        "" => None,
        text => Some(whole(text).map_err(|error| error.at("/max_age_months"))?),
    };
    Ok(Requirement {
        given,
        applies_if: Condition::parse(&given.applies_if).map_err(|error| error.at("/applies_if"))?,
        level,
        weight,
        min,
        partial,
        max,
        unit: match given.unit.as_str() {
            "" => None,
            text => Some(Unit::parse(text).map_err(|error| error.at("/unit"))?),
        },
        max_age_months: months.and_then(|months| u32::try_from(months).ok()),
    })
}

/// A number that is not negative: a decimal, or `2/3`.
fn fraction(text: &str) -> Result<Fraction, Error> {
    Fraction::parse(text.trim()).filter(|number| !number.is_negative()).ok_or_else(|| {
        Error::new(Code::BadNumber, format!("`{text}` is no number of zero or more"))
            .with_help("write a decimal with a point, or a fraction such as 2/3")
    })
}

/// A whole number of days or months, at most a century of days.
pub(super) fn whole(text: &str) -> Result<u64, Error> {
    const MOST: u64 = 36_525;
    let digits = text.trim();
    let number = digits.bytes().try_fold(0_u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte.saturating_sub(b'0')))?;
        number.checked_mul(10)?.checked_add(digit).filter(|number| *number <= MOST)
    });
    number
        .filter(|_| !digits.is_empty())
        .ok_or_else(|| Error::new(Code::BadNumber, format!("`{text}` is no whole number from 0 to {MOST}")))
}
