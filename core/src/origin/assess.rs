//! Products one after the other, intermediates before what they go into.

use std::collections::{BTreeMap, BTreeSet};

use super::Verdict;
use super::product::{Material, Product, Status, foreign_value, originating_value};
use super::read::{Common, materials_of, product};
use super::rule::Test;
use super::span::{Missing, lacks};
use crate::error::{Code, Error, Finding, Position};
use crate::factor::{Catalog, Figures};
use crate::grid::Told;
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::number::Fraction;
use crate::period::day_at;
use crate::told::found;
use crate::wire::v1::{self, canonical_digest};

/// Whether the arithmetic of the rules of products is met on the data given.
///
/// # Method
/// M-190 to M-195.
///
/// # Units
/// Values in the one currency of the request, weights in kilograms, percentages exact.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_REQUEST` for intermediates made from each other, and those of numbers and tables,
/// with their place. Faults of rows of the table are findings; while a row is left out, nothing passes.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::OriginRequest;
///
/// let request: OriginRequest = serde_json::from_str(r#"{
///     "agreement": "evfta", "on": "2026-03-01", "country": "VN", "hs_edition": "HS2012",
///     "products": [{"id": "bolt", "hs_code": "731815", "exw": "200", "minimal_operations": false,
///         "rule": {"source": "stated by the exporter",
///             "any": [{"all": [{"test": "value-limit", "percent": "50"}]}]}}],
///     "materials": [{"id": "rod", "hs_code": "721391", "value": "100", "country": "CN", "status": "non-originating"}]}"#)?;
/// let answer = emitrace::origin::assess(&Catalog::bundled()?, &request).unwrap();
/// let bolt = &answer.result.products[0];
/// assert_eq!((&*bolt.verdict, &*bolt.alternatives[0].conditions[0].percent), ("pass", "50"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(catalog: &Catalog, request: &v1::OriginRequest) -> Result<v1::OriginAnswer, Error> {
    let on = day_at(&request.on, "/on")?;
    for (field, value) in [("country", &request.country), ("hs_edition", &request.hs_edition)] {
        if value.is_empty() {
            return Err(
                Error::new(Code::ChoiceMissing, format!("`{field}` is empty")).at(format!("/{field}"))
            );
        }
    }
    let limits = Limits::default();
    let mut figures = Figures::open(catalog, &request.agreement, "value-basis", on)
        .map_err(|error| if error.path().is_empty() { error.at("/agreement") } else { error })?;
    let partial = figures.amount("partial-from-percent")?.zip(figures.amount("partial-below-percent")?);
    let common = Common {
        request,
        cumulations: figures.words("cumulation").into_iter().map(str::to_owned).collect(),
        partial: partial.map(|(from, below)| (from.into(), below.into())),
    };
    let mut work = Work::default();
    for (at, given) in request.products.iter().enumerate() {
        let path = format!("/products/{at}");
        let tests = tests(given, &mut figures, &path)?;
        let read = product(given, request, &mut figures, &path)?;
        if work.numbers.insert(given.id.clone(), at).is_some() {
            let message = format!("the product `{}` stands twice", given.id);
            return Err(Error::new(Code::BadRequest, message).at(format!("{path}/id")));
        }
        work.parts.push(Part {
            product: read,
            tests,
            materials: Vec::new(),
            verdict: None,
            open: Missing::new(),
        });
    }
    if work.parts.is_empty() {
        return Err(Error::new(Code::BadRequest, "there is no product").at("/products"));
    }
    for (at, given) in request.materials.iter().enumerate() {
        let placed = |error: Error| {
            let path = format!("/materials/{at}{}", error.path());
            error.at(path)
        };
        let material = common.material(given).map_err(placed)?;
        work.take(material).map_err(placed)?;
    }
    let mut told = Told::new(&limits);
    let (mut columns, mut excluded) = (Vec::new(), 0_u64);
    if let Some(table) = &request.bom {
        let placed = |error: Error| {
            let path = format!("/bom{}", error.path());
            error.at(path)
        };
        let (rows, left, header) = materials_of(table, &limits, &mut told).map_err(placed)?;
        (columns, excluded) = (header, left);
        for (row, given) in rows {
            if let Err(error) = common.material(&given).and_then(|material| work.take(material)) {
                let field = error.path().trim_start_matches('/').to_owned();
                told.tell(Finding::from_error(&error, Position::new(row, row, field), ""));
                excluded = excluded.saturating_add(1);
            }
        }
    }
    let order = work.order()?;
    let mut verdicts: BTreeMap<usize, v1::OriginVerdict> = BTreeMap::new();
    for at in order {
        verdicts.insert(at, work.judge(at, &mut figures, excluded)?);
    }
    let counts = found(told.counts());
    let used = figures.used();
    let packs = packs_used(catalog, |pack| used.iter().any(|figure| *figure.pack == *pack.id));
    let result = v1::OriginResult {
        agreement: request.agreement.clone(),
        on: on.to_string(),
        country: request.country.clone(),
        currency: request.currency.clone(),
        materials: work.parts.iter().fold(0, |sum: u64, part| {
            sum.saturating_add(u64::try_from(part.materials.len()).unwrap_or(u64::MAX))
        }),
        excluded,
        findings: counts,
        products: verdicts.into_values().collect(),
        figures: used,
        packs,
    };
    Ok(v1::OriginAnswer {
        schema: v1::ORIGIN_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
        columns,
        findings: told.list(),
    })
}

