//! The EPA's Emission Factors Hub: one sheet with twelve tables below each other, each with titles and units of its own.
//!
//! A table starts at a cell `Table 6` and ends at `Source:` or `Notes:`. Tables are told apart by the words of their
//! titles, not by their numbers, which have changed between editions. Rows of units stand within tables; cells that
//! were merged are blank below their first row, and the name above holds on.

use super::draft::{self, DraftFactor, DraftValue, Head, year_of};
use super::grid::{Row, Sheet};
use super::header::fold;
use super::job::{About, Job};
use super::names::{self, Meaning};
use super::slug::{path, slug};
use super::value;
use crate::error::{Code, Error};
use crate::number::NumberFormat;

const FORMAT: &str = "epa-hub";

/// What a table holds, by words of its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Stationary,
    MobileCo2,
    /// CH4 and N2O in grams per mile, by vehicle and model year.
    OnRoad,
    /// CH4 and N2O in grams per gallon.
    NonRoad,
    Electricity,
    Steam,
    Freight,
    Waste,
    Travel,
    Gwp,
    Other,
}

/// Words of a title (all must be in it), the table, and how labels name it.
const TITLES: [(&[&str], Kind, &str); 10] = [
    (&["stationary combustion"], Kind::Stationary, "Stationary Combustion"),
    (
        &["mobile combustion", "non-road"],
        Kind::NonRoad,
        "Mobile Combustion CH4 and N2O for Non-Road Vehicles",
    ),
    (
        &["mobile combustion", "on-road", "gasoline"],
        Kind::OnRoad,
        "Mobile Combustion CH4 and N2O for On-Road Gasoline Vehicles",
    ),
    (
        &["mobile combustion", "on-road"],
        Kind::OnRoad,
        "Mobile Combustion CH4 and N2O for On-Road Diesel and Alternative Fuel Vehicles",
    ),
    (&["mobile combustion", "co2"], Kind::MobileCo2, "Mobile Combustion CO2"),
    (&["electricity"], Kind::Electricity, "Electricity"),
    (&["steam"], Kind::Steam, "Steam and Heat"),
    (&["waste"], Kind::Waste, "Waste"),
    (&["travel"], Kind::Travel, "Business Travel and Employee Commuting"),
    (&["transportation and distribution"], Kind::Freight, "Upstream Transportation and Distribution"),
];

/// Headings of the waste table, how names call the treatment, and how the labels of the data do.
const TREATMENTS: [(&str, &str, &str); 6] = [
    ("recycled", "recycling", "recycled"),
    ("landfilled", "landfill", "landfilled"),
    ("combusted", "combustion", "combusted"),
    ("composted", "composting", "composted"),
    ("anaerobically digested (dry", "anaerobic-digestion-dry", "ad dry"),
    ("anaerobically digested (wet", "anaerobic-digestion-wet", "ad wet"),
];

/// The table that is being read.
struct Table {
    kind: Kind,
    title: &'static str,
    /// The table's number as printed: `Table 1`.
    number: String,
    /// The last row of headings or units: what each column holds.
    heads: Vec<String>,
    /// Headings from further up, where heads stand in two rows.
    above: Vec<String>,
    group: String,
    /// The label of merged cells, by column.
    held: Vec<String>,
    /// Rows of the electricity table wait for the edition of eGRID that the note below names.
    waiting: Vec<(Head, Vec<DraftValue>)>,
    gwp_set: Option<&'static str>,
    waste: Vec<(Head, DraftValue)>,
}

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let year = match job.options.year.or_else(|| edition_year(job.options.edition.as_deref(), file.name)) {
        Some(year) => year,
        None => {
            return Err(Error::new(
                Code::ChoiceMissing,
                "neither the file's name nor the options say the year",
            )
            .with_help("give the option `year`")
            .at("/options/year"));
        }
    };
    if year >= 2026 && job.options.licence.is_none() {
        return Err(Error::new(
            Code::ChoiceMissing,
            "from 2026 on the Hub is published by others: the licence must be named",
        )
        .with_help(
            "read the licence where you fetched the file, and give the options `licence` and `publisher`",
        )
        .at("/options/licence"));
    }
    job.each_sheet(
        file,
        |name| fold(name).contains("emission factors hub") || fold(name).contains("emissions factors hub"),
        "the tables stand on the sheet of the Hub",
        |job, sheet| tables(job, sheet, year),
    )?;
    Ok(About { edition: Some(year.to_string()), ..About::default() })
}

