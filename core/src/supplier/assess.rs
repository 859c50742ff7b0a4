//! An assessment: every requirement judged on a day, scores, what to do next, and the same some days later.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::answers;
use super::asked::{Asked, Profile, Supplier};
use super::evidence::{Evidence, evidence, evidence_of};
use super::judge::{Status, Verdict};
use super::score::{State, applicable, gain, points, score};
use super::set::{Level, Set, chosen};
use crate::error::{Code, Error, Finding, Position};
use crate::factor::{Catalog, fold};
use crate::grid::Told;
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::number::{Fraction, Ties};
use crate::order::Order;
use crate::told::found;
use crate::wire::v1::{self, canonical_digest};

/// Says which requirements a supplier meets on a day, how far it is, and what to do next.
///
/// # Method
/// M-225 (a requirement), M-226 (score and coverage), M-227 (grade and readiness), M-228 (actions and lapses).
///
/// # Units
/// Points of 10, scores in per cent, days. Grades are decided on exact fractions; per cents are shown with two decimals, half-even.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `MISSING_VALUE`, `BAD_CONDITION`, `BAD_DATE` and those of numbers, units and tables, with their
/// place. Faults of rows of the table are findings, and the rows are left out.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::SupplierRequest;
///
/// let request: SupplierRequest = serde_json::from_str(r#"{
///     "as_of": "2026-11-21",
///     "requirements": {"id": "quality", "requirements": [
///         {"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]},
///     "evidence": [{"id": "VN-1", "kind": "certificate", "subject": "ISO 9001:2015", "expires": "2027-01-09"}]}"#)?;
/// let answer = emitrace::supplier::assess(&Catalog::bundled()?, &request)?;
/// assert_eq!(answer.result.requirements[0].status, "met_expiring_soon");
/// assert_eq!((answer.result.score.ready, answer.result.ahead.ready), (true, false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(catalog: &Catalog, request: &v1::SupplierRequest) -> Result<v1::SupplierAnswer, Error> {
    assessed(catalog, request).map_err(|error| in_set(error, request.requirements.is_none()))
}

/// The place of a fault of the set: the request of one who names a pack has no member `requirements`.
pub(super) fn in_set(error: Error, named: bool) -> Error {
    match error.path().strip_prefix("/requirements") {
        Some(rest) if named => {
            let path = format!("/set{rest}");
            error.at(path)
        }
        _ => error,
    }
}

fn assessed(catalog: &Catalog, request: &v1::SupplierRequest) -> Result<v1::SupplierAnswer, Error> {
    let given = chosen(catalog, request.requirements.as_ref(), &request.set)?;
    let asked = Asked::read(given, &request.as_of, &request.horizon_days)?;
    let profile = Profile::read(&request.profile)?;
    let sites = request.sites.iter().map(|site| (site.clone(), fold(site))).collect();
    let (limits, mut excluded, mut columns) = (Limits::default(), 0_u64, Vec::new());
    let (mut held, mut told) = (Held::default(), Told::new(&limits));
    for (at, one) in request.evidence.iter().enumerate() {
        held.take(one.clone()).map_err(below(format!("/evidence/{at}")))?;
    }
    for (at, answer) in request.answers.iter().enumerate() {
        for one in answers::evidence_of(answer).map_err(below(format!("/answers/{at}")))? {
            held.take(one).map_err(below(format!("/answers/{at}")))?;
        }
    }
    if let Some(table) = &request.table {
        let (rows, left, header) =
            evidence_of(table, &limits, &mut told).map_err(below("/table".to_owned()))?;
        (excluded, columns) = (left, header);
        let owners: BTreeSet<&str> = rows.iter().map(|(_, (owner, _))| owner.as_str()).collect();
        if owners.len() > 1 {
            let message = format!("the table has evidence of {} suppliers", owners.len());
            return Err(Error::new(Code::BadRequest, message)
                .with_help("assess them together with `supplier.base`, or leave the rows of one")
                .at("/table"));
        }
        for (row, (_, given)) in rows {
            if let Err(error) = held.take(given) {
                let field = error.path().trim_start_matches('/').to_owned();
                told.tell(Finding::from_error(&error, Position::new(row, row, field), ""));
                excluded = excluded.saturating_add(1);
            }
        }
    }
    let Held { given: shown_by, read } = held;
    let supplier = Supplier { profile, sites, held: read };
    let (now, later) = (asked.states(&supplier, asked.on)?, asked.states(&supplier, asked.then)?);
    let ahead = score(&asked.set, &later)?.shown;
    let result = v1::SupplierResult {
        supplier: request.supplier.clone(),
        as_of: asked.on.to_string(),
        set: given.id.clone(),
        version: given.version.clone(),
        issuer: given.issuer.clone(),
        profile: request.profile.clone(),
        sites: request.sites.clone(),
        evidence: u64::try_from(supplier.held.len()).unwrap_or(u64::MAX),
        excluded,
        findings: found(told.counts()),
        score: score(&asked.set, &now)?.shown,
        requirements: now.iter().map(|state| shown(&asked.set, state, asked.on)).collect(),
        documents: decided(&now, shown_by),
        actions: actions(&asked.set, &now, asked.on)?,
        ahead: v1::SupplierAhead {
            on: asked.then.to_string(),
            low_percent: ahead.low_percent,
            grade: ahead.grade,
            ready: ahead.ready,
            lapses: lapses(&now, &later),
        },
        packs: packs_used(catalog, |pack| request.requirements.is_none() && *pack.id == *request.set),
    };
    Ok(v1::SupplierAnswer {
        schema: v1::SUPPLIER_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
        columns,
        findings: told.list(),
    })
}

