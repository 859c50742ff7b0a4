//! USEEIO supply chain factors: kilograms per dollar of purchases, by industry.

use super::draft::{DraftFactor, DraftValue, Head};
use super::ember::year;
use super::grid::{Row, Sheet};
use super::header::{Header, fold};
use super::job::{About, Job, csv, place};
use super::slug::slug;
use super::value;
use crate::error::{Code, Error};
use crate::number::NumberFormat;

/// Edition and the GWP set of its CO2 equivalents. The files do not print the set; the pairs are second-hand.
const SETS: [(&str, &str); 3] = [("1.2", "AR4"), ("1.3", "AR5"), ("1.4", "AR5")];

/// Greenhouse gases as the files by gas call them.
const GASES: [(&str, &str); 6] = [
    ("carbon dioxide", "CO2"),
    ("methane", "CH4"),
    ("nitrous oxide", "N2O"),
    ("sulfur hexafluoride", "SF6"),
    ("nitrogen trifluoride", "NF3"),
    ("carbon tetrafluoride", "CF4"),
];

/// The two columns that are factors, by the end of their heading, and how their factors are told apart.
const COLUMNS: [(&str, &str); 2] =
    [("factors with margins", ""), ("factors without margins", "-without-margins")];

struct Layout {
    code: usize,
    title: usize,
    gas: usize,
    unit: usize,
    /// Column of values and what its factors' names end in.
    values: Vec<(usize, &'static str)>,
    gwp_set: String,
}

/// The factors of one industry while its gases are read: one for each column.
type Industry = Vec<DraftFactor>;

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let text = job.text(file)?;
    let mut sheet = csv(&text);
    let header = Header::find(&mut sheet.rows, &["GHG", "Unit"]).map_err(|error| place(error, file.name))?;
    let edition = job.options.edition.clone().or_else(|| version(file.name));
    let known = edition.as_deref().and_then(|edition| {
        SETS.iter().find(|(version, _)| edition.starts_with(version)).map(|(_, set)| *set)
    });
    let layout = layout(&header, job.gwp_set(known)).map_err(|error| place(error, file.name))?;
    if let Some(margins) = header.position(|name| name.starts_with("margins of")) {
        let reason = "the difference of the other two columns; the printed factors are taken as they are";
        job.draft.report.not_read(header.name(margins), reason);
    }
    let mut industry = (String::new(), Industry::new());
    for row in sheet.rows.by_ref() {
        let row = row.map_err(|error| place(error, file.name))?;
        if row.is_blank() {
            continue;
        }
        let code = row.text(layout.code).to_owned();
        if code != industry.0 {
            put(job, core::mem::take(&mut industry.1))?;
            industry.0 = code;
        }
        for (at, suffix) in &layout.values {
            take(job, &sheet.name, &header, &layout, &row, (*at, suffix), &mut industry.1);
        }
    }
    put(job, industry.1)?;
    let cornerstone = edition.as_deref().is_some_and(|edition| edition.starts_with("1.4"));
    Ok(About {
        edition,
        // From version 1.4 on the factors are published by others, and share-alike.
        publisher: cornerstone.then(|| "Cornerstone Sustainability Data Initiative".to_owned()),
        licence: cornerstone.then(|| "CC-BY-SA-4.0".to_owned()),
        attribution: cornerstone
            .then(|| "Cornerstone, Supply Chain GHG Emission Factors, CC BY-SA 4.0".to_owned()),
        not_for: vec![
            "The GWP set of the CO2e totals is second-hand knowledge; the file does not print it.".into(),
        ],
    })
}

/// The version in a file name: `SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv`.
fn version(name: &str) -> Option<String> {
    let (_, rest) = name.split_once("_v")?;
    let version: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let version = version.trim_end_matches('.');
    (!version.is_empty()).then(|| version.to_owned())
}

