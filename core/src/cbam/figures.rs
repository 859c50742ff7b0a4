//! What an importer needs of an installation: its goods in the shape that a declaration takes.

use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

/// The goods of an installation as an importer writes them, in the order of the answer.
///
/// Goods of one code from several processes are told apart by the process in the installation's name, because a
/// declaration knows a good by installation and code.
pub(super) fn actuals(
    request: &v1::CbamEmbeddedRequest,
    report: &v1::CbamEmbeddedReport,
) -> Result<Vec<v1::CbamActual>, Error> {
    let mut said = Vec::with_capacity(report.goods.len());
    for good in &report.goods {
        let per_t = fraction(&good.functional_units_per_t)?;
        let given = given_good(request, good);
        let statements = &request.statements;
        let mut prices = statements.carbon_prices.iter();
        let paid = prices.find(|paid| digits(&paid.cn_code) == digits(&good.cn));
        // Electricity is declared by the megawatt hour, kilograms of nitrogen by their share of the mass.
        let (per, content) = match &*good.functional_unit {
            "t" => ("t", String::new()),
            "kWh" => ("MWh", String::new()),
            "kg-nitrogen" => ("kg-nitrogen", per_t.try_div(&Fraction::whole(1_000))?.to_string()),
            unit => (unit, per_t.to_string()),
        };
        let electricity = per == "MWh";
        let mut precursors = Vec::new();
        let process = report.processes.iter().find(|process| process.id == good.process);
        for input in process.into_iter().flat_map(|process| &process.inputs) {
            let t_per_t = fraction(&input.t_per_functional_unit)?.try_mul(&per_t)?;
            precursors.extend(precursor((request, report), input, &t_per_t)?);
        }
        said.push(v1::CbamActual {
            installation: name(report, good),
            cn_code: good.cn.clone(),
            year: report.period.clone(),
            see_direct_t_co2e: if electricity { &good.see_direct_per_t } else { &good.see_direct }.clone(),
            see_indirect_t_co2e: if electricity { &good.see_indirect_per_t } else { &good.see_indirect }
                .clone(),
            per: per.into(),
            content,
            route: given.map(|(process, _)| process.benchmark_route.clone()).unwrap_or_default(),
            verified: !statements.verifier.trim().is_empty()
                && !statements.verification_report.trim().is_empty(),
            precursors,
            carbon_price_eur_per_t: paid.map(|paid| paid.eur_per_t.clone()).unwrap_or_default(),
        });
    }
    Ok(said)
}

/// The process and the good of the document that a result is about.
pub(super) fn given_good<'r>(
    request: &'r v1::CbamEmbeddedRequest,
    good: &v1::CbamGoodResult,
) -> Option<(&'r v1::CbamProcess, &'r v1::CbamMadeGood)> {
    let process = request.processes.iter().find(|process| process.id == good.process)?;
    let wanted = digits(&good.cn);
    let found = process.goods.iter().find(|given| digits(&given.cn) == wanted && given.name == good.name)?;
    Some((process, found))
}

/// The digits of a code, however it is spaced.
fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// The installation, and the process where one code comes from several.
fn name(report: &v1::CbamEmbeddedReport, good: &v1::CbamGoodResult) -> String {
    let installation = &report.installation.name;
    let same = report.goods.iter().filter(|other| other.cn == good.cn).count();
    if same > 1 { format!("{installation} ({})", good.process) } else { installation.clone() }
}

/// A precursor: made in the installation, or bought, batch by batch.
fn precursor(
    (request, report): (&v1::CbamEmbeddedRequest, &v1::CbamEmbeddedReport),
    input: &v1::CbamInputResult,
    t_per_t: &Fraction,
) -> Result<Vec<v1::CbamPrecursor>, Error> {
    let made = report.goods.iter().find(|good| good.process == input.from && good.cn == input.cn);
    if let Some(made) = made {
        return Ok(vec![v1::CbamPrecursor {
            cn_code: made.cn.clone(),
            t_per_t: t_per_t.to_string(),
            installation: name(report, made),
            ..v1::CbamPrecursor::default()
        }]);
    }
    let bought = report.precursors.iter().find(|bought| bought.id == input.from);
    let given = request.precursors.iter().find(|given| given.id == input.from);
    let (Some(bought), Some(given)) = (bought, given) else { return Ok(Vec::new()) };
    let whole = fraction(&bought.quantity_t)?;
    let mut parts = Vec::with_capacity(bought.batches.len());
    for (batch, stated) in bought.batches.iter().zip(&given.batches) {
        let part = t_per_t.try_mul(&fraction(&batch.quantity_t)?)?.try_div(&whole)?;
        let actual = batch.determination == "actual";
        let supplier =
            if stated.installation.trim().is_empty() { &stated.supplier } else { &stated.installation };
        parts.push(v1::CbamPrecursor {
            cn_code: bought.cn.clone(),
            t_per_t: part.to_string(),
            installation: if actual { supplier.clone() } else { String::new() },
            origin: batch.country.clone(),
            route: stated.benchmark_route.clone(),
            variant: given.variant.clone(),
            sefa_t_co2e_per_t: if actual { stated.sefa_per_t.clone() } else { String::new() },
        });
    }
    Ok(parts)
}

/// An exact figure of an answer.
pub(super) fn fraction(text: &str) -> Result<Fraction, Error> {
    Fraction::parse(text)
        .ok_or_else(|| Error::new(Code::Internal, format!("`{text}` is no figure of an answer")))
}
