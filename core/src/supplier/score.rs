//! Scores with two bounds, grades, and whether a supplier is ready.

use std::collections::{BTreeMap, BTreeSet};

use super::judge::{Status, Verdict, reason};
use super::set::{Level, Requirement, Set};
use crate::condition::Facts;
use crate::error::Error;
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// A requirement and what became of it.
pub(super) type State<'s> = (&'s Requirement<'s>, Verdict);

/// Weights and points of some requirements.
#[derive(Clone, Debug)]
struct Sums {
    applicable: Fraction,
    evaluated: Fraction,
    points: Fraction,
    count: u64,
    met: u64,
}

impl Sums {
    fn of<'a>(set: &Set<'_>, states: impl Iterator<Item = &'a State<'a>>) -> Result<Sums, Error> {
        let zero = Fraction::zero;
        let mut sums = Sums { applicable: zero(), evaluated: zero(), points: zero(), count: 0, met: 0 };
        for (requirement, verdict) in states {
            if verdict.status == Status::NotApplicable {
                continue;
            }
            let weight = &requirement.weight;
            sums.applicable = sums.applicable.try_add(weight)?;
            sums.count = sums.count.saturating_add(1);
            sums.met = sums.met.saturating_add(u64::from(verdict.status.is_met()));
            if let Some(points) = points(set, verdict.status) {
                sums.evaluated = sums.evaluated.try_add(weight)?;
                sums.points = sums.points.try_add(&weight.try_mul(&points)?)?;
            }
        }
        Ok(sums)
    }

    fn low(&self) -> Result<Option<Fraction>, Error> {
        percent(&self.points, &self.applicable)
    }

    fn high(&self) -> Result<Option<Fraction>, Error> {
        let open = self.applicable.try_sub(&self.evaluated)?;
        percent(&self.points.try_add(&open.try_mul(&Fraction::whole(10))?)?, &self.applicable)
    }
}

/// Points in per cent of those of a weight; nothing of nothing.
fn percent(points: &Fraction, weight: &Fraction) -> Result<Option<Fraction>, Error> {
    if weight.is_zero() {
        return Ok(None);
    }
    points.try_mul(&Fraction::whole(10))?.try_div(weight).map(Some)
}

/// Points of 10; none for what was not evaluated.
pub(super) fn points(set: &Set<'_>, status: Status) -> Option<Fraction> {
    match status {
        Status::Met | Status::MetExpiringSoon => Some(Fraction::whole(10)),
        Status::Partial => Some(set.partial_points.clone()),
        Status::Suspended | Status::Expired | Status::NotMet => Some(Fraction::zero()),
        Status::Unknown | Status::NotApplicable => None,
    }
}

/// A per cent with two decimals at most; empty if there is none.
pub(super) fn percent_text(percent: Option<&Fraction>) -> String {
    percent.map_or_else(String::new, |percent| percent.rounded(2, Ties::HalfEven))
}

/// The weight of what applies.
pub(super) fn applicable(set: &Set<'_>, states: &[State<'_>]) -> Result<Fraction, Error> {
    Sums::of(set, states.iter()).map(|sums| sums.applicable)
}

/// What the low score gains if a requirement is met in full, in points of 100, where so much weight applies.
pub(super) fn gain(
    set: &Set<'_>,
    (requirement, verdict): &State<'_>,
    applicable: &Fraction,
) -> Result<Fraction, Error> {
    let held = points(set, verdict.status).unwrap_or_else(Fraction::zero);
    let lacking = Fraction::whole(10).try_sub(&held)?.try_mul(&requirement.weight)?;
    Ok(percent(&lacking, applicable)?.unwrap_or_else(Fraction::zero))
}

/// A score as it is shown, and the exact numbers behind it.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    pub(super) shown: v1::SupplierScore,
    /// The low score in per cent; none if nothing applies.
    pub(super) low: Option<Fraction>,
    /// The place of the grade, the best first.
    pub(super) place: Option<usize>,
}

/// Counts that downgrades ask for.
struct Counts {
    open: BTreeMap<Level, u64>,
    unknown: u64,
    lowest_theme: Option<Fraction>,
}

