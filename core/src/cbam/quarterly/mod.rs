//! The quarterly report of the transitional period (2023 to 2025) as XML: written and read back.
//!
//! `elements.rs` is the list of elements, as data; `write.rs`, `read.rs` and `check.rs` walk it. `ledger.rs` and
//! `sources.rs` make the goods of a report of a ledger and of what installations say; `rules.rs` are rules beyond the list.

mod check;
mod elements;
mod ledger;
mod read;
mod rules;
mod sources;
mod write;

use std::collections::BTreeSet;
use std::io::Read;

use serde_json::{Map, Value};

use super::Tables;
use super::faults::{At, Faults};
use super::importer::packs;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::factor::rows::Sector;
use crate::number::{Fraction, Ties};
use crate::told::found;
use crate::wire::v1;

use ledger::{Imports, Line};
use sources::{Source, TONNES};

/// Decimals of quantities in a report.
const QUANTITY: u32 = 6;

/// The quarterly report of an importer as XML, and what is missing in it.
///
/// Without `imports` the goods are those of the request's report.
///
/// # Units
/// Tonnes (electricity: MWh) with six decimals, specific embedded emissions in t CO2e a tonne with seven.
///
/// # Method
/// M-144, M-145, M-147, M-148.
///
/// # Errors
/// `CHOICE_MISSING` or `UNKNOWN_VALUE` for a choice or a quarter that a ledger needs; `IO`, `LIMIT_EXCEEDED`, those of packs.
/// Everything else that is wrong is a finding of the answer.
///
/// # Example
/// ```
/// use emitrace::cbam::quarterly;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamQuarterlyReport, CbamQuarterlyRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit,installation\n2025-11-03,7318 15 95,VN,12500,kg,Bolt works\n";
/// let report = CbamQuarterlyReport { year: "2025".into(), reporting_period: "Q4".into(), ..Default::default() };
/// let request = CbamQuarterlyRequest { report, data: "actual".into(), ..Default::default() };
/// let answer = quarterly(Some(imports.as_bytes()), &Catalog::bundled()?, &request)?;
/// assert_eq!(answer.report.goods[0].imported.net_mass, "12.5");
/// assert!(answer.xml.contains("<NetMass>12.5</NetMass>"));
/// // Nobody says who reports: the file is written, and says itself that it is incomplete.
/// assert!(!answer.complete && answer.xml.contains("INCOMPLETE"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn quarterly<R: Read>(
    imports: Option<R>,
    catalog: &Catalog,
    request: &v1::CbamQuarterlyRequest,
) -> Result<v1::CbamQuarterlyAnswer, Error> {
    let tables = Tables::new(catalog);
    let mut faults = Faults::default();
    let mut report = request.report.clone();
    let quarter = rules::quarter(&report);
    let mut used: BTreeSet<Box<str>> = BTreeSet::new();
    let mut read = None;
    if let Some(imports) = imports {
        let quarter = quarter.ok_or_else(|| {
            Error::new(Code::ChoiceMissing, "the report names no quarter of the transitional period")
                .with_help("fill `year` with 2023 to 2025 and `reporting_period` with Q1 to Q4")
                .at("/report/reporting_period")
        })?;
        let found = ledger::read(imports, tables, request, quarter)?;
        let sources = sources::sources(catalog, request, &mut faults)?;
        let goods = goods((tables, request), &sources, &found, &mut faults)?;
        report.goods.extend(goods);
        used.extend(found.lines.iter().map(|line| line.good.pack.id.clone()));
        if found.lines.iter().any(|line| line.default) && !request.defaults.edition.is_empty() {
            used.insert(request.defaults.edition.as_str().into());
        }
        read = Some(found);
    }
    // The file speaks of itself alone: the same report is the same file, wherever its goods are from.
    let mut own = Faults::default();
    let whole = object(&report)?;
    check::check(&whole, &mut own);
    rules::check(tables, &report, &mut own);
    let xml = write::xml(&whole, own.errors());
    faults.append(own);
    let errors = faults.errors();
    let coverage = read.as_ref().map(coverage).unwrap_or_default();
    Ok(v1::CbamQuarterlyAnswer {
        schema: v1::CBAM_QUARTERLY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        complete: errors == 0 && coverage.excluded == 0,
        sha256: v1::hex_sha256(xml.as_bytes()),
        xml,
        due: quarter.map_or_else(String::new, |(quarter, _)| rules::due(quarter)),
        report,
        coverage,
        rows: rows(read),
        findings: faults.into_list(),
        checks: checks(),
        packs: packs(catalog, used.iter().map(|id| &**id)),
    })
}

/// What the XML of a quarterly report says.
///
/// # Method
/// M-146.
///
/// # Errors
/// `BAD_XML`, `DTD_FORBIDDEN`, `NESTING_TOO_DEEP`, `LIMIT_EXCEEDED`; `UNKNOWN_VALUE` if the document is no `QReport`.
///
/// # Example
/// ```
/// use emitrace::cbam::read_quarterly;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CbamQuarterlyReadRequest;
///
/// let xml = r#"<QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"><Year>2025</Year></QReport>"#;
/// let answer = read_quarterly(&Catalog::bundled()?, &CbamQuarterlyReadRequest { xml: xml.into() })?;
/// assert_eq!(answer.report.year, "2025");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_quarterly(
    catalog: &Catalog,
    request: &v1::CbamQuarterlyReadRequest,
) -> Result<v1::CbamQuarterlyReadAnswer, Error> {
    let mut faults = Faults::default();
    let whole = read::read(&request.xml, &mut faults)?;
    let unread = |error: serde_json::Error| Error::new(Code::Internal, error.to_string());
    let report: v1::CbamQuarterlyReport = serde_json::from_value(Value::Object(whole)).map_err(unread)?;
    check::check(&object(&report)?, &mut faults);
    rules::check(Tables::new(catalog), &report, &mut faults);
    let errors = faults.errors();
    let findings = faults.into_list();
    let lost = findings.iter().any(|finding| finding.code == Code::ElementUnknown.as_str());
    Ok(v1::CbamQuarterlyReadAnswer {
        schema: v1::CBAM_QUARTERLY_READ_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        complete: errors == 0 && !lost,
        report,
        findings,
    })
}

