//! UK Government conversion factors, flat file: a row for each activity, unit and gas.
//!
//! The gas columns are printed in kg CO2e, the CH4 of a kilometre already multiplied by its GWP. A factor by gas is given
//! only where the three add up to the printed total; there the mass is the printed number times `kg/28`, exactly. Where
//! they do not add up, the total is what the publisher stands for, and it stays locked to the set of the edition.

use std::collections::BTreeMap;

use super::draft::{self, DraftFactor, DraftValue, Head, year_of};
use super::grid::{Row, Sheet};
use super::header::{Header, fold};
use super::job::{About, Job};
use super::names::{self, Meaning, UnitMeaning};
use super::slug::path;
use super::value::{self, Printed};
use crate::error::{Code, Error, Severity};
use crate::gas::GwpSet;
use crate::number::{Amount, NumberFormat};

const FORMAT: &str = "desnz";
/// The sheet of the workbook.
const SHEET: &str = "Factors by Category";
/// What the column `GHG/Unit` says, with blanks squeezed: the total, and the gases in kg CO2e.
const PARTS: [(&str, Part); 4] = [
    ("kg co2e", Part::Total),
    ("kg co2e of co2 per unit", Part::Co2),
    ("kg co2e of ch4 per unit", Part::Ch4),
    ("kg co2e of n2o per unit", Part::N2o),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Total,
    Co2,
    Ch4,
    N2o,
}

/// A value of the file.
#[derive(Clone, Debug)]
struct Found {
    part: Part,
    value: Option<Printed>,
    cell: String,
    id: String,
}

/// All values of one activity and unit.
struct Group {
    outside: bool,
    label: String,
    levels: Vec<String>,
    uom: String,
    values: Vec<Found>,
}

struct Layout {
    levels: Vec<usize>,
    id: Option<usize>,
    scope: usize,
    uom: usize,
    ghg: usize,
    value: usize,
}

/// What the shipped packs of the publisher call the activity of a label in a unit.
type Known = BTreeMap<(String, String), Vec<Head>>;

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let mut groups: Vec<Group> = Vec::new();
    let mut year = None;
    job.each_sheet(
        file,
        |name| name.eq_ignore_ascii_case(SHEET),
        "notes and indexes hold no factors",
        |job, sheet| {
            let (rows, printed_year) = read_rows(job, sheet)?;
            groups = rows;
            year = printed_year;
            Ok(())
        },
    )?;
    let year = job.options.year.or(year).ok_or_else(|| {
        Error::new(Code::ChoiceMissing, "the heading of the values names no year")
            .with_help("give the option `year`")
            .at("/options/year")
    })?;
    // From 2024 on the sets use AR5; of earlier ones it was not read in the publication.
    let set = job.gwp_set((year >= 2024).then_some("AR5"));
    let edition = Edition { year, split: split(job, &set), set, known: known(job) };
    for group in groups {
        emit(job, group, &edition)?;
    }
    Ok(About { edition: Some(year.to_string()), ..About::default() })
}

struct Edition {
    year: u16,
    set: String,
    /// Units in which the printed kg CO2e of CH4 and N2O are masses of these gases.
    split: Option<(String, String)>,
    known: Known,
}

/// `kg/28` and `kg/265`: one kilogram of CO2e of a gas is so much of it.
fn split(job: &Job<'_>, set: &str) -> Option<(String, String)> {
    if job.options.gases.as_deref() == Some("total") {
        return None;
    }
    let set = GwpSet::parse(set).ok()?;
    let gases = job.draft.catalog.gases();
    let unit = |name: &str| {
        let gwp = gases.gwp(gases.find(name)?, set)?.to_amount();
        (gwp.scale() == 0 && !gwp.is_zero()).then(|| format!("kg/{gwp}"))
    };
    Some((unit("CH4")?, unit("N2O")?))
}

