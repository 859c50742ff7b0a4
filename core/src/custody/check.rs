//! The checks C1 to C12 over a ledger.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::Model;
use super::read::{Entry, Kind, Period, entries_of, entry, periods, positive};
use super::walk::{Claim, Key, Rules, Walk, found, said, weaker};
use crate::error::{Code, Error, Finding, Position};
use crate::factor::{Catalog, Figures};
use crate::grid::Told;
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::number::Fraction;
use crate::order::Order;
use crate::period::day_at as day;
use crate::told::found as counted;
use crate::unit::Unit;
use crate::wire::v1::{self, canonical_digest};

/// Balances a ledger of credits under the rules of a scheme and runs the checks C1 to C12.
///
/// # Method
/// M-196 to M-201.
///
/// # Units
/// Quantities in the one unit of the request, carbon in kilograms of CO2 equivalent; all exact.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE` and those of numbers, days and tables, with their place. Faults of rows of the table are
/// findings; while a row is left out, the ledger is not accepted.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CustodyRequest;
///
/// let request: CustodyRequest = serde_json::from_str(r#"{
///     "scheme": "ms-2751", "on": "2026-03-31", "unit": "t",
///     "periods": [{"start": "2026-01-01", "end": "2026-04-01"}],
///     "entries": [
///         {"id": "1", "date": "2026-01-05", "kind": "in", "material": "palm oil", "quantity": "12000", "evidence": "SD-1"},
///         {"id": "2", "date": "2026-02-10", "kind": "out", "material": "palm oil", "quantity": "9000"}]}"#)?;
/// let answer = emitrace::custody::check(&Catalog::bundled()?, &request).unwrap();
/// assert_eq!((answer.result.accepted, &*answer.result.balances[0].carried), (true, "3000"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(catalog: &Catalog, request: &v1::CustodyRequest) -> Result<v1::CustodyAnswer, Error> {
    let on = day(&request.on, "/on")?;
    let mut figures = Figures::open(catalog, &request.scheme, "balancing", on)
        .map_err(|error| if error.path().is_empty() { error.at("/scheme") } else { error })?;
    let unit = match request.unit.as_str() {
        "" => return Err(Error::new(Code::ChoiceMissing, "no unit is given").at("/unit")),
        text => Unit::parse(text).map_err(|error| error.at("/unit"))?,
    };
    let rules = rules(request, &mut figures)?;
    let periods = periods(request)?;
    let limits = Limits::default();
    let (mut entries, mut told) = (Vec::new(), Told::new(&limits));
    for (at, given) in request.entries.iter().enumerate() {
        entries.push(entry(given, &unit).map_err(|error| {
            let path = format!("/entries/{at}{}", error.path());
            error.at(path)
        })?);
    }
    let (mut columns, mut excluded) = (Vec::new(), 0_u64);
    if let Some(table) = &request.ledger {
        let placed = |error: Error| {
            let path = format!("/ledger{}", error.path());
            error.at(path)
        };
        let (rows, left, header) = entries_of(table, &limits, &mut told).map_err(placed)?;
        (columns, excluded) = (header, left);
        for (row, given) in rows {
            match entry(&given, &unit) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    let field = error.path().trim_start_matches('/').to_owned();
                    told.tell(Finding::from_error(&error, Position::new(row, row, field), ""));
                    excluded = excluded.saturating_add(1);
                }
            }
        }
    }
    let mut walk = Walk::new(&rules, &entries);
    walk.run(&periods)?;
    let (mut checks, claims) = (core::mem::take(&mut walk.checks), core::mem::take(&mut walk.claims));
    let months = match request.agricultural {
        true => figures.amount("period-months-agricultural")?.or(figures.amount("period-months")?),
        false => figures.amount("period-months")?,
    };
    let months =
        months.and_then(|months| u32::try_from(months.mantissa()).ok().filter(|_| months.scale() == 0));
    lengths(&entries, &periods, months, &mut checks);
    twice(&entries, request, &mut checks)?;
    conversions(&entries, request, &mut checks)?;
    certificates(&entries, request, &mut checks)?;
    transfers(&entries, &mut checks)?;
    attributes(&entries, &mut checks);
    residuals(&entries, &mut checks)?;
    let forbidden = forbidden(catalog, &mut figures, &entries, on)?;
    let told_claims = claims.iter().filter_map(|claim| {
        let entry = entries.get(claim.at)?;
        Some(judged(entry, claim, rules.process, &forbidden, &mut checks))
    });
    let told_claims = told_claims.collect::<Result<Vec<_>, Error>>()?;
    let number = |check: &v1::CustodyCheck| check.check.trim_start_matches('C').len();
    checks.order_by(|a, b| number(a).cmp(&number(b)).then_with(|| a.cmp(b)));
    let mut made = core::mem::take(&mut walk.made);
    made.order();
    let used = figures.used();
    let result = v1::CustodyResult {
        scheme: request.scheme.clone(),
        on: on.to_string(),
        balancing: if rules.continuous { "continuous" } else { "fixed" }.into(),
        unit: unit.to_string(),
        entries: u64::try_from(entries.len()).unwrap_or(u64::MAX),
        excluded,
        findings: counted(told.counts()),
        accepted: excluded == 0 && checks.iter().all(|check| check.severity != "error"),
        checks,
        balances: core::mem::take(&mut walk.balances),
        made,
        claims: told_claims,
        packs: packs_used(catalog, |pack| used.iter().any(|figure| *figure.pack == *pack.id)),
        figures: used,
    };
    Ok(v1::CustodyAnswer {
        schema: v1::CUSTODY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
        columns,
        findings: told.list(),
    })
}