impl Facts for Counts {
    fn fact(&self, name: &str) -> Option<String> {
        let open = |level| self.open.get(&level).copied().unwrap_or(0).to_string();
        match name {
            "open_blocking" => Some(open(Level::Blocking)),
            "open_major" => Some(open(Level::Major)),
            "open_minor" => Some(open(Level::Minor)),
            "unknown" => Some(self.unknown.to_string()),
            "lowest_theme" => self.lowest_theme.as_ref().map(ToString::to_string),
            _ => None,
        }
    }
}

/// Scores of all states.
///
/// # Method
/// M-226 (score and coverage), M-227 (grade and readiness).
///
/// # Errors
/// `OVERFLOW`; `BAD_CONDITION` for a downgrade that asks for something else than its counts.
pub(super) fn score(set: &Set<'_>, states: &[State<'_>]) -> Result<Scored, Error> {
    let sums = Sums::of(set, states.iter())?;
    let low = sums.low()?;
    let coverage = match sums.applicable.is_zero() {
        true => None,
        false => Some(sums.evaluated.try_div(&sums.applicable)?),
    };
    let insufficient = coverage.as_ref().is_none_or(|coverage| *coverage < set.min_coverage);
    let (mut themes, mut lowest_theme) = (Vec::new(), None);
    let names: BTreeSet<&str> =
        set.requirements.iter().map(|requirement| requirement.given.theme.as_str()).collect();
    for name in names {
        let theirs = states.iter().filter(|(requirement, _)| requirement.given.theme == name);
        let sums = Sums::of(set, theirs)?;
        let Some(low) = sums.low()? else { continue };
        themes.push(v1::SupplierTheme {
            theme: name.into(),
            low_percent: percent_text(Some(&low)),
            high_percent: percent_text(sums.high()?.as_ref()),
            applicable: sums.count,
            met: sums.met,
        });
        lowest_theme = lowest_theme.into_iter().chain([low]).min();
    }
    let mut counts = Counts { open: BTreeMap::new(), unknown: 0, lowest_theme };
    let mut why = Vec::new();
    for (requirement, verdict) in states {
        if verdict.status == Status::NotApplicable || verdict.status.is_met() {
            continue;
        }
        let open = counts.open.entry(requirement.level).or_default();
        *open = open.saturating_add(1);
        counts.unknown = counts.unknown.saturating_add(u64::from(verdict.status == Status::Unknown));
        if requirement.level == Level::Blocking {
            why.push(reason("blocking", &requirement.given.id));
        }
    }
    let by_score = low.as_ref().filter(|_| !insufficient);
    let by_score = by_score.and_then(|low| set.grades.iter().position(|(_, least)| low >= least));
    let (mut place, mut downgrades) = (by_score, Vec::new());
    for (at, (to, when, text)) in set.downgrades.iter().enumerate() {
        let mut missing = BTreeSet::new();
        let placed = |error: Error| error.at(format!("/requirements/downgrades/{at}/when"));
        let holds = when.holds(&counts, &mut missing).map_err(placed)?;
        if let Some(asked) = missing.first().filter(|asked| **asked != "lowest_theme") {
            let message = format!("downgrades know nothing of `{asked}`");
            let error = Error::new(crate::error::Code::BadCondition, message)
                .with_help("use open_blocking, open_major, open_minor, unknown or lowest_theme");
            return Err(placed(error));
        }
        if holds == Some(true) && place.is_some_and(|place| place < *to) {
            place = Some(*to);
            downgrades.push((*text).to_owned());
        }
    }
    let name = |place: Option<usize>| {
        place.and_then(|at| set.grades.get(at)).map_or_else(String::new, |(grade, _)| (*grade).to_owned())
    };
    if insufficient {
        why.push(reason(
            "insufficient-data",
            coverage.as_ref().map_or_else(String::new, ToString::to_string),
        ));
    } else if let Some(lowest) = set.ready_from
        && place.is_none_or(|place| place > lowest)
    {
        why.push(reason("grade", name(place)));
    }
    let shown = v1::SupplierScore {
        low_percent: percent_text(low.as_ref()),
        evaluated_percent: percent_text(percent(&sums.points, &sums.evaluated)?.as_ref()),
        high_percent: percent_text(sums.high()?.as_ref()),
        coverage: coverage.map_or_else(String::new, |coverage| coverage.to_string()),
        grade: name(place),
        grade_by_score: name(by_score),
        downgrades,
        insufficient_data: insufficient,
        ready: why.is_empty(),
        why_not_ready: why,
        themes,
    };
    Ok(Scored { shown, low, place })
}