fn layout(header: &Header) -> Result<Layout, Error> {
    let needed = |name: &str| {
        header.at(name).ok_or_else(|| Error::new(Code::ImportLayout, format!("there is no column `{name}`")))
    };
    let value = header.position(|name| name.starts_with("ghg conversion factor")).ok_or_else(|| {
        Error::new(Code::ImportLayout, "there is no column `GHG Conversion Factor` with a year")
    })?;
    let levels = ["Level 1", "Level 2", "Level 3", "Level 4", "Column Text"];
    Ok(Layout {
        levels: levels.iter().map(|name| needed(name)).collect::<Result<_, _>>()?,
        id: header.at("ID"),
        scope: needed("Scope")?,
        uom: needed("UOM")?,
        ghg: needed("GHG/Unit")?,
        value,
    })
}

/// The values by activity and unit, in the order of the file, and the year in the heading.
fn read_rows(job: &mut Job<'_>, sheet: &mut Sheet<'_>) -> Result<(Vec<Group>, Option<u16>), Error> {
    let header = Header::find(&mut sheet.rows, &["Scope", "Level 1", "UOM", "GHG/Unit"])?;
    let layout = layout(&header)?;
    let year = header.name(layout.value).split_whitespace().find_map(|word| super::ember::year(word).ok());
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    for row in sheet.rows.by_ref() {
        let row = row?;
        if row.is_blank() {
            continue;
        }
        let cell = Sheet::cell(&sheet.name, row.number, layout.value, header.name(layout.value));
        if let Err(error) = sort(&row, &layout, &cell, &mut groups, &mut places) {
            job.draft.report.refused(&cell, row.text(layout.value), &error);
        }
    }
    Ok((groups, year))
}

fn sort(
    row: &Row<'_>,
    layout: &Layout,
    cell: &str,
    groups: &mut Vec<Group>,
    places: &mut BTreeMap<(String, String, String), usize>,
) -> Result<(), Error> {
    let unknown =
        |what: &str, text: &str| Error::new(Code::UnknownValue, format!("{what} `{text}` is not known"));
    let ghg = row.text(layout.ghg);
    let part = PARTS.iter().find(|(text, _)| *text == fold(ghg)).map(|(_, part)| *part);
    let part = part.ok_or_else(|| unknown("GHG/Unit", ghg))?;
    let outside = match fold(row.text(layout.scope)).as_str() {
        "outside of scopes" => true,
        "scope 1" | "scope 2" | "scope 3" => false,
        other => return Err(unknown("scope", other)),
    };
    let uom = row.text(layout.uom).to_owned();
    let mut levels: Vec<String> = Vec::new();
    for text in layout.levels.iter().map(|at| row.text(*at)).filter(|text| !text.is_empty()) {
        if levels.last().is_none_or(|last| last != text) {
            levels.push(text.to_owned());
        }
    }
    // Some rows repeat the unit as their last level.
    if levels.len() > 1 && levels.last() == Some(&uom) {
        levels.pop();
    }
    if levels.is_empty() {
        return Err(Error::new(Code::MissingActivity, "the row names no level"));
    }
    let label = levels.join(" / ");
    let value = value::number(row.cells.get(layout.value), NumberFormat::Point)?;
    let key = (row.text(layout.scope).to_owned(), label.clone(), uom.clone());
    let at = *places.entry(key).or_insert_with(|| {
        groups.push(Group { outside, label, levels, uom, values: Vec::new() });
        groups.len().saturating_sub(1)
    });
    let group = groups.get_mut(at).ok_or_else(|| Error::new(Code::Internal, "a group was lost"))?;
    if group.values.iter().any(|known| known.part == part) {
        let message = format!("`{}` per {} has `{ghg}` twice", group.label, group.uom);
        return Err(Error::new(Code::DuplicateRecord, message));
    }
    let id = layout.id.map_or("", |at| row.text(at)).to_owned();
    group.values.push(Found { part, value, cell: cell.to_owned(), id });
    Ok(())
}

