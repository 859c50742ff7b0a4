//! Precursors that are bought: actual data, default values, several suppliers and periods (METHODS M-129, M-131).

use chrono::NaiveDate;

use super::faults::{At, Faults};
use super::product::{Named, Product};
use super::regime::Regime;
use super::specific::Specific;
use super::{Subject, Tables, Variant, read};
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::number::Fraction;
use crate::wire::v1;

/// The tables' code for a country that is not known.
const UNKNOWN: &str = "XX";

/// A bought precursor, averaged.
#[derive(Clone, Debug)]
pub(super) struct Bought<'c> {
    pub(super) id: String,
    pub(super) at: At,
    pub(super) product: Product<'c>,
    pub(super) quantity: Fraction,
    /// For a tonne.
    pub(super) see: Specific,
    pub(super) parts: Vec<Part>,
    pub(super) shown: v1::CbamPrecursorResult,
    /// Where country, default values and mark-up were looked up.
    pub(super) packs: Vec<&'c Pack>,
}

/// A batch of it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) quantity: Fraction,
    /// For a tonne.
    pub(super) see: Specific,
    /// Of a default value: the mark-up that is in it.
    pub(super) mark_up: Option<Fraction>,
}

/// A precursor with the average of what it was bought of.
pub(super) fn bought<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    (given, year): (&v1::CbamBoughtPrecursor, &str),
    at: &At,
) -> Option<Bought<'c>> {
    let named = Named { cn: &given.cn, category: &given.category, content: &given.content };
    let product = Product::read(tables, faults, named, false, at)?;
    let variant = match given.variant.is_empty() {
        true => None,
        false => Some(faults.take(&at.key("variant"), Variant::parse(&given.variant))?),
    };
    if given.batches.is_empty() {
        faults
            .error(
                Code::MissingValue,
                &at.key("batches"),
                "it is not stated what the precursor was bought of",
            )
            .help("write a batch for each installation and period that it is from");
        return None;
    }
    let before = faults.errors();
    let (mut quantity, mut sum) = (Fraction::zero(), Specific::zero());
    let (mut batches, mut packs, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (index, batch) in given.batches.iter().enumerate() {
        let at = at.key("batches").index(index);
        let Some(read) = one(tables, faults, (&product, given, variant), (batch, year), &at) else {
            continue;
        };
        let added = || {
            Ok::<_, Error>((quantity.try_add(&read.quantity)?, sum.plus(&read.see.times(&read.quantity)?)?))
        };
        (quantity, sum) = faults.take(&at, added())?;
        batches.push(read.shown);
        packs.extend(read.packs);
        parts.push(Part { quantity: read.quantity, see: read.see, mark_up: read.mark_up });
    }
    if faults.errors() > before {
        return None;
    }
    if quantity.is_zero() {
        faults.error(Code::MissingValue, &at.key("batches"), "nothing of the precursor was bought");
        return None;
    }
    let see = faults.take(at, sum.over(&quantity))?;
    let shown = v1::CbamPrecursorResult {
        id: given.id.clone(),
        name: given.name.clone(),
        cn: product.cn.clone(),
        category: product.category().into(),
        quantity_t: quantity.to_string(),
        used_t: String::new(),
        see_per_t: see.shown(),
        batches,
    };
    Some(Bought { id: given.id.clone(), at: at.clone(), product, quantity, see, parts, shown, packs })
}

struct Batch<'c> {
    quantity: Fraction,
    see: Specific,
    mark_up: Option<Fraction>,
    shown: v1::CbamBatchResult,
    packs: Vec<&'c Pack>,
}

