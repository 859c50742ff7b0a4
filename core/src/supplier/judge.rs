//! What evidence says of a requirement on a day.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::evidence::{Evidence, Standing};
use super::set::Requirement;
use crate::error::Error;
use crate::factor::fold;
use crate::number::Fraction;
use crate::order::Order;
use crate::wire::v1::SupplierReason;

/// What became of a requirement; of several pieces of evidence the one with the earliest word decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Met,
    MetExpiringSoon,
    Partial,
    Suspended,
    Expired,
    NotMet,
    Unknown,
    NotApplicable,
}

impl Status {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Status::Met => "met",
            Status::MetExpiringSoon => "met_expiring_soon",
            Status::Partial => "partial",
            Status::Suspended => "suspended",
            Status::Expired => "expired",
            Status::NotMet => "not_met",
            Status::Unknown => "unknown",
            Status::NotApplicable => "not_applicable",
        }
    }

    pub(super) fn is_met(self) -> bool {
        matches!(self, Status::Met | Status::MetExpiringSoon)
    }
}

/// The day, how far to look ahead, and the sites that must be covered.
#[derive(Debug)]
pub(super) struct View<'v> {
    pub(super) on: NaiveDate,
    pub(super) horizon_days: u64,
    /// As written and folded.
    pub(super) sites: &'v [(String, String)],
}

/// A verdict on a requirement.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub(super) status: Status,
    pub(super) last_day: Option<NaiveDate>,
    pub(super) evidence: Vec<String>,
    pub(super) reasons: Vec<SupplierReason>,
}

impl Verdict {
    pub(super) fn bare(status: Status, code: &str, details: impl IntoIterator<Item = String>) -> Verdict {
        let reasons = details.into_iter().map(|detail| reason(code, detail)).collect();
        Verdict { status, last_day: None, evidence: Vec::new(), reasons }
    }
}

pub(super) fn reason(code: &str, detail: impl Into<String>) -> SupplierReason {
    SupplierReason { code: code.into(), detail: detail.into() }
}

/// What all evidence together says of a requirement that applies.
///
/// # Method
/// M-225.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn judge(
    requirement: &Requirement<'_>,
    evidence: &[Evidence],
    view: &View<'_>,
) -> Result<Verdict, Error> {
    let subjects: Vec<String> = requirement.given.subject.split('|').map(fold).collect();
    let mut verdicts: Vec<(Verdict, &Evidence)> = Vec::new();
    // What is about other sites only says nothing of these.
    let here = |one: &&Evidence| {
        let ours = |site: &String| view.sites.iter().any(|(_, folded)| folded == site);
        one.sites.is_empty() || view.sites.is_empty() || one.sites.iter().any(ours)
    };
    for one in evidence.iter().filter(|one| one.kind == requirement.given.kind).filter(here) {
        if subjects.iter().any(|subject| is_about(&one.subject, subject)) {
            verdicts.push((alone(requirement, one, view)?, one));
        }
    }
    // The best first; of equally good ones that which holds longest, one without an end longest of all.
    verdicts.order_by(|(a, _), (b, _)| {
        let lasts = |verdict: &Verdict| verdict.last_day.unwrap_or(NaiveDate::MAX);
        (a.status, lasts(b), &a.evidence).cmp(&(b.status, lasts(a), &b.evidence))
    });
    let Some((best, _)) = verdicts.first() else {
        return Ok(Verdict::bare(Status::Unknown, "no-evidence", [String::new()]));
    };
    if !best.status.is_met() || view.sites.is_empty() {
        return Ok(best.clone());
    }
    let met: Vec<&(Verdict, &Evidence)> =
        verdicts.iter().filter(|(verdict, _)| verdict.status.is_met()).collect();
    Ok(covering(&met, view))
}

