//! Any table with one factor value a row, and a mapping that says which column is what.
//!
//! The mapping is JSON: `{"columns": {"activity": "Fuel", "value": "EF", "unit": "Unit"}, "constants": {"gas": "CO2",
//! "place": "VN"}, "decimal": "."}`. Each field is a column or a constant. `unit` is read as `kg/kWh` or `kg CO2e per kWh`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draft::{DraftFactor, DraftValue, Head, year_of};
use super::grid::{Row, Sheet};
use super::header::Header;
use super::job::{About, Job};
use super::slug::{path, slug};
use super::value;
use crate::error::{Code, Error};
use crate::number::NumberFormat;
use crate::place::Place;
use crate::wire::v1::read_json;

/// Fields that a mapping may name.
const FIELDS: [&str; 15] = [
    "activity",
    "name",
    "gas",
    "value",
    "unit",
    "value_unit",
    "per_unit",
    "place",
    "year",
    "scope",
    "category",
    "view",
    "gwp_set",
    "td_losses",
    "note",
];

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Mapping {
    /// Field to heading.
    columns: BTreeMap<String, String>,
    /// Field to what stands in all rows.
    constants: BTreeMap<String, String>,
    /// `.` or `,`.
    decimal: String,
}

/// The mapping against a header.
struct Fields {
    columns: BTreeMap<String, usize>,
    constants: BTreeMap<String, String>,
    value: usize,
    format: NumberFormat,
}

impl Fields {
    fn get<'r>(&'r self, row: &'r Row<'_>, field: &str) -> &'r str {
        let written = self.columns.get(field).map_or("", |column| row.text(*column));
        if written.is_empty() { self.constants.get(field).map_or("", String::as_str) } else { written }
    }
}

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let text = job.options.mapping.as_deref().ok_or_else(|| {
        Error::new(Code::ChoiceMissing, "the mapping of columns is missing")
            .with_help(r#"give the option `mapping`: {"columns": {"activity": "Fuel", "value": "EF", "unit": "Unit"}, "constants": {"gas": "CO2"}}"#)
            .at("/options/mapping")
    })?;
    let mapping: Mapping = read_json(text).map_err(|error| {
        let within = error.path().to_owned();
        error.at(format!("/options/mapping{within}"))
    })?;
    for field in mapping.columns.keys().chain(mapping.constants.keys()) {
        if !FIELDS.contains(&field.as_str()) {
            return Err(Error::new(
                Code::UnknownValue,
                format!("the mapping names `{field}`, which is no field"),
            )
            .with_help(format!("fields are {}", FIELDS.join(", ")))
            .at("/options/mapping"));
        }
    }
    let format = match mapping.decimal.as_str() {
        "" | "." => NumberFormat::Point,
        "," => NumberFormat::Comma,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("decimal mark `{other}` is not known"))
                .with_help("use `.` or `,`")
                .at("/options/mapping/decimal"));
        }
    };
    let mut first = true;
    job.each_sheet(
        file,
        |_| core::mem::take(&mut first),
        "another sheet; the option `sheet` names the one to read",
        |job, sheet| rows(job, sheet, &mapping, format),
    )?;
    Ok(About::default())
}

fn rows(
    job: &mut Job<'_>,
    sheet: &mut Sheet<'_>,
    mapping: &Mapping,
    format: NumberFormat,
) -> Result<(), Error> {
    let headings: Vec<&str> = mapping.columns.values().map(String::as_str).collect();
    let header = Header::find(&mut sheet.rows, &headings)?;
    let columns: BTreeMap<String, usize> = mapping
        .columns
        .iter()
        .filter_map(|(field, heading)| Some((field.clone(), header.at(heading)?)))
        .collect();
    let value = *columns.get("value").ok_or_else(|| {
        Error::new(Code::ChoiceMissing, "the mapping names no column `value`").at("/options/mapping/columns")
    })?;
    let fields = Fields { columns, constants: mapping.constants.clone(), value, format };
    let mut open: Option<(DraftFactor, String)> = None;
    for row in sheet.rows.by_ref() {
        let row = row?;
        if row.is_blank() {
            continue;
        }
        let cell = Sheet::cell(&sheet.name, row.number, value, header.name(value));
        match factor(job, &fields, &row, &cell) {
            Err(error) => job.draft.report.refused(&cell, row.text(value), &error),
            Ok((factor, word)) => match &mut open {
                // Further gases of the same factor stand in the rows below it.
                Some((known, _)) if known.head == factor.head && fresh(known, &factor) => {
                    known.values.extend(factor.values);
                }
                _ => {
                    if let Some((known, word)) = open.replace((factor, word)) {
                        job.add(known, &word)?;
                    }
                }
            },
        }
    }
    open.map_or(Ok(()), |(known, word)| job.add(known, &word))
}