/// A year within the edition or the file's name.
fn edition_year(edition: Option<&str>, name: &str) -> Option<u16> {
    let texts = [edition.unwrap_or_default(), name];
    texts.into_iter().find_map(|text| {
        text.split(|c: char| !c.is_ascii_digit()).find_map(|word| super::ember::year(word).ok())
    })
}

/// `Table 6` in a cell, with the title behind it.
fn title(row: &Row<'_>) -> Option<(String, String)> {
    let first = (0..row.cells.len()).find(|at| !row.text(*at).is_empty())?;
    let text = row.text(first);
    let rest = text.strip_prefix("Table ")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return None;
    }
    let behind = rest.get(digits.len()..).unwrap_or_default();
    let next: Vec<&str> = (first.saturating_add(1)..row.cells.len()).map(|at| row.text(at)).collect();
    Some((format!("Table {digits}"), format!("{behind} {}", next.join(" "))))
}

fn kind(title: &str) -> (Kind, &'static str) {
    let folded = fold(title);
    if folded.contains("global warming potential") || folded.contains("gwp") {
        return (Kind::Gwp, "Global Warming Potentials");
    }
    TITLES
        .iter()
        .find(|(words, _, _)| words.iter().all(|word| folded.contains(word)))
        .map_or((Kind::Other, ""), |(_, kind, title)| (*kind, title))
}

fn tables(job: &mut Job<'_>, sheet: &mut Sheet<'_>, year: u16) -> Result<(), Error> {
    let mut table: Option<Table> = None;
    let mut found = false;
    for row in sheet.rows.by_ref() {
        let row = row?;
        if let Some((number, text)) = title(&row) {
            close(job, table.take(), year)?;
            let (kind, label) = kind(&text);
            match kind {
                Kind::Gwp => job
                    .draft
                    .report
                    .not_read(number, "warming potentials come from the packs of kind gwp and blends"),
                Kind::Other => job.draft.report.not_read(number, "no table of this title is known"),
                _ => {
                    found = true;
                    table = Some(Table {
                        kind,
                        title: label,
                        number,
                        heads: Vec::new(),
                        above: Vec::new(),
                        group: String::new(),
                        held: Vec::new(),
                        waiting: Vec::new(),
                        gwp_set: None,
                        waste: Vec::new(),
                    });
                }
            }
            continue;
        }
        if let Some(table) = &mut table {
            table.row(job, &sheet.name, &row, year)?;
        }
    }
    close(job, table, year)?;
    if !found {
        return Err(Error::new(Code::ImportLayout, "no cell `Table 1` with a known title"));
    }
    Ok(())
}

/// What a table could only say at its end.
fn close(job: &mut Job<'_>, table: Option<Table>, _: u16) -> Result<(), Error> {
    let Some(table) = table else { return Ok(()) };
    if table.kind == Kind::Electricity {
        for (_, values) in &table.waiting {
            for value in values {
                let message = "the table does not name the edition of eGRID, and so not the year";
                let error =
                    Error::new(Code::ImportLayout, message).with_help("import the eGRID workbook itself");
                job.draft.report.refused(&value.cell, value.value.as_deref().unwrap_or_default(), &error);
            }
        }
    }
    for (head, mut value) in table.waste {
        value.gwp_set = job.gwp_set(table.gwp_set);
        job.add(DraftFactor { head, values: vec![value] }, "short-ton")?;
    }
    Ok(())
}

/// A label without the letter of a footnote behind it: `Medium- and Heavy-Duty TruckC`, `Passenger Car A`.
fn without_footnote(label: &str) -> &str {
    let Some(rest) = label.strip_suffix(|c: char| c.is_ascii_uppercase()) else { return label };
    match rest.chars().next_back() {
        Some(' ') => rest.trim_end(),
        Some(c) if c.is_ascii_lowercase() || c == ')' => rest,
        _ => label,
    }
}