/// Labels and units of the shipped packs of the publisher. Their notes hold the hierarchy as the flat file prints it.
fn known(job: &Job<'_>) -> Known {
    let mut known = Known::new();
    let catalog = job.draft.catalog;
    for (_, factor) in catalog.factors() {
        let pack = catalog.pack_of(factor).filter(|pack| pack.shipped && pack.id.starts_with("uk-desnz-"));
        let (Some(pack), Some(value)) = (pack, factor.values.first()) else { continue };
        let label = value.note.split(';').next().unwrap_or_default();
        // Cells of the full workbook are cited without the hierarchy; they cannot be matched.
        if !value.cell.starts_with("flat file") {
            continue;
        }
        let slug =
            factor.id.strip_prefix(&*pack.id).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        let scope = factor.category.map_or("", |category| category.scope().as_str());
        let category =
            factor.category.and_then(|category| category.key().split_once('.')).map_or("", |(_, word)| word);
        let heads = known.entry((fold(label), factor.per_text.to_string())).or_default();
        heads.push(Head {
            slug: slug.into(),
            activity: factor.activity.to_string(),
            kind: "emission",
            per_unit: factor.per_text.to_string(),
            place: factor.place.to_string(),
            scope: scope.into(),
            category: category.into(),
            view: factor.view.as_str().into(),
            td_losses: factor.td_losses.to_string(),
            ..Head::default()
        });
    }
    known
}

/// Puts a group into the draft: its total or its gases, once for each activity that it serves.
fn emit(job: &mut Job<'_>, group: Group, edition: &Edition) -> Result<(), Error> {
    let unit = match draft::unit(FORMAT, &group.label, &group.uom) {
        Ok(unit) => unit,
        Err(error) => {
            for found in &group.values {
                let value = found.value.as_ref().map_or("", |value| value.text.as_str());
                match error.code() {
                    Code::NotImported => job.draft.report.left(&found.cell, value, error.message()),
                    _ => job.draft.report.refused(&found.cell, value, &error),
                }
            }
            return Ok(());
        }
    };
    let heads = match heads(&group, &unit, edition) {
        Ok(heads) => heads,
        Err(error) => {
            for found in &group.values {
                let value = found.value.as_ref().map_or("", |value| value.text.as_str());
                job.draft.report.refused(&found.cell, value, &error);
            }
            return Ok(());
        }
    };
    let values = values(job, &group, &unit, edition);
    for (at, head) in heads.into_iter().enumerate() {
        let mut values = values.clone();
        if at > 0 {
            for value in &mut values {
                value.stands_for = 0;
                value.note.push_str("; the same cell serves this activity");
            }
        }
        job.add(DraftFactor { head, values }, &unit.word)?;
    }
    Ok(())
}

/// The activities that a group is a factor for.
fn heads(group: &Group, unit: &UnitMeaning, edition: &Edition) -> Result<Vec<Head>, Error> {
    let (valid_from, valid_to) = year_of(edition.year);
    let key = (fold(&group.label), unit.per_unit.clone());
    if let Some(known) = edition.known.get(&key) {
        // Where two units of the file are one unit here (m3 and million litres), the name says which.
        let named = |head: &&Head| head.slug.ends_with(&format!("-per-{}", unit.word));
        let mut heads: Vec<&Head> = known.iter().filter(named).collect();
        if heads.is_empty() {
            heads = known.iter().filter(|head| !head.slug.contains("-per-")).collect();
        }
        if !heads.is_empty() {
            // `outside` is no category, so a loaded factor does not keep the word.
            let dated = |head: &Head| Head {
                valid_from: valid_from.clone(),
                valid_to: valid_to.clone(),
                scope: if group.outside { "outside".into() } else { head.scope.clone() },
                ..head.clone()
            };
            return Ok(heads.into_iter().map(dated).collect());
        }
    }
    let mut meanings: Vec<Meaning> = names::exact(FORMAT, &group.label).to_vec();
    meanings.retain(|meaning| !meaning.activity.is_empty());
    if meanings.is_empty() {
        let levels: Vec<&str> = group.levels.iter().map(String::as_str).collect();
        if levels.first() == Some(&"Hotel stay") {
            let message = format!("`{}` has no place code here", group.label);
            return Err(Error::new(Code::UnknownPlace, message));
        }
        meanings = vec![Meaning { activity: path(&levels), ..names::under(FORMAT, &group.label) }];
    }
    let head = |meaning: Meaning| Head {
        slug: format!("{}-per-{}", meaning.activity, unit.word),
        activity: meaning.activity,
        kind: "emission",
        per_unit: unit.per_unit.clone(),
        place: "GB".into(),
        valid_from: valid_from.clone(),
        valid_to: valid_to.clone(),
        scope: meaning.scope,
        category: meaning.category,
        view: meaning.view,
        td_losses: meaning.td_losses,
    };
    Ok(meanings.into_iter().map(head).collect())
}