fn fresh(known: &DraftFactor, new: &DraftFactor) -> bool {
    known.values.iter().all(|value| new.values.iter().all(|new| new.gas != value.gas))
}

/// `kg CO2e/kWh`, `kg CO2e per kWh`: unit of the value, gas if it is named, and what it is per.
fn split(unit: &str) -> Result<(String, String, String), Error> {
    let (value, per) = unit.split_once(" per ").or_else(|| unit.split_once('/')).ok_or_else(|| {
        Error::new(Code::UnknownUnit, format!("the unit `{unit}` is not of the form `kg CO2e/kWh`"))
    })?;
    let squeezed = value.trim().replace('₂', "2").replace('₄', "4");
    let (mass, gas) = match squeezed.split_once(' ') {
        Some((mass, gas)) => {
            (mass.to_owned(), gas.replace(' ', "").replace("CO2-e", "CO2e").replace("CO2eq", "CO2e"))
        }
        None => (squeezed, String::new()),
    };
    Ok((mass, gas, per.trim().to_owned()))
}

fn factor(job: &Job<'_>, fields: &Fields, row: &Row<'_>, cell: &str) -> Result<(DraftFactor, String), Error> {
    let get = |field: &str| fields.get(row, field).to_owned();
    let (value_unit, unit_gas, per_unit) = match get("unit").as_str() {
        "" => (get("value_unit"), String::new(), get("per_unit")),
        unit => split(unit)?,
    };
    let gas = match (get("gas"), unit_gas) {
        (gas, unit_gas) if gas.is_empty() => unit_gas,
        (gas, unit_gas) if unit_gas.is_empty() || unit_gas == gas => gas,
        (gas, unit_gas) => {
            let message = format!("the gas is `{gas}` and its unit says `{unit_gas}`");
            return Err(Error::new(Code::UnknownGas, message));
        }
    };
    if gas.is_empty() {
        return Err(Error::new(Code::UnknownGas, "neither a column nor the unit names the gas"));
    }
    let (activity, name) = (get("activity"), get("name"));
    let activity = if activity.is_empty() { path(&[&name]) } else { activity };
    if activity.is_empty() {
        return Err(Error::new(Code::MissingActivity, "the row names no activity"));
    }
    let known = job.draft.catalog.activity(&activity).is_some();
    let activity = if known { activity } else { slug(&activity) };
    let place = match get("place") {
        place if place.is_empty() => job.options.place.clone().unwrap_or_default(),
        place => place,
    };
    let place = Place::parse(&place)?.to_string();
    let year = match get("year") {
        text if text.is_empty() => job.options.year,
        text => Some(super::ember::year(&text)?),
    };
    let (valid_from, valid_to) = year.map_or_else(Default::default, year_of);
    let value = value::number(row.cells.get(fields.value), fields.format)?;
    let locked = gas == "CO2e";
    let set = Some(get("gwp_set")).filter(|set| !set.is_empty());
    let word = slug(&per_unit);
    let dated = year.map_or_else(String::new, |year| format!("-{year}"));
    let head = Head {
        slug: slug(&format!("{activity}-per-{word}-{}{dated}", place.to_lowercase())),
        activity,
        kind: "emission",
        per_unit,
        place,
        valid_from,
        valid_to,
        scope: get("scope"),
        category: get("category"),
        view: get("view"),
        td_losses: get("td_losses"),
    };
    let values = vec![DraftValue {
        gas,
        value: value.map(|value| value.text),
        value_unit,
        gwp_set: if locked { set.unwrap_or_else(|| job.gwp_set(None)) } else { String::new() },
        cell: cell.to_owned(),
        confidence: job.confidence(),
        note: [name, get("note")].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; "),
        stands_for: 1,
    }];
    Ok((DraftFactor { head, values }, word))
}