/// Evidence as it was given, and read.
#[derive(Default)]
struct Held {
    given: Vec<v1::SupplierEvidence>,
    read: Vec<Evidence>,
}

impl Held {
    fn take(&mut self, given: v1::SupplierEvidence) -> Result<(), Error> {
        self.read.push(evidence(&given)?);
        self.given.push(given);
        Ok(())
    }
}

/// Puts the place of what was read before that in it.
fn below(place: String) -> impl Fn(Error) -> Error {
    move |error| {
        let path = format!("{place}{}", error.path());
        error.at(path)
    }
}

/// The evidence that verdicts name, in the order of its names.
fn decided(states: &[State<'_>], given: Vec<v1::SupplierEvidence>) -> Vec<v1::SupplierEvidence> {
    let named: BTreeSet<&str> =
        states.iter().flat_map(|(_, verdict)| &verdict.evidence).map(String::as_str).collect();
    let mut decided: Vec<v1::SupplierEvidence> =
        given.into_iter().filter(|one| named.contains(one.id.as_str())).collect();
    decided.order_by(|a, b| (&a.id, &a.kind, &a.subject).cmp(&(&b.id, &b.kind, &b.subject)));
    decided
}

fn days_left(verdict: &Verdict, on: NaiveDate) -> Option<i64> {
    verdict.last_day.map(|last| last.signed_duration_since(on).num_days())
}

fn shown(set: &Set<'_>, (requirement, verdict): &State<'_>, on: NaiveDate) -> v1::RequirementState {
    let given = requirement.given;
    let text = |value: Option<String>| value.unwrap_or_default();
    v1::RequirementState {
        id: given.id.clone(),
        clause: given.clause.clone(),
        document: given.document.clone(),
        theme: given.theme.clone(),
        title_en: given.title_en.clone(),
        title_vi: given.title_vi.clone(),
        level: requirement.level.as_str().into(),
        kind: given.kind.clone(),
        weight: requirement.weight.to_string(),
        status: verdict.status.as_str().into(),
        points: text(points(set, verdict.status).map(|points| points.to_string())),
        last_day: text(verdict.last_day.map(|day| day.to_string())),
        days_left: text(days_left(verdict, on).map(|days| days.to_string())),
        evidence: verdict.evidence.clone(),
        reasons: verdict.reasons.clone(),
    }
}

/// What there is to do: open blocking requirements first, then what lapses first, then what gains most.
fn actions(set: &Set<'_>, states: &[State<'_>], on: NaiveDate) -> Result<Vec<v1::SupplierAction>, Error> {
    let mut found: Vec<(bool, i64, Fraction, v1::SupplierAction)> = Vec::new();
    let applicable = applicable(set, states)?;
    for state in states {
        let (requirement, verdict) = state;
        let action = match verdict.status {
            Status::Met | Status::NotApplicable => continue,
            Status::MetExpiringSoon | Status::Expired => "renew",
            Status::Partial => "complete",
            Status::Suspended => "resolve",
            Status::NotMet => "improve",
            Status::Unknown if verdict.reasons.iter().any(|reason| reason.code == "profile-missing") => {
                "tell"
            }
            Status::Unknown => "provide",
        };
        let open = !verdict.status.is_met();
        let blocking = open && requirement.level == Level::Blocking;
        let days = days_left(verdict, on);
        let gain = if open { gain(set, state, &applicable)? } else { Fraction::zero() };
        let before = verdict.last_day.filter(|_| !open).map(|day| day.to_string()).unwrap_or_default();
        let told = v1::SupplierAction {
            requirement: requirement.given.id.clone(),
            action: action.into(),
            before,
            blocking,
            days_left: days.map(|days| days.to_string()).unwrap_or_default(),
            gain_percent: gain.rounded(2, Ties::HalfEven),
        };
        found.push((!blocking, days.unwrap_or(i64::MAX), gain.negated(), told));
    }
    found.order_by(|a, b| (a.0, a.1, &a.2, &a.3.requirement).cmp(&(b.0, b.1, &b.2, &b.3.requirement)));
    Ok(found.into_iter().map(|(_, _, _, action)| action).collect())
}

/// What is met now and not later, the first to lapse first.
pub(super) fn lapses(now: &[State<'_>], later: &[State<'_>]) -> Vec<v1::RequirementLapse> {
    let pairs =
        now.iter().zip(later).filter(|((_, now), (_, later))| now.status.is_met() && !later.status.is_met());
    let mut lapses: Vec<v1::RequirementLapse> = pairs
        .map(|((requirement, now), (_, later))| v1::RequirementLapse {
            requirement: requirement.given.id.clone(),
            level: requirement.level.as_str().into(),
            last_day: now.last_day.map(|day| day.to_string()).unwrap_or_default(),
            status: later.status.as_str().into(),
        })
        .collect();
    lapses.order_by(|a, b| (&a.last_day, &a.requirement).cmp(&(&b.last_day, &b.requirement)));
    lapses
}