/// Whether a cell reads as a number or as "not applicable": then its row holds values.
fn is_value(row: &Row<'_>, at: usize) -> bool {
    let text = row.text(at);
    text == "NA"
        || text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '='))
        || row.cells.get(at).is_some_and(|cell| cell.kind != super::grid::CellKind::Text)
}

impl Table {
    fn head(&self, at: usize) -> &str {
        self.heads.get(at).map_or("", String::as_str)
    }

    fn row(&mut self, job: &mut Job<'_>, sheet: &str, row: &Row<'_>, year: u16) -> Result<(), Error> {
        let texts: Vec<String> = (0..row.cells.len()).map(|at| row.text(at).to_owned()).collect();
        let filled: Vec<usize> =
            texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(|(at, _)| at).collect();
        let Some(&first) = filled.first() else { return Ok(()) };
        let folded = fold(texts.get(first).map_or("", String::as_str));
        if ["source", "note", "these factors", "factors do not"].iter().any(|word| folded.starts_with(word))
            || texts.get(first).is_some_and(|text| text.len() > 200)
        {
            return self.notes(job, &texts);
        }
        let values: Vec<usize> =
            filled.iter().copied().filter(|at| *at > first && is_value(row, *at)).collect();
        // Headings and units: several texts, no numbers. Model years are numbers, so text rows are told by their last cell.
        if values.is_empty() {
            if filled.len() == 1 {
                self.group = without_footnote(texts.get(first).map_or("", |text| text)).to_owned();
            } else {
                self.above = core::mem::replace(&mut self.heads, texts);
            }
            return Ok(());
        }
        if self.kind == Kind::Electricity || !self.waiting.is_empty() {
            return self.electricity(job, sheet, row, &texts, first);
        }
        match self.kind {
            Kind::Stationary => self.stationary(job, sheet, row, first, year),
            Kind::Waste => {
                self.waste(job, sheet, row, first, year);
                Ok(())
            }
            _ => self.gases(job, sheet, row, first, year),
        }
    }

    /// Notes below a table say which eGRID and which GWP set it rests on.
    fn notes(&mut self, job: &mut Job<'_>, texts: &[String]) -> Result<(), Error> {
        let text = texts.join(" ");
        for (word, set) in [("AR4", "AR4"), ("AR5", "AR5"), ("AR6", "AR6")] {
            if text.contains(word) {
                self.gwp_set = Some(set);
            }
        }
        if let Some((_, rest)) = text.split_once("eGRID") {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            if let Ok(year) = super::ember::year(&digits) {
                let (valid_from, valid_to) = year_of(year);
                for (mut head, values) in core::mem::take(&mut self.waiting) {
                    head.valid_from.clone_from(&valid_from);
                    head.valid_to.clone_from(&valid_to);
                    job.add(DraftFactor { head, values }, "mwh")?;
                }
                self.kind = Kind::Other;
            }
        }
        Ok(())
    }

    fn meanings(&self, label: &str) -> Vec<Meaning> {
        let found = names::exact(FORMAT, label);
        if found.is_empty() { vec![names::under(FORMAT, label)] } else { found.to_vec() }
    }

    fn value(
        &self,
        job: &mut Job<'_>,
        sheet: &str,
        row: &Row<'_>,
        at: usize,
        (gas, unit): (&str, &str),
        note: &str,
    ) -> Option<DraftValue> {
        let cell = Sheet::cell(sheet, row.number, at, self.head(at));
        match value::number(row.cells.get(at), NumberFormat::Point) {
            Err(error) => {
                job.draft.report.refused(&cell, row.text(at), &error);
                None
            }
            Ok(value) => Some(DraftValue {
                gas: gas.into(),
                value: value.map(|value| value.text),
                value_unit: unit.into(),
                cell: format!("{cell}, {}", self.number),
                confidence: job.confidence(),
                note: note.into(),
                stands_for: 1,
                ..DraftValue::default()
            }),
        }
    }

