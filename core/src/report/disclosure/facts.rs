//! The facts of a report for a terminal, for paper and for spreadsheets: what the Inline XBRL page shows, without its marks.

use super::cells;
use super::layout::{Chapter, Column, Placed, chapters, columns, last_day, lines, year};
use super::words::{DISCLOSURES, said, words};
use crate::disclosure::{Sort, Taxonomy};
use crate::error::Error;
use crate::number::Amount;
use crate::report::Lang;
use crate::report::figure;
use crate::report::screen::{Align, Grid};
use crate::report::table::Page;
use crate::wire::v1::{DisclosureAnswer, Fact};

use Align::{Left, Right};

/// Each disclosure with its facts, this period beside the one before.
///
/// # Errors
/// As [`columns`]; a report that was found valid has none.
pub(super) fn facts(
    page: &mut Page,
    taxonomy: &Taxonomy<'_>,
    answer: &DisclosureAnswer,
    lang: Lang,
) -> Result<(), Error> {
    let report = &answer.result.report;
    for Chapter { code, sections } in chapters(taxonomy, &report.facts) {
        let name = if code.is_empty() { words(lang).general } else { said(DISCLOSURES, &code, lang) };
        page.section(format!("{code} {name}").trim_start());
        for (section, facts) in sections {
            let label = named(lang, &section.label_en, &section.label_vi);
            let (blocks, cells): (Vec<_>, Vec<_>) =
                facts.iter().copied().partition(|(_, fact)| sort_of(taxonomy, fact) == Sort::TextBlock);
            // Words and figures stand in tables of their own, each on its side of the column.
            let (figures, said): (Vec<_>, Vec<_>) =
                cells.into_iter().partition(|(_, fact)| sort_of(taxonomy, fact).is_number());
            for cells in [said, figures].iter().filter(|cells| !cells.is_empty()) {
                page.line("");
                let columns = columns(report, cells)?;
                page.grid(&table(taxonomy, label, (cells, &columns), lang)?, true);
            }
            for (_, fact) in in_language(&blocks, lang) {
                let Some(concept) = taxonomy.concepts.get(fact.concept.as_str()) else { continue };
                let name = named(lang, &concept.row.label_en, &concept.row.label_vi);
                page.prose(2, &format!("{name} ({})", year(&fact.period)));
                page.prose(4, &fact.value);
            }
        }
    }
    Ok(())
}

/// Words that are said in several languages stand once, in the reader's if they can.
fn in_language<'t>(blocks: &[Placed<'t>], lang: Lang) -> Vec<Placed<'t>> {
    let about = |fact: &Fact| (fact.concept.clone(), fact.period.clone(), fact.dimensions.clone());
    let said = |fact: &Fact| {
        blocks.iter().any(|(_, one)| about(one) == about(fact) && one.language == lang.as_str())
    };
    blocks.iter().copied().filter(|(_, fact)| fact.language == lang.as_str() || !said(fact)).collect()
}

fn table(
    taxonomy: &Taxonomy<'_>,
    label: &str,
    (facts, periods): (&[Placed<'_>], &[(Column, String)]),
    lang: Lang,
) -> Result<Grid, Error> {
    let figures = facts.iter().any(|(_, fact)| sort_of(taxonomy, fact).is_number());
    let value = if figures { (Right, 40) } else { (Left, 60) };
    let mut columns = vec![(Left, 70)];
    columns.resize(periods.len().saturating_add(1), value);
    let no_unit = |sort: Sort, unit: &str| sort != Sort::Percent && matches!(unit, "" | "xbrli:pure");
    let units = facts.iter().any(|(_, fact)| !no_unit(sort_of(taxonomy, fact), &fact.unit));
    if units {
        columns.push((Left, 16));
    }
    let mut grid = Grid::new(&columns);
    let mut heads = vec![label.to_owned()];
    heads.extend(periods.iter().map(|(_, name)| name.clone()));
    if units {
        heads.push(words(lang).unit.to_owned());
    }
    grid.row(&heads);
    for (concept, members, of) in lines(facts) {
        let Some(known) = taxonomy.concepts.get(concept) else { continue };
        let mut name = named(lang, &known.row.label_en, &known.row.label_vi).to_owned();
        for member in members.values() {
            name.extend([", ", &member_name(taxonomy, member, lang)]);
        }
        let mut row = vec![name];
        for (day, _) in periods {
            let mut told = Vec::new();
            for (_, fact) in &of {
                if last_day(fact)? == *day {
                    told.push(shown(taxonomy, known.sort, &fact.value, lang));
                }
            }
            row.push(told.join("; "));
        }
        let unit = of.first().map_or("", |(_, fact)| fact.unit.as_str());
        let none = !units || no_unit(known.sort, unit);
        row.push(if none { String::new() } else { cells::unit(taxonomy, known.sort, lang, unit) });
        grid.row(&row);
    }
    Ok(grid)
}

fn sort_of(taxonomy: &Taxonomy<'_>, fact: &Fact) -> Sort {
    taxonomy.concepts.get(fact.concept.as_str()).map_or(Sort::Text, |known| known.sort)
}

fn named<'n>(lang: Lang, en: &'n str, vi: &'n str) -> &'n str {
    if lang == Lang::Vi && !vi.is_empty() { vi } else { en }
}

/// What stands on a typed axis is a name already.
fn member_name(taxonomy: &Taxonomy<'_>, name: &str, lang: Lang) -> String {
    let row = taxonomy.members.get(name);
    row.map_or_else(|| name.to_owned(), |row| named(lang, &row.label_en, &row.label_vi).to_owned())
}

/// A value for reading: shares in per cent, members by their names.
fn shown(taxonomy: &Taxonomy<'_>, sort: Sort, value: &str, lang: Lang) -> String {
    let marks = lang.text().marks;
    match sort {
        Sort::Boolean => if value == "true" { words(lang).yes } else { words(lang).no }.to_owned(),
        Sort::Date => lang.text().date(value),
        Sort::Enumeration | Sort::EnumerationSet => {
            let names = value.split_whitespace().map(|name| member_name(taxonomy, name, lang));
            names.collect::<Vec<_>>().join("; ")
        }
        Sort::Percent => {
            let hundred = Amount::new(100, 0).unwrap_or(Amount::ONE);
            let percent = Amount::parse(value).and_then(|value| value.try_mul(hundred));
            percent.map_or_else(|_| value.to_owned(), |percent| figure::exact(&percent.to_string(), marks))
        }
        Sort::Decimal => figure::exact(value, marks),
        _ => value.to_owned(),
    }
}
