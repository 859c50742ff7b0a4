//! The operator's emissions report: every item of Annex IV of the act on methods, with what the document and its figures
//! say to it, and what is still missing (METHODS M-150, M-151).

mod common;
mod draft;
mod electricity;
mod full;
mod precursors;
mod summary;

use super::importer::{Allocated, allocations};
use super::{embedded, figures};
use crate::cbam::Tables;
use crate::error::Error;
use crate::factor::Catalog;
use crate::wire::v1::{self, canonical_digest};
use draft::Draft;

/// Whose annex asks for the items.
const BASIS: &str = "Implementing Regulation (EU) 2025/2547, Article 10 and Annex IV";

/// Everything that items are written from.
struct Facts<'f> {
    tables: Tables<'f>,
    request: &'f v1::CbamEmbeddedRequest,
    figures: &'f v1::CbamEmbeddedReport,
    allocations: &'f [v1::CbamAllocation],
}

/// The operator's emissions report of an installation: 35 items, the addendum for electricity, the summary of 16 items
/// and the parameters of the sector, each `given`, `missing` or `none`.
///
/// # Units
/// Each statement names its unit; specific embedded emissions are rounded once, by the choice of the document.
///
/// # Method
/// M-150 (items), M-151 (shares of indirect emissions); the figures by M-120 to M-131, free allocation by M-105.
///
/// # Errors
/// As [`embedded`](super::embedded()). What the report misses is in its items.
///
/// # Example
/// ```
/// use emitrace::cbam::report;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamEmbeddedRequest, CbamInstallation, CbamMadeGood, CbamProcess, CbamStatedEmission};
///
/// let answer = report(&Catalog::bundled()?, &CbamEmbeddedRequest {
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
/// let item = |point: &str, number: &str| {
///     answer.report.items.iter().find(|item| item.point == point && item.number == number)
/// };
/// // 1.1, item 15(a): 60 t for 1000 t; item 1(a): nobody said who the operator is.
/// assert!(item("1.1", "15").is_some_and(|item| item.facts[0].value == "0.06"));
/// assert!(item("1.1", "1").is_some_and(|item| item.facts[0].state == "missing"));
/// assert_eq!(item("1.1", "5").map(|item| &*item.state), Some("none"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn report(catalog: &Catalog, request: &v1::CbamEmbeddedRequest) -> Result<v1::CbamReportAnswer, Error> {
    let answer = embedded(catalog, request)?;
    let allocated = allocated(catalog, request, &answer.report)?;
    let facts =
        Facts { tables: Tables::new(catalog), request, figures: &answer.report, allocations: &allocated };
    let mut draft = Draft::default();
    full::items(&facts, &mut draft)?;
    summary::items(&facts, &mut draft)?;
    common::sector(&facts, &mut draft);
    let items = draft.into_items();
    let missing = items.iter().filter(|item| item.state == "missing").count();
    let report = v1::CbamOperatorReport {
        complete: answer.report.complete && missing == 0,
        missing: u64::try_from(missing).unwrap_or(u64::MAX),
        basis: BASIS.into(),
        verifier: request.statements.verifier.clone(),
        verification_report: request.statements.verification_report.clone(),
        embedded_digest: answer.digest,
        items,
        allocations: allocated,
        figures: answer.report,
    };
    Ok(v1::CbamReportAnswer {
        schema: v1::CBAM_REPORT_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&report)?,
        report,
    })
}

/// Free allocation of each good; nothing while an error keeps a figure out.
fn allocated(
    catalog: &Catalog,
    request: &v1::CbamEmbeddedRequest,
    figures: &v1::CbamEmbeddedReport,
) -> Result<Vec<v1::CbamAllocation>, Error> {
    // Free allocation came with the definitive period.
    if figures.goods.is_empty() || figures.regime == "transitional" {
        return Ok(Vec::new());
    }
    let said = figures::actuals(request, figures)?;
    let all: Vec<Allocated> = allocations(catalog, (&said, &figures.installation.country, &figures.period))?;
    let goods = figures.goods.iter().zip(all);
    Ok(goods
        .map(|(good, allocated)| {
            let (sefa_t_co2e, parts, missing) = match allocated {
                Ok((sefa, parts)) => (sefa, parts, String::new()),
                Err(why) => (String::new(), Vec::new(), why),
            };
            v1::CbamAllocation {
                process: good.process.clone(),
                cn: good.cn.clone(),
                sefa_t_co2e,
                parts,
                missing,
            }
        })
        .collect())
}

#[cfg(test)]
mod tests;