    /// Table 1: heat content, and gases per mmBtu. Per-unit columns are roundings of the product of the two.
    fn stationary(
        &mut self,
        job: &mut Job<'_>,
        sheet: &str,
        row: &Row<'_>,
        first: usize,
        year: u16,
    ) -> Result<(), Error> {
        let name = without_footnote(row.text(first)).to_owned();
        let label = format!("{} / {name}", self.title);
        let known = names::exact(FORMAT, &label).first().cloned();
        let group = names::exact("epa-hub-group", &self.group).first().map_or("", |group| &*group.co2);
        let meaning = known.clone().unwrap_or_else(|| names::under(FORMAT, &label));
        let co2 = match (&known, &*meaning.co2) {
            (None, _) if !group.is_empty() => group,
            (_, "") => "CO2",
            (_, other) => other,
        };
        let activity = if meaning.activity.is_empty() {
            format!("{}-stationary", path(&[&name]))
        } else {
            meaning.activity.clone()
        };
        let fuel = activity.split_once("-stationary").map_or(activity.as_str(), |(fuel, _)| fuel).to_owned();
        let (valid_from, valid_to) = year_of(year);
        let head = Head {
            slug: activity.clone(),
            activity: activity.clone(),
            kind: "emission",
            per_unit: "mmBtu{gross}".into(),
            place: "US".into(),
            valid_from,
            valid_to,
            scope: meaning.scope,
            category: meaning.category,
            ..Head::default()
        };
        let mut gases = Vec::new();
        for at in (first.saturating_add(1)..row.cells.len()).filter(|at| !row.text(*at).is_empty()) {
            let unit = fold(self.head(at));
            match unit.as_str() {
                "kg co2 per mmbtu" => gases.extend(self.value(job, sheet, row, at, (co2, "kg"), &name)),
                "g ch4 per mmbtu" => gases.extend(self.value(job, sheet, row, at, ("CH4", "g"), &name)),
                "g n2o per mmbtu" => gases.extend(self.value(job, sheet, row, at, ("N2O", "g"), &name)),
                _ => {
                    let cell = Sheet::cell(sheet, row.number, at, self.head(at));
                    if let Some(per) = unit.strip_prefix("mmbtu per ") {
                        match draft::unit(FORMAT, &label, per) {
                            Err(error) => job.draft.report.refused(&cell, row.text(at), &error),
                            Ok(per) => {
                                if let Some(value) =
                                    self.value(job, sheet, row, at, ("", "mmBtu{gross}"), &name)
                                {
                                    let head = Head {
                                        slug: format!("gcv-{fuel}"),
                                        activity: fuel.clone(),
                                        kind: "gcv",
                                        per_unit: per.per_unit.clone(),
                                        scope: String::new(),
                                        category: String::new(),
                                        ..head.clone()
                                    };
                                    job.add(DraftFactor { head, values: vec![value] }, &per.word)?;
                                }
                            }
                        }
                    } else if unit.starts_with("kg co2 per ")
                        || unit.starts_with("g ch4 per ")
                        || unit.starts_with("g n2o per ")
                    {
                        let reason =
                            "a rounded product of heat content and factor per mmBtu, which are taken";
                        job.draft.report.left(&cell, row.text(at), reason);
                    } else {
                        let message = format!("the heading `{unit}` says no unit that is known");
                        job.draft.report.refused(
                            &cell,
                            row.text(at),
                            &Error::new(Code::UnknownUnit, message),
                        );
                    }
                }
            }
        }
        job.add(DraftFactor { head, values: gases }, "mmbtu-gross")
    }