/// Whether evidence about `has` is evidence about `asked`: the same, or its edition (`iso 9001:2015` for `iso 9001`).
fn is_about(has: &str, asked: &str) -> bool {
    let rest = has.strip_prefix(asked);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// As many pieces as the sites need, those that hold longest first; in part if some site is left.
fn covering(met: &[&(Verdict, &Evidence)], view: &View<'_>) -> Verdict {
    let mut open: BTreeSet<&str> = view.sites.iter().map(|(_, folded)| folded.as_str()).collect();
    let mut verdict =
        Verdict { status: Status::Met, last_day: None, evidence: Vec::new(), reasons: Vec::new() };
    for (part, evidence) in met {
        let before = open.len();
        if evidence.sites.is_empty() {
            open.clear();
        }
        open.retain(|site| !evidence.sites.iter().any(|covered| covered == site));
        if open.len() < before {
            verdict.status = verdict.status.max(part.status);
            verdict.last_day = verdict.last_day.into_iter().chain(part.last_day).min();
            verdict.evidence.extend(part.evidence.iter().cloned());
            verdict.reasons.extend(part.reasons.iter().cloned());
        }
        if open.is_empty() {
            return verdict;
        }
    }
    let left = view.sites.iter().filter(|(_, folded)| open.contains(folded.as_str()));
    verdict.reasons.extend(left.map(|(site, _)| reason("site-not-covered", site)));
    verdict.status = Status::Partial;
    verdict
}

/// What one piece of evidence says.
fn alone(requirement: &Requirement<'_>, evidence: &Evidence, view: &View<'_>) -> Result<Verdict, Error> {
    let mut verdict = Verdict {
        status: Status::Met,
        last_day: None,
        evidence: vec![evidence.id.clone()],
        reasons: Vec::new(),
    };
    let worse = |verdict: &mut Verdict, status: Status, code: &str, detail: String| {
        verdict.status = verdict.status.max(status);
        verdict.reasons.push(reason(code, detail));
    };
    match evidence.standing {
        Standing::Valid => {}
        Standing::Suspended => worse(&mut verdict, Status::Suspended, "suspended", String::new()),
        Standing::Withdrawn => worse(&mut verdict, Status::NotMet, "withdrawn", String::new()),
        Standing::Incomplete => worse(&mut verdict, Status::Partial, "incomplete", String::new()),
    }
    let asked: Vec<&str> =
        requirement.given.scope.split('|').filter(|words| !words.trim().is_empty()).collect();
    if !asked.is_empty() {
        if evidence.scope.is_empty() {
            worse(&mut verdict, Status::Partial, "no-scope", String::new());
        } else if !asked.iter().any(|words| evidence.scope.contains(&fold(words))) {
            worse(&mut verdict, Status::NotMet, "other-scope", asked.join(" | "));
        }
    }
    if let Some(from) = evidence.valid_from.filter(|from| *from > view.on) {
        worse(&mut verdict, Status::NotMet, "not-yet-valid", from.to_string());
    }
    let dated = evidence.period_end.or(evidence.issued);
    let aged = match (requirement.max_age_months, dated) {
        (Some(months), Some(day)) => day.checked_add_months(Months::new(months)),
        (Some(_), None) => {
            worse(&mut verdict, Status::Partial, "no-date", String::new());
            None
        }
        (None, _) => None,
    };
    if evidence.kind == "certificate" && evidence.expires.is_none() && aged.is_none() {
        worse(&mut verdict, Status::Partial, "no-expiry", String::new());
    }
    for (last, code) in [(evidence.expires, "expired"), (aged, "too-old")] {
        if let Some(last) = last.filter(|last| *last < view.on) {
            worse(&mut verdict, Status::Expired, code, last.to_string());
        }
    }
    if let Some(due) = evidence.surveillance_due.filter(|due| *due < view.on) {
        worse(&mut verdict, Status::Partial, "surveillance-overdue", due.to_string());
    }
    if requirement.given.accredited && !evidence.accredited {
        worse(&mut verdict, Status::Partial, "not-accredited", String::new());
    }
    if let Some((status, code, bound)) = measured(requirement, evidence)? {
        worse(&mut verdict, status, code, bound);
    }
    verdict.last_day = [evidence.expires, evidence.surveillance_due, aged].into_iter().flatten().min();
    if verdict.status == Status::Met
        && let Some(left) = verdict.last_day.map(|last| last.signed_duration_since(view.on).num_days())
        && u64::try_from(left).is_ok_and(|left| left <= view.horizon_days)
    {
        verdict.status = Status::MetExpiringSoon;
    }
    Ok(verdict)
}

/// A value that is too small or too large, and the bound that says so.
fn measured(
    requirement: &Requirement<'_>,
    evidence: &Evidence,
) -> Result<Option<(Status, &'static str, String)>, Error> {
    if requirement.min.is_none() && requirement.max.is_none() {
        return Ok(None);
    }
    let Some(value) = &evidence.value else {
        return Ok(Some((Status::Partial, "no-value", String::new())));
    };
    let value = match (&evidence.unit, &requirement.unit) {
        (None, None) => Some(value.clone()),
        (Some(theirs), Some(ours)) => match theirs.ratio_to(ours) {
            Ok(ratio) => Some(value.try_mul(&Fraction::from(ratio))?),
            Err(_) => None,
        },
        _ => None,
    };
    let Some(value) = value else {
        return Ok(Some((Status::Partial, "unit-not-comparable", requirement.given.unit.clone())));
    };
    if let Some(max) = requirement.max.as_ref().filter(|max| value > **max) {
        return Ok(Some((Status::NotMet, "above-maximum", max.to_string())));
    }
    Ok(requirement.min.as_ref().filter(|min| value < **min).map(|min| {
        let in_part = requirement.partial.as_ref().is_some_and(|partial| value >= *partial);
        (if in_part { Status::Partial } else { Status::NotMet }, "below-minimum", min.to_string())
    }))
}
