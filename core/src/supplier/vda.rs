//! The arithmetic of a process audit by VDA 6.3 (2023). The questions are the publisher's; users bring the ratings.

use std::collections::{BTreeMap, BTreeSet};

use super::judge::reason;
use super::score::percent_text;
use crate::error::{Code, Error};
use crate::number::{Fraction, Ties};
use crate::wire::v1;

const ELEMENTS: [&str; 6] = ["P2", "P3", "P4", "P5", "P6", "P7"];
const SUB_ELEMENTS: [&str; 6] = ["U1", "U2", "U3", "U4", "U5", "U6"];
const POINTS: [i64; 5] = [0, 4, 6, 8, 10];

/// A rating, checked.
struct Rating<'r> {
    given: &'r v1::VdaRating,
    points: Option<i64>,
}

/// Ratings that belong together.
struct Part {
    kind: &'static str,
    name: String,
    percent: Option<Fraction>,
    points: Fraction,
    evaluated: u64,
    questions: u64,
}

/// Degree of conformity and grade of a process audit.
///
/// # Method
/// M-230: points by possible points, per element, sub-element and process step of P6; several ratings of one question are averaged
/// with two decimals; at least two thirds of the questions of an element must be evaluated; A from 90, B from 80; downgrades on
/// whole per cents.
///
/// # Units
/// Points of 10, per cent.
///
/// # Errors
/// `MISSING_VALUE`, `UNKNOWN_VALUE`, `DUPLICATE_RECORD`, with the path of the rating.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{VdaRating, VdaRequest};
///
/// let rating = |question: &str, points: &str, star| VdaRating {
///     element: "P5".into(), question: question.into(), points: points.into(), star, ..Default::default()
/// };
/// let ratings = vec![rating("5.1", "10", false), rating("5.2", "10", false), rating("5.3", "4", true)];
/// let answer = emitrace::supplier::vda63(&VdaRequest { ratings })?;
/// assert_eq!((&*answer.overall_percent, &*answer.grade), ("80", "B"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn vda63(request: &v1::VdaRequest) -> Result<v1::VdaAnswer, Error> {
    let ratings = read(request)?;
    let mut parts = Vec::new();
    for element in ELEMENTS {
        let theirs: Vec<&Rating<'_>> = ratings.iter().filter(|one| one.given.element == element).collect();
        if !theirs.is_empty() {
            parts.push(part("element", element, &theirs)?);
        }
    }
    for name in SUB_ELEMENTS {
        let theirs: Vec<&Rating<'_>> = ratings.iter().filter(|one| one.given.sub_element == name).collect();
        if !theirs.is_empty() {
            parts.push(part("sub-element", name, &theirs)?);
        }
    }
    let steps: BTreeSet<&str> =
        ratings.iter().map(|one| one.given.step.as_str()).filter(|step| !step.is_empty()).collect();
    for step in steps {
        let theirs: Vec<&Rating<'_>> = ratings.iter().filter(|one| one.given.step == step).collect();
        parts.push(part("step", step, &theirs)?);
    }
    let (mut points, mut possible, mut reasons) = (Fraction::zero(), 0_u64, Vec::new());
    for part in parts.iter().filter(|part| part.kind == "element") {
        points = points.try_add(&part.points)?;
        possible = possible.saturating_add(part.evaluated);
        // At least two thirds of the questions.
        if part.evaluated.saturating_mul(3) < part.questions.saturating_mul(2) {
            reasons.push(reason("too-few-questions", &part.name));
        }
    }
    let overall = percent(&points, possible)?;
    let too_few = !reasons.is_empty() || overall.is_none();
    let by_score = match &overall {
        Some(overall) if *overall >= Fraction::whole(90) => 0_usize,
        Some(overall) if *overall >= Fraction::whole(80) => 1,
        _ => 2,
    };
    let mut grade = by_score;
    let mut lower = |to: usize, code: &str, detail: String| {
        reasons.push(reason(code, detail));
        grade = grade.max(to);
    };
    for part in &parts {
        let Some(percent) = &part.percent else { continue };
        // Tests are on whole per cents: 79.6 passes as 80.
        let whole = Fraction::parse(&percent.rounded(0, Ties::HalfUp)).unwrap_or_else(Fraction::zero);
        if whole < Fraction::whole(80) {
            lower(1, "below-80", part.name.clone());
        }
        if whole < Fraction::whole(70) && part.kind != "sub-element" {
            lower(2, "below-70", part.name.clone());
        }
    }
    for one in &ratings {
        let (to, code) = match (one.points, one.given.star) {
            (Some(0), true) => (2, "star-question-0"),
            (Some(4), true) => (1, "star-question-4"),
            (Some(0), false) => (1, "question-0"),
            _ => continue,
        };
        lower(to, code, one.given.question.clone());
    }
    let name = |grade: usize| {
        let named = ["A", "B", "C"].get(grade).filter(|_| !too_few);
        named.map_or_else(String::new, |name| (*name).to_owned())
    };
    Ok(v1::VdaAnswer {
        overall_percent: percent_text(overall.as_ref()),
        grade: name(grade),
        grade_by_score: name(by_score),
        parts: parts
            .iter()
            .map(|part| v1::VdaPart {
                kind: part.kind.into(),
                name: part.name.clone(),
                percent: percent_text(part.percent.as_ref()),
                evaluated: part.evaluated,
                questions: part.questions,
            })
            .collect(),
        reasons,
    })
}

