//! Whose rules hold: those of the transitional regime until the end of 2025, or those of the definitive period (METHODS M-140).

use chrono::{Datelike, NaiveDate};

use super::chain::Chain;
use super::faults::{At, Faults, shown};
use super::law::Law;
use crate::error::{Code, Error};
use crate::number::Ties;
use crate::period::Period;
use crate::wire::v1;

/// The rules of the transitional regime, as findings name them.
const TRANSITIONAL: &str = "Implementing Regulation (EU) 2023/1773, Annex III";
/// First and last year of a reporting period.
const YEARS: core::ops::RangeInclusive<i32> = 2023..=2099;
/// Year in which the definitive period began.
const DEFINITIVE: i32 = 2026;

/// Last day of a reporting period for which estimates were free.
const FREE_UNTIL: NaiveDate = match NaiveDate::from_ymd_opt(2024, 6, 30) {
    Some(day) => day,
    None => NaiveDate::MAX,
};
/// Decimals of a share in a message.
const SHARE_DECIMALS: u32 = 6;

/// Whose rules hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Regime {
    /// Implementing Regulation (EU) 2023/1773: periods that end in 2023, 2024 and 2025.
    Transitional,
    /// Implementing Regulation (EU) 2025/2547: calendar years from 2026 on.
    #[default]
    Definitive,
}

impl Regime {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Regime::Transitional => "transitional",
            Regime::Definitive => "definitive",
        }
    }

    pub(super) fn is_transitional(self) -> bool {
        self == Regime::Transitional
    }
}

/// The reporting period and whose rules hold for it.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) regime: Regime,
    /// The year that default values are taken of.
    pub(super) year: String,
    /// Last day of the reporting period.
    pub(super) end: NaiveDate,
}

/// What period the document is for, and whose rules hold; those of the definitive period if it does not say.
pub(super) fn frame(faults: &mut Faults, request: &v1::CbamEmbeddedRequest, at: &At) -> Frame {
    let given = match &*request.regime {
        "" => None,
        "transitional" => Some(Regime::Transitional),
        "definitive" => Some(Regime::Definitive),
        other => {
            let message = format!("the regime `{}` is not known", shown(other));
            faults
                .error(Code::UnknownValue, &at.key("regime"), message)
                .help("leave it out, so that the period decides; or write transitional or definitive");
            None
        }
    };
    let Some(period) = period(faults, &request.period, &at.key("period")) else {
        return Frame {
            regime: given.unwrap_or_default(),
            year: request.period.clone(),
            end: NaiveDate::default(),
        };
    };
    let last = period.end().year();
    let own = if last < DEFINITIVE { Regime::Transitional } else { Regime::Definitive };
    let regime = given.unwrap_or(own);
    match (own, regime) {
        (Regime::Transitional, Regime::Definitive) => {
            let message = format!(
                "{} lies in the transitional regime: rules from 2026 on compute it",
                shown(&request.period)
            );
            faults
                .info(Code::RegimeOfOtherPeriod, &at.key("regime"), message)
                .rule("Implementing Regulation (EU) 2025/2547 applies to reporting periods from 2026 on; Implementing Regulation (EU) 2023/1773 to goods imported until 31 December 2025")
                .help("a comparison, not what had to be reported; default values are those of 2026");
        }
        (Regime::Definitive, Regime::Transitional) => {
            let message = "the transitional regime ended with 2025";
            faults
                .error(Code::RegimeOfOtherPeriod, &at.key("regime"), message)
                .rule("Regulation (EU) 2023/956, Article 32: the transitional period ran from 1 October 2023 to 31 December 2025")
                .help("leave the regime out");
        }
        _ => {}
    }
    if regime == Regime::Definitive && Period::year(last).ok() != Some(period) {
        let message = format!("`{}` is no calendar year", shown(&request.period));
        faults
            .error(Code::BadDate, &at.key("period"), message)
            .rule("Implementing Regulation (EU) 2025/2547, Article 7(1): the reporting period is a calendar year")
            .help("write the year, e.g. 2026");
    }
    let year = if regime == Regime::Definitive { last.max(DEFINITIVE) } else { last };
    Frame { regime, year: year.to_string(), end: period.end() }
}

/// A calendar year, or two days with a slash between them.
fn period(faults: &mut Faults, text: &str, at: &At) -> Option<Period> {
    let year = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() == 4;
    let days: Vec<&str> = text.split('/').collect();
    let read = match (year, &*days) {
        (true, _) => Period::parse(text).ok(),
        (false, [_, _]) => Period::parse(text).ok(),
        _ => None,
    };
    let read = read.filter(|period| YEARS.contains(&period.end().year()));
    if read.is_none() {
        let message = format!("`{}` is no reporting period", shown(text));
        faults
            .error(Code::BadDate, at, message)
            .rule("Implementing Regulation (EU) 2025/2547, Article 7(1): the reporting period is a calendar year, from 2026 on; Implementing Regulation (EU) 2023/1773 for 2023 to 2025")
            .help("write the year, e.g. 2026; until 2025 also the two days of another period: 2024-04-01/2025-03-31");
    }
    read
}

/// Findings of the transitional regime name its act; the rules from 2026 on are named beside it.
pub(super) fn cited(regime: Regime, mut findings: Vec<v1::CbamFinding>) -> Vec<v1::CbamFinding> {
    if regime.is_transitional() {
        for finding in &mut findings {
            if finding.rule.starts_with("Implementing Regulation (EU) 2025/2547")
                && finding.code != "BAD_DATE"
            {
                finding.rule = format!("{TRANSITIONAL}; from 2026 on: {}", finding.rule);
            }
        }
    }
    findings
}

/// Tells of complex goods whose estimated part is larger than the transitional regime allowed.
///
/// # Errors
/// `RULE_MISSING` if no loaded pack has the limit.
pub(super) fn estimates(
    faults: &mut Faults,
    law: &Law<'_>,
    frame: &Frame,
    chain: &Chain<'_, '_>,
) -> Result<(), Error> {
    if !frame.regime.is_transitional() {
        return Ok(());
    }
    for (process, see) in chain.processes.iter().zip(&chain.see) {
        let total = see.total()?;
        if process.inputs.is_empty() || total.is_zero() || total.is_negative() {
            continue;
        }
        let limit = law.parameter("estimated-share-limit")?;
        let share = see.from_defaults.try_div(&total)?;
        if share <= limit {
            continue;
        }
        let message = format!(
            "estimates and default values make up {} of the embedded emissions of `{}`; {limit} were allowed",
            share.rounded(SHARE_DECIMALS, Ties::HalfEven),
            shown(&process.id)
        );
        let said = match frame.end > FREE_UNTIL {
            true => faults.warning(Code::EstimatesAboveLimit, &process.at, message),
            false => faults.info(Code::EstimatesAboveLimit, &process.at, message),
        };
        said.rule("Implementing Regulation (EU) 2023/1773, Article 5: at most 20 % of the total embedded emissions of complex goods could rest on estimates; Article 4(3): without limit until 31 July 2024, for goods imported until 30 June 2024 (confidence B)")
            .help("ask the supplier of the precursor for measured values; from 2026 on there is no such limit, but a mark-up on default values");
    }
    Ok(())
}