fn one<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    (product, given, variant): (&Product<'_>, &v1::CbamBoughtPrecursor, Option<Variant>),
    (batch, year): (&v1::CbamBatch, &str),
    at: &At,
) -> Option<Batch<'c>> {
    let quantity = read::needed(faults, &batch.quantity_t, &at.key("quantity_t"), "the quantity (t)");
    let origin = faults.take(&at.key("country"), tables.origin(&batch.country));
    let period = if batch.period.is_empty() { year } else { &batch.period };
    let known: &[&str] = match tables.regime {
        Regime::Transitional => &["actual", "default", "estimate"],
        Regime::Definitive => &["actual", "default"],
    };
    let determination =
        read::word(faults, &batch.determination, known, &at.key("determination"), "the determination");
    let (quantity, origin, determination) = (quantity?, origin?, determination?);
    let mut packs: Vec<&Pack> = origin.row.iter().map(|(pack, _)| *pack).collect();
    let mut mark_up = None;
    let (see, determination, source) = if tables.regime.is_transitional() {
        let see = reported(faults, product, (batch, given), at)?;
        (see, determination, batch.verification_report.clone())
    } else if origin.is_exempt() {
        let message = "the precursor was made where embedded emissions count zero; its mass stays";
        faults
            .info(Code::OriginExempt, &at.key("country"), message)
            .rule("Regulation (EU) 2023/956, Article 2 and Annex III; Implementing Regulation (EU) 2025/2547, Annex III B")
            .help("nothing needs to be done; keep the proof of origin");
        (Specific::zero(), "exempt", format!("origin {}", origin.country))
    } else if determination == "actual" {
        let see = actual(faults, product, (batch, given), at)?;
        (see, determination, batch.verification_report.clone())
    } else {
        let country = &*origin.country;
        let Default { see, mark_up: added, source, packs: used } =
            default(tables, faults, (product, country, variant), period, at)?;
        packs.extend(used);
        mark_up = Some(added);
        (see, determination, source)
    };
    let shown = v1::CbamBatchResult {
        supplier: batch.supplier.clone(),
        country: origin.country.to_string(),
        period: period.into(),
        quantity_t: quantity.to_string(),
        determination: determination.into(),
        see_per_t: see.shown(),
        source,
    };
    Some(Batch { quantity, see, mark_up, shown, packs })
}

/// What the supplier's verified report says, for a tonne.
fn actual(
    faults: &mut Faults,
    product: &Product<'_>,
    (batch, given): (&v1::CbamBatch, &v1::CbamBoughtPrecursor),
    at: &At,
) -> Option<Specific> {
    let before = faults.errors();
    let direct =
        read::needed(faults, &batch.see_direct, &at.key("see_direct"), "direct embedded emissions (t CO2e)");
    let stated = read::optional(faults, &batch.see_indirect, &at.key("see_indirect"));
    let mwh = read::optional(faults, &batch.mwh, &at.key("mwh"));
    let factor = read::optional(faults, &batch.t_co2e_per_mwh, &at.key("t_co2e_per_mwh"));
    if mwh.is_some() && factor.is_none() && stated.is_none() {
        faults.error(
            Code::MissingValue,
            &at.key("t_co2e_per_mwh"),
            "the factor of the electricity (t CO2e/MWh) is missing",
        );
    }
    if product.indirect() && stated.is_none() && mwh.is_none() {
        faults
            .error(Code::MissingValue, &at.key("see_indirect"), "indirect embedded emissions (t CO2e) are missing")
            .rule("Implementing Regulation (EU) 2025/2547, Annex I, point 3.1: indirect emissions of a precursor that is no good of Annex II are added")
            .help("ask the supplier; write 0 only if the supplier states zero");
    }
    let per_unit = match (&*batch.per, product.plain()) {
        ("" | "t", true) | ("t", false) => false,
        ("functional-unit", plain) => !plain,
        ("", false) => {
            let message =
                format!("it is not stated whether the figures are for a tonne or for a {}", product.unit());
            faults.error(Code::ChoiceMissing, &at.key("per"), message).help("write `t` or `functional-unit`");
            false
        }
        _ => {
            let message =
                format!("`{}` is neither `t` nor `functional-unit`", super::faults::shown(&batch.per));
            faults.error(Code::UnknownValue, &at.key("per"), message);
            false
        }
    };
    if per_unit && given.content.is_empty() && product.category() != "cement-clinker" {
        let message = "the content is missing that leads from the functional unit to the tonne";
        faults
            .error(Code::ParameterMissing, &at.key("per"), message)
            .help("write the `content` of the precursor: clinker or nitrogen of a tonne");
    }
    let unverified = batch.verification_report.trim().is_empty() || batch.verifier.trim().is_empty();
    if unverified && !product.is_transitional() {
        let message = "the actual data are not verified: an importer cannot use what is computed with them";
        faults
            .warning(Code::NotVerified, &at.key("verification_report"), message)
            .rule("Implementing Regulation (EU) 2025/2547, Annex III B: actual data of a precursor need a verification report of an accredited verifier for the sector and the period; else the default value with mark-up holds")
            .help("name verifier and report, or write the determination `default`");
    }
    if faults.errors() > before {
        return None;
    }
    let (direct, nothing) = (direct?, Fraction::zero());
    let computed = || -> Result<Specific, Error> {
        let indirect_all = match (&stated, &mwh, &factor) {
            (Some(stated), ..) => stated.clone(),
            (None, Some(mwh), Some(factor)) => mwh.try_mul(factor)?,
            _ => nothing.clone(),
        };
        let indirect = if product.indirect() { indirect_all.clone() } else { nothing.clone() };
        let mwh = mwh.clone().unwrap_or_else(Fraction::zero);
        let see = Specific { direct, indirect, indirect_all, from_defaults: nothing.clone(), mwh };
        match per_unit {
            true => see.times(&product.per_base)?.times(&product.per_t),
            false => Ok(see),
        }
    };
    faults.take(at, computed())
}

