//! Base Empreinte (Base Carbone) of ADEME: elements, and the posts that some of them divide into.
//!
//! Totals are taken as printed, locked to a GWP set that the file does not state; biogenic CO2 is a gas of its own beside
//! them. Only elements that are valid and are emission factors are taken.

use super::draft::{self, DraftFactor, DraftValue, Head};
use super::grid::Sheet;
use super::header::Header;
use super::job::{About, Job, csv, place};
use super::names;
use super::slug::{path, slug};
use super::value::{self, Printed};
use crate::error::{Code, Error};
use crate::number::{Amount, NumberFormat};

const FORMAT: &str = "ademe";
/// Columns of gases in kg CO2e that the total holds. `CO2b` stands beside it.
const INSIDE: [&str; 5] = ["CO2f", "CH4f", "CH4b", "N2O", "Autres GES"];

/// A row that may become a factor.
struct Line {
    row: u64,
    poste: bool,
    id: String,
    levels: Vec<String>,
    category: String,
    unit: String,
    place: [String; 2],
    period: String,
    total: String,
    biogenic: String,
    inside: Vec<String>,
}

struct Columns {
    total: usize,
    biogenic: Option<usize>,
}

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let file = job.file()?;
    let text = job.text(file)?;
    let mut sheet = csv(&text);
    let needed = [
        "Type Ligne",
        "Identifiant de l'élément",
        "Statut de l'élément",
        "Nom base français",
        "Code de la catégorie",
        "Unité français",
        "Localisation géographique",
        "Total poste non décomposé",
    ];
    let header = Header::find(&mut sheet.rows, &needed).map_err(|error| place(error, file.name))?;
    let columns = Columns {
        total: header.at("Total poste non décomposé").unwrap_or(usize::MAX),
        biogenic: header.at("CO2b"),
    };
    let lines = lines(job, &mut sheet, &header, &columns).map_err(|error| place(error, file.name))?;
    let format = if lines.iter().any(|line| line.total.contains(',')) {
        NumberFormat::Comma
    } else {
        NumberFormat::Point
    };
    for line in &lines {
        take(job, &sheet.name, &header, &columns, line, format)?;
    }
    job.draft.report.not_read(
        "columns of single gases",
        "they are printed in kg CO2e of a GWP set that is not stated; the printed total and the biogenic CO2 are taken",
    );
    let edition = file.name.split(['_', ' ', '-']).find_map(|word| {
        let version = word.trim_end_matches(".csv").strip_prefix(['V', 'v'])?;
        (!version.is_empty() && version.chars().all(|c| c.is_ascii_digit() || c == '.'))
            .then(|| version.to_owned())
    });
    Ok(About { edition, ..About::default() })
}

/// The rows that are valid emission factors; the others are counted with the reason.
fn lines(
    job: &mut Job<'_>,
    sheet: &mut Sheet<'_>,
    header: &Header,
    columns: &Columns,
) -> Result<Vec<Line>, Error> {
    let at = |name: &str| header.at(name).unwrap_or(usize::MAX);
    let levels = ["Nom base français", "Nom attribut français", "Nom frontière français"].map(at);
    let inside: Vec<usize> = INSIDE.iter().filter_map(|name| header.at(name)).collect();
    let mut lines = Vec::new();
    for row in sheet.rows.by_ref() {
        let row = row?;
        if row.is_blank() {
            continue;
        }
        let text = |column: usize| row.text(column).to_owned();
        let cell = Sheet::cell(&sheet.name, row.number, columns.total, header.name(columns.total));
        let total = text(columns.total);
        let poste = match row.text(at("Type Ligne")) {
            "Elément" | "Élément" => false,
            "Poste" => true,
            other => {
                let error = Error::new(Code::UnknownValue, format!("kind of line `{other}` is not known"));
                job.draft.report.refused(&cell, &total, &error);
                continue;
            }
        };
        let status = row.text(at("Statut de l'élément"));
        if !status.starts_with("Valide") {
            job.draft.report.left(
                &cell,
                &total,
                &format!("status `{status}`: only valid elements are taken"),
            );
            continue;
        }
        let kind = row.text(at("Type de l'élément"));
        if !kind.is_empty() && kind != "Facteur d'émission" && kind != "Facteur d’émission" {
            job.draft.report.left(&cell, &total, &format!("`{kind}` is no emission factor"));
            continue;
        }
        let mut names: Vec<String> =
            levels.iter().map(|column| text(*column)).filter(|name| !name.is_empty()).collect();
        if poste {
            names.extend(
                [text(at("Type poste")), text(at("Nom poste français"))]
                    .into_iter()
                    .filter(|name| !name.is_empty()),
            );
        }
        lines.push(Line {
            row: row.number,
            poste,
            id: text(at("Identifiant de l'élément")),
            levels: names,
            category: text(at("Code de la catégorie")).replace(" > ", " / "),
            unit: text(at("Unité français")),
            place: [
                text(at("Localisation géographique")),
                text(at("Sous-localisation géographique français")),
            ],
            period: text(at("Période de validité")),
            total,
            biogenic: columns.biogenic.map_or_else(String::new, text),
            inside: inside.iter().map(|column| text(*column)).collect(),
        });
    }
    Ok(lines)
}

