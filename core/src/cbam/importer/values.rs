//! What the tables say of a good, for somebody who has no ledger yet.

use super::actual::Actuals;
use super::choices::{Choices, Data};
use super::rate::{Key, Rater};
use crate::activity::import_name;
use crate::cbam::{Good, Subject, Tables, Variant};
use crate::error::{Error, Finding, Position};
use crate::factor::Catalog;
use crate::number::Ratio;
use crate::wire::v1;

/// The goods of Annex I whose codes begin as asked for.
///
/// # Method
/// M-100.
///
/// # Errors
/// `GOOD_NOT_IN_SCOPE` for what no code begins with; those of packs.
///
/// # Example
/// ```
/// use emitrace::cbam::goods;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CbamGoodsRequest;
///
/// let request = CbamGoodsRequest { cn_codes: vec!["2814".into()], ..Default::default() };
/// let answer = goods(&Catalog::bundled()?, &request)?;
/// assert_eq!((answer.goods.len(), answer.goods[0].category.as_str()), (2, "ammonia"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn goods(catalog: &Catalog, request: &v1::CbamGoodsRequest) -> Result<v1::CbamGoodsAnswer, Error> {
    let tables = Tables::new(catalog);
    let all = tables.goods()?;
    let mut wanted = vec![false; all.len()];
    for (at, code) in request.cn_codes.iter().enumerate() {
        let start: String =
            code.chars().filter(|letter| !matches!(letter, ' ' | '.' | '-' | '\u{a0}')).collect();
        // Of a ten-digit code the first eight are the good.
        let start = if start.len() == 10 { start.get(..8).unwrap_or(&start) } else { &start };
        let mut any = false;
        for (good, wanted) in all.iter().zip(&mut wanted) {
            if !start.is_empty() && good.row.cn.starts_with(start) {
                (*wanted, any) = (true, true);
            }
        }
        if !any {
            let path = format!("/cn_codes/{at}");
            let digits = !start.is_empty() && start.bytes().all(|byte| byte.is_ascii_digit());
            let message = format!("no good of Annex I has a code that begins with `{code}`");
            return Err(match tables.good(code) {
                Err(error) if !digits => error.at(path),
                _ => Error::new(crate::Code::GoodNotInScope, message).at(path),
            });
        }
    }
    let every = request.cn_codes.is_empty();
    let mut answer = v1::CbamGoodsAnswer { goods: Vec::new(), packs: Vec::new() };
    let mut ids = std::collections::BTreeSet::new();
    for (good, _) in all.iter().zip(&wanted).filter(|(_, wanted)| every || **wanted) {
        let (pack, category) = tables.category(&good.row.category)?;
        ids.extend([&*pack.id, &*good.pack.id]);
        answer.goods.push(shown(good, category));
    }
    answer.packs = super::packs(catalog, ids.into_iter());
    Ok(answer)
}

fn shown(good: &Good<'_>, category: &crate::factor::rows::CategoryRow) -> v1::CbamGood {
    let texts = |list: &[Box<str>]| list.iter().map(ToString::to_string).collect();
    let row = good.row;
    v1::CbamGood {
        cn_code: row.cn.to_string(),
        description: row.description.to_string(),
        sector: row.sector.as_str().into(),
        category: row.category.to_string(),
        category_name: category.name.to_string(),
        gases: texts(&row.gases),
        indirect: row.indirect,
        functional_unit: row.functional_unit.as_str().into(),
        complexity: row.complexity.to_string(),
        routes: texts(&category.routes),
        precursors: texts(&category.precursors),
        parameters: texts(&category.parameters),
        cell: row.cell.to_string(),
        confidence: row.confidence.to_string(),
        note: row.note.to_string(),
    }
}

