//! A sustainability report computed again: its inventories from their ledgers, its facts from the inventories and from what people
//! stated.

mod page;

use core::ops::ControlFlow;
use std::collections::{BTreeMap, BTreeSet};

use super::explain::count;
use super::{Against, LISTED, json_again, options};
use crate::disclosure::{Place, Reported, Taxonomy, below, fill, reported, text_of};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::factor::rows::TaxonomyRow;
use crate::inventory::{Options, energy_account, packs_used, surveyed};
use crate::number::{Fraction, Ties};
use crate::wire::v1::{self, canonical, canonical_digest};

/// The catalog of a ledger's own packs.
type Packs<'a> = &'a dyn Fn(&[String]) -> Result<Catalog, Error>;

/// Computes a sustainability report again and says which facts do not follow from what was given.
///
/// Inventories whose ledger is given are computed again first, and the facts are worked out of what comes of it. So a fact that
/// differs because a row of a ledger differs is told with the inventory that it rests on, and that one with its lines.
///
/// # Units
/// Those of the facts; inventories in kilograms of CO2 equivalent.
///
/// # Method
/// M-283, M-282 for inventories.
///
/// # Errors
/// As [`fill`] and [`super::verify`]; `BAD_REQUEST` for a text that is no such report, `UNKNOWN_VALUE` for a report by another
/// taxonomy.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::verify::disclosure;
/// use emitrace::wire::v1::{DisclosureFillRequest, DisclosureVerifyRequest};
///
/// let catalog = Catalog::bundled()?;
/// let fill: DisclosureFillRequest = serde_json::from_str(r#"{
///     "report": {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
///                "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}},
///     "answers": {"vsme:Turnover": [{"value": "1000", "unit": "iso4217:VND"}]}}"#)?;
/// let mut answer = emitrace::disclosure::fill(&catalog, &fill)?;
/// answer.result.report.facts[0].value = "1001".into();
/// let report = serde_json::to_string(&answer)?;
/// let request = DisclosureVerifyRequest { report, fill, ..DisclosureVerifyRequest::default() };
/// let told = disclosure(&catalog, &request, &|_| Ok(Catalog::bundled()?))?;
/// assert_eq!(told.reasons, ["edited", "facts"]);
/// assert_eq!(told.differences[0].difference, "-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn disclosure(
    catalog: &Catalog,
    request: &v1::DisclosureVerifyRequest,
    packs: Packs<'_>,
) -> Result<v1::DisclosureVerifyAnswer, Error> {
    let at = |path: &'static str| move |error: Error| below(path, error);
    let mut again = request.fill.clone();
    if request.ledgers.len() > again.inventories.len() {
        let message = format!(
            "there are {} ledgers for {} inventories",
            request.ledgers.len(),
            again.inventories.len()
        );
        return Err(Error::new(Code::BadRequest, message)
            .with_help("give the ledgers in the order of the inventories, one for each")
            .at("/ledgers"));
    }
    let mut ledgers = request.ledgers.iter().enumerate();
    let mut inventories = Vec::new();
    for given in &mut again.inventories {
        let ledger = ledgers.next();
        inventories.push(v1::VerifiedInventory {
            period: given.answer.inventory.choices.period.clone(),
            digest: given.answer.digest.clone(),
            verified: match ledger.and_then(|(at, one)| Some((at, one, one.ledger.as_ref()?))) {
                None => None,
                Some((number, one, file)) => {
                    let place = |error: Error| below(&format!("/ledgers/{number}"), error);
                    let (own, bytes) = (packs(&one.packs).map_err(place)?, file.bytes().map_err(place)?);
                    let against =
                        Against { catalog: &own, options: &one.options, ledger: &bytes, list: request.list };
                    let text = canonical(&given.answer)?;
                    let (verified, computed) = json_again(&text, &against).map_err(place)?;
                    // Accounts of the same ledger are worked out again with it.
                    let same = |account: &&mut v1::EnergyAccountAnswer| {
                        account.result.inventory == given.answer.digest
                    };
                    for account in again.energy_accounts.iter_mut().filter(same) {
                        *account = energy_again(account, &given.answer, &against).map_err(place)?;
                    }
                    given.answer = computed;
                    Some(verified)
                }
            },
        });
    }
    let filled = fill(catalog, &again).map_err(at("/fill"))?.result.report;
    let taxonomy = Taxonomy::open(catalog, &filled.taxonomy)?;
    let text = text_of(&request.report, &request.base64).map_err(at("/report"))?;
    let reported = reported(&taxonomy, &text).map_err(at("/report"))?;
    let digests: Vec<&str> = again.inventories.iter().map(|given| given.answer.digest.as_str()).collect();
    let origins = Origins::new(&filled, &digests);
    let mut differences = entity(&reported, &filled);
    differences.extend(page::moved(facts(&taxonomy, &reported, &filled, &origins)?));
    if reported.form == "ixbrl" && differences.is_empty() {
        differences.extend(page::shown(catalog, &filled, &text)?);
    }
    let mut reasons = Vec::new();
    let mut because = |found: bool, reason: &str| {
        if found {
            reasons.push(reason.to_owned());
        }
    };
    because(reported.sealed == Some(false), "edited");
    because(!reported.findings.is_empty(), "unreadable");
    because(differences.iter().any(|one| one.what != "shown"), "facts");
    because(differences.iter().any(|one| one.what == "shown"), "shown");
    let fails = |one: &v1::VerifiedInventory| one.verified.as_ref().is_some_and(|verified| !verified.holds);
    because(inventories.iter().any(fails), "inventories");
    let differences_found = count(differences.len());
    differences.truncate(request.list.map_or(LISTED, |list| usize::try_from(list).unwrap_or(usize::MAX)));
    let mut answer = v1::DisclosureVerifyAnswer {
        schema: v1::DISCLOSURE_VERIFY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        form: reported.form.into(),
        holds: reasons.is_empty(),
        reasons,
        compared: origins.counts(&reported.report),
        differences_found,
        differences,
        findings: reported.findings,
        inventories,
        packs: packs_used(catalog, |pack| *pack.id == *filled.taxonomy),
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// An energy account from its ledger, with the choices of the inventory that it names.
pub(super) fn energy_again(
    account: &v1::EnergyAccountAnswer,
    inventory: &v1::InventoryAnswer,
    against: &Against<'_>,
) -> Result<v1::EnergyAccountAnswer, Error> {
    let declared = match against.options.profile.as_str() {
        "" => options::of(inventory, against.catalog),
        _ => against.options.clone(),
    };
    let views: Vec<String> = account.result.views.iter().map(|view| view.by.join(",")).collect();
    let declared = v1::InventoryOptions { by: (!views.is_empty()).then_some(views), ..declared };
    let options = surveyed(|| Ok(against.ledger), against.catalog, Options::from_request(&declared)?)?;
    let instruments = &account.result.renewable_instruments;
    energy_account(against.ledger, against.catalog, &options, instruments, &mut |_| ControlFlow::Continue(()))
}

/// What tells two facts apart.
type Key = (String, String, BTreeMap<String, String>, String);

fn key(fact: &v1::Fact) -> Key {
    let language = fact.language.to_ascii_lowercase();
    (fact.concept.clone(), fact.period.clone(), fact.dimensions.clone(), language)
}

/// What each fact rests on, through all formulas.
struct Origins<'a> {
    /// Facts and inputs by name.
    named: BTreeMap<&'a str, Vec<&'a v1::Fact>>,
    facts: BTreeMap<Key, &'a v1::Fact>,
    digests: &'a [&'a str],
}

