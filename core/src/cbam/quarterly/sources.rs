//! What goods carry, from what installations state, from their documents, or from default values of the period.

use std::borrow::Cow;

use super::ledger::Line;
use crate::cbam::faults::{At, Faults, shown};
use crate::cbam::{CnCode, Tables, embedded};
use crate::error::{Code, Error};
use crate::factor::{Catalog, fold};
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// Decimals of specific embedded emissions, of factors and of electricity in a report.
const EMISSIONS: u32 = 7;
const FACTOR: u32 = 5;
const ELECTRICITY: u32 = 2;

/// Codes that the sample reports of the registry use; the code lists were not read.
pub(super) const ACTUAL: &str = "01";
pub(super) const ESTIMATED: &str = "02";
pub(super) const TONNES: &str = "01";
pub(super) const PER_TONNE: &str = "EMU1";

/// An installation with its computed document.
#[derive(Debug)]
pub(super) struct Source<'r> {
    said: &'r v1::CbamQuarterlySource,
    name: String,
    cn: Option<CnCode>,
    goods: Vec<v1::CbamGoodResult>,
}

/// Computes the documents; what is wrong with them is told.
///
/// # Errors
/// Those of packs and of choices within a document, with its place.
pub(super) fn sources<'r>(
    catalog: &Catalog,
    request: &'r v1::CbamQuarterlyRequest,
    faults: &mut Faults,
) -> Result<Vec<Source<'r>>, Error> {
    let mut sources = Vec::with_capacity(request.installations.len());
    for (index, said) in request.installations.iter().enumerate() {
        let at = At::root().key("installations").index(index);
        if said.installation.trim().is_empty() {
            faults.error(Code::MissingValue, &at.key("installation"), "the installation has no name");
        }
        let cn = match said.cn_code.as_str() {
            "" => None,
            text => faults.take(&at.key("cn_code"), CnCode::parse(text)),
        };
        if said.cn_code.is_empty() && said.document.is_none() {
            faults
                .error(Code::MissingValue, &at.key("cn_code"), "nothing says which good the figures are for")
                .help("write the code of the good; only a document speaks of all its goods");
        }
        let goods = match &said.document {
            None => Vec::new(),
            Some(document) => goods(catalog, document, &at.key("document"), faults)?,
        };
        sources.push(Source { said, name: fold(&said.installation), cn, goods });
    }
    Ok(sources)
}

/// The goods of a document, by the rules of the transitional regime.
fn goods(
    catalog: &Catalog,
    document: &v1::CbamEmbeddedRequest,
    at: &At,
    faults: &mut Faults,
) -> Result<Vec<v1::CbamGoodResult>, Error> {
    let placed = |error: Error| {
        let inner = format!("{}{}", at.as_str(), error.path());
        error.at(inner)
    };
    let mut packs = Cow::Borrowed(catalog);
    for pack in &document.packs {
        packs.to_mut().add_pack_text(pack).map_err(placed)?;
    }
    let report = embedded(&packs, document).map_err(placed)?.report;
    for finding in report.findings {
        let path = format!("{}{}", at.as_str(), finding.path);
        faults.repeat(v1::CbamFinding { path, ..finding });
    }
    if report.regime != "transitional" {
        let message = format!("the document of {} follows the rules from 2026 on", shown(&document.period));
        faults
            .error(Code::RegimeOfOtherPeriod, &at.key("period"), message)
            .help("give the document of a period until 2025");
        return Ok(Vec::new());
    }
    Ok(report.goods)
}

