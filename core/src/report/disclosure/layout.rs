//! Where facts stand in a document: chapters in the order of the standard, sections, lines, a column for each period.

use std::collections::BTreeMap;

use crate::disclosure::{Taxonomy, instant_or_days, moment};
use crate::error::Error;
use crate::factor::rows::TaxonomyRow;
use crate::order::Order;
use crate::wire::v1::{Disclosure, Fact};

/// A fact and its place in the report.
pub(super) type Placed<'t> = (usize, &'t Fact);

/// The column that a fact stands in: the last day that it is about.
pub(super) type Column = chrono::NaiveDate;

/// A line of a table: a concept, members, and the facts of all columns with their places in the report.
pub(super) type Line<'t> = (&'t str, &'t BTreeMap<String, String>, Vec<Placed<'t>>);

/// A disclosure of the standard with its sections; one without a code holds what belongs to none.
#[derive(Debug)]
pub(super) struct Chapter<'t> {
    pub(super) code: String,
    pub(super) sections: Vec<(&'t TaxonomyRow, Vec<Placed<'t>>)>,
}

/// Chapters in the order of the standard: what belongs to none, B1, B2, …, C9.
pub(super) fn chapters<'t>(taxonomy: &Taxonomy<'t>, facts: &'t [Fact]) -> Vec<Chapter<'t>> {
    let mut by_section: BTreeMap<&str, Vec<Placed<'t>>> = BTreeMap::new();
    for (at, fact) in facts.iter().enumerate() {
        if let Some(section) = section_of(taxonomy, fact) {
            by_section.entry(&section.id).or_default().push((at, fact));
        }
    }
    let mut chapters: Vec<Chapter<'t>> = Vec::new();
    for row in &taxonomy.sections {
        let Some(facts) = by_section.remove(&*row.id) else { continue };
        let code = row.domain.first().map_or(String::new(), ToString::to_string);
        match chapters.iter_mut().find(|chapter| chapter.code == code) {
            Some(chapter) => chapter.sections.push((row, facts)),
            None => chapters.push(Chapter { code, sections: vec![(row, facts)] }),
        }
    }
    chapters.order_by_key(|chapter| {
        let (letter, number) = chapter.code.split_at_checked(1).unwrap_or(("", ""));
        (letter.to_owned(), number.len(), number.to_owned())
    });
    chapters
}

/// Where a fact is shown: a section for its members, or else the first of its concept that is for none.
fn section_of<'t>(taxonomy: &Taxonomy<'t>, fact: &Fact) -> Option<&'t TaxonomyRow> {
    let concept = taxonomy.concepts.get(fact.concept.as_str())?;
    let mut sections = taxonomy.sections.iter().filter(|row| concept.row.section.contains(&row.id));
    let shows = |row: &&&TaxonomyRow| {
        fact.dimensions.values().any(|member| row.axes.iter().any(|own| **own == **member))
    };
    sections
        .clone()
        .find(shows)
        .or_else(|| sections.clone().find(|row| row.axes.is_empty()))
        .or_else(|| sections.next())
        .copied()
}

/// Facts of one concept and the same members in one line.
pub(super) fn lines<'t>(facts: &[Placed<'t>]) -> Vec<Line<'t>> {
    let mut lines: Vec<Line<'t>> = Vec::new();
    for (at, fact) in facts.iter().copied() {
        let same = |line: &&mut Line<'_>| line.0 == fact.concept && *line.1 == fact.dimensions;
        match lines.iter_mut().find(same) {
            Some((_, _, of)) => of.push((at, fact)),
            None => lines.push((&fact.concept, &fact.dimensions, vec![(at, fact)])),
        }
    }
    lines
}

/// The days that facts tell of: those of the report first, then the comparatives, then others.
///
/// # Errors
/// As [`moment`].
pub(super) fn columns(report: &Disclosure, facts: &[Placed<'_>]) -> Result<Vec<(Column, String)>, Error> {
    let mut found: BTreeMap<Column, String> = BTreeMap::new();
    for (_, fact) in facts {
        let end = last_day(fact)?;
        let same = [&report.period, &report.previous_period]
            .into_iter()
            .find(|period| period.ends_with(&end.to_string()));
        let days = same.map_or(fact.period.as_str(), String::as_str);
        found.insert(end, year(days));
    }
    let mut columns: Vec<(Column, String)> = found.into_iter().collect();
    columns.order_by_key(|(day, _)| {
        let day = day.to_string();
        let of = [&report.period, &report.previous_period];
        (of.iter().position(|period| period.ends_with(&day)).unwrap_or(of.len()), day)
    });
    Ok(columns)
}

/// # Errors
/// As [`moment`].
pub(super) fn last_day(fact: &Fact) -> Result<Column, Error> {
    instant_or_days(moment(&fact.period)?).map(|(_, after)| after.pred_opt().unwrap_or(after))
}

/// A calendar year by its number, other days as they are.
pub(super) fn year(days: &str) -> String {
    match days.split_once('/') {
        Some((start, end))
            if start.ends_with("-01-01") && end.ends_with("-12-31") && start.get(..4) == end.get(..4) =>
        {
            start.get(..4).unwrap_or(days).to_owned()
        }
        None if days.ends_with("-12-31") => days.get(..4).unwrap_or(days).to_owned(),
        _ => days.to_owned(),
    }
}
