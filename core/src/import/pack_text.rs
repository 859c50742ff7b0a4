//! A draft as the text of a pack, checked by the loader that will read it.

use std::collections::BTreeMap;

use super::draft::Draft;
use crate::error::{Code, Error};
use crate::factor::{self, FACTOR_COLUMNS};
use crate::wire::v1::hex_sha256;

/// What stands in the description of a pack.
#[derive(Clone, Debug, Default)]
pub(super) struct Description {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) publisher: String,
    pub(super) edition: String,
    pub(super) licence: String,
    pub(super) attribution: String,
    pub(super) source: String,
    pub(super) url: String,
    pub(super) retrieved: String,
    pub(super) confidence: String,
    pub(super) not_for: Vec<String>,
}

/// The pack as one text; factors that the loader refuses are taken out of the draft and told.
///
/// # Errors
/// `IMPORT_LAYOUT` if nothing is left; `BAD_PACK` and the like for a description that cannot be.
pub(super) fn write(draft: &mut Draft<'_>, description: &Description) -> Result<String, Error> {
    loop {
        let (table, owners) = table(draft);
        if owners.is_empty() {
            return Err(Error::new(Code::ImportLayout, "the file gives no factor")
                .with_help("check that the format is the right one, and the findings of single cells"));
        }
        let text = format!("+++\n{}+++\n{table}", head(description, &table));
        let mut refused: BTreeMap<usize, Error> = BTreeMap::new();
        for finding in factor::check(draft.catalog, &text) {
            let error = Error::new(finding.code, &*finding.message).with_help(&*finding.help);
            // Row 1 is the header.
            let owner = finding.position.row.checked_sub(2).and_then(|row| usize::try_from(row).ok());
            match owner.and_then(|row| owners.get(row)) {
                Some(owner) => {
                    refused.entry(*owner).or_insert(error);
                }
                None => return Err(error.at("/options")),
            }
        }
        if refused.is_empty() {
            return Ok(text);
        }
        draft.withdraw(&refused);
    }
}

/// The table, and for each of its rows the number of its factor.
fn table(draft: &Draft<'_>) -> (String, Vec<usize>) {
    let mut text = FACTOR_COLUMNS.join(",") + "\n";
    let mut owners = Vec::new();
    for (number, factor) in draft.factors().iter().enumerate() {
        let head = &factor.head;
        for value in &factor.values {
            let state = if value.value.is_some() { "value" } else { "absent" };
            let row = [
                &head.slug,
                &head.activity,
                head.kind,
                &value.gas,
                value.value.as_deref().unwrap_or_default(),
                state,
                &value.value_unit,
                &head.per_unit,
                &head.place,
                &head.valid_from,
                &head.valid_to,
                &head.scope,
                &head.category,
                &head.view,
                &value.gwp_set,
                &head.td_losses,
                "",
                "",
                &value.cell,
                &value.confidence,
                &value.note,
            ];
            let fields: Vec<String> = row.iter().map(|field| csv_field(field)).collect();
            text.push_str(&fields.join(","));
            text.push('\n');
            owners.push(number);
        }
    }
    (text, owners)
}

/// A field as CSV; line breaks of the source become spaces, so that a row of the table is a line.
fn csv_field(text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if flat.contains([',', '"']) || flat.starts_with(' ') || flat.ends_with(' ') {
        return format!("\"{}\"", flat.replace('"', "\"\""));
    }
    flat
}

fn head(description: &Description, table: &str) -> String {
    let mut text = String::new();
    let mut line = |key: &str, value: &str| text.push_str(&format!("{key} = {}\n", quoted(value)));
    line("id", &description.id);
    line("kind", "factors");
    line("title", &description.title);
    line("publisher", &description.publisher);
    line("edition", &description.edition);
    line("licence", &description.licence);
    line("attribution", &description.attribution);
    line("source", &description.source);
    line("url", &description.url);
    line("retrieved", &description.retrieved);
    line("confidence", &description.confidence);
    line("sha256", &hex_sha256(table.as_bytes()));
    let sentences: Vec<String> = description.not_for.iter().map(|sentence| quoted(sentence)).collect();
    text.push_str(&format!("not_for = [{}]\n", sentences.join(", ")));
    text
}

/// A text as a basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_publishers_cannot_leave_their_place() {
        assert_eq!(quoted("a\"b\\c\n+++\n"), "\"a\\\"b\\\\c +++ \"");
        assert_eq!(csv_field("a,\"b\"\nc"), "\"a,\"\"b\"\" c\"");
        assert_eq!(csv_field("plain"), "plain");
    }
}