/// Verdict of a potential analysis (P1).
///
/// # Method
/// M-230: one red or more than twelve yellow questions bar a supplier, more than six yellow ones approve it with conditions.
///
/// # Example
/// ```
/// use emitrace::wire::v1::VdaPotentialRequest;
///
/// assert_eq!(emitrace::supplier::potential(&VdaPotentialRequest { yellow: 7, red: 0 }).verdict, "yellow");
/// ```
pub fn potential(request: &v1::VdaPotentialRequest) -> v1::VdaPotentialAnswer {
    let verdict = match (request.red, request.yellow) {
        (0, ..=6) => "green",
        (0, ..=12) => "yellow",
        _ => "red",
    };
    v1::VdaPotentialAnswer { verdict: verdict.into() }
}

fn read(request: &v1::VdaRequest) -> Result<Vec<Rating<'_>>, Error> {
    let mut seen = BTreeSet::new();
    let mut ratings = Vec::with_capacity(request.ratings.len());
    for (at, given) in request.ratings.iter().enumerate() {
        let placed = |code, field: &str, message: String| {
            Error::new(code, message).at(format!("/ratings/{at}/{field}"))
        };
        if !ELEMENTS.contains(&given.element.as_str()) {
            let message = format!("element `{}` is not known", given.element);
            return Err(placed(Code::UnknownValue, "element", message).with_help("use P2 to P7"));
        }
        if given.question.is_empty() {
            return Err(placed(Code::MissingValue, "question", "the question has no number".into()));
        }
        let of_p6 = [("sub_element", &given.sub_element), ("step", &given.step)];
        if let Some((field, _)) = of_p6.iter().find(|(_, value)| !value.is_empty() && given.element != "P6") {
            return Err(placed(Code::UnknownValue, field, format!("{} has no {field}", given.element)));
        }
        if !given.sub_element.is_empty() && !SUB_ELEMENTS.contains(&given.sub_element.as_str()) {
            let message = format!("sub-element `{}` is not known", given.sub_element);
            return Err(placed(Code::UnknownValue, "sub_element", message).with_help("use U1 to U6"));
        }
        let points = match given.points.as_str() {
            "" => None,
            text => Some(POINTS.into_iter().find(|points| points.to_string() == text).ok_or_else(|| {
                placed(Code::UnknownValue, "points", format!("`{text}` are no points"))
                    .with_help("use 0, 4, 6, 8 or 10, or leave it empty if the question was not evaluated")
            })?),
        };
        if !given.step.is_empty() && !seen.insert((&given.question, &given.step)) {
            let message = format!("question `{}` is rated twice in step `{}`", given.question, given.step);
            return Err(placed(Code::DuplicateRecord, "question", message));
        }
        ratings.push(Rating { given, points });
    }
    if ratings.is_empty() {
        return Err(Error::new(Code::MissingValue, "there are no ratings").at("/ratings"));
    }
    Ok(ratings)
}

fn percent(points: &Fraction, questions: u64) -> Result<Option<Fraction>, Error> {
    let possible = Fraction::whole(i64::try_from(questions).unwrap_or(i64::MAX));
    if possible.is_zero() {
        return Ok(None);
    }
    points.try_mul(&Fraction::whole(10))?.try_div(&possible).map(Some)
}

fn part(kind: &'static str, name: &str, ratings: &[&Rating<'_>]) -> Result<Part, Error> {
    let mut questions: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for one in ratings {
        questions.entry(&one.given.question).or_default().extend(one.points);
    }
    let (mut sum, mut evaluated) = (Fraction::zero(), 0_u64);
    for points in questions.values().filter(|points| !points.is_empty()) {
        let all = points.iter().fold(0_i64, |all, points| all.saturating_add(*points));
        let count = i64::try_from(points.len()).unwrap_or(i64::MAX);
        let mean = Fraction::whole(all).try_div(&Fraction::whole(count))?;
        let mean = Fraction::parse(&mean.rounded(2, Ties::HalfEven)).unwrap_or_else(Fraction::zero);
        sum = sum.try_add(&mean)?;
        evaluated = evaluated.saturating_add(1);
    }
    Ok(Part {
        kind,
        name: name.to_owned(),
        percent: percent(&sum, evaluated)?,
        points: sum,
        evaluated,
        questions: u64::try_from(questions.len()).unwrap_or(u64::MAX),
    })
}