/// The values of a group as they go into the pack.
fn values(job: &mut Job<'_>, group: &Group, unit: &UnitMeaning, edition: &Edition) -> Vec<DraftValue> {
    let confidence = match (unit.confidence.as_str(), job.confidence()) {
        ("", own) => own,
        (unsure, own) => own.max(unsure.to_owned()),
    };
    let draft = |found: &Found, gas: &str, value_unit: &str, remark: &str| {
        let mut note = group.label.clone();
        for more in [remark, &*unit.note].into_iter().filter(|more| !more.is_empty()) {
            note.push_str("; ");
            note.push_str(more);
        }
        let id = if found.id.is_empty() { String::new() } else { format!(", ID {}", found.id) };
        DraftValue {
            gas: gas.into(),
            value: found.value.as_ref().map(|value| value.text.clone()),
            value_unit: value_unit.into(),
            gwp_set: if gas == "CO2e" { edition.set.clone() } else { String::new() },
            cell: format!("{}{id}", found.cell),
            confidence: confidence.clone(),
            note,
            stands_for: 1,
        }
    };
    let kg = if unit.value_unit.is_empty() { "kg" } else { unit.value_unit.as_str() };
    let of = |part: Part| group.values.iter().find(|found| found.part == part);
    if group.outside {
        for found in group.values.iter().filter(|found| found.part != Part::Co2) {
            let value = found.value.as_ref().map_or("", |value| value.text.as_str());
            job.draft.report.left(
                &found.cell,
                value,
                "outside of scopes only the CO2 of biomass is a factor",
            );
        }
        return of(Part::Co2).map(|found| draft(found, "CO2-biogenic", kg, "")).into_iter().collect();
    }
    let gases = [of(Part::Co2), of(Part::Ch4), of(Part::N2o)];
    let report = &mut job.draft.report;
    let Some(total) = of(Part::Total) else {
        for found in &group.values {
            let value = found.value.as_ref().map_or("", |value| value.text.as_str());
            let message = format!("`{}` per {} has gases and no total", group.label, group.uom);
            report.refused(&found.cell, value, &Error::new(Code::ImportLayout, message));
        }
        return Vec::new();
    };
    if let ([Some(co2), Some(ch4), Some(n2o)], Some((per_ch4, per_n2o)), "kg") = (gases, &edition.split, kg)
        && adds_up(total, [co2, ch4, n2o])
    {
        let remark = |gwp: &str| format!("printed as kg CO2e, so the mass is the number times {gwp}");
        let mut values = vec![
            draft(co2, "CO2", kg, ""),
            draft(ch4, "CH4", per_ch4, &remark(per_ch4)),
            draft(n2o, "N2O", per_n2o, &remark(per_n2o)),
        ];
        // The total is in the pack as the sum of the three.
        if let Some(first) = values.first_mut() {
            first.stands_for = 2;
        }
        return values;
    }
    for found in gases.into_iter().flatten() {
        let value = found.value.as_ref().map_or("", |value| value.text.as_str());
        if edition.split.is_none() {
            let total = job.options.gases.as_deref() == Some("total");
            let unknown = "kg CO2e of a gas are no mass while the GWP set is not known; the total is taken";
            report.left(&found.cell, value, if total { "only totals were asked for" } else { unknown });
        } else {
            let printed = total.value.as_ref().map_or("", |total| total.text.as_str());
            report.left = report.left.saturating_add(1);
            let message = format!("the gases do not add up to the printed total `{printed}`, which is taken");
            report.note(Severity::Info, Code::SplitNotTotal, &found.cell, value, &message);
        }
    }
    vec![draft(total, "CO2e", kg, "")]
}

/// Whether the gases add up to the printed total, to the last digit.
fn adds_up(total: &Found, gases: [&Found; 3]) -> bool {
    let amount = |found: &Found| found.value.as_ref().map(|value| value.amount);
    let sum = gases.iter().try_fold(Amount::ZERO, |sum, gas| sum.try_add(amount(gas)?).ok());
    sum.is_some() && sum == amount(total)
}
