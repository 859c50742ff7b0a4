//! eGRID workbooks: a sheet `SRL23` with a row for each subregion, `US23` for the country, `GGL23` for losses.
//!
//! The second row of the header holds short names of the columns, the row above says what they are and in which unit:
//! editions before 2014 give CH4 and N2O in pounds per gigawatt-hour.

use super::draft::{DraftFactor, DraftValue, Head, year_of};
use super::ember::year;
use super::grid::{Row, Sheet};
use super::header::{Header, fold};
use super::job::{About, Job};
use super::{names, value};
use crate::error::{Code, Error};
use crate::number::{Amount, NumberFormat};

/// What a sheet is for, by the letters before the year.
const SHEETS: [&str; 3] = ["SRL", "US", "GGL"];
/// Short names after the prefix of the sheet (`SR` or `US`): gas and column, total output and non-baseload.
const TOTAL: [(&str, &str); 3] = [("CO2", "CO2RTA"), ("CH4", "CH4RTA"), ("N2O", "N2ORTA")];
const NON_BASELOAD: [(&str, &str); 3] = [("CO2", "NBCO2"), ("CH4", "NBCH4"), ("N2O", "NBN2O")];

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let mut latest: Option<u16> = None;
    job.each_sheet(
        file,
        |name| SHEETS.iter().any(|sheet| is(name, sheet)),
        "plants, generators, states and other areas; subregions and the country are read",
        |job, sheet| {
            if is(&sheet.name, "GGL") {
                return losses(job, sheet);
            }
            let prefix = if is(&sheet.name, "US") { "US" } else { "SR" };
            latest = rates(job, sheet, prefix)?.or(latest);
            Ok(())
        },
    )?;
    Ok(About { edition: latest.map(|year| year.to_string()), ..About::default() })
}

