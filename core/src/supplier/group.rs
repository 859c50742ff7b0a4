//! Suppliers counted together, and which groups may be shown.

use std::collections::BTreeMap;

use super::judge::Status;
use super::score::{Scored, percent_text};
use crate::error::Error;
use crate::factor::fold;
use crate::number::Fraction;
use crate::order::Order;
use crate::wire::v1;

/// A supplier and what became of every requirement.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) facts: Vec<v1::ProfileFact>,
    /// Whether it is who is wanted.
    pub(super) fits: Option<bool>,
    pub(super) fit_reasons: Vec<v1::SupplierReason>,
    /// In the order of the set.
    pub(super) statuses: Vec<Status>,
    pub(super) lapses: Vec<v1::RequirementLapse>,
    pub(super) scored: Scored,
    pub(super) ready_ahead: bool,
}

/// Those who are wanted, by the values of some facts, folded.
#[derive(Debug)]
pub(super) struct Groups<'j> {
    names: &'j [String],
    requirements: &'j [v1::RequirementAsked],
    members: BTreeMap<Vec<String>, Vec<&'j Judged>>,
}

impl<'j> Groups<'j> {
    pub(super) fn of(judged: &'j [Judged], asked: &'j v1::SupplierAsked) -> Groups<'j> {
        let names = &asked.group_by;
        let mut members: BTreeMap<Vec<String>, Vec<&Judged>> = BTreeMap::new();
        for one in judged.iter().filter(|one| one.fits != Some(false)) {
            let key = names.iter().map(|name| fold(value(one, name))).collect();
            members.entry(key).or_default().push(one);
        }
        Groups { names, requirements: &asked.requirements, members }
    }

    /// Everybody together.
    pub(super) fn total(&self) -> Result<v1::SupplierGroup, Error> {
        self.counted(&self.members.values().flatten().copied().collect::<Vec<_>>())
    }

    /// Every group; none if nothing is counted apart.
    pub(super) fn all(&self) -> Result<Vec<v1::SupplierGroup>, Error> {
        let groups = self.members.values().filter(|_| !self.names.is_empty());
        groups.map(|members| self.group(members)).collect()
    }

    fn group(&self, members: &[&Judged]) -> Result<v1::SupplierGroup, Error> {
        // Of several spellings the first in the order of letters: it does not depend on the order of rows.
        let spelling = |name: &String| members.iter().map(|one| value(one, name)).min().unwrap_or_default();
        let facts = self
            .names
            .iter()
            .map(|name| v1::ProfileFact { name: name.clone(), value: spelling(name).to_owned() });
        Ok(v1::SupplierGroup { facts: facts.collect(), ..self.counted(members)? })
    }

    /// Counts of some suppliers.
    ///
    /// # Method
    /// M-232.
    fn counted(&self, members: &[&Judged]) -> Result<v1::SupplierGroup, Error> {
        let blank = |asked: &v1::RequirementAsked| v1::RequirementCounts {
            id: asked.id.clone(),
            ..Default::default()
        };
        let requirements = self.requirements.iter().map(blank).collect();
        let mut group = v1::SupplierGroup { requirements, ..Default::default() };
        let (mut sum, mut scored) = (Fraction::zero(), 0_u64);
        for one in members {
            let shown = &one.scored.shown;
            let up = |count: &mut u64, holds: bool| *count = count.saturating_add(u64::from(holds));
            up(&mut group.suppliers, true);
            up(&mut group.ready, shown.ready);
            up(&mut group.ready_ahead, one.ready_ahead);
            up(&mut group.insufficient_data, shown.insufficient_data);
            if let Some(low) = &one.scored.low {
                sum = sum.try_add(low)?;
                scored = scored.saturating_add(1);
            }
            for (counts, status) in group.requirements.iter_mut().zip(&one.statuses) {
                let count = match status {
                    Status::Met => &mut counts.met,
                    Status::MetExpiringSoon => &mut counts.met_expiring_soon,
                    Status::Partial => &mut counts.partial,
                    Status::NotMet => &mut counts.not_met,
                    Status::Expired => &mut counts.expired,
                    Status::Suspended => &mut counts.suspended,
                    Status::Unknown => &mut counts.unknown,
                    Status::NotApplicable => &mut counts.not_applicable,
                };
                up(count, true);
            }
        }
        let mean = match i64::try_from(scored) {
            Ok(scored @ 1..) => Some(sum.try_div(&Fraction::whole(scored))?),
            _ => None,
        };
        group.low_percent_mean = percent_text(mean.as_ref());
        Ok(group)
    }
}

fn value<'j>(one: &'j Judged, name: &str) -> &'j str {
    let name = fold(name);
    one.facts.iter().find(|fact| fold(&fact.name) == name).map_or("", |fact| fact.value.trim())
}

/// The groups that are large enough, the others together, and how many those are.
///
/// Whoever has the total and all shown groups has the rest, too. So if the rest is small, the smallest shown groups are withheld with
/// it until it is large enough.
///
/// # Method
/// M-233.
pub(super) fn shown_groups(
    groups: Groups<'_>,
    min_group: u64,
) -> Result<(Vec<v1::SupplierGroup>, v1::SupplierGroup, u64), Error> {
    if groups.names.is_empty() {
        return Ok((Vec::new(), groups.counted(&[])?, 0));
    }
    let size = |members: &Vec<&Judged>| u64::try_from(members.len()).unwrap_or(u64::MAX);
    let mut order: Vec<(u64, &Vec<String>)> =
        groups.members.iter().map(|(key, members)| (size(members), key)).collect();
    order.order();
    let (mut rest, mut withheld) = (0_u64, 0_usize);
    for (size, _) in &order {
        if *size >= min_group && (rest == 0 || rest >= min_group) {
            break;
        }
        rest = rest.saturating_add(*size);
        withheld = withheld.saturating_add(1);
    }
    let hidden: Vec<&Vec<String>> = order.iter().take(withheld).map(|(_, key)| *key).collect();
    let (mut shown, mut others) = (Vec::new(), Vec::new());
    for (key, members) in &groups.members {
        if hidden.contains(&key) {
            others.extend(members.iter().copied());
        } else {
            shown.push(groups.group(members)?);
        }
    }
    Ok((shown, groups.counted(&others)?, u64::try_from(withheld).unwrap_or(u64::MAX)))
}