/// What a fact rests on in the end.
#[derive(Debug, Default)]
struct Origin {
    inventories: BTreeSet<u64>,
    energy: bool,
    formula: bool,
}

impl<'a> Origins<'a> {
    fn new(filled: &'a v1::Disclosure, digests: &'a [&'a str]) -> Origins<'a> {
        let mut named: BTreeMap<&str, Vec<&v1::Fact>> = BTreeMap::new();
        for fact in filled.facts.iter().chain(&filled.inputs) {
            named.entry(&fact.concept).or_default().push(fact);
        }
        Origins { named, facts: filled.facts.iter().map(|fact| (key(fact), fact)).collect(), digests }
    }

    fn of(&self, fact: &v1::Fact) -> Origin {
        let mut origin = Origin::default();
        let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut open = vec![fact];
        while let Some(fact) = open.pop() {
            for source in &fact.sources {
                match source.kind.as_str() {
                    "inventory" => {
                        let at = self.digests.iter().position(|digest| *digest == source.reference);
                        origin.inventories.extend(at.map(count));
                    }
                    "energy" => origin.energy = true,
                    "formula" => origin.formula = true,
                    _ => {}
                }
                // A sum for a year is made of figures for that year, or for its last day.
                let end = |period: &str| period.rsplit('/').next().unwrap_or_default().to_owned();
                for term in source.terms.iter().filter(|_| source.kind == "formula") {
                    let parts = self.named.get(term.name.as_str()).into_iter().flatten();
                    for part in parts.filter(|part| end(&part.period) == end(&fact.period)) {
                        if seen.insert((&part.concept, &part.period)) {
                            open.push(part);
                        }
                    }
                }
            }
        }
        origin
    }

    fn counts(&self, reported: &v1::Disclosure) -> v1::DisclosureVerifyCounts {
        let mut counts = v1::DisclosureVerifyCounts::default();
        let more = |slot: &mut u64| *slot = slot.saturating_add(1);
        for fact in &reported.facts {
            let origin = self.facts.get(&key(fact)).map(|fact| self.of(fact)).unwrap_or_default();
            more(&mut counts.facts);
            more(match origin {
                Origin { inventories, .. } if !inventories.is_empty() => &mut counts.from_inventories,
                Origin { energy: true, .. } => &mut counts.from_energy,
                Origin { formula: true, .. } => &mut counts.from_formulas,
                Origin { .. } => &mut counts.stated,
            });
        }
        counts
    }
}

/// Whom the report is about.
fn entity(reported: &Reported, filled: &v1::Disclosure) -> Vec<v1::FactDifference> {
    let (one, two) = (&reported.report.entity, &filled.entity);
    let differs = (&one.scheme, &one.identifier) != (&two.scheme, &two.identifier);
    let said = |entity: &v1::DisclosureEntity| format!("{} {}", entity.scheme, entity.identifier);
    let difference = v1::FactDifference {
        what: "entity".into(),
        reported: said(one),
        recomputed: said(two),
        ..v1::FactDifference::default()
    };
    differs.then_some(difference).into_iter().collect()
}

/// Every fact that one says and the other does not, or says otherwise.
fn facts(
    taxonomy: &Taxonomy<'_>,
    reported: &Reported,
    filled: &v1::Disclosure,
    origins: &Origins<'_>,
) -> Result<Vec<v1::FactDifference>, Error> {
    let (mut differences, mut said) = (Vec::new(), BTreeSet::new());
    for (fact, place) in reported.report.facts.iter().zip(&reported.places) {
        let key = key(fact);
        let found = origins.facts.get(&key).copied();
        let told = difference(taxonomy, origins, (Some(fact), found), place)?;
        let known = taxonomy.concepts.get(fact.concept.as_str());
        if place.hidden && known.is_some_and(|known| !known.sort.is_hidden()) {
            let hidden = v1::FactDifference { what: "hidden".into(), ..labelled(taxonomy, fact, place) };
            differences.push(v1::FactDifference { reported: fact.value.clone(), ..hidden });
        }
        differences.extend(told);
        said.insert(key);
    }
    for fact in filled.facts.iter().filter(|fact| !said.contains(&key(fact))) {
        differences.extend(difference(taxonomy, origins, (None, Some(fact)), &Place::default())?);
    }
    Ok(differences)
}

/// What differs between a fact as it is reported and as it follows.
fn difference(
    taxonomy: &Taxonomy<'_>,
    origins: &Origins<'_>,
    (reported, found): (Option<&v1::Fact>, Option<&v1::Fact>),
    place: &Place,
) -> Result<Option<v1::FactDifference>, Error> {
    let Some(known) = reported.or(found) else { return Ok(None) };
    let row = taxonomy.concepts.get(known.concept.as_str());
    let number = row.is_some_and(|concept| concept.sort.is_number());
    let text =
        |get: fn(&v1::Fact) -> &String, fact: Option<&v1::Fact>| fact.map(get).cloned().unwrap_or_default();
    let (what, get): (&str, fn(&v1::Fact) -> &String) = match (reported, found) {
        (Some(_), None) => ("unsupported", |fact| &fact.value),
        (None, _) => ("missing", |fact| &fact.value),
        (Some(one), Some(two)) => {
            let numbers = || Some(Fraction::parse(&one.value)? == Fraction::parse(&two.value)?);
            let equal = one.value == two.value || number && numbers() == Some(true);
            if !equal && number && page::same_digits(&one.value, &two.value) {
                ("scale", |fact| &fact.value)
            } else if !equal {
                ("value", |fact| &fact.value)
            } else if one.unit != two.unit {
                ("unit", |fact| &fact.unit)
            } else if one.decimals != two.decimals {
                ("decimals", |fact| &fact.decimals)
            } else {
                return Ok(None);
            }
        }
    };
    let (one, two) = (text(get, reported), text(get, found));
    let exact = matches!(what, "value" | "scale") && number;
    Ok(Some(v1::FactDifference {
        what: what.into(),
        difference: if exact { less(&two, &one)? } else { String::new() },
        reported: one,
        recomputed: two,
        sources: found.map(|fact| fact.sources.clone()).unwrap_or_default(),
        inventories: found.map(|fact| origins.of(fact).inventories.into_iter().collect()).unwrap_or_default(),
        ..labelled(taxonomy, known, place)
    }))
}

/// A difference that says of which fact it is, and where.
fn labelled(taxonomy: &Taxonomy<'_>, fact: &v1::Fact, place: &Place) -> v1::FactDifference {
    let row = taxonomy.concepts.get(fact.concept.as_str());
    let label = |get: fn(&TaxonomyRow) -> &str| row.map_or("", |concept| get(concept.row)).to_owned();
    v1::FactDifference {
        place: place.pointer.clone(),
        line: place.line,
        concept: fact.concept.clone(),
        title_en: label(|row| &row.label_en),
        title_vi: label(|row| &row.label_vi),
        period: fact.period.clone(),
        dimensions: fact.dimensions.clone(),
        unit: fact.unit.clone(),
        ..v1::FactDifference::default()
    }
}

/// `a` less `b`, with all of their decimals; empty where one is no number.
fn less(a: &str, b: &str) -> Result<String, Error> {
    let (Some(one), Some(two)) = (Fraction::parse(a), Fraction::parse(b)) else { return Ok(String::new()) };
    let places = [a, b].map(|text| text.split_once('.').map_or(0, |(_, decimals)| decimals.len()));
    let places = u32::try_from(places.into_iter().max().unwrap_or(0)).unwrap_or(u32::MAX);
    Ok(one.try_sub(&two)?.rounded(places, Ties::HalfEven))
}