fn rules(request: &v1::CustodyRequest, figures: &mut Figures<'_>) -> Result<Rules, Error> {
    let known = figures.words("balancing");
    let balancing = match (request.balancing.as_str(), known.as_slice()) {
        ("", [only]) => *only,
        ("", _) => {
            let message = format!("the scheme has several ways of balancing: {}", known.join(", "));
            return Err(Error::new(Code::ChoiceMissing, message).at("/balancing"));
        }
        (given, known) if known.contains(&given) => given,
        (given, known) => {
            return Err(Error::new(Code::UnknownValue, format!("the scheme does not balance `{given}`"))
                .with_help(format!("use {}", known.join(" or ")))
                .at("/balancing"));
        }
    };
    let months = figures.amount("expiry-months")?;
    Ok(Rules {
        continuous: balancing == "continuous",
        expiry_months: months.and_then(|months| u32::try_from(months.mantissa()).ok()),
        overdraw_percent: figures.amount("overdraw-percent")?.map_or_else(Fraction::zero, Fraction::from),
        carry_needs_stock: figures.word("carry-limit") == "stock",
        process: Model::parse(&request.process_model).map_err(|error| error.at("/process_model"))?,
    })
}

fn key(entry: &Entry) -> Key {
    (entry.site.clone(), entry.material.clone(), entry.attributes.clone())
}

/// C6: the length of periods, and entries that no period holds.
fn lengths(entries: &[Entry], periods: &[Period], months: Option<u32>, checks: &mut Vec<v1::CustodyCheck>) {
    for period in periods {
        let longest = months.and_then(|months| period.start.checked_add_months(Months::new(months)));
        if longest.is_some_and(|longest| period.end > longest) {
            let months = Fraction::whole(months.unwrap_or(0).into());
            let message = format!("the period to {} is longer than the scheme allows, in months", period.end);
            checks.push(found("C6", "error", Some(period.start), (None, Vec::new()), &months, message));
        }
    }
    let first = periods.first().map(|period| period.start);
    for entry in entries {
        let held = periods.iter().any(|period| period.start <= entry.date && entry.date < period.end);
        // Receipts before the first period are its opening.
        let opening = entry.kind == Kind::In && first.is_some_and(|first| entry.date < first);
        if !held && !opening {
            let message = "no period holds the day of the entry";
            let at = (Some(&key(entry)), vec![entry.id.clone()]);
            checks.push(found("C6", "error", Some(entry.date), at, &entry.quantity, message));
        }
    }
}

