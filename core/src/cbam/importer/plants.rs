//! Installations as documents of their operators: what they say about their goods is computed (METHODS M-114).

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::actual::{Place, Said};
use crate::cbam::{self, covered};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::factor::{Catalog, fold};
use crate::number::Fraction;
use crate::wire::v1;

/// A document and what it comes to.
#[derive(Debug)]
pub(super) struct Plant {
    /// As the imports write it.
    pub(super) installation: String,
    pub(super) answer: v1::CbamEmbeddedAnswer,
    goods: Vec<v1::CbamActual>,
}

impl Plant {
    /// As the answer names it.
    pub(super) fn shown(&self) -> v1::CbamPlantUse {
        let report = &self.answer.report;
        v1::CbamPlantUse {
            installation: self.installation.clone(),
            name: report.installation.name.clone(),
            period: report.period.clone(),
            complete: report.complete,
            goods: report.goods.iter().map(|good| good.cn.clone()).collect(),
            digest: self.answer.digest.clone(),
            packs: report.packs.clone(),
        }
    }
}

/// Computes every document; its faults are told with their place.
///
/// # Errors
/// Those of packs, of choices within a document and of numbers, with the place of the document.
pub(super) fn plants(
    catalog: &Catalog,
    request: &v1::CbamImportRequest,
    tell: &mut dyn FnMut(Finding),
) -> Result<Vec<Plant>, Error> {
    let own = request.plants.iter().map(name);
    let known: BTreeSet<String> =
        request.installations.iter().map(|said| said.installation.as_str()).chain(own).map(fold).collect();
    let mut plants = Vec::with_capacity(request.plants.len());
    for (at, given) in request.plants.iter().enumerate() {
        let placed = |error: Error| {
            let inner = error.path().to_owned();
            error.at(format!("/plants/{at}/document{inner}"))
        };
        let packs = with_packs(catalog, &given.document.packs).map_err(placed)?;
        let answer = cbam::embedded(&packs, &given.document).map_err(placed)?;
        for finding in &answer.report.findings {
            tell(told(at, finding));
        }
        let transitional = answer.report.regime == "transitional";
        if transitional {
            let message = format!(
                "the document of {} follows the rules of the transitional period",
                given.document.period
            );
            let error = Error::new(Code::BadActual, message).with_help(
                "a declaration needs the definitive rules: ask for them with `regime`, or take the document of a later period",
            );
            let place = Position::new(0, 0, format!("/plants/{at}/document/period"));
            tell(Finding::from_error(&error, place, &given.document.period));
        }
        let goods = match transitional {
            true => Vec::new(),
            false => goods(given, &answer.report, &known).map_err(placed)?,
        };
        plants.push(Plant { installation: name(given).into(), answer, goods });
    }
    Ok(plants)
}

/// What the documents say about goods; of those that cannot be computed only the place.
pub(super) fn said(plants: &[Plant]) -> impl Iterator<Item = Said<'_>> {
    plants.iter().enumerate().flat_map(|(at, plant)| {
        let place = Place::Plant(at);
        let broken =
            plant.goods.is_empty().then_some(Said::Broken { installation: &plant.installation, place });
        broken.into_iter().chain(plant.goods.iter().map(move |actual| Said::Of { actual, place }))
    })
}

/// The name that the imports know the installation by.
fn name(plant: &v1::CbamPlant) -> &str {
    if plant.installation.is_empty() { &plant.document.installation.name } else { &plant.installation }
}

/// The way down within an installation.
///
/// # Errors
/// As [`embedded`].
pub(super) fn explain(catalog: &Catalog, plant: &v1::CbamPlant) -> Result<v1::CbamExplainAnswer, Error> {
    cbam::explain(&*with_packs(catalog, &plant.document.packs)?, &plant.document)
}

fn with_packs<'c>(catalog: &'c Catalog, packs: &[String]) -> Result<Cow<'c, Catalog>, Error> {
    let mut catalog = Cow::Borrowed(catalog);
    for pack in packs {
        catalog.to_mut().add_pack_text(pack)?;
    }
    Ok(catalog)
}