    /// Tables of gases: labels first, then CO2, CH4 and N2O, with the unit in the heading or behind them.
    fn gases(
        &mut self,
        job: &mut Job<'_>,
        sheet: &str,
        row: &Row<'_>,
        first: usize,
        year: u16,
    ) -> Result<(), Error> {
        let width = row.cells.len().max(self.heads.len());
        let gas_of = |table: &Table, at: usize| {
            let both = format!("{} {}", table.above.get(at).map_or("", String::as_str), table.head(at));
            let folded = fold(&both);
            ["co2", "ch4", "n2o"].into_iter().find(|gas| folded.contains(gas))
        };
        let columns: Vec<(usize, &str)> = (0..width).filter_map(|at| Some((at, gas_of(self, at)?))).collect();
        let Some(&(start, _)) = columns.first() else {
            for at in (first.saturating_add(1)..row.cells.len()).filter(|at| is_value(row, *at)) {
                let error = Error::new(Code::ImportLayout, "no heading above the value names a gas");
                job.draft.report.refused(&Sheet::cell(sheet, row.number, at, ""), row.text(at), &error);
            }
            return Ok(());
        };
        let end = columns.last().map_or(start, |(at, _)| at.saturating_add(1));
        // Merged cells: a blank label repeats the one above it, until a label to its left changes.
        let mut labels: Vec<String> = Vec::new();
        self.held.resize(width, String::new());
        let mut anew = false;
        for at in 0..start {
            let text = without_footnote(row.text(at)).to_owned();
            if !text.is_empty() {
                anew = true;
                if let Some(held) = self.held.get_mut(at) {
                    held.clone_from(&text);
                }
                labels.push(text);
            } else if !anew && let Some(held) = self.held.get(at).filter(|held| !held.is_empty()) {
                labels.push(held.clone());
            }
        }
        let printed_unit =
            (end..width).map(|at| row.text(at)).find(|text| !text.is_empty()).map(str::to_owned);
        let unit = match (&printed_unit, self.kind) {
            (Some(unit), _) => unit.clone(),
            (None, Kind::Steam) => "mmBtu".into(),
            (None, Kind::OnRoad) => "mile".into(),
            (None, Kind::NonRoad | Kind::MobileCo2) => "gallon".into(),
            (None, _) => String::new(),
        };
        let mut label = format!("{} / {}", self.title, labels.join(" / "));
        if matches!(self.kind, Kind::Freight) {
            label = format!("{label} / {unit}");
        }
        let per = match draft::unit(FORMAT, self.title, &unit) {
            Ok(per) => per,
            Err(error) => {
                for (at, _) in columns.iter().filter(|(at, _)| !row.text(*at).is_empty()) {
                    let cell = Sheet::cell(sheet, row.number, *at, self.head(*at));
                    job.draft.report.refused(&cell, row.text(*at), &error);
                }
                return Ok(());
            }
        };
        let (valid_from, valid_to) = year_of(year);
        let words: Vec<&str> = labels.iter().map(String::as_str).collect();
        for (number, meaning) in self.meanings(&label).into_iter().enumerate() {
            let prefix = match self.kind {
                Kind::Freight => "freight",
                Kind::Travel => "travel",
                Kind::MobileCo2 => "mobile",
                Kind::OnRoad => "on-road",
                Kind::NonRoad => "non-road",
                _ => "",
            };
            let activity = if meaning.activity.is_empty() {
                let levels: Vec<&str> = [prefix].into_iter().chain(words.iter().copied()).collect();
                path(&levels)
            } else {
                meaning.activity.clone()
            };
            let mut values = Vec::new();
            for &(at, gas) in &columns {
                if row.text(at).is_empty() {
                    continue;
                }
                let co2 = if meaning.co2.is_empty() { "CO2" } else { meaning.co2.as_str() };
                let pair = match gas {
                    "co2" => (co2, "kg"),
                    "ch4" => ("CH4", "g"),
                    _ => ("N2O", "g"),
                };
                let Some(mut value) = self.value(job, sheet, row, at, pair, &words.join(", ")) else {
                    continue;
                };
                value.stands_for = u64::from(number == 0);
                values.push(value);
            }
            let head = Head {
                slug: slug(&format!("{activity}-{}", per.word)),
                activity,
                kind: "emission",
                per_unit: per.per_unit.clone(),
                place: "US".into(),
                valid_from: valid_from.clone(),
                valid_to: valid_to.clone(),
                scope: meaning.scope,
                category: meaning.category,
                view: meaning.view,
                ..Head::default()
            };
            job.add(DraftFactor { head, values }, &per.word)?;
        }
        Ok(())
    }

