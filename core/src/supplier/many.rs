//! Many suppliers, one set of requirements: who meets what, for a buyer by name, for a region in numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::Asked;
use super::assess::{in_set, lapses};
use super::entries::{Entry, entries};
use super::group::{Groups, Judged, shown_groups};
use super::judge::{Status, reason};
use super::score::score;
use super::set::{chosen, whole};
use crate::condition::Condition;
use crate::error::{Code, Error, Finding};
use crate::factor::Catalog;
use crate::grid::Told;
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::order::Order;
use crate::told::found;
use crate::wire::v1::{self, canonical_digest};

/// Says who of many suppliers meets what, and ranks them.
///
/// # Method
/// M-231 (ranking), M-232 (counts of groups), on M-225 to M-228 for each supplier.
///
/// # Units
/// Scores in per cent, counts of suppliers.
///
/// # Errors
/// As [`assess`](super::assess); `BAD_CONDITION` for `wanted`; `DUPLICATE_RECORD` for two suppliers of one identifier; `BAD_REQUEST` for
/// `min_group`, which this method does not take. Faults of rows of the tables are findings, and the rows are left out.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::SupplierBaseRequest;
///
/// let request: SupplierBaseRequest = serde_json::from_str(r#"{
///     "as_of": "2026-11-21", "wanted": "sector == stamping", "group_by": ["region"],
///     "requirements": {"id": "quality", "requirements": [
///         {"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]},
///     "table": {"text": "id,sector,region\nA,stamping,Dong Anh\nB,stamping,Gia Lam\nC,printing,Gia Lam\n"},
///     "evidence": {"text": "supplier,id,kind,subject,expires\nB,Q-1,certificate,ISO 9001:2015,2028-01-09\n"}}"#)?;
/// let result = emitrace::supplier::base(&Catalog::bundled()?, &request)?.result;
/// let ranked: Vec<_> = result.ranking.iter().map(|one| (one.rank, one.id.as_str(), one.ready)).collect();
/// assert_eq!(ranked, [(1, "B", true), (2, "A", false), (0, "C", false)]);
/// assert_eq!((result.total.suppliers, result.groups[1].ready), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn base(catalog: &Catalog, request: &v1::SupplierBaseRequest) -> Result<v1::SupplierBaseAnswer, Error> {
    if !request.min_group.is_empty() {
        return Err(Error::new(Code::BadRequest, "`supplier.base` names every supplier")
            .with_help("ask `supplier.region` for groups of a least size")
            .at("/min_group"));
    }
    let survey = survey(catalog, request)?;
    let groups = Groups::of(&survey.judged, &survey.asked);
    let (total, groups) = (groups.total()?, groups.all()?);
    let ranking = ranking(&survey.judged);
    let result = v1::SupplierBaseResult { asked: survey.asked, ranking, total, groups };
    Ok(v1::SupplierBaseAnswer {
        schema: v1::SUPPLIER_BASE_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
        columns: survey.columns.0,
        evidence_columns: survey.columns.1,
        findings: survey.findings.0,
        evidence_findings: survey.findings.1,
    })
}

