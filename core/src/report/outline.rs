//! What every report says, before it is laid out.

use core::cmp::Reverse;
use std::borrow::Cow;

use super::Lang;
use super::figure;
use super::rounding::rounding;
use super::text::Text;
use crate::order::Order;
use crate::wire::v1::{Cell, FactorValue, Figures, Finding, Inventory, InventoryAnswer, Note, View};

/// How many sources are named as the largest.
pub(super) const TOP: usize = 10;

/// The six sums with their keys.
pub(super) fn accounts(figures: &Figures) -> [(&'static str, &str); 6] {
    [
        ("scope_1", &figures.scope_1_kg_co2e),
        ("scope_2_location", &figures.scope_2_location_kg_co2e),
        ("scope_2_market", &figures.scope_2_market_kg_co2e),
        ("scope_3", &figures.scope_3_kg_co2e),
        ("total_location", &figures.total_location_kg_co2e),
        ("total_market", &figures.total_market_kg_co2e),
    ]
}

/// What stands beside the totals, with its keys.
pub(super) fn beside(figures: &Figures) -> [(&'static str, &str); 3] {
    [
        ("biogenic", &figures.biogenic_kg_co2),
        ("outside", &figures.outside_kg_co2e),
        ("offsets", &figures.offsets_kg_co2e),
    ]
}

/// The view by one dimension, if the answer has it.
pub(super) fn view<'a>(inventory: &'a Inventory, dimension: &str) -> Option<&'a View> {
    inventory.views.iter().find(|view| matches!(view.by.as_slice(), [only] if only == dimension))
}

/// The cells that add to the location-based or the market-based total.
pub(super) fn counted(view: &View) -> Vec<&Cell> {
    let adds = |cell: &&Cell| {
        figure::grams(&cell.figures.total_location_kg_co2e) != 0
            || figure::grams(&cell.figures.total_market_kg_co2e) != 0
            || cell.figures.gases.iter().any(|gas| gas.in_total)
    };
    view.cells.iter().filter(adds).collect()
}

/// The cells with the largest location-based sums, the largest first; equal ones by key.
pub(super) fn largest(view: &View, most: usize) -> Vec<&Cell> {
    let mut cells = counted(view);
    cells.order_by_key(|cell| Reverse(figure::grams(&cell.figures.total_location_kg_co2e)));
    cells.truncate(most);
    cells
}

/// The view by category in the order of the scopes and their categories: 3.2 before 3.10.
pub(super) fn in_order(view: &View) -> Vec<&Cell> {
    let mut cells = counted(view);
    cells.order_by_key(|cell| Text::category_rank(cell.key.first().map_or("", String::as_str)));
    cells
}

/// The names of a cell's key, joined.
pub(super) fn cell_name(text: &Text, inventory: &Inventory, view: &View, cell: &Cell) -> String {
    let name = |(dimension, key): (&String, &String)| match activity_name(text, inventory, key) {
        Some(name) if dimension == "activity" => name.to_owned(),
        _ => text.key_name(dimension, key),
    };
    view.by.iter().zip(&cell.key).map(name).collect::<Vec<_>>().join(" · ")
}

/// What people call an activity in the report's language.
pub(super) fn activity_name<'a>(text: &Text, inventory: &'a Inventory, id: &str) -> Option<&'a str> {
    let known = inventory.activities.iter().find(|known| known.id == id)?;
    let name = if text.lang == Lang::Vi { &known.name_vi } else { &known.name_en };
    (!name.is_empty()).then_some(name)
}

/// The choices, named, as they were made.
pub(super) fn choices(text: &Text, answer: &InventoryAnswer) -> Vec<(&'static str, String)> {
    let choices = &answer.inventory.choices;
    let list = |items: &[String]| match items {
        [] => text.none.to_owned(),
        some => some.join(", "),
    };
    let or = |value: &str, missing: &str| if value.is_empty() { missing } else { value }.to_owned();
    vec![
        (text.profile, text.profile_name(&choices.profile).to_owned()),
        (text.gwp, format!("{} ({})", choices.gwp, text.gwp_years)),
        (text.period, period(text, answer)),
        (text.region, or(&choices.region, text.none)),
        (text.sources, list(&choices.sources)),
        (text.proxy_years, figure::count(choices.proxy_years.into(), text.marks)),
        (text.proxy_places, list(&choices.proxy_places)),
        (text.gases_in_total, list(&choices.gases_in_total)),
        (text.rounding, or(&rounding(&choices.rounding, text.lang), text.none)),
    ]
}

