//! The arithmetic of an audit by the Responsible Business Alliance (VAP). The questions are the publisher's; users bring the counts.

use chrono::Months;

use super::judge::reason;
use crate::error::{Code, Error};
use crate::number::{Fraction, Ties};
use crate::period::day_at;
use crate::wire::v1;

const PLACES: u32 = 4;
/// Points of a finding: priority, major, minor.
const DEDUCTIONS: [i64; 3] = [20, 4, 1];
/// The score each recognition asks for, and how many of the kinds of findings must be closed for it, the gravest first.
const RECOGNITIONS: [(&str, i64, usize); 3] = [("platinum", 200, 3), ("gold", 180, 2), ("silver", 160, 1)];

/// Score, colour and recognition of an audit from how many questions were found to be what.
///
/// # Method
/// M-234: 200 × conformance ÷ applicable − 20 × priority − 4 × major − 1 × minor, over the questions that apply, rounded half-even to
/// four decimals at the end. There is no floor: many findings make the score negative. The formula circulates without a primary
/// text, with an ambiguous sign and an example that prints its first term alone; `confidence` says so.
///
/// # Units
/// Points of 200.
///
/// # Errors
/// `MISSING_VALUE` if no question applies, `NUMBER_OUT_OF_RANGE` if more findings are closed than there are or a count is beyond all
/// bounds, `BAD_DATE`; with the path.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{RbaFindings, RbaVapRequest};
///
/// let request = RbaVapRequest {
///     conformance: 72,
///     risk: 2,
///     findings: RbaFindings { priority: 1, major: 4, minor: 3 },
///     not_applicable: 3,
///     ..Default::default()
/// };
/// let answer = emitrace::supplier::rba_vap(&request)?;
/// assert_eq!((&*answer.conformance_points, &*answer.deduction, &*answer.score), ("175.6098", "39", "136.6098"));
/// assert_eq!((&*answer.colour, &*answer.recognition), ("red", ""));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn rba_vap(request: &v1::RbaVapRequest) -> Result<v1::RbaVapAnswer, Error> {
    let findings = kinds(&request.findings);
    let closed = kinds(&request.closed);
    for ((name, found), (_, closed)) in findings.into_iter().zip(closed) {
        if closed > found {
            let message = format!("{closed} findings of kind {name} are closed, and there are {found}");
            return Err(Error::new(Code::NumberOutOfRange, message)
                .with_help("count the closed findings of this audit only")
                .at(format!("/closed/{name}")));
        }
    }
    let conforming = [request.conformance, if request.risk_conforms { request.risk } else { 0 }];
    let applicable =
        sum([request.conformance, request.risk].into_iter().chain(findings.map(|(_, found)| found)))?;
    let questions = sum([applicable, request.not_applicable])?;
    if applicable == 0 {
        let message = "there is no question that applies";
        return Err(Error::new(Code::MissingValue, message)
            .with_help("count the answers")
            .at("/conformance"));
    }
    let points = count(sum(conforming)?)?.try_mul(&Fraction::whole(200))?.try_div(&count(applicable)?)?;
    let mut deduction = Fraction::zero();
    for ((_, found), each) in findings.into_iter().zip(DEDUCTIONS) {
        deduction = deduction.try_add(&count(found)?.try_mul(&Fraction::whole(each))?)?;
    }
    let score = points.try_sub(&deduction)?;
    let (recognition, reasons) = recognised(&score, findings, closed);
    let last_day = match request.audited.as_str() {
        "" => None,
        text => day_at(text, "/audited")?.checked_add_months(Months::new(24)),
    };
    Ok(v1::RbaVapAnswer {
        questions,
        applicable,
        conformance_points: points.rounded(PLACES, Ties::HalfEven),
        deduction: deduction.rounded(0, Ties::HalfEven),
        colour: colour(&score).into(),
        score: score.rounded(PLACES, Ties::HalfEven),
        recognition: recognition.into(),
        reasons,
        last_day: last_day.map_or_else(String::new, |day| day.to_string()),
        confidence: "C".into(),
    })
}

/// The kinds of findings with their counts, the gravest first.
fn kinds(findings: &v1::RbaFindings) -> [(&'static str, u64); 3] {
    [("priority", findings.priority), ("major", findings.major), ("minor", findings.minor)]
}

/// All questions together: no audit has more than can be counted.
fn sum(counts: impl IntoIterator<Item = u64>) -> Result<u64, Error> {
    counts.into_iter().try_fold(0, u64::checked_add).ok_or_else(|| {
        Error::new(Code::NumberOutOfRange, "there are more questions than can be counted").at("/conformance")
    })
}

fn count(of: u64) -> Result<Fraction, Error> {
    Fraction::new(of.into(), 1.into())
}

fn colour(score: &Fraction) -> &'static str {
    if *score > Fraction::whole(180) {
        "green"
    } else if *score > Fraction::whole(160) {
        "yellow"
    } else {
        "red"
    }
}

/// The highest recognition, and what the next one lacks.
fn recognised(
    score: &Fraction,
    findings: [(&'static str, u64); 3],
    closed: [(&'static str, u64); 3],
) -> (&'static str, Vec<v1::SupplierReason>) {
    let mut lacking = Vec::new();
    for (name, least, must_be_closed) in RECOGNITIONS {
        let mut lacks = Vec::new();
        if *score < Fraction::whole(least) {
            lacks.push(reason("score-below", least.to_string()));
        }
        for ((kind, found), (_, closed)) in findings.into_iter().zip(closed).take(must_be_closed) {
            if closed < found {
                lacks.push(reason("open-findings", kind));
            }
        }
        if lacks.is_empty() {
            return (name, lacking);
        }
        lacking = lacks;
    }
    ("", lacking)
}