/// The fields of a report by their names.
fn object(report: &v1::CbamQuarterlyReport) -> Result<Map<String, Value>, Error> {
    match serde_json::to_value(report) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(Error::new(Code::Internal, "a report is no object")),
    }
}

/// The lines of a ledger as goods: one for each code and origin, with its installations.
fn goods(
    (tables, request): (Tables<'_>, &v1::CbamQuarterlyRequest),
    sources: &[Source<'_>],
    imports: &Imports<'_>,
    faults: &mut Faults,
) -> Result<Vec<v1::CbamQuarterlyGood>, Error> {
    if request.requested_procedure.is_empty() && !imports.lines.is_empty() {
        faults
            .error(
                Code::ChoiceMissing,
                &At::root().key("requested_procedure"),
                "nothing says which customs procedure the imports are under",
            )
            .help("write its code: 40 for release for free circulation");
    }
    let same =
        |a: &Line<'_>, b: &Line<'_>| a.good.code.as_str() == b.good.code.as_str() && a.origin == b.origin;
    let mut goods = Vec::new();
    for lines in imports.lines.chunk_by(same) {
        let Some(first) = lines.first() else { continue };
        let mut all = Fraction::zero();
        let mut emissions = Vec::with_capacity(lines.len());
        for line in lines {
            let exact = Fraction::from(line.quantity);
            let quantity = exact.rounded(QUANTITY, Ties::HalfUp);
            let rounded = Fraction::parse(&quantity).unwrap_or_else(Fraction::zero);
            if rounded != exact {
                let message = format!("{exact} is written as {quantity}: an element has {QUANTITY} decimals");
                faults
                    .info(Code::ElementMisfit, &At::root().key("imports"), message)
                    .help("nothing, if a gram does not matter");
            }
            all = all.try_add(&rounded)?;
            let mut carried = sources::emissions(tables, request, sources, line, faults)?;
            let unit = core::mem::take(&mut carried.produced.measurement_unit);
            carried.produced = measure(line, quantity, &unit);
            emissions.push(carried);
        }
        let whole = all.rounded(QUANTITY, Ties::HalfUp);
        let imported = measure(
            first,
            whole,
            &emissions.first().map(|of| of.produced.measurement_unit.clone()).unwrap_or_default(),
        );
        let code = first.good.code.as_str();
        goods.push(v1::CbamQuarterlyGood {
            hs_code: code.chars().take(6).collect(),
            cn_code: code.into(),
            description: first.good.row.description.to_string(),
            origin: first.origin.to_string(),
            quantities: vec![v1::CbamQuarterlyQuantity {
                requested_procedure: request.requested_procedure.clone(),
                import_area: "EU".into(),
                measures: vec![v1::CbamQuarterlyProcedureMeasure {
                    indicator: "0".into(),
                    net_mass: imported.net_mass.clone(),
                    supplementary_units: imported.supplementary_units.clone(),
                    measurement_unit: imported.measurement_unit.clone(),
                }],
                ..v1::CbamQuarterlyQuantity::default()
            }],
            imported,
            emissions,
            ..v1::CbamQuarterlyGood::default()
        });
    }
    Ok(goods)
}

/// Net mass in tonnes; electricity in supplementary units, whose code somebody has to state.
fn measure(line: &Line<'_>, quantity: String, unit: &str) -> v1::CbamQuarterlyMeasure {
    let electricity = line.good.row.sector == Sector::Electricity;
    let unit = if unit.is_empty() && !electricity { TONNES } else { unit };
    let (net_mass, supplementary_units) = match electricity {
        true => (String::new(), quantity),
        false => (quantity, String::new()),
    };
    v1::CbamQuarterlyMeasure { net_mass, supplementary_units, measurement_unit: unit.into() }
}

fn coverage(imports: &Imports<'_>) -> v1::CbamCoverage {
    v1::CbamCoverage {
        rows: imports.rows,
        counted: imports.counted,
        exempt_origin: imports.exempt_origin,
        excluded: imports.rows.saturating_sub(imports.counted).saturating_sub(imports.exempt_origin),
        findings: found(imports.told.counts()),
    }
}

fn rows(imports: Option<Imports<'_>>) -> Vec<v1::Finding> {
    imports.map(|imports| imports.told.list()).unwrap_or_default()
}

/// What was checked, and what was not.
fn checks() -> Vec<v1::CbamQuarterlyCheck> {
    [
        ("elements", true, "names, order, how often, lengths and digits of the elements of QReport 23.00, as a public code model that looks generated from the schema has them (confidence B)"),
        ("schema", false, "the Commission's schema QReport_ver23.00.xsd was not read and is not shipped"),
        ("code-lists", false, "codes of the registry (methods, parameters, units, sources) are taken as they are given; 01, 02, EMU1 and EU are those of sample reports"),
        ("quantities", true, "quantities of procedures and of installations come to what was imported"),
        ("determination", true, "estimated values against Articles 4(3) and 5 of Implementing Regulation (EU) 2023/1773 (confidence B)"),
        ("registry-rules", false, "conditions that the registry checks across elements were not read"),
    ]
    .map(|(check, made, note)| v1::CbamQuarterlyCheck { check: check.into(), made, note: note.into() })
    .into()
}

#[cfg(test)]
mod tests;