/// C2: one receipt, one booking; one identifier, one entry.
fn twice(
    entries: &[Entry],
    request: &v1::CustodyRequest,
    checks: &mut Vec<v1::CustodyCheck>,
) -> Result<(), Error> {
    let elsewhere: BTreeSet<&str> = request.evidence_elsewhere.iter().map(String::as_str).collect();
    let mut receipts: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    let mut ids: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        ids.entry(&entry.id).or_default().push(entry);
        if entry.kind == Kind::In {
            receipts.entry(&entry.evidence).or_default().push(entry);
        }
    }
    let mut tell = |same: &[&Entry], counted: &[&Entry], message: String| -> Result<(), Error> {
        let amount = counted.iter().try_fold(Fraction::zero(), |sum, entry| sum.try_add(&entry.quantity))?;
        let names = same.iter().map(|entry| entry.id.clone()).collect();
        let date = same.last().map(|entry| entry.date);
        checks.push(found(
            "C2",
            "error",
            date,
            (same.first().map(|entry| key(entry)).as_ref(), names),
            &amount,
            message,
        ));
        Ok(())
    };
    for (evidence, same) in &receipts {
        if elsewhere.contains(evidence) {
            tell(same, same, format!("`{evidence}` is booked elsewhere, too"))?;
        } else if let Some(more) = same.get(1..).filter(|more| !more.is_empty()) {
            tell(same, more, format!("`{evidence}` is booked {} times", same.len()))?;
        }
    }
    for (id, same) in &ids {
        if let Some(more) = same.get(1..).filter(|more| !more.is_empty()) {
            tell(same, more, format!("the identifier `{id}` stands {} times", same.len()))?;
        }
    }
    Ok(())
}

/// C3: conversion factors as declared, and not above one.
fn conversions(
    entries: &[Entry],
    request: &v1::CustodyRequest,
    checks: &mut Vec<v1::CustodyCheck>,
) -> Result<(), Error> {
    let mut declared = Vec::new();
    for (at, given) in request.factors.iter().enumerate() {
        let path = format!("/factors/{at}/factor");
        let factor = positive(&given.factor, &path)?
            .ok_or_else(|| Error::new(Code::MissingValue, "the factor is empty").at(path))?;
        declared.push((given, factor));
    }
    for entry in entries {
        let Some(factor) = &entry.factor else { continue };
        let fits = |given: &v1::CustodyFactor| {
            given.material == entry.material
                && (given.site.is_empty() || given.site == entry.site)
                && (given.to_material == entry.to_material
                    || given.to_material.is_empty() && entry.kind == Kind::In)
        };
        let known = declared.iter().find(|(given, _)| fits(given));
        let (over, message) = match known {
            None => (factor.clone(), "no conversion factor is declared for it".to_owned()),
            Some((_, most)) if factor > most => {
                (factor.try_sub(most)?, format!("the conversion factor is above the declared {most}"))
            }
            Some((given, _)) if *factor > Fraction::one() && !given.above_one => {
                (factor.try_sub(&Fraction::one())?, "the conversion factor is above 1".to_owned())
            }
            Some(_) => continue,
        };
        let amount = over.try_mul(&entry.quantity)?;
        let at = (Some(&key(entry)), vec![entry.id.clone()]);
        checks.push(found("C3", "error", Some(entry.date), at, &amount, message));
    }
    Ok(())
}

/// C4: certificates that hold on the day and cover material and site.
fn certificates(
    entries: &[Entry],
    request: &v1::CustodyRequest,
    checks: &mut Vec<v1::CustodyCheck>,
) -> Result<(), Error> {
    let mut known: BTreeMap<&str, (NaiveDate, NaiveDate, &v1::CustodyCertificate)> = BTreeMap::new();
    for (at, given) in request.certificates.iter().enumerate() {
        let path = format!("/certificates/{at}");
        let (from, to) = (day(&given.from, &format!("{path}/from"))?, day(&given.to, &format!("{path}/to"))?);
        known.insert(&given.id, (from, to, given));
    }
    for entry in entries {
        let asked = entry.kind == Kind::In || entry.kind == Kind::Out && entry.certified;
        if !asked || (known.is_empty() && entry.certificate.is_empty()) {
            continue;
        }
        let in_scope =
            |list: &[String], name: &str| list.is_empty() || list.iter().any(|known| known == name);
        let message = match known.get(entry.certificate.as_str()) {
            None if entry.certificate.is_empty() => "no certificate is named".to_owned(),
            None => format!("the certificate `{}` is not given", entry.certificate),
            Some((from, to, _)) if entry.date < *from || entry.date > *to => {
                format!("the certificate `{}` holds from {from} to {to}", entry.certificate)
            }
            Some((_, _, given)) if !in_scope(&given.materials, &entry.material) => {
                format!("the certificate `{}` does not cover the material", entry.certificate)
            }
            Some((_, _, given)) if !in_scope(&given.sites, &entry.site) => {
                format!("the certificate `{}` does not cover the site", entry.certificate)
            }
            Some(_) => continue,
        };
        let at = (Some(&key(entry)), vec![entry.id.clone()]);
        checks.push(found("C4", "error", Some(entry.date), at, &entry.quantity, message));
    }
    Ok(())
}