type Alternatives = Vec<(String, Vec<Test>)>;

fn tests(given: &v1::OriginProduct, figures: &mut Figures<'_>, path: &str) -> Result<Alternatives, Error> {
    let mut alternatives = Vec::new();
    for (at, alternative) in given.rule.any.iter().enumerate() {
        let mut tests = Vec::new();
        for (number, condition) in alternative.all.iter().enumerate() {
            tests.push(Test::read(condition, figures, &format!("{path}/rule/any/{at}/all/{number}"))?);
        }
        alternatives.push((alternative.name.clone(), tests));
    }
    Ok(alternatives)
}

/// A product with its conditions and materials.
struct Part {
    product: Product,
    tests: Alternatives,
    materials: Vec<Material>,
    verdict: Option<Verdict>,
    /// What its verdict misses.
    open: Missing,
}

#[derive(Default)]
struct Work {
    parts: Vec<Part>,
    numbers: BTreeMap<String, usize>,
}

impl Work {
    /// Puts a material to its product.
    fn take(&mut self, material: Material) -> Result<(), Error> {
        let name = &material.given.product;
        let at = match (name.as_str(), self.parts.len()) {
            ("", 1) => Some(&0),
            (name, _) => self.numbers.get(name),
        };
        let unknown = |what: &str, field: &str| {
            Error::new(Code::UnknownValue, format!("there is no product `{what}`"))
                .with_help("name a product of the request by its `id`")
                .at(format!("/{field}"))
        };
        let made_as = material.given.made_as.as_str();
        if !made_as.is_empty() && !self.numbers.contains_key(made_as) {
            return Err(unknown(made_as, "made_as"));
        }
        let at = *at.ok_or_else(|| unknown(name, "product"))?;
        if let Some(part) = self.parts.get_mut(at) {
            part.materials.push(material);
        }
        Ok(())
    }

    /// The products such that intermediates come before what they go into.
    fn order(&self) -> Result<Vec<usize>, Error> {
        let (mut order, mut done): (Vec<usize>, BTreeSet<usize>) = (Vec::new(), BTreeSet::new());
        let mut waiting: Vec<usize> = (0..self.parts.len()).collect();
        while !waiting.is_empty() {
            let ready = |at: &usize| {
                let materials = self.parts.get(*at).map_or(&[][..], |part| &part.materials);
                materials
                    .iter()
                    .filter_map(|material| self.numbers.get(&material.given.made_as))
                    .all(|made| done.contains(made))
            };
            let (now, later): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(ready);
            if now.is_empty() {
                let names =
                    later.iter().filter_map(|at| Some(self.parts.get(*at)?.product.given.id.as_str()));
                let message =
                    format!("products are made from each other: {}", names.collect::<Vec<_>>().join(", "));
                return Err(Error::new(Code::BadRequest, message)
                    .with_help("name in `made_as` only products that are made before")
                    .at("/materials"));
            }
            done.extend(&now);
            order.extend(now);
            waiting = later;
        }
        Ok(order)
    }