/// The reporting period as the language writes it.
pub(super) fn period(text: &Text, answer: &InventoryAnswer) -> String {
    match answer.inventory.choices.period.as_str() {
        "" => text.any_period.to_owned(),
        period => text.span(period),
    }
}

/// How many rows are in the result, and whether identifiers were compared.
pub(super) fn coverage(text: &Text, answer: &InventoryAnswer) -> String {
    let coverage = &answer.inventory.coverage;
    let line = text
        .coverage_line
        .replace("{counted}", &figure::count(coverage.counted, text.marks))
        .replace("{rows}", &figure::count(coverage.rows, text.marks))
        .replace("{excluded}", &figure::count(coverage.excluded, text.marks));
    let ids = if answer.reading.ids_checked { text.ids_checked } else { text.ids_not_checked };
    format!("{line}; {ids}")
}

/// How the ledger was read, named.
pub(super) fn reading(text: &Text, answer: &InventoryAnswer) -> Vec<(&'static str, String)> {
    let reading = &answer.reading;
    let or = |value: &str| if value.is_empty() { text.not_stated } else { value }.to_owned();
    let delimiter = if reading.delimiter == "\t" { "TAB" } else { &reading.delimiter };
    vec![
        (text.number_format, or(&reading.number_format)),
        (text.date_order, or(&reading.date_order)),
        (text.delimiter, or(delimiter)),
        (text.encoding, or(&reading.encoding)),
        (text.bytes, figure::count(reading.bytes, text.marks)),
    ]
}

/// The sentence of a note without the name that it is about, which stands beside it.
fn said(note: &Note) -> String {
    note.message.replace(&format!("`{}`", note.about), "…")
}

/// Notes that say the same about several factors, together.
pub(super) fn groups(notes: &[Note]) -> impl Iterator<Item = &[Note]> {
    notes.chunk_by(|a, b| a.code == b.code && said(a) == said(b))
}

/// What a finding or a note says: in the report's language, then the answer's own sentence with the details.
pub(super) struct Remark<'a> {
    /// The meaning of the code; empty where the sentence is in the report's language already.
    pub(super) meaning: &'static str,
    /// The answer's sentence, which is English.
    pub(super) message: Cow<'a, str>,
    /// What to do about it.
    pub(super) help: &'a str,
}

impl Remark<'_> {
    pub(super) fn new<'a>(text: &Text, code: &str, message: &'a str, help: &'a str) -> Remark<'a> {
        let message = Cow::Borrowed(message);
        match text.code_text(code) {
            Some((meaning, translated)) => Remark { meaning, message, help: translated },
            None => Remark { meaning: "", message, help },
        }
    }

    /// What a group of notes says.
    pub(super) fn of_group<'a>(text: &Text, note: &'a Note) -> Remark<'a> {
        Remark { message: Cow::Owned(said(note)), ..Remark::new(text, &note.code, "", &note.help) }
    }
}

/// `CO2 74100 kg/TJ{net}`, or what the source says instead of a number.
pub(super) fn printed(text: &Text, value: &FactorValue) -> String {
    let amount = match value.state.as_str() {
        "value" => format!("{} {}", figure::exact(&value.value, text.marks), value.unit),
        "negligible" => text.negligible.to_owned(),
        "absent" => text.absent.to_owned(),
        other => other.to_owned(),
    };
    format!("{} {amount}", value.gas).trim().to_owned()
}

/// Where the values of a factor stand in its source, each place once.
pub(super) fn cited(values: &[FactorValue]) -> String {
    let mut places: Vec<&str> = Vec::new();
    for value in values {
        if !value.cell.is_empty() && !places.contains(&value.cell.as_str()) {
            places.push(&value.cell);
        }
    }
    places.join("; ")
}

/// Where a finding stands: `Row 251, Amount`, or the place inside the request alone, or the word for the file as a whole.
pub(super) fn place(text: &Text, finding: &Finding) -> String {
    let column = column(&finding.header, &finding.column);
    match (finding.row, column) {
        (0, "") => text.whole_file.to_owned(),
        (0, column) => column.to_owned(),
        (row, "") => format!("{} {row}", text.row),
        (row, column) => format!("{} {row}, {column}", text.row),
    }
}

/// `251`, or the word for the file as a whole.
pub(super) fn row(text: &Text, row: u64) -> String {
    if row == 0 { text.whole_file.to_owned() } else { row.to_string() }
}

/// The column as its header is written, else the field, else nothing.
pub(super) fn column<'a>(header: &'a str, field: &'a str) -> &'a str {
    if header.is_empty() { field } else { header }
}
