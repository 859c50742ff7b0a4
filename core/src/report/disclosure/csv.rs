//! The facts of a report for spreadsheets and data frames.

use crate::report::csv::{number, safe_cell, table};
use crate::wire::v1::{DisclosureAnswer, Fact};

const HEADER: [&str; 12] = [
    "disclosure",
    "concept",
    "title_en",
    "title_vi",
    "period",
    "dimensions",
    "value",
    "unit",
    "decimals",
    "language",
    "sources",
    "lines",
];

/// A row for each fact, in RFC 4180 form: figures exact, shares as fractions of one, members by their names in the taxonomy.
pub(in crate::report) fn facts_csv(answer: &DisclosureAnswer) -> String {
    let result = &answer.result;
    let row = |fact: &Fact| {
        let item = result.items.iter().find(|item| item.concept == fact.concept);
        let dimensions: Vec<String> =
            fact.dimensions.iter().map(|(axis, member)| format!("{axis}={member}")).collect();
        let sources: Vec<String> = fact
            .sources
            .iter()
            .map(|source| format!("{} {}", source.kind, source.reference).trim_end().to_owned())
            .collect();
        let lines = fact.sources.iter().fold(0u64, |sum, source| sum.saturating_add(source.lines));
        vec![
            safe_cell(item.map_or("", |item| &item.disclosure)),
            safe_cell(&fact.concept),
            safe_cell(item.map_or("", |item| &item.title_en)),
            safe_cell(item.map_or("", |item| &item.title_vi)),
            fact.period.clone(),
            safe_cell(&dimensions.join("; ")),
            number(&fact.value),
            safe_cell(&fact.unit),
            number(&fact.decimals),
            safe_cell(&fact.language),
            safe_cell(&sources.join("; ")),
            lines.to_string(),
        ]
    };
    table(&HEADER, result.report.facts.iter().map(row))
}