/// Says where the suppliers of a region stand, in groups that are large enough, without naming one.
///
/// # Method
/// M-232 (counts of groups), M-233 (what is withheld), on M-225 to M-227 for each supplier.
///
/// # Units
/// Scores in per cent, counts of suppliers.
///
/// # Errors
/// As [`base`]; `CHOICE_MISSING` without `min_group`, `UNKNOWN_VALUE` if it is below 3; `GROUP_TOO_SMALL` if all suppliers together are fewer.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::SupplierBaseRequest;
///
/// let request: SupplierBaseRequest = serde_json::from_str(r#"{
///     "as_of": "2026-11-21", "group_by": ["region"], "min_group": "3",
///     "requirements": {"id": "quality", "requirements": [
///         {"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]},
///     "table": {"text": "id,region\nA,X\nB,X\nC,X\nD,Y\nE,Z\nF,Z\nG,Z\nH,Z\n"}}"#)?;
/// let result = emitrace::supplier::region(&Catalog::bundled()?, &request)?.result;
/// // Y has one supplier. The difference between all and the rest would show it, so X is withheld with it.
/// assert_eq!((result.groups.len(), result.groups[0].suppliers), (1, 4));
/// assert_eq!((result.withheld_groups, result.withheld.suppliers), (2, 4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn region(
    catalog: &Catalog,
    request: &v1::SupplierBaseRequest,
) -> Result<v1::SupplierRegionAnswer, Error> {
    const FEWEST: u64 = 3;
    let min_group = match request.min_group.as_str() {
        "" => {
            return Err(Error::new(Code::ChoiceMissing, "the least size of a group is not chosen")
                .with_help("give `min_group`, e.g. 10: smaller groups are not shown")
                .at("/min_group"));
        }
        text => whole(text).map_err(|error| error.at("/min_group"))?,
    };
    if min_group < FEWEST {
        return Err(Error::new(Code::UnknownValue, "in a group of two each knows the other")
            .with_help(format!("give {FEWEST} or more"))
            .at("/min_group"));
    }
    let survey = survey(catalog, request)?;
    let groups = Groups::of(&survey.judged, &survey.asked);
    let total = groups.total()?;
    if total.suppliers < min_group {
        // Not even how many they are: that would be a figure of a small group.
        return Err(Error::new(Code::GroupTooSmall, format!("fewer than {min_group} suppliers are wanted"))
            .at("/min_group"));
    }
    let (shown, withheld, withheld_groups) = shown_groups(groups, min_group)?;
    let result = v1::SupplierRegionResult {
        asked: survey.asked,
        min_group,
        total,
        groups: shown,
        withheld_groups,
        withheld,
    };
    Ok(v1::SupplierRegionAnswer {
        schema: v1::SUPPLIER_REGION_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

/// Everybody, judged.
struct Survey {
    asked: v1::SupplierAsked,
    judged: Vec<Judged>,
    columns: (Vec<v1::Column>, Vec<v1::Column>),
    findings: (Vec<v1::Finding>, Vec<v1::Finding>),
}

fn survey(catalog: &Catalog, request: &v1::SupplierBaseRequest) -> Result<Survey, Error> {
    let named = request.requirements.is_none();
    let given = chosen(catalog, request.requirements.as_ref(), &request.set)?;
    let asked =
        Asked::read(given, &request.as_of, &request.horizon_days).map_err(|error| in_set(error, named))?;
    let wanted = Condition::parse(&request.wanted).map_err(|error| error.at("/wanted"))?;
    let mut seen = BTreeSet::new();
    for (at, name) in request.group_by.iter().enumerate() {
        if name.trim().is_empty() || !seen.insert(name) {
            let message = format!("`{name}` is no name of a fact, or stands twice");
            return Err(Error::new(Code::UnknownValue, message).at(format!("/group_by/{at}")));
        }
    }
    let limits = Limits::default();
    let (mut told, mut of_evidence) = (Told::new(&limits), Told::new(&limits));
    let read = entries(request, &limits, &mut told, &mut of_evidence)?;
    let (mut excluded, mut judged) = (read.excluded, Vec::with_capacity(read.entries.len()));
    for entry in read.entries {
        match judge(&asked, &wanted, &entry) {
            Ok(one) => judged.push(one),
            // What the set asks of its own counts is wrong for everybody.
            Err(error) if error.path().starts_with("/requirements/downgrades") => {
                return Err(in_set(error, named));
            }
            Err(error) => match entry.position {
                Some(position) => {
                    told.tell(Finding::from_error(&error, position, ""));
                    excluded = excluded.saturating_add(1);
                }
                None => return Err(error.at(format!("/suppliers/{}/profile", entry.number))),
            },
        }
    }
    let mut counts = told.counts().clone();
    counts.merge(of_evidence.counts());
    let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
    let shown = v1::SupplierAsked {
        as_of: asked.on.to_string(),
        ahead: asked.then.to_string(),
        set: given.id.clone(),
        version: given.version.clone(),
        issuer: given.issuer.clone(),
        wanted: request.wanted.trim().to_owned(),
        group_by: request.group_by.clone(),
        requirements: asked.set.requirements.iter().map(|one| requirement(one.given)).collect(),
        suppliers: count(judged.len()),
        unwanted: count(judged.iter().filter(|one| one.fits == Some(false)).count()),
        excluded,
        findings: found(&counts),
        packs: packs_used(catalog, |pack| named && *pack.id == *request.set),
    };
    Ok(Survey { asked: shown, judged, columns: read.columns, findings: (told.list(), of_evidence.list()) })
}

fn requirement(given: &v1::Requirement) -> v1::RequirementAsked {
    v1::RequirementAsked {
        id: given.id.clone(),
        theme: given.theme.clone(),
        level: given.level.clone(),
        title_en: given.title_en.clone(),
        title_vi: given.title_vi.clone(),
    }
}

fn judge(asked: &Asked<'_>, wanted: &Condition, entry: &Entry) -> Result<Judged, Error> {
    let profile = &entry.supplier.profile;
    let mut missing = BTreeSet::new();
    let fits = wanted.holds(profile, &mut missing)?;
    let fit_reasons = match fits {
        Some(true) => Vec::new(),
        Some(false) => wanted.against(profile)?.into_iter().map(|part| reason("not-wanted", part)).collect(),
        None => missing.into_iter().map(|name| reason("profile-missing", name)).collect(),
    };
    let now = asked.states(&entry.supplier, asked.on)?;
    let later = asked.states(&entry.supplier, asked.then)?;
    let ahead = score(&asked.set, &later)?;
    Ok(Judged {
        id: entry.id.clone(),
        name: entry.name.clone(),
        facts: entry.facts.clone(),
        fits,
        fit_reasons,
        statuses: now.iter().map(|(_, verdict)| verdict.status).collect(),
        lapses: lapses(&now, &later),
        scored: score(&asked.set, &now)?,
        ready_ahead: ahead.shown.ready,
    })
}

/// Everybody by place: who is wanted before who may be, ready before not ready, the better grade, the higher low score, fewer open
/// blocking requirements.
fn ranking(judged: &[Judged]) -> Vec<v1::SupplierRank> {
    let key = |one: &Judged| {
        let fits = match one.fits {
            Some(true) => 0_u8,
            None => 1,
            Some(false) => 2,
        };
        let scored = &one.scored;
        let blocking = scored.shown.why_not_ready.iter().filter(|why| why.code == "blocking").count();
        let low = scored.low.as_ref().map(crate::number::Fraction::negated);
        (fits, !scored.shown.ready, scored.place.unwrap_or(usize::MAX), low.is_none(), low, blocking)
    };
    let mut places: BTreeMap<_, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        places.entry(key(one)).or_default().push(one);
    }
    let (mut ranked, mut place) = (Vec::with_capacity(judged.len()), 1_u64);
    for mut equal in places.into_values() {
        equal.order_by(|a, b| a.id.cmp(&b.id));
        let next = place.saturating_add(u64::try_from(equal.len()).unwrap_or(u64::MAX));
        ranked.extend(equal.into_iter().map(|one| rank(one, place)));
        place = next;
    }
    ranked
}

fn rank(one: &Judged, place: u64) -> v1::SupplierRank {
    let shown = &one.scored.shown;
    v1::SupplierRank {
        rank: if one.fits == Some(false) { 0 } else { place },
        id: one.id.clone(),
        name: one.name.clone(),
        fits: match one.fits {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        }
        .into(),
        fit_reasons: one.fit_reasons.clone(),
        ready: shown.ready,
        ready_ahead: one.ready_ahead,
        grade: shown.grade.clone(),
        coverage: shown.coverage.clone(),
        low_percent: shown.low_percent.clone(),
        high_percent: shown.high_percent.clone(),
        why_not_ready: shown.why_not_ready.clone(),
        statuses: one.statuses.iter().map(|status: &Status| status.as_str().into()).collect(),
        lapses: one.lapses.clone(),
    }
}