/// What default values come to for a tonne of a good, with every benchmark of it.
///
/// # Units
/// t CO2e for a tonne (electricity: for a MWh).
///
/// # Method
/// M-101, M-102, M-104, M-105.
///
/// # Errors
/// What is missing or not known, with the path of the field that could mend it.
///
/// # Example
/// ```
/// use emitrace::cbam::values;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CbamValuesRequest;
///
/// let request = CbamValuesRequest {
///     cn_code: "7208 10 00".into(),
///     origin: "China".into(),
///     year: "2026".into(),
///     ..Default::default()
/// };
/// let answer = values(&Catalog::bundled()?, &request)?;
/// assert_eq!((&*answer.see_t_co2e, &*answer.certificates), ("3.5057", "2.16995"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn values(catalog: &Catalog, request: &v1::CbamValuesRequest) -> Result<v1::CbamValuesAnswer, Error> {
    let tables = Tables::new(catalog);
    let options = v1::CbamImportOptions {
        year: request.year.clone(),
        data: Data::Default.as_str().into(),
        defaults_edition: request.defaults_edition.clone(),
        ..v1::CbamImportOptions::default()
    };
    let choices = Choices::new(tables, &options).map_err(|error| {
        let path = error.path().replacen("/options", "", 1);
        error.at(path)
    })?;
    let good = tables.good(&request.cn_code).map_err(|error| error.at("/cn_code"))?;
    let origin = tables.origin(&request.origin).map_err(|error| error.at("/origin"))?;
    let variant = match request.variant.as_str() {
        "" => None,
        text => Some(Variant::parse(text).map_err(|error| error.at("/variant"))?),
    };
    let key = Key {
        good,
        origin,
        variant: good.code.variant().or(variant),
        installation: Box::default(),
        data: Data::Default,
        route: request.route.to_uppercase().into(),
        produced: choices.year,
    };
    let actuals = Actuals::default();
    let rater = Rater { choices: &choices, actuals: &actuals, shift: 0 };
    let rate = rater.rate(&key).map_err(|(field, error)| error.at(format!("/{}", import_name(field))))?;
    let edition = choices.edition.as_deref();
    let value = tables.default_value(&good, &key.origin.country, key.variant, edition)?;
    let certificates = rate.see.try_sub(rate.sefa)?.max(Ratio::ZERO);
    let mut benchmarks = Vec::new();
    for (pack, rows) in catalog.cbam_benchmarks()? {
        for row in rows.iter().filter(|row| *row.cn == *good.code.as_str()) {
            let meaning = tables.figure(Subject { figure: "route", about: &row.route }, choices.first_day());
            let mut id = format!("{}/{}/{}", pack.id, row.cn, row.column);
            for part in [&row.route, &row.period].into_iter().filter(|part| !part.is_empty()) {
                id.push('/');
                id.push_str(part);
            }
            benchmarks.push(v1::CbamBenchmark {
                id,
                column: row.column.to_string(),
                route: row.route.to_string(),
                route_name: meaning.map_or_else(|_| String::new(), |meaning| meaning.row.value.to_string()),
                period: row.period.to_string(),
                t_co2e: row.value.to_string(),
            });
        }
    }
    let findings = rate.remarks.iter().map(|(severity, field, error)| {
        let place = Position::new(0, 0, import_name(*field));
        v1::Finding::from(&Finding { severity: *severity, ..Finding::from_error(error, place, "") })
    });
    let shown =
        |amount: Option<crate::number::Amount>| amount.map_or_else(String::new, |amount| amount.to_string());
    Ok(v1::CbamValuesAnswer {
        cn_code: good.code.to_string(),
        origin: key.origin.country.to_string(),
        see_t_co2e: rate.see.to_string(),
        direct_t_co2e: shown(value.row.direct),
        indirect_t_co2e: shown(value.row.indirect),
        sefa_t_co2e: if rate.sefa_parts.is_empty() { String::new() } else { rate.sefa.to_string() },
        certificates: certificates.to_string(),
        benchmarks,
        findings: findings.collect(),
        packs: super::packs(catalog, rate.used.packs.iter().map(|id| &**id)),
        see: rate.see_parts,
        sefa: rate.sefa_parts,
    })
}