/// C11: what left one site arrived at another.
fn transfers(entries: &[Entry], checks: &mut Vec<v1::CustodyCheck>) -> Result<(), Error> {
    let mut pairs: BTreeMap<Key, Vec<&Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Transfer) {
        let way = (entry.evidence.clone(), entry.material.clone(), entry.attributes.clone());
        pairs.entry(way).or_default().push(entry);
    }
    for ((evidence, material, attributes), same) in pairs {
        let sum = same.iter().try_fold(Fraction::zero(), |sum, entry| sum.try_add(&entry.quantity))?;
        let crossed = same.iter().all(|entry| {
            entry.counter_site.is_empty() || same.iter().any(|other| other.site == entry.counter_site)
        });
        if sum.is_zero() && crossed {
            continue;
        }
        let message = if sum.is_zero() {
            format!("`{evidence}` names a site at its other end that has no entry for it")
        } else {
            format!("what left under `{evidence}` is not what arrived")
        };
        let names = same.iter().map(|entry| entry.id.clone()).collect();
        let place = (String::new(), material, attributes);
        let date = same.last().map(|entry| entry.date);
        checks.push(found("C11", "error", date, (Some(&place), names), &sum, message));
    }
    Ok(())
}

/// C9: attributes leave together with their credit.
fn attributes(entries: &[Entry], checks: &mut Vec<v1::CustodyCheck>) {
    let mut fed: BTreeSet<Key> = BTreeSet::new();
    for entry in entries.iter().filter(|entry| !entry.quantity.is_negative()) {
        match entry.kind {
            Kind::In | Kind::Adjust | Kind::Transfer => {
                fed.insert(key(entry));
            }
            Kind::Convert => {
                fed.insert((entry.site.clone(), entry.to_material.clone(), entry.attributes.clone()));
            }
            Kind::Out | Kind::Expire => {}
        }
    }
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Out && entry.certified) {
        let ours = key(entry);
        if fed.contains(&ours) || entry.model == Some(Model::BookAndClaim) {
            continue;
        }
        let whole = fed.iter().find(|(site, material, attributes)| {
            *site == ours.0 && *material == ours.1 && *attributes != ours.2 && attributes.is_superset(&ours.2)
        });
        if let Some(whole) = whole {
            let message =
                format!("credits of the account have `{}`: attributes are not divided", said(&whole.2));
            let at = (Some(&ours), vec![entry.id.clone()]);
            checks.push(found("C9", "error", Some(entry.date), at, &entry.quantity, message));
        }
    }
}

/// C10: no claim beyond what left, and nothing claimed of what is sold without a claim.
fn residuals(entries: &[Entry], checks: &mut Vec<v1::CustodyCheck>) -> Result<(), Error> {
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Out) {
        let at = || (Some(key(entry)), vec![entry.id.clone()]);
        if let Some(physical) =
            entry.physical.as_ref().filter(|physical| entry.certified && entry.quantity > **physical)
        {
            let (place, names) = at();
            let over = entry.quantity.try_sub(physical)?;
            let message = "more is claimed than physically left";
            checks.push(found("C10", "error", Some(entry.date), (place.as_ref(), names), &over, message));
        }
        let claims = !entry.attributes.is_empty() || entry.model.is_some() || entry.carbon.is_some();
        if !entry.certified && claims {
            let (place, names) = at();
            let message = "what is sold without a claim has the attribute uncertified and no other";
            checks.push(found(
                "C10",
                "error",
                Some(entry.date),
                (place.as_ref(), names),
                &entry.quantity,
                message,
            ));
        }
    }
    Ok(())
}