/// `kgCO2e/kWh PCI`: what it is per, in units of a pack; a thousand euros of a year is a unit, too.
fn unit(label: &str, printed: &str) -> Result<(String, String), Error> {
    let unknown = || Error::new(Code::UnknownUnit, format!("the unit `{printed}` is not known"));
    let (mass, per) = printed.split_once('/').ok_or_else(unknown)?;
    let mass: String = mass.chars().filter(|c| !c.is_whitespace()).collect();
    if !mass.eq_ignore_ascii_case("kgco2e") {
        return Err(unknown());
    }
    let per = per.trim();
    let money = per.to_lowercase();
    if let Some(rest) = money.strip_prefix("keuro").or_else(|| money.strip_prefix("k€")) {
        let year =
            rest.split(['(', ')', ' ']).find_map(|word| super::ember::year(word).ok()).ok_or_else(unknown)?;
        return Ok((format!("1000.EUR{{{year}}}"), "keur".into()));
    }
    draft::unit(FORMAT, label, per).map(|unit| (unit.per_unit, unit.word))
}

fn place_code(line: &Line) -> Result<&'static str, Error> {
    let [wide, narrow] = &line.place;
    let narrow_code = names::place("fr", narrow);
    narrow_code.or_else(|| names::place("fr", wide).filter(|_| narrow.is_empty())).ok_or_else(|| {
        let name = if narrow.is_empty() { wide } else { narrow };
        Error::new(Code::UnknownPlace, format!("place `{name}` is not known"))
    })
}

fn take(
    job: &mut Job<'_>,
    sheet: &str,
    header: &Header,
    columns: &Columns,
    line: &Line,
    format: NumberFormat,
) -> Result<(), Error> {
    let cell = Sheet::cell(sheet, line.row, columns.total, header.name(columns.total));
    let label = format!("{} / {}", line.category, line.levels.join(" / "));
    let number = |text: &str| value::number(Some(&super::grid::Cell::text(text)), format);
    let read = || -> Result<_, Error> {
        let (per_unit, word) = unit(&label, &line.unit)?;
        let code = place_code(line)?;
        let (total, biogenic) = (number(&line.total)?, number(&line.biogenic)?);
        if let (Some(total), Some(biogenic)) = (&total, &biogenic) {
            apart(line, total, biogenic, format)?;
        }
        Ok((per_unit, word, code, total, biogenic))
    };
    let (per_unit, word, code, total, biogenic) = match read() {
        Ok(read) => read,
        Err(error) if error.code() == Code::NotImported => {
            job.draft.report.left(&cell, &line.total, error.message());
            return Ok(());
        }
        Err(error) => {
            job.draft.report.refused(&cell, &line.total, &error);
            return Ok(());
        }
    };
    // The first level of the category, and for posts their kind, say the scope where anything does.
    let top = line.category.split(" / ").next().unwrap_or_default();
    let kind = if line.poste { line.levels.iter().rev().nth(1).or(line.levels.last()) } else { None };
    let meaning =
        names::under(FORMAT, &kind.map_or_else(|| top.to_owned(), |kind| format!("{top} / {kind}")));
    let levels: Vec<&str> = line.levels.iter().map(String::as_str).collect();
    let activity = path(&levels);
    let mut note = label;
    for (word, text) in [("unit", &line.unit), ("valid", &line.period)] {
        if !text.is_empty() {
            note.push_str(&format!("; {word} {text}"));
        }
    }
    let gwp_set = job.gwp_set(None);
    let value = |gas: &str, value: Option<&Printed>, cell: String, stands_for: u64| DraftValue {
        gas: gas.into(),
        value: value.map(|value| value.text.clone()),
        value_unit: "kg".into(),
        gwp_set: if gas == "CO2e" { gwp_set.clone() } else { String::new() },
        cell: format!("{cell}, ID {}", line.id),
        confidence: job.confidence(),
        note: note.clone(),
        stands_for,
    };
    let mut values = vec![value("CO2e", total.as_ref(), cell, 1)];
    if let (Some(biogenic), Some(column)) = (&biogenic, columns.biogenic) {
        let cell = Sheet::cell(sheet, line.row, column, header.name(column));
        values.push(value("CO2-biogenic", Some(biogenic), cell, 1));
    }
    let place_word = code.to_lowercase();
    let head = Head {
        slug: slug(&format!("{}-{activity}-per-{word}-{place_word}", line.id)),
        activity: activity.clone(),
        kind: "emission",
        per_unit,
        place: code.into(),
        scope: meaning.scope,
        category: meaning.category,
        view: meaning.view,
        ..Head::default()
    };
    job.add(DraftFactor { head, values }, &word)
}

/// Biogenic CO2 must stand beside the total: a row that adds up only with it inside is told.
fn apart(line: &Line, total: &Printed, biogenic: &Printed, format: NumberFormat) -> Result<(), Error> {
    if biogenic.amount.is_zero() {
        return Ok(());
    }
    let mut sum = Amount::ZERO;
    for text in line.inside.iter().filter(|text| !text.is_empty()) {
        let part = value::number(Some(&super::grid::Cell::text(text.as_str())), format)?;
        sum = sum.try_add(part.map_or(Amount::ZERO, |part| part.amount))?;
    }
    if sum != total.amount && sum.try_add(biogenic.amount)? == total.amount {
        let message = "the printed total holds the biogenic CO2, which belongs beside it";
        return Err(Error::new(Code::ImportLayout, message)
            .with_help("report it to the publisher; enter the value yourself"));
    }
    Ok(())
}