    /// Table 9: tonnes of CO2e for each short ton of a material, by treatment.
    fn waste(&mut self, job: &mut Job<'_>, sheet: &str, row: &Row<'_>, first: usize, year: u16) {
        let material = without_footnote(row.text(first)).to_owned();
        let (valid_from, valid_to) = year_of(year);
        for at in (first.saturating_add(1)..row.cells.len()).filter(|at| !row.text(*at).is_empty()) {
            let heading = fold(self.head(at));
            let Some((_, word, data)) = TREATMENTS.iter().find(|(start, _, _)| heading.starts_with(start))
            else {
                let cell = Sheet::cell(sheet, row.number, at, self.head(at));
                let error = Error::new(Code::UnknownValue, format!("treatment `{heading}` is not known"));
                job.draft.report.refused(&cell, row.text(at), &error);
                continue;
            };
            let note = format!("{material}, {data}");
            let Some(value) = self.value(job, sheet, row, at, ("CO2e", "t"), &note) else { continue };
            let label = format!("{} / {material} / {data}", self.title);
            let known = names::exact(FORMAT, &label).first().map(|meaning| meaning.activity.clone());
            let activity = known.unwrap_or_else(|| format!("waste-{word}-{}", slug(&material)));
            let head = Head {
                slug: format!("waste-{word}-{}", slug(&material)),
                activity,
                kind: "emission",
                per_unit: "short ton".into(),
                place: "US".into(),
                valid_from: valid_from.clone(),
                valid_to: valid_to.clone(),
                scope: "3".into(),
                category: "5".into(),
                ..Head::default()
            };
            self.waste.push((head, value));
        }
    }

    /// Table 6: rates of eGRID; their year is that of eGRID, which the note below the table names.
    fn electricity(
        &mut self,
        job: &mut Job<'_>,
        sheet: &str,
        row: &Row<'_>,
        texts: &[String],
        first: usize,
    ) -> Result<(), Error> {
        let label = texts.get(first).map_or("", String::as_str);
        let (code, inside) = label.split_once(" (").unwrap_or((label, ""));
        let next = texts.get(first.saturating_add(1)).map_or("", String::as_str);
        let name = if inside.is_empty() { next.to_owned() } else { inside.trim_end_matches(')').to_owned() };
        let is_code = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let us = fold(label).starts_with("us average");
        let numbers: Vec<usize> =
            (first.saturating_add(1)..row.cells.len()).filter(|at| is_value(row, *at)).collect();
        if !is_code && !us {
            for at in numbers {
                let error = Error::new(Code::UnknownPlace, format!("`{label}` is no eGRID subregion"));
                job.draft.report.refused(&Sheet::cell(sheet, row.number, at, ""), row.text(at), &error);
            }
            return Ok(());
        }
        let place = if us { "US".to_owned() } else { format!("US-EGRID-{code}") };
        let short = if us { "us".to_owned() } else { code.to_lowercase() };
        for (number, (activity, ending)) in
            [("electricity", ""), ("electricity-marginal", "-nonbaseload")].into_iter().enumerate()
        {
            let mut values = Vec::new();
            for (gas, at) in
                ["CO2", "CH4", "N2O"].into_iter().zip(numbers.iter().skip(number.saturating_mul(3)))
            {
                values.extend(self.value(job, sheet, row, *at, (gas, "lb"), &name));
            }
            let head = Head {
                slug: format!("electricity-{short}{ending}"),
                activity: activity.into(),
                kind: "emission",
                per_unit: "MWh".into(),
                place: place.clone(),
                view: "location".into(),
                td_losses: "excluded".into(),
                ..Head::default()
            };
            if !values.is_empty() {
                self.waiting.push((head, values));
            }
        }
        for at in numbers.into_iter().skip(6) {
            let cell = Sheet::cell(sheet, row.number, at, self.head(at));
            job.draft.report.left(&cell, row.text(at), "grid losses are read from the eGRID workbook");
        }
        Ok(())
    }
}