/// Models that the scheme, or what a claim is used for, does not allow.
fn forbidden(
    catalog: &Catalog,
    figures: &mut Figures<'_>,
    entries: &[Entry],
    on: NaiveDate,
) -> Result<BTreeMap<String, Vec<Model>>, Error> {
    let read = |words: Vec<&str>| -> Result<Vec<Model>, Error> {
        let models = words.into_iter().map(Model::parse).collect::<Result<Vec<_>, Error>>()?;
        Ok(models.into_iter().flatten().collect())
    };
    let mut found = BTreeMap::new();
    found.insert(String::new(), read(figures.words("models-forbidden"))?);
    // Customs wants what the installation really emitted, not what a certificate says of somebody else's.
    found.insert("cbam".to_owned(), vec![Model::BookAndClaim]);
    for purpose in entries.iter().map(|entry| &entry.claims_for) {
        if !found.contains_key(purpose)
            && let Ok(mut theirs) = Figures::open(catalog, purpose, "balancing", on)
        {
            found.insert(purpose.clone(), read(theirs.words("models-forbidden"))?);
        }
    }
    Ok(found)
}

/// C5, C9 and C12 of a claim, and what stands behind it.
fn judged(
    entry: &Entry,
    claim: &Claim,
    process: Option<Model>,
    forbidden: &BTreeMap<String, Vec<Model>>,
    checks: &mut Vec<v1::CustodyCheck>,
) -> Result<v1::CustodyClaim, Error> {
    let place = key(entry);
    let at = || (Some(&place), vec![entry.id.clone()]);
    let weakest = claim.credits.iter().fold(process, |met, lot| weaker(met, lot.model));
    let stated = claim.credits.iter().all(|lot| lot.model.is_some());
    if let (Some(claimed), Some(weakest)) = (entry.model, weakest)
        && claimed > weakest
    {
        let message =
            format!("`{}` is claimed, and `{}` stands behind it", claimed.as_str(), weakest.as_str());
        checks.push(found("C5", "error", Some(entry.date), at(), &entry.quantity, message));
    }
    let (mut covered, mut carbon) = (Fraction::zero(), Some(Fraction::zero()));
    for lot in &claim.credits {
        covered = covered.try_add(&lot.quantity)?;
        carbon = match (carbon, &lot.carbon) {
            (Some(sum), Some(rate)) => Some(sum.try_add(&rate.try_mul(&lot.quantity)?)?),
            _ => None,
        };
    }
    let uncovered = entry.quantity.try_sub(&covered)?;
    let carbon = carbon.filter(|_| uncovered.is_zero());
    if let (Some(rate), Some(carbon)) = (&entry.carbon, &carbon) {
        let apart = rate.try_mul(&entry.quantity)?.try_sub(carbon)?;
        if !apart.is_zero() {
            let message = "the carbon claimed is not that of the credits, in kilograms of CO2 equivalent";
            checks.push(found("C9", "error", Some(entry.date), at(), &apart, message));
        }
    }
    let of_purpose = ["", entry.claims_for.as_str()].into_iter().filter_map(|purpose| forbidden.get(purpose));
    let models: BTreeSet<Model> = [entry.model, weakest].into_iter().flatten().collect();
    let refused: BTreeSet<&str> =
        of_purpose.flatten().filter(|model| models.contains(model)).map(|model| model.as_str()).collect();
    if !refused.is_empty() {
        let names = refused.into_iter().collect::<Vec<_>>().join(", ");
        let purpose = if entry.claims_for.is_empty() { "the scheme" } else { &entry.claims_for };
        let message = format!("claims of the model `{names}` do not count for {purpose}");
        checks.push(found("C12", "error", Some(entry.date), at(), &entry.quantity, message));
    }
    Ok(v1::CustodyClaim {
        entry: entry.id.clone(),
        quantity: entry.quantity.to_string(),
        strongest_model: weakest.filter(|_| stated).map_or_else(String::new, |model| model.as_str().into()),
        kg_co2e: carbon.map_or_else(String::new, |carbon| carbon.to_string()),
        credits: claim
            .credits
            .iter()
            .map(|lot| v1::CustodyUse {
                entry: lot.entry.clone(),
                date: lot.date.to_string(),
                quantity: lot.quantity.to_string(),
            })
            .collect(),
        uncovered: uncovered.to_string(),
    })
}