/// Whether a sheet is named by these letters and two digits.
fn is(name: &str, letters: &str) -> bool {
    let digits = name.trim().strip_prefix(letters);
    digits.is_some_and(|digits| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The row of short names and the row above it.
fn header(sheet: &mut Sheet<'_>, needed: &[&str]) -> Result<(Header, Option<Header>), Error> {
    let mut above = None;
    for row in sheet.rows.by_ref().take(20) {
        let header = Header::of(&row?);
        if needed.iter().all(|name| header.at(name).is_some()) {
            return Ok((header, above));
        }
        above = Some(header);
    }
    let names: Vec<String> = needed.iter().map(|name| format!("`{name}`")).collect();
    Err(Error::new(Code::ImportLayout, format!("no row holds the short names {}", names.join(", "))))
}

/// Unit of the electricity that a column is per, as its long name says.
fn per(above: Option<&Header>, column: usize) -> Result<&'static str, Error> {
    let long = above.map_or_else(String::new, |header| fold(header.name(column)));
    match (long.contains("lb/mwh"), long.contains("lb/gwh")) {
        (true, false) => Ok("MWh"),
        (false, true) => Ok("GWh"),
        _ => {
            Err(Error::new(Code::UnknownUnit, format!("the heading `{long}` says neither lb/MWh nor lb/GWh")))
        }
    }
}

/// Output emission rates; gives the year of the data.
fn rates(job: &mut Job<'_>, sheet: &mut Sheet<'_>, prefix: &str) -> Result<Option<u16>, Error> {
    let first = format!("{prefix}CO2RTA");
    let mut needed = vec!["YEAR", first.as_str()];
    if prefix == "SR" {
        needed.push("SUBRGN");
    }
    let (header, above) = header(sheet, &needed)?;
    let mut latest = None;
    for row in sheet.rows.by_ref() {
        let row = row?;
        let year_text = row.text(header.at("YEAR").unwrap_or(usize::MAX));
        if year_text.is_empty() {
            continue;
        }
        let (place, name) = if prefix == "SR" {
            let code = row.text(header.at("SUBRGN").unwrap_or(usize::MAX));
            let name = header.at("SRNAME").map_or("", |at| row.text(at));
            (format!("US-EGRID-{}", code.to_uppercase()), name.to_owned())
        } else {
            ("US".to_owned(), "United States".to_owned())
        };
        for (gases, activity, ending) in
            [(TOTAL, "electricity", ""), (NON_BASELOAD, "electricity-marginal", "-nonbaseload")]
        {
            let mut factors: Vec<DraftFactor> = Vec::new();
            for (gas, short) in gases {
                let Some(column) = header.at(&format!("{prefix}{short}")) else { continue };
                let cell = Sheet::cell(&sheet.name, row.number, column, header.name(column));
                let read = || {
                    let unit = per(above.as_ref(), column)?;
                    let value = value::number(row.cells.get(column), NumberFormat::Point)?;
                    Ok((year(year_text)?, unit, value.map(|value| value.text)))
                };
                let (year, unit, value) = match read() {
                    Ok(read) => read,
                    Err(error) => {
                        job.draft.report.refused(&cell, row.text(column), &error);
                        continue;
                    }
                };
                latest = Some(year);
                let (valid_from, valid_to) = year_of(year);
                let short = place.strip_prefix("US-EGRID-").unwrap_or(&place).to_lowercase();
                // Gases in another unit than CO2 are a factor of their own row, not of their own name.
                let value_unit = if unit == "MWh" { "lb" } else { "lb/1000" };
                let draft = DraftValue {
                    gas: gas.into(),
                    value,
                    value_unit: value_unit.into(),
                    cell,
                    confidence: job.confidence(),
                    note: name.clone(),
                    stands_for: 1,
                    ..DraftValue::default()
                };
                let head = Head {
                    slug: format!("electricity-{short}{ending}"),
                    activity: activity.into(),
                    kind: "emission",
                    per_unit: "MWh".into(),
                    place: place.clone(),
                    valid_from,
                    valid_to,
                    view: "location".into(),
                    td_losses: "excluded".into(),
                    ..Head::default()
                };
                match factors.last_mut() {
                    Some(last) => last.values.push(draft),
                    None => factors.push(DraftFactor { head, values: vec![draft] }),
                }
            }
            factors.into_iter().try_for_each(|factor| job.add(factor, "mwh"))?;
        }
    }
    Ok(latest)
}

/// Grid gross losses by interconnect, given to each of its subregions.
fn losses(job: &mut Job<'_>, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let (header, _) = header(sheet, &["YEAR", "REGION", "GGRSLOSS"])?;
    let at = |name: &str| header.at(name).unwrap_or(usize::MAX);
    let (when, region, column) = (at("YEAR"), at("REGION"), at("GGRSLOSS"));
    for row in sheet.rows.by_ref() {
        let row = row?;
        if !row.text(when).is_empty() {
            loss(job, &sheet.name, &row, (when, region, column))?;
        }
    }
    Ok(())
}

fn loss(
    job: &mut Job<'_>,
    sheet: &str,
    row: &Row<'_>,
    (when, region, column): (usize, usize, usize),
) -> Result<(), Error> {
    let cell = Sheet::cell(sheet, row.number, column, "GGRSLOSS");
    let name = row.text(region).to_owned();
    let read = || -> Result<(u16, Option<String>), Error> {
        let value = value::number(row.cells.get(column), NumberFormat::Point)?;
        Ok((year(row.text(when))?, value.map(|value| percent(value.amount)).transpose()?))
    };
    let (year, value) = match read() {
        Ok(read) => read,
        Err(error) => {
            job.draft.report.refused(&cell, row.text(column), &error);
            return Ok(());
        }
    };
    let places: Vec<String> = if ["US", "U.S."].contains(&name.as_str()) {
        vec!["US".into()]
    } else {
        names::subregions(&name).iter().map(|code| format!("US-EGRID-{code}")).collect()
    };
    if places.is_empty() {
        job.draft.report.left(&cell, row.text(column), "no subregion belongs to this region");
        return Ok(());
    }
    let (valid_from, valid_to) = year_of(year);
    let stored = row.text(column);
    for (number, place) in places.into_iter().enumerate() {
        let short = place.strip_prefix("US-EGRID-").unwrap_or(&place).to_lowercase();
        let head = Head {
            slug: format!("grid-loss-{short}"),
            activity: "electricity-td-losses".into(),
            kind: "loss-rate",
            place,
            valid_from: valid_from.clone(),
            valid_to: valid_to.clone(),
            ..Head::default()
        };
        let values = vec![DraftValue {
            value: value.clone(),
            value_unit: "%".into(),
            cell: cell.clone(),
            confidence: job.confidence(),
            note: format!(
                "{name}, stored as the share {stored}; share of the electricity put into the grid, so losses = consumption x r / (1 - r)"
            ),
            stands_for: u64::from(number == 0),
            ..DraftValue::default()
        }];
        job.add(DraftFactor { head, values }, "")?;
    }
    Ok(())
}

/// A share as the sheet shows it, in per cent. Losses are a few per cent: anything else is not a share.
fn percent(share: Amount) -> Result<String, Error> {
    let limit = Amount::new(2, 1)?;
    let over = share.try_sub(limit)?;
    if share.is_negative() || !over.is_negative() {
        return Err(Error::new(Code::NumberOutOfRange, format!("{share} is no share of grid losses"))
            .with_help("losses are read as a share below 0.2, as the workbook stores them"));
    }
    Ok(share.try_mul(Amount::from(100))?.to_string())
}