fn layout(header: &Header, gwp_set: String) -> Result<Layout, Error> {
    let ending = |end: &str| header.position(|name| name.ends_with(end));
    let needed = |at: Option<usize>, what: &str| {
        at.ok_or_else(|| Error::new(Code::ImportLayout, format!("there is no column `{what}`")))
    };
    let mut values = Vec::new();
    for (end, suffix) in COLUMNS {
        values.push((needed(ending(end), end)?, suffix));
    }
    Ok(Layout {
        code: needed(ending("naics code"), "NAICS Code")?,
        title: needed(ending("naics title"), "NAICS Title")?,
        gas: needed(header.at("GHG"), "GHG")?,
        unit: needed(header.at("Unit"), "Unit")?,
        values,
        gwp_set,
    })
}

/// `kg CO2e/2022 USD, purchaser price`: the unit of value, and money with its year and price level.
fn units(text: &str) -> Result<(String, bool), Error> {
    let unknown = || {
        Error::new(Code::UnknownUnit, format!("the unit `{text}` is not known"))
            .with_help("the importer reads units such as `kg CO2e/2022 USD, purchaser price`")
    };
    let folded = fold(text);
    let (mass, money) = folded.split_once('/').ok_or_else(unknown)?;
    let equivalent = match mass.trim() {
        "kg co2e" => true,
        "kg" => false,
        _ => return Err(unknown()),
    };
    let (money, level) = money.split_once(',').ok_or_else(unknown)?;
    let printed = money.trim().strip_suffix(" usd").ok_or_else(unknown)?;
    let level = match level.trim() {
        "purchaser price" => "purchaser",
        "producer price" => "producer",
        _ => return Err(unknown()),
    };
    Ok((format!("USD{{{}:{level}}}", year(printed)?), equivalent))
}

fn take(
    job: &mut Job<'_>,
    sheet: &str,
    header: &Header,
    layout: &Layout,
    row: &Row<'_>,
    (at, suffix): (usize, &str),
    industry: &mut Industry,
) {
    let cell = Sheet::cell(sheet, row.number, at, header.name(at));
    let printed = row.text(at).to_owned();
    let read = || -> Result<(String, String, Option<String>, String), Error> {
        let (per_unit, equivalent) = units(row.text(layout.unit))?;
        let name = fold(row.text(layout.gas));
        let gas = match (equivalent, GASES.iter().find(|(known, _)| *known == name)) {
            (true, None) if name == "all ghgs" => "CO2e".to_owned(),
            (false, Some((_, gas))) => (*gas).to_owned(),
            (false, None) if job.draft.catalog.gases().find(row.text(layout.gas)).is_some() => {
                row.text(layout.gas).to_owned()
            }
            _ => {
                let message =
                    format!("gas `{}` in `{}` is not known", row.text(layout.gas), row.text(layout.unit));
                return Err(Error::new(Code::UnknownGas, message));
            }
        };
        let code = row.text(layout.code);
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Error::new(Code::MissingActivity, format!("`{code}` is no NAICS code")));
        }
        let value = value::number(row.cells.get(at), NumberFormat::Point)?;
        Ok((per_unit, gas, value.map(|value| value.text), slug(code)))
    };
    match read() {
        Err(error) => job.draft.report.refused(&cell, &printed, &error),
        Ok((per_unit, gas, value, code)) => {
            let name = format!("spend-{code}{suffix}");
            let locked = gas == "CO2e";
            let draft = DraftValue {
                gas,
                value,
                value_unit: "kg".into(),
                gwp_set: if locked { layout.gwp_set.clone() } else { String::new() },
                cell,
                confidence: job.confidence(),
                note: row.text(layout.title).to_owned(),
                stands_for: 1,
            };
            let head = Head {
                slug: name.clone(),
                activity: name,
                kind: "emission",
                per_unit,
                place: "US".into(),
                scope: "3".into(),
                category: "1".into(),
                ..Head::default()
            };
            match industry.iter_mut().find(|known| known.head == head) {
                Some(known) if known.values.iter().all(|value| value.gas != draft.gas) => {
                    known.values.push(draft)
                }
                _ => industry.push(DraftFactor { head, values: vec![draft] }),
            }
        }
    }
}

fn put(job: &mut Job<'_>, industry: Industry) -> Result<(), Error> {
    industry.into_iter().try_for_each(|factor| job.add(factor, "usd"))
}