/// What an operator's file of the transitional regime states, for a tonne: measured values, and the Commission's
/// default values of that time, which had no mark-up. What is not measured counts as estimated.
fn reported(
    faults: &mut Faults,
    product: &Product<'_>,
    (batch, given): (&v1::CbamBatch, &v1::CbamBoughtPrecursor),
    at: &At,
) -> Option<Specific> {
    let known = ["actual", "default", "estimate"];
    let place = at.key("indirect_determination");
    let indirect = match batch.indirect_determination.is_empty() {
        true => &batch.determination,
        false => read::word(faults, &batch.indirect_determination, &known, &place, "the determination")?,
    };
    let mut see = actual(faults, product, (batch, given), at)?;
    let mut estimated = Fraction::zero();
    for (how, part) in [(&*batch.determination, &see.direct), (indirect, &see.indirect)] {
        if how != "actual" {
            estimated = faults.take(at, estimated.try_add(part))?;
        }
    }
    see.from_defaults = estimated;
    Some(see)
}

/// A default value in use.
struct Default<'c> {
    see: Specific,
    mark_up: Fraction,
    source: String,
    packs: [&'c Pack; 2],
}

/// The default value of the country with the mark-up of the year, for a tonne.
fn default<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    (product, country, variant): (&Product<'_>, &str, Option<Variant>),
    year: &str,
    at: &At,
) -> Option<Default<'c>> {
    if product.cn.is_empty() {
        faults
            .error(
                Code::MissingValue,
                &at.key("determination"),
                "a default value stands by code, and the precursor has none",
            )
            .help("write `cn` of the precursor, eight digits");
        return None;
    }
    let value = faults.take(at, tables.default_value(&product.good, country, variant, None))?;
    let day = NaiveDate::parse_from_str(&format!("{year}-12-31"), "%Y-%m-%d");
    let day = faults.take(
        &at.key("period"),
        day.map_err(|_| Error::new(Code::BadDate, format!("`{year}` is no year"))),
    )?;
    let sector = product.good.row.sector.as_str();
    let mark_up = tables.figure(Subject { figure: "mark-up", about: sector }, day);
    let figure = faults.take(&at.key("period"), mark_up)?;
    let mark_up = faults.take(&at.key("period"), figure.amount())?;
    if country == UNKNOWN {
        let message = "the country is not known: the highest value holds";
        faults
            .warning(Code::CountryUnknown, &at.key("country"), message)
            .rule("Implementing Regulation (EU) 2025/2621, Article 1(5) and Annex IV")
            .help("find out where the precursor was made");
    }
    if let Some(why) = value.fallback {
        let message =
            format!("`{country}` has no value of its own ({}): `{}` is taken", why.as_str(), value.id());
        faults
            .info(Code::DefaultFromOther, &at.key("country"), message)
            .rule("Implementing Regulation (EU) 2025/2621, Annex I: the whole row of other countries and territories");
    }
    if !value.compared {
        let message = format!("`{}` was never compared with the corrected annex", value.id());
        faults
            .info(Code::DefaultNotCompared, at, message)
            .rule("Implementing Regulation (EU) 2026/1740 replaces Annexes I and IV of (EU) 2025/2621 from 1 January 2026")
            .help("compare the value with the correction in the Official Journal if it decides money");
    }
    let computed = || -> Result<Specific, Error> {
        let factor = Fraction::one().try_add(&mark_up.into())?;
        let total = Fraction::from(value.total);
        // The total is what counts; the column of indirect emissions only says how it is made up.
        let indirect = value.row.indirect.map_or_else(Fraction::zero, Fraction::from);
        let indirect = if product.indirect() && indirect <= total { indirect } else { Fraction::zero() };
        let see = Specific {
            direct: total.try_sub(&indirect)?,
            indirect_all: indirect.clone(),
            indirect,
            from_defaults: total,
            mwh: Fraction::zero(),
        };
        see.times(&factor)
    };
    let see = faults.take(at, computed())?;
    let source = format!("{}: {} × (1 + {mark_up}), {}", value.id(), value.total, value.pack.edition);
    Some(Default { see, mark_up: mark_up.into(), source, packs: [value.pack, figure.pack] })
}
