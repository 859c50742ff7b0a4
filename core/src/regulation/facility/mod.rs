//! The inventory report of a facility: ledgers and declarations in, the structured report out.
//!
//! Steps, kinds of source, order of factors, checks, statements and sections of the form are rows of a pack; this
//! module fills them. Nothing that is missing stops the report: it becomes a finding that keeps its step open.

mod body;
mod quality;
mod words;
mod year;

pub use year::{YearData, facility_year};

use super::rules::{Book, day};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{Dimension, Options, Profile};
use crate::wire::v1;

/// The report of one year, or of two years side by side, from ledgers inside a request.
///
/// # Units
/// Kilograms of CO2 equivalent, exactly.
///
/// # Method
/// M-64; the inventories are M-01 to M-10.
///
/// # Errors
/// `CANNOT_REPORT` if the years or choices do not make up one report, errors of options and packs, `RULE_MISSING`.
/// Rows and declarations that are missing or wrong are findings of the report.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, facility_table};
/// use emitrace::wire::v1::{FacilityReportRequest, FacilityYear, InventoryOptions, Ledger};
///
/// let ledger = "id,date,activity,quantity,unit\nE1,2023-05-31,electricity,1250,kWh\n";
/// let ledger = Ledger { text: Some(ledger.into()), base64: None };
/// let answer = emitrace::regulation::facility_report(&Catalog::bundled()?, &FacilityReportRequest {
///     country: "VN".into(),
///     on: "2026-11-22".into(),
///     years: vec![FacilityYear { year: 2023, ledger }],
///     options: InventoryOptions { gwp: "AR5".into(), region: Some("VN".into()), ..Default::default() },
///     ..Default::default()
/// })?;
/// assert_eq!(answer.report.totals[2].years[0].kg_co2e, "824");
/// assert!(!answer.report.complete, "nothing was declared");
/// assert!(facility_table(&answer, Lang::Vi).contains("Tổng phát thải"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn facility_report(
    catalog: &Catalog,
    request: &v1::FacilityReportRequest,
) -> Result<v1::FacilityReport, Error> {
    let options = facility_options(&request.options)?;
    let mut years = Vec::new();
    for (index, given) in request.years.iter().enumerate() {
        let bytes = given.ledger.bytes().map_err(|error| {
            let path = format!("/years/{index}{}", error.path());
            error.at(path)
        })?;
        years.push(facility_year(|| Ok(bytes.as_slice()), catalog, &options, given.year)?);
    }
    facility_report_of(catalog, (&request.country, &request.on), &years, &request.declarations)
}

/// The options of a facility's inventories: the profile of the law, and the views that the report needs.
///
/// # Errors
/// `CANNOT_REPORT` if another profile or a period is named; errors of the options.
pub fn facility_options(options: &v1::InventoryOptions) -> Result<Options, Error> {
    let law = Profile::VnCircular38.as_str();
    let refuse = |field: &str, message: &str| {
        Err(Error::new(Code::CannotReport, message.to_owned()).at(format!("/options/{field}")))
    };
    if options.period.is_some() {
        return refuse("period", "each year has its own period");
    }
    if !options.profile.is_empty() && options.profile != law {
        return refuse("profile", "the report is made under the profile of the law");
    }
    if options.organisation.is_some() {
        return refuse("organisation", "a facility is reported whole, whoever owns it");
    }
    let named = v1::InventoryOptions { profile: law.into(), by: None, ..options.clone() };
    let mut options = Options::from_request(&named)?;
    options.views = vec![vec![Dimension::Category, Dimension::Activity]];
    Ok(options)
}

/// The report of years that were computed one by one, for ledgers that are read as streams.
///
/// # Errors
/// As [`facility_report`].
pub fn facility_report_of(
    catalog: &Catalog,
    (country, on): (&str, &str),
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
) -> Result<v1::FacilityReport, Error> {
    check_years(years)?;
    let book = Book::open(catalog, country, day(on, "/on")?)?;
    let report = body::body(&book, (country, on), years, declarations)?;
    Ok(v1::FacilityReport {
        schema: v1::FACILITY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: v1::canonical_digest(&report)?,
        report,
    })
}

/// One year, or two that follow each other, computed with the same choices.
fn check_years(years: &[YearData]) -> Result<(), Error> {
    let refuse = |message: &str| Err(Error::new(Code::CannotReport, message.to_owned()).at("/years"));
    match years {
        [_] => Ok(()),
        [first, second] if first.year.checked_add(1) != Some(second.year) => {
            refuse("the two years do not follow each other")
        }
        [first, second] => {
            // The period and what was claimed of instruments belong to the year, not to the choices.
            let choices = |data: &YearData| {
                let mut choices = data.answer.inventory.choices.clone();
                choices.period.clear();
                if let Some(instruments) = &mut choices.instruments {
                    instruments.claims = None;
                }
                choices
            };
            if choices(first) == choices(second) {
                return Ok(());
            }
            refuse("the two years were computed with different choices")
        }
        _ => refuse("a report holds one year, or two"),
    }
}
