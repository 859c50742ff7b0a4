//! What a scorecard of EcoVadis says: the medal follows from its percentile, which only the publisher knows, and never from a score.

use chrono::Months;

use super::judge::reason;
use crate::error::{Code, Error};
use crate::number::Amount;
use crate::period::day_at;
use crate::wire::v1;

/// Medals with the percentile they begin at.
const MEDALS: [(&str, i64); 4] = [("platinum", 99), ("gold", 95), ("silver", 85), ("bronze", 65)];
/// The score of every theme that a medal asks for.
const LEAST_OF_A_THEME: i64 = 30;
/// Months that a scorecard is valid.
const MONTHS: u32 = 12;

/// The medal that a scorecard stands for, and whether the scorecard is valid on a day.
///
/// # Method
/// M-235: platinum from the 99th percentile of all companies rated in the twelve months before, gold from the 95th, silver from the
/// 85th, bronze from the 65th, if each of the four themes has 30 points at least. The overall score decides nothing: it is taken so
/// that a request which has nothing else can be told why it is not enough.
///
/// # Units
/// Percentile and points of 100.
///
/// # Errors
/// `MISSING_VALUE` without a percentile or a theme, `NUMBER_OUT_OF_RANGE` beyond 0 to 100, `CHOICE_MISSING` without a day, and those
/// of numbers and days; with the path.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{EcovadisRequest, EcovadisThemes};
///
/// let request = EcovadisRequest {
///     percentile: "96".into(),
///     themes: EcovadisThemes {
///         environment: "70".into(),
///         labor_and_human_rights: "60".into(),
///         ethics: "50".into(),
///         sustainable_procurement: "40".into(),
///     },
///     published: "2026-03-01".into(),
///     as_of: "2026-11-21".into(),
///     ..Default::default()
/// };
/// let answer = emitrace::supplier::ecovadis_medal(&request)?;
/// assert_eq!((&*answer.medal, answer.valid, &*answer.last_day), ("gold", true, "2027-03-01"));
///
/// let alone = EcovadisRequest { score: "72".into(), ..request.clone() };
/// assert!(emitrace::supplier::ecovadis_medal(&EcovadisRequest { percentile: String::new(), ..alone }).is_err());
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn ecovadis_medal(request: &v1::EcovadisRequest) -> Result<v1::EcovadisAnswer, Error> {
    if !request.score.is_empty() {
        of_a_hundred(&request.score, "/score")?;
    }
    if request.percentile.is_empty() {
        let message = "no percentile is given, and no medal follows from a score: only EcoVadis knows how all companies did";
        return Err(Error::new(Code::MissingValue, message)
            .with_help("give the percentile that the scorecard states")
            .at("/percentile"));
    }
    let percentile = of_a_hundred(&request.percentile, "/percentile")?;
    let published = day_at(&request.published, "/published")?;
    let as_of = day_at(&request.as_of, "/as_of")?;
    let mut reasons = Vec::new();
    let themes = &request.themes;
    for (name, text) in [
        ("environment", &themes.environment),
        ("labor_and_human_rights", &themes.labor_and_human_rights),
        ("ethics", &themes.ethics),
        ("sustainable_procurement", &themes.sustainable_procurement),
    ] {
        let path = format!("/themes/{name}");
        if text.is_empty() {
            let message = format!("the theme {name} has no score");
            return Err(Error::new(Code::MissingValue, message)
                .with_help("give the score that the scorecard states")
                .at(path));
        }
        if of_a_hundred(text, &path)? < Amount::from(LEAST_OF_A_THEME) {
            reasons.push(reason("theme-below-30", name));
        }
    }
    let eligible = reasons.is_empty();
    let medal = MEDALS.iter().find(|(_, from)| percentile >= Amount::from(*from));
    if medal.is_none() {
        reasons.push(reason("percentile-below", "65"));
    }
    let last_day = published.checked_add_months(Months::new(MONTHS));
    if published > as_of {
        reasons.push(reason("not-yet-valid", published.to_string()));
    }
    if let Some(last) = last_day.filter(|last| *last < as_of) {
        reasons.push(reason("expired", last.to_string()));
    }
    Ok(v1::EcovadisAnswer {
        medal: medal.filter(|_| eligible).map_or_else(String::new, |(name, _)| (*name).to_owned()),
        valid: published <= as_of && last_day.is_some_and(|last| as_of <= last),
        last_day: last_day.map_or_else(String::new, |day| day.to_string()),
        reasons,
    })
}

fn of_a_hundred(text: &str, path: &str) -> Result<Amount, Error> {
    let amount = Amount::parse(text).map_err(|error| error.at(path.to_owned()))?;
    if amount.is_negative() || amount > Amount::from(100_i64) {
        return Err(Error::new(Code::NumberOutOfRange, format!("`{text}` is not between 0 and 100"))
            .with_help("copy the number that the scorecard states")
            .at(path.to_owned()));
    }
    Ok(amount)
}