    /// The verdict on one product; those of its intermediates are there already.
    fn judge(
        &mut self,
        at: usize,
        figures: &mut Figures<'_>,
        excluded: u64,
    ) -> Result<v1::OriginVerdict, Error> {
        let made: Vec<(usize, Verdict, Missing)> = self.parts.get(at).map_or_else(Vec::new, |part| {
            let of = |(number, material): (usize, &Material)| {
                let made = self.parts.get(*self.numbers.get(&material.given.made_as)?)?;
                Some((number, made.verdict?, made.open.clone()))
            };
            part.materials.iter().enumerate().filter_map(of).collect()
        });
        let part =
            self.parts.get_mut(at).ok_or_else(|| Error::new(Code::Internal, "a product lost its place"))?;
        for (number, verdict, open) in made {
            let Some(material) = part.materials.get_mut(number) else { continue };
            // Roll-up: what originates brings nothing non-originating with it, what does not counts in full (M-195).
            (material.status, material.because) = match verdict {
                Verdict::Pass => (Status::Originating, "roll-up"),
                Verdict::Fail => (Status::Foreign, "roll-up"),
                Verdict::NotProven => (Status::Undetermined, "roll-up"),
            };
            material.missing = if verdict == Verdict::NotProven { open } else { Missing::new() };
        }
        let mut verdict = Verdict::Fail;
        let (mut missing, mut alternatives) = (Missing::new(), Vec::new());
        for (name, tests) in &part.tests {
            let (mut all, mut open, mut conditions) = (Verdict::Pass, Missing::new(), Vec::new());
            for test in tests {
                let judged = test.judge(&part.product, &part.materials, figures)?;
                all = all.min(judged.verdict);
                open.extend(judged.missing);
                conditions.push(judged.told);
            }
            if all == Verdict::NotProven {
                missing.extend(open);
            }
            verdict = verdict.max(all);
            let name = name.clone();
            alternatives.push(v1::OriginAlternativeVerdict {
                name,
                verdict: all.as_str().into(),
                conditions,
            });
        }
        if verdict == Verdict::Pass {
            missing.clear();
        }
        let mut remarks = Vec::new();
        let worked = part.materials.iter().any(|material| material.is_foreign() || material.cumulated);
        match part.product.given.minimal_operations {
            Some(true) => {
                verdict = Verdict::Fail;
                remarks.push(
                    "nothing but minimal operations: never enough, whatever the arithmetic says".into(),
                );
            }
            None if worked && verdict != Verdict::Fail => {
                verdict = verdict.min(Verdict::NotProven);
                missing.insert(lacks("operations", &part.product.given.id));
            }
            _ => {}
        }
        if excluded > 0 && verdict == Verdict::Pass {
            verdict = Verdict::NotProven;
            missing.insert(lacks("rows", &excluded.to_string()));
        }
        if verdict == Verdict::Fail {
            missing.clear();
        }
        let usual = figures.word("rule-edition");
        if !usual.is_empty() && usual != part.product.rule_edition {
            remarks.push(format!(
                "the agreement's rules are written in {usual}; this one is stated in {}",
                part.product.rule_edition
            ));
        }
        part.verdict = Some(verdict);
        part.open.clone_from(&missing);
        written(part, verdict, missing, alternatives, remarks)
    }
}

fn text(value: Option<&Fraction>) -> String {
    value.map_or_else(String::new, Fraction::to_string)
}

fn written(
    part: &Part,
    verdict: Verdict,
    missing: Missing,
    alternatives: Vec<v1::OriginAlternativeVerdict>,
    mut remarks: Vec<String>,
) -> Result<v1::OriginVerdict, Error> {
    let foreign = foreign_value(&part.materials, |_| Verdict::Pass)?;
    let ours = originating_value(&part.materials)?;
    let given = &part.product.given;
    let materials = part.materials.iter().map(|material| {
        let share = material.share.try_mul(&Fraction::whole(100))?;
        if material.because == "no-cumulation" {
            let name = material.name();
            let country = &material.given.country;
            remarks.push(format!("`{name}` originates in `{country}`; without a cumulation of the agreement it counts as non-originating"));
        }
        Ok(v1::OriginMaterialVerdict {
            id: material.given.id.clone(),
            name: material.given.name.clone(),
            hs_code: material.code.digits().into(),
            hs_edition: material.code.edition().into(),
            quantity: material.given.quantity.clone(),
            unit: material.given.unit.clone(),
            value: text(material.value.as_ref()),
            country: material.given.country.clone(),
            status: material.status.as_str().into(),
            originating_percent: match material.status {
                Status::Originating => "100".into(),
                _ => share.to_string(),
            },
            because: material.because.into(),
            evidence: material.given.evidence.clone(),
        })
    });
    let materials = materials.collect::<Result<Vec<_>, Error>>()?;
    Ok(v1::OriginVerdict {
        product: given.id.clone(),
        name: given.name.clone(),
        hs_code: part.product.code.digits().into(),
        hs_edition: part.product.code.edition().into(),
        rule: given.rule.says.clone(),
        rule_source: given.rule.source.clone(),
        basis: part.product.basis_name.into(),
        value: text(part.product.basis.as_ref()),
        verdict: verdict.as_str().into(),
        missing: missing.into_iter().collect(),
        non_originating_least: foreign.least.to_string(),
        non_originating_most: text(foreign.most.as_ref()),
        originating: ours.least.to_string(),
        alternatives,
        materials,
        remarks,
    })
}
