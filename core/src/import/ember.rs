//! Ember's yearly electricity data: one factor for each country and year.
//!
//! Two layouts are in use. The long one has a row for each variable (`Variable` = `CO2 intensity`); the wide one has a row
//! for each source of electricity and a column `Emissions intensity (gCO2e/kWh)`, of which `Total generation` is the grid.

use super::draft::{DraftFactor, DraftValue, Head, year_of};
use super::grid::{Row, Sheet};
use super::header::{Header, fold};
use super::job::{About, Job, csv, place};
use super::{names, value};
use crate::error::{Code, Error};
use crate::number::NumberFormat;

/// Where the columns of either layout stand.
struct Columns {
    area: usize,
    iso3: usize,
    year: usize,
    value: usize,
    /// Column and content (in lower case) of the rows that are a grid intensity.
    is: Vec<(usize, &'static [&'static str])>,
}

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let text = job.text(file)?;
    let mut sheet = csv(&text);
    let header = Header::find(&mut sheet.rows, &["Area", "ISO 3 code", "Year"])
        .map_err(|error| place(error, file.name))?;
    let columns = columns(&header).map_err(|error| place(error, file.name))?;
    for row in sheet.rows.by_ref() {
        let row = row.map_err(|error| place(error, file.name))?;
        let wanted = columns.is.iter().all(|(at, words)| words.contains(&&*fold(row.text(*at))));
        if wanted {
            take(job, &sheet.name, &header, &columns, &row)?;
        }
    }
    job.draft.report.not_read(
        "rows of other variables",
        "generation, capacity, demand and shares are no emission factors; only the carbon intensity is read",
    );
    // Ember's files do not say their release; every value may be revised in the next one.
    Ok(About::default())
}

fn columns(header: &Header) -> Result<Columns, Error> {
    let at = |name: &str| header.at(name).unwrap_or(usize::MAX);
    let (area, iso3, year) = (at("Area"), at("ISO 3 code"), at("Year"));
    let intensity = header.position(|name| name.starts_with("emissions intensity (gco2e/kwh"));
    if let (Some(variable), Some(unit), Some(value)) =
        (header.at("Variable"), header.at("Unit"), header.at("Value"))
    {
        let is: Vec<(usize, &'static [&'static str])> =
            vec![(variable, &["co2 intensity"]), (unit, &["gco2/kwh", "gco2e/kwh", "gco2e per kwh"])];
        return Ok(Columns { area, iso3, year, value, is });
    }
    if let (Some(source), Some(value)) = (header.at("Electricity source"), intensity) {
        return Ok(Columns { area, iso3, year, value, is: vec![(source, &["total generation"])] });
    }
    Err(Error::new(
        Code::ImportLayout,
        "neither the columns `Variable`, `Unit`, `Value` nor `Electricity source` and `Emissions intensity (gCO2e/kWh)`",
    ))
}

fn take(
    job: &mut Job<'_>,
    sheet: &str,
    header: &Header,
    columns: &Columns,
    row: &Row<'_>,
) -> Result<(), Error> {
    let cell = Sheet::cell(sheet, row.number, columns.value, header.name(columns.value));
    let (area, iso3, printed) = (row.text(columns.area), row.text(columns.iso3), row.text(columns.value));
    let year = match year(row.text(columns.year)) {
        Ok(year) => year,
        Err(error) => {
            job.draft.report.refused(&cell, printed, &error);
            return Ok(());
        }
    };
    if job.options.year.is_some_and(|wanted| wanted != year) {
        job.draft.report.left(&cell, printed, "another year than the one asked for");
        return Ok(());
    }
    let code = if iso3.is_empty() { names::place("ember", area) } else { names::place("iso3", iso3) };
    let Some(code) = code.or_else(|| names::place("ember", area)) else {
        let reason = format!("`{area}` is a group of countries that is no place of ISO 3166 or M49");
        if iso3.is_empty() {
            job.draft.report.left(&cell, printed, &reason);
        } else {
            let message = format!("ISO 3166 has no code `{iso3}`");
            job.draft.report.refused(&cell, printed, &Error::new(Code::UnknownPlace, message));
        }
        return Ok(());
    };
    let value = match value::number(row.cells.get(columns.value), NumberFormat::Point) {
        Ok(value) => value,
        Err(error) => {
            job.draft.report.refused(&cell, printed, &error);
            return Ok(());
        }
    };
    let (valid_from, valid_to) = year_of(year);
    let head = Head {
        slug: format!("electricity-{}-{year}", code.to_lowercase()),
        activity: "electricity".into(),
        kind: "emission",
        per_unit: "kWh".into(),
        place: code.into(),
        valid_from,
        valid_to,
        view: "location".into(),
        td_losses: "excluded".into(),
        ..Head::default()
    };
    let values = vec![DraftValue {
        gas: "CO2e".into(),
        value: value.map(|value| value.text),
        value_unit: "g".into(),
        gwp_set: job.gwp_set(None),
        cell,
        confidence: job.confidence(),
        note: format!("{area}; life-cycle intensity, not a generation factor"),
        stands_for: 1,
    }];
    job.add(DraftFactor { head, values }, "kwh")
}

/// A year as a table writes it: `2024`, or `2024.0` where a spreadsheet made a number of it.
pub(super) fn year(text: &str) -> Result<u16, Error> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let year = (digits.len() == 4).then(|| {
        digits.bytes().try_fold(0u16, |year, byte| {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
            year.checked_mul(10)?.checked_add(digit.into())
        })
    });
    year.flatten().filter(|year| (1950..=2100).contains(year)).ok_or_else(|| {
        Error::new(Code::BadDate, format!("`{text}` is not a year")).with_help("write a year as 2024")
    })
}
