//! What an importer needs of an installation: its goods in the shape that a declaration takes.

use super::covered;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::Fraction;
use crate::wire::v1;

/// Just the figures that an importer needs of an installation: its goods as a declaration takes them, the editions that they
/// rest on, and the digest of the whole report.
///
/// # Units
/// Tonnes of CO2 equivalent for one of the functional unit, rounded by the choice of the document; precursors in tonnes for a
/// tonne, exactly.
///
/// # Method
/// M-153.
///
/// # Errors
/// `FIGURES_INCOMPLETE` while an error keeps a figure out or the document follows the transitional rules; else as
/// [`report`](super::report()).
///
/// # Example
/// ```
/// use emitrace::cbam::figures;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamEmbeddedRequest, CbamInstallation, CbamMadeGood, CbamProcess, CbamStatedEmission};
///
/// let figures = figures(&Catalog::bundled()?, &CbamEmbeddedRequest {
///     installation: CbamInstallation { name: "Mill".into(), country: "VN".into(), ..Default::default() },
///     period: "2026".into(),
///     processes: vec![CbamProcess {
///         id: "mill".into(),
///         goods: vec![CbamMadeGood { cn: "7214 20 00".into(), quantity_t: "1000".into(), ..Default::default() }],
///         direct: vec![CbamStatedEmission { name: "furnace".into(), t_co2e: "60".into(), ..Default::default() }],
///         ..Default::default()
///     }],
///     ..Default::default()
/// })?;
/// let bars = &figures.installations[0];
/// assert_eq!((&*bars.installation, &*bars.see_direct_t_co2e, bars.verified), ("Mill", "0.06", false));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn figures(catalog: &Catalog, request: &v1::CbamEmbeddedRequest) -> Result<v1::CbamFigures, Error> {
    let answer = super::report(catalog, request)?;
    let figures = &answer.report.figures;
    if !figures.complete || figures.goods.is_empty() || figures.regime == "transitional" {
        let first = figures.findings.iter().find(|finding| finding.severity == "error");
        let why = first.map_or_else(
            || "the document has no goods of the definitive period".to_owned(),
            |finding| format!("{} ({})", finding.message, finding.path),
        );
        return Err(Error::new(Code::FiguresIncomplete, why));
    }
    let installation = &figures.installation;
    Ok(v1::CbamFigures {
        schema: v1::CBAM_FIGURES_SCHEMA.into(),
        engine: answer.engine,
        installation: installation.name.clone(),
        operator: installation.operator.clone(),
        country: installation.country.clone(),
        registry_id: request.statements.registry_id.clone(),
        period: figures.period.clone(),
        act: figures.act.clone(),
        rounding: format!("{} decimals, {}", figures.decimals, figures.ties),
        installations: actuals(request, figures)?,
        verifier: request.statements.verifier.clone(),
        verification_report: request.statements.verification_report.clone(),
        packs: figures
            .packs
            .iter()
            .map(|pack| v1::CbamPackEdition {
                id: pack.id.clone(),
                edition: pack.edition.clone(),
                sha256: pack.sha256.clone(),
            })
            .collect(),
        report_digest: answer.digest,
    })
}

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
        let process = report.processes.iter().find(|process| process.id == good.process);
        let mut precursors = match given.map(|(given, _)| given).zip(process) {
            Some((given, made)) => covered::precursors(given, (&fraction(&made.activity_level)?, &per_t))?,
            None => Vec::new(),
        };
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
            within: false,
        });
    }
    Ok(parts)
}

/// An exact figure of an answer.
pub(super) fn fraction(text: &str) -> Result<Fraction, Error> {
    Fraction::parse(text)
        .ok_or_else(|| Error::new(Code::Internal, format!("`{text}` is no figure of an answer")))
}