/// A remark about a document, among those about the imports.
fn told(at: usize, said: &v1::CbamFinding) -> Finding {
    let severity = [Severity::Error, Severity::Warning, Severity::Info];
    let severity = severity.into_iter().find(|known| known.as_str() == said.severity);
    Finding {
        position: Position::new(0, 0, format!("/plants/{at}/document{}", said.path)),
        code: *Code::ALL.iter().find(|code| code.as_str() == said.code).unwrap_or(&Code::Internal),
        severity: severity.unwrap_or(Severity::Error),
        value: "".into(),
        message: said.message.as_str().into(),
        help: [&*said.help, &*said.rule]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(". ")
            .into(),
    }
}

/// The goods of a document as an installation states them: for a tonne (a MWh), with the precursors that are in it.
fn goods(
    plant: &v1::CbamPlant,
    report: &v1::CbamEmbeddedReport,
    known: &BTreeSet<String>,
) -> Result<Vec<v1::CbamActual>, Error> {
    let mut goods = Vec::with_capacity(report.goods.len());
    for good in &report.goods {
        let process = plant.document.processes.iter().find(|process| process.id == good.process);
        let mut prices = plant.carbon_prices.iter();
        let price = prices.find(|paid| digits(&paid.cn_code) == digits(&good.cn));
        goods.push(v1::CbamActual {
            installation: name(plant).into(),
            cn_code: good.cn.clone(),
            year: plant.document.period.clone(),
            see_direct_t_co2e: good.see_direct_per_t.clone(),
            see_indirect_t_co2e: good.see_indirect_per_t.clone(),
            per: if good.functional_unit == "kWh" { "MWh" } else { "t" }.into(),
            route: process.map(|process| process.benchmark_route.clone()).unwrap_or_default(),
            verified: plant.verified,
            precursors: precursors(plant, report, good, known)?,
            carbon_price_eur_per_t: price.map(|paid| paid.eur_per_t.clone()).unwrap_or_default(),
            ..v1::CbamActual::default()
        });
    }
    Ok(goods)
}

/// The digits of a code, however it is spaced.
pub(super) fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// What is in a tonne of a good: goods of other processes, and what was bought, batch by batch.
fn precursors(
    plant: &v1::CbamPlant,
    report: &v1::CbamEmbeddedReport,
    good: &v1::CbamGoodResult,
    known: &BTreeSet<String>,
) -> Result<Vec<v1::CbamPrecursor>, Error> {
    let number = |text: &str| {
        let message = || Error::new(Code::Internal, "a figure of an answer is no number");
        Fraction::parse(text).ok_or_else(message)
    };
    let units = number(&good.functional_units_per_t)?;
    let inputs = report.processes.iter().filter(|process| process.id == good.process);
    let process = plant.document.processes.iter().find(|process| process.id == good.process);
    let mut precursors = Vec::new();
    if let Some((process, made)) = process.zip(inputs.clone().next()) {
        precursors = covered::precursors(process, (&number(&made.activity_level)?, &units))?;
    }
    for input in inputs.flat_map(|process| &process.inputs) {
        let tonnes = number(&input.t_per_functional_unit)?.try_mul(&units)?;
        let bought = report.precursors.iter().find(|bought| bought.id == input.from);
        let stated = plant.document.precursors.iter().find(|bought| bought.id == input.from);
        let (Some(bought), Some(stated)) = (bought, stated) else {
            precursors.push(v1::CbamPrecursor {
                cn_code: input.cn.clone(),
                t_per_t: tonnes.to_string(),
                installation: name(plant).into(),
                ..v1::CbamPrecursor::default()
            });
            continue;
        };
        let whole = number(&bought.quantity_t)?;
        for (batch, said) in bought.batches.iter().zip(&stated.batches) {
            let part = tonnes.try_mul(&number(&batch.quantity_t)?)?.try_div(&whole)?;
            // Without the data of who made it, or what they state, its free allocation goes by column B.
            let actual_data = batch.determination == "actual";
            let actual = actual_data && known.contains(&fold(&said.installation));
            precursors.push(v1::CbamPrecursor {
                cn_code: bought.cn.clone(),
                t_per_t: part.to_string(),
                installation: if actual { said.installation.clone() } else { String::new() },
                origin: said.country.clone(),
                route: said.benchmark_route.clone(),
                variant: stated.variant.clone(),
                sefa_t_co2e_per_t: if actual_data { said.sefa_per_t.clone() } else { String::new() },
                within: false,
            });
        }
    }
    Ok(precursors)
}