/// What the goods of a line carry; what is not known stays empty, and is told with the elements of the report.
pub(super) fn emissions(
    tables: Tables<'_>,
    request: &v1::CbamQuarterlyRequest,
    sources: &[Source<'_>],
    line: &Line<'_>,
    faults: &mut Faults,
) -> Result<v1::CbamQuarterlyEmissions, Error> {
    if line.default {
        return by_default(tables, &request.defaults, line, faults);
    }
    let name = fold(&line.installation);
    let of = |exact: bool| {
        sources.iter().find(|source| {
            let cn = source.cn.as_ref().map(CnCode::as_str);
            let fits = if exact { cn == Some(line.good.code.as_str()) } else { cn.is_none() };
            source.name == name && fits
        })
    };
    let Some(source) = of(true).or_else(|| of(false)) else {
        let message = format!("nothing is known of `{}` for `{}`", shown(&line.installation), line.good.code);
        faults.error(Code::ActualMissing, &At::root().key("installations"), message).help(
            "add the installation with the code of the good, or report default values where the law allowed them",
        );
        return Ok(v1::CbamQuarterlyEmissions::default());
    };
    let mut emissions = source.said.emissions.clone();
    if let Some(document) = &source.said.document {
        place(&mut emissions, document);
        let made = source.goods.iter().find(|good| good.cn == line.good.code.as_str());
        if let Some(good) = made {
            figures(&mut emissions, good)?;
        } else if !source.goods.is_empty() {
            let message =
                format!("the document of `{}` makes no `{}`", shown(&line.installation), line.good.code);
            faults.error(Code::ActualMissing, &At::root().key("installations"), message);
        }
    }
    Ok(emissions)
}

/// Who and where, as the document says it; what is stated goes before.
fn place(emissions: &mut v1::CbamQuarterlyEmissions, document: &v1::CbamEmbeddedRequest) {
    let of = &document.installation;
    let installation = &mut emissions.installation;
    let address = &mut installation.address;
    for (field, said) in [
        (&mut emissions.production_country, &of.country),
        (&mut installation.name, &of.name),
        (&mut installation.economic_activity, &of.economic_activity),
        (&mut address.country, &of.country),
        (&mut address.street, &of.address),
        (&mut address.unlocode, &of.unlocode),
        (&mut address.latitude, &of.latitude),
        (&mut address.longitude, &of.longitude),
        (&mut emissions.operator.name, &of.operator),
    ] {
        fill(field, said);
    }
}

/// The figures of a good, for a tonne.
///
/// # Method
/// M-147: rounded half-up to the decimals of the elements; all electricity counts, as the transitional regime had it.
fn figures(emissions: &mut v1::CbamQuarterlyEmissions, good: &v1::CbamGoodResult) -> Result<(), Error> {
    let exact = &good.exact_per_t;
    let number = |text: &str| {
        Fraction::parse(text).ok_or_else(|| Error::new(Code::Internal, "a figure of an answer is no number"))
    };
    let (direct, indirect, mwh) =
        (number(&exact.direct)?, number(&exact.indirect_all)?, number(&exact.electricity_mwh)?);
    let stated = &mut emissions.direct;
    fill(&mut stated.specific_embedded_emissions, &direct.rounded(EMISSIONS, Ties::HalfUp));
    fill(&mut stated.determination_type, ACTUAL);
    let electric = good.functional_unit == "kWh";
    if !electric {
        fill(&mut stated.measurement_unit, PER_TONNE);
    }
    let stated = &mut emissions.indirect;
    fill(&mut stated.specific_embedded_emissions, &indirect.rounded(EMISSIONS, Ties::HalfUp));
    fill(&mut stated.determination_type, ACTUAL);
    if !electric {
        fill(&mut stated.measurement_unit, PER_TONNE);
    }
    if !mwh.is_zero() {
        fill(&mut stated.electricity_consumed, &mwh.rounded(ELECTRICITY, Ties::HalfUp));
        fill(&mut stated.emission_factor, &indirect.try_div(&mwh)?.rounded(FACTOR, Ties::HalfUp));
    }
    Ok(())
}

/// Default values of the transitional period, from the pack that is named.
fn by_default(
    tables: Tables<'_>,
    defaults: &v1::CbamQuarterlyDefaults,
    line: &Line<'_>,
    faults: &mut Faults,
) -> Result<v1::CbamQuarterlyEmissions, Error> {
    let at = At::root().key("defaults").key("edition");
    let mut emissions = defaults.emissions.clone();
    fill(&mut emissions.production_country, &line.origin);
    fill(&mut emissions.direct.determination_type, ESTIMATED);
    fill(&mut emissions.direct.measurement_unit, PER_TONNE);
    fill(&mut emissions.indirect.determination_type, ESTIMATED);
    fill(&mut emissions.indirect.measurement_unit, PER_TONNE);
    if defaults.edition.is_empty() {
        faults
            .error(Code::ChoiceMissing, &at, format!("`{}` goes by default values, and no pack of them is named", line.good.code))
            .help("load the Commission's default values of the transitional period as a pack of kind `cbam-defaults` and name it; no pack that is shipped has them");
        return Ok(emissions);
    }
    let found = tables.default_value(&line.good, &line.origin, line.variant, Some(&defaults.edition));
    let Some(value) = faults.take(&at, found) else { return Ok(emissions) };
    if value.pack.shipped {
        let message = format!("`{}` holds default values from 2026 on", defaults.edition);
        faults
            .error(Code::RegimeOfOtherPeriod, &at, message)
            .rule("Implementing Regulation (EU) 2025/2621 applies to goods imported from 1 January 2026 on")
            .help("name a pack with the default values that the Commission published for the transitional period");
        return Ok(emissions);
    }
    for (field, figure) in [
        (&mut emissions.direct.specific_embedded_emissions, value.row.direct),
        (&mut emissions.indirect.specific_embedded_emissions, value.row.indirect),
    ] {
        if let Some(figure) = figure {
            fill(field, &figure.to_string());
        }
    }
    Ok(emissions)
}

/// Fills what is empty.
fn fill(field: &mut String, said: &str) {
    if field.is_empty() {
        *field = said.to_owned();
    }
}
