//! An organisation from a file: JSON, or a CSV table as people keep it in a spreadsheet.

use crate::error::{Code, Error};
use crate::wire::v1;

/// Columns of the table; those that a row does not need stay empty.
const COLUMNS: [&str; 12] = [
    "record",
    "id",
    "name",
    "parent",
    "economic_interest_percent",
    "financial_control",
    "operational_control",
    "entity",
    "aliases",
    "lease",
    "from",
    "to",
];

/// Reads an organisation from the text of a file.
///
/// JSON is the wire's own form. A CSV table has a column `record` that says what a row is: `approach` (its `id` names
/// the approach), `entity`, `site` (further names in `aliases`, separated by ` | `) or `default-site`.
///
/// # Errors
/// `BAD_ORGANISATION` with the row and column, `BAD_JSON`, `BAD_REQUEST`, `LIMIT_EXCEEDED`.
///
/// # Example
/// ```
/// use emitrace::inventory::read_organisation;
///
/// let organisation = read_organisation("\
/// record,id,parent,economic_interest_percent,entity,from,to
/// approach,equity-share,,,,,
/// entity,group,,,,,
/// entity,plant-co,group,40,,,2025-06-30
/// entity,plant-co,group,60,,2025-07-01,
/// site,Dong Anh,,,plant-co,,
/// ")?;
/// assert_eq!(organisation.entities[2].economic_interest_percent, "60");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_organisation(text: &str) -> Result<v1::Organisation, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{') {
        return v1::read_json(text);
    }
    let bad = |place: String, message: String| Error::new(Code::BadOrganisation, message).at(place);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let broken = |error: &csv::Error| bad(String::new(), error.to_string());
    let header = reader.headers().map_err(|error| broken(&error))?.clone();
    if let Some(unknown) = header.iter().find(|name| !COLUMNS.contains(name)) {
        let error = bad(String::new(), format!("the column `{unknown}` is not known"));
        return Err(error.with_help(format!("use the columns {}", COLUMNS.join(", "))));
    }
    let mut organisation = v1::Organisation::default();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let get = |column: &str| {
            let at = header.iter().position(|name| name == column);
            at.and_then(|at| record.get(at)).unwrap_or_default().to_owned()
        };
        match get("record").as_str() {
            "approach" => organisation.approach = get("id"),
            "entity" => organisation.entities.push(v1::LegalEntity {
                id: get("id"),
                name: get("name"),
                parent: get("parent"),
                economic_interest_percent: get("economic_interest_percent")
                    .trim_end_matches('%')
                    .trim_end()
                    .into(),
                financial_control: get("financial_control"),
                operational_control: get("operational_control"),
                from: get("from"),
                to: get("to"),
            }),
            "site" => organisation.sites.push(v1::OrganisationSite {
                id: get("id"),
                aliases: get("aliases")
                    .split('|')
                    .map(|name| name.trim().to_owned())
                    .filter(|name| !name.is_empty())
                    .collect(),
                entity: get("entity"),
                lease: get("lease"),
                from: get("from"),
                to: get("to"),
            }),
            "default-site" => organisation.default_site = Some(get("id")),
            other => {
                let line = record.position().map_or(0, csv::Position::line);
                let error = bad(format!("line {line}, column `record`"), format!("`{other}` is not known"));
                return Err(error.with_help("write approach, entity, site or default-site"));
            }
        }
    }
    Ok(organisation)
}
